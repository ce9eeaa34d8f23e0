"""`lawgraph import` of a git repository: every edition of every act with its day, taken from the history alone."""

import json
import shutil
import signal
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from git_acts import AMENDED, BELLS, CLOCKS, FIRST, SECOND, THIRD, Repository, meta, with_three_editions
from lawgraph.commands.cli import main
from lawgraph.intake.corpus import Manifestation, read_corpus, read_manifest, read_source
from lawgraph.law.amendments import Dating

LAW = "Z1200000007"
OPERATION, ADOPTION = Dating.OPERATION, Dating.ADOPTION


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def take(source: Path, corpus: Path, *options: str) -> str:
    """Import a source that can be imported; return what is told."""
    answer = CliRunner().invoke(main, ["import", str(source), "--corpus", str(corpus), *options], catch_exceptions=False)
    assert (answer.exit_code, answer.stdout) == (0, ""), answer.stderr
    return answer.stderr


def refusal(source: Path, corpus: Path, *options: str) -> str:
    """Import a source that cannot be imported; return the one line."""
    answer = CliRunner().invoke(main, ["import", str(source), "--corpus", str(corpus), *options], catch_exceptions=False)
    assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)
    return answer.stderr.strip().removeprefix("lawgraph: ")


def held(corpus: Path) -> dict[str, bytes]:
    """Return all files of a corpus by name."""
    return {path.relative_to(corpus).as_posix(): path.read_bytes() for path in sorted(corpus.rglob("*")) if path.is_file()}


def editions(corpus: Path, law: str = LAW) -> dict[str, Manifestation]:
    return {each.file: each for each in read_manifest(corpus / law).sources}


