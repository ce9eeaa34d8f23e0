"""Cut the text of a footnote into tokens, each with the meaning of the one rule that read it.

Nothing is skipped: what no rule reads becomes an `UNREAD` token, so that a reader can tell what was left over.
Marks of typography are levelled first, character by character, so that places stay those of the source.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from lawgraph.languages.letters import LIKE_FIGURES, SUPERSCRIPTS
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.tables import Mark, Meaning, Numerals, Rule, Words

_LEVELS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "‑": "-", "−": "-",
                         "ё": "е", "Ё": "Е", "ə": "ә", "Ə": "Ә", "ɵ": "ө", "Ɵ": "Ө"})
_LATIN = "aceopxyiABCEHKMOPTXI"
_AMONG_CYRILLIC = re.compile(rf"(?<=[^\W\d_A-Za-z])[{_LATIN}]{{1,9}}|[{_LATIN}]{{1,9}}(?=[^\W\d_A-Za-z])")
_LIKE_CYRILLIC = frozenset(_LATIN)
_CYRILLIC = str.maketrans(_LATIN, "асеорхуіАВСЕНКМОРТХІ")
_OF_TWO_LETTERS = frozenset("\u0130\u0131\u017f\u212a" + "".join(map(chr, range(0x1c80, 0x1c89))))
_LETTERS = re.compile(r"(?P<kept>\\.|\(\?P[<=]\w+)|[^\W\d_]+", re.DOTALL)
_LETTER_OR_SET = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[^\W\d_]", re.DOTALL)
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\w+|\S")
_FIGURE = re.compile(r"\d")
_NAMED = re.compile(r"\(\?P<\w+>")
_LEADING, _AHEAD = r"{numbers}\s?-?\s?", "numbers_ahead"
_ALL_LEADING = _LEADING.replace("{numbers}", "(?>{numbers})")
"""All numbers that stand there or none: no word follows fewer of them."""
_IF_AHEAD = rf"(?({_AHEAD})|(?!))"
_BEFORE_UNITS = ("see", "on_day", "expired", "constitutional_council")
NUMBERED = re.compile(r"(?<![\w./-])\d{1,3}(?:-\d{1,3})*\)")
"""A number with a bracket that opens none: "3)"."""
_LONGEST, _DEEPEST = 600, 3
_EDGE = r"(?!(?<=\w)\w(?<![^\W\d_]\d))"
"""Not inside a word or a number; "dated03.07.2013" has an edge before its figures."""

ROMAN = r"(?-i:[IVXІХ]+(?![^\W\d_]))"
NUMBER = (r"(?:№|N(?:o|os)?\b\.?|N(?=\d))\s*(?:\d+(?:/\d+)?(?:\s?[-–]\s?|\s(?=[IVX])|(?=[IVXІХ]))" + ROMAN
          + r"(?:-?\d+)?(?:\s+(?:ZRK|ЗРК|ҚРЗ))?|(?:[ҚК]Р(?:\s?-\s?|\s)?)?(?:(?!No?\b)[^\W\d]{1,5}[\s-]{0,2})?\d(?:[\w/-]|\.(?=\d))*(?<![-/])(?![-/]))")
_MARK = r"\)?"
_MOST_NUMBERS = 100
_ONE = rf"(?:\d{{1,6}}(?:-\d{{1,4}}){{0,4}}[{SUPERSCRIPTS}]{{0,3}}(?!-\s)" + _MARK + "|" + ROMAN + r")"


@dataclass(frozen=True, slots=True)
class Token:
    """Hold a stretch of a note and what it means; `rule` names the rule that read it."""

    meaning: Meaning
    rule: str
    text: str
    start: int


@lru_cache(1024)
def level(text: str) -> str:
    """Return the text with one kind of space, of quotation mark and of letter in Cyrillic words, at unchanged length."""
    if text.isascii():
        return text
    plain = text.translate(_LEVELS)
    return plain if _LIKE_CYRILLIC.isdisjoint(plain) else _AMONG_CYRILLIC.sub(
        lambda match: match[0].translate(_CYRILLIC), plain)


@lru_cache(64)
def scan(text: str, lang: str) -> tuple[Token, ...]:
    """Return the tokens of a note, white space left out."""
    return tuple(cut(level(text), lang))


def scan_few(text: str, lang: str, is_strange: Callable[[Token], bool], most: int) -> tuple[Token, ...] | None:
    """Return the tokens of a text, `None` where more than `most` are strange: it is cut no further than to these."""
    tokens, strange = [], 0
    for token in cut(level(text), lang):
        tokens.append(token)
        strange += is_strange(token)
        if strange > most:
            return None
    return tuple(tokens)


def read_by(rule: Rule, text: str, lang: str) -> re.Match[str] | None:
    """Return the match where `rule` reads the whole of a levelled text."""
    return _compiled(rule.pattern, lang).fullmatch(text)


def begins(text: str, rules: tuple[Rule, ...], lang: str) -> Rule | None:
    """Return the first rule that reads the beginning of `text`."""
    plain = level(text)
    return next((rule for rule in rules if _compiled(rule.pattern, lang).match(plain)), None)


def label_end(text: str, rules: tuple[Rule, ...], lang: str) -> int:
    """Return where the label that one of `rules` reads ends in a levelled text, 0 where there is none."""
    matches = (_compiled(rule.pattern, lang).match(text) for rule in rules)
    return next((match.end() for match in matches if match), 0)


def opens(pattern: str, text: str) -> re.Match[str] | None:
    """Return the match of a pattern of a language, in any case, with the beginning of a text."""
    return plain_pattern(pattern).match(text)


def found(pattern: str, text: str) -> re.Match[str] | None:
    """Return the first match of a pattern of a language, in any case, in a text.

    Most texts hold none, which is seen twice as fast where case need not be passed over.
    """
    lower, small = _lower_pattern(pattern), _lower_text(text)
    return None if lower and small and not lower.search(small) else plain_pattern(pattern).search(text)


@cache
def _lower_pattern(pattern: str) -> re.Pattern[str] | None:
    """Return a pattern for texts in lower case, `None` where it tells cases apart."""
    lower = _LETTERS.sub(lambda match: match["kept"] or match[0].lower(), close_set(pattern))
    return None if "(?-i:" in pattern else re.compile(lower)


@lru_cache(1024)
def _lower_text(text: str) -> str:
    """Return a text in lower case, nothing where a letter has a small one that `re` takes for that of another one."""
    return text.lower() if text.isascii() or _OF_TWO_LETTERS.isdisjoint(text) else ""


@cache
def plain_pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern of a language compiled, for any case."""
    return re.compile(close_set(pattern), re.IGNORECASE)


