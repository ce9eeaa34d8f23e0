"""Collect what stands in a source while it is read: drafts of provisions, notes, owners of characters, findings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawgraph.languages.letters import Count, count
from lawgraph.languages.scanner import holds_number
from lawgraph.languages.tables import NoteKind
from lawgraph.law.document import Finding, Provision, Role, Segment, Severity, Span, Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind, top
from lawgraph.parsing.doubtful import Look, holds_note, is_extract, is_placeholder, tells_of_change
from lawgraph.parsing.footnotes.doubts import MOST_CLAIMS, NotePlace, NoteReading, beyond
from lawgraph.parsing.footnotes.notes import read_editorial
from lawgraph.reading.source import Block, Marked, holds_gap, strikes

_AROUND = " ()[]<>*.;-–—"
_ASIDE = re.compile(r"[(\[<{].*[)\]>}]\.?|[-–—]\s.*\s[-–—]", re.DOTALL)
_DOTS = re.compile(
    r"[\s<(\[*]{0,40}(?:(?:…\s?){1,40}|\.{3,60}|(?:\.\s){2}\.|(?:[-–—]\s){2,9}[-–—]|(?:[*•]\s?){2,40}[*•])[\s>)\]*.]*")


@dataclass(frozen=True, slots=True)
class Note:
    """Hold the blocks of one note and the unit it stands in; `ahead` tells that the unit's wording is still to come.

    `near` is the paragraph that it stands in, where a label before it says that it speaks of what stands below.
    """

    blocks: tuple[Block, ...]
    kinds: tuple[NoteKind, ...]
    eid: Eid | None
    ahead: bool
    near: Eid | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """Hold what stands in a source: provisions, notes still to be read, editorial lines as read, owners, findings."""

    provisions: tuple[Provision, ...]
    notes: tuple[Note, ...]
    editorials: tuple[NoteReading, ...]
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...]


@dataclass(slots=True)
class Draft:
    """Collect one provision; `parts` and `indents` count what already stands below it."""

    eid: Eid
    kind: Kind
    number: str | None
    within: Eid | None
    span: Span
    heading_span: Span | None = None
    titles: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    excluded: bool = False
    parts: int = 1
    indents: int = 0

    @property
    def tail(self) -> str:
        """The last line of its own text."""
        return self.texts[-1] if self.texts else ""

    @property
    def introduces(self) -> bool:
        """Tell whether a list must follow."""
        return self.tail.endswith(":")

    @property
    def lettered(self) -> bool:
        """Tell whether it is a subpoint with a letter."""
        return self.number is not None and self.number.isalpha()

    @property
    def count(self) -> Count:
        """Its number, for comparison."""
        return count(self.eid.number)

    def title(self, text: str, span: Span) -> None:
        """Take a line of the heading."""
        self.titles.append(text)
        start = self.heading_span or span
        self.heading_span = Span(start.start, span.end, start.line)

    def next_part(self) -> Eid:
        """Return the address of its next part."""
        self.parts += 1
        return self.eid.child(Kind.ALINEA, str(self.parts))

    def next_indent(self) -> Eid:
        """Return the address of its next indent."""
        self.indents += 1
        return self.eid.child(Kind.INDENT, str(self.indents))

    def join(self) -> None:
        """Put the last two lines of the text into one."""
        self.texts[-2:] = [" ".join(self.texts[-2:])]

    def freeze(self) -> Provision:
        """Return the provision."""
        heading = " ".join(filter(None, self.titles)) if self.titles else None
        text = "\n".join(self.texts) if self.texts else None
        return Provision(self.eid, self.kind, self.number, heading, text, self.excluded, self.span, self.within,
                         self.heading_span)


def place_of(block: Block) -> Span:
    """Return the span of a block."""
    return Span(block.start, block.end, block.line)


def address(outer: Draft | None, kind: Kind, number: str = "") -> Eid:
    """Return the address inside `outer`, at the top where there is none."""
    return outer.eid.child(kind, number) if outer else top(kind, number)


class Outline:
    """Keep what was read; drafts stand in the order of the source, and the first with an address keeps it."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.drafts: dict[str, Draft] = {}
        self._notes: list[Note] = []
        self._editorials: list[NoteReading] = []
        self._segments: list[Segment] = []
        self._findings: list[Finding] = []
        self._unread: list[Unread] = []
        self._open_note = False
        self._claims = 0

    def open(self, eid: Eid, number: str | None, within: Eid | None, block: Block) -> Draft | None:
        """Return a new draft; `None` where the address is taken, which is reported."""
        if eid in self.drafts:
            self.own(block, Role.UNREAD, eid)
            self.doubt(UnreadKind.TEXT, eid, block)
            self.find("duplicate_provision", Severity.ERROR, block, eid,
                      f"{eid} is on line {self.drafts[eid].span.line} already; what repeats its number is not read: "
                      f"{block.text[:120]!r}")
            return None
        self.drafts[eid] = draft = Draft(eid, eid.kind, number, within, place_of(block))
        return draft

    def own(self, block: Block, role: Role, eid: Eid | None) -> None:
        """Give a block to its owner."""
        self._segments.append(Segment(role, block.start, block.end, eid))
        self._open_note = False

    def find(self, kind: str, severity: Severity, block: Block, eid: Eid | None, message: str) -> None:
        """Report a finding."""
        self._findings.append(Finding(kind, severity, message, eid, line=block.line))

    def doubt(self, kind: UnreadKind, eid: Eid | None, block: Block) -> None:
        """Tell that a block in a provision is not understood.

        Of text it is not known where it belongs: it may continue the article, or print another one.
        """
        article = eid.outermost if eid else LAW
        eids = (article,) if kind is UnreadKind.NOTE else tuple(dict.fromkeys((article, LAW)))
        self._unread.append(Unread(kind, eids, (), place_of(block), block.text))

    def doubt_line(self, look: Look, eid: Eid | None, block: Block) -> None:
        """Report a line that is read as part of the law and looks like something else, or holds it."""
        self.doubt(UnreadKind.TEXT, eid, block)
        if look is not Look.HEADING or holds_number(block.text) or tells_of_change(block.text, self.lang):
            self.doubt(UnreadKind.NOTE, eid, block)
        self.find("doubtful_line", Severity.WARNING, block, eid,
                  f"this line is read as part of the law and {look}: {block.text[:120]!r}")

    def doubt_number(self, eid: Eid, block: Block) -> None:
        """Report a heading that tells of the number its unit had: until when, and what had its own, is not told."""
        self.doubt(UnreadKind.NOTE, eid, block)
        self.find("doubtful_line", Severity.WARNING, block, eid,
                  f"this heading tells of another number that {eid} had before: {block.text[:120]!r}")

    def doubt_quotation(self, eid: Eid | None, block: Block) -> None:
        """Tell that a quotation has no end, or no marks: what follows may be quoted or the act's own."""
        self.doubt(UnreadKind.TEXT, eid, block)
        self.find("open_quotation", Severity.WARNING, block, eid,
                  f"a quotation begins here, and its end is not marked: {block.text[:120]!r}")

    def doubt_levels(self, eid: Eid | None, block: Block) -> None:
        """Report wording that begins with a number of which nobody knows what it numbers."""
        self.doubt(UnreadKind.TEXT, eid, block)
        self.find("number_of_levels", Severity.WARNING, block, eid,
                  f"“{block.text[:24]}” begins with a number of several levels, which is no address: it is read as "
                  "wording")

    def doubt_two_numbers(self, first: str, eid: Eid | None, block: Block) -> None:
        """Report wording that begins with two numbers of which the first is not due."""
        self.doubt(UnreadKind.TEXT, eid, block)
        self.find("number_before_number", Severity.WARNING, block, eid,
                  f"“{block.text[:24]}” begins with two numbers and no paragraph {first} is due: it is read as wording")

    def miss_formula(self, draft: Draft, block: Block) -> None:
        """Report that the source has lost a formula at the end of a provision's text."""
        self._unread.append(Unread(UnreadKind.TEXT, (draft.eid,), (), place_of(block), block.text))
        self.find("lost_formula", Severity.WARNING, block, draft.eid,
                  f"the formula before this line is missing: {block.text[:120]!r}")

    def miss_text(self, words: str, eid: Eid, block: Block) -> None:
        """Take note of a gap; report that dots, or words like "omitted", stand in the place of a text."""
        gaps = ((UnreadKind.TEXT, holds_gap), (UnreadKind.NOTE, strikes))
        self._unread += [Unread(kind, (eid,), (), place_of(block), block.text) for kind, holds in gaps if holds(words)]
        named = eid.kind not in {Kind.ALINEA, Kind.INDENT, Kind.PREAMBLE}
        told = is_placeholder(words.strip(_AROUND))
        aside = _ASIDE.fullmatch(words) or (eid.kind.counted and is_extract(words, self.lang))
        dots = _DOTS.fullmatch(words)
        wordless = not dots and bool(words) and named and not any(map(str.isalnum, words))
        if told or aside or dots or wordless:
            alone = named and bool(wordless or told or aside)
            # A note that stood there is not printed either.
            for kind in (UnreadKind.TEXT, UnreadKind.NOTE):
                self.doubt(kind, eid, block)
                if alone:  # words behind a number speak of nothing else
                    self._unread[-1] = replace(self._unread[-1], eids=(eid,))
            if not told and not wordless and eid.kind.counted:
                self._unread.append(Unread(UnreadKind.REST, (LAW,), (), place_of(block), block.text))
            self.find("omitted_text", Severity.WARNING, block, eid,
                      f"this stands in the place of a text and is none: {block.text[:120]!r}")

    def fill(self, draft: Draft, rest: str, block: Block) -> None:
        """Take the own text of a provision, or the editorial line that stands in its place."""
        if rest and not draft.texts and self.editorial(rest, (draft,), block):
            return
        if block.marked:
            wording = block.marked is Marked.NOTE and not holds_number(rest)
            self.own(block, Role.PROVISION if wording else Role.NOTE, draft.eid)
            self.doubt(UnreadKind.NOTE, draft.eid, block)
            draft.texts += [rest] if wording and rest else []
            self.find("unread_footnote", Severity.ERROR, block, draft.eid,
                      f"a note stands in the place of {draft.eid} and could not be read: {rest[:300]!r}")
            return
        self.own(block, Role.PROVISION, draft.eid)
        draft.span = Span(draft.span.start, max(draft.span.end, block.end), draft.span.line)
        if rest:
            draft.texts.append(rest)
        self.miss_text(rest, draft.eid, block)
        if holds_note(rest, self.lang):
            self.doubt_line(Look.HOLDS_NOTE, draft.eid, block)

    def editorial(self, rest: str, drafts: Sequence[Draft], block: Block) -> bool:
        """Read an editorial line in the place of provisions; tell whether it is one."""
        reading = self.read_editorial(rest, tuple(draft.eid for draft in drafts), block)
        if reading is None:
            return False
        self._editorials.append(reading)
        self.own(block, Role.CLAIM, drafts[0].eid)
        gone = all(claim.action.ends and not claim.pending for claim in reading.claims)
        for draft in drafts:
            draft.excluded = gone
        return True

    def read_editorial(self, rest: str, eids: tuple[Eid, ...], block: Block) -> NoteReading | None:
        """Return the reading of an editorial line, `None` where it is wording of the law."""
        words = rest.rstrip("* ") if block.text.startswith("*") else rest
        place = NotePlace(eids[0], None, place_of(block), frozenset(eids), block.links)
        place = place.behind(len(block.text) - len(rest))
        reading = read_editorial(words, eids, place, self.lang)
        self._claims += len(reading.claims) if reading else 0
        return beyond((words,), (place,)) if reading and self._claims > MOST_CLAIMS else reading

    def note(self, block: Block, kind: NoteKind, eid: Eid | None, ahead: Draft | None, near: Draft | None) -> None:
        """Take a block of a note; a continuation joins the block right before it."""
        if kind is NoteKind.CONTINUATION and self._open_note:
            last = self._notes[-1]
            self._notes[-1] = Note((*last.blocks, block), (*last.kinds, kind), last.eid, last.ahead, last.near)
        else:
            labelled = self._open_note and self._notes[-1].kinds == (NoteKind.NOTE,)
            self._notes.append(Note((block,), (kind,), eid, ahead is not None,
                                    near.eid if near and labelled and kind is NoteKind.FOOTNOTE else None))
        self._open_note = True

    def finish(self) -> Structure:
        """Return the structure."""
        return Structure(tuple(draft.freeze() for draft in self.drafts.values()), tuple(self._notes),
                         tuple(self._editorials), tuple(self._segments), tuple(self._findings), tuple(self._unread))
