"""What is new as values: an entry for each act and each law or provision that it changed, and the days of operation.

Nothing here depends on when a page was made: an entry counts as updated on the earliest possible first day of
operation, or where that is later on the day on which the act became known here, so that who subscribes hears of both;
the same database always gives the same bytes. Entries are named by UUIDs made from law, act and
provision, which stay the same wherever the site stands.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from lawgraph.languages.spoken import DayForm
from lawgraph.law.amendments import Amendment
from lawgraph.law.days import DayBounds, unknown_last
from lawgraph.law.eid import LAW, Eid
from lawgraph.queries.answers import laws
from lawgraph.queries.listing import NewChange, newest_changes
from lawgraph.queries.values import LawRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.evidence import changes_of
from lawgraph.site.pages.expression import Expression, bare_act_link, head_of
from lawgraph.site.pages.listings import text_lang
from lawgraph.site.pages.matrix import ActLine, first_of, lines_of, of_the_acts
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.section import LawSection, PageContext, Section
from lawgraph.site.pages.values import LinkedAct, PageHead
from lawgraph.voice.names import bounds_in_words, by_act, day_in_words, law_called, provision_name
from lawgraph.voice.recorded import basis_in_words
from lawgraph.voice.speaking import Voice, capitalized

_NEWEST = 100


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """Hold one piece of news: a name that stays, a title, the page to read, the day it counts from, and sentences."""

    identity: str
    title: str
    path: str
    updated: date
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed(Page):
    """Hold news, the newest first."""

    template = "feed.xml"
    formats = (Format.FEED,)

    identity: str
    about: str
    updated: date
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Hold a day of operation as a calendar shows it: from `first` to `last`, which are the same day where it is known.

    `last` is `None` where no last possible day is known.
    """

    identity: str
    title: str
    path: str
    first: date
    last: date | None
    told: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Tell whether the day is known."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Calendar(Page):
    """Hold the days of operation of a law, in the order of time."""

    formats = (Format.CALENDAR,)

    events: tuple[Event, ...]


def feed_of_law(expression: Expression) -> Feed:
    """Return what each act changed in a law."""
    title = expression.voice.say("Changes of %(law)s", law=expression.called)
    return _feed(expression, title, LAW, lines_of(expression))


def feed_of_provision(expression: Expression, eid: Eid) -> Feed:
    """Return what each act changed in a provision, in its parts, or around it."""
    title = expression.voice.say("Changes of %(provision)s – %(law)s",
                                 provision=provision_name(eid, expression.voice),
                                 law=expression.called)
    bearing = set(expression.bearing_on(eid))
    lines = []
    for line in lines_of(expression):
        own = tuple(each for each in line.amendments if each in bearing)
        lines += [ActLine(line.act, first_of(own), own)] if own else []
    return _feed(expression, title, eid, lines)


def feed_of_all(conn: sqlite3.Connection, voice: Voice) -> Feed:
    """Return the newest changes of all laws."""
    held = {each.id: each for each in laws(conn)}
    entries = tuple(_brief(voice, held[each.law], each) for each in newest_changes(conn, _NEWEST))
    head = PageHead(voice.say("Changes of all laws held"), paths.feed(paths.HOME))
    updated = max([*(each.updated for each in entries), *(each.adopted for each in held.values())])
    return Feed(head, _name("laws", voice.locale), paths.HOME, updated, entries)


def calendar_of(expression: Expression) -> Calendar:
    """Return the days on which a law, and each change of it, came or comes into operation."""
    path = paths.calendar(expression.law.id, expression.lang)
    title = expression.voice.say("Days of operation – %(law)s", law=expression.called)
    events = [*_start(expression), *(event for line in lines_of(expression) for event in _events(expression, line))]
    ordered = tuple(sorted(events, key=lambda each: (each.first, unknown_last(each.last), each.identity)))
    return Calendar(head_of(expression, title, path), ordered)


def certainty(voice: Voice, bounds: DayBounds) -> str:
    """Return when a change comes into operation, and how sure that is."""
    if bounds.exact and bounds.earliest:
        return voice.say("In operation %(from_day)s.", from_day=day_in_words(bounds.earliest, voice, DayForm.FROM))
    return voice.say("The first day of operation is not certain: %(when)s.", when=bounds_in_words(bounds, voice))


def _brief(voice: Voice, law: LawRow, row: NewChange) -> FeedEntry:
    changes = voice.count("%(number)s change.", "%(number)s changes.", row.count)
    act = bare_act_link(row.act)
    told = (_title_of(voice, law), changes, certainty(voice, row.operative), *_known(voice, row.recorded))
    return FeedEntry(_name(law.id, act.name), _changed(voice, act, law_called(law.kind, law.number, voice)), act.path,
                     _updated(row.operative, row.recorded, law.adopted), told)


