"""The law's own commencement, as its closing article or another sentence states it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from lawgraph.languages.letters import ROMAN_SIGNS
from lawgraph.languages.scanner import (
    Token,
    day_finder,
    found,
    holds_number,
    label_end,
    level,
    opens,
    plain_pattern,
    scan,
)
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark
from lawgraph.law.amendments import Action, OperationRule, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.document import (
    Document,
    Finding,
    OwnTerm,
    Provision,
    Role,
    Severity,
    Span,
    Unread,
    UnreadKind,
)
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.footnotes.clauses import UNSTATED, read_clause
from lawgraph.parsing.footnotes.doubts import NoteReading
from lawgraph.parsing.footnotes.editors import is_known_remark
from lawgraph.parsing.footnotes.exceptions import split_exceptions
from lawgraph.parsing.footnotes.own_terms import excepted_in_list, is_read, terms_of
from lawgraph.parsing.footnotes.sentences import enclosing, names_another_act, sentences
from lawgraph.reading.requisites import is_of_page

_DATED = {RuleKind.AFTER_PUBLICATION, RuleKind.ON_PUBLICATION, RuleKind.FROM_SIGNING, RuleKind.ON_DAY}
_CHANGED = {Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY}
_REWORDED = {Action.SUBSTITUTION, Action.MODIFICATION}
_GOES_ON = (",", ";", ":", "-", "–", "—")
_LOWER = {ActKind.RESOLUTION, ActKind.ORDER, ActKind.DECISION}
_CHANGING = {Mark.ADDS, Mark.ENFORCED, Mark.UNTIL, Mark.EXCEPT}
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 4
_OF_CONVOCATION = re.compile(rf"\d{{1,4}}-[{ROMAN_SIGNS}]{{1,5}}")
_QUOTES = "«“„\""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LATEST = 60
"""More days than an act waits for its publication."""


def own_rules(documents: Iterable[Document]) -> tuple[OperationRule, ...]:
    """Return the commencement rules that a law states of itself, empty where it surely states none.

    Where parts are excepted, or the statement cannot be read, an unstated rule stands among them: it bounds nothing.
    The same holds where a sentence speaks of commencement in words that are no rule, and where the closing article is
    no longer what it was, or no edition comes to the signature behind it: then nobody knows what it said. What editions
    tell otherwise stands beside what the first tells.
    """
    held = tuple(documents)
    told = [rules for document in held if (rules := _told(document))]
    for first in told[:1]:
        others = (rules for rules in told if not set(first).issuperset(set(rules) - {UNSTATED}))
        return tuple(dict.fromkeys((*first, *chain.from_iterable(others))))
    silent = any(each.signed for each in held) and not any(_speaks(each) or _changed(each) for each in held)
    return () if silent else (UNSTATED,)


def _told(document: Document) -> tuple[OperationRule, ...]:
    rules = tuple(dict.fromkeys(rule for each in _own(document) for rule in each))
    rules = (*rules, *(OperationRule(RuleKind.ON_DAY, day=day) for day in _otherwise(document, rules)))
    return (*rules, UNSTATED) if rules and _before(document, rules) else rules


def told_to_begin(document: Document) -> Document:
    """Return a document with a finding where its source lets the law begin on other days than the law itself does."""
    rules = tuple(dict.fromkeys(chain.from_iterable(_own(document)))) if document.begins else ()
    days = " and ".join(map(str, _otherwise(document, rules)))
    line = document.text.count("\n", 0, document.closing or 0) + 1
    found = Finding("unread_commencement", Severity.WARNING, f"the source lets the law begin on {days}, which is not "
                    "what the law says of itself", line=line)
    return replace(document, findings=(*document.findings, found)) if days else document


def _otherwise(document: Document, rules: Sequence[OperationRule]) -> tuple[date, ...]:
    """Return the days on which a source lets a law begin, none where one fits its rules; nor is its adoption one."""
    told = tuple(dict.fromkeys(day for day in document.begins if day != document.adopted))
    return told if rules and not any(_fits(document, rule, day) for rule in rules for day in told) else ()


def _fits(document: Document, rule: OperationRule, day: date) -> bool:
    """Tell whether a law may begin on a day by a rule; one that bounds nothing fits every day."""
    if rule.day is not None or document.adopted is None:
        return rule.day is None or rule.day == day
    latest = _latest(document, rule)
    return rule.kind not in _DATED or latest is None or (
        document.adopted + timedelta(28 * (rule.months or 0) + (rule.days or 0)) <= day <= latest)


def tells_start(told: Unread, document: Document) -> bool:
    """Tell whether a note of the editors says no more of the law's start than the law, or that an article tells it."""
    speech, note = spoken(document.lang), told.text
    clauses, words = speech.clauses, level(note)
    behind = words[label_end(words, speech.notes.labels, document.lang):].lstrip()
    if told.eids == (LAW,) and opens(clauses.started_by, behind):
        return bool(own_rules((document,)))
    if not opens(clauses.start, note):
        return False
    rules = tuple(read_clause(token, document.lang) for token in scan(note, document.lang) if token.meaning in _DATED)
    return len(rules) == 1 and own_rules((document,)) == rules


