"""Run everything with the newest versions that pyproject.toml allows, locked or not, and say what broke: `make newest`.

The environment is one of its own, build/newest; neither .venv nor the locks are touched.
"""

import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "newest"
PYTHON = FOLDER / "bin" / "python"
CHECKS = {
    "the linter": ("ruff", "check", "."), "the types": ("mypy",),
    "the tests": ("pytest", "--numprocesses", "auto", "--maxfail", "50"),
}
_LOCKED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def main() -> int:
    """Install, show what is newer than the lock, run all checks; return 1 where one of them fails."""
    venv.create(FOLDER, clear=True, with_pip=True)
    _install("pip")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    _install("--editable", ".", *project["dependency-groups"]["test"], *project["build-system"]["requires"])
    _tell("\n".join(_newer()) or "nothing is newer than the lock")
    broken = [name for name, command in CHECKS.items() if _run(PYTHON, "-m", *command)]
    _tell(f"broken with the newest versions: {', '.join(broken)}" if broken else "all holds with the newest versions")
    return 1 if broken else 0


def _install(*what: str) -> None:
    code = _run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade",
                "--upgrade-strategy", "eager", *what)
    if code:
        sys.exit(code)


def _newer() -> list[str]:
    """Name each package of which another version is installed than the lock names."""
    found: dict[str, set[str]] = {}
    for name, version in _LOCKED.findall((ROOT / "locks" / "test.txt").read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    frozen = subprocess.run([PYTHON, "-m", "pip", "freeze", "--all"], capture_output=True, text=True, check=True)  # noqa: S603
    installed = (line.split("==") for line in frozen.stdout.splitlines() if "==" in line)
    return [f"{name}: {version}, locked {' or '.join(sorted(found.get(_normal(name), {'nowhere'})))}"
            for name, version in installed if version not in found.get(_normal(name), ())]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _run(*command: str | Path) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
