"""How an amendment may bear on a provision: on its being there, and on its own wording."""

from collections.abc import Iterator

from lawgraph.evidence.model import Caps, Evidence, Touch, at_once, wording_in
from lawgraph.evidence.sources import Edition, Unit, facts_of
from lawgraph.evidence.unread import may_hold as may_print
from lawgraph.evidence.unread import tells_of_presence, tells_of_wording
from lawgraph.evidence.uptake import Taken
from lawgraph.languages.inflected import may_hold
from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.law.amendments import Action, Amendment, Scope, SourceKind
from lawgraph.law.authors import Untold
from lawgraph.law.eid import Eid, Kind

_WHOLE = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY, Action.RENUMBERING}
_SILENT = {Action.REPEAL, Action.SUSPENSION}
_OF_WORDS = {Scope.OWN_TEXT, Scope.WORDS}


def bears_on_presence(evidence: Evidence, index: int, unit: Unit) -> Touch:
    """Tell whether an amendment may have brought or removed a provision."""
    each = evidence.amendments[index]
    if each.action is Action.NOT_UNDERSTOOD:
        return _anything(each.target, unit) if tells_of_presence(evidence.law, each) else Touch.NONE
    untold = isinstance(each.by, Untold) and each.action is Action.MODIFICATION
    if untold and (unit.moves_with(each.target) or (each.target == unit.eid and not unit.habitual)):
        return Touch.UNLIKELY  # what ended, and what was brought in its place, may be two acts
    return _at_most(evidence.merged.on_presence, index, unit, _on_presence(evidence, index, unit))


def bears_on_wording(evidence: Evidence, index: int, unit: Unit) -> Touch:
    """Tell whether an amendment may have touched the own text of a provision."""
    each = evidence.amendments[index]
    if each.action is Action.NOT_UNDERSTOOD:
        return _anything(each.target, unit) if tells_of_wording(evidence.law, each, evidence.lang) else Touch.NONE
    reworded = isinstance(each.by, Untold) and each.action is Action.MODIFICATION
    if reworded and each.target != unit.eid and (each.target.within(unit.eid) or unit.moves_with(each.target)):
        return Touch.UNLIKELY  # who changed what is inside may have worded it anew, and again, and moved what follows
    return _at_most(evidence.merged.on_wording, index, unit, _on_wording(evidence, index, unit))


def _at_most(caps: Caps, index: int, unit: Unit, touch: Touch) -> Touch:
    """Weaken a touch to what the editions around the amendment allow."""
    return min(touch, caps[unit.eid].get(index, touch)) if unit.eid in caps else touch


def _on_presence(evidence: Evidence, index: int, unit: Unit) -> Touch:
    each = evidence.amendments[index]
    target = evidence.grounds[index]
    silent = each.action in _SILENT or each.action is Action.TEXT_SUBSTITUTION or each.scope in _OF_WORDS
    # What official editions do not tell of may still have brought a number that no source explains: a note can be lost.
    if silent or (index in evidence.overruled and index not in evidence.candidates.get(unit.eid, ())):
        return Touch.NONE
    if target == unit.eid:
        return Touch.DIRECT if each.action in _WHOLE else Touch.NONE
    if not unit.may_lie_in(target):
        return Touch.DIRECT if _shifts(evidence, index, unit) else Touch.NONE
    if each.action in _WHOLE or index in evidence.candidates.get(unit.eid, ()):
        return Touch.DIRECT
    # A change somewhere in a chapter brings or ends no article of old number; what a new wording dropped may have.
    if unit.kind is Kind.HEADING or (unit.habitual and not each.stands_in):
        return Touch.NONE
    return _vague(evidence, index)


def _on_wording(evidence: Evidence, index: int, unit: Unit) -> Touch:
    each = evidence.amendments[index]
    target = evidence.grounds[index]
    called_off = each.foreseen and index in evidence.overruled
    if each.action in _SILENT or called_off or _in_the_same_words(each, evidence.lang):
        return Touch.NONE
    if each.action is Action.TEXT_SUBSTITUTION or each.scope is Scope.WORDS:
        reached = _words_replaced(evidence, index, unit) or (target != unit.eid and _moved_since(evidence, index, unit))
        spared = (not reached or _left_alone(evidence, index, unit) or _is_brought_without(evidence, index, unit))
        return Touch.NONE if spared else Touch.SOMEWHERE
    if target == unit.eid:
        vague = each.scope is Scope.SOMEWHERE and (unit.has_parts or each.stands_in)
        return _vague(evidence, index) if vague else Touch.DIRECT
    if not unit.may_lie_in(target) or each.scope is Scope.OWN_TEXT:
        moved = _shifts(evidence, index, unit) or _moved_since(evidence, index, unit)
        return Touch.DIRECT if moved else Touch.NONE
    if each.action in _WHOLE or index in evidence.candidates.get(unit.eid, ()):
        return Touch.DIRECT
    # A change of a heading has a footnote of its own, so one that names the article hardly meant its heading.
    return Touch.ELSEWHERE if unit.kind is Kind.HEADING else _vague(evidence, index)


