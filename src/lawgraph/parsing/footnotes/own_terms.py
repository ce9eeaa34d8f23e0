"""When units of a law begin, pause or end, as its own wording says: "Article 5 shall be enforced from 01.01.2013".

Until its own day a unit is part of the law and does not operate, as if it were suspended. A sentence of which something
is not read may say anything of the units that it names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.printed import end_in
from lawgraph.languages.scanner import Token, bracketed, day_finder, found, holds_number, level, opens, scan
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, Nesting
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.model import Action, Document, Provision, RuleKind
from lawgraph.parsing.footnotes.clauses import Exceptions, addresses, read_clause, split_exceptions, units

_SENTENCE_ENDS = re.compile(r"(?<=[.;!])\s+(?=[^\W\d_]|\d)|\n")
_SILENT = {Mark.FILLER, Mark.ENFORCED, Mark.ENDS, Mark.OPENS, Mark.CLOSES, Mark.EXCEPT, Mark.EXCEPTED, Mark.QUOTE}
_OF_A_START = {*_SILENT, Mark.APPLIES, Action.EXPIRY, Kind.LAW}
_LEADS_IN = re.compile(r":\s*(?:\d+\)|$)")
_FIGURES = re.compile(r"(?<!\d)\d\d\.\d\d\.\d{4}(?!\d)")
_DASH = re.compile(r"\s[-–—]\s")
_MOST_BETWEEN, _MOST_BEFORE = (3, 4), 6
_STRAY_WORDS = 5
"""A sentence about the end of something else has more words that no note has."""


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """Hold what a law says of a unit (`law` for the whole) itself: suspended until a day, ended on a day, or unclear.

    `begins` tells that the unit first operates on that day; `within` is the provision that says so.
    """

    eid: Eid
    action: Action
    day: date | None
    line: int
    text: str
    within: Eid
    begins: bool = False


def own_terms(document: Document) -> tuple[OwnTerm, ...]:
    """Return what the wording of a law says of the days of its own units, the same once."""
    terms = (term for each in document.provisions for sentence in sentences(each)
             for term in terms_of(document, each, sentence))
    return tuple(dict.fromkeys((*terms, *(term for each in document.provisions for term in _listed(document, each)))))


def sentences(each: Provision) -> tuple[str, ...]:
    """Return the sentences of a provision's heading and own text; the heading is one, whatever dots it holds."""
    parts = (part for text in (each.heading, each.text) if text for part in _SENTENCE_ENDS.split(text))
    return tuple(dict.fromkeys(part.strip() for part in (each.heading or "", *parts) if part.strip()))


def _listed(document: Document, each: Provision) -> Iterator[OwnTerm]:
    """Leave the units unsure that a list names: "From 1 January 2019 shall enter into force: 1) Article 1; …"."""
    told, lang = sentences(each), document.lang
    place = next((place for place, sentence in enumerate(told) if _LEADS_IN.search(sentence)), None)
    if place is None:
        return
    inside = (item for item in document.provisions if item.eid != each.eid and item.eid.within(each.eid))
    items = (*told[place + 1:], *(sentence for item in inside for sentence in sentences(item)))
    lines = [scan(line, lang) for line in (told[place], *items) if not holds_number(line)]
    short = [line for line in lines if _is_short(line, lang) and not names_another_act(line, lang)]
    if lines and lines[0] in short and any(_speaks(line, lang) or _ends(line) for line in short):
        yield from _not_understood(each, (eid for line in short for eid in _targets(document, line, ()) if eid != LAW))


def _is_short(tokens: Sequence[Token], lang: str) -> bool:
    return sum(_is_strange(token, lang) for token in tokens) <= _STRAY_WORDS


