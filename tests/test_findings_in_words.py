"""What does not fit is told in the reader's language: every kind has a sentence, on pages and in tables."""

import ast
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import lawgraph
from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.errors import template_root
from lawgraph.printout.tables import findings
from lawgraph.queries.listing import findings as held_findings
from lawgraph.queries.listing import findings_at
from lawgraph.voice.findings import _KINDS, _OTHER, finding_in_words
from lawgraph.voice.speaking import Locale, voice_of

ROOT = Path(lawgraph.__file__).parent
_KIND = re.compile(r"[a-z]+(_[a-z]+)+|typo|stale|picture|draft|misprint|contradiction")
_REPORTING = {"Finding", "find", "_find", "_finding", "_lose", "choice"}


def _reported() -> Iterator[tuple[str, str]]:
    """Give each kind of finding that the program names where it reports one, but for those about documents to check."""
    for path in ROOT.rglob("*.py"):
        if path.name == "akoma_lint.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in _REPORTING:
                yield from ((each, path.name) for each in _kinds(node))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _kinds(call: ast.Call) -> Iterator[str]:
    told = [each for each in call.args if not isinstance(each, ast.JoinedStr)]
    for each in told if _name(call.func) == "choice" else told[:3]:
        for part in ast.walk(each):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and _KIND.fullmatch(part.value):
                yield part.value


def test_every_kind_has_a_sentence() -> None:
    told = dict(_reported())
    assert {kind for kind, file in told.items() if file == "acts.py"} >= {"typo", "stale", "no_commencement"}
    assert not {(kind, file) for kind, file in told.items() if kind not in _KINDS}


def test_every_sentence_is_of_a_kind_that_the_program_reports() -> None:
    words = {each for path in ROOT.rglob("*.py") if path.name != "findings.py"
             for each in re.findall(r'"([a-z_]+)"', path.read_text(encoding="utf-8"))}
    assert not set(_KINDS) - words


@pytest.mark.parametrize("locale", [each for each in Locale if each is not Locale.ENGLISH])
@pytest.mark.parametrize("told", sorted({*_KINDS.values(), _OTHER}))
def test_every_sentence_is_translated(told: str, locale: Locale) -> None:
    assert voice_of(locale).say(told) != told


def _found(kind: str = "unread_note") -> Finding:
    return Finding(kind, Severity.WARNING, "a note is not read: 'of the bells'", Eid("art_2"), file="rus.txt", line=7)


def test_a_table_tells_what_it_is_in_the_language_of_the_reader() -> None:
    assert findings([_found()]) == "warning: rus.txt:7: a note is not read: 'of the bells'"
    told = findings([_found()], voice_of(Locale.RUSSIAN))
    assert told.startswith("необычно и не объяснено: rus.txt:7: Сноска прочитана не полностью")
    assert told.endswith("[a note is not read: 'of the bells']")


def test_a_kind_that_is_not_known_is_told_as_one_that_does_not_fit() -> None:
    assert finding_in_words(_found("of_tomorrow"), voice_of(Locale.ENGLISH)) == (
        "Something does not fit here: compare it with the source.")
    assert (template_root() / "pages" / "findings.html").exists()


def test_a_page_shows_the_first_findings_of_each_kind_and_counts_them_all(conn: sqlite3.Connection) -> None:
    every = Counter((each.severity, each.kind) for each in held_findings(conn, "Z100000271_"))
    shown = findings_at(conn, "Z100000271_", LAW, 1)
    assert max(every.values()) > 1
    assert {(each.severity, each.kind): alike for each, alike in shown} == every
    assert len(shown) == len(every)


def test_a_provision_shows_its_own_findings_and_those_of_its_parts(conn: sqlite3.Connection) -> None:
    own = [each for each, _ in findings_at(conn, "Z100000271_", "art_6", 1_000)]
    assert own == [each for each in held_findings(conn, "Z100000271_") if each.eid and each.eid.outermost == "art_6"]
