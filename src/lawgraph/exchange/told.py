"""What other programs are told of a law, gathered from the database: on a day, in all versions, what acts did to it.

A law bears a FRBR address, as the naming convention of Akoma Ntoso makes them:
`/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main~art_7` is the work, its expression in a language on a day, its main
component, a provision in it. Each part behind the work may be left out, from the end on.

The table of effects is as the British publish theirs: affected, affecting, type, first day, how sure.
"""

import csv
import io
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, unquote

from lawgraph.database.opening import sealed
from lawgraph.languages.state import COUNTRY
from lawgraph.law.amendments import Amendment, SourceKind
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.days import add_days, parse_day
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.errors import DayError, EidError, LawgraphError, Phrase
from lawgraph.law.versions import Version
from lawgraph.queries.answers import (
    Base,
    act_named,
    acts_called,
    amendments_of,
    days_of,
    law_named,
    lives_of,
    places,
    provisions_on,
    source_of,
)
from lawgraph.queries.values import ActRow, LawRow, SourceRow
from lawgraph.timeline.consolidation import Certainty, LawDays, Place
from lawgraph.voice.names import day_in_words
from lawgraph.voice.recorded import basis_sentence
from lawgraph.voice.sentences import answer_told

ROOT = f"/akn/{COUNTRY}/act"
_ADDRESS = re.compile(
    rf"{ROOT}/(?P<adopted>[^/]+)/(?P<number>[^/!~@]+)(?:/(?P<lang>[a-z]{{3}})(?:@(?P<day>\d{{4}}-\d\d-\d\d))?)?"
    r"(?:/!main)?(?:/?~(?P<eid>[^/.]+))?(?:\.akn)?/?", re.ASCII)
_LONGEST = 700
_STANDING_FOR_NONE = (range(1, 1600), range(2200, 10000))
"""Years of days that elsewhere stand for a day that is not known."""

COLUMNS = ("law", "affected", "affecting", "type", "scope", "earliest", "latest", "day_is", "basis", "until", "except",
           "sources")
_MADE = {SourceKind.CLAIM, SourceKind.FACT, SourceKind.ACT}


@dataclass(frozen=True, slots=True)
class AkomaName:
    """Hold what an address names: an act by number and day of adoption, in a language, on a day, a provision of it."""

    adopted: date
    number: str
    lang: str | None = None
    day: date | None = None
    eid: Eid | None = None

    @property
    def work(self) -> str:
        """The address of the work."""
        return f"{ROOT}/{self.adopted.isoformat()}/{quote(self.number, safe='')}"

    @property
    def expression(self) -> str:
        """The address of the expression; without a day it is that of all versions together."""
        return f"{self.work}/{self.lang}{f'@{self.day.isoformat()}' if self.day else ''}"

    @property
    def whole(self) -> str:
        """The address of the main component, or of a provision in it."""
        return f"{self.expression if self.lang else self.work}/!main{f'~{self.eid}' if self.eid else ''}"


def stands_for_none(day: date) -> bool:
    """Tell whether a day is none of a law: in other people's data it stands for one that is not known."""
    return any(day.year in years for years in _STANDING_FOR_NONE)


def name_of(law: LawRow, eid: Eid | None = None) -> AkomaName:
    """Return the name of a law as a work, or of a provision of it."""
    return AkomaName(law.adopted, law.number, eid=eid)


def address_of_act(act: Act) -> str:
    """Return the address of an act; one that is named only in part has none in the convention, and gets one of ours."""
    if act.number and act.adopted:
        return AkomaName(act.adopted, act.number).work
    return f"/akn/ontology/concept/{COUNTRY}/act/{quote(act.name, safe='')}"


def read_address(text: str) -> AkomaName:
    """Return what an address names; raise `LawgraphError` where it is none of this country's acts."""
    match = _ADDRESS.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        raise LawgraphError(repr(text[:80]), Phrase("this is no address of an act of Kazakhstan"),
                            Phrase("write it as %(example)s",
                                   example=f"{ROOT}/2010-04-29/271-IV/eng@2013-07-20/!main~art_7"))
    try:
        named = AkomaName(parse_day(match["adopted"]), unquote(match["number"]), match["lang"])
        return replace(named, day=parse_day(match["day"]) if match["day"] else None,
                       eid=Eid.parse(match["eid"]) if match["eid"] else None)
    except (DayError, EidError) as error:
        raise LawgraphError(repr(text[:80]), str(error), Phrase("mend this part of the address")) from None


@dataclass(frozen=True, slots=True)
class Life:
    """Hold a provision with those of its versions that a document tells, in the order of time."""

    place: Place
    versions: tuple[Version, ...]

    @property
    def worded(self) -> tuple[Version, ...]:
        """The versions that have a place in the text: of what was or may have been there, and of what was excluded."""
        return tuple(each for each in self.versions if each.has_place)


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
    versions = lives_of(conn, law.id, lang)
    known = places(conn, law.id) if versions else tuple(each.place for each in provisions_on(
        conn, law.id, lang, law.adopted))  # says which languages are held
    lives = tuple(Life(each, versions.get(each.eid, ())) for each in known)
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
