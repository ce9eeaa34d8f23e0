"""Sort the tokens of a note into statements: what is said of which units, and by which acts.

A statement ends where, after an act, something new is said of a unit; acts that follow without a verb belong to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lawgraph.languages.printed import day_in, end_in, find_days, find_numbers, read_day, read_number
from lawgraph.languages.scanner import Token
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, Nesting
from lawgraph.law.amendments import Action, OperationRule, RuleKind
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.document import ActLink
from lawgraph.law.eid import Kind
from lawgraph.parsing.footnotes.clauses import UNSTATED, read_clause
from lawgraph.parsing.footnotes.exceptions import Exceptions, split_exceptions

_SILENT = {Mark.FILLER, Mark.QUOTE, Mark.UNREAD, Mark.REMARK}


class Stage(StrEnum):
    """How far an act has been read: its name still open, its bracket behind it, or left behind for good."""

    OPEN = "open"
    CLAUSED = "claused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Naming:
    """Hold an act as a note names it, from `start` on; `leads` tells that its clause stands before it.

    `numbered` is where its number is printed, from and to. `exceptions` are what its clause leaves out, in tokens.
    """

    start: int
    kind: ActKind | None = None
    number: str | None = None
    day: date | None = None
    day_printed: str | None = None
    rule: OperationRule | None = None
    enforced: bool = False
    targets: Token | None = None
    stage: Stage = Stage.OPEN
    leads: bool = False
    numbered: tuple[int, int] | None = None
    until: date | None = None
    applies_from: date | None = None
    exceptions: tuple[tuple[Token, ...], ...] = ()
    link: ActLink | None = None

    @property
    def act(self) -> Act | None:
        """The act, `None` where neither number nor day can be read."""
        if self.number is None and self.day is None:
            return None
        return Act(self.number, self.day, self.kind or ActKind.UNSTATED)

    @property
    def operation(self) -> OperationRule:
        """The clause of this act, with the end of a temporary change and the day since which relations are governed."""
        rule = self.rule or UNSTATED
        return replace(rule, until=self.until or rule.until, applies_from=self.applies_from)

    @property
    def clause_unread(self) -> bool:
        """Tell whether words on commencement stand there without a rule."""
        return self.enforced and self.rule is None


@dataclass(frozen=True, slots=True)
class Statement:
    """Hold units and verbs in the order printed, the acts, and what does not fit."""

    start: int
    heads: tuple[Token, ...]
    namings: tuple[Naming, ...]
    until: date | None
    extras: tuple[Token, ...]


def is_verb(token: Token) -> bool:
    """Tell whether the token says what is done."""
    return isinstance(token.meaning, Action) or token.meaning is Mark.ADDS


def is_head(token: Token) -> bool:
    """Tell whether the token is a verb or names what it is done to."""
    return is_verb(token) or isinstance(token.meaning, Kind) or token.meaning in {Mark.THROUGHOUT, Mark.WORDS}


def statements(tokens: tuple[Token, ...], lang: str) -> tuple[Statement, ...]:
    """Return the statements of a note, kinds of act carried over to acts that print none."""
    kept, exceptions = split_exceptions(tokens)
    said = tuple(_statements(kept, lang))
    return with_exceptions(said, exceptions) if exceptions else said


def with_exceptions(said: tuple[Statement, ...], exceptions: Exceptions) -> tuple[Statement, ...]:
    """Return the statements with each exception given to the act that is named last before it."""
    held = [(naming.start, place) for place, each in enumerate(said) for naming in each.namings]
    found: dict[tuple[int, int], Exceptions] = {}
    for exception in exceptions:
        before = [each for each in held if each[0] <= exception[-1].start]
        key = before[-1] if before else (said[0].start, 0)
        found[key] = (*found.get(key, ()), exception)
    return tuple(_given(each, place, found) for place, each in enumerate(said))


def _given(statement: Statement, place: int, found: dict[tuple[int, int], Exceptions]) -> Statement:
    namings = tuple(replace(each, exceptions=found.pop((each.start, place), ())) for each in statement.namings)
    lost = tuple(token for (_, at), left in found.items() if at == place for each in left for token in each)
    return replace(statement, namings=namings, extras=(*statement.extras, *lost))


def _statements(tokens: tuple[Token, ...], lang: str) -> Iterator[Statement]:
    draft = _Draft(tokens[0].start if tokens else 0, lang)
    told = tuple(token for token in tokens if token.meaning not in _SILENT)
    anew = frozenset(_beginning_anew(tokens))
    for token in _laws_as_targets(told):
        broken_off = draft.without_verb and token.start in anew
        if is_head(token) and (draft.complete or broken_off) and not draft.depth:
            yield draft.freeze()
            draft = _Draft(token.start, lang)
        draft.take(token)
    yield draft.freeze()


def _beginning_anew(tokens: tuple[Token, ...]) -> Iterator[int]:
    """Give where the first tokens of sentences start that stand behind the bracket of an act."""
    closed = stopped = False
    for token in tokens:
        if token.text == "." and token.meaning in _SILENT:
            stopped = closed
        elif token.meaning not in _SILENT:
            if stopped:
                yield token.start
            closed, stopped = token.meaning is Mark.CLOSES, False


def _laws_as_targets(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """"The Law is in the wording of the Law …": the first is what changes, not an act."""
    for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
        changed = isinstance(token.meaning, ActKind) and after is not None and not _names_act(before) \
            and (is_head(after) or after.meaning is Mark.PENDING)
        yield replace(token, meaning=Kind.LAW) if changed else token


def _names_act(token: Token | None) -> bool:
    if token is None:
        return False
    return token.meaning in {Mark.NUMBER, Mark.DAY, Mark.CLOSES, Mark.ISSUER} or isinstance(token.meaning, RuleKind)


class _Draft:
    """Collect one statement, token by token; `last` is the act being read, `leading` a clause before any act."""

    __slots__ = ("depth", "earlier", "extras", "heads", "lang", "last", "leader", "leading", "said", "start", "until")

    def __init__(self, start: int, lang: str) -> None:
        self.start, self.lang = start, lang
        self.heads: list[Token] = []
        self.extras: list[Token] = []
        self.earlier: list[Naming] = []
        self.last: Naming | None = None
        self.leading: OperationRule | None = None
        self.leader: Token | None = None
        self.until: date | None = None
        self.depth = 0
        self.said = False

    @property
    def complete(self) -> bool:
        """Tell whether an act and a verb have been read."""
        return self.last is not None and self.said

    @property
    def without_verb(self) -> bool:
        """Tell whether a unit and an act have been read, and no verb that is understood."""
        return self.last is not None and not self.said and bool(self.heads)

    def take(self, token: Token) -> None:
        """Give a token its place."""
        match token.meaning:
            case Mark.NUMBER | Mark.DAY | ActKind():
                self._name(token)
            case RuleKind():
                self._clause(token)
            case Mark.OPENS | Mark.CLOSES | Mark.ENDS | Mark.ENFORCED | Mark.TARGETS:
                self._mark(token)
            case Mark.UNTIL | Mark.APPLIES:
                self._day(token)
            case Action.EXPIRY if self.depth > 0 and self.complete:
                self._day(token)
            case _ if is_head(token):
                self._head(token)

    def freeze(self) -> Statement:
        """Return the statement; a clause that no act followed is left over."""
        if self.leading and self.leader:
            self.extras.append(self.leader)
        namings = [*self.earlier, self.last] if self.last else []
        if not self.said and any(naming.leads for naming in namings) and self.heads:
            self._head(_put_into_operation(self.start))
        return Statement(self.start, tuple(self.heads), _with_kinds(namings, self.lang), self.until, tuple(self.extras))

    def _head(self, token: Token) -> None:
        if self.depth > 0 and self.complete:
            self.extras.append(token)
            return
        self.heads.append(token)
        self.said = self.said or is_verb(token)

    def _mark(self, token: Token) -> None:
        match token.meaning:
            case Mark.OPENS:
                self.depth += 1
            case Mark.CLOSES:
                self.depth = max(self.depth - 1, 0)
                self._change(stage=Stage.CLAUSED)
            case Mark.ENDS:
                self.depth = 0 if token.rule == "end_of_block" else self.depth
                self._change(stage=Stage.ENDED)
            case Mark.TARGETS:
                self._change(targets=token)
            case _ if self.last is not None and not self.last.enforced:
                self._change(enforced=True)

    def _day(self, token: Token) -> None:
        """Take an end, of the act's change in its bracket and else of what is suspended, or a day of applicability."""
        day = day_in(token.text, self.lang) if token.meaning is Mark.APPLIES else end_in(token.text, self.lang)
        suspended = any(each.meaning is Action.SUSPENSION for each in (*self.heads, *self.extras[-1:]))
        if token.meaning is Mark.APPLIES and self.last is not None:
            self.last = replace(self.last, applies_from=day)
        elif token.meaning is Mark.APPLIES:
            self.extras.append(token)
        elif self.depth > 0 and self.complete and self.last is not None and not suspended:
            self.last = replace(self.last, until=day)
        else:
            self.until = day

    def _change(self, **changes: Stage | Token | bool | OperationRule) -> None:
        """Change the last act; one that has ended stays so."""
        if self.last is not None and self.last.stage is not Stage.ENDED:
            self.last = replace(self.last, **changes)  # type: ignore[arg-type]

    def _open(self, *stages: Stage) -> Naming | None:
        return self.last if self.last and self.last.stage in {Stage.OPEN, *stages} else None

    def _name(self, token: Token) -> None:
        joined = self._joinable(token)
        if joined is None:
            self._begin(Naming(token.start, rule=self.leading, leads=self.leading is not None))
        self.last = _with(joined or self.last or Naming(token.start), token, self.lang)

    def _begin(self, naming: Naming) -> None:
        if self.last:
            self.earlier.append(self.last)
        self.last, self.leading = naming, None

    def _joinable(self, token: Token) -> Naming | None:
        """The act that a number, day or kind completes, `None` where it begins another one."""
        if isinstance(token.meaning, ActKind):
            last = self._open(Stage.CLAUSED)
            return last if last and last.kind is None else None
        last = self._open()
        if last is None:
            return None
        taken = last.number if token.meaning is Mark.NUMBER else last.day_printed
        return last if taken is None else None

    def _clause(self, token: Token) -> None:
        """A clause belongs to the act before it; one without such an act to the act that follows."""
        last, rule = self._open(Stage.CLAUSED), read_clause(token, self.lang)
        if last and last.rule is None:
            self._change(rule=rule, stage=Stage.CLAUSED)
        elif self.leading and not last and rule.reference and find_numbers(token.text):
            self._named_in_reference(token)
        elif last or self.leading:
            self.extras.append(token)
        else:
            self.leading, self.leader = rule, token

    def _named_in_reference(self, token: Token) -> None:
        """«Подпункт 2) вводится в действие с … (см. ст. 15 Закона РК от … № …)»: that act puts it into operation."""
        number, days = find_numbers(token.text)[0].number, find_days(token.text, self.lang)
        day, printed = (days[0].day, days[0].text) if days else (None, None)
        self._begin(Naming(token.start, ActKind.LAW, number, day, printed, self.leading, stage=Stage.CLAUSED))
        self._head(_put_into_operation(token.start))


