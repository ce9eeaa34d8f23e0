"""What does not fit in the sources, as lines to read and as JSON."""

from collections.abc import Iterable, Sequence

from lawgraph.law.document import Finding
from lawgraph.printout.answers_json import Fields, written
from lawgraph.voice.findings import finding_line
from lawgraph.voice.speaking import ENGLISH, Voice


def told(found: Sequence[Finding], voice: Voice = ENGLISH) -> str:
    """Return the findings, a line each."""
    if not found:
        return voice.say("Nothing was found that does not fit.")
    return "\n".join(finding_line(each, f": {_place(each)}", voice) for each in found)


def as_json(findings: Iterable[Finding]) -> str:
    """Return the JSON of `lawgraph check`."""
    return written([finding_fields(each) for each in findings])


def finding_fields(each: Finding) -> Fields:
    """Return a finding with its place."""
    return {"kind": each.kind, "severity": each.severity, "law": each.law, "eid": each.eid, "act": each.act,
            "message": each.message, "source": {"file": each.file, "line": each.line}}


def file_finding(each: Finding) -> Fields:
    """Return a finding in a file."""
    return {"kind": each.kind, "severity": each.severity, "eid": each.eid, "message": each.message, "line": each.line}


def _place(each: Finding) -> str:
    if each.file is None:
        return each.eid or each.law or "all"
    return each.file if each.line is None else f"{each.file}:{each.line}"
