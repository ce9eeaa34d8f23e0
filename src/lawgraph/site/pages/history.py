"""The page of a provision's life: its answer for today, the picture, every day on which it reads otherwise."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lawgraph.law.amendments import Action, Amendment
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.errors import UnknownProvision
from lawgraph.law.versions import Presence, Version
from lawgraph.parsing.citations.addresses import addresses
from lawgraph.parsing.citations.resolving import resolve
from lawgraph.printout import answers_json, tables
from lawgraph.printout.sheets import HistorySheet
from lawgraph.queries.answers import citations_in, citations_of
from lawgraph.queries.references import ToLookUp, lineage_of
from lawgraph.queries.values import CitationRow
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.diff import open_comparison
from lawgraph.site.pages.evidence import ShownEvidence, ShownSuccession, changes_of, evidence_of, successions
from lawgraph.site.pages.expression import (
    Expression,
    crumbs_to,
    head_of,
    last_day_in_operation,
    plainly,
    unsettled,
)
from lawgraph.site.pages.feeds import feed_of_provision
from lawgraph.site.pages.findings import FoundKind, findings_in
from lawgraph.site.pages.lanes import Moment, Picture, gapless, lanes_of_division, lanes_of_provision, picture
from lawgraph.site.pages.linked import Thing
from lawgraph.site.pages.page import READ, News, Page, PageOfLaw
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.provision import own_of, provision_on_day_page
from lawgraph.site.pages.section import LawSection, Moved, PageContext
from lawgraph.site.pages.sentences import whole_answer
from lawgraph.site.pages.values import (
    ChangeRow,
    Link,
    LinkedAct,
    Nearest,
    ShownAnswer,
    WordDifference,
    answer_of,
    block_of,
    last_day,
    nearest_of,
)
from lawgraph.site.pages.wrong import may_be_meant, not_held
from lawgraph.timeline.comparison import word_changes
from lawgraph.timeline.consolidation import Place
from lawgraph.voice.names import act_in_words, bounds_in_words, place_name, provision_name
from lawgraph.voice.sentences import look_up_sentence
from lawgraph.voice.speaking import Voice


@dataclass(frozen=True, slots=True)
class VersionRow:
    """Hold one version as a page shows it; `words` are the difference to the wording held before it."""

    first: date
    last: date | None
    version: Version
    answer: ShownAnswer
    nearest: tuple[Nearest, ...]
    acts: tuple[LinkedAct, ...]
    words: WordDifference | None
    path: str
    look_up: str


@dataclass(frozen=True, slots=True)
class TurningChanges:
    """Hold what one act did that opens a stretch of days; `when` it began, where that is not known to the day."""

    act: LinkedAct | None
    when: DayBounds | None
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryTurn:
    """Hold a stretch of days on which a provision with its parts reads alike, and what the acts did that open it."""

    first: date
    last: date | None
    acts: tuple[TurningChanges, ...]
    path: str


@dataclass(frozen=True, slots=True)
class PartSpan:
    """Hold what may be said of a part of a provision on a stretch of days, and its place in the text of these."""

    first: date
    last: date | None
    answer: ShownAnswer
    path: str


@dataclass(frozen=True, slots=True)
class ProvisionPart:
    """Hold a part of a provision: its name, its page, what may be said of it today, or on the last day of the law.

    `spans` are all its days; a division has none of its articles, whose own pages tell them.
    """

    eid: Eid
    name: str
    path: str
    answer: ShownAnswer
    spans: tuple[PartSpan, ...]


@dataclass(frozen=True, slots=True)
class References:
    """Hold what a provision refers to, what refers to it, and its other address where an act gave it another number."""

    made: tuple[Link, ...]
    received: tuple[Link, ...]
    renumbered: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage(PageOfLaw):
    """Hold the life of a provision, the newest first."""

    template = "history.html"
    alone = True
    formats = READ

    place: Place
    name: str
    heading: str | None
    today: ShownAnswer
    last_day: date | None
    picture: Picture
    turns: tuple[HistoryTurn, ...]
    rows: tuple[VersionRow, ...]
    parts: tuple[ProvisionPart, ...]
    evidence: ShownEvidence
    references: References
    sheet: HistorySheet
    lineage: tuple[ShownSuccession, ...]
    found: tuple[FoundKind, ...]

    def data(self, build: str | None) -> str:
        """Return what `lawgraph history` gives."""
        return answers_json.history(self.sheet, build)

    def plain(self) -> str:
        """Return what `lawgraph history` prints."""
        return tables.history(self.sheet)

    def news(self, voice: Voice) -> tuple[News, ...]:
        """Return the feed of its article, and the news of the law."""
        article = self.place.eid.outermost
        title = voice.say("Changes of %(place)s (Atom)", place=place_name(article, voice))
        own = News(Format.FEED, paths.feed(self.expression.path_of(article)), title)
        return (own, *PageOfLaw.news(self, voice))

    def linked(self) -> Thing | None:
        """Return the provision, and whether it is in force today: before its first version it was not."""
        law = self.expression
        begun = [each for each in self.sheet.versions if each.start.latest and each.start.latest <= law.today]
        force = linked.force(begun[-1].in_operation if begun else Presence.NO)
        return linked.whole({**linked.provision(law, self.place.eid, self.name),
                             **linked.work_of(law, self.place.eid), **force})


def history_page(conn: sqlite3.Connection, expression: Expression, eid: Eid) -> HistoryPage:
    """Return the life of a provision that the law has, or had."""
    histories = {each.eid: expression.lives[each.eid] for each in expression.inside(eid)}
    amendments, law = expression.bearing_on(eid), expression.law
    looked_up = expression.to_look_up((each, each.start.latest) for each in histories[eid] if each.start.latest)
    place, lineage = expression.at[eid], lineage_of(conn, law.id, eid)
    lanes = (lanes_of_division(expression, histories) if place.kind.divides
             else lanes_of_provision(expression, eid, histories))
    own = Link(provision_name(eid, expression.voice), expression.path_of(eid))
    title = expression.voice.say("%(provision)s – %(law)s", provision=own.text, law=expression.called)
    head = head_of(expression, title, own.path, (*crumbs_to(expression, eid), own))
    return HistoryPage(
        head, expression, place, own.text, _heading(expression, eid), _today(expression, eid),
        last_day_in_operation(expression),
        picture(lanes, _moments(expression, amendments), expression.today), _turns(expression, eid, amendments),
        _rows(expression, place, histories[eid], looked_up), _parts(expression, eid),
        evidence_of(conn, expression, eid, looked_up), _references(conn, expression, eid),
        HistorySheet(law, eid, histories[eid], amendments, looked_up=looked_up, lineage=lineage),
        successions(conn, (each for each in lineage if each.earlier.eid != LAW), law.id, expression.voice),
        findings_in(conn, expression, eid))


def _heading(expression: Expression, eid: Eid) -> str | None:
    held = [each.text for each in expression.lives.get(eid.child(Kind.HEADING), ()) if each.text]
    return held[-1] if held else None


def _today(expression: Expression, eid: Eid) -> ShownAnswer:
    found = expression.answers(expression.today, eid)
    own = own_of(found, eid)
    block = block_of(own, found, expression.today, expression.rendering)
    return whole_answer(block, own.version, expression.today, expression.voice)


def _moments(expression: Expression, amendments: Iterable[Amendment]) -> tuple[Moment, ...]:
    found = []
    for each in amendments:
        first, last = each.operative.earliest, each.operative.latest
        if each.act and first:
            voice = expression.voice
            told = f"{act_in_words(each.act.name, voice)}, {bounds_in_words(each.operative, voice)}"
            found.append(Moment(first, last or expression.today, told, paths.act(each.act.name)))
    return tuple(dict.fromkeys(found))


def _turns(expression: Expression, eid: Eid, amendments: Sequence[Amendment]) -> tuple[HistoryTurn, ...]:
    found = []
    for first, before in gapless(expression.days_of(eid)):
        opening = [each for each in amendments if first in (each.operative.earliest, each.operative.latest, each.until)]
        found.append(HistoryTurn(first, last_day(before), tuple(_by_act(changes_of(expression, opening))),
                                 paths.provision_on(expression.law.id, expression.lang, eid, first)))
    return tuple(reversed(found))


def _by_act(changes: Iterable[ChangeRow]) -> Iterator[TurningChanges]:
    for (act, when), these in groupby(changes, key=lambda each: (each.act, unsettled({plainly(each.operative)}))):
        yield TurningChanges(act, when, tuple(these))


def _rows(expression: Expression, place: Place, versions: Sequence[Version], told: ToLookUp) -> tuple[VersionRow, ...]:
    return tuple(_row(expression, place, pair, told)
                 for pair in zip((None, *versions), versions, strict=False))[::-1]


def _row(expression: Expression, place: Place, pair: tuple[Version | None, Version], told: ToLookUp) -> VersionRow:
    before, version = pair
    first = version.start.latest or expression.law.adopted
    where = told.by_place.get((place.eid, first))
    return VersionRow(
        first, last_day(version.before.earliest), version, answer_of(version, first, place.kind, expression.voice),
        nearest_of(version),
        tuple(expression.links[each] for each in version.introduced_by if each in expression.links),
        _words(before, version),
        paths.provision_on(expression.law.id, expression.lang, place.eid, first),
        look_up_sentence(where, expression.voice) if where else "")


def _words(before: Version | None, version: Version) -> WordDifference | None:
    if before is None or before.text is None or version.text is None or before.text == version.text:
        return None
    return WordDifference(before.text, version.text, word_changes(before.text, version.text))


def _parts(expression: Expression, eid: Eid) -> tuple[ProvisionPart, ...]:
    """Return all that is inside a provision; of a division what stands in it by itself."""
    day, voice = last_day_in_operation(expression) or expression.today, expression.voice
    found = expression.answers(day, eid)
    divides = expression.at[eid].kind.divides
    return tuple(ProvisionPart(
        each.place.eid, provision_name(each.place.eid, voice), expression.path_of(each.place.eid),
        whole_answer(block_of(each, found, day, expression.rendering), each.version, day, voice),
        () if divides else _spans(expression, each.place, expression.lives[each.place.eid]))
        for each in found if each.place.eid != eid and (not divides or each.place.within == eid))


def _spans(expression: Expression, place: Place, versions: Iterable[Version]) -> tuple[PartSpan, ...]:
    """Return the days of a part, the newest first."""
    found = ((each.start.latest or expression.law.adopted, each) for each in versions)
    return tuple(PartSpan(first, last_day(each.before.earliest), answer_of(each, first, place.kind, expression.voice),
                          paths.provision_on(expression.law.id, expression.lang, place.eid, first))
                 for first, each in found)[::-1]


def _references(conn: sqlite3.Connection, expression: Expression, eid: Eid) -> References:
    law, lang = expression.law.id, expression.lang
    return References(_links(expression, citations_in(conn, law, lang, eid)),
                      tuple(dict.fromkeys(_citing(expression, each) for each in citations_of(conn, law, lang, eid))),
                      tuple(dict.fromkeys(_renumbered(expression, eid))))


def _renumbered(expression: Expression, eid: Eid) -> Iterator[Link]:
    """Give the other address of what was renumbered, where a source tells of these two alone."""
    told = [each for each in expression.amendments if each.action is Action.RENUMBERING]
    for own in (each for each in told if each.target == eid and each.sources):
        others = {each.target for each in told if (each.act_name, each.sources) == (own.act_name, own.sources)} - {eid}
        if len(others) == 1:
            yield from (Link(provision_name(each, expression.voice), expression.path_near(each)) for each in others)


def _links(expression: Expression, rows: Iterable[CitationRow]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(Link(each.words, _cited(expression, each)) for each in rows
                               if each.cites or each.cites_law not in (None, expression.law.id)))


def _cited(expression: Expression, each: CitationRow) -> str:
    """Return the page that a reference leads to, in this law or in another that is held."""
    if each.cites_law == expression.law.id or each.cites_law is None or each.cites_lang is None:
        return expression.path_of(each.cites or LAW)
    law = each.cites_law, each.cites_lang
    return paths.provision(*law, each.cites) if each.cites else paths.law(*law)


def _citing(expression: Expression, each: CitationRow) -> Link:
    """Return the provision that refers to one of this law; one of another law is named with that law."""
    name = provision_name(each.eid, expression.voice)
    if each.law == expression.law.id:
        return Link(name, expression.path_of(each.eid))
    return Link(f"{name} (№ {each.law_number})", paths.provision(each.law, each.lang, each.eid))


def _of_provision(context: PageContext, expression: Expression, steps: tuple[str, ...]) -> Page | Moved | None:
    """Return the life of a provision, its wording on a day, its news; the first step is its address as typed."""
    typed, *rest = steps
    eid = _meant(context, expression, typed, rest)
    if eid != typed:
        return Moved("/".join((expression.path_of(eid), *rest)))
    if rest[:1] == ["diff"]:
        return open_comparison(context, expression, tuple(rest[1:]), eid)
    return _of_eid(context, expression, eid, rest)


def _of_eid(context: PageContext, expression: Expression, eid: Eid, rest: list[str]) -> Page | Moved | None:
    own = expression.path_of(eid)
    match rest:
        case [] if context.asked.on:
            day = context.day(context.asked.on, f"{own}/on/{{}}")
            return Moved(paths.provision_on(expression.law.id, expression.lang, eid, day))
        case []:
            return history_page(context.conn, expression, eid)
        case ["feed"]:
            return feed_of_provision(expression, eid) if eid.outermost == eid else \
                Moved(paths.feed(expression.path_of(eid.outermost)))
        case ["on"]:
            return Moved(own)
        case ["on", _] if context.asked.asked:
            return Moved(paths.on(own, context.day(context.asked.asked, f"{own}/on/{{}}")))
        case ["on", day]:
            return provision_on_day_page(context.conn, expression, eid, context.day(day, f"{own}/on/{{}}"))
    raise context.nothing(Link(provision_name(eid, context.voice), own))


def _meant(context: PageContext, expression: Expression, typed: str, rest: Sequence[str]) -> Eid:
    if typed in expression.at:
        return Eid(typed)
    known = addresses(frozenset(expression.at))
    try:
        return resolve(typed, known).eid
    except UnknownProvision as error:
        kept = rest if rest[:1] == ["on"] else ()
        ways = [Link(provision_name(each, context.voice), "/".join((expression.path_of(each), *kept)))
                for each in may_be_meant(typed, known, error)]
        nearest, *others = ways or [context.to_law(expression.law, expression.path)]
        raise not_held(context.asked.path, error, nearest, context.voice, others) from None


def _every(law: Expression) -> Iterator[str]:
    for eid, days in law.stretches.units.items():
        yield from (paths.provision_on(law.law.id, law.lang, eid, day) for day in days)
    yield from (law.path_of(each.eid) for each in law.places if each.eid == each.eid.outermost)


PROVISION = LawSection("", _of_provision, _every)
