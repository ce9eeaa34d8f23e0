"""Several editions of one law, merged: what their likeness and their difference tell, and where they contradict."""

from dataclasses import replace
from datetime import date

import pytest

from lawgraph.evidence.dating import redated
from lawgraph.evidence.model import alike
from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.evidence.uptake import Taken
from lawgraph.law.amendments import Dating
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.days import Ground
from lawgraph.law.versions import ReasonKind
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from lawgraph.timeline.history import History, trace
from lives import Table, answer, check, findings, life_of, messages, on, operative, versions
from odd_laws import answer as odd_answer
from odd_laws import law as odd_law
from odd_laws import life as odd_life
from odd_laws import whole

EARLY, HELD = date(2013, 1, 1), date(2020, 1, 1)
PRINTED = """
art_1         | -
art_1__para_1 | The clock shall strike.
art_1__para_2 | The bell shall ring.
art_1__para_3 | The keeper shall wind.
"""
CHIMED = PRINTED.replace("ring", "chime")
FIRST = "art_1 | modification | 1-V, 2013-07-03 | 10 days"
SECOND = "art_1 | modification | 2-V, 2015-07-03 | on 2016-01-01"
REWORDED = "art_1 | substitution | 2-V, 2015-07-03 | on 2016-01-01"


def two(later: str, claims: str) -> Table:
    """Return a law of which an edition of 2013 prints the clock, and one of 2020 something else with its footnotes."""
    return Table(PRINTED, day=EARLY, editions=(Table(later, claims, day=HELD),))


def kinds(table: Table) -> list[str]:
    return [each.split(" | ")[1] for each in findings(table)]


def located(table: Table) -> list[str]:
    """Return the changes that merging locates, as `act | target | action`."""
    return [f"{each.act.name} | {each.target} | {each.action}" for each in life_of(table).amendments
            if each.act and any(clause.ground is Ground.ONLY_ACT_BETWEEN for clause in each.operative.basis.clauses)]


# Alike


def test_each_edition_attests_its_own_wording_on_its_day() -> None:
    """Each edition attests its own wordings on its day."""
    table = two(CHIMED, f"{FIRST}\n{SECOND}")
    assert on(life_of(table), "art_1__para_2", "2013-01-01").text == "The bell shall ring."
    assert on(life_of(table), "art_1__para_2", "2020-01-01").text == "The bell shall chime."


def test_spaces_beside_signs_are_no_change_of_wording() -> None:
    assert alike("Подъезд ,а также лестница (железная ) - свободны .", "Подъезд, а также лестница (железная) – свободны.")
    assert alike("№5 и № 6 – запасные", "№ 5 и №6 - запасные")
    assert not alike("в место", "вместо")
    assert not alike("1 1", "11")


def test_what_the_one_act_between_left_alike_it_did_not_touch() -> None:
    """Identical wording in the edition before and after an act proves that this act did not touch the provision: the
    last number of the list was there and was worded so on every day, also on those of which the act's start is open."""
    check(two(CHIMED, FIRST), """
        art_1__para_3 | 2010-05-10 | yes attested
        art_1__para_3 | 2013-07-20 | yes attested
        art_1__para_3 | 2013-08-13 | yes attested
        art_1         | 2013-07-20 | yes attested
        """)
    check(Table(CHIMED, FIRST, day=HELD), "art_1__para_3 | 2013-07-20 | possible unverified")


def test_what_two_acts_left_alike_they_hardly_touched() -> None:
    """… careful: A, then B, then A again; only with a single act between."""
    table = two(PRINTED, f"{FIRST}\n{SECOND}")
    check(table, """
        art_1__para_3 | 2013-07-13 | yes attested
        art_1__para_3 | 2013-09-01 | presumed presumed
        art_1__para_3 | 2016-01-01 | yes attested
        """)
    reasons = on(life_of(table), "art_1__para_3", "2013-09-01").because
    assert {each.kind for each in reasons} == {ReasonKind.SAME_AROUND}


def test_alike_across_a_new_wording_is_attested_where_every_act_is_known() -> None:
    """Two editions with the same wording and no amendment between attest the time between, if the list of acts is
    complete for it; № 2-V said anew what the paragraph had said."""
    known = replace(two(PRINTED, REWORDED), facts=REWORDED, complete="2-V", until=HELD)
    check(known, """
        art_1__para_1 | 2015-12-31 | yes attested
        art_1__para_1 | 2016-01-01 | yes attested
        """)


def test_alike_across_a_new_wording_is_presumed_where_a_footnote_may_have_dropped_acts() -> None:
    """… else presumed. So are the days before an edition without a note: of an earlier act the note may be lost."""
    check(two(PRINTED, REWORDED), """
        art_1__para_1 | 2012-12-31 | presumed presumed
        art_1__para_1 | 2013-01-01 | yes attested
        art_1__para_1 | 2013-01-02 | presumed presumed
        art_1__para_1 | 2016-01-01 | yes attested
        """)