def close_set(pattern: str) -> str:
    """Return a pattern of a language that takes at most nine spaces in a row: where each takes any number, time is squared."""
    return pattern.replace(r"\s*", r"\s{0,9}").replace(r"\s+", r"\s{1,9}")


def _however_typed(pattern: str, lang: str) -> str:
    """Return a pattern of a language that takes letters of another alphabet for those of its own that look like them."""
    mistyped, meant = spoken(lang).layout.lookalikes
    alike = dict(zip(meant + meant.upper(), mistyped + mistyped.upper(), strict=True))

    def either(match: re.Match[str]) -> str:
        if match[0].startswith("["):
            return f"{match[0][:-1]}{''.join(alike.get(letter, '') for letter in match[0])}]"
        return f"[{match[0]}{alike[match[0]]}]" if match[0] in alike else match[0]

    return _LETTER_OR_SET.sub(either, pattern)


@cache
def placeholder() -> re.Pattern[str]:
    """Return one pattern for the words of all languages, however typed, that stand in the place of a text."""
    return plain_pattern("|".join(f"(?:{_however_typed(spoken(code).layout.omitted, code)})" for code in codes()))


def bracketed(text: str) -> Iterator[str]:
    """Give what stands in brackets, with the brackets in it; the bracket of a number closes what nothing else does."""
    opened: list[int] = []
    if "(" not in text and "[" not in text:
        return
    numbers = [match.end() - 1 for match in NUMBERED.finditer(text)]
    for place, letter in enumerate(NUMBERED.sub(lambda match: " " * len(match[0]), text)):
        if letter in "([":
            opened.append(place)
        elif letter in ")]" and opened:
            start = opened.pop() + 1
            if place - start < _LONGEST and len(opened) < _DEEPEST:
                yield text[start:place]
    for start in opened[:_DEEPEST] if numbers else ():
        if start < numbers[-1] < start + _LONGEST:
            yield text[start + 1:numbers[-1]]


def holds_number(text: str) -> bool:
    """Tell whether the text prints the number of an act."""
    return _FIGURE.search(text) is not None and _number().search(level(text)) is not None


def count_of(text: str, lang: str) -> int:
    """Return the number that figures or words stand for: `10`, "twenty-one", «двадцати одного»."""
    figures = re.search(r"\d+", text)
    if figures:
        return int(figures[0])
    words = spoken(lang).words
    known = dict(words.tens + words.ones)
    return sum(known[word] for word in re.findall(r"[^\W\d]+", text.casefold()) if word in known)


def ordinals_of(text: str, lang: str) -> tuple[str, ...]:
    """Return the figures for the ordinal words in the text: "part two", «части вторая и третья», «екінші бөлігі»."""
    known = dict(spoken(lang).words.ordinals)
    return tuple(str(known[word]) for word in re.findall(r"[^\W\d]+", text.casefold()) if word in known)


def holds_day(text: str, lang: str) -> bool:
    """Tell whether the text prints a day; none is without a figure."""
    return _FIGURE.search(text) is not None and day_finder(lang).search(level(text)) is not None


