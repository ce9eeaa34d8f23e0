"""Build the tree of provisions from the rows of a source, with the owner of each block.

Chapters and sections are no part of an article's address, so the paragraphs of an act without articles stand at the
top. Where chapters count anew in each section, the section is part of theirs. A repeated chapter keeps its articles;
of a repeated article or annex nothing is read up to the next unit.

What stands inside the quotation marks of an amending act is wording, whatever it is like. A quotation begins behind a
colon ("… the following wording:") and ends with the line that closes it. One that is never closed is told apart: nobody
knows how far it goes. A heading inside is quoted only where the quotation begins with one.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from lawgraph.languages.scanner import found
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import NoteKind
from lawgraph.law.document import Role, Severity, UnreadKind
from lawgraph.law.eid import Eid, Kind
from lawgraph.parsing.body import Body
from lawgraph.parsing.divisions import counted_anew
from lawgraph.parsing.doubtful import Look, holds_note, quotes_left_open
from lawgraph.parsing.front import may_end_behind, tells_of_annex
from lawgraph.parsing.headings import Heading, read_annex, read_heading
from lawgraph.parsing.layout import Row, RowKind
from lawgraph.parsing.numbering import Label, read_label
from lawgraph.parsing.outline import Draft, Outline, Structure, address, place_of
from lawgraph.parsing.unheaded import without_headings
from lawgraph.reading.source import Block

QUOTATION_MARKS = "«“„\""
_BEHIND_COLON = re.compile(rf":\s*(?=[{QUOTATION_MARKS}])")
_CLOSES = re.compile(r"[»”\"]\s*(?:[.,]?|;(?:\s+[^\W\d_]{1,8})?)$")
_CLOSED = re.compile(r"[»”\"]\s*(?:[.,]|;(?:\s+[^\W\d_]{1,8})?)$")
_BODY = {RowKind.WORDING, RowKind.LABELLED}
_QUOTABLE = {*_BODY, RowKind.HEADING, RowKind.CONTINUED}


@dataclass(frozen=True, slots=True)
class Quotations:
    """Hold which rows lie inside quotations, without those that open them, and which open one that is never closed."""

    inside: frozenset[int]
    unclosed: frozenset[int]


def quotations(rows: Sequence[Row], lang: str) -> Quotations:
    """Return the quotations of several lines."""
    depths = _Depths(rows)
    inside: set[int] = set()
    unclosed: set[int] = set()
    for place in range(len(rows)):
        opened = None if place in inside else _opened(rows, place)
        if opened is None:
            continue
        last = depths.end(place)
        if last is None or depths.interrupted(place, last, headed=read_heading(opened[1:], lang) is not None):
            unclosed.add(place)
        else:
            inside |= set(range(place + 1, last + 1))
    return Quotations(frozenset(inside), frozenset(unclosed))


class _Depths:
    """Know how many quotations are open behind each row, and where rows stand that none can hold."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._behind = tuple(accumulate(_depth(row.block.text) for row in rows))
        self._at: dict[int, list[int]] = {}
        for place, depth in enumerate(self._behind):
            self._at.setdefault(depth, []).append(place)
        self._headings = [place for place, row in enumerate(rows) if row.kind is RowKind.HEADING]
        self._foreign = [place for place, row in enumerate(rows) if row.kind not in _QUOTABLE]

    def end(self, place: int) -> int | None:
        """Return the row that closes the quotation that a row opens."""
        return _next(self._at.get(self._behind[place] - 1, []), place)

    def interrupted(self, place: int, last: int, *, headed: bool) -> bool:
        """Tell whether a row stands in between that is no part of a quotation with or without headings."""
        found = (_next(self._foreign, place), None if headed else _next(self._headings, place))
        return any(each is not None and each <= last for each in found)


def _next(places: Sequence[int], place: int) -> int | None:
    following = bisect_right(places, place)
    return places[following] if following < len(places) else None


def _opened(rows: Sequence[Row], place: int) -> str | None:
    """Return the words of a quotation that a row opens and leaves open."""
    row = rows[place]
    if row.kind not in _BODY or row.block.row:
        return None
    text = row.block.text
    begins = [match.end() for match in _BEHIND_COLON.finditer(text)][-1:]
    if text[0] in QUOTATION_MARKS and place and rows[place - 1].block.text.endswith(":"):
        begins.insert(0, 0)
    return next((text[begin:] for begin in begins if _left_open(text[begin:])), None)


