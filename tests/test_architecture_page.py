"""docs/architecture.md: its map is what the rooms say of themselves, and its recipes name every file that they touch."""

import ast
import os
import re
from pathlib import Path

import pytest

from conftest import ROOT
from test_architecture import ORDER, PACKAGE

PLACE = ROOT / "docs" / "architecture.md"
PAGE = PLACE.read_text(encoding="utf-8")
MAP = re.compile(r"<!-- map -->\n.*?<!-- /map -->", re.DOTALL)
LIST = re.compile(r"<!-- files naming: (.+?) -->\n.*?<!-- /files -->", re.DOTALL)
READ = (*sorted(path for ending in ("py", "sql", "toml") for path in PACKAGE.rglob(f"*.{ending}")), *sorted((ROOT / "site_templates" / "pages").iterdir()),
        *sorted((ROOT / "docs").glob("*.md")))


def room_map() -> str:
    """Return the rooms in the order of the journey, each with the first paragraph of what it says of itself."""
    rooms = dict.fromkeys(each.partition(".")[0] for each in ORDER if not each.startswith("__"))
    named = {room: PACKAGE / room / "__init__.py" for room in rooms}
    rows = (f"| `{room}/` | {_said_by(path)} |" for room, path in named.items() if path.exists())
    return "\n".join(("| room | what it holds |", "|---|---|", *rows))


def _said_by(path: Path) -> str:
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(told.partition("\n\n")[0].split())


def naming(pattern: str) -> tuple[str, ...]:
    """Return the files of the program and its pages of reference that hold a pattern."""
    found = tuple(str(path.relative_to(ROOT)) for path in READ
                  if path != PLACE and re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE))
    assert found, f"the example {pattern} is gone: choose another"
    return found


def written() -> str:
    """Return the page with its map and its lists as they ought to be."""
    mapped = MAP.sub(lambda _: f"<!-- map -->\n{room_map()}\n<!-- /map -->", PAGE)
    return LIST.sub(lambda match: "\n".join((f"<!-- files naming: {match[1]} -->", *(f"- `{each}`" for each in naming(match[1])),
                                             "<!-- /files -->")), mapped)


def test_the_map_and_the_recipes_are_those_of_the_program() -> None:
    """The map is what the rooms say of themselves; a recipe names every file in which its example stands."""
    shown = written()
    if os.environ.get("LAWGRAPH_PAGES") == "write":
        PLACE.write_text(shown, encoding="utf-8")
    assert shown == PAGE, "read what the recipes say beside it, then: LAWGRAPH_PAGES=write pytest tests/test_architecture_page.py"


@pytest.mark.parametrize("place", sorted(set(re.findall(r"`([a-z_]+(?:/[a-z_]+)*/[a-z_]+\.py|[a-z_]+/)`", PAGE))))
def test_every_place_that_the_page_names_is_there(place: str) -> None:
    assert any((root / place).exists() for root in (PACKAGE, ROOT)), place
