"""Journeys of looking around: every screen by key and by Tab, Explore, flags, notes, one's data."""

import json

import session
from trip import check, equal

# The sections, by the keys that open them.
SECTIONS = {"1": "Today", "l": "Lessons", "2": "Practice", "4": "Explore", "5": "Compare", "h": "Choose", "6": "Insights", "comma": "Settings"}


def by_tab(trip):
    """On every screen each control has a name, and Tab reaches them all, one after the other."""
    window = practised(trip)
    for key, title in SECTIONS.items():
        window.press(key)
        at(window, title)
        tour(window, title)
    window.press("1", "w")
    session.reach(window, "question")
    tour(window, "question")
    session.answer(trip, window, "k")
    tour(window, "feedback")
    window.press("Escape")
    session.reach(window, "finished")
    tour(window, "end of session")
    window.close()


def at(window, title):
    """Waits until the navigation says that this section is open."""

    def chosen():
        return any(node.chosen and node.name.startswith(title) for node in window.nodes())

    window.wait(chosen, f"the section {title}")


def tour(window, screen):
    """Tabs through the screen once."""
    controls = [node for node in window.nodes() if node.focusable and node.role != "frame"]
    nameless = [node.role for node in controls if not node.name]
    nameless += [n.box() for n in window.nodes() if n.role == "heading" and not n.name]
    check(not nameless, f"{screen}: controls or headings without a name: {nameless}")
    names, reached, before = {node.name for node in controls}, [], None
    while len(reached) <= len(controls):
        window.press("Tab")
        nodes = window.nodes()
        focused = [node for node in nodes if node.focused and node.role != "frame"]
        if not focused or focused[0].name in reached:
            break
        name, box = focused[0].name, focused[0].box()
        # The page may have scrolled to show it: where the one before stands now is what counts.
        now = [node for node in nodes if reached and node.name == reached[-1]]
        before = now[0].box() if len(now) == 1 else before
        check(not (before and backwards(before, box)), f"{screen}: {name} comes after {reached[-1:]}")
        reached.append(name)
        before = box
    missed = names - set(reached)
    check(not missed, f"{screen}: Tab does not reach {missed}")


def backwards(one, other):
    """Does the focus go from `one` to a box that stands left of it in the same row?"""
    (x, y, _, height), (other_x, other_y, _, other_height) = one, other
    same_row = min(y + height, other_y + other_height) - max(y, other_y) > height / 2
    return same_row and other_x < x


def practised(trip):
    """A window of someone who has answered something wrong and something right."""
    trip.cli("quiz", "--questions", "6", "--seed", "3", given="a\nl\na\nl\na\nl\n")
    window = trip.open()
    window.shows("Today")
    return window


def explore(trip):
    """The matrix by keys: a cell, its drawer, a flag with a note, the filter, the palette."""
    window = practised(trip)
    window.press("4")
    at(window, "Explore")
    window.press("Down", "Right", "Return")
    window.shows("Why")
    trip.shoot(window, "drawer")
    window.press("f")
    window.shows("Save flag")
    window.type("check the guide again")
    trip.shoot(window, "flag")
    window.press("ctrl+Return")
    window.wait(lambda: trip.one("select count(*) from flag") == 1, "a flag in the database")
    equal(trip.one("select note from flag"), "check the guide again", "the note of the flag")
    window.press("m")
    window.shows("Save note")
    window.type("mine")
    window.press("ctrl+Return")
    window.wait(lambda: trip.one("select count(*) from note") == 1, "a note in the database")
    equal(trip.one("select text from note"), "mine", "the note")
    window.press("v")
    window.shows("What you probably know")
    trip.shoot(window, "mastery")
    window.press("w")
    session.reach(window, "question")
    window.press("Escape")
    at(window, "Explore")
    window.press("v", "Escape")
    window.press("Down", "Next")
    window.shows("Amazon ECS, EC2 launch type, stock AMI")
    window.press("slash")
    window.type("lambda hypervisor")
    window.shows("1 duty")
    trip.shoot(window, "filtered")
    window.press("Escape", "Escape")
    window.press("ctrl+k")
    window.type("fargate")
    window.shows("Fargate")
    trip.shoot(window, "palette")
    window.press("Escape")
    window.close()