class TestEditions:
    def test_every_edition_is_taken_with_its_day_and_commit(self, tmp_path: Path, corpus: Path) -> None:
        repository, (first, second, third) = with_three_editions(tmp_path / "repo")
        assert take(repository.path, corpus) == f"1 law: 5 new editions in {corpus}; 0 findings in the texts\n"
        assert {name: (each.day, each.commit) for name, each in editions(corpus).items()} == {
            "kaz-2012-03-01.md": (date(2012, 3, 1), first), "kaz-2014-07-05.md": (date(2014, 7, 5), second),
            "rus-2012-03-01.md": (date(2012, 3, 1), first), "rus-2014-07-05.md": (date(2014, 7, 5), second),
            "rus-2016-01-01.md": (date(2016, 1, 1), third)}
        texts = [(corpus / LAW / f"rus-{day}.md").read_text(encoding="utf-8")
                 for day in ("2012-03-01", "2014-07-05", "2016-01-01")]
        assert texts == [FIRST, SECOND, THIRD]

    def test_the_manifest_is_written_for_people(self, tmp_path: Path, corpus: Path) -> None:
        repository, hashes = with_three_editions(tmp_path / "repo")
        take(repository.path, corpus)
        written = (corpus / LAW / "manifest.toml").read_text(encoding="utf-8")
        assert written.startswith(
            "# No source states this id: it follows from kind, number and day of adoption by the usual construction.\n"
            'id = "Z1200000007"\nzan = "7001"\nnumber = "7-V"\nadopted = 2012-03-01\nkind = "law"\n\n'
            '[titles]\nkaz = "Сағаттар туралы"\nrus = "О часах"\n\n[[cause]]\nnumber = "227-V"\nadopted = 2014-07-05\nkind = "law"\n'
            'zan = "9001"\n\n[[cause]]\nnumber = "381-V"\nadopted = 2015-11-09\nkind = "law"\nzan = "9001"\n\n[[source]]\n')
        assert written.endswith(
            '[[source]]\nfile = "rus-2016-01-01.md"\nlang = "rus"\nstanding = "official"\n'
            'address = "https://zan.gov.kz/client/#!/doc/7001/rus/2016-01-01"\nday = 2016-01-01\n'
            f'caused_by = "381-V"\ncommit = "{hashes[2]}"\n'
            f'sha256 = "{editions(corpus)["rus-2016-01-01.md"].sha256}"\n')

    def test_an_edition_dated_by_an_adoption_says_so(self, tmp_path: Path, corpus: Path) -> None:
        take(with_three_editions(tmp_path / "repo")[0].path, corpus)
        dated = {str(each.day): (each.dated_by, each.caused_by) for each in editions(corpus).values() if each.lang == "rus"}
        assert dated == {"2012-03-01": (ADOPTION, None), "2014-07-05": (ADOPTION, "227-V"), "2016-01-01": (OPERATION, "381-V")}

    def test_the_trailers_name_the_cause_where_the_act_does_not(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        repository.edition("2014-07-05", CLOCKS, {"rus.md": FIRST, "meta.yaml": meta("2014-07-05")},
                           Cause_Act_Code="9001", Cause_Act_Requisite=AMENDED, Acts_Changed="1")
        take(repository.path, corpus)
        assert [(each.caused_by, each.dated_by) for each in editions(corpus).values()] == [("227-V", ADOPTION)]

    def test_a_commit_that_changes_no_text_and_no_day_makes_no_edition(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        repository.edition("2017-01-01", CLOCKS, {"meta.yaml": meta("2016-01-01", "2014-07-05") + "form: ЗАК\n"})
        take(repository.path, corpus)
        assert len(editions(corpus)) == 5

    def test_the_same_text_on_another_day_is_an_edition_of_its_own(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        repository.edition("2018-02-03", CLOCKS, {"meta.yaml": meta("2018-02-03", "2014-07-05")})
        take(repository.path, corpus)
        known = editions(corpus)
        assert known["rus-2018-02-03.md"].sha256 == known["rus-2016-01-01.md"].sha256

    def test_two_texts_for_one_day_are_told_and_the_later_one_is_taken(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        first = repository.edition("2012-03-01", CLOCKS, {"rus.md": FIRST, "meta.yaml": meta("2012-03-01")})
        then = repository.edition("2012-03-01", CLOCKS, {"rus.md": SECOND})
        told = take(repository.path, corpus).splitlines()
        assert told[0] == (f"{CLOCKS}/rus.md: the edition of 2012-03-01 has one text in the commit {first[:12]} and another "
                           f"in {then[:12]}; the later one is taken")
        assert [read_source(corpus / LAW, each).decode() for each in editions(corpus).values()] == [SECOND]

    def test_an_act_that_the_repository_takes_away_is_told_and_kept(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        repository.edition("2020-05-06", CLOCKS, {"rus.md": None, "kaz.md": None, "meta.yaml": None},
                           Cause_Act_Requisite="Закон РК от 1 апреля 2020 года № 300-VI")
        assert take(repository.path, corpus).startswith(
            f"{CLOCKS}: the repository holds it no more from 2020-05-06 on by Закон РК от 1 апреля 2020 года № 300-VI: "
            "record its repeal in amendments/\n")
        assert len(editions(corpus)) == 5

    def test_the_older_layout_says_less_so_that_more_is_asked(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        front = "---\nact_code: '7001'\nsource: https://zan.gov.kz/client/#!/doc/7001/rus/01.03.2012\n---\n\n"
        repository.edition("2012-03-01", "03-laws/20120301-o-chasakh-7001", {"rus.md": front + FIRST})
        assert refusal(repository.path, corpus).endswith(
            "03-laws/20120301-o-chasakh-7001/rus.md: it does not say its number; give it with --number (271-IV)")
        take(repository.path, corpus, "--number", "7-V", "--kind", "law")
        assert [(each.day, each.dated_by) for each in editions(corpus).values()] == [(date(2012, 3, 1), ADOPTION)]


REPEALED = ("Утратил силу Законом Республики Казахстан от 1 апреля 2020 года № 300-VI (вводится в действие с 1 мая "
            "2020 года)")


class TestWhatFrontMatterSays:
    def front(self, *lines: str) -> str:
        return "".join(("---\n", *(f"{line}\n" for line in lines), "---\n\n"))

    def test_another_edition_of_the_act_gives_number_and_day(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        bare = self.front("source: https://zan.gov.kz/client/#!/doc/7001/rus/01.03.2012")
        whole = self.front("act_code: '7001'", "language: rus", "title: О часах", "version_date: 2014-07-05",
                           "requisite: Закон Республики Казахстан от 1 марта 2012 года № 7-V")
        repository.edition("2012-03-01", "20120301-o-chasakh-7001", {"rus.md": bare + FIRST})
        repository.edition("2014-07-05", "20120301-o-chasakh-7001", {"rus.md": whole + SECOND})
        take(repository.path, corpus)
        assert {each.day for each in editions(corpus).values()} == {date(2012, 3, 1), date(2014, 7, 5)}

    def test_an_edition_that_is_held_gives_them_too(self, tmp_path: Path, corpus: Path) -> None:
        take(with_three_editions(tmp_path / "repo")[0].path, corpus)
        manifest = corpus / LAW / "manifest.toml"
        manifest.write_text(manifest.read_text(encoding="utf-8").replace("/rus/2012-03-01", "/rus/01.03.2012"), encoding="utf-8")
        page = tmp_path / "text.md"
        page.write_text(self.front("source: https://zan.gov.kz/client/#!/doc/7001/rus/05.07.2018") + THIRD, encoding="utf-8")
        take(page, corpus)
        assert editions(corpus)["rus-2018-07-05.md"].dated_by is ADOPTION

    @pytest.mark.parametrize(("lines", "lang"), [
        (("language: rus",), "rus"), (("source: https://zan.gov.kz/client/#!/doc/7001/rus/05.07.2014",), "rus"),
        (("lang: rus",), "rus")])
    def test_the_language_is_told(self, tmp_path: Path, corpus: Path, lines: tuple[str, ...], lang: str) -> None:
        page = tmp_path / "text.md"
        page.write_text(self.front(*lines, "approval_date: 2012-03-01") + FIRST, encoding="utf-8")
        take(page, corpus, "--number", "7-V", "--kind", "law", "--law", LAW)
        assert [each.lang for each in editions(corpus).values()] == [lang]


class TestRepeals:
    def test_a_repeal_told_beside_the_text_is_told_on_import_and_counts(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        told = meta("2016-01-01").replace("№ 7-V\n", f"№ 7-V. {REPEALED}\n")
        repository.edition("2016-01-01", CLOCKS, {"rus.md": THIRD, "meta.yaml": told})
        assert f"rus.md: the law is repealed by № 300-VI: {REPEALED}\n" in take(repository.path, corpus)
        assert next(iter(editions(corpus).values())).state == REPEALED
        assert [self.in_operation(corpus, day) for day in ("2020-04-30", "2020-05-01")] == ["presumed", "no"]

    @pytest.mark.parametrize("text", [
        f"---\nlanguage: rus\nrequisite: Закон Республики Казахстан от 1 марта 2012 года № 7-V. {REPEALED}\n---\n\n{THIRD}",
        THIRD.replace("# О часах\n", f"# О часах\n\n**Закон Республики Казахстан от 1 марта 2012 года № 7-V. {REPEALED}.**\n")])
    def test_so_is_one_told_above_the_text(self, tmp_path: Path, corpus: Path, text: str) -> None:
        page = tmp_path / "rus-2016-01-01.md"
        page.write_text(text, encoding="utf-8")
        take(page, corpus, "--law", LAW)
        assert [self.in_operation(corpus, day) for day in ("2020-04-30", "2020-05-01")] == ["presumed", "no"]

    def test_in_kazakh(self, tmp_path: Path, corpus: Path) -> None:
        page = tmp_path / "kaz-2016-01-01.md"
        page.write_text("---\nlanguage: kaz\nrequisite: Қазақстан Республикасының 2012 жылғы 1 наурыздағы № 7-V Заңы. Күші "
                        "жойылды - Қазақстан Республикасының 2020 жылғы 1 сәуірдегі № 300-VI Заңымен\n---\n\n"
                        "# Сағаттар туралы\n\n### 1-бап. Ұғымдар\n\n1. Сағат – аспап.\n", encoding="utf-8")
        assert "the law is repealed by № 300-VI" in take(page, corpus, "--law", LAW)

    def in_operation(self, corpus: Path, day: str) -> str:
        db, facts = corpus.parent / "law.db", corpus.parent / "amendments"
        facts.mkdir(exist_ok=True)
        asked = ["text", LAW, "art_1", "--on", day, "--lang", "rus", "--format", "json", "--corpus", str(corpus),
                 "--amendments", str(facts), "--db", str(db)]
        answer = CliRunner().invoke(main, asked, catch_exceptions=False)
        return str(json.loads(answer.stdout)["provisions"][0]["in_operation"])


class TestParse:
    def test_the_meta_yaml_beside_a_text_is_used(self, tmp_path: Path) -> None:
        repository = Repository(tmp_path / "repo")
        told = meta("2016-01-01").replace("№ 7-V\n", f"№ 7-V. {REPEALED}\n")
        repository.write(CLOCKS, {"rus.md": THIRD.replace("# О часах\n", ""), "meta.yaml": told})
        answer = CliRunner().invoke(main, ["parse", str(repository.path / CLOCKS / "rus.md")], catch_exceptions=False)
        document = json.loads(answer.stdout)
        assert document["law"] == {"number": "7-V", "adopted": "2012-03-01", "title": "О часах"}
        assert [(each["target"], each["action"]) for each in document["claims"]] == [("law", "repeal")]


class TestSplitActs:
    BEGINNING = "# О часах\n\nНастоящий Закон выдуман.\n\n\n"
    INDEX = BEGINNING + ("## Части документа\n\nДокумент разбит на части: целиком он слишком велик.\n\n"
                         "| Часть | Название |\n|---|---|\n{rows}")
    BACK = "↑ [Вся редакция](../rus.md)\n\n"
    FRONT = "---\npart_of: ../rus.md\nsource: https://zan.gov.kz/client/#!/doc/7001/rus/05.07.2014\n---\n\n"
    PARTS = ("## Глава 1. Часы\n\n### Статья 1. Понятия\n\nЧасы – прибор.\n", "## Глава 2. Стрелки\n\n### Статья 2. Стрелка\n\nОна одна.\n",
             "## Глава 3. Бой\n\n### Статья 3. Бой\n\nЧасы бьют.\n")

    def index(self, *names: str) -> str:
        return self.INDEX.format(rows="".join(f"| [`{name}`](rus/{name}.md) | Глава |\n" for name in names))

    def test_parts_are_joined_in_the_order_of_the_contents_whatever_their_names(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        before = self.index("ch001", "ch010", "ch002")
        repository.edition("2012-03-01", CLOCKS, {
            "rus.md": before, "rus/ch001.md": self.BACK + self.PARTS[0], "rus/ch010.md": self.BACK + self.PARTS[1],
            "rus/ch002.md": self.BACK + self.PARTS[2], "meta.yaml": meta("2012-03-01")})
        after = self.index("sec001", "sec002_003")
        repository.edition("2014-07-05", CLOCKS, {
            "rus.md": after, "rus/ch001.md": None, "rus/ch010.md": None, "rus/ch002.md": None,
            "rus/sec001.md": self.FRONT + self.PARTS[0], "rus/sec002_003.md": self.FRONT + self.BACK + "".join(self.PARTS[1:]),
            "meta.yaml": meta("2014-07-05")})
        take(repository.path, corpus)
        assert [read_source(corpus / LAW, each).decode() for each in editions(corpus).values()] == [
            self.BEGINNING + "".join(self.PARTS)] * 2, "the table of the parts and what leads back to it are no text"

    def test_links_below_the_title_alone_are_left_out_too(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        repository.edition("2012-03-01", CLOCKS, {
            "rus.md": "# О часах\n\n| [Глава 1](rus/ch001.md) |\n| [Глава 2](rus/ch002.md) |\n", "rus/ch001.md": self.PARTS[0],
            "rus/ch002.md": self.PARTS[1], "meta.yaml": meta("2012-03-01")})
        take(repository.path, corpus)
        (source,) = editions(corpus).values()
        assert read_source(corpus / LAW, source).decode() == "# О часах\n\n" + "".join(self.PARTS[:2])

    def test_without_contents_the_numbers_in_the_names_tell_the_order(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        names = ("ch002", "ch009", "ch009-1", "ch010", "an001", "an002")
        repository.edition("2012-03-01", CLOCKS, {
            **{f"rus/{name}.md": f"### Статья {place}. О {name}\n\nТекст.\n" for place, name in enumerate(names, 1)},
            "meta.yaml": meta("2012-03-01")})
        take(repository.path, corpus)
        text = (corpus / LAW / "rus-2012-03-01.md").read_text(encoding="utf-8")
        assert [line.rpartition(" ")[2] for line in text.splitlines() if line.startswith("#")] == list(names)

    def test_a_part_that_the_contents_do_not_list_is_told(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        repository.edition("2012-03-01", CLOCKS, {
            "rus.md": self.index("ch001"), "rus/ch001.md": self.PARTS[0], "rus/ch002.md": self.PARTS[1],
            "meta.yaml": meta("2012-03-01")})
        told = take(repository.path, corpus).splitlines()[0]
        assert told.endswith("the contents of the act do not list its part rus/ch002.md; it stands at the end")

    def test_an_act_that_lacks_a_part_is_refused_whole(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        commit = repository.edition("2012-03-01", CLOCKS, {
            "rus.md": self.index("ch001", "ch002"), "rus/ch001.md": self.PARTS[0], "meta.yaml": meta("2012-03-01")})
        assert refusal(repository.path, corpus) == (
            f"{commit[:12]}:{CLOCKS}/rus.md: its part rus/ch002.md is missing; complete the folder of the act")
        assert held(corpus) == {}


class TestAgain:
    def test_importing_twice_changes_nothing(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        take(repository.path, corpus)
        before = held(corpus)
        assert take(repository.path, corpus) == f"1 law: nothing new, 5 editions known in {corpus}\n"
        assert held(corpus) == before

    def test_a_later_commit_adds_its_edition_and_leaves_what_people_wrote(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        take(repository.path, corpus)
        path = corpus / LAW / "manifest.toml"
        by_hand = path.read_text(encoding="utf-8").replace("[titles]\n", '[titles] # ours\neng = "On clocks"\n') + "# checked\n"
        path.write_text(by_hand, encoding="utf-8")
        repository.edition("2018-02-03", CLOCKS, {"rus.md": FIRST, "meta.yaml": meta("2018-02-03", "2014-07-05")})
        assert "1 law: 1 new edition, 5 known in" in take(repository.path, corpus)
        written = path.read_text(encoding="utf-8")
        assert written.startswith(by_hand)
        assert tomllib.loads(written)["source"][-1]["file"] == "rus-2018-02-03.md"

    def test_a_rewritten_history_of_the_same_texts_is_known(self, tmp_path: Path, corpus: Path) -> None:
        repository, hashes = with_three_editions(tmp_path / "repo")
        take(repository.path, corpus)
        before = held(corpus)
        repository.git("commit", "--quiet", "--amend", "--message", "Made anew", day="2016-01-02")
        assert repository.git("rev-parse", "HEAD") != hashes[2]
        assert "nothing new, 5 editions known" in take(repository.path, corpus)
        assert held(corpus) == before

    def test_another_text_under_an_old_name_is_refused_with_both_hashes(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        take(repository.path, corpus)
        before = held(corpus)
        old = editions(corpus)["rus-2016-01-01.md"].sha256
        repository.write(CLOCKS, {"rus.md": FIRST})
        repository.git("commit", "--quiet", "--all", "--amend", "--message", "Made anew", day="2016-01-01")
        new = editions(corpus)["rus-2012-03-01.md"].sha256
        commit = repository.git("rev-parse", "HEAD")
        assert refusal(repository.path, corpus) == (
            f"{commit[:12]}:{CLOCKS}/rus.md: its SHA-256 is {new[:12]}…, but {corpus}/{LAW}/rus-2016-01-01.md is held with "
            f"{old[:12]}…; give the day that the new edition speaks for with --day, or take the old file away first")
        assert held(corpus) == before


class TestManyActs:
    @pytest.fixture
    def repository(self, tmp_path: Path) -> Repository:
        repository, _ = with_three_editions(tmp_path / "repo")
        bells = meta("2013-05-20").replace("7001", "7002").replace("1 марта 2012 года № 7-V", "20 мая 2013 года № 9-V")
        repository.edition("2013-05-20", BELLS, {"rus.md": FIRST.replace("О часах", "О колоколах"), "meta.yaml": bells.replace(
            "approved_on: 2012-03-01", "approved_on: 2013-05-20").replace("rus: О часах", "rus: О колоколах")})
        return repository

    @pytest.mark.parametrize("option", [
        ("--act", "7002"), ("--act", BELLS), ("--act", "0520-o-kolokolakh-7002/"), ("--law", "Z1300000009")])
    def test_one_act_is_picked_by_its_code_its_folder_or_its_id(
            self, repository: Repository, corpus: Path, option: tuple[str, str]) -> None:
        assert take(repository.path, corpus, *option).startswith("1 law: 1 new edition in")
        assert [each.id for each in read_corpus(corpus)] == ["Z1300000009"]

    def test_an_act_that_is_picked_may_be_given_its_true_id(self, repository: Repository, corpus: Path) -> None:
        take(repository.path, corpus, "--act", "7002", "--law", "Z130000009_1")
        assert [each.id for each in read_corpus(corpus)] == ["Z130000009_1"]

    @pytest.mark.parametrize(("option", "line"), [
        (("--act", "70"), "70: no act has this code or this folder; 2 are there, the first is "),
        (("--law", "Z1300000010"), ("Z1300000010: none of the 2 sources says that it is this law; name the file alone, or an "
                                   "act by its code or folder with --act"))])
    def test_an_act_that_is_not_there(self, repository: Repository, corpus: Path, option: tuple[str, str], line: str) -> None:
        assert refusal(repository.path, corpus, *option).startswith(line)

    def test_a_link_in_the_place_of_a_text_is_told_and_is_no_repeal(self, repository: Repository, corpus: Path) -> None:
        """Not followed, since what it leads to is not in the history; the editions before it stay what they are."""
        place = repository.path / BELLS / "rus.md"
        place.unlink()
        place.symlink_to("../../elsewhere.md")
        commit = repository.edition("2020-01-01", BELLS, {})
        told = take(repository.path, corpus)
        assert told.splitlines()[0] == (f"{BELLS}/rus.md: from the commit {commit[:12]} on this is a symbolic link, which is not "
                                        "followed, and no text: commit the file itself")
        assert "repeal" not in told

    def test_an_act_that_is_nothing_but_a_link_is_refused(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        (repository.path / BELLS).mkdir(parents=True)
        (repository.path / BELLS / "rus.md").symlink_to("/etc/passwd")
        commit = repository.edition("2020-01-01", BELLS, {})
        assert refusal(repository.path, corpus) == (
            f"{BELLS}/rus.md: from the commit {commit[:12]} on this is a symbolic link, which is not followed, and no text; "
            "commit the file itself")

    def test_one_act_that_cannot_be_read_does_not_stop_the_others(self, repository: Repository, corpus: Path) -> None:
        commit = repository.edition("2019-01-01", "03-laws/2019/0101-o-pesochnykh-7003", {"rus.md": "# Письмо\n\nПривет.\n"})
        answer = CliRunner().invoke(main, ["import", str(repository.path), "--corpus", str(corpus)])
        assert answer.exit_code == 2
        assert answer.stderr.splitlines() == [
            f"2 laws: 6 new editions in {corpus}; 0 findings in the texts", "1 source could not be imported",
            (f"lawgraph: {commit[:12]}:03-laws/2019/0101-o-pesochnykh-7003/rus.md: no article, heading or numbered paragraph "
            "can be read in it as rus; give the text of a law")]

    def test_two_acts_of_the_same_words_are_two_laws(self, repository: Repository, corpus: Path) -> None:
        take(repository.path, corpus)
        repository.write(BELLS.replace("7002", "7004"), {"rus.md": THIRD, "meta.yaml": meta("2016-01-01", number="11-V").replace("7001", "7004")})
        repository.edition("2016-01-01", CLOCKS, {})
        assert "1 new edition, 6 known" in take(repository.path, corpus)
        assert [each.number for each in read_corpus(corpus)] == ["7-V", "11-V", "9-V"]

    def test_the_law_that_the_corpus_holds_keeps_its_id(self, repository: Repository, corpus: Path) -> None:
        take(repository.path, corpus, "--act", "7001", "--law", "Z120000007_1")
        assert "nothing new" in take(repository.path, corpus, "--act", "7001")
        assert [each.id for each in read_corpus(corpus)] == ["Z120000007_1"]

    def test_one_law_cannot_be_held_under_two_ids(self, repository: Repository, corpus: Path) -> None:
        take(repository.path, corpus, "--act", "7001")
        assert "this is Z120000007_1, but № 7-V of 2012-03-01 is in the corpus as Z1200000007; rename" in refusal(
            repository.path, corpus, "--act", "7001", "--law", "Z120000007_1")


class TestReading:
    def test_nothing_is_checked_out_and_no_file_of_the_working_tree_is_read(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        repository.write(CLOCKS, {"rus.md": "torn", "kaz.md": None, "meta.yaml": "torn"})
        before = {path: path.read_bytes() for path in repository.path.rglob("*") if path.is_file()}
        assert "5 new editions" in take(repository.path, corpus)
        assert {path: path.read_bytes() for path in repository.path.rglob("*") if path.is_file()} == before

    def test_a_bare_repository_gives_the_same(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        subprocess.run(["git", "clone", "--quiet", "--bare", str(repository.path), str(tmp_path / "bare")], check=True)
        take(repository.path, corpus)
        take(tmp_path / "bare", tmp_path / "other")
        assert held(tmp_path / "other") == held(corpus)

    def test_another_branch_is_named_by_ref(self, tmp_path: Path, corpus: Path) -> None:
        repository, hashes = with_three_editions(tmp_path / "repo")
        assert "4 new editions" in take(repository.path, corpus, "--ref", hashes[1])

    def test_a_shallow_clone_says_that_earlier_editions_are_missing(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        clone = tmp_path / "clone"
        subprocess.run(["git", "clone", "--quiet", "--depth=1", repository.path.as_uri(), str(clone)], check=True)
        assert take(clone, corpus).splitlines() == [
            f"{clone} is a shallow clone: earlier editions are not in it",
            f"1 law: 2 new editions in {corpus}; 0 findings in the texts"]

    def test_a_folder_inside_a_repository_is_a_plain_folder(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        assert "2 new editions" in take(repository.path / "03-laws", corpus), "its last edition in each language, no history"

    @pytest.mark.parametrize(("ref", "line"), [
        ("nowhere", "git cannot read it (bad revision 'nowhere'); check --ref, or clone the repository again"),
        ("--output=stolen", "git cannot read it (bad revision '--output=stolen'); check --ref, or clone the repository again")])
    def test_a_ref_that_is_none(self, tmp_path: Path, corpus: Path, ref: str, line: str) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        assert refusal(repository.path, corpus, "--ref", ref) == f"{repository.path}: {line}"

    def test_a_repository_without_commits(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        assert refusal(repository.path, corpus) == (
            f"{repository.path}: git cannot read it (bad revision 'HEAD'); check --ref, or clone the repository again")

    def test_a_repository_without_acts(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        repository.edition("2012-03-01", "docs", {"README.md": "Hello."})
        assert refusal(repository.path, corpus) == (
            f"{repository.path}: no commit of it holds an act; name a repository of acts as rus.md and kaz.md, or a folder "
            "inside this one")

    def test_a_repository_that_has_lost_contents(self, tmp_path: Path, corpus: Path) -> None:
        repository, hashes = with_three_editions(tmp_path / "repo")
        blob = repository.git("rev-parse", f"{hashes[1]}:{CLOCKS}/rus.md")
        (repository.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
        assert refusal(repository.path, corpus) == (
            f"{repository.path}: the contents {blob[:12]} are missing or broken; clone the repository again")
        assert held(corpus) == {}, "no law is taken in part"

    def test_a_repository_whose_contents_lie_under_the_name_of_others(self, tmp_path: Path, corpus: Path) -> None:
        repository, hashes = with_three_editions(tmp_path / "repo")
        own, other = (repository.git("rev-parse", f"{each}:{CLOCKS}/rus.md") for each in hashes[1:])
        store = repository.path / ".git" / "objects"
        lying = store / own[:2] / own[2:]
        lying.unlink()
        lying.write_bytes((store / other[:2] / other[2:]).read_bytes())
        assert refusal(repository.path, corpus) == (
            f"{repository.path}: the contents {own[:12]} are missing or broken; clone the repository again")
        assert held(corpus) == {}

    def test_a_machine_without_git(self, tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        monkeypatch.setenv("PATH", str(tmp_path))
        assert refusal(repository.path, corpus) == (
            f"{repository.path}: git is not on this machine, and a repository is read with it; install git, or unpack the "
            "acts into a plain folder and import that")


DYING = """
import os, signal, sys
from lawgraph.commands.cli import main
source, corpus, event, count = sys.argv[1:]
left = int(count)

def watch(happening, details):
    global left
    if happening == event and str(details[0]).startswith(corpus):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
main(["import", source, "--corpus", corpus])
"""


def killed_import(source: Path, corpus: Path, event: str, count: int) -> int:
    """Import a source in a process that dies as it is about to open, or rename, a file of the corpus for the nth time."""
    command = [sys.executable, "-c", DYING, str(source), str(corpus), event, str(count)]
    return subprocess.run(command, capture_output=True, check=False).returncode


class TestKilled:
    def test_whatever_the_moment_nothing_half_written_stays(self, tmp_path: Path, corpus: Path) -> None:
        repository = Repository(tmp_path / "repo")
        for number in range(20):
            act = meta("2012-03-01", number=f"{number}-V").replace("7001", str(8000 + number))
            repository.write(f"03-laws/2012/0301-o-chasakh-{8000 + number}", {"rus.md": FIRST, "meta.yaml": act})
        repository.edition("2012-03-01", CLOCKS, {})
        for event, count in (("open", 1), ("open", 8), ("os.rename", 1), ("os.rename", 2), ("os.rename", 3), ("open", 9),
                             ("os.rename", 14)):
            assert killed_import(repository.path, corpus, event, count) == -signal.SIGKILL, "it ended before it was killed"
            for manifest in read_corpus(corpus):
                assert all(read_source(corpus / manifest.id, each) for each in manifest.sources)
        whole = tmp_path / "whole"
        take(repository.path, whole)
        take(repository.path, corpus)
        assert held(corpus) == held(whole)

    def test_what_a_killed_import_left_is_no_hindrance(self, tmp_path: Path, corpus: Path) -> None:
        repository, _ = with_three_editions(tmp_path / "repo")
        take(repository.path, corpus)
        whole = held(corpus)
        (corpus / LAW / "manifest.toml").unlink()
        (corpus / LAW / "kaz-2012-03-01.md").unlink()
        (corpus / LAW / ".kaz-2012-03-01.md.part").write_text("half", encoding="utf-8")
        assert "5 new editions" in take(repository.path, corpus)
        assert held(corpus) == whole


def test_an_imported_corpus_can_be_built_and_asked(tmp_path: Path, corpus: Path) -> None:
    take(with_three_editions(tmp_path / "repo")[0].path, corpus)
    (tmp_path / "amendments").mkdir()
    folders = ("--corpus", str(corpus), "--amendments", str(tmp_path / "amendments"), "--db", str(tmp_path / "law.db"))
    assert CliRunner().invoke(main, ["build", *folders], catch_exceptions=False).exit_code == 0
    asked = CliRunner().invoke(main, ["text", "7-V", "art_1", "--on", "2016-06-01", "--lang", "rus", *folders],
                               catch_exceptions=False)
    assert "Часы – прибор, который показывает время." in asked.stdout
    assert shutil.which("git")
