"""The tools: what an assistant may ask. Each answers with values, also where the answer is no; none writes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import TypeVar

from lawgraph.api import Archive, Law, LawOnDay
from lawgraph.database.opening import sealed
from lawgraph.languages.printed import day_typed
from lawgraph.languages.spoken import tagged
from lawgraph.languages.state import FIRST
from lawgraph.law.amendments import Amendment
from lawgraph.law.eid import Eid
from lawgraph.law.errors import (
    DayError,
    LawgraphError,
    UnclearLaw,
    UnclearProvision,
    UnknownLanguage,
    UnknownLaw,
    UnknownProvision,
    UnreadProvision,
)
from lawgraph.law.versions import Presence, Version
from lawgraph.parsing.citations.resolving import Resolution
from lawgraph.printout.citing import CitedProvision, cited
from lawgraph.printout.sheets import DaySheet
from lawgraph.queries import answers, listing
from lawgraph.queries.seeking import Hit, Standing, Within, search, standings_on
from lawgraph.serving.assistants import quoting
from lawgraph.serving.assistants import told as t
from lawgraph.serving.assistants.quoting import FoundQuote, QuoteVerdict
from lawgraph.site.pages import paths
from lawgraph.timeline.comparison import WordChange
from lawgraph.timeline.consolidation import OnDay, answer_of_law, grade_of
from lawgraph.voice.sentences import citation_sentence, translation_sentence
from lawgraph.voice.speaking import Locale, voice_of

MOST, MOST_LETTERS = 100, 100_000
LONGEST, LONGEST_QUOTE, LONGEST_DIFFERENCE = 200, 20_000, 300
_R = TypeVar("_R", bound=t.Reply)
_T = TypeVar("_T")


class LongInput(LawgraphError):
    """What is typed is longer than anything that can be answered."""


class NoWords(LawgraphError):
    """What is typed has no words."""


_OUTCOMES: dict[type[LawgraphError], t.ToolOutcome] = {
    DayError: t.ToolOutcome.WRONG_DAY, UnknownLaw: t.ToolOutcome.UNKNOWN_LAW, UnclearLaw: t.ToolOutcome.UNCLEAR_LAW,
    UnknownLanguage: t.ToolOutcome.UNKNOWN_LANGUAGE, UnknownProvision: t.ToolOutcome.UNKNOWN_PROVISION,
    UnreadProvision: t.ToolOutcome.UNKNOWN_PROVISION, UnclearProvision: t.ToolOutcome.UNCLEAR_PROVISION,
    LongInput: t.ToolOutcome.TOO_LONG, NoWords: t.ToolOutcome.NO_WORDS,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Answer assistants from a database; days are typed as 2013-07-20, provisions as people write them."""

    archive: Archive

    def laws(self, skip: int = 0) -> t.LawsHeld:
        """List the laws held, with the languages of their texts and the days up to which the sources speak.

        `skip` passes over the first ones.
        """
        every = self.archive.laws()[max(skip, 0):]
        rows = tuple(t.LawTold(
            row.id, row.number, row.adopted, row.title(FIRST), answers.languages(self.archive.conn, row.id),
            t.bounds_told(row.start), row.horizon, row.acts_complete_until) for row in every[:MOST])
        return t.LawsHeld(laws=rows, left_off=len(every) - len(rows), build=sealed(self.archive.conn))

    def search(self, words: str, law: str | None = None, lang: str | None = None, day: str | None = None
               ) -> t.SearchResult:
        """Find wordings that have all the words, in one law or all, in one language or all, as seen from a day.

        A wording found stands under its own days; `applies` tells whether it is that of the day.
        """
        def ask() -> t.SearchResult:
            _check(words, law, lang, day)
            _words(words)
            seen = listing.last_day_spoken_of(self.archive.conn) if day is None else day_typed(day)
            held = None if law is None else answers.law_named(self.archive.conn, law).id
            spoken = None if lang is None else self._language(lang, held)
            hits = search(self.archive.conn, words, Within(held, spoken, seen)).these
            return t.SearchResult(law=held, lang=spoken, day=seen, hits=tuple(
                self._hit(*each, seen) for each in zip(hits, standings_on(self.archive.conn, hits, seen), strict=True)))
        return self._answered(t.SearchResult, ask)

    def read(self, law: str, provision: str, day: str, lang: str = FIRST) -> t.ProvisionRead:
        """Read a provision with its parts as it was on a day; `text` is null where the wording is not held."""
        def ask() -> t.ProvisionRead:
            on, meant = self._on(law, day, lang), self._meant(law, provision, lang)
            whole, *parts = _found(on, meant)
            shown = _bounded(tuple(_of_day(on, each) for each in parts))
            return t.ProvisionRead(law=on.law.row.id, lang=on.law.lang, eid=meant.eid, read_as=meant.note, day=on.day,
                                   provision=_of_day(on, whole), parts=shown, left_off=len(parts) - len(shown))
        return self._answered(t.ProvisionRead, ask)

    def as_of(self, law: str, day: str, lang: str = FIRST, skip: int = 0) -> t.LawAsOf:
        """List the provisions of a law with how sure each is on a day, without their wordings; `read` gives those."""
        def ask() -> t.LawAsOf:
            on = self._on(law, day, lang)
            most = answer_of_law(answers.law_days(self.archive.conn, on.law.row.id), on.day).most
            found = answers.provisions_on(self.archive.conn, on.law.row.id, on.law.lang, on.day)[max(skip, 0):]
            shown = tuple(replace(_of_day(on, each), text=None) for each in found[:MOST])
            return t.LawAsOf(law=on.law.row.id, lang=on.law.lang, day=on.day, in_operation=most, provisions=shown,
                             left_off=len(found) - len(shown))
        return self._answered(t.LawAsOf, ask)

    def history(self, law: str, provision: str, lang: str = FIRST) -> t.LifeTold:
        """Tell the life of a provision: its versions, and the acts that changed it, its parts or what encloses it."""
        def ask() -> t.LifeTold:
            held, meant = self._law(law, lang), self._meant(law, provision, lang)
            versions = held.versions(meant.eid)
            changes = held.amendments(meant.eid)
            shown = _bounded(tuple(_stretch(held, each) for each in versions))
            off = len(versions) - len(shown) + max(len(changes) - MOST, 0)
            return t.LifeTold(law=held.row.id, lang=held.lang, eid=meant.eid, read_as=meant.note, versions=shown,
                          changes=tuple(map(_change, changes[:MOST])), left_off=off)
        return self._answered(t.LifeTold, ask)

    def changes(self, law: str, first: str, last: str, provision: str | None = None, lang: str = FIRST
                ) -> t.NetChanges:
        """Tell what differs in a law, or in a provision, between two days, and which acts lie between them."""
        def ask() -> t.NetChanges:
            since, until = self._on(law, first, lang), self._on(law, last, lang)
            meant = None if provision is None else self._meant(law, provision, lang)
            row, eid = since.law.row, meant.eid if meant else None
            found = answers.differences(self.archive.conn, row.id, since.law.lang, (since.day, until.day), eid)
            every = tuple(t.NetChange(each.eid, each.change, each.acts, _of_day(since, each.before),
                                      _of_day(until, each.after)) for each in found)
            sizes = accumulate(len(each.before.text or "") + len(each.after.text or "") for each in every)
            shown = tuple(each for each, size in zip(every[:MOST], sizes, strict=False) if size <= MOST_LETTERS)
            return t.NetChanges(law=row.id, lang=since.law.lang, eid=eid, read_as=meant.note if meant else None,
                                first=since.day, last=until.day, changes=shown, left_off=len(every) - len(shown))
        return self._answered(t.NetChanges, ask)

    def when_words(self, words: str, law: str, lang: str = FIRST) -> t.WordsOverTime:
        """Tell from when to when words stood in a law, by provision, and which acts brought and ended them."""
        def ask() -> t.WordsOverTime:
            _check(words)
            held, asked = self._law(law, lang), _words(words)
            every = answers.all_versions(self.archive.conn, held.row.id, held.lang)
            there = [each for each in every if each.in_operation is not Presence.NO]
            found = [each for each in there if each.text and quoting.stands_in(asked, each.text)]
            shown = _bounded(tuple(_stretch(held, each) for each in found))
            return t.WordsOverTime(law=held.row.id, lang=held.lang, stretches=shown, left_off=len(found) - len(shown),
                                   not_held=sum(each.text is None for each in there))
        return self._answered(t.WordsOverTime, ask)

    def cite(self, law: str, provision: str, day: str, lang: str = FIRST) -> t.CitationTold:
        """Cite a provision as on a day, in three languages; the citation says how sure the wording is."""
        def ask() -> t.CitationTold:
            on, meant = self._on(law, day, lang), self._meant(law, provision, lang)
            conn, row = self.archive.conn, on.law.row
            found = _found(on, meant)
            days, source = answers.law_days(conn, row.id), answers.source_of(conn, row.id, on.law.lang)
            given = CitedProvision(DaySheet(row, days, source, on.law.lang, on.day, meant.eid, found), None)
            own = found[0].version
            return t.CitationTold(
                law=row.id, lang=on.law.lang, eid=meant.eid, read_as=meant.note, day=on.day, verdict=given.grade,
                citation={each.value: cited(given, voice_of(each)) for each in Locale},
                reliance=translation_sentence(own) if given.translated else citation_sentence(own),
                provision=_of_day(on, found[0]))
        return self._answered(t.CitationTold, ask)

    def verify_quote(self, words: str, law: str, provision: str, day: str, lang: str = FIRST) -> t.QuoteVerified:
        """Say whether words are those of a provision on a day: exact, equal but for marks, or else how they are not.

        `exact` is never said of less than an attested wording in operation. Where the words are those of other days,
        these days are told; how many words of the provision the quote leaves out, too.
        """
        def ask() -> t.QuoteVerified:
            on, meant = self._on(law, day, lang), self._meant(law, provision, lang)
            if len(words) > LONGEST_QUOTE:
                raise LongInput("the quote", f"it has more than {LONGEST_QUOTE:,} characters", "quote a part of it")
            _words(words)
            base = t.QuoteVerified(law=on.law.row.id, lang=on.law.lang, eid=meant.eid, read_as=meant.note, day=on.day,
                                   words_quoted=len(quoting.words_of(words)))
            return _verified(base, words, on, _found(on, meant))
        return self._answered(t.QuoteVerified, ask)

    def findings(self, law: str, skip: int = 0) -> t.FindingsTold:
        """List what does not fit in the sources of a law: contradictions, gaps, known faults of a translation."""
        def ask() -> t.FindingsTold:
            _check(law)
            row = answers.law_named(self.archive.conn, law)
            found = listing.findings(self.archive.conn, row.id)[max(skip, 0):]
            shown = tuple(t.FindingTold(each.kind, each.severity, each.message, each.law, each.eid, each.act, each.file,
                                        each.line) for each in found[:MOST])
            return t.FindingsTold(law=row.id, findings=shown, left_off=len(found) - len(shown))
        return self._answered(t.FindingsTold, ask)

    def _answered(self, kind: type[_R], ask: Callable[[], _R]) -> _R:
        """Return an answer with the hash of the build; what people cannot know to be wrong is an answer too."""
        build = sealed(self.archive.conn)
        try:
            return replace(ask(), build=build)
        except tuple(_OUTCOMES) as error:
            return kind(outcome=_OUTCOMES[type(error)], told=str(error), nearest=error.meant[:MOST], build=build)

    def _law(self, typed: str, lang: str) -> Law:
        _check(typed, lang)
        return self.archive.law(typed, tagged(lang) or lang)

    def _language(self, typed: str, law: str | None) -> str:
        """Return a language in which a text is held, of the law where one is named."""
        lang, conn = tagged(typed) or typed, self.archive.conn
        held = answers.languages(conn, law) if law else answers.languages_held(conn)
        if lang not in held:
            raise UnknownLanguage(repr(typed), "no text in this language is held", f"held: {', '.join(held)}")
        return lang

    def _on(self, law: str, day: str, lang: str) -> LawOnDay:
        _check(day)
        return self._law(law, lang).on(day)

    def _meant(self, law: str, provision: str, lang: str) -> Resolution:
        _check(provision)
        return self._law(law, lang).resolved(provision)

    def _hit(self, hit: Hit, standing: Standing | None, day: date) -> t.HitTold:
        law = self.archive.law(hit.law, hit.lang)
        return t.HitTold(hit.law, hit.number, hit.lang, hit.eid, "".join(each.text for each in hit.excerpt), hit.start,
                         hit.before, standing is not None and standing.applies,
                         _of_version(law, standing.version, day) if standing else None)


