"""What a document tells, gathered from the database: a law on a day, or all its versions."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lawgraph.database.opening import sealed
from lawgraph.exchange.akoma_naming import AkomaName, name_of
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.days import add_days
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Amendment, Presence, ReasonKind, Version
from lawgraph.queries.answers import (
    act_named,
    acts_called,
    all_versions,
    amendments_of,
    law_days,
    law_named,
    places,
    provisions_on,
    source_of,
)
from lawgraph.queries.values import ActRow, LawRow, SourceRow
from lawgraph.timeline.consolidation import LawDays, Place
from lawgraph.voice.days import day_in_words
from lawgraph.voice.sentences import answer_told


@dataclass(frozen=True, slots=True)
class Life:
    """Hold a provision with those of its versions that a document tells, in the order of time."""

    place: Place
    versions: tuple[Version, ...]

    @property
    def worded(self) -> tuple[Version, ...]:
        """The versions that have a place in the text: of what was or may have been there, and of what was excluded."""
        return tuple(each for each in self.versions if each.in_operation is not Presence.NO or excluded(each))


@dataclass(frozen=True, slots=True)
class ToldLaw:
    """Hold all that a document tells of a law in a language: on a day, or on every day where `day` is `None`.

    `active` are the changes that the law itself made in others, each with the address of its target.
    """

    law: LawRow
    days: LawDays
    source: SourceRow | None
    lang: str
    day: date | None
    lives: tuple[Life, ...]
    changes: tuple[Amendment, ...]
    acts: tuple[ActRow, ...]
    own: ActRow | None
    active: tuple[tuple[str, Amendment], ...]
    build: str | None

    @property
    def named(self) -> AkomaName:
        """The name of the expression."""
        return AkomaName(self.law.adopted, self.law.number, self.lang, self.day)

    def remark(self, version: Version, kind: Kind) -> str | None:
        """Return what is to be said beside a wording, or in its place; `None` where it is held and plainly sure."""
        return remark(version, kind, self.day or version.start.latest or self.law.adopted, of_day=self.day is not None)


def excluded(version: Version) -> bool:
    """Tell whether a version says that the provision was taken out of the law."""
    return version.in_operation is Presence.NO and any(why.kind is ReasonKind.EXCLUDED for why in version.because)


def remark(version: Version, kind: Kind, day: date, *, of_day: bool = False) -> str | None:
    """Return what is to be said beside a wording, or in its place; `None` where it is held and plainly sure.

    It is told of a day: the one that was asked for, else the first of the version, with the stretch that this is.
    """
    if version.text is not None and not version.because:
        return None
    sentence = answer_told(version, day, kind).sentence
    if of_day:
        return sentence
    until = version.before.earliest
    return f"From {day_in_words(day)}{f' to {day_in_words(add_days(until, -1))}' if until else ''}: {sentence}"


def told_on(conn: sqlite3.Connection, name: str, lang: str, day: date) -> ToldLaw:
    """Return what may be said of a law on a day."""
    law = law_named(conn, name)
    lives = tuple(Life(each.place, (each.version,)) for each in provisions_on(conn, law.id, lang, day))
    return _told(conn, law, (lang, day), lives)


def told_of_all(conn: sqlite3.Connection, name: str, lang: str) -> ToldLaw:
    """Return what may be said of a law on all its days."""
    law = law_named(conn, name)
    versions: Mapping[Eid, Sequence[Version]] = {
        eid: tuple(these) for eid, these in groupby(all_versions(conn, law.id, lang), key=lambda each: each.eid)}
    known = places(conn, law.id) if versions else tuple(each.place for each in provisions_on(
        conn, law.id, lang, law.adopted))  # says which languages are held
    lives = tuple(Life(each, tuple(versions.get(each.eid, ()))) for each in known)
    return _told(conn, law, (lang, None), lives)


def _told(conn: sqlite3.Connection, law: LawRow, asked: tuple[str, date | None], lives: tuple[Life, ...]) -> ToldLaw:
    lang, day = asked
    changes = amendments_of(conn, law.id)
    names = dict.fromkeys((*(each.act_name for each in changes), *_named_in(lives)))
    own = Act(law.number, law.adopted, ActKind(law.kind))
    known = act_named(conn, own.name) if acts_called(conn, [own.name]) else None
    active = tuple((name_of(law_named(conn, each.law), each.amendment.target).whole, each.amendment)
                   for each in (known.effects if known else ()))
    return ToldLaw(law, law_days(conn, law.id), source_of(conn, law.id, lang), lang, day, lives, changes,
                acts_called(conn, filter(None, names)), known, active, sealed(conn))


def _named_in(lives: Iterable[Life]) -> Iterable[str]:
    for life in lives:
        for each in life.versions:
            yield from (*each.introduced_by, *each.ended_by, *(why.act for why in each.because if why.act))
