"""The true life of an invented law: what was its wording on any day, whatever a page or a fact may tell of it.

Texts of points and indents are kept without the `;` or `.` that their place in a list gives them, so `same_wording`
compares a printed text with a true one. Changes of one day are made in order of adoption.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from lawgraph.law.amendments import Action, OperationRule, RuleKind
from legislature.features import Feature
from legislature.shapes import order_of

WHOLE = frozenset({Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY})
ENDING = frozenset({Action.EXCLUSION, Action.EXPIRY})
Texts = Mapping[str, str]


class Held(StrEnum):
    """How many facts are held."""

    NONE = "none"
    SOME = "some"
    COMPLETE = "complete"


class Stated(StrEnum):
    """Which day is known of the edition: none, the day it speaks for, or the day on which it was retrieved."""

    NOTHING = "nothing"
    DAY = "day"
    RETRIEVED = "retrieved"


@dataclass(frozen=True, slots=True)
class Habits:
    """Tell what the world of one history is like.

    Where habits are not `kept`, an excluded article's number may come back, an article may be inserted under an
    ordinary number, and a change of an article's heading may have no footnote of its own. A `stale` translation leaves
    acts out. `texts` are told in facts. `suspensions` happen by themselves only where no facts are held: a fact has no
    place for the day on which a suspension ends, a page has. `features` are rare things that this world may hold.
    """

    held: Held = Held.NONE
    kept: bool = True
    stale: bool = False
    stated: Stated = Stated.NOTHING
    texts: bool = False
    suspensions: bool = False
    features: frozenset[Feature] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """Hold what one act truly did to one target, addressed as facts address it (`X__intro`: the own text of X).

    `texts` are the own texts that it brings, by eId. `words` are replaced throughout, in the provisions `touched`. Of a
    heading's change a footnote of its own tells (`own_note`), the article's footnote (`article_note`), or both. `gone`
    is what goes with a target besides what lies in it by address: the articles of a chapter, the last of parts that
    move up. What is inserted or excluded in the middle of an unnumbered list `shifts` the rest. A
    second step of one act changes a thing `again`; it `returns` to a wording that stood before.
    """

    eid: str
    action: Action
    operative: date
    rule: OperationRule
    texts: tuple[tuple[str, str], ...] = ()
    words: tuple[str, str] | None = None
    touched: tuple[str, ...] = ()
    until: date | None = None
    own_note: bool = True
    article_note: bool = True
    gone: tuple[str, ...] = ()
    shifts: bool = False
    again: bool = False
    returns: bool = False

    @property
    def reach(self) -> tuple[str, ...]:
        """All that it changes."""
        return (self.eid, *self.gone) if self.words is None else self.touched

    def covers(self, eid: str) -> bool:
        """Tell whether a provision is the target, lies in it, or goes with it."""
        return any(within(eid, each) for each in (self.eid, *self.gone))

    @property
    def article(self) -> str | None:
        """The article in which the target lies."""
        top = self.eid.partition("__")[0]
        return top if top.startswith("art_") else None


@dataclass(frozen=True, slots=True)
class TrueAct:
    """Hold an amending act as it was; a deferring one leaves its commencement to its own Article 2.

    The changes `called_off` never came: their `until` is the day on which that was said.
    """

    number: str
    adopted: date
    published: date
    rule: OperationRule
    changes: tuple[Change, ...]
    defers: bool = False
    style: int = 0
    called_off: tuple[Change, ...] = ()

    @property
    def operative(self) -> date:
        """The first day on which any of its changes operates."""
        return min(change.operative for change in self.changes)

    @property
    def in_parts(self) -> bool:
        """Tell whether its changes commence on several days."""
        return len({change.operative for change in self.changes}) > 1


@dataclass(frozen=True, slots=True)
class Event:
    """Hold one change in the order in which the changes were made."""

    act: TrueAct
    change: Change


@dataclass(frozen=True)
class History:
    """Hold an invented law and its whole true life, and on which day a page of it is printed.

    The page is without the acts `left_out`; what the acts `ahead` do some days after publication it shows before it
    operates, since it was made when they were adopted. What is `late` comes into operation after the law itself, what is
    `ended` leaves by the law's own words.
    """

    seed: int
    habits: Habits
    number: str
    adopted: date
    published: date
    rule: OperationRule
    start: date
    original: tuple[tuple[str, str], ...]
    chapters: tuple[tuple[str, str], ...]
    acts: tuple[TrueAct, ...]
    printed_on: date
    left_out: frozenset[str] = field(default_factory=frozenset)
    ahead: frozenset[str] = field(default_factory=frozenset)
    late: tuple[tuple[str, date], ...] = ()
    ended: tuple[tuple[str, date], ...] = ()

    def has(self, feature: Feature) -> bool:
        """Tell whether this world may hold a feature."""
        return feature in self.habits.features

    @property
    def closing(self) -> str:
        """The article that says when the law begins."""
        return last_article(dict(self.original)) or ""

    def chapter_of(self, article: str) -> str:
        """The chapter in which an article stands, or would stand by its number."""
        return home_of(article, dict(self.chapters))

    @property
    def id(self) -> str:
        """An id in the manner of adilet: `Z100000271_`."""
        return f"Z{self.adopted.year % 100:02d}0000{self.number.partition('-')[0]:0>3}_"

    @property
    def title(self) -> str:
        """The title as adopted."""
        return dict(self.original)["law__heading"]

    @cached_property
    def repealed(self) -> date | None:
        """The first day without the law, `None` where it was not repealed."""
        days = (event.change.operative for event in self.events if event.change.action is Action.REPEAL)
        return next(days, None)

    def _gone_by(self, day: date) -> bool:
        return self.repealed is not None and self.repealed <= day

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All changes in the order of operation, those of one day in order of adoption."""
        made = [Event(act, change) for act in self.acts for change in act.changes]
        return tuple(sorted(made, key=lambda event: event.change.operative))

    @cached_property
    def timeline(self) -> tuple[tuple[date, Texts], ...]:
        """The texts from each day on which the truth changes."""
        suspended = [each.change for each in self.events if each.change.action is Action.SUSPENSION]
        days = {self.start, *(each.change.operative for each in self.events),
                *(each.change.until for each in self.events), *(day for _, day in (*self.late, *self.ended))}
        ordered = sorted(day for day in days if day and day >= self.start)
        shown: list[tuple[date, Texts]] = []
        state = dict(self.original)
        waiting = list(self.events)
        passing: list[tuple[Change, dict[str, str]]] = []
        for day in ordered:
            while waiting and waiting[0].change.operative <= day:
                change = waiting.pop(0).change
                passing += [(change, dict(state))] if change.until and change.action in WHOLE else []
                apply(state, change)
            # Into a law that is repealed nothing comes back.
            for change, before in (each for each in passing if each[0].until == day and not self._gone_by(day)):
                undo(state, change, before)
            texts = {eid: text for eid, text in state.items()
                     if not any(_suspends(each, eid, day) for each in suspended)
                     and not any(within(eid, late) and day < first for late, first in self.late)
                     and not any(within(eid, ended) and last <= day for ended, last in self.ended)}
            if not shown or shown[-1][1] != texts:
                shown.append((day, MappingProxyType(texts)))
        return tuple(shown)

    @cached_property
    def boundaries(self) -> tuple[date, ...]:
        """All days on which the truth changes, the law's first day and its repeal included."""
        return tuple(day for day, _ in self.timeline)

    @property
    def end(self) -> date:
        """A day on which nothing is left to happen."""
        last = max(*self.boundaries, self.printed_on, self.adopted)
        return last.replace(year=last.year + 1, day=1)

    @property
    def foreseen(self) -> tuple[Event, ...]:
        """The changes of adopted acts that the page only foresees, those that were later called off among them."""
        if not self.has(Feature.FORESEEN) and not self.has(Feature.CALLED_OFF):
            return ()
        made = [event for event in self.events if not self.shows(event) and event.act.adopted <= self.printed_on]
        off = [Event(act, change) for act in self.acts for change in act.called_off
               if act.adopted <= self.printed_on and change.until and self.printed_on < change.until]
        return tuple(event for event in (*made, *off) if event.act.number not in self.left_out)

    def shows(self, event: Event) -> bool:
        """Tell whether the page shows a change."""
        early = (event.act.number in self.ahead and event.act.adopted <= self.printed_on
                 and event.change.rule.kind is RuleKind.AFTER_PUBLICATION)
        return event.act.number not in self.left_out and (early or event.change.operative <= self.printed_on)

    def texts_on(self, day: date) -> Texts:
        """Return the own text of every provision in operation on a day, `""` for one that has only parts."""
        place = bisect_right(self.boundaries, day)
        return self.timeline[place - 1][1] if place else MappingProxyType({})

    def life_of(self, eid: str) -> tuple[tuple[date, str | None], ...]:
        """Return from which day a provision had which text; `None` where it was not there."""
        life: list[tuple[date, str | None]] = []
        for day, texts in self.timeline:
            if (text := texts.get(eid)) != (life[-1][1] if life else None):
                life.append((day, text))
        return tuple(life)

    @cached_property
    def eids(self) -> frozenset[str]:
        """Every address that was ever in operation."""
        return frozenset(eid for _, texts in self.timeline for eid in texts)


