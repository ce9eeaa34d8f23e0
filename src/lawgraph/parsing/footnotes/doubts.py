"""What makes a note doubtful, and how far a doubtful note reaches.

A note that tells of more than any law has is not read. Its links may lead to other acts than it names; it may stand
under one article and name only another; its targets may be more than it names: a number that is not there, a list with
words that are not read. A doubtful note reaches where it stands, what it names, and what bears the mark that it hangs
on.

A link is an identity: `Z040000013_` is law No. 13 of 2004. It tells the kind, two figures of the year and the ordinal
number, without the convocation behind it. Orders of ministers bear the number of their registration there, so they are
not compared. A link is exact: where the printed number is another one, the link decides, and the note is reported.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise

from lawgraph.languages.letters import RAISED, SQUARED, SUPERSCRIPTS, count
from lawgraph.languages.printed import find_days
from lawgraph.languages.scanner import Token, begins, found, scan
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, Nesting
from lawgraph.law.amendments import Action
from lawgraph.law.authors import Act
from lawgraph.law.document import ActLink, Claim, Finding, Provision, Severity, Span, Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.footnotes.clauses import address, addresses, is_annexed_within, may_enclose, units
from lawgraph.parsing.footnotes.sentences import plain_numbers
from lawgraph.parsing.footnotes.statements import Naming, Statement

NOT_UNDERSTOOD = {"unread_footnote", "unread_clause", "no_act", "unknown_target", "impossible_day", "inserted_twice"}
"""The findings that leave open what a note says; a number or day that is odd leaves open only who said it."""

MOST_CLAIMS = 100_000
"""The most that the notes of a law tell: units times acts are far more than either."""

MOST_ACTS = 500
"""The most acts that one sentence of a note names: each version of a unit names all that may lie before the next."""


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Tell where a note stands.

    `eid` is the nearest enclosing unit, `None` in the front matter; `next_eid` the unit that follows a note standing
    before its body; `span` is the note's text in the source; `known` are the addresses of all provisions there;
    `links` lead from its text to acts; `near` is the paragraph in which a note stands that has the unit below it.
    """

    eid: Eid | None
    next_eid: Eid | None
    span: Span
    known: frozenset[Eid]
    links: tuple[ActLink, ...] = ()
    near: Eid | None = None

    def behind(self, cut: int) -> "NotePlace":
        """Return the place of a note without its first characters, whose links stand that much nearer to its start."""
        return replace(self, links=tuple(replace(link, start=link.start - cut, end=link.end - cut)
                                         for link in self.links if link.start >= cut)) if self.links else self


