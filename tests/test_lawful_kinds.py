"""Kinds in which lawful life once made a wrong answer sure: each small, each in the law's language.

Law 271-IV of these tests begins on 10 May 2010. Each kind is also a feature of the invented legislature.
"""

from dataclasses import replace
from datetime import date

import pytest

from lawgraph.evidence.sources import Edition
from lawgraph.facts.commencement import bounds_of_rule
from lawgraph.law.amendments import Dating, OperationRule, RuleKind
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from lawgraph.timeline.history import trace
from lives import Table, answer, check, life_of, on, operative, sources_of

EARLY, MIDDLE, HELD = date(2015, 1, 1), date(2018, 1, 1), date(2021, 1, 1)
ARTICLE = """
art_1          | - | heading: Clocks
art_1__point_1 | strikes;
art_1__point_2 | rings;
"""
CHANGED = "art_1__point_2 | modification | 7-VI, 2018-03-01"


# What ends or restates a whole unit drops everything told beneath it


def test_an_article_that_expires_drops_its_footnotes() -> None:
    expired = "art_1 | expiry | 8-VI, 2019-06-01 | on 2020-01-01"
    earlier = Table(ARTICLE, day=MIDDLE)
    check(Table("art_1 | excluded | heading: Clocks", f"{expired} | footnote", day=HELD, editions=(earlier,)), """
        art_1__point_2 | 2018-01-01 | yes attested
        art_1__point_2 | 2019-12-31 | presumed presumed
        art_1          | 2020-01-01 | no
        """)


def test_a_page_that_still_prints_what_it_says_has_expired_does_not_prove_that_it_is_there() -> None:
    expired = "art_1 | expiry | 8-VI, 2019-06-01 | on 2020-01-01"
    check(Table(ARTICLE, expired, day=HELD), "art_1 | 2020-06-01 | no")


def test_a_chapter_newly_worded_drops_what_had_been_excluded_in_it() -> None:
    """№ 7-VI may have excluded Article 1 long before the chapter was worded anew without it."""
    before = "chp_1 | -\nart_1 | The clock shall strike.\nart_2 | The bell shall ring."
    after = "chp_1 | -\nart_2 | The bell shall chime."
    table = Table(after, "chp_1 | substitution | 8-VI, 2019-03-01 | on 2019-03-12", day=HELD,
                  editions=(Table(before, day=MIDDLE),))
    check(table, """
        art_1 | 2018-01-01 | yes attested
        art_1 | 2019-03-12 | no
        """)
    assert answer(life_of(table), "art_1", "2019-03-11") == "presumed presumed"


def test_a_heading_left_standing_in_a_translation_may_lack_its_last_change() -> None:
    facts = ("art_1__heading | modification | 7-VI, 2018-03-01 | on 2018-03-16\n"
             "art_1 | exclusion | 8-VI, 2019-03-01 | on 2019-03-12")
    table = Table("art_1 | excluded | heading: Clocks", "art_1 | exclusion | 8-VI, 2019-03-01 | on 2019-03-12", facts,
                  complete="7-VI, 8-VI", until=HELD)
    check(table, "art_1__heading | 2019-03-11 | yes unknown")
    check(replace(table, official=True), "art_1__heading | 2019-03-11 | yes attested")


def test_a_heading_newly_worded_twice_between_a_translation_and_the_official_text() -> None:
    """A heading's footnote names the last act only; the translation still prints what was before both."""
    official = Table(ARTICLE.replace("Clocks", "Bells"), "art_1__heading | substitution | 8-VI, 2019-03-01 | on 2019-03-12",
                     lang="rus", official=True, day=HELD)
    assert answer(life_of(Table(ARTICLE, day=MIDDLE, editions=(official,))), "art_1__heading", "2019-03-11") == (
        "yes unknown")


# A fact is keyed by its step


def test_two_steps_of_one_act_each_have_their_own_texts() -> None:
    facts = (f"{CHANGED} | unstated | own 2018-03-16 | later chimes;\n"
             f"{CHANGED} | unstated | own 2020-01-01 | later tolls;")
    life = life_of(Table(ARTICLE.replace("rings", "tolls"), f"{CHANGED} | see Article 2", facts, complete="7-VI", day=HELD))
    texts = {each.start.latest: each.text for line in life.timelines if line.unit.eid == "art_1__point_2"
             for each in line.versions}
    assert (texts[date(2018, 3, 16)], texts[date(2020, 1, 1)]) == ("chimes;", "tolls;")


