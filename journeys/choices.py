"""Journeys through questions in which one of a few is chosen: by keys alone, from the log to the undo."""

import session
from trip import check, equal

REPLIES = "select count(*) from reply"
CHOICES = "select count(*) from answer where form = 'which'"


def which(trip):
    """Four deployments by keys: one is chosen, checked, taken back; another is; on to the next."""
    window = trip.open()
    window.press("Escape", "ctrl+k")
    window.type("which service")
    window.press("Return")
    asked = window.node(lambda name: name.startswith("Which of these")).name
    trip.shoot(window, "asked")
    window.press("2", "Return")
    window.shows("Choose one first.")
    equal(trip.one(REPLIES), 0, "replies before anything was chosen")
    window.press("s")
    equal(len(chosen(window)), 1, "deployments that are chosen")
    second = chosen(window)
    window.press("Down")
    check(chosen(window) != second, "the arrow chooses no other")
    trip.shoot(window, "chosen")
    window.press("Return")
    window.shows("your answer")
    trip.shoot(window, "replied")
    equal(trip.one(REPLIES), 1, "replies in the log")
    answers = trip.one(CHOICES)
    check(answers in (1, 2), f"{answers} cells were said something of")
    equal(trip.one("select count(*) from card"), answers, "cards")
    window.press("BackSpace")
    equal(window.node(lambda name: name.startswith("Which of these")).name, asked, "what is asked again")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    equal(trip.one("select count(*) from card"), 0, "cards after the undo")
    window.press("f", "1", "Return")
    window.shows("your answer")
    for _ in range(20):
        window.press("space")
        if session.place(window) == "finished":
            break
        window.press("a", "2", "Return")
        window.shows("your answer")
    equal(session.place(window), "finished", "where the session is")
    trip.shoot(window, "end")
    check(trip.one(REPLIES) >= 9, "not every choice is in the log")
    window.close()


def moves(trip):
    """Two beside each other by keys: rows by the arrows, what becomes of each, checked, taken back."""
    window = trip.open()
    window.press("Escape", "ctrl+k")
    window.type("what moves")
    window.press("Return")
    window.shows("What becomes of these duties?")
    window.shows("All stay as they are")
    trip.shoot(window, "asked")
    window.press("s", "Down", "Down", "d")
    window.shows("2 duties change")
    equal(len(chosen(window)), len(rows(window)), "a choice in each row")
    trip.shoot(window, "said")
    window.press("Return")
    window.shows("Say how sure you are first")
    window.press("2", "Return")
    window.shows("The principle")
    trip.shoot(window, "replied")
    equal(trip.one(REPLIES), 1, "replies in the log")
    answers = trip.one("select count(*) from answer where form = 'compare'")
    check(answers >= 2, f"only {answers} cells were said something of")
    equal(trip.one("select count(*) from card"), answers, "cards")
    window.press("BackSpace")
    window.shows("All stay as they are")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    equal(trip.one("select count(*) from card"), 0, "cards after the undo")
    for _ in range(10):
        window.press("1", "Return")
        window.shows("The principle")
        window.press("space")
        if session.place(window) == "finished":
            break
    equal(session.place(window), "finished", "where the session is")
    check(trip.one(REPLIES) >= 5, "not every comparison is in the log")
    window.close()


def rows(window):
    """The names of the duties of which something is said."""
    radios = (node.name for node in window.nodes() if node.role == "radio button")
    return {name.split(" on the left")[0] for name in radios if " on the left" in name}


def chosen(window):
    """The names of the deployments that are chosen."""
    radios = (node for node in window.nodes() if node.role == "radio button")
    return [node.name for node in radios if node.chosen and not node.name.startswith("How sure")]


JOURNEYS = {"which of four by keys": which, "what moves by keys": moves}
