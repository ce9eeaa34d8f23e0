"""Words replaced throughout a law leave new ones behind: a text that holds none of these was not touched.

Only an official edition tells so, one whose own note names all the new words: a translation may lag. Where a later act
may have taken them away again, and for words that were deleted, nothing is told.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import ceil

from lawgraph.evidence.sources import LawSources
from lawgraph.languages.letters import YO
from lawgraph.languages.scanner import level
from lawgraph.law.model import Action

NewWords = Mapping[tuple[str, str, str], tuple[str, ...]]
"""For the file of an official edition, an act and its target the words that its note puts in place of others."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 0.6
"""The share of a word that its endings leave alone; a shorter beginning is found more often, and less is sure."""


def new_words_of(law: LawSources) -> NewWords:
    """Return the new words that the notes of official editions tell whole."""
    told: dict[tuple[str, str, str], list[tuple[str, ...]]] = defaultdict(list)
    for edition in law.official:
        for claim in edition.document.claims:
            if claim.action is Action.TEXT_SUBSTITUTION and claim.act_name:
                told[edition.file, claim.act_name, claim.target].append(claim.new_words)
    return {key: tuple(word for words in each for word in words) for key, each in told.items() if all(each)}


@lru_cache(maxsize=65536)
def may_hold(text: str, words: Sequence[str]) -> bool:
    """Tell whether a text may hold one of several groups of words, in any of their forms and in any order."""
    held = _plain(text)
    return any(all(_holds(held, word) for word in _WORD.findall(_plain(group))) for group in words)


def _plain(text: str) -> str:
    return level(text).translate(YO).replace("\u00ad", "").casefold()


def _holds(text: str, word: str) -> bool:
    return word[:max(3, ceil(len(word) * _STEM))] in text
