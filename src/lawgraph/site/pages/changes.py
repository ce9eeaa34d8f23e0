"""Changes as rows of a table: who did what to what, from when, and who says so."""

from collections.abc import Iterable
from pathlib import PurePath

from lawgraph.languages.state import FIRST
from lawgraph.law.model import Amendment, Source, SourceKind
from lawgraph.site.pages.expression import Expression, bare_act_link
from lawgraph.site.pages.values import ChangeRow, Link, LinkedAct, SourcePlace
from lawgraph.voice.names import HTML_LANGUAGES, done, provision_name
from lawgraph.voice.speaking import Voice


def changes_of(expression: Expression, amendments: Iterable[Amendment]) -> tuple[ChangeRow, ...]:
    """Return the changes that sources tell of; what a footnote may have dropped is left to the findings."""
    return tuple(change_of(each, _act(expression, each), expression.path_near(each.target), expression.voice)
                 for each in amendments if not each.stands_in)


def _act(expression: Expression, amendment: Amendment) -> LinkedAct | None:
    act = amendment.act
    return (expression.links.get(act.name) or bare_act_link(act)) if act else None


def change_of(amendment: Amendment, act: LinkedAct | None, path: str, voice: Voice) -> ChangeRow:
    """Return a change by an act of what stands at a path."""
    return ChangeRow(act, done(amendment.action, voice), Link(provision_name(amendment.target, voice), path),
                     amendment.operative, tuple(_place(source) for source in amendment.sources))


def _place(source: Source) -> SourcePlace:
    """Return a place in a source; facts are told in English, files of the law are named by their language."""
    lang = FIRST if source.kind is SourceKind.FACT else PurePath(source.file).stem[:3]
    return SourcePlace(source.file, source.line, source.text, HTML_LANGUAGES.get(lang, HTML_LANGUAGES[FIRST]))
