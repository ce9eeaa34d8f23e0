"""What each reader makes of its format: the lines that are seen, what is marked, what the source says of itself."""

import json
import re
from datetime import date
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawgraph.law.authors import ActKind
from lawgraph.law.document import ActLink
from lawgraph.law.errors import SourceError
from lawgraph.parsing.document import parse
from lawgraph.printout.reading_sheets import document_json as transcript
from lawgraph.reading.markdown import read_meta
from lawgraph.reading.opening import read
from lawgraph.reading.source import LAYOUT, Marked, Said, SourceText, ToldCause

FORMATS = Path(__file__).parent / "golden_formats"
SUNDIALS = FORMATS / "sundials"
GIT = FORMATS / "git" / "2009" / "0312-o-solnechnyh-chasah-9901"
OLDER = FORMATS / "git_older" / "20090312-o-solnechnyh-chasah-9901"
HEAD = '<div class="container_alpha slogan"><h1>О часах</h1><p>Закон РК от 12 марта 2009 года № 9901-IV</p></div>'
AFTER = '<div class="container_omega aftertext">Не текст</div>'


def page(body: str, before: str = "") -> SourceText:
    """Read a page whose text container holds `body`."""
    return read(f'<!DOCTYPE html><html lang="ru"><body>{before}{HEAD}<div class="container_gamma text"><article>{body}'
                f"</article></div>{AFTER}</body></html>".encode(), "page.html")


def lines(body: str) -> list[str]:
    return [block.text for block in page(body).blocks[2:]]


def kinds(source: SourceText) -> list[str]:
    return [finding.kind for finding in source.findings]


def told(raw: bytes, lang: str) -> dict[str, list[dict[str, object]]]:
    """Return what `lawgraph parse` says of a source, without the lines."""
    answer: dict[str, list[dict[str, object]]] = json.loads(transcript(parse(read(raw, "sundials"), lang)))
    for name in ("provisions", "claims", "findings"):
        for row in answer[name]:
            del row["line"]
    return answer


@pytest.fixture(scope="module")
def text() -> dict[str, list[dict[str, object]]]:
    return told((SUNDIALS / "rus.txt").read_bytes(), "rus")


class TestOneLawInEveryFormat:
    """The invented law on sundials."""

    def test_it_holds_what_a_law_holds(self, text: dict[str, list[dict[str, object]]]) -> None:
        assert len(text["provisions"]) == 26
        assert len(text["claims"]) == 12
        assert text["findings"] == []

    @pytest.mark.parametrize("name", ["rus.html", "rus.json"])
    def test_the_page_and_the_answer_read_as_the_text(self, name: str, text: object) -> None:
        assert told((SUNDIALS / name).read_bytes(), "rus") == text

    def test_the_older_layout_reads_as_the_text(self, text: object) -> None:
        assert told((OLDER / "rus.md").read_bytes(), "rus") == text

    @pytest.mark.parametrize("files", [[SUNDIALS / "rus.md"],
                                       [GIT / name for name in ("rus.md", "rus/ch001.md", "rus/ch002.md", "rus/an001.md")]],
                             ids=["whole", "in parts"])
    def test_markdown_reads_as_the_text_but_for_the_requisite(
            self, files: list[Path], text: dict[str, list[dict[str, object]]]) -> None:
        answer = told(b"".join(file.read_bytes() for file in files), "rus")
        assert (answer["provisions"], answer["claims"]) == (text["provisions"], text["claims"])
        assert [finding["kind"] for finding in answer["findings"]] == ["no_requisite"]

    @pytest.mark.parametrize("lang", ["kaz", "eng"])
    def test_other_languages_have_the_same_addresses_and_acts(
            self, lang: str, text: dict[str, list[dict[str, object]]]) -> None:
        answer = told((SUNDIALS / f"{lang}.html").read_bytes(), lang)
        assert [(row["eid"], row["excluded"]) for row in answer["provisions"]] == [
            (row["eid"], row["excluded"]) for row in text["provisions"]]
        names = ("target", "action", "act", "operation", "pending")
        assert [[row[name] for name in names] for row in answer["claims"]] == [
            [row[name] for name in names] for row in text["claims"]]
        assert answer["findings"] == []

    @pytest.mark.parametrize("path", sorted(each for each in FORMATS.rglob("*") if each.suffix in {".html", ".md"}
                                            and each.name != "NOTES.md"), ids=lambda path: str(path.relative_to(FORMATS)))
    def test_a_line_of_the_text_stands_on_its_line_of_the_file(self, path: Path) -> None:
        printed = path.read_text(encoding="utf-8").split("\n")
        for block in read(path.read_bytes(), path.name).blocks:
            assert re.findall(r"\w+", block.text)[0] in printed[block.line - 1]


