"""The lines of an amending act and their words: paragraphs as stored, joined where they were broken, cut into tokens.

Tokens are units, numbers, verbs, quotations; nothing is skipped: what is not known is `UNREAD`. Quotations are found
first, for what they hold are no words of the instruction. A closing mark may be shared by two levels, and straight
marks cannot be nested: then the shortest quotation is taken behind which the text reads on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from lawgraph.languages.amending import VERBS, Case, Level, Sense
from lawgraph.languages.scanner import close_set, found, level, opens, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.reading.source import SourceText

_MARKS = re.compile("[«»\"]")
_TOKEN = re.compile(r"(?P<number>\d{1,5}(?:[-.]\d{1,4}){0,4}\)?|(?<!\w)[^\W\d_]\))|(?P<word>[^\W\d_]+|№)|(?P<mark>\S)")
_GAP = re.compile(r"[\s-]{0,9}(?=[^\W\d_])|\s*")
_LONGEST_GLUED = 40
_LETTERED = {Level.POINT, Level.PARAGRAPH}
_PUNCTUATION = {",": Sense.COMMA, ";": Sense.SEMICOLON, ":": Sense.COLON, ".": Sense.STOP,
                **dict.fromkeys("–—-", Sense.DASH)}


@dataclass(frozen=True, slots=True)
class Number:
    """Hold a number as an address names a unit: `2`, `4-1`, with its bracket if it has one, or counted by a word."""

    value: str
    bracket: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Say what one word means; a unit's word may stand in several cases."""

    sign: Sense
    level: Level | None = None
    cases: frozenset[Case] = frozenset()
    plural: bool = False
    number: Number | None = None
    tens: int = 0
    named: str | None = None


@dataclass(frozen=True, slots=True)
class WordToken:
    """Hold a stretch of an instruction, `text` without the marks of a quotation, and what it means."""

    word: Word
    text: str
    start: int
    end: int

    @property
    def sign(self) -> Sense:
        """What it means."""
        return self.word.sign


@lru_cache(maxsize=8)  # a clause is looked at once more for glued words
def tokens_of(text: str, lang: str) -> tuple[WordToken, ...]:
    """Return the tokens of a text; what is quoted stays as printed."""
    return tuple(_counted(_lettered(_cut(text, level(text), lang))))


def quotations(text: str, lang: str) -> dict[int, int]:
    """Return where each outermost quotation begins and ends, marks included; an unclosed one ends the search.

    So does one inside which another ends and an instruction goes on, and one whose shared mark may be that of the next
    in a list: nobody knows which of the two ends is meant.
    """
    marks = [(match.start(), match[0]) for match in _MARKS.finditer(text)]
    closing = _balanced(marks)
    reads_on = plain_pattern(spoken(lang).amending.reads_on)
    goes_on = _speech(lang)
    spoken_behind = [place + 1 for place, mark in marks if mark == "»" and goes_on.match(text, place + 1)]
    ends = [place + 1 for place, mark in marks if mark != "«" and reads_on.match(text, place + 1)]
    found: dict[int, int] = {}
    end = 0
    for place, mark in marks:
        if place < end or mark == "»":
            continue
        own = closing.get(place, 0)
        shared = not own and mark == "«"
        if not own or mark == '"':
            own = next(iter(ends[bisect_left(ends, place + 2):][:1]), own)
        if shared and (listed := _joint(lang).match(text, own)) and listed.end() in closing:
            break  # two words in a list, or one that holds both quotations
        inner = spoken_behind[bisect_left(spoken_behind, place):][:1]
        if not own or (inner and inner[0] < own):
            break
        found[place] = end = own
    return found


def closed(quoted: str) -> str:
    """Return what was quoted with the closing mark that its last quotation shares with the outer one."""
    marks = level(quoted)
    if marks.count("«") == marks.count("»") + 1:
        return f"{quoted}»"
    return f'{quoted}"' if marks.count('"') % 2 else quoted


