"""The values that travel from source to page, all frozen.

A source gives `Claim`s (a footnote says so, at this place) and `amendments/` gives facts. Both become `Amendment`s;
from amendments and editions follow `Version`s. Nothing here is stored by hand that can be derived.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from lawgraph.law.authors import Act, Author, Dropped, Untold
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW, Eid, Kind


class Action(StrEnum):
    """What an act does to a provision."""

    INSERTION = "insertion"
    SUBSTITUTION = "substitution"
    MODIFICATION = "modification"
    EXCLUSION = "exclusion"
    REPEAL = "repeal"
    EXPIRY = "expiry"
    SUSPENSION = "suspension"
    TEXT_SUBSTITUTION = "text_substitution"
    NOT_UNDERSTOOD = "not_understood"
    RENUMBERING = "renumbering"

    @property
    def removes(self) -> bool:
        """Tell whether it takes a provision out of its law."""
        return self in (Action.EXCLUSION, Action.EXPIRY)

    @property
    def ends(self) -> bool:
        """Tell whether it ends a provision, or the law with all its provisions."""
        return self.removes or self is Action.REPEAL

    @property
    def rewords(self) -> bool:
        """Tell whether it changes words and leaves the provision where it was."""
        return self in (Action.MODIFICATION, Action.SUBSTITUTION, Action.TEXT_SUBSTITUTION)


def done_to(target: Eid, action: Action) -> Action:
    """Return what an action is to its target: only the whole law is repealed, and nothing takes that out of a law."""
    if target == LAW:
        return Action.REPEAL if action.removes else action
    return Action.EXCLUSION if action is Action.REPEAL else action


class RuleKind(StrEnum):
    """How an act tells its first day of operation."""

    AFTER_PUBLICATION = "after_publication"
    ON_PUBLICATION = "on_publication"
    FROM_SIGNING = "from_signing"
    ON_DAY = "on_day"
    SEE = "see"
    UNSTATED = "unstated"


class Dating(StrEnum):
    """What the stated day of an edition is: a day of operation, or the adoption of the act that made the edition."""

    OPERATION = "operation"
    ADOPTION = "adoption"


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
class OperationRule:
    """Hold a commencement clause as a rule.

    `days` or `months` after first official publication or signing (of signing none are the very day); `day` for a
    stated day; `reference` is what "see …" points to, as printed. `from_the_day` tells "from the day of publication"
    (со дня) from "after the day" (после дня).
    `until` ends a change for a time, as printed; since `applies_from`, no day of operation, it governs relations.
    """

    kind: RuleKind
    days: int | None = None
    months: int | None = None
    day: date | None = None
    reference: str | None = None
    from_the_day: bool = False
    until: date | None = None
    applies_from: date | None = None


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
    `terms` is what its wording says of the days of its own units.
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


class Scope(StrEnum):
    """How far a change reaches: the whole, its own text, somewhere in it, or words in it alone."""

    WHOLE = "whole"
    OWN_TEXT = "own_text"
    SOMEWHERE = "somewhere"
    WORDS = "words"


class SourceKind(StrEnum):
    """Tell what a piece of evidence is.

    A note on a change made, one on a change foreseen, a recorded fact, an act's own words, or words not understood.
    """

    CLAIM = "claim"
    FORESEEN = "foreseen"
    FACT = "fact"
    ACT = "act"
    NOT_UNDERSTOOD = "not_understood"


RECORDED = (SourceKind.FACT, SourceKind.ACT)
"""The kinds of sources that tell what an act itself says: recorded by people, or read from its text."""


@dataclass(frozen=True, slots=True)
class Source:
    """Point to the place of evidence: a file and its line, or a published record."""

    file: str
    line: int | None
    text: str
    kind: SourceKind = SourceKind.CLAIM


@dataclass(frozen=True, slots=True)
class Amendment:
    """Hold one act's change of one target with the bounds of its first day of operation.

    `until` ends a suspension. `deferred` tells that the days are left to the act itself, which may start in parts.
    In the languages `restated` a new wording has the same words. One that `undoes` is the end of a change for a time,
    which a source may print long before it comes. A repeal excepts the units `but`; where that is understood, `rest`
    are the days for all others. `rule` is the one clause from which its first day follows, where no other may hold.
    """

    by: Author
    target: Eid
    action: Action
    scope: Scope
    operative: DayBounds
    sources: tuple[Source, ...]
    until: date | None = None
    deferred: bool = False
    restated: tuple[str, ...] = ()
    undoes: bool = False
    but: tuple[Eid, ...] = ()
    rest: DayBounds | None = None
    rule: OperationRule | None = field(default=None, compare=False)

    @property
    def act(self) -> Act | None:
        """The act, `None` where no source names it."""
        return self.by if isinstance(self.by, Act) else None

    @property
    def act_name(self) -> str | None:
        """The short name of the act, `None` where no source names it."""
        return self.act.name if self.act else None

    @property
    def author(self) -> Hashable:
        """What tells its act from all others; acts without a name are never held to be the same."""
        return self.act_name or (self.by, self.target)

    @property
    def order(self) -> tuple[str, str, object, str]:
        """The place among the changes of a law: by the act's adoption, then by what it changed."""
        adopted = self.act.adopted.isoformat() if self.act and self.act.adopted else ""
        return adopted, self.act_name or "", self.target.order, self.action

    @property
    def foreseen(self) -> bool:
        """Tell whether sources only foresee it: it may still be called off."""
        return bool(self.sources) and all(each.kind is SourceKind.FORESEEN for each in self.sources)

    def foreseen_in(self, file: str) -> bool:
        """Tell whether sources only foresee it, and one of them is a file."""
        return self.foreseen and any(each.file == file for each in self.sources)

    @property
    def stands_in(self) -> bool:
        """Tell whether it stands in for changes of which no source tells."""
        return isinstance(self.by, Dropped | Untold)
