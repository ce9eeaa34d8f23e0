"""What other programs are told of a law, gathered from the database: on a day, in all versions, what acts did to it.

The table of effects is as the British publish theirs: affected, affecting, type, first day, how sure.
"""

import csv
import io
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
from lawgraph.law.model import Amendment, SourceKind
from lawgraph.law.versions import Presence, ReasonKind, Version
from lawgraph.queries.answers import (
    Base,
    act_named,
    acts_called,
    all_versions,
    amendments_of,
    days_of,
    law_named,
    places,
    provisions_on,
    source_of,
)
from lawgraph.queries.values import ActRow, LawRow, SourceRow
from lawgraph.timeline.consolidation import Certainty, LawDays, Place
from lawgraph.voice.names import day_in_words
from lawgraph.voice.recorded import basis_sentence
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
    return ToldLaw(law, days_of(conn, law, changes), source_of(conn, law.id, lang), lang, day, lives, changes,
                acts_called(conn, filter(None, names)), known, active, sealed(conn))


def _named_in(lives: Iterable[Life]) -> Iterable[str]:
    for life in lives:
        for each in life.versions:
            yield from (*each.introduced_by, *each.ended_by, *(why.act for why in each.because if why.act))


COLUMNS = ("law", "affected", "affecting", "type", "scope", "earliest", "latest", "day_is", "basis", "until", "except",
           "sources")
_MADE = {SourceKind.CLAIM, SourceKind.FACT, SourceKind.ACT}


def effects(conn: Base, name: str) -> str:
    """Return the changes of a law as CSV; `affecting` is empty where no source names the act.

    `day_is` tells what is known of the first day of operation: `exact`, an `interval`, `open` on a side or left to the
    act, `contradicted` by sources. A change that no note, fact or act says was made is `not_settled`, whatever its day.
    """
    law = law_named(conn, name)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(law.id, each) for each in amendments_of(conn, law.id))
    return table.getvalue()


def _row(law: str, change: Amendment) -> tuple[object, ...]:
    days = change.operative
    sources = dict.fromkeys(f"{each.file}:{each.line}" for each in change.sources)
    return (law, change.target, change.act_name or "", change.action, change.scope,
            days.earliest, days.latest,
            certainty(change), basis_sentence(days.basis), change.until,
            " ".join(change.but), " ".join(sources))


def certainty(change: Amendment) -> Certainty:
    """Return what is known of the first day of a change."""
    days = change.operative
    if not any(each.kind in _MADE for each in change.sources):
        return Certainty.NOT_SETTLED
    if days.earliest is None or days.latest is None or change.deferred:
        return Certainty.OPEN
    if days.earliest > days.latest:
        return Certainty.CONTRADICTED
    return Certainty.EXACT if days.exact else Certainty.INTERVAL
