"""Journeys through a lesson: by keys alone and by pointer alone, with the log's word for each answer."""

import session
from trip import check, equal

COUNT = "select count(*) from lesson_answer"
LAST = "select lesson, question, said, was_right from lesson_answer order by seq desc limit 1"
RIGHT = """select count(distinct lesson || ' ' || question) from lesson_answer
           where was_right = 1 and id not in (select lesson_answer from lesson_retraction)"""


def is_side(window):
    """Whether the question at hand asks for a side."""
    return any(node.name.startswith("OF the cloud: ") for node in window.nodes())


def verdict(window):
    """Waits for what is said after an answer; whether it was right."""
    return window.node(lambda name: name.startswith(("Right.", "Wrong."))).name.startswith("Right.")


def at_question(window):
    window.wait(lambda: is_side(window) or options(window), "a question of the lesson")


def options(window):
    """The choices on the screen, by name."""
    names = [node.name for node in window.nodes() if node.role == "push button"]
    return [name for name in names if ", key " in name and name[-1] in "1234"]


def answer(trip, window, key):
    """Answers by key and checks the log; whether it was right."""
    before = trip.one(COUNT)
    window.press(key)
    right = verdict(window)
    equal(trip.one(COUNT), before + 1, "answers in the log of lessons")
    lesson, _, said, was_right = trip.rows(LAST)[0]
    equal(lesson, "control-kinds", "the lesson in the log")
    equal(bool(was_right), right, "right in the log")
    if key in "al":
        equal(said, "of" if key == "a" else "in", "the side in the log")
    return right


def by_keys(trip):
    """Someone new reads the first lesson, answers until it is done, and takes one answer back."""
    window = trip.open()
    window.shows("Start with ten questions")
    window.press("t")
    window.shows("Three kinds of controls")
    trip.shoot(window, "text")
    window.press("space")
    tries = {}
    for number in range(40):
        at_question(window)
        place = next(node.name for node in window.nodes() if node.name.startswith("Question "))
        keys = "al" if is_side(window) else "123"
        key = keys[tries.setdefault(place, 0) % len(keys)]
        trip.shoot(window, f"question-{number}")
        right = answer(trip, window, key)
        trip.shoot(window, f"said-{number}")
        if number == 0:
            window.press("BackSpace")
            at_question(window)
            equal(trip.one("select count(*) from lesson_retraction"), 1, "answers taken back")
            answer(trip, window, key)
        if not right:
            tries[place] += 1
        window.press("space")
        window.wait(lambda: done(window) or is_side(window) or options(window), "the next step")
        if done(window):
            break
    trip.shoot(window, "done")
    equal(trip.one(RIGHT), 4, "questions answered right")
    equal(trip.one(session.COUNT), 0, "answers of practice")
    window.press("Escape")
    window.shows(f"1 of {lessons(window)} done")
    trip.shoot(window, "list")
    window.close()
    window = trip.open()
    window.press("l")
    window.node(lambda name: name.startswith("Lesson 1: Three kinds of controls, Done"))
    window.close()


def done(window):
    return any(node.name == "Lesson done" for node in window.nodes())


def lessons(window):
    return sum(node.name.startswith("Lesson ") and ": " in node.name for node in window.nodes())


def by_pointer(trip):
    """The same way by mouse: from the navigation into a lesson, an answer, undo, and out again."""
    window = trip.open()
    window.click("Look around first")
    window.click("Lessons")
    window.click(lambda name: name.startswith("Lesson 2: "))
    window.click("To the questions")
    at_question(window)
    if is_side(window):
        window.click(lambda name: name.startswith("IN the cloud: "))
    else:
        window.click(options(window)[0])
    verdict(window)
    equal(trip.one(COUNT), 1, "answers in the log of lessons")
    window.click("Undo")
    at_question(window)
    equal(trip.one("select count(*) from lesson_retraction"), 1, "answers taken back")
    window.click("Read again")
    window.click("Lessons")
    window.shows(" done")
    window.close()


def only_read(trip):
    """Beside an open window a lesson can be read and tried, and it says that nothing is kept."""
    first = trip.open()
    first.press("Escape")
    first.shows("Today")
    second = trip.open()
    second.click("Open without saving")
    second.press("l")
    second.shows("opened only for reading, so what you answer is not kept")
    second.press("Return", "space")
    at_question(second)
    trip.shoot(second, "not-kept")
    second.press("1")
    verdict(second)
    equal(trip.one(COUNT), 0, "answers in the log of lessons")
    check(not trip.rows(LAST), "something was logged")
    second.close()
    first.close()


JOURNEYS = {
    "a lesson by keys": by_keys,
    "a lesson by pointer": by_pointer,
    "a lesson that is only read": only_read,
}
