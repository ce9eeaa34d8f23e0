"""The page for what cannot be answered: what was asked, what is wrong with it, and the nearest right thing."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from lawgraph.days import parse_day
from lawgraph.errors import DayError, LawgraphError
from lawgraph.pages import paths
from lawgraph.pages.values import Head, Link
from lawgraph.voice import MONTHS, day_in_words

NOT_UNDERSTOOD, NOT_THERE = 400, 404

_LIKE_A_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class WrongPage:
    """Hold what was asked, what is wrong with it, and where to go instead; `code` is the status of HTTP."""

    head: Head
    code: int
    asked: str
    wrong: str
    nearest: Link


class Unanswerable(Exception):
    """Stop with a page that says what is wrong."""

    def __init__(self, page: WrongPage) -> None:
        super().__init__(page.wrong)
        self.page = page


def nothing_there(asked: str, wrong: str, nearest: Link) -> Unanswerable:
    """Return the stop for what does not exist."""
    return _stop(asked, wrong, nearest, NOT_THERE)


def not_held(asked: str, error: LawgraphError, nearest: Link) -> Unanswerable:
    """Return the stop for a law, language, act or provision that is not held."""
    return nothing_there(asked, f"{error.surprise[0].upper()}{error.surprise[1:]}: {error.place}.", nearest)


def read_day(text: str, asked: str, pattern: str) -> date:
    """Return the day that somebody typed; stop with the nearest day that exists, put into `pattern`."""
    try:
        return parse_day(text)
    except DayError:
        nearest = _nearest_day(text)
        if nearest is None:
            wrong = f"“{text[:_LONGEST_SHOWN]}” is not a day. Days are written like 2013-07-20."
            link = Link("To the law", pattern.partition("/on/")[0].partition("/diff/")[0])
        else:
            wrong = f"{_as_typed(text)} does not exist. Did you mean {day_in_words(nearest)}?"
            link = Link(day_in_words(nearest), pattern.format(nearest.isoformat()))
        raise _stop(asked, wrong, link, NOT_UNDERSTOOD) from None


def _stop(asked: str, wrong: str, nearest: Link, code: int) -> Unanswerable:
    title = "No such page" if code == NOT_THERE else "Not understood"
    head = Head(title, paths.HOME, (Link(title, paths.HOME),))
    return Unanswerable(WrongPage(head, code, asked[:_LONGEST_SHOWN], wrong, nearest))


def _nearest_day(text: str) -> date | None:
    match = _LIKE_A_DAY.fullmatch(text)
    if match is None or not int(match[1]):
        return None
    year, month = int(match[1]), min(max(int(match[2]), 1), 12)
    return date(year, month, min(max(int(match[3]), 1), calendar.monthrange(year, month)[1]))


def _as_typed(text: str) -> str:
    """Return a day that does not exist in words where its month exists: "30 February 2013"."""
    year, month, day = (int(part) for part in text.split("-"))
    return f"{day} {MONTHS[month - 1]} {year}" if 1 <= month <= 12 else f"“{text}”"