@dataclass(frozen=True, slots=True)
class NoteReading:
    """Hold what a note says, what of it does not fit, and what is not understood."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    unread: tuple[Unread, ...] = ()


def beyond(texts: Sequence[str], places: Sequence[NotePlace]) -> NoteReading:
    """Return a note that tells of more changes than are read: any provision may be changed by it."""
    words, first = f"a note tells of more changes than any law has: {texts[0][:300]!r}", places[0]
    finding = Finding("unread_footnote", Severity.ERROR, words, first.eid, line=first.span.line)
    return NoteReading((), (finding,), tuple(Unread(UnreadKind.NOTE, (LAW,), (), place.span, text)
                                             for place, text in zip(places, texts, strict=True)))


_IDENTITY = re.compile(r"[ZKPU](?P<year>[0-9]{2})(?:(?P<old>[0-9]{7})_|(?P<new>[0-9]{8}))")
_ORDINAL = re.compile(r"[0-9]+")
_FIRST_OF_LAST_CENTURY = 90


def with_link(naming: Naming, link: ActLink) -> tuple[Naming, str | None]:
    """Return an act as its link names it, and what the print says otherwise."""
    naming, match = replace(naming, link=link), _IDENTITY.fullmatch(link.act_id)
    if match is None:
        return naming, None
    ordinal = str(int(match["old"] or match["new"]))
    year = int(match["year"]) + (1900 if int(match["year"]) >= _FIRST_OF_LAST_CENTURY else 2000)
    printed = _ORDINAL.match(naming.number or "")
    numbered = printed is not None and printed[0].lstrip("0") == ordinal
    if numbered and (naming.day is None or naming.day.year == year):
        return naming, None
    suffix = (naming.number or "")[printed.end():] if printed else ""
    day = f" dated {naming.day}" if naming.day else ""
    here = f"No. {naming.number}{day}" if naming.number else f"no number{day}"
    told = f"the link names {link.act_id}, which is No. {ordinal} of {year}; printed is {here}"
    return replace(naming, number=f"{ordinal}{suffix}"), told


def other_article(claims: Sequence[Claim], place: NotePlace, text: str, lang: str) -> Unread | None:
    """Return both articles as doubted, the one where the note stands first; `None` where nothing speaks of a misprint.

    What inserts may stand at its container, what is moved names both places, and a note on several articles or on a
    larger unit stands where it suits. What it goes on to say of its own article tells nothing of what was said before.
    A note of the editors is printed above the article of which it speaks.
    """
    own = place.eid.outermost if place.eid else None
    of_own = {(each.act, each.action) for each in claims if own in _places(each)}
    claims = [each for each in claims if (each.act, each.action) not in of_own]
    if own is not None and own.kind is Kind.ANNEX:
        return _of_order_or_rules(claims, own, place, text)
    named = set(chain.from_iterable(map(_places, claims)))
    if own is None or own.kind is not Kind.ARTICLE or len(named) != 1:
        return None
    other = named.pop()
    if other.kind is not Kind.ARTICLE or other not in place.known:
        return None
    if any(each.action is Action.INSERTION for each in claims) or _stands_above(own, other, place, text, lang):
        return None
    acts = tuple(dict.fromkeys(each.act for each in claims if each.act))
    return Unread(UnreadKind.NOTE, (own, other), acts, place.span, text)


def _of_order_or_rules(claims: Sequence[Claim], own: Eid, place: NotePlace, text: str) -> Unread | None:
    """Return what a note in annexed Rules may bring: a point that their order does not have may be one of theirs."""
    brought = [each.target for each in claims if each.action is Action.INSERTION
               and each.target.outermost.kind is not Kind.ANNEX and each.target not in place.known]
    theirs = dict.fromkeys(each if each in place.known else own for each in (Eid(f"{own}__{eid}") for eid in brought))
    acts = tuple(dict.fromkeys(each.act for each in claims if each.act))
    return Unread(UnreadKind.NOTE, (*theirs, *brought), acts, place.span, text) if brought else None


def _places(claim: Claim) -> tuple[Eid, ...]:
    return tuple(each.outermost for each in (claim.target, claim.to) if each)


def _stands_above(own: Eid, other: Eid, place: NotePlace, text: str, lang: str) -> bool:
    """Tell whether a note of the editors stands right before the article that it names."""
    opening = begins(text, spoken(lang).notes.openings, lang)
    if opening is not None and opening.name == "footnote":
        return False
    later = sorted((each for each in place.known if each.kind is Kind.ARTICLE and each == each.outermost
                    and each.order > own.order), key=lambda each: each.order)
    return bool(later) and later[0] == other


_WITH_ALL_BRANCHES = (10_000,)
_LISTED = {Kind.ARTICLE, Kind.CHAPTER, Kind.SECTION}
_LARGER = (Kind.ANNEX, *_LISTED)


def spread(eid: Eid, known: frozenset[Eid]) -> tuple[Eid, ...]:
    """Return what a number may mean that is not there: of "Articles 2-4, 6" the articles from 2 to 4.

    Of a part that is not there, what holds it may be meant: "Article 1 (point 2), Article 3". Of a chapter that is in
    several sections, each.
    """
    figures = eid.number.split("-")
    if eid.outermost.kind.divides and eid.outermost not in known:
        return (eid, *(each for each in known if each.endswith(f"__{eid.outermost}")))
    if eid in known or len(figures) < 2:
        above = next((each for each in eid.ancestors if each in known), None)
        return (eid,) if eid in known or above is None else (eid, above)
    there = [each for each in known if (each.kind, each.parent) == (eid.kind, eid.parent)]
    runs = ((count("-".join(figures[:cut])), count("-".join(figures[cut:]))) for cut in range(1, len(figures)))
    inside = (each for first, last in runs for each in there
              if first <= count(each.number) <= (*last, *_WITH_ALL_BRANCHES))
    return (eid, *inside)


def is_open_list(statement: Statement, tokens: Iterable[Token], lang: str) -> bool:
    """Tell whether words that are not read stand in a list of articles or larger units: "Articles 2 et seq.".

    «статьи 2» may be "of Article 2"; «иные статьи», without a number, are several.
    """
    end = min((naming.start for naming in statement.namings), default=None)
    said = [token for token in tokens if token.start >= statement.start and (end is None or token.start < end)]
    unread = [token.text for token in said if token.meaning is Mark.UNREAD]
    listed = [token.text for token in said if token.meaning in _LISTED]
    plural = spoken(lang).words.plural
    several = len(listed) > 1 or any(found(plural, each) for each in unread) or any(
        found(plural, each) and not each[0].islower() for each in listed)
    return (several and bool(unread)) or any(opens_run(token, lang) for token in said)


def opens_run(token: Token, lang: str) -> bool:
    """Tell whether a run of units begins with a number and has no end: «Статьи со 2»."""
    if not isinstance(token.meaning, Kind) or found(spoken(lang).words.plural, token.text) is None:
        return False
    return found(rf"\s(?:{spoken(lang).words.begins_run})\s+\d+(?:-\d+)*\)?$", token.text) is not None


def untold(tokens: Iterable[Token], lang: str) -> Iterator[Token]:
    """Give where a start is put off or a number changes, and runs of units without an end."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER]
    # Where the larger unit comes first, so does what a verb speaks of: a unit behind the verb is another clause's.
    before = {Mark.ENFORCED} if spoken(lang).words.nesting is not Nesting.LARGER_FIRST else set()
    for token, after in pairwise((*told, *told[-1:])):
        of_unit = isinstance(after.meaning, Kind) and (token.meaning in before or token.rule == "numbering")
        if of_unit or opens_run(token, lang):
            yield token


