"""What an edition does not print, though its numbers tell that it was there: the edition is read in part.

A number left out is a unit that the edition may print under another number, or without one, or not at all: its absence
is no proof, and a note on it may be missing too. Its words may stand in what is printed before it. A number that is out
of order, and the last one behind a hole of one, may be misprints themselves.

Of some units only a footnote is left, in their place: "Footnote. Article 2 is excluded by …" before Article 3. Such a
note stands where the unit stood: behind the one before it in its list, and before the next. A number that is printed,
or out of its order there, leaves open what it says.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lawgraph.languages.letters import between, count, follows
from lawgraph.law.amendments import Action
from lawgraph.law.days import unknown_first
from lawgraph.law.document import Claim, Finding, Provision, Severity, Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind, top
from lawgraph.parsing.footnotes.doubts import NoteReading
from lawgraph.parsing.headings import read_heading
from lawgraph.parsing.outline import Note, place_of

_RUN_IN = re.compile(
    r"(?<=[.;:!?])\s{1,3}(?=(?P<number>[0-9]{1,3}(?:-[0-9]{1,3}){0,4})\s?(?P<mark>[.)])[^\S\t]{1,3}[\w«“„\"(])")
_QUOTED = re.compile(r'[«“„][^«»“”„]*+[»”]?|"[^"]*+"?')
_SENTENCE = re.compile(r"(?<=[.;!?])\s{1,3}(?=\S)")
_HEADING = 200
_POINTS = (Kind.POINT, Kind.SUBPOINT)
_LISTED = (Kind.PARAGRAPH, *_POINTS)
_NUMBERED = {Kind.SECTION, Kind.CHAPTER, Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT}
Gone = Mapping[Note, tuple[Provision, ...]]


def gaps(provisions: Sequence[Provision]) -> Iterator[Finding]:
    """Report each number that does not follow the one before it in its list."""
    for listed in _lists(provisions):
        earlier: tuple[int, ...] = (0,)
        for each in listed:
            here = count(each.eid.number)
            if not follows(earlier, here):
                after = f"after {each.kind} {'-'.join(map(str, earlier))}" if any(earlier) else "at the beginning"
                yield Finding("gap_in_numbering", Severity.WARNING, f"{each.kind} {each.eid.number} stands {after}: a "
                              "number is missing or out of order", each.eid, line=each.span.line)
            earlier = max(earlier, here)


def missing(provisions: Sequence[Provision], lang: str) -> Iterator[Unread]:
    """Give what the numbers of a law leave open: what is left out, and what may hold it."""
    inside: dict[Eid, list[Provision]] = defaultdict(list)
    for each in provisions:
        for outer in (each.eid, *each.eid.ancestors):
            inside[outer].append(each)
    for listed in _lists(provisions):
        if listed[0].kind is not Kind.NOTE:  # whether one of them is a note at all is doubted where it is read
            yield from _left_out(listed, inside)
    for each in provisions:
        eids = tuple(_run_in(each, lang)) if each.text else ()
        if eids:
            yield from _doubt(each, (each.eid, *_led_astray(each, eids)), eids, each.text or "")


def used_again(told: Sequence[Claim], there: Sequence[Eid]) -> Iterator[tuple[Claim, tuple[Eid, ...]]]:
    """Give the notes that show of which numbers another provision may have had them before.

    So are those of what was excluded before it was brought, of what is printed though it got another number, and all
    that stand in a list behind the first that was excluded and is printed: numbers moved.
    """
    brought = {each.target for each in told if each.action is Action.INSERTION}
    renumbered = brought.union(each.to for each in told if each.to)
    ended: dict[Eid, date | None] = {}
    for each in told:
        if each.action.removes:
            ended[each.target] = min(ended.get(each.target, _adopted(each)), _adopted(each), key=unknown_first)
    present = frozenset(there)
    lists: dict[tuple[Kind, Eid | None], list[Eid]] = defaultdict(list)
    for eid in there:
        lists[eid.kind, eid.parent].append(eid)
    moved: dict[tuple[Kind, Eid | None], Claim] = {}
    for claim in told:
        place = claim.target
        again = claim.action is Action.INSERTION and place in ended and _may_be_before(ended[place], _adopted(claim))
        if again or (claim.action is Action.RENUMBERING and place not in renumbered and place in present):
            yield claim, (place,)
        first = moved.get((place.kind, place.parent), claim)
        ends = place.kind in _LISTED and claim.action is Action.EXCLUSION and place in present
        if ends and place.order <= first.target.order:
            moved[place.kind, place.parent] = claim
    for around, claim in moved.items():
        since = [each for each in lists[around] if each.order >= claim.target.order and not each.inserted_number]
        behind = [each for each in since if each not in brought and each != claim.target]
        if behind:
            yield claim, (*(each for each in since if each in brought and each.order < behind[-1].order), *behind)


def _may_be_before(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one < other


def _adopted(claim: Claim) -> date | None:
    return claim.act.adopted if claim.act else None


def _led_astray(each: Provision, begun: Sequence[Eid]) -> Iterator[Eid]:
    """Give what holds the lines behind what begins in the middle of a line: they are its own, read as another's."""
    for eid in begun:
        if eid.parent != each.eid.parent or (each.text or "").endswith(":"):
            yield eid.parent or each.eid.outermost


