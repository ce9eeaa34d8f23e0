"""Soundness is the promise: held against a few hundred invented laws whose whole true life is known.

`make oracle` does the same for thousands, `make mutants` shows that the comparison bites.
"""

from collections.abc import Callable
from functools import cache

import pytest

from lawgraph.model import Presence, Version, Wording
from oracle import (
    PROVEN,
    Stretch,
    Trial,
    broken_lines,
    kept_world,
    missed_days,
    needlessly_open,
    trial,
    unfounded,
    weak_grade,
    wrong_attested,
    wrong_no,
    wrong_yes,
)

SEEDS = range(1000)
PROVEN_SEEDS = range(250)


@cache
def trials() -> tuple[Trial, ...]:
    """Hold histories of every kind of world against lawgraph, once for all tests below."""
    return tuple(trial(seed, kept_world(seed)) for seed in SEEDS)


@cache
def proven() -> tuple[Trial, ...]:
    """The same for worlds in which every act, target, publication and the edition's day is known."""
    return tuple(trial(seed, PROVEN) for seed in PROVEN_SEEDS)


@pytest.mark.parametrize("wrong", [wrong_attested, wrong_yes, wrong_no])
def test_soundness_is_the_promise(wrong: Callable[[Stretch], bool]) -> None:
    """Never `attested` of what was not that day's wording, never `yes` of what was absent or `no` of what was there."""
    for found in (*trials(), *proven()):
        for stretch in found.stretches:
            assert not wrong(stretch), found.told(stretch)


def test_bounds_of_every_first_day_contain_the_true_day() -> None:
    for found in (*trials(), *proven()):
        for missed in missed_days(found.history, found.life):
            pytest.fail(found.told(missed))


def test_the_timeline_is_total_without_gap_or_overlap() -> None:
    for found in trials():
        for timeline in found.life.timelines:
            for broken in broken_lines(timeline, found.life):
                pytest.fail(found.told(broken))


def test_what_is_presumed_for_a_change_elsewhere_rests_on_a_known_place() -> None:
    """A change of a heading is none: it has a footnote of its own, and the article's footnote means more."""
    for found in trials():
        for doubt in unfounded(found):
            pytest.fail(found.told(doubt))


def test_text_is_shown_only_where_it_is_attested_or_presumed() -> None:
    for found in trials():
        for stretch in found.stretches:
            assert stretch.version is None or _consistent(stretch.version), found.told(stretch)


def test_where_everything_is_known_no_grade_is_presumed_or_unverified() -> None:
    for found in proven():
        for stretch in found.stretches:
            assert not weak_grade(stretch), found.told(stretch)


def test_where_everything_is_known_presence_is_open_only_beneath_what_was_changed_as_a_whole() -> None:
    for found in proven():
        for stretch in found.stretches:
            assert not needlessly_open(found.history, stretch), found.told(stretch)


def test_where_everything_is_known_every_recorded_first_day_is_exact() -> None:
    for found in proven():
        assert found.life.days.start.exact, found.told(found.life.days.start)
        for each in found.life.amendments:
            recorded = any(source.kind == "fact" for source in each.sources)
            assert each.operative.exact or not recorded, found.told(each)


def test_where_everything_is_known_most_of_it_is_attested() -> None:
    """An engine that always answered "possible, unknown" would be sound; this one is useful too."""
    there = [each for found in proven() for each in found.stretches if each.known and each.true is not None]
    assert sum(each.wording is Wording.ATTESTED for each in there) / len(there) > 0.7


def _consistent(version: Version) -> bool:
    shown = version.wording in (Wording.ATTESTED, Wording.PRESUMED)
    return (version.text is not None) is shown and (version.wording is None) is (version.in_operation is Presence.NO)
