"""The text of `manifest.toml`: written for a new law, and added to for one that the corpus holds.

What stands in it already stays as it is, comments and all: a title goes below `[titles]`, an edition to the end.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date

from lawgraph.intake.corpus import Manifestation
from lawgraph.intake.naming import LawId
from lawgraph.law.model import Dating

_TITLES = re.compile(r"^\[titles\][ \t]*(?:#.*)?$", re.MULTILINE)
_BUILT = "# No source states this id: it follows from kind, number and day of adoption by the usual construction.\n"

Title = tuple[str, str]
"""A title with its language: `("rus", "О часах")`."""


def new_manifest(law: LawId, number: str, adopted: date, kind: str) -> str:
    """Return the head of a manifest, with no titles and no sources yet."""
    return (f"{_BUILT if law.built else ''}id = {_text(law.text)}\nnumber = {_text(number)}\n"
            f"adopted = {adopted}\nkind = {_text(kind)}\n\n[titles]\n")


def with_titles(manifest: str, titles: Iterable[Title]) -> str:
    """Return a manifest with more titles."""
    lines = "".join(f"\n{lang} = {_text(' '.join(title.split()))}" for lang, title in titles)
    return _TITLES.sub(lambda header: header[0] + lines, manifest, count=1)


def with_sources(manifest: str, sources: Iterable[Manifestation]) -> str:
    """Return a manifest with more files at its end."""
    return "".join((manifest.rstrip("\n") + "\n", *("\n" + "\n".join(_block(each)) + "\n" for each in sources)))


def _block(source: Manifestation) -> Iterator[str]:
    yield from ("[[source]]", f"file = {_text(source.file)}", f"lang = {_text(source.lang)}",
                f"standing = {_text(source.standing)}")
    if source.address:
        yield f"address = {_text(source.address)}"
    if source.day:
        yield f"day = {source.day}"
    if source.dated_by is not Dating.OPERATION:
        yield f"dated_by = {_text(source.dated_by)}"
    if source.caused_by:
        yield f"caused_by = {_text(source.caused_by)}"
    if source.retrieved:
        yield f"retrieved = {source.retrieved}"
    if source.state:
        yield f"state = {_text(source.state)}"
    if source.commit:
        yield f"commit = {_text(source.commit)}"
    yield f"sha256 = {_text(source.sha256)}"


def _text(value: str) -> str:
    """Return a text as TOML writes it; JSON escapes it in the same way, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
