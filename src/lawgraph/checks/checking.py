"""Every check of one law: sources against facts, both ways, and against themselves.

An error is wrong in a source or a fact; a warning is odd and unexplained; a note is odd, known and explained.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lawgraph.checks.comparing import between_editions, conflicts
from lawgraph.evidence.proofs import disputes
from lawgraph.evidence.sources import Edition
from lawgraph.evidence.uptake import Taken, named_acts
from lawgraph.facts.commencement import publication_bounds
from lawgraph.languages.state import PUBLICATION_TERM
from lawgraph.law.amendments import Action, Amendment, SourceKind
from lawgraph.law.authors import Untold
from lawgraph.law.days import DayOrder, unknown_first
from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import Kind
from lawgraph.law.versions import Presence, ReasonKind
from lawgraph.timeline.history import History

_NOWHERE = (None, None)
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def check(history: History) -> tuple[Finding, ...]:
    """Return every finding about one law, errors first, then in the order of the law."""
    found = [*_of_documents(history), *history.findings, *_act_identity(history), *_unrecorded_acts(history),
             *_publications(history), *_without_targets(history), *_begun_before_adoption(history),
             *_crossed(history), *_left_out(history),
             *_dropped_footnotes(history), *_unknown_targets(history), *_without_effect(history),
             *_unexplained_numbers(history), *_repeals(history), *_contradictions(history), *conflicts(history),
             *between_editions(history), *acts_against_editions(history), *_discrepancies(history)]
    return tuple(sorted(dict.fromkeys(found), key=_rank))


def _of_documents(history: History) -> Iterator[Finding]:
    for edition in history.law.editions:
        for each in edition.document.findings:
            yield replace(each, law=history.law.id, file=edition.file)


def _act_identity(history: History) -> Iterator[Finding]:
    """An act whose number carries the convocation has one day of adoption."""
    cited: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for edition in history.law.editions:
        for claim in edition.document.claims:
            if claim.act and claim.act.number and claim.act.of_convocation and claim.act.adopted:
                cited[claim.act.number].setdefault(claim.act.adopted.isoformat(), (edition.file, claim.span.line))
    for record in history.law.records:
        if record.act.number in cited and record.act.adopted:
            cited[record.act.number].setdefault(record.act.adopted.isoformat(), (record.record.file, 1))
    for number, days in cited.items():
        if len(days) > 1:
            told = ", ".join(f"{day} ({file}, line {line})" for day, (file, line) in days.items())
            file, line = next(iter(days.values()))
            yield Finding("act_with_two_days", Severity.ERROR,
                          f"№ {number} is cited with several days of adoption: {told}",
                          None, number, history.law.id, file, line)


def _unrecorded_acts(history: History) -> Iterator[Finding]:
    """Report acts that a footnote cites and the recorded list, said to be complete, lacks."""
    until = history.law.notes.acts_complete_until
    recorded = {each.act.number: each.act for each in history.law.records}
    cited = {claim.act: (edition.file, claim.span.line) for edition in history.law.editions
             for claim in edition.document.claims if claim.act and claim.act.number and not claim.pending}
    for act, (file, line) in cited.items():
        if until is None or act.adopted is None or act.adopted > until or act.number in recorded:
            continue
        same = [f"№ {each.number}" for each in recorded.values() if each.adopted == act.adopted]
        told = f"; of that day {', '.join(same)} is recorded" if same else ""
        yield Finding("act_without_record", Severity.WARNING,
                      f"№ {act.number} of {act.adopted.isoformat()} is cited, but the list of acts, said to be "
                      f"complete until {until.isoformat()}, does not have it{told}",
                      None, act.name, history.law.id, file, line)


def _publications(history: History) -> Iterator[Finding]:
    """Bounds rest on the statutory term, so a later publication overturns answers that counted as certain."""
    for record in history.law.records:
        term, known = publication_bounds(record.act, None), publication_bounds(record.act, record)
        for each in record.publications:
            day, when = each.day.isoformat(), ""
            if record.act.adopted and each.day < record.act.adopted:
                when = f"{day}, before its adoption: that day is not believed"
            elif each.first and not (term.possibly_by(each.day) and (term.latest is None or each.day <= term.latest)):
                when = f"{day}, which is not within {PUBLICATION_TERM} days of its adoption"
            elif each.first and known.earliest != known.latest:
                when = f"{day} first, and on another day too: the first day of operation is open between them"
            if when:
                yield Finding("publication_outside_term", Severity.ERROR,
                              f"№ {record.act.name} is recorded as published on {when}", None, record.act.name,
                              history.law.id, each.record.file, each.record.line)


def _without_targets(history: History) -> Iterator[Finding]:
    """Report records of acts that tell no target: such an act may have changed any law."""
    named = {each.act_name for each in history.amendments
             if any(source.kind is not SourceKind.FACT for source in each.sources)}
    for record in history.law.records:
        if record.targets or record.complete or record.act.name in named or record.act.name == history.law.act.name:
            continue
        yield Finding("act_without_targets", Severity.NOTE,
                      f"№ {record.act.name} is recorded without what it changed, so it may have changed this law: "
                      "record its targets, or that their list is complete", None, record.act.name, history.law.id,
                      record.record.file, record.record.line)


def _begun_before_adoption(history: History) -> Iterator[Finding]:
    """Report what would be in operation before it was adopted: a day that may be misprinted."""
    law, start = history.law, history.days.start
    if start.earliest and start.earliest < law.adopted:
        yield Finding("operation_before_adoption", Severity.WARNING,
                      f"the law would be in operation from {start.earliest.isoformat()}, before its adoption on "
                      f"{law.adopted.isoformat()}: the day may be misprinted", None, None, law.id)
    for each in history.amendments:
        adopted, first = each.act.adopted if each.act else None, each.operative.earliest
        if adopted and first and law.adopted < adopted and first < adopted:
            yield _finding(history, "operation_before_adoption", Severity.WARNING, each,
                           f"{_act(each)} would be operative on {each.target} from {first.isoformat()}, before its "
                           f"adoption on {adopted.isoformat()}")


def _crossed(history: History) -> Iterator[Finding]:
    for each in history.amendments:
        first, last = each.operative.earliest, each.operative.latest
        if first is not None and last is not None and first > last:
            yield _finding(history, "bounds_cross", Severity.ERROR, each,
                           f"{_act(each)} would be operative on {each.target} at the earliest from {first.isoformat()} "
                           f"and at the latest from {last.isoformat()}")


def _left_out(history: History) -> Iterator[Finding]:
    """Report recorded changes that an edition does not show; known ones are notes."""
    checked = {(record.act.name, fact.eid, lang) for record in history.law.records for fact in record.targets
               for lang, told in fact.reflected if not told}
    newest = _newest(history)
    for edition in history.law.editions:
        own = history.evidence.until[edition.file]
        older = unknown_first(own) < newest[edition.lang]
        untold = (Taken.NO, Taken.SILENT, Taken.OPEN) if edition.noteless else (Taken.NO, Taken.SILENT)
        for each, taken in zip(history.amendments, history.evidence.taken[edition.file], strict=True):
            # An older edition could not know what came later: of the newest one it is told that it is behind.
            ahead = edition.official and edition.as_of and not each.operative.possibly_by(edition.as_of)
            unknown = ahead or (older and not (own and each.operative.certainly_by(own)))
            if taken not in untold or each.act is None or each.target == "law" or unknown:
                continue
            known = (each.act.name, each.target, edition.lang) in checked
            against = _told_against(history, edition, each)
            if against:
                yield against
                continue
            yield _finding(history, "stale_edition" if known else "missing_footnote",
                           Severity.NOTE if known else Severity.WARNING, each,
                           f"{edition.file} does not show the {each.action} of {each.target} by {_act(each)}")


def _newest(history: History) -> Mapping[str, DayOrder]:
    """Return for each language the last day up to which an edition of it tells of acts, to be compared with others."""
    newest: dict[str, DayOrder] = {}
    for edition in history.law.editions:
        until = unknown_first(history.evidence.until[edition.file])
        newest[edition.lang] = max(until, newest.get(edition.lang, until))
    return newest


def _told_against(history: History, edition: Edition, each: Amendment) -> Finding | None:
    """Report an edition that prints what another one tells was excluded before its day."""
    shown = history.evidence.read[edition.file].get(each.target)
    told = next((source for source in each.sources if source.kind is SourceKind.CLAIM), None)
    ended = each.action.removes and edition.as_of and each.operative.certainly_by(
        edition.as_of)
    if not ended or told is None or shown is None or shown.excluded:
        return None
    return Finding("edition_contradicts_footnote", Severity.WARNING,
                   f"{edition.file}, line {shown.span.line}, prints {each.target}, but {told.file}, line {told.line}, "
                   f"tells of its {each.action} by {_act(each)} before {edition.as_of}",
                   each.target, each.act_name, history.law.id, edition.file, shown.span.line)


def _dropped_footnotes(history: History) -> Iterator[Finding]:
    """Report recorded changes of which no footnote is left, since a later new wording dropped it."""
    for edition in history.law.editions:
        telling = named_acts(edition)
        named = {act for _, act in telling}
        for each, taken in zip(history.amendments, history.evidence.taken[edition.file], strict=True):
            outermost = each.target.outermost
            mentioned = each.act is not None and (outermost, each.act.name) in telling
            if each.act and each.act.name in named and taken is not Taken.NO and not mentioned and _of_facts(each):
                yield _finding(history, "dropped_footnote", Severity.NOTE, each,
                               f"no footnote in {edition.file} tells of the {each.action} of {each.target} by "
                               f"{_act(each)}: a later new wording has dropped it")


def _unknown_targets(history: History) -> Iterator[Finding]:
    """Report facts about provisions that the law has never had."""
    units = {unit.eid for unit in history.evidence.units}
    for each in history.amendments:
        target = each.target.ground
        if _of_facts(each) and target != "law" and target not in units and target.kind is not Kind.HEADING:
            yield _finding(history, "fact_about_unknown_provision", Severity.ERROR, each,
                           f"the facts tell of {each.target}, which no edition prints and no act inserted: correct "
                           "the eid")


def _without_effect(history: History) -> Iterator[Finding]:
    """Report claims that the text beside them does not bear out."""
    for edition in history.law.editions:
        printed = history.evidence.read[edition.file]
        for claim in edition.document.claims:
            shown = printed.get(claim.target)
            addressed = claim.target.kind in (Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT)
            missing = claim.action is Action.INSERTION and shown is None and addressed
            standing = claim.action is Action.EXCLUSION and shown is not None and not shown.excluded
            if (missing or standing) and not claim.pending:
                yield Finding("claim_without_effect", Severity.WARNING,
                              f"a footnote tells of the {claim.action} of {claim.target}, which the text "
                              f"{'does not print' if missing else 'prints as if it were in operation'}",
                              claim.target, claim.act_name, history.law.id, edition.file,
                              claim.span.line)


def _unexplained_numbers(history: History) -> Iterator[Finding]:
    """Report inserted numbers that no act can have brought."""
    places = _places(history.law.editions)
    for each in history.amendments:
        if isinstance(each.by, Untold) and each.target.inserted_number and each.action is Action.INSERTION:
            yield Finding("insertion_without_act", Severity.WARNING,
                          f"{each.target} has a number that only an insertion brings, and no source names the act",
                          each.target, None, history.law.id, *places.get(each.target, _NOWHERE))


def _repeals(history: History) -> Iterator[Finding]:
    """Report a repeal against which a later edition speaks, or an act that changed the law after it."""
    for index, against in history.evidence.doubted_repeals.items():
        each = history.amendments[index]
        told = (f"{against.file} does not tell of it" if isinstance(against, Edition)
                else f"{_act(against)} changed {against.target} later")
        yield _finding(history, "repeal_in_doubt", Severity.WARNING, each,
                       f"the law is said to be repealed by {_act(each)}, but {told}")


def _contradictions(history: History) -> Iterator[Finding]:
    places = _places(history.law.editions)
    for timeline in history.timelines:
        days = [each.start.latest for each in timeline.versions if each.in_operation is Presence.POSSIBLE
                and any(reason.kind is ReasonKind.CONTRADICTION for reason in each.because)]
        if days and timeline.unit.kind is not Kind.HEADING:
            eid = timeline.unit.eid
            yield Finding("contradiction", Severity.ERROR, f"the sources prove both that {eid} was in operation from "
                          f"{days[0]} and that it was not", eid, None, history.law.id, *places.get(eid, _NOWHERE))


def _discrepancies(history: History) -> Iterator[Finding]:
    """Report the recorded differences between an edition's text and the official one."""
    for each in history.law.notes.discrepancies:
        yield Finding(each.kind, Severity.NOTE, each.description, None if each.eid == "law" else each.eid, None,
                      history.law.id, each.record.file, each.record.line)


