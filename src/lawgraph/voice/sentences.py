"""What pages and the command line say of a provision: calm, short and exact.

Why and by whom is always said; jargon of ours never is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from lawgraph.languages.spoken import DayForm, spoken
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Kind
from lawgraph.law.versions import Presence, Reason, ReasonKind, Version, Wording
from lawgraph.timeline.consolidation import Grade, LookUp
from lawgraph.voice.names import act_in_words, bounds_in_words, by_act, day_in_words, place_name, this_unit
from lawgraph.voice.recorded import REASONS, because_sentence, quoted
from lawgraph.voice.speaking import ENGLISH, Locale, Tense, Voice, capitalized, message

_LAGGING = {
    "English": message("The English text does not yet show %(by_act)s (%(when)s)."),
    "Russian": message("The Russian text does not yet show %(by_act)s (%(when)s)."),
    "Kazakh": message("The Kazakh text does not yet show %(by_act)s (%(when)s)."),
}
_DONE = {ReasonKind.EXCLUDED, ReasonKind.CHANGED, ReasonKind.NEWLY_WORDED, ReasonKind.CHANGED_ELSEWHERE,
         ReasonKind.CHANGED_SOMEWHERE, ReasonKind.WORDS_REPLACED, ReasonKind.SAME_AROUND}
"""What an act did to a wording: said of a day before it, it reads as a contradiction unless it is called later."""
_ANOTHER_LAGS = message("The text does not yet show %(by_act)s (%(when)s).")

_HELD, _PROBABLY = ("●", message("Held")), ("◐", message("Probably"))
_UNCONFIRMED, _UNHELD = ("◌", message("Not confirmed")), ("○", message("Not held"))
PARTLY = ("◍", message("Partly held"))
"""The sign and the word for a provision of which some parts are held and others not."""

_SIGNS = {
    (Presence.YES, Wording.ATTESTED): _HELD, (Presence.YES, Wording.PRESUMED): _PROBABLY,
    (Presence.YES, Wording.UNVERIFIED): _UNCONFIRMED, (Presence.YES, Wording.UNKNOWN): _UNHELD,
    (Presence.PRESUMED, Wording.ATTESTED): _PROBABLY, (Presence.PRESUMED, Wording.PRESUMED): _PROBABLY,
    (Presence.PRESUMED, Wording.UNVERIFIED): _UNCONFIRMED, (Presence.PRESUMED, Wording.UNKNOWN): _UNHELD,
}
_VERDICTS = {
    Grade.HELD: message("wording held"), Grade.PROBABLY: message("wording probable"),
    Grade.PARTLY: message("partly held"), Grade.UNCONFIRMED: message("wording not confirmed"),
    Grade.UNHELD: message("wording not held"), Grade.UNCERTAIN: message("uncertain whether in operation"),
    Grade.ABSENT: message("not in operation"),
}
_UNCERTAIN = ("◔", message("Uncertain"))
_ABSENT = {
    Tense.PAST: message("Not in operation on that day"), Tense.TODAY: message("Not in operation today"),
    Tense.LATER: message("Not in operation on that day, as far as is known now"),
}
_POSSIBLE = {
    Tense.PAST: message("Whether %(this)s was in operation %(as_on)s is not certain"),
    Tense.TODAY: message("Whether %(this)s is in operation today is not certain"),
    Tense.LATER: message("Whether %(this)s will be in operation %(as_on)s is not certain"),
}
_WITHOUT_TEXT = {
    Tense.PAST: message("%(this)s was in operation on that day, and its wording is not held"),
    Tense.TODAY: message("%(this)s is in operation today, and its wording is not held"),
    Tense.LATER: message("as far as is known now, %(this)s will be in operation on that day, and its wording is not "
                         "held"),
}
_PERHAPS_WITHOUT_TEXT = {
    Tense.PAST: message("%(this)s was probably in operation on that day, and its wording is not held"),
    Tense.TODAY: message("%(this)s is probably in operation today, and its wording is not held"),
    Tense.LATER: message("%(this)s will probably be in operation on that day, and its wording is not held"),
}


def known_sentence(known: date, voice: Voice = ENGLISH) -> str:
    """Tell as of which day's knowledge an answer is given."""
    return voice.say("As known %(as_on)s: facts recorded later are left out.",
                     as_on=day_in_words(known, voice, DayForm.AS_ON))


def sign(version: Version, voice: Voice = ENGLISH, day: date | None = None) -> tuple[str, str]:
    """Return the sign and the word for an answer, in the tense of its day; a colour never stands alone."""
    if version.in_operation is Presence.NO:
        return "–", absent(voice, day)
    if version.in_operation is Presence.POSSIBLE or version.wording is None:
        mark, word = _UNCERTAIN
    else:
        mark, word = _SIGNS[version.in_operation, version.wording]
    return mark, voice.say(word)


