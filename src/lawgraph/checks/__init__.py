"""What does not fit: sources against facts, both ways, against themselves, and editions against each other."""

from lawgraph.checks.checking import check

__all__ = ["check"]
