"""What tests of the database share: one database of the real law, built once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from lawgraph.build import build
from lawgraph.database.opening import connect
from lawgraph.freshness import Folders

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = Folders(ROOT / "corpus", ROOT / "amendments")

# A busy machine is no fault: no example has a deadline. The suite draws the same examples each time, `explore` new ones.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file on one worker, and on one of them all that read the static site, which is long to build."""
    for item in items:
        of_the_site = "browser" in item.path.parts or item.path.name == "test_site.py"
        item.add_marker(pytest.mark.xdist_group("site" if of_the_site else item.path.name))


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
