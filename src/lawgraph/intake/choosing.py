"""Which laws of a source are meant, where it holds many."""

from collections.abc import Sequence

from lawgraph.intake.files import told_by_folder
from lawgraph.intake.found import FoundLaw, Given
from lawgraph.intake.naming import Ids
from lawgraph.intake.understanding import id_of
from lawgraph.law.errors import LawgraphError, SourceError


def named_act(laws: Sequence[FoundLaw], act: str) -> tuple[FoundLaw, ...]:
    """Return the act with a code, or in a folder; raise `SourceError` where there is none."""
    wanted = act.strip("/")
    found = tuple(each for each in laws
                  if each.place.endswith(f"/{wanted}") or told_by_folder(each.place).zan == wanted)
    if not found:
        raise SourceError(act, "no act has this code or this folder",
                          f"{len(laws):,} are there, the first is {laws[0].place}")
    return found


def named_law(laws: Sequence[FoundLaw], given: Given, held: Ids) -> tuple[FoundLaw, ...]:
    """Return what is of the law that was given, everything where none was; raise `SourceError` where nothing is."""
    if given.law is None or len(laws) < 2:
        return tuple(laws)
    ids = {each.place: _id(each, held) for each in laws}
    found = tuple(each for each in laws if ids[each.place] == given.law)
    if set(ids.values()) <= {given.law, None}:
        return tuple(laws)  # none of them is another law: the texts of one law in several languages
    if not found:
        raise SourceError(given.law, f"none of the {len(laws):,} sources says that it is this law",
                          "name the file alone, or an act by its code or folder with --act")
    return found


def _id(law: FoundLaw, held: Ids) -> str | None:
    first = next(iter(law.editions()), None)
    try:
        return id_of(first, held) if first else None
    except LawgraphError:
        return None  # it does not say what it is: another import tells why
