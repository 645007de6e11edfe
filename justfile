# List the recipes.
default:
    @just --list --unsorted

# Open the window.
run *ARGS:
    cargo run --release -- {{ARGS}}

# All tests; they need no display, no GPU and no network.
test:
    cargo test --workspace

# Judge the content and print its counts.
content DIR="questions":
    cargo run --quiet --profile journey -- check {{DIR}}

# Print the JSON Schema that editors read beside the content.
schema:
    cargo run --quiet -p demarc-catalogue --example schema > questions/schema.json

# Everything that must hold before a change lands: what CI runs.
check:
    .ci/run

# Use the real window as a person does; screenshots in target/journeys.
journeys *NAMES:
    cargo build --profile journey --bin demarc
    journeys/run.py target/journey/demarc {{NAMES}}

# Take the pictures in docs/screens anew.
screens:
    cargo build --profile journey --bin demarc
    cargo build --profile journey -p demarc-study --example a_year
    journeys/screens.py target/journey/demarc docs/screens

# Print the speed figures, each beside its floor.
measure *ARGS:
    tools/measure {{ARGS}}
