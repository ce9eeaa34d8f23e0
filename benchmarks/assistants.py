"""Time the tools for assistants as a client meets them, over both transports: `python -m benchmarks.assistants`."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mcp import Client, StdioServerParameters

from benchmarks.figures import Figure, ms, percentile
from benchmarks.program import PROGRAM, build

CALLS = 40
_LAW = {"law": "271-IV"}
_POINT = {**_LAW, "provision": "art. 7", "day": "2013-07-20"}
TOOLS: Mapping[str, Mapping[str, str]] = {
    "laws": {}, "search": {"words": "social adaptation", "day": "2013-07-20"}, "read": _POINT,
    "as_of": {**_LAW, "day": "2013-07-20"}, "history": {**_LAW, "provision": "art. 7"},
    "changes": {**_LAW, "first": "2013-01-01", "last": "2020-01-01"},
    "when_words": {**_LAW, "words": "social adaptation"},
    "cite": _POINT, "verify_quote": {**_POINT, "words": "competence of the bodies"}, "findings": _LAW}


def measure(database: Path) -> Iterator[Figure]:
    """Yield the median and the 95th percentile of a call of each tool, over each transport."""
    arguments = ["mcp", "--no-build", "--db", str(database)]
    pipe = StdioServerParameters(command=str(PROGRAM), args=arguments, env=dict(os.environ))
    yield from _figures("stdio", asyncio.run(_timed(pipe)))
    with _over_http([str(PROGRAM), *arguments]) as address:
        yield from _figures("HTTP", asyncio.run(_timed(address)))


@contextmanager
def _over_http(command: list[str]) -> Iterator[str]:
    with subprocess.Popen([*command, "--http", "--port", "0"], stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running.stdout.readline().split()[-1] if running.stdout else ""
        finally:
            running.terminate()


async def _timed(reached: StdioServerParameters | str) -> dict[str, list[float]]:
    """Return what calls of each tool took, in seconds, after one that warms up."""
    took: dict[str, list[float]] = {}
    async with Client(reached) as client:
        for tool, asked in TOOLS.items():
            await client.call_tool(tool, dict(asked))
            took[tool] = []
            for _ in range(CALLS):
                start = time.perf_counter()
                await client.call_tool(tool, dict(asked))
                took[tool].append(time.perf_counter() - start)
    return took


def _figures(transport: str, took: Mapping[str, list[float]]) -> Iterator[Figure]:
    for tool, seconds in took.items():
        yield Figure(f"{tool} over {transport}: median, 95th percentile of {CALLS} calls",
                     f"{ms(percentile(seconds, 0.5))}, {ms(percentile(seconds, 0.95))}")


def main() -> int:
    """Measure a fresh database, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "lawgraph.db"
        list(build(database))
        for each in measure(database):
            print(f"{each.what}: {each.measured}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
