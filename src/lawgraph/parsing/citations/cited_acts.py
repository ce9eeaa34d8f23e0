"""Read the names of acts inside a wording, by the rules of its language.

An act is cited by number and day ("Law … dated 3 June 2009 No. 166-IV"), by title ("Law … “On honey and wax”"), or by a
name of its own: the Constitution and the codes, which some languages inflect. "The Laws of the Republic" cites none. A
number is the surest name, then a name of its own, then a title.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import close_set, level
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import QUOTED, ActRule
from lawgraph.law.authors import Act

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
