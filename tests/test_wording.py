"""Wording: what may be said; each test quotes the sentence of the design it stands for."""

from dataclasses import replace
from datetime import date

from lawgraph.law.versions import ReasonKind
from lives import Table, check, life_of, on

HELD = date(2020, 1, 1)
PARAGRAPHS = """
art_1         | - | heading: Clocks
art_1__para_1 | The clock shall strike.
art_1__para_2 | The bell shall ring.
art_1__para_3 | The keeper shall wind.
"""
POINTS = """
art_1          | The clock shall:
art_1__point_1 | strike;
art_1__point_2 | chime.
"""
VAGUE = "art_1 | modification | 2-V, 2013-07-03 | on 2014-01-01"
NEW_BELL = "art_1__para_2 | substitution | 2-V, 2013-07-03 | on 2014-01-01"


def text(table: Table, eid: str, day: str) -> str | None:
    """Return the text that is shown as the wording of a day."""
    return on(life_of(table), eid, day).text


def nearest(table: Table, eid: str, day: str) -> tuple[str, str, str]:
    """Return the wording that is offered apart, with its own dates."""
    offered = on(life_of(table), eid, day).nearest[0]
    return offered.text, str(offered.first), str(offered.before)


def test_no_wording_where_it_was_not_there() -> None:
    """Presence first; where it is no, wording is null."""
    table = Table(f"{PARAGRAPHS}art_1__para_4-1 | The rope shall hang.",
                  "art_1__para_4-1 | insertion | 2-V, 2013-07-03 | on 2014-01-01", day=HELD)
    version = on(life_of(table), "art_1__para_4-1", "2013-12-31")
    assert (str(version.in_operation), version.wording, version.text, version.nearest) == ("no", None, None, ())


def test_the_weakest_thing_in_between_wins() -> None:
    """Otherwise the weakest thing that lies between the day and the evidence wins."""
    located = "art_1__para_3 | modification | 3-V, 2014-07-03 | on 2015-01-01"
    check(Table(PARAGRAPHS, f"""
        {NEW_BELL}
        art_1 | modification | 3-V, 2014-07-03 | on 2015-01-01
        art_1 | modification | 4-V, 2015-07-03 | on 2016-01-01
        art_1 | modification | 5-V, 2016-07-03 | on 2017-01-01
        """, f"{located}\nart_1__para_1 | modification | 5-V, 2016-07-03 | on 2017-01-01", day=HELD), """
        art_1__para_2 | 2013-12-31 | yes unknown
        art_1__para_2 | 2014-01-01 | yes unverified
        art_1__para_2 | 2015-01-01 | presumed unverified
        art_1__para_2 | 2016-01-01 | presumed presumed
        art_1__para_2 | 2017-01-01 | yes attested
        """)


# Attested


def test_an_edition_attests_what_it_prints() -> None:
    """Attested: an edition … shows this wording, and no act that could have touched it lies between."""
    table = Table(PARAGRAPHS, "art_2 | modification | 2-V, 2013-07-03 | on 2014-01-01", day=HELD)
    check(table, "art_1__para_2 | 2010-05-10 | yes attested")
    assert text(table, "art_1__para_2", "2010-05-10") == "The bell shall ring."


def test_an_edition_attests_its_own_day() -> None:
    """An edition shows this wording: on its own day nothing lies between, whatever a later edition has dropped."""
    table = Table(PARAGRAPHS, day=date(2013, 1, 1), editions=(
        Table(PARAGRAPHS.replace("ring", "chime"), NEW_BELL, day=HELD),))
    check(table, "art_1__para_2 | 2013-01-01 | yes attested")
    assert text(table, "art_1__para_2", "2013-01-01") == "The bell shall ring."


def test_two_editions_attest_two_wordings() -> None:
    """Attested: an edition shows this wording …: the earlier one up to the act, the later one from it."""
    changed = "art_1__para_2 | modification | 2-V, 2013-07-03 | on 2014-01-01"
    table = Table(PARAGRAPHS, day=date(2013, 1, 1), editions=(
        Table(PARAGRAPHS.replace("ring", "chime"), changed, day=HELD),))
    check(table, """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes attested
        """)
    assert text(table, "art_1__para_2", "2013-12-31") == "The bell shall ring."
    assert text(table, "art_1__para_2", "2014-01-01") == "The bell shall chime."


