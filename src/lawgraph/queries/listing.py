"""Ask the database for what stands beside and across the laws: lists, findings, news, and what is said otherwise."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lawgraph.database.opening import sealed
from lawgraph.languages.state import FIRST
from lawgraph.law.authors import Act
from lawgraph.law.days import DayBounds, day_or_none
from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.versions import Presence, Wording
from lawgraph.queries import values
from lawgraph.queries.answers import law_named, lives_of
from lawgraph.queries.answers import rows as _rows
from lawgraph.timeline.assurance import AssuranceStep, HeldText, Histories, SaidAnswer, Shifts, by_weight, shifts, steps


@dataclass(frozen=True, slots=True)
class ListedLaw:
    """Hold a law as a list shows it: under its title in the language of the list, else in the one `title_lang`."""

    id: str
    number: str
    adopted: date
    kind: str
    title: str
    title_lang: str
    languages: tuple[str, ...]
    repealed: date | None


@dataclass(frozen=True, slots=True)
class Share:
    """Tell how many of all there are under one name."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Name the laws of one list: by the letter of what they are on, by year of adoption or by kind; all where none."""

    initial: str | None = None
    year: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Name a stretch of a list: so many after the first ones."""

    most: int
    skip: int = 0


def count_laws(conn: sqlite3.Connection, shelf: Listing, lang: str = FIRST) -> int:
    """Return how many laws a list holds, by their titles in a language."""
    (row,) = _rows(conn, "count_listed", lang=lang, initial=shelf.initial, year=shelf.year, kind=shelf.kind)
    return int(row["laws"])


def listed_laws(conn: sqlite3.Connection, shelf: Listing, lang: str, stretch: Window) -> tuple[ListedLaw, ...]:
    """Return laws of a list, by their titles in a language."""
    return tuple(listed_law(row) for row in _rows(
        conn, "listed", lang=lang, initial=shelf.initial, year=shelf.year, kind=shelf.kind, most=stretch.most,
        skip=stretch.skip))


def initials(conn: sqlite3.Connection, lang: str) -> tuple[Share, ...]:
    """Return the letters under which laws stand in a language, in the order of the alphabet."""
    return tuple(Share(row["name"], row["laws"]) for row in _rows(conn, "initials", lang=lang))


def years(conn: sqlite3.Connection) -> tuple[Share, ...]:
    """Return the years of adoption."""
    return tuple(Share(row["name"], row["laws"]) for row in _rows(conn, "years"))


def kinds(conn: sqlite3.Connection) -> tuple[Share, ...]:
    """Return the kinds of law, the most frequent first."""
    return tuple(Share(row["name"], row["laws"]) for row in _rows(conn, "kinds"))


def last_day_spoken_of(conn: sqlite3.Connection) -> date:
    """Return the last day of which the sources of any law speak."""
    (row,) = _rows(conn, "last_day")
    return date.fromisoformat(row["day"])


def nearest_provision(conn: sqlite3.Connection, law: str, eid: Eid) -> Eid:
    """Return a provision, or the nearest one around it that is known, else `law`."""
    for each in (eid, *eid.ancestors):
        if _rows(conn, "provision_known", law=law, eid=each):
            return each
    return LAW


def findings(conn: sqlite3.Connection, law: str | None = None) -> tuple[Finding, ...]:
    """Return what does not fit in the sources and facts, law by law, errors first in each."""
    rows = _rows(conn, "findings_of_law", law=law) if law else _rows(conn, "findings")
    return tuple(finding(row) for row in rows)


def findings_at(conn: sqlite3.Connection, law: str, eid: str, most: int) -> tuple[tuple[Finding, int], ...]:
    """Return what does not fit in a provision and its parts, or in all of a law.

    The first ones of each kind are given, each with the number of all of its kind there: a page shows no thousands.
    """
    rows = _rows(conn, "findings_at", law=law, eid=eid, most=most)
    return tuple((finding(row), row["alike"]) for row in rows)


def mistranslations(conn: sqlite3.Connection, law: str) -> Mapping[Eid, tuple[Finding, ...]]:
    """Return the known faults of translations of a law, by the provision whose words they are."""
    found: dict[Eid, tuple[Finding, ...]] = {}
    for each in findings(conn, law):
        if each.kind == "mistranslation" and each.eid:
            found[each.eid] = (*found.get(each.eid, ()), each)
    return found


def faults_in(faults: Mapping[Eid, tuple[Finding, ...]], eid: Eid) -> tuple[Finding, ...]:
    """Return those of them that are in a provision and its parts."""
    return tuple(each for at, own in faults.items() if f"{at}__".startswith(f"{eid}__") for each in own)


def count_findings(conn: sqlite3.Connection) -> tuple[tuple[Severity, str, int], ...]:
    """Return how many findings of each severity and kind there are."""
    return tuple((Severity(row["severity"]), row["kind"], row["findings"])
                 for row in _rows(conn, "findings_counted"))


def listed_findings(conn: sqlite3.Connection, stretch: Window) -> tuple[Finding, ...]:
    """Return findings in the order of how much they matter, kind by kind."""
    return tuple(_findings(conn, stretch))


def _findings(conn: sqlite3.Connection, stretch: Window) -> Iterator[Finding]:
    most, skip = stretch.most, stretch.skip
    counted = count_findings(conn)
    for severity in Severity:
        held = sum(count for each, _, count in counted if each is severity)
        if most > 0 and skip < held:
            rows = _rows(conn, "findings_listed", severity=severity, most=most, skip=skip)
            yield from (finding(row) for row in rows)
            most -= len(rows)
        skip = max(skip - held, 0)


@dataclass(frozen=True, slots=True)
class NewChange:
    """Hold that an act changed a law, in `count` places, the first of them from `operative` on.

    `recorded` is the day on which facts about the act were written down.
    """

    law: str
    act: Act
    operative: DayBounds
    count: int
    recorded: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    """Name what has a page: a law in a language, with a provision or a day of it, or neither."""

    law: str
    lang: str
    eid: Eid | None
    day: date | None


def newest_changes(conn: sqlite3.Connection, most: int) -> tuple[NewChange, ...]:
    """Return which acts changed which laws, the newest first by what began, or became known, last."""
    return tuple(NewChange(row["law"], values.named_act(row),
                           values.bounds(row, ""), row["changes"], day_or_none(row["recorded"]))
                 for row in _rows(conn, "newest_changes", most=most))


def listed_pages(conn: sqlite3.Connection) -> tuple[Listed, ...]:
    """Return the laws, their outermost provisions and the days on which they differ, in each language held."""
    return tuple(Listed(row["law"], row["lang"], values.eid_or_none(row["eid"]), day_or_none(row["day"]))
                 for row in _rows(conn, "listed_pages"))


def held_texts(conn: sqlite3.Connection) -> tuple[HeldText, ...]:
    """Return the laws with the languages in which their texts are held."""
    return tuple(HeldText(row["law"], row["number"], row["lang"]) for row in _rows(conn, "held_texts"))


def changed_answers(old: sqlite3.Connection, new: sqlite3.Connection) -> Shifts:
    """Return what a database says otherwise than an older one, which another version of this program may have made."""
    were, are = held_texts(old), held_texts(new)
    known = {(each.law, each.lang) for each in were}
    kept = [each for each in are if (each.law, each.lang) in known]
    still = {(each.law, each.lang) for each in kept}
    found = (shift for each in kept for shift in shifts(each, histories_as_said(old, each), histories(new, each)))
    return Shifts(sealed(old), sealed(new), by_weight(found),
                  tuple(each for each in were if (each.law, each.lang) not in still),
                  tuple(each for each in are if (each.law, each.lang) not in still))


def histories(conn: sqlite3.Connection, text: HeldText) -> Histories:
    """Return the answers for each provision of a law in a language, with their reasons."""
    start = law_named(conn, text.law).start
    return {eid: steps(versions, start) for eid, versions in lives_of(conn, text.law, text.lang).items()}


def histories_as_said(conn: sqlite3.Connection, text: HeldText) -> Histories:
    """Return the answers alone: the reasons of another version of this program may be of kinds unknown to this one."""
    rows = groupby(_rows(conn, "answers_of_law", law=text.law, lang=text.lang), key=lambda row: Eid(row["eid"]))
    return {eid: (AssuranceStep(None, SaidAnswer(Presence.NO, None)), *map(_step, given)) for eid, given in rows}


def _step(row: sqlite3.Row) -> AssuranceStep:
    wording = Wording(row["wording"]) if row["wording"] else None
    return AssuranceStep(date.fromisoformat(row["from_latest"]),
                         SaidAnswer(Presence(row["in_operation"]), wording, row["text"]))


def finding(row: values.Row) -> Finding:
    """Return a finding."""
    return Finding(row["kind"], Severity(row["severity"]), row["message"], values.eid_or_none(row["eid"]),
                   row["act"], row["law"], row["file"], row["line"])


def listed_law(row: values.Row) -> ListedLaw:
    """Return a law of a list."""
    return ListedLaw(row["id"], row["number"], date.fromisoformat(row["adopted"]), row["kind"], row["title"],
                     row["written_in"], tuple(row["languages"].split(",")), day_or_none(row["repealed"]))