def _check(*typed: str | None) -> None:
    """Raise `LongInput` where somebody typed more than anybody needs."""
    if any(each and len(each) > LONGEST for each in typed):
        raise LongInput("the question", f"a part of it has more than {LONGEST} characters", "ask for less at once")


def _words(typed: str) -> tuple[str, ...]:
    words = quoting.words_of(typed)
    if not words:
        raise NoWords("the words", "there is no word among them", "give words of the law")
    return words


def _found(on: LawOnDay, meant: Resolution) -> tuple[OnDay, ...]:
    return answers.provision_on(on.law.conn, on.law.row.id, on.law.lang, meant.eid, on.day)


def _stretch(law: Law, version: Version) -> t.StretchTold:
    """Return a version at the address of its life."""
    return t.StretchTold(
        version.eid, version.in_operation, version.wording, grade_of(version), t.bounds_told(version.start),
        t.bounds_told(version.before), version.introduced_by, version.ended_by, tuple(map(t.why_told, version.because)),
        paths.provision(law.row.id, law.lang, version.eid), text=version.text)


def _of_version(law: Law, version: Version, day: date) -> t.StretchTold:
    return replace(_stretch(law, version), address=paths.provision_on(law.row.id, law.lang, version.eid, day))


def _of_day(on: LawOnDay, each: OnDay) -> t.StretchTold:
    return replace(_of_version(on.law, each.version, on.day), heading=each.heading)


