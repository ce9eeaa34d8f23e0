"""What is grafted on a history that is made: terms in the law's own words, and changes that last for a time only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from lawgraph.facts.commencement import count_days
from lawgraph.law.amendments import Action, OperationRule, RuleKind
from legislature.features import Feature
from legislature.history import Change, Habits, History, TrueAct, overlap, within

_MONTHS = {6: "six months", 9: "nine months", 12: "one year", 24: "two years"}
_LATER = ("Article {} of this Law enters into force upon expiry of {} after the first official publication of this Law.",
          "Article {} enters into force {} after the day of the first official publication of this Law.",
          "Article {} of this Law shall be enforced upon expiry of {} after its first official publication.")
_ENDS = ("Article {} of this Law ceases to be in force upon expiry of {} after the first official publication of this Law.",
         "Article {} is valid for {} from the day of the first official publication of this Law.",
         "The operation of Article {} of this Law ends {} after the day of the first official publication of this Law.")

_IN_HEADING = ((" (until {})", " (valid until {})"), (" (from {})", " (shall be enforced from {})"))
_IN_LINE = ((" This norm is valid until {}.", " It operates until {}.", " The said provision applies until {}.", " (until {})",
             " This rule, however, expired on {}.", " [in force until {}]", " This procedure stays in effect until {}."),
            (" This norm applies from {}.", " It operates from {}.", " The said procedure is introduced from {}.", " (from {})"))


def own_words(rng: Random, history: History) -> History:
    """Let the law itself say from or until when one of its articles operates, in words or in a heading."""
    if not history.habits.features & {Feature.OWN_TERM, Feature.OWN_END, Feature.HEADING_TERM, Feature.OWN_LINE}:
        return history
    free = [eid for eid, _ in history.chapters[:-1] if eid in dict(history.original) and eid not in dict(history.late)
            and not any(overlap(each, eid) for event in history.events for each in event.change.reach)
            and not any(each.change.words or each.change.covers(eid) for each in history.events)]
    closing_stays = history.closing and not any(event.change.covers(history.closing) for event in history.events)
    if not free or not closing_stays:
        return history
    eid = rng.choice(free)
    if history.has(Feature.HEADING_TERM):
        return _in_words_of(rng, history, eid, f"{eid}__heading", _IN_HEADING)
    if history.has(Feature.OWN_LINE):
        return _in_words_of(rng, history, eid, eid, _IN_LINE) if dict(history.original)[eid].endswith(".") else history
    months = rng.choice([each for each in _MONTHS if _after(history, each) > history.start])
    ends = history.has(Feature.OWN_END)
    told = rng.choice(_ENDS if ends else _LATER).format(eid.removeprefix("art_"), _MONTHS[months])
    texts, last = dict(history.original), history.closing
    if f"{last}__para_1" not in texts:
        texts |= {last: "", f"{last}__para_1": texts[last]}
    count = sum(each.startswith(f"{last}__para_") for each in texts)
    texts[f"{last}__para_{count + 1}"] = told
    return _with_term(replace(history, original=tuple(texts.items())), (eid, _after(history, months)), ends=ends)


def _in_words_of(rng: Random, history: History, eid: str, place: str, forms: tuple[tuple[str, ...], ...]) -> History:
    """Let an article say at a place of its own until when it operates, or from when."""
    day = history.start.replace(day=1, month=1) + timedelta(366 * rng.choice((1, 2, 3)))
    day = day.replace(day=1, month=1)
    ends = rng.random() < 0.5
    said = f"{day.day:02d}.{day.month:02d}.{day.year}"
    texts, form = dict(history.original), rng.choice(forms[0] if ends else forms[1])
    texts[place] += form.format(said)
    return _with_term(replace(history, original=tuple(texts.items())), (eid, day), ends=ends)


def _with_term(history: History, term: tuple[str, date], *, ends: bool) -> History:
    return replace(history, ended=(term,)) if ends else replace(history, late=(*history.late, term))


def _after(history: History, months: int) -> date:
    return count_days(history.published, OperationRule(RuleKind.AFTER_PUBLICATION, months=months))


def for_a_time(rng: Random, habits: Habits, acts: tuple[TrueAct, ...]) -> tuple[TrueAct, ...]:
    """Let an insertion or exclusion end some day, where nothing else ever reached what it is about."""
    actions = {Feature.INSERTED_FOR_A_TIME: Action.INSERTION, Feature.ACTS_SPEAK_OF_SPANS: Action.INSERTION,
               Feature.EXCLUDED_FOR_A_TIME: Action.EXCLUSION}
    asked = [actions[each] for each in actions if each in habits.features]
    fit = [(act, change) for act in acts for change in act.changes if change.action in asked and not change.shifts
           and change.eid.rpartition("_")[0].endswith(("art", "point", "para")) and _alone(change, acts)]
    if not fit:
        return acts
    act, change = rng.choice(fit)
    passing = replace(change, until=change.operative + timedelta(60 + int(rng.random() * 900)))
    return tuple(replace(each, changes=tuple(passing if one is change else one for one in each.changes)) if each is act else each
                 for each in acts)


def _alone(change: Change, acts: Sequence[TrueAct]) -> bool:
    others = [other for act in acts for other in act.changes if other is not change]
    return not change.gone and not any(
        other.words or other.action is Action.REPEAL or other.covers(change.eid)
        or any(within(change.eid, each) or within(each, change.eid) for each in other.reach) for other in others)
