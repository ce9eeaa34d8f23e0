"""What amending acts say in their own words, as records of acts beside those that people wrote down.

The basis is the act's text: an item without residue makes the list of its targets whole. What facts tell otherwise, or
the act in the other official language, is a finding, and nothing is called whole then.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lawgraph.evidence.reconciling import with_other_days
from lawgraph.evidence.sources import HeldAct, LawSources
from lawgraph.evidence.states import (
    ActMoment,
    StateBefore,
    article_of,
    moments_of,
    places_named,
    record_for,
    state_before,
)
from lawgraph.languages.amending import Level, Sense
from lawgraph.law.acts import ActRecord, ChangedWords, Completeness, OperationFact, TargetFact
from lawgraph.law.amendments import Action, OperationRule, Scope
from lawgraph.law.authors import ActKind, Record
from lawgraph.law.document import Finding, Severity, Span
from lawgraph.law.eid import Eid, Kind
from lawgraph.replay.addresses import written
from lawgraph.replay.effects import effects_of
from lawgraph.replay.in_two_languages import differences
from lawgraph.replay.instructions import ActItem, Instruction, UnreadLine
from lawgraph.replay.starts import rules_for
from lawgraph.replay.told import ToldEffect, facts_of, own_day

_PLAIN = {Action.INSERTION, Action.EXCLUSION}
_WHOLE = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION}


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold what a held act tells of a law in one language, and what could not be told.

    It is `whole` where that is all, `bounded` where it is all but for lines that stay in articles.
    """

    held: HeldAct
    facts: tuple[TargetFact, ...]
    whole: bool
    bounded: bool
    findings: tuple[Finding, ...]
    refused: Mapping[Span, str]

    @property
    def marked(self) -> HeldAct:
        """The act with what was found of its instructions: why they are not applied."""
        these = tuple(replace(made, refused=made.refused or self.refused.get(made.span))
                      for made in self.held.item.instructions)
        return replace(self.held, item=replace(self.held.item, instructions=these))

    @property
    def record(self) -> Record:
        """The source of what it tells."""
        return _record(self.held)


def in_own_words(law: LawSources) -> tuple[LawSources, tuple[Finding, ...]]:
    """Return the sources of a law with what its held acts tell of it among the records, and what does not fit.

    Its acts come back with the instructions marked that could not be applied.
    """
    unread = tuple(Finding(
        "unread_act", Severity.WARNING, f"what the act does to this law is not read: {each.text[:160]!r}",
        law=law.id, act=each.act.name, file=each.file, line=each.line) for each in law.unread)
    if not law.acts:
        return law, unread
    law = _with_sure_places(_with_clear_parts(law))
    moments = moments_of(law)
    told = [_told(law, each, moments) for each in law.acts]
    records = {each.act.name: each for each in law.records}
    findings = [*unread, *(each for own in told for each in own.findings)]
    for name in dict.fromkeys(each.held.act.name for each in told):
        own = [each for each in told if each.held.act.name == name]
        records[name], unlike = _joined(law, records.get(name) or record_for(own[0].held), own)
        findings += unlike
    return replace(law, records=tuple(records.values()), acts=tuple(each.marked for each in told)), tuple(findings)


def _with_sure_places(law: LawSources) -> LawSources:
    """Return a law whose acts tell where their unread lines stay only where nothing else tells it, and all is there."""
    printed = {each.eid for edition in law.editions for each in edition.document.provisions}
    whole = {each.act.name for each in law.acts if each.item.whole}
    return replace(law, acts=tuple(
        each if each.act.name not in whole and printed.issuperset(map(article_of, each.item.bounded))
        else replace(each, item=replace(each.item, bounded=())) for each in law.acts))


def _with_clear_parts(law: LawSources) -> LawSources:
    """Return a law whose acts are not read on parts of an article that counts paragraphs: codes alone call these so."""
    if law.act.kind is ActKind.CODE:
        return law
    counting = {each.eid.outermost for edition in law.editions for each in edition.document.provisions
                if each.kind is Kind.PARAGRAPH}
    return replace(law, acts=tuple(replace(held, item=_without_parts(held.item, counting)) for held in law.acts))


