"""The office: calls clerks, hands them questions, and ends the ones that do not answer in time.

There are as many clerks as questions at once, up to a limit. A question that is not answered soon loses its rank (the
kernel then gives the processor to others first), so one visitor's long question does not delay another's short one.
"""

import os
import signal
import socket
import subprocess
import sys
from collections import deque
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import BoundedSemaphore
from time import clock_gettime, monotonic

from lawgraph.serving.clerks.errands import (
    LIGHT,
    REPLACED,
    FileMark,
    FoundRows,
    Question,
    Refusal,
    Refused,
    ReplacedError,
    receive,
    reply_of,
    send,
    written,
)

MOST = 12
"""How many clerks are at work at once."""

_KEPT = 4               # so many stay when there is nothing to do
_PATIENCE = 0.3         # seconds that a question waits for a clerk
_LONGEST_START = 10.0
_GLANCE = 0.02
_GRACE = 0.06           # seconds that a clerk has to say that it was too slow
_LOWEST = 19
_ROOT = str(Path(__file__).parents[3])
_BUSY = "too many questions at once: ask again"
_KILLED = "interrupted"


class BusyError(Exception):
    """There is no clerk that could answer now."""


class Clerk:
    """Hold one clerk: its process, and the line to it."""

    def __init__(self, database: Path, mark: FileMark) -> None:
        self._line, other = socket.socketpair()
        numbers = f"{mark.device},{mark.inode},{mark.size},{mark.modified}"
        with other:
            self._process = subprocess.Popen(  # noqa: S603  (our own program)
                [sys.executable, "-PS", "-m", "lawgraph.serving.clerks.clerk",
                 str(database), numbers, str(other.fileno())],
                env={"PYTHONPATH": _ROOT}, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, pass_fds=(other.fileno(),))
        self.fit, self._ready = True, False

    @property
    def number(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Tell whether the process has ended and was reaped."""
        return self._process.poll() is not None

    def begin(self) -> None:
        """Wait until the process is ready; raise `ReplacedError` where it found another file than is served."""
        if self._ready:
            return
        try:
            receive(self._line, monotonic() + _LONGEST_START)
        except (EOFError, OSError):
            self.dismiss()
            raise ReplacedError if self._process.returncode == REPLACED else BusyError from None
        self._ready = True

    def ask(self, question: Question) -> FoundRows | Refused:
        """Return the answer to a question; a clerk that is not `fit` afterwards is to be dismissed."""
        self.begin()
        began, idle, self.fit = monotonic(), self._worked(), False
        try:
            send(self._line, written(question))
            quick = self._wait(question, began, idle)
            found = reply_of(receive(self._line, began + question.cap + _GRACE))
        except TimeoutError:
            return Refused(Refusal.SLOW, _KILLED, monotonic() - began)
        except (EOFError, OSError):
            return Refused(Refusal.BIG, "the question took more than one may take, and was ended", monotonic() - began)
        self.fit = quick and not (isinstance(found, Refused) and found.why is Refusal.BIG)
        worked = self._worked() - idle
        return replace(found, taken=worked if worked <= LIGHT else monotonic() - began)

    def _wait(self, question: Question, began: float, idle: float) -> bool:
        """Wait for the answer; tell whether it came without much work. Raise `TimeoutError` where it does not come.

        A question that works for long loses its rank, so that others go first.
        """
        quick = True
        while not question.too_slow(monotonic() - began - _GRACE, self._worked() - idle):
            self._line.settimeout(_GLANCE)
            try:
                self._line.recv(1, socket.MSG_PEEK)
            except TimeoutError:
                if quick and self._worked() - idle > LIGHT:
                    quick = False
                    os.setpriority(os.PRIO_PROCESS, self.number, _LOWEST)
                continue
            return quick
        raise TimeoutError

    def _worked(self) -> float:
        """Return the seconds that the process has had the processor: Linux numbers the clock of a process so."""
        return clock_gettime((~self.number << 3) | 2) if sys.platform == "linux" else monotonic()

    def dismiss(self) -> None:
        """End the process, whatever it does."""
        self._line.close()
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()


class Office:
    """Answer questions from any thread."""

    def __init__(self, database: Path, mark: FileMark, most: int = MOST) -> None:
        self._database, self._mark = Path(os.path.abspath(database)), mark  # noqa: PTH100  (the link, not where it leads)
        self._free = BoundedSemaphore(most)
        self._idle: deque[Clerk] = deque()

    def ask(self, question: Question) -> FoundRows | Refused:
        """Return the answer to a question, or why there is none; it takes little longer than the question says."""
        if not self._free.acquire(timeout=_PATIENCE):
            return Refused(Refusal.BUSY, _BUSY)
        try:
            return self._asked(question)
        except BusyError:
            return Refused(Refusal.BUSY, _BUSY)
        finally:
            self._free.release()

    def _asked(self, question: Question) -> FoundRows | Refused:
        clerk = self._called()
        clerk.begin()
        try:
            return clerk.ask(question)
        finally:
            self._leave(clerk)

    def _leave(self, clerk: Clerk) -> None:
        """Let a clerk wait for the next question; one that is not fit is replaced now, so that nobody waits for it."""
        if not clerk.fit:
            clerk.dismiss()
        if len(self._idle) >= _KEPT:
            clerk.dismiss()
        else:
            with suppress(OSError):
                self._idle.append(clerk if clerk.fit else Clerk(self._database, self._mark))

    def _called(self) -> Clerk:
        with suppress(IndexError):
            return self._idle.pop()
        return Clerk(self._database, self._mark)

    def close(self) -> None:
        """Dismiss the clerks that have nothing to do; the others end with their question."""
        while self._idle:
            self._idle.pop().dismiss()
