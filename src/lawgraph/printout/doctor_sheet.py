"""What `lawgraph doctor` tells of files: a table of all, then of each what is read of it, what is not, what to do."""

from collections.abc import Iterator, Sequence

from lawgraph.intake.examining import Examined, Owned
from lawgraph.law.model import Dating, Role
from lawgraph.printout.answers_json import file_finding, written
from lawgraph.printout.tables import columns
from lawgraph.reading.opening import FileFormat

_FORMS = {FileFormat.PAGE: "page", FileFormat.AKOMA: "Akoma Ntoso", FileFormat.OFFICIAL: "JSON of zan.gov.kz",
          FileFormat.MARKDOWN: "Markdown", FileFormat.TEXT: "plain text"}
_OWNERS = {
    Role.TITLE: "title", Role.PROVISION: "provisions", Role.CLAIM: "notes that tell of changes",
    Role.NOTE: "other notes and signature", Role.LAYOUT: "layout and contents", Role.UNREAD: "not understood",
}
_WHOLE = 1000


def table(files: Sequence[Examined]) -> str:
    """Return what is told of files for reading in a terminal."""
    rows = [("FILE", "WHAT", "LAW", "LANGUAGE", "DAY", "UNDERSTOOD"), *(_row(each) for each in files)]
    return "\n\n".join((columns(rows), *("\n".join(_details(each)) for each in files)))


def as_json(files: Sequence[Examined]) -> str:
    """Return what is told of files as JSON."""
    return written([_fields(each) for each in files])


def _row(each: Examined) -> tuple[str, ...]:
    read = next((_WHOLE - share.tenths for share in each.shares if share.owner is Role.UNREAD), None)
    return (each.place, _FORMS[each.form] if each.form else "?", _law(each), each.lang or "?", _day(each),
            "nothing" if read is None else _percent(read))


def _law(each: Examined) -> str:
    if each.law is None and each.said.number is None and each.said.adopted is None:
        return "not told"
    known = f"№ {each.said.number or '?'} of {each.said.adopted or '?'}"
    return f"{each.law.id.text} {known}" if each.law else known


def _day(each: Examined) -> str:
    day = each.said.day
    if day is None:
        saved = each.source.retrieved if each.source else each.said.retrieved
        return f"saved {saved}" if saved else "not told"
    return f"{day} (adoption)" if each.source and each.source.dated_by is Dating.ADOPTION else str(day)


def _percent(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10} %"


def _details(each: Examined) -> Iterator[str]:
    yield each.place
    if each.said.title:
        yield f"  title: {each.said.title}"
    if each.document:
        shares = ", ".join(f"{_OWNERS[share.owner]} {_percent(share.tenths)}" for share in each.shares
                           if share.characters)
        yield f"  characters: {shares}"
        yield f"  {len(each.document.provisions):,} provisions, {len(each.document.claims):,} changes told in notes"
    for unread in each.unread:
        yield f"  not understood, line {unread.span.line} ({', '.join(unread.eids)}): {unread.text}"
    lined = each.form is not FileFormat.OFFICIAL  # which may stand in one line
    told = {unread.span.line for unread in each.unread if lined}
    for finding in (finding for finding in each.findings if finding.line not in told):
        yield f"  {finding.severity}{f', line {finding.line}' if finding.line else ''}: {finding.message}"
    yield from (f"  do: {line}" for line in each.todo)


def _fields(each: Examined) -> dict[str, object]:
    law, source, said = each.law, each.source, each.said
    return {
        "file": each.place, "format": each.form, "id": law.id.text if law else None, "number": said.number,
        "adopted": said.adopted, "kind": said.kind, "title": said.title, "lang": each.lang, "day": said.day,
        "dated_by": source.dated_by if source and source.day else None,
        "retrieved": source.retrieved if source else said.retrieved, "known_as": each.known,
        "provisions": len(each.document.provisions) if each.document else 0,
        "claims": len(each.document.claims) if each.document else 0,
        "shares": [_share_fields(share) for share in each.shares],
        "unread": [{"kind": unread.kind, "eids": unread.eids, "text": unread.text, "line": unread.span.line}
                   for unread in each.unread],
        "findings": [file_finding(finding) for finding in each.findings],
        "refused": str(each.fault) if each.fault else None, "do": each.todo,
    }


def _share_fields(share: Owned) -> dict[str, object]:
    return {"owner": share.owner, "characters": share.characters, "tenths": share.tenths}
