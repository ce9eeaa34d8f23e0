"""Law 271-IV itself: what its sources prove, and how far."""

from datetime import date

import pytest

from lawgraph.checks.checking import check
from lawgraph.law.document import Severity
from lawgraph.law.versions import Presence, Version
from lawgraph.timeline.assurance import Coverage
from lawgraph.timeline.history import History
from lives import by_eid, version_on
from real_law import ROOT, coverage_of, coverage_rows, life_from_footnotes, life_with_facts


def on(life: History, eid: str, day: str) -> Version:
    version = version_on(by_eid(life.timelines)[eid].versions, date.fromisoformat(day))
    assert version is not None
    return version


def answer(life: History, eid: str, day: str) -> str:
    version = on(life, eid, day)
    return f"{version.in_operation} {version.wording}" if version.wording else str(version.in_operation)


@pytest.mark.parametrize(("eid", "day", "told"), [
    ("art_5__point_2", "2013-06-01", "yes unknown"),
    ("art_5__point_2", "2013-07-20", "possible unknown"),
    ("art_5__point_2", "2013-08-13", "no"),
    ("art_6__para_2__point_4-1", "2017-04-30", "no"),
    ("art_6__para_2__point_4-1", "2017-05-01", "yes attested"),
    ("art_7__point_9", "2017-04-30", "yes unknown"),
    ("art_7__point_9", "2017-05-01", "yes attested"),
    ("art_8__point_1", "2014-01-01", "no"),
    ("art_16__heading", "2024-08-19", "yes unknown"),
    ("art_16__heading", "2024-08-20", "yes attested"),
    ("art_21__al_2", "2025-07-11", "no"),
    ("art_21__al_2", "2025-07-12", "yes attested"),
    ("art_11__point_3", "2026-01-19", "yes unknown"),
    ("art_11__point_3", "2026-01-20", "no"),
    ("art_29__para_1", "2014-12-31", "yes unknown"),
    ("art_1__point_1", "2015-05-05", "yes attested"),
])
def test_what_the_facts_prove(eid: str, day: str, told: str) -> None:
    assert answer(life_with_facts(), eid, day) == told


def test_order_of_operation_is_not_order_of_adoption() -> None:
    """№ 248-V was adopted after № 227-V and took effect before it."""
    first = {each.act.name: each.operative for each in life_with_facts().amendments if each.act}
    assert first["248-V"].latest is not None
    assert first["248-V"].latest < date(2015, 1, 1)
    assert first["227-V"].earliest == date(2015, 1, 1)


def test_the_laws_own_start_is_an_interval() -> None:
    start = life_with_facts().days.start
    assert (start.earliest, start.latest) == (date(2010, 5, 10), date(2010, 6, 9))


@pytest.mark.parametrize(("act", "day"), [
    ("94-VIII", "2024-08-20"), ("213-VIII", "2026-01-20"), ("58-VI", "2017-05-01"), ("562-IV", "2012-03-06"),
    ("206-VII", "2023-03-26"), ("226-VII", "2023-07-01"), ("159-V", "2014-01-26"), ("245-VIII", "2026-03-02"),
])
def test_days_are_exact_where_a_publication_or_an_operation_is_known(act: str, day: str) -> None:
    bounds = {(each.operative.earliest, each.operative.latest) for each in life_with_facts().amendments
              if each.act and each.act.name == act}
    assert bounds == {(date.fromisoformat(day), date.fromisoformat(day))}


def test_from_the_repeal_on_nothing_is_in_operation() -> None:
    for timeline in life_with_facts().timelines:
        assert version_on(timeline.versions, date(2026, 3, 2)).in_operation is Presence.NO  # type: ignore[union-attr]
        assert timeline.versions[-1].in_operation is Presence.NO


def test_without_facts_the_repeal_is_not_known_and_nothing_pretends_to_be_sure() -> None:
    assert answer(life_from_footnotes(), "art_1__point_1", "2026-03-02") == "presumed presumed"


@pytest.mark.parametrize(("eid", "day", "told"), [
    ("art_23-1", "2023-03-25", "yes attested"),       # printed, and excluded in 2023
    ("art_23-1", "2023-03-26", "no"),
    ("art_3__para_2__point_4", "2023-06-30", "yes attested"),
    ("art_3__para_2__point_4", "2023-07-01", "yes unknown"),
    ("art_9-2__point_5-1", "2023-03-25", "no"),       # inserted, and never printed
    ("art_9-2__point_5-1", "2023-03-26", "yes unknown"),
])
def test_the_translation_was_not_updated_in_2023(eid: str, day: str, told: str) -> None:
    assert answer(life_with_facts(), eid, day) == told


def test_the_goal_of_certainty() -> None:
    """At least 92 % attested, and nothing left that facts could have settled."""
    held = coverage_of(life_with_facts())
    assert held.share("attested") >= 92
    assert held.presumed == held.unverified == 0
    assert coverage_of(life_from_footnotes()).share("attested") < 70


def test_the_readme_tells_the_figures() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(row in readme for row in coverage_rows())


def test_nothing_in_the_facts_contradicts_the_footnotes() -> None:
    assert not [each for each in check(life_with_facts()) if each.severity is Severity.ERROR]


def test_an_empty_law_has_no_share() -> None:
    assert Coverage().share("attested") == 0
