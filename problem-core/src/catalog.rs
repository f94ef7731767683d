use crate::{Domain, ProblemDetails, ProblemType};

/// All domains of an API: what its error reference is made from.
///
/// ```
/// use problem_core::{Catalog, Problem, ProblemDomain};
///
/// #[derive(Debug, Problem)]
/// #[problem(domain = "Orders")]
/// enum OrderError {
///     /// Order not found
///     #[problem(code = 1, status = 404)]
///     NotFound,
/// }
///
/// const CATALOG: Catalog = Catalog::new("Shop API", &[OrderError::DOMAIN]);
///
/// assert_eq!(CATALOG.find("orders", 1).unwrap().title(), "Not Found");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Catalog {
    title: &'static str,
    domains: &'static [Domain],
}

impl Catalog {
    /// Puts the domains of an API together, under the API's name.
    ///
    /// # Panics
    ///
    /// If two domains have the same slug; in a `const` or `static` that is a compile error.
    pub const fn new(title: &'static str, domains: &'static [Domain]) -> Self {
        let mut i = 0;
        while i < domains.len() {
            let mut j = 0;
            while j < i {
                if equal(domains[i].slug(), domains[j].slug()) {
                    duplicate_slug(domains[i].slug());
                }
                j += 1;
            }
            i += 1;
        }
        Catalog { title, domains }
    }

    /// The name of the API.
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The domains, in the order given.
    pub const fn domains(&self) -> &'static [Domain] {
        self.domains
    }

    /// The domain with this slug.
    pub fn domain(&self, slug: &str) -> Option<&'static Domain> {
        self.domains.iter().find(|domain| domain.slug() == slug)
    }

    /// The problem type with this code in the domain with this slug.
    pub fn find(&self, slug: &str, code: u32) -> Option<&'static ProblemType> {
        self.domain(slug)?.problem(code)
    }

    /// The problem type that a document is an occurrence of, in the domain with this slug: see [`Domain::recognize`].
    pub fn recognize(&self, slug: &str, details: &ProblemDetails) -> Option<&'static ProblemType> {
        self.domain(slug)?.recognize(details)
    }
}

const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Panics with a message that names the slug, which a const panic can only print whole.
#[track_caller]
const fn duplicate_slug(slug: &str) -> ! {
    let mut message = Message::new();
    message.push("two domains of the catalog have the slug `");
    message.push(slug);
    message.push("`; give one of them another `domain`");
    panic!("{}", message.as_str())
}

/// A text that is put together at compile time; what does not fit is cut off.
struct Message {
    bytes: [u8; 256],
    len: usize,
}

impl Message {
    const fn new() -> Self {
        Message {
            bytes: [0; 256],
            len: 0,
        }
    }

    const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        let mut i = 0;
        while i < text.len() && self.len < self.bytes.len() {
            self.bytes[self.len] = text[i];
            self.len += 1;
            i += 1;
        }
    }

    const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "two domains of the catalog have the same slug; give one of them another `domain`",
        }
    }
}
