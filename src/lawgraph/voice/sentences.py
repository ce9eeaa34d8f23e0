"""How lawgraph speaks to people: one catalogue of sentences, calm, short and exact.

Data keeps ISO days; pages say "20 July 2013". Why and by whom is always said; jargon of ours never is.
"""

from datetime import date

from lawgraph.days import DayBounds
from lawgraph.model import Presence, Reason, ReasonKind, Version, Wording
from lawgraph.names import mid_sentence, provision_name

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")

_BECAUSE = {
    ReasonKind.BEFORE_LAW: "the law began to operate {span}",
    ReasonKind.LAW_STARTS: "the law itself began to operate {span}",
    ReasonKind.LAW_REPEALED: "the law was repealed by {act}, {when}",
    ReasonKind.LAW_ENDS: "the law was repealed by {act}, {when}",
    ReasonKind.INSERTED: "inserted by {act}, {when}",
    ReasonKind.EXCLUDED: "excluded by {act}, {when}",
    ReasonKind.CHANGED: "changed by {act}, {when}; what it said before is not held",
    ReasonKind.NEWLY_WORDED: "newly worded by {act}, {when}; what stood under this number before is not held",
    ReasonKind.CHANGED_ELSEWHERE: "{act} changed {place}, {when}; its known changes lie elsewhere in it",
    ReasonKind.CHANGED_SOMEWHERE: "{act} changed {place}, {when}; which part is not recorded",
    ReasonKind.WORDS_REPLACED: "{act} replaced words throughout the text, {when}",
    ReasonKind.UNRECORDED: "a footnote may have dropped earlier acts that changed {place}, {when}",
    ReasonKind.CANDIDATE: "{act} is one of the acts that may have inserted it, {when}",
    ReasonKind.SUSPENDED: "suspended by {act}, {when}",
    ReasonKind.NOT_SHOWN: "the text held does not yet show {act}, {when}",
    ReasonKind.CONTRADICTION: "the sources contradict each other",
    ReasonKind.BEYOND_HORIZON: "the sources speak only up to {horizon}; later acts are not known",
    ReasonKind.CONTAINER: "it depends on the provision that encloses it",
    ReasonKind.NO_TEXT: "no source held prints its text",
}

_SIGNS = {
    (Presence.YES, Wording.ATTESTED): ("●", "Held"),
    (Presence.YES, Wording.PRESUMED): ("◐", "Probably"),
    (Presence.YES, Wording.UNVERIFIED): ("○", "Not confirmed"),
    (Presence.YES, Wording.UNKNOWN): ("○", "Not held"),
    (Presence.PRESUMED, Wording.ATTESTED): ("◐", "Probably"),
    (Presence.PRESUMED, Wording.PRESUMED): ("◐", "Probably"),
    (Presence.PRESUMED, Wording.UNVERIFIED): ("○", "Not confirmed"),
    (Presence.PRESUMED, Wording.UNKNOWN): ("○", "Not held"),
}


def known_sentence(known: date) -> str:
    """Tell as of which day's knowledge an answer is given."""
    return f"As known on {day_in_words(known)}: facts recorded later are left out."


