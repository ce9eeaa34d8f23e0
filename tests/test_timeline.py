"""The life of a provision: no gap, no overlap, one answer for each day; who brought a version in and who ended it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.days import Ground
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.timeline.answer import answers_over, open_dossier
from lawgraph.timeline.history import History, Timeline
from lawgraph.voice.recorded import because_sentence
from lives import Table, life_of, on, told, version_on, versions

HELD = date(2020, 1, 1)
TEN_DAYS = OperationRule(RuleKind.AFTER_PUBLICATION, days=10)
LIST = "art_5 | -\nart_5__point_1 | clocks;\nart_5__point_2 | {second}\nart_5__point_3 | bells."
EXCLUDED = Table(LIST.format(second="excluded"), "art_5__point_2 | exclusion | 124-V, 2013-07-03 | 10 days", day=HELD,
                 own_rule=TEN_DAYS)


def life(table: Table, eid: str) -> list[str]:
    """Return a life as `from | before | answer | introduced by | ended by` lines."""
    return [f"{told(each.start)} | {told(each.before)} | {each.in_operation}"
            f"{f' {each.wording}' if each.wording else ''} | {', '.join(each.introduced_by) or '-'}"
            f" | {', '.join(each.ended_by) or '-'}" for each in versions(life_of(table), eid)]


def test_the_example_of_the_design() -> None:
    """`text --on 2013-06-01`: yes, unknown, from 2010-05-10 .. 2010-06-09, before 2013-07-14 .. 2013-08-13,
    "excluded by № 124-V, operative from 2013-07-14 at the earliest"."""
    version = on(life_of(EXCLUDED), "art_5__point_2", "2013-06-01")
    assert (version.in_operation, version.wording, version.text, version.nearest) == (
        Presence.YES, Wording.UNKNOWN, None, ())
    assert (told(version.start), told(version.before)) == ("2010-05-10 .. 2010-06-09", "2013-07-14 .. 2013-08-13")
    assert [because_sentence(each) for each in version.because] == [
        "excluded by № 124-V, operative from 2013-07-14 at the earliest"]
    assert version.start.basis
    assert Ground.TERM_BY_ANALOGY in [each.ground for each in version.before.basis.clauses]


def test_the_life_of_an_excluded_point() -> None:
    """Intervals are half open: `from` is the first day, `before` the first day no more; each end has its bounds."""
    assert [line.split(" | ")[2:] for line in life(EXCLUDED, "art_5__point_2")][:4] == [
        ["possible unknown", "-", "-"],
        ["yes unknown", "-", "124-V"],
        ["possible unknown", "124-V", "124-V"],
        ["no", "124-V", "-"]]


def test_the_life_of_an_inserted_point() -> None:
    """introduced_by, ended_by: the acts at which a version begins and ends."""
    told = "art_5__point_3-1 | insertion | 124-V, 2013-07-03 | on 2014-01-01"
    table = Table(f"{LIST.format(second='chimes;')}\nart_5__point_3-1 | ropes.", told, told, complete="124-V",
                  until=date(2026, 1, 1), day=HELD)
    assert life(table, "art_5__point_3-1") == [
        "2010-05-10 | 2014-01-01 | no | - | 124-V",
        "2014-01-01 | 2026-01-02 | yes attested | 124-V | -",
        "2026-01-02 | ? .. ? | presumed presumed | - | -"]


def test_two_wordings_follow_each_other() -> None:
    """introduced_by, ended_by: № 1-V brought this wording, № 2-V ended it."""
    table = Table(LIST.format(second="chimes;"), """
        art_5 | modification | 1-V, 2011-12-01 | on 2012-01-01
        art_5 | modification | 2-V, 2013-07-03 | on 2014-01-01
        """, """
        art_5__point_2 | substitution | 1-V, 2011-12-01 | on 2012-01-01 | earlier gongs; | later horns;
        art_5__point_2 | substitution | 2-V, 2013-07-03 | on 2014-01-01
        """, complete="1-V, 2-V", day=HELD)
    assert [(told(each.start), told(each.before), each.text, each.introduced_by, each.ended_by)
            for each in versions(life_of(table), "art_5__point_2")][:3] == [
        ("2010-05-10", "2012-01-01", "gongs;", (), ("1-V",)),
        ("2012-01-01", "2014-01-01", "horns;", ("1-V",), ("2-V",)),
        ("2014-01-01", "2020-01-02", "chimes;", ("2-V",), ())]


def test_a_version_does_not_begin_with_an_act_on_another_provision() -> None:
    """introduced_by: an act that did not touch the provision brought no version of it."""
    table = Table(LIST.format(second="chimes;"), "art_5 | modification | 1-V, 2011-12-01 | on 2012-01-01",
                  "art_5__point_3 | substitution | 1-V, 2011-12-01 | on 2012-01-01", complete="1-V", day=HELD)
    assert life(table, "art_5__point_1")[0] == "2010-05-10 | 2020-01-02 | yes attested | - | -"


def test_the_nearest_wording_may_lie_on_either_side() -> None:
    """… the days between are open with both wordings offered."""
    table = Table(LIST.format(second="chimes;"), """
        art_5 | modification | 1-V, 2011-12-01 | on 2012-01-01
        art_5__point_2 | modification | 2-V, 2013-07-03 | on 2014-01-01
        """, "art_5__point_2 | substitution | 1-V, 2011-12-01 | on 2012-01-01 | earlier gongs;", complete="1-V",
                  day=HELD)
    version = on(life_of(table), "art_5__point_2", "2012-01-01")
    assert (version.wording, version.text) == (Wording.UNKNOWN, None)
    assert {(each.text, str(each.first), str(each.before)) for each in version.nearest} == {
        ("gongs;", "2010-05-10", "2012-01-01"), ("chimes;", "2014-01-01", "None")}


def test_nothing_is_offered_where_nothing_is_held() -> None:
    """null means not held."""
    version = on(life_of(EXCLUDED), "art_5__point_2", "2013-06-01")
    assert version.nearest == ()


def order_of(table: Table) -> list[str]:
    return [str(each.unit.eid) for each in life_of(table).timelines]


def test_provisions_stand_in_the_order_of_print() -> None:
    """Flat, in the order in which the newest source prints them, a heading first: no number moves what is printed."""
    table = Table("""
        chp_1 | - | heading: Towers
        art_4 | -
        art_4__para_10 | Ten.
        art_4__al_2 | A part between paragraphs.
        art_4__para_9 | Nine.
        art_4-1 | The rope shall hang. | heading: Ropes
        art_5 | The hand shall turn.
        chp_2 | -
        art_10 | The last.
        annex_1 | A list.
        """, "art_5__para_1 | exclusion | 1-V, 2011-12-01 | on 2012-01-01 | footnote", day=HELD)
    assert order_of(table) == [
        "chp_1", "chp_1__heading", "art_4", "art_4__para_10", "art_4__al_2", "art_4__para_9", "art_4-1", "art_4-1__heading",
        "art_5", "art_5__para_1", "chp_2", "art_10", "annex_1"]


def test_a_number_places_what_the_newest_source_does_not_print() -> None:
    """Behind the last of its kind with a lower number, before the first with a higher one; 4, 4-1, 4-2, 5."""
    older = Table("""
        art_1 | One.
        art_2 | -
        art_2__point_1 | First.
        art_2__point_2 | Second.
        art_2__point_3 | Third.
        art_2__al_2 | A part.
        art_2-1 | Two.
        art_3 | Three.
        annex_1 | A list.
        """, day=date(2012, 1, 1))
    newest = Table("""
        art_2 | -
        art_2__point_3 | Third.
        art_2__point_1 | First.
        art_2__al_2 | A part.
        art_3 | Three.
        """, "art_2__point_1-1 | exclusion | 1-V, 2011-12-01 | on 2012-01-01 | footnote", day=HELD, editions=(older,))
    assert order_of(newest) == [
        "art_1", "art_2", "art_2__point_3", "art_2__point_1", "art_2__point_1-1", "art_2__point_2", "art_2__al_2", "art_2-1",
        "art_3", "annex_1"]


# Properties


TARGETS = ("law", "chp_1", "art_1", "art_1__heading", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_1",
           "art_1__para_2__point_1-1", "art_1__para_3", "art_1__al_2", "art_2", "art_2-1", "art_2-1__para_1")
ACTIONS = ("insertion", "substitution", "modification", "exclusion", "text_substitution", "suspension", "expiry")
ACTS = ("1-V, 2011-12-01", "2-V, 2011-12-20", "3-V, 2013-07-03", "4-VI, 2016-05-05")
RULES = ("10 days", "6 months", "on 2012-01-01", "on 2014-01-01", "see Article 2", "unstated", "on publication")
EDITION = """
chp_1                    | -                       | heading: Towers
art_1                    | -                       | heading: Clocks
art_1__para_1            | The clock shall strike.
art_1__para_2            | The bell shall:
art_1__para_2__point_1   | ring;
art_1__para_2__point_1-1 | chime.
art_1__para_3            | excluded
art_1__al_2              | The keeper shall wind.
art_2                    | The tower shall stand.
art_2-1                  | -
art_2-1__para_1          | The rope shall hang.
"""
changes = st.lists(st.tuples(st.sampled_from(TARGETS), st.sampled_from(ACTIONS), st.sampled_from(ACTS),
                             st.sampled_from(RULES)).map(" | ".join), max_size=4).map("\n".join)
repeals = st.sampled_from(("", "\nlaw | repeal | 9-VI, 2018-10-01 | 10 days"))
days = st.dates(date(2010, 1, 1), date(2030, 1, 1))
stated = st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2021, 1, 1)))
impossible = st.one_of(st.none(), st.dates(date(2011, 1, 1), date(2021, 1, 1)))
"""Days of an edition that may lie before the adoption of acts that it names: a source can say so (a finding)."""


def tables(edition_days: st.SearchStrategy[date | None]) -> st.SearchStrategy[Table]:
    """Draw laws with up to four claims and four facts."""
    return st.builds(lambda claims, repeal, facts, complete, day, until: Table(
        EDITION, claims + repeal, facts, complete=complete, day=day, until=until, own_rule=TEN_DAYS),
        changes, repeals, changes, st.sampled_from(("", "1-V", "1-V, 3-V")), edition_days, impossible)


@settings(max_examples=25)
@given(tables(impossible))
def test_no_gap_and_no_overlap(table: Table) -> None:
    """No gap and no overlap in a timeline, from the law's first possible day to no end."""
    life = life_of(table)
    for timeline in life.timelines:
        told = timeline.versions
        assert told[0].start.latest == life.days.start.earliest
        assert told[-1].before.earliest is None
        for one, next_one in pairwise(told):
            assert one.before.earliest == next_one.start.latest
            assert one.before.earliest is not None


