"""FRBR addresses as the naming convention of Akoma Ntoso makes them, written and read.

`/akn/kz/act/2010-04-29/271-IV/eng@2013-07-20/!main~art_7`: the work, its expression in a language on a day, its main
component, a provision in it. Each part behind the work may be left out, from the end on.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, unquote

from lawgraph.languages.state import COUNTRY
from lawgraph.law.authors import Act
from lawgraph.law.days import parse_day
from lawgraph.law.eid import Eid
from lawgraph.law.errors import DayError, EidError, LawgraphError, Phrase
from lawgraph.queries.values import LawRow

ROOT = f"/akn/{COUNTRY}/act"
_ADDRESS = re.compile(
    rf"{ROOT}/(?P<adopted>[^/]+)/(?P<number>[^/!~@]+)(?:/(?P<lang>[a-z]{{3}})(?:@(?P<day>\d{{4}}-\d\d-\d\d))?)?"
    r"(?:/!main)?(?:/?~(?P<eid>[^/.]+))?(?:\.akn)?/?", re.ASCII)
_LONGEST = 700
_STANDING_FOR_NONE = (range(1, 1600), range(2200, 10000))
"""Years of days that elsewhere stand for a day that is not known."""


@dataclass(frozen=True, slots=True)
class AkomaName:
    """Hold what an address names: an act by number and day of adoption, in a language, on a day, a provision of it."""

    adopted: date
    number: str
    lang: str | None = None
    day: date | None = None
    eid: Eid | None = None

    @property
    def work(self) -> str:
        """The address of the work."""
        return f"{ROOT}/{self.adopted.isoformat()}/{quote(self.number, safe='')}"

    @property
    def expression(self) -> str:
        """The address of the expression; without a day it is that of all versions together."""
        return f"{self.work}/{self.lang}{f'@{self.day.isoformat()}' if self.day else ''}"

    @property
    def whole(self) -> str:
        """The address of the main component, or of a provision in it."""
        return f"{self.expression if self.lang else self.work}/!main{f'~{self.eid}' if self.eid else ''}"


def stands_for_none(day: date) -> bool:
    """Tell whether a day is none of a law: in other people's data it stands for one that is not known."""
    return any(day.year in years for years in _STANDING_FOR_NONE)


def name_of(law: LawRow, eid: Eid | None = None) -> AkomaName:
    """Return the name of a law as a work, or of a provision of it."""
    return AkomaName(law.adopted, law.number, eid=eid)


def address_of_act(act: Act) -> str:
    """Return the address of an act; one that is named only in part has none in the convention, and gets one of ours."""
    if act.number and act.adopted:
        return AkomaName(act.adopted, act.number).work
    return f"/akn/ontology/concept/{COUNTRY}/act/{quote(act.name, safe='')}"


def read_address(text: str) -> AkomaName:
    """Return what an address names; raise `LawgraphError` where it is none of this country's acts."""
    match = _ADDRESS.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        raise LawgraphError(repr(text[:80]), Phrase("this is no address of an act of Kazakhstan"),
                            Phrase("write it as %(example)s",
                                   example=f"{ROOT}/2010-04-29/271-IV/eng@2013-07-20/!main~art_7"))
    try:
        named = AkomaName(parse_day(match["adopted"]), unquote(match["number"]), match["lang"])
        return replace(named, day=parse_day(match["day"]) if match["day"] else None,
                       eid=Eid.parse(match["eid"]) if match["eid"] else None)
    except (DayError, EidError) as error:
        raise LawgraphError(repr(text[:80]), str(error), Phrase("mend this part of the address")) from None
