"""The reference in docs/ is made from the program, and says what the program does."""

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from conftest import ROOT
from lawgraph.cli import COMMANDS, main
from lawgraph.printout.json_shapes import ANSWERS, OPEN, SHAPES, Answer
from lawgraph.reference import pages

ASKED = {
    "text": ("text 271-IV --on 2013-07-20", "text 271-IV --on 2009-01-01", "text 271-IV 5(2) --on 2026-05-01"),
    "history": ("history 271-IV art_7", "history 271-IV"),
    "diff": ("diff 271-IV 2010-07-01 2026-01-01",),
    "acts": ("acts",),
    "check": ("check",),
    "parse": ("parse corpus/Z100000271_/eng.txt",),
}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
BY_NAME = {shape.name: shape for shape in SHAPES}


@pytest.mark.parametrize("name", ["cli.md", "json.md", "tables.md"])
def test_a_page_is_what_the_program_would_write(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == pages()[name], "run: python -m lawgraph.reference docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_in_its_help_what_it_does_and_how_it_is_used(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help is not None
    assert command.help.startswith(COMMANDS[name])
    assert command.help.count(f"lawgraph {name}") >= 2, "two examples"
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help, f"{name} {parameter.name}"


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.command)
def test_an_answer_has_the_shape_that_the_reference_describes(
        answer: Answer, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for asked in ASKED[answer.command]:
        on = [] if answer.command == "parse" else ["--db", str(database)]
        told = CliRunner().invoke(main, [*asked.split(), "--format", "json", *on], catch_exceptions=False)
        _check(json.loads(told.stdout), answer.kind, answer.command)


def test_every_shape_is_used() -> None:
    kinds = " ".join([*(field.kind for shape in SHAPES for field in shape.fields), *(each.kind for each in ANSWERS)])
    assert all(shape.name in kinds for shape in SHAPES)


@pytest.mark.parametrize(("value", "kind"), [
    (None, "text"), (1, "text"), ("2013", "day"), ({}, "place"), ({"file": None, "line": None, "more": 1}, "place"),
    ([1], "list of text"), (True, "number"),
])
def test_the_comparison_bites(value: object, kind: str) -> None:
    with pytest.raises(AssertionError):
        _check(value, kind, "here")


def _check(value: object, kind: str, place: str) -> None:
    """Fail where a value is not of the kind described."""
    if kind.endswith(" or null"):
        if value is not None:
            _check(value, kind.removesuffix(" or null"), place)
    elif kind.startswith("list of "):
        assert isinstance(value, list), place
        for number, each in enumerate(value):
            _check(each, kind.removeprefix("list of "), f"{place}[{number}]")
    elif kind in BY_NAME:
        assert isinstance(value, dict), place
        described = {field.name: field.kind for field in BY_NAME[kind].fields}
        assert set(described) <= set(value), place
        assert kind in OPEN or set(value) == set(described), place
        for name, inner in described.items():
            _check(value[name], inner, f"{place}.{name}")
    else:
        assert _PLAIN[kind](value), f"{place}: {value!r} is no {kind}"


_PLAIN = {
    "text": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "true or false": lambda value: isinstance(value, bool),
    "day": lambda value: isinstance(value, str) and bool(DAY.fullmatch(value)),
}
