"""The whole journey: from the folders of sources and facts to the database."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from lawgraph.acts import ActRecord
from lawgraph.checks import check
from lawgraph.corpus import Manifest, SourceFile, read_corpus, read_source
from lawgraph.database.filling import write
from lawgraph.database.rows import Holding, Holdings, rows
from lawgraph.document.headings import LANGUAGES
from lawgraph.document.parsing import parse_file
from lawgraph.errors import LawgraphError, SourceError
from lawgraph.facts import load_acts, load_notes
from lawgraph.freshness import Folders, stamp_of
from lawgraph.knowledge import knowledge
from lawgraph.model import Act, ActKind
from lawgraph.sources import Edition, LawSources

_Read = TypeVar("_Read")

Along = Callable[[Sequence[Manifest]], Iterable[Manifest]]
"""Gives the laws one after the other, and may show how far the work has come."""


def build(folders: Folders, database: Path, along: Along) -> None:
    """Make the database from the corpus and the facts about acts; what was there before stays until all is done."""
    records = _sound(*load_acts(folders.amendments))
    held = tuple(_holding(folders.corpus / each.id, each, records) for each in along(_manifests(folders.corpus)))
    write(database, rows(Holdings(stamp_of(folders), held, records)))


def sources_of(folder: Path, manifest: Manifest, records: tuple[ActRecord, ...]) -> LawSources:
    """Return all that is known of one law: its editions, read; the records of acts; the notes."""
    notes = _sound(*load_notes(folder / "notes.toml"))
    editions = tuple(_edition(folder, manifest, each) for each in manifest.sources)
    act = Act(manifest.number, manifest.adopted, ActKind(manifest.kind))
    return LawSources(manifest.id, manifest.number, manifest.adopted, act, editions, records, notes)


def _edition(folder: Path, manifest: Manifest, source: SourceFile) -> Edition:
    read_source(folder, source)  # refuses a file that is not the recorded one
    return Edition(source.lang, f"corpus/{manifest.id}/{source.file}", parse_file(folder / source.file, source.lang),
                   source.standing == "official", source.day, source.retrieved)


def _holding(folder: Path, manifest: Manifest, records: tuple[ActRecord, ...]) -> Holding:
    """Trace a law in each of its languages, as known now and earlier, and check what is found now."""
    known = knowledge(sources_of(folder, manifest, records))
    findings = dict.fromkeys(finding for life in known[-1].lives for finding in check(life))
    return Holding(manifest, known, tuple(findings))


def _manifests(corpus: Path) -> tuple[Manifest, ...]:
    manifests = read_corpus(corpus)
    if not manifests:
        raise SourceError(str(corpus), "no law is in this folder", "each law needs a folder with a manifest.toml")
    for each in manifests:
        _check_manifest(corpus / each.id / "manifest.toml", each)
    return manifests


def _check_manifest(path: Path, manifest: Manifest) -> None:
    """Raise `SourceError` where a manifest says what no part of the journey can use."""
    if not path.is_file():
        raise SourceError(str(path.parents[1]), f"the folder of {manifest.id} has another name", "rename the folder")
    if manifest.kind not in set(ActKind):
        raise SourceError(str(path), f"kind is {manifest.kind!r}", f"write one of {', '.join(ActKind)}")
    if not manifest.sources:
        raise SourceError(str(path), "no [[source]] is listed", "add one for each file")
    for each in manifest.sources:
        if each.lang not in LANGUAGES:
            raise SourceError(str(path), f"lang is {each.lang!r}", f"write one of {', '.join(LANGUAGES)}")


def _sound(read: _Read, faults: Sequence[LawgraphError]) -> _Read:
    if len(faults) > 1:
        raise ExceptionGroup("mistakes in the facts", faults)
    if faults:
        raise faults[0]
    return read
