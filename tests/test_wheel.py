"""A built wheel works outside the checkout: the program, the sample law, its facts and the templates are inside."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from lock import PYTHONS

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


OWN = f"python{sys.version_info.major}.{sys.version_info.minor}"
OTHERS = tuple(f"python{each}" for each in PYTHONS if f"python{each}" != OWN)
ASKED = (("--help",), ("build", "--db", "x.db"), ("text", "271-IV", "art_7", "--on", "2013-07-20"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    dist = tmp_path_factory.mktemp("dist")
    _check([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(dist), str(ROOT)], ROOT)
    (built,) = dist.glob("lawgraph-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, without its libraries, into a folder of its own."""
    site = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site)]
    _check([*pip, str(wheel)], site)
    return site


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Run a command of the installed wheel in an empty folder outside the checkout."""
    # What PYTHONPATH names comes before the editable install; the libraries come from where this test runs.
    environment = os.environ | {"PYTHONPATH": str(installed)}

    def run_in_folder(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True,
                              text=True, encoding="utf-8", check=False)
    return run_in_folder


def test_the_program_and_its_folders_come_from_the_wheel(run: Run, installed: Path) -> None:
    asked = "from lawgraph.law import errors as r; print(r.corpus_root(), r.amendments_root(), r.template_root())"
    answer = run("-c", asked)
    assert answer.stdout.split() == [
        str(installed / "lawgraph" / name) for name in ("corpus_data", "amendments_data", "site_templates")]


def test_the_wheel_carries_the_law_its_facts_and_the_templates(installed: Path) -> None:
    inside = installed / "lawgraph"
    for packaged, in_checkout in (("corpus_data", "corpus"), ("amendments_data", "amendments"),
                                  ("site_templates", "site_templates")):
        assert _files(inside / packaged) == _files(ROOT / in_checkout)
        assert _files(inside / packaged)
    assert (inside / "py.typed").exists()


def test_the_command_line_answers_outside_the_checkout(run: Run, installed: Path, tmp_path: Path, database: Path) -> None:
    """What it builds there is what the checkout builds, row by row."""
    assert (installed / "bin" / "lawgraph").exists()
    for command in ASKED:
        answer = run(str(installed / "bin" / "lawgraph"), *command)
        assert answer.returncode == 0, answer.stderr
        assert answer.stdout if command[0] != "build" else (tmp_path / "x.db").exists()
    assert _seals(tmp_path / "x.db") == _seals(database)


def _seals(database: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(database)) as conn:
        return conn.execute("select part, sha256 from seals order by part").fetchall()


def test_the_packaged_facts_are_read_as_those_of_the_checkout(run: Run) -> None:
    asked = ("from lawgraph.facts.acts import load_acts; from lawgraph.law.errors import amendments_root;"
             "acts, mistakes = load_acts(amendments_root()); print(len(acts), mistakes, acts[0].record.file)")
    assert run("-c", asked).stdout.strip() == "23 () amendments/372-IV.toml"


@pytest.mark.parametrize("python", OTHERS)
def test_it_answers_on_the_other_pythons_that_are_here(python: str, wheel: Path, tmp_path: Path) -> None:
    """In an environment of what the lock names, and nothing else."""
    if not _runs(python):
        pytest.skip(f"{python} is not on this machine")
    _check([python, "-m", "venv", "venv"], tmp_path)
    program = tmp_path / "venv" / "bin"
    pip = [str(program / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _check([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", str(ROOT / "locks" / "serve.txt")], tmp_path)
    _check([*pip, "--no-deps", str(wheel)], tmp_path)
    _check([str(program / "python"), "-m", "pip", "check"], tmp_path)
    for command in ASKED:
        _check([str(program / "lawgraph"), *command], tmp_path)


def _runs(python: str) -> bool:
    """Tell whether an interpreter is here and runs; a manager of versions may have left no more than its name."""
    return shutil.which(python) is not None and subprocess.run(
        [python, "--version"], capture_output=True, check=False).returncode == 0


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file()}


def _check(command: list[str], folder: Path) -> None:
    """Run a command that must succeed, and show what it said where it did not."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
