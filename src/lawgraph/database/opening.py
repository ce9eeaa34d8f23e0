"""Open the database, only where this program can read it, and never a file that is not ours; and seal its rows.

What writes it stands in `filling`, which loads the library for that; reading needs none. The seal shows a change of any
row: a hash for each law, and one of all hashes. The hash of a part is the SHA-256 of its tables in the order of
docs/tables.md: the name of the table on a line, then each of its rows on a line, as a JSON array without spaces in the
order of the columns, rows in the order of the key. Rows are those that people read, all that was ever known; numbers of
rows (`id`) are left out, since they depend on how the file came to be. A law's part is `law/` and its id. `common` is
what laws share (acts, their publications, their lineage, what the database was made from) and the text of the schema.
The hash of all is that of lines as `sha256sum` writes them, `HASH  PART`, in the order of the parts. `upkeep` stands
apart: what only serves searching and the next build.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from itertools import islice
from pathlib import Path

from lawgraph import __version__
from lawgraph.database.declaring import NUMBER, ORIGINS, Table
from lawgraph.database.schema import TABLES
from lawgraph.law.errors import DatabaseError, Phrase, is_locked, mishap

SEALED = "rows"
"""The row of the table `build` that holds the hash of all hashes."""

COMMON, UPKEEP = "common", "upkeep"
_OF_A_LAW = "law/"
_SHARED = {"build": f"part <> '{SEALED}'", "acts": "true", "publications": "true", "lineage": "true",
           "findings": "law is null"}
_SHADOWS = """select name from sqlite_master where type = 'table' and name glob '*_fts_*' order by name"""
_AS_JSON = """case typeof([{0}]) when 'blob' then '"' || lower(hex([{0}])) || '"' else json_quote([{0}]) end"""
_SCHEMA = "select type, name, sql from sqlite_master where sql is not null order by type, name"
_IN_ITS_TABLES = {each.name: "id = ?" if each.name == "laws" else "law = ?" for each in TABLES if not each.own and (
    each.name == "laws" or any(column.name == "law" for column in each.columns))}
APPLICATION = 0x4C415747
"""What marks a SQLite file as ours: the letters LAWG."""

_in_a_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=bytes.hex).encode
_AT_ONCE = 200
_LONGEST = 16_000_000
"""The longest value that is read, in bytes; every stored text is shorter by far."""

_ENDINGS = ("-wal", "-journal")
_MAGIC = b"SQLite format 3\x00"


DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises: SQLite's own words of it may hold bytes of the file."""


class ChangedError(DatabaseError):
    """Rows that are not those that were built: nothing may be answered from them."""


@cache
def fingerprint() -> str:
    """Return the SHA-256 of all that is declared of names and views; a database with others cannot be read."""
    names = [[table.name, *(column.name for column in table.columns), *table.views()] for table in TABLES]
    return hashlib.sha256(repr(names).encode()).hexdigest()


def seal(conn: sqlite3.Connection, laws: Collection[str]) -> str:
    """Write the hashes of the laws that are new, of what laws share, and of all; return that."""
    anew = {COMMON, UPKEEP, *(f"{_OF_A_LAW}{law}" for law in laws)}
    known = dict(_recorded(conn))
    found = [(part, part_hash(conn, part) if part in anew else known[part]) for part in _parts(conn)]
    whole = _of_all(found)
    conn.execute("begin")
    conn.execute("delete from seals")
    conn.executemany("insert into seals (part, sha256) values (?, ?)", found)
    conn.execute("insert into build (part, value) values (?, ?)", (SEALED, whole))
    conn.execute("commit")
    return whole


def sealed(conn: sqlite3.Connection) -> str | None:
    """Return the hash of all hashes that a database records: it names this build."""
    rows = conn.execute("select value from build where part = ?", (SEALED,)).fetchall()
    return rows[0][0] if rows else None


def check_stamp(conn: sqlite3.Connection, place: str) -> None:
    """Raise `ChangedError` where the hashes that a database records are not those that were sealed together."""
    if sealed(conn) != _of_all(_recorded(conn)):
        raise _changed(place, "the hashes that it records")


