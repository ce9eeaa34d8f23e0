"""Editions of one language against each other: differences without an act between, and acts without a difference."""

from collections.abc import Iterator, Sequence

from lawgraph.evidence.merging import Pair, explaining, pairs
from lawgraph.evidence.model import Evidence
from lawgraph.evidence.printings import alike, living_in, wording_in
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.touch import bears_on_wording
from lawgraph.law.authors import Untold
from lawgraph.law.eid import Kind
from lawgraph.law.model import Action, Finding, Severity
from lawgraph.timeline.history import History

_CHANGES = {Action.MODIFICATION, Action.SUBSTITUTION}


def between_editions(history: History) -> Iterator[Finding]:
    """Give every contradiction between neighbouring editions of the language of a life, with both places."""
    named = frozenset(index for index, each in enumerate(history.evidence.amendments)
                      if not isinstance(each.by, Untold) or each.target.inserted_number)
    for pair in pairs(history.evidence):
        if pair.later.lang == history.lang:
            yield from _presence(history, pair, named)
            for unit in history.evidence.units:
                yield from _wording(history, pair, unit, named)


def _presence(history: History, pair: Pair, named: frozenset[int]) -> Iterator[Finding]:
    evidence = history.evidence
    differing: set[str] = set()
    for unit in evidence.units:
        there = [living_in(evidence, each, unit) for each in (pair.earlier, pair.later)]
        explains = unit.kind is Kind.HEADING or there[0] is there[1] or any(
            each in named for each in explaining(evidence, unit, *_both(pair)))
        if explains or unit.container in differing:
            continue
        # What a missing paragraph holds is missing with it: the outermost is told.
        differing.add(unit.eid)
        one, other = _both(pair) if there[0] else (pair.later, pair.earlier)
        yield _finding(history, unit, one, f"{_at(evidence, one, unit)} prints {unit.eid}, and {other.file} does not "
                                        "print it, though no act that is known lies between them")


def _wording(history: History, pair: Pair, unit: Unit, named: frozenset[int]) -> Iterator[Finding]:
    evidence = history.evidence
    before, after = (wording_in(evidence, each, unit) for each in _both(pair))
    if before is None or after is None:
        return
    lying = [index for index in evidence.near[unit.eid] if index in pair.between and index in named]
    places = " and ".join(_at(evidence, each, unit) for each in _both(pair))
    if alike(before, after):
        for act, action in _without_difference(evidence, pair, unit, lying):
            yield _finding(history, unit, pair.later,
                           f"№ {act} is said to have made a {action} of {unit.eid}, but {places} print the same", act)
    elif not any(bears_on_wording(evidence, index, unit) for index in lying):
        yield _finding(history, unit, pair.later, f"{places} print different wordings of {unit.eid}, though no act "
                                                  "that is known lies between them")


def _without_difference(evidence: Evidence, pair: Pair, unit: Unit, lying: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Give the acts said to have changed this very text, where that is all that lies between."""
    bearing = [index for index in lying if bears_on_wording(evidence, index, unit)]
    for index in bearing if len(bearing) == 1 and not unit.has_parts else ():
        each = evidence.amendments[index]
        if index in pair.surely and each.target == unit.eid and each.act and each.action in _CHANGES:
            yield each.act.name, str(each.action)


def _both(pair: Pair) -> tuple[Edition, Edition]:
    return pair.earlier, pair.later


def _at(evidence: Evidence, edition: Edition, unit: Unit) -> str:
    line = _line(evidence, edition, unit)
    return f"{edition.file}, line {line}," if line else edition.file


def _line(evidence: Evidence, edition: Edition, unit: Unit) -> int | None:
    owner = unit.chain[0] if unit.kind is Kind.HEADING else unit.eid
    own = evidence.printed[edition.file].get(owner)
    return own.span.line if own else None


def _finding(history: History, unit: Unit, edition: Edition, message: str, act: str | None = None) -> Finding:
    kind = "editions_without_difference" if act else "editions_contradict"
    return Finding(kind, Severity.WARNING, message, unit.eid, act, history.law.id, edition.file,
                   _line(history.evidence, edition, unit))
