"""Journeys through Draw the line: by keys alone, by mouse alone, from the log to the undo."""

import session
from trip import check, equal

REPLIES = "select count(*) from reply"
LINES = "select count(*) from answer where form = 'line'"


def to_the_board(window):
    """From a first start to the first stack, by keys."""
    window.press("Escape", "3")
    window.shows("Draw four lines")
    window.press("Return")
    window.shows("How sure are you?")


def replied(window):
    window.shows("parts are right.")


def by_keys(trip):
    """A line by keys: move, flip, say how sure, check; each duty is in the log and has its card."""
    window = trip.open()
    to_the_board(window)
    trip.shoot(window, "board")
    window.press("Return")
    window.shows("Say how sure you are first")
    equal(trip.one(REPLIES), 0, "replies before it was said how sure")
    window.press("Up", "Up", "Up", "Up", "Up", "Up", "Down")
    window.press("Tab")
    first = focused_duty(window)
    check(first, "Tab does not lead to the duties")
    window.press("Tab")
    check(focused_duty(window) not in (first, None), "Tab does not lead to the next duty")
    window.press("space")
    check("flipped" in focused_duty(window), "Space does not flip the duty in focus")
    window.press("Down")
    check(focused_duty(window), "the line takes the focus away")
    trip.shoot(window, "flipped")
    window.press("space", "Up", "2", "Return")
    replied(window)
    trip.shoot(window, "replied")
    equal(trip.one(REPLIES), 1, "replies in the log")
    answers = trip.one(LINES)
    check(answers >= 3, f"only {answers} parts in the log")
    equal(trip.one("select count(*) from card"), answers, "cards")
    equal(trip.one("select count(distinct utc_ms) from answer"), 1, "moments of one reply")
    window.press("BackSpace")
    window.shows("How sure are you?")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    equal(trip.one("select count(*) from card"), 0, "cards after the undo")
    window.press("Up", "Up", "Up", "Up", "Up", "3", "Return")
    replied(window)
    for _ in range(12):
        window.press("space")
        if session.place(window) == "finished":
            break
        window.shows("How sure are you?")
        window.press("Up", "Up", "Up", "Up", "Up", "1", "Return")
        replied(window)
    equal(session.place(window), "finished", "where the session is")
    trip.shoot(window, "end")
    check(trip.one(REPLIES) >= 5, "not every line is in the log")
    window.press("Return")
    window.shows("Draw four lines")
    window.close()


def focused_duty(window):
    """The name of the duty that has the focus."""
    for node in window.nodes():
        if node.focused and (", OF" in node.name or ", IN" in node.name):
            return node.name
    return None


