"""Sheets as Markdown."""

import re

from lawgraph.printout.references import look_up_lines
from lawgraph.printout.sheets import DaySheet, Entry, entries, standing, title

_MARKS = re.compile(r"[\\`*_\[\]<>#]|^[-+](?= )|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def day_sheet(sheet: DaySheet) -> str:
    """Return a law, or one provision, on a day."""
    head = [f"# {escaped(title(sheet))}", *(escaped(line) for line in standing(sheet))]
    where = [f"- {escaped(line)}" for line in look_up_lines(sheet.law, sheet.looked_up)]
    looked_up = ["## Where to look it up", "\n".join(where)] if where else []
    return "\n\n".join([*head, *(part for each in entries(sheet) for part in _set(each)), *looked_up])


def _set(each: Entry) -> list[str]:
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
