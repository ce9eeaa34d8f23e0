"""An act that is held and not read whole leaves open what it may have done: nothing of it is dropped in silence."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

import lawgraph
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.intake.corpus import read_manifest

LAW = """# О ставнях

Закон Республики Казахстан от 1 марта 2012 года № 7-V

## Статья 1. Ставни

1. Ставни скрипят днем.

2. Ставни красят весной.

## Статья 2. Засовы

Засовы смазывают осенью.

## Статья 3. Порядок введения в действие настоящего Закона

Настоящий Закон вводится в действие с 1 мая 2012 года.

Президент Республики Казахстан В. Выдуманный
"""
ACT = """# О внесении изменений в некоторые законодательные акты Республики Казахстан

Закон Республики Казахстан от 2 ноября 2015 года № 388-V{behind}

Статья 1. Внести изменения в следующие законодательные акты Республики Казахстан:

{item}

{beside}

Статья 5. Настоящий Закон вводится в действие с 1 января 2017 года.

Президент Республики Казахстан В. Выдуманный
"""
READ = """1. В Закон Республики Казахстан от 1 марта 2012 года «О ставнях»:

в пункте 1 статьи 1 слово «днем» заменить словом «ночью»."""
LATER = """# О внесении изменения в Закон Республики Казахстан «О внесении изменений»

Закон Республики Казахстан от 5 мая 2016 года № 40-VI

Статья 1. Внести в Закон Республики Казахстан от 2 ноября 2015 года «О внесении изменений» следующее изменение:

в статье 5 слова «1 января 2017 года» заменить словами «1 января 2020 года».

Статья 2. Настоящий Закон вводится в действие с 1 июня 2016 года.

Президент Республики Казахстан В. Выдуманный
"""


FACTS = """number = "388-V"
adopted = 2015-11-02
kind = "law"
recorded = 2026-01-01
source = "a list"
confidence = "high"

[operation]
{told}
source = "a list"
confidence = "high"
"""
NOTED = LAW.replace("днем", "ночью").replace("## Статья 2", """> *Сноска. Статья 1 с изменением, внесенным Законом РК от \
02.11.2015 № 388-V (вводится в действие с 01.06.2016).*

## Статья 2""")


def manifest(name: str, number: str, adopted: str, files: Mapping[str, str], extra: str = "") -> str:
    sources = "".join(f'[[source]]\nfile = "{file}"\nlang = "rus"\nstanding = "official"\n{day}'
                      f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n'
                      for file, text in files.items() for day in [f"day = {file[:10]}\n" if file[0] == "2" else ""])
    return f'id = "{name}"\nnumber = "{number}"\nadopted = {adopted}\nkind = "law"\n{extra}\n{sources}'


def answers(at: Path, acts: Mapping[str, str], editions: Mapping[str, str] | None = None, facts: str = "",
            day: str = "2018-01-01", eids: Sequence[str] = ("art_1__para_1", "art_1__para_2", "art_2")) -> dict[str, str]:
    """Return what is said of units, in 2018 where no day is given, of a law held with editions, one of 2015, and acts."""
    printed = {"2015-01-01.md": LAW} if editions is None else editions
    held = {"Z1200000007": manifest("Z1200000007", "7-V", "2012-03-01", printed, '[titles]\nrus = "О ставнях"\n')}
    texts = {f"Z1200000007/{name}": text for name, text in printed.items()}
    for name, text in acts.items():
        adopted, amends = ("2015-11-02", "2012-03-01") if name == "Z1500000388" else ("2016-05-05", "2015-11-02")
        held[name] = manifest(name, "388-V" if name == "Z1500000388" else "40-VI", adopted, {"rus.md": text},
                              f'amends = [{amends}]\n[titles]\nrus = "О внесении изменений в некоторые законодательные акты"\n')
        texts[f"{name}/rus.md"] = text
    for name, text in {**{f"{each}/manifest.toml": text for each, text in held.items()}, **texts}.items():
        path = at / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (at / "corpus" / "Z1200000007" / "notes.toml").write_text(
        'law = "Z1200000007"\nrecorded = 2026-01-01\n[acts_complete_until]\nday = 2024-01-01\nsource = "a list"\n'
        'confidence = "high"\n', encoding="utf-8")
    (at / "amendments").mkdir(parents=True)
    if facts:
        (at / "amendments" / "388-V.toml").write_text(FACTS.format(told=facts), encoding="utf-8")
    build(Folders(at / "corpus", at / "amendments"), at / "x.db", iter)
    with lawgraph.open(at / "x.db") as archive:
        law = archive.law("Z1200000007", "rus").on(day)
        found = {eid: law.provision(eid) for eid in eids}
        return {eid: f"{each.in_operation} {each.wording or ''} {each.text or ''}".strip() for eid, each in found.items()}


