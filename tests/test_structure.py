"""The structure of a statute, form by form: each test gives the lines of a page and the provisions they hold."""

import pytest

from lawgraph.law.document import Document, Role
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from statute import BODY, page, statute


def outline(document: Document) -> str:
    """One line for each provision: address, heading, text."""
    return "\n".join(" | ".join(filter(None, (each.eid, each.heading, each.text, "excluded" if each.excluded else "")))
                     for each in document.provisions)


def expect(lines: str, provisions: str, lang: str = "eng") -> Document:
    document = parse(read_plain(statute(lines, lang)), lang)
    assert outline(document) == "\n".join(line.strip() for line in provisions.strip().splitlines())
    return document


def kinds(document: Document) -> list[str]:
    return [finding.kind for finding in document.findings]


def owner(document: Document, words: str) -> tuple[Role, str | None]:
    place = document.text.index(words)
    return next((each.role, each.eid) for each in document.segments if each.start <= place < each.end)


class TestUnits:
    def test_sections_chapters_and_articles_with_their_enclosing_units(self) -> None:
        document = expect("""
Section 1. General part
 Chapter 1. Words
 Article 1. Clock
| A clock tells the time.
 Chapter 1-1. Hands
 Article 1-1. Hand
| A hand turns.
""", """
            sec_1 | General part
            chp_1 | Words
            art_1 | Clock | A clock tells the time.
            chp_1-1 | Hands
            art_1-1 | Hand | A hand turns.""")
        assert [each.within for each in document.provisions] == [None, "sec_1", "chp_1", "sec_1", "chp_1-1"]

    @pytest.mark.parametrize(("lang", "line", "eid", "number", "heading"), [
        ("eng", " CHAPTER ІІІ. FINAL PROVISIONS", "chp_3", "III", "FINAL PROVISIONS"),
        ("eng", "Article 9-2. Hands", "art_9-2", "9-2", "Hands"),
        ("eng", " Article 12", "art_12", "12", None),
        ("eng", " Section IV. Bells", "sec_4", "IV", "Bells"),
        ("eng", " Article 7 Bells", "art_7", "7", "Bells"),
        ("eng", " Section One. Bells", "sec_1", "One", "Bells"),
        ("rus", " РАЗДЕЛ СЕДЬМОЙ. ОБЩАЯ ЧАСТЬ", "sec_7", "СЕДЬМОЙ", "ОБЩАЯ ЧАСТЬ"),
        ("rus", " Глава первая", "chp_1", "первая", None),
        ("kaz", " Бірінші бөлім. Тіл", "sec_1", "Бірінші", "Тіл"),
        ("rus", " РАЗДЕЛ II. ОБЩАЯ ЧАСТЬ", "sec_2", "II", "ОБЩАЯ ЧАСТЬ"),
        ("rus", " СТАТЬЯ 5", "art_5", "5", None),
        ("rus", " Статья 5-1. Стрелки", "art_5-1", "5-1", "Стрелки"),
        ("rus", " Глава 2–1. Стрелки", "chp_2-1", "2-1", "Стрелки"),
        ("kaz", " 5-1-бап. Тіл", "art_5-1", "5-1", "Тіл"),
        ("kaz", " ІІ-тарау. Тіл", "chp_2", "II", "Тіл"),
        ("kaz", " 2-БӨЛІМ. ТІЛ", "sec_2", "2", "ТІЛ"),
        ("kaz", "6-бап", "art_6", "6", None),
    ])
    def test_headings(self, lang: str, line: str, eid: str, number: str, heading: str | None) -> None:
        unit = parse(read_plain(statute(f"{line}\n| 1. Text.", lang)), lang).provisions[0]
        assert (unit.eid, unit.number, unit.heading) == (eid, number, heading)

    def test_paragraph_headings_are_sections_inside_their_chapter(self) -> None:
        document = expect("""
 Глава 2. Бой
 Параграф 1. Колокол
 Статья 4. Медь
| Колокол льют из меди.
 Параграф 2. Молот
 Статья 5. Дуб
| Молот делают из дуба.
""", """
            chp_2 | Бой
            chp_2__sec_1 | Колокол
            art_4 | Медь | Колокол льют из меди.
            chp_2__sec_2 | Молот
            art_5 | Дуб | Молот делают из дуба.""", "rus")
        assert document.provisions[-1].within == "chp_2__sec_2"

    def test_headings_of_two_lines(self) -> None:
        expect("""
 CHAPTER 1

 GENERAL PROVISIONS
 Article 1. Clocks of towers,
 stations and schools
| A clock tells the time.
""", """
            chp_1 | GENERAL PROVISIONS
            art_1 | Clocks of towers, stations and schools | A clock tells the time.""")

    def test_wording_may_begin_like_a_heading(self) -> None:
        expect("""
 Article 4. Bells
| A bell rings.
| Article 3 of this Law shall not apply to bells.
""", """
            art_4 | Bells | A bell rings.
            art_4__al_2 | Article 3 of this Law shall not apply to bells.""")

    def test_headings_may_stand_in_body_lines_throughout(self) -> None:
        expect("""
| Article 1. Bells
| A bell rings.
| Article 2. Hands
| A hand turns.
""", """
            art_1 | Bells | A bell rings.
            art_2 | Hands | A hand turns.""")

    def test_a_heading_in_a_body_line_is_known_by_its_number(self) -> None:
        expect("""
 Article 1. Bells
| A bell rings.
| Article 2. Hands
| Article 9. Never.
""", """
            art_1 | Bells | A bell rings.
            art_2 | Hands | Article 9. Never.""")

    def test_a_file_may_have_lost_its_indentation(self) -> None:
        text = "On clocks\nArticle 1. Bells\n1. A bell:\n1) rings;\n2) hangs.\nArticle 3 of this Law applies."
        document = parse(read_plain(text), "eng")
        assert outline(document).splitlines() == [
            "art_1 | Bells", "art_1__para_1 | A bell:", "art_1__para_1__point_1 | rings;",
            "art_1__para_1__point_2 | hangs.", "art_1__para_1__al_2 | Article 3 of this Law applies."]

    @pytest.mark.parametrize("title", ["| CONTENTS", ""])
    def test_a_table_of_contents_is_no_second_set_of_articles(self, title: str) -> None:
        document = expect(title + """
 Chapter 1. Words
 Article 1. Bells
 Chapter 1. Words
 Article 1. Bells
| A bell rings.
""", """
            chp_1 | Words
            art_1 | Bells | A bell rings.""")
        assert owner(document, "Article 1. Bells") == (Role.NOTE, None)


