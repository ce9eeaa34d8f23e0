"""Akoma Ntoso of others in two languages: what `xml:lang` says to be in another one is no wording of the edition."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lanterns import LAW, built, taken
from lawgraph.commands.options import Inquiry
from lawgraph.database.opening import connect
from lawgraph.intake.files import Given
from lawgraph.printout import answers_json
from lawgraph.reading.opening import read
from test_akoma_import import OIL, OTHERS, PARA, doubted, parsed

ARTICLE = '<article eId="chp_1__art_2">'
SECTION = '<section eId="chp_1__sec_3">'
ENGLISH = ('<article xml:lang="eng"><num>{}</num><heading>Duties</heading><content><p>The town pays for the oil.</p></content>'
           '</article>')
SAME = ENGLISH.replace("<content>", "<paragraph><num>2</num><content>").replace("</content>", "</content></paragraph>")
CHAPTER = ('<chapter xml:lang="kk"><num>1-тарау</num><article><num>{}-бап</num><content><blockList>'
           '<listIntroduction>Осы Заңда:</listIntroduction></blockList></content></article></chapter>')
KEPT = {str(each.eid): (each.heading, each.text) for each in parsed(OTHERS).provisions}


def changed(place: str, put: str) -> str:
    assert place in OTHERS
    return OTHERS.replace(place, put, 1)


def told(text: str) -> list[str]:
    return [each.message for each in read(text.encode(), "others.xml").findings if each.kind == "other_language"]


@pytest.mark.parametrize("said", ["ru", "rus", "RU", "rus-KZ", "ru_KZ", "", "zxx"])
def test_a_unit_in_the_language_of_the_document_is_its_wording(said: str) -> None:
    same = changed(PARA, f'{PARA[:-1]} xml:lang="{said}">')
    assert not doubted(same)
    assert not told(same)
    assert parsed(same).text == parsed(OTHERS).text


@pytest.mark.parametrize(("place", "put", "open_there"), [
    *((PARA, f'{PARA[:-1]} xml:lang="{said}">', {"art_2__para_2"}) for said in ("en", "eng", "kk", "kaz-KZ", "fr", "mul")),
    (f"<p>{OIL}", f'<p xml:lang="kk">{OIL}', {"art_2__para_2"}), (PARA, f'{PARA[:-1]} lang="kk">', {"art_2__para_2"}),
    (OIL, 'Масло оплачивает <i xml:lang="en">the town</i>.', {"art_2__para_2"}),
    (f"<p>{OIL}</p>", f'<p>{OIL}</p><p xml:lang="en">The town pays.</p>', {"art_2"}),
    (SECTION, f"{ENGLISH.format('Article 2-1.')}{SECTION}", {"art_2-1"}),
    (SECTION, f"{ENGLISH.format('2-1-бап.')}{SECTION}", {"art_2-1"}),
    ("<tr><td><p>Среда", '<tr xml:lang="en"><td><p>Среда', {"art_3"}),
    ("<preamble>", '<preamble xml:lang="kk">', {"preamble"}),
])
def test_words_in_another_language_leave_open_their_unit_and_no_other(place: str, put: str, open_there: set[str]) -> None:
    foreign = changed(place, put)
    assert doubted(foreign) == open_there
    assert len(told(foreign)) == 1
    now = {str(each.eid): (each.heading, each.text) for each in parsed(foreign).provisions}
    assert {eid for eid, words in KEPT.items() if now.get(eid) != words} <= open_there


@pytest.mark.parametrize("around", [ARTICLE, '<chapter eId="chp_1">', "<body>", '<act name="law" contains="singleVersion">',
                                    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'])
def test_all_in_what_is_in_another_language_is_open_and_keeps_its_numbers(around: str) -> None:
    foreign = changed(around, f'{around[:-1]} xml:lang="kaz">')
    assert {"art_2", "art_2__para_1", "art_2__para_1__point_1", "art_2__para_2"} <= doubted(foreign)
    assert KEPT.keys() <= {str(each.eid) for each in parsed(foreign).provisions}


@pytest.mark.parametrize(("place", "put"), [
    (ARTICLE, f"{SAME.format('Article 2')}{ARTICLE}"), (SECTION, f"{SAME.format('2-бап')}{SECTION}"),
    (PARA, f'<paragraph xml:lang="en"><num>(2)</num><content><p>The town pays.</p></content></paragraph>{PARA}'),
    ("<heading>Понятия", '<heading xml:lang="en">Terms</heading><heading>Понятия'),
    ("Понятия</heading>", 'Понятия</heading><heading xml:lang="en">Terms</heading>'),
    ("</body>", f"{CHAPTER.format(1)}</body>"), ("<preamble>", '<preamble xml:lang="kk"><p>Осы Заң.</p></preamble><preamble>'),
    ("<p><docTitle>", '<p><docTitle xml:lang="kk">Шамдар туралы</docTitle></p><p><docTitle>'),
    ("<longTitle>", '<longTitle xml:lang="kk"><p><docTitle>Шамдар туралы</docTitle></p></longTitle><longTitle>'),
])
def test_the_same_unit_or_heading_in_another_language_takes_nothing_from_that_of_the_document(place: str, put: str) -> None:
    both = changed(place, put)
    assert not doubted(both)
    assert {str(each.eid): (each.heading, each.text) for each in parsed(both).provisions} == KEPT
    assert parsed(both).title == parsed(OTHERS).title
    assert len(told(both)) == 1


@pytest.mark.parametrize(("place", "put", "wording"), [
    ("<docTitle>", "<docTitle>", "attested"), ("<docTitle>", '<docTitle xml:lang="kk">', "unknown"),
    ("<docTitle>О фонарях", "<docTitle>О фонарях <omissis/>", "unknown"),
])
def test_a_title_that_cannot_be_read_is_not_sure(tmp_path: Path, place: str, put: str, wording: str) -> None:
    (tmp_path / "amendments").mkdir()
    (tmp_path / "law.xml").write_text(changed(place, put), encoding="utf-8")
    taken(tmp_path, tmp_path / "law.xml", Given(LAW))
    with closing(connect(built(tmp_path))) as conn:
        inquiry = Inquiry(LAW, (), "rus", None).on(conn, date(2016, 5, 1))
        found = {each["eid"]: each["wording"] for each in json.loads(answers_json.text(inquiry, None))["provisions"]}
    assert found["law__heading"] == wording
    assert found["art_3"] == "attested"


def test_a_document_that_names_two_languages_leaves_all_its_words_open() -> None:
    both = changed('<FRBRlanguage language="rus"/>', '<FRBRlanguage language="rus"/><FRBRlanguage language="kaz"/>')
    assert {"art_2", "art_2__para_1", "art_2__para_2"} <= doubted(both)


def test_what_is_attached_in_another_language_is_an_open_annex() -> None:
    meta = '<meta><identification source="#s"><FRBRExpression><FRBRlanguage language="kaz"/></FRBRExpression></identification></meta>'
    attached = (f"<attachments><attachment><heading>Приложение 1</heading><doc name=\"annex\">{meta}<mainBody><p>Шамдар тізімі.</p>"
                "</mainBody></doc></attachment></attachments></act>")
    assert doubted(changed("</act>", attached)) == {"annex_1"}


@pytest.mark.parametrize("more", [
    CHAPTER.format(9), CHAPTER.format(1).replace("</blockList>", "</blockList><p>Қала төлейді.</p>"),
    CHAPTER.format(1).replace("<article>", '<article status="removed">'),
    CHAPTER.format(1).replace("Заңда:", "Заңда:<remark>2020 жылғы № 1-VI Заңмен өзгертілді.</remark>")],
    ids=["an article that the other has not", "lines", "status", "a note"])
def test_a_unit_in_another_language_that_holds_more_is_not_the_same(more: str) -> None:
    assert "chp_1" in doubted(changed("</body>", f"{more}</body>"))


@pytest.mark.parametrize("number", ["Article 2 bis.", "Article 2<sup>1</sup>", "Articles 2 and 3"])
def test_a_number_in_another_language_that_is_not_plain_is_that_of_no_unit(number: str) -> None:
    assert "law" in doubted(changed(SECTION, f"{ENGLISH.format(number)}{SECTION}"))


@pytest.mark.parametrize(("own", "act"), [("ru", "rus-KZ"), ("rus-KZ", "ru")])
def test_the_language_of_a_document_has_several_names(own: str, act: str) -> None:
    named = changed('language="rus"', f'language="{own}"').replace("<act ", f'<act xml:lang="{act}" ')
    assert read(named.encode(), "others.xml").said.lang == "rus"
    assert not doubted(named)


def test_the_language_may_stand_at_the_act_alone() -> None:
    alone = changed('<FRBRlanguage language="rus"/>', "").replace("<act ", '<act xml:lang="kk" ')
    assert read(alone.encode(), "others.xml").said.lang == "kaz"
    assert not told(alone)


def test_the_finding_says_where_what_and_what_to_do() -> None:
    found = [each for each in parsed(changed(PARA, f'{PARA[:-1]} xml:lang="en">')).findings if each.kind == "other_language"]
    assert [each.line for each in found] == [67]
    assert found[0].message == ("paragraph chp_1__art_2__para_2 is in the language en, and the document in rus: its words "
                                "are no wording of this edition; give them as a document of their own language")


@pytest.mark.parametrize("above", ["<!-- {} -->\n", "<?licence {}?>"])
def test_a_long_comment_above_a_document_is_no_part_of_it(above: str) -> None:
    licensed = changed("<akomaNtoso", f"{above.format('free ' * 4000)}<akomaNtoso")
    assert parsed(licensed).text == parsed(OTHERS).text
