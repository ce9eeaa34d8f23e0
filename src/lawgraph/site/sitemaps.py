"""What search engines read first: `robots.txt`, and a sitemap where the site knows its own address.

A sitemap names absolute addresses only, so there is none without `--address`. It names the laws, their days, the lives
of their articles and chapters, and the acts, in every language of the interface; all else is one link away from these.
A sitemap holds at most 50,000 addresses, so an index names as many as there are.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from lawgraph.site.pages import paths
from lawgraph.site.pages.routes import mapped_pages
from lawgraph.voice.speaking import Locale

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
    return (f"<{part}><loc>{escape(each)}</loc></{part}>" for each in addresses)
