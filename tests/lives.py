"""Build laws for tests from small tables, and read their lives as small tables.

A printed provision is `eid | text` (`-` for no text of its own, `excluded` for a number with an editorial line only,
`heading: …` after a second bar). A claim is `target | action | act, day of adoption | rule`, with `pending`,
`until day`, `but eid`, `words overseer` (those that stand in place of others throughout) or `footnote` (an exclusion told
in a footnote, not in the place of the point) behind further bars; a fact
the same with `own day`, `until day`, `cancelled day`, `recorded day`, `restated rus`, `not in eng`, `in eng`,
`earlier text`, `later text`. Rules read `10 days`, `on 2015-01-01 until 2018-01-01`, `6 months`,
`10 days from the day`, `on 2015-01-01`, `on publication`, `see Article 2`, `unstated`. An act is a law unless its kind
stands before its number: `order 258, 2021-07-21`; its day is `-` where none is told, and it is `-` where no act is named. A life is
`eid | day | answer`, the answer in two words:
`yes attested`, `no`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from lawgraph.checks.checking import check as findings_of
from lawgraph.evidence.amendments import join
from lawgraph.evidence.contradictions import disagreeing_days
from lawgraph.evidence.dating import redated
from lawgraph.evidence.gathering import gather
from lawgraph.evidence.sources import Edition, LawSources, units
from lawgraph.facts.commencement import bounds_of_rule
from lawgraph.law.acts import ActRecord, Completeness, Discrepancy, LawNotes, OperationFact, TargetFact
from lawgraph.law.amendments import Action, Dating, OperationRule, RuleKind
from lawgraph.law.authors import Act, ActKind, Publication, Record
from lawgraph.law.days import DayBounds
from lawgraph.law.document import Claim, Document, Finding, Provision, Span
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import Version
from lawgraph.timeline.history import History, Timeline, law_days, start_of, timelines

RECORDED = date(2026, 11, 23)
RECORD = Record("a source of the test", "high", RECORDED)
TEN_DAYS = OperationRule(RuleKind.AFTER_PUBLICATION, days=10)


def version_on(versions: Iterable[Version], day: date) -> Version | None:
    """Return the version whose answer holds on a day, `None` before the law's first possible day."""
    for each in versions:
        starts, ends = each.start.latest, each.before.earliest
        if starts is not None and starts <= day and (ends is None or day < ends):
            return each
    return None


def by_eid(histories: Iterable[Timeline]) -> Mapping[str, Timeline]:
    """Return timelines by address."""
    return {each.unit.eid: each for each in histories}


@dataclass(frozen=True)
class Table:
    """Hold what a test says of a law; every field has a quiet default.

    `published` lines are `act, adopted | day`, or `… | operative day` for a recorded first day of operation. `complete`
    names the acts whose targets are all told. `until` is the law's `acts_complete_until`. `known` lines are recorded
    differences, `eid | kind | lang | description`.
    """

    printed: str
    claims: str = ""
    facts: str = ""
    published: str = ""
    complete: str = ""
    until: date | None = None
    adopted: date = date(2010, 4, 29)
    title: str | None = None
    day: date | None = None
    retrieved: date | None = None
    dated_by: Dating = Dating.OPERATION
    known: str = ""
    findings: tuple[Finding, ...] = ()
    editions: tuple["Table", ...] = ()
    lang: str = "eng"
    official: bool = False
    own_rule: OperationRule = field(default=OperationRule(RuleKind.ON_DAY, day=date(2010, 5, 10)))


def life_of(table: Table) -> History:
    """Return the life of the law that a table describes."""
    dated = redated(sources_of(table))
    law, joined = dated.law, join(dated.law)
    start = start_of(law, [table.own_rule])
    evidence = gather(law, table.lang, start, joined.amendments, units(law, joined.amendments))
    days = law_days(law, start, evidence.amendments, evidence.horizon)
    return History(law, table.lang, days, evidence, timelines(evidence, days),
                   (*dated.findings, *joined.findings, *disagreeing_days(law)))