def _balanced(marks: list[tuple[int, str]]) -> dict[int, int]:
    """Return the end of each quotation whose marks are balanced; a straight one is closed by the next straight mark."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    straight: int | None = None
    for place, mark in marks:
        if mark == "«":
            opened.append(place)
        elif mark == "»" and opened:
            closing[opened.pop()] = place + 1
        elif mark == '"':
            straight, before = (place, None) if straight is None else (None, straight)
            if before is not None:
                closing[before] = place + 1
    return closing


def _cut(printed: str, text: str, lang: str) -> Iterator[WordToken]:
    quoted, phrases, place = quotations(text, lang), _phrases(lang), 0
    while gap := _GAP.match(text, place):
        place = gap.end()
        if place in quoted:
            end = quoted[place]
            yield WordToken(Word(Sense.QUOTE), closed(" ".join(printed[place + 1:end - 1].split())), place, end)
        elif match := _marks(lang).match(text, place):
            end = match.end()
            yield WordToken(Word(Sense.QUOTE, named=mark_named(match[0], lang)), match[0], place, end)
        elif match := phrases.match(text, place):
            end = match.end()
            yield WordToken(Word(Sense(str(match.lastgroup).rstrip("0123456789"))), match[0], place, end)
        elif match := _TOKEN.match(text, place):
            end = match.end()
            yield from _words(match, lang)
        else:
            return
        place = end


def _words(match: re.Match[str], lang: str) -> Iterator[WordToken]:
    """Give a token, or the two words that were glued at the end of a line, where they can be no others."""
    word, (start, end) = _meaning(match, lang), match.span()
    glued = _glued(match["word"].casefold(), lang) if word is _UNREAD and match["word"] else []
    if len(glued) == 1:
        cut = glued[0]
        yield WordToken(word_of(match[0][:cut].casefold(), lang), match[0][:cut], start, start + cut)
        yield WordToken(word_of(match[0][cut:].casefold(), lang), match[0][cut:], start + cut, end)
    else:
        yield WordToken(word, match[0], start, end)


def _glued(word: str, lang: str) -> list[int]:
    """Return where a word can be cut in two that are known."""
    cuts = range(1, len(word)) if 3 < len(word) <= _LONGEST_GLUED else ()
    return [cut for cut in cuts if all(word_of(each, lang) is not _UNREAD for each in (word[cut:], word[:cut]))]


def _meaning(match: re.Match[str], lang: str) -> Word:
    if match["number"]:
        printed = match["number"].replace(".", "-")
        return Word(Sense.NUMBER, number=Number(printed.rstrip(")"), printed.endswith(")")))
    if match["word"]:
        return word_of(match["word"].casefold(), lang)
    return Word(_PUNCTUATION.get(match[0], Sense.UNREAD))


def _lettered(cut: Iterable[WordToken]) -> Iterator[WordToken]:
    """Take a letter in quotation marks behind the word for a point, or behind another such letter, for its number."""
    names = False
    for each in cut:
        lettered = names and each.sign is Sense.QUOTE and len(each.text) == 1 and each.text.isalpha()
        letter = Word(Sense.NUMBER, number=Number(each.text.casefold(), bracket=True))
        yield replace(each, word=letter) if lettered else each
        joins = names and each.sign in (Sense.COMMA, Sense.AND, Sense.DASH)
        names = lettered or joins or each.word.level in _LETTERED


def _counted(cut: Iterable[WordToken]) -> Iterator[WordToken]:
    """Join words that count: «двадцать второй»; tens alone count nothing."""
    tens: WordToken | None = None
    for each in cut:
        number = each.word.number
        if tens is not None and number is not None and number.counted and int(number.value) < 10:
            joined = Number(str(tens.word.tens + int(number.value)), counted=True)
            yield WordToken(Word(Sense.NUMBER, number=joined), f"{tens.text} {each.text}", tens.start, each.end)
            tens = None
            continue
        if tens is not None:
            yield tens
        tens = each if each.word.tens else None
        if tens is None:
            yield each
    if tens is not None:
        yield tens


@lru_cache(maxsize=4096)
def word_of(word: str, lang: str) -> Word:
    """Return what a word in lower case means, whichever language has it."""
    said = spoken(lang).amending
    forms = [form for form in said.units if re.fullmatch(form.words, word)]
    if forms:
        level = forms[0].level
        own = [form for form in forms if form.level is level]
        first = own[:1] if said.role_behind else own
        return Word(Sense.UNIT, level, frozenset(form.case for form in first),
                    re.fullmatch(own[0].plural, word) is not None)
    if value := _value(said.ordinals, word):
        return Word(Sense.NUMBER, number=Number(str(value), counted=True))
    if value := _value(said.tens, word):
        return replace(_UNREAD, tens=value)
    sign = next((sign for sign, pattern in said.words if re.fullmatch(pattern, word)), None)
    if sign:
        return Word(sign)
    named = mark_named(word, lang)
    return Word(Sense.QUOTE, named=named) if named else _UNREAD


_UNREAD = Word(Sense.UNREAD)


def _value(words: tuple[tuple[str, int], ...], word: str) -> int | None:
    return next((value for pattern, value in words if re.fullmatch(pattern, word)), None)


def mark_named(words: str, lang: str) -> str | None:
    """Return the mark that words name."""
    said = spoken(lang).amending.named
    return next((mark for pattern, mark in said if re.fullmatch(close_set(pattern), words, re.IGNORECASE)), None)


@cache
def _marks(lang: str) -> re.Pattern[str]:
    """Return what finds a mark that several words name."""
    parts = (close_set(pattern) for pattern, _ in spoken(lang).amending.named if r"\s" in pattern)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE)


@cache
def _speech(lang: str) -> re.Pattern[str]:
    """Return what stands behind a quotation in an instruction: a verb, or what the next quotation is."""
    said, senses = spoken(lang).amending, {Sense.SEARCHED, Sense.PUT, Sense.AFTER, Sense.BEFORE} | VERBS
    parts = "|".join(f"(?:{close_set(each)})" for sign, each in (*said.phrases, *said.words) if sign in senses)
    return re.compile(rf"\s{{0,9}}(?:[,;]\s{{0,9}})?(?:{parts})(?!\w)", re.IGNORECASE)


@cache
def _joint(lang: str) -> re.Pattern[str]:
    """Return the pattern of what joins a quotation to the next."""
    ands = "|".join(pattern for sign, pattern in spoken(lang).amending.words if sign is Sense.AND)
    return re.compile(rf"\s{{0,9}}(?:,|,?\s{{0,9}}(?:{ands}))\s{{0,9}}(?=«)")


@cache
def _phrases(lang: str) -> re.Pattern[str]:
    parts = (f"(?P<{sign}{place}>{close_set(pattern)})" for place, (sign, pattern)
             in enumerate(spoken(lang).amending.phrases))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE)



_STEP = re.compile(r"(?P<number>\d{1,4}(?:-\d{1,3}){0,2})(?P<mark>[.)])\s{0,9}")
_OMITTED = re.compile(r"\[(?:…|\.\.\.)\]")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Hold a line: its text levelled and as printed, its place; `paragraph` counts the paragraphs of the source."""

    text: str
    printed: str
    start: int
    number: int
    paragraph: int
    lang: str

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.start + len(self.text)

    @property
    def leads_in(self) -> bool:
        """Tell whether it ends by leading in a wording."""
        match = found(spoken(self.lang).amending.lead_in, self.text)
        return match is not None and not self.text[match.end():].strip()

    @property
    def omits(self) -> bool:
        """Tell whether it declares that something was left out: `[…]`."""
        return _OMITTED.fullmatch(self.text.strip()) is not None

    def step(self, marks: str) -> re.Match[str] | None:
        """Return the match of a number that counts a step, ended by one of some marks."""
        match = _STEP.match(self.text)
        if match is None or match["mark"] not in marks:
            return None
        return None if opens(spoken(self.lang).amending.no_step, self.text[match.end("mark"):]) else match

    def behind(self, place: int) -> "PrintedLine":
        """Return the line from a place on."""
        rest = self.text[place:]
        place += len(rest) - len(rest.lstrip())
        return replace(self, text=self.text[place:], printed=self.printed[place:], start=self.start + place)

    def upto(self, place: int) -> "PrintedLine":
        """Return the line up to a place."""
        return replace(self, text=self.text[:place].rstrip(), printed=self.printed[:place].rstrip())


def lines_of(source: SourceText, lang: str) -> tuple[PrintedLine, ...]:
    """Return the paragraphs of a source, those cut in two that lead in a wording and hold it too."""
    return tuple(line for place, block in enumerate(source.blocks)
                 for line in _in_two(PrintedLine(level(block.text), block.text, block.start, block.line, place, lang)))


def joined(first: PrintedLine, second: PrintedLine, source: SourceText) -> PrintedLine:
    """Return two paragraphs as the one that they were before a line end broke it."""
    printed = source.text[first.start:second.end]
    return PrintedLine(level(printed), printed, first.start, first.number, first.paragraph, first.lang)


def _in_two(line: PrintedLine) -> Iterator[PrintedLine]:
    match = None if line.text.startswith(("«", '"')) else found(spoken(line.lang).amending.lead_in, line.text)
    if match is None or not line.text[match.end():].strip().startswith(("«", '"')):
        yield line
        return
    yield line.upto(match.end())
    yield line.behind(match.end())
