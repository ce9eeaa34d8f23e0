"""Records that a machine proposes, in a folder that no build reads, and the way of one into the facts: by a person.

An amending act's own text tells which provisions of a law it changes, with its words, and when. The list of targets is
called whole only where every character of the item was understood, all of it could be applied to the law as it was
before, and the act is printed as adopted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import unified_diff
from pathlib import Path

from lawgraph.facts.acts import load_act, load_acts, written
from lawgraph.intake.corpus import Manifest, read_manifest
from lawgraph.languages.spoken import codes
from lawgraph.law.acts import ActRecord, Completeness, OperationFact, TargetFact
from lawgraph.law.amendments import Action, OperationRule, Scope
from lawgraph.law.authors import Act, ActKind, Record
from lawgraph.law.errors import FactError, Phrase, SourceError, not_written
from lawgraph.parsing.document import parse_file
from lawgraph.reading.opening import read_path
from lawgraph.replay.acts import is_amending, is_translated, read_act
from lawgraph.replay.applying import apply_item
from lawgraph.replay.effects import effects_of
from lawgraph.replay.in_two_languages import differences
from lawgraph.replay.instructions import ActItem, ActPlace, AmendingAct
from lawgraph.replay.naming import AmendedLaw, items_on
from lawgraph.replay.starts import rules_for
from lawgraph.replay.state import Node, law_of
from lawgraph.replay.told import ToldEffect, facts_of, own_day

_CONFIDENCE = "medium"
_ABOVE = "Proposed by lawgraph facts propose from the act's own words; to be checked, word by word."


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hold a record, and what its source says in its own words."""

    record: ActRecord
    remarks: tuple[str, ...]

    @property
    def act(self) -> str:
        """The short name of its act."""
        return self.record.act.name


@dataclass(frozen=True, slots=True)
class Laid:
    """Hold what became of proposals: files that are new, and files that were there with another text and were kept."""

    new: tuple[Path, ...]
    kept: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Hold a proposal that may be accepted, the file that it becomes, and how the two differ, line by line."""

    proposal: Path
    file: Path
    differences: str

    def move(self) -> None:
        """Move the proposal; raise `FactError` where somebody has written the file in the meantime."""
        raw = self.proposal.read_bytes()
        try:
            _write_new(self.file, raw)
        except FileExistsError:
            raise _there_already(self.file, self.proposal) from None
        self.proposal.unlink()


def _write_new(path: Path, raw: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; raise `FileExistsError` where it is there."""
    try:
        with path.open("xb") as file:
            file.write(raw)
    except FileExistsError:
        raise
    except OSError as error:
        path.unlink(missing_ok=True)
        raise FactError(str(path), *not_written(error)) from None


def lay(proposals: Iterable[Proposal], folder: Path, amendments: Path) -> Laid:
    """Write proposals into a folder, over no file, and none that stands among the facts in the same words."""
    new, kept = list[Path](), list[Path]()
    for each in proposals:
        name, text = f"{each.act}.toml", written(each.record, each.remarks)
        path = folder / name
        texts = [file.read_text(encoding="utf-8") for file in (path, amendments / name) if file.is_file()]
        if text in texts:
            continue
        if path.exists():
            kept.append(path)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            _write_new(path, text.encode())
            new.append(path)
    return Laid(tuple(new), tuple(kept))


def acceptance(proposal: Path, amendments: Path) -> Acceptance:
    """Return how a proposal may be accepted; raise `FactError` where it is no sound record, or `ExceptionGroup`."""
    if not amendments.is_dir():
        raise FactError(str(amendments), Phrase("there is no such folder"),
                        Phrase("name the folder of the facts with --amendments"))
    record, faults = load_act(proposal, str(proposal))
    if record is None:
        raise ExceptionGroup("what is wrong in the proposal", faults)
    file = amendments / f"{record.act.name}.toml"
    other = next((each for each in load_acts(amendments)[0] if record.zan and each.zan == record.zan
                  and each.act.name != record.act.name), None)
    if other:
        raise FactError(str(proposal),
                        Phrase("its code %(zan)s is that of № %(named)s in %(file)s",
                               zan=record.zan, named=other.act.name, file=other.record.file),
                        Phrase("see whose it is, and take it out of the other"))
    before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    after = proposal.read_text(encoding="utf-8").splitlines()
    lines = unified_diff(before, after, str(file), str(proposal), lineterm="", n=max(len(before), len(after)))
    return Acceptance(proposal, file, "\n".join(lines))


def refuse_over(accepted: Acceptance) -> None:
    """Raise `FactError` where the facts have a file of the act: what a person wrote stays."""
    if accepted.file.exists():
        raise _there_already(accepted.file, accepted.proposal)


