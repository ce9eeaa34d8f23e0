"""Where a note stands, and what was read in it; a note that tells of more than any law has is not read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawgraph.law.eid import LAW, Eid
from lawgraph.law.model import ActLink, Claim, Finding, Severity, Span, Unread, UnreadKind

MOST_CLAIMS = 100_000
"""The most that the notes of a law tell: units times acts are far more than either."""

MOST_ACTS = 500
"""The most acts that one sentence of a note names: each version of a unit names all that may lie before the next."""


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Tell where a note stands.

    `eid` is the nearest enclosing unit, `None` in the front matter; `next_eid` the unit that follows a note standing
    before its body; `span` is the note's text in the source; `known` are the addresses of all provisions there;
    `links` lead from its text to acts; `near` is the paragraph in which a note stands that has the unit below it.
    """

    eid: Eid | None
    next_eid: Eid | None
    span: Span
    known: frozenset[Eid]
    links: tuple[ActLink, ...] = ()
    near: Eid | None = None

    def behind(self, cut: int) -> "NotePlace":
        """Return the place of a note without its first characters, whose links stand that much nearer to its start."""
        return replace(self, links=tuple(replace(link, start=link.start - cut, end=link.end - cut)
                                         for link in self.links if link.start >= cut))


@dataclass(frozen=True, slots=True)
class NoteReading:
    """Hold what a note says, what of it does not fit, and what is not understood."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...] = ()


def beyond(texts: Sequence[str], places: Sequence[NotePlace]) -> NoteReading:
    """Return a note that tells of more changes than are read: any provision may be changed by it."""
    words, first = f"a note tells of more changes than any law has: {texts[0][:300]!r}", places[0]
    finding = Finding("unread_footnote", Severity.ERROR, words, first.eid, line=first.span.line)
    return NoteReading((), (finding,), tuple(Unread(UnreadKind.NOTE, (LAW,), (), place.span, text)
                                             for place, text in zip(places, texts, strict=True)))