class TestLists:
    def test_points_stand_in_the_article_or_its_paragraph(self) -> None:
        expect("""
 Article 5. Duties
| The watchmaker shall:
| 1) wind;
| 2)oil;
| 2-1) listen.
 Article 6. Rights
| 1. The watchmaker may:
| 1) sleep.
| 1-1. The watchmaker may not leave.
""", """
            art_5 | Duties | The watchmaker shall:
            art_5__point_1 | wind;
            art_5__point_2 | oil;
            art_5__point_2-1 | listen.
            art_6 | Rights
            art_6__para_1 | The watchmaker may:
            art_6__para_1__point_1 | sleep.
            art_6__para_1-1 | The watchmaker may not leave.""")

    def test_points_need_no_lead_in(self) -> None:
        expect(" Article 5. Duties\n| 1) to wind;\n| 2) to oil.\n| Oil is free.", """
            art_5 | Duties
            art_5__point_1 | to wind;
            art_5__point_2 | to oil.
            art_5__al_2 | Oil is free.""")

    def test_a_part_has_its_own_points(self) -> None:
        expect("""
 Article 3. Register
| 1. The register is open.
| The register shall contain:
| 1) the name;
| 2) the place.
| It is kept in ink.
""", """
            art_3 | Register
            art_3__para_1 | The register is open.
            art_3__para_1__al_2 | The register shall contain:
            art_3__para_1__al_2__point_1 | the name;
            art_3__para_1__al_2__point_2 | the place.
            art_3__para_1__al_3 | It is kept in ink.""")

    def test_unnumbered_lines_after_a_colon_are_indents_until_one_ends_the_list(self) -> None:
        expect("""
 Article 3. Winding
| 1. A clock is wound:
| in winter before dusk;
| in summer before noon.
| 30 days before winter it is oiled.
| 2. Next.
""", """
            art_3 | Winding
            art_3__para_1 | A clock is wound:
            art_3__para_1__indent_1 | in winter before dusk;
            art_3__para_1__indent_2 | in summer before noon.
            art_3__para_1__al_2 | 30 days before winter it is oiled.
            art_3__para_2 | Next.""")

    def test_indents_of_a_point_do_not_end_the_points(self) -> None:
        expect("""
 Article 7. Records
| The bodies shall:
| 1) keep a record:
| by district;
| by breed;
| 2) publish it.
""", """
            art_7 | Records | The bodies shall:
            art_7__point_1 | keep a record:
            art_7__point_1__indent_1 | by district;
            art_7__point_1__indent_2 | by breed;
            art_7__point_2 | publish it.""")

    def test_dashes_make_indents(self) -> None:
        expect(" Статья 2. Корм\n| Голубей кормят\n| – зимой;\n| – летом.", """
            art_2 | Корм | Голубей кормят
            art_2__indent_1 | – зимой;
            art_2__indent_2 | – летом.""", "rus")

    def test_points_and_letters_inside_a_point_are_subpoints(self) -> None:
        document = expect("""
 Статья 2. Бумаги
| Подаются:
| 1) документы:
| 1) паспорт;
| 2) справка;
| 2) снимки:
| а) моста;
| б) реки;
| 3) заявление.
""", """
            art_2 | Бумаги | Подаются:
            art_2__point_1 | документы:
            art_2__point_1__subpoint_1 | паспорт;
            art_2__point_1__subpoint_2 | справка;
            art_2__point_2 | снимки:
            art_2__point_2__subpoint_1 | моста;
            art_2__point_2__subpoint_2 | реки;
            art_2__point_3 | заявление.""", "rus")
        assert [each.number for each in document.provisions[-3:]] == ["а", "б", "3"]

    def test_a_line_inside_a_list_that_goes_on_is_a_part_of_its_point(self) -> None:
        expect("""
 Article 1. Words
| The words are:
| 1) clock – a machine.
| A sundial is a clock;
| 2) hand – a part of a clock.
""", """
            art_1 | Words | The words are:
            art_1__point_1 | clock – a machine.
            art_1__point_1__al_2 | A sundial is a clock;
            art_1__point_2 | hand – a part of a clock.""")

    @pytest.mark.parametrize("letters", ["абв", "аәб"])
    def test_letters_of_a_kazakh_list_go_by_either_alphabet(self, letters: str) -> None:
        expect(" 1-бап. Сағат\n| 1. Сағаттар:\n" + "".join(f"| {each}) бір;\n" for each in letters), """
            art_1 | Сағат
            art_1__para_1 | Сағаттар:
            art_1__para_1__subpoint_1 | бір;
            art_1__para_1__subpoint_2 | бір;
            art_1__para_1__subpoint_3 | бір;""", "kaz")

    @pytest.mark.parametrize(("lang", "line"), [("rus", "ОСОБЕННАЯ ЧАСТЬ"), ("kaz", "ЕРЕКШЕ БӨЛІК"), ("eng", "SPECIAL PART")])
    def test_the_general_and_the_special_part_of_a_code_enclose_what_follows(self, lang: str, line: str) -> None:
        first, second = {"rus": ("Статья 1. X", "Статья 2. X"), "kaz": ("1-бап. X", "2-бап. X"),
                         "eng": ("Article 1. X", "Article 2. X")}[lang]
        document = expect(f" {first}\n| X goes.\n {line}\n {second}\n| X stops.", f"""
            art_1 | X | X goes.
            part_2 | {line}
            art_2 | X | X stops.""", lang)
        assert document.provisions[-1].within == "part_2"
        assert owner(document, line) == (Role.PROVISION, "part_2")

    def test_a_day_may_follow_the_number_of_what_has_expired(self) -> None:
        expect("""
 1-бап. 01.01.2019 дейін қолданыста болды – ҚР 12.10.2018 № 183-VI Заңымен.
 2-бап. Сағат
| 1. Сағат жүреді.
| 2. 01.01.2019 дейін қолданыста болды – ҚР 12.10.2018 № 183-VI Заңымен.
""", """
            art_1 | excluded
            art_2 | Сағат
            art_2__para_1 | Сағат жүреді.
            art_2__para_2 | excluded""", "kaz")

    def test_a_number_of_several_levels_is_wording_and_found(self) -> None:
        document = expect(" Article 1. Clocks\n| 1. Clocks go.\n| 1.1. Hands turn.\n| 1.5 kg is their weight.", """
            art_1 | Clocks
            art_1__para_1 | Clocks go.
            art_1__para_1__al_2 | 1.1. Hands turn.
            art_1__para_1__al_3 | 1.5 kg is their weight.""")
        assert kinds(document) == ["number_of_levels"]

    def test_the_name_of_the_act_above_an_annex_is_no_wording_of_it(self) -> None:
        signed = " Статья 1. Часы\n| Часы идут.\n\t\n| Президент\n\t\nТ.\n"
        expect(signed + """
Приложение 1 к приказу
| Министра времени
| Республики Казахстан
| от 21 июля 2021 года № 258
 Правила
| 1. Часы заводят.
Приложение 2
| к Закону Республики Казахстан
| "О часах"
 Перечень
| 1. Башенные.
""", """
            art_1 | Часы | Часы идут.
            annex_1 | Правила
            annex_1__para_1 | Часы заводят.
            annex_2 | Перечень
            annex_2__para_1 | Башенные.""", "rus")

    def test_the_rows_of_a_table_stay_in_their_provision(self) -> None:
        expect(" Article 1. Fees\n| The fees are:\n| Clock\tFee\n| tower\t2", """
            art_1 | Fees | The fees are:
            Clock\tFee
            tower\t2""")

    def test_paragraphs_of_an_act_without_articles_stand_at_the_top(self) -> None:
        document = expect("""
| In accordance with the Law “On clocks” I ORDER:
| 1. Clocks are wound.
| They are oiled.
 Chapter 1. Bells
| 2. Bells ring:
| at noon.
""", """
            preamble | In accordance with the Law “On clocks” I ORDER:
            para_1 | Clocks are wound.
            para_1__al_2 | They are oiled.
            chp_1 | Bells
            para_2 | Bells ring:
            para_2__indent_1 | at noon.""")
        assert document.provisions[4].within == "chp_1"


