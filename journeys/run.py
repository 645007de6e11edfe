#!/usr/bin/python3
"""Uses the real program as a person does: in a window under Xvfb, with keys and the mouse.

    journeys/run.py PROGRAM [--pictures DIR] [NAME...]

Runs every journey, or those whose name contains a NAME. After each step it looks at the picture,
the accessibility tree and the database. Pictures are kept in target/journeys.
"""

import argparse
import pathlib
import sys
import time
import traceback

import tree
from desk import Desk
from trip import Trip
from window import Failed

import choices
import damage
import lessons
import lines
import looking
import placing
import practice
import returning

JOURNEYS = {
    **practice.JOURNEYS,
    **returning.JOURNEYS,
    **looking.JOURNEYS,
    **lessons.JOURNEYS,
    **lines.JOURNEYS,
    **choices.JOURNEYS,
    **placing.JOURNEYS,
    **damage.JOURNEYS,
}


OWN = ("practice", "returning", "looking", "lessons", "lines", "choices", "placing", "damage")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--pictures", default="target/journeys", type=pathlib.Path)
    args = parser.parse_args()
    chosen = {
        name: journey
        for name, journey in JOURNEYS.items()
        if not args.names or any(wanted in name for wanted in args.names)
    }
    if not chosen:
        sys.exit(f"no such journey; there are: {', '.join(JOURNEYS)}")
    failed = 0
    with Desk() as desk:
        tree.attach(desk)
        for name, journey in chosen.items():
            began = time.monotonic()
            try:
                with Trip(desk, args.program.resolve(), name, args.pictures) as trip:
                    journey(trip)
                verdict = "ok"
            except Exception as error:  # whatever happened, the next journey has its turn
                failed += 1
                verdict = "FAILED"
                print(error if isinstance(error, Failed) else traceback.format_exc(), flush=True)
                if isinstance(error, Failed):
                    print(where(error))
            print(f"journey {name} ... {verdict} ({time.monotonic() - began:.1f} s)", flush=True)
    print(f"journeys: {len(chosen) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def where(error):
    """The line of the journey in which it failed."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if pathlib.Path(f.filename).stem in OWN]
    return "".join(f"  at {pathlib.Path(f.filename).name}:{f.lineno}: {f.line}\n" for f in own)


if __name__ == "__main__":
    main()
