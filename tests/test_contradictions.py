"""What official sources say against each other is sure on no side: days, ends, presence and wording."""

from dataclasses import replace
from datetime import date

import pytest

from lawgraph.law.amendments import Dating, OperationRule, RuleKind
from lawgraph.parsing.document import parse_law
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.reading.opening import read
from lives import Table, check, findings, life_of, on

EARLY, HELD = date(2013, 1, 1), date(2020, 1, 1)
PRINTED = """
art_1         | -
art_1__para_1 | The clock shall strike.
art_1__para_2 | The bell shall ring.
art_2         | The keeper shall wind.
"""
CHIMED = PRINTED.replace("ring", "chime")
GONE = PRINTED.replace("The keeper shall wind.", "excluded")


def two(earlier: str, later: str, claims: str = "", *, told: str = "") -> Table:
    """Return a law of two official editions, of 2013 and of 2020, with the footnotes of each."""
    return Table(earlier, told, day=EARLY, official=True,
                 editions=(Table(later, claims, day=HELD, official=True),))


# Two editions


def test_an_earlier_edition_that_prints_what_had_ended_by_its_day_is_sure_of_nothing() -> None:
    """The later edition tells of an exclusion before the day of the earlier one, which still prints the article."""
    check(two(PRINTED, GONE, "art_2 | exclusion | 9-IV, 2011-07-03 | on 2012-01-01"), """
        art_2         | 2013-01-01 | possible unknown
        art_2         | 2016-01-01 | possible unknown
        art_2         | 2020-01-01 | no
        art_1__para_1 | 2013-01-01 | yes attested
        """)


def test_an_earlier_edition_of_other_words_than_an_act_of_before_made() -> None:
    """Which of the two is right between the act and the later edition nobody knows; that edition is right of its day."""
    claim = "art_1__para_2 | modification | 9-IV, 2011-07-03 | on 2012-01-01"
    check(two(PRINTED, CHIMED, claim), """
        art_1__para_2 | 2013-01-01 | presumed unknown
        art_1__para_2 | 2016-01-01 | presumed unknown
        art_1__para_2 | 2020-01-01 | yes attested
        art_1__para_1 | 2013-01-01 | yes attested
        """)


def test_another_act_between_explains_what_the_earlier_edition_prints() -> None:
    """A note may be missing there; the act after its day made the difference."""
    claims = """
        art_1__para_2 | modification | 9-IV, 2011-07-03 | on 2012-01-01
        art_1__para_2 | modification | 5-V, 2015-07-03 | on 2016-01-01
        """
    check(two(PRINTED, CHIMED, claims), "art_1__para_2 | 2013-01-01 | yes attested")


def test_a_change_of_which_two_editions_tell_two_days() -> None:
    """The earlier one prints the new words, which by the later one began only after its day."""
    tells, denies = ("art_1__para_2 | modification | 9-IV, 2011-07-03 | on 2012-01-01",
                     "art_1__para_2 | modification | 9-IV, 2011-07-03 | on 2015-01-01")
    check(two(CHIMED, CHIMED, denies, told=tells), """
        art_1__para_2 | 2013-01-01 | yes unknown
        art_1__para_2 | 2014-01-01 | yes unknown
        art_1__para_2 | 2016-01-01 | yes attested
        """)


def test_a_repeal_of_which_two_editions_tell_two_days_falls_between_them() -> None:
    tells, denies = ("law | repeal | 9-IV, 2011-07-03 | on 2012-01-01", "law | repeal | 9-IV, 2011-07-03 | on 2015-01-01")
    check(two(PRINTED, PRINTED, denies, told=tells), """
        art_2 | 2011-12-31 | yes attested
        art_2 | 2013-01-01 | possible attested
        art_2 | 2014-12-31 | possible attested
        art_2 | 2015-01-01 | no
        """)


def test_a_suspension_of_which_an_edition_within_it_does_not_tell_may_have_been_lifted() -> None:
    suspended = "art_2 | suspension | 9-IV, 2011-07-03 | on 2012-01-01 until 2021-01-01"
    check(two(PRINTED, PRINTED, told=suspended.replace(" until 2021-01-01", " | until 2021-01-01")), """
        art_2 | 2011-12-31 | yes attested
        art_2 | 2013-01-01 | possible attested
        art_2 | 2020-01-01 | possible attested
        """)


def test_a_suspension_of_which_both_editions_tell_is_sure() -> None:
    suspended = "art_2 | suspension | 9-IV, 2011-07-03 | on 2012-01-01 | until 2021-01-01"
    check(two(PRINTED, PRINTED, suspended, told=suspended), """
        art_2 | 2013-01-01 | no
        art_2 | 2019-01-01 | no
        """)


