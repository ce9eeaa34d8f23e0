"""Tell the rows of a source apart: title, headings, annexes, notes, signature, numbered lines and plain wording.

Layout decides where words cannot: "Article 4 of this Law shall not apply …" is wording in a body line. A file
whose headings stand in body lines, or that has lost its indentation, is read by the words of the headings alone.
The signature is a table in the source, so it begins behind a line of tabs and ends with the file or an annex.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lawgraph.languages.letters import Count, count, follows
from lawgraph.languages.scanner import begins, holds_number, opens
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.tables import NoteKind
from lawgraph.law.eid import Kind
from lawgraph.parsing.contents import FRONT, contents_list
from lawgraph.parsing.doubtful import (
    is_bare_label,
    is_of_print,
    labelled_in,
    names_form,
    note_kind,
    quotes_left_open,
    tells_of_change,
    tells_origin,
)
from lawgraph.parsing.headings import (
    Heading,
    is_annexed_within,
    is_approval,
    numbered_chapters,
    numbered_sections,
    read_annex,
    read_gone_heading,
    read_heading,
    read_numbered_heading,
    read_part_of_code,
    read_titled_annex,
)
from lawgraph.parsing.heads import head_of
from lawgraph.parsing.numbering import Label, read_label, read_listed
from lawgraph.parsing.stamps import (
    ends_signature,
    in_one_cell,
    is_name,
    is_title,
    is_to_fill_in,
    is_whole_stamp,
    last_of_signature,
    names_act,
    opens_list,
    read_stamp,
)
from lawgraph.reading.source import Block, Marked

_QUOTES = "«»“”\""
_FOOTNOTES = {NoteKind.FOOTNOTE, NoteKind.CONTINUATION}
_LONGEST_FORM = 40


class RowKind(StrEnum):
    """What a line of the source is."""

    TITLE = "title"
    REQUISITE = "requisite"
    CONTENTS = "contents"
    HEADING = "heading"
    ANNEX = "annex"
    ANNEX_LINE = "annex_line"
    CONTINUED = "continued"
    SIGNATURE = "signature"
    NOTE = "note"
    LABELLED = "labelled"
    WORDING = "wording"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a block with what it is, and what was read at its beginning.

    `within` tells of an annex to annexed rules, `title` is the one in the line that opens an annex, `stamp` tells how
    many lines go on with it.
    """

    block: Block
    kind: RowKind
    heading: Heading | None = None
    annex: str | None = None
    within: bool = False
    title: str | None = None
    stamp: int = 0
    note: NoteKind | None = None
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class _Habits:
    """Hold what is known of the whole file before its lines are told apart."""

    lang: str
    flat: bool
    headed: frozenset[Kind]
    headings: tuple[Heading | None, ...]
    more_structure: tuple[bool, ...]
    settled: dict[int, RowKind]


def sort_rows(blocks: Sequence[Block], lang: str) -> tuple[Row, ...]:
    """Return one row for each block; what stands beside the text tells nothing of the rows of the text."""
    inside = iter(_sorted([block for block in blocks if block.marked is not Marked.BESIDE], lang))
    return tuple(Row(block, RowKind.BESIDE) if block.marked is Marked.BESIDE else next(inside) for block in blocks)


def _sorted(blocks: Sequence[Block], lang: str) -> list[Row]:
    habits = _habits(blocks, lang)
    rows: list[Row] = []
    phase = _Phase()
    for place in range(len(blocks)):
        row = _row(blocks, place, habits, phase)
        phase.take(row)
        rows.append(row)
    return rows


class _Phase:
    """Remember what has been seen so far."""

    __slots__ = ("before", "counts", "in_annex", "listed", "note", "quotes", "signed", "stamp", "stamped", "started",
                 "untitled")

    def __init__(self) -> None:
        self.before: Row | None = None
        self.untitled: Row | None = None
        self.note: NoteKind | None = None
        self.counts: dict[tuple[Kind, bool], Count] = {}
        self.stamp = self.quotes = 0
        self.started = self.signed = self.in_annex = self.listed = self.stamped = False

    def take(self, row: Row) -> None:
        """Go past a row."""
        self.before, self.note = row, row.note
        if row.kind is not RowKind.NOTE:  # that of an annex may stand between its stamp and its title
            form = self.untitled if row.kind is RowKind.WORDING and is_to_fill_in(row.block.text) else None
            self.untitled = row if row.kind in {RowKind.ANNEX, RowKind.ANNEX_LINE} and not row.title else form
        self.stamp = row.stamp or max(self.stamp - 1, 0)
        self.stamped = row.kind is RowKind.ANNEX_LINE or (row.kind is RowKind.ANNEX and not row.title)
        if row.heading is not None:
            self.counts[row.heading.kind, row.heading.nested] = count(row.heading.number)
            if row.heading.kind.divides and not row.heading.nested:
                self.counts.pop((Kind.SECTION, True), None)  # those inside a unit count from one
        self.started = self.started or row.kind in {RowKind.HEADING, RowKind.LABELLED, RowKind.WORDING}
        self.signed = row.kind is RowKind.SIGNATURE or (self.signed and row.kind is RowKind.NOTE)
        self.quotes += quotes_left_open(row.block.text)
        self.in_annex = self.in_annex or row.kind is RowKind.ANNEX
        first = row.label is not None and row.label.kind is Kind.PARAGRAPH and row.label.numbers == ("1",)
        self.listed = self.in_annex and (first or (self.listed and row.kind is not RowKind.ANNEX))


