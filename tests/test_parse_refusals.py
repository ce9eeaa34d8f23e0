"""What `lawgraph parse` refuses, and how it says so: one line on stderr, exit status 2, nothing on stdout."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from growth import is_linear, processor
from lawgraph.commands.cli import main
from lawgraph.intake.corpus import read_manifest, read_source
from lawgraph.law.document import Span
from lawgraph.law.eid import LAW, Kind
from lawgraph.law.errors import FactError, SourceError
from lawgraph.parsing.document import parse
from lawgraph.parsing.outline import Draft
from lawgraph.reading.opening import read

BROKEN = Path(__file__).parent / "broken"
SAVE_AGAIN = "open the law in a browser and save the page again"


def refusal(*arguments: str) -> str:
    answer = CliRunner().invoke(main, ["parse", *arguments])
    assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)
    return answer.stderr.strip().removeprefix("lawgraph: ")


@pytest.mark.parametrize(("name", "line"), [
    ("missing.txt", "there is no such file; check the path"),
    ("", "this is a directory; name one file of it"),
    ("empty.txt", "the file is empty; save the page of the law again"),
    ("page.txt", f"this is an error page ('404'), not the text of a law; {SAVE_AGAIN}"),
    ("not_found.html", f"this is an error page ('404 - Страница не найдена'), not the text of a law; {SAVE_AGAIN}"),
    ("bad_gateway.html", f"this is an error page ('502 Bad Gateway'), not the text of a law; {SAVE_AGAIN}"),
    ("login.html", f"this is a page to log in ('Вход в систему'), not the text of a law; {SAVE_AGAIN}"),
    ("other_site.html", "this is a page of another site ('Сад и огород: солнечные часы своими руками'): it has no text container (div.container_gamma.text); save the page of the law from adilet.zan.kz, or its text as plain text"),
    ("changed_markup.html", "the page has no text container (div.container_gamma.text): its markup is not the known one, or it is another tab of the law; save the tab with the text; if it is that, report the page"),
    ("empty_container.html", f"the page breaks off: its text container (div.container_gamma.text) is empty; {SAVE_AGAIN}"),
    ("other.json", "this JSON is no act of the official interface: it has no 'content'; give the answer of documents/CODE/LANGUAGE"),
    ("empty.json", "the act has no text: its 'content' is empty; give the answer of documents/CODE/LANGUAGE"),
    ("letter.txt", "no article, heading or numbered paragraph can be read in it as eng; give the text of a law"),
    ("russian.txt", "no article, heading or numbered paragraph can be read in it as eng; try --lang rus"),
])
def test_refusals(name: str, line: str) -> None:
    assert refusal(str(BROKEN / name)) == f"{BROKEN / name}: {line}"


def test_another_encoding() -> None:
    path = BROKEN / "windows-1251.txt"
    assert refusal(str(path), "--lang", "rus") == (
        f"{path}, byte 0: 0xD1 is not UTF-8; convert the file, for example with: iconv -f windows-1251 -t utf-8")


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "utf-16le", "utf-16be", "utf-32", "windows-1251"])
def test_the_remedy_names_the_encoding_that_a_text_is_likely_in(encoding: str) -> None:
    words = "Статья 1. Основные понятия\n\nФонарь - светильник, который стоит на столбе у дороги.\n"
    with pytest.raises(SourceError, match="is not UTF-8") as caught:
        read(words.encode(encoding), "rus.txt")
    assert caught.value.remedy == f"convert the file, for example with: iconv -f {encoding} -t utf-8"


def test_a_text_with_a_few_lost_bytes_is_in_no_other_encoding() -> None:
    with pytest.raises(SourceError) as caught:
        read("Статья 1. Фонари\n\nФонарь стоит на столбе у дороги.\n".encode() + b"\xff\xfe\xc3", "rus.txt")
    assert caught.value.remedy == "some of its bytes are lost: save the page again"


@pytest.mark.parametrize(("raw", "form"), [(b"\x1f\x8b\x08\0", "GZIP"), (b"\x89PNG\r\n", "PNG"), (b"7z\xbc\xaf\x27", "7Z")])
def test_an_archive_and_a_picture_are_named(raw: bytes, form: str) -> None:
    with pytest.raises(SourceError, match=f"a file in the format {form}, which is not read"):
        read(raw, "rus.txt")


@pytest.mark.parametrize("kind", ["multipart/mixed", "message/rfc822"])
def test_pages_within_pages_without_end_are_refused_before_they_are_taken_apart(kind: str) -> None:
    within = "".join(f"content-type:\n {kind}; boundary=\"b{place}\"\n\n--b{place}\n" for place in range(2000))
    with pytest.raises(SourceError, match="more stands within each other in this file than any browser writes"):
        read(f"MIME-Version: 1.0\n{within}".encode(), "law.mhtml")


def test_a_page_in_two_encodings() -> None:
    path = BROKEN / "mixed_encodings.html"
    assert refusal(str(path)) == (f"{path}, byte 398: the page says that it is windows-1251, but here it is UTF-8; "
                                  "save the page again in one encoding")


def test_json_that_breaks_off() -> None:
    path = BROKEN / "damaged.json"
    assert refusal(str(path)) == f"{path}, line 4: the JSON breaks off or is damaged; fetch it again"


@pytest.mark.parametrize(("name", "found"), [
    ("half_page.html", [("half_page", "error", 6, "the page breaks off: what follows the text (div.aftertext) is missing, so the law may go on")]),
    ("nested_tables.html", [("nested_table", "warning", 8, "a table stands inside the cell of another: its text is read as that of the cell")]),
    ("no_act_named.html", [("no_act", "error", 7, "a footnote that names no act: 'Сноска. Статья 1 с изменениями.'"),
                           ("unread_footnote", "error", 7, "no act did this: 'Сноска. Статья 1 с изменениями.'")]),
    ("windows-1251.html", []),
])
def test_what_is_read_and_does_not_fit(name: str, found: list[tuple[str, str, int, str]]) -> None:
    answer = CliRunner().invoke(main, ["parse", str(BROKEN / name)])
    document = json.loads(answer.stdout)
    assert [(each["kind"], each["severity"], each["line"], each["message"]) for each in document["findings"]] == found
    assert document["provisions"][0]["eid"] == "art_1"


def test_the_language_is_what_the_file_says_of_itself() -> None:
    answer = CliRunner().invoke(main, ["parse", str(Path(__file__).parent / "golden_formats" / "sundials" / "kaz.html")])
    assert json.loads(answer.stdout)["provisions"][1] == {
        "eid": "sec_1", "kind": "section", "number": "1", "heading": "Жалпы бөлім", "text": None, "excluded": False, "line": 24}


def test_headings_in_another_language(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    path.write_bytes((Path(__file__).parent / "golden_formats" / "sundials" / "rus.txt").read_bytes())
    assert refusal(str(path)) == f"{path}: its headings are not eng; try --lang rus"


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_no_cut_makes_a_page_pass_for_a_whole_one(cut: float) -> None:
    raw = (Path(__file__).parent / "golden_formats" / "sundials" / "rus.html").read_bytes()
    begin, end = raw.index(b"<article>") + 9, raw.index(b'<div class="container_omega')
    half = raw[:int(begin + (end - begin) * cut)].decode(errors="ignore").encode()
    assert "half_page" in [finding.kind for finding in read(half, "half.html").findings]


def test_a_page_nested_deeper_than_any_law() -> None:
    raw = (Path(__file__).parent / "broken" / "no_act_named.html").read_text(encoding="utf-8")
    deep = raw.replace("</article>", f"{'<div>' * 5000}<p>Глубоко.</p>{'</div>' * 5000}</article>")
    with pytest.raises(SourceError, match=r"deep.html, line \d+: more elements stand inside one another than in any page"):
        read(deep.encode(), "deep.html")


@pytest.mark.parametrize("line", ["<p>      1) часы;</p>\n", "<span class=note>слово </span><br/>\n", "<i>о", "<td>x", "*a *",
                                  "> *слово\n", "[a](b", "{"])
@pytest.mark.parametrize("head", ['<!DOCTYPE html><div class="container_gamma text"><article>', "# О часах\n"])
def test_four_times_as_much_takes_about_four_times_as_long(line: str, head: str) -> None:
    def job(size: int) -> None:
        with suppress(SourceError):
            read((head + line * (size // len(line))).encode(), "large")

    assert is_linear(processor(job), 100_000)


def test_a_line_without_end(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("\nArticle 1. X\n" + "x" * 50_000_000, encoding="utf-8")
    assert refusal(str(path)) == (
        f"{path}, line 3: the line has more than 1,000,000 characters; save the text of the law with its line ends")


def test_a_file_larger_than_any_law(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(64_000_001)
    assert refusal(str(path)) == (
        f"{path}: the file has 64,000,001 bytes, more than any law (64,000,000); give the text of one law")


def test_a_path_that_no_file_can_have() -> None:
    assert refusal("x" * 5000).endswith("the file cannot be read (File name too long); check path and permissions")


def test_a_file_of_the_corpus_that_was_changed(tmp_path: Path) -> None:
    (tmp_path / "eng.txt").write_text("Article 1. X", encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(
        'id = "Z1"\nnumber = "1-I"\nadopted = 2001-02-03\nkind = "law"\n[titles]\neng = "X"\n'
        '[[source]]\nfile = "eng.txt"\nlang = "eng"\nstanding = "translation"\nsha256 = "' + "00ff" * 16 + '"\n', encoding="utf-8")
    manifest = read_manifest(tmp_path)
    with pytest.raises(SourceError, match=r"its SHA-256 is .*, but the manifest records 00ff00ff00ff…; restore"):
        read_source(tmp_path, manifest.sources[0])


LAW_OF_1 = 'id = "Z1"\nnumber = "1-I"\nadopted = 2001-02-03\nkind = "law"\n'
SOURCE_OF_1 = '[[source]]\nfile = "a.txt"\nlang = "eng"\nstanding = "translation"\nsha256 = "' + "00ff" * 16 + '"\n'


@pytest.mark.parametrize(("manifest", "line"), [
    ("id = ", "manifest.toml:1: this is no TOML: invalid value"),
    ('id = "Z1"', "manifest.toml:1 number: the key is missing; write number: number, with Latin numerals and no №"),
    ('id = "Z1"\nnumber = 3', 'manifest.toml:2 number: 3 is not text; write it in quotes, as "124-V"'),
    (LAW_OF_1 + 'stadning = "x"', "manifest.toml:5 stadning: this key is not known; the keys here are id, zan, number, adopted, "),
    (LAW_OF_1 + SOURCE_OF_1 + 'stadning = "x"', "manifest.toml:10 source[1].stadning: this key is not known; the keys here are file, "),
    (LAW_OF_1 + SOURCE_OF_1 + 'dated_by = "chance"', 'source[1].dated_by: "chance" is not a word that belongs here'),
    (LAW_OF_1 + SOURCE_OF_1 * 2, "manifest.toml:11 source[2].file: a.txt is named above already; name each file once"),
    *((LAW_OF_1 + SOURCE_OF_1.replace("a.txt", name), f'source[1].file: "{name}" is no name of a file in this folder; put')
      for name in ("../x", "/etc/passwd", "a/b", "..", ".hidden", "C:x", "~/../x")),
    *((LAW_OF_1.replace("Z1", name), f'id: "{name}" cannot be the id of a law; write it as') for name in ("a/b", "..", "-", "закон")),
    (LAW_OF_1.replace('"law"', '"poem"'), 'kind: "poem" is not a word that belongs here; write one of law'),
    (LAW_OF_1.replace("2001-02-03", "2001-02-30"), "2001-02-30"),
    (LAW_OF_1 + "x = " + "[" * 9_999, "its lists or tables stand inside one another without end"),
    (LAW_OF_1 + "x = " + "9" * 9_999, "one of its numbers has thousands of digits"),
    (LAW_OF_1 + SOURCE_OF_1.replace("00ff", "00FG", 1), "source[1].sha256: "),
])
def test_a_manifest_that_cannot_be_used(tmp_path: Path, manifest: str, line: str) -> None:
    (tmp_path / "manifest.toml").write_text(manifest, encoding="utf-8")
    with pytest.raises(FactError) as told:
        read_manifest(tmp_path)
    assert line in str(told.value)


def test_the_command_line_starts_without_the_libraries_of_other_commands() -> None:
    script = ("import sys, lawgraph.commands.cli; "
              "print([name for name in ('datasette', 'networkx', 'sqlite_utils', 'lxml') if name in sys.modules])")
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_heading_of_many_lines_is_put_together_once() -> None:
    def job(size: int) -> None:
        draft = Draft(LAW, Kind.LAW, None, None, Span(0, 1, 1))
        for _ in range(size):
            draft.title("слово" * 400, Span(0, 1, 1))
        assert len(draft.freeze().heading or "") == 2001 * size - 1

    assert is_linear(processor(job), 500)


def test_a_paragraph_of_many_short_lines_is_read_in_the_time_of_its_length() -> None:
    def job(size: int) -> None:
        lines = "а<br>" * size
        page = ('<!DOCTYPE html><div class="container_gamma text"><article><h3>1-бап. Шам</h3><p>      Жарық береді.</p>'
                f"<p>{lines}</p></article></div>")
        parse(read(page.encode(), "page"), "kaz")

    assert is_linear(processor(job), 4000)
