"""Forms of real files, each in an invented text: orders with annexed rules, stamps, fences, tables, what links left."""

from datetime import date

import pytest

from lawgraph.law.amendments import Action, OperationRule, RuleKind
from lawgraph.law.document import Document, UnreadKind
from lawgraph.parsing.document import parse
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.reading.opening import read
from lawgraph.reading.requisites import with_requisite
from lawgraph.reading.source import Said, SourceText
from public_page import ARTICLES, public_page


def parsed(text: str, lang: str = "rus") -> Document:
    """Return the document of a Markdown text, in which a quoted line that goes on ends with a hard break."""
    return parse(read(text.replace("*\n> *", "*  \n> *").encode(), f"{lang}.md"), lang)


def page(body: str) -> Document:
    return parse(read(public_page("rus").replace(ARTICLES["rus"].format(more=""), body).encode(), "page.html"), "rus")


def outline(document: Document) -> list[str]:
    return [" | ".join(filter(None, (each.eid, each.heading, each.text))) for each in document.provisions]


def kinds(document: Document) -> list[str]:
    return [each.kind for each in document.findings if each.kind != "no_requisite"]


ORDER = """# Об утверждении Правил игры на барабане

1. Утвердить прилагаемые Правила.

2. Настоящий приказ вводится в действие со дня его первого официального опубликования.

{signature}

> *Утверждены*
> *приказом Управляющего*
> *Барабанами*
> *от 8 сентября 2016 года*
> *№ 13/139*

## Правила игры на барабане

### {chapter}1. Общие положения

1. Барабан круглый.

### {chapter}2. Порядок игры

2. Играют:

   1) утром;

   2) вечером.

> *Приложение 1*
> *к Правилам игры*
> *на барабане*

> *Форма*

## Журнал ударов

Удары записывают.

> *Приложение 2*
> *к Правилам игры*
> *на барабане*

## Перечень палок

Палки деревянные.
"""
RULES = [
    "para_1 | Утвердить прилагаемые Правила.",
    "para_2 | Настоящий приказ вводится в действие со дня его первого официального опубликования.",
    "annex_1 | Правила игры на барабане", "annex_1__chp_1 | Общие положения", "annex_1__para_1 | Барабан круглый.",
    "annex_1__chp_2 | Порядок игры", "annex_1__para_2 | Играют:", "annex_1__para_2__point_1 | утром;",
    "annex_1__para_2__point_2 | вечером.", "annex_1__annex_1 | Журнал ударов | Удары записывают.",
    "annex_1__annex_2 | Перечень палок | Палки деревянные."]


class TestAnnexedRules:
    @pytest.mark.parametrize("signature", ["*Министр*\n\n*В. Вымышленный*", "**Управляющий Барабанами**\n\n**В. Вымышленный**",
                                           "| Министр | В. Вымышленный |\n|---|---|"])
    @pytest.mark.parametrize("chapter", ["", "Глава "])
    def test_their_points_and_annexes_stand_under_them(self, signature: str, chapter: str) -> None:
        document = parsed(ORDER.format(signature=signature, chapter=chapter))
        assert outline(document) == RULES
        assert (kinds(document), document.unread, document.claims) == ([], (), ())

    def test_an_annex_of_the_order_stands_beside_the_rules(self) -> None:
        text = ORDER.format(signature="*Министр*", chapter="").replace("Приложение 2*\n> *к Правилам", "Приложение 2*\n> *к приказу")
        assert outline(parsed(text))[-1] == "annex_2 | Перечень палок | Палки деревянные."

    def test_in_kazakh(self) -> None:
        document = parsed("""# Домбыра тарту қағидаларын бекіту туралы

1. Қоса беріліп отырған Қағидалар бекітілсін.

*Министр*

> *Басқарушының*
> *2016 жылғы 8 қыркүйектегі*
> *№ 13/139 бұйрығымен*
> *бекітілген*

## Домбыра тарту қағидалары

### 1. Жалпы ережелер

1. Домбыра екі ішекті.

> *Домбыра тарту*
> *қағидаларына*
> *1-қосымша*

> *Нысан*

## Күйлер журналы

Күйлер жазылады.
""", "kaz")
        assert outline(document) == [
            "para_1 | Қоса беріліп отырған Қағидалар бекітілсін.", "annex_1 | Домбыра тарту қағидалары",
            "annex_1__chp_1 | Жалпы ережелер", "annex_1__para_1 | Домбыра екі ішекті.",
            "annex_1__annex_1 | Күйлер журналы | Күйлер жазылады."]
        assert (kinds(document), document.unread) == ([], ())

    def test_a_note_on_an_annex_is_no_stamp(self) -> None:
        text = ORDER.format(signature="*Министр*", chapter="").replace(
            "Палки деревянные.", "Палки деревянные.\n\n> *Приложение 2 в редакции приказа Министра барабанов РК от 03.07.2018 № 124.*")
        document = parsed(text)
        assert outline(document) == RULES
        assert document.claims or document.unread


class TestFences:
    TEXT = """# О дровах

```
      Статья 1. Дрова

   Дрова есть топливо, которое
заготавливают в лесу.
   2. Дрова бывают:
   1) березовые;
   2) осиновые,
а также иные.
   Сноска. В статью 1 внесены изменения - Законом РК от 5 июля
2002 г. N 135.

      Статья 2. Дым

   Дым идет.
```
"""

    def test_lines_between_fences_are_joined_to_paragraphs(self) -> None:
        document = parsed(self.TEXT)
        assert outline(document) == [
            "art_1 | Дрова | Дрова есть топливо, которое заготавливают в лесу.", "art_1__para_2 | Дрова бывают:",
            "art_1__para_2__point_1 | березовые;", "art_1__para_2__point_2 | осиновые, а также иные.", "art_2 | Дым | Дым идет."]
        assert [(claim.target, claim.act and claim.act.number) for claim in document.claims] == [("art_1", "135")]

    def test_the_lines_of_the_file_are_told(self) -> None:
        assert [(each.eid, each.span.line) for each in parsed(self.TEXT).provisions if each.eid in {"art_1", "art_2"}] == [
            ("art_1", 4), ("art_2", 15)]

    def test_a_fence_that_is_never_closed_ends_with_the_file(self) -> None:
        assert outline(parsed(self.TEXT.replace("идет.\n```", "идет."))) == outline(parsed(self.TEXT))

    def test_in_kazakh(self) -> None:
        document = parsed("# Отын туралы\n\n```\n   1-бап. Отын\n\n   Отын орманда\nдайындалады.\n   2-бап. Түтін\n   Түтін шығады.\n```\n", "kaz")
        assert outline(document) == ["art_1 | Отын | Отын орманда дайындалады.", "art_2 | Түтін | Түтін шығады."]


class TestTables:
    def test_a_table_of_html_is_read_as_its_rows(self) -> None:
        document = parsed("# О дровах\n\n### Статья 1. Цены\n\nЦены такие:\n\n<table>\n<tr>\n<td>№</td>\n<td>\nВид\nдров</td>\n"
                          "</tr>\n<tr><td>1</td><td>Береза &lt; осины</td></tr>\n</table>\n\n### Статья 2. Дым\n\nДым идет.\n")
        assert [each.text for each in document.provisions if each.text] == [
            "Цены такие:\n№\tВид дров\n1\tБереза < осины", "Дым идет."]
        assert kinds(document) == []

    def test_one_that_is_never_closed_is_read_line_by_line(self) -> None:
        document = parsed("# О дровах\n\n### Статья 1. Цены\n\n<table>\n\nЦены такие.\n\n### Статья 2. Дым\n\nДым идет.\n")
        assert outline(document) == ["art_1 | Цены | Цены такие.", "art_2 | Дым | Дым идет."]