def act(item: str = READ, beside: str = "", behind: str = "") -> dict[str, str]:
    return {"Z1500000388": ACT.format(item=item, beside=beside, behind=behind)}


def test_an_act_that_is_read_whole_leaves_nothing_open(tmp_path: Path) -> None:
    assert answers(tmp_path, act()) == {
        "art_1__para_1": "yes attested Ставни скрипят ночью.", "art_1__para_2": "yes attested Ставни красят весной.",
        "art_2": "yes attested Засовы смазывают осенью."}


STRUCK = LATER.replace("«О внесении изменений» следующее", "«О внесении изменений в некоторые законодательные акты» следующее")
TWO = READ.replace("в пункте 1", "1) в пункте 1").replace("ночью».", "ночью»;\n\n2) в статье 2 слово «осенью» заменить словом «зимой».")


def struck(words: str, start: str = "1 июня 2016 года") -> dict[str, str]:
    later = STRUCK.replace("в статье 5 слова «1 января 2017 года» заменить словами «1 января 2020 года»", words)
    return {**act(TWO), "Z1600000040": later.replace("1 июня 2016 года", start)}


def test_an_instruction_that_a_later_act_strikes_before_it_begins_never_operates(tmp_path: Path) -> None:
    assert answers(tmp_path, struck("подпункт 2) пункта 1 статьи 1 исключить")) == {
        "art_1__para_1": "yes attested Ставни скрипят ночью.", "art_1__para_2": "yes attested Ставни красят весной.",
        "art_2": "yes attested Засовы смазывают осенью."}


@pytest.mark.parametrize(("words", "start", "sure"), [
    ("подпункт 2) пункта 1 статьи 1 исключить", "1 июня 2017 года", True),
    ("подпункт 9) пункта 1 статьи 1 исключить", "1 июня 2016 года", False),
    ("в подпункте 2) пункта 1 статьи 1 слово «зимой» исключить", "1 июня 2016 года", False),
    ("подпункт 2) пункта 1 статьи 1 как следует исключить", "1 июня 2016 года", False),
])
def test_what_else_a_later_act_does_to_an_instruction_leaves_it_open(words: str, start: str, tmp_path: Path, *, sure: bool) -> None:
    """Struck after it began, it is open alone; where anything else may be meant, all that the act did is."""
    found = answers(tmp_path, struck(words, start))
    assert "attested" not in found["art_2"]
    assert ("attested" in found["art_1__para_1"]) is sure


def test_an_item_on_another_act_of_that_day_strikes_nothing_of_this_one(tmp_path: Path) -> None:
    acts = struck("подпункт 2) пункта 1 статьи 1 исключить")
    acts["Z1600000040"] = acts["Z1600000040"].replace("некоторые законодательные акты", "Закон «О дверях»")
    assert "осенью" not in answers(tmp_path, acts)["art_2"]


def test_two_parts_that_are_excepted_in_one_breath_start_on_their_own_days(tmp_path: Path) -> None:
    excepted = ("с 1 января 2017 года, за исключением подпункта 1) пункта 1 статьи 1, который вводится в действие с 1 января 2016 года, "
                "и подпункта 2) пункта 1 статьи 1, который вводится в действие с 1 января 2020 года")
    found = answers(tmp_path, {"Z1500000388": act(TWO)["Z1500000388"].replace("с 1 января 2017 года", excepted)})
    assert (found["art_1__para_1"], found["art_2"]) == (
        "yes attested Ставни скрипят ночью.", "yes attested Засовы смазывают осенью.")


def test_a_new_chapter_brings_in_its_articles_surely(tmp_path: Path) -> None:
    item = READ.partition("в пункте")[0] + ("дополнить главой 2 следующего содержания:\n\n«Глава 2. Петли\n\nСтатья 4. Петли\n\n"
                                            "Петли смазывают.».")
    assert answers(tmp_path, act(item), eids=("art_4", "art_4__heading")) == {
        "art_4": "yes attested Петли смазывают.", "art_4__heading": "yes attested Петли"}


def test_words_of_an_article_that_its_heading_does_not_hold_leave_the_heading_sure(tmp_path: Path) -> None:
    item = READ.replace("пункте 1 статьи", "статье")
    assert answers(tmp_path, act(item), eids=("art_1__heading", "art_1__para_1")) == {
        "art_1__heading": "yes attested Ставни", "art_1__para_1": "yes attested Ставни скрипят ночью."}


