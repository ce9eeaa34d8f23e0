"""From page values to HTML: the one place that knows the templates, and the one owner of jinja2.

Every value is escaped by the templates' engine, a name that is missing stops the work, and nothing here or in a
template switches either off.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from lawgraph import names
from lawgraph.pages import Moved, Page, WrongPage, paths
from lawgraph.pages.act import ActPage
from lawgraph.pages.diff import SIGNS, WORDS, ComparisonsPage, DiffPage
from lawgraph.pages.home import AboutPage, FindingsPage, HomePage
from lawgraph.pages.law import LawOnDayPage, LawPage
from lawgraph.pages.life import LifePage
from lawgraph.pages.overview import WORDS as LANE_WORDS
from lawgraph.pages.provision import ProvisionOnDayPage
from lawgraph.pages.search import SearchPage
from lawgraph.resources import template_root
from lawgraph.voice import Tongue, Voice, bounds_in_words, day_in_words, page_reason, voice_of

POLICY = ("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
          "connect-src 'self'; base-uri 'none'; form-action 'self'")
"""The Content-Security-Policy of our pages; a server adds `frame-ancestors 'none'`, which only a header can say."""

_TEMPLATES: dict[type, str] = {
    HomePage: "home.html", LawPage: "law.html", LawOnDayPage: "law_on_day.html", LifePage: "life.html",
    ProvisionOnDayPage: "provision_on_day.html", DiffPage: "diff.html", ComparisonsPage: "comparisons.html",
    ActPage: "act.html", FindingsPage: "findings.html", AboutPage: "about.html", SearchPage: "search.html",
    WrongPage: "wrong.html", Moved: "moved.html",
}

Templates = Environment
"""What finds and fills templates."""


class Host(StrEnum):
    """Who serves a page: a server that answers any path, or plain files."""

    SERVER = "server"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold where a page stands: who serves it, which day it calls today, its voice, how it reaches other paths."""

    host: Host
    today: date
    voice: Voice
    reach: Callable[[str], str]
    tongues: tuple[Tongue, ...] = tuple(Tongue)

    def link(self, path: str) -> str:
        """Return a link to another page in the same language of the interface."""
        return self.reach(paths.in_tongue(self.voice.tongue, path))

    def in_tongue(self, tongue: Tongue, path: str) -> str:
        """Return a link to a page in a language of the interface."""
        return self.reach(paths.in_tongue(tongue, path))


def render(page: Page | WrongPage | Moved, setting: Setting) -> str:
    """Return a page as HTML."""
    template = _environment(setting.voice.tongue).get_template(_TEMPLATES[type(page)])
    return template.render(page=page, link=setting.link, file=setting.reach, in_tongue=setting.in_tongue,
                           host=setting.host, today=setting.today, voice=setting.voice, tongues=setting.tongues)


def static_folder() -> Path:
    """Return the folder of the style sheet and the scripts."""
    return template_root() / "static"


def prefer_our_templates(environment: Templates) -> None:
    """Let Datasette find our own frame before its own."""
    held = [environment.loader] if environment.loader else []
    environment.loader = ChoiceLoader([FileSystemLoader(template_root() / "datasette"), *held])


@cache
def _environment(tongue: Tongue) -> Environment:
    environment = Environment(loader=FileSystemLoader(template_root() / "pages"), autoescape=True, trim_blocks=True,
                              undefined=StrictUndefined, lstrip_blocks=True, auto_reload=False,
                              extensions=["jinja2.ext.i18n"])
    voice = voice_of(tongue)
    environment.install_gettext_callables(voice.messages.gettext, voice.messages.ngettext, newstyle=True)  # type: ignore[attr-defined]  # an extension adds it
    environment.filters |= {"day": day_in_words, "bounds": bounds_in_words, "because": page_reason,
                            "capitalize_first": _capitalized, "unbroken": _unbroken,
                            "language": names.LANGUAGES.__getitem__}
    environment.globals |= {"paths": paths, "policy": POLICY, "diff_signs": SIGNS, "diff_words": WORDS,
                            "lane_words": LANE_WORDS}
    return environment


def _unbroken(text: str) -> str:
    """Return a sentence in which no line ends between № and the number."""
    return text.replace("№ ", "№\u00a0")


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
