"""Answers day by day: presence, wording, their reasons, and the versions that follow."""
