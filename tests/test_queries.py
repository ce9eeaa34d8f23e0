"""What can be asked of the database, and what it answers; the real law is the example."""

import ast
import sqlite3
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawgraph.graph.networks import graph_of
from lawgraph.law.eid import Eid
from lawgraph.law.errors import LawgraphError, UnknownAct, UnknownLaw, UnknownProvision
from lawgraph.law.versions import HeldWording, Presence, Version, Wording
from lawgraph.queries.answers import (
    INNER,
    NAMED,
    Query,
    act_named,
    acts,
    amendments_of,
    citations_in,
    citations_of,
    differences,
    differing_days,
    languages,
    law_days,
    law_named,
    laws,
    places,
    printings_of,
    provision_on,
    provisions_on,
    source_of,
    versions_of,
)
from lawgraph.queries.seeking import search, search_acts
from lawgraph.timeline.consolidation import answer_for_law as law_as_a_whole

LAW = "Z100000271_"
QUERYING = Path(__file__).resolve().parents[1] / "src" / "lawgraph" / "queries"
GRAPHS = QUERYING.with_name("graph")
GIVEN = {"law": LAW, "lang": "eng", "eid": "art_7", "on": "2013-07-20", "act": "124-V", "words": "word", "most": 5,
         "known": None, "name": LAW, "initial": None, "year": "2010", "kind": "law", "skip": 0, "place": 1,
         "severity": "note", "start": "2010-05-10", "day": "2014-07-03", "first": 0, "after": 9_999,
         "held_on": None, "window": 10,
         "hits": f'[["{LAW}", "eng", "art_7", "2010-05-10"]]'}
OF_EVERYTHING = {"laws", "law_names", "years", "kinds", "acts", "act_names", "findings", "findings_counted",
                 "newest_changes", "listed_pages", "held_texts", "languages_held", "laws_changed", "laws_cited", "first_laws",
                 "laws_adopted"}
"""The queries whose answer is about all laws, acts or findings; a day of adoption has no index, and is seldom asked for."""

ANY_DAY = st.dates(date(1990, 1, 1), date(2050, 1, 1))


def on(conn: sqlite3.Connection, eid: str, day: str) -> Version:
    """Return the answer for a provision on a day."""
    return provision_on(conn, LAW, "eng", Eid(eid), date.fromisoformat(day))[0].version


class TestLaws:
    @pytest.mark.parametrize("name", [
        "Z100000271_", "z100000271_", "271-IV", "271-iv", "№ 271-IV", "271-ІV", "271–IV"])
    def test_a_law_is_found_by_id_and_by_number_as_people_write_it(self, conn: sqlite3.Connection, name: str) -> None:
        assert law_named(conn, name).id == LAW

    def test_an_unknown_law_is_told_with_those_held(self, conn: sqlite3.Connection) -> None:
        with pytest.raises(UnknownLaw) as caught:
            law_named(conn, "1-I")
        assert str(caught.value) == "'1-I': this law is not held; held: Z100000271_ (271-IV)"

    def test_a_law_tells_its_titles_its_start_and_its_horizon(self, conn: sqlite3.Connection) -> None:
        (law,) = laws(conn)
        assert (law.number, law.adopted) == ("271-IV", date(2010, 4, 29))
        assert law.title("eng") == "On prevention of infractions"
        assert law.title("rus") == "О профилактике правонарушений"
        assert law.title("kaz") == law.title("rus"), "an official title before a translation"
        assert (law.start.earliest, law.start.latest) == (date(2010, 5, 10), date(2010, 6, 9))
        assert law.acts_known == "complete until 2026-03-02"

    def test_its_days_are_its_start_its_repeal_and_its_horizon(self, conn: sqlite3.Connection) -> None:
        days = law_days(conn, LAW)
        assert [each.act.name for each in days.repeals if each.act] == ["245-VIII"]
        answers = {day: law_as_a_whole(days, date.fromisoformat(day)).most.value for day in (
            "2010-05-09", "2010-05-10", "2010-06-09", "2026-03-01", "2026-03-02")}
        assert answers == {"2010-05-09": "no", "2010-05-10": "possible", "2010-06-09": "yes", "2026-03-01": "yes",
                           "2026-03-02": "no"}

    def test_languages_and_sources(self, conn: sqlite3.Connection) -> None:
        assert languages(conn, LAW) == ("eng",)
        source = source_of(conn, LAW, "eng")
        assert source is not None
        assert (source.file, source.official) == ("corpus/Z100000271_/eng.txt", False)
        assert source_of(conn, LAW, "kaz") is None