class TestExclusions:
    @pytest.mark.parametrize(("lang", "lines", "excluded"), [
        ("eng", " Article 1. X\n| The body:\n| 2) Is excluded by Law № 124-V dated 03.07.2013;", ["art_1__point_2"]),
        ("eng", " Article 1. X\n| 2-1. (deleted - No. 258 dated 06/21/2007)", ["art_1__para_2-1"]),
        ("eng", " Article 1. X\n| The body:\n| 3), 4) are excluded by Law № 124-V dated 03.07.2013;",
         ["art_1__point_3", "art_1__point_4"]),
        ("eng", " Article 1. X\n| The body:\n| 3) be excluded from the list at his request.", []),
        ("eng", " Article 5. Is excluded by the Law dated 10.07.2003 No. 477.", ["art_5"]),
        ("rus", " Статья 1. X\n| Лицо:\n| 5) и 6) исключены Законом РК от 19.12.2011 № 513-IV;",
         ["art_1__point_5", "art_1__point_6"]),
        ("rus", " Статья 1. X\n| *3. Действовал до 01.01.2019 в соответствии с Законом РК от 12.10.2018 № 183-VI.*",
         ["art_1__para_3"]),
        ("rus", " Статья 1. X\n| Лицо:\n| 4) исключает проезд повозок.", []),
        ("rus", " Статья 9. (исключена)", ["art_9"]),
        ("kaz", " 8-бап. Алып тасталды – ҚР 24.04.2018 № 150-VI Заңымен.", ["art_8"]),
    ])
    def test_editorial_lines(self, lang: str, lines: str, excluded: list[str]) -> None:
        document = parse(read_plain(statute(lines, lang)), lang)
        assert [each.eid for each in document.provisions if each.excluded] == excluded
        assert all(each.text is None and each.heading is None for each in document.provisions if each.excluded)

    def test_an_article_of_which_only_heading_and_footnote_are_left_is_excluded(self) -> None:
        document = expect(" Article 1. X\n| Footnote. Article 1 is excluded by Law No 124-V dated 03.07.2013.",
                          "art_1 | X | excluded")
        assert owner(document, "Footnote.") == (Role.CLAIM, "art_1")