@settings(max_examples=25)
@given(tables(impossible), days)
def test_as_of_is_total(table: Table, day: date) -> None:
    """As-of is total: each day has exactly one version, and it is what the evidence answers for that very day."""
    life = life_of(table)
    for members in _articles(life):
        dossiers = [open_dossier(life.evidence, each.unit) for each in members]
        direct = answers_over(life.evidence, life.days, dossiers, [day])
        for timeline in members:
            version = version_on(timeline.versions, day)
            answer = direct[timeline.unit.eid].at(0)
            assert (version.in_operation, version.wording, version.text, version.because) == (
                answer.in_operation, answer.wording, answer.text, answer.because) if version else (
                day < date(2010, 5, 10) and answer.in_operation is Presence.NO)


@settings(max_examples=25)
@given(tables(stated))
def test_each_version_keeps_its_word(table: Table) -> None:
    """Where presence is no, wording is null; text is held where attested or presumed, else null, and a nearest text is
    offered only there; the outer bounds lie around the inner ones; neighbours differ."""
    for timeline in life_of(table).timelines:
        for version in timeline.versions:
            _keeps_its_word(version)
        for one, other in pairwise(timeline.versions):
            assert _said(one) != _said(other)


def _articles(life: History) -> Iterator[list[Timeline]]:
    for _, members in groupby(life.timelines, key=lambda each: (each.unit.eid.ancestors[-1:] or (each.unit.eid,))[0]):
        yield list(members)


