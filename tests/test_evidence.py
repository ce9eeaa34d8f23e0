"""Evidence: what the sources of a law prove, and how far; each test quotes the sentence of the design it stands for."""

from dataclasses import replace
from datetime import date

from lawgraph.evidence.gathering import acts_known
from lives import Table, answer, check, findings, life_of, on, sources_of

HELD = date(2020, 1, 1)
PARAGRAPHS = """
art_1         | -
art_1__para_1 | The clock shall strike.
art_1__para_2 | The bell shall ring.
art_1__para_3 | The keeper shall wind.
"""
FOOTNOTE = "art_1 | modification | 1-V, 2013-07-03 | on 2014-01-01"
REWORDED = "art_1 | substitution | 2-V, 2013-11-25 | on 2014-01-01"
TOLD_OF_BELL = "art_1__para_2 | modification | 1-V, 2013-07-03 | on 2014-01-01"


# Located, complete


def test_an_excluded_point_locates_its_act() -> None:
    """An act … is located in it when at least one of its targets there is known (an excluded point that names it …)."""
    check(Table("""
        art_1         | -
        art_1__para_1 | The clock shall strike.
        art_1__para_2 | excluded
        art_1__para_3 | The keeper shall wind.
        """, f"{FOOTNOTE}\nart_1__para_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__para_2 | 2013-12-31 | yes unknown
        art_1__para_2 | 2014-01-01 | no
        art_1__para_3 | 2013-12-31 | presumed presumed
        art_1__para_3 | 2014-01-01 | yes attested
        """)


def test_a_settled_insertion_locates_its_act() -> None:
    """Located … when at least one of its targets there is known (… an insertion settled on it …)."""
    check(Table(f"{PARAGRAPHS}\nart_1__para_2-1 | The rope shall hang.", FOOTNOTE, day=HELD), """
        art_1__para_2-1 | 2013-12-31 | no
        art_1__para_2-1 | 2014-01-01 | yes attested
        art_1__para_3   | 2013-12-31 | presumed presumed
        art_1__para_3   | 2014-01-01 | yes attested
        """)


def test_a_fact_locates_its_act() -> None:
    """Located … when at least one of its targets there is known (… a fact)."""
    check(Table(PARAGRAPHS, FOOTNOTE, TOLD_OF_BELL, day=HELD), """
        art_1__para_2 | 2013-12-31 | yes unknown
        art_1__para_3 | 2013-12-31 | presumed presumed
        art_1__para_3 | 2014-01-01 | yes attested
        """)


def test_an_act_is_located_in_one_article_only() -> None:
    """Located *in it*: a target known in one article tells nothing of another."""
    check(Table(f"{PARAGRAPHS}\nart_2 | -\nart_2__para_1 | The tower shall stand.",
                f"{FOOTNOTE}\nart_2 | modification | 1-V, 2013-07-03 | on 2014-01-01", TOLD_OF_BELL, day=HELD), """
        art_1__para_3 | 2013-12-31 | presumed presumed
        art_2__para_1 | 2013-12-31 | possible unverified
        """)


def test_a_complete_list_leaves_the_rest_alone() -> None:
    """Complete when a fact says that the list of its targets … is whole: then it touched nothing else."""
    check(Table(PARAGRAPHS, FOOTNOTE, TOLD_OF_BELL, complete="1-V", day=HELD), """
        art_1         | 2010-05-10 | yes attested
        art_1__para_1 | 2010-05-10 | yes attested
        art_1__para_2 | 2013-12-31 | yes unknown
        art_1__para_2 | 2014-01-01 | yes attested
        art_1__para_3 | 2010-05-10 | yes attested
        """)


# Footnotes are lossy


def test_a_new_wording_has_dropped_what_stood_before_it() -> None:
    """A footnote that says an article was … newly worded … has dropped all that stood before it. Until that day unknown
    acts may have changed the article's parts … (№ 1-V excluded paragraph 4; who knows what came after it?)"""
    check(Table(PARAGRAPHS, REWORDED, "art_1__para_4 | exclusion | 1-V, 2011-12-01 | on 2012-01-01", day=HELD,
                complete="1-V"), """
        art_1__para_4 | 2011-06-01 | possible unknown
        art_1__para_4 | 2013-12-31 | possible unknown
        art_1         | 2011-06-01 | yes unknown
        """)


def test_nothing_is_dropped_where_every_act_is_known_whole() -> None:
    """… unless every act up to then is known with complete targets."""
    table = Table(PARAGRAPHS, REWORDED, "art_1__para_4 | exclusion | 1-V, 2011-12-01 | on 2012-01-01\n" + REWORDED,
                  day=HELD, complete="1-V, 2-V", until=HELD)
    check(table, """
        art_1__para_4 | 2011-12-31 | yes unknown
        art_1__para_4 | 2012-01-01 | no
        art_1__para_4 | 2013-12-31 | no
        """)
    check(replace(table, complete="2-V"), "art_1__para_4 | 2013-12-31 | possible unknown")
    check(replace(table, until=date(2013, 12, 1)), "art_1__para_4 | 2013-12-31 | possible unknown")


def test_an_act_told_of_for_a_later_part_may_have_been_dropped_for_an_earlier_one() -> None:
    """… every act up to then is known with *complete targets*: № 3-V, of which a footnote tells a change of 2018, was
    adopted before the new wording of 2014 and may have started in parts."""
    tower = "art_2 | The tower shall stand."
    table = Table(f"{PARAGRAPHS}\n{tower}", f"{REWORDED}\nart_2 | modification | 3-V, 2012-07-03 | on 2018-01-01",
                  "art_1__para_4 | exclusion | 1-V, 2011-12-01 | on 2012-01-01\n" + REWORDED, day=HELD,
                  complete="1-V, 2-V", until=HELD)
    check(table, "art_1__para_4 | 2013-12-31 | possible unknown")
    later = table.claims.replace("2012-07-03", "2014-07-03")
    check(replace(table, claims=later), "art_1__para_4 | 2013-12-31 | no")


def test_an_exclusion_has_dropped_what_stood_before_it() -> None:
    """A footnote that says an article was … excluded has dropped all that stood before it."""
    excluded = "art_2 | exclusion | 2-V, 2013-11-25 | on 2014-01-01"
    facts = f"art_2__para_1 | exclusion | 1-V, 2011-12-01 | on 2012-01-01\n{excluded}"
    table = Table(f"{PARAGRAPHS}\nart_2 | excluded", excluded, facts, complete="1-V, 2-V", day=HELD)
    check(table, """
        art_2         | 2010-05-10 | yes unknown
        art_2         | 2013-12-31 | yes unknown
        art_2         | 2014-01-01 | no
        art_2__para_1 | 2013-06-01 | possible unknown
        """)
    check(replace(table, until=HELD), "art_2__para_1 | 2013-06-01 | no")


# Taken up


def test_an_act_that_the_footnotes_name_is_taken_up() -> None:
    """An edition has taken up an act when a footnote in the target's article names it …"""
    check(Table(PARAGRAPHS, FOOTNOTE, TOLD_OF_BELL, complete="1-V", day=HELD),
          "art_1__para_2 | 2014-01-01 | yes attested")


def test_a_footnote_of_another_article_names_nothing_here() -> None:
    """… a footnote *in the target's article* …"""
    check(Table(f"{PARAGRAPHS}\nart_2 | The tower shall stand.", FOOTNOTE.replace("art_1", "art_2"),
                f"{TOLD_OF_BELL}\n{FOOTNOTE.replace('art_1', 'art_2')}", complete="1-V", day=HELD), """
        art_2         | 2014-01-01 | yes attested
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes unknown
        """)


def test_a_later_new_wording_can_have_dropped_the_footnote() -> None:
    """… or a later insertion, new wording or exclusion shown there can have dropped it."""
    check(Table(PARAGRAPHS, REWORDED, "art_1__para_2 | modification | 1-V, 2011-12-01 | on 2012-01-01",
                complete="1-V", day=HELD), "art_1__para_2 | 2014-01-01 | yes attested")


def test_an_earlier_new_wording_drops_nothing() -> None:
    """… a *later* insertion, new wording or exclusion …"""
    check(Table(PARAGRAPHS, REWORDED, "art_1__para_2 | modification | 3-V, 2014-12-01 | on 2015-01-01",
                complete="3-V", day=HELD), """
        art_1__para_2 | 2014-12-31 | yes attested
        art_1__para_2 | 2015-01-01 | yes unknown
        """)


def test_a_footnote_may_have_been_written_for_an_earlier_part() -> None:
    """A footnote that names an act may have been written for an earlier part: another article tells of a later one."""
    printed = f"{PARAGRAPHS}\nart_2 | The tower shall stand."
    claims = f"{FOOTNOTE}\nart_2 | modification | 1-V, 2013-07-03 | on 2016-07-01"
    check(Table(printed, claims, day=HELD), """
        art_1__para_3 | 2013-12-31 | possible unverified
        art_1__para_3 | 2014-01-01 | presumed presumed
        art_1__para_3 | 2016-06-30 | presumed presumed
        art_1__para_3 | 2016-07-01 | yes attested
        """)
    check(Table(printed, FOOTNOTE, day=HELD), "art_1__para_3 | 2014-01-01 | yes attested")
    also = f"{TOLD_OF_BELL}\nart_2 | modification | 1-V, 2013-07-03 | on 2016-07-01 | own 2016-07-01"
    check(Table(printed, claims, also, complete="1-V", day=HELD), "art_1__para_3 | 2014-01-01 | yes attested")


def test_where_intervals_leave_it_open_both_are_assumed() -> None:
    """… where intervals leave it open, both are assumed (№ 1-V begins on a day from 14 July to 13 August 2013)."""
    check(Table(PARAGRAPHS, "art_1 | substitution | 2-V, 2013-06-25 | on 2013-08-01",
                "art_1__para_2 | modification | 1-V, 2013-07-03 | 10 days", complete="1-V", day=HELD), """
        art_1__para_2 | 2013-08-01 | yes unknown
        art_1__para_2 | 2013-08-13 | yes unknown
        art_1__para_2 | 2020-01-01 | yes unknown
        art_1__para_3 | 2013-08-13 | yes attested
        """)


def test_a_change_that_was_not_taken_up_is_applied_forward() -> None:
    """An act that the edition has not taken up (a fact tells of it …) is applied forward: exclusion gives no, a change
    gives wording unknown, an insertion a provision without text."""
    noted = "art_1__para_3 | modification | 9-V, 2011-01-01 | on 2011-06-01"
    check(Table(PARAGRAPHS, noted, """
        art_1__para_1 | exclusion    | 1-V, 2013-07-03 | on 2014-01-01
        art_1__para_2 | modification | 1-V, 2013-07-03 | on 2014-01-01
        art_1__para_4 | insertion    | 1-V, 2013-07-03 | on 2014-01-01
        """, complete="1-V", day=HELD), """
        art_1__para_1 | 2013-12-31 | yes attested
        art_1__para_1 | 2014-01-01 | no
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes unknown
        art_1__para_3 | 2014-01-01 | yes attested
        art_1__para_4 | 2013-12-31 | no
        art_1__para_4 | 2014-01-01 | yes unknown
        """)


def test_a_provision_inserted_and_not_taken_up_has_no_text() -> None:
    """… an insertion a provision without text."""
    version = on(life_of(Table(PARAGRAPHS, facts="art_1__para_4 | insertion | 1-V, 2013-07-03 | on 2014-01-01",
                               complete="1-V", day=HELD)), "art_1__para_4", "2014-01-01")
    assert (version.text, version.nearest) == (None, ())


def test_a_change_checked_and_not_found_was_not_taken_up() -> None:
    """… a fact tells of it; reflected = false … even where the footnotes name the act."""
    check(Table(PARAGRAPHS, FOOTNOTE, f"{TOLD_OF_BELL} | not in eng", complete="1-V", day=HELD), """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes unknown
        """)


def test_a_foreseen_change_was_not_taken_up() -> None:
    """A note about a change that is only foreseen has "pending": true; it is applied forward."""
    check(Table(PARAGRAPHS, f"{FOOTNOTE.replace('2014', '2021')} | pending", day=HELD), """
        art_1__para_1 | 2019-12-31 | yes attested
        art_1__para_1 | 2021-01-01 | presumed unverified
        art_1__para_3 | 2019-12-31 | yes attested
        art_1__para_3 | 2021-01-01 | possible unverified
        """)


def test_a_foreseen_exclusion_may_be_called_off() -> None:
    """Foreseen is never a proof: a pending note is an obstacle only."""
    foreseen = "art_1__para_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01 | pending | footnote"
    check(Table(PARAGRAPHS, foreseen, day=HELD), """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | possible unknown
        """)


def test_a_foreseen_change_is_taken_up_by_the_edition_that_names_it_as_made() -> None:
    """An edition has taken up an act when a footnote … names it: one edition foresees, a later one has it."""
    changed = "art_1__para_2 | modification | 1-V, 2013-07-03 | on 2014-01-01"
    later = Table(PARAGRAPHS.replace("ring", "chime"), changed, day=HELD)
    check(Table(PARAGRAPHS, f"{changed} | pending", day=date(2013, 8, 1), editions=(later,)), """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes attested
        """)


# Horizon


def test_an_edition_speaks_up_to_its_day() -> None:
    """An edition speaks up to the day stated for it … Beyond every horizon yes becomes presumed, attested becomes
    presumed, no becomes possible …"""
    check(Table(f"{PARAGRAPHS}\nart_2 | excluded", "art_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01",
                day=date(2015, 6, 1)), """
        art_1__para_1 | 2015-06-01 | yes attested
        art_1__para_1 | 2015-06-02 | presumed presumed
        art_2         | 2015-06-01 | no
        art_2         | 2015-06-02 | possible unknown
        """)


def test_an_edition_speaks_up_to_the_day_of_retrieval() -> None:
    """… or the day it was retrieved …"""
    check(Table(PARAGRAPHS, retrieved=date(2015, 6, 1)), """
        art_1__para_1 | 2015-06-01 | yes attested
        art_1__para_1 | 2015-06-02 | presumed presumed
        """)


def test_an_edition_without_a_day_speaks_up_to_its_last_act() -> None:
    """… else the adoption of the last act that it shows: it may be made ahead of that one, and of another one."""
    check(Table(f"{PARAGRAPHS}\nart_2 | The tower shall stand.\nart_3 | The hand shall turn.", """
        art_2 | modification | 2-V, 2012-12-01 | on 2013-06-01
        art_3 | modification | 1-V, 2013-07-03 | 10 days
        """), """
        art_1__para_1 | 2013-07-03 | yes attested
        art_1__para_1 | 2013-07-04 | presumed presumed
        art_1__para_1 | 2013-08-13 | presumed presumed
        """)


def test_no_horizon_lifts_what_is_not_held() -> None:
    """… yes becomes presumed, attested becomes presumed: what was weaker stays as it is."""
    check(Table(PARAGRAPHS, FOOTNOTE, f"{TOLD_OF_BELL} | not in eng", complete="1-V", day=date(2015, 6, 1)), """
        art_1__para_2 | 2015-06-01 | yes unknown
        art_1__para_2 | 2015-06-02 | presumed unknown
        """)


def test_after_a_repeal_no_stays_no() -> None:
    """… no becomes possible, except after a repeal."""
    check(Table(PARAGRAPHS, "law | repeal | 9-VI, 2018-12-01 | on 2019-01-01", day=date(2019, 6, 1)), """
        art_1__para_1 | 2018-12-31 | yes attested
        art_1__para_1 | 2019-01-01 | no
        art_1__para_1 | 2019-06-02 | no
        """)


def test_acts_known_to_be_complete_move_the_horizon() -> None:
    """A sourced fact acts_complete_until = DAY moves the horizon of the law …"""
    check(Table(PARAGRAPHS, day=date(2015, 6, 1), until=date(2018, 6, 1)), """
        art_1__para_1 | 2018-06-01 | yes attested
        art_1__para_1 | 2018-06-02 | presumed presumed
        """)


def test_a_recorded_act_that_no_edition_shows_limits_the_horizon() -> None:
    """… but not past the adoption of an act that the edition does not show and whose targets are not complete."""
    table = Table(PARAGRAPHS, day=date(2015, 6, 1), until=date(2018, 6, 1),
                  facts="art_1__para_2 | modification | 3-VI, 2016-03-01 | on 2016-09-01")
    check(table, """
        art_1__para_1 | 2016-03-01 | yes attested
        art_1__para_1 | 2016-03-02 | presumed presumed
        """)
    check(replace(table, complete="3-VI"), "art_1__para_1 | 2018-06-01 | yes attested")


def test_a_recorded_act_without_targets_limits_the_horizon() -> None:
    """… whose targets are not complete: an act of which no target is known may have changed this law."""
    published = "3-VI, 2016-03-01 | 2016-03-05"
    check(Table(PARAGRAPHS, day=date(2015, 6, 1), until=date(2018, 6, 1), published=published), """
        art_1__para_1 | 2016-03-01 | yes attested
        art_1__para_1 | 2016-03-02 | presumed presumed
        """)


def test_an_act_that_an_edition_shows_may_have_later_parts() -> None:
    """All acts are known, not all their parts: № 1-V may go on after the last edition that shows it."""
    table = Table(PARAGRAPHS, FOOTNOTE, TOLD_OF_BELL, day=date(2015, 6, 1), until=date(2018, 6, 1))
    check(table, """
        art_1__para_1 | 2015-06-01 | yes attested
        art_1__para_1 | 2015-06-02 | presumed presumed
        """)
    check(replace(table, complete="1-V"), "art_1__para_1 | 2018-06-01 | yes attested")


def test_the_answer_says_what_the_list_of_acts_rests_on() -> None:
    """Without it every answer rests on the edition's own footnotes and says so ("acts_known")."""
    table = Table(PARAGRAPHS, day=HELD)
    assert "footnotes" in acts_known(sources_of(table))
    assert acts_known(sources_of(replace(table, until=date(2026, 3, 2)))) == "complete until 2026-03-02"


def test_several_editions_speak_up_to_the_latest_of_their_days() -> None:
    """Beyond *every* horizon …"""
    check(Table(PARAGRAPHS, day=date(2015, 6, 1), editions=(Table(PARAGRAPHS, day=date(2017, 6, 1), lang="rus"),)), """
        art_1__para_1 | 2017-06-01 | yes attested
        art_1__para_1 | 2017-06-02 | presumed presumed
        """)


# Official texts decide


def test_an_official_edition_decides_that_a_provision_is_gone() -> None:
    """Where Russian or Kazakh editions and a translation disagree on presence, the official ones decide, and the
    disagreement is a finding."""
    official = Table("""
        art_1         | -
        art_1__para_1 | Часы бьют.
        art_1__para_2 | excluded
        art_1__para_3 | Хранитель заводит.
        """, "art_1__para_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01", lang="rus", official=True, day=HELD)
    table = Table(PARAGRAPHS, day=HELD, editions=(official,))
    check(table, """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | no
        art_1__para_2 | 2020-01-01 | no
        """)
    assert "warning | editions_disagree | art_1__para_2 | -" in findings(table)


def test_an_official_edition_decides_that_a_provision_is_there() -> None:
    """… the official ones decide, and the disagreement is a finding (the translation says excluded, by mistake)."""
    table = Table("""
        art_1         | -
        art_1__para_1 | The clock shall strike.
        art_1__para_2 | excluded
        """, "art_1__para_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01", day=HELD, editions=(
        Table("""
        art_1         | -
        art_1__para_1 | Часы бьют.
        art_1__para_2 | Колокол звонит.
        """, lang="rus", official=True, day=HELD),))
    assert answer(life_of(table), "art_1__para_2", "2020-01-01").startswith("yes ")
    assert [each for each in findings(table) if "editions_disagree" in each or "contradiction" in each]


# Habits relied on


def test_the_number_of_an_excluded_article_is_not_used_again() -> None:
    """Habits relied on: an excluded article's number is not used again …"""
    check(Table("chp_1 | -\nart_1 | The clock shall strike.\nart_2 | excluded", """
        art_2 | exclusion    | 1-V, 2013-07-03 | on 2014-01-01
        chp_1 | modification | 2-V, 2015-07-03 | on 2016-01-01
        """, day=HELD), """
        art_2 | 2015-06-01 | no
        art_2 | 2018-06-01 | no
        """)


def test_the_number_of_an_excluded_point_may_be_used_again() -> None:
    """They hold for articles, not for points, paragraphs and parts (№ 2-V may have brought paragraph 4 back)."""
    check(Table(PARAGRAPHS, "art_1 | modification | 1-V, 2013-07-03 | on 2014-01-01\n"
                            "art_1 | modification | 2-V, 2015-07-03 | on 2016-01-01",
                "art_1__para_4 | exclusion | 1-V, 2013-07-03 | on 2014-01-01", complete="1-V", day=HELD), """
        art_1__para_4 | 2013-12-31 | yes unknown
        art_1__para_4 | 2015-06-01 | no
        art_1__para_4 | 2016-01-01 | possible unknown
        """)


def test_an_article_of_ordinary_number_was_there_from_the_beginning() -> None:
    """… an inserted article carries an n-m number …"""
    check(Table("chp_1 | -\nart_1 | The clock shall strike.\nart_2 | The bell shall ring.",
                "chp_1 | modification | 1-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_2 | 2010-05-10 | yes unverified
        art_2 | 2014-01-01 | yes attested
        """)


def test_an_ordinary_point_at_the_end_of_its_list_may_be_new() -> None:
    """… not for points, paragraphs and parts: Article 28 gained ordinary points 6, 7, 8 at its end …"""
    check(Table(PARAGRAPHS, FOOTNOTE, day=HELD), """
        art_1__para_3 | 2013-12-31 | possible unverified
        art_1__para_3 | 2014-01-01 | yes attested
        """)


def test_an_unnumbered_part_may_be_new() -> None:
    """… and Article 21 an unnumbered second part."""
    check(Table("art_1 | The clock shall strike.\nart_1__al_2 | The bell shall ring.", FOOTNOTE, day=HELD), """
        art_1       | 2013-12-31 | yes unverified
        art_1__al_2 | 2013-12-31 | possible unverified
        art_1__al_2 | 2014-01-01 | yes attested
        """)


def test_a_change_of_a_heading_has_a_footnote_of_its_own() -> None:
    """… a change of a heading has a footnote of its own."""
    printed = "art_1 | - | heading: Clocks\nart_1__para_1 | The clock shall strike."
    check(Table(printed, FOOTNOTE, day=HELD), "art_1__heading | 2013-12-31 | yes presumed")
    check(Table(printed, "art_1__heading | modification | 1-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__heading | 2013-12-31 | yes unknown
        art_1__heading | 2014-01-01 | yes attested
        art_1__para_1  | 2013-12-31 | yes attested
        art_1          | 2013-12-31 | yes attested
        """)
