"""Fields of the official interface that nobody knows and that by their names tell of a state: `isActive`, `endDate`.

They stand beside the text of an act, or of one of its elements, and tell neither day nor act: what bears one is unsure.
"""

import re

from lawgraph.reading.source import Line, Marked
from lawgraph.reading.tags import written

STANDING = {"new", "upd"}
"""The states of an act of which nothing follows."""

_NAME_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_OF_FORCE = ("activ", "actual", "valid", "force", "current")
_SIGNS_OF_END = ("yts", "bak", "vexp")
_OF_STATE = (*_OF_FORCE, "end", "expir", "inactiv", "invalid", "repeal", "revok", "suspen", "cancel", "terminat",
             "abol", "replac", "supersed", "archiv", "delet", "lost", "status", "stop", "states", *_SIGNS_OF_END)
"""How words begin by which the name of a field speaks of a state."""

_OF_CHANGE = ("exclu", "remov", "hid", "chang", "until", "effect", "action")
"""The same of an element alone: that of an act are known."""

_LONGEST = 300


def tells_state(name: str, value: object) -> bool:
    """Tell whether a field of an act may tell of its state."""
    return _tells(name, value, _OF_STATE)


def tells_change(name: str, value: object) -> bool:
    """Tell whether a field of an element of the text may tell of its state, or of a change of it."""
    return _tells(name, value, (*_OF_STATE, *_OF_CHANGE))


def _tells(name: str, value: object, beginnings: tuple[str, ...]) -> bool:
    words = tuple(map(str.lower, _NAME_WORDS.findall(name.rpartition(".")[2])))
    told = words[-1:] == ("state",) or any(each.startswith(beginnings) for each in words)
    good = any(each.startswith(_OF_FORCE) for each in words)
    if isinstance(value, bool):
        return told and value is not good
    return told and value not in (None, "", 0, [], {}) and written(value) not in STANDING


def flag(name: str, value: object, line: int) -> Line:
    """Return a field as a note beside what bears it."""
    return Line(f"{name} = {str(value)[:_LONGEST]}", line, marked=Marked.NOTE)
