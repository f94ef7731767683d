//! The client against the real service, on a loopback port.

use std::process::{Command, Output};

use problem_examples::service::{self, Config};
use tokio::net::TcpListener;

async fn client(url: String) -> Output {
    let run = move || {
        Command::new(env!("CARGO_BIN_EXE_client"))
            .args(["--url", &url])
            .output()
    };
    tokio::task::spawn_blocking(run).await.unwrap().unwrap()
}

/// What the client prints behind its first line.
const TOUR: &str = "
POST /sequences
  Sequence 1 is created.

POST /sequences/1/start
  NoContacts: the client knows the remedy, and adds a contact.

POST /contacts
  Contact 1 is created.

POST /sequences/1/contacts
  The contact is added.

POST /sequences/1/contacts
  ContactAlreadyInSequence: so contact 1 is where it should be.

POST /sequences/1/start
  The sequence is Active now.

GET /sequences?limit=1000
  InvalidPagination: set `limit` to a number from 1 to 100.

GET /samples/tasks/14
  Code 14 is unknown to the client, which shows it as it is: 400 Bad Request: A single request can delete 100 tasks.

GET /sequences
  401: ask the user for another API key.
";

#[tokio::test]
async fn the_client_gets_the_enums_of_the_service() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let app = service::app(&Config::default()).unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await });

    for run in 1..=2_u8 {
        let output = client(url.clone()).await;
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success(),
            "{text}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(output.stderr.is_empty());
        // The second run meets the sequence and the contact of the first.
        let expected = if run == 1 {
            TOUR.to_owned()
        } else {
            TOUR.replace("s/1/", "s/2/").replace(" 1 is", " 2 is")
        };
        assert_eq!(text, format!("Asking {url}\n{expected}"));
    }
}

#[tokio::test]
async fn without_a_service_the_client_says_how_to_start_it() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let output = client(url).await;
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(
        text.starts_with("error: no answer (") && text.contains("start it with `cargo run`"),
        "{text}"
    );
}
