"""Remarks of a source on its own text, told by their form: whatever their words are, no law says such things of itself.

No article speaks of itself by its number, but for "Article 2 of this Law"; a sentence of a day or year and hardly a
word more is no norm, nor is one of a few words on what was done, or one with a label and a year, or one in another
language; and no wording is older than the acts that it names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from lawgraph.languages.letters import NEVER
from lawgraph.languages.printed import find_days, find_law_numbers, find_numbers
from lawgraph.languages.scanner import (
    bracketed,
    day_finder,
    found,
    holds_day,
    level,
    opens,
    plain_pattern,
    scan,
)
from lawgraph.languages.spoken import spoken
from lawgraph.languages.state import adopted_later
from lawgraph.law.amendments import Action
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Document, Provision, Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.doubtful import is_placeholder
from lawgraph.parsing.footnotes.clauses import addresses, units
from lawgraph.parsing.footnotes.doubts import named_in
from lawgraph.parsing.footnotes.fates import is_fate_alone
from lawgraph.parsing.footnotes.sentences import enclosing, is_subject, sentences_of
from lawgraph.parsing.versions import alike, two_versions
from lawgraph.reading.source import STRUCK

_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"")
_LABEL = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}:\s")
_MARK = re.compile(r"<\s?\*+\s?>|[†‡]|~~(?=[^\W\d])")
_STRUCK = re.compile(rf"{STRUCK}([0-9]{{1,3}}(?:-[0-9]{{1,3}}){{0,4}})([.)])\s")
_ASIDE = re.compile(r"[(\[<][^\W\d_]{1,20}\.?(?:\s[^\W\d_]{1,20}\.?)?[)\]>]\W{0,3}(?=\w)")
_BEHIND = re.compile(r"[^\W\d_]{4}[.;!]\s{1,3}(?:[^\w\s«“„\"(]{1,3}\s?\w{0,4}|[(\[{<][^()\[\]{}<>]{1,60}[)\]}>]\.?"
                     r"|[^\W\d_]{1,12}(?:\s[^\W\d_]{1,12})?[!\u2026]?|(?:[^\W\d_]{1,8}\.?\s)?\d{1,4}"
                     r"(?:(?:\s?/\s?|\s[^\W\d_]{2}\s)\d{1,4})?)\Z")
"""What stands behind the last sentence of a text and is none: a sign, brackets, a word or two or a number without an
end."""
_BREAK = re.compile(r"\.\s|\s[–—-]\s")
_LAST_BRACKET = re.compile(r"[(\[{]([^()\[\]{}]{1,60})[)\]}](?=\W{0,2}\Z|[.;])")
_SHORT = re.compile(r"(?:[^\W\d_]{1,5}\.\s?){1,2}")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]{1,4}\.\s?){1,2}")
"""A line that is nothing but a word cut short, as "Repl.": a word of five letters may be a sentence, as "Burns." is."""
_OF_YEAR = re.compile(r"[\[(](?:19|20)\d\d[\])]\s|(?:19|20)\d\d\s?:\s")
_ITEMS = {Kind.POINT, Kind.SUBPOINT, Kind.INDENT}
_POINTS = (Kind.POINT, Kind.SUBPOINT)
_NUMBERED = {Kind.PARAGRAPH, *_POINTS}
_SIGNS = " *†‡•–—-"
_FRAME = " ()[]<>*_.;-–—"
_GOES_ON = (";", ":", ",")
_LEADS_ON = (*_GOES_ON, "–", "—", "-")
_WHOLE_ENDS = (".", "!", "»", "\"", ")")
_CUT = re.compile(r"[^\W\d_]-$")
_MOST_BESIDE, _MOST_TOLD, _MOST_ON_WORDING = 5, 8, 14
_LONGEST_LABEL, _MOST_BEFORE = 60, 6
_NEAR, _MOST_OF_TAIL = 12, 3
"""Characters between the day of an act and its number."""


def remarks(document: Document) -> Iterator[Unread]:
    """Give the sentences that speak of the text in which they stand, with what they leave unsure.

    Behind a number they speak of what bears it, else of all that stands in the article.
    """
    read, alone = {term.within for term in document.terms}, frozenset(_alone(document))
    for above, each in zip((None, *document.provisions), document.provisions, strict=False):
        article = each.eid.outermost
        if article.kind is Kind.PREAMBLE:
            continue
        annexed, younger = article.kind is Kind.ANNEX, _is_younger(document, each)
        speaks = each.eid not in read and (_titled(document, each) or _names(document, each))
        of_article = speaks or (younger and not annexed)
        of_text = _is_remark_in_annex if annexed else _is_remark
        torn = any(told(each, document.lang) for told in (two_versions, _is_torn))
        lines = [line for line in (_lines_in_annex(document, each) if annexed else _lines(document, each))
                 if of_text(line, document.lang) or (
                     each.eid not in read and _is_dated(line, document) and not _lists_older(each, document))]
        beside = above is not None and alike(above, each)
        if struck := tuple(_struck_out(document, each)):
            yield Unread(UnreadKind.NOTE, struck, (), each.span, each.text or "")
        marked = _bears_mark(document, each) or _begins_aside(each) or _ends_aside(each, document.lang)
        if of_article or younger or torn or beside or lines or marked or each.eid in alone:
            own = each.kind in _NUMBERED and not of_article
            about = each.eid if own else (annexed and each.eid.parent) or article
            words = " ".join(filter(None, (each.heading, each.text)))
            note = Unread(UnreadKind.NOTE, (about,), (), each.span, words)
            telling = (note,) if younger or each.eid in alone else tuple(replace(note, text=line) for line in lines)
            named = (eid for one in telling for eid in named_in(one, document.known, document.lang))
            yield replace(note, eids=tuple(dict.fromkeys((about, *named))))


def starts_in_table(document: Document) -> Iterator[Unread]:
    """Give the tables behind the line on the law's start that print a number and a day in one row: that of a unit."""
    for each in document.provisions if document.closing is not None else ():
        behind = each.eid.outermost.kind is Kind.ARTICLE and each.span.end > (document.closing or 0)
        rows = (line.split("\t") for line in (each.text or "").split("\n") if behind and "\t" in line)
        if any(any(map(str.isdigit, row)) and any(holds_day(cell, document.lang) for cell in row) for row in rows):
            yield Unread(UnreadKind.NOTE, (LAW,), (), each.span, each.text or "")


