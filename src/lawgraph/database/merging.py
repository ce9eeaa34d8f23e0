"""Bring laws that were traced into one database, a new one or a copy of the last, law by law.

What several laws have in common is settled when all are there: an act may have changed many of them, and a wording may
cite another law that is held.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from lawgraph.database.declaring import NUMBER, Table
from lawgraph.database.filling import index, index_words, insert, insert_stored, stored, written
from lawgraph.database.freshness import Stamp, sha256_of
from lawgraph.database.keeping import kept
from lawgraph.database.opening import seal
from lawgraph.database.rows import Row, title_columns
from lawgraph.database.schema import ACTS, LAWS, TABLES, TEXTS, TITLE_NAMES
from lawgraph.database.searching import normal
from lawgraph.languages.spoken import codes
from lawgraph.law.acts import ActRecord
from lawgraph.law.authors import Act, ActKind, Record
from lawgraph.law.days import day_or_none, iso
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.errors import DatabaseError, Phrase
from lawgraph.parsing.citations.addresses import addresses
from lawgraph.parsing.citations.resolving import Citable, law_cited, names_of, place_cited

_NO_ACT: Row = {column.name: None for column in ACTS.columns}

# An act is the same in all laws; the one that tells most of it decides.
_ACTS_NAMED = f"""select name, number, adopted, kind, within, linked, coded, {', '.join(TITLE_NAMES)} from (
  select name, number, adopted, kind, within,
    row_number() over (partition by name order by adopted is null, kind = 'unstated', law) as place,
    case when min(adilet_id) over told = max(adilet_id) over told then min(adilet_id) over told end as linked,
    case when min(zan) over told = max(zan) over told then min(zan) over told end as coded,
    {', '.join(f'min({each}) over told as {each}' for each in TITLE_NAMES)}
  from acts_named where name in (select name from renewed) window told as (partition by name))
where place = 1
order by coalesce(adopted, ''), name"""  # noqa: S608  (our own names)
_FIRST_DAYS = """update acts set operative_earliest = first.earliest, operative_latest = first.latest,
  operative_basis = first.basis, operative_basis_data = first.basis_data
from (select act, earliest, latest, basis, basis_data, row_number() over (
        partition by act order by coalesce(earliest, ''), latest is null, latest, law, position) as place
      from amendments where act in (select name from renewed)) first
where first.act = acts.name and first.place = 1"""
_LATER_LAWS = """update lineage set later_law = held.id from (select l.id, a.name from laws l
  join acts a on a.number = l.number and a.adopted = l.adopted) held where held.name = lineage.act"""
_PLACES = """update acts set position = ordered.place
from (select name, row_number() over (
        order by operative_earliest is null, operative_earliest, operative_latest, adopted, name) as place
      from acts) ordered
