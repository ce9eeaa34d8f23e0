"""Join the pieces of a line that markup has cut: one kind of space between them, links at their new places.

White space is the browser's: any run of spaces, tabs and line ends shows as one space. No-break spaces stay.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lawgraph.law.model import ActLink
from lawgraph.reading.source import Line, Marked
from lawgraph.reading.text import LAYOUT

_SPACE = re.compile(r"[ \t\r\n\f]+")
_ACT = re.compile(r"(?:^|/)(?P<act>[A-Z][0-9]{2}[0-9A-Z]{6,9}_?)/?(?:#(?P<place>[\w-]+))?$")


@dataclass(frozen=True, slots=True)
class Linked:
    """Name an act as a link does: its identity in the public system, and the place in it."""

    act_id: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a run of characters under the same marks."""

    text: str
    line: int
    marked: Marked | None = None
    bold: bool = False
    act: Linked | None = None

    @property
    def blank(self) -> bool:
        """Tell whether nothing of it is seen."""
        return not self.text.strip(LAYOUT + "\r\n\f")


def linked(address: str | None) -> Linked | None:
    """Return the act that an address leads to, `None` where it leads elsewhere: "/rus/docs/Z040000013_#z0"."""
    match = _ACT.search(address or "")
    return Linked(match["act"], match["place"]) if match else None


def join(pieces: Sequence[Piece]) -> Line | None:
    """Return the line that the pieces make, `None` where nothing of it is seen."""
    seen = [piece for piece in pieces if not piece.blank]
    if not seen:
        return None
    parts: list[str] = []
    links: list[ActLink] = []
    length, spaced = 0, True
    for piece in pieces:
        part = _SPACE.sub(" ", piece.text)
        part = part[1:] if spaced and part.startswith(" ") else part
        if piece.act and part:
            links.append(ActLink(length, length + len(part), piece.act.act_id, piece.act.place))
        parts.append(part)
        length += len(part)
        spaced = part.endswith(" ") if part else spaced
    return _stripped("".join(parts), links, seen)


def _stripped(text: str, links: Iterable[ActLink], seen: Sequence[Piece]) -> Line:
    content = text.strip(LAYOUT)
    lead = len(text) - len(text.lstrip(LAYOUT))
    return Line(content, seen[0].line, margin=all(piece.bold for piece in seen), marked=_mark(seen),
                links=tuple(moved(links, -lead, len(content))))


def _mark(seen: Iterable[Piece]) -> Marked | None:
    """Return how all of a line is marked, links aside; a note with something red in it is a note."""
    marks = {piece.marked for piece in seen if piece.marked or not piece.act}
    if None in marks or not marks:
        return None
    return Marked.NOTE if Marked.NOTE in marks else Marked.RED


def moved(links: Iterable[ActLink], by: int, length: int) -> Iterable[ActLink]:
    """Give links at their places after the text has moved, cut to a text of `length` characters."""
    for link in links:
        start, end = max(link.start + by, 0), min(link.end + by, length)
        if start < end:
            yield replace(link, start=start, end=end)


def in_row(cells: Sequence[Line]) -> Line:
    """Return the row of a table, with tabs between its cells; an empty line is an empty cell."""
    return replace(in_one(cells, "\t"), row=True)


def in_one(lines: Sequence[Line], joint: str) -> Line:
    """Return several lines as one, with `joint` between them."""
    text, links = "", list[ActLink]()
    marks = {line.marked for line in lines if line.text}
    for place, line in enumerate(lines):
        text += joint if place else ""
        links += moved(line.links, len(text), len(text) + len(line.text))
        text += line.text
    return replace(lines[0], text=text, links=tuple(links), margin=False,
                   marked=marks.pop() if len(marks) == 1 else None)
