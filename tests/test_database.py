"""The database: the same file from the same sources, every day with one answer, every word with its place."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import FOLDERS, ROOT
from lawgraph.database.build import build, sources_of
from lawgraph.database.filling import insert, written
from lawgraph.database.freshness import Folders, open_as_it_is, open_fresh
from lawgraph.database.opening import connect
from lawgraph.database.schema import TABLES
from lawgraph.facts.acts import load_acts
from lawgraph.intake.corpus import read_corpus
from lawgraph.law.errors import LawgraphError
from lawgraph.queries.answers import QUERIES, Query, all_versions, amendments_of
from lawgraph.queries.listing import findings
from lawgraph.timeline.history import History, trace

LAW = "Z100000271_"


@pytest.fixture(scope="module")
def life() -> History:
    records, _ = load_acts(FOLDERS.amendments)
    (manifest,) = read_corpus(FOLDERS.corpus)
    return trace(sources_of(FOLDERS.corpus / manifest.id, manifest, records), "eng")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Copy the sources, so that a test may change them."""
    copied = Folders(tmp_path / "corpus", tmp_path / "amendments")
    shutil.copytree(FOLDERS.corpus, copied.corpus)
    shutil.copytree(FOLDERS.amendments, copied.amendments)
    return copied


def test_two_builds_give_the_same_bytes(database: Path, folders: Folders, tmp_path: Path) -> None:
    """Neither the clock nor the place of the folders leaves a trace, nor their names: in a wheel they have others."""
    packaged = Folders(tmp_path / "corpus_data", tmp_path / "amendments_data")
    folders.corpus.rename(packaged.corpus)
    folders.amendments.rename(packaged.amendments)
    build(packaged, tmp_path / "again.db", iter)
    assert (tmp_path / "again.db").read_bytes() == database.read_bytes()


class TestSchema:
    """Every table and column is declared, described and there."""

    def test_the_tables_and_columns_are_those_declared(self, conn: sqlite3.Connection) -> None:
        held = {name for (name,) in conn.execute("select name from sqlite_master where type in ('table', 'view')")}
        views = {name for table in TABLES for name, _ in table.views()}
        assert {name for name in held if "_fts" not in name} == {table.stored for table in TABLES} | views
        for table in TABLES:
            for name, told in ((table.name, table.now), (table.ever, table.columns)):
                columns = [row[1] for row in conn.execute(f"pragma table_info([{name}])")]
                assert columns == [column.name for column in told]

    def test_every_table_and_column_is_described(self) -> None:
        for table in TABLES:
            assert table.meaning.endswith("."), table.name
            for column in table.columns:
                assert len(column.meaning.split()) > 1, f"{table.name}.{column.name}"

    def test_references_are_foreign_keys_and_hold(self, conn: sqlite3.Connection) -> None:
        for table in TABLES:
            rows = conn.execute(f"pragma foreign_key_list([{table.stored}])").fetchall()
            assert {row[2] for row in rows} >= {reference.table for reference in table.references}
            assert {row[3] for row in rows} >= {each.column for each in table.shared if each.by}
        assert conn.execute("pragma foreign_key_check").fetchall() == []

    @pytest.mark.parametrize("query", [QUERIES["provision_on_day"], QUERIES["law_on_day"]], ids=lambda query: query.name)
    def test_the_question_of_a_day_is_an_index_lookup(self, conn: sqlite3.Connection, query: Query) -> None:
        given = {"law": LAW, "lang": "eng", "eid": "art_7", "on": "2013-07-20", "known": None}
        plan = [row[3] for row in conn.execute(f"explain query plan {query.sql}", given)]
        assert any("SEARCH s USING PRIMARY KEY (provision=? AND lang=? AND from_latest<?)" in step for step in plan), plan
        assert not any(step.startswith(("SCAN s", "SCAN p")) for step in plan), plan

    def test_the_longest_value_is_within_what_the_public_site_allows(self, conn: sqlite3.Connection) -> None:
        for table in TABLES:
            for column in table.columns:
                longest_of = f"select max(length([{column.name}])) from [{table.ever}]"  # noqa: S608  (our own names)
                (longest,) = conn.execute(longest_of).fetchone()
                assert (longest or 0) < 2_000_000


