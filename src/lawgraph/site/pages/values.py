"""The pieces that pages are made of, all frozen: what a page says of one provision, and the blocks of a text on a day.

Left out of a text is what was surely not there; of that, the places of what had been excluded stay as one line, since a
reader misses the number. A provision that is less certain than the law as a whole says so where it stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lawgraph.languages.spoken import spoken
from lawgraph.languages.state import FIRST
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import Presence, Reason, ReasonKind, Version
from lawgraph.printout.sheets import label
from lawgraph.site.pages.fragments import Fragments
from lawgraph.timeline.comparison import WordChange
from lawgraph.timeline.consolidation import Grade, OnDay, grade_of
from lawgraph.voice.names import provision_name
from lawgraph.voice.sentences import answer_told, sign
from lawgraph.voice.speaking import ENGLISH, Voice, capitalized


@dataclass(frozen=True, slots=True)
class Link:
    """Lead from words to a page of this site."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class PageHead:
    """Hold what every page has: its title, its path, the pages above it, and the language of the law's text on it."""

    title: str
    path: str
    crumbs: tuple[Link, ...] = ()
    lang: str = spoken(FIRST).tag


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """Hold what a page says of one provision on one day; its sentence is a claim and the reasons for it (`why`)."""

    grade: Grade
    sign: str
    word: str
    sentence: str
    claim: str = ""
    why: str = ""

    def below(self, above: set[str]) -> str:
        """Return its sentence, the reasons alone where its claim stands `above` already; it is added to these."""
        if self.claim in above:
            return f"{capitalized(self.why)}." if self.why else ""
        above.add(self.claim)
        return self.sentence


@dataclass(frozen=True, slots=True)
class Nearest:
    """Hold a wording of other days, under its own dates; `last` is `None` where no end is known."""

    text: str
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Days:
    """Hold where a day stands among those on which something differs.

    Everything reads alike from `first` to `last`; `last` is `None` where no end is known. `earlier` and `later` are
    the neighbouring days on which it reads otherwise.
    """

    day: date
    first: date | None
    last: date | None
    earlier: date | None
    later: date | None
    opening: date
    closing: date


@dataclass(frozen=True, slots=True)
class LinkedAct:
    """Name an act, its page, its day of adoption; `title_lang` is the `lang` attribute of its title."""

    name: str
    path: str
    title: str | None
    adopted: date | None
    title_lang: str = spoken(FIRST).tag


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Hold one change by one act as a row: what was done to what, from when, on which ground, and who says so.

    `act` is `None` where the source does not name it.
    """

    act: LinkedAct | None
    done: str
    target: Link
    operative: DayBounds
    sources: tuple["SourcePlace", ...]


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Point to where a source says something; `lang` is the `lang` attribute of what it says.

    `path` leads to the page that shows an instruction of an act beside what it did.
    """

    file: str
    line: int | None
    text: str
    lang: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class WordDifference:
    """Hold what changed between two wordings, word by word."""

    earlier: str
    later: str
    changes: tuple[WordChange, ...]


_OF_THE_LAW = {ReasonKind.LAW_STARTS, ReasonKind.LAW_ENDS, ReasonKind.BEYOND_HORIZON}


def answer_of(version: Version, day: date, kind: Kind, voice: Voice = ENGLISH) -> ShownAnswer:
    """Return what a page says of a version on a day."""
    told = answer_told(version, day, kind, voice)
    return ShownAnswer(grade_of(version), *sign(version, voice, day), told.sentence, told.answer, told.why)


def own_reasons(version: Version) -> tuple[Reason, ...]:
    """Return the reasons for doubt that concern the provision, not the law as a whole."""
    return tuple(each for each in version.because if each.kind not in _OF_THE_LAW)


def in_doubt(version: Version) -> bool:
    """Tell whether the provision is less certain than the law as a whole is on that day."""
    if grade_of(version) in (Grade.HELD, Grade.ABSENT):
        return False
    return bool(own_reasons(version)) or version.text is None or not version.because


def nearest_of(version: Version) -> tuple[Nearest, ...]:
    """Return the wordings held before and after, in the order of time, where the version's own is not."""
    held = sorted(version.nearest, key=lambda each: each.first)
    return tuple(Nearest(each.text, each.first, last_day(each.before)) for each in held if each.text)


def last_day(before: date | None) -> date | None:
    """Return the last day of a stretch of days that ends before a day."""
    return before - timedelta(days=1) if before else None


