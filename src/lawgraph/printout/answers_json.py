"""The JSON of the command line, a contract that other programs build on; docs/json.md describes it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from lawgraph.law.amendments import Amendment
from lawgraph.law.days import DayBounds
from lawgraph.law.document import Finding
from lawgraph.law.versions import Reason, Version
from lawgraph.printout.sheets import DaySheet, DifferenceSheet, HistorySheet
from lawgraph.queries.references import LawReference, Lineage
from lawgraph.queries.values import ActRow, HeldInstruction
from lawgraph.timeline.comparison import Difference
from lawgraph.timeline.consolidation import LookUp, OnDay
from lawgraph.voice.recorded import basis_sentence, because_sentence

Fields = Mapping[str, object]


Line = Callable[[OnDay, LookUp | None], str]
"""Tells a provision on a day, and where to look it up, as a line of JSON."""


def provision_line(each: OnDay, look_up: LookUp | None) -> str:
    """Return a provision on a day as a line."""
    return _in_a_line(provision_fields(each, look_up))


def text(sheet: DaySheet, build: str | None, line: Line = provision_line) -> str:
    """Return the JSON of `lawgraph text`; `build` names the build of the database that it was read from."""
    told = {name: _field(each) for name, each in {"build": build, **day_fields(replace(sheet, found=()))}.items()}
    return _object({**told, "provisions": _list(line(each, sheet.where(each)) for each in sheet.found)})


def history(sheet: HistorySheet, build: str | None) -> str:
    """Return the JSON of `lawgraph history`; `build` names the build of the database that it was read from."""
    return written({"build": build, **history_fields(sheet)})


def diff(sheet: DifferenceSheet) -> str:
    """Return the JSON of `lawgraph diff`."""
    return written([difference_fields(each) for each in sheet.found])


def acts(rows: Iterable[tuple[ActRow, Sequence[HeldInstruction]]]) -> str:
    """Return the JSON of `lawgraph acts`: each act with what it says in its own words."""
    return written([act_fields(*each) for each in rows])


def check(findings: Iterable[Finding]) -> str:
    """Return the JSON of `lawgraph check`."""
    return written([{"kind": each.kind, "severity": each.severity, "law": each.law, "eid": each.eid, "act": each.act,
                     "message": each.message, "source": {"file": each.file, "line": each.line}} for each in findings])


def file_finding(each: Finding) -> Fields:
    """Return a finding in a file."""
    return {"kind": each.kind, "severity": each.severity, "eid": each.eid, "message": each.message, "line": each.line}


def day_fields(sheet: DaySheet) -> Fields:
    """Return a law on a day, its provisions flat and in document order."""
    whole = sheet.whole
    return {"law": sheet.law.id, "on": sheet.day, "known_on": sheet.known, "lang": sheet.lang,
            "in_operation": whole.most,
            "acts_known": sheet.law.acts_known, "because": [reason_fields(each) for each in whole.because],
            "provisions": [provision_fields(each, sheet.where(each)) for each in sheet.found],
            "references": [_reference_fields(each) for each in sheet.looked_up.references]}


def provision_fields(each: OnDay, look_up: LookUp | None) -> Fields:
    """Return a provision on a day."""
    version = each.version
    return {"eid": each.place.eid, "kind": each.place.kind, "number": each.place.number, "heading": each.heading,
            "in_operation": version.in_operation, "wording": version.wording, "text": version.text,
            "nearest": [{"text": held.text, "from": held.first, "before": held.before} for held in version.nearest],
            "because": [reason_fields(why) for why in version.because],
            "look_up": _look_up_fields(look_up),
            "from": bounds_fields(version.start), "before": bounds_fields(version.before)}


def _look_up_fields(each: LookUp | None) -> Fields | None:
    return {"brought_by": each.brought, "inserted": each.inserted, "original": each.original,
            "changed_by": each.changed, "perhaps_by": each.perhaps, "following": each.following,
            "dated_from": each.since, "dated_before": each.before} if each else None


def _reference_fields(each: LawReference) -> Fields:
    return {"act": each.act, "kind": each.kind, "lang": each.lang, "at": each.at, "guessed": each.guessed}


@lru_cache(maxsize=4096)
def reason_fields(reason: Reason) -> Fields:
    """Return why an answer is not plainly sure; what could not be understood is quoted from its source."""
    source = reason.source
    return {"kind": reason.kind, "text": because_sentence(reason), "act": reason.act, "target": reason.target,
            "source": {"file": source.file, "line": source.line} if source else None,
            "quote": source.text if source else None}


def history_fields(sheet: HistorySheet) -> Fields:
    """Return the life of a provision."""
    return {"law": sheet.law.id, "eid": sheet.eid, "known_on": sheet.known,
            "versions": [version_fields(each, sheet.where(each)) for each in sheet.versions],
            "amendments": [amendment_fields(each) for each in sheet.amendments],
            "lineage": [lineage_fields(each) for each in sheet.lineage],
            "references": [_reference_fields(each) for each in sheet.looked_up.references]}


def lineage_fields(each: Lineage) -> Fields:
    """Return which law, or provision, took the place of which."""
    return {"act": each.act, "earlier": {"law": each.earlier.law, "eid": each.earlier.eid},
            "later": {"law": each.later.law, "eid": each.later.eid}, "source": each.record.source,
            "confidence": each.record.confidence, "recorded": each.record.recorded}


def version_fields(version: Version, look_up: LookUp | None) -> Fields:
    """Return one version of a provision."""
    return {"from": bounds_fields(version.start), "before": bounds_fields(version.before),
            "in_operation": version.in_operation, "wording": version.wording, "text": version.text,
            "because": [reason_fields(why) for why in version.because], "look_up": _look_up_fields(look_up),
            "introduced_by": ", ".join(version.introduced_by) or None,
            "ended_by": ", ".join(version.ended_by) or None}


def amendment_fields(each: Amendment) -> Fields:
    """Return one change with its first source."""
    first = each.sources[0] if each.sources else None
    source = {"file": first.file, "line": first.line, "text": first.text} if first else None
    return {"act": each.act_name, "target": each.target, "action": each.action,
            "operative": bounds_fields(each.operative), "source": source}


def difference_fields(each: Difference) -> Fields:
    """Return how a provision differs between two days; `before` and `after` are its wordings where they are held."""
    before, after = each.before.version, each.after.version
    return {"eid": each.eid, "change": each.change, "before": before.text, "after": after.text, "acts": each.acts,
            "in_operation": {"before": before.in_operation, "after": after.in_operation},
            "wording": {"before": before.wording, "after": after.wording}}


def act_fields(row: ActRow, said: Sequence[HeldInstruction]) -> Fields:
    """Return an act with its days, what it amends, and what it says in its own words where its text is held."""
    return {"name": row.act.name, "number": row.act.number, "adopted": row.act.adopted, "published": row.published,
            "operative": bounds_fields(row.operative) if row.operative else None, "titles": dict(row.titles),
            "amends": [{"law": each.law, "eid": each.amendment.target, "action": each.amendment.action}
                       for each in row.effects],
            **({"instructions": [_held_instruction(each) for each in said]} if said else {})}


def _held_instruction(each: HeldInstruction) -> Fields:
    article, item, step, paragraphs = each.place
    return {"law": each.law, "lang": each.lang, "article": article, "item": item, "step": step,
            "paragraphs": paragraphs, "form": each.form, "units": each.units, "instead": each.instead,
            "search": each.search, "replacement": each.replacement, "payload": each.payload, "refused": each.refused,
            "text": each.text, "file": each.file, "line": each.line, "start": each.span[0], "end": each.span[1]}


# Thousands of versions begin and end with the same few acts, and are in doubt for the same few reasons.
@lru_cache(maxsize=4096)
def bounds_fields(bounds: DayBounds) -> Fields:
    """Return the bounds of a day with the rule they rest on."""
    return {"earliest": bounds.earliest, "latest": bounds.latest, "basis": basis_sentence(bounds.basis)}


_in_a_line = json.JSONEncoder(ensure_ascii=False, default=str).encode


def written(value: object) -> str:
    """Return the JSON of an answer: each field and each item of a list in a line; days become ISO text."""
    match value:
        case dict() if value:
            return _object({name: _field(each) for name, each in value.items()})
        case list():
            return _field(value)
    return _in_a_line(value)


def _object(fields: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{_in_a_line(name)}: {each}" for name, each in fields.items()) + "\n}"


def _list(lines: Iterable[str]) -> str:
    told = ",\n".join(lines)
    return f"[\n{told}\n]" if told else "[]"


def _field(value: object) -> str:
    return _list(map(_in_a_line, value)) if isinstance(value, list) else _in_a_line(value)
