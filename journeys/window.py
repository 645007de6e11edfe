"""The running program as a person meets it: start it, press, click, wait, look, close."""

import os
import pathlib
import signal
import subprocess
import time

import tree
import x11

QUIET = 0.25  # a picture that did not change for this long is settled; seconds
PATIENCE = 15.0  # what a busy machine may take before a journey gives up; seconds


class Failed(AssertionError):
    """What the journey saw instead of what it should see."""


class Window:
    """One run of the program on a desk."""

    def __init__(self, desk, command, title="Demarc", home=None, **popen):
        self.desk, self.screen = desk, x11.Screen(desk.env["DISPLAY"])
        env = desk.env | ({"HOME": str(home)} if home else {})
        self.known = {window for window, _ in self.screen.windows()}
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=env,
            start_new_session=True,
            **popen,
        )
        self.id = self.wait(lambda: self.appeared(title), f"a window titled {title!r}")
        self.screen.watch(self.id)
        self.screen.focus(self.id)
        self.screen.point(*(edge - 1 for edge in desk.size))  # out of the way: nothing is hovered
        self.settle()

    def appeared(self, title):
        if self.process.poll() is not None:
            raise Failed(f"it ended with {self.process.returncode}: {self.process.stdout.read()}")
        found = [w for w, t in self.screen.windows() if w not in self.known and title in t]
        return found[0] if found else None

    # Waiting

    def wait(self, look, what, patience=PATIENCE):
        """What `look()` returns, as soon as that is something."""
        end = time.monotonic() + patience
        while True:
            if (seen := look()) not in (None, False):
                return seen
            if time.monotonic() > end:
                raise Failed(f"waited {patience:.0f} s for {what}")
            time.sleep(0.02)

    def settle(self, quiet=QUIET):
        """Waits until nothing was drawn for `quiet` seconds."""
        end = time.monotonic() + PATIENCE
        while self.screen.next_damage(quiet):
            if time.monotonic() > end:
                raise Failed("the picture never came to rest")

    # Acting

    def press(self, *chords):
        for chord in chords:
            self.screen.focus(self.id)
            self.screen.press(chord)
            self.settle()

    def type(self, text):
        names = {" ": "space", ".": "period", "-": "minus", ",": "comma", "/": "slash"}
        self.press(*(names.get(letter, letter) for letter in text))

    def click(self, name, role=None):
        """Clicks the middle of the widget with this name."""
        node = self.node(name, role)
        self.screen.click(*node.middle())
        self.settle()

    def resize(self, width, height):
        self.screen.resize(self.id, width, height)
        self.settle()

    # Looking

    def nodes(self):
        return tree.nodes(self.process.pid)

    def node(self, name, role=None, what=None):
        """The widget whose name is `name`, or for whose name `name(text)` holds, in words `what`."""
        node = tree.find(self.process.pid, lambda n: fits(n, name, role), PATIENCE)
        if not node:
            names = [repr(n) for n in self.nodes() if n.name]
            raise Failed(f"no {role or 'widget'} {what or name!r} among:\n" + "\n".join(names))
        return node

    def shows(self, *texts):
        """Fails unless each text is on the screen, soon."""
        for text in texts:
            self.node(lambda name, text=text: text in name, what=f"with {text!r}")

    def has(self, text):
        return any(text in n.name for n in self.nodes())

    def screenshot(self, path):
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.settle()
        picture = x11.Picture(self.screen, self.id)
        picture.changed()
        path.write_bytes(picture.png())
        picture.close()

    # Ending

    def close(self):
        """Closes the window as its cross does; the program must end well."""
        self.screen.ask_to_close(self.id)
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failed("it did not end after its window was closed") from None
        if code != 0:
            raise Failed(f"it ended with {code}: {self.process.stdout.read()}")
        self.screen.close()

    def kill(self):
        """Pulls the plug."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def fits(node, name, role):
    if role and node.role != role:
        return False
    return name(node.name) if callable(name) else node.name == name
