"""Where a line that is not read surely stays: in the one article that it names, or that a heading above it names.

A number that belongs to no unit may name anything, and so may a day, words on what encloses articles, a torn quotation.
"""

from collections.abc import Iterator, Sequence

from lawgraph.languages.amending import Level, Sense
from lawgraph.languages.scanner import found
from lawgraph.languages.spoken import spoken
from lawgraph.replay.addresses import Address, Cursor, addresses_at
from lawgraph.replay.words import PrintedLine, tokens_of

_BEYOND = {Level.LAW, Level.CONTENTS, Level.PREAMBLE, Level.SECTION, Level.CHAPTER, Level.SUBCHAPTER, Level.ANNEX}
_ANYWHERE = {Sense.THROUGHOUT, Sense.NUMBER, Sense.RENUMBER, Sense.REPEAL, Sense.RESTATE_BY_ANNEX}


def article_around(line: PrintedLine, above: Sequence[Address]) -> str | None:
    """Return the number of the article in which a line stays whatever it means, `None` where none is known."""
    if _is_torn(line) or found(spoken(line.lang).amending.suspends, line.text):
        return None
    cursor = Cursor(tokens_of(line.printed, line.lang), line.lang)
    named, left = list[Address](), list[Sense]()
    while (sign := cursor.sign()) is not None:
        here = addresses_at(cursor, inline=False)
        named += here
        if not here:
            left.append(sign)
            cursor.take()
    steps = [step for each in named for step in each]
    if not named or _ANYWHERE.intersection(left) or any(step.level in _BEYOND or step.since for step in steps):
        return None
    articles = {*_articles(named), *_articles(above)}
    return articles.pop() if len(articles) == 1 and "" not in articles else None


def _articles(addresses: Sequence[Address]) -> Iterator[str]:
    return (step.number for each in addresses for step in each if step.level is Level.ARTICLE)


def _is_torn(line: PrintedLine) -> bool:
    text = line.text
    return text.startswith(("«", '"')) or text.count("«") != text.count("»") or text.count('"') % 2 == 1
