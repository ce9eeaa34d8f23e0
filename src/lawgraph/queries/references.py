"""Ask the database where wordings that are not held can be read, and what took the place of what.

An address that a source names is told as it is; one built from an id that nobody has seen says that it is a guess.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgraph.languages.spoken import codes
from lawgraph.languages.state import HISTORY, OFFICIAL_LANGUAGES, bank_page, is_adilet_id, page_of
from lawgraph.law.authors import Record
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.versions import Version
from lawgraph.queries import values
from lawgraph.queries.answers import AsKnown, Base, acts_called, amendments_of, places
from lawgraph.queries.answers import rows as _rows
from lawgraph.queries.values import ActRow, LawRow, SourceRow
from lawgraph.timeline.consolidation import Changes, LookUp, changes_in, look_up, tree_of_places


class ReferenceKind(StrEnum):
    """What a reference leads to: the list of a law's editions, the page of an act, its place in the gazette."""

    EDITIONS = "editions"
    PAGE = "page"
    GAZETTE = "gazette"


@dataclass(frozen=True, slots=True)
class LawReference:
    """Lead to where `act`, or the law itself for `None`, can be read: an address, or a place in the official gazette.

    `guessed` tells that the address was built from an id that no source names.
    """

    act: str | None
    kind: ReferenceKind
    lang: str | None
    at: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class ToLookUp:
    """Hold where the wordings that are not held can be read, by provision and day, with the addresses for it."""

    by_place: Mapping[tuple[Eid, date], LookUp]
    references: tuple[LawReference, ...]


NOTHING = ToLookUp({}, ())


@dataclass(frozen=True, slots=True)
class WhereToRead:
    """Hold where a law, and each of some acts, can be read."""

    law: tuple[LawReference, ...]
    acts: Mapping[str, tuple[LawReference, ...]]

    def told(self, unheld: Mapping[tuple[Eid, date], LookUp]) -> ToLookUp:
        """Return where wordings that are not held can be read, with the addresses for it."""
        return ToLookUp(unheld, (*self.law, *(each for act in _acts_in(unheld) for each in self.acts.get(act, ()))))


def where_to_read(conn: Base, law: LawRow, acts: Iterable[ActRow]) -> WhereToRead:
    """Return where a law, and each of some acts, can be read."""
    return WhereToRead(tuple(_of_law(conn, law)), {each.act.name: tuple(references_of([each])) for each in acts})


def unheld(changes: Changes, asked: Iterable[tuple[Version, date]]) -> Mapping[tuple[Eid, date], LookUp]:
    """Return which act has the wording of each version, each on a day; what is held is left out."""
    return {(version.eid, day): told for version, day in asked if (told := look_up(version, changes, day))}


def _acts_in(unheld: Mapping[tuple[Eid, date], LookUp]) -> Iterable[str]:
    return dict.fromkeys(name for each in unheld.values() for name in each.acts)


def changes_of_law(conn: Base, law: str) -> Changes:
    """Return the changes of a law, to be asked where a wording can be read."""
    return changes_in(amendments_of(conn, law), tree_of_places(places(conn, law)))


def to_look_up(conn: Base, law: LawRow, changes: Changes, asked: Iterable[tuple[Version, date]]) -> ToLookUp:
    """Return where the wordings of versions, each on a day, can be read; what is held is left out."""
    found = unheld(changes, asked)
    plain = conn.conn if isinstance(conn, AsKnown) else conn
    return where_to_read(conn, law, acts_called(plain, _acts_in(found))).told(found)


def official_texts(source: SourceRow | None, told: ToLookUp) -> tuple[LawReference, ...]:
    """Return where the official texts of a law stand whose source is a translation."""
    translated = source is not None and not source.official
    return tuple(each for each in told.references if translated and each.kind is ReferenceKind.EDITIONS)


def _of_law(conn: Base, law: LawRow) -> Iterable[LawReference]:
    sources = [values.source(row) for lang in codes() for row in _rows(conn, "sources_of_law", law=law.id, lang=lang)]
    if is_adilet_id(law.id):
        seen = any((each.address or "").endswith(f"/docs/{law.id}") for each in sources)
        yield from (LawReference(None, ReferenceKind.EDITIONS, lang, f"{page_of(law.id, lang)}/{HISTORY}", not seen)
                    for lang in OFFICIAL_LANGUAGES)
    if law.gazette:
        yield LawReference(None, ReferenceKind.GAZETTE, None, law.gazette)


def _page(act: ActRow, lang: str) -> str | None:
    return page_of(act.adilet_id, lang) if act.adilet_id else bank_page(act.zan, lang) if act.zan else None


def references_of(acts: Iterable[ActRow]) -> Iterable[LawReference]:
    """Give where acts can be read."""
    for each in acts:
        for lang in OFFICIAL_LANGUAGES:
            if page := _page(each, lang):
                yield LawReference(each.act.name, ReferenceKind.PAGE, lang, page, each.guessed)
        if each.gazette:
            yield LawReference(each.act.name, ReferenceKind.GAZETTE, None, each.gazette)


@dataclass(frozen=True, slots=True)
class LineageSide:
    """Name a law, or a provision of it, on one side of a succession; of one that is not held no `lang` is known."""

    law: str | None
    number: str | None
    lang: str | None
    eid: Eid


@dataclass(frozen=True, slots=True)
class Lineage:
    """Hold that an act took the place of an earlier law, or a provision of it that of one there."""

    act: str
    earlier: LineageSide
    later: LineageSide
    record: Record


def lineage_of(conn: sqlite3.Connection, law: str, eid: Eid = LAW) -> tuple[Lineage, ...]:
    """Return what a law, or a provision with the one that encloses it, took the place of, and what took its place."""
    return tuple(map(_lineage, _rows(conn, "lineage_of", law=law, eid=eid)))


def lineage_of_act(conn: sqlite3.Connection, act: str) -> tuple[Lineage, ...]:
    """Return the laws whose place an act took, with the provisions that correspond."""
    return tuple(map(_lineage, _rows(conn, "lineage_of_act", act=act)))


def _lineage(row: sqlite3.Row) -> Lineage:
    earlier, later = (LineageSide(row[f"{side}_law"], row[f"{side}_number"], row[f"{side}_lang"], Eid(row[side]))
                      for side in ("earlier", "later"))
    return Lineage(row["act"], earlier, later, values.record(row))
