"""How an amendment may bear on a provision: on its being there, and on its own wording."""

from enum import IntEnum

from lawgraph.evidence.gathering import Evidence, ground
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.uptake import Taken
from lawgraph.model import Action, Amendment, Kind, Scope

_WHOLE = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY}
_SILENT = {Action.REPEAL, Action.SUSPENSION}


class Touch(IntEnum):
    """Grade how an amendment may bear on a provision, weakest first.

    ELSEWHERE: it changed the enclosing provision, another place in it is known, and its list of targets is not whole.
    SOMEWHERE: it changed the enclosing provision, and where is recorded nowhere. DIRECT: it changed this very thing.
    """

    NONE = 0
    ELSEWHERE = 1
    SOMEWHERE = 2
    DIRECT = 3


def bears_on_presence(evidence: Evidence, index: int, unit: Unit) -> Touch:
    """Tell whether an amendment may have brought or removed a provision."""
    each = evidence.amendments[index]
    target = evidence.grounds[index]
    silent = each.action in _SILENT or each.action is Action.TEXT_SUBSTITUTION or each.scope is Scope.OWN_TEXT
    if silent or index in evidence.overruled:
        return Touch.NONE
    if target == unit.eid:
        return Touch.DIRECT if each.action in _WHOLE else Touch.NONE
    if not unit.inside(target):
        return Touch.NONE
    if each.action in _WHOLE or index in evidence.candidates.get(unit.eid, ()):
        return Touch.DIRECT
    if unit.habitual or unit.kind is Kind.HEADING:
        return Touch.NONE
    return _vague(evidence, each)


def bears_on_wording(evidence: Evidence, index: int, unit: Unit) -> Touch:
    """Tell whether an amendment may have touched the own text of a provision."""
    each = evidence.amendments[index]
    target = evidence.grounds[index]
    if each.action in _SILENT:
        return Touch.NONE
    if each.action is Action.TEXT_SUBSTITUTION:
        reached = target in ("law", unit.eid) or unit.inside(target)
        listed = each.scope is Scope.OWN_TEXT and not _left_behind(evidence, unit, each)
        return Touch.SOMEWHERE if reached and not listed else Touch.NONE
    if target == unit.eid:
        vague = each.scope is Scope.SOMEWHERE and unit.has_parts
        return _vague(evidence, each) if vague else Touch.DIRECT
    if not unit.inside(target) or each.scope is Scope.OWN_TEXT:
        return Touch.NONE
    if each.action in _WHOLE or index in evidence.candidates.get(unit.eid, ()):
        return Touch.DIRECT
    # A change of a heading has a footnote of its own, so one that names the article hardly meant its heading.
    return Touch.ELSEWHERE if unit.kind is Kind.HEADING else _vague(evidence, each)


def _left_behind(evidence: Evidence, unit: Unit, replacing: Amendment) -> bool:
    """Tell whether an edition in the language may print what an act, not taken up, had by then excluded or reworded."""
    earlier = [index for index in evidence.near[unit.eid] if _reaches(evidence, index, unit)
               and evidence.amendments[index].operative.possibly_with_or_before(replacing.operative)]
    return any(evidence.taken[edition.file][index] is not Taken.YES for index in earlier
               for edition in evidence.law.editions if edition.lang == evidence.lang)


def _reaches(evidence: Evidence, index: int, unit: Unit) -> bool:
    target = evidence.grounds[index]
    return target == unit.eid or (unit.inside(target) and evidence.amendments[index].scope is not Scope.OWN_TEXT)


def _vague(evidence: Evidence, each: Amendment) -> Touch:
    """Grade a change "somewhere in" a container; acts that a footnote dropped may have done anything there."""
    if each.act is None:
        return Touch.DIRECT
    return Touch.ELSEWHERE if (each.act.name, ground(each)) in evidence.located else Touch.SOMEWHERE
