"""An order amends rules that an order approved: in no invented history a sure answer is wrong, however the rules are named."""

from collections.abc import Iterator
from datetime import date

import pytest

from lawgraph.law.eid import Kind
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.timeline.history import History, trace
from lives import version_on
from ministry import BEGINS, Order, amended, invented, sources

BEFORE, BEHIND = date(2019, 6, 30), date(2019, 7, 2)


def _answers(history: History, day: date) -> Iterator[tuple[str, Version]]:
    for each in history.timelines:
        version = version_on(each.versions, day)
        if version and each.unit.kind is not Kind.HEADING:
            yield str(each.unit.eid).removesuffix("__intro"), version


def _wrong(history: History, day: date, order: Order) -> Iterator[str]:
    provisions = {str(each.eid): (each.text or "").strip() for each in order.read().provisions}
    for eid, version in _answers(history, day):
        there, presence, text = eid in provisions, version.in_operation, (version.text or "").strip()
        if presence is (Presence.NO if there else Presence.YES) or (
                there and version.wording is Wording.ATTESTED and text != provisions[eid]):
            yield f"{day} {eid}: {presence} {text!r}"


@pytest.mark.parametrize("seed", range(60))
def test_no_sure_answer_on_an_order_and_its_rules_is_wrong(seed: int) -> None:
    order = invented(seed)
    after, words = amended(order, seed)
    history = trace(sources(order, words), "rus")
    assert [*_wrong(history, BEFORE, order), *_wrong(history, BEHIND, after)] == []


def test_most_is_sure_behind_an_order_that_amends_rules() -> None:
    """Where the texts are named so that no other can be meant, the list is whole, and all that it does not name is sure."""
    sure = 0
    for seed in range(60):
        order = invented(seed)
        _, words = amended(order, seed)
        answers = [version.sure or version.in_operation is Presence.NO for _, version in _answers(trace(sources(order, words), "rus"), BEHIND)]
        sure += all(answers)
    assert BEGINS < BEHIND
    assert sure >= 40
