"""Hold what lawgraph says of an invented law against its true life, on every day.

Truth and answer are constant between the days on which one of them turns. So one comparison for each stretch of days
between two turns is a comparison on every day.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count, pairwise
from random import Random

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.amendments import Action, Amendment, Dating, Scope
from lawgraph.law.versions import Presence, ReasonKind, Version, Wording
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from lawgraph.timeline.history import History as Life
from lawgraph.timeline.history import Timeline, trace
from legislature import (
    Dated,
    Feature,
    Habits,
    Held,
    History,
    Print,
    Shelf,
    Stated,
    describe,
    facts,
    habits_of,
    held_acts,
    in_language,
    invent,
    law_act,
    never_done,
    prints,
    same_wording,
    stated_day,
)
from legislature.features import PRINTED, SPEAKING
from legislature.history import WHOLE
from legislature.prints import SHELVES
from lives import version_on

PROVEN = Habits(Held.COMPLETE, stated=Stated.DAY)
"""The world in which nothing is hidden: every act, target and publication recorded, the edition's day stated."""

ONE = Shelf()
"""The English page of the history alone."""

COUNTEREXAMPLES = (55, 428, 677, 1142, 2026, 2080, 4086, 10313, 11013, 44602, 54921, 59371)
"""Seeds whose shelves once gave a wrong sure answer, each by a rule that lacked a condition."""


SPOKEN = (*((seed, Feature.ACTS_SPEAK) for seed in (29, 36, 37, 107, 110, 174, 2059, 2093, 61_005_233)),
          *((311_108, feature) for feature in (Feature.ACTS_SPEAK_ROUGHLY, Feature.ACTS_SPEAK_KAZAKH)))
"""Seeds of worlds whose acts' own words once gave a wrong sure answer, with how the acts speak."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold truth and answer for a provision from `first` up to the next turn; `true` is `None` where it was absent.

    `version` is `None` before the law's first possible day. `known` tells that the day lies within the horizon.
    """

    eid: str
    first: date
    true: str | None
    version: Version | None
    known: bool

    @property
    def presence(self) -> Presence:
        """What lawgraph says of presence; of a day before the law it says no."""
        return self.version.in_operation if self.version else Presence.NO

    @property
    def wording(self) -> Wording | None:
        """What lawgraph says of the wording."""
        return self.version.wording if self.version else None

    @property
    def right_text(self) -> bool:
        """Tell whether the wording shown, or else the nearest one that is offered, was the wording of these days."""
        if self.version is None or self.true is None:
            return False
        offered = [each.text for each in self.version.nearest[:1]]
        shown = [self.version.text] if self.version.text is not None else offered
        return any(same_wording(each, self.true) for each in shown)

    @property
    def heading(self) -> bool:
        """Tell whether the provision is a heading."""
        return self.eid.endswith("__heading")

    def __str__(self) -> str:
        """Show the answer beside the truth, in a line for people."""
        said = f"{self.presence} {self.wording or ''} {self.version.text if self.version else None!r}"
        because = ", ".join(f"{each.kind} {each.act or ''} {each.target or ''}".strip()
                            for each in (self.version.because if self.version else ()))
        return f"{self.eid} on {self.first}: said {said} ({because}), in truth {self.true!r}"


@dataclass(frozen=True)
class Trial:
    """Hold one history, what lawgraph makes of its page and facts, and both side by side."""

    history: History
    life: Life
    stretches: tuple[Stretch, ...]
    shelf: Shelf = ONE

    def told(self, stretch: object) -> str:
        """Show a counterexample with the whole history, for a failing test."""
        editions = (f"  {each.lang} of {each.history.printed_on}, dated by {each.dated}, left out: "
                    f"{', '.join(sorted(each.history.left_out)) or 'none'}" for each in prints(self.history, self.shelf))
        return "\n".join((f"{stretch} ({self.life.lang})", describe(self.history), *editions))


def kept_world(seed: int) -> Habits:
    """Return the world that a seed brings, with the habits of Kazakh legislation kept."""
    return replace(habits_of(seed), kept=True)


