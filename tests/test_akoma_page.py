"""The page on Akoma Ntoso: its commands are run, one after the other, and print what is shown."""

import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

PAGE = ROOT / "docs" / "akoma-ntoso.md"
BLOCK = re.compile(r"```console\n(?P<shown>.*?)```", re.DOTALL)


def run(command: str, folder: Path) -> str:
    """Return what a command of the page prints, in a folder."""
    program = f'lawgraph() {{ "{sys.executable}" -m lawgraph "$@"; }}; {command}'
    told = subprocess.run(["bash", "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    return told.stdout + "".join(line for line in told.stderr.splitlines(keepends=True) if "made from" not in line)


def test_the_commands_print_what_the_page_shows(tmp_path: Path) -> None:
    def block(match: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", match["shown"], re.MULTILINE)
        return "```console\n" + "".join(f"$ {each}\n{run(each, tmp_path)}" for each in commands) + "```"

    page = PAGE.read_text(encoding="utf-8")
    shown = BLOCK.sub(block, page)
    if os.environ.get("LAWGRAPH_PAGES") == "write":
        PAGE.write_text(shown, encoding="utf-8")
    assert shown == page, "where that is meant: LAWGRAPH_PAGES=write pytest tests/test_akoma_page.py"
