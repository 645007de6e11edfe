//! The content that ships: without a problem, whole in the program, and where its lines run.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, iter};

use demarc_catalogue::{Catalogue, Hit, judge_dir, shipped};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn catalogue() -> Catalogue {
    Catalogue::shipped().unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn the_shipped_content_has_no_problem() {
    let judged = judge_dir(&root().join("questions"), None);
    assert!(judged.problems.list.is_empty(), "{}", judged.problems);
}

#[test]
fn every_data_file_is_embedded_in_the_program() {
    let mut folders = vec![root().join("questions")];
    let mut on_disk = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "toml") {
                let path = path.strip_prefix(root()).unwrap();
                on_disk.insert(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let embedded: BTreeSet<String> = shipped::embedded().map(str::to_owned).collect();
    assert_eq!(embedded, on_disk);
    assert!(on_disk.contains("questions/aws/duties.toml"));
}

#[test]
fn what_is_embedded_is_what_lies_on_disk() {
    for file in shipped::files() {
        let on_disk = fs::read_to_string(root().join(&file.path)).unwrap();
        assert!(file.text == on_disk, "{} was changed since the build", file.path);
    }
}

#[test]
fn what_was_packed_at_the_build_is_the_catalogue_that_the_text_gives() {
    let (packed, parsed) = (catalogue(), Catalogue::from_files(shipped::files()).unwrap());
    let same = |of: fn(&Catalogue) -> String| assert!(of(&packed) == of(&parsed));
    same(|it| format!("{:?} {} {}", it.provider(), it.content_version(), it.released()));
    same(|it| format!("{:?} {:?}", it.duties(), it.deployments()));
    same(|it| format!("{:?} {:?} {:?}", it.services(), it.classes(), it.categories()));
    same(|it| format!("{:?} {:?}", it.rules(), it.sources()));
    same(|it| format!("{:?} {:?} {:?}", it.scenarios(), it.stacks(), it.misconceptions()));
    same(|it| format!("{:?} {:?} {:?}", it.lessons(), it.controls(), it.needs()));
    same(|it| format!("{:?}", it.cells().map(|cell| it.ruling(cell)).collect::<Vec<_>>()));
    // Places too: the proof names file and line.
    let cell = packed.cells().last().unwrap();
    assert_eq!(format!("{:?}", packed.proof(cell)), format!("{:?}", parsed.proof(cell)));
}

#[test]
fn no_question_hides_a_setting_that_its_ruling_depends_on() {
    let shipped = catalogue();
    let mut dependent = 0;
    for cell in shipped.asked_cells(shipped.released()) {
        let tags = shipped.tags(cell.deployment);
        let name = shipped.deployment_name(cell.deployment);
        for step in shipped.proof(cell).into_iter().filter(|step| step.decides) {
            for (setting, values) in step.when {
                let tag = tags.iter().find(|tag| tag.setting == setting);
                let value = tag.map(|tag| tag.value).unwrap_or_else(|| panic!("{name}: {setting}"));
                assert!(values.contains(&value) && name.contains(value), "{name}: {setting}");
                dependent += 1;
            }
        }
    }
    assert!(dependent > 100, "{dependent} rulings depend on settings");
}

#[test]
fn every_deployment_is_found_by_its_name() {
    let shipped = catalogue();
    for at in shipped.deployment_ixs().filter(|&at| !shipped.is_entry(at)) {
        let home = shipped.deployment(at);
        let wanted = if shipped.service(home.service).deployments.len() > 1 {
            Hit::Deployment(at)
        } else {
            Hit::Service(home.service)
        };
        let found = shipped.search(shipped.deployment_name(at));
        assert!(found.contains(&wanted), "{}", home.id);
    }
}

/// Lines worked out by hand from the rulings: the duty just below the line, and the duties that
/// count and lie on the other side of it.
const LINES: [(&str, &str, &[&str]); 12] = [
    ("ec2.amazon-ami", "tenant.isolate", &["os.publish", "data.durable"]),
    (
        "lambda.zip.auto",
        "net.rules",
        &["addon.update", "runtime.major", "data.durable", "encrypt.rest"],
    ),
    (
        "lambda.image",
        "net.rules",
        &[
            "runtime.apply",
            "runtime.build",
            "runtime.major",
            "image.rebuild",
            "data.durable",
            "encrypt.rest",
        ],
    ),
    ("ecs.ec2", "tenant.isolate", &["os.publish"]),
    ("ecs.fargate", "capacity.add", &["runtime.apply", "runtime.build", "encrypt.rest"]),
    (
        "eks.mng.stock",
        "tenant.isolate",
        &[
            "os.publish",
            "node.drain",
            "tls.offer",
            "tls.certificate",
            "tls.require",
            "data.durable",
            "encrypt.rest",
        ],
    ),
    (
        "eks.fargate",
        "tls.require",
        &[
            "runtime.apply",
            "runtime.build",
            "addon.update",
            "runtime.major",
            "image.rebuild",
            "data.durable",
            "encrypt.rest",
        ],
    ),
    (
        "rds.auto-minor",
        "node.drain",
        &["os.optional", "tls.offer", "tls.certificate", "data.durable"],
    ),
    (
        "aurora.serverless.since",
        "tls.require",
        &[
            "os.optional",
            "addon.update",
            "runtime.major",
            "data.durable",
            "encrypt.rest",
            "backup.enable",
        ],
    ),
    ("dynamodb.on-demand", "tls.certificate", &["data.durable", "encrypt.rest"]),
    ("s3.since-2023", "tls.certificate", &["data.durable", "encrypt.rest"]),
    ("beanstalk.managed-updates", "addon.update", &[]),
];

#[test]
fn twelve_lines_run_where_they_were_worked_out_by_hand() {
    let shipped = catalogue();
    let wrong: Vec<String> = iter::zip(LINES, LINES.map(|(id, ..)| drawn(&shipped, id)))
        .filter(|((_, below, exceptions), (is_below, are))| below != is_below || exceptions != are)
        .map(|(wanted, found)| format!("{wanted:?}\n  but {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn drawn<'c>(shipped: &'c Catalogue, id: &str) -> (&'c str, Vec<&'c str>) {
    let line = shipped.line(shipped.find_deployment(id).unwrap());
    let below = &shipped.duties()[line.position - 1];
    let exceptions = line.exceptions.iter().map(|&duty| shipped.duty(duty).id.as_str());
    (&below.id, exceptions.collect())
}
