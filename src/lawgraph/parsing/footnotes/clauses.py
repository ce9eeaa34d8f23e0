"""What the statements of a note are made of: the provisions that it names, and the clauses of commencement as rules.

"Upon expiry of ten calendar days after its first official publication" is a rule, not a day. "From the day" (со дня)
and "after the day" (после дня) are told apart in `from_the_day`; "after the day of its publication" alone is a rule of
no days.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain, islice, pairwise, takewhile

from lawgraph.languages.letters import SUPERSCRIPTS, between, inserted, written_out
from lawgraph.languages.printed import end_in, find_days
from lawgraph.languages.scanner import ROMAN, Token, count_of, found, ordinals_of, plain_pattern, read_by
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Nesting
from lawgraph.law.acts import MOST_TARGETS
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.eid import LAW, Eid, Kind, top

_NUMBER = re.compile(
    rf"(?P<joint>[^\d]{{0,60}}?)(?<![^\W\d])(?P<one>\d+(?:-\d+)*[{SUPERSCRIPTS}]{{0,3}}|{ROMAN})(?P<mark>\)?)")
_DASHES = {"-", "–", "—"}
_RANKS = {Kind.LAW: 0, Kind.SECTION: 1, Kind.CHAPTER: 2, Kind.ANNEX: 2, Kind.ARTICLE: 4, Kind.PARAGRAPH: 5,
          Kind.ALINEA: 6, Kind.POINT: 7, Kind.INDENT: 8, Kind.PREAMBLE: 9, Kind.CONTENTS: 9, Kind.HEADING: 10}
_SUBSECTION_RANK = 3
_HOLDING = {Kind.CHAPTER: (Kind.PART, Kind.SECTION, Kind.SUBSECTION), Kind.SECTION: (Kind.PART,)}
_TOP = {Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.ANNEX}


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """Hold one unit that a note names: its kind and number (`None` where none is printed), and the unit around it.

    `rule` is the rule that read it: a subsection («параграф») is a section inside a chapter. `since` is the number that
    stands before it in a run: "Articles 4 – 5" speaks of Article 4-1 too; "Annexes" are a run of all.
    """

    kind: Kind
    number: str | None
    within: "NamedUnit | None" = None
    rule: str = ""
    since: str | None = None


ANY = NamedUnit(Kind.LAW, None)     # what a list names that goes on beyond any law


def units(tokens: tuple[Token, ...], lang: str) -> tuple[NamedUnit, ...]:
    """Return the units that neighbouring tokens name, each inside those that enclose it.

    Articles and larger units have headings: "the heading and paragraph 2 of Article 4" names that of the article.
    Lists within lists may name more than any law holds: beyond `MOST_TARGETS`, which no note is read with, it is `ANY`.
    """
    room = 10 * MOST_TARGETS
    larger_first = spoken(lang).words.nesting is Nesting.LARGER_FIRST
    tokens = tokens if larger_first else _holders_last(tokens, lang)
    read: list[tuple[int, tuple[NamedUnit, ...]]] = []
    used: set[int] = set()
    nearest: list[int] = []  # places whose ranks grow: no other can be the nearest that is larger
    placed = tuple(enumerate(tokens))
    for place, token in placed if larger_first else placed[::-1]:
        kind = token.meaning
        if not isinstance(kind, Kind):
            continue
        inside = place > 0 and not larger_first and may_enclose(tokens[place - 1], kind)
        rank = _SUBSECTION_RANK if token.rule == "subsection" else _RANKS[kind]
        below = _RANKS[Kind.PARAGRAPH] if kind is Kind.HEADING else rank
        outer = next((place for place in reversed(nearest) if read[place][0] < below), None)
        parents = read[outer][1] if outer is not None else (None,)
        used |= {outer} if outer is not None else set()
        while nearest and read[nearest[-1]][0] >= rank:
            nearest.pop()
        nearest.append(len(read))
        numbers = _numbers(token, lang, several=not inside)
        named = (NamedUnit(kind, number, parent, token.rule, since) for parent in parents for since, number in numbers)
        told = tuple(islice(named, min(room, MOST_TARGETS)))
        room -= len(told)
        read.append((rank, told if next(named, None) is None else (*told, ANY)))
    groups = [group for place, (_, group) in enumerate(read) if place not in used]
    return tuple(unit for group in (groups if larger_first else groups[::-1]) for unit in group)


def _may_hold(holder: Token, inner: Token) -> bool:
    return isinstance(holder.meaning, Kind) and may_enclose(inner, holder.meaning)


def _holders_last(tokens: tuple[Token, ...], lang: str) -> tuple[Token, ...]:
    """Return units in the order that says what holds them: «в статье 4 пункт 1» is paragraph 1 of Article 4."""
    for place, (holder, inner) in enumerate(pairwise(tokens), 1):
        touching = inner.start - holder.start - len(holder.text) <= 1
        if touching and _may_hold(holder, inner) and found(spoken(lang).words.holder, holder.text):
            held = tuple(takewhile(partial(_may_hold, holder), tokens[place:]))
            return (*tokens[:place - 1], *held, holder, *tokens[place + len(held):])
    return tokens


def address(unit: NamedUnit, around: Eid | None, known: frozenset[Eid]) -> Eid:
    """Return the eId of a unit that is named in a note standing in `around`."""
    number = unit.number or "1"
    if around is not None and _is_annex(unit, around):
        return around.outermost
    if unit.kind in {Kind.LAW, Kind.PREAMBLE, Kind.CONTENTS}:
        return top(unit.kind)
    if unit.kind is Kind.HEADING:
        return _heading(unit, around, known)
    base = _base(around) if around else None
    if unit.rule == "subsection":
        return _subsection(unit, number, around, known)
    if unit.kind in _TOP:
        return _in_annexes(unit, number, around, known) or _of_act(unit, number, around, known)
    section = _section_in_chapter(unit, number, around, known)
    return section or _part_of(unit, number, _container(unit, base, known), known)


def _in_annexes(unit: NamedUnit, number: str, around: Eid | None, known: frozenset[Eid]) -> Eid | None:
    """Return the address of a larger unit that an annex around a note has, or is itself; of "Rules" it is theirs."""
    annexes = [each for each in (around, *around.ancestors) if each.kind is Kind.ANNEX] if around else []
    if annexes and unit.within and _is_annex(unit.within, around):
        return address(unit.within, around, known).child(unit.kind, number)
    own = (each for each in annexes if unit.kind is Kind.ANNEX and each.number == number)
    held = (eid for each in annexes if (eid := each.child(unit.kind, number)) in known)
    return next(chain(own, held), None)


def _base(around: Eid) -> Eid:
    """Return what counts the units that a note names without more: an article, or the innermost annex around it."""
    return next((each for each in (around, *around.ancestors) if each.kind is Kind.ANNEX), around.outermost)


def is_annexed_within(around: Eid | None) -> bool:
    """Tell whether a note stands in an annex of an annex: which of them "the Rules" are is not said."""
    return around is not None and around.outermost.kind is Kind.ANNEX and _base(around) != around.outermost


def _of_act(unit: NamedUnit, number: str, around: Eid | None, known: frozenset[Eid]) -> Eid:
    """Return the address of a larger unit; one whose numbers begin anew is named with its section, or stands in it."""
    plain, held = top(unit.kind, number), _counted_anew(known)
    if not held or not unit.kind.divides:
        return plain
    named = address(unit.within, around, known) if unit.within and unit.within.kind.divides else None
    for each in (named,) if named else (around, *around.ancestors) if around else ():
        if each == around and (each.kind, each.number) == (unit.kind, number):
            return each
        if held.get((each, unit.kind)):
            return each.child(unit.kind, number)
    same = [eid for (_, kind), eids in held.items() if kind is unit.kind for eid in eids if eid.number == number]
    return same[0] if len(same) == 1 and plain not in known else plain


def addresses(unit: NamedUnit, around: Eid | None, known: frozenset[Eid]) -> tuple[Eid, ...]:
    """Return the eId of a unit that is named, behind those of the known ones that a run to it passes over.

    An annex without its number, named outside of it, may be any.
    """
    last = address(unit, around, known)
    if unit.kind is Kind.ANNEX and unit.number is None and not (around and _is_annex(unit, around)):
        return tuple(sorted((each for each in known if each.kind is Kind.ANNEX and each.parent is None),
                            key=lambda each: each.order)) or (last,)
    if unit.within and unit.within.since:  # "paragraph 2 of Articles 3 – 5": that of Article 4 too
        between = addresses(unit.within, around, known)[:-1]
        return (*(each.child(last.kind, last.number) for each in between), last)
    if not unit.since:
        return (last,)
    first = address(replace(unit, number=unit.since), around, known)
    passed = (each for each in known if each.parent == last.parent and each.kind is last.kind
              and first.order < each.order < last.order)
    return (*sorted(passed, key=lambda each: each.order), last)


def may_enclose(before: Token, kind: Kind) -> bool:
    """Tell whether a unit encloses the one named before it: in "point 2 of Article 5", Article 5 is one."""
    return isinstance(before.meaning, Kind) and _RANKS[before.meaning] > _RANKS[kind]


def _numbers(token: Token, lang: str, *, several: bool) -> tuple[tuple[str | None, str | None], ...]:
    """Numbers of a token, runs written out ("9-1 – 9-3", "8 to 10"); `None` alone where it prints no number.

    Each comes with the one from which a run leads to it. A lone number n-m behind a plural is a run, "Articles 2-4";
    behind a singular it is one number, and so is any whose second figure is no higher, whatever its dash: "2–1".
    """
    words = spoken(lang).words
    through = tuple(each for each in words.through.split("|") if each)
    steps: list[tuple[bool, str]] = []
    plural = plain_pattern(words.plural).search(token.text) is not None
    for match in _NUMBER.finditer(token.text):
        joint, number = match["joint"].strip(" )"), inserted(match["one"], (), ()) or "0"
        runs = bool(steps) and (joint in _DASHES or joint in through)
        before = steps[-1][1].rpartition("-")[2] if steps else ""
        if match["joint"] in _DASHES and number.isdigit() and before and not (plural and int(before) < int(number)):
            steps[-1] = (steps[-1][0], f"{steps[-1][1]}-{number}")
        else:
            steps.append((runs, number))
    if several and len(steps) == 1 and plural:
        first, _, last = steps[0][1].rpartition("-")
        steps = [(False, first), (True, last)] if first.isdigit() and int(first) < int(last) else steps
    plain = written_out(steps) or ordinals_of(token.text, lang)
    if not plain:
        return (("" if several and plural else None, None),)
    inside = {number for place, (runs, last) in enumerate(steps) if runs
              for number in (*between(steps[place - 1][1], last), last)}
    return tuple((before if number in inside else None, number)
                 for before, number in zip((None, *plain), plain, strict=False))


def _section_in_chapter(unit: NamedUnit, number: str, around: Eid | None, known: frozenset[Eid]) -> Eid | None:
    """Return the address of "paragraph 1 of Chapter 2" where it is a heading («параграф») in that chapter."""
    if unit.kind is not Kind.PARAGRAPH or unit.within is None or not unit.within.kind.divides:
        return None
    section = address(unit.within, around, known).child(Kind.SECTION, number)
    return section if section in known else None


def _heading(unit: NamedUnit, around: Eid | None, known: frozenset[Eid]) -> Eid:
    outer = address(unit.within, around, known) if unit.within else (around or LAW)
    if unit.rule == "heading_of_act":
        outer = LAW
    elif unit.rule == "heading_of_rules" and around and around.outermost.kind is Kind.ANNEX:
        outer = around.outermost
    return (LAW if outer in {"preamble", "toc"} else outer).child(Kind.HEADING)


def _subsection(unit: NamedUnit, number: str, around: Eid | None, known: frozenset[Eid]) -> Eid:
    steps = tuple(top(kind, number) for kind in (Kind.SECTION, Kind.SUBSECTION))
    chapter = around and next((each for each in (around, *around.ancestors) if each.kind is Kind.CHAPTER), None)
    outer = address(unit.within, around, known) if unit.within else chapter or (around and _base(around))
    within = tuple(outer.child(step.kind, number) if outer else step for step in steps)
    whole = next((each for each in within if each in known), within[0])
    inside = [eid for eid in known if eid.endswith(tuple(f"__{step}" for step in steps))]
    settled = outer and (whole in known or unit.within or outer.startswith(("chp_", "sec_", "annex_")))
    return whole if settled or len(inside) != 1 else inside[0]


def _container(unit: NamedUnit, base: Eid | None, known: frozenset[Eid]) -> Eid | None:
    """The address a part stands in; chapters, sections and the law itself are in no address."""
    if unit.within and (not (unit.within.kind is Kind.LAW or unit.within.kind.divides) or _is_annex(unit.within, base)):
        return address(unit.within, base, known)
    if base is None or unit.within or base.partition("_")[0] in {"chp", "sec", "law", "preamble", "toc"}:
        return None
    return base if unit.kind is not Kind.PARAGRAPH or not base.startswith("para") else None


def _is_annex(unit: NamedUnit, around: Eid | None) -> bool:
    """Tell whether "the Rules", or "the annex", are that in which a note stands, and not the act itself."""
    unnumbered = unit.kind is Kind.ANNEX and unit.number is None and unit.since is None
    return (unit.rule == "whole" or unnumbered) and around is not None and around.startswith("annex")


def _part_of(unit: NamedUnit, number: str, container: Eid | None, known: frozenset[Eid]) -> Eid:
    if unit.kind is Kind.ALINEA and number == "1":
        return container or LAW
    if unit.kind is Kind.INDENT:
        return _indent(number, container, known)
    step = top(unit.kind, number)
    whole = container.child(unit.kind, number) if container else step
    if whole in known:
        return whole
    same = _by_last_step(known).get((container.outermost, step), ()) if container else ()
    inside = [eid for eid in same if container and eid.within(container)]
    return inside[0] if len(inside) == 1 else whole


@lru_cache(4)
def _counted_anew(known: frozenset[Eid]) -> Mapping[tuple[Eid, Kind], Sequence[Eid]]:
    """Return the chapters and sections whose larger unit is part of their address, by that unit."""
    found: dict[tuple[Eid, Kind], list[Eid]] = defaultdict(list)
    for eid in known:
        outer = eid.parent
        if outer is not None and outer.kind in _HOLDING.get(eid.kind, ()):
            found[outer, eid.kind].append(eid)
    return found


@lru_cache(4)       # a document asks for each unit that it names
def _by_last_step(known: frozenset[Eid]) -> Mapping[tuple[str, str], Sequence[Eid]]:
    """Return addresses of several steps by their first and their last one."""
    found: dict[tuple[str, str], list[Eid]] = defaultdict(list)
    for eid in known:
        before, _, last = eid.rpartition("__")
        if before:
            found[eid.outermost, last].append(eid)
    return found


def _indent(number: str, container: Eid | None, known: frozenset[Eid]) -> Eid:
    """The law counts the lead-in as the first indent, so its second is our `indent_1`; else it is a part."""
    if number == "1" or container is None:
        return container or LAW
    indent, part = container.child(Kind.INDENT, str(int(number) - 1)), container.child(Kind.ALINEA, number)
    return part if part in known and indent not in known else indent


UNSTATED = OperationRule(RuleKind.UNSTATED)


def read_clause(token: Token, lang: str) -> OperationRule:
    """Return the rule that a clause stands for, `UNSTATED` where its day does not exist."""
    return _read(token.rule, token.text, lang)


@lru_cache(maxsize=4096)  # nine in ten clauses of a law have the same words
def _read(name: str, text: str, lang: str) -> OperationRule:
    rule = next(rule for rule in spoken(lang).notes.tokens if rule.name == name)
    found = read_by(rule, text, lang)
    groups = found.groupdict() if found else {}
    match rule.meaning:
        case RuleKind.ON_PUBLICATION:
            return OperationRule(RuleKind.FROM_SIGNING if groups.get("signed") else RuleKind.ON_PUBLICATION)
        case RuleKind.ON_DAY:
            return _on_day(text, lang)
        case RuleKind.SEE:
            return OperationRule(RuleKind.SEE, reference=(groups.get("reference") or "").strip(" .,"))
        case _:
            return _after(groups, lang)


def _on_day(text: str, lang: str) -> OperationRule:
    """Return the rule of a stated day, and of the end that may stand behind it; none where a calendar lacks either."""
    first, *more = (found.day for found in find_days(text, lang))
    if first is None or (more and more[0] is None):
        return UNSTATED
    return OperationRule(RuleKind.ON_DAY, day=first, until=end_in(text, lang) if more else None)


def _after(groups: dict[str, str | None], lang: str) -> OperationRule:
    since = groups.get("since") is not None
    kind = RuleKind.FROM_SIGNING if groups.get("signed") else RuleKind.AFTER_PUBLICATION
    if groups.get("next"):
        return OperationRule(kind, days=0)
    count = count_of(groups.get("count") or "", lang) or 1
    if groups.get("years"):
        return OperationRule(kind, months=12 * count, from_the_day=since)
    if groups.get("months"):
        return OperationRule(kind, months=count, from_the_day=since)
    return OperationRule(kind, days=count, from_the_day=since)
