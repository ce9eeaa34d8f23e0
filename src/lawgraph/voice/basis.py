"""The ground of a day in words: what is stored as English data with ISO days, said in the language of a page.

A basis is made of clauses from a closed set (they are composed in `commencement`, `amendments`, `evidence` and
`timeline`), joined by "; " or ", but also ". A clause that is not known stays as it was stored.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from lawgraph.days import parse_day
from lawgraph.languages.speech import Form
from lawgraph.voice.days import day_in_words
from lawgraph.voice.speaking import ENGLISH, Voice, message

_DAY = r"\d{4}-\d{2}-\d{2}"
_ANY_DAY = re.compile(rf"\b{_DAY}\b")
_FORMS = {"day": Form.PLAIN, "last": Form.PLAIN, "on_day": Form.ON, "of_day": Form.OF}

_PLAIN = {
    "no end is known": message("no end is known"),
    "the answer changes here": message("the answer changes here"),
    "the sources speak no further": message("the sources speak no further"),
    "before the law": message("before the law"),
    "horizon": message("the end of what the sources tell"),
    "no act is named": message("no act is named"),
    "acts that a footnote may have dropped": message("acts that a footnote may have dropped"),
    "inserted by an act that no source names": message("inserted by an act that no source names"),
    "the only act that can have inserted it": message("the only act that can have inserted it"),
    "no commencement clause is held": message("no commencement clause is held"),
    "not before the adoption": message("not before the adoption"),
    "no term of publication was read for acts of this kind": message(
        "no term of publication was read for acts of this kind"),
}
"""Clauses without a day."""

_DATED = tuple((re.compile(pattern.replace("DAY", _DAY)), said) for pattern, said in (
    (r"stated day (?P<day>DAY)", message("stated day %(day)s")),
    (r"recorded first day of operation, (?P<day>DAY)", message("recorded first day of operation, %(day)s")),
    (r"recorded first day of operation of this change, (?P<day>DAY)",
     message("recorded first day of operation of this change, %(day)s")),
    (r"recorded first day of operation of a part, (?P<day>DAY)",
     message("recorded first day of operation of a part, %(day)s")),
    (r"expired on the stated day (?P<day>DAY)", message("expired on the stated day, %(day)s")),
    (r"shown by the edition of (?P<of_day>DAY)", message("shown by the edition %(of_day)s")),
))
_QUOTING = tuple((re.compile(pattern), said) for pattern, said in (
    (r"see (?P<reference>.+)", message("see “%(reference)s”")),
    (r"the only act between (?P<one>.+) and (?P<other>.+), which differ here",
     message("the only act between %(one)s and %(other)s, which differ here")),
))
"""Clauses that name something as it is printed or filed."""

_TERM = re.compile(r"(?:(?P<number>\d+) (?P<unit>calendar days|months) (?P<since>after|from the day of)|on the day of) "
                   r"first official publication(?P<when>.*)")
_PUBLISHED = tuple((re.compile(pattern.replace("DAY", _DAY)), said) for pattern, said in (
    (r" on (?P<on_day>DAY)", message("%(term)s %(on_day)s")),
    (r", on or after the adoption on (?P<on_day>DAY)", message("%(term)s, on or after the adoption %(on_day)s")),
    (r", on or after the adoption on (?P<on_day>DAY) and by (?P<last>DAY) \(statutory term\)",
     message("%(term)s, on or after the adoption %(on_day)s and by %(last)s (statutory term)")),
    (r", on or after the adoption on (?P<on_day>DAY) and by (?P<last>DAY) \(statutory term, presumed by .+ 2016\)",
     message("%(term)s, on or after the adoption %(on_day)s and by %(last)s "
             "(statutory term, presumed by analogy before 2016)")),
    (r" by (?P<last>DAY), a day of publication", message("%(term)s by %(last)s, a day of publication")),
    (r", of which nothing is known", message("%(term)s, of which nothing is known")),
))

_COUNTED: Mapping[tuple[str, str], Callable[[Voice, int], str]] = {
    ("calendar days", "after"): lambda voice, number: voice.count(
        "%(number)s calendar day after first official publication",
        "%(number)s calendar days after first official publication", number),
    ("calendar days", "from the day of"): lambda voice, number: voice.count(
        "%(number)s calendar day from the day of first official publication",
        "%(number)s calendar days from the day of first official publication", number),
    ("months", "after"): lambda voice, number: voice.count(
        "%(number)s month after first official publication",
        "%(number)s months after first official publication", number),
    ("months", "from the day of"): lambda voice, number: voice.count(
        "%(number)s month from the day of first official publication",
        "%(number)s months from the day of first official publication", number),
}


@lru_cache(maxsize=4096)
def basis_in_words(basis: str, voice: Voice = ENGLISH) -> str:
    """Return the basis of a day in words."""
    return "; ".join(_joined(each, voice) for each in basis.split("; "))


def _joined(text: str, voice: Voice) -> str:
    first, *others = (_clause(each, voice) for each in text.split(", but also "))
    for other in others:
        first = voice.say("%(one)s, but also %(other)s", one=first, other=other)
    return first


def _clause(text: str, voice: Voice) -> str:
    if text in _PLAIN:
        return voice.say(_PLAIN[text])
    found = _dated(text, _DATED, voice) or _published(text, voice)
    if found:
        return found
    for pattern, said in _QUOTING:
        match = pattern.fullmatch(text)
        if match:
            return voice.say(said, **match.groupdict())
    return _ANY_DAY.sub(lambda match: day_in_words(parse_day(match[0]), voice), text)


def _published(text: str, voice: Voice) -> str | None:
    match = _TERM.fullmatch(text)
    return _dated(match["when"], _PUBLISHED, voice, term=_term(match, voice)) if match else None


def _term(match: re.Match[str], voice: Voice) -> str:
    if match["number"] is None:
        return voice.say("on the day of first official publication")
    if match["number"] == "0":
        return voice.say("on the day after first official publication")
    return _COUNTED[match["unit"], match["since"]](voice, int(match["number"]))


def _dated(text: str, known: tuple[tuple[re.Pattern[str], str], ...], voice: Voice, **values: str) -> str | None:
    """Return what a clause says, its days in the form that each place of the message asks for."""
    for pattern, said in known:
        match = pattern.fullmatch(text)
        if match:
            days = {name: day_in_words(parse_day(day), voice, _FORMS[name]) for name, day in match.groupdict().items()}
            return voice.say(said, **days, **values)
    return None
