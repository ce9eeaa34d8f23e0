"""Write the locks: which version of every package is installed, with the hashes of its files.

    python scripts/lock.py UV              # `make lock`: what is locked stays, what is asked for anew is added
    python scripts/lock.py UV --upgrade    # `make update`: the newest versions that pyproject.toml allows

A lock holds for every Python that the project runs on, and names no index. Each holds the one before it: `serve` what
the program needs and the build backend that installs it, `test` the tools of the tests, `bench` what is measured beside
us. Every package must have a wheel for each Python on Linux and macOS: nothing is built while it is installed.
"""

import subprocess
import sys
import tempfile
import tomllib
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "locks"
GROUPS = {"bench": ("test", "bench"), "test": ("test",), "serve": ()}
"""Each lock with its groups of pyproject.toml, the largest first: the smaller ones take their versions from it."""
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-apple-darwin")


def main() -> None:
    """Write the three locks, and see that each package can be installed everywhere."""
    uv, *upgrade = sys.argv[1:]
    FOLDER.mkdir(exist_ok=True)
    larger: list[str] = []
    for name, groups in GROUPS.items():
        chosen = [option for group in groups for option in ("--group", group)]
        _run(uv, "compile", "pyproject.toml", "-", "--output-file", f"locks/{name}.txt", "--universal",
             "--generate-hashes", "--python-version", PYTHONS[0], "--custom-compile-command", "make update",
             "--annotation-style", "line", *chosen, *larger, *([] if larger else upgrade), given=_backend())
        larger = ["--constraints", f"locks/{name}.txt"]
    with tempfile.TemporaryDirectory() as nowhere:
        for python, platform in product(PYTHONS, PLATFORMS):
            _run(uv, "install", "--dry-run", "--target", nowhere, "--python-version", python, "--python-platform",
                 platform, "--only-binary", ":all:", "--require-hashes", "--requirements", "locks/bench.txt")


def _backend() -> str:
    """Return the requirements of the build backend, which no option of the tool adds to a lock."""
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return "\n".join(pyproject["build-system"]["requires"])


def _run(uv: str, command: str, *arguments: str, given: str = "") -> None:
    done = subprocess.run([uv, "pip", command, "--quiet", *arguments], cwd=ROOT, input=given, text=True, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
