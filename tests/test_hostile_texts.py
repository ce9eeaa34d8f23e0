"""Whatever a text holds, its words are kept or their loss is told; what cannot be read is refused in one line."""

import json
import os
import socket
from datetime import date
from email import message
from pathlib import Path

import pytest

from lawgraph.intake.files import told_by_folder
from lawgraph.law.document import Span, UnreadKind
from lawgraph.law.eid import Eid
from lawgraph.law.errors import SourceError, read_bytes
from lawgraph.parsing.document import parse_law
from lawgraph.parsing.footnotes.doubts import NotePlace
from lawgraph.parsing.footnotes.notes import read_note
from lawgraph.reading.opening import read
from lawgraph.reading.requisites import read_meta
from lawgraph.reading.source import Said, SourceText

COMPARED = ["при x<b и y>z сумма", "a<5 и b>6", "если a <i и b> c", "x<y", "<<<", "x<b и", "a<-b", "<слово>", "</слово>",
            "<foo bar>слова</foo>", "<b и y=1>", "x <br и y> z", "<!-- не закрыт", "<! слова", "< b >", "x<b and y>z"]
LAW = "# О часах\n\nЗакон Республики Казахстан от 29 апреля 2010 года № 271-IV\n\n### Статья 1. Имя\n\n1. {words}\n"


def markdown(words: str) -> SourceText:
    return read(LAW.format(words=words).encode(), "law.md")


def answer(*elements: object, **fields: object) -> SourceText:
    return read(json.dumps({"code": "7", "language": "rus", **fields, "content": elements}).encode(), "a.json")


def page(body: str) -> SourceText:
    return read(('<!DOCTYPE html><html lang="ru"><body><div class="container_gamma text"><p>' + body +
                 '</p></div><div class="aftertext"></div></body></html>').encode(), "page.html")


def refusal(raw: bytes, place: str) -> str:
    with pytest.raises(SourceError) as told:
        read(raw, place)
    assert "\n" not in str(told.value)
    return str(told.value)


class TestWordsThatLookLikeTags:
    @pytest.mark.parametrize("words", COMPARED)
    def test_markdown_keeps_them(self, words: str) -> None:
        assert markdown(words).blocks[-1].text == f"1. {words}"

    @pytest.mark.parametrize("words", COMPARED)
    def test_the_official_answer_keeps_them(self, words: str) -> None:
        assert [block.text for block in answer({"type": "text", "text": words}).blocks] == [words]
        assert [block.text for block in answer({"type": "text", "text": f"<b>{words}</b>"}).blocks] == [words]

    @pytest.mark.parametrize("words", ["</div>слова", "слова</body>", "<script>слова", "<style>слова</style>", "</p>слова"])
    def test_no_tag_ends_the_text_or_hides_it(self, words: str) -> None:
        (block,) = answer({"type": "text", "text": words}).blocks
        assert "слова" in block.text

    @pytest.mark.parametrize("words", ["x<b и y>z", "x<b and y>z"])
    def test_a_page_shows_none_of_them_and_that_is_told(self, words: str) -> None:
        assert [finding.kind for finding in page(words).findings] == ["words_in_tag"]

    @pytest.mark.parametrize(("marked", "text"), [
        ('<a href="#z1" target=_blank>a</a> <br/>b', "a b"), ("<td nowrap>a</td>", "a"), ("<font color='red'>a</font >", "a")])
    def test_real_tags_are_markup(self, marked: str, text: str) -> None:
        assert " ".join(block.text for block in answer({"type": "text", "text": marked}).blocks) == text


