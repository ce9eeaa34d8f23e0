"""Letters that a file writes as two signs, as copies from PDF and from a Mac do, are the letters that a reader sees."""

import json
from pathlib import Path
from unicodedata import is_normalized, normalize

import pytest

from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read

SUNDIALS = Path(__file__).parent / "golden_formats" / "sundials"


@pytest.mark.parametrize("name", ["rus.html", "kaz.html", "rus.json", "rus.md", "rus.txt"])
def test_letters_of_two_signs_are_read_as_letters(name: str) -> None:
    raw = (SUNDIALS / name).read_text(encoding="utf-8")
    apart = normalize("NFD", raw)
    assert apart != raw
    read_as = [parse_law(read(text.encode(), name), name[:3], name) for text in (apart, raw)]
    assert read_as[0] == read_as[1]


def test_so_are_those_that_a_page_or_json_writes_as_signs_of_their_own() -> None:
    page = (SUNDIALS / "rus.html").read_text(encoding="utf-8").replace("й", "и&#774;")
    assert is_normalized("NFC", read(page.encode(), "rus.html").text)
    answer = json.dumps(json.loads(normalize("NFD", (SUNDIALS / "rus.json").read_text(encoding="utf-8"))))
    assert "\\u0306" in answer
    assert is_normalized("NFC", read(answer.encode(), "rus.json").text)
