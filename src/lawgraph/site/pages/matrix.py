"""The table of acts and articles: which act did what to which article, from which day, and how sure that is.

One row for each act, one column for each article that any of them changed. A law with many such articles gets a table
for each of its chapters, since no screen and no reader holds a thousand columns.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from io import StringIO

from lawgraph.law.amendments import Action, Amendment, Scope
from lawgraph.law.authors import Act
from lawgraph.law.days import BoundsOrder, DayBounds, soonest, unknown_first
from lawgraph.law.eid import LAW, Eid
from lawgraph.printout import answers_json
from lawgraph.site.pages import paths
from lawgraph.site.pages.evidence import changes_of
from lawgraph.site.pages.expression import Expression, bare_act_link, head_of
from lawgraph.site.pages.page import ALONE, PageOfLaw, written
from lawgraph.site.pages.paths import Format, Order
from lawgraph.site.pages.section import LawSection, PageContext
from lawgraph.site.pages.values import ChangeRow, Link, LinkedAct
from lawgraph.site.pages.wrong import Unanswerable
from lawgraph.voice.names import bounds_in_words, done, provision_name
from lawgraph.voice.speaking import Voice

_WIDEST = 40
SIGNS = {
    Action.INSERTION: "+", Action.SUBSTITUTION: "⇄", Action.MODIFICATION: "±", Action.EXCLUSION: "–",
    Action.REPEAL: "×", Action.EXPIRY: "⊣", Action.SUSPENSION: "‖", Action.TEXT_SUBSTITUTION: "≈",
    Action.NOT_UNDERSTOOD: "?", Action.RENUMBERING: "↦",
}
"""What was done, as a sign; the word stands beside it for whoever does not see it, and in the key."""


class Sureness(StrEnum):
    """How sure a change is, surest first: its day known, its day between two days, its place in the article unknown."""

    EXACT = "exact"
    INTERVAL = "interval"
    CANDIDATE = "candidate"


SURENESS_SIGNS = {Sureness.EXACT: "", Sureness.INTERVAL: "~", Sureness.CANDIDATE: "◌"}
"""How sure it is, behind what was done: a day that is certain needs no sign."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold what one act did to one article: signs, the same in words, and the page that tells more."""

    signs: str
    sureness: Sureness
    told: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class ArticleColumn:
    """Hold one article: its address, its number (its name where it has none), its name and its page."""

    eid: Eid
    short: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class ActLine:
    """Hold one act with all that it changed in the law: the bounds of the first of its days, and every change."""

    act: LinkedAct
    operative: DayBounds
    amendments: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Hold one act as a row; `cells` stand in the order of the columns, `None` where it changed nothing."""

    line: ActLine
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """Hold one table; `of` is the chapter that it is about, `None` where it is about the whole law."""

    of: Link | None
    columns: tuple[ArticleColumn, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage(PageOfLaw):
    """Hold the acts of a law in an order, and the tables that set them against its articles."""

    template = "matrix.html"
    formats = (Format.PAGE, Format.JSON, Format.TABLE, Format.GRAPHML, Format.GEXF)

    order: Order
    lines: tuple[ActLine, ...]
    tables: tuple[MatrixTable, ...]
    key: tuple[tuple[str, str], ...]

    @property
    def filed(self) -> tuple[Format, ...]:
        """All forms in one order, which has the data of the others, but GEXF, which says the same as GraphML."""
        return self.formats[:-1] if self.order is Order.OPERATION else ALONE

    def data(self, build: str | None) -> str:  # noqa: ARG002  (a list tells no build)
        """Return each act, every change with its article and how sure it is."""
        return written([_fields(each) for each in self.lines])

    def table(self) -> str:
        """Return the table as CSV, one line for each act; days in ISO form, what was done as words of data."""
        columns = articles_of(self.expression, self.lines)
        out = StringIO()
        writer = csv.writer(out)
        writer.writerow(["act", "adopted", "operative_earliest", "operative_latest", "changes",
                         *(each.eid for each in columns)])
        for line in self.lines:
            inside = _by_article(line.amendments)
            writer.writerow([line.act.name, line.act.adopted, line.operative.earliest, line.operative.latest,
                             len(line.amendments), *(_in_data(inside.get(each.eid, ())) for each in columns)])
        return out.getvalue()

    def network(self, form: Format) -> str:
        """Return the acts and the provisions that they changed as a graph."""
        from lawgraph.graph import networks  # noqa: PLC0415  (networkx is slow to load)

        law = self.expression
        changed = {each.target: None for line in self.lines for each in line.amendments}
        units = {unit: None for each in changed for unit in (*law.around(each), each) if unit in law.at}
        graph = networks.law_graph(
            networks.LawNode(law.law.id, law.law.number, law.title),
            [networks.ProvisionNode(each, law.at[each].kind, law.at[each].within, None) for each in units],
            [each for line in self.lines for each in line.amendments], (), ())
        told = networks.to_graphml(graph) if form is Format.GRAPHML else networks.to_gexf(graph)
        return "\n".join(line.strip() for line in told.splitlines()) + "\n"

    def canonical(self) -> str:
        """Return the path of the order by operation."""
        return paths.acts(self.expression.law.id, self.expression.lang)


def matrix_page(expression: Expression, order: Order) -> MatrixPage:
    """Return the table of acts and articles of a law."""
    lines = sorted_lines(expression, order)
    path = paths.acts(expression.law.id, expression.lang, order)
    say = expression.voice.say
    title = say("Acts and articles – %(law)s", law=expression.called)
    head = head_of(expression, title, path, (Link(say("Acts and articles"), path),))
    return MatrixPage(head, expression, order, lines, tuple(_tables(expression, lines)),
                      tuple(_key(expression.voice, lines)))


def sorted_lines(expression: Expression, order: Order) -> tuple[ActLine, ...]:
    """Return the acts that changed a law, the newest first, or those with the most changes first."""
    by_day = sorted(lines_of(expression), key=_day, reverse=True)
    if order is Order.CHANGES:
        return tuple(sorted(by_day, key=lambda each: -len(each.amendments)))
    if order is Order.ADOPTION:
        return tuple(sorted(by_day, key=lambda each: unknown_first(each.act.adopted), reverse=True))
    return tuple(by_day)


def lines_of(expression: Expression, amendments: Iterable[Amendment] | None = None) -> tuple[ActLine, ...]:
    """Return the acts behind changes of a law, of all where none are named, with what each changed."""
    changed: dict[Act, list[Amendment]] = defaultdict(list)
    for each in expression.amendments if amendments is None else amendments:
        if each.act:
            changed[each.act].append(each)
    return tuple(ActLine(expression.links.get(act.name) or bare_act_link(act), first_of(own), tuple(own))
                 for act, own in changed.items())


def first_of(amendments: Iterable[Amendment]) -> DayBounds:
    """Return the bounds of the first day on which any of the changes came into operation."""
    return min((each.operative for each in amendments), key=soonest)


def sureness(each: Amendment) -> Sureness:
    """Return how sure a change is."""
    if each.scope is Scope.SOMEWHERE:
        return Sureness.CANDIDATE
    return Sureness.EXACT if each.operative.exact else Sureness.INTERVAL


def sureness_in_words(voice: Voice, how: Sureness) -> str:
    """Return what a sign of sureness means."""
    return {Sureness.EXACT: voice.say("the first day of operation is certain"),
            Sureness.INTERVAL: voice.say("the first day of operation lies between two days"),
            Sureness.CANDIDATE: voice.say("which part of the article changed is not recorded")}[how]


def _in_data(changes: Iterable[Amendment]) -> str:
    return "; ".join(f"{each.target} {each.action} {sureness(each)}" for each in changes)


def _day(line: ActLine) -> tuple[BoundsOrder, str]:
    return soonest(line.operative), line.act.name


def _by_article(amendments: Iterable[Amendment]) -> Mapping[Eid, Sequence[Amendment]]:
    found: dict[Eid, list[Amendment]] = defaultdict(list)
    for each in amendments:
        found[each.target.outermost].append(each)
    return found


def articles_of(expression: Expression, lines: Iterable[ActLine]) -> tuple[ArticleColumn, ...]:
    """Return a column for each article that was changed, in the order of the law, the law as a whole first."""
    changed = {each.target.outermost for line in lines for each in line.amendments}
    known = [each.eid for each in expression.places if each.eid in changed]
    strange = sorted((changed - set(known) - {LAW}), key=lambda each: each.order)
    name = partial(provision_name, voice=expression.voice)
    ordered = (*([LAW] if LAW in changed else []), *known, *strange)
    return tuple(ArticleColumn(each, each.number or name(each), name(each), expression.path_near(each))
                 for each in ordered)


def _tables(expression: Expression, lines: Sequence[ActLine]) -> Iterator[MatrixTable]:
    columns = articles_of(expression, lines)
    if len(columns) <= _WIDEST:
        yield MatrixTable(None, columns, _rows(expression, lines, columns))
        return
    parts: dict[Eid, list[ArticleColumn]] = defaultdict(list)
    for each in columns:
        own = each.eid if each.eid == LAW or each.eid.kind.divides else LAW
        parts[next(iter(expression.around(each.eid)), own)].append(each)
    for eid, these in parts.items():
        of = Link(provision_name(eid, expression.voice), expression.path_near(eid))
        yield MatrixTable(of, tuple(these), _rows(expression, lines, these))


def _rows(expression: Expression, lines: Iterable[ActLine], columns: Sequence[ArticleColumn]) -> tuple[MatrixRow, ...]:
    found = []
    for line in lines:
        inside = _by_article(line.amendments)
        cells = tuple(_cell(expression, inside[each.eid], each) if each.eid in inside else None for each in columns)
        found += [MatrixRow(line, cells)] if any(cells) else []
    return tuple(found)


def _cell(expression: Expression, amendments: Sequence[Amendment], column: ArticleColumn) -> Cell:
    weakest = max((sureness(each) for each in amendments), key=list(Sureness).index)
    signs = "".join((*dict.fromkeys(SIGNS[each.action] for each in amendments), SURENESS_SIGNS[weakest]))
    told = tuple(_told(expression.voice, each) for each in changes_of(expression, amendments))
    place = "days" if column.path == expression.path else "acts"
    return Cell(signs, weakest, (*told, sureness_in_words(expression.voice, weakest)), f"{column.path}#{place}")


def _told(voice: Voice, each: ChangeRow) -> str:
    return f"{each.target.text}: {each.done}, {bounds_in_words(each.operative, voice)}"


def _key(voice: Voice, lines: Iterable[ActLine]) -> Iterator[tuple[str, str]]:
    """Give the signs that the tables show, each with what it means."""
    shown = [each for line in lines for each in line.amendments]
    actions, sure = {each.action for each in shown}, {sureness(each) for each in shown}
    yield from ((SIGNS[each], done(each, voice)) for each in Action if each in actions)
    yield from ((SURENESS_SIGNS[each], sureness_in_words(voice, each)) for each in Sureness
               if each in sure and SURENESS_SIGNS[each])


def _fields(each: ActLine) -> object:
    return {"act": each.act.name, "adopted": each.act.adopted, "operative": answers_json.bounds_fields(each.operative),
            "changes": [{"article": change.target.outermost, "eid": change.target, "action": change.action,
                         "scope": change.scope, "sureness": sureness(change),
                         "operative": answers_json.bounds_fields(change.operative)} for change in each.amendments]}


_ORDERS: Mapping[tuple[str, ...], Order] = {(): Order.OPERATION, **{(str(each),): each for each in Order if each}}


def of_the_acts(context: PageContext, law: Expression) -> Unanswerable:
    """Return the stop for a path beside those that tell of the acts of a law."""
    return context.nothing(Link(context.voice.say("Acts and articles"), paths.acts(law.law.id, law.lang)))


def _open(context: PageContext, expression: Expression, steps: tuple[str, ...]) -> MatrixPage:
    if steps not in _ORDERS:
        raise of_the_acts(context, expression)
    return matrix_page(expression, _ORDERS[steps])


MATRIX = LawSection("acts", _open, lambda law: (paths.acts(law.law.id, law.lang, order) for order in Order))
