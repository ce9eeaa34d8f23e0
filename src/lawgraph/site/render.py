"""From page values to HTML: the one place that knows the templates, and the one owner of jinja2.

Every value is escaped by the templates' engine, a name that is missing stops the work, and nothing here or in a
template switches either off.
"""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache, partial
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType

import jinja2
from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from lawgraph.languages.spoken import DayForm
from lawgraph.languages.state import CODES, COUNTRY_TYPED
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.errors import template_root
from lawgraph.printout.citing import pattern
from lawgraph.site.pages import paths
from lawgraph.site.pages.diff import SIGNS, WORDS
from lawgraph.site.pages.lanes import WORDS as LANE_WORDS
from lawgraph.site.pages.linked import absolute
from lawgraph.site.pages.owner import NOBODY, SiteOwner
from lawgraph.site.pages.page import MEDIA, Page, PageOfDay, PageOfLaw, Sum
from lawgraph.site.pages.section import Moved
from lawgraph.site.pages.sentences import acts_sentence
from lawgraph.site.pages.values import TextBlock
from lawgraph.site.pages.wrong import WrongPage
from lawgraph.voice.names import (
    HTML_LANGUAGES,
    act_in_words,
    act_kind,
    bounds_as_label,
    bounds_in_words,
    cited_place,
    day_forms,
    day_in_words,
    language_name,
    law_called,
    numbered,
    span_in_words,
    speech_of,
    text_in,
    unbroken,
)
from lawgraph.voice.recorded import basis_in_words
from lawgraph.voice.sentences import reason_in_words, verdict
from lawgraph.voice.speaking import Locale, Voice, capitalized

POLICY = ("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
          "connect-src 'self'; base-uri 'none'; form-action 'self'")
"""The Content-Security-Policy of our pages; a server adds `frame-ancestors 'none'`, which only a header can say."""

_SHOWN_AS = {paths.HOME: "WebSite", paths.ABOUT: "WebPage", paths.DATA: "Dataset"}
"""The pages that say whose site this is, by what they are to schema.org."""

_BLANK = re.compile(r"\n\s*\n")

Templates = Environment
"""What finds and fills templates."""


class Host(StrEnum):
    """Who serves a page: a server that answers any path, or plain files."""

    SERVER = "server"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class PageSetting:
    """Hold where a page stands: who serves it, which day it calls today, its voice, how it reaches other paths.

    `world` tells the absolute address of a path, where the site knows its own; `build` names the build of the database;
    `sum_of` tells the SHA-256 of data that are written as files; `typed` is what led here from the box for searching;
    `owner` tells whose site it is.
    """

    host: Host
    today: date
    voice: Voice
    reach: Callable[[str], str]
    locales: tuple[Locale, ...] = tuple(Locale)
    world: Callable[[str], str] | None = None
    build: str | None = None
    sum_of: Sum | None = None
    typed: str = ""
    owner: SiteOwner = NOBODY

    def link(self, path: str) -> str:
        """Return a link to another page in the same language of the interface."""
        return self.reach(paths.in_locale(self.voice.locale, path))

    def in_locale(self, locale: Locale, path: str) -> str:
        """Return a link to a page in a language of the interface."""
        return self.reach(paths.in_locale(locale, path))

    def permanent(self, path: str) -> str:
        """Return the address of a page in the same language of the interface, absolute where that is known."""
        return self.address_in(self.voice.locale, path)

    def address_in(self, locale: Locale, path: str) -> str:
        """Return the address of a page in a language of the interface, absolute where that is known."""
        return (self.world or self.reach)(paths.in_locale(locale, path))


def render(page: Page | Moved, setting: PageSetting) -> str:
    """Return a page as HTML, a feed as Atom."""
    voice = setting.voice.of(page.expression.law.kind) if isinstance(page, PageOfLaw) else setting.voice
    template = _environment(replace(voice, today=None)).get_template(page.template)
    filled = template.render(page=page, link=setting.link, file=setting.reach, in_locale=setting.in_locale,
                           host=setting.host, typed=setting.typed, today=setting.today, voice=voice,
                           locales=setting.locales, owner=setting.owner, permanent=setting.permanent,
                           address_in=setting.address_in, laid_out=partial(_laid_out, page, setting),
                           **_around(page, replace(setting, voice=voice)))
    whole = _BLANK.sub("\n", filled)
    head, body, text = whole.partition("<body>")
    return f"{head}{body}{unbroken(text, voice)}" if body else unbroken(head, voice)


