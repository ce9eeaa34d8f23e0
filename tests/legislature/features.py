"""Rare but lawful things that a world may hold, each by its name; a world without any is what it was before.

What a world may hold it need not meet: `met` tells which of them a history truly holds, and those are counted.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.eid import Eid, Kind

if TYPE_CHECKING:
    from legislature.history import Change, History


class Feature(StrEnum):
    """Name what a world may hold beyond what every world holds."""

    ARTICLE_EXPIRES = "an article expires, and its footnotes go with it"
    CHANGED_IN_TWO_STEPS = "an act changes one provision on two days"
    CHECKED = "facts tell of every change whether the page was seen to show it"
    CHECKED_LONG_AGO = "an older page was seen without a change that this one shows"
    CHAPTER_INSERTED = "a chapter is inserted with its articles"
    CHAPTER_RESTATED = "a chapter is newly worded with all its articles"
    CHAPTER_EXCLUDED = "a chapter is excluded, and its articles leave the page"
    SUSPENSION_RECORDED = "facts tell of a suspension and of its end"
    SUSPENSION_DROPPED = "a new wording drops the note of a suspension of which facts tell"
    PART_STARTS_LATER = "the closing article says in a paragraph of its own that an article starts later"
    CLOSING_CHANGED = "the closing article is newly worded or excluded"
    PUBLISHED_AGAIN = "of an act only a second publication is recorded"
    PRINTED_IN_ISSUES = "an act is printed in several issues"
    PARTS_BY_RULE = "of an act that starts in parts the rule is recorded, and the days of the later part"
    NOTED_AT_CHAPTER = "a chapter's footnote names what acts did in its articles"
    ACTS_ALL_KNOWN = "all acts are known, though not all their parts"
    PART_IN_THE_MIDDLE = "an unnumbered part or indent is inserted or excluded in the middle"
    SAME_DAY = "an act changes what another brings on the same day"
    HEADING_LACK_UNTOLD = "a heading left standing over an excluded article lacks a change of which no fact warns"
    HEADING_NOTED_ONCE = "a heading's footnote names the last act only"
    FORESEEN = "pages foresee changes of acts that are adopted"
    CALLED_OFF = "a foreseen change is called off"
    WORDS_AGAIN = "words are replaced throughout again and again, and deleted throughout"
    ACTS_SPEAK = "the texts of acts are held and read in their own words"
    ACTS_SPEAK_ROUGHLY = "the texts of acts are held, with lists, several instructions to a step, glued words, broken paragraphs"
    ACTS_SPEAK_KAZAKH = "the texts of acts are held in Kazakh, as rough, beside Kazakh editions"
    ACTS_SPEAK_OF_WORDS = "acts change single words and sentences, and are held in their own words"
    ACTS_SPEAK_OF_INTERIM = "acts suspend what they word anew, and say how it reads until then, in their own words"
    ACTS_SPEAK_OF_SPANS = "acts say until when what they do lasts, in their own words"
    ACTS_REWRITTEN = "later acts strike or word anew what an act has not begun to do; the texts of all are held"
    MADE_AHEAD = "a retrieved or undated page shows acts before they begin"
    EXTRACT = "a page prints an extract and says so"
    CUT_OFF = "a page ends behind an article"
    NUMBER_MISPRINTED = "the number of a paragraph or point is misprinted"
    NUMBER_RUN_IN = "a paragraph or point stands in the line of what is before it"
    DOTS = "dots stand in the place of a text or an article"
    NOTE_ON_MARK = "a footnote hangs on a mark and stands at the end"
    NOTE_ELSEWHERE = "a footnote stands under another article than it names"
    NOTE_UNLABELLED = "a footnote lacks the word that tells it from the text"
    NUMBERS_RAISED = "the second part of a number is raised"
    WORDS_STRUCK = "words that were struck out are printed with the signs of it"
    CHAPTER_TWICE = "two chapters carry one number"
    DEAD_LINE = "a word that names no act stands for an excluded unit"
    DAY_MISPRINTED = "a stated day is misprinted by ten years"
    END_UNREAD = "a page tells of the law's end in words that nobody reads"
    NOTE_FOREIGN = "a footnote stands in another language"
    NOTE_OF_ANOTHER = "the note of another publisher stands for a footnote"
    NOTELESS = "official editions print no footnotes"
    NOTELESS_AHEAD = "an official edition without footnotes is dated by the adoption or publication of what it shows"
    NOTES_AT_LAST = "the official editions before the last one print no footnotes"
    NOTE_LOST = "an official edition lacks a footnote that another prints"
    UNTOLD = "official editions differ and no source tells of an act"
    ONE_DAY = "one of two official editions of a day lacks an article"
    REPEAL_OF_TRANSLATION = "a translation tells of a repeal of which the official text knows nothing"
    OWN_TERM = "an article starts some months after the law, in words without a day"
    OWN_END = "an article ends by the law's own words"
    HEADING_TERM = "a heading tells from or until when its article operates"
    OWN_LINE = "an article says in its own words, of \"this norm\" or aside, from or until when it operates"
    INSERTED_FOR_A_TIME = "facts tell that an insertion lasts for a time"
    EXCLUDED_FOR_A_TIME = "facts tell that an exclusion lasts for a time"
    TWO_FIRSTS = "two publications of an act are called the first"
    RETURNED = "an act brings back a wording of before"
    CHAPTERS_ANEW = "chapters count anew in each section"


PRINTED = frozenset(tuple(Feature)[tuple(Feature).index(Feature.EXTRACT):tuple(Feature).index(Feature.OWN_TERM)])
"""What editions suffer; the history knows nothing of it."""


SPEAKING = frozenset(each for each in Feature if each.name.startswith("ACTS_SPEAK")) | {Feature.ACTS_REWRITTEN}
"""Worlds in which the texts of acts are held."""


def met(history: "History") -> frozenset[Feature]:
    """Return the features that a history holds, not only may hold; those of its editions tells `prints.met_on`."""
    return frozenset(each for each in history.habits.features - PRINTED if _MET.get(each, _any)(history))


def _any(history: "History") -> bool:
    return bool(history.acts)


def _changes(asked: Callable[["Change"], bool]) -> Callable[["History"], bool]:
    return lambda history: any(asked(change) for act in history.acts for change in act.changes)


def _whole(kind: Kind, *actions: Action) -> Callable[["History"], bool]:
    return _changes(lambda change: Eid(change.eid).kind is kind and change.action in actions)


def _for_a_time(action: Action) -> Callable[["History"], bool]:
    return _changes(lambda change: change.action is action and change.until is not None)


def _in_two_steps(history: "History") -> bool:
    return any(len({each.operative for each in act.changes if each.eid == change.eid}) > 1
               for act in history.acts for change in act.changes)


def _on_one_day(history: "History") -> bool:
    events = history.events
    return any(one.change.action is Action.INSERTION and one.act is not other.act
               and one.change.operative == other.change.operative and other.change.covers(one.change.eid)
               for place, one in enumerate(events) for other in events[place + 1:])


def _shown_ahead(history: "History") -> bool:
    return any(history.shows(event) and event.change.operative > history.printed_on for event in history.events)


_MET: Mapping[Feature, Callable[["History"], bool]] = {
    Feature.ARTICLE_EXPIRES: _whole(Kind.ARTICLE, Action.EXPIRY),
    Feature.CHANGED_IN_TWO_STEPS: _in_two_steps,
    Feature.ACTS_SPEAK_OF_INTERIM: _in_two_steps,
    Feature.ACTS_SPEAK_OF_SPANS: _for_a_time(Action.INSERTION),
    Feature.ACTS_REWRITTEN: lambda history: len(history.acts) > 1,
    Feature.CHAPTER_INSERTED: _whole(Kind.CHAPTER, Action.INSERTION),
    Feature.CHAPTER_RESTATED: _whole(Kind.CHAPTER, Action.SUBSTITUTION),
    Feature.CHAPTER_EXCLUDED: _whole(Kind.CHAPTER, Action.EXCLUSION),
    Feature.SUSPENSION_RECORDED: _changes(lambda change: change.action is Action.SUSPENSION),
    Feature.SUSPENSION_DROPPED: _changes(lambda change: change.action is Action.SUSPENSION),
    Feature.PART_STARTS_LATER: lambda history: bool(history.late),
    Feature.CLOSING_CHANGED: lambda history: any(
        change.eid == history.closing for act in history.acts for change in act.changes),
    Feature.PARTS_BY_RULE: lambda history: any(act.in_parts for act in history.acts),
    Feature.ACTS_ALL_KNOWN: lambda history: any(act.in_parts for act in history.acts),
    Feature.PART_IN_THE_MIDDLE: _changes(
        lambda change: Eid(change.eid).kind in (Kind.ALINEA, Kind.INDENT) and change.shifts),
    Feature.SAME_DAY: _on_one_day,
    Feature.FORESEEN: lambda history: any(change.rule.kind is RuleKind.ON_DAY
                                          for act in history.acts for change in act.changes),
    Feature.CALLED_OFF: lambda history: any(act.called_off for act in history.acts),
    Feature.WORDS_AGAIN: lambda history: sum(change.words is not None for act in history.acts
                                             for change in act.changes) > 1,
    Feature.MADE_AHEAD: _shown_ahead,
    Feature.OWN_TERM: lambda history: bool(history.late),
    Feature.OWN_END: lambda history: bool(history.ended),
    Feature.HEADING_TERM: lambda history: bool(history.late or history.ended),
    Feature.OWN_LINE: lambda history: bool(history.late or history.ended),
    Feature.INSERTED_FOR_A_TIME: _for_a_time(Action.INSERTION),
    Feature.EXCLUDED_FOR_A_TIME: _for_a_time(Action.EXCLUSION),
    Feature.TWO_FIRSTS: lambda history: any(act.style % 2 for act in history.acts),
    Feature.RETURNED: _changes(lambda change: change.returns),
}
