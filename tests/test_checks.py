"""Checks: each kind of finding appears when something does not fit, and not otherwise."""

from dataclasses import replace
from datetime import date

from lawgraph.checks.checking import check
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import Eid
from lives import Table, answer, findings, life_of, messages

HELD = date(2020, 1, 1)
PRINTED = """
art_1         | - | heading: Clocks
art_1__para_1 | The clock shall strike.
art_1__para_2 | The bell shall ring.
"""
FOOTNOTE = "art_1 | modification | 1-V, 2013-07-03 | on 2014-01-01"
BELL = "art_1__para_2 | modification | 1-V, 2013-07-03 | on 2014-01-01"
SOUND = Table(PRINTED, FOOTNOTE, BELL, complete="1-V", day=HELD)


def kinds(table: Table) -> list[str]:
    """Return the kinds of what does not fit."""
    return [line.split(" | ")[1] for line in findings(table)]


def test_where_all_fits_nothing_is_found() -> None:
    """Finding: something in the sources that does not fit."""
    assert findings(SOUND) == []
    assert findings(Table(PRINTED)) == []


def test_what_could_not_be_read_is_passed_on_with_its_place() -> None:
    """What cannot be read is a finding with its place in the source; it is never dropped …"""
    unread = Finding("unread_footnote", Severity.ERROR, "these words could not be read", Eid("art_1"), line=12)
    assert check(life_of(replace(SOUND, findings=(unread,)))) == (replace(unread, law="Z1", file="eng.txt"),)


def test_an_act_with_two_days_of_adoption() -> None:
    """An act is identified by kind and issuer, number and day of adoption."""
    table = Table(PRINTED, f"{FOOTNOTE}\nart_1__para_1 | modification | 1-V, 2013-07-04 | on 2014-01-01", day=HELD)
    assert findings(table) == ["error | act_with_two_days | - | 1-V"]
    assert all(part in messages(table)[0] for part in ("2013-07-03", "2013-07-04", "eng.txt"))


def test_an_act_whose_record_has_another_day() -> None:
    """A fact that contradicts a footnote yields a finding that shows both."""
    table = Table(PRINTED, FOOTNOTE, BELL.replace("2013-07-03", "2013-07-04"), day=HELD)
    assert "act_with_two_days" in kinds(table)


def test_older_numbers_repeat() -> None:
    """… older numbers repeat ("No. 69" of many years): no finding."""
    table = Table(PRINTED, "art_1 | modification | 69, 2011-07-03 | on 2014-01-01\n"
                           "art_1 | modification | 69, 2012-07-03 | on 2015-01-01", day=HELD)
    assert "act_with_two_days" not in kinds(table)


def test_a_publication_after_the_term() -> None:
    """Bounds that rest on a statutory duty count as certain …; a later publication, once known, is a finding."""
    late = replace(SOUND, published="1-V, 2013-07-03 | 2013-08-03")
    assert findings(late) == ["error | publication_outside_term | - | 1-V"]
    assert "2013-08-03" in messages(late)[0]
    assert findings(replace(SOUND, published="1-V, 2013-07-03 | 2013-08-02")) == []
    assert findings(replace(SOUND, published="1-V, 2013-07-03 | 2013-07-03")) == []


def test_a_publication_before_the_adoption() -> None:
    """P ≥ adoption."""
    assert findings(replace(SOUND, published="1-V, 2013-07-03 | 2013-07-02")) == [
        "error | publication_outside_term | - | 1-V"]


def test_a_day_of_operation_before_the_adoption() -> None:
    """No day of operation lies before adoption without saying so."""
    early = Table(PRINTED, FOOTNOTE.replace("2014-01-01", "2013-01-01"), day=HELD)
    assert "warning | operation_before_adoption | art_1 | 1-V" in findings(early)
    assert "operation_before_adoption" not in kinds(Table(PRINTED, FOOTNOTE, day=HELD))
    rule = OperationRule(RuleKind.ON_DAY, day=date(2010, 1, 1))
    assert "operation_before_adoption" in kinds(replace(SOUND, own_rule=rule))


def test_a_record_without_targets_may_concern_any_law() -> None:
    recorded = Table(PRINTED, day=HELD, published="1-V, 2013-07-03 | 2013-07-10")
    assert findings(recorded) == ["note | act_without_targets | - | 1-V"]
    assert findings(replace(recorded, complete="1-V")) == []
    assert "act_without_targets" not in kinds(replace(recorded, claims=FOOTNOTE))


def test_an_order_has_no_term_that_its_publication_can_miss() -> None:
    """The term was read for laws only."""
    order = SOUND.facts.replace("1-V,", "order 258,")
    table = Table(PRINTED, SOUND.claims.replace("1-V,", "order 258,"), order, complete="order-2013-07-03-258", day=HELD,
                  published="order 258, 2013-07-03 | 2013-12-03")
    assert findings(table) == []


