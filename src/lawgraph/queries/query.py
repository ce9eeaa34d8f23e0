"""What a query is: its text, with what people need to know of it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """Hold a query with what people need to know of it."""

    name: str
    title: str
    description: str
    sql: str

    @property
    def params(self) -> tuple[str, ...]:
        """The names of its parameters, in the order of the text."""
        return tuple(dict.fromkeys(re.findall(r":([a-z_]+)", self.sql)))


def lines(*parts: str) -> str:
    """Return the text of a query, each part on lines of its own."""
    return "\n".join(parts)


def known(row: str) -> str:
    """Return the condition under which a row was known on the day `:known`, or still is where none is given."""
    return (f"case when coalesce(:known, '') = '' then {row}.known_before is null\n"
            f"  else ({row}.known_from is null or {row}.known_from <= :known)\n"
            f"    and ({row}.known_before is null or :known < {row}.known_before) end")