class TestThePage:
    def test_what_it_says_of_itself(self) -> None:
        said = read((SUNDIALS / "rus.html").read_bytes(), "rus.html").said
        assert said == Said(id="Z090009901_", lang="rus", number="9901-IV", adopted=date(2009, 3, 12), kind=ActKind.LAW,
                            title="О солнечных часах (вымышленный закон)", state="Обновленный",
                            address="https://adilet.zan.kz/rus/docs/Z090009901_")

    @pytest.mark.parametrize(("before", "said"), [
        ('<a href="/kaz/docs/Z090009901_">қаз</a><a href="/eng/docs/Z090009901_/links">links</a>', ("Z090009901_", "eng")),
        ('<meta property="og:url" content="https://adilet.zan.kz/kaz/docs/K1400000226">', ("K1400000226", "kaz")),
        ("", (None, "rus")),
    ])
    def test_its_address_stands_in_its_tabs_or_its_head(self, before: str, said: tuple[str | None, str]) -> None:
        told = page("<p>x</p>", before).said
        assert (told.id, told.lang) == said

    def test_a_past_edition_has_its_day_in_its_address(self) -> None:
        address = "https://adilet.zan.kz/rus/archive/docs/Z090009901_/15.11.2014"
        assert page("<p>x</p>", f'<link rel="canonical" href="{address}">').said.day == date(2014, 11, 15)

    def test_title_and_requisite_stand_above_the_text(self) -> None:
        assert [block.text for block in page("<p>x</p>").blocks] == ["О часах", "Закон РК от 12 марта 2009 года № 9901-IV", "x"]

    @pytest.mark.parametrize(("body", "margins"), [
        ("<h3> Глава 1. Часы</h3>", [True]),
        ('<p><b><a name="z1"></a>Статья 1. Часы</b></p>', [True]),
        ("<p>Слово <b>важно</b></p>", [False]),
        ("<h3>Глава 1.<br/>Общие положения</h3>", [True, True]),
        ("<table><tr><td><b>Статья 1. Часы</b></td></tr></table>", [False]),
    ])
    def test_a_heading_is_marked(self, body: str, margins: list[bool]) -> None:
        assert [block.margin for block in page(body).blocks[2:]] == margins

    @pytest.mark.parametrize(("body", "seen"), [
        ("<p>      1) о<i>д</i>ин\n  и  два;</p>", ["1) один и два;"]),
        ("<p>один</p>два<br>три<div>четыре</div>", ["один", "два", "три", "четыре"]),
        ("<p>a<!-- x -->b<script>c</script><style>d</style></p>", ["ab"]),
        ("<p>до <br/> после</p>", ["до", "после"]),
        ("<ul><li>один</li><li>два</li></ul>", ["один", "два"]),
        ("<p> \u00a0 </p><p></p>один", ["один"]),
        ("<p>5 &lt; 6 &amp; 7&nbsp;%</p>", ["5 < 6 & 7\u00a0%"]),
    ])
    def test_a_line_is_what_the_page_shows_as_one(self, body: str, seen: list[str]) -> None:
        assert lines(body) == seen

    @pytest.mark.parametrize(("body", "seen"), [
        (('<span class="note">Сноска. Статья 1 в редакции Закона от 04.07.2013 </span><a href="/rus/docs/Z1300000124#z5">№ 124-V</a>'
          '<span class="note"> (вводится в действие).</span><br/>'),
         ["Сноска. Статья 1 в редакции Закона от 04.07.2013 № 124-V (вводится в действие)."]),
        (('<span class="note">Сноска. Статья 1 с изменениями, внесенными законами от </span><br/>\n<span class="note">04.07.2013 № 124-V;'
          '</span><br/><span class="note">от 05.07.2014 № 233-V</span>'),
         ["Сноска. Статья 1 с изменениями, внесенными законами от 04.07.2013 № 124-V;", "от 05.07.2014 № 233-V"]),
        ('<span class="note">Сноска. Статья 1 в редакции Закона № 124-V</span><br/><span class="note">Сноска. Статья 2</span>',
         ["Сноска. Статья 1 в редакции Закона № 124-V", "Сноска. Статья 2"]),
        ('<span class="note">Сноска. Статья 1 с изменениями, внесенными</span><br/>и так далее',
         ["Сноска. Статья 1 с изменениями, внесенными", "и так далее"]),
        ('<span class="note">1) исключен Законом № 124-V</span><br/><span class="note">2) исключен Законом № 124-V</span>',
         ["1) исключен Законом № 124-V", "2) исключен Законом № 124-V"]),
    ])
    def test_a_line_break_inside_a_sentence_of_a_note_ends_no_line(self, body: str, seen: list[str]) -> None:
        assert lines(body) == seen

    @pytest.mark.parametrize(("body", "marks"), [
        ('<span class="note">Сноска.</span>', [Marked.NOTE]),
        ('<span class="note">Сноска. </span><a href="/rus/docs/Z1300000124">№ 124-V</a>', [Marked.NOTE]),
        ('<font color="#FF0000">Примечание ИЗПИ!</font>', [Marked.RED]),
        ('<p style="color: #FF0000;">Примечание ИЗПИ!</p>', [Marked.RED]),
        ('<p>Слово <span class="note">(исключено)</span></p>', [None]),
        ('<p><a href="/rus/docs/Z1300000124">№ 124-V</a></p>', [None]),
    ])
    def test_what_the_editors_wrote_is_marked(self, body: str, marks: list[Marked | None]) -> None:
        assert [block.marked for block in page(body).blocks[2:]] == marks

    @pytest.mark.parametrize(("body", "seen"), [
        ("<tr><td>малые</td><td>20 см</td></tr><tr><td>большие<br>часы</td><td></td><td>1 м</td></tr>",
         ["малые\t20 см", "большие часы\t\t1 м"]),
        ("<tr><td></td><td>Приложение 1<br/>к приказу</td></tr>", ["Приложение 1", "к приказу"]),
        ("<tr><td><p>один</p><p>два</p></td><td>три</td></tr>", ["один два\tтри"]),
        ("<caption>Размеры</caption><thead><tr><th>Вид</th><th>Высота</th></tr></thead>", ["Размеры", "Вид\tВысота"]),
        ("<td>без</td><td>ряда</td>", ["без\tряда"]),
    ])
    def test_a_row_of_a_table_is_one_line(self, body: str, seen: list[str]) -> None:
        assert lines(f"<p>до</p><table>{body}</table><p>после</p>") == ["до", *seen, "после"]

    def test_a_number_in_a_table_opens_no_provision(self) -> None:
        document = parse(page("<h3>Статья 1. Вес</h3><p>1. Вес часов:</p><table><tr><td>1.</td><td>Малые</td></tr>"
                              "<tr><td>2</td><td>Большие</td></tr></table><p>2. Часы идут.</p>"), "rus")
        assert [(each.eid, each.text) for each in document.provisions] == [
            ("art_1", None), ("art_1__para_1", "Вес часов:\n1.\tМалые\n2\tБольшие"), ("art_1__para_2", "Часы идут.")]

    def test_a_line_knows_its_links_to_acts(self) -> None:
        source = page('<p>1) по <a href="/rus/docs/Z1300000124#z5"> Закону\n № 124-V</a>, <a href="#z9">статье 9</a> и <a href='
                      '"https://adilet.zan.kz/kaz/docs/Z040000013_">№ 13</a></p>')
        block = source.blocks[-1]
        assert [(link.act_id, link.place, block.text[link.start:link.end].strip()) for link in block.links] == [
            ("Z1300000124", "z5", "Закону № 124-V"), ("Z040000013_", None, "№ 13")]

    @pytest.mark.parametrize(("body", "kind", "message"), [
        ("<p>a</p><table><tr><td>b<table><tr><td>c</td><td>d</td></tr></table></td></tr></table>", "nested_table",
         "a table stands inside the cell of another: its text is read as that of the cell"),
        ("<p>a <blink>b</blink></p><blink>c</blink>", "unknown_element",
         "<blink> is no element of the pages that are known, 2 times: it is read as its text"),
        ('<p>a</p><img src="x.png">', "picture", "<img> is no element of the pages that are known: it is not read"),
        ('<p>a</p><p style="display:none">b</p>', "hidden_text", "text that the page hides is not read"),
    ])
    def test_what_is_odd_in_it_is_found(self, body: str, kind: str, message: str) -> None:
        source = page(body)
        assert [(finding.kind, finding.message, finding.line) for finding in source.findings] == [(kind, message, 1)]

    def test_a_container_in_a_container_is_read_once(self) -> None:
        assert lines('<p>a</p><div class="container_gamma text_upd"><p>b</p></div>') == ["a", "b"]

    def test_a_nested_table_keeps_its_text(self) -> None:
        assert lines("<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>") == ["a b c\td"]

    def test_an_unknown_element_keeps_its_text(self) -> None:
        assert lines("<p>ме<foo>д</foo> и</p><dl><dt>воск</dt></dl>") == ["мед и", "воск"]

    def test_lines_are_counted_further_than_the_library_counts(self) -> None:
        body = "".join(f"<p>{number}\nи</p>\n<!--\n-->" for number in range(40_000))
        for block in page(body).blocks[2::1000]:
            assert block.line == 1 + 3 * int(block.text.split()[0])

    def test_windows_1251_is_read_where_the_page_declares_it(self) -> None:
        path = Path(__file__).parent / "broken" / "windows-1251.html"
        assert "Часы показывают время." in read(path.read_bytes(), path.name).text

    def test_an_html_comment_may_stand_first(self) -> None:
        raw = b"<!-- saved from url=(0014)about:internet -->\n" + (SUNDIALS / "eng.html").read_bytes()
        assert read(raw, "eng.html").said.lang == "eng"