def test_words_replaced_throughout_are_ruled_out_by_likeness() -> None:
    """Identical wording … proves that this act did not touch that provision: whatever the act is said to have done."""
    words = "law | text_substitution | 1-V, 2013-07-03 | on 2014-01-01"
    check(two(CHIMED, words), """
        art_1__para_3 | 2010-05-10 | yes attested
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes attested
        """)
    assert located(two(CHIMED, words)) == ["1-V | art_1__para_2 | modification"]


def test_typography_is_no_change_of_wording() -> None:
    """Typographic differences between editions (spaces, quotes, «ё», dashes) are not changes of wording, nor is the
    mark that the place in a list gives."""
    one = "art_1 | -\nart_1__para_1 | Учёт «лиц» – обязанность;"
    other = 'art_1 | -\nart_1__para_1 | Учет  "лиц" - обязанность.'
    table = Table(one, day=EARLY, editions=(Table(other, FIRST, day=HELD),))
    check(table, "art_1__para_1 | 2013-07-20 | yes attested")
    assert "editions_contradict" not in kinds(replace(table, editions=(Table(other, day=HELD),)))


def test_likeness_tells_nothing_of_an_act_said_to_have_changed_this_very_thing() -> None:
    """An edition that contradicts a footnote is a finding with both places; the footnote is not overruled."""
    table = two(PRINTED, "art_1__para_2 | modification | 1-V, 2013-07-03 | on 2014-01-01")
    check(table, "art_1__para_2 | 2013-12-31 | yes attested")
    assert kinds(table) == ["editions_without_difference"]
    told = ("№ 1-V is said to have made a modification of art_1__para_2, but eng.txt, line 3, and eng1.txt, line 3, "
            "print the same")
    assert messages(table) == [told]


# Different


def test_a_difference_is_the_work_of_the_one_act_between() -> None:
    """A difference between two editions is assigned to the act whose operation lies between: settled if it is the only
    one. The earlier wording, of which the later edition knew nothing, is attested up to the act."""
    table = two(CHIMED, FIRST)
    assert located(table) == ["1-V | art_1__para_2 | modification"]
    check(table, """
        art_1__para_2 | 2010-05-10 | yes attested
        art_1__para_2 | 2013-07-13 | yes attested
        art_1__para_2 | 2013-07-20 | yes unknown
        art_1__para_2 | 2013-08-13 | yes attested
        """)


def test_an_earlier_wording_becomes_known() -> None:
    """Edition A (2012) prints point 9 old, B (2019) new, and № 58-VI substituted it from 2017-05-01: the old wording is
    attested from A's day to 2017-04-30."""
    old = "art_7 | The keeper shall:\nart_7__point_8 | wind the clock;\nart_7__point_9 | oil the bell."
    claim = "art_7__point_9 | substitution | 58-VI, 2017-04-18 | on 2017-05-01"
    table = Table(old, day=date(2012, 1, 18), editions=(
        Table(old.replace("oil", "tune"), claim, claim, complete="58-VI", day=date(2019, 6, 1)),))
    assert [each.text for each in versions(life_of(table), "art_7__point_9")][-3:] == [
        "oil the bell.", "tune the bell.", "tune the bell."]
    check(table, "art_7__point_9 | 2012-01-18 | yes attested\nart_7__point_9 | 2017-05-01 | yes attested")
    known = replace(table, facts=claim, complete="58-VI", until=date(2019, 6, 1))
    check(known, "art_7__point_9 | 2017-04-30 | yes attested")


def test_a_difference_among_several_acts_stays_among_them() -> None:
    """… candidates if several (interval over them)."""
    table = two(CHIMED, f"{FIRST}\n{SECOND}")
    assert located(table) == []
    check(table, """
        art_1__para_2 | 2013-07-13 | yes attested
        art_1__para_2 | 2015-01-01 | presumed unverified
        art_1__para_2 | 2016-01-01 | yes attested
        """)


def test_an_edition_between_two_acts_tells_them_apart() -> None:
    """Each neighbouring pair is held against each other: № 1-V changed the bell, № 2-V the keeper."""
    middle = Table(CHIMED, FIRST, day=date(2014, 1, 1))
    last = Table(CHIMED.replace("wind", "oil"), f"{FIRST}\n{SECOND}", day=HELD)
    table = Table(PRINTED, day=EARLY, editions=(last, middle))
    assert located(table) == ["1-V | art_1__para_2 | modification", "2-V | art_1__para_3 | modification"]
    check(table, """
        art_1__para_3 | 2013-07-20 | yes attested
        art_1__para_2 | 2015-12-31 | yes attested
        art_1__para_1 | 2010-05-10 | yes attested
        """)


