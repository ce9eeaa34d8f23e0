"""Run the command line: `lawgraph`, or `python -m lawgraph`."""

import gc

_SELDOM = 100_000
"""How many more objects there are before Python looks among them for such as hold each other: values hold none."""


def run() -> None:
    """Run the command that was typed."""
    gc.set_threshold(_SELDOM)
    from lawgraph.commands.cli import main  # noqa: PLC0415  (loading it makes most of what a short command makes)

    try:
        main(prog_name="lawgraph")
    finally:
        gc.freeze()     # at its end Python looks for such objects once more, which took an eighth of a short command


if __name__ == "__main__":
    run()