def _row(blocks: Sequence[Block], place: int, habits: _Habits, phase: _Phase) -> Row:
    block = blocks[place]
    settled = habits.settled.get(place)
    if settled is not None or phase.stamp:
        return Row(block, settled or RowKind.ANNEX_LINE)
    if is_of_print(block.text) or (not phase.started and tells_origin(block.text, habits.lang)):
        return Row(block, RowKind.NOTE)  # it says what the page is, and is no wording of the law
    heading = habits.headings[place]
    if heading is not None and _stands_as_heading(block, heading, habits, phase):
        return Row(block, RowKind.HEADING, heading=heading)
    part = None if block.row else read_part_of_code(block.text, habits.lang)
    if part is not None:
        return Row(block, RowKind.HEADING, heading=part)
    if phase.listed and phase.quotes <= 0 and not habits.flat and opens_list(blocks, place, habits.lang):
        return Row(block, RowKind.ANNEX, annex="", title=block.text, within=True)  # "List of kilns", and 1. again
    return (_stamped_again(blocks, place, habits, phase) or _annex_row(blocks, place, habits, phase)
            or _continued_row(blocks, place, habits, phase)
            or _numbered_or_note(block, habits, phase) or _signature_row(blocks, place, habits, phase)
            or Row(block, RowKind.WORDING))


def _stands_as_heading(block: Block, heading: Heading, habits: _Habits, phase: "_Phase") -> bool:
    """Tell whether a line that reads as a heading is one: at the margin; in a body line by full stop and number."""
    if block.margin and not habits.flat:
        return True
    before = phase.counts.get((heading.kind, heading.nested), (0,))
    return heading.marked and (heading.kind not in habits.headed or follows(before, count(heading.number)))


def _stamped_again(blocks: Sequence[Block], place: int, habits: _Habits, phase: _Phase) -> Row | None:
    """Read a stamp right behind another one: an amending act prints that of the annex which it newly words."""
    if not phase.stamped:
        return None
    alone = read_annex(blocks[place].text, habits.lang) is not None
    stamp = None if alone else read_stamp(blocks, place, habits.lang)
    return Row(blocks[place], RowKind.ANNEX_LINE, stamp=stamp.further if stamp else 0) if alone or stamp else None


def _annex_row(blocks: Sequence[Block], place: int, habits: _Habits, phase: _Phase) -> Row | None:
    block = blocks[place]
    if not phase.started:
        return None
    apart = phase.signed or block.after_cell
    titled = read_titled_annex(block.text, habits.lang) if apart or (block.margin and not habits.flat) else None
    if titled:
        return Row(block, RowKind.ANNEX, annex=titled[0], title=titled[1])
    number = read_annex(block.text, habits.lang)
    stamp = read_stamp(blocks, place, habits.lang) if number is None else None
    if stamp:
        within = phase.in_annex and is_annexed_within(stamp.text, habits.lang)
        return Row(block, RowKind.ANNEX, annex=stamp.number, within=within, stamp=stamp.further)
    approves = number is None and (apart or phase.in_annex) and is_approval(block.text, habits.lang)
    if (number is None and not approves) or (block.text.endswith(".") and not phase.signed):
        return None
    placed = apart or (not approves and (phase.in_annex or block.margin))
    if not (placed or _before_title(blocks, place, habits) or names_act(blocks, place + 1, habits.lang)
            or (approves and is_whole_stamp(blocks, place, habits.lang))):
        return None
    named = " ".join(each.text for each in blocks[place:place + 2])
    within = phase.in_annex and is_annexed_within(named, habits.lang)
    return Row(block, RowKind.ANNEX, annex=number or "", within=within)


