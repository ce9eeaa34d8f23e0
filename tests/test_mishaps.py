"""When the machine refuses: one line says what happened, what is safe and what to do, and nothing is half written.

Each mishap is a real one: a disk too small, a limit of the system, another program's lock, a signal, a closed pipe.
"""

import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from gazette import THREE, folders, simulated
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.law.errors import mishap

PATIENCE = 120.0
UNHARMED = "what was there before is unharmed"


@pytest.fixture
def source(tmp_path: Path) -> Folders:
    return folders(tmp_path / "sources", *THREE)


def program(source: Folders, database: Path, *command: str) -> list[str]:
    return [sys.executable, "-m", "lawgraph", *command, "--db", str(database), "--corpus", str(source.corpus),
            "--amendments", str(source.amendments)]


def run(source: Folders, database: Path, *command: str, limit: int | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command; with a limit no file that it writes may grow beyond it.

    Python itself keeps half of a compiled module there, and would fail with it ever after: it is to keep none.
    """
    return within(limit, *program(source, database, *command))


def within(limit: int | None, *command: str) -> "subprocess.CompletedProcess[str]":
    limited = None if limit is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    compiled = {} if limit is None else {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limited,
                          env={**os.environ, **compiled})


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 256 kB, where that is allowed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True,
                      check=False).returncode:
        pytest.skip("mounting a disk needs the rights of root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


class TestDisk:
    def test_a_full_disk(self, source: Folders, tiny: Path) -> None:
        told = run(source, tiny / "law.db", "build")
        assert told.returncode == 2
        assert one_line(told.stderr).endswith(
            f": the database cannot be written: the disk is full; {UNHARMED}; make room, and run it again")
        assert not (tiny / "law.db").exists()
        assert not [*tiny.rglob("*.part")]

    def test_a_database_stays_whole_where_the_new_one_has_no_room(self, source: Folders, tmp_path: Path) -> None:
        database = tmp_path / "law.db"
        build(source, database, iter)
        old = database.read_bytes()
        with (source.corpus / "A1_" / "manifest.toml").open("a", encoding="utf-8") as manifest:
            manifest.write("# more\n")
        told = run(source, database, "build", limit=len(old) - 50_000)
        assert told.returncode == 2
        assert UNHARMED in one_line(told.stderr)
        assert database.read_bytes() == old
        assert not [*tmp_path.glob(".law.db*")]

    def test_a_site_that_has_no_room(self, source: Folders, tmp_path: Path) -> None:
        database = tmp_path / "law.db"
        build(source, database, iter)
        told = run(source, database, "site", "--out", str(tmp_path / "site"), "--interface", "en", limit=8_000)
        assert told.returncode == 2
        assert one_line(told.stderr) == (
            f"lawgraph: {tmp_path}/site: the site cannot be written: a file may not grow that large here; {UNHARMED}; "
            "raise the limit (ulimit -f), and run it again")
        assert not [each for each in tmp_path.iterdir() if "site" in each.name]

    @pytest.mark.parametrize(("words", "limit"), [(1, 2_000), (2_000, 20_000)], ids=["of the manifest", "of the text"])
    def test_an_import_that_has_no_room(self, tmp_path: Path, words: int, limit: int) -> None:
        """Either the manifest that names the text does not fit, or the text: the corpus stays as it was."""
        corpus, text = tmp_path / "corpus", tmp_path / "law.md"
        text.write_text("# О часах\n\nЗакон Республики Казахстан от 29 апреля 2010 года № 271-IV\n\n### Статья 1. Имя\n\n1. " +
                        "Часы идут. " * words, encoding="utf-8")
        manifest = corpus / "Z100000271_" / "manifest.toml"
        manifest.parent.mkdir(parents=True)
        manifest.write_text('id = "Z100000271_"\nnumber = "271-IV"\nadopted = 2010-04-29\nkind = "law"\n' +
                            "# ours\n" * 300 + "\n[titles]\n")
        before = manifest.read_bytes()
        told = within(limit, sys.executable, "-m", "lawgraph", "import", str(text), "--day", "2015-01-01", "--law",
                      "Z100000271_", "--lang", "rus", "--corpus", str(corpus))
        assert told.returncode == 2
        assert one_line(told.stderr) == (
            f"lawgraph: {corpus}: it cannot be written: a file may not grow that large here; {UNHARMED}; "
            "raise the limit (ulimit -f), and run it again")
        assert [(each, each.read_bytes()) for each in corpus.rglob("*") if each.is_file()] == [(manifest, before)]

    def test_an_export_that_has_no_room(self, source: Folders, tmp_path: Path) -> None:
        database, out = tmp_path / "law.db", tmp_path / "out"
        build(source, database, iter)
        told = run(source, database, "export", str(out), "--format", "jsonl", limit=500)
        assert told.returncode == 2
        assert one_line(told.stderr) == (
            f"lawgraph: {out}: it cannot be written: a file may not grow that large here; {UNHARMED}; "
            "raise the limit (ulimit -f), and run it again")
        assert not [*tmp_path.glob("*out*")]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_without_permission(self, source: Folders, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        told = run(source, tmp_path / "deep" / "law.db", "build")
        tmp_path.chmod(0o700)
        assert "you may not do that here" in one_line(told.stderr)

    def test_each_refusal_of_the_system_has_words(self) -> None:
        for number, words in ((13, "you may not"), (28, "the disk is full"), (30, "only be read"), (24, "too many files")):
            assert words in mishap(OSError(number, os.strerror(number)))[0]
        assert mishap(OSError(71, os.strerror(71)))[0] == "Protocol error"
        assert mishap(OSError())[0] == "OSError"


@pytest.mark.parametrize("command", [
    ("parse", "PIPE"), ("import", "PIPE"), ("import", "TEXTS"), ("parse", "/dev/zero"), ("import", "/dev/zero"), ("verify", "PIPE"),
    ("find", "words", "7-V", "--no-build", "--db", "PIPE"), ("build", "--db", "PIPE"), ("build", "--corpus", "FOLDER"),
    ("build", "--amendments", "FOLDER"), ("serve", "--no-build", "--db", "PIPE"), ("serve", "--no-build", "--db", "/dev/zero")], ids=" ".join)
def test_what_is_no_file_is_refused_in_one_line_and_not_waited_for(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A pipe to which nobody writes, and a device that has no end; without the refusal the process stays for ever."""
    for pipe in ("PIPE", "TEXTS/rus.md", "FOLDER/Z1200000007/manifest.toml", "FOLDER/7-V.toml"):
        (tmp_path / pipe).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(tmp_path / pipe)
    told = subprocess.run([sys.executable, "-m", "lawgraph", *command], cwd=tmp_path, capture_output=True, text=True, check=False,
                          timeout=300)
    assert told.returncode == 2
    assert re.search(r": this (is a pipe|is a device|is no file|file is no database)[;,] ", one_line(told.stderr))


@pytest.mark.parametrize("name", ["A1_", "notes"])
def test_a_link_to_a_folder_among_the_sources_is_told_and_not_passed_over(source: Folders, tmp_path: Path, name: str) -> None:
    """Behind it may stand a law, which would be missing from all answers, or change without notice."""
    away = (source.corpus / "A1_").rename(tmp_path / "away")
    (source.corpus / name).symlink_to(away)
    assert one_line(run(source, tmp_path / "law.db", "build").stderr) == (
        f"lawgraph: {source.corpus / name}: this is a link to a folder, and links to folders are not followed; "
        "put the folder itself here")


def test_a_name_among_the_sources_that_is_no_text_is_told(source: Folders, tmp_path: Path) -> None:
    (source.corpus / "A1_" / os.fsdecode(b"old-\xff.txt")).write_bytes(b"")
    told = one_line(run(source, tmp_path / "law.db", "build").stderr)
    assert told.endswith("this name is not UTF-8, and stands among the sources; give it another name")


def test_a_copy_of_a_laws_folder_is_told(source: Folders, tmp_path: Path) -> None:
    shutil.copytree(source.corpus / "A1_", source.corpus / "A1_ (copy)")
    assert one_line(run(source, tmp_path / "law.db", "build").stderr) == (
        f"lawgraph: {source.corpus}/A1_ (copy): this is a folder of A1_, and has another name; "
        "rename it, or take it away if it is a copy")


@pytest.mark.parametrize("path", ["A1_/Manifest.toml", "A1_/NOTES.toml", "more/A1_/manifest.toml", "A1_/old/notes.toml"])
def test_a_file_among_the_sources_that_nobody_would_read_is_told(source: Folders, tmp_path: Path, path: str) -> None:
    file = source.corpus / path
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source.corpus / "A1_" / "manifest.toml", file)
    assert one_line(run(source, tmp_path / "law.db", "build").stderr) == (
        f"lawgraph: {file}: a file of this name is not read here; name it {file.name.lower()}, in the folder of its law")


