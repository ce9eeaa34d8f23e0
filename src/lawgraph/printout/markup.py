"""Sheets as HTML: whole, plain documents without script and style; each provision has its address as id."""

from collections.abc import Iterable
from html import escape

from lawgraph.languages.spoken import spoken
from lawgraph.languages.state import FIRST
from lawgraph.printout.changed_sheet import Item, held_by_one, sections, summary, text_named
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
from lawgraph.timeline.assurance import Shifts
from lawgraph.timeline.comparison import Difference
from lawgraph.timeline.worddiff import WordChange


def day_sheet(sheet: DaySheet) -> str:
    """Return a law, or one provision, on a day."""
    told = [_element("p", line) for line in standing(sheet)]
    where = [_element("li", line) for line in look_up_lines(sheet.law, sheet.looked_up)]
    looked_up = [_element("h2", "Where to look it up"), "<ul>", *where, "</ul>"] if where else []
    return _document(title(sheet), sheet.lang,
                     [*told, *(line for each in entries(sheet) for line in _set(each)), *looked_up])


def difference_sheet(sheet: DifferenceSheet) -> str:
    """Return what differs between two days."""
    lines = [_element("p", compared(sheet))]
    for each in sheet.found:
        lines += [f'<section id="{escape(each.eid)}">', _element("h2", f"{each.eid}: {changed(each)}"),
                  *_difference(each, sheet), "</section>"]
    return _document(title(sheet), sheet.lang, lines)


def changed_answers(found: Shifts) -> str:
    """Return what two databases say otherwise for sure."""
    lines = [_element("p", summary(found))]
    for section in sections(found):
        lines.append(_element("h2", section.title))
        for name, items in section.texts:
            lines += [_element("h3", name), "<ul>", *map(_item, items), "</ul>"]
    for heading, texts in held_by_one(found):
        lines += [_element("h2", heading), "<ul>", *(_element("li", text_named(each)) for each in texts), "</ul>"]
    return _document("What is said otherwise for sure", FIRST, lines)


def _document(heading: str, lang: str, lines: Iterable[str]) -> str:
    return "\n".join(["<!DOCTYPE html>", f'<html lang="{spoken(lang).tag}">', '<head><meta charset="utf-8">',
                      f"{_element('title', heading)}</head>", "<body><main>", _element("h1", heading), *lines,
                      "</main></body>", "</html>"])


def _set(each: Entry) -> list[str]:
    place = f' id="{escape(each.eid)}"'
    if each.division:
        level = "h2" if each.eid.kind.divides else "h3"
        lines = [_element(level, each.head, place), *([_element("p", each.text)] if each.text else [])]
    else:
        lines = [_element("p", " ".join(filter(None, (each.sign, each.head, each.text))), place)]
    lines += [f"<p><em>{escape(each.note.sentence)}</em></p>"] if each.note else []
    if each.nearest:
        lines += [_element("p", each.nearest[0]), f"<blockquote>{_element('p', each.nearest[1])}</blockquote>"]
    return lines


def _difference(each: Difference, sheet: DifferenceSheet) -> list[str]:
    if each.words:
        return [_words(each.words)]
    return [_element("p", text) if came is None else f"<p>{_element('ins' if came else 'del', text)}</p>"
            for text, came in wordings(each, sheet.days)]


def _item(each: Item) -> str:
    why = f" ({escape(each.why)})" if each.why else ""
    was, now = _element("i", each.was), _element("i", each.now)
    told = f"{_element('b', each.provisions)} {each.days}: was {was}, is {now}{why}."
    words = f"<blockquote>{_words(each.words)}</blockquote>" if each.words else ""
    return f"<li>{told}{words}</li>"


def _words(changes: Iterable[WordChange]) -> str:
    return f"<p>{''.join(map(_marked, changes))}</p>"


def _marked(change: WordChange) -> str:
    if change.before == change.after:
        return escape(change.before)
    return "".join(_element(name, text) for name, text in (("del", change.before), ("ins", change.after)) if text)


def _element(name: str, text: str, traits: str = "") -> str:
    return f"<{name}{traits}>{escape(text)}</{name}>"
