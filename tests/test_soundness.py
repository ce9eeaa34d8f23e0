"""Soundness is the promise: held against some eight hundred invented laws whose whole true life is known.

Some are known from one page, some from several editions in two languages, some with every fact.

`make oracle` does the same for thousands, `make mutants` shows that the comparison bites.
"""

from collections.abc import Callable, Iterable
from functools import cache

import pytest

from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.timeline.assurance import Coverage, coverage_by_article, total
from legislature import Shelf
from oracle import (
    COUNTEREXAMPLES,
    PROVEN,
    Stretch,
    Trial,
    broken_lines,
    kept_world,
    missed_days,
    needlessly_open,
    shelf_of,
    trial,
    trials,
    unfounded,
    weak_grade,
    wrong_attested,
    wrong_no,
    wrong_yes,
)

SEEDS = range(500)
SHELVED_SEEDS = (*COUNTEREXAMPLES, *range(1000, 1120))
PROVEN_SEEDS = range(160)
PROVEN_SHELVED_SEEDS = range(1200, 1225)
SHARES = 8
"""Each share of the seeds is tried by one worker."""


@pytest.fixture(params=range(SHARES), ids=lambda share: f"seeds {share}")
def share(request: pytest.FixtureRequest) -> int:
    given = request.param
    assert isinstance(given, int)
    return given


@cache
def of_one_page(share: int) -> tuple[Trial, ...]:
    """Hold histories of every kind of world, each known from one page, against lawgraph, once for all tests below."""
    return tuple(trial(seed, kept_world(seed)) for seed in SEEDS[share::SHARES])


@cache
def of_editions(share: int) -> tuple[Trial, ...]:
    """The same for histories known from two to five editions, in one language or two."""
    return tuple(each for seed in SHELVED_SEEDS[share::SHARES] for each in trials(seed, kept_world(seed), shelf_of(seed)))


@cache
def proven(share: int) -> tuple[Trial, ...]:
    """The same for worlds in which every act, target, publication and the edition's day is known."""
    return tuple(trial(seed, PROVEN) for seed in PROVEN_SEEDS[share::SHARES])


@cache
def proven_of_editions(share: int) -> tuple[Trial, ...]:
    """The same for such worlds with several editions."""
    return tuple(each for seed in PROVEN_SHELVED_SEEDS[share::SHARES] for each in trials(seed, PROVEN, shelf_of(seed)))


def all_trials(share: int) -> tuple[Trial, ...]:
    return (*of_one_page(share), *of_editions(share), *proven(share), *proven_of_editions(share))


@pytest.mark.parametrize("wrong", [wrong_attested, wrong_yes, wrong_no])
def test_soundness_is_the_promise(wrong: Callable[[Stretch], bool], share: int) -> None:
    """Never `attested` of what was not that day's wording, never `yes` of what was absent or `no` of what was there."""
    for found in all_trials(share):
        for stretch in found.stretches:
            assert not wrong(stretch), found.told(stretch)


def test_bounds_of_every_first_day_contain_the_true_day(share: int) -> None:
    for found in all_trials(share):
        for missed in missed_days(found.history, found.life):
            pytest.fail(found.told(missed))


def test_the_timeline_is_total_without_gap_or_overlap(share: int) -> None:
    for found in (*of_one_page(share), *of_editions(share)):
        for timeline in found.life.timelines:
            for broken in broken_lines(timeline, found.life):
                pytest.fail(found.told(broken))


def test_what_is_presumed_for_a_change_elsewhere_rests_on_a_known_place(share: int) -> None:
    """A change of a heading is none: it has a footnote of its own, and the article's footnote means more."""
    for found in (*of_one_page(share), *of_editions(share)):
        for doubt in unfounded(found):
            pytest.fail(found.told(doubt))


def test_text_is_shown_only_where_it_is_attested_or_presumed(share: int) -> None:
    for found in (*of_one_page(share), *of_editions(share)):
        for stretch in found.stretches:
            assert stretch.version is None or _consistent(stretch.version), found.told(stretch)


def test_where_everything_is_known_no_grade_is_presumed_or_unverified(share: int) -> None:
    for found in proven(share):
        for stretch in found.stretches:
            assert not weak_grade(stretch), found.told(stretch)


def test_where_everything_is_known_presence_is_open_only_beneath_what_was_changed_as_a_whole(share: int) -> None:
    for found in (*proven(share), *proven_of_editions(share)):
        for stretch in found.stretches:
            assert not needlessly_open(found.history, stretch), found.told(stretch)


def test_where_everything_is_known_every_recorded_first_day_is_exact(share: int) -> None:
    for found in proven(share):
        assert found.life.days.start.exact, found.told(found.life.days.start)
        for each in found.life.amendments:
            recorded = any(source.kind == "fact" for source in each.sources)
            assert each.operative.exact or not recorded, found.told(each)


def test_where_everything_is_known_most_of_it_is_attested(share: int) -> None:
    """An engine that always answered "possible, unknown" would be sound; this one is useful too."""
    there = [each for found in proven(share) for each in found.stretches if each.known and each.true is not None]
    assert sum(each.wording is Wording.ATTESTED for each in there) / len(there) > 0.7


def test_editions_make_more_of_it_attested() -> None:
    """Merging is worth its while: with five editions much more is attested than with one, of the same histories."""
    shares = [_attested(each for seed in range(20) for each in trials(seed, kept_world(seed), Shelf(count)))
              for count in (1, 5)]
    assert shares[1] > shares[0] + 0.1, shares


def _attested(found: Iterable[Trial]) -> float:
    """Return the share of the days of provisions, up to the main page's day, of which the wording is attested."""
    counted = sum((total(coverage_by_article(timeline.versions, each.history.start, each.history.printed_on).values())
                   for each in found for timeline in each.life.timelines), Coverage())
    return counted.attested / counted.days


def _consistent(version: Version) -> bool:
    shown = version.wording in (Wording.ATTESTED, Wording.PRESUMED)
    return (version.text is not None) is shown and (version.wording is None) is (version.in_operation is Presence.NO)