def without_start(reading: NoteReading, eid: Eid, lang: str) -> NoteReading:
    """Return a note on the start of its unit without a change of the article that it leads to.

    "Is enforced from 1 March 2014 in accordance with Article 2 of this Law" names no act and changes nothing.
    """
    claims, start = reading.claims, spoken(lang).clauses.start
    if not claims or any(each.act or each.action is not Action.MODIFICATION or not opens(start, each.text)
                         for each in claims):
        return reading
    told = {eid, *(each.target for each in claims)}
    others = tuple(each for each in reading.unread if not told.issuperset(each.eids))
    doubt = Unread(UnreadKind.NOTE, (eid,), (), claims[0].span, claims[0].text)
    return replace(reading, claims=(), unread=(doubt, *others))


def own_ends(document: Document) -> Iterator[tuple[Eid, Span, str]]:
    """Give what may tell of the end of the law, or of annexed rules, in words that no rule reads, with what may end.

    Any sentence on the law or the rules themselves may, and beside the law's start any that speaks of no unit.
    """
    lang, of_law = document.lang, spoken(document.lang).clauses.of_law
    closing = frozenset(_closing(document))
    for each in document.provisions:
        told = (sentence for sentence in sentences(each, document.lang) if sentence != each.heading and (
            _ends_of_itself(sentence, lang, of_law) if opens(of_law, sentence)
            else _article(each) in closing and _may_end_law(document, sentence)))
        if any(not _understood(document, each, sentence) for sentence in told):
            yield LAW, each.span, each.text or ""
    yield from _rules_ended(document)
    noted = (*((each.eids[0], each.span, each.text) for each in document.unread if each.kind is UnreadKind.NOTE),
             *((each.target, each.span, each.text) for each in document.claims))
    yield from ((LAW, span, text) for eid, span, text in noted
                if eid.outermost in closing and _may_end_law(document, text))


def _rules_ended(document: Document) -> Iterator[tuple[Eid, Span, str]]:
    """Give the sentences that may tell of the end of annexed rules: of those in which they stand, else of any."""
    lang, of_rules = document.lang, spoken(document.lang).clauses.of_rules
    annexes = tuple(each.eid for each in document.provisions if each.eid.kind is Kind.ANNEX)
    for each in document.provisions if annexes else ():
        told = (sentence for sentence in sentences(each, lang) if sentence != each.heading)
        if any(opens(of_rules, sentence) and _ends_of_itself(sentence, lang, of_rules) for sentence in told):
            around = tuple(annex for annex in annexes if each.eid.within(annex))
            yield from ((eid, each.span, each.text or "") for eid in around[-1:] or annexes)


def closes(document: Document) -> int | None:
    """Return where the last line on the law's own start begins, `None` where another article follows."""
    last = next((each.eid.outermost for each in reversed(document.provisions)), None)
    starts = [each.span.start for each in document.provisions if each.eid.outermost == last
              and any(_starts(sentence, document.lang) for sentence in sentences(each, document.lang))]
    return starts[-1] if starts and last is not None and last.kind is Kind.ARTICLE else None


