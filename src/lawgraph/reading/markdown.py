"""Read a Markdown edition of the git corpus: headings by their signs, notes as quotations, the signature in italics.

The contents list, anchors and front matter are no text. Each line of the file is a line of the law, indented or not;
only a quotation whose italics go on is one note over several lines, and a quoted stamp ("Утверждены приказом …") is one
line of the law. A table of HTML is read as on a page. What is escaped ("1\\. ", "\\*") is read as meant.

Acts of the 1990s stand between fences (three back-ticks), their lines broken where a page of print had its edge.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from itertools import groupby

from lawgraph.languages.scanner import opens
from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.document import Finding, Severity
from lawgraph.reading.markup import read_fragment
from lawgraph.reading.plain import paragraphs, unwrapped
from lawgraph.reading.requisites import is_stamp, opens_annex, read_front, read_meta, tells_change
from lawgraph.reading.source import (
    COMPARED,
    LAYOUT,
    STRUCK,
    Line,
    Marked,
    Piece,
    Said,
    SourceText,
    compose,
    gap,
    in_row,
    join,
    left_behind,
    linked,
    raised,
    told_beside,
    without_left,
)
from lawgraph.reading.tags import COMPARING, KNOWN, STRIKING, UNSEEN, readable, tags, without_tags

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})[^`]*$")
_TABLE_BEGINS, _TABLE_ENDS = "<table", "</table>"
__all__ = ["read_markdown", "read_meta"]

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r" {0,3}(?P<signs>#{1,6}+)\s++(?P<text>.*)")
_NAMED = re.compile(r"\s{0,3}\{[#.][^{}\s]{1,60}\}\s*$")
_LISTED = re.compile(r"^(\s*)[-*+]\s+(?=\d{1,3}(?:-\d{1,3})?\\?\)\s)")
"""A sign of a list before the number that the law itself gives a point."""
_QUOTE = re.compile(r"\s*+(?:>\s?+)++(?P<text>.*)")
_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*$")
_DASHES = r"\s*+:?+-++:?+\s*+"
_RULE = re.compile(r"\s*+(?:(?:-\s*+){3,}+|(?:=\s*+){3,}+|\[{1,2}_?TOC_?\]{1,2}\s*+|(?:\*\s*+){3,}+|(?:_\s*+){3,}+|"
                   rf"\|?+{_DASHES}(?:(?:\|{_DASHES})++(?:\|\s*+)?+|\|\s*+))")
_ENTRY = re.compile(r"(?:[-*+]|\d++[.)])\s|\[[^\]]*+\]\([^)]*+\)\Z")
_ANCHOR = re.compile(r"<a\s++(?:id|name)\s*+=\s*+[\"']?+[^\"'<>]*+[\"']?+\s*+>\s*+(?:</a>)?", re.IGNORECASE)
_INSERTED = re.compile(r"<a\s+(?:id|name)=\"st(?P<base>\d{1,4})-(?P<raised>\d{1,3})\"")
_UNSEEN = re.compile(r"!\[([^\[\]]*+)\]|\{([.#:][^{}]{1,60})\}|"
                     r"\b(?:alt|title|class|style|id|aria-label|data-[\w-]{1,30})=(?:\"([^\"]*+)\"|'([^']*+)')")
_COMMENT, _COMMENT_END = "<!--", "-->"
_FOLDED = re.compile(r"(?<=\S)(?=<(?:details|summary)[\s>])|(?<=</details>)(?=.)|(?<=</summary>)(?=.)", re.IGNORECASE)
"""Where a line is cut: what can be folded away is a line of its own."""
_UNSHOWN = re.compile(r"<[a-z][^<>]*?(?:\shidden\b|display\s*+:\s*+none)[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INLINE = {"b", "strong", "i", "em", "u", "sub", "sup", "small", "a", *STRIKING, *COMPARING}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# Signs that are escaped are hidden as code points that no text can hold: there are as many of one as of the other.
_SIGNS = "".join(sign for sign in map(chr, range(0x21, 0x7F)) if not sign.isalnum())
_HIDDEN = {sign: chr(0xFDD0 + place) for place, sign in enumerate(_SIGNS)}
_SHOWN = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()})
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<address>[^()\s]*)(?P<title>[ \t]{1,9}\"[^\"]{0,500}\")?\)")
_PICTURE = re.compile(r"!\[[^\[\]]*+\]\((?P<address>[^()\s]*+)[^()]*+\)"
                      r"|<img\b[^<>]*?\bsrc\s*+=\s*+[\"']?(?P<src>[^\"'<>\s]*+)[^<>]*+>", re.IGNORECASE)
_BOLD = re.compile(r"(?<![\w*])\*\*(?=\S)((?:[^*]|\*(?!\*))+)(?<=\S)\*\*(?!\w)")
_ITALIC = re.compile(r"(?<![\w*])\*(?![\s*])([^*]+)(?<!\s)\*(?![\w*])")


def unfenced(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Give the lines of a file with their numbers, the first being `first`; what is one stands on one line."""
    place = 0
    while place < len(lines):
        end = _end_of_fence(lines, place) or _end_of_table(lines, place)
        if end is None:
            yield first + place, lines[place]
            place += 1
        elif lines[place].lstrip().startswith(_TABLE_BEGINS):
            yield first + place, "\n".join(lines[place:end + 1]).lstrip()
            place = end + 1
        else:
            yield from paragraphs(lines[place + 1:end], first + place + 1)
            place = end + 1