def _left_open(quoted: str) -> bool:
    if _CLOSED.search(quoted):
        return False
    return quoted.count('"') % 2 == 1 if quoted[0] == '"' else quotes_left_open(quoted) > 0


def _depth(text: str) -> int:
    """Return 1 where a line begins a quotation and does not close it, -1 where it ends one that it did not open."""
    if text[0] in QUOTATION_MARKS and _left_open(text):
        return 1
    end = _CLOSES.search(text)
    if end is None:
        return 0
    odd = text.count('"') % 2 == 1 if end[0][0] == '"' else quotes_left_open(text) < 0
    return -1 if odd else 0


_TAIL = re.compile(r"(?<=\S)\s+(?:[-–—]\s+|(?=[(\[]))|(?<=[)\]»”\"])\s+(?=[^\W\d_].{0,300}\d)", re.DOTALL)
_LONGEST_SIGNATURE = 120
_FEW_WORDS = 3
"""Characters: names and offices of those who sign are shorter, a sentence of an annex is longer."""
_MARK = re.compile(r"<\s?\*{1,3}\s?>")
"""The mark of a note that tells what became of the unit, where its heading stood."""

_RIGHTS = ("©", "(c)")
_RANKS = (Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.ARTICLE)


def build(rows: Sequence[Row], lang: str) -> Structure:
    """Return the structure of a source."""
    walk = _Walk(lang)
    quoted = quotations(rows, lang)
    rows = without_headings(counted_anew(rows, quoted.inside), quoted.inside, lang)
    for place, (row, upcoming) in enumerate(zip(rows, _upcoming(rows, quoted.inside), strict=True)):
        if row.kind is RowKind.BESIDE:
            walk.pass_by(row.block)
            continue
        if place in quoted.inside:
            walk.body.quote(row.block)
            continue
        walk.take(row, upcoming)
        if walk.announced(row.block.text) or place in quoted.unclosed:
            base = walk.body.base
            walk.outline.doubt_quotation(base.eid if base else None, row.block)
    return walk.outline.finish()


def _begins_anew(row: Row) -> bool:
    """Tell whether a row is the first unit, or the first paragraph, of a text."""
    first = row.label is not None and row.label.kind is Kind.PARAGRAPH and row.label.numbers == ("1",)
    return first or (row.heading is not None and row.heading.number == "1")


def _upcoming(rows: Sequence[Row], quoted: frozenset[int]) -> tuple[Label | None, ...]:
    """Return for each row the next number after it in the same unit; what is quoted has no number."""
    following: Label | None = None
    told: list[Label | None] = []
    for place, row in reversed(tuple(enumerate(rows))):
        told.append(following)
        if place in quoted:
            continue
        if row.kind in {RowKind.HEADING, RowKind.ANNEX}:
            following = None
        elif row.label is not None:
            following = row.label
    return tuple(reversed(told))


