"""What tests of the database share: one database of the real law, built once."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lawgraph.build import build
from lawgraph.database.opening import connect
from lawgraph.freshness import Folders

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = Folders(ROOT / "corpus", ROOT / "amendments")


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
