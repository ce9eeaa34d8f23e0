"""`lawgraph fetch --code CODE --editions` against a server on this machine that speaks the official interface."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawgraph.commands.cli import main
from lawgraph.facts.acts import load_acts
from lawgraph.intake.corpus import read_manifest
from lawgraph.intake.fetching.editions import Asking, Fetched, Watched, fetch_editions, server_at
from lawgraph.intake.files import Given
from lawgraph.intake.proposals import Laid, lay
from lawgraph.intake.sources import held_in, take_all
from lawgraph.law.acts import ActRecord
from lawgraph.law.amendments import Action, Dating
from lawgraph.law.errors import SourceError
from lawgraph.parsing.document import parse_law
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.reading.opening import read
from official_server import (
    CODE,
    SECOND,
    THIRD,
    Alter,
    Answer,
    Interface,
    cause_json,
    ferries,
    serving,
    unaltered,
)

SECOND_DAY, THIRD_DAY = "13.06.2013", "01.01.2016"
LISTS = [f"/api/documents/{CODE}/{lang}/versions" for lang in ("rus", "kaz")]
HELD = [(lang, day) for lang in ("rus", "kaz") for day in (date(2010, 3, 9), date(2013, 6, 13), date(2016, 1, 1))]
Change = Callable[[Answer], Answer]


class Told:
    """Remember what was told and how long was waited, without waiting."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.waits: list[float] = []
        self.address = ""

    def shown(self, line: object) -> str:
        return str(line).replace(self.address, "bank")


def ask(address: str, cache: Path, told: Told, langs: Sequence[str] = ("rus", "kaz")) -> Fetched:
    asking = Asking(server_at(address), None, cache)
    return fetch_editions(CODE, langs, asking, told.waits.append, Watched(told.lines.append, told.lines.append, lambda each, _: each))


def load(interface: Interface, cache: Path, langs: Sequence[str] = ("rus", "kaz")) -> tuple[Fetched, Told]:
    told = Told()
    with serving(interface) as told.address:
        return ask(told.address, cache, told, langs), told


def editions(fetched: Fetched) -> list[tuple[str | None, date | None]]:
    said = [read(found.raw, found.place).said for law in fetched.laws for found in law.editions()]
    return [(each.lang, each.day) for each in said]


def texts(fetched: Fetched) -> list[str]:
    return [read(found.raw, found.place).text for law in fetched.laws for found in law.editions()]


def outline(fetched: Fetched, lang: str, day: date) -> list[str]:
    """Return the addresses that an edition prints."""
    found = next(each for each in fetched.laws[0].editions()
                 if (each.beside.lang, read(each.raw, each.place).said.day) == (lang, day))
    return [provision.eid for provision in parse_law(read(found.raw, found.place), lang, found.place).provisions]


def at(ending: str, change: Change, page: int = 1) -> Alter:
    """Change the answer whose path ends so."""
    return lambda path, number, answer: change(answer) if path.endswith(ending) and number == page else answer


def without(answer: Answer, field: str) -> Answer:
    return {name: value for name, value in answer.items() if name != field}


