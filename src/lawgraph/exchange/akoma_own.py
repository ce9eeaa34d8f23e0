"""Our own elements, in `proprietary`: all that Akoma Ntoso has no word for. `schemas/lawgraph.xsd` describes them.

Of each provision every answer stands there with its grade, its bounds, the ground of each and the reasons; a wording is
named by the paragraph that holds it, so that no text stands twice.
"""

from collections.abc import Mapping
from datetime import date

from lawgraph.exchange.akoma_held import Life, ToldLaw
from lawgraph.exchange.akoma_xml import Attributes, put
from lawgraph.law.authors import Act, Dropped, Untold
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid
from lawgraph.law.model import Amendment, Reason, Version
from lawgraph.queries.values import ActRow, SourceRow
from lawgraph.reading.akoma import Element
from lawgraph.voice.basis import basis_sentence
from lawgraph.voice.recorded import because_sentence

Texts = Mapping[tuple[Eid, date | None], str]
"""The names of the paragraphs that hold wordings, by provision and first day."""


def write_own(own: Element, told: ToldLaw, texts: Texts) -> None:
    """Write all that is told of the law, its sources, the acts, its changes and its provisions."""
    law = told.law
    made = put(own, "lg:law", {
        "id": law.id, "number": law.number, "adopted": _iso(law.adopted), "kind": law.kind, "lang": told.lang,
        "gazette": law.gazette, "horizon": _iso(law.horizon), "actsCompleteUntil": _iso(law.acts_complete_until),
        "actsKnown": law.acts_known, "build": told.build})
    for lang, title in law.titles:
        put(made, "lg:title", {"lang": lang}, title)
    _bounds(made, "lg:start", law.start)
    if told.source:
        _source(own, told.source)
    for act in told.acts:
        _act(own, act)
    for change in told.changes:
        _change(own, change)
    for life in told.lives:
        _provision(own, life, texts)


def _source(own: Element, source: SourceRow) -> None:
    put(own, "lg:source", {
        "file": source.file, "standing": source.standing, "official": _yes(source.official), "address": source.address,
        "sha256": source.sha256, "day": _iso(source.day), "retrieved": _iso(source.retrieved)})


def _act(own: Element, row: ActRow) -> None:
    put(own, "lg:act", {**_named(row.act), "adilet": row.adilet_id, "guessed": _yes(row.guessed),
                        "gazette": row.gazette})


def _named(act: Act) -> Attributes:
    return {"name": act.name, "number": act.number, "adopted": _iso(act.adopted), "kind": act.kind,
            "within": act.within}


def _change(own: Element, change: Amendment) -> None:
    by = change.by
    author = "act" if isinstance(by, Act) else "dropped" if isinstance(by, Dropped) else "untold" if isinstance(
        by, Untold) else "unnamed"
    made = put(own, "lg:change", {
        "by": author, "act": change.act_name, "target": change.target, "action": change.action, "scope": change.scope,
        "until": _iso(change.until), "restated": " ".join(change.restated) or None,
        "foreseen": _yes(change.foreseen)})
    _bounds(made, "lg:operative", change.operative)
    for each in change.sources:
        put(made, "lg:told", {"kind": each.kind, "file": each.file, "line": str(each.line) if each.line else None},
            each.text)


def _provision(own: Element, life: Life, texts: Texts) -> None:
    place = life.place
    made = put(own, "lg:provision", {"eid": place.eid, "kind": place.kind, "number": place.number,
                                     "within": place.within})
    for each in life.versions:
        _version(made, each, texts.get((place.eid, each.start.latest)))


def _version(provision: Element, version: Version, paragraph: str | None) -> None:
    words = "held" if version.text else "none of its own" if version.text == "" else "not held"
    made = put(provision, "lg:version", {
        "inOperation": version.in_operation, "wording": version.wording, "words": words,
        "in": f"#{paragraph}" if paragraph and version.text else None,
        "introducedBy": " ".join(version.introduced_by) or None, "endedBy": " ".join(version.ended_by) or None,
        "nearestFrom": _iso(version.nearest_from), "nearestBefore": _iso(version.nearest_before)})
    _bounds(made, "lg:from", version.start)
    _bounds(made, "lg:before", version.before)
    for each in version.because:
        _because(made, each)


def _because(version: Element, reason: Reason) -> None:
    quoted = reason.source
    made = put(version, "lg:because", {
        "kind": reason.kind, "act": reason.act, "target": reason.target, "sentence": because_sentence(reason)})
    if reason.operative:
        _bounds(made, "lg:operative", reason.operative)
    if quoted:
        put(made, "lg:told", {"kind": quoted.kind, "file": quoted.file,
                              "line": str(quoted.line) if quoted.line else None}, quoted.text)


def _bounds(within: Element, name: str, bounds: DayBounds) -> None:
    put(within, name, {"earliest": _iso(bounds.earliest), "latest": _iso(bounds.latest),
                       "basis": basis_sentence(bounds.basis) or None, "grounds": bounds.basis.data})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _yes(told: object) -> str | None:
    return "true" if told else None
