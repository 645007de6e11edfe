//! Rules that are wrong, or that do nothing.

use demarc_catalogue::judge_files;

use crate::small;
use crate::{CITE, appended, help, line_of, one_problem, planted, rule};

/// The lines of the small cloud's rule on images, before its reason.
const IMAGE_RULE: &str =
    "duty = [\"os.apply\", \"runtime.apply\"]\nside = \"in\"\nwhen = { package = \"image\" }\n";

#[test]
fn a_rule_without_a_source_is_found() {
    let why = "why = \"{os} came with the image you built.\"\n";
    let (from, to) = (
        format!("[[rule]]\n{}{why}{CITE}", IMAGE_RULE),
        format!("[[rule]] # here\n{}{why}", IMAGE_RULE),
    );
    planted("services/fn.toml", &from, &to, "[[rule]] # here", "this rule cites no source");
}

#[test]
fn two_rules_that_disagree_are_both_shown() {
    let more =
        rule("duty = \"runtime.apply\"\nside = \"of\" # planted\nwhen = { updates = \"manual\" }");
    let files = small::added("services/fn.toml", &more);
    let line = line_of(&files, "services/fn.toml", "# planted");
    let problem = one_problem(
        files,
        "services/fn.toml",
        "side = \"in\"\nwhen = { updates",
        "two rules disagree about `runtime.apply` in `fn.zip.manual`",
    );
    assert_eq!(problem.label, "says `in`");
    assert_eq!((problem.others[0].label.as_str(), problem.others[0].line), ("says `of`", line));
}

#[test]
fn neither_of_two_rules_wins_by_naming_more_settings() {
    // Each fits the pinned zip; the planted one names two settings, but allows more of one.
    let files = small::changed("services/fn.toml", "applies = { package = \"zip\" }\n", "");
    let mut files = files;
    small::change(
        &mut files,
        "services/fn.toml",
        "set = { package = \"image\" }",
        "set = { package = \"image\", updates = \"auto\" }",
    );
    let file = files.iter_mut().find(|file| file.path == "services/fn.toml").unwrap();
    let more = rule(
        "duty = \"runtime.apply\"\nside = \"of\"\nwhen = { package = \"zip\", updates = [\"manual\", \"auto\"] }",
    );
    file.text = format!("{}\n{more}", file.text).into();
    one_problem(
        files,
        "services/fn.toml",
        "side = \"in\"\nwhen = { updates",
        "two rules disagree about `runtime.apply` in `fn.zip.manual`",
    );
}

#[test]
fn a_dead_rule_is_found() {
    let more = rule(
        "duty = \"runtime.apply\" # planted\nside = \"in\"\nwhen = { package = \"zip\", updates = \"manual\" }",
    );
    let problem = appended(
        "services/fn.toml",
        &more,
        "\"runtime.apply\" # planted",
        "this rule never decides `runtime.apply`",
    );
    assert_eq!(problem.label, "other rules decide wherever it holds");
    assert_eq!(problem.others[0].label, "this rule decides instead");
}

#[test]
fn a_rule_whose_settings_no_deployment_has_is_dead() {
    let more = rule(
        "duty = \"os.apply\" # planted\nside = \"in\"\nwhen = { package = \"image\", updates = \"auto\" }",
    );
    let problem = appended(
        "services/fn.toml",
        &more,
        "\"os.apply\" # planted",
        "this rule never decides `os.apply`",
    );
    assert_eq!(problem.label, "no deployment has these settings");
}

#[test]
fn a_dead_class_rule_is_found() {
    let more = "[[rule]]\nclass = \"abstracted\"\nduty = [\"guard\", # planted\n\"grant\"]\nside = \"in\"\nwhy = \"Yours.\"\ncite = [{ source = \"model\", checked = 2026-11-01 }]\n[[rule]]\nduty = \"grant\"\nside = \"of\"\nwhy = \"Theirs.\"\nclass = \"infrastructure\"\ncite = [{ source = \"model\", checked = 2026-11-01 }]\n";
    let judged = judge_files(small::added("classes.toml", more), None);
    let messages: Vec<_> =
        judged.problems.list.iter().map(|problem| problem.message.as_str()).collect();
    // Every deployment of either class is now decided by a class rule, and `guard` differs from
    // the provider's, which is no fault: it is asked there.
    assert_eq!(messages, ["this rule never decides `grant`"], "{}", judged.problems);
    assert_eq!(judged.problems.list[0].file, "provider.toml");
}