MARKS = [("<b>", "</b>"), ("<i>", "</i>"), ('<span class="note">', "</span>"), ('<font color="#FF0000">', "</font>"),
         ("<p>", "</p>"), ("<h3>", "</h3>"), ("<div>", "</div>"), ('<a href="/rus/docs/Z1300000124#z1">', "</a>"),
         ("<table><tr><td>", "</td></tr></table>"), ("<table><tr><td>x</td><td>", "</td></tr></table>"),
         ("<sup>", "</sup>"), ("<foo>", "</foo>"), ("<ul><li>", "</li></ul>")]
WORDS = st.sampled_from(["слово ", "1) ", " № 5", "Статья 1. ", "\n", "\u00a0", "(", "ә;", "<", "&", ". ", "\u200b", "−"])
SEEN = st.recursive(WORDS.map(escape) | st.sampled_from(["<br/>", "<!-- c -->", "<script>var x</script>"]),
                    lambda inner: st.tuples(st.sampled_from(MARKS), st.lists(inner, max_size=4)).map(
                        lambda drawn: f"{drawn[0][0]}{''.join(drawn[1])}{drawn[0][1]}"), max_leaves=30)


@settings(max_examples=300)
@given(body=st.lists(SEEN, max_size=6).map("".join))
def test_every_visible_character_of_the_container_is_in_the_text(body: str) -> None:
    stripped = re.sub(r"<!--.*?-->|<script>.*?</script>|<[^<>]*>", "", body)
    visible = stripped.replace("&lt;", "<").replace("&amp;", "&")
    source = page(f"{body}<p>конец</p>")
    shown = "".join(block.text for block in source.blocks[2:])
    assert re.sub(rf"[{LAYOUT}\n]", "", shown) == re.sub(rf"[{LAYOUT}\n]", "", f"{visible}конец")
    assert all(source.text[block.start:block.end] == block.text for block in source.blocks)
    assert all(0 <= link.start < link.end <= len(block.text) for block in source.blocks for link in block.links)


