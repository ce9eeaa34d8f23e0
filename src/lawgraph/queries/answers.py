"""Ask the database, and get values back: laws, answers for a day, lives of provisions, acts, findings, search.

Every day has an answer: before the law's first possible day no version is stored, and none of its provisions was in
operation. What takes a `Base` can also be asked as known on an earlier day.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from lawgraph.comparison import Difference, acts_between, compare
from lawgraph.consolidation import OnDay, Place, consolidate
from lawgraph.database.searching import exact_query, normal, opening_query
from lawgraph.days import DayBounds
from lawgraph.eid import Eid
from lawgraph.errors import LawgraphError, UnknownLaw, UnknownProvision
from lawgraph.model import Action, Amendment, Finding, Kind, Presence, Reason, ReasonKind, Scope, Version
from lawgraph.queries import sql, values
from lawgraph.queries.asking import Base
from lawgraph.queries.asking import rows as _rows
from lawgraph.queries.values import ActRow, CitationRow, Effect, Hit, LawRow, Printing, SourceRow
from lawgraph.timeline.lawdays import LawDays

_MOST_HITS = 50


class UnknownAct(LawgraphError):
    """An act that the database does not hold."""


def laws(conn: Base) -> tuple[LawRow, ...]:
    """Return the laws held."""
    return tuple(values.law(row) for row in _rows(conn, sql.LAWS))


def law_named(conn: Base, name: str) -> LawRow:
    """Return the law with an id or a number, in any usual spelling; raise `UnknownLaw` where it is not held."""
    held = laws(conn)
    wanted = _plain(name)
    for each in held:
        if wanted in (_plain(each.id), _plain(each.number)):
            return each
    told = ", ".join(f"{each.id} ({each.number})" for each in held)
    raise UnknownLaw(repr(name), "this law is not held", f"held: {told}")


def languages(conn: Base, law: str) -> tuple[str, ...]:
    """Return the languages in which the text of a law is held, the first edition's first."""
    return tuple(row["lang"] for row in _rows(conn, sql.LANGUAGES, law=law))


def places(conn: Base, law: str) -> tuple[Place, ...]:
    """Return every provision that a law is known ever to have had, in document order."""
    return tuple(values.place(row) for row in _rows(conn, sql.PLACES, law=law))


def law_on(conn: Base, law: str, lang: str, day: date) -> tuple[OnDay, ...]:
    """Return every provision of a law with its answer for a day, in document order."""
    rows = _rows(conn, sql.LAW_ON_DAY, law=law, lang=lang, on=day.isoformat())
    return _on_day(rows) or _before_the_law(conn, law, lang, places(conn, law))


def provision_on(conn: Base, law: str, lang: str, eid: str, day: date) -> tuple[OnDay, ...]:
    """Return a provision and its parts with their answers for a day; raise `UnknownProvision` where there is none."""
    rows = _rows(conn, sql.PROVISION_ON_DAY, law=law, lang=lang, eid=eid, on=day.isoformat())
    return _on_day(rows) or _before_the_law(conn, law, lang, _inside(places(conn, law), eid))


def versions_of(conn: Base, law: str, lang: str, eid: str) -> tuple[Version, ...]:
    """Return the versions of a provision in the order of time; raise `UnknownProvision` where there is none."""
    found = tuple(values.version(row) for row in _rows(conn, sql.VERSIONS, law=law, lang=lang, eid=eid))
    if not found:
        _inside(places(conn, law), eid)
        _check_language(conn, law, lang)
    return found


def amendments_of(conn: Base, law: str, eid: str | None = None) -> tuple[Amendment, ...]:
    """Return the changes of a law; for a provision those of itself, of what is inside it and of what encloses it."""
    everything = tuple(each for _, each in _amendments(conn, law))
    if eid is None or eid == "law":
        return everything
    enclosing = {each.eid: each.within for each in places(conn, law)}
    above = _chain(eid, enclosing)
    return tuple(each for each in everything if each.target == eid or each.target in above
                 or eid in _chain(each.target, enclosing))


