"""Ask the database for acts, with what they changed."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from lawgraph.database.searching import plain
from lawgraph.law.errors import UnknownAct
from lawgraph.queries import across, sql, values
from lawgraph.queries.asking import rows as _rows
from lawgraph.queries.values import ActRow, Effect, TouchedLaw


def acts(conn: sqlite3.Connection, law: str | None = None) -> tuple[ActRow, ...]:
    """Return the acts, by first day of operation; for one law those that changed it, with their changes in it."""
    if law is None:
        return tuple(_act(conn, row, _effects_of_act(conn, row["name"])) for row in _rows(conn, across.ACTS))
    effects: dict[str, list[Effect]] = defaultdict(list)
    for name, effect in _effects_in_law(conn, law):
        effects[name].append(effect)
    return tuple(_act(conn, row, effects[row["name"]]) for row in _rows(conn, across.ACTS_CHANGING, law=law))


def act_named(conn: sqlite3.Connection, name: str) -> ActRow:
    """Return the act with a name (`124-V`), in any usual spelling; raise `UnknownAct` where it is not held."""
    found = _rows(conn, across.ACT, act=name) or _rows(conn, across.ACT, act=_meant(conn, name))
    if not found:
        raise UnknownAct(repr(name), "this act is not held", "lawgraph acts lists those that are")
    return _act(conn, found[0], _effects_of_act(conn, found[0]["name"]))


def acts_called(conn: sqlite3.Connection, names: Iterable[str]) -> tuple[ActRow, ...]:
    """Return acts by their short names, without their changes."""
    return tuple(_act(conn, row, ()) for name in names for row in _rows(conn, across.ACT, act=name))


def act_names(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the short names of all acts, by first day of operation."""
    return tuple(row["name"] for row in _rows(conn, across.ACT_NAMES))


def acts_around(conn: sqlite3.Connection, act: ActRow) -> tuple[str | None, str | None]:
    """Return the names of the acts before and after one, by first day of operation."""
    found = {row["position"]: row["name"] for row in _rows(conn, across.ACTS_AROUND, place=act.place)}
    return found.get(act.place - 1), found.get(act.place + 1)


def acts_lately(conn: sqlite3.Connection, day: date, most: int) -> tuple[ActRow, ...]:
    """Return the acts that came into operation last up to a day, the newest first, without their changes."""
    return tuple(_act(conn, row, ()) for row in _rows(conn, across.ACTS_LATELY, on=day.isoformat(), most=most))


def laws_of_act(conn: sqlite3.Connection, act: str, lang: str) -> tuple[TouchedLaw, ...]:
    """Return the laws that an act changed, by their titles in a language."""
    return tuple(TouchedLaw(row["id"], row["number"], row["title"], row["lang"], row["changes"])
                 for row in _rows(conn, across.LAWS_OF_ACT, act=act, lang=lang))


def _meant(conn: sqlite3.Connection, name: str) -> str | None:
    wanted = plain(name)
    return next((each for each in act_names(conn) if plain(each) == wanted), None)


def _act(conn: sqlite3.Connection, row: sqlite3.Row, effects: Iterable[Effect]) -> ActRow:
    return values.act(row, _rows(conn, across.PUBLICATIONS, act=row["name"]), effects)


def _effects_of_act(conn: sqlite3.Connection, act: str) -> Iterator[Effect]:
    sources = _by_amendment(_rows(conn, across.EFFECT_SOURCES, act=act))
    for row in _rows(conn, across.EFFECTS, act=act):
        yield Effect(row["law"], values.amendment(row, sources.get((row["law"], row["position"]), ())))


def _effects_in_law(conn: sqlite3.Connection, law: str) -> Iterator[tuple[str, Effect]]:
    sources = _by_amendment(_rows(conn, sql.AMENDMENT_SOURCES, law=law))
    for row in _rows(conn, sql.AMENDMENTS, law=law):
        if row["act"]:
            yield row["act"], Effect(law, values.amendment(row, sources.get((law, row["position"]), ())))


def _by_amendment(rows: Iterable[sqlite3.Row]) -> dict[tuple[str, int], tuple[sqlite3.Row, ...]]:
    return {place: tuple(held) for place, held in groupby(rows, key=lambda row: (row["law"], row["amendment"]))}
