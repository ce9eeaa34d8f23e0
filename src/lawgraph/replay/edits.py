"""Read one edit of an instruction: its verb, the units that it names, the words searched for and put in.

Each token has a slot. What a form has no slot for makes the edit unread.
"""

from dataclasses import dataclass, field, replace

from lawgraph.languages.amending import VERBS, Case, Level, Sense
from lawgraph.languages.scanner import level
from lawgraph.languages.spoken import spoken
from lawgraph.replay.addresses import Address, Cursor, UnitStep, addresses_at
from lawgraph.replay.words import WordToken

_ANCHORS = {Sense.AFTER, Sense.BEFORE}
_WITH_WORDS = {Sense.SUPPLEMENT, Sense.REPLACE}
_COUNTED = {Level.PART, Level.INDENT, Level.SENTENCE}
_BRINGS = {Sense.SUPPLEMENT, Sense.RENUMBER}


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold one change: its verb, the units it acts upon, the new ones, the words searched for and put in.

    `anchor` tells that words are put after (before) those searched for; `respectively` that each has its own;
    `inflected` that they are meant in all their cases. Units that are excepted are `but`; new ones stand `behind` one.
    """

    verb: Sense
    targets: tuple[Address, ...] = ()
    new: tuple[Address, ...] = ()
    search: tuple[str, ...] = ()
    put: tuple[str, ...] = ()
    anchor: Sense | None = None
    throughout: bool = False
    respectively: bool = False
    inflected: bool = False
    but: tuple[Address, ...] = ()
    behind: UnitStep | None = None

    @property
    def wants_wording(self) -> bool:
        """Tell whether a wording must follow."""
        return self.verb is Sense.RESTATE or bool(self.verb is Sense.SUPPLEMENT and self.new)


def _is_heading(target: Address) -> bool:
    """Tell whether a target is a heading, and not told of what."""
    return len(target) == 1 and target[0].level is Level.HEADING


@dataclass(slots=True)
class EditReader:
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
    inflected: bool = False
    but: tuple[Address, ...] = ()
    behind: UnitStep | None = None
    by_annex: bool = False

    def read(self) -> Edit | None:
        """Return the edit, `None` where something has no slot."""
        while self.cursor.sign() is not None:
            if not self._step():
                return None
        if self.verb is None or self.pending:
            return None
        if (self.beside and not self._with_texts()) or (self.by_annex and not self._from_annex()):
            return None
        edit = Edit(self.verb, self.targets, self.new, tuple(map(level, self.search)), tuple(self.put), self.anchor,
                    self.throughout, self.respectively, self.inflected, self.but, self.behind)
        edit = _swapped(edit) if edit.verb is Sense.SWAP else edit
        brings = edit.verb is Sense.SUPPLEMENT and edit.new
        idle = (edit.behind and not brings, edit.inflected and not edit.search, edit.but and not edit.throughout)
        return _placed(edit) if self._whole(edit) and not any(idle) else None

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
        if sign in (Sense.UNIT, Sense.NUMBER, Sense.IN, Sense.OF_ACT):
            return self._units(inline=self.cursor.skip(Sense.IN))
        if sign is Sense.FILLER and self._units(inline=False):
            return True
        token = self.cursor.take()
        if token.sign in VERBS or token.sign is Sense.DASH:
            return self._verb(token.sign)
        if (token.sign is Sense.AFTER and self._is_behind()) or token.sign is Sense.EXCEPT:
            return self._excepted() if token.sign is Sense.EXCEPT else self._unit_before()
        if token.sign is Sense.QUOTE:
            self._quotation(token)
        elif token.sign in _ANCHORS or token.sign in (Sense.SEARCHED, Sense.PUT):
            self._noun(token.sign)
        else:
            return self._flag(token.sign)
        return True

    def _is_behind(self) -> bool:
        """Tell whether a unit is named behind which new ones stand: "after part one", in Kazakh before that word."""
        if spoken(self.cursor.lang).amending.role_behind:
            return bool(self.targets and self.targets[-1]) and not self.pending
        return self.cursor.sign() in (Sense.UNIT, Sense.NUMBER, Sense.FILLER)

    def _excepted(self) -> bool:
        """Take the units that words throughout leave as they are."""
        if not spoken(self.cursor.lang).amending.role_behind:
            self.but = addresses_at(self.cursor, inline=False)
        elif len(self.targets) == 1:
            self.but, self.targets, self.named = self.targets, (), False
        return bool(self.but)

    def _unit_before(self) -> bool:
        """Take the unit behind which new ones stand; what it lies in is where they are brought."""
        own = spoken(self.cursor.lang).amending.role_behind
        found = self.targets if own else addresses_at(self.cursor, inline=False)
        if len(found) != 1 or self.behind is not None or (self.targets and not own and len(found[0]) > 1):
            return False
        self.behind = found[0][-1]
        if own or not self.targets:
            self.targets, self.named = (found[0][:-1],) if found[0][:-1] else (), len(found[0]) > 1
        return not (self.behind.since or self.new)

    def _verb(self, sign: Sense) -> bool:
        """Take a verb, or a dash in its place; tell whether there may be one here."""
        dash = sign is Sense.DASH
        if dash and self.verb is None and self.cursor.sign() in VERBS:
            return bool(self.targets)  # "Article 5 – to be struck out"
        fits = self.verb in (None, Sense.UNCHANGED) and (not dash or (bool(self.search) and self.elided in _WITH_WORDS))
        self.verb, self.role = self.elided if dash else sign, None
        return fits

    def _units(self, *, inline: bool) -> bool:
        brings, within = self._brings(), self._lies_within(inline=inline)
        found = addresses_at(self.cursor, inline=inline)
        self.beside = self.beside and not found
        if within and not brings and found:
            return self._take_within(found)
        if brings:
            self.new = (*self.new, *found)
        elif self.verb is not Sense.UNCHANGED or not self.targets:
            self.named = True
            above = found[-1] if self.throughout and all(map(_is_heading, self.targets)) and found else ()
            self.targets = (*((*above, *each) for each in self.targets), *found)
        return bool(found)

    def _lies_within(self, *, inline: bool) -> bool:
        """Tell whether nothing joins the units here to those before: "in Article 19 in point 2"."""
        before = self.cursor.place - 1 - inline
        while before >= 0 and self.cursor.tokens[before].sign is Sense.FILLER:
            before -= 1
        sign = self.cursor.tokens[before].sign if before >= 0 else None
        joined = sign not in {Sense.UNIT, Sense.NUMBER, *VERBS} - {Sense.UNCHANGED}
        return not joined and bool(self.targets) and self.verb is not Sense.UNCHANGED

    def _take_within(self, found: tuple[Address, ...]) -> bool:
        """Take units as parts of the one named before them; tell whether they can be."""
        outer = self.targets[0]
        fits = len(self.targets) == 1 and bool(outer) and all(
            each and each[0].level.rank > outer[-1].level.rank for each in found)
        self.targets = tuple((*outer, *each) for each in found)
        return fits

    def _brings(self) -> bool:
        """Tell whether the units here are new ones: what is acted upon may stand behind its verb, in its own case."""
        if spoken(self.cursor.lang).amending.role_behind:
            return self.following or self.by_annex
        unit = next((each.word for each in self.cursor.tokens[self.cursor.place:] if each.sign is Sense.UNIT), None)
        acted_upon = self.verb is Sense.SUPPLEMENT and unit is not None and Case.WITH not in unit.cases
        return self.verb in _BRINGS and not acted_upon

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
        elif sign is Sense.BY_ANNEX:
            self.by_annex = True
        elif sign is Sense.ITSELF:  # "by wording it anew": what the line around names
            return self.verb is Sense.RESTATE and not self.targets
        elif sign is Sense.INFLECTED:
            self.inflected = True
        elif sign is Sense.THROUGHOUT:
            before = self.cursor.sign(-2) if self.cursor.place > 1 else None
            self.throughout, self.beside = True, bool(self.targets) and before in (Sense.AND, Sense.COMMA)
        else:
            return sign in (Sense.COMMA, Sense.AND) and bool(
                self.search or self.put or self.pending or self.targets or self.new or self.throughout)
        return True

    def _from_annex(self) -> bool:
        """Take for the wording what an annex of the amending act holds; tell whether the verb wants one."""
        brings = self.verb is Sense.SUPPLEMENT and bool(self.new)
        fits = (brings or self.verb is Sense.RESTATE) and not self.following
        self.verb = Sense.BRING_BY_ANNEX if brings else Sense.RESTATE_BY_ANNEX
        return fits

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
                brings = edit.verb is Sense.BRING_BY_ANNEX
                return words == ((), ()) and bool(edit.new) is brings and edit.anchor is None


def _swapped(edit: Edit) -> Edit:
    """Return an exchange of places as what it comes to: two words are each put for the other, two units renumbered."""
    if len(edit.search) == 2 and not edit.put:
        return replace(edit, verb=Sense.REPLACE, put=edit.search[::-1], respectively=True)
    swapped = len(edit.targets) == 2 and not edit.search and not edit.put
    return replace(edit, verb=Sense.RENUMBER, new=edit.targets[::-1]) if swapped else edit


def _placed(edit: Edit) -> Edit | None:
    """Return an edit whose new units have the place behind the unit that is named; `None` where they are others."""
    behind = edit.behind
    if behind is None:
        return edit
    if any(len(each) != 1 or each[0].level is not behind.level for each in edit.new):
        return None
    if behind.level not in _COUNTED or not behind.number.isdecimal():
        return edit
    first = int(behind.number) + 1
    placed = tuple((UnitStep(behind.level, str(first + place)),) for place in range(len(edit.new)))
    told = [each[0].number for each in edit.new]
    return replace(edit, new=placed) if not any(told) or told == [each[0].number for each in placed] else None
