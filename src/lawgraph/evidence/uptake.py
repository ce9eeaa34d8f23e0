"""Which acts an edition has taken up: shown as applied, left out, or open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from lawgraph.evidence.noting import Placed, noted_at
from lawgraph.evidence.sources import Edition, LawSources, Steps, fact_of, steps
from lawgraph.law.amendments import RECORDED, Action, Amendment, RuleKind, Scope, SourceKind
from lawgraph.law.authors import Unnamed
from lawgraph.law.document import Claim, UnreadKind
from lawgraph.law.eid import Eid, Kind

LEFT_TO_THE_ACT = {RuleKind.SEE, RuleKind.UNSTATED}
_DROPPING = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION, Action.EXPIRY}

Named = frozenset[tuple[str, str]]
"""Pairs of (footnoted unit, act): the footnotes of the unit name the act."""


class Taken(Enum):
    """Tell whether an edition shows a change as applied.

    SILENT: an official edition does not tell of what surely operated by the day stated for it. Each is right of its own
    day, so its text is no text of before the change; what it was between the two nobody knows.
    """

    YES = "yes"
    NO = "no"
    OPEN = "open"
    SILENT = "silent"

    @property
    def has_it(self) -> "Taken":
        """Tell whether its text holds the change, whatever its notes tell."""
        return Taken.YES if self is Taken.SILENT else self


def named_acts(edition: Edition) -> Named:
    """Return which acts the footnotes of which unit name.

    Foreseen changes are not applied yet. A note on words replaced throughout stands apart: it tells nothing of other
    changes by the same act.
    """
    return frozenset((noted_at(claim.target, claim.action), act) for claim, act in _applied(edition))


def _applied(edition: Edition) -> Iterator[tuple[Claim, str]]:
    return ((claim, claim.act.name) for claim in edition.document.claims if claim.act and not claim.pending)


def uptake(law: LawSources, edition: Edition, amendments: Sequence[Placed]) -> tuple[Taken, ...]:
    """Tell for each amendment whether the edition has taken it up.

    It has when a footnote in the target's article names the act, or when a later insertion, new wording or exclusion
    shown there can have dropped that footnote; where intervals leave it open, both are assumed.
    """
    shown = _shown(law, edition, amendments)
    return tuple(_taken(shown, each) for each in amendments)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Hold what one edition shows: the acts it names, what was checked in it, and what can have dropped footnotes.

    `alone` tells that there is no other edition of the law, `several` that there are others in its language, `decides`
    that it may tell what was in operation. `told` are the acts named with a clause that tells their days, `left` those
    to which notes on a target leave them, `acts` those of which any note tells more than words replaced throughout.
    `parts` are all amendments of an act. `last` tells that no edition of the
    language is known to be later. `unread` holds for a unit the acts that each note on it
    names which is not understood.
    """

    edition: Edition
    alone: bool
    several: bool
    decides: bool
    printed: frozenset[Eid]
    living: frozenset[Eid]
    named: Named
    acts: frozenset[str]
    checked: Steps
    last: bool
    droppers: Mapping[str, Sequence[Placed]]
    told: Named
    left: Named
    parts: Mapping[str, Sequence[Placed]]
    unread: Mapping[str, Sequence[frozenset[str]]]


def _shown(law: LawSources, edition: Edition, amendments: Iterable[Placed]) -> _Shown:
    named = named_acts(edition)
    droppers: dict[str, list[Placed]] = defaultdict(list)
    parts: dict[str, list[Placed]] = defaultdict(list)
    for each in amendments:
        unnamed = isinstance(each.amendment.by, Unnamed) and _tells(edition, each)
        # A heading's note names the last act only.
        drops = each.amendment.action in _DROPPING or each.amendment.target.kind is Kind.HEADING
        if drops and (unnamed or _is_named(each, named)):
            droppers[each.amendment.target].append(each)
        if each.amendment.act:
            parts[each.amendment.act.name].append(each)
    printed = frozenset(each.eid for each in edition.document.provisions)
    living = frozenset(each.eid for each in edition.document.provisions if not each.excluded)
    decides = edition.official or not law.official
    alone = len(law.editions) == 1
    several = sum(each.lang == edition.lang for each in law.editions) > 1
    return _Shown(edition, alone, several, decides, printed, living, named,
                  frozenset(act for unit, act in named if not unit.startswith("throughout")), steps(law),
                  edition is law.last_in(edition.lang), droppers, _told(edition), _left(edition), parts,
                  _unread(edition))


