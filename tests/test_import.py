"""`lawgraph import` of files and plain folders: what a source tells of itself, what is asked, what is refused."""

import json
import tomllib
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from git_acts import CLOCKS, FIRST, FIRST_KAZ, THIRD, meta
from lawgraph.commands.cli import main
from lawgraph.database.build import sources_of
from lawgraph.intake.corpus import Manifest, Manifestation, manifest_of, read_corpus, read_manifest
from lawgraph.intake.files import laws_in
from lawgraph.intake.shelf import new_manifest, with_code, with_sources, with_titles
from lawgraph.intake.understanding import Ids, LawId, act_told, law_id
from lawgraph.languages.state import is_adilet_id
from lawgraph.law.amendments import Dating
from lawgraph.law.errors import FactError
from lawgraph.reading.source import Said, ToldCause
from public_page import LAW, LOGIN, REQUISITES, public_page
from statute import statute

NOTHING = Ids({}, {}, {})
OPERATION, ADOPTION = Dating.OPERATION, Dating.ADOPTION
TEXT = statute(" Статья 1. Часы\n| Часы идут.", "rus")


def run(*arguments: str) -> tuple[int, str]:
    """Import into `corpus` in the working directory; return exit status and what is told."""
    answer = CliRunner().invoke(main, ["import", *arguments], catch_exceptions=False)
    assert answer.stdout == ""
    return answer.exit_code, answer.stderr


def refusal(*arguments: str) -> str:
    status, told = run(*arguments)
    assert (status, told.count("\n")) == (2, 1), told
    return told.strip().removeprefix("lawgraph: ")