def test_the_text_of_an_act_attests_it() -> None:
    """Attested: … (or the text of an act) shows this wording."""
    table = Table(PARAGRAPHS, "art_1 | modification | 2-V, 2013-07-03 | on 2014-01-01\n"
                              "art_1 | modification | 3-V, 2015-07-03 | on 2016-01-01", """
        art_1__para_2 | substitution | 2-V, 2013-07-03 | on 2014-01-01 | earlier Ring! | later Let it ring.
        art_1__para_2 | substitution | 3-V, 2015-07-03 | on 2016-01-01
        """, complete="2-V, 3-V", day=HELD)
    check(table, """
        art_1__para_2 | 2010-05-10 | yes attested
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes attested
        art_1__para_2 | 2016-01-01 | yes attested
        """)
    assert [text(table, "art_1__para_2", day) for day in ("2013-12-31", "2014-01-01", "2015-12-31", "2016-01-01")] == [
        "Ring!", "Let it ring.", "Let it ring.", "The bell shall ring."]


def test_the_text_of_an_act_not_taken_up_is_the_wording_after_it() -> None:
    """Attested: … the text of an act shows this wording (the edition does not show № 2-V yet)."""
    noted = "art_1__para_1 | modification | 1-V, 2011-01-01 | on 2011-06-01"
    table = Table(PARAGRAPHS, noted, f"{NEW_BELL} | later Let it ring.", complete="2-V", day=HELD)
    assert text(table, "art_1__para_2", "2013-12-31") == "The bell shall ring."
    assert text(table, "art_1__para_2", "2014-01-01") == "Let it ring."


def test_the_text_of_a_provision_inserted_and_gone() -> None:
    """Attested: … the text of an act shows this wording (no edition prints paragraph 4 any more)."""
    table = Table(PARAGRAPHS, "art_1 | modification | 2-V, 2013-07-03 | on 2014-01-01\n"
                              "art_1 | modification | 3-V, 2015-07-03 | on 2016-01-01", """
        art_1__para_4 | insertion | 2-V, 2013-07-03 | on 2014-01-01 | later The tower shall stand.
        art_1__para_4 | exclusion | 3-V, 2015-07-03 | on 2016-01-01
        """, complete="2-V, 3-V", day=HELD)
    check(table, """
        art_1__para_4 | 2013-12-31 | no
        art_1__para_4 | 2014-01-01 | yes attested
        art_1__para_4 | 2015-12-31 | yes attested
        art_1__para_4 | 2016-01-01 | no
        """)
    assert text(table, "art_1__para_4", "2014-01-01") == "The tower shall stand."


# Presumed


def test_presumed_where_an_act_is_located_elsewhere() -> None:
    """Presumed: an act that changed the enclosing article lies between, located elsewhere in it and not complete …
    The text is shown, with the caveat."""
    table = Table(PARAGRAPHS, VAGUE, "art_1__para_3 | modification | 2-V, 2013-07-03 | on 2014-01-01", day=HELD)
    check(table, "art_1__para_2 | 2013-12-31 | yes presumed")
    version = on(life_of(table), "art_1__para_2", "2013-12-31")
    assert version.text == "The bell shall ring."
    assert [(each.kind, each.act) for each in version.because] == [(ReasonKind.CHANGED_ELSEWHERE, "2-V")]


def test_presumed_for_a_heading_whose_article_was_amended() -> None:
    """… for a heading, an act that amended its article."""
    table = Table(PARAGRAPHS, VAGUE, day=HELD)
    check(table, "art_1__heading | 2013-12-31 | yes presumed")
    assert text(table, "art_1__heading", "2013-12-31") == "Clocks"


def test_a_complete_act_leaves_the_heading_attested() -> None:
    """… not complete: an act whose targets are all told touched no heading that it does not name."""
    check(Table(PARAGRAPHS, VAGUE, "art_1__para_3 | modification | 2-V, 2013-07-03 | on 2014-01-01", complete="2-V",
                day=HELD), "art_1__heading | 2013-12-31 | yes attested")


# Unverified


