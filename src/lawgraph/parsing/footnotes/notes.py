"""Read footnotes and editorial lines into claims.

Several acts share one note: later ones come without "Law" or with the day before the number, and the verb carries over.
"Chapter 2 is supplemented by Article 9-1 …; as amended by …" is an insertion and a modification, both of Article 9-1.
A bracket belongs to the act before it. What no rule reads is a finding; it is never dropped and never guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from lawgraph.languages.printed import find_days, well_formed
from lawgraph.languages.scanner import Token, begins, cut, label_end, level
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, Nesting
from lawgraph.law.acts import MOST_TARGETS
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.document import ActLink, Claim, Finding, Severity, Unread, UnreadKind
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.footnotes.besides import named_somehow
from lawgraph.parsing.footnotes.clauses import addresses, is_annexed_within, units
from lawgraph.parsing.footnotes.doubts import (
    MOST_ACTS,
    MOST_CLAIMS,
    NOT_UNDERSTOOD,
    NotePlace,
    NoteReading,
    beside_others,
    beyond,
    blamed,
    has_several_ends,
    is_open_list,
    may_bring_back,
    named_oddly,
    of_any_annex,
    other_article,
    spread,
    untold,
    with_link,
)
from lawgraph.parsing.footnotes.exceptions import excepted_from, without_narrowing
from lawgraph.parsing.footnotes.statements import Naming, Statement, is_verb, statements
from lawgraph.parsing.footnotes.targets import Head, Setting, again, heads_of, named_targets, unused, with_new_words

_NUMBER = re.compile(r"\d{1,6}(?:-\d{1,4}){0,4}\)?")  # of a unit that nobody has read: it may be any
_CLOSED = re.compile(r"\)[\s.;*]{0,9}$")
_MOST_STEPS = 2_000_000
_COUNTED = {"after_the_day", "on_publication"}
_UNCHECKED = {"law", "toc", "preamble", "law__heading"}


@dataclass(frozen=True, slots=True)
class _Note:
    """Hold the blocks of one note with their places, and where each begins in the run of them all."""

    texts: tuple[str, ...]
    places: tuple[NotePlace, ...]
    starts: tuple[int, ...]
    tokens: tuple[Token, ...]
    lang: str
    pending: bool
    editorial: tuple[Eid, ...] = ()

    def block(self, start: int) -> int:
        return bisect_right(self.starts, start) - 1


def read_note(texts: tuple[str, ...], places: tuple[NotePlace, ...], lang: str) -> NoteReading:
    """Return what one footnote with its continuation blocks says, each claim with the text and span of its block."""
    return _read(_note(texts, places, lang))


def read_editorial(rest: str, eids: tuple[Eid, ...], place: NotePlace, lang: str) -> NoteReading | None:
    """Return what an editorial line in the place of `eids` says, `None` where `rest` is wording of the law."""
    rule = begins(rest, spoken(lang).notes.editorial, lang) if eids else None
    if rule is None:
        return None
    if rule.name == "unit_itself":
        cut_off = label_end(level(rest), (rule,), lang)
        closed = _CLOSED.search(rest) if rest[:1] == "(" else None  # "(Article is excluded by …)"
        return read_editorial(rest[cut_off:closed.start() if closed else None], eids, place.behind(cut_off), lang)
    return _read(replace(_note((rest,), (place,), lang), editorial=eids))


def _note(texts: tuple[str, ...], places: tuple[NotePlace, ...], lang: str) -> _Note:
    starts = tuple(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
    tokens = without_narrowing(tuple(_tokens(texts, starts, places, lang)))
    return _Note(texts, places, starts, tokens, lang, any(token.meaning is Mark.PENDING for token in tokens))


def _tokens(texts: tuple[str, ...], starts: tuple[int, ...], places: tuple[NotePlace, ...], lang: str
            ) -> Iterator[Token]:
    """Give the tokens of a note; "point 3 of the Rules" is one of those in which it stands, if they are annexed."""
    for text, start, place in zip(texts, starts, places, strict=True):
        annexed = place.eid is not None and place.eid.outermost.kind is Kind.ANNEX and not is_annexed_within(place.eid)
        plain = level(text)
        skipped = label_end(plain, spoken(lang).notes.labels, lang)
        for token in _doubted(tuple(cut(plain[skipped:], lang)), lang):
            meaning = Mark.FILLER if annexed and token.rule == "of_rules" else token.meaning
            yield Token(meaning, token.rule, token.text, start + skipped + token.start)
        yield Token(Mark.ENDS, "end_of_block", "", start + len(text))


def _doubted(tokens: tuple[Token, ...], lang: str) -> Iterator[Token]:
    """Leave a clause unread whose count could not be read: "three weeks" before "after the day of its publication"."""
    larger_first = spoken(lang).words.nesting is Nesting.LARGER_FIRST
    counts = (*tokens[1:], None) if larger_first else (None, *tokens)
    for token, count in zip(tokens, counts, strict=False):
        doubtful = token.rule in _COUNTED and count is not None and count.meaning is Mark.UNREAD
        yield replace(token, meaning=Mark.UNREAD, rule="unread") if doubtful else token


def _read(note: _Note) -> NoteReading:
    claims: list[Claim] = []
    started: list[Claim] = []  # or brought back by an act: whether they were there before is not told
    carried: tuple[Head, ...] = ()
    said, findings = _with_links(note, statements(note.tokens, note.lang))
    if has_several_ends(note.tokens, note.lang):
        return _not_told_apart(note, said)
    back = may_bring_back(note.tokens, note.lang)
    findings += [*_left_over(note, said), *_brackets(note), *_days(note), *_beside(note)]
    for statement in said:
        setting = _setting(note, statement)
        carried = heads_of(statement.heads, setting, carried)
        acts = len(statement.namings)
        if len(carried) > MOST_TARGETS or acts > MOST_ACTS or len(claims) + len(carried) * acts > MOST_CLAIMS:
            return beyond(note.texts, note.places)
        for place, naming in enumerate(_acts(statement)):
            heads = named_targets(naming.targets, setting) or (tuple(map(again, carried)) if place else carried)
            made = tuple(_claim(note, statement, naming, head) for head in heads)
            excepted, left_out, unclear = _exceptions(note, naming, made)
            made = tuple(replace(each, but=left_out or ((each.target,) if unclear else ())) for each in made)
            claims += (*made, *excepted)
            begins = any(token.rule == "put_into_operation" for token in statement.heads)
            started += (each for each in made if begins or (back and each.action is Action.INSERTION))
            findings += (*_doubts(note, naming, made), *unclear)
        findings += _odd(note, statement, carried)
        claims += _without_act(note, statement, carried)
    findings += _silence(note, said, claims)
    begun = (Unread(UnreadKind.NOTE, (each.target,), (), each.span, each.text) for each in started if not each.pending)
    unread = (*_unread(note, said, claims, findings), *begun, *_of_neighbours(note, claims))
    claims = claims if unread or note.pending else with_new_words(claims, note.tokens, note.lang)
    other = None if note.editorial else other_article(claims, note.places[0], note.texts[0], note.lang)
    if other:
        words = f"a note under {other.eids[0]} speaks of {other.eids[-1]}: one of them may be misprinted"
        findings.append(_finding(note, 0, "other_article", words, Severity.WARNING))
    return NoteReading(tuple(claims), tuple(findings), (*unread, other) if other else unread)


def _of_neighbours(note: _Note, claims: Iterable[Claim]) -> Iterator[Unread]:
    """Give the blocks that may speak of units which they do not name by a number of their own."""
    acts = tuple(dict.fromkeys(each.act for each in claims if each.act))
    for number, (place, text) in enumerate(zip(note.places, note.texts, strict=True)):
        tokens = [token for token in note.tokens if note.block(token.start) == number]
        if eids := tuple(named_somehow(text, tokens, place.known, note.lang)):
            yield Unread(UnreadKind.NOTE, eids, acts, place.span, text)


def _not_told_apart(note: _Note, said: tuple[Statement, ...]) -> NoteReading:
    """Return a note that gives several units a day each: which of them has which is not read."""
    words = "which unit has which of these days is not read"
    findings = [_finding(note, start, "unread_footnote", f"{words}: {_line(note, start)}") for start in note.starts]
    unread = tuple(replace(each, acts=()) for each in _unread(note, said, [], findings))
    return NoteReading((), tuple(findings), unread)


def _unread(note: _Note, said: tuple[Statement, ...], claims: list[Claim], findings: list[Finding]
            ) -> Iterator[Unread]:
    """Give each block of which something could not be read: it may speak of where it stands and of what it names."""
    doubted = {finding.line for finding in findings if finding.kind in NOT_UNDERSTOOD}
    alone = {note.block(token.start) for token in note.tokens
             if token.meaning is Mark.UNREAD and _NUMBER.fullmatch(token.text)}
    for number, place in ((n, place) for n, place in enumerate(note.places) if place.span.line in doubted):
        here = [statement for statement in said if note.block(statement.start) == number]
        own = note.editorial or (_article(place.next_eid or place.eid or LAW),)
        named = [claim.target for claim in claims if claim.span == place.span]
        named += [eid for statement in here for told in (statement.heads, statement.extras)
                  for unit in units(told, note.lang) for eid in addresses(unit, own[0], place.known)]
        named += [eid for token in beside_others(note.tokens, note.lang) if note.block(token.start) == number
                  for unit in units((token,), note.lang) for eid in addresses(unit, own[0], place.known)]
        named += named_oddly(note.texts[number], own[0], place.known, note.lang)
        steps = len(here) * len(note.tokens) + len(set(named) - place.known) * len(place.known)
        if number in alone or steps > _MOST_STEPS or any(is_open_list(each, note.tokens, note.lang) for each in here):
            named = [LAW]
        named = [each for eid in named for each in spread(eid, place.known)]
        namings = tuple(naming for statement in here for naming in statement.namings)
        kinds = [finding.kind for finding in findings if finding.line == place.span.line]
        tokens = tuple(token for token in note.tokens if note.block(token.start) == number)
        acts = blamed(tokens, _left(tokens, here, note.lang), namings, kinds, note.lang) or tuple(
            dict.fromkeys(naming.act for naming in namings if naming.act))
        yield Unread(UnreadKind.NOTE, _outermost((*own, *named)), acts, place.span, note.texts[number])
        ended = tuple(dict.fromkeys(eid for statement in here if any(_removes(token) for token in statement.extras)
                                    for unit in units(statement.extras, note.lang)
                                    for eid in addresses(unit, own[0], place.known)))
        if ended:  # what ended had been brought before: nobody knows when
            yield Unread(UnreadKind.NOTE, ended, (), place.span, note.texts[number])


def _removes(token: Token) -> bool:
    return isinstance(token.meaning, Action) and token.meaning.removes


def _article(eid: Eid) -> Eid:
    """Return the article or annex that a provision lies in; a note on the preamble speaks of the law."""
    return LAW if eid.outermost.kind is Kind.PREAMBLE else eid.outermost


def _outermost(eids: Iterable[Eid]) -> tuple[Eid, ...]:
    """Return the provisions without those that lie in another one of them."""
    each = tuple(dict.fromkeys(eids))
    held = frozenset(each)
    return (LAW,) if LAW in held else tuple(eid for eid in each if held.isdisjoint(eid.ancestors))


def _with_links(note: _Note, said: tuple[Statement, ...]) -> tuple[tuple[Statement, ...], list[Finding]]:
    """Return the statements with the acts that the links of the note lead to."""
    if not any(place.links for place in note.places):
        return said, []
    findings: list[Finding] = []
    linked: list[Statement] = []
    for statement in said:
        namings: list[Naming] = []
        ends = [*(naming.start for naming in statement.namings[1:]), None]
        for naming, end in zip(statement.namings, ends, strict=True):
            link = _link(note, naming, end)
            known, told = with_link(naming, link) if link else (naming, None)
            namings.append(known)
            if told:
                findings.append(_finding(note, naming.start, "link_disagrees", told, Severity.WARNING))
        linked.append(replace(statement, namings=tuple(namings)))
    return tuple(linked), findings


def _link(note: _Note, naming: Naming, end: int | None) -> ActLink | None:
    """Return the link on an act's number; where no number is printed, the only link between its beginning and `end`."""
    block = note.block(naming.start)
    base, links = note.starts[block], note.places[block].links
    if naming.numbered is not None:
        start, stop = naming.numbered
        return next((link for link in links if link.start < stop - base and start - base < link.end), None)
    inside = [link for link in links if naming.start - base < link.end and (end is None or link.start < end - base)]
    return inside[0] if len(inside) == 1 else None