def _speaks(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether tokens speak of a start, in words that may be no rule."""
    return found(spoken(lang).clauses.speaks, " ".join(token.text for token in tokens)) is not None


def _ends(tokens: Sequence[Token]) -> bool:
    return any(token.meaning is Action.EXPIRY for token in tokens)


def _is_subject(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence begins with a unit: "Article 2 …", "The norms of Article 2 …"."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER]
    return any(isinstance(token.meaning, Kind) for token in told[:2])


def _begins_somehow(tokens: Sequence[Token]) -> bool:
    """Tell whether a unit is put into operation by something: "Article 2 shall be put into effect by a decree"."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER]
    behind = next((token for token in told if not isinstance(token.meaning, Kind)), None)
    return behind not in (None, told[0]) and behind.meaning is Mark.ENFORCED


def terms_of(document: Document, each: Provision, sentence: str) -> tuple[OwnTerm, ...]:
    """Return what one sentence says of days of this law's units."""
    if holds_number(sentence):
        return ()
    lang, clauses = document.lang, spoken(document.lang).clauses
    dated = day_finder(lang).search(level(sentence)) or found(clauses.speaks, sentence)
    terms = _dated(document, each, sentence) if dated else ()
    if terms or not (found(clauses.lasts, sentence) or sentence == each.heading):
        return terms
    in_heading = sentence == each.heading and _heading_tells_days(sentence, lang)
    return tuple(_not_understood(each, (each.eid,) if in_heading else _lasting(document, sentence)))


def _heading_tells_days(heading: str, lang: str) -> bool:
    """Tell whether days stand alone in brackets or behind a dash: "Oil (from 01.01.2019)"."""
    parts = (*bracketed(heading), *_DASH.split(heading)[1:][-1:])
    if _FIGURES.search(heading) or any(found(pattern, part) for part in parts for pattern in _of_time(lang)):
        return True
    told = (scan(part, lang) for part in parts)
    return any(not any(_is_strange(token, lang) for token in tokens if token.meaning is not Mark.DAY) and any(
        _tells_days(token) or token.meaning is Mark.DAY for token in tokens) for tokens in told)


def _of_time(lang: str) -> tuple[str, ...]:
    return spoken(lang).clauses.lasts, spoken(lang).clauses.speaks, spoken(lang).clauses.for_a_time


def _lasting(document: Document, sentence: str) -> tuple[Eid, ...]:
    """Return the units that end, pause or last by a sentence without a day: they stand before its verb."""
    lang = document.lang
    tokens, verb = scan(sentence, lang), found(spoken(lang).clauses.lasts, sentence)
    subject = next((place for place, token in enumerate(tokens) if isinstance(token.meaning, Kind)), len(tokens))
    last = max((place for place, token in enumerate(tokens) if isinstance(token.meaning, Kind)
                and (verb is None or token.start < verb.end())), default=subject)
    led_in = _MOST_BEFORE if opens(spoken(lang).clauses.when, sentence) else 2
    between = [token for token in tokens[last + 1:] if verb and token.start < verb.start() and _is_strange(token, lang)]
    apart = len(between) > _MOST_BETWEEN[spoken(lang).words.nesting is Nesting.LARGER_FIRST]
    if verb is None or apart or _told_before(tokens, subject) > led_in or names_another_act(tokens, lang):
        return ()
    return tuple(eid for eid in _targets(document, tokens, ()) if eid != LAW)


def _told_before(tokens: Sequence[Token], place: int) -> int:
    return sum(token.meaning is not Mark.FILLER for token in tokens[:place])


def _dated(document: Document, each: Provision, sentence: str) -> tuple[OwnTerm, ...]:
    """Return what a sentence says that names a day, or speaks of a start."""
    lang = document.lang
    bracket = found(spoken(lang).clauses.own_bracket, sentence)
    if bracket:
        return tuple(_read(document, each, scan(bracket[0], lang), (each.eid,)))
    this = found(spoken(lang).clauses.this_unit, sentence)
    rest = sentence.replace(this[0], "", 1) if this else sentence
    own = () if this is None else (each.eid.outermost,)
    kept, exceptions = split_exceptions(scan(rest, lang))
    groups = (kept, *exceptions)
    if any(names_another_act(group, lang) for group in groups):
        return tuple(_not_understood(each, _targets(document, kept, own) if _begins_somehow(kept) else ()))
    main, *others = (tuple(_read(document, each, group, own if group is kept else ())) for group in groups)
    excepted = tuple(term for terms in others for term in terms)
    doubted = main and not all(_is_clear(terms) for terms in others)
    if doubted or _lost_its_verb(kept, exceptions, lang):
        targets = (*_targets(document, kept, own), *(term.eid for term in excepted if term.eid in _known(document)))
        return tuple(_not_understood(each, targets))
    return (*main, *excepted)


def _is_clear(told: Sequence[OwnTerm]) -> bool:
    return bool(told) and all(term.action is not Action.NOT_UNDERSTOOD for term in told)


def _lost_its_verb(kept: Sequence[Token], exceptions: Exceptions, lang: str) -> bool:
    """Tell whether only the subject of a sentence stands before an exception: "Article 1, except for …, begins …"."""
    said = any(token.meaning is Mark.ENFORCED or _tells_days(token) or _is_strange(token, lang) for token in kept)
    return not said and any(_tells_days(token) for exception in exceptions for token in exception)


def _tells_days(token: Token) -> bool:
    return isinstance(token.meaning, RuleKind) or token.meaning in (Action.EXPIRY, Action.SUSPENSION, Mark.UNTIL)


def is_read(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether tokens say nothing but when this very act begins, and perhaps ends."""
    begins = all(token.meaning in _OF_A_START or isinstance(token.meaning, ActKind | RuleKind)
                 or found(spoken(lang).clauses.this, token.text) for token in tokens)
    return begins and not names_another_act(tokens, lang)


def _read(document: Document, each: Provision, tokens: Sequence[Token], own: tuple[Eid, ...]) -> Iterator[OwnTerm]:
    lang, known = document.lang, _known(document)
    targets = _targets(document, tokens, own)
    whole = targets == (LAW,)
    starts = [read_clause(token, lang) for token in tokens if isinstance(token.meaning, RuleKind)]
    ends = [token for token in tokens if token.meaning is Action.EXPIRY]
    pauses = [token for token in tokens if token.meaning is Action.SUSPENSION]
    until = [token for token in tokens if token.meaning is Mark.UNTIL]
    strange = [token for token in tokens if _is_strange(token, lang)]
    subject, speaks = _is_subject(tokens), _speaks(tokens, lang)
    dated = subject and any(token.meaning is Mark.DAY for token in tokens)
    if not targets or not (starts or ends or pauses or until or dated or speaks):
        return
    elsewhere = len(strange) > _STRAY_WORDS and not (pauses or starts or (subject and speaks))
    unmistaken = own or len({eid.outermost.kind is Kind.ANNEX for eid in targets}) == 1
    clear = not strange and unmistaken and all(eid in known or eid == "law" for eid in targets)
    match len(starts), len(ends), len(pauses), len(until):
        case 1, 0, 0, 0 if not whole and clear and starts[0].kind is RuleKind.ON_DAY and starts[0].until is None:
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


def _targets(document: Document, tokens: Sequence[Token], own: tuple[Eid, ...]) -> tuple[Eid, ...]:
    """Return the units that a sentence names, `law` where it speaks of this act and names none."""
    lang, known = document.lang, _known(document)
    named = tuple(eid for unit in units(tuple(tokens), lang) if unit.kind is not Kind.LAW
                  for eid in addresses(unit, None, known))
    return own or (*named, *_annexed(document, tokens, named)) or ((LAW,) if _speaks_of_the_act(tokens, lang) else ())


def _annexed(document: Document, tokens: Sequence[Token], named: Sequence[Eid]) -> Iterator[Eid]:
    """Give what bears the same numbers in an annex, where a sentence may speak of that: "paragraph 2 of the Rules"."""
    lang = document.lang
    if any(token.meaning is Kind.LAW or _is_strange(token, lang) for token in tokens):
        annexed = (each.eid for each in document.provisions if each.eid.outermost.kind is Kind.ANNEX)
        yield from (eid for eid in annexed if any(eid.endswith(f"__{each}") for each in named))


def _known(document: Document) -> frozenset[Eid]:
    return frozenset(provision.eid for provision in document.provisions)


def _not_understood(each: Provision, targets: Iterable[Eid]) -> Iterator[OwnTerm]:
    """Leave whatever stands in the outermost units of what a sentence names unsure."""
    meant = dict.fromkeys(eid if eid.outermost.kind is Kind.ANNEX else eid.outermost for eid in targets)
    yield from (OwnTerm(eid, Action.NOT_UNDERSTOOD, None, each.span.line, _told(each), each.eid) for eid in meant)


def _told(each: Provision) -> str:
    return " ".join(filter(None, (each.heading, each.text)))[:300]


def _speaks_of_the_act(tokens: Sequence[Token], lang: str) -> bool:
    subject = next((token for token in tokens if token.meaning is not Mark.FILLER
                    and not found(spoken(lang).clauses.this, token.text)), None)
    return subject is not None and isinstance(subject.meaning, ActKind)


def names_another_act(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether an act is named that is not this very one."""
    before = (None, *tokens)
    return any(isinstance(token.meaning, ActKind) and (one is None or not found(spoken(lang).clauses.this, one.text))
               for one, token in zip(before, tokens, strict=False))


def _is_strange(token: Token, lang: str) -> bool:
    """Tell whether a token is a word that no sentence about the days of a unit has."""
    if token.meaning is Mark.UNREAD:
        return found(spoken(lang).clauses.this, token.text) is None
    known = isinstance(token.meaning, Kind | ActKind | RuleKind) or token.meaning in (*_SILENT, Mark.UNTIL)
    return not known and token.meaning not in (Action.EXPIRY, Action.SUSPENSION)
