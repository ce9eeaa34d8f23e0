"""What was built is what is served: a changed row, bit or file is noticed, and what has not moved is not read again."""

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazette import BELLS, CLOCKS, THREE, folders, law, publish
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders, Ledger, Origin, open_as_it_is, open_fresh, sha256_of
from lawgraph.database.keeping import as_kept, keep
from lawgraph.database.opening import broken_parts, check_law, check_stamp, connect, part_hash, seal_that_holds, sealed
from lawgraph.database.schema import TABLES
from lawgraph.law.errors import DatabaseError
from lawgraph.serving.plugin.instance import datasette_of
from lawgraph.site.building import build_site
from lawgraph.site.folder import MARK, Folder
from lawgraph.site.showing import Showing
from lawgraph.voice.speaking import Locale

SECOND = 1_000_000_000
LOUD = """update words set words = 'Bells shall be loud.'
    where id in (select r.text_words from texts_rows r join texts t on t.id = r.id where t.law = 'B1_' and t.lang = 'eng')"""
_OF_A1 = "provision in (select id from provisions_rows where law = 'A1_')"
_OF_C1 = _OF_A1.replace("A1_", "C1_")
LAWS = ("A1_", "B1_", "C1_")
TOWERS_OTHERWISE = law("C1_", "30-VI", date(2017, 5, 2), ("rus", "О башнях", "Статья 1. Башни\n| Башни стоят."))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, Path]:
    """Build three laws that cite each other, once."""
    at = tmp_path_factory.mktemp("three")
    source = folders(at, *THREE)
    build(source, at / "law.db", iter)
    return source, at / "law.db"


@pytest.fixture
def copied(three: tuple[Folders, Path], tmp_path: Path) -> tuple[Folders, Path]:
    """Copy laws, facts, database and what is kept beside it, so that a test may change them."""
    shutil.copytree(three[1].parent, tmp_path, dirs_exist_ok=True)
    return Folders(tmp_path / "corpus", tmp_path / "amendments"), tmp_path / "law.db"


@pytest.fixture
def database(copied: tuple[Folders, Path]) -> Path:
    return copied[1]


def change(database: Path, *statements: str) -> None:
    """Change a database as any program can that knows SQLite."""
    with closing(sqlite3.connect(database)) as conn, conn:
        for statement in statements:
            conn.execute(statement)


def broken(database: Path) -> list[str]:
    with closing(connect(database)) as conn:
        return list(broken_parts(conn))


def rows(database: Path) -> list[str]:
    """Return all that a database holds, as statements."""
    with closing(sqlite3.connect(database)) as conn:
        return list(conn.iterdump())


