"""Changes as rows of a table: who did what to what, from when, and who says so."""

from collections.abc import Iterable
from pathlib import PurePath

from lawgraph.model import Amendment, Source, SourceKind
from lawgraph.pages.values import ActLink, Change, Link, Place
from lawgraph.pages.volume import Volume, bare_act_link
from lawgraph.voice import HTML_LANGUAGES, Voice, done, provision_name


def changes_of(volume: Volume, amendments: Iterable[Amendment]) -> tuple[Change, ...]:
    """Return the recorded changes; what a footnote may have dropped stands for no act, and is left to the findings."""
    return tuple(change_of(each, volume.links.get(each.act.name) or bare_act_link(each.act),
                           volume.path_near(each.target), volume.voice) for each in amendments if each.act)


def change_of(amendment: Amendment, act: ActLink, path: str, voice: Voice) -> Change:
    """Return a change by an act of what stands at a path."""
    return Change(act, done(amendment.action, voice), Link(provision_name(amendment.target, voice), path),
                  amendment.operative, tuple(_place(source) for source in amendment.sources))


def _place(source: Source) -> Place:
    """Return a place in a source; facts are told in English, files of the law are named by their language."""
    lang = "eng" if source.kind is SourceKind.FACT else PurePath(source.file).stem[:3]
    return Place(source.file, source.line, source.text, HTML_LANGUAGES.get(lang, "en"))
