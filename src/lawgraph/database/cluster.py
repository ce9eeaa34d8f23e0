"""Trace laws on other machines, by a scheduler of Dask that is there already: `lawgraph build --on dask://HOST:PORT`.

A batch of laws, of about a second, takes the bytes of its sources along and brings back its shard: each law as it is
kept. So workers need no folder in common with this process, nothing but the same program; what is made of the shards,
and what is told of a law that cannot be read, is as on one machine.
"""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from lawgraph.database.build import Engine, Faults, Task, WorkerError, traced
from lawgraph.database.freshness import code_fingerprint
from lawgraph.database.keeping import keep
from lawgraph.law.errors import Phrase, mishap

if TYPE_CHECKING:
    from distributed import Client, Future

SCHEME = "dask://"
BATCH = 200_000
"""Bytes of sources that are traced in about a second."""

_SAME = Phrase("install this lawgraph with the scheduler and on all its workers, and start them anew")
_IN_FLIGHT = 4
_PATIENCE = 10
_Shard = tuple[tuple[tuple[bytes, ...], Faults], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Hold the work that travels at once: tasks, the files of their sources by path in the corpus, and the program."""

    tasks: tuple[Task, ...]
    files: Mapping[str, bytes]
    code: str


def engine_at(where: str) -> Engine:
    """Return what traces laws on the workers of the scheduler at an address, `dask://HOST:PORT`."""
    if not where.startswith(SCHEME):
        raise WorkerError(where, Phrase("no engine is known by such an address"),
                          Phrase("write %(examples)s", examples=f"{SCHEME}HOST:PORT"))
    return partial(_trace, where)


def trace_batch(batch: Batch) -> _Shard:
    """Trace the laws of a batch on a worker; raise `WorkerError` where it is not able to."""
    from distributed import get_worker  # noqa: PLC0415  (an extra: it may be missing)

    worker = str(get_worker().address)
    if code_fingerprint() != batch.code:
        raise WorkerError(worker, Phrase("this worker has another version of lawgraph"), _SAME)
    try:
        with TemporaryDirectory(prefix="lawgraph-") as folder:
            _unpack(batch.files, Path(folder))
            return tuple(_traced(task, Path(folder)) for task in batch.tasks)
    except OSError as error:
        happened, remedy = mishap(error)
        raise WorkerError(worker, Phrase("on this worker, %(happened)s", happened=happened), remedy) from None


def _unpack(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _traced(task: Task, folder: Path) -> tuple[tuple[bytes, ...], Faults]:
    """Trace a law in a folder of its own; what is told of it names the corpus."""
    law, faults = traced(replace(task, folder=folder / task.folder.name))
    there, here = str(folder), str(task.folder.parent)
    return law, tuple(type(each)(each.place.replace(there, here), each.surprise.replace(there, here), each.remedy)
                      for each in faults)


def _trace(where: str, tasks: Sequence[Task]) -> Iterator[Faults]:
    """Trace and keep the law of each task; give its faults, in the order of the tasks."""
    if not tasks:
        return
    batches = [*_batches(tasks)]
    with _client_of(where) as client:
        for batch, shard in zip(batches, _shards(client, batches), strict=True):
            for task, (law, faults) in zip(batch, shard, strict=True):
                if not faults:
                    keep(task.kept, law)
                yield faults


def _batches(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    """Cut tasks into stretches of about the same bytes of sources."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += sum((task.folder.parent / name).stat().st_size for name in _names(task))
        if size >= BATCH:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _names(task: Task) -> Iterator[str]:
    return (name for each in task.current.folders.values() for name, _ in each.files)


def _shards(client: "Client", batches: Iterable[tuple[Task, ...]]) -> Iterator[_Shard]:
    """Map batches to their shards, in order; few are on their way at once, since each carries its sources."""
    code = code_fingerprint()
    most = _IN_FLIGHT * sum(client.nthreads().values())
    waiting: deque[Future] = deque()
    for tasks in batches:
        if len(waiting) >= most:
            yield _arrived(client, waiting.popleft())
        names = {name: tasks[0].folder.parent / name for task in tasks for name in _names(task)}
        batch = Batch(tasks, {name: path.read_bytes() for name, path in names.items()}, code)
        waiting.append(client.submit(trace_batch, batch, pure=False))
    while waiting:
        yield _arrived(client, waiting.popleft())


def _arrived(client: "Client", shard: "Future") -> _Shard:
    """Wait for a shard; raise `TimeoutError` where no worker is left that could make it."""
    while True:
        try:
            return cast("_Shard", shard.result(timeout=_PATIENCE))
        except TimeoutError:
            if not client.nthreads():
                raise


@contextmanager
def _client_of(where: str) -> Iterator["Client"]:
    """Give a client of a scheduler; raise `WorkerError` where it is away, or its workers cannot do the work."""
    from distributed import Client, KilledWorker  # noqa: PLC0415  (an extra: it may be missing)

    for name in ("distributed", "distributed.client"):      # one line tells it
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(f"tcp://{where.removeprefix(SCHEME)}", timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError):
        raise WorkerError(where, Phrase("no scheduler of Dask answers there"),
                          Phrase("start one (dask scheduler), or see the address")) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
            yield client
        except TimeoutError:
            raise WorkerError(where, Phrase("this scheduler has no workers"),
                              Phrase("start some (dask worker) with this lawgraph")) from None
        except KilledWorker:
            raise WorkerError(where,
                              Phrase("workers ended again and again at the same laws, perhaps for want of memory"),
                              Phrase("start them with more, and with this lawgraph, and run it again: what is done is "
                                     "kept")) from None
        except (CancelledError, OSError):
            raise WorkerError(where, Phrase("the scheduler went away"),
                              Phrase("start it, and run it again: what is done is kept")) from None
        except (ImportError, AttributeError, RuntimeError) as error:
            raise WorkerError(where, Phrase("the work cannot be read there (%(error)s)", error=error), _SAME) from None