def test_an_edition_after_the_end_of_a_suspension_need_not_tell_of_it() -> None:
    suspended = "art_2 | suspension | 9-IV, 2011-07-03 | on 2012-01-01 | until 2014-01-01"
    check(two(PRINTED, PRINTED, told=suspended), "art_2 | 2013-01-01 | no")


def test_two_languages_of_one_day_of_which_one_lacks_an_article() -> None:
    """Both are authentic: neither yes nor no. Behind its last article an edition may be a part."""
    def beside(lacking: str) -> Table:
        return Table(PRINTED, day=HELD, official=True, lang="rus",
                     editions=(Table(lacking, day=HELD, official=True, lang="kaz"),))
    check(beside("art_2 | The keeper shall wind."), """
        art_1__para_1 | 2020-01-01 | possible unknown
        art_2         | 2020-01-01 | yes attested
        """)
    check(beside(PRINTED.replace("art_2         | The keeper shall wind.", "")), """
        art_1__para_1 | 2020-01-01 | yes attested
        art_2         | 2020-01-01 | possible attested
        """)


def test_the_law_starts_on_any_of_the_days_that_its_editions_tell() -> None:
    texts = [f" On lanterns\n\nThe Law of the Republic of Kazakhstan dated 2 March 2015 No. 100-V\n\n"
             f" Article 1. Lanterns\n\n      A lantern shall burn.\n\n Article 2. Enforcement\n\n"
             f"      This Law shall be enforced from {day}.\n\n      President\n      of the Republic of Kazakhstan      N. INVENTED\n"
             for day in ("1 January 2016", "1 January 2018")]
    documents = [parse_law(read(text.encode(), "lanterns.txt"), "eng", "lanterns.txt") for text in texts]
    assert own_rules(documents) == tuple(OperationRule(RuleKind.ON_DAY, day=date(year, 1, 1)) for year in (2016, 2018))
    assert own_rules(documents[:1]) == (OperationRule(RuleKind.ON_DAY, day=date(2016, 1, 1)),)


# Facts


ONE = Table(PRINTED, day=HELD, official=True)


def test_nothing_is_called_off_after_it_began() -> None:
    """The fact may mean anything: what the edition prints holds on its own day."""
    fact = "art_2 | exclusion | 9-IV, 2011-07-03 | on 2012-01-01 | cancelled {}"
    check(replace(ONE, facts=fact.format("2013-01-01"), complete="9-IV"), """
        art_2 | 2011-12-31 | possible unknown
        art_2 | 2012-06-01 | possible unknown
        art_2 | 2020-01-01 | yes attested
        """)
    check(replace(ONE, facts=fact.format("2011-12-01"), complete="9-IV"), "art_2 | 2012-06-01 | yes attested")


def test_a_repeal_that_an_edition_tells_and_a_fact_calls_off_is_possible() -> None:
    table = replace(ONE, claims="law | repeal | 9-IV, 2011-07-03 | on 2012-01-01",
                    facts="law | repeal | 9-IV, 2011-07-03 | on 2012-01-01 | cancelled 2011-12-01")
    check(table, """
        art_2 | 2011-12-31 | yes attested
        art_2 | 2013-01-01 | possible attested
        """)


def test_a_repeal_for_a_time_leaves_open_what_came_after() -> None:
    table = replace(ONE, claims="law | repeal | 9-IV, 2011-07-03 | on 2012-01-01",
                    facts="law | repeal | 9-IV, 2011-07-03 | on 2012-01-01 | until 2013-01-01", complete="9-IV")
    check(table, """
        art_2 | 2012-06-01 | no
        art_2 | 2013-06-01 | possible attested
        """)


def test_a_recorded_repeal_of_which_a_later_edition_of_a_stated_day_does_not_tell() -> None:
    repealed = "law | repeal | 9-IV, 2011-07-03 | on 2012-01-01"
    check(replace(ONE, facts=repealed), """
        art_2 | 2011-12-31 | yes attested
        art_2 | 2012-06-01 | possible attested
        """)
    saved = replace(ONE, day=None, retrieved=HELD, facts=repealed)
    check(saved, "art_2 | 2012-06-01 | no")


def test_a_chapter_that_a_fact_ends_and_an_edition_prints() -> None:
    parted = "chp_1 | -\n" + PRINTED.replace("art_2         |", "chp_2 | -\nart_2         |")
    check(replace(ONE, printed=parted, facts="chp_2 | exclusion | 9-IV, 2011-07-03 | on 2012-01-01", complete="9-IV"), """
        art_1__para_1 | 2015-01-01 | yes attested
        art_2         | 2015-01-01 | possible unknown
        art_2         | 2020-01-01 | yes attested
        """)


