"""No pattern of the program takes longer than its text is long, whatever the text repeats."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import pumps
from lawgraph.languages.spoken import spoken
from lawgraph.reading import markup
from lawgraph.site import render

PUMPS = Path(__file__).with_name("pumps.py")


def test_every_pattern_is_linear() -> None:
    """Each is tried on texts made from its own parse tree, in a process of its own that is ended where it takes all time."""
    told = subprocess.run([sys.executable, PUMPS], capture_output=True, check=True, text=True, encoding="utf-8")
    answer = json.loads(told.stdout)
    assert answer["tried"] > 300
    assert answer["slow"] == []


def test_what_was_tried_whole_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pumps, "WHOLE", pumps.Effort(None, 2_000))
    once = pumps.Tried(re.compile("x.*y"), "here", {"search"})
    found = pumps.found_before(once, tmp_path)
    monkeypatch.setattr(pumps, "grown", lambda *_: "tried again")
    assert found
    assert pumps.found_before(once, tmp_path) == found
    for other in (pumps.Tried(re.compile("x.*z"), "here", {"search"}), pumps.Tried(once.pattern, "here", {"match"})):
        assert pumps.found_before(other, tmp_path) == "tried again"


@pytest.mark.parametrize("slow", [
    r"(?:<!--.*?-->\s*)*<html", r"\s+$", r"(a+)+b", r"(?:a|a)*b", r"x.*y", r"\w+:", r"(?:\s?-\s?|\s-\s){0,99}b", r"\s*,\s*",
    r"(?:[0-9]+(?:, ?)?)+ words"])
def test_a_slow_pattern_is_found(slow: str) -> None:
    assert pumps.grown(re.compile(slow), {"search"}, pumps.Effort(None, 2_000))


def _changed(pattern: str, mended: str, slow: str) -> tuple[str, str]:
    assert mended in pattern
    return pattern, pattern.replace(mended, slow)


@pytest.mark.parametrize(("linear", "slow"), [
    _changed(spoken("rus").clauses.passing, r"\bпредлага", "предлага"),
    _changed(markup._TAG.pattern, f"|{markup._ATTRIBUTES}*+", ""),
    _changed(render._HOLE.pattern, "[^<>]", "[^>]"),
    (r"§{1,2}\s*[0-9]", r"§+\s*[0-9]")], ids=["what is proposed", "a tag", "a hole", "a section"])
def test_what_the_whole_trial_found_stays_linear(linear: str, slow: str) -> None:
    """29 November: from each "предлага", "<a", "<=" and "§" of a row of them the rest was read again."""
    assert pumps.grown(re.compile(linear), {"search"}, pumps.Effort(None, 8_000)) is None
    assert pumps.grown(re.compile(slow), {"search"}, pumps.Effort(None, 8_000))


@pytest.mark.parametrize("linear", [r"(?:a|b)c", r"(?<!\s)\s++$", r"[^<]*", r"\s{0,9},", r"a(?>b*)c", r"№\d{1,6}"])
def test_a_linear_one_is_none(linear: str) -> None:
    assert pumps.grown(re.compile(linear), {"search"}) is None
