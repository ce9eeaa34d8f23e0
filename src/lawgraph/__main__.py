"""Run the command line: `python -m lawgraph`."""

from lawgraph.cli import main

main(prog_name="lawgraph")
