"""Say which wording of a provision applied on a day, who changed it, and how sure that is."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawgraph.api import Archive

__version__ = "0.1.0"


def open(database: str | Path) -> "Archive":  # noqa: A001  (read as lawgraph.open)
    """Open a database for reading; raise `DatabaseError` where this program cannot read it."""
    from lawgraph.api import Archive  # noqa: PLC0415  (the parts of the program import the package for its version)
    from lawgraph.database.opening import connect  # noqa: PLC0415

    return Archive(connect(Path(database)))
