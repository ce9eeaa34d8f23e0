"""Where a wording that is not held can be read: right, or absent."""

import sqlite3
from datetime import date

import pytest

from built import opened
from lawgraph.law.days import add_days
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.printout.references import reference_lines
from lawgraph.queries.answers import act_named, all_versions, amendments_of, law_named
from lawgraph.queries.references import LawReference, ReferenceKind, ToLookUp, changes_of_law, to_look_up
from lawgraph.site.pages.expression import days_around
from lawgraph.site.pages.sentences import unchanged
from lawgraph.timeline.consolidation import Changes, LookUp, look_up
from lawgraph.voice.sentences import look_up_sentence
from lawgraph.voice.speaking import Locale, voice_of

LAW = "271-IV"


@pytest.fixture
def unheld(conn: sqlite3.Connection) -> dict[tuple[str, date], tuple[Version, LookUp]]:
    """Each wording of Law 271-IV that is not held, with where to read it."""
    law = law_named(conn, LAW)
    every = [(each, each.start.latest) for each in all_versions(conn, law.id, "eng")
             if each.start.latest and each.in_operation is not Presence.NO and each.text is None]
    told = to_look_up(conn, law, changes_of_law(conn, law.id), every)
    assert len(every) > 90
    return {(version.eid, day): (version, told.by_place[version.eid, day]) for version, day in every}


def test_what_is_remembered_between_two_days_is_what_is_found_anew(conn: sqlite3.Connection) -> None:
    """On each day on which a change becomes possible or sure, the day before it and the day after."""
    law = law_named(conn, LAW)
    changes, amendments = changes_of_law(conn, law.id), amendments_of(conn, law.id)
    turns = {day for each in amendments for day in (each.operative.earliest, each.operative.latest) if day}
    days = [add_days(day, more) for day in sorted(turns) for more in (-1, 0, 1)]
    versions = [each for each in all_versions(conn, law.id, "eng") if each.text is None and each.wording][:60]
    found = {(each.eid, day): look_up(each, changes, day) for each in versions for day in days}
    assert len(set(found.values())) > 30
    for each in versions:
        for day in days[::5]:
            assert look_up(each, Changes(changes.of, changes.tree), day) == found[each.eid, day]


def asked(conn: sqlite3.Connection, eid: str, day: str) -> ToLookUp:
    law, on = law_named(conn, LAW), date.fromisoformat(day)
    versions = [(each, on) for each in all_versions(conn, law.id, "eng") if each.eid == eid
                and each.start.latest and each.start.latest <= on and (not each.before.earliest or on < each.before.earliest)]
    return to_look_up(conn, law, changes_of_law(conn, law.id), versions)


@pytest.mark.parametrize(("eid", "day", "sentence"), [
    ("art_7__point_11-1", "2013-07-20",
     ("It reads as № 547-IV inserted it: that act has the words. An edition dated from 18 January 2012 and before "
     "18 April 2017 has it (archives date by the adoption of acts).")),
    ("art_7__point_9", "2013-06-20",
     ("No act is known to have changed it before № 58-VI: read the law as first published. An edition dated before "
     "18 April 2017 has it (archives date by the adoption of acts).")),
    # Excluded in 2013, it was there again only as the article was worded anew.
    ("art_8__point_1", "2014-12-01",
     ("It reads as № 248-V worded it: that act has the words. An edition dated from 7 November 2014 and before "
     "6 October 2020 has it (archives date by the adoption of acts).")),
    ("art_12__point_2", "2016-01-01",
     ("Read the law as first published. Words of it were changed by № 227-V. An edition dated from 3 July 2014 and "
     "before 7 July 2020 has it (archives date by the adoption of acts).")),
    ("art_9-2__point_5-1", "2024-01-01",
     ("It reads as № 206-VII inserted it: that act has the words. An edition dated from 14 March 2023 has it (archives "
     "date by the adoption of acts).")),
])
def test_it_is_read_in_what_brought_it(conn: sqlite3.Connection, eid: str, day: str, sentence: str) -> None:
    (told,) = asked(conn, eid, day).by_place.values()
    assert look_up_sentence(told) == sentence


