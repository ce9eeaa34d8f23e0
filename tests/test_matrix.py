"""The table of acts and articles: which act did what to which article, and how sure that is."""

import csv
import json
import re
import sqlite3
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import html5lib
import networkx as nx
import pytest

from built import TODAY, opened
from lawgraph.law.amendments import Action, Amendment, Scope, Source, SourceKind
from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds, exactly
from lawgraph.law.eid import Eid
from lawgraph.law.errors import EidError
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, open_expression
from lawgraph.site.pages.matrix import MatrixPage, Sureness, lines_of, matrix_page, sureness
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.paths import Format, Order
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.sentences import notices
from lawgraph.site.pages.web import web_of
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import ENGLISH

ACTS = "/law/Z100000271_/eng/acts"
SOURCE = (Source("invented.txt", 1, "invented"),)


def page_at(conn: sqlite3.Connection, path: str) -> Page | Moved:
    return answer(PageContext(conn, PageRequest(path), TODAY, open=opened))


def matrix(conn: sqlite3.Connection, path: str = ACTS) -> MatrixPage:
    page = page_at(conn, path)
    assert isinstance(page, MatrixPage)
    return page


def html(page: MatrixPage) -> str:
    return render(page, PageSetting(Host.SERVER, TODAY, ENGLISH, lambda path: path))


@pytest.fixture
def expression(conn: sqlite3.Connection) -> Expression:
    return open_expression(conn, "271-IV", "eng", TODAY)


def change(number: str, target: str, action: Action, bounds: DayBounds, scope: Scope = Scope.WHOLE) -> Amendment:
    return Amendment(Act(number, date(2001, 2, 3)), Eid(target), action, scope, bounds, SOURCE)


ON = exactly(date(2001, 3, 1))
BETWEEN = DayBounds(date(2001, 3, 1), date(2001, 3, 31))


@pytest.mark.parametrize(("amendment", "how"), [
    (change("1-IX", "art_7", Action.EXCLUSION, ON), Sureness.EXACT),
    (change("1-IX", "art_7", Action.EXCLUSION, BETWEEN), Sureness.INTERVAL),
    (change("1-IX", "art_7", Action.MODIFICATION, ON, Scope.SOMEWHERE), Sureness.CANDIDATE),
    (change("1-IX", "art_7", Action.MODIFICATION, ON, Scope.OWN_TEXT), Sureness.EXACT),
    (change("1-IX", "art_7", Action.INSERTION, DayBounds(date(2001, 3, 1), None)), Sureness.INTERVAL),
])
def test_a_change_is_as_sure_as_its_day_and_its_place(amendment: Amendment, how: Sureness) -> None:
    assert sureness(amendment) is how


def test_every_change_of_the_law_stands_in_the_table_once(conn: sqlite3.Connection, expression: Expression) -> None:
    page = matrix(conn)
    told = [each for line in page.lines for each in line.amendments]
    assert sorted(map(repr, told)) == sorted(repr(each) for each in expression.amendments if each.act)
    for table in page.tables:
        for row in table.rows:
            articles = {each.target.outermost for each in row.line.amendments}
            assert {column.eid for column, cell in zip(table.columns, row.cells, strict=True) if cell} == articles


def test_a_cell_says_in_words_what_its_signs_say(conn: sqlite3.Connection) -> None:
    page = matrix(conn)
    (table,) = page.tables
    row = next(each for each in table.rows if each.line.act.name == "124-V")
    cell = row.cells[[column.eid for column in table.columns].index(Eid("art_7"))]
    assert cell is not None
    assert (cell.signs, cell.sureness) == ("–~", Sureness.INTERVAL)
    assert cell.told == ("Article 7, point 1: excluded, between 14 July and 13 August 2013",
                         "the first day of operation lies between two days")
    assert cell.path == "/law/Z100000271_/eng/art_7#acts"
    assert {sign for sign, _ in page.key} >= {"–", "~"}


@pytest.mark.parametrize(("path", "first"), [
    (ACTS, "245-VIII"), (f"{ACTS}/by-changes", "124-V"), (f"{ACTS}/by-adoption", "245-VIII"),
])
def test_the_acts_stand_in_three_orders_each_on_a_page_of_its_own(conn: sqlite3.Connection, path: str, first: str) -> None:
    page = matrix(conn, path)
    assert page.lines[0].act.name == first
    assert {each.act.name for each in page.lines} == {each.act.name for each in matrix(conn).lines}
    told = html(page)
    assert told.count('aria-sort="descending"') == len(page.tables)
    assert all(f'href="{paths.acts("Z100000271_", "eng", other)}"' in told for other in Order if other is not page.order)
    html5lib.HTMLParser(strict=True).parse(told)


