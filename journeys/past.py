"""Gives a journey's person weeks of practice behind them, by real sessions at past times.

The sessions are real ones in the terminal, run under `faketime` (Debian: faketime), so that the
pictures show what the program itself wrote.
"""

import json
import random
import shutil
import subprocess
import time

# Days ago and questions asked; the gaps are rest days.
DIARY = [
    (26, 20), (25, 15), (24, 20), (22, 15), (21, 20), (19, 20), (18, 15), (17, 20), (15, 20),
    (14, 20), (12, 15), (11, 20), (10, 20), (8, 25), (7, 20), (6, 20), (5, 15), (4, 20), (3, 20),
    (2, 25), (1, 20),
]  # fmt: skip


def weeks(trip):
    """About four weeks of evenings, getting better."""
    if not shutil.which("faketime"):
        raise SystemExit("faketime is needed for a past: apt-get install faketime")
    rulings = {
        (row["deployment"], row["duty"]): row["side"]
        for row in json.loads(trip.cli("catalogue", "--format", "json"))
    }
    chance = random.Random(7)
    for number, (days_ago, questions) in enumerate(DIARY):
        skill = 0.62 + 0.3 * number / len(DIARY)
        evening(trip, days_ago, questions, skill, rulings, chance)


def evening(trip, days_ago, questions, skill, rulings, chance):
    """One session of the quiz at eight in the evening, `days_ago` days before today."""
    day = time.strftime("%Y-%m-%d", time.gmtime(time.time() - days_ago * 86_400))
    before = trip.one("select count(*) from session") if trip.database.exists() else 0
    quiz = ["quiz", "--questions", str(questions), "--seed", str(days_ago)]
    process = subprocess.Popen(
        ["faketime", f"{day} 20:00:00", trip.binary, "--data-dir", trip.data, *quiz],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=trip.desk.env | {"HOME": str(trip.home)},
        text=True,
    )
    keys = "".join(f"{key}\n" for key in answers(planned(trip, before), skill, rulings, chance))
    process.communicate(keys)
    if process.returncode:
        raise SystemExit(f"the session of {day} ended with {process.returncode}")


def planned(trip, before):
    """The cells that the session just started will ask, once it is written down."""
    for _ in range(500):
        if trip.database.exists() and trip.one("select count(*) from session") > before:
            items = trip.one("select items from session order by seq desc limit 1")
            return [(item["deployment"], item["duty"]) for item in json.loads(items)]
        time.sleep(0.02)
    raise SystemExit("the quiz started no session")


def answers(cells, skill, rulings, chance):
    """A key for each cell, right as often as `skill`; what was wrong comes back and is right."""
    again = []
    for cell in cells:
        right = chance.random() < skill
        of = (rulings[cell] == "of") == right
        sure = chance.random() < (0.75 if right else 0.35)
        yield ("a" if sure else "s") if of else ("l" if sure else "k")
        if not right:
            again.append("s" if rulings[cell] == "of" else "k")
    yield from again
