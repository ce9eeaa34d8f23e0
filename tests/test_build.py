"""Many laws in one database: only what changed is done anew, and a build that is killed loses nothing."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from gazette import BELLS, CLOCKS, THREE, TOWERS, folders, law, publish, simulated
from lawgraph.database.build import FEWEST, answers, build
from lawgraph.database.freshness import Folders
from lawgraph.database.opening import broken_parts, connect, sealed
from lawgraph.intake.corpus import Manifest
from lawgraph.law.eid import Eid
from lawgraph.law.errors import LawgraphError, SourceError
from lawgraph.queries.answers import acts, languages, laws, provision_on
from lawgraph.queries.listing import findings

CITES = "select eid, words, cites_law, cites from citations where law = ? and cites_act is not null order by position"
PATIENCE, ATTEMPTS = 600.0, 50
"""A busy machine is waited for, and a build that was over before it was killed is tried again."""


def built(source: Folders, database: Path) -> sqlite3.Connection:
    build(source, database, iter)
    return connect(database)


def traced(source: Folders, database: Path) -> set[str]:
    """Build, and return the laws that were traced anew."""
    done: list[str] = []

    def along(laws: Sequence[Manifest]) -> Iterable[Manifest]:
        done.extend(each.id for each in laws)
        return laws

    build(source, database, along)
    return set(done)


def kept(database: Path) -> set[str]:
    """Return the laws that wait beside a database to be taken into it."""
    return {each.stem for each in shelf(database).glob("*.law")}


def holds_what_a_new_one_would(source: Folders, database: Path) -> bool:
    """Tell whether rows and searched words are those of a database built from nothing, and all is as it was sealed."""
    new = database.parent / "other" / "law.db"
    build(source, new, iter)
    with closing(connect(database)) as old, closing(connect(new)) as made:
        return (sealed(old) == sealed(made) and searched(old) == searched(made)
                and not [*broken_parts(old)] and not [*broken_parts(made)])


def searched(conn: sqlite3.Connection) -> list[list[tuple[str, int, int]]]:
    """Return the words that full-text search knows of laws, acts and texts, with how many rows hold each, and how often."""
    told = []
    for name in ("laws", "acts", "texts"):
        conn.execute(f"create virtual table temp.{name}_words using fts5vocab('main', '{name}_fts', 'row')")
        told.append(conn.execute(f"select term, doc, cnt from temp.{name}_words order by term").fetchall())  # noqa: S608
    return told


def shelf(database: Path) -> Path:
    return database.with_name(f"{database.name}.laws")


def left_over(database: Path) -> list[str]:
    """Return what is beside a database that neither it nor a law kept is."""
    known = {database.name, shelf(database).name, "lock", "ledger"}
    beside = [*database.parent.glob(f"*{database.name}*"), *shelf(database).iterdir()]
    return [each.name for each in beside if each.name not in known]


class TestAcross:
    """What one law says of another comes out right, whichever of them changes."""

    @pytest.fixture
    def three(self, tmp_path: Path) -> Iterator[sqlite3.Connection]:
        with closing(built(folders(tmp_path, *THREE), tmp_path / "law.db")) as conn:
            yield conn

    def test_a_law_is_cited_by_number_by_title_and_in_another_language(self, three: sqlite3.Connection) -> None:
        assert [tuple(row) for row in three.execute(CITES, ("A1_",))] == [
            ("art_1__para_1", "Article 2 of the Law of the Republic of Kazakhstan dated 01.03.2013 No. 20-V", "B1_",
             "art_2")]
        assert [row[2:] for row in three.execute(CITES, ("B1_",))] == [("A1_", None), ("A1_", "art_1__para_2")]
        assert [row[2:] for row in three.execute(CITES, ("C1_",))] == [("B1_", "art_2")]

    def test_an_act_that_amends_two_laws_is_one_act_with_changes_in_both(self, three: sqlite3.Connection) -> None:
        (act,) = acts(three)
        assert act.act.name == "99-V"
        assert [(each.law, each.amendment.target) for each in act.effects] == [("A1_", "art_1"), ("B1_", "art_2")]
        assert len(acts(three, "A1_")[0].effects) == 1

    def test_each_law_keeps_its_own_rows(self, three: sqlite3.Connection) -> None:
        assert [each.id for each in laws(three)] == ["A1_", "B1_", "C1_"]
        assert languages(three, "B1_") == ("eng", "rus")
        texts = {(held, provision_on(three, held, lang, Eid("art_1"), date(2018, 1, 1))[0].heading)
                 for held, lang in (("A1_", "eng"), ("B1_", "eng"), ("C1_", "rus"))}
        assert texts == {("A1_", "Clocks"), ("B1_", "Bells"), ("C1_", "Башни")}
        wrong = """select count(*) from citations c where substr(c.text, c.first + 1, c.after - c.first) <> c.words"""
        assert three.execute(wrong).fetchone() == (0,)

    def test_a_law_that_comes_later_is_cited_by_those_already_there(self, tmp_path: Path) -> None:
        source = folders(tmp_path, CLOCKS, TOWERS)
        with closing(built(source, tmp_path / "law.db")) as conn:
            assert [row[2:] for row in conn.execute(CITES, ("A1_",))] == [(None, None)]
        publish(source.corpus, BELLS)
        assert traced(source, tmp_path / "law.db") == {"B1_"}
        with closing(connect(tmp_path / "law.db")) as conn:
            assert [row[2:] for row in conn.execute(CITES, ("A1_",))] == [("B1_", "art_2")]
            assert [row[2:] for row in conn.execute(CITES, ("C1_",))] == [("B1_", "art_2")]
        assert holds_what_a_new_one_would(source, tmp_path / "law.db")

    def test_a_title_that_two_laws_bear_settles_nothing(self, tmp_path: Path) -> None:
        other = law("A2_", "11-IV", date(2011, 2, 3), ("eng", "On clocks", "Article 1. Old clocks\n| Clocks stand."))
        with closing(built(folders(tmp_path, *THREE, other), tmp_path / "law.db")) as conn:
            assert [row[2:] for row in conn.execute(CITES, ("B1_",))] == [(None, None), (None, None)]
            assert [row[2] for row in conn.execute(CITES, ("A1_",))] == ["B1_"]


class TestAnew:
    """What has not changed is not done again, and nothing in the database tells the difference."""

    def test_nothing_changed(self, tmp_path: Path) -> None:
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
        build(source, database, iter)
        before = database.stat().st_mtime_ns
        assert traced(source, database) == set()
        assert database.stat().st_mtime_ns == before

    def test_one_law_changed(self, tmp_path: Path) -> None:
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
        build(source, database, iter)
        publish(source.corpus, law("B1_", "20-V", date(2013, 3, 1), ("eng", "On bells", "Article 1. New bells\n| Ring.")))
        assert traced(source, database) == {"B1_"}
        assert holds_what_a_new_one_would(source, database)

    def test_a_fact_redoes_the_laws_that_it_concerns(self, tmp_path: Path) -> None:
        """Act 99-V is named in two of the three laws; a fact about it can bear on both of them, and on no other."""
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
        build(source, database, iter)
        (source.amendments / "99-V.toml").write_text(
            'number = "99-V"\nadopted = 2014-07-03\nrecorded = 2026-01-01\nsource = "invented"\nconfidence = "high"\n'
            '[[target]]\nlaw = "A1_"\neid = "art_1__para_1"\naction = "modification"\nsource = "invented"\n'
            'confidence = "high"\n', encoding="utf-8")
        assert traced(source, database) == {"A1_", "B1_"}
        with closing(connect(database)) as conn:
            assert conn.execute("select file from acts where name = '99-V'").fetchone() == ("amendments/99-V.toml",)
        assert holds_what_a_new_one_would(source, database)

    def test_a_law_that_is_gone_leaves_nothing_behind(self, tmp_path: Path) -> None:
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
        build(source, database, iter)
        shutil.rmtree(source.corpus / "B1_")
        with closing(built(source, database)) as conn:
            assert [each.id for each in laws(conn)] == ["A1_", "C1_"]
            assert [row[2:] for row in conn.execute(CITES, ("A1_",))] == [(None, None)]
        assert holds_what_a_new_one_would(source, database)

    @pytest.mark.parametrize("damage", [lambda _: b"", lambda kept: kept[:3000], lambda kept: kept.replace(b"ring", b"sing")],
                             ids=["empty", "cut", "other words"])
    def test_a_law_that_was_kept_and_is_damaged_is_done_again(
            self, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
        """A build that could not end has kept two of three laws."""
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
        build(source, tmp_path / "other" / "law.db", iter)
        page = source.corpus / "A1_" / "eng.txt"
        whole = page.read_bytes()
        page.write_bytes(whole + b"changed")
        with pytest.raises(SourceError):
            build(source, database, iter)
        page.write_bytes(whole)
        assert kept(database) == {"B1_", "C1_"}
        bells = shelf(database) / "B1_.law"
        assert damage(bells.read_bytes()) != bells.read_bytes()
        bells.write_bytes(damage(bells.read_bytes()))
        if bells.stat().st_size and not bells.read_bytes().startswith(b'{"lawgraph"'):
            bells.unlink()
        assert traced(source, database) == {"A1_", "B1_"}
        assert database.read_bytes() == (tmp_path / "other" / "law.db").read_bytes()
        assert kept(database) == set()

    def test_of_a_database_whose_rows_somebody_changed_nothing_is_taken_over(self, tmp_path: Path) -> None:
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
        build(source, database, iter)
        with closing(sqlite3.connect(database)) as conn, conn:
            conn.execute("update words set words = replace(words, 'ring', 'sing')")
        publish(source.corpus, law("C1_", "30-VI", date(2017, 5, 2), ("rus", "О башнях", "Статья 1. Башни\n| Башни стоят.")))
        assert traced(source, database) == {"A1_", "B1_", "C1_"}
        assert holds_what_a_new_one_would(source, database)

    def test_many_laws_on_several_cores_give_the_same_bytes(self, tmp_path: Path) -> None:
        many = folders(tmp_path, *map(simulated, range(FEWEST + 4)))
        build(many, tmp_path / "at once" / "law.db", iter)
        for end in range(3, FEWEST + 5, 3):     # three at a time are done by one process
            part = Folders(tmp_path / "part" / "corpus", many.amendments)
            for folder in sorted(many.corpus.iterdir())[:end]:
                shutil.copytree(folder, part.corpus / folder.name, dirs_exist_ok=True)
            build(part, tmp_path / "by and by" / "law.db", iter)
        with closing(connect(tmp_path / "at once" / "law.db")) as one, closing(connect(tmp_path / "by and by" / "law.db")) as other:
            assert sealed(one) == sealed(other)
            assert [*broken_parts(other)] == []

    def test_answers_come_in_the_order_of_the_work(self) -> None:
        assert list(answers(str, range(100))) == [str(each) for each in range(100)]
        assert list(answers(str, range(3))) == ["0", "1", "2"]


class TestBroken:
    """One law that cannot be read stops the build by name, and all such laws are named at once."""

    def test_every_broken_law_is_named_and_nothing_is_written(self, tmp_path: Path) -> None:
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
        for name in ("A1_", "C1_"):
            with next((source.corpus / name).glob("*.txt")).open("a", encoding="utf-8") as file:
                file.write("changed")
        with pytest.raises(ExceptionGroup) as caught:
            build(source, database, iter)
        told = [str(each) for each in caught.value.exceptions]
        assert [each.partition(":")[0] for each in told] == [
            str(source.corpus / "A1_" / "eng.txt"), str(source.corpus / "C1_" / "rus.txt")]
        assert all("its SHA-256 is" in each for each in told)
        assert not database.exists()
        assert kept(database) == {"B1_"}

    def test_a_file_that_changes_while_laws_are_read_is_named_and_its_law_is_not_kept(self, tmp_path: Path) -> None:
        """Its rows would be recorded as those of what it was before: who restored that would be told the other's."""
        source, database = folders(tmp_path, *THREE), tmp_path / "law.db"

        def meanwhile(laws: Sequence[Manifest]) -> Iterable[Manifest]:
            manifest = source.corpus / "B1_" / "manifest.toml"
            manifest.write_text(f"{manifest.read_text(encoding='utf-8')}\n", encoding="utf-8")
            return laws

        with pytest.raises(SourceError, match="it was changed while the laws were read; build again"):
            build(source, database, meanwhile)
        assert kept(database) == {"A1_", "C1_"}

    def test_broken_manifests_are_named_all_at_once(self, tmp_path: Path) -> None:
        source = folders(tmp_path, *THREE)
        for name in ("A1_", "B1_"):
            (source.corpus / name / "manifest.toml").write_text("id = 1\n", encoding="utf-8")
        with pytest.raises(ExceptionGroup) as caught:
            build(source, tmp_path / "law.db", iter)
        assert len(caught.value.exceptions) == 2

    def test_what_a_process_of_many_finds_wrong_is_told_by_the_first_one(self, tmp_path: Path) -> None:
        source = folders(tmp_path, *map(simulated, range(FEWEST + 2)))
        broken = sorted(source.corpus.iterdir())[3] / "eng.txt"
        broken.write_text("not the law", encoding="utf-8")
        with pytest.raises(SourceError) as caught:
            build(source, tmp_path / "law.db", iter)
        assert caught.value.place == str(broken)

    def test_a_shelf_that_cannot_be_written_is_told_once(self, tmp_path: Path) -> None:
        source = folders(tmp_path, *THREE)
        shelf(tmp_path / "law.db").write_text("a file, no folder", encoding="utf-8")
        with pytest.raises(LawgraphError, match="the database cannot be written"):
            build(source, tmp_path / "law.db", iter)


