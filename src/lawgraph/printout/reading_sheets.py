"""What was read, as a table and as JSON: the files of a source, one file, and the instructions of an amending act.

Of files a table tells of all, then of each what is read of it, what is not, what to do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lawgraph.intake.examining import Examined
from lawgraph.law.amendments import Dating, OperationRule
from lawgraph.law.document import Claim, Document, Provision, Role, Span
from lawgraph.printout.answers_json import Fields, file_finding, written
from lawgraph.printout.tables import columns, findings
from lawgraph.reading.formats import FileFormat
from lawgraph.replay import addresses
from lawgraph.replay.instructions import ActItem, AmendingAct, Instruction, PrintedIn
from lawgraph.replay.starts import rules_for
from lawgraph.voice.findings import finding_line
from lawgraph.voice.speaking import ENGLISH, Voice, message

_FORMS = {FileFormat.PAGE: message("page"), FileFormat.AKOMA: "Akoma Ntoso",
          FileFormat.OFFICIAL: message("JSON of zan.gov.kz"), FileFormat.MARKDOWN: "Markdown",
          FileFormat.TEXT: message("plain text")}
_NOT_UNDERSTOOD = message("not understood")
_OWNERS = {
    Role.TITLE: message("title"), Role.PROVISION: message("provisions"),
    Role.CLAIM: message("notes that tell of changes"), Role.NOTE: message("other notes and signature"),
    Role.LAYOUT: message("layout and contents"), Role.UNREAD: _NOT_UNDERSTOOD,
}
_IN_ACT = {Role.PROVISION: message("instructions"), Role.LAYOUT: message("title, preamble, commencement"),
           Role.UNREAD: _NOT_UNDERSTOOD}
_HEADS = (message("FILE"), message("WHAT"), message("LAW"), message("LANGUAGE"), message("DAY"), message("UNDERSTOOD"))
_WHOLE = 1000
_SHOWN = 60


def table(files: Sequence[Examined], voice: Voice = ENGLISH) -> str:
    """Return what is told of files for reading in a terminal."""
    rows = [tuple(map(voice.say, _HEADS)), *(_row(each, voice) for each in files)]
    return "\n\n".join((columns(rows), *("\n".join(_details(each, voice)) for each in files)))


def as_json(files: Sequence[Examined]) -> str:
    """Return what is told of files as JSON."""
    return written([_fields(each) for each in files])


def _row(each: Examined, voice: Voice) -> tuple[str, ...]:
    read = next((_WHOLE - share.tenths for share in each.shares if share.owner is Role.UNREAD), None)
    what = voice.say(_FORMS[each.form]) if each.form else "?"
    return (each.place, voice.say("amending act, %(form)s", form=what) if each.act else what, _law(each, voice),
            each.lang or "?", _day(each, voice), voice.say("nothing") if read is None else _percent(read))


def _law(each: Examined, voice: Voice) -> str:
    if each.law is None and each.said.number is None and each.said.adopted is None:
        return voice.say("not told")
    known = voice.say("№ %(number)s of %(day)s", number=each.said.number or "?", day=each.said.adopted or "?")
    return f"{each.law.id.text} {known}" if each.law else known


def _day(each: Examined, voice: Voice) -> str:
    day = each.said.day
    if day is None:
        saved = each.source.retrieved if each.source else each.said.retrieved
        return voice.say("saved %(day)s", day=saved) if saved else voice.say("not told")
    by_adoption = each.source and each.source.dated_by is Dating.ADOPTION
    return voice.say("%(day)s (adoption)", day=day) if by_adoption else str(day)


def _percent(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10} %"


def _details(each: Examined, voice: Voice) -> Iterator[str]:
    yield each.place
    if each.said.title:
        yield _line(voice.say("title: %(title)s", title=each.said.title))
    if each.act:
        made = [one for item in each.act.items for one in item.instructions]
        yield _line(_shares(each, _IN_ACT, voice))
        yield _line(voice.say(
            "laws amended: %(laws)s; instructions: %(number)s, of which %(refused)s must not be applied",
            laws=f"{len(each.act.items):,}", number=f"{len(made):,}",
            refused=f"{sum(bool(one.refused) for one in made):,}"))
    elif each.document:
        yield _line(_shares(each, _OWNERS, voice))
        yield _line(voice.say("provisions: %(provisions)s, changes told in notes: %(changes)s",
                              provisions=f"{len(each.document.provisions):,}",
                              changes=f"{len(each.document.claims):,}"))
    for unread in each.unread:
        where = f" ({', '.join(unread.eids)})" if unread.eids else ""
        line = voice.say("line %(number)s", number=unread.span.line)
        yield _line(f"{voice.say(_NOT_UNDERSTOOD)}, {line}{where}: {unread.text}")
    lined = each.form is not FileFormat.OFFICIAL  # which may stand in one line
    told = {unread.span.line for unread in each.unread if lined}
    for finding in (finding for finding in each.findings if finding.line not in told):
        where = f", {voice.say('line %(number)s', number=finding.line)}" if finding.line else ""
        yield _line(finding_line(finding, where, voice))
    yield from (_line(voice.say("do: %(this)s", this=voice.retell(line))) for line in each.todo)


def _line(words: str) -> str:
    return f"  {words}"


def _shares(each: Examined, owners: Mapping[Role, str], voice: Voice) -> str:
    shares = ", ".join(f"{voice.say(owners[share.owner])} {_percent(share.tenths)}" for share in each.shares
                       if share.characters)
    return voice.say("characters: %(shares)s", shares=shares)


def _fields(each: Examined) -> dict[str, object]:
    law, source, said = each.law, each.source, each.said
    return {
        "file": each.place, "format": each.form, "id": law.id.text if law else None, "number": said.number,
        "adopted": said.adopted, "kind": said.kind, "title": said.title, "lang": each.lang, "day": said.day,
        "dated_by": source.dated_by if source and source.day else None,
        "retrieved": source.retrieved if source else said.retrieved, "known_as": each.known,
        "provisions": len(each.document.provisions) if each.document else 0,
        "claims": len(each.document.claims) if each.document else 0,
        "instructions": sum(len(item.instructions) for item in each.act.items) if each.act else None,
        "shares": [{"owner": share.owner, "characters": share.characters, "tenths": share.tenths}
                   for share in each.shares],
        "unread": [{"kind": unread.kind, "eids": unread.eids, "text": unread.text, "line": unread.span.line}
                   for unread in each.unread],
        "findings": [file_finding(finding) for finding in each.findings],
        "refused": str(each.fault) if each.fault else None, "do": each.todo,
    }


def document_json(read: Document) -> str:
    """Return the JSON of `lawgraph parse`."""
    return written({
        "law": {"number": read.number, "adopted": read.adopted, "title": read.title},
        "provisions": [_provision_read(each) for each in read.provisions],
        "claims": [_claim(each) for each in read.claims], "findings": [file_finding(each) for each in read.findings]})


def _provision_read(each: Provision) -> Fields:
    return {"eid": each.eid, "kind": each.kind, "number": each.number, "heading": each.heading, "text": each.text,
            "excluded": each.excluded, "line": each.span.line}


def _claim(each: Claim) -> Fields:
    act = {"number": each.act.number, "adopted": each.act.adopted} if each.act else None
    return {"target": each.target, "action": each.action, "act": act, "operation": _rule(each.operation),
            "pending": each.pending, "line": each.span.line, "text": each.text,
            **_told_only({"until": each.until, "to": each.to})}


def instructions_json(act: AmendingAct) -> str:
    """Return the JSON of an act as read."""
    return written({
        "lang": act.lang, "title": act.title, "items": [_item(act, each) for each in act.items], "noted": act.noted,
        "omitted": act.omitted, "findings": [file_finding(each) for each in act.findings]})


def instructions_table(act: AmendingAct, file: str) -> str:
    """Return an act as a table: a line for each instruction, and what does not fit."""
    rows = [("ITEM", "STEP", "FORM", "UNITS", "FROM", "WORDS"),
            *(_row_of(act, item, each) for item in act.items for each in item.instructions)]
    laws = columns([("ITEM", "LAW", "READ"), *(_amended(each) for each in act.items)])
    found = (*act.findings, *(each for item in act.items for each in item.findings))
    return f"{laws}\n\n{columns(rows)}\n\n{findings([replace(each, file=file) for each in found])}"


def _amended(item: ActItem) -> tuple[str, ...]:
    whole = "whole" if item.whole else f"in part: {len(item.residue)} stretches are not"
    return item.number or "–", f"{item.target.kind} {item.target.adopted} {item.target.title}", whole


def _row_of(act: AmendingAct, item: ActItem, made: Instruction) -> tuple[str, ...]:
    edit = made.edit
    units = " ".join(_named((*edit.targets[0], *each) for each in edit.new) if edit.new else _named(edit.targets))
    rules = " / ".join(" ".join(str(value) for value in each.values()) for each in _operation(act, made))
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
            "operation": _operation(act, made),
            "refused": made.refused, "text": made.text, **_span(made.span)}


def _operation(act: AmendingAct, made: Instruction) -> list[Fields]:
    return [_rule(replace(each, until=made.ends or each.until)) for each in rules_for(act, made)]


def _named(these: Iterable[addresses.Address]) -> list[str]:
    return [addresses.written(each) for each in these]


def _span(span: Span) -> Fields:
    return {"start": span.start, "end": span.end, "line": span.line}


def _rule(rule: OperationRule) -> Fields:
    return _told_only({"kind": rule.kind, "days": rule.days, "months": rule.months, "day": rule.day,
                       "reference": rule.reference, "until": rule.until, "applies_from": rule.applies_from})


def _told_only(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}
