"""Ask a database from Python: `lawgraph.open("build/lawgraph.db").law("271-IV").on("2013-07-20").provision("art. 7")`.

A thin layer over `queries`. What is answered is frozen; `text` is `None` where the wording of the day is not held, so
that nothing can be quoted that is not known.
"""

import sqlite3
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Self

from lawgraph.database.opening import sealed
from lawgraph.languages.printed import day_typed
from lawgraph.languages.state import FIRST
from lawgraph.law.amendments import Amendment
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.errors import UnknownProvision
from lawgraph.law.versions import Presence, Reason, Version, Wording
from lawgraph.parsing.citations.addresses import addresses
from lawgraph.parsing.citations.resolving import Resolution, resolve
from lawgraph.queries import answers
from lawgraph.queries.references import Lineage, lineage_of
from lawgraph.queries.values import LawRow
from lawgraph.site.pages import paths
from lawgraph.timeline.consolidation import OnDay


@dataclass(frozen=True, slots=True)
class ProvisionOnDay:
    """Hold what may be said of a provision on a day, as `text --format json` says it; `parts` are all within it.

    `address` is the path of its page, `build` the hash that names the database. `read_as` tells how what was typed was
    understood, where it names no provision in full.
    """

    law: str
    eid: Eid
    lang: str
    day: date
    in_operation: Presence
    wording: Wording | None
    text: str | None
    heading: str | None
    since: DayBounds
    before: DayBounds
    because: tuple[Reason, ...]
    introduced_by: tuple[str, ...]
    ended_by: tuple[str, ...]
    address: str
    build: str | None
    parts: tuple["ProvisionOnDay", ...] = ()
    read_as: str | None = None


@dataclass(frozen=True, slots=True)
class LawOnDay:
    """Ask about a law on a day."""

    law: "Law"
    day: date

    def provision(self, typed: str) -> ProvisionOnDay:
        """Return a provision, named by its address or as people write it; raise `UnknownProvision`."""
        meant = self.law.resolved(typed)
        whole, *parts = answers.provision_on(self.law.conn, self.law.row.id, self.law.lang, meant.eid, self.day)
        return self._told(whole, tuple(map(self._told, parts)), meant.note)

    def provisions(self) -> tuple[ProvisionOnDay, ...]:
        """Return every provision that the law is known ever to have had, in document order, each without its parts."""
        found = answers.provisions_on(self.law.conn, self.law.row.id, self.law.lang, self.day)
        return tuple(map(self._told, found))

    def _told(self, one: OnDay, parts: tuple[ProvisionOnDay, ...] = (), read_as: str | None = None) -> ProvisionOnDay:
        version, law = one.version, self.law
        return ProvisionOnDay(
            law.row.id, version.eid, law.lang, self.day, version.in_operation, version.wording, version.text,
            one.heading, version.start, version.before, version.because, version.introduced_by, version.ended_by,
            paths.provision_on(law.row.id, law.lang, version.eid, self.day), sealed(law.conn), parts, read_as)


@dataclass(frozen=True, slots=True)
class Law:
    """Ask about a law in a language."""

    conn: sqlite3.Connection
    row: LawRow
    lang: str

    def on(self, day: date | str) -> LawOnDay:
        """Return the law on a day, which may be typed as people write it; raise `DayError`."""
        return LawOnDay(self, day_typed(day) if isinstance(day, str) else day)

    def versions(self, typed: str) -> tuple[Version, ...]:
        """Return the versions of a provision in the order of time."""
        return answers.versions_of(self.conn, self.row.id, self.lang, self.resolved(typed).eid)

    def amendments(self, typed: str | None = None) -> tuple[Amendment, ...]:
        """Return the changes of the law, or of a provision, of what is inside it and of what encloses it."""
        return answers.amendments_of(self.conn, self.row.id, self.resolved(typed).eid if typed else None)

    def lineage(self, typed: str | None = None) -> tuple[Lineage, ...]:
        """Return what the law, or a provision, took the place of, and what took its place, as facts tell."""
        return lineage_of(self.conn, self.row.id, self.resolved(typed).eid if typed else LAW)

    def days(self) -> tuple[date, ...]:
        """Return the days on which the answer for some provision begins."""
        return answers.differing_days(self.conn, self.row.id, self.lang)

    def resolved(self, typed: str) -> Resolution:
        """Return the provision that is meant; raise `UnknownProvision` for the law as a whole."""
        known = frozenset({LAW, *(each.eid for each in answers.places(self.conn, self.row.id))})
        meant = resolve(typed, addresses(known))
        if meant.eid == LAW:
            raise UnknownProvision(repr(typed), "this is the law as a whole", "ask for its provisions")
        return meant


@dataclass(frozen=True, slots=True)
class Archive:
    """Ask about the laws of a database, which is only read; close it, or use it in a `with`."""

    conn: sqlite3.Connection

    def laws(self) -> tuple[LawRow, ...]:
        """Return the laws held."""
        return answers.laws(self.conn)

    def law(self, name: str, lang: str = FIRST) -> Law:
        """Return a law by its id or number; raise `UnknownLaw`, `UnclearLaw`, `UnknownLanguage`."""
        row = answers.law_named(self.conn, name)
        answers.check_language(self.conn, row.id, lang)
        return Law(self.conn, row, lang)

    def close(self) -> None:
        """Close the database."""
        self.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()
