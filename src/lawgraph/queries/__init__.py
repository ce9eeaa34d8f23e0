"""What can be asked of the database: the named queries in `sql`, and functions that answer with values."""

from lawgraph.queries.answers import (
    UnknownAct,
    act_named,
    acts,
    all_citations,
    all_versions,
    amendments_of,
    citations_in,
    citations_of,
    differences,
    differing_days,
    findings,
    languages,
    law_days,
    law_named,
    law_on,
    laws,
    places,
    printings_of,
    provision_on,
    search,
    search_acts,
    source_of,
    versions_of,
)
from lawgraph.queries.asking import AsKnown, Base
from lawgraph.queries.sql import PUBLIC as NAMED
from lawgraph.queries.sql import Query
from lawgraph.queries.values import ActRow, CitationRow, Effect, Hit, LawRow, Piece, Printing, SourceRow

__all__ = [
    "NAMED", "ActRow", "AsKnown", "Base", "CitationRow", "Effect", "Hit", "LawRow", "Piece", "Printing", "Query",
    "SourceRow", "UnknownAct", "act_named", "acts", "all_citations", "all_versions", "amendments_of", "citations_in",
    "citations_of", "differences", "differing_days", "findings", "languages", "law_days", "law_named", "law_on",
    "laws", "places", "printings_of", "provision_on", "search", "search_acts", "source_of", "versions_of",
]
