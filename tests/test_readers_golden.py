"""Every labelled text, printed as a page, as Markdown and as JSON, is read as the text itself: the same on the same lines."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lawgraph.law.document import Document, Role
from lawgraph.parsing.document import parse
from lawgraph.printout.reading_sheets import document_json as transcript
from lawgraph.reading.opening import read
from lawgraph.reading.plain import read_plain
from printed_as import as_answer, as_markdown, as_page
from score_parse import FIGURES, compare, ratio

GOLDEN = sorted(Path(__file__).parent.glob("golden*/*.txt"))
FORMATS = pytest.mark.parametrize("form", [as_page, as_markdown, as_answer])
TEXTS = pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
Form = Callable[[Document], str]


def of_text(path: Path) -> Document:
    return parse(read_plain(path.read_bytes().decode()), path.stem[:3])


@FORMATS
@TEXTS
def test_a_labelled_text_reads_the_same_in_each_format(path: Path, form: Form) -> None:
    text = of_text(path)
    source = read(form(text).encode(), path.stem)
    document = parse(source, text.lang)
    assert json.loads(transcript(document)) == json.loads(transcript(text))
    label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    score, differences = compare(label, json.loads(transcript(document)))
    assert not differences
    assert {figure: ratio(score, figure) for figure in FIGURES} == dict.fromkeys(FIGURES, 1.0)


@FORMATS
@TEXTS
def test_every_character_that_a_format_shows_is_owned(path: Path, form: Form) -> None:
    document = parse(read(form(of_text(path)).encode(), path.stem), path.stem[:3])
    assert "".join(document.text[each.start:each.end] for each in document.segments) == document.text
    assert not [each for each in document.segments if each.role is Role.UNREAD]
