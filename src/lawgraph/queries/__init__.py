"""What can be asked of the database: the named queries in `sql` and `across`, and functions that answer with values."""

from lawgraph.queries.acting import (
    act_named,
    act_names,
    acts,
    acts_around,
    acts_called,
    acts_lately,
    laws_of_act,
)
from lawgraph.queries.answers import (
    all_citations,
    all_versions,
    amendments_of,
    citations_in,
    citations_of,
    differences,
    differing_days,
    languages,
    law_days,
    law_named,
    law_on,
    laws,
    places,
    printings_of,
    provision_on,
    source_of,
    versions_of,
)
from lawgraph.queries.asking import AsKnown, Base
from lawgraph.queries.holding import changed_answers, held_texts, lives
from lawgraph.queries.listing import (
    Shelf,
    Stretch,
    count_findings,
    count_laws,
    findings,
    initials,
    kinds,
    last_day_spoken_of,
    listed_findings,
    listed_laws,
    nearest_provision,
    years,
)
from lawgraph.queries.news import Listed, NewChange, listed_pages, newest_changes
from lawgraph.queries.query import Query
from lawgraph.queries.seeking import (
    Standing,
    Within,
    laws_with_numbers,
    search,
    search_acts,
    search_laws,
    standing_on,
)
from lawgraph.queries.sql import PUBLIC as NAMED
from lawgraph.queries.values import (
    ActRow,
    CitationRow,
    Effect,
    Hit,
    LawRow,
    ListedLaw,
    Piece,
    Printing,
    Share,
    SourceRow,
    TouchedLaw,
)

__all__ = [
    "NAMED", "ActRow", "AsKnown", "Base", "CitationRow", "Effect", "Hit", "LawRow", "Listed", "ListedLaw",
    "NewChange", "Piece", "Printing", "Query", "Share", "Shelf", "SourceRow", "Standing", "Stretch", "TouchedLaw",
    "Within", "act_named", "act_names", "acts", "acts_around", "acts_called", "acts_lately", "all_citations",
    "all_versions", "amendments_of", "changed_answers", "citations_in", "citations_of", "count_findings",
    "count_laws", "differences", "differing_days", "findings", "held_texts", "initials", "kinds", "languages",
    "last_day_spoken_of", "law_days", "law_named", "law_on", "laws", "laws_of_act", "laws_with_numbers",
    "listed_findings", "listed_laws", "listed_pages", "lives", "nearest_provision", "newest_changes", "places",
    "printings_of", "provision_on", "search", "search_acts", "search_laws", "source_of", "standing_on",
    "versions_of", "years",
]
