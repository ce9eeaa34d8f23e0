"""Parse a source: from the text of one file to the document, with an owner for each character.

Any text gives a document; what does not fit is a finding in it. Notes are read last, when all addresses are known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import found, holds_day, holds_number, label_end, scan
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.state import FIRST
from lawgraph.languages.tables import NoteKind
from lawgraph.law.amendments import Action
from lawgraph.law.document import Claim, Document, Finding, Provision, Role, Segment, Severity, Span, Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.parsing import belonging
from lawgraph.parsing.doubtful import is_extract, is_frame, labelled_in
from lawgraph.parsing.footnotes.doubts import MOST_CLAIMS, NotePlace, NoteReading, beyond, widened
from lawgraph.parsing.footnotes.editors import read_remark
from lawgraph.parsing.footnotes.enactment import (
    closes,
    only_refers,
    own_ends,
    tells_start,
    told_to_begin,
    without_start,
)
from lawgraph.parsing.footnotes.notes import read_note
from lawgraph.parsing.footnotes.own_terms import own_terms, repeats_term
from lawgraph.parsing.front import changed_untold, findings_above, lost_in_title, unread_above, without_sign
from lawgraph.parsing.headings import read_heading
from lawgraph.parsing.layout import Row, RowKind, sort_rows
from lawgraph.parsing.missing import gaps, in_place, left_in_notes, missing, used_again
from lawgraph.parsing.outline import Note, Structure, place_of
from lawgraph.parsing.remarks import is_short, remarks, starts_in_table
from lawgraph.parsing.structure import build
from lawgraph.reading.opening import read_path
from lawgraph.reading.requisites import outside_brackets
from lawgraph.reading.source import Said, SourceText

_NUMBER_LAST = re.compile(r"(.{6,80}?)\s+(?:№|No?\.?)\s?\S{1,12}")
_UNITS = {Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX, Kind.PARAGRAPH, Kind.POINT}


def parse(source: SourceText, lang: str) -> Document:
    """Return the document that a source holds, in the language given by its three letters."""
    rows = sort_rows(source.blocks, lang)
    structure = build(rows, lang)
    notes, held = _with_left(structure, lang)
    known = frozenset(each.eid for each in held)
    repeals = (reading for row in rows if row.kind is RowKind.REQUISITE and (reading := _repeal(row, known, lang)))
    readings = [*structure.editorials, *(reading for _, reading in notes), *repeals]
    claims = sorted((claim for reading in readings for claim in reading.claims), key=lambda claim: claim.span.start)
    provisions = tuple(_excluded_by_notes(held, claims))
    printed, above = _printed(rows, lang), unread_above(rows, lang)
    told = _told(printed, source.said)
    older = [claim for claim in claims if _is_older(claim, told.adopted)]
    lines = widened(structure.unread, provisions, lang)
    stray = belonging.strays(source.blocks, structure.segments)
    unread = sorted((*lines, *(each for reading in readings for each in reading.unread),
                     *_contradictions(provisions, claims), *_empty(provisions), *_headless(provisions),
                     *map(_by_nobody, older),
                     *belonging.doubts(stray), *missing(provisions, lang), *_extracts(rows, lang), *above,
                     *lost_in_title(rows, lang)),
                    key=lambda each: each.span.start)
    findings = [*source.findings, *structure.findings, *belonging.findings(stray),
                *(finding for reading in readings for finding in reading.findings), *_findings(provisions, claims),
                *_head_findings(printed, source.said), *findings_above(above), *(_older(claim) for claim in older)]
    document = Document(
        lang, told.number, told.adopted, told.title, provisions, tuple(claims),
        tuple(sorted(findings, key=lambda finding: (finding.line or 0, finding.kind))),
        _whole(_owners(structure, notes), len(source.text)), source.text, tuple(unread),
        any(row.kind is RowKind.SIGNATURE for row in rows), begins=source.said.begins)
    read = replace(document, closing=closes(document), terms=own_terms(document))
    requisite = next((row.block for row in rows if row.kind is RowKind.REQUISITE), None)
    doubts = (*document.unread, *_torn(document), *remarks(read), *starts_in_table(read),
              *changed_untold(requisite, document))
    read = replace(read, unread=tuple(_below_closing(read, doubts)))
    return _with_ends(without_sign(_without_starts(told_to_begin(read)), source.said.retrieved))


def _below_closing(document: Document, unread: Iterable[Unread]) -> Iterator[Unread]:
    """Give what is unread; a short note below the line on the law's start that names no unit may be on the law."""
    for each in unread:
        below = document.closing is not None and each.kind is UnreadKind.NOTE and each.span.start > document.closing
        of_law = below and is_short(each.text, document.lang) and not any(
            isinstance(token.meaning, Kind) and token.meaning is not Kind.LAW
            for token in scan(each.text, document.lang))
        yield replace(each, eids=(LAW,)) if of_law else each


