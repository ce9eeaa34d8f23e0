"""How the rules of evidence were tried: what `make oracle` counted, as the page about this program prints it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lawgraph.law.errors import figures_file
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
    "ACTS_SPEAK": message("the texts of acts are held and read in their own words"),
    "ACTS_SPEAK_ROUGHLY": message("the texts of acts are held, with lists, glued words and broken paragraphs"),
    "ACTS_SPEAK_KAZAKH": message("the texts of acts are held in Kazakh, beside Kazakh editions"),
    "ACTS_SPEAK_OF_WORDS": message("acts change single words and sentences, and their texts are held"),
    "ACTS_SPEAK_OF_INTERIM": message(
        "the texts of acts are held, and say how what they word anew reads until a day"),
    "ACTS_SPEAK_OF_SPANS": message("the texts of acts are held, and say until when what they bring lasts"),
    "ACTS_REWRITTEN": message(
        "the texts of acts are held, and later ones strike or word anew what an act has not begun to do"),
    "WORDS_AGAIN": message("words are replaced throughout again and again, and deleted throughout"),
    "EXTRACT": message("a page prints an extract and says so"),
    "CUT_OFF": message("a page ends behind an article"),
    "NUMBER_MISPRINTED": message("the number of a paragraph or point is misprinted"),
    "NUMBER_RUN_IN": message("a paragraph or point stands in the line of what is before it"),
    "DOTS": message("dots stand in the place of a text or an article"),
    "NOTE_ON_MARK": message("a footnote hangs on a mark and stands at the end"),
    "NOTE_ELSEWHERE": message("a footnote stands under another article than it names"),
    "NOTE_UNLABELLED": message("a footnote lacks the word that tells it from the text"),
    "NUMBERS_RAISED": message("the second part of a number is raised"),
    "WORDS_STRUCK": message("words that were struck out are printed with the signs of it"),
    "CHAPTER_TWICE": message("two chapters carry one number"),
    "DEAD_LINE": message("a word that names no act stands for an excluded provision"),
    "DAY_MISPRINTED": message("a stated day is misprinted by ten years"),
    "END_UNREAD": message("a page tells of the law's end in words that no rule knows"),
    "NOTE_FOREIGN": message("a footnote stands in another language"),
    "NOTE_OF_ANOTHER": message("the note of another publisher stands for a footnote"),
    "NOTELESS": message("official editions print no footnotes"),
    "NOTELESS_AHEAD": message(
        "an official edition without footnotes is dated by the adoption or publication of what it shows"),
    "NOTES_AT_LAST": message("the official editions before the last one print no footnotes"),
    "NOTE_LOST": message("an official edition lacks a footnote that another prints"),
    "UNTOLD": message("official editions differ and no source tells of an act"),
    "ONE_DAY": message("one of two official editions of a day lacks an article"),
    "REPEAL_OF_TRANSLATION": message("a translation tells of a repeal of which the official text knows nothing"),
    "OWN_TERM": message("an article starts some months after the law, in words without a day"),
    "OWN_END": message("an article ends by the law's own words"),
    "HEADING_TERM": message("a heading tells from or until when its article operates"),
    "OWN_LINE": message("an article says of itself, in other words, from or until when it operates"),
    "INSERTED_FOR_A_TIME": message("it is recorded that an insertion lasts for a time"),
    "EXCLUDED_FOR_A_TIME": message("it is recorded that an exclusion lasts for a time"),
    "TWO_FIRSTS": message("two publications of an act are called the first"),
    "RETURNED": message("an act brings back a wording of before"),
    "CHAPTERS_ANEW": message("chapters count anew in each section"),
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
    "no notes": message("official editions print no footnotes"),
    "extract": message("a page prints an extract and says so"),
    "cut off": message("a page ends behind an article"),
    "stray numbers": message("the number of a paragraph or point is misprinted"),
    "run-in numbers": message("a paragraph or point stands in the line of what is before it"),
    "lost notes": message("an official edition lacks a footnote that another prints"),
    "stray repeal": message("a translation tells of a repeal of which the official text knows nothing"),
    "start: end": message("an article ends by the law's own words"),
    "start: heading": message("a heading tells from or until when its article operates"),
    "two firsts": message("two publications of an act are called the first"),
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
