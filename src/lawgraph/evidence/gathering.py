"""What the sources prove about one law, and how far: acts located, acts dropped by footnotes, candidates, the horizon.

Answers are proven from this evidence, never by replaying changes in an order: intervals overlap, several acts share a
day, and order of adoption is not order of operation.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lawgraph.evidence.across import untold_across
from lawgraph.evidence.contradictions import contradictions, with_doubted_ends
from lawgraph.evidence.merging import merge
from lawgraph.evidence.model import Evidence, new_words_of, renewed
from lawgraph.evidence.moved import moved_numbers
from lawgraph.evidence.noting import placed
from lawgraph.evidence.sources import Edition, LawSources, Unit, printed_tree, steps
from lawgraph.evidence.stand_ins import Known, brought_changes, dropped, own_changes, unlisted
from lawgraph.evidence.unexplained import beside_untold, candidates, disagreements, settled, unsettled
from lawgraph.evidence.unread import Spots, blind_spots, by_place, changes_of_unknown_extent, is_read, with_holes
from lawgraph.evidence.uptake import Taken, uptake
from lawgraph.law.amendments import RECORDED, Action, Amendment, SourceKind
from lawgraph.law.days import DayBounds
from lawgraph.law.document import Provision
from lawgraph.law.eid import Eid, Kind, Tree


def gather(law: LawSources, lang: str, start: DayBounds, known: Sequence[Amendment], units: tuple[Unit, ...]
           ) -> Evidence:
    """Return the evidence about a law, with what footnotes may have dropped and what inserted numbers settle.

    Merging the editions comes between: it needs to know what footnotes dropped, and it narrows the candidates.
    """
    law = with_holes(law, (each.eid for each in units))
    tree = printed_tree(law)
    known = (*known, *own_changes(law), *brought_changes(law), *changes_of_unknown_extent(law),
             *moved_numbers(law, known), *untold_across(law, known))
    taken = _uptake(law, known, tree)
    told = Known(law, start, known, taken, _until(law, start, known, taken))
    stand_ins = dropped(told)
    amendments = (*known, *(each.amendment for each in stand_ins), *unlisted(told))
    unlikely = frozenset(len(known) + place for place, each in enumerate(stand_ins) if each.unlikely)
    blind = blind_spots(law)
    spots = by_place(blind)
    read = _printed(law, spots, tree)
    bare = Evidence(law, lang, start, units, law.deciding_editions, read, unlikely=unlikely, spots=spots,
                    new_words=new_words_of(law), steps=steps(law), read=read)
    first = _with(bare, amendments, tree)
    denied = contradictions(first)
    if denied.spots:
        spots = by_place((*blind, *denied.spots))
        amendments = (*amendments, *denied.changes)
        first = _with(replace(first, spots=spots, printed=_printed(law, spots, tree)), amendments, tree)
    merging = merge(replace(first, candidates=candidates(first)))
    located = (*merging.located, *beside_untold(first, merging.located))
    second = replace(_with(first, (*amendments, *located), tree), merged=merging.merged)
    found = candidates(second)
    third = _with(second, (*second.amendments, *settled(second, found), *disagreements(second)), tree)
    return with_doubted_ends(replace(third, candidates=unsettled(second, found)))


def acts_known(law: LawSources) -> str:
    """Say in a few words what the list of amending acts rests on."""
    until = law.notes.acts_complete_until
    if until is not None:
        return f"complete until {until.isoformat()}"
    return "as far as the footnotes of the editions name them"


def _with(evidence: Evidence, amendments: tuple[Amendment, ...], tree: Tree) -> Evidence:
    """Return the evidence with other amendments, and with all that follows from them."""
    taken = _uptake(evidence.law, amendments, tree)
    until = _until(evidence.law, evidence.start, amendments, taken)
    grounds = tuple(each.target.ground for each in amendments)
    return replace(evidence, amendments=amendments, taken=taken, until=until, grounds=grounds,
                   located=_located(amendments, tree), near=_near(evidence.units, grounds),
                   renewed=renewed(amendments, tree),
                   horizon=_horizon(evidence, amendments, taken, until),
                   overruled=_overruled(evidence.law, amendments, taken))


def _printed(law: LawSources, spots: Spots, tree: Tree) -> Mapping[str, Mapping[Eid, Provision]]:
    """Return what each edition prints, as far as it is understood."""
    return {edition.file: {each.eid: each for each in edition.document.provisions
                           if edition.file not in spots
                           or is_read(spots, edition.file, (each.eid, *tree.above(each.eid)))}
            for edition in law.editions}


def _uptake(law: LawSources, amendments: Sequence[Amendment], tree: Tree) -> dict[str, tuple[Taken, ...]]:
    placements = placed(amendments, tree)
    return {edition.file: uptake(law, edition, placements) for edition in law.editions}


def _until(law: LawSources, start: DayBounds, amendments: Sequence[Amendment], taken: Mapping[str, Sequence[Taken]]
           ) -> dict[str, date | None]:
    """Return for each edition until when it tells of acts; one that shows none speaks of the law's beginning."""
    return {edition.file: edition.told_until or _last_shown(amendments, taken[edition.file], start)
            for edition in law.editions}


