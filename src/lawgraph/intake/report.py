"""What is told at the end of an import."""

from collections.abc import Iterator
from pathlib import Path

from lawgraph.intake.sources import TakenSource


def lines(taken: TakenSource, corpus: Path) -> Iterator[str]:
    """Give what does not fit in the source itself, a line for each, and a line that sums the import up."""
    new = tuple(each for law in taken.laws for each in law.new)
    known = sum(law.known for law in taken.laws)
    yield from (f"{finding.file}: {finding.message}" for each in new for finding in each.in_source)
    laws = counted(len({law.id for law in taken.laws}), "law")
    if new:
        also = f", {known:,} known" if known else ""
        findings = counted(sum(len(each.in_text) for each in new), "finding")
        yield f"{laws}: {counted(len(new), 'new edition')}{also} in {corpus}; {findings} in the texts"
    elif known:
        yield f"{laws}: nothing new, {counted(known, 'edition')} known in {corpus}"
    if taken.faults and (taken.laws or len(taken.faults) > 1):
        yield f"{counted(len(taken.faults), 'source')} could not be imported"


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: "1 law", "1,000 laws"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
