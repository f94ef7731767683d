//! The one reader of XML: strict about the syntax, which XML 1.0 demands, and tolerant about the members, which RFC 9457
//! §3.1 demands.

use std::str::FromStr;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, NamespaceResolver, ResolveResult};
use quick_xml::reader::Reader;
use serde_json::{Map, Value};

use super::{NAMESPACE, is_xml_char, name};
use crate::decode::{DecodeErrorKind, Note, read_members};
use crate::{DecodeError, Limits, ProblemDetails};

/// The most attributes of an element: to compare each with each must not become an attack.
const MAX_ATTRIBUTES: usize = 64;

/// Reads a document within the limits; what was ignored is told by the notes.
pub(crate) fn read(xml: &[u8], limits: &Limits) -> Result<(ProblemDetails, Vec<Note>), DecodeError> {
    if xml.len() > limits.bytes() {
        let message = format!("{} bytes are over the limit of {}", xml.len(), limits.bytes());
        return Err(DecodeError::new(DecodeErrorKind::TooLarge, message));
    }
    if xml.starts_with(b"\xFE\xFF") || xml.starts_with(b"\xFF\xFE") {
        return Err(not_utf8("UTF-16 is not supported, only UTF-8"));
    }
    let text = std::str::from_utf8(xml).map_err(|error| not_utf8("invalid UTF-8").at(xml, error.valid_up_to()))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim_ascii().is_empty() {
        return Err(DecodeError::new(DecodeErrorKind::Empty, "the text is empty"));
    }
    if let Some((at, c)) = text.char_indices().find(|(_, c)| !is_xml_char(*c)) {
        let message = format!("invalid XML, it cannot hold the character U+{:04X}", u32::from(c));
        return Err(DecodeError::new(DecodeErrorKind::Syntax, message).at(text.as_bytes(), at));
    }
    let mut tree = Tree {
        limits,
        namespaces: NamespaceResolver::default(),
        depth: 0,
        foreign: None,
        open: Vec::new(),
        members: None,
    };
    let mut reader = Reader::from_str(text);
    reader.config_mut().enable_all_checks(true);
    loop {
        let start = offset(reader.buffer_position());
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = offset(reader.error_position());
                return Err(syntax(error).at(text.as_bytes(), at));
            }
        };
        let is_end = matches!(event, Event::Eof);
        tree.take(event, start)
            .map_err(|error| error.at(text.as_bytes(), start))?;
        if is_end {
            let members = tree.members.unwrap_or_default();
            return Ok(read_members(members.into_iter().map(typed)));
        }
    }
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn not_utf8(message: &str) -> DecodeError {
    DecodeError::new(DecodeErrorKind::NotUtf8, message)
}

fn syntax(message: impl std::fmt::Display) -> DecodeError {
    DecodeError::new(DecodeErrorKind::Syntax, format!("invalid XML, {message}"))
}

/// The elements, put together as they are read.
struct Tree<'a> {
    limits: &'a Limits,
    namespaces: NamespaceResolver,
    /// The number of elements that are open.
    depth: u16,
    /// The depth of the element of another namespace that is open, with everything in it.
    foreign: Option<u16>,
    /// The elements that are open, the root first, without foreign ones.
    open: Vec<Element>,
    /// The members of the root, once it is closed.
    members: Option<Vec<(String, Value)>>,
}

struct Element {
    name: String,
    text: String,
    children: Vec<(String, Value)>,
}

