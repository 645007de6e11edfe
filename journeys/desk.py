"""A desk for one journey: an X server without a screen, a session bus, and assistive technology on.

Everything is the journey's own and ends with it; nothing of the person's own desktop is touched.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NEEDED = ("Xvfb", "dbus-daemon")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class Desk:
    """The X server and the buses; use it with `with`."""

    def __init__(self, width=1280, height=800, accessible=True):
        self.size, self.accessible, self.running = (width, height), accessible, []
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_"))}
        for name in ("WAYLAND_DISPLAY", "DISPLAY", "DEMARC_DATA_DIR", "AT_SPI_BUS_ADDRESS"):
            self.env.pop(name, None)

    def __enter__(self):
        for tool in NEEDED:
            if not shutil.which(tool):
                raise SystemExit(f"{tool} is needed for journeys in a window")
        # Asked to end, we end as after an error: whatever was started goes too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
        self.folder = tempfile.mkdtemp(prefix="demarc-desk-")
        try:
            self.env["DISPLAY"] = ":" + self.start_x()
            self.env |= {"LIBGL_ALWAYS_SOFTWARE": "1", "XDG_RUNTIME_DIR": self.folder}
            self.env |= {"LANG": "C.UTF-8", "TZ": "UTC", "NO_AT_BRIDGE": "0"}
            if self.accessible:
                self.start_buses()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exc):
        for process in reversed(self.running):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def spawn(self, command, **options):
        """Starts a part of the desk; it ends with the desk."""
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            **options,
        )
        self.running.append(process)
        return process

    def start_x(self):
        width, height = self.size
        read, write = os.pipe()
        screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-ac", "-noreset"]
        self.spawn(
            ["Xvfb", "-displayfd", str(write), *screen], pass_fds=(write,), stdout=subprocess.DEVNULL
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise SystemExit("Xvfb did not start")
        return number

    def start_buses(self):
        """The session bus, and on it the accessibility bus, told that a screen reader listens."""
        bus = self.spawn(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            text=True,
            env=self.env,
        )
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        launcher = next((path for path in LAUNCHERS if os.path.exists(path)), None)
        if not launcher:
            raise SystemExit("at-spi2-core is needed to find widgets by their names")
        self.spawn([launcher], env=self.env, stdout=subprocess.DEVNULL)
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self.set_accessible(name)

    def set_accessible(self, name):
        call = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
        call += ["org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status"]
        call += [f"string:{name}", "variant:boolean:true"]
        end = time.monotonic() + 10
        while subprocess.run(call, env=self.env, capture_output=True).returncode:
            if time.monotonic() > end:
                raise SystemExit("the accessibility bus did not start")
            time.sleep(0.05)
