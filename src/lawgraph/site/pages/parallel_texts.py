"""The languages of a law side by side: one provision on one day in each language in which its text is held."""

import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Presence
from lawgraph.printout.entries import label
from lawgraph.queries.answers import provision_on
from lawgraph.site.pages import paths
from lawgraph.site.pages.answers import answer_of
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.values import ShownAnswer
from lawgraph.timeline.consolidation import OnDay
from lawgraph.voice.names import HTML_LANGUAGES

_TOO_WIDE = {Kind.LAW, Kind.SECTION, Kind.CHAPTER}


@dataclass(frozen=True, slots=True)
class ParallelColumn:
    """Hold one language of the text: its letters, its `lang` attribute, the page of the provision in it."""

    lang: str
    html_lang: str
    path: str


@dataclass(frozen=True, slots=True)
class ParallelCell:
    """Hold what one language says of one provision; `text` is `None` where it is not held."""

    html_lang: str
    label: str
    answer: ShownAnswer
    text: str | None


@dataclass(frozen=True, slots=True)
class ParallelTexts:
    """Hold a provision with its parts in several languages: a row for each address, a cell for each language."""

    columns: tuple[ParallelColumn, ...]
    rows: tuple[tuple[ParallelCell, ...], ...]


def parallel_texts(conn: sqlite3.Connection, expression: Expression, own: OnDay, day: date) -> ParallelTexts | None:
    """Return a provision in all languages, `None` where one language is held or a whole chapter was asked for."""
    if len(expression.languages) < 2 or own.place.kind in _TOO_WIDE:
        return None
    law, eid = expression.law.id, own.place.eid
    langs = (expression.lang, *(each for each in expression.languages if each != expression.lang))
    found = {lang: {each.place.eid: each for each in provision_on(conn, law, lang, eid, day)} for lang in langs}
    columns = tuple(ParallelColumn(lang, HTML_LANGUAGES[lang], paths.provision_on(law, lang, eid, day))
                    for lang in found)
    addresses = tuple(dict.fromkeys(each for known in found.values() for each in known))
    return ParallelTexts(columns, tuple(_row(expression, found, each, day) for each in _as_read(addresses)
                                        if any(_says(known.get(each)) for known in found.values())))


def _as_read(addresses: Sequence[Eid]) -> Iterator[Eid]:
    """Give addresses as a reader meets them: a heading stands before the text of its unit."""
    for eid in addresses:
        heading = eid.child(Kind.HEADING)
        if heading in addresses:
            yield heading
        if eid.kind is not Kind.HEADING or eid.parent not in addresses:
            yield eid


def _says(each: OnDay | None) -> bool:
    """Tell whether a language has something to show: a unit that is only its parts needs no row."""
    return each is not None and each.version.in_operation is not Presence.NO and each.version.text != ""


def _row(expression: Expression, found: Mapping[str, Mapping[Eid, OnDay]], eid: Eid, day: date
         ) -> tuple[ParallelCell, ...]:
    place = expression.place(eid)
    return tuple(
        ParallelCell(HTML_LANGUAGES[lang], _label(expression, known, eid, lang),
                     answer_of(known[eid].version, day, place.kind, expression.voice), known[eid].version.text)
        for lang, known in found.items() if eid in known)


def _label(expression: Expression, known: Container[Eid], eid: Eid, lang: str) -> str:
    """Return the printed number; that of a unit with a heading stands before the heading."""
    own = eid
    if own.child(Kind.HEADING) in known:
        return ""
    headed = own.parent if own.kind is Kind.HEADING and own.parent != "law" else None
    unit = expression.place(headed or eid)
    return label(unit.kind, unit.number, lang)
