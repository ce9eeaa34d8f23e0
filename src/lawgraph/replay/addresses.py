"""Read addresses of units in instructions: chains of units, lists of numbers, tails that several addresses share.

Russian names the innermost unit first and writes a shared tail once, at the end; Kazakh names the outermost first and
writes a shared head once, at the beginning. Both become addresses from the outermost unit to the innermost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from lawgraph.languages.amending import Case, Level, Sense
from lawgraph.languages.letters import between
from lawgraph.languages.scanner import found
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Nesting
from lawgraph.law.eid import PREFIXES, Kind
from lawgraph.replay.words import Number, PrintedLine, WordToken, tokens_of

_PREFIXES = {
    Level.LAW: "law", Level.CONTENTS: "toc", Level.SUBCHAPTER: PREFIXES[Kind.SUBCHAPTER], Level.PART: "al",
    Level.SENTENCE: "sentence", Level.TEXT: "text", Level.TABLE: "tbl", Level.ROW: "row", Level.COLUMN: "column",
} | {level: PREFIXES[Kind(level)] for level in (
    Level.PREAMBLE, Level.SECTION, Level.CHAPTER, Level.ANNEX, Level.ARTICLE, Level.HEADING, Level.NOTE,
    Level.PARAGRAPH, Level.POINT, Level.INDENT)}
_JOINTS = {Sense.COMMA, Sense.AND}
_RUNS = {Sense.COMMA, Sense.AND, Sense.DASH}
_BEYOND = {Level.LAW, Level.CONTENTS, Level.PREAMBLE, Level.SECTION, Level.CHAPTER, Level.SUBCHAPTER, Level.ANNEX}
_ANYWHERE = {Sense.THROUGHOUT, Sense.NUMBER, Sense.RENUMBER, Sense.REPEAL, Sense.RESTATE_BY_ANNEX}


@dataclass(frozen=True, slots=True)
class UnitStep:
    """Hold one unit of an address; `since` begins the run of numbers that ends with it ("4 – 7").

    What an act approved is an annex that is known by its title: the words that stand in a case, and the others. An
    annex may be said to be `of_act`, and of nothing that it approved.
    """

    level: Level
    number: str = ""
    since: str = ""
    titled: tuple[str, str] | None = None
    of_act: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        number = self.number or ("1" if self.level is Level.NOTE else "")
        return f"{_PREFIXES[self.level]}_{number}" if number else _PREFIXES[self.level]


Address = tuple[UnitStep, ...]
"""A unit as an instruction names it, from the outermost step to the innermost; empty for what a heading named."""


def written(address: Address) -> str:
    """Return an address as other programs read it: `art_5__al_2__point_4`, parts and indents as they are called."""
    if len(address) > 1 and (address[0].level, address[-1].level) == (Level.CONTENTS, Level.HEADING):
        address = address[:-1]  # an entry of the contents is the heading
    of_law = address[:1] and address[0].level is Level.HEADING
    return "__".join(map(str, (UnitStep(Level.LAW), *address) if of_law else address)) or "law"


@dataclass(frozen=True, slots=True)
class UnitElement:
    """Hold a unit's word with the numbers that belong to it."""

    level: Level
    cases: frozenset[Case]
    plural: bool
    steps: tuple[UnitStep, ...]


Chain = tuple[UnitElement, ...]


@dataclass(slots=True)
class Cursor:
    """Walk over the tokens of a clause."""

    tokens: Sequence[WordToken]
    lang: str
    place: int = 0
    smaller_first: bool = field(init=False)

    def __post_init__(self) -> None:
        self.smaller_first = spoken(self.lang).words.nesting is Nesting.SMALLER_FIRST

    def sign(self, ahead: int = 0) -> Sense | None:
        """Return what the token that many places ahead means, `None` behind the last."""
        place = self.place + ahead
        return self.tokens[place].sign if place < len(self.tokens) else None

    def take(self) -> WordToken:
        """Return the token here and go on."""
        self.place += 1
        return self.tokens[self.place - 1]

    def skip(self, sign: Sense) -> bool:
        """Go over a token of that meaning, and tell whether one was here."""
        here = self.sign() is sign
        self.place += here
        return here