class TestWhatLinksLeave:
    @pytest.mark.parametrize("left", [" .V1106794", ".V1106794_", " Z110000444", " .V110679"])
    def test_an_id_at_the_end_of_a_line_is_a_finding_and_no_wording(self, left: str) -> None:
        document = parsed(f"# О дровах\n\n### Статья 1. Лес\n\n1) в лесу рубят;{left}\n\n2) в лесу пилят.\n")
        assert outline(document)[1] == "art_1__point_1 | в лесу рубят;"
        assert kinds(document) == ["id_of_link"]

    @pytest.mark.parametrize("title", ["О внесении изменений в Закон «О сетях»", "О внесении дополнений (второе чтение)"])
    def test_the_title_that_a_link_gives_an_act_is_no_part_of_a_note(self, title: str) -> None:
        document = nets(f'> *Сноска. Статья 1 с изменениями, внесенными Законом РК от 24.10.2014 [№ 487-V](/rus/docs/Z1400000487 "{title}").*')
        assert [(claim.target, claim.act_name) for claim in document.claims] == [("art_1", "487-V")]
        assert document.unread == ()

    def test_the_title_of_another_link_is_not_hidden(self) -> None:
        assert "исключена" in parsed('# О сетях\n\n### Статья 1. Сети\n\nСети [ставят](http://x.invalid/ "исключена").\n').text

    def test_a_number_of_a_form_is_wording(self) -> None:
        assert outline(parsed("# О дровах\n\n### Статья 1. Лес\n\nПодают форму V1106794 и ждут.\n")) == [
            "art_1 | Лес | Подают форму V1106794 и ждут."]


class TestPages:
    """Pages of the public system: invented ones with the marks of real ones."""

    def read(self, page: str, lang: str = "rus") -> tuple[SourceText, Document]:
        source = read(page.encode(), "page.html")
        return source, parse(source, lang)

    def test_the_browser_that_saved_a_page_tells_its_address(self) -> None:
        page = public_page("rus").replace('<a href="/rus/docs/Z1200000007/info">info</a>', "").replace(
            "<!DOCTYPE html>", "<!DOCTYPE html>\n<!-- saved from url=(0042)https://adilet.zan.kz/kaz/docs/Z1200000007 -->")
        said = self.read(page)[0].said
        assert (said.id, said.lang, said.address) == ("Z1200000007", "kaz", "https://adilet.zan.kz/kaz/docs/Z1200000007")

    @pytest.mark.parametrize(("footer", "day"), [
        ("Документы по состоянию на 24.11.2026", date(2026, 11, 24)), ("Құжаттар 24.11.2026", date(2026, 11, 24)),
        ("Документы по состоянию на 31.11.2026", None), ("24.11.2026", None)])
    def test_the_footer_tells_on_which_day_it_stood_so(self, footer: str, day: date | None) -> None:
        assert self.read(public_page("rus").replace("<p>adilet</p>", f"<p>{footer}</p>"))[0].said.retrieved == day

    def test_such_words_inside_the_law_tell_nothing(self) -> None:
        assert self.read(public_page("rus", "Документы по состоянию на 24.11.2026 хранят."))[0].said.retrieved is None

    def test_the_sign_of_a_law_that_has_lost_force_makes_all_of_it_unsure(self) -> None:
        page = public_page("rus").replace('status_upd">upd', 'status_yts">Утративший силу')
        _, document = self.read(page)
        assert [(each.kind, each.eids) for each in document.unread] == [(UnreadKind.NOTE, ("law",))]

    def test_the_line_below_the_title_tells_by_which_act(self) -> None:
        page = public_page("rus").replace('status_upd">upd', 'status_yts">Утративший силу').replace(
            "№ 7-V.", "№ 7-V. Утратил силу Законом Республики Казахстан от 1 апреля 2020 года № 300-VI.")
        _, document = self.read(page)
        assert [(each.target, each.action, each.act and each.act.name) for each in document.claims] == [
            ("law", Action.REPEAL, "300-VI")]
        assert (document.unread, document.number) == ((), "7-V")

    def test_what_stands_beside_the_text_is_not_read(self) -> None:
        page = public_page("rus").replace("</article>", "<aside><p>Другие законы</p></aside></article>")
        _, document = self.read(page)
        assert outline(document) == ["art_1 | Понятия | Часы – прибор."]
        assert kinds(document) == ["beside_the_text"]

    def test_rules_that_are_annexed_without_a_signature(self) -> None:
        stamp = ("<table><tr><td>&nbsp;</td><td>Утвержден приказом<br/>Министра часов<br/>Республики Казахстан<br/>"
                 "от 26 февраля 2015 года № 142</td></tr></table><h3>Перечень часов</h3><p>      Башенные часы.</p></article>")
        _, document = self.read(public_page("rus").replace("</article>", stamp))
        assert outline(document)[1:] == ["annex_1 | Перечень часов | Башенные часы."]
        assert document.unread == ()

    def test_the_rights_of_the_publisher_are_no_text(self) -> None:
        end = ("<table><tr><td>Президент</td><td>В. Вымышленный</td></tr></table><p>© 2012. РГП на ПХВ «Институт часов» "
               "Министерства часового дела, все права принадлежат тем, кто хранит время, и никому другому на этом свете</p></article>")
        _, document = self.read(public_page("rus").replace("</article>", end))
        assert (document.unread, kinds(document)) == ((), [])


class TestGaps:
    @pytest.mark.parametrize("text", [
        "# О часах\n\n### Статья 1. Бой\n\n1. Бой считают: ![бой](/files/1.png)\n\n2. Часы бьют.\n",
        "# О часах\n\n### Статья 1. Бой\n\n1. Бой считают: <img src=\"/files/1.png\" width=\"3\">\n\n2. Часы бьют.\n"])
    def test_a_picture_is_a_gap_with_its_address_and_its_unit_is_not_read(self, text: str) -> None:
        document = parsed(text)
        assert outline(document) == ["art_1 | Бой", "art_1__para_1 | Бой считают: ⟦/files/1.png⟧", "art_1__para_2 | Часы бьют."]
        assert [(each.kind, each.eids) for each in document.unread] == [(UnreadKind.TEXT, ("art_1__para_1",))]

    def test_on_a_page_too(self) -> None:
        page = public_page("rus", '<img src="https://adilet.zan.kz/files/1.png"/>')
        document = parse(read(page.encode(), "page.html"), "rus")
        assert outline(document) == ["art_1 | Понятия | Часы – прибор. ⟦https://adilet.zan.kz/files/1.png⟧"]
        assert [(each.kind, each.eids) for each in document.unread] == [(UnreadKind.TEXT, ("art_1",))]

    @pytest.mark.parametrize(("lang", "text"), [
        ("rus", "# О дыме\n\n### Статья 1. Дым\n\n1. Дым считают по следующей формуле:\n\n   где: Д – дым.\n\n2. Дым идет.\n"),
        ("kaz", "# Түтін туралы\n\n### 1-бап. Түтін\n\n1. Түтін мына формула бойынша есептеледі:\n\n   мұнда: Т – түтін.\n\n2. Түтін шығады.\n")])
    def test_a_formula_that_the_source_has_lost(self, lang: str, text: str) -> None:
        document = parsed(text, lang)
        assert kinds(document) == ["lost_formula"]
        assert [(each.kind, each.eids) for each in document.unread] == [(UnreadKind.TEXT, ("art_1__para_1",))]

    @pytest.mark.parametrize(("lang", "text"), [
        ("rus", "# О дыме\n\n### Статья 1. Дым\n\n1. Дым считают по формуле\n\nгде\n\nД – дым.\n"),
        ("eng", "# On smoke\n\n### Article 1. Smoke\n\n1. Smoke is counted by the formula\n\nwhere\n\nS is smoke.\n"),
        ("kaz", "# Түтін туралы\n\n### 1-бап. Түтін\n\n1. Түтін есептелетін формула\n\nмұнда\n\nТ – түтін.\n")])
    def test_it_is_lost_without_a_colon_too(self, lang: str, text: str) -> None:
        assert kinds(parsed(text, lang)) == ["lost_formula"]

    def test_one_that_is_there_is_not_lost(self) -> None:
        assert parsed("# О дыме\n\n### Статья 1. Дым\n\n1. Дым считают по формуле:\n\nД = 2 х О,\n\nгде: О – огонь.\n").unread == ()