def without_reasons_of_the_law(version: Version) -> Version:
    """Return a version with the reasons alone that concern the provision, where it has such."""
    own = own_reasons(version)
    return replace(version, because=own) if own else version


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Hold one provision on one day as it is shown, with all that is inside it.

    `doubtful` where it is less certain than the law as a whole; `doubts` counts such provisions in it, `count` those
    that were or may have been in operation, itself included. What is neither doubtful nor absent needs no sentence of
    its own, so its answer has none, and it is the same on every day of its wording.
    """

    eid: Eid
    kind: Kind
    label: str
    name: str
    answer: ShownAnswer
    doubtful: bool
    text: str | None
    nearest: tuple[Nearest, ...]
    heading: "TextBlock | None"
    parts: tuple["TextBlock", ...]
    doubts: int
    count: int

    @property
    def division(self) -> bool:
        """Tell whether it is a chapter or a section, which holds articles."""
        return self.kind.divides

    @property
    def marked(self) -> bool:
        """Tell whether it says something of the day beside its own words."""
        return self.doubtful or self.answer.grade is Grade.ABSENT or bool(self.heading and self.heading.doubtful)

    @property
    def alone(self) -> tuple[object, ...]:
        """All that is shown of it but its parts and the sentence on it."""
        answer, heading = self.answer, self.heading
        return (self.eid, self.kind, self.label, self.name, answer.grade, answer.sign, answer.word, self.doubtful,
                self.text, self.nearest, heading.alone if heading else None, self.doubts, self.count)

    def holding(self, answer: ShownAnswer, heading: "TextBlock | None", parts: tuple["TextBlock", ...]) -> "TextBlock":
        """Return what has nothing inside it yet with what is said of it on a day, its heading and its parts."""
        if answer is self.answer and heading is None and not parts:
            return self
        inner = (heading, *parts) if heading else parts
        return TextBlock(self.eid, self.kind, self.label, self.name, answer, self.doubtful, self.text, self.nearest,
                         heading, parts, self.doubts + sum(each.doubts for each in inner),
                         self.count + sum(each.count for each in inner))

    @property
    def whole(self) -> Iterator["TextBlock"]:
        """Itself, its heading and all that is inside it."""
        yield self
        for each in (*((self.heading,) if self.heading else ()), *self.parts):
            yield from each.whole

    @property
    def grade(self) -> Grade:
        """How sure it is together with its parts."""
        parts = self.answer.grade is not Grade.ABSENT and self.doubts - self.doubtful
        return Grade.PARTLY if parts else self.answer.grade


@dataclass(frozen=True, slots=True)
class AbsentPlace:
    """Hold what has no place in a text on a day, since it was surely not in operation, and what is said of it."""

    eid: Eid
    name: str
    answer: ShownAnswer


@dataclass(frozen=True, slots=True)
class Rendering:
    """Hold how a text is shown: its language, the voice of the page, and what was made with both already."""

    lang: str
    voice: Voice
    made: Fragments = field(default_factory=Fragments)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Hold what each block of a text is made from: what is inside what, the day, the languages of text and page."""

    inside: Mapping[str | None, Sequence[OnDay]]
    day: date
    rendering: Rendering


def blocks_of(found: Sequence[OnDay], day: date, rendering: Rendering) -> tuple[TextBlock, ...]:
    """Return the blocks of a text on a day, the outermost ones."""
    telling = _Telling(_inside(found), day, rendering)
    return tuple(_block(each, telling) for each in _shown(telling.inside.get(None, ())))


def block_of(own: OnDay, found: Sequence[OnDay], day: date, rendering: Rendering) -> TextBlock:
    """Return the block of a provision that was asked for, even where it was not there; `found` holds its parts."""
    return _block(own, _Telling(_inside(found), day, rendering))


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
    own, answer = _own(each, telling)
    within = telling.inside.get(each.place.eid, ())
    there = each.version.in_operation is not Presence.NO
    parts = tuple(_block(part, telling) for part in _shown(within)) if there else ()
    heading = next((_block(part, telling) for part in within if part.place.kind is Kind.HEADING), None)
    return own.holding(answer, heading, parts)


def _own(each: OnDay, telling: _Telling) -> tuple[TextBlock, ShownAnswer]:
    """Return the block of a provision as it is on each day, without what is inside it, and what is said on this one."""
    rendering = telling.rendering
    # By the version itself, which what is kept holds on to, so that no other can take its place in memory.
    _, kept, told = rendering.made.once((id(each.version), rendering.voice.locale), lambda: (
        each.version, *_on_any_day(each, rendering)))
    return kept, answer_of(told, telling.day, each.place.kind, rendering.voice) if told else kept.answer


def _on_any_day(each: OnDay, rendering: Rendering) -> tuple[TextBlock, Version | None]:
    """Return a block as it is on each day, and the version of which is told on a day, where that is marked."""
    version = each.version
    mark, word = sign(version, rendering.voice)
    block = _alone(each, ShownAnswer(grade_of(version), mark, word, ""), rendering)
    marked = block.doubtful or version.in_operation is Presence.NO
    return block, without_reasons_of_the_law(version) if marked else None


def _alone(each: OnDay, answer: ShownAnswer, rendering: Rendering) -> TextBlock:
    place, version = each.place, each.version
    doubt, there = in_doubt(version), version.in_operation is not Presence.NO
    return TextBlock(place.eid, place.kind, label(place.kind, place.number, rendering.lang),
                     provision_name(place.eid, rendering.voice), answer, doubt, version.text, nearest_of(version),
                     heading=None, parts=(), doubts=int(doubt), count=int(there))


def _shown(these: Iterable[OnDay]) -> Iterator[OnDay]:
    """Give what a text shows: no headings of their own, nothing that was not there unless it had been excluded."""
    return (each for each in these if each.place.kind is not Kind.HEADING and each.version.has_place)
