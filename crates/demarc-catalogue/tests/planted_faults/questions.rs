//! Scenarios and stacks that do not hold.

use crate::{appended, planted};

#[test]
fn a_scenario_that_rests_on_an_unasked_cell_is_found() {
    let problem = planted(
        "questions.toml",
        "deployment = \"fn.zip.auto\"\nduty = \"runtime.apply\"",
        "deployment = \"fn.zip.auto\"\nduty = \"runtime.build\"",
        "\"runtime.build\"",
        "`runtime.build` is not asked of `fn.zip.auto`",
    );
    assert_eq!(problem.label, "the ruling is `none`");
}

#[test]
fn a_provider_wide_duty_is_asked_on_the_entry_only() {
    let problem = planted(
        "questions.toml",
        "deployment = \"fn.zip.auto\"\nduty = \"runtime.apply\"",
        "deployment = \"fn.zip.auto\"\nduty = \"guard\"",
        "\"guard\"",
        "`guard` is not asked of `fn.zip.auto`",
    );
    assert_eq!(problem.label, "a provider-wide duty, asked on the provider's own entry");
}

#[test]
fn a_scenario_has_two_to_five_verdicts_on_different_cells() {
    appended(
        "questions.toml",
        "[[scenario]]\nid = \"planted\"\ntitle = \"T\"\ntopic = \"audit\"\ntext = \"A text.\"\n",
        "id = \"planted\"",
        "the scenario `planted` has 0 verdicts",
    );
    planted(
        "questions.toml",
        "deployment = \"fn.zip.auto\"\nduty = \"runtime.apply\"\nprompt",
        "deployment = \"vm\"\nduty = \"runtime.apply\" # again\nprompt",
        "\"runtime.apply\" # again",
        "this verdict is asked twice",
    );
}

#[test]
fn the_parts_of_a_stack_exist_and_are_two_or_more() {
    planted(
        "questions.toml",
        "parts = [\"vm\", \"fn.zip.auto\"]",
        "parts = [\"vm\", \"fn.zip.auot\"]",
        "fn.zip.auot",
        "there is no deployment `fn.zip.auot`",
    );
    for parts in ["[\"vm\"]", "[\"vm\", \"vm\"]"] {
        planted(
            "questions.toml",
            "parts = [\"vm\", \"fn.zip.auto\"]",
            &format!("parts = {parts}"),
            "parts = ",
            "the stack `api` needs two parts that differ",
        );
    }
}
