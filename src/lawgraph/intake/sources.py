"""The import as a whole: a source is opened, and what it holds is taken law by law."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from lawgraph.facts.acts import load_acts
from lawgraph.intake.corpus import Manifest, read_corpus
from lawgraph.intake.files import laws_in, one_file
from lawgraph.intake.found import FoundLaw, FoundSource, Given
from lawgraph.intake.git_store import is_repository, store_of
from lawgraph.intake.history import objects
from lawgraph.intake.naming import Ids, Requisites
from lawgraph.intake.repository import acts_in
from lawgraph.intake.shelf import Held, Outcome, take
from lawgraph.law.errors import LawgraphError


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
