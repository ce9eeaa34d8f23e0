"""The long run is done in parts that lose nothing, and the page about this program prints what it counted."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from conftest import ROOT
from judge.test_judge import OPEN
from judge.worlds import ALL_TRAITS
from lawgraph.site.pages.tried import ENOUGH, FEATURES, KINDS, tried_of
from lawgraph.voice.speaking import ENGLISH, Locale, voice_of
from legislature import Feature, met_on
from legislature.features import SPEAKING
from legislature.invention import invent
from long_run import FIRST, FIRST_JUDGED, Part, Tally, figures, kept, part, speaking_world, world
from test_voice_pages import html

PUBLISHED = json.loads((ROOT / "tests" / "legislature" / "figures.json").read_text(encoding="utf-8"))
GIVEN = Part(Tally(2, {"yes attested": 3}, {"CHECKED": 1}, {"presence": 4}, {"presence": 3}),
             Tally(1, {"no": 2}, {"repeal": 1}, wrong=("seed 1: a wrong no",)), Tally(1, {}, {"ranges": 1}))


def test_parts_give_what_the_whole_gives() -> None:
    assert part(0, 3) + part(1, 3) == part(0, 6)


def test_a_part_that_is_done_is_not_done_again_and_one_that_was_killed_is(tmp_path: Path) -> None:
    path = tmp_path / "00000.json"
    path.with_suffix(".new").write_text('{"first": {"histo', encoding="utf-8")
    assert kept(path, lambda: GIVEN) == GIVEN
    assert kept(path, lambda: pytest.fail("this part is done")) == GIVEN


@pytest.mark.parametrize("place", [each for each in range(len(Feature) * 3 // 2 + 2) if each % 3])
def test_two_of_three_histories_hold_the_feature_whose_turn_it_is(place: int) -> None:
    seed, habits, shelf = world(place)
    assert habits.features == met_on(invent(seed, habits), shelf) == {tuple(Feature)[(place - place // 3 - 1) % len(Feature)]}


def test_every_second_world_that_speaks_holds_two_features_beside() -> None:
    for place in range(20):
        seed, habits, _ = speaking_world(place)
        assert habits.features & SPEAKING
        assert len(habits.features) == (1 if place % 2 else 3), seed


def test_what_is_published_adds_up_and_tells_what_is_wrong() -> None:
    told = figures(GIVEN + GIVEN, "abc", "2026-11-27")
    assert told["first"] == {"first_seed": FIRST, "histories": 4, "answers": 6, "wrong": 0, "presumed": {
        "presence": [6, 8], "alike": [0, 0], "heading": [0, 0], "wording": [0, 0], "nearest": [0, 0]},
        "met": {**dict.fromkeys((each.name for each in Feature), 0), "CHECKED": 2}}
    assert told["second"] == {"first_seed": FIRST_JUDGED, "histories": 2, "answers": 4, "wrong": 2, "met": {"repeal": 2}}
    page = tried_of(told, ENGLISH)
    assert (page.first.wrong, page.second.wrong, page.presumed) == (0, 2, {"presence": 750})
    assert len(page.untried) == len(Feature), "two histories are too few for any feature"
    enough = replace(GIVEN.first, met={"CHECKED": ENOUGH})
    assert FEATURES["CHECKED"] not in tried_of(figures(replace(GIVEN, first=enough), "abc", "2026-11-27"), ENGLISH).untried


def test_the_page_has_words_for_all_that_a_world_may_hold() -> None:
    assert set(FEATURES) == {each.name for each in Feature}
    assert set(OPEN) <= set(KINDS) <= set(ALL_TRAITS)
    assert set(PUBLISHED["first"]["met"]) <= set(FEATURES)


@pytest.mark.parametrize("locale", Locale)
def test_the_page_prints_the_figures_of_the_last_run(locale: Locale, conn: sqlite3.Connection) -> None:
    page = html(conn, "/about", locale)
    told = tried_of(PUBLISHED, voice_of(locale))
    for number in (told.first.histories, told.first.answers, told.second.histories, *(number for _, number in told.features)):
        assert f"{number:,}".replace(",", "\u00a0") in page
    assert told.commit[:12] in page
    assert page.count("<tr><td>") == len(told.features)
    assert all(escape(kind) in page for kind in told.kinds)