#[test]
fn a_class_without_a_deployment_is_found() {
    appended(
        "classes.toml",
        "[[class]]\nid = \"planted\"\nname = \"Planted\"\nabout = \"Nothing.\"\n",
        "id = \"planted\"",
        "no deployment is of the class `planted`",
    );
}

#[test]
fn a_class_override_needs_when_on_what_the_classes_rule_differently() {
    let mut files = small::changed(
        "services/fn.toml",
        "set = { package = \"image\" }",
        "set = { package = \"image\" }\nclass = \"infrastructure\"",
    );
    small::change(&mut files, "services/fn.toml", "when = { package = \"image\" }\n", "");
    let judged = judge_files(files, None);
    let shown = judged.problems.to_string();
    let found: Vec<_> = judged
        .problems
        .list
        .iter()
        .map(|problem| (problem.message.as_str(), problem.line))
        .filter(|(message, _)| message.contains("holds for deployments of"))
        .collect();
    let message = |duty| {
        format!("this rule on `{duty}` holds for deployments of `infrastructure` and `abstracted`")
    };
    assert_eq!(
        found,
        [(message("os.apply").as_str(), 56), (message("runtime.apply").as_str(), 56)],
        "{shown}"
    );
}

#[test]
fn a_cell_without_a_ruling_is_found() {
    let files = small::changed(
        "classes.toml",
        "class = \"abstracted\"\nduty = \"runtime.build\"",
        "class = \"abstracted\"\nduty = \"host.patch\"",
    );
    one_problem(
        files,
        "services/fn.toml",
        "id = \"fn.zip.auto\"",
        "no rule decides `runtime.build` in `fn.zip.auto` and `fn.image`",
    );
}

#[test]
fn a_rule_on_a_setting_that_the_service_does_not_declare_is_found() {
    let problem = planted(
        "services/fn.toml",
        "when = { package = \"image\" }",
        "when = { pakage = \"image\" }",
        "pakage",
        "the service declares no setting `pakage`",
    );
    assert_eq!(help(&problem), "did you mean `package`?");
}

#[test]
fn a_rule_on_a_value_that_the_setting_does_not_have_is_found() {
    let problem = planted(
        "services/fn.toml",
        "when = { package = \"image\" }",
        "when = { package = \"imgae\" }",
        "imgae",
        "`package` has no value `imgae`",
    );
    assert_eq!(help(&problem), "did you mean `image`?");
}

#[test]
fn a_rule_of_a_class_cannot_depend_on_settings() {
    planted(
        "classes.toml",
        "duty = \"runtime.build\"\nside = \"none\"",
        "duty = \"runtime.build\"\nside = \"none\"\nwhen = { package = \"zip\" }",
        "when = ",
        "only a service's rule can depend on settings",
    );
}

#[test]
fn a_third_owner_has_a_name_and_nobody_else_has() {
    planted(
        "classes.toml",
        "side = \"none\"",
        "side = \"other\"",
        "side = \"other\"",
        "the side `other` needs an `owner`",
    );
    planted(
        "classes.toml",
        "side = \"none\"",
        "side = \"none\"\nowner = \"a carrier\"",
        "owner = ",
        "only the side `other` has an `owner`",
    );
}

#[test]
fn a_side_that_there_is_not_is_found() {
    let problem =
        planted("classes.toml", "\"none\"", "\"nobody\"", "\"nobody\"", "`nobody` is no side");
    assert_eq!(problem.label, "one of `of`, `in`, `none` and `other`");
}

#[test]
fn a_rule_that_names_a_duty_twice_is_found() {
    planted(
        "classes.toml",
        "duty = [\"os.apply\", \"runtime.apply\"]",
        "duty = [\"os.apply\", \"runtime.apply\", \"os.apply\"]",
        "duty = [\"os.apply\", \"runtime.apply\", \"os.apply\"]",
        "the rule names `os.apply` twice",
    );
}
