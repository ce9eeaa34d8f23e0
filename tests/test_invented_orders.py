"""Orders with annexes of annexes, invented by chance, are read as they were written, in every format."""

import pytest

from invented_orders import WORDS, invented, printed
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize("seed", range(40))
def test_an_order_is_read_as_it_was_written(seed: int, lang: str) -> None:
    order = invented(seed, lang)
    for form, text in printed(order):
        document = parse(read(text.encode(), f"{lang}.{form}"), lang)
        assert [each.eid for each in document.provisions] == order.eids, form
        assert sorted((each.target, each.action, each.act.number) for each in document.claims if each.act) == sorted(order.claims), form
        assert document.unread == (), form