def apply(state: dict[str, str], change: Change) -> None:
    """Make a change in a law's texts; a change of words throughout reaches every text."""
    if change.action is Action.REPEAL:
        state.clear()
    elif change.words is not None:
        state.update(replaced(state, change.words))
    elif change.action in WHOLE and not change.eid.endswith("__intro"):
        for eid in [each for each in state if change.covers(each)]:
            del state[eid]
    state.update(change.texts)


def undo(state: dict[str, str], change: Change, before: Texts) -> None:
    """Give what a change covers the texts of before: it was made for a time."""
    for eid in [each for each in state if change.covers(each)]:
        del state[eid]
    state.update({eid: text for eid, text in before.items() if change.covers(eid)})


def replaced(state: Texts, words: tuple[str, str]) -> dict[str, str]:
    """Return the texts in which a word stands, with another in its place."""
    old = re.compile(rf"\b{words[0]}\b")
    return {eid: old.sub(words[1], text) for eid, text in state.items() if words[0] in text and old.search(text)}


def within(eid: str, other: str) -> bool:
    """Tell whether a provision is another one or lies in it."""
    return eid == other or eid.startswith(f"{other}__")


def overlap(one: str, other: str) -> bool:
    """Tell whether one of two targets reaches into the other."""
    return within(one, other) or within(other, one)


