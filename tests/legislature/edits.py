"""Edits of single words: how a legislator makes them in a text, and how a drafter finds the words by which to tell them.

A drafter names words that stand once in the unit that he names: where they do not, he takes the word beside them too. A careless
one does not look.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from random import Random

from legislature.words import NOUNS, Words

_TOKEN = re.compile(r"«[^«»]*»|\w[\w-]*|[^\w\s]")
_KIND = re.compile(r" (old|small|wooden|public|quiet|northern|village|within \d+ days)(?= )")
_MOST = 3


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Hold words that become others: from `start` to `end` of a text there stands `put` afterwards."""

    start: int
    end: int
    put: str

    def old(self, text: str) -> str:
        """Return the words of before."""
        return text[self.start:self.end]


def reworded_in_places(text: str, words: Words, rng: Random) -> str:
    """Return a text with some of its words exchanged, taken out or put in; one that ends with a stop may get a sentence."""
    chance = rng.random()
    if text.endswith(".") and ". " in text and chance < 0.3:
        return text[:text.rindex(". ") + 1]
    if text.endswith(".") and chance < 0.2:
        return f"{text} {words.sentence()}"
    if chance < 0.35:
        end = len(text) - text.endswith((".", ":", ";"))
        return f"{text[:end]}{words.more()}{text[end:]}"
    made = _one_place(text, words, rng)
    return _one_place(made, words, rng) if rng.random() < 0.35 else made


def _one_place(text: str, words: Words, rng: Random) -> str:
    blanks = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text)]
    kinds = list(_KIND.finditer(text))
    nouns = [match for match in re.finditer(r"\b[a-z]+\b", text) if match[0] in NOUNS]
    chance = rng.random()
    if kinds and chance < 0.4:
        gone = rng.choice(kinds)
        put = "" if chance < 0.2 else f" within {rng.randrange(2, 99)} days" if "within" in gone[0] else f" {rng.choice(NOUNS)}-side"
        return f"{text[:gone.start()]}{put}{text[gone.end():]}"
    if nouns and chance < 0.7:
        gone = rng.choice(nouns)
        return f"{text[:gone.start()]}{rng.choice([each for each in NOUNS if each != gone[0]])}{text[gone.end():]}"
    at = rng.choice(blanks) if blanks else len(text)
    return f"{text[:at]}{words.more()}{text[at:]}"


def edits_between(before: str, after: str) -> tuple[WordEdit, ...]:
    """Return which words of one text become which of another, none where the texts have little in common."""
    first, second = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    found = [_edit(before, _stretch(before, first, low, high), after[slice(*_stretch(after, second, begin, stop))])
             for tag, low, high, begin, stop in SequenceMatcher(None, [each[0] for each in first], [each[0] for each in second],
                                                                autojunk=False).get_opcodes() if tag != "equal"]
    changed = sum(each.end - each.start for each in found)
    return tuple(found) if len(found) <= _MOST and changed * 2 < len(before) else ()


def _edit(text: str, place: tuple[int, int], put: str) -> WordEdit:
    """Return an edit; words that are put in come with the blank before them, and a comma takes the blank away."""
    start, end = place
    start -= start < end and put[:1] in (",", ";", ":", ".") and text[start - 1:start] == " "
    return WordEdit(start, end, f" {put}" if 0 < start == end and (put[0].isalnum() or put[0] == "«") else put)


def _stretch(text: str, tokens: Sequence[re.Match[str]], low: int, high: int) -> tuple[int, int]:
    if low < high:
        return tokens[low].start(), tokens[high - 1].end()
    end = tokens[low - 1].end() if low else 0
    return end, end


def told(edit: WordEdit, text: str, scope: Sequence[str], most: int = 1) -> tuple[str, str] | None:
    """Return words that stand once in a scope, or `most` times, and what they become; `None` where there are none such."""
    for wider in _wider(edit, text):
        old = wider.old(text)
        if old.strip() and stands_in(old, scope) <= most:
            return old.strip(), wider.put.strip()
    return None


def anchor(edit: WordEdit, text: str, scope: Sequence[str]) -> str | None:
    """Return the words behind which others come in, standing once in a scope; `None` where the text begins with them."""
    for start in _starts(text, edit.start):
        if stands_in(text[start:edit.start], scope) == 1:
            return text[start:edit.start].strip()
    return None


def stands_in(words: str, scope: Sequence[str]) -> int:
    """Count where words stand in texts, each between the bounds of words."""
    words = words.strip()
    opens, closes = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    found = re.compile(rf"{opens}{re.escape(words)}{closes}")
    return sum(len(found.findall(each)) for each in scope)


def _starts(text: str, before: int) -> Iterator[int]:
    """Give where the words before a place begin, the nearest first."""
    yield from reversed([match.start() for match in _TOKEN.finditer(text) if match.start() < before])


def _wider(edit: WordEdit, text: str) -> Iterator[WordEdit]:
    yield edit
    wider = edit
    for start in _starts(text, edit.start):
        wider = replace(wider, start=start, put=f"{text[start:wider.start]}{wider.put}")
        yield wider
    if not edit.start:
        follow = next((match.end() for match in _TOKEN.finditer(text) if match.start() >= edit.end), edit.end)
        yield replace(edit, end=follow, put=f"{edit.put}{text[edit.end:follow]}" if edit.end > edit.start
                      else f"{edit.put} {text[edit.end:follow].strip()}")
