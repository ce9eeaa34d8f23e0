"""What an act approved, as rules: a text below its signature, which other acts name by its title.

A title stands in a case there: "in the Rules of keeping oxen, approved by that order". It is found among the headings
of the annexes, its first word by how it begins and the others as they are printed. Once named it is "those Rules".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lawgraph.languages.amending import Level
from lawgraph.languages.inflected import may_hold
from lawgraph.languages.letters import YO
from lawgraph.languages.scanner import close_set, opens
from lawgraph.languages.spoken import spoken
from lawgraph.replay.addresses import Address, UnitStep
from lawgraph.replay.instructions import Instruction
from lawgraph.replay.words import PrintedLine, quotations

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class NamedText:
    """Hold an approved text that a line names, and the line without its name; a heading has nothing else."""

    text: Address
    rest: str

    @property
    def is_heading(self) -> bool:
        """Tell whether the line is a heading that opens the text."""
        return self.rest.strip() == ":"


def text_in(line: PrintedLine, known: Sequence[Address], here: Address | None) -> NamedText | None:
    """Return the approved text that a line names, in full or as one of those that are known.

    Of several that may be meant it is the one `here`: that of the open heading, if no other was named since.
    """
    said = spoken(line.lang).amending
    if heading := _pattern(said.approved_in).match(line.text):
        return NamedText(_titled(heading), ":")
    if before := _pattern(said.approved_before).match(line.text):
        return NamedText(_titled(before), line.printed[before.start("clause"):])
    behind = _pattern(said.approved_behind).search(line.text)
    if behind and not _is_quoted(line, behind.start()):
        return NamedText(_titled(behind), line.printed[:behind.start()] + line.printed[behind.end():])
    return _again(line, known, here)


def _again(line: PrintedLine, known: Sequence[Address], here: Address | None) -> NamedText | None:
    """Return a text that is named once more: by its first word, or by its title without who approved it."""
    found = _pattern(spoken(line.lang).amending.approved_again).finditer(line.text)
    match = next((each for each in found if not _is_quoted(line, each.start())), None)
    if match is None:
        return None
    alike = [each for each in known if may_hold(_noun(each), (match["noun"],))]
    ends = [(each, end) for each in alike if (end := _title_end(line.text, match.end(), each)) is not None]
    if not ends and len(alike) != 1 and here not in alike:
        return None
    text, end = ends[0] if ends else (alike[0] if len(alike) == 1 else here or (), match.end())
    return NamedText(text, line.printed[:match.start()] + line.printed[end:])


def _noun(text: Address) -> str:
    """Return the word that tells what a text is: in Kazakh it is the last, too."""
    return _words(text[0].titled[0] if text[0].titled else "")[-1]


def _title_end(line: str, start: int, text: Address) -> int | None:
    """Return where the rest of a title ends that stands in a line, `None` where it does not."""
    rest = _words(text[0].titled[1] if text[0].titled else "")
    words = list(_WORD.finditer(line, start))[:len(rest)]
    same = rest and [_words(each[0])[0] for each in words] == rest
    return words[-1].end() if same else None


def _titled(match: re.Match[str]) -> Address:
    return (UnitStep(Level.ANNEX, titled=(match["inflected"], match["rest"])),)


def _is_quoted(line: PrintedLine, place: int) -> bool:
    return line.text.count("«", 0, place) != line.text.count("»", 0, place) or any(
        start < place < end for start, end in quotations(line.text, line.lang).items())


def approved_by(text: str, lang: str) -> tuple[Address, int] | None:
    """Return the approved text that stands beside the name of the act, and where it ends: "the Rules approved by"."""
    match = _pattern(spoken(lang).amending.approved_by).search(text)
    return (_titled(match), match.end()) if match else None


def entitled(title: str | None, lang: str) -> tuple[Address, ...]:
    """Return the text that the title of an act tells that it approves."""
    match = _pattern(spoken(lang).amending.approves_text).search(title or "")
    return (_titled(match),) if match else ()


def is_approved(address: Address) -> bool:
    """Tell whether an address lies in a text that the act approved."""
    return bool(address) and address[0].titled is not None


def is_told(instructions: Sequence[Instruction], lang: str) -> bool:
    """Tell whether it is told of which text each is: of what an act approved, or of the act itself.

    What stands before all on an approved text is of the act: who names that text later would have named it there.
    """
    within = [all(map(is_approved, (*made.edit.targets, *made.instead))) for made in instructions]
    behind = within.index(True) if True in within else 0
    return bool(instructions) and all(
        own or _is_of_act(made, lang) for own, made in zip(within[behind:], instructions[behind:], strict=True))


def _is_of_act(made: Instruction, lang: str) -> bool:
    """Tell whether an instruction can be of the act alone, and of nothing that it approved."""
    opening = made.wordings[0].lines[0] if made.wordings else ""
    return opens(spoken(lang).amending.approving, opening) is not None or all(
        each and (each[0].level in (Level.PREAMBLE, Level.HEADING) or each[0].of_act)
        for each in (*made.edit.targets, *made.instead))


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
