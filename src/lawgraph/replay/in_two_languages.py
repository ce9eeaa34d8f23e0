"""Hold the two languages of an amending act together.

They are drafted apart, so that what one puts behind a word the other puts before one; but a unit that only one of them
changes, or another first day, is an error of one of them, and nothing sure follows from either. Verbs may differ.
"""

from collections.abc import Iterator
from itertools import product

from lawgraph.law.document import Finding, Severity
from lawgraph.replay.addresses import written
from lawgraph.replay.instructions import ActItem, AmendingAct
from lawgraph.replay.starts import rules_for


def differences(one: AmendingAct, other: AmendingAct) -> tuple[Finding, ...]:
    """Return what two languages of an act tell otherwise, with the places in both."""
    there = {each.number: each for each in other.items}
    found = [finding for item in one.items for finding in _between(one, item, other, there.get(item.number))]
    alone = {each.number for each in one.items}
    found += [_finding(f"item {each.number} is read in {other.lang} alone (line {each.span.line})", None)
              for each in other.items if each.number not in alone]
    return tuple(found)


def _between(one: AmendingAct, item: ActItem, other: AmendingAct, beside: ActItem | None) -> Iterator[Finding]:
    if beside is None or beside.target.adopted != item.target.adopted:
        yield _finding(f"item {item.number} is read in {one.lang} alone", item)
        return
    places = f"in item {item.number} (line {item.span.line} in {one.lang}, {beside.span.line} in {other.lang})"
    here, there = _units(one, item), _units(other, beside)
    for eid in sorted({*here, *there}):
        if eid not in here or eid not in there:
            yield _finding(f"{eid} is changed {places} in {one.lang if eid in here else other.lang} alone", item)
        elif here[eid] != there[eid]:
            yield _finding(f"{eid} is changed {places} with other rules of commencement", item)


def _units(act: AmendingAct, item: ActItem) -> dict[str, set[object]]:
    """Return the units that an item changes, each with the rules that it may follow."""
    units: dict[str, set[object]] = {}
    for made in item.instructions:
        for target, new in product(made.edit.targets, made.edit.new or ((),)):
            units.setdefault(written((*target, *new)), set()).update(rules_for(act, made))
    return units


def _finding(told: str, item: ActItem | None) -> Finding:
    return Finding("languages_differ", Severity.WARNING, told, line=item.span.line if item else None)
