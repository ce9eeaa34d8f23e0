"""Which law an item of an act is on: laws are told apart by kind, day of adoption and title.

A list of printings is data: it names acts that amended the law before, with the days on which newspapers printed them,
and may lag, repeat or misprint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from lawgraph.languages.amending import Sense
from lawgraph.languages.letters import YO
from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import close_set
from lawgraph.languages.spoken import spoken
from lawgraph.law.authors import ActKind
from lawgraph.replay.addresses import Address, Cursor, addresses_at
from lawgraph.replay.approved import approved_by
from lawgraph.replay.instructions import ActItem, AmendingAct, Beside, PrintedIn, Target
from lawgraph.replay.words import PrintedLine, quotations, tokens_of

_OPENS = re.compile("[«\"]")
_BRACKETS = re.compile(r"[()]")
_IDLE = re.compile(r"[\s,.:()]")
_ENTRY_MARKS = re.compile("[«»\";]")
_QUOTED = re.compile(r"«(?:[^«»]|«[^«»]{0,300}»){1,900}»?|\"[^\"]{1,900}\"")
_NAMES = {Sense.UNIT, Sense.NUMBER}
_MARKS = "«»\" \t\n\u00a0"


@dataclass(frozen=True, slots=True)
class AmendedLaw:
    """Hold what tells a law from others in an item: its id, day of adoption, titles by language, number and kind."""

    id: str
    adopted: date
    titles: tuple[tuple[str, str], ...]
    number: str | None = None
    kind: ActKind | None = None


def items_on(act: AmendingAct, law: AmendedLaw) -> tuple[ActItem, ...]:
    """Return the items of an act that may amend a law: two laws of one day are told apart by their titles alone."""
    return tuple(each for each in items_named(act, law)
                 if law.number is None or {None, law.number} & {number for _, number in each.target.issued}
                 if law.kind is None or each.target.kind is law.kind)


def items_named(act: AmendingAct, law: AmendedLaw) -> tuple[ActItem, ...]:
    """Return the items on a law of that day and title, also where they give it another number or kind."""
    titles = {_bare(title) for lang, title in law.titles if lang == act.lang}
    return tuple(each for each in act.items if law.adopted in [day for day, _ in each.target.issued]
                 and (not titles or each.target.title is None or _bare(each.target.title) in titles))


def names(line: Beside, law: AmendedLaw, lang: str) -> bool:
    """Tell whether a line of an act that is in no item names a law, by its day of adoption or its title."""
    said = _bare(line.text)
    return law.adopted in line.days or any(_bare(title) in said for each, title in law.titles if each == lang)


def _bare(title: str) -> str:
    return "".join(each for each in title.casefold().translate(YO) if each.isalnum())


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """Hold a target with what of its line names it not: `behind` begins the body, `left` is not understood.

    `scope` is the part of the law that the line itself names, `None` where it may name one that is not read.
    """

    target: Target
    behind: PrintedLine
    left: str
    unread: tuple[str, ...]
    scope: Address | None = ()


def read_target(line: PrintedLine) -> NamedLaw | None:
    """Return the law that a line names, `None` where it names none with its kind and day."""
    said = spoken(line.lang).amending
    text = line.text
    opened = _pattern(said.gazettes).search(text)
    closed = _bracket_end(text, opened.start()) if opened else None
    head_end = opened.start() if opened and closed else _colon(text, line.lang)
    tail = closed or head_end
    colon = text.find(":", tail) if head_end else -1
    if told := _participle(line, tail if closed else 0, colon):  # the one change stands in the line itself
        colon = told.end() - 1
        head_end, tail = (head_end, tail) if closed else (told.start(), told.start())
    bare = _unquoted(text[:head_end], line.lang)  # a title may name another act, with its day
    named = [(kind, match) for kind, pattern in said.kinds if (match := _pattern(pattern).search(bare))]
    kind = min(named, key=lambda each: each[1].start(), default=None)
    days = find_days(bare, line.lang)
    day = next(iter(days), None)
    torn = said.role_behind and len(days) > 1 and bare.count("«") != bare.count("»")  # one may be of the title
    if kind is None or day is None or day.day is None or colon < 0 or torn:
        return None
    title, taken = _title(text[:day.start if said.role_behind else head_end], 0 if said.role_behind else day.end)
    if title is None:
        title, taken = _title(text[:day.start], 0)
    numbers = find_numbers(bare)
    joint = tuple(_joint(bare, day.end, line.lang))
    scope, narrowed = _narrowed(text, kind[1], head_end, line.lang)
    owned = [(day.start, day.end), *taken, narrowed, kind[1].span(), *(each.span for each in joint),
             *((each.start, each.end) for each in numbers)]
    left = _left(text[:head_end] + text[tail:colon], owned, line.lang)
    if title is None:
        title, left = _unquoted_title(left, kind, line.lang)
    printed = text[opened.start() + 1:tail - 1] if opened and closed else ""
    printings = tuple(_printings(printed, line.lang))
    number = numbers[0].number if len(numbers) == 1 + len(joint) else None
    target = Target(kind[0], day.day, title, printings, number, tuple((each.day, each.number) for each in joint))
    return NamedLaw(target, line.behind(colon + 1), left,
                 tuple(each.text for each in printings if each.articles is None and each.adopted is None), scope)


def _unquoted(text: str, lang: str) -> str:
    """Return a text with blanks in the place of what is quoted."""
    letters = list(text)
    for start, end in quotations(text, lang).items():
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def _narrowed(text: str, kind: re.Match[str], end: int, lang: str) -> tuple[Address | None, tuple[int, int]]:
    """Return the part of a law that its line names, and where: "in Article 5 of the Law", "in the Rules approved by".

    Of words that may name a part and are not read nobody knows which, `None`.
    """
    if spoken(lang).amending.role_behind:
        if approved := approved_by(text[kind.end():end], lang):
            return approved[0], (kind.end(), kind.end() + approved[1])
        behind = tokens_of(_left(text[kind.end():end], [], lang), lang)
        return (None if any(each.sign in _NAMES for each in behind) else ()), (0, 0)
    span = 0, kind.start()
    before = _left(text[:kind.start()], [], lang).strip(_MARKS)
    if not before:
        return (), (0, 0)
    if approved := approved_by(text[:kind.start()], lang):
        return approved[0], span
    cursor = Cursor(tokens_of(before, lang), lang)
    named = addresses_at(cursor, inline=False)
    while cursor.skip(Sense.FILLER):
        pass  # "annex 2 to the order"
    whole = len(named) == 1 and cursor.sign() is None and not any(step.since for step in named[0])
    return (named[0], span) if whole else (None, (0, 0))


@dataclass(frozen=True, slots=True)
class _Joint:
    """Hold the day and number of a further issuer of one act, and where it stands."""

    day: date
    number: str
    span: tuple[int, int]


def _joint(text: str, start: int, lang: str) -> Iterator[_Joint]:
    """Give the further issuers: "and of the Minister of Rivers of 22 November 2018 No. 95"."""
    for day in find_days(text[start:], lang):
        between = _pattern(spoken(lang).amending.joint).search(text, start, start + day.start)
        numbers = find_numbers(text[start:][day.end:])
        if between is None or day.day is None or not numbers:
            return
        yield _Joint(day.day, numbers[0].number, (between.start(), start + day.end))


def _colon(text: str, lang: str) -> int:
    """Return the place of the first colon outside of quotations, 0 where there is none."""
    place, quoted = -1, quotations(text, lang)
    while (place := text.find(":", place + 1)) >= 0:
        if not any(start < place < end for start, end in quoted.items()):
            return place
    return 0


def _participle(line: PrintedLine, start: int, colon: int) -> re.Match[str] | None:
    """Return what joins the name of an act to the one change in its line; there is none in a quotation."""
    text, quoted = line.text, quotations(line.text, line.lang)
    found = _pattern(spoken(line.lang).amending.by_participle).finditer(text, start, colon if colon > 0 else len(text))
    return next((match for match in found if not any(
        begin < match.start() < end for begin, end in quoted.items())), None)


def _bracket_end(text: str, start: int) -> int | None:
    depth = 0
    for match in _BRACKETS.finditer(text, start):
        depth += 1 if match[0] == "(" else -1
        if depth == 0:
            return match.end()
    return None


def _title(head: str, start: int) -> tuple[str | None, list[tuple[int, int]]]:
    """Return the title that is quoted behind a place, and where; nested quotations may have only one closing mark."""
    first = _OPENS.search(head, start)
    last = max(map(head.rfind, "»\""))
    if first is None or last <= first.start():
        return None, []
    return head[first.start() + 1:last], [(first.start(), last + 1)]


def _left(text: str, owned: list[tuple[int, int]], lang: str) -> str:
    """Return what no part of a target owns, joined."""
    letters = list(text)
    for start, end in owned:
        letters[start:end] = " " * (end - start)
    rest = _pattern(spoken(lang).amending.target_words).sub(" ", "".join(letters))
    return " ".join(_IDLE.sub(" ", rest).split())


def _unquoted_title(left: str, kind: tuple[ActKind, re.Match[str]], lang: str) -> tuple[str | None, str]:
    if _pattern(spoken(lang).amending.title_begins).match(left):
        return f"{left[0].upper()}{left[1:]}", ""
    return (kind[1][0] if kind[0] is ActKind.CODE else None), left


def _printings(text: str, lang: str) -> Iterator[PrintedIn]:
    """Give the entries of a list of printings, those that cannot be read with their text alone."""
    year: str | None = None
    issues: str | None = None
    start = 0
    for end in (*_cuts(text), len(text)):
        entry = " ".join(text[start:end].split())
        start = end + 1
        if not entry:
            continue
        match = _pattern(spoken(lang).amending.entry).fullmatch(entry.rstrip(" ."))
        if match:
            year, issues = match["year"] or year, match["issues"] or (None if match["year"] else issues)
            yield PrintedIn(entry, year, issues, match["articles"])
        else:
            yield _named_act(entry, lang)


def _cuts(text: str) -> Iterator[int]:
    """Give the places of the semicolons outside of quotations."""
    depth, straight = 0, 0
    for match in _ENTRY_MARKS.finditer(text):
        depth += {"«": 1, "»": -1}.get(match[0], 0)
        straight ^= match[0] == '"'
        if match[0] == ";" and depth <= 0 and not straight:
            yield match.start()


def _named_act(entry: str, lang: str) -> PrintedIn:
    """Read "Law of D «T», published in the newspapers «A» and «B» on D2", in either order of words."""
    days = [each.day for each in find_days(entry, lang)]
    quoted = [match[0].strip(_MARKS) for match in _QUOTED.finditer(entry)]
    said = spoken(lang).amending
    if len(days) != 2 or not quoted or not _pattern(said.named_act).match(entry):
        return PrintedIn(entry)
    (adopted, printed), title = (reversed(days), quoted[-1]) if said.role_behind else (days, quoted[0])
    organs = quoted[:-1] if said.role_behind else quoted[1:]
    return PrintedIn(entry, adopted=adopted, title=title, organs=tuple(organs), printed=printed)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(close_set(pattern))
