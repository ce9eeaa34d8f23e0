"""Amendments that no note names: by the law itself, by acts that a footnote dropped, by an act that was left out.

A footnote that tells of a new wording, an exclusion or an expiry has dropped all that stood before it; a heading's
names the last act only. An earlier edition still has those footnotes: what was dropped lies after the last edition that
had not yet taken up that change.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lawgraph.evidence.sources import Edition, LawSources, unnamed
from lawgraph.evidence.uptake import Taken
from lawgraph.facts.commencement import first_day
from lawgraph.law.acts import ActRecord, TargetFact
from lawgraph.law.amendments import Action, Amendment, OperationRule, RuleKind, Scope, Source, SourceKind
from lawgraph.law.authors import Dropped
from lawgraph.law.days import DayBounds, Ground, basis_on, exactly, over_after
from lawgraph.law.document import Document, OwnTerm, Provision, Span, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.footnotes.enactment import may_end_law
from lawgraph.parsing.footnotes.own_terms import terms_brought
from lawgraph.parsing.footnotes.sentences import enclosing

_REWORDED = {Action.SUBSTITUTION, Action.MODIFICATION}


def own_changes(law: LawSources) -> tuple[Amendment, ...]:
    """Return what a law's wording says of days of its own units.

    Where editions say different days, or the words were changed, nobody knows what had been said before.
    """
    told: dict[Eid, dict[str, list[tuple[Edition, OwnTerm]]]] = defaultdict(lambda: defaultdict(list))
    for edition in law.editions:
        for term in edition.document.terms:
            told[term.eid][edition.file].append((edition, term))
    return tuple(each for eid, files in told.items() for each in _of_unit(law, eid, list(files.values())))


def brought_changes(law: LawSources) -> tuple[Amendment, ...]:
    """Return what may happen by wording that acts brought, as facts or they themselves tell, and no edition does.

    "Article 3 operates until 2017" is read where an edition prints it. Told of an act alone it leaves Article 3 open.
    """
    known = {edition.lang: edition.document for edition in law.editions}
    read = {term.within for edition in law.editions for term in edition.document.terms}
    brought = ((record, fact, lang, text) for record in law.records for fact in record.targets
               for lang, text in fact.later if fact.law == law.id and fact.cancelled is None and lang in known)
    return tuple(dict.fromkeys(each for record, fact, lang, text in brought if fact.eid not in read
                               for each in _brought(record, fact, known[lang], text)))


def _brought(record: ActRecord, fact: TargetFact, document: Document, text: str) -> Iterator[Amendment]:
    heading = fact.eid.kind is Kind.HEADING
    eid = fact.eid.parent or fact.eid if heading else fact.eid.ground
    told = Provision(eid, eid.kind, eid.number, text if heading else None, None if heading else text, excluded=False,
                     span=Span(0, 0, fact.record.line or 1), within=None)
    since = fact.operative or record.act.adopted
    bounds = DayBounds(since, None, basis_on(Ground.UNREAD_NOTE))
    doubted = [_speaking_of(term.eid, told) for term in terms_brought(document, told)]
    for place in (*doubted, *([LAW] if may_end_law(told, document.lang) else [])):
        source = Source(fact.record.file, fact.record.line, text, SourceKind.ACT if fact.by_text else SourceKind.FACT)
        yield Amendment(record.act, place, Action.NOT_UNDERSTOOD, Scope.WHOLE, bounds, (source,))


def _speaking_of(eid: Eid, told: Provision) -> Eid:
    """Return what a note speaks of that names nothing: its article."""
    return eid.outermost if told.kind is Kind.NOTE and eid == told.eid else eid


def _of_unit(law: LawSources, eid: Eid, told: list[list[tuple[Edition, OwnTerm]]]) -> Iterator[Amendment]:
    said = {frozenset((term.action, term.day) for _, term in terms) for terms in told}
    doubted = len(said) > 1 or any(_changed(edition, term) for terms in told for edition, term in terms)
    for edition, term in told[0]:
        if doubted or term.action is Action.NOT_UNDERSTOOD:
            bounds = DayBounds(law.adopted, None, basis_on(Ground.UNREAD_NOTE))
            # Each edition that says so tells of it: of what operates, the official ones alone.
            sources = tuple(Source(edition.file, term.line, term.text, SourceKind.NOT_UNDERSTOOD)
                            for (edition, term), *_ in told)
            yield Amendment(law.act, eid, Action.NOT_UNDERSTOOD, Scope.WHOLE, bounds, sources)
            return
        sources = tuple(Source(telling.file, same.line, same.text) for terms in told for telling, same in terms
                        if (same.action, same.day) == (term.action, term.day))
        pauses = term.action is Action.SUSPENSION or term.day is None
        begins = exactly(law.adopted, basis_on(Ground.ADOPTED, law.adopted))
        bounds = begins if pauses or term.day is None else DayBounds(
            term.day, over_after(term.day), basis_on(Ground.STATED_DAY, term.day))
        yield Amendment(law.act, eid, term.action, Scope.WHOLE, bounds, sources, term.day if pauses else None,
                        undoes=not pauses)


def _changed(edition: Edition, term: OwnTerm) -> bool:
    """Tell whether the provision that says so was changed after it was adopted, or may be printed twice."""
    article = term.within.outermost
    if any(article in unread.eids for unread in edition.document.unread if unread.kind is UnreadKind.TEXT):
        return True
    around = enclosing(edition.document, article)
    return any((claim.action in _REWORDED and claim.target.outermost == article)
               or (claim.action is Action.SUBSTITUTION and claim.target in around)
               for claim in edition.document.claims)


_DROPPING = (Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY)
_OF_THE_WHOLE = (Action.REPEAL, Action.NOT_UNDERSTOOD)
_UNSTATED = OperationRule(RuleKind.UNSTATED)


@dataclass(frozen=True, slots=True)
class Known:
    """Hold the amendments that sources tell of.

    For each edition, by file, `taken` tells what it has taken up of them, `until` up to which day it tells of all acts.
    """

    law: LawSources
    start: DayBounds
    amendments: Sequence[Amendment]
    taken: Mapping[str, Sequence[Taken]]
    until: Mapping[str, date | None]


@dataclass(frozen=True, slots=True)
class StandIn:
    """Hold a stand-in for dropped acts; an unlikely one is of days in which no act told of anywhere can lie, or of
    another part of an act of which a footnote tells.
    """

    amendment: Amendment
    unlikely: bool


def dropped(known: Known) -> tuple[StandIn, ...]:
    """Return a stand-in for the acts that footnotes telling of a new wording or an end have dropped, or not named.

    None is needed where every act of those days is known with complete targets.
    """
    claims = [(edition, claim) for edition in known.law.editions for claim in edition.document.claims]
    repealing = {claim.act_name for _, claim in claims if claim.action is Action.REPEAL}
    named = {(claim.target, claim.act_name or unnamed(edition, claim)) for edition, claim in claims
             if (claim.action in _DROPPING or claim.target.kind is Kind.HEADING) and not claim.pending
             and claim.act_name not in repealing and (not claim.editorial or "__" not in claim.target)}
    whole = _whole_until(known)
    found = (stand_in for index, each in enumerate(known.amendments)
             if (each.target, each.act_name or each.by) in named
             and not (whole and each.operative.certainly_by(whole))
             for stand_in in _stand_ins(known, index))
    return (*found, *_other_parts(known))


def unlisted(known: Known) -> tuple[Amendment, ...]:
    """Return a change "somewhere in the law" for acts that no edition shows whole, with targets not complete.

    One without notes names acts only where something is gone: what else they did, facts that list a part leave open.
    """
    incomplete = {record.act.name: bool(record.targets) for record in known.law.records
                  if not record.complete_in(known.law.id) and record.act.name != known.law.act.name}
    own: dict[str, list[int]] = {}
    for index, each in enumerate(known.amendments):
        if each.act and each.act.name in incomplete and each.action not in (Action.REPEAL, Action.NOT_UNDERSTOOD):
            own.setdefault(each.act.name, []).append(index)
    told = (_somewhere(known, places[0]) for name, places in own.items() if not any(
        all(known.taken[edition.file][index] is Taken.YES for index in places)
        for edition in known.law.deciding_editions if not (edition.noteless and incomplete[name])))
    return (*told, *_of_unnoted_acts(known))


def _of_unnoted_acts(known: Known) -> Iterator[Amendment]:
    """Give a change "somewhere in the law" for acts of which nothing is told, where no edition has notes."""
    named = {each.act_name for each in known.amendments}
    for record in known.law.incomplete_records():
        operative = first_day(_UNSTATED, record.act, record)
        shown = {edition.noteless for edition in known.law.deciding_editions
                 if (day := known.until[edition.file]) and operative.possibly_by(day)}
        if shown == {True} and record.act.name not in named:
            source = Source(record.record.file, record.record.line, record.act.name, SourceKind.FACT)
            yield Amendment(record.act, LAW, Action.MODIFICATION, Scope.SOMEWHERE, operative, (source,))


def _other_parts(known: Known) -> Iterable[StandIn]:
    """Give a change "somewhere in" an article for which a footnote names an act, on the days of each later part.

    A footnote that names an act may have been written for an earlier part. A complete list of targets tells all parts.
    """
    complete = {record.act.name for record in known.law.records if record.complete_in(known.law.id)}
    of_act: dict[str, list[Amendment]] = {}
    for each in known.amendments:
        if each.act_name and each.act_name not in complete and each.action not in _OF_THE_WHOLE:
            of_act.setdefault(each.act_name, []).append(each)
    told = {(name, each.target, _days(each)) for name, parts in of_act.items() for each in parts}
    found = {place: replace(other, by=Dropped(), target=each.target, action=Action.MODIFICATION, scope=Scope.SOMEWHERE)
             for name, parts in of_act.items() for each in parts
             if each.scope is Scope.SOMEWHERE and each.target.kind is Kind.ARTICLE
             for other in parts if _is_later_part(each, other)
             if (place := (name, each.target, _days(other))) not in told}
    return (StandIn(each, unlikely=True) for each in found.values())


def _is_later_part(each: Amendment, other: Amendment) -> bool:
    one, two = each.operative, other.operative
    later = one.earliest and two.earliest and two.earliest > one.earliest and one.latest and (
        two.latest is None or two.latest > one.latest)
    return bool(later) and not (other.deferred or other.foreseen)


def _days(each: Amendment) -> tuple[date | None, date | None]:
    return each.operative.earliest, each.operative.latest


def _somewhere(known: Known, index: int) -> Amendment:
    each = known.amendments[index]
    record = known.law.record_of(each.act)
    # An act may start in parts: a day that is known of one target tells nothing of those not listed.
    operative = first_day(_UNSTATED, record.act, record) if record else each.operative
    return replace(each, target=LAW, action=Action.MODIFICATION, scope=Scope.SOMEWHERE, operative=operative)


def _stand_ins(known: Known, index: int) -> Iterator[StandIn]:
    """Give the acts that a change dropped: since an edition without it, and, where that has no note, before it, too.

    What such an edition prints may be as an act worded it of which no note is left anywhere.
    """
    each, editions = known.amendments[index], known.law.deciding_editions
    silent = _told_before(known, index, editions)
    told = _told_before(known, index, (edition for edition in editions if not edition.noteless))
    # What a heading said before its new wording is not held, unless an edition, a translation too, may print it.
    if silent is None and each.target.kind is Kind.HEADING and all(
            taken[index] is Taken.YES for taken in known.taken.values()):
        return
    alone = silent is not None and _alone_between(known, each, silent, each.operative.latest)
    yield StandIn(_dropped_between(known, index, silent, each.operative.latest), alone)
    if silent and silent != told:
        yield StandIn(_dropped_between(known, index, told, silent), _alone_between(known, each, told, silent))


def _dropped_between(known: Known, index: int, told: date | None, latest: date | None) -> Amendment:
    each, earliest = known.amendments[index], told + timedelta(days=1) if told else known.start.earliest
    bounds = DayBounds(earliest, latest, basis_on(Ground.DROPPED))
    return Amendment(Dropped(), each.target, Action.MODIFICATION, Scope.SOMEWHERE, bounds, each.sources)


def _told_before(known: Known, index: int, editions: Iterable[Edition]) -> date | None:
    """Return the last day up to which an edition that had not yet taken up a change tells of all acts."""
    operative = known.amendments[index].operative
    before = (known.until[edition.file] for edition in editions if known.taken[edition.file][index] is Taken.NO)
    return max((day for day in before if day and not operative.certainly_by(day)), default=None)


def _alone_between(known: Known, dropping: Amendment, told: date | None, last: date | None) -> bool:
    """Tell whether no amendment but those of the act that drops others may lie between two days."""
    return all(_same_act(dropping, each) for each in known.amendments
               if (last is None or each.operative.possibly_by(last))
               and not (told and each.operative.certainly_by(told)))


def _whole_until(known: Known) -> date | None:
    """Return the day up to which every act is known with complete targets, `None` where that is not told.

    An act may start in parts: what is told of a later part says nothing of an earlier one, so its adoption counts.
    """
    until = known.law.notes.acts_complete_until
    complete = {record.act.name for record in known.law.records if record.complete_in(known.law.id)}
    told = (each.act for each in known.amendments if each.action is not Action.NOT_UNDERSTOOD)
    acts = {*(record.act for record in known.law.incomplete_records()), *told}
    adopted = [act.adopted if act else None for act in acts if act is None or act.name not in complete]
    days = [day - timedelta(days=1) for day in adopted if day]
    return min([until, *days]) if until is not None and len(days) == len(adopted) else None


def _same_act(one: Amendment, other: Amendment) -> bool:
    return one.act is not None and one.act.identified and one.author == other.author
