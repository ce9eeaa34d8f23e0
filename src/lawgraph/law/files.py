"""Read a file of which nothing is known yet; and where the folders lie that travel with the program.

A file must be a regular one, of bounded size, in UTF-8. A wheel carries `corpus/`, `amendments/`, `site_templates/` and
the figures of `make oracle` inside the package; an editable install does not, and there they stand at the head of the
checkout.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from lawgraph.law.errors import SourceError

MOST_BYTES = 64_000_000
"""The largest file that is read; the longest code of the family has under 5,000,000 bytes."""

_KINDS = {stat.S_IFDIR: "a directory", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device",
          stat.S_IFBLK: "a device"}
# A pipe that nobody writes to would otherwise hold up its opening. Windows has no such flag, and no such pipes.
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file; raise `SourceError` where it cannot be read, is no file, or has more than `most`."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _AT_ONCE), "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_irregular(path, status.st_mode)
            raw = file.read(most + 1) if status.st_size <= most else b""
    except FileNotFoundError:
        raise SourceError(str(path), "there is no such file", "check the path") from None
    except ValueError:
        raise SourceError(repr(str(path)), "this cannot be the name of a file", "check the path") from None
    except OSError as error:
        _refuse_irregular(path, _mode(path))
        raise SourceError(str(path), f"the file cannot be read ({error.strerror})",
                          "check path and permissions") from None
    size = max(status.st_size, len(raw))
    if size > most:
        raise SourceError(str(path), f"the file has {size:,} bytes, more than any law ({most:,})",
                          "give the text of one law")
    return raw


def tree(folder: Path) -> Iterator[Path]:
    """Give all below a folder that is no folder itself, by name; links to folders are not followed."""
    ahead = [folder]
    while ahead:
        path = ahead.pop()
        if path.is_symlink() or not path.is_dir():
            yield path
        else:
            ahead += sorted(_inside(path), reverse=True)


def _inside(folder: Path) -> Iterable[Path]:
    try:
        return tuple(folder.iterdir())
    except OSError as error:
        raise SourceError(str(folder), f"the folder cannot be read ({error.strerror})",
                          "check path and permissions") from None


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return stat.S_IFREG  # what it is cannot be told either: the first error says why


def _refuse_irregular(path: Path, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kind = _KINDS.get(stat.S_IFMT(mode), "something else")
    raise SourceError(str(path), f"this is {kind}",
                      "name one file of it" if stat.S_ISDIR(mode) else "give a file with the text of one law")


def corpus_root() -> Path:
    """Return the folder of the sample law's sources."""
    return _root("corpus_data", "corpus")


def amendments_root() -> Path:
    """Return the folder of the facts about amending acts."""
    return _root("amendments_data", "amendments")


def template_root() -> Path:
    """Return the folder of the page templates."""
    return _root("site_templates", "site_templates")


def figures_file() -> Path:
    """Return the file that tells how the rules of evidence were tried (`make oracle`)."""
    return _root("tried.json", "tests/legislature/figures.json")


def _root(packaged: str, in_checkout: str) -> Path:
    package = Path(__file__).resolve().parents[1]
    inside = package / packaged
    return inside if inside.exists() else package.parents[1] / in_checkout
