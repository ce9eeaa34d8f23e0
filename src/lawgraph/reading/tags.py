"""Tell tags from words in which "<" and ">" stand: a tag has a known name, and attributes that are written as such.

"x<b и y>z" compares, `<b>` marks. What a text says is never taken for markup because it might be.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from unicodedata import normalize

from lxml import etree

from lawgraph.languages.scanner import scan
from lawgraph.languages.spoken import codes
from lawgraph.languages.tables import Mark
from lawgraph.law.amendments import Action
from lawgraph.law.document import Finding, Severity

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {*HEADINGS, "p", "div", "article", "section", "blockquote", "center", "hr", "ul", "li", "caption"}
OTHER_BLOCKS = {"ol", "dl", "dt", "dd", "pre", "main", "aside", "header", "footer", "nav", "figure", "figcaption",
                "details", "summary", "form", "fieldset", "address", "menu"}
STRIKING = {"del", "s", "strike", "rt"}
COMPARING = {"ins", "mark", "ruby"}
"""The elements that set words apart which another version of a text lacks, or has above them."""

INLINE = {"a", "b", "strong", "i", "em", "u", "s", "strike", "sub", "sup", "font", "span", "small", "big", "nobr",
          "del", "abbr", "wbr", *COMPARING}
TABLES = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"}
PICTURES = {"img", "svg", "object", "embed", "canvas", "video", "audio", "iframe", "math", "input", "select",
            "textarea"}
KNOWN = {*BLOCKS, *OTHER_BLOCKS, *INLINE, *TABLES, *PICTURES, "br"}
"""The elements that a stretch of text may be marked up with."""

ALONE = {"nowrap", "noshade", "compact", "hidden", "disabled", "checked", "selected", "readonly", "itemscope"}
"""The attributes that stand without a value."""

_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>[a-z][a-z0-9]*+)"
    r"(?:\s++(?:[a-z][a-z0-9_:-]*+\s*+=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>=]++)|(?:" + "|".join(sorted(ALONE)) +
    r")(?![a-z0-9_:-])))*+\s*+/?+>", re.IGNORECASE)
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


_LONGEST_CODE = 10**18
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

_TITLED = {"a", "abbr", *PICTURES}
"""Elements whose title says what they lead to or stand for; of others it is a remark on their words."""

_WORD = re.compile(r"[^\W\d_]{2}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}")
_FIGURES = re.compile(r"[0-9]{1,4}")
_BETWEEN = re.compile(r"[\W_]+")


def tags(text: str, names: Collection[str]) -> Iterator[str]:
    """Give the names of the tags in a text, as far as they are among `names`."""
    yield from (name for match in _TAG.finditer(text) if (name := match["name"].lower()) in names)


def without_tags(text: str, names: Collection[str], instead: str) -> str:
    """Return a text with `instead` where it has tags of these names."""
    return _TAG.sub(lambda match: instead if match["name"].lower() in names else match[0], text)


def escaped(text: str) -> str:
    """Return a text in which "<" begins a tag or a comment, or is written as an entity."""
    parts, end = list[str](), 0
    for start, stop in _marks(text):
        parts += (text[end:start].replace("<", "&lt;"), text[start:stop])
        end = stop
    return "".join((*parts, text[end:].replace("<", "&lt;")))


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each tag and comment."""
    place, last = 0, text.rfind("-->")
    while (place := text.find("<", place)) >= 0:
        match, end = _TAG.match(text, place), place + 1
        if match and match["name"].lower() in KNOWN:
            end = match.end()
        elif text.startswith("<!--", place) and place + 4 <= last:
            end = text.index("-->", place + 4) + 3
        if end > place + 1:
            yield place, end
        place = end


def readable(text: str) -> str:
    """Return a text with U+FFFD in place of what no page can show: controls, halves of characters, none at all."""
    return _UNREADABLE.sub("\ufffd", text)


def whole_letters(text: str) -> str:
    """Return a text in which each letter is one sign: "й", not "и" with a mark behind it."""
    return normalize("NFC", text)


def written(value: object) -> str | None:
    """Return a value of JSON or YAML as the words that it is, `None` where it is none."""
    if isinstance(value, str):
        return whole_letters(readable(value)).strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LONGEST_CODE else None


def private(texts: Iterator[tuple[int, str]]) -> Iterator[Finding]:
    """Report characters on whose meaning only some fonts agree; `texts` are lines with their numbers."""
    found = [(line, count) for line, text in texts if not text.isascii() and (count := len(_PRIVATE.findall(text)))]
    if found:
        yield Finding("private_characters", Severity.WARNING,
                      f"{sum(count for _, count in found)} characters of the text are of the private use area: they "
                      "are kept, and what they show depends on the font", line=found[0][0])


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
    told = ((str(name), "color:" + str(value) if name == "color" else str(value))
            for name, value in element.attrib.items() if name not in _NAMING)
    titled = element.tag not in _TITLED and _WORD.search(element.get("title") or "") is not None
    return titled or (element.tag == "blockquote" and _has_beside(element, {"p", "div"})) or any(
        UNSEEN.search(value) or tells_of_change(value) or (name.startswith("data-") and _DAY.search(value))
        for name, value in told if value)


def is_set_beside(element: etree._Element) -> bool:
    """Tell whether an element sets words beside a paragraph, in the midst of the text: at its end stand other texts."""
    return element.tag == "aside" and element.getnext() is not None and _has_beside(element, {"p"})


def _has_beside(element: etree._Element, tags: Collection[str]) -> bool:
    return any(each is not None and each.tag in tags for each in (element.getprevious(), element.getnext()))


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
