"""Fetch the bytes of source files, and read the manifest that says what is known of them.

A manifest stands in `corpus/<law>/manifest.toml` and gives the SHA-256 of each file, so that a changed file is
refused and not silently read as the old one.
"""

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from lawgraph.errors import SourceError
from lawgraph.file_bytes import read_bytes, utf8
from lawgraph.model import Dating

_Field = TypeVar("_Field", str, date)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Describe one manifestation: a file in one language, its standing, address and SHA-256.

    `day` is the day its consolidation speaks for and `retrieved` the day it was saved, where they are known; dated by
    adoption, `day` is that of the act `caused_by` that made the edition, and no day of operation. `commit` is where it
    stands in the history of a git repository.
    """

    file: str
    lang: str
    standing: str
    address: str | None
    sha256: str
    day: date | None = None
    retrieved: date | None = None
    dated_by: Dating = Dating.OPERATION
    caused_by: str | None = None
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """Describe a law of the corpus and its files."""

    id: str
    number: str
    adopted: date
    kind: str
    titles: tuple[tuple[str, str], ...]
    sources: tuple[SourceFile, ...]


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a law's folder; raise `SourceError` where a field is missing or of the wrong kind."""
    path = folder / "manifest.toml"
    return manifest_of(utf8(read_bytes(path), str(path)), path)


def manifest_of(text: str, path: Path) -> Manifest:
    """Return the manifest that a text holds; `path` is named where it cannot be used."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(str(path), f"this is not TOML ({error})", "mend the line that it names") from None
    titles = table.get("titles", {})
    sources = table.get("source", [])
    if not isinstance(titles, dict) or not isinstance(sources, list):
        raise SourceError(str(path), "[titles] or [[source]] is missing", "see docs for the manifest")
    return Manifest(
        _field(table, "id", str, path), _field(table, "number", str, path), _field(table, "adopted", date, path),
        _field(table, "kind", str, path), tuple((str(lang), str(title)) for lang, title in titles.items()),
        tuple(_source(each, path) for each in sources if isinstance(each, dict)))


def _source(table: dict[str, object], path: Path) -> SourceFile:
    return SourceFile(
        _field(table, "file", str, path), _field(table, "lang", str, path), _field(table, "standing", str, path),
        _optional(table, "address", str, path), _field(table, "sha256", str, path),
        _optional(table, "day", date, path), _optional(table, "retrieved", date, path), _dated_by(table, path),
        _optional(table, "caused_by", str, path), _optional(table, "commit", str, path))


def _dated_by(table: dict[str, object], path: Path) -> Dating:
    value = _optional(table, "dated_by", str, path) or Dating.OPERATION
    if value not in set(Dating):
        raise SourceError(str(path), f"'dated_by' is {value!r}", f"write one of {', '.join(Dating)}")
    return Dating(value)


def _field(table: dict[str, object], name: str, kind: type[_Field], path: Path) -> _Field:
    value = _optional(table, name, kind, path)
    if value is None:
        raise SourceError(str(path), f"the field {name!r} is missing", f"add {name} = …")
    return value


def _optional(table: dict[str, object], name: str, kind: type[_Field], path: Path) -> _Field | None:
    value = table.get(name)
    if value is None:
        return None
    if not isinstance(value, kind):
        wanted = "a day, as 2010-04-29 without quotes" if kind is date else "a text in quotes"
        raise SourceError(str(path), f"{name!r} is {value!r}", f"write {wanted}")
    return value


def read_source(folder: Path, source: SourceFile) -> bytes:
    """Return the bytes of a file of the corpus; raise `SourceError` where its SHA-256 is not the recorded one."""
    path = folder / source.file
    raw = read_bytes(path)
    found = hashlib.sha256(raw).hexdigest()
    if found != source.sha256:
        raise SourceError(str(path), f"its SHA-256 is {found[:12]}…, but the manifest records {source.sha256[:12]}…",
                          "restore the file, or record the new edition in manifest.toml")
    return raw


def read_corpus(folder: Path) -> tuple[Manifest, ...]:
    """Return the manifests of all laws of a corpus, by identity."""
    return tuple(read_manifest(path.parent) for path in sorted(folder.glob("*/manifest.toml")))
