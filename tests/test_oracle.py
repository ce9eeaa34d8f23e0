"""The long run, `make oracle`: thousands of invented histories, and how often weak answers turn out right.

It runs only where `LAWGRAPH_HISTORIES` says how many, so that the suite stays quick.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from lawgraph.law.model import Presence, ReasonKind, Wording
from legislature import Feature, met
from oracle import PROVEN, Stretch, Trial, faults, kept_world, rare_shelf, rare_world, shelf_of, trial, trials

HISTORIES = int(os.environ.get("LAWGRAPH_HISTORIES", "0"))
FIGURES = os.environ.get("LAWGRAPH_FIGURES", "")
"""The file for the figures of a run, where one is asked for."""
FIRST = 100_000
"""The seeds of the long run are not those of the quick suite."""

pytestmark = pytest.mark.skipif(not HISTORIES, reason="make oracle runs it")

RATES: dict[str, tuple[Callable[[Stretch], bool], Callable[[Stretch], bool]]] = {
    "presence presumed, and it was there": (
        lambda each: each.presence is Presence.PRESUMED, lambda each: each.true is not None),
    "wording presumed, since editions on both sides print it, and right": (
        lambda each: _graded(each, Wording.PRESUMED) and _alike(each), lambda each: each.right_text),
    "heading presumed, and right": (
        lambda each: _graded(each, Wording.PRESUMED) and each.heading, lambda each: each.right_text),
    "other wording presumed, and right": (
        lambda each: _graded(each, Wording.PRESUMED) and not each.heading, lambda each: each.right_text),
    "wording unverified, and the nearest text was that day's": (
        lambda each: _graded(each, Wording.UNVERIFIED) and _offered(each), lambda each: each.right_text),
}
"""What is counted, and when it counts as right; in stretches of days on which truth and answer stay the same."""


def test_no_history_gives_a_wrong_sure_answer(capsys: pytest.CaptureFixture[str]) -> None:
    counted: Counter[tuple[str, bool]] = Counter()
    features: Counter[str] = Counter()
    answers: Counter[str] = Counter()
    wrong: list[str] = []
    for found in _trials():
        wrong += _first_fault(found)
        features.update(met(found.history))
        answers.update(f"{each.presence} {each.wording or ''}".strip() for each in found.stretches)
        for name, (asked, right) in RATES.items():
            counted.update((name, right(each)) for each in found.stretches if each.known and asked(each))
    with capsys.disabled():
        sys.stdout.write("\n".join(["", *_report(counted, answers), *_features(features), ""]))
    if FIGURES:
        told = {"histories": HISTORIES, "first_seed": FIRST, "answers": answers.total(), "wrong": len(wrong),
                "features": {each.name: features[each] for each in Feature}}
        Path(FIGURES).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    assert not wrong, f"{len(wrong)} of {HISTORIES} histories; the first:\n{wrong[0]}"


def _trials() -> Iterator[Trial]:
    """Give every second history as one page tells it, the others as several editions do; every tenth fully known.

    Every third one lives in a world with a rare feature, one after the other.
    """
    for place in range(HISTORIES):
        seed = FIRST + place
        if place % 3 == 2:
            feature = list(Feature)[place // 3 % len(Feature)]
            yield from trials(seed, rare_world(seed, feature), rare_shelf(seed, feature))
            continue
        habits = PROVEN if place % 10 >= 8 else kept_world(seed)
        yield from trials(seed, habits, shelf_of(seed // 2)) if place % 2 else (trial(seed, habits),)


def _features(counted: Counter[str]) -> Iterable[str]:
    yield "trials in which a rare feature was met:"
    yield from (f"  {counted[each]:8} {each}" for each in Feature)


def _first_fault(found: Trial) -> list[str]:
    return [found.told(fault) for _, fault in zip(range(1), faults(found), strict=False)]


def _graded(stretch: Stretch, wording: Wording) -> bool:
    return stretch.wording is wording and stretch.true is not None


def _alike(stretch: Stretch) -> bool:
    """Tell whether an answer rests on editions on both sides of an act."""
    return stretch.version is not None and any(
        each.kind is ReasonKind.SAME_AROUND for each in stretch.version.because)


def _offered(stretch: Stretch) -> bool:
    return stretch.version is not None and stretch.version.nearest_text is not None


def _report(counted: Counter[tuple[str, bool]], answers: Counter[str]) -> Iterable[str]:
    yield f"{HISTORIES} histories, {answers.total()} answers compared with the truth"
    for name in RATES:
        right, all_told = counted[name, True], counted[name, True] + counted[name, False]
        yield f"  {name}: {right} of {all_told} ({right / max(all_told, 1):.1%})"
    for answer, count in answers.most_common():
        yield f"  {count:8} {answer}"
