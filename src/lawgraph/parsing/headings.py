"""Read the headings of sections, chapters, articles and annexes in three languages.

Numbers are Arabic, Roman or ordinal words («Раздел первый»), and Roman ones are often typed with Cyrillic look-alikes
("ІІІ", "Х"). A Kazakh heading
puts its number first ("5-1-бап."). «Параграф» and «подраздел» are sections inside the unit that they stand in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lawgraph.languages.letters import (
    DASH,
    LOOKALIKES,
    NEVER,
    ROMAN_SIGNS,
    SUPERSCRIPTS,
    arabic,
    closed_up,
    inserted,
    written_out,
)
from lawgraph.languages.scanner import close_set, found, level, opens, ordinals_of, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import NumberPlace, UnitWord
from lawgraph.law.eid import Kind
from lawgraph.parsing.numbering import Label, read_label
from lawgraph.reading.source import Block

_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_REST = r"(?:(?P<mark>\s*[.:])(?![0-9])\s*|\s+(?:[–—-]\s+)?|$)(?P<rest>.*)"
# Possessive: a dash may also join two numbers of a list, and what can be read in two ways is read in 2ⁿ.
_ONE = rf"(?:[0-9]{{1,4}}(?:{DASH}[0-9]{{1,3}}){{0,4}}+|[{ROMAN_SIGNS}]{{1,8}})"
_ANNEX_NUMBER = r"(?P<number>[0-9]{1,3}(?:-[0-9]{1,3})?)"
_TITLED = re.compile(r"(?P<opening>[^.:;–—]{4,40}?)\s?(?:[.:]|[–—])\s+(?P<title>[^\W\d_].*[^.;:,])\Z", re.DOTALL)
_DASHES = {"–", "—", "-"}
_ROMAN = re.compile(rf"(?P<number>[{ROMAN_SIGNS}]{{1,8}})\.\s{{1,9}}(?=[^\W\d_])")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 60
"""Characters in which the word of a heading ends, letter-spaced too."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Hold a heading as printed; `nested` marks a section that stands inside a section, chapter or article.

    `number` is Arabic, `printed` as in the source. `rest` is what follows the number, beginning `offset` characters
    into the line. `marked` tells that the number has its full stop or stands alone. `numbers` are all of a heading that
    names several ("Articles 8 – 10."), which stands where nothing but their exclusion is left. `anew` tells that the
    numbers of its kind begin anew in each unit that holds them. `text` is what follows the number of a unit without a
    heading.
    """

    kind: Kind
    number: str
    printed: str
    rest: str
    offset: int
    nested: bool
    marked: bool
    numbers: tuple[str, ...] = ()
    anew: bool = False
    text: str = ""


@cache
def _units(lang: str) -> dict[str, UnitWord]:
    units = spoken(lang).layout.units
    return {each.word: each for each in units} | {each.short: each for each in units if each.short}


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(each) for each in _units(lang)), key=len, reverse=True))
    word = rf"(?P<word>(?i:{words}))"
    tens = "|".join(name for name, _ in spoken(lang).words.tens)
    numeral = rf"(?:{_numeral(lang)}|(?P<ordinal>(?i:(?:(?:{tens})\s)?(?:{'|'.join(_ordinals(lang))})(?!\w))))"
    if spoken(lang).words.number is NumberPlace.BEFORE_WORD:
        sign = r"(?P<sign>§)\s*(?P<after>[0-9]{1,3})"
        return re.compile(rf"\*?\s*(?:{numeral}\s?{DASH}?\s?{word}(?!\w)|{sign}){_REST}", re.DOTALL)
    return re.compile(rf"\*?\s*{word}\s*(?:№\s*)?{numeral}(?P<sign>(?!))?(?P<after>(?!))?{_REST}", re.DOTALL)


@cache
def _ordinals(lang: str) -> dict[str, int]:
    """Return the ordinal words of headings; those above ten are longer, and come first."""
    return dict(spoken(lang).layout.later_ordinals) | dict(spoken(lang).words.ordinals)


def _ordinal(printed: str, lang: str) -> str:
    """Return the figures for an ordinal number of one word or two: «двенадцатый», «двадцать первый», «он екінші»."""
    *tens, last = printed.casefold().split()
    return str(sum(dict(spoken(lang).words.tens)[each] for each in tens) + _ordinals(lang)[last])


def _numeral(lang: str) -> str:
    """number = figures or Roman signs *(dash figures) [raised figures / "." figures / bis / letter]"""
    layout = spoken(lang).layout
    letters = "".join(layout.alphabets)
    further = "|".join((*(rf"\s?{each}(?!\w)" for each in layout.further), rf"[{letters}](?!\w)")) if letters else NEVER
    return (rf"(?P<number>(?:[0-9]{{1,4}}|[{ROMAN_SIGNS}]{{1,8}}(?![^\W\d_]))(?:{DASH}[0-9]{{1,3}}){{0,4}}"
            rf"(?:{DASH}?[{SUPERSCRIPTS}]{{1,3}}|(?<=[0-9])\.[0-9]{{1,3}}(?=\.|\s|$)|(?<=[0-9])(?i:{further}))?)")


@cache
def _plurals(lang: str) -> dict[str, Kind]:
    return {each.plural: each.kind for each in spoken(lang).layout.units if each.plural}


@cache
def _plural_pattern(lang: str) -> re.Pattern[str]:
    word = rf"(?P<word>(?i:{'|'.join(_plurals(lang)) or NEVER}))"
    listed = rf"(?P<list>{_ONE}(?:{_joint(lang)}{_ONE}){{0,30}})"
    before = spoken(lang).words.number is NumberPlace.BEFORE_WORD
    named = rf"{listed}\s?{DASH}?\s?{word}(?!\w)" if before else rf"{word}\s+{listed}"
    return re.compile(close_set(rf"\*?\s*{named}(?:\s*[.:])?\s*") + r"(?P<rest>\D.*|$)", re.DOTALL)


@cache
def _step(lang: str) -> re.Pattern[str]:
    return re.compile(close_set(rf"(?P<joint>{_joint(lang)})?(?P<one>{_ONE})"))


def _joint(lang: str) -> str:
    words = spoken(lang).words
    told = "|".join(each for each in (words.joint, words.through) if each)
    return rf"(?:\s*[,–—]\s*|\s-\s|\s(?:{told})\s)"


def read_heading(text: str, lang: str) -> Heading | None:
    """heading = word numeral ["." / ":"] [title]; in Kazakh: numeral ["-"] word ["." / ":"] [title]"""
    heading = _read(text, lang)
    return heading if heading and (heading.marked or _may_begin_title(heading.rest)) else None


def read_gone_heading(text: str, lang: str) -> Heading | None:
    """Return the heading of units that a line may tell to be excluded: "Article 4 is …", "Articles 8 – 10 …"."""
    return read_plural_heading(text, lang) or _read(text, lang)


def _read(text: str, lang: str) -> Heading | None:
    plain, spaced, closed = _levelled(text, lang)
    match = _pattern(lang).match(plain)
    if match is None:
        return None
    printed = match["number"] or match["ordinal"] or match["after"]
    number = _ordinal(printed, lang) if match["ordinal"] else _number(printed, lang)
    if number is None or ((match["word"] or "").endswith(".") and match["mark"] is None):
        return None
    unit = _units(lang)[(match["word"] or match["sign"]).lower()]
    offset = match.start("rest") + (closed if spaced < match.start("rest") else 0)
    rest = text[offset:]
    shown = match["ordinal"] or printed.translate(LOOKALIKES)
    marked = match["mark"] is not None or not rest
    return Heading(unit.kind, number, shown, rest, offset, unit.nested, marked)


def _number(printed: str, lang: str) -> str | None:
    layout = spoken(lang).layout
    alike = str.maketrans(layout.lookalikes[0], layout.lookalikes[1])
    return arabic(printed) or inserted(printed.lower().translate(alike) if printed[:1].isdigit() else printed,
                                       layout.alphabets, layout.further)


def _levelled(text: str, lang: str) -> tuple[str, int, int]:
    """Return a line with its first word in one alphabet and closed up ("Р А З Д Е Л"), where, and how much shorter."""
    plain = joined = level(text[:_LONGEST_WORD])
    spaced = _SPACED.search(plain)
    if spaced:
        joined = plain[:spaced.start()] + spaced[0].replace(" ", "") + plain[spaced.end():]
    alike, word = _alike(lang), _FIRST_WORD.match(joined)
    if word and word[0].translate(alike).casefold() in _units(lang):
        joined = word[0].translate(alike) + joined[word.end():]
    return joined + text[_LONGEST_WORD:], spaced.start() if spaced else 0, len(plain) - len(joined)


@cache
def _alike(lang: str) -> dict[int, int]:
    mistyped, meant = spoken(lang).layout.lookalikes
    return str.maketrans(mistyped + mistyped.upper(), meant + meant.upper())


def read_plural_heading(text: str, lang: str) -> Heading | None:
    """heading = plural word numeral *(joint numeral) ["."] rest; "Articles 8 – 10. Are excluded by …" """
    match = _plural_pattern(lang).match(text)
    numbers = _listed(match["list"], lang) if match else ()
    if match is None or len(numbers) < 2:
        return None
    return Heading(_plurals(lang)[match["word"].lower()], numbers[0], numbers[0], match["rest"], match.start("rest"),
                   nested=False, marked=False, numbers=numbers)


def _listed(printed: str, lang: str) -> tuple[str, ...]:
    """Return the numbers of a list, runs written out: "8 – 10" is 8, 9 and 10; so is "8-10" behind a plural word."""
    through = spoken(lang).words.through.split("|")
    steps: list[tuple[bool, str]] = []
    for step in _step(lang).finditer(printed):
        number, joint = arabic(step["one"]), (step["joint"] or "").strip()
        if number is None:
            return ()
        steps.append((joint in _DASHES or (bool(joint) and joint in through), number))
    if len(steps) == 1 and steps[0][1].count("-") == 1:
        first, _, last = steps[0][1].partition("-")
        steps = [(False, first), (True, last)] if int(first) < int(last) else steps
    return written_out(steps)


def _may_begin_title(rest: str) -> bool:
    """Tell a title from the wording "Article 4 of this Law": without a full stop a title begins with a capital."""
    return not rest or not (rest[0].islower() or rest[0].isdigit() or rest[0] in ",;)")


def read_annex(text: str, lang: str) -> str | None:
    """Return the number on the line that opens an annex, empty where it has none; `None` where it is no such line."""
    if len(text) > 400 or text[-1] in ";,:":
        return None
    match = _annex(lang).match(text)
    if match is not None:
        return (match["number"] or "").translate(LOOKALIKES)
    return None


def read_titled_annex(text: str, lang: str) -> tuple[str, str] | None:
    """Return number and title of an annex whose title stands in the line that opens it: "Annex 1. List of clocks"."""
    match = _TITLED.match(text)
    number = read_annex(match["opening"], lang) if match else None
    return (number, match["title"]) if match and number is not None and match["title"][0].isupper() else None


def is_approval(text: str, lang: str) -> bool:
    """Tell whether a line opens the rules that an order approves ("Approved by the order of …")."""
    return len(text) < 200 and _approval(lang).match(text) is not None


def is_annexed_within(text: str, lang: str) -> bool:
    """Tell whether an annex belongs to rules that are an annex themselves ("Annex 2 to the Rules …")."""
    return found(spoken(lang).layout.annexed_within, text) is not None


def read_numbered_heading(text: str, label: Label | None) -> Heading | None:
    """Return the chapter that a line without its word opens in rules: "1. General provisions"."""
    if label is None or label.kind is not Kind.PARAGRAPH or len(label.numbers) > 1:
        return None
    rest = text[label.offset:]
    if not rest or not rest[0].isupper() or rest[-1] in ".;:,":
        return None
    number = label.numbers[0]
    return Heading(Kind.CHAPTER, number, number, rest, label.offset, nested=False, marked=True)


def numbered_chapters(blocks: Sequence[Block], headings: Sequence[Heading | None], lang: str
                      ) -> tuple[Heading | None, ...]:
    """Add the chapters of rules whose headings nothing marks: "1. General", below it "1. The rules …", "2. …".

    Such a line ends like no sentence, its number is that of the next chapter, and without it the paragraphs count on.
    """
    told, chapter, paragraph, annexed = list(headings), 0, 0, False
    labels = [None if block.row or block.marked or told[place] else read_label(block.text)
              for place, block in enumerate(blocks)]
    for place, (label, following) in enumerate(zip(labels, (*labels[1:], None), strict=False)):
        text = blocks[place].text
        if label is None and (is_approval(text, lang) or read_annex(text, lang) is not None):
            chapter, paragraph, annexed = 0, 0, True
        number, due = _plain_number(label), _plain_number(following)
        heading = read_numbered_heading(text, label) if annexed and number == chapter + 1 else None
        if heading and due == paragraph + 1 and (number == due or number <= paragraph):
            told[place], chapter = heading, number
        else:
            paragraph = number or paragraph
    return tuple(told)


def _plain_number(label: Label | None) -> int:
    """Return the number of a paragraph, 0 where it is of several or has parts."""
    told = label.numbers if label and label.kind is Kind.PARAGRAPH else ()
    return int(told[0]) if len(told) == 1 and told[0].isdecimal() else 0


def read_bare_section(text: str) -> Heading | None:
    """Return the section that a line without its word opens: "I. General provisions"."""
    match = _ROMAN.match(text)
    number = arabic(match["number"]) if match else None
    if match is None or number is None or not text[match.end()].isupper() or text[-1] in ".;:,":
        return None
    return Heading(Kind.SECTION, number, match["number"].translate(LOOKALIKES), text[match.end():], match.end(),
                   nested=False, marked=True)


def numbered_sections(blocks: Sequence[Block], headings: Sequence[Heading | None]) -> tuple[Heading | None, ...]:
    """Add the sections whose headings at the margin lack their word ("I. …", "II. …") and count from one."""
    told, last = list(headings), 0
    flat = all(block.margin for block in blocks[1:])
    for place, block in enumerate(blocks):
        apart = (block.margin and not flat) or block.text.isupper()
        heading = read_bare_section(block.text) if apart and told[place] is None else None
        if heading and int(heading.number) in {1, last + 1}:
            told[place], last = heading, int(heading.number)
    return tuple(told)


def is_contents(text: str, lang: str) -> bool:
    """Tell whether a line is the title of a table of contents."""
    return opens(rf"(?:{spoken(lang).layout.contents})\s*[:.]?$", text) is not None


def is_part_of_code(text: str, lang: str) -> bool:
    """Tell whether a line names the general or special part of a code."""
    return read_part_of_code(text, lang) is not None


def read_part_of_code(text: str, lang: str) -> Heading | None:
    """Return the part of a code that a line opens; without its number, the general part is the first of two."""
    plain = closed_up(text)
    first, _, behind = plain.partition(" ")
    second = behind.partition(" ")[0]
    word, told = (second, first) if spoken(lang).words.number is NumberPlace.BEFORE_WORD else (first, second)
    numbered = ordinals_of(told, lang) if text.isupper() else ()
    if numbered and word.casefold() == spoken(lang).layout.part_by_ordinal:
        return Heading(Kind.PART, numbered[0], "", text, 0, nested=False, marked=True)
    for number, name in enumerate(spoken(lang).layout.parts_of_code, 1):
        if opens(rf"(?:{name})\.?$", plain):
            return Heading(Kind.PART, str(number), "", text, 0, nested=False, marked=True)
    return None


@cache
def _annex(lang: str) -> re.Pattern[str]:
    return re.compile(close_set(spoken(lang).layout.annex).replace("{annex_number}", _ANNEX_NUMBER))


@cache
def _approval(lang: str) -> re.Pattern[str]:
    return re.compile(close_set(spoken(lang).layout.approval))


def names_kind(text: str, lang: str) -> bool:
    """Tell whether a line is nothing but the kind of an act and who made it, in capitals: its day stands at its end."""
    return text.isupper() and not any(map(str.isdigit, text)) and opens(spoken(lang).layout.of_act, text) is not None


def may_be_title(text: str, lang: str) -> bool:
    """Tell whether a line looks like the title of an act, and is no sentence."""
    return text[-1] not in ".:;," and plain_pattern(spoken(lang).layout.title).fullmatch(level(text)) is not None
