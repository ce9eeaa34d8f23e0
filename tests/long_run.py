"""The long run, `make oracle`: thousands of invented histories, in parts that are summed, and how often weak answers turn out right.

    python tests/long_run.py 30000 --into build/oracle --figures tests/legislature/figures.json
    python tests/long_run.py 30000 --worlds speaking

Two of three histories live in worlds that truly hold a rare feature, one feature after the other; of the rest every
second one is known from several editions, and every fifth with every fact. To every ten histories of the legislature
comes one of the second judge, and to every forty one that may hold the kinds known to be open. Of the worlds that speak,
in which the texts of amending acts are held, every second one holds two rare features beside.

A part is a file of its own in a folder named by the commit: what was killed is done again, what was done is not.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import reduce
from itertools import count
from operator import add
from pathlib import Path

from judge.test_judge import OPEN
from judge.test_judge import met as judge_world
from lawgraph.law.versions import Presence, ReasonKind, Wording
from legislature import Feature, Habits, Shelf, invent, met_on
from legislature.features import SPEAKING
from oracle import ONE, PROVEN, Stretch, faults, kept_world, mixed_features, rare_shelf, rare_world, shelf_of, trials

ROOT = Path(__file__).resolve().parents[1]
FIRST, FIRST_JUDGED, FIRST_SPEAKING = 181_000_000, 13_700_000, 414_000_000
"""The seeds of the long run are not those of the quick suite."""
PART = 200
"""Histories in a part: about half a minute."""
FAR = 1_000_000
"""The step to another seed, where the world of one does not hold the feature that it may hold."""

RATES: dict[str, tuple[Callable[[Stretch], bool], Callable[[Stretch], bool]]] = {
    "presence": (lambda each: each.presence is Presence.PRESUMED, lambda each: each.true is not None),
    "alike": (lambda each: _graded(each, Wording.PRESUMED) and _alike(each), lambda each: each.right_text),
    "heading": (lambda each: _graded(each, Wording.PRESUMED) and each.heading, lambda each: each.right_text),
    "wording": (lambda each: _graded(each, Wording.PRESUMED) and not each.heading, lambda each: each.right_text),
    "nearest": (lambda each: _graded(each, Wording.UNVERIFIED) and _offered(each), lambda each: each.right_text),
}
"""What is only presumed, or offered beside, and when it counts as right; in stretches of days that are alike."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Hold what histories gave: answers by grade, histories by feature met, how often the weak was right, what was wrong."""

    histories: int = 0
    answers: Mapping[str, int] = field(default_factory=dict)
    met: Mapping[str, int] = field(default_factory=dict)
    weak: Mapping[str, int] = field(default_factory=dict)
    right: Mapping[str, int] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        """Return both taken together."""
        return Tally(self.histories + other.histories, _both(self.answers, other.answers), _both(self.met, other.met),
                     _both(self.weak, other.weak), _both(self.right, other.right), self.wrong + other.wrong)


@dataclass(frozen=True, slots=True)
class Part:
    """Hold what one part of the run gave: the first judge, the second, and the second with the kinds that are open."""

    first: Tally = Tally()
    second: Tally = Tally()
    open: Tally = Tally()

    def __add__(self, other: "Part") -> "Part":
        """Return both taken together."""
        return Part(self.first + other.first, self.second + other.second, self.open + other.open)


