"""When units of a law begin, pause or end by its own wording, as amendments by the law itself."""

from collections import defaultdict
from collections.abc import Iterator

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.days import DayBounds, Ground, basis_on, exactly
from lawgraph.law.eid import Eid
from lawgraph.law.model import Action, Amendment, Scope, Source, SourceKind, UnreadKind
from lawgraph.parsing.footnotes.enactment import enclosing
from lawgraph.parsing.footnotes.own_terms import OwnTerm, own_terms

_REWORDED = {Action.SUBSTITUTION, Action.MODIFICATION}


def own_changes(law: LawSources) -> tuple[Amendment, ...]:
    """Return what a law's wording says of days of its own units.

    Where editions say different days, or the words were changed, nobody knows what had been said before.
    """
    told: dict[Eid, dict[str, list[tuple[Edition, OwnTerm]]]] = defaultdict(lambda: defaultdict(list))
    for edition in law.editions:
        for term in own_terms(edition.document):
            told[term.eid][edition.file].append((edition, term))
    return tuple(each for eid, files in told.items() for each in _of_unit(law, eid, list(files.values())))


def _of_unit(law: LawSources, eid: Eid, told: list[list[tuple[Edition, OwnTerm]]]) -> Iterator[Amendment]:
    said = {frozenset((term.action, term.day) for _, term in terms) for terms in told}
    doubted = len(said) > 1 or any(_changed(edition, term) for terms in told for edition, term in terms)
    for edition, term in told[0]:
        if doubted or term.action is Action.NOT_UNDERSTOOD:
            bounds = DayBounds(law.adopted, None, basis_on(Ground.UNREAD_NOTE))
            # Each edition that says so tells of it: of what operates, the official ones alone.
            sources = tuple(Source(edition.file, term.line, term.text, SourceKind.NOT_UNDERSTOOD)
                            for (edition, term), *_ in told)
            yield Amendment(law.act, eid, Action.NOT_UNDERSTOOD, Scope.WHOLE, bounds, sources)
            return
        sources = tuple(Source(telling.file, same.line, same.text) for terms in told for telling, same in terms
                        if (same.action, same.day) == (term.action, term.day))
        pauses = term.action is Action.SUSPENSION or term.day is None
        begins = exactly(law.adopted, basis_on(Ground.ADOPTED, law.adopted))
        bounds = begins if pauses or term.day is None else exactly(term.day, basis_on(Ground.STATED_DAY, term.day))
        yield Amendment(law.act, eid, term.action, Scope.WHOLE, bounds, sources, term.day if pauses else None,
                        undoes=not pauses)


def _changed(edition: Edition, term: OwnTerm) -> bool:
    """Tell whether the provision that says so was changed after it was adopted, or may be printed twice."""
    article = term.within.outermost
    if any(article in unread.eids for unread in edition.document.unread if unread.kind is UnreadKind.TEXT):
        return True
    around = enclosing(edition.document, article)
    return any((claim.action in _REWORDED and claim.target.outermost == article)
               or (claim.action is Action.SUBSTITUTION and claim.target in around)
               for claim in edition.document.claims)
