"""The text of an act as the official interface gives it: a flat list of typed elements.

A unit is an element with its number in `index`; its words are the elements behind it. Where these print the number
nothing is added; where it stands in `index` alone it is composed, in the way of the language: "Статья 3.", "3.", "3)".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from itertools import pairwise

from lawgraph.languages.letters import ROMAN_SIGNS, SUPERSCRIPTS
from lawgraph.languages.spoken import spoken
from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.languages.tables import NumberPlace
from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import Kind
from lawgraph.reading.markup import read_fragment
from lawgraph.reading.source import Line, Marked, Piece, gap, in_one, in_row, join
from lawgraph.reading.tags import KNOWN, UNSEEN, tags, without_tags, written

STANDING = {"new", "upd"}
"""The states of an act of which nothing follows."""

_NAME_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_OF_FORCE = ("activ", "actual", "valid", "force", "current")
_SIGNS_OF_END = ("yts", "bak", "vexp")
_OF_STATE = (*_OF_FORCE, "end", "expir", "inactiv", "invalid", "repeal", "revok", "suspen", "cancel", "terminat",
             "abol", "replac", "supersed", "archiv", "delet", "lost", "status", "stop", "states", *_SIGNS_OF_END)
"""How words begin by which the name of a field speaks of a state."""

_OF_CHANGE = ("exclu", "remov", "hid", "chang", "until", "till", "since", "from", "begin", "start", "strike", "effect",
              "action")
"""The same of an element alone: that of an act are known."""

_LONGEST = 300
_UNITS = {"section": Kind.SECTION, "chapter": Kind.CHAPTER, "article": Kind.ARTICLE, "attach": Kind.ANNEX}
_ITEMS = {"point": "{}. ", "subpoint": "{}) "}
_HEADINGS = {"title", "heading", "subheading", "section", "subsection", "chapter", "article"}
_NOTES = {"note": Marked.NOTE, "sideNote": Marked.NOTE, "excluded": Marked.NOTE, "rcpi_notice": Marked.RED}
_EDITORS = {"note", "sideNote", "rcpi_notice"}
_WORDING = {"preamble", "point", "subpoint", "paragraph", "part", "text", "pre", "description", "attach", "subattach"}
_SPEAKING = {"text", "heading"}
_SIGNATURE = {"signature", "workPosition", "personName"}
_HOLDERS = {"doc", "sideNoteGroup", "table", "tableRow", "tableHeaderRow"}
_ROWS = {"tableRow", "tableHeaderRow"}
_KNOWN = {*_HEADINGS, *_NOTES, *_WORDING, *_SIGNATURE, *_HOLDERS, "tableCell", "toc", "image"}
_FIELDS = {"id", "type", "level", "text", "index", "properties", "changeId"}
_WORDS = ("type", "text", "index")
_PRINTED = re.compile(rf"\W{{0,3}}(?:\d{{1,4}}|[^\W\d_])(?:[-–.]\d{{1,3}}|[{SUPERSCRIPTS}]{{1,3}}){{0,4}}\s?[.)](?!\d)")
_SLANTED = re.compile(r"\s*(?:<i>[^<]*</i>[\s.;,]*)+")
_SPACE = re.compile(r"\s+")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_FIGURES = re.compile(r"[0-9]{1,4}")
_NUMBERED = {"section", "chapter", "article"}
_HEAD = 80


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


@dataclass(frozen=True, slots=True)
class Element:
    """Hold an element of the text, the line that it begins on, and the same text with markup where there is one.

    What stands in an element follows it at a deeper `level`; `lost` is the field in which its words are not read, and
    `flags` are those that may tell of its state, `change` the code of one that made it.
    """

    kind: str
    text: str
    index: str
    line: int
    unread: frozenset[str] = frozenset()
    html: str = ""
    level: int = 0
    lost: str = ""
    flags: tuple[tuple[str, object], ...] = ()
    change: str = ""

    @property
    def by_editors(self) -> bool:
        """Tell whether it is a remark on the text: by its kind, or as the interface sets them, all in italics."""
        return self.kind in _EDITORS or (self.kind == "text" and _SLANTED.fullmatch(self.html) is not None)

    @property
    def unit(self) -> bool:
        """Tell whether it begins a unit of the text."""
        return self.kind in _UNITS or self.kind in _ITEMS or self.kind in {"subsection", "paragraph", "part"}


def element_of(value: object, line: int) -> Element:
    """Return a value of the list as an element; one that is no table is read as its text."""
    table = value if isinstance(value, dict) else {"text": value}
    kind, text, index = (written(table.get(name)) or "" for name in _WORDS)
    unread = frozenset(str(name) for name, each in table.items() if each and (
        name not in _FIELDS or (name in _WORDS and not isinstance(each, str) and written(each) is None)))
    lost = [name for name in unread if name in _WORDS or _holds_words(table[name])]
    lost += [kind or "type"] if kind not in _KNOWN and (text or index) else []  # whether it is wording nobody knows
    lost += ["text"] if kind in _SPEAKING and table.get("text") is None else []
    level = table.get("level")
    return Element(kind, text, index, line, unread, _marked_up(table.get("properties"), text),
                   level if isinstance(level, int) else 0, min(lost, default=""), tuple(_flags(table)),
                   written(table.get("changeId")) or "")


def _flags(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Give the fields and the properties of an element that may tell of its state."""
    properties = table.get("properties")
    told = [(str(each.get("key")), each.get("value")) for each in (properties if isinstance(properties, list) else ())
            if isinstance(each, dict)]
    yield from ((name, value) for name, value in (*((str(name), table[name]) for name in table), *told)
                if name not in _FIELDS and (tells_change(name, value) or (
                    name != "html" and isinstance(value, str) and UNSEEN.search(value) is not None)))


