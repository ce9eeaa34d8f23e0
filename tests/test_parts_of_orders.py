"""An item on a part of an act, and what an order approved, named in whichever way: nothing of it is of another text.

"Amend the Rules approved by the order", "amend Article 5 of the Law", "annex 2 to those Rules", "annex 1 to that order".
"""

import pytest

from lawgraph.law.authors import ActKind
from lawgraph.parsing.document import parse_law
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.addresses import written
from lawgraph.replay.applying import apply_item
from lawgraph.replay.effects import effects_of
from lawgraph.replay.instructions import ActItem, AmendingAct
from lawgraph.replay.naming import AmendedLaw, items_on
from lawgraph.replay.state import Node, law_of, texts_of
from test_orders_that_amend import END, HEAD, LAW, ORDER, OXEN, STAMP

OF_ORDER = "приказом Министра сельского хозяйства Республики Казахстан от 3 марта 2015 года № 7-1/200"
NAMED = f"1. Внести в Правила содержания волов, утвержденные {OF_ORDER} {{}}, следующие изменения:\n\n"
LISTED = "(зарегистрирован в Реестре государственной регистрации нормативных правовых актов под № 10711)"
RULES = "в Правилах содержания волов, утвержденных указанным приказом:\n\n"
APPROVING = OXEN.replace("О некоторых вопросах", "Об утверждении Правил содержания")
ANNEXED = "Приложение 1\n\nк Правилам содержания волов\n\nМеры корма\n\n1. Сено.\n\n2. Овес.\n"


def _act(steps: str, opening: str = OXEN) -> AmendingAct:
    return read_act(read_plain(f"{HEAD}{opening}{steps}{END}"), "rus")


def _item(steps: str, opening: str = OXEN) -> ActItem:
    (item,) = _act(steps, opening).items
    return item


def _held(behind: str = "") -> Node:
    text = LAW.format(stamp=STAMP.replace("Утверждены\n\nприказом", "Приложение 1\n\nк приказу"), title="Правила содержания волов", chapter="")
    law = parse_law(read_plain(f"{text}\n{behind}"), "rus", "law.txt")
    return law_of(law.provisions, law.title)


def _gone(steps: str, opening: str = OXEN, behind: str = "") -> tuple[set[str], list[str]]:
    before = _held(behind)
    applied = apply_item(_item(steps, opening).instructions, before, "rus")
    return {*texts_of(before)} - {*texts_of(applied.law)}, list(applied.refused.values())


@pytest.mark.parametrize("listed", [LISTED, f"«О некоторых вопросах волов» {LISTED}", ""])
def test_rules_that_the_line_of_an_item_names_are_where_its_units_are(listed: str) -> None:
    opening = NAMED.format(listed).replace(" ,", ",")
    assert _item("пункт 2 исключить.", opening).whole
    assert _gone("пункт 2 исключить.", opening) == ({"annex_1__para_2"}, [])
    assert _gone("1) пункт 2 исключить;\n\n2) пункт 4 исключить.", opening) == ({"annex_1__para_2", "annex_1__para_4"}, [])
    assert _gone("пункт 2 исключить.", opening.replace("волов,", "ослов,")) == (set(), ["absent_unit"])


@pytest.mark.parametrize(("part", "gone"), [
    ("приложение 1 к приказу", {"annex_1__para_2"}), ("пункт 2 приказа", set()), ("приказ", {"para_2"})])
def test_a_part_that_the_line_of_an_item_names_is_where_its_units_are(part: str, gone: set[str]) -> None:
    opening = f"1. Внести в {ORDER.format('О волах').replace('приказ', part, 1)} следующее изменение:\n\n"
    assert _gone("пункт 2 исключить.", opening)[0] == gone


@pytest.mark.parametrize("part", ["форму отчета", "отдельные положения", "статьи 1 – 3", "некоторые пункты"])
def test_nothing_under_a_part_that_is_not_read_is_of_the_law(part: str) -> None:
    text = f"О внесении изменений\n\nСтатья 1. Внести в {part} Закона Республики Казахстан от 3 мая 2001 года «О волах» следующие изменения:\n\n{{}}\n"
    for steps in ("подпункт 2) исключить.", "1) подпункт 2) исключить;\n\n2) статью 4 исключить."):
        act = read_act(read_plain(text.format(steps)), "rus")
        assert not any(item.instructions for item in act.items)
        assert act.unread or all(item.residue for item in act.items)


def test_a_unit_of_the_same_rank_is_none_of_the_part_that_the_item_is_on() -> None:
    act = read_act(read_plain("О внесении изменений\n\nСтатья 1. Внести в статью 5 Закона Республики Казахстан от 3 мая 2001 года «О волах» следующие "
                              "изменения:\n\n1) подпункт 2) исключить;\n\n2) пункт 3 исключить.\n"), "rus")
    assert [written(target) for made in act.items[0].instructions for target in made.edit.targets] == ["art_5__point_2", "art_5__para_3"]