class TestEditions:
    @pytest.mark.parametrize("size", [1, 5, 7, 200])
    def test_every_edition_is_whole_however_many_pages_it_has(self, tmp_path: Path, size: int) -> None:
        fetched, _ = load(Interface(page_size=size), tmp_path / str(size))
        assert (editions(fetched), fetched.faults) == (HELD, ())
        assert texts(fetched) == texts(load(Interface(page_size=1_000), tmp_path / "whole")[0])

    def test_an_answer_on_one_page_stays_as_it_came_and_one_on_several_names_them(self, tmp_path: Path) -> None:
        one, several = (json.loads(next(fetched.laws[0].editions()).raw) for fetched in (
            load(Interface(), tmp_path / "one")[0], load(Interface(page_size=7), tmp_path / "several")[0]))
        assert "joined" not in one
        assert (several["pagesCount"], len(several["joined"])) == (1, 4)
        assert several["content"] == one["content"]

    def test_what_nobody_knows_of_a_further_page_is_told(self, tmp_path: Path) -> None:
        more = at(f"rus/{THIRD_DAY}", lambda answer: {**answer, "more": [{"text": "3. Колокол."}]}, page=2)
        fetched, _ = load(Interface(page_size=14, alter=more), tmp_path, ["rus"])
        (told,) = [each for law in fetched.laws for each in law.editions() if b"\"more\"" in each.raw]
        assert {"unknown_field", "beside_the_text"} <= {finding.kind for finding in read(told.raw, "a").findings}

    def test_numbers_that_stand_only_in_the_index_are_composed(self, tmp_path: Path) -> None:
        fetched, _ = load(Interface(), tmp_path)
        rus, kaz = (outline(fetched, lang, date(2016, 1, 1)) for lang in ("rus", "kaz"))
        assert rus == kaz
        assert rus[-6:] == ["art_2", "art_3", "art_3__para_1", "art_3__para_1__point_1", "art_3__para_1__point_2",
                            "art_3__para_1-1"]

    @pytest.mark.parametrize("printed", ["<p>{}</p>", "{}"])
    def test_words_in_markup_are_the_same_words(self, tmp_path: Path, printed: str) -> None:
        def marked(answer: Answer) -> Answer:
            content = [{**each, "text": printed.format(each["text"].replace(" ", "&nbsp;"))} if each.get("type") in {"text", "heading"}
                       and each.get("text") else each for each in answer["content"]]
            return {**answer, "content": content}
        plain, _ = load(Interface(), tmp_path / "plain", ["rus"])
        fetched, _ = load(Interface(alter=at(SECOND_DAY, marked)), tmp_path / "marked", ["rus"])
        day = date(2013, 6, 13)
        assert outline(fetched, "rus", day) == outline(plain, "rus", day)

    def test_what_is_downloaded_is_asked_for_once_and_slowly(self, tmp_path: Path) -> None:
        interface, told = Interface(page_size=9), Told()
        with serving(interface) as address:
            first = ask(address, tmp_path, told)
            assert told.waits == [2.0] * (len(interface.asked) - 1)
            assert {agent.partition("/")[0] for agent in interface.agents} == {"lawgraph"}
            interface.asked.clear()
            second = ask(address, tmp_path, told)
        assert [path for path in interface.asked if CODE in path] == LISTS, "the lists alone, for new editions"
        assert texts(second) == texts(first)

    def test_a_download_that_was_stopped_is_gone_on_with(self, tmp_path: Path) -> None:
        interface, told = Interface(page_size=9, alter=at(THIRD_DAY, lambda _: 503)), Told()
        with serving(interface) as address:
            with pytest.raises(SourceError, match=r"01\.01\.2016.*\(503\), 6 times; run the command again later"):
                ask(address, tmp_path, told)
            before, interface.alter = set(interface.asked), unaltered
            interface.asked.clear()
            assert editions(ask(address, tmp_path, told)) == HELD
        assert before & set(interface.asked) == {LISTS[0], LISTS[1],
                                                 f"/api/documents/{CODE}/rus/{THIRD_DAY}?withHtml=false&page=1"}

    def test_a_language_without_a_text_is_told_and_passed_over(self, tmp_path: Path) -> None:
        fetched, told = load(Interface(alter=at("kaz/versions", lambda _: None)), tmp_path)
        assert editions(fetched) == HELD[:3]
        assert told.shown(told.lines[0]) == f"bank/documents/{CODE}/kaz/versions: there is no such document"
        with pytest.raises(SourceError, match=r"there is no such document; look for its code on zan\.gov\.kz"):
            load(Interface(alter=lambda *_: None), tmp_path / "none")

    def test_an_edition_that_is_ahead_of_its_day_is_passed_over(self, tmp_path: Path) -> None:
        *past, third = ferries()
        fetched, told = load(Interface(versions=(*past, replace(third, day="2999-01-01"))), tmp_path)
        assert editions(fetched) == [each for each in HELD if each[1] != date(2016, 1, 1)]
        assert told.shown(told.lines[0]) == (
            f"bank/documents/{CODE}/rus/versions: the edition of 2999-01-01 is ahead of its day, and is passed over")


    def test_of_two_versions_of_one_day_nobody_knows_which_one_came(self, tmp_path: Path) -> None:
        first, second, third = ferries()
        fetched, told = load(Interface(versions=(first, second, replace(second, cause=THIRD), third)), tmp_path, ["rus"])
        assert editions(fetched) == [HELD[0], HELD[2]]
        assert [told.shown(fault) for fault in fetched.faults] == [
            (f"bank/documents/{CODE}/rus/{SECOND_DAY}: the list has 2 versions of this day, and the answer does not tell which of them "
             "it is; import a page that shows the changes of that day")]
        twice, _ = load(Interface(versions=(first, second, second, third)), tmp_path / "twice", ["rus"])
        assert editions(twice) == HELD[:3]


