"""What is known to have been done to a law, all frozen: `Amendment`s, from a footnote, a fact, or an act's own words.

From amendments and editions follow the versions. Nothing here is stored by hand that can be derived.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lawgraph.law.authors import Act, Author, Dropped, Untold
from lawgraph.law.days import DayBounds, over_after
from lawgraph.law.eid import LAW, Eid


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
    def over(self) -> date | None:
        """The day by which a suspension is surely over; a recorded `until` is the first day no more."""
        if self.until is None or any(each.kind is SourceKind.FACT for each in self.sources):
            return self.until
        return over_after(self.until)

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
