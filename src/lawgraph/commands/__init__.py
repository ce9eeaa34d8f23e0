"""The commands of the command line, grouped by what one wants of them; `cli` has the table."""
