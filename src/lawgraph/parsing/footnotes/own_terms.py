"""When units of a law begin, pause or end, as its own wording says: "Article 5 shall be enforced from 01.01.2013".

Until its own day a unit is part of the law and does not operate, as if it were suspended. A sentence of which something
is not read may say anything of the units that it names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from lawgraph.languages.printed import end_in
from lawgraph.languages.scanner import (
    Token,
    found,
    holds_day,
    holds_number,
    label_end,
    level,
    opens,
    plain_pattern,
    scan,
    scan_few,
)
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark
from lawgraph.law.amendments import Action, OperationRule, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Document, OwnTerm, Provision, Unread
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.footnotes.clauses import ANY, addresses, read_clause, units
from lawgraph.parsing.footnotes.exceptions import Exceptions, split_exceptions
from lawgraph.parsing.footnotes.fates import (
    ASIDE,
    EDGES,
    MOST_BETWEEN,
    SILENT,
    STRAY_WORDS,
    asides,
    between_commas,
    heading_tells_days,
    is_fate_alone,
    is_strange,
    is_told_of_itself,
    names_unit,
    tells_days,
    tells_fate,
)
from lawgraph.parsing.footnotes.sentences import (
    begins_somehow,
    is_subject,
    may_tell_days,
    names_another_act,
    numbered,
    plain_numbers,
    sentences,
    speaks_of_a_part,
    speaks_of_a_start,
    speaks_of_all_but_some,
    speaks_of_some_article,
    speaks_of_the_act,
    unit_around,
)

_OF_A_START = {*SILENT, Mark.APPLIES, Action.EXPIRY, Kind.LAW}
_OF_ITS_START = {Mark.ENFORCED, RuleKind.ON_DAY, RuleKind.SEE, Mark.OPENS, Mark.CLOSES, ActKind.LAW, ActKind.CODE}
_FIGURE = re.compile(r"\d")
_BRIEF, _FEW_WORDS = 120, 4
_LEADS_IN = re.compile(r":\s*(?:\d+\)|$)")
_QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"")
_PIECE = re.compile(r"[,;:]\s(?!(?:19|20)\d\d)")
_NUMBERED = {Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT, Kind.NOTE}


def own_terms(document: Document) -> tuple[OwnTerm, ...]:
    """Return what the wording of a law says of the days of its own units, the same once."""
    terms = tuple(term for each in document.provisions for term in _of_provision(document, each))
    listed = (term for each in document.provisions
              for term in _listed(document, each, document.inside.get(each.eid, ())))
    return tuple(dict.fromkeys((*terms, *listed)))


def repeats_term(told: Unread, document: Document) -> bool:
    """Tell whether a note says no more of the start of units than the law itself says, or leads to where it does."""
    lang, words = document.lang, level(told.text)
    words = words[label_end(words, spoken(lang).notes.labels, lang):].lstrip()
    if not document.terms or holds_number(words):
        return False
    tokens = tuple(token for token in scan(words, lang) if token.meaning is not Mark.FILLER)
    said = tuple(token.meaning for token in tokens if not isinstance(token.meaning, Kind))
    if not set(said) <= _OF_ITS_START or (said.count(Mark.ENFORCED), said.count(RuleKind.ON_DAY)) != (1, 1):
        return False
    ahead = tuple(takewhile(lambda token: isinstance(token.meaning, Kind), tokens))
    named = {eid for unit in units(ahead, lang) for eid in addresses(unit, told.eids[0], document.known)}
    rule = next(read_clause(token, lang) for token in tokens if token.meaning is RuleKind.ON_DAY)
    alike = [each for each in document.terms if each.begins and rule == OperationRule(RuleKind.ON_DAY, day=each.day)]
    others = {each.eid for each in document.terms if each not in alike}
    return bool(named) and named <= {each.eid for each in alike}.difference(others)


def terms_brought(document: Document, each: Provision) -> tuple[OwnTerm, ...]:
    """Return what a provision that an act brings says of the days of the law's units; the document is the law's."""
    return tuple(dict.fromkeys((*_of_provision(document, each), *_listed(document, each, ()))))


def _of_provision(document: Document, each: Provision) -> tuple[OwnTerm, ...]:
    told = tuple(_of_known(document, term) for sentence in sentences(each, document.lang)
                 for term in terms_of(document, each, sentence))
    return told or tuple(_aside(each, document.lang))


def _of_known(document: Document, term: OwnTerm) -> OwnTerm:
    """Return what is told of a chapter or section that the law lacks as told of anything: articles may be meant."""
    top = term.eid.outermost
    known = top in document.known or top in document.annexed
    return replace(term, eid=LAW) if top.kind.divides and not known else term


def _spoken_of_briefly(document: Document, each: Provision, sentence: str) -> tuple[Eid, ...]:
    """Return the articles of which a sentence says hardly more than their names, but not to what they apply."""
    lang = document.lang
    whole = sentence[-1:] == "." and not sentence[0].islower()      # no item of a list
    if not whole or len(sentence) > _BRIEF or not _FIGURE.search(sentence) or found(
            spoken(lang).clauses.reaches, sentence):
        return ()
    tokens, clauses = scan(sentence, lang), spoken(lang).clauses
    spoken_of = opens(clauses.when, sentence) or (is_subject(tokens) and (
        _begins_with_unit(tokens) or opens(clauses.subject, sentence) or not found(clauses.says, sentence)))
    first = next((place for place, token in enumerate(tokens) if isinstance(token.meaning, Kind)), 0)
    few = sum(is_strange(token, lang) for token in tokens) <= _FEW_WORDS
    if not (spoken_of and few) or names_another_act(tokens[first:], lang):
        return ()
    return tuple(eid for eid in _targets(document, each, tokens)
                 if eid.kind is Kind.ARTICLE and eid in document.known and eid != each.eid.outermost)


def _begins_with_unit(tokens: Iterable[Token]) -> bool:
    """Tell whether the first word is that of a unit; "Oil of Article 2 …" speaks of oil."""
    return isinstance(next((token.meaning for token in tokens if token.meaning is not Mark.FILLER), None), Kind)


def _listed(document: Document, each: Provision, inside: Sequence[Provision]) -> Iterator[OwnTerm]:
    """Leave the units unsure that a list names: "From 1 January 2019 shall enter into force: 1) Article 1; …"."""
    lang = document.lang
    told = sentences(each, lang)
    if any(excepted_in_list(document, each, sentence) for sentence in told):
        return
    place = next((place for place, sentence in enumerate(told) if _LEADS_IN.search(sentence)), None)
    if place is None:
        return
    items = chain(told[place + 1:], (sentence for item in inside for sentence in sentences(item, lang)))
    lines = [line for line in chain((told[place],), items) if not holds_number(line)]
    if not any(may_tell_days(line, lang) for line in lines):    # most lead in to something else
        return
    short = [*filter(None, (_naming(line, lang) for line in lines))] if _naming(lines[0], lang) else []
    if any(speaks_of_a_start(line, lang) or any(token.meaning is Action.EXPIRY for token in line) for line in short):
        named = (eid for line in short for eid in _targets(document, each, line))
        yield from _not_understood(each, (eid for eid in named if eid != LAW))


def excepted_in_list(document: Document, each: Provision, sentence: str) -> tuple[OwnTerm, ...]:
    """Return when units begin that the list under a sentence excepts from the law's start; none where more is told."""
    lang = document.lang
    marks = list(plain_pattern(spoken(lang).clauses.exception).finditer(sentence)) if sentence.endswith(":") else []
    if not marks or sentence[marks[-1].end():].strip(" :"):
        return ()
    told = [terms_of(document, item, line) for item in document.inside.get(each.eid, ())
            for line in sentences(item, lang)]
    return tuple(chain.from_iterable(told)) if all(
        terms and all(term.begins for term in terms) for terms in told) else ()


