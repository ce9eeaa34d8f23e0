"""How people call provisions, acts, actions, languages and days, in the forms that sentences need.

A day stands in a sentence as "on", "from" or "of" it; Russian says so with a preposition, Kazakh with the ending of the
month. So each form is a pattern of the language, and no message has to bend a day.
"""

import re
from datetime import date
from functools import cache, lru_cache
from os.path import commonprefix

from lawgraph.languages.spoken import DayForm, Speech, codes, spoken
from lawgraph.languages.state import CODES
from lawgraph.law.amendments import Action
from lawgraph.law.authors import ActKind, number_in
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.voice.speaking import ENGLISH, Locale, Voice, capitalized, message


def speech_of(locale: Locale) -> Speech:
    """Return how the language of an interface prints units and days."""
    return spoken(locale.letters).speech


@lru_cache(maxsize=4096)
def day_in_words(day: date, voice: Voice = ENGLISH, form: DayForm = DayForm.PLAIN) -> str:
    """Return a day as people write it: "20 July 2013", or in the form that a sentence needs: "from 20 July 2013"."""
    speech = speech_of(voice.locale)
    plain = speech.day.format(day=day.day, month=speech.months[day.month - 1], year=day.year)
    ends = speech.endings[day.month - 1]
    return speech.forms[form].format(day=plain, since=_since(day, speech), where=ends.where, whence=ends.whence,
                                     whither=ends.whither, of=ends.of)


def day_forms(voice: Voice) -> tuple[str, ...]:
    """Return how a day "on" which something is seen is written: what stands before the months, each month, what behind.

    Day and year have the places `{day}` and `{year}`.
    """
    samples = (day_in_words(date(2001, month, 28), voice, DayForm.AS_ON) for month in range(1, 13))
    forms = [each.replace("2001", "{year}").replace("28", "{day}") for each in samples]
    before, behind = (commonprefix(these) for these in (forms, [each[::-1] for each in forms]))  # noqa: RUF071  (letters)
    return (before, *(each.removeprefix(before).removesuffix(behind[::-1]) for each in forms), behind[::-1])


def bounds_in_words(bounds: DayBounds, voice: Voice = ENGLISH) -> str:
    """Return the bounds of a day as a phrase: "on 20 July 2013", "between 14 July and 13 August 2013"."""
    first, last = bounds.earliest, bounds.latest
    if bounds.crossed and first is not None and last is not None:
        return voice.say("on a day on which the sources disagree (%(one)s, %(other)s)", one=day_in_words(first, voice),
                         other=day_in_words(last, voice))
    if first is not None and last is not None:
        return day_in_words(first, voice, DayForm.ON) if first == last else _between(first, last, voice)
    if first is not None:
        return day_in_words(first, voice, DayForm.NOT_BEFORE)
    return day_in_words(last, voice, DayForm.NOT_AFTER) if last is not None else speech_of(voice.locale).unknown


def bounds_as_label(bounds: DayBounds, voice: Voice = ENGLISH) -> str:
    """Return the bounds of a day as they stand behind a colon: a day without the ending that a sentence gives it."""
    known = bounds.earliest if bounds.exact else None
    return day_in_words(known, voice) if known else bounds_in_words(bounds, voice)


def span_in_words(first: date, last: date | None, voice: Voice = ENGLISH) -> str:
    """Return days from a first to a last one as a phrase; `last` is `None` where no end is known."""
    if last is None:
        return day_in_words(first, voice, DayForm.FROM)
    if first == last:
        return day_in_words(first, voice, DayForm.ON)
    speech = speech_of(voice.locale)
    return speech.span.format(first=day_in_words(first, voice), last=day_in_words(last, voice),
                              since=_since(first, speech))


def _between(first: date, last: date, voice: Voice) -> str:
    speech = speech_of(voice.locale)
    pattern = speech.between_in_one_year if first.year == last.year else speech.between
    return pattern.format(
        first=first.day, first_month=speech.months[first.month - 1], last=last.day,
        last_month=speech.months[last.month - 1], year=last.year, one=day_in_words(first, voice),
        other=day_in_words(last, voice), joined=speech.endings[first.month - 1].joined)


def _since(day: date, speech: Speech) -> str:
    """Return the word "from" before a day of the month: one says «со второго»."""
    return speech.since.get(day.day, speech.usual_since)


HTML_LANGUAGES = {code: spoken(code).tag for code in codes()}
"""The `lang` attribute of a text, by the letters of its language in paths."""

LANGUAGES = (message("English"), message("Russian"), message("Kazakh"),
             message("English text"), message("Russian text"), message("Kazakh text"))
"""What is said of languages by their names, for the catalogue; one without a message is called by its name."""

_STANDINGS = (message("unofficial translation"), message("official text"))

