"""The pages of a law: today, and on a day."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.languages.spoken import DayForm
from lawgraph.law.amendments import Amendment
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW, Kind
from lawgraph.law.versions import Presence, ReasonKind
from lawgraph.printout import answers_json
from lawgraph.printout.sheets import DaySheet
from lawgraph.printout.writers import plain_day
from lawgraph.queries.references import NOTHING, lineage_of
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.evidence import ShownSuccession, successions
from lawgraph.site.pages.expression import (
    Expression,
    changes_by_day,
    days_around,
    head_of,
    last_day_in_operation,
    plainly,
    unsettled,
)
from lawgraph.site.pages.findings import FoundKind, findings_in
from lawgraph.site.pages.lanes import Picture, lanes_of_division, picture
from lawgraph.site.pages.linked import Thing
from lawgraph.site.pages.page import READ, PageOfDay, PageOfLaw, Sum, written
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.section import LawSection, Moved, PageContext
from lawgraph.site.pages.sentences import Notices, acts_sentence, lagging, law_sentence, notices, unchanged
from lawgraph.site.pages.values import Link, LinkedAct, TextBlock, absent_from, blocks_of, doubtful
from lawgraph.site.pages.web import Web, web_of
from lawgraph.timeline.assurance import Coverage, coverage, days_that_count
from lawgraph.timeline.consolidation import OnDay, Place
from lawgraph.voice.names import day_in_words


@dataclass(frozen=True, slots=True)
class LawOnDayPage(PageOfDay):
    """Hold a law on a day: what may be said of it as a whole, what is in doubt, and its text."""

    template = "law_on_day.html"

    standing: str
    blocks: tuple[TextBlock, ...]
    doubts: tuple[TextBlock, ...]
    last_day: date | None
    lagging: tuple[str, ...]
    notices: Notices

    def file_data(self, build: str | None, sum_of: Sum) -> str:
        """Return the answer for the law, and the files of its articles on the day in place of their wordings."""
        whole = answers_json.day_fields(replace(self.sheet, found=(), looked_up=NOTHING))
        units = self.expression.stretches.units
        own = [each for each in self.sheet.found if _has_a_place(each) or each.place.eid.outermost not in units]
        return written({"build": build, **whole, "provisions": [self._file_fields(each, sum_of) for each in own]})

    def _file_fields(self, each: OnDay, sum_of: Sum) -> object:
        eid, version, own = each.place.eid, each.version, self.expression.stretches
        page = own.on(eid, self.days.day) if eid in own.units else ""
        sha256 = sum_of(page) if page.startswith(f"{own.path}/{eid}/") else None
        told = {"eid": eid, "in_operation": version.in_operation, "wording": version.wording}
        file = {"path": paths.in_form(page, Format.JSON), "sha256": sha256} if sha256 else {"text": version.text}
        return {**told, **file}

    def plain(self) -> str:
        """Return what `lawgraph text` prints."""
        return plain_day(self.sheet)

    def linked(self) -> Thing | None:
        """Return the text of the law on the day."""
        return linked.whole({**linked.law(self.expression),
                             **linked.on_a_day(self.expression, self.head, self.days.day)})


@dataclass(frozen=True, slots=True)
class TurningAct:
    """Hold an act behind a day of change; `when` it began, where that is not known to the day and not said of all."""

    act: LinkedAct
    when: DayBounds | None


@dataclass(frozen=True, slots=True)
class DayOfChange:
    """Hold one day on which a law reads otherwise, with the acts behind it; it reads so from `first` to `last`.

    `bounds` are those of all that begins on it, where it is only known to have begun between two days.
    """

    first: date
    last: date | None
    acts: tuple[TurningAct, ...]
    path: str
    compared: tuple[date, date] | None
    compare: str | None
    bounds: DayBounds | None


@dataclass(frozen=True, slots=True)
class LawPage(PageOfLaw):
    """Hold a law as seen today: whether it is in operation, its contents, its life, every day on which it differs."""

    template = "law.html"
    alone = True
    formats = READ

    standing: str
    acts_known: str
    last_day: date | None
    contents: tuple[TextBlock, ...]
    picture: Picture
    web: Web | None
    coverage: Coverage
    turns: tuple[DayOfChange, ...]
    lagging: tuple[str, ...]
    notices: Notices
    sheet: DaySheet
    lineage: tuple[ShownSuccession, ...]
    found: tuple[FoundKind, ...]

    def data(self, build: str | None) -> str:
        """Return what `lawgraph text` gives."""
        return answers_json.text(self.sheet, build)

    def plain(self) -> str:
        """Return what `lawgraph text` prints."""
        return plain_day(self.sheet)

    def linked(self) -> Thing | None:
        """Return the law with its articles, and whether it is in force."""
        law, whole = self.expression, self.sheet.whole.most
        suspended = any(why.kind is ReasonKind.SUSPENDED for each in self.sheet.found
                        if each.version.in_operation is Presence.NO for why in each.version.because)
        parts = tuple(linked.part(law, block.eid, block.name) for each in self.contents
                      for block in (each, *each.parts) if block.kind in (Kind.ARTICLE, Kind.ANNEX))
        force = {"legislationLegalForce": linked.PARTLY_IN} if whole is Presence.YES and suspended \
            else linked.force(whole)
        return linked.whole({**linked.law(law), "url": linked.Path(law.path), **force,
                             **linked.applies(law.law.start), "hasPart": parts})


def law_on_day_page(expression: Expression, day: date) -> LawOnDayPage:
    """Return the page of a law on a day."""
    sheet = day_sheet(expression, day)
    blocks = blocks_of(sheet.found, day, expression.rendering)
    own = Link(day_in_words(day, expression.voice), expression.on(day))
    head = head_of(expression, f"{expression.name} {day_in_words(day, expression.voice, DayForm.AS_ON)}", own.path,
                   (own,))
    days, whole = days_around(expression.differing, day), [each for each in sheet.found if _has_a_place(each)]
    return LawOnDayPage(head, expression, days, unchanged(expression, LAW, days),
                        absent_from(blocks, whole, day, expression.voice) if blocks else (), sheet,
                        law_sentence(expression, day), blocks, doubtful(blocks), last_day_in_operation(expression),
                        lagging(expression, sheet.found), notices(expression, day))


def _has_a_place(each: OnDay) -> bool:
    return each.place.eid == each.place.eid.outermost


def _is_listed(place: Place) -> bool:
    """Tell whether contents may hold a place: of an article they hold its heading alone."""
    whole = place.eid.outermost
    return whole.kind is not Kind.ARTICLE or place.eid == whole or (
        place.kind is Kind.HEADING and place.eid.parent == whole)


def law_page(conn: sqlite3.Connection, expression: Expression) -> LawPage:
    """Return the page of a law as seen today; the contents of a law that is no more are those of its last day."""
    last = last_day_in_operation(expression)
    sheet = day_sheet(expression, expression.today)
    shown = day_sheet(expression, last) if last else sheet
    first, before = days_that_count(expression.whole, expression.law.adopted)
    return LawPage(head_of(expression, expression.name, expression.path), expression,
                   law_sentence(expression, expression.today),
                   acts_sentence(expression), last,
                   blocks_of([each for each in shown.found if _is_listed(each.place)], shown.day, expression.rendering),
                   picture(lanes_of_division(expression, expression.lives), (), expression.today), web_of(expression),
                   coverage(expression.versions, first, before), turns_of(expression),
                   lagging(expression, shown.found), notices(expression, expression.today), sheet,
                   successions(conn, lineage_of(conn, expression.law.id), expression.law.id, expression.voice),
                   findings_in(conn, expression, LAW))


def day_sheet(expression: Expression, day: date) -> DaySheet:
    """Return a law on a day as the command line prints it, for the page's twin."""
    found = expression.answers(day)
    return DaySheet(expression.law, expression.whole, expression.source, expression.lang, day, None, found, None,
                    expression.to_look_up((each.version, day) for each in found))


