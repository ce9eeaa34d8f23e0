"""The text of a law on a day as blocks, one inside the other, as a reader sees it.

Left out is what was surely not there; of that, the places of what had been excluded stay as one line, since a reader
misses the number. A provision that is less certain than the law as a whole says so where it stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Presence
from lawgraph.printout.sheets import label
from lawgraph.site.pages.values import (
    Nearest,
    ShownAnswer,
    answer_of,
    in_doubt,
    nearest_of,
    was_excluded,
    without_reasons_of_the_law,
)
from lawgraph.timeline.consolidation import Grade, OnDay
from lawgraph.voice.names import provision_name, short_name
from lawgraph.voice.speaking import Voice


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Hold one provision on one day as it is shown, with all that is inside it.

    `doubtful` where it is less certain than the law as a whole; `doubts` counts such provisions in it, itself included.
    """

    eid: Eid
    kind: Kind
    label: str
    name: str
    short: str
    answer: ShownAnswer
    doubtful: bool
    text: str | None
    nearest: Nearest | None
    heading: "TextBlock | None"
    parts: tuple["TextBlock", ...]

    @property
    def division(self) -> bool:
        """Tell whether it is a chapter or a section, which holds articles."""
        return self.kind.divides

    @property
    def whole(self) -> Iterator["TextBlock"]:
        """Itself, its heading and all that is inside it."""
        yield self
        for each in (*((self.heading,) if self.heading else ()), *self.parts):
            yield from each.whole

    @property
    def doubts(self) -> int:
        """How many provisions in it are less certain than the law as a whole."""
        return sum(each.doubtful for each in self.whole)

    @property
    def grade(self) -> Grade:
        """How sure it is together with its parts."""
        parts = self.answer.grade is not Grade.ABSENT and self.doubts - self.doubtful
        return Grade.PARTLY if parts else self.answer.grade

    @property
    def count(self) -> int:
        """How many provisions it holds, itself included, that were or may have been in operation."""
        return sum(each.answer.grade != "absent" for each in self.whole)


@dataclass(frozen=True, slots=True)
class AbsentPlace:
    """Hold what has no place in a text on a day, since it was surely not in operation, and what is said of it."""

    eid: Eid
    name: str
    answer: ShownAnswer


@dataclass(frozen=True, slots=True)
class _Telling:
    """Hold what each block of a text is made from: what is inside what, the day, the language of text and of page."""

    inside: Mapping[str | None, Sequence[OnDay]]
    day: date
    lang: str
    voice: Voice


def blocks_of(found: Sequence[OnDay], day: date, lang: str, voice: Voice) -> tuple[TextBlock, ...]:
    """Return the blocks of a text on a day, the outermost ones."""
    telling = _Telling(_inside(found), day, lang, voice)
    return tuple(_block(each, telling) for each in _shown(telling.inside.get(None, ())))


def block_of(own: OnDay, found: Sequence[OnDay], day: date, lang: str, voice: Voice) -> TextBlock:
    """Return the block of a provision that was asked for, even where it was not there; `found` holds its parts."""
    return _block(own, _Telling(_inside(found), day, lang, voice))


def doubtful(blocks: Iterable[TextBlock]) -> tuple[TextBlock, ...]:
    """Return all provisions in blocks that are less certain than the law as a whole, in order."""
    return tuple(each for block in blocks for each in block.whole if each.doubtful)


def absent_from(blocks: Iterable[TextBlock], found: Iterable[OnDay], day: date, voice: Voice
                ) -> tuple[AbsentPlace, ...]:
    """Return what of a law stands in none of its blocks: it was surely not in operation on the day."""
    shown = {each.eid for block in blocks for each in block.whole}
    return tuple(AbsentPlace(each.place.eid, provision_name(each.place.eid, voice),
                             answer_of(without_reasons_of_the_law(each.version), day, each.place.kind, voice))
                 for each in found if each.place.eid not in shown)


def _inside(found: Sequence[OnDay]) -> Mapping[str | None, Sequence[OnDay]]:
    """Return provisions by what encloses them; those that nothing here encloses stand under `None`."""
    known = {each.place.eid for each in found}
    inside: dict[str | None, list[OnDay]] = defaultdict(list)
    for each in found:
        inside[each.place.within if each.place.within in known else None].append(each)
    return inside


def _block(each: OnDay, telling: _Telling) -> TextBlock:
    place, version = each.place, each.version
    within, voice = telling.inside.get(place.eid, ()), telling.voice
    there = version.in_operation is not Presence.NO
    parts = tuple(_block(part, telling) for part in _shown(within)) if there else ()
    heading = next((_block(part, telling) for part in within if part.place.kind is Kind.HEADING), None)
    shown = without_reasons_of_the_law(version)
    return TextBlock(place.eid, place.kind, label(place.kind, place.number, telling.lang),
                     provision_name(place.eid, voice), short_name(place.eid, voice),
                     answer_of(shown, telling.day, place.kind, voice), in_doubt(version), version.text,
                     nearest_of(version), heading, parts)


def _shown(these: Iterable[OnDay]) -> Iterator[OnDay]:
    """Give what a text shows: no headings of their own, nothing that was not there unless it had been excluded."""
    return (each for each in these if each.place.kind is not Kind.HEADING
            and (each.version.in_operation is not Presence.NO or was_excluded(each.version)))
