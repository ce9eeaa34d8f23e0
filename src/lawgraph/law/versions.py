"""What may be said of a provision over time: whether it was in operation, its wording, why, and from when to when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgraph.law.amendments import Source
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid


class Presence(StrEnum):
    """Answer whether a provision was in operation on a day, strongest first."""

    YES = "yes"
    PRESUMED = "presumed"
    POSSIBLE = "possible"
    NO = "no"


class Wording(StrEnum):
    """Grade what may be said of a wording on a day, strongest first."""

    ATTESTED = "attested"
    PRESUMED = "presumed"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"


class ReasonKind(StrEnum):
    """Why an answer is not plainly sure, or plainly no; the sentences stand in `voice`."""

    BEFORE_LAW = "before_law"
    LAW_STARTS = "law_starts"
    LAW_REPEALED = "law_repealed"
    LAW_ENDS = "law_ends"
    INSERTED = "inserted"
    EXCLUDED = "excluded"
    CHANGED = "changed"
    NEWLY_WORDED = "newly_worded"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    CHANGED_SOMEWHERE = "changed_somewhere"
    WORDS_REPLACED = "words_replaced"
    UNRECORDED = "unrecorded"
    SAME_AROUND = "same_around"
    CANDIDATE = "candidate"
    SUSPENDED = "suspended"
    NOT_SHOWN = "not_shown"
    CONTRADICTION = "contradiction"
    BEYOND_HORIZON = "beyond_horizon"
    CONTAINER = "container"
    NO_TEXT = "no_text"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Reason:
    """Name what stands between an answer and certainty: the kind of doubt, the act, its first day, the target.

    `source` quotes what could not be understood, at its place.
    """

    kind: ReasonKind
    act: str | None = None
    operative: DayBounds | None = None
    target: Eid | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class HeldWording:
    """Hold a wording under its own days: from `first` up to, not including, `before`, `None` where no end is known."""

    text: str
    first: date
    before: date | None


@dataclass(frozen=True, slots=True)
class Version:
    """Hold the one answer for a provision on every day from `start.latest` up to, not including, `before.earliest`.

    `start.earliest` and `before.latest` tell how much further the wording may reach. `text` is held only where the
    wording is attested or presumed; `nearest` are held wordings of other days, offered under their own
    dates: the nearest one, and the one on the other side of these days where it reads otherwise.
    `wording` is `None` where `in_operation` is `no`.
    """

    eid: Eid
    start: DayBounds
    before: DayBounds
    in_operation: Presence
    wording: Wording | None
    text: str | None
    because: tuple[Reason, ...]
    introduced_by: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    nearest: tuple[HeldWording, ...] = ()

    @property
    def sure(self) -> bool:
        """Tell whether it was surely in operation, with a wording that is attested."""
        return self.in_operation is Presence.YES and self.wording is Wording.ATTESTED

    @property
    def unheld(self) -> bool:
        """Tell whether it was, or may have been, in operation, with a wording that is not held."""
        return self.in_operation is not Presence.NO and self.text is None

    @property
    def excluded(self) -> bool:
        """Tell whether the provision had been there and was taken out, so that its number is missed in the text."""
        return self.in_operation is Presence.NO and any(each.kind is ReasonKind.EXCLUDED for each in self.because)

    @property
    def has_place(self) -> bool:
        """Tell whether it has a place in the text: it was or may have been there, or was excluded."""
        return self.in_operation is not Presence.NO or self.excluded

    def holds_on(self, day: date) -> bool:
        """Tell whether this is the answer for a day."""
        first, before = self.start.latest, self.before.earliest
        return first is not None and first <= day and (before is None or day < before)
