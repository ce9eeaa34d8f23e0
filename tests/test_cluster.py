"""Laws traced on the workers of a scheduler of Dask: a real one, with four workers over loopback, gives the same bytes."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import Client

from conftest import ROOT
from gazette import THREE, folders, simulated
from lawgraph.database.build import Faults, Task, WorkerError, build
from lawgraph.database.cluster import SCHEME, engine_at
from lawgraph.database.freshness import Folders
from lawgraph.law.errors import SourceError

LAWS = 24
SLOW = "import os; os.nice(19)"
"""What a worker runs before it begins: it gets what the others leave."""

SMALL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))"
"""No file of this worker holds more than two hundred bytes: to it the disk is full."""

WITHOUT = "import sys; sys.modules['lawgraph'] = None"

OTHER = "import lawgraph.database.freshness as own; own.code_fingerprint = lambda: 'another program'"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Hold a scheduler's address and its workers."""

    where: str
    workers: tuple[subprocess.Popen[bytes], ...]


@contextmanager
def cluster(*before: str) -> Iterator[Cluster]:
    """Start a scheduler with a worker for each of some programs that it runs before it begins."""
    port = _free_port()
    address = f"tcp://127.0.0.1:{port}"
    with ExitStack() as ends:
        start = "from dask.__main__ import main; main()"
        _started(ends, start, ["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"])
        workers = [_started(ends, f"{each}\n{start}", ["worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                                                       "--host", "127.0.0.1"]) for each in before]
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(len(workers), timeout=120) if workers else None
        yield Cluster(f"{SCHEME}127.0.0.1:{port}", tuple(workers))


def _started(ends: ExitStack, program: str, arguments: Sequence[str]) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen([sys.executable, "-c", program, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    ends.callback(process.wait)
    ends.callback(process.kill)
    return process


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def four() -> Iterator[Cluster]:
    with cluster(SLOW, "", "", "") as running:
        yield running


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, bytes]:
    """Publish some dozens of laws, and build them on this machine."""
    at = tmp_path_factory.mktemp("many")
    source = folders(at, *map(simulated, range(LAWS)))
    build(source, at / "law.db", iter)
    return source, (at / "law.db").read_bytes()


def test_the_bytes_are_those_of_one_machine_though_a_worker_is_slow_and_one_is_killed(
        four: Cluster, many: tuple[Folders, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, alone = many
    monkeypatch.setattr("lawgraph.database.cluster.BATCH", 1)   # a batch for each law
    engine = engine_at(four.where)

    def killing(tasks: Sequence[Task]) -> Iterable[Faults]:
        for done, faults in enumerate(engine(tasks)):
            if done == 1:
                four.workers[-1].send_signal(signal.SIGKILL)
            yield faults

    build(source, tmp_path / "law.db", iter, killing)
    assert four.workers[-1].wait() == -signal.SIGKILL
    assert (tmp_path / "law.db").read_bytes() == alone


def test_a_law_that_cannot_be_read_is_told_by_its_place_in_the_corpus(four: Cluster, tmp_path: Path) -> None:
    source = folders(tmp_path, *THREE)
    page = source.corpus / "A1_" / "eng.txt"
    page.write_bytes(page.read_bytes() + b"changed")
    with pytest.raises(SourceError) as caught:
        build(source, tmp_path / "law.db", iter, engine_at(four.where))
    assert caught.value.place == str(page)
    assert not (tmp_path / "law.db").exists()


@pytest.mark.parametrize(("before", "told"), [
    (SMALL, r"^tcp://127.0.0.1:\d+: on this worker, a file may not grow that large here"),
    (OTHER, r"^tcp://127.0.0.1:\d+: this worker has another version of lawgraph; install this lawgraph"),
    (WITHOUT, r"^dask://127.0.0.1:\d+: this scheduler has no workers; start some \(dask worker\) with this lawgraph"),
], ids=["a full disk", "another program", "no program"])
def test_a_worker_that_cannot_do_its_part_is_named_and_the_old_database_stays(
        tmp_path: Path, before: str, told: str) -> None:
    source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
    build(folders(tmp_path / "older", *THREE[:1]), database, iter)
    old = database.read_bytes()
    with cluster(before) as alone, pytest.raises(WorkerError, match=told):
        build(source, database, iter, engine_at(alone.where))
    assert database.read_bytes() == old


def test_a_scheduler_that_is_away_is_told_in_one_line_and_the_old_database_stays(tmp_path: Path) -> None:
    source, database = folders(tmp_path, *THREE), tmp_path / "law.db"
    build(folders(tmp_path / "older", *THREE[:1]), database, iter)
    old = database.read_bytes()
    where = f"dask://127.0.0.1:{_free_port()}"
    done = subprocess.run([sys.executable, "-m", "lawgraph", "build", "--on", where, "--db", str(database), "--corpus",
                           str(source.corpus), "--amendments", str(source.amendments)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"lawgraph: {where}: no scheduler of Dask answers there; start one (dask scheduler), or see the address"]
    assert database.read_bytes() == old


def test_an_address_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match=re.escape("slurm://here: no engine is known by such an address; write dask://HOST:PORT")):
        build(folders(tmp_path, *THREE), tmp_path / "law.db", iter, engine_at("slurm://here"))
