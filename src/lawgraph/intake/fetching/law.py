"""The pages of a law as sources to import, one for each language in which the server has it; and that server.

The connection to it verifies who answers.
"""

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from lawgraph import __version__
from lawgraph.intake.fetching import PUBLIC
from lawgraph.intake.fetching.cache import FetchedPage, Slot, slot_of
from lawgraph.intake.fetching.download import Downloads, Manners, Missing, Wait
from lawgraph.intake.files import Found, FoundLaw
from lawgraph.languages.state import is_adilet_id
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.reading.opening import read_whole
from lawgraph.reading.source import Said

_LOCAL = {"127.0.0.1", "localhost", "::1"}
_HEADERS = {
    "User-Agent": f"lawgraph/{__version__} (reads single laws, slowly)",
    "Accept-Encoding": "identity",  # a page that is cut off is gone on with by its bytes, so they come as they are
}


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
                              Phrase("the certificate cannot be read (%(strerror)s)",
                                     strerror=error.strerror),
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
