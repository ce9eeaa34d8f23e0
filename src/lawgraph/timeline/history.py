"""The whole life of one law in one language: from its sources to the version of each provision on each day.

There is one version for each stretch of days on which the answer is the same. The versions of a provision follow each
other without gap or overlap from the law's first possible day on. Their inner bounds (`start.latest`,
`before.earliest`) tell the days for which the answer holds; the outer bounds tell how much further a wording may reach
into the uncertain days beside it.

The days on which facts about a law were recorded cut time into stretches of equal knowledge. In each the law is traced
anew from the facts recorded by then, in the first one from none. An edition counts as known always: on which day it was
taken in is not recorded. What did not change from one stretch to the next is one value that lasts through both.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, groupby, repeat
from operator import attrgetter
from typing import Generic, TypeVar

from lawgraph.evidence.amendments import bounded_by, join
from lawgraph.evidence.contradictions import disagreeing_days
from lawgraph.evidence.dating import redated
from lawgraph.evidence.gathering import gather
from lawgraph.evidence.model import Evidence
from lawgraph.evidence.own_words import in_own_words
from lawgraph.evidence.sources import Edition, LawSources, Unit, in_order, units
from lawgraph.facts.commencement import bounds_of_rule, first_day
from lawgraph.languages.state import default_start
from lawgraph.law.acts import ActRecord, LawNotes, as_known_on, notes_as_known_on
from lawgraph.law.amendments import Action, Amendment, OperationRule, RuleKind
from lawgraph.law.days import DayBounds, Ground, basis_on, joined
from lawgraph.law.document import Document, Finding, Severity, UnreadKind
from lawgraph.law.eid import LAW
from lawgraph.law.versions import HeldWording, Presence, Version, Wording
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.timeline.answer import Answer, Dossier, answers_over, open_dossier
from lawgraph.timeline.consolidation import LawDays, unread_of_law


@dataclass(frozen=True, slots=True)
class Timeline:
    """Hold the life of one provision."""

    unit: Unit
    versions: tuple[Version, ...]


def timelines(evidence: Evidence, days: LawDays) -> tuple[Timeline, ...]:
    """Return the life of every provision, in document order."""
    found: list[Timeline] = []
    for _, members in groupby(evidence.units, key=_article):
        found += _of_article(evidence, days, [open_dossier(evidence, unit) for unit in members])
    return tuple(found)


def _article(unit: Unit) -> str:
    """Return the provision within which answers depend on each other."""
    return unit.eid.outermost


def _of_article(evidence: Evidence, days: LawDays, dossiers: Sequence[Dossier]) -> list[Timeline]:
    turns = _turning_days(days, frozenset().union(*(each.days for each in dossiers)))
    answers = answers_over(evidence, days, dossiers, turns)
    places = {dossier.unit.eid: place for place, dossier in enumerate(dossiers)}
    found: list[Timeline] = []
    for dossier in dossiers:
        own = answers[dossier.unit.eid]
        enclosing = [dossiers[place] for place in sorted(places[each] for each in dossier.unit.chain if each in places)]
        met = _by_day(_causes_of(evidence, dossier, enclosing, days))
        runs = [(turns[start], answer) for start, answer in zip(own.starts, own.values, strict=True)]
        found.append(Timeline(dossier.unit, _versions(dossier.unit, days, runs, met)))
    return found


def _bearing(evidence: Evidence, dossier: Dossier) -> list[Amendment]:
    indexes = {each.index for each in (*dossier.on_presence, *dossier.on_wording)}
    return [*(evidence.amendments[index] for index in sorted(indexes)), *dossier.suspensions]


def _causes_of(evidence: Evidence, dossier: Dossier, above: Iterable[Dossier], days: LawDays) -> list[Amendment]:
    """Return the amendments at which a provision's answer can turn: its own and those of what encloses it."""
    enclosing = [evidence.amendments[obstacle.index] for each in above for obstacle in each.on_presence]
    return [*_bearing(evidence, dossier), *enclosing, *days.repeals]


def _by_day(causes: Iterable[Amendment]) -> Mapping[date, Sequence[Amendment]]:
    """Return amendments by the days on which they begin to be possible, settle or end."""
    found: dict[date, list[Amendment]] = defaultdict(list)
    for each in causes:
        for day in {each.operative.earliest, each.operative.latest, each.until, each.over}:
            if day is not None:
                found[day].append(each)
    return found


