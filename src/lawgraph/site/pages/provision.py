"""The page of a provision on a day: its wording with the grounds for it, ready to cite."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.speech import Form
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Source, Version
from lawgraph.printout.citation_sheet import CitationSheet, derivation, facts, sources
from lawgraph.printout.sheets import DaySheet
from lawgraph.queries.answers import provision_on, versions_of
from lawgraph.site.pages import paths
from lawgraph.site.pages.beside import Beside, beside
from lawgraph.site.pages.blocks import Block, block_of, doubtful
from lawgraph.site.pages.evidence import Evidence, evidence_of
from lawgraph.site.pages.sentences import lagging, law_sentence, reliance, whole_answer
from lawgraph.site.pages.values import Answer, Days, Grade, Head, Link
from lawgraph.site.pages.volume import Volume, crumbs_to, days_around, head_of
from lawgraph.timeline.consolidation import OnDay, Place
from lawgraph.voice.days import day_in_words
from lawgraph.voice.names import provision_name


@dataclass(frozen=True, slots=True)
class ProvisionOnDayPage:
    """Hold a provision on a day: its answer, its text with all its parts, and the grounds."""

    head: Head
    volume: Volume
    place: Place
    name: str
    days: Days
    standing: str
    answer: Answer
    version: Version
    block: Block
    doubts: tuple[Block, ...]
    reliance: str
    lagging: tuple[str, ...]
    evidence: Evidence
    in_the_law: str
    steps: tuple[str, ...]
    sources: tuple[str, ...]
    facts: tuple[Source, ...]
    replaced: bool
    beside: Beside | None
    sheet: DaySheet


def provision_on_day_page(conn: sqlite3.Connection, volume: Volume, eid: str, day: date) -> ProvisionOnDayPage:
    """Return a provision on a day; raise `UnknownProvision` where the law never had it."""
    found = provision_on(conn, volume.law.id, volume.lang, eid, day)
    own = own_of(found, eid)
    voice = volume.voice
    block = block_of(own, found, day, volume.lang, voice)
    path = paths.provision_on(volume.law.id, volume.lang, eid, day)
    own_life = Link(provision_name(eid, voice), volume.path_of(eid))
    own_day = Link(day_in_words(day, voice), path)
    title = voice.say("%(provision)s %(as_on)s – Law %(number)s", provision=own_life.text,
                      as_on=day_in_words(day, voice, Form.AS_ON), number=volume.law.number)
    head = head_of(volume, title, path, (*crumbs_to(volume, eid), own_life, own_day))
    evidence = evidence_of(conn, volume, eid, [each.version for each in found])
    asked = DaySheet(volume.law, volume.whole, volume.source, volume.lang, day, eid, found)
    sheet = CitationSheet(asked, volume.bearing_on(eid), volume.acts, evidence.printings)
    return ProvisionOnDayPage(
        head, volume, own.place, own_life.text, days_around(volume.days_of(eid), day), law_sentence(volume, day),
        whole_answer(block, day, voice), own.version, block, doubtful((block,)), reliance(block, own.version, voice),
        lagging(volume, found), evidence, _in_the_law(volume, block, day), derivation(sheet, voice),
        sources(sheet, voice), facts(sheet),
        _replaced(conn, volume, own.version, day), beside(conn, volume, own, day), asked)


def _replaced(conn: sqlite3.Connection, volume: Volume, version: Version, day: date) -> bool:
    """Tell whether a wording is held first on this day, and another one later: its life shows that other one."""
    held = [each for each in versions_of(conn, volume.law.id, volume.lang, version.eid) if each.text]
    first = next((each for each in held if each.text == version.text), None)
    return first is not None and first.start.latest == day and held[-1].text != version.text


def _in_the_law(volume: Volume, block: Block, day: date) -> str:
    """Return the place of a provision on the page of its law, where it is shown there; a heading stands in its unit."""
    eid = Eid(block.eid)
    shown = eid.parent if block.kind is Kind.HEADING else eid
    absent = block.answer.grade is Grade.ABSENT or shown == "law"
    return volume.on(day) if absent else f"{volume.on(day)}#{shown}"


def own_of(found: tuple[OnDay, ...], eid: str) -> OnDay:
    """Return the provision that was asked for among it and its parts."""
    return next(each for each in found if each.place.eid == eid)
