"""The addresses of pages. A published path never changes its meaning, so all of them are made here.

A page is given in several forms, the others under its path with an ending: every page has a twin in JSON (`.json`),
what is read has plain text (`.txt`), tables have `.csv`. The language of the interface stands in front (`/ru/law/…`),
none for English; data has none, since it is the same in all of them.

Behind the language of a text stand addresses of provisions, and the words of `RESERVED`. None of these begins an
address (`art_7`, `preamble`), and none ever will: a test holds both lists apart.
"""

import re
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from lawgraph.voice.speaking import Locale

HOME = "/"
FINDINGS = "/findings"
ABOUT = "/about"
DATA = "/data"
SEARCH = "/search"
RESERVED = frozenset({"on", "diff", "acts", "words", "feed", "calendar"})
"""What may stand behind a law and its language and is no provision."""


class Format(StrEnum):
    """Name the forms in which pages are given, each by the ending of its path; a page itself has none."""

    PAGE = "html"
    JSON = "json"
    TEXT = "txt"
    TABLE = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    FEED = "xml"
    CALENDAR = "ics"


class Order(StrEnum):
    """Name the orders of the acts of a law, each by the ending of its path."""

    OPERATION = ""
    CHANGES = "by-changes"
    ADOPTION = "by-adoption"


_FILES = (".css", ".js", ".db", *(f".{form}" for form in Format))
_ENDINGS = [str(each) for each in Format if each is not Format.PAGE]
_ENDING = re.compile(rf"(?P<page>.*[^/])\.(?P<form>{'|'.join(_ENDINGS)})", re.DOTALL)


def law(law_id: str, lang: str) -> str:
    """Return the path of a law: `/law/Z100000271_/eng`."""
    return f"/law/{law_id}/{lang}"


def law_on(law_id: str, lang: str, day: date) -> str:
    """Return the path of a law on a day."""
    return on(law(law_id, lang), day)


def on(base: str, day: date) -> str:
    """Return the path on a day of what has a path."""
    return f"{base}/on/{day.isoformat()}"


def asked_on(address: str, day: date) -> str:
    """Return the address of a stretch of days with the day of it that is meant, where that is not its first.

    It leads to the page of the stretch, which each copy of a site has, and names the day.
    """
    page, mark, place = address.partition("#")
    if "/on/" not in page or page.rstrip("/").endswith(f"/on/{day.isoformat()}"):
        return address
    return f"{page}?asked={day.isoformat()}{mark}{place}"


def provision(law_id: str, lang: str, eid: str) -> str:
    """Return the path of a provision's life: `/law/Z100000271_/eng/art_7`."""
    return f"{law(law_id, lang)}/{eid}"


def provision_on(law_id: str, lang: str, eid: str, day: date) -> str:
    """Return the path of a provision on a day."""
    return on(provision(law_id, lang, eid), day)


def comparisons(law_id: str, lang: str) -> str:
    """Return the path of the page that leads to comparisons of two days."""
    return f"{law(law_id, lang)}/diff"


def diff(base: str, first: date, last: date) -> str:
    """Return the path of the comparison of two days of a law or of a provision."""
    return f"{base}/diff/{first.isoformat()}/{last.isoformat()}"


def words(law_id: str, lang: str, sought: str = "") -> str:
    """Return the path of when words stood in a law."""
    told = urlencode({"q": sought}, errors="replace") if sought else ""
    return f"{law(law_id, lang)}/words{'?' if told else ''}{told}"


def acts(law_id: str, lang: str, order: Order = Order.OPERATION) -> str:
    """Return the path of the table of acts and articles: `/law/Z100000271_/eng/acts`, `…/acts/by-changes`."""
    return f"{law(law_id, lang)}/acts/{order}".rstrip("/")


def feed(base: str) -> str:
    """Return the path of the news of a law or a provision, or of all laws (`/`); it is given as Atom alone."""
    return f"{base.rstrip('/')}/feed"


def calendar(law_id: str, lang: str) -> str:
    """Return the path of the days of operation of a law; it is given as a calendar alone."""
    return f"{law(law_id, lang)}/calendar"


def laws(*named: str, page: int = 1) -> str:
    """Return the path of a list of laws: `/laws`, `/laws/letter/A`, `/laws/year/2010/2`, `/laws/kind/code`."""
    return "/".join(("/laws", *named, *([str(page)] if page > 1 else [])))


def findings(page: int = 1) -> str:
    """Return the path of a page of findings: `/findings`, `/findings/2`."""
    return FINDINGS if page == 1 else f"{FINDINGS}/{page}"


def search(**given: str) -> str:
    """Return the path of a search, with what was typed behind it."""
    told = urlencode({name: value for name, value in given.items() if value}, errors="replace")
    return f"{SEARCH}?{told}" if told else SEARCH


def data_file(name: str) -> str:
    """Return the path of a file of the data: `/data/versions.csv`."""
    return f"{DATA}/{name}"


def act(name: str) -> str:
    """Return the path of an amending act: `/act/124-V`."""
    return f"/act/{name}"


def line_of_act(lang: str, line: int | None) -> str:
    """Return the place on the page of an act that shows what a line of its text says."""
    return f"{lang}-{line}"


def in_form(path: str, form: Format) -> str:
    """Return the path of a page in a form."""
    if form is Format.PAGE:
        return path
    return f"/index.{form}" if path == HOME else f"{path}.{form}"


def form_of(path: str) -> tuple[Format, str]:
    """Return the form that a path asks for, and the path of the page."""
    match = _ENDING.fullmatch(path)
    if match is None:
        return Format.PAGE, path
    return Format(match["form"]), HOME if match["page"] == "/index" else match["page"]


def is_file(path: str) -> bool:
    """Tell whether a path names a file, not a page in its folder."""
    return path.endswith(_FILES)


def in_locale(locale: Locale, path: str) -> str:
    """Return the path of a page in a language of the interface."""
    if locale is Locale.ENGLISH:
        return path
    return f"/{locale}{path}" if path != HOME else f"/{locale}"


def locale_of(path: str) -> tuple[Locale, str]:
    """Return the language of the interface that a path asks for, and the path without it."""
    first, _, rest = path.removeprefix("/").partition("/")
    if first != Locale.ENGLISH and first in set(Locale):
        return Locale(first), f"/{rest}"
    return Locale.ENGLISH, path