def _turning_days(days: LawDays, own: frozenset[date]) -> list[date]:
    """Return the days on which an answer can change, the law's first possible day among them."""
    first = days.start.earliest
    turns = {*own, days.start.earliest, days.start.latest}
    for each in days.repeals:
        turns |= {day for bounds in (each.operative, each.rest) if bounds for day in (bounds.earliest, bounds.latest)}
        turns.add(each.until)
    if days.horizon is not None:
        turns.add(days.horizon + timedelta(days=1))
    return sorted(day for day in turns if day is not None and first is not None and day >= first)


def _versions(unit: Unit, days: LawDays, runs: Sequence[tuple[date, Answer]], met: Mapping[date, Sequence[Amendment]]
              ) -> tuple[Version, ...]:
    ends = [day for day, _ in runs[1:]] + [None]
    found: list[Version] = []
    for (day, answer), end in zip(runs, ends, strict=True):
        opening, closing = met.get(day, ()), met.get(end, ()) if end else ()
        found.append(Version(unit.eid, _start(day, days, opening), _before(end, days, closing), answer.in_operation,
                             answer.wording, answer.text, answer.because, _acts(opening), _acts(closing)))
    return _with_nearest(found)


def _start(day: date, days: LawDays, causes: Iterable[Amendment]) -> DayBounds:
    """Return how early a version that surely holds from `day` on may have begun, by what settles on that day."""
    settling = [each.operative for each in causes if each.operative.latest == day and not each.stands_in]
    if days.start.latest == day:
        settling.append(days.start)
    earliest = [each.earliest for each in settling if each.earliest is not None]
    opening = [each.operative.basis for each in causes if each.operative.earliest == day]
    basis = [each.basis for each in settling] or opening or ([days.start.basis] if day == days.start.earliest else [])
    return DayBounds(min(earliest, default=day), day, joined(basis) or basis_on(Ground.CHANGES_HERE))


def _before(day: date | None, days: LawDays, causes: Iterable[Amendment]) -> DayBounds:
    """Return how long a version that surely holds until `day` may have lasted, by what begins to be possible then."""
    if day is None:
        return DayBounds(None, None, basis_on(Ground.NO_END))
    opening = [each.operative for each in causes if each.operative.earliest == day]
    latest = None if any(each.latest is None for each in opening) else max(
        (each.latest for each in opening if each.latest is not None), default=day)
    settled = [each.operative.basis for each in causes if each.operative.latest == day]
    settled += [days.start.basis] if day == days.start.latest else []
    basis = [each.basis for each in opening] or settled
    return DayBounds(day, latest, joined(basis) or basis_on(Ground.CHANGES_HERE))


def _acts(causes: Iterable[Amendment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.act.name for each in causes if each.act))


