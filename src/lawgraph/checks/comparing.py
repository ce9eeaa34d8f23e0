"""Editions of one language against each other, and the newest editions of several languages.

In one language: differences without an act between, and acts without a difference. Between languages, by address: what
one of them prints another may exclude, lack or number otherwise, and of one act they may tell different things.
Official texts decide; where none is official, the difference stays open. What lies between the days of two editions
is no conflict: an act that the earlier of them could not know explains it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.evidence.merging import explaining
from lawgraph.evidence.model import Evidence, alike, living_in, wording_in
from lawgraph.evidence.pairs import Pair, pairs
from lawgraph.evidence.sources import Edition, Unit
from lawgraph.evidence.touch import bears_on_wording
from lawgraph.law.amendments import Action
from lawgraph.law.authors import Untold
from lawgraph.law.document import Claim, Finding, Provision, Severity
from lawgraph.law.eid import Eid, Kind
from lawgraph.timeline.history import History

_CHANGES = {Action.MODIFICATION, Action.SUBSTITUTION}
_OWN_NUMBERS = {Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT}


def between_editions(history: History) -> Iterator[Finding]:
    """Give every contradiction between neighbouring editions of the language of a life, with both places."""
    named = frozenset(index for index, each in enumerate(history.evidence.amendments)
                      if not isinstance(each.by, Untold) or each.target.inserted_number)
    for pair in pairs(history.evidence):
        if pair.later.lang == history.lang:
            yield from _printed_by_one(history, pair, named)
            for unit in history.evidence.units:
                yield from _worded(history, pair, unit, named)


def _printed_by_one(history: History, pair: Pair, named: frozenset[int]) -> Iterator[Finding]:
    evidence = history.evidence
    differing: set[str] = set()
    for unit in evidence.units:
        there = [living_in(evidence, each, unit) for each in (pair.earlier, pair.later)]
        explains = unit.kind is Kind.HEADING or there[0] is there[1] or any(
            each in named for each in explaining(evidence, unit, *_both(pair)))
        if explains or unit.container in differing:
            continue
        # What a missing paragraph holds is missing with it: the outermost is told.
        differing.add(unit.eid)
        one, other = _both(pair) if there[0] else (pair.later, pair.earlier)
        yield _contradiction(history, unit, one,
                             f"{_place_of(evidence, one, unit)} prints {unit.eid}, and {other.file} does not print it, "
                             "though no act that is known lies between them")


def _worded(history: History, pair: Pair, unit: Unit, named: frozenset[int]) -> Iterator[Finding]:
    evidence = history.evidence
    before, after = (wording_in(evidence, each, unit) for each in _both(pair))
    if before is None or after is None:
        return
    lying = [index for index in evidence.near[unit.eid] if index in pair.between and index in named]
    places = " and ".join(_place_of(evidence, each, unit) for each in _both(pair))
    if alike(before, after):
        for act, action in _without_difference(evidence, pair, unit, lying):
            yield _contradiction(history, unit, pair.later,
                                 f"№ {act} is said to have made a {action} of {unit.eid}, but {places} print the same",
                                 act)
    elif not any(bears_on_wording(evidence, index, unit) for index in lying):
        yield _contradiction(history, unit, pair.later, f"{places} print different wordings of {unit.eid}, though no "
                                                        "act that is known lies between them")


def _without_difference(evidence: Evidence, pair: Pair, unit: Unit, lying: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Give the acts said to have changed this very text, where that is all that lies between."""
    bearing = [index for index in lying if bears_on_wording(evidence, index, unit)]
    for index in bearing if len(bearing) == 1 and not unit.has_parts else ():
        each = evidence.amendments[index]
        if index in pair.surely and each.target == unit.eid and each.act and each.action in _CHANGES:
            yield each.act.name, str(each.action)


def _both(pair: Pair) -> tuple[Edition, Edition]:
    return pair.earlier, pair.later


def _place_of(evidence: Evidence, edition: Edition, unit: Unit) -> str:
    line = _line(evidence, edition, unit)
    return f"{edition.file}, line {line}," if line else edition.file


def _line(evidence: Evidence, edition: Edition, unit: Unit) -> int | None:
    owner = unit.chain[0] if unit.kind is Kind.HEADING else unit.eid
    own = evidence.read[edition.file].get(owner)
    return own.span.line if own else None


def _contradiction(history: History, unit: Unit, edition: Edition, message: str, act: str | None = None) -> Finding:
    kind = "editions_without_difference" if act else "editions_contradict"
    return Finding(kind, Severity.WARNING, message, unit.eid, act, history.law.id, edition.file,
                   _line(history.evidence, edition, unit))


@dataclass(frozen=True, slots=True)
class NewestEdition:
    """Hold the newest edition in one language: what it prints, and what it tells of which act and target."""

    edition: Edition
    printed: Mapping[Eid, Provision]
    claims: Mapping[tuple[Eid, str], Claim]

    @property
    def speaks_on(self) -> date | None:
        """The day it is known to speak for, `None` where none is stated: then it is taken to be of today."""
        return self.edition.day or self.edition.retrieved


def newest_editions(history: History) -> tuple[NewestEdition, ...]:
    """Return the newest edition in each language, official ones first."""
    newest: dict[str, NewestEdition] = {}
    for edition in history.law.editions:
        own = _witness(edition, history.evidence.read[edition.file])
        if edition.lang not in newest or _is_later(own.speaks_on, newest[edition.lang].speaks_on):
            newest[edition.lang] = own
    return tuple(sorted(newest.values(), key=lambda each: not each.edition.official))


