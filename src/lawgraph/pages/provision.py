"""The pages of a provision: its life, and its wording on a day with the grounds for it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lawgraph.consolidation import Place
from lawgraph.eid import Eid
from lawgraph.model import Amendment, Kind, Version
from lawgraph.pages import paths
from lawgraph.pages.answers import acts_in, answer_of, last_day, nearest_of
from lawgraph.pages.blocks import Block, block_of, doubtful
from lawgraph.pages.changes import changes_of
from lawgraph.pages.names import provision_name
from lawgraph.pages.overview import lanes_of_division, lanes_of_provision
from lawgraph.pages.sentences import law_sentence, reliance, whole_answer
from lawgraph.pages.values import ActLink, Answer, Change, Days, Grade, Head, Link, Nearest, Words
from lawgraph.pages.volume import Volume, crumbs_to, days_around, head_of, last_day_in_operation
from lawgraph.queries import (
    CitationRow,
    Printing,
    all_versions,
    citations_in,
    citations_of,
    printings_of,
    provision_on,
    versions_of,
)
from lawgraph.sheets import DaySheet, LifeSheet
from lawgraph.timeline import version_on
from lawgraph.timeline_svg import Moment, Picture, gapless, picture
from lawgraph.voice import bounds_in_words, day_in_words
from lawgraph.worddiff import word_changes

_FEW = 30
_DIVISIONS = {Kind.SECTION, Kind.CHAPTER}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """Hold one version as a page shows it; `words` are the difference to the wording held before it."""

    first: date
    last: date | None
    version: Version
    answer: Answer
    nearest: Nearest | None
    acts: tuple[ActLink, ...]
    words: Words | None
    path: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold a stretch of days on which a provision with its parts reads alike, and the changes that open it."""

    first: date
    last: date | None
    changes: tuple[Change, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Part:
    """Hold one part of a provision: its name, its page, what may be said of it today, or on the last day of the law."""

    name: str
    path: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what a page rests on: the places at which editions print it, the changes that bear on it, what to look up."""

    printings: tuple[Printing, ...]
    changes: tuple[Change, ...]
    look_up: tuple[ActLink, ...]


@dataclass(frozen=True, slots=True)
class References:
    """Hold what a provision refers to, and what refers to it."""

    made: tuple[Link, ...]
    received: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LifePage:
    """Hold the life of a provision, its versions newest first."""

    head: Head
    volume: Volume
    place: Place
    name: str
    heading: str | None
    today: Answer
    last_day: date | None
    picture: Picture
    turns: tuple[Turn, ...]
    rows: tuple[VersionRow, ...]
    parts: tuple[Part, ...]
    evidence: Evidence
    references: References
    sheet: LifeSheet


@dataclass(frozen=True, slots=True)
class ProvisionOnDayPage:
    """Hold a provision on a day: its answer, its text with all its parts, and the grounds."""

    head: Head
    volume: Volume
    place: Place
    name: str
    days: Days
    standing: str
    answer: Answer
    version: Version
    block: Block
    doubts: tuple[Block, ...]
    reliance: str
    evidence: Evidence
    sheet: DaySheet


def life_page(conn: sqlite3.Connection, volume: Volume, eid: str) -> LifePage:
    """Return the life of a provision; raise `UnknownProvision` where the law never had it."""
    law, lang = volume.law.id, volume.lang
    lives = _lives(conn, volume, eid)
    versions = lives[eid]
    amendments = volume.bearing_on(eid)
    place = volume.place(eid)
    lanes = lanes_of_division(volume, lives) if place.kind in _DIVISIONS else lanes_of_provision(volume, eid, lives)
    return LifePage(
        _head(volume, eid, volume.path_of(eid), ()), volume, place, provision_name(eid), _heading(lives, eid),
        whole_answer(_block_on(conn, volume, eid, volume.today), volume.today), last_day_in_operation(volume),
        picture(lanes, _moments(volume, amendments), volume.today), _turns(volume, eid, amendments),
        _rows(volume, place, versions), _parts(volume, lives, eid), _evidence(conn, volume, eid, amendments, versions), _references(conn, volume, eid),
        LifeSheet(law, eid, versions, amendments))


def provision_on_day_page(conn: sqlite3.Connection, volume: Volume, eid: str, day: date) -> ProvisionOnDayPage:
    """Return a provision on a day; raise `UnknownProvision` where the law never had it."""
    law, lang = volume.law.id, volume.lang
    found = provision_on(conn, law, lang, eid, day)
    own = next(each for each in found if each.place.eid == eid)
    path = paths.provision_on(law, lang, eid, day)
    block = block_of(own, found, day, lang)
    amendments = volume.bearing_on(eid)
    return ProvisionOnDayPage(
        _head(volume, eid, path, (Link(day_in_words(day), path),), f" on {day_in_words(day)}"), volume, own.place,
        provision_name(eid), days_around(volume.days_of(eid), day), law_sentence(volume, day),
        whole_answer(block, day), own.version, block, doubtful((block,)), reliance(block, own.version), _evidence(conn, volume, eid, amendments, [each.version for each in found]),
        DaySheet(volume.law, volume.whole, volume.source, lang, day, eid, found))


def _block_on(conn: sqlite3.Connection, volume: Volume, eid: str, day: date) -> Block:
    found = provision_on(conn, volume.law.id, volume.lang, eid, day)
    return block_of(next(each for each in found if each.place.eid == eid), found, day, volume.lang)


def _head(volume: Volume, eid: str, path: str, below: tuple[Link, ...], suffix: str = "") -> Head:
    own = Link(provision_name(eid), volume.path_of(eid))
    return head_of(volume, f"{own.text}{suffix} – Law {volume.law.number}", path,
                   (*crumbs_to(volume, eid), own, *below))


def _lives(conn: sqlite3.Connection, volume: Volume, eid: str) -> Mapping[str, tuple[Version, ...]]:
    """Return the versions of a provision and of all that is inside it."""
    inside = [each.eid for each in volume.inside(eid)]
    if len(inside) < _FEW:
        return {each: versions_of(conn, volume.law.id, volume.lang, each) for each in inside or [eid]}
    every: dict[str, list[Version]] = {each: [] for each in inside}
    for version in all_versions(conn, volume.law.id, volume.lang):
        if version.eid in every:
            every[version.eid].append(version)
    return {each: tuple(versions) for each, versions in every.items()}


def _heading(lives: Mapping[str, Sequence[Version]], eid: str) -> str | None:
    held = [each.text for each in lives.get(str(Eid(eid).child(Kind.HEADING)), ()) if each.text]
    return held[-1] if held else None


def _moments(volume: Volume, amendments: Iterable[Amendment]) -> tuple[Moment, ...]:
    found = []
    for each in amendments:
        first, last = each.operative.earliest, each.operative.latest
        if each.act and first:
            told = f"№ {each.act.name}, {bounds_in_words(each.operative)}"
            found.append(Moment(first, last or volume.today, told, paths.act(each.act.name)))
    return tuple(dict.fromkeys(found))


def _turns(volume: Volume, eid: str, amendments: Sequence[Amendment]) -> tuple[Turn, ...]:
    days = volume.days_of(eid)
    return tuple(reversed([
        Turn(first, last_day(before), changes_of(volume, [each for each in amendments if first in _ends(each)]),
             paths.provision_on(volume.law.id, volume.lang, eid, first))
        for first, before in gapless(days)]))


def _ends(each: Amendment) -> tuple[date | None, ...]:
    return each.operative.earliest, each.operative.latest, each.until


def _rows(volume: Volume, place: Place, versions: Sequence[Version]) -> tuple[VersionRow, ...]:
    links = volume.links
    rows = []
    for before, version in pairwise((None, *versions)):
        first = version.start.latest if version and version.start.latest else volume.law.adopted
        if version is not None:
            rows.append(VersionRow(
                first, last_day(version.before.earliest), version, answer_of(version, first, place.kind),
                nearest_of(version), tuple(links[each] for each in version.introduced_by if each in links),
                _words(before, version), paths.provision_on(volume.law.id, volume.lang, place.eid, first)))
    return tuple(reversed(rows))


def _words(before: Version | None, version: Version) -> Words | None:
    if before is None or before.text is None or version.text is None or before.text == version.text:
        return None
    return Words(before.text, version.text, word_changes(before.text, version.text))


def _parts(volume: Volume, lives: Mapping[str, Sequence[Version]], eid: str) -> tuple[Part, ...]:
    shown = last_day_in_operation(volume) or volume.today
    own = [(each, version_on(lives.get(each.eid, ()), shown)) for each in volume.places if each.within == eid]
    return tuple(Part(provision_name(each.eid), volume.path_of(each.eid), answer_of(version, shown, each.kind))
                 for each, version in own if version)


def _evidence(conn: sqlite3.Connection, volume: Volume, eid: str, amendments: Sequence[Amendment],
              versions: Sequence[Version]) -> Evidence:
    links = volume.links
    doubted = [each for each in versions if answer_of(each, volume.today, Kind.LAW).grade not in (Grade.HELD, Grade.ABSENT)]
    return Evidence(printings_of(conn, volume.law.id, eid), changes_of(volume, amendments),
                    tuple(links[each] for each in acts_in(doubted) if each in links))


def _references(conn: sqlite3.Connection, volume: Volume, eid: str) -> References:
    law, lang = volume.law.id, volume.lang
    return References(_links(volume, citations_in(conn, law, lang, eid)),
                      tuple(dict.fromkeys(Link(provision_name(each.eid), volume.path_of(each.eid))
                                          for each in citations_of(conn, law, lang, eid))))


def _links(volume: Volume, rows: Iterable[CitationRow]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(Link(each.words, volume.path_of(each.cites)) for each in rows if each.cites))
