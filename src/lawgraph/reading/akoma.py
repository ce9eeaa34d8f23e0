"""Read a document of Akoma Ntoso as an edition: the lines that a reader of it sees, in the order of the document.

A unit is told by its element, so a number that stands alone gets the words of its language: `<article><num>7</num>` is
"Article 7.". What a document tells of changes and days beside its text is not believed without a source: a finding
says that it is there. Our own document of all versions is no edition: its title and its first unit are its lines, and
`database/told.py` reads what it tells.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from lawgraph.languages.letters import RAISED, SUPERSCRIPTS
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.state import COUNTRY, FIRST
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.reading.akoma_beside import NOTES, beside, close_others, not_read, told_tongue, tongue, untold
from lawgraph.reading.akoma_document import (
    AKN,
    OWN,
    Element,
    act_in,
    day_of,
    identified,
    is_mixed,
    parsed,
    read_text,
    written_by_us,
)
from lawgraph.reading.markup import line_of
from lawgraph.reading.source import (
    STRUCK,
    Line,
    Marked,
    Piece,
    Said,
    SourceText,
    between,
    compose,
    gap,
    in_row,
    join,
    linked,
)

_DECLARED = re.compile(r"\s*<\?xml[^>]*\?>")
_NUMBER = re.compile(rf"\D{{0,2}}(?P<number>\d+(?:-\d+)*[{SUPERSCRIPTS}]*|[IVXLCDM]+)\W{{0,2}}")
_VERSION = re.compile(r"@(?P<day>\d{4}-\d\d-\d\d)")
_UNITS = {kind.value: kind for kind in Kind if kind.divides or kind in (Kind.ARTICLE, Kind.ANNEX, Kind.NOTE)}
_MARKS = {"subsection": "{}.", "paragraph": "{}.",
          **dict.fromkeys(("point", "subpoint", "item", "subparagraph"), "{})")}
_BLOCKS = {f"{AKN}{name}" for name in (*_UNITS, *_MARKS, "p", "li", "tr", "th", "td", "block", "num", "heading")}
_LEAVES = ("p", "docTitle", "listIntroduction", "listWrapUp")
_FIGURES = re.compile(r"\d+")
_LEFT_OPEN = tuple(f"{AKN}{name}" for name in (
    "omissis", "fillIn", "placeholder", "object", "foreign", "componentRef", "ins", "quotedStructure",
    "embeddedStructure", "subFlow", "crossHeading", "subheading"))
"""Elements in whose place other words may stand, or none, or units of another law, or words that are of no unit."""

_PARTS = ("coverPage", "preface", "preamble", "body", "conclusions")
_OF_UNITS = ("num", "heading")
"""Elements that belong to a unit: elsewhere they are a second one, or the heading of what no law has."""

_OF_PAGE = ("meta", "toc")


def read_akoma(text: str, place: str) -> SourceText:
    """Return the source in a document; raise `SourceError` where it holds no act of this country, or many versions."""
    declared = _DECLARED.match(text)
    root = parsed(text[declared.end() if declared else 0:].encode(), place)
    act = act_in(root, place, COUNTRY)
    own = act.find(f".//{OWN}law") if written_by_us(root, place) else None
    if act.get("contains") == "multipleVersions" and own is None:
        raise SourceError(place, Phrase("it holds several versions of the act"),
                          Phrase("give the expression of one day"))
    if act.get("contains") == "singleVersion" and own is not None:
        raise SourceError(place, Phrase("it is one day of a law, exported by lawgraph"),
                          Phrase("import the export of --all"))
    said = _said(act)
    others = () if own is not None else close_others(root, said.lang)
    if own is not None:
        told = replace(said, id=own.get("id"), kind=own.get("kind"), day=None, address=_own(act, "address"),
                       retrieved=day_of(_own(act, "retrieved")))
        first = next((each for each in act.iter(f"{AKN}article", f"{AKN}paragraph", f"{AKN}point")), act)
        opening = (Line(said.title or "", line_of(act), margin=True), *_opening(first))
        return compose((each for each in opening if each.text), told, ())
    _put_notes_in_place(act)
    lang = said.lang if said.lang in codes() else FIRST
    lines = (*untold(act, said), *_inside(act, lang))
    return compose((each for each in lines if each.text), said, (*not_read(act), *others))


def _in(unit: Element, lines: Iterable[Line]) -> Iterator[Line]:
    """Give lines as those of a unit, but for those that stand in a smaller one."""
    yield from (line if line.unit is not None else replace(line, unit=unit) for line in lines)


def _opening(unit: Element) -> Iterator[Line]:
    """Give the first unit of our own document as its print begins, enough to know the text as one of a law."""
    words = (unit.find(f"{AKN}num"), unit.find(f".//{AKN}p"))
    yield Line(" ".join(read_text(each) for each in words if each is not None).strip(), line_of(unit), margin=True)


def _said(act: Element) -> Said:
    """Return what a document says of itself; its day is that of its address, where nothing else says another."""
    name = act.get("name")
    version = _VERSION.search(identified(act, "FRBRExpression", "FRBRuri", "value") or "")
    dated = identified(act, "FRBRExpression", "FRBRdate", "date")
    day = day_of(version["day"]) if version and dated in (None, version["day"]) else None
    return Said(lang=tongue(identified(act, "FRBRExpression", "FRBRlanguage", "language")) or told_tongue(act),
                number=identified(act, "FRBRWork", "FRBRnumber", "value"),
                adopted=day_of(identified(act, "FRBRWork", "FRBRdate", "date")),
                kind=name if name in set(ActKind) else None,
                title=identified(act, "FRBRWork", "FRBRname", "value"), day=day)


def _own(act: Element, attribute: str) -> str | None:
    """Return what our own document says of the file that it was made from."""
    source = act.find(f".//{OWN}source")
    return None if source is None else source.get(attribute)


def _put_notes_in_place(act: Element) -> None:
    """Put each note of the metadata where the text refers to it."""
    notes = {f"#{each.get('eId')}": each for each in act.iter(f"{AKN}note")}
    for each in [*act.iter(f"{AKN}noteRef")]:
        note, around = notes.pop(each.get("href") or "", None), each.getparent()
        if note is not None and around is not None:
            note.tail = each.tail
            around.replace(each, note)


def _lines(element: Element, lang: str) -> Iterator[Line]:
    name = str(element.tag).removeprefix(AKN)
    if name in _OF_PAGE:
        return
    if name in _PARTS and not is_mixed(element):
        yield from _in(element, _inside(element, lang))
    elif name == "attachment":
        yield from _in(element, _attached(element, lang))
    elif name == "table":
        yield from _inside(element, lang)
    elif name == "tr":
        yield from _row(element)
    elif name in _UNITS or name in _MARKS or element.find(f"{AKN}num") is not None:
        yield from _unit(element, name, lang)
    elif _is_left_open(element) or name in _OF_UNITS:
        yield Line(_open_place(element), line_of(element))
    elif name == "del":
        yield Line(between(STRUCK, " ".join(read_text(element).split())), line_of(element))
    elif name in _LEAVES or is_mixed(element):
        title = element.find(f".//{AKN}docTitle") is not None or _titles(element)
        yield from (replace(line, margin=title) for line in _words(element))
    else:
        yield from _inside(element, lang)


def _titles(element: Element) -> bool:
    """Tell whether words are the title of an act, where none are marked as it."""
    around = element.getparent()
    return around is not None and around.tag == f"{AKN}longTitle" and around.find(f".//{AKN}docTitle") is None


def _inside(element: Element, lang: str, apart: Collection[Element] = ()) -> Iterator[Line]:
    """Give the lines of what an element holds but for what is read apart: no words beside its units are lost."""
    yield from beside(element)
    yield from _loose(element, element.text)
    for each in element:
        if each not in apart:
            yield from _lines(each, lang)
        yield from _loose(element, each.tail)


def _is_left_open(element: Element) -> bool:
    return element.tag in _LEFT_OPEN or not str(element.tag).startswith(AKN)


def _loose(element: Element, text: str | None) -> Iterator[Line]:
    yield from _joined([Piece(" ".join((text or "").split()), line_of(element))])


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
        yield from _in(element, (Line(printed, line_of(element), margin=True), *words[1:], *notes, *inside))
    else:
        lines = [*titled, *inside]
        opening = next((each for each in lines if not each.marked), Line("", line_of(element)))
        others = (each for each in lines if each is not opening)
        yield from _in(element, (replace(_numbered(label, opening), unit=element), *others)) if label else lines


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
    """Return the kind of a unit; a section without articles, which holds text itself, stands for an article.

    A subsection without articles stands for a paragraph, and paragraphs in it for points.
    """
    named = element.get("name") if name == "hcontainer" else None
    kind = _UNITS.get(named or name)
    groups = element.find(f".//{AKN}article") is not None
    if kind is Kind.SUBSECTION:
        return kind if groups else None
    return Kind.ARTICLE if kind is Kind.SECTION and not groups and element.find(f".//{AKN}section") is None else kind


def _label(element: Element, name: str, printed: str, lang: str) -> str:
    """Return the number of a unit as the law of this country prints it."""
    printed, kind = " ".join(printed.split()), _kind(element, name)
    match = _NUMBER.fullmatch(printed)
    around = next(element.iterancestors(f"{AKN}subsection"), None) if name == "paragraph" else None
    mark = _MARKS.get(name if around is None or _kind(around, "subsection") else "point")
    template = spoken(lang).speech.units.get(kind) if kind else mark
    return template.format(match["number"]) if match and template else printed


def _row(row: Element) -> Iterator[Line]:
    """Give a row, then the notes in its cells and the words beside them, as lines of their own."""
    read = [(cell, tuple(_words(cell))) for cell in row]
    yield from beside(row)
    cells = [Line(" ".join(line.text for line in lines if not line.marked), line_of(cell)) for cell, lines in read]
    if any(cell.text for cell in cells):
        yield in_row(cells)
    yield from (line for _, lines in read for line in lines if line.marked)
    yield from (line for text in (row.text, *(cell.tail for cell in row)) for line in _loose(row, text))


def _words(element: Element) -> Iterator[Line]:
    """Give the lines of what holds words; a note in it follows as a line of its own."""
    line, notes = list[Piece](), [*beside(element)]
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
        if each.tag in NOTES:
            told = " ".join(" ".join(map(str, each.itertext())).split())
            notes += [Line(told, line_of(each), marked=Marked.NOTE)] if told else []
        elif name == "del":
            yield Piece(between(STRUCK, read_text(each)), at)
        elif _is_left_open(each):
            yield Piece(_open_place(each), at)
        else:
            notes += [*beside(each), *_lost(each)]
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
