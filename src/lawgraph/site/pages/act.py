"""The page of an amending act: its three days, what it changed, and who says so."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from lawgraph.languages.spoken import DayForm
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.model import Action
from lawgraph.printout import answers_json
from lawgraph.printout.references import ReferenceLine, reference_lines
from lawgraph.queries.answers import act_named, act_names, acts_around, laws_of_act
from lawgraph.queries.listing import nearest_provision
from lawgraph.queries.references import references_of
from lawgraph.queries.values import ActRow, TouchedLaw
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.evidence import change_of
from lawgraph.site.pages.expression import act_link
from lawgraph.site.pages.linked import Thing
from lawgraph.site.pages.listings import text_lang
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.section import Moved, PageContext, Section
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
class ActPage(Page):
    """Hold an act: titles, days, publications and what it changed in each law; the acts before and after it."""

    template = "act.html"

    row: ActRow
    kind: str
    laws: tuple[ChangedLaw, ...]
    earlier: Link | None
    later: Link | None
    references: tuple[ReferenceLine, ...]

    def data(self, build: str | None) -> str:
        """Return what `lawgraph acts` gives of an act, and the build."""
        return written({"build": build, **answers_json.act_fields(self.row)})

    def linked(self) -> Thing | None:
        """Return the act with what it repealed and amended."""
        act, told = self.row.act, {"@type": "Legislation", "legislationJurisdiction": "KZ"}
        published: Thing = {"datePublished": self.row.published.isoformat()} if self.row.published else {}
        adopted: Thing = {"legislationDate": act.adopted.isoformat()} if act.adopted else {}
        return linked.whole({
            **told, "@id": linked.Path(self.head.path), "url": linked.Path(self.head.path),
            "name": next((title for _, title in self.row.titles), self.head.title),
            "legislationIdentifier": act.number or act.name, "legislationType": self.kind, **adopted, **published,
            **(linked.applies(self.row.operative) if self.row.operative else {}),
            "legislationChanges": tuple(map(_changed, self.laws)), **_done(self)})


def act_page(conn: sqlite3.Connection, name: str, voice: Voice = ENGLISH) -> ActPage:
    """Return the page of an act; raise `UnknownAct` where it is not held."""
    row = act_named(conn, name)
    path = paths.act(row.act.name)
    head = PageHead(act_title(row, voice), path, (Link(act_in_words(row.act.name), path),))
    earlier, later = (Link(act_in_words(each), paths.act(each)) if each else None for each in acts_around(conn, row))
    return ActPage(head, row, act_kind(row.act.kind, voice), tuple(_laws(conn, row, voice)), earlier, later,
                   reference_lines("", references_of([row]), voice))


def act_title(row: ActRow, voice: Voice) -> str:
    """Return an act by its kind, its number and its day."""
    adopted = day_in_words(row.act.adopted, voice, DayForm.OF) if row.act.adopted else ""
    return voice.say("%(kind)s %(number)s %(of_day)s", kind=act_kind(row.act.kind, voice),
                     number=act_in_words(row.act.name), of_day=adopted).strip()


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


def _changed(each: ChangedLaw) -> Thing:
    return {"@type": "Legislation", "@id": linked.Path(each.path), "name": each.law.title}


def _done(page: ActPage) -> Thing:
    repealed = {each.law for each in page.row.effects
                if each.amendment.action is Action.REPEAL and each.amendment.target == LAW}
    ends = tuple(_changed(each) for each in page.laws if each.law.id in repealed)
    amends = tuple(_changed(each) for each in page.laws if each.law.id not in repealed)
    return {name: laws for name, laws in (("legislationRepeals", ends), ("legislationAmends", amends)) if laws}


def _open(context: PageContext, steps: tuple[str, ...]) -> ActPage | Moved | None:
    if len(steps) != 1:
        return None
    page = act_page(context.conn, steps[0], context.voice)
    return page if page.row.act.name == steps[0] else Moved(page.head.path)


def _every(conn: sqlite3.Connection) -> Iterator[str]:
    return map(paths.act, act_names(conn))


ACTS = Section("act", _open, _every, _every)
