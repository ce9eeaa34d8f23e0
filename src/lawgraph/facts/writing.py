"""Write the facts about an act as a file of `amendments/` has them."""

import json
from collections.abc import Iterator
from datetime import date

from lawgraph.law.acts import ActRecord, OperationFact, Publication, Record, TargetFact, Texts
from lawgraph.law.authors import ActKind
from lawgraph.law.model import RuleKind


def quoted(text: object) -> str:
    """Return a text as TOML writes it; JSON escapes it in the same way, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def written(record: ActRecord, remarks: tuple[str, ...] = ()) -> str:
    """Return the file of an act, with remarks above it."""
    return "\n".join((*(f"# {each}" for each in remarks), *_lines(record))) + "\n"


def _lines(record: ActRecord) -> Iterator[str]:
    act, told = record.act, record.record
    yield from ("", f"number = {quoted(act.number or '')}", f"adopted = {act.adopted}")
    yield from () if act.kind is ActKind.UNSTATED else (f"kind = {quoted(act.kind)}",)
    basis = "pattern" if record.guessed else "given"
    yield from (f"adilet_id = {quoted(record.adilet_id)}", f"adilet_id_basis = {quoted(basis)}"
                ) if record.adilet_id else ()
    yield from (f"gazette = {quoted(record.gazette)}",) if record.gazette else ()
    yield from (f"zan = {quoted(record.zan)}",) if record.zan else ()
    yield from (f"recorded = {told.recorded}", *_sourced(told, told.recorded))
    if record.titles:
        yield from ("", "[titles]", *(f"{lang} = {quoted(title)}" for lang, title in record.titles))
    for publication in record.publications:
        yield from ("", "[[publication]]", *_publication(publication), *_sourced(publication.record, told.recorded))
    if record.operation:
        yield from ("", "[operation]", *_operation(record.operation), *_sourced(record.operation.record, told.recorded))
    for target in record.targets:
        yield from ("", "[[target]]", *_target(target), *_sourced(target.record, told.recorded))
    for each in record.complete:
        yield from ("", "[[complete]]", f"law = {quoted(each.law)}", *_sourced(each.record, told.recorded))


def _sourced(record: Record, recorded: date) -> Iterator[str]:
    if record.recorded != recorded:
        yield f"recorded = {record.recorded}"
    yield from (f"source = {quoted(record.source)}", f"confidence = {quoted(record.confidence)}")


def _publication(publication: Publication) -> Iterator[str]:
    days = ", ".join(map(str, publication.days))
    yield f"day = [{days}]" if len(publication.days) > 1 else f"day = {days}"
    yield from ("first = true",) if publication.first else ()
    printed = (("organ", publication.organ), ("issue", publication.issue))
    yield from (f"{name} = {quoted(words)}" for name, words in printed if words)


def _operation(operation: OperationFact) -> Iterator[str]:
    rule = operation.rule
    yield from (f"day = {operation.day}",) if operation.day else ()
    if rule is None:
        return
    if rule.kind is RuleKind.ON_PUBLICATION:
        yield "on_publication = true"
    told = (("days", rule.days), ("months", rule.months), ("on_day", rule.day))
    yield from (f"{name} = {value}" for name, value in told if value)
    yield from ("from_the_day = true",) if rule.from_the_day else ()


def _target(target: TargetFact) -> Iterator[str]:
    yield from (f"law = {quoted(target.law)}", f"eid = {quoted(target.eid)}", f"action = {quoted(target.action)}")
    yield from (f"{name} = {day}" for name, day in (("operative", target.operative), ("until", target.until),
                                                    ("cancelled", target.cancelled)) if day)
    if target.reflected:
        shown = ", ".join(f"{lang} = {str(is_shown).lower()}" for lang, is_shown in target.reflected)
        yield f"reflected = {{ {shown} }}"
    wordings = (("earlier", target.earlier), ("later", target.later))
    yield from (f"{name} = {_by_language(texts)}" for name, texts in wordings if texts)
    if target.restated:
        yield f"restated = [{', '.join(map(quoted, target.restated))}]"


def _by_language(texts: Texts) -> str:
    return f"{{ {', '.join(f'{lang} = {quoted(text)}' for lang, text in texts)} }}"
