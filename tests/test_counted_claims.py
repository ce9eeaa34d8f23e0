"""The claims of notes, counted by a reader that shares nothing with the program (`benchmarks/claims.py`)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from benchmarks.claims import INVENTED, compare, told

from lawgraph.law.amendments import Action

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("place", INVENTED)
def test_the_notes_of_a_text_are_read_as_a_second_reader_reads_them(place: str) -> None:
    counted = [(path.name, each.note[:80], differing) for path, each, differing, _ in compare([ROOT / place])]
    assert counted
    assert [each for each in counted if each[2]] == []


@pytest.mark.parametrize(("note", "action", "clause", "units"), [
    ("Сноска. Статья 7 в редакции Закона РК от 03.07.2013 № 124-V (вводится в действие с 01.01.2014).",
     Action.SUBSTITUTION, "2014-01-01", {"7"}),
    ("Ескерту. 7-бап алып тасталды - ҚР 03.07.2013 № 124-V Заңымен (алғашқы ресми жарияланған күнінен кейін он күн өткен соң).",
     Action.EXCLUSION, "10 day", {"7"}),
    ("Footnote. Article 7 as amended by Law № 124-V dated 3 July 2013 (enforced upon expiry of six months after publication).",
     Action.MODIFICATION, "6 month", {"7"}),
    ("Сноска. Статья 7 в редакции Закона РК от 03.07.2013 № 124 -V (вводится в действие по истечении двадцати одного календарного дня).",
     Action.SUBSTITUTION, "21 day", {"7"}),
    ('Footnote. In Article 7 the words "of tea" are excluded by Law № 124-V dated 3 July 2013.', Action.TEXT_SUBSTITUTION, None, {"7"})])
def test_the_second_reader_reads(note: str, action: Action, clause: str, units: set[str]) -> None:
    (each,) = told(note)
    assert (each.number.replace(" ", ""), each.day, each.action, each.clause, set(each.units)) == (
        "124-V", date(2013, 7, 3), action, clause, units)
