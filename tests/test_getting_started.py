"""The pages for beginners, in Russian and in Kazakh: their commands are run, one after the other, and print what is shown."""

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from lawgraph.commands.cli import COMMANDS, main

PAGES = sorted((ROOT / "docs").glob("getting-started.*.md"))
BLOCK = re.compile(r"<!-- file: (?P<file>\S+) -->\n```toml\n(?P<held>.*?)```|```console\n(?P<shown>.*?)```", re.DOTALL)


def run(command: str) -> str:
    """Return what a command of the page prints, in the folder at hand."""
    name, *words = shlex.split(command)
    if name == "mkdir":
        Path(*words).mkdir()
        return ""
    assert name == "lawgraph"
    told = CliRunner().invoke(main, words)
    assert told.exit_code == 0, told.output
    return told.output


def played(page: str) -> str:
    """Return a page with what its commands print, its files written where it says so."""
    def block(match: re.Match[str]) -> str:
        if match["file"]:
            Path(match["file"]).write_text(match["held"], encoding="utf-8")
            return match[0]
        commands = re.findall(r"^\$ (.*)$", match["shown"], re.MULTILINE)
        return "```console\n" + "".join(f"$ {each}\n{run(each)}" for each in commands) + "```"
    return BLOCK.sub(block, page)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_commands_print_what_the_page_shows(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    monkeypatch.chdir(tmp_path)
    page = path.read_text(encoding="utf-8")
    shown = played(page)
    if os.environ.get("LAWGRAPH_PAGES") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == page, "where that is meant: LAWGRAPH_PAGES=write pytest tests/test_getting_started.py"


def test_both_pages_run_the_same_commands() -> None:
    kazakh, russian = (re.findall(r"^\$ lawgraph (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE) for path in PAGES)
    assert len(PAGES) == 2
    assert russian == kazakh


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_every_command_that_a_page_names_is_there(path: Path) -> None:
    named = re.findall(r"(?:^\$ |`)lawgraph ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= set(COMMANDS), path.name


@pytest.mark.parametrize("path", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"],
                         ids=lambda path: path.name)
def test_no_link_of_the_documentation_is_broken(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [each for each in links if not (path.parent / each).exists()] == []
