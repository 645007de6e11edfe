//! The examples in `questions/README.md` are content: put beside what ships, they pass the check.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use demarc_catalogue::{Catalogue, SourceFile, judge_files, shipped};

const README: &str = include_str!("../../../questions/README.md");

/// The TOML blocks of the file, each as a content file of its own.
fn examples() -> Vec<SourceFile> {
    let mut blocks =
        README.split("\n```toml\n").skip(1).map(|rest| rest.split_once("\n```").unwrap().0);
    let files = (1..).zip(&mut blocks).map(|(number, block)| {
        SourceFile::new(format!("questions/aws/zz-example-{number}.toml"), format!("{block}\n"))
    });
    files.collect()
}

/// What ships, with the examples.
fn with(examples: Vec<SourceFile>) -> Vec<SourceFile> {
    let mut files = shipped::files();
    files.extend(examples);
    files
}

#[test]
fn the_examples_pass_the_check_beside_what_ships() {
    let examples = examples();
    assert!(examples.len() >= 5, "service, scenario, need, misconception, lesson");
    let judged = judge_files(with(examples), None);
    assert!(judged.problems.list.is_empty(), "{}", judged.problems);
}

#[test]
fn the_examples_say_what_they_are_about() {
    let catalogue =
        Catalogue::from_files(with(examples())).unwrap_or_else(|error| panic!("{error}"));
    let service = catalogue.find_service("widget").unwrap();
    assert_eq!(catalogue.service(service).deployments.len(), 2);
    let own = catalogue
        .rules()
        .iter()
        .filter(|rule| rule.scope == demarc_catalogue::Scope::Service(service));
    assert!(own.count() >= 1);
    let widgets = catalogue.find_need("widgets").unwrap();
    assert_eq!(catalogue.ways(widgets, catalogue.released()).len(), 3);
    assert!(catalogue.find_scenario("widget-audit").is_some());
    assert!(catalogue.find_misconception("widgets-update-themselves").is_some());
}

#[test]
fn an_example_that_went_stale_is_found() {
    let mut examples = examples();
    let service = examples.iter_mut().find(|file| file.text.contains("[service]")).unwrap();
    service.text = service.text.replace("category = \"storage\"", "kategory = \"storage\"").into();
    assert!(!judge_files(with(examples), None).is_good());
}
