"""Instructions of an item are applied at once to the law as it was; what may collide is held back."""

from pathlib import Path

import pytest
from benchmarks.replay import SAMPLE, SAMPLE_DAY, replayed

from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.applying import Applied, apply_item
from lawgraph.replay.effects import effects_of
from lawgraph.replay.instructions import Instruction
from lawgraph.replay.state import Node, law_of, texts_of

LAW = """О лодках
Статья 3. Весла
1. Весла сушат.
2. Гребец ведет:
1) журнал весел;
2) журнал лодок.
Журналы хранят. Журналы не теряют.
3. Считают весла, чистят весла новые, моют.
Статья 4. Парус
Парус шьют.
Парус красят.
Парус сушат.
Статья 5. Снасти
1. Считают:
1) тросы;
2) канаты.
Хранят:
1) якоря;
2) цепи.
Статья 6. Флаг
Флаг поднимают;
Флаг спускают.
"""


def instructions(body: str) -> tuple[Instruction, ...]:
    act = read_act(read_plain("О внесении изменений\nСтатья 1. Внести изменения в следующие законодательные акты Республики "
                              f"Казахстан:\n1. В Закон Республики Казахстан от 17 июня 2012 года «О лодках»:\n{body}"), "rus")
    return act.items[0].instructions


def law() -> Node:
    return law_of(parse(read_plain(LAW), "rus").provisions, "О лодках")


def after(body: str) -> Applied:
    return apply_item(instructions(body), law(), "rus")


@pytest.mark.parametrize(("body", "changed"), [
    ("подпункт 1) пункта 2 статьи 3 исключить.", {"art_3__para_2__point_1": None}),
    ("в статье 4:\nдополнить частью второй следующего содержания:\n«Парус чинят.»;\nв части второй слово «красят» заменить словом «белят»;\nчасть третью исключить.", {"art_4__al_2": "Парус чинят.", "art_4__al_3": "Парус белят."}),
    ("в пункте 3 статьи 3 слова «весла новые,» заменить словами «весла старые,»; слово «весла» заменить словом «багры».",
     {"art_3__para_3": "Считают багры, чистят весла старые, моют."}),
    ("подпункт 1) части второй пункта 1 статьи 5 исключить.", {"art_5__para_1__al_2__point_1": None}),
    ("часть вторую пункта 2 статьи 3 дополнить предложением третьим следующего содержания:\n«Журналы читают.».",
     {"art_3__para_2__al_2": "Журналы хранят. Журналы не теряют. Журналы читают."}),
    ("пункт 1 статьи 3 изложить в следующей редакции:\n«1. Весла:\nсушат;\nмоют.\nВесел не бросают.».",
     {"art_3__para_1": "Весла:", "art_3__para_1__indent_1": "сушат;", "art_3__para_1__indent_2": "моют.",
      "art_3__para_1__al_2": "Весел не бросают."}),
    ("пункт 1 статьи 3 дополнить словами «, кроме праздников».", {"art_3__para_1": "Весла сушат, кроме праздников."}),
    ("статью 4 дополнить частями второй и третьей следующего содержания:\n«Парус чинят.\nПарус моют.».",
     {"art_4__al_2": "Парус чинят.", "art_4__al_3": "Парус моют.", "art_4__al_4": "Парус красят.", "art_4__al_5": "Парус сушат."}),
    ("в оглавлении заголовок статьи 4 исключить.", {}),
    ("пункт 2 статьи 3 дополнить подпунктом 1-1) следующего содержания:\n«1-1) журнал парусов;».",
     {"art_3__para_2__point_1-1": "журнал парусов;"}),
])
def test_addresses_speak_of_the_law_before_the_item(body: str, changed: dict[str, str | None]) -> None:
    applied = after(body)
    assert applied.refused == {}
    first, second = (texts_of(each) for each in (after("статью 9 исключить.").law, applied.law))
    assert {eid: second.get(eid) for eid in {*first, *second} if first.get(eid) != second.get(eid)} == changed


