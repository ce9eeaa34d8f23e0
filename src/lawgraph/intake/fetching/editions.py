"""Every dated edition of an act from the official interface, as sources to import, and what it tells of acts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from shutil import rmtree
from typing import Protocol, TypeVar

from lawgraph.intake.fetching.cache import FetchedPage, Slot
from lawgraph.intake.fetching.download import ANSWER, Downloads, Manners, Missing, Wait
from lawgraph.intake.fetching.interface import (
    Asked,
    Cause,
    ListedVersion,
    NoEdition,
    joined,
    pages_in,
    told_by_answer,
    told_by_cause,
    versions_of,
)
from lawgraph.intake.fetching.law import Asking, connect
from lawgraph.intake.files import Found, FoundLaw
from lawgraph.intake.proposals import Proposal
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read_whole
from lawgraph.reading.source import Said

T = TypeVar("T")
Tell = Callable[[str], None]


class Along(Protocol):
    """Give things one after the other, and show how far that is."""

    def __call__(self, each: Sequence[T], label: str) -> Iterable[T]:
        """Give each."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Hold how a download is told: what somebody must know, what came, and how far it is."""

    tell: Tell
    came: Tell
    along: Along


@dataclass(frozen=True, slots=True)
class Fetched:
    """Hold the editions of an act that are whole, why others are not, and what is told of it and of its causes."""

    laws: tuple[FoundLaw, ...]
    faults: tuple[SourceError, ...]
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class _Bank:
    """Ask the interface about acts."""

    asking: Asking
    downloads: Downloads
    watched: Watched

    def address(self, *parts: str) -> str:
        return "/".join((self.asking.server.address, "documents", *parts))

    def slot(self, *parts: str) -> Slot:
        *folders, name = parts
        return Slot(self.asking.cache.joinpath(self.asking.server.name, "documents", *folders, f"{name}.json"))

    def versions(self, code: str, lang: str) -> tuple[ListedVersion, ...]:
        """Return the versions of an act up to today; they are asked for at every run, as new ones come."""
        slot, address = self.slot(code, lang, "versions"), self.address(code, lang, "versions")
        slot.forget()
        page = self.downloads.page(address, slot)
        versions = versions_of(page.raw, lang, address)
        ahead = [each for each in versions if page.retrieved and each.day > page.retrieved]
        for each in ahead:
            self.watched.tell(Phrase("%(place)s: the edition of %(day)s is ahead of its day, and is passed over",
                                     place=address, day=each.day))
        return versions[:len(versions) - len(ahead)]

    def page(self, number: int, *parts: str) -> FetchedPage:
        address = f"{self.address(*parts)}?withHtml=false&page={number}"
        return self.downloads.page(address, self.slot(*parts, str(number)))

    def edition(self, asked: Asked) -> Found:
        """Return an edition, its pages joined; raise `NoEdition` where the answer may be one of several of that day."""
        parts = (asked.code, asked.lang, f"{asked.day:%d.%m.%Y}")
        address = self.address(*parts)
        if asked.versions > 1:
            raise NoEdition(address,
                            Phrase("the list has %(number)s versions of this day, and the answer does not tell which "
                                   "of them it is", number=asked.versions),
                            Phrase("import a page that shows the changes of that day"))
        first = self.page(1, *parts)
        pages = (first, *(self.page(number, *parts) for number in range(2, pages_in(first.raw, address) + 1)))
        raw = joined([page.raw for page in pages], asked, address)
        try:
            parse_law(read_whole(raw, address), asked.lang, address)
        except SourceError as error:
            raise NoEdition(error.place, error.surprise, error.remedy) from None
        size = f"{len(raw):,}"
        alone = Phrase("%(place)s: %(size)s bytes", place=address, size=size)
        self.watched.came(alone if len(pages) == 1 else Phrase("%(place)s: %(size)s bytes on %(pages)s pages",
                                                               place=address, size=size, pages=len(pages)))
        return Found(address, raw, ".json", Said(lang=asked.lang, address=address), retrieved=first.retrieved)


