"""The page of an amending act: its three days, what it changed, and who says so."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lawgraph.names import act_kind
from lawgraph.pages import paths
from lawgraph.pages.changes import changes_of
from lawgraph.pages.values import Change, Head, Link
from lawgraph.pages.volume import Volume
from lawgraph.queries import ActRow, act_named, acts
from lawgraph.voice import act_in_words, day_in_words


@dataclass(frozen=True, slots=True)
class ChangedLaw:
    """Hold what an act changed in one law."""

    volume: Volume
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ActPage:
    """Hold an act: titles, days, publications and what it changed in each law; the acts before and after it."""

    head: Head
    row: ActRow
    kind: str
    laws: tuple[ChangedLaw, ...]
    earlier: Link | None
    later: Link | None


def act_page(conn: sqlite3.Connection, name: str, volumes: Sequence[Volume]) -> ActPage:
    """Return the page of an act; raise `UnknownAct` where it is not held."""
    row = act_named(conn, name)
    kind = act_kind(row.act.kind)
    adopted = f" of {day_in_words(row.act.adopted)}" if row.act.adopted else ""
    path = paths.act(row.act.name)
    head = Head(f"{kind} {act_in_words(row.act.name)}{adopted}", path, (Link(act_in_words(row.act.name), path),))
    earlier, later = _neighbours([each.act.name for each in acts(conn)], row.act.name)
    return ActPage(head, row, kind, tuple(_laws(row, volumes)), earlier, later)


def _laws(row: ActRow, volumes: Iterable[Volume]) -> Iterator[ChangedLaw]:
    for volume in volumes:
        own = [each.amendment for each in row.effects if each.law == volume.law.id]
        if own:
            yield ChangedLaw(volume, changes_of(volume, own))


def _neighbours(names: list[str], name: str) -> tuple[Link | None, Link | None]:
    place = names.index(name)
    around = [names[each] if 0 <= each < len(names) else None for each in (place - 1, place + 1)]
    earlier, later = (Link(act_in_words(each), paths.act(each)) if each else None for each in around)
    return earlier, later
