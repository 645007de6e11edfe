"""Journeys through an exam: by keys alone, and killed in the middle."""

import session
from trip import check, equal

ANSWERED = "select count(*) from answer"


def by_keys(trip):
    """An exam is begun, answered, an answer changed, handed in; only then is anything logged."""
    window = trip.open()
    window.press("Escape", "8")
    window.shows("No feedback until you hand in")
    window.press("Return")
    for number in range(20):
        window.shows(f"{number + 1} of 20")
        window.press("lask"[number % 4])
        check(not window.has("Right.") and not window.has("Wrong."), "an answer was told")
    window.shows("Hand in?")
    trip.shoot(window, "all")
    window.press("o", "Left", "BackSpace", "o")
    window.shows("19 of 20 have an answer. One is open and counts as wrong.")
    equal(trip.one(ANSWERED), 0, "answers in the log before handing in")
    window.press("Return")
    window.shows("Result of the exam", "By side")
    trip.shoot(window, "result")
    equal(trip.one(ANSWERED), 19, "answers in the log")
    equal(trip.one("select count(*) from card"), 19, "cards")
    equal(trip.one("select count(*) from exam where ended_utc_ms is not null"), 1, "exams handed in")
    window.press("a")
    window.shows("Every answer")
    window.press("Return")
    session.reach(window, "question")
    window.close()


def killed(trip):
    """Killed in the middle of an exam, no answer is lost, and it goes on where it was."""
    window = trip.open()
    window.press("Escape", "8", "Return")
    for number in range(4):
        window.shows(f"{number + 1} of 20")
        window.press("la"[number % 2])
    window.shows("5 of 20")
    window.kill()
    equal(trip.one(ANSWERED), 0, "answers in the log")
    window = trip.open()
    window.press("8")
    window.shows("An exam is open")
    window.press("Return")
    window.shows("5 of 20")
    window.press("o")
    window.shows("4 of 20 have an answer. 16 are open and count as wrong.")
    window.close()


JOURNEYS = {"exam by keys": by_keys, "exam killed": killed}
