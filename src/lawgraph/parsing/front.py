"""Find what stands above the first unit and is not understood: it may tell that the law has ended.

A preamble speaks of the act itself ("This Law …") or leads in what follows (":"); the line below the title ends with
the act's number and its registration; a title says nothing of an end. Anything else there is of nobody knows what.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, dropwhile, takewhile

from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import (
    bracketed,
    day_finder,
    found,
    holds_day,
    holds_number,
    level,
    opens,
    plain_pattern,
)
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import NoteKind
from lawgraph.law.amendments import Action
from lawgraph.law.document import Document, Finding, Severity, Unread, UnreadKind
from lawgraph.law.eid import LAW, Kind
from lawgraph.parsing.doubtful import (
    Look,
    holds_note,
    is_frame,
    is_imprint,
    is_of_print,
    is_placeholder,
    look_of,
    tells_of_change,
    tells_origin,
)
from lawgraph.parsing.footnotes.editors import is_known_remark
from lawgraph.parsing.layout import Row, RowKind
from lawgraph.parsing.outline import place_of
from lawgraph.reading.requisites import is_lapsed, is_of_page, tells_end
from lawgraph.reading.source import Block, holds_gap

_UNITS = {RowKind.HEADING, RowKind.LABELLED, RowKind.ANNEX}
_ASIDE = {RowKind.CONTENTS, RowKind.BESIDE}
_LEADS_IN = (":", ";", ",")
_BEHIND = re.compile(r"[.,;(\[–—](?!\d)")
_TAIL = re.compile(r"[(\[]([^()\[\]]{1,300})[)\]]\W*$|\.\s+(\S.{0,300})$")
_BRACKET = re.compile(r"\(([^()]{1,300})\)")
_QUOTED = re.compile(r"[\"«“][^\"»”]{0,300}[\"»”]")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE = re.compile(r"(?<=[.;)!])\s+")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")
_SOME = re.compile(r"[^\W\d_]{2,}")
_FEW, _MANY = 5, 12
_LETTERS = re.compile(r"[^\W\d_]{3}")
_WORD = re.compile(r"[^\W\d_]{4}")
_MOST_OF_TITLE = 3
_DOTTED_DAY = re.compile(r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])")
"""A day that hardly stands in a title: what is glued to it tells of an edition."""

"""Lines that begin large: with more of them above the number, a menu may stand there."""
_AIMED = 120
"""Characters: a preamble of one sentence as short as this says what the act does."""
_SOLEMN = 200
"""Characters: so long a line without a day or an act is a preamble, however it begins."""


def unread_above(rows: Sequence[Row], lang: str) -> tuple[Unread, ...]:
    """Return the lines above the first unit that are not understood; each concerns the whole law."""
    above = tuple(takewhile(lambda row: row.kind not in _UNITS, (row for row in rows if row.kind not in _ASIDE)))
    signed = any(row.kind is RowKind.SIGNATURE for row in above)
    above = tuple(row for row in above if not (signed and _is_body(row, lang)))
    behind = (row for row in _behind_signature(rows)
              if row.note is NoteKind.NOTE and not is_known_remark(row.block.text, lang))
    beside = (row for row in rows if row.kind is RowKind.BESIDE and tells_end(row.block.text, lang))
    strange = (row.block for row in chain(_strange(above, lang), _beside_title(above, lang), behind, beside))
    return tuple(Unread(UnreadKind.NOTE, (LAW,), (), place_of(block), block.text) for block in strange)


def without_sign(document: Document, retrieved: date | None) -> Document:
    """Return a document without doubt about the sign of its state, where a note names the act that ended the law.

    An end that was still to come when the text was retrieved is not the one that the sign stands for.
    """
    ends = [each.operation.day for each in document.claims
            if each.action is Action.REPEAL and each.target == LAW and each.act and not each.pending]
    told = any(not (day and retrieved and day > retrieved) for day in ends)
    signs = {each.span for each in document.unread if told and each.eids == (LAW,) and is_lapsed(each.text)}
    if not signs:
        return document
    lines = {span.line for span in signs}
    return replace(document, unread=tuple(each for each in document.unread if each.span not in signs),
                   findings=tuple(each for each in document.findings
                                  if not (each.kind == "unread_note" and each.line in lines)))


def changed_untold(requisite: Block | None, document: Document) -> Iterator[Unread]:
    """Give the line below the title where it tells of a change, on a later day, of which no note tells.

    A day as of which a text stands is told by any note before it.
    """
    first, layout = document.adopted, spoken(document.lang).layout
    if requisite is None or first is None or not found(layout.version, requisite.text):
        return
    told = {claim.act.adopted for claim in document.claims if claim.act and claim.act.adopted}
    as_of = found(layout.as_of, requisite.text)
    later = [each.day for each in find_days(requisite.text, document.lang) if each.day and each.day > first]
    if any(day not in told and not (as_of and any(first < each <= day for each in told)) for day in later):
        yield Unread(UnreadKind.NOTE, (LAW,), (), place_of(requisite), requisite.text)


def lost_in_title(rows: Iterable[Row], lang: str) -> Iterator[Unread]:
    """Give the lines of the law's title that hold what could not be read or another title, or are hardly of it."""
    titles = [row.block for row in rows if row.kind is RowKind.TITLE]
    many = sum(block.text[0].isupper() for block in titles) > _MOST_OF_TITLE
    for block in (block for block in titles if many or holds_gap(block.text) or _DOTTED_DAY.search(block.text)):
        yield Unread(UnreadKind.TEXT, (LAW.child(Kind.HEADING),), (), place_of(block), block.text)
    renamed = spoken(lang).layout.renamed
    for block in (block for block in titles if any(opens(renamed, part) for part in bracketed(block.text))):
        yield from (Unread(kind, (LAW.child(Kind.HEADING),), (), place_of(block), block.text)
                    for kind in (UnreadKind.TEXT, UnreadKind.NOTE))


