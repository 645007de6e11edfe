//! The JSON Schema that editors read, printed from the shapes by which the loader reads.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::layer::Layer;
use crate::shape::{FILE, Holds, Key, Shape};

/// What an id looks like.
const ID: &str = "^[a-z0-9]+([.-][a-z0-9]+)*$";

/// The JSON Schema of a content file: which tables and keys there are, what they hold, and what
/// they mean. Whether ids name something that exists is for `check` to say.
pub fn schema() -> String {
    let mut shapes = Vec::new();
    gather(&FILE, &mut shapes);
    let defs = shapes.iter().skip(1).map(|shape| (shape.name, table(shape)));
    let mut whole = vec![
        ("$schema", text("http://json-schema.org/draft-07/schema#")),
        ("title", text("Content of Demarc")),
        ("$comment", text("Printed by `just schema`, never written by hand.")),
    ];
    if let Json::Map(file) = table(&FILE) {
        whole.extend(file);
    }
    whole.push(("definitions", Json::Map(defs.collect())));
    // Writing to a string cannot fail: there is no map whose keys are no strings.
    serde_json::to_string_pretty(&Json::Map(whole)).unwrap_or_default() + "\n"
}

/// Every shape that can be reached from one, itself first, each once.
fn gather(shape: &'static Shape, found: &mut Vec<&'static Shape>) {
    if found.iter().any(|known| known.name == shape.name) {
        return;
    }
    found.push(shape);
    for key in shape.keys {
        if let Holds::Table(inner) | Holds::Tables(inner) | Holds::Named(inner) = key.holds {
            gather(inner, found);
        }
    }
}

fn table(shape: &Shape) -> Json {
    let needed = shape.keys.iter().filter(|key| key.needed);
    let needed: Vec<Json> = needed.map(|key| text(key.name)).collect();
    let mut object = vec![
        ("type", text("object")),
        ("description", text(shape.about)),
        ("properties", Json::Map(shape.keys.iter().map(|key| (key.name, of(key))).collect())),
    ];
    if !needed.is_empty() {
        object.push(("required", Json::List(needed)));
    }
    object.push((
        "additionalProperties",
        match shape.rest {
            None => Json::Flag(false),
            Some(about) => Json::Map(vec![("type", text("string")), ("description", text(about))]),
        },
    ));
    Json::Map(object)
}

fn of(key: &Key) -> Json {
    let mut schema = match key.holds {
        Holds::Id => vec![("type", text("string")), ("pattern", text(ID))],
        Holds::Text => vec![("type", text("string"))],
        Holds::Texts => text_or_list(),
        Holds::One(words) => vec![("enum", Json::List(words().into_iter().map(text).collect()))],
        Holds::Flag => vec![("type", text("boolean"))],
        Holds::Day => day(),
        Holds::Words => named(Json::Map(vec![("type", text("string"))])),
        Holds::Layers => {
            let layers = Layer::ALL.map(|layer| (layer.id(), one("type", "string")));
            vec![
                ("type", text("object")),
                ("properties", Json::Map(layers.into_iter().collect())),
                ("additionalProperties", Json::Flag(false)),
            ]
        }
        Holds::Conditions => named(Json::Map(text_or_list())),
        Holds::Days => named(Json::Map(day())),
        Holds::Table(shape) => vec![("allOf", Json::List(vec![refer(shape)]))],
        Holds::Tables(shape) => vec![("type", text("array")), ("items", refer(shape))],
        Holds::Named(shape) => named(refer(shape)),
    };
    schema.push(("description", text(key.about)));
    Json::Map(schema)
}

fn text_or_list() -> Vec<(&'static str, Json)> {
    let list = vec![("type", text("array")), ("items", one("type", "string"))];
    vec![("anyOf", Json::List(vec![one("type", "string"), Json::Map(list)]))]
}

/// TOML's days reach a schema as strings.
fn day() -> Vec<(&'static str, Json)> {
    vec![("type", text("string")), ("format", text("date"))]
}

fn named(inner: Json) -> Vec<(&'static str, Json)> {
    vec![("type", text("object")), ("additionalProperties", inner)]
}

fn refer(shape: &Shape) -> Json {
    Json::Map(vec![("$ref", Json::Text(format!("#/definitions/{}", shape.name)))])
}

fn one(key: &'static str, value: &str) -> Json {
    Json::Map(vec![(key, text(value))])
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

/// As much of JSON as a schema needs, with keys in the order in which they are given.
enum Json {
    Text(String),
    Flag(bool),
    List(Vec<Json>),
    Map(Vec<(&'static str, Json)>),
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Text(text) => serializer.serialize_str(text),
            Json::Flag(flag) => serializer.serialize_bool(*flag),
            Json::List(list) => serializer.collect_seq(list),
            Json::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
