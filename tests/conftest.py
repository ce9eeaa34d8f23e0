"""What tests of the database share: one database of the real law, built once."""

import atexit
import gc
import importlib
import os
import re
import sqlite3
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.database.opening import connect

os.environ["LC_ALL"] = "C.UTF-8"    # the command line speaks the language of its environment

# The suite starts hundreds of processes: they share what is compiled, even where nothing may be written beside sources.
if "PYTHONPYCACHEPREFIX" not in os.environ:
    os.environ["PYTHONPYCACHEPREFIX"] = mkdtemp(prefix="lawgraph-compiled-")
    atexit.register(rmtree, os.environ["PYTHONPYCACHEPREFIX"], ignore_errors=True)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

if sys.version_info >= (3, 13):     # which tells of databases that nobody closes: Datasette leaves one when it is loaded
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        importlib.import_module("datasette.filters")
        gc.collect()

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = Folders(ROOT / "corpus", ROOT / "amendments")

# A busy machine is no fault: no example has a deadline. The suite draws the same examples each time, `explore` new ones.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


SHARED = re.compile(r"\[(seeds \d+|python3\.\d+)")
LONG = ("browser/", "test_site.py", "test_build.py", "test_patterns.py", "test_soundness.py", "test_rare_worlds.py", "test_serving.py",
        "judge/", "test_windmills.py", "test_site_bytes.py", "test_footnotes.py", "test_voice_pages.py", "test_growth.py", "test_wheel.py", "test_cluster.py")
"""What takes long comes first, so that no worker is left with it when the others are done."""


class ByWhatTheyShare(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Give to one worker what shares something that is long to make: the static site, the seeds of a share, a file."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if "browser/" in file or file.endswith("test_site.py"):
            return "site"
        shared = SHARED.search(nodeid)
        return shared[1] if shared else file


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests first that take long."""
    items.sort(key=lambda item: next((place for place, name in enumerate(LONG) if name in item.nodeid), len(LONG)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Take a worker more than there are cores: many tests wait for a browser, a server or a process that they end."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByWhatTheyShare:
    """Group tests by their names: groups by marks (`--dist loadgroup`) are lost without a word by pytest 9.2."""
    config.option.loadscopereorder = False  # the groups come as the tests do, not those of many tests first
    return ByWhatTheyShare(config, log)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the database of the checkout."""
    path = tmp_path_factory.mktemp("built") / "lawgraph.db"
    build(FOLDERS, path, iter)
    return path


@pytest.fixture
def conn(database: Path) -> Iterator[sqlite3.Connection]:
    """Open the database for reading."""
    with closing(connect(database)) as opened:
        yield opened
