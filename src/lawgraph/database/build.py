"""The whole journey: from the folders of sources and facts to the database."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from lawgraph.checks.checking import check
from lawgraph.database.freshness import Contents, Folders, code_fingerprint, contents, law_stamp, stamp_from
from lawgraph.database.keeping import clear, database_of_law, keep, kept, shelf_of, stamp_of_kept
from lawgraph.database.ledger import Ledger, ledger_in
from lawgraph.database.merging import merge
from lawgraph.database.opening import is_whole
from lawgraph.database.rows import Holding
from lawgraph.database.sealing import seal_that_holds
from lawgraph.database.workers import answers
from lawgraph.evidence.sources import Edition, HeldAct, LawSources, known_in
from lawgraph.facts.acts import load_acts, load_notes
from lawgraph.intake.corpus import Manifest, Manifestation, read_manifest, read_source
from lawgraph.languages.spoken import codes
from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.law.acts import ActRecord
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.errors import DatabaseError, LawgraphError, SourceError
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read
from lawgraph.reading.source import Said, told_beside
from lawgraph.replay.acts import read_act
from lawgraph.replay.records import AmendedLaw, items_on
from lawgraph.timeline.knowledge import acts_claimed, concerns, knowledge

_Read = TypeVar("_Read")

Along = Callable[[Sequence[Manifest]], Iterable[Manifest]]
"""Gives the laws one after the other, and may show how far the work has come."""


@dataclass(frozen=True, slots=True)
class Task:
    """Hold what is needed to trace one law, and where to keep it; `code` and `contents` are what its stamp tells.

    `acts` are the amending acts of the corpus that may amend it.
    """

    folder: Path
    manifest: Manifest
    records: tuple[ActRecord, ...]
    code: str
    contents: Contents
    kept: Path
    acts: tuple[Manifest, ...] = ()

    @property
    def act(self) -> Act:
        """The law itself as an act."""
        return Act(self.manifest.number, self.manifest.adopted, ActKind(self.manifest.kind))


def build(folders: Folders, database: Path, along: Along) -> None:
    """Make the database from the corpus and the facts about acts; what was there before stays until all is done.

    Only laws that have changed are traced anew. Raise an `ExceptionGroup` where several of them cannot be read.
    """
    with shelf_of(database) as shelf, ledger_in(shelf) as ledger:
        # Taken first: what changes while the work goes on is then other than what is recorded, and is done anew next
        # time.
        corpus, amendments = contents(folders.corpus, ledger), contents(folders.amendments, ledger)
        records = _sound(*load_acts(folders.amendments))
        manifests, acts = _manifests(folders.corpus)
        clear(shelf, database, [each.id for each in manifests])
        code, inside = code_fingerprint(), corpus.inside()
        tasks = [Task(folders.corpus / each.id, each, records, code, _joined(each, own, inside),
                      database_of_law(shelf, each.id), own)
                 for each in manifests for own in (tuple(act for act in acts if each.adopted in act.amends),)]
        anew = [task for task in tasks if not _is_kept(task, ledger)]
        told = zip(along([task.manifest for task in anew]), answers(trace_law, anew), strict=True)
        _sound(None, [fault for _, faults in told for fault in faults])
        laws = [task.kept for task in tasks]
        stamp = (*stamp_from(corpus, amendments), ("laws", stamp_of_kept(laws)))
        if not is_whole(database, stamp) or not ledger.found(database, seal_that_holds):
            merge(database, stamp, laws, records)


def _joined(law: Manifest, acts: Iterable[Manifest], inside: Mapping[str, Contents]) -> Contents:
    """Return the contents of a law's folder with those of the acts that may amend it."""
    return Contents(law.id, tuple(file for each in (law, *acts) for file in inside[each.id].files))


def trace_law(task: Task) -> tuple[LawgraphError, ...]:
    """Trace a law and keep it; return why it cannot be, where that is so."""
    try:
        law = replace(sources_of(task.folder, task.manifest, task.records), acts=tuple(
            held for act in task.acts for held in _held_acts(task.folder.parent / act.id, act, task.manifest)))
        keep(task.kept, law_stamp(task.code, task.contents, law.records), _holding(task.manifest, law))
    except DatabaseError:
        raise  # no law can be kept
    except LawgraphError as fault:
        return (fault,)
    except ExceptionGroup as faults:
        return tuple(each for each in faults.exceptions if isinstance(each, LawgraphError))
    return ()


