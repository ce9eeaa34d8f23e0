"""The whole journey: from the folders of sources and facts to the database; many laws on all cores.

The other processes start anew and import the program that began the work: a script of one's own that builds many laws
needs the usual `if __name__ == "__main__":`.
"""

import gc
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TypeVar

from lawgraph.checks.checking import check
from lawgraph.database.freshness import Contents, Folders, Seen, contents, ledger_in, seen_in, sha256_of
from lawgraph.database.keeping import (
    NO_BUILD,
    Current,
    as_kept,
    concerning,
    file_of_law,
    keep,
    kept,
    last_build,
    named_in,
    shelf_of,
    sweep,
)
from lawgraph.database.merging import NextBuild, merge
from lawgraph.database.opening import is_whole, seal_that_holds
from lawgraph.database.rows import Holding, rows
from lawgraph.database.told import AKOMA, edition_of, told_histories
from lawgraph.evidence.sources import Edition, HeldAct, LawSources, UnreadAct, known_in
from lawgraph.facts.acts import load_acts, load_notes
from lawgraph.intake.corpus import Manifest, Manifestation, manifest_in, read_source
from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.law.acts import ActRecord
from lawgraph.law.errors import LawgraphError, Phrase, SourceError, read_bytes
from lawgraph.parsing.document import parse_law
from lawgraph.reading.akoma_document import OWN_SPACE, parsed, written_by_us
from lawgraph.reading.opening import read
from lawgraph.reading.source import Said, told_beside
from lawgraph.replay.acts import read_act
from lawgraph.replay.instructions import AmendingAct
from lawgraph.replay.naming import AmendedLaw, items_named, items_on, names
from lawgraph.replay.rewriting import LaterAct, rewritten
from lawgraph.timeline.history import History, Knowledge, acts_claimed, knowledge

FEWEST = 8
"""Less work than this is done sooner by one process: another needs a second to start."""

_AT_ONCE, _SELDOM = 8, 100_000
_READ = ("manifest.toml", "notes.toml")
_MOVED = Phrase("it was changed while the laws were read")
_Work = TypeVar("_Work")
_Answer = TypeVar("_Answer")
_Read = TypeVar("_Read")

Faults = tuple[LawgraphError, ...]
"""Why a law cannot be traced: empty where it was."""

Along = Callable[[Sequence[Manifest]], Iterable[Manifest]]
"""Gives the laws one after the other, and may show how far the work has come."""


class WorkerError(LawgraphError):
    """A process or a machine that ended, is away, or cannot do its part."""


def answers(do: Callable[[_Work], _Answer], work: Sequence[_Work]) -> Iterator[_Answer]:
    """Give the answer to each piece of work; `do` and all that it takes and gives must be able to travel."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(work) < FEWEST:
        yield from map(do, work)
        return
    share = max(1, min(_AT_ONCE, len(work) // (4 * cores)))
    # Processes are spawned, not forked: what a fork inherits (locks, threads of a test or a server) can hang it.
    with ProcessPoolExecutor(min(cores, len(work)), get_context("spawn"), _begin) as pool:
        try:
            yield from pool.map(do, work, chunksize=share)
        except BrokenProcessPool:
            raise WorkerError("build",
                              Phrase("one of its processes was ended from outside, perhaps for want of memory"),
                              Phrase("run it again: what is done is kept")) from None


def _begin() -> None:
    """Leave Ctrl+C to the first process, and end when it does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@dataclass(frozen=True, slots=True)
class Task:
    """Hold what is needed to trace one law, and the file to keep its rows in; `current` tells of this law alone."""

    folder: Path
    manifest: Manifest
    current: Current
    kept: Path


Engine = Callable[[Sequence[Task]], Iterable[Faults]]
"""Traces and keeps the law of each task; gives the faults of each, in the order of the tasks."""


def on_all_cores(tasks: Sequence[Task]) -> Iterator[Faults]:
    """Trace and keep the law of each task on this machine."""
    return answers(trace_law, tasks)


