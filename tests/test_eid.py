"""Addresses: they read back as they were written, sort as people count, and tell a mistake in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgraph.law.eid import PREFIXES, Eid, Kind, top
from lawgraph.law.errors import EidError

EXAMPLES = {
    "chp_2": Kind.CHAPTER, "art_6": Kind.ARTICLE, "art_9-1": Kind.ARTICLE, "art_6__para_2": Kind.PARAGRAPH,
    "art_6__para_2__point_4-1": Kind.POINT, "art_5__point_2": Kind.POINT, "art_8__heading": Kind.HEADING,
    "sec_1": Kind.SECTION, "art_18__para_2__al_2": Kind.ALINEA, "art_21__al_2": Kind.ALINEA,
    "art_18__para_3__al_2__point_1": Kind.POINT, "art_29__para_1__indent_1": Kind.INDENT, "art_8__intro": Kind.INTRO,
    "preamble": Kind.PREAMBLE, "law__heading": Kind.HEADING, "law": Kind.LAW,
    "part_1": Kind.PART, "sec_2__subsec_1": Kind.SUBSECTION, "chp_2__subchp_1": Kind.SUBCHAPTER,
    "art_6__note_1": Kind.NOTE, "art_6__note_1__point_2": Kind.POINT, "art_6__para_2__note_12-1": Kind.NOTE,
    "annex_1__annex_1": Kind.ANNEX, "annex_1__para_2__point_3": Kind.POINT, "annex_1__chp_2": Kind.CHAPTER}
"""Each address that the design names."""

MISTAKES = """
art_5__pt_2 | 'art_5__pt_2', character 8: 'pt_2' is no step of an address; write for example art_6__para_2__point_4-1
art         | 'art', character 1: 'art' is no step of an address; write for example art_6__para_2__point_4-1
heading_1   | 'heading_1', character 1: 'heading_1' is no step of an address; write for example art_6__para_2__point_4-1
art_5_      | 'art_5_', character 1: 'art_5_' is no step of an address; write for example art_6__para_2__point_4-1
art_5__     | 'art_5__', character 8: '' is no step of an address; write for example art_6__para_2__point_4-1
art_IV      | 'art_IV', character 1: 'art_IV' is no step of an address; write for example art_6__para_2__point_4-1
Art_5       | 'Art_5', character 1: 'Art_5' is no step of an address; write for example art_6__para_2__point_4-1
art_5-      | 'art_5-', character 1: 'art_5-' is no step of an address; write for example art_6__para_2__point_4-1
art_5/al2 | 'art_5/al2', character 1: 'art_5/al2' is no step of an address; write for example art_6__para_2__point_4-1
"""

plain = st.integers(1, 200).map(str)
inserted = st.lists(st.integers(1, 30), min_size=2, max_size=3).map(lambda parts: "-".join(map(str, parts)))
numbers = st.one_of(plain, inserted)
BARE = (Kind.LAW, Kind.CONTENTS, Kind.PREAMBLE, Kind.HEADING, Kind.INTRO)
kinds = st.sampled_from([kind for kind in PREFIXES if kind not in BARE])
steps = st.one_of(st.tuples(kinds, numbers), st.tuples(st.sampled_from(BARE), st.just("")))
paths = st.lists(steps, min_size=1, max_size=5)


def written(path: list[tuple[Kind, str]]) -> Eid:
    """Write an address step by step."""
    eid = top(*path[0])
    for kind, number in path[1:]:
        eid = eid.child(kind, number)
    return eid


@pytest.mark.parametrize(("text", "kind"), EXAMPLES.items())
def test_the_addresses_of_the_design(text: str, kind: Kind) -> None:
    """Akoma Ntoso style, `__` between levels."""
    assert Eid.parse(text) == text
    assert Eid.parse(text).kind is kind


@given(paths)
def test_an_address_reads_back_as_it_was_written(path: list[tuple[Kind, str]]) -> None:
    """An address reads back as it was written."""
    eid = written(path)
    assert Eid.parse(str(eid)) == eid
    read = [eid, *eid.ancestors][::-1]
    assert [(each.kind, each.number) for each in read] == path


@given(paths)
def test_what_encloses_an_address(path: list[tuple[Kind, str]]) -> None:
    """The address one step up, and all of them, nearest first."""
    eid = written(path)
    assert (eid.parent is None) is (len(path) == 1)
    assert len(eid.ancestors) == len(path) - 1
    assert eid.ancestors[:1] == ((eid.parent,) if eid.parent else ())
    assert all(eid.within(each) and not each.within(eid) for each in eid.ancestors)
    assert eid.within(eid)


def test_a_longer_number_is_no_part() -> None:
    """art_1 does not enclose art_10, nor art_1-1."""
    assert not Eid("art_10").within("art_1")
    assert not Eid("art_1-1__para_1").within("art_1")
    assert Eid("art_1__para_1").within("art_1")


@pytest.mark.parametrize("line", ["4 4-1 4-2 5", "9 9-1 9-2 10", "9 9-1 9-1-1 9-2 10 99 100"])
def test_insertions_stand_after_their_base(line: str) -> None:
    """Provisions sort by number, insertions after their base: 4, 4-1, 4-2, 5; 9, 9-1, 9-2, 10."""
    for prefix in ("art_", "art_6__para_", "art_6__para_2__point_", "chp_"):
        eids = [Eid(f"{prefix}{number}") for number in line.split()]
        assert sorted([*eids[1:], eids[0]], key=lambda each: each.order) == eids


def test_the_order_of_a_law() -> None:
    """Title, preamble, articles; in each its heading, its lead-in, its points, its further parts, its notes; annexes last."""
    eids = ["law", "law__heading", "preamble", "art_1", "art_1__heading", "art_1__intro", "art_1__point_1",
            "art_1__point_2", "art_1__al_2", "art_1__al_2__point_1", "art_1__al_3", "art_1__note_1", "art_1__note_2",
            "art_2", "annex_1", "annex_1__chp_1", "annex_1__para_1", "annex_1__para_2", "annex_1__annex_1", "annex_2"]
    by_law = sorted(eids[1:], key=lambda each: Eid(each).order)
    inner = [each for each in by_law if each.startswith("art_1")]
    assert inner == [each for each in eids if each.startswith("art_1")]
    assert [each for each in by_law if "__" not in each] == ["preamble", "art_1", "art_2", "annex_1", "annex_2"]


@given(st.lists(paths, max_size=6))
def test_parts_stand_behind_their_whole_and_stay_together(many: list[list[tuple[Kind, str]]]) -> None:
    """A provision sorts before its parts, and parts stay together."""
    eids = [written(path) for path in many]
    family = {each for eid in eids for each in (eid, *eid.ancestors)}
    for eid in family:
        assert all(each.order < eid.order for each in eid.ancestors)
    for whole in family:
        for outside in (each for each in family if not each.within(whole) and each.order != whole.order):
            parts = [each for each in family if each.within(whole)]
            assert len({outside.order < each.order for each in parts}) == 1


@given(st.lists(st.integers(1, 50), min_size=1, max_size=3), st.lists(st.integers(1, 50), min_size=1, max_size=3))
def test_numbers_sort_as_numbers(one: list[int], other: list[int]) -> None:
    """… by number: 9 before 10, 9-2 before 9-10."""
    first, second = (Eid(f"art_{'-'.join(map(str, each))}") for each in (one, other))
    assert (first.order < second.order) is (one < other)
    assert first.inserted_number is (len(one) > 1)


@pytest.mark.parametrize("line", MISTAKES.strip().splitlines())
def test_a_mistake_is_told_in_one_line(line: str) -> None:
    """Errors name place, surprise, remedy, in one line that a test pins whole."""
    text, told = (cell.strip() for cell in line.split("|", 1))
    with pytest.raises(EidError) as caught:
        Eid.parse(text)
    assert str(caught.value) == told


@given(st.text(max_size=20))
def test_any_text_is_an_address_or_a_mistake(text: str) -> None:
    """A wrong provision gives one line …; never a traceback: an `EidError`, or an address that reads back."""
    try:
        eid = Eid.parse(text)
    except EidError:
        return
    assert eid == text


def test_an_address_of_thousands_of_steps_is_refused_before_it_is_read() -> None:
    with pytest.raises(EidError, match="no address has more than 500 characters") as caught:
        Eid.parse("__".join(["art_1"] * 3_000))
    assert len(str(caught.value)) < 200


def test_the_divisions_of_a_code() -> None:
    """A part holds sections, a section subsections or chapters, a chapter subchapters; articles count through all."""
    eids = ["part_1", "sec_1", "sec_1__subsec_1", "chp_1", "chp_1__subchp_1", "art_1"]
    assert sorted(set(eids), key=lambda each: Eid(each).order) == eids
    assert [Eid(each).kind for each in eids if Eid(each).kind.divides] == [
        Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.SUBCHAPTER]


def test_parts_and_indents_are_positions() -> None:
    """… not names: what is inserted before them makes them others."""
    assert {kind for kind in Kind if kind.counted} == {Kind.ALINEA, Kind.INDENT}
