"""Read when an amending act starts, and which of its parts start on other days.

References to parts are addresses of the act itself: article, item, step, physical paragraphs of the step, those of
wordings included. Words that narrow the extent of a part ("as far as they concern …") leave it bounded; where words
alone tell which part starts on a day ("but for the provisions on bolts"), any may start on it, or with the act.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import dropwhile

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.printed import find_days
from lawgraph.languages.scanner import count_of, found, opens, plain_pattern, scan
from lawgraph.languages.spoken import is_of_another, spoken
from lawgraph.languages.tables import Nesting
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.days import add_months
from lawgraph.law.document import Finding, Severity
from lawgraph.parsing.footnotes.clauses import UNSTATED, read_clause
from lawgraph.parsing.footnotes.enactment import without_issued
from lawgraph.parsing.footnotes.own_terms import is_read
from lawgraph.replay.addresses import Address, Cursor, UnitStep, addresses_at
from lawgraph.replay.instructions import (
    ActItem,
    ActPlace,
    AmendingAct,
    Instruction,
    QuotedWording,
    Start,
    UnreadLine,
)
from lawgraph.replay.wordings import label_of
from lawgraph.replay.words import PrintedLine, WordToken, tokens_of

_DATED = {RuleKind.AFTER_PUBLICATION, RuleKind.ON_PUBLICATION, RuleKind.FROM_SIGNING, RuleKind.ON_DAY}
_COUNTED = re.compile(r"(?<=[:;])\s{0,9}\d{1,3}\)\s")
_PARTS = {Level.ARTICLE, Level.PARAGRAPH, Level.POINT, Level.INDENT}

SOME_PART: Address = (UnitStep(Level.LAW),)
"""A part of the act of which only words tell: any instruction may be in it."""

Told = tuple[tuple[Start, ...], bool, tuple[Finding, ...]]


def starts_of(closing: Mapping[str, Sequence[PrintedLine]], lang: str) -> Told:
    """Return when the act and its parts start, whether an exception names no part, and what is not read."""
    starts: list[Start] = []
    findings: list[Finding] = []
    unsure = False
    for sentence, line in _sentences(closing, lang):
        told, clear = _read(sentence, starts, lang)
        starts += told
        open_ = not clear or found(spoken(lang).amending.suspends, without_issued(sentence, lang)) is not None
        unsure = unsure or open_
        if open_ or any(each.place == SOME_PART for each in told):
            findings.append(Finding("unread_commencement", Severity.WARNING,
                                    f"not all of this is understood, so no day is exact: {line.printed[:160]!r}",
                                    line=line.number))
    for line in _other_days(closing, lang):
        unsure = True
        findings.append(Finding("unread_commencement", Severity.WARNING,
                                f"this may speak of other days of what is amended: {line.printed[:160]!r}",
                                line=line.number))
    bounded = any(not each.place for each in starts) or all(each.place != SOME_PART for each in starts)
    return tuple(starts), unsure or not bounded, tuple(findings)


def _other_days(closing: Mapping[str, Sequence[PrintedLine]], lang: str) -> Iterator[PrintedLine]:
    """Give lines of the closing articles that tell a day and no commencement, or are in another language."""
    said = spoken(lang).amending
    for line in (line for lines in closing.values() for line in lines):
        applied = found(said.applies, line.text) and not found(said.operates, line.text)
        if is_of_another(line.text, lang) or (applied and any(day.day for day in find_days(line.text, lang))):
            yield line


def rules_for(act: AmendingAct, made: Instruction | UnreadLine) -> tuple[OperationRule, ...]:
    """Return the rules under which an instruction may start; one that is not surely told is unstated."""
    if made.begins:
        return (OperationRule(RuleKind.ON_DAY, day=made.begins),)
    own = [each for each in act.starts if each.place and holds_place(each.place, made.place)]
    general = [each for each in act.starts if not each.place]
    rules = [each.rule for each in own]
    if any(each.partial for each in own) or not covers([each.place for each in own], made):
        rules += (each.rule for each in general[:1])
    if act.unsure_starts or len(general) > 1 or not rules:
        rules.append(UNSTATED)
    return tuple(dict.fromkeys(rules))


def holds_place(part: Address, place: ActPlace) -> bool:
    """Tell whether a part of the act holds an instruction, or some of its paragraphs."""
    numbers = {step.level: step.number for step in part}
    if numbers.get(Level.ARTICLE, place.article) != place.article:
        return False
    item, step = numbers.get(Level.PARAGRAPH), numbers.get(Level.POINT)
    if not place.item and item is not None:
        item, step = None, step or item
    paragraph = numbers.get(Level.INDENT)
    first, last = place.paragraphs
    return item in (None, place.item) and step in (None, place.step) and (
        paragraph is None or first <= int(paragraph) <= last)


def lacks(item: ActItem, part: Address) -> bool:
    """Tell whether a part of the act lies in an item that has no such step, or no such paragraph of it."""
    places = [made.place for made in item.instructions]
    outer = {Level.ARTICLE, Level.PARAGRAPH} if item.number else {Level.ARTICLE}
    around = tuple(step for step in part if step.level in outer)
    if not places or len(around) == len(part) or not holds_place(around, places[0]):
        return False
    whole = tuple(step for step in part if step.level is not Level.INDENT)
    last = max((place.paragraphs[1] for place in places if holds_place(whole, place)), default=0)
    return not last or any(step.level is Level.INDENT and int(step.number) > last for step in part)


def is_nowhere(items: Iterable[ActItem], part: Address) -> bool:
    """Tell whether a part of the act lies in an item that the act has not, among the numbered ones of its article.

    An act of which a file holds some items alone may have it elsewhere: its first one is not number 1.
    """
    numbered = {(made.place.article, item.number) for item in items if item.number for made in item.instructions}
    article, paragraph = (next((step.number for step in part if step.level is level), None)
                          for level in (Level.ARTICLE, Level.PARAGRAPH))
    return paragraph is not None and (article, "1") in numbered and (article, paragraph) not in numbered


def covers(parts: Sequence[Address], made: Instruction | UnreadLine) -> bool:
    """Tell whether parts of the act hold all of an instruction: its line and its wordings, or all of these."""
    named = {int(step.number) for part in parts for step in part if step.level is Level.INDENT}
    first, last = made.place.paragraphs
    worded = isinstance(made, Instruction) and bool(made.wordings) and first < last
    return named >= set(range(first + worded, last + 1)) or any(part[-1].level is not Level.INDENT for part in parts)


def _sentences(closing: Mapping[str, Sequence[PrintedLine]], lang: str) -> Iterator[tuple[str, PrintedLine]]:
    """Give each paragraph that speaks of commencement, with the list that follows its colon."""
    operates = spoken(lang).amending.operates
    for lines in closing.values():
        place = 0
        while place < len(lines):
            line, text = lines[place], lines[place].text
            place += 1
            while text.rstrip().endswith((":", ";")) and place < len(lines):
                text, place = f"{text} {lines[place].text}", place + 1
            if found(operates, text) or found(spoken(lang).amending.suspends, without_issued(text, lang)):
                yield text, line


def _read(sentence: str, before: Sequence[Start], lang: str) -> tuple[list[Start], bool]:
    """Read a sentence behind others: the rule of the act, and of each part that it excepts or names."""
    sentence = _bare(sentence)
    excepts = list(plain_pattern(spoken(lang).clauses.exception).finditer(sentence))
    first = spoken(lang).words.nesting is Nesting.LARGER_FIRST
    if not found(spoken(lang).clauses.this, sentence.split(maxsplit=1)[0]):
        return _parts(sentence, before, lang)
    if not excepts:
        rules = _rules(sentence, lang)
        return [Start(rule) for rule in rules], len(rules) == 1
    general = sentence[excepts[-1].end():] if first else sentence[:excepts[0].start()]
    excepted = sentence[:excepts[-1].start()] if first else sentence[excepts[0].end():]
    rules = _rules(general, lang)
    starts = [Start(rule) for rule in rules]
    excepted = plain_pattern(spoken(lang).amending.of_this).sub("", excepted)
    parts, clear = _parts(excepted, [*before, *starts], lang)
    return [*starts, *parts], clear and bool(parts) and len(rules) == 1


def _parts(text: str, before: Sequence[Start], lang: str) -> tuple[list[Start], bool]:
    """Read when parts of the act start; tell whether all that names them was read, or that any may start on a day."""
    starts, clear = list[Start](), True
    larger_first = spoken(lang).words.nesting is Nesting.LARGER_FIRST
    for named, day in (_days_first(text, lang) if larger_first else _parts_first(text, lang)):
        parts, whole = references(named, lang)
        rules = _rules(day, lang)
        counted = _since_start(day, before, lang) or (rules if len(rules) == 1 else [])
        vague = not whole and len(rules) == 1 and not any(each.day for each in find_days(named, lang))
        clear = clear and (whole or vague) and (bool(counted) or not _may_name_parts(day, lang))
        starts += (Start(rules[0], SOME_PART, partial=True),) if vague else ()
        starts += (Start(rule, part, partial) for part, partial in parts for rule in counted or (UNSTATED,))
    return starts, clear


def _since_start(text: str, before: Sequence[Start], lang: str) -> list[OperationRule]:
    """Return the days that "two years after this Law begins" may mean, where the day of the law is stated.

    Whether the first day counts is not said.
    """
    told = opens(spoken(lang).amending.since_start, text.strip(" \n,.;"))
    general = [each.rule.day for each in before if not each.place]
    if told is None or told.end() != len(text.strip(" \n,.;")) or len(general) != 1 or general[0] is None:
        return []
    named = told.groupdict()
    months = 1 if named.get("months") else 12 if named.get("years") else 0
    count = count_of(named["count"], lang) if months and named["count"] else 1
    first = add_months(general[0], months * count)
    days = (first, first + timedelta(days=1)) if months * count else ()
    return [OperationRule(RuleKind.ON_DAY, day=day) for day in days]


def _may_name_parts(day: str, lang: str) -> bool:
    """Tell whether what stands for a day and is not read may name other parts, as no reference to the start does."""
    named = any(token.word.level not in (None, Level.LAW) for token in tokens_of(day, lang))
    return bool(day.strip(" \n.,;")) and (named or not found(spoken(lang).amending.since_start, day))


def _rules(text: str, lang: str) -> list[OperationRule]:
    """Return the rules of a text, none where it says more: "…, but not earlier than 1 January 2018", "… until 2019"."""
    tokens = scan(_COUNTED.sub(" ", text), lang)
    if found(spoken(lang).amending.since_start, text) or not is_read(tokens, lang):
        return []
    rules = [read_clause(token, lang) for token in tokens if token.meaning in _DATED]
    return [] if any(each.until for each in rules) else rules


def _parts_first(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Give references with the day behind them: "point 2 of paragraph 4, which is put into operation on D"."""
    place = 0
    marks = list(plain_pattern(rf"(?:,\s*\w{{3,10}}\s+)?(?:{spoken(lang).amending.operates})").finditer(text))
    for number, mark in enumerate(marks):
        end = text.find(";", mark.end())
        following = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        listed = 0 <= end < following
        stop = end if listed else _day_end(text, mark.end(), following, lang) if following < len(text) else following
        yield text[place:mark.start()], text[mark.end():stop]
        place = min(stop + listed, len(text))
    if text[place:].strip(" \n.;"):
        yield text[place:], ""