_PARTS, _DAY, _OPENS, _CLOSES = Markup("<=parts>"), Markup("<=day>"), Markup("<="), Markup(">")
_HOLE = re.compile(r"<=(?P<of>[^<>]*)>")
"""Places in what was made of a provision: of its parts, the day, the sentence on a provision. No text holds one."""


@dataclass(frozen=True, slots=True)
class _Laying:
    """Put the text of a page of a day together, each provision from what was made of it already.

    `one` makes a provision alone; `said` is the sentence that a page of one provision says above it. What is kept has
    places for all that speaks of the day, which are filled at last from `told`; `above` is claimed of others already.
    """

    page: PageOfDay
    setting: PageSetting
    one: Callable[..., str]
    said: str
    told: dict[str, str]
    above: set[str]

    def laid(self, block: TextBlock, level: int = 2) -> str:
        """Return a provision with its parts as HTML."""
        before, after = self._alone(block, level)
        return f"{before}{''.join(self.laid(each, level + 1) for each in block.parts)}{after}"

    def _alone(self, block: TextBlock, level: int) -> tuple[str, str]:
        law, host = self.page.expression, self.setting.host
        if self.said and block.marked:
            return self._made(self._once(block), level)
        if block.marked:
            self._tell(block)
        led = host is Host.FILES or block.kind in (Kind.ARTICLE, Kind.ANNEX)    # its links lead to a stretch of days
        stretch = law.stretches.on(block.eid, self.page.days.day) if led else None
        key = block.alone, level, stretch, host, self.setting.voice.locale, self.page.template
        return law.made.once(key, lambda: self._made(_with_places(block), level))

    def _made(self, block: TextBlock, level: int) -> tuple[str, str]:
        before, _, after = str(self.one(block, level, _PARTS, self._here(block.eid), self.said)).partition(_PARTS)
        return before, after

    def _tell(self, block: TextBlock) -> None:
        """Keep the sentences on a provision and its heading for their places."""
        if block.heading and block.heading.marked:
            self._tell(block.heading)
        self.told[block.eid] = escape(block.answer.below(self.above))

    def _once(self, block: TextBlock) -> TextBlock:
        """Return a provision whose sentence does not say again what the page said of another."""
        answer = replace(block.answer, sentence=block.answer.below(self.above))
        return replace(block, answer=answer, heading=self._once(block.heading) if block.heading else None)

    def _here(self, eid: Eid) -> str:
        """Return the link to a provision on the day; one on a server names the day itself, whichever it is."""
        path, day = f"{self.page.expression.path}/{eid}", self.page.days.day
        return self.setting.link(paths.on(path, day)) if self.setting.host is Host.FILES else \
            escape(self.setting.link(path)) + "/on/" + _DAY


def _with_places(block: TextBlock) -> TextBlock:
    """Return a provision with places for the sentences on it and its heading where it speaks of the day."""
    if not block.marked:
        return block
    answer = replace(block.answer, sentence=_OPENS + block.eid + _CLOSES)
    return replace(block, heading=_with_places(block.heading) if block.heading else None, answer=answer)


def _laid_out(page: Page | Moved, setting: PageSetting, blocks: Iterable[TextBlock], one: Callable[..., str],
              said: str) -> Markup:
    """Return the text of a page of a day as HTML, from what was made of its provisions already."""
    if not isinstance(page, PageOfDay):
        return Markup()
    told = {"day": page.days.day.isoformat()}
    whole = "".join(map(_Laying(page, setting, one, said, told, set()).laid, blocks))
    return Markup(_HOLE.sub(lambda found: told[found["of"]], whole))  # noqa: S704  (made by our templates)


def _around(page: Page | Moved, setting: PageSetting) -> Mapping[str, object]:
    """Return what stands around a page: its other forms, its news, the address to remember, its linked data."""
    if isinstance(page, Moved | WrongPage):
        return {"forms": (), "news": (), "canonical": None, "linked": None, "report": None,
                "build": setting.build, "sum": None}
    thing, address = page.linked(), setting.permanent(page.canonical())
    kind, forms = _SHOWN_AS.get(page.head.path), page.formats if setting.host is Host.SERVER else page.filed
    news = {setting.link(paths.in_form(each.path, each.form)): each for each in page.news(setting.voice)}
    told = absolute(thing, setting.permanent) if thing else \
        setting.owner.linked(page.head.title, kind, address) if kind else None
    return {"forms": forms[1:], "news": tuple(news.items()), "canonical": page.canonical(),
            "linked": told, "report": setting.owner.report_of(page.head.title, page.cited(address)),
            "build": setting.build, "sum": _sum(page, setting) if page.summed else None}


