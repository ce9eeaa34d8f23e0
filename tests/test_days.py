"""Days and bounds of days: months are clamped, doubt stays doubt, and a wrong day is told in one line."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgraph.law.days import DayBounds, add_days, add_months, exactly, parse_day
from lawgraph.law.errors import DayError

MISTAKES = """
2013-02-30 | '2013-02-30': this day does not exist; did you mean 2013-02-28?
2012-02-30 | '2012-02-30': this day does not exist; did you mean 2012-02-29?
2013-04-31 | '2013-04-31': this day does not exist; did you mean 2013-04-30?
2013-04-00 | '2013-04-00': this day does not exist; did you mean 2013-04-01?
2013-13-01 | '2013-13-01': no calendar has this month; write it as YYYY-MM-DD, for example 2013-07-20
2013-00-01 | '2013-00-01': no calendar has this month; write it as YYYY-MM-DD, for example 2013-07-20
20.07.2013 | '20.07.2013': this is not a day; write it as YYYY-MM-DD, for example 2013-07-20
2013-7-20  | '2013-7-20': this is not a day; write it as YYYY-MM-DD, for example 2013-07-20
20130720   | '20130720': this is not a day; write it as YYYY-MM-DD, for example 2013-07-20
yesterday  | 'yesterday': this is not a day; write it as YYYY-MM-DD, for example 2013-07-20
2013-07-20T00 | '2013-07-20T00': this is not a day; write it as YYYY-MM-DD, for example 2013-07-20
"""

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
ends = st.one_of(st.none(), days)


@st.composite
def bounds(draw: st.DrawFn) -> DayBounds:
    """Draw the bounds of an event's day."""
    earliest, latest = draw(ends), draw(ends)
    if earliest and latest and latest < earliest:
        earliest, latest = latest, earliest
    return DayBounds(earliest, latest)


@st.composite
def events(draw: st.DrawFn) -> tuple[DayBounds, date]:
    """Draw bounds and a true day within them."""
    drawn = draw(bounds())
    return drawn, draw(st.dates(drawn.earliest or date(1900, 1, 1), drawn.latest or date(2199, 12, 31)))


@given(days)
def test_a_day_reads_back_as_it_was_written(day: date) -> None:
    """ISO in addresses, data and tables."""
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize("line", MISTAKES.strip().splitlines())
def test_a_wrong_day_is_told_in_one_line(line: str) -> None:
    """A wrong day … gives one line … that names place, surprise and remedy."""
    text, told = (cell.strip() for cell in line.split("|"))
    with pytest.raises(DayError) as caught:
        parse_day(text)
    assert str(caught.value) == told


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_a_mistake(text: str) -> None:
    """… never a traceback."""
    try:
        day = parse_day(text)
    except DayError:
        return
    assert day.isoformat() == text


@pytest.mark.parametrize(("day", "count", "later"), [
    ("2013-08-31", 6, "2014-02-28"), ("2011-08-31", 6, "2012-02-29"), ("2013-01-31", 1, "2013-02-28"),
    ("2013-11-30", 3, "2014-02-28"), ("2013-12-15", 1, "2014-01-15"), ("2013-05-31", 12, "2014-05-31"),
    ("2012-02-29", 12, "2013-02-28"), ("2013-07-20", 0, "2013-07-20")])
def test_months_are_clamped(day: str, count: int, later: str) -> None:
    """Months: same day of month, clamped to its end."""
    assert add_months(date.fromisoformat(day), count).isoformat() == later


@given(days, st.integers(0, 300))
def test_months_keep_the_day_or_end_the_month(day: date, count: int) -> None:
    """Same day of month, clamped to its end: only where the month is shorter."""
    later = add_months(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(days, days, st.integers(0, 300))
def test_months_keep_the_order_of_days(one: date, other: date, count: int) -> None:
    """Bounds stay bounds when months are added to both ends."""
    first, last = sorted((one, other))
    assert add_months(first, count) <= add_months(last, count)


@given(days, st.integers(0, 3000))
def test_days_are_calendar_days(day: date, count: int) -> None:
    """N *calendar* days."""
    assert (add_days(day, count) - day).days == count


# Bounds


@given(days)
def test_a_known_day(day: date) -> None:
    """Exact only when the day is known."""
    known = exactly(day)
    assert known.exact
    assert known.certainly_by(day)
    assert not known.certainly_by(day - timedelta(days=1))
    assert not known.possibly_by(day - timedelta(days=1))


@given(events(), days)
def test_certain_means_whichever_day_is_true(event: tuple[DayBounds, date], day: date) -> None:
    """Certain: has happened whichever day within the bounds is true; possible: may have happened."""
    drawn, true = event
    assert not (drawn.certainly_by(day) and true > day)
    assert drawn.possibly_by(day) or true > day


@given(events(), events())
def test_what_can_come_first_is_never_denied(one: tuple[DayBounds, date], other: tuple[DayBounds, date]) -> None:
    """Overlapping intervals and acts of one day count as between."""
    (first, true_first), (second, true_second) = one, other
    assert first.possibly_with_or_before(second) or true_first > true_second
    assert first.possibly_with_or_after(second) or true_first < true_second
    assert first.possibly_with_or_before(second) is second.possibly_with_or_after(first)


@given(bounds())
def test_none_means_unbounded(drawn: DayBounds) -> None:
    """`None` means unbounded, never a sentinel date."""
    assert drawn.certainly_by(date.max) is (drawn.latest is not None)
    assert drawn.possibly_by(date.min) is (drawn.earliest is None)
    assert not DayBounds(None, None).exact
