"""What was downloaded, kept in a folder: whole pages, and the beginnings of pages that were cut off.

Beside a whole page stands what the server said of it; only both together, and with the SHA-256 that is written there,
count as whole. Beside a beginning stands the mark by which the server tells whether the page is still the same.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """Hold a page as downloaded, and the day on which the server gave it, where it said so."""

    raw: bytes
    retrieved: date | None


@dataclass(frozen=True, slots=True)
class Slot:
    """Be the place of one page in the folder."""

    path: Path

    @property
    def part(self) -> Path:
        """Where the beginning of a page is kept."""
        return self.path.with_name(f"{self.path.name}.part")

    @property
    def answer(self) -> Path:
        """Where it is kept what the server said of the page."""
        return self.path.with_name(f"{self.path.name}.json")

    def whole(self) -> FetchedPage | None:
        """Return the page where it was downloaded whole."""
        if not (self.path.is_file() and self.answer.is_file()):
            return None
        raw, said = self.path.read_bytes(), _read(self.answer)
        return FetchedPage(raw, day_of(said.get("date"))) if said.get("sha256") == _sha256(raw) else None

    def begun(self) -> tuple[int, str] | None:
        """Return how many bytes of the page are there and by which mark, `None` where it is to be asked for anew."""
        mark = _read(self.answer).get("mark") if self.part.is_file() and self.answer.is_file() else None
        return (self.part.stat().st_size, mark) if mark else None

    def begin(self, mark: str | None) -> None:
        """Forget what is there, and make ready for a page that the server knows by a mark."""
        self.forget()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.part.touch()
        _write(self.answer, {"mark": mark or ""})

    def finish(self, told_date: str | None) -> FetchedPage:
        """Make the beginning a whole page."""
        raw = self.part.read_bytes()
        _write(self.answer, {"date": told_date or "", "sha256": _sha256(raw)})
        self.part.replace(self.path)
        return FetchedPage(raw, day_of(told_date))

    def forget(self) -> None:
        """Keep nothing of the page."""
        for each in (self.path, self.part, self.answer):
            each.unlink(missing_ok=True)


def slot_of(folder: Path, server: str, lang: str, law: str) -> Slot:
    """Return the place of a law's page in the folder."""
    return Slot(folder / server / lang / f"{law}.html")


def day_of(told: str | None) -> date | None:
    """Return the day of a date as servers write it: "Tue, 24 Nov 2026 02:06:00 GMT"."""
    moment = moment_of(told)
    return moment.date() if moment else None


def moment_of(told: str | None) -> datetime | None:
    """Return a date as servers write it, in the time of Greenwich; `None` where the calendar has none such."""
    try:
        moment = parsedate_to_datetime(told or "")
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _read(path: Path) -> dict[str, str]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in told.items()} if isinstance(told, dict) else {}


def _write(path: Path, told: dict[str, str]) -> None:
    path.write_text(json.dumps(told, sort_keys=True), encoding="utf-8")