SAMPLES = [SUNDIALS / "rus.html", SUNDIALS / "rus.md", SUNDIALS / "rus.json", OLDER / "rus.md"]


CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 200), st.binary(max_size=4)), max_size=6)


def damaged(raw: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    """Put other bytes in the place of some."""
    for share, length, put in cuts:
        place = int(len(raw) * share)
        raw = raw[:place] + put + raw[place + length:]
    return raw


@settings(max_examples=100)
@given(cuts=CUTS)
def test_a_damaged_meta_is_refused_or_read(cuts: list[tuple[float, int, bytes]]) -> None:
    try:
        said = read_meta(damaged((GIT / "meta.yaml").read_bytes(), cuts), "damaged")
    except SourceError as error:
        assert str(error).startswith("damaged") and "\n" not in str(error)  # noqa: PT017, PT018  (either answer is right)
    else:
        assert said


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name[:9]}/{path.name}")
@settings(max_examples=60)
@given(cuts=CUTS)
def test_damaged_sources_are_refused_or_read_whole(path: Path, cuts: list[tuple[float, int, bytes]]) -> None:
    raw = damaged(path.read_bytes(), cuts)
    try:
        source = read(raw, "damaged")
    except SourceError as error:
        assert str(error).startswith("damaged") and "\n" not in str(error)  # noqa: PT017, PT018  (either answer is right)
        return
    assert all(source.text[block.start:block.end] == block.text for block in source.blocks)
    document = parse(source, "rus")
    assert "".join(source.text[each.start:each.end] for each in document.segments) == source.text


class TestMarkdown:
    @staticmethod
    def read(text: str) -> SourceText:
        return read(f"# О часах\n\n{text}".encode(), "rus.md")

    def lines(self, text: str) -> list[str]:
        return [block.text for block in self.read(text).blocks[1:]]

    @pytest.mark.parametrize(("text", "seen"), [
        ("1\\. Часы \\*бьют\\*.", ["1. Часы *бьют*."]),
        ("## Глава 1. **Часы** ##", ["Глава 1. Часы"]),
        ('<a id="st9-1"></a>\n### Статья 9-1. Часы', ["Статья 9-1. Часы"]),
        ("По [Закону](https://adilet.zan.kz/rus/docs/Z1300000124) и *тени*", ["По Закону и тени"]),
        ("*3. Действовал до 01.01.2019", ["*3. Действовал до 01.01.2019"]),
        ("2 * 3 = 6 и 2*3*4", ["2 * 3 = 6 и 2*3*4"]),
        ("a<br>b<!-- c -->", ["a", "b"]),
        ("| a | b \\| c |\n|---|:-:|\n| | d |", ["a\tb | c", "d"]),
        ("---\n***\ntext", ["text"]),
        ("> *Сноска. Статья 1\n> в редакции.*\n>\n> *Сноска. Глава 1.*", ["Сноска. Статья 1 в редакции.", "Сноска. Глава 1."]),
        ("> *Сноска 1.*\n> *Сноска 2.*", ["Сноска 1.", "Сноска 2."]),
        ("\\# не заголовок &amp; \\<не знак\\>", ["# не заголовок & <не знак>"]),
        ("____ (подпись) ____", ["____ (подпись) ____"]),
    ])
    def test_a_line_is_read_as_meant(self, text: str, seen: list[str]) -> None:
        assert self.lines(text) == seen

    def test_links_of_the_contents_list_are_no_text(self) -> None:
        assert self.lines("## Оглавление\n\n- [Глава 1](#gl1)\n  - [Статья 1](#st1)\n\n[Статья 2](#st2)\n\n## Глава 1. Часы") == [
            "Оглавление", "Глава 1. Часы"]

    def test_the_contents_list_ends_where_the_text_begins(self) -> None:
        assert self.lines("## Оглавление\n- [Глава 1](#gl1)\n\nНастоящий Закон.\n- тире") == [
            "Оглавление", "Настоящий Закон.", "- тире"]

    def test_headings_notes_and_signature_are_marked(self) -> None:
        blocks = self.read("### Статья 1. Часы\n\nЧасы.\n\n> *Сноска. Статья 1.*\n\n*Президент*\n*В. Вымышленный*").blocks[1:]
        assert [(block.margin, block.marked, block.after_cell) for block in blocks] == [
            (True, None, False), (False, None, False), (False, Marked.NOTE, False), (False, None, True), (False, None, True)]

    def test_an_unknown_tag_is_found_and_its_text_read(self) -> None:
        source = self.read("<details>Часы</details>")
        assert [(finding.kind, finding.line) for finding in source.findings] == [("unknown_element", 3)]
        assert source.blocks[-1].text == "Часы"

    def test_front_matter_says_what_the_edition_is(self) -> None:
        assert read((OLDER / "rus.md").read_bytes(), "rus.md").said == Said(
            zan="9901", lang="rus", number="9901-IV", adopted=date(2009, 3, 12), kind=ActKind.LAW, day=date(2015, 1, 1),
            title="О солнечных часах (вымышленный закон)", address="https://adilet.zan.kz/rus/docs/Z090009901_")

    def test_front_matter_in_two_languages_is_that_of_the_title(self) -> None:
        front = "---\nact_code: 7\ntitle: {rus: О часах, kaz: Сағаттар}\nversion_date: {rus: 2014-01-01, kaz: 2015-01-01}\n---\n"
        said = [read(f"{front}# {title}\n".encode(), "a.md").said for title in ("О часах", "Сағаттар", "Иное")]
        assert [(each.lang, each.day) for each in said] == [
            ("rus", date(2014, 1, 1)), ("kaz", date(2015, 1, 1)), (None, None)]

    def test_meta_speaks_once_for_each_language(self) -> None:
        rus, kaz = read_meta((GIT / "meta.yaml").read_bytes(), "meta.yaml")
        assert rus == Said(zan="9901", lang="rus", number="9901-IV", adopted=date(2009, 3, 12), kind=ActKind.LAW,
                           title="О солнечных часах (вымышленный закон)", day=date(2015, 1, 1),
                           address="https://adilet.zan.kz/rus/docs/Z090009901_", caused_by=ToldCause(
                               "Закон Республики Казахстан от 15 ноября 2014 года № 9903-V", "9903", "Z1400009903",
                               (("rus", "О внесении изменений (вымышленный закон)"),)))
        assert (kaz.lang, kaz.title, kaz.number) == ("kaz", "Күн сағаты туралы (ойдан шығарылған заң)", "9901-IV")

    def test_meta_of_a_repealed_act_says_so(self) -> None:
        raw = "requisite: Закон РК от 12 марта 2009 года № 9901-IV. Утратил силу Законом РК от 3 мая 2020 года № 7-VI"
        said = read_meta(raw.encode(), "meta.yaml")[0]
        assert (said.number, said.state) == ("9901-IV", "Утратил силу Законом РК от 3 мая 2020 года № 7-VI")

    @pytest.mark.parametrize(("raw", "line"), [
        (b"a: [", "meta.yaml, line 1: this is not YAML; take the file from the repository again"),
        (b"approved_on: 2014-02-30", "meta.yaml: a value of its fields cannot be (day is out of range for month); mend it, or take the file from the repository again"),
        (b"- a", "meta.yaml: the fields of the act are missing; take the file from the repository again"),
        (b"title: [a]", "meta.yaml: 'title' is a list, no text; take the file from the repository again"),
        (b"approved_on: soon", "meta.yaml: 'approved_on' is 'soon', no day; write it as 2014-11-07"),
        (b"\xff", "meta.yaml, byte 0: 0xFF is not UTF-8; take the file from the repository again"),
    ])
    def test_meta_that_cannot_be_used(self, raw: bytes, line: str) -> None:
        with pytest.raises(SourceError) as told:
            read_meta(raw, "meta.yaml")
        assert str(told.value) == line


