"""What a note is about: units and verbs become pairs of address and action, with the words that replace others.

`supplemented` names what is added beside its container; "introduced" says it of the thing itself. Words replaced
throughout the text are a change of the law; words replaced in one article are a change of that article.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from lawgraph.languages.letters import CAPITAL_ROMAN
from lawgraph.languages.printed import end_in
from lawgraph.languages.scanner import Token, begins, plain_pattern
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, Nesting, NumberPlace
from lawgraph.law.acts import MOST_TARGETS
from lawgraph.law.amendments import Action, OperationRule, RuleKind, done_to
from lawgraph.law.document import Claim
from lawgraph.law.eid import LAW, Eid, Kind, top
from lawgraph.parsing.footnotes.clauses import UNSTATED, NamedUnit, address, addresses, units
from lawgraph.parsing.footnotes.statements import is_verb


@dataclass(frozen=True, slots=True)
class Setting:
    """Tell where a statement stands: the unit around it, the addresses of its editorial line, what is known there.

    `near` is the paragraph it stands in, where the unit that it speaks of stands below.
    """

    eid: Eid | None
    own: tuple[Eid, ...]
    known: frozenset[Eid]
    lang: str
    near: Eid | None = None

    @property
    def default(self) -> tuple[Eid, ...]:
        """What a verb without a unit speaks of."""
        return self.own or ((self.eid,) if self.eid and self.eid != "preamble" else (LAW,))

    def address(self, unit: NamedUnit, around: Eid | None = None) -> Eid:
        """Return the address of a unit that is named here; of several, the one in the paragraph at hand."""
        plain = address(unit, around or self.eid, self.known)
        if plain in self.known or self.near is None or unit.within is not None:
            return plain
        close = self.near.child(plain.kind, plain.number)
        return close if close in self.known else plain

    def addresses(self, unit: NamedUnit) -> tuple[Eid, ...]:
        """Return the address of a unit that is named here, and of what a run of numbers to it passes over."""
        runs = unit.since or (unit.within and unit.within.since)
        passed = addresses(unit, self.eid, self.known)[:-1] if runs else ()
        return (*passed, self.address(unit))


@dataclass(frozen=True, slots=True)
class Head:
    """Hold one target and what is done to it; `until` is the day on which an expiry takes place.

    `within` is the unit to which something was added, where the note speaks of that unit and not of what was added;
    `to` is the new address of what was renumbered.
    """

    target: Eid
    action: Action
    until: OperationRule | None = None
    within: Eid | None = None
    to: Eid | None = None

    @property
    def subject(self) -> Eid:
        """What a verb without a unit that follows speaks of."""
        return self.within or self.target


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Hold a verb, what stands before it, and the units that are added, which may follow it."""

    before: tuple[Token, ...]
    verb: Token
    after: tuple[Token, ...]


def heads_of(tokens: tuple[Token, ...], setting: Setting, carried: tuple[Head, ...]) -> tuple[Head, ...]:
    """Return targets and actions of a statement; what it leaves open is carried over from the statement before."""
    heads: dict[Head, None] = {}
    for phrase in _phrases(tokens, setting.lang):
        heads |= dict.fromkeys(_apply(phrase, setting, tuple(heads) or carried))
        if len(heads) > MOST_TARGETS:
            break
    return tuple(heads) or _verb_carried_over(tokens, setting, carried) or tuple(map(again, carried))


def again(carried: Head) -> Head:
    """Return what an act did that stands without a verb behind another one: what that brought is not brought twice."""
    return Head(carried.subject, Action.MODIFICATION) if carried.action is Action.INSERTION else carried


def unused(tokens: tuple[Token, ...], lang: str) -> tuple[Token, ...]:
    """Return the units that stand where no verb takes them up."""
    phrases = tuple(_phrases(tokens, lang))
    used = {token.start for phrase in phrases for token in phrase.before + phrase.after}
    return tuple(token for token in tokens if phrases and isinstance(token.meaning, Kind) and token.start not in used)


def _targets_listed(text: str) -> tuple[tuple[str, str], ...]:
    """Return articles and the words behind them from a list: "(Articles: 2, 4 replaced)" gives 2 and 4, "replaced"."""
    body = re.sub(r"^\(\s*\w+\s*:?\s*|\)$", "", text.strip())
    parts = (re.match(r"\s*(\d+(?:-\d+)*)\s*(.*)", part) for part in re.split(r",|;|\band\b", body))
    return tuple((match[1], match[2].strip()) for match in parts if match)


def named_targets(listed: Token | None, setting: Setting) -> tuple[Head, ...]:
    """Return the heads of a list in brackets: "(Articles: 2, 6 replaced, 6-1 introduced)"."""
    if listed is None:
        return ()
    return tuple(Head(top(Kind.ARTICLE, number), _told(words, setting.lang))
                 for number, words in _targets_listed(listed.text))


