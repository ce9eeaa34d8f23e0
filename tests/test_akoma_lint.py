"""What a schema cannot see in Akoma Ntoso, and files that are none: each told in one line.

Every document here is the one on lanterns with a single fault put into it.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from lanterns import LAW, lanterns
from lawgraph.commands.cli import main
from lawgraph.database.opening import connect
from lawgraph.exchange.akoma import document
from lawgraph.exchange.akoma_lint import lint
from lawgraph.exchange.told import told_of_all, told_on
from lawgraph.law.errors import SourceError
from lawgraph.reading.akoma_document import parsed

Fault = Callable[[str], str]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> str:
    with closing(connect(lanterns(tmp_path_factory.mktemp("lanterns")))) as conn:
        return document(told_of_all(conn, LAW, "eng"))


def kinds(text: str) -> set[str]:
    return {each.kind for each in lint(text.encode(), "law.xml")}


def test_a_wording_of_another_day_is_found(tmp_path: Path) -> None:
    with closing(connect(lanterns(tmp_path))) as conn:
        text = document(told_on(conn, LAW, "eng", date(2016, 5, 1)))
    assert kinds(text) == set()
    assert kinds(text.replace('date="2016-05-01" name="operation"', 'date="2014-06-01" name="operation"')) == {"other_day", "edited"}


def test_our_own_document_has_no_fault(sound: str) -> None:
    assert kinds(sound) == set()


@pytest.mark.parametrize(("kind", "fault"), [
    ("dangling", lambda text: text.replace('href="#act_440-V"', 'href="#act_441-V"', 1)),
    ("dangling", lambda text: text.replace('period="#tg_1"', 'period="#tg_9999"', 1)),
    ("dangling", lambda text: text.replace(' in="#', ' in="#nowhere_', 1)),
    ("name_twice", lambda text: text.replace('eId="art_2"', 'eId="art_1"', 1)),
    ("overlap", lambda text: text.replace('wId="art_1__point_1__content__p"', 'wId="art_1__point_2__content__p"')),
    ("uncited", lambda text: text.replace("</lifecycle>", '<eventRef eId="e_0" date="2015-01-01" source="#original" '
                                          'type="amendment"/></lifecycle>')),
    ("outside_bounds", lambda text: text.replace('lg:latest="2014-12-18"', 'lg:latest="2014-10-18"')),
    ("sentinel", lambda text: text.replace('date="2024-01-02"', 'date="9999-12-31"', 1)),
    ("ends_early", lambda text: text.replace('date="2024-01-02"', 'date="2013-01-01"', 1)),
    ("invalid", lambda text: text.replace('lg:inOperation="yes"', 'lg:inOperation="surely"', 1)),
    ("invalid", lambda text: text.replace("<body ", "<corpus ").replace("</body>", "</corpus>")),
    ("invalid", lambda text: text.replace('date="2014-03-03" name="adoption"', 'date="2014-02-30" name="adoption"', 1)),
    ("no_akoma_ntoso", lambda text: text.replace("/akn/3.0", "/akn/2.0")),
    ("edited", lambda text: text.replace("lamp", "lump", 1)),
])
def test_a_fault_is_found(sound: str, kind: str, fault: Fault) -> None:
    broken = fault(sound)
    assert broken != sound
    assert kind in kinds(broken)


def test_of_faults_without_number_the_first_are_told_and_that_there_are_more(sound: str, tmp_path: Path) -> None:
    """Each with its own line, in time that grows with the document (each has as many siblings as there are faults)."""
    at = sound.index("</p>") + 4
    file = tmp_path / "law.xml"
    file.write_text(sound[:at] + '<p q="1">x</p>\n' * 20_000 + sound[at:], encoding="utf-8")
    told = CliRunner().invoke(main, ["lint", str(file)])
    *faults, more = told.output.splitlines()
    assert (told.exit_code, len(faults)) == (1, 200)
    assert more == f"{file}: more than these 200 are wrong; mend them first"
    first = sound[:at].count("\n") + 1
    assert [each.partition(":")[0] for each in faults] == [f"{file}, line {first + n}" for n in range(200)]


def test_a_fault_in_the_last_line_is_found(sound: str) -> None:
    """A document without a body is known to be invalid only where it ends."""
    assert "invalid" in kinds(sound[:sound.index("<body")] + "</act></akomaNtoso>")


@pytest.mark.parametrize(("raw", "told"), [
    (b"", "no XML"),
    (b"law", "no XML"),
    (b"<act>", "no XML"),
    (b"\xff\xfe<", "no XML"),
    (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "document type"),
    (b"<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>", "document type"),
    (b"<a>" * 5000, "no XML"),
    (b"<a/>" + b" " * 40_000_000, "more than 40,000,000 bytes"),
], ids=["empty", "words", "open", "bytes", "outside", "laughs", "deep", "long"])
def test_a_file_that_is_none_is_refused_in_one_line(raw: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told) as refused:
        parsed(raw, "law.xml")
    assert "\n" not in str(refused.value)


def test_the_command_says_file_line_and_fault_and_leaves_with_one(sound: str, tmp_path: Path) -> None:
    file = tmp_path / "law.xml"
    file.write_text(sound, encoding="utf-8")
    assert CliRunner().invoke(main, ["lint", str(file)]).output == f"{file}: nothing is wrong with it\n"
    file.write_text(sound.replace('href="#act_440-V"', 'href="#act_441-V"', 1), encoding="utf-8")
    told = CliRunner().invoke(main, ["lint", str(file)])
    assert told.exit_code == 1
    assert "href leads to '#act_441-V', which is not in the document (dangling)" in told.output
    assert told.output.startswith(f"{file}, line ")
