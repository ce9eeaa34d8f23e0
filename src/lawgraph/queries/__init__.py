"""What can be asked of the database: named queries, those of this program, and functions that answer with values."""