_STEPS = {
    Kind.LAW: message("the whole law"), Kind.CONTENTS: message("list of contents"), Kind.PREAMBLE: message("preamble"),
    Kind.PART: message("Part %(number)s"), Kind.SECTION: message("Section %(number)s"),
    Kind.SUBSECTION: message("Subsection %(number)s"), Kind.CHAPTER: message("Chapter %(number)s"),
    Kind.SUBCHAPTER: message("Subchapter %(number)s"), Kind.NOTE: message("note %(number)s"),
    Kind.ARTICLE: message("Article %(number)s"), Kind.ANNEX: message("Annex %(number)s"),
    Kind.PARAGRAPH: message("paragraph %(number)s"), Kind.POINT: message("point %(number)s"),
    Kind.SUBPOINT: message("subpoint %(number)s"), Kind.ALINEA: message("part %(number)s"),
    Kind.INDENT: message("indent %(number)s"), Kind.TABLE: message("table %(number)s"),
    Kind.HEADING: message("heading"), Kind.INTRO: message("introductory text"),
}
_OF = {Kind.HEADING: message("heading of %(place)s"), Kind.INTRO: message("introductory text of %(place)s")}

_THESE = {
    Kind.LAW: message("this law"), Kind.CONTENTS: message("this list of contents"),
    Kind.PREAMBLE: message("this preamble"), Kind.PART: message("this part"), Kind.SECTION: message("this section"),
    Kind.SUBSECTION: message("this subsection"), Kind.CHAPTER: message("this chapter"),
    Kind.SUBCHAPTER: message("this subchapter"), Kind.NOTE: message("this note"),
    Kind.ARTICLE: message("this article"), Kind.ANNEX: message("this annex"),
    Kind.PARAGRAPH: message("this paragraph"), Kind.POINT: message("this point"),
    Kind.SUBPOINT: message("this subpoint"), Kind.ALINEA: message("this part"), Kind.INDENT: message("this indent"),
    Kind.TABLE: message("this table"), Kind.HEADING: message("this heading"),
    Kind.INTRO: message("this introductory text"),
}

_DONE = {
    Action.INSERTION: message("inserted"), Action.SUBSTITUTION: message("newly worded"),
    Action.MODIFICATION: message("changed"), Action.EXCLUSION: message("excluded"),
    Action.REPEAL: message("repealed"), Action.EXPIRY: message("expired"), Action.SUSPENSION: message("suspended"),
    Action.TEXT_SUBSTITUTION: message("words replaced throughout"),
    Action.NOT_UNDERSTOOD: message("a change not understood"),
    Action.RENUMBERING: message("renumbered"),
}

_NOT_APPLIED = {
    "absent_unit": message("the unit that it names is not there"),
    "several_units": message("it can mean several units"),
    "full_slot": message("the place of what it brings in is taken"),
    "absent_words": message("the words that it searches for are not there"),
    "several_occurrences": message("the words that it searches for stand there more than once"),
    "list_at_end": message("words are put behind a unit that ends with a list"),
    "unclear_parts": message("the parts of the unit cannot be counted for sure"),
    "unclear_paragraphs": message("the paragraphs of the unit cannot be counted for sure"),
    "unclear_list": message("a sentence behind a list in its wording may be the last of the list or a part of its own"),
    "unclear_wording": message("its wording does not show the units that it names"),
    "numbers_differ": message("its wording shows other numbers than it names"),
    "foreign_wording": message("its wording is in another language than the act"),
    "missing_wording": message("no wording follows it"),
    "unclear_words": message("it quotes the name of a mark, and may mean the mark or the word"),
    "unclear_place": message("what it brings in has no number, and may stand at the end or where the alphabet has it"),
    "inflected_words": message("it exchanges words in all their cases, and quotes one"),
    "unequal_words": message("it names more words on one side than on the other"),
    "no_unit": message("it names no unit"),
    "absent_list": message("there is no list to add to"),
    "absent_place": message("there is no such place among the units"),
    "mixed_units": message("it brings in units of several kinds at once"),
    "unnumbered_text": message("it adds a numbered unit beside text without a number"),
    "opaque_table": message("it changes a table or an annex"),
    "renumbering": message("it gives units other numbers"),
    "overlap": message("another instruction of the act speaks of the same words"),
    "no_state_before": message("the text before the act is not held"),
}
"""Why an instruction is understood and not applied, by the word that the table of instructions has for it."""

_ACTS = {
    ActKind.LAW: message("Law"), ActKind.CONSTITUTIONAL_LAW: message("Constitutional Law"),
    ActKind.CODE: message("Code"), ActKind.DECREE: message("Decree"), ActKind.EDICT: message("Edict"),
    ActKind.RESOLUTION: message("Resolution"), ActKind.ORDER: message("Order"), ActKind.DECISION: message("Decision"),
    ActKind.UNSTATED: message("Act"),
}

