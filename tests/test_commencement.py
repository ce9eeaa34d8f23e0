"""Commencement: clauses become rules, rules become bounds; each test quotes the sentence it stands for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.facts.commencement import bounds_of_rule, publication_bounds
from lawgraph.languages.state import default_start
from lawgraph.law.acts import ActRecord
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.authors import Act, ActKind, Publication
from lawgraph.law.days import DayBounds, Ground
from lawgraph.parsing.document import parse
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.reading.plain import read_plain
from lawgraph.timeline.history import disagreeing_starts, start_of
from lives import RECORD, Table, bounds, check, findings, life_of, messages, operative, sources_of, told
from statute import statute

HELD = date(2020, 1, 1)
PRINTED = "art_1 | -\nart_1__para_1 | The clock shall strike.\nart_1__para_2 | The bell shall ring."
CLAIM = "art_1__para_2 | modification | 1-V, 2013-07-03 | 10 days"
days = st.dates(date(1998, 1, 1), date(2040, 1, 1))
terms = st.one_of(st.integers(0, 400).map("{} days".format), st.integers(0, 24).map("{} months".format))


# With the day of first official publication


@pytest.mark.parametrize(("rule", "published", "first"), [
    ("10 days", "2021-01-05", "2021-01-16"),    # the three examples with both ends in sources
    ("10 days", "2012-02-14", "2012-02-25"),
    ("10 days", "2012-12-27", "2013-01-07"),    # over New Year
    ("60 days", "2025-12-31", "2026-03-02"),    # fitting, № 245-VIII
    ("10 days", "2023-03-15", "2023-03-26"),    # fitting, № 206-VII
    ("10 days", "2020-02-20", "2020-03-02"),    # over 29 February
])
def test_days_after_publication(rule: str, published: str, first: str) -> None:
    """First official publication P and N days give first day of operation P + N + 1."""
    assert told(bounds(rule, "1-VI, 2011-01-01", published)) == first


@pytest.mark.parametrize(("rule", "published", "first"), [
    ("6 months", "2025-07-19", "2026-01-20"),   # fitting, № 213-VIII
    ("6 months", "2013-08-31", "2014-03-01"),   # 31 February is 28 February, plus one
    ("1 months", "2020-01-31", "2020-03-01"),   # 29 February in a leap year, plus one
    ("1 months", "2013-05-31", "2013-07-01"),
    ("12 months", "2012-02-29", "2013-03-01"),
    ("3 months", "2013-11-15", "2014-02-16"),
])
def test_months_after_publication(rule: str, published: str, first: str) -> None:
    """Months likewise (same day of month, clamped to its end, + 1)."""
    assert told(bounds(rule, "1-VI, 2011-01-01", published)) == first


def test_on_publication() -> None:
    """On publication (the day itself)."""
    assert told(bounds("on publication", "1-V, 2013-07-03", "2013-07-10")) == "2013-07-10"


def test_on_a_day() -> None:
    """On a day: publication moves nothing."""
    assert told(bounds("on 2014-01-01", "1-V, 2013-07-03")) == "2014-01-01"
    assert told(bounds("on 2014-01-01", "1-V, 2013-07-03", "2013-07-10")) == "2014-01-01"


def test_from_the_day_is_told_apart() -> None:
    """"From the day" (со дня) and "after the day" (после дня) are told apart; "from the day" is unsettled, so both."""
    assert told(bounds("10 days from the day", "1-V, 2013-07-03", "2013-07-10")) == "2013-07-20 .. 2013-07-21"
    assert told(bounds("10 days", "1-V, 2013-07-03", "2013-07-10")) == "2013-07-21"


def test_of_two_publications_that_are_called_the_first_either_may_be() -> None:
    """N days after *first* official publication."""
    assert told(bounds("10 days", "1-V, 2013-07-03", "2013-07-20", "2013-07-10")) == "2013-07-21 .. 2013-07-31"


def test_a_publication_before_the_adoption_is_not_believed() -> None:
    act = Act("7-VI", date(2018, 3, 1), ActKind.LAW)
    early = _published(act, Publication((date(2018, 2, 20),), None, None, RECORD, first=True))
    assert _span(publication_bounds(act, early)) == (date(2018, 3, 1), date(2018, 3, 31))


def test_a_publication_before_the_one_that_is_called_the_first() -> None:
    act = Act("7-VI", date(2018, 3, 1), ActKind.LAW)
    both = _published(act, Publication((date(2018, 3, 6),), None, None, RECORD),
                      Publication((date(2018, 3, 10),), None, None, RECORD, first=True))
    assert _span(publication_bounds(act, both)) == (date(2018, 3, 6), date(2018, 3, 10))


# Without it


def test_without_publication_the_term_bounds_it() -> None:
    """Without P: earliest from P ≥ adoption; latest from the statutory term for publication (30 calendar days after
    signature …)."""
    assert told(bounds("10 days", "124-V, 2013-07-03")) == "2013-07-14 .. 2013-08-13"
    assert told(bounds("6 months", "1-VI, 2019-07-01")) == "2020-01-02 .. 2020-02-01"
    assert told(bounds("on publication", "1-VI, 2019-07-01")) == "2019-07-01 .. 2019-07-31"
    assert told(bounds("10 days from the day", "1-V, 2013-07-03")) == "2013-07-13 .. 2013-08-13"


@pytest.mark.parametrize(("adopted", "sure"), [
    ("2010-12-29", False), ("2015-12-31", False), ("2016-04-18", False), ("2016-04-19", True), ("2019-07-01", True)])
def test_how_sure_the_term_is(adopted: str, sure: bool) -> None:  # noqa: FBT001
    """… certain for acts of 2016 and later, presumed by analogy before (Law № 480-V is operative from 2016-04-19)."""
    basis = bounds("10 days", f"1-VI, {adopted}").basis
    assert [each.ground for each in basis.clauses] == [Ground.STATUTORY_TERM if sure else Ground.TERM_BY_ANALOGY]


def test_no_term_was_read_for_orders() -> None:
    """Latest from the statutory term for publication: read for laws only, so an order has no latest day."""
    assert told(bounds("10 days", "order 258, 2021-07-21")) == "2021-08-01 .. ?"
    assert told(bounds("10 days", "order 258, 2021-07-21", "2021-08-02")) == "2021-08-13"


@pytest.mark.parametrize(("day", "clause", "first"), [
    ("2021-03-01", "по истечении десяти календарных дней после дня его первого официального опубликования", "2020-03-13 .. 2021-03-01"),
    ("2021-03-01", "со дня его первого официального опубликования", "2020-03-02 .. 2021-03-01"),
    ("2020-05-01", "со дня его первого официального опубликования", "2020-03-02 .. ?"),
    ("2021-03-01", "по истечении шести месяцев после дня его первого официального опубликования", "2020-09-03 .. ?"),
    ("2021-03-01", "с открытием навигации", "2020-03-02 .. ?")])
def test_an_official_edition_of_a_late_day_bounds_the_start_of_an_order(day: str, clause: str, first: str) -> None:
    """A law whose start follows a publication that no term bounds has started by the day of an official edition that is half a
    year later than its earliest start; one that is not so late may be the text that was to be published."""
    text = (f" О барже\n\nПриказ Министра рек Республики Казахстан от 2 марта 2020 года № 9.\n\n      1. Баржа плывет.\n\n"
            f"      2. Настоящий приказ вводится в действие {clause}.\n\n      Министр\tВ. Выдуманный\n")
    held = Edition("rus", "rus.txt", parse(read_plain(text), "rus"), official=True, day=date.fromisoformat(day))
    adopted = date(2020, 3, 2)
    order = LawSources("V1", "9", adopted, Act("9", adopted, ActKind.ORDER), (held,))
    assert told(start_of(order, own_rules([held.document]))) == first
    assert told(start_of(replace(order, editions=(replace(held, official=False),)), own_rules([held.document]))).endswith("?")


@pytest.mark.parametrize("kind", ["constitutional-law", "code"])
def test_the_term_is_that_of_all_laws(kind: str) -> None:
    """… the statutory term for publication: constitutional laws and codes are laws."""
    assert told(bounds("10 days", f"{kind} 1-V, 2013-07-03")) == "2013-07-14 .. 2013-08-13"


@pytest.mark.parametrize("rule", ["see Article 2", "unstated"])
def test_a_clause_that_gives_no_day_is_bounded_by_the_adoption_alone(rule: str) -> None:
    """See article N of the act: earliest from P ≥ adoption; no rule, no latest day."""
    assert told(bounds(rule, "292-VI, 2019-12-27")) == "2019-12-27 .. ?"


def test_an_edition_that_shows_the_change_bounds_it() -> None:
    """Latest … from the stated day of an edition that shows the change on that target; a page that was retrieved may have
    been made ahead of it."""
    assert operative(Table(PRINTED, CLAIM, day=date(2013, 8, 1)), "art_1__para_2", "1-V") == [
        "2013-07-14 .. 2013-08-01"]
    assert operative(Table(PRINTED, CLAIM, retrieved=date(2013, 8, 1)), "art_1__para_2", "1-V") == [
        "2013-07-14 .. 2013-08-13"]
    assert operative(Table(PRINTED, CLAIM, day=HELD), "art_1__para_2", "1-V") == ["2013-07-14 .. 2013-08-13"]
    assert operative(Table(PRINTED, CLAIM.replace("10 days", "see Article 2"), day=HELD), "art_1__para_2", "1-V") == [
        "2013-07-03 .. 2020-01-01"]


def test_a_day_computed_from_an_act_bounds_nothing() -> None:
    """(A day computed from any act bounds nothing.)"""
    claims = f"{CLAIM}\nart_1__para_1 | modification | 2-V, 2013-07-05 | on 2013-08-01"
    assert operative(Table(PRINTED, claims), "art_1__para_2", "1-V") == ["2013-07-14 .. 2013-08-13"]


def test_an_edition_that_only_foresees_the_change_bounds_nothing() -> None:
    """… of an edition that *shows* the change …"""
    assert operative(Table(PRINTED, f"{CLAIM} | pending", day=date(2013, 8, 1)), "art_1__para_2", "1-V") == [
        "2013-07-14 .. 2013-08-13"]


def test_an_edition_bounds_the_change_of_that_target_only() -> None:
    """… shows the change *on that target* …: an act may start in parts, another target may come later."""
    other = CLAIM.replace("para_2", "para_1").replace("10 days", "see Article 2")
    table = Table(PRINTED, CLAIM, other, day=date(2013, 8, 1))
    assert operative(table, "art_1__para_1", "1-V") != ["2013-07-03 .. 2013-08-01"]


# A stated day


def test_a_stated_day_beats_a_computed_one() -> None:
    """A stated day of operation (a fact) beats a computed one …"""
    assert operative(Table(PRINTED, CLAIM, published="1-V, 2013-07-03 | operative 2013-07-20", day=HELD),
                     "art_1__para_2", "1-V") == ["2013-07-20"]


def test_a_stated_day_settles_from_the_day() -> None:
    """"From the day" (со дня, 562-IV) is unsettled: a stated day decides."""
    table = Table(PRINTED, CLAIM.replace("10 days", "10 days from the day"), day=HELD,
                  published="1-V, 2013-07-03 | operative 2013-07-20")
    assert operative(table, "art_1__para_2", "1-V") == ["2013-07-20"]


def test_a_stated_day_that_fits_is_no_finding() -> None:
    """… and disagreement is a finding: agreement is none."""
    assert findings(Table(PRINTED, CLAIM, CLAIM, published="1-V, 2013-07-03 | operative 2013-07-20", day=HELD)) == []


def test_a_stated_day_that_disagrees_with_the_recorded_rule() -> None:
    """… and disagreement is a finding."""
    table = Table(PRINTED, CLAIM, CLAIM, published="1-V, 2013-07-03 | operative 2014-06-01", day=HELD)
    assert findings(table) == ["warning | operation_outside_bounds | - | 1-V"]
    assert "2014-06-01" in messages(table)[0]


def test_a_stated_day_that_disagrees_with_the_recorded_publication() -> None:
    """… and disagreement is a finding (published on 10 July, ten days: 21 July, not 20)."""
    table = Table(PRINTED, CLAIM, CLAIM, day=HELD,
                  published="1-V, 2013-07-03 | 2013-07-10\n1-V, 2013-07-03 | operative 2013-07-20")
    assert findings(table) == ["warning | operation_outside_bounds | - | 1-V"]


def test_a_stated_day_that_disagrees_with_the_printed_rule() -> None:
    """… beats a computed one, and disagreement is a finding (the rule stands in the footnote only)."""
    table = Table(PRINTED, CLAIM, published="1-V, 2013-07-03 | operative 2014-06-01", day=HELD)
    assert len([each for each in messages(table) if "2014-06-01" in each]) == 1


def test_a_stated_day_that_disagrees_with_the_printed_day() -> None:
    """A fact that contradicts a footnote yields a finding that shows both."""
    table = Table(PRINTED, CLAIM.replace("10 days", "on 2014-01-01"), day=HELD,
                  published="1-V, 2013-07-03 | operative 2014-06-01")
    shown = [each for each in messages(table) if "2014-01-01" in each and "2014-06-01" in each]
    assert len(shown) == 1


# Act and target


def test_a_target_may_have_a_first_day_of_its_own() -> None:
    """Operation belongs to act and target: an act may have several first days."""
    facts = f"{CLAIM} | own 2015-01-01\nart_1__para_1 | modification | 1-V, 2013-07-03 | 10 days"
    table = Table(PRINTED, facts=facts, published="1-V, 2013-07-03 | 2013-07-10", complete="1-V", day=HELD)
    assert operative(table, "art_1__para_1", "1-V") == ["2013-07-21"]
    assert operative(table, "art_1__para_2", "1-V") == ["2015-01-01"]


def test_several_rules_for_several_parts() -> None:
    """Several rules for several parts: each footnote has the rule of its own part, and so has a fact on it."""
    table = Table(f"{PRINTED}\nart_2 | -\nart_2__para_1 | The tower shall stand.", """
        art_1 | modification | 1-V, 2013-07-03 | 10 days
        art_2 | modification | 1-V, 2013-07-03 | on 2015-01-01
        """, "art_2__para_1 | modification | 1-V, 2013-07-03 | unstated", day=HELD)
    assert operative(table, "art_1", "1-V") == ["2013-07-14 .. 2013-08-13"]
    assert operative(table, "art_2", "1-V") == ["2015-01-01"]
    assert operative(table, "art_2__para_1", "1-V") == ["2015-01-01"]


def test_an_act_in_two_steps_on_one_target() -> None:
    """Operation belongs to act and target: an act may have several first days."""
    table = Table(PRINTED, "art_1 | modification | 1-V, 2013-07-03 | on 2014-01-01\n"
                           "art_1 | modification | 1-V, 2013-07-03 | on 2015-01-01", day=HELD)
    assert operative(table, "art_1", "1-V") == ["2014-01-01", "2015-01-01"]


# The law's own start


SIGNED = "President\n\nof the Republic of Kazakhstan\n\nA. Kerekov\n"
CLOCKS = "Article 1. Clocks\n\n| The clock shall strike.\n\n"
CLOSING = "Article 2. Order of operation\n\n| {clause}\n\n"


@pytest.mark.parametrize(("clause", "first"), [
    ("This Law shall be enforced upon expiry of ten calendar days after its first official publication.",
     "2010-05-10 .. 2010-06-09"),
    ("This Law shall enter into force on 1 January 2011.", "2011-01-01"),
    ("This Law shall be enforced from the date of its first official publication.", "2010-04-29 .. 2010-05-29"),
    ("This Law shall be enforced upon expiry of six months after its first official publication.",
     "2010-10-30 .. 2010-11-30"),
])
def test_the_law_starts_by_its_own_last_article(clause: str, first: str) -> None:
    """The law's own start follows its own last article."""
    document = parse(read_plain(statute(f"{CLOCKS}{CLOSING.format(clause=clause)}")), "eng")
    assert told(start_of(sources_of(Table(PRINTED)), own_rules([document]))) == first


