"""The pages of a law as sources to import: one for each language in which the server has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lawgraph.intake.fetching.cache import FetchedPage, Slot, slot_of
from lawgraph.intake.fetching.download import Downloads, Manners, Missing, Wait
from lawgraph.intake.fetching.server import Server, connect
from lawgraph.intake.found import Found, FoundLaw
from lawgraph.intake.naming import is_adilet_id
from lawgraph.law.errors import SourceError
from lawgraph.reading.opening import read_whole
from lawgraph.reading.source import Said


@dataclass(frozen=True, slots=True)
class Asking:
    """Hold how pages are asked for: of which server, trusting whom, kept where, how many seconds after one another.

    `patience` is how many seconds the server may be silent, `longest` how many an answer may take.
    """

    server: Server
    certificate: Path | None
    cache: Path
    delay: float = 2.0
    patience: float = 30.0
    longest: float = 600.0


def fetch(law: str, langs: Sequence[str], asking: Asking, wait: Wait,
          tell: Callable[[str], None]) -> tuple[FoundLaw, ...]:
    """Download the pages of a law, each whole and readable; raise `SourceError` where it has none that can be had."""
    if not is_adilet_id(law):
        raise SourceError(repr(law), "this is no id of adilet.zan.kz",
                          "give the one in the address of its page, as Z100000271_")
    missing: list[Missing] = []
    found: list[FoundLaw] = []
    with connect(asking.server, asking.certificate, asking.patience) as client:
        downloads = Downloads(client, wait, Manners(asking.delay, longest_answer=asking.longest))
        for lang in langs:
            address = asking.server.page(lang, law)
            try:
                page = _readable(downloads, address, slot_of(asking.cache, asking.server.name, lang, law))
            except Missing as error:
                missing.append(error)
                tell(f"{address}: {error.surprise}")
                continue
            tell(f"{address}: {len(page.raw):,} bytes")
            found.append(_source(lang, address, page))
    if missing and not found:
        raise missing[0]
    return tuple(found)


def forget(law: str, langs: Sequence[str], asking: Asking) -> None:
    """Keep none of the pages of a law, so that they are asked for anew."""
    for lang in langs:
        slot_of(asking.cache, asking.server.name, lang, law).forget()


def _readable(downloads: Downloads, address: str, slot: Slot) -> FetchedPage:
    """Return a page that holds a law; another one is not kept, so that it is asked for again."""
    page = downloads.page(address, slot)
    try:
        read_whole(page.raw, address)
    except SourceError:
        slot.forget()
        raise
    return page


def _source(lang: str, address: str, page: FetchedPage) -> FoundLaw:
    found = Found(address, page.raw, ".html", Said(lang=lang, address=address), retrieved=page.retrieved)
    return FoundLaw(address, lambda: iter((found,)))