class TestWhatIsNoEdition:
    """A part of a text that is taken for the whole makes wrong answers: it stops its edition, and no other."""

    def test_an_answer_in_which_nothing_can_be_read(self, tmp_path: Path) -> None:
        nested = at(f"rus/{SECOND_DAY}", lambda answer: {**answer, "content": [{"type": "doc", "children": answer["content"]}]})
        fetched, _ = load(Interface(alter=nested), tmp_path, ["rus"])
        assert editions(fetched) == [HELD[0], HELD[2]]
        assert ["no article, heading or numbered paragraph can be read in it as rus" in str(fault) for fault in fetched.faults] == [True]

    @pytest.mark.parametrize(("change", "surprise"), [
        (lambda _: None, "there is no such document; look for its code on zan.gov.kz"),
        (lambda _: b'{"id": "9", "conte}', "the answer is no JSON, or breaks off; ask again with --again"),
        (lambda answer: [answer], "this is no act; the interface may have changed: report it, with the answer"),
        (lambda answer: without(answer, "code"), "its code is missing, and '90417' was asked for; "),
        (lambda answer: {**answer, "code": 90418}, "its code is 90418, and '90417' was asked for; "),
        (lambda answer: {**answer, "language": "kaz"}, "its language is 'kaz', and 'rus' was asked for; "),
        (lambda answer: {**answer, "versionDate": "2016-01-01"}, "it is the edition of 2016-01-01, and 2013-06-13 was asked"),
        (lambda answer: {**answer, "versionDate": 20130613}, "it is the edition of no day, and 2013-06-13 was asked for; "),
        (lambda answer: {**answer, "pagesCount": 9}, "its pagesCount is another one than that of page 1; ask again with --again"),
        (lambda answer: {**answer, "version": {"id": "other"}}, "its version is another one than that of page 1; "),
        (lambda answer: {**answer, "content": []}, "it has no text: its content is []; "),
        (lambda answer: {**answer, "content": {"1": "Часы."}}, "it has no text: its content is {'1': 'Часы.'}; "),
        (lambda answer: {**answer, "content": ferries()[1].content["rus"][:9]}, "it says again what a page before it says; "),
    ])
    def test_a_page_that_is_missing_or_of_another_edition(self, tmp_path: Path, change: Change, surprise: str) -> None:
        interface = Interface(page_size=9, alter=at(f"rus/{SECOND_DAY}", change, page=2))
        fetched, told = load(interface, tmp_path)
        assert [each for each in HELD if each not in editions(fetched)] == [("rus", date(2013, 6, 13))]
        (line,) = (told.shown(fault) for fault in fetched.faults)
        assert line.startswith(f"bank/documents/{CODE}/rus/{SECOND_DAY}")
        assert surprise in line
        assert not [path for path in tmp_path.rglob(SECOND_DAY) if path.parent.name == "rus"], "it is asked for again"

    @pytest.mark.parametrize(("change", "surprise"), [
        (lambda answer: without(answer, "pagesCount"), "it does not say how many pages it has (pagesCount is missing); "),
        (lambda answer: {**answer, "pagesCount": "1"}, "it does not say how many pages it has (pagesCount is '1'); "),
        (lambda answer: {**answer, "pagesCount": True}, "it does not say how many pages it has (pagesCount is True); "),
        (lambda answer: {**answer, "pagesCount": 0}, "it does not say how many pages it has (pagesCount is 0); "),
        (lambda answer: {**answer, "pagesCount": 10**9}, "it does not say how many pages it has (pagesCount is 1000000000); "),
        (lambda answer: {**answer, "index": [{"type": "article", "index": "7"}]},
         "its list of contents names Article 7, which its text lacks; fetch all of it: "),
        (lambda answer: {**answer, "content": [{"type": "doc", "level": 1}]}, "the act has no text: its 'content' is empty; "),
    ])
    def test_an_answer_that_may_not_be_all_of_it(self, tmp_path: Path, change: Change, surprise: str) -> None:
        fetched, told = load(Interface(alter=at(f"kaz/{THIRD_DAY}", change)), tmp_path)
        assert editions(fetched) == HELD[:-1]
        assert surprise in told.shown(fetched.faults[0])

    def test_a_server_that_knows_no_pages_and_no_days(self, tmp_path: Path) -> None:
        first = ferries()[0]
        fetched, told = load(Interface(alter=lambda path, _, answer: answer if path.endswith("versions") else
                                       {**answer, "versionDate": first.day, "content": first.content["rus"], "pagesCount": 2},
                                       page_size=14), tmp_path, ["rus"])
        assert (fetched.laws, len(fetched.faults)) == ((), 3)
        assert "page 2: it says again what a page before it says" in told.shown(fetched.faults[0])

    @pytest.mark.parametrize(("answer", "surprise"), [
        ({"list": []}, "this is no list of versions"), ([], "this is no list of versions"), (b"[{]", "the answer is no JSON"),
        ([{"language": "rus"}], "version 1: it has no day (versionDate)"), (["2010-03-09"], "version 1: it has no day"),
        ([{"versionDate": "soon"}], "version 1: it has no day (versionDate); the interface may have changed: report it, "),
        ([{"versionDate": "2010-03-09", "language": "kaz"}], "version 1: its language is 'kaz', and 'rus' was asked for"),
    ])
    def test_a_list_of_versions_that_changed_its_fields(self, tmp_path: Path, answer: Answer, surprise: str) -> None:
        with pytest.raises(SourceError) as told:
            load(Interface(alter=at("rus/versions", lambda _: answer)), tmp_path)
        assert f"/documents/{CODE}/rus/versions" in str(told.value)
        assert surprise in str(told.value)


