"""The README tells the truth: each command it shows prints what stands below it."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawgraph.commands.cli import main

README = Path(__file__).parents[1] / "README.md"
SHOWN = re.findall(r"```console\n\$ lawgraph ([^\n]*)\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the database of the checkout once."""
    path = tmp_path_factory.mktemp("readme") / "lawgraph.db"
    assert CliRunner().invoke(main, ["build", "--db", str(path)]).exit_code == 0
    return path


def test_the_first_screen_shows_a_question_with_its_answer() -> None:
    assert SHOWN
    assert README.read_text(encoding="utf-8").index("```console") < 600


@pytest.mark.parametrize(("command", "printed"), SHOWN)
def test_a_command_prints_what_the_readme_shows(command: str, printed: str, database: Path) -> None:
    result = CliRunner().invoke(main, [*shlex.split(command), "--db", str(database)])
    assert result.exit_code == 0, result.output
    assert result.output == printed
