"""The invented items of amending acts are well formed, and what they expect stands in their own text."""

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ITEMS = Path(__file__).parent / "replay_items"
EID = re.compile(r"[a-z]+(_\d+(-\d+)*)?(__[a-z]+(_\d+(-\d+)*)?)*")
ITEM = {"id", "base", "shows", "frame", "language", "text", "law", "refused", "why", "findings", "instructions", "before", "after"}
INSTRUCTION = {"step", "form", "verb", "side", "address", "targets", "new", "rows", "language", "sentence", "search", "replacement",
               "payload", "refused", "why", "readings"}


def _items(path: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["item"])


EVERY = [item for path in sorted(ITEMS.glob("*.toml")) for item in _items(path)]


def _tight(text: str) -> str:
    return "".join(text.replace("#", "").split())  # a heading may have been turned into Markdown


def test_no_two_items_have_one_name() -> None:
    assert max(Counter(item["id"] for item in EVERY).values()) == 1


@pytest.mark.parametrize("form", [path.stem for path in sorted(ITEMS.glob("f[1-7].toml"))])
def test_every_common_form_has_forty_items_of_fifteen_bases(form: str) -> None:
    items = _items(ITEMS / f"{form}.toml")
    assert len(items) >= 40
    assert sum("base" not in item for item in items) >= 15
    assert all(form.upper() in [read["form"] for read in item["instructions"]] for item in items)


def test_rare_forms_kazakh_and_refusals_have_items_of_their_own() -> None:
    kazakh, refused = _items(ITEMS / "kazakh.toml"), _items(ITEMS / "refused.toml")
    assert len(kazakh) >= 20
    assert {f"F{row}" for row in range(1, 8)} <= {read["form"] for item in kazakh for read in item["instructions"]}
    assert len(refused) >= 20
    assert all("refused" in item or any("refused" in read for read in item["instructions"]) for item in refused)
    rare = {item["id"].removeprefix("o-").strip("abcdeint-") for item in _items(ITEMS / "others.toml")}
    assert {f"{row:02}" for row in range(8, 22)} <= rare
    assert len(_items(ITEMS / "simultaneous.toml")) >= 3


@pytest.mark.parametrize("item", EVERY, ids=[item["id"] for item in EVERY])
def test_what_an_item_expects_stands_in_its_text(item: dict[str, Any]) -> None:
    text = _tight(item["text"])
    assert item.keys() <= ITEM
    assert item["frame"] in {"many", "one", "act"}
    assert ("refused" in item) == ("why" in item)
    for read in item.get("instructions", ()):
        assert read.keys() <= INSTRUCTION
        assert ("refused" in read) == ("why" in read)
        for words in ("search", "replacement", "payload"):
            assert all(_tight(quoted) in text for quoted in read.get(words, ()))


@pytest.mark.parametrize("item", EVERY, ids=[item["id"] for item in EVERY])
def test_addresses_are_addresses_of_the_state(item: dict[str, Any]) -> None:
    before, after = item.get("before", {}), item.get("after", {})
    for read in item.get("instructions", ()):
        named = [*read["address"], *read.get("targets", ()), *read.get("new", ())]
        assert all(EID.fullmatch(eid) for eid in [*named, *before, *after])
        if after and "refused" not in read:
            assert all(any(unit == eid or unit.startswith(f"{eid}__") for unit in after) for eid in read.get("new", ()))
