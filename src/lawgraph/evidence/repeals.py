"""Repeals against which something speaks: the law may have ended, or not."""

from collections.abc import Iterator
from dataclasses import replace

from lawgraph.evidence.model import Evidence
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.uptake import Taken
from lawgraph.law.model import Action, Amendment, SourceKind


def with_doubted_repeals(evidence: Evidence) -> Evidence:
    """Return the evidence with no last day for the repeals against which something speaks."""
    against = {index: next(_against(evidence, index), None) for index, each in enumerate(evidence.amendments)
               if each.action is Action.REPEAL}
    doubts = {index: told for index, told in against.items() if told}
    return replace(evidence, doubted_repeals=doubts, amendments=tuple(
        _unsure(each) if index in doubts else each for index, each in enumerate(evidence.amendments)))


def _against(evidence: Evidence, repeal: int) -> Iterator[Edition | Amendment]:
    """Give what speaks against a repeal: a deciding edition of a later day without it, or an act that came after it.

    A recorded fact stands against editions; that an act changed what was repealed long before stands against all.
    """
    own = evidence.amendments[repeal]
    recorded = any(source.kind is SourceKind.FACT for source in own.sources)
    for edition in () if recorded or own.foreseen else evidence.deciding_editions:
        silent = evidence.taken[edition.file][repeal] in (Taken.NO, Taken.SILENT)
        by, official = edition.told_until, any(each.file == source.file for each in evidence.law.official
                                               for source in own.sources)
        if silent and (own.operative.certainly_by(by) if by else not official):
            yield edition
    yield from (each for each in evidence.amendments if _came_after(own, each))


def _came_after(repeal: Amendment, each: Amendment) -> bool:
    """Tell whether an act was adopted after a repeal and changed what that had ended: nobody amends what is no more."""
    changes = each.action not in (Action.REPEAL, Action.NOT_UNDERSTOOD) and not (each.foreseen or each.stands_in)
    return (changes and each.act is not None and each.act.adopted is not None
            and repeal.operative.certainly_by(each.act.adopted) and not repeal.but)


def _unsure(repeal: Amendment) -> Amendment:
    return replace(repeal, operative=replace(repeal.operative, latest=None),
                   rest=repeal.rest and replace(repeal.rest, latest=None))
