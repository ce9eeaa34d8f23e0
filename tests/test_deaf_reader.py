"""Root 1 alone: whoever lacks the words for a form of note is less sure for it, and never wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

GROUPS = ("stops,after_publication,on_publication", "suspended_until,suspended", "retroactive,from_to,not_before", "except,effective",
          "expired", "repealed", "on_day", "see", "amended", "excluded", "newly_worded", "supplemented,introduced", "section,chapter,article",
          "point,paragraph,part,indent")
FIRST, COUNT = 900_014, 8


@pytest.mark.parametrize("rules", GROUPS)
def test_without_some_rules_of_the_notes_no_sure_answer_is_wrong(rules: str) -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).parent / "deaf_reader.py", rules, str(FIRST), str(COUNT)],
        capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stdout.strip(), done.stdout