@pytest.mark.parametrize(("body", "reason"), [
    ("статью 9 исключить.", "absent_unit"),
    ("пункт 2 статьи 3 дополнить подпунктом 2) следующего содержания:\n«2) журнал багров;».", "full_slot"),
    ("в пункте 3 статьи 3 слово «весла» заменить словом «багры».", "several_occurrences"),
    ("в пункте 3 статьи 3 слово «есл» исключить.", "absent_words"),
    ("пункт 2 статьи 3 дополнить словами «в книге».", "list_at_end"),
    ("абзац третий пункта 2 статьи 3 исключить.", "absent_unit"),
    ("абзац второй пункта 2 статьи 3 исключить.", "unclear_paragraphs"),
    ("подпункт 1) статьи 3 дополнить подпунктом 5) следующего содержания:\n«5) а;».", "absent_list"),
    ("статью 4 дополнить частью шестой следующего содержания:\n«Парус штопают.».", "absent_place"),
    ("пункт 1 статьи 3 изложить в следующей редакции:\n«1. Весла:\nсушат;\nмоют;\nВесел не бросают.».", "unclear_list"),
    ("подпункт 1) пункта 1 статьи 5 исключить.", "several_units"),
    ("пункт 1 статьи 5 дополнить подпунктом 3) следующего содержания:\n«3) вымпелы;».", "several_units"),
    ("часть вторую статьи 6 исключить.", "unclear_parts"),
    ("пункты 2 и 3 статьи 3 считать соответственно пунктами 3 и 4.", "renumbering"),
])
def test_an_instruction_is_invalid_on_what_is_absent_full_or_not_the_only_one(body: str, reason: str) -> None:
    applied = after(body)
    assert applied.refused == {0: reason}
    assert texts_of(applied.law) == texts_of(after("статью 9 исключить.").law)


@pytest.mark.parametrize("body", [
    "1) статью 3 исключить;\n2) пункт 1 статьи 3 дополнить словами «на солнце».",
    "1) в пункте 3 статьи 3 слова «чистят весла» заменить словами «моют весла»;\n2) пункт 3 статьи 3 после слов «весла новые» дополнить словами «и старые».",
    "1) статью 4 дополнить частью второй следующего содержания:\n«Парус чинят.»;\n2) статью 4 дополнить частью четвертой следующего содержания:\n«Парус моют.».",
    "1) часть вторую статьи 4 исключить;\n2) статью 4 дополнить частью третьей следующего содержания:\n«Парус моют.».",
    "1) пункт 1 статьи 3 изложить в следующей редакции:\n«1. Весла моют.»;\n2) пункт 1 статьи 3 изложить в следующей редакции:\n«1. Весла красят.».",
])
def test_edits_that_overlap_are_both_held_back(body: str) -> None:
    assert after(body).refused == {0: "overlap", 1: "overlap"}


@pytest.mark.parametrize(("words", "back"), [
    ("слова «весла новые» заменить словами «весла старые»", True),
    ("слово «новые» заменить словом «моют»", False),
    ("слово «новые» исключить", False),
    ("после слова «новые» дополнить словами «и старые»", True),
    ("после слова «новые» дополнить словом «чистят»", False),
])
def test_words_exchanged_tell_the_words_before_where_the_new_ones_stand_once(words: str, *, back: bool) -> None:
    told, = effects_of(instructions(f"в пункте 3 статьи 3 {words}."), law(), "rus").effects
    assert [each.reversible for each in told.rewordings] == [back]


def test_what_a_new_wording_leaves_out_is_gone_with_it() -> None:
    told = effects_of(instructions("пункт 2 статьи 3 изложить в следующей редакции:\n«2. Гребец ведет:\n1) журнал багров.»."), law(), "rus")
    assert [(each.eid, each.action) for each in told.effects] == [
        ("art_3__para_2", "substitution"), ("art_3__para_2__point_1", "substitution"), ("art_3__para_2__point_2", "exclusion"),
        ("art_3__para_2__al_2", "exclusion")]


def test_the_invented_law_is_replayed_word_for_word() -> None:
    """From its first edition, eight acts give every later edition; a step that starts later waits for its day."""
    compared = list(replayed(SAMPLE, SAMPLE, SAMPLE_DAY))
    assert [str(each.day) for each in compared] == sorted(path.name[:10] for path in Path(SAMPLE).glob("*.rus.md"))[1:]
    assert [(each.differing, each.refused) for each in compared] == [({}, ())] * 3