def home_of(article: str, homes: Mapping[str, str]) -> str:
    """Return the chapter of an article: its own, or that of the nearest article before it."""
    before = [each for each in homes if order_of(each) <= order_of(article)]
    return homes[max(before, key=order_of)]


def last_article(state: Texts) -> str | None:
    """Return the article of the law as adopted that says when the law begins, where it still stands."""
    saying = (eid for eid, text in state.items() if text.startswith("This Law enters into force"))
    return next((eid.partition("__")[0] for eid in saying), None)


def same_wording(printed: str | None, true: str) -> bool:
    """Compare a printed text with a true one, but for the mark that its place in a list gives it, or a dash behind its number."""
    return (printed or "").removeprefix("- ").rstrip(" ;.") == true.rstrip(" ;.")


def describe(history: History) -> str:
    """Return the law's life as a table for people: one line for each act and change."""
    return "\n".join(_lines(history))


def _lines(history: History) -> Iterator[str]:
    yield f"seed {history.seed}: {history.number}, {history.adopted}, {history.published}, from {history.start}"
    yield f"  {history.habits}"
    yield f"  printed on {history.printed_on}, left out: {', '.join(sorted(history.left_out)) or 'none'}"
    yield f"  {'operative':10} {'act':9} {'adopted':10} {'published':10} {'action':17} target"
    for act, change in _pairs(history.events):
        note = f" {change.words[0]} -> {change.words[1]}" if change.words else ""
        until = f" until {change.until}" if change.until else ""
        later = "  (later)" if change.operative > history.printed_on else ""
        mark = "  (left out)" if act.number in history.left_out else later
        yield (f"  {change.operative} {act.number:9} {act.adopted} {act.published} {change.action:17} "
               f"{change.eid}{note}{until}{mark}{_brought(change)}")


def _brought(change: Change) -> str:
    return "".join(f"\n      {eid}: {text}" for eid, text in change.texts)


def _pairs(events: Iterable[Event]) -> Iterator[tuple[TrueAct, Change]]:
    return ((event.act, event.change) for event in events)


def _suspends(change: Change, eid: str, day: date) -> bool:
    return within(eid, change.eid) and change.operative <= day and (change.until is None or day < change.until)