def test_words_of_an_article_that_its_heading_holds_too_leave_the_heading_open(tmp_path: Path) -> None:
    item = READ.replace("пункте 1 статьи 1", "статье 2").replace("днем", "Засовы").replace("ночью", "Замки")
    found = answers(tmp_path, act(item), eids=("art_2", "art_2__heading"))
    assert "attested" not in found["art_2__heading"]


def test_an_edition_that_still_prints_the_words_which_an_act_replaced_leaves_both_unsure(tmp_path: Path) -> None:
    """The words of the act were sure up to an official edition of a later day that prints what they took the place of."""
    found = {day: answers(tmp_path / day, act(), {"2015-01-01.md": LAW, "2019-01-01.md": LAW}, day=day)
             for day in ("2016-12-31", "2018-01-01", "2019-01-01")}
    assert [each["art_1__para_1"].split()[:2] for each in found.values()] == [
        ["yes", "attested"], ["yes", "unknown"], ["yes", "unknown"]]
    assert found["2018-01-01"]["art_2"] == "yes attested Засовы смазывают осенью."


def test_where_another_step_is_not_read_an_edition_with_other_words_still_leaves_both_unsure(tmp_path: Path) -> None:
    item = READ.replace("в пункте 1", "2) пункт 1").replace("слово «днем» заменить словом «ночью»", "дополнить словом «всегда»")
    found = answers(tmp_path, act(item), {"2015-01-01.md": LAW, "2019-01-01.md": LAW})
    assert "attested" not in found["art_1__para_1"]


@pytest.mark.parametrize("start", [
    "по истечении десяти календарных дней после дня его первого официального опубликования",
    "со дня его первого официального опубликования", "со дня его официального опубликования"])
def test_a_start_that_follows_publication_is_no_end_of_anything(start: str, tmp_path: Path) -> None:
    """Words on which a law "is put into operation" were taken for words on its end, and all was open."""
    text = act()["Z1500000388"].replace("с 1 января 2017 года", start)
    assert answers(tmp_path, {"Z1500000388": text})["art_2"] == "yes attested Засовы смазывают осенью."


@pytest.mark.parametrize("behind", ["Признать утратившим силу Закон Республики Казахстан «О ставнях».",
                                    "Закон Республики Казахстан «О ставнях» утратил силу."])
def test_an_end_that_is_told_beside_a_start_is_one(behind: str, tmp_path: Path) -> None:
    text = act()["Z1500000388"].replace("с 1 января 2017 года.", f"со дня его официального опубликования. {behind}")
    assert answers(tmp_path, {"Z1500000388": text})["art_2"].startswith("possible")


@pytest.mark.parametrize("instruction", [
    "в статье 1 слово «днем» как следует заменить словом «ночью»",
    "в статье 1:\n\nпункт 1 после слова «скрипят» дополнить чем следует;\n\nпункт 2 исключить",
    "в статье 1, как она действует:\n\nпункт 2 исключить",
    "в статье 1, как она действует:\n\nпункт 2 изложить в следующей редакции:\n\n«2. Ставни моют.»",
])
def test_an_instruction_that_is_not_read_leaves_open_the_article_in_which_it_stays(instruction: str, tmp_path: Path) -> None:
    item = READ.partition("в пункте")[0]
    found = answers(tmp_path, act(f"{item}1) {instruction};\n\n2) в статье 2 слово «осенью» заменить словом «зимой»."))
    assert found["art_2"] == "yes attested Засовы смазывают зимой."
    assert not any("attested" in found[each] for each in ("art_1__para_1", "art_1__para_2"))


@pytest.mark.parametrize("instruction", [
    "в ст. 1 слово «днем» заменить словом «ночью»", "слово «днем» как следует заменить словом «ночью»",
    "в статьях 1 и 2 слово «днем» как следует заменить словом «ночью»", "в статье 9 слова «днем» как следует исключить",
    "в статье 1 слово «днем» с 1 января 2018 года как следует заменить словом «ночью»",
    "в статье 1 и далее по тексту слово «днем» как следует заменить словом «ночью»",
    "в статье 1 главы 1 слово «днем» как следует исключить", "действие статьи 1 приостановить",
    "в статье 1, как она действует:\n\nпункт 2 исключить;\n\nстатью 2 исключить",
    "в статье 1, как она действует:\n\nпункт 2 исключить;\n\nостальное исключить",
])
def test_an_instruction_that_may_reach_further_leaves_all_open(instruction: str, tmp_path: Path) -> None:
    item = READ.partition("в пункте")[0]
    found = answers(tmp_path, act(f"{item}1) {instruction};\n\n2) в пункте 1 статьи 1 слово «скрипят» заменить словом «молчат»."))
    assert "attested" not in found["art_2"]