def _is_torn(each: Provision, lang: str) -> bool:
    """Tell whether a blank or a hyphen tears a word of a note, or the last word that stands in a line."""
    text = each.text or ""
    return _CUT.search(text) is not None or any(
        not match[0].isalpha() for match in _torn_words(lang).finditer(" ".join(filter(None, (each.heading, text)))))


@cache
def _torn_words(lang: str) -> re.Pattern[str]:
    words = ("(?:-\n| ?)".join(map(re.escape, word)) for word in spoken(lang).layout.torn)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words) or NEVER})", re.IGNORECASE)


def _alone(document: Document) -> Iterator[Eid]:
    """Give the short paragraphs that say nothing in the present, as each sentence of a law does, and go on from none.

    Below the line on the law's start anything may stand, in an annex but behind a sentence under a number any words.
    """
    end = len(document.text) if document.closing is None else document.closing
    for above, each in pairwise(document.provisions):
        text, before = each.text or "", above.text or ""
        if each.kind is Kind.ALINEA and before[-1:] in _WHOLE_ENDS and text[-1:] not in _LEADS_ON \
                and "\t" not in text and is_short(text, document.lang) \
                and (_ABBREVIATED.fullmatch(text) or not _says(text, document.lang)) \
                and (_is_ruled(each.eid.parent, before, document.lang) if each.eid.outermost.kind is Kind.ANNEX
                     else each.span.start < end):
            yield each.eid


