"""Make values of rows: what was written from the model comes back as the model."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from lawgraph.languages.spoken import codes
from lawgraph.languages.state import titled
from lawgraph.law.amendments import Action, Amendment, Scope, Source, SourceKind
from lawgraph.law.authors import Act, ActKind, Author, Dropped, Publication, Record, Texts, Unnamed, Untold
from lawgraph.law.days import DayBounds, basis_of, day_or_none
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import HeldWording, Presence, Reason, ReasonKind, Version, Wording
from lawgraph.timeline.consolidation import Place

Row = sqlite3.Row


@dataclass(frozen=True, slots=True)
class LawRow:
    """Hold a law as the database knows it."""

    id: str
    number: str
    adopted: date
    kind: str
    titles: Texts
    start: DayBounds
    horizon: date | None
    acts_complete_until: date | None
    acts_known: str
    gazette: str | None = None

    def title(self, lang: str) -> str:
        """Return the title in a language, else as `titled` does, else the number."""
        return self.titled(lang)[1]

    def titled(self, *wanted: str) -> tuple[str, str]:
        """Return a language and the title in it: the first one wanted in which it has one, else an official one."""
        return titled(self.titles, wanted) or (wanted[0], self.number)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Hold one file of a law, in one language."""

    law: str
    lang: str
    file: str
    standing: str
    official: bool
    address: str | None
    sha256: str
    day: date | None
    retrieved: date | None


@dataclass(frozen=True, slots=True)
class Printing:
    """Tell where an edition prints a provision: bytes `first` to `after` (half open) of a file, beginning on `line`."""

    lang: str
    file: str
    line: int
    first: int
    after: int
    excluded: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """Hold one change that an act made in one law."""

    law: str
    amendment: Amendment


@dataclass(frozen=True, slots=True)
class HeldInstruction:
    """Hold an instruction of an act on a law as its text says it: its place, its form, its words, and their span.

    `instead` are units that it may name instead; one that is `refused` is understood and not applied.
    """

    law: str
    lang: str
    place: tuple[str, str, str, str]
    form: str
    units: tuple[str, ...]
    instead: tuple[str, ...]
    search: tuple[str, ...]
    replacement: tuple[str, ...]
    payload: str
    refused: str | None
    file: str
    line: int
    span: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """Hold an act with its publications, its changes, and the bounds of its first day of operation.

    `place` is its place among all acts, by first day of operation; `guessed` tells that its id was never seen.
    """

    act: Act
    titles: Texts
    adilet_id: str | None
    operative: DayBounds | None
    publications: tuple[Publication, ...]
    effects: tuple[Effect, ...]
    record: Record | None
    place: int = 0
    gazette: str | None = None
    guessed: bool = False
    zan: str | None = None

    @property
    def published(self) -> date | None:
        """The day of first official publication, where a fact tells it."""
        return min((each.day for each in self.publications if each.first), default=None)

    def alone_as_known_on(self, day: date) -> "ActRow":
        """Return what was recorded of the act itself by `day`, without its changes."""
        if self.record is None or self.record.recorded > day:
            return ActRow(self.act, (), None, None, (), (), None)
        published = tuple(each for each in self.publications if each.record.recorded <= day)
        return replace(self, operative=None, publications=published, effects=())


@dataclass(frozen=True, slots=True)
class CitationRow:
    """Hold a reference printed as `words`, at characters `first` to `after` of a wording of the provision `eid`.

    It leads to `cites_law`, to its provision `cites` where one is settled, best read in the language `cites_lang`.
    """

    law: str
    law_number: str
    lang: str
    eid: Eid
    wording: str
    first: int
    after: int
    words: str
    cites: Eid | None
    cites_act: str | None
    cites_law: str | None
    cites_lang: str | None

    @property
    def elsewhere(self) -> str | None:
        """The other law that it leads to, `None` where it stays in its own or leads to none that is held."""
        return self.cites_law if self.cites_law != self.law else None


@dataclass(frozen=True, slots=True)
class TouchedLaw:
    """Hold a law that an act changed, or a search found, with how many changes, and the first language held."""

    id: str
    number: str
    kind: str
    title: str
    lang: str
    changes: int = 0


def bounds(row: Row, prefix: str) -> DayBounds:
    """Return the bounds that stand in three columns."""
    return _bounds(row[f"{prefix}earliest"], row[f"{prefix}latest"], row[f"{prefix}basis_data"])


# The versions of a law begin and end with the same few acts.
@lru_cache(maxsize=8192)
def _bounds(earliest: str | None, latest: str | None, basis: str) -> DayBounds:
    return DayBounds(day_or_none(earliest), day_or_none(latest), basis_of(basis))


def titles(row: Row) -> Texts:
    """Return the titles that are held, by language."""
    return tuple((lang, row[f"title_{lang}"]) for lang in codes() if row[f"title_{lang}"])


def eid_or_none(text: str | None) -> Eid | None:
    """Return the address that a column holds, `None` for none."""
    return Eid(text) if text else None


