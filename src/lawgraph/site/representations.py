"""A page in each of its forms: as HTML, as data, as plain text, as a table, as a graph, as news, as a calendar.

The server and the static site write the same bytes, since both ask here.
"""

from lawgraph.site import calendars
from lawgraph.site.pages import paths
from lawgraph.site.pages.feeds import Calendar
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.values import Link
from lawgraph.site.pages.wrong import nothing_there
from lawgraph.site.render import PageSetting, render
from lawgraph.voice.speaking import Voice


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
            return calendars.written(page, setting.permanent)
    return render(page, setting)


def given_in(page: Page, form: Format, voice: Voice) -> Page:
    """Return a page that is given in a form; stop where it is not, and lead to a form in which it is."""
    if form in page.formats:
        return page
    wrong = voice.say("This is not given in the form “%(form)s”.", form=form)
    other = Link(voice.say("A form in which it is"), paths.in_form(page.head.path, page.formats[0]))
    raise nothing_there(paths.in_form(page.head.path, form), wrong, other, voice)
