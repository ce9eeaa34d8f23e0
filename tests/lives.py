"""Build laws for tests from small tables, and read their lives as small tables.

A printed provision is `eid | text` (`-` for no text of its own, `excluded` for a number with an editorial line only,
`heading: …` after a second bar). A claim is `target | action | act, day of adoption | rule`, a fact the same with
`own day` or `not in eng` behind a further bar. Rules read `10 days`, `6 months`, `on 2015-01-01`, `on publication`,
`see Article 2`, `unstated`.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from lawgraph.acts import ActRecord, Completeness, LawNotes, OperationFact, Publication, Record, TargetFact
from lawgraph.amendments import join
from lawgraph.commencement import bounds_of_rule
from lawgraph.eid import Eid
from lawgraph.evidence import gather
from lawgraph.lawdays import law_days, start_of
from lawgraph.life import Life
from lawgraph.model import (
    Act,
    Action,
    ActKind,
    Claim,
    Document,
    Kind,
    OperationRule,
    Provision,
    RuleKind,
    Span,
    Version,
)
from lawgraph.provisions import units
from lawgraph.sources import Edition, LawSources
from lawgraph.timeline import timelines, version_on

RECORDED = date(2026, 11, 23)
RECORD = Record("a source of the test", "high", RECORDED)
TEN_DAYS = OperationRule(RuleKind.AFTER_PUBLICATION, days=10)


@dataclass(frozen=True)
class Table:
    """Hold what a test says of a law; every field has a quiet default."""

    printed: str
    claims: str = ""
    facts: str = ""
    published: str = ""
    complete: str = ""
    until: date | None = None
    adopted: date = date(2010, 4, 29)
    title: str | None = None
    day: date | None = None
    editions: tuple["Table", ...] = ()
    lang: str = "eng"
    official: bool = False
    own_rule: OperationRule = field(default=OperationRule(RuleKind.ON_DAY, day=date(2010, 5, 10)))


def life_of(table: Table) -> Life:
    """Return the life of the law that a table describes."""
    law = sources_of(table)
    joined = join(law)
    start = start_of(law, [table.own_rule])
    evidence = gather(law, table.lang, start, joined.amendments, units(law, joined.amendments))
    days = law_days(start, evidence.amendments, evidence.horizon)
    return Life(law, table.lang, days, evidence, timelines(evidence, days), joined.findings)


def sources_of(table: Table) -> LawSources:
    """Return the sources that a table describes."""
    editions = tuple(Edition(each.lang, f"{each.lang}{place or ''}.txt", _document(each), each.official, each.day)
                     for place, each in enumerate((table, *table.editions)))
    notes = LawNotes(table.until, RECORD if table.until else None)
    return LawSources("Z1", "271-IV", table.adopted, Act("271-IV", table.adopted, ActKind.LAW), editions,
                      _records(table), notes)


def on(life: Life, eid: str, day: str) -> Version:
    """Return the version of a provision on a day."""
    lives = {each.unit.eid: each.versions for each in life.timelines}
    assert eid in lives, f"{eid} is not among {sorted(lives)}"
    version = version_on(lives[eid], date.fromisoformat(day))
    assert version is not None, f"{day} lies before the law"
    return version


def answer(life: Life, eid: str, day: str) -> str:
    """Return the answer in two words: `yes attested`, `possible unknown`, `no`."""
    version = on(life, eid, day)
    return f"{version.in_operation} {version.wording}" if version.wording else str(version.in_operation)


def check(table: Table, expected: str) -> None:
    """Compare a law's life with a table of `eid | day | answer` lines."""
    life = life_of(table)
    for line in _lines(expected):
        eid, day, wanted = line
        assert answer(life, eid, day) == wanted, f"{eid} on {day}: {answer(life, eid, day)}, not {wanted}"


def _lines(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines() if line.strip()]


