"""The program of a clerk: `python -m lawgraph.serving.clerks.clerk DATABASE MARK LINE`.

It ends with the line to its server. What a connection may do that answers visitors, here or in a thread of the server,
is said first: read, within limits of memory, and learn nothing of the machine.

Its limits stand one within the other. The time and the bytes of a question are counted here, and the answer is then a
sentence. What cannot be interrupted the server kills; should the server itself be gone, the kernel's alarm does.
"""

import os
import resource
import signal
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from time import monotonic, process_time

from lawgraph.database.searching import opening_query
from lawgraph.serving.clerks.errands import (
    REPLACED,
    FileMark,
    FoundRows,
    Question,
    Refusal,
    Refused,
    Value,
    mark_of,
    question_of,
    receive,
    reply,
    send,
    uri_of,
)

LONGEST = 2_000_000
"""The longest text or row in bytes; every stored text is shorter by far."""

MOST_COLUMNS = 100
"""The most columns of a question; our widest table has a third of them."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST), (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20_000),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100), (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200), (sqlite3.SQLITE_LIMIT_COLUMN, MOST_COLUMNS),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0), (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
# What builds long texts at once, what loads programs, and what tells which SQLite this is.
_REFUSED = {"printf", "format", "zeroblob", "randomblob", "load_extension", "fts3_tokenizer", "sqlite_version",
            "sqlite_source_id", "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_log"}
# What reads nothing, and would stay behind for the next question.
_NO_READING = {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT}
# What Datasette and full-text search ask for; others tell where the file lies or change the connection.
_PRAGMAS = {"table_info", "table_xinfo", "table_list", "foreign_key_list", "index_list", "index_info", "index_xinfo",
            "schema_version", "data_version"}


def guard(conn: sqlite3.Connection) -> None:
    """Limit what one connection can do."""
    for limit, most in _LIMITS:
        conn.setlimit(limit, most)
    conn.execute("pragma trusted_schema = 0")
    conn.execute("pragma query_only = 1")
    conn.execute("pragma temp_store = memory")      # what is sorted is never written to a disk
    conn.set_authorizer(_allowed)


def _allowed(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    match action:
        case sqlite3.SQLITE_FUNCTION:
            allowed = (second or "").lower() not in _REFUSED
        case sqlite3.SQLITE_PRAGMA:
            allowed = (first or "").lower() in _PRAGMAS
        case _:
            allowed = action not in _NO_READING
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


HEAP = 24_000_000
"""The bytes that SQLite may hold."""

_SPACE = 80_000_000     # beyond what the program itself takes: SQLite, the rows, and the message of them
_STEPS = 2_000
_GRACE = 0.5
_TOO_BIG = "the answer is longer than {:,} bytes: ask for fewer rows or columns"
_TOO_MUCH = "this question needs more memory than one may take: ask for less at once"


def main() -> None:
    """Answer questions until the line ends."""
    path, mark, line = Path(sys.argv[1]), FileMark(*map(int, sys.argv[2].split(","))), int(sys.argv[3])
    signal.signal(signal.SIGINT, signal.SIG_IGN)    # Ctrl+C reaches the whole group; the server says when to end
    os.nice(5)
    conn = sqlite3.connect(uri_of(path), uri=True)
    if mark_of(path) != mark:
        sys.exit(REPLACED)
    conn.execute(f"pragma hard_heap_limit = {HEAP}")
    conn.text_factory = lambda text: str(text, "utf-8", "replace")
    conn.create_function("escape_fts", 1, _typed, deterministic=True)     # Datasette's name for it
    guard(conn)
    _limit()
    with socket.socket(fileno=line) as server:
        send(server, b"")       # ready
        _serve(conn, server)


def _typed(words: str | None) -> str:
    """Return the query for what was typed, one that finds nothing where that holds no word."""
    return opening_query(words or "") or '""'


def _serve(conn: sqlite3.Connection, server: socket.socket) -> None:
    while True:
        try:
            question = question_of(receive(server))
        except (EOFError, ConnectionError):
            return
        signal.setitimer(signal.ITIMER_REAL, question.cap + _GRACE)
        send(server, reply(answered(conn, question)))
        signal.setitimer(signal.ITIMER_REAL, 0)


def answered(conn: sqlite3.Connection, question: Question) -> FoundRows | Refused:
    """Return the answer to a question, or why there is none."""
    began, idle = monotonic(), process_time()
    conn.set_progress_handler(lambda: question.too_slow(monotonic() - began, process_time() - idle), _STEPS)
    try:
        with closing(conn.cursor()) as cursor:
            return _found(cursor.execute(question.sql, question.params), question)
    except MemoryError:
        return Refused(Refusal.BIG, _TOO_MUCH)
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        return Refused(Refusal.SLOW if error.args == ("interrupted",) else Refusal.WRONG, str(error))


def _found(cursor: sqlite3.Cursor, question: Question) -> FoundRows | Refused:
    columns = tuple(each[0] for each in cursor.description or ())
    size = sum(map(sys.getsizeof, columns))
    rows: list[tuple[Value, ...]] = []
    for row in cursor:
        if question.rows is not None and len(rows) == question.rows:
            return FoundRows(columns, tuple(rows), more=True, size=size)
        size += sum(map(sys.getsizeof, row)) + question.cell * len(row)
        if size > question.size:
            return Refused(Refusal.BIG, _TOO_BIG.format(question.size))
        rows.append(row)
    return FoundRows(columns, tuple(rows), more=False, size=size)


def _limit() -> None:
    """Give the process what its work needs and no more: no file is written, no memory beyond its own."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    statm = Path("/proc/self/statm")        # other systems than Linux do not keep this limit anyway
    if statm.exists():
        space = int(statm.read_text().split()[0]) * resource.getpagesize() + _SPACE
        resource.setrlimit(resource.RLIMIT_AS, (space, space))


if __name__ == "__main__":
    main()
