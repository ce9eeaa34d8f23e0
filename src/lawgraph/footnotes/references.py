"""Days, numbers of acts and provisions as footnotes print them.

Days come as 03.07.2013, 2013.10.08, 02.04.18, 06/21/2007, "7th October 1994" or «2025 жылғы 20 қарашадағы»; numbers as
`461IV`, `22 -V`, `N 248(`, `292-VІ` with a Cyrillic letter. A day that no calendar has is found, without a value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lawgraph.eid import Eid, top
from lawgraph.grammar import Nesting
from lawgraph.grammar.scanner import LANGUAGES, NUMBER, ROMAN, Token, day_finder, level, ordinals_of, read_by
from lawgraph.model import Kind

_LETTERS = str.maketrans("ІХ", "IX")
_CONVOCATION = re.compile(r"(\d+(?:[/-]\d+)?)\s*[-–]?\s*([IVXІХ]+)((?:-?\d+)?)(?:\s+\w+)?")
_LETTER = "[A-ZА-ЯІҚӨҮҰҒ]"
_WELL_FORMED = re.compile(
    rf"(?:{_LETTER}{{1,4}}[-/])*\d+(?:[-/]\d+)*(?:-?(?:[IVX]+|{_LETTER}{{1,3}}|[қө]{{1,2}}))?(?:[-/]\d+)*")
_SIGN = re.compile(r"^(?:№|Nos?\b\.?|N)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?!(?<=\w)\w)" + NUMBER + r"(?!(?<=\w)\w)", re.IGNORECASE)
_RUN = re.compile(r"(\d+(?:-\d+)*|" + ROMAN + r")\)?(?:\s[–-]\s(\d+(?:-\d+)*)\)?)?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_RANKS = {Kind.LAW: 0, Kind.SECTION: 1, Kind.CHAPTER: 2, Kind.ANNEX: 2, Kind.ARTICLE: 4, Kind.PARAGRAPH: 5,
          Kind.PART: 6, Kind.POINT: 7, Kind.INDENT: 8, Kind.PREAMBLE: 9, Kind.CONTENTS: 9, Kind.HEADING: 10}
_SUBSECTION_RANK = 3
_TOP = {Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX}


@dataclass(frozen=True, slots=True)
class FoundDay:
    """Hold a day as printed; `day` is `None` where the calendar has no such day."""

    start: int
    end: int
    text: str
    day: date | None


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """Hold the number of an act as printed, and normalised: `461-IV`."""

    start: int
    end: int
    text: str
    number: str


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold one unit that a note names: its kind and number (`None` where none is printed), and the unit around it.

    `rule` is the rule that read it: a subsection («параграф») is a section inside a chapter.
    """

    kind: Kind
    number: str | None
    within: "Unit | None" = None
    rule: str = ""