_WHOLE_ENDS = ".;:,!?»”\")]"
_LEFT_OUT = ("…", "...")


def _torn(document: Document) -> Iterator[Unread]:
    """Give texts that are not printed whole: the last of a page that breaks off, and those that end in dots."""
    texts = [each for each in document.provisions if each.text]
    known = {eid for unread in document.unread for eid in unread.eids}
    for each in texts:
        text = (each.text or "").rstrip()
        # A name behind a wide space is a signature, whoever signs.
        breaks_off = each is texts[-1] and not document.signed and text[-1] not in _WHOLE_ENDS and "\t" not in text
        if (breaks_off or text.endswith(_LEFT_OUT)) and each.eid not in known:
            yield Unread(UnreadKind.TEXT, (each.eid,), (), each.span, text)


def _with_ends(document: Document) -> Document:
    """Return a document with doubt about the law, or its annexes, where words may tell of their end."""
    ends = [Unread(UnreadKind.NOTE, (eid,), (), span, text) for eid, span, text in own_ends(document)]
    unread = sorted((*document.unread, *ends), key=lambda each: each.span.start)
    return replace(document, unread=tuple(unread)) if ends else document


def _without_starts(document: Document) -> Document:
    """Return a document without doubt about notes that repeat what the law says of its own start, or lead elsewhere."""
    harmless = {each.span.line for each in document.unread if each.kind is UnreadKind.NOTE
                and (tells_start(each, document) or only_refers(each.text, document) or repeats_term(each, document))}
    if not harmless:
        return document
    return replace(document, unread=tuple(each for each in document.unread if each.span.line not in harmless),
                   claims=tuple(each for each in document.claims if each.act or each.span.line not in harmless),
                   findings=tuple(each for each in document.findings if each.line not in harmless))


def _with_left(structure: Structure, lang: str) -> tuple[list[tuple[Note, NoteReading]], tuple[Provision, ...]]:
    """Return the notes as read, and the provisions with those of which only a note is left."""
    known = frozenset(each.eid for each in structure.provisions)
    read = list(_readings(structure.notes, known, lang))
    left = left_in_notes(read, structure.provisions)
    if not left:
        return read, structure.provisions
    units = tuple(unit for each in left.values() for unit in each)
    held = tuple(sorted((*structure.provisions, *units), key=lambda each: each.span.start))
    known |= {each.eid for each in units}
    return [_read_again(note, left.get(note, ()), reading, known, lang) for note, reading in read], held


def _read_again(note: Note, units: Sequence[Provision], reading: NoteReading, known: frozenset[Eid], lang: str
                ) -> tuple[Note, NoteReading]:
    """Return a note as it reads where more units are known; one that was understood says what it said."""
    if not (units or reading.unread):
        return note, reading
    placed = in_place(note, units) if units else note
    return placed, _read(placed, known, lang, MOST_CLAIMS)


def _readings(notes: Iterable[Note], known: frozenset[Eid], lang: str) -> Iterator[tuple[Note, NoteReading]]:
    claims = 0
    for note in notes:
        reading = _read(note, known, lang, most=MOST_CLAIMS - claims)
        claims += len(reading.claims)
        yield note, reading


def _read(note: Note, known: frozenset[Eid], lang: str, most: int) -> NoteReading:
    lang = labelled_in(note.blocks[0].text, lang)
    ahead = note.eid if note.ahead else None
    places = tuple(NotePlace(note.eid, ahead, place_of(block), known, block.links, note.near) for block in note.blocks)
    if all(kind is NoteKind.NOTE for kind in note.kinds):
        return _read_remarks(note, places, lang)
    texts = tuple(block.text for block in note.blocks)
    return without_start(read_note(texts, places, lang), note.eid or LAW, lang) if most > 0 else beyond(texts, places)


