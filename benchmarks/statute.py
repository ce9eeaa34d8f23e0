"""Time the way from the text of the statute to its versions, beside bluebell reading the structure alone."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from benchmarks.figures import CannotRunError, Figure, Spent, median_of
from benchmarks.markup import bluebell_markup
from lawgraph.database.build import sources_of
from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.facts.acts import load_acts
from lawgraph.intake.corpus import read_manifest, read_source
from lawgraph.law.acts import LawNotes
from lawgraph.law.errors import amendments_root, corpus_root
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from lawgraph.timeline.history import trace

LAW = "Z100000271_"
RUNS = 15


def measure() -> Iterator[Figure]:
    """Yield what reading the statute takes, and then how bluebell compares."""
    folder = corpus_root() / LAW
    manifest = read_manifest(folder)
    text = read_source(folder, manifest.sources[0]).decode()
    proven = sources_of(folder, manifest, load_acts(amendments_root())[0])
    bare = replace(proven, records=(), notes=LawNotes())
    parsing = median_of(lambda: parse(read_plain(text), "eng"), RUNS)
    alone = median_of(lambda: _whole(bare, text), RUNS)
    whole = median_of(lambda: _whole(proven, text), RUNS)
    yield Figure("parse: structure, claims, findings, owner of each character", str(parsing))
    yield Figure("parse, and every version, from the footnotes alone", str(alone))
    yield Figure("parse, and every version, from footnotes and facts", str(whole))
    yield from _beside_bluebell(folder / manifest.sources[0].file, parsing, whole)


def _whole(law: LawSources, text: str) -> None:
    """Read the statute anew and trace its life; the facts are read once before."""
    first = law.editions[0]
    again: Edition = replace(first, document=parse(read_plain(text), "eng"))
    trace(replace(law, editions=(again, *law.editions[1:])), "eng")


def _beside_bluebell(file: Path, parsing: Spent, whole: Spent) -> Iterator[Figure]:
    try:
        parser = import_module("bluebell.parser").AkomaNtosoParser
        uri = import_module("cobalt.uri").FrbrUri.parse("/akn/kz/act/2010/271-IV")
    except ImportError:
        raise CannotRunError("bluebell-akn is not installed: pip install 'lawgraph[bench]'") from None
    markup = bluebell_markup(file.read_text(encoding="utf-8"))
    read = parser(uri).parse_to_xml(markup, "act")
    found = sum(1 for each in read.iter() if str(each.tag).endswith(("}article", "}paragraph", "}subparagraph")))
    other = median_of(lambda: parser(uri).parse_to_xml(markup, "act"), RUNS)
    yield Figure(f"bluebell-akn {version('bluebell-akn')}: structure alone ({found} units)", str(other))
    yield _against("our parse", other.processor / parsing.processor, 3)
    yield _against("our whole way, from footnotes and facts to the versions,", other.processor / whole.processor, 1)


def _against(what: str, times: float, goal: int) -> Figure:
    name = f"{what} against the parse of bluebell-akn {version('bluebell-akn')}, by processor time"
    return Figure(name, f"{times:.1f} times as fast", f"at least {goal} times", times >= goal)
