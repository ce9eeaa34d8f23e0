"""Read an amending act: its articles, the items on each law, when they start.

An act on many laws has numbered items under a preamble; an act on one law names it in the preamble, and its steps are
the items of one. What stands where `[…]` declares an omission is not claimed.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lawgraph.languages.amending import VERBS, Level, Sense
from lawgraph.languages.letters import count
from lawgraph.languages.printed import find_days
from lawgraph.languages.scanner import begins, found, opens, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.law.document import Finding, Severity, Span
from lawgraph.parsing.footnotes.enactment import without_issued
from lawgraph.reading.source import SourceText
from lawgraph.replay.addresses import Address, written
from lawgraph.replay.approved import is_approved, is_told
from lawgraph.replay.instructions import ActItem, AmendingAct, Beside, Start
from lawgraph.replay.interim import for_a_time
from lawgraph.replay.items import ItemBody, Walk
from lawgraph.replay.naming import NamedLaw, read_target
from lawgraph.replay.starts import SOME_PART, holds_place, is_nowhere, lacks, parted, starts_of
from lawgraph.replay.words import PrintedLine, lines_of, tokens_of

_FIRST_LINES = 40
_LONGEST_SIGNATURE = 120
_LONGEST_INSTRUCTION = 20_000
_INSTRUCTING = VERBS - {Sense.UNCHANGED}


def read_act(source: SourceText, lang: str) -> AmendingAct:
    """Return the amending act that a source holds; one that amends nothing has no items."""
    noted = [line for line in lines_of(source, lang) if _is_note(line)]
    reading = _Reading(source, tuple(line for line in lines_of(source, lang) if not _is_note(line)), lang)
    reading.run()
    lasting = for_a_time(reading.items, reading.closing, lang)
    reading.items, reading.closing = list(lasting.items), lasting.closing
    starts, unsure, findings = starts_of(reading.closing, lang)
    starts = (*starts, *lasting.starts)
    reading.items = list(parted(reading.items, starts, lang))
    nowhere = tuple(_nowhere(reading, starts))
    starts = (*starts, *(Start(each.rule, SOME_PART, partial=True) for each, _ in nowhere))
    title = " ".join(line.printed for line in reading.head) or source.said.title
    days = sorted({day.day for line in noted for day in find_days(line.printed, lang) if day.day})
    items = _doubted(reading.items)
    draft = next((line for line in reading.head if opens(spoken(lang).amending.draft, line.text) is not None), None)
    if draft is not None:
        reading.find("draft", draft, "a draft proves nothing")
        items = tuple(replace(item, residue=(*item.residue, item.span)) for item in items)
    ended = tuple(_beside(map(_own_fate, reading.head)))
    if ended and not any(each.days[1:] for each in ended):
        items = tuple(replace(item, residue=(*item.residue, item.span)) for item in items)
    days = sorted({*days, *(each.days[-1] for each in ended if each.days[1:])})
    closing = tuple(line for lines in reading.closing.values() for line in lines)
    beside = (*_beside(closing), *map(_told_in, (*filter(_instructs, (*reading.head, *closing)), *reading.behind)))
    lost = {found.line for item in items for found in item.findings if found.kind == "another_item"}
    unread = (*reading.unread, *(line for line in reading.lines if line.number in lost))
    told = (*source.findings, *reading.findings, *findings, *(each for _, each in nowhere),
            *_without_start(items, starts))
    return AmendingAct(lang, title, items, starts, unsure, tuple(days), reading.omitted, told, beside,
                       breaks_off=not (reading.signed or reading.omitted or reading.closing),
                       unread=tuple(map(_told_in, unread)),
                       closing=tuple((number, tuple(lines)) for number, lines in reading.closing.items()))


def _beside(lines: Iterable[PrintedLine]) -> Iterator[Beside]:
    """Give lines that tell of an end or a pause; in the head it is that of the act, behind its own day.

    A start is none of these: what is told of it is read, or makes all days open.
    """
    for line in lines:
        said, told = spoken(line.lang), without_issued(line.text, line.lang)
        beside = plain_pattern(said.amending.operates).sub(" ", told)
        if found(said.clauses.fate, beside) or found(said.amending.suspends, told):
            yield _told_in(line)


def _own_fate(line: PrintedLine) -> PrintedLine:
    """Return a line without the words of a title that other acts are repealed too."""
    others = plain_pattern(spoken(line.lang).amending.repeals_others)
    return replace(line, text=others.sub(lambda match: " " * len(match[0]), line.text))


def _told_in(line: PrintedLine) -> Beside:
    return Beside(line.printed, line.number, tuple(each.day for each in find_days(line.text, line.lang) if each.day))


def _instructs(line: PrintedLine) -> bool:
    """Tell whether a line that stands in no item reads as an instruction, or leads some in."""
    said = spoken(line.lang).amending
    if len(line.text) > _LONGEST_INSTRUCTION or found(said.operates, line.text):
        return False
    if _leads_in(line):
        return True
    signs = {each.sign for each in tokens_of(line.printed, line.lang)}
    return bool(signs & _INSTRUCTING) and bool(signs & {Sense.UNIT, Sense.QUOTE})


def is_amending(source: SourceText, lang: str) -> bool:
    """Tell whether a source is an act that amends others, by the words of its preamble or of the point on its list."""
    lines = lines_of(source, lang)[:_FIRST_LINES]
    entitled = any(found(spoken(lang).amending.entitled, line.text) for line in lines)
    return any(_preamble(line) or _lists(line) or (entitled and _amends(line)) for line in lines)


def is_translated(source: SourceText, lang: str) -> bool:
    """Tell whether a source is the translation of an act that amends others, by the words that lead in its items."""
    translated = spoken(lang).amending.translated
    lines = lines_of(source, lang)[:_FIRST_LINES]
    return any(line.text.endswith(":") and found(translated, line.text) for line in lines)


def _nowhere(reading: "_Reading", starts: Sequence[Start]) -> Iterator[tuple[Start, Finding]]:
    """Give parts that are said to start on a day of their own where the act has no such part: another was meant."""
    places = [made.place for item in reading.items for made in item.instructions]
    for each in starts:
        if any(holds_place(each.place, place) for place in places):
            continue
        lines = [item.span.line for item in reading.items if not item.residue and lacks(item, each.place)]
        if reading.items and not (lines or reading.omitted) and (
                reading.lacks_article(each.place) or is_nowhere(reading.items, each.place)):
            lines = [reading.items[-1].span.line]
        for line in lines:
            yield each, Finding("absent_part", Severity.WARNING,
                                "a day of its own is told of a part that is not there: "
                                f"{written(each.place)}, so no day is exact", line=line)


def _without_start(items: Sequence[ActItem], starts: Sequence[Start]) -> Iterable[Finding]:
    if items and not starts:
        yield Finding("no_commencement", Severity.WARNING, "no article tells when the act is put into operation",
                      line=1)
    if items and sum(not each.place for each in starts) > 1:
        yield Finding("several_starts", Severity.WARNING,
                      "it is told more than once when the act is put into operation, so no day is exact", line=1)


def _doubted(items: Sequence[ActItem]) -> tuple[ActItem, ...]:
    """Make all items residue that follow an open wording, where numbers do not run on: they may be parts of it."""
    sound, opened, last = [], False, 0
    for item in items:
        number = count(item.number or "0")[0]
        doubtful = opened and number <= last
        sound.append(replace(item, residue=(*item.residue, item.span)) if doubtful else item)
        opened = opened or any(each.kind == "unclosed_wording" for each in item.findings)
        last = max(last, number)
    return tuple(sound)


def _is_note(line: PrintedLine) -> bool:
    return begins(line.text, spoken(line.lang).notes.openings, line.lang) is not None


def _preamble(line: PrintedLine) -> bool:
    article = _article(line)
    return _leads_in(line.behind(article.end()) if article else line)


def _leads_in(line: PrintedLine) -> bool:
    """Tell whether a line introduces items, as the first point of an order too."""
    counted = line.step(".")
    behind = line.behind(counted.end()) if counted and counted["number"] == "1" else line
    return opens(spoken(line.lang).amending.preamble, behind.text) is not None


def _amends(line: PrintedLine) -> bool:
    """Tell whether a point behind others names an act that it amends."""
    counted = line.step(".")
    behind = line.behind(counted.end()) if counted else line
    return counted is not None and opens(spoken(line.lang).amending.preamble, behind.text) is not None and (
        read_target(behind) is not None)


def _lists(line: PrintedLine) -> bool:
    """Tell whether a point approves a list, in an annex, of acts that are amended."""
    return line.step(".") is not None and found(spoken(line.lang).amending.by_list, line.text) is not None


def _article(line: PrintedLine) -> re.Match[str] | None:
    return opens(spoken(line.lang).amending.article, line.text)


@dataclass(slots=True)
class _Reading:
    """Walk over the lines of an act once, from article to article and from item to item."""

    source: SourceText
    lines: tuple[PrintedLine, ...]
    lang: str
    place: int = 0
    article: str = ""
    many: bool = False
    point: int = 0
    entries: bool = False
    listed: bool = False
    head: list[PrintedLine] = field(default_factory=list)
    items: list[ActItem] = field(default_factory=list)
    closing: Mapping[str, list[PrintedLine]] = field(default_factory=lambda: defaultdict(list))
    findings: list[Finding] = field(default_factory=list)
    unread: list[PrintedLine] = field(default_factory=list)
    behind: list[PrintedLine] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    omitted: bool = False
    signed: bool = False
    bounds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def run(self) -> None:
        """Read all lines."""
        for place, line in enumerate(self.lines):
            if (counted := line.step(".")) and read_target(line.behind(counted.end())):
                self.bounds[counted["number"]].append(place)
            elif _article(line) and any(found(spoken(self.lang).amending.operates, each.text)
                                        for each in self.lines[place:place + 2]):
                self.bounds["closing"].append(place)
        while self.place < len(self.lines):
            line = self.lines[self.place]
            self.place += 1
            self._line(line)

    def _line(self, line: PrintedLine) -> None:
        if line.omits:
            self.omitted = True
            return
        article = _article(line)
        if article:
            self.article, self.many, line = article["number"], False, line.behind(article.end())
            self.articles.add(self.article)
        if self.listed and self._listed(line):
            return
        if self.signed:
            self.behind += filter(_instructs, [line])
            return
        if not line.text:
            return
        if not self.article and self._pointed(line):
            return
        if self.many and (counted := line.step(".")) and (named := read_target(line.behind(counted.end()))):
            self._item(counted["number"], named, line, ")")
        elif not self.many and opens(spoken(self.lang).amending.preamble, line.text):
            self._preamble(line)
        elif (self.items or self.article or self.point) and self._is_signature(line):
            self.signed = True
        elif self.many:
            self.find("unread_line", line, "it is in no item")
            self._lose_last(line)
        elif self.article:
            self.closing[self.article].append(line)
        else:
            self.head.append(line)

    def _listed(self, line: PrintedLine) -> bool:
        """Read an entry of the list that an order approves: its annex stands below the signature."""
        counted = line.step(".")
        named = read_target(line.behind(counted.end())) if counted else None
        if counted and named:
            self._item(counted["number"], named, line, ")")
        return named is not None

    def _pointed(self, line: PrintedLine) -> bool:
        """Read a point of an order or the like: one that amends is an item, those behind it close the act."""
        counted = line.step(".")
        behind = line.behind(counted.end()) if counted else line
        if counted and _lists(line):
            self.point, self.listed = count(counted["number"])[0], True
        elif counted and opens(spoken(self.lang).amending.preamble, behind.text) and (named := read_target(behind)):
            self.point = count(counted["number"])[0]
            self._item(counted["number"], named, line, ")")
        elif counted and opens(spoken(self.lang).amending.preamble, behind.text):
            self.point = count(counted["number"])[0]
            self.entries = found(spoken(self.lang).amending.several, behind.text) is not None
            if not self.entries:
                self.find("unread_target", line, "the law that is amended here is not read")
                self.closing[""].append(behind)
        elif self.entries and not self._is_next(line) and not self._is_signature(line):
            self._entry(line)
        elif (self.point or self._is_first(line)) and not self._is_signature(line):
            self.point += self._is_next(line) or self._is_first(line)
            part = line.step(")")
            if part and read_target(line.behind(part.end())):
                self.find("unread_line", line, "it is in no item")
            self.closing[""].append(behind)
        else:
            return False
        return True

    def _entry(self, line: PrintedLine) -> None:
        """Read one of the acts that a point lists, "1) in the Order …:", as an item with the number of that point."""
        counted = line.step(")")
        named = read_target(line.behind(counted.end())) if counted else None
        if counted and named:
            self._item(str(self.point), named, line, "", counted["number"])
        else:
            self.find("unread_line", line, "it is in no item")
            self._lose_last(line)

    def _is_first(self, line: PrintedLine) -> bool:
        """Tell whether a line begins the first point of an order, right behind the words that enact it."""
        counted = line.step(".")
        return not self.point and counted is not None and counted["number"] == "1" and any(
            found(spoken(self.lang).layout.enacts, each.text) for each in self.head[-1:])

    def _is_next(self, line: PrintedLine) -> bool:
        """Tell whether a line begins the next point of an order."""
        counted = line.step(".")
        return bool(self.point) and counted is not None and counted["number"] == str(self.point + 1)

    def _preamble(self, line: PrintedLine) -> None:
        if named := read_target(line):
            self._item("", named, line, ").")
        elif found(spoken(self.lang).amending.many, line.text):
            self.many = True
        else:
            self.find("unread_target", line, "the law that is amended here is not read")
            self.closing[self.article].append(line)

    def _item(self, number: str, named: NamedLaw, line: PrintedLine, marks: str, entry: str = "") -> None:
        start = self.place - 1
        lines = self.lines
        if named.behind.text:
            lines = (*lines[:start], named.behind, *lines[start + 1:])
            self.place = start
        body = ItemBody(lines, self.source, self.article, number, named.target, self._ends, marks,
                        named.scope or (), entry)
        walk = Walk(body, self.place, entry, line.paragraph, [*body.within], texts=[*filter(is_approved, body.within)],
                    lost=named.scope is None, poisoned=named.scope is None)
        self.place = walk.run(self._stop(number))
        item = walk.item(line)
        approved = is_told(item.instructions, line.lang)
        if named.target.title and not approved and found(spoken(self.lang).amending.approves, named.target.title):
            self.find("approved_text", line, "which text is held, of the act or of what it approved, is not told")
            item = replace(item, residue=(*item.residue, item.span))
        self.items.append(replace(item, findings=(*_told(named, line), *item.findings),
                                  residue=(*_unowned(named, line), *item.residue)))

    def lacks_article(self, part: Address) -> bool:
        """Tell whether a part of the act lies in an article that it does not have."""
        return any(step.level is Level.ARTICLE and step.number not in self.articles for step in part)

    def _lose_last(self, line: PrintedLine) -> None:
        """Take what is in no item, where nothing was left out that it may belong to, for a part of the last one."""
        if self.items:
            last = self.items[-1]
            self.items[-1] = replace(last, residue=(*last.residue, Span(line.start, line.end, line.number)))

    def _stop(self, number: str) -> int:
        """Return where an item ends at the latest: at the one with the next number, or at the closing article."""
        following = self.bounds.get(str(count(number)[0] + 1), []) if number else []
        ends = [places[each] for places in (following, self.bounds.get("closing", []))
                if (each := bisect_left(places, self.place)) < len(places)]
        stop = min(ends, default=len(self.lines))
        return next((place for place in range(self.place, stop) if self._names(self.lines[place], ")")), stop) if (
            self.entries) else stop

    def _names(self, line: PrintedLine, marks: str) -> bool:
        """Tell whether a line has a number and names an act."""
        counted = line.step(marks)
        return counted is not None and read_target(line.behind(counted.end())) is not None

    def _ends(self, line: PrintedLine) -> bool:
        if line.omits or _article(line) or self._is_signature(line) or (self._is_next(line) and not self.signed):
            return True
        return (self.entries or self.many or self.listed) and self._names(line, ".)" if self.entries else ".")

    def _is_signature(self, line: PrintedLine) -> bool:
        text = line.text
        return len(text) < _LONGEST_SIGNATURE and text[-1:] not in ".;:," and (
            opens(spoken(self.lang).layout.signer, text) is not None)

    def find(self, kind: str, line: PrintedLine, told: str) -> None:
        if kind in ("unread_line", "unread_target"):
            self.unread.append(line)
        self.findings.append(Finding(kind, Severity.WARNING, f"{told}: {line.printed[:160]!r}", line=line.number))


def _told(named: NamedLaw, line: PrintedLine) -> Iterable[Finding]:
    if named.left and not named.left.strip("«»\" "):
        yield Finding("misprint", Severity.NOTE, f"a stray mark {named.left!r} stands in the name of the law",
                      line=line.number)
    elif named.left:
        yield Finding("unread_target", Severity.WARNING, f"of the name of the law is not read: {named.left[:160]!r}",
                      line=line.number)
    for each in named.unread:
        yield Finding("unread_printing", Severity.NOTE,
                      f"an entry of the list of printings is not read: {each[:160]!r}", line=line.number)


def _unowned(named: NamedLaw, line: PrintedLine) -> Iterable[Span]:
    number = named.target.number if named.scope and is_approved(named.scope) else None
    if named.left.strip("«»\" ") or named.target.title is number is None:
        yield Span(line.start, named.behind.start, line.number)
