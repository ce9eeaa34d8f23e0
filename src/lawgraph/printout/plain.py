"""Sheets as plain text for a terminal, a sign before each provision."""

import textwrap
from collections.abc import Iterable, Iterator
from functools import lru_cache

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
from lawgraph.timeline.comparison import ChangeKind, Difference, WordChange
from lawgraph.voice.speaking import ENGLISH, Voice, message

_WIDTH = 100
_WORDS = {
    ChangeKind.EQUAL: "{before}", ChangeKind.INSERTED: "{{+{after}+}}", ChangeKind.DELETED: "[-{before}-]",
    ChangeKind.REPLACED: "[-{before}-] {{+{after}+}}",
}
_WHOLE = {None: "{}", False: "[-{}-]", True: "{{+{}+}}"}
_KEY = {
    "●": message("the wording in operation on that day"), "◐": message("probably the wording of that day"),
    "◌": message("in operation, and the wording of that day is not confirmed"),
    "○": message("in operation, and the wording of that day is not held"),
    "◔": message("not certain to have been in operation"), "–": message("not in operation"),
}


def day_sheet(sheet: DaySheet, voice: Voice = ENGLISH) -> str:
    """Return a law, or one provision, on a day."""
    voice = voice.of(sheet.law.kind)
    shown = entries(sheet, voice)
    lines = [*(textwrap.fill(line, _WIDTH) for line in (title(sheet, voice), *standing(sheet, voice))), ""]
    for each, note in _told_once(shown, voice):
        lines += ["", *_set(each, note)] if each.division and lines[-1] else _set(each, note)
    used = {each.sign for each in shown}
    key = [f"{mark} {voice.say(told)}" for mark, told in _KEY.items() if mark in used]
    where = look_up_lines(sheet.law, sheet.looked_up, voice)
    told = (textwrap.fill(line, _WIDTH) for line in where)
    looked_up = ["", voice.say("Where to look it up"), *told] if where else []
    return "\n".join([*lines, "", *key, *looked_up]).rstrip()


def difference_sheet(sheet: DifferenceSheet, voice: Voice = ENGLISH) -> str:
    """Return what differs between two days: words that fell away in [-…-], words that came in {+…+}."""
    voice = voice.of(sheet.law.kind)
    lines = [title(sheet, voice), compared(sheet, voice)]
    for each in sheet.found:
        lines += ["", f"{each.eid}: {changed(each, voice)}"]
        lines += [textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
                  for text in _words(each, sheet, voice)]
    return "\n".join(lines)


def marked_words(changes: Iterable[WordChange]) -> str:
    """Return two wordings as one text: words that fell away in [-…-], words that came in {+…+}."""
    return "".join(_WORDS[each.kind].format(before=each.before, after=each.after) for each in changes)


def _told_once(shown: Iterable[Entry], voice: Voice) -> Iterator[tuple[Entry, str]]:
    """Give entries with their notes, a note with the reasons of the entry before without its reasons."""
    reasons = ""
    for each in shown:
        why = each.note.why if each.note else ""
        same = each.note and why and why == reasons
        told = voice.say("%(answer)s, as above.", answer=each.note.answer) if each.note and same else None
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
    for held in each.nearest:
        yield _wrapped("", f"{depth}    ", " ".join(held))


# Most lines of a law are the same on all of its days.
@lru_cache(maxsize=4096)
def _wrapped(sign: str, indent: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=f"{sign:1} {indent}", subsequent_indent=f"  {indent}")


def _words(each: Difference, sheet: DifferenceSheet, voice: Voice) -> Iterator[str]:
    if each.words:
        yield marked_words(each.words)
    else:
        yield from (_WHOLE[came].format(text) for text, came in wordings(each, sheet.days, voice))