def test_a_note_of_a_page_that_lacks_the_change_does_not_date_it() -> None:
    """The page knows that № 7-VI excluded point 1 in 2020, and not that it excluded point 2 in 2018."""
    printed = "art_1 | The clock:\nart_1__point_1 | excluded\nart_1__point_2 | rings."
    noted = ("art_1 | modification | 7-VI, 2018-03-01 | on 2020-01-01\n"
             "art_1__point_1 | exclusion | 7-VI, 2018-03-01 | on 2020-01-01")
    facts = ("art_1__point_1 | exclusion | 7-VI, 2018-03-01 | unstated\n"
             "art_1__point_2 | exclusion | 7-VI, 2018-03-01 | unstated{}")
    lacking, shown = (Table(printed, noted, facts.format(each), complete="7-VI", day=HELD, until=HELD)
                      for each in (" | not in eng", ""))
    assert not answer(life_of(lacking), "art_1__point_2", "2019-06-01").startswith("yes")
    assert answer(life_of(shown), "art_1__point_2", "2019-06-01").startswith("yes")


def test_what_was_not_found_in_an_older_page_may_stand_in_this_one() -> None:
    fact = f"{CHANGED} | on 2018-03-16 | not in eng | recorded 2019-01-01"
    table = Table(ARTICLE.replace("rings", "chimes"), "art_1 | modification | 7-VI, 2018-03-01 | on 2018-03-16", fact,
                  complete="7-VI", retrieved=HELD)
    check(table, """
        art_1__point_2 | 2018-03-15 | yes unknown
        art_1__point_2 | 2020-01-01 | yes attested
        """)
    assert "attested" not in answer(life_of(replace(table, retrieved=None)), "art_1__point_2", "2018-03-15")


# Foreseen is an obstacle, never a proof


def test_a_foreseen_exclusion_that_the_newest_official_edition_does_not_know_was_called_off() -> None:
    foreseen = "art_2 | exclusion | 7-VI, 2018-03-01 | on 2020-01-01 | pending | footnote"
    printed = "art_1 | The clock shall strike.\nart_2 | The bell shall ring."
    older = Table(printed, foreseen, lang="rus", official=True, day=date(2018, 5, 1))
    newer = Table(printed, lang="rus", official=True, day=HELD)
    check(replace(older, editions=(newer,)), "art_2 | 2021-01-01 | yes attested")
    assert answer(life_of(replace(older, editions=())), "art_2", "2020-06-01").startswith("possible")


def test_a_change_that_a_fact_tells_to_be_called_off_changed_nothing() -> None:
    foreseen = "art_2 | exclusion | 7-VI, 2018-03-01 | on 2020-01-01"
    table = Table("art_1 | The clock shall strike.\nart_2 | The bell shall ring.", f"{foreseen} | pending | footnote",
                  f"{foreseen} | cancelled 2019-05-01", day=date(2018, 5, 1), complete="7-VI", until=HELD)
    check(table, "art_2 | 2020-06-01 | yes attested")


def test_an_older_page_that_foresees_a_new_wording_does_not_come_after_what_that_wording_dropped() -> None:
    reworded = "art_1 | substitution | 8-VI, 2018-04-01 | on 2020-01-01"
    older = Table(ARTICLE, f"{reworded} | pending", day=date(2018, 5, 1))
    after = ARTICLE.replace("art_1__point_2 | rings;\n", "")
    check(Table(after, reworded, day=HELD, editions=(older,)), """
        art_1__point_2 | 2018-05-01 | yes attested
        art_1__point_2 | 2019-12-31 | presumed presumed
        """)


# Places are order only, and positions are no names


