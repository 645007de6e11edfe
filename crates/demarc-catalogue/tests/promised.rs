//! The shipped content holds as much as was promised, and the report says what it holds.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use demarc_catalogue::{
    Catalogue, CategoryCoverage, Coverage, Scope, SettingReach, counts, coverage,
};
use small::{added, changed};

fn catalogue() -> Catalogue {
    Catalogue::shipped().unwrap_or_else(|problems| panic!("{problems}"))
}

fn covered(catalogue: &Catalogue) -> Coverage {
    coverage(catalogue, catalogue.released())
}

#[test]
fn it_holds_as_much_as_was_promised() {
    let shipped = catalogue();
    let counts = counts(&shipped, shipped.released());
    assert!(counts.services >= 120, "{counts}");
    assert!(counts.deployments >= 200, "{counts}");
    assert!((40..=50).contains(&counts.duties), "{counts}");
    assert!(counts.asked >= 3_500, "{counts}");
    assert!(counts.scenarios >= 160, "{counts}");
    assert!(counts.misconceptions >= 30, "{counts}");
    assert!(counts.stacks >= 2, "{counts}");
    let (both, of) = counts.both_sides;
    assert!(both * 10 >= of * 6, "six of ten duties that can move fall on both sides: {counts}");
}

#[test]
fn rulings_rest_on_what_the_services_own_guides_say() {
    let shipped = catalogue();
    let coverage = covered(&shipped);
    assert!(coverage.own >= 1_500, "{coverage}");
    assert!(coverage.own_stated * 2 >= coverage.own, "{coverage}");
    assert_eq!(coverage.twins, []);
    for at in shipped.service_ixs() {
        let service = shipped.service(at);
        if service.deployments.iter().any(|&deployment| shipped.is_entry(deployment)) {
            continue;
        }
        let own = shipped.rules().iter().filter(|rule| {
            let mut guides = rule.cites.iter().map(|cite| &shipped.source(cite.source).guide);
            rule.scope == Scope::Service(at) && guides.any(|guide| service.guides.contains(guide))
        });
        assert!(own.count() >= 4, "{}", service.id);
    }
}

#[test]
fn sixty_settings_move_the_line_by_the_word_of_the_services_own_guides() {
    let coverage = covered(&catalogue());
    let settings = || coverage.settings.iter();
    assert!(settings().all(|it| !it.flips.is_empty()), "a setting that flips nothing is none");
    let across = settings().filter(|it| it.flips.iter().any(|flip| flip.across));
    assert!(across.count() >= 60, "between the provider and you");
    assert!(settings().filter(|it| it.all_decided()).count() >= 60, "in every flip");
}

#[test]
fn every_category_has_services_and_scenarios() {
    let shipped = catalogue();
    let coverage = covered(&shipped);
    // The first category is the provider's own entry.
    assert_eq!(coverage.categories.len(), shipped.categories().len() - 1);
    for it in &coverage.categories {
        assert!(it.services >= 2 && it.scenarios >= 5, "{it:?}");
    }
}

#[test]
fn the_coverage_adds_up_to_the_counts() {
    let shipped = catalogue();
    let (counts, coverage) = (counts(&shipped, shipped.released()), covered(&shipped));
    let sum =
        |of: fn(&CategoryCoverage) -> usize| coverage.categories.iter().map(of).sum::<usize>();
    assert_eq!(sum(|it| it.services), counts.services);
    assert_eq!(sum(|it| it.deployments), counts.deployments);
    assert!(sum(|it| it.scenarios) >= counts.scenarios);
    let by_level: usize = coverage.levels.iter().map(|(_, count)| count).sum();
    assert_eq!(by_level, counts.asked);
    let own = coverage.levels.iter().filter(|(name, _)| ["service", "setting"].contains(name));
    assert_eq!(own.map(|(_, count)| count).sum::<usize>(), coverage.own);
    let (both, of) = counts.both_sides;
    assert_eq!(coverage.one_sided.len(), of - both);
    assert_eq!(coverage.settings.len(), counts.live_settings);
}

fn reach<'c>(coverage: &'c Coverage, name: &str) -> &'c SettingReach {
    coverage.settings.iter().find(|it| it.name == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn a_flip_is_decided_only_by_rules_on_both_sides_that_cite_the_services_guide() {
    let load = |files| Catalogue::from_files(files).unwrap_or_else(|error| panic!("{error}"));
    let updates = "fn: Runtime updates";
    let small = covered(&load(small::files()));
    let before = reach(&small, updates);
    let flip = &before.flips[0];
    // The pinned version is ruled by a rule of the service, the automatic one by the class.
    assert!(flip.across && !flip.decided && !before.decided(), "{before:?}");
    assert_eq!(flip.loose, ["fn.zip.auto of by its class"]);

    let rule = r#"
[[rule]]
duty = ["runtime.apply", "runtime.build"]
side = "of"
when = { updates = "auto" }
why = "{runtime} is renewed for you."
cite = [{ source = "fn-runtimes", checked = 2026-11-20 }]
"#;
    let with_rule = covered(&load(added("services/fn.toml", rule)));
    let after = reach(&with_rule, updates);
    assert!(after.decided() && after.all_decided(), "{after:?}");

    let elsewhere = "[{ source = \"fn-runtimes\", checked = 2026-11-20 }, { source = \"model\"";
    let cites_another = changed("services/fn.toml", elsewhere, "[{ source = \"model\"");
    let cites_another = covered(&load(cites_another));
    let loose = &reach(&cites_another, updates).flips[0].loose;
    assert!(loose.contains(&"fn.zip.manual in by another guide".to_owned()), "{loose:?}");
}

#[test]
fn the_report_prints_both_figures_and_what_is_loose() {
    let coverage = covered(&catalogue());
    let text = coverage.to_string();
    let all = coverage.settings.iter().filter(|it| it.all_decided()).count();
    let some = coverage.settings.iter().filter(|it| it.decided()).count();
    assert!(some >= all);
    assert!(text.contains(&format!("{all:>6}  have every flip so decided\n")), "{text}");
    assert!(text.contains(&format!("{some:>6}  have a flip that rules of the service")), "{text}");
    let loose = coverage.settings.iter().flat_map(|it| &it.flips);
    let loose = loose.filter(|flip| !flip.loose.is_empty()).count();
    let listed = text.split_once("flips decided by a class or uncited by its guide\n");
    let (_, listed) = listed.unwrap_or_else(|| panic!("{text}"));
    assert_eq!(listed.lines().count(), loose);
}
