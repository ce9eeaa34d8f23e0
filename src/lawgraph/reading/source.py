"""What every reader gives: the text of a source in blocks, what the source says of itself, what in it does not fit.

A source with markup has no text of its own: its text is the lines that a reader of the page sees, one below the other.
The pieces of a line that markup has cut are joined with one kind of space between them: white space is the browser's,
any run of spaces, tabs and line ends shows as one space. No-break spaces stay.

A plain text is cut without losing a character. In the files that people save from the public page a body line begins
with five no-break spaces and a space, a heading with one space or none. Lines that hold nothing but tabs are what is
left of tables: the signature is one. A file may also come with a byte order mark or with the line ends of another
system; both are layout.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from lawgraph.languages.letters import RAISED, TIMES
from lawgraph.law.authors import Texts
from lawgraph.law.document import ActLink, Finding, Severity
from lawgraph.reading.tags import whole_letters

__all__ = ["ActLink", "Block", "Line", "Marked", "Said", "SourceText", "ToldCause", "compose", "share_beside",
           "told_beside"]
LAYOUT = " \t\u00a0\ufeff\u200b\u2028\u2029\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2002\u2003\u2007\u2009\u202f\u3000"
"""What may stand around the text of a line without being part of it."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_ACT = re.compile(r"(?:^|/)(?P<act>[A-Z][0-9]{2}[0-9A-Z]{6,9}_?)/?(?:#(?P<place>[\w-]+))?$")
_LEFT_BEHIND = re.compile(r"(?<=[\s;.)])\.?(?P<id>[ZVPKUSG]\d{6,10}_?)[ \t]*$")
_RAISED = re.compile(r"(?<=[0-9])<sup>([0-9]{1,3}\s?[.)]?)</sup>", re.IGNORECASE)
_LOWERED = re.compile(rf"([{TIMES}]\s?10)<sup>([-–−][0-9]{{1,3}})</sup>", re.IGNORECASE)
TIMES_TEN = re.compile(rf"[{TIMES}]\s?10$", re.IGNORECASE)
"""What stands before the power of a number: elsewhere a raised "-1" is that of an inserted unit."""


def gap(address: str) -> str:
    """Return what stands in a text where the source has a picture, which cannot be read."""
    return f"⟦{address}⟧"


def raised(text: str) -> str:
    """Return a text in which figures that tags raise behind a figure, with the mark of a number, are raised signs."""
    if "<" not in text:
        return text
    text = _LOWERED.sub(lambda match: f"{match[1]}{match[2].translate(RAISED)}", text)
    return _RAISED.sub(lambda match: match[1].translate(RAISED), text)


STRUCK, COMPARED = "~~", "=="
"""What stands around words that a source strikes out, or sets apart from those of another version: as in Markdown."""


def between(sign: str, text: str) -> str:
    """Return a text with a sign around its words."""
    words = text.strip()
    return text.replace(words, f"{sign}{words}{sign}", 1) if words else text


def holds_gap(text: str) -> bool:
    """Tell whether a text holds what could not be read: a picture, a formula, struck words, the mark of a note.

    Tags stand only in plain text, where nothing is read of them.
    """
    return strikes(text) or any(sign in text for sign in ("⟦", "[^", "<sup>")) \
        or any(sign in text[1:] for sign in ("[…]", "[...]"))


_SET_APART = re.compile(r"(?<![=\w])==\w[^=]*==(?!=)")
_STRIKING = (STRUCK, "\u0336", "<s>", "<del>", "<strike>", "<ins>", "<mark>", "{--", "{++")


def strikes(text: str) -> bool:
    """Tell whether words of a text are struck out, or set apart as those of another version."""
    return any(sign in text for sign in _STRIKING) or _SET_APART.search(text) is not None


class Marked(StrEnum):
    """What the whole of a line is: a note of the editors, in red (which is for what is foreseen), or beside the text.

    What stands beside the text, where nothing of the law is looked for, may still be of the law.
    """

    NOTE = "note"
    RED = "red"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one line that is not blank: its text without the layout around it, and its place.

    `start` counts characters of the text as read, `line` the lines of the file. `margin` tells that it begins with one
    space or none, tabs aside, or is marked as a heading; `after_cell` that the line before holds tabs only, or is an
    empty cell; `marked` what all of it is where it is no text; `row` that it is known to be the row of a table, where a
    number is a cell and opens no provision. `unit` numbers the unit that it stands in by what the source itself says.
    """

    text: str
    start: int
    line: int
    margin: bool
    after_cell: bool
    links: tuple[ActLink, ...] = ()
    marked: Marked | None = None
    row: bool = False
    unit: int | None = None

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.start + len(self.text)

    @property
    def tabular(self) -> bool:
        """Tell whether tabs stand inside the line, as in the row of a table."""
        return "\t" in self.text


@dataclass(frozen=True, slots=True)
class ToldCause:
    """Hold what a source tells of the act that made an edition: in words, by its code and its id, and its titles."""

    requisite: str | None = None
    code: str | None = None
    id: str | None = None
    titles: Texts = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Hold what a source says of itself outside its text.

    `retrieved` is a day on which it stood as it is; `day` is the one its edition is dated by, `state` its words on
    being in force, `caused_by` the act whose taking up made the edition, `id` the act in the public system, `zan` in
    the official interface and the git corpus. `approved` is another day of adoption that it tells beside `adopted`,
    `begins` are the days from which it says that the act operates or has force.
    """

    id: str | None = None
    lang: str | None = None
    number: str | None = None
    adopted: date | None = None
    kind: str | None = None
    title: str | None = None
    day: date | None = None
    state: str | None = None
    address: str | None = None
    caused_by: ToldCause | None = None
    retrieved: date | None = None
    zan: str | None = None
    approved: date | None = None
    begins: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """Hold a source as read: its text, cut into blocks; what it says of itself; what could not be read."""

    text: str
    blocks: tuple[Block, ...]
    said: Said = field(default_factory=Said)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Hold one line that a source with markup shows, as `Block` does, before its place in the text is known.

    Lines with the same `unit` stand in one unit of the source.
    """

    text: str
    line: int
    margin: bool = False
    after_cell: bool = False
    marked: Marked | None = None
    links: tuple[ActLink, ...] = ()
    row: bool = False
    unit: Hashable = None


def told_beside(source: SourceText, beside: Said) -> SourceText:
    """Return a source that says what is known beside it, where it says nothing: number, adoption, title, repeal.

    A repeal stands above the text, as a note.
    """
    said = replace(source.said, number=source.said.number or beside.number,
                   adopted=source.said.adopted or beside.adopted, title=source.said.title or beside.title,
                   approved=source.said.approved or beside.approved)
    for line in reversed((unsaid(beside.state, source) or "").splitlines()):
        source = _below(line, source)
    return replace(source, said=said)


def unsaid(state: str | None, source: SourceText) -> str | None:
    """Return the lines on the state of an act that a source does not hold, `None` where there are none."""
    return "\n".join(line for line in (state or "").splitlines() if line not in source.text) or None


def _below(note: str, source: SourceText) -> SourceText:
    """Return a source with a note above its text."""
    by = len(note) + 1
    blocks = (replace(each, start=each.start + by) for each in source.blocks)
    above = Block(note, 0, 1, margin=False, after_cell=False, marked=Marked.NOTE)
    return replace(source, text=f"{note}\n{source.text}", blocks=(above, *blocks))


def share_beside(lines: Iterable[Line]) -> Iterator[Finding]:
    """Tell how much of a source stands beside its text."""
    beside = [line for line in lines if line.marked is Marked.BESIDE]
    if beside:
        count = sum(len(line.text) for line in beside)
        yield Finding("beside_the_text", Severity.NOTE, f"{count:,} characters stand beside the text and are not read "
                      f"as such: {beside[0].text[:60]!r}", line=beside[0].line)


def compose(lines: Iterable[Line], said: Said, findings: Iterable[Finding]) -> SourceText:
    """Return the source whose text is these lines, each ended by a line end."""
    blocks: list[Block] = []
    units: dict[Hashable, int] = {}
    start = 0
    for each in lines:
        unit = None if each.unit is None else units.setdefault(each.unit, len(units))
        blocks.append(Block(each.text, start, each.line, each.margin, each.after_cell, each.links, each.marked,
                            each.row, unit))
        start += len(each.text) + 1
    return SourceText("".join(f"{block.text}\n" for block in blocks), tuple(blocks), said, tuple(findings))


@dataclass(frozen=True, slots=True)
class Linked:
    """Name an act as a link does: its identity in the public system, the place in it, and its title if that is told."""

    act_id: str
    place: str | None
    title: str | None = None


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


def linked(address: str | None, title: str | None = None) -> Linked | None:
    """Return the act that an address leads to, `None` where it leads elsewhere: "/rus/docs/Z040000013_#z0"."""
    match = _ACT.search(address or "")
    return Linked(match["act"], match["place"], title or None) if match else None


def without_left(text: str) -> str:
    """Return a text without the id that a link has left behind it, ".V1106794"."""
    return _LEFT_BEHIND.sub("", text)


def left_behind(text: str, line: int) -> Iterator[Finding]:
    """Report such an id."""
    match = _LEFT_BEHIND.search(text)
    if match:
        yield Finding("id_of_link", Severity.NOTE,
                      f"{match['id']!r} is what a link has left behind: it is no wording", line=line)


def join(pieces: Sequence[Piece]) -> Line | None:
    """Return the line that the pieces make, `None` where nothing of it is seen."""
    seen = [piece for piece in pieces if not piece.blank]
    if not seen:
        return None
    parts: list[str] = []
    links: list[ActLink] = []
    length, spaced = 0, True
    for piece in pieces:
        part = whole_letters(_SPACE.sub(" ", piece.text))
        part = part[1:] if spaced and part.startswith(" ") else part
        if piece.act and part:
            links.append(ActLink(length, length + len(part), piece.act.act_id, piece.act.place, piece.act.title))
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