@pytest.mark.parametrize(("excepted", "held"), [
    ("положений о засовах, которые вводятся в действие с 1 июня 2017 года", "attested Ставни скрипят ночью."),
    ("абзаца девятого пункта 1 статьи 1, который вводится в действие с 1 июня 2017 года", "attested Ставни скрипят ночью."),
    ("положений о засовах, вводимых в действие с 1 июня 2017 года", "attested Ставни скрипят ночью."),
    ("положений о засовах, которые вводятся в действие с 1 июня 2019 года", "unknown"),
    ("положений о засовах, которые вводятся в действие с 1 июня 2017 года, кроме ставней", "unknown"),
])
def test_what_a_start_excepts_in_words_begins_on_one_of_two_days(excepted: str, held: str, tmp_path: Path) -> None:
    """Nobody knows which instruction is meant; after the later of the two days all are in operation."""
    text = act()["Z1500000388"].replace("с 1 января 2017 года", f"с 1 января 2017 года, за исключением {excepted}")
    assert answers(tmp_path, {"Z1500000388": text})["art_1__para_1"] == f"yes {held}"


@pytest.mark.parametrize("start", [
    "с 1 января 2017 года, за исключением пункта 7 статьи 1, который вводится в действие с 1 января 2020 года",
    "с 1 января 2017 года, за исключением статьи 9, которая вводится в действие с 1 января 2020 года",
    "с 1 января 2017 года до 1 января 2018 года", "с 1 января 2017 года по 31 декабря 2017 года",
    "с 1 января 2017 года. Настоящий Закон применяется по 31 декабря 2017 года",
    "с 1 января 2016 года, за исключением пункта 1 статьи 1, который вводится в действие с 1 января 2016 года до 1 января 2018 года",
])
def test_a_start_that_ends_and_one_of_a_part_that_is_not_there_open_what_the_act_changed(start: str, tmp_path: Path) -> None:
    found = answers(tmp_path, {"Z1500000388": act()["Z1500000388"].replace("с 1 января 2017 года", start)})
    assert found["art_1__para_1"] == "yes unknown"
    assert found["art_2"] == "yes attested Засовы смазывают осенью."


def test_an_extract_may_leave_out_the_part_that_starts_on_another_day(tmp_path: Path) -> None:
    start = "с 1 января 2017 года, за исключением пункта 7 статьи 1, который вводится в действие с 1 января 2020 года"
    text = act(READ.replace("1. В Закон", "4. В Закон"))["Z1500000388"].replace("с 1 января 2017 года", start)
    assert answers(tmp_path, {"Z1500000388": text})["art_1__para_1"] == "yes attested Ставни скрипят ночью."


NAMED = "Закона Республики Казахстан от 1 марта 2012 года «О ставнях»"
DOORS = "В Закон Республики Казахстан от 3 июня 2003 года «О дверях»:\n\nстатью 4 исключить."


@pytest.mark.parametrize(("item", "beside", "behind"), [
    (f"{READ}\n\n2. {DOORS}\n\n3. Статью 2 {NAMED} исключить.", "", ""),
    ("1. В Закон Республики Казахстан от 1 марта 2012 года «О лавках»:\n\nстатью 4 исключить.\n\n2. Статью 2 Закона «О ставнях» исключить.", "", ""),
    (READ, f"Статья 2. Исключить статью 2 {NAMED}.", ""), (READ, "Статья 2. В Законе «О ставнях» статью 2 исключить.", ""),
    (READ, "", f"Приложение 1\n\n1. Статью 2 {NAMED} исключить."),
    (READ, "", "Приложение\n\nВнести в Закон Республики Казахстан от 1 марта 2012 года «О ставнях» следующее изменение:\n\nстатью 2 исключить."),
    (READ, "", "Приложение\n\nстатью 2 исключить."),
])
def test_what_an_act_does_outside_of_the_items_that_are_read_leaves_all_open(
        item: str, beside: str, behind: str, tmp_path: Path) -> None:
    text = f"{act(item, beside)['Z1500000388']}\n{behind}\n"
    assert answers(tmp_path, {"Z1500000388": text})["art_2"].startswith("possible")


@pytest.mark.parametrize(("beside", "behind"), [
    ("Статья 2. Исключить статью 2 Закона Республики Казахстан от 3 июня 2003 года «О дверях».", ""),
    ("Статья 2. Правительству Республики Казахстан принять меры, вытекающие из статьи 1.", ""),
    ("", "Приложение\n\nПеречень ставней\n\n1. Ставни деревянные.\n\n2. Ставни железные."),
])
def test_what_an_act_does_to_others_opens_nothing(beside: str, behind: str, tmp_path: Path) -> None:
    text = f"{act(beside=beside)['Z1500000388']}\n{behind}\n"
    assert answers(tmp_path, {"Z1500000388": text})["art_2"] == "yes attested Засовы смазывают осенью."