def _some(count: int) -> Callable[[Path], bool]:
    return lambda database: len(list(shelf(database).glob("X*.law"))) >= count


def _merging(database: Path) -> bool:
    return bool(list(database.parent.glob(f".{database.name}.*.part")))


MANY = 3 * FEWEST
MOMENTS = {"as it begins": _some(0), "with one law done": _some(1), "halfway": _some(MANY // 2),
           "near the end": _some(MANY - 2), "while the whole is written": _merging}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, bytes]:
    """Publish some dozens of laws, and build them undisturbed."""
    at = tmp_path_factory.mktemp("many")
    source = folders(at, *map(simulated, range(MANY)))
    build(source, at / "law.db", iter)
    return source, (at / "law.db").read_bytes()


class TestKilled:
    """A build that is killed, at whatever moment, leaves the old database whole, and its work to the next build."""

    @pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
    def test_the_next_build_goes_on_from_there(
            self, many: tuple[Folders, bytes], tmp_path: Path, moment: Callable[[Path], bool]) -> None:
        source, undisturbed = many
        database = tmp_path / "law.db"
        _killed(source, database, moment)
        done = kept(database)
        assert not database.exists()
        assert not traced(source, database) & done
        assert database.read_bytes() == undisturbed
        assert left_over(database) == []

    def test_the_old_database_answers_until_the_new_one_is_there(self, many: tuple[Folders, bytes], tmp_path: Path
                                                                 ) -> None:
        source, undisturbed = many
        database = tmp_path / "law.db"
        build(folders(tmp_path, *THREE), database, iter)
        old = database.read_bytes()
        for moment in (_some(3), _merging):
            _killed(source, database, moment)
            assert database.read_bytes() == old
            with closing(connect(database)) as conn:
                assert [each.id for each in laws(conn)] == ["A1_", "B1_", "C1_"]
                assert findings(conn) is not None
        build(source, database, iter)
        assert database.read_bytes() == undisturbed
        assert left_over(database) == []

    def test_no_process_outlives_the_one_that_was_killed(self, many: tuple[Folders, bytes], tmp_path: Path) -> None:
        source, _ = many
        database = tmp_path / "law.db"
        leader = _killed(source, database, _some(2))
        _until(lambda: not _of_group(leader))

    def test_two_builds_at_once_do_not_disturb_each_other(self, many: tuple[Folders, bytes], tmp_path: Path) -> None:
        source, undisturbed = many
        database = tmp_path / "law.db"
        both = [_process(source, database) for _ in range(2)]
        assert [each.wait(PATIENCE) for each in both] == [0, 0]
        assert database.read_bytes() == undisturbed
        assert left_over(database) == []