class TestDay:
    """Every provision has exactly one answer on every day."""

    def test_article_7_on_20_july_2013(self, conn: sqlite3.Connection) -> None:
        found = provision_on(conn, LAW, "eng", Eid("art_7"), date(2013, 7, 20))
        answers = {each.place.eid.removeprefix("art_7__"): (each.version.in_operation.value, each.version.wording)
                   for each in found}
        assert answers["art_7"] == answers["heading"] == answers["point_3"] == ("yes", Wording.ATTESTED)
        assert answers["point_1"] == ("possible", Wording.UNKNOWN)
        assert answers["point_2"] == answers["point_9"] == ("yes", Wording.UNKNOWN)
        assert found[0].heading == "Competence of the bodies of internal affairs"
        assert [each.place.eid for each in found][-1] == "art_7__point_12"

    def test_a_wording_that_is_not_held_is_offered_apart_under_its_own_dates(self, conn: sqlite3.Connection) -> None:
        version = on(conn, "art_7__point_9", "2013-07-20")
        assert version.text is None
        assert version.nearest == (HeldWording(
            "carry out criminal prosecution, probation control, administrative proceedings;",
            date(2017, 5, 1), date(2026, 3, 2)),)

    def test_three_different_answers_and_a_fourth(self, conn: sqlite3.Connection) -> None:
        before, held, absent, after = (on(conn, "art_5__point_2", day)
                                       for day in ("2009-01-01", "2012-01-01", "2014-01-01", "2026-03-02"))
        assert [why.kind.value for why in before.because] == ["before_law"]
        assert (held.in_operation, held.wording, held.text) == (Presence.YES, Wording.UNKNOWN, None)
        assert [why.kind.value for why in absent.because] == ["excluded"]
        assert after.in_operation is Presence.NO
        with pytest.raises(UnknownProvision):
            on(conn, "art_99", "2012-01-01")
        repealed = on(conn, "art_5__point_1", "2026-03-02")
        assert [why.kind.value for why in repealed.because] == ["law_repealed"]

    def test_a_chapter_brings_its_articles(self, conn: sqlite3.Connection) -> None:
        found = [each.place.eid for each in provision_on(conn, LAW, "eng", Eid("chp_2"), date(2020, 1, 1))]
        assert found[0] == "chp_2"
        assert {"chp_2__heading", "art_7", "art_7__point_1", "art_9-1"} <= set(found)
        assert "art_1" not in found

    @given(ANY_DAY)
    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_every_day_has_one_answer_for_every_provision(self, conn: sqlite3.Connection, day: date) -> None:
        found = provisions_on(conn, LAW, "eng", day)
        assert tuple(each.place for each in found) == places(conn, LAW)
        for each in found:
            version = each.version
            assert (version.wording is None) is (version.in_operation is Presence.NO)
            assert (version.text is not None) is (version.wording in (Wording.ATTESTED, Wording.PRESUMED))

    def test_answers_change_only_on_differing_days(self, conn: sqlite3.Connection) -> None:
        days = differing_days(conn, LAW, "eng")
        assert days[0] == date(2010, 5, 10)
        for first, following in pairwise(days):
            eve = following - timedelta(days=1)
            answers = [provisions_on(conn, LAW, "eng", day) for day in (first, eve, following)]
            assert answers[0] == answers[1] != answers[2]

    def test_a_language_that_is_not_held_is_told(self, conn: sqlite3.Connection) -> None:
        for day in (date(2000, 1, 1), date(2013, 7, 20)):
            with pytest.raises(UnknownLaw) as caught:
                provisions_on(conn, LAW, "kaz", day)
            assert str(caught.value) == "Z100000271_ in 'kaz': no text in this language is held; held: eng"


class TestLives:
    def test_the_versions_of_a_provision_follow_each_other(self, conn: sqlite3.Connection) -> None:
        versions = versions_of(conn, LAW, "eng", Eid("art_8"))
        assert [each.start.latest for each in versions[1:]] == [each.before.earliest for each in versions[:-1]]
        with pytest.raises(UnknownProvision):
            versions_of(conn, LAW, "eng", Eid("art_99"))

    def test_changes_of_a_provision_are_its_own_those_inside_and_those_around(self, conn: sqlite3.Connection) -> None:
        targets = {each.target for each in amendments_of(conn, LAW, Eid("art_7"))}
        assert {"law", "art_7__point_9", "art_7__point_1"} <= targets
        assert not any(target.startswith(("art_8", "art_6")) for target in targets)
        assert {each.target for each in amendments_of(conn, LAW, Eid("art_7__point_9"))} == {"law", "art_7__point_9"}
        assert "art_7__point_9" in {each.target for each in amendments_of(conn, LAW, Eid("chp_2"))}

    def test_a_provision_is_found_where_it_is_printed(self, conn: sqlite3.Connection) -> None:
        (printed,) = printings_of(conn, LAW, Eid("art_5__point_2"))
        assert (printed.lang, printed.line, printed.excluded) == ("eng", 90, True)

    def test_references_lead_both_ways(self, conn: sqlite3.Connection) -> None:
        citing = [(eid, each) for eid in (place.eid for place in places(conn, LAW))
                  for each in citations_in(conn, LAW, "eng", eid) if each.cites]
        assert citing
        for eid, each in citing:
            assert each.wording[each.first:each.after] == each.words
            assert eid in {other.eid for other in citations_of(conn, LAW, "eng", Eid(each.cites or ""))}


