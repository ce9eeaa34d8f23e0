"""Read the number that opens a paragraph, a point or a subpoint, and tell gaps in the numbering.

A number may lack its space ("2)immediate"), carry one too many ("4 ) …") or stand in a pair on one line, when both
points are excluded ("3), 4) are excluded", «5) и 6) исключены»). "30 calendar days" and "12.05.2014" are no numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawgraph.eid import Eid
from lawgraph.model import Finding, Kind, Provision, Severity

_DASHES = str.maketrans("–‑", "--")
_NUMBER = r"[0-9]{1,3}(?:[-–‑][0-9]{1,3})*"
_DAY = r"(?:[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2})"
_LABEL = re.compile(rf"(?P<star>\*\s*)?(?P<number>{_NUMBER})\s?(?P<mark>\)|\.(?:(?!\s?[0-9])|(?=\s{_DAY}\s)))\s*")
_MORE = re.compile(rf"(?P<joint>,|;|–|-|—|(?:and|и|және|мен|to|по)\s)\s*(?P<number>{_NUMBER})\s?(?P<mark>[).])\s*")
_BARE = re.compile(rf"(?P<number>{_NUMBER})[^\S\t]+(?=\S)")
_LEVELS = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?\s+(?=[^\W\d_])")
_LETTER = re.compile(r"(?P<letter>[a-zа-яәғқңөұүһі])\)\s*")
_LISTED_JOINT = r"(?:\s?,\s?|\s?[–—]\s?|\s-\s|\s(?:and|и|және|мен|to|по)\s)"
_LISTED = re.compile(rf"(?P<numbers>{_NUMBER}(?:{_LISTED_JOINT}{_NUMBER}){{1,30}})\s?"
                     r"(?P<mark>\)|\.(?!\s?[0-9])|-?\s?(?i:тармақ(?:ша)?[лт]ар)(?=\s))\s*")
_LISTED_STEP = re.compile(rf"(?P<joint>{_LISTED_JOINT})?(?P<number>{_NUMBER})")
_RUNS = {"–", "—", "-", "to", "по"}
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_ALPHABETS = {"eng": ("abcdefghijklmnopqrstuvwxyz",), "rus": (_RUSSIAN,),
              "kaz": ("аәбвгғдежзиклмнопрстуфхцчшщэюя", _RUSSIAN)}
_TO_LATIN = str.maketrans("асеорху", "aceopxy")
_TO_CYRILLIC = str.maketrans("aceopxy", "асеорху")
_LONGEST_RANGE = 60

Count = tuple[int, ...]


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


def count(number: str) -> Count:
    """Return "4-1" as (4, 1)."""
    return tuple(int(part) for part in number.split("-"))


def follows(earlier: Count, later: Count) -> bool:
    """Tell whether a number can stand right after another: 5 or 4-1 after 4, 4-2 or 5 after 4-1."""
    if len(later) == len(earlier) + 1 and later[:-1] == earlier:
        return later[-1] == 1
    shared = earlier[: len(later)]
    return len(later) <= len(earlier) and later[:-1] == shared[:-1] and later[-1] == shared[-1] + 1


def read_label(text: str) -> Label | None:
    """label = ["*"] number ("." / ")") *(joint number ("." / ")"))"""
    match = _LABEL.match(text)
    if match is None:
        return None
    kind = Kind.POINT if match["mark"] == ")" else Kind.PARAGRAPH
    return Label(kind, (_plain(match["number"]),), match.end())


def read_further(text: str, label: Label) -> Label | None:
    """Return the label with all the numbers of its line, `None` where the line has only the one."""
    numbers, offset = list(label.numbers), label.offset
    while match := _MORE.match(text, offset):
        number = _plain(match["number"])
        if match["joint"] in "–-—":
            numbers += _between(numbers[-1], number)
        numbers.append(number)
        offset = match.end()
    return Label(label.kind, tuple(dict.fromkeys(numbers)), offset) if len(numbers) > 1 else None


def read_listed(text: str) -> Label | None:
    """Return the label of a line whose numbers share one mark: "7, 8. Excluded …", «7, 8-тармақтар алып тасталды …»."""
    match = _LISTED.match(text)
    if match is None:
        return None
    numbers: list[str] = []
    for step in _LISTED_STEP.finditer(match["numbers"]):
        number = _plain(step["number"])
        if numbers and (step["joint"] or "").strip() in _RUNS:
            numbers += _between(numbers[-1], number)
        numbers.append(number)
    kind = Kind.POINT if match["mark"] == ")" or "тармақша" in match["mark"].lower() else Kind.PARAGRAPH
    return Label(kind, tuple(dict.fromkeys(numbers)), match.end())


def read_run(label: Label, before: Count) -> Label | None:
    """Return "4-6." as 4, 5 and 6 where number 4 is due and 4-6 is not; `None` where it is one number."""
    here = label.count
    if len(here) != 2 or here[0] >= here[1] or follows(before, here) or not follows(before, here[:1]):
        return None
    first, last = str(here[0]), str(here[1])
    return Label(label.kind, (first, *_between(first, last), last), label.offset)


def _plain(printed: str) -> str:
    return "-".join(str(int(part)) for part in printed.translate(_DASHES).split("-"))


def _between(first: str, last: str) -> list[str]:
    if "-" in first + last or int(last) - int(first) > _LONGEST_RANGE:
        return []
    return [str(number) for number in range(int(first) + 1, int(last))]


def read_letter(text: str, lang: str) -> tuple[Label, ...]:
    """Return the labels that a lettered subpoint may have, "b)" as number 2; Kazakh lists go а, ә, б or а, б, в."""
    match = _LETTER.match(text)
    if match is None:
        return ()
    letter = match["letter"].translate(_TO_LATIN if lang == "eng" else _TO_CYRILLIC)
    places = (alphabet.find(letter) for alphabet in _ALPHABETS[lang])
    return tuple(Label(Kind.SUBPOINT, (str(place + 1),), match.end()) for place in places if place >= 0)


def has_levels(text: str) -> bool:
    """Tell whether a line begins with a number such as "1.1." or "2.1.3" and then a word with a capital."""
    match = _LEVELS.match(text)
    return match is not None and text[match.end()].isupper()


def read_bare(text: str, kind: Kind) -> Label | None:
    """Return the label of a line whose number lacks its mark, as in "1 perform"; whether it is one, the list tells."""
    match = _BARE.match(text)
    return Label(kind, (_plain(match["number"]),), match.end()) if match else None


def gaps(provisions: Sequence[Provision]) -> Iterator[Finding]:
    """Report each number that does not follow the one before it in its list."""
    before: dict[tuple[str, Kind], Count] = {}
    for each in provisions:
        number = Eid(each.eid).number
        if each.number is None or not number:
            continue
        key = (each.eid.rpartition("__")[0], each.kind)
        earlier, here = before.get(key, (0,)), count(number)
        if not follows(earlier, here):
            yield _gap(each, earlier, number)
        before[key] = max(earlier, here)


def _gap(each: Provision, earlier: Count, number: str) -> Finding:
    known = "-".join(map(str, earlier))
    after = f"after {each.kind} {known}" if any(earlier) else "at the beginning"
    return Finding("gap_in_numbering", Severity.WARNING,
                   f"{each.kind} {number} stands {after}: a number is missing or out of order", each.eid,
                   line=each.span.line)
