"""The command `lawgraph graph`."""

from contextlib import closing

import click

from lawgraph.commands import options
from lawgraph.errors import UnknownLaw
from lawgraph.graph import networks as graphs
from lawgraph.queries import law_named, laws
from lawgraph.queries.graphs import graph_of

_WRITERS = {"graphml": graphs.to_graphml, "json": graphs.to_json, "svg": graphs.to_svg}


@click.command()
@click.argument("law", required=False)
@options.lang
@click.option("--format", "form", type=click.Choice(list(_WRITERS)), required=True, help="Format of the output.")
@options.reads
def graph(held: options.Held, law: str | None, lang: str, form: str) -> None:
    """Write the graph of a law: what contains, amends, cites and follows what.

    LAW may be left out where only one is held.

    \b
    lawgraph graph 271-IV --format svg > law.svg
    lawgraph graph --format graphml > law.graphml
    """
    with closing(held.open()) as conn:
        every = laws(conn)
        if law is None and len(every) > 1:
            told = ", ".join(each.number for each in every)
            raise UnknownLaw("graph", f"several laws are held ({told})", "name one of them")
        found = graph_of(conn, law_named(conn, law).id if law else every[0].id, lang)
    options.say(_WRITERS[form](found).rstrip("\n"))
