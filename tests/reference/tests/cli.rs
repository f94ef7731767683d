//! The command-line tool: what it prints, what it writes, and its exit code.

use std::fs;
use std::path::{Path, PathBuf};

use problem_core::reference::Lock;
use problem_core::{Catalog, Domain, ProblemType, cli};

const NOT_FOUND: ProblemType = ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1);
const ARCHIVED: ProblemType = ProblemType::new("Archived", 409, "Conflict", "Order is archived").with_code(6);
const LOCKED: ProblemType = ProblemType::new("Locked", 409, "Conflict", "Order is archived").with_code(6);
const GONE: ProblemType = ProblemType::new("NotFound", 410, "Gone", "Order not found").with_code(1);

static CATALOG: Catalog = catalog(&[Domain::new("Orders", "orders", &[NOT_FOUND, ARCHIVED])]);
static RENAMED: Catalog = catalog(&[Domain::new("Orders", "orders", &[NOT_FOUND, LOCKED])]);
static BROKEN: Catalog = catalog(&[Domain::new("Orders", "orders", &[GONE, ARCHIVED])]);
static SMALLER: Catalog = catalog(&[Domain::new("Orders", "orders", &[NOT_FOUND])]);

const fn catalog(domains: &'static [Domain]) -> Catalog {
    Catalog::new("Shop API", domains)
}

/// How a command ended.
#[derive(Debug)]
struct Ended {
    code: u8,
    stdout: String,
    stderr: String,
}

fn run(catalog: &Catalog, args: &[&str]) -> Ended {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let args = ["error-docs"].iter().chain(args);
    let code = cli::run(catalog, args, &mut stdout, &mut stderr);
    Ended {
        code,
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}

impl Ended {
    /// That all went well and nothing was complained of; what was printed.
    #[track_caller]
    fn fine(self) -> String {
        assert_eq!((self.code, &*self.stderr), (0, ""), "{}", self.stdout);
        self.stdout
    }

    /// That it was used wrongly, for this reason.
    #[track_caller]
    fn wrong_use(&self, reason: &str) {
        assert_eq!((self.code, &*self.stdout), (2, ""), "{}", self.stderr);
        assert!(
            self.stderr.starts_with("error: ") && self.stderr.contains(reason),
            "{}",
            self.stderr
        );
    }
}

/// An empty directory, for one test.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn names_in(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn each_format_is_printed_or_written() {
    let directory = directory("formats");
    for (format, expected) in [
        ("markdown", CATALOG.to_markdown()),
        ("html", CATALOG.to_html()),
        ("json", CATALOG.to_json()),
        ("openapi", CATALOG.to_openapi()),
        ("typescript", CATALOG.to_typescript()),
    ] {
        assert_eq!(run(&CATALOG, &["export", "--format", format]).fine(), expected);
        let path = directory.join(format);
        let printed = run(&CATALOG, &["export", "--format", format, "--out", text(&path)]).fine();
        assert_eq!(printed, "");
        assert_eq!(fs::read_to_string(path).unwrap(), expected);
    }
    assert_eq!(
        names_in(&directory),
        ["html", "json", "markdown", "openapi", "typescript"]
    );
}

#[test]
fn help_teaches_each_command() {
    for (args, expected) in [
        (
            &["--help"][..],
            "error-docs explain orders 1\n\nExit codes:\n  0  all is well\n  1  ",
        ),
        (&["help"], "Exit codes:"),
        (
            &["export", "--help"],
            "typescript: Codes, unions and type guards for a client",
        ),
        (
            &["lock", "--help"],
            "error-docs lock --out errors.lock.json --renamed orders/1=NewName",
        ),
        (&["check", "--help"], "[default: errors.lock.json]"),
        (&["explain", "--help"], "error-docs explain orders\n"),
    ] {
        let help = run(&CATALOG, args).fine();
        assert!(help.contains(expected), "{help}");
        assert!(help.lines().all(|line| line.len() <= 80), "{help}");
    }
}