def _unread(edition: Edition) -> Mapping[str, Sequence[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for unread in edition.document.unread:
        if unread.kind is UnreadKind.NOTE:
            names = frozenset(act.name for act in unread.acts)
            own, other = unread.eids[0], unread.eids[-1].outermost
            # Under an article stands the note on another one: its own, whatever acts that named, may be lost.
            instead = own.kind is other.kind is Kind.ARTICLE and own != other
            for eid in unread.eids:
                found[eid].append(frozenset() if instead and eid == own else names)
    return found


def _told(edition: Edition) -> Named:
    """Return which acts the footnotes of which unit name with a clause of their own, not left to the act."""
    return frozenset((noted_at(claim.target, claim.action), act) for claim, act in _applied(edition)
                     if claim.operation.kind not in LEFT_TO_THE_ACT)


def _left(edition: Edition) -> Named:
    """Return to which acts the notes on which targets leave their day."""
    return frozenset((claim.target, act) for claim, act in _applied(edition) if claim.operation.kind in LEFT_TO_THE_ACT)


def _checked(shown: _Shown, each: Amendment) -> bool | None:
    """Tell whether a fact says that the change was looked for in the edition, with the answer."""
    fact = fact_of(shown.checked, each)
    told = dict(fact.reflected).get(shown.edition.lang) if fact else None
    if fact is None or told is None or (told and not shown.last):
        return None
    # An edition of a later day was not yet there to be checked.
    known_by = shown.edition.day or shown.edition.retrieved
    return told if known_by is None or known_by <= fact.record.recorded else None


def _taken(shown: _Shown, placed: Placed) -> Taken:
    each, day = placed.amendment, shown.edition.as_of
    if each.stands_in:
        return _stand_in(shown, placed)
    if day is not None and not each.operative.possibly_by(day):
        return Taken.NO
    if each.undoes or each.act is None or each.action is Action.NOT_UNDERSTOOD:
        return _undone(shown, each) if each.undoes else _by_its_day(shown, placed, _unnamed(shown, placed))
    told = _checked(shown, each)
    if told:
        return Taken.YES
    return _not_found(shown, placed) if told is False else _by_its_day(shown, placed, _by_footnotes(shown, placed))


def _by_its_day(shown: _Shown, placed: Placed, told: Taken) -> Taken:
    """Tell of a change of which an edition does not tell whether its day allows that.

    Where a note names several articles, it may stand behind the end of one that is cut off.
    One dated by adoption is ahead of its day, never behind it. One that prints no notes is silent for no reason, and
    may have been made ahead of what was adopted.
    """
    each, day = placed.amendment, shown.edition.day if shown.edition.official else None
    if told is Taken.NO and any(_is_behind_the_end(shown, place) for place in placed.noted):
        return Taken.OPEN
    if told is Taken.NO and day and each.operative.certainly_by(day):
        return Taken.SILENT
    by, adopted = shown.edition.day or shown.edition.retrieved, each.act.adopted if each.act else None
    adopted_then = adopted is not None and by is not None and adopted <= by
    made_ahead = adopted_then and not each.foreseen_in(shown.edition.file)
    there = by is None or each.operative.possibly_by(by) or made_ahead
    noteless = shown.edition.noteless and there and not _lacks(shown, each)
    unknown = noteless or (day and each.operative.possibly_by(day))
    ahead = each.act_name in shown.edition.ahead or _is_foreseen_late(shown, each)
    return Taken.OPEN if told is Taken.NO and (unknown or ahead) else told


def _is_foreseen_late(shown: _Shown, each: Amendment) -> bool:
    """Tell whether a page saved after the day of a change still foresees it: its text may be of either time."""
    saved = shown.edition.retrieved if shown.edition.day is None else None
    told = each.foreseen_in(shown.edition.file)
    still_there = each.action.removes and _is_still_there(shown, each)
    return saved is not None and told and each.operative.certainly_by(saved) and not still_there


def _is_behind_the_end(shown: _Shown, article: Eid) -> bool:
    """Tell whether an edition that does not come to the signature may be cut off before an article."""
    return not shown.edition.document.signed and article.kind is Kind.ARTICLE and all(
        article.order > each.order for each in shown.printed if each.kind is Kind.ARTICLE)


def _undone(shown: _Shown, each: Amendment) -> Taken:
    """Tell whether an edition shows what came when a change for a time ended: its note may be printed before that.

    A page saved after the end that still tells of the change may print the text of either time.
    """
    by = shown.edition.applied_by
    late = shown.edition.day is None and not each.action.removes and any(
        (source.file, source.kind) == (shown.edition.file, SourceKind.CLAIM) for source in each.sources)
    if by is None:
        return Taken.NO if each.action.removes and _is_still_there(shown, each) else Taken.OPEN
    over = each.operative.certainly_by(by)
    return (Taken.OPEN if late else Taken.YES) if over else Taken.NO


def _not_found(shown: _Shown, placed: Placed) -> Taken:
    """Tell of a change that was looked for and not found: what shows it may be another page than was seen."""
    other = shown.several or (shown.edition.as_of is None and shown.edition.retrieved is None)
    return Taken.OPEN if other and _by_footnotes(shown, placed) is not Taken.NO else Taken.NO


def _by_footnotes(shown: _Shown, placed: Placed) -> Taken:
    if _tells(shown.edition, placed) or _is_named(placed, shown.named):
        return _in_parts(shown, placed) if _may_be_later_part(shown, placed) else Taken.YES
    told = _dropped(shown, placed)
    if told is Taken.NO and _prints_no_notes(shown, placed.amendment):
        return Taken.OPEN
    unsure = told is Taken.NO and (_may_be_told(shown, placed) or _is_named_beneath(shown, placed.amendment))
    return Taken.OPEN if unsure else told


def _is_named_beneath(shown: _Shown, each: Amendment) -> bool:
    """Tell whether a note on any unit names an act that changed something in the law: it may tell of that."""
    somewhere = each.scope is Scope.SOMEWHERE and (each.target.kind is Kind.LAW or each.target.kind.divides)
    return somewhere and each.act_name in shown.acts


def _prints_no_notes(shown: _Shown, each: Amendment) -> bool:
    """Tell whether an official edition dated by adoption, behind a change, has no footnote at all: they are lost.

    Where it prints what was before the change, it is silent about it as any other edition is.
    """
    edition = shown.edition
    adoption = edition.day if edition.official and edition.as_of is None else None
    return adoption is not None and each.operative.certainly_by(adoption) and not _lacks(shown, each) and (
        all(claim.editorial for claim in edition.document.claims))


def _may_be_told(shown: _Shown, placed: Placed) -> bool:
    """Tell whether a note that is not understood may tell of the change: it names the act, or none."""
    act = placed.amendment.act_name
    return any(not names or act in names for place in placed.around for names in shown.unread.get(place, ()))


def _unnamed(shown: _Shown, placed: Placed) -> Taken:
    """Tell whether an edition shows the change by an act without a name: one that prints what was before does not.

    Another edition that leaves its act unnamed too may speak of the same act, or of another one.
    """
    each = placed.amendment
    if each.action is Action.NOT_UNDERSTOOD:
        return Taken.OPEN
    if _tells(shown.edition, placed):
        return Taken.YES
    return Taken.NO if _lacks(shown, each) and _dropped(shown, placed) is Taken.NO else Taken.OPEN


def _is_still_there(shown: _Shown, each: Amendment) -> bool:
    """Tell whether an edition prints what a change ends: at a place in a list it may be what followed."""
    return each.target in shown.living and not each.target.kind.counted


def _lacks(shown: _Shown, each: Amendment) -> bool:
    """Tell whether an edition prints what a change ends, the law too, or does not print what it brings in."""
    if each.action.removes:
        return _is_still_there(shown, each)
    return each.action is Action.REPEAL or (each.action is Action.INSERTION and each.target not in shown.printed)


def _in_parts(shown: _Shown, placed: Placed) -> Taken:
    """Tell of an act named for one part whether another is shown: what it inserts would be printed."""
    lacking = placed.amendment.action is Action.INSERTION and _lacks(shown, placed.amendment)
    return Taken.NO if lacking and _dropped(shown, placed) is Taken.NO else Taken.OPEN


def _tells(edition: Edition, placed: Placed) -> bool:
    return edition.file in placed.telling


def _may_be_gone_still(shown: _Shown, back: Amendment) -> bool:
    """Tell whether a line tells of the end of a provision, and that was before it came back."""
    droppers = (each.amendment for each in shown.droppers.get(back.target, ()))
    ends = (each.operative.earliest for each in droppers if each.action.removes)
    back_from = back.operative.earliest
    return back.target not in shown.living and any(end and back_from and end < back_from for end in ends)


def _stand_in(shown: _Shown, placed: Placed) -> Taken:
    """Tell whether an edition came after acts that no source names.

    The one whose footnote dropped them surely did, and so did one that prints what an unnamed act inserted.
    """
    each = placed.amendment
    stated, until = shown.edition.as_of, shown.edition.told_until
    later = stated is not None and not each.operative.possibly_by(stated)
    if each.action is Action.INSERTION:
        if each.target not in shown.printed and _is_behind_the_end(shown, each.target.outermost):
            return Taken.OPEN
        came = Taken.OPEN if _may_be_gone_still(shown, each) else Taken.YES
        return came if each.target in shown.printed and not later else Taken.NO
    if each.action.removes:
        gone = each.target not in shown.living
        return Taken.YES if gone else Taken.NO if _is_still_there(shown, each) else Taken.OPEN
    if _tells(shown.edition, placed):
        return Taken.YES
    # A page that may have been made ahead of changes can show what operated only after its day.
    if later:
        return Taken.NO
    whole = shown.decides and until is not None and each.operative.certainly_by(until)
    return Taken.YES if whole else Taken.OPEN


def _dropped(shown: _Shown, placed: Placed) -> Taken:
    """Tell whether a later change shown around the target can have dropped the footnote.

    An act that a note names may have come there for an earlier part of it than the one that drops notes.
    """
    each, day = placed.amendment, shown.edition.as_of
    later = [dropper for place in placed.around for dropper in shown.droppers.get(place, ())
             if dropper.amendment.by != each.by and dropper.amendment.operative.possibly_with_or_after(each.operative)
             and (day is None or dropper.amendment.operative.possibly_by(day))]
    by = None if shown.edition.as_of else shown.edition.day or shown.edition.retrieved
    ahead = by is not None and not each.operative.certainly_by(by)
    # A page that shows the later change before its day may lack what begins between.
    if not ahead and any(not each.operative.possibly_with_or_after(dropper.amendment.operative)
                         and not _may_be_later_part(shown, dropper) for dropper in later):
        return Taken.YES
    return Taken.OPEN if later else Taken.NO


def _may_be_later_part(shown: _Shown, placed: Placed) -> bool:
    """Tell whether a footnote may name an act that starts in parts for an earlier part than this one.

    A footnote on the unit that prints a clause of its own speaks of what the act did there; another one may speak of
    whatever the act did anywhere.
    """
    each, day = placed.amendment, shown.edition.as_of
    if each.act is None or (day is not None and each.operative.certainly_by(day)):
        return False
    # What an act's own words leave without a day may be done in several steps.
    undated = each.operative.latest is None and each.sources[0].kind is SourceKind.ACT
    if undated or (each.deferred and not shown.alone):
        return True
    own = (each.operative.earliest, each.operative.latest)
    others = [other for other in shown.parts[each.act.name]
              if (other.amendment.operative.earliest, other.amendment.operative.latest) != own]
    # A note left to the act, joined to what is recorded of one of its steps, may be one on another step.
    of_any_step = each.sources[0].kind in RECORDED and (
        each.operative.latest is None or (each.target, each.act.name) in shown.left)
    if each.scope is Scope.SOMEWHERE and not of_any_step and _tells(shown.edition, placed) and not any(
            (other.amendment.target, other.amendment.scope) == (each.target, each.scope) for other in others):
        return False
    told = {unit for unit in placed.naming if (unit, each.act.name) in shown.told}
    return any(other.amendment.operative.possibly_with_or_before(each.operative) for other in others
               if not told or other.unit in placed.naming or told.intersection(other.naming))


def _is_named(placed: Placed, named: Named) -> bool:
    act = placed.amendment.act
    return act is not None and any((unit, act.name) in named for unit in placed.naming)