def absent(voice: Voice = ENGLISH, day: date | None = None) -> str:
    """Return the word for what is not in operation, in the tense of the day that was asked for."""
    past = day is not None and voice.tense(day) is Tense.PAST
    return voice.say_as("past", "Not in operation") if past else voice.say("Not in operation")


@dataclass(frozen=True, slots=True)
class Told:
    """Hold an answer in words, and in words why it is not sure, empty where it is."""

    answer: str
    why: str

    @property
    def sentence(self) -> str:
        """Both as one sentence."""
        return f"{self.answer}: {self.why}." if self.why else f"{self.answer}."


def answer_told(version: Version, day: date, kind: Kind, voice: Voice = ENGLISH) -> Told:
    """Return the answer to "may I rely on it" for a provision on a day."""
    return _told(version.in_operation, version.wording, version.because, (day, kind, voice))


# On one day many provisions have the same answer for the same reasons.
@lru_cache(maxsize=1024)
def _told(presence: Presence, wording: Wording | None, reasons: tuple[Reason, ...], asked: tuple[date, Kind, Voice]
          ) -> Told:
    sure = presence is Presence.YES and wording is Wording.ATTESTED
    return Told(_answer(presence, wording, *asked), "" if sure else _why(reasons, asked[2], asked[0]))


def answer_sentence(version: Version, day: date, kind: Kind, voice: Voice = ENGLISH) -> str:
    """Return the answer to "may I rely on it" for a provision on a day as a sentence."""
    return answer_told(version, day, kind, voice).sentence


def because(told: str, reasons: Iterable[Reason], voice: Voice = ENGLISH) -> str:
    """Return an answer with its first two reasons as a sentence."""
    return Told(told, _why(reasons, voice)).sentence


def _why(reasons: Iterable[Reason], voice: Voice, day: date | None = None) -> str:
    told = dict.fromkeys(_of_the_day(each, voice, day) for each in reasons)
    first, second = (*islice(told, 2), "", "")[:2]
    return voice.say("%(one)s, and %(other)s", one=first, other=second) if second else first


def _of_the_day(reason: Reason, voice: Voice, day: date | None) -> str:
    """Return a reason, with the remark that it is later than the day of the answer where it surely is."""
    told, bounds = reason_in_words(reason, voice), reason.operative
    later = day and bounds and bounds.earliest and bounds.earliest > day and reason.kind in _DONE
    return voice.say("later %(reason)s", reason=told) if later else told


def _answer(presence: Presence, wording: Wording | None, day: date, kind: Kind, voice: Voice) -> str:
    this, as_on, tense = this_unit(kind, voice), day_in_words(day, voice, DayForm.AS_ON), voice.tense(day)
    if presence is Presence.NO:
        return voice.say(_ABSENT[tense])
    if presence is Presence.POSSIBLE:
        return voice.say(_POSSIBLE[tense], this=this, as_on=as_on)
    if wording is Wording.ATTESTED and presence is Presence.YES:
        return voice.say("This is the wording in operation %(as_on)s", as_on=as_on)
    if wording in (Wording.ATTESTED, Wording.PRESUMED):
        return voice.say("This is probably the wording of that day")
    if wording is Wording.UNVERIFIED:
        return voice.say("The wording of %(day)s is not confirmed", day=day_in_words(day, voice))
    told = _WITHOUT_TEXT if presence is Presence.YES else _PERHAPS_WITHOUT_TEXT
    return capitalized(voice.say(told[tense], this=this))


def verdict(grade: Grade, voice: Voice = ENGLISH) -> str:
    """Return how sure a wording is, as a citation carries it."""
    return voice.say(_VERDICTS[grade])


def completeness_sentence(complete: date | None, retrieved: date | None, voice: Voice = ENGLISH) -> str:
    """Tell which of the acts that amended a law are known, and when its text was retrieved."""
    until = day_in_words(complete, voice, DayForm.UNTIL) if complete else ""
    acts = (voice.say("Every act that amended it %(until)s is known.", until=until) if until else
            voice.say("Only the acts that its own footnotes name are known; others may have changed it since."))
    text = (voice.say("Text retrieved %(on_day)s.", on_day=day_in_words(retrieved, voice, DayForm.ON)) if retrieved else
            voice.say("The day on which the text was retrieved is not recorded."))
    return f"{acts} {text}"