def findings_above(lines: Sequence[Unread]) -> Iterator[Finding]:
    """Report each of those lines."""
    for line in lines:
        yield Finding("doubtful_line", Severity.WARNING,
                      "what stands above the first unit is not understood and may tell that the law has ended: "
                      f"{line.text[:120]!r}", line=line.span.line)


def _behind_signature(rows: Sequence[Row]) -> Iterable[Row]:
    """Give what stands behind the signature, up to an annex."""
    behind = dropwhile(lambda row: row.kind is not RowKind.SIGNATURE, rows)
    return takewhile(lambda row: row.kind not in _UNITS, behind)


def _is_body(row: Row, lang: str) -> bool:
    """Tell whether a line above the signature of an act without units, which it would stand above, is all it says."""
    text = day_finder(lang).sub(" ", level(row.block.text))
    return row.kind is RowKind.WORDING and not (tells_end(text, lang) or _ends_somehow(text, lang))


def _strange(above: Iterable[Row], lang: str) -> Iterator[Row]:
    seen: list[Row] = []
    for row in above:
        told = row.note not in (None, NoteKind.NOTE) or row.block.marked is not None
        if not told and _IS_STRANGE.get(row.kind, _never)(row, seen, lang):
            yield row
        seen.append(row)


def _beside_title(above: Iterable[Row], lang: str) -> Iterator[Row]:
    """Give the lines of a title that may be none and tell of an end: they begin neither as one nor as what goes on."""
    titles = [row for row in above if row.kind is RowKind.TITLE]
    begun = [row for row in titles if row.block.text[0].isupper() or not row.block.text[0].isalnum()]
    about = plain_pattern(rf"(?:{spoken(lang).layout.about})\b")
    yield from (row for row in begun if len(titles) > 1 and not about.match(row.block.text) and (
        _ends_somehow(row.block.text, lang) or (row is not titles[-1] and _is_dated(row.block.text, lang))))


def _strange_title(row: Row, _: Sequence[Row], lang: str) -> bool:
    text = row.block.text
    tail = _TAIL.search(text)
    words = tail and (tail[1] or tail[2])
    layout = spoken(lang).layout
    of_year, of_itself = plain_pattern(layout.of_year), opens(layout.own_word, text) or is_of_page(text, lang)
    # What stands in brackets may name the act otherwise: "(Tax Code)", "(abridged)".
    ends = words is not None and not of_year.fullmatch(words) and (
        _is_dated(words, lang) or _ends_in_words(words, lang) or (not (tail and tail[1]) and _is_done(words, lang)))
    return ends or bool(of_itself) or tells_end(text, lang)


def _strange_behind_number(row: Row, _: Sequence[Row], lang: str) -> bool:
    """Tell whether a sentence behind the act's number tells of something else than its registration or its repeal."""
    text = row.block.text
    numbers, speech = find_numbers(text), spoken(lang)
    behind = _BEHIND.search(text, numbers[0].end) if numbers else None
    told = text[behind.start():] if behind else ""
    told = _BRACKET.sub(lambda match: "" if is_imprint(match[1], lang) else match[0], told)
    rest = () if is_imprint(told, lang) else _SENTENCE.split(told[1:])
    return _ended(text[:behind.start()] if behind else text, lang) or any(
        _LETTERS.search(each) and not found(speech.clauses.gone, each) and (
            not found(speech.layout.registered, each) or _ended(each, lang)) for each in rest)


