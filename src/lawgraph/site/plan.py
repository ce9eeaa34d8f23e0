"""What a static site holds, where every path leads on it, how links are written, and what search engines read first.

A sitemap names absolute addresses only, so there is none without `--address`. It names the laws, their days, the lives
of their articles and chapters, and the acts, in every language of the interface; all else is one link away from these.
A sitemap holds at most 50,000 addresses, so an index names as many as there are.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from html import escape
from urllib.parse import quote

from lawgraph.law.eid import LAW, Eid
from lawgraph.law.errors import EidError
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, Stretches
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import every_page, every_page_of, mapped_pages
from lawgraph.voice.speaking import Locale

_OF_A_LAW = re.compile(r"(?P<locale>/[a-z]{2})?(?P<law>/law/[^/]+/[a-z]{3})(?P<rest>/[^#]*)?(?:#.*)?")
_LIKE_AN_EID = re.compile(r"(?:preamble|[a-z]+_[\d-]+|law__heading)(?:__[a-z\d_-]+)?")
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
    goal, start = _quoted(target), _quoted(seen_from)
    same = 0
    for one, other in zip(goal, start, strict=False):
        if one != other:
            break
        same += 1
    way = "/".join((*[".."] * (len(start) - same), *goal[same:])) or "."
    return f"{way if paths.is_file(target) else f'{way}/'}{mark}{place}"


@lru_cache(maxsize=4096)
def _quoted(path: str) -> tuple[str, ...]:
    """Return the steps of a path as links write them."""
    inner = quote(path.strip("/"), safe="/-_.~")
    return tuple(inner.split("/")) if inner else ()


def rooted(path: str) -> str:
    """Return a link to a page, a folder with its `index.html`, or to a file, as seen from the root of a host."""
    page, mark, place = path.partition("#")
    ends = "" if paths.is_file(page) or page.endswith("/") else "/"
    return f"{quote(page, safe='/-_.~')}{ends}{mark}{place}"


MOST = 50_000
INDEX, ROBOTS = "/sitemap.xml", "/robots.txt"
_HIDDEN = ("/lawgraph", "/-/", "/search")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_OF = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Address = Callable[[str], str]


def every(conn: sqlite3.Connection, locales: Iterable[Locale], address: Address) -> Mapping[str, str]:
    """Return the index and all sitemaps of a site, by their paths."""
    parts = sitemaps([address(each) for each in listed(conn, locales)])
    named = {f"/sitemap-{number}.xml": part for number, part in enumerate(parts, 1)}
    return {INDEX: _written("sitemapindex", "sitemap", map(address, named)), **named}


def listed(conn: sqlite3.Connection, locales: Iterable[Locale]) -> tuple[str, ...]:
    """Return the paths that sitemaps name."""
    told = tuple(mapped_pages(conn))
    return tuple(paths.in_locale(locale, path) for locale in locales for path in told)


def sitemaps(addresses: Sequence[str], most: int = MOST) -> tuple[str, ...]:
    """Return sitemaps that name all addresses, none of them more than `most`."""
    stretches = (addresses[first:first + most] for first in range(0, len(addresses), most))
    return tuple(_written("urlset", "url", stretch) for stretch in stretches)


def robots(address: Address | None) -> str:
    """Return what robots are asked to leave alone: the tables, which are costly, and searches, which never end."""
    told = ["User-agent: *", *(f"Disallow: {each}" for each in _HIDDEN)]
    return "\n".join([*told, *([f"Sitemap: {address(INDEX)}"] if address else []), ""])


def _written(whole: str, part: str, addresses: Iterable[str]) -> str:
    return "\n".join([_HEAD, f"<{whole} {_OF}>", *_lines(part, addresses), f"</{whole}>", ""])


def _lines(part: str, addresses: Iterable[str]) -> Iterator[str]:
    return (f"<{part}><loc>{escape(each, quote=False)}</loc></{part}>" for each in addresses)