def test_an_edition_that_shows_what_was_not_yet_adopted() -> None:
    """An edition that prints an act's note shows the act: a day before its adoption is no day of that edition."""
    table = Table(PRINTED, FOOTNOTE.replace("on 2014-01-01", "10 days"), day=date(2013, 7, 1))
    assert "note | edition_dated_by_adoption | - | 1-V" in findings(table)
    assert "edition_dated_by_adoption" not in kinds(replace(table, day=date(2013, 8, 1)))


def test_a_recorded_change_that_no_footnote_tells_of() -> None:
    """A fact tells of an act that the edition has not taken up."""
    table = Table(PRINTED, facts=BELL, complete="1-V", day=HELD)
    assert findings(table) == ["warning | missing_footnote | art_1__para_2 | 1-V"]


def test_a_change_known_not_to_be_reflected() -> None:
    """`reflected` … where an edition was never updated: odd, known and explained."""
    table = Table(PRINTED, facts=f"{BELL} | not in eng", complete="1-V", day=HELD)
    assert findings(table) == ["note | stale_edition | art_1__para_2 | 1-V"]


def test_a_footnote_that_a_new_wording_has_dropped() -> None:
    """A footnote that says an article was … newly worded … has dropped all that stood before it: noted for an act that
    other footnotes name."""
    table = Table(f"{PRINTED}art_2 | -\nart_2__para_1 | The tower shall stand.", f"""
        {FOOTNOTE}
        art_2 | substitution | 2-V, 2015-07-03 | on 2016-01-01
        """, f"{BELL}\nart_2__para_1 | modification | 1-V, 2013-07-03 | on 2014-01-01", complete="1-V", day=HELD)
    assert findings(table) == ["note | dropped_footnote | art_2__para_1 | 1-V"]


def test_a_fact_about_a_provision_that_the_law_never_had() -> None:
    """Facts are read against the law: an eId that no edition prints and no act inserted."""
    table = replace(SOUND, facts=f"{BELL}\nart_1__para_9 | modification | 1-V, 2013-07-03 | on 2014-01-01")
    assert "error | fact_about_unknown_provision | art_1__para_9 | 1-V" in findings(table)
    inserted = replace(table, facts=f"{table.facts}\nart_1__para_9 | insertion | 2-V, 2011-12-01 | on 2012-01-01\n"
                                    "art_1__para_9 | exclusion | 3-V, 2014-12-01 | on 2015-01-01")
    assert "fact_about_unknown_provision" not in kinds(inserted)


def test_a_lead_in_and_a_heading_are_known_with_their_container() -> None:
    """art_8__intro, art_8__heading."""
    table = replace(SOUND, facts="art_1__intro | modification | 1-V, 2013-07-03 | on 2014-01-01")
    assert "fact_about_unknown_provision" not in kinds(table)
    table = replace(SOUND, claims="art_1__heading | modification | 1-V, 2013-07-03 | on 2014-01-01",
                    facts="art_1__heading | modification | 1-V, 2013-07-03 | on 2014-01-01")
    assert findings(table) == []


def test_a_footnote_tells_of_an_insertion_that_is_not_printed() -> None:
    """Sources against themselves: inserted, says the footnote; the text does not print it."""
    table = Table(PRINTED, "art_1__para_3 | insertion | 1-V, 2013-07-03 | on 2014-01-01", day=HELD)
    assert "warning | claim_without_effect | art_1__para_3 | 1-V" in findings(table)
    printed = f"{PRINTED}art_1__para_3 | The keeper shall wind."
    assert findings(replace(table, printed=printed)) == []
    assert "claim_without_effect" not in kinds(replace(table, claims=f"{table.claims} | pending"))


def test_an_insertion_that_a_later_exclusion_took_away_again() -> None:
    """… the text does not print it: no wonder where a later footnote tells of its exclusion."""
    table = Table(f"{PRINTED}art_1__para_3 | excluded", """
        art_1__para_3 | insertion | 1-V, 2013-07-03 | on 2014-01-01
        art_1__para_3 | exclusion | 2-V, 2015-07-03 | on 2016-01-01
        """, day=HELD)
    assert findings(table) == []


def test_a_footnote_tells_of_an_exclusion_and_the_text_stands() -> None:
    """Sources against themselves: excluded, says the footnote; the text prints it as if it were in operation."""
    table = Table(PRINTED, "art_1__para_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01 | footnote", day=HELD)
    assert "warning | claim_without_effect | art_1__para_2 | 1-V" in findings(table)
    printed = PRINTED.replace("The bell shall ring.", "excluded")
    assert findings(replace(table, printed=printed)) == []