def test_an_earlier_wording_is_presumed_where_only_acts_that_nothing_tells_of_can_lie_between() -> None:
    """… presumed if not known complete: the new wording of the article has dropped earlier footnotes."""
    check(two(CHIMED, REWORDED), """
        art_1__para_2 | 2013-01-02 | presumed presumed
        art_1__para_2 | 2015-12-31 | presumed presumed
        art_1__para_2 | 2016-01-01 | yes attested
        """)


def test_an_earlier_wording_is_not_held_where_an_act_told_of_elsewhere_may_have_been_dropped() -> None:
    """… № 1-V changed another article in between, and perhaps this one, of which the footnote would be dropped."""
    tower = "art_2 | The tower shall stand."
    table = Table(f"{PRINTED}\n{tower}", day=EARLY, editions=(
        Table(f"{CHIMED}\n{tower}", f"{REWORDED}\n{FIRST.replace('art_1', 'art_2')}", day=HELD),))
    check(table, """
        art_1__para_2 | 2013-01-01 | yes attested
        art_1__para_2 | 2013-01-02 | presumed unknown
        art_1__para_2 | 2016-01-01 | yes attested
        """)


def test_an_earlier_edition_still_tells_what_a_later_footnote_dropped() -> None:
    """The acts that a footnote dropped lie after the last edition before the new wording: what that one tells of the
    days before is whole."""
    earlier = Table(PRINTED, "art_1__para_2 | modification | 9-IV, 2011-07-03 | on 2012-01-01", day=EARLY)
    check(replace(earlier, editions=(Table(CHIMED, REWORDED, day=HELD),)), """
        art_1__para_3 | 2010-05-10 | yes attested
        art_1__para_2 | 2011-12-31 | yes unknown
        art_1__para_2 | 2012-01-01 | yes attested
        """)


def test_a_heading_newly_worded_twice() -> None:
    """A footnote on the new wording of a heading has dropped the one before: № 1-V may have worded it too."""
    one, other = "art_1 | - | heading: Clocks", "art_1 | - | heading: Bells"
    table = Table(one, day=EARLY, editions=(
        Table(f"{other}\nart_2 | The tower shall stand.",
              f"art_1__heading | substitution | 2-V, 2015-07-03 | on 2016-01-01\n{FIRST.replace('art_1', 'art_2')}",
              day=HELD),))
    check(table, """
        art_1__heading | 2013-01-01 | yes attested
        art_1__heading | 2014-01-01 | yes unknown
        art_1__heading | 2016-01-01 | yes attested
        """)


# There and not there


def test_what_the_earlier_edition_lacks_the_one_act_inserted() -> None:
    """A difference in presence is assigned to the act whose operation lies between: an ordinary number, too."""
    table = two(f"{PRINTED}\nart_1__para_4 | The rope shall hang.", FIRST)
    assert located(table) == ["1-V | art_1__para_4 | insertion"]
    check(table, """
        art_1__para_4 | 2010-05-10 | no
        art_1__para_4 | 2013-07-13 | no
        art_1__para_4 | 2013-07-20 | possible unknown
        art_1__para_4 | 2013-08-13 | yes attested
        art_1__para_3 | 2013-07-20 | yes attested
        """)


def test_what_the_later_edition_lacks_the_one_act_excluded() -> None:
    """… or excluded: unnumbered parts leave no editorial line behind."""
    table = Table(f"{PRINTED}\nart_1__al_2 | The rope shall hang.", day=EARLY,
                  editions=(Table(PRINTED, FIRST, day=HELD),))
    assert located(table) == ["1-V | art_1__al_2 | exclusion"]
    check(table, """
        art_1__al_2 | 2013-07-13 | yes attested
        art_1__al_2 | 2013-08-13 | no
        art_1__al_2 | 2020-01-01 | no
        """)


def test_what_one_of_several_acts_brought_is_possible_among_them() -> None:
    """… candidates if several: absent up to the first of them, there from the last."""
    check(two(f"{PRINTED}\nart_1__para_4 | The rope shall hang.", f"{FIRST}\n{SECOND}"), """
        art_1__para_4 | 2013-07-13 | no
        art_1__para_4 | 2015-01-01 | possible unverified
        art_1__para_4 | 2016-01-01 | yes attested
        """)


def test_an_edition_without_it_rules_candidates_out() -> None:
    """Of the acts that may have inserted n-m, those that an edition shows without it have not."""
    rope = f"{PRINTED}\nart_1__para_2-1 | The rope shall hang."
    both = f"{FIRST}\n{SECOND}"
    check(Table(rope, both, day=HELD), "art_1__para_2-1 | 2014-06-01 | possible unknown")
    check(Table(rope, both, day=HELD, editions=(Table(PRINTED, FIRST, day=date(2014, 1, 1)),)), """
        art_1__para_2-1 | 2014-06-01 | no
        art_1__para_2-1 | 2015-12-31 | no
        art_1__para_2-1 | 2016-01-01 | yes attested
        """)


