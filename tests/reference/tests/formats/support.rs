//! Catalogs: one by hand with a bit of everything, and random ones full of markup.

use problem_core::__private::{DetailSource, Row};
use problem_core::{Catalog, Domain, ExtensionSpec, HeaderSpec, ProblemType};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// A bit of everything.
pub(crate) static CATALOG: Catalog = Catalog::new("Shop API", DOMAINS);

const DOMAINS: &[Domain] = &[
    Domain::new("Orders", "orders", ORDERS)
        .with_docs("Requests about one order.\n\nEach names it by its `id`.")
        .with_reserved(&[3, 4]),
    Domain::new("Order Items", "order-items", ITEMS),
    Domain::new("Common", "common", COMMON),
];

const ORDERS: &[ProblemType] = &[
    ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1),
    ProblemType(Row {
        name: "Archived",
        code: Some(6),
        status: 409,
        title: "Conflict",
        description: "Order is archived",
        docs: "Order\nis archived\n\n# Remedy\n\nRestore it, see [the guide](https://example.com/guide).",
        detail: DetailSource::Template("Order {id} was archived by {archived_by}"),
        extensions: &[
            ExtensionSpec::new("id", "u64", false),
            ExtensionSpec::new("archivedBy", "String", true),
        ],
        ..Row::DEFAULT
    }),
    ProblemType(Row {
        name: "Throttled",
        code: Some(11),
        status: 429,
        title: "Too Many Requests",
        description: "Too many requests for this order",
        headers: &[HeaderSpec::new("Retry-After", None)],
        ..Row::DEFAULT
    }),
    ProblemType(Row {
        name: "Frozen",
        code: Some(12),
        status: 409,
        title: "Conflict",
        description: "Order is frozen",
        deprecated: Some("use code 6"),
        ..Row::DEFAULT
    }),
];

const ITEMS: &[ProblemType] = &[
    ProblemType::new("NotFound", 404, "Not Found", "Item not found")
        .with_code(1)
        .with_type_uri("https://errors.example.com/order-items/1"),
    ProblemType::new("OutOfStock", 409, "Conflict", "Item is out of stock")
        .with_code(2)
        .with_type_uri("https://errors.example.com/order-items/2"),
];

const COMMON: &[ProblemType] = &[
    ProblemType(Row {
        name: "Unauthorized",
        status: 401,
        title: "Unauthorized",
        description: "The API key is missing",
        type_uri: Some("urn:example:unauthorized"),
        headers: &[HeaderSpec::new("WWW-Authenticate", Some("Bearer"))],
        ..Row::DEFAULT
    }),
    ProblemType(Row {
        name: "Internal",
        status: 500,
        title: "Internal Server Error",
        description: "Something broke",
        ..Row::DEFAULT
    }),
];

/// What a text can do to a format that it is put into.
const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- ",
    "-->",
    "]]>",
    "*/",
    "/*",
    "//",
    "`",
    "```\n",
    "~~~\n",
    "|",
    "\\|",
    "\\",
    "\"",
    "'",
    "${x}",
    "{{",
    "{%",
    "{id}",
    "}",
    "# heading\n",
    "\n=====\n",
    "\n---\n",
    "- item\n",
    "1. item\n",
    "\n\n",
    "\r\n",
    "\t",
    "\n    code\n",
    "> quote\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "[a](javascript:alert(1))",
    "[a](https://example.com \"t\")",
    "![i](https://example.com/i.png)",
    "<https://example.com>",
    "[ref]: https://example.com\n",
    "&amp; &lt; &#x3c;",
    "@deprecated ",
    "__proto__",
    "constructor",
    "🦀👩‍👩‍👧",
    "שלום عالم",
    "\u{202e}\u{2066}",
    "\u{2028}\u{2029}",
    "\0\u{7}\u{1b}\u{85}",
    "\u{feff}",
    "*",
    "_",
    "**a**",
    "~~",
    "$$",
];

/// Any text: markup, characters of all kinds, or a very long one.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(MARKUP).prop_map(str::to_owned),
        3 => "[a-zA-Z ]{0,12}",
        2 => any::<String>(),
    ];
    prop_oneof![
        60 => vec(piece, 0..6).prop_map(|pieces| pieces.concat()),
        1 => proptest::sample::select(MARKUP).prop_map(|piece| piece.repeat(10_000 / piece.len())),
    ]
}

fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn leaked() -> impl Strategy<Value = &'static str> {
    text().prop_map(leak)
}

