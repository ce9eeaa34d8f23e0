"""Which law an item of an act is on: laws are told apart by kind, day of adoption and title."""

from dataclasses import dataclass
from datetime import date

from lawgraph.languages.letters import YO
from lawgraph.law.authors import ActKind
from lawgraph.replay.instructions import ActItem, AmendingAct, Beside


@dataclass(frozen=True, slots=True)
class AmendedLaw:
    """Hold what tells a law from others in an item: its id, day of adoption, titles by language, number and kind."""

    id: str
    adopted: date
    titles: tuple[tuple[str, str], ...]
    number: str | None = None
    kind: ActKind | None = None


def items_on(act: AmendingAct, law: AmendedLaw) -> tuple[ActItem, ...]:
    """Return the items of an act that may amend a law: two laws of one day are told apart by their titles alone."""
    return tuple(each for each in items_named(act, law)
                 if law.number is None or each.target.number in (None, law.number)
                 if law.kind is None or each.target.kind is law.kind)


def items_named(act: AmendingAct, law: AmendedLaw) -> tuple[ActItem, ...]:
    """Return the items on a law of that day and title, also where they give it another number or kind."""
    titles = {_bare(title) for lang, title in law.titles if lang == act.lang}
    return tuple(each for each in act.items if each.target.adopted == law.adopted
                 and (not titles or each.target.title is None or _bare(each.target.title) in titles))


def names(line: Beside, law: AmendedLaw, lang: str) -> bool:
    """Tell whether a line of an act that is in no item names a law, by its day of adoption or its title."""
    said = _bare(line.text)
    return law.adopted in line.days or any(_bare(title) in said for each, title in law.titles if each == lang)


def _bare(title: str) -> str:
    return "".join(each for each in title.casefold().translate(YO) if each.isalnum())
