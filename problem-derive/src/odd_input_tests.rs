//! The derive never panics: whatever it is given becomes impls or errors, in tokens that parse.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::expand::derive;

/// Derives, and checks that what comes of it is a file with an impl or an error in it.
#[track_caller]
fn assert_sane(declaration: &TokenStream) {
    let output = catch_unwind(AssertUnwindSafe(|| derive(declaration.clone())));
    let Ok(output) = output else {
        panic!("panics on: {declaration}");
    };
    let file = match syn::parse2::<syn::File>(output.clone()) {
        Ok(file) => file,
        Err(error) => panic!("{error}\nin the expansion of: {declaration}\nwhich is: {output}"),
    };
    let text = output.to_string();
    assert!(!file.items.is_empty(), "no items from: {declaration}");
    assert!(
        text.contains("impl") || text.contains("compile_error"),
        "neither impl nor error from: {declaration}"
    );
}

/// The same for a text, which must at least be made of tokens.
#[track_caller]
fn assert_sane_text(declaration: &str) {
    match declaration.parse() {
        Ok(tokens) => assert_sane(&tokens),
        Err(error) => panic!("{error}: {declaration}"),
    }
}

const KEYS: [&str; 22] = [
    "domain",
    "base",
    "reserved",
    "uncoded",
    "display",
    "rename_all",
    "decode",
    "manual_error",
    "crate",
    "code",
    "status",
    "title",
    "detail",
    "type",
    "header",
    "transparent",
    "extension",
    "default",
    "unknown",
    "r#type",
    "Self",
    "_",
];

/// Every kind of literal, and what is none; the first ones stand for all where the form is odd.
const VALUES: [&str; 34] = [
    "",
    "\"text\"",
    "404",
    "path",
    "\"\"",
    "\"{0} {} {name} {{}} {\"",
    "\"text\"suffix",
    "r#\"raw\"#",
    "b\"bytes\"",
    "c\"c string\"",
    "'c'",
    "b'c'",
    "-404",
    "404u16",
    "0x194",
    "1_0",
    "99999999999999999999999999",
    "4.04",
    "1e3",
    "true",
    "path::to::CONST",
    "::path",
    "<T as Trait>::CONST",
    "crate",
    "(1, 2)",
    "[1]",
    "{ 1 }",
    "()",
    "concat!(\"a\", \"b\")",
    "1 + 1",
    "3..5",
    "'lifetime",
    "\"Name\" = \"value\"",
    "=",
];

/// How a key and a value are put together well.
const FORMS: [&str; 2] = ["KEY = VALUE", "KEY(VALUE)"];

/// And badly.
const ODD_FORMS: [&str; 9] = [
    "KEY",
    "KEY[VALUE]",
    "KEY { VALUE }",
    "KEY: VALUE",
    "KEY VALUE",
    "KEY == VALUE",
    "VALUE = KEY",
    "KEY = VALUE, KEY = VALUE",
    "a::KEY = VALUE; code = 1",
];

/// Where an attribute may stand.
const PLACES: [&str; 5] = [
    "#[problem(HERE)] enum E { /** d */ #[problem(code = 1, status = 404)] V { a: u8 } }",
    "enum E { /** d */ #[problem(HERE)] V { a: u8 } }",
    "enum E { /** d */ #[problem(code = 1, status = 404)] V { #[problem(HERE)] a: u8 } }",
    "/** d */ #[problem(code = 1, status = 404, HERE)] struct S(u8);",
    "/** d */ #[problem(code = 1, status = 404)] struct S<T>(#[problem(HERE)] Option<T>);",
];

#[test]
fn every_key_with_every_value_in_every_form_and_place() {
    for place in PLACES {
        for key in KEYS {
            let assert_all = |form: &str, values: &[&str]| {
                for value in values {
                    let attribute = form.replace("KEY", key).replace("VALUE", value);
                    assert_sane_text(&place.replace("HERE", &attribute));
                }
            };
            for form in FORMS {
                assert_all(form, &VALUES);
            }
            for form in ODD_FORMS {
                assert_all(form, &VALUES[..4]);
            }
        }
    }
}

/// A declaration with every key, to be damaged.
const RICH: &str = r#"
    /// Type
    #[problem(domain = "Orders", base = BASE, reserved(3, 4), rename_all = "camelCase", crate = "a::b", display)]
    #[deprecated(note = "n")]
    pub enum OrderError<'a, T: Clone, const N: usize = 3> where T: Copy {
        /// Static
        #[problem(code = 1, status = 404, title = "T", header("A" = "b", "C" = "d"), type = "urn:x")]
        #[error("e")]
        Static,
        #[deprecated = "old"]
        #[problem(code = 2, status = 409, detail = "{id} {list:>width$.2} {{}}")]
        Named {
            #[problem(extension = "theId", header = "X-Id")] id: Option<&'a str>,
            #[problem(extension)] list: Vec<[T; N]>,
            width: usize,
        },
        #[problem(code = 5, status = 500, detail = "{0:1$}")]
        Tuple(#[problem(extension = "x")] T, usize),
        #[problem(transparent)]
        Transparent(Box<Inner<T>>),
        #[problem(display, code = 6, status = 503)]
        Displayed,
    }