def test_the_law_starts_by_the_clause_of_its_own_language() -> None:
    """The law's own start follows its own last article, in Russian as well."""
    document = parse(read_plain(statute("Статья 1. Часы\n\n| Часы бьют.\n\nСтатья 2. Порядок введения в действие\n\n"
                             "| Настоящий Закон вводится в действие по истечении десяти календарных дней после его "
                             "первого официального опубликования.\n\n", "rus")), "rus")
    assert told(start_of(sources_of(Table(PRINTED)), own_rules([document]))) == "2010-05-10 .. 2010-06-09"


def test_a_part_that_starts_earlier_leaves_the_start_of_the_law_open() -> None:
    """Several rules for several parts: from the first possible day on nothing is sure of the whole."""
    clause = ("This Law shall be enforced from 1 January 2012, except for Article 1, which shall be enforced from 1 June 2010.")
    document = parse(read_plain(statute(f"{CLOCKS}{CLOSING.format(clause=clause)}")), "eng")
    start = start_of(sources_of(Table(PRINTED)), own_rules([document]))
    assert start.earliest is not None
    assert start.earliest <= date(2010, 6, 1)
    assert start.latest is None


def test_what_is_recorded_of_the_own_act_decides_over_the_rule_that_the_law_states() -> None:
    """A stated day of operation (a fact) beats a computed one, and disagreement is a finding."""
    table = Table(PRINTED, published="271-IV, 2010-04-29 | 2010-04-30\n271-IV, 2010-04-29 | operative 2010-07-01")
    rule = OperationRule(RuleKind.AFTER_PUBLICATION, days=10)
    assert told(start_of(sources_of(table), [rule])) == "2010-07-01"
    assert [each.kind for each in disagreeing_starts(sources_of(table), [rule])] == ["operation_outside_bounds"]
    agreeing = Table(PRINTED, published="271-IV, 2010-04-29 | 2010-04-30\n271-IV, 2010-04-29 | operative 2010-05-11")
    assert not [*disagreeing_starts(sources_of(agreeing), [rule])]


