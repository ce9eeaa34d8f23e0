"""What stands about a law in a document: its days, its changes as modifications, and our own elements.

An event stands on the earliest day that it can have, and again on the latest, with its bounds beside it. A day on which
only what may be said changes (an edition proves a wording, the horizon ends what is sure) is an event too, of evidence:
no act is named for it. An act's legal force (its signing) and its being in operation are two axes. What is only
foreseen, not understood, or stands in for what no source tells, is no modification, and stands in `proprietary` alone.

There stands all that Akoma Ntoso has no word for; `schemas/lawgraph.xsd` describes it: of each provision every answer
with its grade, its bounds, the ground of each and the reasons. A wording is named by the paragraph that holds it, so
that no text stands twice.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lxml import etree

from lawgraph.exchange.told import Life, ToldLaw
from lawgraph.law.amendments import Action, Amendment
from lawgraph.law.authors import Act, Author, Dropped, Unnamed, Untold
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.versions import Presence, Reason, Version
from lawgraph.queries.values import ActRow, SourceRow
from lawgraph.reading.akoma_document import AKN, CHARACTER, OWN, Element
from lawgraph.voice.recorded import basis_sentence, because_sentence

Attributes = dict[str, str | int | date | None]

# What XML cannot hold stands as an empty span that names the character; a line end as an empty eol.
_SPECIAL = re.compile(r"(\n|[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff])")
_INLINE = {*(f"{AKN}{name}" for name in ("p", "num", "heading", "docTitle", "span", "remark")), f"{OWN}told"}


def put(within: Element, name: str, attributes: Attributes | None = None, text: str | None = None) -> Element:
    """Add an element (`lg:` stands for ours), without the attributes that are `None`; return it."""
    made = etree.SubElement(within, _full(name, AKN))
    give(made, attributes or {})
    if text:
        write_text(made, text)
    return made


def give(element: Element, attributes: Attributes) -> None:
    """Give an element attributes, without those that are `None`."""
    for key, value in attributes.items():
        if value is not None:
            element.set(_full(key, ""), _SPECIAL.sub(" ", str(value)))


def write_text(within: Element, text: str) -> None:
    """Write a text into an element so that `read_text` gives it back, to the last character."""
    within.text, *others = _SPECIAL.split(text)
    for special, behind in zip(others[::2], others[1::2], strict=True):
        made = etree.SubElement(within, f"{AKN}eol" if special == "\n" else f"{AKN}span")
        if special != "\n":
            made.set(CHARACTER, f"{ord(special):X}")
        made.tail = behind


def serialized(root: Element) -> str:
    """Return a document as text, an element on a line, but none of the law's words broken."""
    for each in root.iter():
        if len(each) and each.tag not in _INLINE and not each.text:
            each.text = "\n"
            for inside in each:
                inside.tail = "\n"
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _full(name: str, own: str) -> str:
    return f"{OWN}{name[3:]}" if name.startswith("lg:") else f"{own}{name}"


class Axis(StrEnum):
    """What an event is about: an act's legal force, its being in operation, or what the sources prove."""

    FORCE = "force"
    EFFICACY = "efficacy"
    EVIDENCE = "evidence"


UNTOLD = "untold"
ORIGINAL = "original"
IN_OPERATION, UNCERTAIN, NOT_IN_OPERATION, IN_FORCE = "inOperation", "uncertain", "notInOperation", "inForce"
CONCEPTS = {IN_OPERATION: "in operation", UNCERTAIN: "not certain to be in operation",
            NOT_IN_OPERATION: "not in operation", IN_FORCE: "in legal force"}
_STATES = {Presence.YES: IN_OPERATION, Presence.PRESUMED: IN_OPERATION, Presence.POSSIBLE: UNCERTAIN,
           Presence.NO: NOT_IN_OPERATION}
_Interval = tuple[str | None, str | None, str]


def reference_to(act: str | None) -> str:
    """Return the name under which a document refers to an act, or to one that no source names."""
    return f"act_{act}" if act else UNTOLD