class TestTheState:
    """What the interface says of an act besides "new" and "upd" tells neither a day nor an act: nothing sure follows."""

    def read(self, **fields: object) -> tuple[list[str], list[str], list[str]]:
        """Return what of the newest edition is not understood, what is claimed of the law, and what is found."""
        interface = Interface()
        answer = interface.document(interface.versions[-1], "rus", 1)
        told = {name: value for name, value in fields.items() if name in answer["metadata"]}
        answer |= {**{name: fields[name] for name in fields.keys() - told}, "metadata": {**answer["metadata"], **told}}
        source = read(json.dumps(answer).encode(), "a.json")
        document = parse_law(source, "rus", "a.json")
        return ([each.text for each in document.unread],
                [each.action for each in document.claims if each.target == "law"], [each.kind for each in source.findings])

    @pytest.mark.parametrize("state", ["upd", "new", None])
    def test_an_act_as_any(self, state: str | None) -> None:
        assert self.read(status=state) == ([], [], [])

    @pytest.mark.parametrize("state", ["exe", "yts", "temporaryRevoked", "bak", "vexp", "stop", "another", 7, ["upd"]])
    def test_another_state_makes_all_of_it_unsure(self, state: object) -> None:
        shown = state if isinstance(state, str) else str(state)
        assert self.read(status=state) == ([f"status: {shown}"], [], [])
        assert self.read(temporaryRevoked=True) == (["status: temporaryRevoked"], [], [])

    @pytest.mark.parametrize(("title", "told"), [
        ("О паромных переправах", []), ("О паромных переправах (утратил силу)", ["О паромных переправах (утратил силу)"])])
    def test_so_does_an_end_in_the_brackets_of_the_title_beside_the_text(self, title: str, told: list[str]) -> None:
        assert self.read(title={"rus": title})[0][:1] == told

    @pytest.mark.parametrize(("field", "value"), [
        ("states", ["upd", "yts"]), ("isActual", False), ("stopDate", "2020-01-01"), ("vexp", True), ("endDate", "2020-01-01"),
        ("version", {"metadata": {"status": "vexp"}})])
    def test_so_does_a_state_in_another_field(self, field: str, value: object) -> None:
        answer = {"code": CODE, "language": "rus", "metadata": {"status": "upd"}, "content": [
            {"type": "article", "index": "1"}, {"type": "heading", "text": "Статья 1. Плата"}, {"type": "text", "text": "Плата взимается."}]}
        document = parse_law(read(json.dumps({**answer, field: value}).encode(), "a.json"), "rus", "a.json")
        assert [each.eids for each in document.unread] == [("law",)]

    @pytest.mark.parametrize(("field", "value"), [
        ("status", "yts"), ("isActive", False), ("deleted", True), ("endDate", "2015-01-01"), ("changeType", "EXCLUDE"), ("dateFrom", "2019-07-01"),
        ("properties", [{"key": "suspendedUntil", "value": "2030-01-01"}])])
    @pytest.mark.parametrize("place", [1, 2])
    def test_a_state_beside_a_unit_makes_its_article_unsure(self, place: int, field: str, value: object) -> None:
        content: list[dict[str, object]] = [{"type": "article", "index": "1"}, {"type": "heading", "text": "Статья 1. Плата"},
                   {"type": "point", "index": "1"}, {"type": "text", "text": "1. Плата взимается."},
                   {"type": "point", "index": "2"}, {"type": "text", "text": "2. Плата мала."}, {"type": "signature"}]
        content[place + 1] = {**content[place + 1], field: value}
        answer = {"code": CODE, "language": "rus", "metadata": {"status": "upd"}, "content": content}
        document = parse_law(read(json.dumps(answer).encode(), "a.json"), "rus", "a.json")
        assert [each.eids for each in document.unread] == [("art_1",)]

    @pytest.mark.parametrize(("field", "value"), [("isActive", True), ("deleted", False), ("endDate", None), ("status", "upd"), ("order", 7)])
    def test_what_tells_of_no_end_leaves_it_sure(self, field: str, value: object) -> None:
        answer = {"code": CODE, "language": "rus", "content": [
            {"type": "article", "index": "1", field: value}, {"type": "heading", "text": "Статья 1. Плата"}, {"type": "text", "text": "Мала."}]}
        assert parse_law(read(json.dumps(answer).encode(), "a.json"), "rus", "a.json").unread == ()

    @pytest.mark.parametrize(("kind", "words", "index", "unsure"), [
        ("article", "Статья 2. Бочка", "3", True), ("article", "Статья 2. Бочка", "2", False), ("point", "2. Бочка дубовая.", "4", True),
        ("point", "2. Бочка дубовая.", "2.", False), ("subpoint", "2) дубовая;", "3)", True), ("section", "Раздел II. Бочка", "2", False),
        ("article", "Статья 12-1. Бочка", "12-1", False)])
    def test_a_unit_that_prints_another_number_than_the_interface_gives_it_is_unsure(self, kind: str, words: str, index: str, *, unsure: bool) -> None:
        content = [{"type": "article", "index": "1"}, {"type": "heading", "text": "Статья 1. Плата"}, {"type": "text", "text": "1. Мала."},
                   {"type": kind, "index": index}, {"type": "text" if kind.endswith("point") else "heading", "text": words}, {"type": "text", "text": "Пуста."}]
        document = parse_law(read(json.dumps({"code": CODE, "language": "rus", "content": content}).encode(), "a.json"), "rus", "a.json")
        assert any("index" in each.text for each in document.unread) is unsure

    @pytest.mark.parametrize(("told", "rule", "days"), [
        ({"actionDate": "2015-06-01"}, "с 1 мая 2015 года", ["2015-05-01", "2015-06-01"]),
        ({"effectiveDate": "2015-03-02", "actionDate": "2015-06-01"}, "с 1 мая 2015 года", ["2015-05-01", "2015-06-01"]),
        ({"effectiveDate": "2015-06-01", "actionDate": "2015-05-01"}, "с 1 мая 2015 года", ["2015-05-01"]),
        ({"effectiveDate": "2015-03-02"}, "с 1 мая 2015 года", ["2015-05-01"]),
        ({"actionDate": "2015-03-25"}, "по истечении десяти календарных дней после дня его первого официального опубликования", ["None"]),
        ({"actionDate": "2016-03-25"}, "по истечении десяти календарных дней после дня его первого официального опубликования", ["None", "2016-03-25"])])
    def test_a_law_may_begin_on_the_day_that_the_interface_gives_and_its_words_do_not(self, told: Mapping[str, str], rule: str, days: list[str]) -> None:
        requisite = {"rus": "Закон Республики Казахстан от 2 марта 2015 года № 290-V"}
        answer = {"code": CODE, "language": "rus", "metadata": {"title": {"rus": "О плате"}, "requisites": requisite, **told}, "content": [
            {"type": "article", "index": "1"}, {"type": "heading", "text": "Статья 1. Начало"},
            {"type": "text", "text": f"Настоящий Закон вводится в действие {rule}."}]}
        document = parse_law(read(json.dumps(answer).encode(), "a.json"), "rus", "a.json")
        assert [str(each.day) for each in own_rules((document,))] == days
        assert ("unread_commencement" in {each.kind for each in document.findings}) is (len(days) > 1)

    def test_a_requisite_that_tells_by_which_act_is_a_repeal(self) -> None:
        gone = {"rus": "Закон Республики Казахстан от 9 марта 2010 года № 88-IV. Утратил силу Законом Республики "
                       "Казахстан от 5 мая 2020 года № 320-VI"}
        assert self.read(status="yts", requisites=gone) == ([], [Action.REPEAL], [])
        assert self.read(status="yts", requisites=gone, actualVersion=False) == ([], [], ["state_of_today"])

    def test_an_earlier_edition_stood_before_the_act_lost_force(self) -> None:
        assert self.read(status="yts", actualVersion=False) == ([], [], ["state_of_today"])
        assert self.read(status="stop", actualVersion=False) == (["status: stop"], [], [])


