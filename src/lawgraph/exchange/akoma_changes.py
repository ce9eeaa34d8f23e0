"""The changes of a law as modifications, passive and active: what an act did to it, and what it did to others.

An act's legal force (its signing) and its being in operation are two axes. What is only foreseen, not understood, or
stands in for what no source tells, is no modification; it is told among our own elements alone.
"""

from collections.abc import Callable

from lawgraph.exchange.akoma_held import ToldLaw
from lawgraph.exchange.akoma_times import ORIGINAL, Times, day_attributes, reference_to
from lawgraph.exchange.akoma_xml import Attributes, put
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.model import Action, Amendment
from lawgraph.reading.xml import Element

_TEXTUAL = {
    Action.INSERTION: "insertion", Action.SUBSTITUTION: "substitution", Action.MODIFICATION: "substitution",
    Action.TEXT_SUBSTITUTION: "replacement", Action.EXCLUSION: "repeal", Action.REPEAL: "repeal",
    Action.RENUMBERING: "renumbering"}
_EFFICACY = {Action.EXPIRY: "endOfEfficacy", Action.SUSPENSION: "inapplication"}


def write_changes(analysis: Element, told: ToldLaw, times: Times, nearest: Callable[[Eid], str]) -> None:
    """Write what the law did to others, how it came into force and operation, and what was done to it."""
    if told.active:
        active = put(analysis, "activeModifications")
        for number, (target, change) in enumerate(told.active, 1):
            _from_to(_modification(active, change, f"am_{number}"), "#body", target)
    passive = put(analysis, "passiveModifications")
    force, operation = times.of_law()
    _of_law(passive, "forceMod", {"type": "entryIntoForce", "eId": "pm_force", "period": f"#{force}"})
    if operation:
        _of_law(passive, "efficacyMod", {"type": "entryIntoEfficacy", "eId": "pm_operation", "period": f"#{operation}"})
    for number, change in enumerate(told.changes, 1):
        if _made(change) and (told.day is None or change.operative.possibly_by(told.day)):
            _passive(passive, change, number, times, nearest)


def _of_law(passive: Element, name: str, attributes: Attributes) -> None:
    _from_to(put(passive, name, attributes), f"#{ORIGINAL}", "#body")


def _passive(passive: Element, change: Amendment, number: int, times: Times, nearest: Callable[[Eid], str]) -> None:
    made = _modification(passive, change, f"pm_{number}")
    target = "body" if change.target == LAW else nearest(change.target)
    _from_to(made, f"#{reference_to(change.act_name)}", f"#{target}")
    force, efficacy = times.of_change(change)
    if force:
        put(made, "force", {"period": f"#{force}"})
    if efficacy:
        put(made, "efficacy", {"period": f"#{efficacy}"})


def _modification(within: Element, change: Amendment, eid: str) -> Element:
    kind = _EFFICACY.get(change.action)
    return put(within, "efficacyMod" if kind else "textualMod", {
        "type": kind or _TEXTUAL.get(change.action, "substitution"), "eId": eid, "lg:target": change.target,
        "lg:action": change.action, "lg:scope": change.scope, **day_attributes(change.operative)})


def _from_to(made: Element, source: str, destination: str) -> None:
    put(made, "source", {"href": source})
    put(made, "destination", {"href": destination})


def _made(change: Amendment) -> bool:
    return not (change.foreseen or change.stands_in or change.action is Action.NOT_UNDERSTOOD)

