//! Needs that offer no choice, or name what is none.

use crate::{help, planted};

const WAYS: &str = "deployments = [\"vm\", \"fn.zip.auto\"]";

#[test]
fn the_ways_exist() {
    let problem = planted(
        "questions.toml",
        WAYS,
        "deployments = [\"vm\", \"fn.zip.auot\"]",
        "fn.zip.auot",
        "there is no deployment `fn.zip.auot`",
    );
    assert!(help(&problem).contains("fn.zip.auto"), "{problem:?}");
    planted(
        "questions.toml",
        "stacks = \"api\"",
        "stacks = \"apy\"",
        "\"apy\"",
        "there is no stack `apy`",
    );
}

#[test]
fn one_way_is_no_choice() {
    planted(
        "questions.toml",
        "stacks = \"api\"\ndeployments = [\"vm\", \"fn.zip.auto\"]",
        "deployments = [\"vm\"]",
        "id = \"answer\"",
        "the need `answer` leaves no choice",
    );
}

#[test]
fn a_way_is_named_once() {
    planted(
        "questions.toml",
        WAYS,
        "deployments = [\"vm\", \"fn.zip.auto\", \"vm\"]",
        "deployments = [",
        "`vm` meets the need `answer` twice",
    );
}

#[test]
fn the_providers_own_entry_meets_no_need() {
    planted(
        "questions.toml",
        WAYS,
        "deployments = [\"vm\", \"nimbus\"]",
        "deployments = [",
        "`nimbus` is the provider's own entry, and meets no need",
    );
}

#[test]
fn what_a_need_says_is_short_and_plain() {
    let long = "name = \"Answer requests of programs elsewhere\"";
    planted(
        "questions.toml",
        "name = \"Answer requests\"",
        long,
        "Answer requests of",
        "this is too long to read",
    );
    planted(
        "questions.toml",
        "beside = \"Who may call",
        "beside = \"What a customer may call",
        "a customer",
        "\"customer\" is no word for learners",
    );
}

#[test]
fn two_needs_are_told_apart() {
    let again = "[[need]]\nid = \"again\"\nname = \"Answer requests\" # again\ntext = \"So.\"\n\
                 beside = \"No more.\"\ndeployments = [\"vm\", \"fn.zip.auto\"]\n";
    crate::appended(
        "questions.toml",
        again,
        "\"Answer requests\" # again",
        "nobody can tell these two apart",
    );
}
