"""Tell a footnote that stands under one article and names only another: one of the two numbers may be misprinted."""

from collections.abc import Sequence
from itertools import chain
from typing import Protocol

from lawgraph.languages.scanner import begins
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Action, Claim, Span, Unread, UnreadKind


class NoteStanding(Protocol):
    """Tell where a note stands, and what provisions there are."""

    @property
    def eid(self) -> Eid | None: ...
    @property
    def span(self) -> Span: ...
    @property
    def known(self) -> frozenset[Eid]: ...


def other_article(claims: Sequence[Claim], place: NoteStanding, text: str, lang: str) -> Unread | None:
    """Return both articles as doubted, the one where the note stands first; `None` where nothing speaks of a misprint.

    What inserts may stand at its container, what is moved names both places, and a note on several articles or on a
    larger unit stands where it suits. What it goes on to say of its own article tells nothing of what was said before.
    A note of the editors is printed above the article of which it speaks.
    """
    own = place.eid.outermost if place.eid else None
    of_own = {(each.act, each.action) for each in claims if own in _places(each)}
    claims = [each for each in claims if (each.act, each.action) not in of_own]
    named = set(chain.from_iterable(map(_places, claims)))
    if own is None or own.kind is not Kind.ARTICLE or len(named) != 1:
        return None
    other = named.pop()
    if other.kind is not Kind.ARTICLE or other not in place.known:
        return None
    if any(each.action is Action.INSERTION for each in claims) or _stands_above(own, other, place, text, lang):
        return None
    acts = tuple(dict.fromkeys(each.act for each in claims if each.act))
    return Unread(UnreadKind.NOTE, (own, other), acts, place.span, text)


def _places(claim: Claim) -> tuple[Eid, ...]:
    return tuple(each.outermost for each in (claim.target, claim.to) if each)


def _stands_above(own: Eid, other: Eid, place: NoteStanding, text: str, lang: str) -> bool:
    """Tell whether a note of the editors stands right before the article that it names."""
    opening = begins(text, spoken(lang).notes.openings, lang)
    if opening is not None and opening.name == "footnote":
        return False
    later = sorted((each for each in place.known if each.kind is Kind.ARTICLE and each == each.outermost
                    and each.order > own.order), key=lambda each: each.order)
    return bool(later) and later[0] == other