def _sum(page: Page, setting: PageSetting) -> str | None:
    """Return the SHA-256 of a page as data, which whoever has it on paper can make anew."""
    if setting.sum_of:
        return setting.sum_of(page.head.path)
    return sha256(f"{page.data(setting.build)}\n".encode()).hexdigest()


def static_folder() -> Path:
    """Return the folder of the style sheet and the scripts."""
    return template_root() / "static"


def prefer_our_templates(environment: Templates) -> None:
    """Let Datasette find our own frame before its own."""
    held = [environment.loader] if environment.loader else []
    environment.loader = ChoiceLoader([FileSystemLoader(template_root() / "datasette"), *held])


class Compiled(FileSystemBytecodeCache):
    """Keep each template as it was compiled, which is the same for all voices: beside what Python compiled of us.

    What is kept was made by this module, which holds all options, and by this Jinja, or it is not taken. As for Python,
    a folder that nobody may write to is no fault.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), "%s.template")
        self._made_by = f"{jinja2.__version__} {sha256(Path(__file__).read_bytes()).hexdigest()} "
        self._known: dict[tuple[str, str], CodeType | None] = {}

    def get_source_checksum(self, source: str) -> str:
        """Return what a template was compiled from, and by what."""
        return super().get_source_checksum(self._made_by + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that is kept, from memory first."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code is None:
            with suppress(OSError, EOFError, UnpicklingError):
                super().load_bytecode(bucket)
            self._known[bucket.key, bucket.checksum] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._known[bucket.key, bucket.checksum] = bucket.code
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)


@cache
def _compiled() -> Compiled:
    return Compiled(Path(cache_from_source(__file__)).parent)


@cache
def _environment(voice: Voice) -> Environment:
    environment = Environment(loader=FileSystemLoader(template_root() / "pages"), autoescape=True, trim_blocks=True,
                              undefined=StrictUndefined, lstrip_blocks=True, auto_reload=False,
                              extensions=["jinja2.ext.i18n"], bytecode_cache=_compiled())
    heard, locale = voice.messages, voice.locale
    environment.install_gettext_callables(heard.gettext, heard.ngettext, newstyle=True, pgettext=heard.pgettext)  # type: ignore[attr-defined]  # an extension adds it
    # Most messages have no places: they are looked up, and marked as escaped, once.
    environment.globals["_"] = cache(lambda message: Markup(heard.gettext(message)))  # noqa: S704  (our own words)
    environment.filters |= _filters(voice)
    environment.globals |= {"paths": paths, "policy": POLICY, "diff_signs": SIGNS, "diff_words": WORDS,
                            "lane_words": LANE_WORDS, "media": MEDIA, "months": speech_of(locale).months,
                            "day_pattern": speech_of(locale).day, "day_forms": day_forms(voice),
                            "codes_typed": {"codes": CODES, "country": COUNTRY_TYPED},
                            "every_month": "|".join(each for own in Locale for each in speech_of(own).months)}
    environment.policies |= {"json.dumps_kwargs": {"ensure_ascii": False, "separators": (",", ":")},
                             "ext.i18n.trimmed": True}
    return environment


def _filters(voice: Voice) -> dict[str, Callable[..., str]]:
    """Return the filters of templates: values in the words of a voice."""
    spoken: dict[str, Callable[..., str]] = {
        "act": act_in_words, "numbered": numbered, "bounds": bounds_in_words, "label": bounds_as_label,
        "span": span_in_words, "because": reason_in_words, "basis": basis_in_words,
        "language": language_name, "text_in": text_in, "place": cited_place, "verdict": verdict,
    }
    forms = {"day": DayForm.PLAIN, "on_day": DayForm.ON, "as_on": DayForm.AS_ON, "of_day": DayForm.OF,
             "from_day": DayForm.FROM, "until": DayForm.UNTIL}
    return {
        **{name: partial(words, voice=voice) for name, words in spoken.items()},
        **{name: partial(day_in_words, voice=voice, form=form) for name, form in forms.items()},
        "cited": lambda kind: Markup(escape(pattern(kind, voice))),  # noqa: S704  (escaped)
        "act_kind": lambda kind: act_kind(ActKind(kind), voice),
        "called": lambda law: law_called(law.kind, law.number, voice),
        "capitalize_first": capitalized, "acts_known": acts_sentence,
        "html_lang": HTML_LANGUAGES.__getitem__, "grouped": _grouped,
    }


def _grouped(number: int) -> str:
    """Return a number with its digits in threes, as every language reads it."""
    return f"{number:,}".replace(",", "\u00a0")

