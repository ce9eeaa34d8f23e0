"""All laws held as one graph: which act changed which law, and which law cites which.

Nodes are laws (`Z100000271_`) and acts (`act/124-V`), as in the graph of one law. An edge tells how much it stands for:
`changes` of an act in a law with the bounds of the first day, or `provisions` of a law that refer to another.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from lawgraph.graph.networks import Graph, LawNode, act_node
from lawgraph.graph.pictures import ActToArticle, Overview, draw_overview
from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds


@dataclass(frozen=True, slots=True)
class Amends:
    """Hold that an act changed a law in `changes` places, the first of them from `operative` on."""

    act: Act
    law: str
    changes: int
    operative: DayBounds


@dataclass(frozen=True, slots=True)
class Cites:
    """Hold that `provisions` provisions of a law refer to another law."""

    law: str
    cited: str
    provisions: int


def corpus_graph(laws: Iterable[LawNode], amends: Iterable[Amends], cites: Iterable[Cites]) -> Graph:
    """Return the graph of all laws."""
    graph: Graph = nx.MultiDiGraph()
    changing = tuple(amends)
    graph.add_nodes_from((each.id, {"kind": "law", "label": f"Law {each.number} “{each.title}”", "number": each.number})
                         for each in laws)
    graph.add_nodes_from(act_node(each.act) for each in changing)
    graph.add_edges_from((f"act/{each.act.name}", each.law, _amends(each)) for each in changing)
    graph.add_edges_from((each.law, each.cited, {"kind": "cites", "provisions": each.provisions}) for each in cites)
    return graph


def corpus_svg(graph: Graph) -> str:
    """Draw acts in order of operation at the left and laws at the right, a line where an act changed a law."""
    joined = [(start, end, traits) for start, end, traits in graph.edges(data=True) if traits["kind"] == "amends"]
    acts = {name: place for place, name in enumerate(dict.fromkeys(act for act, _, _ in joined))}
    held = (name for name, traits in graph.nodes(data=True) if traits["kind"] == "law")
    laws = {name: place for place, name in enumerate(held)}
    links = tuple(ActToArticle(acts[act], laws[law], f"{_label(graph, act)}: {_label(graph, law)}: {traits['changes']}")
                  for act, law, traits in joined)
    return draw_overview(Overview(f"Laws held: {len(laws)}", tuple(_label(graph, act) for act in acts),
                                  tuple(_label(graph, law) for law in laws), links))


def _label(graph: Graph, name: str) -> str:
    return str(graph.nodes[name]["label"])


def _amends(each: Amends) -> dict[str, str | int]:
    bounds = {"earliest": each.operative.earliest, "latest": each.operative.latest}
    return {"kind": "amends", "changes": each.changes,
            **{name: day.isoformat() for name, day in bounds.items() if day}}