@cache
def day_finder(lang: str) -> re.Pattern[str]:
    """Return one pattern for all days of a language, to search a text with.

    A word may run into a day ("от3 апреля"); a lone letter that looks like a figure may be the first one ("l2 апреля").
    """
    glued = rf"(?<=[^\W\d_])(?<!\W[{''.join(LIKE_FIGURES)}IІOО])(?=\d)"
    return re.compile(rf"(?:(?<![\w.])|{glued})(?:" + _days(lang) + ")" + _EDGE, re.IGNORECASE)


@cache
def _rules(lang: str) -> dict[str, Meaning]:
    return {rule.name: rule.meaning for rule in spoken(lang).notes.tokens}


def cut(text: str, lang: str) -> Iterator[Token]:
    """Yield the tokens of a levelled text, white space left out."""
    known, meanings, place = _reader(lang), _rules(lang), 0
    while space := _SPACE.match(text, place):
        place = space.end()
        match = known.match(text, place)
        if match and match.lastgroup:
            rule = match.lastgroup
            yield Token(meanings.get(rule) or Mark(rule), rule, match[0], place)
        else:
            match = _WORD.match(text, place)
            if match is None:
                return
            yield Token(Mark.UNREAD, "unread", match[0], place)
        place = match.end()


@cache
def _reader(lang: str) -> re.Pattern[str]:
    """Days and numbers of acts come after the clauses that hold them and before all shorter forms.

    Whether a word follows numbers is found out once, for all rules that begin with them. The name of a rule stands
    behind it: what its first letter excludes is not even begun.
    """
    parts = [_named(rule.name, _expanded(rule.pattern.replace(_LEADING, _IF_AHEAD + _ALL_LEADING), lang))
             for rule in spoken(lang).notes.tokens]
    parts[_first_unit(lang):0] = [_named(Mark.DAY, _days(lang)), _named(Mark.NUMBER, NUMBER)]
    ahead = rf"(?:(?=(?P<{_AHEAD}>{_expanded(_ALL_LEADING, lang)}[^\W\d_]))|)"
    return re.compile(rf"{_EDGE}{ahead}(?:{'|'.join(parts)}){_EDGE}", re.IGNORECASE)


def _first_unit(lang: str) -> int:
    names = [rule.name for rule in spoken(lang).notes.tokens]
    return max((names.index(name) for name in _BEFORE_UNITS if name in names), default=len(names) - 1) + 1


@cache
def _compiled(pattern: str, lang: str) -> re.Pattern[str]:
    return re.compile(_expanded(pattern, lang), re.IGNORECASE)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_EDGE + NUMBER, re.IGNORECASE)


@cache
def _expanded(pattern: str, lang: str) -> str:
    words = spoken(lang).words
    if "{day}" in pattern:
        pattern = pattern.replace("{day}", f"(?:{_days(lang)})")
    pattern = pattern.replace("{number}", f"(?:{NUMBER})").replace("{numbers}", f"(?:{_numbers(words)})")
    pattern = pattern.replace("{unmarked}", f"(?:{_numbers(words).replace(_MARK, '')})")
    pattern = pattern.replace("{month}", _any(words.months)).replace("{ordinal}", _ordinals(words))
    tens, ones = _any(words.tens), _any(words.ones)
    return close_set(pattern).replace("{count}", rf"(?:\d{{1,3}}(?:\s?\([^()\d]{{1,40}}\))?|(?:{tens}(?:[\s-]{ones})?|{ones})(?:\s?\(\d{{1,3}}\))?)")


@cache
def _days(lang: str) -> str:
    months = _any(spoken(lang).words.months)
    return "|".join(close_set(_unnamed(rule.pattern.replace("{month}", months))) for rule in spoken(lang).notes.days)


def _numbers(words: Words) -> str:
    """One number or several: "5", "5 and 9-1", "1), 2) and 4-1)", "8 – 10", "1)-3)", "from 8 to 10".

    No joint can be read in two ways: all in a row would be read in two ways each.
    """
    told = "|".join(each for each in (words.joint, words.through) if each)
    joint = rf"(?:\s?[,;]\s?|\s?,?\s(?:{told})\s|\s-\s|\s?[–—]\s?|(?<=\))(?:-\s?|\s-(?!\s)))"
    return rf"(?:(?:{words.begins_run})\s)?{_ONE}(?:{joint}{_ONE}){{0,{_MOST_NUMBERS - 1}}}"


def _ordinals(words: Words) -> str:
    """One ordinal word or several: «вторая», «вторая и третья»."""
    one = _any(words.ordinals)
    return rf"(?:{one}(?:(?:\s?,\s?|\s(?:{words.joint})\s){one}){{0,20}})"


def _any(words: Numerals) -> str:
    return "(?:" + "|".join(sorted((word for word, _ in words), key=len, reverse=True)) + ")"


def _named(name: str, pattern: str) -> str:
    return f"(?:{_unnamed(pattern)})(?P<{name}>)"


def _unnamed(pattern: str) -> str:
    return _NAMED.sub("(?:", pattern)
