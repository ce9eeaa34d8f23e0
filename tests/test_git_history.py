"""The life of a law as a repository: on every day the words that `text` gives, no others, and the same hash each time.

The law on lanterns was adopted on 3 March 2014 and put into operation on 1 May 2014. № 248-V excluded a point between
18 November and 18 December 2014; № 440-V suspended Article 3 from 1 March 2016 until 1 January 2021.
"""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from shlex import quote

import pytest
from click.testing import CliRunner

from lanterns import LANGUAGES, LAW, days_of, lanterns
from lawgraph.commands.cli import main
from lawgraph.database.opening import connect
from lawgraph.exchange.git import states, write_history
from lawgraph.exchange.told import ToldLaw, told_of_all
from lawgraph.law.eid import Kind
from lawgraph.law.errors import LawgraphError
from lawgraph.printout.sheets import label
from lawgraph.queries.answers import differing_days, places, provisions_on

REAL = "Z100000271_"


@pytest.fixture(scope="module")
def lit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(connect(lanterns(tmp_path_factory.mktemp("lanterns")))) as opened:
        yield opened


@pytest.fixture(scope="module")
def life(lit: sqlite3.Connection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the repository of the law on lanterns in its three languages."""
    out = tmp_path_factory.mktemp("life") / "lanterns"
    write_history([told_of_all(lit, LAW, lang) for lang in LANGUAGES], out)
    return out


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def trailers(folder: Path, day: str, key: str) -> list[str]:
    """Return the values of a trailer of the commit of a day."""
    told = git(folder, "log", f"--grep=^Day: {day}$", f"--format=%(trailers:key={key},valueonly,unfold)")
    return told.split("\n")[:-2]


def files_on(told: ToldLaw, day: date) -> dict[str, str]:
    """Return the files of the state in which a day lies."""
    held: dict[str, str | None] = {}
    for state in states(told):
        if state.day <= day:
            held |= state.files
    return {name: text for name, text in held.items() if text is not None}


def check(conn: sqlite3.Connection, law: str, lang: str, day: date) -> None:
    """Hold the files of a day against `text`: all its wordings stand there, and nothing else but numbers and remarks."""
    told = told_of_all(conn, law, lang)
    numbers = {label(each.kind, each.number, lang) for each in places(conn, law)}
    names = {f"({each.eid})" for each in places(conn, law)} | {str(each.eid) for each in places(conn, law)}
    left = "\n".join(files_on(told, day).values())
    remarks = {remark for life in told.lives for version in life.versions for kind in Kind
               if (remark := told.remark(version, kind))}
    for each in sorted(remarks, key=len, reverse=True):
        left = left.replace(f"[{each}]", "").replace(f"[Where nothing else is said: {each}]", "")
    for text in sorted(filter(None, (each.version.text for each in provisions_on(conn, law, lang, day))), key=len, reverse=True):
        assert text in left, (day, text)
        left = left.replace(text, "", 1)
    rest = {line.strip() for line in re.sub(r"→ \S+\.txt", "", left).splitlines()}
    assert rest <= {*numbers, *names, ""}, (day, rest - numbers - names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_every_day_the_files_hold_the_words_that_text_gives_and_no_others(lit: sqlite3.Connection, lang: str) -> None:
    for day in days_of(differing_days(lit, LAW, lang)):
        check(lit, LAW, lang, day)
        check(lit, LAW, lang, day - timedelta(days=1))


def test_so_they_do_for_the_real_law(conn: sqlite3.Connection) -> None:
    for day in differing_days(conn, REAL, "eng"):
        check(conn, REAL, "eng", day)


def test_each_day_on_which_an_answer_begins_is_a_commit_and_what_is_checked_out_is_the_last(lit: sqlite3.Connection, life: Path) -> None:
    days = git(life, "log", "--reverse", "--format=%(trailers:key=Day,valueonly,separator=)").split()
    assert days == sorted({day.isoformat() for lang in LANGUAGES for day in differing_days(lit, LAW, lang)})
    assert git(life, "status", "--porcelain") == ""
    assert git(life, "fsck", "--strict") == ""
    assert git(life, "log", "--format=%ad", "--date=format:%F %T %z").split("\n")[-2] == "2014-05-01 12:00:00 +0000"


def test_an_interval_is_two_commits_with_bounds_ground_and_grade(life: Path) -> None:
    first, last = "2014-11-18", "2014-12-18"
    assert trailers(life, first, "Sure") == ["no"]
    assert trailers(life, first, "Operative") == trailers(life, last, "Operative") == [f"248-V {first}/{last}"]
    assert "10 calendar days after first official publication" in trailers(life, first, "Basis")[0]
    assert "eng possible unknown art_2__para_1__point_2" in trailers(life, first, "Grade")
    assert not any("possible unknown art_2__para_1__point_2" in each for each in trailers(life, last, "Grade"))
    subjects = git(life, "log", "--format=%s").splitlines()
    assert "18 November 2014: № 248-V perhaps in operation (by 18 December 2014)" in subjects
    assert "18 December 2014: № 248-V surely in operation" in subjects


def test_the_history_of_a_file_is_that_of_its_article(life: Path) -> None:
    told = git(life, "log", "-p", "--format=%s", "--", "eng/art_2.txt")
    assert "+2) [From 18 November 2014 to 17 December 2014: Whether this point was in operation" in told
    assert "+2) [From 18 December 2014 to 1 January 2024: Not in operation on that day: № 248-V excluded it" in told


def test_the_same_hash_comes_whatever_the_user_has_told_git(lit: sqlite3.Connection, life: Path, tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    hooks = tmp_path / "templates" / "hooks"
    hooks.mkdir(parents=True)
    for name in ("post-checkout", "post-commit", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/obeyed\n")
        (hooks / name).chmod(0o755)
    (tmp_path / ".gitconfig").write_text(
        f"[init]\n\ttemplateDir = {hooks.parent}\n\tdefaultBranch = trunk\n\tdefaultObjectFormat = sha256\n[core]\n\tautocrlf = true\n"
        f"\thooksPath = {hooks}\n[commit]\n\tgpgSign = true\n[user]\n\tname = somebody\n")
    for name, value in {"HOME": str(tmp_path), "GIT_COMMITTER_DATE": "2001-01-01", "GIT_AUTHOR_NAME": "somebody", "TZ": "Asia/Almaty",
                        "GIT_DIR": str(tmp_path / "elsewhere"), "GIT_TEMPLATE_DIR": str(hooks.parent)}.items():
        monkeypatch.setenv(name, value)
    out = tmp_path / "again"
    write_history([told_of_all(lit, LAW, lang) for lang in LANGUAGES], out)
    monkeypatch.undo()
    assert git(out, "rev-parse", "refs/heads/main") == git(life, "rev-parse", "refs/heads/main")
    assert not (tmp_path / "obeyed").exists()
    assert not any((out / ".git").glob("hooks/*"))


def test_a_day_before_1970_stands_in_its_trailer(lit: sqlite3.Connection, tmp_path: Path) -> None:
    told = told_of_all(lit, LAW, "eng")
    back = timedelta(days=365 * 60)
    early = replace(told, lives=tuple(replace(life, versions=tuple(
        replace(each, start=replace(each.start, latest=each.start.latest and each.start.latest - back)) for each in life.versions))
        for life in told.lives))
    write_history([early], tmp_path / "out")
    days = git(tmp_path / "out", "log", "--reverse", "--format=%ct %(trailers:key=Day,valueonly,separator=)").splitlines()
    assert days[0] == "0 1954-05-16"
    assert [each.split()[1] for each in days] == sorted(each.split()[1] for each in days)


def test_what_cannot_be_written_leaves_nothing_behind(life: Path, lit: sqlite3.Connection, tmp_path: Path,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    told = [told_of_all(lit, LAW, "eng")]
    (tmp_path / "held").mkdir()
    (tmp_path / "held" / "note").touch()
    for out, said in ((tmp_path / "held", "something is there already"), (tmp_path / "held" / "note", "something is there already")):
        with pytest.raises(LawgraphError, match=said):
            write_history(told, out)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LawgraphError, match="it is not on this machine"):
        write_history(told, tmp_path / "out")
    assert [each.name for each in tmp_path.iterdir()] == ["held"]


def test_where_the_disk_takes_no_more_nothing_is_left(lit: sqlite3.Connection, tmp_path: Path) -> None:
    database = lit.execute("pragma database_list").fetchone()[2]
    made = Path(database).parent
    command = (f"ulimit -f 2; {quote(sys.executable)} -B -m lawgraph export {LAW} {tmp_path}/out --format git --db {database} --no-build "
               f"--corpus {made}/corpus --amendments {made}/amendments")
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "git could not write it" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == []


def test_the_command_says_how_many_commits_there_are_and_what_it_takes(database: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    given = ["--format", "git", "--db", str(database)]
    told = run(main, ["export", "271-IV", str(tmp_path / "life"), *given])
    assert told.output.startswith("29 commits in "), told.output
    assert "--format git takes LAW OUT" in run(main, ["export", "271-IV", *given]).output
    assert "this law is not held" in run(main, ["export", "999-X", str(tmp_path / "no"), *given]).output
    assert [each.name for each in tmp_path.iterdir()] == ["life"]
