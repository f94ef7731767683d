use crate::{Problem, ProblemType};

/// Collects the kinds of problems that the values of a type can be.
///
/// [`Domain::problems`](crate::Domain::problems) lists what one type declares itself; an operation that returns the type
/// can answer with the problems of its transparent variants too.
#[derive(Debug, Default)]
pub struct Declared {
    /// The derived types whose problems are listed, so that one that holds itself in a box comes to an end.
    seen: Vec<&'static str>,
    problems: Vec<&'static ProblemType>,
}

impl Declared {
    /// The problem types of `P` and of its transparent variants, in the order of declaration, own ones first. Those of a
    /// hand-written [`Problem`] are not known.
    #[cfg_attr(not(test), allow(dead_code, reason = "it is for some of the features"))]
    pub(crate) fn of<P: Problem>() -> Vec<&'static ProblemType> {
        let mut declared = Declared::default();
        P::declare(&mut declared);
        declared.problems
    }

    /// Lists the rows of `P` and what `transparent` lists; the second time nothing.
    pub fn add<P>(&mut self, problems: &'static [ProblemType], transparent: fn(&mut Self)) {
        let name = std::any::type_name::<P>();
        // Two local types may have one name, not one table.
        let listed = |problem: &ProblemType| self.problems.iter().any(|known| std::ptr::eq(*known, problem));
        if !self.seen.contains(&name) || !problems.iter().all(listed) {
            self.seen.push(name);
            self.problems.extend(problems);
            transparent(self);
        }
    }
}

#[cfg(test)]
#[allow(dead_code, reason = "the types are enough, values are not needed")]
mod tests {
    use super::*;

    fn names<P: Problem>() -> Vec<&'static str> {
        Declared::of::<P>().into_iter().map(ProblemType::name).collect()
    }

    #[derive(Debug, Problem)]
    #[problem(crate = "crate")]
    enum Outer {
        /// First
        #[problem(code = 1, status = 400)]
        First,
        #[problem(transparent)]
        Inner(Inner),
        /// Last
        #[problem(code = 2, status = 400)]
        Last,
        #[problem(transparent)]
        Again(Box<Inner>),
    }

    #[derive(Debug, Problem)]
    #[problem(crate = "crate")]
    enum Inner {
        /// Own
        #[problem(code = 1, status = 400)]
        Own,
        #[problem(transparent)]
        Outer(Box<Outer>),
    }

    #[derive(Debug, Problem)]
    #[problem(crate = "crate")]
    enum Either<A, B> {
        #[problem(transparent)]
        A(A),
        #[problem(transparent)]
        B(B),
    }

    #[test]
    fn transparent_variants_are_listed_once() {
        assert_eq!(names::<Outer>(), ["First", "Last", "Own"]);
        assert_eq!(names::<Inner>(), ["Own", "First", "Last"]);
    }

    #[test]
    fn a_type_parameter_brings_its_problems() {
        #[derive(Debug, Problem)]
        #[problem(crate = "crate")]
        /// Alone
        #[problem(code = 7, status = 404)]
        struct Alone;

        assert_eq!(names::<Either<Alone, Inner>>(), ["Alone", "Own", "First", "Last"]);
        assert_eq!(
            names::<Either<Either<Alone, Inner>, Alone>>(),
            ["Alone", "Own", "First", "Last"]
        );
    }
}
