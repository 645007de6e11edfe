"""Journeys of practice: the first start, ten questions by keys, ten by mouse, undo, skip."""

import session
from trip import check, equal


def first_run(trip):
    """A fresh home: the line is explained, one key looks around, and it is not shown again."""
    window = trip.open()
    window.shows("Start with ten questions")
    trip.shoot(window, "first-run")
    check(trip.database.exists(), "no database was made")
    window.press("Right")
    trip.shoot(window, "next-service")
    window.press("Escape")
    window.shows("Today")
    check(not window.has("Start with ten questions"), "First run is still there")
    trip.shoot(window, "today-empty")
    window.close()
    window = trip.open()
    window.shows("Today")
    check(not window.has("Start with ten questions"), "First run came back")
    window.close()
    equal(trip.one(session.COUNT), 0, "answers nobody gave")


def by_keys(trip):
    """One key to a question, ten questions by keys alone, and what the end says is so."""
    ten(trip, by_mouse=False)


def by_mouse(trip):
    """The same by mouse alone: every target found by its name."""
    ten(trip, by_mouse=True)


def ten(trip, by_mouse):
    window = trip.open()
    window.shows("Start with ten questions")
    if by_mouse:
        window.click("Start with ten questions", "push button")
    else:
        window.press("q")
    session.reach(window, "question")
    right, count = session.whole(trip, window, "lkajsd", by_mouse, pictures=(0, 1))
    check(count >= 10, f"only {count} questions")
    trip.shoot(window, "end")
    asked = trip.one("select count(*) from answer where repeat = 0")
    equal(asked, 10, "questions that were not repeats")
    equal(trip.one(session.COUNT), count, "answers in the log")
    found = trip.one("select count(*) from answer where said = ruling")
    equal(found, right, "right answers in the log")
    equal(trip.one("select count(*) from session where ended_utc_ms is not null"), 1, "sessions")
    if by_mouse:
        window.click("Done", "push button")
    else:
        window.press("Return")
    window.shows("Today")
    trip.shoot(window, "today")
    window.close()
    stats = trip.stats()
    equal(stats["answers"], count, "answers in the statistics")
    equal(len(stats["sessions"]), 1, "sessions in the statistics")


def undo(trip):
    """An answer is taken back: the question stands again, and the log keeps both."""
    window = trip.open()
    window.press("q")
    session.reach(window, "question")
    session.answer(trip, window, "l")
    first = trip.rows(session.LAST)[0]
    window.press("BackSpace")
    session.reach(window, "question")
    trip.shoot(window, "taken-back")
    equal(trip.one(session.COUNT), 1, "answers in the log")
    equal(trip.one(session.KEPT), 0, "answers that count")
    equal(trip.one("select count(*) from card"), 0, "cards")
    session.answer(trip, window, "a")
    second = trip.rows(session.LAST)[0]
    equal(second[4:], first[4:], "the cell asked again")
    check(second[0] != first[0], "the second answer is the first")
    equal(trip.one(session.KEPT), 1, "answers that count")
    window.close()
    equal(trip.stats()["answers"], 1, "answers in the statistics")


def skip(trip):
    """A skipped question leaves no answer and the next one comes."""
    window = trip.open()
    window.press("q")
    session.reach(window, "question")
    window.press("x")
    session.reach(window, "question")
    equal(trip.one(session.COUNT), 0, "answers in the log")
    session.answer(trip, window, "k")
    window.close()


JOURNEYS = {
    "first run": first_run,
    "ten questions by keys": by_keys,
    "ten questions by mouse": by_mouse,
    "undo": undo,
    "skip": skip,
}
