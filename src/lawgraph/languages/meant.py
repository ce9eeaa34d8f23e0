"""Days that somebody may have meant: written in another way, cut short, or such as no calendar has."""

import calendar
import re
from datetime import date
from itertools import islice

from lawgraph.languages.printed import day_in, day_typed
from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.errors import DayError

_LIKE_A_DAY = (re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})"),
               re.compile(r"(?P<day>\d{1,2})[-./](?P<month>\d{1,2})[-./](?P<year>\d{4})"),
               re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"),
               re.compile(r"(?P<year>\d{4})(?:[-./](?P<month>\d{1,2}))?"))
_LATE, _SHORTEST = re.compile(r"(?<!\d)(?:29|3\d)(?!\d)"), 28
"""A number of a day that some month lacks, and how many days every month has."""
_MOST_TRIED = 4

Numbers = tuple[int, int, int]
"""Year, month and day as they were written."""


def says_today(text: str) -> bool:
    """Tell whether a word means today in some language."""
    return text.casefold() in {spoken(code).speech.today for code in codes()}


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
