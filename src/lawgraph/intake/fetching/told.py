"""What the official interface tells of an act as a whole: its days, as a record that a person may accept.

The interface names days and does not say how they were found, so nothing here is a first publication, and a day of
operation is told only where its two fields do not contradict each other. All it says stands above the record.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lawgraph.facts.writing import quoted
from lawgraph.intake.fetching.interface import Cause, Table, document_in
from lawgraph.intake.proposals import Proposal
from lawgraph.languages.printed import read_number
from lawgraph.languages.spoken import codes
from lawgraph.law.acts import ActRecord, OperationFact, Publication, Record
from lawgraph.law.authors import Act, ActKind
from lawgraph.reading.official import day_in, inside, said_of
from lawgraph.reading.requisites import with_requisite
from lawgraph.reading.source import Said
from lawgraph.reading.tags import written

_DAYS = ("initialPublicationDate", "portalPublicationDate", "effectiveDate", "actionDate")
_CONFIDENCE = "medium"
_ABOVE = ("Proposed by lawgraph fetch, with what the official interface says; to be checked, word by word.",
          "Write `first = true` below a publication only where a source says that nothing was published before.",
          "An act of which no [[target]] is recorded may have changed any law of the corpus.")


def told_by_answer(raw: bytes, address: str, retrieved: date) -> Proposal | None:
    """Return what an answer tells of its act, `None` where it does not tell which act that is."""
    fields = document_in(raw, address)
    said = said_of(fields)
    record = _record(said, inside(inside(fields, "metadata"), "title"), address, retrieved)
    if record is None:
        return None
    whole = replace(record, publications=tuple(_publications(fields, address, retrieved)),
                    operation=_operation(fields, record.act, address, retrieved))
    return Proposal(whole, (*_ABOVE, *_own_words(fields)))


def told_by_cause(cause: Cause, address: str, retrieved: date) -> Proposal | None:
    """Return what the list of versions tells of an act that caused one."""
    lang, requisite = next(iter(cause.requisites), ("", None))
    said = with_requisite(Said(lang=lang, zan=cause.code), requisite)
    record = _record(said, dict(cause.titles), f"{address}, as the cause of an edition", retrieved)
    return Proposal(record, _ABOVE) if record else None


def _record(said: Said, titles: Table, address: str, retrieved: date) -> ActRecord | None:
    number = read_number(said.number) if said.number else None
    if number is None or said.adopted is None:
        return None
    given = tuple((lang, " ".join(title.split())) for lang in sorted(titles) if (title := written(titles[lang])))
    return ActRecord(Act(number, said.adopted, ActKind(said.kind or ActKind.UNSTATED)),
                     tuple(each for each in given if each[0] in codes()), said.id,
                     Record(f"official interface, {address}", _CONFIDENCE, retrieved), zan=said.zan)


def _publications(fields: Table, address: str, retrieved: date) -> Iterator[Publication]:
    """Give the publications with a day; the initial one is the first of them only if nothing else was before it."""
    initial = day_in(fields, _DAYS[0]) or day_in(inside(fields, "metadata"), _DAYS[0])
    listed = inside(fields, "metadata").get("publication")
    printed = {day: written(each.get("issue")) for each in (listed if isinstance(listed, list) else ())
               if isinstance(each, dict) and (day := day_in(each, "date"))}
    for day in sorted({*printed, *([initial] if initial else [])}):
        field = "initialPublicationDate" if day == initial else "publication"
        yield Publication((day,), None, printed.get(day),
                          Record(f"official interface, {field} of {address}", _CONFIDENCE, retrieved))


def _operation(fields: Table, act: Act, address: str, retrieved: date) -> OperationFact | None:
    """Return the first day of operation where one day is told, and not that of the adoption."""
    told = inside(fields, "metadata")
    days = {day for name in ("effectiveDate", "actionDate") if (day := day_in(told, name))}
    if len(days) != 1 or days == {act.adopted}:
        return None
    source = f"official interface, effectiveDate and actionDate of {address}"
    return OperationFact(days.pop(), None, Record(source, _CONFIDENCE, retrieved))


def _own_words(fields: Table) -> Iterator[str]:
    """Give all that the answer says of the days of the act, as it says it."""
    told = inside(fields, "metadata")
    for name in (*_DAYS, "publication", "status", "requisites"):
        value = told.get(name, fields.get(name))
        if value:
            yield f"{name}: {quoted(value)}"
