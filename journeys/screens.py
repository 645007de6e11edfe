#!/usr/bin/python3
"""Takes the pictures in docs/screens: every screen, light and dark, from the real window.

    journeys/screens.py PROGRAM FOLDER [NAME...]

The person in them has practised for a year: the study crate's example `a_year`, built beside
PROGRAM, writes that past. Given a NAME, only pictures whose file name contains it are written.
"""

import pathlib
import sqlite3
import subprocess
import sys

import session
import tree
from desk import Desk
from trip import Trip

SMALL = (900, 600)


class Album:
    """Where the pictures go, and which are wanted."""

    def __init__(self, folder, names):
        self.folder, self.names = pathlib.Path(folder), names

    def take(self, window, screen, theme, small=False):
        """Keeps the picture of a screen as it stands, and at 900x600 too if `small`."""
        self.keep(window, f"{screen}-{theme}.png")
        if small:
            window.resize(*SMALL)
            self.keep(window, f"{screen}-900x600-{theme}.png")
            window.resize(*window.desk.size)

    def keep(self, window, name):
        if not self.names or any(wanted in name for wanted in self.names):
            window.screen.point(1, 1)  # so that nothing lies under the pointer
            window.screenshot(self.folder / name)
            print(self.folder / name, flush=True)


def main():
    program, folder, *names = sys.argv[1:]
    album = Album(folder, names)
    with Desk() as desk:
        tree.attach(desk)
        for theme in ("light", "dark"):
            with Trip(desk, pathlib.Path(program).resolve(), "screens", folder) as trip:
                newcomer(trip, album, theme)
        with Trip(desk, pathlib.Path(program).resolve(), "screens", folder) as trip:
            a_year = trip.binary.parent / "examples" / "a_year"
            subprocess.run([a_year, trip.data, "365"], check=True, stdout=subprocess.DEVNULL)
            for theme in ("light", "dark"):
                regular(trip, album, theme)


def newcomer(trip, album, theme):
    """First run, before anything was answered; it has no way to Settings yet. Then Insights that are
    empty, a placement to its end, and Insights after that one session."""
    window = trip.open()
    window.close()
    with sqlite3.connect(trip.database) as connection:
        connection.execute("insert or replace into setting values ('theme', ?, 0)", [f'"{theme}"'])
    connection.close()
    window = trip.open()
    window.shows("Start with ten questions")
    album.take(window, "first-run", theme, small=True)
    window.press("Escape", "6")
    album.take(window, "insights-empty", theme, small=True)
    window.press("1", "k")
    place(window, album, theme)
    window.press("Escape", "6")
    album.take(window, "insights-first", theme, small=True)
    window.close()


def place(window, album, theme):
    """A placement to its end."""
    album.take(window, "placement", theme, small=True)
    for number in range(20):
        if window.has("What you probably know"):
            break
        window.press("lask"[number % 4])
    album.take(window, "placed", theme, small=True)


def regular(trip, album, theme):
    """All other screens, as someone sees them who practises most evenings."""
    window = trip.open()
    window.shows("Today")
    set_theme(window, theme)
    album.take(window, "today", theme, small=True)
    for key, screen in (("2", "practice"), ("4", "explore"), ("5", "compare"), ("h", "choose"), ("6", "insights")):
        window.press(key)
        album.take(window, screen, theme, small=True)
    window.press("comma")
    album.take(window, "settings", theme, small=True)
    window.press("Escape", "question")
    album.take(window, "keys", theme)
    window.press("Escape", "ctrl+k")
    window.type("lambda")
    album.take(window, "find", theme)
    window.press("Escape")
    teach(trip, window, album, theme)
    draw(window, album, theme)
    examine(window, album, theme)
    window.press("2", "Return")
    practise(trip, window, album, theme)
    window.close()


