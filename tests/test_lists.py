"""Lists of many laws: a hundred on a page, by letter, year and kind; and what the other pages show of many laws."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gazette import Law, folders, law
from lawgraph.database.build import build
from lawgraph.database.opening import connect
from lawgraph.database.searching import initial, sorted_by
from lawgraph.serving.plugin.instance import datasette_of
from lawgraph.serving.plugin.views import Room, Views
from lawgraph.site.pages.act import ActPage
from lawgraph.site.pages.expression import open_expression
from lawgraph.site.pages.findings import FindingsPage
from lawgraph.site.pages.home import FEW, AboutPage, HomePage
from lawgraph.site.pages.listings import ON_A_PAGE, LawsPage, ListedRow, all_lists
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.wrong import Unanswerable
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import Locale, voice_of

TODAY = date(2026, 11, 24)
MANY = ON_A_PAGE + 7
ACT = "№ 99-V dated 03.07.2014 (shall be enforced upon expiry of ten calendar days after its first official publication)"


def numbered(number: int) -> Law:
    """Return one of many laws; every tenth was changed by the same act."""
    note = f"| Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan {ACT}.\n" if not number % 10 else ""
    title = f"{'Aabc'[number % 4]} thing {number}"
    return law(f"Z{number:04}_", f"{number}-IV", date(2005 + number % 3, 2, 1),
               ("eng", title, f"Article 1. Things\n| Things are things.\n{note}| Footnote. This says nothing that could be read.\n"))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("lists")
    russian = law("Y0001_", "900-V", date(2014, 5, 6), ("rus", "Ёлки", "Статья 1. Ёлки\n| Ёлки зелены."))
    kazakh = law("Y0002_", "901-V", date(2014, 5, 7), ("kaz", "Әжелер туралы", "1-бап. Әжелер\n| Әжелер бар."))
    build(folders(at, *map(numbered, range(1, MANY - 1)), russian, kazakh), at / "law.db", iter)
    return at / "law.db"


@pytest.fixture
def conn(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(database)) as opened:
        yield opened


def page(conn: sqlite3.Connection, path: str, locale: Locale = Locale.ENGLISH) -> object:
    return answer(PageContext(conn, PageRequest(path), TODAY, voice_of(locale)))


def listed(conn: sqlite3.Connection, path: str, locale: Locale = Locale.ENGLISH) -> LawsPage:
    found = page(conn, path, locale)
    assert isinstance(found, LawsPage), path
    return found


def findings(conn: sqlite3.Connection, path: str) -> FindingsPage:
    found = page(conn, path)
    assert isinstance(found, FindingsPage), path
    return found


class TestLists:
    def test_no_page_of_a_list_holds_more_than_a_hundred_laws(self, conn: sqlite3.Connection) -> None:
        first, second = listed(conn, "/laws"), listed(conn, "/laws/2")
        assert (len(first.rows), len(second.rows), first.count) == (ON_A_PAGE, MANY - ON_A_PAGE, MANY)
        assert (first.turning.earlier, first.turning.later) == (None, "/laws/2")
        assert (second.turning.earlier, second.turning.later) == ("/laws", None)
        assert len({row.law.id for row in (*first.rows, *second.rows)}) == MANY

    def test_titles_stand_in_the_order_of_the_alphabet(self, conn: sqlite3.Connection) -> None:
        keys = [sorted_by(row.law.title) for row in (*listed(conn, "/laws").rows, *listed(conn, "/laws/2").rows)]
        assert keys == sorted(keys)

    @pytest.mark.parametrize(("path", "says"), [
        ("/laws/letter/A", lambda row: row.law.title.upper().startswith("A")),
        ("/laws/year/2006", lambda row: row.law.adopted.year == 2006),
        ("/laws/kind/law", lambda row: row.law.kind == "law"),
    ])
    def test_a_list_holds_what_its_path_says(
            self, conn: sqlite3.Connection, path: str, says: Callable[[ListedRow], bool]) -> None:
        found = listed(conn, path)
        assert found.rows
        assert all(says(row) for row in found.rows)
        assert found.count == sum(way.count for group in (found.ways.letters, found.ways.years, found.ways.kinds)
                                  for way in group if way.open)

    def test_every_law_stands_in_one_list_of_each_sort(self, conn: sqlite3.Connection) -> None:
        ways = listed(conn, "/laws").ways
        for group in (ways.letters, ways.years, ways.kinds):
            assert sum(way.count for way in group) == MANY

    def test_letters_stand_in_the_order_of_their_alphabets(self, conn: sqlite3.Connection) -> None:
        assert [way.link.text for way in listed(conn, "/laws", Locale.KAZAKH).ways.letters] == ["A", "B", "C", "Ә", "Е"]

    def test_a_law_is_listed_in_every_language_under_a_title_that_it_has(self, conn: sqlite3.Connection) -> None:
        for locale in Locale:
            (row,) = listed(conn, "/laws/letter/Ә", locale).rows
            assert (row.law.title, row.law.title_lang, row.path) == ("Әжелер туралы", "kaz", "/law/Y0002_/kaz")

    @pytest.mark.parametrize("path", ["/laws/3", "/laws/0", "/laws/1x", "/laws/kind/song", "/laws/colour/red",
                                      "/laws/year/2006/9", "/laws/year", "/laws/letter/A/1/1", "/laws/letter/Z", "/laws/year/1905"])
    def test_a_list_that_does_not_exist_is_told(self, conn: sqlite3.Connection, path: str) -> None:
        with pytest.raises(Unanswerable):
            page(conn, path)

    def test_all_lists_are_there_in_every_language(self, conn: sqlite3.Connection) -> None:
        every = list(all_lists(conn))
        assert {"/laws", "/laws/2", "/laws/letter/A", "/laws/letter/Ә", "/laws/year/2014", "/laws/kind/law/2"} <= set(every)
        assert len(every) == len(set(every))
        for path in every:
            for locale in Locale:
                assert listed(conn, path, locale).head.path == path

    @pytest.mark.parametrize(("title", "letter"), [
        ("О часах", "Ч"), ("Об ульях", "У"), ("«Ёлки»", "Е"), ("On the clocks", "C"), ("On", "O"), ("Огород", "О"),
        ("Сағаттар туралы", "С"), ("12 chairs", "0-9"), ("…", "0-9"), ("", "0-9")])
    def test_the_letter_of_a_title(self, title: str, letter: str) -> None:
        assert initial(title) == letter

    def test_titles_are_sorted_by_what_they_are_on(self) -> None:
        assert sorted(["О часах", "Об ульях", "О башнях"], key=sorted_by) == ["О башнях", "Об ульях", "О часах"]

    def test_kazakh_letters_stand_among_the_russian_ones(self) -> None:
        assert sorted(["Бал", "Әже", "Ара", "Ұн", "Ут", "Фу", "Ёж", "Ель"], key=sorted_by) == [
            "Ара", "Әже", "Бал", "Ёж", "Ель", "Ут", "Ұн", "Фу"]


class TestOtherPages:
    """The home page, the findings, an act: each asks for what it shows, and opens no law."""

    def test_the_home_page_of_many_laws_leads_to_lists_and_opens_no_law(self, conn: sqlite3.Connection) -> None:
        def never(*_: object) -> object:
            pytest.fail("no law needs to be opened")

        for path, kind in (("/", HomePage), ("/about", AboutPage), ("/findings", FindingsPage), ("/act/99-V", ActPage)):
            found = answer(PageContext(conn, PageRequest(path), TODAY, open=never))  # type: ignore[arg-type]
            assert isinstance(found, kind)

    def test_the_home_page_tells_what_changed_lately(self, conn: sqlite3.Connection) -> None:
        home = page(conn, "/")
        assert isinstance(home, HomePage)
        assert (home.count, home.laws, home.rows) == (MANY, (), ())
        (lately,) = home.lately
        assert lately.act.name == "99-V"
        assert len(lately.laws) + lately.more == len([number for number in range(1, MANY - 1) if not number % 10])

    def test_an_act_shows_all_laws_that_it_changed(self, conn: sqlite3.Connection) -> None:
        act = page(conn, "/act/99-V")
        assert isinstance(act, ActPage)
        assert [each.law.id for each in act.laws] == sorted(
            (f"Z{number:04}_" for number in range(1, MANY - 1) if not number % 10),
            key=lambda held: sorted_by(numbered(int(held[1:5])).pages[0][1]))
        assert all(change.target.path == f"{each.path}/art_1" for each in act.laws for change in each.changes)

    def test_findings_are_told_a_hundred_on_a_page(self, conn: sqlite3.Connection) -> None:
        pages = [findings(conn, "/findings")]
        while pages[-1].turning.later:
            pages.append(findings(conn, pages[-1].turning.later))
        (counted,) = conn.execute("select count(*) from findings").fetchone()
        assert all(len(shown.found) <= ON_A_PAGE for shown in pages)
        assert len({each for shown in pages for each in shown.found}) == counted > ON_A_PAGE
        assert sum(count for _, _, count in pages[0].counts) == counted

    @pytest.mark.parametrize("path", ["/", "/laws", "/laws/2", "/laws/letter/A", "/about", "/findings", "/act/99-V"])
    @pytest.mark.parametrize("locale", Locale)
    def test_pages_of_many_laws_are_written_without_a_script(
            self, conn: sqlite3.Connection, path: str, locale: Locale) -> None:
        found = page(conn, path, locale)
        assert not isinstance(found, Moved)
        text = render(found, PageSetting(Host.FILES, TODAY, voice_of(locale), lambda target: target))  # type: ignore[arg-type]
        assert "<main" in text
        assert "{{" not in text

    def test_a_server_keeps_only_the_laws_asked_for_lately_open(self, conn: sqlite3.Connection, database: Path) -> None:
        datasette = datasette_of(database, TODAY)
        one = open_expression(conn, "Z0001_", "eng", TODAY).size
        desk = Views(datasette, Room(laws=5 * one))
        first = desk.opened(conn, "Z0001_", "eng", TODAY)
        for number in range(2, 5):
            desk.opened(conn, f"Z{number:04}_", "eng", TODAY)
        assert desk.opened(conn, "Z0001_", "eng", TODAY) is first
        second = desk.opened(conn, "Z0002_", "eng", TODAY)
        for number in range(5, 8):
            desk.opened(conn, f"Z{number:04}_", "eng", TODAY)
        assert desk.opened(conn, "Z0002_", "eng", TODAY) is second
        assert desk.opened(conn, "Z0001_", "eng", TODAY) is not first
        for each in datasette.databases.values():
            each.close()

    def test_few_laws_are_shown_each_by_itself(self, tmp_path: Path) -> None:
        build(folders(tmp_path, *map(numbered, range(1, FEW + 1))), tmp_path / "law.db", iter)
        with closing(connect(tmp_path / "law.db")) as conn:
            home = answer(PageContext(conn, PageRequest("/"), TODAY, open=open_expression))
            assert isinstance(home, HomePage)
            assert len(home.laws) == FEW
            assert home.ways is None
