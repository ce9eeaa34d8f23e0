"""Store rows so that nothing stands in the file twice: what several rows share is stored once, and named by number.

The rows of a law take a block of numbers: in every table its rows count on from the first number of the block.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import cast

from lawgraph.database.columns import Row
from lawgraph.database.declaring import NUMBER, Shared, Table
from lawgraph.database.schema import TABLES
from lawgraph.database.shared_tables import REASON_LISTS, REASONS

Values = tuple[Hashable, ...]
StoredRows = Mapping[str, list[Values]]
"""Rows as they are stored, in the order of the stored columns, by the name under which they are."""

_NAMED = {name: each for each in TABLES for name in (each.name, each.stored)}
_FOUND_BY: dict[str, set[tuple[str, ...]]] = defaultdict(set)
for _shared in (shared for each in TABLES for shared in each.shared):
    _FOUND_BY[_NAMED[_shared.table].name].add(tuple(there for _, there in _shared.by))
_COLUMNS = {each.name: tuple(column.name for column in each.stored_columns) for each in TABLES}
_NUMBERED = {each.name for each in TABLES if NUMBER in each.stored_columns}


def stored(rows: Mapping[str, Iterable[Row]], first: int = 1) -> StoredRows:
    """Return the rows of a law as they are stored, numbered from `first` on."""
    block = _Block(first)
    for table in TABLES:
        block.take(table, tuple(rows.get(table.name, ())))
    return block.stored


class _Block:
    def __init__(self, first: int) -> None:
        self._first = first
        self.stored: dict[str, list[Values]] = {each.stored: [] for each in TABLES}
        self._numbers: dict[tuple[str, tuple[str, ...]], dict[Values, int]] = defaultdict(dict)
        self._lists: dict[Values, int] = {}

    def take(self, table: Table, rows: Sequence[Row]) -> None:
        # All are numbered before any is stored: a provision may stand before the one that encloses it.
        if not table.interned:
            for names in _FOUND_BY.get(table.name, ()):
                self._numbers[table.name, names].update(
                    (tuple(row[name] for name in names), number) for number, row in enumerate(rows, self._next(table)))
        for row in rows:
            self._add(table, row)

    def _next(self, table: Table) -> int:
        return self._first + len(self.stored[table.stored])

    def _add(self, table: Table, row: Row) -> int:
        number = self._next(table)
        told: dict[str, Hashable] = {**row, **{each.column: self._link(each, row) for each in table.shared}}
        if table.name in _NUMBERED:
            told["id"] = number
        self.stored[table.stored].append(tuple(told.get(name) for name in _COLUMNS[table.name]))
        return number

    def _link(self, shared: Shared, row: Row) -> int | None:
        """Return the number of the row that is shared, stored now where it is interned and new."""
        if shared.table == REASON_LISTS.name:
            return self._list(cast("Sequence[Row]", row["reasons"]))
        values = tuple(row.get(here) for here, _ in shared.by)
        if not shared.needed and (values[-1] is None):
            return None
        table, names = _NAMED[shared.table], tuple(there for _, there in shared.by)
        return self._interned(table, names, values) if table.interned else self._numbers[table.name, names][values]

    def _interned(self, table: Table, names: tuple[str, ...], values: Values) -> int:
        known = self._numbers[table.name, names]
        found = known.get(values)
        if found is None:
            found = known[values] = self._add(table, cast("Row", dict(zip(names, values, strict=True))))
        return found

    def _list(self, reasons: Sequence[Row]) -> int | None:
        """Return the number of a list of reasons, `None` for one without any."""
        told = (tuple(each.items()) for each in reasons)
        numbers = tuple(self._interned(REASONS, tuple(name for name, _ in each), tuple(value for _, value in each))
                        for each in told)
        if numbers and numbers not in self._lists:
            self._lists[numbers] = self._first + len(self._lists)
            self.stored[REASON_LISTS.stored] += [
                (self._lists[numbers], place, number) for place, number in enumerate(numbers, 1)]
        return self._lists.get(numbers)