def _holds_words(value: object) -> bool:
    """Tell whether a value holds words; a code or an address is none."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (isinstance(value, str) and (" " in value.strip() or not value.isascii())) or any(map(_holds_words, inside))


def _marked_up(properties: object, text: str) -> str:
    """Return the text with its markup, where the properties hold it and it says the same."""
    for each in properties if isinstance(properties, list) else ():
        html = written(each.get("value")) if isinstance(each, dict) and each.get("key") == "html" else None
        if html and _SPACE.sub("", without_tags(html, KNOWN, "")) == _SPACE.sub("", text):
            return html
    return ""


# Numbers that stand apart

def numbered(elements: Sequence[Element], lang: str | None) -> Sequence[Element]:
    """Return the elements of a text, each unit with its number in its words; one whose number is lost keeps `index`."""
    made = list(elements)
    units = [place for place, each in enumerate(elements) if each.unit]
    for place, end in pairwise((*units, len(elements))):
        words = [each for each in range(place, end) if elements[each].text and not elements[each].by_editors]
        if elements[place].index and (words or elements[place].kind in _UNITS):
            _number(made, place, words, lang or OFFICIAL_LANGUAGES[0])
    return made


def _number(made: list[Element], place: int, words: Sequence[int], lang: str) -> None:
    """Give a unit its number, on its first words or, where they are no heading of it, on a line of its own."""
    unit, first = made[place], made[words[0]] if words else made[place]
    heads = [_bare(made[each].text)[:_HEAD] for each in words]
    if _prints_another(unit, heads, lang):
        made[words[0]] = replace(first, flags=(*first.flags, ("index", unit.index)))
    elif not _prints_number(unit, heads, lang):
        if unit.kind not in _UNITS and unit.kind not in _ITEMS:
            return
        bare = unit.index.strip(".) ")
        number = f"{_pattern_of(unit.kind, lang).format(bare)} "
        if unit.kind in _UNITS and words:  # "1. General rules" of Chapter 1
            first = replace(first, text=first.text.removeprefix(f"{bare}. "), html="")
        if unit.kind in _ITEMS or first.kind in _HEADINGS:
            made[words[0] if words else place] = replace(first, text=number + first.text,
                                                         html=first.html and number + first.html)
        else:
            made[place] = replace(unit, text=number.strip())
    made[place] = replace(made[place], index="")


def _bare(text: str) -> str:
    return unescape(without_tags(text, KNOWN, "")).strip()


def _pattern_of(kind: str, lang: str) -> str:
    return _ITEMS.get(kind) or spoken(lang).speech.units[_UNITS[kind]]


def _prints_number(unit: Element, words: Sequence[str], lang: str) -> bool:
    if unit.kind in _ITEMS:
        return _PRINTED.match(words[0]) is not None
    if unit.kind in _UNITS:
        return any(_printed(unit.kind, lang).search(each) for each in words)
    return any(unit.index.strip(".) ") in each for each in words)


def _prints_another(unit: Element, words: Sequence[str], lang: str) -> bool:
    """Tell whether a unit prints another number than the interface gives it, both in figures."""
    given = _FIGURES.match(unit.index)
    if unit.kind in _ITEMS:
        match = _PRINTED.match(words[0])
    else:
        found = (_printed(unit.kind, lang).search(each) for each in (words[:2] if unit.kind in _NUMBERED else ()))
        match = next(filter(None, found), None)
    printed = _FIGURES.search(match.string, match.start(), match.end() + 3) if match else None
    return given is not None and printed is not None and int(printed[0]) != int(given[0])


@cache
def _printed(kind: str, lang: str) -> re.Pattern[str]:
    """Return what a heading looks like that prints its own number, in figures or in words."""
    words = spoken(lang).words
    word = re.escape(_pattern_of(kind, lang).replace("{}", "").strip("-. "))
    told = "|".join(name for name, _ in (*spoken(lang).layout.later_ordinals, *words.tens, *words.ordinals))
    numeral = rf"(?:\d|[{ROMAN_SIGNS}]|{told})"
    if kind == "attach":
        return re.compile(word, re.IGNORECASE)
    before = words.number is NumberPlace.BEFORE_WORD
    return re.compile(rf"{numeral}\w*\s?-?\s?{word}" if before else rf"{word}\s*(?:№\s*)?{numeral}", re.IGNORECASE)


# Lines

def lines_of(elements: Sequence[Element], lang: str | None, place: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Return the lines that a reader of the text sees, and what in it does not fit."""
    lines: list[Line] = []
    findings: list[Finding] = []
    row: list[list[Line]] | None = None
    cell, signing = 0, False
    flags: list[Line] = []
    made = numbered(elements, lang)
    untold = frozenset(_changed_untold(made))
    for place_in_text, each in enumerate(made):
        shown, found = _shown(each, place)
        findings += (*found, *_odd(each))
        flags += (flag(name, value, each.line) for name, value in each.flags)
        flags += [flag("changeId", each.change, each.line)] if place_in_text in untold else []
        if row and each.level > cell and each.kind not in _ROWS:
            row[-1] += shown
            continue
        if each.kind == "tableCell" and row is not None:
            row.append([*shown])
            cell = each.level
            continue
        lines += _row(row or [])
        row = [] if each.kind in _ROWS else None
        signs = each.kind in _SIGNATURE
        first = [replace(line, after_cell=True) for line in shown[:1]] if signs and not signing else shown[:1]
        lines += [*first, *shown[1:]]
        signing = signs or (signing and not shown)
        if shown:  # behind the first words of what bears them
            lines += flags
            flags = []
    lines += [*_row(row or []), *flags]
    return tuple(lines), tuple(findings)