def _naming(line: str, lang: str) -> Sequence[Token]:
    """Return the tokens of a line with few words beside units that names no other act, none of any other."""
    tokens = scan_few(line, lang, lambda token: is_strange(token, lang), STRAY_WORDS)
    return () if tokens is None or names_another_act(tokens, lang) else tokens


def terms_of(document: Document, each: Provision, sentence: str) -> tuple[OwnTerm, ...]:
    """Return what one sentence says of days of this law's units."""
    lang, clauses, printed = document.lang, spoken(document.lang).clauses, sentence
    sentence = numbered(document, each, plain_numbers(sentence, lang))
    if holds_number(sentence):
        return ()
    dated = holds_day(sentence, lang) or found(clauses.speaks, sentence)
    untold = speaks_of_all_but_some(sentence, lang) or speaks_of_a_part(sentence, lang)
    of_all = _not_understood(each, (LAW,) if untold else ())
    terms = tuple(of_all) or (_dated(document, each, sentence) if dated else ())
    if terms:
        return terms
    if printed == each.heading:
        of_law = opens(clauses.own, sentence)  # an article without a heading
        told = not of_law and heading_tells_days(level(sentence), lang)
        return tuple(_not_understood(each, (each.eid,) if told else ()))
    plain = level(sentence)
    briefly = tuple(_not_understood(each, _spoken_of_briefly(document, each, plain)))
    if briefly or not tells_fate(plain, lang):
        return briefly
    alone = re.split(r"[;:]\s", plain)
    if sentence[-1] not in ";:," and any(is_fate_alone(part, lang, 0) for part in alone):
        divisions = (unit_around(document, each, rule.kind) for rule in spoken(lang).citing.these
                     if rule.kind.divides and found(rule.word, plain))
        return (_of_own_number(each), *_not_understood(each, filter(None, divisions)))
    return tuple(_not_understood(each, _of_itself(document, each, plain)))


