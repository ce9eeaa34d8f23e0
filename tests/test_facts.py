"""Facts: what the files in `amendments/` and `notes.toml` say, and what a person is told of a mistake in them."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from lawgraph.facts import acts as facts
from lawgraph.facts.acts import written
from lawgraph.facts.fields import Fields, MisfitError, Needed, act_number, adilet_id, found_at, printed_number, text
from lawgraph.facts.forms import lines_of
from lawgraph.law.acts import ActRecord, LawNotes
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.authors import ActKind, Record

ROOT = Path(__file__).resolve().parents[1]
LAW = "Z100000271_"
BROKEN = Path(__file__).parent / "broken_facts"
TOP_KEYS = ("number, adopted, kind, adilet_id, adilet_id_basis, zan, gazette, recorded, source, confidence, titles, "
            "publication, operation, target, complete, lineage")

MISTAKES = """
broken_eid.toml:16 target[2].eid: 'art_5__pt_2', character 8: 'pt_2' is no step of an address; write for example art_6__para_2__point_4-1
concordance_as_text.toml:8 lineage[1].concordance: "art_1" is no table of addresses; write it as { art_7 = "art_12", … }
cyrillic_numeral.toml:1 number: "292-VІ" has a Cyrillic letter in its numeral; write it with Latin I, V and X
empty_source.toml:4 source: the text is empty; write what is known, or leave the key out
endless_day.toml:2 adopted: 9999-12-31 is later than any day that a law tells of; leave the day out where there is none
from_which_day.toml:9 operation.from_the_day: only days and months are counted from a day; leave the key out
hour_of_a_day.toml:8 operation.day: 2014-01-01 00:00:00 is not a day; write it without quotes, as 2013-07-03
impossible_day.toml:2 adopted: '2013-02-30': this day does not exist; did you mean 2013-02-28?
impossible_month.toml:2 adopted: '2013-13-03': no calendar has this month; write it as YYYY-MM-DD, for example 2013-07-20
list_for_text.toml:6 adilet_id: a list or table is not text; write it in quotes, as "124-V"
missing_number.toml:1 number: the key is missing; write number: the act's number, Latin numerals, one hyphen, no №: 124-V
missing_source.toml:7 publication[1].source: the key is missing; write source: where the fact was read
no_days.toml:8 operation.days: 0 is not a whole number from 1; write it without quotes, as 10
no_rule.toml:7 operation: neither a day nor a rule is given; write day, or one of days, months, on_publication, on_day
not_utf8.toml:2: this line is not UTF-8; save the file as UTF-8
number_with_sign.toml:1 number: "№ 1-V" is not the number of an act; write it without № and spaces, as 124-V
on_no_publication.toml:8 operation.on_publication: false is not true; write true without quotes, or leave the key out
reflected_as_text.toml:13 target[1].reflected: "no" is neither true nor false; write true or false without quotes
single_target.toml:7 target: this is not the table that belongs here; write [[target]]
syntax.toml:5 confidence: this is no TOML: invalid value; write key = "text", key = 10, key = true or key = 2013-07-03
target_listed_twice.toml:16 target[2].eid: art_5 is listed on line 9 already; keep one, or give each its own operative day
titles_as_text.toml:6 titles: "On clocks" is not given by language; write it as { eng = …, rus = …, kaz = … }
two_rules.toml:9 operation.months: days gives another rule already; keep one of the two
unclosed_text.toml:9: this is no TOML: unterminated string; close what was opened
unknown_action.toml:10 target[1].action: "removal" is not a word that belongs here; write one of insertion, substitution, modification, exclusion, repeal, expiry, suspension, text_substitution
unknown_confidence.toml:5 confidence: "certain" is not a word that belongs here; write one of high, medium, low
unknown_key.toml:6 nickname: this key is not known; the keys here are TOP_KEYS
unknown_kind.toml:6 kind: "ukase" is not a word that belongs here; write one of law, constitutional-law, code, decree, edict, resolution, order, decision, unstated
unknown_language.toml:13 target[1].reflected: "deu" is not a word that belongs here; write one of eng, rus, kaz
unknown_table.toml:7 article: this key is not known; the keys here are TOP_KEYS
wrong_type.toml:2 adopted: "2013-07-03" is not a day; write it without quotes, as 2013-07-03
misnamed.toml:1 number: the file of this act is not named misnamed.toml; rename it to 3-V.toml
second_file_of_an_act.toml:1 number: 2-V.toml tells of this act too; keep all facts about an act in one file
""".replace("TOP_KEYS", TOP_KEYS)

# act | adopted | published | operative | rule | targets
ACTS = """
372-IV   | 2010-12-29 | 2011-01-11 |            | 10 days          |  2
547-IV   | 2012-01-18 |            |            | 10 days          |  8
562-IV   | 2012-02-16 |            | 2012-03-06 | 10 days from     |  1
102-V    | 2013-06-13 | 2013-06-14 |            | 10 days          |  1
124-V    | 2013-07-03 |            |            | 10 days          | 11
159-V    | 2014-01-13 | 2014-01-15 |            | 10 days          |  2
175-V    | 2014-02-18 | 2014-02-22 |            | 10 days          |  1
227-V    | 2014-07-03 |            | 2015-01-01 | on 2015-01-01    |  2
248-V    | 2014-11-07 |            |            | 10 days          |  1
388-V    | 2015-11-02 |            | 2016-01-01 | on 2016-01-01    |  1
58-VI    | 2017-04-18 | 2017-04-20 |            | 10 days          |  6
69-VI    | 2017-06-13 | 2017-06-15 |            | 10 days          |  2
91-VI    | 2017-07-11 |            |            | 10 days          |  1
292-VI   | 2019-12-27 |            |            | 10 days          |  3
361-VI   | 2020-07-07 | 2020-07-08 |            | 10 days          |  2
365-VI   | 2020-10-06 | 2020-10-07 |            | 10 days          |  5
385-VI   | 2020-12-19 |            |            | 10 days          |  4
206-VII  | 2023-03-14 |            | 2023-03-26 | 10 days          |  5
226-VII  | 2023-04-20 |            | 2023-07-01 | on 2023-07-01    |  2
94-VIII  | 2024-06-19 |            | 2024-08-20 | 60 days          |  2
203-VIII | 2025-06-30 |            | 2025-07-12 | 10 days          |  2
213-VIII | 2025-07-17 |            | 2026-01-20 | 6 months         |  4
245-VIII | 2025-12-30 |            | 2026-03-02 | 60 days          |  1
"""


@pytest.fixture(scope="module")
def acts() -> tuple[ActRecord, ...]:
    held, mistakes = facts.load_acts(ROOT / "amendments")
    assert mistakes == ()
    return held


def test_the_recorded_acts_are_those_that_public_sources_name(acts: tuple[ActRecord, ...]) -> None:
    assert [_row(act) for act in acts] == [re.split(r" *\| *", line) for line in ACTS.strip().splitlines()]


def test_every_fact_names_a_source_its_confidence_and_a_day(acts: tuple[ActRecord, ...]) -> None:
    notes, _ = facts.load_notes(ROOT / "corpus" / LAW / "notes.toml")
    records = [record for act in acts for record in _records(act)]
    records += [each.record for each in notes.discrepancies]
    assert all(record.source.strip() for record in records)
    assert {record.confidence for record in records} == {"high", "medium"}
    assert {record.recorded for record in records} == {date(2026, 11, 23), date(2026, 11, 26)}


def test_every_record_points_to_its_table_in_its_file(acts: tuple[ActRecord, ...]) -> None:
    for act in acts:
        lines = (ROOT / act.record.file).read_text(encoding="utf-8").split("\n")
        for target in act.targets:
            assert target.record.line is not None
            assert lines[target.record.line - 1] == "[[target]]"
            assert lines[target.record.line + 1] == f'eid = "{target.eid}"'


def test_every_act_is_complete_in_the_law_and_only_two_never_reached_the_english_text(
    acts: tuple[ActRecord, ...],
) -> None:
    assert all(act.complete_in(LAW) for act in acts)
    unreflected = {act.act.name for act in acts for target in act.targets if target.reflected == (("eng", False),)}
    assert unreflected == {"206-VII", "226-VII"}
    for act in acts:
        assert len({target.reflected for target in act.targets}) == 1, "all or none of an act's targets, in this law"


@pytest.mark.parametrize(("eid", "written", "meant"), [("art_2", "repeal", "exclusion"), ("law", "exclusion", "repeal"), ("law", "expiry", "repeal"), ("art_2", "expiry", "expiry")])
def test_only_the_whole_law_is_repealed(tmp_path: Path, eid: str, written: str, meant: str) -> None:
    """A fact that an article is repealed ended the whole law."""
    told = 'recorded = 2026-01-01\nsource = "s"\nconfidence = "high"\n'
    (tmp_path / "9-VI.toml").write_text(
        f'number = "9-VI"\nadopted = 2019-03-01\n{told}\n[[target]]\nlaw = "Z1"\neid = "{eid}"\naction = "{written}"\nsource = "s"\nconfidence = "high"\n',
        encoding="utf-8")
    records, faults = facts.load_acts(tmp_path)
    assert not faults
    assert [target.action.value for target in records[0].targets] == [meant]


def test_the_repealing_act_repeals_the_whole_law(acts: tuple[ActRecord, ...]) -> None:
    assert [(target.law, target.eid, target.action.value) for target in acts[-1].targets] == [(LAW, "law", "repeal")]


def test_the_notes_of_the_law_tell_until_when_all_acts_are_known_and_where_the_english_differs() -> None:
    notes, mistakes = facts.load_notes(ROOT / "corpus" / LAW / "notes.toml")
    assert mistakes == ()
    assert notes.acts_complete_until == date(2026, 3, 2)
    assert notes.completeness_record is not None
    assert notes.completeness_record.file == "corpus/Z100000271_/notes.toml"
    kinds = [each.kind for each in notes.discrepancies]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "extra_note": 1, "footnote_differs": 2, "missing_footnote": 4, "missing_note": 1, "missing_provision": 2,
        "mistranslation": 9, "stale": 11, "typo": 4,
    }
    assert [each.kind for each in notes.discrepancies if each.eid == "law"] == ["missing_note", "extra_note"]


def test_a_law_without_notes_has_none(tmp_path: Path) -> None:
    assert facts.load_notes(tmp_path / "notes.toml") == (LawNotes(), ())


def test_mistakes_in_notes_name_their_place(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "Z1" / "notes.toml"
    path.parent.mkdir(parents=True)
    path.write_text('law = "Z1"\nrecorded = 2026-11-23\n[official_languages]\nlanguages = "kaz"\nsource = "invented"\n')
    notes, mistakes = facts.load_notes(path)
    assert notes == LawNotes()
    assert "\n".join(str(mistake) for mistake in mistakes) == """\
