"""What can be asked of the database: the named queries in `sql` and `across`, and functions that answer with values."""
