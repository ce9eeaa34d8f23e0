"""The days of a document: events, and the stretches of time between them that wordings and changes have.

An event stands on the earliest day that it can have, and again on the latest, with its bounds beside it. A day on which
only what may be said changes (an edition proves a wording, the horizon ends what is sure) is an event too, of evidence:
no act is named for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lawgraph.exchange.akoma_held import ToldLaw
from lawgraph.exchange.akoma_xml import Attributes, put
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW
from lawgraph.law.model import Amendment, Presence, Version
from lawgraph.reading.xml import Element
from lawgraph.voice.basis import basis_sentence


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
        start = self._of_act(first, change) if first else None
        end = self._event(change.until, "amendment", name, Axis.EFFICACY) if change.until else None
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
        for eid, attributes in sorted(self._events.items(), key=lambda each: (each[1]["date"] or "", each[0])):
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
        for change in self.told.changes:
            if change.act_name in acts and day in (change.operative.earliest, change.operative.latest):
                return self._of_act(day, change)
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
        told: Attributes = {"date": str(day), "source": f"#{source}", "type": kind, "lg:axis": axis}
        if bounds:
            told |= {**day_attributes(bounds), "lg:basis": basis_sentence(bounds.basis) or None}
        self._events.setdefault(eid, told)
        return eid

    def _group(self, intervals: list[_Interval]) -> str:
        return self._groups.setdefault(tuple(intervals), f"tg_{len(self._groups) + 1}")


def _kind(change: Amendment) -> str:
    return "repeal" if change.action.ends and change.target == LAW else "amendment"


def day_attributes(bounds: DayBounds) -> Attributes:
    """Return the bounds of a day as attributes of ours; a bound that is not known is left out."""
    return {"lg:earliest": _iso(bounds.earliest), "lg:latest": _iso(bounds.latest)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
