"""Write an amending act as read: the JSON of `lawgraph instructions`, and a table for reading in a terminal."""

from collections.abc import Iterable
from dataclasses import replace

from lawgraph.law.model import Span
from lawgraph.printout.answers_json import Fields, file_finding, rule_fields, written
from lawgraph.printout.tables import columns, findings
from lawgraph.replay import addresses
from lawgraph.replay.instructions import ActItem, AmendingAct, Instruction, PrintedIn
from lawgraph.replay.starts import rules_for

_SHOWN = 60


def instructions_json(act: AmendingAct) -> str:
    """Return the JSON of an act as read."""
    return written({
        "lang": act.lang, "title": act.title, "items": [_item(act, each) for each in act.items], "noted": act.noted,
        "omitted": act.omitted, "findings": [file_finding(each) for each in act.findings]})


def instructions_table(act: AmendingAct, file: str) -> str:
    """Return an act as a table: a line for each instruction, and what does not fit."""
    rows = [("ITEM", "STEP", "FORM", "UNITS", "FROM", "WORDS"),
            *(_row(act, item, each) for item in act.items for each in item.instructions)]
    laws = columns([("ITEM", "LAW", "READ"), *(_law(each) for each in act.items)])
    found = (*act.findings, *(each for item in act.items for each in item.findings))
    return f"{laws}\n\n{columns(rows)}\n\n{findings([replace(each, file=file) for each in found])}"


def _law(item: ActItem) -> tuple[str, ...]:
    whole = "whole" if item.whole else f"in part: {len(item.residue)} stretches are not"
    return item.number or "–", f"{item.target.kind} {item.target.adopted} {item.target.title}", whole


def _row(act: AmendingAct, item: ActItem, made: Instruction) -> tuple[str, ...]:
    edit = made.edit
    units = " ".join(_named((*edit.targets[0], *each) for each in edit.new) if edit.new else _named(edit.targets))
    rules = " / ".join(" ".join(str(value) for value in rule_fields(each).values())
                       for each in rules_for(act, made))
    words = "; ".join((*edit.search, *edit.put)) or " ".join(line for each in made.wordings
                                                                        for line in each.lines[:1])
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return item.number or "–", made.place.step or "–", made.form, units, rules, made.refused or shown


def _item(act: AmendingAct, item: ActItem) -> Fields:
    target = item.target
    return {"number": item.number,
            "law": {"kind": target.kind, "adopted": target.adopted,
                    "title": target.title},
            "whole": item.whole, "instructions": [_instruction(act, each) for each in item.instructions],
            "residue": [_span(each) for each in item.residue],
            "printings": [_printing(each) for each in target.printings],
            "findings": [file_finding(each) for each in item.findings]}


def _printing(each: PrintedIn) -> Fields:
    return {"text": each.text, "year": each.year, "issues": each.issues, "articles": each.articles,
            "adopted": each.adopted, "title": each.title, "organs": each.organs,
            "printed": each.printed}


def _instruction(act: AmendingAct, made: Instruction) -> Fields:
    edit = made.edit
    return {"article": made.place.article, "step": made.place.step, "paragraphs": made.place.paragraphs,
            "form": made.form, "verb": made.verb, "targets": _named(edit.targets), "new": _named(edit.new),
            "instead": _named(made.instead), "search": edit.search, "replacement": edit.put,
            "anchor": edit.anchor,
            "wordings": [{"text": "\n".join(each.lines), **_span(each.span)} for each in made.wordings],
            "operation": [rule_fields(each) for each in rules_for(act, made)],
            "refused": made.refused, "text": made.text, **_span(made.span)}


def _named(these: Iterable[addresses.Address]) -> list[str]:
    return [addresses.written(each) for each in these]


def _span(span: Span) -> Fields:
    return {"start": span.start, "end": span.end, "line": span.line}
