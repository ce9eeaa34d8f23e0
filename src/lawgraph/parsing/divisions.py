"""Tell where the numbers of sections and chapters begin anew: then what holds them is part of their address.

Most laws count their chapters through, and `chp_4` names one. Where Chapter 1 opens two sections, a number alone names
several, and each is `sec_1__chp_1`, all chapters of that text alike: an address does not hang on which came first.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from lawgraph.law.eid import Kind
from lawgraph.parsing.layout import Row, RowKind

_RANKS = (Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER)
_FIRST = "1"
_ENDS = {RowKind.ANNEX, RowKind.SIGNATURE}

_Step = tuple[Kind, str]
_Unit = tuple[int, Kind]
"""A kind in one text: the act, an annex to it."""


def counted_anew(rows: Sequence[Row], quoted: Collection[int]) -> tuple[Row, ...]:
    """Return rows whose headings tell that their numbers begin anew in each unit that holds them."""
    begun: dict[_Unit, dict[tuple[_Step, ...], str]] = defaultdict(dict)
    places: dict[int, _Unit] = {}
    opened: dict[Kind, str] = {}
    text = 0
    for place, row in enumerate(rows):
        if row.kind in _ENDS:
            text, opened = text + 1, {}
        heading = row.heading
        if heading is None or heading.nested or heading.kind not in _RANKS or place in quoted:
            continue
        rank = _RANKS.index(heading.kind)
        opened = {kind: opened[kind] for kind in _RANKS[:rank] if kind in opened}
        places[place] = text, heading.kind
        begun[text, heading.kind].setdefault(tuple(opened.items()), heading.number)
        opened[heading.kind] = heading.number
    anew = {unit for unit, firsts in begun.items() if list(firsts.values()).count(_FIRST) > 1}
    return tuple(replace(row, heading=replace(row.heading, anew=True))
                 if row.heading and places.get(place) in anew else row for place, row in enumerate(rows))