class TestTheOfficialAnswer:
    @staticmethod
    def read(*elements: dict[str, object], **fields: object) -> SourceText:
        return read(json.dumps({"code": "7", "language": "rus", **fields, "content": elements}).encode(), "a.json")

    def test_what_it_says_of_itself(self) -> None:
        said = read((SUNDIALS / "rus.json").read_bytes(), "rus.json").said
        assert said == Said(zan="9901", lang="rus", number="9901-IV", adopted=date(2009, 3, 12), kind=ActKind.LAW,
                            title="О солнечных часах (вымышленный закон)", day=date(2015, 1, 1), state="upd",
                            caused_by=ToldCause("Закон Республики Казахстан от 15 ноября 2014 года № 9903-V", "9903",
                                                titles=(("rus", "О внесении изменений (вымышленный закон)"),)),
                            begins=(date(2009, 4, 1), date(2009, 4, 1)))

    def test_a_number_in_the_heading_of_a_chapter_is_its_own(self) -> None:
        source = self.read({"type": "chapter", "index": "1"}, {"type": "heading", "text": "1. Общие положения"})
        assert [block.text for block in source.blocks] == ["Глава 1. Общие положения"]

    def test_each_element_stands_on_its_line(self) -> None:
        raw = (SUNDIALS / "rus.json").read_text(encoding="utf-8").split("\n")
        for block in read("\n".join(raw).encode(), "rus.json").blocks[2:]:
            assert block.text.partition("\t")[0].split()[0].strip("«") in raw[block.line - 1]

    def test_elements_are_marked_by_their_kind(self) -> None:
        blocks = self.read({"type": "article", "text": "Статья 1. Часы"}, {"type": "point", "text": "1. Часы."},
                           {"type": "sideNote", "text": "Сноска."}, {"type": "rcpi_notice", "text": "Примечание ИЗПИ!"},
                           {"type": "signature", "text": "Президент"}, {"type": "personName", "text": "В. Вымышленный"}).blocks
        assert [(block.margin, block.marked, block.after_cell) for block in blocks] == [
            (True, None, False), (False, None, False), (False, Marked.NOTE, False), (False, Marked.RED, False),
            (False, None, True), (False, None, False)]

    def test_text_with_markup_keeps_its_links(self) -> None:
        block = self.read({"type": "sideNote", "text": 'Законом <a href="/rus/docs/Z1300000124#z1">№ 124-V</a>'}).blocks[0]
        assert (block.text, block.links) == ("Законом № 124-V", (ActLink(8, 15, "Z1300000124", "z1"),))

    def test_content_may_be_a_page(self) -> None:
        source = read(json.dumps({"code": "7", "content": "<h3>Глава 1. Часы</h3><p>Часы.</p>"}).encode(), "a.json")
        assert [block.text for block in source.blocks] == ["Глава 1. Часы", "Часы."]

    @pytest.mark.parametrize(("element", "kind", "message"), [
        ({"type": "riddle", "text": "Часы."}, "unknown_element", "'riddle' is no kind of element that is known: it is read as its text"),
        ({"type": "image", "text": "Часы."}, "picture", "a picture stands here, which is not read"),
        ({"type": "paragraph", "text": "Часы.", "index": "3"}, "number_apart", "the number '3' stands apart from its text and is not read"),
        ({"type": "point", "text": "Часы.", "children": [1]}, "unknown_field", "the field 'children' of an element is not read"),
    ])
    def test_what_is_odd_in_it_is_found(self, element: dict[str, object], kind: str, message: str) -> None:
        source = self.read(element)
        assert [(finding.kind, finding.message) for finding in source.findings] == [(kind, message)]
        shown = {"picture": ["⟦Часы.⟧"], "unknown_element": ["Часы.", "⟦riddle⟧"]}  # whether a riddle is wording nobody knows
        assert [block.text for block in source.blocks] == shown.get(kind, ["Часы."])

    @pytest.mark.parametrize(("element", "gap"), [
        ({"type": "text", "content": "Часы бьют."}, "⟦content⟧"), ({"type": "text", "text": ["Часы."]}, "⟦text⟧"), ({"type": "heading"}, "⟦text⟧"),
        ({"type": "text", "text": None}, "⟦text⟧"), ({"type": "clause", "index": "3"}, "⟦clause⟧"), ({"type": "point", "parts": [{"words": "Часы."}]}, "⟦parts⟧")])
    def test_words_in_a_field_that_is_not_known_leave_a_gap(self, element: dict[str, object], gap: str) -> None:
        assert [block.text for block in self.read({"type": "text", "text": "Часы."}, element).blocks] == ["Часы.", gap]

    @pytest.mark.parametrize("element", [{"type": "text", "text": ""}, {"type": "text", "text": "", "hash": "9f", "order": 3}, {"type": "point"}])
    def test_an_empty_line_or_a_code_leaves_none(self, element: dict[str, object]) -> None:
        assert [block.text for block in self.read({"type": "text", "text": "Часы."}, element).blocks] == ["Часы."]

    @pytest.mark.parametrize(("lang", "elements", "lines"), [
        ("rus", [("article", "3", None), ("heading", None, "Плата"), ("point", "1", None), ("text", None, "Плату вносят:"),
                 ("subpoint", "2-1", None), ("text", None, "дети."), ("text", None, "Иные не вносят.")],
         ["Статья 3. Плата", "1. Плату вносят:", "2-1) дети.", "Иные не вносят."]),
        ("rus", [("article", "3", None), ("heading", None, "Статья 3"), ("point", "1", None), ("text", None, "1. Плата.")],
         ["Статья 3", "1. Плата."]),
        ("rus", [("section", "1", None), ("heading", None, "Раздел I."), ("heading", None, "Общие положения")],
         ["Раздел I.", "Общие положения"]),
        ("rus", [("section", "2", None), ("heading", None, "РАЗДЕЛ ВТОРОЙ")], ["РАЗДЕЛ ВТОРОЙ"]),
        ("rus", [("chapter", "3", None), ("heading", None, "Глава государства")], ["Глава 3. Глава государства"]),
        ("rus", [("article", "4", None), ("text", None, "Плата взимается.")], ["Статья 4.", "Плата взимается."]),
        ("rus", [("article", "5", None), ("excluded", None, "Исключена Законом РК от 13.06.2013 № 104-V.")],
         ["Статья 5.", "Исключена Законом РК от 13.06.2013 № 104-V."]),
        ("rus", [("point", "2", None), ("note", None, "Сноска."), ("text", None, "30 дней паром стоит.")],
         ["Сноска.", "2. 30 дней паром стоит."]),
        ("rus", [("subpoint", "б", None), ("text", None, "б) лодки;"), ("subpoint", "в", None), ("text", None, "плоты.")],
         ["б) лодки;", "в) плоты."]),
        ("rus", [("attach", "1", None), ("text", None, "Приложение 1 к Закону"), ("attach", "2", None), ("heading", None, "Рейсы")],
         ["Приложение 1 к Закону", "Приложение 2. Рейсы"]),
        ("kaz", [("chapter", "1", None), ("heading", None, "Жалпы ережелер"), ("article", "3-1", None), ("heading", None, "Төлем")],
         ["1-тарау. Жалпы ережелер", "3-1-бап. Төлем"]),
        ("kaz", [("article", "3", None), ("heading", None, "3-бап. Төлем"), ("section", "1", None), ("heading", None, "Бірінші бөлім")],
         ["3-бап. Төлем", "Бірінші бөлім"]),
    ])
    def test_a_number_that_stands_in_the_index_alone_is_composed(
            self, lang: str, elements: list[tuple[str, str | None, str | None]], lines: list[str]) -> None:
        each: list[dict[str, object]] = [{"type": kind, "index": index, "text": text} for kind, index, text in elements]
        source = self.read(*each, language=lang)
        assert ([block.text for block in source.blocks], source.findings) == (lines, ())

    def test_a_unit_without_words_loses_its_number_with_a_finding(self) -> None:
        source = self.read({"type": "point", "index": "1"}, {"type": "point", "index": "2"}, {"type": "text", "text": "2. Плата."})
        assert [(each.kind, each.message) for each in source.findings] == [
            ("number_apart", "the number '1' stands apart from its text and is not read")]

    def test_what_is_all_in_italics_is_a_remark_and_markup_beside_the_text_keeps_links(self) -> None:
        def marked(text: str, html: str) -> dict[str, object]:
            return {"type": "text", "text": text, "properties": [{"key": "linkId", "value": "63"}, {"key": "html", "value": html}]}

        remark, wording, other = self.read(
            {"type": "point", "index": "4"}, marked("Примечание. См. ст. 5.", "<i>Примечание. </i> <i>См. ст. 5</i>."),
            marked("4. По закону № 9-V вода – 5 м2.", '4. По закону <a href="/rus/docs/Z1300000009">№ 9-V</a> вода – 5 м<sup>2</sup>.'),
            marked("Часы идут.", "<i>Часы</i> стоят.")).blocks
        assert (remark.marked, wording.marked, other.marked) == (Marked.NOTE, None, None)
        assert [link.act_id for link in wording.links] == ["Z1300000009"]
        assert (wording.text[:24], other.text) == ("4. По закону № 9-V вода ", "Часы идут.")

    def test_the_words_of_a_cell_may_stand_below_it(self) -> None:
        source = self.read(
            {"type": "article", "level": 3, "index": "1"}, {"type": "heading", "level": 4, "text": "Статья 1. Рейсы"},
            {"type": "table", "level": 4}, {"type": "tableRow", "level": 5},
            {"type": "tableCell", "level": 6}, {"type": "text", "level": 7, "text": "1."},
            {"type": "tableCell", "level": 6}, {"type": "text", "level": 7, "text": "Утро"}, {"type": "text", "level": 7, "text": "(лето)"},
            {"type": "tableRow", "level": 5}, {"type": "tableCell", "level": 6, "text": "2."}, {"type": "tableCell", "level": 6},
            {"type": "tableCell", "level": 6, "text": "День"}, {"type": "point", "level": 4, "index": "1"},
            {"type": "text", "level": 5, "text": "1. Паром идет."})
        assert [(block.text, block.row) for block in source.blocks] == [
            ("Статья 1. Рейсы", False), ("1.\tУтро (лето)", True), ("2.\t\tДень", True), ("1. Паром идет.", False)]
        assert [each.eid for each in parse(source, "rus").provisions if "para" in each.eid] == ["art_1__para_1"]

    def test_the_id_of_the_public_system_is_the_id(self) -> None:
        assert [(said.id, said.zan) for said in (self.read({"text": "Часы."}, ngr=ngr).said for ngr in ("K950001000_", "-", None))] == [
            ("K950001000_", "7"), (None, "7"), (None, "7")]

    @pytest.mark.parametrize(("fields", "line"), [
        ({"pagesCount": 3}, ("a.json: this is one of the pages of an answer (pagesCount is 3); fetch all of it: lawgraph fetch --code "
                            "CODE --editions")),
        ({"pagesCount": "1"}, ("a.json: this is one of the pages of an answer (pagesCount is 1); fetch all of it: lawgraph fetch "
                              "--code CODE --editions")),
        ({"versionDate": "soon"}, "a.json: its versionDate is 'soon', no day; give the answer of documents/CODE/LANGUAGE"),
        ({"index": [{"type": "article", "index": "2"}]}, ("a.json: its list of contents names Article 2, which its text lacks; "
                                                         "fetch all of it: lawgraph fetch --code CODE --editions")),
    ])
    def test_what_may_not_be_all_of_an_act_is_refused(self, fields: dict[str, object], line: str) -> None:
        with pytest.raises(SourceError) as told:
            self.read({"type": "article", "index": "1", "text": "Статья 1. Часы"}, **fields)
        assert str(told.value) == line


