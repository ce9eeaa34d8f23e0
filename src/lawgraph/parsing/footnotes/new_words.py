"""Read which words a note says to stand in place of others throughout the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lawgraph.languages.letters import CAPITAL_ROMAN
from lawgraph.languages.scanner import Token
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, NumberPlace
from lawgraph.law.model import Action, Claim
from lawgraph.parsing.footnotes.statements import is_verb

_REPLACED, _BY = "replaced", "replacing_words"
_WORD = re.compile(r"[^\W\d_]{3,}")
_UNTOLD = re.compile(r"\d|\.\.|…")
_MARKS = "«»\" "


def with_new_words(claims: Sequence[Claim], tokens: Iterable[Token], lang: str) -> list[Claim]:
    """Return the claims of a note with its new words; what is replaced for a time is put back."""
    lasting = [each.action is Action.TEXT_SUBSTITUTION and each.operation.until is None for each in claims]
    words = _new_words(tokens, lang) if any(lasting) else ()
    return [replace(each, new_words=words) if lasts else each for each, lasts in zip(claims, lasting, strict=True)]


def _new_words(tokens: Iterable[Token], lang: str) -> tuple[str, ...]:
    """Return the words that a note puts in place of others, empty where it does not tell all of them.

    What is deleted leaves nothing behind, figures may be counted on ("I – V" by "1 – 5"), and words with a gap stand
    for others: of such a note nothing is told by what a text does not hold.
    """
    held = tuple(tokens)
    if any(is_verb(token) and token.rule != _REPLACED for token in held):
        return ()
    sides = {Mark.WORDS: list[str](), Mark.FILLER: list[str]()}
    for side, quoted in _quotations(held, behind=spoken(lang).words.number is NumberPlace.BEFORE_WORD):
        sides[side] += quoted
    old, new = sides[Mark.WORDS], sides[Mark.FILLER]
    quotations = sum(token.meaning is Mark.QUOTE for token in held)
    whole = len(old) == len(new) and len(old) + len(new) == quotations
    return tuple(new) if whole and all(map(_tells, new)) else ()


def _quotations(tokens: tuple[Token, ...], *, behind: bool) -> Iterator[tuple[Mark, list[str]]]:
    """Give the quotations with the word that tells whether they are old or new; it stands before or behind them."""
    quoted: list[str] = []
    side: Mark | None = None
    for token in tokens:
        if token.meaning is Mark.QUOTE:
            quoted.append(token.text.strip(_MARKS))
        elif token.meaning is Mark.WORDS or token.rule == _BY:
            here = Mark.WORDS if token.meaning is Mark.WORDS else Mark.FILLER
            told = here if behind else side
            if told is not None:
                yield told, quoted
                quoted = []
            side = here
    if side is not None and not behind:
        yield side, quoted


def _tells(words: str) -> bool:
    """Tell whether words can be looked for in a text."""
    told = [word for word in _WORD.findall(words) if not CAPITAL_ROMAN.fullmatch(word)]
    return bool(told) and not _UNTOLD.search(words)