class TestAnnexes:
    SIGNED = " Article 1. X\n| Text.\n\t\n| President\n of the Republic\n\t\nT. Ulanbekov\n"

    def test_annexes_come_after_the_signature_with_their_own_paragraphs(self) -> None:
        document = expect(self.SIGNED + """
| Annex 1 to the Law “On clocks”
 List of clocks
| 1. The clock of the tower.
 Chapter 1. Stations
| 2. Clocks:
| 1) of the north.
| Annex 2
| to the Law “On clocks”
 Colours
| White.
""", """
            art_1 | X | Text.
            annex_1 | List of clocks
            annex_1__para_1 | The clock of the tower.
            annex_1__chp_1 | Stations
            annex_1__para_2 | Clocks:
            annex_1__para_2__point_1 | of the north.
            annex_2 | Colours | White.""")
        assert owner(document, "President") == owner(document, "T. Ulanbekov") == (Role.NOTE, None)
        assert owner(document, "to the Law") == (Role.PROVISION, "annex_1")

    @pytest.mark.parametrize(("lang", "line", "eid", "number"), [
        ("rus", "| Приложение к Закону Республики Казахстан «О часах»", "annex_1", None),
        ("rus", "| Приложение № 2 к Закону", "annex_2", "2"),
        ("kaz", "| Сағаттарды бұрау қағидаларына 1-қосымша", "annex_1", "1"),
        ("eng", "| Appendix 3", "annex_3", "3"),
        ("eng", "| Approved by the order of the Minister", "annex_1", None),
    ])
    def test_lines_that_open_an_annex(self, lang: str, line: str, eid: str, number: str | None) -> None:
        signed = {"eng": self.SIGNED, "rus": " Статья 1. X\n| Да.\n\t\n| Президент\n\t\nТ.\n",
                  "kaz": " 1-бап. X\n| Иә.\n\t\n| Президент\n\t\nТ.\n"}[lang]
        annex = parse(read_plain(statute(f"{signed}{line}\n Title\n| 1. One.", lang)), lang).provisions[1]
        assert (annex.eid, annex.number, annex.heading) == (eid, number, "Title")


