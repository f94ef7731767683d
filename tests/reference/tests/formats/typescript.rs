use problem_core::Catalog;

use crate::support::CATALOG;

/// The module without its comments and with empty strings.
///
/// # Panics
///
/// Where a comment or a string does not end, or ends in another line.
fn code(module: &str) -> String {
    let mut out = String::new();
    let mut chars = module.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => {
                chars
                    .by_ref()
                    .take_while(|c| !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}'))
                    .for_each(drop);
                out.push('\n');
            }
            '/' if chars.peek() == Some(&'*') => {
                chars.next();
                let mut last = ' ';
                loop {
                    let c = chars.next().expect("a comment ends");
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
            }
            '"' => {
                out.push_str("\"\"");
                loop {
                    match chars.next().expect("a string ends") {
                        '"' => break,
                        '\\' => drop(chars.next()),
                        c => assert!(!c.is_control(), "a string ends on its line"),
                    }
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// Splits the module into tokens: only what was meant to be code is code, and its brackets match.
pub(crate) fn check(catalog: &Catalog) {
    let module = catalog.to_typescript();
    let code = code(&module);
    assert!(code.is_ascii(), "{code}");
    let mut open = Vec::new();
    for c in code.chars() {
        match c {
            '(' | '[' | '{' => open.push(c),
            ')' | ']' | '}' => assert_eq!(
                open.pop(),
                Some(match c {
                    ')' => '(',
                    ']' => '[',
                    _ => '{',
                }),
                "{code}"
            ),
            '`' | '\'' | '\\' | '@' | '#' => panic!("{c} in {code}"),
            _ => {}
        }
    }
    assert!(open.is_empty());
    // `isProblem`, and one for each domain.
    assert_eq!(
        code.matches("\nexport function is").count(),
        1 + catalog.domains().len()
    );
    assert_eq!(code.matches("ErrorCode = {").count(), catalog.domains().len());
    let problems: usize = catalog.domains().iter().map(|domain| domain.problems().len()).sum();
    assert_eq!(code.matches(": ProblemDetails & {").count(), problems);
}

#[test]
fn the_module_declares_the_catalog() {
    check(&CATALOG);
}

#[test]
fn it_says_what_the_declaration_says() {
    let module = CATALOG.to_typescript();
    for expected in [
        "export const OrdersErrorCode = {\n  /** Order not found */\n  NotFound: 1,\n",
        "  readonly Archived: ProblemDetails & {\n    readonly type?: \"about:blank\";\n    readonly title: string;\n    \
         readonly status: 409;\n    readonly detail: string;\n    readonly errorCode: 6;\n    readonly id: number;\n    \
         readonly archivedBy?: string;\n  };\n",
        "   * Order is frozen\n   * @deprecated use code 6\n",
        "    readonly type: \"https://errors.example.com/order-items/1\";\n",
        "    readonly errorCode?: never;\n",
        "  [null, 401, \"urn:example:unauthorized\"],\n",
        "export function isOrderItemsProblem(body: unknown): body is OrderItemsProblem {\n",
    ] {
        assert!(module.contains(expected), "{expected} is not in {module}");
    }
}
