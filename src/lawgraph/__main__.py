"""Run the command line: `lawgraph`, or `python -m lawgraph`."""

import gc
import sys

_SELDOM = 100_000
"""How many more objects there are before Python looks among them for such as hold each other: values hold none."""

_STOPPED = 130
"""The status of what was stopped by Ctrl+C, as shells have it."""


def run() -> None:
    """Run the command that was typed."""
    gc.set_threshold(_SELDOM)
    try:
        from lawgraph.commands.cli import main  # noqa: PLC0415  (loading it makes most of what a short command makes)

        main(prog_name="lawgraph")
    except KeyboardInterrupt:   # while it loads: nothing is there yet that would say it in the user's language
        sys.exit(_STOPPED)
    finally:
        gc.freeze()     # at its end Python looks for such objects once more, which took an eighth of a short command


if __name__ == "__main__":
    run()
