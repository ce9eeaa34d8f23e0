"""The pictures of lives: a lane of bars for each article or part over one axis of years, as numbers for a template.

Positions are per cent of the width, so that a picture fits any screen without its text growing or shrinking. A stretch
that is short against the whole is drawn wide enough to be seen. Days run from `first` up to, not including, `before`.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from lawgraph.law.days import unknown_first
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import Presence, Version
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.values import answer_of, last_day
from lawgraph.timeline.consolidation import Grade, grade_of
from lawgraph.voice.names import provision_name, short_name, span_in_words
from lawgraph.voice.speaking import Voice, capitalized, message

_NARROWEST = 0.5
_MOST_YEARS = 5
_MARGIN = 0.03


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold days of one answer: how sure it is (`grade`), and what is told of it in words; `before` may be open."""

    first: date
    before: date | None
    grade: str
    told: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold an event whose day lies from `first` to `last`, with the page it leads to."""

    first: date
    last: date
    told: str
    path: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Hold the stretches of one provision, the name it goes by, and the page it leads to."""

    name: str
    path: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Hold one bar: where it begins and how wide it is, in per cent."""

    x: str
    width: str
    grade: str
    told: str


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """Hold one lane as drawn, and all that it shows in words."""

    name: str
    path: str
    bars: tuple[Bar, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Pin:
    """Hold one event as drawn: from `x` on, as wide as its day is uncertain."""

    x: str
    width: str
    told: str
    path: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Hold the first of January of a year as drawn; `label` is empty for years between."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Hold lanes, events, years and today, as drawn."""

    lanes: tuple[DrawnLane, ...]
    pins: tuple[Pin, ...]
    ticks: tuple[Tick, ...]
    today: str

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that its bars show, for the legend."""
        return tuple(dict.fromkeys(bar.grade for lane in self.lanes for bar in lane.bars))


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    days: int

    def at(self, day: date) -> float:
        return max(0.0, min(100.0, 100 * (day - self.first).days / self.days))


def picture(lanes: Sequence[Lane], moments: Sequence[Moment], today: date) -> Picture:
    """Return the picture of lanes and events over an axis that holds them all, and today."""
    axis = _axis([each.first for lane in lanes for each in lane.stretches], [each.last for each in moments], today)
    pins = tuple(Pin(_per_cent(axis.at(each.first)), _per_cent(max(axis.at(each.last) - axis.at(each.first), 0)),
                     each.told, each.path) for each in moments)
    return Picture(tuple(_drawn(lane, axis) for lane in lanes), pins, _ticks(axis), _per_cent(axis.at(today)))


def _axis(firsts: Sequence[date], lasts: Sequence[date], today: date) -> _Axis:
    first = min([*firsts, today])
    last = max([*firsts, *lasts, today])
    days = max((last - first).days, 1)
    return _Axis(first - timedelta(days=int(days * _MARGIN)), int(days * (1 + 2 * _MARGIN)) + 1)


def _drawn(lane: Lane, axis: _Axis) -> DrawnLane:
    bars = tuple(_bar(each, axis) for each in lane.stretches)
    return DrawnLane(lane.name, lane.path, bars, "; ".join(each.told for each in lane.stretches))


def _bar(each: Stretch, axis: _Axis) -> Bar:
    start = axis.at(each.first)
    end = axis.at(each.before) if each.before else 100.0
    return Bar(_per_cent(start), _per_cent(max(end - start, _NARROWEST)), each.grade, each.told)


def _ticks(axis: _Axis) -> tuple[Tick, ...]:
    last = axis.first + timedelta(days=axis.days)
    years = range(axis.first.year + 1, last.year + 1)
    step = -(-len(years) // _MOST_YEARS) or 1
    return tuple(Tick(_per_cent(axis.at(date(year, 1, 1))), str(year) if not index % step else "")
                 for index, year in enumerate(years))


def _per_cent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches with neighbours that say the same made one."""
    runs: list[Stretch] = []
    for each in stretches:
        if runs and (runs[-1].grade, runs[-1].told) == (each.grade, each.told):
            runs[-1] = Stretch(runs[-1].first, each.before, each.grade, each.told)
        else:
            runs.append(each)
    return tuple(runs)


