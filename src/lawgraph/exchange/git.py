"""The life of a law as a git repository: one commit for each day on which what may be said of it changes.

The same sources give the same hashes: author, zone and order are fixed, and the time of a commit is noon of its day.
git knows no time before 1970 that it prints, and no bounds of a day: the real day, with all that is not sure, stands in
trailers. git obeys no configuration but its own defaults.

Each article and annex is a file, what stands around them is `law.txt`, a line is a provision with its wording. Where
none is held, and beside one that is not plainly sure, words in brackets say what may be said; what is to be said alike
beside all wordings of a file stands once, under its first line.
"""

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from textwrap import fill

from lawgraph.exchange.folders import new_folder
from lawgraph.exchange.told import Life, ToldLaw, certainty
from lawgraph.intake.git_store import Store
from lawgraph.law.amendments import Amendment
from lawgraph.law.days import DayBounds, add_days
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.errors import LawgraphError, Phrase
from lawgraph.law.versions import Presence, Version
from lawgraph.printout.sheets import label
from lawgraph.timeline.consolidation import Certainty, Place
from lawgraph.voice.names import act_in_words, day_in_words, done, place_name
from lawgraph.voice.recorded import basis_sentence

_AUTHOR = "lawgraph <lawgraph@lawgraph.example>"
_BRANCH = "main"
_MOST_MEMORY = "256m"
_WIDTH, _MOST_NAMED = 120, 3
_CERTAIN_AT_LAST = (Certainty.INTERVAL, Certainty.OPEN)
_ABOUT = """{title}

One file for each article and annex, in a folder for each language; law.txt is what stands around them. Each commit is
the state from the day in its trailer "Day" on, up to the day of the next one: find the last commit with a day that is
not later than yours. Words in brackets are not those of the law: they tell how sure a wording is, or that none is held.

Trailers: Law; Day; Sure (yes, or no where anything that begins on the day is not); Operative, the act and the first and
last day on which it can have come into operation; Basis, the ground of these; Grade, whether in operation and how sure
the wording, with the provisions that are not sure from this day on.
"""
_OWN_FILE = (Kind.ARTICLE, Kind.ANNEX)
_AROUND = "law"


@dataclass(frozen=True, slots=True)
class State:
    """Hold what changes on a day in a language: the files that read otherwise, `None` where one is gone, and versions.

    `begun` are the versions that begin on the day.
    """

    day: date
    lang: str
    files: Mapping[str, str | None]
    begun: tuple[Version, ...]


def write_history(told: Sequence[ToldLaw], out: Path) -> int:
    """Write a law, told in each of its languages, as a repository in a new folder; return the number of commits."""
    days: dict[date, list[State]] = defaultdict(list)
    for each in told:
        for state in states(each):
            days[state.day].append(state)
    if not days:
        raise LawgraphError(told[0].law.id,
                            Phrase("nothing tells of a day on which anything of it may have been in operation"),
                            Phrase("look at: lawgraph check"))
    program = shutil.which("git")
    if program is None:
        raise LawgraphError("git", Phrase("it is not on this machine, and the history is written with it"),
                            Phrase("install git"))
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
        raise LawgraphError(store.place, Phrase("git could not write it (%(why)s)", why=why.removeprefix("fatal: ")),
                            Phrase("see whether the disk is full, and run it again"))


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
             f"{'' if certainty(each) is Certainty.EXACT else ', not certain when'}"
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
        bounds, sure = each.operative, certainty(each)
        if each.act_name is None:
            continue
        if day == bounds.earliest:
            told = "in operation" if sure is Certainty.EXACT else f"perhaps in operation{_by(bounds)}"
            said[told][act_in_words(each.act_name)] = None
        elif day == bounds.latest and sure in _CERTAIN_AT_LAST and not each.deferred:
            said["surely in operation"][act_in_words(each.act_name)] = None
        if day == each.until:
            said["for a time, up to this day"][act_in_words(each.act_name)] = None
    for told, names in said.items():
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        yield f"{', '.join(list(names)[:_MOST_NAMED])}{more} {told}"


def _by(bounds: DayBounds) -> str:
    return f" (by {day_in_words(bounds.latest)})" if bounds.latest and not bounds.crossed else ""


