"""The name of our database."""

NAME = "lawgraph"
"""What Datasette calls the database; also the path at which researchers find it."""
