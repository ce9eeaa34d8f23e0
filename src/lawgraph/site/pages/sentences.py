"""What pages say of a law as a whole, of a provision with its parts, of what is coming and what has gone."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lawgraph.languages.spoken import DayForm
from lawgraph.law.amendments import Amendment
from lawgraph.law.days import DayBounds, soonest
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.versions import Presence, ReasonKind, Version
from lawgraph.site.pages.evidence import changes_of
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.values import (
    ChangeRow,
    Days,
    LinkedAct,
    ShownAnswer,
    TextBlock,
    answer_of,
    without_reasons_of_the_law,
)
from lawgraph.timeline.consolidation import Grade, LawAnswer, OnDay
from lawgraph.voice.names import act_in_words, bounds_in_words, day_in_words
from lawgraph.voice.sentences import (
    PARTLY,
    because,
    citation_sentence,
    completeness_sentence,
    lagging_sentence,
    not_for_court,
    translation_sentence,
)
from lawgraph.voice.speaking import ENGLISH, Tense, Voice, capitalized, message

_PARTLY = message("%(held)s of its %(count)s provisions are held as they read %(as_on)s; of %(doubts)s the wording, or "
                  "whether it was in operation, is not certain.")
_PARTLY_AS_SURE = message("%(held)s of its %(count)s provisions are as sure as the law as a whole %(as_on)s; of "
                          "%(doubts)s the wording, or whether it was in operation, is not certain.")
_RELIANCE = message("only for the provisions that bear no sign of doubt; cite each of the other %(doubts)s on its own")
_RELIANCE_AS_SURE = message("only for the provisions that bear no sign of doubt, and no further than the law as a "
                            "whole is sure; cite each of the other %(doubts)s on its own")

_NONE = message("No act changed it %(between)s.")
_NONE_KNOWN = message("No act is known to have changed it %(between)s.")
_NONE_KNOWN_SINCE = message("No act is known to have changed it %(from_day)s on.")
_PERHAPS = message("%(acts)s may have changed it on any day %(between)s; the answer is the same for all of these days.")
_PERHAPS_SINCE = message("%(acts)s may change it on any day %(from_day)s on; the answer is the same for all of these "
                         "days.")


_LAW_YES = {
    Tense.PAST: message("The law was in operation %(as_on)s."), Tense.TODAY: message("The law is in operation."),
    Tense.LATER: message("As far as is known now, the law will be in operation %(as_on)s."),
}
_LAW_PROBABLY = {
    Tense.PAST: message("The law was probably in operation %(as_on)s: the sources speak only %(until)s."),
    Tense.TODAY: message("The law is probably in operation: the sources speak only %(until)s."),
    Tense.LATER: message("The law will probably be in operation %(as_on)s: the sources speak only %(until)s."),
}
_LAW_NO = {
    Tense.PAST: message("The law was not in operation %(as_on)s"), Tense.TODAY: message("The law is not in operation"),
    Tense.LATER: message("As far as is known now, the law will not be in operation %(as_on)s"),
}
_LAW_POSSIBLE = {
    Tense.PAST: message("Whether this law was in operation %(as_on)s is not certain"),
    Tense.TODAY: message("Whether this law is in operation today is not certain"),
    Tense.LATER: message("Whether this law will be in operation %(as_on)s is not certain"),
}


def law_sentence(expression: Expression, day: date) -> str:
    """Return what may be said of a law as a whole on a day."""
    voice = expression.voice
    as_on = day_in_words(day, voice, DayForm.AS_ON)
    answer, tense = expression.answer(day), voice.tense(day)
    if day < expression.law.adopted and answer.most is Presence.NO:
        return voice.say("The law did not exist %(as_on)s: it was adopted %(on_day)s.", as_on=as_on,
                         on_day=day_in_words(expression.law.adopted, voice, DayForm.ON))
    if answer.most is Presence.YES:
        return voice.say(_LAW_YES[tense], as_on=as_on)
    if answer.most is Presence.PRESUMED and expression.whole.horizon:
        return voice.say(_LAW_PROBABLY[tense], as_on=as_on,
                         until=day_in_words(expression.whole.horizon, voice, DayForm.UNTIL))
    told = voice.say((_LAW_NO if answer.most is Presence.NO else _LAW_POSSIBLE)[tense], as_on=as_on)
    return because(told, answer.because, voice) + _successor(expression, answer)


def _successor(expression: Expression, answer: LawAnswer) -> str:
    """Name the act that ended a law by its title, which tells what came in its place.

    A title that is not known in the language of the page is left out: a sentence is in one language.
    """
    ending = {each.act for each in answer.because if each.kind is ReasonKind.LAW_REPEALED}
    titles = {row.act.name: dict(row.titles).get(expression.voice.locale.letters) for row in expression.acts}
    voice = expression.voice
    return "".join(" " + voice.say("%(act)s is “%(title)s”.", act=act_in_words(name, voice), title=title)
                   for name, title in titles.items() if name in ending and title)


def unchanged(expression: Expression, eid: Eid, days: Days) -> str:
    """Return what may be said of the days of a stretch: it never says more than which acts are known.

    An act whose first day may lie inside the stretch may have changed it there; one that ended it on a known day has
    not, for there was nothing left to end. Empty where there is but one day.
    """
    voice, first, last = expression.voice, days.first, days.last
    if first is None:
        return voice.say("This day lies before the first day on which anything here can have been in operation.")
    if first == last:
        return ""
    bearing = expression.amendments if eid == LAW else expression.bearing_on(eid)
    acts = ", ".join(dict.fromkeys(
        act_in_words(each.act_name, voice) for each in bearing if not each.operative.certainly_by(first)
        and (last is None or each.operative.possibly_by(last))
        and not (each.action.ends and each.operative.exact)))
    if last is None:
        from_day = day_in_words(first, voice, DayForm.FROM)
        return capitalized(voice.say(_PERHAPS_SINCE if acts else _NONE_KNOWN_SINCE, acts=acts, from_day=from_day))
    complete = expression.law.acts_complete_until
    none = _NONE if complete is not None and last <= complete else _NONE_KNOWN
    between = bounds_in_words(DayBounds(first, last), voice)
    return capitalized(voice.say(_PERHAPS if acts else none, acts=acts, between=between))


def acts_sentence(expression: Expression) -> str:
    """Return which of the acts that amended a law are known, and when its text was retrieved."""
    source = expression.source
    return completeness_sentence(expression.law.acts_complete_until, source.retrieved if source else None,
                                 expression.voice)


def lagging(expression: Expression, found: Iterable[OnDay]) -> tuple[str, ...]:
    """Return which acts an expression does not show yet, of those in question on a day."""
    reasons = (why for each in found for why in each.version.because if why.kind is ReasonKind.NOT_SHOWN)
    return tuple(dict.fromkeys(lagging_sentence(expression.lang, each, expression.voice) for each in reasons))


def whole_answer(block: TextBlock, version: Version, day: date, voice: Voice = ENGLISH) -> ShownAnswer:
    """Return what may be said of a provision together with its parts: never more than of the weakest of them."""
    if block.answer.grade is Grade.ABSENT or not (block.doubts - block.doubtful):
        return answer_of(without_reasons_of_the_law(version), day, block.kind, voice)
    told = _PARTLY if _sure(block) else _PARTLY_AS_SURE
    sentence = voice.say(told, held=block.count - block.doubts, count=block.count, doubts=block.doubts,
                         as_on=day_in_words(day, voice, DayForm.AS_ON))
    mark, word = PARTLY
    return ShownAnswer(Grade.PARTLY, mark, voice.say(word), sentence)


def reliance(expression: Expression, block: TextBlock, version: Version) -> str:
    """Return what a citation may say of relying on a provision with its parts."""
    voice, translated = expression.voice, bool(expression.source and not expression.source.official)
    if block.answer.grade is Grade.ABSENT or not (block.doubts - block.doubtful):
        return translation_sentence(version, voice) if translated else citation_sentence(version, voice)
    told = voice.say(_RELIANCE if _sure(block) else _RELIANCE_AS_SURE, doubts=block.doubts)
    return not_for_court(told, voice) if translated else told


def _sure(block: TextBlock) -> bool:
    """Tell whether all that bears no sign of doubt is surely held; beyond the sources' last day it is only as sure as
    the law as a whole."""
    return all(each.doubtful or each.answer.grade in (Grade.HELD, Grade.ABSENT) for each in block.whole)


_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Notice:
    """Hold what one act does from one day on; `foreseen` tells that a source only foresees it."""

    act: LinkedAct | None
    operative: DayBounds
    foreseen: bool
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class Notices:
    """Hold what is coming and what has gone, as seen on a day; the nearest day first."""

    coming: tuple[Notice, ...]
    gone: tuple[Notice, ...]


def notices(expression: Expression, day: date) -> Notices:
    """Return what is coming and what has gone, as seen on a day."""
    coming = _notices(expression, lambda each: _is_coming(each, day))
    gone = _notices(expression, lambda each: _has_gone(each, day))
    return Notices(coming, gone[::-1])


def _is_coming(each: Amendment, day: date) -> bool:
    adopted = each.act is not None and each.act.adopted is not None and each.act.adopted <= day
    return adopted and not each.operative.certainly_by(day)


def _has_gone(each: Amendment, day: date) -> bool:
    return (each.act is not None and each.action.ends and each.operative.certainly_by(day)
            and not each.operative.certainly_by(day - _A_YEAR))


def _notices(expression: Expression, wanted: Callable[[Amendment], bool]) -> tuple[Notice, ...]:
    found: dict[tuple[str, DayBounds, bool], list[Amendment]] = defaultdict(list)
    for each in expression.amendments:
        if each.act and wanted(each):
            found[each.act.name, each.operative, each.foreseen].append(each)
    ordered = sorted(found.items(), key=lambda pair: (soonest(pair[0][1]), pair[0][0]))
    told = ((bounds, foreseen, changes_of(expression, own)) for (_, bounds, foreseen), own in ordered)
    return tuple(Notice(changes[0].act, bounds, foreseen, changes) for bounds, foreseen, changes in told)
