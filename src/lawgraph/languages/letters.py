"""Letters that sources and people mix up, or that count as one, in the alphabets of the languages; and none of them."""

import re

NEVER = r"(?!)"
"""The pattern of what a language does not have."""

YO = str.maketrans("ёЁ", "еЕ")
"""The two letters of one sound, of which most printings use the second alone."""

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
