"""docs/design.md says by which rules answers come about, and each of its rules is quoted by a test that shows it at work."""

import ast
import re
from collections.abc import Iterator

import pytest

from conftest import ROOT

QUOTING = ("eid", "amendments", "commencement", "evidence", "editions", "not_understood", "presence", "wording",
           "timeline", "against_each_other")
"""The tests whose docstrings quote the design, by the part of it that they are about."""
_FINE, _COARSE = re.compile(r"…|[.:;,()]"), re.compile(r"…|[.;]")
FEWEST = 4
"""Words that make a quotation: fewer may stand anywhere."""


def plain(text: str) -> str:
    """Return the bare words of a text."""
    return " ".join(re.sub(r"[][*`.:;,()\"“”«»]", " ", text).casefold().split())


DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


def pieces(text: str) -> set[str]:
    """Return the pieces of a sentence between its marks that are long enough to be a quotation."""
    cut = (plain(piece) for marks in (_FINE, _COARSE) for piece in marks.split(text))
    return {each for each in cut if len(each.split()) >= FEWEST}


def rules() -> Iterator[str]:
    """Give each rule under a heading that promises tests."""
    for part in re.split(r"^## ", DESIGN, flags=re.MULTILINE):
        if "⚖" in part.partition("\n")[0]:
            yield from re.findall(r"^- (.+(?:\n  .+)*)", part, re.MULTILINE)


def quotations() -> Iterator[tuple[str, str]]:
    """Give each test that quotes, with its docstring."""
    for name in QUOTING:
        tree = ast.parse((ROOT / "tests" / f"test_{name}.py").read_text(encoding="utf-8"))
        yield f"test_{name}", ast.get_docstring(tree) or ""
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and ast.get_docstring(node):
                yield f"test_{name}::{node.name}", ast.get_docstring(node) or ""


QUOTED = frozenset(piece for _, words in quotations() for piece in pieces(words))


@pytest.mark.parametrize("rule", tuple(rules()), ids=lambda rule: plain(rule)[:60])
def test_a_rule_is_quoted_by_a_test(rule: str) -> None:
    assert any(quoted in plain(rule) for quoted in QUOTED), "a rule that no test quotes is a wish"
