"""What all pages of one law in one language share, read from the database once.

On plain files a point is a place on the page of its article, a chapter one on the page of its law; a day leads to the
first day of the stretch of days on which nothing changed. An address made so is one that every site has, so it is what
citations name.
"""

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from lawgraph.law.amendments import Amendment
from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds, add_days
from lawgraph.law.document import Finding
from lawgraph.law.eid import LAW, Eid, Tree
from lawgraph.law.versions import Presence, Version
from lawgraph.queries.answers import (
    acts,
    amendments_of,
    before_the_law,
    days_of,
    differing_days,
    languages,
    law_named,
    lives_of,
    places,
    source_of,
)
from lawgraph.queries.listing import mistranslations
from lawgraph.queries.references import ToLookUp, WhereToRead, unheld, where_to_read
from lawgraph.queries.values import ActRow, LawRow, SourceRow
from lawgraph.site.pages import paths
from lawgraph.site.pages.fragments import Fragments
from lawgraph.site.pages.values import Days, Link, LinkedAct, PageHead, Rendering, last_day
from lawgraph.timeline.consolidation import (
    Changes,
    LawAnswer,
    LawDays,
    OnDay,
    Place,
    answer_of_law,
    changes_in,
    consolidate,
    tree_of_places,
)
from lawgraph.voice.names import HTML_LANGUAGES, law_called, provision_name, short_name
from lawgraph.voice.speaking import ENGLISH, Voice, capitalized

_OF_A_VALUE = 1000      # bytes in memory of a version, a provision, a change, each with all that it holds
_FRAGMENTS, _OF_A_FRAGMENT = 3, 700     # made of a version: how many are kept, bytes that one takes beside its text


@dataclass(frozen=True, slots=True)
class Stretches:
    """Hold the first days of all stretches: of a law in a language, and of each unit of it, in the order of the law.

    `between` has for both days of two neighbours these two, where the acts behind them are known to have begun between
    the two and no more. A unit is what has a page for each of its days: an article, an annex, the preamble. On the days
    of `gone` the law itself was surely not in operation, which its own page says for all that is in it.
    """

    path: str
    law: tuple[date, ...]
    gone: frozenset[date]
    units: Mapping[Eid, tuple[date, ...]]
    between: Mapping[date, tuple[date, date]] = field(default_factory=dict)

    def step(self, day: date) -> tuple[date, date] | None:
        """Return the two days that are compared for a day of change; `None` for the first one of all."""
        first, last = self.between.get(day, (day, day))
        earlier = self.law.index(first) - 1
        return (self.law[earlier], last) if earlier >= 0 else None

    @property
    def compared(self) -> tuple[tuple[date, date], ...]:
        """The days that are compared on pages of their own: those around each change, the first and the last."""
        pairs = [*filter(None, map(self.step, self.law)), (self.law[0], self.law[-1])]
        return tuple(pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1])

    def life(self, eid: Eid) -> str:
        """Return the address of a provision's life."""
        whole = eid.outermost
        if whole == LAW:
            return self.path
        return f"{self.path}/{whole}" if eid == whole else f"{self.path}/{whole}#{eid}"

    def on(self, eid: Eid, day: date) -> str:
        """Return the address of a provision on a day; before the first day of all it is that of its life."""
        first, unit = _last(self.law, day), self.units.get(eid.outermost)
        if first is None:
            return self.life(eid)
        if unit is None or first in self.gone:
            place = _place_in_law(eid) if first not in self.gone and unit is None else ""
            return f"{paths.on(self.path, first)}{place}"
        own = _last(unit, day)
        if own is None:
            return self.life(eid)
        page = paths.on(f"{self.path}/{eid.outermost}", own)
        return page if eid == eid.outermost else f"{page}#{eid}"


def changes_by_day(amendments: Iterable[Amendment]) -> Mapping[date, Sequence[Amendment]]:
    """Return the changes of acts by the days on which they begin to be possible, settle or end."""
    found: dict[date, list[Amendment]] = defaultdict(list)
    for each in amendments:
        for day in dict.fromkeys((each.operative.earliest, each.operative.latest, each.until)):
            if day and each.act:
                found[day].append(each)
    return found


def plainly(bounds: DayBounds) -> DayBounds:
    """Return bounds without the ground that they rest on."""
    return DayBounds(bounds.earliest, bounds.latest)


def unsettled(every: Collection[DayBounds]) -> DayBounds | None:
    """Return the bounds that all have, where they are known and two days."""
    (one, *others) = every or (None,)
    return one if one and not others and one.earliest and one.latest and not one.exact else None


def acts_between(days: Sequence[date], amendments: Iterable[Amendment]) -> Mapping[date, tuple[date, date]]:
    """Return for both days of two neighbours these two, where the changes on both are the same and lie in between."""
    found = changes_by_day(amendments)
    return {day: pair for pair in pairwise(days) if found.get(pair[0]) == found.get(pair[1], [])
            and all((each.operative.earliest, each.operative.latest) == pair for each in found[pair[1]])
            for day in pair}


