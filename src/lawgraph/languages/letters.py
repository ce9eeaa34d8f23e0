"""Letters that sources and people mix up, or that count as one; and numbers as laws print them.

Numbers are Arabic, Roman also in Cyrillic look-alikes, and those that insertions bring (5-1).
"""

import re
from collections.abc import Sequence

NEVER = r"(?!)"
"""The pattern of what a language does not have."""

YO = str.maketrans("ёЁ", "еЕ")
"""The two letters of one sound, of which most printings use the second alone."""

VOWELS = frozenset("аеиоуыэюяәіөұүaeiouy")
"""Vowels of all languages, where ё is read as е."""

ORDER = "abcdefghijklmnopqrstuvwxyz" + "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The order of titles: Kazakh letters stand among the Russian ones, as in the alphabet."""

ROMAN = re.compile(r"(?<![^\W_])[ivxlcdmіхсмѵ]+(?![^\W_])")
"""A Roman numeral in lower case, in Latin letters or in those that look like them."""

CAPITAL_ROMAN = re.compile(r"[IVXLCDMІХ]+")
"""A Roman numeral as it is printed, in letters of either alphabet."""

ROMAN_TO_LATIN = str.maketrans("іхсмѵ", "ixcmv")
NO_ROMAN = re.compile(r"\d-[IVXLCDM]*[ІХіх]")
"""A Roman numeral with a letter in it that only looks like one."""

BENT = re.compile(r"[а-яәғқңөұүһі]{6,}")
"""A word of a language that adds endings, long enough to lose them."""

WIDE = "mwMWЖШЩЮФЫжшщюфыМ№@%—"
"""What is wider than most signs in print."""

SQUARED = "mм"
"""The letters of a unit of measure that is squared or cubed: m², м³."""


DASH = "[-–‑]"
ROMAN_SIGNS = "IVXLCІХС"
LIKE_FIGURES = {"З": "3", "з": "3", "б": "6", "l": "1", "Ч": "4"}
LOOKALIKES = str.maketrans("ІХС–‑", "IXC--")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SIGNS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LONGEST_RUN = 60
_FEW_GONE = 4

Count = tuple[int, ...]

TIMES = "·∙•×*xх"
"""Signs of multiplication, letters typed for them too."""
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISED = str.maketrans("0123456789", SUPERSCRIPTS) | dict.fromkeys(map(ord, "-–−"), "⁻")
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")


def closed_up(text: str) -> str:
    """Return a text with its letter-spaced words closed up: "З А К О Н"."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def inserted(printed: str, alphabets: Sequence[str], further: Sequence[str]) -> str | None:
    """Return a number with what stands behind it for an insertion: 9¹, 9.1, 9 bis and 9a are 9-1."""
    base = printed.rstrip(SUPERSCRIPTS)
    if base != printed:
        return arabic(f"{base.rstrip('-–')}-{printed[len(base):].translate(_LOWERED)}")
    stem, mark, last = printed.partition(".")
    if mark:
        return arabic(f"{stem}-{last}") if last.isdecimal() else None
    digits = printed.rstrip("".join(alphabets) + "".join(alphabets).upper() + " ")
    suffix = printed[len(digits):].strip().casefold()
    if not suffix or not digits[-1:].isdigit():
        return arabic(printed)
    if suffix in further:
        return arabic(f"{digits}-{further.index(suffix) + 1}")
    place = next((each.find(suffix) for each in alphabets if len(suffix) == 1 and suffix in each), -1)
    return arabic(f"{digits}-{place + 1}") if place >= 0 else None


def arabic(printed: str) -> str | None:
    """Return a printed number in Arabic digits with plain hyphens, `None` where it is no number."""
    head, mark, tail = printed.translate(LOOKALIKES).partition("-")
    if not head.isdecimal():
        value = _roman(head)
        if value is None:
            return None
        head = str(value)
    return f"{int(head)}{mark}{tail}" if not mark or all(part.isdecimal() for part in tail.split("-")) else None


def count(number: str) -> Count:
    """Return "4-1" as (4, 1)."""
    return tuple(int(part) for part in number.split("-"))


def follows(earlier: Count, later: Count) -> bool:
    """Tell whether a number can stand right after another: 5 or 4-1 after 4, 4-2 or 5 after 4-1."""
    if len(later) == len(earlier) + 1 and later[:-1] == earlier:
        return later[-1] == 1
    shared = earlier[: len(later)]
    return len(later) <= len(earlier) and later[:-1] == shared[:-1] and later[-1] == shared[-1] + 1


def behind_few(earlier: Count, later: Count) -> bool:
    """Tell whether a number can stand right after another, or where a few that lie between are gone: 4 to 6 after 2."""
    skipped = len(later) == len(earlier) and later[:-1] == earlier[:-1] and 1 < later[-1] - earlier[-1] <= _FEW_GONE
    return skipped or follows(earlier, later)


def between(first: str, last: str) -> tuple[str, ...]:
    """Return the numbers that must lie inside a run: 9 in "8 – 10", 9-2 in "9-1 – 9-3", 3 and 4 in "2 – 4-1"."""
    here, there = count(first), count(last)
    stem, inner = here[:-1], tuple[str, ...]()
    if stem == there[:-1]:
        low, high = here[-1], there[-1]
    elif (not stem and len(there) == 2) or (len(here) == 2 and len(there) < 3):
        low, high = here[0], there[0] + len(there) - 1
        stem, inner = (), tuple(f"{there[0]}-{n}" for n in range(1, there[-1])) if len(there) == 2 else inner
    else:
        return ()
    if not 0 < high - low <= _LONGEST_RUN or len(inner) > _LONGEST_RUN:
        return ()
    return (*("-".join(map(str, (*stem, n))) for n in range(low + 1, high)), *inner)


def written_out(steps: Sequence[tuple[bool, str]]) -> tuple[str, ...]:
    """Return numbers with their runs written out; each comes with whether a run leads up to it."""
    numbers: list[str] = []
    for runs, number in steps:
        numbers += between(numbers[-1], number) if runs and numbers else ()
        numbers.append(number)
    return tuple(dict.fromkeys(numbers))


def _roman(numeral: str) -> int | None:
    if not numeral or any(letter not in _VALUES for letter in numeral):
        return None
    values = [_VALUES[letter] for letter in numeral]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if total > 0 and numeral == _as_roman(total) else None


def _as_roman(value: int) -> str:
    printed = ""
    for worth, sign in _SIGNS:
        times, value = divmod(value, worth)
        printed += sign * times
    return printed
