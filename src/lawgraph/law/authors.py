"""Who changes a law: acts as sources name them, what stands for one that no source names, and where an act is told of.

Nothing holds two acts without a name to be the same one, nor one of them to be an act with a name.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache


class ActKind(StrEnum):
    """Kinds of amending act; the statutory term of publication was read for laws only."""

    LAW = "law"
    CONSTITUTIONAL_LAW = "constitutional-law"
    CODE = "code"
    DECREE = "decree"
    EDICT = "edict"
    RESOLUTION = "resolution"
    ORDER = "order"
    DECISION = "decision"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Act:
    """Identify an amending act by number, day of adoption, or both; raise `ValueError` where neither is told.

    One that is named only in part (a number without convocation and day, a day without number) may be another act in
    another law: `within` is the law in which alone it is known.
    """

    number: str | None
    adopted: date | None
    kind: ActKind = ActKind.UNSTATED
    within: str | None = None

    def __post_init__(self) -> None:
        if self.number is None and self.adopted is None:
            raise ValueError("an act has a number or a day of adoption")

    @property
    def name(self) -> str:
        """The short name: `124-V`, `2005-07-08-69`, `order-2021-07-21-258`, in part `undated-69@Z100000271_`."""
        if self.number and self.of_convocation:
            return self.number
        day = self.adopted.isoformat() if self.adopted else "undated"
        prefix = "" if self.kind in _LAWS else f"{self.kind}-"
        place = f"@{self.within}" if self.within else ""
        return f"{prefix}{day}-{self.number or 'unnumbered'}{place}"

    @property
    def of_convocation(self) -> bool:
        """Tell whether the number carries the convocation of the Parliament that gave it, and so never comes again."""
        return self.kind in _LAWS and self.number is not None and _is_of_convocation(self.number)

    @property
    def identified(self) -> bool:
        """Tell whether the name can mean no other act."""
        return self.of_convocation or None not in (self.number, self.adopted)

    def known_in(self, law: str) -> "Act":
        """Return the act as a source of a law names it: one named in part is known in that law alone."""
        return self if self.identified else replace(self, within=law)


def number_in(name: str) -> str | None:
    """Return the number of an act by its name, as it is printed; `None` where sources tell none."""
    match = _NAMED.fullmatch(name)
    return name if match is None else match["number"]


_NAMED = re.compile(r"(?:[a-z-]+-)?(?:\d{4}-\d\d-\d\d|undated)-(?:unnumbered|(?P<number>[^@]+))(?:@.+)?")
_LAWS = {ActKind.LAW, ActKind.CONSTITUTIONAL_LAW, ActKind.CODE, ActKind.UNSTATED}
_OF_CONVOCATION = re.compile(r"\d+-(?:[IVXL]+|\d)")


@lru_cache(maxsize=4096)  # each act of a law is asked for its name very often
def _is_of_convocation(number: str) -> bool:
    return _OF_CONVOCATION.fullmatch(number) is not None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Be the act that a claim tells of and does not name, known by that claim alone, at its `place`."""

    place: str


@dataclass(frozen=True, slots=True)
class Untold:
    """Be the act of which no source tells: the number n-m of what it inserted shows that there was one."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Stand for whatever acts a lossy footnote may have dropped."""


Author = Act | Unnamed | Untold | Dropped
"""Who made a change."""

Texts = tuple[tuple[str, str], ...]
"""Texts by language: `(("eng", "On clocks"), …)`."""


@dataclass(frozen=True, slots=True)
class Record:
    """Tell where a fact comes from, how sure it is (high, medium, low) and when it was recorded."""

    source: str
    confidence: str
    recorded: date
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """Tell the days on which an act was officially published, in which organ and issue: several days for its parts.

    `first` tells that a source says that nothing was published before.
    """

    days: tuple[date, ...]
    organ: str | None
    issue: str | None
    record: Record
    first: bool = False

    @property
    def day(self) -> date:
        """The day on which the publication was complete."""
        return max(self.days)
