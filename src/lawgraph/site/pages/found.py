"""What a search found: one wording that has the words, and how it stands to the day that was asked for, or to today."""

from dataclasses import dataclass
from datetime import date

from lawgraph.languages.spoken import DayForm
from lawgraph.law.days import DayBounds
from lawgraph.law.versions import Presence, ReasonKind, Version
from lawgraph.queries.seeking import ExcerptPiece, Hit, Standing
from lawgraph.site.pages import paths
from lawgraph.site.pages.values import last_day
from lawgraph.timeline.consolidation import Grade, grade_of
from lawgraph.voice.names import bounds_in_words, day_in_words, provision_name, span_in_words
from lawgraph.voice.sentences import sign
from lawgraph.voice.speaking import Voice

_ENDED = {ReasonKind.EXCLUDED, ReasonKind.LAW_REPEALED}


@dataclass(frozen=True, slots=True)
class FoundMark:
    """Hold how a wording that was found stands to the day: its grade, its sign, a word where the sentence does not
    say the same."""

    grade: Grade
    sign: str
    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FoundText:
    """Hold one wording that has the words, the days on which it is held in words, and how it stands to the day."""

    name: str
    law: str
    path: str
    lang: str
    first: date
    last: date | None
    applied: str
    mark: FoundMark
    excerpt: tuple[ExcerptPiece, ...]


def found_text(found: tuple[Hit, Standing | None], asked: date | None, day: date, voice: Voice) -> FoundText:
    """Return a wording that was found, and how it stands to the day, which is the one asked for or today."""
    hit, standing = found
    last = last_day(hit.before)
    path = paths.provision(hit.law, hit.lang, hit.eid)
    if asked and standing and standing.applies:
        path = paths.provision_on(hit.law, hit.lang, hit.eid, asked)
    return FoundText(provision_name(hit.eid, voice), hit.number, path, hit.lang, hit.start, last,
                     span_in_words(hit.start, last, voice), _mark(hit, standing, day, voice), hit.excerpt)


def _mark(hit: Hit, standing: Standing | None, day: date, voice: Voice) -> FoundMark:
    """Return how a wording stands to the day."""
    if standing is None:
        return _not_yet(day, voice)
    if standing.applies:
        return _applying(standing.version, day, voice)
    if standing.version.in_operation is Presence.NO:
        return _not_yet(day, voice) if day < hit.start else _no_longer(standing.version, day, voice)
    return _other(hit, standing.version, day, voice)


def _applying(version: Version, day: date, voice: Voice) -> FoundMark:
    told = voice.say("This wording applies %(on_day)s.", on_day=day_in_words(day, voice, DayForm.ON))
    if grade_of(version) is not Grade.HELD:
        told = voice.say("This wording probably applies %(on_day)s.", on_day=day_in_words(day, voice, DayForm.ON))
    return FoundMark(grade_of(version), *sign(version, voice), told)


def _other(hit: Hit, version: Version, day: date, voice: Voice) -> FoundMark:
    """Return what marks a wording where another one applies on the day, or none is held for it."""
    on_day = day_in_words(day, voice, DayForm.ON)
    if version.text is None:
        told = voice.say("Which wording applies %(on_day)s is not held.", on_day=on_day)
        return FoundMark(grade_of(version), *sign(version, voice), told)
    word = voice.say("Replaced") if hit.start < day else voice.say("Later wording")
    return FoundMark(Grade.ABSENT, "–", word, voice.say("Another wording applies %(on_day)s.", on_day=on_day))


def _no_longer(version: Version, day: date, voice: Voice) -> FoundMark:
    ended = next((each.operative for each in version.because if each.kind in _ENDED), None)
    told = _since(ended, voice) if ended else voice.say("No longer in operation %(on_day)s.",
                                                        on_day=day_in_words(day, voice, DayForm.ON))
    return FoundMark(Grade.ABSENT, "–", "", told)


def _since(ended: DayBounds, voice: Voice) -> str:
    if ended.exact and ended.earliest:
        return voice.say("No longer in operation %(from_day)s on.",
                         from_day=day_in_words(ended.earliest, voice, DayForm.FROM))
    return voice.say("No longer in operation; it ended %(when)s.", when=bounds_in_words(ended, voice))


def _not_yet(day: date, voice: Voice) -> FoundMark:
    told = voice.say("Not yet in operation %(on_day)s.", on_day=day_in_words(day, voice, DayForm.ON))
    return FoundMark(Grade.ABSENT, "–", "", told)