class TestContents:
    """What was traced is what is stored."""

    def test_every_day_has_one_version_of_each_provision(self, conn: sqlite3.Connection) -> None:
        (first,) = conn.execute("select start_earliest from laws").fetchone()
        stretches = conn.execute("""select eid, from_latest, before_earliest from versions
            order by eid, from_latest""")
        ends: dict[str, str | None] = {}
        for eid, start, before in stretches:
            assert start == ends.get(eid, first)
            ends[eid] = before
        assert set(ends.values()) == {None}
        assert len(ends) == conn.execute("select count(*) from provisions").fetchone()[0]

    def test_versions_come_back_as_they_were_traced(self, conn: sqlite3.Connection, life: History) -> None:
        traced = tuple(version for timeline in life.timelines for version in timeline.versions)
        assert all_versions(conn, LAW, "eng") == traced

    def test_amendments_come_back_with_all_their_sources(self, conn: sqlite3.Connection, life: History) -> None:
        """All but the rule of a first day, which serves the tracing alone."""
        assert amendments_of(conn, LAW) == tuple(replace(each, rule=None) for each in life.amendments)

    def test_findings_are_stored(self, conn: sqlite3.Connection) -> None:
        (count,) = conn.execute("select count(*) from findings").fetchone()
        assert len(findings(conn)) == count > 0

    def test_reasons_stand_as_sentences_and_as_data(self, conn: sqlite3.Connection) -> None:
        for because, reasons in conn.execute("select because, reasons from versions"):
            told = json.loads(reasons)
            assert len(json.loads(because)) == len(told)
            assert all(set(each) == {"kind", "act", "target", "earliest", "latest", "basis", "basis_data"} for each in told)

    def test_a_wording_leads_to_its_bytes_in_the_file(self, conn: sqlite3.Connection) -> None:
        """Numbers and line breaks stand between the words; the words themselves are all there, in their order."""
        rows = conn.execute("""select r.file, r.first_byte, r.after_byte, r.line, t.text
            from printings r join texts t on t.eid = r.eid and t.law = r.law
            where not r.excluded""").fetchall()
        assert len(rows) > 250
        for file, first, after, line, text in rows:
            raw = (ROOT / file).read_bytes()
            printed = " ".join(raw[first:after].decode().split())
            assert " ".join(text.split())[:60] in printed
            assert raw[:first].count(b"\n") + 1 == line

    def test_a_claim_leads_to_its_bytes_in_the_file(self, conn: sqlite3.Connection) -> None:
        rows = conn.execute("select file, first_byte, after_byte, text from claims")
        for file, first, after, text in rows:
            printed = (ROOT / file).read_bytes()[first:after].decode()
            assert " ".join(text.split())[:40] in " ".join(printed.split())

    def test_each_distinct_wording_is_searched_once(self, conn: sqlite3.Connection) -> None:
        distinct = conn.execute("""select count(*) from (
            select distinct law, lang, eid, text from versions where text <> '')""").fetchone()
        assert conn.execute("select count(*) from texts").fetchone() == distinct
        assert conn.execute("select count(*) from texts_fts").fetchone() == distinct

    def test_stand_ins_for_acts_that_nobody_records_are_marked(self, conn: sqlite3.Connection) -> None:
        assert conn.execute("select count(*) from amendments where (act is null) <> stand_in").fetchone() == (0,)


class TestFreshness:
    """A database is made anew when its sources have changed, and never from half of them."""

    def test_a_missing_database_is_made(self, folders: Folders, tmp_path: Path) -> None:
        path = tmp_path / "deep" / "down" / "law.db"
        open_fresh(path, folders, _make).close()
        assert path.is_file()

    def test_an_unchanged_one_is_left_alone(self, database: Path) -> None:
        with closing(open_fresh(database, FOLDERS, _never)), closing(open_as_it_is(database, FOLDERS, _never)):
            pass

    def test_changed_facts_make_it_anew(self, database: Path, folders: Folders, tmp_path: Path) -> None:
        path = _copy(database, tmp_path)
        (folders.amendments / "124-V.toml").unlink()
        with closing(open_fresh(path, folders, _make)) as conn:
            assert conn.execute("select title_eng from acts where name = '124-V'").fetchone() == (None,)

    def test_changed_facts_are_told_where_nothing_may_be_built(self, database: Path, folders: Folders) -> None:
        (folders.amendments / "124-V.toml").unlink()
        with pytest.raises(LawgraphError) as caught:
            open_as_it_is(database, folders, _never)
        assert str(caught.value) == (f"{database}: {folders.corpus} or {folders.amendments} has changed since it was "
                                     f"made; run: lawgraph build --db {database}")

    def test_a_law_that_the_corpus_has_not_is_not_lost(self, database: Path, folders: Folders) -> None:
        (folders.corpus / LAW).rename(folders.corpus / "Z1")
        manifest = folders.corpus / "Z1" / "manifest.toml"
        manifest.write_text(manifest.read_text(encoding="utf-8").replace(LAW, "Z1"), encoding="utf-8")
        with pytest.raises(LawgraphError) as caught:
            open_fresh(database, folders, _never)
        assert str(caught.value) == (f"{database}: it holds {LAW}, which {folders.corpus} has not; "
                                     "name the folders it was made from with --corpus and --amendments")


