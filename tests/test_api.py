"""Asked from Python, a database answers as it does on the command line, and its answers cannot be changed."""

import dataclasses
import doctest
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import lawgraph
from conftest import ROOT
from lawgraph.api import Archive
from lawgraph.commands.cli import main
from lawgraph.law.errors import DatabaseError, DayError, UnknownLanguage, UnknownLaw, UnknownProvision

PAGE = ROOT / "docs" / "api.md"


@pytest.fixture(scope="module")
def archive(database: Path) -> Iterator[Archive]:
    with lawgraph.open(database) as opened:
        yield opened


def test_the_page_says_what_the_program_answers(database: Path) -> None:
    told = PAGE.read_text(encoding="utf-8").replace("build/lawgraph.db", str(database))
    page = doctest.DocTestParser().get_doctest(told, {}, PAGE.name, str(PAGE), 0)
    assert len(page.examples) > 10
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(page).failed == 0


@pytest.mark.parametrize("day", ["2009-01-01", "2013-07-01", "2013-07-20", "2020-01-01"])
def test_every_provision_is_answered_as_on_the_command_line(archive: Archive, database: Path, day: str) -> None:
    said = CliRunner().invoke(main, ["text", "271-IV", "--on", day, "--format", "json", "--db", str(database), "--no-build"])
    told = json.loads(said.output)["provisions"]
    found = archive.law("271-IV").on(day).provisions()
    assert [(each.eid, each.in_operation, each.wording, each.text, each.heading) for each in found] == [
        (each["eid"], each["in_operation"], each["wording"], each["text"], each["heading"]) for each in told]
    assert any(each.text is None for each in found)


def test_a_provision_has_its_parts_and_says_where_it_stands(archive: Archive) -> None:
    article = archive.law("271-IV").on(date(2013, 7, 20)).provision("art. 7")
    assert article.parts
    assert all(part.eid.startswith("art_7__") for part in article.parts)
    assert article.address == f"/law/{article.law}/eng/art_7/on/2013-07-20"
    assert re.fullmatch("[0-9a-f]{64}", article.build or "")


def test_an_answer_cannot_be_changed(archive: Archive) -> None:
    article = archive.law("271-IV").on("2013-07-20").provision("art_7")
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(article, "text", "of my own")  # noqa: B010  (that is what must not be possible)


def test_what_is_not_there_is_an_error_of_its_own(archive: Archive, tmp_path: Path) -> None:
    law = archive.law("271-IV")
    with pytest.raises(UnknownLaw):
        archive.law("999-X")
    with pytest.raises(UnknownLanguage):
        archive.law("271-IV", "fra")
    with pytest.raises(DayError):
        law.on("2013-02-30")
    for typed in ("art. 700", "law"):
        with pytest.raises(UnknownProvision):
            law.on("2013-07-20").provision(typed)
    with pytest.raises(DatabaseError):
        lawgraph.open(tmp_path / "none.db")
