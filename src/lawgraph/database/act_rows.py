"""Acts and their publications as rows: what laws have in common."""

from collections.abc import Iterator

from lawgraph.database.columns import Row, iso, title_columns
from lawgraph.database.schema import ACTS
from lawgraph.database.searching import normal
from lawgraph.law.acts import ActRecord, Record
from lawgraph.law.authors import Act

_NO_ACT: Row = {column.name: None for column in ACTS.columns}


def act_columns(act: Act) -> Row:
    """Return the row of an act of which no more is known than its name."""
    return {**_NO_ACT, "name": act.name, "number": act.number, "adopted": iso(act.adopted), "kind": act.kind,
            "within": act.within, "search_norm": normal(" ".join([act.name, act.number or ""]))}


def recorded_act(record: ActRecord) -> Row:
    """Return the row of an act of which facts are recorded."""
    act, titles = record.act, record.titles
    return {**act_columns(act), "adilet_id": record.adilet_id, "guessed": int(record.guessed),
            "gazette": record.gazette, **title_columns(titles), **_record(record.record),
            "search_norm": normal(" ".join([act.name, act.number or "", *(title for _, title in titles)]))}


def publications(record: ActRecord) -> Iterator[Row]:
    """Return the rows of the publications of an act."""
    ordered = sorted(record.publications, key=lambda each: (each.day, each.organ or "", each.issue or ""))
    for position, each in enumerate(ordered, 1):
        yield {"act": record.act.name, "position": position, "day": iso(each.day), "first": each.first,
               "organ": each.organ, "issue": each.issue, **_record(each.record)}


def _record(record: Record) -> Row:
    return {"source": record.source, "confidence": record.confidence, "recorded": iso(record.recorded),
            "file": record.file, "line": record.line}