def test_unverified_where_the_place_is_recorded_nowhere() -> None:
    """Unverified: an act that changed the enclosing article lies between, and where is recorded nowhere. Text is not
    shown as the wording of that day; the nearest held wording is offered apart, under its own dates."""
    table = Table("art_1 | -\nart_1__para_1 | The clock shall strike.\nart_1__para_2 | The bell shall ring.", VAGUE,
                  day=HELD)
    check(table, """
        art_1__para_1 | 2013-12-31 | presumed unverified
        art_1__para_2 | 2013-12-31 | possible unverified
        """)
    assert text(table, "art_1__para_1", "2013-12-31") is None
    # Held up to the horizon as attested, after it as presumed: one wording, so its dates reach on.
    assert nearest(table, "art_1__para_1", "2013-12-31") == ("The clock shall strike.", "2014-01-01", "None")


def test_nothing_else_is_offered_where_the_wording_is_held() -> None:
    """The nearest held wording is offered apart: only where the day's own is not."""
    assert on(life_of(Table(PARAGRAPHS, day=HELD)), "art_1__para_1", "2013-12-31").nearest == ()


def test_the_nearest_of_two_wordings_ends_where_the_next_begins() -> None:
    """… the nearest held wording is offered apart, under its own dates."""
    table = Table(PARAGRAPHS, f"""
        {VAGUE}
        art_1__para_2 | modification | 3-V, 2015-07-03 | on 2016-01-01
        """, "art_1__para_2 | substitution | 3-V, 2015-07-03 | on 2016-01-01 | earlier Ring!", day=HELD)
    assert text(table, "art_1__para_2", "2014-01-01") == "Ring!"
    assert nearest(table, "art_1__para_2", "2013-12-31") == ("Ring!", "2014-01-01", "2016-01-01")


def test_a_new_wording_in_between_is_remarked() -> None:
    """… and if the unit was newly worded in between, with the remark that the same number may have carried another
    norm."""
    version = on(life_of(Table(PARAGRAPHS, NEW_BELL, day=HELD)), "art_1__para_2", "2013-12-31")
    assert (str(version.wording), [each.text for each in version.nearest]) == ("unknown", ["The bell shall ring."])
    assert ReasonKind.NEWLY_WORDED in [each.kind for each in version.because]


def test_the_own_text_of_a_container_is_not_verified_either() -> None:
    """The container's own text is unverified too: a change claimed of an article is a change somewhere in it."""
    check(Table(POINTS, VAGUE, day=HELD), """
        art_1          | 2013-12-31 | yes unverified
        art_1          | 2014-01-01 | yes attested
        art_1__point_1 | 2013-12-31 | presumed unverified
        """)


def test_an_article_without_parts_was_changed_itself() -> None:
    """Unknown: this provision … was changed: where an article has no parts, a change somewhere in it is its own."""
    check(Table("art_1 | The clock shall strike.", VAGUE, day=HELD), "art_1 | 2013-12-31 | yes unknown")


def test_in_a_complete_list_a_container_means_its_own_text() -> None:
    """In a complete list a change of a container means its own text alone (__intro)."""
    check(Table(POINTS, VAGUE, VAGUE, complete="2-V", day=HELD), """
        art_1          | 2013-12-31 | yes unknown
        art_1          | 2014-01-01 | yes attested
        art_1__point_1 | 2013-12-31 | yes attested
        art_1__point_2 | 2013-12-31 | yes attested
        """)


def test_a_lead_in_is_the_own_text_of_its_container() -> None:
    """The lead-in before points is the container's own text; to name it alone, art_8__intro."""
    lead_in = "art_1__intro | modification | 2-V, 2013-07-03 | on 2014-01-01"
    check(Table(POINTS, VAGUE, lead_in, day=HELD), """
        art_1          | 2013-12-31 | yes unknown
        art_1__point_1 | 2013-12-31 | presumed presumed
        """)
    check(Table(POINTS, VAGUE, lead_in, complete="2-V", day=HELD), """
        art_1          | 2013-12-31 | yes unknown
        art_1__point_1 | 2013-12-31 | yes attested
        """)