impl Tree<'_> {
    /// Takes the event that begins at `start`.
    fn take(&mut self, event: Event, start: usize) -> Result<(), DecodeError> {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::Empty(tag) => {
                self.open(&tag)?;
                self.close();
                Ok(())
            }
            Event::End(_) => {
                self.close();
                Ok(())
            }
            Event::Text(text) if text.contains("]]>") => Err(syntax("`]]>` must be escaped")),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(_) if self.depth == 0 => Err(syntax("text beside the root element")),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(&reference),
            Event::Decl(_) if start > 0 => Err(syntax("an XML declaration must come first")),
            Event::Decl(declaration) => check_declaration(&declaration),
            Event::DocType(_) => Err(DecodeError::new(
                DecodeErrorKind::Doctype,
                "a document type (DTD) is not allowed",
            )),
            Event::PI(instruction) => {
                let target = instruction.target();
                if !name::is_name(target) || target.eq_ignore_ascii_case("xml") {
                    return Err(syntax("a processing instruction has no valid name"));
                }
                Ok(())
            }
            Event::Eof if self.depth > 0 => Err(syntax("the text breaks off within an element")),
            Event::Eof if self.members.is_none() => Err(syntax("there is no root element")),
            Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    fn open(&mut self, tag: &BytesStart) -> Result<(), DecodeError> {
        if self.members.is_some() {
            return Err(syntax("a second root element"));
        }
        if !name::is_qualified_name(tag.name().0) {
            return Err(syntax("an element has no valid name"));
        }
        // An element without children is a value and no level, as in JSON.
        let max_depth = self.limits.depth().min(Limits::NONE.depth());
        if usize::from(self.depth) > max_depth {
            let message = format!("nested deeper than {max_depth} levels");
            return Err(DecodeError::new(DecodeErrorKind::TooDeep, message));
        }
        self.depth += 1;
        self.namespaces.set_level(self.depth);
        self.read_attributes(tag)?;
        if self.foreign.is_some() {
            return Ok(());
        }
        let (namespace, local_name) = self.namespaces.resolve_element(tag.name());
        let is_ours = match namespace {
            ResolveResult::Bound(namespace) => namespace.0 == NAMESPACE,
            ResolveResult::Unbound => false,
            ResolveResult::Unknown(_) => return Err(syntax("the prefix of an element is not bound to a namespace")),
        };
        let local_name = local_name.into_inner();
        if self.depth == 1 && !(is_ours && local_name == "problem") {
            let message = format!("the root element is not `problem` in the namespace `{NAMESPACE}`");
            return Err(DecodeError::new(DecodeErrorKind::WrongRoot, message));
        }
        if !is_ours {
            self.foreign = Some(self.depth);
            return Ok(());
        }
        self.open.push(Element {
            name: name::unescape(local_name).into_owned(),
            text: String::new(),
            children: Vec::new(),
        });
        match self.open.as_slice() {
            [root, _] if root.children.len() == self.limits.members() => {
                let message = format!("more than {} members", self.limits.members());
                Err(DecodeError::new(DecodeErrorKind::TooManyMembers, message))
            }
            _ => Ok(()),
        }
    }

    /// Checks the attributes, and binds those that declare a namespace.
    fn read_attributes(&mut self, tag: &BytesStart) -> Result<(), DecodeError> {
        for (index, attribute) in tag.attributes().enumerate() {
            if index == MAX_ATTRIBUTES {
                let message = format!("more than {MAX_ATTRIBUTES} attributes on an element");
                return Err(DecodeError::new(DecodeErrorKind::TooManyMembers, message));
            }
            let attribute = attribute.map_err(syntax)?;
            if !name::is_qualified_name(attribute.key.0) {
                return Err(syntax("an attribute has no valid name"));
            }
            if attribute.value.contains('<') {
                return Err(syntax("`<` in an attribute must be escaped"));
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(syntax)?;
            if let Some(prefix) = attribute.key.as_namespace_binding() {
                self.namespaces.add(prefix, Namespace(&value)).map_err(syntax)?;
            }
        }
        Ok(())
    }

    /// Closes the innermost element. That it is the one to be closed has been checked by the reader.
    fn close(&mut self) {
        if self.foreign == Some(self.depth) {
            self.foreign = None;
        } else if self.foreign.is_none() {
            if let Some(element) = self.open.pop() {
                match self.open.last_mut() {
                    Some(parent) => parent.children.push(element.into_member()),
                    None => self.members = Some(element.children),
                }
            }
        }
        self.depth = self.depth.saturating_sub(1);
        self.namespaces.set_level(self.depth);
    }

    fn text(&mut self, text: &str) -> Result<(), DecodeError> {
        if self.depth == 0 && !text.trim_ascii().is_empty() {
            return Err(syntax("text beside the root element"));
        }
        match self.open.last_mut() {
            // Beside children text means nothing, and that of the root never does.
            Some(element) if self.foreign.is_none() && element.children.is_empty() => element.text.push_str(text),
            _ => {}
        }
        Ok(())
    }

    /// A character reference, or one of the entities that XML itself defines.
    fn reference(&mut self, reference: &BytesRef) -> Result<(), DecodeError> {
        if self.depth == 0 {
            return Err(syntax("text beside the root element"));
        }
        let mut buffer = [0; 4];
        let text = match reference.resolve_char_ref().map_err(syntax)? {
            Some(c) if is_xml_char(c) => c.encode_utf8(&mut buffer),
            Some(_) => return Err(syntax("a character reference names a character that XML cannot hold")),
            None => resolve_xml_entity(reference)
                .ok_or_else(|| DecodeError::new(DecodeErrorKind::Doctype, "an entity that XML does not define"))?,
        };
        self.text(text)
    }
}

/// Whether this is XML 1.x in UTF-8, or in ASCII as a part of it.
fn check_declaration(declaration: &BytesDecl) -> Result<(), DecodeError> {
    let version = declaration.version().map_err(syntax)?;
    if !version.starts_with("1.") {
        return Err(syntax("the version is not 1.0"));
    }
    match declaration.encoding().transpose().map_err(syntax)? {
        Some(encoding)
            if !["utf-8", "us-ascii"]
                .iter()
                .any(|known| encoding.eq_ignore_ascii_case(known)) =>
        {
            let message = format!("the encoding is {encoding:?}, only UTF-8 is supported");
            Err(not_utf8(&message))
        }
        Some(_) | None => Ok(()),
    }
}

impl Element {
    /// RFC 9457 Appendix B: children that are all `i` make an array, others an object.
    fn into_member(self) -> (String, Value) {
        let value = if self.children.is_empty() {
            Value::String(self.text)
        } else if self.children.iter().all(|(name, _)| name == "i") {
            self.children.into_iter().map(|(_, value)| value).collect()
        } else {
            Value::Object(Map::from_iter(self.children))
        };
        (self.name, value)
    }
}

/// Gives the text of a standard member the type that it has in JSON. The white space of these types does not count
/// (XML Schema 1.0, part 2, §4.3.6).
fn typed((name, value): (String, Value)) -> (String, Value) {
    let Value::String(text) = value else {
        return (name, value);
    };
    let trimmed = text.trim_ascii();
    let value = match name.as_str() {
        "type" | "instance" => Value::from(trimmed),
        "status" => u16::from_str(trimmed).map_or_else(|_| Value::from(trimmed), Value::from),
        // A code is what a number in JSON is. `007` is another service's text.
        "errorCode" => match u32::from_str(trimmed) {
            Ok(code) if code.to_string() == trimmed => Value::from(code),
            _ => Value::String(text),
        },
        _ => Value::String(text),
    };
    (name, value)
}
