"""The command `lawgraph search`."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options
from lawgraph.database.opening import sealed
from lawgraph.printout import tables
from lawgraph.queries.listing import last_day_spoken_of
from lawgraph.site.pages.search import LONGEST, SearchPage, Sought, search_page
from lawgraph.voice.speaking import ENGLISH


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--lang", type=options.LANGUAGES, help="Search in texts of this language alone.")
@click.option("--on", "day", type=options.DAY, help="The day of which the marks speak.  [default: the last one known]")
@options.form("table", "json")
@options.reads
def search(held: options.DataFolders, words: tuple[str, ...], lang: str | None, day: date | None, form: str) -> None:
    """Find a place, a day, an act or words, typed in one line in any of the languages.

    \b
    lawgraph search "статья 7 пункт 9 на 20 июня 2013"
    lawgraph search social adaptation --on 2013-07-20
    """
    line = " ".join(words)
    if len(line) > LONGEST:
        raise click.UsageError(f"this has {len(line):,} characters; a line of at most {LONGEST} is understood")
    with closing(held.open()) as conn:
        sought = Sought(line, None, lang, day)
        page = search_page(conn, sought, last_day_spoken_of(conn), ENGLISH)
        told = page.data(sealed(conn)) if form == "json" else _table(page)
    options.say(told)


def _table(page: SearchPage) -> str:
    links = [(each.text, each.path) for each in (*page.provisions, *page.laws)]
    acts = [(f"№ {each.name}", each.path) for each in page.acts]
    texts = [(f"{each.mark.sign} {each.name}, {each.law}", each.applied, "".join(piece.text for piece in each.excerpt))
             for each in page.texts]
    near = [(each.text, each.path) for each in page.near]
    parts = [tables.columns(rows) for rows in (near, [*links, *acts], texts) if rows]
    nothing = ("Nothing was found. Perhaps:" if near else "Nothing was found.",) if page.nothing else ()
    return "\n\n".join(("\n".join((*page.told, *nothing)), *parts)).strip()