def test_what_an_unnamed_act_inserted_came_after_the_edition_that_lacks_it() -> None:
    """An inserted number that no act explains: possible up to the edition that prints it, for the other one may have
    misprinted it."""
    check(two(f"{PRINTED}\nart_1__para_2-1 | The rope shall hang.", ""), """
        art_1__para_2-1 | 2013-01-01 | possible unknown
        art_1__para_2-1 | 2013-01-02 | possible unknown
        art_1__para_2-1 | 2020-01-01 | yes attested
        """)


# Lagging and doubtful editions


def test_an_edition_that_lags_tells_nothing_of_the_act_that_it_lacks() -> None:
    """Translations that lag: one of 2015 without № 1-V of 2013 may have taken up a part of it, so what is alike in it
    and in a later one proves nothing."""
    table = Table(PRINTED, day=date(2015, 1, 1), editions=(Table(PRINTED, FIRST, day=HELD),))
    check(table, "art_1__para_3 | 2013-07-20 | possible unverified")


def test_what_both_editions_lack_leaves_their_likeness_without_meaning() -> None:
    """… neither prints what the law said: № 9-IV, told by a fact, had changed the words that № 1-V replaced."""
    words = "law | text_substitution | 1-V, 2013-07-03 | on 2014-01-01"
    lacking = "art_1__para_2 | modification | 9-IV, 2011-07-03 | on 2012-01-01 | not in eng | later A lamp shall burn."
    check(replace(two(PRINTED, words), facts=lacking, complete="9-IV"), """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-01-01 | yes unverified
        art_1__para_3 | 2014-01-01 | yes attested
        """)


def test_an_act_left_to_itself_may_start_in_parts() -> None:
    """ "see Article 2" defers to the act itself: an edition without a day may show its first part only."""
    deferred = FIRST.replace("10 days", "see Article 2")
    table = Table(PRINTED, deferred, editions=(Table(CHIMED, f"{deferred}\n{SECOND}"),))
    assert located(table) == []
    assert answer(life_of(table), "art_1__para_3", "2015-01-01").endswith("unverified")


def test_a_note_at_the_head_of_the_law_tells_nothing_of_a_later_part() -> None:
    """… № 1-V replaced words in Article 2 in 2014, as the note tells, and the bell in 2015, of which nothing tells."""
    printed = f"{PRINTED}\nart_2 | The tower shall stand."
    facts = """
        art_2         | modification | 1-V, 2013-07-03 | unstated | own 2014-01-01
        art_1__para_2 | substitution | 1-V, 2013-07-03 | unstated | own 2015-01-01
        """
    check(Table(printed, "law | text_substitution | 1-V, 2013-07-03 | see Article 2", facts, complete="1-V", until=HELD,
                editions=(Table(printed, day=EARLY),)), """
        art_1__para_2 | 2013-07-02 | yes attested
        art_1__para_2 | 2015-01-01 | yes unknown
        """)


def test_the_later_part_of_an_act_left_to_itself_is_not_in_the_earlier_edition() -> None:
    """… and one with a day shows only what had begun by then."""
    deferred = FIRST.replace("10 days", "see Article 2")
    table = Table(PRINTED, deferred, day=date(2014, 1, 1), editions=(Table(CHIMED, deferred, day=HELD),))
    check(table, """
        art_1__para_2 | 2014-01-01 | presumed unverified
        art_1__para_2 | 2020-01-01 | yes attested
        """)


def test_what_was_checked_in_the_newest_edition_tells_nothing_of_an_older_one() -> None:
    """`reflected` per language: a change found in the newest edition need not be in an older one without a day."""
    fact = "art_1__para_2 | modification | 1-V, 2013-07-03 | 10 days | in eng"
    table = Table(CHIMED, FIRST, fact, complete="1-V", day=HELD, editions=(Table(PRINTED, day=EARLY),))
    check(table, """
        art_1__para_2 | 2013-07-13 | yes attested
        art_1__para_2 | 2013-08-13 | yes attested
        """)


def test_official_editions_decide_how_far_the_sources_speak() -> None:
    """A translation may lag without a word, so beside official editions its day moves no horizon."""
    official = Table("art_1 | -\nart_1__para_1 | Часы бьют.", lang="rus", official=True, day=EARLY)
    check(Table("art_1 | -\nart_1__para_1 | The clock shall strike.", day=HELD, editions=(official,)), """
        art_1__para_1 | 2013-01-01 | yes attested
        art_1__para_1 | 2013-01-02 | presumed presumed
        """)