def test_an_article_that_no_edition_prints_may_have_stood_in_any_chapter() -> None:
    """A fact tells of Article 2 in 2017; chapter 1-1, beside which it would stand, was inserted in 2019."""
    printed = ("chp_1 | -\nart_1 | The clock shall strike.\nchp_1-1 | -\nart_1-1 | The rope shall hang.\n"
               "chp_3 | -\nart_3 | The bell shall ring.")
    table = Table(printed, "chp_1-1 | insertion | 8-VI, 2019-03-01 | on 2019-03-16",
                  "art_2__point_3 | insertion | 9-VI, 2017-01-01 | on 2017-02-01", day=HELD)
    assert answer(life_of(table), "art_2", "2018-01-01") != "no"


def test_a_part_inserted_in_the_middle_moves_those_that_follow() -> None:
    printed = "art_1 | The clock shall strike.\nart_1__al_2 | The rope shall hang.\nart_1__al_3 | The bell shall ring."
    inserted = "art_1__al_2 | insertion | 7-VI, 2018-03-01 | on 2018-03-16"
    table = Table(printed, "art_1 | modification | 7-VI, 2018-03-01 | on 2018-03-16", inserted, complete="7-VI", day=HELD,
                  until=HELD)
    check(table, """
        art_1__al_2 | 2018-03-15 | possible unknown
        art_1__al_3 | 2018-03-15 | possible unknown
        art_1__al_2 | 2018-03-16 | yes attested
        """)


def test_a_part_inserted_at_the_end_was_not_there_before() -> None:
    printed = "art_1 | The clock shall strike.\nart_1__al_2 | The rope shall hang."
    inserted = "art_1__al_2 | insertion | 7-VI, 2018-03-01 | on 2018-03-16"
    table = Table(printed, "art_1 | modification | 7-VI, 2018-03-01 | on 2018-03-16", inserted, complete="7-VI", day=HELD)
    check(table, """
        art_1__al_2 | 2018-03-15 | no
        art_1__al_2 | 2018-03-16 | yes attested
        """)


# Parts of acts


def test_a_target_takes_no_clause_from_another_article() -> None:
    """№ 7-VI: point 3 of Article 1 ten days after publication, Article 2 from 2020."""
    facts = ("art_1__point_3 | insertion | 7-VI, 2018-03-01 | 10 days\n"
             "art_2 | modification | 7-VI, 2018-03-01 | 10 days | own 2020-01-01")
    table = Table(f"{ARTICLE}\nart_2 | The bell shall ring.", "art_2 | modification | 7-VI, 2018-03-01 | on 2020-01-01",
                  facts, published="7-VI, 2018-03-01 | 2018-03-05", complete="7-VI", day=HELD)
    assert operative(table, "art_1__point_3", "7-VI") == ["2018-03-16"]


def test_a_clause_that_a_pending_note_prints_counts_too() -> None:
    """Article 1 was changed at once; of Article 2 a note foresees the change from 2020."""
    printed = f"{ARTICLE}\nart_2 | The bell shall ring."
    claims = ("art_1 | modification | 7-VI, 2018-03-01 | on 2018-06-01\n"
              "art_2 | modification | 7-VI, 2018-03-01 | on 2020-01-01 | pending")
    fact = "art_2 | exclusion | 7-VI, 2018-03-01 | unstated"
    assert operative(Table(printed, claims, fact, complete="7-VI", day=MIDDLE), "art_2", "7-VI") == ["2020-01-01"]


def test_an_act_named_for_its_first_part_ends_what_complete_acts_may_say() -> None:
    table = Table(ARTICLE, "art_1 | modification | 7-VI, 2018-03-01 | on 2018-03-16", day=date(2019, 6, 1), until=HELD)
    check(table, """
        art_1__point_2 | 2019-06-01 | yes attested
        art_1__point_2 | 2020-06-01 | presumed presumed
        """)


def test_a_chapters_footnote_may_name_an_act_for_another_part() -> None:
    """Dated by adoption, it names № 7-VI at the chapter for one part; the other newly worded Article 1."""
    printed = "chp_1 | -\nart_1 | The clock shall strike."
    early = Table(printed, "chp_1 | modification | 7-VI, 2018-03-01 | 3 months", day=date(2018, 3, 1))
    late = Table(printed.replace("strike", "chime"), "art_1 | substitution | 7-VI, 2018-03-01 | on 2020-01-01", day=HELD)
    first = on(life_of(replace(late, editions=(early,))), "art_1", "2020-01-01")
    assert first.text == "The clock shall chime."


