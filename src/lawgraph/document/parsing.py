"""Parse a source: from the text of one file to the document, with an owner for each character.

Any text gives a document; what does not fit is a finding in it. Notes are read last, when all addresses are known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from lawgraph.corpus import read_text
from lawgraph.document.headings import LANGUAGES, read_heading
from lawgraph.document.layout import Row, RowKind, sort_rows
from lawgraph.document.numbering import gaps
from lawgraph.document.outline import Note, Structure, place_of
from lawgraph.document.structure import build
from lawgraph.errors import SourceError
from lawgraph.footnotes.notes import Place, Reading, read_note
from lawgraph.footnotes.references import find_days, find_numbers
from lawgraph.grammar import NoteKind
from lawgraph.model import Action, Claim, Document, Finding, Kind, Provision, Role, Segment, Severity
from lawgraph.readers.text import read_blocks

_GONE = {Action.EXCLUSION, Action.EXPIRY, Action.REPEAL}
_UNITS = {Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX, Kind.PARAGRAPH, Kind.POINT}


def parse(text: str, lang: str) -> Document:
    """Return the document that a text holds, in the language given by its three letters."""
    rows = sort_rows(read_blocks(text), lang)
    structure = build(rows, lang)
    known = frozenset(each.eid for each in structure.provisions)
    notes = [(note, _read(note, known, lang)) for note in structure.notes]
    readings = [*structure.editorials, *(reading for _, reading in notes)]
    claims = sorted((claim for reading in readings for claim in reading.claims), key=lambda claim: claim.span.start)
    provisions = tuple(_excluded_by_notes(structure.provisions, claims))
    number, adopted = _requisite(rows, lang)
    titles = [row.block.text for row in rows if row.kind is RowKind.TITLE]
    findings = [*structure.findings, *(finding for reading in readings for finding in reading.findings),
                *_findings(provisions, claims, rows)]
    return Document(lang, number, adopted, " ".join(titles) or None, provisions, tuple(claims),
                    tuple(sorted(findings, key=lambda finding: (finding.line or 0, finding.kind))),
                    _whole(_owners(structure, notes), len(text)), text)


def _read(note: Note, known: frozenset[str], lang: str) -> Reading:
    if all(kind is NoteKind.NOTE for kind in note.kinds):
        return Reading((), ())
    ahead = note.eid if note.ahead else None
    places = tuple(Place(note.eid, ahead, place_of(block), known) for block in note.blocks)
    return read_note(tuple(block.text for block in note.blocks), places, lang)


def _requisite(rows: Sequence[Row], lang: str) -> tuple[str | None, date | None]:
    """Return number and day of adoption from the line below the title; a registration behind them has its own."""
    line = next((row.block.text for row in rows if row.kind is RowKind.REQUISITE), "")
    numbers, days = find_numbers(line), find_days(line, lang)
    return numbers[0].number if numbers else None, days[0].day if days else None


def _excluded_by_notes(provisions: Sequence[Provision], claims: Sequence[Claim]) -> Iterator[Provision]:
    """Mark the units of which only the heading is left and whose note says that they are excluded."""
    gone = _gone(claims)
    full = _with_contents(provisions)
    for each in provisions:
        excluded = each.excluded or (each.eid in gone and each.eid not in full)
        yield replace(each, excluded=excluded) if excluded != each.excluded else each


def _gone(claims: Iterable[Claim]) -> dict[str, Claim]:
    return {claim.target: claim for claim in claims if claim.action in _GONE and not claim.pending}


def _with_contents(provisions: Iterable[Provision]) -> frozenset[str]:
    """Return the addresses of those that have text of their own or something inside them."""
    each_full = (eid for each in provisions for eid in (each.within, each.eid if each.text else None) if eid)
    return frozenset(each_full)


def _findings(provisions: Sequence[Provision], claims: Sequence[Claim], rows: Sequence[Row]) -> Iterator[Finding]:
    yield from gaps(provisions)
    full, gone = _with_contents(provisions), _gone(claims)
    for each in provisions:
        if each.eid not in full and not each.excluded and each.kind is not Kind.INDENT:
            yield Finding("empty_provision", Severity.WARNING,
                          f"{each.eid} has neither wording nor parts, and no note says that it is excluded", each.eid,
                          line=each.span.line)
        if each.eid in full and each.eid in gone:
            yield Finding("excluded_but_printed", Severity.WARNING,
                          f"a note says that {each.eid} is excluded, but its wording is printed", each.eid,
                          line=gone[each.eid].span.line)
    kinds = {row.kind for row in rows}
    for kind, name in ((RowKind.TITLE, "title"), (RowKind.REQUISITE, "line with number and day of adoption")):
        if kind not in kinds:
            yield Finding(f"no_{kind}", Severity.WARNING, f"the text has no {name} above its first unit", line=1)


def _owners(structure: Structure, notes: Iterable[tuple[Note, Reading]]) -> Iterator[Segment]:
    yield from structure.segments
    for note, reading in notes:
        role = Role.CLAIM if reading.claims else Role.NOTE
        for block in note.blocks:
            yield Segment(role, block.start, block.end, note.eid)


def _whole(owned: Iterable[Segment], length: int) -> tuple[Segment, ...]:
    """Return the segments in order, with the layout between them, so that they cover the whole text."""
    whole: list[Segment] = []
    end = 0
    for segment in sorted(owned, key=lambda segment: segment.start):
        if segment.start > end:
            whole.append(Segment(Role.LAYOUT, end, segment.start))
        whole.append(segment)
        end = segment.end
    if end < length:
        whole.append(Segment(Role.LAYOUT, end, length))
    return tuple(whole)


def parse_file(path: Path, lang: str) -> Document:
    """Return the document in a file; raise `SourceError` where the file holds no legal act in this language."""
    document = parse(read_text(path), lang)
    if any(each.kind in _UNITS for each in document.provisions):
        return document
    others = [each for each in LANGUAGES if each != lang and _speaks(document.text, each)]
    remedy = f"try --lang {others[0]}" if others else "give the text of a law"
    raise SourceError(str(path), f"no article, heading or numbered paragraph can be read in it as {lang}", remedy)


def _speaks(text: str, lang: str) -> bool:
    return any(read_heading(block.text, lang) for block in read_blocks(text))
