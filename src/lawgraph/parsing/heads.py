"""Find the head of an act among its first lines: its title, and the line with its kind, day and number.

Acts without a number have a line with their kind and day alone, the Constitution one with the day of the referendum.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from lawgraph.languages.letters import closed_up
from lawgraph.languages.scanner import day_finder, level, opens, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.parsing.contents import FRONT
from lawgraph.parsing.doubtful import is_imprint, note_kind
from lawgraph.parsing.headings import Heading, may_be_title, names_kind
from lawgraph.parsing.numbering import read_label
from lawgraph.reading.source import Block, Marked

_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_NUMBER = re.compile(r"(?:№|\bN[o\u043e]?\b\.?)\s*[0-9]")
_BRACKETS = ("(", "[")
_LONGEST_TITLE = 12
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class ActHead:
    """Hold the places of the lines of the title, of the requisite, and of what stands above them and is neither."""

    titles: tuple[int, ...]
    requisite: int | None
    aside: tuple[int, ...]


def head_of(blocks: Sequence[Block], headings: Sequence[Heading | None], contents: range, lang: str) -> ActHead:
    """Return the head of an act: the line with day and number below the title, and what stands above it."""
    above = [place for place in range(min(len(blocks), len(contents) + FRONT)) if place not in contents]
    unit = next((place for place in above if headings[place]), len(blocks))
    front = [place for place in above if place < unit and read_label(blocks[place].text) is None
             and blocks[place].marked is not Marked.NOTE]
    told = [place for place in front if _YEAR.search(blocks[place].text)
            and note_kind(blocks[place].text, lang, None) is None
            and not blocks[place].text.startswith(_BRACKETS)  # where it was printed: (Bulletin, 2018, No. 8, art. 46)
            and not is_imprint(blocks[place].text, lang)]
    found = ([place for place in told if _NUMBER.search(blocks[place].text)]
             or [place for place in told if has_no_number(blocks[place].text, lang)])
    of_act = spoken(lang).layout.of_act
    opening = [place for place in found if not blocks[place].marked and (
        opens(of_act, closed_up(blocks[place].text)) or has_no_number(blocks[place].text, lang))]
    begin = front[0] if front else 0
    below = [place for place in found if place > begin and blocks[place].margin] or opening
    bare = not below and front and front[0] == 0 and names_kind(blocks[0].text, lang)
    requisite = 0 if bare else below[0] if below else None
    last = requisite if requisite is not None else begin + 1
    heads = [place for place in front[:_LONGEST_TITLE] if place < last and not blocks[place].text.endswith(":")
             and (blocks[place].margin or (place == begin and requisite is not None))
             and note_kind(blocks[place].text, lang, None) is None]
    if requisite is not None and requisite == begin:  # an archive may print the title below the line with the number
        heads = [place for place in front[1:2] if may_be_title(blocks[place].text, lang)]
        heads += takewhile(lambda place: bool(heads) and blocks[place].text[0].islower(), front[2:])
    # A line of the body above those at the margin is no part of the title: it says something of the page.
    aside = heads[:1] if len(heads) > 1 and heads[0] == begin and not blocks[begin].margin else []
    return ActHead(tuple(place for place in heads if place not in aside), requisite, tuple(aside))


def has_no_number(text: str, lang: str) -> bool:
    """Tell whether a line is nothing but kind, issuer and day of an act, or tells of the vote that adopted it."""
    if len(text) > _LONGEST_LINE:
        return False
    without, days = day_finder(lang).subn(" ", level(text))
    plain = " ".join(without.split()).strip(". ")
    return days == 1 and plain_pattern(spoken(lang).layout.unnumbered).fullmatch(plain) is not None