CAUSES = {SECOND.code: cause_json(SECOND, "2013-06-13", initialPublicationDate="2013-06-20", effectiveDate="2013-07-01",
                                  publication=[{"date": "20.06.2013", "issue": "№ 209"}, {"issue": "№ 11"}, "Вестник"]),
          THIRD.code: cause_json(THIRD, "2015-11-02", initialPublicationDate=2015, effectiveDate="2015-11-02",
                                 actionDate="2016-01-01")}


def proposed(folder: Path, interface: Interface, amendments: Path | None = None) -> tuple[dict[str, ActRecord], Laid, Told]:
    """Return the records that are proposed, by name, as the facts would read them."""
    fetched, told = load(interface, folder / "cache", ["rus"])
    laid = lay(fetched.proposals, folder / "proposals", amendments or folder / "amendments")
    records, mistakes = load_acts(folder / "proposals")
    assert mistakes == ()
    return {each.act.name: each for each in records}, laid, told


class TestProposals:
    def test_what_the_interface_tells_of_the_acts_becomes_records(self, tmp_path: Path) -> None:
        records, laid, _ = proposed(tmp_path, Interface(acts=CAUSES))
        assert [path.name for path in laid.new] == ["88-IV.toml", "390-V.toml", "104-V.toml"]
        own, second, third = (records[name] for name in ("88-IV", "104-V", "390-V"))
        assert (own.zan, own.adilet_id, second.zan, second.adilet_id) == (CODE, "Z100000088_", SECOND.code, None)
        assert second.titles == tuple(sorted(SECOND.title.items()))
        assert [(each.day, each.issue, each.first) for each in second.publications] == [(date(2013, 6, 20), "№ 209", False)]
        assert second.operation is not None
        assert second.operation.day == date(2013, 7, 1)
        assert second.record.source.endswith(f"/documents/{SECOND.code}/rus")
        assert own.operation is not None
        assert own.operation.day == date(2010, 3, 31)
        assert (third.publications, third.operation) == ((), None), "a year is no day, and two days contradict each other"
        assert '# initialPublicationDate: 2015\n# effectiveDate: "2015-11-02"\n# actionDate: "2016-01-01"\n' in (
            tmp_path / "proposals" / "390-V.toml").read_text(encoding="utf-8")

    def test_an_act_that_the_interface_does_not_hold_is_told_by_what_it_caused(self, tmp_path: Path) -> None:
        records, _, told = proposed(tmp_path, Interface())
        assert (records["104-V"].zan, records["104-V"].publications) == (SECOND.code, ())
        assert records["104-V"].record.source.endswith(f"/documents/{CODE}/rus/versions, as the cause of an edition")
        assert any(f"/documents/{SECOND.code}/rus?withHtml=false&page=1: there is no such" in line for line in told.lines)

    @pytest.mark.parametrize(("acts", "line"), [
        ({SECOND.code: {**CAUSES[SECOND.code], "code": "1"}}, "the list of versions names another act with this code"),
        ({SECOND.code: CAUSES[THIRD.code] | {"code": SECOND.code}}, "the list of versions names another act with this code"),
        ({SECOND.code: []}, "there is no such document"),
    ])
    def test_one_code_for_two_acts_proposes_neither(self, tmp_path: Path, acts: dict[str, Answer], line: str) -> None:
        records, _, told = proposed(tmp_path, Interface(acts=acts))
        assert line in " ".join(told.lines)
        assert ("104-V" in records) is ("no such" in line)

    def test_an_act_without_a_number_is_told_and_not_proposed(self, tmp_path: Path) -> None:
        unnamed = replace(SECOND, requisites={"rus": "Закон Республики Казахстан"})
        first, second, third = ferries()
        records, _, told = proposed(tmp_path, Interface(versions=(first, replace(second, cause=unnamed), third)))
        assert set(records) == {"88-IV", "390-V"}
        assert "number and day of this act are not told; nothing is proposed of it" in told.lines[-1]

    def test_no_file_is_written_over_and_what_the_facts_have_is_not_proposed_again(self, tmp_path: Path) -> None:
        proposed(tmp_path, Interface())
        mine = tmp_path / "proposals" / "104-V.toml"
        mine.write_text(mine.read_text(encoding="utf-8") + "# checked\n", encoding="utf-8")
        (tmp_path / "amendments").mkdir()
        (tmp_path / "proposals" / "390-V.toml").rename(tmp_path / "amendments" / "390-V.toml")
        fetched, _ = load(Interface(), tmp_path / "cache", ["rus"])
        lay(fetched.proposals, tmp_path / "proposals", tmp_path / "amendments")
        assert mine.read_text(encoding="utf-8").endswith("# checked\n")


