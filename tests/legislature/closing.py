"""The last articles of an act: when it starts, what of it starts otherwise, lasts for a time or reads otherwise until a day.

What a later act does to it is told by the same names of its parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawgraph.law.amendments import OperationRule
from lawgraph.law.eid import Eid, Kind
from legislature.asides import Aside, Decoy
from legislature.history import Change, TrueAct
from legislature.tongues import UnspokenError

if TYPE_CHECKING:
    from legislature.spoken import Speaker

Span = tuple[int, int]
Step = tuple[str, tuple["Spoken", ...]]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Hold a change as words: the paragraphs of its instruction, and which of them those are in its step."""

    change: Change
    paragraphs: Span


def closing_of(act: TrueAct, steps: Sequence[Sequence[Spoken]], asides: Mapping[Change, Aside], speaker: "Speaker", *, many: bool
               ) -> str:
    """Return when the act starts, and its steps, or single paragraphs of them, that start otherwise or last for a time."""
    item = speaker.say("item" if many else "no item")
    parts: list[tuple[str, OperationRule]] = []
    for number, step in enumerate(steps, 1):
        rules = {each.change.rule for each in step}
        if rules == {act.rule}:
            continue
        if len(rules) == 1:
            parts.append((speaker.say("step", step=number, item=item), rules.pop()))
            continue
        parts += ((speaker.say("paragraphs", these=_counted(each.paragraphs, "gen", speaker), step=number, item=item), each.change.rule)
                  for each in step if each.change.rule != act.rule)
    beside = _beside(steps, asides, item, speaker)
    if not parts:
        return "\n\n".join((speaker.say("start", rule=speaker.tongue.rule(act.rule)), *beside))
    told = "; ".join(f"{number}) {speaker.say('part', unit=unit, rule=speaker.tongue.rule(rule))}" for number, (unit, rule) in enumerate(parts, 1))
    return "\n\n".join((speaker.say("start but", rule=speaker.tongue.rule(act.rule), parts=told), *beside))


def _beside(steps: Sequence[Sequence[Spoken]], asides: Mapping[Change, Aside], item: str, speaker: "Speaker") -> Iterator[str]:
    """Give closing articles on what lasts for a time, or reads otherwise until a day."""
    aside = [(number, each, len(step) == 1) for number, step in enumerate(steps, 1) for each in step if each.change in asides]
    for article, (number, each, alone) in enumerate(aside, 3):
        told = asides[each.change]
        whole = alone and speaker.chance()
        if not told.instead:
            since = speaker.tongue.day(each.change.operative)
            part = (speaker.say("steps last", step=number, item=item) if whole else speaker.say(
                "paragraphs last", these=_counted(each.paragraphs, "acc", speaker), step=number, item=item))
            yield speaker.say("span", number=article, part=part, since=since, until=speaker.tongue.until(told.until))
            continue
        first, last = each.paragraphs
        alone_there = last - first == 1 and speaker.chance()
        unit = Eid(each.change.eid)
        named = speaker.say("this") if alone_there or unit.kind not in (Kind.PARAGRAPH, Kind.POINT) else speaker.tongue.address(
            unit, "acc", speaker.state)
        part = speaker.say("step", step=number, item=item) if whole and not alone_there else speaker.say(
            "paragraphs", these=_counted((last, last) if alone_there else each.paragraphs, "gen", speaker), step=number, item=item)
        yield speaker.say("interim", number=article, until=speaker.tongue.until(told.until), part=_genitive(part), unit=named,
                          payload=speaker.payload({eid: speaker.text(text) for eid, text in told.instead}))


def _genitive(part: str) -> str:
    """Return a Kazakh part in the genitive, that it has in the place of an exception's case."""
    return f"{part.removesuffix('н')}ның" if part.endswith(("тармақшасын", "абзацтарын")) else part


def undoing(act: TrueAct, undone: Sequence[Decoy], steps: Sequence[Step], speaker: "Speaker", *, many: bool) -> tuple[str, ...]:
    """Return the steps by which a later act strikes what an act never did, or words it as it was done then."""
    return tuple(said for decoy in undone for said in _undone(decoy, steps, speaker, of="of act" if many else "of only"))


def _undone(decoy: Decoy, steps: Sequence[Step], speaker: "Speaker", *, of: str) -> Iterator[str]:
    found = next(((number, said, each, len(spoken) == 1) for number, (said, spoken) in enumerate(steps, 1)
                  for each in spoken if each.change == decoy.spoken), None)
    if found is None:
        raise UnspokenError
    number, said, each, alone = found
    whole = alone and speaker.chance()
    these = _counted(each.paragraphs, "acc", speaker)
    unit = speaker.say(f"step {of}", step=number) if whole else speaker.say(f"paragraphs {of}", these=these, step=number)
    if decoy.instead is None:
        yield speaker.say("strike", unit=unit)
        return
    old, new = (dict(change.texts)[decoy.spoken.eid] for change in (decoy.spoken, decoy.instead))
    first, last = each.paragraphs
    words = "\n\n".join(said.split("\n\n")[first - 1:last])
    if speaker.text(old) not in words:
        raise UnspokenError
    anew = words.replace(speaker.text(old), speaker.text(new))
    yield f"{speaker.say('restate', unit=unit)}\n\n«{f'{number}) ' if whole else ''}{anew.removesuffix(';')};»"


def _counted(paragraphs: Span, case: str, speaker: "Speaker") -> str:
    """Return which paragraphs of a step, in words that count."""
    these = [speaker.tongue.ordinal(place, "m", case) for place in range(paragraphs[0], paragraphs[1] + 1)]
    if len(these) == 1:
        return these[0]
    return speaker.say("and", one=", ".join(these[:-1]), other=these[-1])
