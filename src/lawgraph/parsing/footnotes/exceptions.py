"""What a note excepts from what it tells, and how much of that is read.

"…, except for paragraph 2, which shall be enforced from 01.01.2018": English and Russian name the exception behind the
word for it, up to the end of the bracket; Kazakh before it, back to the comma or bracket where it begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawgraph.languages.printed import end_in
from lawgraph.languages.scanner import Token
from lawgraph.languages.tables import Mark
from lawgraph.law.amendments import Action, OperationRule, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Claim
from lawgraph.law.eid import Eid, Kind
from lawgraph.parsing.footnotes.clauses import UNSTATED, addresses, read_clause, units

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
    named = units(exception, lang)
    if len(made) * max(len(named), len(exception)) > _MOST_STEPS:
        return Excepted((), (), clear=False)
    for each in made:
        around = None if each.target == "law" else each.target
        for target in (eid for unit in named for eid in addresses(unit, around, known)):
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


def without_narrowing(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens of a note on words throughout a text without what it excepts before it names an act.

    "Throughout the text, except for Article 4, the words …": the act changed no more than it would without that, and
    which units hold the words is looked up anyway. An exception in which anything else is told stays.
    """
    if not any(token.meaning is Mark.THROUGHOUT for token in tokens):
        return tokens
    kept: list[Token] = []
    sentence, place = 0, 0
    while place < len(tokens):
        token, before = tokens[place], kept[sentence:]
        end = _end_of_narrowing(tokens, place + 1, before) if token.meaning is Mark.EXCEPT else None
        start = _start(kept) if token.meaning is Mark.EXCEPTED and not any(map(_is_of_act, before)) else None
        if end is not None:
            place = end
            continue
        if start is not None and all(map(_only_names, kept[start:])):
            del kept[start:]
        else:
            kept.append(token)
        sentence = len(kept) if token.meaning is Mark.ENDS else sentence
        place += 1
    return tuple(kept)


def _end_of_narrowing(tokens: tuple[Token, ...], start: int, before: Sequence[Token]) -> int | None:
    """Return where an exception ends that tells nothing but what is excepted, `None` where it tells more.

    Behind the verb the act follows, and before it the words; behind the act the exception is one from its start.
    """
    said = any(isinstance(each.meaning, Action) for each in before)
    for place in range(start, 0 if any(map(_is_of_act, before)) else len(tokens)):
        meaning = tokens[place].meaning
        if not _only_names(tokens[place]):
            follows = isinstance(meaning, ActKind) if said else meaning is Mark.WORDS
            return place if follows or meaning is Mark.CLOSES else None
    return None


def _only_names(token: Token) -> bool:
    return isinstance(token.meaning, Kind) or token.meaning in (Mark.FILLER, Mark.UNREAD)


def _is_of_act(token: Token) -> bool:
    return isinstance(token.meaning, ActKind) or token.meaning in (Mark.DAY, Mark.NUMBER)


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
