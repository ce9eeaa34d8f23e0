"""All that is known of one law: its editions, the records of acts, and the notes; what encloses what in it.

The facts are held by the steps of acts: an act may change one provision on two days, each told on its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lawgraph.law.acts import ActRecord, LawNotes, TargetFact
from lawgraph.law.authors import Act, Unnamed
from lawgraph.law.days import DayOrder, unknown_first, unknown_last
from lawgraph.law.eid import Tree, tree_of
from lawgraph.law.model import Amendment, Claim, Dating, Document
from lawgraph.replay.instructions import ActItem, AmendingAct


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold one manifestation as evidence: its document, the day stated for it and the day it was retrieved.

    An edition dated by adoption shows all that was adopted by its day, also what began to operate only later: it tells
    which acts there were until then, and speaks for no day of its own. `ahead` are acts of which it does not tell and
    which it may show before they begin.
    """

    lang: str
    file: str
    document: Document
    official: bool = False
    day: date | None = None
    retrieved: date | None = None
    dated_by: Dating = Dating.OPERATION
    ahead: frozenset[str] = frozenset()

    @property
    def as_of(self) -> date | None:
        """The day for which its text speaks, where one is stated."""
        return self.day if self.dated_by is Dating.OPERATION else None

    @property
    def applied_by(self) -> date | None:
        """A day by which all that it shows was in operation."""
        return self.day or self.retrieved if self.dated_by is Dating.OPERATION else None

    @property
    def told_until(self) -> date | None:
        """The day up to which it tells of all acts in operation, where one is stated."""
        return self.applied_by if self.dated_by is Dating.OPERATION else self.day

    @property
    def noteless(self) -> bool:
        """Tell whether it prints no note on what acts did, but for lines in the place of what is gone."""
        return all(claim.action.removes for claim in self.document.claims)


@dataclass(frozen=True, slots=True)
class HeldAct:
    """Hold an amending act whose own text is held, in one language, with the one item of it that amends the law."""

    act: Act
    text: AmendingAct
    item: ActItem
    file: str
    recorded: date


@dataclass(frozen=True, slots=True)
class LawSources:
    """Hold all that is known of one law; `acts` are those whose own words are held."""

    id: str
    number: str
    adopted: date
    act: Act
    editions: tuple[Edition, ...]
    records: tuple[ActRecord, ...] = ()
    notes: LawNotes = field(default_factory=LawNotes)
    acts: tuple[HeldAct, ...] = ()

    @property
    def official(self) -> tuple[Edition, ...]:
        """The editions in an official language."""
        return tuple(edition for edition in self.editions if edition.official)

    @property
    def deciding_editions(self) -> tuple[Edition, ...]:
        """The editions that decide what was in operation: the official ones, all where there is none."""
        return self.official or self.editions

    def last_in(self, lang: str) -> Edition | None:
        """Return the edition of a language with the latest day, `None` where it is not told which one that is."""
        own = [edition for edition in self.editions if edition.lang == lang]
        dated = [(edition.day, place) for place, edition in enumerate(own) if edition.day]
        return own[max(dated)[1]] if len(dated) == len(own) else own[0] if len(own) == 1 else None

    def record_of(self, act: Act | None) -> ActRecord | None:
        """Return the facts about an act, `None` where there are none."""
        return next((each for each in self.records if act and each.act.name == act.name), None)

    def incomplete_records(self) -> tuple[ActRecord, ...]:
        """Return the recorded acts that may have changed this law in places that no fact lists.

        An act of which no target is recorded in any law may be one of them.
        """
        return tuple(each for each in self.records if each.act.name != self.act.name and not each.complete_in(self.id)
                     and (not each.targets or any(fact.law == self.id for fact in each.targets)))


def in_order(law: LawSources) -> LawSources:
    """Return the sources of a law in an order of their own: in which order people list them never matters."""
    editions = sorted(law.editions, key=lambda each: (unknown_last(each.day), unknown_last(each.retrieved), each.file))
    records = (replace(each, targets=tuple(sorted(each.targets, key=_place_of)))
               for each in sorted(law.records, key=lambda each: each.act.name))
    return replace(law, editions=tuple(editions), records=tuple(records))


def _place_of(fact: TargetFact) -> tuple[str, str, DayOrder, str]:
    return fact.law, fact.eid, unknown_first(fact.operative), fact.action


def unnamed(edition: Edition, claim: Claim) -> Unnamed:
    """Return the act of a claim that names none: no other claim is known to speak of it."""
    place = f"{edition.file}, line {claim.span.line}, character {claim.span.start}"
    return Unnamed(f"{place}: {claim.action} of {claim.target}")


def known_in(law: str, document: Document) -> Document:
    """Return a document as a source of a law: acts that it names in part are known in that law alone."""
    return replace(document, claims=tuple(replace(each, act=each.act and each.act.known_in(law))
                                          for each in document.claims))


def printed_tree(editions: Iterable[Edition]) -> Tree:
    """Return what encloses what as editions print it; the first edition decides."""
    return tree_of((each.eid, each.within) for edition in editions for each in edition.document.provisions)


Steps = Mapping[tuple[str, str], Sequence[TargetFact]]
"""The facts about a law by act and target."""


def steps(law: LawSources) -> Steps:
    """Return what facts tell of a law, by act and target."""
    told: dict[tuple[str, str], list[TargetFact]] = defaultdict(list)
    for record in law.records:
        for fact in record.targets:
            if fact.law == law.id and fact.cancelled is None:
                told[record.act.name, fact.eid].append(fact)
    return told


def fact_of(told: Steps, each: Amendment) -> TargetFact | None:
    """Return the recorded fact about this very step: the one with its day, else the one without a day of its own."""
    facts = [fact for fact in told.get((each.act_name or "", each.target), ()) if not fact.by_text]
    day = each.operative.latest if each.operative.exact else None
    own = [fact for fact in facts if fact.operative and fact.operative == day]
    return next(iter(own or [fact for fact in facts if fact.operative is None]), None)


def facts_of(told: Steps, each: Amendment) -> tuple[TargetFact, ...]:
    """Return all that is told of this very step, by a recorded fact and by the act's own words."""
    recorded = fact_of(told, each)
    day = each.operative.latest if each.operative.exact else None
    own = (fact for fact in told.get((each.act_name or "", each.target), ()) if fact.by_text and (
        fact.operative == day if fact.operative else fact.rules == (each.rule,)))
    return (*([recorded] if recorded else []), *own)