def test_a_law_that_says_nothing_follows_the_statute() -> None:
    """Laws are put into operation ten calendar days after the day of first official publication unless they say
    otherwise (facts, "Law behind the bounds")."""
    document = parse(read_plain(statute(f"{CLOCKS}{SIGNED}")), "eng")
    assert told(start_of(sources_of(Table(PRINTED)), own_rules([document]))) == "2010-05-10 .. 2010-06-09"


def test_a_page_that_ends_before_the_signature_may_lack_the_closing_article() -> None:
    """What it says of the start is not printed: nobody knows it."""
    assert OperationRule(RuleKind.UNSTATED) in own_rules([parse(read_plain(statute(CLOCKS)), "eng")])
    signed = parse(read_plain(statute(f"{CLOCKS}{SIGNED}")), "eng")
    assert not own_rules([signed, parse(read_plain(statute(CLOCKS)), "eng")])


@pytest.mark.parametrize(("act", "days"), [
    (Act("480-V", date(2016, 4, 6), ActKind.LAW), 10),
    (Act("5-VI", date(2017, 2, 1), ActKind.CODE), 10),
    (Act("5-VI", date(2017, 2, 1), ActKind.UNSTATED), 10),
    (Act("271-IV", date(2010, 4, 29), ActKind.LAW), 10),
    (Act("12", date(2018, 3, 10), ActKind.ORDER), 21),
    (Act("12", date(2018, 3, 10), ActKind.RESOLUTION), 21),
    (Act("12", date(2016, 4, 18), ActKind.ORDER), None),
    (Act("12", date(2018, 3, 10), ActKind.UNSTATED), None),
    (Act("69-I", date(1997, 1, 15), ActKind.LAW), None),
    (Act("5-VI", None, ActKind.LAW), None),
])
def test_the_default_start_depends_on_kind_and_day_of_the_act(act: Act, days: int | None) -> None:
    """An order of 2018 that says nothing starts 21 days after publication; before 2016 no rule was read for it, and
    before 1998 none for laws."""
    rule = default_start(act)
    assert (rule and rule.days) == days


