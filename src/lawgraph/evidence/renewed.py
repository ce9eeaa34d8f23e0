"""What an act words anew at once with all inside it: the changes of the parts are the parts of one change.

An act that brings Article 9-1 in, or gives it a new wording, brings its paragraphs by the same words. Where facts tell
of both, neither lies between the other and a day.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from lawgraph.law.eid import Eid, Kind, Tree
from lawgraph.law.model import Action, Amendment, Scope

_RENEWING = {Action.INSERTION, Action.SUBSTITUTION}


def renewed(amendments: Sequence[Amendment], tree: Tree) -> tuple[Eid | None, ...]:
    """Return for each amendment the outermost provision that is renewed at once with it, `None` where none is."""
    whole: dict[Hashable, set[Eid]] = defaultdict(set)
    for each in amendments:
        renews = each.action in _RENEWING and each.scope is Scope.WHOLE
        if renews and each.target.kind not in (Kind.HEADING, Kind.INTRO):
            whole[_step(each)].add(each.target)
    return tuple(_outermost(each, whole.get(_step(each), set()), tree) for each in amendments)


def at_once(one: Amendment, other: Amendment) -> bool:
    """Tell whether two changes surely begin together: one act's, on one known day or under one rule."""
    return _step(one) == _step(other) and _step(one) is not None


def _step(each: Amendment) -> Hashable:
    """Return what changes of one moment share, `None` for one of which no moment is told."""
    told = each.act is not None and each.act.identified and not each.deferred and not each.undoes
    if not told or not (each.operative.exact or each.rule):
        return None
    first, last = each.operative.earliest, each.operative.latest
    return each.author, first, last, None if each.operative.exact else each.rule


def _outermost(each: Amendment, whole: set[Eid], tree: Tree) -> Eid | None:
    if _step(each) is None:
        return None
    return next((place for place in (*reversed(tree.above(each.target)), each.target) if place in whole), None)
