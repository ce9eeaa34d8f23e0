"""The text of `manifest.toml`: written for a new law, and added to for one that the corpus holds.

What stands in it already stays as it is, comments and all: a title goes below `[titles]`, an edition to the end.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lawgraph.facts.writing import keys, quoted
from lawgraph.intake.corpus import Manifestation
from lawgraph.intake.naming import LawId
from lawgraph.law.model import Dating

_ID = re.compile(r"^id[ \t]*=.*$", re.MULTILINE)
_TITLES = re.compile(r"^\[titles\][ \t]*(?:#.*)?$", re.MULTILINE)
_KEYS = ("file", "lang", "standing", "address", "day", "dated_by", "caused_by", "retrieved", "state",
         "commit", "sha256")
_BUILT = "# No source states this id: it follows from kind, number and day of adoption by the usual construction.\n"

Title = tuple[str, str]
"""A title with its language: `("rus", "О часах")`."""


def new_manifest(law: LawId, number: str, adopted: date, kind: str) -> str:
    """Return the head of a manifest, with no titles and no sources yet."""
    head = "\n".join(keys(id=law.text, number=number, adopted=adopted, kind=kind))
    return f"{_BUILT if law.built else ''}{head}\n\n[titles]\n"


def with_code(manifest: str, code: str) -> str:
    """Return a manifest with the code of the law in the official interface, below its id."""
    return _ID.sub(lambda own: f"{own[0]}\nzan = {quoted(code)}", manifest, count=1)


def with_titles(manifest: str, titles: Iterable[Title]) -> str:
    """Return a manifest with more titles."""
    lines = "".join(f"\n{lang} = {quoted(' '.join(title.split()))}" for lang, title in titles)
    return _TITLES.sub(lambda header: header[0] + lines, manifest, count=1)


def with_sources(manifest: str, sources: Iterable[Manifestation]) -> str:
    """Return a manifest with more files at its end."""
    return "".join((manifest.rstrip("\n") + "\n", *("\n" + "\n".join(_block(each)) + "\n" for each in sources)))


def _block(source: Manifestation) -> Iterator[str]:
    told = {name: getattr(source, name) for name in _KEYS}
    yield from ("[[source]]", *keys(**told | ({"dated_by": None} if source.dated_by is Dating.OPERATION else {})))
