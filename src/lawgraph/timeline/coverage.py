"""How much of a law's life may be relied on: shares of provision-days by grade."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lawgraph.law.model import Presence, Version, Wording
from lawgraph.timeline.consolidation import LawDays


@dataclass(frozen=True, slots=True)
class Coverage:
    """Count provision-days by grade; days on which a provision was not in operation do not count.

    `possible` stands apart: on those days it is not certain that the provision was there at all.
    """

    attested: int = 0
    presumed: int = 0
    unverified: int = 0
    unknown: int = 0
    possible: int = 0

    @property
    def days(self) -> int:
        """All provision-days that count."""
        return self.attested + self.presumed + self.unverified + self.unknown + self.possible

    def share(self, grade: str) -> float:
        """Return the share of one grade, in per cent; 0 where nothing counts."""
        counted: int = getattr(self, grade)
        return 100 * counted / self.days if self.days else 0.0

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(*(getattr(self, each) + getattr(other, each) for each in GRADES))


GRADES = ("attested", "presumed", "unverified", "unknown", "possible")


def coverage_by_article(versions: Iterable[Version], first: date, before: date) -> dict[str, Coverage]:
    """Return the coverage of each article, and of what stands beside articles, for `first` <= day < `before`."""
    found: dict[str, Coverage] = defaultdict(Coverage)
    for each in versions:
        found[each.eid.outermost] += _of_version(each, first, before)
    return dict(found)


def days_that_count(days: LawDays, adopted: date) -> tuple[date, date]:
    """Return the first day that counts and the first that counts no more: its start, and its repeal or horizon."""
    ends = [each.operative.latest for each in days.repeals if each.operative.latest]
    return days.start.earliest or adopted, min(ends, default=days.horizon or adopted)


def total(parts: Iterable[Coverage]) -> Coverage:
    """Return the coverage of the whole."""
    return sum(parts, Coverage())


def _of_version(version: Version, first: date, before: date) -> Coverage:
    begins = max(version.start.latest or first, first)
    ends = min(version.before.earliest or before, before)
    days = max((ends - begins).days, 0)
    if version.in_operation is Presence.NO:
        return Coverage()
    if version.in_operation is Presence.POSSIBLE:
        return Coverage(possible=days)
    return Coverage(**{(version.wording or Wording.UNKNOWN).value: days})