def _place_in_law(eid: Eid) -> str:
    """Return the place of a division: its heading stands at its beginning."""
    return "" if eid.outermost == LAW else f"#{eid.outermost}"


def _last(days: Sequence[date], day: date) -> date | None:
    place = bisect_right(days, day)
    return days[place - 1] if place else None


@dataclass(frozen=True, slots=True)
class Expression:
    """Hold a law in one language: its row, its days, its provisions, the acts that amended it, its source.

    The provisions stand in order, by address (`at`) and in their `tree`. `differing` are the days on which some answer
    begins, `lives` the versions of each provision in the order of time; `changes` tell which act has what is not held,
    `printed` where that can be read, `stretches` which addresses every site has; `today` is the day that the pages call
    today, `voice` what they speak with, `faults` where a translation is known to say something else, `made` what they
    made already.
    """

    law: LawRow
    lang: str
    languages: tuple[str, ...]
    whole: LawDays
    differing: tuple[date, ...]
    lives: Mapping[Eid, tuple[Version, ...]]
    places: tuple[Place, ...]
    at: Mapping[Eid, Place]
    tree: Tree
    acts: tuple[ActRow, ...]
    links: Mapping[str, LinkedAct]
    amendments: tuple[Amendment, ...]
    source: SourceRow | None
    changes: Changes
    printed: WhereToRead
    stretches: Stretches
    today: date
    voice: Voice = ENGLISH
    faults: Mapping[Eid, tuple[Finding, ...]] = field(default_factory=dict)
    made: Fragments = field(default_factory=Fragments, compare=False, repr=False)

    @property
    def rendering(self) -> Rendering:
        """How its text is shown."""
        return Rendering(self.lang, self.voice, self.made)

    @property
    def title(self) -> str:
        """The law's title in the language of the text, else in another."""
        return self.law.title(self.lang)

    @property
    def name(self) -> str:
        """The law's title in the language of the page, else its number."""
        title = dict(self.law.titles).get(self.voice.locale.letters)
        return title or self.called

    @property
    def called(self) -> str:
        """The law by its kind and its number."""
        return law_called(self.law.kind, self.law.number, self.voice)

    @property
    def shown_title(self) -> tuple[str, str]:
        """The law's title in the language of the page, else an official one, with its `lang` attribute."""
        lang, title = self.law.titled(self.voice.locale.letters)
        return title, HTML_LANGUAGES[lang]

    @property
    def path(self) -> str:
        """The path of the law."""
        return paths.law(self.law.id, self.lang)

    def path_of(self, eid: Eid) -> str:
        """Return the path of a provision's life; the law itself is its own."""
        return self.path if eid == "law" else paths.provision(self.law.id, self.lang, eid)

    def path_near(self, eid: Eid) -> str:
        """Return the path of a provision, or of the nearest one around it: opening words have no page of their own."""
        return self.path_of(self.tree.nearest(eid))

    def on(self, day: date) -> str:
        """Return the path of the law on a day."""
        return paths.law_on(self.law.id, self.lang, day)

    def in_language(self, lang: str, path: str) -> str:
        """Return the path of the same page with the text in another language."""
        return paths.law(self.law.id, lang) + path.removeprefix(self.path)

    def answer(self, day: date) -> LawAnswer:
        """Return what may be said of the law as a whole on a day."""
        return answer_of_law(self.whole, day)

    def inside(self, eid: Eid) -> tuple[Place, ...]:
        """Return a provision and all that is inside it, a chapter with its articles, in document order."""
        return tuple(self.at[each] for each in (eid, *self.tree.inside(eid)) if each in self.at)

    def around(self, eid: Eid) -> tuple[Eid, ...]:
        """Return all provisions that enclose one, the outermost first."""
        return self.tree.around(eid)[::-1]

    @property
    def beyond(self) -> date | None:
        """The first day of which no source speaks any more."""
        return add_days(self.whole.horizon, 1) if self.whole.horizon else None

    def bearing_on(self, eid: Eid) -> tuple[Amendment, ...]:
        """Return the changes of a provision, of what is inside it and of what encloses it, the whole law included."""
        near = {eid, *self.tree.above(eid), *self.tree.inside(eid)}
        return tuple(each for each in self.amendments
                     if each.target in near or self.tree.encloses(eid, each.target))

    def to_look_up(self, asked: Iterable[tuple[Version, date]]) -> ToLookUp:
        """Return where the wordings of versions, each on a day, can be read; what is held is left out."""
        return self.printed.told(unheld(self.changes, asked))

    def days_of(self, eid: Eid) -> tuple[date, ...]:
        """Return the days on which the answer for a provision, or for something inside it, begins."""
        return tuple(sorted(_starts(self.lives, (eid, *self.tree.inside(eid)))))

    @property
    def versions(self) -> Iterator[Version]:
        """Give the versions of every provision, in document order."""
        return (each for versions in self.lives.values() for each in versions)

    @property
    def size(self) -> int:
        """About how many bytes it takes in memory, rather too many; measured on laws in all languages."""
        said = [each.text or "" for each in self.versions]
        held = _OF_A_VALUE * (len(said) + len(self.places) + len(self.amendments)) + 2 * sum(map(len, said))
        return held + _FRAGMENTS * (sum(map(len, said)) + _OF_A_FRAGMENT * len(said))

    def answers(self, day: date, eid: Eid = LAW) -> tuple[OnDay, ...]:
        """Return the law, or a provision with its parts, with the answers for a day, as a query gives them."""
        wanted = self.places if eid == LAW else self.inside(eid)
        holding = (each for place in wanted for each in self.lives.get(place.eid, ()) if each.holds_on(day))
        return consolidate(wanted, holding) or before_the_law(self.law.start, wanted)

    @property
    def ended_by(self) -> tuple[LinkedAct, ...]:
        """The acts that ended the law by today."""
        names = (each.act.name for each in self.whole.repeals if each.act and each.operative.certainly_by(self.today))
        return tuple(self.links[each] for each in dict.fromkeys(names) if each in self.links)


