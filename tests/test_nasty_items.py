"""Nasty items of amending acts, judged one by one: read exactly, or held back with a word that says why; no character is lost."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lawgraph.languages.amending import Sense
from lawgraph.parsing.document import parse_law
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.applying import apply_item
from lawgraph.replay.instructions import ActItem
from lawgraph.replay.state import Node, law_of, texts_of

HELD: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("replay_items").joinpath("nasty", "items.toml").read_text(encoding="utf-8"))
ITEMS = {item["shows"]: item for item in HELD["item"]}
FRAMES = {
    "rus": (("О внесении изменений\n\nСтатья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n"
            "3. В Закон Республики Казахстан от 5 мая 2014 года «О фонарях»:\n\n"),
            "\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2020 года.\n"),
    "kaz": (("Өзгерістер енгізу туралы\n\n1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер енгізілсін:\n\n"
            "3. «Шамдар туралы» 2014 жылғы 5 мамырдағы Қазақстан Республикасының Заңына:\n\n"),
            "\n\n2-бап. Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.\n")}


@cache
def law(lang: str) -> Node:
    read = parse_law(read_plain(HELD["law"][lang]), lang, "law")
    return law_of(read.provisions, read.title)


def read_item(name: str) -> tuple[ActItem, str, str]:
    lang = ITEMS[name].get("language", "rus")
    head, tail = FRAMES[lang]
    text = f"{head}{ITEMS[name]['text']}{tail}"
    item, = read_act(read_plain(text), lang).items
    return item, text, lang


@pytest.mark.parametrize("name", ITEMS)
def test_what_comes_of_an_item_is_what_a_lawyer_says(name: str) -> None:
    told, (item, _, lang) = ITEMS[name], read_item(name)
    applied = apply_item(item.instructions, law(lang), lang)
    assert [each.form for each in item.instructions] == told.get("forms", [])
    assert {str(place): why for place, why in applied.refused.items()} == told.get("refused", {})
    assert len(item.residue) == told.get("residue", 0)
    before, after = texts_of(law(lang)), texts_of(applied.law)
    assert {eid: after.get(eid) or "" for eid in {**before, **after} if before.get(eid) != after.get(eid)} == told.get("after", {})


@pytest.mark.parametrize("name", ITEMS)
def test_every_paragraph_is_owned_by_an_instruction_or_is_residue(name: str) -> None:
    item, text, _ = read_item(name)
    owned = [*(made.span for made in item.instructions), *item.residue]
    body = text[text.index(ITEMS[name]["text"]):][:len(ITEMS[name]["text"])]
    place = text.index(body)
    for paragraph in body.split("\n\n"):
        start, end = place, place + len(paragraph)
        place = end + 2
        heading = paragraph.rstrip().endswith(":") and not any(
            made.span.start <= end and made.span.end >= start for made in item.instructions)
        note = paragraph.startswith("Сноска")  # one tells that the act is consolidated
        assert heading or note or any(span.start < end and span.end > start for span in owned), paragraph


def test_an_instruction_that_changes_nothing_here_says_so() -> None:
    """What is neither held back nor changes the law speaks of the contents, or of the other language alone."""
    for name in ITEMS:
        item, _, lang = read_item(name)
        applied = apply_item(item.instructions, law(lang), lang)
        for place, plan in applied.plans.items():
            made = item.instructions[place]
            assert plan or made.edit.verb is Sense.UNCHANGED or made.form == "F8"
