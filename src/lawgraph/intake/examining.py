"""A source is examined before it is imported: what each file is, how much of it is read, what is to be done."""

import shlex
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lawgraph.intake.corpus import Manifestation
from lawgraph.intake.files import Found, FoundLaw, Given
from lawgraph.intake.shelf import Held
from lawgraph.intake.understanding import LawNamed, Understood, UntoldError, edition_of, named_by, read_found
from lawgraph.law.document import Document, Finding, Role, Unread, UnreadKind
from lawgraph.law.errors import LawgraphError, Phrase
from lawgraph.parsing.document import languages_of
from lawgraph.reading.formats import FileFormat
from lawgraph.reading.opening import decoded, format_of, read
from lawgraph.reading.source import Said
from lawgraph.replay.acts import is_amending, read_act
from lawgraph.replay.instructions import AmendingAct


@dataclass(frozen=True, slots=True)
class Owned:
    """Hold how many characters of a text one owner has, and which share of the whole that is, in tenths of a per cent.

    The owner is a role; what is not fully understood belongs to `unread`, whoever else owns it.
    """

    owner: Role
    characters: int
    tenths: int


@dataclass(frozen=True, slots=True)
class Examined:
    """Hold what a file is: its law and edition as far as it tells them, what is read, what is wrong, what to do.

    `known` is the id of the law where the corpus holds this very edition. `document` is `None` where nothing could be
    read. `law` and `source` are what an import would write. An `act` amends laws: it is read by its instructions.
    """

    place: str
    form: FileFormat | None
    said: Said
    known: str | None = None
    law: LawNamed | None = None
    source: Manifestation | None = None
    document: Document | None = None
    act: AmendingAct | None = None
    findings: tuple[Finding, ...] = ()
    fault: LawgraphError | None = None
    todo: tuple[str, ...] = ()

    @property
    def lang(self) -> str | None:
        """The language that it says, or in which it could be read."""
        return self.document.lang if self.document else self.said.lang

    @property
    def shares(self) -> tuple[Owned, ...]:
        """The shares of all owners, which sum to the whole."""
        if self.document is None:
            return ()
        return owned_in_act(self.act, self.document) if self.act else owned(self.document)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What is not fully understood; of an act, what none of its instructions owns."""
        if self.act and self.document:
            text = self.document.text
            return tuple(Unread(UnreadKind.TEXT, (), (), each, text[each.start:each.end])
                         for item in self.act.items for each in item.residue)
        return self.document.unread if self.document else ()


def examine(law: FoundLaw, given: Given, held: Held) -> Iterator[Examined]:
    """Give what a source has of one law, file by file; those that do not name their act come last, named by others."""
    named: LawNamed | None = None
    unnamed: list[tuple[Found, Examined]] = []
    try:
        for found in law.editions():
            examined = _examined(found, given, held)
            named = named or examined.law
            if isinstance(examined.fault, UntoldError):
                unnamed.append((found, examined))
            else:
                yield examined
    except LawgraphError as fault:
        yield _stopped(Examined(law.place, None, Said()), fault)
    for found, examined in unnamed:
        other = named or held.law_with(found)
        yield _examined(named_by(found, other), given, held) if other else examined


def _examined(found: Found, given: Given, held: Held) -> Examined:
    try:
        form = format_of(decoded(found.raw, found.place).removeprefix("\ufeff"))
    except LawgraphError as fault:
        return _stopped(Examined(found.place, None, found.beside), fault)
    known = held.law_of(found, given)
    examined = Examined(found.place, form, found.beside, known)
    try:
        text, asked = _in_its_language(found, given)
    except LawgraphError as fault:
        return _stopped(examined, fault)
    examined = replace(examined, said=text.agreed, document=text.document, act=_act_in(found, text.document.lang),
                       findings=found.findings)
    try:
        edition = edition_of(text, found, asked, held.ids)
    except LawgraphError as fault:
        return _stopped(examined, fault)
    whole = replace(examined, law=edition.law, source=edition.source, findings=(*edition.in_source, *edition.in_text))
    return replace(whole, todo=tuple(_advice(whole, given, asked)))


def _act_in(found: Found, lang: str) -> AmendingAct | None:
    """Return the amending act that a file holds, `None` where it amends nothing."""
    source = read(found.raw, found.place)
    act = read_act(source, lang) if is_amending(source, lang) else None
    return act if act and act.items else None


def _stopped(examined: Examined, fault: LawgraphError) -> Examined:
    told = Phrase("%(surprise)s: %(remedy)s", surprise=fault.surprise, remedy=fault.remedy)
    return replace(examined, fault=fault, todo=(*_reading(examined), told))


def _reading(examined: Examined, said: str = "") -> Iterator[str]:
    """Give the command that shows what an act does."""
    if examined.act:
        yield f"lawgraph instructions {shlex.quote(examined.place)}{said}"


def _in_its_language(found: Found, given: Given) -> tuple[Understood, Given]:
    """Return a source as read; one that does not say its language is read in the one in which it has headings."""
    if not (given.lang or found.beside.lang):
        source = read(found.raw, found.place)
        spoken = languages_of(source) if source.said.lang is None else ()
        given = replace(given, lang=spoken[0]) if len(spoken) == 1 else given
    return read_found(found, given), given


def _advice(examined: Examined, given: Given, asked: Given) -> Iterator[str]:
    """Give what to do with a file that can be imported."""
    if examined.known:
        yield Phrase("nothing: the corpus holds it as an edition of %(law)s", law=examined.known)
        return
    said = f" --lang {asked.lang}" if asked.lang and asked.lang != given.lang else ""
    yield from _reading(examined, said)
    yield f"lawgraph import {shlex.quote(examined.place)}{said}"
    source = examined.source
    if source and source.day is None and source.retrieved is None:
        yield Phrase("no day is told: give the day it speaks for with --day, or the day it was saved with --retrieved")
    if examined.unread:
        yield Phrase("compare what is unread with the page: it makes the answers less sure where it stands, until a "
                     "fact in amendments/ tells more")


def owned(document: Document) -> tuple[Owned, ...]:
    """Return the shares of a text by owner."""
    counts = Counter(dict.fromkeys(Role, 0))
    for segment in document.segments:
        counts[segment.role] += segment.end - segment.start
    for role, count in _not_understood(document).items():
        counts[role] -= count
        counts[Role.UNREAD] += count
    return _shares(counts)


def _shares(counts: Mapping[Role, int]) -> tuple[Owned, ...]:
    """Return shares by largest remainders, so that they sum to a thousand tenths."""
    whole = max(sum(counts.values()), 1)
    tenths = {role: count * 1000 // whole for role, count in counts.items()}
    left = sorted(counts, key=lambda role: (-(counts[role] * 1000 % whole), role))[:1000 - sum(tenths.values())]
    return tuple(Owned(role, counts[role], tenths[role] + (role in left)) for role in Role if role in counts)


def owned_in_act(act: AmendingAct, document: Document) -> tuple[Owned, ...]:
    """Return the shares of an act: its instructions as provisions, what none of them owns, and what stands around."""
    unread = sum(each.end - each.start for item in act.items for each in item.residue)
    told = sum(item.span.end - item.span.start for item in act.items) - unread
    return _shares({Role.PROVISION: told, Role.UNREAD: unread, Role.LAYOUT: len(document.text) - told - unread})


def _not_understood(document: Document) -> Counter[Role]:
    """Count the characters in what is not understood, by the role of the stretch in which they stand."""
    counts: Counter[Role] = Counter()
    spans = sorted({(each.span.start, each.span.end) for each in document.unread})
    starts = [each.start for each in document.segments]
    ends = 0
    for start, end in spans:
        begin, ends = max(start, ends), max(end, ends)
        for segment in document.segments[max(bisect_right(starts, begin) - 1, 0):bisect_left(starts, end)]:
            if segment.role is not Role.UNREAD:
                counts[segment.role] += max(min(segment.end, end) - max(segment.start, begin), 0)
    return counts
