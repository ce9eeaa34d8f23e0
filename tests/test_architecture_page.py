"""docs/architecture.md: its map is what the rooms say of themselves, and its recipes name every file that they touch."""

import ast
import re
from pathlib import Path

import pytest

from conftest import ROOT
from test_architecture import ORDER, PACKAGE

PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
LISTS = re.findall(r"<!-- files naming: (.+?) -->\n(.*?)<!-- /files -->", PAGE, re.DOTALL)
READ = (*sorted(PACKAGE.rglob("*.py")), *sorted((ROOT / "site_templates" / "pages").iterdir()),
        *sorted((ROOT / "docs").glob("*.md")))


def room_map() -> str:
    """Return the rooms in the order of the journey, each with the first paragraph of what it says of itself."""
    rooms = dict.fromkeys(each.partition(".")[0] for each in ORDER if not each.startswith("__"))
    rows = (f"| `{room}/` | {_said_by(PACKAGE / room / '__init__.py')} |" for room in rooms)
    return "\n".join(("", "| room | what it holds |", "|---|---|", *rows, ""))


def _said_by(path: Path) -> str:
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(told.partition("\n\n")[0].split())


def naming(pattern: str) -> list[str]:
    """Return the files of the program and its pages of reference that hold a pattern."""
    return [str(path.relative_to(ROOT)) for path in READ
            if path.name != "architecture.md" and re.search(pattern, path.read_text(encoding="utf-8"))]


def test_the_map_is_what_the_rooms_say_of_themselves() -> None:
    written = PAGE.partition("<!-- map -->\n")[2].partition("<!-- /map -->")[0]
    assert written == f"{room_map().lstrip()}\n", "write this between the marks of the map:\n" + room_map()


@pytest.mark.parametrize(("pattern", "listed"), LISTS, ids=[each for each, _ in LISTS])
def test_a_recipe_names_every_file_that_its_example_stands_in(pattern: str, listed: str) -> None:
    found = naming(pattern)
    assert found, "the example is gone: choose another"
    assert re.findall(r"^- `(.+?)`", listed, re.MULTILINE) == found, "write:\n" + "\n".join(f"- `{each}`" for each in found)


@pytest.mark.parametrize("place", sorted(set(re.findall(r"`([a-z_]+(?:/[a-z_]+)*/[a-z_]+\.py|[a-z_]+/)`", PAGE))))
def test_every_place_that_the_page_names_is_there(place: str) -> None:
    assert any((root / place).exists() for root in (PACKAGE, ROOT)), place
