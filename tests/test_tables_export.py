"""Tables for researchers: the rows of the database, null where no wording is held, and words beside it."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from conftest import ROOT
from lanterns import lanterns
from lawgraph.commands import options
from lawgraph.commands.cli import main
from lawgraph.database.opening import connect
from lawgraph.exchange import tables
from lawgraph.exchange.parquet import PARQUET
from lawgraph.exchange.tables import DAYS, JSON_LINES, FileForm, exported, write_tables
from lawgraph.law.errors import LawgraphError

Rows = list[tuple[object, ...]]
FORMS = (PARQUET, JSON_LINES)


@pytest.fixture(scope="module")
def lit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with closing(connect(lanterns(tmp_path_factory.mktemp("lanterns")))) as opened:
        yield opened


def ask(query: str) -> Rows:
    """Return what DuckDB answers."""
    return duckdb.connect().execute(query).fetchall()


def read(folder: Path, table: str, form: FileForm) -> Rows:
    """Return the rows of a table, days as ISO text."""
    columns = ", ".join(f'cast("{each.name}" as varchar)' for name, columns in exported() if name.name == table for each in columns)
    source = f"'{folder}/{table}/*.{form.ending}'"
    if form is JSON_LINES:
        source = f"read_json({source}, format = 'newline_delimited')"
    return ask(f"select {columns} from {source}")  # noqa: S608  (our own names)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.ending)
def test_every_row_of_every_table_comes_back(lit: sqlite3.Connection, tmp_path: Path, form: FileForm) -> None:
    counts = write_tables(lit, tmp_path / "out", form)
    for table, columns in exported():
        own = ", ".join(f"cast([{each.name}] as text)" for each in columns if each.name != "remark")
        expected = sorted(map(repr, lit.execute(f"select {own} from [{table.name}]")))  # noqa: S608
        if not expected and form is JSON_LINES:
            continue
        found = read(tmp_path / "out", table.name, form)
        short = [row[:-1] for row in found] if table.name == "versions" else found
        assert sorted(map(repr, short)) == expected, table.name
        assert counts[table.name] == len(expected)


def test_where_no_wording_is_held_text_is_null_and_words_say_so(lit: sqlite3.Connection, tmp_path: Path) -> None:
    write_tables(lit, tmp_path / "out", PARQUET)
    rows = ask(f"select text, remark, because from '{tmp_path}/out/versions/*.parquet'")  # noqa: S608
    assert all(remark for text, remark, *_ in rows if text is None)
    assert all((remark is None) == (because == "[]") for text, remark, because in rows if text is not None)
    names = {each.name for _, columns in exported() for each in columns}
    assert not any(name.startswith("nearest") for name in names)


def test_a_column_is_of_days_where_all_it_holds_are_days(lit: sqlite3.Connection, conn: sqlite3.Connection) -> None:
    for table, columns in exported():
        for each in columns:
            if each.name == "remark":
                continue
            query = f"select distinct [{each.name}] from [{table.name}] where [{each.name}] is not null"  # noqa: S608
            held = [str(value) for base in (lit, conn) for value, in base.execute(query)]
            dated = [re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None for value in held]
            assert all(dated) if each.name in DAYS else not any(dated), (table.name, each.name)


def test_the_same_database_gives_the_same_bytes(lit: sqlite3.Connection, tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_tables(lit, tmp_path / name, PARQUET)
    for path in (tmp_path / "one").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "other" / path.relative_to(tmp_path / "one")).read_bytes()


def test_many_rows_are_many_files_and_no_row_is_lost(lit: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_MOST_ROWS", 10)
    monkeypatch.setattr(tables, "_AT_A_TIME", 7)
    counts = write_tables(lit, tmp_path / "out", PARQUET)
    files = list((tmp_path / "out" / "versions").iterdir())
    assert len(files) > counts["versions"] // 20
    assert len(read(tmp_path / "out", "versions", PARQUET)) == counts["versions"]


def test_the_columns_say_what_they_mean(lit: sqlite3.Connection, tmp_path: Path) -> None:
    counts = write_tables(lit, tmp_path / "out", JSON_LINES)
    about = json.loads((tmp_path / "out" / "about.json").read_text(encoding="utf-8"))
    assert {name: each["rows"] for name, each in about["tables"].items()} == counts
    assert about["build"] == dict(lit.execute("select part, value from build"))["rows"]
    documented = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert all(f"## {name}\n" in documented for name in about["tables"])


def test_what_cannot_be_written_leaves_nothing_behind(database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "held").mkdir()
    (tmp_path / "held" / "note").touch()
    given = ["--format", "parquet", "--db", str(database)]
    run = CliRunner().invoke
    assert "something is there already" in run(main, ["export", str(tmp_path / "held"), *given]).output
    monkeypatch.setattr(options, "find_spec", lambda _: None)
    told = run(main, ["export", str(tmp_path / "out"), *given])
    assert told.output == 'lawgraph: parquet: the package pyarrow is not installed; run: pip install "lawgraph[parquet]"\n'
    assert [each.name for each in tmp_path.iterdir()] == ["held"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.ending)
def test_a_full_disk_leaves_nothing_behind(lit: sqlite3.Connection, tmp_path: Path, form: FileForm) -> None:
    def begun(path: Path, columns: object) -> tables.Shard:
        path.symlink_to("/dev/full")
        return form.begun(path, columns)  # type: ignore[arg-type]

    with pytest.raises(LawgraphError, match="the disk is full"):
        write_tables(lit, tmp_path / "out", FileForm(form.ending, begun))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LawgraphError):
        write_tables(lit, Path("/dev/full"), form)
