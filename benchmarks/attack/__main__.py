"""Run all attacks and print what each took: `python -m benchmarks.attack`, on this machine alone."""

import sys
import tempfile
from pathlib import Path

from benchmarks.attack import reading, serving
from benchmarks.figures import CannotRunError, Figure

PARTS = {"Reading": lambda _: reading.measure(), "The served site": serving.measure}


def main() -> int:
    """Attack, print, and return 1 where a part could not run or a goal was missed."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, measure in PARTS.items():
            print(f"## {name}\n\n| what | measured | goal |\n|---|---|---|")
            try:
                for figure in measure(Path(folder)):
                    print(_line(figure), flush=True)
                    failed |= figure.met is False
            except CannotRunError as error:
                failed = True
                print(f"| could not run | {error} | |")
            print()
    return 1 if failed else 0


def _line(figure: Figure) -> str:
    return f"| {figure.what} | {figure.measured} | {figure.verdict} |"


if __name__ == "__main__":
    sys.exit(main())
