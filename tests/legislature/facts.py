"""The facts that are kept of an invented law's acts: none, some or all, but never a false one.

Of acts that the translation left out the facts always tell, with every target: else no reader could know of them. An
act that starts in parts is told with a first day of operation for each target, and none for the whole.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from lawgraph.law.acts import ActRecord, Completeness, LawNotes, OperationFact, TargetFact
from lawgraph.law.amendments import Action
from lawgraph.law.authors import Act, ActKind, Publication, Record, Texts
from lawgraph.law.eid import Eid
from legislature.blemishes import spoiled
from legislature.features import Feature
from legislature.history import ENDING, WHOLE, Change, Event, Held, History, TrueAct
from legislature.invention import drops
from legislature.page import named_acts

RECORD = Record("simulated", "high", date(2031, 1, 1), "simulated.toml", 1)
Facts = tuple[tuple[ActRecord, ...], LawNotes]


def facts(history: History) -> Facts:
    """Return the records of acts and the notes on the law that this history's world holds."""
    rng = Random(history.seed * 7 + 1)  # noqa: S311 - invention, not secrecy
    held = history.habits.held
    records = [_of_act(history, act, rng) for act in history.acts if _kept(history, act, rng)]
    if held is Held.COMPLETE or (held is Held.SOME and rng.random() < 0.5):
        records.insert(0, _of_law(history))
    return tuple(records), _notes(history, records, rng)


def law_act(history: History) -> Act:
    """Return the law itself as an act."""
    return Act(history.number, history.adopted, ActKind.LAW)


def _kept(history: History, act: TrueAct, rng: Random) -> bool:
    suspending = any(change.action is Action.SUSPENSION for change in act.changes)
    recorded = history.has(Feature.SUSPENSION_RECORDED) or history.has(Feature.SUSPENSION_DROPPED)
    if act.number in history.left_out or (suspending and recorded):
        return True
    if any(change.until and change.action in WHOLE for change in act.changes):
        return True
    return {Held.NONE: False, Held.SOME: rng.random() < 0.7, Held.COMPLETE: True}[history.habits.held]


def _of_law(history: History) -> ActRecord:
    return ActRecord(law_act(history), (("eng", history.title),), history.id, RECORD,
                     (Publication((history.published,), None, None, RECORD, first=True),))


def _of_act(history: History, act: TrueAct, rng: Random) -> ActRecord:
    whole = history.habits.held is Held.COMPLETE
    told = whole or act.number in history.left_out or any(
        each.action is Action.SUSPENSION or each.until for each in act.changes)
    complete = whole or rng.random() < 0.5
    targets = tuple(_targets(history, act, rng, complete=complete))
    if not (told or complete):
        targets = tuple(each for each in targets if rng.random() < 0.5)
    published = _publications(history, act) if whole or rng.random() < 0.5 else ()
    by_rule = act.in_parts and history.has(Feature.PARTS_BY_RULE) and not act.defers
    stated = not act.in_parts and (whole or rng.random() < 0.3)
    known = by_rule or (stated and not history.has(Feature.TWO_FIRSTS))
    return ActRecord(
        Act(act.number, act.adopted, ActKind.LAW), (("eng", "On amendments"),), None, RECORD, published,
        OperationFact(None if by_rule else act.operative, None if act.defers else act.rule, RECORD) if known else None,
        targets,
        (Completeness(history.id, RECORD),) if complete else ())


def _targets(history: History, act: TrueAct, rng: Random, *, complete: bool) -> Iterator[TargetFact]:
    for change in act.changes:
        first = history.has(Feature.PARTS_BY_RULE) and not act.defers and change.rule == act.rule
        own_day = change.operative if act.in_parts and not first else None
        reflected = _reflected(history, act, change)
        record = _seen_long_ago(history, act, change) or RECORD
        if change.words is not None and complete:
            for eid in change.touched:
                yield TargetFact(history.id, Eid(eid), Action.MODIFICATION, record, own_day, reflected)
        else:
            eid = change.eid
            if complete and change.action is Action.MODIFICATION and eid.endswith("__intro") and rng.random() < 0.3:
                eid = eid.removesuffix("__intro")
            earlier, later = _texts(history, change)
            yield TargetFact(history.id, Eid(eid), change.action, record, own_day, reflected, earlier, later, change.until)
    for change in act.called_off:
        yield TargetFact(history.id, Eid(change.eid), change.action, RECORD, change.operative, cancelled=change.until)


