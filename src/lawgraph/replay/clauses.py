"""Read the clauses of an instruction: which units it names, what it does to them, with which words.

A clause is told by its verb and by what stands around it. What a form has no slot for makes the whole clause unread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from lawgraph.languages.amending import VERBS, Case, Level, Sense
from lawgraph.languages.scanner import level
from lawgraph.languages.spoken import spoken
from lawgraph.replay.addresses import Address, Cursor, addresses_at
from lawgraph.replay.words import WordToken, tokens_of

_ENDS = {Sense.SEMICOLON, Sense.STOP, Sense.COLON}
_ANCHORS = {Sense.AFTER, Sense.BEFORE}
_OPENS_EDIT = {Sense.SEARCHED, Sense.AFTER, Sense.BEFORE, Sense.IN} | VERBS
_LONGEST = 20_000
"""Characters: no instruction has more, its wordings aside."""

_WITH_WORDS = {Sense.SUPPLEMENT, Sense.REPLACE}
_BRINGS = {Sense.SUPPLEMENT, Sense.RENUMBER}


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold one change: its verb, the units it acts upon, the new ones, the words searched for and put in.

    `anchor` tells that words are put after (before) those searched for; `respectively` that each has its own.
    """

    verb: Sense
    targets: tuple[Address, ...] = ()
    new: tuple[Address, ...] = ()
    search: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    anchor: Sense | None = None
    throughout: bool = False
    respectively: bool = False

    @property
    def wants_wording(self) -> bool:
        """Tell whether a wording must follow."""
        return self.verb is Sense.RESTATE or bool(self.verb is Sense.SUPPLEMENT and self.new)


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
        clause = _clause(part, end, lang, before.edits[-1].targets if before and before.edits else ())
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
        return _heading(tokens, lang) if end is Sense.COLON else None
    edits: list[Edit] = []
    for segment in _segments(tokens):
        reader = _Segment(Cursor(segment, lang), edits[-1].verb if edits else None)
        edit = reader.read()
        if edit is None:
            return None
        above = edits[-1].targets if edits else inherited
        edits.append(edit if reader.named else _upon(above, edit))
    return AmendingClause(edits[0].targets, tuple(edits))


def _upon(targets: tuple[Address, ...], edit: Edit) -> Edit:
    return Edit(edit.verb, targets, edit.new, edit.search, edit.put, edit.anchor, edit.throughout, edit.respectively)


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


def _is_heading(target: Address) -> bool:
    """Tell whether a target is a heading, and not told of what."""
    return len(target) == 1 and target[0].level is Level.HEADING


