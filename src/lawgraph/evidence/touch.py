"""How an amendment may bear on a provision: on its being there, and on its own wording."""

from lawgraph.eid import Kind
from lawgraph.evidence.held import Caps, Evidence, Touch, ground
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.uptake import Taken
from lawgraph.model import Action, Scope

_WHOLE = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY}
_SILENT = {Action.REPEAL, Action.SUSPENSION}


def bears_on_presence(evidence: Evidence, index: int, unit: Unit) -> Touch:
    """Tell whether an amendment may have brought or removed a provision."""
    return _at_most(evidence.merged.on_presence, index, unit, _on_presence(evidence, index, unit))


def bears_on_wording(evidence: Evidence, index: int, unit: Unit) -> Touch:
    """Tell whether an amendment may have touched the own text of a provision."""
    return _at_most(evidence.merged.on_wording, index, unit, _on_wording(evidence, index, unit))


def _at_most(caps: Caps, index: int, unit: Unit, touch: Touch) -> Touch:
    """Weaken a touch to what the editions around the amendment allow."""
    return min(touch, caps[unit.eid].get(index, touch)) if unit.eid in caps else touch


def _on_presence(evidence: Evidence, index: int, unit: Unit) -> Touch:
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
    return _vague(evidence, index)


def _on_wording(evidence: Evidence, index: int, unit: Unit) -> Touch:
    each = evidence.amendments[index]
    target = evidence.grounds[index]
    if each.action in _SILENT:
        return Touch.NONE
    if each.action is Action.TEXT_SUBSTITUTION:
        reached = target in ("law", unit.eid) or unit.inside(target)
        listed = each.scope is Scope.OWN_TEXT and not _left_behind(evidence, unit, index)
        return Touch.SOMEWHERE if reached and not listed else Touch.NONE
    if target == unit.eid:
        vague = each.scope is Scope.SOMEWHERE and (unit.has_parts or each.stands_in)
        return _vague(evidence, index) if vague else Touch.DIRECT
    if not unit.inside(target) or each.scope is Scope.OWN_TEXT:
        return Touch.NONE
    if each.action in _WHOLE or index in evidence.candidates.get(unit.eid, ()):
        return Touch.DIRECT
    # A change of a heading has a footnote of its own, so one that names the article hardly meant its heading.
    return Touch.ELSEWHERE if unit.kind is Kind.HEADING else _vague(evidence, index)


def _left_behind(evidence: Evidence, unit: Unit, replacing: int) -> bool:
    """Tell whether an edition in the language may print what an act, not taken up, had by then excluded or reworded."""
    operative = evidence.amendments[replacing].operative
    earlier = [index for index in evidence.near[unit.eid] if _reaches(evidence, index, unit)
               and evidence.amendments[index].operative.possibly_with_or_before(operative)]
    replaced = [taken for edition in evidence.law.editions if edition.lang == evidence.lang
                and (taken := evidence.taken[edition.file])[replacing] is not Taken.NO]
    return any(taken[index] is not Taken.YES for taken in replaced for index in earlier)


def _reaches(evidence: Evidence, index: int, unit: Unit) -> bool:
    target = evidence.grounds[index]
    return target == unit.eid or (unit.inside(target) and evidence.amendments[index].scope is not Scope.OWN_TEXT)


def _vague(evidence: Evidence, index: int) -> Touch:
    """Grade a change "somewhere in" a container; acts that a footnote dropped may have done anything there."""
    each = evidence.amendments[index]
    if each.stands_in:
        return Touch.UNLIKELY if index in evidence.unlikely else Touch.DIRECT
    return Touch.ELSEWHERE if (each.act_name, ground(each)) in evidence.located else Touch.SOMEWHERE
