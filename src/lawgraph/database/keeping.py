"""Keep what was traced of each law until it stands in the database, so that a build that is killed loses nothing.

Each law is a file beside the database, written whole or not at all: a line that tells what it was made from, lines with
rows as JSON, so many in each that no line is long, and one with the hash of all before. Files go when their rows are in
the database, which then is what is kept: of it is asked which laws are as they were at the last build. Only one build
at a time works in the folder: SQLite's own lock says so, and is gone when its process is.
"""

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from lawgraph.database.filling import parts_of, unwritten
from lawgraph.database.freshness import Contents, Origin, acts_of, facts_of, files_of
from lawgraph.database.opening import (
    fingerprint,
    made_from,
    read_only,
    refuse_companions,
    refuse_strangers,
    shelf_beside,
)
from lawgraph.database.rows import Row
from lawgraph.intake.corpus import Manifest
from lawgraph.law.acts import ActRecord
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.errors import DatabaseError, Phrase, is_locked, mishap, part_of
from lawgraph.timeline.history import concerns

_LOCK = "lock"
_PATIENCE = 600.0
_SUFFIX, _IN_LINE = ".law", 1_000
_MARK = b'{"lawgraph": "a law that is traced"'
_ORIGINS = "select law, files, acts, facts from origins order by law"
_OWN = "select id, number, adopted, kind from laws"
_ADOPTED = "select id, adopted from laws"
_NAMED = "select distinct law, act from claims where act is not null"


@dataclass(frozen=True, slots=True)
class KeptLaw:
    """Hold the rows of a law, by the name of their table, and what they were made from."""

    origin: Origin
    rows: Mapping[str, list[Row]]


@contextmanager
def shelf_of(database: Path) -> Iterator[Path]:
    """Give the folder of the laws kept for a database, to this build alone; another one waits for its end."""
    refuse_companions(database)
    if database.exists():
        refuse_strangers(database)
    shelf = shelf_beside(database)
    with closing(_locked(shelf)):
        yield shelf


def file_of_law(shelf: Path, law: str) -> Path:
    """Return the path of the file in which a law is kept."""
    return shelf / f"{law}{_SUFFIX}"


def as_kept(origin: Origin, rows: Mapping[str, Iterable[Row]]) -> tuple[bytes, ...]:
    """Return the rows of a law as the lines that are kept, with what they were made from."""
    lines = (_line({"lawgraph": "a law that is traced", **asdict(origin)}),
             *(_line([name, some]) for name, these in rows.items() for some in _pieces(these)))
    return *lines, _line({"sha256": _sha256(lines)})


def _line(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False).encode() + b"\n"


