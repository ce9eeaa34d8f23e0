"""What the last build has left: which laws are as they were then."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lawgraph.database.columns import Row
from lawgraph.database.freshness import Contents, Origin, origin_of
from lawgraph.database.opening import made_from
from lawgraph.database.schema import fingerprint
from lawgraph.intake.corpus import Manifest
from lawgraph.law.acts import ActRecord
from lawgraph.law.authors import Act, ActKind
from lawgraph.timeline.knowledge import concerns

_ORIGINS = "select law, files, facts from origins order by law"
_OWN = "select id, number, adopted, kind from laws"
_NAMED = "select distinct law, act from claims where act is not null"


@dataclass(frozen=True, slots=True)
class Current:
    """Hold what all laws are made from now: files by folder, facts about acts, the program, the acts in the corpus."""

    folders: Mapping[str, Contents]
    amendments: str
    records: tuple[ActRecord, ...]
    code: str
    acts: tuple[Manifest, ...] = ()

    def alone(self, law: str, adopted: date) -> "Current":
        """Return the same for one law alone."""
        acts = tuple(each for each in self.acts if adopted in each.amends)
        own = {name: self.folders[name] for name in (law, *(each.id for each in acts))}
        return replace(self, acts=acts, folders=own)

    def origin(self, law: str, adopted: date, named: Iterable[str]) -> Origin:
        """Return what the rows of a law of a day are made from, where it and its sources are known by these names."""
        files = (file for each in self.alone(law, adopted).folders.values() for file in each.files)
        return origin_of(self.code, Contents(law, tuple(files)), concerning(self.records, law, named))


@dataclass(frozen=True, slots=True)
class LastBuild:
    """Hold what the rows of each law were made from, the facts then, and the days and named acts of the laws."""

    origins: Mapping[str, Origin]
    amendments: str | None
    adopted: Mapping[str, date]
    named: Mapping[str, frozenset[str]]

    def holds(self, law: str, current: Current) -> bool:
        """Tell whether the rows of a law are those that would be made now."""
        before = self.origins.get(law)
        if before is None:
            return False
        if self.amendments == current.amendments:   # the facts need not be gone through
            return before.files == current.origin(law, self.adopted[law], ()).files
        return before == current.origin(law, self.adopted[law], self.named[law])


NO_BUILD = LastBuild({}, None, {}, {})


def last_build(database: Path) -> LastBuild:
    """Return what a database holds of the last build, nothing where its tables are others."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as conn:
        made_by = dict(made_from(conn))
        if made_by.get("schema") != fingerprint():
            return NO_BUILD
        named: dict[str, set[str]] = defaultdict(set)
        for law, act in conn.execute(_NAMED):
            named[law].add(act)
        adopted = {}
        for law, *own in conn.execute(_OWN):
            named[law].add(name_of(*own))
            adopted[law] = date.fromisoformat(own[1])
        return LastBuild({law: Origin(files, facts) for law, files, facts in conn.execute(_ORIGINS)},
                         made_by.get("amendments"), adopted, {law: frozenset(acts) for law, acts in named.items()})


def named_in(rows: Mapping[str, Iterable[Row]]) -> frozenset[str]:
    """Return the acts that the rows of a law name, and the law itself as one."""
    own = (name_of(str(each["number"]), str(each["adopted"]), str(each["kind"])) for each in rows["laws"])
    return frozenset((*own, *(str(each["act"]) for each in rows["claims"] if each["act"])))


def name_of(number: str, adopted: str, kind: str) -> str:
    """Return the name of a law as an act."""
    return Act(number, date.fromisoformat(adopted), ActKind(kind)).name


def concerning(records: Iterable[ActRecord], law: str, named: Iterable[str]) -> tuple[ActRecord, ...]:
    """Return the records of acts that can bear on a law whose sources name some acts."""
    known = frozenset(named)
    return tuple(each for each in records if concerns(each, law, known))
