//! The schema that editors read: in step with the loader, right about what ships, and no softer
//! than it says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

use demarc_catalogue::{schema, shipped};
use serde_json::{Map, Value};

fn parsed() -> Value {
    serde_json::from_str(&schema()).unwrap()
}

#[test]
fn the_file_beside_the_content_is_what_the_loader_reads_by() {
    let file = include_str!("../../../questions/schema.json");
    assert!(file == schema(), "run `just schema`");
}

#[test]
fn editors_are_pointed_to_it() {
    let pointer: toml::Table = include_str!("../../../.taplo.toml").parse().unwrap();
    let rule = pointer["rule"].as_array().unwrap()[0].as_table().unwrap();
    assert_eq!(rule["include"].as_array().unwrap()[0].as_str(), Some("questions/**/*.toml"));
    assert_eq!(rule["schema"]["path"].as_str(), Some("questions/schema.json"));
}

#[test]
fn what_ships_is_valid_by_it() {
    let schema = parsed();
    for file in shipped::files() {
        let faults = faults(&file.text, &schema);
        assert!(faults.is_empty(), "{}: {}", file.path, faults.join("\n"));
    }
}

#[test]
fn every_table_and_key_says_what_it_means() {
    let schema = parsed();
    let mut tables: Vec<&Value> = schema["definitions"].as_object().unwrap().values().collect();
    tables.push(&schema);
    let mut keys = 0;
    for table in tables {
        assert!(table["description"].as_str().is_some_and(|about| about.len() > 10), "{table}");
        for (name, key) in table["properties"].as_object().unwrap() {
            assert!(key["description"].as_str().is_some_and(|about| about.len() > 3), "{name}");
            keys += 1;
        }
    }
    assert!(keys > 80, "{keys} keys");
}

#[test]
fn a_fault_is_marked_where_it_stands() {
    let schema = parsed();
    let marked = |text: &str| faults(text, &schema);
    let rule = "[[rule]]\nduty = \"a\"\nside = \"of\"\nwhy = \"So.\"\n\
                cite = [{ source = \"s\", checked = 2026-11-24 }]\n";
    assert_eq!(marked(rule), Vec::<String>::new());
    for (from, to) in [
        ("side = \"of\"", "side = \"shared\""),
        ("why", "wyh"),
        ("why = \"So.\"\n", ""),
        ("\"a\"", "7"),
        ("\"a\"", "[\"a\", 7]"),
        (", checked = 2026-11-24", ""),
        ("2026-11-24", "true"),
        ("[[rule]]", "[[ruel]]"),
        ("[[rule]]", "[rule]"),
    ] {
        assert!(rule.contains(from));
        assert!(!marked(&rule.replacen(from, to, 1)).is_empty(), "{from} to {to}");
    }
    let service = "[service]\nid = \"a.b-c\"\nname = \"A\"\nshort = \"A\"\ntile = \"A\"\n\
                   category = \"c\"\n[layers]\ndata = \"rows\"\n[setting.mode]\nname = \"Mode\"\n\
                   auto = \"automatic\"\nuntil = { auto = 2027-01-01 }\n";
    assert_eq!(marked(service), Vec::<String>::new());
    for (from, to) in [
        ("\"a.b-c\"", "\"A b\""),
        ("data = ", "date = "),
        ("auto = \"automatic\"", "auto = 1"),
        ("name = \"Mode\"\n", ""),
    ] {
        assert!(!marked(&service.replacen(from, to, 1)).is_empty(), "{from} to {to}");
    }
}

/// What a file breaks of the schema, as an editor would say it.
fn faults(text: &str, schema: &Value) -> Vec<String> {
    let table: toml::Table = text.parse().unwrap();
    let mut faults = Vec::new();
    judge(&plain(toml::Value::Table(table)), schema, schema, "", &mut faults);
    faults
}

/// TOML as an editor gives it to a schema: days are strings.
fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => flag.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(list) => list.into_iter().map(plain).collect(),
        toml::Value::Table(table) => {
            table.into_iter().map(|(key, value)| (key, plain(value))).collect::<Map<_, _>>().into()
        }
    }
}

/// As much of JSON Schema as ours uses; a word that it does not know stops it.
fn judge(value: &Value, schema: &Value, root: &Value, at: &str, faults: &mut Vec<String>) {
    for (word, demand) in schema.as_object().unwrap() {
        let good = match word.as_str() {
            "$schema" | "$comment" | "title" | "description" | "definitions" => true,
            "type" => match demand.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                other => panic!("type {other}"),
            },
            "enum" => demand.as_array().unwrap().contains(value),
            "pattern" => value.as_str().is_none_or(|id| {
                assert_eq!(demand, "^[a-z0-9]+([.-][a-z0-9]+)*$");
                let small = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
                id.split(['.', '-']).all(|part| !part.is_empty() && part.bytes().all(small))
            }),
            "format" => value.as_str().is_none_or(|day| {
                assert_eq!(demand, "date");
                day.parse::<demarc_catalogue::Date>().is_ok()
            }),
            "$ref" => {
                let name = demand.as_str().unwrap().strip_prefix("#/definitions/").unwrap();
                judge(value, &root["definitions"][name], root, at, faults);
                true
            }
            "allOf" => {
                let all = demand.as_array().unwrap().iter();
                all.for_each(|inner| judge(value, inner, root, at, faults));
                true
            }
            "anyOf" => demand.as_array().unwrap().iter().any(|inner| {
                let mut of_one = Vec::new();
                judge(value, inner, root, at, &mut of_one);
                of_one.is_empty()
            }),
            "items" => {
                let items = value.as_array().into_iter().flatten();
                items.for_each(|item| judge(item, demand, root, at, faults));
                true
            }
            "required" => value.as_object().is_none_or(|table| {
                demand
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|key| table.contains_key(key.as_str().unwrap()))
            }),
            "properties" | "additionalProperties" => {
                let known = schema.get("properties").and_then(Value::as_object);
                for (key, inner) in value.as_object().into_iter().flatten() {
                    let at = format!("{at}.{key}");
                    match (known.and_then(|known| known.get(key)), word == "properties") {
                        (Some(own), true) => judge(inner, own, root, &at, faults),
                        (None, false) if demand == &Value::Bool(false) => {
                            faults.push(format!("{at} is not known"));
                        }
                        (None, false) => judge(inner, demand, root, &at, faults),
                        _ => {}
                    }
                }
                true
            }
            other => panic!("the schema uses `{other}`, which this test does not know"),
        };
        if !good {
            faults.push(format!("{at}: {word} {demand}"));
        }
    }
}
