"""The law, or one provision, on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.eid import Eid
from lawgraph.model import Kind, Presence, Version


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a provision apart from any day: its address and where it stands in the law."""

    eid: str
    kind: Kind
    number: str | None
    within: str | None


@dataclass(frozen=True, slots=True)
class OnDay:
    """Hold what may be said of one provision on one day; `heading` repeats the text of its heading provision."""

    place: Place
    version: Version
    heading: str | None


def consolidate(places: Sequence[Place], versions: Iterable[Version]) -> tuple[OnDay, ...]:
    """Join the provisions of a law with their versions of one day, in document order; one without is left out."""
    known = {each.eid: each for each in versions}
    return tuple(OnDay(place, known[place.eid], _heading(known, place)) for place in places if place.eid in known)


def printed_on(provisions: Iterable[OnDay]) -> tuple[OnDay, ...]:
    """Return what a consolidated text of the day has to show: all that was, or may have been, in operation."""
    return tuple(each for each in provisions
                 if each.version.in_operation is not Presence.NO and each.place.kind is not Kind.HEADING)


def part_of(provisions: Iterable[OnDay], eid: str) -> tuple[OnDay, ...]:
    """Return a provision with its headings and parts, chapters with their articles."""
    everything = tuple(provisions)
    inside = {eid}
    for each in everything:
        if each.place.within in inside or Eid(each.place.eid).within(eid):
            inside.add(each.place.eid)
    return tuple(each for each in everything if each.place.eid in inside)


def in_operation(provisions: Iterable[OnDay]) -> int:
    """Count the provisions that were surely in operation."""
    return sum(each.version.in_operation is Presence.YES for each in provisions)


def first_differing_day(version: Version) -> date | None:
    """Return the first day for which the answer of a version holds."""
    return version.start.latest


def _heading(known: dict[str, Version], place: Place) -> str | None:
    heading = known.get(str(Eid(place.eid).child(Kind.HEADING)))
    return heading.text if heading else None
