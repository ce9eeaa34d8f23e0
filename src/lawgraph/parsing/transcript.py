"""Write a parsed document as the JSON of `lawgraph parse`, a contract that other programs build on."""

import json

from lawgraph.law.authors import Act
from lawgraph.law.model import Claim, Document, Finding, OperationRule, Provision

Fields = dict[str, object]


def transcript(document: Document) -> str:
    """Return the JSON of a document: law, provisions, claims, findings."""
    return json.dumps({
        "law": {"number": document.number, "adopted": document.adopted and document.adopted.isoformat(),
                "title": document.title},
        "provisions": [_provision(each) for each in document.provisions],
        "claims": [_claim(each) for each in document.claims],
        "findings": [finding_fields(each) for each in document.findings],
    }, ensure_ascii=False, indent=1)


def _provision(each: Provision) -> Fields:
    return {"eid": each.eid, "kind": each.kind, "number": each.number, "heading": each.heading, "text": each.text,
            "excluded": each.excluded, "line": each.span.line}


def _claim(each: Claim) -> Fields:
    fields: Fields = {"target": each.target, "action": each.action, "act": _act(each.act),
                      "operation": operation_fields(each.operation), "pending": each.pending, "line": each.span.line,
                      "text": each.text}
    more: Fields = {"until": each.until and each.until.isoformat(), "to": each.to}
    return fields | {name: value for name, value in more.items() if value is not None}


def _act(act: Act | None) -> Fields | None:
    return {"number": act.number, "adopted": act.adopted and act.adopted.isoformat()} if act else None


def operation_fields(rule: OperationRule) -> Fields:
    """Return a rule of commencement."""
    known: Fields = {"kind": rule.kind, "days": rule.days, "months": rule.months,
                     "day": rule.day and rule.day.isoformat(), "reference": rule.reference,
                     "until": rule.until and rule.until.isoformat(),
                     "applies_from": rule.applies_from and rule.applies_from.isoformat()}
    return {name: value for name, value in known.items() if value is not None}


def finding_fields(each: Finding) -> Fields:
    """Return a finding in a file."""
    return {"kind": each.kind, "severity": each.severity, "eid": each.eid, "message": each.message, "line": each.line}
