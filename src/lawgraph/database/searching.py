"""Search words made comparable: one normal form for what is stored and what is typed.

The sources print `№ 292-VІ` with a Cyrillic І, ё beside е, and accents composed or not; people type any of them.
"""

import re
import unicodedata
from functools import cache

from lawgraph.languages.letters import BENT, ORDER, ROMAN, ROMAN_TO_LATIN, YO
from lawgraph.languages.spoken import codes, spoken

_PLACES = {ord(letter): 0x4000 + place for place, letter in enumerate(ORDER)}
_WORD = re.compile(r"[^\W_]")
_SHORTEST, _ENDING = 4, 3


def normal(text: str) -> str:
    """Return a text in lower case, composed, ё as е, with Roman numerals in Latin letters."""
    plain = unicodedata.normalize("NFC", text).lower().translate(YO)
    return ROMAN.sub(lambda match: match[0].translate(ROMAN_TO_LATIN), plain)


def sorted_by(title: str) -> str:
    """Return what titles are sorted by: Kazakh letters stand among the Russian ones, as in the alphabet."""
    told = _subject(title).lower().translate(YO)
    return "".join(sign for sign in told if sign.isalnum() or sign == " ").translate(_PLACES)


def initial(title: str) -> str:
    """Return the capital that a title is listed under, `0-9` where it begins with no letter."""
    first = next((sign for sign in _subject(title) if sign.isalnum()), "0").upper().translate(YO)
    return first if first.isalpha() else "0-9"


def plain(name: str) -> str:
    """Return the id or number of a law or an act without what people add to it: № 271–IV is 271-iv."""
    return normal(name).strip(" №").replace("–", "-").replace("‑", "-")


def _subject(title: str) -> str:
    """Return a title without the word that nearly all begin with: "On clocks" is looked for under C."""
    return _about().sub("", title)


@cache
def _about() -> re.Pattern[str]:
    words = "|".join(spoken(code).layout.about for code in codes())
    return re.compile(rf"^\W*(?:{words})\s+(?=\S)", re.IGNORECASE)


def exact_query(words: str) -> str:
    """Return an FTS5 query for texts with all the words typed; signs of the query language lose their meaning."""
    return " ".join(_quoted(each) for each in _terms(words))


def opening_query(words: str) -> str:
    """Return an FTS5 query for texts with words that begin as those typed: Kazakh and Russian add endings."""
    return " ".join(f"{_quoted(each)} *" for each in _terms(words))


def shortened_query(words: str) -> str:
    """Return an FTS5 query for texts with other endings than those typed: long Cyrillic words lose their last letters.

    `правонарушениях` then finds `правонарушений`; it is asked only where nothing has all the words as typed.
    """
    return " ".join(f"{_quoted(BENT.sub(_shortened, each))} *" for each in _terms(words))


def _shortened(word: re.Match[str]) -> str:
    return word[0][: max(_SHORTEST, len(word[0]) - _ENDING)]


def _terms(words: str) -> list[str]:
    return [each for each in normal(words).replace("\0", " ").split() if _WORD.search(each)]


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
