"""The command line: its answers, and one line for each input that cannot be used."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import FOLDERS, ROOT
from lawgraph.commands import options
from lawgraph.commands.cli import COMMANDS, main, stop
from lawgraph.printout.tables import columns

LAW = "Z100000271_"


@pytest.fixture
def run(database: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    """Run a command on the built database."""
    monkeypatch.chdir(ROOT)
    return Run(database)


class Run:
    """Run commands that read, on one database."""

    def __init__(self, database: Path) -> None:
        self.database = database

    def __call__(self, *command: str) -> Result:
        return CliRunner().invoke(main, [*command, "--db", str(self.database)], catch_exceptions=False)

    def json(self, *command: str) -> object:
        """Return the JSON of a command that succeeds."""
        result = self(*command, "--format", "json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)


def answer(run: Run, day: str, *provision: str) -> dict[str, object]:
    """Return the answer for the provision asked for, alone."""
    told = run.json("text", "271-IV", *provision, "--on", day)
    assert isinstance(told, dict)
    found = told["provisions"][0]
    assert isinstance(found, dict)
    return found


class TestText:
    def test_the_example_of_the_contract(self, run: Run) -> None:
        told = run.json("text", LAW, "art_5__point_2", "--on", "2013-06-01")
        assert isinstance(told, dict)
        assert re.fullmatch("[0-9a-f]{64}", told.pop("build"))
        assert told == {
            "law": LAW, "on": "2013-06-01", "known_on": None, "lang": "eng", "in_operation": "yes",
            "acts_known": "complete until 2026-03-02", "because": [],
            "provisions": [{
                "eid": "art_5__point_2", "kind": "point", "number": "2", "heading": None, "in_operation": "yes",
                "wording": "unknown", "text": None, "nearest": [],
                "because": [{
                    "kind": "excluded", "text": "excluded by № 124-V, operative from 2013-07-14 at the earliest",
                    "act": "124-V", "target": "art_5__point_2", "source": None, "quote": None}],
                "look_up": {
                    "brought_by": None, "inserted": False, "original": True, "changed_by": [], "perhaps_by": [],
                    "following": "124-V", "dated_from": None, "dated_before": "2013-07-03"},
                "from": {"earliest": "2010-05-10", "latest": "2010-06-09", "basis": (
                    "10 calendar days after first official publication, on or after the adoption on 2010-04-29 and by "
                    "2010-05-29 (statutory term, presumed by analogy before 2016)")},
                "before": {"earliest": "2013-07-14", "latest": "2013-08-13", "basis": (
                    "10 calendar days after first official publication, on or after the adoption on 2013-07-03 and by "
                    "2013-08-02 (statutory term, presumed by analogy before 2016)")}}],
            "references": [
                {"act": None, "kind": "editions", "lang": "rus", "guessed": False,
                 "at": f"https://adilet.zan.kz/rus/docs/{LAW}/history"},
                {"act": None, "kind": "editions", "lang": "kaz", "guessed": False,
                 "at": f"https://adilet.zan.kz/kaz/docs/{LAW}/history"},
                {"act": None, "kind": "gazette", "lang": None, "guessed": False, "at": "2010 № 8 ст. 40"}]}

    def test_the_whole_law_is_flat_and_in_document_order(self, run: Run) -> None:
        told = run.json("text", LAW, "--on", "2013-06-01")
        assert isinstance(told, dict)
        eids = [each["eid"] for each in told["provisions"]]
        assert eids.index("art_9") < eids.index("art_9-1") < eids.index("art_10")
        assert "art_28__para_1__point_8" in eids, "known at any time, so listed on every day"
        heading = next(each for each in told["provisions"] if each["eid"] == "art_7__heading")
        article = next(each for each in told["provisions"] if each["eid"] == "art_7")
        assert article["heading"] == heading["text"] == "Competence of the bodies of internal affairs"

    @pytest.mark.parametrize(("day", "in_operation", "wording", "because"), [
        ("2009-01-01", "no", None, "the law began to operate between"),
        ("2012-01-01", "yes", "unknown", "excluded by № 124-V"),
        ("2013-07-20", "possible", "unknown", "excluded by № 124-V"),
        ("2014-01-01", "no", None, "excluded by № 124-V"),
    ])
    def test_existed_and_not_held_is_not_the_same_as_not_in_operation(
            self, run: Run, day: str, in_operation: str, wording: str | None, because: str) -> None:
        found = answer(run, day, "art_5__point_2")
        assert (found["in_operation"], found["wording"]) == (in_operation, wording)
        assert because in str(found["because"])

    @pytest.mark.parametrize("typed", [
        ("art_6__para_2__point_4-1",), ("art. 6 para 2 point 4-1",), ("6(2)(4-1)",), ("ст. 6 п. 2 пп. 4-1)",),
        ("подпункт 4-1) пункта 2 статьи 6",), ("art.", "6", "para", "2", "point", "4-1")])
    def test_a_provision_may_be_typed_as_people_write_it(self, run: Run, typed: tuple[str, ...]) -> None:
        assert answer(run, "2019-01-01", *typed)["eid"] == "art_6__para_2__point_4-1"

    @pytest.mark.parametrize(("typed", "place", "offered"), [
        ("lawgraph hi", 1, "history"), ("lawgraph text 271-IV --format ", 4, "markdown"),
        ("lawgraph text 271-IV --lang ", 4, "kaz"), ("lawgraph text 271-IV --kn", 3, "--known-on")])
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_shells_complete_commands_options_and_their_values(
            self, monkeypatch: pytest.MonkeyPatch, shell: str, typed: str, place: int, offered: str) -> None:
        words = typed if shell != "fish" else typed.rpartition(" ")[0]
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(place) if shell != "fish" else typed.rpartition(" ")[2])
        told = CliRunner().invoke(main, env={"_LAWGRAPH_COMPLETE": f"{shell}_complete"}, prog_name="lawgraph")
        assert offered in re.split(r"[\s,]+", told.stdout)

    @pytest.mark.parametrize(("environment", "answer", "table"), [
        ({"LC_ALL": "C"}, "20 July 2013. The law was in operation.", "PUBLISHED"),
        ({"LC_ALL": "", "LANG": "ru_RU.UTF-8"}, "20 июля 2013 года. Закон действовал.", "ОПУБЛИКОВАН"),
        ({"LC_ALL": "", "LC_MESSAGES": "kk_KZ", "LANG": "ru_RU"}, "2013 жылғы 20 шілде. Заң қолданыста болған.", "ЖАРИЯЛАНҒАН"),
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "ru_RU"}, "20 July 2013. The law was in operation.", "PUBLISHED")])
    def test_messages_and_tables_are_in_the_language_of_the_environment(
            self, run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], answer: str, table: str) -> None:
        plain = [run("text", LAW, "art_7", "--on", "2013-07-20", "--format", form).stdout for form in ("json", "markdown", "html")]
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert run("text", LAW, "art_7", "--on", "2013-07-20").stdout.splitlines()[1] == answer
        assert table in run("acts").stdout
        assert "● Held" in run("history", LAW, "art_7__point_9").stdout.replace("  ", " ") or not answer.startswith("20 July")
        assert plain == [run("text", LAW, "art_7", "--on", "2013-07-20", "--format", form).stdout
                         for form in ("json", "markdown", "html")], "data and exports are the same everywhere"

    @pytest.mark.parametrize(("asked", "russian", "kazakh"), [
        (("diff", LAW, "2013-06-01", "2013-08-20", "art_7"), "Отличаются 2 положения.", "2 ереже өзгеше."),
        (("cite", LAW, "art_7__point_9", "--on", "2013-07-20"), "МОЖНО ЛИ ССЫЛАТЬСЯ?", "СІЛТЕМЕ ЖАСАУҒА БОЛА МА?"),
        (("find", "probation", LAW), "Они исчезли 2 марта 2026 года (№ 245-VIII).", "● Расталған"),
        (("search", "xyzzy"), "Ничего не найдено.", "Ештеңе табылмады."),
        (("coverage", LAW), "всего", "барлығы")])
    def test_every_answer_for_people_is_in_that_language_and_no_data_is(
            self, run: Run, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], russian: str, kazakh: str) -> None:
        data = run(*asked, "--format", "json").stdout
        for language, told in (("ru_RU.UTF-8", russian), ("kk_KZ.UTF-8", kazakh)):
            monkeypatch.setenv("LC_ALL", language)
            assert told in run(*asked).stdout
            assert run(*asked, "--format", "json").stdout == data

    def test_a_table_is_as_wide_as_the_terminal(self) -> None:
        rows = [("FROM", "WHY"), ("2013-07-20", "the law was repealed by an act of Parliament")]
        assert columns(rows, 40) == ("FROM        WHY\n2013-07-20  the law was repealed by an\n"
                                     "            act of Parliament")
        assert columns(rows) == "FROM        WHY\n2013-07-20  the law was repealed by an act of Parliament"
        assert columns(rows, 30).splitlines()[1:] == ["2013-07-20", "    the law was repealed by an", "    act of Parliament"]

    def test_how_an_incomplete_address_was_read_is_said(self, run: Run) -> None:
        told = run("text", LAW, "18(3)(1)", "--on", "2019-01-01")
        assert told.stderr == "lawgraph: '18(3)(1)' read as art_18__para_3__al_2__point_1\n"

    def test_plain_text_says_of_each_provision_how_sure_it_is(self, run: Run) -> None:
        lines = run("text", LAW, "art_7", "--on", "2013-07-20").stdout.splitlines()
        assert lines[:7] == [
            "Law № 271-IV of 29 April 2010, On prevention of infractions",
            "20 July 2013. The law was in operation.",
            "English text: unofficial translation; only the Kazakh and Russian texts have legal force.",
            "Every act that amended it up to 2 March 2026 is known. The day on which the text was retrieved is",
            "not recorded.",
            "",
            "● Article 7. Competence of the bodies of internal affairs",
        ]
        assert "●   4) carry out measures on the prevention of infractions;" in lines
        assert any(line.startswith("◔   1) [Whether this point was in operation on 20 July 2013") for line in lines)
        end = lines.index("Where to look it up") - 1
        assert lines[end - 2:end] == ["◔ not certain to have been in operation", "– not in operation"]
        assert all(len(line) <= 100 for line in lines)

    def test_a_wording_of_other_days_never_stands_as_that_of_the_day(self, run: Run) -> None:
        for form in ("text", "markdown", "html"):
            printed = run("text", LAW, "7(9)", "--on", "2013-07-20", "--format", form).stdout
            before, introduced, after = printed.partition("Wording from 1 May 2017 to 1 March 2026:")
            assert introduced
            assert "criminal prosecution" in after
            assert "criminal prosecution" not in before

    def test_before_its_adoption_the_law_did_not_exist(self, run: Run) -> None:
        printed = run("text", LAW, "--on", "2009-01-01").stdout
        assert "1 January 2009. The law did not exist on that day: it was adopted on 29 April 2010." in printed

    def test_after_its_repeal_the_repealing_act_is_named(self, run: Run) -> None:
        printed = run("text", LAW, "art_7", "--on", "2026-03-02").stdout
        assert "The law was not in operation: the law was repealed by № 245-VIII" in printed
        assert "Competence" not in printed

    def test_markdown_keeps_numbers_and_signs_as_they_are(self, run: Run) -> None:
        printed = run("text", LAW, "art_7", "--on", "2013-07-20", "--format", "markdown").stdout
        assert printed.startswith("# Law № 271-IV of 29 April 2010, On prevention of infractions\n")
        assert "\n### Article 7. Competence of the bodies of internal affairs\n" in printed
        assert "\n● 4) carry out measures on the prevention of infractions;\n" in printed

    def test_html_is_a_whole_document_with_an_address_for_each_provision(self, run: Run) -> None:
        import html5lib  # noqa: PLC0415  (for this test alone)

        printed = run("text", LAW, "--on", "2013-07-20", "--format", "html").stdout
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        document = parser.parse(printed)
        assert parser.errors == []
        assert document.find("body").get("id") is None
        ids = [each.get("id") for each in document.iter() if each.get("id")]
        assert "art_7__point_4" in ids
        assert len(ids) == len(set(ids))


class TestHistory:
    def test_a_provision_tells_its_versions_and_its_acts(self, run: Run) -> None:
        told = run.json("history", LAW, "art_5__point_2")
        assert isinstance(told, dict)
        assert (told["law"], told["eid"]) == (LAW, "art_5__point_2")
        assert [each["in_operation"] for each in told["versions"]] == ["possible", "yes", "possible", "no"]
        assert [(each["act"], each["action"]) for each in told["amendments"]] == [
            ("124-V", "exclusion"), ("245-VIII", "repeal")]
        assert told["amendments"][0]["source"]["file"] == "amendments/124-V.toml"

    def test_a_law_as_a_whole_has_a_life_too(self, run: Run) -> None:
        told = run.json("history", LAW)
        assert isinstance(told, dict)
        lived = [(each["from"]["latest"], each["before"]["earliest"], each["in_operation"])
                 for each in told["versions"]]
        assert lived == [("2010-05-10", "2010-06-09", "possible"), ("2010-06-09", "2026-03-02", "yes"),
                         ("2026-03-02", None, "no")]

    def test_the_table_has_the_newest_version_first(self, run: Run) -> None:
        lines = run("history", LAW, "art_5__point_2").stdout.splitlines()
        assert lines[2].startswith("FROM        LAST DAY")
        assert lines[4].startswith("2013-07-14  2013-08-12  ◔")
        assert lines[3].startswith("2013-08-13  …           –  Not in operation  excluded by № 124-V")
        assert ("№ 124-V     exclusion  art_5__point_2  between 14 July and 13 August 2013  amendments/124-V.toml:22"
                in lines)


class TestDiff:
    def test_a_difference_names_change_wordings_and_acts(self, run: Run) -> None:
        assert run.json("diff", LAW, "2013-07-01", "2013-08-20", "5(2)") == [{
            "eid": "art_5__point_2", "change": "excluded", "before": None, "after": None, "acts": ["124-V"],
            "in_operation": {"before": "yes", "after": "no"}, "wording": {"before": "unknown", "after": None}}]

    def test_plain_text_tells_what_came_what_went_and_what_is_not_held(self, run: Run) -> None:
        printed = run("diff", LAW, "2016-12-01", "2017-06-01").stdout
        assert printed.startswith("Law № 271-IV of 29 April 2010, On prevention of infractions\n"
                                  "1 December 2016 compared with 1 June 2017. ")
        assert "art_6__para_2__point_4-1: inserted by № 58-VI\n  {+promote the employment of prisoners" in printed
        assert "art_7__point_9: changed by № 58-VI; not all of its wording is held\n" in printed
        assert "  The wording of 1 December 2016 is not held.\n  The wording of 1 June 2017: carry out crimin" in printed

    def test_html_marks_what_came(self, run: Run) -> None:
        printed = run("diff", LAW, "2016-12-01", "2017-06-01", "--format", "html").stdout
        assert "<ins>promote the employment of prisoners" in printed

    def test_days_in_the_wrong_order_are_the_same_question(self, run: Run) -> None:
        """Backwards, an exclusion would read as an insertion."""
        assert run("diff", "271-IV", "2014-01-01", "2013-01-01").stdout == run(
            "diff", "271-IV", "2013-01-01", "2014-01-01").stdout

    def test_equal_days_do_not_differ(self, run: Run) -> None:
        assert "Nothing differs." in run("diff", LAW, "2013-07-20", "2013-07-20").stdout


class TestActsAndFindings:
    def test_acts_tell_their_days_and_targets(self, run: Run) -> None:
        told = run.json("acts", LAW)
        assert isinstance(told, list)
        act = next(each for each in told if each["number"] == "58-VI")
        days = act["adopted"], act["published"], act["operative"]["earliest"]
        assert days == ("2017-04-18", "2017-04-20", "2017-05-01")
        assert {"law": LAW, "eid": "art_7__point_9", "action": "substitution"} in act["amends"]
        assert told == run.json("acts")

    def test_the_table_has_a_line_for_each_act(self, run: Run) -> None:
        lines = run("acts").stdout.splitlines()
        assert len(lines) == 24
        assert lines[5].startswith("124-V     2013-07-03              between 14 July and 13 August 2013")

    def test_findings_tell_their_place(self, run: Run) -> None:
        told = run.json("check")
        assert isinstance(told, list)
        assert all(set(each) == {"kind", "severity", "law", "eid", "act", "message", "source"} for each in told)
        assert {"file": "corpus/Z100000271_/eng.txt", "line": 334} in [each["source"] for each in told]

    def test_an_error_among_the_findings_gives_exit_status_1(self, tmp_path: Path) -> None:
        amendments = tmp_path / "amendments"
        shutil.copytree(FOLDERS.amendments, amendments)
        act = amendments / "124-V.toml"
        act.write_text(act.read_text(encoding="utf-8").replace("art_5__point_2", "art_5__point_77"), encoding="utf-8")
        told = CliRunner().invoke(main, ["check", *_at(amendments, tmp_path)])
        assert told.exit_code == 1
        assert "error: " in told.stdout


class TestReliance:
    """Whether a wording may be relied on, in a sheet and in shares."""

    def test_a_citation_sheet_names_wording_reliance_derivation_and_sources(self, run: Run) -> None:
        printed = run("cite", LAW, "art_7__point_4", "--on", "2013-07-20").stdout
        heads = ["WORDING", "MAY I RELY ON IT?", "HOW THIS FOLLOWS", "SOURCES"]
        assert "of that day, without legal force; for a court use the Russian or Kazakh text" in " ".join(printed.split())
        assert [line for line in printed.splitlines() if line.isupper()] == heads
        assert "4) carry out measures on the prevention of infractions;" in printed

    @pytest.mark.parametrize(("typed", "verdict", "place"), [
        ("art_7", "partly held", "art_7/on/2013-07-14?asked=2013-07-20"),
        ("art_7__point_4", "wording held", "art_7/on/2013-07-14?asked=2013-07-20#art_7__point_4"),
        ("art_7__point_9", "wording not held", "art_7/on/2013-07-14?asked=2013-07-20#art_7__point_9"),
        ("art_7__point_1", "uncertain whether in operation", "art_7/on/2013-07-14?asked=2013-07-20#art_7__point_1"),
        ("art_9-2", "not in operation", "art_9-2/on/2010-05-10?asked=2013-07-20"),
    ])
    def test_a_citation_carries_how_sure_the_wording_is_and_an_address_that_every_site_has(
            self, run: Run, typed: str, verdict: str, place: str) -> None:
        for form in ("text", "markdown", "bibtex", "csl"):
            printed = run("cite", LAW, typed, "--on", "2013-07-20", "--format", form).stdout
            assert f"[{verdict}]" in " ".join(printed.replace("\\", "").split()), form
        told = run.json("cite", LAW, typed, "--on", "2013-07-20", "--address", "https://laws.example")
        assert isinstance(told, dict)
        assert f"[{verdict}]. https://laws.example/law/{LAW}/eng/{place}" in told["citation"]["en"]
        assert "Закон Республики Казахстан от 29 апреля 2010 года № 271-IV" in told["citation"]["ru"]
        assert "«О" in told["citation"]["ru"], "the title in the language of the citation"
        sheet = run("cite", LAW, typed, "--on", "2013-07-20", "--address", "https://laws.example").stdout
        assert f"https://laws.example/law/{LAW}/eng/{place}" in sheet, "an address is copied whole"

    def test_what_was_not_in_operation_says_so_in_place_of_the_wording(self, run: Run) -> None:
        assert "[not in operation]" in run("cite", LAW, "art_9-2", "--on", "2013-07-20").stdout.split("MAY I RELY")[0]

    def test_a_known_fault_of_the_translation_stands_in_the_sheet(self, run: Run) -> None:
        assert "Known fault of the translation" in run("cite", LAW, "art_18", "--on", "2020-01-01").stdout

    @pytest.mark.parametrize("typed", ["rus", "ru", "RU"])
    def test_a_language_goes_by_its_letters_or_its_tag(self, run: Run, typed: str) -> None:
        assert "no text in this language is held" in run("text", LAW, "--on", "2013-07-20", "--lang", typed).stderr

    def test_search_leads_straight_to_place_and_day(self, run: Run) -> None:
        assert run("search", "статья 7 пункт 9 на 20 июня 2013").stdout == (
            "No law was named: № 271-IV is the only one held.\n\n"
            f"Article 7, point 9 on 20 June 2013 – Law 271-IV  /law/{LAW}/eng/art_7__point_9/on/2013-06-20\n")
        assert "Article 1, point 1" in run("search", "social", "adaptation").stdout
        assert run("search", "пробация").stdout.startswith(
            "These words are in the letters of a language in which no text is held here; the texts are in: English.\n"
            "Nothing was found. Perhaps:\n")
        assert "Article 31 – Law 271-IV" in run("search", "Article 77").stdout

    def test_a_citation_needs_a_provision(self, run: Run) -> None:
        told = run("cite", LAW, "--on", "2013-07-20")
        assert told.exit_code == 2
        assert told.stderr == (
            "lawgraph: cite: name the provision to cite, for example art_7__point_9; see lawgraph cite --help\n")

    def test_coverage_adds_up(self, run: Run) -> None:
        told = run.json("coverage", LAW)
        assert isinstance(told, list)
        *articles, total = told
        for name in set(total) - {"eid"}:
            assert total[name] == sum(each[name] for each in articles)
        assert run("coverage", LAW).stdout.splitlines()[-1].startswith("total")


class TestGraph:
    @pytest.mark.parametrize(("form", "opening"), [("graphml", "<graphml"), ("json", "{"), ("svg", "<svg")])
    def test_a_graph_is_written_in_each_format(self, run: Run, form: str, opening: str) -> None:
        told = run("graph", "271-IV", "--format", form)
        assert told.exit_code == 0
        assert told.stdout.startswith(opening)
        assert told.stdout == run("graph", "--format", form).stdout


@pytest.mark.parametrize("terminal", [True, False])
def test_what_a_terminal_obeys_is_shown_there_and_goes_on_to_a_file_as_it_is(
        terminal: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    options.say("On \x1b]0;clocks\x07\u202e\n\tin towers")
    signs = ("\ufffd",) * 3 if terminal else ("\x1b", "\x07", "\u202e")
    assert capsys.readouterr().out == "On {}]0;clocks{}{}\n\tin towers\n".format(*signs)


def test_what_stands_here_and_is_no_folder_is_not_passed_over_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is not mounted leaves a link to nowhere: the facts of somebody else would pass for the user's own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "amendments").symlink_to("nowhere")
    told = CliRunner().invoke(main, ["build"])
    assert told.exit_code == 2
    assert "amendments: there is no such folder; name the folder that holds one TOML file per act" in told.stderr


def test_of_mistakes_without_end_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "amendments", tmp_path / "amendments")
    with (tmp_path / "amendments" / "124-V.toml").open("a", encoding="utf-8") as file:
        file.writelines(f"\n[unknown_{each}]\n" for each in range(1_500))
    told = CliRunner().invoke(main, ["build", "--db", str(tmp_path / "law.db"), "--corpus", str(ROOT / "corpus"),
                                     "--amendments", str(tmp_path / "amendments")])
    assert told.exit_code == 2
    lines = told.stderr.splitlines()
    assert (len(lines), lines[-1]) == (201, "lawgraph: and 1,300 more")


@pytest.mark.parametrize("command", [["acts", "--db", ""], ["doctor", ""], ["import", ""], ["site", "--out", ""]])
def test_no_name_is_not_the_folder_that_one_is_in(command: list[str]) -> None:
    told = CliRunner().invoke(main, command)
    assert told.exit_code == 2
    assert "it is the name of a file or a folder; see lawgraph" in told.stderr


class TestWrongInput:
    """One line with place, surprise and remedy, exit status 2."""

    @pytest.mark.parametrize(("command", "line"), [
        ("text 271-IV --on 2013-02-30", "'2013-02-30': this day does not exist; did you mean 2013-02-28?"),
        ("text 271-IV --on tomorrow", "'tomorrow': this is not a day; write it as YYYY-MM-DD, for example 2013-07-20"),
        ("text 1-I --on 2013-07-20", "'1-I': this law is not held; held: Z100000271_ (271-IV)"),
        ("text 271-IV art_99 --on 2013-07-20", "'art_99': the law has no such provision; the nearest is art_31"),
        ("text 271-IV 6(4) --on 2013-07-20",
         "'6(4)': this can mean art_6__para_1__point_4, art_6__para_2__point_4; name one of them"),
        ("text 271-IV --on 2013-07-20 --lang kaz", "Z100000271_ in 'kaz': no text in this language is held; held: eng"),
        ("text 271-IV", "text: Missing option '--on'; see lawgraph text --help"),
        ("history 1-I", "'1-I': this law is not held; held: Z100000271_ (271-IV)"),
        ("diff 271-IV 2013-07-20 2013-13-01",
         "'2013-13-01': no calendar has this month; did you mean 2013-12-01?"),
        ("acts 1-I", "'1-I': this law is not held; held: Z100000271_ (271-IV)"),
        ("acts \udcff", "'\\udcff': this law is not held; held: Z100000271_ (271-IV)"),
        (f"search {'1 ' * 150}", "search: this has 299 characters; a line of at most 200 is understood; see lawgraph search --help"),
    ])
    def test_one_line(self, run: Run, command: str, line: str) -> None:
        told = run(*command.split())
        assert (told.exit_code, told.stdout) == (2, "")
        assert told.stderr == f"lawgraph: {line}\n"

    @pytest.mark.parametrize(("command", "russian", "kazakh"), [
        ("text 271-IV --on 2013-02-30", "'2013-02-30': такого дня нет; возможно, имелось в виду: 2013-02-28?",
         "'2013-02-30': мұндай күн жоқ; мүмкін, мына күн шығар: 2013-02-28?"),
        ("text 271-IV --on 31.06.2013", "'31.06.2013': это не дата; возможно, имелось в виду: 2013-06-30?",
         "'31.06.2013': бұл күн емес; мүмкін, мына күн шығар: 2013-06-30?"),
        ("text 271-IV --on 20130720", "'20130720': это не дата; возможно, имелось в виду: 2013-07-20?",
         "'20130720': бұл күн емес; мүмкін, мына күн шығар: 2013-07-20?"),
        ("diff 271-IV 2013 2014", "'2013': это не дата; возможно, имелось в виду: 2013-01-01?", "'2013': бұл күн емес; мүмкін, мына күн шығар: 2013-01-01?"),
        ("text 1-I --on 2013-07-20 --db DB", "'1-I': этого закона здесь нет; есть: Z100000271_ (271-IV)", "'1-I': бұл заң мұнда жоқ; бары: Z100000271_ (271-IV)"),
        ("text 271-IV art_99 --on 2013-07-20 --db DB", "'art_99': в законе нет такого положения; ближайшее: art_31",
         "'art_99': заңда мұндай ереже жоқ; ең жақыны: art_31"),
        ("parse none.txt", "none.txt: такого файла нет; проверьте путь", "none.txt: мұндай файл жоқ; жолын тексеріңіз"),
        ("instructions none.txt", "none.txt: такого файла нет; проверьте путь", "none.txt: мұндай файл жоқ; жолын тексеріңіз"),
        ("changed none.db other.db", "none.db: такой базы данных нет; укажите базу данных, которую создала команда lawgraph build",
         "none.db: мұндай дерекқор жоқ; lawgraph build командасы жасаған дерекқорды көрсетіңіз"),
        ("verify none.db", "none.db: такой базы данных нет; выполните: lawgraph build --db none.db",
         "none.db: мұндай дерекқор жоқ; мынаны орындаңыз: lawgraph build --db none.db"),
        ("text 271-IV", "text: не указан параметр '--on'; смотрите: lawgraph text --help",
         "text: '--on' параметрі көрсетілмеген; қараңыз: lawgraph text --help"),
        ("text --oon today", "text: параметра '--oon' нет. Возможно, имелось в виду: '--on'?; смотрите: lawgraph text --help",
         "text: '--oon' параметрі жоқ. Мүмкін, мынау шығар: '--on'?; қараңыз: lawgraph text --help"),
        ("text 271-IV --on today --format pdf", ("text: неверное значение для '--format': допустимо: text, markdown, html, json; смотрите: "
         "lawgraph text --help"), ("text: қате мән ('--format'): мыналардың бірі болуы керек: text, markdown, html, json; қараңыз: lawgraph text "
         "--help")),
        ("serve --port 0", "serve: неверное значение для '--port': нужно число от 1 до 65535; смотрите: lawgraph serve --help",
         "serve: қате мән ('--port'): 1 және 65535 аралығындағы сан керек; қараңыз: lawgraph serve --help"),
        ("text --on", "параметру '--on' нужно значение, или он его не принимает; смотрите: lawgraph --help",
         "'--on' параметріне мән керек немесе ол мән қабылдамайды; қараңыз: lawgraph --help"),
        ("verify a b", "verify: введено больше, чем принимает команда; смотрите: lawgraph verify --help",
         "verify: команда қабылдайтыннан артық енгізілген; қараңыз: lawgraph verify --help"),
        ("cite 271-IV --on today --db DB", ("cite: укажите положение, на которое нужно сослаться, например art_7__point_9; смотрите: lawgraph "
         "cite --help"), "cite: сілтеме жасалатын ережені көрсетіңіз, мысалы art_7__point_9; қараңыз: lawgraph cite --help"),
        ("txet", "команды 'txet' нет; смотрите: lawgraph --help",
         "'txet' командасы жоқ; қараңыз: lawgraph --help"),
    ])
    def test_the_line_is_in_the_language_of_the_environment(
            self, monkeypatch: pytest.MonkeyPatch, database: Path, command: str, russian: str, kazakh: str) -> None:
        for language, line in (("ru_RU.UTF-8", russian), ("kk_KZ.UTF-8", kazakh)):
            monkeypatch.setenv("LC_ALL", language)
            told = CliRunner().invoke(main, command.replace("DB", str(database)).split())
            assert told.stderr == f"lawgraph: {line}\n"

    @pytest.mark.parametrize(("raw", "russian", "kazakh"), [
        (b"", "файл пуст; сохраните страницу закона еще раз", "файл бос; заң бетін қайта сақтаңыз"),
        (b"\xd1\xf2", "байт 0xD1 – не UTF-8; преобразуйте файл, например: iconv -f windows-1251 -t utf-8",
         "0xD1 байты UTF-8 емес; файлды түрлендіріңіз, мысалы: iconv -f windows-1251 -t utf-8"),
        (b"<html><title>x</title><input type=password></html>",
         "это страница входа ('x'), а не текст закона; откройте закон в браузере и сохраните страницу еще раз",
         "бұл – кіру беті ('x'), заң мәтіні емес; заңды браузерде ашып, бетті қайта сақтаңыз"),
    ])
    def test_what_is_wrong_with_a_source_is_told_in_the_language_of_the_environment(
            self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raw: bytes, russian: str, kazakh: str) -> None:
        (tmp_path / "rus.html").write_bytes(raw)
        for language, line in (("ru_RU.UTF-8", russian), ("kk_KZ.UTF-8", kazakh)):
            monkeypatch.setenv("LC_ALL", language)
            assert CliRunner().invoke(main, ["parse", str(tmp_path / "rus.html")]).stderr.endswith(f"{line}\n")

    def test_what_was_typed_without_end_is_not_repeated_without_end(self, run: Run) -> None:
        told = run("acts", "1" * 100_000).stderr
        assert told.startswith(f"lawgraph: '{'1' * 199} … 1")
        assert told.endswith("': this law is not held; held: Z100000271_ (271-IV)\n")
        assert len(told) < 2_000

    def test_no_message_holds_what_a_terminal_obeys(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            stop("a\x00b\x1b[2J\x07\x9bc\nd")
        assert capsys.readouterr().err == "lawgraph: a\ufffdb\ufffd[2J\ufffd\ufffdc d\n"

    def test_an_unknown_command(self) -> None:
        told = CliRunner().invoke(main, ["txt"])
        assert (told.exit_code, told.stderr) == (2, "lawgraph: No such command 'txt'; see lawgraph --help\n")

    def test_a_database_that_is_none(self, tmp_path: Path) -> None:
        path = tmp_path / "notes.txt"
        path.write_text("my notes", encoding="utf-8")
        for command in (["acts"], ["build"]):
            told = CliRunner().invoke(main, [*command, "--db", str(path)])
            assert (told.exit_code, told.stdout) == (2, "")
            assert told.stderr == f"lawgraph: {path}: this file is no database; name another file with --db\n"
        assert path.read_text(encoding="utf-8") == "my notes"

    def test_every_mistake_in_the_facts_has_a_line(self, tmp_path: Path) -> None:
        amendments = tmp_path / "amendments"
        shutil.copytree(FOLDERS.amendments, amendments)
        for name in ("124-V", "58-VI"):
            (amendments / f"{name}.toml").write_text("number = 1\n", encoding="utf-8")
        told = CliRunner().invoke(main, ["build", *_at(amendments, tmp_path)])
        assert told.exit_code == 2
        assert len(told.stderr.splitlines()) > 1
        assert all(line.startswith("lawgraph: amendments/") for line in told.stderr.splitlines())
        assert not (tmp_path / "law.db").exists()

    def test_an_output_that_cannot_be_written(self, run: Run) -> None:
        command = [sys.executable, "-m", "lawgraph", "acts", "--db", str(run.database)]
        with Path("/dev/full").open("wb") as full:
            told = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert told.returncode == 2
        assert told.stderr == "lawgraph: output: it cannot be written (No space left on device); send it elsewhere\n"

    def test_no_build_refuses_a_missing_database(self, tmp_path: Path) -> None:
        path = tmp_path / "law.db"
        told = CliRunner().invoke(main, ["acts", "--no-build", "--db", str(path)])
        assert told.exit_code == 2
        assert told.stderr == f"lawgraph: {path}: there is no such database; run: lawgraph build --db {path}\n"


class TestProgram:
    """The program as a process of its own."""

    def test_a_missing_database_is_built_where_a_command_reads(self, tmp_path: Path) -> None:
        told = _program(tmp_path, "text", "271-IV", "art_1", "--on", "2013-07-20")
        assert told.returncode == 0, told.stderr
        assert "Article 1." in told.stdout
        assert (tmp_path / "build" / "lawgraph.db").is_file()
        assert told.stderr == ""

    def test_help_is_quick_to_load_and_names_every_command(self, tmp_path: Path) -> None:
        told = _program(tmp_path, "--help")
        assert all(f"  {name} " in told.stdout for name in COMMANDS)
        loaded = subprocess.run([sys.executable, "-c", "import sys, lawgraph.commands.cli; print(*sys.modules)"], check=True,
                                capture_output=True, text=True).stdout.split()
        assert not {"sqlite_utils", "networkx", "datasette", "jinja2", "lawgraph.parsing.document"} & set(loaded)

    def test_pages_load_no_reader_of_sources(self) -> None:
        asked = "import sys, lawgraph.site.building; print(*sys.modules)"
        told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
        loaded = set(told.stdout.split())
        assert not {"lawgraph.reading.opening", "lawgraph.reading.akoma", "yaml", "networkx"} & loaded

    def test_a_command_ends_without_looking_among_all_that_it_holds(self) -> None:
        asked = ("import atexit, gc, sys; from lawgraph.__main__ import run; sys.argv[1:] = ['--help'];"
                 "atexit.register(lambda: print(gc.get_freeze_count())); run()")
        told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
        assert int(told.stdout.splitlines()[-1]) > 1_000

    def test_reading_loads_no_more_than_it_needs(self) -> None:
        asked = "import sys, lawgraph.commands.answers; print(*sys.modules)"
        told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)

        loaded = set(told.stdout.split())
        assert not {"sqlite_utils", "networkx", "datasette", "lawgraph.parsing.document", "lawgraph.database.build"} & loaded
        assert not {name for name in loaded if name.startswith(("lawgraph.evidence", "lawgraph.site", "lawgraph.languages.tables"))}

    def test_the_version_is_told(self, tmp_path: Path) -> None:
        from lawgraph import __version__  # noqa: PLC0415  (for this test alone)

        assert _program(tmp_path, "--version").stdout == f"lawgraph {__version__}\n"


def _at(amendments: Path, folder: Path) -> list[str]:
    return ["--corpus", str(FOLDERS.corpus), "--amendments", str(amendments), "--db", str(folder / "law.db")]


def _program(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "lawgraph", *command], cwd=folder, capture_output=True, text=True,
                          encoding="utf-8", check=False)
