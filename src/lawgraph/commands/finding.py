"""What is sought: words in one law, day by day; and whatever is typed in one line, in all of them."""

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import click

from lawgraph.commands import options
from lawgraph.database.opening import sealed
from lawgraph.law.errors import Phrase
from lawgraph.printout import tables, words_found
from lawgraph.printout.words_found import WordsSheet
from lawgraph.queries.answers import AsKnown, law_named
from lawgraph.queries.listing import last_day_spoken_of
from lawgraph.queries.seeking import appearances
from lawgraph.voice.names import act_in_words
from lawgraph.voice.speaking import ENGLISH, Voice

if TYPE_CHECKING:
    from lawgraph.site.pages.search import SearchPage


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
    options.say(words_found.data(sheet) if form == "json" else
                words_found.table(sheet, options.voice_here()))


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
    from lawgraph.site.pages.search import LONGEST, Sought, search_page  # noqa: PLC0415  (pages: `find` needs none)

    line = " ".join(words)
    if len(line) > LONGEST:
        raise click.UsageError(Phrase("this has %(size)s characters; a line of at most %(most)s is understood",
                                      size=f"{len(line):,}", most=LONGEST))
    with closing(held.open()) as conn:
        sought = Sought(line, None, lang, day)
        voice = ENGLISH if form == "json" else options.voice_here()
        page = search_page(conn, sought, last_day_spoken_of(conn), voice)
        told = page.data(sealed(conn)) if form == "json" else _table(page, voice)
    options.say(told)


def _table(page: "SearchPage", voice: Voice) -> str:
    links = [(each.text, each.path) for each in (*page.provisions, *page.laws)]
    acts = [(act_in_words(each.name, voice), each.path) for each in page.acts]
    texts = [(f"{each.mark.sign} {each.name}, {each.law}", each.applied, "".join(piece.text for piece in each.excerpt))
             for each in page.texts]
    near = [(each.text, each.path) for each in page.near]
    parts = [tables.columns(rows) for rows in (near, [*links, *acts], texts) if rows]
    nothing = (voice.say(tables.PERHAPS if near else tables.NOTHING),) if page.nothing else ()
    return "\n\n".join(("\n".join((*page.told, *nothing)), *parts)).strip()