class TestActs:
    def test_acts_stand_by_first_day_of_operation(self, conn: sqlite3.Connection) -> None:
        days = [each.operative.earliest for each in acts(conn) if each.operative and each.operative.earliest]
        assert days == sorted(days)
        assert acts(conn, LAW)[0].act.name == "372-IV"

    @pytest.mark.parametrize("name", ["124-V", "124-v", "№ 124-V"])
    def test_an_act_is_found_as_people_write_it(self, conn: sqlite3.Connection, name: str) -> None:
        act = act_named(conn, name)
        assert (act.act.name, act.act.adopted, len(act.effects)) == ("124-V", date(2013, 7, 3), 11)

    def test_a_publication_is_told_with_its_source(self, conn: sqlite3.Connection) -> None:
        act = act_named(conn, "58-VI")
        assert act.published == date(2017, 4, 20)
        assert act.publications[0].record.file == "amendments/58-VI.toml"

    def test_an_unknown_act_is_told(self, conn: sqlite3.Connection) -> None:
        with pytest.raises(UnknownAct) as caught:
            act_named(conn, "1-I")
        assert str(caught.value) == "'1-I': this act is not held; lawgraph acts lists those that are"


class TestDifferences:
    def test_an_act_in_between_is_named(self, conn: sqlite3.Connection) -> None:
        found = differences(conn, LAW, "eng", (date(2013, 7, 1), date(2013, 8, 20)), Eid("art_5"))
        assert [(each.eid, each.change.value, each.acts) for each in found] == [
            ("art_5__point_2", "excluded", ("124-V",))]

    def test_a_provision_that_no_act_touched_does_not_differ(self, conn: sqlite3.Connection) -> None:
        """The wording of point 9 of Article 7 is not held on either day, and nobody changed it in between."""
        assert differences(conn, LAW, "eng", (date(2012, 3, 1), date(2013, 6, 1)), Eid("art_7__point_9")) == ()

    def test_a_day_does_not_differ_from_itself(self, conn: sqlite3.Connection) -> None:
        day = date(2013, 7, 20)
        assert differences(conn, LAW, "eng", (day, day)) == ()


class TestSearch:
    """People find what they mean, however they type it."""

    @pytest.mark.parametrize(("words", "eid"), [
        ("infraction", "law__heading"), ("infractions", "art_30__heading"), ("INFRACTION", "law__heading"),
        ("probation control", "art_7__point_9"),
    ])
    def test_words_find_wordings(self, conn: sqlite3.Connection, words: str, eid: str) -> None:
        assert eid in {each.eid for each in search(conn, words).these}

    def test_an_excerpt_shows_the_words_found(self, conn: sqlite3.Connection) -> None:
        hit = search(conn, "infraction").these[0]
        assert "".join(piece.text for piece in hit.excerpt) == "On prevention of infractions"
        assert [piece.text for piece in hit.excerpt if piece.found] == ["infractions"]

    @pytest.mark.parametrize("words", ["292-VI", "292-VІ", "№ 292-VI", "292-vi", "No. 292-VI"])
    def test_an_act_is_found_though_the_source_prints_a_cyrillic_letter(
            self, conn: sqlite3.Connection, words: str) -> None:
        assert "292-VI" in search_acts(conn, words.removeprefix("No. "))

    def test_an_act_is_found_by_a_word_of_its_title(self, conn: sqlite3.Connection) -> None:
        assert search_acts(conn, "профилактике") == ("245-VIII",)
        assert search_acts(conn, "health care") == ("361-VI",)

    def test_the_beginning_of_a_word_is_enough_where_the_whole_finds_nothing(self, conn: sqlite3.Connection) -> None:
        assert search_acts(conn, "профилакт") == ("245-VIII",)

    @pytest.mark.parametrize("words", ["", "   ", "№", "foo AND", '"', "9-1 OR (", "NEAR(", "text:x", "*", "a\x00b"])
    def test_signs_of_the_query_language_have_no_meaning(self, conn: sqlite3.Connection, words: str) -> None:
        assert search(conn, words).whole

    @given(st.text(max_size=30))
    @settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_nothing_that_people_type_breaks_a_search(self, conn: sqlite3.Connection, words: str) -> None:
        search(conn, words)
        search_acts(conn, words)