def practise(trip, window, album, theme):
    """A question, a right and a wrong answer with their reasons, and the end of the session."""
    session.reach(window, "question")
    album.take(window, "question", theme, small=True)
    wanted = {True: "feedback-right", False: "feedback-wrong"}
    for number in range(60):
        right = session.answer(trip, window, "lkas"[number % 4])
        if right in wanted:
            album.take(window, wanted.pop(right), theme, small=True)
        if session.onward(window) == "finished":
            break
    album.take(window, "end", theme, small=True)
    window.press("Return")


def examine(window, album, theme):
    """Where an exam is set up, a question of it, all of them, and what came of it."""
    window.press("8")
    album.take(window, "exam", theme, small=True)
    window.press("Return", *"llaakksslj")
    window.press("m")
    album.take(window, "exam-question", theme, small=True)
    window.press(*"lasklask")
    window.press("o")
    album.take(window, "exam-all", theme, small=True)
    window.press("Return")
    album.take(window, "exam-result", theme, small=True)
    window.press("Escape")


def draw(window, album, theme):
    """The section Draw the line, a stack with a duty flipped, and what is said after the check."""
    window.press("3")
    album.take(window, "draw", theme, small=True)
    window.press("Return", "Up", "Up", "Up", "Up", "Tab", "Tab", "Tab", "space", "2")
    album.take(window, "line", theme, small=True)
    window.press("Return")
    window.shows("parts are right.")
    album.take(window, "line-answer", theme, small=True)
    window.press("Escape", "Return", "ctrl+k")
    window.type("flip lambda")
    window.press("Return", "Tab", "Tab", "space", "2")
    album.take(window, "flip", theme, small=True)
    window.press("Return")
    window.shows("parts are right.")
    album.take(window, "flip-answer", theme, small=True)
    window.press("Escape", "Return", "ctrl+k")
    window.type("sort lambda")
    window.press("Return", "Left", "Right", "Left", "2")
    album.take(window, "sort", theme, small=True)
    window.press("Right", "Left", "Right", "Return")
    window.shows("parts are right.")
    album.take(window, "sort-answer", theme, small=True)
    window.press("Escape", "Return")
    for word, screen in (("reason", "reason"), ("control", "control")):
        window.press("ctrl+k")
        window.type(f"{word} lambda")
        window.press("Return", "Right", "s", "2")
        album.take(window, screen, theme, small=True)
        window.press("Return")
        window.shows("You said likely.")
        album.take(window, f"{screen}-answer", theme, small=True)
        window.press("Escape", "Return")
    choose(window, album, theme)


def choose(window, album, theme):
    """What moves between two, and one of four deployments, chosen, and what is said after the check."""
    window.press("ctrl+k")
    window.type("what moves")
    window.press("Return", "s", "Down", "Down", "s", "2")
    album.take(window, "moves", theme, small=True)
    window.press("Return")
    window.shows("The principle")
    album.take(window, "moves-answer", theme, small=True)
    window.press("Escape", "Return", "ctrl+k")
    window.type("which service")
    window.press("Return", "s", "2")
    album.take(window, "which", theme, small=True)
    window.press("Return")
    window.shows("your answer")
    album.take(window, "which-answer", theme, small=True)
    window.press("Escape", "Return")


def teach(trip, window, album, theme):
    """The list of lessons, the text of the first, a question, and what is said after it."""
    window.press("l")
    album.take(window, "lessons", theme, small=True)
    first = window.node(lambda name: name.startswith("Lesson 1: ")).name
    for number in (1, 2, 3):
        window.click(lambda name, at=number: name.startswith(f"Lesson {at}: "))
        album.take(window, "lesson" if number == 1 else f"lesson-{number}", theme, small=True)
        if number < 3:
            window.press("Escape")
            window.shows(first)
    window.press("space")
    album.take(window, "lesson-question", theme, small=True)
    window.press("a")
    album.take(window, "lesson-answer", theme, small=True)
    window.press("Escape")


def set_theme(window, theme):
    """Chooses the theme in Settings and comes back."""
    window.press("comma")
    window.click(f"Theme: {theme.capitalize()}")
    window.press("Escape")


if __name__ == "__main__":
    main()
