//! What is read.

use problem_core::{Decoded, IgnoredReason, Limits, Note, ProblemDetails};
use serde_json::json;

use crate::{problem, read, read_document};

/// What is ignored of a document, as one line each.
fn notes(content: &str) -> Vec<String> {
    let body = problem(content);
    let decoded = Decoded::from_response(403, Some("application/problem+xml"), body.as_bytes(), &Limits::new());
    decoded.notes().iter().map(ToString::to_string).collect()
}

#[test]
fn x01_the_namespace_may_have_any_prefix() {
    for xml in [
        "<problem xmlns='urn:ietf:rfc:7807'><title>T</title></problem>",
        "<p:problem xmlns:p='urn:ietf:rfc:7807'><p:title>T</p:title></p:problem>",
        "<p:problem xmlns:p='urn:ietf:rfc:7807'><p:title>T</p:title><title>F</title></p:problem>",
        "<p:problem xmlns:p='urn:ietf:rfc:7807'><title xmlns='urn:ietf:rfc:7807'>T</title></p:problem>",
        "<a:problem xmlns:a='urn:ietf:rfc:7807' xmlns:b='urn:ietf:rfc:7807'><b:title >T</b:title\n></a:problem>",
        "<problem xmlns='&#117;rn:ietf:rfc:&#x37;807'><title>T</title></problem>",
        "<problem xmlns='urn:ietf:rfc:7807'><f:x xmlns:f='f' xmlns=''><title>F</title></f:x><title>T</title></problem>",
    ] {
        assert_eq!(read_document(xml), ProblemDetails::default().with_title("T"), "{xml}");
    }
}

#[test]
fn x03_children_of_i_are_an_array_and_others_an_object() {
    for (content, value) in [
        ("<v><i>a</i></v>", json!(["a"])),
        ("<v>\n  <i>a</i> text <i/>\n</v>", json!(["a", ""])),
        ("<v><i>a</i><j>b</j></v>", json!({"i": "a", "j": "b"})),
        ("<v><a>1</a><a>2</a></v>", json!({"a": "2"})),
        ("<v><i><i>1</i></i><i><a>2</a></i></v>", json!([["1"], {"a": "2"}])),
        ("<v>30</v>", json!("30")),
        ("<v> true\t</v>", json!(" true\t")),
        ("<v/>", json!("")),
        (
            "<v>a<!-- b -->c<?d e?><![CDATA[<f>]]>&lt;&#x67;&#104;</v>",
            json!("ac<f><gh"),
        ),
        ("<v>1\r\n2\r3&#13;4</v>", json!("1\n2\n3\r4")),
    ] {
        assert_eq!(read(content).extensions()["v"], value, "{content}");
    }
}

#[test]
fn x04_elements_of_other_namespaces_are_left_out() {
    let details = read(
        "<v>a<f:b xmlns:f='urn:f' xmlns='urn:ietf:rfc:7807'><c>d</c></f:b>e</v>\
         <w><x xmlns=''><y/></x><i>1</i></w>\
         <title xmlns='urn:f'><f/></title>",
    );
    let expected = ProblemDetails::default()
        .with_extension("v", "ae")
        .with_extension("w", ["1"]);
    assert_eq!(details, expected);
}

#[test]
fn c01_a_member_of_the_wrong_type_counts_as_absent() {
    let content =
        "<type><i>x</i></type><title><a/></title><status>4e2</status><detail>D</detail><instance><b/></instance>";
    assert_eq!(read(content), ProblemDetails::default().with_detail("D"));
    assert_eq!(
        notes(content),
        ["type", "title", "status", "instance"].map(|name| format!("`{name}` was ignored: wrong type"))
    );
}

#[test]
fn c15_an_error_code_that_is_no_integer_stays_readable() {
    assert_eq!(read("<errorCode> 6 </errorCode>").error_code(), Some(6));
    for text in ["E-6", "007", "+6", "-6", "4294967296", ""] {
        let details = read(&format!("<errorCode>{text}</errorCode>"));
        assert_eq!(details.error_code(), None, "{text}");
        assert_eq!(details.extensions()["errorCode"], text);
    }
}