def _there_already(file: Path, proposal: Path) -> FactError:
    return FactError(str(file), Phrase("the facts about this act have a file already, and nothing is written over it"),
                     Phrase("take over by hand what is right, and delete %(proposal)s", proposal=proposal))


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
    """Name the law that an act changes, by its id in the corpus, and a file of its text before the act.

    `since` are the acts that changed it between that text and the act, in their order.
    """

    corpus: Path
    law: str
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
    if lang is None and any(is_translated(source, each) for each in codes()):
        raise SourceError(str(file), Phrase("it is a translation of an amending act, and translations prove nothing"),
                          Phrase("give its Russian or Kazakh text"))
    if lang is None:
        raise SourceError(str(file), Phrase("no preamble says that it amends a law"),
                          Phrase("give the text of an amending act"))
    return read_act(source, lang)


def read_and_propose(file: Path, changed: Changed, identity: Identity) -> Proposal:
    """Return what the act in a file does to a law, as a record; raise `SourceError` where that cannot be read."""
    law, act = read_manifest(changed.corpus / changed.law), act_in(file)
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
    done = effects_of(item.instructions, before, read.act.lang)
    effects = done.effects
    unlike = any(each.kind == "languages_differ" for each in read.act.findings)
    exact = all(each.reach is not Scope.SOMEWHERE for each in effects)
    whole = item.whole and done.whole and exact and not read.act.noted and not unlike
    general = _general(read.act, effects)
    place = f" item {item.number}" if item.number else ""
    record = Record(f"text of the act ({read.file}{place})", _CONFIDENCE, read.identity.recorded)
    titles = ((read.act.lang, " ".join(read.act.title.split())),) if read.act.title else ()
    told = ActRecord(Act(read.identity.number, read.identity.adopted, ActKind.LAW), titles, None, record,
                     operation=OperationFact(None, general, record) if general else None,
                     targets=_targets(read, law, effects, record),
                     complete=(Completeness(law.id, record),) if whole else ())
    return Proposal(told, (_ABOVE, *_remarks(read.act, item, whole=whole, dated=general is not None)))


def _targets(read: ReadAct, law: Manifest, effects: Iterable[ToldEffect], record: Record) -> tuple[TargetFact, ...]:
    """Return what is done, each with the place in the act where that is first told."""
    found: dict[TargetFact, TargetFact] = {}
    for each in effects:
        own = replace(record, source=f"{record.source.removesuffix(')')}{_within(each.made.place)})")
        for fact in _as_written(facts_of((each,), law.id, read.act, own)):
            found.setdefault(replace(fact, record=record), fact)
    return tuple(found.values())


def _within(place: ActPlace) -> str:
    first, last = place.paragraphs
    step = f" step {place.step}" if place.step else ""
    return f"{step} paragraph {first}" if first == last else f"{step} paragraphs {first} to {last}"


def _item(read: ReadAct, law: Manifest) -> ActItem:
    items = items_on(read.act, AmendedLaw(law.id, law.adopted, law.titles))
    if len(items) != 1:
        values = {"number": law.number, "adopted": law.adopted}
        raise SourceError(read.file, Phrase("several items amend № %(number)s of %(adopted)s", **values) if items else
                          Phrase("no item that is read amends № %(number)s of %(adopted)s", **values),
                          Phrase("see lawgraph instructions"))
    return items[0]


def _as_written(facts: Iterable[TargetFact]) -> Iterator[TargetFact]:
    """Give what a file of facts can hold of facts that a text tells: of words exchanged in a unit, where they stood."""
    for each in facts:
        bare = replace(each, later=tuple((lang, text) for lang, text in each.later if text), by_text=False, rules=(),
                       reach=None, rewordings=())
        if each.reach is Scope.WORDS or each.action is Action.TEXT_SUBSTITUTION:
            yield from (replace(bare, eid=pair.eid, action=Action.MODIFICATION) for pair in each.rewordings
                        if pair.earlier != pair.later)
        elif each.reach is None:
            yield bare


def _general(act: AmendingAct, effects: Sequence[ToldEffect]) -> OperationRule | None:
    """Return the rule of the act, `None` where a target may follow another one that no stated day tells."""
    general = [each.rule for each in act.starts if not each.place]
    sure = all(len(rules) == 1 and (rules[0] in general or own_day(rules))
               for rules in (rules_for(act, each.made) for each in effects))
    return general[0] if sure and len(general) == 1 else None


def _remarks(act: AmendingAct, item: ActItem, *, whole: bool, dated: bool) -> Iterator[str]:
    if not whole:
        yield "Not every change of the item is listed below: complete the list by hand before you call it complete."
    if act.noted:
        yield "The text shows changes of later acts: what it was as adopted is not known from it."
    if not dated:
        yield "Its first days are not surely told by its text."
    yield from (f"{each.kind}: {each.message}" for each in (*item.findings, *act.findings))
