"""Read an act as the official interface gives it: JSON, with the text as a flat list of typed elements.

The fields are those that stored clients of the interface describe; real answers have not been seen. An element of an
unknown kind is read as its text and reported. A file without line ends has only one line.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.law.errors import SourceError
from lawgraph.law.model import Finding, Severity
from lawgraph.reading.markup import read_fragment
from lawgraph.reading.pieces import Piece, in_one, in_row, join
from lawgraph.reading.requisites import with_requisite
from lawgraph.reading.source import Line, Marked, Said, SourceText, compose, gap
from lawgraph.reading.tags import KNOWN, tags, written

_HEADINGS = {"title", "heading", "subheading", "section", "subsection", "chapter", "article"}
_NOTES = {"note": Marked.NOTE, "sideNote": Marked.NOTE, "excluded": Marked.NOTE, "rcpi_notice": Marked.RED}
_WORDING = {"preamble", "point", "subpoint", "paragraph", "part", "text", "pre", "description", "attach", "subattach"}
_SIGNATURE = {"signature", "workPosition", "personName"}
_HOLDERS = {"doc", "sideNoteGroup", "table", "tableRow", "tableHeaderRow"}
_ROWS = {"tableRow", "tableHeaderRow"}
_KNOWN = {*_HEADINGS, *_NOTES, *_WORDING, *_SIGNATURE, *_HOLDERS, "tableCell", "toc", "image"}
_FIELDS = {"id", "type", "level", "text", "index", "properties", "changeId"}
_WORDS = ("type", "text", "index")
_BLANK = re.compile(r"\s*")
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T.*)?|(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>\d{4})")
_REMEDY = "give the answer of documents/CODE/LANGUAGE"
Table = Mapping[str, object]


class _TwiceError(ValueError):
    """A name that stands twice in one object: only one of its values would be read."""


@dataclass(frozen=True, slots=True)
class _Element:
    """Hold an element of the text, and the line that it begins on."""

    kind: str
    text: str
    index: str
    line: int
    unread: frozenset[str]


def read_official(text: str, place: str) -> SourceText:
    """Return an answer of the official interface as a source; raise `SourceError` where it holds no text of an act."""
    try:
        fields, content = _fields(text)
    except json.JSONDecodeError as error:
        raise SourceError(f"{place}, line {error.lineno}", "the JSON breaks off or is damaged",
                          "fetch it again") from None
    except _TwiceError as error:
        raise SourceError(place, f"the JSON has two fields {error.args[0][:40]!r} in one place",
                          "give one text of the act") from None
    except (RecursionError, ValueError):  # nested beyond all measure, or a number of thousands of digits
        raise SourceError(place, "the JSON is no answer of the official interface", _REMEDY) from None
    if content is None:
        raise SourceError(place, "this JSON is no act of the official interface: it has no 'content'", _REMEDY)
    said = _said(fields)
    lines, findings = _content(content, place)
    if not lines:
        raise SourceError(place, "the act has no text: its 'content' is empty", _REMEDY)
    return compose(_with_head(lines, fields, said), said, findings)


def _fields(text: str) -> tuple[Table, "Sequence[_Element] | str | None"]:
    """Return the fields of the answer, and its content apart, whose elements know their lines."""
    decoder, fields, content = json.JSONDecoder(object_pairs_hook=_table), dict[str, object](), None
    place = _after(text, 0, "{")
    while place < len(text) and text[place] != "}":
        name, place = decoder.raw_decode(text, place)
        _refuse_twice(name, fields if content is None else {**fields, "content": content})
        place = _after(text, place, ":")
        if name == "content" and text[place:place + 1] == "[":
            content, place = _elements(text, place, decoder)
        else:
            fields[str(name)], place = decoder.raw_decode(text, place)
        place = _next(text, place, "}")
    if _after(text, place, "}") < len(text):
        raise json.JSONDecodeError("something follows", text, place)
    whole = fields.get("content")
    return fields, content if content is not None else whole if isinstance(whole, str) else None


def _table(pairs: Sequence[tuple[str, object]]) -> Table:
    table: dict[str, object] = {}
    for name, value in pairs:
        _refuse_twice(name, table)
        table[name] = value
    return table


def _refuse_twice(name: object, table: Table) -> None:
    if name in table:
        raise _TwiceError(str(name))


def _elements(text: str, place: int, decoder: json.JSONDecoder) -> tuple[list[_Element], int]:
    read: list[_Element] = []
    line, counted = 1, 0
    place = _after(text, place, "[")
    while text[place:place + 1] != "]":
        line, counted = line + text.count("\n", counted, place), place
        value, place = decoder.raw_decode(text, place)
        read.append(_element(value, line))
        place = _next(text, place, "]")
    return read, _after(text, place, "]")


def _after(text: str, place: int, sign: str) -> int:
    """Return where the next value begins behind a sign that must stand here."""
    place = _skip(text, place)
    if not text.startswith(sign, place):
        raise json.JSONDecodeError(f"{sign} is missing", text, place)
    return _skip(text, place + 1)


def _next(text: str, place: int, end: str) -> int:
    place = _skip(text, place)
    return place if text.startswith(end, place) else _after(text, place, ",")


def _skip(text: str, place: int) -> int:
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place


def _element(value: object, line: int) -> _Element:
    table = value if isinstance(value, dict) else {"text": value}
    kind, text, index = (_words(table, name) or "" for name in _WORDS)
    unread = frozenset(name for name, each in table.items() if each and (
        name not in _FIELDS or (name in _WORDS and not isinstance(each, str) and _words(table, name) is None)))
    return _Element(kind, text, index, line, unread)


# What the answer says of the act

def _said(fields: Table) -> Said:
    told, lang = _inside(fields, "metadata"), _words(fields, "language")
    cause = _inside(_inside(fields, "version"), "cause") or _inside(fields, "cause")
    said = Said(id=_words(fields, "code"), lang=lang, adopted=_day(told, "stateAgencyApprovalDate"),
                title=_in(told, "title", lang), day=_day(fields, "versionDate"), state=_words(told, "status"),
                caused_by=_words(cause, "code"))
    return with_requisite(said, _in(told, "requisites", lang))


def _in(table: Table, name: str, lang: str | None) -> str | None:
    """Return a text that is given in several languages."""
    value = table.get(name)
    return _words(value, lang or "") if isinstance(value, dict) else _words(table, name)


def _inside(table: Table, name: str) -> Table:
    value = table.get(name)
    return value if isinstance(value, dict) else {}


def _words(table: Table, name: str) -> str | None:
    value = table.get(name)
    return written(value)


def _day(table: Table, name: str) -> date | None:
    match = _DAY.fullmatch(_words(table, name) or "")
    if match is None:
        return None
    year, month, day = match["year"] or match["y"], match["month"] or match["m"], match["day"] or match["d"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


# The text

def _content(content: Sequence[_Element] | str, place: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    if isinstance(content, str):
        return read_fragment(content, place)
    lines: list[Line] = []
    findings: list[Finding] = []
    cells: list[Line | None] | None = None
    signing = False
    for each in content:
        shown, found = _shown(each, place)
        findings += (*found, *_odd(each))
        if each.kind == "tableCell" and cells is not None:
            cells.append(in_one(shown, " ") if shown else None)
            continue
        lines += _row(cells or [])
        cells = [] if each.kind in _ROWS else None
        signs = each.kind in _SIGNATURE
        first = [replace(line, after_cell=True) for line in shown[:1]] if signs and not signing else shown[:1]
        lines += [*first, *shown[1:]]
        signing = signs or (signing and not shown)
    lines += _row(cells or [])
    return tuple(lines), tuple(findings)


def _shown(each: _Element, place: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    if each.kind == "toc":
        return (), ()
    if each.kind == "image":
        return (Line(gap(each.text.strip()), each.line),), ()
    if next(tags(each.text, KNOWN), None) or "<!--" in each.text:
        lines, findings = read_fragment(each.text, place)
    else:
        lines = tuple(line for part in each.text.split("\n") if (line := join([Piece(part, each.line)])))
        findings = ()
    marked, margin = _NOTES.get(each.kind), each.kind in _HEADINGS
    return (tuple(replace(line, line=each.line, margin=margin, marked=marked or line.marked) for line in lines),
            tuple(replace(finding, line=each.line) for finding in findings))


def _row(cells: Sequence[Line | None]) -> tuple[Line, ...]:
    filled = [place for place, cell in enumerate(cells) if cell]
    if not filled:
        return ()
    return (in_row([cell or Line("", 0) for cell in cells[filled[0]:filled[-1] + 1]]),)


def _odd(each: _Element) -> Iterator[Finding]:
    if each.kind not in _KNOWN:
        yield Finding("unknown_element", Severity.WARNING,
                      f"{each.kind!r} is no kind of element that is known: it is read as its text", line=each.line)
    if each.kind == "image":
        yield Finding("picture", Severity.WARNING, "a picture stands here, which is not read", line=each.line)
    if each.index and each.index.strip(".) ") not in each.text[:80]:
        yield Finding("number_apart", Severity.ERROR,
                      f"the number {each.index!r} stands apart from its text and is not read", line=each.line)
    for name in sorted(each.unread):
        yield Finding("unknown_field", Severity.WARNING, f"the field {name!r} of an element is not read",
                      line=each.line)


def _with_head(lines: Sequence[Line], fields: Table, said: Said) -> Iterator[Line]:
    """Give title and requisite, then the text; a title that stands in the text is not given twice."""
    titled = 0
    while titled < len(lines) and said.title and lines[titled].text in said.title:
        titled += 1
    head = lines[:titled] or ([Line(said.title, 1, margin=True)] if said.title else [])
    requisite = _in(_inside(fields, "metadata"), "requisites", said.lang)
    yield from head
    if requisite and not any(line.text == requisite for line in lines[:titled + 2]):
        yield Line(requisite, 1, margin=True)
    yield from lines[titled:]
