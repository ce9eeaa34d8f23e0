"""The notebook for researchers runs, and shows what the program answers: `LAWGRAPH_PAGES=write` writes its outputs anew."""

import ast
import contextlib
import io
import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import ROOT

NOTEBOOK = ROOT / "docs" / "research.ipynb"
Cell = dict[str, object]


def executed(cells: list[Cell], database: Path) -> list[Cell]:
    """Return the cells of code with what they print and what their last line gives, as a notebook holds it."""
    names: dict[str, object] = {"__name__": "__main__"}
    return [each | {"outputs": _outputs("".join(each["source"]), names, database)}  # type: ignore[arg-type]  # lines of text
            if each["cell_type"] == "code" else each for each in cells]


def _outputs(source: str, names: dict[str, object], database: Path) -> list[Cell]:
    tree = ast.parse(source.replace("build/lawgraph.db", str(database)))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102  (the cells of our own notebook)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None  # noqa: S307
    told: list[Cell] = []
    if printed.getvalue():
        told.append({"output_type": "stream", "name": "stdout", "text": printed.getvalue().splitlines(keepends=True)})
    if value is not None:
        shown = {"image/svg+xml": value._repr_svg_().splitlines(keepends=True)} if hasattr(value, "_repr_svg_") else {}
        told.append({"output_type": "display_data", "metadata": {}, "data": shown | {"text/plain": [repr(value)]}})
    return told


@pytest.fixture(scope="module")
def notebook() -> dict[str, object]:
    held = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert isinstance(held, dict)
    return held


def test_the_notebook_shows_what_the_program_answers(notebook: dict[str, object], database: Path) -> None:
    cells = notebook["cells"]
    assert isinstance(cells, list)
    told = executed(cells, database)
    if os.environ.get("LAWGRAPH_PAGES") == "write":
        NOTEBOOK.write_text(json.dumps(notebook | {"cells": told}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert told == json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"], \
        "LAWGRAPH_PAGES=write pytest tests/test_notebook.py"


def test_each_of_its_three_questions_has_a_picture_that_says_what_it_shows(notebook: dict[str, object]) -> None:
    cells = notebook["cells"]
    assert isinstance(cells, list)
    pictures = ["".join(output["data"]["image/svg+xml"]) for cell in cells for output in cell.get("outputs", ())
                if "image/svg+xml" in output.get("data", {})]
    asked = [cell for cell in cells if "".join(cell["source"]).startswith("## ")]
    assert len(pictures) == len(asked) == 3
    for each in pictures:
        picture = ElementTree.fromstring(each)  # noqa: S314  (drawn by the notebook itself)
        assert picture.get("role") == "img"
        assert picture.findtext("{http://www.w3.org/2000/svg}title")
