"""Ask the database, and get values back: a law, its answers for a day, the lives of its provisions; the acts.

It is asked with all that is known, or with what was recorded by a day. The queries stand as SQL in `named.sql`, those
for people, and `inner.sql`, those for this program.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from lawgraph.database.schema import TITLE_NAMES
from lawgraph.database.searching import plain
from lawgraph.law.amendments import Action, Amendment
from lawgraph.law.days import DayBounds, Ground, basis_on
from lawgraph.law.eid import Eid
from lawgraph.law.errors import Phrase, UnclearLaw, UnknownAct, UnknownLanguage, UnknownLaw, UnknownProvision
from lawgraph.law.versions import Presence, Reason, ReasonKind, Version
from lawgraph.queries import values
from lawgraph.queries.values import (
    ActRow,
    CitationRow,
    Effect,
    HeldInstruction,
    LawRow,
    Printing,
    SourceRow,
    TouchedLaw,
)
from lawgraph.timeline.comparison import Difference, compare_days
from lawgraph.timeline.consolidation import LawDays, OnDay, Place, consolidate, tree_of_places, unread_of_law

_HALF = re.compile("[\ud800-\udfff]")
_ENTRY = re.compile(r"^-- (?P<name>\w+|\{\w+(?: [A-Z]+)?\}): (?P<title>.+)\n"
                    r"(?P<notes>(?:-- .*+\n){0,9}+)(?P<sql>(?:(?!--).++\n){1,90}+)", re.MULTILINE)
_PIECE = re.compile(r"\{(\w+)(?: ([\w.]+))?\}")
_WHERE = re.compile(r"\b(?:ROW|COLUMN)\b")


@dataclass(frozen=True, slots=True)
class Query:
    """Hold a query with what people need to know of it; `example` is one that gives values to ask it with."""

    name: str
    title: str
    description: str
    sql: str
    example: str

    @property
    def params(self) -> tuple[str, ...]:
        """The names of its parameters, in the order of the text."""
        return tuple(dict.fromkeys(re.findall(r":([a-z_]+)", self.sql)))


def _read(name: str, pieces: dict[str, str]) -> Iterator[Query]:
    """Give the queries of a file, put together of what is known and of its own pieces, which are known from then on."""
    for entry in _ENTRY.finditer((Path(__file__).parent / name).read_text(encoding="utf-8")):
        sql = _put_together(entry["sql"].rstrip("\n"), pieces)
        if entry["name"].startswith("{"):
            pieces[entry["name"].strip("{}").partition(" ")[0]] = sql
            continue
        told, _, example = entry["notes"].replace("-- ", "").partition("example: ")
        yield Query(entry["name"], entry["title"], " ".join(told.split()), sql, _put_together(example.strip(), pieces))


def _put_together(sql: str, pieces: Mapping[str, str]) -> str:
    return _PIECE.sub(lambda piece: _WHERE.sub(piece[2] or "", pieces[piece[1]]), sql)


_PIECES = {"titles": ", ".join(f"ROW.{name}" for name in TITLE_NAMES)}
NAMED, INNER = tuple(_read("named.sql", _PIECES)), tuple(_read("inner.sql", _PIECES))
"""The queries for people, and those that serve this program alone."""
QUERIES = {each.name: each for each in (*NAMED, *INNER)}


@dataclass(frozen=True, slots=True)
class AsKnown:
    """Ask a database as it would have answered with the facts recorded by `day`."""

    conn: sqlite3.Connection
    day: date


Base = sqlite3.Connection | AsKnown


def rows(base: Base, query: str, **given: str | int | None) -> list[sqlite3.Row]:
    """Return the rows of a query by its name; `:known` is the day asked for, null for all that is known.

    Halves of characters, which a command line may hold and a database cannot, are asked for as the sign of a lost one.
    """
    conn, known = (base.conn, base.day.isoformat()) if isinstance(base, AsKnown) else (base, None)
    whole = {name: _HALF.sub("\ufffd", each) if isinstance(each, str) else each for name, each in given.items()}
    cursor = conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(QUERIES[query].sql, {"known": known, **whole}).fetchall()


_MOST_TOLD = 8


def laws(conn: Base) -> tuple[LawRow, ...]:
    """Return the laws held."""
    return tuple(values.law(row) for row in rows(conn, "laws"))


def law_named(conn: Base, name: str) -> LawRow:
    """Return the law with an id or a number, as people write it; raise `UnknownLaw` where none or several have it."""
    found = rows(conn, "law_named", name=name)
    if not found:
        wanted = plain(name)
        held = [(row["id"], row["number"]) for row in rows(conn, "law_names")]
        meant = [law for law, number in held if wanted in (plain(law), plain(number))]
        if not meant:
            raise UnknownLaw(repr(name), Phrase("this law is not held"), Phrase("held: %(these)s", these=_told(held)))
        found = [row for law in meant for row in rows(conn, "law_named", name=law)]
    if len(found) > 1:
        these = [(row["id"], row["number"]) for row in found]
        raise UnclearLaw(repr(name), Phrase("several laws have this number"),
                         Phrase("name one by its id: %(these)s", these=_told(these)), tuple(law for law, _ in these))
    return values.law(found[0])


def languages(conn: Base, law: str) -> tuple[str, ...]:
    """Return the languages in which the text of a law is held, the first edition's first."""
    return tuple(row["lang"] for row in rows(conn, "languages", law=law))


