//! Reads a Rust type as it is written.

use super::{Shape, generic, plain};

/// How deep types may nest; beyond it they may be anything. No declaration comes near, and a hostile text cannot
/// exhaust the stack.
const MAX_DEPTH: u32 = 16;

/// Reads a Rust type; `None` where it is none, or none that can be known.
pub(crate) struct Parser<'a> {
    rest: &'a str,
    depth: u32,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(type_name: &'a str) -> Self {
        Parser {
            rest: type_name,
            depth: 0,
        }
    }

    /// The type, where there is nothing else.
    pub(crate) fn whole(&mut self) -> Option<Shape> {
        self.parse().filter(|_| self.peek().is_none())
    }

    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    /// Whether `token` comes next; it is then read.
    fn eat(&mut self, token: &str) -> bool {
        self.peek();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> Option<&'a str> {
        self.peek();
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }

    fn parse(&mut self) -> Option<Shape> {
        if self.depth == MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let shape = match self.peek()? {
            '&' => self.reference(),
            '(' => self.tuple(),
            '[' => self.array(),
            _ => self.path(),
        };
        self.depth -= 1;
        shape
    }

    /// `&'a mut T`
    fn reference(&mut self) -> Option<Shape> {
        self.eat("&");
        self.lifetime();
        self.eat("mut ");
        self.parse()
    }

    fn lifetime(&mut self) -> bool {
        self.eat("'") && self.word().is_some()
    }

    /// `(A, B)`
    fn tuple(&mut self) -> Option<Shape> {
        self.eat("(");
        let mut items = Vec::new();
        let mut trailing_comma = true;
        while !self.eat(")") {
            if !trailing_comma {
                return None;
            }
            items.push(self.parse()?);
            trailing_comma = self.eat(",");
        }
        match (items.len(), trailing_comma) {
            (0, _) => Some(Shape::Null),
            // Parentheses alone.
            (1, false) => items.pop(),
            _ => Some(Shape::Tuple(items)),
        }
    }

    /// `[T]` and `[T; N]`
    fn array(&mut self) -> Option<Shape> {
        self.eat("[");
        let item = self.parse()?;
        if self.eat(";") {
            self.rest = self.rest.trim_start_matches(|c: char| c != ']' && c != '[' && c != '<');
        }
        self.eat("]").then(|| Shape::List(Box::new(item)))
    }

    /// `std::collections::HashMap<String, u32>`
    fn path(&mut self) -> Option<Shape> {
        self.eat("::");
        loop {
            let name = self.word()?;
            let arguments = if self.eat("<") { Some(self.arguments()?) } else { None };
            if self.eat("::") {
                continue;
            }
            let shape = match arguments {
                Some(arguments) => generic(name, arguments),
                None => plain(name),
            };
            return Some(shape.unwrap_or(Shape::Any));
        }
    }

    /// The type arguments up to the closing `>`; lifetimes are left out.
    fn arguments(&mut self) -> Option<Vec<Shape>> {
        let mut arguments = Vec::new();
        loop {
            if self.eat(">") {
                return Some(arguments);
            }
            if !self.lifetime() {
                arguments.push(self.parse()?);
            }
            if !self.eat(",") && self.peek()? != '>' {
                return None;
            }
        }
    }
}
