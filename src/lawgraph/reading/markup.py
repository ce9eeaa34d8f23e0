"""Read the elements of a page's text into the lines that its reader sees.

A heading, or a paragraph that is bold throughout, is marked as a heading. A run of notes is broken by links and line
breaks in the middle of a sentence, which do not end its line. A row of a table is one line with tabs between its cells;
a row with one filled cell is what the page uses to set a line apart, as "Annex 1" at the right. What is red is a note.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from lawgraph.languages.letters import RAISED
from lawgraph.law.document import Finding, Severity
from lawgraph.law.errors import Phrase, SourceError, at_line
from lawgraph.reading.plain import begins_paragraph, least_indent
from lawgraph.reading.requisites import tells_change
from lawgraph.reading.source import (
    COMPARED,
    STRUCK,
    TIMES_TEN,
    Line,
    Linked,
    Marked,
    Piece,
    between,
    gap,
    in_one,
    in_row,
    join,
    linked,
)
from lawgraph.reading.tags import (
    ALONE,
    BESIDE,
    BLOCKS,
    COMPARING,
    HEADINGS,
    INLINE,
    OTHER_BLOCKS,
    PICTURES,
    TABLES,
    classed,
    escaped,
    first_number,
    is_doubted,
    is_hidden,
    is_set_beside,
    is_struck,
    is_unseen,
    readable,
    text_of,
)

_KNOWN = {*BLOCKS, *INLINE, *TABLES, "br"}
_APART = {*BLOCKS, *OTHER_BLOCKS, *TABLES}
_PROGRAMS, _LONGEST_UNSEEN = {"script", "style", "link", "meta"}, 300
_BOLD, _LISTS = {"b", "strong"}, {"ol", "ul"}
_RED = re.compile(r"(?:^|[;\s])color\s*:\s*(?:#ff0000|#f00|red|rgba?\(\s*255[\s,]+0[\s,]+0)\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[a-z_][a-z0-9_:.-]*", re.IGNORECASE)
_SUPER = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,3}\s?[.)]?")
_FOOTNOTE, _MARKED_BEHIND = re.compile(r"[0-9*†‡]{1,3}\)?"), tuple(".;:,!?»)\"")
_POWER = re.compile(r"[-–−][0-9]{1,3}")
_SENTENCE_ENDS = (".", ";", ":", "!", ")")
_GOES_ON = re.compile(r"\s*(?:[№,;]|N\s?\d|\d{1,2}\.\d{1,2}\.\d{2})")
_ATTRIBUTES = r"""(?:[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+)"""
_TAG = re.compile(rf"<[a-z][^\s/>]*+(?:(?P<crowded>{_ATTRIBUTES}{{1000}})|{_ATTRIBUTES}*+)", re.IGNORECASE)
"""A tag, crowded by so many attributes: the library looks each up among all of them, and so does whoever reads."""

_LINE_ACROSS = "* * *"
_FRAGMENT = "fragment"  # no tag that a text may hold, so that none ends it
_MOST_LINES = 65_535
"""libxml2 counts the lines of a page no further."""


def line_of(element: etree._Element) -> int:
    """Return the line on which an element begins, as far as the library counts."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


def read_markup(container: etree._Element) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Return the lines of an element's text, and what in it does not fit."""
    walk = _Walk(container)
    walker = etree.iterwalk(container, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start" and not walk.enters(element):
            walker.skip_subtree()
        elif event == "end":
            walk.leave(element)
        elif event != "start":
            walk.pass_by(element)
        if event != "start" and element is not container:
            walk.say(element.tail)
    walk.end()
    return tuple(walk.lines), tuple(walk.findings())


def refuse_crowded(text: str, place: str) -> None:
    """Raise `SourceError` where an element has more attributes than any."""
    if tag := next((each for each in _TAG.finditer(text) if each["crowded"]), None):
        raise SourceError(at_line(place, text.count("\n", 0, tag.start()) + 1),
                          Phrase("an element has a thousand attributes or more"),
                          Phrase("give the text of the law as plain text"))


def refuse_deep(parser: etree.HTMLParser, place: str) -> None:
    """Raise `SourceError` where the library has stopped reading, at elements that stand in too many others."""
    stopped = next((each for each in parser.error_log if each.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT), None)
    if stopped:
        raise SourceError(at_line(place, stopped.line),
                          Phrase("more elements stand inside one another than in any page"),
                          Phrase("give the text of the law as plain text"))


def read_fragment(text: str, place: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Return the lines of a stretch of markup that stands outside a page."""
    refuse_crowded(text, place)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    page = etree.fromstring(f"<html><body><{_FRAGMENT}>{escaped(readable(text))}".encode(), parser)
    refuse_deep(parser, place)
    return read_markup(next(page.iter(_FRAGMENT)))


class _Marks:
    """Count the open elements that mark what stands inside them."""

    __slots__ = ("acts", "bold", "compared", "notes", "red", "struck")

    def __init__(self) -> None:
        self.bold = self.notes = self.red = self.struck = self.compared = 0
        self.acts: list[Linked | None] = []

    def change(self, element: etree._Element, by: int) -> None:
        """Go into an element (`by` 1) or out of it (-1)."""
        name = element.tag
        self.bold += by * (name in _BOLD or name in HEADINGS)
        self.notes += by * classed(element, "note")
        self.red += by * _is_red(element)
        self.struck += by * (is_struck(element) or (is_doubted(element) and not (self.notes or self.red)))
        self.compared += by * (name in COMPARING)
        if name == "a":
            if by > 0:
                self.acts.append(linked(element.get("href")))
            else:
                self.acts.pop()

    def piece(self, text: str, line: int) -> Piece:
        """Return characters under the marks that are open."""
        mark = Marked.NOTE if self.notes else Marked.RED if self.red else None
        sign = STRUCK if self.struck else COMPARED if self.compared else None
        shown = between(sign, text) if sign else text
        return Piece(shown, line, mark, self.bold > 0, self.acts[-1] if self.acts else None)


class _Walk:
    """Walk over the elements and remember the line, cell and row that are open."""

    def __init__(self, container: etree._Element) -> None:
        self.lines: list[Line] = []
        self._at = line_of(container)
        self._marks = _Marks()
        self._pieces: list[Piece] = []
        self._last_seen: Piece | None = None
        self._broken = self._after_cell = False
        self._tables = 0
        self._numbers: list[int | None] = []
        self._untold: list[Line] = []
        self._wrapped: int | None = None
        self._row: list[list[Line]] | None = None
        self._found: list[Finding] = []
        self._unknown: dict[str, list[int]] = {}

    def enters(self, element: etree._Element) -> bool:
        """Go into an element; tell whether what stands in it is seen."""
        self._at = max(self._at, line_of(element)) if self._at < _MOST_LINES else self._at
        name = str(element.tag)
        if is_unseen(element):
            self._hides(element)
            self._at += text_of(element).count("\n")
            return False
        if name not in _KNOWN and name != _FRAGMENT:
            self._wonder(name)
        if name in PICTURES:
            self.say(gap(element.get("src") or element.get("data") or ""))
        self._lost_in(element)
        self._wrapped = least_indent(text_of(element).split("\n")) if name == "pre" else self._wrapped
        self._open(name)
        self._marks.change(element, 1)
        self._count(name, element)
        across = name == "hr" and _is_between_texts(element)
        self.say(_LINE_ACROSS if across else self._raised(element))
        return True

    def _count(self, name: str, element: etree._Element) -> None:
        """Say the number that a page shows before an item of a numbered list."""
        if name in _LISTS:
            self._numbers.append(first_number(element))
        elif name == "li" and self._numbers and self._numbers[-1] is not None:
            self.say(f"{self._numbers[-1]}. ")
            self._numbers[-1] += 1

    def leave(self, element: etree._Element) -> None:
        """Go out of an element."""
        name = str(element.tag)
        if is_unseen(element):
            return
        self._marks.change(element, -1)
        if name in _LISTS:
            self._numbers.pop()
        if name == "br":
            self._break()
        elif name in _APART:
            self._end_line()
        self._wrapped = None if name == "pre" else self._wrapped
        if name == "table":
            self._tables -= 1
        if (name == "tr" and self._tables == 1) or (name == "table" and not self._tables):
            self._end_row()

    def end(self) -> None:
        """End the line that is open."""
        self._end_line()
        self.lines += self._untold

    def pass_by(self, unseen: etree._Element) -> None:
        """Go past what the page does not show."""
        self._tell(unseen.text or "")
        self._at += (unseen.text or "").count("\n")

    def say(self, text: str | None) -> None:
        """Take a run of characters; a line of what is wrapped may begin a paragraph."""
        lines = (text or "").split("\n") if self._wrapped is not None else [text or ""]
        for place, line in enumerate(lines):
            if place and begins_paragraph(line, self._wrapped or 0):
                self._end_line()
            self._say(f"\n{line}" if place else line)

    def _say(self, text: str) -> None:
        if not text:
            return
        lead = len(text) - len(text.lstrip())
        piece = self._marks.piece(text, self._at + text.count("\n", 0, lead))
        self._at += text.count("\n")
        if piece.blank and not self._pieces:
            return
        if self._broken and not piece.blank:
            self._go_on(piece)
        self._pieces.append(piece)
        self._last_seen = self._last_seen if piece.blank else piece

    def findings(self) -> Iterator[Finding]:
        """Give what did not fit."""
        yield from self._found
        for name, lines in self._unknown.items():
            times = f", {len(lines)} times" if len(lines) > 1 else ""
            kind, what = ("picture", "is not read") if name in PICTURES else ("unknown_element", "is read as its text")
            yield Finding(kind, Severity.WARNING,
                          f"<{name}> is no element of the pages that are known{times}: it {what}", line=lines[0])

    # What is odd

    def _wonder(self, name: str) -> None:
        self._unknown.setdefault(name, []).append(self._at)

    def _tell(self, unseen: str) -> None:
        """Keep words that no reader sees and that tell of a change, as a note below the line in which they stand."""
        words = " ".join(unseen.split())
        if words and len(words) <= _LONGEST_UNSEEN and tells_change(words):
            self._note(words)

    def _note(self, words: str) -> None:
        within = self._pieces or self._row
        (self._untold if within else self.lines).append(Line(words, self._at, marked=Marked.NOTE))

    def _hides(self, element: etree._Element) -> None:
        words = "" if element.tag in _PROGRAMS else " ".join(text_of(element).split())
        if words and (is_hidden(element) or is_set_beside(element)):  # another version of what stands there, perhaps
            self._note(words[:_LONGEST_UNSEEN])
        else:
            self._tell(words)
        if element.tag in BESIDE and text_of(element).strip():
            self._found.append(Finding("beside_the_text", Severity.NOTE,
                                       f"<{element.tag}> stands beside the text of a page and is not read",
                                       line=self._at))
        if is_hidden(element) and text_of(element).strip():
            self._found.append(Finding("hidden_text", Severity.WARNING, "text that the page hides is not read",
                                       line=self._at))

    def _lost_in(self, element: etree._Element) -> None:
        """"x<b и y>z" is words to people, and to a browser an element with attributes."""
        words = [str(name) for name, value in element.attrib.items() if not _ATTRIBUTE.fullmatch(str(name))
                 or (str(value) in {"", name} and name not in ALONE)]
        if words:
            self._found.append(Finding("words_in_tag", Severity.ERROR, f"{' '.join(words)[:60]!r} stands inside a tag, "
                                       "where a browser reads no words: none are read", line=self._at))

    def _raised(self, element: etree._Element) -> str | None:
        """Return the text of an element; a raised number behind a number stays raised, as in Article 9¹."""
        above = element.tag == "sup" or _SUPER.search(element.get("style") or "")
        raised = (element.text or "").strip() if above else ""
        before = self._pieces[-1].text[-4:] if self._pieces else ""
        if raised and before[-1:] in _MARKED_BEHIND and _FOOTNOTE.fullmatch(raised):
            return f"[^{raised}]"
        power = _POWER.fullmatch(raised) and TIMES_TEN.search(before)
        number = _NUMBER.fullmatch(raised) and before[-1:].isdigit()
        return raised.translate(RAISED) if power or number else element.text

    # Lines

    def _open(self, name: str) -> None:
        if name in _APART:
            self._end_line()
        if name == "table":
            self._tables += 1
            if self._tables == 2:
                self._found.append(Finding("nested_table", Severity.WARNING,
                                           "a table stands inside the cell of another: its text is read as that of the "
                                           "cell", line=self._at))
        if self._tables == 1 and name in {"tr", "td", "th"}:
            self._row = [] if self._row is None or name == "tr" else self._row
            if name != "tr":
                self._row.append([])

    def _break(self) -> None:
        """Take a line break; inside the sentence of a note it ends no line, if the note goes on behind it."""
        last = self._last_seen
        if last and (last.marked or last.act) and not last.text.rstrip().endswith(_SENTENCE_ENDS):
            self._broken = True
        else:
            self._end_line()

    def _go_on(self, piece: Piece) -> None:
        last = self._last_seen
        clause = last is not None and last.act is not None and piece.text.lstrip().startswith("(")
        if (piece.marked or piece.act) and (clause or piece.text.lstrip()[:1].islower() or _GOES_ON.match(piece.text)):
            self._pieces.append(Piece(" ", piece.line, piece.marked))
            self._broken = False
        else:
            self._end_line()

    def _end_line(self) -> None:
        line, self._pieces, self._broken = join(self._pieces), [], False
        self._last_seen = None
        if line is None:
            return
        if line.margin and (self._row or line.marked):
            line = replace(line, margin=False)
        if self._row:
            self._row[-1].append(line)
        else:
            self._add(line)

    def _end_row(self) -> None:
        cells, self._row = self._row or [], None
        filled = [place for place, cell in enumerate(cells) if cell]
        if len(filled) > 1:
            whole = cells[filled[0]:filled[-1] + 1]
            self._add(in_row([in_one(cell, " ") if cell else Line("", 0) for cell in whole]))
        for line in cells[filled[0]] if len(filled) == 1 else ():
            self._after_cell = self._after_cell or len(cells) > 1
            self._add(line)
        self._after_cell = bool(cells) and not filled

    def _add(self, line: Line) -> None:
        self.lines += [replace(line, after_cell=True) if self._after_cell else line, *self._untold]
        self._untold.clear()
        self._after_cell = False


def _is_between_texts(line: etree._Element) -> bool:
    """Tell whether a line across a page parts words from words, or one paragraph from another."""
    before, after, parent = line.getprevious(), line.getnext(), line.getparent()
    above = before.tail if before is not None else parent.text if parent is not None else ""
    return all((words or "").strip() or (each is not None and each.tag == "p")
               for words, each in ((above, before), (line.tail, after)))


def _is_red(element: etree._Element) -> bool:
    told = f"color:{element.get('color') or ''}" if element.tag == "font" else ""
    return any(_RED.search(each) for each in (told, element.get("style") or ""))