def _closing(document: Document) -> Iterator[Eid]:
    """Give the articles that tell of the law's start; of an act of paragraphs also those that follow."""
    begun = False
    for each in document.provisions:
        starts = any(_starts(sentence, document.lang) for sentence in sentences(each, document.lang))
        begun = begun or starts
        if starts or (begun and each.eid.outermost.kind is Kind.PARAGRAPH):
            yield _article(each)


def _starts(sentence: str, lang: str) -> bool:
    """Tell whether a sentence tells of the law's own start, not of the relations that it applies to from then on."""
    clauses = spoken(lang).clauses
    told = plain_pattern(clauses.from_start).sub(" ", sentence) if opens(clauses.from_start, sentence) else sentence
    return opens(clauses.own, told) is not None and not plain_pattern(clauses.arising).fullmatch(sentence)


def _ends_of_itself(sentence: str, lang: str, about: str) -> bool:
    """Tell whether a sentence on the law or its rules says within a few words that it ends, pauses or is for a time."""
    clauses = spoken(lang).clauses
    subject = opens(about, sentence)
    if subject is None or opens(clauses.own, sentence) or opens(clauses.scope, sentence):
        return False
    lasts, operates = (found(pattern, sentence) for pattern in (clauses.lasts, clauses.operates))
    span = found(clauses.span, sentence)
    open_end = lasts and found(clauses.operates, lasts[0]) and not (span or found(clauses.when, sentence))
    ends = (found(clauses.ended, sentence), None if open_end else lasts, operates if span else None)
    stop = min((match.start() for match in ends if match), default=None)
    return stop is not None and not _is_far(sentence[subject.end():stop], sentence, lang)


def _is_far(between: str, sentence: str, lang: str) -> bool:
    """Tell whether words between a subject and a verb, or the last one, make the sentence one on something else."""
    between = plain_pattern(spoken(lang).clauses.span).sub(" ", day_finder(lang).sub(" ", level(between)))
    units = any(isinstance(token.meaning, Kind) for token in scan(between, lang))
    aims = any(found(spoken(lang).layout.purpose, words) for words in (between, sentence.rsplit(None, 1)[-1]))
    return units or aims or len(_WORD.findall(between)) > _FEW_WORDS


def only_refers(note: str, document: Document) -> bool:
    """Tell whether a note leads to an act that cannot have changed this law, or "also" to one, and says no more."""
    lang, clauses = document.lang, spoken(document.lang).clauses
    words = level(note)
    words = words[label_end(words, spoken(lang).notes.labels, lang):].lstrip()
    see = opens(spoken(lang).layout.see_also, words)
    if see is None:
        return False
    rest = day_finder(lang).sub(" ", words[see.end():])
    told = {token.meaning for token in scan(rest, lang)}
    kinds = {each for each in told if isinstance(each, ActKind)}
    changes = any(isinstance(each, Action | RuleKind) for each in told) or not told.isdisjoint(_CHANGING)
    ending = (clauses.ended, clauses.gone, clauses.lasts, clauses.speaks, clauses.for_a_time, clauses.of_wording)
    ends = any(found(each, rest) for each in ending)
    of_law = _OF_CONVOCATION.fullmatch(document.number or "") is not None
    elsewhere = see.groupdict().get("also") or (of_law and kinds <= _LOWER)
    return bool(kinds and elsewhere) and not (changes or ends)


def without_issued(sentence: str, lang: str) -> str:
    """Return a sentence without what it says of licences, which end by themselves, and of relations that arise.

    The law's own start is often the time from which, or until which, something else holds.
    """
    clauses = spoken(lang).clauses
    for pattern in (clauses.arising, clauses.issued, clauses.from_start):
        sentence = plain_pattern(pattern).sub(" ", sentence)
    return sentence