def _is_ruled(within: Eid | None, before: str, lang: str) -> bool:
    return within is not None and within.kind is Kind.PARAGRAPH and _says(before, lang)


def _says(text: str, lang: str) -> bool:
    clauses, plain = spoken(lang).clauses, level(text)
    if found(spoken(lang).layout.version, text) and _beside(text, lang) <= _MOST_OF_TAIL:
        return False
    said = any(found(each, plain) for each in (clauses.says, clauses.states))
    return said or text[:1].islower() or not _WORD.search(text)


def is_short(line: str, lang: str) -> bool:
    """Tell whether a line has no more words, beside its days, than a remark."""
    return _beside(line, lang) <= _MOST_TOLD


def _lines(document: Document, each: Provision) -> Iterator[str]:
    """Give a text and its sentences but for rows of tables and those behind which it goes on: a version may."""
    text = each.text or ""
    yield from (line for line in dict.fromkeys((text, *sentences_of("", text, document.lang)))
                if line and "\t" not in line and (not line.endswith(_GOES_ON) or _is_versions(line, document.lang)))


def _lines_in_annex(document: Document, each: Provision) -> Iterator[str]:
    """Give the sentences that are no item of a list: not the first behind a number, none without a full stop."""
    told = sentences_of("", each.text or "", document.lang)
    told = told[1:] if each.kind in _NUMBERED else told
    yield from (line for line in told if line.endswith(".") and "\t" not in line)


def _is_remark_in_annex(line: str, lang: str) -> bool:
    """Tell whether a sentence of an annex tells of something done; what is listed may be a word of any form."""
    few = 1 < _beside(line, lang) <= _MOST_BESIDE
    return few and line[0].isupper() and found(spoken(lang).clauses.done, line) is not None


def _is_versions(line: str, lang: str) -> bool:
    """Tell whether a line leads in one of several versions of a text: "Version in force until 1 January 2025:"."""
    return line.endswith(":") and is_short(line, lang) and (
        found(spoken(lang).layout.version, line) is not None or is_fate_alone(level(line).rstrip(":"), lang))


def _titled(document: Document, each: Provision) -> bool:
    """Tell whether a remark, or an abbreviation of one, stands in the brackets of a heading: "(repd.)".

    The brackets of a title may name the act otherwise; what ends it there is told as the end of the law is.
    """
    titles, heading = each.eid.outermost == LAW, each.heading or ""
    if not titles and any(is_placeholder(tail) for tail in _tails(heading)):
        return True
    return any((not titles and _is_remark(part[:1].upper() + part[1:], document.lang)) or _SHORT.fullmatch(part)
               or _is_dated(part, document) or _YEAR.fullmatch(part) for part in bracketed(heading))


def _tails(heading: str) -> Iterator[str]:
    """Give the last one, two and three words of a heading that has more."""
    words = [word.strip(_FRAME) for word in heading.split()]
    yield from (" ".join(words[-count:]) for count in range(1, _MOST_OF_TAIL + 1) if count < len(words))


def _bears_mark(document: Document, each: Provision) -> bool:
    """Tell whether a heading or text bears the mark of a note of which none is left: "Oil <*>"."""
    return any(_MARK.search(part or "") for part in (each.heading, each.text)) and not any(
        claim.target.outermost == each.eid.outermost for claim in document.claims)


def _begins_aside(each: Provision) -> bool:
    """Tell whether a heading, or what bears a number, begins with a word or two in brackets: "2. (new) Oil is …"."""
    texts = (each.heading, each.text if each.kind in _NUMBERED else None)
    return each.eid.outermost.kind is not Kind.ANNEX and any(_ASIDE.match(words or "") for words in texts)


