"""What the tools give, as values of which the schemas are made. No text stands where the database holds none.

A "no" is an answer: `outcome` says which, `told` what is wrong and what to do, `nearest` what may have been meant.
Replies have no slots: the SDK reads the defaults of their fields from the class.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgraph.law.amendments import Action
from lawgraph.law.days import DayBounds
from lawgraph.law.document import Severity
from lawgraph.law.versions import Presence, Reason, Wording
from lawgraph.serving.assistants.quoting import QuoteVerdict
from lawgraph.timeline.comparison import Change, ChangeKind
from lawgraph.timeline.consolidation import Grade
from lawgraph.voice.recorded import basis_sentence, because_sentence


class ToolOutcome(StrEnum):
    """Whether there is an answer, and which "no" where there is none."""

    ANSWERED = "answered"
    WRONG_DAY = "wrong_day"
    UNKNOWN_LAW = "unknown_law"
    UNCLEAR_LAW = "unclear_law"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_PROVISION = "unknown_provision"
    UNCLEAR_PROVISION = "unclear_provision"
    TOO_LONG = "too_long"
    NO_WORDS = "no_words"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A day as far as it is known: `basis` is the rule on which both days rest."""

    earliest: date | None
    latest: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class Why:
    """What stands between an answer and certainty."""

    kind: str
    text: str
    act: str | None


@dataclass(frozen=True, slots=True)
class StretchTold:
    """What is said of a provision on all days from `since` up to `before`; `text` is null where it is not held."""

    eid: str
    in_operation: Presence
    wording: Wording | None
    grade: Grade
    since: Bounds
    before: Bounds
    introduced_by: tuple[str, ...]
    ended_by: tuple[str, ...]
    because: tuple[Why, ...]
    address: str
    heading: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What every answer has; `build` is the hash that names the database."""

    outcome: ToolOutcome = ToolOutcome.ANSWERED
    told: str | None = None
    nearest: tuple[str, ...] = ()
    build: str | None = None


@dataclass(frozen=True, kw_only=True)
class AskedAbout(Reply):
    """What was asked about, as it was understood."""

    law: str | None = None
    lang: str | None = None
    eid: str | None = None
    read_as: str | None = None
    left_off: int = 0


@dataclass(frozen=True, kw_only=True)
class ProvisionRead(AskedAbout):
    """A provision on a day, then its parts."""

    day: date | None = None
    provision: StretchTold | None = None
    parts: tuple[StretchTold, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LawAsOf(AskedAbout):
    """A law on a day: how sure each provision is, without the wordings."""

    day: date | None = None
    in_operation: Presence | None = None
    provisions: tuple[StretchTold, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """What an act did to a provision, and the bounds of its first day of operation."""

    act: str | None
    target: str
    action: Action
    operative: Bounds
    foreseen: bool


@dataclass(frozen=True, kw_only=True)
class LifeTold(AskedAbout):
    """The versions of a provision in the order of time, and the changes that bear on it."""

    versions: tuple[StretchTold, ...] = ()
    changes: tuple[ChangeTold, ...] = ()


@dataclass(frozen=True, slots=True)
class NetChange:
    """How a provision differs between two days, and the acts between them."""

    eid: str
    change: Change
    acts: tuple[str, ...]
    before: StretchTold
    after: StretchTold


@dataclass(frozen=True, kw_only=True)
class NetChanges(AskedAbout):
    """What differs in a law, or in a provision, between two days."""

    first: date | None = None
    last: date | None = None
    changes: tuple[NetChange, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WordsOverTime(AskedAbout):
    """The stretches of days in whose wording words stand.

    Of `not_held` stretches no wording is held: the words may stand there too, before a first or behind a last day.
    """

    stretches: tuple[StretchTold, ...] = ()
    not_held: int = 0


@dataclass(frozen=True, slots=True)
class DifferingWords:
    """Words of the law, and what the quote has in their place."""

    kind: ChangeKind
    held: str
    quoted: str


@dataclass(frozen=True, kw_only=True)
class QuoteVerified(AskedAbout):
    """How a quote stands to the provision on that day.

    `sure` tells whether all that the verdict rests on is in operation and attested, or surely not in operation. `units`
    are where the words stand, or the nearest ones, or those that are not held. `words_before` and `words_after` are
    left out by the quote; null where parts are not held.
    """

    day: date | None = None
    verdict: QuoteVerdict | None = None
    sure: bool = False
    letter_for_letter: bool = False
    words_quoted: int = 0
    words_before: int | None = None
    words_after: int | None = None
    units: tuple[StretchTold, ...] = ()
    differences: tuple[DifferingWords, ...] = ()
    other_days: tuple[StretchTold, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CitationTold(AskedAbout):
    """A citation in the languages of messages, which says how sure the wording is."""

    day: date | None = None
    verdict: Grade | None = None
    citation: dict[str, str] | None = None
    reliance: str | None = None
    provision: StretchTold | None = None


@dataclass(frozen=True, slots=True)
class HitTold:
    """A wording with the words, under its own days: `applies` tells whether it is that of the day asked."""

    law: str
    number: str
    lang: str
    eid: str
    excerpt: str
    held_from: date
    held_before: date | None
    applies: bool
    on_day: StretchTold | None


@dataclass(frozen=True, kw_only=True)
class SearchResult(AskedAbout):
    """What a search found, the best first, as seen from a day."""

    day: date | None = None
    hits: tuple[HitTold, ...] = ()


@dataclass(frozen=True, slots=True)
class LawTold:
    """A law that is held; its sources speak up to `horizon`."""

    id: str
    number: str
    adopted: date
    title: str
    languages: tuple[str, ...]
    start: Bounds
    horizon: date | None
    acts_complete_until: date | None


@dataclass(frozen=True, kw_only=True)
class LawsHeld(Reply):
    """The laws held, in their order."""

    laws: tuple[LawTold, ...] = ()
    left_off: int = 0


@dataclass(frozen=True, slots=True)
class FindingTold:
    """Something in the sources that does not fit; `file` is its name in the corpus."""

    kind: str
    severity: Severity
    message: str
    law: str | None
    eid: str | None
    act: str | None
    file: str | None
    line: int | None


@dataclass(frozen=True, kw_only=True)
class FindingsTold(AskedAbout):
    """What does not fit in the sources of a law."""

    findings: tuple[FindingTold, ...] = ()


def bounds_told(bounds: DayBounds) -> Bounds:
    """Return bounds with their ground in words."""
    return Bounds(bounds.earliest, bounds.latest, basis_sentence(bounds.basis))


def why_told(reason: Reason) -> Why:
    """Return a reason in a sentence."""
    return Why(reason.kind, because_sentence(reason), reason.act)
