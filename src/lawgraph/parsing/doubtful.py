"""Lines that look like a heading or a note and are read as neither: what stands there is not understood.

"Cтатья 9 бис. …" may begin an article, "Сноски. Статья 5 …" may tell of a change. A line that begins with the word of a
unit, in any spelling met (letters of another alphabet, spaced letters, abbreviated), and a number looks like a heading;
a sentence does not, unless it prints the number of an act. Inside quotation marks lines belong to what is quoted.
"""

import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache

from lawgraph.languages.numerals import ROMAN_SIGNS
from lawgraph.languages.scanner import found, holds_number, opens, scan
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, NumberPlace
from lawgraph.law.model import Action
from lawgraph.parsing.headings import read_bare_section

_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){2,}[^\W\d_](?!\w)")
_MARKS = " \t\u00a0*#>_"
_NUMERAL = rf"(?:[0-9]{{1,4}}|[{ROMAN_SIGNS.lower()}]{{1,7}}(?!\w))"
_OPENING, _CLOSING = "«“„", "»”"
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{0,600})[)\]]")
_NUMBERED = re.compile(r"(?<![\w./-])\d{1,3}(?:-\d{1,3})*\)")
_LETTERED = re.compile(r"[^\W\d_]\)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 0.82
"""«Сноски», "Footnotes" and "Foonote" are as near to the label as this, «ескертпе» (a remark of the law) is not."""


class Look(StrEnum):
    """What a line that is read as wording looks like, in words for a finding."""

    HEADING = "looks like a heading"
    NOTE = "looks like a note"
    HOLDS_NOTE = "holds a note"
    HALF = "is the second half of another line"


def look_of(text: str, lang: str) -> Look | None:
    """Return what a line of wording without a number looks like, `None` for plain wording."""
    if looks_like_note(text, lang):
        return Look.NOTE
    if looks_like_heading(text, lang):
        return Look.HEADING
    return Look.HALF if goes_on(text) else None


def looks_like_heading(text: str, lang: str) -> bool:
    """Tell whether a line, which is read as no heading, looks like one."""
    plain = _plain(text, lang)
    heads = read_bare_section(text) or _heading(lang).match(plain)
    return heads is not None and (not plain.rstrip().endswith((".", ";")) or holds_number(text))


def looks_like_note(text: str, lang: str) -> bool:
    """Tell whether a line, which is read as no note, begins with a word much like the label of one."""
    word = _FIRST_WORD.match(text.lstrip(_MARKS + "("))
    near = word[0].translate(_letters(lang)).casefold() if word else ""
    return any(SequenceMatcher(None, near, label).ratio() > _ALIKE for label in spoken(lang).layout.labels)


def holds_note(text: str, lang: str) -> bool:
    """Tell whether wording of the law holds a note: a label within the line, or an act that changed it in brackets."""
    if not holds_number(text):
        return False
    if _label(lang).search(_plain(text, lang)):
        return True
    parts = [match[1] for match in _BRACKETED.finditer(text)]
    word = _FIRST_WORD.match(text.lstrip(_MARKS))
    remark = word is not None and word[0].casefold() in spoken(lang).layout.remarks
    return any(holds_number(part) and _tells_of_change(part, lang) for part in (*parts, *([text] if remark else ())))


def remark_end(text: str, lang: str) -> int | None:
    """Return where a note of the law begins behind its label («Примечание. …»), `None` where there is no label."""
    match = _remark(lang).match(text)
    return match.end() if match else None


def lacks_formula(before: str, text: str, lang: str) -> bool:
    """Tell whether a formula is missing between two lines: "by the formula:", and then "where: …"."""
    ends, explains = spoken(lang).layout.formula
    return found(ends, before) is not None and opens(explains, text) is not None


def goes_on(text: str) -> bool:
    """Tell whether a line is the second half of another one: it closes a bracket that it does not open."""
    depth = 0
    for letter in _NUMBERED.sub("", text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return text[0].islower() and not _LETTERED.match(text)
    return False


def _tells_of_change(text: str, lang: str) -> bool:
    return any(isinstance(token.meaning, Action) or token.meaning is Mark.ADDS for token in scan(text, lang))


@cache
def _remark(lang: str) -> re.Pattern[str]:
    words = "|".join(re.escape(each) for each in spoken(lang).layout.remarks) or r"(?!)"
    return re.compile(rf"(?:{words})\s?[.:]\s*", re.IGNORECASE)


@cache
def _label(lang: str) -> re.Pattern[str]:
    labels = "|".join(re.escape(each) for each in spoken(lang).layout.labels) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{labels})\s?[.:]")


def quotes_left_open(text: str) -> int:
    """Return how many quotation marks a line opens and does not close, negative where it closes more."""
    return sum(text.count(mark) for mark in _OPENING) - sum(text.count(mark) for mark in _CLOSING)


def _plain(text: str, lang: str) -> str:
    """Return a line in one case and one alphabet, its spaced letters joined."""
    joined = _SPACED.sub(lambda match: match[0].replace(" ", ""), text.lstrip(_MARKS))
    return joined.translate(_letters(lang)).casefold()


@cache
def _letters(lang: str) -> dict[int, int]:
    mistyped, meant = spoken(lang).layout.lookalikes
    return str.maketrans(mistyped + mistyped.upper(), meant + meant.upper())


@cache
def _heading(lang: str) -> re.Pattern[str]:
    layout = spoken(lang).layout
    words = {word for each in layout.units for word in (each.word, each.plural) if word and word[0].isalpha()}
    named = "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
    short = "|".join(re.escape(each) for each in layout.abbreviations) or r"(?!)"
    if spoken(lang).words.number is NumberPlace.BEFORE_WORD:
        return re.compile(rf"{_NUMERAL}\S{{0,8}}\s?[-–—]?\s?(?:(?:{named})(?!\w)|(?:{short})\.)")
    return re.compile(rf"(?:(?:{named})|(?:{short})\.)\s{{0,3}}№?\s{{0,3}}{_NUMERAL}")
