"""What the command line prints, as values: a law on a day, a life, a difference of two days; and what a sheet shows.

Each provision is shown with its sign, and a sentence where it is not plainly held. A wording of other days is shown
apart and under its own dates, never as that of the day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lawgraph.languages.spoken import DayForm, spoken
from lawgraph.law.amendments import Amendment
from lawgraph.law.authors import ActKind
from lawgraph.law.days import Basis, DayBounds, Ground, add_days, basis_on, exactly
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.versions import HeldWording, Presence, Version
from lawgraph.queries.references import NOTHING, Lineage, ToLookUp
from lawgraph.queries.values import LawRow, SourceRow
from lawgraph.timeline.comparison import Change, Difference
from lawgraph.timeline.consolidation import LawAnswer, LawDays, LookUp, OnDay, answer_of_law
from lawgraph.voice.names import act_in_words, act_kind, day_in_words, span_in_words, text_in
from lawgraph.voice.sentences import (
    Told,
    answer_told,
    completeness_sentence,
    known_sentence,
    reason_on_sheet,
    sign,
)
from lawgraph.voice.speaking import ENGLISH, Locale, Voice, capitalized, message

_DIVISIONS = {each for each in Kind if each.divides or each in (Kind.ARTICLE, Kind.ANNEX)}
_MARKS = {Kind.PARAGRAPH: "{}.", Kind.POINT: "{})", Kind.SUBPOINT: "{})", Kind.INDENT: "–"}
_WHOLE = {
    Presence.YES: message("The law was in operation"), Presence.PRESUMED: message("The law was probably in operation"),
    Presence.POSSIBLE: message("Whether the law was in operation is not certain"),
    Presence.NO: message("The law was not in operation"),
}
_CHANGES = {
    Change.INSERTED: message("inserted"), Change.EXCLUDED: message("excluded"), Change.CHANGED: message("changed"),
    Change.POSSIBLE: message("perhaps changed"), Change.UNKNOWN: message("changed"),
}


@dataclass(frozen=True, slots=True)
class DaySheet:
    """Hold a law, or one provision (`eid`) with its parts, on one day; `known` is the day as of whose knowledge.

    `looked_up` tells where the wordings that are not held can be read.
    """

    law: LawRow
    days: LawDays
    source: SourceRow | None
    lang: str
    day: date
    eid: Eid | None
    found: tuple[OnDay, ...]
    known: date | None = None
    looked_up: ToLookUp = NOTHING

    @property
    def whole(self) -> LawAnswer:
        """What may be said of the law as a whole on that day."""
        return answer_of_law(self.days, self.day)

    def where(self, each: OnDay) -> LookUp | None:
        """Return where the wording of a provision can be read, `None` where it is held."""
        return self.looked_up.by_place.get((each.place.eid, self.day))


@dataclass(frozen=True, slots=True)
class HistorySheet:
    """Hold the life of a provision, or of a law as a whole (`law`), with the changes that bear on it."""

    law: LawRow
    eid: Eid
    versions: tuple[Version, ...]
    amendments: tuple[Amendment, ...]
    known: date | None = None
    looked_up: ToLookUp = NOTHING
    lineage: tuple[Lineage, ...] = ()

    def where(self, version: Version) -> LookUp | None:
        """Return where the wording of a version can be read, `None` where it is held."""
        return self.looked_up.by_place.get((version.eid, version.start.latest)) if version.start.latest else None


@dataclass(frozen=True, slots=True)
class DifferenceSheet:
    """Hold what differs in a law between two days."""

    law: LawRow
    lang: str
    days: tuple[date, date]
    found: tuple[Difference, ...]
    known: date | None = None


def history_of_law(days: LawDays) -> tuple[Version, ...]:
    """Return the life of a law as a whole: one version for each stretch on which its answer is the same."""
    bounds = [days.start, *(each.operative for each in (*days.repeals, *days.unread))]
    turns = {day for each in bounds for day in (each.earliest, each.latest) if day}
    turns |= {days.horizon + timedelta(days=1)} if days.horizon else set()
    runs: list[tuple[date, LawAnswer]] = []
    for day in sorted(turns):
        answer = answer_of_law(days, day)
        if not runs or runs[-1][1] != answer:
            runs.append((day, answer))
    ends = [*(day for day, _ in runs[1:]), None]
    return tuple(Version(LAW, _start(day, bounds), _end(end, bounds), answer.most, None, None, answer.because)
                 for (day, answer), end in zip(runs, ends, strict=True))


def _start(day: date, bounds: list[DayBounds]) -> DayBounds:
    """Return how early a stretch that surely holds from `day` on may have begun."""
    settled = next((each for each in bounds if each.latest == day), None)
    return DayBounds(settled.earliest, day, settled.basis) if settled else exactly(day, _basis(day, bounds))


def _end(day: date | None, bounds: list[DayBounds]) -> DayBounds:
    """Return how long a stretch that surely holds until `day` may have lasted."""
    if day is None:
        return DayBounds(None, None, basis_on(Ground.NO_END))
    opening = next((each for each in bounds if each.earliest == day), None)
    return DayBounds(day, opening.latest, opening.basis) if opening else exactly(day, _basis(day, bounds))


def _basis(day: date, bounds: list[DayBounds]) -> Basis:
    known = (each.basis for each in bounds if day in (each.earliest, each.latest))
    return next(known, basis_on(Ground.NO_FURTHER))


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one provision as it is shown: number and heading, own wording, what is to be said of it.

    `nearest` introduces held wordings of other days, and gives each.
    """

    eid: Eid
    sign: str
    head: str
    text: str | None
    note: Told | None
    nearest: tuple[tuple[str, str], ...]

    @property
    def division(self) -> bool:
        """Tell whether it stands under a heading line of its own."""
        return self.eid.kind in _DIVISIONS


