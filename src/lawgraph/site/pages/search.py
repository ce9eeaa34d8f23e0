"""The page of a search: wordings by their words, as seen on a day; provisions, laws and acts by their numbers."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.languages.printed import day_meant
from lawgraph.languages.scanner import plain_pattern
from lawgraph.languages.spoken import DayForm, codes, spoken, written_in
from lawgraph.law.eid import Eid
from lawgraph.law.errors import UnknownLaw
from lawgraph.queries.answers import acts_called, languages, languages_held, law_named
from lawgraph.queries.seeking import Standing, Within, search, search_acts, search_laws, standings_on
from lawgraph.queries.understanding import (
    Meant,
    acts_near,
    first_laws,
    laws_with,
    place_named,
    respelt,
    text_for,
    understood,
)
from lawgraph.queries.values import LawRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import act_link
from lawgraph.site.pages.found import FoundText, found_text
from lawgraph.site.pages.listings import text_lang
from lawgraph.site.pages.page import Page, written
from lawgraph.site.pages.section import PageContext, PageRequest, Section
from lawgraph.site.pages.values import Link, LinkedAct, PageHead
from lawgraph.site.pages.wrong import not_held, not_understood, read_day
from lawgraph.voice.names import (
    HTML_LANGUAGES,
    act_in_words,
    day_in_words,
    language_name,
    law_called,
    provision_name,
)
from lawgraph.voice.speaking import Voice

LONGEST, _LONGEST_SHOWN, _MOST_LAWS = 200, 40, 20


@dataclass(frozen=True, slots=True)
class Sought:
    """Hold what somebody searches for: words, in a law or in all, in a language or in all, on a day or on any."""

    words: str
    law: LawRow | None
    lang: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class SearchPage(Page):
    """Hold what a search found; `day` is the day of which the marks speak, the one asked for or today.

    `told` says what was assumed, or what is not held; `near` are the nearest places and words where nothing fits.
    """

    template = "search.html"
    alone = True

    sought: Sought
    day: date
    laws: tuple[Link, ...] = ()
    provisions: tuple[Link, ...] = ()
    acts: tuple[LinkedAct, ...] = ()
    texts: tuple[FoundText, ...] = ()
    told: tuple[str, ...] = ()
    near: tuple[Link, ...] = ()
    straight: str | None = None

    @property
    def typed(self) -> str:
        """The words that were typed, empty where nothing was asked."""
        return self.sought.words

    @property
    def nothing(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.laws or self.provisions or self.acts or self.texts)

    def data(self, build: str | None) -> str:
        """Return what was sought and what was found."""
        sought = self.sought
        return written({
            "build": build, "words": self.typed, "law": sought.law.id if sought.law else None, "lang": sought.lang,
            "on": sought.on, "laws": [each.path for each in self.laws],
            "provisions": [each.path for each in self.provisions], "acts": [each.name for each in self.acts],
            "texts": [{"path": each.path, "lang": each.lang, "from": each.first, "last": each.last, "day": self.day,
                       "grade": each.mark.grade, "told": each.mark.sentence,
                       "excerpt": "".join(piece.text for piece in each.excerpt)} for each in self.texts]})


def sought_of(conn: sqlite3.Connection, asked: PageRequest, voice: Voice) -> Sought:
    """Return what somebody searches for; stop where law, language or day cannot be read."""
    if asked.lang and asked.lang not in HTML_LANGUAGES:
        wrong = voice.say("“%(typed)s” is no language of texts. They are held in eng, rus and kaz.",
                          typed=asked.lang[:_LONGEST_SHOWN])
        everywhere = Link(voice.say("Search in all languages"), _again(asked, lang=""))
        raise not_understood(asked.path, wrong, everywhere, voice)
    try:
        law = law_named(conn, asked.law) if asked.law else None
    except UnknownLaw as error:
        raise not_held(asked.path, error, Link(voice.say("Search in all laws"), _again(asked, law="")), voice) from None
    again = _again(asked, on="")
    pattern = f"{again}{'&' if '?' in again else '?'}on={{}}"
    on = read_day(asked.on, asked.path, pattern, voice) if asked.on else None
    return Sought(" ".join(asked.words[:LONGEST].split()), law, asked.lang or None, on)


def _again(asked: PageRequest, **changed: str) -> str:
    return paths.search(**{"q": asked.words[:LONGEST], "law": asked.law[:_LONGEST_SHOWN], "lang": asked.lang,
                           "on": asked.on, **changed})


def search_page(conn: sqlite3.Connection, sought: Sought, today: date, voice: Voice) -> SearchPage:
    """Return what is found by words, by the number of an act, or by the number of a provision as people type it."""
    words = sought.words
    title = voice.say("Search: %(words)s", words=words) if words else voice.say("Search")
    head = PageHead(title, paths.SEARCH, (Link(voice.say("Search"), paths.SEARCH),))
    if not words:
        return SearchPage(head, sought, sought.on or today)
    meant = understood(conn, words)
    asked = replace(sought, words=meant.words or words, law=sought.law or meant.law, on=sought.on or meant.on)
    day = asked.on or today
    hits = search(conn, asked.words, Within(asked.law.id if asked.law else None, asked.lang, asked.on))
    stood = sorted(zip(hits.these, standings_on(conn, hits.these, day), strict=True),
                   key=lambda each: (_is_of_another_day(each[1], asked), each[0].lang != text_lang(voice)))
    places = () if meant.code else _provisions(conn, asked, voice)
    acts = _acts(conn, sought, meant, voice)
    laws = _all_laws(conn, asked, voice) if meant.only_a_day and not sought.law else _laws(conn, sought, voice)
    found = SearchPage(head, sought, day, laws, places, acts,
                       tuple(found_text(each, asked.on, day, voice) for each in stood))
    found = replace(found, straight=_straight(conn, asked, meant, found, voice))
    near = _near(conn, asked, meant, words, voice) if found.nothing or meant.adopted else ()
    cut = () if hits.whole else (voice.say("Time ended before all wordings with these words had been looked at."),)
    return replace(found, told=(*cut, *_told(conn, asked, meant, found, voice)), near=tuple(near))


def _is_of_another_day(standing: Standing | None, asked: Sought) -> bool:
    return asked.on is not None and not (standing and standing.applies)


def _straight(conn: sqlite3.Connection, asked: Sought, meant: Meant, found: SearchPage, voice: Voice) -> str | None:
    """Return the page that a reader is led to at once: of the one law, place or act that was named in full."""
    if meant.law and not meant.words:
        return _law_link(conn, meant.law, asked, voice).path
    if meant.only_a_day and len(found.laws) == 1:
        return found.laws[0].path
    if len(found.provisions) == 1 and meant.place:
        return found.provisions[0].path
    alone = not meant.words or not re.search(r"\w{4,}", meant.words)
    named = len(found.acts) == 1 and meant.acts == (found.acts[0].name,)
    return found.acts[0].path if named and alone and not asked.law else None


def _told(conn: sqlite3.Connection, asked: Sought, meant: Meant, found: SearchPage, voice: Voice) -> Iterator[str]:
    """Give what was assumed, and what of that which was named is not held."""
    if meant.assumed and meant.law:
        yield voice.say("No law was named: № %(law)s is the only one held.", law=meant.law.number)
    if meant.code:
        yield voice.say("This code is № %(code)s. Its text is not held.", code=meant.code)
    if meant.adopted:
        yield voice.say("No act adopted %(on_day)s is known.", on_day=day_in_words(meant.adopted, voice, DayForm.ON))
    if asked.on is None and (other := day_meant(meant.words or asked.words)):
        yield voice.say("This day does not exist. Did you mean %(day)s?", day=day_in_words(other[1], voice))
    if meant.near and (meant.law or found.nothing):
        yield voice.say("The law has no single provision that is called so.") if meant.law else \
            voice.say("None of the laws held has a provision that is called so.")
    if meant.unknown and not found.laws:
        yield voice.say("No act № %(number)s is known here.", number=meant.unknown)
    held, typed = _languages(conn, asked.law), written_in(asked.words)
    if found.nothing and not meant.code and typed and not set(typed) & set(held):
        yield voice.say("These words are in the letters of a language in which no text is held here; the texts are in: "
                        "%(languages)s.", languages=", ".join(language_name(each, voice) for each in held))


def _near(conn: sqlite3.Connection, asked: Sought, meant: Meant, sought: str, voice: Voice) -> Iterator[Link]:
    """Give what may be meant where nothing fits: places, acts of days nearby, other spellings and languages."""
    yield from (_linked(conn, each.law, each.eid, asked, voice) for each in meant.near)
    if meant.unknown:
        yield from _numbered_alike(conn, meant.unknown, asked, voice)
    if meant.adopted:
        yield from (Link(act_in_words(each, voice), paths.act(each)) for each in acts_near(conn, meant.adopted))
    other_day = day_meant(sought) if asked.on is None else None
    if other_day:
        yield Link(voice.say("Search: %(words)s", words=other_day[0]), paths.search(q=other_day[0]))
    if meant.near or meant.adopted or other_day:
        return
    other = None if meant.code else respelt(conn, asked.words, asked.law.id if asked.law else None)
    again = {"law": asked.law.number if asked.law else "", "on": asked.on.isoformat() if asked.on else ""}
    if other:
        yield Link(voice.say("Search: %(words)s", words=other), paths.search(q=other, lang=asked.lang or "", **again))
    if asked.lang:
        yield Link(voice.say("Search in all languages"), paths.search(q=asked.words, **again))
    if not other:
        yield Link(voice.say("To the laws held"), paths.HOME)


def _numbered_alike(conn: sqlite3.Connection, number: str, asked: Sought, voice: Voice) -> Iterator[Link]:
    """Give the laws and acts whose numbers begin with the same figures."""
    figures = number.partition("-")[0]
    yield from (_law_link(conn, law_named(conn, each.id), asked, voice)
                for each in search_laws(conn, figures, text_lang(voice)) if each.number.startswith(f"{figures}-"))
    yield from (Link(act_in_words(each, voice), paths.act(each)) for each in search_acts(conn, figures)
                if each.startswith(f"{figures}-"))


def _languages(conn: sqlite3.Connection, law: LawRow | None) -> tuple[str, ...]:
    """Return the languages in which the text of a law, or of any, is held."""
    return languages(conn, law.id) if law else languages_held(conn)


def _laws(conn: sqlite3.Connection, sought: Sought, voice: Voice) -> tuple[Link, ...]:
    found = search_laws(conn, _number_alone(sought.words), text_lang(voice)) if sought.law is None else ()
    return tuple(_law_link(conn, law_named(conn, each.id), sought, voice) for each in found)


def _all_laws(conn: sqlite3.Connection, asked: Sought, voice: Voice) -> tuple[Link, ...]:
    """Return the laws held, where nothing but a day was asked for; not all where there are many."""
    return tuple(_law_link(conn, each, asked, voice) for each in first_laws(conn, _MOST_LAWS))


def _law_link(conn: sqlite3.Connection, law: LawRow, asked: Sought, voice: Voice) -> Link:
    lang = asked.lang or text_for(conn, law.id, asked.words, text_lang(voice))
    return Link(_called(law, voice), paths.law_on(law.id, lang, asked.on) if asked.on else paths.law(law.id, lang))


def _called(law: LawRow, voice: Voice) -> str:
    """Return a law by its number and its title; a title that is not known in the language of the page is left out."""
    called, title = law_called(law.kind, law.number, voice), dict(law.titles).get(text_lang(voice))
    return called if title is None else voice.say("%(law)s, %(title)s", law=called, title=title)


def _acts(conn: sqlite3.Connection, sought: Sought, meant: Meant, voice: Voice) -> tuple[LinkedAct, ...]:
    names = search_acts(conn, _number_alone(sought.words)) if sought.law is None else ()
    return tuple(act_link(row, text_lang(voice)) for row in acts_called(conn, dict.fromkeys((*meant.acts, *names))))


def _number_alone(words: str) -> str:
    """Return words without the kind of act before a number: of "закон № 124" the number is what can be found."""
    kinds = "|".join(spoken(code).citing.typed for code in codes())
    alone = plain_pattern(rf"(?<!\w)(?:№|no?\.?|{kinds})(?!\w)\s*(?=[№\d])")
    return alone.sub("", alone.sub("", words))


def _provisions(conn: sqlite3.Connection, sought: Sought, voice: Voice) -> tuple[Link, ...]:
    """Return the provisions that the words name, one in each law that has it."""
    named = [sought.law.id] if sought.law else laws_with(conn, sought.words)
    found = (_provision(conn, law_named(conn, each), sought, voice) for each in named)
    return tuple(each for each in found if each)


def _provision(conn: sqlite3.Connection, law: LawRow, sought: Sought, voice: Voice) -> Link | None:
    found = place_named(conn, law, sought.words)
    return _linked(conn, law, found.eid, sought, voice) if found else None


def _linked(conn: sqlite3.Connection, law: LawRow, eid: Eid, sought: Sought, voice: Voice) -> Link:
    lang = sought.lang or text_for(conn, law.id, sought.words, text_lang(voice))
    path = paths.provision_on(law.id, lang, eid, sought.on) if sought.on else paths.provision(law.id, lang, eid)
    if sought.on:
        as_on = day_in_words(sought.on, voice, DayForm.AS_ON)
        return Link(voice.say("%(provision)s %(as_on)s – %(law)s", provision=provision_name(eid, voice),
                              as_on=as_on, law=law_called(law.kind, law.number, voice)), path)
    return Link(voice.say("%(provision)s – %(law)s", provision=provision_name(eid, voice),
                          law=law_called(law.kind, law.number, voice)), path)


def _open(context: PageContext, steps: tuple[str, ...]) -> SearchPage | None:
    if steps:
        return None
    asked = context.asked
    page = search_page(context.conn, sought_of(context.conn, asked, context.voice), context.today, context.voice)
    return replace(page, straight=None) if asked.law or asked.lang else page


SEARCH = Section("search", _open, lambda _: (paths.SEARCH,), typed=("on", "law", "lang"))
