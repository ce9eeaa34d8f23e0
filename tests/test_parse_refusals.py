"""What `lawgraph parse` refuses, and how it says so: one line on stderr, exit status 2, nothing on stdout."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawgraph.cli import main
from lawgraph.corpus import read_manifest, read_source
from lawgraph.errors import SourceError

BROKEN = Path(__file__).parent / "broken"


def refusal(*arguments: str) -> str:
    answer = CliRunner().invoke(main, ["parse", *arguments])
    assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)
    return answer.stderr.strip().removeprefix("lawgraph: ")


@pytest.mark.parametrize(("name", "line"), [
    ("missing.txt", "there is no such file; check the path"),
    ("", "this is a directory; name one file of it"),
    ("empty.txt", "the file is empty; save the page of the law again as plain text"),
    ("page.txt", "this is a web page with markup, not plain text; open the law in a browser and save its text"),
    ("letter.txt", "no article, heading or numbered paragraph can be read in it as eng; give the text of a law"),
    ("russian.txt", "no article, heading or numbered paragraph can be read in it as eng; try --lang rus"),
])
def test_refusals(name: str, line: str) -> None:
    assert refusal(str(BROKEN / name)) == f"{BROKEN / name}: {line}"


def test_another_encoding() -> None:
    path = BROKEN / "windows-1251.txt"
    assert refusal(str(path), "--lang", "rus") == (
        f"{path}, byte 0: 0xD1 is not UTF-8; convert the file, for example with: iconv -f windows-1251 -t utf-8")


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
        '[[source]]\nfile = "eng.txt"\nlang = "eng"\nstanding = "translation"\nsha256 = "00ff"\n', encoding="utf-8")
    manifest = read_manifest(tmp_path)
    with pytest.raises(SourceError, match=r"its SHA-256 is .*, but the manifest records 00ff…; restore"):
        read_source(tmp_path, manifest.sources[0])


@pytest.mark.parametrize(("manifest", "line"), [
    ("id = ", "this is not TOML"),
    ('id = "Z1"', "the field 'number' is missing; add number = …"),
    ('id = "Z1"\nnumber = 3', "'number' is 3; write a text in quotes"),
])
def test_a_manifest_that_cannot_be_used(tmp_path: Path, manifest: str, line: str) -> None:
    (tmp_path / "manifest.toml").write_text(manifest, encoding="utf-8")
    with pytest.raises(SourceError) as told:
        read_manifest(tmp_path)
    assert line in str(told.value)


def test_the_command_line_starts_without_the_libraries_of_other_commands() -> None:
    script = ("import sys, lawgraph.cli; "
              "print([name for name in ('datasette', 'networkx', 'sqlite_utils', 'lxml') if name in sys.modules])")
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
