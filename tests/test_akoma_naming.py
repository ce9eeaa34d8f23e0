"""FRBR addresses are written and read by the naming convention, and what is none is refused in one line."""

from datetime import date

import pytest

from lawgraph.exchange.told import AkomaName, address_of_act, read_address
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.eid import Eid
from lawgraph.law.errors import LawgraphError

ADOPTED, DAY = date(2010, 4, 29), date(2013, 7, 20)


@pytest.mark.parametrize(("text", "named"), [
    ("/akn/kz/act/2010-04-29/271-IV", AkomaName(ADOPTED, "271-IV")),
    ("/akn/kz/act/2010-04-29/271-IV/!main~art_7", AkomaName(ADOPTED, "271-IV", eid=Eid("art_7"))),
    ("/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20.akn", AkomaName(ADOPTED, "271-IV", "eng", DAY)),
    ("/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main.akn", AkomaName(ADOPTED, "271-IV", "eng", DAY)),
    ("/akn/kz/act/2010-04-29/271-IV/eng", AkomaName(ADOPTED, "271-IV", "eng")),
    ("/akn/kz/act/2010-04-29/271-IV/rus@2013-07-20/!main", AkomaName(ADOPTED, "271-IV", "rus", DAY)),
    ("/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main~art_7", AkomaName(ADOPTED, "271-IV", "eng", DAY, Eid("art_7"))),
])
def test_an_address_is_read_and_written_as_it_was(text: str, named: AkomaName) -> None:
    assert read_address(text) == named
    assert read_address(named.whole) == named
    assert read_address(named.work).number == named.number


@pytest.mark.parametrize("text", [
    "", "/akn", "/akn/za/act/2010-04-29/271-IV", "/akn/kz/act/2010-02-30/271-IV", "/akn/kz/act/2010-04-29/271-IV/eng@never",
    "/akn/kz/act/2010-04-29/271-IV/eng/!main~article7", "/akn/kz/act/2010-04-29/" + "9" * 1000, "/akn/kz/act/2010-04-29/a/../b",
])
def test_what_is_no_address_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(LawgraphError) as refused:
        read_address(text)
    assert "\n" not in str(refused.value)


def test_an_act_that_is_named_in_part_has_no_address_of_the_convention() -> None:
    assert address_of_act(Act("124-V", date(2013, 7, 3), ActKind.LAW)) == "/akn/kz/act/2013-07-03/124-V"
    assert address_of_act(Act("69", None, ActKind.ORDER, "Z1")) == "/akn/ontology/concept/kz/act/order-undated-69%40Z1"
