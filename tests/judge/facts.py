"""Facts about acts: true as far as they go, and seldom all."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from judge.sources import Edition
from judge.tree import Kind, Unit, addresses, live
from judge.words import Lang
from judge.world import Act, Do, InapplicableError, Start, Step, World, effects

_TOLD = 'source = "the judge"\nconfidence = "high"\n'
_ACTIONS = {Do.INSERT: "insertion", Do.RESTATE: "substitution", Do.REWORD: "modification", Do.EXCLUDE: "exclusion",
            Do.EXPIRE: "expiry", Do.HEADING: "substitution", Do.REPLACE: "text_substitution", Do.SUSPEND: "suspension"}


@dataclass(frozen=True, slots=True)
class Target:
    """What an act did to one address."""

    eid: str
    action: str
    step: Step
    later: dict[Lang, str] = field(default_factory=dict)


def records(world: World, printed: list[Edition], rng: Random) -> dict[str, str]:
    """Write the files of facts by name: one for some acts, and the law's own notes."""
    files: dict[str, str] = {}
    for act in world.acts:
        steps = [step for step in world.steps if step.act == act]
        needed = steps if "no notes" in world.traits else [step for step in steps if any(step in each.missing for each in printed) or _untold(step, printed)]
        if steps and (needed or ("facts" in world.traits and rng.random() < 0.7)):
            files[f"{act.number}.toml"] = _act(world, act, steps, needed, printed, rng)
    if "facts of the law itself" in world.traits:
        files[f"{world.number}.toml"] = _own(world, rng)
    return files


def _untold(step: Step, printed: list[Edition]) -> bool:
    """A suspension of which no source tells cannot be known: that is a habit told on /about."""
    own = re.compile(rf"(?:Article|статьи) {re.escape(step.change.eid[4:])} .*(?:приостановлено|suspended).*{re.escape(step.act.number)}")
    told = any(own.search(line) for each in printed for line in each.text.splitlines())
    return step.change.do is Do.SUSPEND and not step.called_off and not told


def notes(world: World, printed: list[Edition], files: dict[str, str], rng: Random) -> str:
    """Write the facts about the law as a whole, where they are true."""
    rows = [f'law = "{world.law_id}"', "recorded = 2026-11-01", ""]
    if rng.random() < 0.5:
        rows += ["[official_languages]", 'languages = ["kaz", "rus"]', _TOLD]
    unknown = [act.adopted for act in world.acts if f"{act.number}.toml" not in files
               and not any(act.number in each.text for each in printed)]
    end = max([step.day for step in world.steps] + [world.start]) + timedelta(rng.randrange(-300, 300))
    end = min([end, *(day - timedelta(1) for day in unknown)])
    if "acts complete" in world.traits and end > world.start:
        rows += ["[acts_complete_until]", f"day = {end}", _TOLD]
        world.features.add("acts complete")
    return "\n".join(rows)


def _own(world: World, rng: Random) -> str:
    world.features.add("facts of the law itself")
    rows = [f'number = "{world.number}"', f"adopted = {world.adopted}", "recorded = 2026-11-01", _TOLD]
    if rng.random() < 0.7:
        rows += ["[[publication]]", f"day = {world.published}", *(["first = true"] if rng.random() < 0.7 else []), _TOLD]
    if rng.random() < 0.5 and world.own_start.rule.kind is not Start.SILENT:
        rows += ["[operation]", f"day = {world.start}", _TOLD]
    return "\n".join(rows)


def _act(world: World, act: Act, steps: list[Step], needed: list[Step], printed: list[Edition], rng: Random) -> str:
    seen = max([date(2026, 11, 1), *(each.day for each in printed)])  # a page can be checked once it is there
    rows = [f'number = "{act.number}"', f"adopted = {act.adopted}", 'kind = "law"', f"recorded = {seen}", _TOLD]
    if rng.random() < 0.6:
        rows += _publication(world, act, rng)
    ruled = rng.random() < 0.7
    rule = steps[0].rule
    if ruled:
        rows += ["[operation]", _rule(steps[0]), _TOLD]
    elif len({step.day for step in steps}) == 1 and rng.random() < 0.5:
        rows += ["[operation]", f"day = {steps[0].day}", _TOLD]
    whole = rng.random() < 0.6
    listed = 0
    moved = {(step.day, step.change.eid.rpartition("__")[0]) for step in steps if step.change.do is Do.RENUMBER}
    targets = [each for step in steps if (step.day, step.change.eid) not in moved for each in targets_of(world, step)]
    for target in targets:
        if whole or target.step in needed or rng.random() < 0.5:
            own = (ruled and target.step.rule != rule) or rng.random() < 0.15 or \
                len([each for each in targets if each.eid == target.eid]) > 1
            rows += _target(world, target, printed, rng, own=own)
            listed += 1
    hidden = any(step.change.do is Do.RENUMBER for step in steps)
    if whole and listed == len(targets) and not hidden:
        rows += ["[[complete]]", f'law = "{world.law_id}"', _TOLD]
        world.features.add("complete list")
    return "\n".join(rows)


