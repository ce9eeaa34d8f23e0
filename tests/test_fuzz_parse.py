"""Whatever is done to a text, parsing answers with a document, loses no character and gives no address twice."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawgraph.law.document import Document
from lawgraph.law.eid import Eid
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain

ROOT = Path(__file__).parent
TEXTS = {
    "eng": (ROOT.parent / "corpus" / "Z100000271_" / "eng.txt").read_bytes().decode(),
    "rus": (ROOT / "golden" / "rus_museums.txt").read_bytes().decode(),
    "kaz": (ROOT / "golden" / "kaz_bees.txt").read_bytes().decode(),
}
PIECES = st.sampled_from(["1)", "2)", "1.", "2.", "1-1)", "3), 4)", ":", ";", ".", "a)", "*", " ", "\n", "\t\n",
                          "\u00a0" * 5, "Article 1", "Article 2.", "Статья 1.", "1-бап.", "Chapter I.", "Annex 1",
                          "Footnote. ", "Is excluded by Law № 124-V dated 03.07.2013", "x", "\r", "\ufeff", "\x00"])


def holds(document: Document) -> bool:
    """Check what must hold of every document."""
    text = document.text
    assert "".join(text[each.start:each.end] for each in document.segments) == text
    assert all(each.start < each.end for each in document.segments)
    eids = [each.eid for each in document.provisions]
    assert len(eids) == len(set(eids))
    assert all(Eid.parse(eid) == eid for eid in eids)
    assert all(each.within is None or each.within in eids for each in document.provisions)
    return True


@st.composite
def disturbed(draw: st.DrawFn, lang: str) -> str:
    """Draw a text of which lines were cut, doubled or moved."""
    lines = TEXTS[lang].splitlines(keepends=True)
    first = draw(st.integers(0, len(lines) - 1))
    some = lines[first:first + draw(st.integers(1, 60))]
    places = draw(st.lists(st.integers(0, len(some) - 1), max_size=60))
    return "".join(line[draw(st.integers(0, 8)):] if place % 5 == 0 else line
                   for place, line in enumerate(some[place] for place in places))


@pytest.mark.parametrize("lang", sorted(TEXTS))
@settings(max_examples=60, suppress_health_check=[HealthCheck.data_too_large])
@given(drawn=st.data())
def test_disturbed_lines(lang: str, drawn: st.DataObject) -> None:
    assert holds(parse(read_plain(drawn.draw(disturbed(lang))), lang))


@pytest.mark.parametrize("lang", sorted(TEXTS))
@settings(max_examples=150)
@given(pieces=st.lists(PIECES, max_size=40))
def test_pieces_of_statutes(lang: str, pieces: list[str]) -> None:
    assert holds(parse(read_plain("".join(pieces)), lang))


@settings(max_examples=150)
@given(text=st.text())
def test_any_text(text: str) -> None:
    assert holds(parse(read_plain(text), "eng"))


@pytest.mark.parametrize("share", [0.1, 0.33, 0.5, 0.9])
@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_a_text_cut_anywhere(lang: str, share: float) -> None:
    text = TEXTS[lang]
    assert holds(parse(read_plain(text[:int(len(text) * share)]), lang))
    assert holds(parse(read_plain(text[int(len(text) * share):]), lang))


def test_a_text_doubled_keeps_its_first_half() -> None:
    text = TEXTS["eng"]
    once, twice = parse(read_plain(text), "eng"), parse(read_plain(f"{text}\n{text}"), "eng")
    assert holds(twice)
    texts = {each.eid: each.text for each in twice.provisions}
    assert [each.eid for each in once.provisions if texts[each.eid] != each.text] == []


def test_nested_lists_do_not_nest_without_end() -> None:
    assert holds(parse(read_plain("\u00a0" * 5 + " words:\n" + ("\u00a0" * 5 + " words:\n") * 3000), "eng"))
