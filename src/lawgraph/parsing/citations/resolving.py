"""What a wording refers to, in its own law or in another, and what people mean when they type a provision.

"Paragraph 1 of this article" and "Article 4 of this Law" lead to provisions of the law itself; "Article 9 of the Law …
“On open-air games”" leads to another act, and to its Article 9 where that act is held. "This Law" and "this article"
alone lead nowhere new and are no citations. A reference that does not say which act it means is read as the law's own
only where nothing follows (in Kazakh: precedes) that could name the act; otherwise it is reported without an address.

Of another law a number with its day is sure. A title, or a code's own name, is settled only where a single law held
bears it: a law and the one that it replaced often bear the same. Titles are compared in the language of the wording, so
that a Russian text leads to a law of which only the Kazakh text is held, as long as its Russian title is known.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lawgraph.languages.letters import YO
from lawgraph.languages.scanner import plain_pattern
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.tables import Nesting
from lawgraph.law.authors import Act, ActKind, Texts
from lawgraph.law.eid import PREFIXES, Eid, Kind
from lawgraph.law.errors import Phrase, UnclearProvision, UnknownProvision, UnreadProvision
from lawgraph.parsing.citations.addresses import (
    Addresses,
    CitedUnit,
    Named,
    Step,
    This,
    locate,
    nearest,
    own_name,
    rank,
    read_acts,
    read_units,
    read_written,
    separator,
    steps_of,
    written,
)

Atom = CitedUnit | This | Named
_Chain = tuple[Atom, ...]
_Pointed = tuple[int, int, tuple[Step, ...]]

_NOTHING_FOLLOWS = re.compile(r"\s*(?:[.;:,]|$)")
_NOTHING_PRECEDES = re.compile(r"(?:^|[.;:,(])\s*$")
_EID = re.compile(rf"(?:{'|'.join(PREFIXES.values())})(?:_[0-9]+(?:-[0-9]+)*)?"
                  rf"(?:__(?:{'|'.join(PREFIXES.values())})(?:_[0-9]+(?:-[0-9]+)*)?)*")
_BARE_NUMBER = re.compile(r"(?<![\w-])[0-9]{1,4}(?:[-‑–][0-9]{1,3})*(?![\w-])")
_ANY_INNER = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT)
_HEADING_OF_THE_LAW = (Step((Kind.LAW,), ""), Step((Kind.HEADING,), ""))
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Citation:
    """Hold a reference, printed at `start` to `end`: to a provision of the law itself, or to another act by its name.

    Both are `None` where the wording does not settle what it refers to, or no such provision is known. `place` is the
    place in the other act as the words name it, `None` where they name the act as a whole, or several places at once.
    """

    start: int
    end: int
    eid: Eid | None
    act: str | None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Hold the provision that somebody means; `note` says how it was read where it was not said in full."""

    eid: Eid
    note: str | None


def resolve(typed: str, known: Addresses) -> Resolution:
    """Return the provision that is meant by what people type; raise `UnknownProvision` where there is no such one.

    People mix up the words for paragraphs and points; an address means what it says.
    """
    if typed in known.every:
        return Resolution(Eid(typed), None)
    named = _steps_typed(" ".join(typed.split()), known.every)
    steps = _HEADING_OF_THE_LAW if named == _HEADING_OF_THE_LAW[1:] else named
    found = locate(steps, known) or (() if _EID.fullmatch(typed) else locate(_of_any_word(steps), known))
    if len(found) == 1:
        return Resolution(found[0], None if _says(steps, found[0]) else f"read as {found[0]}")
    place = repr(typed[:_LONGEST_SHOWN])
    if found:
        shown = ", ".join(found[:4]) + (f" and {len(found) - 4} more" if len(found) > 4 else "")
        raise UnclearProvision(place, Phrase("this can mean %(these)s", these=shown), Phrase("name one of them"), found)
    near = nearest(steps, known)
    remedy = Phrase("the nearest is %(place)s", place=near) if near else Phrase("look into the contents of the law")
    raise UnknownProvision(place, Phrase("the law has no such provision"), remedy, (near,) if near else ())


