"""In which forms a page is given, where its news stands, and which of its addresses is the one to remember."""

from dataclasses import dataclass

from lawgraph.site.pages import paths
from lawgraph.site.pages.diff import ComparisonsPage, DiffPage
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.feeds import Calendar, Feed
from lawgraph.site.pages.history import HistoryPage
from lawgraph.site.pages.law import LawOnDayPage, LawPage
from lawgraph.site.pages.matrix import MatrixPage
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.values import PageHead
from lawgraph.voice.names import place_name
from lawgraph.voice.speaking import Voice

KINDS = {
    Format.PAGE: "text/html", Format.JSON: "application/json", Format.TEXT: "text/plain", Format.TABLE: "text/csv",
    Format.FEED: "application/atom+xml", Format.CALENDAR: "text/calendar",
}
"""The media type of each form."""

SPEAKING = frozenset({Format.PAGE, Format.FEED, Format.CALENDAR})
"""The forms that speak to people, each in the languages of the interface; the others are the same in all of them."""

_READ = (Format.PAGE, Format.JSON, Format.TEXT)
_FORMS: dict[type, tuple[Format, ...]] = {
    LawPage: _READ, LawOnDayPage: _READ, HistoryPage: _READ, ProvisionOnDayPage: _READ, DiffPage: _READ,
    MatrixPage: (Format.PAGE, Format.JSON, Format.TABLE), Feed: (Format.FEED,), Calendar: (Format.CALENDAR,),
}


@dataclass(frozen=True, slots=True)
class News:
    """Lead to what tells of changes, a feed or a calendar."""

    form: Format
    path: str
    title: str


def formats_of(page: object) -> tuple[Format, ...]:
    """Return the forms in which a page is given, the first one first."""
    return _FORMS.get(type(page), (Format.PAGE, Format.JSON))


def news_of(page: object, voice: Voice) -> tuple[News, ...]:
    """Return the feeds and the calendar that belong to a page; every page leads to the news of all laws."""
    everything = News(Format.FEED, paths.feed(paths.HOME), voice.say("Changes of all laws held (Atom)"))
    match page:
        case HistoryPage():
            article = page.place.eid.outermost
            title = voice.say("Changes of %(place)s (Atom)", place=place_name(article, voice))
            own = News(Format.FEED, paths.feed(page.expression.path_of(article)), title)
            return (own, *_of_law(page.expression, voice), everything)
        case LawPage() | LawOnDayPage() | ProvisionOnDayPage() | DiffPage() | ComparisonsPage() | MatrixPage():
            return (*_of_law(page.expression, voice), everything)
    return (everything,)


def canonical(page: object, head: PageHead) -> str:
    """Return the path under which a page is to be remembered: one day stands for all on which it reads alike."""
    match page:
        case LawOnDayPage():
            return page.expression.on(page.days.first or page.days.day)
        case ProvisionOnDayPage():
            return paths.provision_on(page.expression.law.id, page.expression.lang, page.place.eid,
                                      page.days.first or page.days.day)
        case MatrixPage():
            return paths.acts(page.expression.law.id, page.expression.lang)
    return head.path


def _of_law(expression: Expression, voice: Voice) -> tuple[News, ...]:
    return (News(Format.FEED, paths.feed(expression.path), voice.say("Changes of this law (Atom)")),
            News(Format.CALENDAR, paths.calendar(expression.law.id, expression.lang),
                 voice.say("Days of operation of this law (calendar)")))