def test_words_replaced_in_a_lead_in_are_the_own_text_of_its_container() -> None:
    """art_8__intro names the lead-in alone, whatever was done to it: its words may be other ones since."""
    replaced = "art_1__intro | text_substitution | 2-V, 2013-07-03 | on 2014-01-01"
    noted = "art_1__point_2 | modification | 1-V, 2011-01-01 | on 2011-06-01"
    table = Table(POINTS, noted, f"{replaced}\n{noted}", complete="1-V, 2-V", until=HELD)
    check(table, """
        art_1          | 2013-12-31 | yes attested
        art_1          | 2014-01-01 | yes unverified
        art_1__point_1 | 2014-01-01 | yes attested
        """)


# Unknown


def test_unknown_where_it_was_changed() -> None:
    """Unknown: this provision … was changed, newly worded or excluded in between …; what it said is not held."""
    for action in ("modification", "substitution"):
        check(Table(PARAGRAPHS, f"art_1__para_2 | {action} | 2-V, 2013-07-03 | on 2014-01-01", day=HELD), """
            art_1__para_2 | 2013-12-31 | yes unknown
            art_1__para_2 | 2014-01-01 | yes attested
            """)


def test_unknown_where_the_whole_was_newly_worded() -> None:
    """… or the whole that it is part of, was … newly worded … in between."""
    check(Table(PARAGRAPHS, "art_1 | substitution | 2-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__para_1 | 2013-12-31 | possible unknown
        art_1__heading | 2013-12-31 | yes unknown
        """)


def test_unknown_where_it_may_have_come_only_later() -> None:
    """… or it is not certain that it was there before its insertion."""
    check(Table(f"{PARAGRAPHS}art_1__para_3-1 | The rope shall hang.",
                "art_1__para_3-1 | insertion | 2-V, 2013-07-03 | 10 days", day=HELD),
          "art_1__para_3-1 | 2013-07-20 | possible unknown")


def test_a_change_within_an_uncertain_interval_is_unknown() -> None:
    """Unknown: this provision was changed … in between: from the first possible day the wording may be either."""
    check(Table(PARAGRAPHS, "art_1__para_2 | modification | 2-V, 2013-07-03 | 10 days", day=HELD), """
        art_1__para_2 | 2013-07-13 | yes unknown
        art_1__para_2 | 2013-08-12 | yes unknown
        art_1__para_2 | 2013-08-13 | yes attested
        """)


# No text, headings, words replaced


def test_a_unit_without_text_of_its_own_is_graded_like_any_other() -> None:
    """A unit without text of its own … has the text "" and is graded like any other; null means not held."""
    table = Table(PARAGRAPHS, VAGUE, day=HELD)
    check(table, """
        art_1 | 2013-12-31 | yes unverified
        art_1 | 2014-01-01 | yes attested
        """)
    assert text(table, "art_1", "2014-01-01") == ""
    assert text(table, "art_1", "2013-12-31") is None


def test_the_heading_over_an_excluded_article() -> None:
    """The heading left standing over an excluded article is no; as printed it attests the heading before …"""
    excluded = "art_2 | exclusion | 2-V, 2013-07-03 | on 2014-01-01"
    table = Table(f"{PARAGRAPHS}art_2 | excluded | heading: Bells", excluded, excluded, complete="2-V", until=HELD,
                  day=HELD)
    check(table, """
        art_2__heading | 2013-12-31 | yes attested
        art_2__heading | 2014-01-01 | no
        """)
    assert text(table, "art_2__heading", "2013-12-31") == "Bells"


def test_the_heading_over_an_excluded_article_whose_footnotes_were_dropped() -> None:
    """… it attests the heading before the exclusion; presumed: … for a heading, an act that amended its article (one
    that the footnote of the exclusion has dropped)."""
    table = Table(f"{PARAGRAPHS}art_2 | excluded | heading: Bells",
                  "art_2 | exclusion | 2-V, 2013-07-03 | on 2014-01-01", day=HELD)
    assert text(table, "art_2__heading", "2013-12-31") == "Bells"
    check(table, "art_2__heading | 2014-01-01 | no")


def test_a_heading_in_words_of_its_own() -> None:
    """The wording of a heading has its own grade: № 2-V worded it anew and left the body alone."""
    check(Table(PARAGRAPHS, "art_1__heading | substitution | 2-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__heading | 2013-12-31 | yes unknown
        art_1__heading | 2014-01-01 | yes attested
        art_1          | 2013-12-31 | yes attested
        art_1__para_1  | 2013-12-31 | yes attested
        art_1__para_3  | 2013-12-31 | yes attested
        """)


def test_the_title_of_the_law_is_a_heading_too() -> None:
    """The law's title (law__heading) is a provision."""
    renamed = "law__heading | modification | 2-V, 2013-07-03 | on 2014-01-01"
    table = Table(PARAGRAPHS, renamed, title="On clocks", day=HELD)
    check(table, """
        law__heading  | 2013-12-31 | yes unknown
        law__heading  | 2014-01-01 | yes attested
        art_1__para_1 | 2013-12-31 | yes attested
        """)
    assert text(table, "law__heading", "2014-01-01") == "On clocks"


def test_a_footnote_on_a_title_names_the_last_act_only() -> None:
    """A heading's footnote names the last act only: between two pages the title may have been a third one."""
    renamed = "law__heading | modification | 3-V, 2019-03-22 | on 2019-04-02"
    told = "art_1__para_2 | modification | 2-V, 2015-06-23 | on 2015-07-01"
    older = Table(PARAGRAPHS, title="On bells")
    check(Table(PARAGRAPHS, f"{renamed}\n{told}", title="On clocks", day=HELD, editions=(older,)), """
        law__heading | 2016-01-01 | yes unknown
        law__heading | 2019-04-02 | yes attested
        """)
    also = "law__heading | modification | 2-V, 2015-06-23 | on 2015-07-01"
    check(Table(PARAGRAPHS, renamed, also, title="On clocks", day=HELD), """
        law__heading | 2015-06-30 | yes unknown
        law__heading | 2016-01-01 | yes unknown
        law__heading | 2019-04-02 | yes attested
        """)


def test_words_replaced_throughout() -> None:
    """text_substitution (words replaced throughout): an act that changed the whole, and where is recorded nowhere; it
    neither inserts nor excludes."""
    check(Table(f"{PARAGRAPHS}art_2 | The tower shall stand.",
                "law | text_substitution | 2-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__para_1  | 2013-12-31 | yes unverified
        art_1__para_3  | 2013-12-31 | yes unverified
        art_1__heading | 2013-12-31 | yes unverified
        art_2          | 2013-12-31 | yes unverified
        art_2          | 2014-01-01 | yes attested
        """)


def test_words_replaced_by_an_act_whose_targets_are_all_told() -> None:
    """Complete: then it touched nothing else."""
    check(Table(PARAGRAPHS, "law | text_substitution | 2-V, 2013-07-03 | on 2014-01-01",
                "art_1__para_2 | modification | 2-V, 2013-07-03 | on 2014-01-01", complete="2-V", day=HELD), """
        art_1__para_1 | 2013-12-31 | yes attested
        art_1__para_2 | 2013-12-31 | yes unknown
        art_1__para_3 | 2013-12-31 | yes attested
        """)


def test_a_wording_that_no_source_prints_says_so() -> None:
    """lawgraph … always says which evidence (voice: "say why"): the paragraph stands in the official text only."""
    table = Table("art_1 | -\nart_1__para_1 | The clock shall strike.", day=HELD, editions=(
        Table("art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | Колокол звонит.", lang="rus", official=True,
              day=HELD),))
    check(table, "art_1__para_2 | 2015-01-01 | yes unknown")
    assert [each.kind for each in on(life_of(table), "art_1__para_2", "2015-01-01").because] == [ReasonKind.NO_TEXT]


def test_editions_in_other_languages_attest_no_wording() -> None:
    """Expression: the law in one language; the Russian text is not the English wording."""
    table = Table(PARAGRAPHS, day=HELD, editions=(
        Table("art_1 | -\nart_1__para_1 | Часы бьют.", lang="rus", day=HELD),))
    assert text(table, "art_1__para_1", "2015-01-01") == "The clock shall strike."
    assert text(replace(table, lang="rus", editions=(), printed="art_1 | Часы бьют."), "art_1", "2015-01-01") == (
        "Часы бьют.")