def _of_any_word(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return steps with a paragraph, a point or a subpoint as whatever of these the law has: people mix them up."""
    return tuple(Step(_ANY_INNER, each.number) if set(each.kinds) & set(_ANY_INNER) and each.number else each
                 for each in steps)


def citations(text: str, lang: str, at: Eid, known: Addresses) -> tuple[Citation, ...]:
    """Return all references in the wording of the provision `at`, in the order of the text, none overlapping."""
    groups = _groups(_apart([*read_units(text, lang), *read_acts(text, lang)]), text, lang)
    found = (each for group in groups for each in _Reader(text, lang, at, known).read(group))
    return tuple(sorted(found, key=lambda each: each.start))


def _steps_typed(typed: str, known: Collection[Eid]) -> tuple[Step, ...]:
    if _EID.fullmatch(typed):
        return steps_of(Eid(typed))
    root = (Kind.ARTICLE,) if any(eid.startswith("art_") for eid in known) else (Kind.PARAGRAPH, Kind.POINT)
    readings = (_read_typed(typed, lang, root) for lang in codes())
    steps = next((each for each in readings if each), None)
    if steps is None:
        raise UnreadProvision(repr(typed[:_LONGEST_SHOWN]), Phrase("this names no single provision"),
                              Phrase("write for example %(one)s or %(other)s", one="6(2)(4-1), art. 6 para 2",
                                     other="ст. 6 п. 2"))
    return steps


def _read_typed(typed: str, lang: str, root: tuple[Kind, ...]) -> tuple[Step, ...] | None:
    units = [each for each in _apart(read_units(typed, lang)) if isinstance(each, CitedUnit)]
    blanked = _blanked(typed, units)
    bare = list(_BARE_NUMBER.finditer(blanked))
    if not _fills(_BARE_NUMBER.sub(" ", blanked), lang) or any(len(unit.numerals) > 1 for unit in units):
        return None
    placed = [(each.start, Step(each.kinds, _number(each))) for each in units]
    if not bare:
        return tuple(sorted((step for _, step in placed), key=lambda step: rank(step.kinds)))
    opens = not any(rank(step.kinds) <= rank((Kind.ARTICLE,)) for _, step in placed)
    numbers = (re.sub("[‑–]", "-", each[0]) for each in bare)
    placed += [(each.start(), Step(_ANY_INNER if place or not opens else root, number))
               for place, (each, number) in enumerate(zip(bare, numbers, strict=True))]
    return tuple(step for _, step in sorted(placed, key=lambda pair: pair[0]))


def _fills(text: str, lang: str) -> bool:
    """Tell whether nothing is left but what people type and what says nothing."""
    words = rf"(?:[\s.,;:()§№]|(?<!\w)(?:{spoken(lang).citing.filling})(?!\w))*"
    return plain_pattern(words).fullmatch(text) is not None


def _larger_first(lang: str) -> bool:
    return spoken(lang).words.nesting is Nesting.LARGER_FIRST


def _blanked(text: str, units: Sequence[CitedUnit]) -> str:
    """Return a text with blanks in the place of units, which stand in its order."""
    ends = (0, *(each.end for each in units))
    kept = (text[end:each.start] + " " * (each.end - each.start) for end, each in zip(ends, units, strict=False))
    return "".join(kept) + text[ends[-1]:]


def _number(unit: CitedUnit) -> str:
    return unit.numerals[0].number if unit.numerals else ""


def _says(steps: Sequence[Step], eid: Eid) -> bool:
    """Tell whether somebody has named an address step by step; a number alone may stand for any inner step."""
    held = steps_of(eid)
    return len(steps) == len(held) and all(
        step.kinds[0] is each.kinds[0] or step.kinds == _ANY_INNER for step, each in zip(steps, held, strict=True))


def _apart(atoms: Iterable[Atom]) -> list[Atom]:
    """Keep of overlapping atoms the one that begins first, the longest of those."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda each: (each.start, -each.end)):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _groups(atoms: Sequence[Atom], text: str, lang: str) -> list[list[_Chain]]:
    """Sort atoms into chains ("point 1 of paragraph 2") and chains into groups ("… and point 3 of this article")."""
    groups: list[list[_Chain]] = []
    for atom in atoms:
        before = groups[-1][-1][-1] if groups else None
        gap = text[before.end : atom.start] if before else ""
        if before and plain_pattern(spoken(lang).citing.joint).fullmatch(gap) and _nests(before, atom, lang):
            groups[-1][-1] = (*groups[-1][-1], atom)
        elif before and separator(lang).fullmatch(gap):
            groups[-1].append((atom,))
        else:
            groups.append([(atom,)])
    return groups


def _nests(before: Atom, after: Atom, lang: str) -> bool:
    inner, outer = (after, before) if _larger_first(lang) else (before, after)
    return _rank(outer) < _rank(inner)


def _rank(atom: Atom) -> int:
    if isinstance(atom, CitedUnit):
        return rank(atom.kinds)
    return rank((atom.kind,)) if isinstance(atom, This) else rank((Kind.LAW,))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Read groups of chains in one wording; a chain that names no act shares that of the next one."""

    text: str
    lang: str
    at: Eid
    known: Addresses

    def read(self, group: Sequence[_Chain]) -> Iterable[Citation]:
        """Return the citations of one group."""
        inner_first = [chain[::-1] for chain in reversed(group)] if _larger_first(self.lang) else list(group)
        following: _Chain = ()
        foreign = any(isinstance(atom, Named) for chain in group for atom in chain)
        for own in reversed(inner_first):
            whole = (*own, *_inherited(own, following))
            start, end = min(atom.start for atom in own), max(atom.end for atom in own)
            act = next((atom.name for atom in whole if isinstance(atom, Named)), None)
            if act:
                for first, after, steps in self._steps(whole, (), own):
                    yield Citation(first, after, None, act, written(steps))
            elif _is_reference(whole):
                base = None if foreign and not _anchored(whole) else self._base(whole, start, end)
                for first, after, steps in self._steps(whole, base, own):
                    yield Citation(first, after, self._own(steps), None)
            following = whole

    def _base(self, whole: _Chain, start: int, end: int) -> tuple[Step, ...] | None:
        """Return the steps around a chain: of the article that "this article" is, none for "this Law"."""
        pointed = next((atom.kind for atom in whole if isinstance(atom, This)), None)
        alone = (_NOTHING_PRECEDES.search(self.text[:start]) if _larger_first(self.lang)
                 else _NOTHING_FOLLOWS.match(self.text[end:]))
        if pointed is Kind.LAW or (pointed is None and alone and _rank(whole[-1]) <= rank((Kind.ARTICLE,))):
            return ()
        if pointed is None and not alone:
            return None
        around = (self.at, *self.at.ancestors)
        held = next((eid for eid in around if eid.kind is (pointed or Kind.ARTICLE)), None)
        return steps_of(held) if held else None

    def _steps(self, whole: _Chain, base: tuple[Step, ...] | None, own: _Chain) -> Iterable[_Pointed]:
        """Give each number of a chain with the steps that it names from `base` on, none where that is not settled."""
        start, end = min(atom.start for atom in own), max(atom.end for atom in own)
        units = [atom for atom in whole if isinstance(atom, CitedUnit)]
        inner, outer = units[:1], [unit for unit in units[1:] if unit.kinds]
        settled = base is not None and all(len(unit.numerals) < 2 for unit in outer)
        around = (*(base or ()), *(Step(unit.kinds, _number(unit)) for unit in reversed(outer)))
        numerals = [(unit, each) for unit in inner for each in ((unit.numerals if unit.kinds else ()) or (None,))]
        for place, (unit, numeral) in enumerate(numerals):
            last = (Step(unit.kinds, numeral.number if numeral else ""),) if unit.kinds else ()
            yield (start if place == 0 or numeral is None else numeral.start,
                   end if place == len(numerals) - 1 or numeral is None else _closed(self.text, numeral.end),
                   (*around, *last) if settled else ())
        if not numerals:
            yield start, end, ()

    def _own(self, steps: tuple[Step, ...]) -> Eid | None:
        found = locate(steps, self.known) if steps else ()
        return found[0] if len(found) == 1 else None


def _inherited(own: _Chain, following: _Chain) -> _Chain:
    """Return what a chain shares with the next: in "paragraphs 1 and part 2 of this article", the article."""
    if _anchored(own) or not following or not isinstance(following[0], CitedUnit):
        return ()
    return tuple(atom for atom in following if _rank(atom) < _rank(own[-1]))


def _is_reference(chain: _Chain) -> bool:
    """Tell a reference from "this article" alone, which leads nowhere new, and from "the heading" of nothing."""
    return isinstance(chain[0], CitedUnit) and (len(chain) > 1 or bool(chain[0].numerals))


def _anchored(chain: _Chain) -> bool:
    return not isinstance(chain[-1], CitedUnit)


def _closed(text: str, end: int) -> int:
    return end + text[end:].startswith(")")


_ANY = ""


@dataclass(frozen=True, slots=True)
class Citable:
    """Hold what a law held can be cited by: itself as an act, and its titles by language."""

    id: str
    act: Act
    titles: Texts


Names = Mapping[tuple[str, str], str]
"""The one law that bears a name, by language and name; a number is the same in all of them."""


def names_of(laws: Iterable[Citable]) -> Names:
    """Return by which names the laws held are cited, without those that several of them bear."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for law in laws:
        bearers[_ANY, law.act.name].add(law.id)
        for lang, title in law.titles:
            bearers[lang, _plain(title)].add(law.id)
            own = own_name(title, lang) if law.act.kind is ActKind.CODE else None
            if own:
                bearers[lang, _plain(own)].add(law.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}


def law_cited(name: str, lang: str, names: Names) -> str | None:
    """Return the law that a wording in a language cites by a name, `None` where none or several are held."""
    return names.get((_ANY, name)) or names.get((lang, _plain(name)))


def place_cited(place: str, known: Addresses) -> str | None:
    """Return the provision that a citation names, `None` where there is no such one, or it can mean several."""
    if place in known.every:
        return place
    found = locate(read_written(place), known)
    return found[0] if len(found) == 1 else None


def _plain(title: str) -> str:
    return " ".join(title.split()).strip(" .").casefold().translate(YO)
