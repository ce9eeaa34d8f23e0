"""How laws cite: the grammar of references in three languages, as data, and its reading.

A reference is a row of atoms: units with numbers ("subparagraphs 1) and 2)"), units pointed at ("this article") and
acts, by number, title or name. English and Russian go from the smallest unit outwards, Kazakh from the act inwards.
Unofficial translations call a point (подпункт) subparagraph, item or clause.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lawgraph.document.headings import arabic
from lawgraph.grammar.scanner import level
from lawgraph.model import Kind

_NUMBER = r"(?:[0-9]{1,4}(?:-[0-9]{1,3})*|(?<!\w)(?-i:[IVXLCІХС]{1,8})(?!\w))"
_CONJUNCTION = r"(?:and/or|and|or|as\s+well\s+as|и\s+\(или\)|и|или|либо|а\s+также|және|немесе)"
SEPARATOR = re.compile(rf"\s*,\s*(?:{_CONJUNCTION}\s+)?(?:the\s+)?|\s+{_CONJUNCTION}\s+(?:the\s+)?", re.IGNORECASE)
_ORDINALS = {
    "eng": ("first|one", "second|two", "third|three", "fourth|four", "fifth|five", "sixth|six", "seventh|seven",
            "eighth|eight", "ninth|nine", "tenth|ten"),
    "rus": (r"перв\w+", r"втор\w+", r"треть\w+", r"четверт\w+", r"пят\w+", r"шест\w+", r"седьм\w+", r"восьм\w+",
            r"девят\w+", r"десят\w+"),
    "kaz": ("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы",
            "оныншы"),
}
_COUNTED = {lang: rf"(?:{_NUMBER}|(?<!\w)(?:{'|'.join(words)})(?!\w))" for lang, words in _ORDINALS.items()}
_LAW = r"Constitutional\s+Law|Law|Code|Rules|Regulations?|Instructions?|Order|Edict|Decree|Resolution"


@dataclass(frozen=True, slots=True)
class Numeral:
    """Hold a number as printed at `start` to `end`, and in the form that eIds have."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold units with their numbers; `kinds` are what the word can mean, likeliest first; none for an uncounted one."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    numerals: tuple[Numeral, ...]


