"""Write the facts about an act as a file of `amendments/` has them."""

import json
from collections.abc import Iterator
from datetime import date

from lawgraph.law.acts import ActRecord, OperationFact, Publication, Record, TargetFact
from lawgraph.law.authors import ActKind
from lawgraph.law.model import RuleKind


def quoted(text: object) -> str:
    """Return a text as TOML writes it; JSON escapes it in the same way, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def keys(**values: object) -> Iterator[str]:
    """Give a line for each key that has a value; pairs make a table by language."""
    yield from (f"{name} = {_value(value)}" for name, value in values.items() if value)


def written(record: ActRecord, remarks: tuple[str, ...] = ()) -> str:
    """Return the file of an act, with remarks above it."""
    return "\n".join((*(f"# {each}" for each in remarks), *_lines(record))) + "\n"


def _value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | date():
            return str(value)
        case tuple() if isinstance(value[0], tuple):
            return f"{{ {', '.join(f'{lang} = {_value(told)}' for lang, told in value)} }}"
        case tuple():
            return f"[{', '.join(map(_value, value))}]"
    return quoted(value)


def _lines(record: ActRecord) -> Iterator[str]:
    act, told = record.act, record.record
    yield ""
    yield from keys(number=act.number, adopted=act.adopted, kind=act.kind if act.kind is not ActKind.UNSTATED else None,
                    adilet_id=record.adilet_id,
                    adilet_id_basis=("pattern" if record.guessed else "given") if record.adilet_id else None,
                    gazette=record.gazette, zan=record.zan, recorded=told.recorded, **_sourced(told, told))
    if record.titles:
        yield from ("", "[titles]", *keys(**dict(record.titles)))
    for publication in record.publications:
        yield from ("", "[[publication]]", *keys(**_publication(publication), **_sourced(publication.record, told)))
    if record.operation:
        yield from ("", "[operation]", *keys(**_operation(record.operation), **_sourced(record.operation.record, told)))
    for target in record.targets:
        yield from ("", "[[target]]", *keys(**_target(target), **_sourced(target.record, told)))
    for each in record.complete:
        yield from ("", "[[complete]]", *keys(law=each.law, **_sourced(each.record, told)))


def _sourced(record: Record, of_file: Record) -> dict[str, object]:
    later = {"recorded": record.recorded} if record.recorded != of_file.recorded else {}
    return {**later, "source": record.source, "confidence": record.confidence}


def _publication(publication: Publication) -> dict[str, object]:
    days = publication.days if len(publication.days) > 1 else publication.day
    return {"day": days, "first": publication.first, "organ": publication.organ, "issue": publication.issue}


def _operation(operation: OperationFact) -> dict[str, object]:
    rule = operation.rule
    return {"day": operation.day} | ({"on_publication": rule.kind is RuleKind.ON_PUBLICATION, "days": rule.days,
                                      "months": rule.months, "on_day": rule.day, "from_the_day": rule.from_the_day}
                                     if rule else {})


def _target(target: TargetFact) -> dict[str, object]:
    return {name: getattr(target, name) for name in (
        "law", "eid", "action", "operative", "until", "cancelled", "reflected", "earlier", "later", "restated")}