fn detail() -> impl Strategy<Value = DetailSource> {
    prop_oneof![
        Just(DetailSource::Description),
        Just(DetailSource::Display),
        leaked().prop_map(DetailSource::Static),
        leaked().prop_map(DetailSource::Template),
    ]
}

fn extensions() -> impl Strategy<Value = &'static [ExtensionSpec]> {
    let types = prop_oneof![
        proptest::sample::select(
            &[
                "u64",
                "String",
                "Vec<Option<bool>>",
                "HashMap<String, f64>",
                "Plan",
                "(u8, char)"
            ][..]
        ),
        leaked(),
    ];
    let extension = (leaked(), types, any::<bool>())
        .prop_map(|(name, type_name, optional)| ExtensionSpec::new(name, type_name, optional));
    vec(extension, 0..3).prop_map(|list| &*Box::leak(list.into_boxed_slice()))
}

fn headers() -> impl Strategy<Value = &'static [HeaderSpec]> {
    let header = (leaked(), option::of(leaked())).prop_map(|(name, value)| HeaderSpec::new(name, value));
    vec(header, 0..3).prop_map(|list| &*Box::leak(list.into_boxed_slice()))
}

fn problem() -> impl Strategy<Value = ProblemType> {
    let code = option::of(prop_oneof![0..4_u32, any::<u32>()]);
    let texts = (leaked(), leaked(), leaked(), prop_oneof![Just(""), leaked()]);
    let optional = (option::of(leaked()), option::of(leaked()));
    (code, 400..=599_u16, texts, optional, detail(), extensions(), headers()).prop_map(
        |(code, status, (name, title, description, docs), (type_uri, deprecated), detail, extensions, headers)| {
            ProblemType(Row {
                name,
                code,
                status,
                title,
                type_uri,
                description,
                docs,
                detail,
                extensions,
                headers,
                deprecated,
                ..Row::DEFAULT
            })
        },
    )
}

/// A catalog whose every text is hostile; names, codes and members may repeat.
pub(crate) fn catalog() -> impl Strategy<Value = Catalog> {
    let domain = (
        leaked(),
        text(),
        leaked(),
        vec(problem(), 0..4),
        vec(any::<u32>(), 0..2),
    );
    (leaked(), vec(domain, 0..4)).prop_map(|(title, domains)| {
        let domains: Vec<Domain> = (domains.into_iter().enumerate())
            .map(|(number, (name, slug, docs, problems, reserved))| {
                // Slugs are unique in a catalog, and nothing else of them is certain.
                Domain::new(
                    name,
                    leak(format!("{slug}{number}")),
                    Box::leak(problems.into_boxed_slice()),
                )
                .with_docs(docs)
                .with_reserved(Box::leak(reserved.into_boxed_slice()))
            })
            .collect();
        Catalog::new(title, Box::leak(domains.into_boxed_slice()))
    })
}

/// A problem of each text that means something somewhere, 10,000 characters long in turn as its name, its title and its
/// documentation, and shorter everywhere else.
pub(crate) fn long_catalog() -> Catalog {
    let problem = |(code, piece): (u32, &&str)| {
        let text = |length| leak(piece.repeat(length / piece.chars().count() + 1));
        let (long, short) = (text(10_000), text(100));
        let at = |place| if code % 3 == place { long } else { short };
        ProblemType(Row {
            name: at(0),
            code: Some(code),
            status: 400,
            title: at(1),
            type_uri: Some(short),
            description: short,
            docs: at(2),
            detail: DetailSource::Template(short),
            extensions: Box::leak(Box::new([ExtensionSpec::new(short, short, false)])),
            headers: Box::leak(Box::new([HeaderSpec::new(short, Some(short))])),
            deprecated: Some(short),
            ..Row::DEFAULT
        })
    };
    let problems: Vec<ProblemType> = (0..).zip(MARKUP).map(problem).collect();
    let domain = Domain::new("Long", "long", Box::leak(problems.into_boxed_slice()));
    Catalog::new("Long", Box::leak(Box::new([domain])))
}

/// A text as pages show it: what would act on the text around it is replaced.
pub(crate) fn shown(text: &str) -> String {
    let harmful = |c: char| {
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') || (c.is_control() && !matches!(c, '\n' | '\t'))
    };
    text.replace("\r\n", "\n").replace(harmful, "\u{fffd}")
}

/// The words of a text.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
