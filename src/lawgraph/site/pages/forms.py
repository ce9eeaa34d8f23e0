"""In which forms a page is given, where its news stands, and which of its addresses is the one to remember."""

from dataclasses import dataclass

from lawgraph.site.pages import paths
from lawgraph.site.pages.diff import ComparisonsPage, DiffPage
from lawgraph.site.pages.feeds import Calendar, Feed
from lawgraph.site.pages.law import LawOnDayPage, LawPage
from lawgraph.site.pages.life import LifePage
from lawgraph.site.pages.matrix import MatrixPage, article_of
from lawgraph.site.pages.paths import Form
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.values import Head
from lawgraph.site.pages.volume import Volume
from lawgraph.voice.names import place_name
from lawgraph.voice.speaking import Voice

KINDS = {
    Form.PAGE: "text/html", Form.JSON: "application/json", Form.TEXT: "text/plain", Form.TABLE: "text/csv",
    Form.FEED: "application/atom+xml", Form.CALENDAR: "text/calendar",
}
"""The media type of each form."""

SPEAKING = frozenset({Form.PAGE, Form.FEED, Form.CALENDAR})
"""The forms that speak to people, each in the languages of the interface; the others are the same in all of them."""

_READ = (Form.PAGE, Form.JSON, Form.TEXT)
_FORMS: dict[type, tuple[Form, ...]] = {
    LawPage: _READ, LawOnDayPage: _READ, LifePage: _READ, ProvisionOnDayPage: _READ, DiffPage: _READ,
    MatrixPage: (Form.PAGE, Form.JSON, Form.TABLE), Feed: (Form.FEED,), Calendar: (Form.CALENDAR,),
}


@dataclass(frozen=True, slots=True)
class News:
    """Lead to what tells of changes, a feed or a calendar."""

    form: Form
    path: str
    title: str


def forms_of(page: object) -> tuple[Form, ...]:
    """Return the forms in which a page is given, the first one first."""
    return _FORMS.get(type(page), (Form.PAGE, Form.JSON))


def news_of(page: object, voice: Voice) -> tuple[News, ...]:
    """Return the feeds and the calendar that belong to a page; every page leads to the news of all laws."""
    everything = News(Form.FEED, paths.feed(paths.HOME), voice.say("Changes of all laws held (Atom)"))
    match page:
        case LifePage():
            article = article_of(page.place.eid)
            title = voice.say("Changes of %(place)s (Atom)", place=place_name(article, voice))
            own = News(Form.FEED, paths.feed(page.volume.path_of(article)), title)
            return (own, *_of_law(page.volume, voice), everything)
        case LawPage() | LawOnDayPage() | ProvisionOnDayPage() | DiffPage() | ComparisonsPage() | MatrixPage():
            return (*_of_law(page.volume, voice), everything)
    return (everything,)


def canonical(page: object, head: Head) -> str:
    """Return the path under which a page is to be remembered: one day stands for all on which it reads alike."""
    match page:
        case LawOnDayPage():
            return page.volume.on(page.days.first or page.days.day)
        case ProvisionOnDayPage():
            return paths.provision_on(page.volume.law.id, page.volume.lang, page.place.eid,
                                      page.days.first or page.days.day)
        case MatrixPage():
            return paths.acts(page.volume.law.id, page.volume.lang)
    return head.path


def _of_law(volume: Volume, voice: Voice) -> tuple[News, ...]:
    return (News(Form.FEED, paths.feed(volume.path), voice.say("Changes of this law (Atom)")),
            News(Form.CALENDAR, paths.calendar(volume.law.id, volume.lang),
                 voice.say("Days of operation of this law (calendar)")))