def gapless(days: Sequence[date]) -> tuple[tuple[date, date | None], ...]:
    """Return the stretches between days, the last one open."""
    return (*pairwise(days), *((days[-1], None),)) if days else ()


WORDS = {
    Grade.HELD: message("held"), Grade.PROBABLY: message("probably held"), Grade.PARTLY: message("partly held"),
    Grade.UNCONFIRMED: message("in operation, wording not confirmed"),
    Grade.UNHELD: message("in operation, wording not held"), Grade.UNCERTAIN: message("uncertain"),
    Grade.ABSENT: message("not in operation"),
}
"""What a bar says, by its grade."""

_LANES = {Kind.ARTICLE, Kind.PREAMBLE, Kind.ANNEX}


def lanes_of_division(expression: Expression, histories: Mapping[Eid, Sequence[Version]]) -> tuple[Lane, ...]:
    """Return a lane for each article of a law or of a chapter, with how much of it is held."""
    members: dict[Eid, dict[Eid, Sequence[Version]]] = defaultdict(dict)
    for eid, versions in histories.items():
        members[eid.outermost][eid] = versions
    return tuple(Lane(provision_name(place.eid, expression.voice), expression.path_of(place.eid),
                      _of_article(place.eid, members[place.eid], expression.voice))
                 for place in expression.places if place.kind in _LANES and place.eid in histories)


def lanes_of_provision(expression: Expression, eid: Eid, versions: Mapping[Eid, Sequence[Version]]) -> tuple[Lane, ...]:
    """Return a lane for the own text of a provision and for each of its parts."""
    lanes = []
    for place in expression.places:
        if place.eid in versions:
            name = (_lane_name(expression.voice, eid, place.eid) if len(versions) > 1
                    else provision_name(eid, expression.voice))
            stretches = tuple(_of_version(expression, each, place.kind) for each in versions[place.eid])
            lanes.append(Lane(name, expression.path_of(place.eid), joined(stretches)))
    return tuple(lanes)


def _lane_name(voice: Voice, asked: Eid, eid: Eid) -> str:
    """Return how a part is called on the page of what encloses it."""
    if eid == asked:
        return voice.say("Own text")
    steps = [each for each in reversed((eid, *eid.ancestors)) if not asked.within(each)]
    return capitalized(", ".join(short_name(each, voice) for each in steps))


def _of_version(expression: Expression, version: Version, kind: Kind) -> Stretch:
    first = version.start.latest or version.start.earliest or expression.law.adopted
    answer, before = answer_of(version, first, kind, expression.voice), version.before.earliest
    return Stretch(first, before, answer.grade, _told(first, before, answer.word, expression.voice))


def _of_article(eid: Eid, members: Mapping[Eid, Sequence[Version]], voice: Voice) -> tuple[Stretch, ...]:
    days = sorted({version.start.latest for each in members.values() for version in each if version.start.latest})
    starts = {part: [unknown_first(each.start.latest) for each in versions] for part, versions in members.items()}
    stretches = []
    for first, before in gapless(days):
        moment = unknown_first(first)
        standing = {part: versions[bisect_right(starts[part], moment) - 1] for part, versions in members.items()
                    if starts[part][0] <= moment}
        grade = _summed(standing[eid], tuple(standing.values()))
        stretches.append(Stretch(first, before, grade, voice.say(WORDS[grade])))
    return tuple(Stretch(each.first, each.before, each.grade, _told(each.first, each.before, each.told, voice))
                 for each in joined(stretches))


def _summed(own: Version, parts: Sequence[Version]) -> Grade:
    """Return one grade for an article and its parts."""
    if own.in_operation in (Presence.NO, Presence.POSSIBLE):
        return grade_of(own)
    grades = [grade_of(each) for each in parts if each.in_operation is not Presence.NO and (each.text != "")]
    if all(each is Grade.HELD for each in grades):
        return Grade.HELD
    if all(each in (Grade.HELD, Grade.PROBABLY) for each in grades):
        return Grade.PROBABLY
    return Grade.PARTLY if any(each in (Grade.HELD, Grade.PROBABLY) for each in grades) else Grade.UNHELD


def _told(first: date, before: date | None, word: str, voice: Voice) -> str:
    return f"{word}: {span_in_words(first, last_day(before), voice)}"
