"""The pages that compare: two days of a law or of one provision, and where all comparisons are found."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.law.eid import LAW, Eid
from lawgraph.law.versions import Presence, ReasonKind, Version, Wording
from lawgraph.printout import answers_json
from lawgraph.printout.sheets import DifferenceSheet
from lawgraph.printout.writers import plain_difference
from lawgraph.site.pages import paths
from lawgraph.site.pages.expression import Expression, crumbs_to, head_of
from lawgraph.site.pages.law import DayOfChange, turns_of
from lawgraph.site.pages.matrix import ActLine, lines_of
from lawgraph.site.pages.page import READ, Page, PageOfLaw, written
from lawgraph.site.pages.section import LawSection, Moved, PageContext
from lawgraph.site.pages.sentences import law_sentence
from lawgraph.site.pages.values import Link, LinkedAct, PageHead, ShownAnswer, WordDifference
from lawgraph.site.pages.wrong import nothing_there
from lawgraph.timeline.comparison import Change, Difference, acts_between, compare_days
from lawgraph.timeline.consolidation import Grade, OnDay, grade_of
from lawgraph.voice.names import day_in_words, provision_name
from lawgraph.voice.sentences import answer_told, sign
from lawgraph.voice.speaking import Tense, message

SIGNS = {
    Change.INSERTED: "+", Change.EXCLUDED: "–", Change.CHANGED: "±", Change.POSSIBLE: "~", Change.UNKNOWN: "○",
}
WORDS = {
    Change.INSERTED: message("Inserted"), Change.EXCLUDED: message("Excluded"), Change.CHANGED: message("Changed"),
    Change.POSSIBLE: message("Possibly changed"), Change.UNKNOWN: message("Changed, wording not held"),
}
_OF_THE_WHOLE = {ReasonKind.BEFORE_LAW, ReasonKind.LAW_REPEALED}
_HELD = {Wording.ATTESTED, Wording.PRESUMED}


@dataclass(frozen=True, slots=True)
class DifferenceSide:
    """Hold what may be said of a provision on one of the two days; `said` is what no sign and nothing above says."""

    day: date
    answer: ShownAnswer
    said: str
    text: str | None
    path: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Hold how one provision differs; `words` where both wordings are held."""

    eid: Eid
    name: str
    path: str
    change: Change
    acts: tuple[LinkedAct, ...]
    also: tuple[LinkedAct, ...]
    before: DifferenceSide
    after: DifferenceSide
    words: WordDifference | None


@dataclass(frozen=True, slots=True)
class DiffPage(PageOfLaw):
    """Hold the comparison of two days of a law or of a provision (`eid`), counted first, and the acts in between.

    `with_the_law` came or went with the law as a whole; `unheld` counts what may be in operation on one of the days and
    is not held as it read then.
    """

    template = "diff.html"
    alone = True
    formats = READ

    eid: Eid
    name: str
    first: date
    last: date
    standing: tuple[str, ...]
    counts: tuple[tuple[Change, int], ...]
    unheld: int
    acts: tuple[ActLine, ...]
    rows: tuple[DifferenceRow, ...]
    with_the_law: tuple[Link, ...]
    sheet: DifferenceSheet

    def data(self, build: str | None) -> str:  # noqa: ARG002  (a list tells no build)
        """Return what `lawgraph diff` gives."""
        return answers_json.diff(self.sheet)

    def plain(self) -> str:
        """Return what `lawgraph diff` prints."""
        return plain_difference(self.sheet)


@dataclass(frozen=True, slots=True)
class ComparisonsPage(PageOfLaw):
    """Hold the ways to a comparison: any two days, each step from one day to the next, the first day and the last."""

    template = "comparisons.html"
    alone = True

    turns: tuple[DayOfChange, ...]
    whole: Link

    def data(self, build: str | None) -> str:  # noqa: ARG002  (a list tells no build)
        """Return every day on which the law differs, with the path that compares it with the one before."""
        return written([{"day": each.first, "acts": [turning.act.name for turning in each.acts],
                         "compare": each.compare} for each in self.turns])

    @property
    def steps(self) -> tuple[DayOfChange, ...]:
        """The days of change with a comparison of their own: of acts that began between two days the first one."""
        later = {last for _, last in self.expression.stretches.between.values()}
        return tuple(each for each in self.turns if each.compare and each.first not in later)

    def units_of(self, step: DayOfChange) -> tuple[Eid, ...]:
        """Return the outermost provisions that differ between the two days of a step."""
        first, last = step.compared or (step.first, step.first)
        units = self.expression.stretches.units.items()
        return tuple(unit for unit, days in units if any(first < day <= last for day in days))


def _standing(expression: Expression, first: date, last: date) -> tuple[str, ...]:
    """Return what may be said of the law on both days, once where it is the same."""
    voice, days = expression.voice, (first, last)
    if all(expression.answer(day).most is Presence.YES and voice.tense(day) is Tense.PAST for day in days):
        return (voice.say("The law was in operation on both days."),)
    return tuple(law_sentence(expression, day) for day in days)


