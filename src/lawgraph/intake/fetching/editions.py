"""What is downloaded, as sources to import: the pages of a law, and every dated edition of an act.

The public system has a page in each language; the official interface has the editions, and tells of the acts behind
them. The connection to either verifies who answers.
"""

import ssl
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree
from typing import Protocol, TypeVar

import httpx

from lawgraph import __version__
from lawgraph.intake.fetching import PUBLIC
from lawgraph.intake.fetching.cache import FetchedPage, Slot, slot_of
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
from lawgraph.intake.files import Found, FoundLaw
from lawgraph.intake.proposals import Proposal
from lawgraph.languages.state import is_adilet_id
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read_whole
from lawgraph.reading.source import Said

_LOCAL = {"127.0.0.1", "localhost", "::1"}
_HEADERS = {
    "User-Agent": f"lawgraph/{__version__} (reads single laws, slowly)",
    "Accept-Encoding": "identity",  # a page that is cut off is gone on with by its bytes, so they come as they are
}
T = TypeVar("T")
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Server:
    """Hold the address of a server that answers like the public system."""

    address: str

    @property
    def name(self) -> str:
        """Its host and port, as a folder may be called."""
        return httpx.URL(self.address).netloc.decode("ascii").replace(":", "_")

    @property
    def local(self) -> bool:
        """Tell whether it runs on this machine."""
        return httpx.URL(self.address).host in _LOCAL

    def page(self, lang: str, law: str) -> str:
        """Return the address of a law in a language."""
        return f"{self.address}/{lang}/docs/{law}"


def server_at(address: str) -> Server:
    """Return the server at an address; raise `SourceError` where a page from it could not be trusted."""
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise SourceError(address, Phrase("this is no address (%(error)s)", error=error),
                          Phrase("give one as %(public)s", public=PUBLIC)) from None
    server = Server(address.rstrip("/"))
    if url.userinfo or url.query or url.fragment or not url.host:
        raise SourceError(address, Phrase("this is not the address of a server"),
                          Phrase("give one as %(public)s", public=PUBLIC))
    if url.scheme != "https" and not (url.scheme == "http" and server.local):
        raise SourceError(address, Phrase("what comes from it could not be verified"),
                          Phrase("give an address that begins with https://"))
    return server


def connect(server: Server, certificate: Path | None, patience: float) -> httpx.Client:
    """Return a connection; `certificate` names an authority to trust besides the usual ones."""
    # A proxy of the environment stands between this machine and others, never between it and itself.
    return httpx.Client(headers=_HEADERS, verify=_trusted(certificate), timeout=patience, trust_env=not server.local)


def _trusted(certificate: Path | None) -> ssl.SSLContext:
    context = httpx.create_ssl_context()
    if certificate:
        try:
            context.load_verify_locations(certificate)
        except ssl.SSLError:
            raise SourceError(str(certificate), Phrase("this is no certificate"),
                              Phrase("give a file in PEM form")) from None
        except OSError as error:
            raise SourceError(str(certificate),
                              Phrase("the certificate cannot be read (%(strerror)s)", strerror=error.strerror),
                              Phrase("check path and permissions")) from None
    return context


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
        raise SourceError(repr(law), Phrase("this is no id of adilet.zan.kz"),
                          Phrase("give the one in the address of its page, as Z100000271_"))
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
                tell(Phrase("%(place)s: %(surprise)s", place=address, surprise=error.surprise))
                continue
            tell(Phrase("%(place)s: %(size)s bytes", place=address, size=f"{len(page.raw):,}"))
            found.append(_source(lang, address, page))
    if missing and not found:
        raise missing[0]
    return tuple(found)


def forget_pages(law: str, langs: Sequence[str], asking: Asking) -> None:
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
