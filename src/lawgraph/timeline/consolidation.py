"""The law, or one provision, on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Version
from lawgraph.law.tree import Tree, tree_of


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a provision apart from any day: its address and where it stands in the law."""

    eid: Eid
    kind: Kind
    number: str | None
    within: Eid | None


@dataclass(frozen=True, slots=True)
class OnDay:
    """Hold what may be said of one provision on one day; `heading` repeats the text of its heading provision."""

    place: Place
    version: Version
    heading: str | None


def tree_of_places(places: Iterable[Place]) -> Tree:
    """Return what encloses what among the provisions of a law."""
    return tree_of((each.eid, each.within) for each in places)


def consolidate(places: Sequence[Place], versions: Iterable[Version]) -> tuple[OnDay, ...]:
    """Join the provisions of a law with their versions of one day, in document order; one without is left out."""
    known = {each.eid: each for each in versions}
    return tuple(OnDay(place, known[place.eid], _heading(known, place)) for place in places if place.eid in known)


def _heading(known: Mapping[Eid, Version], place: Place) -> str | None:
    heading = known.get(place.eid.child(Kind.HEADING))
    return heading.text if heading else None