class TestLinksThatNameTheAct:
    """A link is exact: it decides on the number, and a print that says otherwise is a finding."""

    @staticmethod
    def told(printed: str, act_id: str) -> tuple[list[str | None], list[str]]:
        document = parse(page(
            "<p><b>Статья 1. Часы</b></p><p>Часы.</p>"
            f'<span class="note">Сноска. Статья 1 в редакции Закона РК от {printed.replace("[", f"""</span><a href="/rus/docs/{act_id}#z0">""").replace("]", """</a><span class="note">""")}'
            "(вводится в действие с 01.01.2015).</span>"), "rus")
        findings = [finding.message for finding in document.findings if finding.kind == "link_disagrees"]
        return [claim.act.number if claim.act else None for claim in document.claims], findings

    @pytest.mark.parametrize(("printed", "act_id"), [
        ("20.12.2004 [№ 13]", "Z040000013_"), ("03.07.2013 [№ 124-V]", "Z1300000124"), ("03.07.2013 № [124-V]", "Z1300000124"),
        ("17.07.1998 [№ 206]", "Z980000206_"), ("05.07.2014 [№ 226-V]", "K1400000226"), ("05.07.2014 [№ 258]", "V1400023677"),
    ])
    def test_a_link_that_agrees(self, printed: str, act_id: str) -> None:
        number = re.search(r"\d+(?:-V)?\]", printed)
        assert number is not None
        assert self.told(printed, act_id) == ([number[0].rstrip("]")], [])

    @pytest.mark.parametrize(("printed", "act_id", "number", "message"), [
        ("03.07.2013 [№ 142-V]", "Z1300000124", "124-V",
         "the link names Z1300000124, which is No. 124 of 2013; printed is No. 142-V dated 2013-07-03"),
        ("20.12.2005 [№ 13]", "Z040000013_", "13",
         "the link names Z040000013_, which is No. 13 of 2004; printed is No. 13 dated 2005-12-20"),
        ("[03.07.2013]", "Z1300000124", "124",
         "the link names Z1300000124, which is No. 124 of 2013; printed is no number dated 2013-07-03"),
    ])
    def test_a_link_that_disagrees(self, printed: str, act_id: str, number: str, message: str) -> None:
        assert self.told(printed, act_id) == ([number], [message])

    def test_a_link_in_the_place_of_a_point(self) -> None:
        document = parse(page('<p><b>Статья 1. Часы</b></p><p>Часы:</p><p>1) солнечные;</p><span class="note">2) исключен Законом РК от '
                              '03.07.2013 </span><a href="/rus/docs/Z1300000124">№ 142-V</a><span class="note">.</span>'), "rus")
        assert [claim.act.number for claim in document.claims if claim.act] == ["124-V"]
        assert [finding.kind for finding in document.findings] == ["link_disagrees"]


