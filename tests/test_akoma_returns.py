"""All that is told of a law comes back from its own document: the other wordings that are held, and what a repeal excepts."""

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lanterns import built, taken
from lawgraph.commands.options import Inquiry
from lawgraph.database.opening import connect
from lawgraph.exchange.akoma import document
from lawgraph.exchange.akoma_lint import lint
from lawgraph.exchange.linked_data import Pages, graphs_of, nquads
from lawgraph.exchange.told import effects, told_of_all, told_on
from lawgraph.intake.files import Given
from lawgraph.printout import answers_json
from lawgraph.queries.answers import all_versions, differing_days
from lawgraph.site.pages import paths

LAW = "Z1100000055"
HEAD = """ О водяных часах (вымышленный закон)

Закон Республики Казахстан от 3 марта 2011 года № 55-IV.

"""
ARTICLES = """ Статья 1. Вода

      {water}

      {note}

 Статья 2. Чаша

      Чашу хранит город.

 Статья 3. Введение в действие

      Настоящий Закон вводится в действие с 1 мая 2011 года.
"""
CHANGED = "Сноска. Статья 1 с изменением, внесенным Законом РК от {day} № {number} (вводится в действие с {start})."
FIRST = CHANGED.format(day="10.01.2014", number="20-V", start="01.03.2014")
SECOND = f"{FIRST[:-1]}; от 10.01.2016 № 90-V (вводится в действие с 01.03.2016)."
END = ("      Сноска. Закон утратил силу Законом РК от 01.06.2019 № 8-VI (вводится в действие с 01.01.2020), "
       "за исключением статьи 2.\n\n")
EDITIONS = {date(2012, 1, 1): HEAD + ARTICLES.format(water="Воду льют утром.", note=""),
            date(2017, 1, 1): HEAD + ARTICLES.format(water="Воду льют вечером.", note=SECOND),
            date(2021, 1, 1): HEAD + END + ARTICLES.format(water="Воду льют вечером.", note=SECOND)}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("told")
    (folder / "amendments").mkdir()
    for day, text in EDITIONS.items():
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")
        taken(folder, folder / f"{day}.txt", Given(LAW, "rus", kind="law", day=day))
    with closing(connect(built(folder))) as opened:
        yield opened


def answers(conn: sqlite3.Connection, day: date) -> str:
    return answers_json.text(Inquiry(LAW, (), "rus", None).on(conn, day), None).split('"references"')[0].replace(build_of(conn), "")


def build_of(conn: sqlite3.Connection) -> str:
    return told_on(conn, LAW, "rus", date(2012, 1, 1)).build or ""


def test_all_that_is_told_of_it_comes_back(told: sqlite3.Connection, tmp_path: Path) -> None:
    assert any(len(each.nearest) > 1 for each in all_versions(told, LAW, "rus"))
    (tmp_path / "amendments").mkdir()
    (tmp_path / "all.xml").write_text(document(told_of_all(told, LAW, "rus")), encoding="utf-8")
    taken(tmp_path, tmp_path / "all.xml", Given())
    with closing(connect(built(tmp_path))) as again:
        assert effects(again, LAW) == effects(told, LAW)
        for day in differing_days(told, LAW, "rus"):
            assert answers(again, day) == answers(told, day)


def test_its_documents_follow_our_schema(told: sqlite3.Connection) -> None:
    for each in (told_of_all(told, LAW, "rus"), *(told_on(told, LAW, "rus", day) for day in differing_days(told, LAW, "rus"))):
        assert not lint(document(each).encode(), "law.xml")


def test_what_a_repeal_excepts_is_told_and_the_law_is_not_said_to_be_repealed(told: sqlite3.Connection) -> None:
    repeal = next(each for each in csv.DictReader(effects(told, LAW).splitlines()) if each["type"] == "repeal")
    assert (repeal["affected"], repeal["except"], repeal["day_is"]) == ("law", "art_2", "open")
    quads = list(nquads(graphs_of(told, Pages(paths.law, paths.provision_on, paths.act), None), "https://laws.example"))
    assert any("#changes" in each for each in quads)
    assert not [each for each in quads if "repeals" in each.lower()]
