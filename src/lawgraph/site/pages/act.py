"""The page of an amending act: its three days, what it changed, and who says so."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from lawgraph.languages.speech import DayForm
from lawgraph.law.eid import Eid
from lawgraph.printout.references import ReferenceLine, reference_lines
from lawgraph.queries.acting import act_named, acts_around, laws_of_act
from lawgraph.queries.listing import nearest_provision
from lawgraph.queries.references import references_of
from lawgraph.queries.values import ActRow, TouchedLaw
from lawgraph.site.pages import paths
from lawgraph.site.pages.changes import change_of
from lawgraph.site.pages.expression import act_link
from lawgraph.site.pages.listings import text_lang
from lawgraph.site.pages.values import ChangeRow, Link, PageHead
from lawgraph.voice.days import day_in_words
from lawgraph.voice.names import act_in_words, act_kind
from lawgraph.voice.speaking import ENGLISH, Voice


@dataclass(frozen=True, slots=True)
class ChangedLaw:
    """Hold what an act changed in one law."""

    law: TouchedLaw
    path: str
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ActPage:
    """Hold an act: titles, days, publications and what it changed in each law; the acts before and after it."""

    head: PageHead
    row: ActRow
    kind: str
    laws: tuple[ChangedLaw, ...]
    earlier: Link | None
    later: Link | None
    references: tuple[ReferenceLine, ...]


def act_page(conn: sqlite3.Connection, name: str, voice: Voice = ENGLISH) -> ActPage:
    """Return the page of an act; raise `UnknownAct` where it is not held."""
    row = act_named(conn, name)
    kind, number = act_kind(row.act.kind, voice), act_in_words(row.act.name)
    adopted = day_in_words(row.act.adopted, voice, DayForm.OF) if row.act.adopted else ""
    path = paths.act(row.act.name)
    title = voice.say("%(kind)s %(number)s %(of_day)s", kind=kind, number=number, of_day=adopted).strip()
    head = PageHead(title, path, (Link(number, path),))
    earlier, later = (Link(act_in_words(each), paths.act(each)) if each else None for each in acts_around(conn, row))
    return ActPage(head, row, kind, tuple(_laws(conn, row, voice)), earlier, later,
                   reference_lines("", references_of([row]), voice))


def _laws(conn: sqlite3.Connection, row: ActRow, voice: Voice) -> Iterator[ChangedLaw]:
    own = act_link(row, text_lang(voice))
    for law in laws_of_act(conn, row.act.name, text_lang(voice)):
        amendments = [each.amendment for each in row.effects if each.law == law.id]
        yield ChangedLaw(law, paths.law(law.id, law.lang), tuple(
            change_of(each, own, _path_near(conn, law, each.target), voice) for each in amendments))


def _path_near(conn: sqlite3.Connection, law: TouchedLaw, eid: Eid) -> str:
    """Return the path of a provision, or of the nearest one around it: opening words have no page of their own."""
    near = nearest_provision(conn, law.id, eid)
    return paths.law(law.id, law.lang) if near == "law" else paths.provision(law.id, law.lang, near)