def _process(source: Folders, database: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "lawgraph", "build", "--corpus", str(source.corpus), "--amendments",
         str(source.amendments), "--db", str(database)], stderr=subprocess.DEVNULL, start_new_session=True)


def _killed(source: Folders, database: Path, moment: Callable[[Path], bool]) -> int:
    """Start a build and kill it when the moment has come; start anew where it was over before. Return its process."""
    old = database.read_bytes() if database.exists() else None
    for _ in range(ATTEMPTS):
        process = _process(source, database)
        try:
            _until(partial(_is_time, process, database, moment))
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait(PATIENCE)
        if process.returncode == -signal.SIGKILL:
            return process.pid
        shutil.rmtree(shelf(database))
        database.unlink() if old is None else database.write_bytes(old)
    pytest.fail("each build was over before it could be killed")


def _is_time(process: subprocess.Popen[bytes], database: Path, moment: Callable[[Path], bool]) -> bool:
    return process.poll() is not None or (shelf(database).is_dir() and moment(database))


def _until(come: Callable[[], bool]) -> None:
    last = time.monotonic() + PATIENCE
    while not come():
        assert time.monotonic() < last, "the moment never came"
        time.sleep(0.001)


def _of_group(leader: int) -> list[int]:
    """Return the processes that a process has started and that are still there."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(each.name)) == leader:
                found.append(int(each.name))
        except ProcessLookupError:
            continue
    return found