class TestNamedQueries:
    """Each query is named, titled, described, and answers."""

    @pytest.mark.parametrize("query", [*NAMED, *INNER], ids=lambda query: query.name)
    def test_a_query_is_described_and_runs(self, conn: sqlite3.Connection, query: Query) -> None:
        assert (query.description or query.title).endswith(".")
        assert set(query.params) <= set(GIVEN)
        conn.execute(query.sql, {name: GIVEN[name] for name in query.params}).fetchall()

    @pytest.mark.parametrize("query", NAMED, ids=lambda query: query.name)
    def test_a_query_for_people_answers_of_the_real_law(self, conn: sqlite3.Connection, query: Query) -> None:
        assert conn.execute(query.sql, {name: GIVEN[name] for name in query.params}).fetchall()

    @pytest.mark.parametrize("query", NAMED, ids=lambda query: query.name)
    def test_a_query_for_people_has_an_example_that_gives_rows(self, conn: sqlite3.Connection, query: Query) -> None:
        example = conn.execute(query.example)
        given = dict(zip((each[0] for each in example.description), example.fetchone(), strict=True))
        assert set(given) <= set(query.params)
        assert conn.execute(query.sql, {**dict.fromkeys(query.params, ""), **given}).fetchall()

    @pytest.mark.parametrize("query", [each for each in NAMED if "law" in each.params], ids=lambda query: query.name)
    def test_a_query_for_people_takes_the_number_of_a_law_as_well(self, conn: sqlite3.Connection, query: Query) -> None:
        by_id, by_number = (conn.execute(query.sql, {**{name: GIVEN[name] for name in query.params}, "law": law}).fetchall()
                            for law in (LAW, "271-IV"))
        assert by_id == by_number

    @pytest.mark.parametrize("query", [query for query in INNER if query.name not in OF_EVERYTHING],
                             ids=lambda query: query.name)
    def test_a_query_reads_what_it_answers_and_no_more(self, conn: sqlite3.Connection, query: Query) -> None:
        """However many laws are held, no table is read from end to end; full-text search has an index of its own."""
        plan = [row[3] for row in conn.execute(f"explain query plan {query.sql}", dict.fromkeys(query.params))]
        inner = {step.split()[-1] for step in plan if step.startswith(("CO-ROUTINE", "MATERIALIZE"))}
        scans = [step for step in plan if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
        assert {step.split()[1] for step in scans} <= inner

    def test_names_are_used_once(self) -> None:
        names = [query.name for query in (*NAMED, *INNER)]
        assert len(names) == len(set(names))

    def test_the_program_asks_each_query_of_its_own_and_no_other(self) -> None:
        asked = {node.args[1].value for path in sorted((*QUERYING.glob("*.py"), *GRAPHS.glob("*.py"))) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                 if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"rows", "_rows", "_found"}
                 and isinstance(node.args[1], ast.Constant)}
        assert asked - {query.name for query in NAMED} == {query.name for query in INNER}

    def test_gaps_are_the_days_on_which_some_wording_of_an_article_is_not_held(self, conn: sqlite3.Connection) -> None:
        gaps = next(query for query in NAMED if query.name == "gaps")
        told = [(first, before) for _, article, first, before, *_ in conn.execute(gaps.sql, {"law": LAW, "lang": "eng"})
                if article == "art_5"]
        assert told
        for day, gap in (("2010-05-10", True), ("2012-01-01", True), ("2013-08-12", True), ("2013-08-13", False)):
            assert any(first <= day < before for first, before in told) is gap
            versions = (each.version for each in provision_on(conn, LAW, "eng", Eid("art_5"), date.fromisoformat(day)))
            assert any(version.wording in (Wording.UNKNOWN, Wording.UNVERIFIED) for version in versions) is gap


def test_the_graph_of_a_law_holds_all_that_the_database_tells(conn: sqlite3.Connection) -> None:
    graph = graph_of(conn, LAW, "eng")
    assert f"{LAW}/art_7" in graph
    assert graph.nodes["act/124-V"]["kind"] == "act"
    assert {traits["kind"] for _, _, traits in graph.edges(data=True)} == {"contains", "amends", "follows", "cites"}


def test_errors_are_of_one_family() -> None:
    assert issubclass(UnknownAct, LawgraphError)
