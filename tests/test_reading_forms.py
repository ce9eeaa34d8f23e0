"""Forms that a careless reader takes for something else: quotations, notes of the law, numbers before numbers, misprints.

Each law below is invented; each row is the lines of an article and what they hold.
"""

import pytest

from lawgraph.law.document import Document, UnreadKind
from lawgraph.law.eid import Kind
from lawgraph.parsing.document import parse
from lawgraph.printout.sheets import label
from lawgraph.reading.plain import read_plain
from statute import statute


def read(lines: str, lang: str = "rus") -> Document:
    return parse(read_plain(statute(lines, lang)), lang)


def held(document: Document) -> dict[str, str]:
    return {each.eid: each.text or "" for each in document.provisions if not each.eid.startswith("law")}


def doubted(document: Document) -> set[tuple[str, ...]]:
    return {each.eids for each in document.unread}


ACTS = {"rus": "Законом РК от 10.01.2014 № 160-V (вводится в действие с 01.02.2014).",
        "eng": "the Law of the Republic of Kazakhstan dated 10.01.2014 № 160-V (shall be enforced from 01.02.2014).",
        "kaz": "ҚР 10.01.2014 № 160-V Заңымен (01.02.2014 бастап қолданысқа енгізіледі)."}
HEADINGS = {"rus": "Статья {}. Часы", "eng": "Article {}. Clocks", "kaz": "{}-бап. Сағат"}


class TestNumberBeforeNumber:
    @pytest.mark.parametrize(("lang", "heading", "line", "text"), [
        ("rus", "Статья 1. Масло", "2. 30 дней масло стоит.", "30 дней масло стоит."),
        ("rus", "Статья 1. Масло", "2. 2013 год – год масла.", "2013 год – год масла."),
        ("eng", "Article 1. Oil", "2. 30 days oil stands.", "30 days oil stands."),
        ("kaz", "1-бап. Май", "2. 30 күн май тұрады.", "30 күн май тұрады."),
    ])
    def test_the_number_that_is_due_opens_a_paragraph(self, lang: str, heading: str, line: str, text: str) -> None:
        document = read(f" {heading}\n| 1. Abc.\n| {line}\n", lang)
        assert held(document)["art_1__para_2"] == text
        assert document.unread == ()

    def test_a_number_that_is_not_due_makes_the_article_doubtful(self) -> None:
        document = read(" Статья 1. Масло\n| 1. Масло льют.\n| 5. 30 дней масло стоит.\n")
        assert "art_1__para_5" not in held(document)
        assert doubted(document) == {("art_1", "law")}

    def test_a_day_and_a_number_of_levels_are_no_paragraph(self) -> None:
        document = read(" Статья 1. Масло\n| 1. Масло льют.\n| 2. 05.2014 масло меняют.\n")
        assert "art_1__para_2" not in held(document)