def languages_held(conn: Base) -> tuple[str, ...]:
    """Return the languages in which the text of any law is held."""
    return tuple(row["lang"] for row in rows(conn, "languages_held"))


def places(conn: Base, law: str) -> tuple[Place, ...]:
    """Return every provision that a law is known ever to have had, in document order."""
    return tuple(values.place(row) for row in rows(conn, "places", law=law))


def provisions_on(conn: Base, law: str, lang: str, day: date) -> tuple[OnDay, ...]:
    """Return every provision of a law with its answer for a day, in document order."""
    found = rows(conn, "law_on_day", law=law, lang=lang, on=day.isoformat())
    return _on_day(found) or _before(conn, law, lang, places(conn, law))


def provision_on(conn: Base, law: str, lang: str, eid: Eid, day: date) -> tuple[OnDay, ...]:
    """Return a provision and its parts with their answers for a day; raise `UnknownProvision` where there is none."""
    found = rows(conn, "provision_on_day", law=law, lang=lang, eid=eid, on=day.isoformat())
    return _on_day(found) or _before(conn, law, lang, _inside(places(conn, law), eid))


def versions_of(conn: Base, law: str, lang: str, eid: Eid) -> tuple[Version, ...]:
    """Return the versions of a provision in the order of time; raise `UnknownProvision` where there is none."""
    found = tuple(values.version(row) for row in rows(conn, "versions_of_provision", law=law, lang=lang, eid=eid))
    if not found:
        _inside(places(conn, law), eid)
        check_language(conn, law, lang)
    return found


def amendments_of(conn: Base, law: str, eid: Eid | None = None) -> tuple[Amendment, ...]:
    """Return the changes of a law; for a provision those of itself, of what is inside it and of what encloses it."""
    everything = tuple(_amendments(conn, law))
    if eid is None or eid == "law":
        return everything
    tree = tree_of_places(places(conn, law))
    return tuple(each for each in everything if tree.related(each.target, eid))


def differences(conn: Base, law: str, lang: str, days: tuple[date, date], eid: Eid | None = None
                ) -> tuple[Difference, ...]:
    """Return how a law, or a provision with its parts, differs between two days, with the acts in between."""
    before, after = (provisions_on(conn, law, lang, day) if eid is None else provision_on(conn, law, lang, eid, day)
                     for day in days)
    tree = tree_of_places(places(conn, law))
    return compare_days((before, after), days, (amendments_of(conn, law), tree), lives_of(conn, law, lang))


def differing_days(conn: sqlite3.Connection, law: str, lang: str) -> tuple[date, ...]:
    """Return the days on which the answer for some provision begins, the law's first possible day first."""
    return tuple(date.fromisoformat(row["from_latest"]) for row in rows(conn, "differing_days", law=law, lang=lang))


def law_days(conn: Base, law: str) -> LawDays:
    """Return the days of a law as a whole: its start, its repeals, the last day that sources speak of, and doubts."""
    return days_of(conn, law_named(conn, law), amendments_of(conn, law))


