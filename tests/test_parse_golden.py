"""The real statute and the labelled texts, read whole."""

import json
from collections import Counter
from pathlib import Path

import pytest

from lawgraph.intake.corpus import read_manifest, read_source
from lawgraph.law.document import Document, Role, Severity
from lawgraph.parsing.document import parse
from lawgraph.printout.reading_sheets import document_json as transcript
from lawgraph.reading.plain import read_plain
from score_parse import FIGURES, compare, ratio

GOLDEN = sorted(Path(__file__).parent.glob("golden*/*.txt"))
STATUTE = Path(__file__).parents[1] / "corpus" / "Z100000271_"


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_figure_of_a_labelled_text_is_whole(path: Path) -> None:
    label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    document = parse(read_plain(path.read_bytes().decode()), label["lang"])
    score, differences = compare(label, json.loads(transcript(document)))
    assert not differences
    assert {figure: ratio(score, figure) for figure in FIGURES} == dict.fromkeys(FIGURES, 1.0)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_character_of_a_labelled_text_is_owned(path: Path) -> None:
    text = path.read_bytes().decode()
    document = parse(read_plain(text), path.stem[:3])
    assert "".join(text[each.start:each.end] for each in document.segments) == text
    assert not [each for each in document.segments if each.role is Role.UNREAD]


@pytest.fixture(scope="module")
def statute() -> Document:
    manifest = read_manifest(STATUTE)
    return parse(read_plain(read_source(STATUTE, manifest.sources[0]).decode()), "eng")


class TestTheStatute:
    def test_what_it_says_of_itself(self, statute: Document) -> None:
        assert (statute.number, str(statute.adopted), statute.title) == (
            "271-IV", "2010-04-29", "On prevention of infractions")

    def test_its_provisions(self, statute: Document) -> None:
        assert Counter(each.kind for each in statute.provisions) == {
            "preamble": 1, "chapter": 4, "article": 34, "paragraph": 51, "point": 162, "alinea": 4, "indent": 2}

    def test_its_inserted_articles(self, statute: Document) -> None:
        inserted = [each.eid for each in statute.provisions if each.kind == "article" and "-" in each.eid]
        assert inserted == ["art_9-1", "art_9-2", "art_23-1"]

    def test_its_exclusions(self, statute: Document) -> None:
        excluded = Counter(each.kind for each in statute.provisions if each.excluded)
        assert excluded == {"point": 16, "article": 1}
        assert next(each for each in statute.provisions if each.eid == "art_22").excluded

    def test_its_claims_and_acts(self, statute: Document) -> None:
        assert len(statute.claims) == 56
        assert len({claim.act for claim in statute.claims}) == 20

    def test_what_does_not_fit_in_it(self, statute: Document) -> None:
        assert [(each.kind, each.line) for each in statute.findings] == [("number_without_bracket", 334)]
        assert not [each for each in statute.findings if each.severity is Severity.ERROR]

    def test_it_is_rebuilt_byte_for_byte_from_its_segments(self, statute: Document) -> None:
        rebuilt = "".join(statute.text[each.start:each.end] for each in statute.segments)
        assert rebuilt.encode() == (STATUTE / "eng.txt").read_bytes()

    def test_no_footnote_stands_in_a_provision(self, statute: Document) -> None:
        assert not [each.eid for each in statute.provisions if each.text and "Footnote" in each.text]

    def test_each_span_begins_on_its_line(self, statute: Document) -> None:
        for each in statute.provisions:
            assert statute.text.count("\n", 0, each.span.start) + 1 == each.span.line
