"""Tell the lines of a stamp: what an annex belongs to, or by what rules are approved, above the title of either."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from lawgraph.languages.scanner import opens
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Kind
from lawgraph.parsing.doubtful import labelled_in, note_kind
from lawgraph.parsing.headings import is_approval, read_annex, read_heading
from lawgraph.parsing.numbering import read_label
from lawgraph.reading.source import Block, Marked

_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_NUMBER = re.compile(r"(?:№|\bN[o\u043e]?\b\.?)\s*[0-9]")
_TITLE_OR_NUMBER = re.compile(r"(?:№|N[o\u043e]?\b)(?=.*[0-9_])|[«\"“][^»\"”]*[»\"”]?$")
_SIGNED_BY = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2}")
_NAME = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?")
_LONGEST = 6
_LINES_OF_SIGNATURE = 5
_MOST_NOTES = 4
_LONGEST_LINE = 90
_LONGEST_TITLE = 250
_ENDS = ".;:"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Hold the number of the annex that a stamp opens, its words, and how many lines follow its first one."""

    number: str
    text: str
    further: int


def read_stamp(blocks: Sequence[Block], place: int, lang: str) -> Stamp | None:
    """Return the stamp whose lines only together open an annex, as where the number of the annex ends it."""
    first = _set_in(blocks, place)
    if first.after_cell and is_approval(first.text, lang):
        return Stamp("", first.text, 0)  # what stands below its cell is its title
    if _names_whole_act(first.text) and is_approval(first.text, lang):
        return None  # it is one line, and no other goes on with it
    if not first.after_cell and (first.text[0].islower() or not _is_short(first)):
        return None
    goes_on = _goes_on if first.after_cell else _is_below
    told = first.text
    for further, (above, block) in enumerate(pairwise(blocks[place:place + _LONGEST]), 1):
        if above.row or above.text[-1] in _ENDS or read_label(block.text) or not goes_on(above, block):
            return None
        told = f"{told} {block.text}"
        number = read_annex(told, lang)
        if number is not None or is_approval(told, lang):
            below = blocks[place + further + 1:place + further + 2]
            named = block.line == above.line + 1 and read_annex(block.text, lang) is not None  # "Rules / Annex 1"
            titled = first.after_cell or _names_whole_act(told) or any(
                each.margin or (named and is_title(each)) for each in below)
            return Stamp(number or "", told, further) if titled else None
    return None


def is_whole_stamp(blocks: Sequence[Block], place: int, lang: str) -> bool:
    """Tell whether one line in the body is the stamp of further rules: it names its act; title and beginning follow."""
    title, first = blocks[place + 1:place + 2], blocks[place + 2:place + 3]
    label = read_label(first[0].text) if first else None
    begins = bool(first) and (label is not None or read_heading(first[0].text, lang) is not None)
    return _names_whole_act(blocks[place].text) and begins and all(is_title(each) for each in title)


def _set_in(blocks: Sequence[Block], place: int) -> Block:
    """Return the first line of a stamp, as if it were set in where a line right below it stands at the margin too."""
    first, below = blocks[place], blocks[place + 1:place + 2]
    return replace(first, margin=False) if any(_goes_on(first, each) and each.margin for each in below) else first


def _is_short(block: Block) -> bool:
    """Tell whether a line can be one of a stamp that stands in no cell: no sentence, no heading, nobody's name."""
    apart = block.margin or block.after_cell or block.row or block.tabular or block.marked
    ends = len(block.text) > _LONGEST_LINE or block.text[-1] in f"{_ENDS},"
    return not (apart or ends or _SIGNED_BY.match(block.text))


def _is_below(above: Block, block: Block) -> bool:
    """Tell whether a line goes on with a stamp, whose first line alone may be set in."""
    return _is_short(block) or (_goes_on(above, block) and _is_short(replace(block, margin=False)))


def _goes_on(above: Block, block: Block) -> bool:
    """Tell whether a line stands right below another one, in its cell where there are cells."""
    if block.after_cell:
        return above.after_cell and block.line - above.line <= 1
    return block.margin and block.line == above.line + 1