def beside_others(tokens: Sequence[Token], lang: str) -> Iterator[Token]:
    """Give units that may be targets beside another one, or hold it, or be held by it."""
    yield from _beside_headings(tokens, lang)
    yield from _beside_larger(tokens, lang)


def _beside_headings(tokens: Iterable[Token], lang: str) -> Iterator[Token]:
    """Give units that are joined with a heading: "the title and Article 2" may be two targets or the title of one."""
    words = spoken(lang).words
    larger_first = words.nesting is Nesting.LARGER_FIRST
    before, joined = None, False
    for token in tokens:
        if token.meaning is Mark.FILLER:
            joined = joined or token.text == "," or found(rf"^(?:{words.joint})$", token.text) is not None
            continue
        unit, heading = (before, token) if larger_first else (token, before)
        if joined and unit and heading and unit.meaning in _LISTED and heading.meaning is Kind.HEADING:
            yield unit
        before, joined = token, False


def _beside_larger(tokens: Iterable[Token], lang: str) -> Iterator[Token]:
    """Give units that a sign or "and" parts from a smaller one: "Article 1 (point 2), Article 3", «2-тарау, 5-бап»."""
    larger_first = spoken(lang).words.nesting is Nesting.LARGER_FIRST
    before: Token | None = None
    parted, joint = False, rf"^(?:[,;)]|{spoken(lang).words.joint})$"
    for token in tokens:
        if token.meaning in (Mark.FILLER, Mark.CLOSES, Mark.ENDS):
            parted = parted or found(joint, token.text) is not None
            continue
        small, large = (token, before) if larger_first else (before, token)
        if parted and small and large and small.meaning is not Kind.HEADING and large.meaning in _LARGER and (
                isinstance(large.meaning, Kind) and may_enclose(small, large.meaning)):
            yield large
        before, parted = token, False


def of_any_annex(tokens: Iterable[Token], around: Eid | None, known: frozenset[Eid], lang: str) -> Iterator[Token]:
    """Give the annexes without a number that may be any of several."""
    nested = is_annexed_within(around)
    yield from (token for token in tokens if (nested and token.rule == "whole") or (
        token.meaning is Kind.ANNEX and any(unit.number is None and (nested or len(addresses(unit, around, known)) > 1)
                                            for unit in units((token,), lang))))