def _put_into_operation(start: int) -> Token:
    """The verb that stands in "comes into operation": a change of when a unit operates."""
    return Token(Action.MODIFICATION, "put_into_operation", "", start)


def _with(naming: Naming, token: Token, lang: str) -> Naming:
    match token.meaning:
        case Mark.NUMBER:
            return replace(naming, number=read_number(token.text),
                           numbered=(token.start, token.start + len(token.text)))
        case Mark.DAY:
            return replace(naming, day=read_day(token.text, lang), day_printed=token.text)
        case ActKind():
            return replace(naming, kind=token.meaning)
        case _:
            return naming


def _with_kinds(namings: list[Naming], lang: str) -> tuple[Naming, ...]:
    """Kazakh names the kind behind the last act («… Заңдарымен»), English and Russian before the first."""
    larger_first = spoken(lang).words.nesting is Nesting.LARGER_FIRST
    filled: list[Naming] = []
    for naming in namings[::-1] if larger_first else namings:
        kind = naming.kind or (filled[-1].kind if filled else None) or _of_convocation(naming)
        filled.append(naming if kind is naming.kind else replace(naming, kind=kind))
    return tuple(filled[::-1] if larger_first else filled)


def _of_convocation(naming: Naming) -> ActKind | None:
    return ActKind.LAW if naming.number and naming.number[-1] in "IVX" else None
