"""Clerks answer what visitors ask in SQL: whatever it is, it ends, and others get their answers."""

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bombs import INSTR, TRIM, doubled
from lawgraph.law.eid import Eid
from lawgraph.serving.clerks.errands import (
    FileMark,
    FoundRows,
    Question,
    Refusal,
    Refused,
    ReplacedError,
    mark_of,
    send,
    written,
)
from lawgraph.serving.clerks.office import Clerk, Office

AT_ONCE = {     # one call each, which nothing inside SQLite interrupts
    "trim": TRIM,
    "ltrim": TRIM.replace("trim(", "ltrim("),
    "rtrim": doubled("length(rtrim(s, replace(s, 'a', 'b') || 'a'))", 17),
    "instr": INSTR,
    "replace": doubled("length(replace(s, substr(s, 1, 500000) || 'b', ''))"),
    "like": doubled(f"sum(s like '%{'a' * 190}b')", of="d, texts"),
    "glob": doubled(f"sum(s glob '*{'a' * 190}b')", of="d, texts"),
}
# Takes memory as well as time: which of the two limits refuses it first depends on the machine.
FULL_TEXT = {
    "full text": "with recursive n(i) as (select 1 union all select i + 1 from n where i < 131000), "
                 "w(q) as (select group_concat('a' || i, ' OR ') from n) select count(*) from texts_fts, w where texts_fts match q",
}
STEPWISE = {
    "recursion": "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n",
    "join": "select count(*) from versions a, versions b, versions c where a.text > b.text || c.text",
}
LARGE = {
    "columns": doubled(", ".join(f"s || {each} c{each}" for each in range(64))),
    "rows": "select a.text from texts a, texts b",
    "doubling": "with recursive t(x) as (select 'xxxxxxxx' union all select x || x from t) select max(length(x)) from t",
    "sorting": "select a.text || b.text || c.text t from texts a, texts b, texts c order by t",
}
FORBIDDEN = {
    "printf": "select printf('%.400000000c', 'x')",
    "zeroblob": "select length(hex(zeroblob(400000000)))",
    "attach": "attach database ':memory:' as other",
    "begin": "begin", "savepoint": "savepoint kept", "vacuum": "vacuum into '/tmp/copy.db'",
    "version": "select sqlite_version()",
    "place of the file": "select file from pragma_database_list",
    "writing": "delete from texts",
    "heap": "pragma hard_heap_limit = 0",
    "columns without end": f"select {', '.join(['1'] * 101)}",
    "two statements": "select 1; select 2",
    "half a character": "select '\ud800'",
    "zero": "select '\0'",
    "nothing": "",
}


@pytest.fixture
def mark(database: Path) -> FileMark:
    found = mark_of(database)
    assert found
    return found


@pytest.fixture
def office(database: Path, mark: FileMark) -> Iterator[Office]:
    opened = Office(database, mark)
    yield opened
    opened.close()


def question(sql: str, seconds: float = 0.2, rows: int | None = None) -> Question:
    return Question(sql, {}, rows, seconds, 4_000_000)


def patient(sql: str) -> Question:
    """Ask with all the time of the world, so that the answer does not depend on who else is at work."""
    return question(sql, seconds=300)


def test_a_question_is_answered_with_names_and_rows(office: Office) -> None:
    given = office.ask(Question("select :law as law, 2, null, x'00', 1.5", {"law": "Статья"}, 1, 300, 10_000))
    assert isinstance(given, FoundRows)
    assert given.columns == ("law", "2", "null", "x'00'", "1.5")
    assert given.rows == (("Статья", 2, None, b"\0", 1.5),)
    assert not given.more


def test_an_address_is_asked_for_as_text(office: Office) -> None:
    given = office.ask(Question("select :eid", {"eid": Eid("art_7")}, 1, 300, 10_000))
    assert isinstance(given, FoundRows)
    assert given.rows == (("art_7",),)


def test_more_rows_than_asked_for_are_told(office: Office) -> None:
    given = office.ask(Question("select eid from provisions", (), 3, 300, 10_000))
    assert isinstance(given, FoundRows)
    assert (len(given.rows), given.more) == (3, True)


