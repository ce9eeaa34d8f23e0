"""The text of `manifest.toml`: written for a new law, and added to for one that the corpus holds.

What stands in it already stays as it is, comments and all: a title goes below `[titles]`, an edition to the end.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lawgraph.facts.writing import quoted
from lawgraph.intake.corpus import Manifestation
from lawgraph.intake.naming import LawId
from lawgraph.law.model import Dating

_ID = re.compile(r"^id[ \t]*=.*$", re.MULTILINE)
_TITLES = re.compile(r"^\[titles\][ \t]*(?:#.*)?$", re.MULTILINE)
_BUILT = "# No source states this id: it follows from kind, number and day of adoption by the usual construction.\n"

Title = tuple[str, str]
"""A title with its language: `("rus", "О часах")`."""


def new_manifest(law: LawId, number: str, adopted: date, kind: str) -> str:
    """Return the head of a manifest, with no titles and no sources yet."""
    return (f"{_BUILT if law.built else ''}id = {quoted(law.text)}\nnumber = {quoted(number)}\n"
            f"adopted = {adopted}\nkind = {quoted(kind)}\n\n[titles]\n")


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
    yield from ("[[source]]", f"file = {quoted(source.file)}", f"lang = {quoted(source.lang)}",
                f"standing = {quoted(source.standing)}")
    if source.address:
        yield f"address = {quoted(source.address)}"
    if source.day:
        yield f"day = {source.day}"
    if source.dated_by is not Dating.OPERATION:
        yield f"dated_by = {quoted(source.dated_by)}"
    if source.caused_by:
        yield f"caused_by = {quoted(source.caused_by)}"
    if source.retrieved:
        yield f"retrieved = {source.retrieved}"
    if source.state:
        yield f"state = {quoted(source.state)}"
    if source.commit:
        yield f"commit = {quoted(source.commit)}"
    yield f"sha256 = {quoted(source.sha256)}"
