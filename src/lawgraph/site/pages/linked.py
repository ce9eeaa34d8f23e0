"""Pages as linked data: `Legislation` of schema.org, with the properties of the European Legislation Identifier.

Only what is sure is told: whether a law is in force stands there where it surely is or surely is not, and a day of
operation only where it is one day. `Path` is a path of this site; whoever writes it knows the address.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Action, Presence, ReasonKind
from lawgraph.site.pages.act import ActPage, ChangedLaw
from lawgraph.site.pages.diff import ComparisonsPage, DiffPage
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.history import HistoryPage
from lawgraph.site.pages.law import LawOnDayPage, LawPage
from lawgraph.site.pages.matrix import MatrixPage
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.voice.names import HTML_LANGUAGES, provision_name

CONTEXT = "https://schema.org"
_IN, _NOT_IN, _PARTLY_IN = (f"{CONTEXT}/{each}" for each in ("InForce", "NotInForce", "PartiallyInForce"))


@dataclass(frozen=True, slots=True)
class Path:
    """Stand for the address of a page of this site."""

    path: str


Value = str | Path | tuple["Thing", ...]
Thing = Mapping[str, Value]


def linked_data(page: object) -> Thing | None:
    """Return what a page is about, as linked data; `None` for pages that are about no law and no act."""
    match page:
        case LawPage():
            told = _law_page(page)
        case LawOnDayPage():
            told = {**_law(page.expression), **_on_a_day(page)}
        case HistoryPage():
            told = {**_provision(page.expression, page.place.eid, page.name), **_force(_today(page))}
        case ProvisionOnDayPage():
            told = {**_provision(page.expression, page.place.eid, page.name), **_on_a_day(page)}
        case DiffPage() | ComparisonsPage() | MatrixPage():
            told = {"@type": "WebPage", "name": page.head.title, "url": Path(page.head.path),
                    "about": (_reference(page.expression),)}
        case ActPage():
            told = _act(page)
        case _:
            return None
    return {"@context": CONTEXT, **told}


def absolute(thing: Thing, address: Callable[[str], str]) -> Mapping[str, object]:
    """Return linked data with the addresses of pages in place of their paths."""
    return {name: _written(value, address) for name, value in thing.items()}


def _written(value: Value, address: Callable[[str], str]) -> object:
    if isinstance(value, Path):
        return address(value.path)
    return value if isinstance(value, str) else [absolute(each, address) for each in value]


def _law_page(page: LawPage) -> Thing:
    expression = page.expression
    whole = page.sheet.whole.most
    suspended = any(why.kind is ReasonKind.SUSPENDED for each in page.sheet.found
                    if each.version.in_operation is Presence.NO for why in each.version.because)
    parts = tuple(_part(expression, block.eid, block.name) for each in page.contents
                  for block in (each, *each.parts) if block.kind in (Kind.ARTICLE, Kind.ANNEX))
    force = {"legislationLegalForce": _PARTLY_IN} if whole is Presence.YES and suspended else _force(whole)
    return {**_law(expression), "url": Path(expression.path), **force, **_applies(expression.law.start),
            "hasPart": parts}


def _law(expression: Expression) -> Thing:
    law, source = expression.law, expression.source
    same: Thing = {"sameAs": source.address} if source and source.address else {}
    return {**_reference(expression), "legislationIdentifier": law.number,
            "legislationType": law.kind, "legislationDate": law.adopted.isoformat(), "legislationJurisdiction": "KZ",
            "inLanguage": HTML_LANGUAGES[expression.lang], **same}


def _reference(expression: Expression) -> Thing:
    return {"@type": "Legislation", "@id": Path(expression.path), "name": expression.title}


def _part(expression: Expression, eid: Eid, name: str) -> Thing:
    return {"@type": "Legislation", "@id": Path(expression.path_of(eid)), "name": name}


def _provision(expression: Expression, eid: Eid, name: str) -> Thing:
    around = expression.around(eid)
    above = tuple(_part(expression, each, provision_name(each)) for each in reversed(around))
    return {**_part(expression, eid, name), "legislationIdentifier": f"{expression.law.number}, {eid}",
            "inLanguage": HTML_LANGUAGES[expression.lang], "isPartOf": (*above, _reference(expression))}


def _act(page: ActPage) -> Thing:
    act = page.row.act
    published: Thing = {"datePublished": page.row.published.isoformat()} if page.row.published else {}
    adopted: Thing = {"legislationDate": act.adopted.isoformat()} if act.adopted else {}
    titles = [title for _, title in page.row.titles]
    changed = tuple(_changed(each) for each in page.laws)
    return {"@type": "Legislation", "@id": Path(page.head.path), "url": Path(page.head.path),
            "name": titles[0] if titles else page.head.title, "legislationIdentifier": act.number or act.name,
            "legislationType": page.kind, "legislationJurisdiction": "KZ", **adopted, **published,
            **(_applies(page.row.operative) if page.row.operative else {}), "legislationChanges": changed,
            **_done(page)}


def _changed(each: ChangedLaw) -> Thing:
    return {"@type": "Legislation", "@id": Path(each.path), "name": each.law.title}


def _done(page: ActPage) -> Thing:
    repealed = {each.law for each in page.row.effects
                if each.amendment.action is Action.REPEAL and each.amendment.target == "law"}
    ends = tuple(_changed(each) for each in page.laws if each.law.id in repealed)
    amends = tuple(_changed(each) for each in page.laws if each.law.id not in repealed)
    return {name: laws for name, laws in (("legislationRepeals", ends), ("legislationAmends", amends)) if laws}


def _applies(bounds: DayBounds) -> Thing:
    return {"legislationDateOfApplicability": bounds.earliest.isoformat()} if bounds.exact and bounds.earliest else {}


def _today(page: HistoryPage) -> Presence:
    """Return whether a provision is in operation today: before its first version it was not."""
    begun = [each for each in page.sheet.versions if each.start.latest and each.start.latest <= page.expression.today]
    return begun[-1].in_operation if begun else Presence.NO


def _force(presence: Presence) -> Thing:
    told = {Presence.YES: _IN, Presence.NO: _NOT_IN}.get(presence)
    return {"legislationLegalForce": told} if told else {}


def _on_a_day(page: LawOnDayPage | ProvisionOnDayPage) -> Thing:
    """Return what is told of a text on a day: no legal force, which is that of today."""
    source = page.expression.source
    value = "OfficialLegalValue" if source and source.official else "UnofficialLegalValue"
    text: Thing = {"@type": "LegislationObject", "url": Path(page.head.path), "encodingFormat": "text/html",
                   "inLanguage": HTML_LANGUAGES[page.expression.lang], "legislationLegalValue": f"{CONTEXT}/{value}"}
    return {"url": Path(page.head.path), "legislationDateVersion": page.days.day.isoformat(), "encoding": (text,)}