def days_of(conn: Base, held: LawRow, changes: Sequence[Amendment]) -> LawDays:
    """Return the same of a law that was read with its changes."""
    law = held.id
    files = [values.source(row) for lang in languages(conn, law)
             for row in rows(conn, "sources_of_law", law=law, lang=lang)]
    official = frozenset(each.file for each in files if each.official)
    return LawDays(held.start, tuple(each for each in changes if each.action is Action.REPEAL), held.horizon,
                   unread_of_law(changes, official or frozenset(each.file for each in files)))


def source_of(conn: Base, law: str, lang: str) -> SourceRow | None:
    """Return the file that the text of a law in a language was read from, the first of several."""
    return next((values.source(row) for row in rows(conn, "sources_of_law", law=law, lang=lang)), None)


def printings_of(conn: Base, law: str, eid: Eid) -> tuple[Printing, ...]:
    """Return the places at which editions print a provision."""
    return tuple(values.printing(row) for row in rows(conn, "printings_of_provision", law=law, eid=eid))


def all_versions(conn: Base, law: str, lang: str) -> tuple[Version, ...]:
    """Return the versions of every provision of a law, in document order."""
    return tuple(values.version(row) for row in rows(conn, "versions_of_law", law=law, lang=lang))


def lives_of(conn: Base, law: str, lang: str) -> dict[Eid, tuple[Version, ...]]:
    """Return the versions of each provision of a law, in document order."""
    return {eid: tuple(own) for eid, own in groupby(all_versions(conn, law, lang), key=lambda each: each.eid)}


def all_citations(conn: sqlite3.Connection, law: str, lang: str) -> tuple[CitationRow, ...]:
    """Return the references in the newest wording that is held of each provision."""
    return tuple(values.citation(row) for row in rows(conn, "citations_of_law", law=law, lang=lang))


def citations_in_law(conn: sqlite3.Connection, law: str, lang: str) -> tuple[CitationRow, ...]:
    """Return the references in all wordings of a law that lead to laws held."""
    return tuple(values.citation(row) for row in rows(conn, "citations_in_law", law=law, lang=lang))


def citations_in(conn: sqlite3.Connection, law: str, lang: str, eid: Eid) -> tuple[CitationRow, ...]:
    """Return the references in the wordings of a provision."""
    return tuple(values.citation(row) for row in rows(conn, "citations_in_provision", law=law, lang=lang, eid=eid))


def citations_of(conn: sqlite3.Connection, law: str, lang: str, eid: Eid) -> tuple[CitationRow, ...]:
    """Return the references to a provision from other wordings of its law, and from other laws."""
    return tuple(values.citation(row) for row in rows(conn, "citations_of_provision", law=law, lang=lang, eid=eid))


def _on_day(found: Iterable[sqlite3.Row]) -> tuple[OnDay, ...]:
    every = tuple(found)
    return consolidate([values.place(row) for row in every], [values.version(row) for row in every])


def _before(conn: Base, law: str, lang: str, known: Iterable[Place]) -> tuple[OnDay, ...]:
    check_language(conn, law, lang)
    return before_the_law(law_named(conn, law).start, known)


def before_the_law(start: DayBounds, known: Iterable[Place]) -> tuple[OnDay, ...]:
    """Return the answers for a day before the law's first possible day."""
    since = DayBounds(None, None, basis_on(Ground.BEFORE_LAW))
    because = (Reason(ReasonKind.BEFORE_LAW, None, start),)
    return tuple(OnDay(each, Version(each.eid, since, start, Presence.NO, None, None, because), None) for each in known)


def _inside(known: Iterable[Place], eid: Eid) -> tuple[Place, ...]:
    every = tuple(known)
    wanted = {eid, *tree_of_places(every).inside(eid)}
    found = tuple(each for each in every if each.eid in wanted)
    if not found:
        raise UnknownProvision(repr(eid), Phrase("the law has no such provision"),
                               Phrase("look into the contents of the law"))
    return found


def check_language(conn: Base, law: str, lang: str) -> None:
    """Raise `UnknownLanguage` where no text of a law is held in a language."""
    held = languages(conn, law)
    if lang not in held:
        raise UnknownLanguage(f"{law} in {lang!r}", Phrase("no text in this language is held"),
                              Phrase("held: %(these)s", these=", ".join(held)))


def _amendments(conn: Base, law: str) -> list[Amendment]:
    sources = _by_amendment(rows(conn, "sources_of_amendments", law=law))
    return [values.amendment(row, sources.get((law, row["position"]), ()))
            for row in rows(conn, "amendments_of_law", law=law)]


