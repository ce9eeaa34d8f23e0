"""A connection that is lent: its questions go to clerks, for pages whose questions carry a visitor's words.

Full-text search reads a query in one step, and twenty words that begin with one letter touch every text there is.
"""

import sqlite3
from dataclasses import dataclass, field

from datasette.database import QueryInterrupted

from lawgraph.serving.clerks.errands import FoundRows, Params, Question, Refusal
from lawgraph.serving.clerks.office import BusyError, Office
from lawgraph.serving.plugin.asked import rows_of
from lawgraph.serving.plugin.budget import Budget


@dataclass(slots=True)
class Lent:
    """Stand in for a connection and its cursor, for one request alone."""

    office: Office
    budget: Budget
    row_factory: object = None
    _found: list[sqlite3.Row] = field(default_factory=list)

    def cursor(self) -> "Lent":
        """Return a cursor."""
        return Lent(self.office, self.budget)

    def execute(self, sql: str, params: Params = ()) -> "Lent":
        """Ask a clerk; raise where there is no answer within the budget of the request."""
        left = self.budget
        if left.seconds <= 0:
            left.cut = True
            raise QueryInterrupted(sqlite3.OperationalError("interrupted"), sql, params)
        question = Question(sql, params, None, left.seconds, max(left.size, 0), left.cell)
        given = self.office.ask(question)
        self.budget.spend(given.taken, given.size if isinstance(given, FoundRows) else 0)
        if isinstance(given, FoundRows):
            self._found = list(rows_of(given))
            return self
        self.budget.cut = True
        if given.why is Refusal.BUSY:
            raise BusyError(given.told)
        raise QueryInterrupted(sqlite3.OperationalError(given.told), sql, params)

    def fetchall(self) -> list[sqlite3.Row]:
        """Return the rows."""
        return self._found