def check_law(conn: sqlite3.Connection, place: str, law: str) -> None:
    """Raise `ChangedError` where the rows of a law are not those that were built."""
    _check_part(conn, place, f"{_OF_A_LAW}{law}")


def check_common(conn: sqlite3.Connection, place: str) -> None:
    """Raise `ChangedError` where the rows that laws have in common, or the schema, are not those that were built."""
    _check_part(conn, place, COMMON)


def _check_part(conn: sqlite3.Connection, place: str, part: str) -> None:
    recorded = conn.execute("select part, sha256 from seals where part = ?", (part,))
    if dict(recorded).get(part) != part_hash(conn, part):
        raise _changed(place, _in_words(part))


def broken_parts(conn: sqlite3.Connection) -> Iterator[str]:
    """Give what in a database is not as it was built, in words; nothing where all is."""
    if conn.execute("pragma integrity_check(1)").fetchone()[0] != "ok":
        yield "the file"
    if more := _bytes_behind(conn):
        yield f"the end of the file: {more:,} bytes that no row takes stand there"
    if conn.execute("pragma foreign_key_check").fetchone():
        yield "the references between its rows"
    recorded = dict(_recorded(conn))
    if sealed(conn) != _of_all(recorded.items()):
        yield "the hashes that it records"
    for part in dict.fromkeys([*_parts(conn), *recorded]):
        if recorded.get(part) != part_hash(conn, part):
            yield _in_words(part)


def _bytes_behind(conn: sqlite3.Connection) -> int:
    """Return how many bytes the file of a database has beyond its own pages: SQLite itself passes them over."""
    (pages,), (size,) = conn.execute("pragma page_count").fetchone(), conn.execute("pragma page_size").fetchone()
    file = next(file for _, name, file in conn.execute("pragma database_list") if name == "main")
    return Path(file).stat().st_size - int(pages * size)


def read_only(path: Path) -> sqlite3.Connection:
    """Open a database that is there, for reading alone; nothing is asked of what it was made by."""
    refuse_companions(path)
    conn = sqlite3.connect(f"{_real(path).as_uri()}?mode=ro", uri=True, check_same_thread=False)
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    return conn


def companions(path: Path) -> Iterator[DatabaseError]:
    """Give what stands beside a database and would change what is read from it: SQLite takes it for newer rows.

    A build leaves nothing there, and the bytes of the database stay as they were, so that no hash of them tells.
    """
    at = _real(path)
    for each in (at.with_name(f"{at.name}{ending}") for ending in _ENDINGS):
        if each.is_file() and each.stat().st_size:
            yield DatabaseError(str(each), Phrase("with this file beside it, other rows than were built would be read"),
                                Phrase("end the program that writes into the database, or take the file away"))


def _real(path: Path) -> Path:
    """Return where a path leads; one that leads to itself stays as it is, and cannot be opened."""
    return Path(os.path.realpath(path))


def refuse_companions(path: Path) -> None:
    """Raise `DatabaseError` where something stands beside a database that would change what is read from it."""
    for each in companions(path):
        raise each


def seal_that_holds(path: Path) -> str:
    """Return the hash of all hashes of a database all of whose rows hold to it, empty where they do not."""
    try:
        with closing(read_only(path)) as conn:
            return "" if next(broken_parts(conn), None) else sealed(conn) or ""
    except sqlite3.OperationalError as error:
        if is_locked(error):
            raise
        return ""
    except DAMAGE:
        return ""


def part_hash(conn: sqlite3.Connection, part: str) -> str:
    """Return the hash of a part as it is now."""
    whole = hashlib.sha256()
    for name, rows in _tables_of(conn, part):
        whole.update(f"{name}\n".encode())
        while some := list(islice(rows, _AT_ONCE)):
            whole.update("\n".join([*some, ""]).encode())
    return whole.hexdigest()