def _trailers(told: ToldLaw, day: date, turning: Iterable[Amendment], held: Sequence[State]
              ) -> Iterator[tuple[str, str]]:
    unsure: dict[str, list[str]] = defaultdict(list)
    for state in held:
        for each in state.begun:
            if each.in_operation is not Presence.NO and not each.sure:
                unsure[f"{state.lang} {each.in_operation} {each.wording or 'none'}"].append(each.eid)
    yield "Law", told.law.number
    yield "Day", day.isoformat()
    yield "Sure", "no" if unsure else "yes"
    for name, bounds in dict.fromkeys((each.act_name or "unnamed", each.operative) for each in turning):
        yield "Operative", f"{name} {bounds.earliest or '..'}/{bounds.latest or '..'}"
        yield "Basis", f"{name} {basis_sentence(bounds.basis)}"
    for grade, eids in unsure.items():
        yield "Grade", f"{grade} {' '.join(eids)}"


def _folded(key: str, value: str) -> str:
    return fill(f"{key}: {' '.join(value.split())}", _WIDTH, subsequent_indent=" ", break_long_words=False,
                break_on_hyphens=False)


def states(told: ToldLaw) -> Iterator[State]:
    """Give the states of a law in a language, told with all its versions, in the order of time."""
    files = _Files(told)
    begun: dict[date, list[Version]] = defaultdict(list)
    for life in told.lives:
        for version in life.versions:
            begun[version.start.latest or told.law.adopted].append(version)
    for day in sorted(begun):
        yield State(day, told.lang, files.changed_by(begun[day]), tuple(begun[day]))


class _Files:
    """Hold the files of a law as they read on one day after the other; `None` owns what stands around the articles."""

    def __init__(self, told: ToldLaw) -> None:
        self.told = told
        self.inside: Mapping[Eid | None, list[Life]] = defaultdict(list)
        for life in told.lives:
            owner = _owner(life.place.eid)
            for each in {owner, None} if owner == life.place.eid else {owner}:  # a file is named where it stands
                self.inside[each].append(life)
        self.current: dict[Eid, Version] = {}
        self.read: dict[str, str | None] = {}

    def changed_by(self, begun: Sequence[Version]) -> Mapping[str, str | None]:
        """Go on to the day on which these versions begin, and return the files that read otherwise from then on."""
        self.current |= {each.eid: each for each in begun}
        touched = {_owner(each.eid) for each in begun} | {None}
        written = {f"{self.told.lang}/{owner or _AROUND}.txt": self._text(owner) for owner in touched}
        changed = {name: written[name] for name in sorted(written) if written[name] != self.read.get(name)}
        self.read |= changed
        return changed

    def _text(self, owner: Eid | None) -> str | None:
        shown = [life for life in self.inside[owner] if self._is_shown(life.place.eid)]
        alike = _alike([self.current[each.place.eid] for each in shown if _owner(each.place.eid) == owner])
        lines = [line for each in shown for line in self._lines(each.place, owner, alike)]
        if not lines:
            return None
        remark = self.told.remark(alike, owner.kind if owner else Kind.LAW) if alike else None
        return "\n".join([*lines[:1], *([f"[Where nothing else is said: {remark}]"] if remark else []), *lines[1:], ""])

    def _is_shown(self, eid: Eid | None) -> bool:
        version = self.current.get(eid) if eid else None
        return version is not None and version.has_place

    def _lines(self, place: Place, owner: Eid | None, alike: Version | None) -> Iterator[str]:
        number = label(place.kind, place.number, self.told.lang)
        if _owner(place.eid) != owner:
            yield " ".join(filter(None, (number, f"→ {place.eid}.txt")))
        elif place.kind is not Kind.HEADING:
            head, own = self._words(place.eid.child(Kind.HEADING), alike), self._words(place.eid, alike)
            parted = place.kind in _OWN_FILE or place.kind.divides
            lines = [(number, *head), own] if parted else [(number, *head, *own)]
            yield from filter(None, (" ".join(filter(None, each)) for each in lines))
        elif not self._is_shown(place.eid.parent):
            yield " ".join(self._words(place.eid, alike))

    def _words(self, eid: Eid, alike: Version | None) -> tuple[str, ...]:
        """Return the wording of a provision with what is to be said of it, nothing where it stands nowhere."""
        if not self._is_shown(eid):
            return ()
        version = self.current[eid]
        said = alike is not None and version.text is not None and _grade(version) == _grade(alike)
        remark = None if said else self.told.remark(version, eid.kind)
        return (*filter(None, [version.text]), *([f"[{remark}]"] if remark else []))


def _alike(versions: Sequence[Version]) -> Version | None:
    """Return one of several wordings that are held where the same is to be said beside each of them."""
    held = [each for each in versions if each.text is not None]
    return held[0] if len(held) > 1 and len(set(map(_grade, held))) == 1 and held[0].because else None


def _grade(version: Version) -> Hashable:
    return (version.in_operation, version.wording, version.because, version.start.latest, version.before.earliest)


def _owner(eid: Eid) -> Eid | None:
    return eid.outermost if eid.outermost.kind in _OWN_FILE else None
