"""Lines that are notes, and those that look like a heading or a note and are read as neither: these are not understood.

"Cтатья 9 бис. …" may begin an article, "Сноски. Статья 5 …" may tell of a change. A line that begins with the word of a
unit, in any spelling met (letters of another alphabet, spaced letters, abbreviated), and a number looks like a heading;
a sentence does not, unless it prints the number of an act. Inside quotation marks lines belong to what is quoted.
"""

import re
import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from itertools import pairwise

from lawgraph.languages.letters import LIKE_FIGURES, ROMAN_SIGNS, SUPERSCRIPTS, Count, arabic, closed_up, count
from lawgraph.languages.scanner import (
    NUMBERED,
    Token,
    begins,
    bracketed,
    day_finder,
    found,
    holds_day,
    holds_number,
    label_end,
    level,
    opens,
    placeholder,
    plain_pattern,
    scan,
    scan_few,
)
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.state import AS_OF
from lawgraph.languages.tables import Mark, NoteKind, NumberPlace
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind
from lawgraph.parsing.headings import read_bare_section
from lawgraph.reading.requisites import is_of_page, tells_end

_ENDING = " ,.;:"
_MARK = re.compile(r"[,.;:]{1,2}")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){2,}[^\W\d_](?!\w)")
_MARKS = " \t\u00a0*#>_"
_NUMERAL = rf"(?:[0-9]{{1,4}}|[{ROMAN_SIGNS.lower()}]{{1,7}}(?!\w))"
_WORD = r"[^\W\d_]{3,12}"
_WORD_AND_NUMBER = re.compile(rf"(?P<before>{_WORD})\.?\s?№?\s?{_NUMERAL}|{_NUMERAL}\s?[-–—]?\s?(?P<behind>{_WORD})\b")
_OPENING, _CLOSING = "«“„", "»”"
_FOREIGN_LABEL = re.compile(r"(?:\[\d{1,3}\]\s?)?(?:[*\d)]{0,4}\s?(?:[^:;№\d]{1,40}:\s|[^\W\d_]{1,12}\s?[.:]{1,2}\s))?")
_NOTE_MARK = re.compile(rf"\s*(?:[\[(<]\^?\w{{1,4}}[\])>]:?|[{SUPERSCRIPTS}]{{1,3}}|[0-9]{{1,2}}(?=\s\D))\s*")
_PAGE = re.compile(r"[-–—]\s{0,3}[0-9]{1,4}\s{0,3}[-–—]")
_STANDS_AS_OF = re.compile(rf"(?:{AS_OF})[\s:–-]{{0,9}}[0-9.]{{8,10}}(?:\s[^\W\d_]{{3,12}}){{0,2}}\.?", re.IGNORECASE)
_LETTERED = re.compile(r"[^\W\d_]\)")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_REGISTERED = re.compile(r"\(?[^\W\d_]\d{10}\)?\.?")
_FIGURES = "".join(LIKE_FIGURES)
_ODD_NUMBER = re.compile(
    rf"\W{{0,3}}(?P<sign>[{_FIGURES}]|[{ROMAN_SIGNS}]{{1,6}})\s?[.,;:)\]–—-]{{1,2}}\s{{1,3}}(?=[\w«“\"])"
    r"|\W{0,3}(?P<word>[^\W\d_]{1,12}\.?\s)?[№§(\[]{0,2}\s?(?P<figures>[0-9]{1,3}(?:-[0-9]{1,3}){0,4})(?!-?\d)(?![.,][0-9])")
_NUMBER_MARKED = re.compile(
    rf"[(\[№]|(?:(?:[^\W\d_]{{1,3}}\.?\s)?[0-9]{{1,3}}(?:-[0-9]{{1,3}}){{0,4}}|[{_FIGURES}])\s?[.,):;\]–—-]{{1,2}}\s")
