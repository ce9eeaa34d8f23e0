"""What a static site holds, where every path leads on it, and how links are written between its files."""

import posixpath
import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from lawgraph.law.eid import LAW, Eid
from lawgraph.law.errors import EidError
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, Stretches
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import every_page, every_page_of

_OF_A_LAW = re.compile(r"(?P<locale>/[a-z]{2})?(?P<law>/law/[^/]+/[a-z]{3})(?P<rest>/[^#]*)?(?:#.*)?")
_LIKE_AN_EID = re.compile(r"(?:preamble|[a-z]+_[\d-]+|law__heading)(?:__[a-z\d_-]+)?")
_FILES = frozenset({".css", ".js", ".db", ".graphml", *(f".{form}" for form in Format)})
_ONCE = (f".{Format.FEED}", f".{Format.CALENDAR}")


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold the paths beside those of laws, the stretches of each law in each language, and how many pages there are.

    `led` remembers where paths lead: a site names each of them many times.
    """

    paths: tuple[str, ...]
    stretches: Mapping[str, Stretches]
    count: int
    led: dict[str, str] = field(default_factory=dict)

    def held(self, path: str) -> str:
        """Return the address of the page that answers for a path.

        One that names a day leads to its stretch of days, one of a point to its place on the page of its article; two
        days without a page of their own lead to those compared. News are written in one language of the interface.
        """
        found = self.led.get(path)
        if found is None:
            found = self.led[path] = self._held(path)
        return found

    def _held(self, path: str) -> str:
        if path.endswith(_ONCE):
            path = paths.locale_of(path)[1]
        match = _OF_A_LAW.fullmatch(path)
        own = self.stretches.get(match["law"]) if match else None
        if match is None or own is None:
            return path
        led = _of_a_law(own, (match["rest"] or "").strip("/").split("/"))
        if led is None:
            return path
        _, mark, place = path.partition("#")
        return f"{match['locale'] or ''}{led}" + (f"#{place}" if mark and "#" not in led else "")


def _of_a_law(own: Stretches, steps: list[str]) -> str | None:
    """Return where a path of a law leads; `None` where it is a page of its own."""
    match steps:
        case ["on", day] if "." not in day:
            return own.on(LAW, date.fromisoformat(day))
        case ["diff", *days] | [_, "diff", *days] if "." not in "".join(days):
            return _compared(own, days)
        case [name, "feed.xml"] if _LIKE_AN_EID.fullmatch(name):
            return f"{own.path}/feed.xml"
        case [name] if eid := _eid(name):
            return own.life(eid)
        case [name, "on", day] if (eid := _eid(name)) and "." not in day:
            return own.on(eid, date.fromisoformat(day))
    return None


def _compared(own: Stretches, days: list[str]) -> str:
    """Return the page of a comparison, of the whole law; without one of these days the page that leads to all."""
    held = len(days) == 2 and tuple(map(date.fromisoformat, days)) in own.compared
    return "/".join((own.path, "diff", *(days if held else ())))


def _eid(name: str) -> Eid | None:
    try:
        return Eid.parse(name) if _LIKE_AN_EID.fullmatch(name) else None
    except EidError:
        return None


def plan_of(conn: sqlite3.Connection, expressions: Iterable[Expression]) -> Plan:
    """Return what a site of these laws holds."""
    others, stretches, count = tuple(every_page(conn)), {}, 0
    for expression in expressions:
        stretches[expression.path] = expression.stretches
        count += sum(1 for _ in every_page_of(expression))
    return Plan(others, stretches, len(others) + count)


def relative(path: str, seen_from: str) -> str:
    """Return a link from one page to another, each a folder with its `index.html`, or to a file."""
    target, mark, place = path.partition("#")
    goal, start = (each.strip("/").split("/") if each.strip("/") else [] for each in (target, seen_from))
    same = next((at for at, (one, other) in enumerate(zip(goal, start, strict=False)) if one != other),
                min(len(goal), len(start)))
    way = "/".join([".."] * (len(start) - same) + goal[same:]) or "."
    return quote(way if is_file(target) else f"{way}/", safe="/-_.~") + mark + place


def rooted(path: str) -> str:
    """Return a link to a page, a folder with its `index.html`, or to a file, as seen from the root of a host."""
    page, mark, place = path.partition("#")
    ends = "" if is_file(page) or page.endswith("/") else "/"
    return f"{quote(page, safe='/-_.~')}{ends}{mark}{place}"


def is_file(path: str) -> bool:
    """Tell whether a path names a file, not a page in its folder."""
    return posixpath.splitext(path)[1] in _FILES