"#;

/// Applies `change` to the stream at each position of each group, one at a time.
///
/// `change` gets the tokens of a group and a position, and returns the tokens that take their place.
fn mutations(stream: &TokenStream, change: &dyn Fn(&[TokenTree], usize) -> Vec<TokenTree>) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = stream.clone().into_iter().collect();
    let mut all = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        all.push(change(&tokens, i).into_iter().collect());
        if let TokenTree::Group(group) = token {
            for inner in mutations(&group.stream(), change) {
                let mut tokens = tokens.clone();
                tokens[i] = TokenTree::Group(Group::new(group.delimiter(), inner));
                all.push(tokens.into_iter().collect());
            }
        }
    }
    all
}

/// Damages the rich declaration in every place.
#[track_caller]
fn assert_sane_mutations(change: &dyn Fn(&[TokenTree], usize) -> Vec<TokenTree>) {
    let rich: TokenStream = RICH.parse().unwrap();
    assert_sane(&rich);
    let mutations = mutations(&rich, change);
    assert!(mutations.len() > 200, "{} mutations", mutations.len());
    for mutation in mutations {
        assert_sane(&mutation);
    }
}

fn replaced(tokens: &[TokenTree], at: usize, by: impl IntoIterator<Item = TokenTree>) -> Vec<TokenTree> {
    let mut out = tokens[..at].to_vec();
    out.extend(by);
    out.extend_from_slice(&tokens[at + 1..]);
    out
}

#[test]
fn each_token_left_out() {
    assert_sane_mutations(&|tokens, at| replaced(tokens, at, []));
}

#[test]
fn each_group_cut_off_behind_each_token() {
    assert_sane_mutations(&|tokens, at| tokens[..at].to_vec());
}

#[test]
fn each_token_twice() {
    assert_sane_mutations(&|tokens, at| replaced(tokens, at, [tokens[at].clone(), tokens[at].clone()]));
}

#[test]
fn each_pair_of_tokens_swapped() {
    assert_sane_mutations(&|tokens, at| {
        let mut tokens = tokens.to_vec();
        let last = tokens.len() - 1;
        tokens.swap(at, last.min(at + 1));
        tokens
    });
}

#[test]
fn each_token_replaced_by_another() {
    let others: [TokenTree; 9] = [
        Ident::new("x", Span::call_site()).into(),
        Ident::new_raw("type", Span::call_site()).into(),
        Literal::string("{text} {0}").into(),
        Literal::u32_unsuffixed(7).into(),
        Literal::f64_suffixed(1.5).into(),
        Punct::new(',', Spacing::Alone).into(),
        Punct::new('#', Spacing::Joint).into(),
        Group::new(Delimiter::Parenthesis, TokenStream::new()).into(),
        Group::new(Delimiter::None, TokenStream::new()).into(),
    ];
    for other in others {
        assert_sane_mutations(&|tokens, at| replaced(tokens, at, [other.clone()]));
    }
}

#[test]
fn each_group_in_other_delimiters() {
    for delimiter in [
        Delimiter::Parenthesis,
        Delimiter::Brace,
        Delimiter::Bracket,
        Delimiter::None,
    ] {
        assert_sane_mutations(&|tokens, at| match &tokens[at] {
            TokenTree::Group(group) => {
                let other = Group::new(delimiter, group.stream());
                replaced(tokens, at, [other.into()])
            }
            _ => tokens.to_vec(),
        });
    }
}

/// As a `macro_rules!` macro hands on what it has captured.
#[test]
fn each_token_in_an_invisible_group() {
    assert_sane_mutations(&|tokens, at| {
        let captured = Group::new(Delimiter::None, tokens[at].clone().into());
        replaced(tokens, at, [captured.into()])
    });
}

#[test]
fn unusual_items() {
    for item in [
        "enum E {}",
        "struct S;",
        "struct S {}",
        "struct S();",
        "union U { a: u8 }",
        "#[problem(uncoded)] union U { #[problem(extension)] a: u8 }",
        "pub(in crate::a) struct S(pub(crate) u8);",
        "enum E { A = 1, B = -2, C = { 3 } }",
        "struct S<'a, 'b: 'a, T: ?Sized + 'b, const N: usize = { 1 + 1 }>(&'a T) where [u8; N]: Sized;",
        "struct S<#[cfg(all())] T>(T);",
        "enum r#enum { r#match { r#type: r#fn } }",
        "enum 订单 { 未找到 }",
        "#[problem] #[problem()] #[problem(())] #[problem = 1] #[problem[]] #[problem{}] struct S;",
        "#[::problem(code = 1)] #[problem::problem(code = 1)] struct S;",
        "#[doc = concat!(\"a\")] #[doc(hidden)] #[doc] #[doc = 5] #[doc(inline = 1)] struct S;",
        "#[deprecated(note = 5, since)] #[deprecated[]] #[deprecated = 1] struct S;",
        "#[error] #[snafu(display(x y))] #[display = 5] struct S;",
    ] {
        assert_sane_text(item);
        assert_sane_text(&format!(
            "#[problem(uncoded, status = 404, detail = \"{{0}} {{a}}\")] {item}"
        ));
    }
}