#[test]
fn wrong_use_is_told_with_its_remedy() {
    for (args, reason) in [
        (&["explian"][..], "a similar subcommand exists: 'explain'"),
        (&["export"], "--format <FORMAT>"),
        (
            &["export", "--format", "pdf"],
            "markdown, html, json, openapi, typescript",
        ),
        (&["export", "--format", "json", "--out", ""], "--out <PATH>"),
        (&["lock", "--renamed", "orders/6=Locked"], "--out <PATH>"),
        (&["check", "--renamed", "orders=Locked"], "as in `sequences/6=Archived`"),
        (&["check", "--renamed", "orders/6="], "as in `sequences/6=Archived`"),
        (
            &["explain", "order", "6"],
            "there is no domain `order`; did you mean `orders`?",
        ),
        (
            &["explain", "orders", "7"],
            "the domain `orders` has no problem `7`\n\n1  NotFound  404",
        ),
    ] {
        run(&CATALOG, args).wrong_use(reason);
    }
    let without_command = run(&CATALOG, &[]);
    assert_eq!((without_command.code, &*without_command.stdout), (2, ""));
    assert!(without_command.stderr.contains("Usage: error-docs <COMMAND>"));
}

#[test]
fn a_lock_keeps_the_catalog_that_wrote_it() {
    let path = directory("kept").join("errors.lock.json");
    let written = run(&CATALOG, &["lock", "--out", text(&path)]);
    assert_eq!(
        (written.code, &*written.stdout, &*written.stderr),
        (
            0,
            "",
            &*format!("note: wrote `{}`, with 2 problems in 1 domain\n", path.display())
        )
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), run(&CATALOG, &["lock"]).fine());
    assert_eq!(
        run(&CATALOG, &["check", text(&path)]).fine(),
        "no change: the published contract is kept\n"
    );
    let again = run(&CATALOG, &["lock", "--out", text(&path)]);
    assert_eq!(again.code, 0);
    assert!(again.stderr.contains("is up to date"), "{again:?}");
}

