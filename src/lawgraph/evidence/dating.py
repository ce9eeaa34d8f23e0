"""How the editions of a law are dated: by operation, or by the adoption of the act that made them.

A habit of the git corpus: for an act that commences N days after publication the edition carries the day of adoption,
for one with a fixed day the day of operation. A day of adoption must never bound a day of operation, so an edition
that shows an act as taken up before it can have begun to operate is read as dated by adoption. Such an edition may tell
of the act in no note: then what it prints of the act's target is what a later edition prints of it, or one whose note
names the act, or something else than an earlier one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.evidence.model import alike
from lawgraph.evidence.noting import noted_at
from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.evidence.uptake import LEFT_TO_THE_ACT
from lawgraph.facts.commencement import first_day
from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.law.acts import ActRecord, TargetFact
from lawgraph.law.amendments import Action, Dating, OperationRule, RuleKind
from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds
from lawgraph.law.document import Claim, Finding, Severity, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind

_UNSTATED = OperationRule(RuleKind.UNSTATED)
_Printed = tuple[tuple[Eid, bool, str], ...]


@dataclass(frozen=True, slots=True)
class Redated:
    """Hold a law whose editions say by what they are dated, and what was found about that."""

    law: LawSources
    findings: tuple[Finding, ...]


def redated(law: LawSources) -> Redated:
    """Return the law with every edition that is dated by adoption marked as such."""
    records = {each.act.name: each for each in reversed(law.records)}
    told = {edition.file: next(_shown_ahead(law, edition, records), None) for edition in law.editions}
    changes = tuple(dict.fromkeys(_changes(law, records)))
    noted = tuple(map(_noted, law.editions))
    ahead = {each.edition.file: tuple(_untold(each, changes, noted)) for each in noted}
    lost = {each.edition.file: _lost(each, changes, noted) for each in noted}
    editions = tuple(replace(each, ahead=lost[each.file].union(change.act.name for change in ahead[each.file]),
                             dated_by=Dating.ADOPTION if told[each.file] or ahead[each.file] else each.dated_by)
                     for each in law.editions)
    told = {file: shown or next(iter(ahead[file]), None) for file, shown in told.items()}
    findings = tuple(_finding(law, each, told[each.file]) for each in editions
                     if each.day is not None and each.dated_by is Dating.ADOPTION)
    return Redated(replace(law, editions=editions), findings)


@dataclass(frozen=True, slots=True)
class _Change:
    """Hold a change of a target by an act that is adopted, with its first day; `later` are new texts.

    `at_once` tells that its days are stated there: what is left to the act may be done in parts. It was `seen` in the
    editions of these files.
    """

    act: Act
    adopted: date
    action: Action
    target: Eid
    operative: DayBounds
    at_once: bool = True
    later: tuple[tuple[str, str], ...] = ()
    line: int | None = None
    seen: tuple[str, ...] = ()


def _changes(law: LawSources, records: Mapping[str, ActRecord]) -> Iterator[_Change]:
    """Give what facts and notes tell of acts that have a day of adoption."""
    for record in law.records:
        for fact in record.targets:
            if fact.law == law.id and fact.cancelled is None and record.act.adopted:
                yield _Change(record.act, record.act.adopted, fact.action, fact.eid,
                              first_day(_UNSTATED, record.act, record, fact.operative), later=fact.later,
                              seen=tuple(_seen_in(law, fact)))
    for edition in law.editions:
        yield from (replace(each, line=None) for each in _claimed(law, edition, records))


def _seen_in(law: LawSources, fact: TargetFact) -> Iterator[str]:
    """Give the files of the editions in which a change was looked for and seen: the last of their language."""
    for lang in (lang for lang, seen in fact.reflected if seen):
        last = law.last_in(lang)
        known_by = last and (last.day or last.retrieved)
        if last and known_by and known_by <= fact.record.recorded:
            yield last.file


def _claimed(law: LawSources, edition: Edition, records: Mapping[str, ActRecord]) -> Iterator[_Change]:
    yield from _told(law, records, (each for each in edition.document.claims if each.action is not Action.EXPIRY))


def _expired(law: LawSources, edition: Edition, records: Mapping[str, ActRecord]) -> Iterator[_Change]:
    """Give what an edition prints as gone, with the note that it was valid until some day."""
    gone = frozenset(each.eid for each in edition.document.provisions if each.excluded)
    yield from _told(law, records, (each for each in edition.document.claims
                                    if each.action is Action.EXPIRY and each.target in gone))


def _not_understood(edition: Edition, records: Mapping[str, ActRecord]) -> Iterator[_Change]:
    """Give what notes that are not understood may tell of an act that was adopted on the day of the edition."""
    day, notes = edition.day, (each for each in edition.document.unread if each.kind is UnreadKind.NOTE)
    for note in notes if day else ():
        if day and day in (each.day for each in find_days(note.text, edition.document.lang)):
            for act in (Act(each.number, day) for each in find_numbers(note.text)):
                record = records.get(act.name)
                yield _Change(act, day, Action.NOT_UNDERSTOOD, note.eids[0],
                              first_day(_UNSTATED, record.act if record else act, record), line=note.span.line)


def _told(law: LawSources, records: Mapping[str, ActRecord], claims: Iterable[Claim]) -> Iterator[_Change]:
    for claim in claims:
        if claim.act is None or claim.pending:
            continue
        record = records.get(claim.act.name)
        act = record.act if record else claim.act
        if act.adopted is not None:
            yield _Change(act, act.adopted, claim.action, claim.target, _first_day(law, claim, act, record),
                          claim.operation.kind not in LEFT_TO_THE_ACT, line=claim.span.line)


def _first_day(law: LawSources, claim: Claim, act: Act, record: ActRecord | None) -> DayBounds:
    """Return the first day of what a note tells, left to an act whose list is whole: not before its targets there."""
    told = first_day(claim.operation, act, record)
    if record is None or claim.operation.kind not in LEFT_TO_THE_ACT or not record.complete_in(law.id):
        return told
    days = [first_day(_UNSTATED, act, record, each.operative).earliest for each in record.targets
            if each.law == law.id and (each.eid.within(claim.target) or claim.target.within(each.eid))]
    first = min((day for day in days if day), default=None)
    late = first and None not in days and not told.certainly_by(first)
    return replace(told, earliest=max(first, told.earliest or first)) if late and first else told


def _shown_ahead(law: LawSources, edition: Edition, records: Mapping[str, ActRecord]) -> Iterator[_Change]:
    """Give the changes that a dated edition tells of although the act did not operate yet, or was not even adopted.

    The act that was adopted on the day of an edition which breaks off may be named in the part that is lost.
    """
    day, broken_off = edition.as_of, not edition.whole
    told = (*_claimed(law, edition, records), *_expired(law, edition, records), *_not_understood(edition, records))
    return (each for each in told if day and (_not_by(each.operative, each.adopted, day) or (
        broken_off and not each.operative.certainly_by(day))))


@dataclass(frozen=True, slots=True)
class _Noted:
    """Hold an edition with the acts that its notes name: by what a note stands at, and for the law or a part of it."""

    edition: Edition
    at: Mapping[str, frozenset[str]]
    around: frozenset[str]

    def tells(self, change: _Change) -> bool:
        """Tell whether a note on the target, on what encloses it or on what lies in it names the act."""
        return change.act.name in self.around or change.act.name in self.at.get(
            noted_at(change.target, change.action), ())

    def named(self, change: _Change) -> frozenset[str]:
        """Return the acts that such notes name."""
        return self.around | self.at.get(noted_at(change.target, change.action), frozenset())


def _noted(edition: Edition) -> _Noted:
    at: dict[str, set[str]] = defaultdict(set)
    around: set[str] = set()
    # A line that tells until when something was valid stands there before that day too, as does what is foreseen.
    for claim in (each for each in edition.document.claims if each.action is not Action.EXPIRY and not each.pending):
        place = noted_at(claim.target, claim.action)
        at[place].add(claim.act_name or "")
        if isinstance(place, Eid) and (place == LAW or place.kind.divides):
            around.add(claim.act_name or "")
    return _Noted(edition, {place: frozenset(acts) for place, acts in at.items()}, frozenset(around))


def _untold(noted: _Noted, changes: Iterable[_Change], all_noted: Iterable[_Noted]) -> Iterator[_Change]:
    """Give the changes that a dated edition may show before their first day, by acts of which it does not tell."""
    own = [each for each in all_noted if each.edition.lang == noted.edition.lang]
    day = noted.edition.day
    return (each for each in changes if day and each.adopted <= day and not each.operative.certainly_by(day)
            and not noted.tells(each) and _prints_it(noted, day, each, own))


def _lost(noted: _Noted, changes: Iterable[_Change], all_noted: Iterable[_Noted]) -> frozenset[str]:
    """Return the acts of which an edition does not tell, nor does what it prints tell whether it has them.

    Its note may be lost. Of a page without a day this holds for the acts that it names elsewhere: it is as late.
    """
    own = [each for each in all_noted if each.edition.lang == noted.edition.lang and each is not noted]
    day, shown = noted.edition.as_of, noted.around.union(*noted.at.values())
    open_then = (each for each in changes if each.target != LAW and not noted.tells(each) and (
        each.operative.possibly_by(day) and not each.operative.certainly_by(day) if day else each.act.name in shown))
    return frozenset(each.act.name for each in open_then if not _lacks_it(noted, each, own))


def _lacks_it(noted: _Noted, change: _Change, own: Iterable[_Noted]) -> bool:
    """Tell whether an edition prints what a target was before a change: nothing, or what it alone made otherwise."""
    printed, named = _beneath(noted.edition, change.target), noted.named(change)
    living = any(eid == change.target and not excluded for eid, excluded, _ in printed)
    if change.action.removes or change.action is Action.INSERTION:
        return living if change.action.removes else not living
    others = [(each, _alike(printed, _beneath(each.edition, change.target))) for each in own]
    return (any(same and each.edition.day is not None and each.edition.day < change.adopted for each, same in others)
            or (change.at_once and any(not same and each.named(change) - named == {change.act.name}
                                       for each, same in others)))


def _prints_it(noted: _Noted, day: date, change: _Change, own: Sequence[_Noted]) -> bool:
    """Tell whether an edition without a note of an act prints what the act made of its target."""
    if change.adopted == day or change.target == LAW:
        return change.adopted == day
    edition, named = noted.edition, noted.named(change)
    printed = _beneath(edition, change.target)
    # The one before may be ahead too; the last one before the adoption is not.
    before = [found for bound in (day, change.adopted) if (found := _last_before(own, bound))]
    # A later edition shows the act, and so does, whatever its day, one whose own note names it.
    after = (each for each in own if each.tells(change) or (
        each.edition.day and each.edition.day > day and change.operative.certainly_by(each.edition.day)))
    # A line in the place of what is gone need not tell which act ended it; without notes such lines alone name acts.
    unexplained = (each for each in before if edition.noteless or named - {""} <= each.named(change))
    text = next((each.text for each in edition.document.provisions if each.eid == change.target), None)
    inserted = change.action is Action.INSERTION and text is not None and not any(
        each.eid == change.target for one in before for each in one.edition.document.provisions)
    if inserted or edition.file in change.seen:
        return True
    return (any(not _alike(printed, _beneath(each.edition, change.target)) for each in unexplained)
            or any(_alike(printed, _beneath(each.edition, change.target)) for each in after)
            or any(lang == edition.lang and text is not None and alike(text, later) for lang, later in change.later))


def _last_before(noted: Iterable[_Noted], bound: date) -> _Noted | None:
    dated = [(day, each.edition.file, each) for each in noted if (day := each.edition.day) and day < bound]
    return max(dated, key=lambda each: each[:2])[2] if dated else None


def _beneath(edition: Edition, target: Eid) -> _Printed:
    """Return what an edition prints of a target and within it, of its owner for a heading, in order."""
    place = target.parent or target if target.kind in (Kind.HEADING, Kind.INTRO) else target
    if target.parent == LAW:
        return ((LAW, False, edition.document.title or ""),)
    return tuple((each.eid, each.excluded, f"{each.heading or ''} {each.text or ''}")
                 for each in edition.document.provisions
                 if each.eid.within(place) or each.within == place)


def _alike(one: _Printed, other: _Printed) -> bool:
    return len(one) == len(other) and all(mine[:2] == theirs[:2] and alike(mine[2], theirs[2])
                                          for mine, theirs in zip(one, other, strict=True))


def _not_by(operative: DayBounds, adopted: date, day: date) -> bool:
    """Tell whether an act did not operate by a day, or not surely, where the day is that of its adoption."""
    return not operative.possibly_by(day) or (adopted == day and not operative.certainly_by(day))


def _finding(law: LawSources, edition: Edition, shown: _Change | None) -> Finding:
    day = edition.day.isoformat() if edition.day else ""
    later = shown and edition.day and not shown.operative.possibly_by(edition.day)
    began = "began" if later else "may have begun"
    why = (f"it shows {shown.target} as changed by № {shown.act.name}, which {began} to operate later"
           if shown else "its manifest says so")
    return Finding("edition_dated_by_adoption", Severity.NOTE,
                   f"{edition.file} is dated {day} by adoption, not by operation ({why}): the day bounds no day of "
                   "operation", None, shown.act.name if shown else None, law.id, edition.file,
                   shown.line if shown else None)
