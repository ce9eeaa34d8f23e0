"""The editions of a world: which days they speak for, what they have taken up, and their files with the manifest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from random import Random

from judge import spoiling
from judge.notes import Notes
from judge.printing import Printer, markdown, plain, stops
from judge.words import Lang
from judge.world import InapplicableError, Start, Step, World, fold


@dataclass(frozen=True, slots=True)
class Edition:
    """One printed source; `kind` says what its day is: stated, adoption, retrieved, none."""

    file: str
    lang: Lang
    kind: str
    day: date
    text: str
    caused_by: str | None
    missing: tuple[Step, ...] = ()

    def record(self) -> str:
        """Write the edition's table of the manifest."""
        rows = ["[[source]]", f'file = "{self.file}"', f'lang = "{self.lang}"',
                f'standing = "{"official" if self.lang is Lang.RUS else "unofficial translation"}"']
        if self.kind in ("stated", "adoption"):
            rows.append(f"day = {self.day}")
        if self.kind == "adoption":
            rows.append('dated_by = "adoption"')
        if self.caused_by:
            rows.append(f'caused_by = "{self.caused_by}"')
        if self.kind == "retrieved":
            rows.append(f"retrieved = {self.day}")
        return "\n".join([*rows, f'sha256 = "{sha256(self.text.encode()).hexdigest()}"', ""])


def editions(world: World, rng: Random) -> list[Edition]:
    """Print one to four editions, at least one after the last change more often than not."""
    span = max([step.day for step in world.steps] + [world.start]) + timedelta(400)
    found: list[Edition] = []
    steps = [step for step in world.steps if not step.called_off]
    lag = (rng.choice(steps),) if steps and "translation lags" in world.traits else ()
    for index in range(rng.choice((1, 1, 2, 2, 3, 4))):
        lang = Lang.ENG if rng.random() < 0.55 else Lang.RUS
        late = index == 0 and rng.random() < 0.7
        day = span - timedelta(rng.randrange(300)) if late else world.start + timedelta(rng.randrange((span - world.start).days))
        if any(each.day == day and each.lang is lang for each in found):
            continue
        printed = _print(world, rng, (lang, lag), day, len(found))
        if printed:
            found.append(printed)
    return found or editions(world, rng)


def _print(world: World, rng: Random, locale: tuple[Lang, tuple[Step, ...]], day: date, index: int) -> Edition | None:
    lang, lag = locale
    if lang is Lang.RUS and "dated by adoption" in world.traits and rng.random() < 0.6:
        kind = "adoption"
    else:
        kind = rng.choice(("stated", "stated", "retrieved", "none") if lang is Lang.RUS else
                          ("stated", "retrieved", "none", "none"))
    cause = None
    if kind == "adoption":
        adoptions = [(world.adopted, None), *((act.adopted, act.number) for act in world.acts)]
        day, cause = rng.choice(adoptions)
    taken = [step for step in world.steps if not step.called_off and _taken(step, day, kind)]
    if kind == "retrieved" and "ahead" in world.traits:
        taken = [step for step in world.steps if not step.called_off and (step.day <= day or _published(step, day))]
        world.features.add("page made ahead")
    missing = tuple(step for step in taken if step in lag) if lang is Lang.ENG else ()
    taken = [step for step in taken if step not in missing]
    try:
        law = fold(world.base, taken, day)
    except InapplicableError:
        return None
    ahead = tuple(step for step in world.steps if step.act.adopted < day < step.day and step not in taken)
    notes = Notes(lang, rng, world.traits, tuple(taken), day)
    printer = Printer(world, lang, rng, notes, ahead if "foreseen" in world.traits and rng.random() < 0.8 else ())
    ended = world.repeal and world.repeal.day <= day
    lines = stops(printer.print(law, notes.repealed(world.repeal) if ended and world.repeal else None))
    lines = spoiling.lines_of(world, lines, rng)
    assert law.heading
    title = law.heading.render(lang)
    title = f"On the {title.removeprefix('the ')}" if lang is Lang.ENG else f"О предмете: {title}"
    git = lang is Lang.RUS and (kind == "adoption" or rng.random() < 0.5)
    text = markdown(title, lines) if git else plain(world, lang, title, lines)
    world.features |= {f"edition {kind} {lang}"} | ({"translation lags"} if missing else set()) | \
        notes.met | ({"foreseen told"} if any(each.kind == "foreseen" for each in lines) else set())
    return Edition(f"{lang}-{index}.{'md' if git else 'txt'}", lang, kind, day, text,
                   cause if cause and rng.random() < 0.5 else None, missing)


def _taken(step: Step, day: date, kind: str) -> bool:
    if kind == "adoption" and step.act.adopted <= day and step.rule.kind in (Start.DAYS, Start.SILENT, Start.FROM_THE_DAY):
        return step.rule.number <= 11 or step.day <= day
    return step.day <= day


def _published(step: Step, day: date) -> bool:
    return step.act.published <= day and step.rule.kind is not Start.ON_DAY


def manifest(world: World, printed: Iterable[Edition]) -> str:
    """Write the manifest of the law's folder."""
    head = [f'id = "{world.law_id}"', f'number = "{world.number}"', f"adopted = {world.adopted}", 'kind = "law"', "",
            "[titles]", 'eng = "On an invented law"', 'rus = "О вымышленном законе"', ""]
    return "\n".join([*head, *(each.record() for each in printed)])
