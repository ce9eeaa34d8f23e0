"""The SHA-256 of every file of a site, in the form that `sha256sum --check` reads, and what differs from it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lawgraph.database.ledger import sha256_of

SUMS = "SHA256SUMS"
MARK = ".lawgraph-site"
"""The file by which a folder is known as a site of ours."""

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_SIGNED = re.compile(rf"{SUMS}\.[A-Za-z0-9]+")
"""A signature that somebody put beside the sums: `SHA256SUMS.asc`, `SHA256SUMS.minisig`."""


def sums_of(site: Path) -> Mapping[str, str]:
    """Return the SHA-256 of each file as it was written with a site; none where nothing readable tells it."""
    try:
        return dict(_sums((site / SUMS).read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError):
        return {}


def differing(site: Path) -> Iterator[tuple[Path, str]]:
    """Give each file that is not as it was written, and in words how it differs."""
    try:
        expected = dict(_sums((site / SUMS).read_text(encoding="utf-8")))
    except FileNotFoundError:
        yield site / SUMS, "this file is missing: nothing tells what was written"
        return
    except UnicodeDecodeError:
        yield site / SUMS, "this is no list of hashes"
        return
    yield from _compared(site, expected)


def _compared(site: Path, expected: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    held = files_of(site)
    for path in sorted({*expected, *held}):
        if path not in expected:
            yield site / path, "this file was not written with the site"
        elif path not in held:
            yield site / path, "this file is missing"
        elif sha256_of(site / path) != expected[path]:
            yield site / path, "its contents are not those that were written"


def _sums(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if match := _LINE.fullmatch(line):
            yield match[2], match[1]


def files_of(site: Path) -> list[str]:
    """Return the files of a site but the sums and their signatures, in order."""
    inside = (each.relative_to(site).as_posix() for each in site.rglob("*") if each.is_file())
    return sorted(each for each in inside if each != SUMS and not _SIGNED.fullmatch(each))
