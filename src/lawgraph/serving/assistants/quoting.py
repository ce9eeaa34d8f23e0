"""Hold words that somebody quotes against what is held of a provision on a day.

`exact` is said of what stands letter for letter in one unit that is in operation and whose wording is attested. Marks
are punctuation, white space and capitals; numbers with all that stands in them, signs (%, №, §) and letters are words.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, chain

from lawgraph.law.eid import Kind
from lawgraph.law.versions import Presence
from lawgraph.timeline.comparison import UNSEEN, ChangeKind, WordChange, tokens, word_changes
from lawgraph.timeline.consolidation import OnDay

MOST_PLACES = 50
_SIGNS = "%‰§&@#*/"
_ALIKE = {**str.maketrans("’‘ʼ‑", "'''-"), **dict.fromkeys(map(ord, UNSEEN), None)}
_SPACE = re.compile(r"\s")
_GAP = "\r"
"""Stands for words that are not held; white space is in no word, so that nothing can be found across it."""


class QuoteVerdict(StrEnum):
    """How a quote stands to what is held; `same_words` are equal but not attested, `absent` are no such words."""

    EXACT = "exact"
    EQUAL_BUT_FOR_MARKS = "equal_but_for_marks"
    SAME_WORDS = "same_words_but_not_attested"
    DIFFERS = "differs"
    ABSENT = "absent"
    OTHER_DAYS = "words_of_other_days"
    NOT_IN_OPERATION = "not_in_operation"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Tell where a quote stands: its units, whether letter for letter, how many words stand before and behind it."""

    units: tuple[OnDay, ...]
    by_letter: bool
    before: int
    quoted: int
    after: int

    @property
    def sure(self) -> bool:
        """Tell whether every unit is in operation and attested."""
        return all(each.version.sure for each in self.units)


@dataclass(frozen=True, slots=True)
class WordsInPlace:
    """Hold the words of the units of a provision that are, or may be, in operation, with the unit of each word."""

    words: tuple[str, ...]
    units: tuple[OnDay, ...]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without marks, capitals as small letters."""
    composed = unicodedata.normalize("NFC", text).casefold().translate(_ALIKE)
    return tuple(_SPACE.sub("", each) for each in tokens(composed) if not _is_mark(each))


def in_operation(units: Iterable[OnDay]) -> tuple[OnDay, ...]:
    """Return the units that are, or may be, in operation, as one reads them: a heading before what it heads."""
    there = tuple(each for each in units if each.version.in_operation is not Presence.NO)
    headings = {each.place.eid.parent: each for each in there if each.place.eid.kind is Kind.HEADING}
    heads = {each.place.eid for each in there} & set(headings)
    placed = ((headings[each.place.eid], each) if each.place.eid in heads else (each,) for each in there
              if each.place.eid.kind is not Kind.HEADING or each.place.eid.parent not in heads)
    return tuple(chain.from_iterable(placed))


def not_held(units: Iterable[OnDay]) -> tuple[OnDay, ...]:
    """Return the units of which words may be missing."""
    return tuple(each for each in in_operation(units) if each.version.text is None)


def find(quote: str, units: Sequence[OnDay]) -> FoundQuote | None:
    """Return the surest place at which the words of a quote stand one behind the other, `None` where there is none.

    People quote a list with or without the numbers of its points: both are tried.
    """
    asked = words_of(quote)
    bodies = (_body(units), _numbered_body(units))
    found = [each for body in bodies for each in _places(quote, asked, body)]
    return max(found, key=lambda each: (each.sure, each.by_letter), default=None)


def stands_in(asked: Sequence[str], text: str) -> bool:
    """Tell whether words stand one behind the other in a text."""
    return bool(asked) and _joined(asked) in _joined(words_of(text))


def nearest(quote: str, units: Iterable[OnDay]) -> tuple[OnDay, int] | None:
    """Return the unit that has most words of a quote, and how many; `None` where no unit has any."""
    asked = Counter(words_of(quote))
    shared = [(each, (asked & Counter(words_of(each.version.text or ""))).total()) for each in in_operation(units)]
    best = max(shared, key=lambda pair: pair[1], default=None)
    return best if best and best[1] else None


def differences(quote: str, text: str) -> tuple[WordChange, ...]:
    """Return where a quote differs from a text; what it leaves out at either end is no difference."""
    changes = word_changes(text, quote)
    inner = [place for place, each in enumerate(changes) if each.kind is not ChangeKind.DELETED]
    return tuple(each for each in changes[inner[0]:inner[-1] + 1] if each.kind is not ChangeKind.EQUAL) if inner else ()


def _is_mark(token: str) -> bool:
    return token.isspace() or (len(token) == 1 and token not in _SIGNS and unicodedata.category(token)[0] in "PCZ")


def _body(units: Iterable[OnDay]) -> WordsInPlace:
    return _made((each, _own_words(each)) for each in in_operation(units))


def _numbered_body(units: Iterable[OnDay]) -> WordsInPlace:
    return _made((each, (*words_of(each.place.number or ""), *_own_words(each))) for each in in_operation(units))


def _own_words(each: OnDay) -> tuple[str, ...]:
    return (_GAP,) if each.version.text is None else words_of(each.version.text)


def _made(parts: Iterable[tuple[OnDay, Sequence[str]]]) -> WordsInPlace:
    pairs = [(word, unit) for unit, words in parts for word in words]
    return WordsInPlace(tuple(word for word, _ in pairs), tuple(unit for _, unit in pairs))


def _places(quote: str, asked: Sequence[str], body: WordsInPlace) -> Iterator[FoundQuote]:
    """Give the places of words in a body, not more than anybody needs."""
    if not asked:
        return
    for first in _firsts(_joined(asked), _joined(body.words)):
        after = first + len(asked)
        units = tuple({id(each): each for each in body.units[first:after]}.values())
        by_letter = len(units) == 1 and _by_letter(quote.strip(), units[0].version.text or "")
        yield FoundQuote(units, by_letter, first, len(asked), len(body.words) - after)


def _firsts(asked: str, body: str) -> Iterator[int]:
    """Give the numbers of the words at which joined words begin in others."""
    at, word = body.find(asked), 0
    behind = 0
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        word += body.count("\n", behind, at)
        yield word
        behind, at = at, body.find(asked, at + 1)


def _joined(words: Sequence[str]) -> str:
    return "\n" + "".join(f"{each}\n" for each in words)


def _by_letter(quote: str, text: str) -> bool:
    """Tell whether a quote stands in a text letter for letter and cuts no word."""
    ends = {0, *accumulate(len(each) for each in tokens(text))}
    at = text.find(quote)
    for _ in range(MOST_PLACES):
        if at < 0:
            return False
        if at in ends and at + len(quote) in ends:
            return True
        at = text.find(quote, at + 1)
    return False