def _told(laws: Sequence[tuple[str, str]]) -> str:
    shown = ", ".join(f"{law} ({number})" for law, number in laws[:_MOST_TOLD])
    return shown + (f" and {len(laws) - _MOST_TOLD:,} more" if len(laws) > _MOST_TOLD else "")


def acts(conn: sqlite3.Connection, law: str | None = None) -> tuple[ActRow, ...]:
    """Return the acts, by first day of operation; for one law those that changed it, with their changes in it."""
    if law is None:
        return tuple(_act(conn, row, _effects_of_act(conn, row["name"])) for row in rows(conn, "acts"))
    effects: dict[str, list[Effect]] = defaultdict(list)
    for each in _amendments(conn, law):
        effects[each.act_name or ""].append(Effect(law, each))
    return tuple(_act(conn, row, effects[row["name"]]) for row in rows(conn, "acts_changing_law", law=law))


def act_named(conn: sqlite3.Connection, name: str) -> ActRow:
    """Return the act with a name (`124-V`), in any usual spelling; raise `UnknownAct` where it is not held."""
    found = rows(conn, "act", act=name) or rows(conn, "act", act=_meant(conn, name))
    if not found:
        raise UnknownAct(repr(name), Phrase("this act is not held"),
                         Phrase("%(command)s lists those that are", command="lawgraph acts"))
    return _act(conn, found[0], _effects_of_act(conn, found[0]["name"]))


def instructions_of(conn: sqlite3.Connection, act: str, law: str | None = None) -> tuple[HeldInstruction, ...]:
    """Return what an act says in its own words, law by law or on one law, where its text is held."""
    return tuple(values.instruction(row) for row in rows(conn, "instructions_of_act", act=act)
                 if law in (None, row["law"]))


def acts_called(conn: sqlite3.Connection, names: Iterable[str]) -> tuple[ActRow, ...]:
    """Return acts by their short names, without their changes."""
    return tuple(_act(conn, row, ()) for name in names for row in rows(conn, "act", act=name))


def act_names(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the short names of all acts, by first day of operation."""
    return tuple(row["name"] for row in rows(conn, "act_names"))


def names_adopted(conn: sqlite3.Connection, day: date) -> tuple[str, ...]:
    """Return the short names of the acts adopted on a day."""
    return tuple(row["name"] for row in rows(conn, "acts_adopted", day=day.isoformat()))


def acts_around(conn: sqlite3.Connection, act: ActRow) -> tuple[str | None, str | None]:
    """Return the names of the acts before and after one, by first day of operation."""
    found = {row["position"]: row["name"] for row in rows(conn, "acts_around", place=act.place)}
    return found.get(act.place - 1), found.get(act.place + 1)


def acts_lately(conn: sqlite3.Connection, day: date, most: int) -> tuple[ActRow, ...]:
    """Return the acts that came into operation last up to a day, the newest first, without their changes."""
    return tuple(_act(conn, row, ()) for row in rows(conn, "acts_lately", on=day.isoformat(), most=most))


def laws_of_act(conn: sqlite3.Connection, act: str, lang: str) -> tuple[TouchedLaw, ...]:
    """Return the laws that an act changed, by their titles in a language."""
    return tuple(TouchedLaw(row["id"], row["number"], row["kind"], row["title"], row["lang"], row["changes"])
                 for row in rows(conn, "laws_of_act", act=act, lang=lang))


def _meant(conn: sqlite3.Connection, name: str) -> str | None:
    wanted = plain(name)
    return next((each for each in act_names(conn) if plain(each) == wanted), None)


def _act(conn: sqlite3.Connection, row: sqlite3.Row, effects: Iterable[Effect]) -> ActRow:
    return values.act(row, rows(conn, "publications", act=row["name"]), effects)


def _effects_of_act(conn: sqlite3.Connection, act: str) -> Iterator[Effect]:
    sources = _by_amendment(rows(conn, "sources_of_effects", act=act))
    for row in rows(conn, "effects_of_act", act=act):
        yield Effect(row["law"], values.amendment(row, sources.get((row["law"], row["position"]), ())))


def _by_amendment(found: Iterable[sqlite3.Row]) -> dict[tuple[str, int], tuple[sqlite3.Row, ...]]:
    return {place: tuple(held) for place, held in groupby(found, key=lambda row: (row["law"], row["amendment"]))}
