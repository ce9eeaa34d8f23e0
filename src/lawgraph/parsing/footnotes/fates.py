"""What a sentence says of the end, the change or the start of the unit in which it stands, in words that name no day.

Whatever else it is about has more words than such a sentence: these are counted.
"""

import re
from collections.abc import Iterator, Sequence

from lawgraph.languages.scanner import Token, bracketed, found, opens, scan
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind
from lawgraph.parsing.footnotes.sentences import is_subject, names_another_act, speaks_of_some_article, words_beside

SILENT = {Mark.FILLER, Mark.ENFORCED, Mark.ENDS, Mark.OPENS, Mark.CLOSES, Mark.EXCEPT, Mark.EXCEPTED, Mark.QUOTE}
"""What tokens mean that say nothing of days."""

ASIDE = re.compile(r"(?<!\w)[(\[{</]([^()\[\]{}<>/\n]{2,80})[)\]}>/](?!\w)|\s(?:[-–—]|//)\s([^–—\n]{2,60})$",
                   re.MULTILINE)
"""What stands in brackets, between slashes, or behind a dash at the end of a line."""

EDGES = " *_()[]{}<>/"
STRAY_WORDS, MOST_BETWEEN = 5, 3
"""How many other words a sentence on its own unit may have, and a verb before it."""

