"""From one law to another: the graph of all laws, references that lead to another law, an act on several of them."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from gazette import THREE, folders, law
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.opening import connect
from lawgraph.graph.networks import corpus_svg, graph_of, graph_of_all
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.eid import Eid
from lawgraph.law.errors import UnknownLaw
from lawgraph.parsing.citations.addresses import addresses
from lawgraph.parsing.citations.resolving import Citable, law_cited, names_of, place_cited
from lawgraph.queries.answers import act_named, acts_around, citations_in, citations_of, law_named, laws_of_act
from lawgraph.queries.seeking import search_laws
from lawgraph.site.pages.history import HistoryPage
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import PageContext, PageRequest
from lawgraph.site.pages.wrong import Unanswerable

OLD_CODE = Citable("K1", Act("167-I", date(1997, 7, 16), ActKind.CODE), (("rus", "Уголовный кодекс Республики Казахстан"),))
NEW_CODE = Citable("K2", Act("226-V", date(2014, 7, 3), ActKind.CODE), (("rus", "Уголовный кодекс РК"), ("eng", "Penal Code")))
ORDER = Citable("V1", Act("258", date(2021, 7, 21), ActKind.ORDER), (("rus", "Об утверждении Правил"),))
ENACTING = Citable("Z1", Act("1-I", date(1995, 1, 1), ActKind.LAW), (("rus", "О введении в действие Уголовного кодекса"),))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("three")
    build(folders(at, *THREE), at / "law.db", iter)
    return at / "law.db"


@pytest.fixture
def conn(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(database)) as opened:
        yield opened


class TestNames:
    """A number with its day is sure; a title or a code's own name only where a single law held bears it."""

    @pytest.mark.parametrize(("held", "name", "lang", "meant"), [
        ((NEW_CODE,), "226-V", "eng", "K2"),
        ((ORDER,), "order-2021-07-21-258", "kaz", "V1"),
        ((ORDER,), "2021-07-21-258", "rus", None),
        ((OLD_CODE,), "Уголовный кодекс Республики Казахстан", "rus", "K1"),
        ((NEW_CODE,), "Уголовный кодекс Республики Казахстан", "rus", "K2"),
        ((OLD_CODE, NEW_CODE), "Уголовный кодекс Республики Казахстан", "rus", None),
        ((OLD_CODE, NEW_CODE), "167-I", "rus", "K1"),
        ((ENACTING,), "Уголовный кодекс Республики Казахстан", "rus", None),
        ((ENACTING,), "о введении в действие  уголовного кодекса", "rus", "Z1"),
        ((ENACTING,), "О введении в действие Уголовного кодекса", "kaz", None),
    ])
    def test_which_law_a_name_means(
            self, held: tuple[Citable, ...], name: str, lang: str, meant: str | None) -> None:
        assert law_cited(name, lang, names_of(held)) == meant

    @pytest.mark.parametrize(("place", "eid"), [
        ("art_5__para_2", "art_5__para_2"), ("art_5__point|subpoint_1", "art_5__para_2__point_1"), ("art_6", None),
        ("point_1", None), ("para_2", "art_5__para_2"),
    ])
    def test_which_provision_a_place_means(self, place: str, eid: str | None) -> None:
        known = frozenset(map(Eid, ("art_5", "art_5__para_1", "art_5__para_2", "art_5__para_2__point_1", "art_7__point_1")))
        assert place_cited(place, addresses(known)) == eid


class TestReferences:
    def test_a_reference_leads_to_another_law_in_its_language_else_in_its_first(self, conn: sqlite3.Connection) -> None:
        (cited,) = citations_in(conn, "C1_", "rus", Eid("art_1"))[:1]
        assert (cited.cites_law, cited.cites, cited.cites_lang) == ("B1_", "art_2", "rus")
        (cited,) = citations_in(conn, "A1_", "eng", Eid("art_1__para_1"))
        assert (cited.cites_law, cited.cites, cited.cites_lang) == ("B1_", "art_2", "eng")

    def test_a_provision_is_cited_from_laws_in_any_language(self, conn: sqlite3.Connection) -> None:
        citing = {(each.law, each.lang, each.eid) for each in citations_of(conn, "B1_", "eng", Eid("art_2"))}
        assert citing == {("A1_", "eng", "art_1__para_1"), ("C1_", "rus", "art_1")}

    def test_pages_lead_from_law_to_law_and_back(self, conn: sqlite3.Connection) -> None:
        citing = answer(PageContext(conn, PageRequest("/law/A1_/eng/art_1__para_1"), date(2026, 1, 1)))
        cited = answer(PageContext(conn, PageRequest("/law/B1_/eng/art_2"), date(2026, 1, 1)))
        assert isinstance(citing, HistoryPage)
        assert isinstance(cited, HistoryPage)
        assert [each.path for each in citing.references.made] == ["/law/B1_/eng/art_2"]
        assert {each.path for each in cited.references.received} == {"/law/A1_/eng/art_1__para_1", "/law/C1_/rus/art_1"}


