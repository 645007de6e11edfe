"""One X display as a person meets it: windows, keys, the mouse, pictures, and when they change.

Talks to libX11, libXext, libXtst and libXdamage through ctypes, so that a journey needs no other
tool, and so that a key and the picture it changes are timed by the same process.
"""

import ctypes as c
import select
import struct
import time
import zlib

X = c.CDLL("libX11.so.6")
XEXT = c.CDLL("libXext.so.6")
XTST = c.CDLL("libXtst.so.6")
XDAMAGE = c.CDLL("libXdamage.so.1")
LIBC = c.CDLL("libc.so.6", use_errno=True)

VIEWABLE, Z_PIXMAP, RAW_RECTANGLES = 2, 2, 0
MAP_NOTIFY, CLIENT_MESSAGE, SUBSTRUCTURE = 19, 33, 1 << 19
ALL_PLANES = c.c_ulong(-1)


class Attributes(c.Structure):
    """XWindowAttributes; only what stands before `map_state` is used."""

    _fields_ = [("x", c.c_int), ("y", c.c_int), ("width", c.c_int), ("height", c.c_int)]
    _fields_ += [("border", c.c_int), ("depth", c.c_int), ("visual", c.c_void_p)]
    _fields_ += [("root", c.c_ulong), ("class_", c.c_int), ("bit_gravity", c.c_int)]
    _fields_ += [("win_gravity", c.c_int), ("backing_store", c.c_int), ("planes", c.c_ulong)]
    _fields_ += [("pixel", c.c_ulong), ("save_under", c.c_int), ("colormap", c.c_ulong)]
    _fields_ += [("map_installed", c.c_int), ("map_state", c.c_int), ("rest", c.c_byte * 64)]


class Segment(c.Structure):
    """XShmSegmentInfo."""

    _fields_ = [("seg", c.c_ulong), ("id", c.c_int), ("address", c.c_void_p), ("ro", c.c_int)]


class Image(c.Structure):
    """XImage up to the bytes of a line."""

    _fields_ = [("width", c.c_int), ("height", c.c_int), ("xoffset", c.c_int), ("format", c.c_int)]
    _fields_ += [("data", c.c_void_p), ("byte_order", c.c_int), ("unit", c.c_int)]
    _fields_ += [("bit_order", c.c_int), ("pad", c.c_int), ("depth", c.c_int), ("line", c.c_int)]


class Message(c.Structure):
    """XClientMessageEvent, padded to the size of an XEvent."""

    _fields_ = [("type", c.c_int), ("serial", c.c_ulong), ("sent", c.c_int)]
    _fields_ += [("display", c.c_void_p), ("window", c.c_ulong), ("kind", c.c_ulong)]
    _fields_ += [("format", c.c_int), ("data", c.c_long * 5), ("rest", c.c_byte * 128)]


class Mapped(c.Structure):
    """XMapEvent."""

    _fields_ = [("type", c.c_int), ("serial", c.c_ulong), ("sent", c.c_int)]
    _fields_ += [("display", c.c_void_p), ("parent", c.c_ulong), ("window", c.c_ulong)]


HANDLER = c.CFUNCTYPE(c.c_int, c.c_void_p, c.c_void_p)
IGNORE = HANDLER(lambda _display, _event: 0)  # a window that closes under a question is no fault

for name, result, arguments in [
    ("XOpenDisplay", c.c_void_p, [c.c_char_p]),
    ("XDefaultRootWindow", c.c_ulong, [c.c_void_p]),
    ("XInternAtom", c.c_ulong, [c.c_void_p, c.c_char_p, c.c_int]),
    ("XStringToKeysym", c.c_ulong, [c.c_char_p]),
    ("XKeysymToKeycode", c.c_ubyte, [c.c_void_p, c.c_ulong]),
    ("XkbKeycodeToKeysym", c.c_ulong, [c.c_void_p, c.c_ubyte, c.c_uint, c.c_uint]),
    ("XGetWindowAttributes", c.c_int, [c.c_void_p, c.c_ulong, c.c_void_p]),
    ("XSetInputFocus", c.c_int, [c.c_void_p, c.c_ulong, c.c_int, c.c_ulong]),
    ("XResizeWindow", c.c_int, [c.c_void_p, c.c_ulong, c.c_uint, c.c_uint]),
    ("XSendEvent", c.c_int, [c.c_void_p, c.c_ulong, c.c_int, c.c_long, c.c_void_p]),
    ("XSelectInput", c.c_int, [c.c_void_p, c.c_ulong, c.c_long]),
    ("XSync", c.c_int, [c.c_void_p, c.c_int]),
    ("XFlush", c.c_int, [c.c_void_p]),
    ("XPending", c.c_int, [c.c_void_p]),
    ("XNextEvent", c.c_int, [c.c_void_p, c.c_void_p]),
    ("XConnectionNumber", c.c_int, [c.c_void_p]),
    ("XCloseDisplay", c.c_int, [c.c_void_p]),
]:
    getattr(X, name).restype, getattr(X, name).argtypes = result, arguments