def _ends_aside(each: Provision, lang: str) -> bool:
    """Tell whether a text goes on behind its last sentence, or ends one in brackets that speak of it: "(now burnt)"."""
    text, heading = each.text or "", each.heading or ""
    if each.eid.outermost.kind is Kind.ANNEX or each.eid.outermost == LAW or "\t" in text:
        return False
    asides = [*(last[1] for words in (text, heading) for last in _LAST_BRACKET.finditer(words)),
              *_BREAK.split(heading)[1:]]
    told = plain_pattern(spoken(lang).layout.aside)
    return _BEHIND.search(text) is not None or any(told.fullmatch(part.strip(_FRAME)) for part in asides)


def _struck_out(document: Document, each: Provision) -> Iterator[Eid]:
    """Give what bears the number of a line that is struck out, in one of the lists around: it has two wordings."""
    for number, mark in _STRUCK.findall(each.text or "") if STRUCK in (each.text or "") else ():
        kinds = _POINTS if mark == ")" else (Kind.PARAGRAPH,)
        yield from (eid for around in (each.eid, *each.eid.ancestors) for kind in kinds
                    for eid in (around.child(kind, number),) if eid in document.known)


def _is_remark(line: str, lang: str) -> bool:
    """Tell whether a line has the form of a remark; what tells the law's own start has not."""
    clauses = spoken(lang).clauses
    bare, quoted = _QUOTED.subn(" ", level(line))
    beside = _beside(bare, lang)
    if opens(clauses.own, line):
        return False
    done = line[0].isupper() and (_is_predicate(bare, lang) or found(clauses.outdated, bare) is not None)
    layout = spoken(lang).layout
    labelled = opens(layout.earlier, line) or opens(layout.instructs, line) or (opens(layout.of_text, line) and (
        found(layout.version, line) or holds_day(line, lang)))
    exchanged = quoted > 1 and is_short(bare, lang) and _done_by(bare, clauses.done)
    lost = any(is_placeholder(part) for part in (line.strip(_FRAME), *bracketed(line)))
    former = beside <= _MOST_BESIDE and found(layout.former, bare) is not None
    versioned = former or _OF_YEAR.match(line) is not None
    told = (done and beside <= _MOST_BESIDE) or versioned or labelled is not None or (
        beside <= _MOST_ON_WORDING and found(clauses.of_wording, bare) is not None)
    return told or exchanged or lost or _is_foreign(line, lang)


def _is_dated(line: str, document: Document) -> bool:
    """Tell whether a line has a day or year and no norm: few words without a verb that has a subject, or a label.

    Of a year after that of the law only who came later tells: more words may stand beside it.
    """
    lang, bare = document.lang, _QUOTED.sub(" ", level(line)).lstrip(_SIGNS)
    years = [int(year) for year in _YEAR.findall(bare)] if not line[0].isdigit() else []
    if not (years or holds_day(bare, lang)) or opens(spoken(lang).clauses.own, line) or line.startswith("©"):
        return False
    later = document.adopted is not None and any(year > document.adopted.year for year in years)
    says = found(spoken(lang).clauses.says, bare)
    subject = says is not None and says.start() > 0
    return _LABEL.match(line) is not None or (
        not subject and _beside(bare, lang) <= (_MOST_TOLD if later else _MOST_BESIDE))


def _lists_older(each: Provision, document: Document) -> bool:
    """Tell whether an item of a list is an act that is older than the law, and so has changed nothing in it."""
    text, adopted = each.text or "", document.adopted
    days = [day for _, day in _acts(text, document.lang)] if each.kind in _ITEMS and not text[:1].isupper() else []
    return adopted is not None and bool(days) and all(day and day < adopted for day in days)


def _is_predicate(bare: str, lang: str) -> bool:
    """Tell whether a line tells of something done, and no other verb has a subject before it: "… guards the walls"."""
    done = found(spoken(lang).clauses.done, bare)
    says = found(spoken(lang).clauses.says, bare[:done.start()]) if done else None
    return done is not None and not (says is not None and says.start() > 0)


