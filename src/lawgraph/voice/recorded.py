"""Sentences that are stored and handed out as data: in English, their days in ISO form, whatever pages speak."""

from textwrap import shorten

from lawgraph.law.days import DayBounds
from lawgraph.law.versions import Reason, ReasonKind
from lawgraph.voice.names import act_in_words, place_name

_LONGEST_QUOTE = 200
"""Characters of a quoted note: enough to find it in its source and to see what it is about."""

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
    ReasonKind.SAME_AROUND: "{act} changed {place}, {when}; editions before and after it read the same here",
    ReasonKind.CANDIDATE: "{act} is one of the acts that may have inserted it, {when}",
    ReasonKind.SUSPENDED: "suspended by {act}, {when}",
    ReasonKind.NOT_SHOWN: "the text held does not yet show {act}, {when}",
    ReasonKind.CONTRADICTION: "the sources contradict each other",
    ReasonKind.BEYOND_HORIZON: "the sources speak only up to {horizon}; later acts are not known",
    ReasonKind.CONTAINER: "it depends on the provision that encloses it",
    ReasonKind.NO_TEXT: "no source held prints its text",
    ReasonKind.NOT_UNDERSTOOD: "a note or passage on {place} could not be read in full: “{quote}”",
}


def because_sentence(reason: Reason) -> str:
    """Return a reason as a sentence for data, its days in ISO form."""
    horizon = reason.operative.earliest if reason.operative else None
    return _BECAUSE[reason.kind].format(
        act=act_in_words(reason.act), when=operative_from(reason.operative), span=_span(reason.operative),
        place=place_name(reason.target) if reason.target else "what encloses it",
        horizon=horizon.isoformat() if horizon else "an unknown day", quote=quoted(reason))


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