def conflicts(history: History) -> Iterator[Finding]:
    """Give every conflict of a language with the leading one, an official one where there is any, with both places."""
    first, *others = newest_editions(history)
    for second in others:
        later = _unknown_to_the_earlier(history, (first.speaks_on, second.speaks_on))
        yield from _presence(history, first, second, later)
        yield from _claims(history, first, second)


def _witness(edition: Edition, printed: Mapping[Eid, Provision]) -> NewestEdition:
    claims = {(each.target, each.act.name): each for each in edition.document.claims if each.act and not each.pending}
    return NewestEdition(edition, printed, claims)


def _is_later(one: date | None, other: date | None) -> bool:
    return other is not None and (one is None or one > other)


def _unknown_to_the_earlier(history: History, days: tuple[date | None, date | None]) -> frozenset[Eid]:
    """Return what acts may have changed after the day of the earlier edition."""
    day = min((each for each in days if each), default=None)
    return frozenset(each.target for each in history.amendments if each.act and not (
        each.operative.certainly_by(day) if day else each.operative.latest))


def _presence(history: History, first: NewestEdition, second: NewestEdition,
              later: frozenset[Eid]) -> Iterator[Finding]:
    differing: set[Eid] = set()
    holding = frozenset(above for target in later for above in (target, *target.ancestors))
    for eid in dict.fromkeys((*first.printed, *second.printed)):
        states = (_state(first.printed.get(eid)), _state(second.printed.get(eid)))
        if "prints" not in states or states[0] == states[1] or (
                eid in holding or later.intersection(eid.ancestors)):
            continue
        differing.add(eid)
        # What a missing article holds is missing with it: the outermost is told.
        if not any(above in differing for above in eid.ancestors):
            yield _finding(history, "editions_disagree", eid, (first, second),
                           f"{_tells(first, eid)}; {_tells(second, eid)}: {_who_decides(first, second)}")


def _claims(history: History, first: NewestEdition, second: NewestEdition) -> Iterator[Finding]:
    """Report acts of which two languages tell different things about the same target."""
    for key, claim in first.claims.items():
        other = second.claims.get(key)
        if other is None:
            continue
        for what, one, two in _told_apart(claim, other):
            told = (f"of № {key[1]} on {claim.target} {_at(first, claim.span.line)} tells {what} {one}, "
                    f"{_at(second, other.span.line)} {two}: {_who_decides(first, second)}")
            yield replace(_finding(history, "claims_disagree", claim.target, (first, second), told), act=key[1])


def _told_apart(one: Claim, two: Claim) -> Iterator[tuple[str, str, str]]:
    """Give what two claims on the same act and target say differently; an exclusion and an expiry both end it."""
    if one.action is not two.action and not (one.action.ends and two.action.ends):
        yield "the action", str(one.action), str(two.action)
    days = (one.operation.day, two.operation.day)
    if None not in days and days[0] != days[1]:
        yield "the first day", str(days[0]), str(days[1])
    terms = ((one.operation.days, one.operation.months), (two.operation.days, two.operation.months))
    if (None, None) not in terms and terms[0] != terms[1]:
        yield "the term after publication", _term(*terms[0]), _term(*terms[1])


def _term(days: int | None, months: int | None) -> str:
    return f"{days} days" if days is not None else f"{months} months"


def _tells(witness: NewestEdition, eid: Eid) -> str:
    shown = witness.printed.get(eid)
    act = next((act for (target, act), claim in witness.claims.items() if target == eid and claim.action.ends), None)
    by = f" by № {act}" if act and (shown is None or shown.excluded) else ""
    if shown is None:
        return f"{witness.edition.file} does not have {eid}{by}{_numbers_instead(witness, eid)}"
    return f"{_at(witness, shown.span.line)} {_state(shown)} {eid}{by}"


def _numbers_instead(witness: NewestEdition, eid: Eid) -> str:
    """Tell what is printed beside a missing number, which mostly shows that the numbering differs."""
    if eid.kind not in _OWN_NUMBERS or eid.parent is None or eid.parent not in witness.printed:
        return ""
    beside = [each.number for each in witness.printed.values() if each.eid.parent == eid.parent and each.number]
    return f" (its numbers there are {', '.join(beside)})" if beside else ""


def _state(printed: Provision | None) -> str:
    return "does not have" if printed is None else "excludes" if printed.excluded else "prints"


def _at(witness: NewestEdition, line: int) -> str:
    return f"{witness.edition.file}, line {line},"


def _who_decides(first: NewestEdition, second: NewestEdition) -> str:
    if first.edition.official == second.edition.official:
        return "both are official, neither decides" if first.edition.official else "neither is official"
    return "the official text decides"


def _finding(history: History, kind: str, eid: Eid, two: tuple[NewestEdition, NewestEdition], message: str) -> Finding:
    file, line = _place(eid, reversed(two))
    return Finding(kind, Severity.WARNING, message, eid, None, history.law.id, file, line)


def _place(eid: Eid, these: Iterable[NewestEdition]) -> tuple[str | None, int | None]:
    """Return where to look: in the text that is to be mended, else in the other."""
    for each in these:
        if eid in each.printed:
            return each.edition.file, each.printed[eid].span.line
    return None, None
