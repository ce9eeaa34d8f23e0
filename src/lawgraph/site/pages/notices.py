"""What is coming and what has gone: changes adopted and not yet surely in operation, exclusions of the last year."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from lawgraph.law.days import DayBounds, soonest
from lawgraph.law.model import Amendment
from lawgraph.site.pages.changes import changes_of
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.values import ChangeRow, LinkedAct

_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Notice:
    """Hold what one act does from one day on; `foreseen` tells that a source only foresees it."""

    act: LinkedAct | None
    operative: DayBounds
    foreseen: bool
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class Notices:
    """Hold what is coming and what has gone, as seen on a day; the nearest day first."""

    coming: tuple[Notice, ...]
    gone: tuple[Notice, ...]


def notices(expression: Expression, day: date) -> Notices:
    """Return what is coming and what has gone, as seen on a day."""
    coming = _notices(expression, lambda each: _is_coming(each, day))
    gone = _notices(expression, lambda each: _has_gone(each, day))
    return Notices(coming, gone[::-1])


def _is_coming(each: Amendment, day: date) -> bool:
    adopted = each.act is not None and each.act.adopted is not None and each.act.adopted <= day
    return adopted and not each.operative.certainly_by(day)


def _has_gone(each: Amendment, day: date) -> bool:
    return (each.act is not None and each.action.ends and each.operative.certainly_by(day)
            and not each.operative.certainly_by(day - _A_YEAR))


def _notices(expression: Expression, wanted: Callable[[Amendment], bool]) -> tuple[Notice, ...]:
    found: dict[tuple[str, DayBounds, bool], list[Amendment]] = defaultdict(list)
    for each in expression.amendments:
        if each.act and wanted(each):
            found[each.act.name, each.operative, each.foreseen].append(each)
    ordered = sorted(found.items(), key=lambda pair: (soonest(pair[0][1]), pair[0][0]))
    told = ((bounds, foreseen, changes_of(expression, own)) for (_, bounds, foreseen), own in ordered)
    return tuple(Notice(changes[0].act, bounds, foreseen, changes) for bounds, foreseen, changes in told)
