"""The lanes of pictures: the articles of a law, and the parts of a provision, over the days."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lawgraph.law.days import unknown_first
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Presence, Version
from lawgraph.site.pages.answers import answer_of, last_day
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.lanes_picture import Lane, Stretch, gapless, joined
from lawgraph.timeline.grading import Grade, grade_of
from lawgraph.voice.days import span_in_words
from lawgraph.voice.names import provision_name, short_name
from lawgraph.voice.speaking import Voice, capitalized, message

WORDS = {
    Grade.HELD: message("held"), Grade.PROBABLY: message("probably held"), Grade.PARTLY: message("partly held"),
    Grade.UNCONFIRMED: message("in operation, wording not confirmed"),
    Grade.UNHELD: message("in operation, wording not held"), Grade.UNCERTAIN: message("uncertain"),
    Grade.ABSENT: message("not in operation"),
}
"""What a bar says, by its grade."""

_LANES = {Kind.ARTICLE, Kind.PREAMBLE, Kind.ANNEX}


def lanes_of_law(expression: Expression, versions: Iterable[Version]) -> tuple[Lane, ...]:
    """Return a lane for each article, and for what else stands at the top, with how much of it is held."""
    histories: dict[Eid, list[Version]] = defaultdict(list)
    for version in versions:
        histories[version.eid].append(version)
    return lanes_of_division(expression, histories)


def lanes_of_division(expression: Expression, histories: Mapping[Eid, Sequence[Version]]) -> tuple[Lane, ...]:
    """Return a lane for each article of a law or of a chapter, with how much of it is held."""
    members: dict[Eid, dict[Eid, Sequence[Version]]] = defaultdict(dict)
    for eid, versions in histories.items():
        members[eid.outermost][eid] = versions
    return tuple(Lane(provision_name(place.eid, expression.voice), expression.path_of(place.eid),
                      _of_article(place.eid, members[place.eid], expression.voice))
                 for place in expression.places if place.kind in _LANES and place.eid in histories)


def lanes_of_provision(expression: Expression, eid: Eid, versions: Mapping[Eid, Sequence[Version]]) -> tuple[Lane, ...]:
    """Return a lane for the own text of a provision and for each of its parts."""
    lanes = []
    for place in expression.places:
        if place.eid in versions:
            name = (_lane_name(expression.voice, eid, place.eid) if len(versions) > 1
                    else provision_name(eid, expression.voice))
            stretches = tuple(_of_version(expression, each, place.kind) for each in versions[place.eid])
            lanes.append(Lane(name, expression.path_of(place.eid), joined(stretches)))
    return tuple(lanes)


def _lane_name(voice: Voice, asked: Eid, eid: Eid) -> str:
    """Return how a part is called on the page of what encloses it."""
    if eid == asked:
        return voice.say("Own text")
    steps = [each for each in reversed((eid, *eid.ancestors)) if not asked.within(each)]
    return capitalized(", ".join(short_name(each, voice) for each in steps))


def _of_version(expression: Expression, version: Version, kind: Kind) -> Stretch:
    first = version.start.latest or version.start.earliest or expression.law.adopted
    answer, before = answer_of(version, first, kind, expression.voice), version.before.earliest
    return Stretch(first, before, answer.grade, _told(first, before, answer.word, expression.voice))


def _of_article(eid: Eid, members: Mapping[Eid, Sequence[Version]], voice: Voice) -> tuple[Stretch, ...]:
    days = sorted({version.start.latest for each in members.values() for version in each if version.start.latest})
    starts = {part: [unknown_first(each.start.latest) for each in versions] for part, versions in members.items()}
    stretches = []
    for first, before in gapless(days):
        moment = unknown_first(first)
        standing = {part: versions[bisect_right(starts[part], moment) - 1] for part, versions in members.items()
                    if starts[part][0] <= moment}
        grade = _summed(standing[eid], tuple(standing.values()))
        stretches.append(Stretch(first, before, grade, voice.say(WORDS[grade])))
    return tuple(Stretch(each.first, each.before, each.grade, _told(each.first, each.before, each.told, voice))
                 for each in joined(stretches))


def _summed(own: Version, parts: Sequence[Version]) -> Grade:
    """Return one grade for an article and its parts."""
    if own.in_operation in (Presence.NO, Presence.POSSIBLE):
        return grade_of(own)
    grades = [grade_of(each) for each in parts if each.in_operation is not Presence.NO and (each.text != "")]
    if all(each is Grade.HELD for each in grades):
        return Grade.HELD
    if all(each in (Grade.HELD, Grade.PROBABLY) for each in grades):
        return Grade.PROBABLY
    return Grade.PARTLY if any(each in (Grade.HELD, Grade.PROBABLY) for each in grades) else Grade.UNHELD


def _told(first: date, before: date | None, word: str, voice: Voice) -> str:
    return f"{word}: {span_in_words(first, last_day(before), voice)}"
