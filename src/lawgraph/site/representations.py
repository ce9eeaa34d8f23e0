"""Every face of a page: as HTML, as data, as plain text, as a table, as news, as a calendar.

The server and the static site write the same bytes, since both ask here.
"""

from lawgraph.printout import plain, tables
from lawgraph.printout.citation_sheet import CitationSheet, citation
from lawgraph.site import calendars
from lawgraph.site.pages import matrix, paths
from lawgraph.site.pages.diff import DiffPage
from lawgraph.site.pages.feeds import Calendar
from lawgraph.site.pages.formats import formats_of
from lawgraph.site.pages.history import HistoryPage
from lawgraph.site.pages.law import LawOnDayPage, LawPage
from lawgraph.site.pages.matrix import MatrixPage
from lawgraph.site.pages.page_json import page_json
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.routes import Page
from lawgraph.site.pages.values import Link
from lawgraph.site.pages.wrong import WrongPage, nothing_there
from lawgraph.site.render import PageSetting, render
from lawgraph.voice.speaking import Voice


def representation(page: Page | WrongPage, form: Format, setting: PageSetting) -> str:
    """Return a page in one of its forms; whoever asks has looked into `formats_of`."""
    match form, page:
        case Format.JSON, _:
            return f"{page_json(page, setting.build)}\n"
        case Format.TEXT, _:
            return f"{_plain(page)}\n"
        case Format.TABLE, MatrixPage():
            return matrix.csv_of(page)
        case Format.CALENDAR, Calendar():
            return calendars.written(page, setting.permanent)
    return render(page, setting)


def given_in(page: Page, form: Format, voice: Voice) -> Page:
    """Return a page that is given in a form; stop where it is not, and lead to a form in which it is."""
    offered = formats_of(page)
    if form in offered:
        return page
    wrong = voice.say("This is not given in the form “%(form)s”.", form=form)
    other = Link(voice.say("A form in which it is"), paths.in_form(page.head.path, offered[0]))
    raise nothing_there(paths.in_form(page.head.path, form), wrong, other, voice)


def _plain(page: Page | WrongPage) -> str:
    match page:
        case LawPage() | LawOnDayPage():
            return plain.day_sheet(page.sheet)
        case ProvisionOnDayPage():
            expression, printings = page.expression, page.evidence.printings
            return citation(CitationSheet(page.sheet, expression.bearing_on(page.place.eid), expression.acts,
                                          printings))
        case HistoryPage():
            return tables.history(page.sheet)
        case DiffPage():
            return plain.difference_sheet(page.sheet)
    return page.head.title
