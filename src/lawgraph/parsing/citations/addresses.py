"""From steps that somebody names ("article 6, point 4-1") to the one provision that they can mean.

People leave out steps: parts are rarely counted, and "point 1 of paragraph 3" stands in the second part of that
paragraph. Steps are matched in order against the addresses that exist; the whole address is sure, an address with
steps left out must be the only one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from lawgraph.languages.letters import count
from lawgraph.law.eid import PREFIXES, Eid, Kind

_COUNTED_KINDS = {prefix: kind for kind, prefix in PREFIXES.items()}
_INNER = {Kind.ARTICLE, Kind.PARAGRAPH, Kind.ALINEA, Kind.POINT}
_OUTERMOST = (
    Kind.LAW, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER, Kind.ARTICLE, Kind.PREAMBLE,
    Kind.ANNEX, Kind.NOTE, Kind.PARAGRAPH, Kind.ALINEA, Kind.POINT, Kind.SUBPOINT, Kind.INDENT, Kind.HEADING,
    Kind.INTRO)
_RANKS = {kind: rank for rank, kind in enumerate(_OUTERMOST)}


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one named step: the kinds that the word can mean, likeliest first, and the number, empty where none is."""

    kinds: tuple[Kind, ...]
    number: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """Hold the provisions of a law; `between` finds them by their last step and any step of theirs, itself included."""

    every: Collection[Eid]
    between: Mapping[tuple[str, str], Sequence[Eid]]


@dataclass(frozen=True, slots=True)
class _Match:
    eid: Eid
    skipped: int
    unlikely: int


def rank(kinds: Sequence[Kind]) -> int:
    """Sort key of steps from the law inwards; an uncounted part is innermost."""
    return _RANKS.get(kinds[0], len(_RANKS)) if kinds else len(_RANKS)


def steps_of(eid: Eid) -> tuple[Step, ...]:
    """Return an address as steps; raise `KeyError` where a step has no known prefix."""
    pairs = (step.partition("_") for step in eid.split("__"))
    return tuple(Step((_COUNTED_KINDS[prefix],), number) for prefix, _, number in pairs)


def written(steps: Sequence[Step]) -> str | None:
    """Return steps as text: `art_5__point|subpoint_2` where a word can mean either; `None` for none at all."""
    told = ("|".join(PREFIXES[kind] for kind in step.kinds) + (f"_{step.number}" if step.number else "")
            for step in _addressable(steps))
    return "__".join(told) or None


def read_written(place: str) -> tuple[Step, ...]:
    """Return the steps that a text names; raise `KeyError` where one has no known prefix."""
    pairs = (step.partition("_") for step in place.split("__"))
    return tuple(Step(tuple(_COUNTED_KINDS[each] for each in prefixes.split("|")), number)
                 for prefixes, _, number in pairs)


def addresses(known: Collection[Eid]) -> Addresses:
    """Return the provisions of a law, ready to be found by steps."""
    between: dict[tuple[str, str], list[Eid]] = defaultdict(list)
    for eid in known:
        held = eid.split("__")
        for step in dict.fromkeys(held):
            between[step, held[-1]].append(eid)
    return Addresses(known, between)


def locate(steps: Sequence[Step], known: Addresses) -> tuple[Eid, ...]:
    """Return the provisions that the steps can mean: one where it is settled, several where it is not, or none."""
    wanted = _addressable(steps)
    found = _candidates(wanted, known)
    if not found and (bare := _without_first_parts(wanted)) != wanted:
        found = tuple(each for each in _candidates(bare, known) if "__al_" not in each)
    return found


def nearest(steps: Sequence[Step], known: Addresses) -> Eid | None:
    """Return the provision that exists and comes closest to steps that lead nowhere."""
    deepest = max((eid.count("__") for eid in known.every), default=0) + 1
    wanted = _addressable(steps)[:deepest + 1]
    for depth in range(len(wanted) - 1, -1, -1):
        above: tuple[Eid | None, ...] = locate(wanted[:depth], known) if depth else (None,)
        if len(above) == 1:
            return _neighbour(above[0], wanted[depth], known.every) or above[0]
    return None


def _addressable(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Drop what addresses do not have: uncounted units, and the chapter and section around an article."""
    inner = any(_INNER & set(step.kinds) for step in steps)
    return tuple(step for step in steps if step.kinds and not (inner and all(kind.divides for kind in step.kinds)))


def _without_first_parts(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Drop "part one", which is implicit."""
    return tuple(step for step in steps if not (Kind.ALINEA in step.kinds and step.number == "1"))


def _candidates(steps: Sequence[Step], known: Addresses) -> tuple[Eid, ...]:
    matches = [match for eid in _possible(steps, known) if (match := _match(steps, eid))]
    whole = [match for match in matches if not match.skipped]
    best = min((match.unlikely for match in whole), default=0)
    chosen = [match for match in whole if match.unlikely == best] or matches
    return tuple(sorted((match.eid for match in chosen), key=lambda eid: eid.order))


def _possible(steps: Sequence[Step], known: Addresses) -> Iterable[Eid]:
    """Return the provisions that have the first and the last of the steps, in any of the kinds that they can mean."""
    if not steps:
        return ()
    ends = product(_printed(steps[0]), _printed(steps[-1]))
    return dict.fromkeys(eid for pair in ends for eid in known.between.get(pair, ()))


def _printed(step: Step) -> list[str]:
    """Return the step as addresses have it, once for each kind that it can mean."""
    return [f"{PREFIXES[kind]}_{step.number}" if step.number else PREFIXES[kind] for kind in step.kinds]


def _match(steps: Sequence[Step], eid: Eid) -> _Match | None:
    held = steps_of(eid)
    if not _means(steps[-1], held[-1]):
        return None
    upcoming = iter(held[:-1])
    above = [next((each for each in upcoming if _means(step, each)), None) for step in steps[:-1]]
    if None in above:
        return None
    paired = zip(steps, [*above, held[-1]], strict=True)
    return _Match(eid, len(held) - len(steps), sum(step.kinds.index(each.kinds[0]) for step, each in paired if each))


def _means(step: Step, held: Step) -> bool:
    return step.number == held.number and held.kinds[0] in step.kinds


def _neighbour(above: Eid | None, step: Step, known: Collection[Eid]) -> Eid | None:
    """Return the provision in the same list whose number is the next lower one, else the first of the list."""
    children = [eid for eid in known if eid.parent == above and eid.kind in step.kinds]
    ordered = sorted(children, key=lambda eid: eid.order)
    lower = [eid for eid in ordered if step.number and count(eid.number) <= count(step.number)]
    return next(iter(lower[-1:] or ordered), None)