def by_mouse(trip):
    """The same by mouse alone: a layer, a duty, how sure, Check, Next."""
    window = trip.open()
    window.press("Escape")
    window.click("Practice", None)
    window.click("Start: Draw the line", None)
    window.shows("How sure are you?")
    layer = window.node(lambda name: name.startswith("Network settings") and "Put the line" in name)
    x, y, _, height = layer.box()
    window.screen.click(x + 20, y + height // 2)
    window.settle()
    window.shows("Platform, OF. Put the line under it")
    window.click(lambda name: name.endswith(", OF"))
    window.shows(", IN, flipped")
    trip.shoot(window, "by-mouse")
    window.click("How sure: Likely")
    window.click("Check", "push button")
    replied(window)
    equal(trip.one(REPLIES), 1, "replies in the log")
    window.click("Next", "push button")
    window.shows("How sure are you?")
    window.close()


def flip(trip):
    """A setting flipped by keys: one duty is said to move, checked, taken back, said again."""
    window = trip.open()
    window.press("Escape", "ctrl+k")
    window.type("flip lambda")
    window.press("Return")
    window.shows("Which duties change hands?")
    trip.shoot(window, "setting")
    window.press("Tab", "space")
    window.shows("1 duty changes hands")
    window.press("3", "Return")
    replied(window)
    trip.shoot(window, "replied")
    answers = trip.one("select count(*) from answer where form = 'flip'")
    check(answers >= 4, f"only {answers} parts in the log")
    equal(trip.one("select count(*) from card"), answers, "cards")
    window.press("BackSpace")
    window.shows("Which duties change hands?")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    window.press("1", "Return")
    replied(window)
    equal(trip.one(REPLIES), 2, "replies in the log")
    window.press("space")
    window.shows("Which duties change hands?")
    window.close()


def sort(trip):
    """Cards sorted by keys: each put on a side, checked, taken back, said again."""
    window = trip.open()
    window.press("Escape", "ctrl+k")
    window.type("sort lambda")
    window.press("Return")
    window.shows("hose is which?")
    trip.shoot(window, "cards")
    window.press("2", "Return")
    window.shows("Put every card on a side first.")
    window.press("Left", "Right", "Left", "Right", "Left", "Right")
    trip.shoot(window, "sorted")
    window.press("Return")
    replied(window)
    trip.shoot(window, "replied")
    answers = trip.one("select count(*) from answer where form = 'sort'")
    check(answers >= 3, f"only {answers} cards in the log")
    equal(trip.one("select count(*) from card"), answers, "cards")
    window.press("BackSpace")
    window.shows("How sure are you?")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    window.press("Right", "Right", "Right", "Right", "Right", "Left", "1", "Return")
    replied(window)
    equal(trip.one(REPLIES), 2, "replies in the log")
    window.press("space")
    window.shows("How sure are you?")
    window.close()


def reason(trip):
    """Side and reason by keys: checked, taken back, said again; the cell is in the log by its side."""
    window = trip.open()
    window.press("Escape", "ctrl+k")
    window.type("reason lambda")
    window.press("Return")
    window.shows("Two of the reasons speak for each side.")
    trip.shoot(window, "reasons")
    window.press("3", "Return")
    window.shows("Say whose it is first: OF or IN.")
    window.press("Left", "Return")
    window.shows("Choose a reason first.")
    window.press("a", "Down")
    trip.shoot(window, "said")
    window.press("Return")
    window.shows("Whose it is, and why")
    trip.shoot(window, "replied")
    equal(trip.one("select count(*) from answer where form = 'reason' and said = 'of'"), 1, "answers")
    equal(trip.one("select count(*) from card"), 1, "cards")
    window.press("BackSpace")
    window.shows("Two of the reasons speak for each side.")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    window.press("Right", "d", "1", "Return")
    window.shows("Whose it is, and why")
    equal(trip.one(REPLIES), 2, "replies in the log")
    window.press("space")
    window.shows("Two of the reasons speak for each side.")
    window.close()


def kind(trip):
    """The kind of a control by keys: checked, its halves shown, taken back, said again."""
    window = trip.open()
    window.press("Escape", "ctrl+k")
    window.type("control lambda")
    window.press("Return")
    window.shows("what kind of control is it here?")
    trip.shoot(window, "kinds")
    window.press("2", "Return")
    window.shows("Choose one first.")
    window.press("s", "Return")
    window.shows("You said likely.")
    trip.shoot(window, "replied")
    answers = trip.one("select count(*) from answer where form = 'kind'")
    check(answers >= 1, "no duty of the control is in the log")
    equal(trip.one("select count(*) from card"), answers, "cards")
    window.press("BackSpace")
    window.shows("what kind of control is it here?")
    equal(trip.one(session.KEPT), 0, "answers that count after the undo")
    window.press("a", "3", "Return")
    window.shows("You said sure.")
    equal(trip.one(REPLIES), 2, "replies in the log")
    window.press("space")
    window.shows("what kind of control is it here?")
    window.close()


JOURNEYS = {
    "give the reason by keys": reason,
    "name the control by keys": kind,

    "sort the duties by keys": sort,
    "flip a setting by keys": flip,
    "draw the line by keys": by_keys,
    "draw the line by mouse": by_mouse,
}
