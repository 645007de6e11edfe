//! What the shapes say is what the loader does: shown on every key of a small cloud of our own.

use super::{FILE, Holds, Key, Shape};
use crate::load::load;
use crate::place::SourceFile;
use crate::problem::Problem;
use crate::tree::{Key as Name, Node, Table, Value};

const FILES: [(&str, &str); 8] = [
    ("classes.toml", include_str!("../../tests/small/classes.toml")),
    ("duties.toml", include_str!("../../tests/small/duties.toml")),
    ("lessons.toml", include_str!("../../tests/small/lessons.toml")),
    ("provider.toml", include_str!("../../tests/small/provider.toml")),
    ("questions.toml", include_str!("../../tests/small/questions.toml")),
    ("services/fn.toml", include_str!("../../tests/small/services/fn.toml")),
    ("services/nimbus.toml", include_str!("../../tests/small/services/nimbus.toml")),
    ("services/vm.toml", include_str!("../../tests/small/services/vm.toml")),
];

fn problems(files: &[SourceFile], trees: &[Table<'static>]) -> Vec<Problem> {
    load(files, trees.iter().cloned().map(Some)).1
}

fn trees() -> Vec<Table<'static>> {
    FILES.map(|(_, text)| Table::parse(text).0).to_vec()
}

/// Calls `visit` with every table of a file and its shape.
fn walk<'t>(
    table: &mut Table<'t>,
    shape: &'static Shape,
    visit: &mut dyn FnMut(&mut Table<'t>, &'static Shape),
) {
    visit(table, shape);
    for (name, node) in &mut table.0 {
        let Some(key) = shape.key(&name.text) else { continue };
        match (key.holds, &mut node.value) {
            (Holds::Table(inner), Value::Table(table)) => walk(table, inner, visit),
            (Holds::Tables(inner), Value::List(list)) => {
                for node in list {
                    if let Value::Table(table) = &mut node.value {
                        walk(table, inner, visit);
                    }
                }
            }
            (Holds::Named(inner), Value::Table(table)) => {
                for (_, node) in &mut table.0 {
                    if let Value::Table(table) = &mut node.value {
                        walk(table, inner, visit);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Changes the first table in which `plant` finds something to change; what is said of that.
fn planted(mut plant: impl FnMut(&mut Table<'static>, &'static Shape) -> bool) -> Option<usize> {
    let files: Vec<SourceFile> =
        FILES.iter().map(|&(path, text)| SourceFile::new(path, text)).collect();
    let mut trees = trees();
    let mut done = false;
    for tree in &mut trees {
        walk(tree, &FILE, &mut |table, shape| done = done || plant(table, shape));
    }
    done.then(|| problems(&files, &trees).len())
}

/// Every shape and key that some file of the small cloud uses.
fn used() -> Vec<(&'static str, &'static Key)> {
    let mut used: Vec<(&'static str, &'static Key)> = Vec::new();
    for tree in &mut trees() {
        walk(tree, &FILE, &mut |table, shape| {
            for key in table.keys().filter_map(|name| shape.key(&name.text)) {
                if !used.iter().any(|(of, known)| (*of, known.name) == (shape.name, key.name)) {
                    used.push((shape.name, key));
                }
            }
        });
    }
    used
}

#[test]
fn without_a_fault_nothing_is_said() {
    let unplanted = planted(|_, shape| shape.name == "file");
    assert_eq!(unplanted, Some(0));
    assert!(used().len() > 70, "{} keys are used", used().len());
}

#[test]
fn a_key_that_is_needed_is_missed() {
    let needed: Vec<_> = used().into_iter().filter(|(_, key)| key.needed).collect();
    assert!(needed.len() > 40, "{} keys", needed.len());
    for (of, key) in needed {
        let said = planted(|table, shape| {
            let count = table.0.len();
            table.0.retain(|(name, _)| shape.name != of || name.text != key.name);
            table.0.len() < count
        });
        assert!(said > Some(0), "{of} without {} is accepted", key.name);
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_refused() {
    for (of, key) in used() {
        let said = planted(|table, shape| {
            let found = table.0.iter_mut().find(|(name, _)| name.text == key.name);
            let Some((_, node)) = found.filter(|_| shape.name == of) else { return false };
            node.value = Value::Integer;
            true
        });
        assert!(said > Some(0), "a number as {} of a {of} is accepted", key.name);
    }
}

#[test]
fn a_key_that_the_shape_does_not_know_is_refused() {
    let mut shapes: Vec<&str> = used().into_iter().map(|(of, _)| of).collect();
    shapes.dedup();
    for of in shapes.into_iter().filter(|&of| of != "setting") {
        let said = planted(|table, shape| {
            if shape.name == of {
                let (start, end) = (0, 1);
                let name = Name { text: "nonsense".into(), start, end };
                let text = Value::Text("x".into());
                table.0.push((name, Node { value: text, start, end }));
            }
            shape.name == of
        });
        assert!(said > Some(0), "`nonsense` in a {of} is accepted");
    }
}
