"""Days in words: "20 July 2013", «20 июля 2013 года», «2013 жылғы 20 шілде», in the forms that sentences need.

A day stands in a sentence as "on", "from" or "of" it; Russian says so with a preposition, Kazakh with the ending of the
month. So each form is a pattern of the language, and no message has to bend a day.
"""

from datetime import date
from functools import lru_cache
from os.path import commonprefix

from lawgraph.languages.spoken import DayForm, Speech, spoken
from lawgraph.law.days import DayBounds
from lawgraph.voice.speaking import ENGLISH, Locale, Voice


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
