"""One law in four formats is one law: the invented ones of the reading tests, printed as text, Markdown, page and JSON."""

from pathlib import Path

import pytest

from conftest import ROOT
from four_formats import FORMATS, law_in
from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.parsing.layout import RowKind, sort_rows
from lawgraph.reading.opening import read_path

_ASIDE = {RowKind.TITLE, RowKind.REQUISITE, RowKind.CONTENTS, RowKind.BESIDE}
LAWS = sorted(path for folder in ("golden", "golden_more") for path in (ROOT / "tests" / folder).glob("*.txt"))


def told(document: Document) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return what a document says of provisions and of changes, wherever that stands in its source."""
    return ([(each.eid, each.number, each.heading, each.text, each.excluded, each.within) for each in document.provisions],
            sorted((str(each.target), str(each.action), str(each.act), str(each.operation), each.pending) for each in document.claims))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("path", LAWS, ids=lambda path: path.stem)
def test_a_law_is_the_same_in_every_format(path: Path, form: str) -> None:
    lang = path.stem[:3]
    source = read_path(path)
    rows = sort_rows(source.blocks, lang)
    head = [" ".join(row.block.text for row in rows if row.kind is kind) for kind in (RowKind.TITLE, RowKind.REQUISITE)]
    lines = [row.block.text for row in rows if row.kind not in _ASIDE]
    document = law_in(form, lang, (head[0], head[1]), lines)
    assert told(document) == told(parse(source, lang))