def _title_of(voice: Voice, law: LawRow) -> str:
    return voice.say("%(law)s, “%(title)s”.", law=law_called(law.kind, law.number, voice),
                     title=law.title(text_lang(voice)))


def _feed(expression: Expression, title: str, eid: Eid, lines: Sequence[ActLine]) -> Feed:
    entries = tuple(sorted((_entry(expression, eid, line) for line in lines),
                           key=lambda each: (each.updated, each.identity), reverse=True))
    about = expression.path_of(eid)
    updated = max([expression.law.adopted, *(each.updated for each in entries)])
    return Feed(head_of(expression, title, paths.feed(about)), _name(about, expression.voice.locale), about, updated,
                entries)


def _entry(expression: Expression, eid: Eid, line: ActLine) -> FeedEntry:
    identity = _name(expression.law.id, line.act.name) if eid == "law" else _name(expression.law.id, line.act.name, eid)
    told = tuple(sentence for bounds, own in _by_day(line.amendments) for sentence in _told(expression, bounds, own))
    recorded = next((row.record.recorded for row in expression.acts
                     if row.act.name == line.act.name and row.record), None)
    return FeedEntry(identity, _changed(expression.voice, line.act, expression.called), line.act.path,
                     _updated(line.operative, recorded, expression.law.adopted),
                     (*told, *_known(expression.voice, recorded)))


def _known(voice: Voice, recorded: date | None) -> tuple[str, ...]:
    """Return the day on which an act became known here, where a fact tells of it."""
    return (voice.say("Known here since %(day)s.", day=day_in_words(recorded, voice)),) if recorded else ()


def _updated(operative: DayBounds, recorded: date | None, adopted: date) -> date:
    return max(filter(None, (operative.earliest or adopted, recorded)))


def _changed(voice: Voice, act: LinkedAct, law: str) -> str:
    return capitalized(voice.say("%(by_act)s changed %(law)s", by_act=by_act(act.name, voice), law=law))


def _told(expression: Expression, bounds: DayBounds, amendments: Iterable[Amendment]) -> tuple[str, ...]:
    """Return what was done on one first day, how sure that day is, and the rule that it rests on."""
    changes = (f"{each.target.text}: {each.done}." for each in changes_of(expression, amendments))
    return (*changes, certainty(expression.voice, bounds), _ground(expression.voice, bounds))


def _ground(voice: Voice, bounds: DayBounds) -> str:
    return f"{capitalized(basis_in_words(bounds.basis, voice))}."


def _by_day(amendments: Iterable[Amendment]) -> tuple[tuple[DayBounds, tuple[Amendment, ...]], ...]:
    """Return changes by their first day of operation: an act may start in parts."""
    found: dict[DayBounds, list[Amendment]] = defaultdict(list)
    for each in amendments:
        found[each.operative].append(each)
    return tuple((bounds, tuple(own)) for bounds, own in found.items())


def _events(expression: Expression, line: ActLine) -> Iterator[Event]:
    for bounds, own in _by_day(line.amendments):
        title = _changed(expression.voice, line.act, expression.called)
        identity = _name(expression.law.id, line.act.name, bounds.earliest, bounds.latest)
        yield from _on(bounds, Event(identity, title, line.act.path, expression.law.adopted, None,
                                     _told(expression, bounds, own)))


def _start(expression: Expression) -> Iterator[Event]:
    start = expression.law.start
    title = expression.voice.say("%(law)s began to operate", law=expression.called)
    yield from _on(start, Event(_name(expression.law.id, "start"), title, expression.path, expression.law.adopted, None,
                                (certainty(expression.voice, start), _ground(expression.voice, start))))


def _on(bounds: DayBounds, event: Event) -> Iterator[Event]:
    """Give an event its days; one of which no first possible day is known has no place in a calendar."""
    if bounds.earliest is not None:
        yield replace(event, first=bounds.earliest, last=bounds.latest)


def _name(*parts: object) -> str:
    """Return a name that stays: a UUID of what something is, whoever serves it."""
    return uuid5(NAMESPACE_URL, "lawgraph:" + "/".join(map(str, parts))).urn


def _all(context: PageContext, steps: tuple[str, ...]) -> Feed | None:
    return None if steps else feed_of_all(context.conn, context.voice)


def _law(context: PageContext, expression: Expression, steps: tuple[str, ...]) -> Feed:
    if steps:
        raise of_the_acts(context, expression)
    return feed_of_law(expression)


def _days(context: PageContext, expression: Expression, steps: tuple[str, ...]) -> Calendar:
    if steps:
        raise of_the_acts(context, expression)
    return calendar_of(expression)


NEWS = Section("feed", _all, lambda _: (paths.feed(paths.HOME),))
NEWS_OF_LAW = LawSection("feed", _law, lambda law: (paths.feed(law.path),))
DAYS_OF_LAW = LawSection("calendar", _days, lambda law: (paths.calendar(law.law.id, law.lang),))