def acts(conn: sqlite3.Connection, law: str | None = None) -> tuple[ActRow, ...]:
    """Return the acts, by first day of operation; for one law those that amended it, with their changes in it."""
    ids = [law] if law else [each.id for each in laws(conn)]
    effects: dict[str, list[Effect]] = defaultdict(list)
    for each in ids:
        for name, amendment in _amendments(conn, each):
            effects[name or ""].append(Effect(each, amendment))
    published = groupby(_rows(conn, sql.PUBLICATIONS), key=lambda row: row["act"])
    publications = {act: tuple(rows) for act, rows in published}
    return tuple(values.act(row, publications.get(row["name"], ()), effects[row["name"]])
                 for row in _rows(conn, sql.ACTS) if law is None or row["name"] in effects)


def differences(conn: Base, law: str, lang: str, days: tuple[date, date], eid: str | None = None
                ) -> tuple[Difference, ...]:
    """Return how a law, or a provision with its parts, differs between two days, with the acts in between."""
    before, after = (law_on(conn, law, lang, day) if eid is None else provision_on(conn, law, lang, eid, day)
                     for day in days)
    enclosing = {each.eid: each.within for each in places(conn, law)}
    if days[0] == days[1]:
        return ()
    between = acts_between(amendments_of(conn, law), min(days), max(days))
    acts = {each.place.eid: _acts_on(each.place.eid, between, enclosing) for each in before}
    return compare(before, after, acts)


def act_named(conn: sqlite3.Connection, name: str) -> ActRow:
    """Return the act with a name (`124-V`), in any usual spelling; raise `UnknownAct` where it is not held."""
    wanted = _plain(name)
    for each in acts(conn):
        if _plain(each.act.name) == wanted:
            return each
    raise UnknownAct(repr(name), "this act is not held", "lawgraph acts lists those that are")


def differing_days(conn: sqlite3.Connection, law: str, lang: str) -> tuple[date, ...]:
    """Return the days on which the answer for some provision begins, the law's first possible day first."""
    return tuple(values.day(row["from_latest"]) for row in _rows(conn, sql.DIFFERING_DAYS, law=law, lang=lang))


def law_days(conn: Base, law: str) -> LawDays:
    """Return the days of a law as a whole: its start, its repeals, and the last day of which the sources speak."""
    held = law_named(conn, law)
    repeals = tuple(each for each in amendments_of(conn, law) if each.action is Action.REPEAL)
    return LawDays(held.start, repeals, held.horizon)


def source_of(conn: Base, law: str, lang: str) -> SourceRow | None:
    """Return the file that the text of a law in a language was read from, the first of several."""
    return next((values.source(row) for row in _rows(conn, sql.SOURCES, law=law, lang=lang)), None)


def printings_of(conn: Base, law: str, eid: str) -> tuple[Printing, ...]:
    """Return the places at which editions print a provision."""
    return tuple(values.printing(row) for row in _rows(conn, sql.PRINTINGS, law=law, eid=eid))


def all_versions(conn: Base, law: str, lang: str) -> tuple[Version, ...]:
    """Return the versions of every provision of a law, in document order."""
    return tuple(values.version(row) for row in _rows(conn, sql.VERSIONS_OF_LAW, law=law, lang=lang))


def all_citations(conn: sqlite3.Connection, law: str, lang: str) -> tuple[CitationRow, ...]:
    """Return the references in the newest wording that is held of each provision."""
    return tuple(values.citation(row) for row in _rows(conn, sql.CITATIONS_OF_LAW, law=law, lang=lang))


def citations_in(conn: sqlite3.Connection, law: str, lang: str, eid: str) -> tuple[CitationRow, ...]:
    """Return the references in the wordings of a provision."""
    return tuple(values.citation(row) for row in _rows(conn, sql.CITATIONS_IN, law=law, lang=lang, eid=eid))


def citations_of(conn: sqlite3.Connection, law: str, lang: str, eid: str) -> tuple[CitationRow, ...]:
    """Return the references to a provision from other wordings of its law."""
    return tuple(values.citation(row) for row in _rows(conn, sql.CITATIONS_OF, law=law, lang=lang, eid=eid))


