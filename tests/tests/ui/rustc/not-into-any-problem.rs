use problem_core::AnyProblem;

fn handle() -> Result<(), AnyProblem> {
    let _: u8 = "x".parse()?;
    Ok(())
}

fn main() {
    let _ = handle();
}