def test_translations_beside_official_editions_locate_nothing() -> None:
    """… and what differs between two translations may be a translator's work."""
    official = Table("art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | Колокол звонит.", FIRST, lang="rus",
                     official=True, day=HELD)
    assert located(two(CHIMED, FIRST)) == ["1-V | art_1__para_2 | modification"]
    assert located(replace(two(CHIMED, FIRST), editions=(*two(CHIMED, FIRST).editions, official))) == []


def test_a_translation_does_not_tell_what_an_official_footnote_dropped() -> None:
    """… and it narrows nothing: № 2-V may have dropped an act that the translation of 2015 left out."""
    official = Table("art_1 | -\nart_1__para_1 | Часы бьют.", REWORDED, lang="rus", official=True, day=HELD)
    table = Table("art_1 | -\nart_1__para_1 | The clock shall strike.", day=date(2015, 1, 1), editions=(official,))
    assert answer(life_of(table), "art_1__para_1", "2014-01-01") == "possible unknown"


# Dated by adoption


SHOWN_AHEAD = Table(CHIMED, FIRST, day=date(2013, 7, 3))


def test_an_edition_dated_by_adoption_is_recognised() -> None:
    """Recognised by evidence: the edition's stated day lies before the earliest operation of an act that it shows."""
    assert kinds(SHOWN_AHEAD) == ["edition_dated_by_adoption"]
    told = ("eng.txt is dated 2013-07-03 by adoption, not by operation (it shows art_1 as changed by № 1-V, which began "
            "to operate later): the day bounds no day of operation")
    assert messages(SHOWN_AHEAD) == [told]
    assert "edition_dated_by_adoption" not in kinds(replace(SHOWN_AHEAD, day=date(2013, 8, 13)))


def test_a_manifest_may_say_that_an_edition_is_dated_by_adoption() -> None:
    """Recognised by the manifest: dated_by = "adoption"."""
    table = Table(PRINTED, SECOND, day=HELD, dated_by=Dating.ADOPTION)
    assert kinds(table) == ["edition_dated_by_adoption"]
    assert "its manifest says so" in messages(table)[0]


def test_a_day_of_adoption_shifts_no_day_of_operation() -> None:
    """… and never used to shift a day of operation: neither of the act that made it nor of another one."""
    published = replace(SHOWN_AHEAD, claims="art_1 | modification | 1-V, 2013-07-03 | on publication")
    assert operative(published, "art_1", "1-V") == ["2013-07-03 .. 2013-08-02"]
    check(published, "art_1__para_2 | 2013-07-03 | presumed unverified")
    other = replace(SHOWN_AHEAD, claims=f"{FIRST}\nart_1 | modification | 9-IV, 2013-06-25 | 10 days")
    life = life_of(other)
    assert {each.operative.latest for each in life.amendments if each.act and each.act.name == "9-IV"} == {
        date(2013, 8, 5)}


def test_an_edition_dated_by_adoption_speaks_for_the_last_act_that_it_shows() -> None:
    """Such an edition speaks for the day of operation of the last act it shows (as an undated one), not its stated
    day: the bell did not chime yet on the day of the adoption."""
    table = Table(CHIMED, FIRST, day=date(2013, 7, 3), editions=(
        Table(PRINTED, day=EARLY), Table(CHIMED, FIRST, day=HELD)))
    check(table, """
        art_1__para_2 | 2013-07-03 | yes attested
        art_1__para_2 | 2013-07-20 | yes unknown
        art_1__para_2 | 2013-08-13 | yes attested
        """)
    assert on(life_of(table), "art_1__para_2", "2013-07-03").text == "The bell shall ring."


def test_an_edition_dated_by_adoption_tells_of_acts_up_to_its_day() -> None:
    """An act adopted after it may come before what it shows, so its horizon is its day."""
    check(SHOWN_AHEAD, """
        art_1__para_1 | 2013-07-03 | presumed unverified
        art_1__para_1 | 2013-08-13 | presumed presumed
        """)


# Contradictions


def test_two_editions_of_one_day_that_differ() -> None:
    """Two editions of the same day and language that differ: a finding with both places, and neither is attested."""
    table = Table(PRINTED, day=HELD, editions=(Table(CHIMED, day=HELD),))
    told = ("eng.txt, line 3, and eng1.txt, line 3, print different wordings of art_1__para_2, though no act that is "
            "known lies between them")
    assert messages(table) == [told]
    check(table, """
        art_1__para_2 | 2015-01-01 | yes unverified
        art_1__para_3 | 2015-01-01 | yes attested
        """)


