"""Where the wordings that are not held can be read, and the addresses to do so: of the law, and of the acts to read.

An address that a source names is told as it is; one built from an id that nobody has seen says that it is a guess.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgraph.languages.spoken import codes
from lawgraph.languages.state import HISTORY, OFFICIAL_LANGUAGES, is_adilet_id, page_of
from lawgraph.law.eid import Eid
from lawgraph.law.model import Version
from lawgraph.queries import values
from lawgraph.queries.answers import acts_called, amendments_of, places
from lawgraph.queries.asking import AsKnown, Base
from lawgraph.queries.asking import rows as _rows
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


def changes_of_law(conn: Base, law: str) -> Changes:
    """Return the changes of a law, to be asked where a wording can be read."""
    return changes_in(amendments_of(conn, law), tree_of_places(places(conn, law)))


def to_look_up(conn: Base, law: LawRow, changes: Changes, asked: Iterable[tuple[Version, date]]) -> ToLookUp:
    """Return where the wordings of versions, each on a day, can be read; what is held is left out."""
    found = {(version.eid, day): told for version, day in asked if (told := look_up(version, changes, day))}
    acts = dict.fromkeys(name for each in found.values() for name in each.acts)
    plain = conn.conn if isinstance(conn, AsKnown) else conn
    return ToLookUp(found, (*_of_law(conn, law), *references_of(acts_called(plain, acts))))


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


def references_of(acts: Iterable[ActRow]) -> Iterable[LawReference]:
    """Give where acts can be read."""
    for each in acts:
        if each.adilet_id:
            pages = ((lang, page_of(each.adilet_id, lang)) for lang in OFFICIAL_LANGUAGES)
            yield from (LawReference(each.act.name, ReferenceKind.PAGE, *page, each.guessed) for page in pages)
        if each.gazette:
            yield LawReference(each.act.name, ReferenceKind.GAZETTE, None, each.gazette)
