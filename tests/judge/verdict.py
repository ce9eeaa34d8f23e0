"""Ask the program through its command line and its table of versions, and hold each sure answer against the truth."""

import json
import re
import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from click.testing import CliRunner

from judge import facts, sources, spoiling
from judge.sources import Edition
from judge.words import Lang, Wording
from judge.world import Truth, World, truth
from lawgraph.commands.cli import main


@dataclass(frozen=True, slots=True)
class Fault:
    """A sure answer that is wrong."""

    lang: str
    eid: str
    day: date
    said: str
    true: str

    def __str__(self) -> str:
        return f"{self.lang} {self.eid} on {self.day}: said {self.said}; true: {self.true}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of the table of versions."""

    lang: str
    eid: str
    first: date
    before: date | None
    presence: str
    wording: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A world as files."""

    world: World
    printed: tuple[Edition, ...]
    files: dict[str, str]


def case(world: World, seed: int) -> Case:
    """Print a world: editions, manifest and facts, by their paths."""
    rng = Random(seed * 7919 + 1)  # noqa: S311
    printed = spoiling.editions_of(world, sources.editions(world, rng), rng)
    known = facts.records(world, printed, rng)
    folder = f"corpus/{world.law_id}"
    files = {f"{folder}/{each.file}": each.text for each in printed}
    files[f"{folder}/manifest.toml"] = sources.manifest(world, printed)
    files[f"{folder}/notes.toml"] = facts.notes(world, printed, known, rng)
    return Case(world, tuple(printed), files | {f"amendments/{name}": text for name, text in known.items()})


def write(files: dict[str, str], folder: Path) -> None:
    """Write the files of a case."""
    (folder / "amendments").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def answers(folder: Path) -> list[Answer]:
    """Build the database of a case and read what it says of each stretch of days."""
    db = folder / "judge.db"
    result = CliRunner().invoke(main, ["build", "--corpus", str(folder / "corpus"), "--amendments", str(folder / "amendments"),
                                       "--db", str(db)])
    if result.exit_code:
        raise AssertionError(f"{folder} cannot be built: {result.output}") from result.exception
    with sqlite3.connect(db) as base:
        rows = base.execute("select lang, eid, from_latest, before_earliest, in_operation, wording, text from versions "
                            "order by lang, eid, from_latest").fetchall()
    base.close()
    return [Answer(lang, eid, date.fromisoformat(first), before and date.fromisoformat(before), presence, wording, text)
            for lang, eid, first, before, presence, wording, text in rows]


def asked(folder: Path, law: str, day: date, lang: Lang) -> list[tuple[str, str, str | None, str | None]]:
    """Ask `lawgraph text` for a whole law on a day: address, presence, wording and text of each provision."""
    options = ["--on", str(day), "--lang", str(lang), "--format", "json", "--no-build", "--db", str(folder / "judge.db"),
               "--corpus", str(folder / "corpus"), "--amendments", str(folder / "amendments")]
    result = CliRunner().invoke(main, ["text", law, *options])
    if result.exit_code:
        raise AssertionError(f"{folder}: lawgraph text {law} {' '.join(options)}: {result.output}")
    return [(each["eid"], each["in_operation"], each["wording"], each["text"]) for each in json.loads(result.output)["provisions"]]


def question(case: Case, folder: Path, fault: Fault) -> str:
    """Write down how a person asks again, with what is said and what is true."""
    return (f"{fault}\n    lawgraph text {case.world.law_id} {fault.eid} --on {fault.day} --lang {fault.lang} "
            f"--corpus {folder / 'corpus'} --amendments {folder / 'amendments'} --db {folder / 'again.db'}")


def judged(world: World, said: list[Answer]) -> tuple[list[Fault], Counter[str]]:
    """Find every wrong sure answer; count the answers by grade."""
    true, faults, counts = truth(world), [], Counter[str]()
    for answer in said:
        counts[f"{answer.presence} {answer.wording or ''}".strip()] += 1
        days = [answer.first, *(day for day in true.days
                                if answer.first < day and (answer.before is None or day < answer.before))]
        fault = next((each for each in (_fault(world, true, answer, day) for day in days) if each), None)
        if fault:
            faults.append(fault)
    return faults, counts


def _fault(world: World, true: Truth, answer: Answer, day: date) -> Fault | None:
    if _undecided(world, answer.eid, day):
        return None
    state = true.on(day)
    there = answer.eid in state
    if (answer.presence == "yes" and not there) or (answer.presence == "no" and there):
        return Fault(answer.lang, answer.eid, day, answer.presence, "there" if there else "absent")
    if not there or answer.wording != "attested":
        return None
    words = _words(state[answer.eid], Lang(answer.lang))
    if _bare(words) == _bare(answer.text or ""):
        return None
    return Fault(answer.lang, answer.eid, day, f"attested {answer.text!r}", repr(words))


def _undecided(world: World, eid: str, day: date) -> bool:
    """Whether a chapter, the title or the preamble is there while only some articles are, no document says."""
    if eid.startswith("art_"):
        return False
    late = any(day < first for _, first in world.own_start.late)
    return late or bool(world.repeal and day >= world.repeal.day and world.repeal.longer)


def _words(words: Wording | None, lang: Lang) -> str:
    return words.render(lang) if words else ""


def _bare(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip().rstrip(".;:, ")
    text = re.sub(r"^(On the |О предмете: |[0-9]+(-[0-9]+)?[.)] )", "", text)
    return text.casefold().removeprefix("the ")