def _without_parts(item: ActItem, counting: Collection[Eid]) -> ActItem:
    articles = [_part_of(made, counting) for made in item.instructions]
    clear = tuple(made for made, article in zip(item.instructions, articles, strict=True) if article is None)
    lines = tuple(UnreadLine(made.place, article, made.span, made.text, made.begins)
                  for made, article in zip(item.instructions, articles, strict=True) if article)
    told = (Finding("not_applied", Severity.WARNING, f"several_units: {each.text[:160]!r}", line=each.span.line)
            for each in lines)
    return replace(item, instructions=clear, residue=(*item.residue, *(each.span for each in lines)),
                   bounded=(*item.bounded, *lines), findings=(*item.findings, *told))


def _part_of(made: Instruction, counting: Collection[Eid]) -> str | None:
    """Return the article that counts paragraphs of which an instruction names a part."""
    return next((article.number for each in (*made.edit.targets, *made.instead) for article, part in pairwise(each)
                 if (article.level, part.level) == (Level.ARTICLE, Level.PART) and Eid(str(article)) in counting), None)


def _record(held: HeldAct) -> Record:
    place = f"item {held.item.number}" if held.item.number else "its own words"
    return Record(f"text of the act, {place}", "high", held.recorded, held.file, held.item.span.line)


def _told(law: LawSources, held: HeldAct, moments: Sequence[ActMoment]) -> _Told:
    lines = held.item.told_but_for or ()
    facts = [_unread(law, held, each) for each in lines]
    unread = frozenset(each.eid for each in facts)
    whole, refused = held.item.told_but_for is not None, dict[Span, str]()
    findings = [_finding(law, held, each) for each in (*held.item.findings, *held.text.findings, *_changed_since(held))]
    for moment in (each for each in moments if each.held is held):
        state = state_before(moment, moments, law)
        if state is None:
            facts += _by_addresses(law, moment)
            refused.update((made.span, "no_state_before") for made in moment.instructions)
            findings.append(_finding(law, held, Finding(
                "no_state_before", Severity.WARNING, "no edition shows the law before the act, or what it alone did",
                line=held.item.span.line)))
            continue
        done = effects_of(moment.instructions, state.law, held.text.lang)
        told = tuple(facts_of(_known(done.effects, state), law.id, held.text, _record(held)))
        if state.of_later:
            told = tuple(replace(each, closed=each.closed and each.action is Action.INSERTION) for each in told)
        sure = _closed(_somewhere(each) if each.eid.outermost in unread else _outside(each, unread)
                       for each in _sure(told, moment, state))
        facts += sure
        whole = whole and done.whole and len(sure) == len(told) and not _may_be_rewritten(moment)
        told_why = [(moment.instructions[place], why) for place, why in sorted(done.refused.items())]
        refused.update((made.span, why) for made, why in told_why)
        findings += (_finding(law, held, Finding(
            "not_applied", Severity.WARNING, f"{why}: {made.text[:160]!r}{_readings(made)}", line=made.span.line))
            for made, why in told_why)
    return _Told(held, tuple(dict.fromkeys(facts)), whole and held.item.whole, whole, tuple(findings), refused)


def _by_addresses(law: LawSources, moment: ActMoment) -> Iterator[TargetFact]:
    """Give what instructions change by their addresses alone, where nothing shows the law before them."""
    for made in moment.instructions:
        record = replace(_record(moment.held), source=made.text, line=made.span.line)
        for eid, action in places_named(made):
            yield TargetFact(law.id, eid, action, record, own_day(moment.rules), by_text=True, rules=moment.rules,
                             reach=None if action in _PLAIN else Scope.SOMEWHERE)


def _unread(law: LawSources, held: HeldAct, line: UnreadLine) -> TargetFact:
    """Return what a line tells that is not read: a change somewhere in its article."""
    rules = rules_for(held.text, line)
    return TargetFact(law.id, article_of(line), Action.MODIFICATION, replace(
        _record(held), source=line.text, line=line.span.line), own_day(rules), by_text=True, rules=rules,
        reach=Scope.SOMEWHERE)


def _somewhere(fact: TargetFact) -> TargetFact:
    """Return a fact as far as it tells that its article was changed."""
    return replace(fact, eid=fact.eid.outermost, action=Action.MODIFICATION, reach=Scope.SOMEWHERE, later=(),
                   restated=(), rewordings=(), closed=False)


def _closed(facts: Iterable[TargetFact]) -> tuple[TargetFact, ...]:
    """Return facts; not all that a division holds is told where of an article it is only told that it was changed."""
    told = tuple(facts)
    vague = any(each.reach is Scope.SOMEWHERE for each in told)
    return tuple(replace(each, closed=each.closed and not (vague and each.eid.kind.divides)) for each in told)


