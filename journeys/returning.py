"""Journeys of coming back: close in the middle and resume, pull the plug, settings that stay."""

import session
from trip import check, equal


def begin(trip, answers):
    """A session of ten, with some answers given."""
    window = trip.open()
    window.press("q")
    session.reach(window, "question")
    for number in range(answers):
        session.answer(trip, window, "lak"[number % 3])
        session.onward(window)
    return window


def resume_after(trip, end):
    window = begin(trip, 3)
    trip.shoot(window, "left")
    end(window)
    equal(trip.one(session.COUNT), 3, "answers after the window went")
    window = trip.open()
    window.shows("Resume")
    trip.shoot(window, "today-resume")
    window.press("r")
    session.reach(window, "question")
    trip.shoot(window, "resumed")
    session.whole(trip, window, "lkas")
    window.press("Return")
    window.close()
    equal(trip.one("select count(*) from session"), 1, "sessions")
    equal(trip.one("select count(*) from answer where repeat = 0"), 10, "questions asked")
    distinct = "select count(*) from (select distinct item, repeat from answer)"
    equal(trip.one(distinct), trip.one(session.COUNT), "questions asked once each")


def closed(trip):
    """Closed in the middle of a session: it resumes where it was."""
    resume_after(trip, lambda window: window.close())


def killed(trip):
    """The plug is pulled right after an answer: the answer is there, the session resumes."""
    resume_after(trip, lambda window: window.kill())


def remembered(trip):
    """What was answered and set before a restart holds after it."""
    window = begin(trip, 4)
    window.press("Escape")
    session.reach(window, "finished")
    window.press("Return")
    window.shows("Today")
    window.press("comma")
    window.shows("Theme: Dark")
    trip.shoot(window, "settings-light")
    window.click("Theme: Dark")
    trip.shoot(window, "settings-dark")
    window.close()
    before = trip.stats()
    equal(before["answers"], 4, "answers in the statistics")
    window = trip.open()
    window.shows("Today")
    trip.shoot(window, "today-dark")
    window.close()
    equal(trip.stats(), before, "the statistics after a restart")
    themes = "select count(*) from setting where lower(value) like '%dark%'"
    equal(trip.one(themes), 1, "settings that say dark")


def second_window(trip):
    """A second window on the same progress says that it is open already, and harms nothing."""
    first = begin(trip, 1)
    second = trip.open()
    second.shows("already")
    trip.shoot(second, "already-open")
    second.close()
    said = trip.cli("quiz", given="k\n", codes=(1,)).strip()
    check("already" in said and "\n" not in said, f"the terminal says {said!r}")
    equal(trip.stats()["answers"], 1, "answers that a reader sees meanwhile")
    session.onward(first)
    session.answer(trip, first, "k")
    first.close()
    equal(trip.stats()["answers"], 2, "answers in the end")


def no_display(trip):
    """Without a display it says so in one line and asks in the terminal; the log is the same."""
    display = trip.desk.env.pop("DISPLAY")
    try:
        asked = trip.cli(given="k\nl\na\n")
    finally:
        trip.desk.env["DISPLAY"] = display
    check("OF the cloud" in asked, f"the terminal says {asked!r}")
    equal(trip.one(session.COUNT), 3, "answers in the log")
    window = trip.open()
    window.shows("Mastery")
    window.close()


JOURNEYS = {
    "close in the middle and resume": closed,
    "kill in the middle and resume": killed,
    "restart and see it remembered": remembered,
    "a second window": second_window,
    "no display": no_display,
}