def open_expression(conn: sqlite3.Connection, name: str, lang: str, today: date) -> Expression:
    """Read what all pages of a law share; raise `UnknownLaw` where it, or the language, is not held."""
    law = law_named(conn, name)
    rows, held, amendments = acts(conn, law.id), places(conn, law.id), amendments_of(conn, law.id)
    tree, whole, differing = tree_of_places(held), days_of(conn, law, amendments), differing_days(conn, law.id, lang)
    lives = lives_of(conn, law.id, lang)
    gone = frozenset(day for day in differing if answer_of_law(whole, day).most is Presence.NO)
    units = {each.eid: tuple(sorted(_starts(lives, (each.eid, *tree.inside(each.eid))) - gone))
             for each in held if each.eid == each.eid.outermost and not each.kind.divides}
    source = source_of(conn, law.id, lang)
    return Expression(law, lang, languages(conn, law.id), whole, differing, lives, held,
                      {each.eid: each for each in held}, tree, rows,
                      {row.act.name: act_link(row, lang) for row in rows}, amendments, source,
                      changes_in(amendments, tree), where_to_read(conn, law, rows), Stretches(
                          paths.law(law.id, lang), differing, gone, units, acts_between(differing, amendments)), today,
                      faults=mistranslations(conn, law.id) if source and not source.official else {},
                      made=Fragments(_FRAGMENTS * (1 + sum(map(len, lives.values())))))


def _starts(lives: Mapping[Eid, Sequence[Version]], eids: Iterable[Eid]) -> set[date]:
    return {each.start.latest for eid in eids for each in lives.get(eid, ()) if each.start.latest}


def head_of(expression: Expression, title: str, path: str, above: Iterable[Link] = ()) -> PageHead:
    """Return the head of a page of a law."""
    named = Link(expression.called, expression.path)
    crumbs = (named, *above) if path != expression.path else ()
    return PageHead(title, path, crumbs, HTML_LANGUAGES[expression.lang])


def crumbs_to(expression: Expression, eid: Eid) -> tuple[Link, ...]:
    """Return links to all that encloses a provision, the outermost first."""
    voice = expression.voice
    return tuple(Link(provision_name(each, voice) if "__" not in each else capitalized(short_name(each, voice)),
                      expression.path_of(each)) for each in expression.around(eid))


def days_around(differing: Sequence[date], day: date) -> Days:
    """Return where a day stands among those on which something differs."""
    place = bisect_right(differing, day)
    first = differing[place - 1] if place else None
    later = differing[place] if place < len(differing) else None
    earlier = differing[place - 2] if place > 1 else None
    return Days(day, first, last_day(later), earlier, later, differing[0], differing[-1])


def last_day_in_operation(expression: Expression) -> date | None:
    """Return the last day of a law that is no more in operation today, `None` where it is or never was."""
    if expression.answer(expression.today).most is not Presence.NO:
        return None
    ended = [each.operative.earliest for each in expression.whole.repeals
             if each.operative.earliest and each.operative.earliest <= expression.today]
    return last_day(min(ended, default=None))


def act_link(row: ActRow, lang: str) -> LinkedAct:
    """Return a link to an act, with its title in a language, else in another."""
    titles = dict(row.titles)
    told = lang if lang in titles else next(iter(titles), lang)
    return LinkedAct(row.act.name, paths.act(row.act.name), titles.get(told), row.act.adopted,
                     HTML_LANGUAGES[told])


def bare_act_link(act: Act) -> LinkedAct:
    """Return a link to an act of which nothing but its name is known."""
    return LinkedAct(act.name, paths.act(act.name), None, act.adopted)
