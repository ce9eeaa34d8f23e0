"""Amendments: claims joined with facts; each test quotes the sentence of the design it stands for."""

from dataclasses import replace
from datetime import date

from lawgraph.evidence.amendments import join
from lawgraph.law.acts import as_known_on, notes_as_known_on
from lawgraph.law.amendments import Scope
from lives import RECORDED, Table, amended, check, findings, messages, sources_of

HELD = date(2020, 1, 1)
PRINTED = """
art_1         | - | heading: Clocks
art_1__para_1 | The clock shall strike.
art_1__para_2 | The bell shall ring.
art_1__para_3 | The keeper shall wind.
"""
FOOTNOTE = "art_1 | modification | 1-V, 2013-07-03 | on 2014-01-01"
BELL = "art_1__para_2 | modification | 1-V, 2013-07-03 | on 2014-01-01"
BELL_GONE = "art_1__para_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01"


def test_a_claim_alone() -> None:
    """Sources give claims (a footnote says so, at this place in the file)."""
    assert amended(Table(PRINTED, FOOTNOTE, day=HELD)) == ["1-V | art_1 | modification | 2014-01-01 | claim"]


def test_a_fact_alone() -> None:
    """… and facts (a dated, sourced record)."""
    assert amended(Table(PRINTED, facts=BELL, day=HELD)) == ["1-V | art_1__para_2 | modification | 2014-01-01 | fact"]


def test_claims_and_facts_of_one_change_are_one_amendment() -> None:
    """Amendment: a claim or several, joined with facts, on one target."""
    other = Table(PRINTED, BELL, lang="rus", day=HELD)
    assert amended(Table(PRINTED, BELL, BELL, day=HELD, editions=(other,))) == [
        "1-V | art_1__para_2 | modification | 2014-01-01 | fact, claim, claim"]


def test_changed_and_newly_worded_are_one_change() -> None:
    """Modification (changed, and the source does not say how): a source that does say how says more of the same."""
    assert amended(Table(PRINTED, BELL, BELL.replace("modification", "substitution"), day=HELD)) == [
        "1-V | art_1__para_2 | substitution | 2014-01-01 | fact, claim"]


def test_two_acts_on_one_target_are_two_amendments() -> None:
    """"… supplemented by Article 9-1 …; as amended by …" gives an insertion and a modification, both of art_9-1."""
    assert amended(Table(f"{PRINTED}art_9-1 | The rope shall hang.", """
        art_9-1 | insertion    | 1-V, 2013-07-03 | on 2014-01-01
        art_9-1 | modification | 2-V, 2014-07-03 | on 2015-01-01
        """, day=HELD)) == [
        "1-V | art_9-1 | insertion | 2014-01-01 | claim", "2-V | art_9-1 | modification | 2015-01-01 | claim"]


def test_acts_of_one_number_are_told_apart_by_their_day() -> None:
    """An act is identified by kind and issuer, number and day of adoption; older numbers repeat."""
    assert amended(Table(PRINTED, """
        art_1 | modification | 69, 2005-07-08 | on 2011-01-01
        art_1 | modification | 69, 2007-07-08 | on 2011-01-01
        art_1 | modification | order 69, 2007-07-08 | on 2011-01-01
        """, day=HELD)) == [
        "2005-07-08-69 | art_1 | modification | 2011-01-01 | claim",
        "2007-07-08-69 | art_1 | modification | 2011-01-01 | claim",
        "order-2007-07-08-69 | art_1 | modification | 2011-01-01 | claim"]


def test_a_foreseen_change_is_marked() -> None:
    """A note about a change that is only foreseen … has "pending": true."""
    assert amended(Table(PRINTED, f"{BELL} | pending", day=HELD)) == [
        "1-V | art_1__para_2 | modification | 2014-01-01 | foreseen"]


# A complete list explains a footnote


def test_a_complete_list_says_where_a_footnote_meant() -> None:
    """A footnote names the article; complete facts name the points: then it touched nothing else."""
    assert amended(Table(PRINTED, FOOTNOTE, BELL, complete="1-V", day=HELD)) == [
        "1-V | art_1__para_2 | modification | 2014-01-01 | fact, claim"]


def test_a_list_that_is_not_complete_leaves_the_footnote_open() -> None:
    """Located … complete when a fact says that the list … is whole: else the footnote may mean more."""
    assert amended(Table(PRINTED, FOOTNOTE, BELL, day=HELD)) == [
        "1-V | art_1 | modification | 2014-01-01 | claim", "1-V | art_1__para_2 | modification | 2014-01-01 | fact"]


