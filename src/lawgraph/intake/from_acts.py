"""Propose facts from an amending act's own text: which provisions of a law it changes, with its words, and when.

What is proposed is for a person to check and accept. The list of targets is called whole only where every character
of the item was understood, all of it could be applied to the law as it was before, and the act is printed as adopted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lawgraph.intake.corpus import Manifest, read_manifest
from lawgraph.intake.proposals import Proposal
from lawgraph.languages.spoken import codes
from lawgraph.law.acts import ActRecord, Completeness, OperationFact, Record, TargetFact
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.errors import SourceError
from lawgraph.law.model import OperationRule, RuleKind
from lawgraph.parsing.document import parse_file
from lawgraph.reading.opening import read_path
from lawgraph.replay.acts import is_amending, read_act
from lawgraph.replay.applying import apply_item
from lawgraph.replay.beside import differences
from lawgraph.replay.effects import ToldEffect, effects_of
from lawgraph.replay.instructions import ActItem, AmendingAct
from lawgraph.replay.starts import rules_for
from lawgraph.replay.state import Node, law_of

_CONFIDENCE = "medium"
_ABOVE = "Proposed by lawgraph facts propose from the act's own words; to be checked, word by word."


@dataclass(frozen=True, slots=True)
class Identity:
    """Hold what the text of an act may not print: its number and day of adoption; and the day on which it was read.

    `beside` is its text in another official language.
    """

    number: str
    adopted: date
    recorded: date
    beside: Path | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """Name the law that an act changes, by its folder in the corpus, and a file of its text before the act.

    `since` are the acts that changed it between that text and the act, in their order.
    """

    folder: Path
    before: Path
    since: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAct:
    """Hold an amending act as read, the name of its file, and what its text does not say."""

    act: AmendingAct
    file: str
    identity: Identity


def act_in(file: Path) -> AmendingAct:
    """Return the amending act in a file; raise `SourceError` where it holds none."""
    source = read_path(file)
    lang = next((each for each in codes() if is_amending(source, each)), None)
    if lang is None:
        raise SourceError(str(file), "no preamble says that it amends a law", "give the text of an amending act")
    return read_act(source, lang)


def read_and_propose(file: Path, changed: Changed, identity: Identity) -> Proposal:
    """Return what the act in a file does to a law, as a record; raise `SourceError` where that cannot be read."""
    law, act = read_manifest(changed.folder), act_in(file)
    earlier = parse_file(changed.before, act.lang)
    unlike = differences(act, act_in(identity.beside)) if identity.beside else ()
    read = ReadAct(replace(act, findings=(*act.findings, *unlike)), file.name, identity)
    before = law_of(earlier.provisions, earlier.title)
    for path in changed.since:
        earlier_act = ReadAct(act_in(path), path.name, identity)
        before = apply_item(_item(earlier_act, law).instructions, before, act.lang).law
    return proposed(read, law, before)


def proposed(read: ReadAct, law: Manifest, before: Node) -> Proposal:
    """Return what an act does to a law as it was before, as a record."""
    item = _item(read, law)
    effects, all_told = effects_of(item.instructions, before, read.act.lang)
    unlike = any(each.kind == "languages_differ" for each in read.act.findings)
    whole = item.whole and all_told and not read.act.noted and not unlike
    general = _general(read.act, effects)
    place = f" item {item.number}" if item.number else ""
    record = Record(f"text of the act ({read.file}{place})", _CONFIDENCE, read.identity.recorded)
    titles = ((read.act.lang, " ".join(read.act.title.split())),) if read.act.title else ()
    told = ActRecord(Act(read.identity.number, read.identity.adopted, ActKind.LAW), titles, None, record,
                     operation=OperationFact(None, general, record) if general else None,
                     targets=tuple(_target(each, law, record, read.act) for each in effects),
                     complete=(Completeness(law.id, record),) if whole else ())
    return Proposal(told, (_ABOVE, *_remarks(read.act, item, whole=whole, dated=general is not None)))


def _item(read: ReadAct, law: Manifest) -> ActItem:
    title = dict(law.titles).get(read.act.lang)
    items = [each for each in read.act.items if each.target.adopted == law.adopted
             and (title is None or each.target.title is None or _bare(title) == _bare(each.target.title))]
    if len(items) != 1:
        found = "several items amend" if items else "no item that is read amends"
        raise SourceError(read.file, f"{found} № {law.number} of {law.adopted}", "see lawgraph instructions")
    return items[0]


def _bare(title: str) -> str:
    return "".join(each for each in title.casefold() if each.isalnum())


def _general(act: AmendingAct, effects: Sequence[ToldEffect]) -> OperationRule | None:
    """Return the rule of the act, `None` where a target may follow another one that no stated day tells."""
    general = [each.rule for each in act.starts if not each.place]
    sure = all(len(rules) == 1 and (rules[0] in general or rules[0].kind is RuleKind.ON_DAY)
               for rules in (rules_for(act, each.made) for each in effects))
    return general[0] if sure and len(general) == 1 else None


def _target(each: ToldEffect, law: Manifest, record: Record, act: AmendingAct) -> TargetFact:
    rules = rules_for(act, each.made)
    own = rules[0].day if len(rules) == 1 and rules[0].kind is RuleKind.ON_DAY else None
    later = ((act.lang, each.later),) if each.later else ()
    return TargetFact(law.id, each.eid, each.action, record, operative=own, later=later)


def _remarks(act: AmendingAct, item: ActItem, *, whole: bool, dated: bool) -> Iterator[str]:
    if not whole:
        yield "Not every change of the item is listed below: complete the list by hand before you call it complete."
    if act.noted:
        yield "The text shows changes of later acts: what it was as adopted is not known from it."
    if not dated:
        yield "Its first days are not surely told by its text."
    yield from (f"{each.kind}: {each.message}" for each in (*item.findings, *act.findings))