where ordered.name = acts.name and ordered.place is not acts.position"""
_RENEWED = """insert or ignore into renewed select name from acts_named where law in (select law from touched)
union select name from acts where file is not null"""
_TOUCHED, _OF_RENEWED = "id in (select law from touched)", "name in (select name from renewed)"
_Block = tuple[int, int]
_CITABLE = f"select id, number, adopted, kind, {', '.join(TITLE_NAMES)} from laws order by id"  # noqa: S608  (our own names)
_CITING = """select c.id, t.law, t.lang, c.cites_act, c.cites_place, c.cites_law, c.cites
from citations_rows c join texts t on t.id = c.wording where c.cites_act is not null order by c.id"""
_KNOWN = "select eid from provisions where law = ?"


def act_columns(act: Act) -> Row:
    """Return the row of an act of which no more is known than its name."""
    return {**_NO_ACT, "name": act.name, "number": act.number, "adopted": iso(act.adopted), "kind": act.kind,
            "within": act.within}


def recorded_act(record: ActRecord) -> Row:
    """Return the row of an act of which facts are recorded."""
    act, titles = record.act, record.titles
    return {**act_columns(act), "adilet_id": record.adilet_id, "guessed": int(record.guessed),
            "zan": record.zan, "gazette": record.gazette, **title_columns(titles), **_record(record.record)}


def publications(record: ActRecord) -> Iterator[Row]:
    """Return the rows of the publications of an act."""
    ordered = sorted(record.publications, key=lambda each: (each.day, each.organ or "", each.issue or ""))
    for position, each in enumerate(ordered, 1):
        yield {"act": record.act.name, "position": position, "day": iso(each.day), "first": each.first,
               "organ": each.organ, "issue": each.issue, **_record(each.record)}


def lineage(record: ActRecord) -> Iterator[Row]:
    """Return the rows of the laws whose place an act took; which law it is itself is settled when all are there."""
    pairs = ((each, pair) for each in record.lineage for pair in ((LAW, LAW), *each.concordance))
    for position, (each, (earlier, later)) in enumerate(pairs, 1):
        yield {"act": record.act.name, "position": position, "earlier_law": each.law, "earlier": earlier,
               "later": later, **_record(each.record)}


def _record(record: Record) -> Row:
    return {"source": record.source, "confidence": record.confidence, "recorded": iso(record.recorded),
            "file": record.file, "line": record.line}


@dataclass(frozen=True, slots=True)
class NextBuild:
    """Tell what the next database holds otherwise than the last one at `base`: laws gone, and laws anew, by their ids.

    `new` are the files in which the rows of these are kept.
    """

    base: Path | None
    gone: tuple[str, ...]
    new: tuple[Path, ...]
    records: tuple[ActRecord, ...]


def merge(path: Path, stamp: Stamp, next_build: NextBuild) -> tuple[str, str]:
    """Write the database, or leave what was there as it was; return the hashes of its bytes and of all its rows."""
    with written(path, next_build.base) as conn:
        conn.execute("create temp table touched (law text primary key)")
        conn.execute("create temp table renewed (name text primary key)")
        _forget(conn, next_build)
        new = dict(_taken_in(conn, next_build.new))
        conn.executemany("insert or ignore into touched values (?)", ((law,) for law in new))
        _acts(conn, next_build.records)
        cited = _citations(conn)
        insert(conn, {"build": [{"part": part, "value": value} for part, value in stamp]})
        if next_build.base:
            _index_anew(conn, new.values())
        else:
            index(conn)
        whole = seal(conn, {*new, *cited})
    return sha256_of(path), whole


def _taken_in(conn: sqlite3.Connection, files: Iterable[Path]) -> Iterator[tuple[str, _Block]]:
    """Take in laws; give the id of each, and the first number of its rows and the first one behind them."""
    (first,) = conn.execute("select coalesce(max(after), 1) from origins").fetchone()
    for file in files:
        told = kept(file)
        if told is None:
            raise DatabaseError(str(file), Phrase("this part of the work cannot be read"), Phrase("build again"))
        rows = stored(told.rows, first)
        insert_stored(conn, rows)
        law, after = str(told.rows["laws"][0]["id"]), first + max(map(len, rows.values()))
        insert(conn, {"origins": [{"law": law, **asdict(told.origin), "first": first, "after": after}]})
        yield law, (first, after)
        first = after


def _forget(conn: sqlite3.Connection, next_build: NextBuild) -> None:
    """Take out the laws that are gone, and what is made anew of those that stay."""
    conn.executemany("insert into touched values (?)", ((law,) for law in next_build.gone))
    index_words(conn, LAWS, _TOUCHED, "delete")
    conn.execute(_RENEWED)
    for law in next_build.gone:
        _take_out(conn, law)
    conn.execute("begin")
    for table in ("publications", "lineage", "build"):
        conn.execute(f"delete from {table}")  # noqa: S608  (our own names)
    conn.execute("commit")


def _take_out(conn: sqlite3.Connection, law: str) -> None:
    block = conn.execute("select first, after from origins where law = ?", (law,)).fetchone()
    index_words(conn, TEXTS, f"id >= {block[0]} and id < {block[1]}", "delete")
    conn.execute("begin")
    for table in reversed(TABLES):
        if (number := _numbered_by(table)) is not None:
            conn.execute(f"delete from [{table.stored}] where [{number}] >= ? and [{number}] < ?", block)  # noqa: S608  (our own names)
        elif any(each.name == "law" for each in table.columns) or table is LAWS:
            conn.execute(f"delete from [{table.name}] where [{'id' if table is LAWS else 'law'}] = ?", (law,))  # noqa: S608  (our own names)
    conn.execute("commit")


def _numbered_by(table: Table) -> str | None:
    """Return the column by whose numbers the rows of a law are told from others, `None` where it has none."""
    return table.stored_key[0] if table.stored_key else "id" if NUMBER in table.stored_columns else None


def _index_anew(conn: sqlite3.Connection, blocks: Iterable[_Block]) -> None:
    """Take what is new into the full-text search."""
    for first, after in blocks:
        index_words(conn, TEXTS, f"id >= {first} and id < {after}")
    index_words(conn, LAWS, _TOUCHED)
    index_words(conn, ACTS, _OF_RENEWED)


def _acts(conn: sqlite3.Connection, records: tuple[ActRecord, ...]) -> None:
    """Make the acts anew that facts tell of, or that a law names which is gone or new; the others stay as they are."""
    conn.execute(_RENEWED)
    conn.executemany("insert or ignore into renewed values (?)", ((record.act.name,) for record in records))
    index_words(conn, ACTS, _OF_RENEWED, "delete")
    conn.execute(f"delete from acts where {_OF_RENEWED}")  # noqa: S608  (our own names)
    named = {each[0]: _named_act(_act(*each[:5]), *each[5:]) for each in conn.execute(_ACTS_NAMED)}
    recorded = {record.act.name: recorded_act(record) for record in records}
    insert(conn, {"acts": (_together(row, named.get(name)) for name, row in (named | recorded).items()),
                  "publications": (row for record in records for row in publications(record)),
                  "lineage": (row for record in records for row in lineage(record))})
    conn.execute(_LATER_LAWS)
    conn.execute(_FIRST_DAYS)
    conn.execute(_PLACES)


def _named_act(act: Act, adilet_id: str | None, zan: str | None, *titles: str | None) -> Row:
    """Return the row of an act of which links and causes of editions alone tell ids and titles."""
    return _findable({**act_columns(act), "adilet_id": adilet_id, "guessed": 0 if adilet_id else None, "zan": zan,
                      **dict(zip(TITLE_NAMES, titles, strict=True))})


def _together(recorded: Row, named: Row | None) -> Row:
    """Return what facts tell of an act, and what they leave open as the sources of laws name it."""
    return _findable({**recorded, **{name: named[name] for name in (*TITLE_NAMES, "adilet_id", "zan")
                                     if named and recorded[name] is None}})


def _findable(row: Row) -> Row:
    told = (row[name] for name in ("name", "number", *TITLE_NAMES))
    return {**row, "search_norm": normal(" ".join(str(each or "") for each in told)).strip()}


def _act(_name: str, number: str | None, adopted: str | None, kind: str, within: str | None) -> Act:
    return Act(number, day_or_none(adopted), ActKind(kind), within)


def _citations(conn: sqlite3.Connection) -> set[str]:
    """Settle which of the laws held each wording cites, and which provision of it; return the laws that are touched."""
    names = names_of(_citable(*law) for law in conn.execute(_CITABLE))
    citing = sorted(((law_cited(act, lang, names) or "", place, number, law, was)
                     for number, law, lang, act, place, *was in conn.execute(_CITING)), key=itemgetter(0))
    found = tuple(_settled(conn, citing))
    conn.execute("begin")
    conn.executemany("update citations_rows set cites_law = ?, cites = ? where id = ?", (each[:3] for each in found))
    conn.execute("commit")
    return {law for *_, law in found}


def _settled(conn: sqlite3.Connection, citing: Iterable[tuple[str, str | None, int, str, list[str | None]]]
             ) -> Iterator[tuple[str | None, str | None, int, str]]:
    """Give the law and provision cited, the number of the citation and its law, where they are others than before."""
    for cited, group in groupby(citing, key=itemgetter(0)):
        known = addresses(frozenset(Eid(eid) for eid, in conn.execute(_KNOWN, (cited,)))) if cited else None
        for _, place, number, law, was in group:
            now = [cited or None, place_cited(place, known) if known and place else None]
            if now != was:
                yield now[0], now[1], number, law


def _citable(law: str, number: str, adopted: str, kind: str, *titles: str | None) -> Citable:
    told = zip(codes(), titles, strict=True)
    return Citable(law, Act(number, date.fromisoformat(adopted), ActKind(kind)),
                   tuple((lang, title) for lang, title in told if title))