XEXT.XShmCreateImage.restype = c.POINTER(Image)
XEXT.XShmCreateImage.argtypes = [c.c_void_p, c.c_void_p, c.c_uint, c.c_int, c.c_void_p]
XEXT.XShmCreateImage.argtypes += [c.c_void_p, c.c_uint, c.c_uint]
XEXT.XShmAttach.argtypes = XEXT.XShmDetach.argtypes = [c.c_void_p, c.c_void_p]
XEXT.XShmGetImage.argtypes = [c.c_void_p, c.c_ulong, c.c_void_p, c.c_int, c.c_int, c.c_ulong]
XTST.XTestFakeKeyEvent.argtypes = [c.c_void_p, c.c_uint, c.c_int, c.c_ulong]
XTST.XTestFakeButtonEvent.argtypes = [c.c_void_p, c.c_uint, c.c_int, c.c_ulong]
XTST.XTestFakeMotionEvent.argtypes = [c.c_void_p, c.c_int, c.c_int, c.c_int, c.c_ulong]
XDAMAGE.XDamageQueryExtension.argtypes = [c.c_void_p, c.c_void_p, c.c_void_p]
XDAMAGE.XDamageCreate.restype = c.c_ulong
XDAMAGE.XDamageCreate.argtypes = [c.c_void_p, c.c_ulong, c.c_int]
LIBC.shmat.restype = c.c_void_p
LIBC.shmat.argtypes, LIBC.shmdt.argtypes = [c.c_int, c.c_void_p, c.c_int], [c.c_void_p]
LIBC.memcmp.argtypes = LIBC.memmove.argtypes = [c.c_void_p, c.c_void_p, c.c_size_t]


class Screen:
    """A connection to one X display."""

    def __init__(self, name):
        X.XSetErrorHandler(IGNORE)
        self.d = X.XOpenDisplay(name.encode())
        if not self.d:
            raise RuntimeError(f"no X display at {name}")
        self.root = X.XDefaultRootWindow(self.d)
        base, _errors = c.c_int(), c.c_int()
        if not XDAMAGE.XDamageQueryExtension(self.d, c.byref(base), c.byref(_errors)):
            raise RuntimeError("the X server has no DAMAGE extension")
        self.damage_event = base.value
        self.watched = set()

    def close(self):
        X.XCloseDisplay(self.d)

    # Windows

    def attributes(self, window):
        found = Attributes()
        return found if X.XGetWindowAttributes(self.d, window, c.byref(found)) else None

    def title(self, window):
        name, kind = self.atom("_NET_WM_NAME"), self.atom("UTF8_STRING")
        real, form, count = c.c_ulong(), c.c_int(), c.c_ulong()
        left, data = c.c_ulong(), c.c_char_p()
        X.XGetWindowProperty(
            c.c_void_p(self.d), c.c_ulong(window), c.c_ulong(name), c.c_long(0), c.c_long(256),
            0, c.c_ulong(kind), c.byref(real), c.byref(form), c.byref(count), c.byref(left),
            c.byref(data),
        )  # fmt: skip
        text = data.value.decode() if data else ""
        if data:
            X.XFree(data)
        return text

    def atom(self, name):
        return X.XInternAtom(self.d, name.encode(), 0)

    def windows(self):
        """The visible top-level windows, as (id, title)."""
        root, parent, count = c.c_ulong(), c.c_ulong(), c.c_uint()
        children = c.POINTER(c.c_ulong)()
        X.XQueryTree(
            c.c_void_p(self.d), c.c_ulong(self.root), c.byref(root), c.byref(parent),
            c.byref(children), c.byref(count),
        )  # fmt: skip
        ids = [children[i] for i in range(count.value)]
        if children:
            X.XFree(children)
        shown = [(i, a) for i in ids if (a := self.attributes(i)) and a.map_state == VIEWABLE]
        return [(i, self.title(i)) for i, a in shown if a.width > 100 and a.height > 100]

    def focus(self, window):
        X.XSetInputFocus(self.d, window, 1, 0)
        X.XSync(self.d, 0)

    def resize(self, window, width, height):
        X.XResizeWindow(self.d, window, width, height)
        X.XSync(self.d, 0)

    def ask_to_close(self, window):
        """What the cross of a title bar does."""
        event = Message(type=CLIENT_MESSAGE, window=window, kind=self.atom("WM_PROTOCOLS"))
        event.format, event.data[0] = 32, self.atom("WM_DELETE_WINDOW")
        X.XSendEvent(self.d, window, 0, 0, c.byref(event))
        X.XSync(self.d, 0)

    # Keys and the mouse

    def press(self, chord):
        """Presses a key by its X name, "space", or with modifiers, "ctrl+k"."""
        *held, key = chord.split("+") if len(chord) > 1 else [chord]
        names = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}
        keysym = X.XStringToKeysym(key.encode())
        code = X.XKeysymToKeycode(self.d, keysym)
        if not code:
            raise ValueError(f"no such key: {chord}")
        if X.XkbKeycodeToKeysym(self.d, code, 0, 0) != keysym and "shift" not in held:
            held.append("shift")
        codes = [X.XKeysymToKeycode(self.d, X.XStringToKeysym(names[h].encode())) for h in held]
        for press, keys in ((1, [*codes, code]), (0, [code, *reversed(codes)])):
            for each in keys:
                XTST.XTestFakeKeyEvent(self.d, each, press, 0)
        X.XFlush(self.d)

    def click(self, x, y):
        self.point(x, y)
        XTST.XTestFakeButtonEvent(self.d, 1, 1, 0)
        XTST.XTestFakeButtonEvent(self.d, 1, 0, 0)
        X.XSync(self.d, 0)

    def wheel(self, steps):
        """Turns the wheel under the pointer; down when positive."""
        for _ in range(abs(steps)):
            for press in (1, 0):
                XTST.XTestFakeButtonEvent(self.d, 5 if steps > 0 else 4, press, 0)
        X.XSync(self.d, 0)

    def point(self, x, y):
        XTST.XTestFakeMotionEvent(self.d, -1, int(x), int(y), 0)
        X.XSync(self.d, 0)

    # Change

    def watch(self, window):
        """From now on `next_damage` tells when this window is drawn."""
        if window not in self.watched:
            XDAMAGE.XDamageCreate(self.d, window, RAW_RECTANGLES)
            self.watched.add(window)
            X.XSync(self.d, 0)

    def announce_windows(self):
        """From now on `next_shown` tells of new windows."""
        X.XSelectInput(self.d, self.root, SUBSTRUCTURE)
        X.XSync(self.d, 0)

    def next_shown(self, timeout):
        """The next window that is shown, watched from its first moment on; None after `timeout`."""
        event, _moment = self.next_event(MAP_NOTIFY, timeout)
        if not event:
            return None
        window = c.cast(event, c.POINTER(Mapped))[0].window
        self.watch(window)
        return window

    def next_damage(self, timeout):
        """The moment (perf_counter) of the next drawing, or None after `timeout` seconds."""
        return self.next_event(self.damage_event, timeout)[1]

    def next_event(self, kind, timeout):
        """The next event of one kind and when it came; others are thrown away."""
        event, end = (c.c_byte * 256)(), time.perf_counter() + timeout
        while True:
            while X.XPending(self.d):
                X.XNextEvent(self.d, event)
                if c.cast(event, c.POINTER(c.c_int))[0] == kind:
                    return event, time.perf_counter()
            left = end - time.perf_counter()
            if left <= 0:
                return None, None
            select.select([X.XConnectionNumber(self.d)], [], [], left)

    def forget_damage(self):
        """Throws away what was drawn so far; returns how many drawings that were."""
        X.XSync(self.d, 0)
        count = 0
        while self.next_damage(0):
            count += 1
        return count


