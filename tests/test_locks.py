"""What is installed: exactly what the locks name, in an environment that mends itself."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import lock
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETS = ("serve", "test", "bench")


def text_of(name: str) -> str:
    return (ROOT / "locks" / f"{name}.txt").read_text(encoding="utf-8")


def pins_of(name: str) -> Iterator[Requirement]:
    """Give each pin of a lock."""
    return (Requirement(line.removesuffix("\\")) for line in text_of(name).splitlines() if line[:1].isalnum())


def asked_for(name: str) -> list[Requirement]:
    """Return what pyproject.toml asks for in a lock."""
    project = [*PYPROJECT["project"]["dependencies"], *PYPROJECT["build-system"]["requires"]]
    return [Requirement(each) for each in (*project, *(each for group in lock.GROUPS[name] for each in PYPROJECT["dependency-groups"][group]))]


class TestLocks:
    @pytest.mark.parametrize("python", lock.PYTHONS)
    @pytest.mark.parametrize("name", SETS)
    def test_all_that_is_asked_for_is_locked_in_a_version_that_is_allowed(self, name: str, python: str) -> None:
        environment = {"python_version": python, "python_full_version": f"{python}.0"}
        pinned = {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in pins_of(name)
                  if each.marker is None or each.marker.evaluate(environment)}
        for each in asked_for(name):
            held = pinned.get(canonicalize_name(each.name))
            assert held is not None, f"{each.name}: make lock"
            assert each.specifier.contains(held), f"{each}: {held} is locked; make lock"

    @pytest.mark.parametrize("name", SETS)
    def test_every_pin_is_one_version_with_hashes_from_wherever_packages_come(self, name: str) -> None:
        entries = re.split(r"\n(?=[a-z0-9])", text_of(name))[1:]
        assert len(entries) == len(list(pins_of(name)))
        for entry in entries:
            assert re.match(r"[a-z0-9.-]+==[^ ]+ ", entry), entry
            assert "--hash=sha256:" in entry, entry
        assert "://" not in text_of(name)
        assert "--index" not in text_of(name)

    def test_each_lock_holds_the_one_before_it(self) -> None:
        serve, test, bench = ({str(each) for each in pins_of(name)} for name in SETS)
        assert serve < test < bench


INTERPRETER = """#!/bin/sh
# Stands in for Python: makes environments, and notes what is asked of pip.
case "$*" in
    "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    "-m pip "*)
        echo "$*" >> asked
        [ ! -e interrupted ] || { echo "Traceback (most recent call last):" >&2; kill -INT 0; sleep 60; }
        [ ! -e broken ] || { echo "No space left on device" >&2; exit 1; } ;;
esac
"""


LET_INTERRUPT = """import os, signal, sys
for each in (signal.SIGINT, signal.SIGPIPE):
    signal.signal(each, signal.SIG_DFL)
