"""The law's own commencement, as its closing article or paragraph states it."""

import re
from collections.abc import Iterable

from lawgraph.footnotes.clauses import UNSTATED, read_clause
from lawgraph.grammar.scanner import scan
from lawgraph.model import Document, Kind, OperationRule, RuleKind

_OWN = {
    "eng": re.compile(r"(?:This|The present|These) (?:(?:Constitutional )?Law|Code|Order|Rules|Resolution|Decree"
                      r"|Decision)\b.{0,60}\b(?:enters?|entered|enforced|enacted|comes?|put|introduced|effective)\b",
                      re.IGNORECASE),
    "rus": re.compile(r"Настоящ\w+ .{0,60}\b(?:ввод\w+ в действие|вступа\w+ в силу)", re.IGNORECASE),
    "kaz": re.compile(r"Осы .{0,200}\bқолданысқа енг[іi]з[іi]л", re.IGNORECASE),
}
_EXCEPT = re.compile(r"\bexcept|with the exception|за исключением|кроме|қоспағанда", re.IGNORECASE)
_DATED = {RuleKind.AFTER_PUBLICATION, RuleKind.ON_PUBLICATION, RuleKind.ON_DAY}


def own_rules(documents: Iterable[Document]) -> tuple[OperationRule, ...]:
    """Return the commencement rules that a law states of itself, empty where it states none.

    Where parts are excepted, or the statement cannot be read, an unstated rule stands among them: it bounds nothing.
    """
    for document in documents:
        closing = [each.text for each in document.provisions
                   if each.kind in (Kind.ARTICLE, Kind.PARAGRAPH) and each.text]
        for text in reversed(closing):
            if _OWN[document.lang].match(text):
                return _rules(text, document.lang)
    return ()


def _rules(text: str, lang: str) -> tuple[OperationRule, ...]:
    rules = tuple(read_clause(token, lang) for token in scan(text, lang) if token.meaning in _DATED)
    return (*rules, UNSTATED) if not rules or _EXCEPT.search(text) else rules
