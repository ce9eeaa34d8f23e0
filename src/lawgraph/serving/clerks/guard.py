"""What a connection that answers visitors may do: read, within limits of memory, and learn nothing of the machine."""

import sqlite3

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
