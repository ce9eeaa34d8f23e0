"""What goes to other programs: a law in a standard of the field or as a graph, acts as CSV, schemas."""

import json
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from lawgraph.commands import options
from lawgraph.exchange.told import effects as table_of
from lawgraph.exchange.told import told_of_all, told_on
from lawgraph.law.errors import Phrase, read_bytes
from lawgraph.printout.exports import EVERY_ANSWER, schema_of
from lawgraph.queries.answers import languages, law_named, laws

if TYPE_CHECKING:
    from lawgraph.exchange.filing import Paper
    from lawgraph.exchange.tables import FileForm

_NOWHERE = "https://lawgraph.example"
"""What paths lead to where nobody says where the site stands."""


@click.command()
@options.law
@options.reads
def effects(held: options.DataFolders, law: str) -> None:
    """Print what acts did to a law as CSV: affected, affecting, type, days, how sure.

    `day_is` is exact, interval, open, contradicted, or not_settled where no source says that the change was made.

    \b
    lawgraph effects 271-IV
    lawgraph effects Z100000271_ > effects.csv
    """
    with closing(held.open()) as conn:
        options.say(table_of(conn, law).rstrip())


@dataclass(frozen=True, slots=True)
class _Order:
    """Hold what is ordered of `export`, as typed."""

    names: tuple[str, ...]
    form: str
    lang: str
    day: date | None
    every: bool
    address: str | None
    provision: str | None

    def named(self, *wanted: str) -> tuple[str, ...]:
        """Return the names that were typed; they must be as many as a format wants."""
        if len(self.names) != len(wanted):
            names = " ".join(wanted)
            raise click.UsageError(Phrase("--format %(form)s takes %(names)s, as in: %(command)s", form=self.form,
                                          names=names, command=f"lawgraph export {names} --format {self.form}"))
        return self.names


_OPTIONS: Mapping[str, frozenset[str]] = {
    "akn": frozenset({"on", "all", "lang"}), **dict.fromkeys(("git", "parquet", "jsonl"), frozenset[str]()),
    **dict.fromkeys(("jsonld", "nquads"), frozenset({"address"})),
    **dict.fromkeys(("docx", "pdf"), frozenset({"on", "provision", "address", "lang"}))}


def _typed() -> tuple[str, ...]:
    """Return the options of `export` that were typed, but for those of every format."""
    asked, every = click.get_current_context(), frozenset[str]().union(*_OPTIONS.values())
    options_of = (each for each in asked.command.params if isinstance(each, click.Option))
    return tuple(name for each in options_of if (name := each.opts[0].removeprefix("--")) in every
                 and asked.get_parameter_source(each.name or "") is ParameterSource.COMMANDLINE)


@click.command()
@click.argument("names", nargs=-1, metavar="[LAW] [OUT]")
@click.option("--format", "form", required=True, help="What to write.",
              type=click.Choice(["akn", "git", "jsonld", "nquads", "parquet", "jsonl", "docx", "pdf"]))
@click.option("--on", "day", type=options.DAY, help="akn, docx, pdf: the law as of this day.")
@click.option("--all", "every", is_flag=True, help="akn: all its versions in one document.")
@click.option("--provision", metavar="PROVISION", help="docx, pdf: this provision with its parts; left out, the law.")
@options.address
@options.lang
@options.reads
@options.gathered("order", _Order)
def export(held: options.DataFolders, order: _Order) -> None:
    """Write what is held for other programs, in a standard of their field.

    \b
    akn  Akoma Ntoso of a law: of a day, or of all its versions (docs/akoma-ntoso.md)
    git  the life of a law as a repository in the new folder OUT (docs/git.md)
    jsonld, nquads  linked data of all laws, or of LAW: ELI, schema.org (docs/linked-data.md)
    docx, pdf  a law, or a provision, on a day as a paper for the file OUT (docs/filing.md)
    parquet, jsonl  all tables of all laws, in the new folder OUT (docs/parquet.md)

    Each wording says how sure it is; where none is held words say so.

    \b
    lawgraph export 271-IV --format akn --on 2013-07-20
    lawgraph export 271-IV --format akn --all > law.xml
    lawgraph export 271-IV life --format git
    lawgraph export --format nquads --address https://laws.example > laws.nq
    lawgraph export tables --format parquet
    lawgraph export 271-IV art7.docx --format docx --on 2013-07-20 --provision "art. 7"
    """
    if strange := [f"--{option}" for option in _typed() if option not in _OPTIONS[order.form]]:
        raise click.UsageError(Phrase("--format %(form)s takes no %(these)s", form=order.form,
                                      these=", ".join(strange)))
    with closing(held.open()) as conn:
        _WRITERS[order.form](conn, order)


def _akoma(conn: sqlite3.Connection, order: _Order) -> None:
    from lawgraph.exchange.akoma import document  # noqa: PLC0415  (lxml: slow to load, not needed for help)

    law, = order.named("LAW")
    if order.every is (order.day is not None):
        raise click.UsageError(Phrase("say --on DAY, or --all"))
    told = told_on(conn, law, order.lang, order.day) if order.day else told_of_all(conn, law, order.lang)
    options.say(document(told).rstrip())


