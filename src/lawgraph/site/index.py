"""Write the index for search in the browser, the same bytes for the same pages.

Pagefind leaves open in which order the values of a filter and the filters themselves stand: a hash map's, another one
in each run; and it names files by their hashes, so one order changes three names. Here they are put in order and named
anew. The files are gzipped CBOR behind a word; only what stands in them (numbers, texts, arrays) is read.
"""

import gzip
import hashlib
import json
import subprocess
import sys
from pathlib import Path

from lawgraph.law.errors import LawgraphError

_WORD = b"pagefind_dcd"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_FILTERS = 3
"""The place of the filters in the file that tells what an index holds."""

_LONGEST_SAID = 200
_Item = int | str | list["_Item"]


class SearchIndexError(LawgraphError):
    """An index that cannot be written."""


def write_index(site: Path) -> None:
    """Write what search in the browser needs."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  (our own words alone)
    if done.returncode:
        raise SearchIndexError(str(site), f"Pagefind stopped ({done.stderr.strip()[-_LONGEST_SAID:]})",
                          "see whether pagefind[bin] is installed")
    _put_in_order(site / "pagefind")


def _put_in_order(index: Path) -> None:
    entry = index / "pagefind-entry.json"
    told = json.loads(entry.read_text(encoding="utf-8"))
    for lang, language in told["languages"].items():
        language["hash"] = _in_order(index, lang, language["hash"])
    told["languages"] = dict(sorted(told["languages"].items()))
    entry.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _in_order(index: Path, lang: str, name: str) -> str:
    """Put what belongs to one language in order; return the name under which it is then told."""
    meta = index / f"pagefind.{name}.pf_meta"
    told = _read(meta)
    filters = told[_FILTERS] if isinstance(told, list) else None
    if not isinstance(filters, list):
        raise _unknown(meta)
    told[_FILTERS] = sorted(_filter(index, lang, each) for each in filters)     # type: ignore[index]  # a list: see above
    meta.unlink()
    return _write(told, lang, 10, index / "pagefind.{}.pf_meta")


def _filter(index: Path, lang: str, told: _Item) -> list[_Item]:
    match told:
        case [str(name), str(file)]:
            path = index / "filter" / f"{file}.pf_filter"
        case _:
            raise _unknown(index)
    match _read(path):
        case [str(own), list(values)] if own == name:
            path.unlink()
            return [name, _write([name, sorted(values, key=repr)], lang, 7, path.with_name("{}.pf_filter"))]
    raise _unknown(path)


def _read(path: Path) -> _Item:
    raw = gzip.decompress(path.read_bytes()).removeprefix(_WORD)
    item, end = _item(raw, 0)
    if end != len(raw) or _bytes(item) != raw:
        raise _unknown(path)
    return item


def _write(item: _Item, lang: str, length: int, pattern: Path) -> str:
    """Write a file that is named by its hash; return the name."""
    raw = _WORD + _bytes(item)
    name = f"{lang}_{hashlib.sha256(raw).hexdigest()[:length]}"
    pattern.with_name(pattern.name.format(name)).write_bytes(gzip.compress(raw, mtime=0))
    return name


def _item(raw: bytes, at: int) -> tuple[_Item, int]:
    """Read one item of CBOR; return it, and where the next one begins."""
    kind, small = raw[at] >> 5, raw[at] & 31
    size = 1 << (small - 24) if 24 <= small < 28 else 0
    number = int.from_bytes(raw[at + 1:at + 1 + size], "big") if size else small
    at += 1 + size
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return raw[at:at + number].decode(), at + number
    items: list[_Item] = []
    if kind == _ARRAY:
        for _ in range(number):
            item, at = _item(raw, at)
            items.append(item)
    return items, at


def _bytes(item: _Item) -> bytes:
    """Write one item of CBOR, its numbers as short as can be."""
    if isinstance(item, int):
        return _head(_NUMBER, item)
    if isinstance(item, str):
        return _head(_TEXT, len(item.encode())) + item.encode()
    return _head(_ARRAY, len(item)) + b"".join(map(_bytes, item))


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4, 8) if number < 256 ** size)
    return bytes([kind << 5 | 24 + size.bit_length() - 1]) + number.to_bytes(size, "big")


def _unknown(path: Path) -> SearchIndexError:
    return SearchIndexError(str(path), "this is no file of Pagefind as it is known",
                            "install the version of Pagefind that is pinned")
