"""Connections that wait: for their request, for the answer, for who asked to read it.

None may wait for ever: who begins a request has to end it, and who asks has to read. One without a whole
request is closed after ten seconds, and before that when there are too many of them, the oldest first: unfinished
requests can be had for nothing, and must not keep others out.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_WAITING = 400
"""How many connections may be without a request."""

MOST_NOT_TAKEN = 128
"""How many answers may stand still because who asked does not read on: half of the visitors who may ask at once."""

MOST_UNREAD = 64_000_000
"""How many bytes of answers may wait for those who asked."""

_REQUEST, _ANSWER = 10.0, 60.0      # seconds to send the head of a request, and to take an answer
_READ = 64_000                      # so much the kernel takes by itself


@dataclass(slots=True)
class Lobby:
    """Hold the connections that wait, the oldest first: for a request, for an answer, for who asked to read it."""

    silent: "dict[Visit, None]" = field(default_factory=dict)
    answered: "dict[Visit, None]" = field(default_factory=dict)
    unread: "dict[Visit, None]" = field(default_factory=dict)

    def leave(self, visit: "Visit") -> None:
        """Forget a connection."""
        for held in (self.silent, self.answered, self.unread):
            held.pop(visit, None)

    def thin_out(self) -> None:
        """Close the oldest connections where there are too many."""
        while len(self.silent) > MOST_WAITING:
            next(iter(self.silent)).close()
        while sum(each.unread for each in self.unread) > MOST_UNREAD:
            next(iter(self.unread)).close()
        for each in [each for each in self.answered if each.flow.write_paused][:-MOST_NOT_TAKEN]:
            each.close()


class Visit(H11Protocol):
    """Hold one connection."""

    def __init__(self, lobby: Lobby, **given: Any) -> None:
        super().__init__(**given)
        self._site, self.app = self.app, self._answer
        self._answering: asyncio.Task[object] | None = None
        self._lobby = lobby
        self._limit: asyncio.TimerHandle | None = None

    @property
    def unread(self) -> int:
        """The bytes that are written and not yet read."""
        return self.transport.get_write_buffer_size()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Read a piece of a request."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._lobby.leave(self)
            self._lobby.answered[self] = None
            self._within(_ANSWER)
            self._lobby.thin_out()

    def on_response_complete(self) -> None:
        """Wait for the next request, or until the answer is read."""
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget what was waited for."""
        self._lobby.leave(self)
        self._within(None)
        super().connection_lost(exc)
        if self._answering is not None:     # else a file would be read to its end for nobody
            self._answering.cancel()

    def close(self) -> None:
        """End the connection, whatever is under way."""
        self._lobby.leave(self)
        self.transport.abort()

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request, for as long as somebody is there."""
        self._answering = asyncio.current_task()
        try:
            await self._site(scope, receive, send)
        except asyncio.CancelledError:
            if not self.transport.is_closing():
                raise
        finally:
            self._answering = None

    def _wait(self) -> None:
        self._lobby.leave(self)
        slow = self.unread > _READ
        (self._lobby.unread if slow else self._lobby.silent)[self] = None
        self._within(_ANSWER if slow else _REQUEST)
        self._lobby.thin_out()

    def _within(self, seconds: float | None) -> None:
        if self._limit is not None:
            self._limit.cancel()
        self._limit = None if seconds is None else self.loop.call_later(seconds, self.close)
