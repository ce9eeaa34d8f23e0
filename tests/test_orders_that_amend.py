"""Orders, resolutions and decrees amend by their points, or by a list in an annex: each is an item on the act that it names.

What such an act approved, as rules, is a text of its own: what is changed there is a finding, and proves nothing of the act.
"""

import pytest

from lawgraph.law.authors import ActKind
from lawgraph.law.document import Finding
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import is_amending, read_act
from lawgraph.replay.instructions import ActItem, AmendingAct

HEAD = "О внесении изменений в приказ\n\nПРИКАЗЫВАЮ:\n\n"
ORDER = ("приказ Министра сельского хозяйства Республики Казахстан от 3 марта 2015 года № 7-1/200 «{}» "
         "(зарегистрирован в Реестре государственной регистрации нормативных правовых актов под № 10711)")
OXEN = f"1. Внести в {ORDER.format('О некоторых вопросах волов')} следующие изменения:\n\n"
END = ("\n\n2. Комитету обеспечить:\n\n1) государственную регистрацию настоящего приказа;\n\n2) его размещение на сайте.\n\n"
       "3. Настоящий приказ вводится в действие с 1 июля 2019 года.\n\nМинистр А. Волов\n")
RULES = "в Правилах содержания волов, утвержденных указанным приказом:\n\nпункт 5 исключить{}"


def _read(text: str) -> AmendingAct:
    source = read_plain(text)
    assert is_amending(source, "rus")
    return read_act(source, "rus")


def _made(item: ActItem) -> list[tuple[str, str]]:
    return [(made.place.step, made.form) for made in item.instructions if not made.refused]


def _kinds(found: tuple[Finding, ...]) -> set[str]:
    return {each.kind for each in found}


def test_a_point_of_an_order_is_an_item_and_the_points_behind_it_close_the_act() -> None:
    act = _read(f"{HEAD}{OXEN}1) пункт 2 исключить;\n\n2) пункт 3 изложить в следующей редакции:\n\n«3. Вол пьет.».{END}")
    (item,) = act.items
    assert (item.number, item.target.kind, item.target.number) == ("1", ActKind.ORDER, "7-1/200")
    assert item.target.title == "О некоторых вопросах волов"
    assert _made(item) == [("1", "F2"), ("2", "F1")]
    assert not item.residue
    assert [str(each.rule.day) for each in act.starts] == ["2019-07-01"]


def test_each_point_on_an_act_is_an_item() -> None:
    text = OXEN.replace("1. Внести", "2. Внести").replace("волов", "ослов").replace("3 марта", "4 мая")
    act = _read(f"{HEAD}{OXEN}пункт 2 исключить.\n\n{text}пункт 6 исключить.\n\n3. Настоящий приказ вводится в действие с 1 июля 2019 года.\n")
    assert [(item.number, str(item.target.adopted), len(item.residue)) for item in act.items] == [
        ("1", "2015-03-03", 0), ("2", "2015-05-04", 0)]


@pytest.mark.parametrize(("words", "kind"), [
    ("Постановление Правительства Республики Казахстан", ActKind.RESOLUTION),
    ("постановление Правительства Республики Казахстан", ActKind.RESOLUTION), ("Указ Президента Республики Казахстан", ActKind.DECREE)])
def test_resolutions_and_decrees_are_amended_likewise(words: str, kind: ActKind) -> None:
    act = _read(f"ПОСТАНОВЛЯЕТ:\n\n1. Внести в {words} от 3 марта 2015 года № 200 «О волах» следующее изменение:\n\nпункт 2 исключить.\n\n"
                "2. Настоящее постановление вводится в действие с 1 июля 2019 года.\n")
    assert [(item.target.kind, _made(item), len(item.residue)) for item in act.items] == [(kind, [("", "F2")], 0)]


def test_what_is_changed_in_approved_rules_is_told_and_is_no_change_of_the_order() -> None:
    act = _read(f"{HEAD}{OXEN}1) пункт 2 исключить;\n\n2) {RULES.format(';')}\n\n3) пункт 4 исключить.{END}")
    (item,) = act.items
    assert _made(item) == [("1", "F2"), ("3", "F2")]
    assert "approved_text" in _kinds(item.findings)
    assert item.residue


@pytest.mark.parametrize("line", [
    "в подпункте 1) пункта 1 Правил, утвержденных указанным приказом, слово «вол» исключить.", "пункт 5 указанных Правил исключить.",
    "Правила содержания волов, утвержденные указанным приказом, изложить в новой редакции согласно приложению к настоящему приказу."])
def test_an_instruction_on_approved_rules_is_residue(line: str) -> None:
    (item,) = _read(f"{HEAD}{OXEN}{line}{END}").items
    assert not item.instructions
    assert item.residue


def test_an_item_on_an_act_that_approves_a_text_proves_nothing() -> None:
    act = _read(f"{HEAD}{OXEN.replace('О некоторых вопросах', 'Об утверждении Правил содержания')}пункт 2 исключить.{END}")
    (item,) = act.items
    assert item.span in item.residue
    assert "approved_text" in _kinds(act.findings)


def test_a_list_that_an_order_approves_is_read_below_its_signature() -> None:
    items = f"1. В {ORDER.format('О волах').replace('приказ ', 'приказе ', 1)}:\n\nпункт 2 исключить.\n\n{OXEN.replace('1.', '2.', 1)}{RULES.format('.')}\n"
    act = _read("ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемый перечень некоторых приказов, в которые вносятся изменения.\n\n"
                f"2. Настоящий приказ вводится в действие с 1 июля 2019 года.\n\nМинистр А. Волов\n\nПриложение\n\n{items}")
    assert [(item.number, item.target.title, len(item.instructions), bool(item.residue)) for item in act.items] == [
        ("1", "О волах", 1, False), ("2", "О некоторых вопросах волов", 0, True)]
    assert [str(each.rule.day) for each in act.starts] == ["2019-07-01"]


@pytest.mark.parametrize("words", ["постановлении Правительства", "Указе Президента", "приказе и.о. Министра юстиции"])
def test_an_entry_of_a_list_names_its_act_where_it_stands(words: str) -> None:
    act = _read("1. Утвердить прилагаемые изменения, которые вносятся в некоторые решения.\n\n2. Настоящее постановление вводится в действие с 1 июля "
                f"2019 года.\n\nПриложение\n\n1. В {words} Республики Казахстан от 3 марта 2015 года № 200 «О волах»:\n\nпункт 2 исключить.\n")
    assert [(item.target.title, _made(item), len(item.residue)) for item in act.items] == [("О волах", [("", "F2")], 0)]


@pytest.mark.parametrize("wording", ["5. Вол.\n\n6. Осел.", "1. Вол.\n\n2. Осел.", "«1. Вол «серый.\n\n2. Осел."])
def test_a_wording_that_looks_like_the_next_point_is_no_sure_one(wording: str) -> None:
    (item,) = _read(f"{HEAD}{OXEN}пункт {wording[wording[0] == '«']} изложить в следующей редакции:\n\n{wording}{END}").items
    assert item.residue or not _made(item)


def test_an_item_whose_number_was_put_in_later_is_read() -> None:
    act = _read("Статья 1. Внести изменения в следующие законодательные акты Республики Казахстан:\n\n5-1. В Закон Республики Казахстан "
                "от 3 марта 2011 года «О солнечных часах»:\n\nстатью 5 исключить.\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года.\n")
    assert [(item.number, _made(item)) for item in act.items] == [("5-1", [("", "F2")])]
