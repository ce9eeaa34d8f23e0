"""The plain tables of the command line: lives, acts and findings, for reading in a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from lawgraph.languages.state import titled
from lawgraph.law.amendments import Amendment
from lawgraph.law.days import DayBounds, add_days
from lawgraph.law.document import Finding
from lawgraph.law.versions import Presence, Version
from lawgraph.printout.references import lineage_line, look_up_lines, other_side
from lawgraph.printout.sheets import HistorySheet
from lawgraph.queries.values import ActRow
from lawgraph.voice.findings import finding_line
from lawgraph.voice.names import act_in_words, bounds_in_words, done
from lawgraph.voice.sentences import known_sentence, reason_on_sheet, sign
from lawgraph.voice.speaking import ENGLISH, Locale, Voice, message

_PRESENCE = {
    Presence.YES: ("●", message("In operation")), Presence.PRESUMED: ("◐", message("Probably in operation")),
    Presence.POSSIBLE: ("◔", message("Uncertain")), Presence.NO: ("–", message("Not in operation")),
}

_CHANGED = (message("ACT"), message("DID"), message("TO"), message("OPERATIVE"), message("SOURCE"))
_LISTED = (message("ACT"), message("ADOPTED"), message("PUBLISHED"), message("FIRST DAY OF OPERATION"),
           message("CHANGES"), message("TITLE"))
NOTHING, PERHAPS = message("Nothing was found."), message("Nothing was found. Perhaps:")
_NARROWEST = 24
"""The least room in which words are set beside the other columns."""


def history(sheet: HistorySheet, width: int | None = None, voice: Voice = ENGLISH) -> str:
    """Return the life of a provision, its versions newest first, and the changes that bear on it."""
    voice = voice.of(sheet.law.kind)
    versions = columns([(voice.say("FROM"), voice.say("LAST DAY"), "", "", voice.say("WHY")),
                        *(_version(each, voice) for each in reversed(sheet.versions))], width)
    changes = columns([tuple(map(voice.say, _CHANGED)), *(_change(each, voice) for each in sheet.amendments)], width)
    head = voice.say("Changes of it, inside it and of what encloses it")
    none = voice.say("No act is known to have changed it.")
    told = f"\n\n{head}\n{changes}" if sheet.amendments else f"\n\n{none}"
    known = f"\n{known_sentence(sheet.known, voice)}" if sheet.known else ""
    where = look_up_lines(sheet.law, sheet.looked_up, voice)
    looked_up = "\n".join(["", "", voice.say("Where to look it up"), *where]) if where else ""
    lines = (lineage_line(each, sheet.law.id, other_side(each, sheet.law.id, voice), voice) for each in sheet.lineage)
    lineage = "\n".join(["\n", *lines]) if sheet.lineage else ""
    return f"{sheet.law.id} {sheet.eid}{known}\n\n{versions}{looked_up}{lineage}{told}"


def findings(found: Sequence[Finding], voice: Voice = ENGLISH) -> str:
    """Return what does not fit in the sources, a line each."""
    if not found:
        return voice.say("Nothing was found that does not fit.")
    return "\n".join(finding_line(each, f": {_place(each)}", voice) for each in found)


def _place(each: Finding) -> str:
    if each.file is None:
        return each.eid or each.law or "all"
    return each.file if each.line is None else f"{each.file}:{each.line}"


def acts(rows: Sequence[ActRow], width: int | None = None, voice: Voice = ENGLISH) -> str:
    """Return the acts with their days, the number of their changes, and their titles."""
    lines = [tuple(map(voice.say, _LISTED))]
    lines += [(row.act.name, str(row.act.adopted or ""), str(row.published or ""), _days(row.operative, voice),
               str(len(row.effects)), _title(row, voice)) for row in rows]
    return columns(lines, width)


def _title(row: ActRow, voice: Voice) -> str:
    found = titled(row.titles, (voice.locale.letters,))
    return found[1] if found else ""


def _version(version: Version, voice: Voice) -> tuple[str, ...]:
    mark, word = sign(version, voice) if version.wording else _PRESENCE[version.in_operation]
    word = word if version.wording else voice.say(word)
    until = str(add_days(version.before.earliest, -1) if version.before.earliest else "…")
    return str(version.start.latest), until, mark, word, "; ".join(
        dict.fromkeys(reason_on_sheet(each, voice) for each in version.because))


def _change(each: Amendment, voice: Voice) -> tuple[str, ...]:
    source = each.sources[0] if each.sources else None
    place = f"{source.file}:{source.line}" if source else voice.say("no source records it")
    did = each.action if voice.locale is Locale.ENGLISH else done(each.action, voice)
    return act_in_words(each.act_name, voice), did, each.target, _days(each.operative, voice), place


def _days(bounds: DayBounds | None, voice: Voice) -> str:
    return bounds_in_words(bounds, voice) if bounds else voice.say("not known")


def columns(rows: Iterable[tuple[str, ...]], width: int | None = None) -> str:
    """Set rows in columns; the last one is as wide as it is, or as the `width` of a terminal leaves room for it."""
    every = list(rows)
    widths = [max(len(row[column]) for row in every) for column in range(len(every[0]) - 1)]
    told = (("  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=False)), row[-1]) for row in every)
    return "\n".join(line.rstrip() for left, last in told for line in _fitted(left, last, width))


def _fitted(left: str, last: str, width: int | None) -> Iterator[str]:
    """Give the lines of a row: what does not fit beside the other columns goes on beneath, set in under its own."""
    behind = f"{left}  " if left else ""
    room = width - len(behind) if width else 0
    if not width or len(last) <= room:
        yield behind + last
        return
    if room < _NARROWEST:
        yield left
        behind, room = "    ", max(width - len("    "), _NARROWEST)
    for place, line in enumerate(wrap(last, room, break_on_hyphens=False)):
        yield (" " * len(behind) if place else behind) + line
