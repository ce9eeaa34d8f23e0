"""A citation sheet: one page that says what the wording was, whether to rely on it, and how that follows."""

import textwrap
from dataclasses import dataclass

from lawgraph.coverage import GRADES, Coverage, total
from lawgraph.model import Amendment, Kind, Presence
from lawgraph.names import done, provision_name
from lawgraph.printout.sheets import DaySheet
from lawgraph.queries import ActRow, Printing
from lawgraph.voice import (
    act_in_words,
    answer_sentence,
    bounds_in_words,
    citation_sentence,
    day_in_words,
    known_sentence,
)

_WIDTH = 92
_NO_FORCE = ("This text is a translation without legal force. Only the official Kazakh and Russian texts have legal "
             "force.")
_NUMBERS = {Kind.POINT: "{}) ", Kind.SUBPOINT: "{}) ", Kind.ARTICLE: "Article {}. "}


@dataclass(frozen=True, slots=True)
class CitationSheet:
    """Hold a provision on a day: the changes behind the answer, the acts that made them, and where it is printed."""

    asked: DaySheet
    amendments: tuple[Amendment, ...]
    acts: tuple[ActRow, ...]
    printings: tuple[Printing, ...]


def citation(sheet: CitationSheet) -> str:
    """Return the sheet as plain text."""
    rests_on = [line for told in sources(sheet) for line in _filled(told)]
    parts = [_title(sheet), _wording(sheet), _reliance(sheet), ["HOW THIS FOLLOWS", *_numbered(derivation(sheet))],
             ["SOURCES", *rests_on]]
    return "\n\n".join("\n".join(part) for part in parts)


def coverage_table(parts: dict[str, Coverage]) -> str:
    """Return the shares of each article and of the whole, in per cent of the provision-days that count."""
    lines = [f"{'':14}{'days':>10}" + "".join(f"{grade:>12}" for grade in GRADES)]
    for name, part in (*parts.items(), ("total", total(parts.values()))):
        shares = "".join(f"{part.share(grade):11.2f}%" for grade in GRADES)
        lines.append(f"{name:14}{part.days:10}{shares}")
    return "\n".join(lines)


def _title(sheet: CitationSheet) -> list[str]:
    asked = sheet.asked
    law = f"Law № {asked.law.number} of {day_in_words(asked.law.adopted)}, {asked.law.title(asked.lang)}"
    known = [known_sentence(asked.known)] if asked.known else []
    return [law, f"{provision_name(asked.eid or 'law')} as of {day_in_words(asked.day)}", *known]


def _wording(sheet: CitationSheet) -> list[str]:
    lines = ["WORDING"]
    for each in sheet.asked.found:
        if each.version.in_operation is Presence.NO and each.place.eid != sheet.asked.eid:
            continue
        number = _NUMBERS.get(each.place.kind, "{}. ").format(each.place.number) if each.place.number else ""
        text = each.version.text if each.version.text is not None else "[not held]"
        lines += _filled(f"{number}{text}") if number or text else []
    return lines


def _reliance(sheet: CitationSheet) -> list[str]:
    own = sheet.asked.found[0]
    told = answer_sentence(own.version, sheet.asked.day, str(own.place.kind))
    lines = ["MAY I RELY ON IT?", *_filled(told), *_filled(f"In short: {citation_sentence(own.version)}.")]
    weaker = sum(each.version != own.version and each.version.wording != own.version.wording
                 for each in sheet.asked.found[1:])
    return lines + (_filled(f"{weaker} of its parts stand otherwise: cite each on its own.") if weaker else [])


def derivation(sheet: CitationSheet) -> tuple[str, ...]:
    """Return how the answer follows, step by step: the law's start, then each change by its first day of operation."""
    start = sheet.asked.law.start
    known = {each.act.name: each for each in sheet.acts}
    told = [each for each in sheet.amendments if each.act]
    by_first_day = sorted(told, key=lambda each: (str(each.operative.earliest), each.target))
    return (f"The law began to operate {bounds_in_words(start)}: {start.basis}.",
            *(_step(each, known, sheet) for each in by_first_day))


def sources(sheet: CitationSheet) -> tuple[str, ...]:
    """Return what the answer rests on: the file with its hash, the place in it, the facts, and its standing."""
    source = sheet.asked.source
    address = f", {source.address}" if source and source.address else ""
    held = [f"{source.file}, {source.standing}, SHA-256 {source.sha256}{address}"] if source else []
    printed = [f"printed at {each.file}, line {each.line}, bytes {each.first}–{each.after}"
               for each in sheet.printings]
    facts = dict.fromkeys(f"{source.file}, line {source.line}: {source.text}" for each in sheet.amendments
                          for source in each.sources if source.file.endswith(".toml"))
    standing = [_NO_FORCE] if source and not source.official else []
    return (*held, *printed, *facts, *standing)


def _numbered(lines: tuple[str, ...]) -> list[str]:
    return [line for count, told in enumerate(lines, 1) for line in _filled(f"{count}. {told}")]


def _step(each: Amendment, known: dict[str, ActRow], sheet: CitationSheet) -> str:
    row = known.get(each.act.name) if each.act else None
    adopted = f", adopted {day_in_words(row.act.adopted)}" if row and row.act.adopted else ""
    published = f", published {day_in_words(row.published)}" if row and row.published else ""
    later = "" if each.operative.possibly_by(sheet.asked.day) else " (after this day)"
    return (f"{act_in_words(each.act.name if each.act else None)}{adopted}{published}: {done(each.action)}: "
            f"{provision_name(each.target)}, first day of operation {bounds_in_words(each.operative)}{later}; "
            f"{each.operative.basis}.")


def _filled(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="     ", break_on_hyphens=False)