def build(folders: Folders, database: Path, along: Along, engine: Engine = on_all_cores, seen: Seen | None = None
          ) -> None:
    """Make the database from the corpus and the facts about acts; what was there before stays until all is done.

    Only laws that have changed are traced anew. Raise an `ExceptionGroup` where several of them cannot be read. `seen`
    is what was found in the folders, where somebody has looked.
    """
    with shelf_of(database) as shelf, ledger_in(shelf) as ledger:
        # Taken first: what changes while the work goes on is then other than what is recorded, and is done anew next
        # time.
        seen = seen or seen_in(folders, ledger)
        sound = database.exists() and bool(ledger.seal_of(database, seal_that_holds))
        if not (sound and is_whole(database, seen.stamp)):
            inside = seen.corpus.inside()
            last = last_build(database, seen.amendments.fingerprint) if sound else NO_BUILD
            same = last.same_files(inside.values(), seen.code)
            acts, laws = _acts_and_laws(folders.corpus, inside, same)
            records = _sound(*load_acts(folders.amendments))
            if contents(folders.amendments, ledger) != seen.amendments:
                raise SourceError(str(folders.amendments), _MOVED, Phrase("build again"))
            current = Current(inside, seen.amendments.fingerprint, records, seen.code, acts)
            held = frozenset(law for law in same if last.holds(law, current))
            tasks = _tasks(folders.corpus, shelf, current, [law for law in laws if law not in held])
            _trace(tasks, along, engine)
            gone = tuple(law for law in last.origins if held and law not in held)
            ledger.note(*merge(database, seen.stamp, NextBuild(
                database if held else None, gone, tuple(task.kept for task in tasks), records)))
        sweep(shelf, database, ())


def _acts_and_laws(corpus: Path, inside: Mapping[str, Contents], known: Collection[str]
                   ) -> tuple[Mapping[date, tuple[Manifest, ...]], tuple[str, ...]]:
    """Return the manifests of the amending acts that are held, by the days of the laws amended; and all laws' folders.

    Of folders that are known to be those of laws nothing is read.
    """
    folders = tuple(name for name, each in inside.items() if each.holds(f"{name}/manifest.toml"))
    _refuse_misplaced(corpus, inside)
    if not folders:
        raise SourceError(str(corpus), Phrase("no law is in this folder"),
                          Phrase("each law needs a folder with a manifest.toml"))
    # A manifest without this word need not be understood: it is no act's.
    maybe = [name for name in folders if name not in known
             and b"amends" in read_bytes(corpus / name / "manifest.toml")]
    acts = tuple(each for each in _manifests(corpus, maybe) if each.amends)
    by_day: dict[date, tuple[Manifest, ...]] = {}
    for act in acts:
        for adopted in dict.fromkeys(act.amends):
            by_day[adopted] = (*by_day.get(adopted, ()), act)
    own = {act.id for act in acts}
    return by_day, tuple(name for name in folders if name not in own)


def _refuse_misplaced(corpus: Path, inside: Mapping[str, Contents]) -> None:
    """Raise `SourceError` where a file is named almost as one that is read, or deeper than it: nobody would miss it."""
    for folder, each in inside.items():
        for path, _ in each.files:
            name = path.rpartition("/")[2].lower()
            if name in _READ and path != f"{folder}/{name}":
                raise SourceError(str(corpus / path), Phrase("a file of this name is not read here"),
                                  Phrase("name it %(right)s, in the folder of its law", right=name))


def _tasks(corpus: Path, shelf: Path, current: Current, laws: Collection[str]) -> tuple[Task, ...]:
    """Return what is to be done for laws; what is kept of others is gone then."""
    sweep(shelf, None, laws)
    return tuple(Task(corpus / each.id, each, current.alone(each.id, each.adopted), file_of_law(shelf, each.id))
                 for each in _manifests(corpus, laws))


