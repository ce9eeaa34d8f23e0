"""Templates are compiled once, and kept where Python keeps what it compiled of the program."""

import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment

from lawgraph.site.render import Compiled

GREETING = "good {{ time }}"


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def kept(folder: Path, source: str = GREETING) -> CodeType | None:
    """What another process would find of a template."""
    return Compiled(folder).get_bucket(Environment(autoescape=True), "greeting", None, source).code


def compiled(folder: Path) -> str:
    held = Environment(loader=DictLoader({"greeting": GREETING}), bytecode_cache=Compiled(folder), autoescape=True)
    return held.get_template("greeting").render(time="morning")


def test_a_template_is_compiled_once_for_all_processes(tmp_path: Path) -> None:
    assert kept(tmp_path) is None
    assert compiled(tmp_path) == "good morning"
    assert kept(tmp_path) is not None
    assert compiled(tmp_path) == "good morning"


def test_one_that_changed_is_compiled_anew(tmp_path: Path) -> None:
    compiled(tmp_path)
    assert kept(tmp_path, GREETING.upper()) is None


def test_what_is_left_of_a_damaged_file_is_not_taken(tmp_path: Path) -> None:
    compiled(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for length in (0, 10, len(whole) // 2):
        file.write_bytes(whole[:length])
        assert kept(tmp_path) is None
        assert compiled(tmp_path) == "good morning"
        assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled(tmp_path / "missing") == "good morning"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled(tmp_path) == "good morning"
    assert not list(tmp_path.iterdir())
