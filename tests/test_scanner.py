"""What the patterns of languages find in a text: in any case, however it is looked for."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from growth import steps
from lawgraph.languages.scanner import close_set, found, placeholder, plain_pattern, scan
from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.amendments import Action
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain

GOLDEN = Path(__file__).with_name("golden")


def _patterns(value: object) -> Iterator[str]:
    if isinstance(value, str) and "{" not in re.sub(r"\{\d*,?\d*\}", "", value):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _patterns(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _patterns(getattr(value, field.name))


def _spans(pattern: re.Match[str] | None) -> tuple[tuple[int, int], ...]:
    return pattern.regs if pattern else ()


@pytest.mark.parametrize(("words", "stands"), [
    ("нет", True), ("Нет", True), ("HET", False), ("нeт", True), ("Опyщенo", True), ("жоқ", True), ("жoқ", True),
    ("omitted", True), ("оmittеd", True), ("REPЕALED", True), ("иcключён", True), ("снятo", True), ("нефть", False),
    ("omitted oil", False), ("", False)])
def test_what_stands_in_the_place_of_a_text_is_read_however_typed(words: str, *, stands: bool) -> None:
    assert (placeholder().fullmatch(words) is not None) is stands
    own = [(plain_pattern(spoken(code).layout.omitted), spoken(code).layout.lookalikes) for code in codes()]
    assert any(pattern.fullmatch(each) for pattern, (mistyped, meant) in own for each in (
        words, words.translate(str.maketrans(mistyped + mistyped.upper(), meant + meant.upper())))) is stands


@pytest.mark.parametrize("lang", codes())
def test_what_is_found_is_what_any_case_reads(lang: str) -> None:
    """Texts of the parser's tests in each case, and with letters that only `re` takes for those of a word."""
    speech = spoken(lang)
    lines = [line for path in sorted(GOLDEN.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
             if line.strip()][:400]
    texts = [*lines, *map(str.upper, lines[::3]), *map(str.title, lines[::5]),
             *(line.replace("s", "\u017f").replace("i", "\u0131").replace("в", "\u1c80") for line in lines[::5])]
    for pattern in dict.fromkeys(_patterns((speech.layout, speech.clauses, speech.words, speech.citing.this))):
        exact = re.compile(close_set(pattern), re.IGNORECASE)
        for text in texts:
            assert _spans(found(pattern, text)) == _spans(exact.search(text)), (pattern, text)


@pytest.mark.parametrize("lang", codes())
def test_no_unit_ends_without_a_figure(lang: str) -> None:
    """Who looks for the end of a unit need not cut a line without one."""
    ends = [rule for rule in spoken(lang).notes.tokens if rule.meaning is Action.EXPIRY]
    assert ends
    assert all(alternative.count("{day}") for rule in ends for alternative in rule.pattern.split(r"|expired"))


def test_a_token_is_told_with_its_place_and_the_text_that_its_rule_read() -> None:
    text = "  excluded by Law No. 5-V dated 03.07.2013, and odd"
    tokens = scan(text, "eng")
    assert [text[token.start:token.start + len(token.text)] for token in tokens] == [token.text for token in tokens]
    assert [token.rule for token in tokens][:1] == ["excluded"]
    assert tokens[-1].text == "odd"


def test_a_list_that_tells_of_no_time_is_not_cut() -> None:
    """Each item of a list that names a day takes more steps than one of a list that names none."""
    items, law = 60, "Law on oil\n\nNo. 5-V of 3 July 2013\n\nArticle 1. Oil\n\n     {}:\n"
    listed = "".join(f"     {n}) barrels, lamps;\n" for n in range(1, items))
    silent, telling = (read_plain(law.format(lead) + listed) for lead in ("The shop sells", "From 1 January 2019 the shop sells"))
    parse(telling, "eng")
    assert steps(lambda: parse(silent, "eng")) + 20 * items < steps(lambda: parse(telling, "eng"))