def findings(conn: sqlite3.Connection, law: str | None = None) -> tuple[Finding, ...]:
    """Return what does not fit in the sources and facts, errors first."""
    return tuple(values.finding(row) for row in _rows(conn, sql.FINDINGS, law=law))


def search(conn: sqlite3.Connection, words: str, law: str | None = None, lang: str | None = None) -> tuple[Hit, ...]:
    """Return the wordings with all the words, the best first; where there are none, those with words that begin so."""
    for query in _fts_queries(words):
        rows = _rows(conn, sql.SEARCH_TEXTS, words=query, law=law, lang=lang, most=_MOST_HITS)
        if rows:
            return tuple(values.hit(row) for row in rows)
    return ()


def search_acts(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Return the names of the acts whose number or title has all the words, the best first."""
    for query in _fts_queries(words):
        rows = _rows(conn, sql.SEARCH_ACTS, words=query, most=_MOST_HITS)
        if rows:
            return tuple(row["name"] for row in rows)
    return ()


def _on_day(rows: Iterable[sqlite3.Row]) -> tuple[OnDay, ...]:
    every = tuple(rows)
    return consolidate([values.place(row) for row in every], [values.version(row) for row in every])


def _before_the_law(conn: Base, law: str, lang: str, known: Iterable[Place]) -> tuple[OnDay, ...]:
    """Return the answers for a day before the law's first possible day."""
    _check_language(conn, law, lang)
    start = law_named(conn, law).start
    since = DayBounds(None, None, "before the law")
    because = (Reason(ReasonKind.BEFORE_LAW, None, start),)
    return tuple(OnDay(each, Version(each.eid, since, start, Presence.NO, None, None, because), None) for each in known)


def _inside(known: Iterable[Place], eid: str) -> tuple[Place, ...]:
    every = tuple(known)
    enclosing = {each.eid: each.within for each in every}
    found = tuple(each for each in every if each.eid == eid or eid in _chain(each.eid, enclosing))
    if not found:
        raise UnknownProvision(repr(eid), "the law has no such provision", "look into the contents of the law")
    return found


def _check_language(conn: Base, law: str, lang: str) -> None:
    held = languages(conn, law)
    if lang not in held:
        raise UnknownLaw(f"{law} in {lang!r}", "no text in this language is held", f"held: {', '.join(held)}")


def _amendments(conn: Base, law: str) -> list[tuple[str | None, Amendment]]:
    sources = {number: tuple(rows) for number, rows in groupby(
        _rows(conn, sql.AMENDMENT_SOURCES, law=law), key=lambda row: row["amendment"])}
    return [(row["act"], values.amendment(row, sources.get(row["id"], ())))
            for row in _rows(conn, sql.AMENDMENTS, law=law)]


def _acts_on(eid: str, amendments: Iterable[Amendment], enclosing: dict[str, str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.act.name for each in amendments if each.act and _touches(each, eid, enclosing)))


def _touches(amendment: Amendment, eid: str, enclosing: dict[str, str | None]) -> bool:
    """Tell whether a change may bear on a provision: a change of its own, or of what encloses it."""
    if Eid(amendment.target).kind is Kind.INTRO:
        return Eid(amendment.target).parent == eid
    reaches_inside = amendment.scope is not Scope.OWN_TEXT
    return amendment.target == eid or (reaches_inside and amendment.target in _chain(eid, enclosing))


def _chain(eid: str, enclosing: dict[str, str | None]) -> set[str]:
    """Return all that encloses a provision, the law and chapters included."""
    above = {str(each) for each in Eid(eid).ancestors} | {"law"}
    outermost: str | None = eid
    while outermost is not None:
        above.add(outermost)
        parent = Eid(outermost).parent
        outermost = enclosing.get(outermost) or (str(parent) if parent else None)
    return above - {eid}


def _plain(name: str) -> str:
    return normal(name).strip(" №").replace("–", "-").replace("‑", "-")


def _fts_queries(words: str) -> tuple[str, ...]:
    return tuple(query for query in (exact_query(words), opening_query(words)) if query)
