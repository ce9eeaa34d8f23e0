"""The life of a law as states of plain files: each article and annex is a file, what stands around them is `law.txt`.

A state begins on each day on which what may be said of some provision changes, so that every day lies in one state. A
line is a provision with its wording; where none is held, and beside one that is not plainly sure, words in brackets say
what may be said. What is to be said alike beside all wordings of a file stands once, under its first line.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.exchange.akoma_held import Life, ToldLaw, excluded
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Presence, Version
from lawgraph.printout.sheets import label
from lawgraph.timeline.consolidation import Place

_OWN_FILE = (Kind.ARTICLE, Kind.ANNEX)
_AROUND = "law"


@dataclass(frozen=True, slots=True)
class State:
    """Hold what changes on a day in a language: the files that read otherwise, `None` where one is gone, and versions.

    `begun` are the versions that begin on the day.
    """

    day: date
    lang: str
    files: Mapping[str, str | None]
    begun: tuple[Version, ...]


def states(told: ToldLaw) -> Iterator[State]:
    """Give the states of a law in a language, told with all its versions, in the order of time."""
    files = _Files(told)
    begun: dict[date, list[Version]] = defaultdict(list)
    for life in told.lives:
        for version in life.versions:
            begun[version.start.latest or told.law.adopted].append(version)
    for day in sorted(begun):
        yield State(day, told.lang, files.changed_by(begun[day]), tuple(begun[day]))


class _Files:
    """Hold the files of a law as they read on one day after the other; `None` owns what stands around the articles."""

    def __init__(self, told: ToldLaw) -> None:
        self.told = told
        self.inside: Mapping[Eid | None, list[Life]] = defaultdict(list)
        for life in told.lives:
            owner = _owner(life.place.eid)
            for each in {owner, None} if owner == life.place.eid else {owner}:  # a file is named where it stands
                self.inside[each].append(life)
        self.current: dict[Eid, Version] = {}
        self.read: dict[str, str | None] = {}

    def changed_by(self, begun: Sequence[Version]) -> Mapping[str, str | None]:
        """Go on to the day on which these versions begin, and return the files that read otherwise from then on."""
        self.current |= {each.eid: each for each in begun}
        touched = {_owner(each.eid) for each in begun} | {None}
        written = {f"{self.told.lang}/{owner or _AROUND}.txt": self._text(owner) for owner in touched}
        changed = {name: written[name] for name in sorted(written) if written[name] != self.read.get(name)}
        self.read |= changed
        return changed

    def _text(self, owner: Eid | None) -> str | None:
        shown = [life for life in self.inside[owner] if self._is_shown(life.place.eid)]
        alike = _alike([self.current[each.place.eid] for each in shown if _owner(each.place.eid) == owner])
        lines = [line for each in shown for line in self._lines(each.place, owner, alike)]
        if not lines:
            return None
        remark = self.told.remark(alike, owner.kind if owner else Kind.LAW) if alike else None
        return "\n".join([*lines[:1], *([f"[Where nothing else is said: {remark}]"] if remark else []), *lines[1:], ""])

    def _is_shown(self, eid: Eid | None) -> bool:
        version = self.current.get(eid) if eid else None
        return version is not None and (version.in_operation is not Presence.NO or excluded(version))

    def _lines(self, place: Place, owner: Eid | None, alike: Version | None) -> Iterator[str]:
        number = label(place.kind, place.number, self.told.lang)
        if _owner(place.eid) != owner:
            yield " ".join(filter(None, (number, f"→ {place.eid}.txt")))
        elif place.kind is not Kind.HEADING:
            head, own = self._words(place.eid.child(Kind.HEADING), alike), self._words(place.eid, alike)
            parted = place.kind in _OWN_FILE or place.kind.divides
            lines = [(number, *head), own] if parted else [(number, *head, *own)]
            yield from filter(None, (" ".join(filter(None, each)) for each in lines))
        elif not self._is_shown(place.eid.parent):
            yield " ".join(self._words(place.eid, alike))

    def _words(self, eid: Eid, alike: Version | None) -> tuple[str, ...]:
        """Return the wording of a provision with what is to be said of it, nothing where it stands nowhere."""
        if not self._is_shown(eid):
            return ()
        version = self.current[eid]
        said = alike is not None and version.text is not None and _grade(version) == _grade(alike)
        remark = None if said else self.told.remark(version, eid.kind)
        return (*filter(None, [version.text]), *([f"[{remark}]"] if remark else []))


def _alike(versions: Sequence[Version]) -> Version | None:
    """Return one of several wordings that are held where the same is to be said beside each of them."""
    held = [each for each in versions if each.text is not None]
    return held[0] if len(held) > 1 and len(set(map(_grade, held))) == 1 and held[0].because else None


def _grade(version: Version) -> Hashable:
    return (version.in_operation, version.wording, version.because, version.start.latest, version.before.earliest)


def _owner(eid: Eid) -> Eid | None:
    return eid.outermost if eid.outermost.kind in _OWN_FILE else None