def _tables_of(conn: sqlite3.Connection, part: str) -> Iterator[tuple[str, Iterator[str]]]:
    """Give the tables of a part, each with its rows as JSON arrays."""
    if part == COMMON:
        yield "sqlite_master", map(_as_json, conn.execute(_SCHEMA))
        yield from ((each.name, map(_as_json, conn.execute(_rows(each, _SHARED[each.name])))) for each in TABLES
                    if each.name in _SHARED)
    elif part == UPKEEP:
        yield ORIGINS.name, map(_as_json, conn.execute(_rows(ORIGINS, "true")))
        for name, in conn.execute(_SHADOWS).fetchall():
            yield name, _shadow(conn, name.replace("]", ""))
    else:
        law = part.removeprefix(_OF_A_LAW)
        yield from ((each.name, map(_as_json, conn.execute(_rows(each, _IN_ITS_TABLES[each.name]), (law,))))
                    for each in TABLES if each.name in _IN_ITS_TABLES)


def _as_json(row: Iterable[object]) -> str:
    return _in_a_line(tuple(row))


def _shadow(conn: sqlite3.Connection, name: str) -> Iterator[str]:
    """Give the rows that full-text search keeps; there is one for each wording of all laws, so SQLite writes them."""
    columns = [column for _, column, *_ in conn.execute(f"pragma table_info([{name}])").fetchall()]
    row = " || ',' || ".join(map(_AS_JSON.format, columns))
    order = ", ".join(f"[{column}]" for column in columns[:2])
    return (row for row, in conn.execute(f"select '[' || {row} || ']' from [{name}] order by {order}"))  # noqa: S608  (names from the database itself)


def _rows(table: Table, where: str) -> str:
    columns = ", ".join(f"[{column.name}]" for column in table.columns if column is not NUMBER)
    return f"select {columns} from [{table.ever}] where {where} order by {', '.join(table.key)}"  # noqa: S608  (our own names)


