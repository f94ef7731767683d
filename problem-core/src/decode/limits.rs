use super::error::{DecodeError, DecodeErrorKind};

/// How much of a document is read before it counts as an attack, or as an accident.
///
/// ```
/// use problem_core::{Decoded, Limits};
///
/// const SMALL: Limits = Limits::new().with_bytes(16 * 1024).with_depth(8);
///
/// let deep = format!("{{\"a\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
/// let decoded = Decoded::from_response(400, Some("application/problem+json"), deep.as_bytes(), &SMALL);
/// assert!(decoded.into_details().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    bytes: usize,
    depth: usize,
    members: usize,
}

/// The levels that the JSON parser follows.
const MAX_DEPTH: usize = 127;

impl Limits {
    /// 1 MiB, 64 levels of nesting, 1024 members.
    pub const fn new() -> Self {
        Limits {
            bytes: 1024 * 1024,
            depth: 64,
            members: 1024,
        }
    }

    /// No limits but that of the JSON parser.
    pub(crate) const NONE: Limits = Limits {
        bytes: usize::MAX,
        depth: MAX_DEPTH,
        members: usize::MAX,
    };

    /// Sets how many bytes a body may have.
    pub const fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }

    /// Sets how deep arrays and objects may be nested, the document itself being the first level. More than 127 levels
    /// are refused in any case.
    pub const fn with_depth(mut self, levels: usize) -> Self {
        self.depth = levels;
        self
    }

    /// Sets how many members the document may have. What is nested in them is bounded by its bytes and its depth.
    pub const fn with_members(mut self, members: usize) -> Self {
        self.members = members;
        self
    }

    /// How many bytes a body may have: a client need not receive more than one byte beyond it.
    pub const fn bytes(&self) -> usize {
        self.bytes
    }

    /// How deep arrays and objects may be nested.
    pub const fn depth(&self) -> usize {
        self.depth
    }

    /// How many members the document may have.
    pub const fn members(&self) -> usize {
        self.members
    }

    /// Whether a text is within the limits. It need not be valid JSON: that is for the parser to say.
    pub(crate) fn check(&self, json: &[u8]) -> Result<(), DecodeError> {
        if json.len() > self.bytes {
            let message = format!("{} bytes are over the limit of {}", json.len(), self.bytes);
            return Err(DecodeError::new(DecodeErrorKind::TooLarge, message));
        }
        let depth = self.depth.min(MAX_DEPTH);
        // Each level takes two bytes and each member four. Else to count some bytes is much faster than to tell which
        // of them stand in strings, and mostly settles it.
        let count = |found: fn(u8) -> bool| json.iter().filter(|&&byte| found(byte)).count();
        let few_levels = json.len() / 2 <= depth || count(|byte| byte == b'{' || byte == b'[') <= depth;
        let few_members = json.len() / 4 <= self.members || count(|byte| byte == b':') <= self.members;
        if few_levels && few_members {
            return Ok(());
        }
        self.scan(json, depth)
    }

    /// Counts the levels and the members of the outermost object.
    fn scan(&self, json: &[u8], max_depth: usize) -> Result<(), DecodeError> {
        let (mut depth, mut members, mut in_string) = (0_usize, 0_usize, false);
        let mut bytes = json.iter().enumerate();
        while let Some((offset, byte)) = bytes.next() {
            match byte {
                b'\\' => _ = bytes.next(),
                b'"' => in_string = !in_string,
                _ if in_string => {}
                b'{' | b'[' => {
                    depth += 1;
                    if depth > max_depth {
                        let message = format!("nested deeper than {max_depth} levels");
                        return Err(DecodeError::new(DecodeErrorKind::TooDeep, message).at(json, offset));
                    }
                }
                b'}' | b']' => depth = depth.saturating_sub(1),
                b':' if depth == 1 => {
                    members += 1;
                    if members > self.members {
                        let message = format!("more than {} members", self.members);
                        return Err(DecodeError::new(DecodeErrorKind::TooManyMembers, message).at(json, offset));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::new()
    }
}