def _words_replaced(evidence: Evidence, index: int, unit: Unit) -> bool:
    """Tell whether words may have been replaced in a provision: in a lead-in, in its container's own text alone."""
    each, target = evidence.amendments[index], evidence.grounds[index]
    if target != each.target:
        return target == unit.eid
    reached = target in ("law", unit.eid) or unit.inside(target)
    return reached and (each.scope is not Scope.OWN_TEXT or _left_behind(evidence, unit, index))


def _is_brought_without(evidence: Evidence, index: int, unit: Unit) -> bool:
    """Tell whether an act that exchanges words brings a provision at once, in other words than those."""
    each = evidence.amendments[index]
    brings = any(evidence.grounds[other] == unit.eid and evidence.amendments[other].action is Action.INSERTION
                 and at_once(evidence.amendments[other], each) for other in evidence.near[unit.eid] if other != index)
    return brings and any(pair.earlier == pair.later for fact in facts_of(evidence.steps, each)
                          for pair in fact.rewordings if (pair.eid, pair.lang) == (unit.eid, evidence.lang))


def _left_alone(evidence: Evidence, index: int, unit: Unit) -> bool:
    """Tell whether an official edition, of this language where that is one, prints a text without the new words.

    What may have been changed later tells nothing: the new words may have gone again. Of several acts that replaced
    words, the last one would have left its own. In a translation they may have come into a text that lags.
    """
    lags = evidence.lang not in OFFICIAL_LANGUAGES and _left_behind(evidence, unit, index)
    if lags or evidence.amendments[index].scope is Scope.OWN_TEXT:
        return False
    own = (each for each in evidence.law.official
           if each.lang == evidence.lang or evidence.lang not in OFFICIAL_LANGUAGES)
    return any(_lacks_new_words(evidence, edition, index, unit) and not _is_of_before(evidence, edition, index, unit)
               and not any(_may_have_changed(evidence, edition, each, unit)
                           for each in _later(evidence, edition, index, unit)) for edition in own)


def _is_of_before(evidence: Evidence, edition: Edition, index: int, unit: Unit) -> bool:
    """Tell whether an edition may print what was changed before words were replaced: it is made ahead of both."""
    operative, taken = evidence.amendments[index].operative, evidence.taken[edition.file]
    return any(taken[each] is not Taken.YES and evidence.amendments[each].operative.possibly_with_or_before(operative)
               and evidence.amendments[each].action is not Action.TEXT_SUBSTITUTION
               and bears_on_wording(evidence, each, unit)
               for each in evidence.near[unit.eid] if each != index)


def _lacks_new_words(evidence: Evidence, edition: Edition, index: int, unit: Unit) -> bool:
    """Tell whether an edition that has taken up an act prints a text without all the words that the act brought."""
    each, text = evidence.amendments[index], wording_in(evidence, edition, unit)
    words = evidence.new_words.get((edition.file, each.act_name or "", each.target), ())
    return (text is not None and bool(words) and evidence.taken[edition.file][index] is Taken.YES
            and not may_hold(text, words))


def _later(evidence: Evidence, edition: Edition, index: int, unit: Unit) -> Iterator[int]:
    operative, taken = evidence.amendments[index].operative, evidence.taken[edition.file]
    return (each for each in evidence.near[unit.eid] if each != index and taken[each] is not Taken.NO
            and evidence.amendments[each].operative.possibly_with_or_after(operative))


def _may_have_changed(evidence: Evidence, edition: Edition, index: int, unit: Unit) -> bool:
    if evidence.amendments[index].action is not Action.TEXT_SUBSTITUTION:
        return bears_on_wording(evidence, index, unit) is not Touch.NONE
    return _words_replaced(evidence, index, unit) and not _lacks_new_words(evidence, edition, index, unit)


def _in_the_same_words(each: Amendment, lang: str) -> bool:
    """Tell whether a new wording leaves a text what it was: a translation renders the official words."""
    return lang in each.restated or (bool(each.restated) and lang not in OFFICIAL_LANGUAGES)


def followed(evidence: Evidence, index: int) -> bool:
    """Tell whether parts may have stood where one was brought or ended, or behind it, so that they moved."""
    target = evidence.grounds[index]
    if in_place(evidence, index) or _told_by_places(evidence, target):
        return False
    again = any(place == target and each != index and evidence.amendments[each].action in _WHOLE - {Action.SUBSTITUTION}
                for each, place in enumerate(evidence.grounds))
    return again or _another_printed(evidence, target) or any(
        not _came_apart(evidence, index, each) for each in evidence.units
        if each.eid != target and each.eid.parent == target.parent and each.moves_with(target))


def _told_by_places(evidence: Evidence, target: Eid) -> bool:
    """Tell whether all that brings or ends a place in a list is read from acts, which tell what is at each place."""
    moving = [each for each, place in zip(evidence.amendments, evidence.grounds, strict=True)
              if (place.kind, place.parent) == (target.kind, target.parent)
              and each.action in _WHOLE - {Action.SUBSTITUTION}]
    return target.kind.counted and all(told_by_act(each) and not each.undoes for each in moving)


