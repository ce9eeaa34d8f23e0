"""Search words made comparable: one normal form for what is stored and what is typed.

The sources print `№ 292-VІ` with a Cyrillic І, ё beside е, and accents composed or not; people type any of them.
"""

import re
import unicodedata

_ROMAN = re.compile(r"(?<![^\W_])[ivxlcdmіхсмѵ]+(?![^\W_])")
_TO_LATIN = str.maketrans("іхсмѵ", "ixcmv")
_WORD = re.compile(r"[^\W_]")


def normal(text: str) -> str:
    """Return a text in lower case, composed, ё as е, with Roman numerals in Latin letters."""
    plain = unicodedata.normalize("NFC", text).lower().replace("ё", "е")
    return _ROMAN.sub(lambda match: match[0].translate(_TO_LATIN), plain)


def exact_query(words: str) -> str:
    """Return an FTS5 query for texts with all the words typed; signs of the query language lose their meaning."""
    return " ".join(_quoted(each) for each in _terms(words))


def opening_query(words: str) -> str:
    """Return an FTS5 query for texts with words that begin as those typed: Kazakh and Russian add endings."""
    return " ".join(f"{_quoted(each)} *" for each in _terms(words))


def _terms(words: str) -> list[str]:
    return [each for each in normal(words).replace("\0", " ").split() if _WORD.search(each)]


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
