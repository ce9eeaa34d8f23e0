"""The life of a law as a git repository: one commit for each day on which what may be said of it changes.

The same sources give the same hashes: author, zone and order are fixed, and the time of a commit is noon of its day.
git knows no time before 1970 that it prints, and no bounds of a day: the real day, with all that is not sure, stands in
trailers. git obeys no configuration but its own defaults (see `intake.git_store`).
"""

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from textwrap import fill

from lawgraph.exchange.akoma_held import ToldLaw
from lawgraph.exchange.folders import new_folder
from lawgraph.exchange.states import State, states
from lawgraph.intake.git_store import Store
from lawgraph.law.days import DayBounds, add_days
from lawgraph.law.errors import LawgraphError
from lawgraph.law.model import Amendment, Presence, SourceKind, Version, Wording
from lawgraph.voice.basis import basis_sentence
from lawgraph.voice.days import day_in_words
from lawgraph.voice.names import act_in_words, done, place_name

_AUTHOR = "lawgraph <lawgraph@lawgraph.example>"
_BRANCH = "main"
_MOST_MEMORY = "256m"
_WIDTH, _MOST_NAMED = 120, 3
_SETTLED = {SourceKind.CLAIM, SourceKind.FACT, SourceKind.ACT}
_ABOUT = """{title}

One file for each article and annex, in a folder for each language; law.txt is what stands around them. Each commit is
the state from the day in its trailer "Day" on, up to the day of the next one: find the last commit with a day that is
not later than yours. Words in brackets are not those of the law: they tell how sure a wording is, or that none is held.

Trailers: Law; Day; Sure (yes, or no where anything that begins on the day is not); Operative, the act and the first and
last day on which it can have come into operation; Basis, the ground of these; Grade, whether in operation and how sure
the wording, with the provisions that are not sure from this day on.
"""


def write_history(told: Sequence[ToldLaw], out: Path) -> int:
    """Write a law, told in each of its languages, as a repository in a new folder; return the number of commits."""
    days: dict[date, list[State]] = defaultdict(list)
    for each in told:
        for state in states(each):
            days[state.day].append(state)
    if not days:
        raise LawgraphError(told[0].law.id, "nothing tells of a day on which anything of it may have been in operation",
                            "look at: lawgraph check")
    program = shutil.which("git")
    if program is None:
        raise LawgraphError("git", "it is not on this machine, and the history is written with it", "install git")
    with new_folder(out) as part:
        store = Store(str(out), part / ".git", program, shallow=False)
        _run(store, "init", "--quiet", "--template=", "--object-format=sha1", f"--initial-branch={_BRANCH}")
        _run(store, "fast-import", "--quiet", "--done", "--date-format=raw", given=_stream(told[0], days))
        _run(store, f"--work-tree={part}", "reset", "--quiet", "--hard")
    return len(days)


def _run(store: Store, *arguments: str, given: Iterable[bytes] = ()) -> None:
    """Run git; raise `LawgraphError` with its own reason where it fails."""
    environment = store.environment(_MOST_MEMORY)
    with subprocess.Popen(store.command(*arguments), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,  # noqa: S603  (no shell, and nothing that was typed but a path)
                          stderr=subprocess.PIPE, cwd=store.own.parent, env=environment) as running:
        try:
            if running.stdin:
                running.stdin.writelines(given)
        except BrokenPipeError:
            pass  # it tells why it stopped
        complaint = running.communicate()[1].decode(errors="replace").strip().splitlines()
    if running.returncode:
        why = next((each for each in complaint if each.startswith("fatal: ")), "fatal: it does not say why")
        raise LawgraphError(store.place, f"git could not write it ({why.removeprefix('fatal: ')})",
                            "see whether the disk is full, and run it again")


def _stream(told: ToldLaw, days: Mapping[date, Sequence[State]]) -> Iterator[bytes]:
    about = _ABOUT.format(title=f"№ {told.law.number} of {day_in_words(told.law.adopted)}: "
                                f"{told.law.title(told.lang)}")
    for number, (day, held) in enumerate(sorted(days.items())):
        yield f"commit refs/heads/{_BRANCH}\ncommitter {_AUTHOR} {_second(day)} +0000\n".encode()
        yield _data(_message(told, day, held))
        if number == 0:
            yield b"M 100644 inline README.txt\n" + _data(about)
        for state in held:
            for name, text in state.files.items():
                yield f"M 100644 inline {name}\n".encode() + _data(text) if text else f"D {name}\n".encode()
    yield b"done\n"