def sources_of(table: Table) -> LawSources:
    """Return the sources that a table describes."""
    editions = tuple(Edition(each.lang, f"{each.lang}{place or ''}.txt", _document(each), each.official, each.day,
                             each.retrieved, each.dated_by)
                     for place, each in enumerate((table, *table.editions)))
    known = tuple(Discrepancy(Eid(eid), kind, lang, words, RECORD) for eid, kind, lang, words in _lines(table.known))
    notes = LawNotes(table.until, RECORD if table.until else None, known)
    return LawSources("Z1", "271-IV", table.adopted, Act("271-IV", table.adopted, ActKind.LAW), editions,
                      _records(table), notes)


def versions(life: History, eid: str) -> tuple[Version, ...]:
    """Return the versions of a provision that the law is known to have had."""
    lives = {str(each.unit.eid): each.versions for each in life.timelines}
    assert eid in lives, f"{eid} is not among {sorted(lives)}"
    return lives[eid]


def on(life: History, eid: str, day: str) -> Version:
    """Return the version of a provision on a day."""
    version = version_on(versions(life, eid), date.fromisoformat(day))
    assert version is not None, f"{day} lies before the law"
    return version


def answer(life: History, eid: str, day: str) -> str:
    """Return the answer in two words: `yes attested`, `possible unknown`, `no`; `no` before the law's first day."""
    version = version_on(versions(life, eid), date.fromisoformat(day))
    if version is None:
        return "no"
    return f"{version.in_operation} {version.wording}" if version.wording else str(version.in_operation)


def check(table: Table, expected: str) -> None:
    """Compare a law's life with a table of `eid | day | answer` lines."""
    life = life_of(table)
    wrong = [f"{eid} on {day}: {found}, not {wanted}" for eid, day, wanted in _lines(expected)
             if (found := answer(life, eid, day)) != wanted]
    assert not wrong, "\n".join(wrong)


def findings(table: Table) -> list[str]:
    """Return what does not fit, as `severity | kind | eid | act` lines."""
    return [f"{each.severity} | {each.kind} | {each.eid or '-'} | {each.act or '-'}"
            for each in findings_of(life_of(table))]


def messages(table: Table) -> list[str]:
    """Return what does not fit in its own words."""
    return [each.message for each in findings_of(life_of(table))]


def operative(table: Table, target: str, act: str) -> list[str]:
    """Return the bounds of an act's first days on a target, as told by claims and facts: `2013-07-14 .. 2013-08-13`."""
    return [told(each.operative) for each in join(redated(sources_of(table)).law).amendments
            if each.target == target and each.act and each.act.name == act]


def amended(table: Table) -> list[str]:
    """Return all amendments as `act | target | action | first day | sources` lines."""
    return [f"{each.act.name if each.act else '-'} | {each.target} | {each.action} | {told(each.operative)} | "
            f"{', '.join(source.kind for source in each.sources)}" for each in join(redated(sources_of(table)).law).amendments]


def told(bounds: DayBounds) -> str:
    """Return bounds as a test writes them: one day, or `earliest .. latest` with `?` where there is none."""
    if bounds.exact:
        return str(bounds.earliest)
    return f"{bounds.earliest or '?'} .. {bounds.latest or '?'}"


def _lines(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines() if line.strip()]


def _document(table: Table) -> Document:
    provisions = []
    chapter: Eid | None = None
    for number, cells in enumerate(_lines(table.printed), 1):
        eid, text = Eid.parse(cells[0]), cells[1]
        heading = cells[2].removeprefix("heading:").strip() if len(cells) > 2 else None
        chapter = eid if eid.kind is Kind.CHAPTER else chapter
        within = eid.parent or (chapter if eid.kind is Kind.ARTICLE else None)
        excluded = text == "excluded"
        provisions.append(Provision(eid, eid.kind, eid.number or None, heading,
                                    None if excluded or text == "-" else text, excluded, Span(0, 0, number), within))
    claims = tuple(_claim(cells, 100 + number) for number, cells in enumerate(_lines(table.claims)))
    return Document(table.lang, "271-IV", table.adopted, table.title, tuple(provisions), claims, table.findings, (), "")


