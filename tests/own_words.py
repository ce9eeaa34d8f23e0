"""The law on sundials with its editions and the acts that changed it, as sources; an act's words may be changed for a test."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from lawgraph.evidence.sources import Edition, HeldAct, LawSources
from lawgraph.law.acts import ActRecord, LawNotes
from lawgraph.law.amendments import Dating
from lawgraph.law.authors import Act, ActKind, Record
from lawgraph.law.days import parse_day
from lawgraph.law.versions import Version
from lawgraph.parsing.document import parse_law
from lawgraph.reading.opening import read, read_path
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.naming import AmendedLaw, items_on
from lawgraph.timeline.history import History, trace
from lives import version_on

SUNDIALS = Path(__file__).with_name("replay") / "sundials"
NAMED = AmendedLaw("Z1100000007", date(2011, 3, 3), (("rus", "О солнечных часах"),))
FIRST = "2011-06-01"
EDITIONS = (FIRST, "2014-10-01", "2016-05-05", "2019-09-09")
ACTS: Mapping[str, date] = {name: parse_day(day) for _, name, day in (
    line.split("\t") for line in SUNDIALS.joinpath("INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:])}
ALL_KNOWN = LawNotes(date(2021, 6, 1), Record("invented", "high", date(2026, 11, 27)))


def text_of(name: str) -> str:
    """Return the words of an act as they are stored."""
    return (SUNDIALS / f"{name}.rus.txt").read_text(encoding="utf-8")


def edition(day: str, notes: str = "", before: str = "### Статья 4.") -> Edition:
    """Return an edition of the law on sundials, with notes printed before a line."""
    path = SUNDIALS / f"{day}.rus.md"
    source = read(path.read_text(encoding="utf-8").replace(before, f"{notes}\n\n{before}").encode(), path.name) if notes else read_path(path)
    return Edition("rus", f"corpus/sundials/{day}.rus.md", parse_law(source, "rus", str(path)), official=True, day=parse_day(day),
                   dated_by=Dating.ADOPTION)


def held(name: str, text: str, lang: str = "rus") -> HeldAct:
    """Return an act whose text is held, with its item on the law."""
    act = read_act(read_plain(text), lang)
    (item,) = items_on(act, NAMED)
    return HeldAct(Act(name, ACTS[name], ActKind.LAW), act, item, f"corpus/{name}/{lang}.txt", date(2026, 11, 27))


def sundials(acts: Mapping[str, str] | Iterable[str] = tuple(ACTS), editions: Iterable[str] = (FIRST,),
             records: Iterable[ActRecord] = ()) -> LawSources:
    """Return the law with some of its editions and acts; acts given with words have those in place of their own."""
    texts = acts if isinstance(acts, Mapping) else {name: text_of(name) for name in acts}
    return LawSources(NAMED.id, "7-V", NAMED.adopted, Act("7-V", NAMED.adopted, ActKind.LAW), tuple(map(edition, editions)),
                      tuple(records), ALL_KNOWN, tuple(held(name, text) for name, text in texts.items()))


def life(sources: LawSources) -> History:
    """Return the life of the law in Russian."""
    return trace(sources, "rus")


def on(history: History, eid: str, day: str) -> Version:
    """Return what is said of a provision on a day."""
    timeline = next(each for each in history.timelines if each.unit.eid == eid)
    version = version_on(timeline.versions, parse_day(day))
    assert version
    return version


def with_words(name: str, old: str, new: str) -> dict[str, str]:
    """Return the words of an act with some of them changed."""
    text = text_of(name)
    assert old in text
    return {name: text.replace(old, new)}


def known(sources: LawSources, *, until: date) -> LawSources:
    """Return sources of which all acts are known until a day."""
    return replace(sources, notes=replace(ALL_KNOWN, acts_complete_until=until))