corpus/Z1/notes.toml:4 official_languages.languages: "kaz" is not a list; write it in brackets, parted by commas
corpus/Z1/notes.toml:3 official_languages.confidence: the key is missing; write confidence: how sure it is: high, \
medium or low"""


def test_notes_that_are_no_toml_are_told(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "Z1" / "notes.toml"
    path.parent.mkdir(parents=True)
    path.write_text("law = Z1\n")
    _, (mistake,) = facts.load_notes(path)
    assert str(mistake) == ("corpus/Z1/notes.toml:1 law: this is no TOML: invalid value; "
                            'write key = "text", key = 10, key = true or key = 2013-07-03')


def test_all_mistakes_of_all_files_are_told_in_one_run_and_sound_files_are_still_read() -> None:
    held, mistakes = facts.load_acts(BROKEN)
    assert [act.act.name for act in held] == ["2-V"]
    assert [str(mistake) for mistake in mistakes] == [f"broken_facts/{line}" for line in MISTAKES.strip().splitlines()]


def test_each_broken_file_makes_exactly_one_mistake() -> None:
    told = [re.split(r"[:]", line)[0] for line in MISTAKES.strip().splitlines()]
    assert sorted(told) == sorted(path.name for path in BROKEN.glob("*.toml") if path.name != "2-V.toml")


def test_one_file_may_make_several_mistakes(tmp_path: Path) -> None:
    (tmp_path / "1-V.toml").write_text('number = 1\n[[target]]\neid = "x"\n[[target]]\n[operation]\n')
    _, mistakes = facts.load_acts(tmp_path)
    keys = [mistake.place.partition(" ")[2] for mistake in mistakes]
    target = ["eid", "law", "action", "source", "confidence"]
    assert keys[:5] == ["number", "adopted", "recorded", "source", "confidence"]
    assert set(keys[5:]) == {"operation", "operation.source", "operation.confidence"} | {
        f"target[{number}].{key}" for number in (1, 2) for key in target
    }


def test_two_misnamed_files_of_one_act_name_each_other(tmp_path: Path) -> None:
    act = (BROKEN / "2-V.toml").read_bytes()
    (tmp_path / "one.toml").write_bytes(act)
    (tmp_path / "two.toml").write_bytes(act)
    held, mistakes = facts.load_acts(tmp_path)
    assert held == ()
    surprises = [mistake.surprise for mistake in mistakes]
    assert surprises == ["two.toml tells of this act too", "one.toml tells of this act too"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    _, mistakes = facts.load_acts(tmp_path / "facts")
    assert [str(mistake) for mistake in mistakes] == [
        "facts: there is no such folder; name the folder that holds one TOML file per act"]


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "1-V.toml").mkdir()
    _, mistakes = facts.load_acts(tmp_path)
    assert [mistake.remedy for mistake in mistakes] == ["put a readable TOML file here"]


def test_an_act_that_changes_everything_changes_the_law(tmp_path: Path) -> None:
    head, _, target = (BROKEN / "target_listed_twice.toml").read_text(encoding="utf-8").rpartition("[[target]]")
    many = "".join(f"[[target]]{target.replace('art_5', f'art_{each}')}" for each in range(100, 2_200))
    (tmp_path / "1-V.toml").write_text(head + many, encoding="utf-8")
    acts, mistakes = facts.load_acts(tmp_path)
    assert acts == ()
    assert [str(each).rpartition("/")[2] for each in mistakes] == [
        "1-V.toml:12010 target[2001].eid: the act has more than 2,000 targets; name the unit that holds them, or the law"]


def test_a_provision_listed_again_and_again_is_told_once(tmp_path: Path) -> None:
    head, _, target = (BROKEN / "target_listed_twice.toml").read_text(encoding="utf-8").rpartition("[[target]]")
    (tmp_path / "1-V.toml").write_text(head + f"[[target]]{target}\n" * 1_900, encoding="utf-8")
    _, (mistake,) = facts.load_acts(tmp_path)
    assert str(mistake).rpartition("/")[2] == (
        "1-V.toml:16 target[2].eid: art_5 is listed on line 9 already, and stands below this 1,899 times more; "
        "keep one, or give each its own operative day")


@pytest.mark.parametrize("name", ["2-V.TOML", "2-V.Toml"])
def test_a_file_of_facts_whose_name_ends_otherwise_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((BROKEN / "2-V.toml").read_bytes())
    acts, (mistake,) = facts.load_acts(tmp_path)
    assert acts == ()
    assert str(mistake) == f"{tmp_path.name}/{name}: a file of this name is not read here; rename it to 2-V.toml"


def test_notes_of_another_law_are_refused(tmp_path: Path) -> None:
    """They would say of this law that all acts which amended it are known."""
    path = tmp_path / "corpus" / "Z1" / "notes.toml"
    path.parent.mkdir(parents=True)
    path.write_text('recorded = 2026-11-23\nlaw = "Z2"\n[acts_complete_until]\nday = 2026-11-01\nsource = "invented"\n'
                    'confidence = "high"\n')
    notes, (mistake,) = facts.load_notes(path)
    assert notes == LawNotes()
    assert str(mistake) == ("corpus/Z1/notes.toml:2 law: Z2 is another law than Z1, in whose folder the file stands; "
                            "put it into the folder of its law, or mend the id")


@pytest.mark.parametrize("key", [".".join("a" * 20_000), ".".join(['"a"'] * 20_000), " . ".join("a" * 17), f"x = {{{'a.' * 17}a"])
def test_a_key_of_thousands_of_parts_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    """A table is made for each beginning of it, and for each of these one that tells whether it was declared."""
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("it is read"))
    (tmp_path / "1-V.toml").write_text(f"# ours\n{key} = 1\n")
    _, (mistake,) = facts.load_acts(tmp_path)
    assert str(mistake).partition(";")[0] == f"{tmp_path.name}/1-V.toml:2: a key has more parts than any key here"


def test_a_provision_may_be_changed_twice_on_two_days(tmp_path: Path) -> None:
    once = (BROKEN / "target_listed_twice.toml").read_text(encoding="utf-8")
    (tmp_path / "1-V.toml").write_text(f"{once}operative = 2014-01-01\n", encoding="utf-8")
    (act,), mistakes = facts.load_acts(tmp_path)
    assert mistakes == ()
    assert [target.operative for target in act.targets] == [None, date(2014, 1, 1)]


@pytest.mark.parametrize(("written", "rule"), [
    ("days = 10", OperationRule(RuleKind.AFTER_PUBLICATION, days=10)),
    ("days = 10\nfrom_the_day = true", OperationRule(RuleKind.AFTER_PUBLICATION, days=10, from_the_day=True)),
    ("months = 6", OperationRule(RuleKind.AFTER_PUBLICATION, months=6)),
    ("on_publication = true", OperationRule(RuleKind.ON_PUBLICATION)),
    ("on_day = 2015-01-01", OperationRule(RuleKind.ON_DAY, day=date(2015, 1, 1))),
    ("day = 2015-01-01", None),
])
def test_each_rule_of_operation_is_read(tmp_path: Path, written: str, rule: OperationRule | None) -> None:
    act = (BROKEN / "2-V.toml").read_text(encoding="utf-8")
    operation = f'[operation]\n{written}\nsource = "invented"\nconfidence = "low"\n'
    (tmp_path / "2-V.toml").write_text(f"{act}\n{operation}", encoding="utf-8")
    (held,), _ = facts.load_acts(tmp_path)
    assert held.operation is not None
    assert held.operation.rule == rule


def test_the_example_of_the_reference_is_loaded(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n(.*?)```", _reference(), re.DOTALL)[0]
    (tmp_path / "7-V.toml").write_text(example, encoding="utf-8")
    (act,), mistakes = facts.load_acts(tmp_path)
    assert mistakes == ()
    assert (act.act.kind, act.publications[0].issue, act.titles[0][0]) == (ActKind.LAW, "118-122", "eng")
    changed, inserted = act.targets
    assert changed.later == (("eng", "2) keeps and winds the clock;"),)
    assert inserted.reflected == (("eng", False), ("rus", True))
    assert inserted.record.recorded == date(2026, 12, 1)
    assert inserted.operative == date(2013, 1, 1)


@pytest.mark.parametrize("fields", [facts.ACT, facts.NOTES, *(
    part.fields for part in facts.ACT_PARTS + facts.NOTES_PARTS)])
def test_the_reference_describes_every_key_as_the_schema_does(fields: Fields) -> None:
    rows = (f"| `{field.name}` | {'needed' if isinstance(field, Needed) else 'allowed'} | {field.meaning} |"
            for field in fields)
    assert "\n".join(rows) in _reference()


def test_lines_are_found_beside_texts_of_many_lines_and_tables_in_tables() -> None:
    text = 'a = 1\n[[t]]\nb = """\nc = 2\n[[t]]\n"""\n[t.later]\neng = "x"\n[[t]]\nd.e = 1\n'
    assert lines_of(text) == {"a": 1, "t": 2, "t[1]": 2, "t[1].b": 3, "t.later": 7, "t[1].later": 7,
                              "t[1].later.eng": 8, "t[2]": 9, "t[2].d": 10}


def _row(act: ActRecord) -> list[str]:
    operation = act.operation
    published = str(act.publications[0].day) if act.publications else ""
    operative = str(operation.day or "") if operation else ""
    return [act.act.name, str(act.act.adopted), published, operative, _rule(act), str(len(act.targets))]


def _rule(act: ActRecord) -> str:
    assert act.operation is not None
    rule = act.operation.rule
    assert rule is not None
    if rule.months or rule.days:
        return f"{rule.months or rule.days} {'months' if rule.months else 'days'}{' from' if rule.from_the_day else ''}"
    return f"on {rule.day}"


def _records(act: ActRecord) -> Iterator[Record]:
    yield act.record
    yield from (publication.record for publication in act.publications)
    yield from (target.record for target in act.targets)
    yield from (complete.record for complete in act.complete)
    assert act.operation is not None
    yield act.operation.record


def _reference() -> str:
    return (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")


def test_a_record_that_is_written_reads_as_it_was(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n(.*?)```", _reference(), re.DOTALL)[0]
    held = [*facts.load_acts(ROOT / "amendments")[0]]
    (tmp_path / "7-V.toml").write_text(example, encoding="utf-8")
    held += facts.load_acts(tmp_path)[0]
    again = tmp_path / "again"
    again.mkdir()
    for record in held:
        (again / f"{record.act.name}.toml").write_text(written(record, ("a remark",)), encoding="utf-8")
    read, mistakes = facts.load_acts(again)
    assert mistakes == ()
    assert {each.act.name: _placeless(each) for each in read} == {each.act.name: _placeless(each) for each in held}


def _placeless(value: object) -> object:
    """Return a record without file and line."""
    if isinstance(value, Record):
        return value.source, value.confidence, value.recorded
    if isinstance(value, tuple):
        return tuple(_placeless(each) for each in value)
    return [_placeless(getattr(value, field.name)) for field in fields(value)] if is_dataclass(value) else value


def test_two_acts_with_one_code_are_told(tmp_path: Path) -> None:
    for number in ("2-V", "3-V"):
        (tmp_path / f"{number}.toml").write_text((BROKEN / "2-V.toml").read_text(encoding="utf-8").replace("2-V", number).replace(
            "recorded", 'zan = "7001"\nrecorded', 1), encoding="utf-8")
    read, mistakes = facts.load_acts(tmp_path)
    assert [each.act.name for each in read] == ["2-V"]
    assert str(mistakes[0]).endswith("zan: 2-V.toml has the code 7001 too; see whose it is, and take it out of the other")


@pytest.mark.parametrize("address", ["javascript:alert(1)//x", "java\tscript:alert(1)", " javascript:alert(1)", "data:text/html,x"])
def test_an_address_that_would_run_a_program_is_refused(address: str) -> None:
    with pytest.raises(MisfitError, match="this is no address"):
        found_at(address)


@pytest.mark.parametrize("number", ["１２４-V", "١٢٤-V"])
def test_a_digit_of_another_script_is_told_as_what_it_is(number: str) -> None:
    for read in (act_number, printed_number):
        with pytest.raises(MisfitError, match="has a digit of another script; write it with the digits 0 to 9"):
            read(number)


def test_facts_in_a_folder_within_are_told(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "2-V.toml").write_text((BROKEN / "2-V.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert [str(each) for each in facts.load_acts(tmp_path)[1]] == [
        f"{tmp_path.name}/older/2-V.toml: a file in a folder here is not read; put it into {tmp_path.name} itself"]


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x9b", "\u202e", "\u2066"])
def test_a_sign_that_a_terminal_or_a_page_obeys_is_refused(sign: str) -> None:
    with pytest.raises(MisfitError, match="the text has a sign that cannot be seen"):
        text(f"On clocks{sign}")


@pytest.mark.parametrize("told", ["../Z1300000102", "Z13", "https://adilet.zan.kz/rus/docs/Z1300000102", "Z1300000102\n"])
def test_an_id_that_the_public_system_cannot_have_is_refused(told: str) -> None:
    with pytest.raises(MisfitError, match="cannot be an id of adilet"):
        adilet_id(told)


@pytest.mark.parametrize("address", ["https://adilet.zan.kz/rus/docs/Z1_", "git@github.com:acts/acts.git", "pages/law.html", "law.html"])
def test_other_addresses_are_kept_as_they_are(address: str) -> None:
    assert found_at(address) == address