def _another_printed(evidence: Evidence, place: Eid) -> bool:
    """Tell whether an edition prints, or may, another part at a place than an act brought there or ended."""
    if evidence.spots:
        chain = next((each.chain for each in evidence.units if each.eid == place), ())
        if any(may_print(evidence.spots, edition.file, (place, *chain)) for edition in evidence.law.editions):
            return True
    shown = [evidence.taken[edition.file] for edition in evidence.law.editions
             if (own := evidence.printed[edition.file].get(place)) is not None and not own.excluded]
    there = [(each, evidence.amendments[each].action) for each, at in enumerate(evidence.grounds) if at == place]
    return any((action.removes and taken[each] is not Taken.NO)
               or (action is Action.INSERTION and place.kind.counted and taken[each] is not Taken.YES)
               for each, action in there for taken in shown)


def in_place(evidence: Evidence, index: int) -> bool:
    """Tell whether an act tells what stood at a place before a new wording around it, and what stands after."""
    each, above = evidence.amendments[index], evidence.renewed[index]
    return above is not None and above != each.target and tells_all_inside(evidence, index)


def tells_all_inside(evidence: Evidence, index: int) -> bool:
    """Tell whether an act's own words give all that stands inside what it words anew, or brings in, at this step."""
    each, above = evidence.amendments[index], evidence.renewed[index]
    if above is None or not told_by_act(each):
        return False
    tops = evidence.near.get(above, ()) if above != each.target else (index,)
    return any(fact.closed and fact.eid == above for top in tops for fact in facts_of(
        evidence.steps, evidence.amendments[top]) if at_once(each, evidence.amendments[top]))


def told_by_act(each: Amendment) -> bool:
    """Tell whether a change is read from the act's own words."""
    return any(source.kind is SourceKind.ACT for source in each.sources)


def _came_apart(evidence: Evidence, index: int, following: Unit) -> bool:
    """Tell whether a part that follows was brought only after another one was, or was gone before that one ended."""
    own, place = evidence.amendments[index], following.eid
    bringing = own.action is Action.INSERTION
    theirs = [each for each, target in enumerate(evidence.grounds) if target.within(place)]
    turns = [each for each in theirs if evidence.grounds[each] == place
             and (evidence.amendments[each].action is Action.INSERTION if bringing
                  else evidence.amendments[each].action.removes)]
    if len(turns) != 1:
        return False
    turn = evidence.amendments[turns[0]]
    beside = (evidence.amendments[each].operative for each in theirs if each != turns[0])
    if any(one.possibly_with_or_before(turn.operative) if bringing else turn.operative.possibly_with_or_before(one)
           for one in beside):
        return False
    first, last = (own.operative, turn.operative) if bringing else (turn.operative, own.operative)
    return not _another_printed(evidence, place) and not last.possibly_with_or_before(first)


def _shifts(evidence: Evidence, index: int, unit: Unit) -> bool:
    """Tell whether a change moves a provision to another place in an unnumbered list, and another one to its place."""
    moving = evidence.amendments[index].action in _WHOLE - {Action.SUBSTITUTION}
    return moving and unit.moves_with(evidence.grounds[index]) and followed(evidence, index)


def _moved_since(evidence: Evidence, index: int, unit: Unit) -> bool:
    """Tell whether what a change touched may since have moved to the place of another part of its list."""
    own = evidence.amendments[index].operative
    if told_by_act(evidence.amendments[index]) and _told_by_places(evidence, evidence.grounds[index]):
        return False
    listed = unit.listed_with(evidence.grounds[index])
    return listed and (_is_lacked_since(evidence, index) or any(
        each.action in _WHOLE - {Action.SUBSTITUTION} and unit.listed_with(evidence.grounds[other])
        and each.operative.possibly_with_or_after(own)
        for other in evidence.near[unit.eid] if other != index for each in (evidence.amendments[other],)
        if not _told_together(evidence.amendments[index], each)))


def _is_lacked_since(evidence: Evidence, index: int) -> bool:
    """Tell whether a list, as printed once a change may have operated, is too short for the place that was changed."""
    place, operative = evidence.grounds[index], evidence.amendments[index].operative
    if evidence.amendments[index].action.removes:
        return False
    later = (edition for edition in evidence.law.editions
             if (by := edition.day or edition.retrieved) is None or operative.possibly_by(by))
    return any(place not in printed and place.parent in printed
               for edition in later for printed in (evidence.printed[edition.file],))


def _told_together(one: Amendment, other: Amendment) -> bool:
    """Tell whether an act's own words tell of two places in a list what stands at each after all that it does."""
    return told_by_act(one) and told_by_act(other) and at_once(one, other)


def _anything(target: Eid, unit: Unit) -> Touch:
    """Grade a change of unknown extent: it may have done anything to its target and to all inside it."""
    return Touch.DIRECT if target == unit.eid or unit.inside(target) else Touch.NONE


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
    return Touch.ELSEWHERE if (each.act_name, each.target.ground) in evidence.located else Touch.SOMEWHERE