@pytest.mark.parametrize("instruction", ["часть вторую статьи 1 исключить", "в части второй статьи 1 слово «весной» заменить словом «летом»",
                                         "в статье 1:\n\nв части второй слово «весной» заменить словом «летом»"])
def test_a_part_of_an_article_that_counts_paragraphs_is_not_told(instruction: str, tmp_path: Path) -> None:
    """Codes alone call them parts."""
    found = answers(tmp_path, act(f"{READ.partition('в пункте')[0]}{instruction}."))
    assert "attested" not in found["art_1__para_2"]
    assert found["art_2"] == "yes attested Засовы смазывают осенью."


def test_an_instruction_that_is_held_back_still_has_what_it_says_until_a_day_and_from_it(tmp_path: Path) -> None:
    """Nothing after the day on which the interim wording ends is like the edition of before it."""
    restated = f"{READ.partition('в пункте')[0]}часть вторую статьи 1 изложить в следующей редакции:\n\n«Ставни красят летом.»."
    interim = ("Статья 2. Приостановить до 1 января 2019 года действие абзацев второго и третьего пункта 1 статьи 1 настоящего Закона, установив, "
               "что в период приостановления часть вторая статьи 1 действует в следующей редакции:\n\n«Ставни красят зимой.».")
    shown = NOTED.replace("днем", "ночью").replace("весной", "зимой").replace("01.06.2016", "01.01.2017")
    held = {"2015-01-01.md": LAW, "2018-01-01.md": shown}
    for day, sure in (("2018-06-01", True), ("2019-06-01", False)):
        found = answers(tmp_path / day, act(restated, interim), held, day=day)["art_1__para_2"]
        assert found.startswith("yes attested") is sure, (day, found)


BEFORE, AFTER, OPEN = "yes attested Ставни скрипят днем.", "yes attested Ставни скрипят ночью.", "yes unknown"


OF_A_PARAGRAPH = """on_day = 2017-01-01
source = "a list"
confidence = "high"

[[target]]
law = "Z1200000007"
eid = "art_1__para_1"
action = "modification"
operative = 2019-01-01"""


@pytest.mark.parametrize(("facts", "day", "told"), [
    ("day = 2019-01-01", "2018-01-01", OPEN), ("day = 2019-01-01", "2020-06-01", AFTER), ("day = 2017-01-01", "2018-01-01", AFTER),
    ("days = 10", "2016-06-01", OPEN), ("days = 10", "2018-01-01", AFTER),
    (OF_A_PARAGRAPH, "2018-01-01", OPEN), (OF_A_PARAGRAPH, "2020-06-01", AFTER),
])
def test_a_day_that_a_fact_tells_and_the_act_does_not_opens_the_days_between_alone(facts: str, day: str, told: str, tmp_path: Path) -> None:
    assert answers(tmp_path, act(), facts=facts, day=day)["art_1__para_1"] == told


@pytest.mark.parametrize(("clause", "day", "told"), [
    ("с 01.01.2019", "2016-06-01", BEFORE), ("с 01.01.2019", "2018-01-01", OPEN), ("с 01.01.2019", "2020-06-01", AFTER),
    ("с 01.01.2017", "2018-01-01", AFTER),
    ("по истечении десяти календарных дней после дня его первого официального опубликования", "2016-06-01", OPEN),
    ("по истечении десяти календарных дней после дня его первого официального опубликования", "2018-01-01", AFTER),
])
@pytest.mark.parametrize("unit", ["Статья 1", "Пункт 1 статьи 1"])
def test_a_day_that_a_note_tells_and_the_act_does_not_opens_the_days_between_alone(
        unit: str, clause: str, day: str, told: str, tmp_path: Path) -> None:
    note = f"весной.\n\nСноска. {unit} с изменением, внесенным Законом РК от 02.11.2015 № 388-V (вводится в действие {clause})."
    noted = LAW.replace("днем", "ночью").replace("весной.", note)
    assert answers(tmp_path, act(), {"2015-01-01.md": LAW, "2020-01-01.md": noted}, day=day)["art_1__para_1"] == told


def test_words_replaced_throughout_may_be_those_that_begin_a_sentence(tmp_path: Path) -> None:
    found = answers(tmp_path, act(f"{READ.partition('в пункте')[0]}в статье 1 по тексту слово «днем» заменить словом «ночью»."),
                    {"2015-01-01.md": LAW.replace("красят весной.", "красят весной. Днем их моют.")})
    assert "attested" not in found["art_1__para_2"]


