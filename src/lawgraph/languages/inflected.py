"""Words in any of their forms: whether a text may hold them, by how they begin."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from lawgraph.languages.letters import VOWELS, YO, closed_up
from lawgraph.languages.scanner import level

_WORD = re.compile(r"[^\W\d_]{3,}")
_NO_LETTER = re.compile(r"[\W\d_]+")
_BROKEN = re.compile(r"[-‐]\s+|[*_]")
_LONG = 5
_STEM = 0.6
"""The share of a word that its endings leave alone; a shorter beginning is found more often, and less is sure."""


@lru_cache(maxsize=65536)
def may_hold(text: str, words: Sequence[str]) -> bool:
    """Tell whether a text may hold one of several groups of words, in any of their forms and in any order.

    A print may break a word, space its letters or glue it to another: a long beginning is looked for in all letters.
    """
    held = _plain(text)
    shown = f"{held} {_BROKEN.sub('', closed_up(held))}"
    letters = _NO_LETTER.sub("", held)
    return any(all(_holds(shown, letters, word) for word in _WORD.findall(_plain(group))) for group in words)


def _plain(text: str) -> str:
    return level(text).translate(YO).replace("\u00ad", "").casefold()


def _holds(text: str, letters: str, word: str) -> bool:
    """Tell whether a text may hold a form of a word; of its end a vowel may be lost, or come: "день", "дня"."""
    ending = 2 if word[-1] in VOWELS else 3
    stem = word[:max(1, min(ceil(len(word) * _STEM), len(word) - ending))]
    return (len(stem) >= _LONG and stem in letters) or re.search(rf"(?<![^\W\d_]){stem}", text) is not None
