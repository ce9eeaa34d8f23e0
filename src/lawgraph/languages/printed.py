"""Days and numbers of acts as sources print them.

Days come as 03.07.2013, 2013.10.08, 02.04.18, 06/21/2007, "7th October 1994" or «2025 жылғы 20 қарашадағы»; numbers as
`461IV`, `22 -V`, `N 248(`, `292-VІ` with a Cyrillic letter. A day that no calendar has is found, without a value; at the
end of the module is told which day somebody may have meant who wrote it so, in another way, or cut short.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from lawgraph.languages.scanner import NUMBER, day_finder, found, level, read_by
from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.days import parse_day
from lawgraph.law.errors import DayError

_LETTERS = str.maketrans("ІХ", "IX")
_CONVOCATION = re.compile(r"(\d++(?:[/-]\d++)?)\s*+[-–]?\s*+([IVXІХ]+)((?:-?\d+)?)(?:\s+\w+)?")
_LETTER = "[A-ZА-ЯІҚӨҮҰҒ]"
_WELL_FORMED = re.compile(
    rf"(?:{_LETTER}{{1,4}}[-/])*\d++(?:[-/]\d++)*+(?:-?(?:[IVX]+|{_LETTER}{{1,3}}|[қө]{{1,2}}))?(?:[-/.]\d+)*")
_SIGN = re.compile(r"^(?:№|Nos?\b\.?|N)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?!(?<=\w)\w)" + NUMBER + r"(?!(?<=\w)\w)", re.IGNORECASE)

_STROKES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_OF_A_LAW = re.compile(r"(?<!\w)(?:№\s*)?\d{1,5}\s?-\s?[IVXІХ]{1,6}(?:\s(?:ZRK|ЗРК|ҚРЗ))?(?!\w)", re.IGNORECASE)
_LIKE_A_DAY = (re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})"),
               re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4})"),
               re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"),
               re.compile(r"(?P<year>\d{4})(?:[-./](?P<month>\d{1,2}))?"))
_LATE, _SHORTEST = re.compile(r"(?<!\d)(?:29|3\d)(?!\d)"), 28
"""A number of a day that some month lacks, and how many days every month has."""

_MOST_TRIED = 4
Numbers = tuple[int, int, int]
"""Year, month and day as they were written."""


@dataclass(frozen=True, slots=True)
class FoundDay:
    """Hold a day as printed; `day` is `None` where the calendar has no such day, or strokes leave two to choose from."""

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


def find_days(text: str, lang: str) -> tuple[FoundDay, ...]:
    """Return the days that a text prints, in order."""
    return tuple(FoundDay(match.start(), match.end(), text[match.start():match.end()],
                          None if _turned(match[0], lang) else read_day(match[0], lang))
                 for match in day_finder(lang).finditer(level(text)))


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of acts that a text prints, in order."""
    return tuple(FoundNumber(match.start(), match.end(), text[match.start():match.end()], read_number(match[0]))
                 for match in _NUMBER.finditer(level(text)))


def find_law_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Return the numbers of laws that a text names, with a convocation: "124-V ЗРК" in any case."""
    return tuple(FoundNumber(match.start(), match.end(), match[0], read_number(match[0].upper()))
                 for match in _OF_A_LAW.finditer(level(text)))


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
    """Return the day that `text` prints, `None` where the calendar has no such day; of two, 03/04/2018, the earlier."""
    days = [day for day in (_read(text, lang), _turned(text, lang)) if day]
    return min(days, default=None)


def _turned(text: str, lang: str) -> date | None:
    """Return the other day that figures with strokes may mean, day or month first."""
    match = _STROKES.fullmatch(text.strip())
    if match is None or match[1] == match[2]:
        return None
    other = _read(f"{match[2]}/{match[1]}/{match[3]}", lang)
    return other if other != _read(text, lang) else None


def _read(text: str, lang: str) -> date | None:
    plain = level(text.strip())
    for rule in spoken(lang).notes.days:
        match = read_by(rule, plain, lang)
        if match:
            return _day(match["year"], _month(match["month"], lang), int(match["day"]))
    return None


def day_in(text: str, lang: str) -> date | None:
    """Return the first day that `text` prints, `None` where there is none or the calendar has no such day."""
    return next((found.day for found in find_days(text, lang)), None)


def day_typed(text: str) -> date:
    """Return the day that somebody typed: 2013-07-20, 20.07.2013, 20 July 2013 in any language; raise `DayError`.

    The year has four figures. Figures parted by strokes are refused: some put the month first.
    """
    try:
        return parse_day(text)
    except DayError:
        days = {day for lang in codes() if (day := read_day(text, lang)) and str(day.year) in text and "/" not in text}
        if len(days) != 1:
            raise
        return days.pop()


def end_in(text: str, lang: str) -> date | None:
    """Return the first day on which a period has ended: «до 01.01.2018» is that day, «по 31.12.2017» lasts through its."""
    day = next((found.day for found in reversed(tuple(find_days(text, lang)))), None)
    if day is None:
        return None
    inclusive = found(spoken(lang).words.inclusive, text) is not None
    return day + timedelta(days=1) if inclusive else day


def _month(text: str, lang: str) -> int:
    if text.isdigit():
        return int(text)
    return next(place for name, place in spoken(lang).words.months if name.casefold() == text.casefold())


def _day(year: str, month: int, day: int) -> date | None:
    """Two figures are a year of this century, save those from 90 on: the sources begin with independence."""
    full = {4: int(year), 2: int(year) + (1900 if int(year) >= 90 else 2000)}.get(len(year))
    try:
        return date(full, month, day) if full else None
    except ValueError:
        return None


def numbers_meant(text: str) -> Numbers | None:
    """Return year, month and day of what looks like a day or like its beginning, in figures or in words."""
    match = next(filter(None, (each.fullmatch(text) for each in _LIKE_A_DAY)), None)
    if match and int(match["year"]):
        told = match.groupdict()
        return int(told["year"]), int(told["month"] or 1), int(told.get("day") or 1)
    meant = day_meant(text)
    try:
        day = meant[1] if meant else day_typed(text)
    except DayError:
        return None
    return day.year, day.month, day.day


def day_meant(text: str) -> tuple[str, date] | None:
    """Return a text in which a day that its month does not have is the last one of that month, and that day."""
    for match in islice(_LATE.finditer(text), _MOST_TRIED):
        for number in range(int(match[0]) - 1, _SHORTEST - 1, -1):
            told = f"{text[:match.start()]}{number}{text[match.end():]}"
            found = {day for lang in codes() if (day := day_in(told, lang)) and day.day == number}
            if len(found) == 1:
                return told, found.pop()
    return None


def nearest_day(numbers: Numbers) -> date:
    """Return the day that exists and is nearest to what was written."""
    year, month, day = numbers
    month = min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))