def test_each_wording_of_the_law_that_is_not_held_can_be_read_somewhere(
        unheld: dict[tuple[str, date], tuple[Version, LookUp]]) -> None:
    assert all(told.brought or told.original for _, told in unheld.values())


def test_never_in_the_act_that_ended_it(
        conn: sqlite3.Connection, unheld: dict[tuple[str, date], tuple[Version, LookUp]]) -> None:
    """What is read was surely or possibly in operation that day; what follows was not yet, or takes the wording away."""
    for (_, day), (version, told) in unheld.items():
        for name in told.acts:
            assert any(each.amendment.operative.possibly_by(day) for each in act_named(conn, name).effects), name
        assert told.following is None or told.following not in told.acts
        assert version.wording in (Wording.UNKNOWN, Wording.UNVERIFIED)


def test_an_edition_is_dated_after_what_brought_the_wording_and_before_what_ended_it(
        conn: sqlite3.Connection, unheld: dict[tuple[str, date], tuple[Version, LookUp]]) -> None:
    for _, told in unheld.values():
        adopted = [act_named(conn, name).act.adopted for name in told.acts]
        assert told.since is None or told.since in adopted
        assert told.before is None or told.before == act_named(conn, told.following or "").act.adopted
        assert not (told.since and told.before) or told.since < told.before


def test_every_address_is_that_of_the_law_or_of_an_act_to_read(conn: sqlite3.Connection) -> None:
    assert asked(conn, "art_7__point_11-1", "2013-07-20").references == (
        LawReference(None, ReferenceKind.EDITIONS, "rus", "https://adilet.zan.kz/rus/docs/Z100000271_/history"),
        LawReference(None, ReferenceKind.EDITIONS, "kaz", "https://adilet.zan.kz/kaz/docs/Z100000271_/history"),
        LawReference(None, ReferenceKind.GAZETTE, None, "2010 № 8 ст. 40"),
        LawReference("547-IV", ReferenceKind.PAGE, "rus", "https://adilet.zan.kz/rus/docs/Z1200000547", guessed=True),
        LawReference("547-IV", ReferenceKind.PAGE, "kaz", "https://adilet.zan.kz/kaz/docs/Z1200000547", guessed=True),
        LawReference("547-IV", ReferenceKind.GAZETTE, None, "2012 № 3 ст. 26"))


def test_an_id_that_a_source_names_is_no_guess(conn: sqlite3.Connection) -> None:
    guessed = {name: act_named(conn, name).guessed for name in ("175-V", "245-VIII", "58-VI")}
    assert guessed == {"175-V": False, "245-VIII": False, "58-VI": True}


def test_what_is_held_is_not_looked_up(conn: sqlite3.Connection) -> None:
    assert asked(conn, "art_7__point_9", "2020-01-01").by_place == {}
    assert asked(conn, "art_7__point_1", "2020-01-01").by_place == {}, "not in operation"


def test_a_gazette_is_cited_in_the_language_of_the_page(conn: sqlite3.Connection) -> None:
    told = [each for each in asked(conn, "art_7__point_9", "2013-06-20").references if each.kind is ReferenceKind.GAZETTE]
    assert [reference_lines("Law", told, voice_of(each))[0].at for each in Locale] == [
        "2010 № 8 art. 40", "2010 № 8 ст. 40", "2010 № 8 (құжат 40)"]


def test_an_article_that_had_gone_is_not_changed_by_the_repeal_of_its_law(conn: sqlite3.Connection) -> None:
    expression = opened(conn, LAW, "eng", date(2026, 11, 24))
    days = days_around(expression.days_of(Eid("art_22")), date(2015, 1, 1))
    assert unchanged(expression, Eid("art_22"), days) == "No act is known to have changed it from 13 August 2013 on."
