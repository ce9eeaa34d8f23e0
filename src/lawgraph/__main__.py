"""Run the command line: `python -m lawgraph`."""

from lawgraph.commands.cli import main

main(prog_name="lawgraph")
