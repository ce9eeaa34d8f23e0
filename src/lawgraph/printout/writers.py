"""Sheets as plain text for a terminal, as Markdown, and as whole documents of HTML without script and style.

In HTML each provision has its address as id.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from functools import lru_cache
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
from lawgraph.timeline.comparison import ChangeKind, Difference, WordChange
from lawgraph.voice.speaking import ENGLISH, Voice, message

_WIDTH = 100
_WORDS = {
    ChangeKind.EQUAL: "{before}", ChangeKind.INSERTED: "{{+{after}+}}", ChangeKind.DELETED: "[-{before}-]",
    ChangeKind.REPLACED: "[-{before}-] {{+{after}+}}",
}
_WHOLE = {None: "{}", False: "[-{}-]", True: "{{+{}+}}"}
_MARKS = re.compile(r"[\\`*_\[\]<>#]|^[-+](?= )|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_KEY = {
    "●": message("the wording in operation on that day"), "◐": message("probably the wording of that day"),
    "◌": message("in operation, and the wording of that day is not confirmed"),
    "○": message("in operation, and the wording of that day is not held"),
    "◔": message("not certain to have been in operation"), "–": message("not in operation"),
}


def plain_day(sheet: DaySheet, voice: Voice = ENGLISH) -> str:
    """Return a law, or one provision, on a day, as text for a terminal, a sign before each provision."""
    voice = voice.of(sheet.law.kind)
    shown = entries(sheet, voice)
    lines = [*(textwrap.fill(line, _WIDTH) for line in (title(sheet, voice), *standing(sheet, voice))), ""]
    for each, note in _told_once(shown, voice):
        lines += ["", *_plain_entry(each, note)] if each.division and lines[-1] else _plain_entry(each, note)
    used = {each.sign for each in shown}
    key = [f"{mark} {voice.say(told)}" for mark, told in _KEY.items() if mark in used]
    where = look_up_lines(sheet.law, sheet.looked_up, voice)
    told = (textwrap.fill(line, _WIDTH) for line in where)
    looked_up = ["", voice.say("Where to look it up"), *told] if where else []
    return "\n".join([*lines, "", *key, *looked_up]).rstrip()


def plain_difference(sheet: DifferenceSheet, voice: Voice = ENGLISH) -> str:
    """Return what differs between two days: words that fell away in [-…-], words that came in {+…+}."""
    voice = voice.of(sheet.law.kind)
    lines = [title(sheet, voice), compared(sheet, voice)]
    for each in sheet.found:
        lines += ["", f"{each.eid}: {changed(each, voice)}"]
        lines += [textwrap.fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
                  for text in _plain_words(each, sheet, voice)]
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


def _plain_entry(each: Entry, note: str) -> Iterator[str]:
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


def _plain_words(each: Difference, sheet: DifferenceSheet, voice: Voice) -> Iterator[str]:
    if each.words:
        yield marked_words(each.words)
    else:
        yield from (_WHOLE[came].format(text) for text, came in wordings(each, sheet.days, voice))


def markdown_day(sheet: DaySheet) -> str:
    """Return a law, or one provision, on a day, as Markdown."""
    head = [f"# {escaped(title(sheet))}", *(escaped(line) for line in standing(sheet))]
    where = [f"- {escaped(line)}" for line in look_up_lines(sheet.law, sheet.looked_up)]
    looked_up = ["## Where to look it up", "\n".join(where)] if where else []
    return "\n\n".join([*head, *(part for each in entries(sheet) for part in _markdown_entry(each)), *looked_up])


def _markdown_entry(each: Entry) -> list[str]:
    if each.division:
        level = "##" if each.eid.kind.divides else "###"
        parts = [f"{level} {escaped(each.head)}", *([escaped(each.text)] if each.text else [])]
    else:
        parts = [escaped(" ".join(filter(None, (each.sign, each.head, each.text))))]
    parts += [f"> {escaped(each.note.sentence)}"] if each.note else []
    parts += [f"> {escaped(days)}\n>\n> {escaped(text)}" for days, text in each.nearest]
    return parts


def escaped(text: str) -> str:
    """Take from the signs of Markdown their meaning."""
    return _MARKS.sub(lambda match: f"\\{match[0]}", text)


def html_day(sheet: DaySheet) -> str:
    """Return a law, or one provision, on a day, as a document of HTML."""
    told = [element("p", line) for line in standing(sheet)]
    where = [element("li", line) for line in look_up_lines(sheet.law, sheet.looked_up)]
    looked_up = [element("h2", "Where to look it up"), "<ul>", *where, "</ul>"] if where else []
    return document(title(sheet), sheet.lang,
                     [*told, *(line for each in entries(sheet) for line in _html_entry(each)), *looked_up])


def html_difference(sheet: DifferenceSheet) -> str:
    """Return what differs between two days, as a document of HTML."""
    lines = [element("p", compared(sheet))]
    for each in sheet.found:
        lines += [f'<section id="{escape(each.eid)}">', element("h2", f"{each.eid}: {changed(each)}"),
                  *_html_words(each, sheet), "</section>"]
    return document(title(sheet), sheet.lang, lines)


def document(heading: str, lang: str, lines: Iterable[str]) -> str:
    """Return a document of its heading and what stands below it."""
    return "\n".join(["<!DOCTYPE html>", f'<html lang="{spoken(lang).tag}">', '<head><meta charset="utf-8">',
                      f"{element('title', heading)}</head>", "<body><main>", element("h1", heading), *lines,
                      "</main></body>", "</html>"])


def _html_entry(each: Entry) -> list[str]:
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


def _html_words(each: Difference, sheet: DifferenceSheet) -> list[str]:
    if each.words:
        return [html_words(each.words)]
    return [element("p", text) if came is None else f"<p>{element('ins' if came else 'del', text)}</p>"
            for text, came in wordings(each, sheet.days)]


def html_words(changes: Iterable[WordChange]) -> str:
    """Return a changed wording, marked where words fell away and came in."""
    return f"<p>{''.join(map(_marked, changes))}</p>"


def _marked(change: WordChange) -> str:
    if change.before == change.after:
        return escape(change.before)
    return "".join(element(name, text) for name, text in (("del", change.before), ("ins", change.after)) if text)


def element(name: str, text: str, traits: str = "") -> str:
    """Return an element that holds a text."""
    return f"<{name}{traits}>{escape(text)}</{name}>"
