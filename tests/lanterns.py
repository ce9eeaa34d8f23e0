"""An invented law in three languages, with an annex, a note, a suspension, a new number and days that are not exact."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.intake import sources
from lawgraph.intake.files import Given

LAW, LANGUAGES = "Z1400000181", ("eng", "rus", "kaz")
_TEXTS = Path(__file__).parent / "invented" / "lanterns"


def lanterns(folder: Path) -> Path:
    """Return the database of the law on lanterns, made in a folder beside its corpus."""
    (folder / "amendments").mkdir()
    for lang in LANGUAGES:
        taken(folder, _TEXTS / f"{lang}.txt", Given(LAW, lang, "181-V", date(2014, 3, 3), "law", None, date(2024, 1, 1), None))
    return built(folder)


def taken(folder: Path, file: Path, given: Given) -> tuple[str, ...]:
    """Take a file into the corpus of a folder; return what is told of it, and raise what it cannot be taken for."""
    corpus, facts = folder / "corpus", folder / "amendments"
    held = sources.held_in(corpus, facts)
    with sources.opened(file, "HEAD") as found:
        each = sources.take_all(corpus, sources.named_law(found.laws, given, held.ids), given, held)
    if each.faults:
        raise each.faults[0]
    return tuple(sources.told_of(each, corpus))


def built(folder: Path) -> Path:
    """Return the database of the corpus in a folder."""
    build(Folders(folder / "corpus", folder / "amendments"), folder / "lawgraph.db", iter)
    return folder / "lawgraph.db"


def days_of(days: Iterable[date]) -> tuple[date, ...]:
    """Return days of change with one before the first and one behind the last."""
    found = sorted(set(days))
    return (date(2014, 4, 1), *found, date(2030, 1, 1))
