"""Graphs of what the database holds; apart from the other queries, since networkx is slow to load."""

import sqlite3

from lawgraph.graph.networks import Amends, CitedFrom, Cites, Graph, LawNode, ProvisionNode, corpus_graph, law_graph
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Kind
from lawgraph.parsing.citations.resolving import Citation
from lawgraph.queries import values
from lawgraph.queries.answers import all_citations, all_versions, amendments_of, law_named, laws, places
from lawgraph.queries.asking import rows as _rows
from lawgraph.queries.values import CitationRow


def graph_of(conn: sqlite3.Connection, law: str, lang: str) -> Graph:
    """Return the graph of a law: provisions, acts, versions, and the references of the newest wordings held."""
    held = law_named(conn, law)
    versions = all_versions(conn, held.id, lang)
    headings = {each.eid: each.text for each in versions if each.text}
    provisions = tuple(ProvisionNode(each.eid, each.kind, each.within, headings.get(each.eid.child(Kind.HEADING)))
                       for each in places(conn, held.id))
    references = tuple(_reference(each) for each in all_citations(conn, held.id, lang))
    node = LawNode(held.id, held.number, held.title(lang))
    return law_graph(node, provisions, amendments_of(conn, held.id), references, versions)


def graph_of_all(conn: sqlite3.Connection, lang: str) -> Graph:
    """Return the graph of all laws: which act changed which law, and which law cites which."""
    nodes = (LawNode(each.id, each.number, each.title(lang)) for each in laws(conn))
    amends = (Amends(values.named_act(row), row["law"],
                     row["changes"], DayBounds(values.day_or_none(row["earliest"]),
                                               values.day_or_none(row["latest"])))
              for row in _rows(conn, "laws_changed"))
    cites = (Cites(row["law"], row["cites_law"], row["provisions"]) for row in _rows(conn, "laws_cited"))
    return corpus_graph(nodes, amends, cites)


def _reference(row: CitationRow) -> CitedFrom:
    elsewhere = row.cites_law if row.cites_law != row.law else None
    return CitedFrom(row.eid, Citation(row.first, row.after, row.cites, row.cites_act), elsewhere)
