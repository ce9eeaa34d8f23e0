"""Sheets as HTML: whole, plain documents without script and style; each provision has its address as id."""

from collections.abc import Iterable
from html import escape

from lawgraph.languages.spoken import spoken
from lawgraph.printout.references import look_up_lines
from lawgraph.printout.sheets import (
    DaySheet,
    DifferenceSheet,
    Entry,
    changed,
    compared,
    entries,
    standing,
    title,
    wordings,
)
from lawgraph.timeline.comparison import Difference, WordChange


def day_sheet(sheet: DaySheet) -> str:
    """Return a law, or one provision, on a day."""
    told = [element("p", line) for line in standing(sheet)]
    where = [element("li", line) for line in look_up_lines(sheet.law, sheet.looked_up)]
    looked_up = [element("h2", "Where to look it up"), "<ul>", *where, "</ul>"] if where else []
    return document(title(sheet), sheet.lang,
                     [*told, *(line for each in entries(sheet) for line in _set(each)), *looked_up])


def difference_sheet(sheet: DifferenceSheet) -> str:
    """Return what differs between two days."""
    lines = [element("p", compared(sheet))]
    for each in sheet.found:
        lines += [f'<section id="{escape(each.eid)}">', element("h2", f"{each.eid}: {changed(each)}"),
                  *_difference(each, sheet), "</section>"]
    return document(title(sheet), sheet.lang, lines)


def document(heading: str, lang: str, lines: Iterable[str]) -> str:
    """Return a document of its heading and what stands below it."""
    return "\n".join(["<!DOCTYPE html>", f'<html lang="{spoken(lang).tag}">', '<head><meta charset="utf-8">',
                      f"{element('title', heading)}</head>", "<body><main>", element("h1", heading), *lines,
                      "</main></body>", "</html>"])


def _set(each: Entry) -> list[str]:
    place = f' id="{escape(each.eid)}"'
    if each.division:
        level = "h2" if each.eid.kind.divides else "h3"
        lines = [element(level, each.head, place), *([element("p", each.text)] if each.text else [])]
    else:
        lines = [element("p", " ".join(filter(None, (each.sign, each.head, each.text))), place)]
    lines += [f"<p><em>{escape(each.note.sentence)}</em></p>"] if each.note else []
    for days, text in each.nearest:
        lines += [element("p", days), f"<blockquote>{element('p', text)}</blockquote>"]
    return lines


def _difference(each: Difference, sheet: DifferenceSheet) -> list[str]:
    if each.words:
        return [words(each.words)]
    return [element("p", text) if came is None else f"<p>{element('ins' if came else 'del', text)}</p>"
            for text, came in wordings(each, sheet.days)]


def words(changes: Iterable[WordChange]) -> str:
    """Return a changed wording, marked where words fell away and came in."""
    return f"<p>{''.join(map(_marked, changes))}</p>"


def _marked(change: WordChange) -> str:
    if change.before == change.after:
        return escape(change.before)
    return "".join(element(name, text) for name, text in (("del", change.before), ("ins", change.after)) if text)


def element(name: str, text: str, traits: str = "") -> str:
    """Return an element that holds a text."""
    return f"<{name}{traits}>{escape(text)}</{name}>"
