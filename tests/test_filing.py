"""A law on a day as a paper for the file: the words of that day, words of ours where none are held, and a foot."""

import io
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from docx import Document

from lanterns import LANGUAGES, LAW, days_of, lanterns
from lawgraph.commands import options
from lawgraph.commands.cli import main
from lawgraph.database.opening import connect
from lawgraph.exchange.filing import as_docx, as_page, paper_of
from lawgraph.exchange.told import told_on
from lawgraph.law.eid import Eid
from lawgraph.law.errors import UnknownProvision
from lawgraph.queries.answers import differing_days, places, provision_on, provisions_on

REAL, POINT = "Z100000271_", ["--on", "2013-07-20", "--provision", "art. 5"]


@pytest.fixture(scope="module")
def lit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(connect(lanterns(tmp_path_factory.mktemp("lanterns")))) as opened:
        yield opened


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_paper_holds_the_words_of_its_day_and_no_others(lit: sqlite3.Connection, lang: str) -> None:
    held = {each.version.text for day in days_of(differing_days(lit, LAW, lang)) for each in provisions_on(lit, LAW, lang, day)}
    for day in days_of(differing_days(lit, LAW, lang)):
        words = "\n".join(each.words for each in paper_of(told_on(lit, LAW, lang, day), None, "").lines)
        found = provisions_on(lit, LAW, lang, day)
        own = {each.version.text for each in found if each.version.text}
        assert all(text in words for text in own)
        assert not [text for text in held - own if text and text in words and not any(text in each for each in own)]


def test_where_no_wording_is_held_words_say_so_in_its_place(conn: sqlite3.Connection) -> None:
    for day in differing_days(conn, REAL, "eng"):
        told = told_on(conn, REAL, "eng", day)
        unheld = [each for each in provisions_on(conn, REAL, "eng", day)
                  if each.version.text is None and each.version.in_operation != "no"]
        said = [sentence for each in paper_of(told, None, "").lines for sentence in each.said]
        assert len(said) >= len(unheld)


def test_a_provision_comes_with_its_parts_alone(conn: sqlite3.Connection) -> None:
    day = differing_days(conn, REAL, "eng")[5]
    for place in places(conn, REAL)[:60]:
        lines = paper_of(told_on(conn, REAL, "eng", day), place.eid, "").lines
        texts = [each.version.text for each in provision_on(conn, REAL, "eng", place.eid, day) if each.version.text]
        assert all(any(text in line.words for line in lines) for text in texts)
        assert sum(len(line.words) for line in lines) <= sum(map(len, texts)) + 60 * len(lines)
    with pytest.raises(UnknownProvision):
        paper_of(told_on(conn, REAL, "eng", day), Eid("art_700"), "")


def test_a_document_has_the_paper_and_its_foot_and_the_same_bytes_each_time(conn: sqlite3.Connection) -> None:
    day = differing_days(conn, REAL, "eng")[8]
    paper = paper_of(told_on(conn, REAL, "eng", day), Eid("art_5"), "https://laws.example/law")
    raw = as_docx(paper)
    assert raw == as_docx(paper)
    document = Document(io.BytesIO(raw))
    shown = [each.text for each in document.paragraphs]
    assert [each.words for each in paper.lines] == [re.sub(r" \[.*\]$", "", text) for text in
                                                    shown[1 + len(paper.standing):-1]]
    foot = document.sections[0].footer.paragraphs[0].text
    assert foot == shown[-1] == "\n".join(paper.foot)
    assert re.search(r"\[[a-z ]+\]\nhttps://laws\.example/law\nBuild [0-9a-f]{64}$", foot)


def test_no_words_of_a_law_are_markup(conn: sqlite3.Connection) -> None:
    paper = paper_of(told_on(conn, REAL, "eng", differing_days(conn, REAL, "eng")[8]), Eid("art_5"), '"; } <b>&\\')
    page = as_page(paper)
    assert "<b>" not in page
    assert "&lt;b&gt;&amp;" in page
    assert r'"\22 \3b  \7d  \3c b\3e \26 \5c \a "' in page


@pytest.mark.browser
def test_chromium_prints_it_with_the_foot_on_every_page(database: Path, tmp_path: Path) -> None:
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        pytest.skip("Chromium is missing (Debian: apt-get install chromium)")
    told = CliRunner().invoke(main, ["export", "271-IV", str(tmp_path / "law.pdf"), "--format", "pdf", "--on", "2020-07-20",
                                     "--db", str(database), "--address", "https://laws.example"])
    assert (told.exit_code, told.output) == (0, "")
    with closing(pypdfium2.PdfDocument(tmp_path / "law.pdf")) as printed:
        pages = [printed[number].get_textpage().get_text_range() for number in range(len(printed))]
    assert len(pages) > 3
    assert all("https://laws.example/law/Z100000271_/eng/on/2020-07-20" in each and "[partly held]" in each for each in pages)
    assert all(f"{number} / {len(pages)}" in each for number, each in enumerate(pages, 1))


NO_CHROMIUM = ("pdf: Chromium is not on this machine, and it is what prints; install it (Debian: apt-get install chromium), or "
               "take --format docx")


@pytest.mark.parametrize(("form", "said"), [
    ("docx", 'docx: the package docx is not installed; run: pip install "lawgraph[docx]"'), ("pdf", NO_CHROMIUM)])
def test_what_is_missing_is_told_in_one_line(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str,
                                             said: str) -> None:
    monkeypatch.setattr(options, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    told = CliRunner().invoke(main, ["export", "271-IV", str(tmp_path / "out"), "--format", form, *POINT, "--db", str(database)])
    assert told.output == f"lawgraph: {said}\n"
    assert list(tmp_path.iterdir()) == []


def test_bad_input_leaves_nothing_and_harms_nothing(database: Path, tmp_path: Path) -> None:
    out = tmp_path / "held.docx"
    out.write_text("somebody's")
    for given, said in (([str(out), *POINT], "something is there already"), ([str(tmp_path / "new"), "--on", "2013-02-30"], "2013-02-28"),
                        ([str(tmp_path / "new")], "say --on DAY"), ([str(tmp_path / "none" / "new"), *POINT], "its folder is not there"),
                        ([str(tmp_path / "new"), "--on", "2013-07-20", "--provision", "art. 700"], "no such provision")):
        told = CliRunner().invoke(main, ["export", "271-IV", *given, "--format", "docx", "--db", str(database)])
        assert told.exit_code == 2
        assert said in told.output, told.output
    assert [each.name for each in tmp_path.iterdir()] == ["held.docx"]
    assert out.read_text() == "somebody's"
