"""A page is asked for until it is there whole, with growing pauses, and not for ever.

The server may say when to come back (`Retry-After`). A page that was cut off is gone on with where the server can
(`Range`, if it is still the same page), else begun anew.
"""

import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer

import httpx

from lawgraph.intake.fetching.cache import FetchedPage, Slot, moment_of
from lawgraph.law.errors import MOST_BYTES, Phrase, SourceError

Wait = Callable[[float], None]
"""Waits so many seconds."""


@dataclass(frozen=True, slots=True)
class Form:
    """Hold what form is asked for: its name, media types, what stands in its last bytes, where to look for it."""

    name: str
    kinds: tuple[str, ...]
    end: re.Pattern[bytes]
    remedy: str


PAGE = Form(Phrase("a page"), ("text/html", "application/xhtml+xml"), re.compile(rb"</html>", re.IGNORECASE),
            Phrase("look for its id on adilet.zan.kz"))
ANSWER = Form(Phrase("an answer"), ("application/json",), re.compile(rb"[\]}]\s*\Z"),
              Phrase("look for its code on zan.gov.kz"))

_MOST_REDIRECTS = 5
_LOGIN = re.compile(r"/(?:log-?in|sign-?in|auth|account|sso)\b", re.IGNORECASE)
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)", re.ASCII)
_SIZE = re.compile(r"\d{1,15}", re.ASCII)
_LATER = Phrase("run the command again later: what was loaded is kept")
_BY_HAND = Phrase("save the page in a browser, and import it")
_LOOK = Phrase("open the address in a browser")


@dataclass(frozen=True, slots=True)
class Manners:
    """Hold how a server is treated: seconds between questions, how often one is asked, how long it may make wait.

    `longest_answer` is how many seconds an answer may take from its first byte to its last.
    """

    delay: float = 2.0
    attempts: int = 6
    longest_wait: float = 300.0
    longest_answer: float = 600.0


class Deadline:
    """Break the one connection that is open where an answer is not there after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.passed = False
        self._socket: socket.socket | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count from here on."""
        timer = Timer(self.seconds, self._break)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def trace(self, event: str, told: Mapping[str, object]) -> None:
        """Learn of the connection, as the library tells of each step."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            found = getattr(told["return_value"], "get_extra_info")("socket")  # noqa: B009  (the library names no type)
            self._socket = found if isinstance(found, socket.socket) else None
            if self.passed:
                self._break()

    def _break(self) -> None:
        self.passed = True
        if self._socket:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


class Missing(SourceError):
    """A page that the server does not have."""


class _Again(Exception):
    """A question that may be asked again, with the reason, and after how many seconds where the server says so."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.reason, self.after = reason, after


class Downloads:
    """Ask one server for pages, one at a time."""

    def __init__(self, client: httpx.Client, wait: Wait, manners: Manners, form: Form = PAGE) -> None:
        self._client, self._wait, self._manners, self._form = client, wait, manners, form
        self._pause = 0.0
        self._deadline = Deadline(manners.longest_answer)

    def page(self, address: str, slot: Slot) -> FetchedPage:
        """Return a page, from the folder where it is there whole; raise `SourceError` where it cannot be had."""
        return slot.whole() or self._load(address, slot)

    def _load(self, address: str, slot: Slot) -> FetchedPage:
        pause, reason = self._manners.delay, ""
        for _ in range(self._manners.attempts):
            try:
                return self._ask(httpx.URL(address), slot)
            except _Again as again:
                after, reason = again.after or pause, again.reason
            if self._deadline.passed:
                raise self._late(address)
            if after > self._manners.longest_wait:
                raise SourceError(address, Phrase("the server asks to wait %(after)s seconds", after=f"{after:.0f}"),
                                  _LATER)
            self._pause = max(after, self._manners.delay)
            pause *= 2
        raise SourceError(address,
                          Phrase("%(reason)s, %(attempts)s times", reason=reason, attempts=self._manners.attempts),
                          _LATER)

    def _ask(self, url: httpx.URL, slot: Slot) -> FetchedPage:
        """Ask once, and go where the same server leads."""
        for _ in range(_MOST_REDIRECTS):
            if self._pause:
                self._wait(self._pause)
            self._pause = self._manners.delay
            with self._answer(url, slot) as answer:
                if not answer.has_redirect_location:
                    return _taken(answer, slot, self._form)
                url = _led_to(answer)
        raise SourceError(str(url), Phrase("the server leads in circles"), _LOOK)

    @contextmanager
    def _answer(self, url: httpx.URL, slot: Slot) -> Iterator[httpx.Response]:
        begun = slot.begun()
        rest = {"Range": f"bytes={begun[0]}-", "If-Range": begun[1]} if begun and begun[0] else {}
        rest["Accept"] = self._form.kinds[0]
        try:
            with self._deadline.running(), self._client.stream(
                    "GET", url, headers=rest, extensions={"trace": self._deadline.trace}) as answer:
                yield answer
        except httpx.TransportError as error:
            raise self._reason(url, error) from None
        except (httpx.InvalidURL, UnicodeError):        # the library looks where an answer leads, and stumbles
            raise SourceError(str(url), Phrase("the server leads to what is no address"), _LOOK) from None

    def _late(self, address: str) -> SourceError:
        return SourceError(address,
                           Phrase("the page was not there after %(seconds)s seconds",
                                  seconds=f"{self._deadline.seconds:,g}"),
                           _LATER)

    def _reason(self, url: httpx.URL, error: httpx.TransportError) -> Exception:
        if self._deadline.passed:
            return self._late(str(url))
        if isinstance(error, httpx.TimeoutException):
            return _Again(Phrase("the server did not answer in time"))
        if isinstance(error, httpx.ConnectError):
            return _unreachable(url, error)
        return _Again(Phrase("the connection was cut off in the middle of the page"))


