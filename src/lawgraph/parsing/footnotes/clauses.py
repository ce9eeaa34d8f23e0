"""Commencement clauses as rules.

"Upon expiry of ten calendar days after its first official publication" is a rule, not a day. "From the day" (со дня)
and "after the day" (после дня) are told apart in `from_the_day`; "after the day of its publication" alone is a rule of
no days.
"""

from functools import lru_cache

from lawgraph.languages.printed import end_in, find_days
from lawgraph.languages.scanner import Token, count_of, read_by
from lawgraph.languages.spoken import spoken
from lawgraph.law.model import OperationRule, RuleKind

UNSTATED = OperationRule(RuleKind.UNSTATED)


def read_clause(token: Token, lang: str) -> OperationRule:
    """Return the rule that a clause stands for, `UNSTATED` where its day does not exist."""
    return _read(token.rule, token.text, lang)


@lru_cache(maxsize=4096)  # nine in ten clauses of a law have the same words
def _read(name: str, text: str, lang: str) -> OperationRule:
    rule = next(rule for rule in spoken(lang).notes.tokens if rule.name == name)
    found = read_by(rule, text, lang)
    groups = found.groupdict() if found else {}
    match rule.meaning:
        case RuleKind.ON_PUBLICATION:
            return OperationRule(RuleKind.ON_PUBLICATION)
        case RuleKind.ON_DAY:
            return _on_day(text, lang)
        case RuleKind.SEE:
            return OperationRule(RuleKind.SEE, reference=(groups.get("reference") or "").strip(" .,"))
        case _:
            return _after(groups, lang)


def _on_day(text: str, lang: str) -> OperationRule:
    """Return the rule of a stated day, and of the end that may stand behind it; none where a calendar lacks either."""
    first, *more = (found.day for found in find_days(text, lang))
    if first is None or (more and more[0] is None):
        return UNSTATED
    return OperationRule(RuleKind.ON_DAY, day=first, until=end_in(text, lang) if more else None)


def _after(groups: dict[str, str | None], lang: str) -> OperationRule:
    since = groups.get("since") is not None
    if groups.get("next"):
        return OperationRule(RuleKind.AFTER_PUBLICATION, days=0)
    count = count_of(groups.get("count") or "", lang) or 1
    if groups.get("years"):
        return OperationRule(RuleKind.AFTER_PUBLICATION, months=12 * count, from_the_day=since)
    if groups.get("months"):
        return OperationRule(RuleKind.AFTER_PUBLICATION, months=count, from_the_day=since)
    return OperationRule(RuleKind.AFTER_PUBLICATION, days=count, from_the_day=since)
