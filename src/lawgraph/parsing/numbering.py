"""Read the number that opens a paragraph, a point or a subpoint.

A number may lack its space ("2)immediate"), carry one too many ("4 ) …") or stand in a pair on one line, when both
points are excluded ("3), 4) are excluded", «5) и 6) исключены»). "30 calendar days" and "12.05.2014" are no numbers.
"""

import re
from dataclasses import dataclass
from functools import cache

from lawgraph.languages.letters import SUPERSCRIPTS, Count, between, count, follows, inserted, written_out
from lawgraph.languages.scanner import opens
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Kind

_DASHES = str.maketrans("–‑", "--")
_NUMBER = rf"[0-9]{{1,4}}(?:[-–‑][0-9]{{1,3}}){{0,4}}[{SUPERSCRIPTS}]{{0,3}}"
_HYPHENED = r"[0-9]{1,3}(?:[-‑][0-9]{1,3}){0,4}"
_DAY = r"(?:[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2})"
_CELLS = re.compile(r"[^\S\t]{0,9}\t[^\t]{0,300}\t")
_LABEL = re.compile(rf"(?P<star>\*\s*)?(?P<number>{_NUMBER})\s?(?P<mark>\)|\.(?:(?!\s?[0-9])|(?=\s{_DAY}\s)))\s*")
_BARE = re.compile(rf"(?P<number>{_NUMBER})[^\S\t]+(?=[\w«“\"(])")
_BEFORE_NUMBER = re.compile(rf"(?P<number>{_NUMBER})\.[^\S\t]+(?=[0-9]+(?![0-9]*\.[0-9]|[0-9]*[.)]\s))")
_LEVELS = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s+(?=[^\W\d_])")
_TWO_NUMBERS = re.compile(r"[0-9]{1,3}(?:-[0-9]{1,3}){0,4}\s?[.)]\s{1,3}[0-9]{1,3}(?:-[0-9]{1,3}){0,4}\s?[.)](?:\s|$)")
_LETTER = re.compile(r"(?P<letter>[^\W\d_])\)\s*")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUNS = {"–", "—", "-"}


@dataclass(frozen=True, slots=True)
class Label:
    """Hold the number or numbers that open a line; `offset` is where the rest of the line begins."""

    kind: Kind
    numbers: tuple[str, ...]
    offset: int

    @property
    def count(self) -> Count:
        """The first number, for comparison."""
        return count(self.numbers[0])


def read_label(text: str) -> Label | None:
    """label = ["*"] number ("." / ")") *(joint number ("." / ")"))"""
    match = _LABEL.match(text)
    if match is None or numbers_row(text):
        return None
    kind = Kind.POINT if match["mark"] == ")" else Kind.PARAGRAPH
    return Label(kind, (_plain(match["number"]),), match.end())


def numbers_row(text: str) -> bool:
    """Tell whether the number that opens a line is that of a row, alone in its cell, with two cells behind it."""
    match = _LABEL.match(text)
    return match is not None and _CELLS.match(text, match.end("mark")) is not None


def read_further(text: str, label: Label, lang: str) -> Label | None:
    """Return the label with all the numbers of its line, `None` where the line has only the one."""
    steps, offset = [(False, label.numbers[0])], label.offset
    while match := _further(lang).match(text, offset):
        steps.append((_is_run(match["joint"], lang), _plain(match["number"])))
        offset = match.end()
    return Label(label.kind, written_out(steps), offset) if len(steps) > 1 else None


def read_listed(text: str, lang: str) -> Label | None:
    """Return the label of a line whose numbers share one mark: "7, 8. Excluded …", «7, 8-тармақтар алып тасталды …»."""
    match = _listed(lang).match(text)
    if match is None:
        return None
    steps = [(_is_run(step["joint"], lang), _plain(step["number"]))
             for step in _listed_step(lang).finditer(match["numbers"])]
    marked = (kind for pattern, kind in spoken(lang).layout.plural_marks if opens(pattern + "$", match["mark"] + " "))
    kind = Kind.POINT if match["mark"] == ")" else next(marked, Kind.PARAGRAPH)
    return Label(kind, written_out(steps), match.end())


