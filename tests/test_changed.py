"""What two databases say otherwise for sure: `lawgraph changed`. The laws and the facts are invented."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazette import CLOCKS, Law, folders, law
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.opening import connect, connect_older
from lawgraph.law.eid import Eid
from lawgraph.law.errors import DatabaseError
from lawgraph.law.versions import Presence, Reason, ReasonKind, Wording
from lawgraph.printout.changed_sheet import markdown, table
from lawgraph.queries.listing import changed_answers
from lawgraph.timeline.assurance import AssuranceStep, HeldText, SaidAnswer, Shift, Shifts, Turn, by_weight, shifts
from test_json_schema import strict

WHERE = HeldText("A1_", "10-IV", "eng")
JUNE, JULY, AUGUST = date(2012, 6, 1), date(2012, 7, 1), date(2012, 8, 1)
NO = SaidAnswer(Presence.NO, None)
HELD = SaidAnswer(Presence.YES, Wording.ATTESTED, "a clock")
REWORDED = replace(HELD, text="a bell")
UNKNOWN = SaidAnswer(Presence.YES, Wording.UNKNOWN)
MAYBE = SaidAnswer(Presence.POSSIBLE, Wording.UNKNOWN)
MAYBE_HELD = replace(HELD, in_operation=Presence.POSSIBLE)
CHIMES = law("A1_", "10-IV", date(2010, 1, 11), ("eng", "On chimes", """
Article 1. Chimes
| 1. Chimes shall tell the hour.
| 2. Other chimes shall be still.
| Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan № 99-V dated 03.07.2014 (shall be enforced upon expiry of ten calendar days after its first official publication).
Article 2. Silence
| At night chimes shall be silent.
Article 3. Order of enforcement of this Law
| This Law is enforced from 1 February 2010.
"""))
CHANGED_ONE_PARAGRAPH = """number = "99-V"
adopted = 2014-07-03
recorded = 2026-01-10
source = "invented"
confidence = "high"
[[publication]]
day = 2014-07-10
first = true
source = "invented"
confidence = "high"
[[target]]
law = "A1_"
eid = "art_1__para_1"
action = "modification"
source = "invented"
confidence = "high"
"""


def turns(old: SaidAnswer | None, new: SaidAnswer | None) -> list[Turn]:
    """Return what becomes of an answer of all days."""
    before, after = ({Eid("art_1"): (AssuranceStep(None, said),)} if said else {} for said in (old, new))
    return [each.turn for each in shifts(WHERE, before, after)]


class TestTheTurn:
    """Of the same days: what was said, what is said, what became of it."""

    @pytest.mark.parametrize(("old", "new"), [
        (HELD, HELD), (NO, NO), (MAYBE, MAYBE), (UNKNOWN, SaidAnswer(Presence.YES, Wording.UNVERIFIED)),
        (SaidAnswer(Presence.PRESUMED, Wording.PRESUMED), MAYBE), (None, MAYBE), (MAYBE, None)])
    def test_nothing_sure_came_or_went(self, old: SaidAnswer | None, new: SaidAnswer | None) -> None:
        assert turns(old, new) == []

    @pytest.mark.parametrize(("old", "new", "turn"), [
        (HELD, NO, Turn.REVERSED), (NO, HELD, Turn.REVERSED), (NO, UNKNOWN, Turn.REVERSED),
        (HELD, REWORDED, Turn.REWORDED), (HELD, replace(REWORDED, in_operation=Presence.POSSIBLE), Turn.REWORDED),
        (HELD, MAYBE, Turn.LOST), (HELD, UNKNOWN, Turn.LOST), (HELD, MAYBE_HELD, Turn.LOST), (NO, MAYBE, Turn.LOST),
        (HELD, None, Turn.LOST), (UNKNOWN, MAYBE_HELD, Turn.LOST),
        (MAYBE, HELD, Turn.GAINED), (UNKNOWN, HELD, Turn.GAINED), (MAYBE_HELD, NO, Turn.GAINED), (MAYBE, NO, Turn.GAINED),
        (None, NO, Turn.GAINED)])
    def test_the_gravest_is_told(self, old: SaidAnswer | None, new: SaidAnswer | None, turn: Turn) -> None:
        assert turns(old, new) == [turn]

    def test_what_is_lost_one_way_is_gained_the_other(self) -> None:
        mirror = {Turn.LOST: Turn.GAINED, Turn.GAINED: Turn.LOST}
        for old in (HELD, NO, UNKNOWN, MAYBE, None):
            for new in (HELD, NO, UNKNOWN, MAYBE, None):
                assert turns(new, old) == [mirror.get(each, each) for each in turns(old, new)]


class TestTheDays:
    def shifts(self, old: tuple[AssuranceStep, ...], new: tuple[AssuranceStep, ...]) -> list[tuple[Turn, date | None, date | None]]:
        return [(each.turn, each.first, each.before) for each in shifts(WHERE, {Eid("art_1"): old}, {Eid("art_1"): new})]

    def test_an_end_that_moved_touches_the_days_between(self) -> None:
        old = (AssuranceStep(None, NO), AssuranceStep(JUNE, HELD), AssuranceStep(AUGUST, NO))
        new = (AssuranceStep(None, NO), AssuranceStep(JUNE, HELD), AssuranceStep(JULY, NO))
        assert self.shifts(old, new) == [(Turn.REVERSED, JULY, AUGUST)]

    def test_a_law_that_began_later_was_not_there_before(self) -> None:
        assert self.shifts((AssuranceStep(None, NO), AssuranceStep(JUNE, HELD)), (AssuranceStep(None, NO), AssuranceStep(JULY, HELD))) == [
            (Turn.REVERSED, JUNE, JULY)]

    def test_neighbouring_days_of_the_same_fate_are_one_stretch(self) -> None:
        insertion = Reason(ReasonKind.INSERTED, "7-V")
        old = (AssuranceStep(None, NO), AssuranceStep(JUNE, HELD))
        new = (AssuranceStep(None, NO), AssuranceStep(JUNE, MAYBE, (), ("6-V",)), AssuranceStep(JULY, MAYBE, (insertion,), ("7-V", "6-V")))
        (found,) = shifts(WHERE, {Eid("art_1"): old}, {Eid("art_1"): new})
        assert (found.turn, found.first, found.before) == (Turn.LOST, JUNE, None)
        assert (found.because, found.acts) == ((insertion,), ("6-V", "7-V"))

    def test_another_wording_is_another_stretch(self) -> None:
        old = (AssuranceStep(None, NO), AssuranceStep(JUNE, HELD))
        new = (AssuranceStep(None, NO), AssuranceStep(JUNE, REWORDED), AssuranceStep(JULY, replace(HELD, text="a horn")))
        assert self.shifts(old, new) == [(Turn.REWORDED, JUNE, JULY), (Turn.REWORDED, JULY, None)]

    def test_what_changed_its_content_comes_first_the_rest_stays_in_order(self) -> None:
        def shift(eid: str, turn: Turn) -> Shift:
            return Shift(WHERE, Eid(eid), turn, None, None, HELD, HELD, (), ())
        found = [shift("art_1", Turn.GAINED), shift("art_2", Turn.LOST), shift("art_3", Turn.REWORDED),
                 shift("art_4", Turn.LOST), shift("art_5", Turn.REVERSED)]
        assert [each.eid for each in by_weight(found)] == ["art_5", "art_3", "art_2", "art_4", "art_1"]


class TestTheWords:
    @pytest.mark.parametrize(("first", "before", "days"), [
        (None, None, "on every day"), (None, JULY, "up to 30 June 2012"), (JUNE, None, "from 1 June 2012"),
        (JUNE, JULY, "from 1 June 2012 to 30 June 2012"), (JUNE, date(2012, 6, 2), "on 1 June 2012")])
    def test_the_days(self, first: date | None, before: date | None, days: str) -> None:
        found = Shift(WHERE, Eid("art_1"), Turn.LOST, first, before, NO, None, (), ())
        assert f"- **Article 1** {days}: was *no*, is *not known*." in markdown(Shifts(None, None, (found,), (), ()))
        assert table(Shifts(None, None, (found,), (), ())).splitlines()[-1].split() == [
            "A1_", "eng", "art_1", str(first or "…"), str(before or "…"), "no", "not", "known"]

    def test_of_very_many_the_first_are_named(self) -> None:
        found = tuple(Shift(WHERE, Eid(f"art_{number}"), Turn.GAINED, JUNE, None, MAYBE, HELD, (), ("7-V",))
                      for number in range(1, 1301))
        told = markdown(Shifts(None, None, found, (), ()))
        assert "Article 11; Article 12; and 1,288 more** from 1 June 2012: was *possible unknown*, is *yes atte" in told


def built(at: Path, *laws: Law, fact: str = "", taken: str = "retrieved = 2014-07-22\n") -> Path:
    """Return the database of laws, with or without a fact on № 99-V and the day on which their pages were taken."""
    at.mkdir()
    made = folders(at, *laws)
    for manifest in made.corpus.glob("*/manifest.toml"):
        manifest.write_text(manifest.read_text(encoding="utf-8") + taken, encoding="utf-8")
    if fact:
        (made.amendments / "99-V.toml").write_text(fact, encoding="utf-8")
    build(made, at / "law.db", iter)
    return at / "law.db"


def with_words(law: Law, old: str, new: str) -> Law:
    return replace(law, pages=tuple((lang, title, text.replace(old, new)) for lang, title, text in law.pages))


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    at = tmp_path_factory.mktemp("changed")
    return {
        "then": built(at / "then", CHIMES), "again": built(at / "again", CHIMES),
        "with a fact": built(at / "fact", CHIMES, fact=CHANGED_ONE_PARAGRAPH),
        "without a day": built(at / "undated", CHIMES, taken=""),
        "with other words": built(at / "words", with_words(CHIMES, "be silent", "sleep")),
        "with another law": built(at / "law", CHIMES, replace(CLOCKS, id="C1_", number="30-IV")),
    }


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["changed", *map(str, words)], catch_exceptions=False)


class TestTwoDatabases:
    def test_of_the_same_sources_nothing_differs(self, databases: dict[str, Path]) -> None:
        told = run(databases["then"], databases["again"])
        assert (told.exit_code, told.stdout) == (0, "No sure answer differs.\n")

    def test_one_fact_more_makes_more_sure_and_changes_no_content(self, databases: dict[str, Path]) -> None:
        told = run(databases["then"], databases["with a fact"], "--format", "json")
        found = json.loads(told.stdout)
        assert told.exit_code == 0
        assert {each["turn"] for each in found["changes"]} == {"gained"}
        assert [(each["from"], each["before"], each["old"]["in_operation"], each["new"]["in_operation"],
                 each["new"]["wording"], each["acts"]) for each in found["changes"] if each["eid"] == "art_1__para_1"] == [
            ("2010-02-01", "2014-07-21", "presumed", "yes", "unknown", ["99-V"]),
            ("2014-07-21", "2014-07-23", "presumed", "yes", "attested", ["99-V"])]

    def test_the_other_way_round_it_is_lost(self, databases: dict[str, Path]) -> None:
        there, back = (json.loads(run(databases[one], databases[other], "--format", "json").stdout)["changes"]
                       for one, other in (("then", "with a fact"), ("with a fact", "then")))
        assert [each["turn"] for each in back] == ["lost"] * len(there)
        assert all(each["because"] for each in back), "why it is sure no more"

    @pytest.mark.parametrize("form", ["table", "markdown", "html", "json"])
    def test_another_wording_sets_the_exit_status(self, databases: dict[str, Path], form: str) -> None:
        told = run(databases["then"], databases["with other words"], "--format", form)
        assert told.exit_code == 1
        assert told.stderr == ""

    def test_a_table_shows_the_words(self, databases: dict[str, Path]) -> None:
        head, _, title, names, row, words, *_ = run(
            databases["then"], databases["with other words"]).stdout.splitlines()
        assert head.startswith("Sure answers: 1 with another content, 0 lost, 0 gained.")
        assert title == "Sure answers with another content"
        assert names.split() == ["LAW", "TEXT", "PROVISION", "FROM", "BEFORE", "WAS", "IS", "WHY"]
        assert row.split()[:3] == ["A1_", "eng", "art_2"]
        assert words == "  At night chimes shall [-be silent-] {+sleep+}."

    def test_markdown_is_for_a_changelog(self, databases: dict[str, Path]) -> None:
        told = run(databases["then"], databases["with other words"], "--format", "markdown").stdout
        assert "## Sure answers with another content\n\n### № 10-IV, English text\n\n- **Article 2** " in told
        assert "\n  > At night chimes shall \\[-be silent-\\] {+sleep+}." in told

    def test_markdown_names_together_what_fares_the_same(self, databases: dict[str, Path]) -> None:
        told = run(databases["then"], databases["without a day"], "--format", "markdown").stdout
        assert "## Sure no more" in told
        assert "- **Title of the law; Article 2; Heading of Article 2; Article 3; Heading of Article 3** " in told

    def test_a_page_shows_the_words_and_holds_nothing_that_is_not_escaped(self, tmp_path: Path) -> None:
        marked = with_words(CHIMES, "At night", "At <b>night</b>")
        old, new = (built(tmp_path / name, each) for name, each in (
            ("old", marked), ("new", with_words(marked, "be silent", "sleep & dream"))))
        told = run(old, new, "--format", "html").stdout
        assert "<li><b>Article 2</b> from 1 February 2010 to 22 July 2014: was <i>yes attested</i>" in told
        assert "At &lt;b&gt;night&lt;/b&gt; chimes shall <del>be silent</del><ins>sleep &amp; dream</ins>." in told

    def test_the_reasons_of_another_version_need_no_words_in_this_one(
            self, databases: dict[str, Path], tmp_path: Path) -> None:
        path = changed_by_hand(databases["then"], tmp_path, """update reasons_rows set told = '"kind": "whim"'""")
        with closing(connect_older(path)) as old, closing(connect(databases["again"])) as new:
            assert changed_answers(old, new).found == ()

    def test_a_law_that_one_alone_holds_is_named(self, databases: dict[str, Path]) -> None:
        come = run(databases["then"], databases["with another law"])
        assert come.stdout == "No sure answer differs.\n\nTexts newly held\nC1_  eng\n"
        gone = json.loads(run(databases["with another law"], databases["then"], "--format", "json").stdout)
        assert gone["gone"] == [{"law": "C1_", "number": "30-IV", "lang": "eng"}]

    @pytest.mark.parametrize("now", ["again", "with a fact", "with other words", "with another law"])
    def test_the_json_is_as_its_schema_says(self, databases: dict[str, Path], now: str) -> None:
        strict("changed").validate(json.loads(run(databases["then"], databases[now], "--format", "json").stdout))


class TestWrongInput:
    """One line with place, surprise and remedy, exit status 2."""

    def test_a_file_that_is_missing_is_no_database_or_a_folder(
            self, databases: dict[str, Path], tmp_path: Path) -> None:
        notes = tmp_path / "notes.txt"
        notes.write_text("my notes", encoding="utf-8")
        for path, surprise in ((tmp_path / "none.db", "there is no such database"),
                               (notes, "this file is no database"), (tmp_path, "this is a directory")):
            for pair in ((path, databases["then"]), (databases["then"], path)):
                told = run(*pair)
                assert (told.exit_code, told.stdout) == (2, "")
                assert told.stderr == f"lawgraph: {path}: {surprise}; name a database that lawgraph build has made\n"

    def test_the_same_file_twice(self, databases: dict[str, Path], tmp_path: Path) -> None:
        link = tmp_path / "link.db"
        link.symlink_to(databases["then"])
        told = run(databases["then"], link)
        assert (told.exit_code, told.stderr) == (
            2, f"lawgraph: {link}: this is the same file as the first one; name an older database before it\n")

    def test_one_name_alone(self, databases: dict[str, Path]) -> None:
        told = run(databases["then"])
        assert (told.exit_code, told.stderr) == (2, "lawgraph: changed: Missing argument 'NEW.db'; see lawgraph changed --help\n")

    def test_rows_that_somebody_changed(self, databases: dict[str, Path], tmp_path: Path) -> None:
        path = changed_by_hand(databases["then"], tmp_path, "update versions_rows set in_operation = 'no'")
        told = run(path, databases["again"])
        assert (told.exit_code, told.stderr) == (
            2, f"lawgraph: {path}: not as built: the rows of A1_; name a database that lawgraph build has made\n")

    def test_tables_of_another_version(self, databases: dict[str, Path], tmp_path: Path) -> None:
        path = changed_by_hand(databases["then"], tmp_path, "update build set value = '0' where part = 'schema'")
        told = run(path, databases["again"])
        line = (f"lawgraph: {path}: it was made by a lawgraph with other tables, and its answers cannot be compared; build "
                "its sources with this program into a file of its own, and name that one\n")
        assert (told.exit_code, told.stderr) == (2, line)
        with pytest.raises(DatabaseError):
            connect_older(path)

    def test_another_version_with_the_same_tables_is_read(self, databases: dict[str, Path], tmp_path: Path) -> None:
        """That is what the command is for: the release of last year beside this one."""
        path = changed_by_hand(databases["then"], tmp_path, "update build set value = '0.0.1' where part = 'program'")
        with closing(connect_older(path)) as conn:
            assert conn.execute("select count(*) from versions").fetchone()[0]


def changed_by_hand(database: Path, at: Path, sql: str) -> Path:
    path = at / "changed.db"
    shutil.copy(database, path)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(sql)
    return path