def may_bring_back(tokens: Iterable[Token], lang: str) -> bool:
    """Tell whether a note says "again", or a word that may: not read, of no unit, outside of brackets."""
    depth, units = 0, {each.word for each in spoken(lang).layout.units}
    for token in tokens:
        depth += (token.meaning is Mark.OPENS) - (token.meaning is Mark.CLOSES)
        strange = token.meaning is Mark.UNREAD and token.text.isalpha() and token.text.casefold() not in units
        if token.rule == "again" or (strange and depth == 0):
            return True
    return False


_IN_BRACKETS = {"unread_footnote", "unread_clause"}


def blamed(tokens: Sequence[Token], left: Sequence[Token], namings: Sequence[Naming], kinds: Sequence[str], lang: str
           ) -> tuple[Act, ...]:
    """Return the acts of which alone a note may tell what is not read; none where it may tell that of any act.

    `left` stands in the brackets behind an act then, and names no day before its adoption; the findings of the note are
    of no other `kinds`, and no other act has a clause that is not plain.
    """
    depths = tuple(accumulate((token.meaning is Mark.OPENS) - (token.meaning is Mark.CLOSES) for token in tokens))
    opened = [token.start for token, depth in zip(tokens, depths, strict=True)
              if token.meaning is Mark.OPENS and depth == 1]
    inside = {token.start for token, depth in zip(tokens, depths, strict=True) if depth > 0}
    if not left or kinds.count("unread_footnote") != 1 or not NOT_UNDERSTOOD.intersection(kinds) <= _IN_BRACKETS or any(
            token.start not in inside for token in left) or any(each.act is None or each.leads for each in namings):
        return ()
    behind = [max((start for start in opened if start < token.start), default=0) for token in left]
    told = {max((each.start for each in namings if each.start < start), default=-1) for start in behind}
    those = [each for each in namings if each.start in told]
    others = [each for each in namings if each.start not in told]
    days = [day.day for token in tokens if token.start in inside and max(
        start for start in opened if start <= token.start) in behind for day in find_days(token.text, lang)]
    plain = not any(each.exceptions or each.clause_unread or each.operation.until for each in others) and not any(
        each.start in inside for each in namings)
    late = all(each.day and all(day and day >= each.day for day in days) for each in those)
    return tuple(each.act for each in those if each.act) if plain and late and len(those) == len(told) else ()


_ENDING = {Mark.UNTIL, Action.EXPIRY}
_DATED = {*_ENDING, Mark.DAY}