def test_an_edition_that_lacks_what_another_prints_without_an_act() -> None:
    """What an edition lacks without a line in its place, and without an act, it may have misprinted: a finding."""
    table = two(f"{PRINTED}\nart_1__para_4 | The rope shall hang.\nart_1__para_4__point_1 | high;", "")
    assert [each for each in messages(table) if "eng1.txt, line 5, prints art_1__para_4, and eng.txt" in each]
    assert not [each for each in messages(table) if each.startswith("eng1.txt, line 6")]
    check(table, """
        art_1__para_4 | 2013-01-01 | possible unknown
        art_1__para_4 | 2015-01-01 | possible unknown
        art_1__para_4 | 2020-01-01 | yes attested
        """)


def test_two_editions_that_differ_with_no_act_between_are_each_right_of_their_own_day() -> None:
    """Between them an unnamed act lies: no text is shown there, one of the two is offered, and a reason is given.

    There may be two: one that excluded the paragraph, and one that brought another under its number.
    """
    table = two(CHIMED, "")
    check(table, """
        art_1__para_2 | 2013-01-01 | yes attested
        art_1__para_2 | 2015-01-01 | presumed unknown
        art_1__para_2 | 2020-01-01 | yes attested
        art_1__para_3 | 2015-01-01 | yes attested
        """)
    between = on(life_of(table), "art_1__para_2", "2015-01-01")
    assert [each.kind for each in between.because] == [ReasonKind.UNRECORDED]
    assert between.text is None
    assert [(each.text, str(each.first), str(each.before)) for each in between.nearest] == [
        ("The bell shall chime.", "2020-01-01", "None"), ("The bell shall ring.", "2010-05-10", "2013-01-02")]


def test_an_edition_that_prints_what_a_footnote_elsewhere_says_was_excluded() -> None:
    """An edition that contradicts a footnote of another edition is a finding with both places (file and line)."""
    gone = "art_1__para_2 | exclusion | 9-IV, 2011-07-03 | on 2012-01-01"
    later = PRINTED.replace("The bell shall ring.", "excluded")
    table = Table(PRINTED, day=EARLY, editions=(Table(later, gone, day=HELD),))
    assert ("eng.txt, line 3, prints art_1__para_2, but eng1.txt, line 100, tells of its exclusion by № 9-IV before "
            "2013-01-01") in messages(table)
    assert "edition_contradicts_footnote" in kinds(table)
    agreeing = replace(table, day=date(2011, 8, 1))
    assert "edition_contradicts_footnote" not in kinds(agreeing)


# Silence


def test_an_edition_that_foresees_a_change_after_its_day_tells_nothing_of_before() -> None:
    """A note on what is to come that stands there after its day: nobody knows whether the change was made or called off."""
    noted = "art_1__para_3 | modification | 9-IV, 2011-01-01 | on 2011-06-01"
    table = Table(PRINTED, f"{noted}\nart_1 | modification | 1-V, 2013-07-03 | on 2014-01-01 | pending", day=HELD, official=True)
    check(table, """
        art_1__para_2 | 2013-01-01 | yes unverified
        art_1__para_2 | 2014-06-01 | presumed unverified
        art_1__para_2 | 2020-01-01 | yes attested
        """)


def test_a_translation_without_notes_is_of_no_time_before_or_after_a_change() -> None:
    russian = Table(PRINTED, "art_1__para_2 | substitution | 1-V, 2013-07-03 | on 2014-01-01", lang="rus", official=True, day=HELD)
    for day in (HELD, None):
        table = replace(Table(PRINTED, day=day), editions=(russian,))
        check(table, """
            art_1__para_2 | 2013-01-01 | yes unknown
            art_1__para_2 | 2020-01-01 | yes unknown
            art_1__para_1 | 2013-01-01 | yes attested
            """)


def test_a_heading_that_one_of_two_editions_lacks_was_changed_between() -> None:
    """… where that edition prints the headings of others; one without any is a copy that has lost them."""
    text = "Статья 1. Ход\n\nЧасы идут.\n\nСтатья 2. Бой\n\nБой громкий.\n\n"
    for one, other in ((text, text.replace(" Бой\n", "\n")), (text.replace(" Бой\n", "\n"), text)):
        lived = odd_life(odd_law(one), odd_law(other))
        assert odd_answer(lived, "art_2__heading", date(2019, 6, 1)) == "yes unknown"
    bare = "Статья 1.\n\nЧасы идут.\n\nСтатья 2.\n\nБой громкий.\n\n"
    assert odd_answer(odd_life(odd_law(text), odd_law(bare).replace("Статья 4. Начало", "Статья 4.")), "art_2__heading", date(2019, 6, 1)) != "yes unknown"


