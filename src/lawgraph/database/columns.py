"""Days, titles and bounds as columns."""

from collections.abc import Iterable, Mapping
from datetime import date

from lawgraph.languages.spoken import codes
from lawgraph.law.acts import Texts
from lawgraph.law.days import DayBounds
from lawgraph.voice.basis import basis_sentence

Row = Mapping[str, object]
Table = Iterable[Row]


def iso(day: date | None) -> str | None:
    """Return a day as the database holds it."""
    return day.isoformat() if day else None


def bounds_columns(prefix: str, bounds: DayBounds | None) -> Row:
    """Return the columns of two days and the rule that they rest on."""
    return {f"{prefix}earliest": iso(bounds.earliest if bounds else None),
            f"{prefix}latest": iso(bounds.latest if bounds else None),
            f"{prefix}basis": " ".join(basis_sentence(bounds.basis).split()) if bounds else None,
            f"{prefix}basis_data": bounds.basis.data if bounds else None}


def title_columns(titles: Texts) -> Row:
    """Return a column for the title in each language."""
    known = dict(titles)
    return {f"title_{lang}": known.get(lang) for lang in codes()}
