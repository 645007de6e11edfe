#!/usr/bin/python3
"""Plants one fault at a time in a copy of the content; `demarc check` must refuse each, in words.

    journeys/planted.py PROGRAM CONTENT

The soil is a service of two deployments that is right as it stands: without a fault it must pass.
It rules every duty but one `none`, so that it stays right when the classes change.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

SOIL = """
[service]
id = "planted"
name = "Planted Service"
short = "Planted"
tile = "P"
category = "storage"
class = "abstracted"
guides = ["planted"]

[setting.mode]
name = "Mode"
open = "open mode"
closed = "closed mode"

[[deployment]]
id = "planted.open"
short = "open"
set = { mode = "open" }

[[deployment]]
id = "planted.closed"
short = "closed"
set = { mode = "closed" }

[[source]]
id = "planted-guide"
title = "Planted Guide: Modes"
url = "https://docs.aws.amazon.com/planted/latest/modes.html"
guide = "planted"
"""


def rule(side, when="", duties=("log.enable",), cite=True, why=None):
    """A rule of the planted service."""
    why = why or f"In {when or 'every'} mode the log is kept so."
    lines = ["[[rule]]", f"duty = {list(duties)}", f'side = "{side}"']
    lines += [f'when = {{ mode = "{when}" }}'] if when else []
    lines += [f'why = "{why}"']
    lines += ['cite = [{ source = "planted-guide", checked = 2026-11-24 }]'] if cite else []
    return "\n" + "\n".join(lines) + "\n"


def soil(content):
    """SOIL, with a rule for every duty that a service can have but the one that is planted on."""
    duties = tomllib.loads((content / "aws/duties.toml").read_text())["duty"]
    own = [d["id"] for d in duties if not d.get("provider_wide") and d["id"] != "log.enable"]
    return SOIL + rule("none", duties=own, why="There is nothing of the kind in a planted service.")


OPEN, CLOSED = rule("in", "open"), rule("of", "closed")
SOURCE = SOIL[SOIL.index("[[source]]") :]

# Fault -> what is planted after the soil, and what the answer must say.
FAULTS = {
    "a rule without a source": (OPEN + rule("of", "closed", cite=False), r"source|cite"),
    "two rules that disagree": (OPEN + CLOSED + rule("in", "closed"), r"disagree|contradict"),
    "a dead rule": (OPEN + CLOSED + rule("in"), r"never decides|decides no"),
    "a setting that flips nothing": (rule("in"), r"setting.*(flips|moves|changes)"),
    "two deployments alike": (rule("in"), r"alike|same (asked )?rulings"),
    "an unknown duty": (OPEN + CLOSED + rule("in", duties=["log.enabel"]), r"log\.enable\b"),
    "an unknown source": (OPEN + CLOSED.replace("planted-", "planetd-"), r"planted-guide"),
    "a duplicate id": (OPEN + CLOSED + SOURCE, r"planted-guide.*(twice|already|duplicate)"),
    "a key that does not exist": (OPEN + CLOSED.replace("why", "wyh"), r"wyh"),
    "text that is not TOML": (OPEN + CLOSED + "[[rule\n", r"planted\.toml"),
}


def main():
    program, content = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "questions"
        shutil.copytree(content, copy)
        good = soil(copy)
        _code, said = judge(program, copy, good + OPEN + CLOSED)
        if said:
            sys.exit(f"the soil without a fault was refused:\n{said}")
        for fault, (planted, words) in FAULTS.items():
            code, said = judge(program, copy, good + planted)
            refused = code == 3 and re.search(words, said, re.IGNORECASE | re.DOTALL)
            print(f"planted {fault} ... {'refused' if refused else 'NOT REFUSED'}")
            if not refused:
                failed += 1
                print(f"ended with {code} and said:\n{said}")
    print(f"planted: {len(FAULTS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def judge(program, copy, planted):
    """How `demarc check` ends with this file among the content, and what it says of its lines."""
    (copy / "aws/services/planted.toml").write_text(planted)
    done = subprocess.run([program, "check", copy], capture_output=True, text=True)
    problems = (done.stdout + done.stderr).split("\n\n")
    return done.returncode, "\n\n".join(p for p in problems if re.search(r"planted\.toml:\d+", p))


if __name__ == "__main__":
    main()