def test_what_a_page_cut_off_between_two_wordings_lacks_may_have_changed_on_either_side_of_it() -> None:
    """The wording of the later edition was sure from the day of the page that does not print it."""
    days = {date(2018, 1, 1): "Бой громкий.", date(2019, 1, 1): "", date(2021, 1, 1): "Бой тихий."}
    texts = {day: odd_law(f"Статья 1. Ход\n\nЧасы идут.\n\nСтатья 2. Бой\n\n{text}\n\n") for day, text in days.items()}
    texts[date(2019, 1, 1)] = texts[date(2019, 1, 1)].split("Статья 2.")[0]
    editions = tuple(Edition("rus", f"{day}.txt", parse(read(text.encode(), "law"), "rus"), official=True, day=day) for day, text in texts.items())
    lived = trace(LawSources("Z1", "5-VI", date(2017, 2, 1), Act("5-VI", date(2017, 2, 1), ActKind.LAW), editions), "rus")
    assert [odd_answer(lived, "art_2", day) for day in days] == ["yes attested", "possible unknown", "yes attested"]
    assert odd_answer(lived, "art_2", date(2020, 1, 1)) == "possible unknown"


def test_what_a_translation_says_of_an_end_against_its_own_text_ends_nothing_for_sure() -> None:
    note = "Footnote. Article 3 is excluded by the Law of the Republic of Kazakhstan dated 05.05.2019 № 250-VI (shall be enforced from 01.07.2019)."
    english = odd_law(whole("eng") + f"{note}\n\n", "eng")
    editions = tuple(Edition(lang, f"{lang}.txt", parse(read(text.encode(), "law"), lang), official=lang == "rus", retrieved=date(2024, 1, 1))
                     for lang, text in (("rus", odd_law(whole())), ("eng", english)))
    lived = trace(LawSources("Z1", "5-VI", date(2017, 2, 1), Act("5-VI", date(2017, 2, 1), ActKind.LAW), editions), "rus")
    assert odd_answer(lived, "art_3", date(2022, 1, 1)).split()[0] == "possible"


def test_a_page_that_tells_of_an_act_and_lacks_the_words_that_a_fact_gives_it_leaves_them_open() -> None:
    """One of the two is wrong: the fact on the words, or the page that was saved after the act began."""
    facts = "art_1__para_2 | modification | 1-V, 2013-07-03 | 10 days | later The bell shall chime."
    page = Table(PRINTED, FIRST, facts, complete="1-V", until=HELD, retrieved=HELD, official=True)
    assert answer(life_of(page), "art_1__para_2", "2014-01-01") == "yes unknown"
    shown = replace(page, printed=CHIMED)
    assert answer(life_of(shown), "art_1__para_2", "2014-01-01") == "yes attested"


def test_an_official_text_without_a_list_of_acts_does_not_overrule_that_of_a_translation() -> None:
    """The list of the acts that changed Article 1 may be lost: another paragraph may have got that number by them."""
    english = Table(PRINTED, FIRST)
    official = replace(english, claims="", lang="rus", official=True, day=HELD)
    table = replace(official, editions=(english,), until=HELD)
    assert answer(life_of(table), "art_1__para_2", "2012-01-01") == "presumed unverified"
    listed = replace(table, claims="art_1 | modification | 9-IV, 2011-07-03 | on 2012-01-01")
    assert answer(life_of(listed), "art_1__para_2", "2012-06-01") == "yes unverified"


def test_what_a_change_made_of_other_words_tells_nothing_of_those_before() -> None:
    """An edition dated by adoption shows № 2-V ahead of № 1-V: that № 2-V left alike what № 1-V worded is no likeness."""
    words = "law | text_substitution | 2-V, 2012-07-03 | on 2016-01-01"
    ahead = Table(PRINTED, words, day=date(2012, 7, 3), dated_by=Dating.ADOPTION)
    table = replace(ahead, editions=(Table(CHIMED, FIRST, day=date(2014, 1, 1)), Table(CHIMED, f"{FIRST}\n{words}", day=HELD)))
    assert not answer(life_of(table), "art_1__para_2", "2011-01-01").endswith(" attested")


def test_a_note_that_is_not_understood_may_tell_that_its_edition_is_dated_by_adoption() -> None:
    """… by the day of the act that it names, which is the edition's own."""
    told = odd_law(whole()).replace("Статья 3.", "Статья изменена в соответствии с Законом РК от 10.06.2021 № 72-VII "
                                    "(см. старую редакцию).\n\n      Статья 3.", 1)
    edition = Edition("rus", "rus.txt", parse(read(told.encode(), "law"), "rus"), official=True, day=date(2021, 6, 10))
    law = LawSources("Z1", "5-VI", date(2017, 2, 1), Act("5-VI", date(2017, 2, 1), ActKind.LAW), (edition,))
    assert [each.kind for each in redated(law).findings] == ["edition_dated_by_adoption"]
    assert not redated(replace(law, editions=(replace(edition, day=date(2021, 6, 11)),))).findings


