"""Akoma Ntoso taken in: our own without loss, other people's as an edition, hostile ones not at all.

`others.xml` is the law on lanterns as somebody else might write it: numbers without words, a list, a note, a table, a
picture, and an amendment told in the metadata alone.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lanterns import LANGUAGES, LAW, built, days_of, lanterns, taken
from lawgraph.commands.options import Inquiry
from lawgraph.database.opening import connect
from lawgraph.exchange.akoma import document
from lawgraph.exchange.akoma_meta import serialized
from lawgraph.exchange.told import told_of_all, told_on
from lawgraph.intake.files import Given
from lawgraph.law.document import Document
from lawgraph.law.errors import LawgraphError, SourceError
from lawgraph.parsing.document import parse_law
from lawgraph.printout import answers_json
from lawgraph.queries.answers import differing_days
from lawgraph.reading.akoma_document import parsed as parsed_xml
from lawgraph.reading.akoma_document import sealed
from lawgraph.reading.opening import read

OTHERS = (Path(__file__).parent / "invented" / "lanterns" / "others.xml").read_text(encoding="utf-8")
REAL = "Z100000271_"


def sent(conn: sqlite3.Connection, law: str, langs: tuple[str, ...], folder: Path) -> Path:
    """Export a law, take the documents into a new corpus, and return the database that is built from them."""
    (folder / "amendments").mkdir()
    for lang in langs:
        file = folder / f"{lang}.xml"
        file.write_text(document(told_of_all(conn, law, lang)), encoding="utf-8")
        taken(folder, file, Given())
    return built(folder)


def answered(conn: sqlite3.Connection, law: str, lang: str, day: date) -> Mapping[str, object]:
    """Return the JSON of `lawgraph text` but for the build and for where acts are read, which facts tell."""
    told = json.loads(answers_json.text(Inquiry(law, (), lang, None).on(conn, day), None))
    return {name: value for name, value in told.items() if name != "references"}


@pytest.fixture(scope="module")
def lit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(connect(lanterns(tmp_path_factory.mktemp("lanterns")))) as opened:
        yield opened


@pytest.fixture(scope="module")
def back(lit: sqlite3.Connection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(connect(sent(lit, LAW, LANGUAGES, tmp_path_factory.mktemp("back")))) as opened:
        yield opened


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_on_every_day_of_change_comes_back(lit: sqlite3.Connection, back: sqlite3.Connection, lang: str) -> None:
    assert differing_days(back, LAW, lang) == differing_days(lit, LAW, lang)
    for day in days_of(differing_days(lit, LAW, lang)):
        assert answered(back, LAW, lang, day) == answered(lit, LAW, lang, day)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_exported_again_it_is_the_same_document_but_for_its_source(lit: sqlite3.Connection, back: sqlite3.Connection,
                                                                   lang: str) -> None:
    first, again = (document(told_of_all(conn, LAW, lang)).splitlines() for conn in (lit, back))
    differing = [one.split(" ")[0] for one, other in zip(first, again, strict=True) if one != other]
    assert differing == ["<lg:law", "<lg:source"]


def test_the_real_law_comes_back(conn: sqlite3.Connection, tmp_path: Path) -> None:
    with closing(connect(sent(conn, REAL, ("eng",), tmp_path))) as again:
        for day in differing_days(conn, REAL, "eng"):
            assert answered(again, REAL, "eng", day) == answered(conn, REAL, "eng", day)


def test_one_day_of_a_law_is_no_life(lit: sqlite3.Connection, tmp_path: Path) -> None:
    (tmp_path / "amendments").mkdir()
    (tmp_path / "day.xml").write_text(document(told_on(lit, LAW, "eng", date(2016, 5, 1))), encoding="utf-8")
    with pytest.raises(SourceError, match="it is one day of a law, exported by lawgraph; import the export of --all"):
        taken(tmp_path, tmp_path / "day.xml", Given())
    assert not (tmp_path / "corpus").exists()


Change = Callable[[str], str]


def without_a_first_day(text: str) -> str:
    """Return a document in which a version, and the one before it, no longer say on which day the one follows the other."""
    return re.sub(r'(<lg:from) [^>]*?(grounds="[^"]*"/?>)', r"\1 \2", text, count=1)


def resealed(text: str) -> str:
    """Return a document of ours as a faulty build of lawgraph might have written it."""
    return serialized(sealed(parsed_xml(text.encode(), "law.xml")))


@pytest.mark.parametrize("change", [
    lambda text: text.replace("lamp", "lump", 1), lambda text: re.sub(' digest="[^"]*"', "", text),
    lambda text: text.replace('wording="presumed"', 'wording="attested"', 1),
    lambda text: text.replace('latest="2016', 'latest="2015', 1), lambda text: text.replace('<lg:law ', '<lg:law by="me" ', 1),
    lambda text: text.replace("xmlns:lg='", 'xmlns:lg="').replace('xmlns:lg="https://lawgraph.example/ns/1"',
                                                                   "xmlns:lg='https://lawgraph.example/ns/1'").replace("lamp", "lump", 1),
], ids=["word", "no hash", "grade", "day", "attribute", "quotes"])
def test_our_own_document_is_believed_as_it_was_written_or_not_at_all(lit: sqlite3.Connection, tmp_path: Path, change: Change) -> None:
    sound = document(told_of_all(lit, LAW, "eng"))
    assert change(sound) != sound
    (tmp_path / "amendments").mkdir()
    (tmp_path / "law.xml").write_text(change(sound), encoding="utf-8")
    with pytest.raises(SourceError, match="it was changed after lawgraph had written it; export it anew"):
        taken(tmp_path, tmp_path / "law.xml", Given())
    assert not (tmp_path / "corpus").exists()


def test_written_anew_with_other_prefixes_and_indents_it_is_the_same_document(lit: sqlite3.Connection, tmp_path: Path) -> None:
    again = document(told_of_all(lit, LAW, "eng")).replace("\n<", "\n    <").replace("xmlns:lg=", "xmlns:own=").replace(
        "lg:", "own:").replace('"https://lawgraph.example/ns/1"', "'https://lawgraph.example/ns/1'")
    (tmp_path / "amendments").mkdir()
    (tmp_path / "law.xml").write_text(again, encoding="utf-8")
    taken(tmp_path, tmp_path / "law.xml", Given())
    with closing(connect(built(tmp_path))) as conn:
        day = date(2016, 5, 1)
        assert answered(conn, LAW, "eng", day)["provisions"] == answered(lit, LAW, "eng", day)["provisions"]


@pytest.mark.parametrize(("change", "told"), [
    (lambda text: text.replace('words="held"', 'words="held and sure"', 1), "cannot be read"),
    (lambda text: text.replace(' in="#', ' in="#nowhere_', 1), "cannot be read"),
    (lambda text: text.replace('wording="attested" words', 'wording="certain" words', 1), "cannot be read"),
    (lambda text: text.replace('grounds="[', 'grounds="[[[', 1), "cannot be read"),
    (lambda text: text.replace('target="art_3"', 'target="article three"'), "cannot be read"),
    (lambda text: text.replace('wording="attested" words="held"', 'wording="unknown" words="held"', 1), "cannot be read"),
    (lambda text: text.replace('<lg:before earliest="2016-03-01"', '<lg:before earliest="2016-03-02"', 1), "cannot be read"),
    (lambda text: text.replace('<lg:provision eid="art_2"', '<lg:provision eid="art_1"'), "cannot be read"),
    (lambda text: text.replace("<lg:start ", "<lg:end ", 1), "cannot be read"),
    (lambda text: text.replace('kind="law" lang="eng"', 'kind="law" lang="fra"'), "cannot be read"),
    (lambda text: text.replace('grounds="', f'grounds="{"[" * 50_000}', 1), "cannot be read"),
    (without_a_first_day, "cannot be read"),
    (lambda text: re.sub(r"(<lg:version .*?</lg:version>)", r"\1\1", text, count=1, flags=re.DOTALL), "cannot be read"),
])
def test_what_somebody_changed_in_it_is_refused_in_one_line(lit: sqlite3.Connection, tmp_path: Path, change: Change,
                                                            told: str) -> None:
    sound = document(told_of_all(lit, LAW, "eng"))
    broken = resealed(change(sound))
    assert broken != sound
    (tmp_path / "amendments").mkdir()
    (tmp_path / "law.xml").write_text(broken, encoding="utf-8")
    taken(tmp_path, tmp_path / "law.xml", Given())
    with pytest.raises(LawgraphError, match=told) as refused:
        built(tmp_path)
    assert "\n" not in str(refused.value)
    assert not (tmp_path / "lawgraph.db").exists()


def test_a_law_is_told_or_traced_and_never_both(lit: sqlite3.Connection, tmp_path: Path) -> None:
    lanterns(tmp_path)
    (tmp_path / "all.xml").write_text(document(told_of_all(lit, LAW, "eng")), encoding="utf-8")
    taken(tmp_path, tmp_path / "all.xml", Given())
    with pytest.raises(SourceError, match="beside other editions"):
        built(tmp_path)


def parsed(text: str) -> Document:
    return parse_law(read(text.encode(), "others.xml"), "rus", "others.xml")


def test_a_document_of_others_is_an_edition() -> None:
    read_as = {str(each.eid): each.text for each in parsed(OTHERS).provisions}
    assert read_as["preamble"] == "Настоящий вымышленный Закон определяет, кто зажигает фонари города."
    assert read_as["art_1"] == "В настоящем Законе:"
    assert read_as["art_1__point_2"] == "фонарщик – человек с лестницей."
    assert read_as["art_2__para_1__point_1"] == "зажигает фонари в сумерках;"
    assert read_as["art_2__para_2"] == "Масло оплачивает город."
    assert read_as["art_3"] == "Стекло моют:\nДень\tКто\nСреда\tФонарщик"
    assert [(each.target, each.act_name) for each in parsed(OTHERS).claims] == [("art_2", "440-V")]


def test_it_says_of_itself_what_its_identification_says() -> None:
    said = read(OTHERS.encode(), "others.xml").said
    assert (said.number, said.adopted, said.kind, said.lang, said.day) == ("181-V", date(2014, 3, 3), "law", "rus", date(2016, 5, 1))


def test_what_an_edition_cannot_say_is_a_finding() -> None:
    assert [each.message for each in read(OTHERS.encode(), "others.xml").findings] == [
        "1 eventRef in the document: what it tells is not taken as a fact",
        "1 textualMod in the document: what it tells is not taken as a fact"]


NOTE = re.compile("<authorialNote.*?</authorialNote>")


@pytest.mark.parametrize(("change", "told"), [
    (lambda text: NOTE.sub("", text), ["/akn/kz/act/2014-03-03/181-v/rus@2016-05-01", "eventRef", "textualMod"]),
    (lambda text: NOTE.sub("<remark>См. карту города.</remark>", text), ["/akn/kz/act/2014-03-03/181-v/rus@2016-05-01", "eventRef", "textualMod"]),
    (lambda text: text.replace("440-v", "441-v"), ["eventRef", "textualMod"]),
    (lambda text: text.replace("2016-05-01", "2014-03-03"), []),
], ids=["no note", "a note of nothing", "another act", "the first expression"])
def test_a_change_that_no_note_tells_leaves_the_whole_law_open(change: Change, told: list[str]) -> None:
    unread = [each for each in parsed(change(OTHERS)).unread if each.eids == ("law",)]
    assert [each.text.split(" ")[0] for each in unread] == told


def test_a_note_in_the_metadata_is_read_where_the_text_refers_to_it() -> None:
    note = NOTE.findall(OTHERS)[0]
    own = note.replace("authorialNote", "note").replace('marker="1"', 'eId="n1"')
    moved = NOTE.sub('<noteRef href="#n1"/>', OTHERS).replace("<lifecycle", f'<notes source="#somebody">{own}</notes><lifecycle')
    assert [(each.target, each.act_name) for each in parsed(moved).claims] == [("art_2", "440-V")]


WORD = "фитиль"
TABLE = "<table>{}<tr>{}<td>{}<p>a</p>{}</td>{}</tr></table>"


@pytest.mark.parametrize(("place", "put"), [
    ('<article eId="chp_1__art_1">', "{0}{1}"), ('<article eId="chp_1__art_2">', "{1}{0}"), ("<num>1.</num>", "{0}{1}"),
    ("<num>1)</num>", "{1}{0}"), ("<num>1)</num>", "{1}"), ("<heading>Понятия</heading>", "{0}{1}"), ("</blockList>", "{0}{1}"),
    ("<eol/>", "<eol>{1}</eol>"), ("<preface>", "{1}{0}"), ("<body>", "<body><p><img>{1}</img></p>"),
    ("<preamble>", "{0}<table><caption>{1}</caption></table>"), ("<preamble>", "{0}<table><td><p>{1}</p></td></table>"),
    *(("<preamble>", "{0}" + TABLE.format(*("{1}" if place == each else "" for each in range(5)))) for place in range(5)),
    ("<preamble>", "{0}" + TABLE.format("", "", "<table><tr><td><p>{1}</p></td></tr></table>", "", "")),
])
def test_words_are_kept_once_wherever_they_stand(place: str, put: str) -> None:
    """Of a document that follows no schema, too."""
    assert place in OTHERS
    changed = OTHERS.replace(place, put.format(place, WORD), 1)
    assert read(changed.encode(), "others.xml").text.count(WORD) == 1


def test_our_own_document_without_a_name_still_tells_a_law(lit: sqlite3.Connection) -> None:
    nameless = resealed(re.sub('<FRBRname value="[^"]*"/>', "", document(told_of_all(lit, LAW, "eng"))))
    assert parse_law(read(nameless.encode(), "law.xml"), "eng", "law.xml").number == "181-V"


def test_paragraphs_of_one_cell_are_not_run_together() -> None:
    cell = OTHERS.replace("<preamble>", f"<preamble>{TABLE.format('', '', '<p>масло</p>', '', '')}")
    assert "масло a\n" in read(cell.encode(), "others.xml").text


@pytest.mark.parametrize(("place", "put"), [
    ("<num>1.</num>", "<num>1.{}</num>"), ("Понятия</heading>", "Понятия{}</heading>"), ("<preamble>", f"<preamble>{TABLE.format('', '', '', '{}', '')}"),
])
@pytest.mark.parametrize("note", ["authorialNote", "remark"])
def test_a_note_in_a_number_a_heading_or_a_cell_is_a_note_and_no_wording(place: str, put: str, note: str) -> None:
    noted = parsed(OTHERS.replace(place, put.format(f"<{note}><p>{WORD}</p></{note}>"), 1))
    assert [each.message for each in noted.findings if WORD in each.message] == [f"a note is not read: '{WORD}'"]
    assert not any(WORD in (each.text or "") + (each.heading or "") for each in noted.provisions)


@pytest.mark.parametrize("empty", ["<section/>", "<article><num/></article>", "<chapter><heading> </heading></chapter>", "<point/>"])
def test_a_unit_that_holds_nothing_is_no_line(empty: str) -> None:
    assert parsed(OTHERS.replace("<body>", f"<body>{empty}")).text == parsed(OTHERS).text


@pytest.mark.parametrize("number", ["", "zz", "-1", "D800", "dfff", "110000", "F" * 400, "A "])
def test_the_number_of_no_character_is_refused(number: str) -> None:
    spelt = OTHERS.replace("<num>1.</num>", f'<num>1.<span xmlns:lg="https://lawgraph.example/ns/1" lg:character="{number}"/></num>')
    with pytest.raises(SourceError, match="is the number of no character"):
        read(spelt.encode(), "others.xml")


@pytest.mark.parametrize(("change", "told"), [
    (lambda text: text.replace("</act>", "</act><components><p>a</p></components>"), "it holds more than the act"),
    (lambda text: text.replace("</act>", "</act>a"), "it holds more than the act"),
    (lambda text: text.replace("<body>", '<body xmlns:a="&#10;">'), "this is no XML"),
    (lambda text: text.replace('<FRBRcountry value="kz"/>', '<FRBRcountry value="za"/>'), "it is of the country 'za'"),
    (lambda text: text.replace('<FRBRcountry value="kz"/>', ""), "it is of no country"),
    (lambda text: text.replace("singleVersion", "multipleVersions"), "it holds several versions of the act"),
    (lambda text: text.replace("<act ", "<bill ").replace("</act>", "</bill>"), "it holds no act, but bill"),
    (lambda text: text.replace("akn/3.0", "akn/2.0"), "it is no Akoma Ntoso 3.0"),
    (lambda text: text.replace("<FRBRlanguage", '<FRBRportion from="#chp_1__art_1"/><FRBRlanguage'), "it holds a portion of the act"),
    (lambda text: text.replace("</body>", ""), "this is no XML"),
    (lambda text: text.replace("<akomaNtoso", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><akomaNtoso')
     .replace("Масло", "&b;"), "document type"),
    (lambda text: text.replace("<body>", "<body>" + "<part><num>1</num>" * 4000), "this is no XML"),
    (lambda text: text.replace('language="rus"', 'language="tlh"'), "its language is 'tlh'"),
], ids=["two", "words", "name", "country", "none", "versions", "bill", "old", "portion", "open", "entity", "deep", "language"])
def test_a_document_that_cannot_be_an_edition_is_refused_in_one_line(change: Change, told: str) -> None:
    broken = change(OTHERS)
    assert broken != OTHERS
    with pytest.raises(SourceError, match=told) as refused:
        read(broken.encode(), "others.xml")
    assert "\n" not in str(refused.value)


OIL = "Масло оплачивает город."
PARA = '<paragraph eId="chp_1__art_2__para_2">'


REPEAL = '<textualMod type="repeal" eId="p"><source href="{}"/><destination href="{}"/></textualMod>'


def doubted(text: str) -> set[str]:
    return {str(eid) for each in parsed(text).unread for eid in each.eids} - {str(eid) for each in parsed(OTHERS).unread for eid in each.eids}


@pytest.mark.parametrize(("place", "put", "unit"), [
    *((PARA, f'{PARA[:-1]} {said}>', "art_2") for said in (
        'status="removed"', 'status="incomplete"', 'period="#tg_1"', 'end="#e1"', 'alternativeTo="other"')),
    (f"<p>{OIL}", f'<p status="removed">{OIL}', "art_2"),
    ('<article eId="chp_1__art_1">', '<article eId="chp_1__art_1" status="removed">', "art_1"),
    ('<chapter eId="chp_1">', '<chapter eId="chp_1" status="removed">', "chp_1"),
    ("<body>", '<body status="removed">', "law"), ('<act name="law"', '<act name="law" status="removed"', "law"),
    (OIL, f'{OIL}<noteRef href="#nowhere" marker="2"/>', "art_2"),
    *((PARA, f"{PARA[:-1]} {said}>", "art_2") for said in (
        'class="repealed"', 'class="amended-text"', 'style="display: none"', 'style="text-decoration: line-through"',
        'refersTo="#repealed"', 'title="утратил силу"', 'xmlns:x="urn:x" x:status="removed"')),
    *(("</passiveModifications>", f"{said}</passiveModifications>", "law") for said in (
        '<efficacyMod type="endOfEfficacy" eId="p"><source href="#ro1"/><destination href="#chp_1__art_2"/></efficacyMod>',
        REPEAL.format("#ro1", "#chp_1__art_2"),
        '<textualMod type="insertion" eId="p"><source href="#ro1"/><destination href="#chp_1__art_1"/></textualMod>')),
    ("</meta>", '<proprietary source="#s"><x:state xmlns:x="urn:x">repealed</x:state></proprietary></meta>', "law"),
    (f"<p>{OIL}</p>", f"<del><p>{OIL}</p></del>", "art_2__para_2"),
    (f"<p>{OIL}</p>", f'<x:p xmlns:x="urn:x">{OIL}</x:p>', "art_2__para_2"),
    (f"<p>{OIL}", f"<p><subFlow><p>Статья 9. Чужая</p></subFlow>{OIL}", "art_2__para_2"),
    ("<lifecycle", '<classification source="#s"><keyword value="repealed" showAs="-" dictionary="#d"/></classification><lifecycle', "law"),
    ("<lifecycle", '<workflow source="#s"><step date="2016-02-01" outcome="#suspended"/></workflow><lifecycle', "law"),
    (OIL, "Масло оплачивает <omissis>и так далее</omissis> город.", "art_2__para_2"),
    *((OIL, f"Масло <{said}>не</{said.split()[0]}> оплачивает город.", "art_2") for said in (
        'inline name="deleted"', 'inline name="future"', 'span class="line-through"', 'span class="d-none"', 'span style="font-size:0"',
        'span style="color:white"', 'span refersTo="#deletedText"', 'embeddedText class="proposed"')),
    (OIL, "Масло оплачивает <fillIn/> город.", "art_2__para_2"), (OIL, "Масло оплачивает <ins>весь</ins> город.", "art_2__para_2"),
    (f"<p>{OIL}</p>", '<foreign><x xmlns="urn:x">Масло</x></foreign>', "art_2__para_2"),
    ('type="amendment"', 'type="repeal"', "law"),
    ("</analysis>", '<restrictions source="#somebody"><restriction type="jurisdiction" href="#chp_1__art_2"/></restrictions></analysis>',
     "law"),
])
def test_what_a_document_says_of_its_words_without_words_leaves_them_open(place: str, put: str, unit: str) -> None:
    """No reader of the text sees it: that they are removed, of other days, or left out."""
    assert place in OTHERS
    assert unit in doubted(OTHERS.replace(place, put, 1))


@pytest.mark.parametrize(("place", "put"), [
    ("<passiveModifications>", f'<activeModifications>{REPEAL.format("#chp_1__art_2", "/akn/kz/act/2009-01-01/1")}</activeModifications>{{0}}'),
    ("</passiveModifications>", f'{REPEAL.format("#ro1", "#chp_1__art_2__para_3")}{{0}}'),
    ("</meta>", '<proprietary source="#s"><x:made xmlns:x="urn:x" by="a program">2020</x:made></proprietary>{0}'),
], ids=["of another act", "of a note's act, and not printed", "nothing of the law"])
def test_what_tells_of_no_further_change_leaves_nothing_open(place: str, put: str) -> None:
    assert place in OTHERS
    assert not doubted(OTHERS.replace(place, put.format(place), 1))


def test_a_subsection_that_groups_articles_is_a_division() -> None:
    grouped = OTHERS.replace('<article eId="chp_1__art_1">', '<subsection><num>1</num><heading>Слова</heading><article eId="chp_1__art_1">')
    text = grouped.replace('<article eId="chp_1__art_2">', '</subsection><article eId="chp_1__art_2">')
    assert ("chp_1__subsec_1", "Слова") in {(str(each.eid), each.heading) for each in parsed(text).provisions}
    assert not doubted(text)


@pytest.mark.parametrize(("encoding", "declared"), [
    ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("windows-1251", "windows-1251"), ("utf-8", "windows-1251")])
def test_a_document_is_read_in_the_encoding_that_it_has(encoding: str, declared: str) -> None:
    raw = OTHERS.replace("UTF-8", declared).encode(encoding, "xmlcharrefreplace")
    assert read(raw, "others.xml") == read(OTHERS.encode(), "others.xml")


def test_a_document_of_two_bytes_that_breaks_off_is_refused() -> None:
    with pytest.raises(SourceError, match="is not utf-16, which the page says that it is; save the page again in one encoding"):
        read(OTHERS.encode("utf-16")[:-3], "others.xml")


def test_a_raised_number_behind_a_number_is_that_of_an_inserted_unit() -> None:
    numbers = OTHERS.replace("<num>3</num>", "<num>3<sup>1</sup></num>").replace("Масло оплачивает", "10<sup>2</sup> бочек оплачивает")
    read_as = {str(each.eid): each.text for each in parsed(numbers).provisions}
    assert "art_3-1" in read_as
    assert "art_31" not in read_as
    assert read_as["art_2__para_2"] == "10² бочек оплачивает город."


@pytest.mark.parametrize("heading", ["Приложение 1", "Перечень фонарей", "Schedule 1"])
def test_what_is_attached_is_an_annex_and_its_articles_are_not_those_of_the_law(heading: str) -> None:
    attached = (f'<attachments><attachment eId="att_1"><heading>{heading}</heading><doc name="schedule"><meta/><mainBody>'
                "<article><num>7</num><content><p>Фонари рынка.</p></content></article></mainBody></doc></attachment></attachments>")
    read_as = {str(each.eid): each.text for each in parsed(OTHERS.replace("</body>", f"</body>{attached}")).provisions}
    assert read_as["annex_1__art_7"] == "Фонари рынка."
    assert "art_7" not in read_as


QUOTED = "<quotedStructure><article><num>{}</num><content><p>Фонари гасит город.</p></content></article></quotedStructure>"


@pytest.mark.parametrize("number", ["9", "Статья 9."])
@pytest.mark.parametrize("around", ["<p><mod>Дополнить: {}</mod></p>", "<p>Дополнить:</p>{}"])
def test_an_article_that_is_quoted_is_none_of_the_law(number: str, around: str) -> None:
    text = OTHERS.replace(f"<p>{OIL}</p>", around.format(QUOTED.format(number)))
    assert text != OTHERS
    assert "art_9" not in {str(each.eid) for each in parsed(text).provisions}
    assert any("art_2" in each for each in doubted(text))


@pytest.mark.parametrize("unit", ["chapter", "article"])
def test_a_note_in_a_heading_without_words_is_no_heading(unit: str) -> None:
    note = "<authorialNote><p>Сноска. Заголовок исключен.</p></authorialNote>"
    words = {"chapter": "Общие положения", "article": "Понятия"}[unit]
    read_as = parsed(OTHERS.replace(f"<heading>{words}</heading>", f"<heading>{note}</heading>")).provisions
    assert not [each for each in read_as if "Сноска" in f"{each.heading} {each.text}"]


@pytest.mark.parametrize(("place", "put", "unit"), [
    ("<section ", "{1}{0}", "art_2"), ("</chapter>", "<wrapUp>{1}</wrapUp>{0}", "art_3"), ("</body>", "{0}<conclusions>{1}</conclusions>", "art_3"),
    ("<section ", '<hcontainer name="crossheading"><heading>{1}</heading></hcontainer>{0}', "art_2"), ("<section ", "<crossHeading>{1}</crossHeading>{0}", "art_2"),
    ("<section ", "</chapter><title><num>II</num><heading>{1}</heading>{0}", "art_2"), ("<section ", "</chapter><chapter><heading>{1}</heading>{0}", "art_2"),
    ("<num>3</num>", "{0}<num>4</num>{1}", "art_3"), ("<heading>Стекло</heading>", "{0}<heading>{1}</heading>", "art_3"),
    ("<heading>Стекло</heading>", "{0}<subheading>{1}</subheading>", "art_3"),
    ('</content></paragraph>\n        </article>', "</content></paragraph><wrapUp>{1}</wrapUp></article>", "art_2"),
    ("с лестницей.</p>", "{0}<p>{1}</p>", "art_1"),
])
def test_words_that_lines_give_to_another_unit_than_the_document_leave_both_open(place: str, put: str, unit: str) -> None:
    """A reader of lines gives what stands behind a unit to that unit."""
    text = OTHERS.replace(place, put.format(place, f"<p>{WORD.title()} меняют.</p>" if "heading" not in put.lower() else WORD), 1)
    text = text.replace("</section>\n      </chapter>", "</section></title>") if "<title>" in put else text
    assert text != OTHERS
    assert unit in doubted(text)
    assert "chp_1" not in doubted(text)


@pytest.mark.parametrize(("uri", "dated", "day"), [
    ("2016-05-01", "2016-05-01", date(2016, 5, 1)), ("2019-05-01", "2016-05-01", None), ("2016-05-01", "2099-01-01", None)])
def test_an_expression_that_says_two_days_has_none(uri: str, dated: str, day: date | None) -> None:
    text = OTHERS.replace("rus@2016-05-01", f"rus@{uri}").replace('<FRBRdate date="2016-05-01"', f'<FRBRdate date="{dated}"')
    assert read(text.encode(), "others.xml").said.day == day


def test_a_table_of_contents_is_no_wording() -> None:
    contents = '<coverPage><toc><tocItem href="#a" level="1">Статья 77. Нет</tocItem></toc></coverPage><preface>'
    assert parsed(OTHERS.replace("<preface>", contents)) == parsed(OTHERS)


ATTACHED = ('<attachments><attachment{}><heading>Приложение 1{}</heading><doc name="schedule"><meta/><mainBody><p>Фонари рынка.</p></mainBody></doc>'
            "</attachment></attachments>")


@pytest.mark.parametrize(("said", "note"), [
    (' status="removed"', ""), (' period="#tg_1"', ""), (' class="repealed"', ""), ("", "<authorialNote><p>Исключено.</p></authorialNote>"),
    ("", "<remark>утратило силу</remark>")])
def test_what_is_said_of_an_annex_in_its_heading_or_beside_it_leaves_it_open(said: str, note: str) -> None:
    assert "annex_1" in doubted(OTHERS.replace("</body>", f"</body>{ATTACHED.format(said, note)}"))


def test_a_long_title_is_the_title() -> None:
    """As programs write it that know no `docTitle`."""
    plain = OTHERS.replace("<docTitle>О фонарях (вымышленный закон)</docTitle>", "О фонарях (вымышленный закон)")
    assert plain != OTHERS
    assert parsed(plain) == parsed(OTHERS)


def test_a_subsection_without_articles_is_a_paragraph_and_what_it_numbers_are_points() -> None:
    """As programs write it for states whose laws have sections and subsections."""
    text = OTHERS.replace("<paragraph ", "<subsection ").replace("</paragraph>", "</subsection>")
    assert parsed(text) == parsed(OTHERS)
    assert parsed(text.replace("<point ", "<paragraph ").replace("</point>", "</paragraph>")) == parsed(OTHERS)
