"""The graph of a law as the database holds it; apart from the other queries, since networkx is slow to load."""

import sqlite3

from lawgraph.citations.resolving import Citation
from lawgraph.graph.networks import Graph, LawNode, ProvisionNode, law_graph
from lawgraph.model import Kind
from lawgraph.queries.answers import all_citations, all_versions, amendments_of, law_named, places


def graph_of(conn: sqlite3.Connection, law: str, lang: str) -> Graph:
    """Return the graph of a law: provisions, acts, versions, and the references of the newest wordings held."""
    held = law_named(conn, law)
    versions = all_versions(conn, held.id, lang)
    headings = {each.eid: each.text for each in versions if each.text}
    provisions = tuple(ProvisionNode(each.eid, each.kind, each.within, headings.get(f"{each.eid}__{Kind.HEADING}"))
                       for each in places(conn, held.id))
    references = tuple((each.eid, Citation(each.first, each.after, each.cites, each.cites_act))
                       for each in all_citations(conn, held.id, lang))
    node = LawNode(held.id, held.number, held.title(lang))
    return law_graph(node, provisions, amendments_of(conn, held.id), references, versions)
