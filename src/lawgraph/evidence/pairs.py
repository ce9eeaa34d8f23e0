"""The editions of a law two by two: which neighbour which, and what lies between them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from lawgraph.evidence.model import End, Evidence, end_of
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.uptake import Taken
from lawgraph.law.amendments import Action
from lawgraph.law.days import unknown_first
from lawgraph.law.document import Provision
from lawgraph.law.eid import Eid


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold two neighbouring editions of one language.

    `between` are the amendments (by index) that may be in one of them and not in the other, `surely` those that the
    later one has taken up and the earlier one, in the order of time, has not. `decides` tells that both may say what
    was in operation. `ends` tell where the two end, if they may be cut off there; `shown` is what they print, read or
    not. `ahead` holds, for each edition before them that may show some of those between already, these and what it
    lacks that the earlier one has.
    """

    earlier: Edition
    later: Edition
    decides: bool
    between: frozenset[int]
    surely: frozenset[int]
    ends: tuple[End | None, End | None]
    shown: tuple[Mapping[Eid, Provision], Mapping[Eid, Provision]]
    ahead: tuple[tuple[frozenset[int], frozenset[int]], ...] = ()


def pairs(evidence: Evidence) -> tuple[Pair, ...]:
    """Return the neighbouring editions of each language, in the order of the days up to which they tell of acts."""
    by_language: dict[str, list[Edition]] = defaultdict(list)
    for edition in sorted(evidence.law.editions, key=lambda each: unknown_first(evidence.until[each.file])):
        by_language[edition.lang].append(edition)
    return tuple(pair for editions in by_language.values() for pair in _neighbours(evidence, editions))


def _neighbours(evidence: Evidence, editions: Sequence[Edition]) -> Iterator[Pair]:
    deciding = frozenset(edition.file for edition in evidence.deciding_editions)
    met: set[int] = set()
    for place, (earlier, later) in enumerate(pairwise(editions)):
        pair = _pair(evidence, earlier, later, deciding)
        yield pair if pair.between.isdisjoint(met) else replace(pair, ahead=tuple(
            _ahead(evidence.taken[each.file], evidence.taken[earlier.file], pair.between) for each in editions[:place]))
        met.update(_had(evidence.taken[earlier.file]))


def _pair(evidence: Evidence, earlier: Edition, later: Edition, deciding: frozenset[str]) -> Pair:
    before, after = evidence.taken[earlier.file], evidence.taken[later.file]
    until = evidence.until[earlier.file]
    between = frozenset(index for index, (one, other) in enumerate(zip(before, after, strict=True))
                        if (one is Taken.OPEN or one.has_it is not other.has_it) and not _over(evidence, index, until))
    surely = frozenset(index for index in between if before[index] is Taken.NO and after[index] is Taken.YES
                       and not (until and evidence.amendments[index].operative.certainly_by(until)))
    return Pair(earlier, later, deciding.issuperset((earlier.file, later.file)), between, surely,
                (end_of(evidence, earlier), end_of(evidence, later)), (_shown(earlier), _shown(later)))


def _ahead(taken: Sequence[Taken], before: Sequence[Taken], between: frozenset[int]
           ) -> tuple[frozenset[int], frozenset[int]]:
    has = _had(taken)
    return between & has, _had(before) - has if between & has else frozenset()


def _had(taken: Sequence[Taken]) -> frozenset[int]:
    """Return the amendments that an edition may show."""
    return frozenset(index for index, one in enumerate(taken) if one is not Taken.NO)


def _over(evidence: Evidence, index: int, until: date | None) -> bool:
    """Tell whether what is not understood lies before a day for certain: between two editions of before."""
    each = evidence.amendments[index]
    return each.action is Action.NOT_UNDERSTOOD and until is not None and each.operative.certainly_by(until)


def _shown(edition: Edition) -> Mapping[Eid, Provision]:
    return {each.eid: each for each in edition.document.provisions}