def _outside(fact: TargetFact, doubtful: Container[Eid]) -> TargetFact:
    """Return a fact without the words that it gives in some articles."""
    return replace(fact, rewordings=tuple(each for each in fact.rewordings if each.eid.outermost not in doubtful))


def _readings(made: Instruction) -> str:
    """Return both readings of an instruction that may mean one unit or another."""
    two = (" and ".join(map(written, these)) for these in (made.edit.targets, made.instead))
    return f" may mean {' or '.join(two)}" if made.instead else ""


def _finding(law: LawSources, held: HeldAct, each: Finding) -> Finding:
    return replace(each, law=law.id, act=held.act.name, file=held.file)


def _may_be_rewritten(moment: ActMoment) -> bool:
    """Tell whether a later act, named in a footnote of the act itself, may have rewritten what began at a moment."""
    noted, latest = moment.held.text.noted, moment.bounds.latest
    return bool(noted) and not (latest and latest < noted[0])


def _sure(facts: Sequence[TargetFact], moment: ActMoment, state: StateBefore) -> tuple[TargetFact, ...]:
    """Return facts as far as the state before is sure: of a doubtful article, that it was changed somewhere.

    Of one that only the chapter around it names nothing is told then: it may not have been there before. What such a
    chapter holds is not all told.
    """
    rewritten, named = _may_be_rewritten(moment), moment.numbered
    found: list[TargetFact] = []
    for each in facts:
        plain = each.action in _PLAIN and any(each.eid.within(unit) for unit in named)
        if not rewritten and (plain or not state.doubts(each.eid)):
            found.append(_outside(each, state.doubtful))
        elif each.eid.outermost.kind is Kind.ARTICLE and each.eid.outermost in moment.articles:
            found.append(_somewhere(each))
    whole = len(found) == len(facts)
    return tuple(replace(each, closed=each.closed and (whole or not each.eid.kind.divides)) for each in found)


def _known(effects: Sequence[ToldEffect], state: StateBefore) -> Sequence[ToldEffect]:
    """Leave out the parts of new wordings where nothing tells which of them stood there before."""
    return [each for each in effects
            if not (state.of_later and each.inner and each.made.edit.verb is Sense.RESTATE)]


def _joined(law: LawSources, record: ActRecord, own: Sequence[_Told]) -> tuple[ActRecord, tuple[Finding, ...]]:
    """Return the record of an act with what its text tells, in one language or two, beside what people recorded."""
    unlike = [_finding(law, own[0].held, each) for each in _between_languages(own)]
    told, general = _of_languages(own), _general(own[0])
    facts = with_other_days(law, record, told, general)
    by_hand = [each for each in record.targets if each.law == law.id]
    whole = not unlike and any(each.whole for each in own)
    unlike += (_unlike(law, own[0].held, record, each)
               for each in _unexplained(by_hand, facts, whole=whole, complete=record.complete_in(law.id)))
    moved = (_finding(law, own[0].held, Finding(
        "facts_and_act_differ", Severity.WARNING, f"a first day that is told of {each.eid} is not the act's own",
        each.eid, line=each.record.line)) for each, before in zip(facts, told, strict=True) if each is not before)
    told_all = any(each.whole for each in own)
    kept = tuple(each for each in by_hand if not (told_all and _located(each, facts)))
    if record.operation is None:
        kept = tuple(replace(each, rules=_starts_of(each, own, facts if told_all else ())) for each in kept)
    others = tuple(each for each in record.targets if each.law != law.id)
    complete = tuple(each for each in record.complete if each.law != law.id or not unlike)
    if not unlike and (whole or any(each.bounded for each in own)):
        complete = (*complete, Completeness(law.id, _of_list(own[0])))
    return replace(record, targets=(*facts, *kept, *others), complete=complete,
                   operation=record.operation or general), (*unlike, *moved)


def _changed_since(held: HeldAct) -> Iterator[Finding]:
    days = ", ".join(map(str, held.text.noted))
    if days:
        yield Finding("act_changed_since", Severity.NOTE, f"it is held with what acts of {days} did to it, or may have "
                      "done: that what it tells of before them is all is presumed", line=held.item.span.line)


def _of_list(told: _Told) -> Record:
    """Return the record that a list is whole: of an act that is held with the changes of later ones it is presumed."""
    return replace(told.record, confidence="medium") if told.held.text.noted else told.record