def _day_end(text: str, start: int, stop: int, lang: str) -> int:
    """Return where a day ends before the parts that start on the next one: "…, and point 2, which …"."""
    tokens = tokens_of(text[start:stop], lang)
    first = next((place for place, token in enumerate(tokens) if token.word.level in _PARTS), len(tokens))
    while 0 < first < len(tokens) and tokens[first - 1].sign in (Sense.COMMA, Sense.AND):
        first -= 1
    return start + tokens[first].start if first < len(tokens) else stop


def _days_first(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Give references with the day before them, as Kazakh has it."""
    marks = list(plain_pattern(rf"(?:{spoken(lang).amending.operates})\w*").finditer(text))
    place = 0
    for number, mark in enumerate(marks):
        following = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        cut = text.find(";", mark.end(), following)
        stop = cut if cut >= 0 else following
        yield text[mark.end():stop], text[place:mark.start()]
        place = stop
    if text[place:].strip(" \n.;"):
        yield text[place:], ""


def references(text: str, lang: str) -> tuple[list[tuple[Address, bool]], bool]:
    """Read references to parts of the act, each with whether words narrow it; tell whether all was read."""
    narrowed = found(spoken(lang).amending.partial, text)
    tokens = list(tokens_of(_bare(text), lang))
    partial = 0
    if narrowed:
        before = [token for token in tokens if token.end <= narrowed.start()]
        partial = len(_addresses(before, lang)[0])
        tokens = [*before, *_behind_narrowing(before, tokens, narrowed.end())]
    parts, rest = _addresses(tokens, lang)
    known = [part for part in parts if part and {step.level for step in part} <= _PARTS]
    clear = bool(parts) and len(known) == len(parts) and not rest
    return [(part, place < partial) for place, part in enumerate(known)], clear


def _addresses(tokens: Sequence[WordToken], lang: str) -> tuple[tuple[Address, ...], bool]:
    """Return the parts of the act that tokens name, and whether anything is left over."""
    named = dropwhile(lambda each: each.sign in (Sense.COMMA, Sense.AND), tokens)
    cursor = Cursor([each for each in named if each.sign is not Sense.FILLER], lang)
    parts = tuple(tuple(step for step in each if step.level is not Level.LAW)
                  for each in addresses_at(cursor, inline=False))
    left = (each.sign for each in cursor.tokens[cursor.place:])
    return parts, any(sign not in (Sense.COMMA, Sense.STOP, Sense.COLON, Sense.AND) for sign in left)


def _bare(text: str) -> str:
    """Return references without the number of a list's entry and the colon before it, at unchanged length."""
    return re.sub(r"^[\s:;,]{0,9}(?:\d{1,3}[.)](?=\s{0,9}[^\W\d]))?", lambda match: " " * len(match[0]), text)


def _behind_narrowing(before: Sequence[WordToken], tokens: Sequence[WordToken], end: int) -> Iterable[WordToken]:
    """Return the tokens behind words that narrow an extent; a tail that is shared goes on the chain before them."""
    behind = [token for token in tokens if token.start >= end]
    last = next((token.word.level for token in reversed(before) if token.sign is Sense.UNIT), None)
    for place, token in enumerate(behind[1:], 1):
        joint = behind[place - 1].sign in (Sense.COMMA, Sense.AND)
        if token.sign is Sense.UNIT and token.word.level in _PARTS and joint:
            outer = last is not None and token.word.level is not None and token.word.level.rank < last.rank
            return behind[place:] if outer else behind[place - 1:]
    return ()


def parted(items: Sequence[ActItem], starts: Sequence[Start], lang: str) -> tuple[ActItem, ...]:
    """Return items with an instruction for each unit where a day of its own is told of some of its paragraphs.

    Only units of one line each are parted: the paragraph of the act that a reference names is that unit then.
    """
    return tuple(replace(item, instructions=tuple(
        each for made in item.instructions for each in _by_units(made, starts, lang))) for item in items)


def _by_units(made: Instruction, starts: Sequence[Start], lang: str) -> Iterator[Instruction]:
    own = [each.place for each in starts if each.place and holds_place(each.place, made.place)]
    units, brings = made.edit.new or made.edit.targets, bool(made.edit.new)
    lines = [(line, wording.span) for wording in made.wordings for line in wording.lines]
    first, last = made.place.paragraphs
    alone = len(units) == len(lines) == last - first and all(
        unit and unit[-1].number and label_of(line, unit[-1].level, lang) == unit[-1].number
        for unit, (line, _) in zip(units, lines, strict=True))
    if not own or covers(own, made) or not alone:
        yield made
        return
    for place, (unit, (line, span)) in enumerate(zip(units, lines, strict=True), first + 1):
        edit = replace(made.edit, new=(unit,)) if brings else replace(made.edit, targets=(unit,))
        # The line of the instruction goes with the first unit.
        yield replace(made, edit=edit, wordings=(QuotedWording((line,), span),), place=replace(
            made.place, paragraphs=(place - (place == first + 1), place)))
