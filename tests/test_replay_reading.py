"""Amending acts are read in their own words: items, instructions, wordings, printings, days; nothing is passed over."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawgraph.commands.cli import main
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.addresses import written
from lawgraph.replay.clauses import clauses_of
from lawgraph.replay.forms import FormRow
from lawgraph.replay.in_two_languages import differences
from lawgraph.replay.instructions import AmendingAct, Instruction
from lawgraph.replay.starts import rules_for

ACT = Path(__file__).with_name("replay") / "act.rus.txt"
HEAD = "О внесении изменений\nСтатья 1. Внести изменения в следующие законодательные акты Республики Казахстан:\n"
ITEM = f"{HEAD}1. В Закон Республики Казахстан от 17 июня 2012 года «О колоколах»:\n"
END = "\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2016 года.\n"
TEN_DAYS = OperationRule(RuleKind.AFTER_PUBLICATION, days=10)
NEW_YEAR = OperationRule(RuleKind.ON_DAY, day=date(2016, 1, 1))


def act(text: str) -> AmendingAct:
    return read_act(read_plain(text), "rus")


def made(read: AmendingAct) -> list[Instruction]:
    return [each for item in read.items for each in item.instructions]


@pytest.fixture(scope="module")
def sample() -> AmendingAct:
    return act(ACT.read_text(encoding="utf-8"))


def test_each_item_names_its_law_by_kind_day_and_title(sample: AmendingAct) -> None:
    assert [(each.number, each.target.kind, each.target.adopted, each.target.title) for each in sample.items] == [
        ("1", "law", date(2011, 3, 3), "О башенных часах"), ("2", "law", date(2012, 6, 17), "О колоколах")]
    assert all(each.whole for each in sample.items)
    assert [each.kind for each in sample.items[1].findings] == ["misprint"]


def test_a_list_of_printings_is_data(sample: AmendingAct) -> None:
    told = sample.items[0].target.printings
    assert [(each.year, each.issues, each.articles) for each in told[:3]] == [
        ("2011", "4", "17"), ("2011", "9", "51, 52"), ("2013", "2", "10")]
    assert (told[3].adopted, told[3].organs, told[3].printed) == (
        date(2014, 5, 6), ("Часовщик", "Вечерний звон"), date(2014, 5, 9))


def test_instructions_stand_under_the_headings_that_may_contain_them(sample: AmendingAct) -> None:
    told = [(each.place.step, each.form, *map(written, (*each.edit.targets, *each.edit.new))) for each in made(sample)]
    assert told == [
        ("1", FormRow.CONTENTS, "toc__art_9", "toc__sec_3"),
        ("2", FormRow.STRIKE, "art_6__para_1__point_2"),
        ("2", FormRow.INSERT, "art_6__para_1", "point_4-1"),
        ("2", FormRow.APPEND, "art_6__para_1__al_2"),
        ("2", FormRow.INSERT, "art_6", "para_1-1"),
        ("3", FormRow.RESTATE, "art_7__point_1", "art_7__point_2", "art_7__point_5"),
        ("4", FormRow.STRIKE, "art_8__para_1__point_1", "art_8__para_2__point_2"),
        ("5", FormRow.THROUGHOUT, "art_9__heading", "art_9"),
        ("", FormRow.PUT_BESIDE, "art_4__para_3"), ("", FormRow.STRIKE_WORDS, "art_4__para_3")]


def test_wordings_come_in_blocks(sample: AmendingAct) -> None:
    restated = made(sample)[5]
    assert [each.lines for each in restated.wordings] == [("1) чистят колеса;", "2) точат зубцы;"), ("5) ведут книгу боя;",)]
    text = ACT.read_text(encoding="utf-8")
    assert text[restated.wordings[1].span.start:restated.wordings[1].span.end] == "«5) ведут книгу боя;»;"


def test_exceptions_count_the_paragraphs_of_a_step_wordings_included(sample: AmendingAct) -> None:
    rules = [rules_for(sample, each) for each in made(sample)]
    assert rules == [(NEW_YEAR,), (NEW_YEAR,), (NEW_YEAR, TEN_DAYS), (TEN_DAYS,), (TEN_DAYS,), (TEN_DAYS,),
                     (NEW_YEAR,), (TEN_DAYS,), (NEW_YEAR,), (NEW_YEAR,)]


def test_a_word_that_has_no_slot_leaves_a_residue_wherever_it_stands() -> None:
    """Every character is owned: a strange word outside of quotations is never passed over."""
    whole = "\n".join((ITEM + "1) в пункте 3 статьи 4 слова «из меди» заменить словами «из бронзы»;", "2) в статье 5:",
                       "подпункты 1) и 3) исключить;", "дополнить пунктом 6 следующего содержания:", "«6. Бьют.».", END))
    assert act(whole).items[0].whole
    begin, end = len(ITEM) + 3, whole.index("«6.")
    for place in (match.start() for match in re.finditer(r"(?<=\s)(?=[^\W\d])", whole)):
        if begin <= place < end and whole.count("«", 0, place) == whole.count("»", 0, place):
            read = act(f"{whole[:place]}бум {whole[place:]}")
            assert not all(item.whole for item in read.items), whole[place:place + 30]


@pytest.mark.parametrize(("body", "residue", "read"), [
    ("1) пункт 1 статьи 4 изложить в следующей редакции:\n«1. Лошади.»;\n2) пункт 2 статьи 4 переставить в конец;\n3) пункт 3 статьи 4 исключить.", ["2) пункт 2 статьи 4 переставить в конец;"], ["art_4__para_1", "art_4__para_3"]),
    ("1) в пункте 4 статьи пятой с половиной:\nпункт 14 исключить;\n2) статью 6 исключить.",
     ["в пункте 4 статьи пятой с половиной:", "пункт 14 исключить;"], ["art_6"]),
    ("статью 5 изложить в следующей редакции:\n«Статья 5. Колокол\nКолокол льют.", ["статью 5 изложить"], []),
])
def test_what_is_not_understood_is_residue_and_takes_nothing_with_it(body: str, residue: list[str], read: list[str]) -> None:
    text = ITEM + body + END
    item = act(text).items[0]
    assert [text[each.start:each.end].startswith(told.removeprefix("2) ")) for each, told in zip(item.residue, residue, strict=True)]
    assert [written(target) for each in item.instructions for target in each.edit.targets] == read
    assert not item.whole
    assert item.findings


def test_a_wording_that_never_closes_ends_with_its_item() -> None:
    text = f"{ITEM}статью 5 изложить в следующей редакции:\n«Статья 5. Колокол\n" + ITEM.removeprefix(HEAD).replace("1.", "2.") + f"статью 3 исключить.{END}"
    first, second = act(text).items
    assert [each.kind for each in first.findings] == ["unclosed_wording"]
    assert (first.whole, second.whole, second.number) == (False, True, "2")


@pytest.mark.parametrize(("exception", "unsure"), [
    ("", False), (", за исключением пункта 1 статьи 1, который вводится в действие с 1 января 2017 года", False),
    (", но не ранее 1 января 2017 года", True), (" либо позже", True),
    (", за исключением положений о звоне, которые вводятся в действие с 1 января 2017 года, кроме звона", True),
    (", за исключением положений о звоне с 1 марта 2018 года, которые вводятся в действие с 1 января 2017 года", True),
    (", за исключением положений о звоне", True),
])
def test_what_a_commencement_adds_and_nobody_understands_leaves_all_days_bounded(exception: str, *, unsure: bool) -> None:
    read = act(f"{ITEM}статью 5 исключить.\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2016 года{exception}.")
    assert read.unsure_starts is unsure
    assert any(rule.kind is RuleKind.UNSTATED for rule in rules_for(read, made(read)[0])) is unsure


@pytest.mark.parametrize("excepted", ["подпункта 7) пункта 1 статьи 1, который вводится", "положений о звоне, которые вводятся"])
def test_what_is_excepted_in_words_alone_starts_with_the_act_or_on_the_day_that_is_told(excepted: str) -> None:
    start = f"Статья 2. Настоящий Закон вводится в действие с 1 января 2016 года, за исключением {excepted} в действие с 1 января 2017 года."
    read = act(f"{ITEM}статью 5 исключить.\n{start}")
    assert {rule.day for rule in rules_for(read, made(read)[0])} == {date(2016, 1, 1), date(2017, 1, 1)}


@pytest.mark.parametrize(("target", "kind"), [
    ("В Указ Президента Республики Казахстан, имеющий силу Закона, от 17 июня 2012 года № 2483 «О колоколах»", "decree"),
    ("В Конституционный закон Республики Казахстан от 17 июня 2012 года «О колоколах»", "constitutional-law"),
    ("В Кодекс Республики Казахстан от 17 июня 2012 года «О Законах звона»", "code"),
])
def test_the_kind_of_a_law_is_the_first_that_its_name_tells(target: str, kind: str) -> None:
    item, = act(f"{HEAD}1. {target}:\n1) статью 5 исключить.{END}").items
    assert (item.target.kind, item.whole) == (kind, True)


def test_an_act_without_articles_ends_with_its_signature() -> None:
    read = act("О внесении изменений\nВнести в Закон Республики Казахстан от 17 июня 2012 года «О колоколах» следующие изменения:\n"
               "пункт 1 статьи 4 исключить;\nпункт 3 статьи 2 исключить.\nПрезидент Республики Казахстан")
    assert [len(each.instructions) for each in read.items if each.whole] == [2]


def test_an_extent_in_words_narrows_its_own_part_alone() -> None:
    read = act(ITEM + "1) статью 5 исключить;\n2) статью 6 исключить.\nСтатья 2. Настоящий Закон вводится в действие с 1 января "
               "2016 года, за исключением подпункта 1), в части касающейся малых башен, подпункта 2) пункта 1 статьи 1, "
               "которые вводятся в действие с 1 июля 2017 года.")
    assert [len(rules_for(read, each)) for each in made(read)] == [2, 1]


def test_a_footnote_shows_that_the_act_is_consolidated_and_an_omission_is_declared() -> None:
    read = act(f"{ITEM}статью 5 исключить.\n[…]\nСноска. Статья 1 с изменением, внесенным Законом РК от 10.12.2017 № 153-V." + END)
    assert (read.noted, read.omitted, read.items[0].whole) == ((date(2017, 12, 10),), True, True)


def test_an_act_on_one_law_has_its_steps_under_the_preamble() -> None:
    read = act("О внесении изменений в Закон «О колоколах»\nСтатья 1. Внести в Закон Республики Казахстан от 17 июня 2012 года "
               "«О колоколах» (Ведомости Парламента Республики Казахстан, 2012 г., № 11, ст. 80) следующие изменения:\n"
               "1) статью 5 исключить;\n2) в статье 6 цифры «10» заменить цифрами «12»." + END)
    assert [(each.place.step, each.form) for each in made(read)] == [("1", FormRow.STRIKE), ("2", FormRow.REPLACE)]
    assert read.items[0].whole


@pytest.mark.parametrize(("text", "targets"), [
    ("28-баптың 1-тармағы мен 29-баптың 2 және 3-тармақтары алып тасталсын;", ["art_28__para_1", "art_29__para_2", "art_29__para_3"]),
    ("5-баптың 2-тармағының 1) тармақшасы, 3) тармақшасының екінші абзацы алып тасталсын;",
     ["art_5__para_2__point_1", "art_5__para_2__point_3__indent_2"]),
])
def test_kazakh_names_the_larger_unit_first_and_shares_heads(text: str, targets: list[str]) -> None:
    clauses = clauses_of(text, "kaz")
    assert clauses
    assert [written(each) for each in clauses[0].targets] == targets


KAZ_HEAD = "Өзгерістер енгізу туралы\n1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер енгізілсін:\n"
KAZ_ITEM = f"{KAZ_HEAD}1. «Қоңыраулар туралы» 2012 жылғы 17 маусымдағы Қазақстан Республикасының Заңына:\n"
KAZ_END = "\n2-бап. Осы Заң 2016 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.\n"


@pytest.mark.parametrize(("body", "end", "told"), [
    ("5-баптың 2-тармағы алып тасталсын;\n6-баптың 1) тармақшасы «мыс» деген сөзден кейін «қола» деген сөзбен толықтырылсын.", KAZ_END, []),
    ("5-баптың 3-тармағы алып тасталсын;\n6-баптың 1) тармақшасы «мыс» деген сөзден кейін «қола» деген сөзбен толықтырылсын.", KAZ_END,
     ["art_5__para_2 is changed in item 1 (line 3 in rus, 3 in kaz) in rus alone",
      "art_5__para_3 is changed in item 1 (line 3 in rus, 3 in kaz) in kaz alone"]),
    ("5-баптың 2-тармағы алып тасталсын;\n6-баптың 1) тармақшасы алып тасталсын.", KAZ_END.replace("2016", "2017"),
     ["art_5__para_2 is changed in item 1 (line 3 in rus, 3 in kaz) with other rules of commencement",
      "art_6__point_1 is changed in item 1 (line 3 in rus, 3 in kaz) with other rules of commencement"]),
])
def test_two_languages_change_the_same_units_from_the_same_day_with_verbs_of_their_own(body: str, end: str, told: list[str]) -> None:
    one = act(f"{ITEM}пункт 2 статьи 5 исключить;\nв подпункте 1) статьи 6 слово «медь» заменить словом «бронза».{END}")
    other = read_act(read_plain(KAZ_ITEM + body + end), "kaz")
    assert [each.message for each in differences(one, other)] == told


@pytest.mark.parametrize(("end", "unsure"), [
    (" енгізіледі", False), (" енгізіледі және 2018 жылғы 1 қаңтарға дейін қолданылады", True),
    (" енгізіледі. Осы Заң 2018 жылғы 1 қаңтарға дейін күшінде болады", True),
])
def test_a_start_in_kazakh_that_tells_of_an_end_is_not_understood(*, end: str, unsure: bool) -> None:
    read = read_act(read_plain(f"{KAZ_ITEM}5-баптың 2-тармағы алып тасталсын.{KAZ_END.replace(' енгізіледі', end)}"), "kaz")
    assert read.unsure_starts is unsure


def test_the_command_prints_a_table_and_json(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["instructions", str(ACT), "--law", "колокол"], catch_exceptions=False).stdout
    assert "F4" in told
    assert "F1 " not in told
    answer = json.loads(CliRunner().invoke(main, ["instructions", str(ACT), "--format", "json"]).stdout)
    assert [len(item["instructions"]) for item in answer["items"]] == [8, 2]
    parsed = CliRunner().invoke(main, ["parse", str(ACT), "--lang", "rus"], catch_exceptions=False)
    assert "lawgraph instructions" in parsed.stderr
    (tmp_path / "law.txt").write_text("Статья 1. Колокола\nКолокола льют.", encoding="utf-8")
    refused = CliRunner().invoke(main, ["instructions", str(tmp_path / "law.txt")])
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
