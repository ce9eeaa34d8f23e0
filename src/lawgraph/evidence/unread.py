"""What no reader understood: a note may tell of any change, and of a stretch of text nobody knows what it prints.

A note that could not be read in full is a change of unknown extent: by the act that it names, from its adoption on,
else by an act without a name, on any day of the law. It may have suspended what it stands under, or say how long that
lasts: no day ends it, and what its own edition prints there is doubted on that edition's own day too. A translation
tells nothing of presence where official texts do.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, pairwise

from lawgraph.evidence.sources import Edition, LawSources, UnreadAct
from lawgraph.languages.letters import ROMAN_SIGNS
from lawgraph.languages.printed import find_numbers
from lawgraph.law.acts import ActRecord, TargetFact
from lawgraph.law.amendments import RECORDED, Action, Amendment, Scope, Source, SourceKind
from lawgraph.law.authors import Author, Unnamed
from lawgraph.law.days import DayBounds, Ground, basis_on
from lawgraph.law.document import Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind

Spot = tuple[str, Eid, Source]
"""A provision of which it is not known what the edition of a file prints there, with the place."""
Spots = Mapping[str, Mapping[Eid, tuple[Source, ...]]]
"""The same by file and provision."""
_OF_LAW = re.compile(rf"[0-9]{{1,4}}-[{ROMAN_SIGNS}]{{1,6}}")
FEW = 3
"""How many places are told one by one; more of them make nothing less sure."""


def changes_of_unknown_extent(law: LawSources) -> tuple[Amendment, ...]:
    """Return an amendment for each provision of which a note that is not understood, or not printed, may speak."""
    notes = (each for edition in law.editions for unread in _notes(law, edition)
             for each in _changes(law, edition, unread))
    acts = (_of_act(each) for each in law.unread)
    return (*_few(notes), *acts, *_differing(law), *_cut_short(law), *_of_nothing(law))


def with_holes(law: LawSources, known: Iterable[Eid]) -> LawSources:
    """Return the law with all that is known of it named in the holes of each edition's numbers where it may have stood.

    The numbers 3 and 4 that an edition leaves out are told by its own; that it may leave out 3-1 with them is not.
    """
    lists: dict[tuple[Kind, Eid | None], list[Eid]] = defaultdict(list)
    for eid in known:
        lists[eid.kind, eid.parent].append(eid)
    return replace(law, editions=tuple(
        replace(each, document=replace(each.document, unread=tuple(_holes(each, lists))))
        if any(unread.kind is UnreadKind.REST for unread in each.document.unread) else each for each in law.editions))


def _holes(edition: Edition, lists: Mapping[tuple[Kind, Eid | None], Sequence[Eid]]) -> Iterator[Unread]:
    printed = {each.eid for each in edition.document.provisions}
    for each in edition.document.unread:
        lost = [eid for eid in each.eids if eid not in printed and eid != LAW]
        if each.kind is not UnreadKind.REST or not lost:
            yield each
            continue
        listed = lists.get((lost[0].kind, lost[0].parent), ())
        here = [eid.order for eid in listed if eid in printed]
        first = max((order for order in here if order < lost[0].order), default=())
        last = min((order for order in here if order > lost[0].order), default=lost[-1].order)
        yield replace(each, eids=tuple(dict.fromkeys((*each.eids, *(
            eid for eid in listed if eid not in printed and first < eid.order < last)))))


def _few(notes: Iterable[Amendment]) -> Iterator[Amendment]:
    """Give changes by notes; where many may speak of one provision on the same days, those after a few are one change.

    Else each of a thousand notes would be a reason for each provision of the law.
    """
    alike: dict[Hashable, list[Amendment]] = defaultdict(list)
    for each in notes:
        author = None if isinstance(each.by, Unnamed) else each.by
        alike[each.sources[0].file, each.target, each.operative, author].append(each)
    for these in alike.values():
        yield from these[:FEW - 1]
        if rest := these[FEW - 1:]:
            yield replace(rest[0], sources=tuple(source for each in rest for source in each.sources))


def _of_act(each: UnreadAct) -> Amendment:
    """Return a change of unknown extent by what is not read of an act that is held."""
    source = Source(each.file, each.line, each.text, SourceKind.ACT)
    bounds = DayBounds(each.act.adopted, None, basis_on(Ground.UNREAD_NOTE))
    return Amendment(each.act, LAW, Action.NOT_UNDERSTOOD, Scope.WHOLE, bounds, (source,))


_MAKING = (Action.INSERTION, Action.EXCLUSION, Action.EXPIRY, Action.RENUMBERING)


def _of_nothing(law: LawSources) -> Iterator[Amendment]:
    """Give a change for what facts tell of a provision that no edition prints, and no act can have brought or ended.

    Another one is meant: what encloses it may have been changed in any place.
    """
    printed = {each.eid: each for edition in law.editions for each in edition.document.provisions}
    facts = [(record, fact) for record in law.records for fact in record.targets if fact.law == law.id]
    told = {(record.act.name, fact.eid) for record, fact in facts} | {
        (claim.act_name or "", claim.target) for edition in law.editions for claim in edition.document.claims}
    brought = {(record.act.name, fact.eid) for record, fact in facts if fact.by_text and fact.action in _MAKING}
    for record, fact in facts if printed else ():
        owner = fact.eid.parent or fact.eid if fact.eid.kind in (Kind.HEADING, Kind.INTRO) else fact.eid
        making = fact.action in _MAKING and not (fact.action.removes and _left_out_before(law, owner, record, fact))
        held = owner == LAW or owner in printed or fact.cancelled or making or (record.act.name, owner) in brought
        if held or any(owner.within(eid) and (name != record.act.name or eid != fact.eid) for name, eid in told):
            continue
        nearest = next((each for each in owner.ancestors if each in printed), LAW)
        source = Source(fact.record.file, fact.record.line, fact.eid, SourceKind.FACT)
        since = fact.operative or record.act.adopted or law.adopted
        yield Amendment(record.act, nearest, Action.NOT_UNDERSTOOD, Scope.WHOLE,
                        DayBounds(since, None, basis_on(Ground.UNREAD_NOTE)), (source,))


def _left_out_before(law: LawSources, owner: Eid, record: ActRecord, fact: TargetFact) -> bool:
    """Tell whether an official edition of before an act lacks what a fact says that it excluded, but not its holder.

    An inserted number may have been brought between.
    """
    since = fact.operative or record.act.adopted
    before = (edition for edition in law.official if edition.day and since and edition.day < since)
    return not owner.inserted_number and any(each.eid == owner.parent for edition in before
                                             for each in edition.document.provisions)


def _differing(law: LawSources) -> Iterator[Amendment]:
    """Give a change for what two official editions of stated days print otherwise, where one of them is not read.

    Nobody knows what stands there; but it is not what the other one prints.
    """
    dated = sorted(((edition.lang, edition.as_of, edition) for edition in law.official if edition.as_of),
                   key=lambda each: each[:2])
    for (lang, since, one), (other_lang, until, other) in pairwise(dated):
        if lang == other_lang and since < until:
            bounds = DayBounds(since + timedelta(days=1), until, basis_on(Ground.CHANGED_UNTOLD))
            mine, theirs = _texts(one), _texts(other)
            for eid in (each for each in dict.fromkeys((*mine, *theirs)) if mine.get(each) != theirs.get(each)):
                for source in _places_unread(one, other, eid)[:1]:
                    author = Unnamed(f"{source.file}, line {source.line}")
                    yield Amendment(author, eid, Action.NOT_UNDERSTOOD, Scope.WHOLE, bounds, (source,))


def _cut_short(law: LawSources) -> Iterator[Amendment]:
    """Give a change for what stands behind the end of an edition that lacks its signature, where no later one tells.

    The notes on it are lost with it: what happened since the last edition that prints it nobody knows.
    """
    tops = {edition.file: tuple(dict.fromkeys(each.eid.outermost for each in edition.document.provisions))
            for edition in law.editions}
    printed = frozenset(eid for each in tops.values() for eid in each)
    recorded = dict.fromkeys(fact.eid.outermost for each in law.records for fact in each.targets if fact.law == law.id)
    unprinted = tuple(eid for eid in recorded if eid.kind is Kind.ARTICLE and eid not in printed)
    for edition in law.deciding_editions:
        own = tops[edition.file]
        if edition.document.signed or not own:
            continue
        later = {eid for each in law.deciding_editions if _is_later(each, edition) for eid in tops[each.file]}
        following = (eid for each in tops.values() if own[-1] in each for eid in each[each.index(own[-1]) + 1:])
        beyond = (eid for eid in unprinted if all(eid.order > one.order for one in own if one.kind is Kind.ARTICLE))
        last = edition.document.provisions[-1]
        source = Source(edition.file, last.span.line, last.text or last.heading or last.eid, SourceKind.NOT_UNDERSTOOD)
        for eid in (each for each in dict.fromkeys((*following, *beyond)) if each not in own and each not in later):
            bounds = DayBounds(_shown_before(law, edition, eid) or law.adopted, None, basis_on(Ground.UNREAD_NOTE))
            yield Amendment(Unnamed(f"{edition.file}, line {source.line}"), eid, Action.NOT_UNDERSTOOD, Scope.WHOLE,
                            bounds, (source,))


def _is_later(one: Edition, other: Edition) -> bool:
    """Tell whether an edition is of after another one; where that has no day, by all the acts that it names too."""
    day = other.day or other.retrieved
    if day:
        return one.day is not None and day < one.day
    named, told = ({claim.act_name for claim in each.document.claims} for each in (one, other))
    return one is not other and named >= told


def _places_unread(one: Edition, other: Edition, eid: Eid) -> tuple[Source, ...]:
    return tuple(_source(each, unread) for each in (one, other) for unread in each.document.unread
                 if unread.kind is UnreadKind.TEXT and any(eid.within(place) for place in unread.eids))


def _texts(edition: Edition) -> dict[Eid, tuple[bool, str | None]]:
    printed = edition.document.provisions
    return {each.eid: (each.excluded, each.text) for each in printed} | {
        each.eid.child(Kind.HEADING): (each.excluded, each.heading) for each in printed if each.heading}


def blind_spots(law: LawSources) -> tuple[Spot, ...]:
    """Return of which provisions it is not known what each edition prints.

    One of a day before the law is a draft; one that bears the number of another law may be that law.
    """
    unread = ((edition.file, eid, _source(edition, each)) for edition in law.editions
              for each in edition.document.unread if each.kind is not UnreadKind.NOTE for eid in each.eids)
    doubted = (edition for edition in law.editions if (edition.day or edition.retrieved or law.adopted) < law.adopted
               or _is_another(edition.document.number, law.number))
    return (*unread, *(spot for edition in doubted for spot in _all_of(edition)))


def _is_another(printed: str | None, number: str) -> bool:
    """Tell whether a number printed below a title is that of another law: laws alone have a convocation in theirs."""
    return printed is not None and printed != number and all(map(_OF_LAW.fullmatch, (printed, number)))


def _all_of(edition: Edition) -> Iterator[Spot]:
    for each in edition.document.provisions:
        line = each.text or each.heading or each.eid
        yield edition.file, each.eid, Source(edition.file, each.span.line, line, SourceKind.NOT_UNDERSTOOD)


def by_place(spots: Iterable[Spot]) -> Spots:
    """Return spots by file and provision."""
    found: dict[str, dict[Eid, list[Source]]] = defaultdict(lambda: defaultdict(list))
    for file, eid, source in spots:
        found[file][eid].append(source)
    return {file: {eid: tuple(sources) for eid, sources in places.items()} for file, places in found.items()}


def is_read(spots: Spots, file: str, around: Iterable[Eid]) -> bool:
    """Tell whether what an edition prints of a provision is read; `around` is the provision and what encloses it."""
    places = spots.get(file, {})
    return not any(eid in places for eid in around if eid != LAW)


def may_hold(spots: Spots, file: str, around: Iterable[Eid]) -> bool:
    """Tell whether text of an edition that is not read may print a provision."""
    places = spots.get(file, {})
    return any(eid in places for eid in around)


def places_unread(spots: Spots, around: Iterable[Eid]) -> tuple[Source, ...]:
    """Return a few places because of which it is not known what editions print of a provision."""
    return tuple(islice((source for found in spots.values() for eid in around if eid != LAW
                         for source in found.get(eid, ())), FEW))


def tells_of_presence(law: LawSources, each: Amendment) -> bool:
    """Tell whether a note stands in an edition that decides what was in operation, or among the facts.

    Where those that decide are all cut off, a translation tells what the law itself says in the part that they lack;
    and of the law as a whole, what may have happened after the last of them.
    """
    after = _last_decided(law) if each.target == LAW else None
    if after and each.operative.earliest and each.operative.earliest > after:
        return True
    deciding = {edition.file for edition in law.deciding_editions}
    cut_off = each.act == law.act and not any(edition.document.signed for edition in law.deciding_editions)
    return cut_off or any(source.kind in RECORDED or source.file in deciding for source in each.sources)


def tells_of_wording(law: LawSources, each: Amendment, lang: str) -> bool:
    """Tell whether a note may speak of wordings in a language.

    So does one in that language, and any whose edition decides; one of a translation, where it names an act of which
    the editions in the language do not tell there.
    """
    own = tuple(edition for edition in law.editions if edition.lang == lang)
    if tells_of_presence(law, each) or any(source.file == edition.file for edition in own for source in each.sources):
        return True
    return bool(_named_by(law, each) - {claim.act_name for edition in own for claim in edition.document.claims
                                        if claim.target.outermost == each.target.outermost})


def _named_by(law: LawSources, each: Amendment) -> frozenset[str]:
    """Return the acts that the notes name of which a change of unknown extent comes."""
    places = {(source.file, source.line) for source in each.sources}
    return frozenset(act.name for edition in law.editions for unread in edition.document.unread
                     if (edition.file, unread.span.line) in places for act in unread.acts)


def _notes(law: LawSources, edition: Edition) -> Iterator[Unread]:
    """Give what an edition does not print, and its notes that are not understood, but for those that facts explain.

    A note on what the edition may print twice is never explained: which of the two facts speak of nobody knows.
    """
    places = {eid for each in edition.document.unread if each.kind is UnreadKind.TEXT for eid in each.eids}
    yield from (each for each in edition.document.unread if each.kind is not UnreadKind.TEXT
                and (places.intersection(each.eids) or not _known_from_facts(law, each)))


def _known_from_facts(law: LawSources, unread: Unread) -> bool:
    """Tell whether facts tell all that the acts did which a note names, and when, so that its odd words add nothing.

    A note on the law as a whole is never explained: what it excepts is told by no list of targets.
    """
    records = [law.record_of(act) for act in unread.acts]
    if LAW in unread.eids or not records:
        return False
    told = (claim.act for edition in law.editions for claim in edition.document.claims if claim.text == unread.text)
    names = {act.number for act in (*unread.acts, *told) if act}
    others = any(found.number not in names for found in find_numbers(unread.text))
    return not others and all(each is not None and each.operation is not None and each.complete_in(law.id)
                             for each in records)


def _changes(law: LawSources, edition: Edition, unread: Unread) -> Iterator[Amendment]:
    told = _earliest(law, edition, unread)
    for eid in _left_out(law, edition) if unread.eids == (LAW,) and unread.kind is UnreadKind.REST else unread.eids:
        since = _shown_before(law, edition, eid) if unread.kind is UnreadKind.REST else None
        bounds = DayBounds(max(told, since or told), None, basis_on(Ground.UNREAD_NOTE))
        made = Amendment(_author(law, edition, unread), eid, Action.NOT_UNDERSTOOD, Scope.WHOLE, bounds,
                         (_source(edition, unread),))
        yield made
        after = None if edition in law.deciding_editions else _last_decided(law)
        if eid == LAW and after and told <= after:
            yield replace(made, operative=replace(bounds, earliest=after + timedelta(days=1)))


def _last_decided(law: LawSources) -> date | None:
    """Return the last day of which an edition tells that decides what was in operation."""
    return max((edition.told_until for edition in law.deciding_editions if edition.told_until), default=None)


def _left_out(law: LawSources, edition: Edition) -> Iterator[Eid]:
    """Give what other editions print and one that is read in part does not."""
    printed = {each.eid for each in edition.document.provisions}
    others = (each.eid.outermost for other in law.editions for each in other.document.provisions)
    yield from (eid for eid in dict.fromkeys(others) if eid not in printed and not eid.kind.divides)


def _shown_before(law: LawSources, edition: Edition, eid: Eid) -> date | None:
    """Return the day after the last earlier edition that prints a provision: it had what notes there were."""
    days = (each.as_of for each in law.deciding_editions if any(one.eid == eid for one in each.document.provisions))
    earlier = [day for day in days if day and edition.day and day < edition.day]
    return max(earlier) + timedelta(days=1) if earlier else None


def _author(law: LawSources, edition: Edition, unread: Unread) -> Author:
    if len(unread.acts) != 1:
        return Unnamed(f"{edition.file}, line {unread.span.line}")
    record = law.record_of(unread.acts[0])
    return record.act if record else unread.acts[0]


def _earliest(law: LawSources, edition: Edition, unread: Unread) -> date:
    """Return the first day on which a note may tell of a change; a stated day may lie before the adoption."""
    adopted = [act.adopted for act in unread.acts]
    days = [day for day in adopted if day]
    if not days or len(days) < len(adopted):
        return law.adopted
    stated = [claim.operation.day for claim in edition.document.claims
              if claim.act in unread.acts and claim.operation.day]
    return max(law.adopted, min((*days, *stated)))


def _source(edition: Edition, unread: Unread) -> Source:
    return Source(edition.file, unread.span.line, unread.text, SourceKind.NOT_UNDERSTOOD)
