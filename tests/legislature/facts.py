"""The facts that are kept of an invented law's acts: none, some or all, but never a false one.

Of acts that the translation left out the facts always tell, with every target: else no reader could know of them. An
act that starts in parts is told with a first day of operation for each target, and none for the whole.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from lawgraph.acts import ActRecord, Completeness, LawNotes, OperationFact, Publication, Record, TargetFact, Texts
from lawgraph.authors import Act, ActKind
from lawgraph.model import Action
from legislature.history import ENDING, Change, Held, History, TrueAct
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
    if act.number in history.left_out:
        return True
    return {Held.NONE: False, Held.SOME: rng.random() < 0.7, Held.COMPLETE: True}[history.habits.held]


def _of_law(history: History) -> ActRecord:
    return ActRecord(law_act(history), (("eng", history.title),), history.id, RECORD,
                     (Publication(history.published, None, None, RECORD),))


def _of_act(history: History, act: TrueAct, rng: Random) -> ActRecord:
    whole = history.habits.held is Held.COMPLETE
    told = whole or act.number in history.left_out
    complete = whole or rng.random() < 0.5
    targets = tuple(_targets(history, act, rng, complete=complete))
    if not (told or complete):
        targets = tuple(each for each in targets if rng.random() < 0.5)
    published = (Publication(act.published, None, None, RECORD),) if whole or rng.random() < 0.5 else ()
    known = not act.in_parts and (whole or rng.random() < 0.3)
    return ActRecord(
        Act(act.number, act.adopted, ActKind.LAW), (("eng", "On amendments"),), None, RECORD, published,
        OperationFact(act.operative, None if act.defers else act.rule, RECORD) if known else None, targets,
        (Completeness(history.id, RECORD),) if complete else ())


def _targets(history: History, act: TrueAct, rng: Random, *, complete: bool) -> Iterator[TargetFact]:
    for change in act.changes:
        own_day = change.operative if act.in_parts else None
        reflected = _reflected(history, act, change)
        if change.words is not None and complete:
            for eid in change.touched:
                yield TargetFact(history.id, eid, Action.MODIFICATION, RECORD, own_day, reflected)
        else:
            eid = change.eid
            if complete and change.action is Action.MODIFICATION and eid.endswith("__intro") and rng.random() < 0.3:
                eid = eid.removesuffix("__intro")
            earlier, later = _texts(history, change)
            yield TargetFact(history.id, eid, change.action, RECORD, own_day, reflected, earlier, later)


def _reflected(history: History, act: TrueAct, change: Change) -> tuple[tuple[str, bool], ...]:
    """Tell that the translation lacks a change, but where a later new wording of the article hides the lack."""
    if act.number not in history.left_out:
        return ()
    place = next(place for place, event in enumerate(history.events) if event.change is change)
    later = (event.change for event in history.events[place + 1:]
             if event.act.number not in history.left_out and event.change.operative <= history.printed_on)
    return () if any(drops(each, change) and not _leaves_heading(each, change) for each in later) else (("eng", False),)


def _leaves_heading(later: Change, change: Change) -> bool:
    """Tell whether a page still shows that a heading lacks a change: it stays over an article that is excluded."""
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
    named = act.number in named_acts(history)
    if record is None or (named and not record.complete):
        yield from (each.operative for each in act.changes if not named or each.operative > history.printed_on)
