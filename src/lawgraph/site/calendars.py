"""Days of operation as a calendar (RFC 5545): the one owner of icalendar.

A day that is known is an event of that day; one that is not is a span from the first possible day to the last, and is
marked as tentative. Every event is a whole day or several, since laws come into operation at no hour. The stamp that
the standard asks of each event is its own first day: nothing here reads the clock.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time

from icalendar import Calendar as Written
from icalendar import Event as WrittenEvent

from lawgraph.law.days import add_days
from lawgraph.site.pages.feeds import Calendar, Event

_MADE_BY = "-//lawgraph//days of operation//EN"


def written(calendar: Calendar, address: Callable[[str], str]) -> str:
    """Return a calendar as a file; `address` tells the address of a page."""
    out = Written()
    out.add("prodid", _MADE_BY)
    out.add("version", "2.0")
    out.add("x-wr-calname", calendar.head.title)
    for each in calendar.events:
        out.add_component(_event(each, address))
    return str(out.to_ical().decode("utf-8"))


def _event(each: Event, address: Callable[[str], str]) -> WrittenEvent:
    out = WrittenEvent()
    out.add("uid", each.identity)
    out.add("dtstamp", datetime.combine(each.first, time(), UTC))
    out.add("dtstart", each.first)
    out.add("dtend", add_days(each.last or each.first, 1))  # the first day no more
    out.add("summary", each.title)
    out.add("description", "\n".join(each.told))
    out.add("status", "CONFIRMED" if each.sure else "TENTATIVE")
    out.add("transp", "TRANSPARENT")
    if (page := address(each.path)).startswith("http"):
        out.add("url", page)
    return out
