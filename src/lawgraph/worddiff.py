"""What changed between two wordings, word by word.

Law is compared by words, never by letters: "local" that becomes "regional" is one word replaced. Tokens are words
(with their inner hyphens and apostrophes, so that `4-1` and `aren't` stay whole), runs of white space and single
signs; joined they give back the text, character for character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

_TOKEN = re.compile(r"\s+|[^\W_]+(?:[-‑’'][^\W_]+)*|[^\w\s]|_")


class ChangeKind(StrEnum):
    """How a stretch of words fared from one wording to the other."""

    EQUAL = "equal"
    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Hold a stretch of words before and after; all `before` joined give the one text, all `after` the other."""

    kind: ChangeKind
    before: str
    after: str


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into words, white space and signs that join back to it."""
    return tuple(_TOKEN.findall(text))


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """Compare two wordings; a phrase replaced word for word is one change, not one for each word."""
    return tuple(_with_bridges(_coalesced(_stretches(tokens(before), tokens(after)))))


def _stretches(before: Sequence[str], after: Sequence[str]) -> Iterator[WordChange]:
    # rapidfuzz compares hashes, and hashes of strings may collide: small numbers never do
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(each, len(numbers)) for each in before]
    new = [numbers.setdefault(each, len(numbers)) for each in after]
    for code in Indel.opcodes(old, new):
        yield _change("".join(before[code.src_start : code.src_end]), "".join(after[code.dest_start : code.dest_end]))


def _change(before: str, after: str) -> WordChange:
    if before == after:
        return WordChange(ChangeKind.EQUAL, before, after)
    kind = ChangeKind.REPLACED if before and after else ChangeKind.DELETED if before else ChangeKind.INSERTED
    return WordChange(kind, before, after)


def _joined(changes: Iterable[WordChange]) -> WordChange:
    held = tuple(changes)
    return _change("".join(each.before for each in held), "".join(each.after for each in held))


def _coalesced(changes: Iterable[WordChange]) -> list[WordChange]:
    """Join neighbours that both are changes."""
    run: list[WordChange] = []
    for each in changes:
        if run and ChangeKind.EQUAL not in (run[-1].kind, each.kind):
            run[-1] = _joined((run[-1], each))
        else:
            run.append(each)
    return run


def _with_bridges(changes: Iterable[WordChange]) -> list[WordChange]:
    """Join two changes that only a space holds apart, where words stand before and after."""
    run: list[WordChange] = []
    for each in changes:
        if len(run) > 1 and _is_bridge(run[-1]) and _has_words_on_both_sides(bridged := _joined((*run[-2:], each))):
            run[-2:] = [bridged]
        else:
            run.append(each)
    return run


def _is_bridge(change: WordChange) -> bool:
    return change.kind is ChangeKind.EQUAL and change.before.isspace()


def _has_words_on_both_sides(change: WordChange) -> bool:
    return bool(change.before.strip() and change.after.strip())
