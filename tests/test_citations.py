"""What people type, and what a wording refers to, in three languages."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.tables import ActRule, OwnName, UnitRule, WordRule
from lawgraph.law.eid import Eid
from lawgraph.law.errors import UnknownProvision
from lawgraph.parsing.citations.addresses import (
    acts_of,
    addresses,
    bare_units_of,
    nearest,
    pointers_of,
    read_acts,
    steps_of,
    units_of,
)
from lawgraph.parsing.citations.resolving import citations, resolve
from lawgraph.parsing.document import parse_file

KNOWN = frozenset(map(Eid, re.findall(r"\S+", (
    "preamble law__heading chp_1 chp_2 chp_3 art_3 art_4 art_5 art_5__point_2 art_6 art_6__para_1 art_6__para_2 "
    "art_6__para_1__point_1 art_6__para_1__point_2 art_6__para_1__point_4 art_6__para_2__point_1"
    " art_6__para_2__point_2"
    " art_6__para_2__point_4 art_6__para_2__point_4-1 art_6__para_2__point_10 art_7 art_7__point_1 art_7__point_11 "
    "art_7__point_11-1 art_8 art_8__heading art_9 art_9-1 art_18 art_18__para_3 art_18__para_3__al_2 "
    "art_18__para_3__al_2__point_1 art_21 art_21__al_2 art_28 art_28__para_1 art_28__para_2 art_29 art_29__para_1 "
    "art_29__para_2 art_31"
))))
HELD = addresses(KNOWN)


UNREADABLE = "this names no single provision; write for example 6(2)(4-1), art. 6 para 2 or ст. 6 п. 2"


@pytest.mark.parametrize(("typed", "eid"), [
    ("art_6__para_2__point_4-1", "art_6__para_2__point_4-1"),
    ("art. 6 para 2 point 4-1", "art_6__para_2__point_4-1"),
    ("Art. 6, para. 2, subpara. 4-1", "art_6__para_2__point_4-1"),
    ("Article 6(2)(4-1)", "art_6__para_2__point_4-1"),
    ("6(2)(4-1)", "art_6__para_2__point_4-1"),
    ("6(2)(4–1)", "art_6__para_2__point_4-1"),
    ("6.2.4-1", "art_6__para_2__point_4-1"),
    ("ст. 6 п. 2 пп. 4-1)", "art_6__para_2__point_4-1"),
    ("ст 6 п 2 пп 4-1", "art_6__para_2__point_4-1"),
    ("подпункт 4-1) пункта 2 статьи 6", "art_6__para_2__point_4-1"),
    ("подпункт 4-1) пункта 2 статьи 6 настоящего Закона", "art_6__para_2__point_4-1"),
    ("6-баптың 2-тармағының 4-1) тармақшасы", "art_6__para_2__point_4-1"),
    ("  Article\u00a06 ", "art_6"),
    ("§ 6", "art_6"),
    ("7 11-1", "art_7__point_11-1"),
    ("7(11-1)", "art_7__point_11-1"),
    ("28(1)", "art_28__para_1"),
    ("art 9-1", "art_9-1"),
    ("глава 2", "chp_2"),
    ("chapter 2", "chp_2"),
    ("Chapter II", "chp_2"),
    ("2-тарау", "chp_2"),
    ("preamble", "preamble"),
    ("преамбула", "preamble"),
    ("part 2 of article 21", "art_21__al_2"),
    ("часть вторая статьи 21", "art_21__al_2"),
    ("21-баптың екінші бөлігі", "art_21__al_2"),
    ("heading of article 8", "art_8__heading"),
    ("заголовок статьи 8", "art_8__heading"),
    ("8-баптың тақырыбы", "art_8__heading"),
    ("title of this law", "law__heading"),
    ("heading", "law__heading"),
])
def test_what_people_type(typed: str, eid: str) -> None:
    assert resolve(typed, HELD) == resolve(eid, HELD)
    assert resolve(typed, HELD).note is None


@pytest.mark.parametrize(("typed", "eid"), [
    ("art_18__para_3__point_1", "art_18__para_3__al_2__point_1"),
    ("18(3)(1)", "art_18__para_3__al_2__point_1"),
    ("point 11-1", "art_7__point_11-1"),
    ("part 2 of article 28", "art_28__para_2"),
    ("part one of article 21", "art_21"),
    ("article 6 of chapter 2", "art_6"),
    ("абзац 2 пункта 2 статьи 6", "art_6__para_2"),
])
def test_a_step_left_out_or_read_otherwise_is_told(typed: str, eid: str) -> None:
    assert (resolve(typed, HELD).eid, resolve(typed, HELD).note) == (eid, f"read as {eid}")


@pytest.mark.parametrize(("typed", "message"), [
    ("6(4)", "'6(4)': this can mean art_6__para_1__point_4, art_6__para_2__point_4; name one of them"),
    ("6(2)(99)", "'6(2)(99)': the law has no such provision; the nearest is art_6__para_2__point_10"),
    ("art. 58", "'art. 58': the law has no such provision; the nearest is art_31"),
    ("58(2)", "'58(2)': the law has no such provision; the nearest is art_31"),
    ("art_9-2", "'art_9-2': the law has no such provision; the nearest is art_9-1"),
    ("article 2", "'article 2': the law has no such provision; the nearest is art_3"),
    ("article 4 point 1", "'article 4 point 1': the law has no such provision; the nearest is art_4"),
    ("annex 1", "'annex 1': the law has no such provision; look into the contents of the law"),
    ("articles 5 and 6", f"'articles 5 and 6': {UNREADABLE}"),
    ("the police", f"'the police': {UNREADABLE}"),
    ("", f"'': {UNREADABLE}"),
])
def test_what_cannot_be_found_is_told_in_one_line(typed: str, message: str) -> None:
    with pytest.raises(UnknownProvision, match=f"^{re.escape(message)}$"):
        resolve(typed, HELD)


def test_acts_without_articles_have_paragraphs_at_the_top() -> None:
    rules = addresses({Eid("para_5"), Eid("para_5__al_2"), Eid("para_5__al_2__point_1")})
    assert resolve("5", rules).eid == "para_5"
    assert resolve("5(1)", rules).note == "read as para_5__al_2__point_1"


@pytest.mark.parametrize("typed", ["annex_1__para_2", "art_1__para_2", "art_1__para_1__para_2"])
def test_an_address_of_a_paragraph_is_not_that_of_a_point(typed: str) -> None:
    """People say "paragraph" for a point, addresses do not."""
    held = ("art_1", "art_1__para_1", "art_1__para_1__point_2", "annex_1", "annex_1__para_1__point_2")
    points = addresses(tuple(map(Eid, held)))
    assert resolve("art. 1 para 2", points).eid == "art_1__para_1__point_2"
    with pytest.raises(UnknownProvision):
        resolve(typed, points)


def test_nothing_is_near_in_an_empty_law() -> None:
    assert nearest(steps_of(Eid("art_1")), addresses(())) is None
    assert nearest(steps_of(Eid("al_1")), HELD) is None
    assert nearest((), HELD) is None


@given(st.text(max_size=40))
def test_any_text_names_a_known_provision_or_none(typed: str) -> None:
    try:
        eid = resolve(typed, HELD).eid
    except UnknownProvision as error:
        told = str(error)
    else:
        told = eid
        assert eid in KNOWN
    assert "\n" not in told


@given(st.sampled_from(sorted(KNOWN)))
def test_every_address_names_itself(eid: str) -> None:
    assert (resolve(eid, HELD).eid, resolve(eid, HELD).note) == (eid, None)


def shown(text: str, lang: str, at: str) -> list[tuple[str, str | None]]:
    """Return the references as printed, each with where it leads."""
    return [(text[each.start : each.end], each.eid or each.act) for each in citations(text, lang, Eid(at), HELD)]


OWN_LAW = [
    ("eng", "art_29__para_2", "of the persons specified in paragraph 1 of this article in a special institution",
     [("paragraph 1 of this article", "art_29__para_1")]),
    ("eng", "art_8", "Article 4 of this Law shall not apply", [("Article 4 of this Law", "art_4")]),
    ("eng", "art_8", "subparagraphs 1), 2) and 4-1) of paragraph 2 of Article 6 of this Law", [
        ("subparagraphs 1)", "art_6__para_2__point_1"), ("2)", "art_6__para_2__point_2"),
        ("4-1) of paragraph 2 of Article 6 of this Law", "art_6__para_2__point_4-1")]),
    ("eng", "art_8", "subparagraph 1) of paragraph 1 and subparagraph 2) of paragraph 2 of Article 6 of this Law", [
        ("subparagraph 1) of paragraph 1", "art_6__para_1__point_1"),
        ("subparagraph 2) of paragraph 2 of Article 6 of this Law", "art_6__para_2__point_2")]),
    ("eng", "art_8", "the heading of Article 8 of this Law, Chapter 2 of this Law",
     [("heading of Article 8 of this Law", "art_8__heading"), ("Chapter 2 of this Law", "chp_2")]),
    ("eng", "art_8", "part two of paragraph 3 of Article 18 of this Law",
     [("part two of paragraph 3 of Article 18 of this Law", "art_18__para_3__al_2")]),
    ("eng", "art_28__para_2", "listed in paragraph 1. See also Article 9.",
     [("paragraph 1", "art_28__para_1"), ("Article 9", "art_9")]),
    ("rus", "art_7", "Статья 3 настоящего Закона не применяется", [("Статья 3 настоящего Закона", "art_3")]),
    ("rus", "art_8", "подпунктами 1) и 2) пункта 1, подпунктом 4-1) пункта 2 статьи 6 настоящего Закона", [
        ("подпунктами 1)", "art_6__para_1__point_1"), ("2) пункта 1", "art_6__para_1__point_2"),
        ("подпунктом 4-1) пункта 2 статьи 6 настоящего Закона", "art_6__para_2__point_4-1")]),
    ("rus", "art_6__para_2__point_1", "частью первой настоящего пункта",
     [("частью первой настоящего пункта", "art_6__para_2")]),
    ("rus", "art_8", "в абзаце втором пункта 1 статьи 6 настоящего Закона",
     [("абзаце втором пункта 1 статьи 6 настоящего Закона", "art_6__para_1")]),
    ("kaz", "art_10__al_2", "Осы Заңның 5-бабы балдың сапасына қолданылмайды.", [("Осы Заңның 5-бабы", "art_5")]),
    ("kaz", "art_6__para_2", "осы баптың 1 және 2-тармақтарында",
     [("осы баптың 1", "art_6__para_1"), ("2-тармақтарында", "art_6__para_2")]),
    ("kaz", "art_8", "осы Заңның 6-бабының 2-тармағының 4-1) тармақшасында және 7-бабында", [
        ("осы Заңның 6-бабының 2-тармағының 4-1) тармақшасында", "art_6__para_2__point_4-1"),
        ("7-бабында", "art_7")]),
    ("kaz", "art_8", "6-баптың 1-тармағының 2) тармақшасы", [
        ("6-баптың 1-тармағының 2) тармақшасы", "art_6__para_1__point_2")]),
]
OTHER_ACTS = [
    ("eng", "with subparagraph 4) of Article 9 of the Law of the Republic of Kazakhstan “On open-air games” and",
     [("subparagraph 4) of Article 9 of the Law of the Republic of Kazakhstan “On open-air games”",
       "On open-air games")]),
    ("eng", "by the Law of the Republic of Kazakhstan dated 3 June 2009 No. 166-IV “On honey and wax”.",
     [("Law of the Republic of Kazakhstan dated 3 June 2009 No. 166-IV “On honey and wax”", "166-IV")]),
    ("eng", "with the Law of the Republic of Kazakhstan “On Local Government and Self-Government”;",
     [("Law of the Republic of Kazakhstan “On Local Government and Self-Government”",
       "On Local Government and Self-Government")]),
    ("eng", "by the Code of the Republic of Kazakhstan on administrative infarctions.",
     [("Code of the Republic of Kazakhstan on administrative infarctions",
       "Code of the Republic of Kazakhstan on administrative infractions")]),
    ("eng", "by the Constitution of the Republic of Kazakhstan, the Laws and acts of the President.",
     [("Constitution of the Republic of Kazakhstan", "Constitution of the Republic of Kazakhstan")]),
    ("eng", "with the Penal Code of the Republic of Kazakhstan; ",
     [("Penal Code of the Republic of Kazakhstan", "Penal Code of the Republic of Kazakhstan")]),
    ("eng", "Article 5 and paragraph 2 of Article 9 of the Civil Code",
     [("Article 5", "Civil Code of the Republic of Kazakhstan"),
      ("paragraph 2 of Article 9 of the Civil Code", "Civil Code of the Republic of Kazakhstan")]),
    ("eng", "the Law of 8 July 2005 No. 69", [("Law of 8 July 2005 No. 69", "2005-07-08-69")]),
    ("rus", "согласно подпункту 7) статьи 9 Закона Республики Казахстан «О домашней птице» ПРИКАЗЫВАЮ:",
     [("подпункту 7) статьи 9 Закона Республики Казахстан «О домашней птице»", "О домашней птице")]),
    ("rus", "статьей 49-1 Земельного кодекса Республики Казахстан",
     [("статьей 49-1 Земельного кодекса Республики Казахстан", "Земельный кодекс Республики Казахстан")]),
    ("kaz", "Қазақстан Республикасының Конституциясына негiзделедi",
     [("Қазақстан Республикасының Конституциясына", "Қазақстан Республикасының Конституциясы")]),
    ("kaz", "Қазақстан Республикасының 2015 жылғы 23 қарашадағы № 414-V Еңбек кодексінің 87-бабының 5-тармағы",
     [("Қазақстан Республикасының 2015 жылғы 23 қарашадағы № 414-V Еңбек кодексінің 87-бабының 5-тармағы", "414-V")]),
]
UNSETTLED = [
    ("eng", "Article 9 of that Law", ["Article 9"]),
    ("eng", "under Article 77 of this Law.", ["Article 77 of this Law"]),
    ("eng", "the Civil Code and Article 9 ", ["Article 9"]),
    ("eng", "paragraph 1 of this chapter", ["paragraph 1 of this chapter"]),
    ("eng", "paragraph 1 of articles 5 and 6 of this Law", ["paragraph 1 of articles 5 and 6 of this Law"]),
    ("rus", "статьи 9 указанного Закона", ["статьи 9"]),
    ("kaz", "аталған Заңның 9-бабында", ["9-бабында"]),
]
NO_REFERENCES = [
    ("eng", "This Law determines what this article and the Laws of the Republic of Kazakhstan provide"),
    ("eng", "the code of conduct, the title of champion, 30 calendar days, in part of expenditures"),
    ("rus", "Настоящий Закон регулирует отношения, установленные законами Республики Казахстан, в части расходов"),
    ("kaz", "Осы Заң Қазақстан Республикасының заңнамасына сәйкес айқындайды"),
]


@pytest.mark.parametrize(("lang", "at", "text", "found"), OWN_LAW)
def test_references_to_the_law_itself(lang: str, at: str, text: str, found: list[tuple[str, str]]) -> None:
    assert shown(text, lang, at) == found
    assert all(each.act is None for each in citations(text, lang, Eid(at), HELD))


@pytest.mark.parametrize(("lang", "text", "found"), OTHER_ACTS)
def test_references_to_other_acts(lang: str, text: str, found: list[tuple[str, str]]) -> None:
    assert shown(text, lang, "art_6") == found
    assert all(each.eid is None for each in citations(text, lang, Eid("art_6"), HELD))


@pytest.mark.parametrize(("lang", "text", "found"), UNSETTLED)
def test_what_does_not_say_where_it_leads_is_shown_without_an_address(lang: str, text: str, found: list[str]) -> None:
    open_ones = [each for each in citations(text, lang, Eid("art_6"), HELD) if each.act is None]
    assert [text[each.start : each.end] for each in open_ones] == found
    assert all(each.eid is None for each in open_ones)


@pytest.mark.parametrize(("lang", "text"), NO_REFERENCES)
def test_words_that_refer_to_nothing(lang: str, text: str) -> None:
    assert citations(text, lang, Eid("art_6"), HELD) == ()


@given(st.sampled_from(["eng", "rus", "kaz"]),
       st.lists(st.sampled_from([*(case[2] for case in OWN_LAW), *(case[1] for case in OTHER_ACTS), " and ", ", ",
                                 " of ", " и ", "осы баптың", "Article", "9-1", ") "]), max_size=6).map(" ".join))
def test_citations_never_overlap_and_lie_inside_the_text(lang: str, text: str) -> None:
    found = citations(text, lang, Eid("art_6__para_1"), HELD)
    ends = [0, *(each.end for each in found)]
    assert all(end <= each.start < each.end <= len(text) for end, each in zip(ends, found, strict=False))
    assert all(each.eid is None or each.eid in KNOWN for each in found)


@given(st.sampled_from(["eng", "rus", "kaz"]), st.text(max_size=80))
def test_any_text_can_be_read(lang: str, text: str) -> None:
    assert citations(text, lang, Eid("preamble"), HELD) is not None


def _in_all_languages(table: str) -> list[object]:
    return [pytest.param(lang, rule, id=f"{lang} {rule.example}")
            for lang in codes() for rule in getattr(spoken(lang).citing, table)]


@pytest.mark.parametrize(("lang", "rule"), _in_all_languages("units"))
def test_exactly_one_rule_reads_the_example_of_a_unit(lang: str, rule: UnitRule) -> None:
    readers = [each for each in spoken(lang).citing.units if list(units_of(each, rule.example, lang))]
    assert readers == [rule]
    assert [(unit.start, unit.end) for unit in units_of(rule, rule.example, lang)] == [(0, len(rule.example))]


@pytest.mark.parametrize(("lang", "rule"), _in_all_languages("bare"))
def test_exactly_one_rule_reads_the_example_of_an_unnumbered_unit(lang: str, rule: WordRule) -> None:
    readers = [each for each in spoken(lang).citing.bare if list(bare_units_of(each, rule.example))]
    assert readers == [rule]


@pytest.mark.parametrize(("lang", "rule"), _in_all_languages("these"))
def test_exactly_one_rule_reads_the_example_of_a_pointer(lang: str, rule: WordRule) -> None:
    readers = [each for each in spoken(lang).citing.these if list(pointers_of(each, rule.example, lang))]
    assert readers == [rule]


@pytest.mark.parametrize(("lang", "rule"), _in_all_languages("acts"))
def test_exactly_one_rule_reads_the_example_of_an_act(lang: str, rule: ActRule) -> None:
    readers = [each for each in spoken(lang).citing.acts if list(acts_of(each, rule.example, lang))]
    assert readers == [rule]
    assert [(act.start, act.end) for act in acts_of(rule, rule.example, lang)] == [(0, len(rule.example))]


@pytest.mark.parametrize(("lang", "own"), _in_all_languages("own_names"))
def test_a_name_of_its_own_is_read_from_every_inflection(lang: str, own: OwnName) -> None:
    fitting = [each for each in spoken(lang).citing.own_names if re.search(each.word, own.example)]
    assert fitting == [own]
    assert [act.name for act in read_acts(own.example, lang)] == [own.name]


def test_a_number_printed_with_a_cyrillic_letter_is_the_number() -> None:
    assert [act.name for act in read_acts("Law dated December 27, 2019 № 292-VІ", "eng")] == ["292-VI"]


def test_a_day_that_no_calendar_has_leaves_an_act_undated() -> None:
    assert [act.name for act in read_acts("Law dated 31.02.2005 No. 69", "eng")] == ["undated-69"]


def test_all_references_of_the_law_on_prevention_of_infractions() -> None:
    path = Path(__file__).parents[1] / "corpus" / "Z100000271_" / "eng.txt"
    provisions = parse_file(path, "eng").provisions
    known = addresses({each.eid for each in provisions})
    found = [(each.eid, each.text[one.start : one.end], one.eid or one.act) for each in provisions if each.text
             for one in citations(each.text, "eng", each.eid, known)]
    local = "On Local Government and Self-Government in the Republic of Kazakhstan"
    constitution = "Constitution of the Republic of Kazakhstan"
    assert found == [
        ("art_2__para_1", constitution, constitution), ("art_5__point_6", constitution, constitution),
        ("art_6__para_2__point_4-1", f"Law of the Republic of Kazakhstan “{local}”", local),
        ("art_7__point_11-2", "Penal Code of the Republic of Kazakhstan", "Penal Code of the Republic of Kazakhstan"),
        ("art_27__para_4", "Code of the Republic of Kazakhstan on administrative infarctions",
         "Code of the Republic of Kazakhstan on administrative infractions"),
        ("art_29__para_2", "paragraph 1 of this article", "art_29__para_1"),
    ]
