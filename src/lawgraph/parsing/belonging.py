"""Find lines that were read into another unit than the one in which they stand by what their own source says.

A reader of lines gives words behind a list, or between two articles, to what stands before them. Where a source tells
its units itself, and tells otherwise, nobody knows where such words belong.
"""

from collections.abc import Iterable, Iterator, Mapping

from lawgraph.law.document import Finding, Role, Segment, Severity, Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.outline import place_of
from lawgraph.reading.source import Block

_PLACES = {Kind.ALINEA, Kind.INDENT, Kind.HEADING}


def strays(blocks: Iterable[Block], segments: Iterable[Segment]) -> Mapping[Eid, Block]:
    """Return the units that have, or lack, a line which was read into another one than the source says, with it."""
    owners = {each.start: each.eid for each in segments if each.role is Role.PROVISION and each.eid}
    told: dict[Eid, int] = {}
    read: dict[int, Eid] = {}
    found: dict[Eid, Block] = {}
    for each in blocks:
        owner = owners.get(each.start)
        if each.unit is None or owner is None:
            continue
        unit = _numbered(owner)
        if told.setdefault(unit, each.unit) != each.unit:
            meant = read.get(each.unit, unit)
            for one in (unit, unit if meant.kind.divides else meant):
                found.setdefault(one, each)
        read.setdefault(each.unit, unit)
    return found


def doubts(found: Mapping[Eid, Block]) -> Iterator[Unread]:
    """Give stray lines as words that are not understood, in each unit that may have them."""
    for eid, block in found.items():
        yield Unread(UnreadKind.TEXT, tuple(dict.fromkeys((eid.outermost, LAW))), (), place_of(block), block.text)


def findings(found: Mapping[Eid, Block]) -> Iterator[Finding]:
    """Tell of stray lines."""
    for eid, block in found.items():
        yield Finding("stray_line", Severity.WARNING, f"the source has this line in another unit than {eid}: "
                      f"{block.text[:120]!r}", eid, line=block.line)


def _numbered(eid: Eid) -> Eid:
    """Return the smallest unit around an address that is more than a place."""
    while eid.kind in _PLACES and eid.parent:
        eid = eid.parent
    return eid
