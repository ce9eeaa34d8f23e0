"""What a page says of one provision: its grade, its sign and its sentence."""

from dataclasses import replace
from datetime import date, timedelta

from lawgraph.law.eid import Kind
from lawgraph.law.model import Presence, Reason, ReasonKind, Version
from lawgraph.site.pages.values import Nearest, ShownAnswer
from lawgraph.timeline.grading import Grade, grade_of
from lawgraph.voice.sentences import answer_sentence, sign
from lawgraph.voice.speaking import ENGLISH, Voice

_OF_THE_LAW = {ReasonKind.LAW_STARTS, ReasonKind.LAW_ENDS, ReasonKind.BEYOND_HORIZON}


def answer_of(version: Version, day: date, kind: Kind, voice: Voice = ENGLISH) -> ShownAnswer:
    """Return what a page says of a version on a day."""
    mark, word = sign(version, voice)
    return ShownAnswer(grade_of(version), mark, word, answer_sentence(version, day, kind, voice))


def own_reasons(version: Version) -> tuple[Reason, ...]:
    """Return the reasons for doubt that concern the provision, not the law as a whole."""
    return tuple(each for each in version.because if each.kind not in _OF_THE_LAW)


def in_doubt(version: Version) -> bool:
    """Tell whether the provision is less certain than the law as a whole is on that day."""
    if grade_of(version) in (Grade.HELD, Grade.ABSENT):
        return False
    return bool(own_reasons(version)) or version.text is None or not version.because


def was_excluded(version: Version) -> bool:
    """Tell whether a provision had been there and was excluded, so that its number is still missed in the text."""
    return version.in_operation is Presence.NO and any(each.kind is ReasonKind.EXCLUDED for each in version.because)


def nearest_of(version: Version) -> Nearest | None:
    """Return the nearest wording that is held, where the version's own is not."""
    if not version.nearest_text or version.nearest_from is None:
        return None
    return Nearest(version.nearest_text, version.nearest_from, last_day(version.nearest_before))


def last_day(before: date | None) -> date | None:
    """Return the last day of a stretch of days that ends before a day."""
    return before - timedelta(days=1) if before else None


def without_reasons_of_the_law(version: Version) -> Version:
    """Return a version with the reasons alone that concern the provision, where it has such."""
    own = own_reasons(version)
    return replace(version, because=own) if own else version
