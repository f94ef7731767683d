/** Summary
 *
 * More {0} {{ \" } */
#[doc = "a"] #[doc(hidden)] #[doc = include_str!("x")]
#[problem(code = 4294967295, status = 599, title = r#"a"b"#, detail = "{}{0}{1}{a.b}{a:$>1$}{:?}{{{")]
pub(crate) struct r#type { r#fn: (), pub b: <Self as T>::U }