def fetch_editions(code: str, langs: Sequence[str], asking: Asking, wait: Wait, watched: Watched) -> Fetched:
    """Download every dated edition of an act; raise `SourceError` where the interface cannot be asked, or has none."""
    with connect(asking.server, asking.certificate, asking.patience) as client:
        downloads = Downloads(client, wait, Manners(asking.delay, longest_answer=asking.longest), ANSWER)
        bank = _Bank(asking, downloads, watched)
        versions = _versions(bank, code, langs)
        asked = [Asked(code, lang, day, times) for lang, listed in versions.items()
                 for day, times in Counter(each.day for each in listed).items()]
        found, faults = _editions(bank, asked)
        causes = {each.cause.code: each.cause for listed in versions.values() for each in listed if each.cause}
        newest = max((each for each in asked if each.lang == asked[0].lang), key=lambda each: each.day)
        told_on = found[-1].retrieved if found else None
        proposals = tuple(_proposals(bank, newest, causes.values(), told_on)) if told_on else ()
    laws = (FoundLaw(bank.address(code), lambda: iter(found)),) if found else ()
    return Fetched(laws, tuple(faults), proposals)


def _versions(bank: _Bank, code: str, langs: Sequence[str]) -> dict[str, tuple[ListedVersion, ...]]:
    """Return the versions by language; a language without any is told and passed over."""
    versions: dict[str, tuple[ListedVersion, ...]] = {}
    missing: list[Missing] = []
    for lang in langs:
        try:
            versions[lang] = bank.versions(code, lang)
        except Missing as error:
            missing.append(error)
            bank.watched.tell(Phrase("%(place)s: %(surprise)s", place=error.place, surprise=error.surprise))
    if missing and not versions:
        raise missing[0]
    return versions


def _editions(bank: _Bank, each: Sequence[Asked]) -> tuple[list[Found], list[SourceError]]:
    """Return the editions that are whole, and why others are not: these are not kept, and asked for again."""
    found: list[Found] = []
    faults: list[SourceError] = []
    for asked in bank.watched.along(each, Phrase("Downloading")):
        try:
            found.append(bank.edition(asked))
        except (Missing, NoEdition) as fault:
            forget(bank.asking, asked.code, asked.lang, f"{asked.day:%d.%m.%Y}")
            faults.append(fault)
    return found, faults


def forget(asking: Asking, *parts: str) -> None:
    """Keep nothing of an act, or of an edition of it, so that it is asked for anew."""
    rmtree(asking.cache.joinpath(asking.server.name, "documents", *parts), ignore_errors=True)


def _proposals(bank: _Bank, own: Asked, causes: Iterable[Cause], told_on: date) -> Iterator[Proposal]:
    """Give what is told of the act itself, and of each act that caused a version of it."""
    told, odd = _told(bank, told_on, (own.code, own.lang, f"{own.day:%d.%m.%Y}"))
    yield from (told,) if told else ()
    listed = bank.address(own.code, own.lang, "versions")
    for cause in bank.watched.along(sorted(causes, key=lambda each: each.code), Phrase("Asking about acts")):
        own_words, missing = _told(bank, told_on, (cause.code, own.lang))
        named, address = told_by_cause(cause, listed, told_on), bank.address(cause.code, own.lang)
        odd += missing
        if own_words and (own_words.record.zan != cause.code or (named and own_words.act != named.act)):
            odd.append(Phrase("%(place)s: the list of versions names another act with this code; nothing is proposed "
                              "of it", place=address))
        elif own_words or named:
            yield from (each for each in (own_words or named,) if each)
        else:
            odd.append(Phrase("%(place)s: number and day of this act are not told; nothing is proposed of it",
                              place=address))
    for line in odd:
        bank.watched.tell(line)


def _told(bank: _Bank, told_on: date, parts: tuple[str, ...]) -> tuple[Proposal | None, list[str]]:
    """Return what the first page of an answer tells of its act, and what is odd: that there is no such page."""
    try:
        return told_by_answer(bank.page(1, *parts).raw, bank.address(*parts), told_on), []
    except (Missing, NoEdition) as fault:
        return None, [Phrase("%(place)s: %(surprise)s; %(remedy)s", place=fault.place, surprise=fault.surprise,
                             remedy=fault.remedy)]