class TestRaisedNumbers:
    @pytest.mark.parametrize(("lang", "heading"), [
        ("rus", "Статья 1 1. Дрова"), ("rus", "Статья 11. Дрова"), ("rus", "Статья 1-1. Дрова"), ("kaz", "1 1-бап. Дрова")])
    def test_the_anchor_proves_a_number_that_has_lost_its_place(self, lang: str, heading: str) -> None:
        document = parsed(f'# О лесе\n\n<a id="st1-1"></a>\n\n### {heading}\n\nДрова горят.\n', lang)
        assert outline(document) == ["art_1-1 | Дрова | Дрова горят."]

    def test_an_anchor_of_another_article_proves_nothing(self) -> None:
        document = parsed('# О лесе\n\n<a id="st1-1"></a>\n\nСлова.\n\n### Статья 11. Дрова\n\nДрова горят.\n')
        assert outline(document)[-1] == "art_11 | Дрова | Дрова горят."


@pytest.mark.parametrize("printed", ["(Ведомости Парламента РК, 2018 г., N 8, ст. 46)", "[Бюллетень, 2018 г., № 8]"])
def test_the_number_of_a_bulletin_is_not_that_of_the_law(printed: str) -> None:
    text = f"О дровах\n\n{printed}\n\n Статья 1. Лес\n\n\u00a0\u00a0\u00a0\u00a0\u00a0 Лес растет.\n"
    document = parse(read(text.encode(), "rus.txt"), "rus")
    assert (document.title, document.number, document.adopted) == ("О дровах", None, None)
    assert "no_requisite" in {each.kind for each in document.findings}


@pytest.mark.parametrize("printed", [
    "Ведомости Верховного Совета Республики Казахстан от 12 января 1995 года № 3", "«Казахстанская правда» от 12 января 2018 года № 7 (25677)",
    "САПП Республики Казахстан, 2018 г., № 2, ст. 17", "Газета «Юридическая газета» от 12.01.2018 № 7", "Опубликован: Ведомости Парламента РК 2018 г. № 8"])
def test_nor_is_it_where_no_brackets_stand_around_it(printed: str) -> None:
    document = parse(read(f" О дровах\n\n{printed}\n\n Статья 1. Лес\n\n\u00a0\u00a0\u00a0\u00a0\u00a0 Лес растет.\n".encode(), "rus.txt"), "rus")
    assert (document.number, document.adopted) == (None, None)
    assert "no_requisite" in {each.kind for each in document.findings}


@pytest.mark.parametrize(("line", "number"), [
    ("Закон Республики Казахстан от 10 января 2018 года (Ведомости Парламента РК, 2018 г., № 8, ст. 46)", None),
    ("Закон Республики Казахстан от 10 января 2018 года № 20-VI (Ведомости Парламента РК, 2018 г., № 8, ст. 46)", "20-VI"),
    ("Закон Республики Казахстан (Ведомости Парламента РК, 2018 г., № 8, ст. 46) от 10 января 2018 года № 20-VI", "20-VI")])
def test_a_number_in_brackets_is_not_that_of_the_law(line: str, number: str | None) -> None:
    document = parsed(f"# О дровах\n\n{line}\n\n### Статья 1. Лес\n\nЛес растет.\n")
    assert (document.number, document.adopted) == (number, date(2018, 1, 10))
    told = parsed(f"---\nrequisite: {line}\n---\n# О дровах\n\n### Статья 1. Лес\n\nЛес растет.\n")
    assert (told.number, told.adopted) == (number, date(2018, 1, 10))


NETS = "# О сетях\n\nЗакон Республики Казахстан от {day} № {number}\n\n### Статья 1. Сети\n\nСети ставят.\n\n{more}\n"


def nets(more: str, day: str = "12 апреля 2013 года", number: str = "21-V") -> Document:
    return parsed(NETS.format(day=day, number=number, more=more))


class TestOldSigns:
    @pytest.mark.parametrize("day", ["12 апpеля 1993 года", "12 .04.1993"])
    def test_a_day_with_a_latin_letter_or_a_blank(self, day: str) -> None:
        assert nets("", day).adopted == date(1993, 4, 12)

    @pytest.mark.parametrize("day", ["l2 апреля 1993 года", "І2 апреля 1993 года", "О2 апреля 1993 года"])
    def test_a_letter_in_the_place_of_the_first_figure_gives_no_other_day(self, day: str) -> None:
        assert nets("", day).adopted is None

    def test_a_number_with_dots_is_one_number(self) -> None:
        document = nets("> *Сноска. Статья 1 в редакции приказа Министра рыб РК от 22 .07.2017 № 21-01-38.46.*", number="21-01-38.46")
        (claim,) = document.claims
        assert document.number == "21-01-38.46"
        assert claim.act is not None
        assert (claim.act.number, claim.act.adopted, document.unread) == ("21-01-38.46", date(2017, 7, 22), ())

    @pytest.mark.parametrize("line", ["2) (у.с. Законом РК от 03.07.2014 № 124-V);", "2) у.с. Законом РК от 03.07.2014 № 124-V;"])
    def test_an_abbreviated_repeal_of_a_point_is_an_exclusion(self, line: str) -> None:
        document = nets(f"### Статья 2. Лодки\n\n1) лодка;\n\n{line}")
        assert [(claim.target, claim.action) for claim in document.claims] == [("art_2__point_2", Action.EXCLUSION)]

    def test_a_latin_letter_in_a_footnote(self) -> None:
        document = nets("> *Сноска. Cтатья 1 c изменением, внесенным Законом РК от 10.12.2013 № 153-V.*")
        assert ([claim.target for claim in document.claims], document.unread) == (["art_1"], ())

    def test_an_act_older_than_the_law_leaves_its_target_in_doubt(self) -> None:
        document = nets("> *Сноска. Статья 1 в редакции Закона РК от 03.07.2004 № 124-III (вводится в действие с 01.01.2005).*")
        assert "act_older_than_law" in kinds(document)
        assert [(each.eids, each.acts) for each in document.unread] == [(("art_1",), ())]


class TestHeadings:
    def test_sections_without_their_word_count_from_one(self) -> None:
        document = parsed("# О сетях\n\n## I. Сети\n\n### Статья 1. Ход\n\nСети ставят.\n\n## II. Лов\n\n### Статья 2. Рыба\n\nРыбу ловят.")
        assert [each.eid for each in document.provisions] == ["sec_1", "art_1", "sec_2", "art_2"]

    def test_one_that_does_not_count_is_in_doubt(self) -> None:
        document = parsed("# О сетях\n\n### Статья 1. Ход\n\nСети ставят.\n\nV. Лов\n\n### Статья 2. Рыба\n\nРыбу ловят.")
        assert any("V. Лов" in each.text for each in document.unread)

    def test_the_second_line_of_a_heading(self) -> None:
        document = parsed("# О сетях\n\n### Статья 1. Сети, которые\n\n### ставят в реке\n\nСети ставят.")
        assert outline(document) == ["art_1 | Сети, которые ставят в реке | Сети ставят."]

    def test_a_latin_letter_in_the_word_of_a_kazakh_heading(self) -> None:
        document = parsed("# Торлар туралы\n\n## 1 Бөлiм. Жалпы ережелер\n\n### 1-бап. Торлар\n\nТор құрылады.", "kaz")
        assert outline(document)[0] == "sec_1 | Жалпы ережелер"

    def test_a_line_that_names_a_point_has_no_number_of_its_own(self) -> None:
        document = parsed("# Өзгерістер туралы\n\n### 1-бап. Өзгерістер\n\n1) 5-бапта:\n\n3) тармақша «тор» деген сөзден кейін «, қайық» деген "
                          "сөздермен толықтырылсын;\n\n2) 6-бап алып тасталсын.", "kaz")
        assert [each.eid for each in document.provisions] == ["art_1", "art_1__point_1", "art_1__point_1__indent_1", "art_1__point_2"]


