"""Units that nothing joins: the later one lies within the one named before it, and is none beside it.

"To strike point 3 in Article 4" ends a point; whoever takes both for targets ends the article.
"""

import pytest

from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.addresses import written
from lawgraph.replay.instructions import ActItem

HEAD = "О внесении изменений\n\nСтатья 1. Внести в Закон Республики Казахстан от 3 мая 2001 года «О седлах» следующие изменения:\n\n"
TAIL = "\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года.\n"


def _item(text: str) -> ActItem:
    (item,) = read_act(read_plain(f"{HEAD}{text}{TAIL}"), "rus").items
    return item


def _read(text: str) -> tuple[list[str], list[str], bool]:
    """Return what an instruction acts upon, what it brings, and whether something of it is not read."""
    item = _item(text)
    made = item.instructions
    return ([written(each) for one in made for each in one.edit.targets], [written(each) for one in made for each in one.edit.new],
            bool(item.residue))


@pytest.mark.parametrize(("text", "units"), [
    ("в статье 4 исключить пункт 3.", ["art_4__para_3"]),
    ("из статьи 4 исключить пункты 3 и 5.", ["art_4__para_3", "art_4__para_5"]),
    ("из пункта 2 статьи 4 слово «стремя» исключить.", ["art_4__para_2"]),
    ("исключить из подпункта 2) статьи 7 слово «подпруга».", ["art_7__point_2"]),
    ("в статье 19 в пункте 2 слово «мул» исключить.", ["art_19__para_2"]),
    ("в приложении 1 в пункте 2 слово «мул» исключить.", ["annex_1__para_2"]),
    ("в статье 20 в заголовке и пункте 3 слово «мул» исключить.", ["art_20__heading", "art_20__para_3"]),
    ("в статье 5 изложить пункт 2 в следующей редакции:\n\n«2. Седло чистят.».", ["art_5__para_2"])])
def test_a_unit_that_nothing_joins_lies_within_the_one_before(text: str, units: list[str]) -> None:
    assert _read(text) == (units, [], False)


def test_what_is_supplemented_lies_within_the_unit_before_and_is_not_new() -> None:
    text = "в статье 20 дополнить пункт 2 подпунктом 3) следующего содержания:\n\n«3) узда.»."
    assert _read(text) == (["art_20__para_2"], ["point_3"], False)


@pytest.mark.parametrize("text", [
    "в пункте 2 в статье 19 слово «мул» исключить.", "в статьях 4 и 5 исключить пункт 3.", "в статье 4 исключить статью 5."])
def test_units_that_do_not_lie_in_one_another_are_not_read(text: str) -> None:
    assert _read(text) == ([], [], True)


def test_units_that_are_joined_stand_beside_one_another() -> None:
    assert _read("в статье 4 и в пункте 2 статьи 5 слово «мул» исключить.") == (["art_4", "art_5__para_2"], [], False)


@pytest.mark.parametrize(("text", "words"), [
    ("в статье 21 слова «Голубь» и «Сова» исключить.", ("Голубь", "Сова")),
    ("в статье 21 слова «, «Голубь» исключить.", (", «Голубь»",)),
    ("в статье 22 слова «закон «О хлебе», «закона «О хлебе» заменить словами «кодекс», «кодекса».", ("закон «О хлебе»", "закона «О хлебе»"))])
def test_quotations_in_a_list_are_words_of_their_own(text: str, words: tuple[str, ...]) -> None:
    assert [each.edit.search for each in _item(text).instructions] == [words]


@pytest.mark.parametrize("text", ["слова «, «Ворон» и «Сова» исключить.", "слова «О «Вороне», «Сове» исключить."])
def test_a_shared_mark_that_may_close_two_quotations_or_one_leaves_the_words_open(text: str) -> None:
    item = _item(f"в статье 21 {text}")
    assert (item.instructions, bool(item.residue)) == ((), True)


@pytest.mark.parametrize(("text", "units"), [
    ("в статье 6 пункт 1 исключить, пункт 3 изложить в следующей редакции:\n\n«3. Седло.».", ["art_6__para_1", "art_6__para_3"]),
    ("в приложении 1 пункт 1 исключить, пункт 3 дополнить словом «узда».", ["annex_1__para_1", "annex_1__para_3"]),
    ("пункт 1 статьи 8 исключить, пункт 3 дополнить словом «узда».", ["art_8__para_1", "art_8__para_3"]),
    ("в статье 9:\n\nв пункте 1 подпункт 1) исключить, подпункт 3) дополнить словом «узда».", ["art_9__para_1__point_1", "art_9__para_1__point_3"]),
    ("в оглавлении заголовок статьи 10 исключить, заголовок статьи 11 дополнить словом «узда».", ["toc__art_10", "toc__art_11"]),
    ("в статье 12 слово «мул» исключить, в заголовке слово «ишак» исключить.", ["art_12", "art_12__heading"]),
    ("статью 14 исключить, статью 15 дополнить словом «узда».", ["art_14", "art_15"])])
def test_a_later_unit_of_a_clause_has_the_levels_that_it_leaves_out(text: str, units: list[str]) -> None:
    assert _read(text) == (units, [], False)


def test_what_is_new_comes_into_what_can_contain_it() -> None:
    text = "в статье 7 пункт 1 исключить, дополнить пунктом 5 следующего содержания:\n\n«5. Седло.»."
    assert _read(text) == (["art_7__para_1", "art_7"], ["para_5"], False)


@pytest.mark.parametrize("text", [
    "пункт 1 статьи 13 после слова «конь» дополнить словом «мул», подпункт 3) исключить.",
    "в пункте 1 статьи 13 и пункте 2 статьи 14 слово «мул» исключить, подпункт 3) исключить.",
    "в статье 9:\n\nподпункт 1) исключить, абзац третий исключить."])
def test_a_later_unit_that_may_lie_in_what_is_named_or_beside_it_is_not_read(text: str) -> None:
    assert _read(text) == ([], [], True)
