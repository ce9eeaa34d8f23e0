"""Records that a machine proposes, in a folder that no build reads, and the way of one into the facts: by a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from lawgraph.facts.acts import load_act, load_acts
from lawgraph.facts.writing import written
from lawgraph.law.acts import ActRecord
from lawgraph.law.errors import FactError


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hold a record, and what its source says in its own words."""

    record: ActRecord
    remarks: tuple[str, ...]

    @property
    def act(self) -> str:
        """The short name of its act."""
        return self.record.act.name


@dataclass(frozen=True, slots=True)
class Laid:
    """Hold what became of proposals: files that are new, and files that were there with another text and were kept."""

    new: tuple[Path, ...]
    kept: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Hold a proposal that may be accepted, the file that it becomes, and how the two differ, line by line."""

    proposal: Path
    file: Path
    differences: str

    def move(self) -> None:
        """Move the proposal; raise `FactError` where somebody has written the file in the meantime."""
        raw = self.proposal.read_bytes()
        try:
            with self.file.open("xb") as file:
                file.write(raw)
        except FileExistsError:
            raise _there_already(self.file, self.proposal) from None
        self.proposal.unlink()


def lay(proposals: Iterable[Proposal], folder: Path, amendments: Path) -> Laid:
    """Write proposals into a folder, over no file, and none that stands among the facts in the same words."""
    new, kept = list[Path](), list[Path]()
    for each in proposals:
        name, text = f"{each.act}.toml", written(each.record, each.remarks)
        path = folder / name
        texts = [file.read_text(encoding="utf-8") for file in (path, amendments / name) if file.is_file()]
        if text in texts:
            continue
        if path.exists():
            kept.append(path)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            new.append(path)
    return Laid(tuple(new), tuple(kept))


def acceptance(proposal: Path, amendments: Path) -> Acceptance:
    """Return how a proposal may be accepted; raise `FactError` where it is no sound record, or `ExceptionGroup`."""
    if not amendments.is_dir():
        raise FactError(str(amendments), "there is no such folder", "name the folder of the facts with --amendments")
    record, faults = load_act(proposal, str(proposal))
    if record is None:
        raise ExceptionGroup("what is wrong in the proposal", faults)
    file = amendments / f"{record.act.name}.toml"
    other = next((each for each in load_acts(amendments)[0] if record.zan and each.zan == record.zan
                  and each.act.name != record.act.name), None)
    if other:
        raise FactError(str(proposal), f"its code {record.zan} is that of № {other.act.name} in {other.record.file}",
                        "see whose it is, and take it out of the other")
    before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    after = proposal.read_text(encoding="utf-8").splitlines()
    lines = unified_diff(before, after, str(file), str(proposal), lineterm="", n=max(len(before), len(after)))
    return Acceptance(proposal, file, "\n".join(lines))


def refuse_over(accepted: Acceptance) -> None:
    """Raise `FactError` where the facts have a file of the act: what a person wrote stays."""
    if accepted.file.exists():
        raise _there_already(accepted.file, accepted.proposal)


def _there_already(file: Path, proposal: Path) -> FactError:
    return FactError(str(file), "the facts about this act have a file already, and nothing is written over it",
                     f"take over by hand what is right, and delete {proposal}")
