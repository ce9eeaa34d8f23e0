"""Read a Markdown edition of the git corpus: headings by their signs, notes as quotations, the signature in italics.

The contents list, anchors and front matter are no text. Each line of the file is a line of the law, indented or not;
only a quotation whose italics go on is one note over several lines. What is escaped ("1\\. ", "\\*") is read as meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import unescape

from lawgraph.languages.spoken import codes, spoken
from lawgraph.model import Finding, Severity
from lawgraph.readers.meta import read_front, read_meta
from lawgraph.readers.pieces import Piece, in_row, join, linked
from lawgraph.readers.source import Line, Marked, Said, SourceText, compose
from lawgraph.readers.text import LAYOUT

__all__ = ["read_markdown", "read_meta"]

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r" {0,3}#{1,6}\s+(?P<text>.*?)\s*#*\s*$")
_QUOTE = re.compile(r"\s*(?:>\s?)+(?P<text>.*)$")
_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*$")
_RULE = re.compile(r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|"
                   r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|\s*(?::?-+:?\s*)?)$")
_ENTRY = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s|\|.*\]\(.*\|\s*$|\[[^\]]*\]\([^)]*\)\s*$)")
_ANCHOR = re.compile(r"<a\s+(?:id|name)\s*=\s*[\"']?[^\"'>]*[\"']?\s*>\s*(?:</a>)?|<!--.*?-->", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:b|strong|i|em|u|s|sub|sup|small|a)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?P<name>[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_RESTORED = re.compile("[\ue021-\ue07e]")
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<address>[^()\s]*)\)")
_BOLD = re.compile(r"(?<![\w*])\*\*(?=\S)((?:[^*]|\*(?!\*))+)(?<=\S)\*\*(?!\w)")
_ITALIC = re.compile(r"(?<![\w*])\*(?![\s*])([^*]+)(?<!\s)\*(?![\w*])")


@dataclass(frozen=True, slots=True)
class _Written:
    """Hold a line of the file as it is told apart: `quoted` as a note, `heading` by its signs."""

    text: str
    line: int
    quoted: bool = False
    heading: bool = False


def read_markdown(text: str, place: str) -> SourceText:
    """Return a Markdown edition as a source."""
    front = _FRONT.match(text)
    skipped = front.end() if front else 0
    before = text.count("\n", 0, skipped)
    findings: dict[str, Finding] = {}
    shown: list[tuple[Line, bool]] = []
    for written in _in_notes(_written(text[skipped:].split("\n"), before + 1)):
        for name in _tags(written):
            findings.setdefault(name, _unknown(name, written.line))
        shown += _shown(written)
    lines = tuple(_signed(shown))
    title = next((line.text for line in lines[:1] if line.margin), None)
    said = read_front(front["yaml"], title, place) if front else Said(title=title)
    return compose(lines, said, findings.values())


def _written(lines: Sequence[str], first: int) -> Iterator[_Written]:
    """Tell the lines of the file apart; blank ones, rules and the contents list are left out."""
    contents = False
    for number, raw in enumerate(lines, first):
        line = _ANCHOR.sub("", raw.rstrip("\r")) if "<" in raw else raw.rstrip("\r")
        heading, quote = _HEADING.match(line), _QUOTE.match(line)
        contents = bool(heading and _contents().fullmatch(_plain(heading["text"]))) or (
            contents and (not line.strip() or _ENTRY.match(line) is not None))
        if contents or _RULE.match(line):
            continue
        if heading:
            yield _Written(heading["text"], number, heading=True)
        else:
            yield _Written(quote["text"].strip() if quote else line, number, quoted=quote is not None)


def _in_notes(lines: Iterable[_Written]) -> Iterator[_Written]:
    """Join the lines of a quotation as long as the italics that begin it have not ended; leave out blank lines."""
    note: list[_Written] = []
    for line in lines:
        goes_on = bool(note) and line.quoted and bool(line.text) and _opens(note[0]) and not _closes(note[-1])
        if note and not goes_on:
            yield replace(note[0], text=" ".join(each.text for each in note))
            note = []
        if line.quoted and line.text:
            note.append(line)
        elif line.text.strip(LAYOUT):
            yield line
    if note:
        yield replace(note[0], text=" ".join(each.text for each in note))


def _opens(quoted: _Written) -> bool:
    return quoted.text.startswith("*")


def _closes(quoted: _Written) -> bool:
    return quoted.text.endswith("*") and not quoted.text.endswith("\\*")


def _shown(written: _Written) -> Iterator[tuple[Line, bool]]:
    """Give the lines that a line of the file shows, each with whether it is in italics throughout."""
    row = None if written.quoted or written.heading else _ROW.match(written.text)
    if row:
        cells = [_line(cell, written) for cell in re.split(r"(?<!\\)\|", row["cells"])]
        filled = [line for line in cells if line]
        if filled:
            first = cells.index(filled[0])
            whole = [line or Line("", 0) for line in cells[first:cells.index(filled[-1]) + 1]]
            yield in_row(whole), False
        return
    for part in _BREAK.split(written.text):
        line = _line(part, written)
        if line:
            yield line, not written.quoted and _ITALIC.fullmatch(_hidden(part.strip())) is not None


def _line(markdown: str, written: _Written) -> Line | None:
    """Return the line that a stretch of Markdown shows, `None` where nothing is seen."""
    hidden = _hidden(markdown.strip())
    mark = Marked.NOTE if written.quoted else None
    bold = written.heading or _BOLD.fullmatch(hidden) is not None
    pieces: list[Piece] = []
    end = 0
    unslanted = _ITALIC.sub(r"\1", _BOLD.sub(r"\1", _INLINE.sub("", hidden) if "<" in hidden else hidden))
    for link in _LINK.finditer(unslanted):
        pieces.append(Piece(_restored(unslanted[end:link.start()]), written.line, mark, bold))
        pieces.append(Piece(_restored(link["text"]), written.line, mark, bold, linked(link["address"])))
        end = link.end()
    pieces.append(Piece(_restored(unslanted[end:]), written.line, mark, bold))
    line = join(pieces)
    return replace(line, margin=False) if line and line.margin and written.quoted else line


def _hidden(text: str) -> str:
    """Return a text whose escaped signs are hidden from the search for markup."""
    return _ESCAPED.sub(lambda match: chr(0xE000 + ord(match[1])), text) if "\\" in text else text


def _restored(text: str) -> str:
    return _RESTORED.sub(lambda match: chr(ord(match[0]) - 0xE000), unescape(_TAG.sub(" ", text)))


def _plain(markdown: str) -> str:
    line = _line(markdown, _Written(markdown, 0))
    return line.text if line else ""


def _tags(written: _Written) -> Iterator[str]:
    """Give the names of the elements that a line holds and that Markdown editions are not known to have."""
    if "<" in written.text:
        for match in _TAG.finditer(_INLINE.sub("", _BREAK.sub("", _hidden(written.text)))):
            yield match["name"].lower()


def _unknown(name: str, line: int) -> Finding:
    return Finding("unknown_element", Severity.WARNING,
                   f"<{name}> is markup that Markdown editions are not known to have: it is read as its text",
                   line=line)


def _signed(shown: Sequence[tuple[Line, bool]]) -> Iterator[Line]:
    """Mark the lines in italics at the end, or before an annex, as set apart: they are the signature."""
    apart: set[int] = set()
    ends = True
    for place in range(len(shown) - 1, -1, -1):
        line, slanted = shown[place]
        ends = (ends and slanted) or _annex().match(line.text) is not None
        if slanted and ends:
            apart.add(place)
    yield from (replace(line, after_cell=place in apart) for place, (line, _) in enumerate(shown))


@cache
def _contents() -> re.Pattern[str]:
    titles = "|".join(spoken(code).layout.contents for code in codes())
    return re.compile(rf"(?i)(?:{titles})[:.]?")


@cache
def _annex() -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(spoken(code).layout.annexed for code in codes()))