def _changed_untold(elements: Sequence[Element]) -> Iterator[int]:
    """Give where elements stand that an act is said to have changed, and no note up to the next heading tells of it."""
    told = False
    for place, each in reversed(tuple(enumerate(elements))):
        if each.change and not told and each.kind not in _NOTES:
            yield place
        told = each.kind in _NOTES or (told and each.kind not in _UNITS)


def _shown(each: Element, place: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    if each.kind == "toc":
        return (), ()
    if each.kind == "image":
        return (Line(gap(each.text.strip()), each.line),), ()
    text = each.html or each.text
    mark = _NOTES.get(each.kind) or (Marked.NOTE if each.by_editors else None)
    if next(tags(text, KNOWN), None) or "<!--" in text or _ENTITY.search(text):
        lines, findings = read_fragment(text, place)
    else:
        parts = [text] if mark else text.split("\n")  # the lines of a note are those of a screen
        lines = tuple(line for part in parts if (line := join([Piece(part, each.line)])))
        findings = ()
    margin = each.kind in _HEADINGS
    lost = (Line(gap(each.lost), each.line),) if each.lost else ()
    return ((*(replace(line, line=each.line, margin=margin, marked=mark or line.marked) for line in lines), *lost),
            tuple(replace(finding, line=each.line) for finding in findings))


def _row(cells: Sequence[Sequence[Line]]) -> tuple[Line, ...]:
    filled = [place for place, cell in enumerate(cells) if cell]
    if not filled:
        return ()
    return (in_row([in_one(cell, " ") if cell else Line("", 0) for cell in cells[filled[0]:filled[-1] + 1]]),)


def _odd(each: Element) -> Iterator[Finding]:
    if each.kind not in _KNOWN:
        yield Finding("unknown_element", Severity.WARNING,
                      f"{each.kind!r} is no kind of element that is known: it is read as its text", line=each.line)
    if each.kind == "image":
        yield Finding("picture", Severity.WARNING, "a picture stands here, which is not read", line=each.line)
    if each.index and each.index.strip(".) ") not in each.text[:_HEAD]:
        yield Finding("number_apart", Severity.ERROR,
                      f"the number {each.index!r} stands apart from its text and is not read", line=each.line)
    for name in sorted(each.unread):
        yield Finding("unknown_field", Severity.WARNING, f"the field {name!r} of an element is not read",
                      line=each.line)
