"""Time questions through the Python API, on every kind of day and provision, each asked once."""

import random
import sqlite3
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.figures import Figure, ms, percentile
from benchmarks.statute import LAW
from lawgraph.database.opening import connect
from lawgraph.law.eid import Eid
from lawgraph.queries.answers import places, provision_on, provisions_on

FIRST, DAYS = date(2010, 1, 1), 6_500
PROVISIONS, LAWS = 1_000, 200


def measure(database: Path) -> Iterator[Figure]:
    """Yield median and 95th percentile of single questions."""
    conn = connect(database)
    chance = random.Random(271)  # noqa: S311  (the same questions each time)
    eids = [each.eid for each in places(conn, LAW)]
    asked = [(chance.choice(eids), FIRST + timedelta(chance.randrange(DAYS))) for _ in range(PROVISIONS)]
    yield from _told("a provision, with its parts, on a day", 0.003, [_provision(conn, eid, day) for eid, day in asked])
    yield from _told("the whole law on a day", 0.015, [_law(conn, day) for _, day in asked[:LAWS]])
    conn.close()


def _provision(conn: sqlite3.Connection, eid: str, day: date) -> float:
    start = time.perf_counter()
    provision_on(conn, LAW, "eng", Eid(eid), day)
    return time.perf_counter() - start


def _law(conn: sqlite3.Connection, day: date) -> float:
    start = time.perf_counter()
    provisions_on(conn, LAW, "eng", day)
    return time.perf_counter() - start


def _told(what: str, goal: float, seconds: list[float]) -> Iterator[Figure]:
    slowest = percentile(seconds, 0.95)
    yield Figure(f"{what}: median of {len(seconds):,} questions", ms(percentile(seconds, 0.5)))
    yield Figure(f"{what}: 95th percentile", ms(slowest), f"under {goal * 1000:.0f} ms", slowest < goal)