def test_a_suspension_that_would_end_before_it_begins() -> None:
    told = "art_2 | suspension | 9-IV, 2011-07-03 | on 2012-01-01 | until 2011-12-01"
    check(replace(ONE, facts=told, complete="9-IV"), """
        art_2 | 2015-01-01 | possible unknown
        art_2 | 2020-01-01 | yes attested
        """)


def test_wording_that_an_act_brings_may_end_what_it_speaks_of() -> None:
    """No edition prints it yet: Article 2 is open, the rest is not."""
    told = "art_1__para_3 | insertion | 9-IV, 2021-07-03 | on 2022-01-01 | later Article 2 shall be valid until 1 January 2023."
    check(replace(ONE, facts=told, complete="9-IV", until=date(2025, 1, 1)), """
        art_2         | 2021-01-01 | yes attested
        art_2         | 2024-01-01 | possible unknown
        art_1__para_1 | 2024-01-01 | yes attested
        """)


def test_an_edition_that_prints_what_was_brought_for_a_time_and_is_over() -> None:
    brought = "art_2 | insertion | 9-IV, 2011-07-03 | on 2012-01-01 | until 2013-01-01"
    check(replace(ONE, facts=brought, complete="9-IV"), """
        art_2 | 2011-06-01 | no
        art_2 | 2015-01-01 | possible unknown
        art_2 | 2020-01-01 | yes attested
        """)


def test_a_recorded_target_that_the_law_cannot_have_may_be_any_in_what_would_hold_it() -> None:
    told = "art_2__para_7 | substitution | 9-IV, 2011-07-03 | on 2012-01-01"
    check(replace(ONE, facts=told, complete="9-IV"), """
        art_2         | 2012-06-01 | possible unknown
        art_2         | 2020-01-01 | yes attested
        art_1__para_1 | 2012-06-01 | yes attested
        """)


def test_a_recorded_target_that_a_later_act_may_have_taken_away_is_none_of_these() -> None:
    told = """
        art_1__para_7 | modification | 9-IV, 2011-07-03 | on 2012-01-01
        art_1         | substitution | 5-V, 2015-07-03 | on 2016-01-01
        """
    noted = "art_1 | substitution | 5-V, 2015-07-03 | on 2016-01-01"
    check(replace(ONE, facts=told, claims=noted, complete="9-IV, 5-V"), "art_1__para_1 | 2017-01-01 | yes attested")


def test_what_a_fact_says_was_seen_in_an_edition_before_it_began_makes_that_edition_one_of_before() -> None:
    ahead = "art_2 | substitution | 9-IV, 2019-07-03 | on 2021-01-01 | {}"
    for told in ("in eng", "later The keeper shall wind."):
        table = replace(ONE, facts=ahead.format(told), complete="9-IV")
        assert "note | edition_dated_by_adoption | - | 9-IV" in findings(table)
        check(table, "art_2 | 2019-01-01 | yes unknown")


def test_an_article_that_is_printed_before_it_was_brought_is_printed_ahead() -> None:
    table = replace(ONE, facts="art_2 | insertion | 9-IV, 2019-07-03 | on 2021-01-01", complete="9-IV")
    check(table, """
        art_2 | 2019-01-01 | possible unknown
        art_2 | 2020-01-01 | possible unknown
        """)


def test_other_words_than_a_fact_tells_that_an_act_brought() -> None:
    """Between the act and the edition nothing else happened: one of the two is wrong."""
    told = "art_2 | substitution | 9-IV, 2011-07-03 | on 2012-01-01 | later The keeper shall rest."
    check(replace(ONE, facts=told, complete="9-IV", until=HELD), """
        art_2 | 2012-01-01 | yes unknown
        art_2 | 2020-01-01 | yes unknown
        """)


def test_a_text_without_notes_may_be_ahead_of_an_act_though_another_ended_something_beside() -> None:
    """It is of a day between adoption and operation of the act, and differs where that act will word a paragraph anew."""
    line = "art_1__para_1 | exclusion | 5-V, 2013-05-01 | on 2013-06-01"
    ahead = "art_1__para_2 | substitution | 9-V, 2013-06-01 | on 2013-07-01"
    later = Table(CHIMED.replace("The clock shall strike.", "excluded"), line, day=date(2013, 6, 10), official=True)
    before = Table(PRINTED, "art_2 | modification | 1-V, 2011-01-01 | on 2012-01-01", day=EARLY, official=True)
    assert "note | edition_dated_by_adoption | - | 9-V" in findings(replace(before, editions=(later,), facts=ahead, complete="9-V"))
    check(replace(before, editions=(later,), facts=ahead, complete="9-V"), "art_1__para_2 | 2013-06-10 | presumed unknown")


