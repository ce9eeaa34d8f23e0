"""The keeper: holds the port, begins the workers, replaces those that end, and ends them all.

It answers nobody itself, so nothing that a visitor asks can keep it from ending. Each worker has a door of its own, a
socket on the one port (the kernel deals visitors out); the keeper made it and keeps it open, so that nobody who waits
there is lost when a worker is replaced.
"""

import json
import os
import select
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired
from time import monotonic

from lawgraph.law.errors import LawgraphError, Phrase
from lawgraph.serving.clerks.errands import FileMark, mark_of
from lawgraph.serving.examining import Examination
from lawgraph.site.pages.owner import NOBODY, SiteOwner

HOST = "127.0.0.1"
_GLANCE = 0.5           # seconds between two looks at the database
_PATIENCE = 1.2         # seconds that workers have to end
_START = 30.0           # seconds that workers of a new database have to begin
_AT_ONCE, _TRIES = 2.0, 5
_GOES_ON = "the site goes on with the database before it, as far as that is still there"
_SENT = 256_000         # bytes that the kernel holds for a visitor who does not read; by itself it takes megabytes


@dataclass(frozen=True, slots=True)
class ServedSite:
    """Hold the database, the day that pages call today, the address for the world, whether visits are `logged`, and
    whose site it is."""

    database: Path
    today: date
    address: str | None = None
    logged: bool = False
    owner: SiteOwner = NOBODY

    def told(self) -> str:
        """Return the same in a line."""
        return json.dumps({**asdict(self), "database": str(self.database), "today": self.today.isoformat()})


def site_of(told: str) -> ServedSite:
    """Read what `told` wrote."""
    held = json.loads(told)
    return ServedSite(Path(held["database"]), date.fromisoformat(held["today"]), held["address"], held["logged"],
                      SiteOwner(**held["owner"]))


def serve(site: ServedSite, port: int, workers: int = 1) -> None:
    """Serve until somebody stops it; raise `LawgraphError` where the port is not free."""
    with ExitStack() as open_now:
        doors = tuple(open_now.enter_context(door) for door in _doors(port, workers))
        if sys.stdout is not None:      # a site may be begun without one
            sys.stdout.write(f"lawgraph is at http://{HOST}:{port}/ (stop it with Ctrl+C)\n")
            sys.stdout.flush()
        with _signals() as heard:
            Keeper(site, doors).keep(heard)


class Worker:
    """Hold one worker: its process, in a group with its clerks, and the line to it."""

    def __init__(self, site: ServedSite, door: socket.socket) -> None:
        self._line, other = socket.socketpair()
        program = [sys.executable, "-P", "-m", "lawgraph.serving.worker"]
        with other:
            self.process = Popen(  # noqa: S603  (our own program)
                [*program, site.told(), str(door.fileno()), str(other.fileno())],
                stdin=DEVNULL, pass_fds=(door.fileno(), other.fileno()), start_new_session=True)
        self._began = monotonic()

    @property
    def ended(self) -> bool:
        """Tell whether the process has ended and was reaped."""
        return self.process.poll() is not None

    @property
    def short_lived(self) -> bool:
        """Tell whether it has hardly begun."""
        return monotonic() - self._began < _AT_ONCE

    def ready(self, until: float) -> bool:
        """Tell whether it answers, waiting for that until a moment."""
        self._line.settimeout(max(until - monotonic(), 0.001))
        try:
            return self._line.recv(1) != b""
        except TimeoutError:
            return False

    def stop(self) -> None:
        """Ask it to end."""
        self.process.terminate()

    def sweep(self, until: float) -> None:
        """Wait for its end until a moment, then end it and its clerks."""
        with suppress(TimeoutExpired):
            self.process.wait(max(until - monotonic(), 0.001))
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._line.close()


class Keeper:
    """Keep a worker at each door."""

    def __init__(self, site: ServedSite, doors: tuple[socket.socket, ...]) -> None:
        self._site, self._doors = site, doors
        self._mark: FileMark | None = mark_of(site.database)
        self._workers = self._begun()
        self._tries = 0
        self._examined: Examination | None = None

    def keep(self, heard: socket.socket) -> None:
        """Replace workers that end, and all where the database was replaced, until a signal says that it is enough."""
        try:
            while not _told_to_end(heard):
                self._replace_ended()
                self._replace_all()
        finally:
            _end(self._workers)
            if self._examined:
                self._examined.stop()

    def _begun(self) -> list[Worker]:
        return [Worker(self._site, door) for door in self._doors]

    def _replace_ended(self) -> None:
        for place, worker in enumerate(self._workers):
            if not worker.ended:
                continue
            self._tries = self._tries + 1 if worker.short_lived else 0
            worker.sweep(monotonic())
            if self._tries >= _TRIES:
                raise LawgraphError(str(self._site.database), Phrase("the site ends as soon as it begins"),
                                   Phrase("see the lines above, or run: lawgraph build"))
            self._workers[place] = Worker(self._site, self._doors[place])

    def _replace_all(self) -> None:
        """Begin anew where another database has taken the place of the one that is served, and all of it holds."""
        mark = mark_of(self._site.database)
        if mark is not None and mark != self._mark:
            self._mark = mark
            if self._examined:
                self._examined.stop()
            self._examined = Examination(self._site.database)
        if self._examined is None or not self._examined.ended:
            return
        fault, self._examined = self._examined.fault(), None
        if fault:
            sys.stderr.write(f"lawgraph: {fault}; {_GOES_ON}\n")
            return
        fresh, until = self._begun(), monotonic() + _START
        if all(each.ready(until) for each in fresh):
            self._workers, fresh = fresh, self._workers
        _end(fresh)


def _end(workers: list[Worker]) -> None:
    for each in workers:
        each.stop()
    until = monotonic() + _PATIENCE
    for each in workers:
        each.sweep(until)


def _doors(port: int, count: int) -> Iterator[socket.socket]:
    """Give sockets that listen on one port; a port that somebody has is refused, be it another lawgraph."""
    with closing(bound(port, shared=False)):
        pass
    for _ in range(count):
        door = bound(port, shared=True)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SENT)
        door.listen(1024)
        yield door


def bound(port: int, *, shared: bool) -> socket.socket:
    """Return a socket on a port of this machine, which others may share; raise `LawgraphError` for none."""
    # The protocol is named, since asyncio turns Nagle's delay off only for sockets that say TCP.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        door.bind((HOST, port))
    except OSError as error:
        door.close()
        raise LawgraphError(f"{HOST}:{port}", Phrase("the port cannot be had (%(why)s)", why=error.strerror),
                           Phrase("name another one with --port")) from None
    return door


@contextmanager
def _signals() -> Iterator[socket.socket]:
    """Give a socket on which signals are heard, as bytes."""
    heard, told = socket.socketpair()
    with heard, told:
        for each in (heard, told):
            each.settimeout(0)
        wanted = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)
        before = {each: signal.signal(each, lambda *_: None) for each in wanted}
        woken = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
        try:
            yield heard
        finally:
            signal.set_wakeup_fd(woken)
            for number, handler in before.items():
                signal.signal(number, handler)


def _told_to_end(heard: socket.socket) -> bool:
    """Wait for a signal, not for long; tell whether it was one that ends the site, and not of a worker's end."""
    select.select([heard], [], [], _GLANCE)
    try:
        told = heard.recv(4096)
    except BlockingIOError:
        return False
    return bool(set(told) - {signal.SIGCHLD})