def test_notes_that_are_not_numbered_in_the_words_may_be_any_of_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = LAW.replace("весной.", "весной.\n\nПримечания.\n\n1. Ставни бывают деревянные.\n\n2. Ставни бывают железные.")
    monkeypatch.setattr("test_held_acts.LAW", noted)
    found = answers(tmp_path, act(f"{READ.partition('в пункте')[0]}примечания к статье 1 исключить."), eids=("art_1__note_1", "art_1__note_2"))
    assert not any(each.startswith(("yes", "no")) for each in found.values())


@pytest.mark.parametrize(("instruction", "wording"), [
    ("точку заменить точкой с запятой", "Ставни скрипят днем;"),
    ("знак препинания «.» заменить знаком препинания «;»", "Ставни скрипят днем;"),
    ("точку заменить запятой и дополнить словами «если не смазаны»", "Ставни скрипят днем, если не смазаны"),
    ("после слова «днем» дополнить словами «, если не смазаны» и точку заменить точкой с запятой",
     "Ставни скрипят днем, если не смазаны;"),
])
def test_the_mark_that_ends_a_text_is_exchanged(instruction: str, wording: str, tmp_path: Path) -> None:
    """An instruction that was not read gave all that the act left alone away; words were added before the mark."""
    found = answers(tmp_path, act(READ.replace("слово «днем» заменить словом «ночью»", instruction)))
    assert found["art_2"] == "yes attested Засовы смазывают осенью."
    assert found["art_1__para_1"].rstrip(".;") == f"yes attested {wording}".rstrip(".;")


@pytest.mark.parametrize("start", [
    "с 1 января 2017 года, за исключением подпункта 2) пункта 5 статьи 1, который вводится в действие с 1 января 2019 года",
    "с 1 января 2017 года по 31 декабря 2017 года", "с 1 января 2017 года до 1 января 2018 года",
])
def test_a_start_that_excepts_what_the_act_has_not_or_ends_again_is_not_sure(start: str, tmp_path: Path) -> None:
    text = act()["Z1500000388"].replace("с 1 января 2017 года", start)
    found = answers(tmp_path, {"Z1500000388": text})
    assert "attested" not in found["art_1__para_1"]
    assert found["art_2"] == "yes attested Засовы смазывают осенью."


def test_an_exception_may_name_an_item_that_the_file_leaves_out(tmp_path: Path) -> None:
    start = "с 1 января 2017 года, за исключением пункта 2 статьи 1, который вводится в действие с 1 января 2019 года"
    text = act(READ.replace("1. В", "3. В"))["Z1500000388"].replace("с 1 января 2017 года", start)
    assert answers(tmp_path, {"Z1500000388": text})["art_1__para_1"] == "yes attested Ставни скрипят ночью."


@pytest.mark.parametrize("told", ["on_day = 2016-06-01", "days = 10"])
def test_where_facts_and_the_act_give_two_days_either_may_be_wrong(told: str, tmp_path: Path) -> None:
    published = '[[publication]]\nday = 2015-11-10\nfirst = true\norgan = "x"\nsource = "x"\nconfidence = "high"\n\n'
    facts = told if "on_day" in told else f'{told}\nsource = "a list"\nconfidence = "high"\n\n{published}'.removesuffix(
        'source = "x"\nconfidence = "high"\n\n')
    found = answers(tmp_path, act(), facts=facts, day="2016-07-01")
    assert "attested" not in found["art_1__para_1"]
    assert found["art_2"] == "yes attested Засовы смазывают осенью."


def test_where_facts_and_the_act_give_one_day_the_answer_is_sure(tmp_path: Path) -> None:
    found = answers(tmp_path, act(), facts="on_day = 2017-01-01", day="2016-07-01")
    assert found["art_1__para_1"] == "yes attested Ставни скрипят днем."


@pytest.mark.parametrize(("day", "held"), [("2016-03-01", "attested Ставни скрипят днем."), ("2016-07-01", "unknown"),
                                           ("2017-06-01", "attested Ставни скрипят ночью.")])
def test_where_a_note_and_the_act_give_two_days_either_may_be_wrong(day: str, held: str, tmp_path: Path) -> None:
    editions = {"2015-01-01.md": LAW, "2018-01-01.md": NOTED}
    assert answers(tmp_path, act(), editions, day=day)["art_1__para_1"] == f"yes {held}"


def test_an_act_changes_what_it_names_where_no_edition_shows_the_law_before_it(tmp_path: Path) -> None:
    """The one edition is of a later day, without notes, and prints neither what was before nor what the act brought."""
    editions = {"2018-01-01.md": LAW.replace("днем", "летом")}
    found = answers(tmp_path, act(), editions, day="2016-07-01")
    assert "attested" not in found["art_1__para_1"]
    assert found["art_2"] == "yes attested Засовы смазывают осенью."