# Two acts of one day


def test_an_article_newly_worded_on_the_day_on_which_another_act_brought_it() -> None:
    table = Table("art_1 | The clock shall strike.\nart_1-1 | The rope shall hang.",
                  "art_1-1 | substitution | 8-VI, 2019-06-01 | on 2020-01-01", day=HELD)
    check(table, "art_1-1 | 2020-01-01 | yes attested")
    assert answer(life_of(table), "art_1-1", "2019-12-31").startswith("possible")


# Days of pages


def test_a_page_retrieved_bounds_no_act_that_may_begin_after_it() -> None:
    claim = "art_1__point_2 | modification | 7-V, 2015-11-10 | 10 days"
    assert operative(Table(ARTICLE, claim, retrieved=date(2015, 11, 22)), "art_1__point_2", "7-V") == [
        "2015-11-21 .. 2015-12-21"]


def test_an_edition_dated_a_day_before_the_act_that_it_shows_is_dated_by_adoption() -> None:
    claim = "art_1__point_2 | substitution | 7-VI, 2018-02-10 | on 2018-03-01"
    table = Table(ARTICLE, claim, day=date(2018, 2, 28), until=HELD, facts=claim, complete="7-VI")
    check(table, """
        art_1__point_2 | 2018-02-28 | yes unknown
        art_1__point_2 | 2018-03-01 | yes attested
        """)


def test_an_official_edition_is_believed_on_the_day_it_speaks_for() -> None:
    """№ 7-VI began between 12 March and 11 April 2018; the edition of 5 April does not show it: it began later."""
    old = Table(ARTICLE, lang="rus", official=True, day=date(2018, 4, 5))
    new = Table(ARTICLE.replace("rings", "chimes"), f"{CHANGED} | 10 days", lang="rus", official=True, day=HELD)
    check(replace(new, editions=(old,)), """
        art_1__point_2 | 2018-04-05 | yes attested
        art_1__point_2 | 2018-04-06 | yes unknown
        art_1__point_2 | 2018-04-11 | yes attested
        """)


def test_an_official_edition_without_notes_is_silent_for_no_reason() -> None:
    """№ 7-VI began between 12 March and 11 April 2018, as the translation tells; what the edition of 5 April prints may be of then."""
    old = Table(ARTICLE.replace("rings", "chimes"), lang="rus", official=True, day=date(2018, 4, 5))
    english = Table(ARTICLE.replace("rings", "chimes"), f"{CHANGED} | 10 days", day=HELD)
    check(replace(old, editions=(english,)), """
        art_1__point_2 | 2018-01-01 | yes unknown
        art_1__point_2 | 2018-04-05 | yes attested
        """)


def test_an_official_edition_proves_the_absence_of_what_only_a_fact_tells_of() -> None:
    fact = "art_1__point_3 | exclusion | 7-VI, 2018-03-01 | on 2018-03-16"
    table = Table(ARTICLE, facts=fact, lang="rus", official=True, day=date(2018, 9, 1))
    check(table, "art_1__point_3 | 2018-09-01 | no")


# Suspensions


def test_a_fact_about_a_suspension_takes_no_certainty_away() -> None:
    told = "art_1 | suspension | 7-VI, 2018-03-01 | on 2018-03-16"
    table = Table(ARTICLE, f"{told} | until 2019-01-01", told, complete="7-VI", day=HELD)
    for each in (table, replace(table, facts=f"{told} | until 2019-01-01", claims="")):
        check(each, """
            art_1 | 2018-03-15 | yes attested
            art_1 | 2018-12-31 | no
            art_1 | 2019-01-01 | yes attested
            """)


# The same words


def test_a_point_restated_in_the_same_words_stays_attested() -> None:
    fact = "art_1__point_2 | substitution | 7-VI, 2018-03-01 | on 2018-03-16"
    table = Table(ARTICLE, "art_1 | modification | 7-VI, 2018-03-01 | on 2018-03-16", fact, complete="7-VI", day=HELD)
    check(table, "art_1__point_2 | 2018-03-15 | yes unknown")
    check(replace(table, facts=f"{fact} | restated rus"), "art_1__point_2 | 2018-03-15 | yes attested")
    check(replace(table, facts=f"{fact} | restated rus", lang="kaz"), "art_1__point_2 | 2018-03-15 | yes unknown")