_FEW_BESIDE, _STRAY_BESIDE, _STRAY_LED_IN = 3, 4, 8
_FIGURES = re.compile(r"(?<!\d)\d\d\.\d\d\.\d{4}(?!\d)")
_DASH, _BEHIND = re.compile(r"\s[-–—]\s"), re.compile(r"[.,;:]\s|/")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d(?!\d)")
_TAIL = re.compile(r"^\w+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST_HEADING = 10_000


def heading_tells_days(heading: str, lang: str) -> bool:
    """Tell whether a heading names days or a span of years, or tells of an end behind a mark: "Oil. Repealed".

    What one that is longer than any may tell is not looked into, and so it may.
    """
    if len(heading) > _LONGEST_HEADING:
        return True
    parts = (*bracketed(heading), *_DASH.split(heading)[1:])
    span = found(spoken(lang).clauses.span, heading)
    days = _FIGURES.search(heading) or _YEARS.search(heading) or any(map(tells_days, scan(heading, lang))) \
        or (span and _is_limit(span[0], lang))
    tails = (*parts, *_BEHIND.split(heading)[1:])
    ended = any(found(spoken(lang).clauses.fate, part) or is_fate_alone(part, lang) for part in tails)
    return bool(days or ended) or any(found(pattern, part) for part in parts for pattern in _of_time(lang)) or any(
        _tells_days_alone(part, lang) for part in parts)


def _tells_days_alone(part: str, lang: str) -> bool:
    tokens = [token for token in scan(part, lang) if token.meaning is not Mark.DAY]
    return not any(is_strange(token, lang) for token in tokens) and (
        any(map(tells_days, tokens)) or len(tokens) < len(scan(part, lang)))


def between_commas(text: str, lang: str) -> Iterator[str]:
    """Give what stands between two commas and tells of nothing but an end: "Oil, excluded, is red".

    What is one of several such words belongs to their sentence: "is changed, suspended, repealed".
    """
    pieces = text.split(", ")
    tells = [found(spoken(lang).clauses.fate, piece) is not None for piece in pieces if len(pieces) > 2]
    yield from (pieces[place] for place in range(1, len(pieces) - 1)
                if tells[place - 1:place + 2] == [False, True, False] and is_fate_alone(pieces[place], lang))


def asides(text: str) -> Iterator[str]:
    """Give what stands in brackets, between slashes, or behind a dash at the end of a line."""
    return (next(filter(None, match.groups())) for match in ASIDE.finditer(text))


def tells_fate(text: str, lang: str) -> bool:
    """Tell whether words speak of an end, a change, a start or a time."""
    clauses = spoken(lang).clauses
    return any(found(pattern, text) for pattern in (clauses.fate, clauses.span, clauses.lasts, clauses.ended))


def is_fate_alone(part: str, lang: str, most: int = 1) -> bool:
    """Tell whether words say nothing but an end, a change or a start, and perhaps when: "(excluded since 2019)".

    Beside a time `most` words may stand that say something else: in a whole sentence its subject would be one.
    """
    clauses, part = spoken(lang).clauses, part.strip(EDGES)
    fate, span = found(clauses.fate, part), found(clauses.span, part)
    operates = found(clauses.operates, part)
    beside = words_beside(part, lang, clauses.itself, clauses.operates)
    if fate or (operates and (span or " " in operates[0])):  # "not valid", but no adjective alone
        of_unit = any(isinstance(token.meaning, Kind) for token in scan(part, lang))
        return beside <= (most if span else 0) and not of_unit
    limited = span and (_YEARS.search(part) or _is_limit(span[0], lang) or any(map(tells_days, scan(part, lang))))
    return bool(limited) and not beside


def _is_limit(span: str, lang: str) -> bool:
    """Tell whether a span has its beginning or its end in a year: "until 2018", not "in 2018"."""
    year = _YEAR.search(span)
    return year is not None and found(spoken(lang).clauses.for_a_time, span[:year.end()]) is not None


def is_told_of_itself(piece: str, lang: str) -> bool:
    """Tell whether a piece of a sentence tells of the end, the change or the start of where it stands, or of a unit."""
    clauses = spoken(lang).clauses
    span = found(clauses.span, piece)
    told = found(clauses.fate, piece) or (span and found(clauses.operates, piece))
    points = found(clauses.itself, piece)
    if told and points:
        return words_beside(piece, lang, clauses.itself, clauses.operates) <= _STRAY_BESIDE
    if told and span and _YEAR.search(span[0]) and opens(clauses.pronoun, piece):
        return words_beside(piece, lang, clauses.pronoun, clauses.operates) < _STRAY_BESIDE
    tokens = scan(piece, lang)
    named = next((token.meaning for token in tokens if isinstance(token.meaning, Kind)), None)
    if named is Kind.LAW or names_another_act(tokens, lang):
        return False
    beside, verb = words_beside(piece, lang, clauses.operates), found(clauses.lasts, piece)
    ended = found(clauses.ended, piece) if points or is_subject(tokens) else None
    if ended and not _WORD.search(_TAIL.sub("", piece[ended.end():])):
        return words_beside(piece[:ended.start()], lang, clauses.itself) <= _FEW_BESIDE
    if told or verb:
        before = [token for token in tokens if verb and token.start < verb.end()]
        strange = [token for token in before if verb and token.start < verb.start() and is_strange(token, lang)]
        ends = names_unit(before, lang) and len(strange) < MOST_BETWEEN
        few = beside <= (STRAY_WORDS if is_subject(tokens) else MOST_BETWEEN)
        few = few or (opens(clauses.when, piece) is not None and beside <= _STRAY_LED_IN)
        return ends or (few and names_unit(tokens, lang))
    first = next((token for token in tokens if token.meaning is not Mark.FILLER), None)
    return bool(span and first and isinstance(first.meaning, Kind)) and beside < _STRAY_BESIDE


def names_unit(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether tokens name a unit, or speak of an article without its number."""
    return any(isinstance(token.meaning, Kind) for token in tokens) or speaks_of_some_article(tokens, lang)


def _of_time(lang: str) -> tuple[str, ...]:
    return spoken(lang).clauses.lasts, spoken(lang).clauses.speaks, spoken(lang).clauses.for_a_time


def is_strange(token: Token, lang: str) -> bool:
    """Tell whether a token is a word that no sentence about the days of a unit has."""
    if token.meaning is Mark.UNREAD:
        return found(spoken(lang).clauses.this, token.text) is None
    known = isinstance(token.meaning, Kind | ActKind | RuleKind) or token.meaning in (*SILENT, Mark.UNTIL)
    return not known and token.meaning not in (Action.EXPIRY, Action.SUSPENSION)


def tells_days(token: Token) -> bool:
    """Tell whether a token says from when, or until when, something operates."""
    return isinstance(token.meaning, RuleKind) or token.meaning in (Action.EXPIRY, Action.SUSPENSION, Mark.UNTIL)
