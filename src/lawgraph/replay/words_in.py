"""Find words in wordings, and put others in their place, with the blanks and end marks that belong there.

Words match as they are printed, at the bounds of words, with any white space between them; quotation marks, dashes and
the two letters of one sound count as the same.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lawgraph.languages.letters import YO

_FOLDED = str.maketrans({"«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
                         "\u00a0": " ", "\u202f": " "}) | YO
_ENDS = re.compile(r"(?:\s[–—-]|[;.,:])?\s{0,9}$")
_NO_BLANK = (",", ";", ":", ".", ")")
_STOP = re.compile(r"[.!?](?=\s{1,9}[«\"(]?(\w))")
_OPENS, _CLOSES = "(«", ")»"


def folded(text: str) -> str:
    """Return a text with one sign for signs that count as the same, at unchanged length."""
    return text.translate(_FOLDED)


def places_of(searched: str, text: str) -> Iterator[tuple[int, int]]:
    """Give where words stand in a text."""
    for match in _pattern(searched).finditer(folded(text)):
        yield match.span()


def joined(before: str, put: str) -> str:
    """Return words as they stand behind others: after one blank, but for marks that take none."""
    put = put.strip()
    return put if put.startswith(_NO_BLANK) or not before or before.endswith((" ", "(", "«")) else f" {put}"


def end_of(text: str) -> int:
    """Return where the end marks of a text begin."""
    match = _ENDS.search(text)
    return match.start() if match else len(text)


def without(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span to take out with words: one blank beside them goes too."""
    if start and text[start - 1] == " " and (end == len(text) or text[end] in " ,.;:)"):
        return start - 1, end
    return (start, end + 1) if not start and text[end:end + 1] == " " else (start, end)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text stand; none ends within brackets or quotations, or behind a short word."""
    found, start = [], 0
    for match in _STOP.finditer(text):
        before = text[start:match.start()]
        inside = any(before.count(mark) > before.count(other) for mark, other in zip(_OPENS, _CLOSES, strict=True))
        short = len(re.split(r"[\s.(«]", before)[-1]) < 3 and match[0] == "."
        if not inside and not short and (match[1].isupper() or match[1].isdigit()):
            found.append((start, match.end()))
            start = match.end() + len(text[match.end():]) - len(text[match.end():].lstrip())
    return [*found, (start, len(text))] if text[start:].strip() else found


def sentence_in(text: str, number: int) -> tuple[int, int] | None:
    """Return where a sentence stands, all of the text for 0, `None` where there are fewer."""
    told = sentences(text) if number else [(0, len(text))]
    return told[max(number, 1) - 1] if number <= len(told) else None


@lru_cache(maxsize=512)
def _pattern(searched: str) -> re.Pattern[str]:
    words = folded(searched).split()
    inner = r"\s{1,9}".join(map(re.escape, words)) or "(?!)"
    opens = r"(?<!\w)" if words and re.match(r"\w", words[0]) else ""
    closes = r"(?!\w)" if words and re.search(r"\w$", words[-1]) else ""
    return re.compile(f"{opens}{inner}{closes}")
