"""Read the headings of sections, chapters, articles and annexes in three languages.

Numbers are Arabic, Roman or ordinal words («Раздел первый»), and Roman ones are often typed with Cyrillic look-alikes
("ІІІ", "Х"). A Kazakh heading
puts its number first ("5-1-бап."). «Параграф» and «подраздел» are sections inside the unit that they stand in.
"""

import re
from dataclasses import dataclass

from lawgraph.grammar.scanner import LANGUAGES as SPOKEN
from lawgraph.grammar.scanner import ordinals_of
from lawgraph.model import Kind

_DASH = "[-–‑]"
_NUMERAL = rf"(?P<number>(?:[0-9]{{1,4}}|[IVXLCІХС]{{1,8}})(?:{_DASH}[0-9]{{1,3}})*)"
_REST = r"(?:(?P<mark>\s*[.:])(?![0-9])\s*|\s+(?:[–—-]\s+)?|$)(?P<rest>.*)"
_LATIN = str.maketrans("ІХС–‑", "IXC--")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Heading:
    """Hold a heading as printed; `nested` marks a section that stands inside a section, chapter or article.

    `number` is Arabic, `printed` as in the source. `rest` is what follows the number, beginning `offset` characters
    into the line. `marked` tells that the number has its full stop or stands alone. `numbers` are all of a heading that
    names several ("Articles 8 – 10."), which stands where nothing but their exclusion is left.
    """

    kind: Kind
    number: str
    printed: str
    rest: str
    offset: int
    nested: bool
    marked: bool
    numbers: tuple[str, ...] = ()


_WORDS = {
    "eng": (("section", Kind.SECTION, False), ("subsection", Kind.SECTION, True), ("chapter", Kind.CHAPTER, False),
            ("paragraph", Kind.SECTION, True), ("§", Kind.SECTION, True), ("article", Kind.ARTICLE, False)),
    "rus": (("раздел", Kind.SECTION, False), ("подраздел", Kind.SECTION, True), ("глава", Kind.CHAPTER, False),
            ("параграф", Kind.SECTION, True), ("§", Kind.SECTION, True), ("статья", Kind.ARTICLE, False)),
    "kaz": (("бөлім", Kind.SECTION, False), ("бөлімше", Kind.SECTION, True), ("кіші бөлім", Kind.SECTION, True),
            ("тарау", Kind.CHAPTER, False), ("параграф", Kind.SECTION, True), ("§", Kind.SECTION, True),
            ("бап", Kind.ARTICLE, False)),
}
_UNITS = {lang: {word: (kind, nested) for word, kind, nested in words} for lang, words in _WORDS.items()}


def _pattern(lang: str) -> re.Pattern[str]:
    words = "|".join(sorted(_UNITS[lang], key=len, reverse=True))
    word = rf"(?P<word>(?i:{words}))"
    ordinals = "|".join(name for name, _ in SPOKEN[lang].ordinals)
    numeral = rf"(?:{_NUMERAL}|(?P<ordinal>(?i:{ordinals})))"
    if lang == "kaz":
        sign = r"(?P<sign>§)\s*(?P<after>[0-9]{1,3})"
        return re.compile(rf"\*?\s*(?:{numeral}\s?{_DASH}?\s?{word}(?!\w)|{sign}){_REST}", re.DOTALL)
    return re.compile(rf"\*?\s*{word}\s*(?:№\s*)?{numeral}{_REST}", re.DOTALL)


_PATTERNS = {lang: _pattern(lang) for lang in _WORDS}
_PLURALS = {"eng": {"sections": Kind.SECTION, "chapters": Kind.CHAPTER, "articles": Kind.ARTICLE},
            "rus": {"разделы": Kind.SECTION, "главы": Kind.CHAPTER, "статьи": Kind.ARTICLE},
            "kaz": {"бөлімдер": Kind.SECTION, "тараулар": Kind.CHAPTER, "баптар": Kind.ARTICLE}}
_ONE = rf"(?:[0-9]{{1,4}}(?:{_DASH}[0-9]{{1,3}})*|[IVXLCІХС]{{1,8}})"
_JOINT = r"(?:\s*[,–—]\s*|\s-\s|\s(?:and|to|и|по|және|мен)\s)"
_LIST = rf"(?P<list>{_ONE}(?:{_JOINT}{_ONE}){{0,30}})"
_STEP = re.compile(rf"(?P<joint>{_JOINT})?(?P<one>{_ONE})")
_LONGEST_RANGE = 60


def _plural_pattern(lang: str) -> re.Pattern[str]:
    word = rf"(?P<word>(?i:{'|'.join(_PLURALS[lang])}))"
    named = rf"{_LIST}\s?{_DASH}?\s?{word}(?!\w)" if lang == "kaz" else rf"{word}\s+{_LIST}"
    return re.compile(rf"\*?\s*{named}(?:\s*[.:])?\s*(?P<rest>\D.*|$)", re.DOTALL)