ORDER = f"{CLOCKS}Article 2. Order of operation\n\n"
TEN = "shall be enforced upon expiry of ten calendar days after its first official publication"
BY = f"the Law of the Republic of Kazakhstan dated 05.05.2014 № 200-V ({TEN})"


@pytest.mark.parametrize("body", [
    f"{ORDER}| 1. This Law {TEN}.\n\n| 2. Article 1 of this Law shall be enforced by a separate law.\n\n",
    f"{CLOCKS}| This Article shall enter into force upon the opening of the tower.\n\nArticle 2. Order\n\n| This Law {TEN}.\n\n",
    f"{ORDER}| A separate law puts the whole of it into operation: it enters into force when that law says so.\n\n",
    f"{ORDER}| Footnote. Article 2 is excluded by {BY}.\n\n",
    f"{ORDER}| The clock is wound.\n\n| Footnote. Article 2 in the wording of {BY}.\n\n",
    f"Chapter 1. Time\n\n{CLOCKS}Chapter 2. Bells\n\n| Footnote. Chapter 2 in the new wording of {BY}.\n\n{ORDER}| It rings.\n\n",
    f"Chapter 1. Time\n\n{CLOCKS}Chapter 2. Bells\n\n| Footnote. Chapter 2 is excluded by {BY}.\n\n",
    f"Chapter 1. Time\n\n| Footnote. Chapter 1 in the new wording of {BY}.\n\n{CLOCKS}{ORDER}| This Law {TEN}.\n\n",
], ids=["another paragraph", "the article itself", "words that are no rule", "closing article excluded",
        "closing article newly worded",
        "closing chapter newly worded", "closing chapter excluded", "told in a chapter that was newly worded"])
