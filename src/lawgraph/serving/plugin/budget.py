"""What one request may take: seconds of SQL and bytes of answers, over all questions that it gives rise to.

A page of a table asks some twenty questions, one for each facet and each label, so limits for a question alone would
let a visitor ask for a hundred slow facets. Datasette does not tell its database for whom it asks; a context variable
does.
"""

from contextvars import ContextVar
from dataclasses import dataclass

SECONDS = 0.25
"""The time that a question, and a request as a whole, may take in SQL."""

SIZE = 4_000_000
"""The bytes of all answers in memory; as JSON and packed they take up to fourteen times as much."""


IN_A_PAGE, IN_DATA = 400, 20
"""The bytes counted beside each value: Datasette takes long to write a page of many, and not to write data."""


@dataclass(slots=True)
class Budget:
    """Hold what is left to a request; `cut` once a question of it had no answer, so that another time may tell more."""

    seconds: float = SECONDS
    size: int = SIZE
    cell: int = IN_A_PAGE
    questions: int = 60
    cut: bool = False

    def spend(self, seconds: float, size: int) -> None:
        """Take off what a question took."""
        self.seconds -= seconds
        self.size -= size
        self.questions -= 1


STREAM = Budget(seconds=5.0, size=40_000_000, cell=IN_DATA, questions=2_000)
"""The same for a table that is sent whole, a thousand rows at a time; each question of it has the limits above."""

BUDGET: ContextVar[Budget] = ContextVar("budget")
"""What is left to the request that is being answered."""


def granted() -> Budget:
    """Return what is left to this request; outside of any, all of it."""
    return BUDGET.get(Budget())