@dataclass(frozen=True, slots=True)
class This:
    """Hold a unit that the text itself stands in: "this article", «настоящего Закона»."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class UnitRule:
    """Read a unit with its numbers; a list of numbers needs the word in the plural, or brackets."""

    lang: str
    kinds: tuple[Kind, ...]
    many: str
    one: str
    example: str
    counted: str = _NUMBER

    def pattern(self) -> re.Pattern[str]:
        """unit = word number *(separator number); in Kazakh: number *(separator number) ["-"] word"""
        number, separator = self.counted, f"(?:{SEPARATOR.pattern})"
        closed = r"(?:\)|(?!\w|[-.][0-9]))"
        if self.lang == "kaz":
            text = (rf"(?:{number}\)?(?:{separator}{number}\)?)*\s?-?\s?(?:{self.many})"
                    rf"|{number}\)?\s?-?\s?(?:{self.one}))(?!\w)")
        else:
            text = (rf"(?:(?P<many>{self.many})|{self.one})\s*{number}{closed}"
                    rf"(?(many)(?:{separator}{number}{closed})*|(?:{separator}{number}\))*)")
        return re.compile(rf"(?<![\w-]){text}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BareRule:
    """Read a unit that has no number: a preamble, a heading."""

    lang: str
    kind: Kind
    word: str
    example: str

    def pattern(self) -> re.Pattern[str]:
        """unit = word"""
        return re.compile(rf"(?<![\w-])(?:{self.word})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ThisRule:
    """Read a word that points at a unit around the text."""

    lang: str
    kind: Kind
    word: str
    example: str

    def pattern(self) -> re.Pattern[str]:
        """this = "this" word; in Russian «настоящий» or «этот же», in Kazakh «осы»"""
        pointer = {"eng": r"th(?:is|ese)", "rus": r"настоящ\w+", "kaz": "осы"}[self.lang]
        return re.compile(rf"(?<![\w-]){pointer}\s+(?:{self.word})(?!\w)", re.IGNORECASE)


_POINT, _PARAGRAPH = (Kind.POINT, Kind.SUBPOINT), (Kind.PARAGRAPH,)
_PART = (Kind.PART, Kind.PARAGRAPH)
UNIT_RULES = (
    UnitRule("eng", (Kind.SECTION,), "sections", r"section|sec\.?", "section 2"),
    UnitRule("eng", (Kind.CHAPTER,), "chapters", r"chapter|ch\.?", "Chapter III"),
    UnitRule("eng", (Kind.ARTICLE,), "articles", r"article|art\.?", "Articles 5 and 9-1"),
    UnitRule("eng", (Kind.ANNEX,), "annexes", "annex|appendix", "Annex 1"),
    UnitRule("eng", _PARAGRAPH, "paragraphs", r"paragraph|para\.?", "paragraphs 1, 2 and 4"),
    UnitRule("eng", (Kind.PARAGRAPH, Kind.POINT), "items|clauses", "item|clause", "item 2"),
    UnitRule("eng", _POINT, r"sub-?\s?(?:paragraph|clause|item|point)s",
             r"sub-?\s?(?:paragraph|clause|item|point|para\.?)", "subparagraphs 1) and 2)"),
    UnitRule("eng", (Kind.POINT, Kind.PARAGRAPH), "points", r"point|pt\.?", "point 4-1"),
    UnitRule("eng", (Kind.INDENT,), "indents", "indent", "indent 2"),
    UnitRule("eng", _PART, "parts", "part", "part two", _COUNTED["eng"]),
    UnitRule("rus", (Kind.SECTION,), r"раздел(?:ов|ам|ами|ах|ы)", r"раздел(?:а|у|ом|е)?|разд\.?", "раздела 2"),
    UnitRule("rus", (Kind.CHAPTER,), r"главы|глав(?:ам|ами|ах)?", r"глав(?:а|е|у|ой)|гл\.?", "главы II"),
    UnitRule("rus", (Kind.ARTICLE,), r"статьи|статей|стать(?:ям|ями|ях)|ст\.\s?ст\.", r"стать(?:я|е|ю|ей)|ст\.?",
             "статьями 5, 6 и 9-1"),
    UnitRule("rus", (Kind.ANNEX,), "приложений|приложениям", r"приложени(?:е|я|ю|ем|и)(?:\s№)?", "приложению 1"),
    UnitRule("rus", _PARAGRAPH, r"пункты|пунктов|пункт(?:ам|ами|ах)", r"пункт(?:а|у|ом|е)?|п\.?", "пунктами 1 и 2"),
    UnitRule("rus", _POINT, r"подпункты|подпунктов|подпункт(?:ам|ами|ах)",
             r"подпункт(?:а|у|ом|е)?|п\.п\.|подп\.?|ппп?\.?", "подпунктами 1), 2) и 4-1)"),
    UnitRule("rus", _PART, r"части|частей|част(?:ям|ями|ях)", r"часть|частью|(?<!т\.)ч\.?", "частью второй",
             _COUNTED["rus"]),
    UnitRule("rus", (), r"абзац(?:ы|ев|ам|ами|ах)", r"абзац(?:а|у|ем|е)?|абз\.", "абзаца второго", _COUNTED["rus"]),
    UnitRule("kaz", (Kind.SECTION,), r"бөлімдер\w*", r"бөлім(?!дер|ше)\w*", "2-бөлімінің"),
    UnitRule("kaz", (Kind.CHAPTER,), r"тараулар\w*", r"тарау(?!лар)\w*", "3-тарауында"),
    UnitRule("kaz", (Kind.ARTICLE,), r"баптар\w*", r"ба(?:п(?!тар)|б)\w*", "5 және 9-1-баптарында"),
    UnitRule("kaz", (Kind.ANNEX,), r"қосымшалар\w*", r"қосымша(?!лар)\w*", "1-қосымшаға"),
    UnitRule("kaz", _PARAGRAPH, r"тармақтар\w*", r"тарма(?:қ(?!тар|ша)|ғ)\w*", "2-тармағының"),
    UnitRule("kaz", _POINT, r"тармақшалар\w*", r"тармақша(?!лар)\w*", "1), 2) және 4-1) тармақшалары"),
    UnitRule("kaz", _PART, r"бөліктер\w*", r"бөлі(?:к(?!тер)|г)\w*", "екінші бөлігінде", _COUNTED["kaz"]),
    UnitRule("kaz", (), r"абзацтар\w*", r"абзац(?!тар)\w*", "үшінші абзацында", _COUNTED["kaz"]),
)
BARE_RULES = (
    BareRule("eng", Kind.PREAMBLE, "preamble", "preamble"),
    BareRule("eng", Kind.HEADING, "heading|title", "heading"),
    BareRule("eng", Kind.INTRO, "intro|lead-in", "lead-in"),
    BareRule("rus", Kind.PREAMBLE, r"преамбул(?:а|ы|е|у|ой)", "преамбулы"),
    BareRule("rus", Kind.HEADING, r"заголов(?:ок|ка|ку|ком|ке)", "заголовка"),
    BareRule("kaz", Kind.PREAMBLE, r"кіріспе\w*|преамбула\w*", "кіріспесінде"),
    BareRule("kaz", Kind.HEADING, r"тақырып\w*|тақырыб\w*", "тақырыбы"),
)
THIS_RULES = (
    ThisRule("eng", Kind.LAW, _LAW, "this Law"),
    ThisRule("eng", Kind.CHAPTER, "chapter", "this chapter"),
    ThisRule("eng", Kind.ARTICLE, "article", "this article"),
    ThisRule("eng", Kind.PARAGRAPH, "paragraph", "this paragraph"),
    ThisRule("rus", Kind.LAW, r"(?:конституционн\w+\s+)?закон\w*|кодекс\w*|правил\w*|приказ\w*|указ\w*|положени\w*",
             "настоящего Закона"),
    ThisRule("rus", Kind.CHAPTER, r"глав\w+", "настоящей главы"),
    ThisRule("rus", Kind.ARTICLE, r"стать\w+", "настоящей статьи"),
    ThisRule("rus", Kind.PARAGRAPH, r"пункт\w*", "настоящего пункта"),
    ThisRule("kaz", Kind.LAW, r"(?:конституциялық\s+)?заң\w*|кодекс\w*|қағида\w*|бұйры\w*|жарлы\w*|ереже\w*",
             "осы Заңның"),
    ThisRule("kaz", Kind.CHAPTER, r"тарау\w*", "осы тараудың"),
    ThisRule("kaz", Kind.ARTICLE, r"ба[пб]\w*", "осы баптың"),
    ThisRule("kaz", Kind.PARAGRAPH, r"тарма(?:қ(?!ша)|ғ)\w*", "осы тармақтың"),
)
_PATTERNS = {rule: rule.pattern() for rule in (*UNIT_RULES, *BARE_RULES, *THIS_RULES)}
_COUNTS = {lang: re.compile(words, re.IGNORECASE) for lang, words in _COUNTED.items()}
LANGUAGES = tuple(_ORDINALS)


def units_of(rule: UnitRule, text: str) -> Iterable[Unit]:
    """Read all units of one rule in a levelled text."""
    for match in _PATTERNS[rule].finditer(text):
        found = (_numeral(each, rule.lang) for each in _COUNTS[rule.lang].finditer(text, *match.span()))
        yield Unit(*match.span(), rule.kinds, tuple(each for each in found if each))


def bare_units_of(rule: BareRule, text: str) -> Iterable[Unit]:
    """Read all unnumbered units of one rule in a levelled text."""
    return (Unit(*match.span(), (rule.kind,), ()) for match in _PATTERNS[rule].finditer(text))


def pointers_of(rule: ThisRule, text: str) -> Iterable[This]:
    """Read all "this article" and its like of one rule in a levelled text."""
    return (This(*match.span(), rule.kind) for match in _PATTERNS[rule].finditer(text))


def read_units(text: str, lang: str) -> list[Unit | This]:
    """Read every unit that a text names in one language, in no order."""
    words = level(text)
    counted = (each for rule in UNIT_RULES if rule.lang == lang for each in units_of(rule, words))
    bare = (each for rule in BARE_RULES if rule.lang == lang for each in bare_units_of(rule, words))
    pointers = (each for rule in THIS_RULES if rule.lang == lang for each in pointers_of(rule, words))
    return [*counted, *bare, *pointers]


def _numeral(match: re.Match[str], lang: str) -> Numeral | None:
    for place, words in enumerate(_ORDINALS[lang], 1):
        if re.fullmatch(words, match[0], re.IGNORECASE):
            return Numeral(str(place), *match.span())
    number = arabic(match[0])
    return Numeral(number, *match.span()) if number else None