class _Walk:
    """Walk over the rows and remember which units are open."""

    def __init__(self, lang: str) -> None:
        self.outline = Outline(lang)
        self.body = Body(self.outline)
        self.units: dict[Kind, Draft] = {}
        self.nested: Draft | None = None
        self.annex: Draft | None = None
        self.rules: Draft | None = None
        self.signed = False
        self._last = ""

    def announced(self, text: str) -> bool:
        """Tell whether a row is what the one before leads in, "… to read as follows:", without a quotation mark."""
        before, self._last = self._last, text
        return before.rstrip().endswith(":") and text[0] not in QUOTATION_MARKS and (
            found(spoken(self.outline.lang).layout.announces, before) is not None)

    def take(self, row: Row, upcoming: Label | None) -> None:
        """Give a row to its owner."""
        block = row.block
        self.signed = self.signed or row.kind is RowKind.SIGNATURE
        if self._behind_signature and _begins_anew(row) and not (row.heading and self._printed_again(row.heading)):
            self._open_annex(block, "", None)  # what is signed has ended: a treaty, or rules without their stamp
        if row.heading is not None and row.heading.numbers:
            self._gone_together(block, row.heading)
        elif row.heading is not None:
            self._heading(block, row.heading)
        elif row.annex is not None:
            opened = self._open_annex(block, row.annex, self.rules if row.within else None)
            if opened and self._gone_behind(block.text, opened, block) is None:
                self.outline.own(block, Role.PROVISION, opened.eid)
                self._doubt_stamp(block, opened.eid)
                if row.title:
                    opened.title(row.title, place_of(block))
        elif row.note is not None:
            self._note(block, row.note)
        elif row.kind in {RowKind.LABELLED, RowKind.WORDING}:
            self.body.take(block, row.label, upcoming)
        elif row.kind in {RowKind.CONTINUED, RowKind.ANNEX_LINE}:
            self._continue(row)
        else:
            self._aside(row)

    @property
    def _behind_signature(self) -> bool:
        return self.signed and self.annex is None

    def _printed_again(self, heading: Heading) -> bool:
        """Tell whether a heading is that of a unit of the law: it may be another edition of it."""
        held = self.outline.drafts.get(address(None, heading.kind, heading.number))
        return held is not None and heading.rest == " ".join(held.titles)

    def pass_by(self, block: Block) -> None:
        """Take a line beside the text; below the first line of the law, or with a number, it may be of the law."""
        text = block.text
        lang = self.outline.lang
        unit = self.body.base
        if not (unit or read_heading(text, lang) or read_annex(text, lang) is not None or read_label(text)):
            self.outline.own(block, Role.NOTE, None)
            return
        self.outline.own(block, Role.UNREAD, unit.eid if unit else None)
        self.outline.doubt(UnreadKind.TEXT, unit.eid if unit else None, block)
        self.outline.find("beside_the_text", Severity.ERROR, block, None,
                          f"this stands beside the text and may be of the law, it is not read: {text[:120]!r}")

    def _aside(self, row: Row) -> None:
        """Give what is no part of the law to nobody; text behind the signature may be an annex."""
        text, lang = row.block.text, self.outline.lang
        heading = read_heading(text, lang)
        noted = row.kind is RowKind.SIGNATURE and may_end_behind(text, lang)
        leads_in = text.endswith(":") and len(text.split()) > _FEW_WORDS  # "The Parties have agreed as follows:"
        unsigned = noted or heading or leads_in or len(text) > _LONGEST_SIGNATURE or read_label(text) is not None
        if row.kind is RowKind.SIGNATURE and unsigned and not text.startswith(_RIGHTS):
            self.outline.own(row.block, Role.UNREAD, None)
            named = address(None, heading.kind, heading.number) if heading else None
            self.outline.doubt(UnreadKind.TEXT, named if named in self.outline.drafts else None, row.block)
            if noted:
                self.outline.doubt(UnreadKind.NOTE, None, row.block)
            self.outline.find("after_signature", Severity.WARNING, row.block, None,
                              f"what follows the signature is not read: {row.block.text[:120]!r}")
            return
        title = row.kind in {RowKind.TITLE, RowKind.REQUISITE}
        self.outline.own(row.block, Role.TITLE if title else Role.NOTE, None)

    def _heading(self, block: Block, heading: Heading) -> None:
        eid = self._address(heading)
        draft = self.outline.open(eid, heading.printed or None, self._enclosing(heading), block)
        unit = draft or self.outline.drafts[eid]
        self._enter(heading, unit)
        scope = self.units.get(Kind.ARTICLE) or self.annex
        if draft is None and heading.kind is Kind.ARTICLE:
            self.body.leave_unread(unit, scope)
            return
        self.body.enter(unit, scope)
        rest = "" if _MARK.fullmatch(heading.rest) else heading.rest
        if draft and heading.text:
            self.outline.fill(draft, heading.text, block)
        elif draft and not (rest and self._gone(rest, draft, block)):
            self.outline.own(block, Role.PROVISION, eid)
            if rest:
                draft.title(rest, place_of(block))
                self.outline.miss_text(rest, eid, block)
                if holds_note(rest, self.outline.lang):
                    self.outline.doubt_line(Look.HOLDS_NOTE, eid, block)
                if found(spoken(self.outline.lang).layout.former, rest):
                    self.outline.doubt_number(eid, block)

    def _gone(self, rest: str, draft: Draft, block: Block) -> bool:
        """Read that the unit is excluded, in place of its title or behind it: "Bees (excluded)"."""
        if self.outline.editorial(rest, (draft,), block):
            return True
        end = self._gone_behind(rest, draft, block)
        if end is not None:
            draft.title(rest[:end], place_of(block))
        return end is not None

    def _gone_behind(self, text: str, draft: Draft, block: Block) -> int | None:
        """Read that the unit is excluded behind other words, and return where those end."""
        return next((tail.start() for tail in _TAIL.finditer(text)
                     if self.outline.editorial(text[tail.end():], (draft,), block)), None)

    def _gone_together(self, block: Block, heading: Heading) -> None:
        """Take several units of which one line tells that they are excluded."""
        outer = self._counts_within(heading) or self.annex
        eids = [address(outer, heading.kind, number) for number in heading.numbers]
        within = self._enclosing(heading)
        free = [eid for eid in eids if eid not in self.outline.drafts]
        drafts = [draft for eid in free if (draft := self.outline.open(eid, eid.number, within, block))]
        if not drafts or not self.outline.editorial(heading.rest, drafts, block):
            self.outline.own(block, Role.UNREAD, eids[0])
            self.outline.doubt(UnreadKind.TEXT, eids[0], block)
            return
        self._enter(heading, drafts[-1])
        self.body.enter(drafts[-1], self.units.get(Kind.ARTICLE) or self.annex)

    def _address(self, heading: Heading) -> Eid:
        outer = self._counts_within(heading)
        if heading.nested:
            chapter = self.units.get(Kind.CHAPTER) if self._is_within(heading) else None
            outer = chapter or self.units.get(Kind.SECTION)
        return address(outer or self.annex, heading.kind, heading.number)

    def _counts_within(self, heading: Heading) -> Draft | None:
        """Return the open unit in which the numbers of a heading begin anew."""
        outer = [self.units[kind] for kind in _RANKS[:_RANKS.index(heading.kind)] if kind in self.units]
        return outer[-1] if heading.anew and outer else None

    def _is_within(self, heading: Heading) -> bool:
        """Tell whether a unit stands inside a chapter: a subsection is part of a section, and has chapters itself."""
        return heading.nested and not (heading.kind is Kind.SUBSECTION and Kind.SECTION in self.units)

    def _enclosing(self, heading: Heading) -> Eid | None:
        if heading.kind is Kind.ARTICLE and self.nested:
            return self.nested.eid
        ranks = _RANKS[:-1] if self._is_within(heading) else _RANKS[: _RANKS.index(heading.kind)]
        outer = [self.units[kind] for kind in ranks if kind in self.units]
        return outer[-1].eid if outer else self.annex.eid if self.annex else None

    def _enter(self, heading: Heading, unit: Draft) -> None:
        """Open a unit and close those of its rank and below."""
        if self._is_within(heading):
            self.nested = unit
            self.units.pop(Kind.ARTICLE, None)
            return
        for kind in _RANKS[_RANKS.index(heading.kind):]:
            self.units.pop(kind, None)
        self.units[heading.kind] = unit
        if heading.kind is not Kind.ARTICLE:
            self.nested = None

    def _open_annex(self, block: Block, number: str, rules: Draft | None) -> Draft | None:
        """Open an annex of the act, or of the annexed rules that it names; `None` where its address is taken."""
        within = rules.eid if rules else None
        count = 1 + sum(each.kind is Kind.ANNEX and each.within == within for each in self.outline.drafts.values())
        eid = address(rules, Kind.ANNEX, number or str(count))
        draft = self.outline.open(eid, number or None, within, block)
        self.units, self.nested, self.annex = {}, None, self.outline.drafts[eid]
        self.rules = rules or self.annex
        if draft is None:
            self.body.leave_unread(self.annex, self.annex)
        else:
            self.body.enter(draft, draft)
        return draft

    def _continue(self, row: Row) -> None:
        """Take the second line of a heading, or a line below "Annex 1"."""
        unit = self.body.base
        if unit is None or self.body.unread:
            self.outline.own(row.block, Role.UNREAD, self.body.unread)
            return
        end = self._gone_behind(row.block.text, unit, row.block) if unit.kind is Kind.ANNEX else None
        if end is None:
            self.outline.own(row.block, Role.PROVISION, unit.eid)
        if row.kind is RowKind.ANNEX_LINE:
            self._doubt_stamp(row.block, unit.eid)
        if row.kind is RowKind.CONTINUED:
            unit.title(row.block.text[:end], place_of(row.block))

    def _doubt_stamp(self, block: Block, annex: Eid) -> None:
        if tells_of_annex(block.text, self.outline.lang):
            self.outline.doubt(UnreadKind.NOTE, annex, block)

    def _note(self, block: Block, kind: NoteKind) -> None:
        if self._behind_signature:
            self.outline.note(block, kind, None, None, None)
            return
        base, paragraph = self.body.base, self.body.paragraph
        unit = paragraph if paragraph and self.body.scope is None else base
        self.outline.note(block, kind, unit.eid if unit else None, self.body.untouched, paragraph)
