"""`lawgraph doctor`: what each file of a source is, how much of it is understood, what to do before an import."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from git_acts import FIRST_KAZ, meta
from growth import MOST_STEPS, steps
from lawgraph.commands.cli import main
from lawgraph.intake.examining import owned
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read
from public_page import LAW, LOGIN, public_page
from statute import statute

STRANGE = "Сноска. Статья 1 звучит иначе после Закона РК от 03.07.2013 № 124-V."
RUSSIAN = statute(f" Статья 1. Часы\n| Часы идут.\n| {STRANGE}\n Статья 2. Гири\n| Гири висят.", "rus")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(*arguments: str) -> str:
    answer = CliRunner().invoke(main, ["doctor", *arguments], catch_exceptions=False)
    assert answer.exit_code == 0, answer.stderr
    return answer.stdout


def examined(*arguments: str) -> list[Mapping[str, object]]:
    files = json.loads(told(*arguments, "--format", "json"))
    assert isinstance(files, list)
    return files


def test_a_page_is_told_with_law_language_and_the_command_that_imports_it() -> None:
    Path("saved page.html").write_text(public_page("rus"), encoding="utf-8")
    (file,) = examined("saved page.html")
    assert [file[name] for name in ("format", "id", "number", "adopted", "kind", "lang", "day", "refused")] == [
        "page", LAW, "7-V", "2012-03-01", "law", "rus", None, None]
    assert file["do"] == [
        "lawgraph import 'saved page.html'",
        "no day is told: give the day it speaks for with --day, or the day it was saved with --retrieved"]


@pytest.mark.parametrize(("language", "lines"), [
    ("ru_RU.UTF-8", ["ФАЙЛ       ЧТО ЭТО   ЗАКОН", "  положений: 1, изменений в сносках: 0",
                     "  сделать: день не указан: укажите день, на который составлен текст (--day), или день, когда он сохранен (--retrieved)"]),
    ("kk_KZ.UTF-8", ["ФАЙЛ АТЫ   БҰЛ НЕ  ЗАҢ", "  ереже: 1, ескертулердегі өзгеріс: 0",
                     "  істеу керек: күні көрсетілмеген: мәтін қай күнге жасалғанын (--day) немесе қай күні сақталғанын (--retrieved) көрсетіңіз"]),
])
def test_the_table_is_in_the_language_of_the_environment_and_json_is_not(
        monkeypatch: pytest.MonkeyPatch, language: str, lines: list[str]) -> None:
    Path("page.html").write_text(public_page("rus"), encoding="utf-8")
    english = examined("page.html")
    monkeypatch.setenv("LC_ALL", language)
    table = told("page.html").splitlines()
    assert [table[0][:len(lines[0])], *(each for each in lines[1:] if each in table)] == lines
    assert examined("page.html") == english


def test_what_is_no_source_is_named_and_markdown_of_any_name_is_one_if_it_has_articles() -> None:
    for name, text in {"часы.md": "# О часах\n\n### Статья 1. Часы\n\nЧасы идут.\n", "README.md": "# Read me\n", "a.css": "a"}.items():
        Path("saved", name).parent.mkdir(exist_ok=True)
        Path("saved", name).write_text(text, encoding="utf-8")
    Path("saved/page_files").mkdir()
    for number in range(12):
        Path(f"saved/page_files/{number}.png").write_text("x", encoding="utf-8")
    answer = CliRunner().invoke(main, ["doctor", "saved", "--format", "json"], catch_exceptions=False)
    assert [file["file"] for file in json.loads(answer.stdout)] == ["saved/часы.md"]
    assert "saved/README.md, saved/a.css, saved/page_files (12 files)" in answer.stderr


def test_every_character_has_an_owner_and_the_shares_sum_to_the_whole() -> None:
    Path("law.txt").write_text(RUSSIAN, encoding="utf-8")
    (file,) = examined("law.txt")
    shares = file["shares"]
    assert isinstance(shares, list)
    assert sum(share["tenths"] for share in shares) == 1000
    assert sum(share["characters"] for share in shares) == len(RUSSIAN)
    assert next(share["characters"] for share in shares if share["owner"] == "unread") == len(STRANGE)


def test_a_note_that_is_not_understood_is_printed_whole() -> None:
    Path("law.txt").write_text(RUSSIAN, encoding="utf-8")
    (file,) = examined("law.txt")
    assert isinstance(file["unread"], list)
    (unread,) = file["unread"]
    assert (unread["kind"], unread["eids"], unread["text"]) == ("note", ["art_1"], STRANGE)
    assert STRANGE in told("law.txt")


def test_a_text_that_does_not_say_its_language_is_read_in_that_of_its_headings() -> None:
    Path("law.txt").write_text(RUSSIAN, encoding="utf-8")
    (file,) = examined("law.txt", "--law", LAW, "--kind", "law")
    assert file["lang"] == "rus"
    assert isinstance(file["do"], list)
    assert file["do"][0] == "lawgraph import law.txt --lang rus"


def test_what_cannot_be_imported_is_told_with_its_remedy_and_stops_nothing() -> None:
    Path("pages").mkdir()
    Path("pages", "login.html").write_text(LOGIN, encoding="utf-8")
    Path("pages", "rus.html").write_text(public_page("rus"), encoding="utf-8")
    refused, good = examined("pages")
    assert refused["refused"] is not None
    assert refused["shares"] == []
    assert good["refused"] is None


def test_an_edition_that_the_corpus_holds_is_known() -> None:
    Path("rus.html").write_text(public_page("rus"), encoding="utf-8")
    CliRunner().invoke(main, ["import", "rus.html"], catch_exceptions=False)
    (file,) = examined("rus.html")
    assert (file["known_as"], file["do"]) == (LAW, [f"nothing: the corpus holds it as an edition of {LAW}"])


def test_an_act_of_the_git_corpus_is_dated_by_adoption() -> None:
    folder = Path("2012", "0301-chasy-7")
    folder.mkdir(parents=True)
    (folder / "kaz.md").write_text(FIRST_KAZ, encoding="utf-8")
    (folder / "meta.yaml").write_text(meta("2013-05-01", "2013-05-01"), encoding="utf-8")
    (file,) = examined("2012")
    assert (file["format"], file["lang"], file["dated_by"]) == ("markdown", "kaz", "adoption")
    assert "(adoption)" in told("2012")


def test_names_of_files_may_begin_with_day_or_name() -> None:
    for name in ("2014-11-07.rus.md", "chasy.rus.md"):
        Path(name).write_text(f"# О часах\n\n### Статья 1. Часы\n\nЧасы идут.\n\n> *{STRANGE}*\n", encoding="utf-8")
    first, second = examined(".")
    assert [(file["lang"], file["day"]) for file in (first, second)] == [("rus", "2014-11-07"), ("rus", None)]


def test_what_is_not_understood_is_counted_in_steps_that_grow_as_the_text() -> None:
    again = "Статья 1. Гири\n"
    short, long = (parse_law(read(f"Статья 1. Часы\n{again * size}".encode(), "law.txt"), "rus", "law.txt")
                   for size in (50, 200))
    assert steps(lambda: owned(long)) <= MOST_STEPS * steps(lambda: owned(short))


ACT = """О внесении изменений и дополнения в Закон «О башенных часах»

Статья 1. Внести в Закон Республики Казахстан от 1 марта 2012 года «О башенных часах» следующие изменения:

1) в статье 1 слово «идут» заменить словом «бьют»;

2) статью 2 исключить;

3) гири статьи 3 повесить выше.

Статья 2. Настоящий Закон вводится в действие со дня его первого официального опубликования.
"""


def test_an_amending_act_is_told_by_its_instructions_and_by_what_none_of_them_owns() -> None:
    Path("act.rus.txt").write_text(ACT, encoding="utf-8")
    (file,) = examined("act.rus.txt", "--lang", "rus")
    assert file["instructions"] == 2
    assert isinstance(file["unread"], list)
    assert [each["text"] for each in file["unread"]] == ["гири статьи 3 повесить выше."]
    shares = file["shares"]
    assert isinstance(shares, list)
    assert (sum(share["characters"] for share in shares), sum(share["tenths"] for share in shares)) == (len(ACT), 1000)
    assert isinstance(file["do"], list)
    assert file["do"][0] == "lawgraph instructions act.rus.txt"
    table = told("act.rus.txt", "--lang", "rus")
    assert "amending act, plain text" in table
    assert "laws amended: 1; instructions: 2, of which 0 must not be applied" in table
