"""Tables as Parquet: days are days, numbers numbers, each column with its meaning; compressed in groups of rows."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from lawgraph.database.declaring import Column
from lawgraph.exchange.tables import DAYS, FileForm, Row

_GROUP = 100_000
"""Rows of a group, of which a reader that wants few laws skips all but some."""


class _Shard:
    """Write a shard, gathering the rows of laws into groups."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._schema = pa.schema([pa.field(each.name, _type(each), not each.needed, {"meaning": each.meaning})
                                  for each in columns])
        self._rows: list[Row] = []
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd", compression_level=9)

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows."""
        self._rows += rows
        if len(self._rows) >= _GROUP:
            self._flush()

    def close(self) -> None:
        """Finish the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        columns = zip(*self._rows, strict=True) if self._rows else ([] for _ in self._schema)
        arrays = [pa.array(values, pa.int64() if field.type == pa.int64() else pa.string()).cast(field.type)
                  for values, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema), row_group_size=_GROUP)
        self._rows = []


def _type(column: Column) -> pa.DataType:
    if column.name in DAYS:
        return pa.date32()
    return pa.int64() if column.holds is int else pa.string()


PARQUET = FileForm("parquet", _Shard)
