//! Which rule decides: the nearer scope, then the narrower conditions, never the longer list.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use demarc_catalogue::{Basis, Catalogue, Level, Side, SourceFile};

const CITE: &str = "cite = [{ source = \"model\", checked = 2026-11-01 }]\n";

fn rule(duty: &str, side: &str, when: &str) -> String {
    let when = if when.is_empty() { String::new() } else { format!("when = {{ {when} }}\n") };
    format!("[[rule]]\nduty = \"{duty}\"\nside = \"{side}\"\n{when}why = \"So.\"\n{CITE}\n")
}

fn ruled(files: Vec<SourceFile>, deployment: &str, duty: &str) -> (Side, Level) {
    let catalogue = Catalogue::from_files(files).unwrap_or_else(|problems| panic!("{problems}"));
    let ruling = catalogue.ruling(small::cell(&catalogue, deployment, duty));
    (ruling.side, ruling.level)
}

#[test]
fn a_service_beats_its_class_and_a_class_beats_the_provider() {
    let provider = "[[rule]]\nduty = \"os.apply\"\nside = \"none\"\nwhy = \"So.\"\ncite = [{ source = \"model\", checked = 2026-11-01 }]\n";
    let mut files = small::added("provider.toml", provider);
    assert_eq!(ruled(files.clone(), "vm", "os.apply"), (Side::In, Level::Class));
    small::change(
        &mut files,
        "services/vm.toml",
        "[layers]",
        &format!("{}[layers]", rule("os.apply", "of", "")),
    );
    assert_eq!(ruled(files.clone(), "vm", "os.apply"), (Side::Of, Level::Service));
    assert_eq!(ruled(files, "vm", "grant"), (Side::In, Level::Provider));
}

#[test]
fn the_narrower_conditions_win_wherever_the_rule_stands() {
    let broad = rule("classify", "of", "package = \"zip\"");
    let narrow = rule("classify", "none", "package = \"zip\", updates = \"manual\"");
    for more in [format!("{broad}{narrow}"), format!("{narrow}{broad}")] {
        let files = small::added("services/fn.toml", &more);
        assert_eq!(ruled(files.clone(), "fn.zip.auto", "classify"), (Side::Of, Level::Setting));
        assert_eq!(ruled(files.clone(), "fn.zip.manual", "classify"), (Side::None, Level::Setting));
        assert_eq!(ruled(files, "fn.image", "classify"), (Side::In, Level::Provider));
    }
}

#[test]
fn fewer_values_of_one_setting_are_narrower() {
    let broad = rule("classify", "of", "package = [\"zip\", \"image\"]");
    let narrow = rule("classify", "none", "package = \"image\"");
    let files = small::added("services/fn.toml", &format!("{narrow}{broad}"));
    assert_eq!(ruled(files.clone(), "fn.image", "classify").0, Side::None);
    assert_eq!(ruled(files, "fn.zip.auto", "classify").0, Side::Of);
}

#[test]
fn a_rule_with_any_condition_is_narrower_than_one_without() {
    let more = format!(
        "{}{}",
        rule("classify", "of", ""),
        rule("classify", "none", "package = \"image\"")
    );
    let files = small::added("services/fn.toml", &more);
    assert_eq!(ruled(files.clone(), "fn.image", "classify"), (Side::None, Level::Setting));
    assert_eq!(ruled(files, "fn.zip.auto", "classify"), (Side::Of, Level::Service));
}

#[test]
fn conditions_are_completed_by_what_a_setting_implies() {
    // `updates` applies only to zip packages, so naming it is narrower than naming the package.
    let more = format!(
        "{}{}",
        rule("classify", "of", "package = \"zip\""),
        rule("classify", "none", "updates = \"manual\"")
    );
    let files = small::added("services/fn.toml", &more);
    assert_eq!(ruled(files.clone(), "fn.zip.manual", "classify").0, Side::None);
    assert_eq!(ruled(files, "fn.zip.auto", "classify").0, Side::Of);
}