_QUOTED = re.compile(r"[«\"“„]([^«»\"“”„]{1,80})[»\"”]")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_FRAMED = " \t\u00a0.,;:()[]–—-"
_LONGEST, _SHORT_WORD = 600, 6
_OF_CONVOCATION = re.compile(rf"(?<![\w-])[0-9]{{1,4}}-[{ROMAN_SIGNS}]{{1,5}}(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TELLING = {Mark.ADDS, Mark.APPLIES, Mark.ENFORCED, Mark.PENDING, Mark.UNTIL}
_FEW_WORDS, _WORDS_OF_VERSION = 2, 6
_NEAR, _SHORTEST = 0.8, 5
_ALIKE = 0.82
"""«Сноски», "Footnotes" and "Foonote" are as near to the label as this, «ескертпе» (a remark of the law) is not."""


class Look(StrEnum):
    """What a line that is read as wording looks like, in words for a finding."""

    HEADING = "looks like a heading"
    NOTE = "looks like a note"
    HOLDS_NOTE = "holds a note"
    HALF = "is the second half of another line"


def look_of(text: str, lang: str) -> Look | None:
    """Return what a line of wording without a number looks like, `None` for plain wording."""
    note = is_of_page(text, lang) or looks_like_note(text, lang) or _operates_or_changed(text, lang)
    if note or (_tells_version(text, lang) and (_YEAR.search(text) or _OF_CONVOCATION.search(text))):
        return Look.NOTE
    if looks_like_heading(text, lang):
        return Look.HEADING
    return Look.HALF if goes_on(text) else None


def looks_like_heading(text: str, lang: str) -> bool:
    """Tell whether a line, which is read as no heading, looks like one."""
    plain = _plain(text, lang)
    if read_bare_section(text) or _heading(lang).match(plain):
        return not plain.rstrip().endswith((".", ";")) or holds_number(text)
    match = _WORD_AND_NUMBER.match(plain)
    if match is None or plain.rstrip().endswith((".", ";", ":", ",")):
        return False
    word = match["before"] or match["behind"]
    return word in _unit_words(lang) or (len(word) >= _SHORTEST and any(
        SequenceMatcher(None, word, each).ratio() > _NEAR for each in _unit_words(lang)))


def looks_like_note(text: str, lang: str) -> bool:
    """Tell whether a line, which is read as no note, begins with an earlier wording or much like the label of one."""
    plain = text.lstrip(_MARKS + "(")
    if opens(spoken(lang).layout.earlier, plain):
        return True
    word = None if opens(spoken(lang).layout.no_label, plain) else _FIRST_WORD.match(plain)
    near = word[0].translate(_letters(lang)).casefold() if word else ""
    return any(SequenceMatcher(None, near, label).ratio() > _ALIKE for label in spoken(lang).layout.labels)


def holds_note(text: str, lang: str) -> bool:
    """Tell whether wording of the law holds a note.

    A label within the line, an act that changed it in brackets, an act with its clause in brackets, or words that say
    nothing but that an act changed something, in any language: no sentence of a law does.
    """
    numbered, word = holds_number(text), _FIRST_WORD.match(text.lstrip(_MARKS))
    remark = word is not None and word[0].casefold() in spoken(lang).layout.remarks
    if remark and _tells_version(text, lang):
        return True
    if not numbered and not holds_day(text, lang):
        return False
    if numbered and _label(lang).search(_plain(text, lang)):
        return True
    parts = (text, *bracketed(text))
    told = parts if remark else parts[1:]
    return any(holds_number(part) and tells_of_change(part, lang) for part in told if numbered) \
        or any(_is_note(part, code) for code in (codes() if numbered else (lang,)) for part in parts)


def _tells_version(text: str, lang: str) -> bool:
    """Tell whether a line of few words speaks of a version of a text: "Current wording since 2018"."""
    few = len(_LETTERS.findall(text[:_LONGEST])) <= _WORDS_OF_VERSION and not text.endswith((";", ",", ":"))
    return few and found(spoken(lang).layout.version, text) is not None


def _operates_or_changed(text: str, lang: str) -> bool:
    """Tell whether a line says, of nothing that it names, from or until when it operates or when it changed.

    So does a line in brackets that holds such a word and a day and names no unit, and one that is nothing but an act.
    """
    if _is_bare(text, lang):
        return True
    if not holds_day(text, lang) or text.endswith((";", ",", ":")):
        return _REGISTERED.fullmatch(text) is not None
    plain = text.strip(_MARKS + ".")
    tokens = scan(plain.strip("()[]. "), lang)
    meanings = {token.meaning for token in tokens}
    if any(isinstance(each, Kind | ActKind) for each in meanings):
        return {Mark.DAY, Mark.NUMBER} <= meanings <= {Mark.DAY, Mark.NUMBER, Mark.FILLER, ActKind.LAW}
    told = any(isinstance(each, Action) or each in {Mark.ENFORCED, Mark.ADDS} for each in meanings) \
        or any(token.rule == "effective" for token in tokens)
    if plain in {f"({inner})" for inner in bracketed(plain)}:
        return told or Mark.UNTIL in meanings or any(isinstance(each, RuleKind) for each in meanings)
    return told and Mark.UNREAD not in meanings


def _is_bare(text: str, lang: str) -> bool:
    """Tell whether a line is nothing but a verb of change, or an act with its number and hardly a word more."""
    unit = opens(spoken(lang).layout.bare_unit, text)
    words = text[unit.end() if unit else 0:].strip(_MARKS + "()[].")
    tokens = scan_few(words, lang, _is_strange, _FEW_WORDS)
    if tokens is None or text.endswith((";", ":")) or names_form(text, lang):
        return False
    if holds_number(text) or _OF_CONVOCATION.search(text):
        return True
    meanings = {token.meaning for token in tokens if token.meaning is not Mark.FILLER}
    # "The article was changed in 2018": a word for a unit, its verb, and hardly more than a year.
    changed = unit is not None and not text[unit.end():][:1].isdigit() and any(
        isinstance(each, Action) for each in meanings) and not any(isinstance(each, Kind) for each in meanings)
    verb = len(meanings) == 1 and all(isinstance(each, Action) for each in meanings)
    return verb or (changed and _YEAR.search(text) is not None)


def _is_strange(token: Token) -> bool:
    return token.meaning is Mark.UNREAD and not token.text[0].isdigit()


def _is_note(text: str, lang: str) -> bool:
    """Tell whether words, behind whatever label, are a note: each is read and they tell what an act changed.

    So are those in which the clause of an act stands in brackets.
    """
    mark = _NOTE_MARK.match(text)
    text = text[mark.end():] if mark else text
    sees = opens(spoken(lang).layout.see_also, text)
    label = sees or _FOREIGN_LABEL.match(text)
    words = text[label.end() if label else 0:].strip(_MARKS + "([]).")
    unit = opens(spoken(lang).layout.bare_unit + r"(?!\d)", words)
    tokens = scan(words[unit.end() if unit else 0:], lang)
    meanings = [token.meaning for token in tokens]
    if any(one is Mark.OPENS and (two is Mark.ENFORCED or isinstance(two, RuleKind))
           for one, two in pairwise(meanings)) and {Mark.NUMBER, Mark.DAY} & set(meanings):
        return True
    named = Mark.NUMBER in meanings or (Mark.DAY in meanings and any(isinstance(each, ActKind) for each in meanings))
    told = sees is not None or any(isinstance(each, Action) or each is Mark.ADDS for each in meanings)
    return named and told and Mark.UNREAD not in meanings


def is_placeholder(words: str) -> bool:
    """Tell whether words in any language stand in the place of a text, however printed: "omitted", "r e v o k e d"."""
    return len(words) <= _LONGEST and placeholder().fullmatch(closed_up(words)) is not None


def is_extract(text: str, lang: str) -> bool:
    """Tell whether a line says, alone or in brackets, that only a part of the law is printed: "(extract)"."""
    told, line = plain_pattern(spoken(lang).layout.extract), text[:_LONGEST]
    return any(told.fullmatch(part.strip(_MARKS + "()[]<>.!")) for part in (line, *bracketed(line)))


def tells_origin(text: str, lang: str) -> bool:
    """Tell whether a line says no more than what the page is: an extract, and where the act was signed or printed."""
    return is_extract(text, lang) or is_frame(text, lang) or is_imprint(text, lang)


def is_frame(text: str, lang: str) -> bool:
    """Tell whether a line is nothing but the place, or place and day, of a signature: "Astana, 2 March 2015"."""
    place = day_finder(lang).sub(" ", level(text)).strip(_FRAMED)
    return plain_pattern(spoken(lang).layout.frame).fullmatch(place) is not None


def is_imprint(text: str, lang: str) -> bool:
    """Tell whether words are nothing but where an act was printed: "Published in the Bulletin, 2015, No. 8"."""
    layout, plain = spoken(lang).layout, text.strip(_FRAMED)
    if not opens(layout.imprint, plain) or tells_end(plain, lang):
        return False
    words = _LETTERS.findall(day_finder(lang).sub(" ", level(_QUOTED.sub(" ", plain))))
    return all(plain_pattern(layout.imprint_words).fullmatch(each) for each in words)


def odd_number(text: str, lang: str) -> Count | None:
    """Return the number that begins a line in a form in which none is read: "2, …", "(2) …", «п. 2 …», «З. …».

    The number of a day is none: "From 1 January 2016 the rate is …".
    """
    circled = unicodedata.digit(text[0], None)
    match = _ODD_NUMBER.match(text)
    if circled is not None and not text[0].isdecimal():
        return (int(circled),)
    if match is None or text[0] in "«“„\"~⟦" or (
            match["figures"] and day_finder(lang).match(level(text), match.start("figures"))):
        return None
    behind = text[match.end():]
    heads = behind[:1] in {".", ":", ")"} and behind.lstrip(" .:)")[:1].isupper()
    if len(match["word"] or "") > _SHORT_WORD and not heads:
        return None
    sign = match["sign"] or ""
    strokes = str(len(sign)) if sign == sign[:1] * len(sign) and arabic(sign[:1] or "0") == "1" else None  # IIII)
    printed = match["figures"] or arabic(sign) or LIKE_FIGURES.get(sign) or strokes
    return count(printed) if printed else None


def is_marked(text: str) -> bool:
    """Tell whether a number that begins a line stands in marks or has one behind it."""
    return _NUMBER_MARKED.match(text) is not None


def remark_end(text: str, lang: str) -> int | None:
    """Return where a note of the law begins behind its label («Примечание. …»), `None` where there is no label."""
    match = _remark(lang).match(text)
    return match.end() if match else None


def lacks_formula(before: str, text: str, lang: str) -> bool:
    """Tell whether a formula is missing between two lines: "by the formula:", and then "where: …", or a mark alone."""
    ends, explains = spoken(lang).layout.formula
    return _MARK.fullmatch(text) is not None or (
        opens(explains, text.lstrip(_ENDING)) is not None and found(ends, before) is not None)


def goes_on(text: str) -> bool:
    """Tell whether a line is the second half of another one: it closes a bracket that it does not open."""
    depth = 0
    for letter in NUMBERED.sub("", text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return text[0].islower() and not _LETTERED.match(text)
    return False


def tells_of_change(text: str, lang: str) -> bool:
    """Tell whether a word of a text says that something was changed or has ended."""
    return any(isinstance(token.meaning, Action) or token.meaning is Mark.ADDS for token in scan(text, lang))


def names_form(text: str, lang: str) -> bool:
    """Tell whether a line says no more than that, or which, form it stands on: "Form", "Index: form No. 1-geese"."""
    return plain_pattern(spoken(lang).layout.blank_form).fullmatch(level(text.strip("*. "))) is not None


def names_act(text: str, lang: str) -> bool:
    """Tell whether words name an act, and tell neither what it changed nor when anything begins or ends."""
    meanings = {token.meaning for token in scan(text, lang)}
    return holds_number(text) and not meanings & _TELLING and not any(
        isinstance(each, Action | RuleKind) for each in meanings)


@cache
def _remark(lang: str) -> re.Pattern[str]:
    words = "|".join(r"\s?".join(map(re.escape, each)) for each in spoken(lang).layout.remarks) or r"(?!)"
    return re.compile(rf"(?:{words})\s?[.:]\s*", re.IGNORECASE)


@cache
def _label(lang: str) -> re.Pattern[str]:
    labels = "|".join(re.escape(each) for each in spoken(lang).layout.labels) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{labels})\s?[.:]")


def quotes_left_open(text: str) -> int:
    """Return how many quotation marks a line opens and does not close, negative where it closes more."""
    return sum(text.count(mark) for mark in _OPENING) - sum(text.count(mark) for mark in _CLOSING)


def _plain(text: str, lang: str) -> str:
    """Return a line in one case and one alphabet, its spaced letters joined."""
    joined = _SPACED.sub(lambda match: match[0].replace(" ", ""), text.lstrip(_MARKS))
    return joined.translate(_letters(lang)).casefold()


@cache
def _letters(lang: str) -> dict[int, int]:
    mistyped, meant = spoken(lang).layout.lookalikes
    return str.maketrans(mistyped + mistyped.upper(), meant + meant.upper())


@cache
def _unit_words(lang: str) -> frozenset[str]:
    return frozenset(word for each in spoken(lang).layout.units for word in (each.word, each.plural)
                     if word and word[0].isalpha())


@cache
def _heading(lang: str) -> re.Pattern[str]:
    layout = spoken(lang).layout
    named = "|".join(sorted(map(re.escape, _unit_words(lang)), key=len, reverse=True))
    short = "|".join(re.escape(each) for each in layout.abbreviations) or r"(?!)"
    if spoken(lang).words.number is NumberPlace.BEFORE_WORD:
        return re.compile(rf"{_NUMERAL}\S{{0,8}}\s?[-–—]?\s?(?:(?:{named})(?!\w)|(?:{short})\.)")
    return re.compile(rf"(?:(?:{named})|(?:{short})\.)\s{{0,3}}№?\s{{0,3}}{_NUMERAL}")


def note_kind(text: str, lang: str, before: NoteKind | None) -> NoteKind | None:
    """Tell what one body block is, `None` for wording of the law; `before` is the kind of the block just before it."""
    language = spoken(lang).notes
    opening = begins(text, language.openings, lang)
    if opening and opening.name == "note":
        return _labelled_note(text, lang)
    if opening and isinstance(opening.meaning, NoteKind):
        return opening.meaning
    if not holds_number(text):
        return NoteKind.FOOTNOTE if text.rstrip().endswith(":") and _announces(text, lang) else None
    if before in {NoteKind.FOOTNOTE, NoteKind.CONTINUATION} and begins(text, language.continuations, lang):
        return NoteKind.CONTINUATION
    if before is NoteKind.NOTE and begins(text, language.foreseen, lang):
        return NoteKind.FOOTNOTE
    return NoteKind.FOOTNOTE if begins(text, language.claims, lang) else None


def labelled_in(text: str, lang: str) -> str:
    """Return the language whose label of a note a block begins with, `lang` where it begins with none.

    On a translated page a note that nobody translated stands in the language of the original.
    """
    return next((code for code in codes() if begins(text, spoken(code).notes.labels, code)), lang)


def is_of_print(text: str) -> bool:
    """Tell whether a line is of the page and not of its text: its number, whose it is, as of which day it stands."""
    rights = text.startswith("©") and not tells_end(text)
    return rights or any(each.fullmatch(text) for each in (_PAGE, _STANDS_AS_OF))


def is_bare_label(text: str, lang: str) -> bool:
    """Tell whether a block is nothing but the label of a note."""
    plain = level(text).strip()
    return label_end(plain, spoken(lang).notes.labels, lang) == len(plain)


def _labelled_note(text: str, lang: str) -> NoteKind:
    plain = level(text)
    rest = plain[label_end(plain, spoken(lang).notes.labels, lang):].lstrip()
    claims = holds_number(rest) and begins(rest, spoken(lang).notes.foreseen + spoken(lang).notes.claims, lang)
    return NoteKind.FOOTNOTE if claims else NoteKind.NOTE


def _announces(text: str, lang: str) -> bool:
    """Tell whether a block that ends with a colon leads in a list of amending acts."""
    return begins(text, spoken(lang).notes.announcements, lang) is not None