def may_end_law(each: Provision, lang: str) -> bool:
    """Tell whether a provision that an act brings may tell of the law's end."""
    of_law = spoken(lang).clauses.of_law
    told = (sentence for sentence in sentences(each, lang) if sentence != each.heading)
    return any(opens(of_law, sentence) and _ends_of_itself(sentence, lang, of_law) for sentence in told)


def _may_end_law(document: Document, words: str) -> bool:
    clauses = spoken(document.lang).clauses
    words = without_issued(words, document.lang)
    ends = any(found(each, words) for each in (clauses.ended, clauses.gone)) or (
        not opens(clauses.own, words) and found(clauses.lasts, words))
    units = any(isinstance(token.meaning, Kind) for token in scan(words, document.lang))
    another = not opens(clauses.gone, words) and (holds_number(words) or any(mark in words for mark in _QUOTES))
    return is_of_page(words, document.lang) or (bool(ends) and not (units or another))


def _own(document: Document) -> Iterator[tuple[OperationRule, ...]]:
    """Give the rules of each sentence that speaks of the law's own commencement, and of its parts."""
    clauses, closing, stated = spoken(document.lang).clauses, None, set[Eid]()
    for each in document.provisions:
        for sentence in sentences(each, document.lang):
            if _starts(sentence, document.lang):
                closing = _article(each)
                stated |= {closing, each.eid}
                yield _rules(document, each, sentence)
            elif opens(clauses.own_part, sentence) and found(clauses.speaks, sentence) \
                    and not _understood(document, each, sentence):
                yield UNSTATED, *_rules(document, each, sentence)
    if closing is not None:
        beside = ((each, sentence) for each in document.provisions if _article(each) == closing
                  for sentence in sentences(each, document.lang)
                  if sentence != each.heading and not opens(clauses.own, sentence))
        yield from ((UNSTATED, *_rules(document, each, sentence)) for each, sentence in beside
                    if (found(clauses.speaks, without_issued(sentence, document.lang))
                        or (each.eid in stated and _may_go_on(sentence, document.lang)))
                    and not _understood(document, each, sentence))
    # Its own footnote would tell of a change within it, not that of the chapter, unless the whole was newly worded.
    around = enclosing(document, closing) if closing else set[Eid]()
    if any((claim.target in stated and claim.action in _REWORDED)
           or (claim.target in around and claim.action is Action.SUBSTITUTION) for claim in document.claims):
        yield (UNSTATED,)


def _may_go_on(sentence: str, lang: str) -> bool:
    """Tell whether a sentence behind the law's own start may go on from it: "Article 2 – upon expiry of six months"."""
    tokens = scan(sentence, lang)
    begins = bool(tokens) and isinstance(tokens[0].meaning, Kind)
    return (begins or any(token.meaning in _DATED for token in tokens)) and not names_another_act(tokens, lang)


def _rules(document: Document, each: Provision, sentence: str) -> tuple[OperationRule, ...]:
    """Return the rules of a sentence; of one whose exceptions are understood the rule for all the rest.

    What a sentence adds to its rule may put another in its place: "…, but not earlier than 1 January 2018".
    """
    lang = document.lang
    tokens = scan(sentence, lang)
    kept, exceptions = split_exceptions(tokens)
    told, listed = terms_of(document, each, sentence), excepted_in_list(document, each, sentence)
    understood = bool(listed) or (
        exceptions and len([term for term in told if term.begins]) >= len(exceptions) and not _unclear(told))
    rules = tuple(read_clause(token, lang) for token in (kept if understood else tokens) if token.meaning in _DATED)
    excepting = not understood and found(spoken(lang).clauses.exception, sentence)
    goes_on = sentence.endswith(_GOES_ON) and not listed
    whole = len(rules) == 1 and rules[0].until is None and is_read(kept, lang) and not goes_on
    if excepting and exceptions and not goes_on and all(_begins_on_a_day(each, lang) for each in exceptions):
        # What words alone except begins with the law or on a day of its own.
        own = tuple(read_clause(token, lang) for token in kept if token.meaning in _DATED)
        return rules if len(own) == 1 and is_read(kept, lang) and all(each.until is None for each in rules) else (
            *rules, UNSTATED)
    return (*rules, UNSTATED) if not whole or excepting else rules