class TestActs:
    def test_an_act_names_the_laws_that_it_changed(self, conn: sqlite3.Connection) -> None:
        assert [(each.id, each.changes) for each in laws_of_act(conn, "99-V", "eng")] == [("B1_", 1), ("A1_", 1)]
        assert acts_around(conn, act_named(conn, "№ 99-v")) == (None, None)

    def test_acts_are_listed_with_all_laws_or_with_one(self, database: Path) -> None:
        for asked, held in (((), {"A1_", "B1_"}), (("20-V",), {"B1_"})):
            told = _told(database, "acts", *asked, "--format", "json")
            assert isinstance(told, list)
            assert [{each["law"] for each in act["amends"]} for act in told] == [held]


class TestGraph:
    def test_the_graph_of_all_laws_joins_them_by_acts_and_references(self, conn: sqlite3.Connection) -> None:
        graph = graph_of_all(conn, "eng")
        joined = {(start, traits["kind"], end) for start, end, traits in graph.edges(data=True)}
        assert joined == {("act/99-V", "amends", "A1_"), ("act/99-V", "amends", "B1_"), ("A1_", "cites", "B1_"),
                          ("B1_", "cites", "A1_"), ("C1_", "cites", "B1_")}
        assert graph.nodes["A1_"]["label"] == "Law 10-IV “On clocks”"

    def test_the_picture_of_all_laws_names_them(self, conn: sqlite3.Connection) -> None:
        drawn = corpus_svg(graph_of_all(conn, "eng"))
        assert all(name in drawn for name in ("On clocks", "On bells", "№ 99-V"))

    def test_the_graph_of_a_law_reaches_into_the_others(self, conn: sqlite3.Connection) -> None:
        graph = graph_of(conn, "A1_", "eng")
        assert graph.has_edge("A1_/art_1__para_1", "B1_/art_2")
        assert graph.nodes["B1_/art_2"]["label"] == "B1_, Article 2"
        assert "B1_" in graph_of_all(conn, "eng")

    def test_without_a_law_the_command_writes_the_graph_of_all(self, database: Path) -> None:
        told = _told(database, "graph", "--format", "json")
        assert isinstance(told, dict)
        assert {each["id"] for each in told["nodes"]} == {"A1_", "B1_", "C1_", "act/99-V"}


class TestLawNamed:
    def test_a_number_of_several_laws_is_told_with_their_ids(self, tmp_path: Path) -> None:
        pages = ("eng", "On rules", "Article 1. Rules\n| Rules rule.")
        twins = (law("V1_", "69", date(2005, 7, 8), pages), law("V2_", "69", date(2006, 7, 8), pages))
        build(folders(tmp_path, *twins), tmp_path / "law.db", iter)
        with closing(connect(tmp_path / "law.db")) as conn:
            with pytest.raises(UnknownLaw) as caught:
                law_named(conn, "69")
            assert str(caught.value) == "'69': several laws have this number; name one by its id: V1_ (69), V2_ (69)"
            assert law_named(conn, "V2_").adopted == date(2006, 7, 8)
            with pytest.raises(Unanswerable) as stopped:
                answer(PageContext(conn, PageRequest("/law/69/eng"), date(2010, 1, 1)))
            told = stopped.value.page
            assert (told.wrong, [each.path for each in told.links]) == (
                "This can mean several laws: “69”.", ["/law/V1_", "/law/V2_"])

    def test_a_law_is_found_by_its_title_and_its_number(self, conn: sqlite3.Connection) -> None:
        assert [each.id for each in search_laws(conn, "bells", "eng")] == ["B1_"]
        assert [each.id for each in search_laws(conn, "башнях", "rus")] == ["C1_"]
        assert [each.id for each in search_laws(conn, "20-V", "eng")] == ["B1_"]


def _told(database: Path, *asked: str) -> object:
    at = database.parent
    done = CliRunner().invoke(main, [*asked, "--db", str(database), "--corpus", str(at / "corpus"), "--amendments",
                                     str(at / "amendments")])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)