def _strange_remark(row: Row, seen: Sequence[Row], lang: str) -> bool:
    """Tell whether a line without a label, and without an act, is of no known form nor the title again."""
    text = row.block.text
    below = any(row.kind is RowKind.REQUISITE for row in seen)
    again = any(row.block.text == text for row in seen if row.kind is RowKind.TITLE)
    read = row.note is not None and holds_number(text)
    known = read or again or tells_origin(text, lang) or is_of_print(text) or is_known_remark(text, lang)
    return not known and (below or holds_number(text) or may_end(text, lang))


def _strange_wording(row: Row, seen: Sequence[Row], lang: str) -> bool:
    text = row.block.text
    above = seen[-1].block.text if seen and seen[-1].kind is RowKind.WORDING else ""
    led_in = above.endswith(_LEADS_IN) or (above[-1:].isalpha() and text[0].islower())  # a print broke the sentence
    return tells_end(text, lang) or (not led_in and not is_preamble(text, lang))


def _never(*_: object) -> bool:
    return False


_IS_STRANGE: Mapping[RowKind, Callable[[Row, Sequence[Row], str], bool]] = {
    RowKind.TITLE: _strange_title, RowKind.REQUISITE: _strange_behind_number, RowKind.NOTE: _strange_remark,
    RowKind.WORDING: _strange_wording}


def is_preamble(text: str, lang: str) -> bool:
    """Tell whether a line can be of a preamble: it speaks of its act or leads in what follows, and of no end."""
    if text.endswith(_LEADS_IN):
        return True
    speech, dated = spoken(lang), not holds_number(text) and _is_dated(text, lang)
    clauses = speech.clauses
    ends = any(found(each, text) for each in (clauses.lasts, clauses.speaks, clauses.outdated))
    if found(speech.layout.enacts, text):
        told = day_finder(lang).sub(" ", _QUOTED.sub(" ", text))  # an act that it rests on has its day and its title
        return not (ends or found(clauses.for_a_time, told) or opens(speech.layout.of_page, text))
    if found(speech.layout.own_word, text):
        aimless = len(text) <= _AIMED and not found(speech.layout.purpose, text)
        return not (ends or dated or aimless or opens(speech.layout.of_page, text))
    return len(text) > _SOLEMN and not (holds_number(text) or dated)


def _is_dated(text: str, lang: str) -> bool:
    return _YEAR.search(text) is not None or holds_day(text, lang)


def _ended(text: str, lang: str) -> bool:
    """Tell whether words say that something has ended, but for the repeal that is read."""
    return found(spoken(lang).clauses.ended, text) is not None and not found(spoken(lang).clauses.gone, text)


def may_end(text: str, lang: str) -> bool:
    """Tell whether words may tell of an end: by a word for it, a day or a year, or as words on "the document"."""
    return _is_dated(text, lang) or _ends_somehow(text, lang)


def _ends_somehow(text: str, lang: str) -> bool:
    return _ends_in_words(text, lang) or _is_done(text, lang)


def _ends_in_words(text: str, lang: str) -> bool:
    clauses = spoken(lang).clauses
    ends = (clauses.for_a_time, clauses.lasts, clauses.gone, clauses.ended, clauses.outdated)
    return opens(spoken(lang).layout.of_page, text) is not None or any(found(each, text) for each in ends)


def _is_done(text: str, lang: str) -> bool:
    """Tell whether a sentence of few words says that something was done; a line with the initial of a name does not."""
    return is_placeholder(text.strip(" .!")) or (not _INITIAL.search(text) and any(
        (done := found(spoken(lang).clauses.done, each))
        and len(_SOME.findall(each)) <= (_FEW if done.start() else _MANY) for each in _SENTENCE.split(text)))


def may_end_behind(text: str, lang: str) -> bool:
    """Tell whether a line behind the signature may tell of an end; offices, a number, a place and a day do not."""
    speech, plain = spoken(lang), day_finder(lang).sub(" ", level(text))
    for number in reversed(find_numbers(plain)):
        plain = plain[:number.start] + plain[number.end:]
    bare = not _WORD.search(plain) or is_frame(plain, lang) or opens(speech.layout.signer, text) is not None
    of_itself = any(found(each, text) for each in (speech.layout.own_word, speech.clauses.speaks))
    another = found(speech.clauses.operates, text) or opens(speech.layout.see_also, text)
    if another and holds_number(text):
        return True
    return not bare and (of_itself or look_of(text, lang) is Look.NOTE or holds_note(text, lang) or may_end(text, lang))


def tells_of_annex(text: str, lang: str) -> bool:
    """Tell whether a line on a stamp tells of a change or an end: "not in force", "in the wording of order No. 20"."""
    clauses = spoken(lang).clauses
    ends = (clauses.fate, clauses.ended, clauses.outdated, clauses.passing)
    return tells_of_change(text, lang) or any(found(each, text) for each in ends)