def test_a_complete_list_without_the_article_contradicts_its_footnote() -> None:
    """A fact that contradicts a footnote yields a finding that shows both (and neither is dropped)."""
    table = Table(f"{PRINTED}art_2 | -\nart_2__para_1 | The tower shall stand.",
                  FOOTNOTE, "art_2__para_1 | modification | 1-V, 2013-07-03 | on 2014-01-01", complete="1-V", day=HELD)
    assert "error | claim_without_fact | art_1 | 1-V" in findings(table)
    told = next(each for each in messages(table) if "art_2__para_1" in each and "art_1" in each)
    assert "amendments/1-V.toml" in told
    assert "eng.txt" in told
    check(table, """
        art_1__para_1 | 2013-12-31 | presumed unverified
        art_2__para_1 | 2013-12-31 | yes attested
        art_2__para_1 | 2014-01-01 | yes unknown
        """)


def test_an_exclusion_that_a_complete_list_does_not_have() -> None:
    """A fact that contradicts a footnote yields a finding that shows both."""
    printed = PRINTED.replace("The bell shall ring.", "excluded")
    assert findings(Table(printed, BELL_GONE, BELL, complete="1-V", day=HELD))[0] == (
        "error | claim_without_fact | art_1__para_2 | 1-V")


def test_an_action_that_a_fact_tells_otherwise() -> None:
    """A fact that contradicts a footnote yields a finding that shows both (excluded or newly worded? the list of
    targets is not whole, yet this target is told)."""
    printed = PRINTED.replace("The bell shall ring.", "excluded")
    table = Table(printed, BELL_GONE, BELL.replace("modification", "substitution"), day=HELD)
    assert [each for each in messages(table) if "exclusion" in each and "substitution" in each]


def test_agreement_is_no_finding() -> None:
    """A fact that *contradicts* a footnote …"""
    assert findings(Table(PRINTED, FOOTNOTE, BELL, complete="1-V", day=HELD)) == []
    assert findings(Table(PRINTED, BELL, BELL, day=HELD)) == []


def test_a_footnote_on_one_part_is_not_explained_by_a_change_on_another_day() -> None:
    """Operation belongs to act and target: an act may have several first days."""
    table = Table(PRINTED, FOOTNOTE, f"{BELL} | own 2016-01-01", complete="1-V", day=HELD)
    assert amended(table) == ["1-V | art_1 | modification | 2014-01-01 | claim",
                              "1-V | art_1__para_2 | modification | 2016-01-01 | fact"]


def test_how_far_a_change_reaches() -> None:
    """A change claimed of an article is a change somewhere in it. In a complete list a change of a container means its
    own text alone (__intro). A whole … restated or excluded article stands for all its parts."""
    def scopes(table: Table) -> set[Scope]:
        return {each.scope for each in join(sources_of(table)).amendments}

    assert scopes(Table(PRINTED, FOOTNOTE, day=HELD)) == {Scope.SOMEWHERE}
    assert scopes(Table(PRINTED, facts=FOOTNOTE, day=HELD)) == {Scope.SOMEWHERE}
    assert scopes(Table(PRINTED, facts=FOOTNOTE, complete="1-V", day=HELD)) == {Scope.OWN_TEXT}
    assert scopes(Table(PRINTED, facts=FOOTNOTE.replace("art_1 ", "art_1__intro "), day=HELD)) == {Scope.OWN_TEXT}
    for action in ("insertion", "substitution", "exclusion"):
        assert scopes(Table(PRINTED, facts=FOOTNOTE.replace("modification", action), day=HELD)) == {Scope.WHOLE}


# Facts are dated


def test_a_fact_is_known_from_the_day_it_was_recorded() -> None:
    """Each fact names its source, how sure it is, and the day it was recorded."""
    law = sources_of(Table(PRINTED, facts=BELL, published="1-V, 2013-07-03 | 2013-07-10", complete="1-V", until=HELD))
    before, record = date.fromordinal(RECORDED.toordinal() - 1), law.records[0]
    assert as_known_on(record, before) is None
    assert as_known_on(record, RECORDED) == record
    assert notes_as_known_on(law.notes, before).acts_complete_until is None
    assert notes_as_known_on(law.notes, RECORDED) == law.notes


def test_change_a_fact_and_every_date_follows() -> None:
    """Validity is derived, never written by hand …; change a fact and every date follows."""
    table = Table(PRINTED, BELL.replace("on 2014-01-01", "10 days"), day=HELD)
    check(table, "art_1__para_2 | 2013-08-01 | yes unknown")
    check(replace(table, published="1-V, 2013-07-03 | 2013-07-10"), """
        art_1__para_2 | 2013-07-20 | yes unknown
        art_1__para_2 | 2013-07-21 | yes attested
        """)
