"""How the rules of evidence were tried: what `make oracle` counted, as the page about this program prints it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lawgraph.law.resources import figures_file
from lawgraph.voice.speaking import Voice, message

ENOUGH = 300
"""Histories in which a feature must have been met; one met in fewer counts as untried."""

FEATURES = {
    "ARTICLE_EXPIRES": message("an article expires, and its footnotes go with it"),
    "CHANGED_IN_TWO_STEPS": message("an act changes one provision on two days"),
    "CHECKED": message("it is recorded of every change whether the page was seen to show it"),
    "CHECKED_LONG_AGO": message("an older page was seen without a change that a later one shows"),
    "CHAPTER_INSERTED": message("a chapter is inserted with its articles"),
    "CHAPTER_RESTATED": message("a chapter is newly worded with all its articles"),
    "CHAPTER_EXCLUDED": message("a chapter is excluded, and its articles leave the page"),
    "SUSPENSION_RECORDED": message("a suspension and its end are recorded"),
    "SUSPENSION_DROPPED": message("a new wording drops the note of a suspension that is recorded"),
    "PART_STARTS_LATER": message("the closing article says in a paragraph of its own that an article starts later"),
    "CLOSING_CHANGED": message("the closing article is newly worded or excluded"),
    "PUBLISHED_AGAIN": message("of an act only a second publication is recorded"),
    "PRINTED_IN_ISSUES": message("an act is printed in several issues"),
    "PARTS_BY_RULE": message("an act starts in parts, by a rule and on a day"),
    "NOTED_AT_CHAPTER": message("the footnote of a chapter names what acts did in its articles"),
    "ACTS_ALL_KNOWN": message("all acts are known, though not all their parts"),
    "PART_IN_THE_MIDDLE": message("an unnumbered part is inserted or excluded in the middle"),
    "SAME_DAY": message("an act changes what another brings on the same day"),
    "HEADING_LACK_UNTOLD": message(
        "a heading left over an excluded article lacks a change, and nothing recorded warns of it"),
    "HEADING_NOTED_ONCE": message("the footnote of a heading names the last act only"),
    "FORESEEN": message("pages foresee changes"),
    "CALLED_OFF": message("a foreseen change is called off"),
    "MADE_AHEAD": message("a page shows acts before they begin"),
    "WORDS_AGAIN": message("words are replaced throughout again and again, and deleted throughout"),
}
"""What invented laws may hold, by the names of `tests/legislature/features.py`."""

KINDS = {
    "numbers in words": message("a wording that begins with a number after the number of its paragraph"),
    "odd words": message("notes in words that no rule knows"),
    "misprints": message("a footnote that names another article by mistake"),
    "ranges": message("one note about a range of articles or points"),
    "for a time": message("changes for a time"),
    "act in parts": message("acts that start in parts"),
    "renumbering": message("renumbered provisions"),
}
"""Kinds of worlds that the second judge may know to be open, by the names of `tests/judge/worlds.py`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Hold what one judge counted: the first seed, histories, answers, wrong sure answers."""

    first_seed: int
    histories: int
    answers: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Tried:
    """Hold how the program of a commit was tried on a day; `features` are told with the histories that met them.

    `presumed` is how often in a thousand what was only probable was right, by what was asked.
    """

    commit: str
    day: date
    first: Counted
    features: tuple[tuple[str, int], ...]
    presumed: Mapping[str, int]
    second: Counted
    open: Counted
    kinds: tuple[str, ...]

    @property
    def untried(self) -> tuple[str, ...]:
        """The features that were met too seldom to tell anything."""
        return tuple(name for name, met in self.features if met < ENOUGH)


def tried(voice: Voice) -> Tried:
    """Return how the rules were tried, in the words of a voice."""
    return tried_of(json.loads(figures_file().read_text(encoding="utf-8")), voice)


def tried_of(told: Mapping[str, Any], voice: Voice) -> Tried:
    """Return what the figures of a run tell."""
    first, still_open = told["first"], told["open"]
    return Tried(told["commit"], date.fromisoformat(told["day"]), _counted(first),
                 tuple((voice.say(FEATURES[name]), number) for name, number in first["met"].items()),
                 {name: 1000 * right // of for name, (right, of) in first["presumed"].items() if of},
                 _counted(told["second"]), _counted(still_open),
                 tuple(voice.say(KINDS[each]) for each in still_open["kinds"]))


def _counted(told: Mapping[str, int]) -> Counted:
    return Counted(told.get("first_seed", 0), told["histories"], told["answers"], told["wrong"])
