"""The law as it was just before an amending act, to find in it what the act's addresses name.

It is the last edition that surely lacks the act, with the held acts between applied. No answer rests on these texts:
they tell where a unit stands, and which parts a new wording ends. Where another act may have changed an article in
between, what the act does there is known of the article alone.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from lawgraph.evidence.sources import Edition, HeldAct, LawSources
from lawgraph.facts.commencement import bounds_under, first_day
from lawgraph.languages.amending import Level, Sense
from lawgraph.law.acts import ActRecord
from lawgraph.law.amendments import Action, Dating, OperationRule, RuleKind
from lawgraph.law.authors import Act, Record
from lawgraph.law.days import DayBounds, unknown_last
from lawgraph.law.document import UnreadKind
from lawgraph.law.eid import LAW, PREFIXES, Eid, Kind
from lawgraph.replay.addresses import Address, written
from lawgraph.replay.applying import Planner, apply_item
from lawgraph.replay.instructions import Instruction, UnreadLine
from lawgraph.replay.rewording import Rewording, places_of, texts_in
from lawgraph.replay.rewording import without as around
from lawgraph.replay.starts import rules_for
from lawgraph.replay.state import Node, TreeChange, Unplaced, changed, law_of, place_of, reworded

_NUMBERED = {Level.ARTICLE, Level.PARAGRAPH, Level.POINT}
_UNSTATED = OperationRule(RuleKind.UNSTATED)
_OPEN = (RuleKind.SEE, RuleKind.UNSTATED)
_NOWHERE_ELSE = (Action.TEXT_SUBSTITUTION, Action.REPEAL, Action.SUSPENSION)


@dataclass(frozen=True, slots=True)
class ActMoment:
    """Hold the instructions of a held act that begin under the same clauses, and the bounds of that day."""

    held: HeldAct
    rules: tuple[OperationRule, ...]
    instructions: tuple[Instruction, ...]
    bounds: DayBounds

    @property
    def articles(self) -> frozenset[Eid]:
        """The articles that its instructions name; the law where one names none."""
        return frozenset(each for made in self.instructions for each in _articles(made)) | (
            _unread_in(self.held))

    @property
    def unplain(self) -> frozenset[Eid]:
        """The articles, or the law, in which it does more than bring in and exclude numbered units."""
        return frozenset(article for made in self.instructions for article in _articles(made)
                         if not all(_plain(each) for each in _named(made)))

    @property
    def numbered(self) -> frozenset[Eid]:
        """The units that it brings in or excludes whose address follows from the words alone."""
        return frozenset(Eid(written(each)) for made in self.instructions for each in _named(made) if _plain(each))


@dataclass(frozen=True, slots=True)
class StateBefore:
    """Hold a law as it was before a moment; in the articles that are `doubtful` it may have been another.

    One made `of_later`, from an edition that shows what was done, does not tell what a new wording took the place of.
    """

    law: Node
    doubtful: frozenset[Eid]
    of_later: bool = False

    def doubts(self, eid: Eid) -> bool:
        """Tell whether the surroundings of a provision may have been others."""
        return LAW in self.doubtful or eid.outermost in self.doubtful


def moments_of(law: LawSources) -> tuple[ActMoment, ...]:
    """Return the moments at which held acts change a law."""
    found: list[ActMoment] = []
    for held in law.acts:
        record = law.record_of(held.act)
        by_rules: dict[tuple[OperationRule, ...], list[Instruction]] = {}
        for made in held.item.instructions:
            by_rules.setdefault(rules_for(held.text, made), []).append(made)
        told = record or record_for(held)
        found += (ActMoment(held, rules, tuple(these), bounds_under(rules, held.act.adopted, told))
                  for rules, these in by_rules.items())
    return tuple(found)


def record_for(held: HeldAct) -> ActRecord:
    """Return the record of an act of which only the text is held."""
    titles = ((held.text.lang, " ".join(held.text.title.split())),) if held.text.title else ()
    source = Record(f"text of the act ({held.file})", "high", held.recorded, held.file, 1)
    return ActRecord(held.act, titles, None, source)


def state_before(moment: ActMoment, moments: Sequence[ActMoment], law: LawSources) -> StateBefore | None:
    """Return the law as it was before a moment, `None` where no edition tells."""
    lang, adopted = moment.held.text.lang, moment.held.act.adopted
    own = sorted((each for each in law.editions if each.lang == lang and each.official and each.day),
                 key=lambda each: unknown_last(each.day))
    base = next((each for each in reversed(own) if adopted and each.day and each.day < adopted), None)
    if base is None:
        return _undone(moment, own[0], moments, law) if own else None
    others = [each for each in moments if each is not moment]
    same_language = {each.held.act.name for each in others if each.held.text.lang == lang}
    doubtful = set(_unread(base)) | set(_not_held(law, moment, base))
    applied: list[ActMoment] = []
    for each in sorted(others, key=lambda each: unknown_last(each.bounds.latest)):
        if each.held.text.lang != lang and each.held.act.name in {moment.held.act.name, *same_language}:
            continue
        shown = _shown(each, base)
        doubtful |= _over(each, base, moment)
        if shown or (each.bounds.earliest and moment.bounds.latest and each.bounds.earliest > moment.bounds.latest):
            continue
        surely = each.bounds.latest and moment.bounds.earliest and each.bounds.latest < moment.bounds.earliest
        if shown is None or not surely or each.held.text.lang != lang:
            doubtful |= each.articles
            continue
        doubtful |= {article for before in applied if before.bounds.possibly_with_or_after(each.bounds)
                     for article in before.articles & each.articles & (before.unplain | each.unplain)}
        applied.append(each)
    tree = law_of(base.document.provisions, base.document.title)
    for each in applied:
        told = apply_item(each.instructions, tree, lang)
        doubtful |= {article for place in told.refused for article in _articles(each.instructions[place])}
        doubtful |= _unread_in(each.held)
        tree = told.law
    return StateBefore(tree, frozenset(doubtful))


def _over(each: ActMoment, base: Edition, moment: ActMoment) -> frozenset[Eid]:
    """Return the articles in which what an act did for a time may be over between an edition and another moment."""
    latest = moment.bounds.latest
    return frozenset(article for made in each.instructions
                     if made.ends and not (base.day and made.ends <= base.day) and not (latest and made.ends > latest)
                     for article in _articles(made))


def _unread_in(held: HeldAct) -> frozenset[Eid]:
    """Return the articles in which an act does what is not read, the law where that may be anywhere."""
    lines = held.item.told_but_for
    return frozenset({LAW}) if lines is None else frozenset(map(article_of, lines))


def article_of(line: UnreadLine) -> Eid:
    """Return the article in which a line of an act that is not read stays."""
    return Eid(f"{PREFIXES[Kind.ARTICLE]}_{line.article}")


def _shown(moment: ActMoment, base: Edition) -> bool | None:
    """Tell whether an edition shows what began at a moment, `None` where it may."""
    adopted, day = moment.held.act.adopted, base.day
    if day is None or adopted is None:
        return None
    if base.dated_by is Dating.ADOPTION and adopted > day:
        return False
    if moment.bounds.certainly_by(day):
        return True
    # An edition made when an act was adopted shows what follows its publication at once; what begins on a day, then.
    # Whether it was made for another act, adopted later, is inferred: then it may show this one or not.
    if base.dated_by is Dating.ADOPTION and all(rule.kind is RuleKind.AFTER_PUBLICATION for rule in moment.rules):
        return True if adopted == day and moment.held.act.name not in base.ahead else None
    # One of the day of an adoption may be dated by it, without a word about that, and show what begins later.
    return None if moment.bounds.possibly_by(day) or adopted == day else False


def _articles(made: Instruction) -> Iterator[Eid]:
    """Give the articles that an instruction names, the law where a unit stands in none; a new article is its own."""
    bringing = made.edit.verb is Sense.SUPPLEMENT and made.edit.new
    for each in (*(_new_units(made) if bringing else made.edit.targets), *made.instead):
        named = next((step for step in each if step.level is Level.ARTICLE), None)
        yield Eid(f"{PREFIXES[Kind.ARTICLE]}_{named.number}") if named and not named.since else LAW


def _named(made: Instruction) -> Iterator[Address]:
    """Give the units that an instruction brings in or excludes, an empty address for anything else."""
    if made.edit.verb is Sense.SUPPLEMENT and made.edit.new:
        yield from _new_units(made)
    elif made.edit.verb is Sense.STRIKE and not made.edit.search:
        yield from made.edit.targets
    else:
        yield ()


def places_named(made: Instruction) -> Iterator[tuple[Eid, Action]]:
    """Give what an instruction changes by its address alone: a numbered unit that comes or goes, or an article."""
    named = tuple(_named(made))
    if all(_plain(each) for each in named):
        action = Action.INSERTION if made.edit.verb is Sense.SUPPLEMENT else Action.EXCLUSION
        yield from ((Eid(written(each)), action) for each in named)
    else:
        yield from ((eid, Action.MODIFICATION) for eid in dict.fromkeys(_articles(made)))


def _plain(address: Address) -> bool:
    counted = all(step.number.replace("-", "").isdecimal() for step in address)
    return bool(address) and counted and {step.level for step in address} <= _NUMBERED and not address[-1].since


def _new_units(made: Instruction) -> Iterator[Address]:
    """Give the addresses of new units."""
    return ((*target, *new) for target, new in product(made.edit.targets or ((),), made.edit.new))


def _unread(base: Edition) -> Iterator[Eid]:
    for each in base.document.unread:
        if each.kind is UnreadKind.TEXT:
            yield from ({eid.outermost for eid in each.eids} or {LAW})


def _not_held(law: LawSources, moment: ActMoment, base: Edition) -> Iterator[Eid]:
    """Give what acts that are not held may have changed between an edition and a moment."""
    later = [each for each in law.editions if not (each.day and base.day and each.day <= base.day)]
    for act, place, rule, own in _told(law, later):
        if act is None or not (_in_edition(law, act, rule, own, base) or _after(act, moment)):
            yield place


def _told(law: LawSources, editions: Iterable[Edition]) -> Iterator[tuple[Act | None, Eid, OperationRule, date | None]]:
    """Give the acts that are not held, with the articles, or the law, that they are said to change, and when."""
    held = {each.act.name for each in law.acts} | {law.act.name}
    told: list[tuple[Act | None, Eid, Action, OperationRule, date | None]] = [
        (each.act, each.target, each.action, each.operation, None)
        for edition in editions for each in edition.document.claims]
    told += [(record.act, fact.eid, fact.action, _UNSTATED, fact.operative) for record in law.records
             for fact in record.targets if fact.law == law.id]
    yield from ((act, LAW if target.kind.divides or target.outermost == LAW else target.outermost, rule, own)
                for act, target, action, rule, own in told
                if action not in _NOWHERE_ELSE and not (act and act.name in held))


def _after(act: Act, moment: ActMoment) -> bool:
    return bool(act.adopted and moment.bounds.latest and act.adopted > moment.bounds.latest)


def _in_edition(law: LawSources, act: Act, rule: OperationRule, own: date | None, base: Edition) -> bool:
    """Tell whether an edition surely shows a change of an act that is not held."""
    record = law.record_of(act)
    if base.day is None:
        return False
    recorded = record.operation.rule if record and record.operation else None
    kind = (recorded if rule.kind in _OPEN and recorded else rule).kind
    if base.dated_by is Dating.ADOPTION and own is None and kind is RuleKind.AFTER_PUBLICATION:
        return act.adopted is not None and act.adopted <= base.day
    return first_day(rule, act, record, own).certainly_by(base.day)


def _undone(moment: ActMoment, shown: Edition, moments: Iterable[ActMoment], law: LawSources) -> StateBefore | None:
    """Return the law without what a moment did, from the first edition, where it shows just that.

    An article that was changed again before that edition may have held other units, and the words sought in them.
    """
    after = law_of(shown.document.provisions, shown.document.title)
    before = without(moment.instructions, after, moment.held.text.lang)
    again = apply_item(moment.instructions, before, moment.held.text.lang)
    if again.refused or not same(again.law, after):
        return None
    doubtful = frozenset((*_unread(shown), *_changed_since(moment, shown, moments, law)))
    return StateBefore(before, doubtful, of_later=True)


def _changed_since(moment: ActMoment, shown: Edition, moments: Iterable[ActMoment], law: LawSources) -> Iterator[Eid]:
    """Give the articles that other acts may have changed between a moment and an edition."""
    begins = moment.bounds.earliest
    for each in moments:
        before = each.bounds.latest and begins and each.bounds.latest < begins
        if each is not moment and not before and _shown(each, shown) is not False:
            yield from each.articles
    for act, place, rule, own in _told(law, law.editions):
        bounds = first_day(rule, act, law.record_of(act), own) if act else DayBounds(None, None)
        before = bounds.latest and begins and bounds.latest < begins
        ahead = act and act.adopted == shown.day
        if not before and (shown.day is None or bounds.possibly_by(shown.day) or ahead):
            yield place


def without(instructions: Iterable[Instruction], law: Node, lang: str) -> Node:
    """Return a law in which what instructions bring or exclude is not done yet, as far as it shows that."""
    for made in instructions:
        if made.edit.verb is Sense.SUPPLEMENT and made.edit.new:
            law = _without_new(made, law)
        elif made.edit.put and len(made.edit.search) < 2 and not made.edit.throughout:
            law = _reworded_back(made, law)
        elif made.edit.verb is Sense.STRIKE and not made.edit.search:
            law = _restored(law, [each[-1].number for each in made.edit.targets if each], made, lang)
    return law


def _without_new(made: Instruction, law: Node) -> Node:
    for address in _new_units(made):
        try:
            path = place_of(address, law).path
        except Unplaced:
            continue
        law = changed(law, path, ()) if path else law
    return law


def _reworded_back(made: Instruction, law: Node) -> Node:
    """Return a law with the words that an instruction puts in taken out again, where they stand once."""
    for target in made.edit.targets:
        try:
            slot = place_of(target, law)
        except Unplaced:
            return law
        found = [(path, heading, text, span) for path, heading, text in texts_in(law, slot, everywhere=False)
                 for span in places_of(made.edit.put[0], text)]
        if len(found) == 1:
            path, heading, text, span = found[0]
            back = made.edit.search[0] if made.edit.verb is Sense.REPLACE else ""
            words = reworded(text, [TreeChange(path, words=back, span=span if back else around(text, *span))])
            node = law.at(path)
            law = changed(law, path, (replace(node, heading=words) if heading else replace(node, text=words),))
    return law


def _restored(law: Node, numbers: Collection[str], made: Instruction, lang: str) -> Node:
    """Return a law in which stubs of what was excluded are living units again."""
    for path, node in tuple(law.walk()):
        if node.excluded and node.number in numbers:
            living = changed(law, path, (replace(node, excluded=False),))
            try:
                plan = Planner(living, lang, Rewording(living)).plan(made)
            except Unplaced:
                continue
            if any(each.path == path for each in plan):
                law = living
    return law


def same(one: Node, other: Node) -> bool:
    """Tell whether two laws are the same but for the words of what is excluded, and for end marks and spaces."""
    if one.excluded or other.excluded:
        return (one.kind, one.number, one.excluded) == (other.kind, other.number, other.excluded)
    alike = all(_flat(mine) == _flat(theirs) for mine, theirs in ((one.text, other.text), (one.heading, other.heading)))
    return alike and (one.kind, one.number, len(one.parts)) == (other.kind, other.number, len(other.parts)) and all(
        map(same, one.parts, other.parts))


def _flat(text: str | None) -> str:
    return "".join((text or "").split()).strip(";.,:")