@pytest.mark.parametrize(("day", "told"), [("2016-07-01", "no"), ("2018-01-01", "yes attested Ставни красят весной.")])
def test_a_unit_that_an_act_brings_was_not_there_before_it_where_only_a_later_edition_is_held(
        day: str, told: str, tmp_path: Path) -> None:
    item = READ.replace("в пункте 1 статьи 1 слово «днем» заменить словом «ночью».",
                        "статью 1 дополнить пунктом 2 следующего содержания:\n\n«2. Ставни красят весной.».")
    assert answers(tmp_path, act(item), {"2018-01-01.md": LAW}, day=day)["art_1__para_2"] == told


@pytest.mark.parametrize("item", [
    "1. Статью 2 Закона Республики Казахстан от 1 марта 2012 года «О ставнях» исключить.",
    "1. С 1 января 2018 года в Закон Республики Казахстан «О ставнях» внести изменение: статью 2 исключить.",
    "1. В законы «О дверях» и «О ставнях»: статью 2 исключить.",
])
def test_an_act_that_is_said_to_amend_the_law_and_is_not_read_leaves_all_open(item: str, tmp_path: Path) -> None:
    assert {each.partition(" ")[0] for each in answers(tmp_path, act(item)).values()} == {"possible"}


@pytest.mark.parametrize("beside", [
    "Статья 2. Приостановить до 1 января 2019 года действие статьи 2 Закона Республики Казахстан от 1 марта 2012 года «О ставнях».",
    "Статья 2. Признать утратившим силу Закон Республики Казахстан от 1 марта 2012 года «О ставнях».",
])
def test_what_an_act_ends_or_pauses_beside_its_items_is_open(beside: str, tmp_path: Path) -> None:
    assert answers(tmp_path, act(beside=beside))["art_2"].startswith("possible")


@pytest.mark.parametrize("behind", [
    "Лицензии, выданные до введения в действие настоящего Закона, действуют до истечения срока их действия.",
    "Дела, начатые до введения в действие настоящего Закона, завершаются по прежним правилам."])
def test_what_goes_on_beside_the_start_of_an_act_opens_nothing(behind: str, tmp_path: Path) -> None:
    text = act()["Z1500000388"].replace("с 1 января 2017 года.", f"с 1 января 2017 года.\n\n{behind}")
    found = answers(tmp_path, {"Z1500000388": text})
    assert (found["art_1__para_1"], found["art_2"]) == (
        "yes attested Ставни скрипят ночью.", "yes attested Засовы смазывают осенью.")


def test_one_change_is_announced_as_one(tmp_path: Path) -> None:
    one = "Внести в Закон Республики Казахстан от 1 марта 2012 года «О ставнях» следующее изменение:"
    text = act()["Z1500000388"].replace("Внести изменения в следующие законодательные акты Республики Казахстан:", one)
    text = text.replace(READ.splitlines()[0], "").replace("\n\n\n", "\n")
    assert answers(tmp_path, {"Z1500000388": text})["art_1__para_1"] == "yes attested Ставни скрипят ночью."


def test_what_an_act_ends_of_another_law_opens_nothing(tmp_path: Path) -> None:
    beside = "Статья 2. Признать утратившим силу Закон Республики Казахстан от 3 июня 2003 года «О дверях»."
    assert answers(tmp_path, act(beside=beside))["art_2"].startswith("yes attested")


def test_an_act_that_was_repealed_may_never_have_begun(tmp_path: Path) -> None:
    behind = ". Утратил силу Законом Республики Казахстан от 25 декабря 2016 года № 40-VI"
    assert "attested" not in answers(tmp_path, act(behind=behind))["art_1__para_1"]


def test_an_act_that_another_held_act_changes_is_not_believed_in_its_own_words(tmp_path: Path) -> None:
    assert "attested" not in answers(tmp_path, {**act(), "Z1600000040": LATER})["art_1__para_1"]


def test_of_two_instructions_on_the_same_words_neither_gives_the_wording(tmp_path: Path) -> None:
    item = f"""{READ.removesuffix('в пункте 1 статьи 1 слово «днем» заменить словом «ночью».')}1) в пункте 1 статьи 1 слова «скрипят днем» заменить словами «скрипят ночью»;

2) в пункте 1 статьи 1 слово «скрипят» заменить словом «молчат»."""
    found = answers(tmp_path, act(item))
    assert "attested" not in found["art_1__para_1"]
    assert found["art_2"].startswith("yes attested")


@pytest.mark.parametrize("named", ["В Кодекс Республики Казахстан от 1 марта 2012 года «О ставнях»:",
                                   "В Закон Республики Казахстан от 1 марта 2012 года № 8-V «О ставнях»:"])