def find_days(text: str, lang: str) -> tuple[FoundDay, ...]:
    """Return the days that a text prints, in order."""
    return tuple(FoundDay(match.start(), match.end(), text[match.start():match.end()], read_day(match[0], lang))
                 for match in day_finder(lang).finditer(level(text)))


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of acts that a text prints, in order."""
    return tuple(FoundNumber(match.start(), match.end(), text[match.start():match.end()], read_number(match[0]))
                 for match in _NUMBER.finditer(level(text)))


def read_number(text: str) -> str:
    """Return the number of an act with Latin numerals, one hyphen and no sign: `№ 292-VІ` is `292-VI`."""
    bare = _SIGN.sub("", text).strip()
    match = _CONVOCATION.fullmatch(bare)
    if match:
        return f"{match[1]}-{match[2].translate(_LETTERS)}{match[3]}"
    return re.sub(r"\s*-\s*|\s+", "-", bare)


def well_formed(number: str) -> bool:
    """Tell whether a normalised number has a form that acts have: `124-V`, `16/105-VI`, `345-НҚ`, `ҚР-ДСМ-12`."""
    return _WELL_FORMED.fullmatch(number) is not None


@lru_cache(maxsize=4096)
def read_day(text: str, lang: str) -> date | None:
    """Return the day that `text` prints, `None` where the calendar has no such day."""
    plain = level(text.strip())
    for rule in LANGUAGES[lang].days:
        match = read_by(rule, plain, lang)
        if match:
            return _day(match["year"], _month(match["month"], lang), int(match["day"]))
    return None


def day_in(text: str, lang: str) -> date | None:
    """Return the first day that `text` prints, `None` where there is none or the calendar has no such day."""
    return next((found.day for found in find_days(text, lang)), None)


def units(tokens: tuple[Token, ...], lang: str) -> tuple[Unit, ...]:
    """Return the units that neighbouring tokens name, each inside those that enclose it.

    Articles and larger units have headings: "the heading and paragraph 2 of Article 4" names that of the article.
    """
    larger_first = LANGUAGES[lang].nesting is Nesting.LARGER_FIRST
    read: list[tuple[int, tuple[Unit, ...]]] = []
    used: set[int] = set()
    for token in tokens if larger_first else tokens[::-1]:
        kind = token.meaning
        if not isinstance(kind, Kind):
            continue
        rank = _SUBSECTION_RANK if token.rule == "subsection" else _RANKS[kind]
        below = _RANKS[Kind.PARAGRAPH] if kind is Kind.HEADING else rank
        outer = next((place for place in range(len(read) - 1, -1, -1) if read[place][0] < below), None)
        parent = read[outer][1][0] if outer is not None else None
        used |= {outer} if outer is not None else set()
        read.append((rank, tuple(Unit(kind, number, parent, token.rule) for number in _numbers(token, lang))))
    named = [group for place, (_, group) in enumerate(read) if place not in used]
    return tuple(unit for group in (named if larger_first else named[::-1]) for unit in group)


def address(unit: Unit, around: str | None, known: frozenset[str]) -> str:
    """Return the eId of a unit that is named in a note standing in `around`."""
    number = unit.number or "1"
    if _is_annex(unit, around):
        return (around or "").partition("__")[0]
    if unit.kind in {Kind.LAW, Kind.PREAMBLE, Kind.CONTENTS}:
        return top(unit.kind)
    if unit.kind is Kind.HEADING:
        return _heading(unit, around, known)
    base = around.partition("__")[0] if around else None
    if unit.rule == "subsection":
        return _subsection(unit, number, around, known)
    if unit.kind in _TOP:
        annexed = f"{base}__{top(unit.kind, number)}"
        return annexed if base and base.startswith("annex") and annexed in known else top(unit.kind, number)
    section = _section_in_chapter(unit, number, around, known)
    return section or _part_of(unit, number, _container(unit, base, known), known)


def targets_listed(text: str) -> tuple[tuple[str, str], ...]:
    """Return articles and the words behind them from a list: "(Articles: 2, 4 replaced)" gives 2 and 4, "replaced"."""
    body = re.sub(r"^\(\s*\w+\s*:?\s*|\)$", "", text.strip())
    parts = (re.match(r"\s*(\d+(?:-\d+)*)\s*(.*)", part) for part in re.split(r",|;|\band\b", body))
    return tuple((match[1], match[2].strip()) for match in parts if match)


def _month(text: str, lang: str) -> int:
    if text.isdigit():
        return int(text)
    return next(place for name, place in LANGUAGES[lang].months if name.casefold() == text.casefold())


def _day(year: str, month: int, day: int) -> date | None:
    """Two figures are a year of this century, save those from 90 on: the sources begin with independence."""
    full = {4: int(year), 2: int(year) + (1900 if int(year) >= 90 else 2000)}.get(len(year))
    try:
        return date(full, month, day) if full else None
    except ValueError:
        return None


def _numbers(token: Token, lang: str) -> tuple[str | None, ...]:
    """Numbers of a token, a run "9-1 – 9-3" written out; `None` alone where it prints no number."""
    found = tuple(_written_out(_RUN.finditer(token.text)))
    return found or ordinals_of(token.text, lang) or (None,)


def _written_out(matches: Iterator[re.Match[str]]) -> Iterator[str]:
    for match in matches:
        first, last = _arabic(match[1]), match[2]
        yield first
        if last:
            yield from _run(first, last)


def _run(first: str, last: str) -> tuple[str, ...]:
    """The numbers after `first` up to `last`; no more than the end where the two count differently."""
    stem, _, low = first.rpartition("-")
    other, _, high = last.rpartition("-")
    if other != stem or not int(low) < int(high) < int(low) + 60:
        return (last,)
    return tuple(f"{stem}-{n}" if stem else str(n) for n in range(int(low) + 1, int(high) + 1))


def _arabic(text: str) -> str:
    if text[0].isdigit():
        return text
    values = [_ROMAN_VALUES[letter] for letter in text.translate(_LETTERS)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < following else value for value, following in pairs))


def _section_in_chapter(unit: Unit, number: str, around: str | None, known: frozenset[str]) -> str | None:
    """Return the address of "paragraph 1 of Chapter 2" where it is a heading («параграф») in that chapter."""
    if unit.kind is not Kind.PARAGRAPH or unit.within is None or unit.within.kind not in {Kind.CHAPTER, Kind.SECTION}:
        return None
    section = f"{address(unit.within, around, known)}__{top(Kind.SECTION, number)}"
    return section if section in known else None


def _heading(unit: Unit, around: str | None, known: frozenset[str]) -> str:
    outer = address(unit.within, around, known) if unit.within else (around or "law")
    return "law__heading" if outer in {"law", "preamble", "toc"} else f"{outer}__heading"


def _subsection(unit: Unit, number: str, around: str | None, known: frozenset[str]) -> str:
    step = top(Kind.SECTION, number)
    outer = address(unit.within, around, known) if unit.within else (around or "").partition("__")[0]
    whole = f"{outer}__{step}"
    inside = [eid for eid in known if eid.endswith(f"__{step}")]
    settled = whole in known or unit.within or outer.startswith(("chp_", "sec_", "annex_"))
    return whole if settled or len(inside) != 1 else inside[0]


def _container(unit: Unit, base: str | None, known: frozenset[str]) -> str | None:
    """The address a part stands in; chapters, sections and the law itself are in no address."""
    if unit.within and (unit.within.kind not in {Kind.LAW, Kind.SECTION, Kind.CHAPTER} or _is_annex(unit.within, base)):
        return address(unit.within, base, known)
    if base is None or unit.within or base.partition("_")[0] in {"chp", "sec", "law", "preamble", "toc"}:
        return None
    return base if unit.kind is not Kind.PARAGRAPH or not base.startswith("para") else None


def _is_annex(unit: Unit, around: str | None) -> bool:
    """Tell whether "the Rules" are the annex in which a note stands, and not the act itself."""
    return unit.rule == "whole" and around is not None and around.startswith("annex")


def _part_of(unit: Unit, number: str, container: str | None, known: frozenset[str]) -> str:
    if unit.kind is Kind.PART and number == "1":
        return container or "law"
    if unit.kind is Kind.INDENT:
        return _indent(number, container, known)
    step = top(unit.kind, number)
    whole = str(Eid(container).child(unit.kind, number)) if container else str(step)
    if whole in known:
        return whole
    inside = [eid for eid in known if eid.endswith(f"__{step}") and eid.startswith(f"{container}__")]
    return inside[0] if len(inside) == 1 else whole


def _indent(number: str, container: str | None, known: frozenset[str]) -> str:
    """The law counts the lead-in as the first indent, so its second is our `indent_1`; else it is a part."""
    if number == "1" or container is None:
        return container or "law"
    indent = f"{container}__{top(Kind.INDENT, str(int(number) - 1))}"
    part = f"{container}__{top(Kind.PART, number)}"
    return part if part in known and indent not in known else indent
