"""Bring the laws that were traced, each in a database of its own, together in one.

Numbers of rows count within one law; here they are moved on by those of the laws before it. What several laws have in
common is settled now: an act may have changed many of them, and a wording may cite another law that is held.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from lawgraph.database.act_rows import publications, recorded_act
from lawgraph.database.columns import Row
from lawgraph.database.filling import index, insert, written
from lawgraph.database.schema import ACTS, TABLES, TITLE_NAMES, Table
from lawgraph.database.sealing import seal
from lawgraph.languages.spoken import codes
from lawgraph.law.acts import ActRecord
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.eid import Eid
from lawgraph.law.errors import DatabaseError, is_damage
from lawgraph.parsing.citations.across import Citable, law_cited, names_of, place_cited
from lawgraph.parsing.citations.addresses import addresses

Stamp = tuple[tuple[str, str], ...]

_OF_A_LAW = tuple(table for table in TABLES if table.name not in ("build", "seals", "acts", "publications"))
_NAMED = "create temp table named as select * from acts"  # what each law tells of acts

# An act is the same in all laws; the one that tells most of it decides.
_ACTS_NAMED = f"""insert into acts
select {", ".join(column.name for column in ACTS.columns)}
from (select *, row_number() over (
        partition by name order by adopted is null, kind = 'unstated', rowid) as place from temp.named)
where place = 1 and name not in (select name from acts)
order by coalesce(adopted, ''), name"""  # noqa: S608  (our own names)
_FIRST_DAYS = """update acts set operative_earliest = first.earliest, operative_latest = first.latest,
  operative_basis = first.basis, operative_basis_data = first.basis_data
from (select act, earliest, latest, basis, basis_data, row_number() over (
        partition by act order by coalesce(earliest, ''), latest is null, latest, id) as place
      from amendments where act is not null and known_before is null) first
where first.act = acts.name and first.place = 1"""
_PLACES = """update acts set position = ordered.place
from (select name, row_number() over (
        order by operative_earliest is null, operative_earliest, operative_latest, adopted, name) as place
      from acts) ordered
where ordered.name = acts.name"""
_CITABLE = f"select id, number, adopted, kind, {', '.join(TITLE_NAMES)} from laws"  # noqa: S608  (our own names)
_CITING = "select id, lang, cites_act, cites_place from citations where cites_act is not null order by id"
_KNOWN = "select eid from provisions where law = ? and known_before is null"


def merge(path: Path, stamp: Stamp, laws: Sequence[Path], records: Iterable[ActRecord]) -> None:
    """Write one database from the laws' own, in their order, or leave what was there as it was."""
    with written(path) as conn:
        conn.execute(_NAMED)
        for law in laws:
            _take_in(conn, law)
        _acts(conn, tuple(records))
        _citations(conn)
        insert(conn, {"build": [{"part": part, "value": value} for part, value in stamp]})
        index(conn)
        seal(conn)


def _take_in(conn: sqlite3.Connection, law: Path) -> None:
    try:
        conn.execute("attach ? as law", (f"{law.absolute().as_uri()}?mode=ro&immutable=1",))
        conn.execute("begin")
        moved = {table.name: _count(conn, table) for table in _OF_A_LAW}
        for table in _OF_A_LAW:
            conn.execute(_copying(table), moved)
        conn.execute("insert into temp.named select * from law.acts")
        conn.execute("commit")
        conn.execute("detach law")
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise   # of what is written, not of what is read
        raise DatabaseError(str(law), f"this part of the work cannot be read ({error})",
                            "delete the file, and build again") from None


def _count(conn: sqlite3.Connection, table: Table) -> int:
    """Return how many rows of a table are numbered so far."""
    if table.key != ("id",) or table.columns[0].holds is not int:
        return 0
    return int(conn.execute(f"select coalesce(max(id), 0) from main.[{table.name}]").fetchone()[0])  # noqa: S608  (our own names)


def _copying(table: Table) -> str:
    moving = dict(_moving(table))
    names = [column.name for column in table.columns]
    values = (f"[{name}] + :{moving[name]}" if name in moving else f"[{name}]" for name in names)
    return (f"insert into main.[{table.name}] ({', '.join(f'[{name}]' for name in names)}) "  # noqa: S608  (our own names)
            f"select {', '.join(values)} from law.[{table.name}] order by rowid")


def _moving(table: Table) -> Iterator[tuple[str, str]]:
    """Give the columns that hold numbers of rows, each with the table whose rows they number."""
    held = {column.name: column.holds for column in table.columns}
    if table.key == ("id",) and held["id"] is int:
        yield "id", table.name
    for reference in table.references:
        if reference.keys == ("id",) and held[reference.columns[0]] is int:
            yield reference.columns[0], reference.table


def _acts(conn: sqlite3.Connection, records: Sequence[ActRecord]) -> None:
    insert(conn, {"acts": map(recorded_act, records)})
    conn.execute(_ACTS_NAMED)
    told = (row for record in records for row in publications(record))
    insert(conn, {"publications": _numbered(told)})
    conn.execute(_FIRST_DAYS)
    conn.execute(_PLACES)


def _numbered(rows: Iterable[Row]) -> Iterator[Row]:
    return ({"id": number, **each} for number, each in enumerate(rows, 1))


def _citations(conn: sqlite3.Connection) -> None:
    """Settle which of the laws held each wording cites, and which provision of it."""
    laws = conn.execute(_CITABLE).fetchall()
    names = names_of(_citable(*law) for law in laws)
    told = ((law_cited(act, lang, names), number, place) for number, lang, act, place in conn.execute(_CITING))
    citing = sorted((cited, number, place) for cited, number, place in told if cited)
    found = []
    for cited, group in groupby(citing, key=itemgetter(0)):
        known = addresses(frozenset(Eid(eid) for eid, in conn.execute(_KNOWN, (cited,))))
        found += [(cited, place_cited(place, known) if place else None, number) for _, number, place in group]
    conn.execute("begin")
    conn.executemany("update citations set cites_law = ?, cites = ? where id = ?", found)
    conn.execute("commit")


def _citable(law: str, number: str, adopted: str, kind: str, *titles: str | None) -> Citable:
    told = zip(codes(), titles, strict=True)
    return Citable(law, Act(number, date.fromisoformat(adopted), ActKind(kind)),
                   tuple((lang, title) for lang, title in told if title))
