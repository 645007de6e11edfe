"""A practice session seen from outside: where it is, answering by key or mouse, and the log's word."""

from trip import check, equal

# Key -> side and confidence, as the design binds them.
KEYS = {
    "a": ("of", "sure"), "s": ("of", "likely"), "d": ("of", "guess"),
    "j": ("in", "guess"), "k": ("in", "likely"), "l": ("in", "sure"),
}  # fmt: skip

LAST = "select said, confidence, ruling, took_ms, deployment, duty from answer order by seq desc limit 1"
COUNT = "select count(*) from answer"
KEPT = "select count(*) from answer where id not in (select answer from retraction)"


def segment(key):
    """Whether a name is that of the answer segment of this key."""
    side, confidence = KEYS[key]
    return lambda name: name.startswith(side.upper()) and f"{confidence}, key {key.upper()}" in name


def place(window):
    """question, feedback, finished, or none of them."""
    names = [node.name for node in window.nodes()]
    if any(segment("k")(name) for name in names):
        return "question"
    if any(name.startswith(("Right.", "Wrong.")) for name in names):
        return "feedback"
    if any(name.startswith("Again") or name == "Done" for name in names):
        return "finished"
    return None


def reach(window, *wanted):
    """Waits until the session is at one of these places; says which."""
    return window.wait(lambda: (now := place(window)) in wanted and now, f"{wanted}")


def answer(trip, window, key, by_mouse=False):
    """Answers the open question, and checks the log and the verdict; whether it was right."""
    equal(place(window), "question", "where the session is")
    before = trip.one(COUNT)
    if by_mouse:
        window.click(segment(key))
    else:
        window.press(key)
    reach(window, "feedback")
    equal(trip.one(COUNT), before + 1, "answers in the log")
    said, confidence, ruling, took, deployment, duty = trip.rows(LAST)[0]
    equal((said, confidence), KEYS[key], "what the log says was answered")
    check(0 <= took <= 60_000, f"{took} ms is no time an answer takes")
    cards = trip.one("select count(*) from card where deployment = ? and duty = ?", deployment, duty)
    equal(cards, 1, "cards of the cell that was asked")
    verdict = window.node(lambda name: name.startswith(("Right.", "Wrong."))).name
    right = said == ruling
    check(verdict.startswith("Right." if right else "Wrong."), f"{verdict} for {said}, {ruling}")
    check(f"{ruling.upper()} the cloud" in verdict, f"{verdict} does not say {ruling}")
    return right


def onward(window, by_mouse=False):
    """Leaves the feedback; says where that leads."""
    if by_mouse:
        window.click("Next", "push button")
    else:
        window.press("space")
    return reach(window, "question", "finished")


def whole(trip, window, keys, by_mouse=False, pictures=()):
    """Answers until the session is over; returns how many were right and how many there were."""
    right = count = 0
    while True:
        if count in pictures:
            trip.shoot(window, f"question-{count + 1}")
        right += answer(trip, window, keys[count % len(keys)], by_mouse)
        if count in pictures:
            trip.shoot(window, f"feedback-{count + 1}")
        count += 1
        if onward(window, by_mouse) == "finished":
            return right, count
        check(count < 60, "the session does not end")