def test_an_item_that_gives_the_law_another_kind_or_number_may_be_on_another_one(named: str, tmp_path: Path) -> None:
    found = answers(tmp_path, act(READ.replace("В Закон Республики Казахстан от 1 марта 2012 года «О ставнях»:", named)))
    assert {each.partition(" ")[0] for each in found.values()} == {"possible"}


def test_an_item_that_gives_the_number_of_the_law_is_on_it(tmp_path: Path) -> None:
    item = READ.replace("2012 года «О", "2012 года № 7-V «О")
    assert answers(tmp_path, act(item))["art_1__para_1"] == "yes attested Ставни скрипят ночью."


def test_an_act_that_breaks_off_may_have_done_more(tmp_path: Path) -> None:
    torn = act()["Z1500000388"].partition("\n\nСтатья 5.")[0]
    assert answers(tmp_path, {"Z1500000388": torn})["art_2"].startswith("possible")


@pytest.mark.parametrize("led", ["Внести в приказ {} следующие изменения:", "Внести изменения в приказ {} согласно приложению."])
def test_an_import_says_that_an_order_may_amend_the_order_that_its_first_point_names(led: str, tmp_path: Path) -> None:
    named = led.format("Министра ставней от 1 марта 2012 года № 7 «Об утверждении Правил ставней»")
    source = tmp_path / "order.txt"
    source.write_text(f"""О внесении изменений в приказ «Об утверждении Правил ставней»

Приказ Министра ставней Республики Казахстан от 2 ноября 2015 года № 388

В соответствии со статьей 5 Закона «О ставнях» ПРИКАЗЫВАЮ:

1. {named}

пункт 2 исключить.

2. Настоящий приказ вводится в действие со дня его первого официального опубликования.

Министр ставней В. Выдуманный
""", encoding="utf-8")
    words = ["--corpus", str(tmp_path / "corpus"), "--lang", "rus", "--law", "V1500000388", "--number", "388",
             "--adopted", "2015-11-02", "--kind", "order", "--retrieved", "2026-01-01"]
    told = CliRunner().invoke(main, ["import", str(source), *words], catch_exceptions=False)
    assert told.exit_code == 0, told.stderr
    assert [str(day) for day in read_manifest(tmp_path / "corpus" / "V1500000388").amends] == ["2012-03-01"]


def test_an_import_says_that_an_act_may_amend_the_law_that_an_unread_item_names(tmp_path: Path) -> None:
    """Else nothing would tell the build of it."""
    item = "1. Статью 2 Закона Республики Казахстан от 1 марта 2012 года «О ставнях» исключить."
    source = tmp_path / "act.txt"
    source.write_text(act(f"{item}\n\n2. В Закон Республики Казахстан от 3 июня 2003 года «О дверях»:\n\nстатью 4 исключить.")[
        "Z1500000388"], encoding="utf-8")
    words = ["--corpus", str(tmp_path / "corpus"), "--lang", "rus", "--law", "Z1500000388", "--number", "388-V",
             "--adopted", "2015-11-02", "--kind", "law", "--retrieved", "2026-01-01"]
    told = CliRunner().invoke(main, ["import", str(source), *words], catch_exceptions=False)
    assert told.exit_code == 0, told.stderr
    assert {str(day) for day in read_manifest(tmp_path / "corpus" / "Z1500000388").amends} == {"2012-03-01", "2003-06-03"}


@pytest.mark.parametrize("named", ["", " № 7-V"])
def test_an_act_that_names_a_law_without_its_day_is_taken_in_with_the_day_that_a_person_gives(named: str, tmp_path: Path) -> None:
    """Else nothing would tell the build which law it amends, and that law would stay as sure as before."""
    source = tmp_path / "act.txt"
    source.write_text(act(READ.replace(" от 1 марта 2012 года", named))["Z1500000388"], encoding="utf-8")
    words = ["import", str(source), "--corpus", str(tmp_path / "corpus"), "--lang", "rus", "--law", "Z1500000388", "--number", "388-V",
             "--adopted", "2015-11-02", "--kind", "law", "--retrieved", "2026-01-01"]
    told = CliRunner().invoke(main, words, catch_exceptions=False)
    assert told.exit_code == 2
    assert "it amends a law without naming the day on which that was adopted; give that day with --amends" in told.stderr
    told = CliRunner().invoke(main, [*words, "--amends", "2012-03-01"], catch_exceptions=False)
    assert told.exit_code == 0, told.stderr
    assert [str(day) for day in read_manifest(tmp_path / "corpus" / "Z1500000388").amends] == ["2012-03-01"]