def test_a_treaty_behind_the_signature_is_an_annex() -> None:
    document = parsed("# О ратификации Соглашения о реке\n\nРатифицировать Соглашение о реке.\n\n*Президент*\n\n*Н. Вымышленный*\n\n"
                      "СОГЛАШЕНИЕ\n\nо реке\n\nСтатья 1\n\nСтороны чистят реку.\n\nСтатья 2\n\nСтороны ловят рыбу.")
    assert outline(document) == ["preamble | Ратифицировать Соглашение о реке.", "annex_1",
                                 "annex_1__art_1 | Стороны чистят реку.", "annex_1__art_2 | Стороны ловят рыбу."]


def test_a_treaty_with_a_title_has_it_as_its_heading_and_loses_no_words() -> None:
    document = parsed("# О ратификации Соглашения о реке\n\nРатифицировать Соглашение о реке, совершенное в Астане 1 марта 2012 года.\n\n"
                      "*Президент*\n\n*Н. Вымышленный*\n\n## СОГЛАШЕНИЕ\n\n## о реке\n\nСтороны договорились:\n\n### Статья 1\n\nСтороны чистят реку.")
    assert outline(document)[1:] == ["annex_1 | СОГЛАШЕНИЕ о реке | Стороны договорились:", "annex_1__art_1 | Стороны чистят реку."]
    assert document.unread == ()


@pytest.mark.parametrize(("lang", "signature", "line", "heading"), [
    ("rus", "*Президент*", "## Приложение 1. Перечень рек", "Перечень рек"), ("rus", "*Президент*", "**Приложение 1 – Перечень рек**", "Перечень рек"),
    ("kaz", "*Президент*", "## 1-қосымша. Өзендер тізбесі", "Өзендер тізбесі"), ("eng", "*President*", "## Annex 1. List of rivers", "List of rivers")])
def test_the_title_of_an_annex_may_stand_in_the_line_that_opens_it(lang: str, signature: str, line: str, heading: str) -> None:
    article = {"rus": "Статья 1. Река", "kaz": "1-бап. Өзен", "eng": "Article 1. River"}[lang]
    document = parsed(f"# X\n\n### {article}\n\nXxx yyy.\n\n{signature}\n\n{line}\n\n1. Uuu.\n\n2. Vvv.", lang)
    assert outline(document)[1:] == [f"annex_1 | {heading}", "annex_1__para_1 | Uuu.", "annex_1__para_2 | Vvv."]


def test_paragraphs_that_begin_anew_behind_the_signature_are_none_of_the_last_article() -> None:
    document = parsed("# О реке\n\n### Статья 1. Река\n\nРека течет.\n\n*Президент*\n\n*Н. Вымышленный*\n\n1. Малая.\n\n2. Большая.")
    assert outline(document) == ["art_1 | Река | Река течет.", "annex_1", "annex_1__para_1 | Малая.", "annex_1__para_2 | Большая."]


def test_the_stamp_of_the_next_annex_does_not_take_title_and_table_of_the_one_before() -> None:
    stamp = "> *Приложение {}*\n> *к решению маслихата*\n> *от 20 декабря 2012 года № 7/1*\n\n## Бюджет на {} год\n\n| Доходы | Сто |\n|---|---|\n| Затраты | Сто |\n\n"
    document = parsed("# О бюджете\n\n1. Утвердить бюджет.\n\n*Председатель*\n\n" + stamp.format(1, 2013) + stamp.format(2, 2014))
    assert outline(document)[1:] == [f"annex_{n} | Бюджет на {2012 + n} год | Доходы\tСто\nЗатраты\tСто" for n in (1, 2)]


@pytest.mark.parametrize("orders", ["**ПРИКАЗЫВАЮ:**", "## ПРИКАЗЫВАЮ:"])
def test_a_line_of_its_own_that_leads_in_what_is_ordered_is_no_title(orders: str) -> None:
    document = parsed(f"# О реке\n\n{orders}\n\n1. Утвердить перечень.\n\n*Министр*")
    assert (document.title, outline(document)[0]) == ("О реке", "preamble | ПРИКАЗЫВАЮ:")


def test_sections_without_their_word_in_capitals_need_no_margin() -> None:
    document = parsed("# О сетях\n\n```\n     I. ОБЩИЕ ПОЛОЖЕНИЯ\n\n     Статья 1. Ход\n\n     Сети ставят.\n\n     II. ЛОВ\n\n     Статья 2. Рыба\n\n     Рыбу ловят.\n```")
    assert [each.eid for each in document.provisions] == ["sec_1", "art_1", "sec_2", "art_2"]


@pytest.mark.parametrize(("body", "sure"), [
    ("Ратифицировать Соглашение о реке, совершенное в Астане 1 марта 2012 года.", True),
    ("Документ утратил силу.", False), ("Не применяется с 2019 года.", False), ("Временно не действует.", False),
])
def test_what_an_act_without_units_says_is_no_line_above_them(body: str, *, sure: bool) -> None:
    assert (parsed(f"# О ратификации Соглашения о реке\n\n{body}\n\n*Президент*\n\n*Н. Вымышленный*").unread == ()) is sure


def test_a_signature_in_a_table_above_a_treaty_is_one() -> None:
    document = page("<p>Ратифицировать Соглашение о реке.</p><table><tr><td><p>Президент Республики Казахстан</p></td><td><p>Н. Вымышленный</p></td></tr></table>"
                    "<h3>СОГЛАШЕНИЕ<br/>о реке</h3><p>Стороны договорились:</p><p align=\"center\"><b>Статья 1</b></p><p>Стороны чистят реку.</p>")
    assert outline(document) == ["preamble | Ратифицировать Соглашение о реке.", "annex_1 | СОГЛАШЕНИЕ о реке | Стороны договорились:",
                                 "annex_1__art_1 | Стороны чистят реку."]


@pytest.mark.parametrize("stamp", ["Приложение 1 к Закону<br/>Республики Казахстан<br/>\"О реке\"", "Приложение 1 к приказу<br/>Министра<br/>Внутренних Рек"])
def test_lines_of_one_cell_are_one_stamp(stamp: str) -> None:
    document = page(f"<p><b>Статья 1. Река</b></p><p>Река течет.</p><table><tr><td></td><td><p>{stamp}</p></td></tr></table><h3>Перечень рек</h3><p>1. Малая.</p>")
    assert outline(document)[-2:] == ["annex_1 | Перечень рек", "annex_1__para_1 | Малая."]