def diff_page(expression: Expression, days: tuple[date, date], eid: Eid = LAW) -> DiffPage:
    """Return the comparison of two days of a law, or of a provision with its parts, the earlier day first."""
    first, last = days
    sides = expression.answers(first, eid), expression.answers(last, eid)
    found = compare_days(sides, days, (expression.amendments, expression.tree), expression.lives)
    voice, path = expression.voice, paths.diff(expression.path_of(eid), first, last)
    above = set[str]()
    rows = tuple(_row(expression, each, days, above) for each in found if not _with_the_law(each))
    whole = tuple(Link(provision_name(each.eid, voice), expression.path_of(each.eid)) for each in found
                  if _with_the_law(each))
    counted = Counter(each.change for each in found)
    between = acts_between(expression.amendments if eid == LAW else expression.bearing_on(eid), first, last)
    sheet = DifferenceSheet(expression.law, expression.lang, days, found)
    return DiffPage(_head(expression, days, eid, path), expression, eid, provision_name(eid, voice), first, last,
                    _standing(expression, first, last),
                    tuple((change, counted[change]) for change in Change if counted[change]),
                    _unheld(*sides), lines_of(expression, between), rows, whole, sheet)


def _head(expression: Expression, days: tuple[date, date], eid: Eid, path: str) -> PageHead:
    voice, (first, last) = expression.voice, (day_in_words(day, expression.voice) for day in days)
    title = voice.say("%(first)s and %(last)s compared – %(law)s", first=first, last=last, law=expression.called)
    own = () if eid == LAW else (*crumbs_to(expression, eid), Link(provision_name(eid, voice), expression.path_of(eid)))
    above = (*own, Link(voice.say("Compare"), paths.comparisons(expression.law.id, expression.lang)),
             Link(voice.say("Two days"), path))
    return head_of(expression, title if eid == LAW else f"{own[-1].text}: {title}", path, above)


def _unheld(*sides: Iterable[OnDay]) -> int:
    """Count the provisions of which a wording is not held on a day on which they may have been in operation."""
    return len({each.place.eid for found in sides for each in found if each.version.unheld})


def comparisons_page(expression: Expression) -> ComparisonsPage:
    """Return the page that leads to comparisons of two days."""
    first, last = expression.differing[0], expression.differing[-1]
    path, voice = paths.comparisons(expression.law.id, expression.lang), expression.voice
    head = head_of(expression, voice.say("Compare two days – %(law)s", law=expression.called), path,
                   (Link(voice.say("Compare"), path),))
    told = voice.say("%(first)s and %(last)s", first=day_in_words(first, voice), last=day_in_words(last, voice))
    whole = Link(told, paths.diff(expression.path, first, last))
    return ComparisonsPage(head, expression, turns_of(expression), whole)


def _with_the_law(each: Difference) -> bool:
    """Tell whether a provision was not there on one of the days because the law itself was not."""
    return any(reason.kind in _OF_THE_WHOLE and side.version.in_operation is Presence.NO
               for side in (each.before, each.after) for reason in side.version.because)


def _row(expression: Expression, each: Difference, days: tuple[date, date], above: set[str]) -> DifferenceRow:
    """Return a row; what it says is added to what stands `above` the next one."""
    later = each.after.version
    earlier = replace(each.before.version, because=tuple(
        why for why in each.before.version.because if why not in later.because))
    before, after = (_side(expression, version, day, each, above) for version, day in zip(
        (earlier, later), days, strict=True))
    also = tuple(expression.links[name] for name in each.also if name in expression.links)
    acts = tuple(expression.links[name] for name in each.acts if name in expression.links and name not in each.also)
    words = WordDifference(before.text or "", after.text or "", each.words) if each.words else None
    return DifferenceRow(each.eid, provision_name(each.eid, expression.voice), expression.path_of(each.eid),
                         each.change, acts, also, before, after, words)


def _side(expression: Expression, version: Version, day: date, each: Difference, above: set[str]) -> DifferenceSide:
    told = answer_told(version, day, each.before.place.kind, expression.voice)
    shown = ShownAnswer(grade_of(version), *sign(version, expression.voice, day), told.sentence, told.answer, told.why)
    said = shown.below(above)
    path = paths.provision_on(expression.law.id, expression.lang, each.eid, day)
    text = version.text if version.wording in _HELD else None
    return DifferenceSide(day, shown, "" if shown.grade is Grade.HELD else said, text, path)


def open_comparison(context: PageContext, expression: Expression, typed: tuple[str, ...], eid: Eid = LAW
                    ) -> Page | Moved:
    """Return the comparison of the two days that were typed; without them the page that leads to comparisons."""
    asked, base = context.asked, f"{expression.path_of(eid)}/diff"
    days = typed or tuple(each for each in (asked.first, asked.last) if each)
    if not days:
        return comparisons_page(expression) if eid == LAW else Moved(f"{expression.path_of(eid)}#compare")
    if len(days) != 2:
        say = context.voice.say
        raise nothing_there(asked.path, say("A comparison needs two days."), Link(say("Compare two days"), base),
                            context.voice)
    first = context.day(days[0], f"{base}/{{}}/{_brace_free(days[1])}")
    last = context.day(days[1], f"{base}/{_brace_free(days[0])}/{{}}")
    if not typed or first > last:
        return Moved(paths.diff(expression.path_of(eid), min(first, last), max(first, last)))
    return diff_page(expression, (first, last), eid)


def _brace_free(text: str) -> str:
    return text.replace("{", "").replace("}", "")


COMPARED = LawSection("diff", open_comparison, lambda law: (
    paths.comparisons(law.law.id, law.lang), *(paths.diff(law.path, *days) for days in law.stretches.compared)))