@pytest.mark.parametrize(("line", "gone"), [
    ("подпункт 1) пункта 2 исключить;\n\nприложение 1 к указанным Правилам исключить.", {"annex_1__annex_1__para_1", "annex_1__annex_1__para_2"}),
    ("приложение 1 к Правилам исключить.", {"annex_1__annex_1__para_1", "annex_1__annex_1__para_2"}),
    ("приложение 1 к Правилам содержания волов исключить.", {"annex_1__annex_1__para_1", "annex_1__annex_1__para_2"}),
    ("в приложении 1 к указанным Правилам:\n\nпункт 2 исключить.", {"annex_1__annex_1__para_2"})])
def test_an_annex_to_the_rules_is_none_of_the_order(line: str, gone: set[str]) -> None:
    item = _item(f"{RULES}{line}")
    assert item.whole
    left = {each for each in _gone(f"{RULES}{line}", behind=ANNEXED)[0] if not each.endswith("heading")}
    assert left == gone


def test_an_annex_of_the_order_is_none_of_the_rules_under_whose_heading_it_stands() -> None:
    line = f"{RULES}пункт 2 исключить;\n\nприложение 1 к указанному приказу исключить."
    assert [written(target) for made in _item(line).instructions for target in made.edit.targets] == ["annex__para_2", "annex_1"]
    line = f"{RULES}пункт 2 исключить;\n\nв приложении 3 к указанному приказу:\n\nпункт 1 исключить."
    assert [written(target) for made in _item(line).instructions for target in made.edit.targets] == ["annex__para_2", "annex_3__para_1"]


@pytest.mark.parametrize("line", ["пункт 5 указанных Правил исключить.", "пункт 5 Правил исключить.", "в указанных Правилах:\n\nпункт 5 исключить.",
                                  "в пункте 2 указанных Правил слово «ест» исключить;\n\nпункт 5 указанных Правил исключить."])
def test_rules_are_named_again_by_their_first_word(line: str) -> None:
    steps = f"1) {RULES}пункт 2 исключить;\n\n2) {line}"
    assert "annex_1__para_5" in _gone(steps)[0]
    assert "annex_1__para_5" in _gone(line, APPROVING)[0]


def test_of_two_texts_that_were_named_neither_is_meant() -> None:
    other = RULES.replace("волов", "ослов")
    item = _item(f"1) {RULES}пункт 2 исключить;\n\n2) {other}пункт 2 исключить;\n\nпункт 3 указанных Правил исключить;\n\n3) пункт 5 указанных Правил исключить.")
    assert [made.place.step for made in item.instructions] == ["1", "2", "2"]
    item = _item(f"1) {RULES}пункт 2 исключить;\n\nпункт 3 Правил содержания ослов, утвержденных указанным приказом, исключить;\n\n"
                 "пункт 4 указанных Правил исключить;\n\nпункт 5 исключить;\n\n2) пункт 2 исключить.")
    assert [[written(target) for target in made.edit.targets] for made in item.instructions] == [["annex__para_2"], ["annex__para_3"], ["para_2"]]
    assert len(item.residue) == 2


def test_of_two_texts_those_rules_may_be_either() -> None:
    other = RULES.replace("волов", "ослов")
    item = _item(f"1) {RULES}пункт 2 исключить;\n\n2) {other}пункт 2 исключить;\n\n3) пункт 5 указанных Положения и Правил исключить.")
    assert len(item.instructions) == 2
    assert item.residue
    item = _item(f"1) {RULES}пункт 2 исключить;\n\n2) пункт 3 Правил содержания ослов, утвержденных указанным приказом, исключить;\n\n"
                 "3) пункт 4 исключить;\n\n4) пункт 5 Положения исключить.")
    assert [made.place.step for made in item.instructions] == ["1", "2", "3"]


def test_what_stands_under_a_unit_of_rules_is_of_them_and_nothing_behind_it() -> None:
    steps = "пункт 3 Правил содержания волов, утвержденных указанным приказом, исключить;\n\nв пункте 2 указанных Правил:\n\nслово «ест» исключить;\n\n{}"
    item = _item(steps.format("пункт 4 исключить."))
    assert [written(target) for made in item.instructions for target in made.edit.targets] == ["annex__para_3", "annex__para_2"]
    assert item.residue


def test_rules_that_are_worded_in_an_annex_are_open_and_no_more() -> None:
    text = ("1) пункт 2 исключить;\n\n2) Правила содержания волов, утвержденные указанным приказом, изложить в новой редакции согласно приложению "
            "к настоящему приказу.")
    assert _item(text).whole
    assert _gone(text) == ({"para_2"}, ["opaque_table"])
    told = effects_of(_item(text).instructions, _held(), "rus")
    assert [(each.eid, each.reach is not None) for each in told.effects] == [("para_2", False), ("annex_1", True)]


def test_a_new_annex_is_brought_with_words_that_are_not_told() -> None:
    text = "дополнить приложением {} согласно приложению 1 к настоящему приказу."
    told = effects_of(_item(text.format(3)).instructions, _held(), "rus")
    assert [(each.eid, each.action, each.later) for each in told.effects] == [("annex_3", "insertion", None)]
    for there in ("1", ""):
        told = effects_of(_item(text.format(there)).instructions, _held(), "rus")
        assert (told.effects, told.whole) == ((), False)


