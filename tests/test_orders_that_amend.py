"""Orders, resolutions and decrees amend by their points, or by a list in an annex: each is an item on the act that it names.

What such an act approved, as rules, is a text of its own, an annex that is known by its title: what is changed there is of that
annex, and of nothing where the law that is held has none of that title.
"""

import pytest

from lawgraph.law.authors import ActKind
from lawgraph.law.document import Finding
from lawgraph.parsing.document import parse_law
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import is_amending, read_act
from lawgraph.replay.addresses import written
from lawgraph.replay.applying import apply_item
from lawgraph.replay.instructions import ActItem, AmendingAct
from lawgraph.replay.starts import rules_for
from lawgraph.replay.state import law_of, texts_of

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


STEPS = f"1) пункт 2 исключить;\n\n2) {RULES.format(';')}\n\n3) пункт 4 исключить."
LAW = ("О некоторых вопросах волов\n\nПриказ Министра волов Республики Казахстан от 3 марта 2015 года № 7-1/200.\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить Правила.\n\n"
       "2. Волов считать.\n\n3. Волов поить.\n\n4. Волов кормить.\n\n5. Настоящий приказ вводится в действие с 1 апреля 2015 года.\n\nМинистр А. Волов\n\n"
       "{stamp}{title}\n\n{chapter}1. Вол пьет.\n\n2. Вол ест.\n\n3. Вол спит.\n\n4. Вол стоит.\n\n5. Вол лежит.\n\n6. Вол пашет.\n")
STAMP = "Утверждены\n\nприказом Министра волов\n\nРеспублики Казахстан\n\nот 3 марта 2015 года № 7-1/200\n\n"


def _gone(steps: str, title: str = "Правила содержания волов", chapter: str = "") -> tuple[set[str], list[str]]:
    """Return what is gone from the order and what it approved, and why instructions are held back."""
    (item,) = _read(f"{HEAD}{OXEN}{steps}{END}").items
    law = parse_law(read_plain(LAW.format(stamp=STAMP, title=title, chapter=chapter)), "rus", "law.txt")
    before = law_of(law.provisions, law.title)
    applied = apply_item(item.instructions, before, "rus")
    after = texts_of(applied.law)
    return {eid for eid in texts_of(before) if eid not in after}, list(applied.refused.values())


@pytest.mark.parametrize("chapter", ["", "Глава 1. О волах\n\n"])
def test_what_is_changed_in_approved_rules_is_of_the_annex_with_their_title(chapter: str) -> None:
    (item,) = _read(f"{HEAD}{OXEN}{STEPS}{END}").items
    assert _made(item) == [("1", "F2"), ("2", "F2"), ("3", "F2")]
    assert not item.residue
    assert _gone(STEPS, chapter=chapter) == ({"para_2", "annex_1__para_5", "para_4"}, [])


@pytest.mark.parametrize("title", ["Правила содержания ослов", "Положение о содержании волов", "Порядок содержания волов", "Правила", "Правила содержания волов и ослов"])
def test_what_is_changed_in_rules_that_are_not_held_is_held_back(title: str) -> None:
    assert _gone(STEPS, title=title) == ({"para_2", "para_4"}, ["absent_unit"])


def test_a_unit_of_the_order_is_none_of_what_it_approved() -> None:
    assert _gone("пункт 6 исключить.") == (set(), ["absent_unit"])
    assert _gone("пункт 2 исключить.") == ({"para_2"}, [])


@pytest.mark.parametrize("steps", [
    f"пункт 2 исключить;\n\n{RULES.format(';')}\n\n1) пункт 4 исключить.", f"1) пункт 2 исключить;\n\n{RULES.format(';')}\n\n2) пункт 4 исключить."])
def test_a_step_behind_a_heading_that_stands_in_none_may_be_of_either_text(steps: str) -> None:
    (item,) = _read(f"{HEAD}{OXEN}{steps}{END}").items
    assert item.residue
    assert "another_item" in _kinds(item.findings)


def test_a_chapter_of_approved_rules_does_not_close_their_heading_and_what_is_in_it_is_not_told() -> None:
    heading, chapter = RULES.split("\n", maxsplit=1)[0], "Глава 1. О волах\n\n"
    assert _gone(f"1) {heading}\n\nглаву 1 исключить;\n\nпункт 2 исключить.", chapter=chapter) == ({"annex_1__para_2"}, ["unclear_parts"])
    text = f"{heading}\n\nдополнить главой 2 следующего содержания:\n\n«Глава 2. О яслях\n\n7. Ясли чистят.»."
    assert _gone(text, chapter=chapter) in ((set(), ["unclear_parts"]), (set(), ["unclear_wording"]))


