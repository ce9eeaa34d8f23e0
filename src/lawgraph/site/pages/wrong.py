"""The pages for what cannot be answered: what was asked, what is wrong with it, and the nearest right thing.

A host of plain files gives the one for addresses that lead nowhere (`LostPage`) for any address: a script leads on from
what was asked; without one the reader finds every day there, with the stretch of days that it stands for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from lawgraph.languages.printed import Numbers, nearest_day, numbers_meant
from lawgraph.languages.spoken import says_today
from lawgraph.law.days import parse_day
from lawgraph.law.eid import Eid
from lawgraph.law.errors import (
    DayError,
    EidError,
    LawgraphError,
    UnclearLaw,
    UnclearProvision,
    UnknownAct,
    UnknownLanguage,
    UnknownLaw,
    UnknownProvision,
    UnreadProvision,
)
from lawgraph.parsing.citations.addresses import Addresses, nearest, steps_of
from lawgraph.parsing.citations.resolving import resolve
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.lanes import gapless
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.values import Link, PageHead, last_day
from lawgraph.voice.names import day_in_words, provision_name, speech_of
from lawgraph.voice.speaking import ENGLISH, Voice, capitalized, message

NOT_UNDERSTOOD, NOT_THERE, TOO_LONG = 400, 404, 414

_BEFORE_THE_DAY = re.compile(r"/on/|/diff/|[?&]on=")
_LONGEST_SHOWN = 120
_MOST_MEANT = 4
_SURPRISES: Mapping[type[LawgraphError], str] = {
    UnknownLaw: message("this law is not held"), UnknownLanguage: message("no text in this language is held"),
    UnknownAct: message("this act is not held"), UnknownProvision: message("the law has no such provision"),
    UnreadProvision: message("this names no single provision"),
    UnclearLaw: message("this can mean several laws"), UnclearProvision: message("this can mean several provisions"),
}
"""What is wrong with a name that somebody typed."""


@dataclass(frozen=True, slots=True)
class WrongPage(Page):
    """Hold what was asked, what is wrong with it, and where to go instead; `code` is the status of HTTP."""

    template = "wrong.html"

    code: int
    asked: str
    wrong: str
    links: tuple[Link, ...]

    @property
    def nearest(self) -> Link:
        """The nearest right thing."""
        return self.links[0]

    def data(self, build: str | None) -> str:  # noqa: ARG002  (no answer)
        """Return what is wrong, and where to go instead."""
        return written({"error": self.wrong, "asked": self.asked, "nearest": self.nearest.path})


class Unanswerable(Exception):
    """Stop with a page that says what is wrong."""

    def __init__(self, page: WrongPage) -> None:
        super().__init__(page.wrong)
        self.page = page


def nothing_there(asked: str, wrong: str, nearest: Link, voice: Voice = ENGLISH, others: Sequence[Link] = ()
                  ) -> Unanswerable:
    """Return the stop for what does not exist."""
    head, links = _head(voice.say("No such page")), (nearest, *others)
    return Unanswerable(WrongPage(head, NOT_THERE, asked[:_LONGEST_SHOWN], wrong, links))


def not_understood(asked: str, wrong: str, nearest: Link, voice: Voice = ENGLISH) -> Unanswerable:
    """Return the stop for what cannot be read: a day that does not exist, a language that nobody names so."""
    head = _head(voice.say("Not understood"))
    return Unanswerable(WrongPage(head, NOT_UNDERSTOOD, asked[:_LONGEST_SHOWN], wrong, (nearest,)))


def too_long(asked: str, nearest: Link, voice: Voice = ENGLISH) -> Unanswerable:
    """Return the stop for an address that no page has, whatever it says."""
    wrong = voice.say("This address is longer than any page's.")
    head = _head(voice.say("Not understood"))
    return Unanswerable(WrongPage(head, TOO_LONG, asked[:_LONGEST_SHOWN], wrong, (nearest,)))


def not_held(asked: str, error: UnknownLaw | UnknownAct | UnknownProvision, nearest: Link, voice: Voice = ENGLISH,
             others: Sequence[Link] = ()) -> Unanswerable:
    """Return the stop for a law, language, act or provision that is not held; what a name can mean is led to."""
    wrong = voice.say("%(surprise)s: “%(name)s”.", surprise=capitalized(voice.say(_SURPRISES[type(error)])),
                      name=error.place.strip("'\"")[:_LONGEST_SHOWN])
    return nothing_there(asked, wrong, nearest, voice, others)


def alike(name: str, known: Iterable[str]) -> str | None:
    """Return the name that is most like one that nobody has, `None` where none is."""
    own = {each.lower(): each for each in known}
    return next((own[each] for each in get_close_matches(name.lower(), own, 1)), None)


def may_be_meant(typed: str, known: Addresses, error: UnknownProvision) -> tuple[Eid, ...]:
    """Return the provisions that words can mean, else the one nearest to an address: what of it can be read counts."""
    if error.meant:
        return tuple(map(Eid, error.meant[:_MOST_MEANT]))
    told = typed.split("__")
    for depth in range(len(told), 0, -1):
        try:
            near = nearest(steps_of(Eid.parse("__".join(told[:depth]))), known)
        except EidError:
            continue
        return (near,) if near else ()
    try:
        return (resolve(told[0].replace("_", " "), known).eid,)
    except UnknownProvision:
        return ()


def read_day(text: str, asked: str, pattern: str, voice: Voice = ENGLISH) -> date:
    """Return the day that somebody typed; stop with the nearest day that exists, put into `pattern`."""
    try:
        return parse_day(text)
    except DayError:
        today = voice.today if says_today(text) else None
        numbers = (today.year, today.month, today.day) if today else numbers_meant(text)
        if numbers is None:
            wrong = voice.say("“%(typed)s” is not a day. Days are written like 2013-07-20.",
                              typed=text[:_LONGEST_SHOWN])
            before, *_ = _BEFORE_THE_DAY.split(pattern)
            link = Link(voice.say("Compare two days"), f"{before}/diff") if "/diff/" in pattern else \
                Link(voice.say("Without a day"), before)
        else:
            nearest = nearest_day(numbers)
            meant = day_in_words(nearest, voice)
            wrong = _wrong_day(text, numbers, nearest, voice)
            link = Link(meant, pattern.format(nearest.isoformat()))
        raise not_understood(asked, wrong, link, voice) from None


def _head(title: str) -> PageHead:
    return PageHead(title, paths.HOME, (Link(title, paths.HOME),))


def _wrong_day(typed: str, numbers: Numbers, nearest: date, voice: Voice) -> str:
    """Return what is wrong: the way in which a day is written, else that there is no such day."""
    year, month, day = numbers
    meant = day_in_words(nearest, voice)
    if (nearest.year, nearest.month, nearest.day) == numbers:
        return voice.say("Days are written like 2013-07-20. Did you mean %(day)s?", day=meant)
    speech = speech_of(voice.locale)
    named = speech.day.format(day=day, month=speech.months[nearest.month - 1], year=year) \
        if month == nearest.month else voice.say("“%(typed)s”", typed=typed)
    return voice.say("%(typed)s does not exist. Did you mean %(day)s?", typed=named, day=meant)


@dataclass(frozen=True, slots=True)
class HeldDays:
    """Hold the first and the last day of each stretch of something that has a page, with the page of the stretch."""

    name: Link
    days: tuple[tuple[date, date | None, str], ...]


@dataclass(frozen=True, slots=True)
class LostLaw:
    """Hold the days of a law, and of what has days of its own in it."""

    law: Expression
    own: HeldDays
    units: tuple[HeldDays, ...]


@dataclass(frozen=True, slots=True)
class LostPage(Page):
    """Hold the days of few laws, or none where they are many."""

    template = "lost.html"
    alone = True

    laws: tuple[LostLaw, ...]


def lost_page(laws: Sequence[Expression], voice: Voice) -> LostPage:
    """Return the page for addresses that lead nowhere."""
    title = voice.say("No such page")
    return LostPage(PageHead(title, paths.HOME, (Link(title, paths.HOME),)), tuple(map(_lost_law, laws)))


def _lost_law(law: Expression) -> LostLaw:
    units = (HeldDays(Link(provision_name(eid, law.voice), law.path_of(eid)), tuple(_days(law.path_of(eid), days)))
             for eid, days in law.stretches.units.items())
    return LostLaw(law, HeldDays(Link(law.name, law.path), tuple(_days(law.path, law.differing))), tuple(units))


def _days(base: str, days: Iterable[date]) -> Iterator[tuple[date, date | None, str]]:
    return ((first, last_day(before), paths.on(base, first)) for first, before in gapless(tuple(days)))
