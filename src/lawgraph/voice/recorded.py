"""The ground of a day in words, as pages speak; and what is stored and given out as data: in English, with ISO days."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from textwrap import shorten

from lawgraph.languages.spoken import DayForm
from lawgraph.law.days import Basis, Clause, Count, DayBounds, Ground
from lawgraph.law.versions import Reason, ReasonKind
from lawgraph.voice.names import act_in_words, day_in_words, place_name, speech_of
from lawgraph.voice.speaking import ENGLISH, Voice, message

_SAID = {
    Ground.STATED_DAY: message("stated day %(day)s"),
    Ground.RECORDED_DAY: message("recorded first day of operation, %(day)s"),
    Ground.RECORDED_OF_CHANGE: message("recorded first day of operation of this change, %(day)s"),
    Ground.RECORDED_OF_PART: message("recorded first day of operation of a part, %(day)s"),
    Ground.SIGNED: message("counted from the signing %(on_day)s"),
    Ground.EXPIRED: message("expired on the stated day, %(day)s"),
    Ground.SHOWN: message("shown by the edition %(of_day)s"),
    Ground.SEE: message("see “%(reference)s”"),
    Ground.ONLY_ACT_BETWEEN: message("the only act between %(one)s and %(other)s, which differ here"),
    Ground.NO_END: message("no end is known"),
    Ground.CHANGES_HERE: message("the answer changes here"),
    Ground.NO_FURTHER: message("the sources speak no further"),
    Ground.BEFORE_LAW: message("before the law"),
    Ground.HORIZON: message("the end of what the sources tell"),
    Ground.NO_ACT_NAMED: message("no act is named"),
    Ground.UNREAD_NOTE: message("a note that could not be read in full"),
    Ground.DROPPED: message("acts that a footnote may have dropped"),
    Ground.INSERTED_UNTOLD: message("inserted by an act that no source names"),
    Ground.CHANGED_UNTOLD: message("changed by an act that no source names"),
    Ground.ONLY_ACT: message("the only act that can have inserted it"),
    Ground.NO_CLAUSE: message("no commencement clause is held"),
    Ground.NOT_BEFORE_ADOPTION: message("not before the adoption"),
    Ground.NO_TERM_READ: message("no term of publication was read for acts of this kind"),
    Ground.PUBLISHED: message("%(term)s %(on_day)s"),
    Ground.PUBLISHED_BY: message("%(term)s by %(last)s, a day of publication"),
    Ground.PUBLICATION_UNKNOWN: message("%(term)s, of which nothing is known"),
    Ground.ADOPTED: message("%(term)s, on or after the adoption %(on_day)s"),
    Ground.STATUTORY_TERM: message("%(term)s, on or after the adoption %(on_day)s and by %(last)s (statutory term)"),
    Ground.TERM_BY_ANALOGY: message("%(term)s, on or after the adoption %(on_day)s and by %(last)s "
                                    "(statutory term, presumed by analogy before 2016)"),
}
_QUOTED = {Ground.SEE: ("reference",), Ground.ONLY_ACT_BETWEEN: ("one", "other")}
_COUNTED: Mapping[Count, Callable[[Voice, int], str]] = {
    Count.DAYS_AFTER: lambda voice, number: voice.count(
        "%(number)s calendar day after first official publication",
        "%(number)s calendar days after first official publication", number, number=_amount(voice, number)),
    Count.DAYS_FROM: lambda voice, number: voice.count(
        "%(number)s calendar day from the day of first official publication",
        "%(number)s calendar days from the day of first official publication", number, number=_amount(voice, number)),
    Count.MONTHS_AFTER: lambda voice, number: voice.count(
        "%(number)s month after first official publication",
        "%(number)s months after first official publication", number, number=_amount(voice, number)),
    Count.MONTHS_FROM: lambda voice, number: voice.count(
        "%(number)s month from the day of first official publication",
        "%(number)s months from the day of first official publication", number, number=_amount(voice, number)),
}


def _amount(voice: Voice, number: int) -> str:
    """Return a number as acts write it in the formulas of their commencement: in words where these are usual."""
    return speech_of(voice.locale).amounts.get(number, str(number))


_DayIn = Callable[[date, DayForm], str]


@lru_cache(maxsize=4096)
def basis_in_words(basis: Basis, voice: Voice = ENGLISH) -> str:
    """Return the ground of a day in words, empty where there is none."""
    return _words(basis, voice, lambda day, form: day_in_words(day, voice, form))


@lru_cache(maxsize=4096)
def basis_sentence(basis: Basis) -> str:
    """Return the ground of a day for data: in English, its days in ISO form."""
    return _words(basis, ENGLISH, _iso)


def _iso(day: date, form: DayForm) -> str:
    before = {DayForm.ON: "on ", DayForm.OF: "of "}.get(form, "")
    return f"{before}{day.isoformat()}"


def _words(basis: Basis, voice: Voice, day_in: _DayIn) -> str:
    told: list[str] = []
    for each in basis.clauses:
        said = _clause(each, voice, day_in)
        if each.also and told:
            said = voice.say("%(one)s, but also %(other)s", one=told.pop(), other=said)
        told.append(said)
    return "; ".join(told)


def _clause(clause: Clause, voice: Voice, day_in: _DayIn) -> str:
    values = dict(zip(_QUOTED.get(clause.ground, ()), clause.names, strict=True)) | {"term": _term(clause, voice)}
    if clause.day:
        values |= {name: day_in(clause.day, form)
                   for name, form in (("day", DayForm.PLAIN), ("on_day", DayForm.ON), ("of_day", DayForm.OF))}
    if clause.last:
        values["last"] = day_in(clause.last, DayForm.PLAIN)
    return voice.say(_SAID[clause.ground], **values)


def _term(clause: Clause, voice: Voice) -> str:
    if clause.count is None:
        return voice.say("first official publication")
    if clause.count is Count.ON_THE_DAY:
        return voice.say("on the day of first official publication")
    if clause.number == 0:
        return voice.say("on the day after first official publication")
    return _COUNTED[clause.count](voice, clause.number)


_LONGEST_QUOTE = 200
"""Characters of a quoted note: enough to find it in its source and to see what it is about."""

REASONS = {
    ReasonKind.BEFORE_LAW: message("the law began to operate %(span)s"),
    ReasonKind.LAW_STARTS: message("the law itself began to operate %(span)s"),
    ReasonKind.LAW_REPEALED: message("the law was repealed by %(by_act)s, %(when)s"),
    ReasonKind.LAW_ENDS: message("the law was repealed by %(by_act)s, %(when)s"),
    ReasonKind.INSERTED: message("%(by_act)s inserted it, %(when)s"),
    ReasonKind.EXCLUDED: message("%(by_act)s excluded it, %(when)s"),
    ReasonKind.CHANGED: message("%(by_act)s changed it, %(when)s"),
    ReasonKind.NEWLY_WORDED: message("%(by_act)s newly worded it, %(when)s"),
    ReasonKind.CHANGED_ELSEWHERE: message(
        "%(by_act)s changed %(place)s, %(when)s; its known changes lie elsewhere in it"),
    ReasonKind.CHANGED_SOMEWHERE: message("%(by_act)s changed %(place)s, %(when)s; which part is not recorded"),
    ReasonKind.WORDS_REPLACED: message("%(by_act)s replaced words throughout the text, %(when)s"),
    ReasonKind.UNRECORDED: message("a footnote may have dropped earlier acts that changed %(place)s %(span)s"),
    ReasonKind.SAME_AROUND: message(
        "%(by_act)s changed %(place)s, %(when)s; editions before and after it read the same here"),
    ReasonKind.CANDIDATE: message("%(by_act)s is one of the acts that may have inserted it, %(when)s"),
    ReasonKind.SUSPENDED: message("suspended by %(by_act)s, %(when)s"),
    ReasonKind.NOT_SHOWN: message("the text held does not yet show %(by_act)s, %(when)s"),
    ReasonKind.CONTRADICTION: message("the sources contradict each other"),
    ReasonKind.BEYOND_HORIZON: message("the sources speak only %(until)s; later acts are not known"),
    ReasonKind.CONTAINER: message("it depends on the provision that encloses it"),
    ReasonKind.NO_TEXT: message("no source held prints its text"),
    ReasonKind.NOT_UNDERSTOOD: message("a note or passage on %(place)s could not be read in full: “%(quote)s”"),
}
"""Why an answer is not sure, as pages say it."""

_IN_DATA = {
    ReasonKind.INSERTED: "inserted by %(by_act)s, %(when)s",
    ReasonKind.EXCLUDED: "excluded by %(by_act)s, %(when)s",
    ReasonKind.CHANGED: "changed by %(by_act)s, %(when)s; what it said before is not held",
    ReasonKind.NEWLY_WORDED: "newly worded by %(by_act)s, %(when)s; what stood under this number before is not held",
    ReasonKind.UNRECORDED: "a footnote may have dropped earlier acts that changed %(place)s, %(when)s",
}
"""The same for data, where it is said otherwise."""


def because_sentence(reason: Reason) -> str:
    """Return a reason as a sentence for data, its days in ISO form."""
    horizon = reason.operative.earliest if reason.operative else None
    return _IN_DATA.get(reason.kind, REASONS[reason.kind]) % {
        "by_act": act_in_words(reason.act), "when": operative_from(reason.operative), "span": _span(reason.operative),
        "place": place_name(reason.target) if reason.target else "what encloses it",
        "until": f"up to {horizon.isoformat() if horizon else 'an unknown day'}", "quote": quoted(reason)}


def quoted(reason: Reason) -> str:
    """Return the words of a source that a reason quotes, shortened where they are long."""
    return shorten(reason.source.text, _LONGEST_QUOTE, placeholder=" …") if reason.source else ""


def operative_from(bounds: DayBounds | None) -> str:
    """Return the first day of operation for data: "operative from 2013-07-14 at the earliest"."""
    if bounds is None or bounds.earliest is None:
        return "operative from a day that is not known"
    sure = "" if bounds.exact else " at the earliest"
    return f"operative from {bounds.earliest.isoformat()}{sure}"


def _span(bounds: DayBounds | None) -> str:
    """Return the bounds of a day for data: "between 2010-05-10 and 2010-06-09"."""
    first, last = (bounds.earliest, bounds.latest) if bounds else (None, None)
    if first is None or first == last:
        return f"on {first.isoformat()}" if first else "on a day that is not known"
    return f"between {first.isoformat()} and {last.isoformat()}" if last else f"on or after {first.isoformat()}"
