//! Files that cannot be read as they were meant.

use demarc_catalogue::judge_files;

use crate::small;
use crate::{appended, help, line_of, planted};

#[test]
fn an_unknown_duty_is_found_and_the_nearest_name_given() {
    let problem = planted(
        "services/fn.toml",
        "duty = [\"os.apply\", \"runtime.apply\"]",
        "duty = [\"os.apply\", \"runtime.aply\"]",
        "runtime.aply",
        "there is no duty `runtime.aply`",
    );
    assert_eq!(help(&problem), "did you mean `runtime.apply`?");
}

#[test]
fn a_retired_id_is_answered_by_its_new_name() {
    let problem = planted(
        "questions.toml",
        "deployment = \"vm\"\nduty = \"runtime.apply\"",
        "deployment = \"vm\"\nduty = \"runtime.patch\"",
        "runtime.patch",
        "there is no duty `runtime.patch`",
    );
    assert_eq!(help(&problem), "it is now called `runtime.apply`");
}

#[test]
fn a_duplicate_id_is_found() {
    let problem = appended(
        "duties.toml",
        "[[duty]]\nid = \"os.apply\" # planted\nlayer = \"data\"\nlabel = \"Again\"\ntext = \"Again.\"\nprinciple = { of = \"a\", in = \"b\" }\n",
        "\"os.apply\" # planted",
        "the duty `os.apply` is declared twice",
    );
    assert_eq!(problem.others[0].label, "first declared here");
}

#[test]
fn a_misspelt_key_is_found_and_the_nearest_name_given() {
    let problem = planted(
        "services/vm.toml",
        "category = ",
        "categroy = ",
        "categroy",
        "a service has no key `categroy`",
    );
    assert_eq!(help(&problem), "did you mean `category`?");
}

#[test]
fn a_broken_file_does_not_hide_the_faults_of_another() {
    let mut files =
        small::changed("services/vm.toml", "short = \"Machines\"", "short = \"Machines");
    small::change(&mut files, "classes.toml", "side = \"none\"", "side = \"nobody\"");
    let line = line_of(&files, "services/vm.toml", "short = \"Machines");
    let side = line_of(&files, "classes.toml", "\"nobody\"");
    let judged = judge_files(files, None);
    let found: Vec<_> = judged
        .problems
        .list
        .iter()
        .map(|problem| (problem.file.as_str(), problem.line, problem.message.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("classes.toml", side, "`nobody` is no side"),
            ("services/vm.toml", line, "this is not TOML"),
        ],
        "{}",
        judged.problems
    );
}

#[test]
fn what_a_broken_file_declares_is_still_known_to_the_others() {
    // Scenario and stack name the deployment of the broken file.
    let problem = planted(
        "services/vm.toml",
        "tile = \"VM\"",
        "tile = = \"VM\"",
        "tile = = \"VM\"",
        "this is not TOML",
    );
    assert!(problem.label.contains('='), "{}", problem.label);
}

#[test]
fn a_kind_of_table_that_there_is_not_is_found() {
    let problem =
        appended("classes.toml", "[[clas]]\n", "clas]]", "there is no kind of table `clas`");
    assert_eq!(help(&problem), "did you mean `class`?");
}

#[test]
fn a_table_of_a_service_needs_a_service() {
    appended(
        "classes.toml",
        "[[deployment]]\nid = \"planted\"\n",
        "[[deployment]]",
        "this deployment belongs to no service",
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_found() {
    let problem = planted("services/vm.toml", "\"VM\"", "7", "tile = 7", "`tile` is not a string");
    assert_eq!(problem.label, "this is an integer");
    planted(
        "provider.toml",
        "released = 2026-11-24",
        "released = \"2026-11-24\"",
        "released = ",
        "`released` is not a day, like 2026-11-24 without quotes",
    );
}

#[test]
fn a_table_that_is_written_as_something_else_is_found() {
    planted(
        "services/vm.toml",
        "[[deployment]]",
        "[deployment]",
        "[deployment]",
        "a service may have many deployments",
    );
    let problem = planted(
        "services/vm.toml",
        "[layers]\nguest-os = \"any image\"",
        "[[layers]]\nguest-os = \"any image\"",
        "[[layers]]",
        "`layers` is a table",
    );
    assert_eq!(problem.label, "this is a list");
    planted("questions.toml", "[[stack]]", "[stack]", "[stack]", "`stack` may stand many times");
}

#[test]
fn a_duty_below_the_layer_of_the_one_before_it_is_found() {
    planted(
        "duties.toml",
        "id = \"grant\"\nlayer = \"access\"",
        "id = \"grant\"\nlayer = \"network\"",
        "[[duty]]\nid = \"grant\"",
        "the duty `grant` stands above its layer",
    );
}

#[test]
fn a_deployment_is_named_after_its_service() {
    planted(
        "services/fn.toml",
        "id = \"fn.image\"",
        "id = \"function.image\"",
        "\"function.image\"",
        "the deployment `function.image` is not named after its service",
    );
}

#[test]
fn content_without_a_provider_is_refused() {
    let mut files = small::files();
    files.retain(|file| file.path != "provider.toml");
    let judged = judge_files(files, None);
    let missing =
        judged.problems.list.iter().filter(|problem| problem.message.starts_with("no file"));
    let missing: Vec<_> = missing.map(|problem| problem.message.as_str()).collect();
    assert_eq!(missing, ["no file has a table [content]", "no file has a table [provider]"]);
    let judged = judge_files(Vec::new(), None);
    assert_eq!(judged.problems.to_string(), "error: there is no content at all");
}