def _unlike(law: LawSources, held: HeldAct, record: ActRecord, each: TargetFact) -> Finding:
    told = f"{record.record.file or 'the facts'} and the act's own words ({held.file}, line {held.item.span.line})"
    return replace(_finding(law, held, Finding(
        "facts_and_act_differ", Severity.ERROR, f"{told} differ on the {each.action} of {each.eid}", each.eid)),
        file=each.record.file, line=each.record.line)


def _general(told: _Told) -> OperationFact | None:
    general = [each.rule for each in told.held.text.starts if not each.place]
    sure = len(general) == 1 and not told.held.text.unsure_starts
    return OperationFact(None, general[0], told.record) if sure else None


def _between_languages(own: Sequence[_Told]) -> Iterator[Finding]:
    for other in own[1:]:
        one = own[0].held
        yield from differences(replace(one.text, items=(one.item,)),
                               replace(other.held.text, items=(other.held.item,)))
        if own[0].whole and other.whole and _places(own[0].facts) != _places(other.facts):
            yield Finding("languages_differ", Severity.WARNING, "the two languages change other units",
                          line=one.item.span.line)


def _places(facts: Iterable[TargetFact]) -> frozenset[Eid]:
    return frozenset(each.eid for each in facts)


def _of_languages(own: Sequence[_Told]) -> tuple[TargetFact, ...]:
    """Join what the languages of an act tell of one change."""
    joined: dict[tuple[Eid, Action, object, object], TargetFact] = {}
    for each in (fact for told in own for fact in told.facts):
        key = each.eid, each.action, each.rules, each.reach
        known = joined.get(key)
        joined[key] = each if known is None else replace(
            known, later=tuple(dict.fromkeys((*known.later, *each.later))),
            restated=tuple(dict.fromkeys((*known.restated, *each.restated))),
            rewordings=_joined_words((*known.rewordings, *each.rewordings)))
    return tuple(joined.values())


def _joined_words(pairs: Iterable[ChangedWords]) -> tuple[ChangedWords, ...]:
    """Join what several instructions tell of one text: it can be turned back only where all of them can."""
    joined: dict[ChangedWords, bool] = {}
    for each in pairs:
        bare = replace(each, reversible=True)
        joined[bare] = joined.get(bare, True) and each.reversible
    return tuple(replace(each, reversible=reversible) for each, reversible in joined.items())


def _unexplained(by_hand: Sequence[TargetFact], facts: Sequence[TargetFact], *, whole: bool, complete: bool
                 ) -> Iterator[TargetFact]:
    """Give what only one of two lists tells that are both called whole, or that the act does not tell at all."""
    if whole:
        yield from (each for each in by_hand if not any(_explains(fact, each) for fact in facts))
    if complete:
        yield from (fact for fact in facts if fact.action is not Action.TEXT_SUBSTITUTION and not any(
            _explains(fact, each) or fact.eid.within(each.eid) for each in by_hand))


def _explains(fact: TargetFact, each: TargetFact) -> bool:
    """Tell whether what the act says is what a recorded fact means: the thing itself, or for "changed" a part of it."""
    if fact.reach is not None:
        return each.eid.within(fact.eid) or fact.eid.within(each.eid)
    changed = each.action is Action.MODIFICATION
    if fact.eid == each.eid:
        return fact.action is each.action or (changed and fact.action.rewords)
    return (changed and fact.eid.within(each.eid)) or (fact.action in _WHOLE and each.eid.within(fact.eid))


def _starts_of(each: TargetFact, own: Sequence[_Told], facts: Iterable[TargetFact]
               ) -> tuple[OperationRule, ...]:
    """Return the rules under which what a fact tells without a day may begin, where the act's words give several."""
    starts = tuple(dict.fromkeys(start.rule for told in own for start in told.held.text.starts))
    if each.operative is not None or len(starts) < 2:
        return each.rules
    told = tuple(dict.fromkeys(rule for fact in facts if _explains(fact, each) for rule in fact.rules))
    return told or starts


def _located(each: TargetFact, facts: Sequence[TargetFact]) -> bool:
    """Tell whether the act says where exactly it changed what a fact says that it changed.

    What is read only as a change somewhere in a unit says less than a fact that names a part of it. Of an act that is
    not told as a whole, what it does elsewhere in the unit may be what the fact means.
    """
    return each.action is Action.MODIFICATION and not each.earlier and not each.later and any(
        fact.eid != each.eid and (_explains(fact, each) if fact.reach is None
                                  else any(pair.eid.within(each.eid) for pair in fact.rewordings)) for fact in facts)