# Changes for a time, repeals with exceptions, acts in parts


FOR_A_TIME = "art_1 | modification | 7-VI, 2018-03-01 | on 2018-06-01 until 2020-01-01"


def test_a_page_without_a_day_may_print_what_was_said_for_a_time() -> None:
    """Its note was printed long before the end; a later page prints what came back."""
    english = Table(ARTICLE, FOR_A_TIME)
    assert "attested" not in answer(life_of(english), "art_1__point_1", "2020-01-01")
    russian = Table(ARTICLE, FOR_A_TIME, lang="rus", official=True, day=HELD)
    check(replace(russian, editions=(english,)), """
        art_1__point_1 | 2019-12-31 | presumed unverified
        art_1__point_1 | 2020-01-01 | yes attested
        """)
    assert "attested" not in answer(life_of(replace(english, editions=(russian,))), "art_1__point_1", "2020-01-01")


def test_what_a_repeal_excepts_lasts_and_all_else_has_ended() -> None:
    printed = "art_1 | The clock shall strike.\nart_2 | The bell shall ring.\nart_3 | The rope shall hang."
    repeal = "law | repeal | 8-VI, 2019-06-01 | on 2020-01-01 | but art_2"
    check(Table(printed, repeal, day=HELD), """
        art_1 | 2019-12-31 | yes attested
        art_1 | 2020-01-01 | no
        art_2 | 2021-01-01 | yes attested
        """)
    ends = f"{repeal}\nart_2 | expiry | 8-VI, 2019-06-01 | on 2020-07-01 | footnote"
    check(Table(printed, ends, day=HELD), """
        art_2 | 2020-06-30 | yes unknown
        art_2 | 2020-07-01 | no
        art_3 | 2020-01-01 | no
        """)


def test_a_part_takes_no_day_for_sure_from_a_clause_printed_with_another() -> None:
    """№ 7-VI changed Article 2 in 2018; nobody tells when it excluded Article 1."""
    table = Table(f"{ARTICLE}\nart_2 | The bell shall ring.", "art_2 | modification | 7-VI, 2018-03-01 | on 2018-06-01",
                  "art_1 | exclusion | 7-VI, 2018-03-01 | unstated", complete="7-VI", day=MIDDLE)
    assert operative(table, "art_1", "7-VI") == ["2018-03-01 .. ?"]


def test_an_editorial_line_may_have_moved_with_the_paragraph_in_which_it_stands() -> None:
    """№ 72-VII excluded the point in what was paragraph 2; № 111-VII brought a new one before it, and no note says so."""
    printed = """
        art_1                  | - | heading: Clocks
        art_1__para_1          | The clock shall strike.
        art_1__para_2          | The bell shall ring.
        art_1__para_3          | The keeper:
        art_1__para_3__point_1 | winds it;
        art_1__para_3__point_2 | excluded
        """
    line = "art_1__para_3__point_2 | exclusion | 72-VII, 2022-05-29 | on 2022-08-06"
    noted = f"{line}\nart_1 | modification | 72-VII, 2022-05-29 | on 2022-08-06"
    later = f"{noted}\nart_1 | modification | 111-VII, 2022-10-01 | on 2022-11-04"
    check(Table(printed, noted, day=date(2023, 6, 1)), "art_1__para_3 | 2022-08-06 | yes attested")
    for day in ("2022-06-01", "2022-08-06"):
        assert not answer(life_of(Table(printed, later, day=date(2023, 6, 1))), "art_1__para_3", day).startswith("yes")


def test_a_change_of_an_indent_moves_with_it() -> None:
    """The page lacks what № 7-VI changed in the second indent, which became the first when № 8-VI excluded another."""
    facts = ("art_1__indent_2 | modification | 7-VI, 2018-03-01 | on 2018-03-16 | not in eng\n"
             "art_1__indent_1 | exclusion | 8-VI, 2019-03-01 | on 2019-03-12")
    table = Table("art_1 | The clock:\nart_1__indent_1 | strikes;\nart_1__indent_2 | rings.",
                  "art_1 | modification | 8-VI, 2019-03-01 | on 2019-03-12", facts, complete="7-VI, 8-VI", day=HELD)
    assert "attested" not in answer(life_of(table), "art_1__indent_1", "2020-01-01")


