"""Several editions of one invented law: in two languages, of several days, and dated in all the ways that there are.

The Russian editions are official and complete. The English one is the page of the history itself, without the acts
that the translation left out; earlier ones lag in the same way. Both are printed in the English form, which the parser
reads; the Russian wording differs in its names, so that no wording of one language can pass for that of the other.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from lawgraph.law.amendments import RuleKind
from legislature.blemishes import blemished, spoiled
from legislature.features import SPEAKING, Feature, met
from legislature.history import History, Stated, TrueAct
from legislature.invention import separable
from legislature.page import BODY, named_acts, page

_NAME = re.compile(r"\b[BDGKLMNRSTZ][aeiou](?:[bdgklmnrstz][aeiou]){2}\b")
_OPEN_DAYS = 400


class Dated(StrEnum):
    """How an edition is dated: not at all, by operation, by retrieval, by adoption, or so without a word about it."""

    NOTHING = "nothing"
    DAY = "day"
    RETRIEVED = "retrieved"
    ADOPTION = "adoption"
    ADOPTION_UNTOLD = "adoption_untold"
    PUBLICATION_UNTOLD = "publication_untold"


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
    change: Callable[[str], str] | None = None

    @property
    def text(self) -> str:
        """The page."""
        text = spoiled(self.history)
        return in_language(self.change(text) if self.change else text, self.lang)


def in_language(text: str, lang: str) -> str:
    """Return a text as it stands in a language; Kazakh puts names in quotation marks."""
    if lang == "eng":
        return text
    return _NAME.sub(lambda name: f"«{name[0]}-{lang}»" if lang == "kaz" else f"{name[0]}-{lang}", text)


def prints(history: History, shelf: Shelf) -> tuple[Print, ...]:
    """Return the editions that a shelf holds of a law, in no order of time."""
    rng = Random(history.seed * 11 + 5)  # noqa: S311 - invention, not secrecy
    stated = {Stated.NOTHING: Dated.NOTHING, Stated.DAY: Dated.DAY, Stated.RETRIEVED: Dated.RETRIEVED}
    own = Print(history, "eng", official=False, dated=stated[history.habits.stated])
    found = [own]
    if shelf.official:
        lang = "kaz" if history.has(Feature.ACTS_SPEAK_KAZAKH) else "rus"
        found += [_printed(rng, replace(history, left_out=frozenset()), lang) for _ in range(shelf.editions)]
        found += [_printed(rng, history, "eng")] if shelf.editions > 1 and rng.random() < 0.5 else []
    else:
        found += [_printed(rng, history, "eng") for _ in range(shelf.editions - 1)]
    for feature, suffer in SHELVES.items():
        found = suffer(rng, found) if history.has(feature) else found
    rng.shuffle(found)
    return tuple(found)


def met_on(history: History, shelf: Shelf) -> frozenset[Feature]:
    """Return the features that a history and its editions hold, not only may hold."""
    held, shelved = prints(history, shelf), history.habits.features & SHELVES.keys()
    told = any(each.change or each.dated is Dated.PUBLICATION_UNTOLD for each in held)
    return met(history) | frozenset(shelved if told else ()).union(*(blemished(each.history) for each in held))


def _printed(rng: Random, history: History, lang: str) -> Print:
    acts = list(_foretold(history))
    if acts and rng.random() < (0.8 if history.has(Feature.NOTELESS_AHEAD) else 0.3):
        return _by_adoption(rng, history, lang, acts[int(rng.random() * len(acts))])
    last = history.printed_on if history.left_out else history.end
    days = [day for day in history.boundaries if day <= last] or [history.start]
    day = days[int(rng.random() * len(days))]
    day = min(day + timedelta(int(rng.random() ** 2 * _OPEN_DAYS) if rng.random() < 0.6 else 0), last)
    chance = rng.random()
    dated = Dated.DAY if chance < 0.7 else Dated.NOTHING if chance < 0.85 else Dated.RETRIEVED
    # What is stated for a day tells of nothing that begins after it; other pages may be made ahead.
    ahead = frozenset[str]() if dated is Dated.DAY else history.ahead
    return Print(replace(history, printed_on=day, ahead=ahead), lang, lang != "eng", dated)


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
    if history.has(Feature.NOTELESS_AHEAD) and lang != "eng":
        published = replace(early, printed_on=act.published)
        return (Print(early, lang, official=True, dated=Dated.ADOPTION_UNTOLD, change=_without_notes)
                if rng.random() < 0.5 else
                Print(published, lang, official=True, dated=Dated.PUBLICATION_UNTOLD, change=_without_notes))
    untold = act.number in named_acts(early) and rng.random() < 0.5
    return Print(early, lang, lang != "eng", Dated.ADOPTION_UNTOLD if untold else Dated.ADOPTION)


def _noteless(rng: Random, found: list[Print]) -> list[Print]:
    """Take the footnotes from official editions dated by operation."""
    return [replace(each, change=_without_notes) if each.official and each.dated is Dated.DAY else each for each in found]


def _notes_at_last(_: Random, found: list[Print]) -> list[Print]:
    """Take the footnotes from official editions dated by operation, but from what was printed last."""
    last = max((each.history.printed_on for each in found if each.official), default=None)
    return [replace(each, change=_without_notes)
            if each.official and each.dated is Dated.DAY and each.history.printed_on != last else each for each in found]


def _with_one_before(_: Random, found: list[Print]) -> list[Print]:
    """Add an edition that was right on the day before each that is ahead: else nothing would tell that one is."""
    ahead = [each for each in found if each.change and each.history.ahead]
    return [*found, *(_before(each) for each in ahead)]


def _before(ahead: Print) -> Print:
    last = max(each.adopted for each in ahead.history.acts if each.number in ahead.history.ahead)
    day = max(last - timedelta(1), ahead.history.start)
    return Print(replace(ahead.history, printed_on=day, ahead=frozenset()), ahead.lang, official=True, dated=Dated.DAY)


def _untold(rng: Random, found: list[Print]) -> list[Print]:
    """Keep official editions alone, the first of them of the law's first day, and tell of no act on any of them.

    What came and went between two of them, by acts of which nothing tells at all, is known to nobody.
    """
    official, history = [each for each in found if each.official and each.dated is Dated.DAY], found[0].history
    spoken = history.habits.features & SPEAKING
    days = (history.start, *(each.history.printed_on for each in official))
    if not official or history.repealed or (not spoken and any(_unseen(history, eid, days) for eid in history.eids)):
        return found
    first = replace(official[0], history=replace(official[0].history, printed_on=official[0].history.start))
    return [replace(each, change=_without_acts) for each in (first, *official)]


def _unseen(history: History, eid: str, days: Collection[date]) -> bool:
    """Tell whether a provision was there for a time in which none of the days lies."""
    there = [(day, text is not None) for day, text in history.life_of(eid)]
    came = [day for (day, now), before in zip(there, (False, *(now for _, now in there)), strict=False)
            if now and not before]
    went = [day for day, now in there if not now and day > min(came)]
    return any(since <= max(days) and not any(since <= day < until for day in days)
               for since, until in zip(came, went, strict=False))


def _note_lost(rng: Random, found: list[Print]) -> list[Print]:
    """Lose a footnote of an official edition that another prints in the same words."""
    official = [each for each in found if each.official and each.dated is Dated.DAY]
    if not official:
        return found
    one = rng.choice(official)
    others = {line for each in found if each is not one for line in page(each.history).split("\n")}
    notes = [line for line in page(one.history).split("\n") if "Footnote. Article" in line and line in others
             and "excluded" not in line and "was valid until" not in line]
    if not notes:
        return found
    note = rng.choice(notes)
    return [replace(each, change=lambda text: text.replace(note, "")) if each is one else each for each in found]


def _of_one_day(rng: Random, found: list[Print]) -> list[Print]:
    """Add an official edition in a third language of the same day as another, without one of its articles."""
    official = [each for each in found if each.official and each.dated is Dated.DAY]
    if not official:
        return found
    one = rng.choice(official)
    articles = re.findall(r"^ Article \S+\. .*$", page(one.history), re.MULTILINE)[:-1]
    return [*found, replace(one, lang="kaz", change=_without_article(rng.choice(articles)))] if articles else found


def _repeal_told(rng: Random, found: list[Print]) -> list[Print]:
    """Let the translation tell of a repeal before the day of an official edition that prints the law as living."""
    own = next((each for each in found if not each.official), None)
    days = [each.history.printed_on for each in found if each.official and each.dated is Dated.DAY]
    if own is None or not days or own.history.repealed:
        return found
    day = max(own.history.start, max(days) - timedelta(rng.randrange(1, 300)))
    told = (f"{BODY}The document ceased to be valid since {day:%B} {day.day}, {day.year} according to the Law of the "
            f"Republic of Kazakhstan of {day:%B} {day.day}, {day.year} No. 900-VI\n\n")
    line = f"{BODY}Unofficial translation\n\n"
    return [replace(each, change=lambda text: text.replace(line, line + told, 1)) if each is own else each for each in found]


def _without_notes(text: str) -> str:
    """Return a page without footnotes, but for those that tell of what is gone."""
    return "\n".join(line for line in text.split("\n")
                     if "Footnote." not in line or "excluded" in line or "was valid until" in line)


def _without_acts(text: str) -> str:
    """Return a page that names no act: without footnotes, lines for what is gone, and headings of what is gone."""
    gone = re.findall(r"Footnote\. (Article \S+) (?:is excluded|was valid)", text)
    lines = [line for line in text.split("\n") if "Footnote." not in line and "xcluded by" not in line
             and ("alid until" not in line or line.startswith(" Article ")) and not any(line.startswith(f" {each}. ") for each in gone)]
    return "\n".join(lines)


def _without_article(line: str) -> Callable[[str], str]:
    return lambda text: re.sub(rf"(?ms)^{re.escape(line)}$.*?(?=^ (?:Article|Chapter|Section) )", "", text, count=1)


SHELVES: Mapping[Feature, Callable[[Random, list[Print]], list[Print]]] = {
    Feature.NOTELESS: _noteless, Feature.NOTELESS_AHEAD: _with_one_before,
    Feature.NOTES_AT_LAST: _notes_at_last, Feature.UNTOLD: _untold, Feature.NOTE_LOST: _note_lost, Feature.ONE_DAY: _of_one_day, Feature.REPEAL_OF_TRANSLATION: _repeal_told}
"""What each feature does to the editions on a shelf."""


def stated_day(printed: Print) -> date | None:
    """Return the day that stands on an edition."""
    return None if printed.dated in (Dated.NOTHING, Dated.RETRIEVED) else printed.history.printed_on
