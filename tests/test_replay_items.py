"""Whole items of amending acts, invented by someone who had not seen the reader, against it: reading, then application."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lawgraph.law.document import Provision, Span
from lawgraph.law.eid import Eid, Kind
from lawgraph.reading.opening import read
from lawgraph.replay.acts import read_act
from lawgraph.replay.addresses import written
from lawgraph.replay.applying import apply_item
from lawgraph.replay.instructions import AmendingAct, Instruction
from lawgraph.replay.rewording import folded
from lawgraph.replay.state import Node, law_of, texts_of

FOLDER = Path(__file__).with_name("replay_items")
ITEMS = {item["id"]: item for path in sorted(FOLDER.glob("*.toml"))
         for item in tomllib.loads(path.read_text(encoding="utf-8"))["item"]}
FRAMES = {
    "rus": ("О внесении изменений\nСтатья 1. Внести изменения в следующие законодательные акты Республики Казахстан:\n",
            "\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2020 года.\n"),
    "kaz": ("Өзгерістер енгізу туралы\n1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер енгізілсін:\n",
            "\n2-бап. Осы Заң 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.\n"),
}
NO_ITEM = {"r-23": "its target line has no day, so no law is named"}
SOUND_ITEM = {"r-09": "no article on commencement: its item is read, its days are unstated"}
HELD_BACK = {"f3-15": "a paragraph and an unnumbered one in one instruction", "o-15": "a subchapter is a section to the parser",
             "o-18": "renumbering is read, and left to people"}
ANOTHER_NAME = {"f3-14": "the parser of laws takes the line below a dash for an alinea, not for an indent"}

Entry = Mapping[str, Any]


def text_of(name: str) -> str:
    item = ITEMS[name]
    head, tail = FRAMES[item["language"]]
    texts: dict[str, str] = {"many": head + item["text"] + tail, "one": f"Закон\n{item['text']}{tail}", "act": item["text"]}
    return texts[item["frame"]]


@cache
def act(name: str) -> AmendingAct:
    return read_act(read(text_of(name).encode(), name), ITEMS[name]["language"])


def made(name: str) -> list[Instruction]:
    return [each for item in act(name).items for each in item.instructions]


def flat(text: str) -> str:
    return re.sub(r"\s", "", folded(text)).rstrip(".;,:")


def units(each: Instruction) -> list[str]:
    return list(dict.fromkeys(re.sub(r"__(?:sentence|row)_[-\d]+$", "", written(target)) for target in each.edit.targets))


def expected(name: str) -> list[Entry]:
    """Return what must be read; of a refused instruction it may also be told that it is not understood."""
    told: list[Entry] = ITEMS[name].get("instructions", [])
    residue = any(item.residue for item in act(name).items)
    return [each for each in told if not (residue and each.get("refused"))]


@pytest.mark.parametrize("name", [name for name, item in ITEMS.items() if name not in NO_ITEM and not item.get("refused")])
def test_an_item_is_read_as_a_lawyer_reads_it(name: str) -> None:
    item, = act(name).items
    law = ITEMS[name]["law"]
    assert (str(item.target.adopted), flat(item.target.title or "")) == (law["adopted"], flat(law["title"]))
    if not any(each.get("refused") for each in ITEMS[name]["instructions"]):
        assert not item.residue
    for each, told in zip(made(name), expected(name), strict=True):
        assert each.refused is None or told.get("refused"), each.refused
        assert told["form"] in (each.form, each.verb, "F20")
        assert each.place.step == told.get("step", "")
        assert set(told.get("address", [])) - set(units(each)) <= between(told)
        assert [flat(word) for word in each.edit.search] == [flat(word) for word in told.get("search", [])]
        assert [flat(word) for word in each.edit.put] == [flat(word) for word in told.get("replacement", [])]
        assert [flat("\n".join(block.lines)) for block in each.wordings] == [flat(block) for block in told.get("payload", [])]


@pytest.mark.parametrize("name", [name for name, item in ITEMS.items() if "base" not in item and name not in NO_ITEM
                                  and not any(each.get("refused") for each in (item, *item.get("instructions", ())))])
def test_a_strange_word_in_an_instruction_is_never_passed_over(name: str) -> None:
    """Wherever it stands outside of quotations, the item is not whole any more: no wording swallows it either."""
    source = read(text_of(name).encode(), name)
    for each in made(name):
        for place in (match.start() for match in re.finditer(r"(?<=\s)(?=[^\W\d])", each.text)):
            before = each.text[:place]
            if before.count("«") == before.count("»") and before.count('"') % 2 == 0:
                at = each.span.start + place
                text = f"{source.text[:at]}бум {source.text[at:]}"
                changed = read_act(read(text.encode(), name), ITEMS[name]["language"])
                assert not all(item.whole for item in changed.items), f"{before}бум"


@pytest.mark.parametrize("form", ["F1", "F2", "F3", "F4", "F5", "F6", "F7"])
def test_forty_items_of_each_common_form_differ_in_more_than_names_and_numbers(form: str) -> None:
    own = [item for item in ITEMS.values() if "base" not in item and not item.get("refused")
           and any(form in (each["form"], each.get("verb")) and not each.get("refused") for each in item["instructions"])]
    assert min(len({bare(item["text"]) for item in own}), len({item["law"]["title"] for item in own})) >= 40


def bare(text: str) -> str:
    """Leave of an item what is neither quoted, nor in brackets, nor a number, nor a day."""
    quoted = re.sub(r"«[^«»]*(?:«[^«»]*»?[^«»]*)*»|\"[^\"]*\"|\([^)]*\)", "", text)
    return re.sub(r"\s+|\d+(?:-\d+)?|от \S+ \w+ \d{4}", " ", quoted)


def between(told: Entry) -> set[str]:
    """Return the addresses of inserted numbers, which a run of numbers takes along where the law has them."""
    return {each for each in told.get("address", []) if Eid(each.split("__sentence")[0]).inserted_number}


@pytest.mark.parametrize("name", [name for name, item in ITEMS.items() if item.get("refused") or name in NO_ITEM])
def test_an_item_that_cannot_be_understood_is_not_whole(name: str) -> None:
    read_items, findings = act(name).items, act(name).findings
    if name in SOUND_ITEM:
        assert all(item.whole for item in read_items)
    else:
        assert findings or not all(item.whole for item in read_items)
        assert any(each for item in read_items for each in item.findings) or findings


@pytest.mark.parametrize("name", [name for name, item in ITEMS.items() if "before" in item and name not in NO_ITEM])
def test_its_instructions_are_applied_at_once_or_held_back(name: str) -> None:
    item = ITEMS[name]
    instructions = made(name)
    applied = apply_item(instructions, before(item), item["language"])
    if any(each.get("refused") for each in item["instructions"]) or item.get("refused"):
        held = [place for place, each in enumerate(expected(name)) if each.get("refused")]
        assert set(held) <= set(applied.refused)
    elif name in HELD_BACK:
        assert applied.refused
    else:
        assert applied.refused == {}
        after = {eid: flat(text) for eid, text in texts_of(applied.law).items()}
        told = {eid: flat(text) for eid, text in item["after"].items()}
        assert (sorted(after.values()) == sorted(told.values())) if name in ANOTHER_NAME else (after == told)


def before(item: Entry) -> Node:
    """Return the law as an item tells it: wordings by address, with what they stand in."""
    texts: dict[str, str] = {eid: text for eid, text in item["before"].items() if eid != "law__heading"}
    eids = dict.fromkeys(each for eid in texts for each in _chain(Eid(eid.removesuffix("__heading"))))
    return law_of(_provisions(list(eids), texts, item.get("after", {})), item["before"].get("law__heading"))


def _chain(eid: Eid) -> list[str]:
    return [*reversed(eid.ancestors), eid]


def _provisions(eids: list[str], texts: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Provision]:
    """Give provisions; an article that outlives the chapter printed above it stands outside of it."""
    division: Eid | None = None
    for eid in map(Eid, eids):
        within = eid.parent
        if within is None and eid.kind.divides:
            division = eid
        elif within is None and eid.kind is Kind.ARTICLE:
            stays = f"{division}__heading" in after or not any(key.startswith(eid) for key in after)
            within = division if stays else None
        number = None if eid.kind.counted else eid.number or None
        yield Provision(eid, eid.kind, number, texts.get(f"{eid}__heading"), texts.get(eid), excluded=False,
                        span=Span(0, 0, 1), within=within)
