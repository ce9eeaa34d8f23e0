"""Cut a plain-text source into blocks, one for each line that is not blank, without losing a character.

In the files that people save from the public page a body line begins with five no-break spaces and a space, a heading
with one space or none. Lines that hold nothing but tabs are what is left of tables: the signature is one. A file
may also come with a byte order mark or with the line ends of another system; both are layout.
"""

import re
from collections.abc import Iterator

from lawgraph.reading.source import Block, SourceText

_LINE = re.compile(r"[^\r\n]+|\r\n?|\n")
LAYOUT = " \t\u00a0\ufeff\u200b\u2028\u2029\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2002\u2003\u2007\u2009\u202f\u3000"
"""What may stand around the text of a line without being part of it."""


def read_plain(text: str) -> SourceText:
    """Return a plain text as a source."""
    return SourceText(text, tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    line, after_cell = 1, False
    for match in _LINE.finditer(text):
        printed = match[0]
        if printed[0] in "\r\n":
            line += 1
            continue
        content = printed.strip(LAYOUT)
        if content:
            indent = len(printed) - len(printed.lstrip(LAYOUT))
            lead = printed[:indent].lstrip("\ufeff").replace("\t", "")
            yield Block(content, match.start() + indent, line, lead in {"", " "}, after_cell)
        after_cell = not content and "\t" in printed