def test_the_newest_act_stands_first_and_the_orders_really_order(conn: sqlite3.Connection) -> None:
    days = [each.operative.earliest or date.max for each in matrix(conn).lines]
    counts = [len(each.amendments) for each in matrix(conn, f"{ACTS}/by-changes").lines]
    adopted = [each.act.adopted or date.min for each in matrix(conn, f"{ACTS}/by-adoption").lines]
    assert days == sorted(days, reverse=True)
    assert counts == sorted(counts, reverse=True)
    assert adopted == sorted(adopted, reverse=True)


def test_as_csv_the_table_has_a_line_for_each_act(conn: sqlite3.Connection) -> None:
    page = matrix(conn)
    head, *lines = csv.reader(StringIO(page.table()))
    assert head[:5] == ["act", "adopted", "operative_earliest", "operative_latest", "changes"]
    assert [line[0] for line in lines] == [each.act.name for each in page.lines]
    told = dict(zip(head, next(line for line in lines if line[0] == "124-V"), strict=True))
    assert (told["adopted"], told["operative_earliest"], told["operative_latest"]) == ("2013-07-03", "2013-07-14", "2013-08-13")
    assert told["art_7"] == "art_7__point_1 exclusion interval"
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)


def test_as_data_each_change_has_its_article_and_its_sureness(conn: sqlite3.Connection) -> None:
    told = {each["act"]: each for each in json.loads(matrix(conn).data(None))}
    own = [each for each in told["124-V"]["changes"] if each["article"] == "art_7"]
    assert own == [{"article": "art_7", "eid": "art_7__point_1", "action": "exclusion", "scope": "whole",
                    "sureness": "interval", "operative": own[0]["operative"]}]


def test_a_law_with_many_articles_gets_a_table_for_each_chapter(expression: Expression) -> None:
    every = [each.eid for each in expression.places if each.kind == "article"]
    many = tuple(change("9-IX", eid, Action.SUBSTITUTION, ON) for eid in every)
    few = matrix_page(replace(expression, amendments=many[:30]), Order.OPERATION)
    wide = matrix_page(replace(expression, amendments=(*many, *(
        change("9-IX", f"art_{number}", Action.INSERTION, ON) for number in range(100, 120)))), Order.OPERATION)
    assert [table.of for table in few.tables] == [None]
    assert len(wide.tables) > 1
    assert sum(len(table.columns) for table in wide.tables) == len(every) + 20
    assert all(any(row.cells) for table in wide.tables for row in table.rows)


def test_a_law_that_nobody_changed_says_so(expression: Expression) -> None:
    page = matrix_page(replace(expression, amendments=()), Order.OPERATION)
    assert "No act is known to have changed this law." in html(page)
    assert page.table().splitlines() == ["act,adopted,operative_earliest,operative_latest,changes"]


@pytest.mark.parametrize("word", sorted(paths.RESERVED))
def test_no_address_of_a_provision_is_a_word_of_the_paths(word: str) -> None:
    with pytest.raises(EidError):
        Eid.parse(word)


@pytest.mark.parametrize(("path", "form", "page"), [
    ("/law/x/eng/acts.csv", Format.TABLE, "/law/x/eng/acts"), ("/index.json", Format.JSON, "/"),
    ("/feed.xml", Format.FEED, "/feed"), ("/law/x/eng/art_7", Format.PAGE, "/law/x/eng/art_7"),
    ("/law/x/eng/art_7.txt", Format.TEXT, "/law/x/eng/art_7"), ("/law/x/eng/art.7", Format.PAGE, "/law/x/eng/art.7"),
])
def test_the_ending_of_a_path_names_the_form_of_its_page(path: str, form: Format, page: str) -> None:
    assert paths.form_of(path) == (form, page)
    assert paths.in_form(page, form) == path


