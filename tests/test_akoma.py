"""A law as Akoma Ntoso 3.0: strictly valid on every day, and nowhere a word that `text` does not give.

The law on lanterns was adopted on 3 March 2014 and put into operation on 1 May 2014. № 248-V excluded a point between
18 November and 18 December 2014; № 440-V suspended Article 3 from 1 March 2016 until 1 January 2021.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from lanterns import LANGUAGES, LAW, built, days_of, lanterns, taken
from lawgraph.commands.cli import main
from lawgraph.database.opening import connect
from lawgraph.exchange.akoma import document
from lawgraph.exchange.akoma_lint import lint, schema
from lawgraph.exchange.told import told_of_all, told_on
from lawgraph.intake.files import Given
from lawgraph.law.days import DayBounds
from lawgraph.queries.answers import differing_days, languages, provisions_on
from lawgraph.reading.akoma_document import AKN, OWN, read_text

REAL = "Z100000271_"


@pytest.fixture(scope="module")
def lit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(connect(lanterns(tmp_path_factory.mktemp("lanterns")))) as opened:
        yield opened


def parsed(text: str) -> etree._Element:
    found = etree.fromstring(text.encode())
    schema().assertValid(found)
    return found


def wordings(act: etree._Element) -> dict[str, str | None]:
    """Return the wording of each provision of a document of one day, `None` where a remark stands in its place."""
    by_name = {each.get("eId"): each for each in act.iter() if each.get("eId")}
    found: dict[str, str | None] = {}
    for provision in act.iter(f"{OWN}provision"):
        for version in provision.iter(f"{OWN}version"):
            paragraph = by_name.get(version.get("in", "#")[1:])
            held = {"held": "", "none of its own": "", "not held": None}[version.get("words", "")]
            found[provision.get("eid", "")] = held if paragraph is None else read_text(paragraph)
    return found


def words(act: etree._Element) -> list[str]:
    """Return all words that a reader of a document sees as those of the law."""
    seen = (read_text(each) for each in act.iter(f"{AKN}p", f"{AKN}heading") if each.get("class") != "num")
    return sorted(filter(None, seen))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_day_of_the_invented_law_is_valid_and_gives_the_words_of_that_day(lit: sqlite3.Connection, lang: str) -> None:
    for day in days_of(differing_days(lit, LAW, lang)):
        act = parsed(document(told_on(lit, LAW, lang, day)))
        texts = {each.place.eid: each.version.text for each in provisions_on(lit, LAW, lang, day)}
        assert wordings(act) == texts
        assert words(act) == sorted(filter(None, texts.values()))


def test_each_day_of_the_real_law_is_valid(conn: sqlite3.Connection) -> None:
    assert languages(conn, REAL) == ("eng",)
    for day in differing_days(conn, REAL, "eng"):
        act = parsed(document(told_on(conn, REAL, "eng", day)))
        texts = {each.place.eid: each.version.text for each in provisions_on(conn, REAL, "eng", day)}
        assert wordings(act) == texts
        assert words(act) == sorted(filter(None, texts.values()))


def test_all_versions_of_both_laws_are_valid(lit: sqlite3.Connection, conn: sqlite3.Connection) -> None:
    parsed(document(told_of_all(conn, REAL, "eng")))
    for lang in LANGUAGES:
        parsed(document(told_of_all(lit, LAW, lang)))


SAMPLES = sorted((Path(__file__).parent / "golden").glob("*.txt"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.stem)
def test_every_sample_is_valid_and_without_fault_in_all_its_versions_and_on_each_day(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "amendments").mkdir()
    taken(tmp_path, sample, Given("Z100000001_", sample.stem[:3], retrieved=date(2026, 1, 1)))
    with closing(connect(built(tmp_path))) as sampled:
        lang = sample.stem[:3]
        days = differing_days(sampled, "Z100000001_", lang)
        for told in (told_of_all(sampled, "Z100000001_", lang), *(told_on(sampled, "Z100000001_", lang, day) for day in days)):
            assert not lint(document(told).encode(), "law.xml")


def test_where_no_wording_is_held_a_remark_stands_in_words(lit: sqlite3.Connection) -> None:
    act = parsed(document(told_on(lit, LAW, "eng", date(2014, 12, 1))))
    point = next(each for each in act.iter(f"{AKN}point") if each.get("eId") == "art_2__para_1__point_2")
    paragraph = point.find(f".//{AKN}p")
    assert paragraph is not None
    assert (paragraph.get("status"), paragraph.get(f"{OWN}inOperation"), read_text(paragraph)) == ("unknown", "possible", "")
    assert "between 18 November and 18 December 2014" in "".join(map(str, paragraph.itertext()))


def test_an_interval_gives_an_uncertain_stretch_and_then_a_sure_one(lit: sqlite3.Connection) -> None:
    act = parsed(document(told_of_all(lit, LAW, "eng")))
    days = {each.get("eId"): each.get("date") for each in act.iter(f"{AKN}eventRef")}
    stretches = {group.get("eId"): [(days.get(each.get("start", "#")[1:]), each.get("refersTo")) for each in group]
                 for group in act.iter(f"{AKN}temporalGroup")}
    point = next(each for each in act.iter(f"{AKN}point") if each.get("eId") == "art_2__para_1__point_2")
    told = [stretches[each.get("period", "#")[1:]] for each in point.iter(f"{AKN}p")]
    assert told[-3:-1] == [[("2014-11-18", "#uncertain")], [("2014-12-18", "#notInOperation")]]
    bounds = {(each.get(f"{OWN}earliest"), each.get(f"{OWN}latest")) for each in act.iter(f"{AKN}eventRef")
              if each.get("source") == "#act_248-V" and each.get(f"{OWN}axis") == "efficacy"}
    assert bounds == {("2014-11-18", "2014-12-18")}


def test_force_and_efficacy_are_two_axes(lit: sqlite3.Connection) -> None:
    act = parsed(document(told_of_all(lit, LAW, "eng")))
    days = {f"#{each.get('eId')}": each.get("date") for each in act.iter(f"{AKN}eventRef")}
    starts = {f"#{group.get('eId')}": days[group[0].get("start", "")] for group in act.iter(f"{AKN}temporalGroup")
              if group[0].get("start")}
    suspended = next(each for each in act.iter(f"{AKN}efficacyMod") if each.get("type") == "inapplication")
    assert {each.tag.removeprefix(AKN): starts[each.get("period", "")] for each in suspended if each.get("period")} == {
        "force": "2016-01-18", "efficacy": "2016-03-01"}


def test_no_day_stands_in_a_document_that_no_source_gives(lit: sqlite3.Connection) -> None:
    """Nothing is dated before the law's adoption, and nothing behind the end of the suspension."""
    text = document(told_of_all(lit, LAW, "eng"))
    told = sorted(each.get("date", "") for each in parsed(text).iter(f"{AKN}eventRef"))
    assert told[0] == "2014-03-03"
    assert told[-1] <= "2024-01-02"