def _acts(statement: Statement) -> tuple[Naming, ...]:
    """The acts of a statement; a bare "Law" beside acts with number or day is none."""
    return tuple(naming for naming in statement.namings if naming.act) or statement.namings[:1]


def _setting(note: _Note, statement: Statement) -> Setting:
    place = note.places[note.block(statement.start)]
    eid = note.editorial[0] if note.editorial else place.next_eid or place.eid
    return Setting(eid, note.editorial, place.known, note.lang, place.near)


def _claim(note: _Note, statement: Statement, naming: Naming, head: Head) -> Claim:
    block = note.block(naming.start)
    operation, until = head.until or naming.operation, None
    if head.action is Action.SUSPENSION:
        operation, until = replace(operation, until=None), statement.until or operation.until
    return Claim(head.target, head.action, naming.act, operation, note.places[block].span, note.texts[block],
                 pending=note.pending, editorial=bool(note.editorial), until=until, to=head.to, link=naming.link)


def _exceptions(note: _Note, naming: Naming, made: tuple[Claim, ...]
                ) -> tuple[tuple[Claim, ...], tuple[Eid, ...], list[Finding]]:
    """Return the claims of what the clause of an act excepts, the units that it excepts, and what is not clear."""
    claims: list[Claim] = []
    named: list[Eid] = []
    unclear: list[Finding] = []
    for exception in naming.exceptions:
        excepted = excepted_from(made, exception, note.places[note.block(naming.start)].known, note.lang)
        claims += excepted.claims
        named += excepted.units
        if not excepted.clear:
            eids = ", ".join(each.target for each in made)
            unclear.append(_finding(note, naming.start, "unread_clause",
                                    f"an exception from {eids} is not clear: {_line(note, exception[0].start)}"))
    return tuple(claims), tuple(named), unclear