#[test]
fn unusual_types_of_fields() {
    for ty in [
        "!",
        "_",
        "()",
        "(u8,)",
        "[u8]",
        "[u8; { 1 + 1 }]",
        "*const u8",
        "&'static mut dyn Fn(u8) -> u8",
        "fn(u8) -> u8",
        "extern \"C\" fn(u8, ...)",
        "for<'a> fn(&'a u8)",
        "Box<dyn for<'a> Fn(&'a T) -> Option<T> + Send + 'static>",
        "<T as Iterator>::Item",
        "impl Trait",
        "make!(u8)",
        "Option",
        "Option<>",
        "Option<u8, u8>",
        "Option<'a>",
        "Option(u8) -> u8",
        "::std::option::Option<::std::option::Option<T>>",
        "(Option<u8>)",
        "Self",
        "crate::a::B",
    ] {
        for place in [
            "enum E<'a, T> { /** d */ #[problem(code = 1, status = 400, detail = \"{0}\")] V(#[problem(KEY)] TYPE) }",
            "/** d */ #[problem(uncoded, status = 400, detail = \"{a:?}\")] struct S<T> { #[problem(KEY)] a: TYPE }",
            "/** d */ #[problem(code = 1, status = 400, decode)] struct S<T> { #[problem(KEY, default)] a: TYPE }",
            "enum E<T> { #[problem(transparent)] V(TYPE) }",
        ] {
            for key in [
                "extension = \"a\"",
                "header = \"A\"",
                "extension = \"a\", header = \"A\"",
            ] {
                assert_sane_text(&place.replace("KEY", key).replace("TYPE", ty));
            }
        }
    }
}

#[test]
fn what_is_no_type_at_all() {
    for item in [
        "",
        "struct",
        "enum {}",
        "enum E",
        "fn f() {}",
        "trait T {}",
        "mod m {}",
        "1 + 1",
        "#[problem(code = 1)]",
        "#",
        "struct S { a }",
        "struct S(a: u8);",
        "enum E { V V }",
        "auto trait X {}",
    ] {
        assert_sane_text(item);
    }
}

#[test]
fn groups_that_are_nested_deeply() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
        let nested = format!("{}1{}", open.repeat(100), close.repeat(100));
        for place in PLACES {
            for attribute in ["code = HERE", "detail = HERE", "reserved HERE", "HERE", "unknown(HERE)"] {
                let attribute = attribute.replace("HERE", &nested);
                assert_sane_text(&place.replace("HERE", &attribute));
            }
        }
    }
    // syn itself takes the stack of a test's thread for types of some hundred levels.
    let deep = format!("{}u8{}", "Option<(".repeat(15), ",)>".repeat(15));
    assert_sane_text(&format!(
        "/** d */ #[problem(uncoded, status = 400)] struct S(#[problem(extension = \"a\")] {deep});"
    ));
}

#[test]
fn texts_that_look_like_placeholders() {
    for text in [
        "{",
        "}",
        "{{",
        "}}",
        "{}",
        "{:}",
        "{:?}",
        "{0",
        "0}",
        "{0}}",
        "{{0}",
        "{ }",
        "{0 }",
        "{ 0}",
        "{-1}",
        "{+}",
        "{99999999999999999999}",
        "{4294967296}",
        "{a.b}",
        "{a[0]}",
        "{a::b}",
        "{r#type}",
        "{self}",
        "{Self}",
        "{_}",
        "{a:$}",
        "{a:1$}",
        "{a:$1$}",
        "{a:b$.c$}",
        "{a:.*}",
        "{a:}>5}",
        "{a:{<5}",
        "{a:é^5}",
        "{é}",
        "{a:5.}",
        "{a:##}",
        "{a:01$}",
        "{a:00$}",
        "{a:0b$}",
        "{a:?x}",
        "{a:x?}",
        "{a:X?}",
        "{a:#?}",
        "{a:p}",
        "{a:e}",
        "{a:E}",
        "{a:o}",
        "{a:b}",
        "{a!}",
        "{a:\n5}",
        "\u{0}{a}\u{7f}",
        "🦀{a}🦀",
        "{a}{b}{a}",
        "\\{a}",
        "\"{a}\"",
    ] {
        let literal = Literal::string(text);
        for place in [
            "/** d */ #[problem(uncoded, status = 400, detail = HERE)] struct S { a: u8, b: usize }",
            "/** d */ #[problem(uncoded, status = 400, detail = HERE)] struct S(u8, usize);",
            "/** d */ #[problem(uncoded, status = 400, detail = HERE)] struct S;",
            "#[problem(uncoded, status = 400, detail = HERE)] struct S<T> { a: T }",
        ] {
            assert_sane_text(&place.replace("HERE", &literal.to_string()));
        }
    }
}
