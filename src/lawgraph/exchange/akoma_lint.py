"""What is wrong with a document of Akoma Ntoso: by the official schema, and by what a schema cannot see.

References lead to something, wordings of one unit do not overlap, events are cited, days lie within their bounds.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import chain, islice
from math import inf
from operator import attrgetter
from pathlib import Path

from lxml import etree

from lawgraph.exchange.told import stands_for_none
from lawgraph.law.document import Finding, Severity
from lawgraph.reading.akoma_document import AKN, OWN, Element, day_of, is_as_written, parsed
from lawgraph.reading.markup import line_of

_REFERRING = ("href", "source", "period", "start", "end", "refersTo", "in")
_MOST, _LONGEST = 200, 300

Days = tuple[date | None, date | None]


class LintedDocument:
    """Hold a document as it is looked through: what its names mean, its events and its stretches of time."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.elements = [each for each in root.iter() if isinstance(each.tag, str)]

    @cached_property
    def names(self) -> frozenset[str]:
        """All names that a reference may lead to."""
        return frozenset(name for each in self.elements if (name := each.get("eId")))

    @cached_property
    def events(self) -> Mapping[str, date]:
        """The day of each event, those aside that are no days."""
        found = ((each.get("eId", ""), day_of(each.get("date"))) for each in self.of("eventRef"))
        return {name: day for name, day in found if day}

    @cached_property
    def stretches(self) -> Mapping[str, tuple[Days, ...]]:
        """The stretches of each group, from the first day up to, not including, the last; `None` is open."""
        return {group.get("eId", ""): tuple((self._day(each.get("start")), self._day(each.get("end")))
                                            for each in group) for group in self.of("temporalGroup")}

    def of(self, name: str) -> Iterator[Element]:
        """Give the elements of Akoma Ntoso with a name."""
        return (each for each in self.elements if each.tag == f"{AKN}{name}")

    def _day(self, reference: str | None) -> date | None:
        return self.events.get((reference or "").removeprefix("#"))


def lint(raw: bytes, place: str) -> tuple[Finding, ...]:
    """Return what is wrong with a document, by line: at most 200 findings, and one more where there are more."""
    document = LintedDocument(parsed(raw, place))
    found = chain(_foreign(document), _invalid(raw), *(rule(document) for rule in (
        _twice, _dangling, _overlaps, _uncited, _impossible, _other_days, _edited)))
    return tuple(sorted(islice(found, _MOST + 1), key=lambda each: (each.line or 0, each.kind, each.message)))


def _invalid(raw: bytes) -> Iterator[Finding]:
    """Give what the schema says, as the document is read: the path of each fault in a tree would square the time."""
    parser = etree.XMLPullParser(events=(), schema=schema(), resolve_entities=False, no_network=True)
    seen = 0
    for number, line in enumerate(io.BytesIO(raw), 1):
        parser.feed(line)
        new = list(islice(parser.feed_error_log, seen, None))
        yield from (Finding("invalid", Severity.ERROR, each.message.replace(AKN, "").replace(OWN, "lg:")[:_LONGEST],
                            line=number) for each in new if each.domain_name == "SCHEMASV")
        seen += len(new)


def _foreign(document: LintedDocument) -> Iterator[Finding]:
    if document.root.tag != f"{AKN}akomaNtoso":
        yield _found("no_akoma_ntoso", document.root, "the document is no akomaNtoso 3.0")


def _twice(document: LintedDocument) -> Iterator[Finding]:
    counted = Counter(each.get("eId") for each in document.elements)
    for each in document.elements:
        name = each.get("eId")
        if name and counted[name] > 1:
            yield _found("name_twice", each, f"{name!r} is the name of {counted[name]} elements")


def _dangling(document: LintedDocument) -> Iterator[Finding]:
    for each in document.elements:
        for attribute in _REFERRING:
            for reference in (each.get(attribute) or "").split():
                if reference.startswith("#") and reference[1:] not in document.names:
                    yield _found("dangling", each, f"{attribute} leads to {reference!r}, which is not in the document")


