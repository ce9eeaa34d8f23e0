"""Pages as linked data: `Legislation` of schema.org, with the properties of the European Legislation Identifier.

Only what is sure is told: whether a law is in force stands there where it surely is or surely is not, and a day of
operation only where it is one day. `Path` is a path of this site; whoever writes it knows the address. Those of Akoma
Ntoso are the names that the graph of all laws gives to the same things.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.exchange.told import name_of
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.values import PageHead
from lawgraph.voice.names import HTML_LANGUAGES, provision_name

CONTEXT = "https://schema.org"
_IN, _NOT_IN, PARTLY_IN = (f"{CONTEXT}/{each}" for each in ("InForce", "NotInForce", "PartiallyInForce"))


@dataclass(frozen=True, slots=True)
class Path:
    """Stand for the address of a page of this site."""

    path: str


Value = str | Path | tuple["Thing | str | Path", ...]
Thing = Mapping[str, Value]


def whole(told: Thing) -> Thing:
    """Return linked data that stand by themselves."""
    return {"@context": CONTEXT, **told}


def page_about(expression: Expression, head: PageHead) -> Thing:
    """Return a page as one about a law."""
    return whole({"@type": "WebPage", "name": head.title, "url": Path(head.path), "about": (_reference(expression),)})


def absolute(thing: Thing, address: Callable[[str], str]) -> Mapping[str, object]:
    """Return linked data with the addresses of pages in place of their paths."""
    return {name: _written(value, address) for name, value in thing.items()}


def _written(value: "Value | Thing", address: Callable[[str], str]) -> object:
    match value:
        case Path():
            return address(value.path)
        case str():
            return value
        case Mapping():
            return absolute(value, address)
        case _:
            return [_written(each, address) for each in value]


def law(expression: Expression) -> Thing:
    """Return a law."""
    law, source = expression.law, expression.source
    named = Path(replace(name_of(law), lang=expression.lang).expression)
    same: Thing = {"sameAs": (source.address, named) if source and source.address else named}
    return {**_reference(expression), "legislationIdentifier": law.number,
            "legislationType": law.kind, "legislationDate": law.adopted.isoformat(), "legislationJurisdiction": "KZ",
            "inLanguage": HTML_LANGUAGES[expression.lang], **same}


def _reference(expression: Expression) -> Thing:
    return {"@type": "Legislation", "@id": Path(expression.path), "name": expression.title}


def part(expression: Expression, eid: Eid, name: str) -> Thing:
    """Return a provision as a part of its law."""
    return {"@type": "Legislation", "@id": Path(expression.path_of(eid)), "name": name}


def work_of(expression: Expression, eid: Eid) -> Thing:
    """Return which provision, in all languages and of all days, the text of one language is of."""
    return {"exampleOfWork": ({"@id": Path(name_of(expression.law, eid).whole)},)}


def provision(expression: Expression, eid: Eid, name: str) -> Thing:
    """Return a provision with all that encloses it."""
    around = expression.around(eid)
    above = tuple(part(expression, each, provision_name(each)) for each in reversed(around))
    return {**part(expression, eid, name), "legislationIdentifier": f"{expression.law.number}, {eid}",
            "inLanguage": HTML_LANGUAGES[expression.lang], "isPartOf": (*above, _reference(expression))}


def applies(bounds: DayBounds) -> Thing:
    """Return the first day of operation, where it is one day."""
    return {"legislationDateOfApplicability": bounds.earliest.isoformat()} if bounds.exact and bounds.earliest else {}


def force(presence: Presence) -> Thing:
    """Return whether something is in force, where that is sure."""
    told = {Presence.YES: _IN, Presence.NO: _NOT_IN}.get(presence)
    return {"legislationLegalForce": told} if told else {}


def on_a_day(expression: Expression, head: PageHead, day: date) -> Thing:
    """Return what is told of a text on a day: no legal force, which is that of today."""
    source = expression.source
    value = "OfficialLegalValue" if source and source.official else "UnofficialLegalValue"
    text: Thing = {"@type": "LegislationObject", "url": Path(head.path), "encodingFormat": "text/html",
                   "inLanguage": HTML_LANGUAGES[expression.lang], "legislationLegalValue": f"{CONTEXT}/{value}"}
    return {"url": Path(head.path), "legislationDateVersion": day.isoformat(), "encoding": (text,)}
