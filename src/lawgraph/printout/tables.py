"""The plain tables of the command line: lives, acts and findings, for reading in a terminal."""

from collections.abc import Iterable, Sequence

from lawgraph.law.days import DayBounds, add_days
from lawgraph.law.model import Amendment, Finding, Presence, Version
from lawgraph.printout.references import look_up_lines
from lawgraph.printout.sheets import HistorySheet
from lawgraph.queries.values import ActRow
from lawgraph.voice.days import bounds_in_words
from lawgraph.voice.names import act_in_words
from lawgraph.voice.recorded import because_sentence
from lawgraph.voice.sentences import known_sentence, sign

_PRESENCE = {
    Presence.YES: ("●", "In operation"), Presence.PRESUMED: ("◐", "Probably in operation"),
    Presence.POSSIBLE: ("◔", "Uncertain"), Presence.NO: ("–", "Not in operation"),
}


def history(sheet: HistorySheet) -> str:
    """Return the life of a provision, its versions newest first, and the changes that bear on it."""
    versions = columns([("FROM", "LAST DAY", "", "", "WHY"), *(_version(each) for each in reversed(sheet.versions))])
    changes = columns([("ACT", "DID", "TO", "OPERATIVE", "SOURCE"), *(_change(each) for each in sheet.amendments)])
    told = f"\n\nChanges of it, inside it and of what encloses it\n{changes}" if sheet.amendments else \
        "\n\nNo act is known to have changed it."
    known = f"\n{known_sentence(sheet.known)}" if sheet.known else ""
    where = look_up_lines(sheet.law, sheet.looked_up)
    looked_up = "\n".join(["", "", "Where to look it up", *where]) if where else ""
    return f"{sheet.law.id} {sheet.eid}{known}\n\n{versions}{looked_up}{told}"


def acts(rows: Sequence[ActRow]) -> str:
    """Return the acts with their days and the number of their changes."""
    lines = [("ACT", "ADOPTED", "PUBLISHED", "FIRST DAY OF OPERATION", "CHANGES", "TITLE")]
    lines += [(row.act.name, str(row.act.adopted or ""), str(row.published or ""), _days(row.operative),
               str(len(row.effects)), next((title for _, title in row.titles), "")) for row in rows]
    return columns(lines)


def findings(found: Sequence[Finding]) -> str:
    """Return the findings, a line each."""
    if not found:
        return "Nothing was found that does not fit."
    return "\n".join(f"{each.severity}: {_place(each)}: {each.message}" for each in found)


def _version(version: Version) -> tuple[str, ...]:
    mark, word = sign(version) if version.wording else _PRESENCE[version.in_operation]
    until = str(add_days(version.before.earliest, -1) if version.before.earliest else "…")
    return str(version.start.latest), until, mark, word, "; ".join(because_sentence(each) for each in version.because)


def _change(each: Amendment) -> tuple[str, ...]:
    source = each.sources[0] if each.sources else None
    place = f"{source.file}:{source.line}" if source else "no source records it"
    return act_in_words(each.act_name), each.action, each.target, _days(each.operative), place


def _days(bounds: DayBounds | None) -> str:
    return bounds_in_words(bounds) if bounds else "not known"


def _place(each: Finding) -> str:
    if each.file is None:
        return each.eid or each.law or "all"
    return each.file if each.line is None else f"{each.file}:{each.line}"


def columns(rows: Iterable[tuple[str, ...]]) -> str:
    """Set rows in columns; the last one is as wide as it is."""
    every = list(rows)
    widths = [max(len(row[column]) for row in every) for column in range(len(every[0]) - 1)]
    set_rows = ([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]] for row in every)
    return "\n".join("  ".join(cells).rstrip() for cells in set_rows)
