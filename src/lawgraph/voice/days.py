"""Days in words: "20 July 2013", «20 июля 2013 года», «2013 жылғы 20 шілде», in the forms that sentences need.

A day stands in a sentence as "on", "from" or "of" it; Russian says so with a preposition, Kazakh with the ending of the
month. So each form is a pattern per language, and no message has to bend a day.
"""

from datetime import date
from enum import Enum
from functools import lru_cache

from lawgraph.days import DayBounds
from lawgraph.voice.speaking import ENGLISH, Voice
from lawgraph.voice.tongue import Tongue


class Form(Enum):
    """How a day stands in a sentence."""

    PLAIN = "plain"
    ON = "on"
    AS_ON = "as on"
    FROM = "from"
    OF = "of"
    UNTIL = "until"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"


MONTHS = {
    Tongue.ENGLISH: ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                     "November", "December"),
    Tongue.RUSSIAN: ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
                     "ноября", "декабря"),
    Tongue.KAZAKH: ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
                    "қараша", "желтоқсан"),
}

# Kazakh endings per month: where ("in July"), whence ("from July"), whither ("to July"), and "and" after its name.
_ENDINGS = (
    ("да", "дан", "ға", "мен"), ("да", "нан", "ға", "мен"), ("да", "дан", "ға", "бен"), ("де", "ден", "ге", "мен"),
    ("да", "дан", "ға", "мен"), ("да", "нан", "ға", "мен"), ("де", "ден", "ге", "мен"), ("да", "дан", "ға", "бен"),
    ("те", "тен", "ке", "пен"), ("да", "нан", "ға", "мен"), ("да", "дан", "ға", "мен"), ("да", "нан", "ға", "мен"),
)

PATTERNS = {Tongue.ENGLISH: "{day} {month} {year}", Tongue.RUSSIAN: "{day} {month} {year} года",
            Tongue.KAZAKH: "{year} жылғы {day} {month}"}
"""How a day is written in each language; scripts of pages use them too."""

_ENGLISH = {
    Form.PLAIN: "{day}", Form.ON: "on {day}", Form.AS_ON: "on {day}", Form.FROM: "from {day}", Form.OF: "of {day}",
    Form.UNTIL: "up to {day}", Form.NOT_BEFORE: "on or after {day}", Form.NOT_AFTER: "on or before {day}",
}
_RUSSIAN = {
    Form.PLAIN: "{day}", Form.ON: "{day}", Form.AS_ON: "на {day}", Form.FROM: "{since} {day}", Form.OF: "от {day}",
    Form.UNTIL: "по {day}", Form.NOT_BEFORE: "не ранее {day}", Form.NOT_AFTER: "не позднее {day}",
}
_KAZAKH = {
    Form.PLAIN: "{day}", Form.ON: "{day}{where}", Form.AS_ON: "{day}{where}{of} жағдай бойынша",
    Form.FROM: "{day}{whence} бастап", Form.OF: "{day}{where}{of}", Form.UNTIL: "{day}{whither} дейін",
    Form.NOT_BEFORE: "{day}{whence} ерте емес", Form.NOT_AFTER: "{day}{whence} кешіктірмей",
}
_FORMS = {Tongue.ENGLISH: _ENGLISH, Tongue.RUSSIAN: _RUSSIAN, Tongue.KAZAKH: _KAZAKH}

_BETWEEN = {
    Tongue.ENGLISH: ("between {first} {first_month} and {last} {last_month} {year}", "between {one} and {other}"),
    Tongue.RUSSIAN: ("между {first} {first_month} и {last} {last_month} {year} года", "между {one} и {other}"),
    Tongue.KAZAKH: ("{year} жылғы {first} {first_month} {joined} {last} {last_month} аралығында",
                    "{one} {joined} {other} аралығында"),
}
_SPAN = {Tongue.ENGLISH: "from {first} to {last}", Tongue.RUSSIAN: "{since} {first} по {last}",
         Tongue.KAZAKH: "{first} – {last}"}
_UNKNOWN = {Tongue.ENGLISH: "on a day that is not known", Tongue.RUSSIAN: "в день, который не известен",
            Tongue.KAZAKH: "белгісіз күні"}


@lru_cache(maxsize=4096)
def day_in_words(day: date, voice: Voice = ENGLISH, form: Form = Form.PLAIN) -> str:
    """Return a day as people write it: "20 July 2013", or in the form that a sentence needs: "from 20 July 2013"."""
    plain = PATTERNS[voice.tongue].format(day=day.day, month=MONTHS[voice.tongue][day.month - 1], year=day.year)
    where, whence, whither, _ = _ENDINGS[day.month - 1]
    return _FORMS[voice.tongue][form].format(day=plain, since=_since(day), where=where, whence=whence, whither=whither,
                                             of="гі" if where.endswith("е") else "ғы")


def bounds_in_words(bounds: DayBounds, voice: Voice = ENGLISH) -> str:
    """Return the bounds of a day as a phrase: "on 20 July 2013", "between 14 July and 13 August 2013"."""
    first, last = bounds.earliest, bounds.latest
    if first is not None and last is not None:
        return day_in_words(first, voice, Form.ON) if first == last else _between(first, last, voice)
    if first is not None:
        return day_in_words(first, voice, Form.NOT_BEFORE)
    return day_in_words(last, voice, Form.NOT_AFTER) if last is not None else _UNKNOWN[voice.tongue]


def span_in_words(first: date, last: date | None, voice: Voice = ENGLISH) -> str:
    """Return days from a first to a last one as a phrase; `last` is `None` where no end is known."""
    if last is None:
        return day_in_words(first, voice, Form.FROM)
    if first == last:
        return day_in_words(first, voice, Form.ON)
    return _SPAN[voice.tongue].format(first=day_in_words(first, voice), last=day_in_words(last, voice),
                                      since=_since(first))


def _between(first: date, last: date, voice: Voice) -> str:
    months = MONTHS[voice.tongue]
    one_year, years = _BETWEEN[voice.tongue]
    pattern = one_year if first.year == last.year else years
    return pattern.format(
        first=first.day, first_month=months[first.month - 1], last=last.day, last_month=months[last.month - 1],
        year=last.year, one=day_in_words(first, voice), other=day_in_words(last, voice),
        joined=_ENDINGS[first.month - 1][3])


def _since(day: date) -> str:
    """Return the Russian "from": one says «со второго»."""
    return "со" if day.day == 2 else "с"
