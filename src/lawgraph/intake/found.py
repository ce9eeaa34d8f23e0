"""What is found in a source, before it is understood: bytes, the place they lie at, and what is said beside them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from lawgraph.law.model import Finding
from lawgraph.reading.source import Said


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what a person says of a source; it fills what the source leaves open and may not contradict it."""

    law: str | None = None
    lang: str | None = None
    number: str | None = None
    adopted: date | None = None
    kind: str | None = None
    day: date | None = None
    retrieved: date | None = None
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Hold one manifestation as it lies in a source.

    `beside` is what names of files and `meta.yaml` say of it. `cause` names the act that made the edition, in words or
    by its code; `committed` is the day of the `commit` in a repository. `findings` are about the source, not its text.
    """

    place: str
    raw: bytes
    suffix: str
    beside: Said = field(default_factory=Said)
    cause: str | None = None
    commit: str | None = None
    committed: date | None = None
    retrieved: date | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundLaw:
    """Hold what a source has of one law; its editions are read one after the other, only when asked for."""

    place: str
    editions: Callable[[], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class FoundSource:
    """Hold the laws in a source, and what is to be told of the source as a whole."""

    laws: tuple[FoundLaw, ...]
    notes: tuple[str, ...] = ()