class TestTheCorpus:
    def take(self, folder: Path, interface: Interface, amendments: Path | None = None) -> tuple[str, ...]:
        fetched, _ = load(interface, folder / "cache")
        held = held_in(folder / "corpus", amendments or folder / "amendments")
        taken = take_all(folder / "corpus", fetched.laws, Given(), held)
        return tuple(map(str, taken.faults))

    def test_the_manifest_keeps_the_code_and_the_days_with_what_they_are(self, tmp_path: Path) -> None:
        assert self.take(tmp_path, Interface()) == ()
        manifest = read_manifest(tmp_path / "corpus" / "Z100000088_")
        assert (manifest.zan, manifest.number, manifest.adopted, manifest.kind) == (CODE, "88-IV", date(2010, 3, 9), "law")
        assert [(each.file, each.dated_by, each.caused_by) for each in manifest.sources[:3]] == [
            ("rus-2010-03-09.json", Dating.ADOPTION, None), ("rus-2013-06-13.json", Dating.ADOPTION, "104-V"),
            ("rus-2016-01-01.json", Dating.OPERATION, "390-V")]

    def test_a_cause_known_by_its_code_alone_is_the_act_that_the_facts_know_by_it(self, tmp_path: Path) -> None:
        by_code = replace(THIRD, requisites={})
        interface = Interface(versions=(replace(ferries()[-1], cause=by_code),))
        assert self.take(tmp_path / "unknown", interface) == ()
        facts = tmp_path / "amendments"
        facts.mkdir()
        (facts / "390-V.toml").write_text(
            f'number = "390-V"\nadopted = 2015-11-02\nzan = "{THIRD.code}"\nrecorded = 2026-11-24\nsource = "invented"\n'
            'confidence = "low"\n', encoding="utf-8")
        assert self.take(tmp_path / "known", interface, facts) == ()
        told = [read_manifest(tmp_path / each / "corpus" / "Z100000088_").sources[0] for each in ("unknown", "known")]
        assert [(each.caused_by, each.dated_by) for each in told] == [
            (THIRD.code, Dating.ADOPTION), ("390-V", Dating.OPERATION)]

    def test_an_act_that_the_corpus_holds_under_its_number_is_that_act(self, tmp_path: Path) -> None:
        without_id = Interface(alter=lambda *each: each[2] if isinstance(each[2], list) else without(each[2], "ngr"))
        folder = tmp_path / "corpus" / "Z100000088_"
        folder.mkdir(parents=True)
        (folder / "manifest.toml").write_text(
            '# ours\nid = "Z100000088_"\nnumber = "88-IV"\nadopted = 2010-03-09\nkind = "law"\n\n[titles]\n', encoding="utf-8")
        assert self.take(tmp_path, without_id) == ()
        written = (folder / "manifest.toml").read_text(encoding="utf-8")
        assert written.startswith(f'# ours\nid = "Z100000088_"\nzan = "{CODE}"\nnumber = "88-IV"\n')

    def test_a_law_with_another_code_is_refused(self, tmp_path: Path) -> None:
        folder = tmp_path / "corpus" / "Z100000088_"
        folder.mkdir(parents=True)
        (folder / "manifest.toml").write_text('id = "Z100000088_"\nzan = "5"\nnumber = "88-IV"\nadopted = 2010-03-09\n'
                                              'kind = "law"\n\n[titles]\n', encoding="utf-8")
        (fault,) = self.take(tmp_path, Interface())
        assert f"its code is {CODE}, and " in fault
        assert fault.endswith("manifest.toml has 5; see which is right, and correct the manifest")