def _begins_on_a_day(exception: Sequence[Token], lang: str) -> bool:
    """Tell whether an exception, whatever it names, says that this begins under one rule, and no more of days."""
    verb = next((place for place, token in enumerate(exception) if token.meaning is Mark.ENFORCED), None)
    dated = [token for token in exception if token.meaning in _DATED]
    days = {Mark.DAY, Mark.UNTIL, Mark.APPLIES, Action.EXPIRY, Action.SUSPENSION}
    return verb is not None and len(dated) == 1 and not any(token.meaning in days for token in exception) and is_read(
        exception[verb:], lang)


def _understood(document: Document, each: Provision, sentence: str) -> bool:
    """Tell whether a sentence says nothing but on which day units of the law begin, pause or end."""
    told = terms_of(document, each, sentence)
    return bool(told) and not _unclear(told)


def _unclear(told: Iterable[OwnTerm]) -> bool:
    return any(term.action is Action.NOT_UNDERSTOOD for term in told)


def _before(document: Document, rules: Iterable[OperationRule]) -> bool:
    """Tell whether a unit may begin before the law itself: then the law as a whole has no first day."""
    begins = [term.day for term in document.terms if term.begins and term.day]
    firsts = [_latest(document, rule) for rule in rules]
    return bool(begins) and any(first is None or min(begins) < first for first in firsts)


def _latest(document: Document, rule: OperationRule) -> date | None:
    if rule.day is not None or document.adopted is None:
        return rule.day
    return document.adopted + timedelta(_LATEST + 31 * (rule.months or 0) + (rule.days or 0))


def _article(each: Provision) -> Eid:
    return each.eid.outermost


def _speaks(document: Document) -> bool:
    """Tell whether a sentence or a note outside of claims speaks of commencement, in words that may be no rule.

    So does one on "this Law", in whatever words, that names a year not before that of the law. A note with a number in
    it speaks of the act that it names, unless it is one on the order of commencement.
    """
    lang = document.lang
    told = ((each.role, document.text[each.start:each.end]) for each in document.segments)
    return any(found(spoken(lang).clauses.speaks, text) for role, text in told if role is not Role.CLAIM
               and (role is not Role.NOTE or not holds_number(text) or is_known_remark(text, lang))) or any(
        _since_later(sentence, document) for each in document.provisions for sentence in sentences(each, lang))


def _since_later(sentence: str, document: Document) -> bool:
    years = [int(year) for year in _YEAR.findall(sentence)] if document.adopted else []
    later = document.adopted is not None and any(year >= document.adopted.year for year in years)
    speech = spoken(document.lang)
    of_law = rf"(?:{speech.citing.this})\s\w+\b|{speech.clauses.of_law}"
    return later and opens(of_law, sentence) is not None


def _changed(document: Document) -> bool:
    """Tell whether the closing article, where commencement is told, was excluded or newly worded, or may have been.

    It may have gone with its chapter or section: with any behind which no article of the law as adopted stands.
    """
    closing = next((_article(each) for each in reversed(document.provisions) if _closes(each)), None)
    changed = {claim.target for claim in document.claims if claim.action in _CHANGED and not claim.pending}
    changed |= {each.eid for each in document.provisions if each.excluded}
    return any(each.outermost == closing or (each.kind.divides and not _ends_before(document, each, closing))
               for each in changed)


def _closes(each: Provision) -> bool:
    """Tell whether a provision can close the law as adopted: no annex does, and no article that an act inserted."""
    outermost = each.eid.outermost
    return each.kind in (Kind.ARTICLE, Kind.PARAGRAPH) and outermost.kind is not Kind.ANNEX \
        and not outermost.inserted_number


def _ends_before(document: Document, division: Eid, closing: Eid | None) -> bool:
    """Tell whether an edition prints an article behind a chapter or section."""
    order = [each.eid for each in document.provisions]
    return closing in order and division in order[:order.index(closing)] \
        and division not in enclosing(document, closing)