def _lists(provisions: Sequence[Provision]) -> tuple[list[Provision], ...]:
    """Return what is numbered alike in one place, as it is printed."""
    lists: dict[tuple[Eid | None, Kind], list[Provision]] = defaultdict(list)
    for each in provisions:
        if each.number and each.eid.number and not each.kind.counted:
            lists[each.eid.parent, each.kind].append(each)
    return tuple(lists.values())


def _left_out(listed: Sequence[Provision], inside: dict[Eid, list[Provision]]) -> Iterator[Unread]:
    before: Provision | None = None
    for place, each in enumerate(listed):
        earlier, here = count(before.eid.number) if before else (0,), count(each.eid.number)
        if not follows(earlier, here):
            told = [follows(here, count(after.eid.number)) for after in listed[place + 1:place + 2]]
            lost = _numbers(before, each) if here > earlier else ()
            alone = not any(told) and (len(lost) < 2 or before is None or each.eid.parent is not None)
            doubtful = [*_holding(before, lost, inside), *([each.eid] if alone else [])]
            if before is None or not lost:
                doubtful.append(each.eid.outermost if each.eid.parent else LAW)
            beside = before.number if before else ""
            yield from _doubt(each, doubtful, lost, f"{beside} … {each.number}".strip())
        if here > earlier:
            before = each


def _numbers(before: Provision | None, here: Provision) -> tuple[Eid, ...]:
    """Return the addresses between two of a list, none where they are too many."""
    numbers = between(before.eid.number if before else "0", here.eid.number)
    return tuple(_beside(here.eid, number) for number in numbers)


def _beside(eid: Eid, number: str) -> Eid:
    return eid.parent.child(eid.kind, number) if eid.parent else top(eid.kind, number)


def _holding(before: Provision | None, lost: Sequence[Eid], inside: dict[Eid, list[Provision]]) -> Iterator[Eid]:
    """Give what stands before a hole and may hold what is left out: it has no number, or prints that one."""
    if before is None:
        return
    numbers = "|".join(eid.number for eid in lost)
    printed = re.compile(rf"(?<![\w-])(?:{numbers})(?![\w-])") if numbers else None
    for each in inside[before.eid]:
        text = each.text or each.heading or ""
        apart = each.kind is Kind.ALINEA and (before.eid.parent or len(lost) < 2)
        if apart or (printed and printed.search(text)):
            yield each.eid