#[test]
fn a_breaking_change_is_exit_code_1() {
    let path = directory("broken").join("errors.lock.json");
    let lock = Lock::of(&CATALOG).to_json();
    fs::write(&path, &lock).unwrap();

    let checked = run(&BROKEN, &["check", text(&path)]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.stdout.starts_with("breaking  orders 1 NotFound\n"),
        "{checked:?}"
    );
    assert!(checked.stdout.contains("remedy: restore `status = 404`"), "{checked:?}");
    assert!(checked.stderr.contains("--accept-breaking"), "{checked:?}");

    let json = run(&BROKEN, &["check", text(&path), "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((json.code, &report["breaking"], &*json.stderr), (1, &true.into(), ""));

    // Nobody accepts it unseen.
    let refused = run(&BROKEN, &["lock", "--out", text(&path)]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("stays as it is"), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), lock);
    let accepted = run(&BROKEN, &["lock", "--out", text(&path), "--accept-breaking"]);
    assert_eq!(accepted.code, 0, "{accepted:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), Lock::of(&BROKEN).to_json());
}

#[test]
fn a_new_problem_is_exit_code_0() {
    let path = directory("new").join("errors.lock.json");
    fs::write(&path, Lock::of(&SMALLER).to_json()).unwrap();
    let checked = run(&CATALOG, &["check", text(&path)]);
    assert_eq!(checked.code, 0);
    assert!(
        checked.stdout.starts_with("warning   orders 6 Archived\n"),
        "{checked:?}"
    );
    assert_eq!(
        checked.stderr,
        format!(
            "note: to accept the changes: `error-docs lock --out {}`\n",
            path.display()
        )
    );
}

#[test]
fn a_new_name_is_confirmed_once() {
    let path = directory("renamed").join("errors.lock.json");
    fs::write(&path, Lock::of(&CATALOG).to_json()).unwrap();
    let confirm = ["--renamed", "orders/6=Locked"];
    assert_eq!(run(&RENAMED, &["check", text(&path)]).code, 1);
    assert_eq!(run(&RENAMED, &[&["check", text(&path)][..], &confirm].concat()).code, 0);
    assert_eq!(run(&RENAMED, &["lock", "--out", text(&path)]).code, 1);
    assert_eq!(
        run(&RENAMED, &[&["lock", "--out", text(&path)][..], &confirm].concat()).code,
        0
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), Lock::of(&RENAMED).to_json());
    run(&RENAMED, &["check", text(&path)]).fine();

    run(&RENAMED, &["check", text(&path), "--renamed", "orders/7=Locked"])
        .wrong_use("the domain `orders` has no problem `7` to rename");
    let absent = directory("renamed-absent").join("errors.lock.json");
    run(&RENAMED, &[&["lock", "--out", text(&absent)][..], &confirm].concat()).wrong_use("leave out `--renamed`");
}

#[test]
fn a_lock_that_cannot_be_read_is_exit_code_2() {
    let directory = directory("unreadable");
    let file = |name: &str, content: &[u8]| {
        let path = directory.join(name);
        fs::write(&path, content).unwrap();
        path
    };
    for (path, reason) in [
        (
            directory.join("absent"),
            "name one that exists, or write it with `error-docs lock --out`",
        ),
        (directory.clone(), "name a file in it"),
        (file("empty", b""), "restore it from version control"),
        (file("binary", b"\xff\xfe"), "name a text file"),
        (
            file("other", b"{\"a\": 1}"),
            "it has no member `format`; name another file",
        ),
        (file("newer", b"{\"format\": 99}"), "update `problem-core`"),
        (
            file("conflict", b"{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n"),
            "a merge conflict at line 2; resolve it",
        ),
    ] {
        let checked = run(&CATALOG, &["check", text(&path)]);
        checked.wrong_use(reason);
        checked.wrong_use(&format!("`{}`", path.display()));
        // Nor is it written over.
        if path.is_file() {
            let before = fs::read(&path).unwrap();
            run(&CATALOG, &["lock", "--out", text(&path)]).wrong_use(reason);
            assert_eq!(fs::read(&path).unwrap(), before);
        }
    }
}

#[test]
fn what_cannot_be_written_is_exit_code_2_and_leaves_nothing_behind() {
    let directory = directory("unwritable");
    let file = directory.join("file");
    fs::write(&file, "old").unwrap();
    for (path, reason) in [
        (directory.join("absent").join("file"), "create its directory first"),
        (directory.clone(), "it is a directory; name a file in it"),
        (file.join("below"), "cannot be written"),
    ] {
        run(&CATALOG, &["export", "--format", "json", "--out", text(&path)]).wrong_use(reason);
    }
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    run(&CATALOG, &["export", "--format", "json", "--out", text(&file)]).wrong_use("name one that you may write");
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    assert_eq!(names_in(&directory), ["file"]);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_its_target() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    let directory = directory("unix");
    let (file, link) = (directory.join("file"), directory.join("link"));
    fs::write(&file, "old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("file", &link).unwrap();
    let before = fs::metadata(&file).unwrap().ino();
    run(&CATALOG, &["export", "--format", "json", "--out", text(&link)]).fine();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let metadata = fs::metadata(&file).unwrap();
    assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_to_string(&file).unwrap(), CATALOG.to_json());
    // Another file took its place: who reads the old one reads it to its end.
    assert_ne!(metadata.ino(), before);

    // A link to what is not there yet.
    symlink("later", directory.join("dangling")).unwrap();
    let dangling = directory.join("dangling");
    run(&CATALOG, &["lock", "--out", text(&dangling)]);
    assert_eq!(
        fs::read_to_string(directory.join("later")).unwrap(),
        Lock::of(&CATALOG).to_json()
    );
    assert_eq!(names_in(&directory), ["dangling", "file", "later", "link"]);
}

/// A stream that nobody reads.
struct Closed;

impl std::io::Write for Closed {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    for args in [
        &["export", "--format", "html"][..],
        &["lock"],
        &["explain"],
        &["--help"],
    ] {
        let mut stderr = Vec::new();
        let args = ["error-docs"].iter().chain(args);
        assert_eq!(cli::run(&CATALOG, args, &mut Closed, &mut stderr), 0);
        assert_eq!(stderr, b"");
    }
}

#[test]
fn the_verdict_does_not_depend_on_who_reads_it() {
    let path = directory("closed").join("errors.lock.json");
    fs::write(&path, Lock::of(&CATALOG).to_json()).unwrap();
    let args = ["error-docs", "check", text(&path)];
    assert_eq!(cli::run(&BROKEN, args, &mut Closed, &mut Closed), 1);
}
