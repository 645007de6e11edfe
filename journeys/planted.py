#!/usr/bin/python3
"""Plants one fault at a time in a copy of the content; `demarc check` must refuse each, in words.

    journeys/planted.py PROGRAM CONTENT

The soil is a service of two deployments that is right as it stands: without a fault it must pass.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

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


def rule(side, when="", duty="log.enable", cite=True, why="In {mode} mode the log is kept so."):
    """A rule of the planted service."""
    lines = ["[[rule]]", f'duty = "{duty}"', f'side = "{side}"']
    lines += [f'when = {{ mode = "{when}" }}'] if when else []
    lines += [f'why = "{why.replace("{mode}", when or "every")}"']
    lines += ['cite = [{ source = "planted-guide", checked = 2026-11-24 }]'] if cite else []
    return "\n" + "\n".join(lines) + "\n"


OPEN, CLOSED = rule("in", "open"), rule("of", "closed")
GOOD = SOIL + OPEN + CLOSED

# Fault -> the planted file, and what the answer must say.
FAULTS = {
    "a rule without a source": (SOIL + OPEN + rule("of", "closed", cite=False), r"source|cite"),
    "two rules that disagree": (GOOD + rule("in", "closed"), r"disagree|contradict"),
    "a dead rule": (GOOD + rule("in"), r"never decides|decides no"),
    "a setting that flips nothing": (SOIL + rule("in"), r"setting.*(flips|moves|changes)"),
    "two deployments alike": (SOIL + rule("in"), r"alike|same (asked )?rulings"),
    "an unknown duty": (GOOD + rule("in", duty="log.enabel"), r"log\.enable\b"),
    "an unknown source": (GOOD.replace('source = "planted-guide"', 'source = "planted-giude"'), r"planted-guide"),
    "a duplicate id": (GOOD + SOIL[SOIL.index("[[source]]") :], r"planted-guide.*(twice|already|duplicate)"),
    "a key that does not exist": (GOOD.replace("short =", "shrot =", 1), r"shrot"),
    "text that is not TOML": (GOOD + "[[rule\n", r"planted\.toml"),
}  # fmt: skip


def main():
    program, content = sys.argv[1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "questions"
        shutil.copytree(content, copy)
        _code, said = judge(program, copy, GOOD)
        if said:
            sys.exit(f"the soil without a fault was refused:\n{said}")
        for fault, (text, words) in FAULTS.items():
            code, said = judge(program, copy, text)
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
