//! The catalogue's face, on a small cloud of our own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod small;

use demarc_catalogue::{Catalogue, Date, DeploymentIx, Hit, Layer, Side, Tag};
use small::{catalogue, cell};

fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

fn ids(catalogue: &Catalogue, deployments: &[DeploymentIx]) -> Vec<String> {
    deployments.iter().map(|&at| catalogue.deployment(at).id.clone()).collect()
}

#[test]
fn deployments_are_named_by_every_setting_that_applies() {
    let small = catalogue();
    let name = |id| small.deployment_name(small.find_deployment(id).unwrap());
    assert_eq!(name("fn.zip.manual"), "Nimbus Functions, zip package, a pinned version");
    assert_eq!(name("fn.image"), "Nimbus Functions, container image");
    assert_eq!(name("vm"), "Nimbus Machines");
    let image = small.find_deployment("fn.image").unwrap();
    assert_eq!(small.variant(image), "image");
    assert_eq!(small.tags(image), [Tag { setting: "Packaging", value: "container image" }]);
    assert_eq!(small.variant(small.find_deployment("vm").unwrap()), "");
}

#[test]
fn services_stand_by_category_and_the_entry_apart() {
    let small = catalogue();
    let services: Vec<_> = small.services().iter().map(|service| service.id.as_str()).collect();
    assert_eq!(services, ["nimbus", "fn", "vm"]);
    let entries = small.deployment_ixs().filter(|&at| small.is_entry(at)).collect::<Vec<_>>();
    assert_eq!(ids(&small, &entries), ["nimbus"]);
}

#[test]
fn the_deployments_words_come_before_the_services_and_those_before_the_default() {
    let small = catalogue();
    let prompt = |deployment, duty| small.prompt(cell(&small, deployment, duty));
    assert_eq!(prompt("fn.image", "os.apply"), "Apply updates to the image's operating system.");
    assert_eq!(prompt("fn.image", "runtime.apply"), "Apply updates to the function's runtime.");
    assert_eq!(prompt("vm", "runtime.apply"), "Apply updates to the runtime.");
    assert_eq!(prompt("vm", "grant"), "Give people access to Nimbus Machines.");
}

#[test]
fn a_layer_has_a_word_where_the_service_gives_it_one() {
    let small = catalogue();
    let vm = small.find_deployment("vm").unwrap();
    assert_eq!(small.layer_words(vm, Layer::GuestOs), Some("any image"));
    assert_eq!(small.layer_words(vm, Layer::Platform), None);
}

#[test]
fn an_explanation_names_the_rules_from_the_broadest_to_the_one_that_decides() {
    let small = catalogue();
    let told = small.explain(cell(&small, "fn.zip.manual", "runtime.apply"));
    assert_eq!(told.principle, "What you pin, you move.");
    assert_eq!(told.why, "The function's runtime stays at the version you pinned.");
    assert_eq!(told.stays.as_deref(), Some("Nimbus publishes newer versions."));
    assert_eq!(told.misconception.unwrap().id, "nothing-to-patch");
    let sources: Vec<_> = told
        .sources
        .iter()
        .map(|cited| (cited.source.id.as_str(), cited.checked.to_string()))
        .collect();
    assert_eq!(
        sources,
        [("fn-runtimes", "2026-11-20".to_owned()), ("model", "2026-11-01".to_owned())]
    );
    let proof: Vec<_> = told
        .proof
        .iter()
        .map(|step| (step.level.as_str(), step.file, step.line, step.side, step.decides))
        .collect();
    assert_eq!(
        proof,
        [
            ("class", "classes.toml", 18, Side::Of, false),
            ("setting", "services/fn.toml", 44, Side::In, true),
        ]
    );
    assert_eq!(
        told.proof[1].when,
        [("Packaging", vec!["zip package"]), ("Runtime updates", vec!["a pinned version"])]
    );
}

#[test]
fn the_principle_of_the_duty_stands_where_the_rule_has_none() {
    let small = catalogue();
    let principle = |deployment, duty| small.explain(cell(&small, deployment, duty)).principle;
    assert_eq!(principle("fn.zip.auto", "runtime.apply"), "Managed: the fix arrives.");
    assert_eq!(principle("vm", "runtime.apply"), "What you pin, you patch.");
    assert_eq!(principle("fn.zip.auto", "runtime.build"), "");
}

#[test]
fn what_the_entry_leaves_to_the_services_is_none_there() {
    let small = catalogue();
    let cell = cell(&small, "nimbus", "os.apply");
    assert_eq!(small.ruling(cell).side, Side::None);
    let told = small.explain(cell);
    let [step] = told.proof.as_slice() else { panic!("{:?}", told.proof) };
    assert_eq!((step.level.as_str(), step.line, step.decides), ("entry", 0, true));
    assert!(!told.why.is_empty() && told.sources.is_empty());
}

#[test]
fn provider_wide_duties_are_asked_on_the_entry_only() {
    let small = catalogue();
    let asked = |deployment| small.asked(cell(&small, deployment, "guard"), today());
    assert!(asked("nimbus") && !asked("vm") && !asked("fn.image"));
    assert_eq!(small.ruling(cell(&small, "vm", "guard")).side, Side::Of);
}

