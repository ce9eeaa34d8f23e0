"""Units of which only a footnote is left, in their place: "Footnote. Article 2 is excluded by …" before Article 3.

Such a note stands where the unit stood: behind the one before it in its list, and before the next. A number that is
printed, or out of its order there, may be a misprint, and leaves open what it says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lawgraph.languages.letters import count
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Claim, Provision
from lawgraph.parsing.footnotes.doubts import NoteReading
from lawgraph.parsing.outline import Note, place_of

_NUMBERED = {Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT}

Gone = Mapping[Note, tuple[Provision, ...]]


def left_in_notes(readings: Sequence[tuple[Note, NoteReading]], provisions: Sequence[Provision]) -> Gone:
    """Return the units that notes tell to be excluded in their places, by note."""
    known = frozenset(each.eid for each in provisions)
    told = ((note, reading.claims) for note, reading in readings
            if reading.claims and all(_excludes(claim, known) for claim in reading.claims))
    found = ((note, tuple(_left(note, claims, provisions))) for note, claims in told)
    return {note: units for note, units in found if units}


def in_place(note: Note, units: Sequence[Provision]) -> Note:
    """Return a note that speaks of the unit in whose place it stands."""
    own = units[0].eid
    return replace(note, eid=own, near=own.parent if own.kind is Kind.POINT else None)


def _excludes(claim: Claim, known: frozenset[Eid]) -> bool:
    return (claim.action.ends and not claim.pending and claim.act is not None and claim.target.kind in _NUMBERED
            and claim.target not in known)


def _left(note: Note, claims: Sequence[Claim], provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Give the units of a note, none unless each of them fits."""
    span = place_of(note.blocks[0])
    above = [each for each in provisions if each.span.start < span.start]
    below = provisions[len(above):]
    units: dict[Eid, Provision] = {}
    for target in dict.fromkeys(claim.target for claim in claims):
        before = _before(target, (*above, *units.values()))
        after = next((each for each in below if before and _listed(each, before.eid)), None)
        if before is None or not _fits(before, target, after):
            return
        eid = Eid(f"{before.eid.removesuffix(before.eid.number)}{target.number}")
        units[eid] = replace(before, eid=eid, number=target.number, heading=None, text=None, excluded=True, span=span,
                             heading_span=None)
    yield from units.values()


def _before(target: Eid, above: Sequence[Provision]) -> Provision | None:
    """Return the unit that stands before the place of another one in its list; none where that is empty itself."""
    last = above[-1] if above else None
    if last is None or not (last.text or last.excluded):
        return None
    named = target.parent or _annex(last.eid)
    found = next((each for each in reversed(above)
                  if each.kind is target.kind and _may_hold(each.eid.parent, named)), None)
    open_still = found is not None and (found.kind.divides or found.eid in (last.eid, *last.eid.ancestors))
    return found if open_still else None


def _annex(eid: Eid) -> Eid | None:
    return eid.outermost if eid.outermost.kind is Kind.ANNEX else None


def _may_hold(holder: Eid | None, named: Eid | None) -> bool:
    """Tell whether a list may be the one that a note names, as "point 2" of the article for that of its paragraph."""
    return holder == named or (holder is not None and named is not None and holder.within(named))


def _listed(each: Provision, beside: Eid) -> bool:
    return each.kind is beside.kind and each.eid.parent == beside.parent


def _fits(before: Provision, target: Eid, after: Provision | None) -> bool:
    here = count(target.number)
    return count(before.eid.number) < here and (after is None or here < count(after.eid.number))