def _repeal(row: Row, known: frozenset[Eid], lang: str) -> NoteReading | None:
    """Read the end of the line below the title that tells of the repeal of the law."""
    gone = found(spoken(lang).clauses.gone, row.block.text)
    if gone is None:
        return None
    told = row.block.text[gone.start():]
    span = Span(row.block.start + gone.start(), row.block.end, row.block.line)
    place = NotePlace(None, None, replace(span, start=row.block.start), known, row.block.links).behind(gone.start())
    return read_note((told,), (replace(place, span=span),), lang)


def _read_remarks(note: Note, places: Sequence[NotePlace], lang: str) -> NoteReading:
    """Read notes that tell of no act; above the first unit only those that are marked or name an act."""
    labels = spoken(lang).notes.labels
    told = [read_remark(block.text, place, lang) for block, place in zip(note.blocks, places, strict=True)
            if note.eid or block.marked or holds_number(block.text) or label_end(block.text, labels, lang)]
    return NoteReading((), tuple(each for reading in told for each in reading.findings),
                       tuple(each for reading in told for each in reading.unread))


def _printed(rows: Sequence[Row], lang: str) -> Said:
    """Return title, number and day of adoption as the text prints them; a registration behind them has its own."""
    titles = [row.block.text for row in rows if row.kind is RowKind.TITLE]
    line = next((row.block.text for row in rows if row.kind is RowKind.REQUISITE), "")
    line = line if any(map(str.isdigit, line)) else _below_signature(rows, lang)
    numbers, days = find_numbers(outside_brackets(line)), find_days(line, lang)
    return Said(title=" ".join(titles) or None, number=numbers[0].number if numbers else None,
                adopted=days[0].day if days else None)


def _below_signature(rows: Sequence[Row], lang: str) -> str:
    """Return place, day and number as acts of the 1990s print them at their end: "Almaty, 12 May 1997", "No. 1"."""
    signed = [row.block.text for row in rows if row.kind is RowKind.SIGNATURE]
    told = (_NUMBER_LAST.fullmatch(line) for line in (*signed, *map(" ".join, pairwise(signed))))
    return next((match[0] for match in told if match and is_frame(match[1], lang) and holds_day(match[1], lang)), "")


def _told(printed: Said, said: Said) -> Said:
    """Return what the text prints, and where it prints nothing what the source says beside it."""
    return Said(title=printed.title or said.title, number=printed.number or said.number,
                adopted=printed.adopted or said.adopted)


def _excluded_by_notes(provisions: Sequence[Provision], claims: Sequence[Claim]) -> Iterator[Provision]:
    """Mark the units of which only the heading is left and whose note says that they are excluded."""
    gone = _gone(claims)
    full = _with_contents(provisions)
    for each in provisions:
        excluded = each.excluded or (each.eid in gone and each.eid not in full)
        yield replace(each, excluded=excluded) if excluded != each.excluded else each


def _gone(claims: Iterable[Claim]) -> dict[str, Claim]:
    return {claim.target: claim for claim in claims if claim.action.ends and not claim.pending}


def _with_contents(provisions: Iterable[Provision]) -> frozenset[str]:
    """Return the addresses of those that have text of their own or something inside them."""
    each_full = (eid for each in provisions for eid in (each.within, each.eid if each.text else None) if eid)
    return frozenset(each_full)


def _contradictions(provisions: Sequence[Provision], claims: Sequence[Claim]) -> Iterator[Unread]:
    """Give the notes that tell of the exclusion of what is printed: what they mean is not understood."""
    full, gone = _with_contents(provisions), _gone(claims)
    for each in provisions:
        claim = gone.get(each.eid) if each.eid in full else None
        if claim and claim.action is Action.EXCLUSION:
            yield Unread(UnreadKind.NOTE, (each.eid,), (claim.act,) if claim.act else (), claim.span, claim.text)
    there = tuple(each.eid for each in provisions if each.eid in full and not each.excluded)
    for claim, eids in used_again([claim for claim in claims if not claim.pending], there):
        yield Unread(UnreadKind.NOTE, eids, (), claim.span, claim.text)


def _is_empty(each: Provision, full: frozenset[str]) -> bool:
    return each.eid not in full and not each.excluded and each.kind is not Kind.INDENT


def _empty(provisions: Sequence[Provision]) -> Iterator[Unread]:
    """Give what has neither wording nor parts, nor a sentence as its heading: the note on its end may be lost."""
    full = _with_contents(provisions)
    for each in provisions:
        if _is_empty(each, full) and not (each.heading or "").endswith("."):
            yield Unread(UnreadKind.NOTE, (each.eid,), (), each.span, each.heading or each.eid)


