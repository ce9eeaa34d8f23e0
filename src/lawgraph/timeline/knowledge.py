"""What was known of a law, and when: its lives as the facts recorded by each day give them.

The days on which facts about a law were recorded cut time into stretches of equal knowledge. In each the law is traced
anew from the facts recorded by then, in the first one from none. An edition counts as known always: on which day it was
taken in is not recorded. What did not change from one stretch to the next is one value that lasts through both.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Generic, TypeVar

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.acts import ActRecord, LawNotes, as_known_on, notes_as_known_on
from lawgraph.timeline.history import History, trace

_Value = TypeVar("_Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Hold the lives of a law, one for each language, as known on the days `since` <= day < `before`.

    `since` is `None` for what was known before any fact was recorded, `before` for what is still known.
    """

    since: date | None
    before: date | None
    histories: tuple[History, ...]


@dataclass(frozen=True, slots=True)
class Lasting(Generic[_Value]):
    """Hold a value with the first and the last stretch through which it lasts, counted from 0."""

    value: _Value
    first: int
    last: int


def knowledge(law: LawSources) -> tuple[Knowledge, ...]:
    """Return what was known of a law, one stretch after the other; the last holds all that is known."""
    turns = (None, *recorded_days(law))
    ends = (*turns[1:], None)
    return tuple(Knowledge(since, before, _histories(law_as_known_on(law, since)))
                 for since, before in zip(turns, ends, strict=True))


def law_as_known_on(law: LawSources, day: date | None) -> LawSources:
    """Return the sources of a law with the facts recorded by `day`, with none for `None`."""
    if day is None:
        return replace(law, records=(), notes=LawNotes())
    known = (as_known_on(each, day) for each in law.records)
    return replace(law, records=tuple(each for each in known if each), notes=notes_as_known_on(law.notes, day))


def recorded_days(law: LawSources) -> tuple[date, ...]:
    """Return the days on which facts about a law were recorded, in the order of time."""
    named = {law.act.name, *acts_claimed(law.editions)}
    facts = chain.from_iterable(_recorded(each) for each in law.records if concerns(each, law.id, named))
    notes = law.notes.completeness_record
    return tuple(sorted({*facts, *([notes.recorded] if notes else []),
                         *(each.record.recorded for each in law.notes.discrepancies)}))


def lasting(states: Sequence[Sequence[_Value]]) -> tuple[Lasting[_Value], ...]:
    """Join values that neighbouring stretches share; what only earlier ones hold follows what it followed there."""
    if len(states) == 1:
        return tuple(Lasting(value, 0, 0) for value in states[0])
    told = [tuple(_counted(state)) for state in states]
    holding = [frozenset(state) for state in told]
    return tuple(run for key in _in_order(told)
                 for run in _runs(key[0], [number for number, state in enumerate(holding) if key in state]))


def _histories(law: LawSources) -> tuple[History, ...]:
    return tuple(trace(law, lang) for lang in dict.fromkeys(each.lang for each in law.editions))


def acts_claimed(editions: Iterable[Edition]) -> frozenset[str]:
    """Return the acts that the editions of a law name."""
    return frozenset(claim.act.name for edition in editions for claim in edition.document.claims if claim.act)


def concerns(record: ActRecord, law: str, named: Collection[str]) -> bool:
    """Tell whether facts about an act can bear on a law; as long as no target is told it may have changed any law."""
    if record.act.name in named or record.complete_in(law) or any(each.law == law for each in record.targets):
        return True
    return all(each.record.recorded > record.record.recorded for each in record.targets)


def _recorded(record: ActRecord) -> Iterator[date]:
    own = record.record.recorded
    facts = [*(each.record for each in record.publications), *(each.record for each in record.targets),
             *(each.record for each in record.complete), *([record.operation.record] if record.operation else [])]
    yield from (own, *(max(own, each.recorded) for each in facts))


def _counted(state: Iterable[_Value]) -> Iterator[tuple[_Value, int]]:
    """Give each value with the number of its equals before it."""
    seen: Counter[_Value] = Counter()
    for value in state:
        yield value, seen[value]
        seen[value] += 1


def _in_order(told: Sequence[Sequence[_Value]]) -> list[_Value]:
    following: dict[_Value | None, _Value | None] = {None: None}
    for state in reversed(told):
        before: _Value | None = None
        for value in state:
            if value not in following:
                following[value], following[before] = following[before], value
            before = value
    order: list[_Value] = []
    at = following[None]
    while at is not None:
        order.append(at)
        at = following[at]
    return order


def _runs(value: _Value, numbers: Sequence[int]) -> Iterator[Lasting[_Value]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number > last + 1:
            yield Lasting(value, first, last)
            first = number
        last = number
    yield Lasting(value, first, last)