class TestRefusals:
    """One line with place, surprise and remedy; what was there stays."""

    def test_a_file_that_is_no_database(self, tmp_path: Path) -> None:
        path = tmp_path / "notes.txt"
        path.write_text("not a database", encoding="utf-8")
        assert _refusal(path) == f"{path}: this file is no database; name another file with --db"

    def test_a_database_of_another_program(self, tmp_path: Path) -> None:
        path = tmp_path / "other.db"
        with closing(sqlite3.connect(path)) as conn:
            conn.execute("create table songs (title text)")
        assert _refusal(path) == f"{path}: this database was not made by lawgraph; name another file with --db"

    def test_a_directory(self, tmp_path: Path) -> None:
        assert _refusal(tmp_path) == f"{tmp_path}: this is a directory; name a file with --db"

    def test_a_missing_file(self, tmp_path: Path) -> None:
        path = tmp_path / "none.db"
        assert _refusal(path) == f"{path}: there is no such database; run: lawgraph build --db {path}"

    @pytest.mark.parametrize(("part", "value", "maker"), [
        ("program", "0.0.1", "lawgraph 0.0.1"), ("schema", "0", "a lawgraph with other tables")])
    def test_a_database_of_another_version(
            self, database: Path, tmp_path: Path, part: str, value: str, maker: str) -> None:
        path = _copy(database, tmp_path)
        with closing(sqlite3.connect(path)) as conn, conn:
            conn.execute("update build set value = ? where part = ?", (value, part))
        version = connect(database).execute("select value from build where part = 'program'").fetchone()[0]
        assert _refusal(path) == (f"{path}: this database was made by {maker}, not by this one ({version}); "
                                  f"run: lawgraph build --db {path}")

    @pytest.mark.parametrize("name", ["notes.txt", "other.db"])
    def test_a_file_that_is_not_ours_is_not_written_over(self, tmp_path: Path, name: str) -> None:
        path = tmp_path / name
        path.write_bytes(b"SQLite format 3\x00".ljust(200, b"\x00") if name == "other.db" else b"my notes")
        before = path.read_bytes()
        with pytest.raises(LawgraphError):
            build(FOLDERS, path, iter)
        assert path.read_bytes() == before

    def test_a_build_that_fails_leaves_what_was_there(self, database: Path, folders: Folders, tmp_path: Path) -> None:
        path = _copy(database, tmp_path)
        with (folders.corpus / LAW / "eng.txt").open("a", encoding="utf-8") as file:
            file.write("another line\n")
        with pytest.raises(LawgraphError, match="its SHA-256 is"):
            build(folders, path, iter)
        assert path.read_bytes() == database.read_bytes()

    def test_rows_that_fail_halfway_leave_nothing_behind(self, tmp_path: Path) -> None:
        path = tmp_path / "law.db"
        with pytest.raises(sqlite3.IntegrityError), written(path) as conn:
            insert(conn, {"build": [{"part": "program", "value": None}]})
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        path = tmp_path / "file" / "law.db"
        with pytest.raises(LawgraphError, match="the database cannot be written"):
            build(FOLDERS, path, iter)

    @pytest.mark.parametrize(("old", "new", "surprise"), [
        ('kind = "law"', 'kind = "song"', "\"song\" is not a word that belongs here; write one of law, "),
        ('lang = "eng"', 'lang = "fra"', "\"fra\" is not a word that belongs here"),
        ('id = "Z100000271_"', 'id = "Z2"', "this is a folder of Z2, and has another name; rename it, or take it away"),
        ("[[source]]", "[other]", "other: this key is not known"),
    ])
    def test_a_manifest_that_nobody_can_use(self, folders: Folders, tmp_path: Path, old: str, new: str, surprise: str
                                            ) -> None:
        manifest = folders.corpus / LAW / "manifest.toml"
        manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        with pytest.raises(LawgraphError) as caught:
            build(folders, tmp_path / "law.db", iter)
        assert surprise in str(caught.value)

    def test_an_empty_corpus(self, tmp_path: Path) -> None:
        with pytest.raises(LawgraphError) as caught:
            build(Folders(tmp_path, FOLDERS.amendments), tmp_path / "law.db", iter)
        assert str(caught.value) == (
            f"{tmp_path}: no law is in this folder; each law needs a folder with a manifest.toml")

    def test_all_mistakes_in_facts_are_told_at_once(self, folders: Folders, tmp_path: Path) -> None:
        for name in ("124-V", "58-VI"):
            (folders.amendments / f"{name}.toml").write_text("number = 1\n", encoding="utf-8")
        with pytest.raises(ExceptionGroup) as caught:
            build(folders, tmp_path / "law.db", iter)
        assert {str(each).split(":")[0] for each in caught.value.exceptions} == {
            "amendments/124-V.toml", "amendments/58-VI.toml"}


def _make(folders: Folders, path: Path) -> None:
    build(folders, path, iter)


def _never(folders: Folders, path: Path) -> None:
    pytest.fail(f"{path} must not be built")


def _copy(database: Path, folder: Path) -> Path:
    path = folder / "copy.db"
    shutil.copy(database, path)
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(LawgraphError) as caught:
        connect(path)
    return str(caught.value)
