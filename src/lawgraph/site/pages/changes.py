"""Changes as rows of a table: who did what to what, from when, and who says so."""

from collections.abc import Iterable
from pathlib import PurePath

from lawgraph.languages.state import FIRST
from lawgraph.law.model import Amendment, Source, SourceKind
from lawgraph.site.pages.values import ActLink, Change, Link, Place
from lawgraph.site.pages.volume import Volume, bare_act_link
from lawgraph.voice.names import HTML_LANGUAGES, done, provision_name
from lawgraph.voice.speaking import Voice


def changes_of(volume: Volume, amendments: Iterable[Amendment]) -> tuple[Change, ...]:
    """Return the changes that sources tell of; what a footnote may have dropped is left to the findings."""
    return tuple(change_of(each, _act(volume, each), volume.path_near(each.target), volume.voice)
                 for each in amendments if not each.stands_in)


def _act(volume: Volume, amendment: Amendment) -> ActLink | None:
    act = amendment.act
    return (volume.links.get(act.name) or bare_act_link(act)) if act else None


def change_of(amendment: Amendment, act: ActLink | None, path: str, voice: Voice) -> Change:
    """Return a change by an act of what stands at a path."""
    return Change(act, done(amendment.action, voice), Link(provision_name(amendment.target, voice), path),
                  amendment.operative, tuple(_place(source) for source in amendment.sources))


def _place(source: Source) -> Place:
    """Return a place in a source; facts are told in English, files of the law are named by their language."""
    lang = FIRST if source.kind is SourceKind.FACT else PurePath(source.file).stem[:3]
    return Place(source.file, source.line, source.text, HTML_LANGUAGES.get(lang, HTML_LANGUAGES[FIRST]))