class TestCommand:
    @pytest.fixture(autouse=True)
    def _in_a_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    @staticmethod
    def run(*arguments: str, answer: str = "") -> tuple[int, str, list[str]]:
        told = CliRunner().invoke(main, arguments, input=answer, catch_exceptions=False)
        return told.exit_code, told.stdout, told.stderr.splitlines()

    def test_editions_are_downloaded_imported_and_proposed(self) -> None:
        only = Interface(versions=ferries()[:1])
        with serving(only) as address:
            status, _, lines = self.run("fetch", "--code", CODE, "--editions", "--lang", "rus", "--address", address, "--delay", "1")
        assert status == 0
        assert lines[-2:] == ["1 record proposed: lawgraph facts accept proposals/88-IV.toml",
                              "1 law: 1 new edition in corpus; 0 findings in the texts"]

    @pytest.mark.parametrize(("arguments", "line"), [
        ((), "give LAW, or --code CODE --editions"), (("Z100000088_", "--editions"), "give LAW, or --code CODE --editions"),
        (("--code", CODE), "give LAW, or --code CODE --editions"), (("Z1", "--code", "9", "--editions"), "give LAW, or "),
        (("--code", CODE, "--editions", "--lang", "eng"), "the official interface has only: rus, kaz"),
        (("--code", "../7", "--editions", "--again"), "'../7': this is no code of the official interface; give its digits, as 52383"),
    ])
    def test_what_cannot_be_asked(self, arguments: tuple[str, ...], line: str) -> None:
        status, _, lines = self.run("fetch", *arguments)
        assert (status, len(lines)) == (2, 1)
        assert line in lines[0]


