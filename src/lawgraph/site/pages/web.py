"""The picture of acts and articles: a line for each act to each article that it changed, as numbers for a template."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lawgraph.law.eid import LAW, Eid
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.matrix import SIGNS, ActLine, Sureness, articles_of, sorted_lines, sureness, sureness_in_words
from lawgraph.site.pages.paths import Order
from lawgraph.voice.names import done

_ROW, _SIGN, _LEFT, _RIGHT, _LONGEST = 25, 10, 72, 276, 130
_MOST = 60
SEVERAL = "∗"
"""What marks that an act did several things to one article."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """Hold the line of an act to an article: the sign at its beginning (at `x`), its path as drawn."""

    sign: str
    sureness: Sureness
    x: int
    drawn: str


@dataclass(frozen=True, slots=True)
class Hub:
    """Hold an act or an article: its name, the same in words, its page, the height at which it stands, its lines."""

    name: str
    told: str
    path: str
    y: int
    spokes: tuple[Spoke, ...]


@dataclass(frozen=True, slots=True)
class Web:
    """Hold the acts, the articles, how high the picture is, and what its signs and its strokes mean."""

    acts: tuple[Hub, ...]
    articles: tuple[Hub, ...]
    height: int
    key: tuple[tuple[str, str], ...]
    strokes: tuple[tuple[Sureness, str], ...]


def web_of(expression: Expression) -> Web | None:
    """Return the picture of the acts that changed a law; `None` where there are none, or more than one can follow."""
    lines = sorted_lines(expression, Order.OPERATION)
    columns = articles_of(expression, lines)
    if not lines or max(len(lines), len(columns)) > _MOST:
        return None
    height = _ROW * max(len(lines), len(columns))
    at = {each.eid: _height(place, len(columns), height) for place, each in enumerate(columns)}
    acts, joined = [], defaultdict[Eid, list[Spoke]](list)
    for place, line in enumerate(lines):
        y, changes = _height(place, len(lines), height), _drawn_by_article(line, list(at))
        spokes = []
        for step, (eid, (sign, sure)) in enumerate(changes.items()):
            x = _LEFT + step * min(_SIGN, _LONGEST // len(changes))
            spokes.append(Spoke(sign, sure, x, f"M{x + 5} {y - 4}L{_RIGHT} {at[eid] - 4}"))
            joined[eid].append(spokes[-1])
        acts.append(Hub(line.act.name, line.act.name, line.act.path, y, tuple(spokes)))
    articles = (Hub(each.short if each.eid != LAW else each.name, each.name, each.path, at[each.eid],
                    tuple(joined[each.eid])) for each in columns)
    return Web(tuple(acts), tuple(articles), height, *_keys(expression, lines, acts))


def _keys(expression: Expression, lines: Sequence[ActLine], acts: Sequence[Hub]
          ) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[Sureness, str], ...]]:
    """Return what the signs, and what the strokes that are drawn mean."""
    voice, spokes = expression.voice, [spoke for each in acts for spoke in each.spokes]
    signs = {SIGNS[each.action]: done(each.action, voice) for line in lines for each in line.amendments}
    if any(each.sign == SEVERAL for each in spokes):
        signs[SEVERAL] = voice.say("several changes")
    return tuple(signs.items()), tuple((each, sureness_in_words(voice, each)) for each in Sureness
                                       if any(spoke.sureness is each for spoke in spokes))


def _height(place: int, count: int, height: int) -> int:
    return round((place + 0.7) * height / count)


def _drawn_by_article(line: ActLine, order: Sequence[Eid]) -> Mapping[Eid, tuple[str, Sureness]]:
    """Return the sign and the weakest sureness of what an act did to each article, in the order of the law."""
    told: dict[Eid, tuple[str, Sureness]] = {}
    for each in sorted(line.amendments, key=lambda each: order.index(each.target.outermost)):
        eid, sign, sure = each.target.outermost, SIGNS[each.action], sureness(each)
        before = told.get(eid, (sign, sure))
        weakest = max(before[1], sure, key=list(Sureness).index)
        told[eid] = (sign if before[0] == sign else SEVERAL, weakest)
    return told