def test_nothing_is_assumed_of_the_start_where_it_may_be_told_otherwise(body: str) -> None:
    """A law whose closing article says of single units when they start, or says it in words that are no rule, or is no
    longer what it was, may have started later than the default says."""
    document = parse(read_plain(statute(body)), "eng")
    assert OperationRule(RuleKind.UNSTATED) in own_rules([document])
    assert start_of(sources_of(Table(PRINTED)), own_rules([document])).latest is None


def test_an_earlier_chapter_newly_worded_leaves_the_start_as_it_was() -> None:
    """The closing article stands behind it, and says nothing of a start."""
    body = (f"Chapter 1. Time\n\n| Footnote. Chapter 1 in the new wording of {BY}.\n\n{CLOCKS}"
            f"Chapter 2. Bells\n\nArticle 2. Bells\n\n| The bell rings.\n\n{SIGNED}")
    assert not own_rules([parse(read_plain(statute(body)), "eng")])


def test_the_last_sentence_of_the_last_article_tells_the_start() -> None:
    """The closing sentence need not be an article of its own."""
    body = ("Article 1. Clocks\n\n| The clock shall strike. This Law shall enter into force on 1 January 2011.\n\n")
    document = parse(read_plain(statute(body)), "eng")
    assert told(start_of(sources_of(Table(PRINTED)), own_rules([document]))) == "2011-01-01"


