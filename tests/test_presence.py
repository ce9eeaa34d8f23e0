"""Presence: was it there on that day? Each test quotes the sentence of the design it stands for."""

from dataclasses import replace
from datetime import date

from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.versions import Presence
from lawgraph.timeline.consolidation import answer_for_law
from lives import Table, check, life_of

HELD = date(2020, 1, 1)
PARAGRAPHS = """
art_1         | -
art_1__para_1 | The clock shall strike.
art_1__para_2 | The bell shall ring.
art_1__para_3 | The keeper shall wind.
"""
INSERTED = "art_1__para_2-1 | The rope shall hang."
VAGUE_2012 = "art_1 | modification | 1-V, 2011-12-01 | on 2012-01-01"
VAGUE_2014 = "art_1 | modification | 2-V, 2013-07-03 | on 2014-01-01"
REWORDED_2012 = "art_1 | substitution | 1-V, 2011-12-01 | on 2012-01-01"
LATER_WORDED = "art_1 | substitution | 2-V, 2013-07-03 | on 2014-01-01"


# Proofs


def test_printed() -> None:
    """A provision that an edition prints was there on the edition's day."""
    check(Table(PARAGRAPHS, VAGUE_2014, day=HELD), "art_1__para_3 | 2020-01-01 | yes attested")


def test_printed_in_an_earlier_edition() -> None:
    """A provision that an edition prints was there on the edition's day (whatever a later edition has dropped)."""
    check(Table(PARAGRAPHS, day=date(2013, 1, 1), editions=(Table(PARAGRAPHS, LATER_WORDED, day=HELD),)), """
        art_1__para_3 | 2013-01-01 | yes attested
        art_1__para_3 | 2013-12-31 | presumed presumed
        art_1__para_3 | 2014-01-01 | yes attested
        """)


def test_changed() -> None:
    """One that an act changed … was there the day before."""
    check(Table(PARAGRAPHS, VAGUE_2014, "art_1__para_3 | modification | 2-V, 2013-07-03 | on 2014-01-01", day=HELD),
          "art_1__para_3 | 2013-12-31 | yes unknown")


def test_newly_worded() -> None:
    """One that an act … newly worded … was there the day before."""
    check(Table(PARAGRAPHS, "art_1__para_3 | substitution | 2-V, 2013-07-03 | on 2014-01-01", day=HELD),
          "art_1__para_3 | 2013-12-31 | yes unknown")


