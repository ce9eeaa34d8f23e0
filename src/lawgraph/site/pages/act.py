"""The page of an amending act: its three days, what it changed, who says so; its own words beside what they did."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from lawgraph.exchange.told import address_of_act
from lawgraph.languages.spoken import DayForm
from lawgraph.law.amendments import Action, Amendment, Scope, SourceKind
from lawgraph.law.days import unknown_first
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.printout import answers_json
from lawgraph.printout.references import ReferenceLine, reference_lines
from lawgraph.queries.answers import (
    act_named,
    act_names,
    acts_around,
    instructions_of,
    languages,
    laws_of_act,
    provision_on,
)
from lawgraph.queries.listing import nearest_provision
from lawgraph.queries.references import lineage_of_act, references_of
from lawgraph.queries.values import ActRow, HeldInstruction, TouchedLaw
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.evidence import ShownSuccession, change_of, successions
from lawgraph.site.pages.expression import act_link
from lawgraph.site.pages.linked import Thing
from lawgraph.site.pages.listings import text_lang
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.provision import own_of
from lawgraph.site.pages.section import Moved, PageContext, Section
from lawgraph.site.pages.values import (
    ChangeRow,
    Link,
    PageHead,
    Rendering,
    SourcePlace,
    TextBlock,
    WordDifference,
    block_of,
)
from lawgraph.timeline.comparison import word_changes
from lawgraph.voice.names import (
    HTML_LANGUAGES,
    act_in_words,
    act_kind,
    day_in_words,
    done,
    not_applied,
    numbered,
    provision_name,
)
from lawgraph.voice.speaking import ENGLISH, Voice


@dataclass(frozen=True, slots=True)
class ChangedLaw:
    """Hold what an act changed in one law."""

    law: TouchedLaw
    path: str
    changes: tuple[ChangeRow, ...]
    instructions: tuple["ShownInstruction", ...]


@dataclass(frozen=True, slots=True)
class SideOfChange:
    """Hold what a provision read on one side of a change: on which day, and where that is shown."""

    day: date
    path: str
    block: TextBlock


@dataclass(frozen=True, slots=True)
class ShownEffect:
    """Hold what an instruction did to a provision; `marks` are the words that differ in it, by address."""

    target: Link
    done: str
    lang: str
    before: SideOfChange | None
    after: SideOfChange | None
    marks: Mapping[Eid, WordDifference]


@dataclass(frozen=True, slots=True)
class ShownInstruction:
    """Hold what a line of an act says beside what that did; of one that is not applied, why, and what it may mean."""

    anchor: str
    place: tuple[str, str, str, str]
    source: SourcePlace
    payload: tuple[str, ...]
    refused: tuple[str, ...]
    readings: tuple[tuple[Link, ...], ...]
    effects: tuple[ShownEffect, ...]


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
    said: tuple[HeldInstruction, ...]
    lineage: tuple[ShownSuccession, ...]

    def data(self, build: str | None) -> str:
        """Return what `lawgraph acts` gives of an act, and the build."""
        return written({"build": build, **answers_json.act_fields(self.row, self.said)})

    def linked(self) -> Thing | None:
        """Return the act with what it repealed and amended."""
        act, told = self.row.act, {"@type": "Legislation", "legislationJurisdiction": "KZ"}
        published: Thing = {"datePublished": self.row.published.isoformat()} if self.row.published else {}
        adopted: Thing = {"legislationDate": act.adopted.isoformat()} if act.adopted else {}
        return linked.whole({
            **told, "@id": linked.Path(self.head.path), "url": linked.Path(self.head.path),
            "sameAs": linked.Path(address_of_act(act)),
            "name": next((title for _, title in self.row.titles), self.head.title),
            "legislationIdentifier": act.number or act.name, "legislationType": self.kind, **adopted, **published,
            **(linked.applies(self.row.operative) if self.row.operative else {}),
            "legislationChanges": tuple(map(_changed, self.laws)), **_done(self)})


def act_page(conn: sqlite3.Connection, name: str, voice: Voice = ENGLISH) -> ActPage:
    """Return the page of an act; raise `UnknownAct` where it is not held."""
    row = act_named(conn, name)
    path = paths.act(row.act.name)
    head = PageHead(act_title(row, voice), path, (Link(act_in_words(row.act.name, voice), path),))
    earlier, later = (Link(act_in_words(each, voice), paths.act(each)) if each else None
                      for each in acts_around(conn, row))
    said = instructions_of(conn, row.act.name)
    return ActPage(head, row, act_kind(row.act.kind, voice), tuple(_laws(conn, row, said, voice)), earlier, later,
                   reference_lines("", references_of([row]), voice), said,
                   successions(conn, lineage_of_act(conn, row.act.name), None, voice))


def act_title(row: ActRow, voice: Voice) -> str:
    """Return an act by its kind, its number and its day."""
    adopted = day_in_words(row.act.adopted, voice, DayForm.OF) if row.act.adopted else ""
    called = voice.say("%(kind)s %(number)s %(of_day)s", kind=act_kind(row.act.kind, voice),
                       number=numbered(row.act.name, voice), of_day=adopted)
    return " ".join(called.split())  # of some no day is told


def _laws(conn: sqlite3.Connection, row: ActRow, said: Iterable[HeldInstruction], voice: Voice
          ) -> Iterator[ChangedLaw]:
    own = act_link(row, text_lang(voice))
    for law in laws_of_act(conn, row.act.name, text_lang(voice)):
        amendments = _by_days([each.amendment for each in row.effects if each.law == law.id])
        changes = tuple(change_of(each, own, _path_near(conn, law, each.target), voice) for each in amendments)
        showing = _Showing(conn, law, languages(conn, law.id), amendments, voice)
        yield ChangedLaw(law, paths.law(law.id, law.lang), changes, tuple(
            showing.line(tuple(these)) for _, these in groupby(
                (each for each in said if each.law == law.id), key=lambda each: (each.file, each.line))))


def _by_days(amendments: Sequence[Amendment]) -> list[Amendment]:
    """Return what an act does in the order of the law, several things to one unit in the order of their days."""
    places: dict[Eid, int] = {}
    for each in amendments:
        places.setdefault(each.target, len(places))
    return sorted(amendments, key=lambda each: (places[each.target], unknown_first(each.operative.earliest)))


@dataclass(frozen=True, slots=True)
class _Showing:
    """Show the instructions of an act on one law beside what they did; `langs` are the languages of its text."""

    conn: sqlite3.Connection
    law: TouchedLaw
    langs: Sequence[str]
    amendments: Sequence[Amendment]
    voice: Voice

    def line(self, these: Sequence[HeldInstruction]) -> ShownInstruction:
        """Return what the instructions say that stand on one line."""
        first = these[0]
        source = SourcePlace(first.file, first.line, first.text, HTML_LANGUAGES[first.lang])
        readings = dict.fromkeys(units for each in these if each.instead for units in (each.units, each.instead))
        refused = dict.fromkeys(not_applied(each.refused, self.voice) for each in these if each.refused)
        return ShownInstruction(
            paths.line_of_act(first.lang, first.line), first.place, source, tuple(first.payload.splitlines()),
            tuple(refused), tuple(tuple(map(self._unit, units)) for units in readings),
            tuple(self._effects(first)))

    def _unit(self, unit: str) -> Link:
        """Return a unit by its address as the act's words name it; its article is what can be looked up."""
        return Link(unit, _path_near(self.conn, self.law, Eid(unit.split("__", maxsplit=1)[0])))

    def _effects(self, said: HeldInstruction) -> Iterator[ShownEffect]:
        """Give what a line did: units that it brings or excludes with all their parts, once."""
        own = [each for each in self.amendments if any(
            source.kind is SourceKind.ACT and (source.file, source.line) == (said.file, said.line)
            for source in each.sources)]
        whole = {each.target for each in own if each.scope is Scope.WHOLE}
        for each in own:
            if not any(outer in whole for outer in each.target.ancestors):
                yield self._effect(each, said.lang if said.lang in self.langs else self.law.lang)

    def _effect(self, change: Amendment, lang: str) -> ShownEffect:
        near = nearest_provision(self.conn, self.law.id, change.target)
        earliest, latest = change.operative.earliest, change.operative.latest
        shown = near != LAW and not near.kind.divides
        own = change.target.kind is Kind.INTRO
        before = self._side(near, lang, earliest - timedelta(1), own=own) if shown and earliest else None
        after = self._side(near, lang, latest, own=own) if shown and latest else None
        path = paths.provision(self.law.id, lang, near) if near != LAW else paths.law(self.law.id, lang)
        return ShownEffect(Link(provision_name(change.target, self.voice), path), done(change.action, self.voice),
                           HTML_LANGUAGES[lang], before, after, dict(_marks(before, after)))

    def _side(self, eid: Eid, lang: str, day: date, *, own: bool) -> SideOfChange:
        """Return a provision on a day, its `own` words alone or with all its parts."""
        found = provision_on(self.conn, self.law.id, lang, eid, day)
        top = own_of(found, eid)
        since = top.version.start.latest
        path = paths.provision_on(self.law.id, lang, eid, since) if since else paths.provision(self.law.id, lang, eid)
        return SideOfChange(day, path, block_of(top, (top,) if own else found, day, Rendering(lang, self.voice)))


def _marks(before: SideOfChange | None, after: SideOfChange | None) -> Iterator[tuple[Eid, WordDifference]]:
    """Give what differs in a provision and its parts where both wordings are held."""
    held = {each.eid: each.text for each in before.block.whole} if before else {}
    for each in after.block.whole if after else ():
        one, other = held.get(each.eid), each.text
        if one and other and one != other:
            yield each.eid, WordDifference(one, other, word_changes(one, other))


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
