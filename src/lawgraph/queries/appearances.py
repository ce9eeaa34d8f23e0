"""When words stood in a law: where they came in and fell away, by which acts, and where that cannot be told.

Words are found in wordings that are held. Beside a wording that is not held nothing came in and nothing fell away: the
words may have stood there, too.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from lawgraph.database.searching import normal
from lawgraph.law.days import DayBounds, unknown_last
from lawgraph.law.eid import Eid
from lawgraph.law.errors import LawgraphError
from lawgraph.law.versions import Presence, Version, Wording
from lawgraph.queries.answers import Base, all_versions, check_language

LONGEST = 200
_THERE = {Presence.YES, Presence.PRESUMED}


class WordlessQuestion(LawgraphError):
    """Nothing that a text could hold was asked for."""


class Border(StrEnum):
    """What lies beside the days on which words stand in a provision.

    `changed`: the wording there is held and lacks them, or the provision was surely not in operation; `not_held`: what
    it said there is not held; `open`: nothing is known to follow.
    """

    CHANGED = "changed"
    NOT_HELD = "not_held"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class WordsTurn:
    """Hold how words came in or fell away: the first day with them, or without them, and the acts behind it.

    `sure` where the wordings on both sides are surely those of their days; without a change `bounds` tell the first day
    on which they are known to have stood there, or on which that is known no more.
    """

    border: Border
    bounds: DayBounds
    acts: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """Hold a stretch of days on which words stood in one provision, version by version, and how it begins and ends."""

    eid: Eid
    versions: tuple[Version, ...]
    came: WordsTurn
    went: WordsTurn


@dataclass(frozen=True, slots=True)
class WordsFound:
    """Hold all appearances of words in a law, in its order; `unheld` are provisions that may have had them on days of
    which their wording is not held."""

    words: str
    appearances: tuple[Appearance, ...]
    unheld: tuple[Eid, ...]

    @property
    def first(self) -> date | None:
        """The first day on which they are surely known to have been in operation."""
        return min((each.start.latest for each in self._sure if each.start.latest), default=None)

    @property
    def last(self) -> Version | None:
        """The last version that surely had them; it may have no known end."""
        return max(self._sure, key=lambda each: unknown_last(each.before.earliest), default=None)

    @property
    def _sure(self) -> list[Version]:
        return [each for found in self.appearances for each in found.versions if _is_sure(each)]


def appearances(base: Base, law: str, lang: str, words: str) -> WordsFound:
    """Return when words stood in the provisions of a law; raise `WordlessQuestion` or `UnknownLanguage`."""
    has = _finder(words)
    check_language(base, law, lang)
    lives = {eid: tuple(found) for eid, found in groupby(all_versions(base, law, lang), key=lambda each: each.eid)}
    found = tuple(each for eid, versions in lives.items() for each in _in_life(eid, versions, has))
    return WordsFound(words.strip(), found, tuple(
        eid for eid, versions in lives.items() if any(map(_is_unheld, versions))))


def _finder(words: str) -> Callable[[str], bool]:
    """Return what tells whether a text has words, whole and in a row; a star stands for any ending of a word."""
    parts = normal(words[:LONGEST]).replace("\0", " ").split()
    while parts and not any(map(str.isalnum, parts[-1])):
        parts.pop()
    if not parts:
        raise WordlessQuestion(repr(words), "there are no words in it", "name some: lawgraph find probation 271-IV")
    pattern = re.compile(r"\s+".join(map(_pattern, parts)))
    return lambda text: pattern.search(" ".join(normal(text).split())) is not None


def _pattern(part: str) -> str:
    word = part.strip()
    bare = word.rstrip("*")
    return (r"(?<!\w)" if bare[:1].isalnum() else "") + re.escape(bare) + (r"\w*" if bare != word else r"(?!\w)")


def _in_life(eid: Eid, versions: Sequence[Version], has: Callable[[str], bool]) -> Iterator[Appearance]:
    place = 0
    for there, group in groupby(versions, key=lambda each: each.text is not None and has(each.text)):
        own = tuple(group)
        if there:
            before = versions[place - 1] if place else None
            after = next(iter(versions[place + len(own):]), None)
            yield Appearance(eid, own, _coming(before, own), _going(own, after))
        place += len(own)


def _coming(before: Version | None, own: Sequence[Version]) -> WordsTurn:
    settled = next((each for each in own if each.in_operation in _THERE), None)
    known = before is None or not _is_unheld(before)
    bounds = DayBounds(own[0].start.earliest if known else None, settled.start.latest if settled else None,
                       own[0].start.basis)
    if not known:
        return WordsTurn(Border.NOT_HELD, bounds, (), sure=False)
    return WordsTurn(Border.CHANGED, bounds, own[0].introduced_by, _both_sure(before, settled))


def _going(own: Sequence[Version], after: Version | None) -> WordsTurn:
    settled = next((each for each in reversed(own) if each.in_operation in _THERE), None)
    earliest = settled.before.earliest if settled else None
    if after is None and own[-1].before.earliest is None:
        return WordsTurn(Border.OPEN, DayBounds(None, None, own[-1].before.basis), (), sure=False)
    if after is not None and _is_unheld(after):
        return WordsTurn(Border.NOT_HELD, DayBounds(earliest, None, own[-1].before.basis), (), sure=False)
    bounds = DayBounds(earliest, own[-1].before.latest, own[-1].before.basis)
    return WordsTurn(Border.CHANGED, bounds, own[-1].ended_by, _both_sure(after, settled))


def _both_sure(beside: Version | None, settled: Version | None) -> bool:
    return settled is not None and _is_sure(settled) and (
        beside is None or beside.in_operation is Presence.NO or _is_sure(beside))


def _is_sure(version: Version) -> bool:
    return version.in_operation is Presence.YES and version.wording is Wording.ATTESTED


def _is_unheld(version: Version) -> bool:
    return version.in_operation is not Presence.NO and version.text is None


def spans(versions: Iterable[Version]) -> Iterator[tuple[date | None, date | None, Version]]:
    """Give stretches of days of which the same is sure, each with its first day, the day behind it, and a version."""
    for _, group in groupby(versions, key=lambda each: (each.in_operation, each.wording)):
        own = tuple(group)
        yield own[0].start.latest, own[-1].before.earliest, own[0]