def test_excluded() -> None:
    """One that an act … excluded was there the day before; … was not there from its first day."""
    check(Table("art_1 | -\nart_1__para_1 | The clock shall strike.\nart_1__para_2 | excluded",
                "art_1__para_2 | exclusion | 2-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__para_2 | 2010-05-10 | yes unknown
        art_1__para_2 | 2013-12-31 | yes unknown
        art_1__para_2 | 2014-01-01 | no
        art_1__para_2 | 2020-01-01 | no
        """)


def test_excluded_by_an_act_that_no_source_names() -> None:
    """One that an act … excluded was there the day before: when that was, between the law's first day and the edition,
    nobody tells ("2) is excluded")."""
    check(Table("art_1 | -\nart_1__para_1 | The clock shall strike.\nart_1__para_2 | excluded",
                "art_1__para_2 | exclusion | - | unstated", day=HELD), """
        art_1__para_2 | 2010-06-01 | possible unknown
        art_1__para_2 | 2019-12-31 | possible unknown
        art_1__para_2 | 2020-01-01 | no
        """)


def test_inserted() -> None:
    """One that an act inserted was there from its first day, and not the day before …"""
    check(Table(f"{PARAGRAPHS}{INSERTED}", "art_1__para_2-1 | insertion | 2-V, 2013-07-03 | on 2014-01-01", day=HELD),
          """
        art_1__para_2-1 | 2010-05-10 | no
        art_1__para_2-1 | 2013-12-31 | no
        art_1__para_2-1 | 2014-01-01 | yes attested
        """)


def test_inserted_under_a_number_that_may_have_been_used_before() -> None:
    """… unless an earlier exclusion of the same number can't be ruled out (№ 1-V may have excluded a paragraph 4)."""
    inserted = "art_1__para_4 | insertion | 2-V, 2013-07-03 | on 2014-01-01"
    check(Table(f"{PARAGRAPHS}art_1__para_4 | The tower shall stand.", f"{VAGUE_2012}\n{inserted}", day=HELD), """
        art_1__para_4 | 2011-12-31 | possible unknown
        art_1__para_4 | 2012-01-01 | no
        art_1__para_4 | 2013-12-31 | no
        art_1__para_4 | 2014-01-01 | yes attested
        """)


def test_an_inserted_number_was_not_in_the_law_as_adopted() -> None:
    """n-m was not in the law as adopted."""
    check(Table(f"{PARAGRAPHS}{INSERTED}", f"{VAGUE_2012}\n{VAGUE_2014}", day=HELD), """
        art_1__para_2-1 | 2010-05-10 | no
        art_1__para_2-1 | 2011-12-31 | no
        """)


def test_a_part_proves_its_container() -> None:
    """One that an act changed … was there the day before: an act that excluded a point of it changed it.

    A later act somewhere in the article may have given the paragraph its number.
    """
    printed, line = f"{PARAGRAPHS}art_1__para_3__point_1 | excluded", "art_1__para_3__point_1 | exclusion | {}"
    check(Table(printed, f"{VAGUE_2014}\n{line.format('1-V, 2014-12-01 | on 2015-01-01')}", day=HELD), """
        art_1__para_3 | 2014-12-31 | yes attested
        art_1__para_3 | 2015-01-01 | yes attested
        """)
    check(Table(printed, f"{line.format('1-V, 2011-12-01 | on 2012-01-01')}\n{VAGUE_2014}", day=HELD), """
        art_1__para_3 | 2011-12-31 | possible unverified
        art_1__para_3 | 2014-01-01 | yes attested
        """)


# Between


def test_acts_of_one_day_count_as_between() -> None:
    """Overlapping intervals and acts of one day count as between (excluded and inserted on 1 January 2014)."""
    facts = """
        art_1__para_3 | exclusion | 1-V, 2013-07-03 | on 2014-01-01
        art_1__para_3 | insertion | 2-V, 2013-07-04 | on 2014-01-01
        """
    claims = """
        art_1 | modification | 1-V, 2013-07-03 | on 2014-01-01
        art_1 | modification | 2-V, 2013-07-04 | on 2014-01-01
        """
    check(Table(PARAGRAPHS, claims, facts, complete="1-V, 2-V", day=HELD), """
        art_1__para_3 | 2013-12-31 | possible unknown
        art_1__para_3 | 2014-01-01 | yes attested
        """)


def test_overlapping_intervals_count_as_between() -> None:
    """Overlapping intervals … count as between: № 1-V excluded, № 2-V inserted, nobody knows which came first."""
    facts = """
        art_1__para_3 | exclusion | 1-V, 2013-07-03 | 10 days
        art_1__para_3 | insertion | 2-V, 2013-07-20 | 10 days
        """
    claims = "art_1 | modification | 1-V, 2013-07-03 | 10 days\nart_1 | modification | 2-V, 2013-07-20 | 10 days"
    check(Table(PARAGRAPHS, claims, facts, complete="1-V, 2-V", day=HELD), """
        art_1__para_3 | 2013-07-13 | possible unknown
        art_1__para_3 | 2013-08-29 | possible unknown
        art_1__para_3 | 2013-08-30 | yes attested
        """)


def test_a_container_excluded_and_brought_in() -> None:
    """An act on the provision or *its container* that inserts … or excludes."""
    check(Table("""
        art_1           | The clock shall strike.
        art_1-1         | -
        art_1-1__para_1 | The rope shall hang.
        art_2           | excluded
        """, """
        art_1-1 | insertion | 1-V, 2011-12-01 | on 2012-01-01
        art_2   | exclusion | 2-V, 2013-07-03 | on 2014-01-01
        """, "art_2__para_1 | modification | 3-V, 2010-12-01 | on 2011-01-01", complete="3-V", day=HELD), """
        art_1-1__para_1 | 2011-12-31 | no
        art_1-1__para_1 | 2012-01-01 | yes attested
        art_1-1         | 2011-12-31 | no
        art_1-1         | 2012-01-01 | yes attested
        art_2           | 2013-12-31 | yes unknown
        art_2           | 2014-01-01 | no
        """)


def test_a_chapter_excluded_takes_its_articles_along() -> None:
    """An act on … its container that … excludes."""
    check(Table("chp_1 | -\nart_1 | The clock shall strike.\nchp_2 | excluded\nart_2 | excluded",
                "chp_2 | exclusion | 2-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1 | 2014-01-01 | yes attested
        art_2 | 2014-01-01 | no
        """)


# Yes and no


def test_no_before_the_law_and_after_its_repeal() -> None:
    """Also no: before the law's first day, after its repeal."""
    check(Table(PARAGRAPHS, "law | repeal | 9-VI, 2018-12-01 | on 2019-01-01", day=HELD), """
        art_1 | 2010-05-09 | no
        art_1 | 2010-05-10 | yes attested
        art_1 | 2018-12-31 | yes attested
        art_1 | 2019-01-01 | no
        """)


def test_the_law_as_a_whole_before_its_first_day() -> None:
    """Also no: before the law's first day …"""
    life = life_of(Table(PARAGRAPHS, day=HELD))
    assert answer_for_law(life.days, date(2010, 5, 9)).most is Presence.NO
    assert answer_for_law(life.days, date(2010, 5, 10)).most is Presence.YES


def test_possible_while_the_law_may_begin_or_end() -> None:
    """The day lies inside an uncertain interval (the law's own first day and that of its repeal)."""
    check(Table(PARAGRAPHS, "law | repeal | 9-VI, 2018-10-01 | 10 days", day=HELD,
                own_rule=OperationRule(RuleKind.AFTER_PUBLICATION, days=10)), """
        art_1__para_1 | 2010-05-09 | no
        art_1__para_1 | 2010-05-10 | possible attested
        art_1__para_1 | 2010-06-08 | possible attested
        art_1__para_1 | 2010-06-09 | yes attested
        art_1__para_1 | 2018-10-11 | yes attested
        art_1__para_1 | 2018-10-12 | possible attested
        art_1__para_1 | 2018-11-10 | possible attested
        art_1__para_1 | 2018-11-11 | no
        """)


def test_an_article_stays_under_acts_that_only_amend_it() -> None:
    """An article stays yes under acts that only amend it."""
    check(Table(PARAGRAPHS, f"{VAGUE_2012}\n{LATER_WORDED}", day=HELD), """
        art_1 | 2010-05-10 | yes unknown
        art_1 | 2013-06-01 | yes unknown
        art_1 | 2014-01-01 | yes attested
        """)


# Presumed


def test_presumed_where_acts_between_are_located_elsewhere() -> None:
    """Presumed: the only acts in between are located elsewhere in the article but not complete …"""
    check(Table(PARAGRAPHS, VAGUE_2014, "art_1__para_1 | modification | 2-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__para_3 | 2013-12-31 | presumed presumed
        art_1__para_3 | 2014-01-01 | yes attested
        """)


def test_presumed_where_the_number_stands_inside_its_list() -> None:
    """… or the provision is printed with an ordinary number that is not the last of its list, and only acts that are
    not located lie between …"""
    check(Table(PARAGRAPHS, VAGUE_2014, day=HELD), """
        art_1__para_1 | 2013-12-31 | presumed unverified
        art_1__para_2 | 2013-12-31 | presumed unverified
        art_1__para_3 | 2013-12-31 | possible unverified
        """)


def test_not_presumed_where_the_list_was_newly_worded() -> None:
    """… (the list not newly worded since)."""
    check(Table(PARAGRAPHS, f"{VAGUE_2012}\n{LATER_WORDED}", day=HELD), """
        art_1__para_1 | 2011-12-31 | possible unknown
        art_1__para_1 | 2013-12-31 | possible unknown
        """)


def test_points_of_a_paragraph_stand_in_a_list_of_their_own() -> None:
    """… an ordinary number that is not the last of *its list* …"""
    check(Table("""
        art_1                  | -
        art_1__para_1          | The clock shall:
        art_1__para_1__point_1 | strike;
        art_1__para_1__point_2 | chime.
        art_1__para_2          | The bell shall ring.
        """, VAGUE_2014, day=HELD), """
        art_1__para_1          | 2013-12-31 | presumed unverified
        art_1__para_1__point_1 | 2013-12-31 | presumed unverified
        art_1__para_1__point_2 | 2013-12-31 | possible unverified
        """)


# Possible


def test_possible_inside_an_uncertain_interval() -> None:
    """Possible: … the day lies inside an uncertain interval (№ 124-V took effect from 14 July to 13 August 2013)."""
    check(Table("art_5 | -\nart_5__point_1 | clocks;\nart_5__point_2 | excluded\nart_5__point_3 | bells.",
                "art_5__point_2 | exclusion | 124-V, 2013-07-03 | 10 days", day=HELD), """
        art_5__point_2 | 2013-06-01 | yes unknown
        art_5__point_2 | 2013-07-13 | yes unknown
        art_5__point_2 | 2013-07-14 | possible unknown
        art_5__point_2 | 2013-08-12 | possible unknown
        art_5__point_2 | 2013-08-13 | no
        """)


def test_possible_inside_the_interval_of_an_insertion() -> None:
    """Possible: … the day lies inside an uncertain interval."""
    check(Table(f"{PARAGRAPHS}{INSERTED}", "art_1__para_2-1 | insertion | 1-V, 2013-07-03 | 10 days", day=HELD), """
        art_1__para_2-1 | 2013-07-13 | no
        art_1__para_2-1 | 2013-07-14 | possible unknown
        art_1__para_2-1 | 2013-08-12 | possible unknown
        art_1__para_2-1 | 2013-08-13 | yes attested
        """)


def test_possible_for_what_no_number_holds_in_its_place() -> None:
    """An act that is not located lies between (for the last number of a list, n-m, unnumbered parts, indents)."""
    check(Table("""
        art_1                   | -
        art_1__para_1           | The clock shall:
        art_1__para_1__indent_1 | strike;
        art_1__para_1__indent_2 | chime.
        art_1__para_1__al_2     | The bell shall ring.
        """, VAGUE_2014, day=HELD), """
        art_1__para_1           | 2013-12-31 | possible unverified
        art_1__para_1__indent_1 | 2013-12-31 | possible unverified
        art_1__para_1__al_2     | 2013-12-31 | possible unverified
        """)


def test_possible_for_an_inserted_number_between_two_acts() -> None:
    """An act that is not located lies between (for … n-m …): № 2-V may have excluded and № 3-V brought back."""
    check(Table(f"{PARAGRAPHS}{INSERTED}", f"""
        art_1__para_2-1 | insertion | 1-V, 2011-12-01 | on 2012-01-01
        {VAGUE_2014}
        art_1 | modification | 3-V, 2014-12-01 | on 2015-01-01
        """, day=HELD), """
        art_1__para_2-1 | 2011-12-31 | no
        art_1__para_2-1 | 2013-12-31 | yes unverified
        art_1__para_2-1 | 2014-06-01 | possible unverified
        art_1__para_2-1 | 2015-01-01 | yes attested
        """)


def test_possible_where_the_container_was_newly_worded() -> None:
    """The container was newly worded and its earlier structure is not known."""
    check(Table(PARAGRAPHS, LATER_WORDED, day=HELD), """
        art_1__para_1 | 2010-05-10 | possible unknown
        art_1__para_1 | 2013-12-31 | possible unknown
        art_1__para_1 | 2014-01-01 | yes attested
        """)


def test_possible_where_no_edition_prints_it_and_nothing_excluded_it() -> None:
    """A provision that no edition prints and whose exclusion is not recorded."""
    check(Table(PARAGRAPHS, "art_1__para_4 | insertion | 1-V, 2011-12-01 | on 2012-01-01", day=HELD), """
        art_1__para_4 | 2011-12-31 | no
        art_1__para_4 | 2012-01-01 | possible unknown
        art_1__para_4 | 2019-01-01 | possible unknown
        """)


# A higher number


def test_a_higher_number_proves_the_lower() -> None:
    """If a higher ordinary number of the same list was there on a day, and no act can have excluded the lower one by
    then, the lower one was there too."""
    changed = "art_1__para_3 | modification | 1-V, 2011-12-01 | on 2012-01-01"
    check(Table(PARAGRAPHS, f"{VAGUE_2012}\n{VAGUE_2014}", changed, day=HELD), """
        art_1__para_3 | 2011-12-31 | yes unknown
        art_1__para_1 | 2011-12-31 | yes unverified
        art_1__para_2 | 2011-12-31 | yes unverified
        """)


def test_a_higher_number_proves_nothing_where_the_lower_can_be_gone() -> None:
    """… and no act can have excluded the lower one by then …"""
    changed = "art_1__para_3 | modification | 2-V, 2013-07-03 | on 2014-01-01"
    check(Table(PARAGRAPHS, f"{VAGUE_2012}\n{VAGUE_2014}\nart_1 | modification | 3-V, 2014-12-01 | on 2015-01-01",
                changed, day=HELD), """
        art_1__para_3 | 2013-12-31 | yes unknown
        art_1__para_2 | 2013-12-31 | presumed unverified
        """)


def test_a_higher_inserted_number_proves_nothing() -> None:
    """If a higher *ordinary* number … (paragraph 1-1 may stand where 1 does not)."""
    check(Table("art_1 | -\nart_1__para_1 | The clock shall strike.\nart_1__para_1-1 | The rope shall hang.", f"""
        art_1__para_1-1 | insertion | 1-V, 2011-12-01 | on 2012-01-01
        {VAGUE_2014}
        """, day=HELD), """
        art_1__para_1-1 | 2013-06-01 | yes unverified
        art_1__para_1   | 2013-06-01 | possible unverified
        """)


# Inserted numbers that no source explains


def test_one_candidate_settles_it() -> None:
    """Inserted by one of the acts that changed their container. One candidate settles it, and locates that act …"""
    check(Table(f"{PARAGRAPHS}{INSERTED}", VAGUE_2014, day=HELD), """
        art_1__para_2-1 | 2013-12-31 | no
        art_1__para_2-1 | 2014-01-01 | yes attested
        art_1__para_3   | 2013-12-31 | presumed presumed
        """)


def test_one_candidate_settles_it_within_its_interval() -> None:
    """One candidate settles it (its first day lies between 14 July and 13 August 2013)."""
    check(Table(f"{PARAGRAPHS}{INSERTED}", "art_1 | modification | 1-V, 2013-07-03 | 10 days", day=HELD), """
        art_1__para_2-1 | 2013-07-13 | no
        art_1__para_2-1 | 2013-07-14 | possible unknown
        art_1__para_2-1 | 2013-08-13 | yes attested
        """)


def test_several_candidates_give_an_interval() -> None:
    """… several give an interval over them …"""
    check(Table(f"{PARAGRAPHS}{INSERTED}", f"{VAGUE_2012}\n{VAGUE_2014}", day=HELD), """
        art_1__para_2-1 | 2011-12-31 | no
        art_1__para_2-1 | 2012-01-01 | possible unknown
        art_1__para_2-1 | 2013-12-31 | possible unknown
        art_1__para_2-1 | 2014-01-01 | yes attested
        """)


def test_an_act_after_its_exclusion_is_no_candidate() -> None:
    """Inserted by one of the acts that changed their container: before it was excluded (by № 2-V), so by № 1-V."""
    check(Table(f"{PARAGRAPHS}art_1__para_2-1 | excluded", f"""
        {VAGUE_2012}
        art_1__para_2-1 | exclusion | 2-V, 2013-07-03 | on 2014-01-01
        art_1 | modification | 3-V, 2014-12-01 | on 2015-01-01
        """, day=HELD), """
        art_1__para_2-1 | 2011-12-31 | no
        art_1__para_2-1 | 2012-01-01 | yes unknown
        art_1__para_2-1 | 2013-12-31 | yes unknown
        art_1__para_2-1 | 2014-01-01 | no
        art_1__para_2-1 | 2020-01-01 | no
        """)


def test_a_complete_act_is_no_candidate() -> None:
    """Inserted by one of the acts that changed their container: one that touched nothing else did not."""
    check(Table(f"{PARAGRAPHS}{INSERTED}", f"{VAGUE_2012}\n{VAGUE_2014}",
                "art_1__para_1 | modification | 1-V, 2011-12-01 | on 2012-01-01", complete="1-V", day=HELD), """
        art_1__para_2-1 | 2013-12-31 | no
        art_1__para_2-1 | 2014-01-01 | yes attested
        """)


def test_an_act_that_found_it_there_did_not_insert_it() -> None:
    """№ 1-V worded 2-1 anew in 2012, so the only other act, № 2-V of 2014, did not insert it. Whoever did may have done so
    on that very day: "was there the day before" holds only where no insertion may lie on the same day."""
    check(Table(f"{PARAGRAPHS}{INSERTED}", f"""
        art_1__para_2-1 | substitution | 1-V, 2011-12-01 | on 2012-01-01
        {VAGUE_2014}
        """, day=HELD), """
        art_1__para_2-1 | 2011-12-31 | possible unknown
        art_1__para_2-1 | 2013-06-01 | yes unverified
        art_1__para_2-1 | 2014-01-01 | yes attested
        """)


def test_a_new_wording_of_the_container_settles_nothing() -> None:
    """… a new wording of the container is a candidate too, and then nothing is settled: possible from the law's first
    day to the last candidate's latest day."""
    table = Table(f"{PARAGRAPHS}{INSERTED}", f"{REWORDED_2012}\n{VAGUE_2014}", day=HELD)
    check(table, """
        art_1__para_2-1 | 2010-05-10 | possible unknown
        art_1__para_2-1 | 2011-12-31 | possible unknown
        art_1__para_2-1 | 2013-12-31 | possible unknown
        art_1__para_2-1 | 2014-01-01 | yes attested
        """)
    check(replace(table, claims=REWORDED_2012), """
        art_1__para_2-1 | 2010-05-10 | possible unknown
        art_1__para_2-1 | 2011-12-31 | possible unknown
        art_1__para_2-1 | 2012-01-01 | yes attested
        """)


def test_no_candidate_leaves_it_open_up_to_the_edition() -> None:
    """n-m points and paragraphs: inserted by one of the acts that changed their container (no source names one); yet a
    provision that an edition prints was there on the edition's day."""
    check(Table(f"{PARAGRAPHS}{INSERTED}", day=HELD), """
        art_1__para_2-1 | 2010-06-01 | possible unknown
        art_1__para_2-1 | 2019-12-31 | possible unknown
        art_1__para_2-1 | 2020-01-01 | yes attested
        """)


def test_parts_of_an_inserted_article_came_with_it() -> None:
    """One candidate settles it: the article was inserted, and its paragraph 1-1 printed, with no act after it."""
    check(Table("art_1 | The clock shall strike.\nart_1-1 | -\nart_1-1__para_1-1 | The rope shall hang.",
                "art_1-1 | insertion | 1-V, 2011-12-01 | on 2012-01-01", day=HELD), """
        art_1-1__para_1-1 | 2011-12-31 | no
        art_1-1__para_1-1 | 2012-01-01 | yes attested
        """)


def test_an_inserted_article_that_no_footnote_explains() -> None:
    """n-m was not in the law as adopted; acts that changed its chapter are its candidates."""
    check(Table("chp_1 | -\nart_1 | The clock shall strike.\nart_1-1 | The rope shall hang.",
                "chp_1 | modification | 1-V, 2011-12-01 | on 2012-01-01", day=HELD), """
        art_1-1 | 2011-12-31 | no
        art_1-1 | 2012-01-01 | yes attested
        """)
