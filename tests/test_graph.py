"""The graph of a law, what it is written as, and its pictures."""

import json
import re
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import networkx as nx
import pytest

from lawgraph.graph.networks import (
    Graph,
    LawNode,
    ProvisionNode,
    law_graph,
    to_graphml,
    to_json,
    to_svg,
)
from lawgraph.graph.pictures import fitted, width_of
from lawgraph.law.amendments import Action, Amendment, Scope, Source
from lawgraph.law.authors import Act, ActKind, Author, Dropped
from lawgraph.law.days import Basis, Clause, Count, DayBounds, Ground, exactly
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.queries.values import CitationRow
from lawgraph.voice.names import provision_name

SVG = "{http://www.w3.org/2000/svg}"
CLOCKS = LawNode("Z980000214_", "214-I", "On public clocks & towers")
FIRST, SECOND = Act("124-V", date(2013, 7, 3), ActKind.LAW), Act("58-VI", date(2017, 4, 18), ActKind.LAW)
BASIS = Basis((Clause(Ground.PUBLISHED, date(2013, 7, 3), count=Count.DAYS_AFTER, number=10),))
BETWEEN = DayBounds(date(2013, 7, 14), date(2013, 8, 13), BASIS)
LONG = "Competence of the authorized body for <clocks>, bells, carillons and all other things that tell the hour " * 2


def amendment(by: Author, target: str, action: Action, operative: DayBounds = BETWEEN,
              scope: Scope = Scope.WHOLE) -> Amendment:
    return Amendment(by, Eid(target), action, scope, operative, (Source("eng.txt", 12, "as printed"),))


def version(eid: str, since: DayBounds, wording: Wording | None) -> Version:
    return Version(Eid(eid), since, DayBounds(None, None), Presence.YES, wording, None, ())


def citation(at: str, span: tuple[int, int], eid: str | None = None, act: str | None = None) -> CitationRow:
    return CitationRow(CLOCKS.id, CLOCKS.number, "eng", Eid(at), "", *span, "", Eid(eid) if eid else None, act, None, None)


@pytest.fixture
def graph() -> Graph:
    provisions = [
        ProvisionNode(Eid("preamble"), Kind.PREAMBLE, None, None), ProvisionNode(Eid("chp_1"), Kind.CHAPTER, None, "General"),
        ProvisionNode(Eid("art_1"), Kind.ARTICLE, Eid("chp_1"), "Clocks"),
        ProvisionNode(Eid("art_1__point_1"), Kind.POINT, Eid("art_1"), None),
        ProvisionNode(Eid("art_2"), Kind.ARTICLE, Eid("chp_1"), LONG), ProvisionNode(Eid("art_9-1"), Kind.ARTICLE, Eid("chp_1"), None),
    ]
    amendments = [
        amendment(SECOND, "art_9-1", Action.INSERTION, exactly(date(2017, 5, 1))),
        amendment(SECOND, "art_2", Action.MODIFICATION, BETWEEN, Scope.SOMEWHERE),
        amendment(FIRST, "art_1__point_1", Action.EXCLUSION), amendment(FIRST, "art_1__intro", Action.MODIFICATION),
        amendment(FIRST, "law", Action.TEXT_SUBSTITUTION), amendment(Dropped(), "art_2", Action.MODIFICATION),
    ]
    citations = [citation("art_2", (0, 9), "art_1"), citation("art_2", (12, 30), act="On bells"),
                 citation("art_1", (3, 9), act="124-V"), citation("art_1", (40, 49))]
    versions = [version("art_1", exactly(date(1998, 4, 1)), Wording.UNKNOWN),
                version("art_1", BETWEEN, Wording.ATTESTED), version("art_2__heading", BETWEEN, None)]
    return law_graph(CLOCKS, provisions, amendments, citations, versions)


def edges(graph: Graph, kind: str) -> list[tuple[str, str]]:
    return [(start, end) for start, end, traits in graph.edges(data=True) if traits["kind"] == kind]


@pytest.mark.parametrize(("eid", "words"), [
    ("art_6__para_2__point_4-1", "Article 6, paragraph 2, point 4-1"), ("preamble", "Preamble"),
    ("law__heading", "Title of the law"), ("art_18__para_3__al_2", "Article 18, paragraph 3, part 2"),
    ("chp_2", "Chapter 2"),
])
def test_an_address_in_words(eid: str, words: str) -> None:
    assert provision_name(Eid(eid)) == words


def test_every_node_has_its_kind_and_a_readable_label(graph: Graph) -> None:
    labels = {name: (traits["kind"], traits["label"]) for name, traits in graph.nodes(data=True)}
    assert labels["Z980000214_"] == ("law", "Law 214-I “On public clocks & towers”")
    assert labels["Z980000214_/art_1"] == ("provision", "Article 1. Clocks")
    assert labels["act/124-V"] == ("act", "№ 124-V of 3 July 2013")
    assert labels["act/On bells"] == ("act", "On bells")
    assert labels["Z980000214_/art_1/2"] == ("version", "Article 1 from 13 August 2013")


