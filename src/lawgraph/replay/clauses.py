"""Read the clauses of an instruction: which units it names, what it does to them, with which words.

A clause is told by its verb and by what stands around it. What a form has no slot for makes the whole clause unread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from lawgraph.languages.amending import VERBS, Case, Level, Sense
from lawgraph.replay.addresses import Address, Cursor, addresses_at
from lawgraph.replay.edits import Edit, EditReader
from lawgraph.replay.words import WordToken, tokens_of

_ENDS = {Sense.SEMICOLON, Sense.STOP, Sense.COLON}
_OPENS_EDIT = {Sense.SEARCHED, Sense.AFTER, Sense.BEFORE, Sense.IN} | VERBS
_LONGEST = 20_000
"""Characters: no instruction has more, its wordings aside."""

_CONTINUED = {Level.ARTICLE, Level.PARAGRAPH}


@dataclass(frozen=True, slots=True)
class AmendingClause:
    """Hold a heading ("in Article 6:"), which has no edits, or the edits of one clause."""

    targets: tuple[Address, ...]
    edits: tuple[Edit, ...] = ()


def glued(text: str, lang: str) -> bool:
    """Tell whether two words of a paragraph stand without a blank between them, as at the end of a line."""
    tokens = tokens_of(text, lang) if len(text) <= _LONGEST else ()
    return any(one.end == other.start and text[other.start].isalpha()
               and (text[one.end - 1].isalnum() or one.sign is Sense.QUOTE) for one, other in pairwise(tokens))


@lru_cache(maxsize=512)  # what ends a wording is read once more as an instruction
def clauses_of(text: str, lang: str) -> tuple[AmendingClause, ...] | None:
    """Return the clauses of a paragraph, `None` where any of it cannot be read."""
    if len(text) > _LONGEST:
        return None
    found: list[AmendingClause] = []
    for part, end in _parts(tokens_of(text, lang)):
        before = found[-1] if found else None
        above = before.edits[-1].targets if before and before.edits else ()
        clause = _clause(part, end, lang, above)
        if clause is None:
            return None
        found.append(clause)
    return tuple(found) or None


def _parts(tokens: Sequence[WordToken]) -> Iterator[tuple[Sequence[WordToken], Sense | None]]:
    """Cut a paragraph at its semicolons and colons; each part comes with the mark that ends it."""
    start = 0
    for place, token in enumerate(tokens):
        if token.sign in _ENDS:
            if place > start:
                yield tokens[start:place], token.sign
            start = place + 1
    if start < len(tokens):
        yield tokens[start:], None


def _clause(tokens: Sequence[WordToken], end: Sense | None, lang: str,
            inherited: tuple[Address, ...]) -> AmendingClause | None:
    if not any(token.sign in VERBS for token in tokens):
        heading = _heading(tokens, lang) if end is Sense.COLON else None
        return heading if heading and not _lies_in(heading.targets, inherited) else None
    edits: list[Edit] = []
    for segment in _segments(tokens):
        reader = EditReader(Cursor(segment, lang), edits[-1].verb if edits else None)
        edit = reader.read()
        if edit is None:
            return None
        if not reader.named:
            whole: Edit | None = _upon(edits[-1].targets if edits else inherited, edit)
        elif edits:
            whole = _continued(edit, edits[-1].targets, scoped=tokens[0].sign is Sense.IN)
        else:
            whole = _behind_semicolon(edit, inherited)
        if whole is None:
            return None
        edits.append(whole)
    return AmendingClause(edits[0].targets, tuple(edits))


def _upon(targets: tuple[Address, ...], edit: Edit) -> Edit:
    """Let an edit act upon the units named before it; what is new comes into that which can contain it."""
    level = edit.new[0][0].level if edit.new and edit.new[0] else None
    if level is not None:
        targets = tuple(dict.fromkeys(_outside(each, level) for each in targets))
    return replace(edit, targets=targets)


def _continued(edit: Edit, before: Sequence[Address], *, scoped: bool) -> Edit | None:
    """Give units the levels that they leave out: "in Article 6 point 1 shall be struck out, point 3 be worded anew".

    `None` where they may lie in what was named before them, or beside it.
    """
    targets: list[Address] = []
    for each in edit.targets:
        outer = {_outside(other, each[0].level) for other in before} if each else {()}
        around = outer.pop() if outer else ()
        if outer or (around and around in before and not scoped):
            return None
        targets.append((*around, *each))
    return replace(edit, targets=tuple(targets))


def _behind_semicolon(edit: Edit, before: Sequence[Address]) -> Edit | None:
    """Give units behind a semicolon the levels that they leave out, where what is before is of an article or a point.

    "Point 1 of Article 3 shall be struck out; point 2 be worded anew." Of annexes and chapters nobody knows.
    """
    around = _lies_in(edit.targets, before)
    if not around:
        return edit
    return _continued(edit, before, scoped=False) if all(each[0].level in _CONTINUED for each in around) else None


def _lies_in(named: Sequence[Address], before: Sequence[Address]) -> set[Address]:
    """Return what may enclose units that are named behind others; an article needs no more to be known."""
    inner = [each for each in named if each and each[0].level.rank > Level.ARTICLE.rank]
    return {outer for other in before for each in inner if (outer := _outside(other, each[0].level))}


def _outside(address: Address, level: Level) -> Address:
    """Return what of an address is larger than a level."""
    return tuple(step for step in address if step.level.rank < level.rank)


def _heading(tokens: Sequence[WordToken], lang: str) -> AmendingClause | None:
    cursor = Cursor(tokens, lang)
    cursor.skip(Sense.IN)
    named = addresses_at(cursor, inline=True)
    return AmendingClause(named) if len(named) == 1 and cursor.sign() is None else None


def _segments(tokens: Sequence[WordToken]) -> Iterator[Sequence[WordToken]]:
    """Cut a clause where a comma or "and" begins another edit."""
    start, verb = 0, False
    for place, token in enumerate(tokens):
        verb = verb or token.sign in VERBS
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if verb and following and token.sign in (Sense.COMMA, Sense.AND) and _begins_edit(tokens[place - 1], following):
            yield tokens[start:place]
            start, verb = place + 1, False
    yield tokens[start:]


def _begins_edit(before: WordToken, following: WordToken) -> bool:
    if before.sign in VERBS or following.sign in _OPENS_EDIT:
        return True
    anew = (following.sign is Sense.UNIT and Case.WITH not in following.word.cases) or following.word.named is not None
    return anew and before.sign is Sense.QUOTE