def sources(law: str = LAW) -> tuple[Manifestation, ...]:
    return read_manifest(Path("corpus") / law).sources


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestOneFile:
    def test_a_page_tells_all_of_itself(self) -> None:
        Path("saved.htm").write_text(public_page("rus"), encoding="utf-8")
        assert run("saved.htm") == (0, "1 law: 1 new edition in corpus; 0 findings in the texts\n")
        manifest = read_manifest(Path("corpus", LAW))
        assert (manifest.id, manifest.number, manifest.adopted, manifest.kind, manifest.titles) == (
            LAW, "7-V", date(2012, 3, 1), "law", (("rus", "О часах"),))
        (source,) = manifest.sources
        assert (source.file, source.lang, source.standing) == ("rus.html", "rus", "official")
        assert source.address == f"https://adilet.zan.kz/rus/docs/{LAW}"
        assert Path("corpus", LAW, "rus.html").read_bytes() == Path("saved.htm").read_bytes()

    def test_the_text_of_a_page_is_asked_for_language_and_id(self) -> None:
        Path("law.txt").write_text(TEXT, encoding="utf-8")
        assert refusal("law.txt") == "law.txt: it does not say its language; give it with --lang, one of eng, rus, kaz"
        assert refusal("law.txt", "--lang", "rus") == (
            "law.txt: it does not say by which id the law is known; give it with --law, as Z100000271_")
        assert run("law.txt", "--lang", "rus", "--law", "Z100000271_", "--retrieved", "2026-11-24")[0] == 0
        (source,) = sources("Z100000271_")
        assert (source.file, source.retrieved, source.day) == ("rus-2026-11-24.txt", date(2026, 11, 24), None)

    def test_a_law_of_the_1990s_tells_its_kind_above_its_title(self) -> None:
        Path("rus.txt").write_text("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\n\nО часах\n\nСтатья 1. Часы\n\nЧасы идут.\n\nПрезидент\n\n"
                                   "г. Алматы, 12 мая 1997 года\n\nN 105-1\n", encoding="utf-8")
        assert run("rus.txt", "--law", "Z970000105_", "--retrieved", "2026-11-24")[0] == 0

    @pytest.mark.parametrize(("missing", "line"), [
        ("--number", "its number; give it with --number (271-IV)"),
        ("--adopted", "its day of adoption; give it with --adopted (2010-04-29)"),
        ("--kind", ("its kind of act; give it with --kind (law, constitutional-law, code, decree, edict, resolution, "
                   "order, decision, unstated)"))])
    def test_what_nothing_tells_is_asked_for(self, missing: str, line: str) -> None:
        Path("rus.txt").write_text("Статья 1. Часы\n\nЧасы идут.\n", encoding="utf-8")
        given = {"--law": "Z1", "--number": "7-V", "--adopted": "2012-03-01", "--kind": "law"}
        told = [word for option, value in given.items() if option != missing for word in (option, value)]
        assert refusal("rus.txt", *told) == f"rus.txt: it does not say {line}"
        assert run("rus.txt", *told, missing, given[missing])[0] == 0

    def test_the_sample_law_is_imported_as_it_stands_in_the_corpus(self) -> None:
        law = ROOT / "corpus" / "Z100000271_"
        assert run(str(law / "eng.txt"))[0] == 0, "its folder and its name tell what its text does not"
        ours, theirs = read_manifest(Path("corpus", "Z100000271_")), read_manifest(law)
        assert (ours.number, ours.adopted, ours.kind) == (theirs.number, theirs.adopted, theirs.kind)
        assert ours.sources[0].sha256 == theirs.sources[0].sha256
        assert ours.sources[0].standing == theirs.sources[0].standing

    def test_an_answer_of_the_official_interface_is_a_dated_edition(self) -> None:
        told = {"code": "7001", "language": "rus", "versionDate": "05.07.2014", "metadata": {
            "requisites": {"rus": REQUISITES["rus"]}, "title": {"rus": "О часах"}},
            "content": [{"type": "article", "text": "Статья 1. Часы"}, {"type": "paragraph", "text": "Часы идут."}]}
        Path("answer.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        assert run("answer.json")[0] == 0
        assert [(each.file, each.day) for each in sources()] == [("rus-2014-07-05.json", date(2014, 7, 5))]

    @pytest.mark.parametrize(("options", "line"), [
        (("--lang", "kaz"), "it says rus where --lang says kaz; leave --lang out, or give another source"),
        (("--law", "Z1200000008"), "it says Z1200000007 where --law says Z1200000008; leave --law out, or give another source"),
        (("--number", "8-V"), "it says 7-V where --number says 8-V; leave --number out, or give another source"),
        (("--adopted", "2012-03-02"), ("it says 2012-03-01 where --adopted says 2012-03-02; leave --adopted out, or give "
                                      "another source")),
        (("--kind", "code"), "it says law where --kind says code; leave --kind out, or give another source")])
    def test_what_is_given_may_not_contradict_the_source(self, options: tuple[str, str], line: str) -> None:
        Path("saved.html").write_text(public_page("rus"), encoding="utf-8")
        assert refusal("saved.html", *options) == f"saved.html: {line}"
        assert not Path("corpus").exists()

    @pytest.mark.parametrize(("text", "line"), [
        (LOGIN, "this is a page to log in ('Вход'), not the text of a law; open the law in a browser and save the page again"),
        ("", "the file is empty; save the page of the law again"),
        ("Статья 1. Часы\n\nИдут.\n", "it does not say its language; give it with --lang, one of eng, rus, kaz")])
    def test_what_holds_no_law(self, text: str, line: str) -> None:
        Path("saved.html").write_text(text, encoding="utf-8")
        assert refusal("saved.html") == f"saved.html: {line}"

    def test_a_law_of_another_number_is_not_put_beside(self) -> None:
        Path("saved.html").write_text(public_page("rus"), encoding="utf-8")
        run("saved.html")
        other = public_page("kaz").replace("№ 7-V", "№ 8-V")
        Path("saved.html").write_text(other, encoding="utf-8")
        assert refusal("saved.html") == (
            f"saved.html: it is № 8-V of 2012-03-01, and corpus/{LAW}/manifest.toml has № 7-V of 2012-03-01; give the id of "
            "its own law with --law")

    @pytest.mark.parametrize("name", ["../outside", "a/b", ".hidden", ""])
    def test_an_id_that_is_no_name_of_a_folder(self, name: str) -> None:
        Path("rus.txt").write_text(TEXT, encoding="utf-8")
        told = refusal("rus.txt", "--law", name)
        assert told.endswith("give one with --law, as Z100000271_" if name else "give it with --law, as Z100000271_")


class TestAgain:
    def test_the_same_page_is_known_whatever_its_name(self) -> None:
        Path("saved.html").write_text(public_page("rus"), encoding="utf-8")
        run("saved.html")
        Path("saved.html").rename("renamed.html")
        assert run("renamed.html") == (0, "1 law: nothing new, 1 edition known in corpus\n")

    def test_a_requisite_in_the_manifest_is_not_missed_in_the_text(self) -> None:
        Path("rus.md").write_text("# О часах\n\n### Статья 1. Часы\n\nЧасы идут.\n", encoding="utf-8")
        run("rus.md", "--law", LAW, "--number", "7-V", "--adopted", "2012-03-01", "--kind", "law")
        law = sources_of(Path("corpus", LAW), read_manifest(Path("corpus", LAW)), ())
        assert [each.document.findings for each in law.editions] == [()]

    def test_half_a_page_is_no_law(self) -> None:
        whole = public_page("rus")
        Path("saved.html").write_text(whole[:whole.index('<div class="container_omega')], encoding="utf-8")
        assert "the page breaks off: what follows the text (div.aftertext) is missing" in refusal("saved.html")
        assert not Path("corpus").exists()

    def test_a_text_of_a_day_that_lies_years_ahead_is_refused_as_a_slip(self) -> None:
        Path("saved.htm").write_text(public_page("rus"), encoding="utf-8")
        assert "2998" in refusal("saved.htm", "--day", "2998-01-01")
        assert not Path("corpus", LAW).exists()
        assert run("saved.htm", "--day", "2020-01-01")[0] == 0

    def test_a_changed_page_is_refused_with_both_hashes_until_its_day_is_given(self) -> None:
        path = Path("saved.html")
        path.write_text(public_page("rus"), encoding="utf-8")
        run("saved.html")
        (old,) = sources()
        path.write_text(public_page("rus", "Он показывает время."), encoding="utf-8")
        told = refusal("saved.html")
        assert f"but corpus/{LAW}/rus.html is held with {old.sha256[:12]}…; give the day" in told
        assert run("saved.html", "--day", "2014-07-05")[0] == 0
        assert [(each.file, each.dated_by) for each in sources()] == [("rus.html", OPERATION), ("rus-2014-07-05.html", OPERATION)]
        assert told.startswith(f"saved.html: its SHA-256 is {sources()[1].sha256[:12]}…")

    def test_a_file_that_no_manifest_names_is_not_written_over(self) -> None:
        Path("corpus", LAW).mkdir(parents=True)
        Path("corpus", LAW, "rus.html").write_text("mine", encoding="utf-8")
        Path("saved.html").write_text(public_page("rus"), encoding="utf-8")
        assert f"but corpus/{LAW}/rus.html is held with" in refusal("saved.html")
        assert Path("corpus", LAW, "rus.html").read_text(encoding="utf-8") == "mine"

    def test_a_corpus_that_cannot_be_written(self) -> None:
        Path("corpus").write_text("no folder", encoding="utf-8")
        Path("saved.html").write_text(public_page("rus"), encoding="utf-8")
        assert refusal("saved.html") == (
            "corpus: it cannot be written: a part of the path is a file, no folder; what was there before is unharmed; "
            "check the path")


class TestFolders:
    def test_pages_of_one_law_in_three_languages_become_one_folder(self) -> None:
        Path("pages").mkdir()
        for lang in ("rus", "kaz", "eng"):
            Path("pages", f"{lang}.html").write_text(public_page(lang), encoding="utf-8")
        assert run("pages") == (0, "1 law: 3 new editions in corpus; 0 findings in the texts\n")
        assert [(each.lang, each.standing) for each in sources()] == [
            ("eng", "unofficial translation"), ("kaz", "official"), ("rus", "official")]
        assert read_manifest(Path("corpus", LAW)).titles == (
            ("rus", "О часах"), ("kaz", "Сағаттар туралы"), ("eng", "On clocks"))

    def test_the_texts_of_one_law_share_the_id_that_is_given(self) -> None:
        Path("texts").mkdir()
        Path("texts", "rus.txt").write_text(TEXT, encoding="utf-8")
        Path("texts", "kaz.txt").write_text(statute(" 1-бап. Сағат\n| Сағат жүреді.", "kaz"), encoding="utf-8")
        assert run("texts", "--law", "Z100000271_")[0] == 0
        assert [each.lang for each in sources("Z100000271_")] == ["kaz", "rus"]

    def test_of_many_laws_the_one_that_is_named_is_taken(self) -> None:
        Path("pages").mkdir()
        Path("pages", "one.html").write_text(public_page("rus"), encoding="utf-8")
        other = public_page("rus", law="Z1200000008").replace("№ 7-V", "№ 8-V")
        Path("pages", "two.html").write_text(other, encoding="utf-8")
        run("pages", "--law", "Z1200000008")
        assert [each.id for each in read_corpus(Path("corpus"))] == ["Z1200000008"]

    def test_an_act_of_the_git_corpus_without_its_history_is_one_edition(self) -> None:
        folder = Path("acts", CLOCKS)
        folder.mkdir(parents=True)
        for name, text in (("rus.md", THIRD), ("kaz.md", FIRST_KAZ), ("meta.yaml", meta(
                "2016-01-01", "2014-07-05", cause="Закон Республики Казахстан от 5 июля 2014 года № 227-V"))):
            (folder / name).write_text(text, encoding="utf-8")
        Path("acts", "README.md").write_text("Hello.", encoding="utf-8")
        status, told = run("acts")
        assert (status, told.splitlines()[0]) == (0, "passed over, as neither page nor act: acts/README.md")
        assert [(each.file, each.dated_by, each.caused_by) for each in sources()] == [
            ("kaz-2014-07-05.md", ADOPTION, "227-V"), ("rus-2016-01-01.md", OPERATION, "227-V")]

    @pytest.mark.parametrize(("text", "taken"), [
        ("# О часах\n\n### <a id=\"st1\"></a>Статья 1. Ход\n\nЧасы идут.\n", True), ("# О часах\n\n**Статья 1. Ход**\n\nЧасы идут.\n", True),
        ("# О часах\n\n```\nСтатья 1. Ход\n\nСтатья 2. Бой\n\nСтатья 3. Стрелки\n```\n", True),
        ("# О часах\n\n1. Утвердить Правила.\n\n> *Утверждены приказом Министра часов*\n", True),
        ("# Сағат туралы\n\n1. Бекітілсін.\n\n> *Министрдің бұйрығымен бекітілген*\n", True),
        ("# О спорах\n\nНормативное постановление Верховного Суда РК от 29 июня 2012 года № 4\n\n1. Споры решают.\n", True),
        ("# Read me\n\nПостановление Правительства РК от 4 июля 2011 года № 770 читается так:\n\n1. Клонируйте.\n", False),
        ("# Read me\n\nSee Article 1 of the law.\n\n1. Clone.\n\n2. Run.\n", False)])
    def test_markdown_of_any_name_is_taken_where_it_holds_a_law(self, text: str, *, taken: bool) -> None:
        Path("acts").mkdir()
        Path("acts", "часы.md").write_text(text, encoding="utf-8")
        Path("acts", "page.html").write_text(public_page("rus"), encoding="utf-8")
        assert len(laws_in(Path("acts")).laws) == 1 + taken

    def test_an_imported_corpus_can_be_imported_again_elsewhere(self) -> None:
        Path("one", LAW).mkdir(parents=True)
        Path("one", LAW, "rus-2014-07-05.md").write_text(FIRST, encoding="utf-8")
        assert run("one", "--number", "7-V", "--adopted", "2012-03-01", "--kind", "law")[0] == 0
        assert [(each.file, each.day) for each in sources()] == [("rus-2014-07-05.md", date(2014, 7, 5))]

    def test_an_act_without_any_text(self) -> None:
        Path("acts", CLOCKS).mkdir(parents=True)
        Path("acts", CLOCKS, "meta.yaml").write_text(meta("2012-03-01"), encoding="utf-8")
        assert refusal("acts") == f"acts/{CLOCKS}: it has no text in any language; add its rus.md or kaz.md"

    def test_hidden_files_are_left_alone(self) -> None:
        Path("pages", ".trash").mkdir(parents=True)
        Path("pages", ".trash", "rus.html").write_text("half", encoding="utf-8")
        assert refusal("pages") == ("pages: no page and no act is in this folder; give files that end with .html, .htm, "
                                    ".xhtml, .mhtml, .mht, .xml, .akn, .json, .md, .txt, or acts as rus.md and kaz.md")

    def test_a_page_that_cannot_be_read_does_not_stop_the_others(self) -> None:
        Path("pages").mkdir()
        Path("pages", "login.html").write_text(LOGIN, encoding="utf-8")
        Path("pages", "rus.html").write_text(public_page("rus"), encoding="utf-8")
        status, told = run("pages")
        assert status == 2
        assert told.splitlines()[0] == "1 law: 1 new edition in corpus; 0 findings in the texts"
        assert told.splitlines()[2].startswith("lawgraph: pages/login.html: this is a page to log in")


@pytest.mark.parametrize(("number", "adopted", "kind", "expected"), [
    ("271-IV", date(2010, 4, 29), "law", "Z100000271_"),
    ("124-V", date(2013, 7, 3), "law", "Z1300000124"),
    ("235-V", date(2014, 7, 5), "code", "K1400000235"),
    ("2464", date(1995, 9, 28), "constitutional-law", "Z950002464_"),
    ("534", date(2023, 6, 30), "order", "zan-7001"),
    ("6С-24-2", date(2014, 5, 12), "law", "zan-7001"),
])
def test_a_law_that_only_has_a_code_gets_the_usual_id(number: str, adopted: date, kind: str, expected: str) -> None:
    assert law_id("here", None, Said(zan="7001"), (number, adopted, kind), NOTHING) == LawId(expected, built=True)


@pytest.mark.parametrize(("words", "name", "adopted"), [
    ("Конституционный закон Республики Казахстан от 30 декабря 2019 года № 296-VІ ЗРК", "296-VI", date(2019, 12, 30)),
    ("Приказ Министра внутренних дел РК от 31 августа 2023 года № 671", "order-2023-08-31-671", date(2023, 8, 31)),
    ("Қазақстан Республикасының 2010 жылғы 29 сәуірдегі N 271-IV Заңы", "271-IV", date(2010, 4, 29)),
    ("Указ Президента РК, № 9001", None, None),
])
def test_the_cause_of_an_edition_is_called_as_facts_call_it(words: str, name: str | None, adopted: date | None) -> None:
    act = act_told(ToldCause(words), {})
    assert (act and act.name, act and act.adopted) == (name, adopted)


@pytest.mark.parametrize(("text", "expected"), [
    ("Z100000271_", True), ("K1400000235", True), ("V15SK0004021", True), ("7001", False), ("zan-7001", False), ("", False),
    (None, False), ("Z100000271_/../x", False)])
def test_what_has_the_form_of_an_id(text: str | None, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert is_adilet_id(text) is expected


class TestManifests:
    HEAD = new_manifest(LawId(LAW), "7-V", date(2012, 3, 1), "law")

    def test_a_new_manifest_is_read_as_it_was_written(self) -> None:
        source = Manifestation("rus-2014-07-05.md", "rus", "official", 'https://zan.gov.kz/#!/"x"\\\x7f', "00ff" * 16, date(2014, 7, 5),
                               date(2026, 11, 24), ADOPTION, "227-V", "abcd" * 10)
        written = with_sources(with_titles(self.HEAD, (("rus", "О часах\n«Часы»"),)), (source,))
        read = manifest_of(written, Path("manifest.toml"))
        shown = 'https://zan.gov.kz/#!/"x"\\\ufffd'     # what a terminal would obey is not written
        assert read.sources == (replace(source, address=shown),)
        assert read.titles == (("rus", "О часах «Часы»"),)

    def test_what_people_wrote_stays(self) -> None:
        by_hand = '# Ours.\n[titles] # checked\neng = "On clocks" # our rendering\n\n[extra]\nnote = "kept"\n'
        added = with_sources(with_titles(by_hand, (("kaz", "Сағаттар"),)), (Manifestation("kaz.md", "kaz", "official", None, "00"),))
        assert added.replace('kaz = "Сағаттар"\n', "").startswith(by_hand)
        assert tomllib.loads(added)["titles"] == {"kaz": "Сағаттар", "eng": "On clocks"}

    def test_an_edition_may_be_dated_by_operation_or_adoption_only(self) -> None:
        written = f'{self.HEAD}\n[[source]]\nfile = "a"\nlang = "rus"\nstanding = "official"\nsha256 = "{"0" * 64}"\ndated_by = "chance"\n'
        with pytest.raises(FactError, match=r'manifest.toml:.* "chance" is not a word that belongs here; write one of operation, adoption'):
            manifest_of(written, Path("manifest.toml"))


class TestDocumentation:
    TOLD = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")

    def test_the_manifest_in_the_documentation_is_one_that_is_written(self) -> None:
        example = self.TOLD.split("```toml\n")[1].split("```")[0]
        read = manifest_of(example, Path("manifest.toml"))
        head = new_manifest(LawId(read.id), read.number, read.adopted, read.kind)
        assert with_sources(with_titles(with_code(head, read.zan or ""), read.titles), read.sources) == example

    def test_every_field_of_a_manifest_is_explained(self) -> None:
        names = [field.name for kind in (Manifest, Manifestation) for field in fields(kind) if field.name not in {"titles", "sources", "causes"}]
        assert [name for name in names if f"`{name}`" not in self.TOLD] == []