def test_a_point_that_an_official_edition_did_not_print_yet_may_have_got_its_number_later() -> None:
    """The translation tells that point 3 was excluded in 2022; the official text of 2017 has two points."""
    english = Table(f"{ARTICLE}\nart_1__point_3 | excluded", "art_1__point_3 | exclusion | 9-VII, 2021-08-31 | on 2022-01-01")
    official = Table(ARTICLE, lang="rus", official=True, day=date(2017, 3, 21), dated_by=Dating.ADOPTION)
    assert not answer(life_of(replace(english, editions=(official,))), "art_1__point_3", "2017-05-01").startswith("yes")


def test_a_note_left_to_the_act_may_stand_for_a_step_of_which_no_fact_tells() -> None:
    """№ 7-VI newly worded the preamble on two days; a fact tells of one of them, and the page prints the second wording."""
    later = Table("preamble | The bell shall chime.", "preamble | substitution | 7-VI, 2018-03-01 | see Article 2",
                  "preamble | substitution | 7-VI, 2018-03-01 | unstated | own 2018-03-16", day=HELD, until=HELD)
    check(later, """
        preamble | 2018-03-16 | yes unknown
        preamble | 2020-06-30 | yes unknown
        preamble | 2021-01-01 | yes attested
        """)
    clear = replace(later, claims="preamble | substitution | 7-VI, 2018-03-01 | on 2018-03-16")
    for each in (clear, replace(later, complete="7-VI")):
        check(each, "preamble | 2018-03-16 | yes attested")


# What cannot be is not believed


def test_a_stated_day_before_the_adoption_of_its_act_is_a_slip() -> None:
    """The note prints 2008 for 2018, or 2017 for 2018: when the new wording began is not told."""
    for slip in ("2008-04-01", "2017-04-01"):
        table = Table("art_1 | The clock shall strike.", f"art_1 | substitution | 7-VI, 2018-03-01 | on {slip}", day=HELD)
        assert "attested" not in answer(life_of(table), "art_1", "2018-03-15")
        assert answer(life_of(table), "art_1", "2021-01-01") == "yes attested"


def test_a_stated_day_before_the_law_is_a_slip_where_the_act_has_no_day() -> None:
    table = Table("art_1 | The clock shall strike.", "art_1 | substitution | 7-VI, - | on 2008-04-01", day=HELD)
    assert "attested" not in answer(life_of(table), "art_1", "2018-03-15")


def test_an_act_that_reaches_back_in_its_own_words_operated_from_the_day_it_states() -> None:
    reaching = OperationRule(RuleKind.ON_DAY, day=date(2018, 1, 1), applies_from=date(2018, 1, 1))
    assert bounds_of_rule(reaching, Act("7-VI", date(2018, 3, 1), ActKind.LAW), None).exact


def test_an_article_without_words_or_parts_may_have_lost_them() -> None:
    printed = "art_1 | - | heading: Clocks\nart_2 | - | heading: Bells\nart_2__point_1 | ring;"
    check(Table(printed, day=HELD), """
        art_1          | 2021-01-01 | yes presumed
        art_1__heading | 2021-01-01 | yes attested
        art_2          | 2021-01-01 | yes attested
        """)


# What an official edition prints of its own day stands against all else


TWO = "art_1 | The clock shall strike.\nart_2 | The bell shall ring."


def _official(printed: str, day: date, lang: str = "rus", claims: str = "") -> Table:
    return Table(printed, claims, day=day, lang=lang, official=True)


def test_an_excluded_article_that_a_newer_official_edition_prints_is_there_again() -> None:
    excluded = _official(TWO.replace("The bell shall ring.", "excluded"), date(2018, 6, 1),
                         claims="art_2 | exclusion | 7-VI, 2018-03-01 | on 2018-03-16")
    again = replace(_official(TWO, HELD), editions=(_official(TWO, MIDDLE), excluded))
    check(again, """
        art_2 | 2018-01-01 | yes attested
        art_2 | 2018-03-16 | no
        art_2 | 2018-06-01 | no
        art_2 | 2018-06-02 | possible unknown
        art_2 | 2020-12-31 | possible unknown
        art_1 | 2020-12-31 | yes attested
        """)
    assert answer(life_of(again), "art_2", "2021-01-01").startswith("yes")
    kazakh = replace(excluded, editions=(_official(TWO, MIDDLE), replace(again, editions=(), lang="kaz")))
    assert answer(life_of(kazakh), "art_2", "2020-12-31").startswith("possible")
    assert answer(life_of(kazakh), "art_2", "2021-01-01").startswith("yes")


