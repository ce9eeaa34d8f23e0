"""Rare forms of instructions: units that are excepted, units named as places, words that change places, words in all their cases.

What is not told whole, as the place of a definition without a number, or words in cases that an act does not write out, is
held back; what such words do not stand in stays sure.
"""

import pytest

from lawgraph.law.amendments import Action
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.applying import apply_item
from lawgraph.replay.effects import effects_of
from lawgraph.replay.instructions import ActItem
from lawgraph.replay.state import texts_of
from test_nasty_items import FRAMES, law

RUS, KAZ = "rus", "kaz"


def read(text: str, lang: str) -> ActItem:
    """Return the item of an act on lanterns that holds a text."""
    head, tail = FRAMES[lang]
    item, = read_act(read_plain(f"{head}{text}{tail}"), lang).items
    return item


def done(text: str, lang: str = RUS) -> tuple[dict[str, str], list[str], int]:
    """Return what differs in the law afterwards, why instructions are held back, and how much is not read."""
    item = read(text, lang)
    applied = apply_item(item.instructions, law(lang), lang)
    before, after = texts_of(law(lang)), texts_of(applied.law)
    differs = {eid: after.get(eid, "") for eid in {**before, **after} if before.get(eid) != after.get(eid)}
    return differs, list(applied.refused.values()), len(item.residue)


@pytest.mark.parametrize("words", ["за исключением статьи 3,", "кроме статьи 3", "кроме частей первой – третьей статьи 3"])
def test_an_excepted_unit_keeps_its_words(words: str) -> None:
    changed = {"art_2__para_1": "Фонарщик зажигает фонари вечером. Фонарщик гасит фонари утром. Он чистит линзы."}
    if "частей" in words:
        assert done(f"по всему тексту, {words} слово «стекла» заменить словом «линзы».") == ({}, ["several_units"], 0)
    else:
        assert done(f"по всему тексту, {words} слово «стекла» заменить словом «линзы».") == (changed, [], 0)


def test_an_exception_that_is_not_there_holds_the_instruction_back() -> None:
    assert done("по всему тексту, кроме статьи 33, слово «стекла» заменить словом «линзы».") == ({}, ["absent_unit"], 0)


def test_texts_that_are_excepted_are_told_to_stay() -> None:
    item = read("по всему тексту, кроме статьи 3, слово «стекла» заменить словом «линзы».", RUS)
    (told,) = effects_of(item.instructions, law(RUS), RUS).effects
    assert {str(pair.eid): pair.later for pair in told.rewordings}["art_3__al_3"] == "Склад принимает: масло и стекла."


@pytest.mark.parametrize(("text", "lang"), [
    ("статью 3 после части первой дополнить частью следующего содержания:\n\n«Склад сух.».", RUS),
    ("в статье 3:\n\nпосле части первой дополнить частью второй следующего содержания:\n\n«Склад сух.».", RUS),
    ("после части первой статьи 3 дополнить частью следующего содержания:\n\n«Склад сух.».", RUS)])
def test_a_part_is_brought_behind_the_part_that_is_named(text: str, lang: str) -> None:
    differs, refused, residue = done(text, lang)
    assert (refused, residue) == ([], 0)
    assert differs["art_3__al_2"] == "Склад сух."
    assert differs["art_3__al_3"] == "Склад закрыт ночью."
    assert differs["art_3__al_4"] == "Склад принимает: масло и стекла."


def test_a_numbered_unit_stands_behind_the_unit_that_is_named_or_nowhere() -> None:
    text = "пункт 2 статьи 2 после подпункта {}) дополнить подпунктом {}) следующего содержания:\n\n«{}) книгу стекол;»."
    for behind, new in (("1", "1-1"), ("3", "4")):
        differs, refused, _ = done(text.format(behind, new, new))
        assert (list(differs), refused) == ([f"art_2__para_2__point_{new}"], [])
    for behind, new in (("1", "4"), ("3", "1-1"), ("2", "1-1"), ("9", "10")):
        assert done(text.format(behind, new, new))[:2] in (({}, ["absent_place"]), ({}, ["absent_unit"]))


def test_an_ordinal_that_is_not_the_one_behind_the_unit_is_not_read() -> None:
    assert done("статью 3 после части первой дополнить частью третьей следующего содержания:\n\n«Склад сух.».")[2] == 1


def test_two_words_change_places_and_two_units_are_held_back() -> None:
    assert done("в пункте 1 статьи 2 слова «зажигает» и «гасит» поменять местами.") == (
        {"art_2__para_1": "Фонарщик гасит фонари вечером. Фонарщик зажигает фонари утром. Он чистит стекла."}, [], 0)
    assert done("в пункте 1 статьи 2 слова «фонари» и «гасит» поменять местами.") == ({}, ["several_occurrences"], 0)
    assert done("подпункты 1) и 3) пункта 2 статьи 2 поменять местами.") == ({}, ["renumbering"], 0)


@pytest.mark.parametrize("word", ["определением", "новым понятием", "термином"])
def test_a_definition_is_the_point_whose_number_it_shows(word: str) -> None:
    text = f"статью 1 дополнить {word} следующего содержания:\n\n«{{}}стекло – стенка фонаря.»."
    assert done(text.format("2-1) ")) == ({"art_1__point_2-1": "стекло – стенка фонаря."}, [], 0)
    assert done(text.format("")) == ({}, ["unclear_place"], 0)


