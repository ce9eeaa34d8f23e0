"""Tell tags from words in which "<" and ">" stand: a tag has a known name, and attributes that are written as such.

"x<b и y>z" compares, `<b>` marks. What a text says is never taken for markup because it might be.
"""

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

from lawgraph.law.model import Finding, Severity

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {*HEADINGS, "p", "div", "article", "section", "blockquote", "center", "hr", "ul", "li", "caption"}
OTHER_BLOCKS = {"ol", "dl", "dt", "dd", "pre", "main", "aside", "header", "footer", "nav", "figure", "figcaption",
                "details", "summary", "form", "fieldset", "address", "menu"}
STRIKING = {"del", "s", "strike"}
COMPARING = {"ins", "mark"}
"""The elements that set words apart which another version of a text lacks."""

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