#[test]
fn what_is_implied_implies_in_turn() {
    // `window` applies under `updates`, which applies under `package`: naming the window alone is
    // narrower than naming the package.
    let more = format!(
        "{}{}",
        rule("classify", "of", "package = \"zip\""),
        rule("classify", "none", "window = \"night\"")
    );
    let mut files = small::added("services/fn.toml", &more);
    small::change(
        &mut files,
        "services/fn.toml",
        "[[deployment]]\nid = \"fn.zip.auto\"",
        "[setting.window]\nname = \"Window\"\napplies = { updates = [\"auto\"] }\nnight = \"at night\"\nday = \"by day\"\n\n[[deployment]]\nid = \"fn.zip.auto\"",
    );
    small::change(
        &mut files,
        "services/fn.toml",
        "updates = \"auto\" }",
        "updates = \"auto\", window = \"night\" }",
    );
    assert_eq!(ruled(files.clone(), "fn.zip.auto", "classify").0, Side::None);
    assert_eq!(ruled(files, "fn.zip.manual", "classify").0, Side::Of);
}

#[test]
fn rules_that_agree_may_overlap() {
    // Neither is within the other; both say the same of the pinned zip.
    let more = format!(
        "{}{}",
        rule("grant", "of", "package = \"zip\""),
        rule("grant", "of", "updates = [\"auto\", \"manual\"]")
    );
    let files = small::added("services/fn.toml", &more);
    assert_eq!(ruled(files, "fn.zip.manual", "grant").0, Side::Of);
}

#[test]
fn a_deployment_follows_the_class_that_it_overrides_with() {
    let mut files = small::changed(
        "services/fn.toml",
        "set = { package = \"image\" }",
        "set = { package = \"image\" }\nclass = \"infrastructure\"",
    );
    assert_eq!(ruled(files.clone(), "fn.image", "runtime.build"), (Side::In, Level::Class));
    assert_eq!(ruled(files.clone(), "fn.zip.auto", "runtime.build"), (Side::None, Level::Class));
    small::change(
        &mut files,
        "services/fn.toml",
        "class = \"abstracted\"",
        "class = \"infrastructure\"",
    );
    assert_eq!(ruled(files, "fn.zip.auto", "runtime.build"), (Side::In, Level::Class));
}

#[test]
fn what_a_third_party_owns_is_ruled_and_never_asked() {
    let more = "[[rule]]\nduty = \"os.apply\"\nside = \"other\"\nowner = \"the image's maker\"\nwhy = \"So.\"\ncite = [{ source = \"model\", checked = 2026-11-01 }]\n";
    let files = small::added("services/vm.toml", more);
    let catalogue = Catalogue::from_files(files).unwrap();
    let cell = small::cell(&catalogue, "vm", "os.apply");
    let ruling = catalogue.ruling(cell);
    assert_eq!((ruling.side, ruling.owner.as_deref()), (Side::Other, Some("the image's maker")));
    assert!(!catalogue.asked(cell, catalogue.released()));
    assert_eq!(catalogue.contrast(cell, catalogue.released()), None);
}

#[test]
fn a_ruling_is_stated_only_by_the_services_own_rule_from_its_own_guide() {
    let catalogue = small::catalogue();
    let basis =
        |deployment, duty| catalogue.ruling(small::cell(&catalogue, deployment, duty)).basis;
    assert_eq!(basis("fn.zip.manual", "runtime.apply"), Basis::Stated);
    assert_eq!(basis("fn.zip.auto", "runtime.apply"), Basis::Follows);
    assert_eq!(basis("fn.zip.auto", "grant"), Basis::Follows);
    // The provider's rules are the entry's own.
    assert_eq!(basis("nimbus", "guard"), Basis::Stated);
    // A rule of its own that cites another's guide does not state.
    let files = small::added("services/vm.toml", &rule("os.apply", "in", ""));
    let catalogue = Catalogue::from_files(files).unwrap();
    assert_eq!(catalogue.ruling(small::cell(&catalogue, "vm", "os.apply")).basis, Basis::Follows);
}
