"""Editions that stand against each other, or against an act: each is right of its own day, and no farther.

Law 271-IV of these tests begins on 10 May 2010; № 7-VI of 1 March 2018 changes it.
"""

from dataclasses import replace
from datetime import date

from lives import Table, answer, check, findings, life_of, on

EARLY, MIDDLE, HELD = date(2018, 1, 1), date(2019, 1, 1), date(2021, 1, 1)
STRIKES = "art_1 | The clock shall strike.\nart_2 | The bell shall ring.\nart_9 | The end."
CHIMES = STRIKES.replace("ring", "chime")
WITHOUT = "art_1 | The clock shall strike.\nart_9 | The end."
CHANGED = "art_2 | modification | 7-VI, 2018-03-01 | on 2018-04-01"
REPEALED = "law | repeal | 7-VI, 2018-03-01 | on 2018-04-01"


def official(printed: str, claims: str = "", day: date | None = HELD, lang: str = "rus") -> Table:
    """Return an official edition of a stated day."""
    return Table(printed, claims, day=day, lang=lang, official=True)


def shelf(first: Table, *others: Table) -> Table:
    return replace(first, editions=others)


# An official edition of a day has what operated by then, whatever its notes tell


def test_an_edition_that_does_not_tell_of_an_act_that_operated_before_attests_nothing_before_that_act() -> None:
    check(shelf(official(STRIKES, CHANGED, MIDDLE), official(CHIMES)), """
        art_2 | 2018-03-31 | yes unknown
        art_2 | 2018-12-31 | yes attested
        art_2 | 2020-01-01 | yes unknown
        art_2 | 2021-01-01 | yes attested
        """)


def test_an_official_edition_keeps_its_own_day_where_a_translation_tells_of_an_act_that_it_does_not() -> None:
    table = shelf(official(STRIKES), Table(STRIKES, CHANGED, day=MIDDLE))
    check(table, """
        art_2 | 2018-03-31 | yes unknown
        art_2 | 2021-01-01 | yes attested
        """)


def test_an_edition_that_tells_of_a_later_act_and_not_of_an_earlier_one_keeps_its_own_day() -> None:
    later = "art_2 | modification | 8-VI, 2019-03-01 | on 2019-04-01"
    check(shelf(official(STRIKES, CHANGED, MIDDLE), official(CHIMES, later)), "art_2 | 2021-01-01 | yes attested")


def test_what_is_printed_again_after_its_exclusion_is_attested_on_that_day() -> None:
    gone = official(STRIKES.replace("The bell shall ring.", "excluded"),
                    "art_2 | exclusion | 7-VI, 2018-03-01 | on 2018-04-01", date(2018, 6, 1))
    check(shelf(official(STRIKES, day=EARLY), gone, official(CHIMES)), """
        art_2 | 2018-06-01 | no
        art_2 | 2021-01-01 | yes attested
        """)


# Each edition is right of its own day


def test_a_wording_that_comes_back_is_attested_on_each_day() -> None:
    """Between two editions that differ, with no act known between, an act lies that no source names:
    each edition is right of its own day."""
    table = shelf(official(STRIKES, day=EARLY), official(CHIMES, day=MIDDLE), official(STRIKES))
    check(table, """
        art_2 | 2018-01-01 | yes attested
        art_2 | 2018-07-01 | yes unknown
        art_2 | 2019-01-01 | yes attested
        art_2 | 2020-01-01 | yes unknown
        art_2 | 2021-01-01 | yes attested
        """)
    assert on(life_of(table), "art_2", "2019-01-01").text == "The bell shall chime."
    assert not [each for each in findings(table) if "insertion_without_act" in each]


# What is left out without a line in its place, and without an act, may have been misprinted


def test_what_a_later_edition_leaves_out_is_not_known_any_more() -> None:
    inserted = "art_2-1 | insertion | 7-VI, 2018-03-01 | on 2018-04-01"
    check(shelf(official(f"{STRIKES}\nart_2-1 | It glows.", inserted, MIDDLE), official(STRIKES)), """
        art_2-1 | 2018-12-31 | yes attested
        art_2-1 | 2020-01-01 | possible unknown
        art_2-1 | 2021-01-01 | possible unknown
        """)
    check(shelf(official(STRIKES, day=EARLY), official(WITHOUT)), """
        art_2 | 2018-01-01 | yes attested
        art_2 | 2021-01-01 | possible unknown
        """)