def in_one_cell(above: Block, block: Block) -> bool:
    """Tell whether a line goes on in the cell in which an annex names what it belongs to."""
    return block.after_cell and above.after_cell and block.text[-1] not in _ENDS and not read_label(block.text)


def names_act(blocks: Sequence[Block], place: int, lang: str) -> bool:
    """Tell whether lines from here on name the act that an annex belongs to, up to its title or number.

    Below its day and number nothing but its title can go on with a stamp.
    """
    numbered = None
    for block in blocks[place:place + (1 if _is_named_above(blocks, place) else _LONGEST)]:
        another = read_annex(block.text, lang) is not None or block.row or block.tabular
        if another or block.text[-1] in _ENDS or read_label(block.text):
            return False
        if _TITLE_OR_NUMBER.match(block.text) or (_YEAR.search(block.text) and _NUMBER.search(block.text)):
            return True
        if numbered and block.text[0].islower() and _YEAR.search(block.text):
            return True  # its number in one line, its day in another: "Order No. 5 of the Minister / dated 1 May 2018"
        numbered = numbered or _NUMBER.search(block.text)
    return False


def _is_named_above(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether the line above, with the one right above that where it needs it, gives the day and number of an act.

    What ends like a sentence is no line of a stamp: a note may stand there.
    """
    above = list(takewhile(lambda each: each.text[-1] not in _ENDS, reversed(blocks[max(place - 2, 0):place])))
    if len(above) == 2 and above[0].line - above[1].line > 1:
        above.pop()
    told = " ".join(each.text for each in reversed(above))
    year = _YEAR.search(told)
    return year is not None and _NUMBER.search(told, year.end()) is not None


def is_title(block: Block) -> bool:
    """Tell whether a line that no sign makes a heading can be the title of an annex: short, and no sentence.

    It begins large, or with a year, as that of a budget in Kazakh does.
    """
    begins = block.text[0].isupper() or _YEAR.match(block.text) is not None
    return begins and not (block.row or block.tabular or block.after_cell or len(block.text) > _LONGEST_TITLE
                           or block.text[-1] in f"{_ENDS}," or is_to_fill_in(block.text))


def is_to_fill_in(text: str) -> bool:
    """Tell whether a line of a form leaves room to write into: "To _______"."""
    return "___" in text


def opens_list(blocks: Sequence[Block], place: int, lang: str) -> bool:
    """Tell whether a heading that numbers nothing stands above a list that counts from one, notes aside."""
    below = (each for each in blocks[place + 1:place + _MOST_NOTES] if each.marked is not Marked.NOTE
             and note_kind(each.text, labelled_in(each.text, lang), None) is None)
    label = next((read_label(each.text) for each in below), None)
    first = label is not None and label.kind is Kind.PARAGRAPH and label.numbers == ("1",)
    return first and blocks[place].margin and is_title(blocks[place]) and not blocks[place].text[0].isdigit()


def _names_whole_act(text: str) -> bool:
    """Tell whether a line that is no sentence names an act with its day and number: a stamp of itself."""
    return text[-1] not in f"{_ENDS}," and _YEAR.search(text) is not None and _NUMBER.search(text) is not None


def is_name(text: str) -> bool:
    """Tell whether a line is nothing but the name of who signs: "A. Invented"."""
    return _NAME.fullmatch(text) is not None


def last_of_signature(blocks: Sequence[Block], place: int) -> int:
    """Return the last of the lines in a row that may be of one signature: office, state, name."""
    following = range(place + 1, min(place + _LINES_OF_SIGNATURE, len(blocks)))
    others = (at for at in following if blocks[at].margin or blocks[at].tabular or blocks[at].text[-1] in ".;:,")
    return next(others, following.stop) - 1


def ends_signature(blocks: Sequence[Block], place: int, lang: str) -> bool:
    """Tell whether a line right below the cell of who signed is a title, and not the rest of an office or a name."""
    text, below = blocks[place].text, blocks[place + 1:place + 2]
    return (text[0].isupper() and opens(spoken(lang).layout.signer, text) is None and not is_name(text)
            and not any(each.after_cell for each in below))
