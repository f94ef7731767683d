use problem_examples::CATALOG;
use serde_json::Value;

use crate::support::Service;
use crate::tables;

#[tokio::test]
async fn each_of_the_149_samples_is_the_problem_of_the_table() {
    let service = Service::start().await;
    let rows = tables::rows();
    assert_eq!(rows.len(), 149);
    for row in rows {
        let domain = CATALOG
            .domains()
            .iter()
            .find(|domain| domain.name() == row.domain)
            .unwrap();
        let answer = service.get(&format!("/samples/{}/{}", domain.slug(), row.code)).await;
        answer.assert_problem(row.status, tables::title(row.status), Some(row.code));

        let json = answer.json();
        let problem = domain.problem(row.code).unwrap();
        if problem.detail_template().is_none() {
            assert_eq!(json["detail"], row.description);
        }
        let mut expected = vec!["title", "status", "detail", "errorCode"];
        expected.extend(problem.extensions().iter().map(problem_core::ExtensionSpec::name));
        for member in json.as_object().unwrap().keys() {
            assert!(expected.contains(&member.as_str()), "{member} in {json}");
        }
    }
}

#[tokio::test]
async fn a_sample_without_extensions_has_four_members_in_order() {
    let service = Service::start().await;
    let answer = service.get("/samples/sequences/6").await;
    assert_eq!(answer.status, 409);
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    let expected = r#"{"title":"Conflict","status":409,"detail":"Sequence is archived","errorCode":6}"#;
    assert_eq!(answer.text, expected);
}

#[tokio::test]
async fn samples_need_no_key() {
    let service = Service::start().await;
    let request = service.request(reqwest::Method::GET, "/samples/sequences/6");
    assert_eq!(crate::support::send(request).await.status, 409);
}

#[tokio::test]
async fn an_unknown_sample_is_a_404_problem() {
    let service = Service::start().await;
    for path in [
        "/samples/sequences/99",
        "/samples/nothing/1",
        "/samples/sequences/six",
        "/samples/sequences/-1",
        "/samples/sequences/4294967296",
    ] {
        let answer = service.get(path).await;
        answer.assert_problem(404, "Not Found", None);
        assert_ne!(answer.json()["detail"], Value::Null);
    }
}