def _document(table: Table) -> Document:
    provisions = []
    chapter = None
    for number, cells in enumerate(_lines(table.printed), 1):
        eid, text = Eid.parse(cells[0]), cells[1]
        heading = cells[2].removeprefix("heading:").strip() if len(cells) > 2 else None
        chapter = str(eid) if eid.kind is Kind.CHAPTER else chapter
        within = str(eid.parent) if eid.parent else chapter if eid.kind is Kind.ARTICLE else None
        excluded = text == "excluded"
        provisions.append(Provision(eid, eid.kind, eid.number or None, heading,
                                    None if excluded or text == "-" else text, excluded, Span(0, 0, number), within))
    claims = tuple(_claim(cells, 100 + number) for number, cells in enumerate(_lines(table.claims)))
    return Document(table.lang, "271-IV", table.adopted, table.title, tuple(provisions), claims, (), (), "")


def _claim(cells: list[str], line: int) -> Claim:
    target, action, act, rule, *more = cells
    until = next((date.fromisoformat(each.removeprefix("until ")) for each in more if each.startswith("until ")), None)
    editorial = Eid(target).kind in (Kind.POINT, Kind.PARAGRAPH) and action == "exclusion" and "footnote" not in more
    return Claim(target, Action(action), _act(act), _rule(rule), Span(0, 0, line), " | ".join(cells),
                 "pending" in more, editorial, until)


def _act(text: str) -> Act:
    number, day = (part.strip() for part in text.split(","))
    return Act(number, date.fromisoformat(day), ActKind.LAW)


def _rule(text: str) -> OperationRule:
    if match := re.fullmatch(r"(\d+) (days|months)( from the day)?", text):
        count = int(match[1])
        return OperationRule(RuleKind.AFTER_PUBLICATION, days=count if match[2] == "days" else None,
                             months=count if match[2] == "months" else None, from_the_day=bool(match[3]))
    if text.startswith("on 2"):
        return OperationRule(RuleKind.ON_DAY, day=date.fromisoformat(text.removeprefix("on ")))
    if text == "on publication":
        return OperationRule(RuleKind.ON_PUBLICATION)
    if text.startswith("see "):
        return OperationRule(RuleKind.SEE, reference=text.removeprefix("see "))
    return OperationRule(RuleKind.UNSTATED)


def _records(table: Table) -> tuple[ActRecord, ...]:
    """Make one record per act: `published` lines are `act, adopted | day`, `operative <day>` for a stated first day."""
    targets: dict[str, list[TargetFact]] = {}
    acts: dict[str, Act] = {}
    rules: dict[str, OperationRule] = {}
    for eid, action, named, rule, *more in _lines(table.facts):
        act = _act(named)
        acts[act.name], rules[act.name] = act, _rule(rule)
        own = next((date.fromisoformat(each.removeprefix("own ")) for each in more if each.startswith("own ")), None)
        reflected = tuple((each.removeprefix("not in "), False) for each in more if each.startswith("not in "))
        later = tuple(("eng", each.removeprefix("later ")) for each in more if each.startswith("later "))
        earlier = tuple(("eng", each.removeprefix("earlier ")) for each in more if each.startswith("earlier "))
        targets.setdefault(act.name, []).append(
            TargetFact("Z1", eid, Action(action), RECORD, own, reflected, earlier, later))
    days = {}
    for named, day in _lines(table.published):
        act = _act(named)
        acts.setdefault(act.name, act)
        days[act.name] = day
    complete = {each.strip() for each in table.complete.split(",") if each.strip()}
    return tuple(_record(acts[name], targets.get(name, []), rules.get(name), days.get(name), name in complete)
                 for name in acts)


def _record(act: Act, targets: list[TargetFact], rule: OperationRule | None, day: str | None, complete: bool) -> ActRecord:  # noqa: FBT001
    stated = date.fromisoformat(day.removeprefix("operative ")) if day and day.startswith("operative") else None
    published = (Publication(date.fromisoformat(day), None, None, RECORD),) if day and not stated else ()
    operation = OperationFact(stated, rule, RECORD) if stated or rule else None
    return ActRecord(act, (), None, RECORD, published, operation, tuple(targets),
                     (Completeness("Z1", RECORD),) if complete else ())


def bounds(rule: str, adopted: str, published: str = "") -> tuple[date | None, date | None]:
    """Return the bounds of the first day of an act's operation under a rule."""
    act = Act("124-V", date.fromisoformat(adopted), ActKind.LAW)
    record = _record(act, [], None, published or None, False) if published else None
    found = bounds_of_rule(_rule(rule), act, record)
    return found.earliest, found.latest
