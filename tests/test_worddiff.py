"""Two wordings, word by word."""

from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgraph.timeline.comparison import ChangeKind, WordChange, tokens, word_changes

EQUAL, INSERTED, DELETED, REPLACED = ChangeKind.EQUAL, ChangeKind.INSERTED, ChangeKind.DELETED, ChangeKind.REPLACED
WORDS = st.lists(st.sampled_from(["local", "bodies", "4-1)", " ", " ", "\u00a0", ",", "құқық", "aren't", "_", "\n"]),
                 max_size=40).map("".join)
TEXTS = st.one_of(WORDS, st.text(max_size=60))


@pytest.mark.parametrize(("text", "cut"), [
    ("", ()),
    ("4-1) local bodies;", ("4-1", ")", " ", "local", " ", "bodies", ";")),
    ("aren't  self‑evident", ("aren't", "  ", "self‑evident")),
    ("құқық, _№ 5", ("құқық", ",", " ", "_", "№", " ", "5")),
])
def test_tokens_are_words_spaces_and_signs(text: str, cut: tuple[str, ...]) -> None:
    assert tokens(text) == cut


@pytest.mark.parametrize(("before", "after", "changes"), [
    ("", "", ()),
    ("the same", "the same", ((EQUAL, "the same", "the same"),)),
    ("", "new", ((INSERTED, "", "new"),)),
    ("old", "", ((DELETED, "old", ""),)),
    ("local bodies", "regional bodies", ((REPLACED, "local", "regional"), (EQUAL, " bodies", " bodies"))),
    ("upon ten calendar days", "upon fifteen working days",
     ((EQUAL, "upon ", "upon "), (REPLACED, "ten calendar", "fifteen working"), (EQUAL, " days", " days"))),
    ("the court decides", "the court, if asked, decides",
     ((EQUAL, "the court", "the court"), (INSERTED, "", ", if asked,"), (EQUAL, " decides", " decides"))),
])
def test_changes_are_told_in_words(before: str, after: str, changes: tuple[tuple[ChangeKind, str, str], ...]) -> None:
    assert word_changes(before, after) == tuple(WordChange(*change) for change in changes)


def test_a_word_deleted_and_one_inserted_further_on_stay_apart() -> None:
    assert word_changes("a red house", "a house now") == (
        WordChange(EQUAL, "a", "a"), WordChange(DELETED, " red", ""), WordChange(EQUAL, " house", " house"),
        WordChange(INSERTED, "", " now"))


@given(TEXTS)
def test_tokens_join_back_to_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS)
def test_both_texts_are_rebuilt_from_the_changes(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert "".join(each.before for each in changes) == before
    assert "".join(each.after for each in changes) == after
    assert all((each.before == each.after) == (each.kind is EQUAL) for each in changes)
    assert all(EQUAL in (one.kind, other.kind) for one, other in pairwise(changes))


@given(WORDS, WORDS)
def test_no_fewer_words_stay_equal_than_with_difflib(before: str, after: str) -> None:
    old, new = ([token for token in tokens(text) if not token.isspace()] for text in (before, after))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = [token for each in word_changes(before, after) if each.kind is EQUAL for token in tokens(each.before)]
    assert len([token for token in kept if not token.isspace()]) >= sum(block.size for block in blocks)


@given(WORDS)
def test_a_text_equals_itself(text: str) -> None:
    assert all(each.kind is EQUAL for each in word_changes(text, text))
