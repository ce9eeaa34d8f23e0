"""The page of a provision on a day: its wording with the grounds for it, ready to cite."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.speech import DayForm
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Finding, Source, Version
from lawgraph.printout.citation_sheet import CitationSheet, citation, derivation, facts, sources
from lawgraph.printout.sheets import DaySheet
from lawgraph.queries.answers import provision_on
from lawgraph.queries.listing import mistranslations
from lawgraph.queries.references import to_look_up
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.blocks import TextBlock, absent_from, block_of, doubtful
from lawgraph.site.pages.evidence import ShownEvidence, evidence_of
from lawgraph.site.pages.expression import Expression, crumbs_to, days_around, head_of
from lawgraph.site.pages.linked import Thing
from lawgraph.site.pages.page import PageOfDay
from lawgraph.site.pages.parallel_texts import ParallelTexts, parallel_texts
from lawgraph.site.pages.sentences import lagging, law_sentence, reliance, unchanged, whole_answer
from lawgraph.site.pages.values import Link, ShownAnswer
from lawgraph.timeline.consolidation import OnDay, Place
from lawgraph.timeline.grading import Grade
from lawgraph.voice.days import day_in_words
from lawgraph.voice.names import provision_name


@dataclass(frozen=True, slots=True)
class ProvisionOnDayPage(PageOfDay):
    """Hold a provision on a day: its answer, its text with all its parts, and the grounds."""

    template = "provision_on_day.html"

    place: Place
    name: str
    standing: str
    answer: ShownAnswer
    version: Version
    block: TextBlock
    doubts: tuple[TextBlock, ...]
    reliance: str
    lagging: tuple[str, ...]
    evidence: ShownEvidence
    in_the_law: str
    steps: tuple[str, ...]
    sources: tuple[str, ...]
    facts: tuple[Source, ...]
    parallel_texts: ParallelTexts | None
    faults: tuple[Finding, ...]

    def plain(self) -> str:
        """Return what `lawgraph cite` prints."""
        law = self.expression
        return citation(CitationSheet(self.sheet, law.bearing_on(self.place.eid), law.acts, self.evidence.printings,
                                      self.faults))

    def linked(self) -> Thing | None:
        """Return the text of the provision on the day."""
        law = self.expression
        return linked.whole({**linked.provision(law, self.place.eid, self.name),
                             **linked.on_a_day(law, self.head, self.days.day)})


def provision_on_day_page(conn: sqlite3.Connection, expression: Expression, eid: Eid, day: date) -> ProvisionOnDayPage:
    """Return a provision on a day; raise `UnknownProvision` where the law never had it."""
    found = provision_on(conn, expression.law.id, expression.lang, eid, day)
    own = own_of(found, eid)
    voice = expression.voice
    block = block_of(own, found, day, expression.lang, voice)
    path = paths.provision_on(expression.law.id, expression.lang, eid, day)
    own_life = Link(provision_name(eid, voice), expression.path_of(eid))
    own_day = Link(day_in_words(day, voice), path)
    title = voice.say("%(provision)s %(as_on)s – Law %(number)s", provision=own_life.text,
                      as_on=day_in_words(day, voice, DayForm.AS_ON), number=expression.law.number)
    head = head_of(expression, title, path, (*crumbs_to(expression, eid), own_life, own_day))
    looked_up = to_look_up(conn, expression.law, expression.changes, ((each.version, day) for each in found))
    evidence = evidence_of(conn, expression, eid, looked_up)
    asked = DaySheet(expression.law, expression.whole, expression.source, expression.lang, day, eid, found,
                     looked_up=looked_up)
    sheet = CitationSheet(asked, expression.bearing_on(eid), expression.acts, evidence.printings)
    days, shown = days_around(expression.days_of(eid), day), () if block.answer.grade is Grade.ABSENT else (block,)
    return ProvisionOnDayPage(
        head, expression, days, unchanged(expression, eid, days),
        absent_from(shown, (each for each in found if each.place.eid != eid), day, voice), asked,
        own.place, own_life.text, law_sentence(expression, day),
        whole_answer(block, day, voice), own.version, block, doubtful((block,)),
        reliance(expression, block, own.version),
        lagging(expression, found), evidence, _in_the_law(expression, block, day), derivation(sheet, voice),
        sources(sheet, voice), facts(sheet), parallel_texts(conn, expression, own, day),
        mistranslations(conn, expression.law.id, eid) if evidence.official else ())


def _in_the_law(expression: Expression, block: TextBlock, day: date) -> str:
    """Return the place of a provision on the page of its law, where it is shown there; a heading stands in its unit."""
    eid = block.eid
    shown = eid.parent if block.kind is Kind.HEADING else eid
    absent = block.answer.grade is Grade.ABSENT or shown == "law"
    return expression.on(day) if absent else f"{expression.on(day)}#{shown}"


def own_of(found: tuple[OnDay, ...], eid: Eid) -> OnDay:
    """Return the provision that was asked for among it and its parts."""
    return next(each for each in found if each.place.eid == eid)
