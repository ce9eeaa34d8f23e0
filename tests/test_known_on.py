"""As known on: what the base would have answered with the facts recorded by a day.

The law is invented, and so are its facts; they arrive on three days. The first makes a bound exact, the second lifts
the grade of what an act left alone, the third ends the law.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.database.opening import connect
from lawgraph.law.eid import Eid
from lawgraph.queries.answers import (
    NAMED,
    QUERIES,
    AsKnown,
    Base,
    Query,
    acts,
    all_versions,
    amendments_of,
    law_days,
    law_named,
    places,
    provision_on,
    provisions_on,
    versions_of,
)
from lawgraph.timeline.consolidation import answer_for_law as law_as_a_whole
from lawgraph.timeline.history import Lasting, lasting
from statute import statute

LAW = "Z000000001_"
CLOCKS = statute("""
| Article 1. Clocks
| A clock tells the hour.
| Article 2. Keepers
| A keeper shall:
| 1) keep the clock;
| 2) wind the clock.
| Footnote. Article 2 as amended by the Law of the Republic of Kazakhstan dated 01.03.2012 № 7-V (shall be enforced \
upon expiry of ten calendar days after its first official publication).
| President of the Republic of Kazakhstan
""")
ACT = """number = "{number}"
adopted = {adopted}
recorded = {recorded}
source = "invented"
confidence = "high"
"""
FACT = 'source = "invented"\nconfidence = "high"\n'

# When it was recorded, in which file, and what: the order in a file is that of recording, so that lines stay.
ARRIVING = (
    ("2026-01-10", "amendments/7-V.toml", ACT.format(number="7-V", adopted="2012-03-01", recorded="2026-01-10")),
    ("2026-01-10", "amendments/7-V.toml", f"[[publication]]\nday = 2012-03-05\nfirst = true\n{FACT}"),
    ("2026-02-20", "amendments/7-V.toml", f"""[[target]]
law = "{LAW}"
eid = "art_2__point_1"
action = "substitution"
recorded = 2026-02-20
{FACT}"""),
    ("2026-02-20", "amendments/7-V.toml", f"""[[target]]
law = "{LAW}"
eid = "art_2__point_3"
action = "exclusion"
recorded = 2026-02-20
{FACT}"""),
    ("2026-02-20", "amendments/7-V.toml", f'[[complete]]\nlaw = "{LAW}"\nrecorded = 2026-02-20\n{FACT}'),
    ("2026-02-20", "corpus/notes.toml", f"""law = "{LAW}"
recorded = 2026-02-20

[acts_complete_until]
day = 2026-02-01
{FACT}"""),
    ("2026-03-30", "amendments/9-VIII.toml",
     ACT.format(number="9-VIII", adopted="2026-02-10", recorded="2026-03-30")),
    ("2026-03-30", "amendments/9-VIII.toml", f"[operation]\non_day = 2026-03-02\n{FACT}"),
    ("2026-03-30", "amendments/9-VIII.toml", f'[[target]]\nlaw = "{LAW}"\neid = "law"\naction = "repeal"\n{FACT}'),
    ("2026-03-30", "amendments/9-VIII.toml", f'[[complete]]\nlaw = "{LAW}"\n{FACT}'),
)
DAYS = ("2026-01-09", "2026-01-10", "2026-02-19", "2026-02-20", "2026-03-29", "2026-03-30", "2026-11-24")


def made(folder: Path, by: str = "9999-12-31") -> Path:
    """Build a base from the facts recorded by a day."""
    corpus = folder / "corpus" / LAW
    corpus.mkdir(parents=True)
    (folder / "amendments").mkdir()
    (corpus / "eng.txt").write_text(CLOCKS, encoding="utf-8")
    (corpus / "manifest.toml").write_text(f"""id = "{LAW}"