os.execvp(sys.argv[1], sys.argv[1:])"""
"""Runs a command that Ctrl+C ends, also where what started the tests has it ignored."""


class TestEnvironment:
    """`scripts/environment.sh`, with an interpreter that only notes what it is asked."""

    @pytest.fixture
    def checkout(self, tmp_path: Path) -> Path:
        folder = tmp_path / "checkout"
        for each in ("scripts/environment.sh", "pyproject.toml", *(f"locks/{name}.txt" for name in SETS)):
            (folder / each).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / each, folder / each)
        self.python = tmp_path / "python"
        self.python.write_text(INTERPRETER, encoding="utf-8")
        self.python.chmod(0o755)
        return folder

    def made(self, checkout: Path, wanted: str) -> list[str]:
        """Make an environment; return what was installed for it."""
        (checkout / "asked").unlink(missing_ok=True)
        subprocess.run(["sh", checkout / "scripts" / "environment.sh", wanted, self.python], check=True)
        asked = (checkout / "asked").read_text(encoding="utf-8").splitlines() if (checkout / "asked").exists() else []
        return [line.rpartition(" ")[2] for line in asked]

    def test_the_lock_is_installed_then_the_project(self, checkout: Path) -> None:
        assert self.made(checkout, "serve") == ["locks/serve.txt", "."]
        (packages, project) = (checkout / "asked").read_text(encoding="utf-8").splitlines()
        assert "--require-hashes" in packages
        assert "--no-deps --no-build-isolation --editable" in project

    def test_the_second_time_nothing_is_done(self, checkout: Path) -> None:
        self.made(checkout, "test")
        stamp = (checkout / ".venv" / ".installed-test").stat().st_mtime_ns
        assert self.made(checkout, "test") == self.made(checkout, "serve") == []
        assert (checkout / ".venv" / ".installed-test").stat().st_mtime_ns == stamp

    def test_more_is_added_to_what_is_there(self, checkout: Path) -> None:
        self.made(checkout, "serve")
        stamp = (checkout / ".venv" / ".installed-serve").stat().st_mtime_ns
        assert self.made(checkout, "test") == ["locks/test.txt", "."]
        assert (checkout / ".venv" / ".installed-serve").stat().st_mtime_ns == stamp

    def test_an_install_that_failed_or_was_killed_begins_anew(self, checkout: Path) -> None:
        (checkout / "broken").touch()
        with pytest.raises(subprocess.CalledProcessError):
            self.made(checkout, "serve")
        (checkout / "broken").unlink()
        (checkout / ".venv" / "half").touch()
        assert self.made(checkout, "serve") == ["locks/serve.txt", "."]
        assert not (checkout / ".venv" / "half").exists()

    def test_an_environment_without_its_python_is_made_anew(self, checkout: Path) -> None:
        self.made(checkout, "serve")
        (checkout / ".venv" / "bin" / "python").unlink()
        assert self.made(checkout, "serve") == ["locks/serve.txt", "."]

    def test_an_environment_from_another_place_is_made_anew(self, checkout: Path) -> None:
        self.made(checkout, "serve")
        moved = checkout.rename(checkout.with_name("moved"))
        assert self.made(moved, "serve") == ["locks/serve.txt", "."]

    def test_a_link_to_an_environment_of_another_is_replaced_and_that_one_left_alone(self, checkout: Path) -> None:
        self.made(checkout, "serve")
        other = (checkout / ".venv").rename(checkout.with_name("other"))
        (checkout / ".venv").symlink_to(other)
        assert self.made(checkout, "serve") == ["locks/serve.txt", "."]
        assert not (checkout / ".venv").is_symlink()
        assert (other / ".installed-serve").exists()

    def test_another_lock_makes_it_anew_so_that_nothing_old_stays(self, checkout: Path) -> None:
        self.made(checkout, "serve")
        (checkout / ".venv" / "old").touch()
        with (checkout / "locks" / "serve.txt").open("a", encoding="utf-8") as file:
            file.write("another==1\n")
        assert self.made(checkout, "serve") == ["locks/serve.txt", "."]
        assert not (checkout / ".venv" / "old").exists()

    def test_a_python_that_will_not_do_is_told_in_one_line(self, checkout: Path) -> None:
        done = subprocess.run(["sh", checkout / "scripts" / "environment.sh", "serve", "python2.9"], check=False,
                              capture_output=True, text=True)
        assert done.returncode == 1
        assert done.stderr == ("python2.9 is not there or older than Python 3.11: name another one, as in: make serve "
                               "PYTHON=python3.12\n")

    def told(self, checkout: Path) -> tuple[int, str]:
        """Return how the install ends, and what it says of it."""
        done = subprocess.run([sys.executable, "-c", LET_INTERRUPT, "sh", checkout / "scripts" / "environment.sh", "serve", self.python],
                              check=False, capture_output=True, text=True, start_new_session=True)
        return done.returncode, done.stderr

    def test_ctrl_c_is_told_in_one_line_and_the_next_time_mends_it(self, checkout: Path) -> None:
        (checkout / "interrupted").touch()
        assert self.told(checkout) == (130, "\nInterrupted. Nothing is broken: the same command goes on.\n")
        (checkout / "interrupted").unlink()
        assert self.made(checkout, "serve") == ["locks/serve.txt", "."]

    def test_why_an_install_failed_is_told(self, checkout: Path) -> None:
        (checkout / "broken").touch()
        assert self.told(checkout) == (1, "No space left on device\n")