def _end_of_fence(lines: Sequence[str], place: int) -> int | None:
    if not _FENCE.match(lines[place]):
        return None
    return next((end for end in range(place + 1, len(lines)) if _FENCE.match(lines[end])), len(lines))


def _end_of_table(lines: Sequence[str], place: int) -> int | None:
    if not lines[place].lstrip().startswith(_TABLE_BEGINS):
        return None
    return next((end for end in range(place, len(lines)) if _TABLE_ENDS in lines[end]), None)


@dataclass(frozen=True, slots=True)
class _Written:
    """Hold a line of the file as it is told apart: `quoted` as a note, a heading by its signs: "##" is of level 2."""

    text: str
    line: int
    quoted: bool = False
    level: int = 0
    table: bool = False


def read_markdown(text: str, place: str) -> SourceText:
    """Return a Markdown edition as a source."""
    text = readable(text)
    front = _FRONT.match(text)
    skipped = front.end() if front else 0
    before = text.count("\n", 0, skipped)
    findings: dict[str, Finding] = {}
    shown: list[tuple[Line, bool]] = []
    whole = tuple(_in_notes(_stamped(_written(text[skipped:].split("\n"), before + 1))))
    left: list[Finding] = []
    for written in whole:
        if written.table:
            cells, found = read_fragment(written.text, place)
            shown += ((replace(line, line=written.line + line.line - 1), False) for line in cells)
            left += (replace(each, line=written.line) for each in found)
            continue
        for name in _tags(written):
            findings.setdefault(name, _unknown(name, written.line))
        left += left_behind(written.text, written.line)
        shown += _shown(written)
    lines = tuple(_signed(shown))
    title = _title(whole) or next((line.text for line in lines[:1] if line.margin), None)
    said = read_front(front["yaml"], title, place) if front else Said(title=title)
    return told_beside(compose(lines, said, (*findings.values(), *left)), said)


def _title(whole: Iterable[_Written]) -> str | None:
    """Return the title of the act, which is the heading of the first level."""
    return next((_plain(each.text) for each in whole if each.level == 1), None)


