"""What the pages of a site have in common, and whether a folder holds the site that is asked for.

Apart from the making of pages, so that it is known soon that none has to be made.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from lawgraph.database.freshness import code_fingerprint, contents, ledger_in, sha256_of
from lawgraph.database.opening import shelf_beside
from lawgraph.law.errors import template_root
from lawgraph.site.folder import MARK, holds_all, sums_of
from lawgraph.site.pages import paths
from lawgraph.site.pages.owner import NOBODY, SiteOwner
from lawgraph.voice.speaking import Locale


@dataclass(frozen=True, slots=True)
class Showing:
    """Hold what the pages of a site have in common: the day they call today, their languages, where they stand.

    `address` is that of the site for the world, `None` where it is not known. `also` names the pages that are written
    in the languages after the first; `None` stands for all. `owner` tells whose site it is.
    """

    today: date
    locales: tuple[Locale, ...] = tuple(Locale)
    address: str | None = None
    also: frozenset[str] | None = None
    owner: SiteOwner = NOBODY

    def world(self, path: str) -> str:
        """Return the absolute address of a page, a folder with its `index.html`, or of a file."""
        page, mark, place = path.partition("#")
        ends = "" if paths.is_file(page) or page.endswith("/") else "/"
        return f"{self.address}{quote(page, safe='/-_.~')}{ends}{mark}{place}"

    def in_locales(self, path: str) -> tuple[Locale, ...]:
        """Return the languages in which a page is written."""
        return self.locales if self.also is None or path in self.also else self.locales[:1]

    def mark(self, database: Path, sums: Mapping[str, str]) -> bytes:
        """Return what marks a site: its day, its address, the SHA-256 of all it is made from and of its other files."""
        with ledger_in(shelf_beside(database)) as ledger:
            templates = contents(template_root(), ledger).fingerprint
        chosen = self.locales, sorted(self.also) if self.also is not None else None, self.owner
        files = sorted(each for each in sums.items() if each[0] != MARK)
        whole = repr((sha256_of(database), code_fingerprint(), templates, chosen, files))
        told = self.today.isoformat(), self.address or "", hashlib.sha256(whole.encode()).hexdigest()
        return "".join(f"{line}\n" for line in told).encode()


def stands(database: Path, out: Path, showing: Showing) -> bool:
    """Tell whether a folder holds the site that would be written into it, each file of it as it was written."""
    mark = out / MARK
    return mark.is_file() and mark.read_bytes() == showing.mark(database, sums_of(out)) and holds_all(out)