def _pieces(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while some := list(islice(left, _IN_LINE)):
        yield some


def keep(path: Path, law: Iterable[bytes]) -> None:
    """Write down the lines of a law that was traced; a file of that name that is not ours is not written over."""
    if path.exists() and path.stat().st_size and not _is_ours(path):
        raise DatabaseError(str(path), Phrase("this file was not made by lawgraph"), Phrase("move it elsewhere"))
    part = part_of(path)
    try:
        with part.open("wb") as file:
            file.writelines(law)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        happened, remedy = mishap(error)
        raise DatabaseError(str(path), unwritten(happened), remedy) from None


def kept(path: Path) -> KeptLaw | None:
    """Return a law that is kept, `None` where there is none that is as it was written."""
    if not path.exists() or not _is_ours(path):
        return None
    rows: dict[str, list[Row]] = defaultdict(list)
    told, before = hashlib.sha256(), b""
    try:
        with path.open("rb") as file:
            said = json.loads(before := file.readline())
            origin = Origin(said["files"], said["acts"], said["facts"])
            for line in file:
                told.update(before)
                before = line
                if line.startswith(b"["):
                    name, some = json.loads(line)
                    rows[name] += some
        return KeptLaw(origin, rows) if json.loads(before)["sha256"] == told.hexdigest() else None
    except (ValueError, LookupError, TypeError):
        return None


def sweep(shelf: Path, database: Path | None, wanted: Collection[str]) -> None:
    """Delete what builds have left behind, but for the laws that are wanted; never what is not ours."""
    files = {file_of_law(shelf, law) for law in wanted}
    gone = (each for each in shelf.glob(f"*{_SUFFIX}") if each not in files and _is_ours(each))
    parts = parts_of(database.parent, database.name) if database else ()
    for each in [*gone, *parts_of(shelf, "*"), *parts]:
        each.unlink(missing_ok=True)


def damaged(shelf: Path) -> Iterator[Path]:
    """Give the files of laws that builds have kept and that do not hold to their hash; they are never used."""
    return (each for each in sorted(shelf.glob(f"*{_SUFFIX}")) if _is_ours(each) and kept(each) is None)


def _is_ours(path: Path) -> bool:
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def _sha256(lines: Iterable[bytes]) -> str:
    told = hashlib.sha256()
    for line in lines:
        told.update(line)
    return told.hexdigest()


def _locked(shelf: Path) -> sqlite3.Connection:
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(shelf / _LOCK, isolation_level=None, timeout=_PATIENCE)
        try:
            lock.execute("begin exclusive")
        except sqlite3.DatabaseError:
            lock.close()
            raise
    except (OSError, sqlite3.DatabaseError) as error:
        if is_locked(error):
            raise DatabaseError(str(shelf), Phrase("another build is at work here"),
                                Phrase("wait until it has ended")) from None
        happened, remedy = mishap(error)
        raise DatabaseError(str(shelf), Phrase("the database cannot be written: %(happened)s", happened=happened),
                            remedy) from None
    return lock


@dataclass(frozen=True, slots=True)
class Current:
    """Hold what all laws are made from now: files by folder, facts about acts, the program, the acts in the corpus.

    Acts stand by the days on which the laws that they amend were adopted.
    """

    folders: Mapping[str, Contents]
    amendments: str
    records: tuple[ActRecord, ...]
    code: str
    acts: Mapping[date, tuple[Manifest, ...]]

    def alone(self, law: str, adopted: date) -> "Current":
        """Return the same for one law alone."""
        acts = self._bearing_on(adopted)
        own = {name: self.folders[name] for name in (law, *(each.id for each in acts))}
        days = (adopted, *(each.adopted for each in acts))
        return replace(self, acts={day: self.acts[day] for day in days if day in self.acts}, folders=own)

    def _bearing_on(self, adopted: date) -> tuple[Manifest, ...]:
        """Return the acts that amend the laws of a day, and those that amend these acts, and so on."""
        found: dict[str, Manifest] = {}
        days = [adopted]
        while days:
            for each in self.acts.get(days.pop(), ()):
                if each.id not in found:
                    found[each.id] = each
                    days.append(each.adopted)
        return tuple(found.values())

    def origin(self, law: str, adopted: date, named: Iterable[str]) -> Origin:
        """Return what the rows of a law of a day are made from, where it and its sources are known by these names."""
        return Origin(files_of(self.code, self.folders[law]), self.acts_on(adopted), self.facts(law, named))

    def acts_on(self, adopted: date) -> str:
        """Return the SHA-256 of the acts that amend the laws of a day, and of those that amend these."""
        return acts_of(self.folders[each.id] for each in self._bearing_on(adopted))

    def facts(self, law: str, named: Iterable[str]) -> str:
        """Return the SHA-256 of the facts that can bear on a law."""
        return facts_of(concerning(self.records, law, named))


@dataclass(frozen=True, slots=True)
class LastBuild:
    """Hold what the rows of each law were made from, the facts then, and the days of the laws.

    `named` are the acts that each law names, empty where the facts are still the same.
    """

    origins: Mapping[str, Origin]
    amendments: str | None
    adopted: Mapping[str, date]
    named: Mapping[str, frozenset[str]]

    def same_files(self, folders: Iterable[Contents], code: str) -> Collection[str]:
        """Return the laws whose own files are those that they were."""
        return {each.name: None for each in folders
                if each.name in self.origins and self.origins[each.name].files == files_of(code, each)}

    def holds(self, law: str, current: Current) -> bool:
        """Tell whether the rows of a law whose own files are the same are those that would be made now."""
        before = self.origins[law]
        return before.acts == current.acts_on(self.adopted[law]) and (
            self.amendments == current.amendments or before.facts == current.facts(law, self.named[law]))


NO_BUILD = LastBuild({}, None, {}, {})


def last_build(database: Path, amendments: str) -> LastBuild:
    """Return what a database holds of the last build, nothing where its tables are others."""
    with closing(read_only(database)) as conn:
        made_by = dict(made_from(conn))
        if made_by.get("schema") != fingerprint():
            return NO_BUILD
        then = made_by.get("amendments")
        return LastBuild({law: Origin(*of) for law, *of in conn.execute(_ORIGINS)}, then,
                         {law: date.fromisoformat(adopted) for law, adopted in conn.execute(_ADOPTED)},
                         {} if then == amendments else _named(conn))


def _named(conn: sqlite3.Connection) -> Mapping[str, frozenset[str]]:
    named = {law: {name_of(*own)} for law, *own in conn.execute(_OWN)}
    for law, act in conn.execute(_NAMED):
        named[law].add(act)
    return {law: frozenset(acts) for law, acts in named.items()}


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