def _before_title(blocks: Sequence[Block], place: int, habits: _Habits) -> bool:
    following = place + 1
    return following < len(blocks) and blocks[following].margin and habits.headings[following] is None


def _continued_row(blocks: Sequence[Block], place: int, habits: _Habits, phase: _Phase) -> Row | None:
    """Read the second line of a heading, and the title and the further lines that stand below "Annex 1"."""
    block = blocks[place]
    before = phase.untitled if phase.untitled and block.margin else phase.before
    if before is None or before.kind not in {RowKind.HEADING, RowKind.ANNEX, RowKind.ANNEX_LINE, RowKind.CONTINUED} \
            or _is_note_of_change(block):
        return None
    bare = before.heading is not None and not before.heading.rest
    if before.kind in {RowKind.ANNEX, RowKind.ANNEX_LINE} and not before.title:
        if (_is_form(block, habits.lang) or in_one_cell(before.block, block) or block.text[0].islower()
                or names_act(blocks, place, habits.lang)):
            return Row(block, RowKind.ANNEX_LINE)
        if not block.margin and not is_title(block):
            return None
    elif block.marked is Marked.NOTE or not (block.margin or _ends_heading(block)
                                             or (bare and _is_title_below(blocks, place))):
        return None  # whoever marks a line as a note says that no heading goes on in it, however it begins
    if (read_label(block.text) or note_kind(block.text, labelled_in(block.text, habits.lang), phase.note)
            or is_to_fill_in(block.text)):
        return None
    close = not habits.flat and (bare or block.line == before.block.line + 1 or block.text[0].islower())
    annexed = before.kind in {RowKind.ANNEX, RowKind.ANNEX_LINE}
    named = not habits.flat and block.text[0] in _QUOTES and block.text[-1] in _QUOTES  # "Regulation / “On bees”"
    return Row(block, RowKind.CONTINUED) if annexed or close or named else None


def _is_form(block: Block, lang: str) -> bool:
    """Tell whether a line says of an annex that it is a form: by its word, or as a short note."""
    noted = block.marked is Marked.NOTE and len(block.text) <= _LONGEST_FORM and not holds_number(block.text)
    return noted or names_form(block.text, lang)


