"""Write a law as Akoma Ntoso 3.0: one day of it, or all its versions in one document.

A provision is one element, whatever became of it; its wordings are paragraphs in it, each with its stretch of time and
its grade. Where no wording is held a remark stands, in words. What the standard has no word for stands in our own
namespace, in `proprietary`.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from lxml import etree

from lawgraph.exchange.akoma_meta import (
    CONCEPTS,
    ORIGINAL,
    UNTOLD,
    Attributes,
    Times,
    give,
    put,
    reference_to,
    serialized,
    write_changes,
    write_own,
    write_text,
)
from lawgraph.exchange.told import Life, ToldLaw, address_of_act, name_of, stands_for_none
from lawgraph.languages.state import COUNTRY
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.errors import DayError, Phrase
from lawgraph.law.versions import Presence, Version
from lawgraph.printout.sheets import label
from lawgraph.reading.akoma_document import AKN_SPACE, OWN_SPACE, Element, sealed
from lawgraph.timeline.consolidation import tree_of_places

MEDIA_TYPE = "application/akn+xml"
_ELEMENTS = {kind: kind.value for kind in (
    Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT,
    Kind.ALINEA, Kind.INDENT)}
_FRONT = (Kind.HEADING, Kind.CONTENTS)
TITLE = Eid("law__heading")
_NOWHERE: Eid | None = None


def document(told: ToldLaw) -> str:
    """Return a law as a document of Akoma Ntoso; raise `DayError` for a day that elsewhere stands for none."""
    if told.day and stands_for_none(told.day):
        raise DayError(str(told.day), Phrase("other programs take it for a day that is not known"),
                       Phrase("name a day of the law"))
    root = etree.fromstring(f'<akomaNtoso xmlns="{AKN_SPACE}" xmlns:lg="{OWN_SPACE}"/>')
    act = put(root, "act", {"name": told.law.kind,
                            "contains": "singleVersion" if told.day else "multipleVersions"})
    meta = put(act, "meta")
    _identify(meta, told)
    _publish(meta, told)
    times, body = Times(told), _Body(told)
    lifecycle = put(meta, "lifecycle", {"source": "#lawgraph"})
    analysis = put(meta, "analysis", {"source": "#lawgraph"})
    temporal = put(meta, "temporalData", {"source": "#lawgraph"})
    write_changes(analysis, told, times, body.nearest)
    body.write(act, times)
    times.write(lifecycle, temporal)
    _refer(meta, told)
    write_own(put(meta, "proprietary", {"source": "#lawgraph"}), told, body.texts)
    return serialized(sealed(root))


class _Body:
    """Hold how the provisions of a document stand in each other, and where each wording was written."""

    def __init__(self, told: ToldLaw) -> None:
        tree = tree_of_places(each.place for each in told.lives)
        shown = {each.place.eid for each in told.lives if told.day is None or each.worded}
        self.shown = shown | {above for each in shown for above in tree.around(each)}
        self.told, self.tree = told, tree
        self.texts: dict[tuple[Eid, date | None], str] = {}
        self._within: Mapping[Eid | None, list[Life]] = defaultdict(list)
        for life in told.lives:
            if life.place.eid in self.shown:
                self._within[next(iter(tree.around(life.place.eid)), _NOWHERE)].append(life)

    def nearest(self, eid: Eid) -> str:
        """Return the name of the element at an address, else of the nearest around it."""
        return next((each for each in (eid, *self.tree.above(eid)) if each in self.shown), "body")

    def write(self, act: Element, times: Times) -> None:
        top = self._within[_NOWHERE]
        front = [each for each in top if each.place.kind in _FRONT]
        preambles = [each for each in top if each.place.kind is Kind.PREAMBLE]
        for name, lives in (("preface", front), ("preamble", preambles)):
            if lives:
                around = put(act, name)
                for each in lives:
                    self._container(around, each, times)
        body = put(act, "body", {"eId": "body"})
        for each in top:
            if each not in front and each not in preambles:
                self._provision(body, each, times)
        if not len(body):
            nothing = put(put(body, "hcontainer", {"eId": "nothing", "name": "nothing"}), "content",
                          {"eId": "nothing__content"})
            put(put(nothing, "p"), "remark", {"status": "editorial"}, "No provision was in operation on this day.")

    def _provision(self, within: Element, life: Life, times: Times) -> None:
        place = life.place
        name = _ELEMENTS.get(place.kind, "hcontainer")
        made = put(within, name, {"eId": place.eid, "name": place.kind if name == "hcontainer" else None,
                                  **_standing(life, times)})
        put(made, "num", text=label(place.kind, place.number, self.told.lang)) if place.number else None
        inside = self._within[place.eid]
        for each in inside:
            if each.place.kind is Kind.HEADING:
                self._heading(put(made, "heading", {"eId": each.place.eid}), each, times)
        units = [each for each in inside if each.place.kind is not Kind.HEADING]
        if not units or any(each.text != "" or each.because for each in life.worded):
            part = "intro" if units else "content"
            self._paragraphs(put(made, part, {"eId": f"{place.eid}__{part}"}), life, times)
        for each in units:
            self._provision(made, each, times)

    def _container(self, within: Element, life: Life, times: Times) -> None:
        made = put(within, "container", {"eId": life.place.eid, "name": life.place.kind, **_standing(life, times)})
        if life.place.number:
            put(made, "p", {"class": "num"}, label(life.place.kind, life.place.number, self.told.lang))
        self._paragraphs(made, life, times)
        for each in self._within[life.place.eid]:
            self._container(made, each, times)

    def _heading(self, heading: Element, life: Life, times: Times) -> None:
        """Write the wordings of a heading; one alone stands in it, several each in a span."""
        alone = len(life.worded) == 1
        for number, version in enumerate(life.worded, 1):
            eid = str(life.place.eid) if alone else f"{life.place.eid}-v{number}"
            within = heading if alone else put(heading, "span", {"eId": eid, "wId": life.place.eid})
            self._word(within, life, version, times)

    def _paragraphs(self, within: Element, life: Life, times: Times) -> None:
        eid = within.get("eId")
        for number, version in enumerate(life.worded, 1):
            made = put(within, "p", {"eId": f"{eid}__p_{number}", "wId": f"{eid}__p"})
            self._word(made, life, version, times)
        if not life.worded:
            put(within, "p")

    def _word(self, made: Element, life: Life, version: Version, times: Times) -> None:
        """Write a wording that is held; where it is not held, or not plainly sure, what may be said of it."""
        if version.text:
            title = life.place.eid == TITLE
            write_text(put(made, "docTitle") if title else made, version.text)
        give(made, {"period": f"#{times.of_version(version)}", "status": _status(version), **_grades(version)})
        self.texts[life.place.eid, version.start.latest] = made.get("eId") or ""
        if remark := self.told.remark(version, life.place.kind):
            put(made, "remark", {"status": "editorial"}, remark)


def _standing(life: Life, times: Times) -> Attributes:
    """Return when a provision was in operation, and of one version how sure that is."""
    stretch = times.of_presence(life.versions)
    alone = _grades(life.versions[0]) if len(life.versions) == 1 else {}
    removed = all(each.in_operation is Presence.NO for each in life.versions)
    return {"period": stretch and f"#{stretch}", "status": "removed" if removed else None, **alone}


def _grades(version: Version) -> Attributes:
    return {"lg:inOperation": version.in_operation, "lg:wording": version.wording}


def _status(version: Version) -> str | None:
    if version.in_operation is Presence.NO:
        return "removed"
    return "unknown" if version.text is None else None


def _identify(meta: Element, told: ToldLaw) -> None:
    """Write what the document is: the work, its expression, and the file as made from its sources."""
    law, named = told.law, told.named
    made = told.source.retrieved if told.source and told.source.retrieved else told.day or law.horizon or law.adopted
    dated = (told.day, "operation") if told.day else (law.horizon, "horizon") if law.horizon else (
        law.adopted, "adoption")
    identification = put(meta, "identification", {"source": "#lawgraph"})
    work = put(identification, "FRBRWork")
    _level(work, name_of(law).whole, named.work, (law.adopted, "adoption"), "#state")
    put(work, "FRBRcountry", {"value": COUNTRY})
    put(work, "FRBRnumber", {"value": law.number})
    put(work, "FRBRname", {"value": law.title(told.lang)})
    expression = put(identification, "FRBRExpression")
    _level(expression, named.whole, named.expression, dated, "#lawgraph")
    put(expression, "FRBRauthoritative", {"value": "false"})
    put(expression, "FRBRlanguage", {"language": told.lang})
    file = put(identification, "FRBRManifestation")
    _level(file, f"{named.whole}.akn", f"{named.expression}.akn", (made, "sources"), "#lawgraph")
    put(file, "FRBRformat", {"value": MEDIA_TYPE})


def _level(level: Element, this: str, uri: str, dated: tuple[date | None, str], author: str) -> None:
    put(level, "FRBRthis", {"value": this})
    put(level, "FRBRuri", {"value": uri})
    put(level, "FRBRdate", {"date": str(dated[0]), "name": dated[1]})
    put(level, "FRBRauthor", {"href": author})


def _publish(meta: Element, told: ToldLaw) -> None:
    for each in told.own.publications[:1] if told.own else ():
        put(meta, "publication", {"date": str(each.day), "name": each.organ or "", "showAs": each.organ or "",
                                  "number": each.issue})


def _refer(meta: Element, told: ToldLaw) -> None:
    """Write what the document refers to: the law itself, acts, and the concepts of time."""
    references = put(meta, "references", {"source": "#lawgraph"})
    put(references, "original", {"eId": ORIGINAL, "href": name_of(told.law).work, "showAs": f"№ {told.law.number}"})
    for each in told.acts:
        put(references, "passiveRef", {"eId": reference_to(each.act.name), "href": address_of_act(each.act),
                                       "showAs": f"№ {each.act.name}"})
    for name, shown in (("lawgraph", "lawgraph"), ("state", "Republic of Kazakhstan")):
        put(references, "TLCOrganization", {"eId": name, "href": f"/akn/ontology/organization/{name}", "showAs": shown})
    for name, shown in {**CONCEPTS, UNTOLD: "an act that no source names"}.items():
        put(references, "TLCConcept", {"eId": name, "href": f"/akn/ontology/concept/{name}", "showAs": shown})