def shelf_of(seed: int) -> Shelf:
    """Return the shelf that a seed brings: two to five editions, half of them beside official ones."""
    return Shelf(2 + seed % 4, official=seed // 4 % 2 == 0)


_PLACED = re.compile(r"__(al|indent)_[0-9]+")
_COMES_BACK = {Feature.PART_IN_THE_MIDDLE, Feature.RETURNED, Feature.EXCLUDED_FOR_A_TIME, Feature.INSERTED_FOR_A_TIME}
_NEVER_TOGETHER = ({Feature.PART_IN_THE_MIDDLE, Feature.CHANGED_IN_TWO_STEPS},
                   {Feature.NOTE_OF_ANOTHER, Feature.NOTE_ELSEWHERE}, {Feature.NOTELESS_AHEAD, Feature.UNTOLD},
                   *({Feature.CHAPTERS_ANEW, each} for each in SPEAKING))


def mixed_features(seed: int) -> tuple[Feature, ...]:
    """Return three features that meet in one world.

    What moves and comes back where no source tells is known to nobody; nor which part the second step of an act means
    where another act moved the parts between its two steps, nor of what a note speaks that names no unit and stands
    elsewhere, nor that a text without notes is ahead of an act of which no source tells.
    """
    chance = Random(f"mixed {seed}")  # noqa: S311 - invention, not secrecy
    drawn = (tuple(chance.sample(tuple(Feature), 3)) for _ in count())
    return next(each for each in drawn if not any(map(set(each).issuperset, _NEVER_TOGETHER))
                and (Feature.UNTOLD not in each or _COMES_BACK.isdisjoint(each)))


def rare_world(seed: int, *features: Feature) -> Habits:
    """Return the world that a seed brings, with rare features in it and with what lets them be met."""
    habits = replace(kept_world(seed), features=frozenset(features))
    if habits.features & {Feature.SUSPENSION_RECORDED, Feature.SUSPENSION_DROPPED}:
        habits = replace(habits, suspensions=True)
    if habits.features & {Feature.PUBLISHED_AGAIN, Feature.PRINTED_IN_ISSUES, Feature.CHECKED, Feature.CHECKED_LONG_AGO,
                          Feature.PARTS_BY_RULE, Feature.ACTS_ALL_KNOWN}:
        habits = replace(habits, held=Held.SOME if seed % 3 else Held.COMPLETE)
    if habits.features & {Feature.CHANGED_IN_TWO_STEPS}:
        habits = replace(habits, texts=True)
    if habits.features & {Feature.HEADING_LACK_UNTOLD}:
        habits = replace(habits, stale=True)
    if habits.features & {Feature.TWO_FIRSTS, Feature.NOTELESS, Feature.NOTELESS_AHEAD}:
        habits = replace(habits, held=Held.COMPLETE)
    if habits.features & {Feature.UNTOLD}:
        habits = replace(habits, held=Held.NONE, suspensions=False, stale=False)
    if habits.features & {Feature.INSERTED_FOR_A_TIME, Feature.EXCLUDED_FOR_A_TIME, *PRINTED}:
        habits = replace(habits, stale=False)
    if habits.features & {Feature.MADE_AHEAD}:
        habits = replace(habits, stated=Stated.RETRIEVED if seed % 2 else Stated.NOTHING)
    return habits


def rare_shelf(seed: int, *features: Feature) -> Shelf:
    """Return the shelf for a world with rare features; what was seen of a page long ago is told of a single page."""
    if {Feature.HEADING_NOTED_ONCE, Feature.WORDS_AGAIN, *SPEAKING, *SHELVES} & set(features):
        return Shelf(2 + seed % 4, official=True)
    alone = {Feature.CHECKED, Feature.CHECKED_LONG_AGO} & set(features)
    return ONE if alone or seed % 2 else shelf_of(seed // 2)


def trial(seed: int, habits: Habits) -> Trial:
    """Invent a history, trace its law from what is printed and recorded, and set truth and answer side by side."""
    return next(trials(seed, habits, ONE))


def trials(seed: int, habits: Habits, shelf: Shelf) -> Iterator[Trial]:
    """Invent a history, and do the same for each language of its editions."""
    history = invent(seed, habits)
    sources = sources_of(history, shelf)
    for lang in sorted({edition.lang for edition in sources.editions}):
        life = trace(sources, lang)
        yield Trial(history, life, tuple(stretches(history, life)), shelf)


def sources_of(history: History, shelf: Shelf = ONE) -> LawSources:
    """Return all that lawgraph may know of an invented law."""
    editions = tuple(_edition(each, f"{each.lang}{place or ''}.txt")
                     for place, each in enumerate(prints(history, shelf)))
    return LawSources(history.id, history.number, history.adopted, law_act(history), editions, *facts(history),
                      acts=held_acts(history) if SPEAKING & history.habits.features else ())


def _edition(printed: Print, file: str) -> Edition:
    retrieved = printed.history.printed_on if printed.dated is Dated.RETRIEVED else None
    dated_by = Dating.ADOPTION if printed.dated is Dated.ADOPTION else Dating.OPERATION
    return Edition(printed.lang, file, parse(read_plain(printed.text), "eng"), printed.official, stated_day(printed), retrieved,
                   dated_by)


def stretches(history: History, life: Life) -> Iterator[Stretch]:
    """Set truth and answer side by side for every provision that lawgraph knows."""
    for timeline in life.timelines:
        yield from _of_provision(history, life, timeline)


def wrong_attested(stretch: Stretch) -> bool:
    """Tell whether a wording is called attested that was not the wording of the day."""
    return stretch.wording is Wording.ATTESTED and stretch.true is not None and not stretch.right_text


def wrong_yes(stretch: Stretch) -> bool:
    """Tell whether what was absent is said to have been in operation."""
    return stretch.presence is Presence.YES and stretch.true is None


def wrong_no(stretch: Stretch) -> bool:
    """Tell whether what was in operation is said to have been absent."""
    return stretch.presence is Presence.NO and stretch.true is not None


WRONG: Mapping[str, Callable[[Stretch], bool]] = {
    "attested, but not the wording": wrong_attested, "yes, but absent": wrong_yes, "no, but there": wrong_no}


def broken_lines(timeline: Timeline, life: Life) -> Iterator[str]:
    """Name gaps and overlaps in a line of versions, and a start or end that is not that of time itself."""
    versions = timeline.versions
    first, last = versions[0].start.latest, versions[-1].before.earliest
    if first != life.days.start.earliest:
        yield f"{timeline.unit.eid} begins on {first}, the law on {life.days.start.earliest}"
    if last is not None:
        yield f"{timeline.unit.eid} ends on {last}"
    for one, other in pairwise(versions):
        if one.before.earliest is None or one.before.earliest != other.start.latest:
            yield f"{timeline.unit.eid}: {one.before.earliest} is followed by {other.start.latest}"
    for each in versions:
        for bounds in (each.start, each.before):
            if bounds.earliest and bounds.latest and bounds.earliest > bounds.latest:
                yield f"{timeline.unit.eid}: bounds cross, {bounds}"


def missed_days(history: History, life: Life) -> Iterator[str]:
    """Name the amendments, and the law's own first day, whose bounds leave out the true day."""
    start = life.days.start
    open_start = start.latest is None and history.habits.features & {
        Feature.PART_STARTS_LATER, Feature.CLOSING_CHANGED, Feature.OWN_TERM, Feature.OWN_END, Feature.HEADING_TERM,
        Feature.OWN_LINE}
    if not (start.possibly_by(history.start) and (open_start or (start.latest and history.start <= start.latest))):
        yield f"the law began on {history.start}, not in {life.days.start}"
    never = never_done(history)
    for each in life.amendments:
        if (each.act_name, each.target.outermost) in never:
            continue
        of_itself = each.action is Action.NOT_UNDERSTOOD or each.target in dict((*history.late, *history.ended))
        if each.act_name == history.number and of_itself:
            continue
        true = true_days(history, each)
        off = [place for act in history.acts if each.act and act.number == each.act.number
               for change in act.called_off for place in (change.eid, f"{change.eid}__intro")]
        if each.target in off or (off and each.foreseen):
            continue
        if each.act is not None and not any(_contain(each, day) for day in true):
            began = ", ".join(str(day) for day in sorted(true)) or "never"
            yield f"{each.action} of {each.target} by № {each.act.name} began on {began}, not in {each.operative}"


def true_days(history: History, amendment: Amendment) -> frozenset[date]:
    """Return the true first days of what an act did to a target: to this very thing, else inside it or around it."""
    act = next((each for each in history.acts if amendment.act and each.number == amendment.act.number), None)
    target = amendment.target.removesuffix("__intro")
    places = [(eid.removesuffix("__intro"), day) for change in (act.changes if act else ())
              for day in (change.operative, *([change.until] if change.until else ()))
              for eid in (change.eid, *change.gone, *change.touched, *(place for place, _ in change.texts))
              if (change.action is Action.REPEAL) is _repeals(amendment)]
    # A page without an act may tell of a part or indent by the place that it had before that act.
    exact = frozenset(day for eid, day in places if eid == target or (
        history.left_out and _PLACED.sub(r"\1", eid) == _PLACED.sub(r"\1", target)))
    near = frozenset(day for eid, day in places if "law" in (eid, target) or _overlap(eid, target)
                     or (eid.startswith("art_") and history.chapter_of(eid.partition("__")[0]) == target))
    # What the act brought in one step, and drops from a new wording in another, is told as excluded.
    dropped = amendment.action is Action.EXCLUSION and not any(
        change.action is Action.EXCLUSION and target in (change.eid, *change.gone) for change in (act.changes if act else ()))
    vague = dropped or amendment.scope in (Scope.SOMEWHERE, Scope.WORDS) or amendment.action is Action.NOT_UNDERSTOOD
    return exact if exact and not vague else exact | near


def weak_grade(stretch: Stretch) -> bool:
    """Tell whether a grade is too weak for a world where everything is known: a wording is held there, or it is not."""
    return stretch.known and (stretch.presence is Presence.PRESUMED
                              or stretch.wording in (Wording.PRESUMED, Wording.UNVERIFIED))


def needlessly_open(history: History, stretch: Stretch) -> bool:
    """Tell whether presence is left open where everything is known.

    It is beneath what was inserted, newly worded or excluded as a whole, where two acts of one day did so with the same
    thing, in which order is told by no source, and in unnumbered lists where places were brought or ended repeatedly.
    """
    explained = (_within_whole(history, stretch.eid) or _twice_on_a_day(history, stretch.eid)
                 or _moved(history, stretch.eid))
    return stretch.known and stretch.presence is Presence.POSSIBLE and not explained


def doubts(found: Trial) -> Iterator[str]:
    """Name all that is less sure than it need be, in a trial where everything is known."""
    yield from (f"weak grade: {each}" for each in found.stretches if weak_grade(each))
    yield from (f"needlessly open: {each}" for each in found.stretches if needlessly_open(found.history, each))


def unfounded(found: Trial) -> Iterator[str]:
    """Name what is only presumed because an act changed something elsewhere, though no other place is known of it."""
    places = {(each.act.name, each.target) for each in found.life.amendments if each.act}
    for stretch in found.stretches:
        for reason in stretch.version.because if stretch.version and not stretch.heading else ():
            if reason.kind is ReasonKind.CHANGED_ELSEWHERE and not any(
                    act == reason.act and _inside(target, reason.target or "law") for act, target in places):
                yield f"nothing known elsewhere in {reason.target} of № {reason.act}: {stretch}"


def faults(found: Trial) -> Iterator[str]:
    """Name all that breaks the promise of soundness in one trial, or gives a reason that is none.

    What a spoiled page seems to tell of acts is no truth about them: there the answers alone are held against it.
    """
    for stretch in found.stretches:
        for name, wrong in WRONG.items():
            if wrong(stretch):
                yield f"{name}: {stretch}"
    if not found.history.habits.features & PRINTED:
        yield from unfounded(found)
        yield from (f"bounds: {each}" for each in missed_days(found.history, found.life))
    yield from (f"timeline: {each}" for timeline in found.life.timelines for each in broken_lines(timeline, found.life))


def _of_provision(history: History, life: Life, timeline: Timeline) -> Iterator[Stretch]:
    eid = str(timeline.unit.eid)
    true = {day: text if text is None else in_language(text, life.lang) for day, text in history.life_of(eid)}
    turns = {*true, history.adopted, *(each.start.latest for each in timeline.versions if each.start.latest)}
    was: str | None = None
    for day in sorted(turns):
        was = true.get(day, was)
        known = life.days.horizon is None or day <= life.days.horizon
        yield Stretch(eid, day, was, version_on(timeline.versions, day), known)


def _inside(target: str, place: str) -> bool:
    """Tell whether a target lies strictly inside a place; headings do not count."""
    above = place.partition("_")[0] in ("law", "chp", "sec")
    return not target.endswith("__heading") and target != place and (above or target.startswith(f"{place}__"))


def _contain(amendment: Amendment, day: date) -> bool:
    bounds = amendment.operative
    return bounds.possibly_by(day) and (bounds.latest is None or day <= bounds.latest)


def _repeals(amendment: Amendment) -> bool:
    return amendment.action is Action.REPEAL


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")


def _within_whole(history: History, eid: str) -> bool:
    """Tell whether something that encloses a provision was ever inserted, newly worded or excluded as a whole."""
    return any(event.change.covers(eid) and eid != event.change.eid for event in history.events
               if event.change.action in WHOLE)


def _moved(history: History, eid: str) -> bool:
    """Tell whether a place in an unnumbered list, or the one before it, was brought or ended more than once."""
    lists = [step for step in eid.split("__") if step.startswith(("al_", "indent_"))]
    parent = eid.partition(f"__{lists[0]}")[0] if lists else "none"
    prefix = lists[0].partition("_")[0] if lists else ""
    events = [event.change for event in history.events if event.change.action in WHOLE - {Action.SUBSTITUTION}
              and event.change.eid.startswith(f"{parent}__{prefix}_")]
    return len(events) > 1


def _twice_on_a_day(history: History, eid: str) -> bool:
    """Tell whether a provision was ever inserted, newly worded or excluded twice on one day: the order is not known."""
    days = [event.change.operative for event in history.events
            if event.change.covers(eid) and event.change.action in WHOLE]
    return len(set(days)) < len(days)
