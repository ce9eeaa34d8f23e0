"""The command `lawgraph graph`."""

import sqlite3
from contextlib import closing

import click

from lawgraph.commands import options
from lawgraph.graph import networks
from lawgraph.queries.answers import laws
from lawgraph.queries.graphs import graph_of, graph_of_all

_OF_ONE = {"graphml": networks.to_graphml, "gexf": networks.to_gexf, "json": networks.to_json, "svg": networks.to_svg}
_OF_ALL = {**_OF_ONE, "svg": networks.corpus_svg}


@click.command()
@click.argument("law", required=False)
@options.lang
@click.option("--format", "form", type=click.Choice(list(_OF_ONE)), required=True, help="Format of the output.")
@options.reads
def graph(held: options.DataFolders, law: str | None, lang: str, form: str) -> None:
    """Write the graph of a law: what contains, amends, cites and follows what.

    Without LAW it is the graph of all laws held: which act changed which law, and which law cites which. Where a
    single law is held, it is that one's.

    \b
    lawgraph graph 271-IV --format svg > law.svg
    lawgraph graph --format graphml > laws.graphml
    """
    with closing(held.open()) as conn:
        one = law or _only(conn)
        text = _OF_ONE[form](graph_of(conn, one, lang)) if one else _OF_ALL[form](graph_of_all(conn, lang))
    options.say(text.rstrip("\n"))


def _only(conn: sqlite3.Connection) -> str | None:
    every = laws(conn)
    return every[0].id if len(every) == 1 else None
