//! A declaration without mistakes: what `check` makes and `expand` turns into code.

use syn::Path;

use crate::ast::{Container, Field, Variant};
use crate::log_level::LogLevel;
use crate::template::Template;

pub(crate) struct Model<'a> {
    pub(crate) container: &'a Container<'a>,
    pub(crate) domain: String,
    pub(crate) slug: String,
    /// The constant that holds the base of type URIs.
    pub(crate) base: Option<&'a Path>,
    pub(crate) reserved: Vec<u32>,
    pub(crate) arms: Vec<Arm<'a>>,
}

/// A variant and what it stands for.
pub(crate) struct Arm<'a> {
    pub(crate) variant: &'a Variant<'a>,
    pub(crate) kind: Kind<'a>,
}

pub(crate) enum Kind<'a> {
    /// All is taken from the one field.
    Transparent(&'a Field<'a>),
    Problem(Box<Problem<'a>>),
}

pub(crate) struct Problem<'a> {
    pub(crate) code: Option<u32>,
    pub(crate) status: u16,
    pub(crate) title: String,
    pub(crate) type_uri: TypeUri,
    pub(crate) description: String,
    pub(crate) detail: Detail,
    pub(crate) extensions: Vec<Extension<'a>>,
    pub(crate) fixed_headers: Vec<(String, String)>,
    pub(crate) field_headers: Vec<(String, &'a Field<'a>)>,
    /// The level of its log event, where that is not the one of its status.
    pub(crate) log: Option<LogLevel>,
}

/// The `type` member.
pub(crate) enum TypeUri {
    None,
    Literal(String),
    /// What follows the base, whose value rustc alone knows.
    AfterBase(String),
}

/// Where the `detail` member comes from.
pub(crate) enum Detail {
    Static(String),
    Template(Template),
    Display,
}

pub(crate) struct Extension<'a> {
    pub(crate) name: String,
    pub(crate) field: &'a Field<'a>,
}

impl<'a> Model<'a> {
    /// The variants that are problems of their own, in the order of the table.
    pub(crate) fn problems(&self) -> impl Iterator<Item = (&'a Variant<'a>, &Problem<'a>)> {
        self.arms.iter().filter_map(|arm| match &arm.kind {
            Kind::Transparent(_) => None,
            Kind::Problem(problem) => Some((arm.variant, &**problem)),
        })
    }
}