def _verb_carried_over(tokens: tuple[Token, ...], setting: Setting, carried: tuple[Head, ...]) -> tuple[Head, ...]:
    """"Article 5 as amended by …; Article 6 – by …": the verb of the first is that of the second."""
    named = units(tokens, setting.lang) if carried else ()
    return tuple(Head(eid, carried[-1].action) for unit in named for eid in setting.addresses(unit))


def _told(words: str, lang: str) -> Action:
    verbs = tuple(rule for rule in spoken(lang).notes.tokens if isinstance(rule.meaning, Action))
    rule = begins(words, verbs, lang) if words else None
    return rule.meaning if rule and isinstance(rule.meaning, Action) else Action.MODIFICATION


def _phrases(tokens: tuple[Token, ...], lang: str) -> Iterator[_Phrase]:
    """Units before a verb are what it speaks of; behind "supplemented", or where none stand before, those behind it."""
    verbs = [place for place, token in enumerate(tokens) if is_verb(token)]
    smaller_first = spoken(lang).words.nesting is Nesting.SMALLER_FIRST
    taken = 0
    for place, following in zip(verbs, [*verbs[1:], len(tokens)][:len(verbs)], strict=True):
        before, after = tokens[taken:place], _units_first(tokens[place + 1:following])
        adds = tokens[place].meaning in (Mark.ADDS, Action.RENUMBERING) and smaller_first
        taken = place + 1 + (len(after) if adds else 0)
        yield _Phrase(before or (() if adds or taken > 1 else after), tokens[place], after if adds else ())


