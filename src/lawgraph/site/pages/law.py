"""The pages of a law: today, and on a day."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.speech import Form
from lawgraph.printout.sheets import DaySheet
from lawgraph.queries.answers import all_versions
from lawgraph.queries.answers import law_on as provisions_on
from lawgraph.site.pages import paths
from lawgraph.site.pages.blocks import Block, blocks_of, doubtful
from lawgraph.site.pages.notices import Notices, notices
from lawgraph.site.pages.overview import lanes_of_law
from lawgraph.site.pages.sentences import acts_sentence, lagging, law_sentence
from lawgraph.site.pages.timeline_svg import Picture, picture
from lawgraph.site.pages.values import ActLink, Days, Head, Link
from lawgraph.site.pages.volume import Volume, days_around, head_of, last_day_in_operation
from lawgraph.timeline.consolidation import OnDay
from lawgraph.timeline.coverage import Coverage, coverage_by_article, days_that_count, total
from lawgraph.voice.days import day_in_words


@dataclass(frozen=True, slots=True)
class LawOnDayPage:
    """Hold a law on a day: what may be said of it as a whole, what is in doubt, and its text."""

    head: Head
    volume: Volume
    days: Days
    standing: str
    blocks: tuple[Block, ...]
    doubts: tuple[Block, ...]
    last_day: date | None
    lagging: tuple[str, ...]
    notices: Notices
    sheet: DaySheet


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold one day on which a law reads otherwise, with the acts behind it; it reads so from `first` to `last`."""

    first: date
    last: date | None
    acts: tuple[ActLink, ...]
    path: str
    compare: str | None


@dataclass(frozen=True, slots=True)
class LawPage:
    """Hold a law as seen today: whether it is in operation, its contents, its life, every day on which it differs."""

    head: Head
    volume: Volume
    standing: str
    acts_known: str
    last_day: date | None
    contents: tuple[Block, ...]
    picture: Picture
    coverage: Coverage
    turns: tuple[Turn, ...]
    lagging: tuple[str, ...]
    notices: Notices
    sheet: DaySheet


def law_on_day_page(conn: sqlite3.Connection, volume: Volume, day: date) -> LawOnDayPage:
    """Return the page of a law on a day."""
    sheet = day_sheet(conn, volume, day)
    blocks = blocks_of(sheet.found, day, volume.lang, volume.voice)
    own = Link(day_in_words(day, volume.voice), volume.on(day))
    head = head_of(volume, f"{volume.name} {day_in_words(day, volume.voice, Form.AS_ON)}", own.path, (own,))
    return LawOnDayPage(head, volume, days_around(volume.differing, day), law_sentence(volume, day), blocks,
                        doubtful(blocks), last_day_in_operation(volume), lagging(volume, sheet.found),
                        notices(volume, day), sheet)


def law_page(conn: sqlite3.Connection, volume: Volume) -> LawPage:
    """Return the page of a law as seen today; the contents of a law that is no more are those of its last day."""
    last = last_day_in_operation(volume)
    sheet = day_sheet(conn, volume, volume.today)
    shown = day_sheet(conn, volume, last) if last else sheet
    versions = all_versions(conn, volume.law.id, volume.lang)
    first, before = days_that_count(volume.whole, volume.law.adopted)
    coverage = total(coverage_by_article(versions, first, before).values())
    return LawPage(head_of(volume, volume.name, volume.path), volume, law_sentence(volume, volume.today),
                   acts_sentence(volume), last,
                   blocks_of(shown.found, shown.day, volume.lang, volume.voice),
                   picture(lanes_of_law(volume, versions), (), volume.today), coverage, turns_of(volume),
                   lagging(volume, shown.found), notices(volume, volume.today), sheet)


def day_sheet(conn: sqlite3.Connection, volume: Volume, day: date) -> DaySheet:
    """Return a law on a day as the command line prints it, for the page's twin."""
    found: tuple[OnDay, ...] = provisions_on(conn, volume.law.id, volume.lang, day)
    return DaySheet(volume.law, volume.whole, volume.source, volume.lang, day, None, found)


def turns_of(volume: Volume) -> tuple[Turn, ...]:
    """Return every day on which a law reads otherwise, the first one first."""
    acts = _acts_by_day(volume)
    found = []
    for day in volume.differing:
        around = days_around(volume.differing, day)
        compare = paths.diff(volume.law.id, volume.lang, around.earlier, day) if around.earlier else None
        found.append(Turn(day, around.last, acts.get(day, ()), volume.on(day), compare))
    return tuple(found)


def _acts_by_day(volume: Volume) -> Mapping[date, tuple[ActLink, ...]]:
    """Return the acts by the days on which what they do begins to be possible, settles or ends."""
    found: dict[date, dict[str, ActLink]] = defaultdict(dict)
    for each in volume.amendments:
        if each.act and each.act.name in volume.links:
            for day in filter(None, (each.operative.earliest, each.operative.latest, each.until)):
                found[day].setdefault(each.act.name, volume.links[each.act.name])
    return {day: tuple(links.values()) for day, links in found.items()}