def compare(trip):
    """The essay's comparison by keys: changes only, why, another side, kept, practised."""
    window = practised(trip)
    window.press("5")
    at(window, "Compare")
    window.shows("A REST API on EC2")
    window.press("t", "Down")
    window.shows("Show EC2, Auto Scaling in Explore")
    trip.shoot(window, "why")
    window.press("Escape", "k", "bracketright")
    window.type("eks fargate")
    window.press("Return")
    window.shows("Right: EKS, Fargate. Pick another")
    trip.shoot(window, "other-side")
    kept = trip.one("select value from setting where name = 'comparisons'")
    equal(json.loads(kept), [["stack:rest-api-on-ec2", "stack:rest-api-on-lambda"]], "what is kept")
    window.press("p")
    session.reach(window, "question")
    window.press("Escape")
    window.press("5", "bracketleft")
    window.type("lambda automatic")
    window.press("Return", "f", "f")
    window.shows("Right: Lambda, image. Pick another")
    trip.shoot(window, "flipped")
    window.close()


def choose(trip):
    """A need by keys: what a way leaves to you, two ways compared, what differs practised."""
    window = practised(trip)
    window.press("h")
    at(window, "Choose")
    window.shows("Need: Run an API. Pick another")
    trip.shoot(window, "api")
    window.press("n")
    window.type("rds")
    window.press("Return")
    window.shows("Need: Keep rows. Pick another")
    window.press("Down", "Down", "Down")
    window.shows("RDS, own minor, instead of A database on EC2")
    trip.shoot(window, "way")
    window.press("space", "Down", "Down", "c")
    at(window, "Compare")
    window.shows("Left: RDS, own minor. Pick another")
    window.press("h", "d")
    session.reach(window, "question")
    window.press("Escape")
    window.close()
    answered = trip.rows("select distinct deployment from answer where deployment like 'rds%'")
    equal(len(answered), 0, "nothing was answered of what was only begun")


def insights(trip):
    """Charts and tables by key, each card by itself, scrolled by key, and taken along as files."""
    window = practised(trip)
    window.press("6")
    at(window, "Insights")
    window.shows("Score over time as a table")
    trip.shoot(window, "charts")
    window.press("t")
    window.shows("Score over time as a chart")
    trip.shoot(window, "tables")
    window.press("Next", "Next")
    trip.shoot(window, "scrolled")
    window.press("Prior", "Prior", "t")
    window.shows("Score over time as a table")
    window.press("e")
    exports = trip.data / "exports"
    pictures = lambda: len(list(exports.glob("*/*.png")))
    window.wait(lambda: pictures() == 11, "a picture of each chart")
    equal(len(list(exports.glob("*/*.csv"))), 15, "a table of each card, and the answers")
    answers = next(exports.glob("*/answers.csv")).read_text().splitlines()
    equal(len(answers) - 1, trip.one(session.COUNT), "answers in the export")
    window.close()


def own_data(trip):
    """Everything is exported from Settings, then deleted, and nothing of it is left."""
    window = practised(trip)
    count = trip.one(session.COUNT)
    asked = [row[0].encode() for row in trip.rows("select distinct deployment from answer")]
    window.press("comma")
    window.click("Export everything (JSON)")
    exports = trip.data / "exports"
    window.wait(lambda: exports.is_dir() and any(exports.glob("*.json")), "an export")
    exported = json.loads(next(exports.glob("*.json")).read_text())
    equal(len(exported["answers"]), count, "answers in the export")
    window.click("Delete all my data…")
    window.shows("Delete all your data?")
    trip.shoot(window, "asks-first")
    window.press("Escape")
    equal(trip.one(session.COUNT), count, "answers after a no")
    window.click("Delete all my data…")
    window.click("Delete everything")
    window.shows("Start with ten questions")
    trip.shoot(window, "deleted")
    equal(trip.one(session.COUNT), 0, "answers in the database")
    window.close()
    equal(trip.stats()["answers"], 0, "answers in the statistics")
    for file in trip.data.rglob("*"):
        if file.is_file() and exports not in file.parents:
            left = [name for name in asked if name in file.read_bytes()]
            check(not left, f"{file.name} still holds {left}")


JOURNEYS = {
    "every screen by Tab": by_tab,
    "explore, flag and note": explore,
    "compare, keep and practise": compare,
    "choose among the ways to meet a need": choose,
    "insights as charts, tables and files": insights,
    "one's own data": own_data,
}
