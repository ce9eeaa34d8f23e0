"""The server that pages are asked of: its address, and a connection that verifies who answers."""

import ssl
from dataclasses import dataclass
from pathlib import Path

import httpx

from lawgraph import __version__
from lawgraph.intake.fetching import PUBLIC
from lawgraph.law.errors import SourceError

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
        raise SourceError(address, f"this is no address ({error})", f"give one as {PUBLIC}") from None
    server = Server(address.rstrip("/"))
    if url.userinfo or url.query or url.fragment or not url.host:
        raise SourceError(address, "this is not the address of a server", f"give one as {PUBLIC}")
    if url.scheme != "https" and not (url.scheme == "http" and server.local):
        raise SourceError(address, "what comes from it could not be verified", "give an address that begins with https://")
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
            raise SourceError(str(certificate), "this is no certificate", "give a file in PEM form") from None
        except OSError as error:
            raise SourceError(str(certificate), f"the certificate cannot be read ({error.strerror})",
                              "check path and permissions") from None
    return context
