"""Ask two databases for all that they answer, so that it can be compared."""

import sqlite3
from itertools import groupby

from lawgraph.database.sealing import sealed
from lawgraph.law.eid import Eid
from lawgraph.law.model import Presence, Wording
from lawgraph.queries import sql, values
from lawgraph.queries.answers import all_versions, law_named
from lawgraph.queries.asking import rows as _rows
from lawgraph.timeline.assurance import AssuranceStep, HeldText, Histories, SaidAnswer, Shifts, by_weight, shifts, steps


def held_texts(conn: sqlite3.Connection) -> tuple[HeldText, ...]:
    """Return the laws with the languages in which their texts are held."""
    return tuple(HeldText(row["law"], row["number"], row["lang"]) for row in _rows(conn, sql.HELD_TEXTS))


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
    every = groupby(all_versions(conn, text.law, text.lang), key=lambda each: each.eid)
    return {eid: steps(versions, start) for eid, versions in every}


def histories_as_said(conn: sqlite3.Connection, text: HeldText) -> Histories:
    """Return the answers alone: the reasons of another version of this program may be of kinds unknown to this one."""
    rows = groupby(_rows(conn, sql.ANSWERS_OF_LAW, law=text.law, lang=text.lang), key=lambda row: Eid(row["eid"]))
    return {eid: (AssuranceStep(None, SaidAnswer(Presence.NO, None)), *map(_step, given)) for eid, given in rows}


def _step(row: sqlite3.Row) -> AssuranceStep:
    wording = Wording(row["wording"]) if row["wording"] else None
    return AssuranceStep(values.day(row["from_latest"]),
                         SaidAnswer(Presence(row["in_operation"]), wording, row["text"]))
