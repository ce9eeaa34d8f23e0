"""What changed between two wordings, word by word.

Law is compared by words, never by letters: "local" that becomes "regional" is one word replaced. Tokens are words
(with their inner hyphens and apostrophes, so that `4-1` and `aren't` stay whole), runs of white space and single
signs; joined they give back the text, character for character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

_Piece = tuple[str, str]
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
    changes = _coalesced(_stretches(_pieces(before), _pieces(after)))
    return tuple(_coalesced(part for change in changes for part in _trimmed(change)))


def _pieces(text: str) -> list[_Piece]:
    """Return the words and signs of a text, each with the white space before it; the last piece is the end."""
    pieces, space = [], ""
    for token in tokens(text):
        if token.isspace():
            space = token
        else:
            pieces.append((space, token))
            space = ""
    return [*pieces, (space, "")]


def _stretches(before: Sequence[_Piece], after: Sequence[_Piece]) -> Iterator[WordChange]:
    """Align words alone, since a space fits any other; white space is compared only before words that are equal."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (slow to load, and most commands compare nothing)

    # It compares hashes, and hashes of strings may collide: small numbers never do
    numbers: dict[str, int] = {}
    old = [numbers.setdefault(word, len(numbers)) for _, word in before[:-1]]
    new = [numbers.setdefault(word, len(numbers)) for _, word in after[:-1]]
    for code in Indel.opcodes(old, new):
        gone, come = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
        if code.tag == "equal":
            yield from _equal_words(gone, come)
        else:
            yield _change("".join(space + word for space, word in gone), "".join(space + word for space, word in come))
    yield from _equal_words(before[-1:], after[-1:])


def _equal_words(before: Sequence[_Piece], after: Sequence[_Piece]) -> Iterator[WordChange]:
    for (old_space, word), (new_space, _) in zip(before, after, strict=True):
        yield _change(old_space, new_space)
        yield _change(word, word)


def _trimmed(change: WordChange) -> Iterator[WordChange]:
    """Give white space that opens both sides of a change to what stands before it."""
    shared = len(change.before) - len(change.before.lstrip())
    space = change.before[:shared]
    if change.kind is ChangeKind.REPLACED and space == change.after[: len(change.after) - len(change.after.lstrip())]:
        yield _change(space, space)
        yield _change(change.before[shared:], change.after[shared:])
    else:
        yield change


def _change(before: str, after: str) -> WordChange:
    if before == after:
        return WordChange(ChangeKind.EQUAL, before, after)
    kind = ChangeKind.REPLACED if before and after else ChangeKind.DELETED if before else ChangeKind.INSERTED
    return WordChange(kind, before, after)


def _coalesced(changes: Iterable[WordChange]) -> Iterator[WordChange]:
    """Join neighbours that are both equal or both changes."""
    told = (each for each in changes if each.before or each.after)
    for _, run in groupby(told, key=lambda each: each.kind is ChangeKind.EQUAL):
        held = tuple(run)
        yield _change("".join(each.before for each in held), "".join(each.after for each in held))
