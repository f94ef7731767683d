#[problem(domain = 5, base = X::Y, stauts, code = 1 + 1, reserved(), uncoded = true, manual_error, "x")]
#[problem]
enum E { #[problem(code = 404)] A, #[problem(code = 404, status = 200, transparent)] B(u8, u8), C {}, #[problem(header("a b" = "\n", c))] D(#[problem(extension, extension, header)] ()) }
