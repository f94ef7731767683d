use serde_json::{Value, json};

use crate::support::Service;

async fn sequence(service: &Service) -> u64 {
    service.create("/sequences", json!({"name": "Outreach"})).await
}

async fn contact(service: &Service, email: &str) -> u64 {
    service.create("/contacts", json!({"email": email})).await
}

#[tokio::test]
async fn a_created_sequence_can_be_read_and_is_listed() {
    let service = Service::start().await;
    let created = service.post("/sequences", json!({"name": "Outreach"})).await;
    assert_eq!(created.status, 201);
    let id = created.json()["id"].as_u64().unwrap();
    assert_eq!(created.header("location"), Some(format!("/sequences/{id}").as_str()));

    let read = service.get(&format!("/sequences/{id}")).await;
    assert_eq!(read.status, 200);
    assert_eq!(read.json()["name"], "Outreach");

    let list = service.get("/sequences?limit=10&offset=0").await;
    assert_eq!(list.status, 200);
    assert!(list.text.contains("Outreach"), "{}", list.text);
}

#[tokio::test]
async fn an_unknown_sequence_is_not_found() {
    let service = Service::start().await;
    for path in [
        "/sequences/4711",
        "/sequences/abc",
        "/sequences/-1",
        "/sequences/99999999999999999999",
    ] {
        service.get(path).await.assert_problem(404, "Not Found", Some(1));
    }
    for action in ["start", "pause", "archive"] {
        let answer = service.post(&format!("/sequences/4711/{action}"), Value::Null).await;
        answer.assert_problem(404, "Not Found", Some(1));
    }
    let answer = service.post("/sequences/4711/contacts", json!({"contactId": 1})).await;
    answer.assert_problem(404, "Not Found", Some(2));
}

#[tokio::test]
async fn bad_pagination_is_refused() {
    let service = Service::start().await;
    for query in [
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=ten",
        "offset=-1",
        "offset=x",
        "limit=",
    ] {
        let answer = service.get(&format!("/sequences?{query}")).await;
        answer.assert_problem(400, "Bad Request", Some(10));
        let answer = service.get(&format!("/sequence-folders?{query}")).await;
        answer.assert_problem(400, "Bad Request", Some(4));
    }
}

#[tokio::test]
async fn starting_without_contacts_is_no_contacts() {
    let service = Service::start().await;
    let id = sequence(&service).await;
    let answer = service.post(&format!("/sequences/{id}/start"), Value::Null).await;
    answer.assert_problem(400, "Bad Request", Some(6));
}

#[tokio::test]
async fn archiving_twice_is_archived() {
    let service = Service::start().await;
    let id = sequence(&service).await;
    assert_eq!(
        service
            .post(&format!("/sequences/{id}/archive"), Value::Null)
            .await
            .status,
        200
    );
    for action in ["archive", "start"] {
        let answer = service.post(&format!("/sequences/{id}/{action}"), Value::Null).await;
        answer.assert_problem(409, "Conflict", Some(3));
    }
}

#[tokio::test]
async fn a_sequence_starts_once_and_pauses_when_active() {
    let service = Service::start().await;
    let id = sequence(&service).await;
    let pause = format!("/sequences/{id}/pause");
    service
        .post(&pause, Value::Null)
        .await
        .assert_problem(409, "Conflict", Some(9));

    let email = json!({"type": "email", "subject": "Hello", "delayDays": 2});
    service.create(&format!("/sequences/{id}/steps"), email).await;
    let contact = contact(&service, "ada@example.com").await;
    assert_eq!(
        service
            .post(&format!("/sequences/{id}/contacts"), json!({"contactId": contact}))
            .await
            .status,
        201
    );

    let start = format!("/sequences/{id}/start");
    let started = service.post(&start, Value::Null).await;
    assert_eq!(started.status, 200, "{}", started.text);
    service
        .post(&start, Value::Null)
        .await
        .assert_problem(409, "Conflict", Some(5));
    assert_eq!(
        service
            .post(&format!("/sequences/{id}/pause"), Value::Null)
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_contact_added_twice_is_already_in_the_sequence() {
    let service = Service::start().await;
    let id = sequence(&service).await;
    let contact = contact(&service, "ada@example.com").await;
    let path = format!("/sequences/{id}/contacts");
    assert_eq!(service.post(&path, json!({"contactId": contact})).await.status, 201);
    service
        .post(&path, json!({"contactId": contact}))
        .await
        .assert_problem(409, "Conflict", Some(6));
    service
        .post(&path, json!({"contactId": 4711}))
        .await
        .assert_problem(404, "Not Found", Some(7));
}

#[tokio::test]
async fn a_contact_that_exists_is_a_duplicate() {
    let service = Service::start().await;
    contact(&service, "ada@example.com").await;
    let again = service.post("/contacts", json!({"email": "ada@example.com"})).await;
    again.assert_problem(400, "Bad Request", Some(4));
    let invalid = service.post("/contacts", json!({"email": "nobody"})).await;
    invalid.assert_problem(400, "Bad Request", Some(2));
}

#[tokio::test]
async fn a_folder_name_is_taken_once() {
    let service = Service::start().await;
    service.create("/sequence-folders", json!({"name": "Q4"})).await;
    let again = service.post("/sequence-folders", json!({"name": "Q4"})).await;
    again.assert_problem(409, "Conflict", Some(2));
    assert!(service.get("/sequence-folders").await.text.contains("Q4"));
}

#[tokio::test]
async fn an_archived_sequence_takes_no_contacts() {
    let service = Service::start().await;
    let id = sequence(&service).await;
    let contact = contact(&service, "ada@example.com").await;
    assert_eq!(
        service
            .post(&format!("/sequences/{id}/archive"), Value::Null)
            .await
            .status,
        200
    );
    let answer = service
        .post(&format!("/sequences/{id}/contacts"), json!({"contactId": contact}))
        .await;
    answer.assert_problem(409, "Conflict", Some(10));
}

#[tokio::test]
async fn the_database_outlives_the_service_in_its_file() {
    let file = std::env::temp_dir().join(format!("problem-tests-{}.db", std::process::id()));
    let config = problem_examples::service::Config {
        database: Some(file.clone()),
        ..Default::default()
    };
    let id = sequence(&Service::start_with(&config).await).await;
    let answer = Service::start_with(&config)
        .await
        .get(&format!("/sequences/{id}"))
        .await;
    std::fs::remove_file(&file).unwrap();
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn a_step_is_checked_before_it_is_kept() {
    let service = Service::start().await;
    let id = sequence(&service).await;
    let path = format!("/sequences/{id}/steps");
    for (step, code) in [
        (json!({"type": "email"}), 2),
        (json!({"type": "fax", "subject": "Hello"}), 2),
        (json!({"type": "email", "subject": "Hello", "delayDays": -1}), 1),
    ] {
        service
            .post(&path, step)
            .await
            .assert_problem(400, "Bad Request", Some(code));
    }
    assert_eq!(
        service
            .post(&format!("/sequences/{id}/archive"), Value::Null)
            .await
            .status,
        200
    );
    let late = service.post(&path, json!({"type": "task"})).await;
    late.assert_problem(409, "Conflict", Some(6));
}