@dataclass(slots=True)
class _Segment:
    """Read one edit: each token has a slot, or the edit is unread; a dash stands for the verb of the one before."""

    cursor: Cursor
    elided: Sense | None = None
    verb: Sense | None = None
    named: bool = False
    targets: tuple[Address, ...] = ()
    new: tuple[Address, ...] = ()
    search: list[str] = field(default_factory=list)
    put: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    role: list[str] | None = None
    anchor: Sense | None = None
    following: bool = False
    throughout: bool = False
    beside: bool = False
    respectively: bool = False

    def read(self) -> Edit | None:
        """Return the edit, `None` where something has no slot."""
        while self.cursor.sign() is not None:
            if not self._step():
                return None
        if self.verb is None or self.pending:
            return None
        if self.beside and not self._with_texts():
            return None
        edit = Edit(self.verb, self.targets, self.new, tuple(map(level, self.search)), tuple(self.put), self.anchor,
                    self.throughout, self.respectively)
        return edit if self._whole(edit) else None

    def _with_texts(self) -> bool:
        """Take with headings what they stand over: "in the heading and throughout"; tell whether it is told of what."""
        larger_first = not self.cursor.smaller_first
        over = [target[:-1] for target in self.targets
                if target and target[-1].level is Level.HEADING and (larger_first or len(target) == 1)]
        told = len(over) == len(self.targets)
        self.targets = (*self.targets, *over)
        return told

    def _step(self) -> bool:
        sign = self.cursor.sign()
        if sign in (Sense.UNIT, Sense.NUMBER, Sense.IN):
            return self._units(inline=self.cursor.skip(Sense.IN))
        if sign is Sense.FILLER and self._units(inline=False):
            return True
        token = self.cursor.take()
        if token.sign is Sense.QUOTE:
            self._quotation(token)
            return True
        if token.sign in VERBS or token.sign is Sense.DASH:
            return self._verb(token.sign)
        if token.sign in _ANCHORS or token.sign in (Sense.SEARCHED, Sense.PUT):
            self._noun(token.sign)
            return True
        return self._flag(token.sign)

    def _verb(self, sign: Sense) -> bool:
        """Take a verb, or a dash in its place; tell whether there may be one here."""
        dash = sign is Sense.DASH
        fits = self.verb in (None, Sense.UNCHANGED) and (not dash or (bool(self.search) and self.elided in _WITH_WORDS))
        self.verb, self.role = self.elided if dash else sign, None
        return fits

    def _units(self, *, inline: bool) -> bool:
        found = addresses_at(self.cursor, inline=inline)
        self.beside = self.beside and not found
        behind = spoken(self.cursor.lang).amending.role_behind
        if self.following if behind else self.verb in _BRINGS:
            self.new = (*self.new, *found)
        elif self.verb is not Sense.UNCHANGED or not self.targets:
            self.named = True
            above = found[-1] if self.throughout and all(map(_is_heading, self.targets)) and found else ()
            self.targets = (*((*above, *each) for each in self.targets), *found)
        return bool(found)

    def _quotation(self, token: WordToken) -> None:
        words = token.word.named or token.text
        if spoken(self.cursor.lang).amending.role_behind:
            self.pending.append(words)
        elif self.role is not None:
            self.role.append(words)
        elif self.verb is not None or token.word.named:
            (self.search if self.verb is None else self.put).append(words)
        else:
            self.pending.append(words)

    def _noun(self, sign: Sense) -> None:
        """Take the noun that tells what quotations are: behind them, or before."""
        if sign is Sense.PUT and self.cursor.place > 1 and self.cursor.sign(-2) in _ANCHORS:
            return  # "before the word": the noun stands in the case of words that are put
        if sign in _ANCHORS:
            self.anchor = sign
        role = self.put if sign is Sense.PUT else self.search
        if spoken(self.cursor.lang).amending.role_behind:
            role += self.pending
            self.pending = []
        else:
            self.role = role

    def _flag(self, sign: Sense) -> bool:
        if sign is Sense.FOLLOWING:
            self.following = True
        elif sign is Sense.RESPECTIVELY:
            self.respectively = True
        elif sign is Sense.THROUGHOUT:
            before = self.cursor.sign(-2) if self.cursor.place > 1 else None
            self.throughout, self.beside = True, bool(self.targets) and before in (Sense.AND, Sense.COMMA)
        else:
            return sign in (Sense.COMMA, Sense.AND) and bool(
                self.search or self.put or self.pending or self.targets or self.new)
        return True

    def _whole(self, edit: Edit) -> bool:
        """Tell whether an edit has the slots that its verb needs, and no other."""
        words = edit.search, edit.put
        match edit.verb:
            case Sense.SUPPLEMENT if edit.new:
                return self.following and words == ((), ()) and edit.anchor is None
            case Sense.SUPPLEMENT:
                return bool(edit.put) and bool(edit.search) is (edit.anchor is not None) and not self.following
            case Sense.REPLACE:
                return all(words) and edit.anchor is None
            case Sense.STRIKE:
                return not edit.put and edit.anchor is None and bool(edit.search or edit.targets)
            case Sense.RENUMBER:
                return len(edit.new) == len(edit.targets) > 0
            case _:
                return words == ((), ()) and not edit.new and edit.anchor is None
