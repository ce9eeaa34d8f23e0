"""The static site of the real law, built once for all tests that read it."""

from datetime import date
from functools import cache
from pathlib import Path

from lawgraph.site import Showing, build_site

TODAY = date(2026, 11, 24)


@cache
def site_of(database: Path) -> Path:
    """Build the static site of a database beside it, in a folder that no link may know of."""
    out = database.parent / "some" / "folder" / "site"
    out.parent.mkdir(parents=True)
    build_site(database, out, Showing(TODAY))
    return out