def part(number: int, size: int) -> Part:
    """Try the histories of a part, whose seeds are its own."""
    start = number * size
    places = range(start, start + size)
    return Part(_sum(_tried(each) for each in places),
                _sum(_judged(FIRST_JUDGED + each, frozenset(OPEN)) for each in range(start // 10, (start + size) // 10)),
                _sum(_judged(FIRST_JUDGED + each, frozenset()) for each in range(start // 40, (start + size) // 40)))


def world(place: int) -> tuple[int, Habits, Shelf]:
    """Return seed, world and shelf of a place in the run."""
    seed = FIRST + place
    if place % 3:
        return _held(seed, tuple(Feature)[(place - place // 3 - 1) % len(Feature)])
    if place % 12 == 3:
        mixed = mixed_features(seed)
        return seed, rare_world(seed, *mixed), rare_shelf(seed, *mixed)
    return seed, PROVEN if place % 15 == 0 else kept_world(seed), ONE if place % 2 else shelf_of(seed // 4)


def speaking_part(number: int, size: int) -> Part:
    """Try the histories of a part in worlds where the texts of acts are held."""
    return Part(_sum(_tried(each, speaking_world) for each in range(number * size, (number + 1) * size)))


def speaking_world(place: int) -> tuple[int, Habits, Shelf]:
    """Return the like of a place in the run of worlds that speak."""
    seed, speaking = FIRST_SPEAKING + place, [each for each in Feature if each in SPEAKING]
    if place % 2:
        return _held(seed, speaking[place // 2 % len(speaking)])
    mixed = next(each for each in map(mixed_features, count(seed, FAR)) if SPEAKING.intersection(each))
    return seed, rare_world(seed, *mixed), rare_shelf(seed, *mixed)


def _held(seed: int, feature: Feature) -> tuple[int, Habits, Shelf]:
    """Return a world that truly holds a feature."""
    held = next(each for each in count(seed, FAR) if feature in met_on(invent(each, rare_world(each, feature)), rare_shelf(each, feature)))
    return held, rare_world(held, feature), rare_shelf(held, feature)


def _tried(place: int, asked_world: Callable[[int], tuple[int, Habits, Shelf]] = world) -> Tally:
    seed, habits, shelf = asked_world(place)
    answers, weak, right, wrong = Counter[str](), dict.fromkeys(RATES, 0), dict.fromkeys(RATES, 0), list[str]()
    for found in trials(seed, habits, shelf):
        wrong += [f"seed {seed}: {found.told(fault)}" for fault, _ in zip(faults(found), range(1), strict=False)]
        answers.update(f"{each.presence} {each.wording or ''}".strip() for each in found.stretches)
        for name, (asked, holds) in RATES.items():
            asked_for = [each for each in found.stretches if each.known and asked(each)]
            weak[name] += len(asked_for)
            right[name] += sum(map(holds, asked_for))
    return Tally(1, dict(answers), {each.name: 1 for each in met_on(found.history, shelf)}, weak, right, tuple(wrong[:1]))


def _judged(seed: int, without: frozenset[str]) -> Tally:
    with tempfile.TemporaryDirectory() as folder:
        told, wrong, grades = judge_world(seed, without, Path(folder))
    return Tally(1, dict(grades), dict.fromkeys(told.world.features | told.world.traits, 1), wrong=tuple(wrong[:1]))


def _both(one: Mapping[str, int], other: Mapping[str, int]) -> Mapping[str, int]:
    return {name: one.get(name, 0) + other.get(name, 0) for name in (*one, *(each for each in other if each not in one))}


def _sum(tallies: Iterable[Tally]) -> Tally:
    return reduce(add, tallies, Tally())


def kept(path: Path, made: Callable[[], Part]) -> Part:
    """Return a part from its file, or make it and write the file: whole or not at all."""
    if not path.exists():
        done = made()
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(asdict(done)), encoding="utf-8")
        draft.replace(path)
    return Part(**{name: Tally(**{**each, "wrong": tuple(each["wrong"])})
                   for name, each in json.loads(path.read_text(encoding="utf-8")).items()})


def figures(whole: Part, commit: str, day: str) -> dict[str, object]:
    """Return what is published of a run."""
    return {"commit": commit, "day": day,
            "first": {"first_seed": FIRST, **_published(whole.first, (each.name for each in Feature)),
                      "presumed": {name: [whole.first.right.get(name, 0), whole.first.weak.get(name, 0)] for name in RATES}},
            "second": {"first_seed": FIRST_JUDGED, **_published(whole.second, sorted(whole.second.met))},
            "open": {"kinds": OPEN, **_published(whole.open, OPEN)}}


def _published(tally: Tally, features: Iterable[str]) -> dict[str, object]:
    return {"histories": tally.histories, "answers": sum(tally.answers.values()), "wrong": len(tally.wrong),
            "met": {each: tally.met.get(each, 0) for each in features}}


def commit_here() -> str:
    """Return the commit of the program and its judges; raise `SystemExit` where files differ from it."""
    def git(*words: str) -> str:
        return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=True).stdout.strip()

    if changed := git("status", "--porcelain", "--", "src", "tests", ":!tests/legislature/figures.json"):
        sys.exit(f"commit first, figures name the commit that they are of:\n{changed}")
    return git("rev-parse", "HEAD")


PARTS: Mapping[str, Callable[[int, int], Part]] = {"all": part, "speaking": speaking_part}


def main() -> None:
    """Do what the folder lacks, sum its parts, write the figures, and end with 1 where a sure answer was wrong."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("histories", type=int)
    asked.add_argument("--worlds", choices=PARTS, default="all")
    asked.add_argument("--into", type=Path, default=ROOT / "build" / "oracle")
    asked.add_argument("--figures", type=Path)
    asked.add_argument("--processes", type=int, default=os.cpu_count())
    options = asked.parse_args()
    commit, numbers = commit_here(), range(-(-options.histories // PART))
    folder = options.into / commit / options.worlds
    folder.mkdir(parents=True, exist_ok=True)
    whole = Part()
    for each in _parts(folder, numbers, options.processes, options.worlds):
        whole += each
        sys.stderr.write(f"{whole.first.histories} + {whole.second.histories} + {whole.open.histories} histories, "
                         f"wrong: {len(whole.first.wrong)} + {len(whole.second.wrong)} + {len(whole.open.wrong)}\n")
    told = json.dumps(figures(whole, commit, datetime.now(UTC).date().isoformat()), indent=1)
    if options.figures:
        options.figures.write_text(told + "\n", encoding="utf-8")
    sys.stdout.write("\n\n".join((told, *whole.first.wrong, *whole.second.wrong)) + "\n")
    sys.exit(bool(whole.first.wrong or whole.second.wrong))


def _parts(folder: Path, numbers: Iterable[int], processes: int, worlds: str) -> Iterator[Part]:
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(_kept_part, ((folder, number, worlds) for number in numbers))


def _kept_part(place: tuple[Path, int, str]) -> Part:
    folder, number, worlds = place
    return kept(folder / f"{number:05}.json", lambda: PARTS[worlds](number, PART))


def _graded(stretch: Stretch, wording: Wording) -> bool:
    return stretch.wording is wording and stretch.true is not None


def _alike(stretch: Stretch) -> bool:
    """Tell whether an answer rests on editions on both sides of an act."""
    return stretch.version is not None and any(each.kind is ReasonKind.SAME_AROUND for each in stretch.version.because)


def _offered(stretch: Stretch) -> bool:
    return stretch.version is not None and bool(stretch.version.nearest)


if __name__ == "__main__":
    main()
