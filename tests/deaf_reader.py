"""Judge invented laws as a reader sees them who lacks some rules of the notes: `python deaf_reader.py RULE,RULE FIRST COUNT`.

It prints each wrong sure answer; a rule is taken out before anything is read, so it runs in a process of its own.
"""

import sys
from dataclasses import replace

import lawgraph.languages.eng.grammar as english


def without(names: frozenset[str]) -> None:
    """Take rules out of the English grammar of notes."""
    notes = english.GRAMMAR.notes
    known = {rule.name for rule in notes.tokens}
    assert names <= known, f"no such rules: {', '.join(sorted(names - known))}"
    kept = tuple(rule for rule in notes.tokens if rule.name not in names)
    english.GRAMMAR = replace(english.GRAMMAR, notes=replace(notes, tokens=kept))


def wrong_answers(first: int, count: int) -> list[str]:
    """Return what is said to be sure and is not; days that a reader cannot know are no fault of his."""
    from legislature import Feature  # noqa: PLC0415  (the grammar is changed before)
    from oracle import faults, kept_world, rare_shelf, rare_world, shelf_of, trials  # noqa: PLC0415

    found = []
    for seed in range(first, first + count):
        feature = tuple(Feature)[seed % len(Feature)]
        rare = (rare_world(seed, feature), rare_shelf(seed, feature))
        for trial in trials(seed, *(rare if seed % 2 else (kept_world(seed), shelf_of(seed // 4)))):
            found += [f"seed {seed}: {fault}" for fault in faults(trial) if not fault.startswith(("bounds", "timeline"))]
    return found


if __name__ == "__main__":
    without(frozenset(sys.argv[1].split(",")))
    print("\n".join(wrong_answers(int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
