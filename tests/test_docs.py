"""The reference in docs/ is made from the program, and says what the program does."""

import re

import click
import pytest

from conftest import ROOT
from lawgraph.commands.cli import COMMANDS, main
from lawgraph.commands.reference import pages
from lawgraph.printout.exports import EVERY_ANSWER, EVERY_SHAPE


@pytest.mark.parametrize("name", ["cli.md", "json.md", "tables.md"])
def test_a_page_is_what_the_program_would_write(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == pages()[name], "run: python -m lawgraph.commands.reference docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_in_its_help_what_it_does_and_how_it_is_used(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    assert command.help.startswith(COMMANDS[name])
    assert command.help.count(f"lawgraph {name}") >= 2, "two examples"
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, f"{name} {parameter.name}"


def test_every_shape_is_used() -> None:
    kinds = " ".join([*(field.kind for shape in EVERY_SHAPE for field in (*shape.fields, *shape.sometimes)),
                      *(each.kind for each in EVERY_ANSWER.values())])
    assert all(shape.name in kinds for shape in EVERY_SHAPE)


def test_every_fault_that_attacks_found_has_a_test_that_is_there() -> None:
    written = (ROOT / "benchmarks" / "ATTACKS.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| F(\d+) \|.*\| `(\w+\.py)::((?:\w+::)*)(\w+)` \|$", written, re.MULTILINE)
    assert sorted({int(number) for number, *_ in rows}) == list(range(1, 27))
    for _, file, around, name in rows:
        text = (ROOT / "tests" / file).read_text(encoding="utf-8")
        inside = text.partition(f"\nclass {around.removesuffix('::')}")[2] if around else text
        assert re.search(rf"^{'    ' if around else ''}(?:async )?def {name}\(", inside, re.MULTILINE), f"{file}::{around}{name}"
