"""What one journey has: a fresh home, the program, its database, and a place for its pictures."""

import hashlib
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile

from window import Failed, Window

DATABASE = "progress.sqlite3"


class Trip:
    """One journey's own person and machine; use it with `with`."""

    def __init__(self, desk, binary, name, pictures):
        self.desk, self.binary, self.windows, self.shots = desk, pathlib.Path(binary), [], 0
        self.pictures = pathlib.Path(pictures) / re.sub(r"\W+", "-", name)

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="demarc-journey-"))
        self.home, self.data = self.folder / "home", self.folder / "data"
        self.home.mkdir()
        shutil.rmtree(self.pictures, ignore_errors=True)
        return self

    def __exit__(self, kind, _error, _trace):
        for number, window in enumerate(self.windows):
            if kind and window.process.poll() is None:
                window.screenshot(self.pictures / f"failed-{number}.png")
            window.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def database(self):
        return self.data / DATABASE

    def open(self, *arguments, **options):
        """Opens the window on this journey's data."""
        command = [self.binary, "--data-dir", self.data, *arguments]
        window = Window(self.desk, command, home=self.home, **options)
        self.windows.append(window)
        return window

    def cli(self, *arguments, given="", codes=(0,)):
        """Runs a subcommand; returns what it printed, or what it complained of."""
        done = subprocess.run(
            [str(part) for part in (self.binary, "--data-dir", self.data, *arguments)],
            input=given,
            capture_output=True,
            text=True,
            env=self.desk.env | {"HOME": str(self.home)},
        )
        said = done.stderr.strip()
        check(done.returncode in codes, f"{arguments} ended with {done.returncode}: {said}")
        return done.stderr if done.returncode else done.stdout

    def stats(self):
        return json.loads(self.cli("stats", "--json"))

    def rows(self, sql, *values):
        """Rows of the database, read beside the running program."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=5)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def one(self, sql, *values):
        return self.rows(sql, *values)[0][0]

    def shoot(self, window, name):
        self.shots += 1
        window.screenshot(self.pictures / f"{self.shots:02}-{name}.png")


def check(holds, otherwise):
    if not holds:
        raise Failed(otherwise)


def equal(found, wanted, what):
    check(found == wanted, f"{what}: {found!r}, not {wanted!r}")


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
