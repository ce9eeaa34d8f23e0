"""The site as it is served: several workers on one port, replaced when they end, all gone when it is told to end."""

import http.client
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from bombs import TRIM
from lawgraph.serving.lobby import MOST_NOT_TAKEN, MOST_WAITING

ABOUT = "/about.json"
pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="reads the processes of Linux")


class Served:
    """Hold a server and its port."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process, self.port = process, port

    def get(self, path: str = ABOUT) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    @property
    def workers(self) -> set[int]:
        return children(self.process.pid)


def children(parent: int) -> set[int]:
    """Return the numbers of the processes that another has begun and that have not ended."""
    found = set()
    for each in Path("/proc").glob("[0-9]*"):
        try:
            state, above = (each / "stat").read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(above) == parent and state != "Z":
            found.add(int(each.name))
    return found


@contextmanager
def served(database: Path, workers: int = 1, *more: str) -> Iterator[Served]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "lawgraph", "serve", "--no-build", "--db", str(database), "--port", str(port),
               "--workers", str(workers), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == f"lawgraph is at http://127.0.0.1:{port}/ (stop it with Ctrl+C)\n"
        try:
            yield Served(process, port)
        finally:
            process.terminate()
            process.communicate()


@pytest.fixture(scope="module")
def standing(database: Path) -> Iterator[Served]:
    """Serve the law for tests that leave the site as it is."""
    with served(database) as site:
        assert site.get()[0] == 200
        yield site


def until(found: Callable[[], bool]) -> None:
    """Wait for something that has to come; the machine may be as slow as it is."""
    while not found():
        threading.Event().wait(0.02)


def test_a_worker_that_is_killed_is_replaced_and_nobody_is_turned_away(database: Path) -> None:
    with served(database, 2) as site:
        assert site.get()[0] == 200
        first = site.workers
        assert len(first) == 2
        os.kill(min(first), signal.SIGKILL)
        until(lambda: len(site.workers - first) == 1)
        assert [site.get()[0] for _ in range(8)] == [200] * 8


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_all_processes_end_when_it_is_told_so_whatever_is_asked(database: Path, told: signal.Signals) -> None:
    with served(database, 2) as site:
        assert site.get()[0] == 200
        family = {site.process.pid, *site.workers}
        attackers = [threading.Thread(target=asked_until_gone, args=(site, f"/lawgraph.json?sql={quote(TRIM)}")) for _ in range(8)]
        for each in attackers:
            each.start()
        until(lambda: any(children(each) for each in site.workers))
        family |= {clerk for each in site.workers for clerk in children(each)}
        site.process.send_signal(told)
        assert site.process.wait() == 0
        for each in attackers:
            each.join()
        until(lambda: not any(Path(f"/proc/{each}").exists() for each in family))


def asked_until_gone(site: Served, path: str) -> None:
    try:
        while True:
            site.get(path)
    except (OSError, http.client.HTTPException):
        return


def test_workers_do_not_outlive_their_keeper(database: Path) -> None:
    with served(database) as site:
        assert site.get()[0] == 200
        left = site.workers
        site.process.kill()
        until(lambda: not any(Path(f"/proc/{each}").exists() for each in left))


def test_a_database_that_takes_the_place_of_another_is_served_by_new_workers(database: Path, tmp_path: Path) -> None:
    mine, next_one = tmp_path / "mine.db", tmp_path / "next.db"
    for each in (mine, next_one):
        shutil.copyfile(database, each)
    with served(mine) as site:
        assert site.get()[0] == 200
        first = site.workers
        next_one.replace(mine)
        until(lambda: len(site.workers) == 1 and not site.workers & first)
        assert site.get("/lawgraph.json?sql=select+1")[0] == 200


def test_a_file_that_is_no_database_of_ours_is_not_served(database: Path, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.db", tmp_path / "other"
    shutil.copyfile(database, mine)
    other.write_text("no database")
    with served(mine) as site:
        assert site.get()[0] == 200
        first = site.workers
        other.replace(mine)
        assert site.process.stdout
        assert site.process.stdout.readline() == (f"lawgraph: {mine}: this file is no database; name another file with --db; "
                                                  "the site goes on with the database before it, as far as that is still there\n")
        assert site.workers == first
        assert site.get()[0] == 200


def test_a_database_with_rows_that_were_changed_does_not_take_the_place_of_another(database: Path, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.db", tmp_path / "other.db"
    for each in (mine, other):
        shutil.copyfile(database, each)
    with closing(sqlite3.connect(other)) as conn, conn:
        conn.execute("update acts set adopted = '1999-01-01' where number = '124-V'")
    with served(mine) as site:
        assert site.get()[0] == 200
        first = site.workers
        other.replace(mine)
        assert site.process.stdout
        assert site.process.stdout.readline() == (
            f"lawgraph: {mine}: not as built: the rows that laws have in common, or the schema; "
            "the site goes on with the database before it, as far as that is still there\n")
        assert site.workers == first


def test_unfinished_requests_do_not_keep_others_out(standing: Served) -> None:
    with ExitStack() as open_now:
        held = [open_now.enter_context(socket.create_connection(("127.0.0.1", standing.port)))
                for _ in range(MOST_WAITING + 50)]
        for each in held:
            each.sendall(b"GET /about HTTP/1.1\r\nX: ")
        assert standing.get()[0] == 200
        assert ended(held[0]), "the oldest was closed"


@pytest.mark.parametrize("sent", [b"", b"GET /about HTTP/1.1\r\nX: ", b"GET /about HTTP/1.1\r\nHost: localhost\r\n\r\nGET /"])
def test_a_request_that_is_never_finished_is_not_waited_for(standing: Served, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", standing.port)) as visitor:
        visitor.sendall(sent)
        assert ended(visitor)


def test_visitors_who_do_not_read_do_not_keep_others_out(database: Path, tmp_path: Path) -> None:
    """Each has a place until it has its answer, which is more than the kernel takes; the oldest of many lose theirs."""
    large = tmp_path / "large.db"
    large.write_bytes(database.read_bytes())
    refused = 0
    with served(large) as site, ExitStack() as open_now:
        with large.open("ab") as more:  # behind its rows, after these were looked at
            more.write(bytes(2_000_000))
        for _ in range(MOST_NOT_TAKEN + 150):
            while refused <= 100 and not began(open_now.enter_context(socket.socket()), site.port):
                refused += 1
        assert refused <= 100, "the door was shut until a limit of time opened it"
        assert site.get()[0] == 200


def began(visitor: socket.socket, port: int) -> bool:
    """Ask for all the data, read no more of it than its first line, and tell whether that is a refusal."""
    visitor.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    visitor.connect(("127.0.0.1", port))
    visitor.sendall(b"GET /data/lawgraph.db HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return visitor.recv(12) == b"HTTP/1.1 200"


def ended(visitor: socket.socket) -> bool:
    """Wait for the end of a connection; one that is kept open fails by `TimeoutError`."""
    visitor.settimeout(120)
    try:
        while visitor.recv(65536):
            """What was said before the end."""
    except ConnectionResetError:
        return True
    return True


@pytest.mark.parametrize(("sent", "status"), [
    (b"POST /about HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n", b"405"),
    (b"GET /about HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n", b"413"),
    (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"414"),
    (b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"400"),
    (b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"), (b"nonsense\r\n\r\n", b"400"),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n", b"200"),
])
def test_what_is_no_request_to_read_is_answered_at_once(standing: Served, sent: bytes, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", standing.port)) as visitor:
        visitor.sendall(sent)
        assert visitor.recv(12) == b"HTTP/1.1 " + status
        if status != b"200":
            while visitor.recv(65536):
                """The rest of the line, and then the end: the body is not waited for."""


def test_a_body_that_is_none_is_no_fault_of_the_site(database: Path) -> None:
    with served(database) as site:
        with socket.create_connection(("127.0.0.1", site.port)) as visitor:
            visitor.sendall(b"GET /about HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n")
            while visitor.recv(65536):
                """What is said of it."""
        assert site.get()[0] == 200
        site.process.terminate()
        assert site.process.stdout
        assert site.process.stdout.read() == ""


def test_visits_are_logged_on_request(database: Path) -> None:
    with served(database, 1, "--access-log") as site:
        assert site.get("/about.json?x=%0a")[0] == 200
        assert site.process.stdout
        line = site.process.stdout.readline()
        assert '"GET /about.json?x=%0a HTTP/1.1" 200' in line
    with served(database) as site:
        assert site.get()[0] == 200
        site.process.terminate()
        assert site.process.stdout
        assert site.process.stdout.read() == ""


def test_a_second_site_on_the_same_port_is_refused(database: Path, standing: Served) -> None:
    command = [sys.executable, "-m", "lawgraph", "serve", "--no-build", "--db", str(database), "--port", str(standing.port)]
    second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert "the port cannot be had (Address already in use); name another one with --port" in second.stderr