def _publication(world: World, act: Act, rng: Random) -> list[str]:
    if act.again and "two firsts" not in world.traits and "later publication" in world.traits and rng.random() < 0.5:
        world.features.add("only a later publication known")
        return ["[[publication]]", f"day = {act.again}", _TOLD]
    days = f"[{', '.join(map(str, act.issues))}]" if len(act.issues) > 1 else str(act.published)
    first = ["first = true"] if rng.random() < 0.7 else []
    later = ["[[publication]]", f"day = {act.again}", _TOLD] if act.again and rng.random() < 0.3 else []
    if "two firsts" in world.traits and first and rng.random() < 0.5:
        world.features.add("two firsts")
        other = rng.choice((act.adopted + timedelta(1), act.published + timedelta(rng.randrange(2, 15))))
        later += ["[[publication]]", f"day = {other}", "first = true", _TOLD] if other not in act.issues else []
    return [*later, "[[publication]]", f"day = {days}", *first, _TOLD]


def _rule(step: Step) -> str:
    rule = step.rule
    if rule.kind is Start.ON_DAY:
        return f"on_day = {rule.day}"
    if rule.kind is Start.ON_PUBLICATION:
        return "on_publication = true"
    if rule.kind is Start.MONTHS:
        return f"months = {rule.number}"
    return f"days = {10 if rule.kind is Start.FROM_THE_DAY else rule.number}" + \
        ("\nfrom_the_day = true" if rule.kind is Start.FROM_THE_DAY else "")


def _target(world: World, target: Target, printed: list[Edition], rng: Random, *, own: bool) -> list[str]:
    rows = ["[[target]]", f'law = "{world.law_id}"', f'eid = "{target.eid}"', f'action = "{target.action}"']
    if own:
        rows.append(f"operative = {target.step.day}")
    if target.step.until:
        rows.append(f"until = {target.step.until}")
    if target.step.called_off:
        rows.append(f"cancelled = {target.step.day - timedelta(20)}")
    if target.step.change.same:
        rows.append('restated = ["rus", "eng"]')
    if any(target.step in each.missing for each in printed):
        rows.append("reflected = { eng = false }")
    if target.later and "texts of facts" in world.traits:
        said = ", ".join(f'{lang} = "{text}"' for lang, text in target.later.items())
        rows.append(f"later = {{ {said} }}")
        world.features.add("text of a fact")
    return [*rows, _TOLD]


def targets_of(world: World, step: Step) -> list[Target]:
    """List what a step changed, by the addresses of design.md."""
    change = step.change
    try:
        before, after = effects(world, step)
    except InapplicableError:
        return []
    action = _ACTIONS.get(change.do, "")
    if change.do is Do.RENUMBER:
        return []
    if change.do is Do.REPLACE:
        return [Target(eid, action, step) for eid in _touched(before, change.terms[0])]
    if change.do is Do.HEADING:
        return [Target(f"{change.eid}__heading", action, step)]
    if change.do is Do.INSERT:
        return [Target(eid, action, step, _text(unit)) for eid, unit, _ in addresses(after) if _same(unit, change.unit)]
    unit = live(before)[change.eid][0]
    alone = change.do is Do.REWORD and (unit.kind is Kind.ARTICLE or bool(unit.parts))
    new = Unit(unit.kind, unit.number, change.words) if change.do is Do.REWORD else change.unit
    later = _text(new) if new and not alone else {}
    return [Target(f"{change.eid}__intro" if alone else change.eid, action, step, later)]


def _same(unit: Unit, new: Unit | None) -> bool:
    return new is not None and (unit.kind, unit.number, unit.words, unit.heading, unit.parts) == \
        (new.kind, new.number, new.words, new.heading, new.parts)


def _text(unit: Unit) -> dict[Lang, str]:
    if unit.kind not in (Kind.POINT, Kind.PARAGRAPH) or unit.parts or not unit.words:
        return {}
    mark = ")" if unit.kind is Kind.POINT else "."
    end = ";" if unit.kind is Kind.POINT else "."
    return {lang: f"{unit.number}{mark} {unit.words.render(lang)}{end}" for lang in Lang}


def _touched(law: Unit, old: int) -> list[str]:
    found = ["law__heading"] if law.heading and law.heading.term == old and not law.heading.fixed else []
    for eid, (unit, _) in live(law).items():
        if eid == "law":
            continue
        if unit.heading and unit.heading.term == old and not unit.heading.fixed:
            found.append(f"{eid}__heading")
        if unit.words and unit.words.term == old and not unit.words.fixed:
            found.append(f"{eid}__intro" if unit.kind is Kind.ARTICLE or unit.parts else eid)
    return found


def last_day(world: World) -> date:
    """Give a day after all that happens."""
    return max([step.day for step in world.steps] + [world.start]) + timedelta(900)