def law(row: Row) -> LawRow:
    """Return a law."""
    return LawRow(row["id"], row["number"], date.fromisoformat(row["adopted"]), row["kind"], titles(row),
                  bounds(row, "start_"), day_or_none(row["horizon"]), day_or_none(row["acts_complete_until"]),
                  row["acts_known"], row["gazette"])


def source(row: Row) -> SourceRow:
    """Return a file of a law."""
    return SourceRow(row["law"], row["lang"], row["file"], row["standing"], bool(row["official"]), row["address"],
                     row["sha256"], day_or_none(row["day"]), day_or_none(row["retrieved"]))


def printing(row: Row) -> Printing:
    """Return a place at which a provision is printed."""
    return Printing(row["lang"], row["file"], row["line"], row["first_byte"], row["after_byte"], bool(row["excluded"]))


def instruction(row: Row) -> HeldInstruction:
    """Return an instruction of an act."""
    place = row["article"], row["item"], row["step"], row["paragraphs"]
    units, instead = (tuple(filter(None, row[name].split(", "))) for name in ("units", "instead"))
    search, put = (tuple(filter(None, row[name].split("\n"))) for name in ("search", "replacement"))
    return HeldInstruction(
        row["law"], row["lang"], place, row["form"], units, instead, search, put, row["payload"], row["refused"],
        row["file"], row["line"], (row["first_character"], row["after_character"]), row["text"])


def place(row: Row) -> Place:
    """Return a provision apart from any day."""
    return Place(Eid(row["eid"]), Kind(row["kind"]), row["number"], eid_or_none(row["within"]))


def version(row: Row) -> Version:
    """Return a version of a provision."""
    return Version(
        Eid(row["eid"]), bounds(row, "from_"), bounds(row, "before_"), Presence(row["in_operation"]),
        Wording(row["wording"]) if row["wording"] else None, row["text"], _reasons(row["reasons"]),
        _names(row["introduced_by"]), _names(row["ended_by"]), tuple(
            HeldWording(text, date.fromisoformat(row[f"{name}_from"]), day_or_none(row[f"{name}_before"]))
            for name in ("nearest", "other") if (text := row[f"{name}_text"]) is not None))


# A law on a day has some three hundred answers, and most of their reasons are the same few.
@lru_cache(maxsize=4096)
def _reasons(text: str) -> tuple[Reason, ...]:
    return tuple(_reason(each) for each in json.loads(text))


def _reason(told: Mapping[str, str | None]) -> Reason:
    data, operative = told.get("basis_data"), None
    if data is not None:
        operative = DayBounds(day_or_none(told["earliest"]), day_or_none(told["latest"]), basis_of(json.dumps(data)))
    return Reason(ReasonKind(told["kind"] or ""), told["act"], operative, eid_or_none(told["target"]), _quoted(told))


def _quoted(told: Mapping[str, str | None]) -> Source | None:
    if (file := told.get("file")) is None:
        return None
    line = told["line"]
    return Source(file, int(line) if line else None, told["quote"] or "", SourceKind.NOT_UNDERSTOOD)


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def amendment(row: Row, sources: Iterable[Row]) -> Amendment:
    """Return a change with all that it rests on."""
    return Amendment(_author(row), Eid(row["target"]), Action(row["action"]), Scope(row["scope"]), bounds(row, ""),
                     tuple(_source(each) for each in sources), day_or_none(row["until"]), bool(row["in_parts"]),
                     _names(row["restated"]), but=tuple(map(Eid, _names(row["excepts"]))))


def named_act(row: Row) -> Act:
    """Return the act that a row names."""
    return Act(row["number"], day_or_none(row["adopted"]), ActKind(row["kind"]), row["within"])


def _author(row: Row) -> Author:
    if row["act"]:
        return named_act(row)
    if not row["stand_in"]:
        return Unnamed(f"{row['law']}, amendment {row['position']}")
    return Dropped() if row["file"] else Untold()


def _source(row: Row) -> Source:
    return Source(row["file"], row["line"], row["text"], SourceKind(row["kind"]))


def act(row: Row, publications: Iterable[Row], effects: Iterable[Effect]) -> ActRow:
    """Return an act with its publications and changes."""
    operative = bounds(row, "operative_") if row["operative_basis"] is not None else None
    return ActRow(
        named_act(row), titles(row), row["adilet_id"], operative,
        tuple(_publication(each) for each in publications), tuple(effects), record(row) if row["source"] else None,
        row["position"], row["gazette"], bool(row["guessed"]), row["zan"])


def _publication(row: Row) -> Publication:
    return Publication((date.fromisoformat(row["day"]),), row["organ"], row["issue"], record(row), bool(row["first"]))


def record(row: Row) -> Record:
    return Record(row["source"], row["confidence"], date.fromisoformat(row["recorded"]), row["file"], row["line"])


def citation(row: Row) -> CitationRow:
    """Return a reference."""
    return CitationRow(row["law"], row["law_number"], row["lang"], Eid(row["eid"]), row["wording"], row["first"],
                       row["after"], row["words"], eid_or_none(row["cites"]), row["cites_act"], row["cites_law"],
                       row["cites_lang"])