def test_what_is_restated_is_told_also_where_it_reads_as_the_law_is_taken_to_read_before() -> None:
    text = ("в пункте 2 статьи 2:\n\nподпункт 3) изложить в следующей редакции:\n\n«3) книгу столбов.»;\n\n"
            "дополнить частью второй следующего содержания:\n\n«Книги читает склад.».")
    told = effects_of(read(text, RUS).instructions, law(RUS), RUS)
    assert (told.whole, told.refused) == (True, {})
    assert {"art_2__para_2__point_3", "art_2__para_2__al_2"} <= {str(each.eid) for each in told.effects}


@pytest.mark.parametrize("words", ["в соответствующих падежах", "в различных падежах", "во всех падежах"])
def test_words_in_all_their_cases_leave_open_only_what_may_hold_them(words: str) -> None:
    text = f"по всему тексту слово «склад» {words} заменить словом «амбар»"
    assert done(f"{text}.") == ({}, ["inflected_words"], 0)
    assert done(f"{text} {words}.") == ({}, ["inflected_words"], 0)
    told = effects_of(read(f"{text}.", RUS).instructions, law(RUS), RUS)
    (effect,) = told.effects
    assert (told.whole, effect.eid, effect.action) == (True, "law", Action.TEXT_SUBSTITUTION)
    texts = texts_of(law(RUS))
    kept = {pair.eid: pair.later for pair in effect.rewordings}
    assert {eid for eid, text in texts.items() if text and eid not in kept} == {
        eid for eid, text in texts.items() if "склад" in text.casefold()}
    assert all(kept[eid] == texts[eid] for eid in kept if texts.get(eid))


def test_words_with_another_stem_may_stand_anywhere() -> None:
    told = effects_of(read("по всему тексту слово «люди» в соответствующих падежах заменить словом «лица».", RUS).instructions, law(RUS), RUS)
    assert not any(pair.later for effect in told.effects for pair in effect.rewordings)


def test_what_another_instruction_brings_with_such_words_is_held_back() -> None:
    text = ("1) пункт 3 статьи 2 изложить в следующей редакции:\n\n«3. Масло выдает {}.»;\n\n"
            "2) по всему тексту слово «склад» в соответствующих падежах заменить словом «амбар».")
    assert done(text.format("лавка"))[:2] == ({"art_2__para_3": "Масло выдает лавка."}, ["inflected_words"])
    told = effects_of(read(text.format("складу лавка"), RUS).instructions, law(RUS), RUS)
    assert not any(each.later == "Масло выдает складу лавка." for each in told.effects)
    told = effects_of(read(text.format("лавка"), RUS).instructions, law(RUS), RUS)
    assert any(each.later == "Масло выдает лавка." for each in told.effects)


def test_kazakh_names_the_place_and_the_exception_behind_the_unit() -> None:
    differs, refused, residue = done("3-бап бірінші бөліктен кейін мынадай мазмұндағы бөлікпен толықтырылсын:\n\n«Қойма құрғақ.».", KAZ)
    assert (differs, refused, residue) == ({"art_3__al_2": "Қойма құрғақ.", "art_3__al_3": "Қойма түнде жабық."}, [], 0)
    differs, refused, residue = done("бүкіл мәтін бойынша 3-бапты қоспағанда «қойма» деген сөз «дүкен» деген сөзбен ауыстырылсын.", KAZ)
    assert (differs, refused, residue) == ({"art_2__para_3": "Майды дүкен береді."}, [], 0)
    assert done("2-баптың 1-тармағында «кешке» деген сөз бен «таңертең» деген сөздің орындары ауыстырылсын.", KAZ) == (
        {"art_2__para_1": "Шамшы таңертең шам жағады. Шамшы кешке шам өшіреді."}, [], 0)
    assert done("бүкіл мәтін бойынша «қойма» деген сөз тиісті септіктерде «дүкен» деген сөзбен ауыстырылсын.", KAZ)[1:] == (["inflected_words"], 0)


@pytest.mark.parametrize(("text", "after"), [
    ("изложить пункт 3 статьи 2 в следующей редакции:\n\n«3. Масло дает лавка.».", {"art_2__para_3": "Масло дает лавка."}),
    ("дополнить статью 2 пунктом 4 следующего содержания:\n\n«4. Фонари стоят.».", {"art_2__para_4": "Фонари стоят."}),
    ("в пункте 3 статьи 2 слово «склад» заменить на слово «лавка».", {"art_2__para_3": "Масло выдает лавка."}),
    ("в пункте 3 статьи 2 слово «склад» заменить на «лавка».", {"art_2__para_3": "Масло выдает лавка."}),
    ("абзац первый подпункта 2) пункта 2 статьи 2 изложить в следующей редакции:\n\n«2) книгу жира:».", {"art_2__para_2__point_2": "книгу жира:"})])
def test_a_verb_may_stand_first_and_words_may_be_exchanged_for_others(text: str, after: dict[str, str]) -> None:
    assert done(text) == (after, [], 0)


@pytest.mark.parametrize("text", ["пункт 3 статьи 2 изложить.", "на пункт 3 статьи 2 изложить в редакции.", "дополнить статью 2 и пункт 3 пунктом 4 следующего содержания:\n\n«4. А.»."])
def test_a_verb_without_what_it_needs_changes_nothing(text: str) -> None:
    differs, refused, residue = done(text)
    assert not differs
    assert refused or residue
