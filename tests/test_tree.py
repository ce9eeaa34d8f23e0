"""What encloses what: by addresses, and by where editions print divisions and articles."""

from datetime import date
from functools import partial

import pytest

from growth import steps
from lawgraph.law.amendments import Action, Amendment, Scope
from lawgraph.law.authors import Act
from lawgraph.law.days import exactly
from lawgraph.law.eid import LAW, Eid, Tree, tree_of
from lawgraph.timeline.comparison import changes_bearing_on

DAY = exactly(date(2014, 7, 3))


def printed(*places: tuple[str, str | None]) -> Tree:
    """Return the tree of what is printed in what."""
    return tree_of((Eid(eid), Eid(within) if within else None) for eid, within in places)


CODE = printed(
    ("part_1", None), ("sec_1", "part_1"), ("chp_1", "sec_1"), ("chp_1__subchp_1", "chp_1"), ("art_1", "chp_1__subchp_1"),
    ("art_1__para_1", "art_1"), ("art_1__para_1__point_2", "art_1__para_1"), ("art_3", "chp_2"), ("chp_2", "sec_1"),
    ("annex_1", None), ("annex_1__para_1", "annex_1"))


def amendment(act: str, target: str, scope: Scope = Scope.WHOLE) -> Amendment:
    return Amendment(Act(act, None), Eid(target), Action.SUBSTITUTION, scope, DAY, ())


class TestTree:
    def test_all_that_encloses_a_point_nearest_first(self) -> None:
        assert CODE.above(Eid("art_1__para_1__point_2")) == (
            "art_1__para_1", "art_1", "chp_1__subchp_1", "chp_1", "sec_1", "part_1", "law")

    def test_a_point_of_annexed_rules_stands_in_their_chapter_though_its_address_does_not_name_it(self) -> None:
        rules = printed(("annex_1", None), ("annex_1__sec_1", "annex_1"), ("annex_1__chp_2", "annex_1__sec_1"),
                        ("annex_1__para_3", "annex_1__chp_2"), ("annex_1__para_3__point_1", "annex_1__para_3"),
                        ("annex_2__para_3", "annex_1__chp_2"))
        assert rules.above(Eid("annex_1__para_3__point_1")) == (
            "annex_1__para_3", "annex_1__chp_2", "annex_1__sec_1", "annex_1", "law")
        assert rules.above(Eid("annex_2__para_3")) == ("annex_2", "law")

    def test_an_address_that_no_edition_prints_is_enclosed_by_its_own_steps_and_the_chapter_of_its_article(self) -> None:
        assert CODE.above(Eid("art_1__point_9")) == ("art_1", "chp_1__subchp_1", "chp_1", "sec_1", "part_1", "law")
        assert CODE.above(Eid("art_99__point_9")) == ("art_99", "law")
        assert CODE.around(Eid("art_99__point_9")) == ()

    def test_the_law_encloses_all_and_nothing_encloses_it(self) -> None:
        assert CODE.above(Eid("law")) == ()
        assert CODE.above(Eid("law__heading")) == ("law",)
        assert len(CODE.inside(Eid("law"))) == 11

    def test_what_is_inside_stands_in_the_order_of_the_law(self) -> None:
        assert CODE.inside(Eid("chp_1")) == ("chp_1__subchp_1", "art_1", "art_1__para_1", "art_1__para_1__point_2")
        assert CODE.inside(Eid("annex_1")) == ("annex_1__para_1",)
        assert CODE.inside(Eid("art_3")) == ()

    @pytest.mark.parametrize(("one", "other"), [
        ("art_1", "art_1"), ("part_1", "art_1__para_1"), ("art_1__para_1", "part_1"), ("law", "art_99")])
    def test_related(self, one: str, other: str) -> None:
        assert CODE.related(Eid(one), Eid(other))
        assert not CODE.related(Eid("art_1"), Eid("art_3"))

    def test_the_nearest_provision(self) -> None:
        """Opening words have no page of their own; what no edition prints stands in what one prints."""
        told = {eid: CODE.nearest(Eid(eid)) for eid in ("art_1", "art_1__para_1__intro", "art_7__para_1", "annex_1__point_4")}
        assert told == {"art_1": "art_1", "art_1__para_1__intro": "art_1__para_1", "art_7__para_1": LAW,
                        "annex_1__point_4": "annex_1"}

    def test_an_article_that_no_edition_prints_stands_where_its_neighbour_does(self) -> None:
        more = CODE.holding([Eid("art_2"), Eid("art_2__para_1"), Eid("art_9")])
        assert more.above(Eid("art_2__para_1")) == ("art_2", "chp_1__subchp_1", "chp_1", "sec_1", "part_1", "law")
        assert more.above(Eid("art_9")) == ("chp_2", "sec_1", "part_1", "law")
        assert printed(("art_1", None)).holding([Eid("art_2")]).above(Eid("art_2")) == ("law",)

    def test_the_first_edition_that_places_a_provision_decides(self) -> None:
        assert printed(("art_1", "chp_1"), ("art_1", "chp_2")).above(Eid("art_1")) == ("chp_1", "law")

    def test_editions_that_enclose_in_a_circle_end(self) -> None:
        assert printed(("chp_1", "sec_1"), ("sec_1", "chp_1")).above(Eid("chp_1")) == ("sec_1", "law")


class TestBearing:
    """Which acts may bear on a provision: by a change of its own, or of what encloses it."""

    def test_a_change_reaches_what_is_inside_unless_it_is_of_the_own_text_alone(self) -> None:
        told = changes_bearing_on([amendment("1-V", "chp_1"), amendment("2-V", "art_1", Scope.OWN_TEXT),
                                   amendment("3-V", "art_1__para_1__intro"), amendment("4-V", "law")], CODE)
        assert {eid: [each.act_name for each in told[eid]] for eid in ("art_1__para_1", "art_1", "art_1__para_1__point_2", "annex_1")} == {
            "art_1__para_1": ["1-V", "3-V", "4-V"], "art_1": ["1-V", "2-V", "4-V"], "art_1__para_1__point_2": ["1-V", "4-V"],
            "annex_1": ["4-V"]}


class TestSteps:
    """A law twice as long takes twice the steps, not four times."""

    def of_length(self, articles: int) -> tuple[Tree, list[Amendment]]:
        places = [(f"art_{number}__point_{point}", f"art_{number}") for number in range(articles) for point in (1, 2)]
        return printed(*places), [amendment("1-V", eid) for eid, _ in places]

    def test_acts_are_found_for_all_provisions_in_steps_that_grow_with_the_law(self) -> None:
        short, long = (steps(partial(changes_bearing_on, changes, tree)) for tree, changes in map(self.of_length, (100, 200)))
        assert short > 100
        assert long < 2.2 * short

    def test_the_nearest_provision_is_found_in_the_same_steps_in_any_law(self) -> None:
        short, long = (steps(partial(tree.nearest, Eid("art_7__point_2__intro")))
                       for tree, _ in map(self.of_length, (10, 1000)))
        assert 0 < long == short
