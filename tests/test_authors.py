"""Who changed a law: two acts are one only where their names say so."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gazette import folders, law
from lawgraph.database.build import build
from lawgraph.database.opening import connect
from lawgraph.evidence.amendments import join
from lawgraph.law.authors import Act, ActKind, Dropped, Unnamed, Untold
from lawgraph.queries.answers import act_names, amendments_of
from lives import Table, answer, life_of, sources_of

DAY = date(2014, 7, 3)
EXCLUDED = """
Статья 1. {0}
| 1) {0} идут;
| 2) (исключен)
| 3) {0} бьют.
"""
PARTLY_NAMED = """
Статья 1. {0}
| {0} идут.
| Сноска. Статья 1 с изменениями, внесенными Законом РК № 69 (порядок введения в действие см. ст. 2).
"""


class TestAct:
    """An act has a number or a day; its name is its own where it can mean no other act."""

    def test_an_act_has_a_number_or_a_day(self) -> None:
        with pytest.raises(ValueError, match="a number or a day"):
            Act(None, None)

    @pytest.mark.parametrize(("act", "name"), [
        (Act("124-V", None), "124-V"),
        (Act("124-V", DAY, ActKind.LAW), "124-V"),
        (Act("213-1", date(1998, 3, 24)), "213-1"),
        (Act("69", DAY), "2014-07-03-69"),
        (Act("258", DAY, ActKind.ORDER), "order-2014-07-03-258"),
        (Act("345-НҚ", DAY, ActKind.ORDER), "order-2014-07-03-345-НҚ"),  # the series of an organ begins anew each year
    ])
    def test_an_act_known_everywhere_has_one_name_in_all_laws(self, act: Act, name: str) -> None:
        assert act.identified
        assert {act.name, act.known_in("A1_").name, act.known_in("B1_").name} == {name}

    @pytest.mark.parametrize(("act", "name"), [
        (Act("69", None), "undated-69@A1_"), (Act(None, DAY), "2014-07-03-unnumbered@A1_"),
        (Act("345-НҚ", None, ActKind.ORDER), "order-undated-345-НҚ@A1_"),
    ])
    def test_an_act_named_in_part_is_known_within_its_law(self, act: Act, name: str) -> None:
        assert not act.identified
        assert act.known_in("A1_").name == name
        assert act.known_in("A1_") != act.known_in("B1_")


class TestEvidence:
    """Nothing holds two acts without a name to be one."""

    TWO = Table("art_1 | -\nart_1__point_1 | a\nart_1__point_2 | excluded\nart_1__point_3 | excluded",
                "art_1__point_2 | exclusion | - | unstated\nart_1__point_3 | exclusion | - | unstated")

    def test_each_claim_without_an_act_has_an_act_of_its_own(self) -> None:
        authors = [each.by for each in join(sources_of(self.TWO)).amendments]
        assert len(set(authors)) == 2
        assert all(isinstance(each, Unnamed) for each in authors)

    def test_the_claims_of_two_editions_are_two_claims(self) -> None:
        later = Table(self.TWO.printed, self.TWO.claims, day=date(2016, 1, 1))
        both = Table(self.TWO.printed, self.TWO.claims, day=date(2014, 1, 1), editions=(later,))
        assert len({each.by for each in join(sources_of(both)).amendments}) == 4

    def test_what_no_act_is_named_for_is_still_excluded(self) -> None:
        life = life_of(Table(self.TWO.printed, self.TWO.claims, day=date(2014, 1, 1)))
        assert answer(life, "art_1__point_2", "2014-01-01") == "no"
        assert answer(life, "art_1__point_2", "2012-01-01").startswith("possible")

    def test_a_footnote_that_names_no_act_has_dropped_those_before_it(self) -> None:
        """Its new wording drops the footnotes of earlier ones, whoever made it."""
        life = life_of(Table("art_1 | a", "art_1 | substitution | - | unstated"))
        assert any(isinstance(each.by, Dropped) and each.target == "art_1" for each in life.amendments)

    def test_an_inserted_number_that_nothing_explains_has_an_act_of_which_no_source_tells(self) -> None:
        life = life_of(Table("art_1 | a\nart_1-1 | b"))
        assert [each.by for each in life.amendments] == [Untold()]

    def test_likeness_tells_nothing_of_an_act_named_in_part(self) -> None:
        """Two laws numbered 69 may have changed Article 1, one of them there and back."""
        printed, told = "art_1 | -\nart_1__para_1 | a\nart_1__para_2 | b", "art_1 | modification | {} | unstated"
        noted = "art_1__para_2 | modification | 5-IV, 2011-01-01 | on 2011-06-01"
        answers = {}
        for number in ("69", "69-V"):
            earlier = Table(printed, noted, day=date(2012, 1, 1))
            act = f"{number}, 2012-06-01" if number == "69-V" else "69, -"
            life = life_of(Table(printed, f"{noted}\n{told.format(act)}", day=date(2014, 1, 1), editions=(earlier,)))
            answers[number] = answer(life, "art_1__para_1", "2013-06-01")
        assert answers == {"69": "presumed presumed", "69-V": "yes attested"}


class TestDatabase:
    """Two laws that name acts alike share them only where the name is the act's alone."""

    @pytest.fixture
    def conn(self, tmp_path: Path, lines: str) -> Iterator[sqlite3.Connection]:
        two = (law(f"{letter}1_", f"{number}-IV", date(2010, 1, 11), ("rus", f"О {word}", lines.format(word)))
               for letter, number, word in (("A", 10, "часах"), ("B", 11, "колоколах")))
        build(folders(tmp_path, *two), tmp_path / "law.db", iter)
        with closing(connect(tmp_path / "law.db")) as conn:
            yield conn

    @pytest.mark.parametrize("lines", [EXCLUDED])
    def test_an_act_that_no_source_names_has_neither_row_nor_page(self, conn: sqlite3.Connection) -> None:
        assert act_names(conn) == ()
        told = [each for held in ("A1_", "B1_") for each in amendments_of(conn, held) if not each.stands_in]
        assert [(each.target, each.act) for each in told] == [("art_1__point_2", None)] * 2
        assert len({each.by for each in told}) == 2

    @pytest.mark.parametrize("lines", [PARTLY_NAMED])
    def test_two_laws_changed_by_a_number_69_without_a_day_share_nothing(self, conn: sqlite3.Connection) -> None:
        assert set(act_names(conn)) == {"undated-69@A1_", "undated-69@B1_"}
        for held in ("A1_", "B1_"):
            (one,) = {each.act for each in amendments_of(conn, held) if each.act}
            assert (one.number, one.adopted, one.within) == ("69", None, held)
