"""What search in the browser finds: each wording of each provision once, and each act, by groups of laws.

A record leads to the place of the provision on the page of its article; that of a wording that was replaced to the
first day of the wording. Groups keep the memory of the indexer, and what a changed law makes anew, small.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import TypeVar

from lawgraph.languages.speech import DayForm
from lawgraph.law.eid import Kind
from lawgraph.law.model import Version
from lawgraph.queries.acting import act_named, act_names
from lawgraph.queries.answers import all_versions
from lawgraph.queries.values import ActRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.act import act_title
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.search import numbers_of
from lawgraph.timeline.grading import Grade, grade_of
from lawgraph.voice.days import day_in_words
from lawgraph.voice.locale import Locale
from lawgraph.voice.names import HTML_LANGUAGES, provision_name
from lawgraph.voice.speaking import voice_of

LAWS, ACTS = 25, 2000
"""How many laws, and how many acts, have one index."""

T = TypeVar("T")
_STATES = {Grade.ABSENT: "no", Grade.UNCERTAIN: "perhaps"}


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """Hold what is found: its path, its title and its words in a language, and what results are filtered by."""

    path: str
    title: str
    words: str
    lang: str
    filters: Mapping[str, str]


def groups(conn: sqlite3.Connection, laws: Iterable[Expression], locales: Sequence[Locale]
           ) -> Iterator[tuple[str, list[SearchRecord]]]:
    """Give the records of each group under its name; a title is in the language of its text where pages speak it."""
    each_law = groupby(laws, key=lambda each: each.law.id)
    for number, these in enumerate(_batches((tuple(own) for _, own in each_law), LAWS), 1):
        yield f"laws-{number}", [found for own in these for each in own for found in _of_a_law(conn, each, locales)]
    for number, names in enumerate(_batches(act_names(conn), ACTS), 1):
        yield f"acts-{number}", [_of_an_act(act_named(conn, name), locales[0]) for name in names]


def _batches(these: Iterable[T], most: int) -> Iterator[list[T]]:
    whole = iter(these)
    while batch := list(islice(whole, most)):
        yield batch


def _of_a_law(conn: sqlite3.Connection, law: Expression, locales: Sequence[Locale]) -> Iterator[SearchRecord]:
    spoken = next((each for each in locales if each.letters == law.lang), locales[0])
    own = replace(law, voice=voice_of(spoken))
    every = {eid: tuple(found) for eid, found in groupby(all_versions(conn, law.law.id, law.lang),
                                                         key=lambda each: each.eid)}
    for eid, versions in every.items():
        if eid.kind is not Kind.HEADING:
            yield from records_of(own, versions, _newest(every.get(eid.child(Kind.HEADING), ())))


def records_of(law: Expression, versions: Sequence[Version], heading: str) -> Iterator[SearchRecord]:
    """Give the newest wording that is held of a provision, and apart from it each one that it replaced."""
    eid, newest = versions[0].eid, _newest(versions)
    name = provision_name(eid, law.voice)
    known = {"law": law.law.number, "lang": law.lang}
    today = next((each for each in reversed(versions) if each.start.latest and each.start.latest <= law.today), None)
    state = _STATES.get(grade_of(today), "yes") if today else "no"
    called = law.voice.say("%(provision)s – Law %(number)s", provision=name, number=law.law.number)
    words = ". ".join(filter(None, (name, heading, newest)))
    yield SearchRecord(law.stretches.life(eid), called, words, HTML_LANGUAGES[law.lang],
                       {**known, "today": state, "at": numbers_of(eid)})
    replaced = {each.text: each.start.latest for each in reversed(versions)
                if each.text and each.text != newest and each.start.latest}
    for text, first in replaced.items():
        as_on = law.voice.say("%(provision)s %(as_on)s – Law %(number)s", provision=name, number=law.law.number,
                              as_on=day_in_words(first, law.voice, DayForm.AS_ON))
        yield SearchRecord(law.stretches.on(eid, first), as_on, f"{name}. {text}", HTML_LANGUAGES[law.lang],
                     {**known, "today": "replaced"})


def _newest(versions: Sequence[Version]) -> str:
    return next((each.text for each in reversed(versions) if each.text), "")


def _of_an_act(row: ActRow, locale: Locale) -> SearchRecord:
    title = act_title(row, voice_of(locale))
    return SearchRecord(paths.act(row.act.name), title, " ".join((title, *(told for _, told in row.titles))), locale,
                  {"act": row.act.name.lower(), "number": numbers_of(row.act.number or "")})