class TestFindings:
    def test_a_number_without_its_bracket_is_read_where_the_list_expects_it(self) -> None:
        document = expect(" Article 1. X\n| The body shall:\n| 1 wind;\n| 2) oil.", """
            art_1 | X | The body shall:
            art_1__point_1 | wind;
            art_1__point_2 | oil.""")
        assert kinds(document) == ["number_without_bracket"]

    def test_a_point_with_a_full_stop_is_a_point(self) -> None:
        document = expect(" Article 1. X\n| The body shall:\n| 1) wind;\n| 2. oil;\n| 3) rest.", """
            art_1 | X | The body shall:
            art_1__point_1 | wind;
            art_1__point_2 | oil;
            art_1__point_3 | rest.""")
        assert kinds(document) == ["number_without_bracket"]

    def test_a_paragraph_without_its_full_stop_is_a_paragraph(self) -> None:
        document = expect(" Article 1. X\n| 1. Wind.\n| 2 Oil.\n| 3. Rest.", """
            art_1 | X
            art_1__para_1 | Wind.
            art_1__para_2 | Oil.
            art_1__para_3 | Rest.""")
        assert kinds(document) == ["number_without_dot"]

    def test_a_year_at_the_beginning_of_a_line_is_no_number(self) -> None:
        expect(" Article 1. X\n| 1. Wind until\n| 2010. Oil since\n| 2011) rest.\n| 2. Fire.", """
            art_1 | X
            art_1__para_1 | Wind until
            art_1__para_1__al_2 | 2010. Oil since
            art_1__para_1__al_3 | 2011) rest.
            art_1__para_2 | Fire.""")

    def test_a_long_list_goes_on_behind_its_point_999(self) -> None:
        points = [f"{number}) wind {number};" for number in range(1, 1003)]
        document = parse(read_plain(statute("\n".join((" Article 1. X", "| The body shall:",
                                                      *(f"| {each}" for each in points))))), "eng")
        assert [each.number for each in document.provisions][-3:] == ["1000", "1001", "1002"]
        assert not document.findings

    def test_a_gap_in_the_numbering(self) -> None:
        document = parse(read_plain(statute(" Article 1. X\n| 1. Wind.\n| 3. Rest.\n Article 4. Y\n| Text.")), "eng")
        assert [(each.kind, each.eid, each.line) for each in document.findings] == [
            ("gap_in_numbering", "art_1__para_3", 9), ("gap_in_numbering", "art_4", 11)]

    def test_the_first_of_two_with_one_number_keeps_it_and_nothing_of_the_other_is_lost(self) -> None:
        document = expect("""
 Article 1. X
| 1. Wind.
| 1. Again:
| 1) oil.
| 2. Rest.
 Article 1. Once more
| Lost text.
 Article 2. Y
| Text.
""", """
            art_1 | X
            art_1__para_1 | Wind.
            art_1__para_2 | Rest.
            art_2 | Y | Text.""")
        assert kinds(document) == ["duplicate_provision", "duplicate_provision"]
        assert owner(document, "oil.") == (Role.UNREAD, "art_1__para_1")
        assert owner(document, "Lost text.") == (Role.UNREAD, "art_1")

    def test_an_article_without_anything(self) -> None:
        assert kinds(parse(read_plain(statute(" Article 1. X")), "eng")) == ["empty_provision"]

    def test_a_text_without_title_and_requisite(self) -> None:
        assert kinds(parse(read_plain(page(" Article 1. X\n| Text.")), "eng")) == ["no_requisite", "no_title"]