def test_what_an_act_explains_is_surely_gone() -> None:
    excluded = "art_2 | exclusion | 7-VI, 2018-03-01 | on 2018-04-01 | footnote"
    check(shelf(official(STRIKES, day=EARLY), official(WITHOUT, excluded)), "art_2 | 2021-01-01 | no")


def test_two_official_editions_of_one_day_of_which_one_leaves_an_article_out() -> None:
    russian, kazakh = official(STRIKES, day=MIDDLE), official(WITHOUT, day=MIDDLE, lang="kaz")
    check(shelf(russian, kazakh), "art_2 | 2019-01-01 | possible unknown")
    check(shelf(kazakh, russian), "art_2 | 2019-01-01 | possible unknown")
    assert "error | contradiction | art_2 | -" in findings(shelf(russian, kazakh))


def test_official_editions_in_two_languages_of_which_the_later_leaves_an_article_out() -> None:
    check(shelf(official(STRIKES, day=MIDDLE), official(WITHOUT, lang="kaz")), """
        art_2 | 2019-01-01 | yes attested
        art_2 | 2021-01-01 | possible unknown
        """)


def test_what_a_translation_printed_and_a_later_official_edition_leaves_out_is_not_known() -> None:
    """No absence on the later day proves one on the earlier."""
    check(shelf(Table(STRIKES, day=EARLY), official(WITHOUT)), "art_2 | 2018-01-01 | possible attested")


def test_what_stood_before_the_first_edition_that_leaves_a_number_out_is_not_known() -> None:
    counted = "art_1 | -\nart_1__para_1 | It strikes.\nart_1__para_2 | It rings.\nart_1__para_3 | It winds."
    holed = counted.replace("art_1__para_2 | It rings.\n", "")
    check(shelf(official(holed, day=MIDDLE), official(counted)), """
        art_1__para_2 | 2018-01-01 | possible unknown
        art_1__para_2 | 2021-01-01 | yes attested
        """)
    vague = "art_1 | modification | 7-VI, 2018-03-01 | on 2018-04-01"
    check(shelf(official(counted, day=EARLY), official(holed, vague)), "art_1__para_2 | 2021-01-01 | presumed unverified")


def test_retrieved_pages_of_one_day_of_which_one_leaves_an_article_out() -> None:
    russian, kazakh = (replace(official(printed, day=None, lang=lang), retrieved=HELD)
                       for printed, lang in ((STRIKES, "rus"), (WITHOUT, "kaz")))
    check(shelf(russian, kazakh), "art_2 | 2020-01-01 | possible unknown")


def test_what_an_official_edition_leaves_out_and_a_translation_of_another_day_prints_is_not_known() -> None:
    check(shelf(official(WITHOUT, day=MIDDLE), Table(STRIKES, day=HELD)), "art_2 | 2018-01-01 | possible unknown")


def test_a_part_that_is_printed_where_a_part_was_excluded_moved_there() -> None:
    parts = "art_1 | It strikes.\nart_1__al_2 | It winds."
    table = Table(parts, "art_1 | modification | 7-VI, 2018-03-01 | see Article 2",
                  "art_1__al_2 | exclusion | 7-VI, 2018-03-01 | on 2018-04-01", complete="7-VI", retrieved=HELD)
    assert answer(life_of(table), "art_1__al_2", "2019-01-01") != "no"


def test_an_exclusion_told_by_one_official_edition_and_denied_by_another_of_that_day() -> None:
    """Nothing tells which is right from the first day on; before, too, the article may have come later."""
    excluded = STRIKES.replace("The bell shall ring.", "excluded")
    kazakh = official(excluded, "art_2 | exclusion | 7-VI, 2018-03-01 | on 2018-04-01", lang="kaz")
    check(shelf(official(STRIKES), kazakh), """
        art_2 | 2019-01-01 | possible unknown
        art_2 | 2021-01-01 | possible unknown
        """)


