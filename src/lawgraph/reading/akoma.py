"""Read a document of Akoma Ntoso as an edition: the lines that a reader of it sees, in the order of the document.

A unit is told by its element, so a number that stands alone gets the words of its language: `<article><num>7</num>` is
"Article 7.". What a document tells of changes and days beside its text is not believed without a source: a finding
says that it is there. Our own document of all versions is no edition: its title and its first unit are its lines, and
`database/told.py` reads what it tells.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, cast

from lxml import etree

from lawgraph.languages.letters import RAISED, SUPERSCRIPTS
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.state import COUNTRY, FIRST
from lawgraph.law.authors import ActKind
from lawgraph.law.days import parse_day
from lawgraph.law.eid import Kind
from lawgraph.law.errors import DayError, SourceError
from lawgraph.law.model import Finding, Severity
from lawgraph.reading.markup import line_of
from lawgraph.reading.source import Line, Marked, Piece, Said, SourceText, compose, gap, in_row, join, linked, struck

MOST_BYTES = 40_000_000
"""The largest document that is parsed; all versions of the longest code have under half of it."""

AKN_SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_SPACE = "https://lawgraph.example/ns/1"
AKN, OWN = f"{{{AKN_SPACE}}}", f"{{{OWN_SPACE}}}"
CHARACTER = f"{OWN}character"
"""The attribute of an empty span that stands for a character which XML cannot hold."""

_SPELT = re.compile("(?!D[89A-F]..)[0-9A-F]{1,4}|(?:10|[1-9A-F])[0-9A-F]{4}")
"""The number of a character, as exports write it: half a pair is none."""

Element = etree._Element
_AKOMA = re.compile(r"<(?:[\w-]+:)?akomaNtoso\b")
_BEGINNING = 8192
_SAVE_AGAIN = "give a document of Akoma Ntoso 3.0, saved whole"
_DECLARED = re.compile(r"\s*<\?xml[^>]*\?>")
_NUMBER = re.compile(rf"\D{{0,2}}(?P<number>\d+(?:-\d+)*[{SUPERSCRIPTS}]*|[IVXLCDM]+)\W{{0,2}}")
_VERSION = re.compile(r"@(?P<day>\d{4}-\d\d-\d\d)")
_UNITS = {kind.value: kind for kind in Kind if kind.divides or kind in (Kind.ARTICLE, Kind.ANNEX, Kind.NOTE)}
_MARKS = {"paragraph": "{}.", "point": "{})", "subpoint": "{})", "item": "{})", "subparagraph": "{})"}
_BLOCKS = {f"{AKN}{name}" for name in (*_UNITS, *_MARKS, "p", "li", "tr", "th", "td", "block", "num", "heading")}
_LEAVES = ("p", "heading", "subheading", "docTitle", "listIntroduction", "listWrapUp", "crossHeading")
_WORD = re.compile(r"[\w-]+")
_FIGURES = re.compile(r"\d+")
_NOTES = tuple(f"{AKN}{name}" for name in ("authorialNote", "remark", "note"))
_CHANGES = ("eventRef", "textualMod", "forceMod", "efficacyMod", "meaningMod", "scopeMod", "restriction")
_SAYING = ("status", "period", "start", "end", "alternativeTo")
"""Attributes that say of words what no reader of the words sees: that they are removed, or of other days."""

_LEFT_OPEN = tuple(f"{AKN}{name}" for name in (
    "omissis", "fillIn", "placeholder", "object", "foreign", "componentRef", "ins", "quotedStructure",
    "embeddedStructure"))
"""Elements in whose place other words may stand, or none, or units of another law."""

_NOT_READ = (*_CHANGES, "foreign", "quotedStructure")


def read_akoma(text: str, place: str) -> SourceText:
    """Return the source in a document; raise `SourceError` where it holds no act of this country, or many versions."""
    declared = _DECLARED.match(text)
    root = parsed(text[declared.end() if declared else 0:].encode(), place)
    act = act_in(root, place, COUNTRY)
    own = act.find(f".//{OWN}law")
    if act.get("contains") == "multipleVersions" and own is None:
        raise SourceError(place, "it holds several versions of the act", "give the expression of one day")
    if act.get("contains") == "singleVersion" and own is not None:
        raise SourceError(place, "it is one day of a law, exported by lawgraph", "import the export of --all")
    said = _said(act)
    if own is not None:
        told = replace(said, id=own.get("id"), kind=own.get("kind"), day=None, address=_own(act, "address"),
                       retrieved=day_of(_own(act, "retrieved")))
        first = next((each for each in act.iter(f"{AKN}article", f"{AKN}paragraph", f"{AKN}point")), act)
        opening = (Line(said.title or "", line_of(act), margin=True), *_opening(first))
        return compose((each for each in opening if each.text), told, ())
    _put_notes_in_place(act)
    lang = said.lang if said.lang in codes() else FIRST
    lines = (*_untold(act, said), *_inside(act, lang))
    return compose((each for each in lines if each.text), said, _not_read(act))


def _opening(unit: Element) -> Iterator[Line]:
    """Give the first unit of our own document as its print begins, enough to know the text as one of a law."""
    words = (unit.find(f"{AKN}num"), unit.find(f".//{AKN}p"))
    yield Line(" ".join(read_text(each) for each in words if each is not None).strip(), line_of(unit), margin=True)


def _said(act: Element) -> Said:
    """Return what a document says of itself; its day is the one of the version that its address names."""
    name = act.get("name")
    version = _VERSION.search(_told(act, "FRBRExpression", "FRBRuri", "value") or "")
    return Said(lang=_told(act, "FRBRExpression", "FRBRlanguage", "language"),
                number=_told(act, "FRBRWork", "FRBRnumber", "value"),
                adopted=day_of(_told(act, "FRBRWork", "FRBRdate", "date")), kind=name if name in set(ActKind) else None,
                title=_told(act, "FRBRWork", "FRBRname", "value"), day=day_of(version["day"]) if version else None)


def _own(act: Element, attribute: str) -> str | None:
    """Return what our own document says of the file that it was made from."""
    source = act.find(f".//{OWN}source")
    return None if source is None else source.get(attribute)


def _told(act: Element, level: str, name: str, attribute: str) -> str | None:
    found = act.find(f".//{AKN}{level}/{AKN}{name}")
    return None if found is None else found.get(attribute)


def day_of(text: str | None) -> date | None:
    """Return the day that an attribute gives, `None` where it gives none (the schema tells of what is no day)."""
    try:
        return parse_day(text) if text else None
    except DayError:
        return None


def _put_notes_in_place(act: Element) -> None:
    """Put each note of the metadata where the text refers to it."""
    notes = {f"#{each.get('eId')}": each for each in act.iter(f"{AKN}note")}
    for each in [*act.iter(f"{AKN}noteRef")]:
        note, around = notes.pop(each.get("href") or "", None), each.getparent()
        if note is not None and around is not None:
            note.tail = each.tail
            around.replace(each, note)


def _untold(act: Element, said: Said) -> Iterator[Line]:
    """Give what a document tells of changes in no note, as notes that nobody understands.

    Others often leave the notes of a law out. An expression that is not the first one and prints no note says by its
    name that the law may have been changed; so does a change whose act no note names. Either leaves nothing sure.
    """
    printed = (str(text) for each in act.iter(*_NOTES) for text in each.itertext())
    notes = {word for text in printed for word in _WORD.findall(text.casefold())}
    if not notes and (said.day is None or said.day != said.adopted):
        address = _told(act, "FRBRExpression", "FRBRuri", "value") or "FRBRExpression"
        yield Line(address, line_of(act), marked=Marked.NOTE)
    yield from (Line(" ".join(" ".join(map(str, each.itertext())).split()), line_of(each), marked=Marked.NOTE)
                for each in act.iterfind(f".//{AKN}notes/{AKN}note"))
    acts = {f"#{each.get('eId')}": (each.get("href") or "").rpartition("/")[2].casefold() or None
            for each in act.iter(f"{AKN}passiveRef")}
    for each in act.iter(*(f"{AKN}{name}" for name in _CHANGES)):
        sources = [each.get("source"), *(one.get("href") for one in each.iter(f"{AKN}source"))]
        named = [acts.get(one or "") for one in sources if one]
        ends = each.tag == f"{AKN}eventRef" and each.get("type") == "repeal"
        if each.get("type") != "generation" and (ends or not any(name and name in notes for name in named)):
            told = (str(each.tag).removeprefix(AKN), *map(str, each.attrib.values()),
                    *(one.get("href") or "" for one in each))
            yield Line(" ".join(filter(None, told)), line_of(each), marked=Marked.NOTE)


def _not_read(act: Element) -> Iterator[Finding]:
    """Give what a document tells that an edition cannot say."""
    counted = Counter(str(each.tag).removeprefix(AKN) for each in act.iter(f"{AKN}*"))
    for name in _NOT_READ:
        if counted[name]:
            told = f"{counted[name]:,} {name} in the document: what it tells is not taken as a fact"
            yield Finding("akoma_not_read", Severity.WARNING, told, line=line_of(next(act.iter(f"{AKN}{name}"))))


def _lines(element: Element, lang: str) -> Iterator[Line]:
    name = str(element.tag).removeprefix(AKN)
    if name == "meta":
        return
    if name == "attachment":
        yield from _attached(element, lang)
    elif name == "table":
        yield from _inside(element, lang)
    elif name == "tr":
        yield from _row(element)
    elif name in _UNITS or name in _MARKS or element.find(f"{AKN}num") is not None:
        yield from _unit(element, name, lang)
    elif element.tag in _LEFT_OPEN:
        yield Line(_open_place(element), line_of(element))
    elif name in _LEAVES or _mixed(element):
        title = element.find(f".//{AKN}docTitle") is not None
        yield from (replace(line, margin=title) for line in _words(element))
    else:
        yield from _inside(element, lang)


def _inside(element: Element, lang: str, apart: Collection[Element] = ()) -> Iterator[Line]:
    """Give the lines of what an element holds but for what is read apart: no words beside its units are lost."""
    yield from _beside(element)
    yield from _loose(element, element.text)
    for each in element:
        if each not in apart:
            yield from _lines(each, lang)
        yield from _loose(element, each.tail)


def _beside(element: Element) -> Iterator[Line]:
    """Give what attributes say of the words of an element, as a note that nobody understands."""
    if told := [f"{name} {each}" for name in _SAYING if (each := element.get(name))]:
        yield Line(" ".join(told), line_of(element), marked=Marked.NOTE)


def _loose(element: Element, text: str | None) -> Iterator[Line]:
    yield from _joined([Piece(" ".join((text or "").split()), line_of(element))])


def _mixed(element: Element) -> bool:
    """Tell whether an element holds words of its own, and not only what holds words."""
    return any((text or "").strip() for text in (element.text, *(each.tail for each in element)))


def _unit(element: Element, name: str, lang: str) -> Iterator[Line]:
    """Give a unit: a division and an article under a line of their own, any other with its number before its text."""
    apart = tuple(each for each in map(element.find, (f"{AKN}num", f"{AKN}heading")) if each is not None)
    read = {str(each.tag).removeprefix(AKN): tuple(_words(each)) for each in apart}
    number, titled = read.get("num", ()), read.get("heading", ())
    label = _label(element, name, " ".join(line.text for line in number if not line.marked), lang)
    inside = [*(line for line in number if line.marked), *_inside(element, lang, apart)]
    if _kind(element, name) in _UNITS.values():
        words, notes = ([line for line in titled if bool(line.marked) is marked] for marked in (False, True))
        printed = " ".join((label, *(line.text for line in words[:1]))).strip()
        yield Line(printed, line_of(element), margin=True)
        yield from (*words[1:], *notes, *inside)
    else:
        lines = [*titled, *inside]
        opening = next((each for each in lines if not each.marked), Line("", line_of(element)))
        yield _numbered(label, opening)
        yield from (each for each in lines if each is not opening)


def _attached(element: Element, lang: str) -> Iterator[Line]:
    """Give what is attached to an act as its annex, by the number that its heading gives it, else by its place."""
    heading, place = element.find(f"{AKN}heading"), len([*element.itersiblings(element.tag, preceding=True)]) + 1
    titled = [] if heading is None else [*_words(heading)]
    label = spoken(lang).speech.units[Kind.ANNEX]
    words = " ".join(line.text for line in titled if not line.marked)
    if label.format("").strip(" .-").casefold() in words.casefold():
        yield Line(words, line_of(element), margin=True)
        titled = [line for line in titled if line.marked]
    else:
        number = _FIGURES.search(words)
        yield Line(label.format(number[0] if number else place).rstrip("."), line_of(element), margin=True)
    yield from (*titled, *_inside(element, lang, () if heading is None else (heading,)))


def _numbered(label: str, line: Line) -> Line:
    """Return a line behind the number of its unit."""
    by = len(label) + 1 if label else 0
    return replace(line, text=f"{label} {line.text}".strip(),
                   links=tuple(replace(each, start=each.start + by, end=each.end + by) for each in line.links))


def _kind(element: Element, name: str) -> Kind | None:
    """Return the kind of a unit; a section without articles, which holds text itself, stands for an article."""
    named = element.get("name") if name == "hcontainer" else None
    kind = _UNITS.get(named or name)
    alone = kind is Kind.SECTION and element.find(f".//{AKN}article") is None
    return Kind.ARTICLE if alone and element.find(f".//{AKN}section") is None else kind


def _label(element: Element, name: str, printed: str, lang: str) -> str:
    """Return the number of a unit as the law of this country prints it."""
    printed, kind = " ".join(printed.split()), _kind(element, name)
    match = _NUMBER.fullmatch(printed)
    template = spoken(lang).speech.units.get(kind) if kind else _MARKS.get(name)
    return template.format(match["number"]) if match and template else printed


def _row(row: Element) -> Iterator[Line]:
    """Give a row, then the notes in its cells and the words beside them, as lines of their own."""
    read = [(cell, tuple(_words(cell))) for cell in row]
    yield from _beside(row)
    cells = [Line(" ".join(line.text for line in lines if not line.marked), line_of(cell)) for cell, lines in read]
    if any(cell.text for cell in cells):
        yield in_row(cells)
    yield from (line for _, lines in read for line in lines if line.marked)
    yield from (line for text in (row.text, *(cell.tail for cell in row)) for line in _loose(row, text))


def _words(element: Element) -> Iterator[Line]:
    """Give the lines of what holds words; a note in it follows as a line of its own."""
    line, notes = list[Piece](), [*_beside(element)]
    for piece in _pieces(element, notes):
        if piece.text == "\n":
            yield from _joined(line)
            line = []
        else:
            line.append(piece)
    yield from (*_joined(line), *notes)


def _joined(pieces: Iterable[Piece]) -> Iterator[Line]:
    joined = join(tuple(pieces))
    if joined:
        yield joined


def _pieces(element: Element, notes: list[Line], act: str | None = None) -> Iterator[Piece]:
    at, own = line_of(element), element.get("href") or act
    yield Piece(" ".join(_raised(element).split("\n")), at, act=linked(own))
    for each in element:
        name = str(each.tag).removeprefix(AKN)
        if each.tag in _NOTES:
            told = " ".join(" ".join(map(str, each.itertext())).split())
            notes += [Line(told, line_of(each), marked=Marked.NOTE)] if told else []
        elif name == "del":
            yield Piece(struck(read_text(each)), at)
        elif each.tag in _LEFT_OPEN:
            yield Piece(_open_place(each), at)
        else:
            notes += [*_beside(each), *_lost(each)]
            broken = name in ("eol", "br") or each.tag in _BLOCKS
            yield from (Piece("\n", at),) if broken else ()
            yield from (Piece(gap(each.get("src") or each.get("alt") or ""), at),) if name == "img" else ()
            yield from _pieces(each, notes, own)
            yield from (Piece("\n", at),) if each.tag in _BLOCKS else ()
        yield Piece(" ".join((each.tail or "").split("\n")), at, act=linked(own))


def _open_place(element: Element) -> str:
    return gap(" ".join(read_text(element).split()) or str(element.tag).removeprefix(AKN))


def _lost(element: Element) -> Iterator[Line]:
    """Give a reference to a note that is not in the document, as a note that nobody understands."""
    if element.tag == f"{AKN}noteRef":
        yield Line(f"noteRef {element.get('href')}", line_of(element), marked=Marked.NOTE)


def _raised(element: Element) -> str:
    """Return the words at the beginning of an element; a raised number behind a number stays raised, as in 9¹."""
    text, before = element.text or "", element.getprevious()
    around = element.getparent() if before is None else None
    behind = (before.tail if before is not None else None if around is None else around.text) or ""
    return text.translate(RAISED) if element.tag == f"{AKN}sup" and text.isdecimal() and behind[-1:].isdigit() else text


# XML of strangers: nothing is fetched, no entity is resolved, no document is deep without end.

def is_akoma(text: str) -> bool:
    """Tell whether a text is a document of Akoma Ntoso, by its beginning."""
    return _AKOMA.search(text, 0, _BEGINNING) is not None


def parsed(raw: bytes, place: str) -> Element:
    """Return the root of a document; raise `SourceError` where it is no XML, or could be an attack."""
    if len(raw) > MOST_BYTES:
        raise SourceError(place, f"it has more than {MOST_BYTES:,} bytes", "give the document of one law")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        line, told = error.lineno or 1, " ".join((error.msg or "it is no XML").partition(",")[0].split())
        raise SourceError(f"{place}, line {line}", f"this is no XML: {told}", _SAVE_AGAIN) from None
    if cast("Any", root.getroottree().docinfo).doctype:
        raise SourceError(place, "it declares a document type, which may hold entities", "leave the DOCTYPE out")
    for each in root.iter():
        spelt = each.get(CHARACTER, "0")
        if not _SPELT.fullmatch(spelt):
            raise SourceError(f"{place}, line {line_of(each)}", f"{spelt[:20]!r} is the number of no character",
                              "export the document anew")
    return root


def act_in(root: Element, place: str, country: str) -> Element:
    """Return the act that a document holds; raise `SourceError` where it holds none of a country."""
    if root.tag != f"{AKN}akomaNtoso":
        raise SourceError(place, "it is no Akoma Ntoso 3.0", "convert it to the version 3.0 of OASIS")
    act, *others = (*root, None)
    if act is None or act.tag != f"{AKN}act":
        name = "nothing" if act is None else str(act.tag).rpartition("}")[2]
        raise SourceError(place, f"it holds no act, but {name}", "give the document of an act")
    if others[:-1] or _mixed(root):
        raise SourceError(place, "it holds more than the act", "give each act as a document of its own")
    found = next(act.iter(f"{AKN}FRBRcountry"), None)
    if found is None or (found.get("value") or "").lower() != country:
        told = "no country" if found is None else f"the country {found.get('value')!r}"
        raise SourceError(place, f"it is of {told}", f"acts of {country!r} alone are read")
    return act


def read_text(element: Element) -> str:
    """Return the text of an element, without the remarks in it."""
    return "".join(_read(element))


def _read(element: Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag == f"{AKN}eol":
            yield "\n"
        elif character := each.get(CHARACTER):
            yield chr(int(character, 16))
        elif isinstance(each.tag, str) and each.tag != f"{AKN}remark":
            yield from _read(each)
        yield each.tail or ""