def _without_act(note: _Note, statement: Statement, heads: tuple[Head, ...]) -> Iterator[Claim]:
    """An editorial line may name no act: "(excluded)"."""
    if note.editorial and not statement.namings:
        bare = Naming(statement.start)
        yield from (_claim(note, statement, bare, head) for head in heads)


def _doubts(note: _Note, naming: Naming, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    if naming.number is None:
        yield _finding(note, naming.start, "missing_number", "the number of the act is not printed")
    elif not well_formed(naming.number):
        yield _finding(note, naming.start, "odd_number", f"{naming.number!r} has not the form of an act's number")
    if naming.day_printed and naming.day is None:
        yield _finding(note, naming.start, "impossible_day", f"no calendar has the day {naming.day_printed!r}")
    elif not naming.day_printed:
        yield _finding(note, naming.start, "missing_day", "the day of adoption is not printed")
    if naming.leads and naming.operation.until:
        yield _finding(note, naming.start, "unread_clause", "a unit operates for a time: what stands there before and "
                       f"after is not told: {_line(note, naming.start)}")
    printed = _line(note, naming.start)
    early = (each for each in claims if each.operation.day and naming.day and each.operation.day < naming.day)
    for each in early:
        yield _finding(note, naming.start, "operation_before_adoption",
                       f"{each.target}: the act was adopted on {naming.day}, but its clause says {each.operation.day}",
                       Severity.WARNING)
    if naming.clause_unread:
        yield _finding(note, naming.start, "unread_clause", f"the clause on commencement is no rule: {printed}")
    if not claims:
        yield _finding(note, naming.start, "unread_footnote", f"an act without target or verb: {printed}")
    yield from _unknown(note, naming, claims)


def _odd(note: _Note, statement: Statement, heads: tuple[Head, ...]) -> Iterator[Finding]:
    """What may not be: a verb or a late unit without an act, a bare "Law" beside other acts, a thing inserted twice."""
    acts, printed = _acts(statement), _line(note, statement.start)
    said = heads or any(is_verb(token) for token in statement.heads)
    if statement.heads and said and not acts and not note.editorial:
        yield _finding(note, statement.start, "unread_footnote", f"no act did this: {printed}")
    for naming in statement.namings:
        if naming.act is None and naming is not acts[0]:
            yield _finding(note, naming.start, "unread_footnote", f"an act without number and day: {printed}")
    if any(head.action is Action.REPEAL for head in heads) and any(
            token.meaning is Action.EXCLUSION for token in statement.heads):
        yield _finding(note, statement.start, "unread_footnote", f"a law is repealed, not excluded: {printed}")
    inserted = any(head.action is Action.INSERTION for head in heads)
    if inserted and len(acts) > 1 and not any(act.targets for act in acts):
        words = f"one thing is inserted by several acts: {printed}"
        yield _finding(note, statement.start, "inserted_twice", words, Severity.WARNING)


def _unknown(note: _Note, naming: Naming, claims: tuple[Claim, ...]) -> Iterator[Finding]:
    known = note.places[note.block(naming.start)].known
    for claim in claims:
        base = claim.target.removesuffix("__heading")
        if claim.action is not Action.INSERTION and claim.target not in _UNCHECKED and base not in known:
            words = f"{claim.target} is not in this document"
            yield _finding(note, naming.start, "unknown_target", words, Severity.WARNING)


def _left(tokens: Iterable[Token], said: Iterable[Statement], lang: str) -> tuple[Token, ...]:
    unread = [token for token in tokens if token.meaning is Mark.UNREAD]
    extras = [token for each in said for token in (*each.extras, *unused(each.heads, lang))]
    return tuple(sorted((*unread, *extras), key=lambda token: token.start))


def _left_over(note: _Note, said: tuple[Statement, ...]) -> Iterator[Finding]:
    """One finding for each block in which words were left that no rule reads or no act and verb take up."""
    for _, group in groupby(_left(note.tokens, said, note.lang), key=lambda token: note.block(token.start)):
        tokens = tuple(group)
        first, last = tokens[0].start, tokens[-1].start + len(tokens[-1].text)
        base = note.starts[note.block(first)]
        rest = note.texts[note.block(first)][first - base:last - base]
        yield _finding(note, first, "unread_footnote", f"this rest could not be read: {rest[:300]!r}")


def _beside(note: _Note) -> Iterator[Finding]:
    place = note.places[0]
    annexes = of_any_annex(note.tokens, place.next_eid or place.eid, place.known, note.lang)
    for token in (*beside_others(note.tokens, note.lang), *untold(note.tokens, note.lang), *annexes):
        words = f"what {token.text!r} speaks of, of what days, or where it ends is not told: {_line(note, token.start)}"
        yield _finding(note, token.start, "unread_footnote", words)


def _brackets(note: _Note) -> Iterator[Finding]:
    depth = 0
    for token in note.tokens:
        depth += (token.meaning is Mark.OPENS) - (token.meaning is Mark.CLOSES)
        if token.rule == "end_of_block" and depth:
            words = "a bracket is never closed" if depth > 0 else "a bracket is never opened"
            yield _finding(note, token.start - 1, "unclosed_bracket", words, Severity.WARNING)
            depth = 0


def _days(note: _Note) -> Iterator[Finding]:
    """A clause may name a day that no calendar has; the day of an act is doubted with the act."""
    for token in note.tokens:
        dated = token.meaning in {RuleKind.ON_DAY, Mark.UNTIL, Action.EXPIRY}
        if dated and any(found.day is None for found in find_days(token.text, note.lang)):
            words = f"no calendar has the day in {token.text!r}, or two days may be meant"
            yield _finding(note, token.start, "impossible_day", words)


def _silence(note: _Note, said: tuple[Statement, ...], claims: list[Claim]) -> Iterator[Finding]:
    remark = any(token.meaning is Mark.REMARK for token in note.tokens)
    if not claims and not remark and not any(statement.namings for statement in said):
        yield _finding(note, 0, "no_act", f"a footnote that names no act: {_line(note, 0)}")


def _line(note: _Note, start: int) -> str:
    return repr(note.texts[note.block(start)][:300])


def _finding(note: _Note, start: int, kind: str, message: str, severity: Severity = Severity.ERROR) -> Finding:
    place = note.places[max(note.block(start), 0)]
    return Finding(kind, severity, message, eid=place.next_eid or place.eid, line=place.span.line)
