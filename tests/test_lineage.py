"""Which law took the place of which: a fact leads from a law to its successor and back, and from article to article."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import lawgraph
from gazette import folders, law
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.opening import connect
from lawgraph.facts.acts import load_acts, written
from lawgraph.queries.references import lineage_of
from lawgraph.site.building import build_site
from lawgraph.site.showing import Showing

TODAY = date(2026, 11, 24)
FERRIES = law("Z1_", "10-IV", date(2010, 1, 11), ("eng", "On ferries (invented)", """
Article 1. Ferries
| Ferries shall cross.
Article 2. Ferrymen
| Ferrymen shall row.
"""))
CROSSINGS = law("Z2_", "20-V", date(2013, 3, 1), ("eng", "On crossings (invented)", """
Article 4. Crossings
| Ferries and bridges shall cross.
Article 5. Crews
| Crews shall row or drive.
"""))
FACT = """
number = "20-V"
adopted = 2013-03-01
recorded = 2026-11-23
source = "invented"
confidence = "high"

[[target]]
law = "Z1_"
eid = "law"
action = "repeal"
operative = 2013-06-01
source = "invented"
confidence = "high"

[[lineage]]
law = "Z1_"
concordance = { art_1 = "art_4", art_2 = ["art_4", "art_5"] }
recorded = 2026-12-01
source = "table of concordance (invented)"
confidence = "medium"

[[lineage]]
law = "Z0_"
source = "invented"
confidence = "high"
"""


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build two laws, of which the later took the place of the earlier, and of one that is not held."""
    folder = tmp_path_factory.mktemp("lineage")
    made = folders(folder, FERRIES, CROSSINGS)
    (made.amendments / "20-V.toml").write_text(FACT, encoding="utf-8")
    build(made, folder / "law.db", iter)
    return folder


@pytest.fixture
def conn(at: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(at / "law.db")) as opened:
        yield opened


def test_a_law_and_its_successor_lead_to_each_other(conn: sqlite3.Connection) -> None:
    (later,) = lineage_of(conn, "Z1_")
    assert (later.act, later.later.law, later.later.number, later.later.lang) == ("20-V", "Z2_", "20-V", "eng")
    assert [(each.earlier.law, each.earlier.number) for each in lineage_of(conn, "Z2_")] == [("Z1_", "10-IV"), ("Z0_", None)]


def test_a_concordance_leads_from_article_to_article_both_ways(conn: sqlite3.Connection) -> None:
    rows = conn.execute("select earlier, later, recorded from lineage where earlier_law = 'Z1_' order by position").fetchall()
    assert [tuple(row) for row in rows] == [(one, other, "2026-12-01") for one, other in (
        ("law", "law"), ("art_1", "art_4"), ("art_2", "art_4"), ("art_2", "art_5"))]
    with lawgraph.open(conn.execute("pragma database_list").fetchone()[2]) as archive:
        found = archive.law("20-V").lineage("art. 4")
        assert [each.earlier.eid for each in found] == ["art_1", "art_2"]
        assert [each.later.eid for each in archive.law("10-IV").lineage()] == ["law"]


def test_the_command_line_tells_it_as_sentences_and_as_data(at: Path) -> None:
    def run(*asked: str) -> str:
        given = [*asked, "--db", str(at / "law.db"), "--corpus", str(at / "corpus"), "--amendments", str(at / "amendments")]
        return CliRunner().invoke(main, given, catch_exceptions=False).output
    assert "Its place was taken by: Law № 20-V." in run("history", "10-IV")
    assert "Article 1 corresponds to: Law № 20-V, Article 4." in run("history", "10-IV", "art_1")
    assert "It took the place of: Law № 10-IV.\nIt took the place of: Z0_." in run("history", "20-V")
    (told, _) = json.loads(run("history", "20-V", "art_4", "--format", "json"))["lineage"]
    assert (told["earlier"], told["later"]) == ({"law": "Z1_", "eid": "art_1"}, {"law": "Z2_", "eid": "art_4"})
    assert not json.loads(run("history", "20-V", "art_4", "--format", "json", "--known-on", "2026-11-30"))["lineage"]


def test_pages_of_both_laws_and_of_the_act_are_linked(at: Path) -> None:
    build_site(at / "law.db", at / "site", Showing(TODAY))
    def page(path: str) -> str:
        return (at / "site" / path / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert 'Its place was taken by: <a href="../../Z2_/eng/">Law № 20-V</a>.' in page("law/Z1_/eng")
    assert 'It took the place of: <a href="../../Z1_/eng/">Law № 10-IV</a>.' in page("law/Z2_/eng")
    assert "It took the place of: Z0_." in page("law/Z2_/eng")
    assert 'corresponds to: <a href="../../../Z2_/eng/art_4/">Law № 20-V, Article 4</a>.' in page("law/Z1_/eng/art_1")
    assert 'corresponds to: <a href="../../../Z1_/eng/art_2/">Law № 10-IV, Article 2</a>.' in page("law/Z2_/eng/art_5")
    assert 'Article 5 corresponds to: <a href="../../law/Z1_/eng/art_2/">Law № 10-IV, Article 2</a>.' in page("act/20-V")


def test_a_record_is_written_as_it_was_read(at: Path, tmp_path: Path) -> None:
    (record,), _ = load_acts(at / "amendments")
    (tmp_path / "20-V.toml").write_text(written(record), encoding="utf-8")
    (again,), faults = load_acts(tmp_path)
    assert not faults
    assert [each.concordance for each in again.lineage] == [each.concordance for each in record.lineage]
