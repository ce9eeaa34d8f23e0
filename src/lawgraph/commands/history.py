"""The command `lawgraph history`."""

from contextlib import closing

import click

from lawgraph import answers_json, tables
from lawgraph.commands import options
from lawgraph.queries import amendments_of, law_days, law_named, versions_of
from lawgraph.sheets import LifeSheet, life_of_law


@click.command()
@options.law
@options.provision
@options.lang
@options.form("table", "json")
@options.reads
def history(held: options.Held, law: str, provision: tuple[str, ...], lang: str, form: str) -> None:
    """Print the life of a law or of a provision: its versions and the acts behind them.

    \b
    lawgraph history 271-IV art_7
    lawgraph history 271-IV "6(2)(4-1)" --format json
    """
    with closing(held.open()) as conn:
        known = law_named(conn, law)
        eid = options.meant(conn, known.id, provision)
        versions = versions_of(conn, known.id, lang, eid) if eid else life_of_law(law_days(conn, known.id))
        life = LifeSheet(known.id, eid or "law", versions, amendments_of(conn, known.id, eid))
    options.say(answers_json.history(life) if form == "json" else tables.history(life))