def test_a_heading_above_all_steps_holds_for_them() -> None:
    heading = RULES.split("\n", maxsplit=1)[0]
    assert _gone(f"{heading}\n\n1) пункт 2 исключить;\n\n2) пункт 4 исключить.") == ({"annex_1__para_2", "annex_1__para_4"}, [])


@pytest.mark.parametrize("line", [
    "в подпункте 1) пункта 1 Правил, утвержденных указанным приказом, слово «вол» исключить.", "пункт 5 указанных Правил исключить."])
def test_an_instruction_on_rules_that_nothing_names_is_residue(line: str) -> None:
    (item,) = _read(f"{HEAD}{OXEN}{line}{END}").items
    assert not item.instructions
    assert item.residue


def test_an_item_on_an_act_that_approves_a_text_proves_nothing() -> None:
    act = _read(f"{HEAD}{OXEN.replace('О некоторых вопросах', 'Об утверждении Правил содержания')}пункт 2 исключить.{END}")
    (item,) = act.items
    assert item.span in item.residue
    assert "approved_text" in _kinds(act.findings)
    (item,) = _read(f"{HEAD}{OXEN.replace('О некоторых вопросах', 'Об утверждении Правил содержания')}{RULES.format('.')}{END}").items
    assert not item.residue


def test_a_list_that_an_order_approves_is_read_below_its_signature() -> None:
    items = f"1. В {ORDER.format('О волах').replace('приказ ', 'приказе ', 1)}:\n\nпункт 2 исключить.\n\n{OXEN.replace('1.', '2.', 1)}{RULES.format('.')}\n"
    act = _read("ПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемый перечень некоторых приказов, в которые вносятся изменения.\n\n"
                f"2. Настоящий приказ вводится в действие с 1 июля 2019 года.\n\nМинистр А. Волов\n\nПриложение\n\n{items}")
    assert [(item.number, item.target.title, len(item.instructions), bool(item.residue)) for item in act.items] == [
        ("1", "О волах", 1, False), ("2", "О некоторых вопросах волов", 1, False)]
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


@pytest.mark.parametrize(("words", "kind"), [
    ("приказ Первого заместителя Премьер-Министра Республики Казахстан – Министра волов Республики Казахстан", ActKind.ORDER),
    ("приказ Заместителя Премьер-Министра Республики Казахстан", ActKind.ORDER), ("приказ и.о. Министра волов и ослов Республики Казахстан", ActKind.ORDER),
    ("постановление Правления Национального Банка Республики Казахстан", ActKind.RESOLUTION), ("решение Алматинского городского маслихата", ActKind.DECISION),
    ("решение маслихата города Алматы", ActKind.DECISION)])
def test_whoever_issued_an_act_it_is_read_what_is_done_to_it(words: str, kind: ActKind) -> None:
    (item,) = _read(f"{HEAD}1. Внести в {words} от 3 марта 2015 года № 12 «О волах» следующее изменение:\n\nпункт 2 исключить.{END}").items
    assert (item.target.kind, item.target.number, item.target.title, _made(item), len(item.residue)) == (kind, "12", "О волах", [("", "F2")], 0)


@pytest.mark.parametrize("text", [
    f"{OXEN}приложение 2 к Правилам изложить в новой редакции согласно приложению к настоящему приказу.",
    f"{OXEN}пункты 2 и 3 указанного приказа исключить."])
def test_what_is_worded_otherwise_is_residue(text: str) -> None:
    (item,) = _read(f"{HEAD}{text}{END}").items
    assert item.residue


TITLED = ", утвержденных указанным приказом,"


