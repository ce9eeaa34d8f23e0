"""Sort the tokens of a note into statements: what is said of which units, and by which acts.

A statement ends where, after an act, something new is said of a unit; acts that follow without a verb belong to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lawgraph.clauses import UNSTATED, read_clause
from lawgraph.grammar import Mark, Nesting
from lawgraph.grammar.scanner import LANGUAGES, Token
from lawgraph.model import Act, Action, ActKind, Kind, OperationRule, RuleKind
from lawgraph.references import day_in, find_days, find_numbers, read_day, read_number


_SILENT = {Mark.FILLER, Mark.QUOTE, Mark.UNREAD, Mark.REMARK}


class Stage(StrEnum):
    """How far an act has been read: its name still open, its bracket behind it, or left behind for good."""

    OPEN = "open"
    CLAUSED = "claused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Naming:
    """Hold an act as a note names it, from `start` on."""

    start: int
    kind: ActKind | None = None
    number: str | None = None
    day: date | None = None
    day_printed: str | None = None
    rule: OperationRule | None = None
    enforced: bool = False
    targets: Token | None = None
    stage: Stage = Stage.OPEN

    @property
    def act(self) -> Act | None:
        """The act, `None` where neither number nor day is printed."""
        if self.number is None and self.day_printed is None:
            return None
        return Act(self.number, self.day, self.kind or ActKind.UNSTATED)

    @property
    def operation(self) -> OperationRule:
        """The clause of this act."""
        return self.rule or UNSTATED

    @property
    def clause_unread(self) -> bool:
        """Tell whether words on commencement stand there without a rule."""
        return self.enforced and self.rule is None


@dataclass(frozen=True, slots=True)
class Statement:
    """Hold units and verbs in the order printed, the acts, and what does not fit."""

    start: int
    heads: tuple[Token, ...] = ()
    earlier: tuple[Naming, ...] = ()
    last: Naming | None = None
    leading: OperationRule | None = None
    until: date | None = None
    depth: int = 0
    extras: tuple[Token, ...] = ()

    @property
    def namings(self) -> tuple[Naming, ...]:
        """The acts, in the order printed."""
        return (*self.earlier, self.last) if self.last else ()

    @property
    def complete(self) -> bool:
        """Tell whether an act and a verb have been read."""
        return self.last is not None and any(is_verb(token) for token in self.heads)


def is_verb(token: Token) -> bool:
    """Tell whether the token says what is done."""
    return isinstance(token.meaning, Action) or token.meaning is Mark.ADDS


def is_head(token: Token) -> bool:
    """Tell whether the token is a verb or names what it is done to."""
    return is_verb(token) or isinstance(token.meaning, Kind) or token.meaning in {Mark.THROUGHOUT, Mark.WORDS}


def statements(tokens: tuple[Token, ...], lang: str) -> tuple[Statement, ...]:
    """Return the statements of a note, kinds of act carried over to acts that print none."""
    return tuple(_with_kinds(statement, lang) for statement in _statements(tokens, lang))


def _statements(tokens: tuple[Token, ...], lang: str) -> Iterator[Statement]:
    statement = Statement(tokens[0].start if tokens else 0)
    told = tuple(token for token in tokens if token.meaning not in _SILENT)
    for token in _laws_as_targets(told):
        if is_head(token) and statement.complete and not statement.depth:
            yield statement
            statement = Statement(token.start)
        statement = _read(statement, token, lang)
    yield statement


def _laws_as_targets(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """"The Law is in the wording of the Law …": the first is what changes, not an act."""
    for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
        changed = isinstance(token.meaning, ActKind) and after is not None and not _names_act(before) \
            and (is_head(after) or after.meaning is Mark.PENDING)
        yield replace(token, meaning=Kind.LAW) if changed else token


def _names_act(token: Token | None) -> bool:
    return token is not None and (token.meaning in {Mark.NUMBER, Mark.DAY, Mark.CLOSES, Mark.ISSUER} or isinstance(token.meaning, RuleKind))


def _read(statement: Statement, token: Token, lang: str) -> Statement:
    match token.meaning:
        case Mark.NUMBER | Mark.DAY | ActKind():
            return _name(statement, token, lang)
        case RuleKind():
            return _clause(statement, token, lang)
        case Mark.OPENS | Mark.CLOSES | Mark.ENDS | Mark.ENFORCED | Mark.TARGETS | Mark.UNTIL:
            return _mark(statement, token, lang)
        case _ if is_head(token):
            inside = statement.depth > 0 and statement.complete
            return replace(statement, extras=(*statement.extras, token)) if inside else replace(statement, heads=(*statement.heads, token))
        case _:
            return statement


def _mark(statement: Statement, token: Token, lang: str) -> Statement:
    match token.meaning:
        case Mark.OPENS:
            return replace(statement, depth=statement.depth + 1)
        case Mark.CLOSES:
            return _last(replace(statement, depth=max(statement.depth - 1, 0)), stage=Stage.CLAUSED)
        case Mark.ENDS:
            return _last(replace(statement, depth=0 if token.rule == "end_of_block" else statement.depth), stage=Stage.ENDED)
        case Mark.UNTIL:
            return replace(statement, until=day_in(token.text, lang))
        case Mark.TARGETS:
            return _last(statement, targets=token)
        case _:
            unsaid = statement.last is not None and not statement.last.enforced
            return _last(statement, enforced=True) if unsaid else statement


def _last(statement: Statement, **changes: Stage | Token | bool | OperationRule) -> Statement:
    """Change the last act of the statement; one that has ended stays so."""
    if statement.last is None or statement.last.stage is Stage.ENDED:
        return statement
    return replace(statement, last=replace(statement.last, **changes))  # type: ignore[arg-type]


def _open(statement: Statement, *stages: Stage) -> Naming | None:
    return statement.last if statement.last and statement.last.stage in {Stage.OPEN, *stages} else None


def _name(statement: Statement, token: Token, lang: str) -> Statement:
    joined = _joinable(statement, token)
    if joined:
        return replace(statement, last=_with(joined, token, lang))
    named = _with(Naming(token.start, rule=statement.leading), token, lang)
    return replace(statement, earlier=statement.namings, last=named, leading=None)


def _joinable(statement: Statement, token: Token) -> Naming | None:
    """The act that a number, day or kind completes, `None` where it begins another one."""
    if isinstance(token.meaning, ActKind):
        last = _open(statement, Stage.CLAUSED)
        return last if last and last.kind is None else None
    last = _open(statement)
    if last is None:
        return None
    taken = last.number if token.meaning is Mark.NUMBER else last.day_printed
    return last if taken is None else None


def _with(naming: Naming, token: Token, lang: str) -> Naming:
    match token.meaning:
        case Mark.NUMBER:
            return replace(naming, number=read_number(token.text))
        case Mark.DAY:
            return replace(naming, day=read_day(token.text, lang), day_printed=token.text)
        case ActKind():
            return replace(naming, kind=token.meaning)
        case _:
            return naming


def _clause(statement: Statement, token: Token, lang: str) -> Statement:
    """A clause belongs to the act before it; one without such an act to the act that follows."""
    last, rule = _open(statement, Stage.CLAUSED), read_clause(token, lang)
    if last and last.rule is None:
        return _last(statement, rule=rule, stage=Stage.CLAUSED)
    if statement.leading and not last and rule.reference:
        return _named_in_reference(statement, token, lang)
    if last or statement.leading:
        return replace(statement, extras=(*statement.extras, token))
    return replace(statement, leading=rule)


def _named_in_reference(statement: Statement, token: Token, lang: str) -> Statement:
    """«Подпункт 2) вводится в действие с 01.01.2014 (см. ст. 15 Закона РК от … № …)»: that act puts it into operation."""
    numbers, days = find_numbers(token.text), find_days(token.text, lang)
    if not numbers:
        return replace(statement, extras=(*statement.extras, token))
    printed = days[0].text if days else None
    named = Naming(token.start, ActKind.LAW, numbers[0].number, days[0].day if days else None, printed, statement.leading, stage=Stage.CLAUSED)
    changed = Token(Action.MODIFICATION, "put_into_operation", "", token.start)
    return replace(statement, last=named, heads=(*statement.heads, changed), leading=None)


def _with_kinds(statement: Statement, lang: str) -> Statement:
    """Kazakh names the kind behind the last act («… Заңдарымен»), English and Russian before the first."""
    larger_first = LANGUAGES[lang].nesting is Nesting.LARGER_FIRST
    filled: list[Naming] = []
    for naming in statement.namings[::-1] if larger_first else statement.namings:
        kind = naming.kind or (filled[-1].kind if filled else None) or _of_convocation(naming)
        filled.append(replace(naming, kind=kind))
    named = tuple(filled[::-1] if larger_first else filled)
    return replace(statement, earlier=named[:-1], last=named[-1]) if named else statement


def _of_convocation(naming: Naming) -> ActKind | None:
    return ActKind.LAW if naming.number and naming.number[-1] in "IVX" else None
