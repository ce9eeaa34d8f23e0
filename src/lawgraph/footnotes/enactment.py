"""The law's own commencement, as its closing article or paragraph states it."""

from collections.abc import Iterable

from lawgraph.eid import Kind
from lawgraph.footnotes.clauses import UNSTATED, read_clause
from lawgraph.languages.scanner import found, opens, scan
from lawgraph.languages.spoken import spoken
from lawgraph.model import Document, OperationRule, RuleKind

_DATED = {RuleKind.AFTER_PUBLICATION, RuleKind.ON_PUBLICATION, RuleKind.ON_DAY}


def own_rules(documents: Iterable[Document]) -> tuple[OperationRule, ...]:
    """Return the commencement rules that a law states of itself, empty where it states none.

    Where parts are excepted, or the statement cannot be read, an unstated rule stands among them: it bounds nothing.
    """
    for document in documents:
        closing = [each.text for each in document.provisions
                   if each.kind in (Kind.ARTICLE, Kind.PARAGRAPH) and each.text]
        for text in reversed(closing):
            if opens(spoken(document.lang).clauses.own, text):
                return _rules(text, document.lang)
    return ()


def _rules(text: str, lang: str) -> tuple[OperationRule, ...]:
    rules = tuple(read_clause(token, lang) for token in scan(text, lang) if token.meaning in _DATED)
    return (*rules, UNSTATED) if not rules or found(spoken(lang).clauses.exception, text) else rules