def _change(each: Amendment) -> t.ChangeTold:
    return t.ChangeTold(each.act_name, each.target, each.action, t.bounds_told(each.operative), each.foreseen)


def _bounded(stretches: Sequence[t.StretchTold]) -> tuple[t.StretchTold, ...]:
    """Return the first of some, as many as an answer has room for; a wording is never cut."""
    sizes = accumulate(len(each.text or "") for each in stretches)
    return tuple(each for each, size in zip(stretches[:MOST], sizes, strict=False) if size <= MOST_LETTERS)


def _verified(base: t.QuoteVerified, words: str, on: LawOnDay, units: Sequence[OnDay]) -> t.QuoteVerified:
    if units[0].version.in_operation is Presence.NO:
        return replace(base, verdict=QuoteVerdict.NOT_IN_OPERATION, sure=True, units=(_bare(on, units[0]),),
                       other_days=_other_days(words, on, units))
    missing = quoting.not_held(units)
    if found := quoting.find(words, units):
        stands = _standing(base, on, found, sure=found.sure and units[0].version.in_operation is Presence.YES)
        return stands if missing else replace(stands, words_before=found.before, words_after=found.after)
    other_days = _other_days(words, on, units)
    if missing:
        return replace(base, verdict=QuoteVerdict.NOT_HELD, units=tuple(_bare(on, each) for each in missing[:MOST]),
                       other_days=other_days)
    sure = all(each.version.sure for each in quoting.in_operation(units))
    near = quoting.nearest(words, units)
    alike = near is not None and near[1] * 2 >= base.words_quoted
    verdict = QuoteVerdict.OTHER_DAYS if other_days else QuoteVerdict.DIFFERS if alike else QuoteVerdict.ABSENT
    told = _differing(quoting.differences(words, near[0].version.text or "")) if near and alike else ()
    return replace(base, verdict=verdict, sure=sure, units=(_bare(on, near[0] if near and alike else units[0]),),
                   differences=told, other_days=other_days)