_OF_A_LAW = re.compile(r"\d+-[IVXL]+")


def language_name(lang: str, voice: Voice = ENGLISH) -> str:
    """Return the name of a text's language: "English"."""
    return voice.say(spoken(lang).name)


def text_in(lang: str, voice: Voice = ENGLISH) -> str:
    """Return how the text in a language is called: "English text"."""
    text = f"{spoken(lang).name} text"
    return voice.say(text)


def done(action: Action, voice: Voice = ENGLISH) -> str:
    """Return what an act did, as a page says it: "newly worded"."""
    return voice.say(_DONE[action])


def not_applied(reason: str, voice: Voice = ENGLISH) -> str:
    """Return why an instruction of an act is not applied: "it can mean several units"."""
    return voice.say(_NOT_APPLIED[reason])


def act_kind(kind: ActKind, voice: Voice = ENGLISH) -> str:
    """Return what kind of act it is: "Law"."""
    return voice.say(_ACTS[kind])


def law_called(kind: str, number: str, voice: Voice = ENGLISH) -> str:
    """Return a law by its kind and its number: "Law 271-IV", «Кодекс № 30-V»; an order is no law."""
    return voice.say("%(kind)s %(number)s", kind=act_kind(ActKind(kind), voice), number=number)


def act_in_words(name: str | None, voice: Voice = ENGLISH) -> str:
    """Return an act as it is cited: "№ 124-V"; one without a number stands for itself."""
    if name is None:
        return voice.say("an act that no source names")
    number = number_in(name)
    return f"№ {number}" if number else voice.say("an act whose number no source tells")


def unbroken(text: str, voice: Voice = ENGLISH) -> str:
    """Return what is shown with fixed spaces where no line may end: between № and the number, in days."""
    return _fixed(voice.locale).sub("\u00a0", text)


@cache
def _fixed(locale: Locale) -> re.Pattern[str]:
    return re.compile(speech_of(locale).fixed)


def numbered(name: str, voice: Voice = ENGLISH) -> str:
    """Return the number of an act as it stands behind its kind: "№ 124-V"."""
    number = number_in(name)
    return f"№ {number}" if number else voice.say("(number not known)")


def by_act(name: str | None, voice: Voice = ENGLISH) -> str:
    """Return an act as the one by which something was done: "№ 124-V", «Законом № 124-V», «Кодексом № 235-V»."""
    if name is None:
        return voice.say_as("by", "an act that no source names")
    number = number_in(name)
    if number is None:
        return voice.say_as("by", "an act whose number no source tells")
    if name in CODES:
        return voice.say_as("by a code", "№ %(name)s", name=name)
    if _OF_A_LAW.fullmatch(name):
        return voice.say_as("by a law", "№ %(name)s", name=name)
    return voice.say_as("by an act", "№ %(name)s", name=number)


def this_unit(kind: Kind, voice: Voice = ENGLISH) -> str:
    """Return how a sentence points to a provision: "this article"."""
    return voice.say(_THESE[kind])


@lru_cache(maxsize=8192)
def place_name(eid: Eid, voice: Voice = ENGLISH) -> str:
    """Return an address as it stands within a sentence: "Article 6, paragraph 2", "heading of Article 8"."""
    if eid == "law__heading":
        return voice.say("title of the law")
    if eid.kind in _OF and eid.parent:
        return voice.say(_OF[eid.kind], place=place_name(eid.parent, voice))
    return ", ".join(short_name(each, voice) for each in reversed((eid, *eid.ancestors)))


def cited_place(eid: Eid, voice: Voice = ENGLISH) -> str:
    """Return an address as citations name it: «подпункт 1) пункта 2 статьи 6»; English lists its steps."""
    nesting = speech_of(voice.locale).nesting
    if nesting is None or eid.outermost == LAW:
        return place_name(eid, voice)
    return nesting.say([short_name(each, voice) for each in (eid, *eid.ancestors)])


@lru_cache(maxsize=8192)
def provision_name(eid: Eid, voice: Voice = ENGLISH) -> str:
    """Return an address in words: "Article 6, paragraph 2, point 4-1", "Heading of Article 8"."""
    return capitalized(place_name(eid, voice))


@lru_cache(maxsize=8192)
def short_name(eid: Eid, voice: Voice = ENGLISH) -> str:
    """Return the last step of an address in words: "point 4-1"."""
    return voice.say(_STEPS[eid.kind], number=_counted(eid, voice)).strip()


def _counted(own: Eid, voice: Voice) -> str:
    """Return the number of a provision, as an ordinal where none is printed.

    Russian and Kazakh count the text before the indents as the first of them.
    """
    ordinals = spoken(voice.locale.letters).speech.ordinals.get(own.kind)
    if ordinals is None or not own.number.isdigit():
        return own.number
    return ordinals.say(int(own.number) + (own.kind is Kind.INDENT))
