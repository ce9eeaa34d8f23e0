"""At which unit the notes stand that tell of a change."""

from lawgraph.law.amendments import Action
from lawgraph.law.eid import Eid, Kind


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
