"""The command `lawgraph find`."""

from contextlib import closing
from datetime import date

import click

from lawgraph.commands import options
from lawgraph.printout import words_found
from lawgraph.printout.words_found import WordsSheet
from lawgraph.queries.answers import law_named
from lawgraph.queries.appearances import appearances
from lawgraph.queries.asking import AsKnown


@click.command()
@click.argument("words")
@options.law
@options.lang
@options.known_on
@options.form("table", "json")
@options.reads
def find(*, held: options.DataFolders, words: str, law: str, lang: str, known: date | None,  # noqa: PLR0913  (one for each option)
         form: str) -> None:
    """Print when words came into a law and fell away: first and last days, by which acts, and how sure that is.

    The words are sought whole and in a row; a star stands for any ending. Beside a wording that is not held nothing is
    said to come in or to fall away.

    \b
    lawgraph find "probation control" 271-IV
    lawgraph find "infraction*" 271-IV --format json
    """
    with closing(held.open()) as conn:
        base = AsKnown(conn, known) if known else conn
        meant = law_named(base, law)
        sheet = WordsSheet(meant, lang, appearances(base, meant.id, lang, words), known)
    options.say(words_found.data(sheet) if form == "json" else words_found.table(sheet))