def test_an_insertion_told_by_one_official_edition_and_denied_by_another_of_that_day() -> None:
    inserted = "art_2-1 | insertion | 7-VI, 2018-03-01 | on 2018-04-01"
    kazakh = official(f"{STRIKES}\nart_2-1 | It glows.", inserted, lang="kaz")
    check(shelf(official(STRIKES), kazakh), """
        art_2-1 | 2018-03-31 | no
        art_2-1 | 2019-01-01 | possible unknown
        """)


# An edition of a day between adoption and first day of operation may show what was adopted, and not tell of it


FACT = "art_2 | modification | 7-VI, 2018-03-01 | 10 days"
PUBLISHED = "7-VI, 2018-03-01 | 2018-03-05"


def test_an_edition_that_prints_something_else_after_the_adoption_of_a_recorded_act() -> None:
    table = replace(shelf(official(STRIKES, day=date(2018, 2, 1)), official(CHIMES, day=date(2018, 3, 5))), facts=FACT,
                    published=PUBLISHED, complete="7-VI", until=HELD)
    check(table, """
        art_2 | 2018-02-01 | yes attested
        art_2 | 2018-03-05 | yes unknown
        art_2 | 2018-03-15 | yes unknown
        art_2 | 2018-03-16 | yes unknown
        """)
    assert "note | edition_dated_by_adoption | - | 7-VI" in findings(table)


def test_an_edition_of_the_very_day_of_adoption_is_dated_by_it() -> None:
    table = replace(official(CHIMES, day=date(2018, 3, 1)), facts=FACT, published=PUBLISHED, complete="7-VI", until=HELD)
    check(table, "art_2 | 2018-03-01 | yes unknown")


def test_an_edition_that_an_act_caused_may_show_it_where_no_note_tells_of_it() -> None:
    """It names the act elsewhere, perhaps under a misprinted number; another edition tells of the change here."""
    elsewhere = "art_1 | modification | 7-VI, 2018-03-01 | 10 days"
    caused = official(CHIMES, elsewhere, day=date(2018, 3, 1))
    check(shelf(caused, Table(CHIMES, FACT, day=HELD)), "art_2 | 2017-01-01 | yes unknown")


def test_an_edition_that_prints_what_a_later_one_prints_after_the_act_is_ahead_of_it() -> None:
    table = shelf(official(CHIMES, day=date(2018, 3, 5)), official(CHIMES, FACT))
    check(table, """
        art_2 | 2018-03-05 | yes unknown
        art_2 | 2018-04-11 | yes attested
        """)
    facts = f"{FACT} | later The bell shall chime."
    check(replace(Table(CHIMES, day=date(2018, 3, 5)), facts=facts, published=PUBLISHED), "art_2 | 2018-03-05 | yes unknown")


def test_an_edition_whose_note_is_lost_may_show_what_one_of_any_day_prints_with_that_note() -> None:
    """The note is lost in the edition of a day on which the act may operate: what it prints proves nothing of before."""
    brought = f"{STRIKES}\nart_2__point_1 | a bell;"
    unnoted = official(brought, "art_1 | modification | 6-VI, 2016-03-01 | 10 days", day=date(2018, 3, 20))
    noted = official(brought, "art_2 | substitution | 7-VI, 2018-03-01 | 10 days", day=None)
    check(shelf(unnoted, noted), "art_2__point_1 | 2018-02-01 | possible unknown")


def test_an_edition_that_prints_what_was_before_the_act_keeps_its_day() -> None:
    table = replace(shelf(official(STRIKES, day=date(2018, 2, 1)), official(STRIKES, day=date(2018, 3, 5))), facts=FACT,
                    published=PUBLISHED, complete="7-VI", until=HELD)
    check(table, "art_2 | 2018-03-15 | yes attested")


# A repeal against which something speaks


def test_a_repeal_told_by_a_translation_alone_beside_an_official_edition_of_that_time() -> None:
    table = shelf(official(STRIKES), Table(STRIKES, REPEALED, day=HELD))
    check(table, """
        art_2 | 2018-03-31 | yes attested
        art_2 | 2018-04-01 | possible attested
        """)
    assert "warning | repeal_in_doubt | law | 7-VI" in findings(table)
    assert answer(life_of(shelf(official(STRIKES, day=EARLY), Table(STRIKES, REPEALED, day=HELD))), "art_2",
                  "2018-04-01") == "no"


