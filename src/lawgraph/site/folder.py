"""The folder of a site: what changed is written, what did not is taken over, what is not ours is left as it is.

`SHA256SUMS` of the site before tells which of its files are ours. A file that would be written with the bytes that it
has becomes part of the new folder as it stands, with its time: whoever copies a site onwards copies what changed.
"""

import hashlib
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from lawgraph.database.ledger import sha256_of
from lawgraph.site.sums import SUMS, files_of, sums_of


@dataclass(frozen=True, slots=True)
class Folder:
    """Hold the folder that is being filled, that of the site before, and the SHA-256 of each file by its path."""

    part: Path
    before: Path
    sums: dict[str, str] = field(default_factory=dict)

    def write(self, path: str, content: bytes) -> None:
        """Write a file, or take it over from the site before where it is the same."""
        self.sums[path] = hashlib.sha256(content).hexdigest()
        own, old = self.part / path, self.before / path
        own.parent.mkdir(parents=True, exist_ok=True)
        if _is_same(old, content):
            _take_over(old, own)
        else:
            own.write_bytes(content)

    def finish(self) -> None:
        """Take over what in the site before is not ours, and write the sums; a signature stays with equal sums."""
        ours = sums_of(self.before)
        told = "".join(f"{self.sums[path]}  {path}\n" for path in sorted(self.sums))
        kept = files_of(self.before) if self.before.is_dir() else []
        if dict(ours) == self.sums:
            kept += [each.name for each in self.before.glob(f"{SUMS}.*")]
        for path in kept:
            own, old = self.part / path, self.before / path
            if not own.exists() and (path not in ours or sha256_of(old) != ours[path]):
                own.parent.mkdir(parents=True, exist_ok=True)
                _take_over(old, own)
        (self.part / SUMS).write_text(told, encoding="utf-8")


def _is_same(old: Path, content: bytes) -> bool:
    try:
        return old.stat().st_size == len(content) and not old.is_symlink() and old.read_bytes() == content
    except OSError:
        return False


def _take_over(old: Path, own: Path) -> None:
    """Let a file stand in both folders; where a disk has no such links it is copied, with its time."""
    try:
        os.link(old, own, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, own, follow_symlinks=False)
