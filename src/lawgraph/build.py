"""The whole journey: from the folders of sources and facts to the database."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lawgraph.acts import ActRecord
from lawgraph.checks import check
from lawgraph.corpus import Manifest, read_corpus, read_source
from lawgraph.database import connect, made_from, stamp, write
from lawgraph.errors import DatabaseError, LawgraphError, SourceError
from lawgraph.facts import load_acts, load_notes
from lawgraph.life import trace
from lawgraph.model import Act, ActKind
from lawgraph.parsing import parse
from lawgraph.queries import laws
from lawgraph.rows import Holding, Holdings, rows
from lawgraph.sources import Edition, LawSources

_Read = TypeVar("_Read")

Along = Callable[[Sequence[Manifest]], Iterable[Manifest]]
"""Gives the laws one after the other, and may show how far the work has come."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Name the two folders that everything is made from."""

    corpus: Path
    amendments: Path


def build(folders: Folders, database: Path, along: Along) -> None:
    """Make the database from the corpus and the facts about acts; what was there before stays until all is done."""
    records = _sound(*load_acts(folders.amendments))
    held = tuple(_holding(folders.corpus / each.id, each, records) for each in along(_manifests(folders.corpus)))
    write(database, rows(Holdings(stamp_of(folders), held, records)))


def open_fresh(database: Path, folders: Folders, along: Along) -> sqlite3.Connection:
    """Open a database for reading, made anew where it is missing or its sources have changed since."""
    if database.exists():
        conn = connect(database)
        if made_from(conn) == stamp_of(folders):
            return conn
        with closing(conn):
            _keep_other_laws(database, conn, folders)
    build(folders, database, along)
    return connect(database)


def open_as_it_is(database: Path, folders: Folders, along: Along) -> sqlite3.Connection:  # noqa: ARG001  (as open_fresh)
    """Open a database for reading; raise `DatabaseError` where it is missing or its sources have changed since."""
    conn = connect(database)
    if made_from(conn) == stamp_of(folders):
        return conn
    conn.close()
    raise DatabaseError(str(database), f"{folders.corpus} or {folders.amendments} has changed since it was made",
                        f"run: lawgraph build --db {database}")


def stamp_of(folders: Folders) -> tuple[tuple[str, str], ...]:
    """Return what a database made from these folders by this program records of itself."""
    return stamp(_fingerprint(folders.corpus), _fingerprint(folders.amendments))


def sources_of(folder: Path, manifest: Manifest, records: tuple[ActRecord, ...]) -> LawSources:
    """Return all that is known of one law: its editions, read; the records of acts; the notes."""
    notes = _sound(*load_notes(folder / "notes.toml"))
    editions = tuple(
        Edition(each.lang, f"corpus/{manifest.id}/{each.file}", parse(read_source(folder, each), each.lang),
                each.standing == "official", each.day, each.retrieved)
        for each in manifest.sources)
    act = Act(manifest.number, manifest.adopted, ActKind(manifest.kind))
    return LawSources(manifest.id, manifest.number, manifest.adopted, act, editions, records, notes)


def _holding(folder: Path, manifest: Manifest, records: tuple[ActRecord, ...]) -> Holding:
    """Trace a law in each of its languages and check what was found."""
    law = sources_of(folder, manifest, records)
    lives = tuple(trace(law, lang) for lang in dict.fromkeys(each.lang for each in law.editions))
    findings = dict.fromkeys(finding for life in lives for finding in check(life))
    return Holding(manifest, lives, tuple(findings))


def _keep_other_laws(database: Path, conn: sqlite3.Connection, folders: Folders) -> None:
    """Raise where a database holds a law that the corpus has not: to make it anew would lose that law."""
    lost = sorted({each.id for each in laws(conn)} - {each.id for each in read_corpus(folders.corpus)})
    if lost:
        raise DatabaseError(str(database), f"it holds {', '.join(lost)}, which {folders.corpus} has not",
                            "name the folders it was made from with --corpus and --amendments")


def _manifests(corpus: Path) -> tuple[Manifest, ...]:
    manifests = read_corpus(corpus)
    if not manifests:
        raise SourceError(str(corpus), "no law is in this folder", "each law needs a folder with a manifest.toml")
    return manifests


def _sound(read: _Read, faults: Sequence[LawgraphError]) -> _Read:
    if len(faults) > 1:
        raise ExceptionGroup("mistakes in the facts", faults)
    if faults:
        raise faults[0]
    return read


def _fingerprint(folder: Path) -> str:
    """Return the SHA-256 of the names and contents of all files in a folder."""
    whole = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        whole.update(f"{path.relative_to(folder).as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()
