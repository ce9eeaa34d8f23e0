"""How sure an answer is, in one word: presence and wording together, of a provision alone or with its parts."""

from collections.abc import Sequence
from enum import StrEnum

from lawgraph.law.model import Presence, Version, Wording


class Certainty(StrEnum):
    """Tell what is known of the first day of a change; not settled is one that no source says was made."""

    EXACT = "exact"
    INTERVAL = "interval"
    OPEN = "open"
    CONTRADICTED = "contradicted"
    NOT_SETTLED = "not_settled"


class Grade(StrEnum):
    """How sure an answer is, as pages draw it; words and signs stand in `voice`, a colour never stands alone."""

    HELD = "held"
    PROBABLY = "probably"
    PARTLY = "partly"
    UNCONFIRMED = "unconfirmed"
    UNHELD = "unheld"
    UNCERTAIN = "uncertain"
    ABSENT = "absent"


_GRADES = {
    Wording.ATTESTED: Grade.HELD, Wording.PRESUMED: Grade.PROBABLY, Wording.UNVERIFIED: Grade.UNCONFIRMED,
    Wording.UNKNOWN: Grade.UNHELD,
}


def grade_of(version: Version) -> Grade:
    """Return how sure the answer of a version is."""
    if version.in_operation is Presence.NO:
        return Grade.ABSENT
    if version.in_operation is Presence.POSSIBLE or version.wording is None:
        return Grade.UNCERTAIN
    grade = _GRADES[version.wording]
    return Grade.PROBABLY if grade is Grade.HELD and version.in_operation is Presence.PRESUMED else grade


def grade_with_parts(own: Version, parts: Sequence[Version]) -> Grade:
    """Return how sure the answer for a provision and its parts is together: never more than of the weakest of them."""
    grade = grade_of(own)
    parting = {grade_of(each) for each in parts} - {grade, Grade.HELD, Grade.ABSENT}
    return Grade.PARTLY if parting and grade is not Grade.ABSENT else grade
