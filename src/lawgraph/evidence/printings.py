"""What one edition shows of a provision: its wording, and whether it was there.

Two printings of one wording differ in spaces, quotation marks, dashes, «ё» and in the mark that ends a point of a list;
none of these is a change of wording.
"""

import re
from dataclasses import dataclass

from lawgraph.evidence.model import Evidence
from lawgraph.evidence.provisions import Unit
from lawgraph.evidence.sources import Edition
from lawgraph.languages.letters import YO
from lawgraph.law.eid import Kind, Order

_SPACES = re.compile(r"\s+")
_BESIDE_SIGN = re.compile(r" (?=\W)|(?<=\W) ")
_SIGNS = str.maketrans({**dict.fromkeys("«»„“”‟❝❞″", '"'), **dict.fromkeys("‘’‚‛′", "'"),
                        **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": None, "\u200b": None}) | YO


def alike(one: str, other: str) -> bool:
    """Tell whether two printings hold one wording."""
    return one == other or _normal_form(one) == _normal_form(other)


def _normal_form(text: str) -> str:
    """Return a wording as it is compared: without what differs between two printings of it."""
    spaced = _BESIDE_SIGN.sub("", _SPACES.sub(" ", text))
    return spaced.translate(_SIGNS).strip(" ;.,")


def wording_in(evidence: Evidence, edition: Edition, unit: Unit) -> str | None:
    """Return the own text that an edition prints of a provision, "" where it has only parts, `None` where none."""
    printed = evidence.printed[edition.file]
    if unit.kind is not Kind.HEADING:
        own = printed.get(unit.eid)
        return None if own is None or own.excluded else own.text or ""
    owner = unit.chain[0]
    if owner == "law":
        return edition.document.title or None
    above = printed.get(owner)
    return None if above is None or above.excluded else above.heading


def living_in(evidence: Evidence, edition: Edition, unit: Unit) -> bool:
    """Tell whether an edition prints a provision as one that is there."""
    own = evidence.printed[edition.file].get(unit.eid)
    return own is not None and not own.excluded


@dataclass(frozen=True, slots=True)
class End:
    """Hold the last provision of an edition that may be cut off, and the order of its last article."""

    last: Unit
    article: Order


def end_of(evidence: Evidence, edition: Edition) -> End | None:
    """Return where an edition ends that does not come to the signature: what stood behind may be cut off."""
    printed = evidence.printed[edition.file]
    if edition.document.signed or not printed:
        return None
    last = max((unit for unit in evidence.units if unit.eid in printed), key=lambda unit: unit.place, default=None)
    articles = max((eid.order for eid in printed if eid.kind is Kind.ARTICLE), default=())
    return End(last, articles) if last else None


def is_cut_off(unit: Unit, end: End | None) -> bool:
    """Tell whether a provision may stand behind the end; of what no edition prints its number alone tells where."""
    if end is None or unit.eid.outermost == end.last.eid.outermost:
        return False
    return unit.place > end.last.place or (unit.adrift and unit.eid.outermost.order > end.article)
