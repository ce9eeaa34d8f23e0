"""Facts are proposed from an act's own words, and only what was wholly understood is called whole."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from lawgraph.commands.cli import main
from lawgraph.facts.acts import load_act, written
from lawgraph.intake.proposals import Changed, Identity, read_and_propose
from lawgraph.law.acts import ActRecord
from lawgraph.law.amendments import RuleKind
from lawgraph.law.errors import SourceError

SUNDIALS = Path(__file__).with_name("replay") / "sundials"
MANIFEST = '''id = "Z110000007_"
number = "7-V"
adopted = 2011-03-03
kind = "law"
[titles]
rus = "О солнечных часах"
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    at = tmp_path / "corpus" / "Z110000007_"
    at.mkdir(parents=True)
    (at / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    return at


def proposed(folder: Path, name: str, before: str, old: str = "", new: str = "") -> ActRecord:
    text = (SUNDIALS / f"{name}.rus.txt").read_text(encoding="utf-8")
    assert old in text
    act = folder.parent / f"{name}.rus.txt"
    act.write_text(text.replace(old, new), encoding="utf-8")
    identity = Identity(name, date(2016, 5, 5), date(2026, 11, 27))
    return read_and_propose(act, Changed(folder.parent, folder.name, SUNDIALS / f"{before}.rus.md"), identity).record


def changes(record: ActRecord) -> list[tuple[str, str]]:
    return [(each.eid, each.action) for each in record.targets]


def test_each_change_is_told_at_its_address_with_the_words_that_the_act_quotes(folder: Path) -> None:
    record = proposed(folder, "288-V", "2014-10-01")
    assert changes(record) == [
        ("art_2__heading", "substitution"), ("art_2__para_2__point_2", "modification"), ("art_2__para_2__al_2", "substitution"),
        ("art_2__para_2-1", "insertion"), ("art_2__para_3", "modification")]
    assert [dict(each.later).get("rus") for each in record.targets] == [
        "Место часов", None, "Место выбирает часовщик со старостой площади.", "На месте часов кладут камень.", None]
    assert [each.law for each in record.complete] == ["Z110000007_"]
    assert record.operation
    assert record.operation.rule
    assert (record.operation.rule.kind, record.operation.rule.days) == (RuleKind.AFTER_PUBLICATION, 10)


def test_a_step_that_starts_on_a_day_of_its_own_says_so(folder: Path) -> None:
    record = proposed(folder, "14-VI", "2014-10-01")
    assert {each.eid: each.operative for each in record.targets if each.operative} == {"art_5__para_3": date(2018, 1, 1)}
    assert len(record.targets) == 4


@pytest.mark.parametrize(("old", "new", "whole", "dated"), [
    ("о месте» исключить", "о месте» исключить", True, True),
    ("о месте» исключить", "о месте» вычеркнуть", False, True),
    ("о месте» исключить", "о площади» исключить", False, True),
    ("Статья 2. Настоящий", "Сноска. Статья 1 с изменением, внесенным Законом РК от 10.12.2017 № 153-V.\nСтатья 2. Настоящий", False, True),
    ("опубликования.", "опубликования, за исключением норм о камне, которые вводятся в действие с 1 января 2020 года.", True, False),
])
def test_what_is_not_wholly_understood_is_neither_whole_nor_dated(folder: Path, old: str, new: str, *, whole: bool, dated: bool) -> None:
    record = proposed(folder, "288-V", "2014-10-01", old, new)
    assert (bool(record.complete), record.operation is not None) == (whole, dated)


def test_what_the_other_language_tells_otherwise_makes_no_list_whole(folder: Path) -> None:
    act, other = (folder.parent / f"8-VI.{lang}.txt" for lang in ("rus", "kaz"))
    act.write_text((SUNDIALS / "288-V.rus.txt").read_text(encoding="utf-8"), encoding="utf-8")
    other.write_text((SUNDIALS / "14-VI.rus.txt").read_text(encoding="utf-8"), encoding="utf-8")
    changed, day = Changed(folder.parent, folder.name, SUNDIALS / "2014-10-01.rus.md"), date(2015, 3, 12)
    alone, beside = (read_and_propose(act, changed, Identity("288-V", day, date(2026, 11, 27), each)) for each in (None, other))
    assert (len(alone.record.complete), len(beside.record.complete)) == (1, 0)
    assert any("languages_differ" in each for each in beside.remarks)


def test_what_is_newly_worded_or_brought_is_told_with_all_inside_it(folder: Path) -> None:
    record = proposed(folder, "14-VI", "2014-10-01")
    assert changes(record) == [
        ("art_5__para_1", "substitution"), ("art_5__para_1__point_1", "insertion"), ("art_5__para_1__point_2", "insertion"),
        ("art_5__para_3", "insertion")]


def test_acts_between_a_text_and_an_act_are_applied_first(folder: Path) -> None:
    act, day = SUNDIALS / "150-VI.rus.txt", date(2019, 9, 9)
    alone, since = (read_and_propose(act, Changed(folder.parent, folder.name, SUNDIALS / "2011-06-01.rus.md", acts), Identity("150-VI", day, day))
                    for acts in ((), (SUNDIALS / "12-V.rus.txt", SUNDIALS / "130-V.rus.txt")))
    assert ("art_4-1", "exclusion") not in changes(alone.record)
    assert changes(since.record)[-1] == ("art_4-1", "exclusion")
    assert since.record.complete


def test_changes_of_a_list_in_which_a_counted_unit_shifts_others_are_told_place_by_place(folder: Path) -> None:
    record = proposed(folder, "201-V", "2011-06-01")
    assert changes(record) == [("art_4__al_2", "modification"), ("art_4__al_3", "modification")]
    assert record.complete


def test_what_is_proposed_is_a_sound_record(folder: Path) -> None:
    record = proposed(folder, "288-V", "2014-10-01")
    path = folder.parent / "288-V.toml"
    path.write_text(written(record), encoding="utf-8")
    read, faults = load_act(path, path.name)
    assert faults == ()
    assert read
    assert (changes(read), read.complete_in("Z110000007_")) == (changes(record), True)


def test_an_act_about_other_laws_is_refused_in_one_line(folder: Path) -> None:
    (folder / "manifest.toml").write_text(MANIFEST.replace("2011-03-03", "2011-03-04"), encoding="utf-8")
    with pytest.raises(SourceError, match="no item that is read amends"):
        proposed(folder, "288-V", "2014-10-01")


def test_the_command_lays_a_record_where_no_build_reads(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parents[1])
    Path("amendments").mkdir()
    told = CliRunner().invoke(main, ["facts", "propose", str(SUNDIALS / "130-V.rus.txt"), "--law", "Z110000007_", "--before",
                                     str(SUNDIALS / "2011-06-01.rus.md"), "--number", "130-V", "--adopted", "2013-07-05",
                                     "--recorded", "2026-11-27"], catch_exceptions=False)
    assert "7 changes" in told.stderr
    accepted = CliRunner().invoke(main, ["facts", "accept", "proposals/130-V.toml", "--yes"], catch_exceptions=False)
    assert accepted.exit_code == 0
    assert "art_4-1" in Path("amendments/130-V.toml").read_text(encoding="utf-8")
    assert "130-V.rus.txt item 9 paragraphs " in Path("amendments/130-V.toml").read_text(encoding="utf-8")
