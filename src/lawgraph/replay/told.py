"""What an instruction is told to do to a provision, and the fact that follows from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.languages.amending import Sense
from lawgraph.law.acts import ChangedWords, TargetFact
from lawgraph.law.amendments import Action, OperationRule, RuleKind, Scope
from lawgraph.law.authors import Record
from lawgraph.law.eid import Eid
from lawgraph.replay.instructions import AmendingAct, Instruction
from lawgraph.replay.starts import rules_for


@dataclass(frozen=True, slots=True)
class ToldEffect:
    """Hold what an instruction does to one provision, with its own wording afterwards where that is quoted.

    `reach` tells that only words change somewhere in it, or that anything may inside it; `rewordings` how they do.
    `unchanged` tells that the act leaves the words of this language as they are, `inner` that it is a part of what is
    worded anew or brought in as a whole, `within` in which division it is brought.
    """

    eid: Eid
    action: Action
    made: Instruction
    later: str | None = None
    reach: Scope | None = None
    rewordings: tuple[ChangedWords, ...] = ()
    unchanged: bool = False
    inner: bool = False
    within: Eid | None = None


@dataclass(frozen=True, slots=True)
class ToldItem:
    """Hold what is done at one moment, whether that is all, and why instructions, by place, are not applied."""

    effects: tuple[ToldEffect, ...]
    whole: bool
    refused: Mapping[int, str]


def facts_of(effects: Iterable[ToldEffect], law: str, act: AmendingAct, record: Record) -> Iterator[TargetFact]:
    """Give a fact for each effect; its source is the instruction's own words."""
    for each in effects:
        words = replace(record, source=each.made.text, line=each.made.span.line) if record.file else record
        rules = rules_for(act, each.made)
        later = ((act.lang, each.later),) if each.later is not None else ()
        yield TargetFact(law, each.eid, each.action, words, own_day(rules), later=later, by_text=True, rules=rules,
                         until=each.made.ends, reach=each.reach,
                         restated=(act.lang,) if each.unchanged else (), rewordings=each.rewordings, within=each.within,
                         closed=each.later is not None and (each.action is Action.INSERTION or each.made.edit.verb in (
                             Sense.RESTATE, Sense.SUPPLEMENT)))


def own_day(rules: Sequence[OperationRule]) -> date | None:
    """Return the one stated day of clauses, `None` where they state none or may be several."""
    return rules[0].day if len(rules) == 1 and rules[0].kind is RuleKind.ON_DAY else None
