"""Amending acts as the facts in `amendments/` tell of them: dated, sourced records.

Each fact names its source, how sure it is, and the day it was recorded, so that a question can be answered as it would
have been answered with what was known on an earlier day.
"""

from dataclasses import dataclass, replace
from datetime import date

from lawgraph.law.amendments import Action, OperationRule, Scope
from lawgraph.law.authors import Act, Publication, Record, Texts
from lawgraph.law.eid import Eid

MOST_TARGETS = 2_000
"""The most provisions that one act is read to change; one that changes more changes the law."""


@dataclass(frozen=True, slots=True)
class OperationFact:
    """Tell an act's first day of operation, its commencement rule, or both."""

    day: date | None
    rule: OperationRule | None
    record: Record


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Tell that a text in one language reads `later` after a change if it read `earlier` just before it.

    One that is `reversible` tells the other way round too: `later` can come from no other words.
    """

    eid: Eid
    lang: str
    earlier: str
    later: str
    reversible: bool = False


@dataclass(frozen=True, slots=True)
class TargetFact:
    """Tell that the act did `action` to `eid` of `law`.

    `operative` is a first day of this target's own, `until` the first day after a suspension. `cancelled` is the day on
    which the change was called off before it began. `reflected` names the languages whose edition was checked for the
    change, with the answer. `earlier` and `later` are texts before and after, by language; in the languages `restated`
    a new wording has the same words.

    What the act's own text tells (`by_text`) has the clauses of its commencement as `rules`; `reach` where words change
    somewhere, or something does; how words change a text; that all inside a new wording is told (`closed`); and the
    division `within` which it is brought.
    """

    law: str
    eid: Eid
    action: Action
    record: Record
    operative: date | None = None
    reflected: tuple[tuple[str, bool], ...] = ()
    earlier: Texts = ()
    later: Texts = ()
    until: date | None = None
    cancelled: date | None = None
    restated: tuple[str, ...] = ()
    by_text: bool = False
    rules: tuple[OperationRule, ...] = ()
    reach: Scope | None = None
    rewordings: tuple[ChangedWords, ...] = ()
    closed: bool = False
    within: Eid | None = None


@dataclass(frozen=True, slots=True)
class Completeness:
    """Tell that the act's list of targets in `law` is whole."""

    law: str
    record: Record


@dataclass(frozen=True, slots=True)
class Succession:
    """Tell that the act took the place of `law`; `concordance` says which of its provisions correspond to which of the
    law's, the earlier address first."""

    law: str
    record: Record
    concordance: tuple[tuple[Eid, Eid], ...] = ()


@dataclass(frozen=True, slots=True)
class ActRecord:
    """Hold all facts about one act; an id is `guessed` where it was built by the usual construction."""

    act: Act
    titles: Texts
    adilet_id: str | None
    record: Record
    publications: tuple[Publication, ...] = ()
    operation: OperationFact | None = None
    targets: tuple[TargetFact, ...] = ()
    complete: tuple[Completeness, ...] = ()
    zan: str | None = None
    gazette: str | None = None
    guessed: bool = False
    lineage: tuple[Succession, ...] = ()

    def complete_in(self, law: str) -> bool:
        """Tell whether the list of targets in `law` is known to be whole."""
        return any(each.law == law for each in self.complete)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Tell a known difference between an edition's text and the official one."""

    eid: Eid
    kind: str
    lang: str
    description: str
    record: Record


@dataclass(frozen=True, slots=True)
class LawNotes:
    """Hold the facts about a law as a whole: until when its amending acts are all known, known discrepancies, and its
    place in the official gazette."""

    acts_complete_until: date | None = None
    completeness_record: Record | None = None
    discrepancies: tuple[Discrepancy, ...] = ()
    gazette: str | None = None


def as_known_on(record: ActRecord, day: date) -> ActRecord | None:
    """Return what was recorded of an act by `day`, `None` where nothing was."""
    if record.record.recorded > day:
        return None
    operation = record.operation
    return replace(
        record,
        publications=tuple(each for each in record.publications if each.record.recorded <= day),
        operation=operation if operation and operation.record.recorded <= day else None,
        targets=tuple(each for each in record.targets if each.record.recorded <= day),
        complete=tuple(each for each in record.complete if each.record.recorded <= day),
        lineage=tuple(each for each in record.lineage if each.record.recorded <= day),
    )


def notes_as_known_on(notes: LawNotes, day: date) -> LawNotes:
    """Return what was recorded of a law by `day`."""
    known = notes.completeness_record is not None and notes.completeness_record.recorded <= day
    return LawNotes(
        notes.acts_complete_until if known else None,
        notes.completeness_record if known else None,
        tuple(each for each in notes.discrepancies if each.record.recorded <= day),
        notes.gazette,
    )
