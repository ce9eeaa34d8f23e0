"""From one law to another: which of the laws held a wording cites, and which provision of it.

A number with its day is sure. A title, or a code's own name, is settled only where a single law held bears it: a law
and the one that it replaced often bear the same. Titles are compared in the language of the wording, so that a Russian
text leads to a law of which only the Kazakh text is held, as long as its Russian title is known.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lawgraph.languages.letters import YO
from lawgraph.law.acts import Texts
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.citations.addresses import Addresses, locate, read_written
from lawgraph.parsing.citations.cited_acts import own_name

_ANY = ""


@dataclass(frozen=True, slots=True)
class Citable:
    """Hold what a law held can be cited by: itself as an act, and its titles by language."""

    id: str
    act: Act
    titles: Texts


Names = Mapping[tuple[str, str], str]
"""The one law that bears a name, by language and name; a number is the same in all of them."""


def names_of(laws: Iterable[Citable]) -> Names:
    """Return by which names the laws held are cited, without those that several of them bear."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for law in laws:
        bearers[_ANY, law.act.name].add(law.id)
        for lang, title in law.titles:
            bearers[lang, _plain(title)].add(law.id)
            own = own_name(title, lang) if law.act.kind is ActKind.CODE else None
            if own:
                bearers[lang, _plain(own)].add(law.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}


def law_cited(name: str, lang: str, names: Names) -> str | None:
    """Return the law that a wording in a language cites by a name, `None` where none or several are held."""
    return names.get((_ANY, name)) or names.get((lang, _plain(name)))


def place_cited(place: str, known: Addresses) -> str | None:
    """Return the provision that a citation names, `None` where there is no such one, or it can mean several."""
    if place in known.every:
        return place
    found = locate(read_written(place), known)
    return found[0] if len(found) == 1 else None


def _plain(title: str) -> str:
    return " ".join(title.split()).strip(" .").casefold().translate(YO)