def _trace(tasks: Iterable[Task], along: Along, engine: Engine) -> None:
    """Trace laws, but for those that a build that was killed has left."""
    anew = [task for task in tasks if not _is_kept(task)]
    told = zip(along([task.manifest for task in anew]), engine(anew), strict=True)
    _sound(None, [fault for _, faults in told for fault in faults])


def trace_law(task: Task) -> Faults:
    """Trace a law and keep its rows; return why that cannot be, where it is so."""
    law, faults = traced(task)
    if not faults:
        keep(task.kept, law)
    return faults


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let many values be made before Python looks among them for such as hold each other: values hold none.

    Looking through all of them again and again takes a quarter of the time of a law of two thousand articles.
    """
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@collecting_seldom()
def traced(task: Task) -> tuple[tuple[bytes, ...], Faults]:
    """Return a law that is traced as it is kept, or why that cannot be."""
    try:
        told = _told(task.folder, task.manifest)
        law = None if told else _sources_with_acts(task)
        holding = _holding(task.manifest, law) if law else Holding(task.manifest, (Knowledge(None, None, told),), ())
        found = {name: tuple(these) for name, these in rows(holding).items()}
        _see_that_nothing_moved(task)
        return as_kept(task.current.origin(task.manifest.id, task.manifest.adopted, named_in(found)), found), ()
    except LawgraphError as fault:
        return (), (fault,)
    except ExceptionGroup as faults:
        return (), tuple(each for each in faults.exceptions if isinstance(each, LawgraphError))


def _see_that_nothing_moved(task: Task) -> None:
    """Raise `SourceError` where a file is not what it was as the work began, and is recorded to have been."""
    for each in task.current.folders.values():
        for name, content in each.files:
            path = task.folder.parent / name
            if not path.is_file() or sha256_of(path) != content:
                raise SourceError(str(path), _MOVED, Phrase("build again"))


def _told(folder: Path, manifest: Manifest) -> tuple[History, ...]:
    """Return the lives that documents of lawgraph's own tell, none where the law is to be traced from its sources."""
    files = {str(folder / each.file): read_source(folder, each) for each in manifest.sources
             if each.file.endswith(AKOMA)}
    roots = [root for place, raw in files.items() if OWN_SPACE.encode() in raw
             and written_by_us(root := parsed(raw, place), place)]
    if roots and len(roots) < len(manifest.sources):
        raise SourceError(str(folder), Phrase("it holds documents that lawgraph exported beside other editions"),
                          Phrase("keep the ones or the others: a law is either told, or traced from its sources"))
    return told_histories(manifest, roots) if roots else ()


def _is_kept(task: Task) -> bool:
    found = kept(task.kept)
    return found is not None and found.origin == task.current.origin(
        task.manifest.id, task.manifest.adopted, named_in(found.rows))


def _sources_with_acts(task: Task) -> LawSources:
    """Return all that is known of the law of a task, with what acts that are held say in their own words."""
    law, corpus, by_day = task.manifest, task.folder.parent, task.current.acts
    acts = [(each, _texts(corpus / each.id, each)) for each in by_day.get(law.adopted, ())]
    held = [(act, [(source, rewritten(text, _named(act), _later(corpus, act, source.lang, by_day)))
                   for source, text in texts]) for act, texts in acts]
    return replace(sources_of(task.folder, law, task.current.records),
                   acts=tuple(each for act, texts in held for each in _held_acts(act, texts, law)),
                   unread=tuple(each for act, texts in held for each in _unread(act, texts, law)))


_Texts = Sequence[tuple[Manifestation, AmendingAct]]
_ByDay = Mapping[date, tuple[Manifest, ...]]


def _texts(folder: Path, act: Manifest) -> _Texts:
    """Return an amending act as it is read in each official language in which it is held."""
    return [(source, read_act(read(read_source(folder, source), str(folder / source.file)), source.lang))
            for source in act.sources if source.lang in OFFICIAL_LANGUAGES]