def test_a_text_without_notes_does_not_show_all_that_an_act_did_of_which_facts_list_a_part() -> None:
    """A line tells what it ended; the note on what else it did would be lost with the others."""
    line = "art_2 | exclusion | 9-IV, 2011-07-03 | on 2012-01-01"
    noteless = Table(GONE, line, facts=line, day=HELD, official=True, until=HELD)
    check(noteless, """
        art_1__para_1 | 2011-06-01 | presumed presumed
        art_1__para_1 | 2012-06-01 | yes attested
        """)
    check(replace(noteless, complete="9-IV"), "art_1__para_1 | 2011-06-01 | yes attested")
    check(replace(noteless, claims=f"{line}\nart_1 | modification | 1-IV, 2010-07-03 | on 2010-12-01"), "art_1__para_1 | 2011-06-01 | yes attested")


def test_a_page_whose_only_note_is_on_a_suspension_tells_of_no_change_by_its_silence() -> None:
    told = "art_1__para_1 | modification | 9-IV, 2011-07-03 | on 2012-01-01"
    paused = "art_2 | suspension | 5-V, 2012-07-03 | on 2013-01-01 | until 2014-01-01"
    check(Table(PRINTED, paused, facts=told, complete="9-IV", retrieved=HELD), """
        art_1__para_1 | 2011-06-01 | yes unknown
        art_1__para_2 | 2011-06-01 | yes attested
        """)


def test_a_note_without_a_clause_speaks_of_what_the_whole_list_of_its_act_tells_there() -> None:
    """The edition is of a day before that: it shows the act ahead."""
    told = "art_1__para_2 | substitution | 9-IV, 2019-07-03 | unstated | own 2021-01-01"
    table = replace(two(PRINTED, CHIMED, "art_1 | modification | 9-IV, 2019-07-03 | see Article 2"), facts=told)
    check(table, "art_1__para_2 | 2020-01-01 | yes attested")
    assert on(life_of(replace(table, complete="9-IV")), "art_1__para_2", "2020-01-01").text == "The bell shall ring."


@pytest.mark.parametrize("dated_by", Dating)
def test_what_an_act_brought_and_a_later_text_without_notes_lacks_may_have_ended_any_day(dated_by: Dating) -> None:
    """An act that changed something somewhere, and may have ended it, is not the only one that may: none is told."""
    brought = "art_1__para_3 | insertion | 9-IV, 2011-07-03 | on 2012-01-01 | later The gong shall sound."
    vague = "law | modification | 5-V, 2019-07-03 | on 2019-10-01"
    later = Table(PRINTED, day=HELD, dated_by=dated_by, official=True)
    check(Table(PRINTED, day=date(2011, 1, 1), official=True, editions=(later,), facts=f"{brought}\n{vague}", complete="9-IV"), """
        art_1__para_3 | 2011-06-01 | no
        art_1__para_3 | 2015-01-01 | possible unknown
        art_1__para_1 | 2015-01-01 | yes attested
        """)


# Texts that are not whole


def test_the_last_text_of_a_page_that_breaks_off_is_not_read() -> None:
    text = " On lanterns\n\n Article 1. Lanterns\n\n      A lantern shall burn.\n\n Article 2. Oil\n\n      The oil shall be ke"
    document = parse_law(read(text.encode(), "lanterns.txt"), "eng", "lanterns.txt")
    assert [each.eids for each in document.unread if each.text == "The oil shall be ke"] == [("art_2",)]


def test_a_text_that_ends_in_dots_is_not_read_whole() -> None:
    text = " On lanterns\n\n Article 1. Lanterns\n\n      A lantern shall …\n\n Article 2. Oil\n\n      The oil shall be kept.\n"
    document = parse_law(read(text.encode(), "lanterns.txt"), "eng", "lanterns.txt")
    assert ("art_1",) in [each.eids for each in document.unread]


def test_what_was_saved_before_its_day_proves_nothing_of_that_day() -> None:
    saved = replace(ONE, retrieved=date(2014, 1, 1), claims="art_2 | modification | 9-IV, 2015-07-03 | on 2016-01-01")
    check(saved, "art_2 | 2020-01-01 | presumed presumed")


@pytest.mark.parametrize(("text", "told"), [
    ("Bells shall chime.", "yes attested"), ("1. Bells shall chime.", "yes attested"), ("7. Bells shall chime.", "yes unknown"),
])
def test_a_recorded_text_that_begins_with_another_number_is_not_believed(text: str, told: str) -> None:
    table = Table("art_1 | - | heading: Bells\nart_1__para_1 | Bells shall ring.", day=date(2011, 1, 1), official=True,
                  complete="9-IV", until=date(2020, 1, 1),
                  facts=f"art_1__para_1 | substitution | 9-IV, 2011-07-03 | on 2012-01-01 | later {text}")
    check(table, f"art_1__para_1 | 2013-01-01 | {told}")