class TestCharacters:
    @pytest.mark.parametrize("make", [markdown, page, lambda words: answer({"type": "text", "text": words})],
                             ids=["markdown", "page", "answer"])
    def test_private_ones_are_kept_and_told(self, make: object) -> None:
        assert callable(make)
        source = make("сумма \ue041\ue021\uf8ff\U0010fffd")
        assert source.blocks[-1].text.endswith("сумма \ue041\ue021\uf8ff\U0010fffd")
        assert "private_characters" in {finding.kind for finding in source.findings}

    def test_escaped_signs_are_read_as_meant(self) -> None:
        signs = "".join(f"\\{sign}" for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
        assert markdown(signs).blocks[-1].text == "1. !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

    @pytest.mark.parametrize("sign", ["\x00", "\x01", "\x1b", "\x7f", "\ufdd0", "\uffff"])
    def test_what_no_page_can_show_is_told(self, sign: str) -> None:
        for source in (markdown(f"a{sign}b"), page(f"a{sign}b"), answer({"type": "text", "text": f"a{sign}b"})):
            assert source.blocks[-1].text.endswith("a\ufffdb")
            assert "lost_characters" in {finding.kind for finding in source.findings}

    def test_half_a_character_in_json(self) -> None:
        source = read(rb'{"language":"rus","code":"1","metadata":{"title":{"rus":"\ud800 x"}},"content":'
                      rb'[{"type":"text","text":"<p>\ud800</p>"}]}', "a.json")
        assert "\ufffd" in source.text


class TestTheOfficialAnswer:
    @pytest.mark.parametrize(("raw", "line"), [
        (b'{"language":"rus","content":[]} more', "a.json, line 1: the JSON breaks off or is damaged; fetch it again"),
        (b'{"content":[{"type":"text","text":"a"}],"content":[{"type":"text","text":"b"}]}',
         "a.json: the JSON has two fields 'content' in one place; give one text of the act"),
        (b'{"content":[{"text":"a","text":"b"}]}', "a.json: the JSON has two fields 'text' in one place; give one text of the act"),
        (b'{"content":' + b"[" * 100_000, "a.json: the JSON is no answer of the official interface; give the answer of documents/CODE/LANGUAGE"),
        (b'{"code":' + b"9" * 9_999 + b',"content":[{"text":"a"}]}',
         "a.json: the JSON is no answer of the official interface; give the answer of documents/CODE/LANGUAGE"),
        (b'{"language":"deu","content":[{"text":"a"}]}',
         "a.json: it says that its language is 'deu'; give a text in one of eng, rus, kaz")])
    def test_what_cannot_be_read_whole_is_refused(self, raw: bytes, line: str) -> None:
        assert refusal(raw, "a.json") == line

    def test_what_is_no_text_of_an_element_is_told(self) -> None:
        source = answer({"type": "text", "text": "a"}, {"type": "text", "text": ["слова"]}, ["слова"])
        assert [finding.kind for finding in source.findings].count("unknown_field") == 2

    @pytest.mark.parametrize("day", ["9999-99-99T", "0000-00-00", "31.02.2010", "2010-02-31"])
    def test_a_day_that_no_calendar_has_is_refused(self, day: str) -> None:
        with pytest.raises(SourceError, match=f"its versionDate is '{day}', no day; "):
            answer({"type": "text", "text": "a"}, versionDate=day)


class TestFrontMatter:
    @pytest.mark.parametrize("front", [
        "version_date: 0000-00-00", "version_date: 2014-11-07T99:99:99", "version_date: 2001-12-14t21:59:43.10-99:99",
        "title: " + "[" * 20_000, "act_code: " + "9" * 5_000, "act_code: 1" + ":0" * 2_000, "act_code: 1" + ":1" * 3_000,
        "? [a, b]\n: c", 'title: !!python/object/apply:os.system ["true"]', "a: &a [x]\nb: *a", "a: &a [x]\ntitle: *a",
        "title: !!binary 8J+", "title: !!set {a}", "title: !!omap [a]", "version_date: [1]", "version_date: .inf", "- a", "a: b: c"])
    def test_what_says_nothing_is_refused_without_being_repeated(self, front: str) -> None:
        assert len(refusal(f"---\n{front}\n---\n# О часах\n".encode(), "law.md")) < 160


class TestFiles:
    @pytest.mark.parametrize("kind", ["pipe", "socket", "device", "folder"])
    def test_only_files_are_read(self, tmp_path: Path, kind: str) -> None:
        path = tmp_path / "x"
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        elif kind == "device":
            path.symlink_to("/dev/zero")
        else:
            with socket.socket(socket.AF_UNIX) as opened:
                opened.bind(str(path))
        with pytest.raises(SourceError) as told:
            read_bytes(path)
        assert str(told.value).startswith(f"{path}: this is a {'directory' if kind == 'folder' else kind}; ")

    def test_a_name_that_no_file_can_have(self) -> None:
        with pytest.raises(SourceError, match="this cannot be the name of a file"):
            read_bytes(Path("a\0b"))

    @pytest.mark.parametrize(("path", "said"), [
        ("acts/2014/0705-ob-arkhive-81245", Said(zan="81245", adopted=date(2014, 7, 5))),
        ("2014/0705-ob-arkhive-81245", Said(zan="81245", adopted=date(2014, 7, 5))),
        ("acts/20140705-ob-arkhive-81245", Said(zan="81245", adopted=date(2014, 7, 5))),
        ("acts/2014/0799-81245", Said(zan="81245")), ("0705-81245", Said(zan="81245")), ("acts/Z100000271_", Said(id="Z100000271_"))])
    def test_the_name_of_a_folder_tells_code_and_day(self, path: str, said: Said) -> None:
        assert told_by_folder(path) == said


@pytest.mark.parametrize("tag", ["sup", "div", "span", "font"])
def test_what_is_nested_is_read_or_refused_and_never_read_in_part(tag: str) -> None:
    assert "слова" in page(f"<{tag}>" * 1_900 + "слова").text
    with pytest.raises(SourceError, match=r"more elements stand inside one another than in any page"):
        page(f"начало<{tag}>" + f"<{tag}>" * 20_000 + "слова")
    with pytest.raises(SourceError, match=r"more elements stand inside one another than in any page"):
        answer({"type": "text", "text": f"начало<{tag}>" + f"<{tag}>" * 20_000 + "слова"})


class TestMoreThanAnyLaw:
    @pytest.mark.parametrize(("head", "line"), [
        ("# О часах\n", "и\n"), ("# О часах\n", "|1|\n"), ("\n", "и\n"), ("", "и\r\n"),
        ('<!DOCTYPE html><div class="container_gamma text">', "<p>и</p>\n"), ('<!DOCTYPE html><div class="container_gamma text">', "и<br>")])
    def test_lines_without_end_are_refused(self, head: str, line: str) -> None:
        assert refusal((head + line * 100_001).encode(), "law").startswith("law: it has more ")

    @pytest.mark.parametrize("part", ["{},", "[],", '{"text":"a"},'])
    def test_values_without_end_are_refused(self, part: str) -> None:
        raw = ('{"language":"rus","content":[' + part * 300_001 + '"a"]}').encode()
        assert refusal(raw, "a.json") == "a.json: it has more lines and elements than any law; give the text of one law"

    def test_fields_of_an_act_without_end_are_refused(self) -> None:
        with pytest.raises(SourceError, match=r"^meta\.yaml: the fields of the act take more than 400,000 characters; take"):
            read_meta(b"title: x\nl:\n" + b"- a\n" * 100_000, "meta.yaml")

    @pytest.mark.parametrize("attribute", ["a{}", "a{}=1", "a{}='>'", 'a{}="<b>"', "a{}\n=\n1", "/a{}"])
    def test_attributes_without_end_are_refused(self, attribute: str) -> None:
        """The library holds each against all before it."""
        crowded = f"<p {' '.join(map(attribute.format, range(1_000)))}>и"
        for raw, place in ((f'<!DOCTYPE html><div class="container_gamma text">{crowded}', "a.html"),
                           (json.dumps({"language": "rus", "content": crowded}), "a.json")):
            assert "an element has a thousand attributes or more" in refusal(raw.encode(), place)
        assert page(f"<p {' '.join(map(attribute.format, range(900)))}>и</p>").blocks[-1].text == "и"

    def test_headers_of_a_saved_page_without_end_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        read_parameters = message._parseparam     # type: ignore[attr-defined]  # what takes long has no public name
        monkeypatch.setattr(message, "_parseparam", lambda told: read_parameters(told) if len(told) < 100 else pytest.fail("it is read"))
        for part in ("", "; boundary=X\r\n\r\n--X\r\nContent-Type: multipart/related"):
            raw = f"MIME-Version: 1.0\r\nContent-Type: multipart/related{part};{''.join(f' a{each}=1;' for each in range(20_000))}\r\n\r\n"
            assert refusal(raw.encode(), "a.mhtml").partition(";")[0] == (
                "a.mhtml: what stands above the page is longer than any browser writes")

    @pytest.mark.parametrize(("most_units", "most_acts"), [(2_000, 60), (2, 501)], ids=["units times acts", "acts alone"])
    def test_units_times_acts_are_not_read_without_end(self, most_units: int, most_acts: int) -> None:
        """What a note of so many changes tells is not read, and then any provision may be another."""
        units = "; ".join(f"статьи {each} – {each + 50}" for each in range(1, most_units, 51))
        acts = "; ".join(f"от 03.07.2013 № {each}-V" for each in range(most_acts))
        document = parse_law(markdown(f"Часы.\n\n> *Сноска. {units} с изменениями, внесенными законами РК {acts}.*"), "rus", "a")
        assert not document.claims
        assert [(each.kind, each.eids) for each in document.unread] == [(UnreadKind.NOTE, ("law",))]
        assert [finding.message[:45] for finding in document.findings if finding.kind == "unread_footnote"] == [
            "a note tells of more changes than any law has"]

    def test_lists_within_lists_are_not_multiplied_without_end(self) -> None:
        """What a note of so many units tells is not read; an exception of so many leaves all units of its note unsure."""
        units = " ".join(f"{word} {', '.join(map(str, range(1, 201)))}" for word in ("подпункты", "пунктов", "статей", "глав"))
        document = parse_law(markdown(f"Часы.\n\n> *Сноска. {units} исключены Законом РК от 03.07.2013 № 7-V.*"), "rus", "a")
        assert not document.claims
        assert [(each.kind, each.eids) for each in document.unread] == [(UnreadKind.NOTE, ("law",))]
        excepting = f"> *Сноска. Статья 1 с изменениями, внесенными Законом РК от 03.07.2013 № 7-V, за исключением: {units}.*"
        assert parse_law(markdown(f"Часы.\n\n{excepting}"), "rus", "a").unread

    def test_notes_times_places_that_bear_their_mark_are_not_told_without_end(self) -> None:
        """Of so many places nobody knows which is meant: each of these notes may speak of any, the last of the whole law."""
        lines = "".join(f"      {each}. Часы идут [1].\n\n" for each in range(1, 401))
        notes = "      [1] Пункт в редакции Закона РК от 04.02.2019 № 31-VI.\n\n" * 400
        told = parse_law(read(f" Статья 1. О часах\n\n{lines}{notes}".encode(), "a"), "rus", "a").unread
        named = [len(each.eids) for each in told if each.kind is UnreadKind.NOTE]
        assert named[0] > 400
        assert named[-1] == 1
        assert sum(named) < 310_000


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", "Сноска. Статьи {} с изменениями, внесенными Законом РК от 03.07.2013 № 5-V."),
    ("eng", "Footnote. Articles {} as amended by the Law of the Republic of Kazakhstan dated 03.07.2013 No. 5-V."),
    ("kaz", "Ескерту. {}-баптарға өзгерістер енгізілді – ҚР 03.07.2013 № 5-V Заңымен.")])
def test_a_list_that_is_too_long_to_be_read_leaves_no_provision_sure(lang: str, note: str) -> None:
    """The number at the end of the list that is not read may be that of any article; a list as long as laws have is read."""
    place = NotePlace(Eid("art_1"), None, Span(0, 1, 1), frozenset(Eid(f"art_{each}") for each in range(1, 200)))
    read, long = (read_note((note.format(", ".join(map(str, range(1, most)))),), (place,), lang) for most in (100, 150))
    assert ([str(each.target) for each in read.claims], read.unread) == ([f"art_{each}" for each in range(1, 100)], ())
    assert [each.eids for each in long.unread] == [("law",)]


@pytest.mark.parametrize("words", ["a<! слова", "a<? слова>", "a</ слова>", "<![CDATA[слова]]>", "a<!слова>", "a<5", "a<-слова"])
def test_what_a_browser_takes_for_a_comment_is_words(words: str) -> None:
    assert page(words).blocks[-1].text == words


def test_words_of_the_law_are_kept_to_the_end() -> None:
    document = parse_law(markdown("при x<b и y>z сумма"), "rus", "law.md")
    assert "при x<b и y>z сумма" in document.text