def _last_shown(amendments: Sequence[Amendment], taken: Sequence[Taken], start: DayBounds) -> date | None:
    """Return the day up to which an edition that states none tells of acts: the adoption of the last act that it shows.

    It may have been made ahead of that act, and of another one that began before.
    """
    shown = (min(day for day in (each.operative.earliest, each.act.adopted or each.operative.earliest) if day)
             for each, told in zip(amendments, taken, strict=True)
             if told is Taken.YES and each.act and each.operative.earliest)
    return max((day for day in (start.earliest, *shown) if day), default=None)


def _overruled(law: LawSources, amendments: Sequence[Amendment], taken: Mapping[str, tuple[Taken, ...]]
               ) -> frozenset[int]:
    """Return the amendments that no official edition tells of as made, though one speaks of a later day.

    Translations tell of them, or a page foresaw them and they were called off; one that foresees them after their day
    is not up to date there. What no source tells by its nature is not overruled by silence, nor is what was done in an
    article of which an edition prints no list of acts: that may be lost.
    """
    telling, lists = {edition.file for edition in law.official}, {each.file: _listed(each) for each in law.official}
    return frozenset(
        index for edition in law.official for index, each in enumerate(amendments)
        if (spoken := edition.told_until) and each.operative.certainly_by(spoken) and not edition.noteless
        and not each.stands_in and taken[edition.file][index] in (Taken.NO, Taken.SILENT)
        and not each.foreseen_in(edition.file)
        and (each.foreseen or taken[edition.file][index] is Taken.NO or each.target.outermost.kind is not Kind.ARTICLE
             or each.target.outermost in lists[edition.file])
        and not any(source.kind in RECORDED or (source.kind is SourceKind.CLAIM and source.file in telling)
                    for source in each.sources))


def _listed(edition: Edition) -> frozenset[Eid]:
    """Return the articles of which an edition tells in a note what acts did there."""
    return frozenset(claim.target.outermost for claim in edition.document.claims if not claim.editorial)


def _near(units: Iterable[Unit], grounds: Sequence[Eid]) -> dict[Eid, tuple[int, ...]]:
    moving: dict[Hashable, list[int]] = defaultdict(list)
    for index, eid in enumerate(map(Eid, grounds)):
        if eid.kind.counted:
            moving[eid.parent, eid.kind].append(index)
    dividing = [index for index, place in enumerate(grounds) if place.kind.divides]
    at: dict[Eid, list[int]] = defaultdict(list)
    within: dict[Eid, list[int]] = defaultdict(list)
    for index, place in enumerate(grounds):
        at[place].append(index)
        for above in place.ancestors:
            within[above].append(index)
    return {unit.eid: tuple(sorted({*within.get(unit.eid, ()),
                                    *(index for place in (unit.eid, *unit.chain) for index in at.get(place, ())),
                                    *(index for each in (unit.eid, *unit.eid.ancestors)
                                      for index in moving.get((each.parent, each.kind), ())
                                      if unit.listed_with(grounds[index])),
                                    *(dividing if unit.adrift else ())}))
            for unit in units}


def _located(amendments: Iterable[Amendment], tree: Tree) -> frozenset[tuple[str, Eid]]:
    """Return (act, provision) for each act of which a target inside the provision is known.

    A heading locates nothing: a change of a heading has a footnote of its own.
    """
    return frozenset((each.act.name, place) for each in amendments
                     if each.act and each.act.identified and each.target.kind is not Kind.HEADING
                     and each.action is not Action.NOT_UNDERSTOOD and not each.undoes
                     for place in tree.above(each.target))


def _horizon(evidence: Evidence, amendments: Sequence[Amendment], taken: Mapping[str, Sequence[Taken]],
             until: Mapping[str, date | None]) -> date | None:
    """Return the last day up to which the sources speak."""
    days = [until[edition.file] for edition in evidence.deciding_editions]
    complete = evidence.law.notes.acts_complete_until
    if complete is not None:
        days.append(min([complete, *_untold(evidence.law, amendments, taken, until)]))
    return max((day for day in days if day is not None), default=None)


def _untold(law: LawSources, amendments: Sequence[Amendment], taken: Mapping[str, Sequence[Taken]],
            until: Mapping[str, date | None]) -> Iterator[date]:
    """Give, for each act whose targets are not complete, the day up to which all that it did is told.

    It is the last day of which an edition that shows the act tells, else the act's adoption: an act may start in parts.
    """
    complete = {record.act.name for record in law.records if record.complete_in(law.id)}
    acts = {each.name: each for each in (*(record.act for record in law.incomplete_records()),
                                         *(each.act for each in amendments if each.act)) if each.name not in complete}
    shown: dict[str, list[date]] = defaultdict(list)
    for edition in law.deciding_editions:
        spoken = until[edition.file]
        for each, answer in zip(amendments, taken[edition.file], strict=True):
            if answer is Taken.YES and each.act and spoken:
                shown[each.act.name].append(spoken)
    for name, act in acts.items():
        known = max(shown[name], default=act.adopted)
        if known is not None and act.name != law.act.name:
            yield known