def _written(lines: Sequence[str], first: int) -> Iterator[_Written]:
    """Tell the lines of the file apart; blank ones, rules and the contents list are left out."""
    contents, anchor = False, None
    parts = ((number, part) for number, line in unwrapped(unfenced(lines, first)) for part in _FOLDED.split(line))
    for number, raw in parts:
        if raw.startswith("<table"):
            yield _Written(raw, number, table=True)
            continue
        bare, comments = _without_comments(raw.rstrip("\r"))
        unseen = (*comments, *(" ".join(match.groups("")) for match in _UNSEEN.finditer(bare)))
        untold = [_Written(each, number, quoted=True) for each in map(str.strip, unseen)
                  if tells_change(each) or UNSEEN.search(each)]
        line = _LISTED.sub(r"\1", _ANCHOR.sub("", bare))
        heading, quote = _HEADING.match(line), _QUOTE.match(line)
        title = _NAMED.sub("", heading["text"]).rstrip().rstrip("#").rstrip() if heading else ""
        titled = _numbered(title, anchor) if heading else None
        anchor = (_INSERTED.search(raw) or anchor) if not line.strip() else None
        contents = contents and _is_entry(line.strip())
        if contents or _RULE.fullmatch(line):
            yield from untold
            continue
        contents = titled is not None and _contents().fullmatch(_plain(titled)) is not None
        if titled is not None:
            yield _Written(titled, number, level=len(heading["signs"]) if heading else 0)
        else:
            yield _Written(quote["text"].strip() if quote else line, number, quoted=quote is not None)
        yield from untold


def _numbered(titled: str, anchor: re.Match[str] | None) -> str:
    """Return a heading whose raised number its anchor proves: «Статья 1 1. Дрова» below `st1-1` is Article 1-1."""
    if anchor is None:
        return titled
    lost = re.compile(rf"(?<![\d-]){anchor['base']}\s?{anchor['raised']}(?!\d)")
    return lost.sub(f"{anchor['base']}-{anchor['raised']}", titled, count=1)


def _without_comments(line: str) -> tuple[str, Sequence[str]]:
    """Return a line without what stands between "<!--" and "-->", and what stands there."""
    kept, comments, end = list[str](), list[str](), 0
    while (start := line.find(_COMMENT, end)) >= 0 and (close := line.find(_COMMENT_END, start + len(_COMMENT))) >= 0:
        kept.append(line[end:start])
        comments.append(line[start + len(_COMMENT):close])
        end = close + len(_COMMENT_END)
    return "".join((*kept, line[end:])), comments


def _is_entry(line: str) -> bool:
    """Tell whether a line may stand in a list of contents: it is blank, an item, a link or a row with one."""
    in_row = line.startswith("|") and line.endswith("|") and "](" in line[1:-1]
    return not line or in_row or _ENTRY.match(line) is not None


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


def _stamped(lines: Iterable[_Written]) -> Iterator[_Written]:
    """Join the lines of a quotation that is no note but the stamp of an annex: "Утверждены приказом …"."""
    for stamp, run in groupby(_numbered_runs(lines), key=lambda each: each[0]):
        quoted = [each for _, each in run]
        text = " ".join(each.text.strip("* ") for each in quoted)
        if stamp is not None and is_stamp(text):
            yield _Written(text, quoted[0].line)
        else:
            yield from quoted


def _numbered_runs(lines: Iterable[_Written]) -> Iterator[tuple[int | None, _Written]]:
    """Give each line with the number of the run of quoted lines that it stands in, `None` outside of such runs."""
    run, before = 0, -1
    for line in lines:
        inside = line.quoted and bool(line.text)
        run += inside and line.line != before + 1
        before = line.line if inside else before
        yield (run if inside else None), line


def _opens(quoted: _Written) -> bool:
    return quoted.text.startswith("*")


def _closes(quoted: _Written) -> bool:
    return quoted.text.endswith("*") and not quoted.text.endswith("\\*")


def _shown(written: _Written) -> Iterator[tuple[Line, bool]]:
    """Give the lines that a line of the file shows, each with whether it is in italics throughout."""
    row = None if written.quoted or written.level else _ROW.match(written.text)
    if row:
        cells = [_line(cell, written) for cell in re.split(r"(?<!\\)\|", row["cells"])]
        filled = [line for line in cells if line]
        if filled:
            first = cells.index(filled[0])
            whole = [line or Line("", 0) for line in cells[first:cells.index(filled[-1]) + 1]]
            yield in_row(whole), False
        return
    for part in _BREAK.split(without_left(written.text)):
        line = _line(part, written)
        if line:
            yield line, not written.quoted and not written.level and _may_sign(_hidden(part.strip()), line.text)