def _later(corpus: Path, act: Manifest, lang: str, by_day: _ByDay) -> Iterator[LaterAct]:
    """Give the acts that are held and may have changed an act's own words; of one not held in it, nothing is read."""
    for each in by_day.get(act.adopted, ()):
        texts = [text for source, text in _texts(corpus / each.id, each) if source.lang == lang]
        unread = AmendingAct(lang, None, (), (), unsure_starts=True, noted=(), omitted=True, findings=())
        if each.id != act.id:
            yield LaterAct(each.adopted, texts[0] if len(texts) == 1 else unread, bool(by_day.get(each.adopted)))


def _named(law: Manifest) -> AmendedLaw:
    return AmendedLaw(law.id, law.adopted, law.titles, law.number, law.act.kind)


def _unread(act: Manifest, texts: _Texts, law: Manifest) -> Iterator[UnreadAct]:
    """Give what an act that is said to amend a law may do beyond what is read: all, where no item names the law."""
    named = _named(law)
    by = act.act
    others = any(item.target.adopted == law.adopted and item not in items_named(text, named)
                 for _, text in texts for item in text.items)
    if not (others or any(items_on(text, named) for _, text in texts)):
        file = texts[0][0].file if texts else "manifest.toml"
        yield UnreadAct(by, act.path(file), 1, texts[0][1].title or act.id if texts else act.id)
    for source, text in texts:
        if items_on(text, named):
            if text.breaks_off:
                yield UnreadAct(by, act.path(source.file), 1, text.title or act.id)
            yield from (UnreadAct(by, act.path(source.file), each.line, each.text) for each in text.beside
                        if not (each.days or each.text.endswith(":")))
        yield from (UnreadAct(by, act.path(source.file), each.line, each.text)
                    for each in (*text.beside, *text.unread) if names(each, named, source.lang))


def sources_of(folder: Path, manifest: Manifest, records: tuple[ActRecord, ...]) -> LawSources:
    """Return what is known of one law: its editions, read; the records of acts that concern it; the notes."""
    notes = _sound(*load_notes(folder / "notes.toml"))
    editions = tuple(_edition(folder, manifest, each) for each in manifest.sources)
    act = manifest.act
    own = concerning(records, manifest.id, {act.name, *acts_claimed(editions)})
    return LawSources(manifest.id, manifest.number, manifest.adopted, act, editions, own, notes)


def _edition(folder: Path, manifest: Manifest, source: Manifestation) -> Edition:
    path = folder / source.file
    beside = Said(number=manifest.number, adopted=manifest.adopted, state=source.state)
    text = told_beside(read(read_source(folder, source), str(path)), beside)
    return edition_of(manifest, source, known_in(manifest.id, parse_law(text, source.lang, str(path))))


def _held_acts(act: Manifest, texts: _Texts, law: Manifest) -> Iterator[HeldAct]:
    """Give an amending act in each official language, where it has an item that may be on the law.

    One that has two such items is not told what either of them does.
    """
    named = _named(law)
    for source, text in texts:
        for item in items_on(text, named)[:1]:
            one = item if len(items_on(text, named)) == 1 else replace(item, residue=(*item.residue, item.span))
            yield HeldAct(act.act, text, one, act.path(source.file), source.retrieved or act.adopted)


def _holding(manifest: Manifest, law: LawSources) -> Holding:
    """Trace a law in each of its languages, as known now and earlier, and check what is found now."""
    known = knowledge(law)
    findings = dict.fromkeys(finding for history in known[-1].histories for finding in check(history))
    return Holding(manifest, known, tuple(findings))


def _manifests(corpus: Path, laws: Collection[str]) -> tuple[Manifest, ...]:
    found: list[Manifest] = []
    faults: list[LawgraphError] = []
    for law in sorted(laws):
        try:
            found.append(manifest_in(corpus / law))
        except LawgraphError as fault:
            faults.append(fault)
    return _sound(tuple(found), faults)


def _sound(read: _Read, faults: Sequence[LawgraphError]) -> _Read:
    if len(faults) > 1:
        raise ExceptionGroup("mistakes in the sources", faults)
    if faults:
        raise faults[0]
    return read