class TestFront:
    @pytest.mark.parametrize(("lang", "line", "number", "adopted"), [
        ("eng", "The Law of the Republic of Kazakhstan dated 29 April, 2010 No. 271-IV.", "271-IV", "2010-04-29"),
        ("eng", "Law No. 118 of 9th August 1994 of the Republic of Kazakhstan.", "118", "1994-08-09"),
        ("eng", "Order of the Minister dated 12 March, 2018 No. 61. Registered on March 29, 2018.", "61", "2018-03-12"),
        ("rus", "Закон Республики Казахстан от 11 февраля 1998 года № 206-I.", "206-I", "1998-02-11"),
        ("kaz", "Қазақстан Республикасының 2003 жылғы 14 ақпандағы N 352 Заңы.", "352", "2003-02-14"),
        ("kaz", "Абай облысы Көлді аудандық мәслихатының 2014 жылғы 12 мамырдағы № 214 шешімі.", "214", "2014-05-12"),
    ])
    def test_requisites(self, lang: str, line: str, number: str, adopted: str) -> None:
        document = parse(read_plain(f" Title\n\n\t\n{line}\n\n{BODY}1. Text."), lang)
        assert (document.title, document.number, str(document.adopted)) == ("Title", number, adopted)

    @pytest.mark.parametrize("text", ["\ufeff On clocks\n Article 1. X\n", " On clocks\r\n Article 1. X\r\n",
                                      "On clocks\r Article 1. X\r"])
    def test_byte_order_mark_and_line_ends_are_layout(self, text: str) -> None:
        document = parse(read_plain(text), "eng")
        assert (document.title, outline(document)) == ("On clocks", "art_1 | X")
        assert document.provisions[0].span.line == 2
