"""The acts in a git repository, with every edition that its history holds.

One commit is one edition, of as many acts as it changed. Its day is the act's `version_date`; where none is written,
the day of the commit. The history is made anew at each update of the corpus, so a commit is recorded by its hash. A
commit that deletes an act tells that the act is no longer in force; the corpus keeps its editions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from lawgraph.intake.files import META, ActFiles, beside, own_files, own_name, said_in, told_by_folder, whole_text
from lawgraph.intake.found import Found, FoundLaw, FoundSource
from lawgraph.intake.git_store import Store
from lawgraph.intake.history import Commit, Objects, commits
from lawgraph.languages.spoken import codes
from lawgraph.law.errors import SourceError
from lawgraph.law.model import Finding, Severity
from lawgraph.reading.meta import read_cause, read_meta
from lawgraph.reading.source import Said


@dataclass(frozen=True, slots=True)
class StandingFiles:
    """Hold the files of an act as they stand from a commit on, by name and contents."""

    commit: Commit
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dated:
    """Hold the text of an act in one language as it stands from a commit on, the day that dates it, what is told."""

    standing: StandingFiles
    day: date
    text: tuple[str, ...]
    said: Said
    cause: str | None
    findings: tuple[Finding, ...] = ()


def acts_in(store: Store, ref: str, contents: Objects) -> FoundSource:
    """Return the acts of a repository by folder; raise `SourceError` where its history holds none."""
    standings = _standings(commits(store, ref, contents))
    if not standings:
        raise SourceError(store.place, "no commit of it holds an act",
                          "name a repository of acts as rus.md and kaz.md, or a folder inside this one")
    notes = (f"{store.place} is a shallow clone: earlier editions are not in it",) if store.shallow else ()
    return FoundSource(tuple(FoundLaw(f"{store.place}/{folder}", partial(_editions, folder, each, contents))
                             for folder, each in sorted(standings.items())), notes)


def _standings(history: Iterable[Commit]) -> dict[str, list[StandingFiles]]:
    files: dict[str, dict[str, str]] = defaultdict(dict)
    standings: dict[str, list[StandingFiles]] = defaultdict(list)
    for commit in history:
        for folder in _changed(commit, files):
            standings[folder].append(StandingFiles(commit, dict(files[folder])))
    return standings


def _changed(commit: Commit, files: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """Bring the files up to a commit, and return the folders of the acts that it changed."""
    changed: dict[str, None] = {}
    for change in commit.changes:
        own = own_name(change.path)
        if own:
            files[own[0]].pop(own[1], None)
            files[own[0]].update({own[1]: change.blob} if change.blob else {})
            changed[own[0]] = None
    return tuple(changed)


def _editions(folder: str, standings: Sequence[StandingFiles], contents: Objects) -> Iterator[Found]:
    """Give the editions of an act, those of one language after the other."""
    notes = _gone(folder, standings[-1])
    for lang in sorted(codes()):
        for edition in _by_day(folder, _told(folder, standings, lang, contents), lang):
            act = ActFiles(f"{edition.standing.commit.hash[:12]}:{folder}", edition.standing.files, contents.read)
            raw, findings = whole_text(act, lang)
            yield Found(f"{act.place}/{lang}.md", raw, ".md", edition.said, edition.cause, edition.standing.commit.hash,
                        edition.standing.commit.day, findings=(*notes, *edition.findings, *findings))
            notes = ()


def _told(folder: str, standings: Sequence[StandingFiles], lang: str, contents: Objects) -> Iterator[Dated]:
    """Give each standing that has a text in a language, with what stands beside the text."""
    by_name = told_by_folder(f"/{folder}")
    before: tuple[str, ...] = ()
    for standing in standings:
        text = tuple(blob for _, blob in own_files(standing.files, lang))
        said, cause = _meta(folder, standing, lang, contents) if text else (None, None)
        own = beside(said, by_name, lang)
        if text and (own.day or text != before):
            yield Dated(standing, _day(folder, standing, own), text, own,
                        cause or standing.commit.cause or standing.commit.cause_code)
        before = text


def _day(folder: str, standing: StandingFiles, said: Said) -> date:
    day = said.day or standing.commit.day
    if day is None:
        raise SourceError(f"{standing.commit.hash[:12]}:{folder}", "the commit has no day that the calendar has, and "
                          f"{META} tells none", "write version_date into it, or import the text by itself with --day")
    return day


def _meta(folder: str, standing: StandingFiles, lang: str, contents: Objects) -> tuple[Said | None, str | None]:
    """Return what `meta.yaml` says of an act and of the cause of its edition."""
    if META not in standing.files:
        return None, None
    raw, place = contents.read(standing.files[META]), f"{standing.commit.hash[:12]}:{folder}/{META}"
    return said_in(read_meta(raw, place), lang), read_cause(raw, place)


def _by_day(folder: str, told: Iterable[Dated], lang: str) -> tuple[Dated, ...]:
    """Return one edition for each day: the first commit that holds its text, the last text where there are two."""
    days: dict[date, Dated] = {}
    for each in told:
        held = days.get(each.day)
        if held is None:
            days[each.day] = each
        elif held.text != each.text:
            days[each.day] = replace(each, findings=(*held.findings, _written_anew(folder, lang, held, each)))
    return tuple(days.values())


def _written_anew(folder: str, lang: str, held: Dated, then: Dated) -> Finding:
    return Finding("edition_written_anew", Severity.WARNING,
                   f"the edition of {then.day} has one text in the commit {held.standing.commit.hash[:12]} and "
                   f"another in {then.standing.commit.hash[:12]}; the later one is taken", file=f"{folder}/{lang}.md")


def _gone(folder: str, last: StandingFiles) -> tuple[Finding, ...]:
    """Tell where the history takes an act away: that is how it says that the act has lost force."""
    if any(name.endswith(".md") for name in last.files):
        return ()
    by = f" by {last.commit.cause or last.commit.cause_code}" if last.commit.cause or last.commit.cause_code else ""
    day = last.commit.day or "an unknown day"
    return (Finding("act_taken_away", Severity.WARNING,
                    f"the repository holds it no more from {day} on{by}: record its repeal in amendments/",
                    file=folder),)