def test_a_repeal_told_by_a_translation_alone_beside_an_official_page_of_no_day() -> None:
    check(shelf(official(STRIKES, day=None), Table(STRIKES, REPEALED, day=HELD)), "art_2 | 2020-01-01 | possible presumed")


def test_a_repeal_told_by_an_older_edition_alone() -> None:
    check(shelf(official(STRIKES, REPEALED, MIDDLE), official(STRIKES)), "art_2 | 2021-01-01 | possible attested")
    check(replace(shelf(official(STRIKES, REPEALED, MIDDLE), official(STRIKES)), facts=REPEALED), "art_2 | 2021-01-01 | no")


def test_a_law_that_is_said_to_be_repealed_and_to_be_changed_by_an_act_adopted_later() -> None:
    after = "art_2 | modification | 8-VI, 2019-03-01 | on 2019-04-01"
    table = official(STRIKES, f"{REPEALED}\n{after}")
    check(table, "art_2 | 2020-01-01 | possible attested")
    assert "warning | repeal_in_doubt | law | 7-VI" in findings(table)
    check(official(STRIKES, f"{REPEALED}\n{after.replace('2019-03-01', '2018-02-01')}"), "art_2 | 2020-01-01 | no")


# A recorded change for a time ends on its last day


LASTING = "| 7-VI, 2018-03-01 | on 2018-03-16 | until 2020-01-01"


def test_an_insertion_for_a_time_ends() -> None:
    facts = f"art_2-1 | insertion {LASTING} | later It glows."
    check(Table(STRIKES, facts=facts, complete="7-VI", until=HELD, retrieved=HELD), """
        art_2-1 | 2018-03-15 | no
        art_2-1 | 2019-12-31 | yes attested
        art_2-1 | 2020-01-01 | no
        """)


def test_an_exclusion_for_a_time_ends() -> None:
    table = replace(official(STRIKES), facts=f"art_2 | exclusion {LASTING}", complete="7-VI", until=HELD)
    check(table, """
        art_2 | 2018-03-16 | no
        art_2 | 2019-12-31 | no
        art_2 | 2020-01-01 | yes unknown
        art_2 | 2021-01-01 | yes attested
        """)


def test_likeness_before_and_after_a_change_for_a_time_tells_nothing_of_it() -> None:
    printed = "art_1 | -\nart_1__indent_1 | It strikes;\nart_1__indent_2 | it rings."
    lasting = "art_1 | modification | 7-VI, 2018-03-01 | on 2018-04-01 until 2020-01-01"
    pages = [replace(official(printed, told, day=None), retrieved=day) for told, day in (("", EARLY), (lasting, HELD))]
    assert "attested" not in answer(life_of(shelf(*pages)), "art_1__indent_1", "2019-01-01")


def test_a_change_that_would_end_before_it_began_leaves_its_target_open() -> None:
    table = replace(official(STRIKES, day=MIDDLE), facts=f"art_2 | exclusion {LASTING}".replace("2020-01-01", "2018-01-01"),
                    complete="7-VI", until=HELD)
    check(table, "art_2 | 2018-02-01 | possible unknown")


def test_a_recorded_text_of_a_change_for_a_time_is_none_of_after_it() -> None:
    facts = f"art_2 | modification {LASTING} | earlier The bell shall ring. | later The bell shall chime."
    check(Table(STRIKES, facts=facts, complete="7-VI", until=HELD, retrieved=HELD), """
        art_2 | 2019-12-31 | yes attested
        art_2 | 2020-01-01 | yes unknown
        """)


# An edition whose note is lost


OPEN_DAYS = "art_2 | modification | 7-VI, 2018-03-01 | 10 days"
RINGS_TWICE = "art_1 | The clock shall strike.\nart_2 | The bell shall ring.\nart_2__al_2 | It rings twice.\nart_9 | The end."


def test_a_note_on_a_heading_or_on_words_replaced_throughout_tells_nothing_of_another_change() -> None:
    throughout = "law | text_substitution | 7-VI, 2018-03-01 | 10 days"
    later = official(RINGS_TWICE, OPEN_DAYS)
    check(shelf(official(RINGS_TWICE, throughout, date(2018, 3, 20)), later), "art_2__al_2 | 2018-02-01 | possible unverified")