@pytest.mark.parametrize("sql", [*AT_ONCE.values(), *STEPWISE.values()], ids=[*AT_ONCE, *STEPWISE])
def test_what_takes_long_is_ended(office: Office, sql: str) -> None:
    given = office.ask(question(sql))
    assert isinstance(given, Refused)
    assert (given.why, given.told) == (Refusal.SLOW, "interrupted")
    assert isinstance(office.ask(patient("select 1")), FoundRows)


def test_a_full_text_question_without_end_is_ended(office: Office) -> None:
    given = office.ask(question(FULL_TEXT["full text"]))
    assert isinstance(given, Refused)
    assert given.why in {Refusal.SLOW, Refusal.BIG}
    assert isinstance(office.ask(patient("select 1")), FoundRows)


@pytest.mark.parametrize("sql", [*AT_ONCE.values(), *STEPWISE.values(), *FULL_TEXT.values()], ids=[*AT_ONCE, *STEPWISE, *FULL_TEXT])
def test_a_clerk_that_was_slow_is_killed_and_reaped(database: Path, mark: FileMark, sql: str) -> None:
    clerk = Clerk(database, mark)
    assert isinstance(clerk.ask(question(sql)), Refused)
    clerk.dismiss()
    assert clerk.ended
    with pytest.raises(ProcessLookupError):
        os.kill(clerk.number, 0)


@pytest.mark.parametrize("sql", LARGE.values(), ids=LARGE)
def test_a_large_answer_is_not_given(office: Office, sql: str) -> None:
    given = office.ask(patient(sql))
    assert isinstance(given, Refused)
    assert given.why is Refusal.BIG or given.told == "string or blob too big"


@pytest.mark.parametrize("sql", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_is_not_reading_is_refused(office: Office, sql: str) -> None:
    given = office.ask(patient(sql))
    assert (given.why is Refusal.WRONG) if isinstance(given, Refused) else not given.columns


def test_eight_attackers_do_not_keep_others_from_their_answers(office: Office) -> None:
    refused: list[FoundRows | Refused] = []
    attackers = [threading.Thread(target=lambda sql=sql: refused.append(office.ask(question(sql, 1))))
                 for sql in [TRIM, INSTR] * 4]
    for each in attackers:
        each.start()
    answers = [office.ask(patient("select count(*) from provisions")) for _ in range(20)]
    for each in attackers:
        each.join()
    assert all(isinstance(each, FoundRows) for each in answers)
    assert [each.why for each in refused if isinstance(each, Refused)] == [Refusal.SLOW] * 8


def test_more_questions_than_clerks_are_told_to_ask_again(database: Path, mark: FileMark) -> None:
    office = Office(database, mark, most=1)
    attacker = threading.Thread(target=office.ask, args=(question(TRIM, 2),))
    attacker.start()
    answers = [office.ask(question("select 1"))]
    while attacker.is_alive() and isinstance(answers[-1], FoundRows):
        answers.append(office.ask(question("select 1")))
    attacker.join()
    office.close()
    assert answers[-1] == Refused(Refusal.BUSY, "too many questions at once: ask again")


def test_a_clerk_whose_server_is_gone_ends_by_itself(database: Path, mark: FileMark) -> None:
    clerk = Clerk(database, mark)
    clerk.begin()
    send(clerk._line, written(question(TRIM, 0.1)))
    clerk._line.close()
    assert clerk._process.wait(timeout=300) == -signal.SIGALRM


def test_a_clerk_does_not_answer_from_another_file(database: Path, tmp_path: Path) -> None:
    served, other = tmp_path / "served.db", tmp_path / "other.db"
    shutil.copyfile(database, served)
    mark = mark_of(served)
    assert mark
    clerk = Clerk(served, mark)
    assert isinstance(clerk.ask(patient("select 1")), FoundRows)
    shutil.copyfile(database, other)
    other.replace(served)
    assert isinstance(clerk.ask(patient("select count(*) from laws")), FoundRows)     # it holds the file that it opened
    clerk.dismiss()
    office = Office(served, mark)
    with pytest.raises(ReplacedError):
        office.ask(patient("select 1"))
