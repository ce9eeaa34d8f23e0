"""Find what stands above the first unit and is not understood: it may tell that the law has ended.

A preamble speaks of the act itself ("This Law …") or leads in what follows (":"); the line below the title ends with
the act's number and its registration; a title says nothing of an end. Anything else there is of nobody knows what.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from lawgraph.languages.printed import find_numbers
from lawgraph.languages.scanner import day_finder, found, holds_number, level, opens
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import LAW
from lawgraph.law.model import Finding, Severity, Unread, UnreadKind
from lawgraph.parsing.layout import Row, RowKind
from lawgraph.parsing.outline import place_of

_UNITS = {RowKind.HEADING, RowKind.LABELLED, RowKind.ANNEX}
_ASIDE = {RowKind.CONTENTS, RowKind.BESIDE}
_LEADS_IN = (":", ";", ",")
_BEHIND = re.compile(r"[.,;(\[–—](?!\d)")
_TAIL = re.compile(r"[(\[]([^()\[\]]{1,120})[)\]]\W*$|\.\s+(\S.{0,120})$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_SOLEMN = 200
"""Characters: so long a line without a day or an act is a preamble, however it begins."""


def unread_above(rows: Sequence[Row], lang: str) -> tuple[Unread, ...]:
    """Return the lines above the first unit that are not understood; each concerns the whole law."""
    above = takewhile(lambda row: row.kind not in _UNITS, (row for row in rows if row.kind not in _ASIDE))
    strange = (row.block for row in _strange(above, lang))
    return tuple(Unread(UnreadKind.NOTE, (LAW,), (), place_of(block), block.text) for block in strange)


def findings_above(lines: Sequence[Unread]) -> Iterator[Finding]:
    """Report each of those lines."""
    for line in lines:
        yield Finding("doubtful_line", Severity.WARNING,
                      "what stands above the first unit is not understood and may tell that the law has ended: "
                      f"{line.text[:120]!r}", line=line.span.line)


def _strange(above: Iterator[Row], lang: str) -> Iterator[Row]:
    for before, row in pairwise((None, *above)):
        if row is None:
            continue
        text = row.block.text
        led_in = before is not None and before.kind is RowKind.WORDING and before.block.text.endswith(_LEADS_IN)
        if ((row.kind is RowKind.TITLE and _ends_in_title(text, lang))
                or (row.kind is RowKind.REQUISITE and _behind_number(text, lang))
                or (row.kind is RowKind.WORDING and not led_in and not is_preamble(text, lang))):
            yield row


def is_preamble(text: str, lang: str) -> bool:
    """Tell whether a line can be of a preamble: it speaks of its act or leads in what follows, and of no end."""
    if text.endswith(_LEADS_IN):
        return True
    if found(spoken(lang).layout.own_word, text):
        return not (found(spoken(lang).clauses.lasts, text) or opens(spoken(lang).layout.of_page, text))
    return len(text) > _SOLEMN and not (holds_number(text) or _YEAR.search(text))


def _ends_in_title(text: str, lang: str) -> bool:
    tail = _TAIL.search(text)
    words = (tail[1] or tail[2]) if tail else ""
    return may_end(words, lang) or _YEAR.search(words) is not None


def _behind_number(text: str, lang: str) -> bool:
    """Tell whether words behind the act's number tell of something else than its registration or its repeal."""
    numbers = find_numbers(text)
    behind = _BEHIND.search(text, numbers[0].end) if numbers else None
    rest = text[behind.end():] if behind else ""
    known = found(spoken(lang).layout.registered, rest) or found(spoken(lang).clauses.gone, rest)
    return _LETTERS.search(rest) is not None and known is None


def may_end(text: str, lang: str) -> bool:
    """Tell whether words may tell that something ended: by a word for it, by a day, or as words on "the document"."""
    speech = spoken(lang)
    ends = (speech.clauses.for_a_time, speech.clauses.lasts, speech.clauses.gone)
    return _holds_day(text, lang) or any(found(each, text) for each in ends) or bool(opens(speech.layout.of_page, text))


def _holds_day(text: str, lang: str) -> bool:
    return day_finder(lang).search(level(text)) is not None