class Picture:
    """The pixels of one window, kept to tell whether they changed."""

    def __init__(self, screen, window):
        at = screen.attributes(window)
        self.screen, self.window, self.width, self.height = screen, window, at.width, at.height
        self.segment = Segment()
        self.image = XEXT.XShmCreateImage(
            screen.d, at.visual, at.depth, Z_PIXMAP, None, c.byref(self.segment), at.width, at.height
        )
        self.size = self.image.contents.line * at.height
        self.segment.id = LIBC.shmget(0, c.c_size_t(self.size), 0o1600)
        self.segment.address = self.image.contents.data = LIBC.shmat(self.segment.id, None, 0)
        XEXT.XShmAttach(screen.d, c.byref(self.segment))
        X.XSync(screen.d, 0)
        LIBC.shmctl(self.segment.id, 0, None)
        self.before = c.create_string_buffer(self.size)

    def close(self):
        XEXT.XShmDetach(self.screen.d, c.byref(self.segment))
        X.XSync(self.screen.d, 0)
        LIBC.shmdt(self.segment.address)

    def changed(self):
        """Looks again: do the pixels differ from the last look?"""
        XEXT.XShmGetImage(self.screen.d, self.window, self.image, 0, 0, ALL_PLANES)
        if LIBC.memcmp(self.before, self.segment.address, self.size) == 0:
            return False
        LIBC.memmove(self.before, self.segment.address, self.size)
        return True

    def blank(self):
        """Was the last look black along the middle? A window that was never drawn is."""
        line = self.image.contents.line
        row = c.string_at(c.addressof(self.before) + self.height // 2 * line, line)
        return not any(row[i::4].strip(b"\0") for i in range(3))

    def png(self):
        """The last look as the bytes of a PNG file."""
        line, pixels = self.image.contents.line, self.before.raw
        rows = bytearray()
        for y in range(self.height):
            row = pixels[y * line : y * line + 4 * self.width]
            rgb = bytearray(3 * self.width)
            rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
            rows += b"\0" + rgb
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b"")]
        chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
        return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