def _keeps_its_word(version: Version) -> None:
    absent = version.in_operation is Presence.NO
    assert (version.wording is None) is absent
    assert (version.text is not None) is (version.wording in (Wording.ATTESTED, Wording.PRESUMED))
    assert not version.nearest or (version.text is None and not absent)
    assert len({each.text for each in version.nearest}) == len(version.nearest) <= 2
    assert version.start.latest is not None
    assert version.start.earliest is not None
    assert version.start.earliest <= version.start.latest
    assert version.start.basis
    assert version.before.basis
    if version.before.earliest is not None:
        assert version.before.latest is None or version.before.earliest <= version.before.latest
    sure = version.in_operation is Presence.YES and version.wording is Wording.ATTESTED
    unprinted = version.wording is Wording.UNKNOWN and not version.nearest
    assert version.because or sure or absent or unprinted


def _said(version: Version) -> tuple[object, ...]:
    return version.in_operation, version.wording, version.text, version.because


@given(st.integers(0, 5000))
def test_the_day_before_the_law_has_no_version(count: int) -> None:
    """Also no: before the law's first day."""
    told = versions(life_of(Table("art_1 | The clock shall strike.", day=HELD)), "art_1")
    assert version_on(told, date(2010, 5, 9) - timedelta(days=count)) is None