def test_a_sentence_that_goes_on_in_the_next_line_is_one_text() -> None:
    document = parsed("# О реке\n\n### Статья 1. Река\n\n1. Река течет с гор или\n\nс холмов.\n\n2. Виды:\n\nгорная\n\nравнинная\n\n3. Река:\n\n   1) с\n\n   водой;\n\n   2) сухая.")
    assert outline(document) == ["art_1 | Река", "art_1__para_1 | Река течет с гор или с холмов.", "art_1__para_2 | Виды:", "art_1__para_2__indent_1 | горная",
                                 "art_1__para_2__al_2 | равнинная", "art_1__para_3 | Река:", "art_1__para_3__point_1 | с водой;", "art_1__para_3__point_2 | сухая."]


def test_a_point_that_a_page_sets_as_a_note_is_shown_and_in_doubt() -> None:
    document = page('<p><b>Статья 1. Река</b></p><p>1. Река течет.</p><span class="note">2. Реку чистят весной.</span><p>3. Река течет.</p>')
    assert outline(document)[2] == "art_1__para_2 | Реку чистят весной."
    assert ("art_1",) in [each.eids for each in document.unread]


@pytest.mark.parametrize("told", [
    "<table><tr><td></td><td><p>{}<br/>{}</p></td></tr></table><h3>Журнал</h3>", "<table><tr><td></td><td>{}<br>\n{}</td></tr></table><h3>Журнал</h3>"])
def test_the_number_of_an_annex_may_stand_in_the_last_line_of_its_stamp(told: str) -> None:
    html = public_page("kaz").replace(ARTICLES["kaz"].format(more=""), "<p>1. Қағидалар бекітілсін.</p>"
        "<table><tr><td></td><td><p>Министрдің<br/>2015 жылғы 3 наурыздағы<br/>№ 20 бұйрығына<br/>1-қосымша</p></td></tr></table><h3>Қазу қағидалары</h3>"
        "<p>1. Қазады:</p><p>1) құдық;</p><p>2) шұңқыр.</p>" + told.format("Қазу қағидаларына", "1-қосымша") + "<p>Күні.</p>")
    assert outline(parse(read(html.encode(), "page.html"), "kaz")) == [
        "para_1 | Қағидалар бекітілсін.", "annex_1 | Қазу қағидалары", "annex_1__para_1 | Қазады:", "annex_1__para_1__point_1 | құдық;",
        "annex_1__para_1__point_2 | шұңқыр.", "annex_1__annex_1 | Журнал | Күні."]


def test_wrapped_lines_of_a_page_are_read_as_those_between_fences() -> None:
    document = page("<pre>\n     Статья 1. Река\n     1. Река течет\nс <b>гор</b>.\n     2. Виды:\n     1) горная;\n     2) равнинная.\n\n     Сноска. Статья 1 с изменением - Законом РК\n"
                    "от 10 января 2000 г. N 16-II.\n     Статья 2. Вода\n     Вода\nмокрая.\n</pre>")
    assert outline(document) == ["art_1 | Река", "art_1__para_1 | Река течет с гор.", "art_1__para_2 | Виды:", "art_1__para_2__point_1 | горная;",
                                 "art_1__para_2__point_2 | равнинная.", "art_2 | Вода | Вода мокрая."]
    assert [each.target for each in document.claims] == ["art_1"]


class TestNotesOfTheLawsStart:
    CLOSING = "### Статья 2. Введение в действие\n\nНастоящий Закон вводится в действие с 1 января 2014 года.\n\n"

    @pytest.mark.parametrize("note", ["Вводится в действие с 01.01.2014 (см. ст. 2)", "Закон введен в действие с 01.01.2014 в соответствии со статьей 2"])
    def test_one_that_repeats_the_closing_article_is_harmless(self, note: str) -> None:
        document = nets(f"{self.CLOSING}> *Сноска. {note}.*")
        assert (document.claims, document.unread) == ((), ())

    @pytest.mark.parametrize(("place", "doubted"), [("{note}{closing}", "art_1"), ("{closing}{note}", "art_2")])
    def test_one_that_leads_to_the_closing_article_does_not_change_it(self, place: str, doubted: str) -> None:
        note = "> *Сноска. Вводится в действие с 01.{}.2014 в соответствии со статьей 2 настоящего Закона.*\n\n"
        same, other = (nets(place.format(note=note.format(month), closing=self.CLOSING)) for month in ("01", "03"))
        assert (same.claims, same.unread) == ((), ())
        assert (other.claims, [each.eids for each in other.unread]) == ((), [(doubted,)])

    def test_one_that_says_another_day_is_not(self) -> None:
        assert nets(f"{self.CLOSING}> *Сноска. Закон введен в действие с 01.03.2014 в соответствии со статьей 2.*").unread

    def test_nor_one_of_which_the_law_tells_nothing(self) -> None:
        assert nets("> *Сноска. Закон введен в действие с 01.01.2014 в соответствии со статьей 2.*").unread


def test_a_decision_that_an_article_conforms_changes_nothing() -> None:
    document = nets("Примечание ИЗПИ!\n\nНормативным постановлением Конституционного Суда РК от 13.06.2023 № 19 статья 1 настоящего Закона признана "
                    "соответствующей пункту 4 статьи 26 Конституции Республики Казахстан.")
    assert (document.claims, document.unread) == ((), ())


@pytest.mark.parametrize("line", ["## Правила лова", "Правила лова"])
def test_the_title_of_an_annex_is_its_heading(line: str) -> None:
    document = nets(f"*Президент*\n\nПриложение 1 к Закону\n\n{line}\n\n1. Рыбу ловят.")
    assert outline(document)[-2:] == ["annex_1 | Правила лова", "annex_1__para_1 | Рыбу ловят."]


@pytest.mark.parametrize("line", ["Рыбу ловят сетями.", "Рыбу ловят:"])
def test_the_first_sentence_of_an_annex_is_no_title(line: str) -> None:
    document = nets(f"*Президент*\n\nПриложение 1 к Закону\n\n{line}\n\nСети ставят.")
    assert document.provisions[-2].heading is None


def test_a_warning_is_no_footnote() -> None:
    """«Ескерту» is a footnote and a warning, which acts on violations threaten with."""
    document = parsed("# Торлар туралы\n\n### 1-бап. Торлар\n\n1. Тор құру –\n\nескерту жасауға әкеп соғады.", "kaz")
    assert document.unread == ()


def test_words_replaced_throughout_may_stand_below_each_other_with_the_act_behind_the_last() -> None:
    lines = ("Сноска. По всему тексту Закона:", 'слова "рыбы и сетей" заменены словами "сетей и рыбы";',
             'слова "лов" заменены словами "промысел" Законом РК от 24.10.2014 № 487-V;',
             'слова "рыбак" заменены словами "промысловик" Законом РК от 27.06.2022 № 129-VII.')
    document = parsed("# О сетях\n\n" + "".join(f"> *{line}*\n\n" for line in lines) + "### Статья 1. Сети\n\nСети ставят.")
    assert [(claim.target, claim.act_name) for claim in document.claims] == [("law", "487-V"), ("law", "129-VII")]
    assert {claim.new_words for claim in document.claims} == {("сетей и рыбы", "промысел", "промысловик")}
    assert document.unread == ()


def test_the_lower_lines_of_a_heading_need_no_sign() -> None:
    document = parsed("# О сетях\n\n## Статья 1. Переход сетей в собственность\n\nрыбака за плату (выкуп\n\nсетей)\n\n1. Сети ставят.")
    assert outline(document) == ["art_1 | Переход сетей в собственность рыбака за плату (выкуп сетей)", "art_1__para_1 | Сети ставят."]


def test_a_subsection_stands_in_its_section_and_a_note_finds_it() -> None:
    document = parsed("# О сетях\n\n## Раздел 1. Сети\n\n### Подраздел 2. Морские сети\n\n> *Сноска. Заголовок подраздела 2 в редакции Закона РК от "
                      "24.10.2014 № 487-V.*\n\n#### Статья 1. Ход\n\nСети ставят.")
    assert [each.eid for each in document.provisions] == ["sec_1", "sec_1__subsec_2", "art_1"]
    assert [claim.target for claim in document.claims] == ["sec_1__subsec_2__heading"]
    assert document.provisions[-1].within == "sec_1__subsec_2"


