"""The tables of the database as files for researchers, in shards of whole laws: Parquet or JSON Lines.

Columns and their meaning are those of `database.schema`. A version has one more, `remark`: in words what is to be said
beside its wording, or in its place. The wordings of other days that pages offer are left out: `text` is null, as it is
in `lawgraph text --format json`, where the wording of these days is not held.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

from lawgraph.database.declaring import SEALS, Column, Table
from lawgraph.database.opening import sealed
from lawgraph.database.schema import TABLES, VERSIONS
from lawgraph.exchange.folders import new_folder
from lawgraph.exchange.told import remark
from lawgraph.law.eid import Kind
from lawgraph.queries import values
from lawgraph.queries.answers import laws

DAYS = frozenset({
    "acts_complete_until", "adopted", "before_earliest", "before_latest", "day", "earliest", "from_earliest",
    "from_latest", "horizon", "known_before", "known_from", "latest", "operative_earliest", "operative_latest",
    "recorded", "retrieved", "start_earliest", "start_latest", "until"})
"""The columns that hold days; in the database they are ISO text."""

REMARK = Column("remark", "in words what is to be said beside the wording, or in its place where none is held; null "
                "where it is held and plainly sure")
_OF_OTHER_DAYS = frozenset({"nearest_text", "nearest_from", "nearest_before",
                            "other_text", "other_from", "other_before"})
_MOST_ROWS = 500_000
"""A shard ends with the batch of a law that makes it as long."""
_AT_A_TIME = 20_000

Row = tuple[object, ...]


class Shard(Protocol):
    """Take the rows of a file, one law after the other."""

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows."""

    def close(self) -> None:
        """Finish the file."""


@dataclass(frozen=True, slots=True)
class FileForm:
    """Hold how a form is called at the end of a file's name, and how a file of it begins."""

    ending: str
    begun: Callable[[Path, Sequence[Column]], Shard]


def exported() -> Iterator[tuple[Table, tuple[Column, ...]]]:
    """Give the tables that are written, with their columns."""
    for table in TABLES:
        if not table.own and table is not SEALS:
            columns = tuple(each for each in table.now if each.name not in _OF_OTHER_DAYS)
            yield table, (*columns, REMARK) if table is VERSIONS else columns


def write_tables(conn: sqlite3.Connection, out: Path, form: FileForm) -> Mapping[str, int]:
    """Write all tables into a new folder, each in a folder of its own; return how many rows each has."""
    with new_folder(out) as part:
        counts = {table.name: _write(conn, table, columns, (part / table.name, form)) for table, columns in exported()}
        (part / "about.json").write_text(_about(conn, counts), encoding="utf-8")
    return counts


def _write(conn: sqlite3.Connection, table: Table, columns: Sequence[Column], place: tuple[Path, FileForm]) -> int:
    folder, form = place
    folder.mkdir()
    count, ahead = 0, chain([()], _rows_by_law(conn, table, columns))
    for number, rows in enumerate(ahead):  # the first is empty: a table without rows is a file too
        with closing(form.begun(folder / f"{number:04}.{form.ending}", columns)) as shard:
            count += _fill(shard, chain([rows], ahead))
    return count


def _fill(shard: Shard, ahead: Iterator[Sequence[Row]]) -> int:
    """Write laws until the shard is full; return how many rows it has."""
    count = 0
    for rows in ahead:
        shard.write(rows)
        count += len(rows)
        if count >= _MOST_ROWS:
            break
    return count


def _rows_by_law(conn: sqlite3.Connection, table: Table, columns: Sequence[Column]) -> Iterator[Sequence[Row]]:
    """Give the rows of a table, those of one law after those of another."""
    names = {each.name for each in table.now}
    order = ", ".join(each for each in table.key if each in names)
    asking = conn.cursor()
    asking.row_factory = sqlite3.Row
    if "law" not in names:
        yield from _batches(asking.execute(f"select * from [{table.name}] order by {order}"), columns)  # noqa: S608  (our own names)
        return
    adopted = {each.id: each.adopted for each in laws(conn)}
    for law in (*sorted(adopted), None):
        found = asking.execute(f"select * from [{table.name}] where law is ? order by {order}", (law,))  # noqa: S608
        told = (_said_of(row, adopted[row["law"]]) for row in found) if table is VERSIONS else found
        yield from _batches(told, columns)


def _batches(found: Iterable[sqlite3.Row | Mapping[str, object]], columns: Sequence[Column]) -> Iterator[Sequence[Row]]:
    told = iter(found)
    while rows := [tuple(row[each.name] for each in columns) for row in islice(told, _AT_A_TIME)]:
        yield rows


def _said_of(row: sqlite3.Row, adopted: date) -> Mapping[str, object]:
    version = values.version(row)
    return {**dict(row), REMARK.name: remark(version, Kind(row["kind"]), version.start.latest or adopted)}


def _about(conn: sqlite3.Connection, counts: Mapping[str, int]) -> str:
    """Return what the tables are, with the hash that names the build."""
    tables = {table.name: {"meaning": table.meaning, "rows": counts[table.name],
                           "columns": {each.name: each.meaning for each in columns}} for table, columns in exported()}
    return json.dumps({"build": sealed(conn), "tables": tables}, ensure_ascii=False, indent=1) + "\n"


class _Lines:
    """Write a shard as JSON Lines."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._file, self._names = path.open("w", encoding="utf-8", newline="\n"), [each.name for each in columns]

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows, one a line."""
        self._file.writelines(json.dumps(dict(zip(self._names, row, strict=True)), ensure_ascii=False) + "\n"
                              for row in rows)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


JSON_LINES = FileForm("jsonl", _Lines)
