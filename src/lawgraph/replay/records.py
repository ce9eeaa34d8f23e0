"""What an act's own text tells of one law, as facts: targets, wordings, clauses of commencement."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.languages.amending import Sense
from lawgraph.languages.letters import YO
from lawgraph.law.acts import Record, TargetFact
from lawgraph.law.model import OperationRule, RuleKind
from lawgraph.replay.effects import ToldEffect
from lawgraph.replay.instructions import ActItem, AmendingAct
from lawgraph.replay.starts import rules_for


@dataclass(frozen=True, slots=True)
class AmendedLaw:
    """Hold what tells a law from others in an item: its id, its day of adoption, its titles by language."""

    id: str
    adopted: date
    titles: tuple[tuple[str, str], ...]


def items_on(act: AmendingAct, law: AmendedLaw) -> tuple[ActItem, ...]:
    """Return the items of an act that may amend a law: two laws of one day are told apart by their titles alone."""
    titles = {_bare(title) for lang, title in law.titles if lang == act.lang}
    return tuple(each for each in act.items if each.target.adopted == law.adopted
                 and (not titles or each.target.title is None or _bare(each.target.title) in titles))


def _bare(title: str) -> str:
    return "".join(each for each in title.casefold().translate(YO) if each.isalnum())


def facts_of(effects: Iterable[ToldEffect], law: str, act: AmendingAct, record: Record) -> Iterator[TargetFact]:
    """Give a fact for each effect; its source is the instruction's own words."""
    for each in effects:
        words = replace(record, source=each.made.text, line=each.made.span.line) if record.file else record
        rules = rules_for(act, each.made)
        later = ((act.lang, each.later),) if each.later is not None else ()
        yield TargetFact(law, each.eid, each.action, words, own_day(rules), later=later, by_text=True, rules=rules,
                         restated=(act.lang,) if each.unchanged else (), reach=each.reach, rewordings=each.rewordings,
                         closed=each.later is not None and each.made.edit.verb in (Sense.RESTATE, Sense.SUPPLEMENT))


def own_day(rules: Sequence[OperationRule]) -> date | None:
    """Return the one stated day of clauses, `None` where they state none or may be several."""
    return rules[0].day if len(rules) == 1 and rules[0].kind is RuleKind.ON_DAY else None