def addresses_at(cursor: Cursor, *, inline: bool) -> tuple[Address, ...]:
    """Read the addresses that begin here; none where there are none.

    In an `inline` scope, "in the contents the heading of Article 9", what follows in another case lies within it.
    """
    chains, goes_on = _chains(cursor, inline=inline)
    named = _addresses(chains, cursor)
    if not goes_on:
        return named
    within = addresses_at(cursor, inline=False)
    return tuple((*named[0], *each) for each in within) if len(named) == 1 else ()


def _chains(cursor: Cursor, *, inline: bool) -> tuple[list[Chain], bool]:
    """Read chains of units; tell whether the first one is a scope behind which others begin."""
    chains: list[Chain] = []
    while element := _element(cursor):
        chains.append((element,))
        while (following := _element(cursor, peek=True)) is not None:
            if cursor.smaller_first and following.cases == {Case.WITH}:
                return chains, False  # what is added is no part of the chain: "supplement Article 2 by point 4"
            if inline and cursor.smaller_first and _begins_within(following, chains[-1][-1]):
                return chains, True
            _element(cursor)
            chains[-1] = (*chains[-1], following)
        if cursor.sign() not in _JOINTS:
            break
        joint = 2 if cursor.sign(1) in _JOINTS else 1
        before = cursor.place
        cursor.place += joint
        if _element(cursor, peek=True) is None:
            cursor.place = before
            break
    return chains, False


def _begins_within(following: UnitElement, last: UnitElement) -> bool:
    acted_upon = Case.OBJECT in following.cases
    return acted_upon and (Case.OF not in following.cases or following.level.rank > last.level.rank)


def _element(cursor: Cursor, *, peek: bool = False) -> UnitElement | None:
    """Read a unit with its numbers, before or behind its word."""
    start = cursor.place
    while cursor.skip(Sense.FILLER):
        pass
    of_act = cursor.skip(Sense.OF_ACT)
    numbers = _numbers(cursor)
    if cursor.sign() is not Sense.UNIT:
        cursor.place = start
        return None
    word = cursor.take().word
    if not numbers and cursor.smaller_first:
        behind = cursor.place
        # "row, serial number 3": the comma belongs to the number.
        while cursor.sign() is Sense.FILLER or (cursor.sign(), cursor.sign(1)) == (Sense.COMMA, Sense.FILLER):
            cursor.take()
        numbers = _numbers(cursor, letters=word.level in (Level.SECTION, Level.TABLE))
        if not numbers:
            cursor.place = behind
    level = word.level or Level.LAW
    if level is Level.PARAGRAPH and numbers and all(number.bracket for number, _ in numbers):
        level = Level.POINT
    steps = _steps(level, numbers)
    of_act = of_act or (level is Level.ANNEX and cursor.smaller_first and cursor.skip(Sense.OF_ACT))
    steps = tuple(replace(each, of_act=of_act) for each in steps)
    if peek or (of_act and level is not Level.ANNEX):
        cursor.place = start
    if of_act and level is not Level.ANNEX:
        return None
    return UnitElement(level, word.cases, word.plural, steps)


def _numbers(cursor: Cursor, *, letters: bool = False) -> list[tuple[Number, bool]]:
    """Read numbers with their joints; each comes with whether a run leads up to it."""
    numbers: list[tuple[Number, bool]] = []
    runs = False
    while True:
        if cursor.sign() is Sense.NUMBER:
            numbers.append((cursor.take().word.number or Number(""), runs))
        elif letters and not numbers and cursor.sign() and len(cursor.tokens[cursor.place].text) == 1:
            numbers.append((Number(cursor.take().text.casefold()), False))
        joint = next((count for count in (1, 2) if cursor.sign(count) is Sense.NUMBER
                      and all(cursor.sign(place) in _RUNS for place in range(count))), 0)
        if not numbers or not joint:
            return numbers
        runs = cursor.sign() is Sense.DASH
        cursor.place += joint


