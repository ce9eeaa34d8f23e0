"""Sheets as plain text for a terminal, a sign before each provision."""

import textwrap
from collections.abc import Iterable, Iterator

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
from lawgraph.timeline.comparison import Difference
from lawgraph.timeline.worddiff import ChangeKind, WordChange

_WIDTH = 100
_WORDS = {
    ChangeKind.EQUAL: "{before}", ChangeKind.INSERTED: "{{+{after}+}}", ChangeKind.DELETED: "[-{before}-]",
    ChangeKind.REPLACED: "[-{before}-] {{+{after}+}}",
}
_WHOLE = {None: "{}", False: "[-{}-]", True: "{{+{}+}}"}
_KEY = {
    "●": "● the wording in operation on that day", "◐": "◐ probably the wording of that day",
    "○": "○ in operation, and the wording of that day is not held", "◔": "◔ not certain to have been in operation",
    "–": "– not in operation",
}


def day_sheet(sheet: DaySheet) -> str:
    """Return a law, or one provision, on a day."""
    shown = entries(sheet)
    lines = [*(textwrap.fill(line, _WIDTH) for line in (title(sheet), *standing(sheet))), ""]
    for each, note in _told_once(shown):
        lines += ["", *_set(each, note)] if each.division and lines[-1] else _set(each, note)
    used = {each.sign for each in shown}
    key = [told for mark, told in _KEY.items() if mark in used]
    where = look_up_lines(sheet.law, sheet.looked_up)
    looked_up = ["", "Where to look it up", *(textwrap.fill(line, _WIDTH) for line in where)] if where else []
    return "\n".join([*lines, "", *key, *looked_up]).rstrip()


def difference_sheet(sheet: DifferenceSheet) -> str:
    """Return what differs between two days: words that fell away in [-…-], words that came in {+…+}."""
    lines = [title(sheet), compared(sheet)]
    for each in sheet.found:
        lines += ["", f"{each.eid}: {changed(each)}"]
        lines += [textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
                  for text in _words(each, sheet)]
    return "\n".join(lines)


def marked_words(changes: Iterable[WordChange]) -> str:
    """Return two wordings as one text: words that fell away in [-…-], words that came in {+…+}."""
    return "".join(_WORDS[each.kind].format(before=each.before, after=each.after) for each in changes)


def _told_once(shown: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Give entries with their notes, a note with the reasons of the entry before without its reasons."""
    reasons = ""
    for each in shown:
        why = each.note.why if each.note else ""
        told = f"{each.note.answer}, as above." if each.note and why and why == reasons else None
        yield each, told or (each.note.sentence if each.note else "")
        reasons = why


def _set(each: Entry, note: str) -> Iterator[str]:
    depth = "" if each.eid == "law__heading" else "  " * len(each.eid.ancestors)
    if each.division:
        yield _wrapped(each.sign, depth, each.head)
    own = each.text if each.division else " ".join(filter(None, (each.head, each.text)))
    if not note or each.text:
        yield from [_wrapped("" if each.division else each.sign, depth, own)] if own else []
    if note and each.text:
        yield _wrapped("", f"{depth}  ", f"[{note}]")
    elif note:
        yield _wrapped("" if each.division else each.sign, depth,
                       f"[{note}]" if each.division else f"{each.head} [{note}]".lstrip())
    if each.nearest:
        yield _wrapped("", f"{depth}    ", " ".join(each.nearest))


def _wrapped(sign: str, indent: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=f"{sign:1} {indent}", subsequent_indent=f"  {indent}")


def _words(each: Difference, sheet: DifferenceSheet) -> Iterator[str]:
    if each.words:
        yield marked_words(each.words)
    else:
        yield from (_WHOLE[came].format(text) for text, came in wordings(each, sheet.days))
