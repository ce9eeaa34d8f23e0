"""What a wording or a person names, read by the rules of its language: acts, and the one provision that steps can mean.

An act is cited by number and day ("Law … dated 3 June 2009 No. 166-IV"), by title ("Law … “On honey and wax”"), or by a
name of its own: the Constitution and the codes, which some languages inflect. "The Laws of the Republic" cites none. A
number is the surest name, then a name of its own, then a title.

A reference is a row of atoms: units with numbers ("subparagraphs 1) and 2)"), units pointed at ("this article") and
acts. Some languages go from the smallest unit outwards, others from the act inwards. People leave out steps: parts are
rarely counted, and "point 1 of paragraph 3" stands in the second part of that paragraph. Steps are matched in order
against the addresses that exist; the whole address is sure, an address with steps left out must be the only one.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from lawgraph.languages.letters import arabic, count
from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import close_set, level, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import NUMBER, QUOTED, ActRule, NumberPlace, UnitRule, WordRule
from lawgraph.law.authors import Act
from lawgraph.law.eid import PREFIXES, Eid, Kind

_COUNTED_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_INNER = {Kind.ARTICLE, Kind.PARAGRAPH, Kind.ALINEA, Kind.POINT}
_OUTERMOST = (
    Kind.LAW, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.ARTICLE, Kind.PREAMBLE,
    Kind.ANNEX, Kind.NOTE, Kind.PARAGRAPH, Kind.ALINEA, Kind.POINT, Kind.SUBPOINT, Kind.INDENT, Kind.HEADING,
    Kind.INTRO)
_RANKS = {kind: rank for rank, kind in enumerate(_OUTERMOST)}


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one named step: the kinds that the word can mean, likeliest first, and the number, empty where none is."""

    kinds: tuple[Kind, ...]
    number: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """Hold the provisions of a law; `between` finds them by their last step and any step of theirs, itself included."""

    every: Collection[Eid]
    between: Mapping[tuple[str, str], Sequence[Eid]]


@dataclass(frozen=True, slots=True)
class _Match:
    eid: Eid
    skipped: int
    unlikely: int


def rank(kinds: Sequence[Kind]) -> int:
    """Sort key of steps from the law inwards; an uncounted part is innermost."""
    return _RANKS.get(kinds[0], len(_RANKS)) if kinds else len(_RANKS)


def steps_of(eid: Eid) -> tuple[Step, ...]:
    """Return an address as steps; raise `KeyError` where a step has no known prefix."""
    pairs = (step.partition("_") for step in eid.split("__"))
    return tuple(Step((_COUNTED_KINDS[prefix],), number) for prefix, _, number in pairs)


def written(steps: Sequence[Step]) -> str | None:
    """Return steps as text: `art_5__point|subpoint_2` where a word can mean either; `None` for none at all."""
    told = ("|".join(PREFIXES[kind] for kind in step.kinds) + (f"_{step.number}" if step.number else "")
            for step in _addressable(steps))
    return "__".join(told) or None


def read_written(place: str) -> tuple[Step, ...]:
    """Return the steps that a text names; raise `KeyError` where one has no known prefix."""
    pairs = (step.partition("_") for step in place.split("__"))
    return tuple(Step(tuple(_COUNTED_KINDS[each] for each in prefixes.split("|")), number)
                 for prefixes, _, number in pairs)


def addresses(known: Collection[Eid]) -> Addresses:
    """Return the provisions of a law, ready to be found by steps."""
    between: dict[tuple[str, str], list[Eid]] = defaultdict(list)
    for eid in known:
        held = eid.split("__")
        for step in dict.fromkeys(held):
            between[step, held[-1]].append(eid)
    return Addresses(known, between)


def locate(steps: Sequence[Step], known: Addresses) -> tuple[Eid, ...]:
    """Return the provisions that the steps can mean: one where it is settled, several where it is not, or none."""
    wanted = _addressable(steps)
    found = _candidates(wanted, known)
    if not found and (bare := _without_first_parts(wanted)) != wanted:
        found = tuple(each for each in _candidates(bare, known) if "__al_" not in each)
    return found


