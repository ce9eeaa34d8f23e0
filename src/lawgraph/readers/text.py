"""Cut a plain-text source into blocks, one for each line that is not blank, without losing a character.

In the files that people save from the public page a body line begins with five no-break spaces and a space, a heading
with one space or none. Lines that hold nothing but tabs are what is left of tables: the signature is one. A file
may also come with a byte order mark or with the line ends of another system; both are layout.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]+|\r\n?|\n")
_LAYOUT = " \t\u00a0\ufeff\u200b\u2028\u2029\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2002\u2003\u2007\u2009\u202f\u3000"


@dataclass(frozen=True, slots=True)
class Block:
    """Hold one line that is not blank: its text without the layout around it, and its place.

    `margin` tells that it begins with one space or none, tabs aside, `after_cell` that the line before holds tabs only.
    """

    text: str
    start: int
    line: int
    margin: bool
    after_cell: bool

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.start + len(self.text)

    @property
    def tabular(self) -> bool:
        """Tell whether tabs stand inside the line, as in the row of a table."""
        return "\t" in self.text


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a source in their order."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    line, after_cell = 1, False
    for match in _LINE.finditer(text):
        printed = match[0]
        if printed[0] in "\r\n":
            line += 1
            continue
        content = printed.strip(_LAYOUT)
        if content:
            indent = len(printed) - len(printed.lstrip(_LAYOUT))
            lead = printed[:indent].lstrip("\ufeff").replace("\t", "")
            yield Block(content, match.start() + indent, line, lead in {"", " "}, after_cell)
        after_cell = not content and "\t" in printed