def _standing(base: t.QuoteVerified, on: LawOnDay, found: FoundQuote, *, sure: bool) -> t.QuoteVerified:
    equal = QuoteVerdict.EXACT if found.by_letter else QuoteVerdict.EQUAL_BUT_FOR_MARKS
    return replace(base, verdict=equal if sure else QuoteVerdict.SAME_WORDS, sure=sure,
                   letter_for_letter=found.by_letter, units=tuple(_bare(on, each) for each in found.units[:MOST]))


def _bare(on: LawOnDay, each: OnDay) -> t.StretchTold:
    """Return what is said of a unit, without its wording: who quotes has words already."""
    return replace(_of_day(on, each), text=None)


def _other_days(words: str, on: LawOnDay, units: Iterable[OnDay]) -> tuple[t.StretchTold, ...]:
    asked, eids = quoting.words_of(words), {Eid(each.place.eid) for each in units}
    every = answers.all_versions(on.law.conn, on.law.row.id, on.law.lang)
    return tuple(replace(_stretch(on.law, each), text=None) for each in every if each.eid in eids and each.text
                 and each.in_operation is not Presence.NO and quoting.stands_in(asked, each.text))[:MOST]


def _differing(changes: Iterable[WordChange]) -> tuple[t.DifferingWords, ...]:
    return tuple(t.DifferingWords(each.kind, each.before[:LONGEST_DIFFERENCE], each.after[:LONGEST_DIFFERENCE])
                 for each in changes)[:MOST]