def test_an_inserted_number_that_no_act_explains() -> None:
    """n-m: inserted by one of the acts that changed their container; where none did, no source names the act."""
    printed = f"{PRINTED}art_1__para_2-1 | The rope shall hang."
    table = Table(printed, day=HELD)
    assert findings(table) == ["warning | insertion_without_act | art_1__para_2-1 | -"]
    assert kinds(replace(table, claims=FOOTNOTE)) == []


def test_sources_that_contradict_each_other() -> None:
    """Contradicting proofs: excluded on 1 January 2014 by one act, not brought back by any, changed a year later."""
    table = Table(PRINTED.replace("The bell shall ring.", "excluded"), """
        art_1__para_2 | exclusion    | 1-V, 2013-07-03 | on 2014-01-01
        art_1__para_2 | modification | 2-V, 2014-07-03 | on 2015-01-01
        """, day=HELD)
    assert "error | contradiction | art_1__para_2 | -" in findings(table)
    assert "contradiction" not in kinds(SOUND)


def test_a_translation_prints_what_the_official_text_excludes() -> None:
    """Where Russian or Kazakh editions and a translation disagree on presence …, the disagreement is a finding."""
    official = Table("art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | excluded",
                     "art_1__para_2 | exclusion | 1-V, 2013-07-03 | on 2014-01-01", lang="rus", official=True, day=HELD)
    table = Table(PRINTED, day=HELD, editions=(official,))
    assert "warning | editions_disagree | art_1__para_2 | -" in findings(table)
    agreeing = replace(official, printed="art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | Колокол звонит.",
                       claims="")
    assert findings(replace(table, editions=(agreeing,))) == []


def test_a_translation_lacks_what_the_official_text_prints() -> None:
    """Where Russian or Kazakh editions and a translation disagree on presence …, the disagreement is a finding."""
    official = Table("art_1 | -\nart_1__para_1 | Часы бьют.\nart_1__para_2 | Колокол звонит.\n"
                     "art_1__para_3 | Хранитель заводит.", lang="rus", official=True, day=HELD)
    assert "warning | editions_disagree | art_1__para_3 | -" in findings(
        Table(PRINTED, day=HELD, editions=(official,)))


def test_two_translations_settle_nothing_between_them() -> None:
    """… the *official* ones decide: where none is, the finding says so, and what one prints stays."""
    table = Table(PRINTED, day=HELD, editions=(Table("art_1 | -\nart_1__para_1 | Часы бьют.", lang="rus", day=HELD),))
    assert all(each.endswith("neither is official") for each in messages(table))
    assert answer(life_of(table), "art_1__para_2", "2015-01-01") == "yes attested"


def test_known_differences_are_notes() -> None:
    """Known misprints and mistranslations of an edition stand in notes.toml."""
    table = replace(SOUND, known="art_1__para_2 | mistranslation | eng | it says bell, and means gong")
    assert findings(table) == ["note | mistranslation | art_1__para_2 | -"]
    assert messages(table) == ["it says bell, and means gong"]


def test_errors_first_then_in_the_order_of_the_law() -> None:
    """A list of findings: errors, warnings, notes; each in the order of provisions, 9 before 10."""
    known = "\n".join(f"art_{number} | typo | eng | a slip" for number in (10, 9)) + "\nart_1 | stale | eng | old"
    table = replace(SOUND, known=known, published="1-V, 2013-07-03 | 2013-08-03",
                    printed=f"{PRINTED}art_1__para_2-1 | The rope shall hang.")
    assert findings(table) == [
        "error | publication_outside_term | - | 1-V", "warning | insertion_without_act | art_1__para_2-1 | -",
        "note | stale | art_1 | -", "note | typo | art_9 | -", "note | typo | art_10 | -"]


def test_each_finding_names_its_place() -> None:
    """A finding with its place in the source."""
    found = check(life_of(Table(PRINTED, "art_1__para_3 | insertion | 1-V, 2013-07-03 | on 2014-01-01", day=HELD)))
    assert {(each.law, each.file, each.line) for each in found} == {("Z1", "eng.txt", 100)}


def test_an_act_that_is_cited_with_another_number() -> None:
    """An act cited with two dates or numbers: № 1-IV in the footnote is № 1-V of the same day in the facts."""
    table = Table(PRINTED, "art_1 | modification | 1-IV, 2013-07-03 | on 2014-01-01",
                  "art_1__para_2 | modification | 1-V, 2013-07-03 | on 2014-01-01", until=date(2020, 1, 1), day=HELD)
    assert "warning | act_without_record | - | 1-IV" in findings(table)
    assert any("of that day № 1-V is recorded" in each for each in messages(table))
