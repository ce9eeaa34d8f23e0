"""All that is known of one law: its editions, the records of acts, and the notes; and what encloses what in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lawgraph.acts import ActRecord, LawNotes
from lawgraph.eid import Eid
from lawgraph.model import Act, Document


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold one manifestation as evidence: its document, the day it speaks for and the day it was retrieved."""

    lang: str
    file: str
    document: Document
    official: bool = False
    day: date | None = None
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class LawSources:
    """Hold all that is known of one law."""

    id: str
    number: str
    adopted: date
    act: Act
    editions: tuple[Edition, ...]
    records: tuple[ActRecord, ...] = ()
    notes: LawNotes = field(default_factory=LawNotes)

    def record_of(self, act: Act | None) -> ActRecord | None:
        """Return the facts about an act, `None` where there are none."""
        return next((each for each in self.records if act and each.act.name == act.name), None)

    def incomplete_records(self) -> tuple[ActRecord, ...]:
        """Return the recorded acts that may have changed this law in places that no fact lists.

        An act of which no target is recorded in any law may be one of them.
        """
        return tuple(each for each in self.records if each.act.name != self.act.name and not each.complete_in(self.id)
                     and (not each.targets or any(fact.law == self.id for fact in each.targets)))


Enclosures = Mapping[str, str]
"""For each printed section, chapter and article: the eId of what encloses it."""


def enclosures(editions: tuple[Edition, ...]) -> Enclosures:
    """Return what encloses each printed provision, chapters and sections included; the first edition decides."""
    return {each.eid: each.within for edition in reversed(editions) for each in edition.document.provisions
            if each.within is not None}


def chain(eid: str, enclosing: Enclosures) -> tuple[str, ...]:
    """Return all that encloses a provision, nearest first, ending with the law."""
    own: list[str] = [str(each) for each in Eid(eid).ancestors]
    above = enclosing.get(own[-1] if own else eid)
    while above is not None and above not in own:
        own.append(above)
        above = enclosing.get(above)
    return tuple(own) if eid == "law" or "law" in own else (*own, "law")
