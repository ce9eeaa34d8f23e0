"""A new database is looked through, row by row, in a process: `python -m lawgraph.serving.examining DATABASE`.

Visitors are answered from the one before meanwhile.
"""

import sys
from contextlib import closing
from pathlib import Path
from subprocess import DEVNULL, Popen
from tempfile import TemporaryFile

from lawgraph.database.opening import DAMAGE, broken_parts, connect
from lawgraph.law.errors import LawgraphError

_LONGEST_LINE = 4_096
_UNSEEN = "the new database could not be looked through"


class Examination:
    """Hold the process that looks through a database."""

    def __init__(self, database: Path) -> None:
        self._told = TemporaryFile()  # noqa: SIM115  (as long as the process)
        program = [sys.executable, "-P", "-m", "lawgraph.serving.examining", str(database)]
        self._process = Popen(program, stdin=DEVNULL, stdout=self._told, stderr=DEVNULL)  # noqa: S603  (our own)

    @property
    def ended(self) -> bool:
        """Tell whether it has seen all."""
        return self._process.poll() is not None

    def fault(self) -> str:
        """Return in a line what does not hold, nothing where all does."""
        self._told.seek(0)
        told = self._told.read(_LONGEST_LINE).decode(errors="replace").strip()
        self.stop()
        return (told or _UNSEEN) if self._process.returncode else ""

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._told.close()


def fault_of(database: Path) -> str:
    """Return in a line what of a database is not as it was built, nothing where all is."""
    try:
        with closing(connect(database)) as conn:
            broken = next(broken_parts(conn), None)
    except LawgraphError as error:
        return str(error)
    except DAMAGE as error:
        return f"{database}: the file is damaged ({error})"
    return f"{database}: not as built: {broken}" if broken else ""


def main() -> None:
    """Say what is not as it was built."""
    fault = fault_of(Path(sys.argv[1]))
    sys.stdout.buffer.write(fault.encode(errors="backslashreplace"))
    sys.exit(int(bool(fault)))


if __name__ == "__main__":
    main()