def _taken(answer: httpx.Response, slot: Slot, form: Form) -> FetchedPage:
    """Take a page from an answer; raise where it is no whole page."""
    _refuse_failure(answer, slot, form)
    _refuse_another_form(answer, form)
    if answer.status_code != httpx.codes.PARTIAL_CONTENT:
        slot.begin(_mark(answer))
    _append(answer, slot)
    with slot.part.open("rb") as file:
        file.seek(-min(slot.part.stat().st_size, 1000), 2)
        whole = form.end.search(file.read())
    if not whole:
        slot.forget()
        raise _Again(Phrase("the server gave half %(wanted)s, without its end", wanted=form.name))
    return slot.finish(answer.headers.get("Date"))


def _append(answer: httpx.Response, slot: Slot) -> None:
    size = slot.part.stat().st_size
    with slot.part.open("ab") as file:
        for piece in answer.iter_raw():
            size += len(piece)
            if size > MOST_BYTES:
                slot.forget()
                raise _too_large(answer, size)
            file.write(piece)


def _refuse_failure(answer: httpx.Response, slot: Slot, form: Form) -> None:
    address, code = str(answer.url), answer.status_code
    if code in {httpx.codes.NOT_FOUND, httpx.codes.GONE}:
        raise Missing(address, Phrase("there is no such document"), form.remedy)
    if code in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN, httpx.codes.PROXY_AUTHENTICATION_REQUIRED}:
        raise SourceError(address, Phrase("the server asks who is there (%(code)s)", code=code), _BY_HAND)
    if code == httpx.codes.TOO_MANY_REQUESTS or code >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise _Again(Phrase("the server is not ready (%(code)s)", code=code), _retry_after(answer))
    if code == httpx.codes.PARTIAL_CONTENT and _goes_on(answer, slot):
        return
    if code in {httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE, httpx.codes.PARTIAL_CONTENT}:
        slot.forget()
        raise _Again(Phrase("the server gave another part of the page than the one asked for"))
    if code != httpx.codes.OK:
        told = f"{code} {answer.reason_phrase}".rstrip()
        raise SourceError(address, Phrase("the server answers %(code)s", code=told), _LOOK)


def _goes_on(answer: httpx.Response, slot: Slot) -> bool:
    """Tell whether an answer is the rest of the page that was begun: from its end, to the end, of the same page."""
    match, begun = _RANGE.fullmatch(answer.headers.get("Content-Range", "").strip()), slot.begun()
    if match is None or begun is None or match[3] not in {"*", str(int(match[2]) + 1)}:
        return False
    return (int(match[1]), _mark(answer)) == begun


def _refuse_another_form(answer: httpx.Response, form: Form) -> None:
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in form.kinds:
        raise SourceError(str(answer.url),
                          Phrase("this is %(kind)s, not %(wanted)s", kind=kind or Phrase("of an unstated kind"),
                                 wanted=form.name),
                          _LOOK)
    packed = answer.headers.get("Content-Encoding", "identity")
    if packed != "identity":
        raise SourceError(str(answer.url),
                          Phrase("the page comes packed (%(packed)s), which was not asked for", packed=packed),
                          _BY_HAND)
    size = answer.headers.get("Content-Length", "")
    if _SIZE.fullmatch(size) and int(size) > MOST_BYTES:
        raise _too_large(answer, int(size))


def _too_large(answer: httpx.Response, size: int) -> SourceError:
    return SourceError(str(answer.url),
                       Phrase("the page has %(size)s bytes or more, more than any law (%(most)s)",
                              size=f"{size:,}", most=f"{MOST_BYTES:,}"),
                       _LOOK)


def _led_to(answer: httpx.Response) -> httpx.URL:
    """Return where an answer leads on the same server; raise `SourceError` where it leads elsewhere."""
    url = answer.url.join(answer.headers["Location"])
    if _LOGIN.search(url.path):
        raise SourceError(str(answer.url), Phrase("the server leads to a login page"), _BY_HAND)
    if (url.scheme, url.host, url.port) != (answer.url.scheme, answer.url.host, answer.url.port):
        other = f"{url.scheme}://{url.netloc.decode('ascii')}"
        raise SourceError(str(answer.url), Phrase("the server leads to another one, %(other)s", other=other),
                          Phrase("name that one with --address if it is to be trusted"))
    return url


def _retry_after(answer: httpx.Response) -> float | None:
    """Return after how many seconds the server wants to be asked again; a date counts from the date of the answer."""
    told = answer.headers.get("Retry-After", "")
    if _SIZE.fullmatch(told):
        return float(told)
    later, now = moment_of(told), moment_of(answer.headers.get("Date"))
    return max((later - now).total_seconds(), 0.0) or None if later and now else None


def _mark(answer: httpx.Response) -> str | None:
    """Return by what the server tells whether a page is still the same; a weak mark cannot tell it of parts.

    What cannot be sent back to it is no mark.
    """
    tag: str | None = answer.headers.get("ETag")
    changed: str | None = answer.headers.get("Last-Modified")
    mark = tag if tag and not tag.startswith("W/") else changed
    return mark if mark and mark.isascii() and mark.isprintable() else None


def _unreachable(url: httpx.URL, error: httpx.ConnectError) -> SourceError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return SourceError(str(url),
                               Phrase("the certificate of %(host)s cannot be trusted (%(verify_message)s)",
                                      host=url.host, verify_message=cause.verify_message),
                               Phrase("name the certificate of its authority with --certificate, or ask who runs "
                                      "the network"))
        cause = cause.__cause__ or cause.__context__
    return SourceError(str(url), Phrase("%(host)s cannot be reached (%(error)s)", host=url.host, error=error),
                       Phrase("check the network"))
