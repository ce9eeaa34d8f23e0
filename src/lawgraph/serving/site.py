"""What is served, as the keeper tells it to its workers."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ServedSite:
    """Hold the database, the day that pages call today, the address for the world, and whether visits are `logged`."""

    database: Path
    today: date
    address: str | None = None
    logged: bool = False

    def told(self) -> str:
        """Return the same in a line."""
        return json.dumps({**asdict(self), "database": str(self.database), "today": self.today.isoformat()})


def site_of(told: str) -> ServedSite:
    """Read what `told` wrote."""
    held = json.loads(told)
    return ServedSite(Path(held["database"]), date.fromisoformat(held["today"]), held["address"], held["logged"])
