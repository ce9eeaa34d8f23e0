"""What a connection that answers visitors may do: read, within limits of memory.

Datasette's time limit does not stop a single costly function (`zeroblob`, `printf`), so such functions are refused, and
nothing longer than two million bytes is built. Measured: `select length(hex(zeroblob(400000000)))` took 6 seconds and
2 GB without this.
"""

import sqlite3

LONGEST = 2_000_000
"""The longest text or row in bytes; every stored text is shorter by far."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST), (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20_000),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100), (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
)
_REFUSED = {"printf", "format", "zeroblob", "randomblob", "load_extension", "fts3_tokenizer"}


def guard(conn: sqlite3.Connection) -> None:
    """Limit what one connection can do."""
    for limit, most in _LIMITS:
        conn.setlimit(limit, most)
    conn.execute("pragma trusted_schema = 0")
    conn.execute("pragma query_only = 1")
    conn.set_authorizer(_allowed)


def _allowed(action: int, _first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    refused = action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _REFUSED
    return sqlite3.SQLITE_DENY if refused or action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK
