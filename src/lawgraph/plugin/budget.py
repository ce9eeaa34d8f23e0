"""What one request may take: seconds of SQL and bytes of answers, over all questions that it gives rise to.

A page of a table asks some twenty questions, one for each facet and each label, so limits for a question alone would
let a visitor ask for a hundred slow facets. Datasette does not tell its database for whom it asks; a context variable
does.
"""

from contextvars import ContextVar
from dataclasses import dataclass

SECONDS = 0.35
"""The time that a question, and a request as a whole, may take in SQL."""

SIZE = 4_000_000
"""The bytes of all answers in memory; as JSON and packed they take up to fourteen times as much."""


@dataclass(slots=True)
class Budget:
    """Hold what is left to a request; `cut` once a question of it had no answer, so that another time may tell more."""

    seconds: float = SECONDS
    size: int = SIZE
    cut: bool = False

    def spend(self, seconds: float, size: int) -> None:
        """Take off what a question took."""
        self.seconds -= seconds
        self.size -= size


STREAM = Budget(seconds=5.0, size=40_000_000)
"""The same for a table that is sent whole, a thousand rows at a time; each question of it has the limits above."""

BUDGET: ContextVar[Budget] = ContextVar("budget")
"""What is left to the request that is being answered."""


def granted() -> Budget:
    """Return what is left to this request; outside of any, all of it."""
    return BUDGET.get(Budget())