def _may_sign(hidden: str, text: str) -> bool:
    """Tell whether a line is in italics throughout, or in bold and no sentence, as those are that sign."""
    bold = _BOLD.fullmatch(hidden) is not None and text[-1] not in ".;:" and not text[0].isdigit()
    return bold or _ITALIC.fullmatch(hidden) is not None


def _line(markdown: str, written: _Written) -> Line | None:
    """Return the line that a stretch of Markdown shows, `None` where nothing is seen."""
    hidden = _hidden(markdown.strip())
    mark = Marked.NOTE if written.quoted else None
    bold = written.level > 0 or _BOLD.fullmatch(hidden) is not None
    pieces: list[Piece] = []
    end = 0
    hidden = raised(hidden)
    if "<" in hidden:
        hidden = without_tags(without_tags(_UNSHOWN.sub(STRUCK, hidden), STRIKING, STRUCK), COMPARING, COMPARED)
    hidden = _PICTURE.sub(lambda match: gap(match["address"] or match["src"] or ""), hidden)
    unslanted = _ITALIC.sub(r"\1", _BOLD.sub(r"\1", without_tags(hidden, _INLINE, "") if "<" in hidden else hidden))
    for link in _LINK.finditer(unslanted):
        # A title is not shown: that of an act may be left out, other words may tell of a change.
        if link["title"] and linked(link["address"]) is None:
            continue
        pieces.append(Piece(_restored(unslanted[end:link.start()]), written.line, mark, bold))
        act = linked(link["address"], _title_of(link))
        pieces.append(Piece(_restored(link["text"]), written.line, mark, bold, act))
        end = link.end()
    pieces.append(Piece(_restored(unslanted[end:]), written.line, mark, bold))
    line = join(pieces)
    return replace(line, margin=False) if line and line.margin and written.quoted else line


def _title_of(link: re.Match[str]) -> str | None:
    return _restored(link["title"]).strip(" \t\"") if link["title"] else None


def _hidden(text: str) -> str:
    """Return a text whose escaped signs are hidden from the search for markup."""
    return _ESCAPED.sub(lambda match: _HIDDEN[match[1]], text) if "\\" in text else text


def _restored(text: str) -> str:
    return unescape(without_tags(text, KNOWN, " ") if "<" in text else text).translate(_SHOWN)


def _plain(markdown: str) -> str:
    line = _line(markdown, _Written(markdown, 0))
    return line.text if line else ""


def _tags(written: _Written) -> Iterator[str]:
    """Give the names of the elements that a line holds and that Markdown editions are not known to have."""
    if "<" in written.text:
        yield from (name for name in tags(_hidden(written.text), KNOWN) if name not in {*_INLINE, "br"})


def _unknown(name: str, line: int) -> Finding:
    return Finding("unknown_element", Severity.WARNING,
                   f"<{name}> is markup that Markdown editions are not known to have: it is read as its text",
                   line=line)


def _signed(shown: Sequence[tuple[Line, bool]]) -> Iterator[Line]:
    """Mark the lines in italics at the end, or before an annex, as set apart, and the line of the office that signs."""
    apart: set[int] = set()
    ends = True
    for place in range(len(shown) - 1, -1, -1):
        line, slanted = shown[place]
        ends = (ends and slanted) or opens_annex(line.text)
        if slanted and (ends or any(opens(spoken(code).layout.signer, line.text) for code in codes())):
            apart.add(place)
    yield from (replace(line, after_cell=place in apart) for place, (line, _) in enumerate(shown))


@cache
def _contents() -> re.Pattern[str]:
    titles = "|".join(spoken(code).layout.contents for code in codes())
    return re.compile(rf"(?i)(?:{titles})[:.]?")