def _reflected(history: History, act: TrueAct, change: Change) -> tuple[tuple[str, bool], ...]:
    """Tell that the translation lacks a change, but where a later new wording of the article hides the lack."""
    if act.number not in history.left_out:
        return _seen(history, act, change)
    place = next(place for place, event in enumerate(history.events) if event.change is change)
    later = (event.change for event in history.events[place + 1:]
             if event.act.number not in history.left_out and event.change.operative <= history.printed_on)
    return () if any(drops(each, change) and not _leaves_heading(history, each, change) for each in later) else (("eng", False),)


def _publications(history: History, act: TrueAct) -> tuple[Publication, ...]:
    """Return what facts hold of the publications; in some worlds two are called the first, of which one is."""
    made = _publication(history, act)
    if history.has(Feature.TWO_FIRSTS) and act.style % 2 and made.first:
        apart = timedelta(5 + act.style * 7)
        day = act.published - apart if act.style % 3 and act.published - apart >= act.adopted else act.published + apart
        return (made, Publication((day,), None, None, RECORD, first=True))
    return (made,)


def _publication(history: History, act: TrueAct) -> Publication:
    """Return what facts hold of the publication: the first one, only a second one, or the issues of all parts."""
    if history.has(Feature.PUBLISHED_AGAIN) and act.style % 2:
        return Publication((act.published + timedelta(10 + act.style * 9),), None, None, RECORD)
    if history.has(Feature.PRINTED_IN_ISSUES) and (act.published - act.adopted).days > 1:
        return Publication((act.published - timedelta(1), act.published), None, None, RECORD, first=True)
    return Publication((act.published,), None, None, RECORD, first=True)


def _seen(history: History, act: TrueAct, change: Change) -> tuple[tuple[str, bool], ...]:
    """Return, in worlds where the page was checked, whether it was seen to show a change of an act it does not lack."""
    shows = history.shows(Event(act, change))
    if history.has(Feature.CHECKED) and change.words is None:
        later = [event.change for event in history.events if history.shows(event)
                 and event.change is not change and event.change.operative >= change.operative]
        hidden = any(each.covers(change.eid) or change.covers(each.eid) for each in later)
        return () if hidden else (("eng", shows),)
    return (("eng", False),) if _seen_long_ago(history, act, change) else ()


def _seen_long_ago(history: History, act: TrueAct, change: Change) -> Record | None:
    """Return the record of a look at a page of the change's first day, which lagged; today's page shows the change."""
    if not history.has(Feature.CHECKED_LONG_AGO) or act.number in history.left_out or act.style % 2:
        return None
    later = history.shows(Event(act, change)) and change.operative < history.printed_on
    return replace(RECORD, recorded=change.operative) if later else None


def _leaves_heading(history: History, later: Change, change: Change) -> bool:
    """Tell whether a page still shows that a heading lacks a change: it stays over an article that is excluded."""
    if history.has(Feature.HEADING_LACK_UNTOLD):
        return False
    return later.action in ENDING and (change.eid == change.article or change.eid.endswith("__heading"))


def _texts(history: History, change: Change) -> tuple[Texts, Texts]:
    """Return the wording before and after a change of one text, where this world's facts hold texts."""
    if not history.habits.texts or len(change.texts) != 1 or change.eid.endswith("__intro"):
        return (), ()
    return (), (("eng", change.texts[0][1]),)


def _notes(history: History, records: list[ActRecord], rng: Random) -> LawNotes:
    if history.habits.held is Held.COMPLETE:
        return LawNotes(history.end, RECORD)
    if history.habits.held is Held.NONE or rng.random() < 0.5:
        return LawNotes()
    until = rng.choice((history.printed_on, history.end))
    unknown = (day for act in history.acts for day in _unknown_days(history, act, records))
    return LawNotes() if any(day <= until for day in unknown) else LawNotes(until, RECORD)


def _unknown_days(history: History, act: TrueAct, records: list[ActRecord]) -> Iterator[date]:
    """Return the first days of changes that nothing tells of: of acts that neither page nor facts name, and what an act
    that the page names does only later, where its targets are not all told.
    """
    record = next((each for each in records if each.act.number == act.number), None)
    named = act.number in named_acts(history) and act.number in spoiled(history)
    if history.has(Feature.ACTS_ALL_KNOWN) and (record or named):
        return
    if record is None or (named and not record.complete):
        yield from (each.operative for each in act.changes if not named or each.operative > history.printed_on)