class TestQuotations:
    @pytest.mark.parametrize(("opening", "closing"), [("«", "»;"), ('"', '";'), ("“", "”."), ("„", "”;")])
    def test_a_quoted_article_is_wording_of_the_point(self, opening: str, closing: str) -> None:
        document = read(f""" Статья 1. Изменения
| 1) статью 4 изложить в следующей редакции:
| {opening}Статья 4. Свечи
| 1. Свечи льют.
| 2. Мастер:
| 1) льет;
| 2) крутит.{closing}
| 2) статью 9 исключить.
 Статья 2. Начало
| Закон живет.
""")
        assert list(held(document)) == ["art_1", "art_1__point_1", "art_1__point_1__indent_1", "art_1__point_2", "art_2"]
        assert held(document)["art_1__point_1__indent_1"].endswith("2) крутит." + closing)
        assert document.unread == ()

    def test_a_heading_at_the_margin_inside_a_quotation_is_wording(self) -> None:
        document = read(""" Статья 1. Изменения
| 1) дополнить статьями 9-1 и 9-2 следующего содержания:
| «Статья 9-1. Воск
| Воск берут.
 Статья 9-2. Фитиль
| Фитиль крутят.»;
| 2) статью 9 исключить.
""")
        assert list(held(document)) == ["art_1", "art_1__point_1", "art_1__point_1__indent_1", "art_1__point_2"]

    def test_the_last_quotation_but_one_may_end_with_and(self) -> None:
        document = read(""" Статья 1. Изменения
| 1) пункт 4 изложить в следующей редакции:
| «4. Воск берут.
| 5. Мед едят.»; и
| 2) пункт 9 исключить.
""")
        assert list(held(document)) == ["art_1", "art_1__point_1", "art_1__point_1__indent_1", "art_1__point_2"]

    def test_english_and_kazakh_quote_too(self) -> None:
        eng = read(" Article 1. Changes\n| 1) to add point 3) as follows:\n| “3) wax;\n| 4) wicks.”;\n| 2) to exclude it.\n",
                   "eng")
        kaz = read(" 1-бап. Өзгерістер\n| 1) мынадай редакцияда жазылсын:\n| «3. Балауыз.\n| 4. Білте.»;\n| 2) алынсын.\n",
                   "kaz")
        expected = ["art_1", "art_1__point_1", "art_1__point_1__indent_1", "art_1__point_2"]
        assert [list(held(each)) for each in (eng, kaz)] == [expected, expected]

    def test_a_quotation_inside_a_quotation_does_not_end_it(self) -> None:
        document = read(""" Статья 1. Изменения
| 1) пункт 4 изложить в следующей редакции:
| «4. Закон изменить так:
| «5. Воск.
| 6. Мед.»;
| 7. Соты.»;
| 2) пункт 9 исключить.
""")
        assert list(held(document)) == ["art_1", "art_1__point_1", "art_1__point_1__indent_1", "art_1__point_2"]

    def test_a_quotation_that_is_never_closed_takes_no_article_and_leaves_its_own_in_doubt(self) -> None:
        document = read(""" Статья 1. Изменения
| 1) пункт 4 изложить в следующей редакции:
| «4. Воск берут.
 Статья 2. Начало
| Закон живет.
""")
        assert "art_2" in held(document)
        assert doubted(document) == {("art_1", "law")}
        assert "open_quotation" in {each.kind for each in document.findings}

    def test_words_in_quotation_marks_in_one_line_begin_nothing(self) -> None:
        document = read(""" Статья 1. Изменения
| 1) в пункте 2:
| слова «воск» заменить словами «мед»;
| дополнить словами: «ООО «Соты»;
| 2) пункт 9 исключить.
""")
        assert "art_1__point_2" in held(document)
        assert document.unread == ()


class TestNotesOfTheLaw:
    @pytest.mark.parametrize(("lang", "heading", "label"), [
        ("rus", "Статья 1. Фонарь", "Примечание"), ("eng", "Article 1. Lamp", "Note"), ("kaz", "1-бап. Шам", "Ескертпе"),
    ])
    def test_a_note_is_a_unit_of_the_article(self, lang: str, heading: str, label: str) -> None:
        document = read(f" {heading}\n| 1. Abc.\n| 2. Def.\n| {label}. Ghi.\n", lang)
        assert held(document) == {"art_1": "", "art_1__para_1": "Abc.", "art_1__para_2": "Def.", "art_1__note_1": "Ghi."}
        assert document.unread == ()

    @pytest.mark.parametrize(("lang", "heading", "label"), [
        ("rus", "Статья 1. Фонарь", "Примечания"), ("eng", "Article 1. Lamp", "Notes"), ("kaz", "1-бап. Шам", "Ескертпелер"),
    ])
    @pytest.mark.parametrize("between", ["\n| ", " "])
    def test_numbered_notes_do_not_go_on_the_list_of_paragraphs(self, lang: str, heading: str, label: str, between: str
                                                                ) -> None:
        document = read(f" {heading}\n| 1. Abc.\n| 2. Def.\n| {label}.{between}1. Ghi.\n| 2. Jkl.\n| 3. 30 mno.\n", lang)
        assert list(held(document)) == ["art_1", "art_1__para_1", "art_1__para_2", "art_1__note_1", "art_1__note_2",
                                        "art_1__note_3"]
        assert document.unread == ()

    @pytest.mark.parametrize(("lang", "one", "second"), [
        ("rus", "Примечание.", "Примечание 2."), ("eng", "Note.", "Note 2."), ("kaz", "Ескертпе.", "Ескертпе 2."),
    ])
    def test_a_note_is_printed_with_its_word(self, lang: str, one: str, second: str) -> None:
        assert (label(Kind.NOTE, None, lang), label(Kind.NOTE, "2", lang)) == (one, second)

    def test_a_label_alone_stands_above_its_only_note(self) -> None:
        assert held(read(" Статья 1. Фонарь\n| 1. Свет.\n| Примечание.\n| Уличный – выше двух метров.\n"
                         "| Домовый – иной.\n")) == {
            "art_1": "", "art_1__para_1": "Свет.", "art_1__note_1": "Уличный – выше двух метров.",
            "art_1__note_1__al_2": "Домовый – иной."}

    def test_points_of_a_note_are_its_own(self) -> None:
        assert list(held(read(" Статья 1. Фонарь\n| 1) свет;\n| 2) тьма.\n| Примечание. Здесь:\n| 1) свет – ночью;\n"
                              "| 2) тьма – днем.\n"))) == [
            "art_1", "art_1__point_1", "art_1__point_2", "art_1__note_1", "art_1__note_1__point_1", "art_1__note_1__point_2"]
        assert list(held(read(" Статья 1. Фонарь\n| 1. Свет.\n| Примечания:\n| 1) свет – ночью;\n| 2) тьма – днем.\n"))) == [
            "art_1", "art_1__para_1", "art_1__note_1", "art_1__note_1__point_1", "art_1__note_1__point_2"]

    def test_a_number_that_is_no_next_note_leaves_the_article_in_doubt(self) -> None:
        document = read(" Статья 1. Фонарь\n| 1. Свет.\n| 2. Тьма.\n| Примечания.\n| 1. Ночь.\n| 3. Утро.\n")
        assert doubted(document) == {("art_1", "law")}

    def test_a_note_that_names_an_act_stays_doubtful(self) -> None:
        document = read(" Статья 1. Фонарь\n| 1. Свет.\n| Примечание. В редакции Закона РК от 04.02.2019 № 31-VI.\n")
        assert "art_1__note_1" not in held(document)
        assert any("art_1" in each for each in doubted(document))