STAMPS = {"rus": ("Приложение {}", "к Закону Республики Казахстан", "«О реках»"),
          "kaz": ("«Өзендер туралы»", "Қазақстан Республикасының Заңына", "{}-қосымша")}


@pytest.mark.parametrize(("lang", "article"), [("rus", "Статья 1. Река"), ("kaz", "1-бап. Өзен")])
def test_stamps_in_lines_of_their_own_open_annexes_without_a_signature_above(lang: str, article: str) -> None:
    annexes = "".join("\n\n".join((*STAMPS[lang], "## Xxx {}\n\n1. Uuu.\n\n")).format(number, number) for number in "12")
    assert outline(parsed(f"# X\n\n### {article}\n\nXxx yyy.\n\n{annexes}", lang))[1:] == [
        f"annex_{number}{told}" for number in "12" for told in (f" | Xxx {number}", "__para_1 | Uuu.")]


@pytest.mark.parametrize("post", ["Өзендер министрі", "Қазақстан Республикасының Өзендер вице-министрі", "Облыс әкімі", "Комитет төрағасы"])
@pytest.mark.parametrize("signed", ["*{}*\n\n*А. Ойдан*\n", "<table><tr><td>{}</td><td>А. Ойдан</td></tr></table>\n"])
def test_who_signs_in_kazakh_is_told_by_the_post_at_the_end_of_the_line(post: str, signed: str) -> None:
    text = f"# Өзендер туралы\n\n1. Өзен ағады.\n\n2. Осы бұйрық 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі.\n\n{signed.format(post)}"
    assert outline(parsed(text, "kaz"))[-1] == "para_2 | Осы бұйрық 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі."


@pytest.mark.parametrize("word", ["бөлім", "бөлік"])
def test_the_parts_of_a_kazakh_code_are_named_in_two_ways(word: str) -> None:
    document = parsed(f"# Кодекс\n\n## ЖАЛПЫ {word.upper()}\n\n### 1-бап. Өзен\n\nӨзен ағады.\n\n## ЕРЕКШЕ {word.upper()}\n\n### 2-бап. Көл\n\nКөл терең.", "kaz")
    assert [each.eid for each in document.provisions] == ["part_1", "art_1", "part_2", "art_2"]


def test_chapters_stand_in_the_subsection_of_a_section() -> None:
    told = "## Подраздел {0}. Сети {0}\n\n## Глава {0}. Ход {0}\n\n### Статья {0}. Лов\n\nСети ставят.\n\n"
    document = parsed(f"# О сетях\n\n## Раздел 1. Снасти\n\n{told.format(1)}{told.format(2)}")
    assert [(each.eid, each.within) for each in document.provisions if each.kind.divides] == [
        ("sec_1", None), ("sec_1__subsec_1", "sec_1"), ("chp_1", "sec_1__subsec_1"), ("sec_1__subsec_2", "sec_1"), ("chp_2", "sec_1__subsec_2")]
    assert document.unread == ()


@pytest.mark.parametrize(("lang", "line", "number", "kind"), [
    ("rus", "З А К О Н Республики Казахстан от 3 марта 2011 года № 77-IV", "77-IV", "law"),
    ("rus", "П о с т а н о в л е н и е Правительства Республики Казахстан от 3 марта 2011 года № 77", "77", "resolution"),
    ("kaz", "Қазақстан Республикасының 2011 жылғы 3 наурыздағы № 77-IV З А Ң Ы", "77-IV", None)])
def test_the_line_with_number_and_day_may_be_letter_spaced(lang: str, line: str, number: str, kind: str | None) -> None:
    document = parsed(f"# X\n\n{line}\n\n1. Xxx yyy.", lang)
    assert (document.number, document.adopted, document.unread) == (number, date(2011, 3, 3), ())
    assert kind is None or with_requisite(Said(), line).kind == kind


@pytest.mark.parametrize("mark", [",", ".", ";", ", где Д – дым."])
def test_a_mark_alone_stands_where_a_formula_was(mark: str) -> None:
    document = parsed(f"# О дыме\n\n### Статья 1. Дым\n\n1. Дым считают по формуле:\n\n{mark}\n\n2. Дым идет.\n")
    assert {each.eids for each in document.unread} == {("art_1__para_1",)}
    assert "lost_formula" in kinds(document)


@pytest.mark.parametrize("heading", ["(Исток)", "«Исток»", '"Исток"'])
def test_an_excluded_article_may_have_its_heading_in_brackets(heading: str) -> None:
    document = parsed(f"# О реке\n\n### Статья 1. {heading} исключена Законом РК от 10.01.2014 № 20-V (вводится в действие с 01.03.2014).\n\n"
                      "### Статья 2. Устье\n\nУстье широкое.\n")
    assert next((each.eid, each.heading, each.excluded) for each in document.provisions) == ("art_1", heading, True)
    assert [(each.target, each.action, each.act_name) for each in document.claims] == [("art_1", Action.EXCLUSION, "20-V")]
    assert document.unread == ()


STARTS = {
    "rus": ("# О реке\n\n> *{}*\n\n### Статья 1. Река\n\nРека течет.\n\n### Статья 2. Начало\n\n{}\n\n*Президент*\n", "Настоящий Закон вводится в действие с 1 мая 2011 года."),
    "kaz": ("# Өзен туралы\n\n> *{}*\n\n### 1-бап. Өзен\n\nӨзен ағады.\n\n### 2-бап. Басы\n\n{}\n\n*Президент*\n", "Осы Заң 2011 жылғы 1 мамырдан бастап қолданысқа енгізіледі."),
    "eng": ("# On rivers\n\n> *{}*\n\n### Article 1. River\n\nRivers flow.\n\n### Article 2. Start\n\n{}\n\n*President*\n", "This Law shall be enforced from 1 May 2011.")}


@pytest.mark.parametrize(("lang", "note"), [
    ("rus", "Сноска. Порядок введения в действие Закона РК см. ст. 2."), ("rus", "Сноска. Вводится в действие в соответствии со статьей 2 настоящего Закона."),
    ("kaz", "Ескерту. Осы Заңның қолданысқа енгізілу тәртібін 2-баптан қараңыз."), ("kaz", "Ескерту. Заң 2-бапқа сәйкес қолданысқа енгізіледі."),
    ("eng", "Footnote. For the procedure of enactment of the Law see Art. 2."), ("eng", "Footnote. The Law is put into effect in accordance with Article 2.")])
def test_a_note_that_leads_to_the_article_on_the_start_tells_no_more(lang: str, note: str) -> None:
    text, start = STARTS[lang]
    assert parsed(text.format(note, start), lang).unread == ()


@pytest.mark.parametrize("note", ["Сноска. Порядок введения в действие Закона РК см. Закон РК от 04.03.2011 № 78-IV.",
                                  "Порядок введения в действие Закона РК см. ст. 2 Закона РК от 04.03.2011 № 78-IV.", "Сноска. Порядок введения в действие см. ст. 2."])
def test_of_a_law_whose_start_a_note_tells_to_stand_elsewhere_nothing_is_assumed(note: str) -> None:
    assert own_rules((parsed(STARTS["rus"][0].format(note, "Реки текут.")),)) == (OperationRule(RuleKind.UNSTATED),)