def _of_itself(document: Document, each: Provision, sentence: str) -> tuple[Eid, ...]:
    """Return what a sentence speaks of that tells of the end, the change or the start of where it stands, or of a unit.

    So do "This norm operates until 2019" and "Paragraph 2 was changed".
    """
    lang, whole = document.lang, _QUOTED.sub(" ", sentence)
    bare = ASIDE.sub(" ", whole)
    pieces = [piece.strip(EDGES) for piece in (whole, bare, *_PIECE.split(bare), *asides(whole))]
    told = [piece for piece in pieces if is_told_of_itself(piece, lang)]
    named = [eid for piece in told for eid in _targets(document, each, scan(piece, lang))
             if eid.outermost == LAW or eid.outermost.kind.divides or eid.outermost in document.known]
    itself = spoken(lang).clauses.itself
    points = any(found(itself, piece) or not names_unit(scan(piece, lang), lang) for piece in told)
    return (*named, *((each.eid,) if told and (points or not named) else ()))


def _aside(each: Provision, lang: str) -> Iterator[OwnTerm]:
    """Leave unsure what tells aside, in brackets or behind a dash, of its end, change or start: "red (excluded)"."""
    text = level(each.text or "")
    passing = spoken(lang).clauses.passing
    parts = [part for part in asides(text) if is_fate_alone(part, lang) or plain_pattern(passing).fullmatch(part)]
    if (parts or any(between_commas(text, lang))) and not holds_number(text):
        yield _of_own_number(each)


def _dated(document: Document, each: Provision, sentence: str) -> tuple[OwnTerm, ...]:
    """Return what a sentence says that names a day, or speaks of a start; whose end is told aside is not known."""
    lang = document.lang
    bracket = found(spoken(lang).clauses.own_bracket, sentence)
    if any(token.meaning is Action.EXPIRY for part in asides(sentence) for token in scan(part, lang)):
        beside = tuple(eid for text in (ASIDE.sub(" ", sentence), sentence)
                       for eid in _targets(document, each, scan(text, lang)))
        if beside or not bracket:
            return tuple(_not_understood(each, dict.fromkeys((*beside, each.eid))))
    if bracket:
        return tuple(_read(document, each, scan(bracket[0], lang), (each.eid,)))
    kept, exceptions = split_exceptions(scan(sentence, lang))
    groups = (kept, *exceptions)
    if any(names_another_act(group, lang) for group in groups):
        return tuple(_not_understood(each, _targets(document, each, kept) if begins_somehow(kept) else ()))
    main, *others = (tuple(_read(document, each, group, _targets(document, each, group))) for group in groups)
    excepted = tuple(term for terms in others for term in terms)
    doubted = main and not all(_is_clear(terms) for terms in others)
    doubted = doubted or any(terms and not _is_clear(terms) for terms in others)
    if doubted or _lost_its_verb(kept, exceptions, lang):
        besides = (term.eid for term in excepted if term.eid in document.known)
        return tuple(_not_understood(each, (*_targets(document, each, kept), *besides)))
    return (*main, *excepted)


def _is_clear(told: Sequence[OwnTerm]) -> bool:
    return bool(told) and all(term.action is not Action.NOT_UNDERSTOOD for term in told)


def _lost_its_verb(kept: Sequence[Token], exceptions: Exceptions, lang: str) -> bool:
    """Tell whether only the subject of a sentence stands before an exception: "Article 1, except for …, begins …"."""
    said = any(token.meaning is Mark.ENFORCED or tells_days(token) for token in kept)
    few = sum(is_strange(token, lang) for token in kept) < MOST_BETWEEN
    return few and not said and any(tells_days(token) for exception in exceptions for token in exception)


