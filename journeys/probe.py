"""Times one window from outside: its start, the picture a key changes, and what it does when idle."""

import os
import signal
import subprocess
import time

import x11

SETTLED = 0.5  # seconds without a change after which a start is over
TOO_LONG = 20.0  # seconds


class Probe:
    """Starts a program and watches its window; use it with `with`."""

    def __init__(self, desk, command):
        self.desk, self.command = desk, [str(part) for part in command]

    def __enter__(self):
        self.screen = x11.Screen(self.desk.env["DISPLAY"])
        self.screen.announce_windows()
        return self

    def __exit__(self, *_exc):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(10)
        self.screen.close()

    def start(self):
        """Starts the program; returns its start-up figures, in ms and MB."""
        self.screen.point(*(edge - 1 for edge in self.desk.size))  # nothing shall be hovered
        began = time.perf_counter()
        self.process = subprocess.Popen(
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.desk.env,
            start_new_session=True,
        )
        self.window = self.first_window(began)
        self.picture = x11.Picture(self.screen, self.window)
        first = last = None
        while moment := self.screen.next_damage(TOO_LONG if first is None else SETTLED):
            if self.picture.changed():
                last = moment
                if first is None and not self.picture.blank():
                    first = moment
            if moment - began > TOO_LONG:
                break
        if first is None:
            raise RuntimeError(f"{self.command[0]} showed no picture")
        self.screen.focus(self.window)
        self.rest()
        return {
            "first picture": 1000 * (first - began),
            "whole picture": 1000 * (last - began),
            "pss": proportional_memory(self.process.pid),
        }

    def first_window(self, began):
        """The program's window as soon as it is made, watched from then on."""
        while time.perf_counter() - began < TOO_LONG:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.command[0]} ended with {self.process.returncode}")
            window = self.screen.next_shown(0.1)
            if window:
                return window
        raise RuntimeError(f"{self.command[0]} opened no window")

    def rest(self):
        """Waits for the picture to come to rest, and takes it as the one to compare with."""
        while self.screen.next_damage(0.2):
            pass
        self.picture.changed()

    def key(self, chord, then=None):
        """Presses a key; returns the ms until the picture changed, and what `then()` said then."""
        self.screen.forget_damage()
        began = time.perf_counter()
        self.screen.press(chord)
        while moment := self.screen.next_damage(2.0):
            if self.picture.changed():
                said = then() if then else None
                self.rest()
                return 1000 * (moment - began), said
        return None, None

    def idle(self, seconds):
        """Drawings and ticks of processor time in `seconds` without input."""
        self.rest()
        self.screen.forget_damage()
        before = ticks(self.process.pid)
        time.sleep(seconds)
        return self.screen.forget_damage(), ticks(self.process.pid) - before


def ticks(pid):
    """User and system time of the process, in clock ticks."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def proportional_memory(pid):
    """The proportional set size in MB."""
    with open(f"/proc/{pid}/smaps_rollup") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("Pss:"))