number = "271-IV"
adopted = 2010-04-29
kind = "law"
[titles]
eng = "On clocks"
[[source]]
file = "eng.txt"
lang = "eng"
standing = "unofficial translation"
day = 2025-06-01
sha256 = "{hashlib.sha256(CLOCKS.encode()).hexdigest()}"
""", encoding="utf-8")
    for recorded, name, text in ARRIVING:
        if recorded <= by:
            place = folder / name.replace("corpus/", f"corpus/{LAW}/")
            with place.open("a", encoding="utf-8") as file:
                file.write(f"{text}\n")
    build(Folders(folder / "corpus", folder / "amendments"), folder / "law.db", iter)
    return folder / "law.db"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("clocks"))


@pytest.fixture
def clocks(base: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(base)) as opened:
        yield opened


def run(base: Path, *command: str) -> str:
    """Return what a command prints."""
    folders = ["--corpus", str(base.parent / "corpus"), "--amendments", str(base.parent / "amendments")]
    told = CliRunner().invoke(main, [*command, "--db", str(base), *folders], catch_exceptions=False)
    assert told.exit_code == 0, told.stderr
    return told.stdout


# Asked of, on the day, as known on: the answer.
ANSWERS = [
    # The day of publication makes the first day of operation exact: 16 March 2012.
    ("art_2__point_1", "2012-03-20", "2026-01-09", "unverified"),
    ("art_2__point_1", "2012-03-20", "2026-01-10", "attested"),
    # The list of what the act changed lifts what it left alone.
    ("art_2__point_2", "2012-03-01", "2026-02-19", "unverified"),
    ("art_2__point_2", "2012-03-01", "2026-02-20", "attested"),
    # The repeal ends the law.
    ("art_1", "2026-03-10", "2026-03-29", "presumed"),
    ("art_1", "2026-03-10", "2026-03-30", "no"),
    ("art_1", "2026-03-10", "", "no"),
]


@pytest.mark.parametrize(("eid", "day", "known", "wanted"), ANSWERS)
def test_an_answer_follows_what_was_recorded(
        base: Path, clocks: sqlite3.Connection, eid: str, day: str, known: str, wanted: str) -> None:
    asked = ["--known-on", known] if known else []
    told = json.loads(run(base, "text", LAW, eid, "--on", day, "--format", "json", *asked))
    assert told["known_on"] == (known or None)
    own = told["provisions"][0]
    assert wanted in (own["in_operation"], own["wording"]), own
    given = {"law": LAW, "lang": "eng", "eid": eid, "on": day, "known": known}
    cursor = clocks.cursor()
    cursor.row_factory = sqlite3.Row
    row = cursor.execute(QUERIES["provision_on_day"].sql, given).fetchall()[0]
    assert (row["eid"], row["in_operation"], row["wording"]) == (own["eid"], own["in_operation"], own["wording"])


def test_a_provision_that_only_a_later_fact_tells_of_was_not_known(clocks: sqlite3.Connection) -> None:
    known = {day: "art_2__point_3" in {each.eid for each in places(AsKnown(clocks, date.fromisoformat(day)), LAW)}
             for day in DAYS}
    assert known == {day: day >= "2026-02-20" for day in DAYS}


def test_the_law_as_a_whole_is_answered_so_too(base: Path, clocks: sqlite3.Connection) -> None:
    march = date(2026, 3, 10)
    answers = {day: law_as_a_whole(law_days(AsKnown(clocks, date.fromisoformat(day)), LAW), march).most.value
               for day in DAYS}
    assert answers == {day: "no" if day >= "2026-03-30" else "presumed" for day in DAYS}
    assert "the repeal" not in run(base, "history", LAW, "--known-on", "2026-03-29")
    versions = json.loads(run(base, "history", LAW, "--known-on", "2026-03-29", "--format", "json"))["versions"]
    assert [each["in_operation"] for each in versions][-1] == "presumed"


@pytest.mark.parametrize("command", [
    ("text", LAW, "art_1", "--on", "2020-01-01"), ("history", LAW, "art_1"), ("coverage", LAW),
    ("cite", LAW, "art_1", "--on", "2020-01-01"), ("diff", LAW, "2012-01-01", "2020-01-01"),
    ("text", LAW, "--on", "2020-01-01", "--format", "markdown"),
    ("diff", LAW, "2012-01-01", "2020-01-01", "--format", "html"),
], ids=lambda command: " ".join((command[0], *command[-1:])))
def test_a_sheet_says_as_known_on_which_day(base: Path, command: tuple[str, ...]) -> None:
    assert "As known on" not in run(base, *command)
    assert "As known on 19 February 2026" in run(base, *command, "--known-on", "2026-02-19")


def test_a_citation_names_no_publication_that_was_not_recorded(base: Path) -> None:
    asked = ("cite", LAW, "art_2__point_1", "--on", "2020-01-01", "--known-on")
    assert "published 5 March 2012" not in run(base, *asked, "2026-01-09")
    assert "published 5 March 2012" in run(base, *asked, "2026-01-10")


def everything(base: Base) -> dict[str, object]:
    """Return all that can be asked of a base as known on a day."""
    told: dict[str, object] = {
        "law": law_named(base, LAW), "days": law_days(base, LAW), "places": places(base, LAW),
        "versions": all_versions(base, LAW, "eng"), "amendments": amendments_of(base, LAW)}
    for each in places(base, LAW):
        told[each.eid] = (versions_of(base, LAW, "eng", each.eid), amendments_of(base, LAW, each.eid),
                          provision_on(base, LAW, "eng", each.eid, date(2012, 3, 10)))
    for day in ("2009-01-01", "2010-05-20", "2012-03-01", "2012-03-10", "2012-03-20", "2020-01-01", "2026-03-10"):
        told[day] = provisions_on(base, LAW, "eng", date.fromisoformat(day))
    return told


@pytest.mark.parametrize("known", DAYS)
def test_a_base_with_only_those_facts_answers_the_same(clocks: sqlite3.Connection, tmp_path: Path, known: str) -> None:
    day = date.fromisoformat(known)
    with closing(connect(made(tmp_path, known))) as then:
        assert everything(AsKnown(clocks, day)) == everything(then)
        published = {each.act.name: each.published for each in acts(then, LAW)}
        behind = {each.act.name: each.alone_as_known_on(day).published for each in acts(clocks)}
        assert {name: behind[name] for name in published} == published


def test_on_every_day_of_knowledge_every_day_has_one_version(clocks: sqlite3.Connection) -> None:
    """No gap and no overlap, neither in the days of the law nor in the days of what was known."""
    for known in DAYS:
        as_known = AsKnown(clocks, date.fromisoformat(known))
        for place in places(as_known, LAW):
            versions = versions_of(as_known, LAW, "eng", place.eid)
            assert [each.before.earliest for each in versions] == [
                *(each.start.latest for each in versions[1:]), None]


def test_what_stays_the_same_is_one_row(clocks: sqlite3.Connection) -> None:
    rows = clocks.execute("""select v.known_from, v.known_before from versions_ever v
        where v.eid = 'art_1' and v.from_latest = '2010-06-09' order by v.known_from""").fetchall()
    ends = [before for _, before in rows]
    assert ends[-1] is None
    assert [since for since, _ in rows][1:] == ends[:-1]
    assert clocks.execute("""select count(*) from versions_ever v join versions_ever w on w.law = v.law and w.lang = v.lang
        and w.eid = v.eid and w.from_latest = v.from_latest and w.known_from = v.known_before
        where v.before_earliest is w.before_earliest and v.because = w.because and v.reasons = w.reasons
          and v.in_operation = w.in_operation and v.wording is w.wording and v.text is w.text
          and v.from_earliest is w.from_earliest and v.before_latest is w.before_latest
          and v.from_basis = w.from_basis and v.before_basis = w.before_basis
          and v.introduced_by is w.introduced_by and v.ended_by is w.ended_by
          and v.nearest_from is w.nearest_from and v.nearest_before is w.nearest_before
          and v.nearest_text is w.nearest_text and v.other_from is w.other_from and v.other_before is w.other_before
          and v.other_text is w.other_text""").fetchone() == (0,)


def test_the_real_law_as_known_before_any_fact(conn: sqlite3.Connection) -> None:
    """Footnotes alone do not tell that Act 206-VII excluded Article 23-1."""
    before = AsKnown(conn, date(2026, 1, 1))
    day, law, eid = date(2024, 1, 1), "Z100000271_", "art_23-1"
    assert provision_on(conn, law, "eng", Eid(eid), day)[0].version.in_operation == "no"
    assert provision_on(before, law, "eng", Eid(eid), day)[0].version.wording == "attested"
    assert law_days(before, law).repeals == ()


@pytest.mark.parametrize("query", NAMED, ids=lambda query: query.name)
def test_a_query_without_a_day_of_knowledge_answers_with_all_that_is_known(
        clocks: sqlite3.Connection, query: Query) -> None:
    """A form leaves a field empty where a program gives null."""
    given = {"law": LAW, "lang": "eng", "eid": "art_2", "on": "2012-03-10", "act": "7-V"}
    now, empty, far = (clocks.execute(query.sql, given | {"known": known}).fetchall() for known in (None, "", "2100-01-01"))
    assert now == empty == far


@pytest.mark.parametrize("known", [None, "2026-01-01"])
def test_the_question_stays_an_index_lookup(conn: sqlite3.Connection, known: str | None) -> None:
    given = {"law": "Z100000271_", "lang": "eng", "eid": "art_7", "on": "2013-07-20", "known": known}
    for query in (QUERIES["provision_on_day"], QUERIES["law_on_day"]):
        plan = [row[3] for row in conn.execute(f"explain query plan {query.sql}", given)]
        assert any("SEARCH s USING PRIMARY KEY (provision=? AND lang=? AND from_latest<?)" in step for step in plan), plan


def test_what_is_known_now_stands_in_the_plain_tables_and_the_rest_under_names_that_say_so(
        clocks: sqlite3.Connection) -> None:
    """Who counts rows counts what is known now; a fact that took nine rows to be learned is one change."""
    for name in ("versions", "amendments", "provisions"):
        now, before, ever = (clocks.execute(f"select count(*) from {each}").fetchone()[0]  # noqa: S608  (our own names)
                             for each in (name, f"earlier_{name}", f"{name}_ever"))
        assert now + before == ever
        assert now == clocks.execute(f"select count(*) from {name}_ever where known_before is null").fetchone()[0]  # noqa: S608
    assert clocks.execute("select count(*) from earlier_versions").fetchone()[0]
    actions = clocks.execute("select action, count(*) from amendments group by action").fetchall()
    told = [each.action.value for each in amendments_of(clocks, LAW)]
    assert dict(actions) == {action: told.count(action) for action in told}


class TestLasting:
    """Values that neighbouring stretches share are one."""

    def test_neighbours_join_and_a_gap_parts(self) -> None:
        assert lasting(["ab", "a", "ab"]) == (Lasting("a", 0, 2), Lasting("b", 0, 0), Lasting("b", 2, 2))

    def test_equals_in_one_stretch_stay_apart(self) -> None:
        assert lasting(["aa", "a"]) == (Lasting("a", 0, 1), Lasting("a", 0, 0))

    def test_each_stretch_keeps_its_order(self) -> None:
        states = ["acd", "abd", "xbd"]
        joined = lasting(states)
        for number, state in enumerate(states):
            assert "".join(each.value for each in joined if each.first <= number <= each.last) == state


def test_the_days_of_recording_can_be_read(clocks: sqlite3.Connection) -> None:
    stretches = clocks.execute("select known_from, known_before from knowledge order by position").fetchall()
    assert stretches == [(None, "2026-01-10"), ("2026-01-10", "2026-02-20"), ("2026-02-20", "2026-03-30"),
                         ("2026-03-30", None)]