def _headless(provisions: Sequence[Provision]) -> Iterator[Unread]:
    """Give the chapters that have wording of their own beside articles: the heading above it may be lost."""
    if any(each.kind is Kind.ARTICLE for each in provisions):
        for each in (each for each in provisions if each.kind.divides and each.text):
            yield Unread(UnreadKind.TEXT, (each.eid,), (), each.span, each.text or each.eid)


def _extracts(rows: Sequence[Row], lang: str) -> Iterator[Unread]:
    """Give the lines that say that only a part of the law is printed."""
    for row in rows:
        if is_extract(row.block.text, lang):
            yield Unread(UnreadKind.REST, (LAW,), (), place_of(row.block), row.block.text)


def _is_older(claim: Claim, adopted: date | None) -> bool:
    return bool(adopted and claim.act and claim.act.adopted and claim.act.adopted < adopted)


def _by_nobody(claim: Claim) -> Unread:
    """Return a claim of an act that is older than the law as a change by an act of which nothing is known."""
    return Unread(UnreadKind.NOTE, (claim.target,), (), claim.span, claim.text)


def _older(claim: Claim) -> Finding:
    act = claim.act.name if claim.act else ""
    return Finding("act_older_than_law", Severity.WARNING,
                   f"№ {act} is older than the law that it is said to amend: its day or number may be misprinted",
                   claim.target, line=claim.span.line)


def _findings(provisions: Sequence[Provision], claims: Sequence[Claim]) -> Iterator[Finding]:
    yield from gaps(provisions)
    full, gone = _with_contents(provisions), _gone(claims)
    for each in provisions:
        if _is_empty(each, full):
            yield Finding("empty_provision", Severity.WARNING,
                          f"{each.eid} has neither wording nor parts, and no note says that it is excluded", each.eid,
                          line=each.span.line)
        if each.eid in full and each.eid in gone and gone[each.eid].action is not Action.EXPIRY:
            yield Finding("excluded_but_printed", Severity.WARNING,
                          f"a note says that {each.eid} is excluded, but its wording is printed", each.eid,
                          line=gone[each.eid].span.line)


def _head_findings(printed: Said, said: Said) -> Iterator[Finding]:
    """What is missing above the first unit, and what the source says otherwise beside its text."""
    told = _told(printed, said)
    if told.title is None:
        yield Finding("no_title", Severity.WARNING, "the text has no title above its first unit", line=1)
    if told.number is None and told.adopted is None:
        yield Finding("no_requisite", Severity.WARNING,
                      "the text has no line with number and day of adoption above its first unit", line=1)
    both = (("number", printed.number, said.number), ("day of adoption", printed.adopted, said.adopted))
    for name, one, other in both:
        if one is not None and other is not None and one != other:
            yield Finding("said_otherwise", Severity.WARNING,
                          f"the text prints {one} as its {name}, the source says {other} beside it", line=1)
    if said.approved is not None:
        yield Finding("said_otherwise", Severity.WARNING, f"the source says {said.adopted} as its day of adoption in "
                      f"the requisite, and {said.approved} as the day of its approval", line=1)


def _owners(structure: Structure, notes: Iterable[tuple[Note, NoteReading]]) -> Iterator[Segment]:
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


def parse_file(path: Path, lang: str | None) -> Document:
    """Return the document in a file, in the language that it says is its own where none is asked for.

    Raise `SourceError` where the file holds no legal act in this language.
    """
    return parse_law(read_path(path), lang, str(path))


def parse_law(source: SourceText, lang: str | None, place: str) -> Document:
    """Return the document that a source holds; raise `SourceError`, naming `place`, where that is no legal act."""
    asked = lang or source.said.lang or FIRST
    document = parse(source, asked)
    held = any(each.kind in _UNITS for each in document.provisions)
    if held and _speaks(source, asked):
        return document
    others = [each for each in languages_of(source) if each != asked]
    if held and not others:
        return document
    surprise = Phrase("its headings are not %(lang)s", lang=asked) if held else Phrase(
        "no article, heading or numbered paragraph can be read in it as %(lang)s", lang=asked)
    raise SourceError(place, surprise, Phrase("try --lang %(other)s", other=others[0]) if others
                      else Phrase("give the text of a law"))


def languages_of(source: SourceText) -> tuple[str, ...]:
    """Return the languages in which a source has headings."""
    return tuple(each for each in codes() if _speaks(source, each))


def _speaks(source: SourceText, lang: str) -> bool:
    return any(read_heading(block.text, lang) for block in source.blocks)
