"""A page in each of its forms: as HTML, as data, as plain text, as a table, as a graph, as news, as a calendar.

The server and the static site write the same bytes, since both ask here. A calendar (RFC 5545; the one owner of
icalendar) has a day that is known as an event of that day; one that is not is a span from the first possible day to the
last, and is marked as tentative. Every event is a whole day or several, since laws come into operation at no hour. The
stamp that the standard asks of each event is its own first day: nothing here reads the clock.
"""

from collections.abc import Callable
from datetime import UTC, datetime, time

from icalendar import Calendar as Written
from icalendar import Event as WrittenEvent

from lawgraph.law.days import add_days
from lawgraph.site.pages import paths
from lawgraph.site.pages.feeds import Calendar, Event
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.values import Link
from lawgraph.site.pages.wrong import nothing_there
from lawgraph.site.render import PageSetting, render
from lawgraph.voice.speaking import Voice

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


def representation(page: Page, form: Format, setting: PageSetting) -> str:
    """Return a page in one of its forms; whoever asks has looked into `formats`."""
    match form:
        case Format.JSON:
            told = page.file_data(setting.build, setting.sum_of) if setting.sum_of else page.data(setting.build)
            return f"{told}\n"
        case Format.TEXT:
            return f"{page.plain()}\n"
        case Format.TABLE:
            return page.table()
        case Format.GRAPHML | Format.GEXF:
            return page.network(form)
        case Format.CALENDAR if isinstance(page, Calendar):
            return written(page, setting.permanent)
    return render(page, setting)


def given_in(page: Page, form: Format, voice: Voice) -> Page:
    """Return a page that is given in a form; stop where it is not, and lead to a form in which it is."""
    if form in page.formats:
        return page
    wrong = voice.say("This is not given in the form “%(form)s”.", form=form)
    other = Link(voice.say("A form in which it is"), paths.in_form(page.head.path, page.formats[0]))
    raise nothing_there(paths.in_form(page.head.path, form), wrong, other, voice)