def has_several_ends(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether days are told of several units in a row: "until 01.01.2018, 01.01.2019 and 01.01.2021"."""
    joint = rf"^(?:,|{spoken(lang).words.joint})$"
    rows = zip(tokens, tokens[1:], tokens[2:], strict=False)
    days = ({one.meaning, two.meaning} for one, between, two in rows if found(joint, between.text))
    return any(each <= _DATED and each & _ENDING for each in days)


_MARK = re.compile(rf"(?P<stars>[*]{{1,5}})|(?:\[\^?|<|\()?(?P<sign>\w{{1,4}})(?:\]:?|>|\))"
                   rf"|(?P<raised>[{SUPERSCRIPTS}]{{1,3}})|(?P<bare>[0-9]{{1,2}})(?=\s)")
_BORNE = re.compile(rf"\[\^?\w{{1,4}}\]|<\w{{1,4}}>|\(\w{{1,4}}\)|[{SUPERSCRIPTS}]+|[*]+")
_HANGING = re.compile(
    rf"(?:\[\^?\w{{1,4}}\]|<\w{{1,4}}>|(?<!\d|[{SQUARED}])[{SUPERSCRIPTS}]{{1,3}}|[*]{{1,5}})[.;:]?\Z")
_WORDLIKE = re.compile(r"\w")
_LONGEST_MARK = 20        # characters, with what stands around it
_MOST_BORNE = 300_000     # provisions that bear a mark, over all notes: with more, a mark tells of no place in the law
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


def widened(unread: Iterable[Unread], provisions: Sequence[Provision], lang: str) -> Iterator[Unread]:
    """Give what is not understood with all that it may speak of, where it is a note in a line of wording.

    The mark on which a note hangs is no wording, and where it ends nobody knows.
    """
    known, bearing = frozenset(provision.eid for provision in provisions), _marks_in(provisions)
    left = _MOST_BORNE
    for each in unread:
        if each.kind is not UnreadKind.NOTE:
            yield each
            continue
        hanging = tuple(_marked(each, bearing, left))
        left -= len(hanging)
        told = () if hanging and each.eids == (LAW,) else each.eids
        found = dict.fromkeys((*told, *named_in(each, known, lang), *hanging))
        yield replace(each, eids=(LAW,) if LAW in found else tuple(found))
        if hanging and LAW not in hanging:
            yield Unread(UnreadKind.TEXT, hanging, (), each.span, each.text)
    for one in provisions:
        if any(text and _HANGING.search(text[-_LONGEST_MARK:]) for text in (one.heading, one.text)):
            yield Unread(UnreadKind.TEXT, (one.eid,), (), one.span, one.text or one.heading or "")


def named_oddly(text: str, around: Eid, known: frozenset[Eid], lang: str) -> tuple[Eid, ...]:
    """Return the units whose numbers a note prints with a sign or a letter for a figure: «Статья З»."""
    plain = plain_numbers(text, lang)
    return () if plain == text else tuple(
        eid for unit in units(scan(plain, lang), lang) for eid in addresses(unit, around, known))


def named_in(each: Unread, known: frozenset[Eid], lang: str) -> Iterator[Eid]:
    """Give the units that words name which are not understood, the law where they may be any."""
    tokens = scan(plain_numbers(each.text, lang), lang)
    if any(opens_run(token, lang) for token in tokens) or _goes_on_oddly(tokens, lang):
        yield LAW
    for unit in units(tokens, lang):
        eid = address(unit, each.eids[0] if each.eids[0] != LAW else None, known)
        if eid.outermost in known:
            yield from spread(eid, known)


def _goes_on_oddly(tokens: Iterable[Token], lang: str) -> bool:
    """Tell whether another number stands behind those of a list, whatever joins them, or a run is told in words."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER and _WORDLIKE.search(token.text)]
    more = any(one.meaning in _LISTED and found(spoken(lang).words.plural, one.text) is not None
               and two.meaning is Mark.UNREAD and two.text.isdecimal() for one, two in pairwise(told))
    runs = zip(told, told[1:], told[2:], strict=False)
    return more or any(one.meaning in _LISTED and one.meaning is two.meaning and three.meaning is Mark.UNREAD
                       for one, two, three in runs)


def _marks_in(provisions: Sequence[Provision]) -> Mapping[str, Sequence[Provision]]:
    """Return the provisions that bear each mark; "¹²" bears the mark "¹" too."""
    bearing: dict[str, list[Provision]] = defaultdict(list)
    for each in provisions:
        runs = {match[0] for match in _BORNE.finditer(f"{each.heading or ''} {each.text or ''}")}
        for mark in {mark for run in runs for mark in _parts(run)}:
            bearing[mark].append(each)
    return bearing


def _parts(run: str) -> Iterator[str]:
    if run[0] in "[<(":
        yield run
        return
    yield from (run[start:end] for start in range(len(run)) for end in range(start + 1, min(len(run), start + 5) + 1))


def _marked(each: Unread, bearing: Mapping[str, Sequence[Provision]], most: int) -> Iterator[Eid]:
    """Give the provisions that bear the mark with which a note begins; where none does, or too many do, the law."""
    match = _MARK.match(each.text)
    if match is None:
        return
    sign = match["sign"] or match["bare"] or (match["raised"] or "").translate(_LOWERED)
    told = (match["stars"],) if match["stars"] else (
        f"[{sign}]", f"[^{sign}]", f"<{sign}>", f"({sign})", *([sign.translate(RAISED)] if sign.isdecimal() else []))
    borne = [bearing.get(mark, ()) for mark in told]
    if sum(map(len, borne)) > most:
        yield LAW
        return
    found = [one.eid for those in borne for one in those if one.span.line != each.span.line]
    yield from found
    if not found and (match["raised"] or match[0].startswith("[^")):
        yield LAW
