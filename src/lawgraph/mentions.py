"""Old name of `references`, until `parsing` asks that module."""

from lawgraph.references import find_days as find_days
from lawgraph.references import find_numbers as find_numbers
