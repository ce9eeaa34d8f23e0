"""Targets of a note that may be more than it names: a number that is not there, a list with words that are not read."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lawgraph.languages.letters import count
from lawgraph.languages.scanner import Token, found
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, Nesting
from lawgraph.law.eid import Eid, Kind
from lawgraph.parsing.footnotes.statements import Statement

_WITH_ALL_BRANCHES = (10_000,)
_LISTED = {Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION}


def spread(eid: Eid, known: frozenset[Eid]) -> tuple[Eid, ...]:
    """Return what a number may mean that is not there: of "Articles 2-4, 6" the articles from 2 to 4."""
    figures = eid.number.split("-")
    if eid in known or len(figures) < 2:
        return (eid,)
    there = [each for each in known if (each.kind, each.parent) == (eid.kind, eid.parent)]
    runs = ((count("-".join(figures[:cut])), count("-".join(figures[cut:]))) for cut in range(1, len(figures)))
    inside = (each for first, last in runs for each in there
              if first <= count(each.number) <= (*last, *_WITH_ALL_BRANCHES))
    return (eid, *inside)


def is_open_list(statement: Statement, tokens: Iterable[Token], lang: str) -> bool:
    """Tell whether words that are not read stand in a list of articles or larger units: "Articles 2 et seq.".

    «статьи 2» may be "of Article 2"; «иные статьи», without a number, are several.
    """
    end = min((naming.start for naming in statement.namings), default=None)
    said = [token for token in tokens if token.start >= statement.start and (end is None or token.start < end)]
    unread = [token.text for token in said if token.meaning is Mark.UNREAD]
    listed = [token.text for token in said if token.meaning in _LISTED]
    plural = spoken(lang).words.plural
    several = len(listed) > 1 or any(found(plural, each) for each in unread) or any(
        found(plural, each) and not each[0].islower() for each in listed)
    return (several and bool(unread)) or any(opens_run(token, lang) for token in said)


def opens_run(token: Token, lang: str) -> bool:
    """Tell whether a run of units begins with a number and has no end: «Статьи со 2»."""
    if not isinstance(token.meaning, Kind) or found(spoken(lang).words.plural, token.text) is None:
        return False
    return found(rf"\s(?:{spoken(lang).words.begins_run})\s+\d+(?:-\d+)*\)?$", token.text) is not None


def untold(tokens: Iterable[Token], lang: str) -> Iterator[Token]:
    """Give where a start is put off or a number changes, and runs of units without an end."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER]
    # Where the larger unit comes first, so does what a verb speaks of: a unit behind the verb is another clause's.
    before = {Mark.ENFORCED} if spoken(lang).words.nesting is not Nesting.LARGER_FIRST else set()
    for token, after in pairwise((*told, *told[-1:])):
        of_unit = isinstance(after.meaning, Kind) and (token.meaning in before or token.rule == "numbering")
        if of_unit or opens_run(token, lang):
            yield token


def beside_headings(tokens: Iterable[Token], lang: str) -> Iterator[Token]:
    """Give units that are joined with a heading: "the title and Article 2" may be two targets or the title of one."""
    words = spoken(lang).words
    larger_first = words.nesting is Nesting.LARGER_FIRST
    before, joined = None, False
    for token in tokens:
        if token.meaning is Mark.FILLER:
            joined = joined or token.text == "," or found(rf"^(?:{words.joint})$", token.text) is not None
            continue
        unit, heading = (before, token) if larger_first else (token, before)
        if joined and unit and heading and unit.meaning in _LISTED and heading.meaning is Kind.HEADING:
            yield unit
        before, joined = token, False
