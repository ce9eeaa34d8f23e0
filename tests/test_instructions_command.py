"""`lawgraph instructions` is asked for one law by its number too, and says what a translation of an act is worth."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from lawgraph.commands.cli import main

ACT = """О внесении изменений в некоторые законодательные акты

Статья 1. Внести изменения в следующие законодательные акты Республики Казахстан:

1. В Закон Республики Казахстан от 29 апреля 2010 года «О профилактике правонарушений»:

статью 5 исключить.

2. В приказ Министра юстиции Республики Казахстан от 3 марта 2015 года № 7-1/200 «О волах»:

пункт 2 исключить.

Статья 2. Настоящий Закон вводится в действие с 1 января 2015 года.
"""


def told(folder: Path, text: str, *words: str) -> Result:
    """Return what the command says of an act."""
    file = folder / "act.txt"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["instructions", str(file), "--corpus", str(ROOT / "corpus"), *words])


@pytest.mark.parametrize(("law", "item"), [("271-IV", "1"), ("№ 271–iv", "1"), ("Z100000271_", "1"), ("2010-04-29", "1"), ("правонарушений", "1"),
                                           ("7-1/200", "2"), ("волах", "2")])
def test_one_law_is_asked_for_as_people_name_it(tmp_path: Path, law: str, item: str) -> None:
    said = told(tmp_path, ACT, "--law", law)
    assert [line.split()[0] for line in said.stdout.splitlines()[1:2]] == [item]


def test_a_law_that_the_act_does_not_amend_is_told_with_what_to_do(tmp_path: Path) -> None:
    said = told(tmp_path, ACT, "--law", "290-V")
    assert said.exit_code == 2
    assert "no item that is read amends '290-V'; no law of the corpus has this id or number" in said.stderr
    assert "leave --law out" in told(tmp_path, ACT.replace("29 апреля", "28 апреля"), "--law", "271-IV").stderr


@pytest.mark.parametrize("line", [
    "Article 1. To introduce amendments and additions to the following legislative acts of the Republic of Kazakhstan:",
    "1. Introduce into the Law of the Republic of Kazakhstan dated April 29, 2010 “On prevention of infractions” the following amendments:",
    "The following amendments shall be made to the Law of the Republic of Kazakhstan of April 29, 2010:"])
def test_a_translation_proves_nothing_and_is_told_so(tmp_path: Path, line: str) -> None:
    said = told(tmp_path, f"On amendments\n\n{line}\n\n1) Article 5 shall be excluded.\n")
    assert said.exit_code == 2
    assert "translations prove nothing; give its Russian or Kazakh text" in said.stderr
    assert "no preamble" in told(tmp_path, "On oxen\n\nArticle 1. Oxen\n\nThe following laws apply:\n").stderr
