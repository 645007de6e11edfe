"""The accessibility tree of the running window: what a screen reader would find, and where."""

import os
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


class Node:
    """One widget: its role, name, place on the screen and states."""

    def __init__(self, accessible, depth):
        self.accessible, self.depth = accessible, depth
        self.role, self.name = accessible.get_role_name(), accessible.get_name() or ""
        states = accessible.get_state_set()
        self.enabled = states.contains(Atspi.StateType.ENABLED)
        self.focused = states.contains(Atspi.StateType.FOCUSED)
        self.chosen = states.contains(Atspi.StateType.CHECKED)
        self.visible = states.contains(Atspi.StateType.SHOWING)
        self.focusable = states.contains(Atspi.StateType.FOCUSABLE)

    def box(self):
        """(x, y, width, height) on the screen, or None if it has no place."""
        component = self.accessible.get_component_iface()
        if not component:
            return None
        r = component.get_extents(Atspi.CoordType.SCREEN)
        return (r.x, r.y, r.width, r.height) if r.width > 0 and r.height > 0 else None

    def middle(self):
        x, y, width, height = self.box()
        return x + width // 2, y + height // 2

    def __repr__(self):
        return f"{'  ' * self.depth}{self.role} {self.name!r}"


def attach(desk):
    """Lets this process see the desk's accessibility bus; once a process."""
    os.environ["DISPLAY"] = desk.env["DISPLAY"]
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = desk.env["DBUS_SESSION_BUS_ADDRESS"]
    Atspi.init()
    Atspi.set_timeout(4000, 15000)


def nodes(pid):
    """Every node of the program with this process id, in reading order."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    found = []
    for index in range(desktop.get_child_count()):
        try:
            program = desktop.get_child_at_index(index)
            if program and program.get_process_id() == pid:
                program.clear_cache()
                walk(program, 0, found)
        except GLib.Error:
            continue  # it went away while we looked
    return found


def walk(accessible, depth, found):
    found.append(Node(accessible, depth))
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child:
            walk(child, depth + 1, found)


def find(pid, wanted, timeout):
    """The first node for which `wanted(node)` holds, as soon as there is one; else None."""
    end = time.monotonic() + timeout
    while True:
        try:
            for node in nodes(pid):
                if wanted(node):
                    return node
        except GLib.Error:
            pass  # the window changed while we read it: read again
        if time.monotonic() > end:
            return None
        time.sleep(0.05)
