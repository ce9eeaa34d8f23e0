"""Compare the acts that a note names with those that its links lead to: `Z040000013_` is law No. 13 of 2004.

The identity tells the kind, two figures of the year and the ordinal number, without the convocation behind it. Orders
of ministers bear the number of their registration there, so they are not compared. A link is exact: where the printed
number is another one, the link decides, and the note is reported.
"""

import re
from dataclasses import replace

from lawgraph.law.model import ActLink
from lawgraph.parsing.footnotes.statements import Naming

_IDENTITY = re.compile(r"[ZKPU](?P<year>[0-9]{2})(?:(?P<old>[0-9]{7})_|(?P<new>[0-9]{8}))")
_ORDINAL = re.compile(r"[0-9]+")
_FIRST_OF_LAST_CENTURY = 90


def with_link(naming: Naming, link: ActLink) -> tuple[Naming, str | None]:
    """Return an act as its link names it, and what the print says otherwise."""
    match = _IDENTITY.fullmatch(link.act_id)
    if match is None:
        return naming, None
    ordinal = str(int(match["old"] or match["new"]))
    year = int(match["year"]) + (1900 if int(match["year"]) >= _FIRST_OF_LAST_CENTURY else 2000)
    printed = _ORDINAL.match(naming.number or "")
    numbered = printed is not None and printed[0].lstrip("0") == ordinal
    if numbered and (naming.day is None or naming.day.year == year):
        return naming, None
    suffix = (naming.number or "")[printed.end():] if printed else ""
    day = f" dated {naming.day}" if naming.day else ""
    here = f"No. {naming.number}{day}" if naming.number else f"no number{day}"
    told = f"the link names {link.act_id}, which is No. {ordinal} of {year}; printed is {here}"
    return replace(naming, number=f"{ordinal}{suffix}"), told