def test_what_is_pressed_on_a_page_is_no_wording() -> None:
    document = page("<p><b>Статья 1. Река</b></p><p>Реки страны:</p><p> Скачать </p><table><tr><td><p>Река</p></td><td><p>Длина</p></td></tr></table>")
    assert outline(document) == ["art_1 | Река | Реки страны:\nРека\tДлина"]
    assert document.unread == ()


@pytest.mark.parametrize(("lang", "stamp"), [
    ("rus", "> *Утвержден*\n> *приказом Министра*\n> *от 8 сентября 2016 года № 13*"), ("rus", "Утвержден\n\nприказом Министра\n\nот 8 сентября 2016 года № 13"),
    ("kaz", "> *Министрдің*\n> *2016 жылғы 8 қыркүйектегі № 13*\n> *бұйрығымен*\n> *бекітілген*")])
def test_an_order_approves_several_papers(lang: str, stamp: str) -> None:
    papers = "".join(f"{stamp}\n\n## Xxx {number}\n\n1. Uuu.\n\n2. Vvv.\n\n" for number in "12")
    assert outline(parsed(f"# X\n\n1. Yyy.\n\n*Министр*\n\n{papers}", lang))[1:] == [
        f"annex_{number}{told}" for number in "12" for told in (f" | Xxx {number}", "__para_1 | Uuu.", "__para_2 | Vvv.")]


@pytest.mark.parametrize(("below", "heading", "text"), [
    ("\nРека и берег\n\nРека течет.", "Река и берег", "Река течет."), ("\n\nРека и берег\n\nРека течет.", None, "Река и берег"),
    ("\nРека течет.\n\nБерег крут.", None, "Река течет."), ("\nРека течет\nвниз.", None, "Река течет вниз.")])
def test_the_line_right_below_a_number_is_the_title_if_it_is_no_sentence(below: str, heading: str | None, text: str) -> None:
    article = parsed(f"# О реке\n\n### Статья 1.{below}\n\n### Статья 2. Устье\n\nУстье широкое.").provisions[0]
    assert (article.heading, article.text) == (heading, text)


@pytest.mark.parametrize("table", ["| 1. | Малая | 10 |\n|---|---|---|\n| 2. | Большая | 20 |", "<table><tr><td>1)</td><td>Малая</td></tr><tr><td>2)</td><td>Большая</td></tr></table>"])
def test_numbers_in_the_cells_of_a_table_are_no_paragraphs(table: str) -> None:
    document = parsed(f"# О реке\n\n### Статья 1. Река\n\n1. Ставки следующие:\n\n{table}\n\n2. Река течет.\n\n### Статья 2. Устье\n\nСборы:\n\n{table}\n")
    assert [each.eid for each in document.provisions] == ["art_1", "art_1__para_1", "art_1__para_2", "art_2"]
    assert document.unread == ()


@pytest.mark.parametrize("between", ["\n", "", "\n\n"])
def test_the_title_right_below_a_stamp_is_no_part_of_it(between: str) -> None:
    document = page(between.join((
        "<p>      1. Утвердить прилагаемые Правила.</p>", "<table><tr><td><p><i>Министр</i></p></td><td><p><i>А. Сетев</i></p></td></tr></table>",
        "<table><tr><td></td><td><p>Утверждены приказом Министра сетей от 5 марта 2018 года № 101</p></td></tr></table>",
        "<h3>Правила лова</h3>", "<h3>Глава 1. Общие положения</h3>", "<p>      1. Рыбу ловят.</p>")))
    assert outline(document)[-3:] == ["annex_1 | Правила лова", "annex_1__chp_1 | Общие положения", "annex_1__para_1 | Рыбу ловят."]


def test_a_point_is_excluded_by_a_normative_resolution() -> None:
    document = page("<p>      1. Споры решают суды.</p><p>      2. Исключен нормативным постановлением Верховного Суда РК от 31.03.2017 № 2 "
                    "(вводится в действие со дня первого официального опубликования).</p><p>      3. Суды спрашивают рыбаков.</p>")
    assert [(each.target, each.action, each.act_name) for each in document.claims] == [("para_2", "exclusion", "resolution-2017-03-31-2")]
    assert document.unread == ()


@pytest.mark.parametrize("title", ["Перечень рыб", "Правила лова"])
def test_a_note_between_a_stamp_and_the_title_does_not_part_them(title: str) -> None:
    document = page("<p>      1. Рыбу ловят.</p><table><tr><td><p><i>Министр</i></p></td><td><p><i>А. Сетев</i></p></td></tr></table>"
                    "<table><tr><td></td><td><p>Приложение 1<br/>к приказу</p></td></tr></table>"
                    '<span class="note">      Сноска. Приложение 1 в редакции приказа Министра сетей РК от 11.11.2020 № 345 (вводится в действие с '
                    f"01.01.2021).</span><br/><h3>{title}</h3><p>      1. Щука.</p>")
    assert outline(document)[-2:] == [f"annex_1 | {title}", "annex_1__para_1 | Щука."]


WRAPPED = """# О смотрителях

Постановление Правительства Республики Казахстан от 4 июля 2011 года № 770

```
     1. Утвердить прилагаемое Положение.

     Премьер-Министр
     Республики Казахстан

                                    Утверждено
                                    постановлением Правительства Республики
                                    Казахстан от 4 июля 2011 года № 770

     Положение о смотрителях

     1. Общие положения

     1. Смотритель назначается.
     2. Смотритель хранит ключ.

     2. Обязанности

     3. Смотритель чистит.
     4. Смотритель ведет журнал
     5. Смотритель молчит.
```
"""


def test_numbered_headings_of_rules_that_nothing_marks_are_known_by_the_count_of_their_points() -> None:
    document = parsed(WRAPPED)
    assert [each.eid for each in document.provisions if each.eid.outermost == "annex_1"] == [
        "annex_1", "annex_1__chp_1", "annex_1__para_1", "annex_1__para_2", "annex_1__chp_2", "annex_1__para_3", "annex_1__para_4",
        "annex_1__para_5"]
    assert document.unread == ()


def test_paragraphs_inside_chapters_of_wrapped_text_count_for_themselves() -> None:
    body = "".join(f"     Параграф {number}. Состав\n     Статья {number + 2}. Реки\n     Реки текут.\n" for number in (1, 2))
    document = parsed("# Водный кодекс\n\n## Раздел 1. Общее\n\n## Глава 1. Воды\n\n```\n     Статья 1. Цель\n     Цель есть.\n"
                      f"     Статья 2. Путь\n     Путь есть.\n     Глава 2. Фонд\n{body}     Раздел 2. Особое\n     Глава 3. Сад\n"
                      "     Статья 5. Сад\n     Сад растет.\n```\n")
    assert [each.eid for each in document.provisions if each.kind.divides] == [
        "sec_1", "chp_1", "chp_2", "chp_2__sec_1", "chp_2__sec_2", "sec_2", "chp_3"]


def test_a_part_of_a_code_may_be_letter_spaced() -> None:
    assert parsed("# Кодекс\n\n## О Б Щ А Я ЧАСТЬ\n\n### Статья 1. Сети\n\nСети ставят.").provisions[0].eid == "part_1"


def test_what_a_link_left_behind_on_a_page_is_no_wording() -> None:
    document = page('<p>      1. Рыбу ловят. <a href="/rus/docs/V1106794">.V1106794</a></p><p>      2. Рыбу едят.</p>')
    assert (document.provisions[0].text, [each.kind for each in document.findings]) == ("Рыбу ловят.", ["id_of_link"])


def test_an_article_that_was_valid_until_a_day_says_so_in_its_place() -> None:
    document = page('<p><b>Статья 1. Плата</b></p><p><span class="note">      Статья действовала до 01.01.2020 в соответствии с Законом РК от '
                    "14.05.2014 № 55-V.</span></p><p><b>Статья 2. Сети</b></p><p>      Сети ставят.</p>")
    assert [(each.target, each.action) for each in document.claims] == [("art_1", "expiry")]
    assert document.unread == ()