def is_read(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether tokens say nothing but when this very act begins, and perhaps ends."""
    begins = all(token.meaning in _OF_A_START or isinstance(token.meaning, ActKind | RuleKind)
                 or found(spoken(lang).clauses.this, token.text) for token in tokens)
    return begins and not names_another_act(tokens, lang)


def _read(document: Document, each: Provision, tokens: Sequence[Token], targets: tuple[Eid, ...]) -> Iterator[OwnTerm]:
    lang, known = document.lang, document.known
    starts = [read_clause(token, lang) for token in tokens if isinstance(token.meaning, RuleKind)]
    ends = [token for token in tokens if token.meaning is Action.EXPIRY]
    pauses = [token for token in tokens if token.meaning is Action.SUSPENSION]
    until = [token for token in tokens if token.meaning is Mark.UNTIL]
    strange = [token for token in tokens if is_strange(token, lang)]
    whole = targets == (LAW,) and speaks_of_the_act(tokens, lang)
    subject, speaks = is_subject(tokens), speaks_of_a_start(tokens, lang)
    dated = subject and any(token.meaning is Mark.DAY for token in tokens)
    if not targets or not (starts or ends or pauses or until or dated or speaks):
        return
    elsewhere = len(strange) > STRAY_WORDS and not (pauses or starts or (subject and speaks))
    unmistaken = len({eid.outermost.kind is Kind.ANNEX for eid in targets}) == 1
    clear = not strange and unmistaken and all(eid in known or eid == "law" for eid in targets)
    match len(starts), len(ends), len(pauses), len(until):
        case 1, 0, 0, 0 if not whole and clear and starts[0].kind is RuleKind.ON_DAY and starts[0].until is None:
            action, day, begins = Action.SUSPENSION, starts[0].day, True
        case 1, 0, 0, 0 if not whole and clear and starts[0].kind is RuleKind.ON_DAY and starts[0].until:
            yield from (OwnTerm(eid, Action.EXPIRY, starts[0].until, each.span.line, _told(each), each.eid)
                        for eid in targets)
            action, day, begins = Action.SUSPENSION, starts[0].day, True
        case 0, 0, 1, 1 if clear:
            action, day, begins = Action.SUSPENSION, end_in(until[0].text, lang), False
        case (0, 1, 0, 0) | (1, 1, 0, 0) if clear and (whole or not starts):
            action, day, begins = Action.REPEAL if whole else Action.EXPIRY, end_in(ends[0].text, lang), False
        case _ if (whole and not (ends or pauses)) or elsewhere:
            return
        case _:
            action, day, begins = Action.NOT_UNDERSTOOD, None, False
    if day is None:
        yield from _not_understood(each, targets)
    else:
        yield from (OwnTerm(eid, action, day, each.span.line, _told(each), each.eid, begins) for eid in targets)


def _targets(document: Document, each: Provision, tokens: Sequence[Token]) -> tuple[Eid, ...]:
    """Return the units that a sentence names, `law` where it speaks of this act and names none."""
    lang, known = document.lang, document.known
    around = each.eid if each.eid.outermost.kind is Kind.ARTICLE else None
    named = tuple(eid for unit in units(tuple(tokens), lang) if unit.kind is not Kind.LAW or unit is ANY
                  for eid in addresses(unit, None if unit.kind.divides else around, known))
    some = (LAW,) if speaks_of_some_article(tokens, lang) else ()
    return (*named, *_annexed(document, tokens, named), *some) or ((LAW,) if speaks_of_the_act(tokens, lang) else ())


def _annexed(document: Document, tokens: Sequence[Token], named: Sequence[Eid]) -> Iterator[Eid]:
    """Give what bears the same numbers in an annex, where a sentence may speak of that: "paragraph 2 of the Rules"."""
    lang = document.lang
    if any(token.meaning is Kind.LAW or is_strange(token, lang) for token in tokens):
        yield from dict.fromkeys(eid for each in named for eid in document.annexed.get(each, ()))


def _not_understood(each: Provision, targets: Iterable[Eid]) -> Iterator[OwnTerm]:
    """Leave whatever stands in the outermost units of what a sentence names unsure."""
    meant = dict.fromkeys(_in_annex(eid) or eid.outermost for eid in targets)
    yield from (OwnTerm(eid, Action.NOT_UNDERSTOOD, None, each.span.line, _told(each), each.eid) for eid in meant)


def _of_own_number(each: Provision) -> OwnTerm:
    """Leave a provision unsure, and whatever stands in its article where it has no number that words may speak of."""
    eid = each.eid if each.kind in _NUMBERED else _in_annex(each.eid) or each.eid.outermost
    return OwnTerm(eid, Action.NOT_UNDERSTOOD, None, each.span.line, _told(each), each.eid)


def _in_annex(eid: Eid) -> Eid | None:
    """Return what stands in an annex, of a part without a number what bears one; `None` elsewhere."""
    if eid.outermost.kind is not Kind.ANNEX:
        return None
    return eid.parent if eid.kind.counted and eid.parent else eid


def _told(each: Provision) -> str:
    return " ".join(filter(None, (each.heading, each.text)))[:300]