def read_run(label: Label, before: Count) -> Label | None:
    """Return "4-6." as 4, 5 and 6 where number 4 is due and 4-6 is not; `None` where it is one number."""
    here = label.count
    if len(here) != 2 or here[0] >= here[1] or follows(before, here) or not follows(before, here[:1]):
        return None
    first, last = str(here[0]), str(here[1])
    return Label(label.kind, (first, *between(first, last), last), label.offset)


def _plain(printed: str) -> str:
    whole = inserted(printed.translate(_DASHES), (), ()) or printed.translate(_DASHES)
    return "-".join(str(int(part)) for part in whole.split("-"))


def read_letter(text: str, lang: str) -> tuple[Label, ...]:
    """Return the labels that a lettered subpoint may have, "b)" as number 2; Kazakh lists go а, ә, б or а, б, в.

    Treaties letter them a, b, c in any language.
    """
    match = _LETTER.match(text)
    if match is None:
        return ()
    layout, printed = spoken(lang).layout, match["letter"]
    letter = printed.translate(str.maketrans(*layout.lookalikes))
    places = (*(alphabet.find(letter) for alphabet in layout.alphabets), _LATIN.find(printed))
    return tuple(Label(Kind.SUBPOINT, (str(place + 1),), match.end()) for place in places if place >= 0)


@cache
def _further(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<joint>,|;|–|-|—|(?:{_words(lang)})\s)\s*(?P<number>{_NUMBER})\s?(?P<mark>[).])\s*")


@cache
def _listed(lang: str) -> re.Pattern[str]:
    """A long dash stands inside numbers, as in "7–1, 8–1.", or between them, never both: each would double the time."""
    marks = "".join(f"|{pattern}" for pattern, _ in spoken(lang).layout.plural_marks)
    either = "|".join(rf"(?>{number}(?:{_joint(lang)}{number}){{1,30}})" for number in (_NUMBER, _HYPHENED))
    return re.compile(rf"(?P<numbers>{either})\s?(?P<mark>\)|\.(?!\s?[0-9]){marks})\s*")


@cache
def _listed_step(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<joint>{_joint(lang)})?(?P<number>{_NUMBER})")


def _joint(lang: str) -> str:
    return rf"(?:\s?,\s?|\s?[–—]\s?|\s-\s|\s(?:{_words(lang)})\s)"


def _words(lang: str) -> str:
    words = spoken(lang).words
    return "|".join(each for each in (words.joint, words.through) if each)


def _is_run(joint: str | None, lang: str) -> bool:
    told = (joint or "").strip()
    return told in _RUNS or (bool(told) and told in spoken(lang).words.through.split("|"))


def has_levels(text: str) -> bool:
    """Tell whether a line begins with a number such as "1.1." before a word with a capital, or with two as "2. 1)"."""
    match = _LEVELS.match(text)
    return (match is not None and text[match.end()].isupper()) or _TWO_NUMBERS.match(text) is not None


def read_bare(text: str, kind: Kind) -> Label | None:
    """Return the label of a line whose number lacks its mark, as in "1 perform"; whether it is one, the list tells."""
    match = _BARE.match(text)
    return Label(kind, (_plain(match["number"]),), match.end()) if match else None


def read_before_number(text: str) -> Label | None:
    """Return the label of a line whose wording begins with a number ("2. 30 days"); the list tells if it is one."""
    match = _BEFORE_NUMBER.match(text)
    return Label(Kind.PARAGRAPH, (_plain(match["number"]),), match.end()) if match else None


def leads_on(label: Label, upcoming: Label | None, kind: Kind) -> bool:
    """Tell whether the next number of the unit is of this kind and follows."""
    return upcoming is not None and upcoming.kind is kind and follows(label.count, upcoming.count)