@dataclass(slots=True)
class Times:
    """Collect the events and stretches of a document while it is written."""

    told: ToldLaw
    _events: dict[str, Attributes] = field(default_factory=dict)
    _groups: dict[tuple[_Interval, ...], str] = field(default_factory=dict)
    _changes: dict[tuple[str, date], Amendment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for change in self.told.changes:
            for day in (change.operative.earliest, change.operative.latest):
                if change.act_name and day:
                    self._changes.setdefault((change.act_name, day), change)

    def of_law(self) -> tuple[str, str | None]:
        """Return the stretches for which the law has legal force, and is in operation if its first day is known."""
        law = self.told.law
        force = self._group([(self._event(law.adopted, "generation", ORIGINAL, Axis.FORCE), None, IN_FORCE)])
        first = law.start.earliest or law.start.latest
        if first is None:
            return force, None
        start = self._event(first, "generation", ORIGINAL, Axis.EFFICACY, law.start)
        return force, self._group([(start, None, IN_OPERATION)])

    def of_change(self, change: Amendment) -> tuple[str | None, str | None]:
        """Return the stretches for which a change has legal force, and is in operation, as far as days are known."""
        name, adopted = reference_to(change.act_name), change.act.adopted if change.act else None
        force = self._event(adopted, _kind(change), name, Axis.FORCE) if adopted else None
        first = change.operative.earliest or change.operative.latest
        start = self._of_act(first, change) if first and not change.operative.crossed else None
        ends = change.until is not None and first is not None and first <= change.until
        end = self._event(change.until, "amendment", name, Axis.EFFICACY) if change.until and ends else None
        return (self._group([(force, None, IN_FORCE)]) if force else None,
                self._group([(start, end, IN_OPERATION)]) if start else None)

    def of_version(self, version: Version) -> str | None:
        """Return the stretch on which a version is the answer."""
        return self._group([self._interval(version)])

    def of_presence(self, versions: Iterable[Version]) -> str | None:
        """Return the stretches on which a provision was, or may have been, in operation; those that meet are one."""
        met: list[_Interval] = []
        for each in versions:
            start, end, state = self._interval(each)
            if state != NOT_IN_OPERATION:
                joins = bool(met) and met[-1][1:] == (start, state) and start is not None
                met = [*met[:-1], (met[-1][0], end, state)] if joins else [*met, (start, end, state)]
        return self._group(met) if met else None

    def write(self, lifecycle: Element, temporal: Element) -> None:
        """Write what was collected: each event that a stretch begins or ends with, and the stretches."""
        cited = {event for group in self._groups for first, last, _ in group for event in (first, last)}
        for eid, attributes in sorted(self._events.items(), key=lambda each: (str(each[1]["date"]), each[0])):
            if eid in cited:
                put(lifecycle, "eventRef", {"eId": eid, **attributes})
        for intervals, name in self._groups.items():
            group = put(temporal, "temporalGroup", {"eId": name})
            for number, (start, end, state) in enumerate(intervals, 1):
                put(group, "timeInterval", {"eId": f"{name}__ti_{number}", "start": start and f"#{start}",
                                            "end": end and f"#{end}", "refersTo": f"#{state}"})

    def _interval(self, version: Version) -> _Interval:
        start = self._boundary(version.start.latest, version.introduced_by)
        return start, self._boundary(version.before.earliest, version.ended_by), _STATES[version.in_operation]

    def _boundary(self, day: date | None, acts: tuple[str, ...]) -> str | None:
        """Return the event on a day on which an answer begins or ends: of an act, of the law, else of the sources."""
        if day is None:
            return None
        for act in acts:
            if (act, day) in self._changes:
                return self._of_act(day, self._changes[act, day])
        if acts:
            return self._event(day, "amendment", reference_to(acts[-1]), Axis.EFFICACY)
        start = self.told.law.start
        if day in (start.earliest, start.latest):
            return self._event(day, "generation", ORIGINAL, Axis.EFFICACY, start)
        return self._event(day, "generation", "lawgraph", Axis.EVIDENCE)

    def _of_act(self, day: date, change: Amendment) -> str:
        return self._event(day, _kind(change), reference_to(change.act_name), Axis.EFFICACY, change.operative)

    def _event(self, day: date, kind: str, source: str, axis: Axis, bounds: DayBounds | None = None) -> str:
        eid = f"e_{axis}_{day}_{source}"
        inexact = bounds is not None and not bounds.exact
        if inexact and bounds:
            eid = "_".join([eid, str(bounds.earliest or "open"), str(bounds.latest or "open")])
        told: Attributes = {"date": day, "source": f"#{source}", "type": kind, "lg:axis": axis}
        if bounds:
            told |= {**day_attributes(bounds), "lg:basis": basis_sentence(bounds.basis) or None}
        self._events.setdefault(eid, told)
        return eid

    def _group(self, intervals: list[_Interval]) -> str:
        return self._groups.setdefault(tuple(intervals), f"tg_{len(self._groups) + 1}")


def _kind(change: Amendment) -> str:
    return "repeal" if change.action.ends and change.target == LAW else "amendment"


def day_attributes(bounds: DayBounds) -> Attributes:
    """Return the bounds of a day as attributes; one that is not known is left out, and so are two that cross."""
    if bounds.crossed:
        return {}
    return {"lg:earliest": bounds.earliest, "lg:latest": bounds.latest}


# The changes as modifications, passive and active.

_TEXTUAL = {
    Action.INSERTION: "insertion", Action.SUBSTITUTION: "substitution", Action.MODIFICATION: "substitution",
    Action.TEXT_SUBSTITUTION: "replacement", Action.EXCLUSION: "repeal", Action.REPEAL: "repeal",
    Action.RENUMBERING: "renumbering"}
_BY: dict[type[Author], str] = {Act: "act", Dropped: "dropped", Untold: "untold", Unnamed: "unnamed"}
_EFFICACY = {Action.EXPIRY: "endOfEfficacy", Action.SUSPENSION: "inapplication"}


def write_changes(analysis: Element, told: ToldLaw, times: Times, nearest: Callable[[Eid], str]) -> None:
    """Write what the law did to others, how it came into force and operation, and what was done to it."""
    if told.active:
        active = put(analysis, "activeModifications")
        for number, (target, change) in enumerate(told.active, 1):
            _from_to(_modification(active, change, f"am_{number}"), "#body", target)
    passive = put(analysis, "passiveModifications")
    force, operation = times.of_law()
    _of_law(passive, "forceMod", {"type": "entryIntoForce", "eId": "pm_force", "period": f"#{force}"})
    if operation:
        _of_law(passive, "efficacyMod", {"type": "entryIntoEfficacy", "eId": "pm_operation", "period": f"#{operation}"})
    for number, change in enumerate(told.changes, 1):
        if _made(change) and (told.day is None or change.operative.possibly_by(told.day)):
            _passive(passive, change, number, times, nearest)


def _of_law(passive: Element, name: str, attributes: Attributes) -> None:
    _from_to(put(passive, name, attributes), f"#{ORIGINAL}", "#body")


def _passive(passive: Element, change: Amendment, number: int, times: Times, nearest: Callable[[Eid], str]) -> None:
    made = _modification(passive, change, f"pm_{number}")
    target = "body" if change.target == LAW else nearest(change.target)
    _from_to(made, f"#{reference_to(change.act_name)}", f"#{target}")
    force, efficacy = times.of_change(change)
    for name, stretch in (("force", force), ("efficacy", efficacy)):
        if stretch:
            put(made, name, {"period": f"#{stretch}"})


def _modification(within: Element, change: Amendment, eid: str) -> Element:
    kind = _EFFICACY.get(change.action)
    return put(within, "efficacyMod" if kind else "textualMod", {
        "type": kind or _TEXTUAL.get(change.action, "substitution"), "eId": eid, "lg:target": change.target,
        "lg:action": change.action, "lg:scope": change.scope, **day_attributes(change.operative)})


def _from_to(made: Element, source: str, destination: str) -> None:
    put(made, "source", {"href": source})
    put(made, "destination", {"href": destination})


def _made(change: Amendment) -> bool:
    return not (change.foreseen or change.stands_in or change.action is Action.NOT_UNDERSTOOD)


Texts = Mapping[tuple[Eid, date | None], str]
"""The names of the paragraphs that hold wordings, by provision and first day."""


def write_own(own: Element, told: ToldLaw, texts: Texts) -> None:
    """Write all that is told of the law, its sources, the acts, its changes and its provisions."""
    law = told.law
    made = put(own, "lg:law", {
        "id": law.id, "number": law.number, "adopted": law.adopted, "kind": law.kind, "lang": told.lang,
        "gazette": law.gazette, "horizon": law.horizon, "actsCompleteUntil": law.acts_complete_until,
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
        "sha256": source.sha256, "day": source.day, "retrieved": source.retrieved})


def _act(own: Element, row: ActRow) -> None:
    act = row.act
    put(own, "lg:act", {
        "name": act.name, "number": act.number, "adopted": act.adopted, "kind": act.kind, "within": act.within,
        "adilet": row.adilet_id, "guessed": _yes(row.guessed), "gazette": row.gazette})


def _change(own: Element, change: Amendment) -> None:
    author = _BY[type(change.by)]
    made = put(own, "lg:change", {
        "by": author, "act": change.act_name, "target": change.target, "action": change.action, "scope": change.scope,
        "until": change.until, "restated": " ".join(change.restated) or None,
        "excepts": " ".join(change.but) or None, "inParts": _yes(change.deferred), "foreseen": _yes(change.foreseen)})
    _bounds(made, "lg:operative", change.operative)
    for each in change.sources:
        put(made, "lg:told", {"kind": each.kind, "file": each.file, "line": each.line}, each.text)


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
        **{f"{name}{end}": day for name, held in zip(("nearest", "other"), version.nearest, strict=False)
           for end, day in (("From", held.first), ("Before", held.before))}})
    _bounds(made, "lg:from", version.start)
    _bounds(made, "lg:before", version.before)
    for each in version.because:
        _because(made, each)


def _because(version: Element, reason: Reason) -> None:
    made = put(version, "lg:because", {
        "kind": reason.kind, "act": reason.act, "target": reason.target, "sentence": because_sentence(reason)})
    if reason.operative:
        _bounds(made, "lg:operative", reason.operative)
    if quoted := reason.source:
        put(made, "lg:told", {"kind": quoted.kind, "file": quoted.file,
                              "line": quoted.line}, quoted.text)


def _bounds(within: Element, name: str, bounds: DayBounds) -> None:
    put(within, name, {"earliest": bounds.earliest, "latest": bounds.latest,
                       "basis": basis_sentence(bounds.basis) or None, "grounds": bounds.basis.data})


def _yes(told: object) -> str | None:
    return "true" if told else None
