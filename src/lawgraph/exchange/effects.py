"""The table of effects of a law, as the British publish theirs: affected, affecting, type, first day, how sure."""

import csv
import io

from lawgraph.law.model import Amendment, SourceKind
from lawgraph.queries.answers import Base, amendments_of, law_named
from lawgraph.timeline.consolidation import Certainty
from lawgraph.voice.basis import basis_sentence

COLUMNS = ("law", "affected", "affecting", "type", "scope", "earliest", "latest", "day_is", "basis", "until", "except",
           "sources")
_MADE = {SourceKind.CLAIM, SourceKind.FACT, SourceKind.ACT}


def effects(conn: Base, name: str) -> str:
    """Return the changes of a law as CSV; `affecting` is empty where no source names the act.

    `day_is` tells what is known of the first day of operation: `exact`, an `interval`, `open` on a side or left to the
    act, `contradicted` by sources. A change that no note, fact or act says was made is `not_settled`, whatever its day.
    """
    law = law_named(conn, name)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(law.id, each) for each in amendments_of(conn, law.id))
    return table.getvalue()


def _row(law: str, change: Amendment) -> tuple[str, ...]:
    days = change.operative
    sources = dict.fromkeys(f"{each.file}:{each.line}" for each in change.sources)
    return (law, change.target, change.act_name or "", change.action, change.scope,
            days.earliest.isoformat() if days.earliest else "", days.latest.isoformat() if days.latest else "",
            certainty(change), basis_sentence(days.basis), change.until.isoformat() if change.until else "",
            " ".join(change.but), " ".join(sources))


def certainty(change: Amendment) -> Certainty:
    """Return what is known of the first day of a change."""
    days = change.operative
    if not any(each.kind in _MADE for each in change.sources):
        return Certainty.NOT_SETTLED
    if days.earliest is None or days.latest is None or change.deferred:
        return Certainty.OPEN
    if days.earliest > days.latest:
        return Certainty.CONTRADICTED
    return Certainty.EXACT if days.exact else Certainty.INTERVAL