def translation_sentence(version: Version, voice: Voice = ENGLISH) -> str:
    """Return what a citation sheet says of relying on a translation: before a court never."""
    if version.sure:
        return not_for_court(voice.say("this is the translation of the text of that day, without legal force"), voice)
    told = citation_sentence(version, voice)
    return told if version.text is None else not_for_court(told, voice)


def not_for_court(reliance: str, voice: Voice = ENGLISH) -> str:
    """Return what is said of relying on a translation with the warning that a court uses another text."""
    return voice.say("%(reliance)s; for a court use the Russian or Kazakh text", reliance=reliance)


def citation_sentence(version: Version, voice: Voice = ENGLISH) -> str:
    """Return what a citation sheet says of relying on an official text."""
    if version.in_operation is Presence.NO:
        return voice.say("not in operation")
    if version.in_operation is Presence.POSSIBLE:
        return voice.say("state both cases")
    if version.sure:
        return voice.say("may be relied on as evidence of this wording in this source")
    if version.wording in (Wording.ATTESTED, Wording.PRESUMED):
        reasons = "; ".join(dict.fromkeys(reason_in_words(each, voice) for each in version.because))
        return voice.say("only with the caveat that %(reasons)s", reasons=reasons)
    return voice.say("not held")


@lru_cache(maxsize=4096)
def reason_in_words(reason: Reason, voice: Voice = ENGLISH) -> str:
    """Return a reason as words for people, its days in words."""
    span = bounds_in_words(reason.operative or _UNKNOWN, voice)
    horizon = reason.operative.earliest if reason.operative else None
    return voice.say(
        REASONS[reason.kind], by_act=by_act(reason.act, voice), when=_effect(reason.operative, voice), span=span,
        place=place_name(reason.target, voice) if reason.target else voice.say("what encloses it"),
        quote=quoted(reason),
        until=day_in_words(horizon, voice, DayForm.UNTIL) if horizon else voice.say("up to a day that is not known"))


def reason_on_sheet(reason: Reason, voice: Voice = ENGLISH) -> str:
    """Return a reason as sheets and tables say it: in English as data has it, so that both are found by one search."""
    return because_sentence(reason) if voice.locale is Locale.ENGLISH else reason_in_words(reason, voice)


def lagging_sentence(lang: str, reason: Reason, voice: Voice = ENGLISH) -> str:
    """Tell of an act that the text in a language does not show yet."""
    told = _LAGGING.get(spoken(lang).name, _ANOTHER_LAGS)
    return voice.say(told, by_act=by_act(reason.act, voice), when=_effect(reason.operative, voice))


def _effect(bounds: DayBounds | None, voice: Voice) -> str:
    """Return the first day of operation as a phrase for pages: "from 1 May 2017", "taking effect between … and …"."""
    if bounds is None:
        return voice.say("from a day that is not known")
    if bounds.exact and bounds.earliest is not None:
        return day_in_words(bounds.earliest, voice, DayForm.FROM)
    return voice.say("taking effect %(span)s", span=bounds_in_words(bounds, voice))


_UNKNOWN = DayBounds(None, None)


def look_up_sentence(told: LookUp, voice: Voice = ENGLISH) -> str:
    """Return where to read a wording; its addresses are told apart."""
    return " ".join(filter(None, (_base(told, voice), *_since(told, voice), _editions(told, voice))))


def _base(told: LookUp, voice: Voice) -> str:
    if told.brought:
        act = act_in_words(told.brought, voice)
        return (voice.say("It reads as %(act)s inserted it: that act has the words.", act=act) if told.inserted else
                voice.say("It reads as %(act)s worded it: that act has the words.", act=act))
    if not told.original:
        return ""
    if told.following and not told.acts:
        return voice.say("No act is known to have changed it before %(act)s: read the law as first published.",
                         act=act_in_words(told.following, voice))
    return voice.say("Read the law as first published.")


def _since(told: LookUp, voice: Voice) -> tuple[str, ...]:
    changed, perhaps = (", ".join(act_in_words(each, voice) for each in acts) for acts in (told.changed, told.perhaps))
    return (voice.say("Words of it were changed by %(acts)s.", acts=changed) if changed else "",
            voice.say("By that day it may have been changed by %(acts)s.", acts=perhaps) if perhaps else "")


def _editions(told: LookUp, voice: Voice) -> str:
    since = day_in_words(told.since, voice, DayForm.FROM) if told.since else ""
    before = day_in_words(told.before, voice, DayForm.BEFORE) if told.before else ""
    if not since and not before:
        return ""
    if since and before:
        return voice.say("An edition dated %(since)s and %(before)s has it (archives date by the adoption of acts).",
                         since=since, before=before)
    days = since or before
    return voice.say("An edition dated %(days)s has it (archives date by the adoption of acts).", days=days)
