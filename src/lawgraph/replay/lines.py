"""The lines of an amending act: paragraphs as stored, joined where they were broken, cut where two stand in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from lawgraph.languages.scanner import level
from lawgraph.languages.spoken import spoken
from lawgraph.reading.source import SourceText

_STEP = re.compile(r"(?P<number>\d{1,4}(?:-\d{1,3}){0,2})(?P<mark>[.)])\s{0,9}")
_OMITTED = re.compile(r"\[(?:…|\.\.\.)\]")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Hold a line: its text levelled and as printed, its place; `paragraph` counts the paragraphs of the source."""

    text: str
    printed: str
    start: int
    number: int
    paragraph: int
    lang: str

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.start + len(self.text)

    @property
    def leads_in(self) -> bool:
        """Tell whether it ends by leading in a wording."""
        match = _lead_in(self.lang).search(self.text)
        return match is not None and not self.text[match.end():].strip()

    @property
    def omits(self) -> bool:
        """Tell whether it declares that something was left out: `[…]`."""
        return _OMITTED.fullmatch(self.text.strip()) is not None

    def step(self, marks: str) -> re.Match[str] | None:
        """Return the match of a number that counts a step, ended by one of some marks."""
        match = _STEP.match(self.text)
        if match is None or match["mark"] not in marks or _no_step(self.lang).match(self.text, match.end("mark")):
            return None
        return match

    def behind(self, place: int) -> "PrintedLine":
        """Return the line from a place on."""
        rest = self.text[place:]
        place += len(rest) - len(rest.lstrip())
        return replace(self, text=self.text[place:], printed=self.printed[place:], start=self.start + place)

    def upto(self, place: int) -> "PrintedLine":
        """Return the line up to a place."""
        return replace(self, text=self.text[:place].rstrip(), printed=self.printed[:place].rstrip())


def lines_of(source: SourceText, lang: str) -> tuple[PrintedLine, ...]:
    """Return the paragraphs of a source, those cut in two that lead in a wording and hold it too."""
    return tuple(line for place, block in enumerate(source.blocks)
                 for line in _cut(PrintedLine(level(block.text), block.text, block.start, block.line, place, lang)))


def joined(first: PrintedLine, second: PrintedLine, source: SourceText) -> PrintedLine:
    """Return two paragraphs as the one that they were before a line end broke it."""
    printed = source.text[first.start:second.end]
    return PrintedLine(level(printed), printed, first.start, first.number, first.paragraph, first.lang)


def _cut(line: PrintedLine) -> Iterator[PrintedLine]:
    match = None if line.text.startswith(("«", '"')) else _lead_in(line.lang).search(line.text)
    if match is None or not line.text[match.end():].strip().startswith(("«", '"')):
        yield line
        return
    yield line.upto(match.end())
    yield line.behind(match.end())


@cache
def _lead_in(lang: str) -> re.Pattern[str]:
    return re.compile(spoken(lang).amending.lead_in, re.IGNORECASE)


@cache
def _no_step(lang: str) -> re.Pattern[str]:
    return re.compile(spoken(lang).amending.no_step, re.IGNORECASE)
