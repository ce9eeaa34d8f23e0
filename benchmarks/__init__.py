"""Measure the program: `python -m benchmarks`, or `make bench`."""
