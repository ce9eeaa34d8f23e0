"""The pages that compare: two days of a law, and where all comparisons are found."""

import sqlite3
from collections import Counter
from dataclasses import dataclass
from datetime import date

from lawgraph.law.model import Presence, ReasonKind, Version, Wording
from lawgraph.printout.sheets import DifferenceSheet
from lawgraph.queries.answers import differences
from lawgraph.site.pages import paths
from lawgraph.site.pages.answers import answer_of
from lawgraph.site.pages.law import Turn, turns_of
from lawgraph.site.pages.sentences import law_sentence
from lawgraph.site.pages.values import ActLink, Answer, Head, Link, Words
from lawgraph.site.pages.volume import Volume, head_of
from lawgraph.timeline.comparison import Change, Difference
from lawgraph.voice.days import day_in_words
from lawgraph.voice.names import provision_name
from lawgraph.voice.speaking import message

SIGNS = {
    Change.INSERTED: "+", Change.EXCLUDED: "–", Change.CHANGED: "±", Change.POSSIBLE: "◔", Change.UNKNOWN: "○",
}
WORDS = {
    Change.INSERTED: message("Inserted"), Change.EXCLUDED: message("Excluded"), Change.CHANGED: message("Changed"),
    Change.POSSIBLE: message("Possibly changed"), Change.UNKNOWN: message("Changed, wording not held"),
}
_OF_THE_WHOLE = {ReasonKind.BEFORE_LAW, ReasonKind.LAW_REPEALED}
_HELD = {Wording.ATTESTED, Wording.PRESUMED}


@dataclass(frozen=True, slots=True)
class Side:
    """Hold what may be said of a provision on one of the two days."""

    day: date
    answer: Answer
    text: str | None
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """Hold how one provision differs; `words` where both wordings are held."""

    eid: str
    name: str
    path: str
    change: Change
    acts: tuple[ActLink, ...]
    before: Side
    after: Side
    words: Words | None


@dataclass(frozen=True, slots=True)
class DiffPage:
    """Hold the comparison of two days, counted first; `with_the_law` came or went with the law as a whole."""

    head: Head
    volume: Volume
    first: date
    last: date
    standing: tuple[str, str]
    counts: tuple[tuple[Change, int], ...]
    rows: tuple[Row, ...]
    with_the_law: tuple[Link, ...]
    sheet: DifferenceSheet


@dataclass(frozen=True, slots=True)
class ComparisonsPage:
    """Hold the ways to a comparison: any two days, each step from one day to the next, the first day and the last."""

    head: Head
    volume: Volume
    turns: tuple[Turn, ...]
    whole: Link


def diff_page(conn: sqlite3.Connection, volume: Volume, first: date, last: date) -> DiffPage:
    """Return the comparison of two days of a law, the earlier day first."""
    first, last = min(first, last), max(first, last)
    found = differences(conn, volume.law.id, volume.lang, (first, last))
    links, voice = volume.links, volume.voice
    rows = tuple(_row(volume, each, (first, last), tuple(links[name] for name in each.acts if name in links))
                 for each in found if not _with_the_law(each))
    whole = tuple(Link(provision_name(each.eid, voice), volume.path_of(each.eid)) for each in found
                  if _with_the_law(each))
    counted = Counter(each.change for each in found)
    path = paths.diff(volume.law.id, volume.lang, first, last)
    title = voice.say("%(first)s and %(last)s compared – Law %(number)s", first=day_in_words(first, voice),
                      last=day_in_words(last, voice), number=volume.law.number)
    above = (Link(voice.say("Compare"), paths.comparisons(volume.law.id, volume.lang)),
             Link(voice.say("Two days"), path))
    return DiffPage(head_of(volume, title, path, above), volume, first, last,
                    (law_sentence(volume, first), law_sentence(volume, last)),
                    tuple((change, counted[change]) for change in Change if counted[change]), rows,
                    whole, DifferenceSheet(volume.law, volume.lang, (first, last), found))


def comparisons_page(volume: Volume) -> ComparisonsPage:
    """Return the page that leads to comparisons of two days."""
    first, last = volume.differing[0], volume.differing[-1]
    path, voice = paths.comparisons(volume.law.id, volume.lang), volume.voice
    head = head_of(volume, voice.say("Compare two days – Law %(number)s", number=volume.law.number), path,
                   (Link(voice.say("Compare"), path),))
    told = voice.say("%(first)s and %(last)s", first=day_in_words(first, voice), last=day_in_words(last, voice))
    whole = Link(told, paths.diff(volume.law.id, volume.lang, first, last))
    return ComparisonsPage(head, volume, turns_of(volume), whole)


def _with_the_law(each: Difference) -> bool:
    """Tell whether a provision was not there on one of the days because the law itself was not."""
    return any(reason.kind in _OF_THE_WHOLE and side.version.in_operation is Presence.NO
               for side in (each.before, each.after) for reason in side.version.because)


def _row(volume: Volume, each: Difference, days: tuple[date, date], acts: tuple[ActLink, ...]) -> Row:
    before, after = (_side(volume, one.version, day, each) for one, day in
                     ((each.before, days[0]), (each.after, days[1])))
    words = Words(before.text or "", after.text or "", each.words) if each.words else None
    return Row(each.eid, provision_name(each.eid, volume.voice), volume.path_of(each.eid), each.change, acts, before,
               after, words)


def _side(volume: Volume, version: Version, day: date, each: Difference) -> Side:
    path = paths.provision_on(volume.law.id, volume.lang, each.eid, day)
    text = version.text if version.wording in _HELD else None
    return Side(day, answer_of(version, day, each.before.place.kind, volume.voice), text, path)