class TestSeals:
    """Each law has a hash of its rows, and one hash over these names the build."""

    def test_a_database_as_it_was_built_holds(self, database: Path) -> None:
        assert broken(database) == []
        with closing(connect(database)) as conn:
            check_stamp(conn, "here")
            for law in LAWS:
                check_law(conn, "here", law)
            assert seal_that_holds(database) == sealed(conn)

    @pytest.mark.parametrize(("statement", "told"), [
        (LOUD, ["the rows of B1_"]),
        (f"update versions_rows set in_operation = 'yes' where {_OF_A1}", ["the rows of A1_"]),  # noqa: S608  (our own names)
        (f"update versions_rows set before_earliest = null where {_OF_C1}", ["the rows of C1_"]),  # noqa: S608  (our own names)
        ("update laws set horizon = '2099-01-01' where id = 'A1_'", ["the rows of A1_"]),
        ("update amendment_sources_rows set line = line + 1 where amended = (select min(id) from amendments_rows)",
         ["the rows of A1_"]),
        ("delete from citations_rows where wording in (select id from texts where law = 'A1_')", ["the rows of A1_"]),
        ("insert into findings (position, kind, severity, message) values (99, 'odd', 'note', 'nothing is wrong')",
         ["the rows that laws have in common, or the schema"]),
        ("update acts set adopted = '2014-07-04' where name = '99-V'",
         ["the rows that laws have in common, or the schema"]),
        ("update build set value = 'other' where part = 'corpus'", ["the rows that laws have in common, or the schema"]),
        ("create view lately as select 1", ["the rows that laws have in common, or the schema"]),
        ("update texts_fts_data set block = x'00' where id > 10", ["what full-text search, or the next build, needs"]),
        ("update origins set after = after + 1 where law = 'B1_'", ["what full-text search, or the next build, needs"]),
        ("create table songs (title text, tune text)",
         ["the rows that laws have in common, or the schema"]),
        ("update build set value = 'other' where part = 'rows'", ["the hashes that it records"]),
        ("update seals set sha256 = 'other' where part = 'law/B1_'", ["the hashes that it records", "the rows of B1_"]),
        ("delete from seals where part = 'law/B1_'", ["the hashes that it records", "the rows of B1_"]),
    ])
    def test_a_change_is_named(self, database: Path, statement: str, told: list[str]) -> None:
        before = rows(database)
        change(database, statement)
        assert rows(database) != before, "the test changes something"
        assert broken(database) == told
        assert seal_that_holds(database) == ""

    def test_a_law_is_refused_for_its_own_rows_alone(self, database: Path) -> None:
        change(database, LOUD)
        with closing(connect(database)) as conn:
            check_stamp(conn, "here")
            check_law(conn, "here", "A1_")
            with pytest.raises(DatabaseError) as caught:
                check_law(conn, "law.db", "B1_")
        assert str(caught.value) == (
            "law.db: the rows of B1_ are not those that were built: somebody or something changed the file; "
            "build it anew: lawgraph build --db law.db")

    def test_hashes_that_were_changed_together_with_the_rows_are_refused_by_the_stamp(self, database: Path) -> None:
        change(database, LOUD)
        with closing(connect(database)) as conn:
            forged = part_hash(conn, "law/B1_")
        change(database, f"update seals set sha256 = '{forged}' where part = 'law/B1_'")  # noqa: S608  (our own hash)
        with closing(connect(database)) as conn, pytest.raises(DatabaseError, match="the hashes that it records"):
            check_stamp(conn, "here")

    def test_the_hash_of_a_law_can_be_made_by_hand(self, database: Path) -> None:
        """As docs/integrity.md says it, with nothing but SQLite, JSON and SHA-256."""
        text = ""
        with closing(sqlite3.connect(database)) as conn:
            for table in TABLES:
                names = [column.name for column in table.columns if column.name != "id" or table.name == "laws"]
                if table.own or not {"law", table.name} & {"laws", *names}:
                    continue
                where = f"{'id' if table.name == 'laws' else 'law'} = 'A1_'"
                text += f"{table.name}\n"
                for row in conn.execute(f"select {', '.join(names)} from {table.ever} where {where} "  # noqa: S608  (our own names)
                                        f"order by {', '.join(table.key)}"):
                    text += json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
            (recorded,) = conn.execute("select sha256 from seals where part = 'law/A1_'").fetchone()
            lines = conn.execute("select sha256 || '  ' || part from seals where part <> 'upkeep' order by part").fetchall()
            (whole,) = conn.execute("select value from build where part = 'rows'").fetchone()
        assert recorded == hashlib.sha256(text.encode()).hexdigest()
        assert whole == hashlib.sha256("".join(f"{line}\n" for line, in lines).encode()).hexdigest()

    def test_the_hash_of_a_law_looks_its_rows_up_and_goes_through_no_table(self, database: Path) -> None:
        with closing(connect(database)) as conn:
            asked: list[str] = []
            conn.set_trace_callback(asked.append)
            part_hash(conn, "law/B1_")
            conn.set_trace_callback(None)
            plans = [step for each in asked for *_, step in conn.execute(f"explain query plan {each}")]
        assert len(plans) > len(asked) > 10
        reasons_of_a_row = "SCAN r"     # a list that was looked up
        assert {each for each in plans if each.startswith("SCAN")} <= {reasons_of_a_row}

    def test_a_flipped_bit_is_noticed_or_changes_nothing(self, three: tuple[Folders, Path], tmp_path: Path) -> None:
        """Wherever it falls: what SQLite leaves unused in a file may change, and no row does."""
        whole, before = bytearray(three[1].read_bytes()), rows(three[1])
        path, unnoticed = tmp_path / "law.db", 0
        told = [place for place in range(101, len(whole)) if whole[place]]
        for place in told[::len(told) // 150]:
            whole[place] ^= 0x20
            path.write_bytes(whole)
            whole[place] ^= 0x20
            if seal_that_holds(path):
                unnoticed += 1
                assert rows(path) == before, place
        assert unnoticed < 75, "most bits mean something"


class TestOpening:
    """A command that reads never answers from rows that somebody changed."""

    def test_a_changed_database_is_made_anew(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        whole = database.read_bytes()
        change(database, LOUD)
        open_fresh(database, source, lambda source, database: build(source, database, iter)).close()
        assert database.read_bytes() == whole

    def test_it_is_refused_where_nothing_may_be_built(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        change(database, LOUD)
        with pytest.raises(DatabaseError) as caught:
            open_as_it_is(database, source, never)
        assert str(caught.value) == (f"{database}: its rows are not those that were built; "
                                     f"run: lawgraph build --db {database}")

    def test_it_is_noticed_though_it_was_read_before(self, copied: tuple[Folders, Path]) -> None:
        """The times of the file are set back, as a copy or a careful hand would."""
        source, database = copied
        remembered(source, database)
        times = database.stat()
        change(database, "update words set words = replace(words, 'ring', 'sing')")
        os.utime(database, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert database.stat().st_size == times.st_size
        with pytest.raises(DatabaseError, match="its rows are not those that were built"):
            open_as_it_is(database, source, never)

    def test_a_source_that_changed_with_its_size_and_time_kept_is_noticed(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        remembered(source, database)
        page = source.corpus / "B1_" / "eng.txt"
        times = page.stat()
        page.write_bytes(page.read_bytes().replace(b"ring", b"sing"))
        os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
        with pytest.raises(DatabaseError, match="has changed since it was made"):
            open_as_it_is(database, source, never)

    def test_a_source_that_another_file_replaced_is_noticed(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        remembered(source, database)
        page = source.corpus / "B1_" / "eng.txt"
        times, other = page.stat(), page.with_name("other")
        other.write_bytes(page.read_bytes().replace(b"ring", b"sing"))
        os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
        other.replace(page)
        with pytest.raises(DatabaseError, match="has changed since it was made"):
            open_as_it_is(database, source, never)

    def test_nothing_is_read_again_that_has_not_moved(self, copied: tuple[Folders, Path], monkeypatch: pytest.MonkeyPatch
                                                      ) -> None:
        source, database = copied
        remembered(source, database)
        monkeypatch.setattr("lawgraph.database.freshness.sha256_of", refused)
        monkeypatch.setattr("lawgraph.database.freshness.sha256_of", refused)
        monkeypatch.setattr("lawgraph.database.freshness.seal_that_holds", refused)
        open_as_it_is(database, source, never).close()

    def test_of_many_laws_only_the_files_of_the_changed_one_are_read(
            self, copied: tuple[Folders, Path], monkeypatch: pytest.MonkeyPatch) -> None:
        source, database = copied
        remembered(source, database)
        publish(source.corpus, TOWERS_OTHERWISE)
        read: list[Path] = []

        def noted(path: Path) -> str:
            read.append(path)
            return sha256_of(path)

        monkeypatch.setattr("lawgraph.database.freshness.sha256_of", noted)
        build(source, database, iter)
        assert {path.parent.name for path in read if source.corpus in path.parents} == {"C1_"}


class TestVerify:
    """`lawgraph verify` reads everything, moved or not, and names each fault with place and remedy."""

    def test_what_is_as_it_was_built(self, copied: tuple[Folders, Path]) -> None:
        told = verified(*copied)
        assert (told.exit_code, told.stdout) == (0, "")
        with closing(connect(copied[1])) as conn:
            assert told.stderr.startswith(f"{copied[1]}: 3 laws, build {sealed(conn)}\n")

    def test_an_update_in_the_database(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        change(database, LOUD)
        told = verified(source, database)
        assert told.exit_code == 1
        assert told.stdout == (f"{database}: not as built: the rows of B1_; "
                               f"build it anew: lawgraph build --db {database}\n")

    def test_sources_that_changed(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        publish(source.corpus, CLOCKS, TOWERS_OTHERWISE)
        told = verified(source, database)
        assert told.exit_code == 1
        assert f"{source.corpus} or {source.amendments} has changed since it was made" in told.stdout

    def test_a_file_that_sqlite_cannot_read(self, database: Path) -> None:
        database.write_bytes(database.read_bytes()[:40_000])
        told = CliRunner().invoke(main, ["verify", str(database)])
        assert (told.exit_code, told.stderr) == (2, (
            f"lawgraph: {database}: this database is damaged: what it was made by cannot be read; "
            f"build it anew: lawgraph build --db {database}\n"))

    @pytest.mark.parametrize("command", ["verify", "acts"])
    def test_bytes_that_are_no_text_in_the_words_of_the_schema(self, copied: tuple[Folders, Path], command: str) -> None:
        """SQLite repeats them in its own words of what is damaged."""
        source, database = copied
        database.write_bytes(database.read_bytes().replace(b"CREATE VIEW", b"\xff\xfeEATE VIEW"))
        told = CliRunner().invoke(main, [command, "--db", str(database), "--corpus", str(source.corpus),
                                         "--amendments", str(source.amendments), *(["--no-build"] if command == "acts" else [])])
        assert (told.exit_code, told.stderr) == (2, (
            f"lawgraph: {database}: this database is damaged: what it was made by cannot be read; "
            f"build it anew: lawgraph build --db {database}\n"))

    def test_a_link_that_leads_to_itself(self, tmp_path: Path) -> None:
        (tmp_path / "law.db").symlink_to("law.db")
        told = CliRunner().invoke(main, ["verify", str(tmp_path / "law.db")])
        assert told.exit_code == 2
        assert told.stderr.startswith(f"lawgraph: {tmp_path}/law.db: ")

    def test_pages_of_a_database_that_are_overwritten(self, database: Path) -> None:
        whole = database.read_bytes()
        database.write_bytes(whole[:200_000] + bytes(40_000) + whole[240_000:])
        told = CliRunner().invoke(main, ["verify", str(database)])
        assert told.exit_code == 1
        assert told.stdout.startswith(f"{database}: ")

    def test_bytes_behind_the_last_row(self, copied: tuple[Folders, Path]) -> None:
        """SQLite passes them over, so that no row tells of them."""
        source, database = copied
        with database.open("ab") as file:
            file.write(b"more" * 5_000)
        told = verified(source, database)
        assert (told.exit_code, told.stdout) == (1, (
            f"{database}: not as built: the end of the file: 20,000 bytes that no row takes stand there; "
            f"build it anew: lawgraph build --db {database}\n"))

    @pytest.mark.parametrize("command", ["verify", "acts", "build"])
    @pytest.mark.parametrize("ending", ["-wal", "-journal"])
    def test_newer_rows_of_somebody_beside_a_database(self, copied: tuple[Folders, Path], ending: str, command: str) -> None:
        """SQLite would show these rows in the place of those that were built, while the file itself stays as it was."""
        source, database = copied
        beside = database.with_name(f"law.db{ending}")
        beside.write_bytes(newer_rows(database) if ending == "-wal" else b"any")
        told = CliRunner().invoke(main, [command, "--db", str(database), "--corpus", str(source.corpus),
                                         "--amendments", str(source.amendments)])
        assert told.exit_code == (1 if command == "verify" else 2)
        assert told.output.removeprefix("lawgraph: ") == (
            f"{beside}: with this file beside it, other rows than were built would be read; "
            "end the program that writes into the database, or take the file away\n")
        assert beside.exists()

    def test_what_is_remembered_of_files_and_is_not_so(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        manifest = source.corpus / "A1_" / "manifest.toml"
        unseen(database, manifest)
        ledger = database.with_name("law.db.laws") / "ledger"
        told = json.loads(ledger.read_text(encoding="utf-8"))
        told["files"][str(manifest)][-1] = "0" * 64
        ledger.write_text(json.dumps(told), encoding="utf-8")
        found = verified(source, database)
        assert (found.exit_code, found.stdout) == (1, (
            f"{ledger}: it says of {manifest} what that file does not hold; "
            "nothing is to be done: it is put away, and made again\n"))
        assert verified(source, database).exit_code == 0

    def test_what_is_kept_beside_a_database_and_is_damaged(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        shelf = database.with_name("law.db.laws")
        (shelf / "ledger").write_bytes(b"{")
        keep(shelf / "B1_.law", as_kept(Origin("files", "acts", "facts"), {}))
        assert len(verified(source, database).stdout.splitlines()) == 1
        (shelf / "ledger").write_bytes(b"{")
        whole = (shelf / "B1_.law").read_bytes()
        (shelf / "B1_.law").write_bytes(whole.replace(b"facts", b"fakes", 1))
        found = verified(source, database)
        assert (found.exit_code, found.stdout) == (1, (
            f"{shelf}/ledger: this list of what was read is damaged; "
            "nothing is to be done: it is put away, and made again\n"
            f"{shelf}/B1_.law: this law that a build has kept is not as it was written; "
            "nothing is to be done: it is never used; the next build traces that law again\n"))

    @pytest.mark.parametrize("command", ["verify", "acts", "build"])
    def test_a_pipe_in_the_place_of_what_is_remembered_is_not_waited_for(self, copied: tuple[Folders, Path], command: str
                                                                          ) -> None:
        source, database = copied
        ledger = database.with_name("law.db.laws") / "ledger"
        ledger.unlink(missing_ok=True)
        os.mkfifo(ledger)
        told = CliRunner().invoke(main, [command, "--db", str(database), "--corpus", str(source.corpus),
                                         "--amendments", str(source.amendments)])
        assert told.exit_code == int(command == "verify"), told.output
        assert (f"{ledger}: this list of what was read is damaged" in told.stdout) is (command == "verify")

    @pytest.mark.parametrize(("kind", "name"), [("table", "laws"), ("view", "versions")])
    def test_a_view_of_somebody_in_the_place_of_rows_is_not_asked(self, copied: tuple[Folders, Path], kind: str, name: str
                                                                  ) -> None:
        """It may never come to an end."""
        source, database = copied
        change(database, f"drop {kind} {name}",
               f"create view {name} as with recursive n(x) as (select 1 union all select x from n) select x as id from n")  # noqa: S608
        for command in ("verify", "acts"):
            told = CliRunner().invoke(main, [command, "--db", str(database), "--corpus", str(source.corpus),
                                             "--amendments", str(source.amendments)])
            assert told.exit_code == 2
            assert told.stderr.startswith(f"lawgraph: {database}: the rows of {name} are not those that were built")

    def test_a_value_longer_than_any_law_is_not_taken_into_memory(self, database: Path) -> None:
        change(database, "update laws set number = zeroblob(100000000) where id = 'A1_'")
        told = CliRunner().invoke(main, ["verify", str(database)])
        assert told.exit_code == 1
        assert told.stdout.startswith(f"{database}: the file is damaged (string or blob too big)")

    def test_a_site_is_named_by_its_folder(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path, tmp_path / "none")
        folder.write(MARK, b"")
        folder.write("index.html", b"the laws")
        folder.finish()
        told = CliRunner().invoke(main, ["verify", str(tmp_path)])
        assert (told.exit_code, told.stdout) == (0, "")
        (tmp_path / "index.html").write_text("other laws", encoding="utf-8")
        told = CliRunner().invoke(main, ["verify", str(tmp_path)])
        assert (told.exit_code, told.stdout) == (1, (
            f"{tmp_path}/index.html: its contents are not those that were written; "
            f"write the site anew: lawgraph site --out {tmp_path}\n"))

    def test_a_name_of_a_file_that_is_no_text_is_told_in_one_line(self, tmp_path: Path) -> None:
        folder = Folder(tmp_path, tmp_path / "none")
        folder.write(MARK, b"")
        folder.finish()
        (tmp_path / os.fsdecode(b"\xff\nodd")).write_bytes(b"")
        told = CliRunner().invoke(main, ["verify", str(tmp_path)])
        assert (told.exit_code, told.stdout) == (1, (
            f"{tmp_path}/\\udcff odd: this file was not written with the site; "
            f"write the site anew: lawgraph site --out {tmp_path}\n"))

    def test_another_folder_is_no_site(self, tmp_path: Path) -> None:
        told = CliRunner().invoke(main, ["verify", str(tmp_path)])
        assert (told.exit_code, told.stderr) == (
            2, f"lawgraph: {tmp_path}: this folder is no site of lawgraph; name a site or a database\n")


class TestServing:
    """A site that is served holds each law against its hash when it opens it."""

    @pytest.mark.asyncio
    async def test_a_law_whose_rows_were_changed_is_not_shown(self, database: Path) -> None:
        change(database, LOUD)
        datasette = datasette_of(database, date(2026, 11, 24))
        await datasette.invoke_startup()
        sound, changed = [await datasette.client.get(f"/law/{law}/eng") for law in ("A1_", "B1_")]
        for each in datasette.databases.values():
            each.close()
        assert sound.status_code == 200
        assert changed.status_code == 503
        assert "is not what was built, so it is not shown" in changed.text
        assert "loud" not in changed.text

    def test_a_database_whose_hashes_were_changed_is_not_served(self, database: Path) -> None:
        change(database, "update seals set sha256 = 'other' where part = 'law/B1_'")
        with pytest.raises(DatabaseError, match="the hashes that it records are not those that were built"):
            datasette_of(database, date(2026, 11, 24))

    def test_rows_that_laws_have_in_common_are_looked_through_before_anybody_is_answered(self, database: Path) -> None:
        """A worker that takes the place of another opens what lies there now."""
        change(database, "insert into acts (name, kind, adopted) values ('9-V', 'law', '1999-01-01')")
        with pytest.raises(DatabaseError, match="the rows that laws have in common, or the schema are not those"):
            datasette_of(database, date(2026, 11, 24))


class TestPages:
    """A page names its build, and prints a hash of its data that anybody can make anew."""

    @pytest.mark.parametrize(("path", "asked"), [
        ("/law/A1_/eng/art_1/on/2018-01-01", "text A1_ art_1 --on 2018-01-01"),
        ("/law/C1_/rus/art_1/on/2018-01-01", "text C1_ art_1 --on 2018-01-01 --lang rus"),
        ("/law/B1_/eng/on/2015-01-01", "text B1_ --on 2015-01-01"),
    ])
    @pytest.mark.asyncio
    async def test_the_hash_of_a_page_is_that_of_its_data(
            self, copied: tuple[Folders, Path], path: str, asked: str) -> None:
        source, database = copied
        datasette = datasette_of(database, date(2026, 11, 24))
        await datasette.invoke_startup()
        page, data = [(await datasette.client.get(f"{path}{ending}")).text for ending in ("", ".json")]
        for each in datasette.databases.values():
            each.close()
        told = CliRunner().invoke(main, [*asked.split(), "--format", "json", "--db", str(database), "--corpus",
                                         str(source.corpus), "--amendments", str(source.amendments)])
        assert told.stdout == data
        assert f"<code>{hashlib.sha256(data.encode()).hexdigest()}</code>" in page
        with closing(connect(database)) as conn:
            build_of_all = str(sealed(conn))
        assert json.loads(data)["build"] == build_of_all
        assert f"Build {build_of_all[:16]}." in page

    def test_the_static_site_prints_the_same(self, database: Path, tmp_path: Path) -> None:
        site = tmp_path / "site"
        build_site(database, site, Showing(date(2026, 11, 24), (Locale.ENGLISH,)))
        days = sorted((site / "law" / "A1_" / "eng" / "art_1" / "on").glob("*.json"))
        assert days
        for data in days:
            page = (data.with_suffix("") / "index.html").read_text(encoding="utf-8")
            assert f"<code>{hashlib.sha256(data.read_bytes()).hexdigest()}</code>" in page


class TestLedger:
    """When a file counts as unmoved."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / "file"
        path.write_text("one", encoding="utf-8")
        return path

    @pytest.mark.parametrize(("seconds", "read"), [(1, True), (2, True), (3, False)])
    def test_a_file_as_young_as_the_ledger_is_read_again(self, file: Path, seconds: int, *, read: bool) -> None:
        """It may have changed within the same tick of its clock, which would leave no trace."""
        path = file.with_name("ledger")
        told = file.stat()
        latest = max(told.st_mtime_ns, told.st_ctime_ns)
        state = [told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino, "remembered"]
        path.write_text(json.dumps({"as_of": latest + seconds * SECOND, "files": {str(file): state}}), encoding="utf-8")
        assert Ledger(path).found(file, Path.read_text) == ("one" if read else "remembered")

    def test_a_file_that_was_too_young_is_not_believed_because_others_were_read_later(self, file: Path) -> None:
        path, other = file.with_name("ledger"), file.with_name("other")
        other.write_text("two", encoding="utf-8")
        first = Ledger(path)
        first.found(file, Path.read_text)
        first.save()
        second = Ledger(path)
        second.found(other, Path.read_text)
        second.save()
        assert list(json.loads(path.read_text(encoding="utf-8"))["files"]) == [str(other)]

    @pytest.mark.parametrize("damage", ["", "[]", "{", '{"as_of": 1, "files": {"a": [1]}}', '{"files": 7, "as_of": 1}'])
    def test_a_damaged_ledger_remembers_nothing(self, file: Path, damage: str) -> None:
        file.with_name("ledger").write_text(damage, encoding="utf-8")
        assert Ledger(file.with_name("ledger")).found(file, Path.read_text) == "one"

    def test_what_is_gone_is_forgotten_and_nothing_is_left_beside(self, file: Path) -> None:
        path = file.with_name("ledger")
        ledger = Ledger(path)
        ledger.found(file, Path.read_text)
        ledger.save()
        assert str(file) in json.loads(path.read_text(encoding="utf-8"))["files"]
        other = file.rename(file.with_name("other"))
        ledger = Ledger(path)
        ledger.found(other, Path.read_text)
        ledger.save()
        assert list(json.loads(path.read_text(encoding="utf-8"))["files"]) == [str(other)]
        assert {each.name for each in file.parent.iterdir()} == {"ledger", "other"}

    def test_a_folder_that_cannot_be_written_costs_memory_alone(self, file: Path) -> None:
        ledger = Ledger(file / "no folder" / "ledger")
        assert ledger.found(file, Path.read_text) == "one"
        ledger.save()


class TestShelf:
    """In the folder beside a database only what carries our mark is ever deleted or written over."""

    def test_what_is_not_ours_stays(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        shelf = database.with_name("law.db.laws")
        mine = {"notes.txt": b"my notes", "thesis.law": b"years of work", ".thesis.part": b"more", "D1_.law": b""}
        for name, content in mine.items():
            (shelf / name).write_bytes(content)
        (shelf / "folder").mkdir()
        with closing(sqlite3.connect(shelf / "songs.db")) as conn:
            conn.execute("create table songs (title text)")
        (shelf / "link.law").symlink_to(shelf / "folder")
        (database.parent / ".law.db.old.part").write_bytes(b"mine")
        publish(source.corpus, CLOCKS)
        shutil.rmtree(source.corpus / "C1_")
        build(source, database, iter)
        assert {name: (shelf / name).read_bytes() for name in mine} == mine
        assert {each.name for each in shelf.iterdir()} == {
            *mine, "folder", "songs.db", "link.law", "lock", "ledger"}
        assert (database.parent / ".law.db.old.part").read_bytes() == b"mine"

    def test_what_a_killed_build_left_is_swept(self, copied: tuple[Folders, Path]) -> None:
        source, database = copied
        shelf = database.with_name("law.db.laws")
        left = [database.with_name(".law.db.4711.part"), shelf / ".B1_.law.4711.part", shelf / ".ledger.12.part"]
        for each in left:
            each.write_bytes(b"half")
        build(source, database, iter)
        assert not [each for each in left if each.exists()]

    def test_a_file_in_the_place_of_a_law_is_not_written_over(self, tmp_path: Path) -> None:
        source, database = folders(tmp_path, BELLS), tmp_path / "law.db"
        database.with_name("law.db.laws").mkdir()
        mine = database.with_name("law.db.laws") / "B1_.law"
        mine.write_bytes(b"my notes")
        with pytest.raises(DatabaseError, match=r"B1_\.law: this file was not made by lawgraph"):
            build(source, database, iter)
        assert mine.read_bytes() == b"my notes"

    def test_a_lock_that_is_not_ours_is_told(self, tmp_path: Path) -> None:
        source, database = folders(tmp_path, BELLS), tmp_path / "law.db"
        database.with_name("law.db.laws").mkdir()
        (database.with_name("law.db.laws") / "lock").write_bytes(b"my notes" * 100)
        with pytest.raises(DatabaseError, match="the database cannot be written"):
            build(source, database, iter)


def verified(source: Folders, database: Path) -> Result:
    return CliRunner().invoke(main, ["verify", "--db", str(database), "--corpus", str(source.corpus),
                                     "--amendments", str(source.amendments)])


def newer_rows(database: Path) -> bytes:
    """Return a log of writes that fits a database and holds other words, as SQLite leaves one beside it."""
    other = database.with_name("other.db")
    shutil.copy(database, other)
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("pragma journal_mode = wal")
        conn.execute(LOUD)
        conn.commit()
        return other.with_name("other.db-wal").read_bytes()


def unseen(database: Path, path: Path) -> None:
    """Let the ledger believe that a file has not moved since it was read."""
    ledger = database.with_name(f"{database.name}.laws") / "ledger"
    told, state = json.loads(ledger.read_text(encoding="utf-8")), path.stat()
    told["files"][str(path)] = [state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, "as before"]
    ledger.write_text(json.dumps({**told, "as_of": told["as_of"] + 60 * SECOND}), encoding="utf-8")


def remembered(source: Folders, database: Path) -> None:
    """Open a database so that all is read and remembered, and let the ledger be as old as it would be in a while."""
    open_as_it_is(database, source, never).close()
    path = database.with_name(f"{database.name}.laws") / "ledger"
    told = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**told, "as_of": told["as_of"] + 60 * SECOND}), encoding="utf-8")


def never(folders: Folders, path: Path) -> None:
    pytest.fail(f"{path} must not be built")


refused: Callable[[Path], str] = lambda path: pytest.fail(f"{path} is read again")  # noqa: E731  (stands for a function)
