"""What a comparison of two days says of the acts between them: who brought a wording in, who changed it besides, who did not."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import pytest

import odd_laws
from lawgraph.law.days import parse_day
from lawgraph.law.eid import tree_of
from lawgraph.printout.sheets import changed
from lawgraph.timeline.comparison import Difference, compare_days
from lawgraph.timeline.consolidation import OnDay, Place
from lawgraph.timeline.history import History
from lives import version_on
from own_words import life, sundials


@cache
def history() -> History:
    """Return the law on sundials, from its first edition and the acts; № 150-VI puts one word for another throughout it."""
    return life(sundials())


def compared(first: str, last: str, law: History | None = None) -> Mapping[str, Difference]:
    """Return what differs between two days of a law, the one on sundials unless told otherwise, by address."""
    law = law or history()
    lives = {each.unit.eid: each.versions for each in law.timelines}
    places = [Place(each.unit.eid, each.unit.eid.kind, None, None) for each in law.timelines]

    def side(day: date) -> list[OnDay]:
        told = ((place, version_on(lives[place.eid], day)) for place in places)
        return [OnDay(place, version, None) for place, version in told if version]

    tree = tree_of((each.eid, each.within) for each in places)
    days = parse_day(first), parse_day(last)
    found = compare_days((side(days[0]), side(days[1])), days, (law.amendments, tree), lives)
    return {each.eid: each for each in found}


@pytest.mark.parametrize(("eid", "told"), [
    ("art_1__point_1", "changed by № 77-VI"),
    ("art_1__point_2", "changed by № 77-VI, № 150-VI"),
    ("art_1__point_2-1", "inserted by № 12-V; also changed by № 150-VI"),
    ("art_1__point_4", "excluded by № 77-VI"),
    ("art_2__para_2-1", "inserted by № 288-V"),
])
def test_an_act_that_words_the_whole_law_anew_is_named_only_where_it_changed_words(eid: str, told: str) -> None:
    assert changed(compared("2012-01-01", "2020-01-01")[eid]) == told


def test_an_act_whose_first_day_is_open_is_named_on_each_of_these_days() -> None:
    """№ 77-VI began between 13 February and 15 March 2018: on a day between it may have changed what it changed later."""
    between = compared("2018-02-01", "2018-03-01")["art_1__point_1"]
    assert (between.change, between.acts) == ("unknown", ("77-VI",))


def test_what_differs_names_its_acts() -> None:
    assert not [eid for eid, each in compared("2012-01-01", "2020-01-01").items() if not each.acts]


@pytest.mark.parametrize("note", [
    "Сноска. Статья 2 читается иначе.",                                                            # nobody knows by whom, and when
    "Сноска. Статья 2 в редакции Закона РК от 05.05.2019 № 250-VI (вводится в действие с 01.07.2019).",  # what it dropped
])
def test_what_an_act_that_nobody_names_may_have_changed_perhaps_differs(note: str) -> None:
    article = odd_laws.ARTICLE_2["rus"]
    law = odd_laws.life(odd_laws.law(odd_laws.whole().replace(article, f"{article}{note}\n\n")))
    found = compared("2017-04-01", "2018-06-01", law)
    assert {eid: (each.change, each.acts) for eid, each in found.items() if not eid.endswith("heading")} == {"art_2": ("possible", ())}
