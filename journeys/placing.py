"""Journeys through a placement: by keys alone, from the first start to what is probably known."""

import session
from trip import check, equal

OPEN = "select items from session order by seq desc limit 1"


def by_keys(trip):
    """Someone new is placed: nothing is told in between, one answer is taken back, then all is told."""
    window = trip.open()
    window.shows("Find out what you know")
    window.press("Return")
    window.shows("1 of 12 to 20")
    trip.shoot(window, "question")
    window.press("l")
    window.shows("2 of 12 to 20")
    check(not window.has("Right.") and not window.has("Wrong."), "a verdict is told before the end")
    window.press("BackSpace")
    window.shows("1 of 12 to 20")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    number = asked(trip, window)
    check(12 <= number <= 20, f"{number} questions")
    window.shows("What you probably know", "Nine times in ten", "Guest OS: ")
    trip.shoot(window, "end")
    equal(trip.one("select count(*) from card"), number, "cards")
    equal(trip.one("select count(*) from answer where repeat = 1"), 0, "questions that came back")
    window.press("n")
    session.reach(window, "question")
    window.close()


def asked(trip, window):
    """Answers until the end; how many answers count."""
    for number in range(20):
        if window.has("What you probably know"):
            break
        window.press("lask"[number % 4])
    window.shows("What you probably know")
    return trip.one(session.KEPT)


def killed(trip):
    """Killed in the middle, it goes on with the question that was open."""
    window = trip.open()
    window.press("Return")
    for number in range(3):
        window.shows(f"{number + 1} of 12 to 20")
        window.press("la"[number % 2])
    window.shows("4 of 12 to 20")
    before = trip.one(OPEN)
    window.kill()
    equal(trip.one(session.KEPT), 3, "answers after the kill")
    window = trip.open()
    window.shows("Resume")
    window.press("r")
    window.shows("4 of 12 to 20")
    equal(trip.one(OPEN), before, "the questions as they are kept")
    window.close()


JOURNEYS = {"placement by keys": by_keys, "placement killed": killed}