def turns_of(expression: Expression) -> tuple[DayOfChange, ...]:
    """Return every day on which a law reads otherwise, the first one first."""
    changes = changes_by_day(expression.amendments)
    return tuple(_turn(expression, day, changes.get(day, ())) for day in expression.stretches.law)


def _turn(expression: Expression, day: date, changes: Sequence[Amendment]) -> DayOfChange:
    own, pair = expression.stretches, expression.stretches.step(day)
    begun: dict[str, set[DayBounds]] = defaultdict(set)
    for each in changes:
        if each.act and each.act.name in expression.links:
            begun[each.act.name] |= {plainly(each.operative)} if each.until != day else set()
    start = plainly(expression.whole.start)
    every = frozenset[DayBounds]().union(*begun.values()) if begun else {start} & {DayBounds(start.earliest, day),
                                                                                DayBounds(day, start.latest)}
    common = unsettled(every)
    acts = tuple(TurningAct(expression.links[name], None if common else unsettled(days))
                 for name, days in begun.items())
    return DayOfChange(day, days_around(own.law, day).last, acts, expression.on(day), pair,
                       paths.diff(expression.path, *pair) if pair else None, common)


def _today(context: PageContext, expression: Expression, _: tuple[str, ...]) -> LawPage | Moved:
    asked = context.asked.on
    return Moved(expression.on(context.day(asked, f"{expression.path}/on/{{}}"))) if asked else \
        law_page(context.conn, expression)


def _on_a_day(context: PageContext, expression: Expression, steps: tuple[str, ...]) -> LawOnDayPage | Moved | None:
    match steps:
        case ():
            return Moved(expression.path)
        case (_,) if context.asked.asked:
            return Moved(expression.on(context.day(context.asked.asked, f"{expression.path}/on/{{}}")))
        case (day,):
            return law_on_day_page(expression, context.day(day, f"{expression.path}/on/{{}}"))
    return None


TODAY = LawSection("", _today, lambda law: (law.path,))
ON_A_DAY = LawSection("on", _on_a_day, lambda law: map(law.on, law.differing))