def label(kind: Kind, number: str | None, lang: str) -> str:
    """Return the number of a provision as it is printed: "Article 7.", "2.", "4-1)", empty where it has none."""
    template = spoken(lang).speech.units.get(kind) or _MARKS.get(kind, "")
    return template.format(number or "").replace(" .", ".")


def entries(sheet: DaySheet, voice: Voice = ENGLISH) -> tuple[Entry, ...]:
    """Return what a sheet shows: all that was or may have been there, and the places of what was excluded.

    What somebody asked for comes first and is always shown, with its headings only inside other provisions' lines.
    """
    asked = sheet.found[0].place.eid if sheet.eid else None
    return tuple(_entry(each, sheet, voice) for each in sheet.found if each.place.eid == asked or _shown(each))


def title(sheet: DaySheet | DifferenceSheet, voice: Voice = ENGLISH) -> str:
    """Return what a sheet is about."""
    kind = capitalized(act_kind(ActKind(sheet.law.kind), voice).lower())
    called = voice.say("%(kind)s %(number)s %(of_day)s", kind=kind, number=f"№ {sheet.law.number}",
                       of_day=day_in_words(sheet.law.adopted, voice, DayForm.OF))
    own = voice.locale.letters if voice.locale is not Locale.ENGLISH else sheet.lang
    return f"{called}, {sheet.law.title(own)}"


def standing(sheet: DaySheet, voice: Voice = ENGLISH) -> tuple[str, ...]:
    """Return what is said before the text: of the law on that day, of the text, of the acts known."""
    retrieved = sheet.source.retrieved if sheet.source else None
    return (f"{day_in_words(sheet.day, voice)}. {_law_that_day(sheet, voice)}", *_of_the_text(sheet, voice),
            completeness_sentence(sheet.law.acts_complete_until, retrieved, voice),
            *([known_sentence(sheet.known, voice)] if sheet.known else []))