class TestLock:
    def test_a_database_that_another_program_holds(self, source: Folders, tmp_path: Path) -> None:
        database = tmp_path / "law.db"
        build(source, database, iter)
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("begin exclusive")
            told = run(source, database, "acts")
        assert told.returncode == 2
        assert one_line(told.stderr) == (
            f"lawgraph: {database}: another program holds it locked; close that program or wait for its end, "
            "and run it again")


def heard() -> None:
    """Hear Ctrl+C even where the tests themselves were begun so that they do not, as behind `nohup … &`."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class TestDamage:
    @pytest.mark.parametrize("table", ["laws", "texts_rows", "build", "seals", "origins"])
    def test_a_table_that_is_gone(self, source: Folders, tmp_path: Path, table: str) -> None:
        """Either the database is made anew, or one line names the file and the remedy."""
        database, whole = tmp_path / "law.db", tmp_path / "whole.db"
        build(source, whole, iter)
        for command in (("text", "10-IV", "--on", "2015-01-01"), ("acts", "--no-build"), ("history", "10-IV"), ("check",),
                        ("find", "clocks", "A1_"), ("serve", "--no-build"), ("build",), ("verify", str(database)),
                        ("changed", str(whole), str(database))):
            shutil.copy(whole, database)
            with closing(sqlite3.connect(database)) as conn:
                conn.execute(f"drop {'table'} [{table}]")
                conn.commit()
            typed = [*command, *program(source, database)[3:]] if command[0] not in {"verify", "changed"} else command
            told = CliRunner().invoke(main, typed)
            lines = (told.stderr + told.stdout).splitlines()
            assert "traceback" not in told.output.lower()
            if told.exit_code == 2:
                assert lines[0].removeprefix("lawgraph: ").startswith(f"{database}: "), (command, lines)
                assert "lawgraph build" in lines[0], (command, lines)
                assert len(lines) == 1, (command, lines)


class TestCtrlC:
    @pytest.mark.parametrize("laws", [3, 40], ids=["one process", "several processes"])
    def test_a_build_that_is_stopped_goes_on_from_there(self, tmp_path: Path, laws: int) -> None:
        source, database = folders(tmp_path / "sources", *map(simulated, range(laws))), tmp_path / "law.db"
        stopped = subprocess.Popen(program(source, database, "build"), stderr=subprocess.PIPE, text=True,
                                   preexec_fn=heard)  # noqa: PLW1509  (nothing here has threads)
        shelf = database.with_name("law.db.laws")
        until(lambda: len([*shelf.glob("*.law")]) > 0 or stopped.poll() is not None)
        stopped.send_signal(signal.SIGINT)
        _, stderr = stopped.communicate(timeout=PATIENCE)
        assert stopped.returncode == 130
        assert one_line(stderr) == (f"lawgraph: stopped by Ctrl+C; {UNHARMED}, and what is done of a build is kept; "
                                    "run it again to go on")
        assert not database.exists()
        assert not [*tmp_path.glob("law.db.laws/.*.part")]
        assert run(source, database, "build").returncode == 0

    def test_pressed_while_the_program_loads(self) -> None:
        pressed = ("import builtins, signal, sys; ours = builtins.__import__\n"
                   "def press(name, *rest):\n"
                   "    if name == 'lawgraph.commands.cli': signal.raise_signal(signal.SIGINT)\n"
                   "    return ours(name, *rest)\n"
                   "builtins.__import__ = press; sys.argv[1:] = ['--help']; from lawgraph.__main__ import run; run()")
        stopped = subprocess.run([sys.executable, "-c", pressed], capture_output=True, text=True, check=False,
                                 preexec_fn=heard)
        assert (stopped.returncode, stopped.stdout, stopped.stderr) == (130, "", "")


class TestOutput:
    def test_what_a_file_cannot_take_is_told_however_much_is_written_at_once(self, tmp_path: Path) -> None:
        asked = ("import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000));"
                 "from lawgraph.commands.options import say; say('x' * 500_000)")
        with (tmp_path / "answer").open("wb") as file:
            ended = subprocess.run([sys.executable, "-c", asked], stdout=file, stderr=subprocess.PIPE, text=True, check=False)
        assert ended.returncode != 0
        assert "it cannot be written (File too large)" in ended.stderr

    def test_a_reader_that_has_seen_enough_hears_nothing(self, source: Folders, tmp_path: Path) -> None:
        build(source, tmp_path / "law.db", iter)
        shown = subprocess.Popen(program(source, tmp_path / "law.db", "graph", "--format", "json"),
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert shown.stdout is not None
        assert shown.stderr is not None
        shown.stdout.close()
        assert shown.stderr.read() == b""
        assert shown.wait(PATIENCE) == 141
        shown.stderr.close()

    def test_a_closed_output(self, source: Folders, tmp_path: Path) -> None:
        build(source, tmp_path / "law.db", iter)
        told = subprocess.run(program(source, tmp_path / "law.db", "acts"), stderr=subprocess.PIPE, text=True,
                              check=False, preexec_fn=lambda: os.close(1))
        assert (told.returncode, told.stderr) == (
            2, "lawgraph: output: it is closed; send it to a file or to a program\n")


    def test_a_closed_stderr_is_not_written_into_the_next_file(self, source: Folders, tmp_path: Path) -> None:
        """The next file that is opened would be stderr to every library, be it a database."""
        def closed() -> None:
            os.close(0)
            os.close(2)
        assert subprocess.run(program(source, tmp_path / "law.db", "build"), check=False, preexec_fn=closed).returncode == 0
        told = subprocess.run(program(source, tmp_path / "law.db", "verify"), stdout=subprocess.PIPE, check=False, preexec_fn=closed)
        assert (told.returncode, told.stdout) == (0, b"")

    @pytest.mark.parametrize("asked", ["--help", "--version"])
    def test_an_output_that_takes_nothing(self, asked: str) -> None:
        with Path("/dev/full").open("wb") as full:
            told = subprocess.run([sys.executable, "-m", "lawgraph", asked], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert (told.returncode, told.stderr) == (2, "lawgraph: output: the disk is full; send it elsewhere\n")

    def test_assistants_are_not_answered_where_nobody_hears(self, source: Folders, tmp_path: Path) -> None:
        build(source, tmp_path / "law.db", iter)
        told = subprocess.run(program(source, tmp_path / "law.db", "mcp", "--no-build"), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              text=True, check=False, preexec_fn=lambda: os.close(1))
        assert (told.returncode, told.stderr) == (2, "lawgraph: output: it is closed; send it to a file or to a program\n")


class TestPermission:
    def test_it_is_whoever_opens_a_file_that_says_what_is_wrong(self, source: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What click asks the system before says neither the reason nor a remedy."""
        build(source, tmp_path / "law.db", iter)
        monkeypatch.setattr(os, "access", lambda *_, **__: False)
        assert CliRunner().invoke(main, program(source, tmp_path / "law.db", "acts")[3:]).exit_code == 0

    def test_a_database_is_verified_where_nothing_beside_it_can_be_written(
            self, source: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        build(source, tmp_path / "law.db", iter)

        def refused(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")
        for name in ("touch", "unlink", "mkdir", "write_text"):
            monkeypatch.setattr(Path, name, refused)
        told = CliRunner().invoke(main, program(source, tmp_path / "law.db", "verify")[3:])
        assert (told.exit_code, told.stdout) == (0, "")


def one_line(stderr: str) -> str:
    assert stderr.count("\n") == 1, stderr
    return stderr.rstrip("\n")


def until(come: Callable[[], bool]) -> None:
    last = time.monotonic() + PATIENCE
    while not come():
        assert time.monotonic() < last, "the moment never came"
        time.sleep(0.001)