def _is_kept(task: Task, ledger: Ledger) -> bool:
    found = kept(task.kept, ledger)
    return found is not None and found.stamp == law_stamp(
        task.code, task.contents, _concerning(task.records, task.manifest.id, {task.act.name, *found.named}))


def sources_of(folder: Path, manifest: Manifest, records: tuple[ActRecord, ...]) -> LawSources:
    """Return all that is known of one law: its editions, read; the records of acts that concern it; the notes."""
    notes = _sound(*load_notes(folder / "notes.toml"))
    editions = tuple(_edition(folder, manifest, each) for each in manifest.sources)
    act = Act(manifest.number, manifest.adopted, ActKind(manifest.kind))
    own = _concerning(records, manifest.id, {act.name, *acts_claimed(editions)})
    return LawSources(manifest.id, manifest.number, manifest.adopted, act, editions, own, notes)


def _concerning(records: Iterable[ActRecord], law: str, named: set[str]) -> tuple[ActRecord, ...]:
    return tuple(each for each in records if concerns(each, law, named))


def _edition(folder: Path, manifest: Manifest, source: Manifestation) -> Edition:
    path = folder / source.file
    beside = Said(number=manifest.number, adopted=manifest.adopted, state=source.state)
    text = told_beside(read(read_source(folder, source), str(path)), beside)
    document = known_in(manifest.id, parse_law(text, source.lang, str(path)))
    return Edition(source.lang, f"corpus/{manifest.id}/{source.file}", document,
                   source.standing == "official", source.day, source.retrieved, source.dated_by)


def _held_acts(folder: Path, act: Manifest, law: Manifest) -> Iterator[HeldAct]:
    """Give an amending act in each official language, where it has an item that may be on the law.

    One that has two such items is not told what either of them does.
    """
    named = AmendedLaw(law.id, law.adopted, law.titles)
    for source in (each for each in act.sources if each.lang in OFFICIAL_LANGUAGES):
        text = read_act(read(read_source(folder, source), str(folder / source.file)), source.lang)
        for item in items_on(text, named)[:1]:
            one = item if len(items_on(text, named)) == 1 else replace(item, residue=(*item.residue, item.span))
            yield HeldAct(Act(act.number, act.adopted, ActKind(act.kind)), text, one,
                          f"corpus/{act.id}/{source.file}", source.retrieved or act.adopted)


def _holding(manifest: Manifest, law: LawSources) -> Holding:
    """Trace a law in each of its languages, as known now and earlier, and check what is found now."""
    known = knowledge(law)
    findings = dict.fromkeys(finding for history in known[-1].histories for finding in check(history))
    return Holding(manifest, known, tuple(findings))


def _manifests(corpus: Path) -> tuple[tuple[Manifest, ...], tuple[Manifest, ...]]:
    """Return the manifests of laws, and those of amending acts."""
    folders = sorted(each.parent for each in corpus.glob("*/manifest.toml"))
    if not folders:
        raise SourceError(str(corpus), "no law is in this folder", "each law needs a folder with a manifest.toml")
    found: list[Manifest] = []
    faults: list[LawgraphError] = []
    for folder in folders:
        try:
            found.append(_manifest(folder))
        except LawgraphError as fault:
            faults.append(fault)
    sound = _sound(tuple(found), faults)
    return tuple(each for each in sound if not each.amends), tuple(each for each in sound if each.amends)


def _manifest(folder: Path) -> Manifest:
    manifest = read_manifest(folder)
    _check_manifest(folder.parent / manifest.id / "manifest.toml", manifest)
    return manifest


def _check_manifest(path: Path, manifest: Manifest) -> None:
    """Raise `SourceError` where a manifest says what no part of the journey can use."""
    if not path.is_file():
        raise SourceError(str(path.parents[1]), f"the folder of {manifest.id} has another name", "rename the folder")
    if manifest.kind not in set(ActKind):
        raise SourceError(str(path), f"kind is {manifest.kind!r}", f"write one of {', '.join(ActKind)}")
    if not manifest.sources:
        raise SourceError(str(path), "no [[source]] is listed", "add one for each file")
    for each in manifest.sources:
        if each.lang not in codes():
            raise SourceError(str(path), f"lang is {each.lang!r}", f"write one of {', '.join(codes())}")


def _sound(read: _Read, faults: Sequence[LawgraphError]) -> _Read:
    if len(faults) > 1:
        raise ExceptionGroup("mistakes in the sources", faults)
    if faults:
        raise faults[0]
    return read