def test_the_publication_of_the_law_settles_its_start() -> None:
    """P + N + 1, for the law itself."""
    ten = OperationRule(RuleKind.AFTER_PUBLICATION, days=10)
    table = Table(PRINTED, published="271-IV, 2010-04-29 | 2010-05-08", day=HELD, own_rule=ten)
    assert told(life_of(table).days.start) == "2010-05-19"
    check(table, """
        art_1__para_1 | 2010-05-18 | no
        art_1__para_1 | 2010-05-19 | yes attested
        """)


# Until a day, and backwards


def test_suspended_until_a_day() -> None:
    """Suspended until a day."""
    check(Table(f"{PRINTED}\nart_2 | The tower shall stand.",
                "art_2 | suspension | 1-V, 2013-07-03 | on 2014-01-01 | until 2015-01-01", day=HELD), """
        art_2         | 2013-12-31 | yes attested
        art_2         | 2014-01-01 | no
        art_2         | 2014-12-31 | no
        art_2         | 2015-01-01 | yes attested
        art_1__para_2 | 2014-06-01 | yes attested
        """)


def test_a_suspension_reaches_all_parts() -> None:
    """Suspended until a day: parts stand in an enclosing whole."""
    check(Table(PRINTED, "art_1 | suspension | 1-V, 2013-07-03 | on 2014-01-01 | until 2015-01-01", day=HELD), """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-06-01 | no
        art_1__para_2 | 2015-01-01 | yes attested
        """)


def test_a_suspension_without_an_end() -> None:
    """Suspended until a day that no source tells: possible, never a guess."""
    check(Table(PRINTED, "art_1__para_2 | suspension | 1-V, 2013-07-03 | on 2014-01-01", day=HELD), """
        art_1__para_2 | 2013-12-31 | yes attested
        art_1__para_2 | 2014-06-01 | possible attested
        """)


def test_until_a_day() -> None:
    """Until a day (expiry): the first day no more."""
    check(Table("art_1 | -\nart_1__para_1 | The clock shall strike.\nart_1__para_2 | excluded",
                "art_1__para_2 | expiry | 1-V, 2013-07-03 | on 2015-01-01", day=HELD), """
        art_1__para_2 | 2014-12-31 | yes unknown
        art_1__para_2 | 2015-01-01 | no
        """)