def _with_nearest(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Offer, where no wording is held, those that are before and after, under their own dates."""
    held = [place for place, each in enumerate(versions) if each.wording in (Wording.ATTESTED, Wording.PRESUMED)]
    alike = [same for _, group in groupby(versions, key=attrgetter("text")) for run in (tuple(group),)
             for same in repeat(run, len(run))]
    return tuple(each if each.text is not None or each.in_operation is Presence.NO or not held
                 else replace(each, nearest=_offered([alike[place] for place in _beside(held, index)]))
                 for index, each in enumerate(versions))


def _beside(held: Sequence[int], index: int) -> list[int]:
    """Return the places on both sides of an index, the nearer one first, of two as near the later one."""
    after = bisect_left(held, index)
    return sorted(held[max(after - 1, 0):after + 1], key=lambda place: (abs(place - index), place < index))


def _offered(beside: Iterable[Sequence[Version]]) -> tuple[HeldWording, ...]:
    """Return the wordings of runs of versions, each once."""
    read = {run[0].text: run for run in reversed(tuple(beside))}
    return tuple(HeldWording(text, first, run[-1].before.earliest) for text, run in reversed(read.items())
                 if text is not None and (first := run[0].start.latest))


_OPEN = OperationRule(RuleKind.UNSTATED)


def start_of(law: LawSources, rules: Collection[OperationRule]) -> DayBounds:
    """Return the bounds of the law's first day; several rules for several parts leave it open between them.

    What is recorded of the law's own act decides over the one rule that it states; where no edition comes to the end of
    the law, or prints all of it, it may state another one for some of its parts. Without any rule it starts as the
    state's default says for its kind and day; of a law of which only extracts are held nobody knows.
    """
    record = law.record_of(law.act)
    bounds = [bounds_of_rule(rule, law.act, record) for rule in rules]
    whole = [edition.document for edition in law.editions if not _is_extract(edition.document)]
    if record and record.operation:
        told_whole = any(each.signed for each in whole)
        bounds = [*(bounds if len(bounds) > 1 or not told_whole else ()), first_day(_OPEN, law.act, record)]
    if not bounds:
        default = default_start(law.act) if whole else None
        bounds = [bounds_of_rule(default or _OPEN, law.act, record)]
    if len(bounds) == 1:
        only = bounded_by(_operated_by(law, bounds[0]), bounds[0]) if _follows_publication(bounds[0]) else bounds[0]
        first = only.earliest or law.adopted
        # No law begins before it is adopted: the day is a slip.
        return DayBounds(first, only.latest if first >= law.adopted else None, only.basis)
    latest = [each.latest for each in bounds if each.latest is not None]
    return DayBounds(min(each.earliest or law.adopted for each in bounds),
                     max(latest) if len(latest) == len(bounds) else None, joined(each.basis for each in bounds))


_WAITS = timedelta(days=183)
"""More days than an act waits for its registration and its publication; an earlier text may be that of its gazette."""


def _follows_publication(bounds: DayBounds) -> bool:
    return bounds.latest is None and any(each.count for each in bounds.basis.clauses)


def _operated_by(law: LawSources, bounds: DayBounds) -> date | None:
    """Return the day of the first official edition that is too late to be a text of before a law's start."""
    days = (each.as_of for each in law.official)
    return min((day for day in days if day and bounds.earliest and day > bounds.earliest + _WAITS), default=None)


def _is_extract(document: Document) -> bool:
    return any(each.kind is UnreadKind.REST and each.eids == (LAW,) for each in document.unread)


def disagreeing_starts(law: LawSources, rules: Iterable[OperationRule]) -> Iterator[Finding]:
    """Give a finding where what is recorded of the law's start is not what the law says of itself."""
    record = law.record_of(law.act)
    if record is None or record.operation is None:
        return
    recorded = first_day(_OPEN, law.act, record)
    for told in (bounds_of_rule(rule, law.act, record) for rule in rules):
        if not (told.possibly_with_or_before(recorded) and told.possibly_with_or_after(recorded)):
            yield Finding("operation_outside_bounds", Severity.WARNING,
                          f"№ {law.act.name} is recorded as operative from {recorded.earliest}, but its own words give "
                          f"{told.earliest}: the record is believed", None, law.act.name, law.id,
                          record.operation.record.file, record.operation.record.line)


def law_days(law: LawSources, start: DayBounds, amendments: Iterable[Amendment], horizon: date | None) -> LawDays:
    """Return the days of a law as a whole."""
    known = tuple(amendments)
    return LawDays(start, tuple(each for each in known if each.action is Action.REPEAL), horizon,
                   unread_of_law(known, frozenset(edition.file for edition in law.deciding_editions)))


@dataclass(frozen=True, slots=True)
class History:
    """Hold the life of one law in one language, with the evidence it was proven from and what did not fit."""

    law: LawSources
    lang: str
    days: LawDays
    evidence: Evidence
    timelines: tuple[Timeline, ...]
    findings: tuple[Finding, ...]

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """All amendments, with those that inserted numbers settle and the stand-ins for acts not recorded."""
        return self.evidence.amendments


def trace(law: LawSources, lang: str) -> History:
    """Return the life of a law for the wording in one language."""
    # An edition dated by adoption shows its act already: that act's own words are not applied to it again.
    told = redated(law)
    law, of_acts = in_own_words(told.law)
    dated = redated(law)
    again = {each.file for each in told.findings}
    redating = (*told.findings, *(each for each in dated.findings if each.file not in again))
    law = in_order(dated.law)
    joined = join(law)
    rules = own_rules(each.document for each in law.editions)
    start = start_of(law, rules)
    evidence = gather(law, lang, start, joined.amendments, units(law, joined.amendments))
    days = law_days(law, start, evidence.amendments, evidence.horizon)
    return History(dated.law, lang, days, evidence, timelines(evidence, days),
                   (*of_acts, *redating, *joined.findings, *disagreeing_days(law),
                    *disagreeing_starts(law, rules)))


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