def _run_in(each: Provision, lang: str) -> Iterator[Eid]:
    """Give what begins in the middle of a line: "1. It shines. 2. It burns.", "It burns. Article 2. Oil"."""
    own, text = each.eid, _QUOTED.sub(lambda match: "-" * len(match[0]), each.text or "")
    due = {eid.kind: eid for eid in (*own.ancestors[::-1], own)}
    for match in _RUN_IN.finditer(text):
        number = match["number"]
        for kind in _POINTS if match["mark"] == ")" else (Kind.PARAGRAPH,):
            before = due.get(kind)
            if follows(count(before.number) if before else (0,), count(number)) or (before is None and number == "2"):
                due[kind] = found = _beside(before, number) if before else own.child(kind, number)
                yield found
                break
    article = own.outermost
    for match in _SENTENCE.finditer(text) if article.kind is Kind.ARTICLE else ():
        heading = read_heading(text[match.end():match.end() + _HEADING], lang)
        if heading and heading.kind is Kind.ARTICLE and heading.rest and follows(
                count(article.number), count(heading.number)):
            yield top(Kind.ARTICLE, heading.number)


def _doubt(each: Provision, eids: Sequence[Eid], lost: Sequence[Eid], text: str) -> Iterator[Unread]:
    for kind, found in ((UnreadKind.TEXT, eids), (UnreadKind.REST, lost)):
        if found:
            yield Unread(kind, tuple(dict.fromkeys(found)), (), each.span, text)


def left_in_notes(readings: Sequence[tuple[Note, NoteReading]], provisions: Sequence[Provision]) -> Gone:
    """Return the units that notes tell to be excluded in their places, by note."""
    known = frozenset(each.eid for each in provisions)
    told = ((note, reading.claims) for note, reading in readings
            if reading.claims and all(_excludes(claim, known) for claim in reading.claims))
    found = ((note, tuple(_left(note, claims, provisions))) for note, claims in told)
    return {note: units for note, units in found if units}


def in_place(note: Note, units: Sequence[Provision]) -> Note:
    """Return a note that speaks of the unit in whose place it stands."""
    own = units[0].eid
    return replace(note, eid=own, near=own.parent if own.kind is Kind.POINT else None)


def _excludes(claim: Claim, known: frozenset[Eid]) -> bool:
    return (claim.action.ends and not claim.pending and claim.act is not None and claim.target.kind in _NUMBERED
            and claim.target not in known)


def _left(note: Note, claims: Sequence[Claim], provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Give the units of a note, none unless each of them fits."""
    span = place_of(note.blocks[0])
    above = [each for each in provisions if each.span.start < span.start]
    below = provisions[len(above):]
    units: dict[Eid, Provision] = {}
    for target in dict.fromkeys(claim.target for claim in claims):
        before = _before(target, (*above, *units.values()))
        after = next((each for each in below if before and _listed(each, before.eid)), None)
        if before is None or not _fits(before, target, after):
            return
        eid = Eid(f"{before.eid.removesuffix(before.eid.number)}{target.number}")
        units[eid] = replace(before, eid=eid, number=target.number, heading=None, text=None, excluded=True, span=span,
                             heading_span=None)
    yield from units.values()


def _before(target: Eid, above: Sequence[Provision]) -> Provision | None:
    """Return the unit that stands before the place of another one in its list; none where that is empty itself."""
    last = above[-1] if above else None
    if last is None or not (last.text or last.excluded):
        return None
    named = target.parent or _annex(last.eid)
    found = next((each for each in reversed(above)
                  if each.kind is target.kind and _may_hold(each.eid.parent, named)), None)
    open_still = found is not None and (found.kind.divides or found.eid in (last.eid, *last.eid.ancestors))
    return found if open_still else None


def _annex(eid: Eid) -> Eid | None:
    return eid.outermost if eid.outermost.kind is Kind.ANNEX else None


def _may_hold(holder: Eid | None, named: Eid | None) -> bool:
    """Tell whether a list may be the one that a note names, as "point 2" of the article for that of its paragraph."""
    return holder == named or (holder is not None and named is not None and holder.within(named))


def _listed(each: Provision, beside: Eid) -> bool:
    return each.kind is beside.kind and each.eid.parent == beside.parent


def _fits(before: Provision, target: Eid, after: Provision | None) -> bool:
    here = count(target.number)
    return count(before.eid.number) < here and (after is None or here < count(after.eid.number))
