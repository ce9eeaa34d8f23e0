"""Tell what a reader of a page sees of an element, and what its attributes say of its words: struck, hidden, old."""

import re
from functools import lru_cache

from lxml import etree

from lawgraph.languages.scanner import scan
from lawgraph.languages.spoken import codes
from lawgraph.languages.tables import Mark
from lawgraph.law.model import Action
from lawgraph.reading.tags import STRIKING, whole_letters

BESIDE = {"aside", "nav", "noscript"}
_UNSEEN = {"script", "style", "template", "link", "meta", *BESIDE}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s{0,9}:[^;]{0,60}line-through", re.IGNORECASE)
UNSEEN = re.compile(
    r"strike|line-?through|delet|remov|future|propos|draft|invisible|hidden|(?<![\w-])(?:d-none|sr-only)(?![\w-])"
    r"|(?<![a-z])(?:old|obsolete|inactive|expired|archived?|previous|superseded|deprecated)(?![a-z])|mso-hide\s*:\s*all"
    r"|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0?\.[0-7]"
    r"|(?<![\w-])color\s*:\s*(?:white|transparent|#fff|silver|(?:light|dark|dim)?gr[ae]y|#([89a-e])\1\1)",
    re.IGNORECASE)
"""What names, classes and styles say of words that no reader sees, or that are not law: they are grey, too."""

_NAMING = {"id", "href", "src", "name", "lang", "title", "alt"}
"""Attributes that name something, in words that may be any, or that are read elsewhere."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}")
_FIGURES = re.compile(r"[0-9]{1,4}")
_BETWEEN = re.compile(r"[\W_]+")


def classed(element: etree._Element, name: str) -> bool:
    """Tell whether an element has a class."""
    return name in (element.get("class") or "").split()


def text_of(element: etree._Element) -> str:
    """Return all text inside an element."""
    return whole_letters("".join(str(text) for text in element.itertext()))


def is_struck(element: etree._Element) -> bool:
    """Tell whether an element is struck out; a paragraph inside <s> stands behind it for the library."""
    before = element.getprevious()
    if before is not None and before.tag in STRIKING and not text_of(before) and not (before.tail or "").strip():
        return True
    return element.tag in STRIKING or _STRUCK.search(element.get("style") or "") is not None


def is_unseen(element: etree._Element) -> bool:
    """Tell whether nothing in an element is seen as text of the page."""
    return element.tag in _UNSEEN or classed(element, "aftertext") or is_hidden(element)


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element says of itself that it is not shown."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def is_doubted(element: etree._Element) -> bool:
    """Tell whether attributes of an element say that its words have ended, are unseen, or are those of some days."""
    told = ((str(name), str(value)) for name, value in element.attrib.items() if name not in _NAMING)
    return any(UNSEEN.search(value) or tells_of_change(value) or (name.startswith("data-") and _DAY.search(value))
               for name, value in told if value)


@lru_cache(maxsize=4096)  # attributes of many elements say the same
def tells_of_change(told: str) -> bool:
    """Tell whether a name or a few words say, in any language, that something was changed or has ended."""
    words = _BETWEEN.sub(" ", told)
    return any(isinstance(token.meaning, Action) or token.meaning is Mark.ADDS
               for code in codes() for token in scan(words, code))


def first_number(ordered: etree._Element) -> int | None:
    """Return the number of the first item of a list as a page shows it, `None` where it shows other marks."""
    first = ordered.get("start") or "1"
    return int(first) if ordered.tag == "ol" and (ordered.get("type") or "1") == "1" and _FIGURES.fullmatch(first) \
        else None
