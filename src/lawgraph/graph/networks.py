"""The law as a graph: provisions, acts and versions, and what contains, amends, cites and follows what; and all laws.

Nodes are `Z100000271_` (the law), `Z100000271_/art_7` (a provision), `Z100000271_/art_7/2` (its second version) and
`act/124-V`; what the law cites in another law that is held is a node of that law, so that graphs of laws join up. Each
node has a `kind` and a readable `label`; each edge has a `kind`. Days are ISO texts, and what is not known is left out,
since GraphML has no null. Where an edge comes from in the sources is its `evidence`: node-link JSON already calls the
two ends of an edge `source` and `target`. The order is that of the document and of adoption.

In the graph of all laws an edge tells how much it stands for: `changes` of an act in a law with the bounds of the first
day, or `provisions` of a law that refer to another.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import networkx as nx

from lawgraph.graph.pictures import ActToArticle, Overview, draw_overview
from lawgraph.law.amendments import Action, Amendment
from lawgraph.law.authors import Act
from lawgraph.law.days import iso
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.versions import Version
from lawgraph.queries import values
from lawgraph.queries.answers import all_citations, all_versions, amendments_of, law_named, laws, places
from lawgraph.queries.answers import rows as _rows
from lawgraph.queries.values import CitationRow
from lawgraph.voice.names import day_in_words, done, provision_name
from lawgraph.voice.recorded import basis_sentence

Graph: TypeAlias = "nx.MultiDiGraph[str]"
_NO_TIMES = {"start": "first_sign", "end": "after_sign"}
"""What is no time, and would be one by these names in GEXF."""

_Traits = dict[str, str | int]
_Node = tuple[str, _Traits]
_Edge = tuple[str, str, _Traits]


@dataclass(frozen=True, slots=True)
class LawNode:
    """Hold what the graph tells of the law itself."""

    id: str
    number: str
    title: str


class ProvisionNode(NamedTuple):
    """Hold what the graph tells of a provision; `within` encloses it in the edition, `None` at the top."""

    eid: Eid
    kind: Kind
    within: Eid | None
    heading: str | None


def law_graph(law: LawNode, provisions: Sequence[ProvisionNode], amendments: Sequence[Amendment],
              citations: Sequence[CitationRow], versions: Sequence[Version]) -> Graph:
    """Return the graph of one law."""
    ordered = sorted((each for each in amendments if each.act), key=lambda each: each.order)
    graph: Graph = nx.MultiDiGraph(law=law.id)
    graph.add_node(law.id, kind="law", label=f"Law {law.number} “{law.title}”", number=law.number, eid="law")
    own = [each.cites for each in citations if each.cites and not each.elsewhere]
    named = [*(each.target for each in ordered), *(each.eid for each in citations), *own,
             *(each.eid for each in versions)]
    held = [*provisions, *_unprinted(provisions, named)]
    graph.add_nodes_from((_place(law, each.eid), _provision(each)) for each in held if each.eid != "law")
    graph.add_nodes_from(act_node(each.act) for each in ordered if each.act)
    graph.add_nodes_from((f"act/{each.cites_act}", {"kind": "act", "label": each.cites_act}) for each in citations
                         if each.cites_act and not each.elsewhere and f"act/{each.cites_act}" not in graph)
    graph.add_nodes_from((name, traits) for name, traits in _elsewhere(citations) if name not in graph)
    graph.add_nodes_from(_version_nodes(law, versions))
    graph.add_edges_from((*_contains(law, held), *_amends(law, ordered), *_cites(law, citations),
                          *_follows(law, versions)))
    return graph


def to_graphml(graph: Graph) -> str:
    """Write a graph as GraphML."""
    return "\n".join(nx.generate_graphml(graph)) + "\n"


def to_gexf(graph: Graph) -> str:
    """Write a graph as GEXF, without the day of the writing, so that the same graph has the same bytes."""
    plain: Graph = nx.MultiDiGraph(**graph.graph)
    plain.add_nodes_from(graph.nodes(data=True))
    plain.add_edges_from((start, end, {_NO_TIMES.get(name, name): told for name, told in traits.items()})
                         for start, end, traits in graph.edges(data=True))
    before, _, rest = "\n".join(nx.generate_gexf(plain)).partition("<meta")
    return before.rstrip() + rest.partition("</meta>")[2] + "\n"


def to_json(graph: Graph) -> str:
    """Write a graph as node-link JSON: `nodes` with `id`, `edges` with `source` and `target`."""
    return json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n"


def to_svg(graph: Graph) -> str:
    """Draw the whole law: acts in order of adoption, articles in order, a line where an act changed an article."""
    touched: dict[tuple[str, Eid], list[str]] = defaultdict(list)
    for act, target, traits in graph.edges(data=True):
        if traits["kind"] == "amends":
            touched[act, Eid(graph.nodes[target]["eid"]).outermost].append(done(Action(str(traits["action"]))))
    acts = list(dict.fromkeys(act for act, _ in touched))
    articles = _shown_articles(graph, {article for _, article in touched})
    links = tuple(ActToArticle(
        acts.index(act), articles.index(article),
        f"{graph.nodes[act]['label']}: {provision_name(article)}: {', '.join(dict.fromkeys(told))}")
        for (act, article), told in touched.items())
    title = str(graph.nodes[graph.graph["law"]]["label"])
    return draw_overview(Overview(title, tuple(str(graph.nodes[act]["label"]) for act in acts),
                                  tuple(_titled(graph, article) for article in articles), links))


def _place(law: LawNode, eid: Eid) -> str:
    return law.id if eid == "law" else f"{law.id}/{eid}"


def _known_only(**traits: str | int | None) -> _Traits:
    # an `Eid` is a `str` that GraphML refuses
    told = ((name, trait) for name, trait in traits.items() if trait is not None)
    return {name: trait if isinstance(trait, int) else str(trait) for name, trait in told}


def _provision(each: ProvisionNode) -> _Traits:
    name = provision_name(each.eid)
    label = f"{name}. {_plain(each.heading)}" if each.heading else name
    heading = _plain(each.heading) if each.heading else None
    return _known_only(kind="provision", label=label, eid=str(each.eid), unit=each.kind.value, heading=heading)


def _unprinted(provisions: Iterable[ProvisionNode], named: Iterable[Eid]) -> list[ProvisionNode]:
    """Return what is named but not listed: a lead-in, a heading, a number that no edition prints."""
    known = {LAW, *(each.eid for each in provisions)}
    return [ProvisionNode(eid, eid.kind, next((up for up in eid.ancestors if up in known), None), None)
            for eid in dict.fromkeys(named) if eid not in known]


def act_node(act: Act) -> _Node:
    """Return the node of an act."""
    day = f" of {day_in_words(act.adopted)}" if act.adopted else ""
    return f"act/{act.name}", _known_only(kind="act", label=f"№ {act.number or 'not stated'}{day}", number=act.number,
                                          adopted=iso(act.adopted), act_kind=act.kind.value)


def _version_nodes(law: LawNode, versions: Sequence[Version]) -> Iterator[_Node]:
    for name, each in _numbered(law, versions):
        since = f" from {day_in_words(each.start.latest)}" if each.start.latest else ""
        yield name, _known_only(
            kind="version", label=f"{provision_name(each.eid)}{since}", eid=str(each.eid),
            in_operation=each.in_operation.value,
            wording=each.wording.value if each.wording else None, from_earliest=iso(each.start.earliest),
            from_latest=iso(each.start.latest), before_earliest=iso(each.before.earliest),
            before_latest=iso(each.before.latest))


def _numbered(law: LawNode, versions: Iterable[Version]) -> Iterator[tuple[str, Version]]:
    counts: dict[str, int] = defaultdict(int)
    for each in versions:
        counts[each.eid] += 1
        yield f"{_place(law, each.eid)}/{counts[each.eid]}", each


def _contains(law: LawNode, provisions: Iterable[ProvisionNode]) -> Iterator[_Edge]:
    for each in provisions:
        if each.eid != "law":
            yield _place(law, each.within or LAW), _place(law, each.eid), {"kind": "contains"}


def _amends(law: LawNode, amendments: Iterable[Amendment]) -> Iterator[_Edge]:
    for each in amendments:
        if each.act:
            sources = "; ".join(f"{held.file}:{held.line}" if held.line else held.file for held in each.sources)
            yield f"act/{each.act.name}", _place(law, each.target), _known_only(
                kind="amends", action=each.action.value, act=each.act.name, scope=each.scope.value,
                earliest=iso(each.operative.earliest), latest=iso(each.operative.latest),
                basis=basis_sentence(each.operative.basis), evidence=sources)


def _cites(law: LawNode, citations: Iterable[CitationRow]) -> Iterator[_Edge]:
    for each in citations:
        target = _cited(law, each)
        if target:
            yield _place(law, each.eid), target, {"kind": "cites", "start": each.first, "end": each.after}


def _cited(law: LawNode, each: CitationRow) -> str | None:
    if each.elsewhere:
        return f"{each.elsewhere}/{each.cites}" if each.cites else each.elsewhere
    return _place(law, each.cites) if each.cites else f"act/{each.cites_act}" if each.cites_act else None


def _elsewhere(citations: Iterable[CitationRow]) -> Iterator[_Node]:
    """Give what is cited in other laws held: the laws, and their provisions."""
    for eid, law in ((each.cites, each.elsewhere) for each in citations):
        if law:
            label = f"{law}, {provision_name(eid)}" if eid else law
            yield f"{law}/{eid}" if eid else law, _known_only(
                kind="provision" if eid else "law", label=label, eid=str(eid or LAW),
                unit=eid.kind.value if eid else None)


def _follows(law: LawNode, versions: Sequence[Version]) -> Iterator[_Edge]:
    """Join a provision with its first version, and each later version with the one that it follows."""
    earlier: dict[str, str] = {}
    for name, each in _numbered(law, versions):
        if each.eid in earlier:
            yield name, earlier[each.eid], {"kind": "follows"}
        else:
            yield _place(law, each.eid), name, {"kind": "contains"}
        earlier[each.eid] = name


def _shown_articles(graph: Graph, touched: set[Eid]) -> list[Eid]:
    held = {Eid(traits["eid"]) for _, traits in graph.nodes(data=True) if traits.get("unit") == Kind.ARTICLE}
    return sorted(held | touched, key=lambda eid: eid.order)


def _titled(graph: Graph, eid: Eid) -> str:
    node = eid if eid in graph else f"{graph.graph['law']}/{eid}"
    return str(graph.nodes[node]["label"]) if node in graph else provision_name(eid)


def _plain(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def corpus_svg(graph: Graph) -> str:
    """Draw acts in order of operation at the left and laws at the right, a line where an act changed a law."""
    joined = [(start, end, traits) for start, end, traits in graph.edges(data=True) if traits["kind"] == "amends"]
    acts = {name: place for place, name in enumerate(dict.fromkeys(act for act, _, _ in joined))}
    held = (name for name, traits in graph.nodes(data=True) if traits["kind"] == "law")
    laws = {name: place for place, name in enumerate(held)}
    named = {name: str(graph.nodes[name]["label"]) for name in (*acts, *laws)}
    links = tuple(ActToArticle(acts[act], laws[law], f"{named[act]}: {named[law]}: {traits['changes']}")
                  for act, law, traits in joined)
    return draw_overview(Overview(f"Laws held: {len(laws)}", tuple(map(named.__getitem__, acts)),
                                  tuple(map(named.__getitem__, laws)), links))


def graph_of(conn: sqlite3.Connection, law: str, lang: str) -> Graph:
    """Return the graph of a law: provisions, acts, versions, and the references of the newest wordings held."""
    held = law_named(conn, law)
    versions = all_versions(conn, held.id, lang)
    headings = {each.eid: each.text for each in versions if each.text}
    provisions = tuple(ProvisionNode(each.eid, each.kind, each.within, headings.get(each.eid.child(Kind.HEADING)))
                       for each in places(conn, held.id))
    node = LawNode(held.id, held.number, held.title(lang))
    return law_graph(node, provisions, amendments_of(conn, held.id), all_citations(conn, held.id, lang), versions)


def graph_of_all(conn: sqlite3.Connection, lang: str) -> Graph:
    """Return the graph of all laws: which act changed which law, and which law cites which."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from((each.id, {"kind": "law", "label": f"Law {each.number} “{each.title(lang)}”",
                                    "number": each.number}) for each in laws(conn))
    changed = [(values.named_act(row), row) for row in _rows(conn, "laws_changed")]
    graph.add_nodes_from(act_node(act) for act, _ in changed)
    graph.add_edges_from((f"act/{act.name}", row["law"], _known_only(
        kind="amends", changes=row["changes"], earliest=row["earliest"], latest=row["latest"])) for act, row in changed)
    graph.add_edges_from((row["law"], row["cites_law"], {"kind": "cites", "provisions": row["provisions"]})
                         for row in _rows(conn, "laws_cited"))
    return graph
