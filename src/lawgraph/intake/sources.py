"""The import as a whole: a source is opened, and what it holds is taken law by law."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from lawgraph.facts.acts import load_acts
from lawgraph.intake.corpus import Manifest, read_corpus
from lawgraph.intake.files import laws_in, one_file, told_by_folder
from lawgraph.intake.found import FoundLaw, FoundSource, Given
from lawgraph.intake.git_store import is_repository, store_of
from lawgraph.intake.history import objects
from lawgraph.intake.naming import Ids, Requisites
from lawgraph.intake.repository import acts_in
from lawgraph.intake.shelf import Held, Outcome, take
from lawgraph.intake.understanding import id_of
from lawgraph.law.errors import LawgraphError, SourceError


@dataclass(frozen=True, slots=True)
class TakenSource:
    """Hold what became of a source: the laws in it that were taken, and why others were not."""

    laws: tuple[Outcome, ...]
    faults: tuple[LawgraphError, ...]


@contextmanager
def opened(source: Path, ref: str) -> Iterator[FoundSource]:
    """Open a file, a folder or a git repository, and give the laws in it."""
    if source.is_dir() and is_repository(source):
        with store_of(source) as store, objects(store) as contents:
            yield acts_in(store, ref, contents)
    else:
        yield laws_in(source) if source.is_dir() else FoundSource((one_file(source),))


def held_in(corpus: Path, amendments: Path) -> Held:
    """Return what a corpus holds, nothing where there is no such folder yet, and the acts whose code the facts name."""
    manifests = read_corpus(corpus)
    records = load_acts(amendments)[0] if amendments.is_dir() else ()
    acts = Ids({}, {}, {each.zan: each.act for each in records if each.zan})
    return Held(acts.with_laws((each.id, each.zan, _requisites(each)) for each in manifests),
                {source.sha256: (each, source) for each in manifests for source in each.sources})


def take_all(corpus: Path, laws: Iterable[FoundLaw], given: Given, held: Held) -> TakenSource:
    """Take laws into the corpus, one by one; one that cannot be taken does not stop the others."""
    taken: list[Outcome] = []
    faults: list[LawgraphError] = []
    for law in laws:
        try:
            outcome = take(corpus, law, given, held)
        except LawgraphError as error:
            faults.append(error)
            continue
        taken.append(outcome)
        known = ((each.law.id.text, each.law.zan, each.law.requisites) for each in outcome.new)
        held = replace(held, ids=held.ids.with_laws(known))
    return TakenSource(tuple(taken), tuple(faults))


def _requisites(manifest: Manifest) -> Requisites:
    return manifest.number, manifest.adopted, manifest.kind


def named_act(laws: Sequence[FoundLaw], act: str) -> tuple[FoundLaw, ...]:
    """Return the act with a code, or in a folder; raise `SourceError` where there is none."""
    wanted = act.strip("/")
    found = tuple(each for each in laws
                  if each.place.endswith(f"/{wanted}") or told_by_folder(each.place).zan == wanted)
    if not found:
        raise SourceError(act, "no act has this code or this folder",
                          f"{len(laws):,} are there, the first is {laws[0].place}")
    return found


def named_law(laws: Sequence[FoundLaw], given: Given, held: Ids) -> tuple[FoundLaw, ...]:
    """Return what is of the law that was given, everything where none was; raise `SourceError` where nothing is."""
    if given.law is None or len(laws) < 2:
        return tuple(laws)
    ids = {each.place: _id(each, held) for each in laws}
    found = tuple(each for each in laws if ids[each.place] == given.law)
    if set(ids.values()) <= {given.law, None}:
        return tuple(laws)  # none of them is another law: the texts of one law in several languages
    if not found:
        raise SourceError(given.law, f"none of the {len(laws):,} sources says that it is this law",
                          "name the file alone, or an act by its code or folder with --act")
    return found


def _id(law: FoundLaw, held: Ids) -> str | None:
    first = next(iter(law.editions()), None)
    try:
        return id_of(first, held) if first else None
    except LawgraphError:
        return None  # it does not say what it is: another import tells why


def told_of(taken: TakenSource, corpus: Path) -> Iterator[str]:
    """Give what does not fit in the source itself, a line for each, and a line that sums the import up."""
    new = tuple(each for law in taken.laws for each in law.new)
    known = sum(law.known for law in taken.laws)
    yield from (f"{finding.file}: {finding.message}" for each in new for finding in each.in_source)
    laws = counted(len({law.id for law in taken.laws}), "law")
    if new:
        also = f", {known:,} known" if known else ""
        findings = counted(sum(len(each.in_text) for each in new), "finding")
        yield f"{laws}: {counted(len(new), 'new edition')}{also} in {corpus}; {findings} in the texts"
    elif known:
        yield f"{laws}: nothing new, {counted(known, 'edition')} known in {corpus}"
    if taken.faults and (taken.laws or len(taken.faults) > 1):
        yield f"{counted(len(taken.faults), 'source')} could not be imported"


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: "1 law", "1,000 laws"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