def test_an_expiry_ends_what_is_still_printed() -> None:
    """Until a day (expiry): the edition of 2014 prints what ends in 2015, and a fact tells that it did."""
    expiry = "art_1__para_2 | expiry | 1-V, 2013-07-03 | on 2015-01-01"
    check(Table(PRINTED, f"{expiry} | pending", f"{expiry} | own 2015-01-01", complete="1-V", day=date(2014, 1, 1),
                until=HELD), """
        art_1__para_2 | 2014-12-31 | yes attested
        art_1__para_2 | 2015-01-01 | no
        """)


def test_retroactivity_does_not_touch_operation() -> None:
    """Retroactive ("extends to relations that arose from …") as an applicability apart from operation."""
    document = parse(read_plain(statute(
        "Article 1. Clocks\n\n| The clock shall strike.\n\n| Footnote. Article 1 is in the wording of the Law of the "
        "Republic of Kazakhstan № 124-V dated 03.07.2013 (shall be enforced upon expiry of ten calendar days after its "
        "first official publication and extends to relations that arose from 1 January 2013).\n\n")), "eng")
    rules = [claim.operation for claim in document.claims]
    assert rules == [OperationRule(RuleKind.AFTER_PUBLICATION, days=10, applies_from=date(2013, 1, 1))]


def test_a_publication_bounds_from_above_where_no_source_says_that_it_was_the_first() -> None:
    """A publication counts as the first only where its source says so: published on 5 March and again on 20 April,
    the file knows the second, and nothing begins only then."""
    act, adopted = Act("7-VI", date(2018, 3, 1), ActKind.LAW), date(2018, 3, 1)
    again = _published(act, Publication((date(2018, 3, 20),), None, None, RECORD))
    assert _span(publication_bounds(act, again)) == (adopted, date(2018, 3, 20))
    late = _published(act, Publication((date(2018, 4, 20),), None, None, RECORD))
    assert _span(publication_bounds(act, late)) == (adopted, date(2018, 3, 31))
    first = _published(act, Publication((date(2018, 3, 20),), None, None, RECORD),
                       Publication((date(2018, 3, 5),), None, None, RECORD, first=True))
    assert publication_bounds(act, first).exact


def test_an_act_printed_in_several_issues_was_published_with_the_last() -> None:
    """An act printed in several issues was published with the last."""
    act = Act("7-VI", date(2018, 3, 1), ActKind.LAW)
    issues = (date(2018, 3, 6), date(2018, 3, 7), date(2018, 3, 9))
    record = _published(act, Publication(issues, None, None, RECORD, first=True))
    assert _span(bounds_of_rule(_rule("10 days"), act, record)) == (date(2018, 3, 20), date(2018, 3, 20))


# Properties


def _published(act: Act, *publications: Publication) -> ActRecord:
    return ActRecord(act, (), None, RECORD, publications)


def _span(bounds: DayBounds) -> tuple[date | None, date | None]:
    return bounds.earliest, bounds.latest


def _first(rule: str, adopted: date, published: date | None) -> DayBounds:
    record = ActRecord(Act("1-V", adopted), (), None, RECORD, (Publication((published,), None, None, RECORD, first=True),)
                       if published else ())
    return bounds_of_rule(_rule(rule), Act("1-V", adopted, ActKind.LAW), record)


def _rule(text: str) -> OperationRule:
    count, unit = text.split()
    named: dict[str, Any] = {unit: int(count)}
    return OperationRule(RuleKind.AFTER_PUBLICATION, **named)


@given(terms, days, st.integers(0, 30))
def test_a_known_publication_falls_within_the_bounds_of_an_unknown_one(rule: str, adopted: date, later: int) -> None:
    """An interval [earliest, latest] with its basis, exact only when the publication date is known."""
    published = date.fromordinal(adopted.toordinal() + later)
    exact, open_ = _first(rule, adopted, published), _first(rule, adopted, None)
    assert exact.exact
    assert open_.earliest is not None
    assert open_.latest is not None
    assert exact.earliest is not None
    assert open_.earliest <= exact.earliest <= open_.latest
    assert exact.basis
    assert open_.basis


@given(terms, days, st.integers(0, 300))
def test_a_later_publication_never_gives_an_earlier_day(rule: str, published: date, later: int) -> None:
    """The first day of operation follows publication."""
    one = _first(rule, published, published)
    other = _first(rule, published, date.fromordinal(published.toordinal() + later))
    assert one.earliest is not None
    assert other.earliest is not None
    assert published < one.earliest <= other.earliest