def _git(conn: sqlite3.Connection, order: _Order) -> None:
    from lawgraph.exchange.git import write_history  # noqa: PLC0415

    law, out = order.named("LAW", "OUT")
    written_in = languages(conn, law_named(conn, law).id)
    count = write_history([told_of_all(conn, law, lang) for lang in written_in], Path(out))
    options.say(f"{count} commit{'s' if count > 1 else ''} in {out}")


def _tables(conn: sqlite3.Connection, order: _Order) -> None:
    from lawgraph.exchange.tables import JSON_LINES, write_tables  # noqa: PLC0415

    out, = order.named("OUT")
    form = _parquet() if order.form == "parquet" else JSON_LINES
    counts = write_tables(conn, Path(out), form)
    options.say("\n".join(f"{count:10,} {name}" for name, count in counts.items()))


def _linked(conn: sqlite3.Connection, order: _Order) -> None:
    from lawgraph.exchange import linked_data  # noqa: PLC0415
    from lawgraph.site.pages import paths  # noqa: PLC0415

    law, = order.named("LAW") if order.names else (None,)
    graphs = linked_data.graphs_of(conn, linked_data.Pages(paths.law, paths.provision_on, paths.act), law)
    written = linked_data.nquads if order.form == "nquads" else linked_data.jsonld
    options.say_all(written(graphs, order.address or _NOWHERE))


def _parquet() -> "FileForm":
    options.need("pyarrow", "parquet")
    from lawgraph.exchange.parquet import PARQUET  # noqa: PLC0415  (an extra: it may be missing)

    return PARQUET


def _paper(conn: sqlite3.Connection, order: _Order) -> None:
    from lawgraph.exchange.filing import as_pdf, paper_of  # noqa: PLC0415
    from lawgraph.exchange.folders import write_whole  # noqa: PLC0415
    from lawgraph.site.pages import paths  # noqa: PLC0415

    name, out = order.named("LAW", "OUT")
    if order.day is None:
        raise click.UsageError(Phrase("say --on DAY"))
    typed = (order.provision,) if order.provision else ()
    law, eid = options.Inquiry(name, typed, order.lang, None).settled(conn)
    base = paths.provision(law.id, order.lang, eid) if eid else paths.law(law.id, order.lang)
    paper = paper_of(told_on(conn, law.id, order.lang, order.day), eid,
                     f"{order.address or ''}{paths.on(base, order.day)}")
    write_whole(Path(out), _docx(paper) if order.form == "docx" else as_pdf(paper))


def _docx(paper: "Paper") -> bytes:
    options.need("docx", "docx")
    from lawgraph.exchange.filing import as_docx  # noqa: PLC0415

    return as_docx(paper)


_WRITERS: Mapping[str, Callable[[sqlite3.Connection, _Order], None]] = {
    "akn": _akoma, "git": _git, "parquet": _tables, "jsonl": _tables, "jsonld": _linked, "nquads": _linked,
    "docx": _paper, "pdf": _paper}


@click.command()
@click.argument("law", required=False)
@options.lang
@click.option("--format", "form", type=click.Choice(["graphml", "gexf", "json", "svg"]), required=True,
              help="Format of the output.")
@options.reads
def graph(held: options.DataFolders, law: str | None, lang: str, form: str) -> None:
    """Write the graph of a law: what contains, amends, cites and follows what.

    Without LAW it is the graph of all laws held: which act changed which law, and which law cites which. Where a
    single law is held, it is that one's.

    \b
    lawgraph graph 271-IV --format svg > law.svg
    lawgraph graph --format graphml > laws.graphml
    """
    from lawgraph.graph import networks  # noqa: PLC0415  (networkx is slow to load)

    write = {"graphml": networks.to_graphml, "gexf": networks.to_gexf, "json": networks.to_json}
    with closing(held.open()) as conn:
        one = law or _only(conn)
        found = networks.graph_of(conn, one, lang) if one else networks.graph_of_all(conn, lang)
    text = write.get(form, networks.to_svg if one else networks.corpus_svg)(found)
    options.say(text.rstrip("\n"))


def _only(conn: sqlite3.Connection) -> str | None:
    every = laws(conn)
    return every[0].id if len(every) == 1 else None


@click.command()
@click.argument("file", type=options.PATH)
def lint(file: Path) -> None:
    """Say what is wrong with a document of Akoma Ntoso, by its schema and beyond.

    Beyond: references lead to something, wordings of one unit do not overlap, events are cited, days lie within their
    bounds. The exit status is 1 when something is wrong.

    \b
    lawgraph lint law.xml
    lawgraph export 271-IV --format akn --all > law.xml && lawgraph lint law.xml
    """
    from lawgraph.exchange.akoma_lint import lines, lint  # noqa: PLC0415  (lxml: slow to load, not needed for help)

    found = lint(read_bytes(file), str(file))
    options.say(lines(found, str(file)))
    sys.exit(int(bool(found)))


@click.command()
@click.argument("name", type=click.Choice(list(EVERY_ANSWER)), required=False, metavar="[NAME]")
def schema(name: str | None) -> None:
    """Print the JSON Schema of what a command or a page gives as JSON.

    Without NAME the names are listed, each with what gives it.

    \b
    lawgraph schema
    lawgraph schema text > text.schema.json
    """
    if name:
        options.say(json.dumps(schema_of(EVERY_ANSWER[name]), ensure_ascii=False, indent=1))
    else:
        width = max(map(len, EVERY_ANSWER))
        options.say("\n".join(f"{each.name:{width}}  {each.told_by}" for each in EVERY_ANSWER.values()))