class TestNotesAreNeverWording:
    """What a source marks as written by its editors does not become law, whatever its words are."""

    @pytest.mark.parametrize(("note", "kind"), [
        ('<span class="note">Статья изменилась Законом № 124-V.</span>', "unread_footnote"),
        ('<span class="note">2) пропал по Закону № 124-V;</span>', "unread_footnote"),
        ('<font color="#FF0000">Тут будет иначе по Закону от 03.07.2026 № 124-VIII.</font>', "unread_note"),
    ])
    def test_a_note_in_words_that_no_rule_knows(self, note: str, kind: str) -> None:
        document = parse(page(f"<p><b>Статья 1. Часы</b></p><p>Часы:</p><p>1) солнечные;</p>{note}"), "rus")
        assert "124" not in "".join(each.text or "" for each in document.provisions)
        assert kind in {finding.kind for finding in document.findings}

    def test_a_red_note_with_a_number_at_its_head(self) -> None:
        document = parse(page("<p><b>Статья 1. Часы</b></p><p>Часы:</p><p>1) солнечные;</p>"
                              '<font color="#FF0000">2) песочные (будет введен).</font>'), "rus")
        assert [each.eid for each in document.provisions] == ["art_1", "art_1__point_1"]


class TestWhatASourceSaysBesideItsText:
    def test_it_fills_what_the_text_does_not_print(self) -> None:
        document = parse(read((OLDER / "rus.md").read_bytes(), "rus.md"), "rus")
        assert (document.number, document.adopted) == ("9901-IV", date(2009, 3, 12))

    def test_it_is_compared_with_what_the_text_prints(self) -> None:
        raw = "---\nrequisite: Закон РК от 12 марта 2009 года № 1-IV\n---\n# О часах\n\nЗакон Республики Казахстан от 13 марта 2009 года № 2-IV\n\n## Глава 1. Часы\n"
        document = parse(read(raw.encode(), "rus.md"), "rus")
        assert [finding.message for finding in document.findings if finding.kind == "said_otherwise"] == [
            "the text prints 2-IV as its number, the source says 1-IV beside it",
            "the text prints 2009-03-13 as its day of adoption, the source says 2009-03-12 beside it"]


    def test_its_own_days_of_adoption_are_compared(self) -> None:
        raw = "---\nrequisite: Закон РК от 12 марта 2009 года № 1-IV\napproved_on: {}\n---\n# О часах\n\n## Статья 1. Часы\n\nЧасы.\n"
        same, other = (parse(read(raw.format(day).encode(), "rus.md"), "rus") for day in ("2009-03-12", "2008-03-12"))
        assert [finding.kind for finding in same.findings] == []
        assert [finding.message for finding in other.findings] == [
            "the source says 2009-03-12 as its day of adoption in the requisite, and 2008-03-12 as the day of its approval"]
        assert other.adopted == date(2009, 3, 12)


def test_characters_that_were_lost_are_found() -> None:
    source = page("<p>Ча\ufffdы</p><p>\ufffd</p>")
    assert [(finding.kind, finding.message) for finding in source.findings] == [
        ("lost_characters", "2 characters of the text were lost when it was saved in another encoding")]


@pytest.mark.parametrize("text", ["Article 1. X\n", " * a\n", "[Unofficial]\n1. Text.", "#1\n", "<1> text\n"])
def test_a_plain_text_stays_one(text: str) -> None:
    assert read(text.encode(), "a.txt").text == text