#[test]
fn c16_a_status_that_is_none_is_ignored_and_the_last_one_wins() {
    for text in ["404.0", "99", "600", "404 Not Found", "-404", "4_0_4", "65940", ""] {
        assert_eq!(read(&format!("<status>{text}</status>")).status(), None, "{text}");
    }
    // XML Schema's integers.
    for text in ["404", "\n404 ", "+404", "0404"] {
        assert_eq!(read(&format!("<status>{text}</status>")).status(), Some(404), "{text}");
    }
    assert_eq!(read("<title>A</title><title>B</title>").title(), Some("B"));
    assert_eq!(read("<title>A</title><title><i/></title>").title(), None);
    assert_eq!(read("<type> \n</type>").type_uri(), "");
    assert_eq!(read("<type> /a </type>").type_uri(), "/a");
}

#[test]
fn c17_reading_has_limits() {
    let deep = |levels: usize| problem(&format!("{}{}", "<v>".repeat(levels), "</v>".repeat(levels)));
    // The root is the first level, and an element without children is none.
    assert!(ProblemDetails::from_xml(deep(127).as_bytes()).is_ok());
    for levels in [128, 129, 100_000] {
        let error = ProblemDetails::from_xml(deep(levels).as_bytes()).unwrap_err();
        assert!(error.to_string().contains("nested deeper than 127 levels"), "{error}");
    }

    let body = problem("<a/><f xmlns=''/><b><i/><i/></b>");
    let decode = |limits: &Limits| {
        let decoded = Decoded::from_response(
            400,
            Some("Application/Problem+XML;charset=utf-8"),
            body.as_bytes(),
            limits,
        );
        decoded.into_details().map_err(|other| other.to_string())
    };
    assert_eq!(
        decode(&Limits::new().with_members(2).with_depth(2).with_bytes(body.len()))
            .unwrap()
            .extensions()
            .len(),
        2
    );
    for (limits, message) in [
        (
            Limits::new().with_members(1),
            "more than 1 members at line 1, column 53",
        ),
        (
            Limits::new().with_depth(1),
            "nested deeper than 1 levels at line 1, column 56",
        ),
        (Limits::new().with_bytes(10), "bytes are over the limit of 10"),
    ] {
        let error = decode(&limits).unwrap_err();
        assert!(error.ends_with(message), "{error}");
    }
}

#[test]
fn what_is_ignored_is_told_as_in_json() {
    let body = problem("<status>404</status><title>A</title><title>B</title><v/><v/>");
    let decoded = Decoded::from_response(403, Some("application/problem+xml"), body.as_bytes(), &Limits::new());
    let repeated = |member: &'static str| Note::Ignored {
        member: member.into(),
        reason: IgnoredReason::Repeated,
    };
    assert_eq!(
        decoded.notes(),
        [
            repeated("title"),
            repeated("v"),
            Note::StatusMismatch {
                http_status: 403,
                member: 404
            }
        ]
    );
    assert_eq!(
        notes("<status>700</status><detail/>"),
        ["`status` was ignored: out of range"]
    );
}

#[test]
fn a_byte_order_mark_and_a_declaration_are_accepted() {
    for start in [
        "\u{FEFF}",
        "<?xml version='1.0'?>",
        "\u{FEFF}<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n",
        "<?xml version='1.0' encoding='US-ASCII' standalone='yes' ?><!-- c --> <?xml-stylesheet href='style.xsl'?>",
        "<?xml version='1.1' encoding='UTF-8'?>",
        "\n\t ",
    ] {
        let xml = format!("{start}{}<!-- end -->\n", problem("<title>T</title>"));
        assert_eq!(read_document(&xml).title(), Some("T"), "{start}");
    }
}

#[test]
fn attributes_mean_nothing() {
    let details = read("<title xml:lang='en' a=\"&lt;&#65;'\">T</title><v n='1' n2='2'/>");
    assert_eq!(
        details,
        ProblemDetails::default().with_title("T").with_extension("v", "")
    );
}
