/// One kind of problem, as declared: everything about it that does not depend on the occurrence (RFC 9457 §4).
///
/// The derive keeps one static table of these per type; [`Problem::problem_type`](crate::Problem::problem_type) gives
/// the row of a value and [`Domain::problems`](crate::Domain::problems) the whole table.
#[derive(Clone, Copy, Debug)]
pub struct ProblemType(#[doc(hidden)] pub Row);

/// The columns of a [`ProblemType`], which generated code fills in.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub name: &'static str,
    /// The slug of the domain; empty where the problem belongs to none.
    pub domain: &'static str,
    pub code: Option<u32>,
    pub status: u16,
    pub title: &'static str,
    pub type_uri: Option<&'static str>,
    pub description: &'static str,
    /// The whole doc comment; empty where it is the description.
    pub docs: &'static str,
    pub detail: DetailSource,
    pub extensions: &'static [ExtensionSpec],
    pub headers: &'static [HeaderSpec],
    pub deprecated: Option<&'static str>,
    pub log: Log,
    pub json: Json,
}

/// What of the JSON document is rendered at compile time.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Json {
    /// Nothing: the problem is described by hand.
    Nothing,
    /// All of it.
    Whole(&'static str),
    /// All before the extension members; `}` follows them.
    BeforeExtensions(&'static str),
    /// What stands before the text of `detail`, and after it, from the closing quote on. If there are extension members,
    /// they follow, and `}`.
    AroundDetail(&'static str, &'static str),
}

/// Where the `detail` of an occurrence comes from.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum DetailSource {
    /// The description: the same text for every occurrence.
    Description,
    /// Another text that is the same for every occurrence.
    Static(&'static str),
    /// A text with placeholders, as written in the declaration.
    Template(&'static str),
    /// The `Display` text of the value.
    Display,
}

/// The level of the event that tells of a response.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Log {
    /// An error for a 5xx, else for debugging.
    ByStatus,
    Off,
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

impl Row {
    /// What a row holds where the declaration says nothing.
    pub const DEFAULT: Row = Row {
        name: "",
        domain: "",
        code: None,
        status: 500,
        title: "",
        type_uri: None,
        description: "",
        docs: "",
        detail: DetailSource::Description,
        extensions: &[],
        headers: &[],
        deprecated: None,
        log: Log::ByStatus,
        json: Json::Nothing,
    };
}

impl ProblemType {
    /// Describes a kind of problem for a hand-written [`Problem`](crate::Problem); the derive does it for you.
    ///
    /// `status` is the HTTP status code, 400 to 599 for an error.
    pub const fn new(name: &'static str, status: u16, title: &'static str, description: &'static str) -> Self {
        ProblemType(Row {
            name,
            status,
            title,
            description,
            detail: DetailSource::Display,
            ..Row::DEFAULT
        })
    }

    /// Sets the code, unique within its domain.
    pub const fn with_code(mut self, code: u32) -> Self {
        self.0.code = Some(code);
        self
    }

    /// Sets the slug of the [`Domain`](crate::Domain) that the problem belongs to.
    pub const fn with_domain(mut self, slug: &'static str) -> Self {
        self.0.domain = slug;
        self
    }

    /// Sets the `type` URI (RFC 9457 §3.1.1).
    pub const fn with_type_uri(mut self, uri: &'static str) -> Self {
        self.0.type_uri = Some(uri);
        self
    }

    /// The name of the enum variant (or struct) that declares the problem. Not sent to clients.
    pub const fn name(&self) -> &'static str {
        self.0.name
    }

    /// The slug of the [`Domain`](crate::Domain) that declares the problem; `None` where it belongs to none.
    pub const fn domain(&self) -> Option<&'static str> {
        if self.0.domain.is_empty() {
            None
        } else {
            Some(self.0.domain)
        }
    }

    /// The code, unique within its domain; sent as `errorCode`. `None` for API-wide problems without one.
    pub const fn code(&self) -> Option<u32> {
        self.0.code
    }

    /// The HTTP status code (RFC 9457 §3.1.2).
    pub const fn status(&self) -> u16 {
        self.0.status
    }

    /// The short summary that is the same for every occurrence (RFC 9457 §3.1.3).
    pub const fn title(&self) -> &'static str {
        self.0.title
    }

    /// The URI that identifies the problem type (RFC 9457 §3.1.1); `None` means `about:blank`.
    pub const fn type_uri(&self) -> Option<&'static str> {
        self.0.type_uri
    }

    /// What the problem is, in one paragraph: the first one of the doc comment.
    pub const fn description(&self) -> &'static str {
        self.0.description
    }

    /// The whole doc comment, in Markdown.
    pub const fn docs(&self) -> &'static str {
        if self.0.docs.is_empty() {
            self.0.description
        } else {
            self.0.docs
        }
    }

    /// The `detail` text with its placeholders, where the detail is formatted from fields.
    pub const fn detail_template(&self) -> Option<&'static str> {
        match self.0.detail {
            DetailSource::Template(template) => Some(template),
            DetailSource::Description | DetailSource::Static(_) | DetailSource::Display => None,
        }
    }

    /// The extension members an occurrence may carry (RFC 9457 §3.2), in the order they are sent.
    pub const fn extensions(&self) -> &'static [ExtensionSpec] {
        self.0.extensions
    }

    /// The response headers that are sent with the problem.
    pub const fn headers(&self) -> &'static [HeaderSpec] {
        self.0.headers
    }

    /// The note of the variant's `#[deprecated]` attribute; empty where it has none.
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.0.deprecated
    }

    /// The `detail` where it is the same for every occurrence.
    #[inline]
    pub(crate) const fn static_detail(&self) -> Option<&'static str> {
        match self.0.detail {
            DetailSource::Description => Some(self.0.description),
            DetailSource::Static(text) => Some(text),
            DetailSource::Template(_) | DetailSource::Display => None,
        }
    }

    /// The finished JSON document where nothing in it varies.
    #[inline]
    pub(crate) const fn static_json(&self) -> Option<&'static str> {
        match self.0.json {
            Json::Whole(document) => Some(document),
            Json::Nothing | Json::BeforeExtensions(_) | Json::AroundDetail(..) => None,
        }
    }
}

/// An extension member that a problem type declares (RFC 9457 §3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionSpec {
    name: &'static str,
    type_name: &'static str,
    optional: bool,
}

impl ExtensionSpec {
    /// Describes a member: its name on the wire, its Rust type without a surrounding `Option`, whether it may be absent.
    pub const fn new(name: &'static str, type_name: &'static str, optional: bool) -> Self {
        ExtensionSpec {
            name,
            type_name,
            optional,
        }
    }

    /// The member's name on the wire.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The Rust type of the field as written, without a surrounding `Option`: `u64`, `Vec<String>`.
    pub const fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Whether the member may be absent.
    pub const fn optional(&self) -> bool {
        self.optional
    }
}

/// A response header that a problem type declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderSpec {
    name: &'static str,
    value: Option<&'static str>,
}

impl HeaderSpec {
    /// Describes a header: its name, and its value where that is fixed.
    pub const fn new(name: &'static str, value: Option<&'static str>) -> Self {
        HeaderSpec { name, value }
    }

    /// The field name, as declared: `Retry-After`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The value where it is fixed; `None` where it comes from a field of the occurrence.
    pub const fn value(&self) -> Option<&'static str> {
        self.value
    }
}
