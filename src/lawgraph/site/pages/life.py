"""The page of a provision's life: its answer for today, the picture, every day on which it reads otherwise."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Amendment, Version
from lawgraph.printout.sheets import LifeSheet
from lawgraph.queries.answers import all_versions, citations_in, citations_of, provision_on, versions_of
from lawgraph.queries.values import CitationRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.answers import answer_of, last_day, nearest_of
from lawgraph.site.pages.blocks import block_of
from lawgraph.site.pages.changes import changes_of
from lawgraph.site.pages.evidence import Evidence, evidence_of
from lawgraph.site.pages.overview import lanes_of_division, lanes_of_provision
from lawgraph.site.pages.provision import own_of
from lawgraph.site.pages.sentences import whole_answer
from lawgraph.site.pages.timeline_svg import Moment, Picture, gapless, picture
from lawgraph.site.pages.values import ActLink, Answer, Change, Head, Link, Nearest, Words
from lawgraph.site.pages.volume import Volume, crumbs_to, head_of, last_day_in_operation
from lawgraph.timeline.consolidation import Place
from lawgraph.timeline.worddiff import word_changes
from lawgraph.voice.days import bounds_in_words
from lawgraph.voice.names import provision_name

_FEW = 30


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
    """Hold a part of a provision: its name, its page, what may be said of it today, or on the last day of the law."""

    name: str
    path: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class References:
    """Hold what a provision refers to, and what refers to it."""

    made: tuple[Link, ...]
    received: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LifePage:
    """Hold the life of a provision, the newest first."""

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


def life_page(conn: sqlite3.Connection, volume: Volume, eid: str) -> LifePage:
    """Return the life of a provision; raise `UnknownProvision` where the law never had it."""
    lives = _lives(conn, volume, eid)
    amendments = volume.bearing_on(eid)
    place = volume.place(eid)
    lanes = lanes_of_division(volume, lives) if place.kind.divides else lanes_of_provision(volume, eid, lives)
    own = Link(provision_name(eid, volume.voice), volume.path_of(eid))
    title = volume.voice.say("%(provision)s – Law %(number)s", provision=own.text, number=volume.law.number)
    head = head_of(volume, title, own.path, (*crumbs_to(volume, eid), own))
    return LifePage(
        head, volume, place, own.text, _heading(lives, eid), _today(conn, volume, eid), last_day_in_operation(volume),
        picture(lanes, _moments(volume, amendments), volume.today), _turns(volume, eid, amendments),
        _rows(volume, place, lives[eid]), _parts(conn, volume, eid), evidence_of(conn, volume, eid, lives[eid]),
        _references(conn, volume, eid), LifeSheet(volume.law.id, eid, lives[eid], amendments))


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


def _today(conn: sqlite3.Connection, volume: Volume, eid: str) -> Answer:
    found = provision_on(conn, volume.law.id, volume.lang, eid, volume.today)
    block = block_of(own_of(found, eid), found, volume.today, volume.lang, volume.voice)
    return whole_answer(block, volume.today, volume.voice)


def _moments(volume: Volume, amendments: Iterable[Amendment]) -> tuple[Moment, ...]:
    found = []
    for each in amendments:
        first, last = each.operative.earliest, each.operative.latest
        if each.act and first:
            told = f"№ {each.act.name}, {bounds_in_words(each.operative, volume.voice)}"
            found.append(Moment(first, last or volume.today, told, paths.act(each.act.name)))
    return tuple(dict.fromkeys(found))


def _turns(volume: Volume, eid: str, amendments: Sequence[Amendment]) -> tuple[Turn, ...]:
    found = []
    for first, before in gapless(volume.days_of(eid)):
        opening = [each for each in amendments if first in (each.operative.earliest, each.operative.latest, each.until)]
        found.append(Turn(first, last_day(before), changes_of(volume, opening),
                          paths.provision_on(volume.law.id, volume.lang, eid, first)))
    return tuple(reversed(found))


def _rows(volume: Volume, place: Place, versions: Sequence[Version]) -> tuple[VersionRow, ...]:
    found = [_row(volume, place, None, versions[0])]
    found += [_row(volume, place, before, version) for before, version in pairwise(versions)]
    return tuple(reversed(found))


def _row(volume: Volume, place: Place, before: Version | None, version: Version) -> VersionRow:
    first = version.start.latest or volume.law.adopted
    return VersionRow(
        first, last_day(version.before.earliest), version, answer_of(version, first, place.kind, volume.voice),
        nearest_of(version),
        tuple(volume.links[each] for each in version.introduced_by if each in volume.links), _words(before, version),
        paths.provision_on(volume.law.id, volume.lang, place.eid, first))


def _words(before: Version | None, version: Version) -> Words | None:
    if before is None or before.text is None or version.text is None or before.text == version.text:
        return None
    return Words(before.text, version.text, word_changes(before.text, version.text))


def _parts(conn: sqlite3.Connection, volume: Volume, eid: str) -> tuple[Part, ...]:
    day, voice = last_day_in_operation(volume) or volume.today, volume.voice
    found = provision_on(conn, volume.law.id, volume.lang, eid, day)
    return tuple(Part(provision_name(each.place.eid, voice), volume.path_of(each.place.eid),
                      whole_answer(block_of(each, found, day, volume.lang, voice), day, voice))
                 for each in found if each.place.within == eid)


def _references(conn: sqlite3.Connection, volume: Volume, eid: str) -> References:
    law, lang = volume.law.id, volume.lang
    return References(_links(volume, citations_in(conn, law, lang, eid)),
                      tuple(dict.fromkeys(_citing(volume, each) for each in citations_of(conn, law, lang, eid))))


def _links(volume: Volume, rows: Iterable[CitationRow]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(Link(each.words, _cited(volume, each)) for each in rows
                               if each.cites or each.cites_law not in (None, volume.law.id)))


def _cited(volume: Volume, each: CitationRow) -> str:
    """Return the page that a reference leads to, in this law or in another that is held."""
    if each.cites_law == volume.law.id or each.cites_law is None or each.cites_lang is None:
        return volume.path_of(each.cites or "law")
    law = each.cites_law, each.cites_lang
    return paths.provision(*law, each.cites) if each.cites else paths.law(*law)


def _citing(volume: Volume, each: CitationRow) -> Link:
    """Return the provision that refers to one of this law; one of another law is named with that law."""
    name = provision_name(each.eid, volume.voice)
    if each.law == volume.law.id:
        return Link(name, volume.path_of(each.eid))
    return Link(f"{name} (№ {each.law_number})", paths.provision(each.law, each.lang, each.eid))