def nearest(steps: Sequence[Step], known: Addresses) -> Eid | None:
    """Return the provision that exists and comes closest to steps that lead nowhere."""
    deepest = max((eid.count("__") for eid in known.every), default=0) + 1
    wanted = _addressable(steps)[:deepest + 1]
    for depth in range(len(wanted) - 1, -1, -1):
        above: tuple[Eid | None, ...] = locate(wanted[:depth], known) if depth else (None,)
        if len(above) == 1:
            return _neighbour(above[0], wanted[depth], known.every) or above[0]
    return None


def _addressable(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Drop what addresses do not have: uncounted units, and the chapter and section around an article."""
    inner = any(_INNER & set(step.kinds) for step in steps)
    return tuple(step for step in steps if step.kinds and not (inner and all(kind.divides for kind in step.kinds)))


def _without_first_parts(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Drop "part one", which is implicit."""
    return tuple(step for step in steps if not (Kind.ALINEA in step.kinds and step.number == "1"))


def _candidates(steps: Sequence[Step], known: Addresses) -> tuple[Eid, ...]:
    matches = [match for eid in _possible(steps, known) if (match := _match(steps, eid))]
    whole = [match for match in matches if not match.skipped]
    best = min((match.unlikely for match in whole), default=0)
    chosen = [match for match in whole if match.unlikely == best] or matches
    return tuple(sorted((match.eid for match in chosen), key=lambda eid: eid.order))


def _possible(steps: Sequence[Step], known: Addresses) -> Iterable[Eid]:
    """Return the provisions that have the first and the last of the steps, in any of the kinds that they can mean."""
    if not steps:
        return ()
    ends = product(_printed(steps[0]), _printed(steps[-1]))
    return dict.fromkeys(eid for pair in ends for eid in known.between.get(pair, ()))


def _printed(step: Step) -> list[str]:
    """Return the step as addresses have it, once for each kind that it can mean."""
    return [f"{PREFIXES[kind]}_{step.number}" if step.number else PREFIXES[kind] for kind in step.kinds]


def _match(steps: Sequence[Step], eid: Eid) -> _Match | None:
    held = steps_of(eid)
    if not _means(steps[-1], held[-1]):
        return None
    upcoming = iter(held[:-1])
    above = [next((each for each in upcoming if _means(step, each)), None) for step in steps[:-1]]
    if None in above:
        return None
    paired = zip(steps, [*above, held[-1]], strict=True)
    return _Match(eid, len(held) - len(steps), sum(step.kinds.index(each.kinds[0]) for step, each in paired if each))


def _means(step: Step, held: Step) -> bool:
    return step.number == held.number and held.kinds[0] in step.kinds


def _neighbour(above: Eid | None, step: Step, known: Collection[Eid]) -> Eid | None:
    """Return the provision in the same list whose number is the next lower one, else the first of the list."""
    children = [eid for eid in known if eid.parent == above and eid.kind in step.kinds]
    ordered = sorted(children, key=lambda eid: eid.order)
    lower = [eid for eid in ordered if step.number and count(eid.number) <= count(step.number)]
    return next(iter(lower[-1:] or ordered), None)


_TITLE = re.compile(QUOTED)


@dataclass(frozen=True, slots=True)
class Named:
    """Hold the citation of an act; `name` is its short name, name of its own, or title."""

    start: int
    end: int
    name: str


def acts_of(rule: ActRule, text: str, lang: str) -> Iterable[Named]:
    """Read all acts of one rule in a text; "the Laws of the Republic" and the like name none."""
    spans = (match.span() for match in _pattern(rule, lang).finditer(level(text)))
    named = ((start, end, _name(text[start:end], rule, lang)) for start, end in spans)
    return (Named(start, end, name) for start, end, name in named if name)


def read_acts(text: str, lang: str) -> list[Named]:
    """Read every act that a text names in one language, in no order."""
    return [each for rule in spoken(lang).citing.acts for each in acts_of(rule, text, lang)]


def own_name(printed: str, lang: str) -> str | None:
    """Return the one name of an act that bears its own: the Constitution, a code."""
    return next((each.name for each in spoken(lang).citing.own_names if re.search(each.word, printed)), None)


@cache
def _pattern(rule: ActRule, lang: str) -> re.Pattern[str]:
    """act = head *part, or, where the head comes last: *part head; part = country / day / number / title"""
    parts = f"(?:{spoken(lang).citing.parts}){{0,8}}"
    text = f"{parts}(?:{rule.head})" if spoken(lang).citing.act_last else f"(?:{rule.head})(?!\\w){parts}"
    return re.compile(close_set(rf"(?<![\w-]){text}(?!\w)"))


def _name(printed: str, rule: ActRule, lang: str) -> str | None:
    plain = level(printed)
    title, untitled = _TITLE.search(plain), _TITLE.sub(" ", plain)
    if numbers := find_numbers(untitled):
        day = next((each.day for each in find_days(untitled, lang)), None)
        return Act(numbers[0].number, day, rule.kind).name
    own = own_name(plain, lang)
    return own or (" ".join(printed[title.start() + 1 : title.end() - 1].split()) if title else None)


@dataclass(frozen=True, slots=True)
class Numeral:
    """Hold a number as printed at `start` to `end`, and in the form that eIds have."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedUnit:
    """Hold units with their numbers; `kinds` are what the word can mean, likeliest first; none for an uncounted one."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    numerals: tuple[Numeral, ...]


@dataclass(frozen=True, slots=True)
class This:
    """Hold a unit that the text itself stands in: "this article", «настоящего Закона»."""

    start: int
    end: int
    kind: Kind


def units_of(rule: UnitRule, text: str, lang: str) -> Iterable[CitedUnit]:
    """Read all units of one rule in a levelled text."""
    for match in _unit(rule, lang).finditer(text):
        found = (_numeral(each, lang) for each in _counts(lang).finditer(text, *match.span()))
        yield CitedUnit(*match.span(), rule.kinds, tuple(each for each in found if each))


def bare_units_of(rule: WordRule, text: str) -> Iterable[CitedUnit]:
    """Read all unnumbered units of one rule in a levelled text."""
    return (CitedUnit(*match.span(), (rule.kind,), ()) for match in _word(rule.word).finditer(text))


def pointers_of(rule: WordRule, text: str, lang: str) -> Iterable[This]:
    """Read all "this article" and its like of one rule in a levelled text."""
    pointed = rf"(?:{spoken(lang).citing.this})\s+(?:{rule.word})"
    return (This(*match.span(), rule.kind) for match in _word(pointed).finditer(text))


def read_units(text: str, lang: str) -> list[CitedUnit | This]:
    """Read every unit that a text names in one language, in no order."""
    words, citing = level(text), spoken(lang).citing
    counted = (each for rule in citing.units for each in units_of(rule, words, lang))
    bare = (each for rule in citing.bare for each in bare_units_of(rule, words))
    pointers = (each for rule in citing.these for each in pointers_of(rule, words, lang))
    return [*counted, *bare, *pointers]


@cache
def separator(lang: str) -> re.Pattern[str]:
    """Return the pattern of what stands between the numbers of a list."""
    return plain_pattern(spoken(lang).citing.separator)


@cache
def _unit(rule: UnitRule, lang: str) -> re.Pattern[str]:
    """unit = word number *(separator number), or, where numbers come first: number *(separator number) ["-"] word"""
    parting = f"(?:{spoken(lang).citing.separator})"
    number = _counted(lang) if rule.counted else NUMBER
    closed = r"(?:\)|(?!\w|[-.][0-9]))"
    if spoken(lang).words.number is NumberPlace.BEFORE_WORD:
        text = (rf"(?:{number}\)?(?:{parting}{number}\)?){{0,30}}\s?-?\s?(?:{rule.many})"
                rf"|{number}\)?\s?-?\s?(?:{rule.one}))(?!\w)")
    else:
        text = (rf"(?:(?P<many>{rule.many})|{rule.one})\s*{number}{closed}"
                rf"(?(many)(?:{parting}{number}{closed})*|(?:{parting}{number}\))*)")
    return plain_pattern(rf"(?<![\w-]){text}")


def _word(pattern: str) -> re.Pattern[str]:
    return plain_pattern(rf"(?<![\w-])(?:{pattern})(?!\w)")


def _counted(lang: str) -> str:
    return rf"(?:{NUMBER}|(?<!\w)(?:{'|'.join(spoken(lang).citing.ordinals)})(?!\w))"


@cache
def _counts(lang: str) -> re.Pattern[str]:
    return plain_pattern(_counted(lang))


def _numeral(match: re.Match[str], lang: str) -> Numeral | None:
    for place, words in enumerate(spoken(lang).citing.ordinals, 1):
        if re.fullmatch(words, match[0], re.IGNORECASE):
            return Numeral(str(place), *match.span())
    number = arabic(match[0])
    return Numeral(number, *match.span()) if number else None
