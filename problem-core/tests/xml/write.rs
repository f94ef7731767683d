//! What is written.

use problem_core::{AnyProblem, MEDIA_TYPE_XML, Problem, ProblemDetails};
use serde_json::{Value, json};

use crate::{problem, read_document};

/// What a document with this one extension holds behind its status.
fn written(value: &Value) -> String {
    let xml = ProblemDetails::new(499).with_extension("value", value).to_xml();
    let (_, rest) = xml.split_once("<status>499</status>").unwrap();
    rest.strip_suffix("</problem>").unwrap().to_owned()
}

#[test]
fn x01_the_root_is_problem_in_its_namespace() {
    assert_eq!(
        ProblemDetails::default().to_xml(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<problem xmlns=\"urn:ietf:rfc:7807\"></problem>"
    );
}

#[test]
fn x02_the_media_type() {
    assert_eq!(MEDIA_TYPE_XML, "application/problem+xml");
}

#[test]
fn x03_arrays_are_elements_of_i_and_objects_of_their_members() {
    for (value, xml) in [
        (json!(["a", 1, true]), "<value><i>a</i><i>1</i><i>true</i></value>"),
        (json!({"b": 1, "c": "d"}), "<value><b>1</b><c>d</c></value>"),
        (
            json!([[1], [2, [3]]]),
            "<value><i><i>1</i></i><i><i>2</i><i><i>3</i></i></i></value>",
        ),
        (json!([{"a": []}, null, {}]), "<value><i><a/></i><i/><i/></value>"),
        (json!({"i": [0]}), "<value><i><i>0</i></i></value>"),
        (json!(""), "<value/>"),
        (json!(-1.5), "<value>-1.5</value>"),
        (json!(u64::MAX), "<value>18446744073709551615</value>"),
    ] {
        assert_eq!(written(&value), xml, "{value}");
    }
}

#[test]
fn x04_no_extension_leaves_the_namespace() {
    let details = ProblemDetails::new(499)
        .with_extension("dc:title", 1)
        .with_extension("xmlns", "urn:other")
        .with_extension("object", json!({"xmlns:a": "urn:other", "a:b": 1}));
    let xml = details.to_xml();
    assert_eq!(
        xml.matches(':').count(),
        "urn:ietf:rfc:7807".matches(':').count() + 2 * "urn:other".matches(':').count()
    );
    assert_eq!(read_document(&xml).extensions()["dc:title"], "1");
}

#[test]
fn x06_the_example_of_the_rfc() {
    let details = ProblemDetails::default()
        .with_type("https://example.com/probs/out-of-credit")
        .with_title("You do not have enough credit.")
        .with_detail("Your current balance is 30, but that costs 50.")
        .with_instance("https://example.net/account/12345/msgs/abc")
        .with_extension("balance", 30)
        .with_extension(
            "accounts",
            ["https://example.net/account/12345", "https://example.net/account/67890"],
        );
    let content = "<type>https://example.com/probs/out-of-credit</type>\
        <title>You do not have enough credit.</title>\
        <detail>Your current balance is 30, but that costs 50.</detail>\
        <instance>https://example.net/account/12345/msgs/abc</instance>\
        <balance>30</balance>\
        <accounts><i>https://example.net/account/12345</i><i>https://example.net/account/67890</i></accounts>";
    let xml = details.to_xml();
    assert_eq!(xml.split_once('\n').unwrap().1, problem(content));
    // The number is the loss.
    assert_eq!(read_document(&xml), details.with_extension("balance", "30"));
}

#[test]
fn text_is_escaped_and_comes_back() {
    let text = "<a b='c' d=\"e\">&amp; ]]> <![CDATA[x]]> <!-- - --> <?pi?>\r\n\t\r \u{85}\u{2028}\u{7F} 🦀 ";
    let details = ProblemDetails::new(400).with_title(text).with_extension("text", text);
    assert_eq!(read_document(&details.to_xml()), details);
}

#[test]
fn a_character_that_xml_cannot_hold_is_replaced() {
    let controls: String = ('\0'..' ').chain(['\u{FFFE}', '\u{FFFF}']).collect();
    let replaced = controls.replace(|c| !matches!(c, '\t' | '\n' | '\r'), "\u{FFFD}");
    let details = ProblemDetails::new(400).with_detail(controls.clone());
    assert_eq!(
        read_document(&details.to_xml()),
        ProblemDetails::new(400).with_detail(replaced)
    );
}

#[test]
fn a_name_that_is_no_xml_name_is_escaped_and_comes_back() {
    let mut details = ProblemDetails::new(400);
    for name in [
        "", " ", "1", "a b", "größe", "a:b", "<script>", "_x0020_", "\u{0}", "xml", "i",
    ] {
        details = details
            .with_extension(name, "top")
            .with_extension(format!("{name} nested"), json!({name: "a", "other": "b"}));
    }
    assert_eq!(read_document(&details.to_xml()), details);
}

#[test]
fn a_problem_is_written_as_its_document() {
    /// Sequence is archived
    #[derive(Debug, Problem)]
    #[problem(code = 6, status = 409, detail = "Sequence {id} is <archived>")]
    struct Archived {
        #[problem(extension)]
        id: u64,
        secret: &'static str,
    }

    let archived = Archived {
        id: 7,
        secret: "canary",
    };
    assert_eq!(archived.secret, "canary");
    let xml = archived.to_xml();
    assert_eq!(
        xml.split_once('\n').unwrap().1,
        problem(
            "<title>Conflict</title><status>409</status><detail>Sequence 7 is &lt;archived&gt;</detail>\
             <errorCode>6</errorCode><id>7</id>"
        )
    );
    let dynamic: &dyn Problem = &archived;
    assert_eq!(dynamic.to_xml(), xml);
    assert_eq!(AnyProblem::from(archived).to_xml(), xml);
}
