"""At which unit the notes stand that tell of a change."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lawgraph.law.amendments import Action, Amendment, SourceKind
from lawgraph.law.eid import Eid, Kind, Tree


def noted_at(target: Eid, action: Action) -> str:
    """Return at what the notes stand that tell of a change; those on words replaced throughout stand apart."""
    return f"throughout {target}" if action is Action.TEXT_SUBSTITUTION else footnoted(target)


def footnoted(target: Eid) -> Eid:
    """Return the unit whose footnotes speak of a target: its article, or what stands at the top without articles.

    The heading of a chapter has a footnote of its own, which tells nothing of the chapter.
    """
    outermost = target.outermost
    if target.kind is Kind.HEADING and (outermost.kind is Kind.LAW or outermost.kind.divides):
        return target
    return outermost


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold an amendment with where it stands: the units whose footnotes may name it, itself and what encloses it.

    `telling` are the files of the editions that tell of it, `noted` the units outermost that the same notes name.
    """

    amendment: Amendment
    unit: str
    naming: tuple[str, ...]
    around: tuple[str, ...]
    telling: frozenset[str]
    noted: frozenset[Eid]


def placed(amendments: Sequence[Amendment], tree: Tree) -> tuple[Placed, ...]:
    """Place amendments in their law, once for all editions."""
    noted: dict[tuple[str, int | None], set[Eid]] = defaultdict(set)
    for each in amendments:
        for source in each.sources:
            noted[source.file, source.line].add(each.target.outermost)
    return tuple(Placed(each, noted_at(each.target, each.action), _naming(each, tree),
                        (each.target, *tree.above(each.target)),
                        frozenset(source.file for source in each.sources if source.kind is SourceKind.CLAIM),
                        frozenset({each.target.outermost}.union(*(
                            noted[source.file, source.line] for source in each.sources
                            if source.kind is SourceKind.CLAIM))))
                 for each in amendments)


def _naming(each: Amendment, tree: Tree) -> tuple[str, ...]:
    if each.action is Action.TEXT_SUBSTITUTION:
        return (noted_at(each.target, each.action),)
    place = footnoted(each.target)
    return (place, *tree.above(place))
