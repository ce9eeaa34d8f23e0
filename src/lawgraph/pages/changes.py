"""Changes as rows of a table: who did what to what, from when, and who says so."""

from collections.abc import Iterable

from lawgraph.model import Amendment
from lawgraph.names import done, provision_name
from lawgraph.pages.values import Change, Link, Place
from lawgraph.pages.volume import Volume, bare_act_link


def changes_of(volume: Volume, amendments: Iterable[Amendment]) -> tuple[Change, ...]:
    """Return the recorded changes; what a footnote may have dropped stands for no act, and is left to the findings."""
    links = volume.links
    return tuple(Change(links.get(each.act.name) or bare_act_link(each.act), done(each.action),
                        Link(provision_name(each.target), volume.path_near(each.target)), each.operative,
                        tuple(Place(source.file, source.line, source.text) for source in each.sources))
                 for each in amendments if each.act)