def test_a_suspension_that_would_end_before_it_begins_may_have_begun_since_its_act_was_adopted() -> None:
    """The day that the note tells is of another change by that act: the fact gives the suspension none of its own."""
    facts = "art_1 | suspension | 1-V, 2013-07-03 | unstated | until 2015-01-01"
    table = Table(PRINTED, "art_1 | modification | 1-V, 2013-07-03 | on 2016-01-01", facts, retrieved=HELD,
                  editions=(Table(PRINTED, day=EARLY),))
    assert answer(life_of(table), "art_1", "2013-06-30").split()[0] == "yes"
    assert answer(life_of(table), "art_1", "2014-01-01").split()[0] != "yes"


def test_a_page_that_tells_of_what_was_brought_and_does_not_print_it_proves_no_absence() -> None:
    """It may have been ended since, by an act of which the page tells no more, or be lost from the page."""
    check(Table(PRINTED, "art_1__para_4 | insertion | 9-IV, 2011-07-03 | on 2012-01-01", lang="rus", official=True, day=HELD), """
        art_1__para_4 | 2011-12-31 | no
        art_1__para_4 | 2012-01-01 | possible unknown
        art_1__para_3 | 2013-01-01 | yes attested
        """)


BROUGHT = "art_1__para_2 | insertion | 9-IV, 2011-07-03 | on 2012-01-01"


@pytest.mark.parametrize("table", [
    Table(PRINTED, BROUGHT, day=HELD), Table(PRINTED, facts=BROUGHT, complete="9-IV", day=HELD)], ids=["note", "fact"])
def test_a_plain_number_brought_among_others_may_have_moved_them_until_then(table: Table) -> None:
    """What stood under it and those behind it before nobody knows; since then they are as they are printed."""
    check(table, """
        art_1__para_2 | 2011-12-31 | possible unknown
        art_1__para_3 | 2011-12-31 | possible unknown
        art_1__para_3 | 2012-05-01 | yes attested
        art_1__para_1 | 2011-12-31 | yes attested
        """)
    assert on(life_of(table), "art_1__para_2", "2012-05-01").in_operation.value in {"yes", "possible"}


def test_a_number_that_was_ended_before_it_was_brought_again_moves_none() -> None:
    gone = "art_1__para_2 | exclusion | 8-IV, 2010-07-03 | on 2011-01-01"
    told = life_of(Table(PRINTED, facts=f"{gone}\n{BROUGHT}", complete="8-IV\n9-IV", day=HELD, until=HELD))
    assert answer(told, "art_1__para_3", "2011-12-31") != "possible unknown"


def test_a_later_text_in_another_language_with_one_paragraph_more_leaves_the_others_of_its_article_open() -> None:
    """No act is told of that brought it: what it did to the words beside it is shown in no text of the first language."""
    adopted, first_day = date(2017, 2, 1), date(2018, 1, 1)

    def lived(kazakh: str) -> History:
        first, later = (Edition(lang, f"{lang}.txt", parse(read(text.encode(), "law"), lang), official=True, day=day)
                        for lang, text, day in (("rus", odd_law(whole()), first_day), ("kaz", odd_law(kazakh, "kaz"), HELD)))
        return trace(LawSources("Z1", "5-VI", adopted, Act("5-VI", adopted, ActKind.LAW), (first, later)), "rus")

    more = whole("kaz").replace("3. Сөнеді.", "3. Сөнеді.\n\n4. Жарылмайды.")
    assert [odd_answer(lived(more), eid, date(2019, 6, 1)) for eid in ("art_1__para_1", "art_2", "art_3")] == [
        "possible unknown", odd_answer(lived(whole("kaz")), "art_2", date(2019, 6, 1)), odd_answer(lived(whole("kaz")), "art_3", date(2019, 6, 1))]
    assert odd_answer(lived(whole("kaz")), "art_1__para_1", date(2019, 6, 1)) != "possible unknown"
    assert odd_answer(lived(more), "art_1__para_1", first_day) == odd_answer(lived(whole("kaz")), "art_1__para_1", first_day)


def test_a_note_that_may_be_there_for_an_earlier_part_of_an_act_has_dropped_no_other_note() -> None:
    """The page names № 2-V, which changed the article before it gave the paragraph new words: № 1-V may be missing."""
    facts = ("art_1__para_2 | substitution | 1-V, 2013-07-03 | on 2013-08-01\n"
             "art_1__para_2 | substitution | 2-V, 2015-07-03 | on 2018-01-01")
    claim = "art_1 | modification | 2-V, 2015-07-03 | on 2016-01-01"
    earlier, = (taken[0] for taken in life_of(Table(PRINTED, claim, facts, day=date(2017, 1, 1))).evidence.taken.values())
    assert earlier is Taken.OPEN
