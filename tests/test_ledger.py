"""Every sure answer on Law 271-IV and the invented laws stands in tests/ledger, so that none changes unseen.

`make ledger` (or LAWGRAPH_LEDGER=write) writes it anew; tests/ledger/README.md tells how to read it.
"""

import difflib
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import FOLDERS, ROOT
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.database.opening import connect
from lawgraph.law.versions import Presence, Wording
from lawgraph.queries.listing import held_texts, histories
from lawgraph.timeline.assurance import AssuranceStep, SaidAnswer

TESTS = ROOT / "tests"
LEDGER = TESTS / "ledger"
FORMATS = TESTS / "golden_formats"
NO_FACTS = "amendments-none"
MOST_SHOWN = 40


def mills(corpus: Path) -> Path:
    """Take in the law with editions and facts; return the folder of its facts."""
    folder = TESTS / "invented" / "mills"
    take_in(corpus, folder)
    shutil.copy(folder / "notes.toml", corpus / "Z100000077_")
    return folder / "amendments"


def formats(name: str, corpus: Path) -> Path:
    """Take in a folder of formats; `rus.md` does not say of itself what it is, so it is no part of `sundials`."""
    from_here = corpus.parent / name
    shutil.copytree(FORMATS / name, from_here)
    (from_here / "rus.md").unlink(missing_ok=True)
    take_in(corpus, from_here)
    return corpus.parent / NO_FACTS


def labelled(name: str, corpus: Path) -> Path:
    """Take in labelled texts, each as a law of its own."""
    for path in sorted((TESTS / name).glob("*.txt")):
        take_in(corpus, path, "--law", path.stem, "--lang", path.stem[:3])
    return corpus.parent / NO_FACTS


def take_in(corpus: Path, source: Path, *words: str) -> None:
    told = CliRunner().invoke(main, ["import", str(source), "--corpus", str(corpus), *words], catch_exceptions=False)
    assert told.exit_code == 0, told.stderr


def database_of(sample: str, at: Path) -> Path:
    """Build the database of a sample in an empty folder."""
    corpus, database = at / "corpus", at / "lawgraph.db"
    (at / NO_FACTS).mkdir()
    match sample:
        case "checkout":
            build(FOLDERS, database, iter)
            return database
        case "mills":
            facts = mills(corpus)
        case "golden" | "golden_more":
            facts = labelled(sample, corpus)
        case _:
            facts = formats(sample, corpus)
    build(Folders(corpus, facts), database, iter)
    return database


def ledger_of(database: Path) -> Mapping[str, str]:
    """Return the ledger of a database: a file for each law and language, by its name."""
    with closing(connect(database)) as conn:
        return {f"{each.law}.{each.lang}.txt": "".join(
            f"{line_of(eid, steps)}\n" for eid, steps in histories(conn, each).items()) for each in held_texts(conn)}


def line_of(eid: str, steps: Sequence[AssuranceStep]) -> str:
    """Return the sure answers for a provision as a line."""
    presence = (f"{said} {days}" for said, days in _runs(steps, _sure_presence))
    wording = (f"attested {days} {said}" for said, days in _runs(steps, _wording))
    return f"{eid} | {', '.join(presence) or '-'} | {', '.join(wording) or '-'}"


def _sure_presence(said: SaidAnswer) -> str | None:
    return said.in_operation if said.sure_presence else None


def _wording(said: SaidAnswer) -> str | None:
    return hashlib.sha256((said.text or "").encode()).hexdigest()[:8] if said.attested else None


def _runs(steps: Sequence[AssuranceStep], told: Callable[[SaidAnswer], str | None]) -> Iterator[tuple[str, str]]:
    """Give what is told for sure, with its stretch of days, neighbours that tell the same as one."""
    runs = [(said, next(run).first) for said, run in groupby(steps, key=lambda each: told(each.said))]
    for (said, first), (_, before) in pairwise([*runs, (None, None)]):
        if said is not None:
            yield said, f"{first or ''}..{before or ''}"


@pytest.mark.parametrize("sample", ["checkout", "mills", "sundials", "git", "git_older", "golden", "golden_more"])
def test_every_sure_answer_is_the_one_that_was_written_down(sample: str, tmp_path: Path) -> None:
    found, folder = ledger_of(database_of(sample, tmp_path)), LEDGER / sample
    if os.environ.get("LAWGRAPH_LEDGER") == "write":
        write(folder, found)
    held = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    assert held == found, f"{told(held, found)}\nrun `make ledger`, and say in the commit why an answer is another"


def write(folder: Path, found: Mapping[str, str]) -> None:
    """Write the ledger of a sample in place of what stands there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in found.items():
        (folder / name).write_text(text, encoding="utf-8")


def told(held: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Return the first lines that differ."""
    lines = [line for name in sorted({*held, *found}) for line in difflib.unified_diff(
        held.get(name, "").splitlines(), found.get(name, "").splitlines(), f"ledger/{name}", name, "", "", 0, "")]
    return "\n".join(lines[:MOST_SHOWN])


JUNE, JULY, AUGUST = date(2012, 6, 1), date(2012, 7, 1), date(2012, 8, 1)
YES, POSSIBLE, NO = Presence.YES, Presence.POSSIBLE, Presence.NO


@pytest.mark.parametrize(("steps", "line"), [
    ([(None, NO, None), (JUNE, YES, "a"), (JULY, NO, None)],
     "no ..2012-06-01, yes 2012-06-01..2012-07-01, no 2012-07-01.. | attested 2012-06-01..2012-07-01 ca978112"),
    ([(None, NO, None), (JUNE, YES, "a"), (JULY, YES, "b")],
     "no ..2012-06-01, yes 2012-06-01.. | attested 2012-06-01..2012-07-01 ca978112, attested 2012-07-01.. 3e23e816"),
    ([(None, NO, None), (JUNE, POSSIBLE, "a"), (JULY, YES, "a"), (AUGUST, YES, None)],
     "no ..2012-06-01, yes 2012-07-01.. | attested 2012-06-01..2012-08-01 ca978112"),
    ([(None, POSSIBLE, None)], "- | -"),
], ids=["it comes and goes", "it is worded anew", "what is unsure is left out", "nothing is sure"])
def test_a_line_of_the_ledger(steps: list[tuple[date | None, Presence, str | None]], line: str) -> None:
    given = [AssuranceStep(first, SaidAnswer(presence, Wording.UNKNOWN if text is None else Wording.ATTESTED, text))
             for first, presence, text in steps]
    assert line_of("art_1", given) == f"art_1 | {line}"


def test_two_ledgers_are_told_apart_by_their_lines() -> None:
    assert told({"a": "art_1 | -\n"}, {"a": "art_1 | yes\n", "b": "art_2 | no\n"}).splitlines() == [
        "--- ledger/a", "+++ a", "@@ -1 +1 @@", "-art_1 | -", "+art_1 | yes", "--- ledger/b", "+++ b", "@@ -0,0 +1 @@",
        "+art_2 | no"]