def _steps(level: Level, numbers: list[tuple[Number, bool]]) -> tuple[UnitStep, ...]:
    if not numbers:
        return (UnitStep(level),)
    steps: list[UnitStep] = []
    for number, runs in numbers:
        since = steps[-1].number if runs and steps else ""
        if since and since[:1].isdigit() and number.value[:1].isdigit():
            steps += (UnitStep(level, each) for each in between(since, number.value))
        steps.append(UnitStep(level, number.value, since))
    return tuple(steps)


def _addresses(chains: list[Chain], cursor: Cursor) -> tuple[Address, ...]:
    """Return the addresses that chains name, with the levels that they share."""
    if not chains:
        return ()
    if cursor.smaller_first:
        first = chains[0][0]
        if first.plural and first.steps == (UnitStep(first.level),) and len(chains[0]) > 1:
            beside = [chain for chain in chains[1:] if Case.OF not in chain[0].cases]
            if any(chain[-1].level.rank > Level.ARTICLE.rank for chain in beside):
                return ()  # whether it is in the units before, whose headings are named, is not told
            whole = [chains[0], *(chain if chain in beside else (first, *chain) for chain in chains[1:])]
        elif any(_lacks_inner(first, each[0]) for each in chains[1:]):
            return ()
        else:
            whole = _shared(list(reversed(chains)))[::-1]
    else:
        whole = _shared([chain[::-1] for chain in chains])
    return tuple(tuple(reversed(steps)) for chain in whole for steps in product(*(each.steps for each in chain)))


def _lacks_inner(first: UnitElement, head: UnitElement) -> bool:
    """Tell whether a chain begins with the whole of a unit that it does not name: "point 1 of Article 1, of Article 4".

    It must be able to stand in the case of the first one. The form that a word has for several units that are acted
    upon and for the whole of another is, with one number, the second.
    """
    single = len(head.steps) == 1 and bool(head.steps[0].number) and Case.OF in head.cases
    shared = (first.cases - {Case.OF}) & head.cases
    return first.cases != {Case.OF} and not shared - ({Case.OBJECT} if single else set())


def _shared(chains: list[Chain]) -> list[Chain]:
    """Give each chain the levels above its own from the one before it; each begins with its innermost unit."""
    whole: list[Chain] = []
    for chain in chains:
        beyond = whole[-1][1:] if whole else ()
        whole.append((*chain, *(each for each in beyond if each.level.rank < chain[-1].level.rank)))
    return whole


def article_around(line: PrintedLine, above: Sequence[Address]) -> str | None:
    """Return the number of the article in which a line stays whatever it means, `None` where none is known.

    A number that belongs to no unit may name anything, and so may a day, words on what encloses articles, and a torn
    quotation.
    """
    if _is_torn(line) or found(spoken(line.lang).amending.suspends, line.text):
        return None
    cursor = Cursor(tokens_of(line.printed, line.lang), line.lang)
    named, left = list[Address](), list[Sense]()
    while (sign := cursor.sign()) is not None:
        here = addresses_at(cursor, inline=False)
        named += here
        if not here:
            left.append(sign)
            cursor.take()
    steps = [step for each in named for step in each]
    if not named or _ANYWHERE.intersection(left) or any(step.level in _BEYOND or step.since for step in steps):
        return None
    articles = articles_in((*named, *above))
    return articles.pop() if len(articles) == 1 and "" not in articles else None


def articles_in(addresses: Iterable[Address]) -> set[str]:
    """Return the numbers of the articles that addresses name."""
    return {step.number for each in addresses for step in each if step.level is Level.ARTICLE}


def _is_torn(line: PrintedLine) -> bool:
    text = line.text
    return text.startswith(("«", '"')) or text.count("«") != text.count("»") or text.count('"') % 2 == 1