def test_contains_follows_the_edition_and_holds_what_no_edition_prints(graph: Graph) -> None:
    held = edges(graph, "contains")
    assert ("Z980000214_", "Z980000214_/chp_1") in held
    assert ("Z980000214_/chp_1", "Z980000214_/art_1") in held
    assert ("Z980000214_/art_1", "Z980000214_/art_1__intro") in held
    assert ("Z980000214_/art_2", "Z980000214_/art_2__heading") in held
    assert ("Z980000214_/art_1", "Z980000214_/art_1/1") in held


def test_amends_tells_action_act_bounds_and_evidence(graph: Graph) -> None:
    assert [traits for start, end, traits in graph.edges(data=True) if end == "Z980000214_/art_1__point_1"
            and start == "act/124-V"] == [
        {"kind": "amends", "action": "exclusion", "act": "124-V", "scope": "whole", "earliest": "2013-07-14",
         "latest": "2013-08-13", "basis": "10 calendar days after first official publication on 2013-07-03", "evidence": "eng.txt:12"}]
    assert edges(graph, "amends")[0] == ("act/124-V", "Z980000214_")


def test_cites_has_its_span_and_what_is_not_settled_is_no_edge(graph: Graph) -> None:
    assert edges(graph, "cites") == [("Z980000214_/art_1", "act/124-V"), ("Z980000214_/art_2", "Z980000214_/art_1"),
                                     ("Z980000214_/art_2", "act/On bells")]
    assert graph.get_edge_data("Z980000214_/art_2", "act/On bells") == {0: {"kind": "cites", "start": 12, "end": 30}}


def test_a_later_version_follows_the_earlier_one(graph: Graph) -> None:
    assert edges(graph, "follows") == [("Z980000214_/art_1/2", "Z980000214_/art_1/1")]


def test_graphml_and_json_hold_the_whole_graph(graph: Graph) -> None:
    read = nx.parse_graphml(to_graphml(graph), force_multigraph=True)
    assert sorted(map(str, read.nodes(data=True))) == sorted(map(str, graph.nodes(data=True)))
    assert sorted(map(str, read.edges(data=True))) == sorted(map(str, graph.edges(data=True)))
    linked = nx.node_link_graph(json.loads(to_json(graph)), edges="edges")
    assert list(linked.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(linked.edges(data=True)) == list(graph.edges(data=True))


def boxes(picture: Element) -> list[tuple[float, float, float, float]]:
    """Return the room of each text: left, top, right, bottom."""
    found = []
    for text in picture.iter(f"{SVG}text"):
        wide = width_of((text.text or "") + "".join(child.tail or "" for child in text))
        wide *= 1.15 if text.get("font-weight") == "bold" else 1
        left = float(text.get("x", "")) - (wide if text.get("text-anchor") == "end" else 0)
        found.append((left, float(text.get("y", "")) - 13, left + wide, float(text.get("y", "")) + 4))
    return found


def test_the_picture_is_pure_and_no_text_overlaps(graph: Graph) -> None:
    drawn = to_svg(graph)
    picture = fromstring(drawn)  # noqa: S314  (our own output)
    assert picture.find(f"{SVG}title") is not None
    assert picture.find(f"{SVG}desc") is not None
    assert re.search(r"<script|<style|\sstyle=|\son\w+=|http(?!://www\.w3\.org/2000/svg)", drawn) is None
    rooms = boxes(picture)
    assert all(left >= 0 and right <= 960 and top >= 0 and bottom <= float(picture.get("height", ""))
               for left, top, right, bottom in rooms)
    assert not [(one, other) for place, one in enumerate(rooms) for other in rooms[place + 1 :]
                if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]]


def words(picture: str) -> list[str]:
    return ["".join(text.itertext()) for text in fromstring(picture).iter(f"{SVG}text")]  # noqa: S314  (our own output)


def test_the_picture_of_a_law_has_acts_by_adoption_and_articles_in_order(graph: Graph) -> None:
    drawn = to_svg(graph)
    told = words(drawn)
    assert told[:4] == ["Law 214-I “On public clocks & towers”", "№ 124-V of 3 July 2013", "№ 58-VI of 18 April 2017",
                        "The whole law"]
    assert told[4] == "Article 1. Clocks"
    assert told[6] == "Article 9-1"
    assert drawn.count("<path") == 4
    assert "№ 124-V of 3 July 2013: Article 1: changed, excluded" in drawn


def test_a_law_without_acts_still_has_a_graph_and_a_picture() -> None:
    graph = law_graph(CLOCKS, (), (), (), ())
    assert words(to_svg(graph)) == ["Law 214-I “On public clocks & towers”"]
    assert json.loads(to_json(graph))["nodes"][0]["id"] == "Z980000214_"


def test_a_text_that_does_not_fit_is_cut_with_a_sign() -> None:
    assert fitted("Article 7", 500) == "Article 7"
    assert fitted("Article 7. Competence", 90).endswith("…")
    assert fitted("Article", 1) == "…"
