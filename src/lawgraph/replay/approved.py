"""What an act approved, as rules: a text below its signature, which other acts name by its title.

A title stands in a case there: "in the Rules of keeping oxen, approved by that order". It is found among the headings
of the annexes, its first word by how it begins and the others as they are printed.
"""

import re
from functools import cache

from lawgraph.languages.amending import Level
from lawgraph.languages.inflected import may_hold
from lawgraph.languages.letters import YO
from lawgraph.languages.scanner import close_set
from lawgraph.languages.spoken import spoken
from lawgraph.replay.addresses import Address, UnitStep
from lawgraph.replay.words import PrintedLine

_WORD = re.compile(r"\w+")


def approved_in(line: PrintedLine) -> Address | None:
    """Return the approved text that a heading names, `None` where it names none."""
    match = _pattern(spoken(line.lang).amending.approved_in).match(line.text)
    return (UnitStep(Level.ANNEX, titled=(match["inflected"], match["rest"])),) if match else None


def within_approved(line: PrintedLine) -> tuple[Address, str] | None:
    """Return the approved text that a line names beside what is done in it, and the line without its name."""
    said = spoken(line.lang).amending
    before = _pattern(said.approved_before).match(line.text)
    behind = None if before else _pattern(said.approved_behind).search(line.text)
    match = before or behind
    if match is None or line.text.count("«", 0, match.start()) != line.text.count("»", 0, match.start()):
        return None
    rest = line.printed[match.start("clause"):] if before else line.printed[:match.start()] + line.printed[match.end():]
    return (UnitStep(Level.ANNEX, titled=(match["inflected"], match["rest"])),), rest


def is_approved(address: Address) -> bool:
    """Tell whether an address lies in a text that the act approved."""
    return bool(address) and address[0].titled is not None


def is_titled(heading: str, inflected: str, rest: str) -> bool:
    """Tell whether a heading is a title that was named in another case."""
    printed, own, same = map(_words, (heading, inflected, rest))
    if len(printed) != len(own) + len(same):
        return False
    if printed[len(own):] == same:
        held = printed[:len(own)]
    elif printed[:len(same)] == same:
        held = printed[len(same):]
    else:
        return False
    return all(may_hold(one, (other,)) for one, other in zip(held, own, strict=True))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().translate(YO))


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(close_set(pattern))