class TestNotices:
    """What is coming and what has gone, as seen on a day."""

    def test_an_act_is_coming_from_its_adoption_until_it_is_surely_in_operation(self, expression: Expression) -> None:
        days = {date(2013, 7, 2): False, date(2013, 7, 3): True, date(2013, 8, 12): True, date(2013, 8, 13): False}
        for day, coming in days.items():
            assert any(each.act and each.act.name == "124-V" for each in notices(expression, day).coming) is coming, day

    def test_what_was_excluded_is_told_for_a_year(self, expression: Expression) -> None:
        days = {date(2013, 8, 12): False, date(2013, 8, 13): True, date(2014, 8, 12): True, date(2014, 8, 13): False}
        for day, gone in days.items():
            told = [change.target.text for each in notices(expression, day).gone if each.act and each.act.name == "124-V"
                    for change in each.changes]
            assert ("Article 7, point 1" in told) is gone, day
            assert "Article 18, paragraph 2, part 2, point 4" not in told

    def test_what_a_source_only_foresees_is_told_as_such(self, expression: Expression) -> None:
        foreseen = Source("invented.txt", 1, "is provided to be amended", SourceKind.FORESEEN)
        coming = replace(change("9-IX", "art_7", Action.MODIFICATION, DayBounds(date(2001, 3, 1), None)),
                         sources=(foreseen,))
        (told,) = notices(replace(expression, amendments=(coming,)), TODAY).coming
        assert told.foreseen

    def test_the_pages_of_the_law_tell_them(self, conn: sqlite3.Connection) -> None:
        setting = PageSetting(Host.SERVER, TODAY, ENGLISH, lambda path: path)
        today = page_at(conn, "/law/Z100000271_/eng")
        then = page_at(conn, "/law/Z100000271_/eng/on/2013-07-05")
        assert not isinstance(today, Moved)
        assert not isinstance(then, Moved)
        assert "What has gone in the last year" in render(today, setting)
        told = re.sub(r"<[^>]+>", "", render(then, setting))
        assert "What is coming: adopted, and not yet surely in operation on this day" in told
        assert "between 14 July and 13 August 2013." in told.partition("What is coming")[2].partition("Search in this text")[0]


class TestPicture:
    """Acts and articles as a picture: a sign and a stroke for each change, and both ends lead on."""

    def test_each_act_has_a_line_to_each_article_that_it_changed(self, conn: sqlite3.Connection) -> None:
        law = opened(conn, "271-IV", "eng", TODAY)
        web = web_of(law)
        assert web is not None
        changed = {line.act.name: {each.target.outermost for each in line.amendments} for line in lines_of(law)}
        assert {each.name: len(each.spokes) for each in web.acts} == {name: len(own) for name, own in changed.items()}
        assert sorted(spoke.drawn for each in web.acts for spoke in each.spokes) == sorted(
            spoke.drawn for each in web.articles for spoke in each.spokes)

    def test_sign_and_stroke_say_what_was_done_and_how_sure_that_is(self, conn: sqlite3.Connection) -> None:
        web = web_of(opened(conn, "271-IV", "eng", TODAY))
        assert web is not None
        (repeal,) = next(each for each in web.acts if each.name == "245-VIII").spokes
        assert (repeal.sign, repeal.sureness) == ("×", Sureness.EXACT)
        between = next(each for each in web.acts if each.name == "124-V").spokes
        assert {each.sureness for each in between} == {Sureness.INTERVAL}
        assert {each.sign for act in web.acts for each in act.spokes} == {sign for sign, _ in web.key}

    def test_a_law_with_more_than_one_can_follow_has_tables_alone(self, conn: sqlite3.Connection) -> None:
        law = opened(conn, "271-IV", "eng", TODAY)
        many = tuple(replace(each, target=Eid(f"art_{number}")) for number in range(70) for each in law.amendments[:1])
        assert web_of(replace(law, amendments=many)) is None
        assert web_of(replace(law, amendments=())) is None

    @pytest.mark.parametrize("form", [Format.GRAPHML, Format.GEXF])
    def test_the_same_is_given_as_a_graph(self, conn: sqlite3.Connection, form: Format) -> None:
        page = matrix(conn)
        read = nx.parse_graphml if form is Format.GRAPHML else (lambda text: nx.read_gexf(BytesIO(text.encode())))
        graph = read(page.network(form))
        assert {f"act/{each.act.name}" for each in page.lines} <= set(graph)
        assert "<meta" not in page.network(form), "the day of the writing would change the bytes"