def _data(text: str) -> bytes:
    raw = text.encode()
    return b"data %d\n%s\n" % (len(raw), raw)


def _second(day: date) -> int:
    """Return noon of a day as git counts it, which knows nothing before 1970: earlier days have its first second."""
    return max(0, int(datetime.combine(day, time(12), UTC).timestamp()))


def _message(told: ToldLaw, day: date, held: Sequence[State]) -> str:
    """Return what a commit says: what happens on its day, what acts did, and trailers for programs."""
    events = [*_of_the_law(told, day), *_of_acts(told.changes, day)]
    turning = [each for each in told.changes if day in (each.operative.earliest, each.operative.latest)]
    lines = [f"- {place_name(each.target)}: {done(each.action)} by {act_in_words(each.act_name)}"
             f"{'' if _is_settled(each) and each.operative.exact else ', not certain when'}"
             for each in turning if day == each.operative.earliest]
    subject = f"{day_in_words(day)}: {'; '.join(events) or 'what the sources tell changes'}"
    body = "\n".join(fill(each, _WIDTH, subsequent_indent="  ") for each in dict.fromkeys(lines))
    trailers = "\n".join(_folded(*each) for each in _trailers(told, day, turning, held))
    return "\n\n".join(filter(None, (subject, body, trailers))) + "\n"


def _of_the_law(told: ToldLaw, day: date) -> Iterator[str]:
    start, horizon = told.law.start, told.law.horizon
    if day == start.earliest:
        yield "the law in operation" if start.exact else f"the law perhaps in operation{_by(start)}"
    elif day == start.latest:
        yield "the law surely in operation"
    if horizon and day == add_days(horizon, 1):
        yield "the sources speak no further"


def _of_acts(changes: Iterable[Amendment], day: date) -> Iterator[str]:
    """Give what acts that are named do on a day."""
    said: dict[str, dict[str, None]] = defaultdict(dict)
    for each in changes:
        bounds, sure = each.operative, _is_settled(each) and not each.operative.crossed
        if each.act_name is None:
            continue
        if day == bounds.earliest:
            told = "in operation" if sure and bounds.exact else f"perhaps in operation{_by(bounds)}"
            said[told][act_in_words(each.act_name)] = None
        elif day == bounds.latest and sure:
            said["surely in operation"][act_in_words(each.act_name)] = None
        if day == each.until:
            said["for a time, up to this day"][act_in_words(each.act_name)] = None
    for told, names in said.items():
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        yield f"{', '.join(list(names)[:_MOST_NAMED])}{more} {told}"


def _by(bounds: DayBounds) -> str:
    return f" (by {day_in_words(bounds.latest)})" if bounds.latest and not bounds.crossed else ""


def _is_settled(change: Amendment) -> bool:
    return any(each.kind in _SETTLED for each in change.sources) and not change.deferred


def _trailers(told: ToldLaw, day: date, turning: Iterable[Amendment], held: Sequence[State]
              ) -> Iterator[tuple[str, str]]:
    unsure: dict[str, list[str]] = defaultdict(list)
    for state in held:
        for each in state.begun:
            if not _is_sure(each):
                unsure[f"{state.lang} {each.in_operation} {each.wording or 'none'}"].append(each.eid)
    yield "Law", told.law.number
    yield "Day", day.isoformat()
    yield "Sure", "no" if unsure else "yes"
    for name, bounds in dict.fromkeys((each.act_name or "unnamed", each.operative) for each in turning):
        yield "Operative", f"{name} {bounds.earliest or '..'}/{bounds.latest or '..'}"
        yield "Basis", f"{name} {basis_sentence(bounds.basis)}"
    for grade, eids in unsure.items():
        yield "Grade", f"{grade} {' '.join(eids)}"


def _is_sure(version: Version) -> bool:
    return version.in_operation is Presence.NO or (
        version.in_operation is Presence.YES and version.wording is Wording.ATTESTED)


def _folded(key: str, value: str) -> str:
    return fill(f"{key}: {' '.join(value.split())}", _WIDTH, subsequent_indent=" ", break_long_words=False,
                break_on_hyphens=False)
