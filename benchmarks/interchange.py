"""What becomes of laws that leave in the standards of the field and come back: `python -m benchmarks.interchange`.

Asked of the law that is held and of invented ones: each day on which an answer differs, in each language.
"""

import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from pyshacl import validate
from rdflib import Dataset, Graph
from rdflib.namespace import SH

from benchmarks.figures import Figure, median_of
from benchmarks.program import build, run
from benchmarks.statute import LAW as REAL
from lawgraph.commands.options import Inquiry
from lawgraph.database.opening import connect
from lawgraph.exchange.akoma import document
from lawgraph.exchange.akoma_lint import lint
from lawgraph.exchange.linked_data import Pages, graphs_of, nquads
from lawgraph.exchange.parquet import PARQUET
from lawgraph.exchange.tables import write_tables
from lawgraph.exchange.told import told_of_all, told_on
from lawgraph.intake.files import Given
from lawgraph.printout import answers_json
from lawgraph.queries.answers import differing_days, languages
from lawgraph.site.pages import paths

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from lanterns import LAW as LANTERNS
from lanterns import built, lanterns, taken

SAILS = Path(__file__).resolve().parents[1] / "tests" / "invented" / "sails"
CODE, ORDER = "K1200000030", "zan-9042"


@dataclass(frozen=True, slots=True)
class _Held:
    """Hold a law with the database that it stands in, named as the figures name it."""

    name: str
    conn: sqlite3.Connection
    law: str

    @property
    def langs(self) -> tuple[str, ...]:
        return languages(self.conn, self.law)

    @property
    def answers(self) -> tuple[tuple[str, date], ...]:
        return tuple((lang, day) for lang in self.langs for day in differing_days(self.conn, self.law, lang))


def measure(database: Path) -> Iterator[Figure]:
    """Yield what is valid, what comes back, and how large and how slow it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "lanterns").mkdir()
        with (closing(connect(database)) as real, closing(connect(lanterns(folder / "lanterns"))) as lit,
              closing(connect(_sails(folder / "sails"))) as sailing):
            for held in (_Held("Law 271-IV", real, REAL), _Held("the law on lanterns", lit, LANTERNS),
                         *(_Held(f"the sample {law}", sailing, law) for law in (CODE, ORDER))):
                yield from _documents(held)
                yield _back(held, folder / held.law)
                yield from _linked(held)
            yield from _tables(real, database, folder / "tables")


def _sails(folder: Path) -> Path:
    """Return the database of the invented code and order that `make serve SAMPLE=1` serves."""
    corpus, database = folder / "corpus", folder / "sails.db"
    run(["import", str(SAILS / "code"), "--law", CODE, "--corpus", str(corpus)])
    run(["import", str(SAILS / "order"), "--corpus", str(corpus)])
    run(["build", "--corpus", str(corpus), "--amendments", str(SAILS / "amendments"), "--db", str(database)])
    return database


def _documents(held: _Held) -> Iterator[Figure]:
    """Hold one document for each day and one with all versions against the schema and our own rules."""
    told = [told_on(held.conn, held.law, lang, day) for lang, day in held.answers]
    told += [told_of_all(held.conn, held.law, lang) for lang in held.langs]
    sound = [document(each) for each in told if not lint(document(each).encode(), "law.xml")]
    yield Figure(f"{held.name}: documents of Akoma Ntoso that are strictly valid and without fault",
                 f"{len(sound):,} of {len(told):,}, in {len(held.langs)} languages", "all", len(sound) == len(told))
    took = median_of(lambda: document(told_of_all(held.conn, held.law, held.langs[0])), 3)
    yield Figure(f"{held.name}: the document with all versions", f"{len(sound[-1].encode()) / 1000:,.0f} kB, {took}")


def _back(held: _Held, folder: Path) -> Figure:
    """Compare all that is answered on each day with what is answered when the documents were taken in again."""
    (folder / "amendments").mkdir(parents=True)
    for lang in held.langs:
        file = folder / f"{lang}.xml"
        file.write_text(document(told_of_all(held.conn, held.law, lang)), encoding="utf-8")
        taken(folder, file, Given())
    with closing(connect(built(folder))) as again:
        pairs = [(_answered(held.conn, held.law, lang, day), _answered(again, held.law, lang, day))
                 for lang, day in held.answers]
    equal = sum(one == other for mine, theirs in pairs for one, other in zip(mine, theirs, strict=True))
    every = sum(len(mine) for mine, _ in pairs)
    return Figure(f"{held.name}: provisions on days of change whose answer comes back from Akoma Ntoso as it was",
                  f"{equal:,} of {every:,}, on {len(pairs)} days", "all", equal == every)


def _answered(conn: sqlite3.Connection, law: str, lang: str, day: date) -> Sequence[str]:
    """Return what `lawgraph text --format json` says of each provision."""
    told = json.loads(answers_json.text(Inquiry(law, (), lang, None).on(conn, day), None))
    return [json.dumps(each, sort_keys=True) for each in told["provisions"]]


def _linked(held: _Held) -> Iterator[Figure]:
    """Hold all statements on a law against our shapes."""
    pages = Pages(paths.law, paths.provision_on, paths.act)
    text = "".join(nquads(graphs_of(held.conn, pages, held.law), "https://laws.example"))
    graph = Graph()
    for subject, predicate, value, _ in Dataset().parse(data=text, format="nquads").quads():
        graph.add((subject, predicate, value))
    shapes = Graph().parse(data=(files("lawgraph") / "exchange" / "schemas" / "shapes.ttl").read_text(encoding="utf-8"),
                           format="turtle")
    _, report, _ = validate(graph, shacl_graph=shapes)
    against = len(list(report.objects(None, SH.result)))
    yield Figure(f"{held.name}: statements of linked data", f"{len(graph):,}")
    yield Figure(f"{held.name}: faults by our shapes", f"{against:,}", "none", not against)


def _tables(conn: sqlite3.Connection, database: Path, out: Path) -> Iterator[Figure]:
    counts = write_tables(conn, out, PARQUET)
    size = sum(each.stat().st_size for each in out.rglob("*.parquet"))
    beside = database.stat().st_size
    yield Figure("Law 271-IV: Parquet beside SQLite",
                 f"{size / 1000:,.0f} kB beside {beside / 1000:,.0f} kB, {sum(counts.values()):,} rows")


def main() -> int:
    """Measure a fresh database, and print the figures; return 1 where a goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "lawgraph.db"
        list(build(database))
        told = list(measure(database))
    for each in told:
        print(f"{each.what}: {each.measured}")
    return 1 if any(each.met is False for each in told) else 0


if __name__ == "__main__":
    sys.exit(main())
