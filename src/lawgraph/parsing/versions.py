"""Texts that give two versions of their words: side by side, one below the other, in brackets, parted by a stroke.

Which of them stood on what day, nobody is told.
"""

import re
from difflib import SequenceMatcher

from lawgraph.languages.scanner import bracketed, day_finder, found, level, opens, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.law.document import Provision
from lawgraph.law.eid import Kind

_FRAME = " ()[]<>*_.;-–—"
_SETTING_APART = (":", "–", "—", "-")
_ADDED = re.compile(r"^\+\s?[^\W\d_]", re.MULTILINE)
_SIGN_OF_PAGE = re.compile("[\u2190-\u21ff\u2600-\u27bf\U0001f000-\U0001faff]"
                           r"|^(?::::|!!!|\?\?\?|- \[[ xX]\]\s)|\[\["
                           r"|\{[^{}|]{1,60}\|[^{}]{1,60}\}|\b(?:TODO|FIXME)\b|\(\?\)|\[sic\b"
                           r"|\[-[^\[\]]{1,200}-\]|\{\+[^{}]{1,200}\+\}|\{[^\W\d_]{3,}[^{}]{0,60}\}|/\*"
                           r"|\s//\s|(?m:^(?:[<>%;]|//|#)\s)|=>|[\ufffd\u25a0]|\?\?\?|\s\|\s|[.;!]\s/\s"
                           r"|<[^\W\d_]{2,20}>|\[object\s\w{1,20}\]|#[^\W\d_]{2,12}[!?]|\b(?:null|undefined|NaN)\b"
                           r"|[\u00d0\u00d1][\u0080-\u00bf]|(?<!\S)[\[<(]?(?:\u2026|\.\.\.)[\])>]?\s\w")
"""Signs that programs and editors put into a text and no law has, and gaps; forms in annexes have boxes and gaps."""

_EITHER = re.compile(r"(?<![\w/])([^\W\d_]{3,20})/([^\W\d_]{3,20})(?![\w/])")
_SET_APART = re.compile(r"(?:\s[^\W\d_]{1,5}\.?)?[\s,]{0,2}[–—:-]\s\D{3,40}")
_WORD = re.compile(r"\w+")
_ENDS = (".", ";", "!")
_SHORT, _MOST_COMPARED = 8, 60
_HALF, _MORE_THAN_TWO_THIRDS, _MOSTLY = 0.5, 0.7, 0.8


def two_versions(each: Provision, lang: str) -> bool:
    """Tell whether a heading or text holds more than one version of its words."""
    return _sets_side_by_side(each, lang) or _quotes_earlier(each, lang)


def _sets_side_by_side(each: Provision, lang: str) -> bool:
    """Tell whether versions of a text stand side by side, as in a table with two heads, or below one another."""
    lines = (each.text or "").split("\n")
    heads = ([cell.strip(_FRAME) for cell in line.split("\t")] for line in lines if "\t" in line)
    compared = plain_pattern(spoken(lang).layout.compared)
    signs = each.eid.outermost.kind is not Kind.ANNEX and any(
        _SIGN_OF_PAGE.search(words or "") for words in (each.heading, each.text))
    paired = [line.split("\t") for line in lines if line.count("\t") == 1]
    alone = each.eid.outermost.kind is not Kind.ANNEX and len(lines) == 1
    rows = alone and any(_are_alike(one, other, _HALF) for one, other in paired)
    return signs or rows or _ADDED.search(each.text or "") is not None or any(
        sum(compared.fullmatch(cell) is not None for cell in cells) > 1 for cells in heads)


def _quotes_earlier(each: Provision, lang: str) -> bool:
    """Tell whether brackets in a heading or text give the words of before: "is poured (previously: burnt)"."""
    layout = spoken(lang).layout
    parts = tuple(part for words in (each.heading, each.text) for part in bracketed(words or ""))
    told = (opens(layout.earlier, part) for part in parts)
    return any(match is not None and match[0].rstrip().endswith(_SETTING_APART) for match in told) or any(
        plain_pattern(layout.instead).fullmatch(part.strip(_FRAME)) or _sets_words_of_a_day(part, lang)
        for part in parts) or any(_is_either(match, lang) for match in _EITHER.finditer(each.text or ""))


def _sets_words_of_a_day(part: str, lang: str) -> bool:
    """Tell whether brackets give other words of a day: "(from 1 July 2025 – is burnt)"; figures are those of a rate."""
    plain = level(part)
    day = day_finder(lang).search(plain)
    return day is not None and _SET_APART.fullmatch(plain, day.end()) is not None


def _is_either(match: re.Match[str], lang: str) -> bool:
    """Tell whether a stroke stands between two verbs: "pours/burns"."""
    says = spoken(lang).clauses.says
    return all(found(says, f"x {word}") is not None for word in match.groups())


def alike(above: Provision, each: Provision) -> bool:
    """Tell whether two paragraphs without a number, one below the other, may be two wordings of one.

    They say most of it in the same words, of the same thing, and both are whole sentences.
    """
    listed = each.eid.outermost.kind is Kind.ANNEX or each.kind is not Kind.ALINEA
    near = above.eid == each.eid.parent or (above.kind is Kind.ALINEA and above.eid.parent == each.eid.parent)
    return near and not listed and _are_alike(above.text or "", each.text or "", _MORE_THAN_TWO_THIRDS)


def _are_alike(one: str, other: str, least: float) -> bool:
    """Tell whether two sentences share most of their words, short ones at least such a part."""
    if one == other or not (one.endswith(_ENDS) and other.endswith(_ENDS)):
        return False
    mine, theirs = (_WORD.findall(text.casefold()) for text in (one, other))
    most = max(len(mine), len(theirs))
    if min(len(mine), len(theirs)) < 2 or most > _MOST_COMPARED or mine[0] != theirs[0]:
        return False
    same = sum(block.size for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks())
    return same >= (least if most <= _SHORT else _MOSTLY) * most