@dataclass(frozen=True, slots=True)
class _Wording:
    element: Element
    first: float
    before: float


def _overlaps(document: LintedDocument) -> Iterator[Finding]:
    """Give each two wordings of one unit that are told for the same days: elements with one `wId`."""
    units: dict[str, list[_Wording]] = defaultdict(list)
    for each in document.elements:
        unit, period = each.get("wId"), (each.get("period") or "").removeprefix("#")
        if unit and unit != each.get("eId"):
            units[unit] += [_Wording(each, first.toordinal() if first else -inf, before.toordinal() if before else inf)
                            for first, before in document.stretches.get(period, ())]
    for unit, wordings in units.items():
        longest: _Wording | None = None
        for one in sorted(wordings, key=attrgetter("first", "before")):
            if longest and one.first < min(longest.before, one.before):
                yield _found("overlap", one.element, f"{unit!r} has another wording on the same days, that of "
                             f"line {line_of(longest.element)}")
            longest = one if longest is None or longest.before < one.before else longest


def _uncited(document: LintedDocument) -> Iterator[Finding]:
    cited = {reference for each in document.elements for attribute in ("start", "end", "href", "period", "refersTo")
             for reference in (each.get(attribute) or "").split()}
    for each in document.of("eventRef"):
        if each.get("eId") and f"#{each.get('eId')}" not in cited:
            yield _found("uncited", each, f"nothing cites the event {each.get('eId')!r}")


def _impossible(document: LintedDocument) -> Iterator[Finding]:
    """Give days that stand for none, or lie outside their bounds, and stretches that end before they begin."""
    for each in document.elements:
        earliest, day, latest = (day_of(each.get(name)) for name in (f"{OWN}earliest", "date", f"{OWN}latest"))
        told = [one for one in (earliest, day, latest) if one]
        if told != sorted(told):
            yield _found("outside_bounds", each, f"the days {', '.join(map(str, told))} are not in order")
        if day and stands_for_none(day):
            yield _found("sentinel", each, f"{day} is no day of a law: leave out a day that is not known")
    for group in document.of("temporalGroup"):
        for stretch, (first, before) in zip(group, document.stretches[group.get("eId", "")], strict=True):
            if first and before and before < first:
                yield _found("ends_early", stretch, f"the stretch begins on {first} and ends on {before}")


def _other_days(document: LintedDocument) -> Iterator[Finding]:
    """Give wordings of other days in an expression of one day of operation."""
    told = (each for each in document.of("FRBRdate") if each.get("name") == "operation")
    day = next((found for each in told if (found := day_of(each.get("date")))), None)
    for each in document.elements:
        stretches = document.stretches.get((each.get("period") or "").removeprefix("#"), ())
        if day and each.get("wId") and stretches and not any(
                (first is None or first <= day) and (before is None or day < before) for first, before in stretches):
            yield _found("other_day", each, f"the wording is not that of {day}, the day of the expression")


def _edited(document: LintedDocument) -> Iterator[Finding]:
    if not is_as_written(document.root):
        yield from (_found("edited", each, "the document was changed after lawgraph had written it")
                    for each in document.root.iter(f"{OWN}law"))


def _found(kind: str, element: Element, message: str) -> Finding:
    return Finding(kind, Severity.ERROR, message, line=line_of(element))


def lines(findings: Iterable[Finding], place: str) -> str:
    """Return findings as text, a line for each."""
    told = [f"{place}, line {each.line}: {each.message} ({each.kind})" for each in findings]
    if len(told) > _MOST:
        told[_MOST:] = [f"{place}: more than these {_MOST} are wrong; mend them first"]
    return "\n".join(told) if told else f"{place}: nothing is wrong with it"


@cache
def schema() -> etree.XMLSchema:
    """Return the official schema, with that of our own namespace beside it."""
    return etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "both.xsd"))
