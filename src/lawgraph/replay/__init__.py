"""Replay: what amending acts say in their own words, read, and applied to a law as far as it was understood."""