def held_laws(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the ids of the laws held, in their order."""
    return tuple(law for law, in conn.execute("select id from laws order by id"))


def _parts(conn: sqlite3.Connection) -> tuple[str, ...]:
    return (COMMON, *(f"{_OF_A_LAW}{law}" for law in held_laws(conn)), UPKEEP)


def _recorded(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    return conn.execute("select part, sha256 from seals order by part").fetchall()


def _of_all(hashes: Iterable[tuple[str, str]]) -> str:
    lines = (f"{found}  {part}\n" for part, found in hashes if part != UPKEEP)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _in_words(part: str) -> str:
    shared = {COMMON: "the rows that laws have in common, or the schema",
              UPKEEP: "what full-text search, or the next build, needs"}
    return shared.get(part) or f"the rows of {part.removeprefix(_OF_A_LAW)}"


def _changed(place: str, what: str) -> ChangedError:
    return ChangedError(place,
                        Phrase("%(what)s are not those that were built: somebody or something changed the file",
                               what=what),
                        Phrase("build it anew: %(command)s", command=f"lawgraph build --db {place}"))


def shelf_beside(database: Path) -> Path:
    """Return the folder of what is kept for a database: the laws' own databases, and the ledger of what was read."""
    return database.with_name(f"{database.name}.laws")


def stamp(corpus: str, amendments: str) -> tuple[tuple[str, str], ...]:
    """Return what the table `build` records: this program, its schema, and the SHA-256 of both folders."""
    return ("program", __version__), ("schema", fingerprint()), ("corpus", corpus), ("amendments", amendments)


def connect(path: Path) -> sqlite3.Connection:
    """Open a database for reading; raise `DatabaseError` where this program cannot read it."""
    conn, made_by = _opened(path)
    if made_by.get("program") == __version__ and made_by.get("schema") == fingerprint():
        return conn
    conn.close()
    raise DatabaseError(str(path), Phrase("this database was made by %(maker)s, not by this one (%(own)s)",
                                         maker=_maker(made_by), own=__version__), _build(path))


def connect_older(path: Path) -> sqlite3.Connection:
    """Open a database whose tables this program has too, whichever version made it, for its answers alone."""
    conn, made_by = _opened(path)
    if made_by.get("schema") == fingerprint():
        return conn
    conn.close()
    raise DatabaseError(str(path),
                        Phrase("it was made by %(maker)s, and its answers cannot be compared", maker=_maker(made_by)),
                        Phrase("build its sources with this program into a file of its own, and name that one"))


_ANOTHER = Phrase("name another file with %(option)s", option="--db")
_A_FILE = Phrase("name a file with %(option)s", option="--db")


def _build(path: Path) -> Phrase:
    return Phrase("run: %(command)s", command=f"lawgraph build --db {path}")


def _opened(path: Path) -> tuple[sqlite3.Connection, Mapping[str, str]]:
    """Open a database of ours, and tell what it was made by."""
    refuse_strangers(path)
    conn = read_only(path)
    try:
        made_by = dict(made_from(conn))
        foreign = made_by.get("schema") == fingerprint() and _foreign_view(conn)
    except DAMAGE as error:
        conn.close()
        raise DatabaseError(str(path), *mishap(error)) from None
    if foreign:
        conn.close()
        raise _changed(str(path), foreign)
    if made_by:
        return conn, made_by
    conn.close()
    raise DatabaseError(str(path), Phrase("this database is damaged: what it was made by cannot be read"),
                        Phrase("build it anew: %(command)s", command=f"lawgraph build --db {path}"))


def _foreign_view(conn: sqlite3.Connection) -> Phrase | None:
    """Return the words for a view that is not as this program makes it: what it asks for may never come to an end."""
    views = dict(conn.execute("select name, sql from sqlite_master where type = 'view'").fetchall())
    odd = next((table.name for table in TABLES if table.stored in views or not all(
        views.get(name, "").endswith(sql) for name, sql in table.views())), None)
    return Phrase("the rows of %(table)s", table=odd) if odd else None


def _maker(made_by: Mapping[str, str]) -> str:
    other = made_by.get("program", "an unknown version")
    return f"lawgraph {other}" if other != __version__ else "a lawgraph with other tables"


def made_from(conn: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return what the table `build` of a database records, nothing where it has no such table or is damaged.

    Raise `sqlite3.OperationalError` where another program holds it locked.
    """
    try:
        return tuple(conn.execute("select part, value from build order by rowid").fetchall())
    except DAMAGE as error:
        if is_locked(error):
            raise
        return ()


def is_whole(path: Path, expected: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a database is there and records all that is expected of it."""
    if not path.exists():
        return False
    with closing(read_only(path)) as conn:
        return set(expected) <= set(made_from(conn))


def refuse_strangers(path: Path) -> None:
    """Raise `DatabaseError` where a file is not one of our databases: it is neither read nor written over."""
    head = _head(path)
    if not head.startswith(_MAGIC):
        raise DatabaseError(str(path), Phrase("this file is no database"), _ANOTHER)
    if head[68:72] != APPLICATION.to_bytes(4, "big"):
        raise DatabaseError(str(path), Phrase("this database was not made by lawgraph"), _ANOTHER)


def is_ours(path: Path) -> bool:
    """Tell whether a file bears the mark of our databases."""
    head = _head(path) if path.is_file() else b""
    return head.startswith(_MAGIC) and head[68:72] == APPLICATION.to_bytes(4, "big")


def _head(path: Path) -> bytes:
    if path.exists() and not (path.is_file() or path.is_dir()):     # a pipe would be waited for without end
        raise DatabaseError(str(path), Phrase("this is no file"), _A_FILE)
    try:
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise DatabaseError(str(path), Phrase("there is no such database"), _build(path)) from None
    except IsADirectoryError:
        raise DatabaseError(str(path), Phrase("this is a directory"), _A_FILE) from None
    except OSError as error:
        raise DatabaseError(str(path), Phrase("the file cannot be read (%(reason)s)", reason=error.strerror),
                            Phrase("check path and permissions")) from None
