"""The pages on standards of the field: their commands are run, one after the other, and print what is shown."""

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

PAGES = tuple(ROOT / "docs" / name for name in ("akoma-ntoso.md", "filing.md", "git.md", "linked-data.md", "parquet.md"))
BLOCK = re.compile(r"```console\n(?P<shown>.*?)```", re.DOTALL)
EXAMPLE = re.compile(r"(?P<asked>>>> (?:.*\n)(?:\.\.\. .*\n)*)(?P<told>(?:(?!>>> )[^\n`]+\n)*)")


def run(command: str, folder: Path) -> str:
    """Return what a command of the page prints, in a folder."""
    program = f'lawgraph() {{ "{sys.executable}" -m lawgraph "$@"; }}; {command}'
    told = subprocess.run(["bash", "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    return told.stdout + "".join(line for line in told.stderr.splitlines(keepends=True) if "made from" not in line)


def asked(example: str, names: dict[str, object]) -> str:
    """Return what Python prints for an example of the page."""
    told = io.StringIO()
    source = re.sub("^(>>>|\\.\\.\\.) ", "", example, flags=re.MULTILINE)
    with contextlib.redirect_stdout(told):
        exec(compile(source, "page", "single"), names)  # noqa: S102  (our own page)
    return told.getvalue().rstrip("\n") + ("\n" if told.getvalue() else "")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_commands_print_what_the_page_shows(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names: dict[str, object] = {}

    def block(match: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", match["shown"], re.MULTILINE)
        return "```console\n" + "".join(f"$ {each}\n{run(each, tmp_path)}" for each in commands) + "```"

    page = path.read_text(encoding="utf-8")
    shown = BLOCK.sub(block, page)
    monkeypatch.chdir(tmp_path)
    shown = EXAMPLE.sub(lambda match: match["asked"] + asked(match["asked"], names), shown)
    if os.environ.get("LAWGRAPH_PAGES") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == page, "where that is meant: LAWGRAPH_PAGES=write pytest tests/test_exchange_pages.py"
