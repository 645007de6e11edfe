//! Settings and values that move nothing, and deployments alike.

use demarc_catalogue::judge_files;

use crate::small;
use crate::{appended, one_problem, planted};

#[test]
fn a_setting_that_flips_nothing_is_found() {
    let mut files = small::changed(
        "services/fn.toml",
        "[[deployment]]\nid = \"fn.image\"",
        "[setting.engine] # planted\nname = \"Engine\"\nv8 = \"V8\"\nspider = \"Spider\"\n\n[[deployment]]\nid = \"fn.image\"",
    );
    for (set, to) in [
        ("updates = \"auto\" }", "updates = \"auto\", engine = \"v8\" }"),
        ("updates = \"manual\" }\n\n", "updates = \"manual\", engine = \"spider\" }\n\n"),
        ("{ package = \"image\" }\nwords", "{ package = \"image\", engine = \"v8\" }\nwords"),
    ] {
        small::change(&mut files, "services/fn.toml", set, to);
    }
    let judged = judge_files(files, None);
    let shown = judged.problems.to_string();
    let found: Vec<_> =
        judged.problems.list.iter().map(|problem| problem.message.as_str()).collect();
    // The two zip deployments now differ in two settings, so that neither can be shown to be live.
    assert!(found.contains(&"the setting `engine` flips nothing"), "{shown}");
    assert!(found.contains(&"the setting `updates` flips nothing"), "{shown}");
}

#[test]
fn a_value_that_no_deployment_has_is_found() {
    let problem = planted(
        "services/fn.toml",
        "manual = \"a pinned version\"\n",
        "manual = \"a pinned version\"\nfrozen = \"a stiff version\"\n",
        "frozen",
        "the value `frozen` of `updates` tells nothing apart",
    );
    assert_eq!(problem.label, "no deployment has it");
}

#[test]
fn two_deployments_alike_are_found_with_the_value_that_tells_nothing_apart() {
    let mut files = small::changed(
        "services/fn.toml",
        "manual = \"a pinned version\"\n",
        "manual = \"a pinned version\"\nfrozen = \"a frozen version\"\n",
    );
    small::change(
        &mut files,
        "services/fn.toml",
        "[[deployment]]\nid = \"fn.image\"",
        "[[deployment]]\nid = \"fn.zip.frozen\"\nshort = \"zip, frozen\"\nset = { package = \"zip\", updates = \"frozen\" }\n\n[[deployment]]\nid = \"fn.image\"",
    );
    small::change(
        &mut files,
        "services/fn.toml",
        "when = { updates = \"manual\" }",
        "when = { updates = [\"manual\", \"frozen\"] }",
    );
    let problem = one_problem(
        files,
        "services/fn.toml",
        "id = \"fn.zip.frozen\"",
        "`fn.zip.manual` and `fn.zip.frozen` are alike",
    );
    assert_eq!(problem.others[0].label, "as here");
}

#[test]
fn a_value_that_tells_nothing_apart_is_found() {
    // `frozen` is used, but beside it everything else differs too.
    let mut files = small::changed(
        "services/fn.toml",
        "manual = \"a pinned version\"\n",
        "manual = \"a pinned version\"\nfrozen = \"a frozen version\"\n\n[setting.arch]\nname = \"Arch\"\napplies = { updates = [\"manual\", \"frozen\"] }\narm = \"ARM\"\nold = \"old\"\n",
    );
    small::change(
        &mut files,
        "services/fn.toml",
        "set = { package = \"zip\", updates = \"manual\" }",
        "set = { package = \"zip\", updates = \"manual\", arch = \"arm\" }",
    );
    small::change(
        &mut files,
        "services/fn.toml",
        "[[deployment]]\nid = \"fn.image\"",
        "[[deployment]]\nid = \"fn.zip.frozen\"\nshort = \"zip, frozen\"\nset = { package = \"zip\", updates = \"frozen\", arch = \"old\" }\n\n[[deployment]]\nid = \"fn.image\"",
    );
    let judged = judge_files(files, None);
    let shown = judged.problems.to_string();
    let found = |message: &str| {
        let problem = judged.problems.list.iter().find(|problem| problem.message == message);
        problem.unwrap_or_else(|| panic!("{message}\n{shown}")).label.clone()
    };
    assert_eq!(
        found("the value `frozen` of `updates` tells nothing apart"),
        "deployments that differ in it alone have the same rulings"
    );
    assert_eq!(
        found("the setting `arch` flips nothing"),
        "no two deployments differ in this setting alone"
    );
}

#[test]
fn a_deployment_fixes_every_setting_that_applies() {
    let problem = planted(
        "services/fn.toml",
        "set = { package = \"zip\", updates = \"manual\" }",
        "set = { package = \"zip\" }",
        "set = { package = \"zip\" }",
        "`fn.zip.manual` leaves `updates` open",
    );
    assert_eq!(problem.others[0].label, "declared here");
}

#[test]
fn a_deployment_fixes_no_setting_that_does_not_apply() {
    let problem = planted(
        "services/fn.toml",
        "set = { package = \"image\" }",
        "set = { package = \"image\", updates = \"auto\" }",
        "set = { package = \"image\", updates",
        "`updates` does not apply to `fn.image`",
    );
    assert_eq!(problem.others[0].label, "applies only here");
}

#[test]
fn variants_have_captions_and_single_deployments_have_none() {
    planted(
        "services/fn.toml",
        "short = \"image\"\n",
        "",
        "[[deployment]]\nid = \"fn.image\"",
        "the variant `fn.image` has no caption",
    );
    appended(
        "services/vm.toml",
        "short = \"planted\"",
        "short = \"planted\"",
        "`vm` is no variant: its service has no other",
    );
}

#[test]
fn two_variants_with_one_caption_are_found() {
    let problem = planted(
        "services/fn.toml",
        "short = \"zip, pinned\"",
        "short = \"image\" # planted",
        "short = \"image\"\n",
        "nobody can tell these two apart",
    );
    assert_eq!(problem.others[0].label, "as this");
}

#[test]
fn an_ending_names_a_value_that_there_is() {
    let problem = planted(
        "services/fn.toml",
        "manual = \"a pinned version\"",
        "manual = \"a pinned version\"\nuntil = { manul = 2027-03-31 }",
        "manul",
        "`updates` has no value `manul`",
    );
    assert_eq!(problem.label, "not a value of this setting");
}