_PLURAL_PATTERNS = {lang: _plural_pattern(lang) for lang in _WORDS}
_ANNEX_NUMBER = r"(?P<number>[0-9]{1,3}(?:-[0-9]{1,3})?)"
_ANNEXES = {
    "eng": re.compile(rf"(?i:annex|appendix|attachment|supplement)\s*(?:№|No\.?|N)?\s*{_ANNEX_NUMBER}?"
                      r"\s*(?:\.?$|(?:to|approved)\b)"),
    "rus": re.compile(rf"(?i:приложение)\s*(?:№|N)?\s*{_ANNEX_NUMBER}?\s*(?:\.?$|к\b)"),
    "kaz": re.compile(rf"(?:.*\s)?(?:{_ANNEX_NUMBER}\s?-?\s?)?(?i:қосымша)(?:сы)?\.?$"),
}
_APPROVALS = {
    "eng": re.compile(r"(?i:(?:is |are )?approved)(?:$|\s+(?:by|with|in)\b)"),
    "rus": re.compile(r"(?i:утвержден[аоы]?|утверждён)(?:$|\s)"),
    "kaz": re.compile(r".*(?i:бекітілген|бекiтiлген)\.?$"),
}
_CONTENTS = re.compile(r"(?i:table of contents|contents|содержание|оглавление|мазмұны)\s*[:.]?")
LANGUAGES = tuple(_WORDS)
"""The languages that are read, by their three letters."""


def read_heading(text: str, lang: str) -> Heading | None:
    """heading = word numeral ["." / ":"] [title]; in Kazakh: numeral ["-"] word ["." / ":"] [title]"""
    heading = _read(text, lang)
    return heading if heading and (heading.marked or _may_begin_title(heading.rest)) else None


def read_gone_heading(text: str, lang: str) -> Heading | None:
    """Return the heading of units that a line may tell to be excluded: "Article 4 is …", "Articles 8 – 10 …"."""
    return read_plural_heading(text, lang) or _read(text, lang)


def _read(text: str, lang: str) -> Heading | None:
    match = _PATTERNS[lang].match(text)
    if match is None:
        return None
    printed = match["number"] or match["ordinal"] or match["after"]
    number = ordinals_of(printed, lang)[0] if match["ordinal"] else arabic(printed)
    if number is None:
        return None
    kind, nested = _UNITS[lang][(match["word"] or match["sign"]).lower()]
    rest = match["rest"]
    shown = match["ordinal"] or printed.translate(_LATIN)
    return Heading(kind, number, shown, rest, match.start("rest"), nested, match["mark"] is not None or not rest)


def read_plural_heading(text: str, lang: str) -> Heading | None:
    """heading = plural word numeral *(joint numeral) ["."] rest; "Articles 8 – 10. Are excluded by …" """
    match = _PLURAL_PATTERNS[lang].match(text)
    numbers = _listed(match["list"]) if match else ()
    if match is None or len(numbers) < 2:
        return None
    return Heading(_PLURALS[lang][match["word"].lower()], numbers[0], numbers[0], match["rest"], match.start("rest"),
                   nested=False, marked=False, numbers=numbers)


def _listed(printed: str) -> tuple[str, ...]:
    """Return the numbers of a list, runs written out: "8 – 10" is 8, 9 and 10; so is "8-10" behind a plural word."""
    numbers: list[str] = []
    for step in _STEP.finditer(printed):
        number = arabic(step["one"])
        if number is None:
            return ()
        if numbers and (step["joint"] or "").strip() in {"–", "—", "-", "to", "по"}:
            numbers += _between(numbers[-1], number)
        numbers.append(number)
    if len(numbers) == 1 and numbers[0].count("-") == 1:
        first, _, last = numbers[0].partition("-")
        numbers = [first, *_between(first, last), last] if int(first) < int(last) else numbers
    return tuple(dict.fromkeys(numbers))


def _between(first: str, last: str) -> list[str]:
    """The numbers inside a run of one series: 9 in "8 – 10", 9-2 in "9-1 – 9-3"."""
    stem, _, low = first.rpartition("-")
    other, _, high = last.rpartition("-")
    if stem != other or int(high) - int(low) > _LONGEST_RANGE:
        return []
    return [f"{stem}-{n}" if stem else str(n) for n in range(int(low) + 1, int(high))]


def _may_begin_title(rest: str) -> bool:
    """Tell a title from the wording "Article 4 of this Law": without a full stop a title begins with a capital."""
    return not rest or not (rest[0].islower() or rest[0].isdigit() or rest[0] in ",;)")


def arabic(printed: str) -> str | None:
    """Return a printed number in Arabic digits with plain hyphens, `None` where it is no number."""
    head, mark, tail = printed.translate(_LATIN).partition("-")
    if not head.isdigit():
        value = _roman(head)
        if value is None:
            return None
        head = str(value)
    return f"{int(head)}{mark}{tail}"


def _roman(numeral: str) -> int | None:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    total = sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
    return total if total > 0 and numeral == _as_roman(total) else None


def _as_roman(value: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    printed = ""
    for worth, sign in signs:
        count, value = divmod(value, worth)
        printed += sign * count
    return printed


def read_annex(text: str, lang: str) -> str | None:
    """Return the number on the line that opens an annex, empty where it has none; `None` where it is no such line."""
    if len(text) > 400 or text[-1] in ";,:":
        return None
    match = _ANNEXES[lang].match(text)
    if match is not None:
        return (match["number"] or "").translate(_LATIN)
    return None


def is_approval(text: str, lang: str) -> bool:
    """Tell whether a line opens the rules that an order approves ("Approved by the order of …")."""
    return len(text) < 200 and _APPROVALS[lang].match(text) is not None


def is_contents(text: str) -> bool:
    """Tell whether a line is the title of a table of contents."""
    return _CONTENTS.fullmatch(text) is not None