def _claim(cells: list[str], line: int) -> Claim:
    target, action, act, rule, *more = cells
    until = next((date.fromisoformat(each.removeprefix("until ")) for each in more if each.startswith("until ")), None)
    editorial = Eid(target).kind in (Kind.POINT, Kind.PARAGRAPH) and action == "exclusion" and "footnote" not in more
    return Claim(Eid(target), Action(action), None if act == "-" else _act(act), _rule(rule), Span(0, 0, line),
                 " | ".join(cells), "pending" in more, editorial, until,
                 but=tuple(Eid(each.removeprefix("but ")) for each in more if each.startswith("but ")),
                 new_words=tuple(each.removeprefix("words ") for each in more if each.startswith("words ")))


def _act(text: str) -> Act:
    named, day = (part.strip() for part in text.split(","))
    kind, _, number = named.rpartition(" ")
    return Act(number, None if day == "-" else date.fromisoformat(day), ActKind(kind) if kind else ActKind.LAW)


def _rule(text: str) -> OperationRule:
    if match := re.fullmatch(r"(\d+) (days|months)( from the day)?", text):
        count = int(match[1])
        return OperationRule(RuleKind.AFTER_PUBLICATION, days=count if match[2] == "days" else None,
                             months=count if match[2] == "months" else None, from_the_day=bool(match[3]))
    if text.startswith("on 2"):
        day, _, until = text.removeprefix("on ").partition(" until ")
        return OperationRule(RuleKind.ON_DAY, day=date.fromisoformat(day), until=date.fromisoformat(until) if until else None)
    if text == "on publication":
        return OperationRule(RuleKind.ON_PUBLICATION)
    if text.startswith("see "):
        return OperationRule(RuleKind.SEE, reference=text.removeprefix("see "))
    return OperationRule(RuleKind.UNSTATED)


def _records(table: Table) -> tuple[ActRecord, ...]:
    """Make one record per act that facts or days of publication tell of."""
    targets: dict[str, list[TargetFact]] = {}
    acts: dict[str, Act] = {}
    rules: dict[str, OperationRule] = {}
    for eid, action, named, rule, *more in _lines(table.facts):
        act = _act(named)
        acts[act.name], rules[act.name] = act, _rule(rule)
        record = replace(RECORD, recorded=_told_day(more, "recorded") or RECORDED)
        restated = tuple(each.removeprefix("restated ") for each in more if each.startswith("restated "))
        reflected = _reflected(more)
        later = tuple(("eng", each.removeprefix("later ")) for each in more if each.startswith("later "))
        earlier = tuple(("eng", each.removeprefix("earlier ")) for each in more if each.startswith("earlier "))
        targets.setdefault(act.name, []).append(
            TargetFact("Z1", Eid(eid), Action(action), record, _told_day(more, "own"), reflected, earlier, later,
                       _told_day(more, "until"), _told_day(more, "cancelled"), restated))
    days: dict[str, list[str]] = {}
    for named, day in _lines(table.published):
        act = _act(named)
        acts.setdefault(act.name, act)
        days.setdefault(act.name, []).append(day)
    complete = {each.strip() for each in table.complete.split(",") if each.strip()}
    return tuple(replace(_record(act, rules.get(name), days.get(name, ())), targets=tuple(targets.get(name, ())),
                         complete=(Completeness("Z1", RECORD),) if name in complete else ())
                 for name, act in acts.items())


def _told_day(more: Iterable[str], word: str) -> date | None:
    return next((date.fromisoformat(each.removeprefix(f"{word} ")) for each in more if each.startswith(f"{word} ")), None)


def _reflected(more: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    return tuple((each.rpartition(" ")[2], not each.startswith("not ")) for each in more
                 if re.fullmatch("(not )?in [a-z]{3}", each))


def _record(act: Act, rule: OperationRule | None, days: Iterable[str]) -> ActRecord:
    stated = [date.fromisoformat(day.removeprefix("operative ")) for day in days if day.startswith("operative")]
    published = [date.fromisoformat(day) for day in days if not day.startswith("operative")]
    known = rule if rule and rule.kind is not RuleKind.UNSTATED else None
    operation = OperationFact(stated[0] if stated else None, known, RECORD) if stated or known else None
    return ActRecord(act, (), None, RECORD, tuple(Publication((day,), None, None, RECORD, first=True) for day in published), operation)


def bounds(rule: str, act: str, *days: str) -> DayBounds:
    """Return the bounds of the first day of an act's operation under a rule, given the days that are recorded."""
    identity = _act(act)
    return bounds_of_rule(_rule(rule), identity, _record(identity, None, days) if days else None)