def test_of_bounds_that_cross_no_day_is_told(lit: sqlite3.Connection) -> None:
    """Sources that contradict each other make no day sure: the change is told without one."""
    told = told_of_all(lit, LAW, "eng")
    crossed = DayBounds(date(2015, 5, 1), date(2015, 1, 1))
    text = document(replace(told, changes=tuple(replace(each, operative=crossed) for each in told.changes)))
    act = parsed(text)
    assert not lint(text.encode(), "law.xml")
    assert not list(act.iter(f"{AKN}efficacy"))
    assert {each.get("date", "")[:4] for each in act.iter(f"{AKN}eventRef")}.isdisjoint({"2015"})


def test_what_a_law_did_to_others_is_an_active_modification(tmp_path: Path) -> None:
    """The law on lanterns changed the one on oil; both are held."""
    lanterns(tmp_path)
    oil = tmp_path / "oil.txt"
    oil.write_text(" On oil\n\nThe Law of the Republic of Kazakhstan dated 2 March, 2010 No. 77-IV.\n\n Article 1. Oil\n\n      Oil burns.\n\n"
                   "      Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 03.03.2014 № 181-V "
                   "(shall be enforced from 01.05.2014).\n", encoding="utf-8")
    taken(tmp_path, oil, Given("Z100000077_", "eng", kind="law", retrieved=date(2024, 1, 1)))
    with closing(connect(built(tmp_path))) as both:
        act = parsed(document(told_of_all(both, LAW, "eng")))
    made = next(act.iter(f"{AKN}activeModifications"))[0]
    assert [each.get("href") for each in made] == ["#body", "/akn/kz/act/2010-03-02/77-IV/!main~art_1"]


def test_line_ends_and_characters_that_xml_cannot_hold_come_back(tmp_path: Path) -> None:
    from lawgraph.exchange.akoma_meta import put, write_text  # noqa: PLC0415

    text = " first\nsecond\x0b\tthird\r\n "
    around = etree.Element("p")
    write_text(put(around, "p"), text)
    assert read_text(etree.fromstring(etree.tostring(around))) == text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_of_a_day_that_elsewhere_stands_for_none_there_is_no_document(database: Path, day: str) -> None:
    told = CliRunner().invoke(main, ["export", "271-IV", "--format", "akn", "--on", day, "--db", str(database)])
    assert (told.exit_code, told.output) == (
        2, f"lawgraph: {day}: other programs take it for a day that is not known; name a day of the law\n")


@pytest.mark.parametrize(("form", "names", "options", "strange"), [
    ("akn", ["271-IV"], ["--all", "--provision", "art. 7"], "--provision"), ("nquads", [], ["--on", "2020-01-01"], "--on"),
    ("nquads", ["271-IV"], ["--lang", "rus"], "--lang"), ("jsonl", ["out"], ["--lang", "eng", "--on", "2020-01-01"], "--on, --lang"),
    ("git", ["271-IV", "out"], ["--address", "https://laws.example"], "--address"), ("docx", ["271-IV", "out"], ["--all"], "--all")])
def test_an_option_that_a_format_lacks_is_refused(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str,
                                                 names: list[str], options: list[str], strange: str) -> None:
    """Else what is written is another thing than was asked for."""
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["export", *names, "--format", form, *options, "--db", str(database)])
    assert (told.exit_code, told.output) == (2, f"lawgraph: export: --format {form} takes no {strange}; see lawgraph export --help\n")
    assert not any(tmp_path.iterdir())