def _units_first(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(takewhile(lambda token: isinstance(token.meaning, Kind), tokens))


def _apply(phrase: _Phrase, setting: Setting, carried: tuple[Head, ...]) -> tuple[Head, ...]:
    if phrase.verb.meaning is Action.RENUMBERING:
        return _renumbered(phrase, setting)
    if phrase.after or _adds_last(phrase, setting.lang):
        return _insertions(phrase, setting, carried)
    if any(token.meaning in {Mark.THROUGHOUT, Mark.WORDS} for token in phrase.before):
        return _words_replaced(phrase, setting, carried)
    action = phrase.verb.meaning if isinstance(phrase.verb.meaning, Action) else Action.MODIFICATION
    until = _until(phrase.verb, setting.lang) if action is Action.EXPIRY else None
    first = any(map(_is_first_part, units(phrase.before, setting.lang)))
    return tuple(_head(target, action, until, first=first) for target in _targets(phrase.before, setting, carried))


def _renumbered(phrase: _Phrase, setting: Setting) -> tuple[Head, ...]:
    """Return old and new addresses: "Article 4 is renumbered as Article 3", «4-бап 3-бап деп есептелсін»."""
    named = (*units(phrase.before, setting.lang), *units(phrase.after, setting.lang))
    if any(map(_is_first_part, named)):
        return tuple(dict.fromkeys(Head(setting.address(unit), Action.MODIFICATION) for unit in named))
    before, after = (tuple(setting.address(unit) for unit in units(tokens, setting.lang))
                     for tokens in (phrase.before, phrase.after))
    if not after and len(before) % 2 == 0:
        before, after = before[:len(before) // 2], before[len(before) // 2:]
    if phrase.verb.rule == "moved" and any(old.kind.divides for old in after):
        return tuple(Head(moved, Action.MODIFICATION) for moved in before)  # between chapters: it stays what it was
    if phrase.verb.rule == "moved":
        return (*(Head(new, Action.INSERTION) for new in before), *(Head(old, Action.MODIFICATION) for old in after))
    if len(before) != len(after):
        return ()
    return tuple(Head(old, Action.RENUMBERING, to=new) for old, new in zip(before, after, strict=True))


def _head(target: Eid, action: Action, until: OperationRule | None, *, first: bool) -> Head:
    """A first part has no address, so what is done to it counts as a change of its container."""
    action = done_to(target, action)
    return Head(target, Action.MODIFICATION if first and action is not Action.SUSPENSION else action, until)


def _is_first_part(unit: NamedUnit) -> bool:
    """Tell whether a unit is a first part or indent, which stands at the address of its container."""
    return unit.kind.counted and unit.number == "1"


def _adds_last(phrase: _Phrase, lang: str) -> bool:
    """«3-бап 4-1) тармақшамен толықтырылды»: the thing added stands before the verb, with the ending for that."""
    last = phrase.before[-1].text.casefold() if phrase.before else ""
    return phrase.verb.meaning is Mark.ADDS and last.endswith(spoken(lang).words.added_by)


def _insertions(phrase: _Phrase, setting: Setting, carried: tuple[Head, ...]) -> tuple[Head, ...]:
    added = phrase.after or phrase.before[-1:]
    kinds = {token.meaning for token in added}
    inside = phrase.after + phrase.before
    outer = carried[0].subject if carried and not phrase.before and carried[0].subject != "law" else setting.eid
    found = tuple(unit for unit in units(inside, setting.lang) if unit.kind in kinds)
    targets = tuple(setting.address(unit, outer) for unit in found)
    within = _added_to(targets, outer, setting)
    return tuple(Head(target, Action.MODIFICATION) if _is_first_part(unit)
                 else Head(target, Action.INSERTION, within=within)
                 for unit, target in zip(found, targets, strict=True))


def _added_to(targets: tuple[Eid, ...], outer: Eid | None, setting: Setting) -> Eid | None:
    """Return the unit that stays what the note speaks of: the one it stands in, where a part of it was added."""
    own = outer if outer and setting.eid and outer.within(setting.eid) else setting.eid
    return own if own and all(target.within(own) and target != own for target in targets) else None


def _words_replaced(phrase: _Phrase, setting: Setting, carried: tuple[Head, ...]) -> tuple[Head, ...]:
    """"In the title and throughout the text the words …": title and law; "throughout Article 5 …": the article."""
    place = next((n for n, token in enumerate(phrase.before) if token.meaning is Mark.THROUGHOUT), len(phrase.before))
    apart, inside = (tuple(Head(setting.address(unit), Action.MODIFICATION)
                           for unit in units(tokens, setting.lang) if unit.kind is not Kind.LAW)
                     for tokens in (phrase.before[:place], phrase.before[place:]))
    if inside or (apart and place == len(phrase.before)):
        return apart + inside
    everywhere = place < len(phrase.before) or setting.default == ("law",)
    if everywhere or any(head.action is Action.TEXT_SUBSTITUTION for head in carried):
        return (*apart, Head(LAW, Action.TEXT_SUBSTITUTION))
    return tuple(Head(target, Action.MODIFICATION) for target in setting.default)


def _targets(before: tuple[Token, ...], setting: Setting, carried: tuple[Head, ...]) -> tuple[Eid, ...]:
    named: tuple[NamedUnit, ...] = units(before, setting.lang)
    if named:
        return tuple(dict.fromkeys(eid for unit in named for eid in setting.addresses(unit)))
    return tuple(dict.fromkeys(head.subject for head in carried)) or setting.default


def _until(verb: Token, lang: str) -> OperationRule | None:
    day = end_in(verb.text, lang)
    return OperationRule(RuleKind.ON_DAY, day=day) if day else UNSTATED


_REPLACED, _BY = "replaced", "replacing_words"
_WORD = re.compile(r"[^\W\d_]{3,}")
_UNTOLD = re.compile(r"\d|\.\.|…")
_MARKS = "«»\" "


def with_new_words(claims: Sequence[Claim], tokens: Iterable[Token], lang: str) -> list[Claim]:
    """Return the claims of a note with its new words; what is replaced for a time is put back."""
    lasting = [each.action is Action.TEXT_SUBSTITUTION and each.operation.until is None for each in claims]
    words = _new_words(tokens, lang) if any(lasting) else ()
    return [replace(each, new_words=words) if lasts else each for each, lasts in zip(claims, lasting, strict=True)]


def _new_words(tokens: Iterable[Token], lang: str) -> tuple[str, ...]:
    """Return the words that a note puts in place of others, empty where it does not tell all of them.

    What is deleted leaves nothing behind, figures may be counted on ("I – V" by "1 – 5"), and words with a gap stand
    for others: of such a note nothing is told by what a text does not hold.
    """
    held = tuple(tokens)
    if any(is_verb(token) and token.rule != _REPLACED for token in held):
        return ()
    sides = {Mark.WORDS: list[str](), Mark.FILLER: list[str]()}
    for side, quoted in _quotations(held, behind=spoken(lang).words.number is NumberPlace.BEFORE_WORD):
        sides[side] += quoted
    old, new = sides[Mark.WORDS], sides[Mark.FILLER]
    quotations = sum(token.meaning is Mark.QUOTE for token in held)
    whole = len(old) == len(new) and len(old) + len(new) == quotations
    return tuple(new) if whole and all(_tells(each, lang) for each in new) else ()


def _quotations(tokens: tuple[Token, ...], *, behind: bool) -> Iterator[tuple[Mark, list[str]]]:
    """Give the quotations with the word that tells whether they are old or new; it stands before or behind them."""
    quoted: list[str] = []
    side: Mark | None = None
    for token in tokens:
        if token.meaning is Mark.QUOTE:
            quoted.append(token.text.strip(_MARKS))
        elif token.meaning is Mark.WORDS or token.rule == _BY:
            here = Mark.WORDS if token.meaning is Mark.WORDS else Mark.FILLER
            told = here if behind else side
            if told is not None:
                yield told, quoted
                quoted = []
            side = here
    if side is not None and not behind:
        yield side, quoted


def _tells(words: str, lang: str) -> bool:
    """Tell whether words can be looked for in a text."""
    told = [word for word in _WORD.findall(words) if not CAPITAL_ROMAN.fullmatch(word)]
    of_two_stems = plain_pattern(spoken(lang).words.of_two_stems)
    return bool(told) and not _UNTOLD.search(words) and not of_two_stems.search(words)