@pytest.mark.parametrize("steps", [
    "преамбулу исключить", "заголовок изложить в следующей редакции:\n\n«О волах»", "приложение 2 к указанному приказу исключить",
    "пункт 1 изложить в следующей редакции:\n\n«1. Утвердить Правила содержания волов согласно приложению.»"])
def test_of_an_act_that_approves_a_text_some_instructions_can_be_of_the_act_alone(steps: str) -> None:
    assert _item(f"1) {steps}.", APPROVING).whole
    assert _item(f"1) {RULES}пункт 2 исключить;\n\n2) {steps}.", APPROVING).whole


@pytest.mark.parametrize("steps", [
    "пункт 1 изложить в следующей редакции:\n\n«1. Вол пьет.»", "приложение 2 исключить", "пункт 2 исключить"])
def test_of_an_act_that_approves_a_text_others_may_be_of_that(steps: str) -> None:
    assert not _item(f"1) {steps}.", APPROVING).whole
    assert not _item(f"1) {RULES}пункт 2 исключить;\n\n2) {steps}.", APPROVING).whole
    assert _item(f"1) {steps};\n\n2) {RULES}пункт 2 исключить.", APPROVING).whole


def test_an_order_of_several_is_known_by_the_day_and_number_of_each() -> None:
    act = _act("пункт 2 исключить.", "1. Внести в совместный приказ Министра волов Республики Казахстан от 1 марта 2015 года № 12 и исполняющего обязанности "
               "Министра ослов и мулов Республики Казахстан от 3 марта 2015 года № 13 «О волах» следующее изменение:\n\n")
    (item,) = act.items
    assert item.whole
    for day, number, held in ((1, "12", 1), (3, "13", 1), (3, "14", 0), (2, "12", 0)):
        law = AmendedLaw("x", item.target.adopted.replace(day=day), (), number, ActKind.ORDER) if item.target.adopted else None
        assert law
        assert len(items_on(act, law)) == held


@pytest.mark.parametrize(("line", "units"), [
    ("пункт 1 статьи 3 исключить; пункт 3 исключить", ["art_3__para_1", "art_3__para_3"]),
    ("подпункт 1) пункта 2 статьи 3 исключить; подпункт 3) исключить", ["art_3__para_2__point_1", "art_3__para_2__point_3"]),
    ("пункт 1 статьи 3 исключить; статью 4 исключить", ["art_3__para_1", "art_4"]),
    ("в пункте 1 статьи 3 слово «вол» исключить; дополнить словами «осел»", ["art_3__para_1", "art_3__para_1"]),
    ("пункт 1 статьи 3 дополнить словами «осел»; подпункт 2) исключить", []),
    ("пункт 1 главы 3 исключить; пункт 3 исключить", []), ("пункт 1 приложения 3 исключить; пункт 3 исключить", []),
    ("в заголовках статей 2 и 3, пункте 1 статьи 4 слово «вол» исключить", ["art_2__heading", "art_3__heading", "art_4__para_1"]),
    ("в заголовках статей 2 и 3, пункте 1 слово «вол» исключить", [])])
def test_a_later_unit_is_none_of_the_act_itself(line: str, units: list[str]) -> None:
    act = read_act(read_plain("О внесении изменений\n\nСтатья 1. Внести в Закон Республики Казахстан от 3 мая 2001 года «О волах» следующие изменения:\n\n"
                              f"1) {line}.\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года.\n"), "rus")
    assert [written(target) for made in act.items[0].instructions for target in made.edit.targets] == units
    assert act.items[0].whole is bool(units)


@pytest.mark.parametrize(("steps", "gone"), [
    ("в главе 2:\n\nпункт 5 исключить.", {"annex_1__para_5"}), ("пункт 5 главы 2 исключить.", {"annex_1__para_5"}),
    ("в главе 1:\n\nпункт 5 исключить.", set()), ("в главе 2:\n\nпункт 3 исключить.", set()),
    ("в главе 1:\n\nпункт 3 исключить;\n\nв главе 2:\n\nпункты 4 и 6 исключить.", {"annex_1__para_3", "annex_1__para_4", "annex_1__para_6"})])
def test_a_point_of_a_chapter_of_rules_is_found_behind_its_heading(steps: str, gone: set[str]) -> None:
    text = LAW.format(stamp=STAMP, title="Правила содержания волов", chapter="Глава 1. О волах\n\n")
    held = parse_law(read_plain(text.replace("4. Вол стоит", "Глава 2. О яслях\n\n4. Вол стоит")), "rus", "law.txt")
    before = law_of(held.provisions, held.title)
    applied = apply_item(_item(f"{RULES}{steps}").instructions, before, "rus")
    assert {*texts_of(before)} - {*texts_of(applied.law)} == gone
    assert bool(applied.refused) is not bool(gone)
