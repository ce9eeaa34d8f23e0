"""What stands across all laws: the newest changes, and the addresses of the pages that a sitemap names."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid
from lawgraph.queries import across, values
from lawgraph.queries.asking import rows as _rows


@dataclass(frozen=True, slots=True)
class NewChange:
    """Hold that an act changed a law, in `count` places, the first of them from `operative` on."""

    law: str
    act: Act
    operative: DayBounds
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Name what has a page: a law in a language, with a provision or a day of it, or neither."""

    law: str
    lang: str
    eid: Eid | None
    day: date | None


def newest_changes(conn: sqlite3.Connection, most: int) -> tuple[NewChange, ...]:
    """Return which acts changed which laws, the newest first by the earliest possible day of operation."""
    return tuple(NewChange(row["law"], values.named_act(row),
                           values.bounds(row, ""), row["changes"])
                 for row in _rows(conn, across.NEWEST_CHANGES, most=most))


def listed_pages(conn: sqlite3.Connection) -> tuple[Listed, ...]:
    """Return the laws, their outermost provisions and the days on which they differ, in each language held."""
    return tuple(Listed(row["law"], row["lang"], values.eid_or_none(row["eid"]), values.day_or_none(row["day"]))
                 for row in _rows(conn, across.LISTED_PAGES))
