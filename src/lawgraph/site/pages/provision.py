"""The page of a provision on a day: its wording with the grounds for it, beside its other languages, ready to cite."""

import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.spoken import DayForm
from lawgraph.law.amendments import Source
from lawgraph.law.document import Finding
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import Presence, Version
from lawgraph.printout.citing import CitationSheet, citation, derivation, facts, sources
from lawgraph.printout.sheets import DaySheet, label
from lawgraph.queries.answers import provision_on
from lawgraph.queries.listing import faults_in
from lawgraph.site.pages import linked, paths
from lawgraph.site.pages.evidence import ShownEvidence, evidence_of
from lawgraph.site.pages.expression import Expression, crumbs_to, days_around, head_of
from lawgraph.site.pages.linked import Thing
from lawgraph.site.pages.page import PageOfDay
from lawgraph.site.pages.sentences import lagging, law_sentence, reliance, unchanged, whole_answer
from lawgraph.site.pages.values import (
    Link,
    ShownAnswer,
    TextBlock,
    absent_from,
    answer_of,
    block_of,
    doubtful,
    last_day,
)
from lawgraph.timeline.consolidation import Grade, OnDay, Place
from lawgraph.voice.names import HTML_LANGUAGES, day_in_words, provision_name

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
    place = expression.at[eid]
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
    unit = expression.at[headed or eid]
    return label(unit.kind, unit.number, lang)


@dataclass(frozen=True, slots=True)
class LastWording:
    """Hold an excluded provision as it was on the last day on which it was surely in operation."""

    last: date
    block: TextBlock


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
    last_wording: LastWording | None
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
    """Return a provision on a day, of those that the law has, or had."""
    found = expression.answers(day, eid)
    own = own_of(found, eid)
    voice = expression.voice
    block = block_of(own, found, day, expression.rendering)
    path = paths.provision_on(expression.law.id, expression.lang, eid, day)
    own_life = Link(provision_name(eid, voice), expression.path_of(eid))
    own_day = Link(day_in_words(day, voice), path)
    title = voice.say("%(provision)s %(as_on)s – %(law)s", provision=own_life.text,
                      as_on=day_in_words(day, voice, DayForm.AS_ON), law=expression.called)
    head = head_of(expression, title, path, (*crumbs_to(expression, eid), own_life, own_day))
    looked_up = expression.to_look_up((each.version, day) for each in found)
    evidence = evidence_of(conn, expression, eid, looked_up)
    asked = DaySheet(expression.law, expression.whole, expression.source, expression.lang, day, eid, found,
                     looked_up=looked_up)
    sheet = CitationSheet(asked, expression.bearing_on(eid), expression.acts, evidence.printings)
    ended = last_wording(expression, own, day)
    days, shown = days_around(expression.days_of(eid), day), () if block.answer.grade is Grade.ABSENT else (block,)
    parts = (each for each in found if each.place.eid != eid)
    return ProvisionOnDayPage(
        head, expression, days, unchanged(expression, eid, days),
        absent_from((ended.block,) if ended else shown, parts, day, voice), asked,
        own.place, own_life.text, law_sentence(expression, day), whole_answer(block, own.version, day, voice),
        own.version, block, ended, doubtful((block,)),
        reliance(expression, block, own.version),
        lagging(expression, found), evidence, _in_the_law(expression, block, day), derivation(sheet, voice),
        sources(sheet, voice), facts(sheet), parallel_texts(conn, expression, own, day),
        faults_in(expression.faults, eid))


def last_wording(expression: Expression, own: OnDay, day: date) -> LastWording | None:
    """Return what a provision that had been excluded by a day said last, `None` where no such day is sure."""
    if not own.version.excluded:
        return None
    eid = own.place.eid
    ends = [each.before.earliest for each in expression.lives[eid] if each.in_operation is Presence.YES
            and each.before.earliest and each.before.earliest <= day]
    last = last_day(ends[-1]) if ends else None
    if last is None:
        return None
    found = expression.answers(last, eid)
    return LastWording(last, block_of(own_of(found, eid), found, last, expression.rendering))


def _in_the_law(expression: Expression, block: TextBlock, day: date) -> str:
    """Return the place of a provision on the page of its law, where it is shown there; a heading stands in its unit."""
    eid = block.eid
    shown = eid.parent if block.kind is Kind.HEADING else eid
    absent = block.answer.grade is Grade.ABSENT or shown == "law"
    return expression.on(day) if absent else f"{expression.on(day)}#{shown}"


def own_of(found: tuple[OnDay, ...], eid: Eid) -> OnDay:
    """Return the provision that was asked for among it and its parts."""
    return next(each for each in found if each.place.eid == eid)
