"""What may befall an edition on its way: a cut end, an extract, a number or note gone astray, notes that were not taken along."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from judge.printing import Line
from judge.words import Lang
from judge.world import World

if TYPE_CHECKING:
    from judge.sources import Edition

_NUMBER = re.compile(r"(\d+)([.)]) ")
_GONE = ("исключ", "excluded", "действовал", "was valid")
_LABELS = ("Footnote. ", "Сноска. ")


def lines_of(world: World, lines: list[Line], rng: Random) -> list[Line]:
    """Spoil the lines of an edition, as the traits of its world allow and chance has it."""
    for trait, spoil in _OF_LINES.items():
        hidden = trait == "stray notes" and "misprints" in world.traits    # two slips in one note tell nothing of each other
        if trait in world.traits and not hidden and rng.random() < 0.6:
            spoilt = spoil(rng, lines)
            world.features |= {trait} if spoilt != lines else set()
            lines = spoilt
    return lines


def editions_of(world: World, printed: list["Edition"], rng: Random) -> list["Edition"]:
    """Spoil the texts of all editions, as the traits of their world allow."""
    for trait, spoil in _OF_EDITIONS.items():
        if trait in world.traits:
            spoilt = spoil(rng, printed, world)
            world.features |= {trait} if spoilt != printed else set()
            printed = spoilt
    return printed


def _blocks(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Give where each article begins and ends."""
    starts = [index for index, line in enumerate(lines) if line.kind == "article"]
    ends = [next((after for after in range(index + 1, len(lines)) if lines[after].kind in ("article", "chapter", "annex")),
                 len(lines)) for index in starts]
    return list(zip(starts, ends, strict=True))


def _extract(rng: Random, lines: list[Line]) -> list[Line]:
    left = [block for block in _blocks(lines)[:-1] if rng.random() < 0.5]
    if not left:
        return lines
    eng = lines[left[0][0]].text.startswith("Article")
    kept = list(lines)
    for start, end in reversed(left):
        kept[start:end] = [Line("text", rng.choice(("...", "…", "(…)")))]
    return [Line("head", rng.choice(("(Extract)", "Extract") if eng else ("(извлечение)", "Извлечение"))), *kept]


def _stray_number(rng: Random, lines: list[Line]) -> list[Line]:
    places = [index for index, line in enumerate(lines) if line.kind == "text" and _NUMBER.match(line.text)]
    if not places:
        return lines
    place = rng.choice(places)
    line = lines[place]
    number, rest = line.text.split(" ", maxsplit=1)
    bare = number[:-1]
    said = rng.choice((f"{bare}, {rest}", f"({bare}) {rest}", f"{'З' if bare == '3' else 'I' * int(bare[0])}{number[-1]} {rest}"))
    return [*lines[:place], replace(line, text=said), *lines[place + 1:]]


def _run_in(rng: Random, lines: list[Line]) -> list[Line]:
    places = [index for index, line in enumerate(lines) if line.kind == "text" and _NUMBER.match(line.text)
              and lines[index - 1].kind == "text"]
    if not places:
        return lines
    place = rng.choice(places)
    joined = replace(lines[place - 1], text=f"{lines[place - 1].text} {lines[place].text}")
    return [*lines[:place - 1], joined, *lines[place + 1:]]


def _stray_note(rng: Random, lines: list[Line]) -> list[Line]:
    notes = [index for index, line in enumerate(lines) if line.kind == "note" and line.text.startswith(("Article", "Статья"))]
    blocks = _blocks(lines)
    if not notes or len(blocks) < 2:
        return lines
    place, end = rng.choice(notes), rng.choice(blocks)[1]
    kept = [*lines[:place], *lines[place + 1:]]
    end -= end > place
    return [*kept[:end], lines[place], *kept[end:]]


def _no_notes(rng: Random, lines: list[Line]) -> list[Line]:
    russian = any(line.text.startswith("Статья") for line in lines)
    return [line for line in lines if not russian or line.kind not in ("note", "foreseen")
            or any(word in line.text for word in _GONE)]


_OF_LINES: dict[str, Callable[[Random, list[Line]], list[Line]]] = {
    "no notes": _no_notes, "extract": _extract, "stray numbers": _stray_number, "run-in numbers": _run_in,
    "stray notes": _stray_note}


def _cut_off(rng: Random, printed: list["Edition"], world: World) -> list["Edition"]:
    return [replace(each, text=_ended(rng, each.text)) if rng.random() < 0.5 else each for each in printed]


def _ended(rng: Random, text: str) -> str:
    places = [found.start() for found in re.finditer(r"(?m)^(?:<a id=| (?:Article|Статья) )", text)]
    return text[:rng.choice(places[1:])] if len(places) > 1 else text


def _lost_note(rng: Random, printed: list["Edition"], world: World) -> list["Edition"]:
    """Lose a note of a Russian edition of a day that names the acts which another edition names at the same place."""
    told = {each.file: {_told(line): line for line in each.text.split("\n") if _told(line)} for each in printed}
    found = [(each, line) for each in printed if each.lang is Lang.RUS and each.kind == "stated"
             for key, line in told[each.file].items() if any(key in told[other.file] for other in printed if other is not each)]
    if not found:
        return printed
    one, line = rng.choice(found)
    return [replace(each, text=each.text.replace(line, "")) if each is one else each for each in printed]


def _told(line: str) -> tuple[str, frozenset[str]] | None:
    """Give which article a note speaks of and which acts it names; nothing where it tells of what is gone."""
    label = next((each for each in _LABELS if each in line), None)
    said = line.partition(label)[2] if label else ""
    named = re.match(r"(?:Article|Статья) (\S+)", said)
    if not named or any(word in said for word in _GONE):
        return None
    return named[1], frozenset(re.findall(r"№ ([\dIVX-]+)", said))


def _stray_repeal(rng: Random, printed: list["Edition"], world: World) -> list["Edition"]:
    """Let the English editions tell of a repeal of which a Russian edition of a later day knows nothing."""
    days = [each.day for each in printed if each.lang is Lang.RUS and each.kind == "stated"]
    if world.repeal or not days:
        return printed
    day = max(days) - timedelta(rng.randrange(1, 200))
    if day <= world.start:
        return printed
    line = "\u00a0" * 5 + " Unofficial translation\n"
    said = f"The document ceased to be valid since {day:%B} {day.day}, {day.year} according to the Law of the Republic of Kazakhstan"
    told = f"{line}\n{chr(160) * 5} {said} dated {day:%d.%m.%Y} № 299-VI.\n"
    return [replace(each, text=each.text.replace(line, told, 1)) if each.lang is Lang.ENG else each for each in printed]


_OF_EDITIONS: dict[str, Callable[[Random, list["Edition"], World], list["Edition"]]] = {
    "cut off": _cut_off, "lost notes": _lost_note, "stray repeal": _stray_repeal}
TRAITS = (*_OF_LINES, *_OF_EDITIONS)
