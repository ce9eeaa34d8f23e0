"""The import as a whole: a source is opened, and what it holds is taken law by law; a git repository with its history.

One commit is one edition, of as many acts as it changed. Its day is the act's `version_date`; where none is written,
the day of the commit. The history is made anew at each update of the corpus, so a commit is recorded by its hash. A
commit that deletes an act tells that the act is no longer in force; the corpus keeps its editions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from lawgraph.facts.acts import load_acts
from lawgraph.intake.corpus import read_corpus
from lawgraph.intake.files import (
    META,
    ActFiles,
    Found,
    FoundLaw,
    FoundSource,
    Given,
    beside,
    laws_in,
    one_file,
    own_files,
    own_name,
    said_in,
    told_by_folder,
    whole_text,
)
from lawgraph.intake.git_store import Store, is_repository, store_of
from lawgraph.intake.history import Commit, Objects, commits, objects
from lawgraph.intake.shelf import Held, Outcome, take
from lawgraph.intake.understanding import Ids, id_of
from lawgraph.languages.spoken import codes
from lawgraph.law.document import Finding, Severity
from lawgraph.law.errors import CountedPhrase, LawgraphError, Phrase, SourceError
from lawgraph.reading.requisites import read_meta
from lawgraph.reading.source import Said, ToldCause


@dataclass(frozen=True, slots=True)
class StandingFiles:
    """Hold the files of an act as they stand from a commit on, by name and contents; `others` names what is no file."""

    commit: Commit
    files: Mapping[str, str]
    others: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Dated:
    """Hold the text of an act in one language as it stands from a commit on, the day that dates it, what is told."""

    standing: StandingFiles
    day: date
    text: tuple[str, ...]
    said: Said
    findings: tuple[Finding, ...] = ()


def acts_in(store: Store, ref: str, contents: Objects) -> FoundSource:
    """Return the acts of a repository by folder; raise `SourceError` where its history holds none."""
    standings = _standings(commits(store, ref, contents))
    if not standings:
        raise SourceError(store.place, Phrase("no commit of it holds an act"),
                          Phrase("name a repository of acts as rus.md and kaz.md, or a folder inside this one"))
    shallow = Phrase("%(place)s is a shallow clone: earlier editions are not in it", place=store.place)
    return FoundSource(tuple(FoundLaw(f"{store.place}/{folder}", partial(_editions, folder, each, contents))
                             for folder, each in sorted(standings.items())), (shallow,) if store.shallow else ())


def _standings(history: Iterable[Commit]) -> dict[str, list[StandingFiles]]:
    files, others = defaultdict[str, dict[str, str]](dict), defaultdict[str, dict[str, str]](dict)
    standings: dict[str, list[StandingFiles]] = defaultdict(list)
    for commit in history:
        for folder in _changed(commit, files, others):
            standings[folder].append(StandingFiles(commit, dict(files[folder]), dict(others[folder])))
    return standings


def _changed(commit: Commit, files: dict[str, dict[str, str]], others: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """Bring the files, and what is no file, up to a commit; return the folders of the acts that it changed."""
    changed: dict[str, None] = {}
    for change in commit.changes:
        own = own_name(change.path)
        if own:
            for held, now in ((files[own[0]], change.blob), (others[own[0]], change.instead)):
                held.pop(own[1], None)
                held.update({own[1]: now} if now else {})
            changed[own[0]] = None
    return tuple(changed)


def _editions(folder: str, standings: Sequence[StandingFiles], contents: Objects) -> Iterator[Found]:
    """Give the editions of an act, those of one language after the other."""
    unread = tuple(_unread(folder, standings))
    notes = (*_gone(folder, standings[-1]), *(
        Finding("no_file", Severity.WARNING, f"{each.surprise}: {each.remedy}", file=each.place) for each in unread))
    for lang in sorted(codes()):
        for edition in _by_day(folder, _told(folder, standings, lang, contents), lang):
            act = ActFiles(f"{edition.standing.commit.hash[:12]}:{folder}", edition.standing.files, contents.read)
            raw, findings = whole_text(act, lang)
            yield Found(f"{act.place}/{lang}.md", raw, ".md", edition.said, edition.standing.commit.hash,
                        edition.standing.commit.day, findings=(*notes, *edition.findings, *findings))
            notes = ()
    if unread and notes:
        raise unread[0]


def _unread(folder: str, standings: Iterable[StandingFiles]) -> Iterator[SourceError]:
    """Tell where something else has the place of a file, for the first commit in which it does."""
    before: Mapping[str, str] = {}
    for each in standings:
        for name, kind in sorted(each.others.items() - before.items()):
            yield SourceError(f"{folder}/{name}",
                              Phrase("from the commit %(hash)s on this is %(kind)s, which is not followed, and no "
                                     "text", hash=each.commit.hash[:12], kind=kind),
                              Phrase("commit the file itself"))
        before = each.others


def _told(folder: str, standings: Sequence[StandingFiles], lang: str, contents: Objects) -> Iterator[Dated]:
    """Give each standing that has a text in a language, with what stands beside the text."""
    by_name = told_by_folder(f"/{folder}")
    before: tuple[str, ...] = ()
    for standing in standings:
        text = tuple(blob for _, blob in own_files(standing.files, lang))
        own = beside(_meta(folder, standing, lang, contents) if text else None, by_name, lang)
        if text and (own.day or text != before):
            own = replace(own, caused_by=_cause(own, standing.commit))
            yield Dated(standing, _day(folder, standing, own), text, own)
        before = text


def _day(folder: str, standing: StandingFiles, said: Said) -> date:
    day = said.day or standing.commit.day
    if day is None:
        raise SourceError(f"{standing.commit.hash[:12]}:{folder}",
                          Phrase("the commit has no day that the calendar has, and %(meta)s tells none", meta=META),
                          Phrase("write version_date into it, or import the text by itself with --day"))
    return day


def _meta(folder: str, standing: StandingFiles, lang: str, contents: Objects) -> Said | None:
    """Return what `meta.yaml` says of an act."""
    if META not in standing.files:
        return None
    raw, place = contents.read(standing.files[META]), f"{standing.commit.hash[:12]}:{folder}/{META}"
    return said_in(read_meta(raw, place), lang)


def _cause(said: Said, commit: Commit) -> ToldCause | None:
    """Return the act that made an edition, as `meta.yaml` tells of it, else as the trailers of the commit do."""
    if commit.cause is None and commit.cause_code is None:
        return said.caused_by
    own, trailers = said.caused_by or ToldCause(), ToldCause(commit.cause, commit.cause_code)
    if None not in (own.code, trailers.code) and own.code != trailers.code:
        return own
    return replace(own, requisite=own.requisite or trailers.requisite, code=own.code or trailers.code)


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
    if any(name.endswith(".md") for name in (*last.files, *last.others)):
        return ()
    by = f" by {last.commit.cause or last.commit.cause_code}" if last.commit.cause or last.commit.cause_code else ""
    day = last.commit.day or "an unknown day"
    return (Finding("act_taken_away", Severity.WARNING,
                    f"the repository holds it no more from {day} on{by}: record its repeal in amendments/",
                    file=folder),)


@dataclass(frozen=True, slots=True)
class TakenSource:
    """Hold what became of a source: the laws in it that were taken, and why others were not."""

    laws: tuple[Outcome, ...]
    faults: tuple[LawgraphError, ...]


@contextmanager
def opened(source: Path, ref: str) -> Iterator[FoundSource]:
    """Open a file, a folder or a git repository, and give the laws in it."""
    if source.is_dir() and is_repository(source):
        with store_of(source) as store, objects(store) as contents:
            yield acts_in(store, ref, contents)
    else:
        yield laws_in(source) if source.is_dir() else FoundSource((one_file(source),))


def held_in(corpus: Path, amendments: Path) -> Held:
    """Return what a corpus holds, nothing where there is no such folder yet, and the acts whose code the facts name."""
    manifests = read_corpus(corpus)
    records = load_acts(amendments)[0] if amendments.is_dir() else ()
    acts = Ids({}, {}, {each.zan: each.act for each in records if each.zan})
    laws = acts.with_laws((each.id, each.zan, each.requisites) for each in manifests)
    return Held(laws.with_causes(cause for each in manifests for cause in each.causes),
                {source.sha256: (each, source) for each in manifests for source in each.sources})


def take_all(corpus: Path, laws: Iterable[FoundLaw], given: Given, held: Held) -> TakenSource:
    """Take laws into the corpus, one by one; one that cannot be taken does not stop the others."""
    taken: list[Outcome] = []
    faults: list[LawgraphError] = []
    for law in laws:
        try:
            outcome = take(corpus, law, given, held)
        except LawgraphError as error:
            faults.append(error)
            continue
        taken.append(outcome)
        known = ((each.law.id.text, each.law.zan, each.law.requisites) for each in outcome.new)
        causes = (each.cause for each in outcome.new if each.cause)
        held = replace(held, ids=held.ids.with_laws(known).with_causes(causes))
    return TakenSource(tuple(taken), tuple(faults))


def named_act(laws: Sequence[FoundLaw], act: str) -> tuple[FoundLaw, ...]:
    """Return the act with a code, or in a folder; raise `SourceError` where there is none."""
    wanted = act.strip("/")
    found = tuple(each for each in laws
                  if each.place.endswith(f"/{wanted}") or told_by_folder(each.place).zan == wanted)
    if not found:
        raise SourceError(act, Phrase("no act has this code or this folder"),
                          Phrase("%(laws)s are there, the first is %(place)s",
                                 laws=f"{len(laws):,}", place=laws[0].place))
    return found


def named_law(laws: Sequence[FoundLaw], given: Given, held: Ids) -> tuple[FoundLaw, ...]:
    """Return what is of the law that was given, everything where none was; raise `SourceError` where nothing is."""
    if given.law is None or len(laws) < 2:
        return tuple(laws)
    ids = {each.place: _id(each, held) for each in laws}
    found = tuple(each for each in laws if ids[each.place] == given.law)
    if set(ids.values()) <= {given.law, None}:
        return tuple(laws)  # none of them is another law: the texts of one law in several languages
    if not found:
        raise SourceError(given.law,
                          Phrase("none of the %(laws)s sources says that it is this law", laws=f"{len(laws):,}"),
                          Phrase("name the file alone, or an act by its code or folder with --act"))
    return found


def _id(law: FoundLaw, held: Ids) -> str | None:
    first = next(iter(law.editions()), None)
    try:
        return id_of(first, held) if first else None
    except LawgraphError:
        return None  # it does not say what it is: another import tells why


def told_of(taken: TakenSource, corpus: Path) -> Iterator[str]:
    """Give what does not fit in the source itself, a line for each, and a line that sums the import up."""
    new = tuple(each for law in taken.laws for each in law.new)
    known = sum(law.known for law in taken.laws)
    yield from (f"{finding.file}: {finding.message}" for each in new for finding in each.in_source)
    laws = CountedPhrase("%(number)s law", "%(number)s laws", len({law.id for law in taken.laws}))
    if new:
        also = Phrase(", %(number)s known", number=f"{known:,}") if known else ""
        editions = CountedPhrase("%(number)s new edition", "%(number)s new editions", len(new))
        findings = CountedPhrase("%(number)s finding", "%(number)s findings", sum(len(each.in_text) for each in new))
        yield Phrase("%(laws)s: %(editions)s%(also)s in %(corpus)s; %(findings)s in the texts", laws=laws,
                     editions=editions, also=also, corpus=corpus, findings=findings)
    elif known:
        editions = CountedPhrase("%(number)s edition", "%(number)s editions", known)
        yield Phrase("%(laws)s: nothing new, %(editions)s known in %(corpus)s", laws=laws, editions=editions,
                     corpus=corpus)
    if taken.faults and (taken.laws or len(taken.faults) > 1):
        sources = CountedPhrase("%(number)s source", "%(number)s sources", len(taken.faults))
        yield Phrase("%(sources)s could not be imported", sources=sources)
