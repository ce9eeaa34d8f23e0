"""Apply amending acts to the first edition of a law, and compare with each later edition: `make replay`.

    python -m benchmarks.replay EDITIONS ACTS DAY      (DAY: the law's day of adoption)

EDITIONS holds DAY.rus.md or the like, ACTS the acts with an INDEX.tsv (file, act, adopted). Without arguments the
invented law of tests/replay is taken. Wordings are compared without white space, quotation marks and end marks.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from lawgraph.law.amendments import RuleKind
from lawgraph.law.days import parse_day
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read_path
from lawgraph.replay.acts import read_act
from lawgraph.replay.applying import apply_item
from lawgraph.replay.instructions import ActItem, AmendingAct, Instruction
from lawgraph.replay.rewording import folded
from lawgraph.replay.starts import rules_for
from lawgraph.replay.state import Node, law_of, texts_of

SAMPLE = Path(__file__).resolve().parents[1] / "tests" / "replay" / "sundials"
SAMPLE_DAY = date(2011, 3, 3)
LANG = "rus"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Hold the instructions of an act that are not applied yet."""

    name: str
    adopted: date
    act: AmendingAct
    item: ActItem


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold how a replayed law compares with an edition."""

    day: date
    units: int
    differing: dict[str, float]
    refused: tuple[str, ...]

    def __str__(self) -> str:
        exact = 1 - len(self.differing) / self.units
        mean = sum(self.differing.values()) / self.units
        return (f"{self.day}  units {self.units}  exact {exact:.2%}  mean distance {mean:.3%}  "
                f"refused {len(self.refused)}")


def replayed(editions: Path, acts: Path, adopted: date) -> Iterator[Compared]:
    """Give the comparison with each edition but the first; nothing is taken from an edition."""
    first, *later = sorted((parse_day(path.name[:10]), path) for path in editions.glob(f"????-??-??.{LANG}.*"))
    waiting = [each for each in _acts(acts, adopted) if each.adopted > first[0]]
    law = _edition(first[1])
    last = max((each.adopted for each in waiting), default=first[0])
    for day, path in later:
        refused: list[str] = []
        for each in waiting:
            told = [made for made in each.item.instructions if each.adopted <= day]
            due = [made for made in told if _begins(each.act, made) <= day]
            refused += (f"{each.name}: {made.text} (its act may start it on several days)" for made in told
                        if made not in due and len(rules_for(each.act, made)) > 1)
            applied = apply_item(due, law, LANG)
            law = applied.law
            refused += (f"{each.name}: {due[place].text} ({why})" for place, why in sorted(applied.refused.items()))
        waiting = [rest for each in waiting if (rest := _left(each, day)).item.instructions]
        if day <= last:
            yield _compared(day, law, _edition(path), tuple(refused))


def _acts(folder: Path, adopted: date) -> Iterator[Waiting]:
    index = folder.joinpath("INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for file, name, day, *_ in sorted((line.split("\t") for line in index), key=lambda each: each[2]):
        if f".{LANG}." not in file or ".whole." in file:
            continue
        act = read_act(read_path(folder / file), LANG)
        for item in act.items:
            if item.target.adopted == adopted:
                yield Waiting(name, parse_day(day), act, item)


def _begins(act: AmendingAct, made: Instruction) -> date:
    """Return the first day that an act states of an instruction, the beginning of time where it states none."""
    days = [rule.day for rule in rules_for(act, made) if rule.kind is RuleKind.ON_DAY and rule.day]
    return max(days, default=date.min)


def _left(each: Waiting, day: date) -> Waiting:
    rest = tuple(made for made in each.item.instructions if each.adopted > day or _begins(each.act, made) > day)
    return replace(each, item=replace(each.item, instructions=rest))


def _edition(path: Path) -> Node:
    read = parse_law(read_path(path), LANG, str(path))
    return law_of(read.provisions, read.title)


def _compared(day: date, law: Node, edition: Node, refused: tuple[str, ...]) -> Compared:
    mine, theirs = ({eid: _flat(text) for eid, text in texts_of(each).items()} for each in (law, edition))
    units = {*mine, *theirs}
    differing = {eid: 1 - SequenceMatcher(None, mine.get(eid, ""), theirs.get(eid, "")).ratio()
                 for eid in sorted(units) if mine.get(eid) != theirs.get(eid)}
    return Compared(day, len(units), differing, refused)


def _flat(text: str) -> str:
    return re.sub(r"\s", "", folded(text)).rstrip(".;,:")


def main() -> None:
    """Print a line for each edition, and below it what differs and what was refused."""
    editions, acts, day = (Path(sys.argv[1]), Path(sys.argv[2]), parse_day(sys.argv[3])) if len(sys.argv) == 4 else (
        SAMPLE, SAMPLE, SAMPLE_DAY)
    for each in _acts(acts, day):
        residue = sum(span.end - span.start for span in each.item.residue)
        print(f"{each.name}  instructions {len(each.item.instructions)}  residue {residue} characters")
    for compared in replayed(editions, acts, day):
        print(compared)
        print(*(f"  {eid} differs by {by:.1%}" for eid, by in compared.differing.items()),
              *(f"  refused: {each}" for each in compared.refused), sep="\n", end="\n" if compared.differing else "")


if __name__ == "__main__":
    main()