@pytest.mark.parametrize("line", ["- 3 -", "© 2012. РГП на ПХВ «Институт законодательства и правовой информации»", "Документы по состоянию на 11.03.2026",
                                  "Құжаттар 11.03.2026 жағдай бойынша"])
@pytest.mark.parametrize("text", [
    "# О сетях\n\n{}\n\n### Статья 1. Сети\n\nСети ставят.", "# О сетях\n\n### Статья 1. Сети\n\n{}\n\nСети ставят.",
    "# О сетях\n\n### Статья 1. Сети\n\nСети ставят.\n\n*Президент*\n\nПриложение 1 к Закону\n\n## Перечень\n\n1. Щука.\n\n{}"])
def test_what_is_of_the_printed_page_is_no_wording(text: str, line: str) -> None:
    document = parsed(text.format(line))
    assert (outline(document), document.unread) == (outline(parsed(text.format(""))), ())


def test_a_menu_above_the_title_leaves_the_title_open() -> None:
    menu = " Главная\n Поиск\n Войти\n О сетях\n\nЗакон Республики Казахстан от 2 марта 2015 года № 17-V\n\n Статья 1. Сети\n\n      Сети ставят.\n"
    document = parse(read(menu.encode(), "rus.txt"), "rus")
    assert {each.eids for each in document.unread} == {("law__heading",)}


@pytest.mark.parametrize("text", [
    "## Глава 1. Сети {#s1}\n\n### Статья 1. Сети {#st1}\n\nСети:\n\n- 1) ставят;\n- 2) чинят.",
    "# О сетях\n=======\n\n[TOC]\n\n## Глава 1. Сети\n\n### Статья 1. Сети\n\nСети:\n\n* 1\\) ставят;\n* 2\\) чинят."])
def test_signs_that_programs_put_into_markdown_are_no_wording(text: str) -> None:
    document = parsed(text)
    assert outline(document) == ["chp_1 | Сети", "art_1 | Сети | Сети:", "art_1__point_1 | ставят;", "art_1__point_2 | чинят."]
    assert document.unread == ()


@pytest.mark.parametrize(("note", "targets"), [
    ("Закон дополнен статьей 2–1 в соответствии с Законом РК от 24.10.2014 № 487-V", ["art_2-1"]),
    ("Закон дополнен статьями 2–1 и 2–2 в соответствии с Законом РК от 24.10.2014 № 487-V", ["art_2-1", "art_2-2"]),
    ("Статьи 2–4 исключены Законом РК от 24.10.2014 № 487-V", ["art_2", "art_2-1", "art_2-2", "art_3", "art_4"]),
    ("Статьи 2 – 4 исключены Законом РК от 24.10.2014 № 487-V", ["art_2", "art_2-1", "art_2-2", "art_3", "art_4"])])
def test_a_long_dash_inside_a_number_makes_no_run(note: str, targets: list[str]) -> None:
    units = "".join(f"### Статья {number}. Сети\n\nСети ставят.\n\n" for number in ("1", "2", "2-1", "2-2", "3", "4"))
    assert [each.target for each in parsed(f"# О сетях\n\n{units}> *Сноска. {note}.*\n").claims] == targets


@pytest.mark.parametrize("end", [" приказом Министра сетей от 5 марта 2014 года № 5.", " приказом Министра сетей от 5 марта 2014 года № 5", " Правительством"])
def test_a_line_on_what_was_approved_opens_no_annex_inside_a_law(end: str) -> None:
    document = parsed(f"# О сетях\n\n### Статья 1. Перечень\n\nПеречень сетей:\n\nУтвержден{end}\n\n### Статья 2. Сети\n\nСети ставят.")
    assert [each.eid for each in document.provisions] == ["art_1", "art_1__indent_1", "art_2"]


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "По состоянию на 20.11.2015 г."), ("rus", "(по состоянию на 20 ноября 2015 года)"), ("rus", "Текст актуален на 20.11.2015"),
    ("rus", "Дата обращения: 20.11.2015"), ("kaz", "2015 жылғы 20 қарашадағы жағдай бойынша"), ("kaz", "20.11.2015 жағдайы бойынша"),
    ("eng", "Text as of 20.11.2015")])
def test_a_line_that_tells_as_of_which_day_a_text_stands_is_no_title_and_leaves_nothing_open(lang: str, line: str) -> None:
    title, article = {"rus": ("О реках", "Статья 1. Река"), "kaz": ("Өзендер туралы", "1-бап. Өзен"), "eng": ("On rivers", "Article 1. River")}[lang]
    for text in (f" {title}\n\n {line}\n\n {article}\n\n      1. A.\n", f" {title}\n\n {article}\n\n      1. A.\n\n {line}\n"):
        document = parse(read(text.encode(), "law.txt"), lang)
        assert (document.title, document.unread) == (title, ())


def test_a_day_in_figures_is_hardly_of_the_title() -> None:
    document = parse(read(" О реках\n\n Редакция от 20.11.2015\n\nЗакон Республики Казахстан от 2 марта 2015 года № 17-V\n\n Статья 1. Река\n\n      1. A.\n".encode(), "law.txt"), "rus")
    assert ("law__heading",) in [each.eids for each in document.unread]


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(("lang", "head", "title"), [
    ("rus", "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН ОТ 29\nАПРЕЛЯ 2010 ГОДА № 71-IV\n\nО СЕТЯХ", "О СЕТЯХ"),
    ("rus", "О сетях\n\nЗакон Республики Казахстан от 29 апреля 2010 года №\n71-IV", "О сетях"),
    ("rus", "Закон Республики Казахстан от 29 апреля 2010 года № 71-IV\nО сетях\n(с изменениями и дополнениями по состоянию на 20.01.2026 г.)", "О сетях"),
    ("kaz", "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ 2010 ЖЫЛҒЫ 29\nСӘУІРДЕГІ № 71-IV ЗАҢЫ\n\nТОРЛАР ТУРАЛЫ", "ТОРЛАР ТУРАЛЫ"),
    ("kaz", "Торлар туралы\n\nҚазақстан Республикасының 2010 жылғы\n29 сәуірдегі № 71-IV Заңы", "Торлар туралы")])
def test_the_head_of_an_act_may_be_broken_within_the_day_and_have_the_title_below(lang: str, head: str, title: str, ending: str) -> None:
    unit = {"rus": "Статья 1. Сети", "kaz": "1-бап. Торлар"}[lang]
    document = parse(read(f"{head}\n\n{'### ' if ending == 'md' else ''}{unit}\n\nМ.\n".encode(), f"law.{ending}"), lang)
    assert (document.title, document.number, document.adopted, document.unread) == (title, "71-IV", date(2010, 4, 29), ())


@pytest.mark.parametrize(("lang", "form"), [("rus", "Форма"), ("rus", "*Форма № 2*"), ("kaz", "Нысан"), ("eng", "Form")])
def test_the_word_form_above_the_title_of_an_annex_is_not_the_title(lang: str, form: str) -> None:
    unit, stamp, title = {"rus": ("Статья 1. Сети", "Приложение 1 к Закону", "Журнал"), "kaz": ("1-бап. Торлар", "Заңға 1-қосымша", "Журнал"),
                          "eng": ("Article 1. Nets", "Annex 1 to the Law", "Journal")}[lang]
    document = parsed(f"# T\n\n### {unit}\n\nM.\n\n*Президент*\n\n{stamp}\n\n{form}\n\n## {title}\n\n1. A.\n", lang)
    assert [each.heading for each in document.provisions if each.eid == "annex_1"] == [title]
