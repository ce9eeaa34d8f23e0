"""How the editions of a law are dated: by operation, or by the adoption of the act that made them.

A habit of the git corpus: for an act that commences N days after publication the edition carries the day of adoption,
for one with a fixed day the day of operation. A day of adoption must never bound a day of operation, so an edition
that shows an act as taken up before it can have begun to operate is read as dated by adoption.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.facts.commencement import first_day
from lawgraph.law.acts import ActRecord
from lawgraph.law.days import DayBounds
from lawgraph.law.model import Action, Claim, Dating, Finding, Severity


@dataclass(frozen=True, slots=True)
class Redated:
    """Hold a law whose editions say by what they are dated, and what was found about that."""

    law: LawSources
    findings: tuple[Finding, ...]


def redated(law: LawSources) -> Redated:
    """Return the law with every edition that is dated by adoption marked as such."""
    records = {each.act.name: each for each in reversed(law.records)}
    told = {edition.file: _ahead(edition, records) for edition in law.editions}
    editions = tuple(replace(each, dated_by=Dating.ADOPTION) if told[each.file] else each for each in law.editions)
    findings = tuple(_finding(law, each, told[each.file]) for each in editions
                     if each.day is not None and each.dated_by is Dating.ADOPTION)
    return Redated(replace(law, editions=editions), findings)


def _ahead(edition: Edition, records: Mapping[str, ActRecord]) -> Claim | None:
    """Return a change that a dated edition shows although the act did not operate yet, or was not even adopted."""
    return next(_shown_ahead(edition, records), None) if edition.as_of else None


def _shown_ahead(edition: Edition, records: Mapping[str, ActRecord]) -> Iterator[Claim]:
    day = edition.as_of
    for claim in edition.document.claims:
        if day is None or claim.act is None or claim.pending or claim.action is Action.EXPIRY:
            continue
        record = records.get(claim.act.name)
        act = record.act if record else claim.act
        operative = first_day(claim.operation, act, record)
        if act.adopted is not None and _not_by(operative, act.adopted, day):
            yield claim


def _not_by(operative: DayBounds, adopted: date, day: date) -> bool:
    """Tell whether an act did not operate by a day, or not surely, where the day is that of its adoption."""
    return not operative.possibly_by(day) or (adopted == day and not operative.certainly_by(day))


def _finding(law: LawSources, edition: Edition, shown: Claim | None) -> Finding:
    day = edition.day.isoformat() if edition.day else ""
    why = (f"it shows {shown.target} as changed by № {shown.act.name}, which began to operate later"
           if shown and shown.act else "its manifest says so")
    return Finding("edition_dated_by_adoption", Severity.NOTE,
                   f"{edition.file} is dated {day} by adoption, not by operation ({why}): the day bounds no day of "
                   "operation", None, shown.act.name if shown and shown.act else None, law.id, edition.file,
                   shown.span.line if shown else None)
