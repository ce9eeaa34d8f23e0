"""A paper as PDF, printed by the Chromium of the machine: it has the letters of all three languages."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from lawgraph.exchange.filing import Paper, as_page
from lawgraph.law.errors import LawgraphError

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = ("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-pdf-header-footer", "--disable-javascript")
_MOST_SECONDS = 180


def as_pdf(paper: Paper) -> bytes:
    """Return a paper as PDF; raise `LawgraphError` where there is no Chromium, or it cannot print."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise LawgraphError("pdf", "Chromium is not on this machine, and it is what prints",
                            "install it (Debian: apt-get install chromium), or take --format docx")
    with tempfile.TemporaryDirectory(prefix="lawgraph-", ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder) / "paper.html", Path(folder) / "paper.pdf"
        page.write_text(as_page(paper), encoding="utf-8")
        # Chromium refuses to run as root inside its own sandbox; the page is ours, and holds no script.
        alone = ("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()
        command = (program, *_OPTIONS, *alone, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}",
                   page.as_uri())
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=_MOST_SECONDS)  # noqa: S603  (no shell)
            return printed.read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise LawgraphError("pdf", "Chromium did not print it", "see whether the disk is full, or take "
                                "--format docx") from None
