//! What is refused, and why.

use problem_core::{DecodeErrorKind, ProblemDetails};

use crate::problem;

#[track_caller]
fn kind(xml: impl AsRef<[u8]>) -> DecodeErrorKind {
    match ProblemDetails::from_xml(xml.as_ref()) {
        Ok(details) => panic!("{details:?}: {}", String::from_utf8_lossy(xml.as_ref())),
        Err(error) => error.kind(),
    }
}

#[test]
fn another_root() {
    for xml in [
        "<problem/>",
        "<problem xmlns='urn:ietf:rfc:9457'/>",
        "<problem xmlns='URN:IETF:RFC:7807'/>",
        "<error xmlns='urn:ietf:rfc:7807'/>",
        "<Problem xmlns='urn:ietf:rfc:7807'/>",
        "<p:problem xmlns:p='urn:p' xmlns='urn:ietf:rfc:7807'/>",
        "<html><body>502 Bad Gateway</body></html>",
    ] {
        assert_eq!(kind(xml), DecodeErrorKind::WrongRoot, "{xml}");
    }
}

#[test]
fn document_types_and_entities() {
    let bomb = "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">]>";
    for xml in [
        format!("{bomb}{}", problem("<title>&b;</title>")),
        format!("<!DOCTYPE problem SYSTEM \"file:///etc/passwd\">{}", problem("")),
        "<!doctype html><html></html>".to_owned(),
        problem("<title>&nbsp;</title>"),
        problem("<title xmlns='urn:f'>&xxe;</title>"),
        problem("&LT;"),
    ] {
        assert_eq!(kind(&xml), DecodeErrorKind::Doctype, "{xml}");
    }
}

#[test]
fn other_encodings() {
    let utf16: Vec<u8> = "\u{FEFF}<problem/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin1 = b"<problem xmlns='urn:ietf:rfc:7807'><title>Gr\xF6\xDFe</title></problem>";
    let declared = format!("<?xml version='1.0' encoding='ISO-8859-1'?>{}", problem(""));
    for xml in [utf16.as_slice(), latin1, declared.as_bytes()] {
        assert_eq!(kind(xml), DecodeErrorKind::NotUtf8);
    }
    let error = ProblemDetails::from_xml(declared.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "not a problem document: the encoding is \"ISO-8859-1\", only UTF-8 is supported at line 1, column 1"
    );
}

#[test]
fn nothing() {
    for xml in ["", " \n", "\u{FEFF}"] {
        assert_eq!(kind(xml), DecodeErrorKind::Empty);
    }
}

#[test]
fn too_many_attributes_and_namespaces() {
    let attributes = |count: usize, start: &str| {
        let one = |n| format!(" {start}{n}='urn:{n}'");
        (0..count).map(one).collect::<Vec<_>>().concat()
    };
    assert!(ProblemDetails::from_xml(problem(&format!("<v{}/>", attributes(64, "a"))).as_bytes()).is_ok());
    let many = problem(&format!("<v{}/>", attributes(65, "a")));
    assert_eq!(kind(many), DecodeErrorKind::TooManyMembers);
    let names = format!("<v{}>", attributes(50, "xmlns:a")).repeat(3) + &"</v>".repeat(3);
    assert_eq!(kind(problem(&names)), DecodeErrorKind::Syntax);
}

#[test]
fn what_is_not_well_formed() {
    for content in [
        "<a>",
        "</a>",
        "<a></b>",
        "<a></A>",
        "<a",
        "<",
        "&",
        "&lt",
        "&#x;",
        "&#0;",
        "&#x1;",
        "&#xFFFE;",
        "&#xD800;",
        "&#x110000;",
        "&#+65;",
        "\u{1}",
        "\u{FFFF}",
        "]]>",
        "<1/>",
        "<-/>",
        "< a/>",
        "<a:b/>",
        "<a:b:c xmlns:a='urn:a'/>",
        "<:a/>",
        "<a b/>",
        "<a b=c/>",
        "<a b='<'/>",
        "<a b='&'/>",
        "<a b='&nbsp;'/>",
        "<a b='1' b='2'/>",
        "<a 1='1'/>",
        "<a b='/>",
        "<a xmlns:xmlns='urn:a'/>",
        "<a xmlns:xml='urn:a'/>",
        "<!-- a -- b -->",
        "<!-- a --->",
        "<!-- a",
        "<![CDATA[a",
        "<![cdata[a]]>",
        "<!a>",
        "<?xml version='1.0'?>",
        "<?XML a?>",
        "<??>",
        "<?1 a?>",
        "<?a",
    ] {
        let xml = problem(content);
        assert_eq!(kind(&xml), DecodeErrorKind::Syntax, "{xml}");
    }
    for xml in [
        "text".to_owned(),
        "{\"title\": \"JSON\"}".to_owned(),
        "<!-- only -->".to_owned(),
        "<?xml version='1.0'?>".to_owned(),
        "<?xml version='2.0'?>".to_owned() + &problem(""),
        "<?xml encoding='UTF-8'?>".to_owned() + &problem(""),
        " <?xml version='1.0'?>".to_owned() + &problem(""),
        problem("").repeat(2),
        problem("") + "<a/>",
        problem("") + "text",
        problem("") + "<![CDATA[]]>",
        problem("") + "&lt;",
        "&#32;".to_owned() + &problem(""),
        problem("").replace("</problem>", ""),
    ] {
        assert_eq!(kind(&xml), DecodeErrorKind::Syntax, "{xml}");
    }
}

#[test]
fn an_error_says_where() {
    let error = ProblemDetails::from_xml(problem("\n  <title>&oops;</title>").as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "not a problem document: an entity that XML does not define at line 2, column 10"
    );
    let error = ProblemDetails::from_xml(problem("\n<title></tittle>").as_bytes()).unwrap_err();
    assert_eq!(error.position(), Some((2, 8)));
}
