"""What acts do beside their steps: interim wordings, how long a step lasts, and what an act loses before it has begun.

A change that an act makes in two steps is spoken as one, with the wording of the first in a closing article. A change for a
time is spoken as any other, with its end there. What an act never did may stand in its words as adopted: a later act strikes
it, or words it as it was done then, before it began.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from lawgraph.law.amendments import Action, OperationRule, RuleKind
from lawgraph.law.eid import Eid, Kind
from legislature.features import Feature
from legislature.history import Change, History, Texts, TrueAct
from legislature.invention import first_day
from legislature.tongues import UnspokenError

_PLAIN = (Kind.PARAGRAPH, Kind.POINT)
_WORDED = (Action.SUBSTITUTION, Action.INSERTION)
_UNDONE = 0.7


@dataclass(frozen=True, slots=True)
class Aside:
    """Hold until when a change lasts, or until when it brings `instead` what it says."""

    until: date
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Decoy:
    """Hold what an act says and never does, what it does `instead` if anything, and the act that saw to it."""

    spoken: Change
    instead: Change | None
    by: TrueAct


def with_asides(history: History, act: TrueAct) -> tuple[tuple[Change, ...], Mapping[Change, Aside]]:
    """Return the changes of an act as it speaks of them, and what it says of some of them in closing articles."""
    spoken: list[Change] = []
    asides: dict[Change, Aside] = {}
    for change in act.changes:
        first = next((each for each in spoken if each.eid == change.eid), None)
        if change.again and first is not None and history.has(Feature.ACTS_SPEAK_OF_INTERIM):
            if first in asides or change.rule.kind is not RuleKind.ON_DAY or Eid(change.eid).kind is Kind.INTRO:
                raise UnspokenError
            action = Action.INSERTION if first.action is Action.INSERTION else Action.SUBSTITUTION
            spoken[spoken.index(first)] = whole = replace(first, action=action, texts=change.texts)
            asides[whole] = Aside(change.operative, first.texts)
        elif change.until and change.rule.kind is RuleKind.ON_DAY and history.has(Feature.ACTS_SPEAK_OF_SPANS):
            spoken.append(replace(change, until=None))
            asides[spoken[-1]] = Aside(change.until)
        else:
            spoken.append(change)
    return tuple(spoken), asides


def decoys(history: History, act: TrueAct, before: Texts, rng: Random) -> tuple[Decoy, ...]:
    """Return what an act says as adopted and a later one undoes before it begins; `before` is the law before it."""
    later = [each for each in history.acts if each.adopted > act.adopted and each.rule.kind is RuleKind.ON_DAY]
    if not (history.has(Feature.ACTS_REWRITTEN) and later):
        return ()
    by = rng.choice(later)
    begun = first_day(by.published, by.rule)
    found = [Decoy(replace(change, texts=_false(change.texts)), change, by) for change in act.changes
             if change.rule.kind is RuleKind.ON_DAY and change.operative >= begun and len(change.texts) == 1
             and change.action in _WORDED and Eid(change.eid).kind in _PLAIN and rng.random() < _UNDONE]
    free = [eid for eid, text in before.items() if Eid(eid).kind in _PLAIN and not text.endswith(":")
            and not any(each.words or each.covers(eid) or Eid(each.eid).within(eid) for each in act.changes)]
    if free and (not found or rng.random() < _UNDONE):
        eid, day = rng.choice(free), begun + timedelta(int(rng.random() * 300))
        texts = _false(((eid, before[eid]),)) if rng.random() < _UNDONE else ()
        never = Change(eid, Action.SUBSTITUTION if texts else Action.EXCLUSION, day, OperationRule(RuleKind.ON_DAY, day=day), texts)
        found.append(Decoy(never, None, by))
    return tuple(found)


def as_adopted(changes: Sequence[Change], undone: Sequence[Decoy]) -> tuple[Change, ...]:
    """Return the changes of an act with those that it never made."""
    false = {each.instead: each.spoken for each in undone}
    return (*(false.get(each, each) for each in changes), *(each.spoken for each in undone if each.instead is None))


def _false(texts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((eid, text.replace("shall ", "shall never ", 1) if "shall " in text else f"never {text}") for eid, text in texts)