class TestPrintedTwice:
    def test_an_article_of_now_and_one_of_a_later_day_leave_its_wording_open(self) -> None:
        document = read(" Статья 1. Масло (действует до 01.01.2027)\n| Масло льют.\n"
                        " Статья 1. Масло (вводится в действие с 01.01.2027)\n| Масло покупают.\n Статья 2. Крюк\n| Крюк.\n")
        assert doubted(document) == {("art_1", "law")}
        assert list(held(document)) == ["art_1", "art_2"]
        [found] = [each for each in document.findings if each.kind == "duplicate_provision"]
        assert "вводится в действие с 01.01.2027" in found.message


class TestMisprintedTargets:
    def under_two(self, note: str, lang: str = "rus") -> Document:
        heads = [" " + HEADINGS[lang].format(number) for number in (1, 2, 3)]
        lines = f"{heads[0]}\n| 1. Abc.\n{heads[1]}\n| 1. Def.\n| {note.replace('…', ACTS[lang])}\n{heads[2]}\n| 1. Ghi.\n"
        return read(lines, lang)

    @pytest.mark.parametrize(("lang", "note"), [
        ("rus", "Сноска. Статья 1 с изменением, внесенным …"), ("rus", "Сноска. Статья 3 в редакции …"),
        ("eng", "Footnote. Article 1 as amended by …"), ("kaz", "Ескерту. 1-бап жаңа редакцияда – …"),
        ("rus", "Сноска. Пункт 1 статьи 1 исключен …"),
    ])
    def test_a_footnote_on_another_article_touches_both(self, lang: str, note: str) -> None:
        document = self.under_two(note, lang)
        other = "art_3" if "3 в" in note else "art_1"
        assert [each.target.partition("__")[0] for each in document.claims] == [other]
        [unread] = [each for each in document.unread if each.eids == ("art_2", other)]
        assert (unread.kind, [each.number for each in unread.acts]) == (UnreadKind.NOTE, ["160-V"])
        assert "other_article" in {each.kind for each in document.findings}

    @pytest.mark.parametrize(("lang", "note"), [
        ("rus", "Сноска. Статья 1 с изменением, внесенным …. Действие статьи 2 приостановлено до 01.01.2023 …"),
        ("eng", "Footnote. Article 1 as amended by …. The effect of Article 2 is suspended until 01.01.2023 by …"),
    ])
    def test_what_a_footnote_goes_on_to_say_of_its_own_article_mends_no_misprint(self, lang: str, note: str) -> None:
        document = self.under_two(note, lang)
        assert {each.target for each in document.claims} == {"art_1", "art_2"}
        assert ("art_2", "art_1") in {each.eids for each in document.unread}

    @pytest.mark.parametrize("note", [
        "Сноска. Статья 2 в редакции …", "Сноска. Статьи 1 и 2 изменены …", "Сноска. Статьи 1 и 3 изменены …", "Сноска. Статьи 1-3 изменены …",
        "Сноска. Закон дополнен статьей 3 в соответствии с …", "Сноска. Статья 1 считается статьей 2 в соответствии с …",
        "Примечание ИЗПИ! Статью 3 предусматривается исключить …",
    ])
    def test_what_has_its_reason_to_stand_there_is_no_misprint(self, note: str) -> None:
        assert "other_article" not in {each.kind for each in self.under_two(note).findings}