RECORD = ('number = "104-V"\nadopted = 2013-06-13\nzan = "95220"\nrecorded = 2026-11-24\nsource = "invented"\nconfidence = "low"\n')


class TestAccepting:
    @pytest.fixture(autouse=True)
    def _in_a_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        for each in ("proposals", "amendments"):
            (tmp_path / each).mkdir()
        Path("proposals/104-V.toml").write_text(RECORD, encoding="utf-8")

    run = staticmethod(TestCommand.run)

    def accept(self, *arguments: str, answer: str = "") -> tuple[int, str, list[str]]:
        return self.run("facts", "accept", "proposals/104-V.toml", *arguments, answer=answer)

    def test_a_record_is_shown_and_moved(self) -> None:
        status, shown, lines = self.accept(answer="y\n")
        assert (status, lines[-1]) == (0, "amendments/104-V.toml: from the next build on it counts")
        assert [line for line in shown.splitlines() if line.startswith("+")][1:] == [f"+{line}" for line in RECORD.splitlines()]
        assert (Path("amendments/104-V.toml").read_text(encoding="utf-8"), Path("proposals/104-V.toml").exists()) == (RECORD, False)

    def test_who_declines_leaves_it_where_it_was(self) -> None:
        assert self.accept(answer="n\n")[0] == 0
        assert Path("proposals/104-V.toml").exists()
        assert not list(Path("amendments").iterdir())

    def test_what_a_person_wrote_is_never_written_over(self) -> None:
        Path("amendments/104-V.toml").write_text(RECORD.replace("low", "high"), encoding="utf-8")
        status, shown, lines = self.accept("--yes")
        assert status == 2
        assert '-confidence = "high"\n+confidence = "low"' in shown
        assert lines == [("lawgraph: amendments/104-V.toml: the facts about this act have a file already, and nothing is written "
                          "over it; take over by hand what is right, and delete proposals/104-V.toml")]
        assert "high" in Path("amendments/104-V.toml").read_text(encoding="utf-8")

    @pytest.mark.parametrize(("record", "line"), [
        (RECORD.replace("104-V", "№ 104"), "proposals/104-V.toml:1 number: \"№ 104\" is not the number of an act"),
        (RECORD + "[[target]]\n", "proposals/104-V.toml:7 target[1].law: the key is missing"), ("", "the key is missing"),
        ("number = ", "proposals/104-V.toml:1: this is no TOML"),
    ])
    def test_a_record_that_is_not_sound(self, record: str, line: str) -> None:
        Path("proposals/104-V.toml").write_text(record, encoding="utf-8")
        status, _, lines = self.accept("--yes")
        assert status == 2
        assert line in lines[0]
        assert not list(Path("amendments").iterdir())

    def test_one_code_is_that_of_one_act(self) -> None:
        Path("amendments/105-V.toml").write_text(RECORD.replace("104-V", "105-V"), encoding="utf-8")
        assert self.accept("--yes")[2] == [("lawgraph: proposals/104-V.toml: its code 95220 is that of № 105-V in "
                                            "amendments/105-V.toml; see whose it is, and take it out of the other")]

    def test_what_is_to_be_done_must_be_said(self) -> None:
        assert self.run("facts") == (2, "", ["lawgraph: facts: Missing command; see lawgraph facts --help"])

    def test_without_facts_beside_it_nothing_is_made(self) -> None:
        Path("amendments").rmdir()
        assert self.accept("--yes")[2] == [("lawgraph: amendments: there is no such folder; name the folder of the facts with "
                                            "--amendments")]
