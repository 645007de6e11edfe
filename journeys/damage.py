"""Journeys over bad files: the window opens on a screen that says what is wrong, and touches nothing."""

import os
import sqlite3

from trip import DATABASE, check, digest


def used(trip):
    """A database with a few answers in it, closed."""
    trip.cli("quiz", "--questions", "3", "--seed", "1", given="k\nj\na\n")
    return trip.database


def damaged(trip):
    """Pages in the middle of the file are overwritten."""
    path = used(trip)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    recovers(trip, path, "damaged")


def newer(trip):
    """A later version of the program wrote it."""
    path = used(trip)
    connection = sqlite3.connect(path)
    connection.execute("pragma user_version = 9999")
    connection.close()
    recovers(trip, path, "newer")


def foreign(trip):
    """Another program's database stands at its place."""
    trip.data.mkdir()
    connection = sqlite3.connect(trip.database)
    connection.execute("create table bookmark (url text)")
    connection.close()
    recovers(trip, trip.database, "not Demarc")


def text(trip):
    """A text file stands at its place."""
    trip.data.mkdir()
    trip.database.write_text("Dear diary, who patches what?\n" * 100)
    recovers(trip, trip.database, "not Demarc")


def read_only(trip):
    """The file may not be written."""
    path = used(trip)
    path.chmod(0o444)
    recovers(trip, path, "read-only")


def no_folder(trip):
    """The data folder cannot be made, since a file stands in its way."""
    trip.data.write_text("in the way")
    window = trip.open()
    window.shows(str(trip.data))
    trip.shoot(window, "recovery")
    window.close()
    check(trip.data.read_text() == "in the way", "the file in the way was touched")


def recovers(trip, path, words):
    """The window says what is wrong, and closing it leaves every byte as it was."""
    before = digest(path)
    window = trip.open()
    window.shows(words)
    trip.shoot(window, "recovery")
    window.close()
    check(digest(path) == before, f"{DATABASE} was changed")
    said = trip.cli("quiz", "--questions", "1", given="k\n", codes=(1, 3))
    check(words in said, f"the terminal says {said!r}, not {words!r}")
    check(len(said.strip().splitlines()) == 1, f"more than one line: {said}")
    check(digest(path) == before, f"{DATABASE} was changed by the terminal")


JOURNEYS = {
    "a damaged database": damaged,
    "a newer database": newer,
    "a foreign database": foreign,
    "a text file as database": text,
    "a read-only database": read_only,
    "a data folder that cannot be made": no_folder,
}