@pytest.mark.parametrize(("line", "gone"), [
    (f"пункт 3 Правил содержания волов{TITLED} исключить.", {"annex_1__para_3"}),
    (f"пункты 3 и 5 Правил содержания волов{TITLED} исключить.", {"annex_1__para_3", "annex_1__para_5"}),
    (f"в Правилах содержания волов{TITLED} пункт 4 исключить.", {"annex_1__para_4"}),
    ("в Правилах содержания волов, утвержденных приложением 1 к указанному приказу:\n\nпункт 3 исключить.", {"annex_1__para_3"}),
    ("в Правилах содержания волов, утвержденных согласно приложению 1 к указанному приказу:\n\nпункт 3 исключить.", {"annex_1__para_3"}),
    ("в Правилах содержания волов, утвержденных указанным совместным приказом:\n\nпункт 3 исключить.", {"annex_1__para_3"}),
    (f"пункт 2 исключить;\n\nпункт 3 Правил содержания волов{TITLED} исключить.", {"para_2", "annex_1__para_3"}),
    (f"1) пункт 3 Правил содержания волов{TITLED} исключить;\n\n2) пункт 4 исключить.", {"annex_1__para_3", "para_4"})])
def test_an_instruction_may_name_the_approved_rules_in_its_own_line(line: str, gone: set[str]) -> None:
    (item,) = _read(f"{HEAD}{OXEN}{line}{END}").items
    assert not item.residue
    assert _gone(line) == (gone, [])


def test_rules_of_another_title_that_a_line_names_are_not_held() -> None:
    assert _gone(f"пункт 3 Правил содержания ослов{TITLED} исключить.") == (set(), ["absent_unit"])


@pytest.mark.parametrize("line", [
    f"пункт 2 приказа и Правил содержания волов{TITLED} исключить.", f"пункт 2, Правил содержания волов{TITLED} исключить.",
    f"пункт 3 Правил содержания волов{TITLED} исключить, пункт 4 исключить; пункт 2 исключить."])
def test_a_line_that_names_rules_and_more_is_not_read(line: str) -> None:
    (item,) = _read(f"{HEAD}{OXEN}{line}{END}").items
    assert (item.instructions, bool(item.residue)) == ((), True)


def test_what_follows_a_line_that_names_the_rules_may_be_of_either_text() -> None:
    assert _gone(f"пункт 3 Правил содержания волов{TITLED} исключить;\n\nпункт 4 исключить.") == ({"annex_1__para_3"}, [])
    (item,) = _read(f"{HEAD}{OXEN}пункт 3 Правил содержания волов{TITLED} исключить;\n\nпункт 4 исключить.{END}").items
    assert item.residue


@pytest.mark.parametrize("words", ["изменение, изложив пункт 2 в следующей редакции:\n\n«2. Вол.».", "изменение, исключив пункт 2."])
def test_the_one_change_may_stand_in_the_line_that_names_the_act(words: str) -> None:
    (item,) = _read(f"{HEAD}1. Внести в {ORDER.format('О волах')} {words}{END}").items
    assert (item.target.title, [written(each) for made in item.instructions for each in made.edit.targets]) == ("О волах", ["para_2"])
    assert not item.residue


def test_a_point_of_its_own_may_come_into_an_order_and_none_into_a_law() -> None:
    text = "дополнить пунктом 2-1 следующего содержания:\n\n«2-1. Вола моют.»."
    (item,) = _read(f"{HEAD}{OXEN}{text}{END}").items
    law = law_of(parse_law(read_plain(LAW.format(stamp=STAMP, title="Правила", chapter="")), "rus", "law.txt").provisions, "")
    applied = apply_item(item.instructions, law, "rus")
    assert applied.refused == {}
    assert [each for each in texts_of(applied.law) if each.startswith("para_")][:4] == ["para_1", "para_2", "para_2-1", "para_3"]
    act = _read(f"О внесении изменений\n\nСтатья 1. Внести в Закон Республики Казахстан от 3 мая 2001 года «О волах» следующее изменение:\n\n{text}\n")
    assert [made.refused for made in act.items[0].instructions] == ["no_unit"]


def test_an_annex_that_the_act_words_in_its_own_annex_is_open_and_no_more() -> None:
    text = "1) пункт 2 исключить;\n\n2) приложение 1 к указанному приказу изложить в новой редакции согласно приложению к настоящему приказу."
    (item,) = _read(f"{HEAD}{OXEN}{text}{END}").items
    assert not item.residue
    assert _gone(text) == ({"para_2"}, ["opaque_table"])


