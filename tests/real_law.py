"""The real law for tests: its sources with and without the recorded facts."""

from datetime import date
from functools import cache
from pathlib import Path

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.facts.acts import load_acts, load_notes
from lawgraph.law.acts import LawNotes
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from lawgraph.timeline.assurance import GRADES, Coverage, coverage_by_article, total
from lawgraph.timeline.history import History, trace

ROOT = Path(__file__).parents[1]
ADOPTED = date(2010, 4, 29)
REPEALED = date(2026, 3, 2)


@cache
def life_with_facts() -> History:
    """Return the life of Law 271-IV as footnotes and facts tell it."""
    return trace(_sources(with_facts()), "eng")


@cache
def life_from_footnotes() -> History:
    """Return the life of Law 271-IV as its footnotes alone tell it."""
    return trace(_sources(LawSources("", "", ADOPTED, Act(None, ADOPTED), ())), "eng")


@cache
def with_facts() -> LawSources:
    """Return what the facts tell, without editions."""
    records, faults = load_acts(ROOT / "amendments")
    notes, wrong = load_notes(ROOT / "corpus" / "Z100000271_" / "notes.toml")
    assert not faults
    assert not wrong
    return LawSources("", "", ADOPTED, Act(None, ADOPTED), (), records, notes)


def coverage_of(life: History) -> Coverage:
    """Return the coverage of the whole law from its first possible day to its repeal."""
    versions = [version for timeline in life.timelines for version in timeline.versions]
    return total(coverage_by_article(versions, date(2010, 5, 10), REPEALED).values())


def coverage_rows() -> list[str]:
    """Return the rows of the README's table."""
    return [_row("the footnotes alone", coverage_of(life_from_footnotes())),
            _row("**footnotes and facts**", coverage_of(life_with_facts()))]


def _row(name: str, coverage: Coverage) -> str:
    return f"| {name} | " + " | ".join(f"{coverage.share(grade):.1f} %" for grade in GRADES) + " |"


def _sources(facts: LawSources) -> LawSources:
    text = (ROOT / "corpus" / "Z100000271_" / "eng.txt").read_text(encoding="utf-8")
    edition = Edition("eng", "corpus/Z100000271_/eng.txt", parse(read_plain(text), "eng"))
    return LawSources("Z100000271_", "271-IV", ADOPTED, Act("271-IV", ADOPTED, ActKind.LAW), (edition,), facts.records,
                      facts.notes if facts.records else LawNotes())
