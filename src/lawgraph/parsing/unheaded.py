"""Tell articles without a heading, whose text stands in the line of their number: «Статья 1. Установить, что …».

Decrees of the 1990s are so. A heading, too, may end with a full stop, and the text below it may be gone: only where
nothing stands below most of the articles whose line ends like a sentence, and something below each other one, those
lines are texts. So is a line that leads in what stands below it: no heading ends with a colon.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from lawgraph.languages.scanner import begins
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Kind
from lawgraph.parsing.doubtful import holds_note
from lawgraph.parsing.layout import Row, RowKind

_ENDS = (".", ":", ";")
_FEWEST_WORDS = 5
"""Words of the longest line at least: "Article 1. General provisions." is a heading."""
_BELOW = {RowKind.WORDING, RowKind.LABELLED, RowKind.CONTINUED}


def without_headings(rows: Sequence[Row], quoted: Collection[int], lang: str) -> tuple[Row, ...]:
    """Return rows whose articles have the words behind their number as text, where the source prints no headings."""
    places = [place for place, row in enumerate(rows) if row.heading is not None and row.heading.rest
              and row.heading.kind is Kind.ARTICLE and place not in quoted and not _is_note(row.heading.rest, lang)]
    rests = {place: heading.rest for place in places if (heading := rows[place].heading)}
    ended = [place for place in places if rests[place].endswith(_ENDS)]
    bare = [place for place in places if place + 1 == len(rows) or rows[place + 1].kind not in _BELOW
            or rests[place].endswith(":")]
    most = max((len(rests[place].split()) for place in bare), default=0)
    if 2 * len(bare) <= len(ended) or most < _FEWEST_WORDS or not set(bare) <= set(ended):
        return tuple(rows)
    return tuple(replace(row, heading=replace(row.heading, rest="", text=row.heading.rest))
                 if row.heading and place in ended else row for place, row in enumerate(rows))


def _is_note(rest: str, lang: str) -> bool:
    return holds_note(rest, lang) or begins(rest, spoken(lang).notes.editorial, lang) is not None