#[test]
fn where_a_deployment_differs_from_the_provider_all_provider_wide_duties_are_asked() {
    let wide = "provider_wide = true\nlabel = \"Patch the host\"";
    let mut files = small::changed("duties.toml", "label = \"Patch the host\"", wide);
    let rule = "[[rule]]\nduty = \"guard\"\nside = \"in\"\nwhy = \"Your floor.\"\ncite = [{ source = \"model\", checked = 2026-11-01 }]\n";
    small::change(&mut files, "services/vm.toml", "[layers]", &format!("{rule}\n[layers]"));
    let small = Catalogue::from_files(files).unwrap();
    let asked = |deployment, duty| small.asked(cell(&small, deployment, duty), today());
    assert!(asked("vm", "guard") && asked("vm", "host.patch"));
    assert!(!asked("fn.image", "guard") && !asked("fn.image", "host.patch"));
}

#[test]
fn what_has_ended_is_asked_no_more() {
    let fn_toml = "services/fn.toml";
    let ended = [
        small::changed(
            fn_toml,
            "guides = [\"functions\"]",
            "guides = [\"functions\"]\nuntil = 2026-11-24",
        ),
        small::changed(
            fn_toml,
            "short = \"zip, pinned\"",
            "short = \"zip, pinned\"\nuntil = 2026-11-24",
        ),
        small::changed(
            fn_toml,
            "manual = \"a pinned version\"",
            "manual = \"a pinned version\"\nuntil = { manual = 2026-11-24 }",
        ),
    ];
    for files in ended {
        let small = Catalogue::from_files(files).unwrap();
        let cell = cell(&small, "fn.zip.manual", "runtime.apply");
        let after = "2026-11-25".parse().unwrap();
        assert!(small.asked(cell, today()), "the last day is a day");
        assert!(!small.asked(cell, after));
        assert!(small.has_ended(cell.deployment, after));
        assert!(!small.asked_cells(after).contains(&cell));
        assert_eq!(small.ends(cell.deployment), Some(today()));
    }
}

#[test]
fn asked_cells_are_those_that_are_asked() {
    let small = catalogue();
    let asked = small.asked_cells(today());
    let each: Vec<_> = small.cells().filter(|&cell| small.asked(cell, today())).collect();
    assert_eq!(asked, each);
    // The entry asks one duty; six or seven of the other seven are asked of each deployment.
    assert_eq!(asked.len(), 1 + 7 + 6 + 7 + 6);
    let numbers: Vec<_> = small.cells().map(|cell| small.cell_number(cell)).collect();
    assert_eq!(numbers, (0..5 * 8).collect::<Vec<_>>());
}

#[test]
fn the_contrast_is_the_nearest_deployment_on_the_other_side() {
    let small = catalogue();
    let contrast = |deployment, duty| {
        let found = small.contrast(cell(&small, deployment, duty), today())?;
        let there = small.deployment(found.cell.deployment).id.as_str();
        Some((there, found.flips, found.same_service))
    };
    // One setting away, and not the image, which is farther.
    assert_eq!(contrast("fn.zip.auto", "runtime.apply"), Some(("fn.zip.manual", true, true)));
    assert_eq!(contrast("fn.zip.manual", "runtime.apply"), Some(("fn.zip.auto", true, true)));
    // Another service, if no deployment of this one differs.
    assert_eq!(contrast("vm", "runtime.apply"), Some(("fn.zip.auto", true, false)));
    // None is on the other side: one more of the same.
    assert_eq!(contrast("vm", "grant"), Some(("fn.image", false, false)));
    assert_eq!(contrast("fn.zip.auto", "runtime.build"), None);
    assert_eq!(contrast("nimbus", "guard"), None);
}

#[test]
fn the_contrast_is_never_one_that_has_ended() {
    let files = small::changed(
        "services/fn.toml",
        "short = \"zip, pinned\"",
        "short = \"zip, pinned\"\nuntil = 2026-11-01",
    );
    let small = Catalogue::from_files(files).unwrap();
    let found = small.contrast(cell(&small, "fn.zip.auto", "runtime.apply"), today()).unwrap();
    assert_eq!(small.deployment(found.cell.deployment).id, "fn.image");
}

#[test]
fn a_search_finds_what_holds_every_word() {
    let small = catalogue();
    let found = |text| -> Vec<String> {
        let hits = small.search(text).into_iter();
        hits.map(|hit| match hit {
            Hit::Service(at) => format!("service {}", small.service(at).id),
            Hit::Deployment(at) => format!("deployment {}", small.deployment(at).id),
            Hit::Duty(at) => format!("duty {}", small.duty(at).id),
        })
        .collect()
    };
    assert_eq!(found("PINNED func"), ["deployment fn.zip.manual"]);
    assert_eq!(found("patch os"), ["duty os.apply", "duty host.patch"]);
    assert_eq!(found("machines")[0], "service vm");
    assert_eq!(found("guest"), ["duty os.apply"]);
    assert_eq!(found("functions zebra"), Vec::<String>::new());
    assert_eq!(found("  "), Vec::<String>::new());
}

#[test]
fn a_stack_leaves_to_you_what_any_part_does() {
    let small = catalogue();
    let stack = &small.stacks()[small.find_stack("api").unwrap().index()];
    let ruling = |duty| {
        let ruling = small.stack_ruling(stack, small.find_duty(duty).unwrap());
        (ruling.side, ids(&small, &ruling.parts_in))
    };
    assert_eq!(ruling("os.apply"), (Side::In, vec!["vm".to_owned()]));
    assert_eq!(ruling("grant"), (Side::In, vec!["vm".to_owned(), "fn.zip.auto".to_owned()]));
    assert_eq!(ruling("host.patch"), (Side::Of, vec![]));
}

#[test]
fn retired_ids_are_found() {
    let small = catalogue();
    assert_eq!(small.find_duty("runtime.patch"), small.find_duty("runtime.apply"));
    assert_eq!(small.find_duty("runtime.aply"), None);
}

#[test]
fn a_catalogue_can_be_read_from_many_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&catalogue());
}