def _places(editions: Iterable[Edition]) -> Mapping[str, tuple[str | None, int | None]]:
    """Return the file and the line in which the first edition that prints a provision does."""
    found: dict[str, tuple[str | None, int | None]] = {}
    for edition in editions:
        for each in edition.document.provisions:
            found.setdefault(each.eid, (edition.file, each.span.line))
    return found


def _finding(history: History, kind: str, severity: Severity, each: Amendment, message: str) -> Finding:
    source = each.sources[0] if each.sources else None
    return Finding(kind, severity, message, each.target, each.act_name, history.law.id,
                   source.file if source else None, source.line if source else None)


def _of_facts(each: Amendment) -> bool:
    return any(source.kind is SourceKind.FACT for source in each.sources)


def _act(each: Amendment) -> str:
    return f"№ {each.act_name}" if each.act else "an act that no source names"


def _rank(finding: Finding) -> tuple[int, object, str, str, int]:
    order = finding.eid.order if finding.eid else ()
    return _SEVERITIES.index(finding.severity), order, finding.kind, finding.act or "", finding.line or 0


def acts_against_editions(history: History) -> Iterator[Finding]:
    """Give what an edition prints in other words than the act that it must show, with both places."""
    evidence = history.evidence
    for unit in evidence.units if history.law.acts else ():
        for each in disputes(evidence, unit):
            change = evidence.amendments[each.index]
            source = next(source for source in change.sources if source.kind is SourceKind.ACT)
            own = unit.eid.parent if unit.kind is Kind.HEADING else unit.eid
            printed = evidence.read[each.file].get(own or unit.eid)
            line = f", line {printed.span.line}" if printed else ""
            yield Finding("act_and_edition_differ", Severity.ERROR,
                          f"{each.file}{line} prints other words of {unit.eid} than № {change.act_name} brought: "
                          "nothing is sure of either", unit.eid, change.act_name, history.law.id, source.file,
                          source.line)
