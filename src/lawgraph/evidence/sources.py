"""All that is known of one law: its editions, the records of acts, the notes, and every provision that it ever had.

The facts are held by the steps of acts: an act may change one provision on two days, each told on its own.

Known are the provisions that an edition prints and those that an act is known to have inserted or excluded, printed or
not. "Article 55" in a footnote of a law with thirteen articles makes no provision; it is a finding. They stand where
the newest source prints them. Numbers place only what it does not print: behind the last of its kind that has a lower
number in the same unit, else before the first that has a higher one, else behind whatever stands lower. So an
unnumbered part stays between the paragraphs where it is printed, and Annex 1 behind the last chapter.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lawgraph.law.acts import ActRecord, LawNotes, TargetFact
from lawgraph.law.amendments import Action, Amendment, Dating
from lawgraph.law.authors import Act, Unnamed
from lawgraph.law.days import DayOrder, unknown_first, unknown_last
from lawgraph.law.document import Claim, Document, Provision
from lawgraph.law.eid import LAW, Eid, Kind, Order, Tree, tree_of
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
        """The day for which its text speaks, where one is stated; what was saved before foresees it at best."""
        foreseen = self.day and self.retrieved and self.retrieved < self.day
        return self.day if self.dated_by is Dating.OPERATION and not foreseen else None

    @property
    def applied_by(self) -> date | None:
        """A day by which all that it shows was in operation."""
        return self.as_of or self.retrieved if self.dated_by is Dating.OPERATION else None

    @property
    def told_until(self) -> date | None:
        """The day up to which it tells of all acts in operation, where one is stated."""
        return self.applied_by if self.dated_by is Dating.OPERATION else self.day

    @property
    def whole(self) -> bool:
        """Tell whether it comes to its end: to the signature, or to the line on the law's own start."""
        return self.document.signed or self.document.closing is not None

    @property
    def noteless(self) -> bool:
        """Tell whether it prints no note on what acts did, but for what is gone, or paused, the law too."""
        return all(claim.pending or claim.action.removes or claim.action in (Action.REPEAL, Action.SUSPENSION)
                   for claim in self.document.claims)


@dataclass(frozen=True, slots=True)
class HeldAct:
    """Hold an amending act whose own text is held, in one language, with the one item of it that amends the law."""

    act: Act
    text: AmendingAct
    item: ActItem
    file: str
    recorded: date


@dataclass(frozen=True, slots=True)
class UnreadAct:
    """Hold an amending act that is held and may do to the law what is not read: where it says so, or would."""

    act: Act
    file: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class LawSources:
    """Hold all that is known of one law; `acts` are those whose own words are held, some may be `unread`."""

    id: str
    number: str
    adopted: date
    act: Act
    editions: tuple[Edition, ...]
    records: tuple[ActRecord, ...] = ()
    notes: LawNotes = field(default_factory=LawNotes)
    acts: tuple[HeldAct, ...] = ()
    unread: tuple[UnreadAct, ...] = ()

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


def printed_tree(law: LawSources) -> Tree:
    """Return what encloses what as editions print it, the first edition decides, or as an act's own words bring it."""
    printed = ((each.eid, each.within) for edition in law.editions for each in edition.document.provisions)
    brought = ((fact.eid, fact.within) for record in law.records for fact in record.targets
               if fact.law == law.id and fact.within is not None)
    return tree_of((*printed, *brought))


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
    """Return all that is told of this very step, by a recorded fact and by the act's own words.

    The step of which words without a day tell is known by their place.
    """
    recorded = fact_of(told, each)
    day = each.operative.latest if each.operative.exact else None
    own = (fact for fact in told.get((each.act_name or "", each.target), ()) if fact.by_text and (
        fact.operative == day if fact.operative else _is_told_at(fact, each)))
    return (*([recorded] if recorded else []), *own)


def _is_told_at(fact: TargetFact, each: Amendment) -> bool:
    place = fact.record.file, fact.record.line, fact.record.source
    return any(place == (source.file, source.line, source.text) for source in each.sources)


Step = tuple[int, int, Order]
Place = tuple[Step, ...]
_FIRST, _BEFORE, _PRINTED, _BEHIND = -1, -1, 0, 1
_Listed = list[tuple[Order, int]]


def places(law: LawSources, eids: Iterable[Eid], placed: Tree) -> Mapping[Eid, Place]:
    """Return the sort key of each provision for document order: what encloses it, outermost first, then itself."""
    printed = {each.eid: place for place, each in enumerate(_newest(law).document.provisions)} if law.editions else {}
    lists: dict[tuple[Eid, Kind | None], _Listed] = defaultdict(list)
    for eid, place in printed.items():
        above = placed.above(eid)[0]
        for kind in (eid.kind, None):
            lists[above, kind].append((eid.order, place))
        if eid.parent and eid.parent != above:  # the numbers of approved rules run on through their chapters
            lists[eid.parent, eid.kind].append((eid.order, place))
    for listed in lists.values():
        listed.sort()
    steps: dict[Eid, Step] = {}

    def step(eid: Eid) -> Step:
        if eid not in steps:
            above = placed.above(eid)[0] if eid != "law" else eid
            steps[eid] = _step(eid, printed.get(eid), lists[above, eid.kind], lists[above, None])
        return steps[eid]

    return {eid: tuple(step(each) for each in (*reversed(placed.above(eid)[:-1]), eid)) for eid in eids}


