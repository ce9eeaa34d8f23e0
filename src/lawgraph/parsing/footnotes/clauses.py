"""Commencement clauses as rules, and what a clause leaves out.

"Upon expiry of ten calendar days after its first official publication" is a rule, not a day. "From the day" (со дня)
and "after the day" (после дня) are told apart in `from_the_day`; "after the day of its publication" alone is a rule of
no days.

"…, except for paragraph 2, which shall be enforced from 01.01.2018": English and Russian name the exception behind the
word for it, up to the end of the bracket; Kazakh before it, back to the comma or bracket where it begins.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from lawgraph.languages.printed import end_in, find_days
from lawgraph.languages.scanner import Token, count_of, read_by
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark
from lawgraph.law.eid import Eid
from lawgraph.law.model import Action, Claim, OperationRule, RuleKind
from lawgraph.parsing.footnotes.references import addresses, units

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


Exceptions = tuple[tuple[Token, ...], ...]
_MOST_STEPS = 100_000
_ENDS = {Mark.CLOSES, Mark.ENDS}


@dataclass(frozen=True, slots=True)
class Excepted:
    """Hold the units that an exception names and what it says of them; `clear` tells that all of it was read.

    Of what is excepted from an end, and of whose own end nothing is told, there is no claim.
    """

    units: tuple[Eid, ...]
    claims: tuple[Claim, ...]
    clear: bool


def excepted_from(made: tuple[Claim, ...], exception: tuple[Token, ...], known: frozenset[Eid], lang: str) -> Excepted:
    """Return the claims of the units that an exception names, each under its own clause."""
    rules = tuple(read_clause(each, lang) for each in exception if isinstance(each.meaning, RuleKind))
    rule = rules[0] if len(rules) == 1 else UNSTATED
    ends = tuple(end_in(each.text, lang) for each in exception if each.meaning in (Action.EXPIRY, Mark.UNTIL))
    if not rules and len(ends) == 1 and ends[0] and any(each.action.ends for each in made):
        rule = OperationRule(RuleKind.ON_DAY, day=ends[0])
    found: dict[Eid, Claim] = {}
    if len(made) * len(exception) > _MOST_STEPS:
        return Excepted((), (), clear=False)
    for each in made:
        around = None if each.target == "law" else each.target
        for target in (eid for unit in units(exception, lang) for eid in addresses(unit, around, known)):
            if _is_part(target, each) and (target in known or each.action is Action.INSERTION):
                action = Action.EXPIRY if each.action is Action.REPEAL else each.action
                found.setdefault(target, replace(each, target=target, operation=rule, action=action))
    unread = any(each.meaning is Mark.UNREAD for each in exception)
    told = tuple(each for each in found.values() if not (each.action.ends and rule is UNSTATED))
    return Excepted(tuple(found), told, bool(found) and not unread and len(rules) < 2)


def _is_part(target: Eid, claim: Claim) -> bool:
    return claim.target == "law" or (target.within(claim.target) and target != claim.target)


def split_exceptions(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], Exceptions]:
    """Return the tokens of a note without its exceptions, and each exception by itself."""
    if not any(token.meaning in (Mark.EXCEPT, Mark.EXCEPTED) for token in tokens):
        return tokens, ()
    kept: list[Token] = []
    exceptions: list[tuple[Token, ...]] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.meaning is Mark.EXCEPT:
            end = _end(tokens, place + 1)
            exceptions.append(tokens[place:end])
            place = end
            continue
        if token.meaning is Mark.EXCEPTED:
            start = _start(kept)
            exceptions.append((*kept[start:], token))
            del kept[start:]
        else:
            kept.append(token)
        place += 1
    return tuple(kept), tuple(exceptions)


def _end(tokens: tuple[Token, ...], start: int) -> int:
    """Return where an exception ends: at the bracket that encloses it, or with the sentence."""
    depth = 0
    for place in range(start, len(tokens)):
        meaning = tokens[place].meaning
        if meaning in _ENDS and depth == 0:
            return place
        depth += (meaning is Mark.OPENS) - (meaning is Mark.CLOSES)
    return len(tokens)


def _start(kept: list[Token]) -> int:
    """Return where an exception begins that ends here: behind a comma, a bracket or the end of a sentence."""
    for place in range(len(kept) - 1, -1, -1):
        token = kept[place]
        if token.meaning in (Mark.OPENS, Mark.ENDS, Mark.CLOSES) or token.text == ",":
            return place + 1
    return 0
