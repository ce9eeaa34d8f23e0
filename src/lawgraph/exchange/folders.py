"""A folder or a file that is put in its place when it is whole, and never in the place of something else."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lawgraph.law.errors import LawgraphError, Phrase, not_written, part_of


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """Give an empty folder to be filled, which becomes `out` where that succeeds; refuse an `out` that holds something.

    Where it fails, nothing is left.
    """
    out = out.absolute()
    if out.is_symlink() or (out.exists() and not (out.is_dir() and not any(out.iterdir()))):
        raise LawgraphError(str(out), Phrase("something is there already"),
                            Phrase("name a folder that is empty or not there yet"))
    part = part_of(out)
    try:
        part.mkdir(parents=True)
        yield part
        if out.exists():
            out.rmdir()
        part.rename(out)
    except OSError as error:
        raise LawgraphError(str(out), *not_written(error)) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def write_whole(out: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all; refuse to write over another."""
    if out.is_symlink() or out.exists():
        raise LawgraphError(str(out), Phrase("something is there already"), Phrase("name a file that is not there yet"))
    if not out.absolute().parent.is_dir():
        raise LawgraphError(str(out), Phrase("its folder is not there"), Phrase("make the folder first"))
    part = part_of(out.absolute())
    try:
        part.write_bytes(content)
        part.rename(out)
    except OSError as error:
        raise LawgraphError(str(out), *not_written(error)) from None
    finally:
        part.unlink(missing_ok=True)