def _done_by(bare: str, done: str) -> bool:
    """Tell whether a line tells of something done up to some word: "the word was replaced by …", not "replace …"."""
    words = bare.split()
    return any(found(done, " ".join(words[:end])) for end in range(1, len(words) + 1))


def _beside(line: str, lang: str) -> int:
    return len(_WORD.findall(day_finder(lang).sub(" ", level(line))))


def _is_foreign(line: str, lang: str) -> bool:
    """Tell whether a line of several words has no letter of the language."""
    letters = "".join(spoken(lang).layout.alphabets)
    return len(_WORD.findall(line)) > 2 and not any(letter in letters for letter in level(line).casefold())


def _names(document: Document, each: Provision) -> bool:
    """Tell whether the article is named within itself, or what bears a number as the subject of a sentence in it."""
    bearing = frozenset((each.eid, *each.eid.ancestors))
    numbers = tuple(filter(None, (eid.number for eid in bearing)))
    return any(bearing.intersection(_named(line, document, each.eid.outermost))
               for line in (each.heading or "", *_lines(document, each)) if any(number in line for number in numbers))


def _named(line: str, document: Document, around: Eid) -> Iterator[Eid]:
    """Give the articles that a line names, and other units that it speaks of; none beside an act: it may be of that."""
    tokens, lang = scan(line, document.lang), document.lang
    if any(isinstance(token.meaning, ActKind) or token.meaning is Kind.LAW for token in tokens):
        return
    named = units(tokens, lang)
    yield from (eid.outermost for unit in named for eid in addresses(unit, None, document.known)
                if eid.outermost.kind is Kind.ARTICLE)
    if is_subject(tokens) and not found(spoken(lang).citing.this, line):
        yield from (eid for unit in named for eid in addresses(unit, around, document.known))


def _is_younger(document: Document, each: Provision) -> bool:
    """Tell whether a provision names an act that is younger than the law, and no note tells of a change since.

    Beside such an act no article names itself, whatever was changed since: that is a note on it.
    """
    words = " ".join(filter(None, (each.heading, each.text)))
    named = tuple(_acts(words, document.lang)) if document.adopted else ()
    later = [day for number, day in named if _is_later(document, number, day)]
    if not later:
        return False
    if any(_speaks_of(each.eid.outermost, line, document) for line in (each.text or "").split("\n")):
        return True
    around = {LAW, each.eid.outermost, *enclosing(document, each.eid.outermost)}
    told = [claim.act.adopted for claim in document.claims if claim.act and claim.target.outermost in around]
    return any(not any(changed and (day is None or day <= changed) for changed in told) for day in later)


def _speaks_of(article: Eid, line: str, document: Document) -> bool:
    """Tell whether a line that begins with an article, behind a label at most, tells of a change of it."""
    tokens = scan(line[:_LONGEST_LABEL], document.lang)
    first = next((place for place, token in enumerate(tokens) if isinstance(token.meaning, Kind)), None)
    return first is not None and first <= _MOST_BEFORE and article in {
        eid for unit in units(tokens[first:first + 1], document.lang) for eid in addresses(unit, None, document.known)
        } and any(isinstance(token.meaning, Action) for token in scan(line, document.lang)[first:first + 3])


def _is_later(document: Document, number: str, day: date | None) -> bool:
    return day > document.adopted if day and document.adopted else adopted_later(number, document.number or "")


def _acts(words: str, lang: str) -> Iterable[tuple[str, date | None]]:
    """Give the numbers of acts that words name, each with its day where that stands before it."""
    numbers = (*find_numbers(words), *find_law_numbers(words))
    days = find_days(words, lang) if numbers else ()
    for number in numbers:
        near = [each for each in days if 0 <= number.start - each.end <= _NEAR]
        yield number.number, near[-1].day if near else None
