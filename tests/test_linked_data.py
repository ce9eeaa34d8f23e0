"""Linked data of all laws: what stands in our shapes, equal in both forms, and no word that `text` does not give."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from pyshacl import validate
from rdflib import RDF, Dataset, Graph, Literal, Namespace, URIRef

from built import opened
from gazette import THREE, folders
from lanterns import LANGUAGES, LAW, lanterns
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.opening import connect
from lawgraph.exchange import linked_data as rdf
from lawgraph.exchange.linked_data import InWords, Iri, Pages, Subject, graphs_of
from lawgraph.exchange.told import name_of, read_address
from lawgraph.law.eid import Eid
from lawgraph.queries.answers import all_versions, citations_in_law, law_named
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.act import act_page
from lawgraph.site.pages.history import history_page
from lawgraph.site.pages.law import law_page

SITE = "https://laws.example"
PAGES = Pages(paths.law, paths.provision_on, paths.act)
ELI, LG, SCHEMA = (Namespace(rdf.PREFIXES[each]) for each in ("eli", "lg", "schema"))
SHAPES = Graph().parse(data=(files("lawgraph") / "exchange" / "schemas" / "shapes.ttl").read_text(encoding="utf-8"), format="turtle")


def written(conn: sqlite3.Connection, law: str | None = None) -> str:
    return "".join(rdf.nquads(graphs_of(conn, PAGES, law), SITE))


def merged(conn: sqlite3.Connection, law: str | None = None) -> Graph:
    """Return all statements, or those of one law, as one graph."""
    every = Graph()
    for subject, predicate, value, _ in Dataset().parse(data=written(conn, law), format="nquads").quads():
        every.add((subject, predicate, value))
    return every


@pytest.fixture(scope="module")
def lit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(connect(lanterns(tmp_path_factory.mktemp("lanterns")))) as opened:
        yield opened


@pytest.fixture(scope="module")
def told(lit: sqlite3.Connection) -> Graph:
    return merged(lit)


def faults(graph: Graph) -> str:
    conforms, _, words = validate(graph, shacl_graph=SHAPES)
    return "" if conforms else words


def test_what_is_told_of_the_invented_law_has_our_shapes(told: Graph) -> None:
    assert faults(told) == ""
    for kind in ("LegalResource", "LegalExpression", "LegalResourceSubdivision"):
        assert (None, RDF.type, ELI[kind]) in told


def test_so_has_what_is_told_of_the_real_one(conn: sqlite3.Connection) -> None:
    assert faults(merged(conn)) == ""


def version(told: Graph, wording: str) -> URIRef:
    """Return a version with a wording of a grade."""
    return next(each for each in told.subjects(LG.wording, Literal(wording)) if isinstance(each, URIRef))


@pytest.mark.parametrize("fault", ["words that are not held", "silence on what is not held", "a sure day that is none",
                                   "a grade that there is not", "a part of nothing", "an end before the beginning"])
def test_the_shapes_find_what_is_wrong(told: Graph, fault: str) -> None:
    graph = Graph()
    graph += told
    unknown, uncertain = version(graph, "unknown"), next(graph.subjects(LG.dayIs, Literal("interval")))
    if fault == "words that are not held":
        graph.add((unknown, SCHEMA.text, Literal("of my own", lang="en")))
    elif fault == "silence on what is not held":
        graph.remove((unknown, URIRef(f"{rdf.PREFIXES['rdfs']}comment"), None))
    elif fault == "a sure day that is none":
        graph.add((uncertain, ELI.date_applicability, Literal(date(2014, 11, 18))))
    elif fault == "a grade that there is not":
        graph.add((unknown, LG.wording, Literal("certain")))
    elif fault == "a part of nothing":
        graph.set((next(graph.subjects(RDF.type, ELI.LegalResourceSubdivision)), ELI.is_part_of, URIRef(f"{SITE}/nowhere")))
    else:
        graph.set((next(graph.subjects(LG.beforeEarliest)), LG.beforeEarliest, Literal(date(1999, 1, 1))))
    assert faults(graph)


def test_every_version_is_told_with_its_words_where_they_are_held_and_only_there(lit: sqlite3.Connection, told: Graph) -> None:
    law = law_named(lit, LAW)
    for lang in LANGUAGES:
        for each in all_versions(lit, LAW, lang):
            assert each.start.latest is not None
            name = URIRef(f"{SITE}{name_of(law).work}/{lang}@{each.start.latest}/!main~{each.eid}")
            assert [str(text) for text in told.objects(name, SCHEMA.text)] == ([] if each.text is None else [each.text])
            assert [str(grade) for grade in told.objects(name, LG.inOperation)] == [each.in_operation]


def test_both_forms_say_the_same(lit: sqlite3.Connection) -> None:
    lines = Dataset().parse(data=written(lit), format="nquads")
    document = Dataset().parse(data="".join(rdf.jsonld(graphs_of(lit, PAGES), SITE)), format="json-ld")
    one, other = ({tuple(map(str, quad)) for quad in each.quads()} for each in (lines, document))
    assert one == other
    assert len({graph for *_, graph in one}) == 2


def test_things_are_named_by_their_addresses_of_akoma_ntoso(told: Graph) -> None:
    names = {str(each) for each in told.subjects(RDF.type, SCHEMA.Legislation)}
    read = [read_address(unquote(each.removeprefix(SITE))) for each in names if "/akn/kz/act/" in each]
    assert any(each.day and each.eid for each in read)


def test_an_act_is_told_to_change_what_it_changed_and_no_day_that_is_not_exact(told: Graph) -> None:
    act = URIRef(f"{SITE}/akn/kz/act/2014-11-07/248-V")
    assert [str(each) for each in told.objects(act, ELI.changes)] == [f"{SITE}/akn/kz/act/2014-03-03/181-V"]
    assert (act, ELI.date_applicability, None) not in told
    assert [str(each) for each in told.objects(act, LG.fromLatest)] == ["2014-12-18"]


def test_a_wording_cites_the_provisions_that_its_words_refer_to(conn: sqlite3.Connection) -> None:
    told = merged(conn)
    work = f"{SITE}/akn/kz/act/2010-04-29/271-IV"
    cited = {(str(one).partition("~")[2], str(other)) for one, other in told.subject_objects(ELI.cites)}
    expected = {(each.eid, f"{work}/!main~{each.cites}" if each.cites else work)
                for each in citations_in_law(conn, "Z100000271_", "eng")}
    assert cited
    assert cited == expected
    assert all((one, SCHEMA.text, None) in told for one in told.subjects(ELI.cites))


def test_one_law_that_cites_others_has_our_shapes_by_itself(tmp_path: Path) -> None:
    """What it cites of them is told so far as to say what kind of thing it is, and as their own graphs tell it."""
    build(folders(tmp_path, *THREE), tmp_path / "law.db", iter)
    with closing(connect(tmp_path / "law.db")) as conn:
        every = set(merged(conn))
        for law in ("A1_", "B1_", "C1_"):
            alone = merged(conn, law)
            assert faults(alone) == ""
            assert set(alone) <= every
            own = name_of(law_named(conn, law)).work
            assert any(own not in str(cited) for cited in alone.objects(None, ELI.cites)), "it cites another law"


def test_any_words_come_back(tmp_path: Path) -> None:
    words = 'a "quote", \\ a stroke,\nlines\r\n\ttabs, \x07 a bell, 🕯 and ұлы'
    name = Iri('/act/1 "of" <them> ё')
    graphs = [(Iri("/all"), [Subject(name, ("eli:LegalResource",), (("schema:name", InWords(words, "kk")), ("schema:text", words)))])]
    for form, kind in ((rdf.nquads, "nquads"), (rdf.jsonld, "json-ld")):
        read = Dataset().parse(data="".join(form(graphs, SITE)), format=kind)
        assert {str(value) for _, key, value, _ in read.quads() if key != RDF.type} == {words}


def test_a_page_of_a_site_names_itself_where_the_graph_leads(conn: sqlite3.Connection) -> None:
    urls = {str(each) for each in merged(conn).objects(None, SCHEMA.url)}
    page = opened(conn, "271-IV", "eng", date(2026, 11, 24))
    assert f"{SITE}{page.path}" in urls
    assert f"{SITE}/act/124-V" in urls


def test_a_page_leads_to_the_things_of_the_graph_that_it_shows(conn: sqlite3.Connection) -> None:
    names = {str(each) for each in merged(conn).subjects(RDF.type)}
    page = opened(conn, "271-IV", "eng", date(2026, 11, 24))
    pages = law_page(conn, page), history_page(conn, page, Eid("art_7")), act_page(conn, "124-V")
    law, life, act = (linked.absolute(each.linked() or {}, lambda path: f"{SITE}{path}") for each in pages)
    assert law["sameAs"] == ["https://adilet.zan.kz/eng/docs/Z100000271_", f"{SITE}/akn/kz/act/2010-04-29/271-IV/eng"]
    assert life["exampleOfWork"] == [{"@id": f"{SITE}/akn/kz/act/2010-04-29/271-IV/!main~art_7"}]
    assert act["sameAs"] == f"{SITE}/akn/kz/act/2013-07-03/124-V"
    assert {f"{SITE}/akn/kz/act/2010-04-29/271-IV/eng", f"{SITE}/akn/kz/act/2010-04-29/271-IV/!main~art_7", act["sameAs"]} <= names


def test_the_command_gives_one_law_or_all(database: Path) -> None:
    run = CliRunner().invoke
    given = ["--db", str(database)]
    every = run(main, ["export", "--format", "nquads", *given]).output
    assert run(main, ["export", "271-IV", "--format", "nquads", *given]).output == every
    assert every.count("\n") > 10_000
    told = json.loads(run(main, ["export", "--format", "jsonld", "--address", f"{SITE}/", *given]).output)
    assert told["@graph"][0]["@id"] == f"{SITE}/akn/kz/act/2010-04-29/271-IV"
    assert "this law is not held" in run(main, ["export", "999-X", "--format", "jsonld", *given]).output
    assert "takes LAW" in run(main, ["export", "a", "b", "--format", "jsonld", *given]).output