def changed(each: Difference, voice: Voice = ENGLISH) -> str:
    """Return what happened to a provision between two days, and by whom."""
    done = voice.say(_CHANGES[each.change])
    acts, also = (", ".join(act_in_words(act, voice) for act in these) for these in (
        [act for act in each.acts if act not in each.also], each.also))
    told = [voice.say("%(done)s by %(acts)s", done=done, acts=acts) if acts else done,
            *([voice.say("also changed by %(acts)s", acts=also)] if also else []),
            *([voice.say("not all of its wording is held")] if each.change is Change.UNKNOWN else [])]
    return "; ".join(told)


def wordings(each: Difference, days: tuple[date, date], voice: Voice = ENGLISH) -> Iterator[tuple[str, bool | None]]:
    """Give the wordings of a difference that is not told word by word, each with whether it came, or fell away.

    Beside one that is not held the other is neither (`None`): it may be the same.
    """
    texts = ["" if side.version.in_operation is Presence.NO else side.version.text
             for side in (each.before, each.after)]
    for text, day, came in zip(texts, days, (False, True), strict=True):
        if text is None:
            yield voice.say("The wording of %(day)s is not held.", day=day_in_words(day, voice)), None
        elif text:
            told = voice.say("The wording of %(day)s: %(text)s", day=day_in_words(day, voice), text=text)
            yield (told, None) if None in texts else (text, came)


def compared(sheet: DifferenceSheet, voice: Voice = ENGLISH) -> str:
    """Return which days are compared, and how much differs."""
    first, last = (day_in_words(day, voice) for day in sheet.days)
    told = (voice.say("%(first)s compared with %(last)s.", first=first, last=last),
            voice.count("%(number)s provision differs.", "%(number)s provisions differ.", len(sheet.found))
            if sheet.found else voice.say("Nothing differs."))
    return " ".join([*told, *([known_sentence(sheet.known, voice)] if sheet.known else [])])


def _shown(each: OnDay) -> bool:
    if each.place.kind is Kind.HEADING:
        return each.place.eid == "law__heading" and each.version.in_operation is not Presence.NO
    return each.version.has_place


def _entry(each: OnDay, sheet: DaySheet, voice: Voice) -> Entry:
    version, place = each.version, each.place
    mark, _ = sign(version)
    note = None if mark == "●" else answer_told(version, sheet.day, place.kind, voice)
    head = " ".join(filter(None, (label(place.kind, place.number, sheet.lang), each.heading)))
    return Entry(place.eid, mark, head, version.text, note, _nearest(each, voice))


def _nearest(each: OnDay, voice: Voice) -> tuple[tuple[str, str], ...]:
    return tuple((voice.say("Wording %(span)s:", span=_span(held, voice)), held.text) for held in each.version.nearest)


def _span(held: HeldWording, voice: Voice) -> str:
    return span_in_words(held.first, add_days(held.before, -1) if held.before else None, voice)


def _law_that_day(sheet: DaySheet, voice: Voice) -> str:
    if sheet.day < sheet.law.adopted and sheet.whole.most is Presence.NO:
        return voice.say("The law did not exist on that day: it was adopted %(on_day)s.",
                         on_day=day_in_words(sheet.law.adopted, voice, DayForm.ON))
    why = "; ".join(dict.fromkeys(reason_on_sheet(each, voice) for each in sheet.whole.because))
    told = voice.say(_WHOLE[sheet.whole.most])
    return f"{told}: {why}." if why else f"{told}."


def _of_the_text(sheet: DaySheet, voice: Voice) -> tuple[str, ...]:
    if sheet.source is None:
        return ()
    text, stands = capitalized(text_in(sheet.lang, voice)), voice.say(sheet.source.standing)
    if sheet.source.official:
        return (f"{text}: {stands}.",)
    return (voice.say("%(text)s: %(standing)s; only the Kazakh and Russian texts have legal force.", text=text,
                      standing=stands),)
