"""Several editions of one invented law: in two languages, of several days, and dated in all the ways that there are.

The Russian editions are official and complete. The English one is the page of the history itself, without the acts
that the translation left out; earlier ones lag in the same way. Both are printed in the English form, which the parser
reads; the Russian wording differs in its names, so that no wording of one language can pass for that of the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from lawgraph.law.model import RuleKind
from legislature.history import History, Stated, TrueAct
from legislature.invention import separable
from legislature.page import named_acts, page

_NAME = re.compile(r"\b[BDGKLMNRSTZ][aeiou](?:[bdgklmnrstz][aeiou]){2}\b")
_OPEN_DAYS = 400


class Dated(StrEnum):
    """How an edition is dated: not at all, by operation, by retrieval, by adoption, or so without a word about it."""

    NOTHING = "nothing"
    DAY = "day"
    RETRIEVED = "retrieved"
    ADOPTION = "adoption"
    ADOPTION_UNTOLD = "adoption_untold"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Tell how many editions of a law are at hand, and whether the most of them are official ones."""

    editions: int = 1
    official: bool = False


@dataclass(frozen=True)
class Print:
    """Hold one edition: the history as it prints it, its language and how it is dated."""

    history: History
    lang: str
    official: bool
    dated: Dated

    @property
    def text(self) -> str:
        """The page."""
        return in_language(page(self.history), self.lang)


def in_language(text: str, lang: str) -> str:
    """Return a text as it stands in a language."""
    return text if lang == "eng" else _NAME.sub(lambda name: f"{name[0]}-{lang}", text)


def prints(history: History, shelf: Shelf) -> tuple[Print, ...]:
    """Return the editions that a shelf holds of a law, in no order of time."""
    rng = Random(history.seed * 11 + 5)  # noqa: S311 - invention, not secrecy
    stated = {Stated.NOTHING: Dated.NOTHING, Stated.DAY: Dated.DAY, Stated.RETRIEVED: Dated.RETRIEVED}
    own = Print(history, "eng", official=False, dated=stated[history.habits.stated])
    found = [own]
    if shelf.official:
        found += [_printed(rng, replace(history, left_out=frozenset()), "rus") for _ in range(shelf.editions)]
        found += [_printed(rng, history, "eng")] if shelf.editions > 1 and rng.random() < 0.5 else []
    else:
        found += [_printed(rng, history, "eng") for _ in range(shelf.editions - 1)]
    rng.shuffle(found)
    return tuple(found)


def _printed(rng: Random, history: History, lang: str) -> Print:
    acts = list(_foretold(history))
    if acts and rng.random() < 0.3:
        return _by_adoption(rng, history, lang, acts[int(rng.random() * len(acts))])
    last = history.printed_on if history.left_out else history.end
    days = [day for day in history.boundaries if day <= last] or [history.start]
    day = days[int(rng.random() * len(days))]
    day = min(day + timedelta(int(rng.random() ** 2 * _OPEN_DAYS) if rng.random() < 0.6 else 0), last)
    chance = rng.random()
    dated = Dated.DAY if chance < 0.7 else Dated.NOTHING if chance < 0.85 else Dated.RETRIEVED
    return Print(replace(history, printed_on=day), lang, lang != "eng", dated)


def _foretold(history: History) -> Iterator[TrueAct]:
    """Give the acts on whose adoption an edition can be printed that shows them at once."""
    for act in history.acts:
        told = any(change.rule.kind is RuleKind.AFTER_PUBLICATION for change in act.changes)
        if told and history.start <= act.adopted <= history.printed_on and act.number not in history.left_out:
            early = _on_adoption(history, act)
            shown = [early.shows(event) for event in history.events]
            if separable(history.events, shown):
                yield act


def _on_adoption(history: History, act: TrueAct) -> History:
    adopted = frozenset(each.number for each in history.acts if each.adopted <= act.adopted)
    return replace(history, printed_on=act.adopted, ahead=adopted)


def _by_adoption(rng: Random, history: History, lang: str, act: TrueAct) -> Print:
    early = _on_adoption(history, act)
    untold = act.number in named_acts(early) and rng.random() < 0.5
    return Print(early, lang, lang != "eng", Dated.ADOPTION_UNTOLD if untold else Dated.ADOPTION)


def stated_day(printed: Print) -> date | None:
    """Return the day that stands on an edition."""
    return None if printed.dated in (Dated.NOTHING, Dated.RETRIEVED) else printed.history.printed_on