PAGE = """On Bells

Law of the Republic of Kazakhstan No. 271-IV dated 29 April 2010.

 Article 1. Bells

      1. The clock shall strike.

      {}

      3. The rope shall hang.

 Article 2. Order

      This Law shall be enforced from 10 May 2010.
"""


@pytest.mark.parametrize("words", ["…", "<...>", "2. (omitted)", "2. Not printed."])
def test_what_stands_in_the_place_of_a_text_that_is_not_printed_is_no_wording(words: str) -> None:
    """Nor is it told whether a note stood there: the edition of 2021 leaves open what paragraph 2 says since 2018."""
    pages = ((day, parse(read_plain(PAGE.format(text)), "eng")) for day, text in (
        (MIDDLE, "2. The bell shall ring."), (HELD, words)))
    editions = tuple(Edition("eng", f"{day}.txt", document, official=True, day=day) for day, document in pages)
    law = sources_of(Table("art_1 | -"))
    life = trace(replace(law, editions=editions), "eng")
    assert answer(life, "art_1__para_2", "2018-01-01") == "yes attested"
    assert answer(life, "art_1__para_2", "2021-01-01") == "possible unknown"
    assert answer(life, "art_2", "2021-01-01") == "yes attested"


def test_an_indent_that_is_printed_may_be_the_one_behind_it_that_moved_up() -> None:
    """The page without notes prints two indents: № 7-VI may have excluded another second one before it was made."""
    facts = "art_1__indent_2 | exclusion | 7-VI, 2018-03-01 | on 2018-03-16"
    text = "art_1 | The clock:\nart_1__indent_1 | strikes;\nart_1__indent_2 | rings."
    told = Table(text, "art_1 | modification | 7-VI, 2018-03-01 | on 2018-03-16", facts, complete="7-VI", official=True,
                 retrieved=MIDDLE.replace(month=9), editions=(Table(text, official=True, retrieved=MIDDLE.replace(month=7)),))
    assert "attested" not in answer(life_of(told), "art_1__indent_2", "2018-03-15")
    assert answer(life_of(told), "art_1__indent_1", "2018-03-15") == "yes attested"


def test_a_change_of_a_place_that_a_list_no_longer_has_may_be_of_what_moved_up() -> None:
    """No source tells which indent is gone since № 7-VI changed the third of them."""
    facts = "art_1__indent_3 | modification | 7-VI, 2018-03-01 | on 2018-03-16 | not in eng"
    text = "art_1 | The clock:\nart_1__indent_1 | strikes;\nart_1__indent_2 | rings."
    table = Table(text, "art_1 | modification | 7-VI, 2018-03-01 | on 2018-03-16", facts, complete="7-VI", day=HELD)
    check(table, """
        art_1__indent_2 | 2018-03-15 | yes attested
        art_1__indent_2 | 2018-03-16 | yes unknown
        """)


def test_a_heading_over_an_article_that_was_excluded_twice_is_that_of_the_second_time() -> None:
    """№ 8-VI worded the chapter anew between, with another Article 1."""
    facts = ("art_1 | exclusion | 7-VI, 2018-03-01 | on 2018-03-16\n"
             "chp_1 | substitution | 8-VI, 2018-03-01 | on 2018-05-16\n"
             "art_1 | exclusion | 9-VI, 2019-03-01 | on 2019-03-12")
    table = Table("chp_1 | -\nart_1 | excluded | heading: Clocks", "art_1 | exclusion | 9-VI, 2019-03-01 | on 2019-03-12",
                  facts, complete="7-VI, 8-VI, 9-VI", until=HELD, official=True, day=HELD)
    assert "attested" not in answer(life_of(table), "art_1__heading", "2018-03-15")
