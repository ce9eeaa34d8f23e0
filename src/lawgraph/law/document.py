"""What one source says, all frozen: a `Document` with provisions, `Claim`s, findings, and what is not understood."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from lawgraph.law.amendments import Action, OperationRule
from lawgraph.law.authors import Act
from lawgraph.law.eid import Eid, Kind


class Severity(StrEnum):
    """How much a finding matters: an error in a source, something odd, or something explained."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Role(StrEnum):
    """Who owns a stretch of a source."""

    TITLE = "title"
    PROVISION = "provision"
    CLAIM = "claim"
    NOTE = "note"
    LAYOUT = "layout"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Span:
    """Point to characters `start` to `end` (half open) of a source text, beginning on `line` (from 1)."""

    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class ActLink:
    """Lead from characters `start` to `end` of a line to an act that a page identifies, and its provision `place`.

    `title` is the title that the link gives the act, in the language of the page.
    """

    start: int
    end: int
    act_id: str
    place: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Hold what one source says, at one place, that one act did to one target.

    `act` is `None` where the source names none. `until` ends a suspension. A pending claim only foresees the change.
    `editorial` marks a line that stands in the place of the provision ("2) Is excluded by …"), not in a footnote.
    `link` leads to the act. `to` is the new address of what was renumbered; `but` are the units that the clause
    excepts. `new_words` stand in place of others throughout the text, as far as the source tells all of them.
    """

    target: Eid
    action: Action
    act: Act | None
    operation: OperationRule
    span: Span
    text: str
    pending: bool = False
    editorial: bool = False
    until: date | None = None
    to: Eid | None = None
    but: tuple[Eid, ...] = ()
    new_words: tuple[str, ...] = ()
    link: ActLink | None = None

    @property
    def act_name(self) -> str | None:
        """The short name of the act, `None` where the source names none."""
        return self.act.name if self.act else None


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold something in the sources that does not fit, with its place; nothing is dropped or repaired silently."""

    kind: str
    severity: Severity
    message: str
    eid: Eid | None = None
    act: str | None = None
    law: str | None = None
    file: str | None = None
    line: int | None = None


class UnreadKind(StrEnum):
    """Tell what is not understood: a note, which may tell of any change, or a stretch of the edition's own text.

    The rest is what an edition leaves out that prints a part of the law: it may hold any provision and any note.
    """

    NOTE = "note"
    TEXT = "text"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Unread:
    """Hold what a source says and the reader does not fully understand.

    `eids` are the smallest provisions that surely contain what it speaks of, the law where none is known. A note is a
    change of unknown extent by one of `acts`, those that it names, or else by an unnamed one. Of a stretch of text it
    is not known what the edition prints there.
    """

    kind: UnreadKind
    eids: tuple[Eid, ...]
    acts: tuple[Act, ...]
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Provision:
    """Hold one provision as an edition prints it.

    `within` is the address of the enclosing provision in the edition, chapters and sections included. `text` is the
    own text without number, `None` where it has none; `excluded` marks a number with an editorial line only.
    """

    eid: Eid
    kind: Kind
    number: str | None
    heading: str | None
    text: str | None
    excluded: bool
    span: Span
    within: Eid | None
    heading_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Give a stretch of the source to its one owner; the segments of a document cover it without gap or overlap."""

    role: Role
    start: int
    end: int
    eid: Eid | None = None


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """Hold what a law says of a unit (`law` for the whole) itself: suspended until a day, ended on a day, or unclear.

    `begins` tells that the unit first operates on that day; `within` is the provision that says so.
    """

    eid: Eid
    action: Action
    day: date | None
    line: int
    text: str
    within: Eid
    begins: bool = False


@dataclass(frozen=True)     # without slots: what is looked up for each sentence is made once
class Document:
    """Hold one source as read: what it says of itself, provisions, claims, findings, the owner of each character.

    `unread` is what is not fully understood: what it may speak of is less sure. What is not `signed` may lack its end,
    unless it comes to its `closing` line, on the law's own start, in its last article.
    `terms` is what its wording says of the days of its own units, `begins` the days on which its source lets it begin.
    """

    lang: str
    number: str | None
    adopted: date | None
    title: str | None
    provisions: tuple[Provision, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    segments: tuple[Segment, ...]
    text: str
    unread: tuple[Unread, ...] = ()
    signed: bool = True
    closing: int | None = None
    terms: tuple[OwnTerm, ...] = ()
    begins: tuple[date, ...] = ()

    @cached_property
    def known(self) -> frozenset[Eid]:
        """The addresses of all that it prints."""
        return frozenset(each.eid for each in self.provisions)

    @cached_property
    def within(self) -> Mapping[Eid, Eid | None]:
        """The chapter or the like in which each provision is printed."""
        return {each.eid: each.within for each in self.provisions}

    @cached_property
    def inside(self) -> Mapping[Eid, list[Provision]]:
        """What lies inside each unit by its own steps, in the order of print."""
        found: dict[Eid, list[Provision]] = defaultdict(list)
        for each in self.provisions:
            for around in each.eid.ancestors:
                found[around].append(each)
        return found

    @cached_property
    def annexed(self) -> Mapping[str, list[Eid]]:
        """The units of annexes by each end of their addresses: `para_2`, of whichever annex."""
        found: dict[str, list[Eid]] = defaultdict(list)
        for each in self.provisions:
            steps = each.eid.split("__") if each.eid.outermost.kind is Kind.ANNEX else []
            for first in range(1, len(steps)):
                found["__".join(steps[first:])].append(each.eid)
        return found