def _step(eid: Eid, printed: int | None, alike: _Listed, all_there: _Listed) -> Step:
    if eid.kind is Kind.HEADING:
        return _FIRST, _PRINTED, eid.order
    if printed is not None:
        return printed, _PRINTED, ()
    listed = alike or all_there
    lower = bisect_left(listed, (eid.order, -1))
    if lower:
        return listed[lower - 1][1], _BEHIND, eid.order
    return (listed[0][1], _BEFORE, eid.order) if alike else (_FIRST, _BEHIND, eid.order)


def _newest(law: LawSources) -> Edition:
    """Return the newest edition, of the official ones where there are such."""
    return max(law.deciding_editions, key=lambda each: (unknown_last(each.day or each.retrieved), each.file))


_MAKING = {Action.INSERTION, Action.EXCLUSION, Action.EXPIRY}
_NOT_PROVISIONS = {Kind.LAW, Kind.CONTENTS, Kind.INTRO}


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold one provision of a law apart from any day: its address, what encloses it, its place in its list.

    `chain` names all that encloses it, nearest first, ending with the law. What stands in an article that no edition
    prints is `adrift`: nothing above the article but the law is known; so is a point of an annex that no edition
    prints. `place` is its place in the document. `inside_list` tells that an edition prints it with an ordinary number
    that is not the last of its list.
    """

    eid: Eid
    kind: Kind
    number: str | None
    chain: tuple[Eid, ...]
    has_parts: bool
    inside_list: bool
    place: Place = ()
    adrift: bool = False

    @property
    def habitual(self) -> bool:
        """Tell whether the habits of articles hold: a number used once, insertions as n-m."""
        return self.kind.divides or self.kind in (Kind.ARTICLE, Kind.ANNEX, Kind.PREAMBLE)

    @property
    def container(self) -> Eid | None:
        """The provision that must be there for this one to be there, `None` for articles and what stands above."""
        around = self.chain[:1] if self.kind is Kind.HEADING else (each for each in self.chain if not each.kind.divides)
        return next((each for each in around if each != LAW), None)

    def inside(self, target: Eid) -> bool:
        """Tell whether this provision lies strictly inside another, chapters included."""
        return target in self.chain

    def may_lie_in(self, target: Eid) -> bool:
        """Tell whether this provision may lie strictly inside another; one adrift may lie in any chapter."""
        return self.inside(target) or (self.adrift and target.kind.divides and _annex(target) == _annex(self.eid))

    def listed_with(self, target: Eid) -> bool:
        """Tell whether it stands in the list of a part or indent, or in one that does."""
        return target.kind.counted and any(each.kind is target.kind and each.parent == target.parent
                                           for each in (self.eid, *self.eid.ancestors))

    def moves_with(self, target: Eid) -> bool:
        """Tell whether it moves when a part or indent is brought or ended: a position in its list, or what follows."""
        return target.kind.counted and any(
            each.kind is target.kind and each.parent == target.parent and each.order >= target.order
            for each in (self.eid, *self.eid.ancestors))


def units(law: LawSources, amendments: Iterable[Amendment]) -> tuple[Unit, ...]:
    """Return every known provision in document order."""
    printed = {each.eid: each for edition in law.editions for each in edition.document.provisions}
    eids = set(printed) | _headings(law.editions)
    made = {each.target for each in amendments
            if each.action in _MAKING and each.target.kind not in _NOT_PROVISIONS}
    for eid in made:
        eids.update([eid, *(each for each in eid.ancestors if each.kind not in _NOT_PROVISIONS)])
    tree = printed_tree(law)
    placed = tree.holding(eids)
    parts = {tree.above(eid)[0] for eid in eids if eid.kind is not Kind.HEADING and eid != "law"}
    inside = _inside_lists(printed.values(), tree)
    place = places(law, eids, placed)
    made_units = (Unit(eid, eid.kind, printed[eid].number if eid in printed else eid.number or None,
                       tree.above(eid), eid in parts, eid in inside, place[eid],
                       tree.above(eid) != placed.above(eid) or _unplaced(eid, printed)) for eid in eids)
    return in_document_order(made_units)


def _unplaced(eid: Eid, printed: Mapping[Eid, Provision]) -> bool:
    """Tell whether no edition prints a point of an annex: in which of its chapters it stood is not told."""
    nearest = next((each for each in (eid, *eid.ancestors) if each in printed), eid)
    return nearest != eid and nearest.kind is Kind.ANNEX and not (eid.kind.divides or eid.kind is Kind.HEADING)


def _annex(eid: Eid) -> Eid | None:
    return eid.outermost if eid.outermost.kind is Kind.ANNEX else None


def in_document_order(known: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return provisions in the order of the document."""
    return tuple(sorted(known, key=lambda each: each.place))


def _headings(editions: Iterable[Edition]) -> set[Eid]:
    found: set[Eid] = set()
    for edition in editions:
        found.update(each.eid.child(Kind.HEADING) for each in edition.document.provisions if each.heading)
        if edition.document.title:
            found.add(LAW.child(Kind.HEADING))
    return found


def _inside_lists(printed: Iterable[Provision], tree: Tree) -> set[Eid]:
    """Return the printed provisions whose ordinary number is not the last of their list."""
    lists: dict[tuple[str, Kind], list[Eid]] = defaultdict(list)
    for each in printed:
        if each.eid.number and not each.eid.inserted_number and not each.kind.counted:
            lists[tree.above(each.eid)[0], each.kind].append(each.eid)
    inside: set[Eid] = set()
    for listed in lists.values():
        last = max(eid.order for eid in listed)
        inside.update(eid for eid in listed if eid.order < last)
    return inside