def _is_title_below(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a line is the title of the heading right above it, which ends with its number: a gap follows."""
    block, following = blocks[place], blocks[place + 1:place + 2]
    adjacent = block.line == blocks[place - 1].line + 1
    return adjacent and is_title(block) and all(each.line > block.line + 1 for each in following)


def _is_note_of_change(block: Block) -> bool:
    """Tell whether a line is a note that speaks of a change: "Excluded." below "Annex 1" is no word of its title."""
    return block.marked is Marked.NOTE and any(tells_of_change(block.text, each) for each in codes())


def _ends_heading(block: Block) -> bool:
    """Tell whether a line below a heading is the rest of it: it begins small, and no sentence ends with it."""
    return block.text[0].islower() and block.text[-1] not in ".;:," and not (block.row or block.tabular)


def _numbered_or_note(block: Block, habits: _Habits, phase: _Phase) -> Row | None:
    """Ask for notes first in the front matter, where acts stand in numbered lists; later a number is wording."""
    named = opens(spoken(habits.lang).layout.names_point, block.text)
    label = None if block.row or named else read_label(block.text)
    chapter = read_numbered_heading(block.text, label) if block.margin and phase.in_annex and not habits.flat else None
    if chapter is not None:
        return Row(block, RowKind.HEADING, heading=chapter)
    if label is not None and phase.started and block.marked is not Marked.RED:
        return Row(block, RowKind.LABELLED, label=label)
    lang = labelled_in(block.text, habits.lang)
    note = note_kind(block.text, lang, phase.note) or _marked_note(block, habits.lang, phase)
    if note is not None:
        return Row(block, RowKind.NOTE, note=note)
    if label is not None:
        return Row(block, RowKind.LABELLED, label=label)
    above = not phase.started and block.margin and not habits.flat and not block.text.endswith(":")
    return Row(block, RowKind.NOTE, note=NoteKind.NOTE) if above or _after_bare_label(phase, habits.lang) else None


def _after_bare_label(phase: _Phase, lang: str) -> bool:
    """Tell whether the line before is nothing but "Note!": what it labels is no wording of the law."""
    before = phase.before
    return (before is not None and before.note is NoteKind.NOTE
            and is_bare_label(before.block.text, labelled_in(before.block.text, lang)))


def _marked_note(block: Block, lang: str, phase: _Phase) -> NoteKind | None:
    """Tell what a line is that the source marks as a note, though its words do not; never is it wording of the law."""
    editorial = phase.started and begins(block.text, spoken(lang).notes.editorial, lang)  # in the place of a unit
    if block.marked is None or editorial or read_listed(block.text, lang):
        return None
    if phase.note in _FOOTNOTES and begins(block.text, spoken(lang).notes.continuations, lang):
        return NoteKind.CONTINUATION  # "Throughout the text:", and below it the words, the act with the last of them
    claims = block.marked is Marked.NOTE or begins(block.text, spoken(lang).notes.foreseen, lang)
    return NoteKind.FOOTNOTE if claims and holds_number(block.text) else NoteKind.NOTE


def _signature_row(blocks: Sequence[Block], place: int, habits: _Habits, phase: _Phase) -> Row | None:
    block = blocks[place]
    if phase.signed:
        treaty = _opens_treaty(blocks, place, habits)
        return Row(block, RowKind.ANNEX, annex="", title=block.text) if treaty else Row(block, RowKind.SIGNATURE)
    if not phase.started or phase.in_annex or len(block.text) > 120 or block.text[-1] in ".;:,":
        return None
    last = last_of_signature(blocks, place)
    signs = (block.after_cell, opens(spoken(habits.lang).layout.signer, block.text) is not None,
             not block.margin and _before_title(blocks, last, habits),
             not habits.more_structure[place] and any(is_name(each.text) for each in blocks[place:last + 1]))
    needed = 2 if habits.more_structure[place] else 1
    if block.tabular and not signs[1]:
        return None
    return Row(block, RowKind.SIGNATURE) if sum(signs) >= needed else None


def _opens_treaty(blocks: Sequence[Block], place: int, habits: _Habits) -> bool:
    """Tell whether a heading behind the lines of a signature is the title of what was signed: numbers follow."""
    block, before = blocks[place], blocks[place - 1]
    if not block.margin or before.margin or block.after_cell or habits.flat:
        return False
    if before.after_cell and (not habits.more_structure[place] or not ends_signature(blocks, place, habits.lang)):
        return False
    following = habits.headings[place + 1:place + FRONT]
    begun = any(heading is not None and heading.number == "1" for heading in following)
    again = any(block.text == each.text for each in blocks[:min(place, FRONT)])
    return not again and (begun or habits.more_structure[place])


def _habits(blocks: Sequence[Block], lang: str) -> _Habits:
    flat = all(block.margin for block in blocks[1:])
    headings = numbered_sections(blocks, tuple(read_heading(block.text, lang) or _gone_together(block, lang)
                                                for block in blocks))
    headings = numbered_chapters(blocks, headings, lang)
    contents = contents_list(blocks, headings, lang)
    text = [(block, heading) for place, (block, heading) in enumerate(zip(blocks, headings, strict=True))
            if place not in contents]
    headed = frozenset() if flat else frozenset(heading.kind for block, heading in text if heading and block.margin)
    settled = {**dict.fromkeys(contents, RowKind.CONTENTS), **_settled(blocks, headings, contents, lang)}
    return _Habits(lang, flat, headed, headings, _more_structure(blocks, headings, lang), settled)


def _gone_together(block: Block, lang: str) -> Heading | None:
    """Read "Articles 8 – 10. Are excluded by …" and "Article 4 is excluded by …", of which only this is left."""
    heading = read_gone_heading(block.text, lang)
    told = heading is not None and begins(heading.rest, spoken(lang).notes.editorial, lang) is not None
    return replace(heading, marked=holds_number(heading.rest)) if heading and told else None


def _more_structure(blocks: Sequence[Block], headings: Sequence[Heading | None], lang: str) -> tuple[bool, ...]:
    """Tell for each block whether a heading or a number follows before the next annex: if so, no signature begins."""
    more, told = False, []
    for block, heading in zip(reversed(blocks), reversed(headings), strict=True):
        told.append(more)
        opens_annex = read_annex(block.text, lang) is not None or is_approval(block.text, lang)
        more = not opens_annex and (more or (heading is not None and block.margin)
                                    or read_label(block.text) is not None)
    return tuple(reversed(told))


def _settled(blocks: Sequence[Block], headings: Sequence[Heading | None], contents: range, lang: str
             ) -> dict[int, RowKind]:
    """Settle title and requisite: the line with day and number below the title, and what stands above it."""
    head = head_of(blocks, headings, contents, lang)
    settled = {**dict.fromkeys(head.titles, RowKind.TITLE), **dict.fromkeys(head.aside, RowKind.NOTE)}
    return settled if head.requisite is None else {**settled, head.requisite: RowKind.REQUISITE}