def test_a_point_may_amend_behind_one_that_repeals() -> None:
    act = _read("О внесении изменений и признании утратившими силу некоторых приказов\n\nПРИКАЗЫВАЮ:\n\n1. Признать утратившими силу:\n\n"
                "1) приказ Министра волов Республики Казахстан от 1 марта 2010 года № 12 «Об ослах».\n\n"
                f"{OXEN.replace('1. ', '2. ', 1)}пункт 2 исключить.\n\n3. Настоящий приказ вводится в действие с 1 июля 2019 года.\n")
    (item,) = act.items
    assert (item.number, _made(item), bool(item.residue)) == ("2", [("", "F2")], False)
    assert [str(each.rule.day) for each in act.starts] == ["2019-07-01"]


LISTED = f"1. Внести в следующие приказы изменения:\n\n1) в {ORDER.format('О волах')}:\n\n{{}}\n\n2) в {ORDER.format('Об ослах').replace('3 марта', '4 мая')}:\n\nпункт 3 исключить."


def test_each_act_that_a_point_lists_is_an_item_with_its_number() -> None:
    act = _read(f"{HEAD}{LISTED.format('пункт 2 исключить;')}\n\n{OXEN.replace('1. ', '2. ', 1)}пункт 4 исключить.\n\n3. Настоящий приказ вводится в действие "
                "с 1 июля 2019 года, за исключением подпункта 2) пункта 1, который вводится в действие с 1 января 2020 года.\n")
    assert [(item.number, item.target.title, _made(item), bool(item.residue)) for item in act.items] == [
        ("1", "О волах", [("1", "F2")], False), ("1", "Об ослах", [("2", "F2")], False), ("2", "О некоторых вопросах волов", [("", "F2")], False)]
    days = [[str(each.day) for each in rules_for(act, made)] for item in act.items for made in item.instructions]
    assert days == [["2019-07-01"], ["2020-01-01"], ["2019-07-01"]]


@pytest.mark.parametrize("lines", ["пункт 2 исключить;\n\n3) в форме отчета:\n\nпункт 5 исключить;", "2) пункт 2 исключить;", "пункт 2 исключить;\n\n2) преамбулу исключить;"])
def test_what_stands_among_acts_that_a_point_lists_is_never_of_the_one_before(lines: str) -> None:
    act = _read(f"{HEAD}{LISTED.format(lines)}{END}")
    assert act.items[0].residue
    assert [item.target.title for item in act.items] == ["О волах", "Об ослах"]


def test_a_line_before_the_acts_that_a_point_lists_is_told() -> None:
    act = _read(f"{HEAD}{LISTED.format('пункт 2 исключить;').replace('1) в', 'в приказе от 5 мая 2014 года пункт 2 исключить;' + chr(10) * 2 + '1) в', 1)}{END}")
    assert [str(day) for each in act.unread for day in each.days] == ["2014-05-05"]


def test_a_point_cannot_come_into_a_decree_that_has_articles() -> None:
    text = "1. Внести в Указ Президента Республики Казахстан от 3 марта 1995 года № 12 «О волах» следующее дополнение:\n\nдополнить пунктом 2 следующего содержания:\n\n«2. Вола моют.»."
    (item,) = _read(f"{HEAD}{text}{END}").items
    parsed = parse_law(read_plain("О волах\n\nСтатья 1. Вол\n\n1. Вол пьет.\n\nСтатья 2. Ясли\n\n1. Ясли чистят.\n"), "rus", "law.txt")
    applied = apply_item(item.instructions, law_of(parsed.provisions, parsed.title), "rus")
    assert len(applied.refused) == 1


@pytest.mark.parametrize(("part", "days"), [
    ("подпункта 2) пункта 1 настоящего приказа", ["2019-07-01", "2020-01-01", "2020-01-01"]),
    ("абзаца второго подпункта 2) пункта 1 настоящего приказа", ["2019-07-01", "2020-01-01", "2019-07-01"]),
    ("пункта 1 настоящего приказа", ["2020-01-01"] * 3)])
def test_a_part_of_this_order_may_begin_on_a_day_of_its_own(part: str, days: list[str]) -> None:
    act = _read(f"{HEAD}{OXEN}1) пункт 2 исключить;\n\n2) в пункте 3:\n\nслово «вол» исключить;\n\nслово «осел» исключить.\n\n2. Настоящий приказ "
                f"вводится в действие с 1 июля 2019 года, за исключением {part}, который вводится в действие с 1 января 2020 года.\n")
    assert [[str(rule.day) for rule in rules_for(act, made)] for made in act.items[0].instructions] == [[day] for day in days]