def day_in_words(day: date) -> str:
    """Return a day as people write it: "20 July 2013"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def bounds_in_words(bounds: DayBounds) -> str:
    """Return the bounds of a day as a phrase: "on 20 July 2013", "between 14 July and 13 August 2013"."""
    first, last = bounds.earliest, bounds.latest
    if first is not None and first == last:
        return f"on {day_in_words(first)}"
    if first is not None and last is not None:
        shown = day_in_words(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
        return f"between {shown} and {day_in_words(last)}"
    if first is not None:
        return f"on or after {day_in_words(first)}"
    return f"on or before {day_in_words(last)}" if last is not None else "on a day that is not known"


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


def act_in_words(name: str | None) -> str:
    """Return an act as it is cited: "№ 124-V"."""
    return "an act that no source names" if name is None else f"№ {name}"


def because_sentence(reason: Reason) -> str:
    """Return a reason as a sentence for data, its days in ISO form."""
    horizon = reason.operative.earliest if reason.operative else None
    return _BECAUSE[reason.kind].format(
        act=act_in_words(reason.act), when=operative_from(reason.operative), span=_span(reason.operative),
        place=_place(reason), horizon=horizon.isoformat() if horizon else "an unknown day")


def _place(reason: Reason) -> str:
    return mid_sentence(provision_name(reason.target)) if reason.target else "what encloses it"


def sign(version: Version) -> tuple[str, str]:
    """Return the sign and the word for an answer; a colour never stands alone."""
    if version.in_operation is Presence.NO:
        return "–", "Not in operation"
    if version.in_operation is Presence.POSSIBLE or version.wording is None:
        return "◔", "Uncertain"
    return _SIGNS[version.in_operation, version.wording]


def answer_sentence(version: Version, day: date, noun: str) -> str:
    """Return the answer to "may I rely on it" for a provision (`noun`: "article", "point") on a day."""
    told = day_in_words(day)
    why = ", and ".join(page_reason(each) for each in version.because[:2])
    since = f": {why}" if why else ""
    if version.in_operation is Presence.NO:
        return f"Not in operation on that day{since}."
    if version.in_operation is Presence.POSSIBLE:
        return f"Whether this {noun} was in operation on {told} is not certain{since}."
    if version.wording is Wording.ATTESTED and version.in_operation is Presence.YES:
        return f"This is the wording in operation on {told}."
    if version.wording in (Wording.ATTESTED, Wording.PRESUMED):
        return f"This is probably the wording of that day{since}."
    if version.wording is Wording.UNVERIFIED:
        return f"The wording of {told} is not confirmed{since}."
    there = "was in operation" if version.in_operation is Presence.YES else "was probably in operation"
    return f"This {noun} {there} on that day, and its wording is not held{since}."


def citation_sentence(version: Version) -> str:
    """Return what a citation sheet says of relying on the text."""
    if version.in_operation is Presence.NO:
        return "not in operation"
    if version.in_operation is Presence.POSSIBLE:
        return "state both cases"
    if version.wording is Wording.ATTESTED and version.in_operation is Presence.YES:
        return "may be relied on as evidence of this wording in this source"
    if version.wording in (Wording.ATTESTED, Wording.PRESUMED):
        return "only with the caveat that " + "; ".join(page_reason(each) for each in version.because)
    acts = ", ".join(dict.fromkeys(act_in_words(each.act) for each in version.because if each.act))
    return f"not held; the act to look up is {acts}" if acts else "not held"


_ON_PAGES = {
    ReasonKind.INSERTED: "{act} inserted it, {when}",
    ReasonKind.EXCLUDED: "{act} excluded it, {when}",
    ReasonKind.CHANGED: "{act} changed it, {when}",
    ReasonKind.NEWLY_WORDED: "{act} newly worded it, {when}",
    ReasonKind.LAW_REPEALED: "the law was repealed by {act}, {when}",
}


def page_reason(reason: Reason) -> str:
    """Return a reason as a sentence for people, its days in words."""
    template = _ON_PAGES.get(reason.kind, _BECAUSE[reason.kind])
    when = _effect(reason.operative)
    horizon = reason.operative.earliest if reason.operative else None
    return template.format(
        act=act_in_words(reason.act), when=when, horizon=day_in_words(horizon) if horizon else "an unknown day",
        place=_place(reason),
        span=bounds_in_words(reason.operative) if reason.operative else "on a day that is not known")


def _effect(bounds: DayBounds | None) -> str:
    """Return the first day of operation as a phrase for pages: "from 1 May 2017", "taking effect between … and …"."""
    if bounds is None:
        return "from a day that is not known"
    if bounds.exact and bounds.earliest is not None:
        return f"from {day_in_words(bounds.earliest)}"
    return f"taking effect {bounds_in_words(bounds)}"
