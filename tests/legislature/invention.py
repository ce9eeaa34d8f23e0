"""Invent laws and their lives; the same seed gives the same life.

First the acts get their days, then each act, in order of operation, changes the law as it stands on that day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from lawgraph.facts.commencement import count_days
from lawgraph.law.amendments import Action, OperationRule, RuleKind
from legislature.changes import Legislator
from legislature.features import Feature
from legislature.grafts import for_a_time, own_words
from legislature.history import ENDING, Change, Event, Habits, Held, History, Stated, TrueAct, apply, overlap, within
from legislature.shapes import Shapes, step_of
from legislature.words import Words

_TEN_DAYS = OperationRule(RuleKind.AFTER_PUBLICATION, days=10)
_TERMS = (OperationRule(RuleKind.AFTER_PUBLICATION, days=60), OperationRule(RuleKind.AFTER_PUBLICATION, months=6),
          OperationRule(RuleKind.AFTER_PUBLICATION, days=30), OperationRule(RuleKind.AFTER_PUBLICATION, months=3))
_OF_PARTS = {Feature.CHANGED_IN_TWO_STEPS, Feature.PARTS_BY_RULE, Feature.NOTED_AT_CHAPTER, Feature.ACTS_ALL_KNOWN,
             Feature.CALLED_OFF, Feature.FORESEEN, Feature.ACTS_SPEAK_OF_INTERIM, Feature.ACTS_SPEAK_OF_SPANS,
             Feature.ACTS_REWRITTEN}
_CONVOCATIONS = ((2012, "IV"), (2016, "V"), (2021, "VI"), (2023, "VII"), (9999, "VIII"))


@dataclass(slots=True)
class _Draft:
    """Hold an act whose changes are still being made; `second` is the later rule of an act that starts in parts."""

    number: str
    adopted: date
    published: date
    rule: OperationRule
    second: OperationRule | None
    defers: bool
    style: int
    changes: list[Change] = field(default_factory=list)
    called_off: list[Change] = field(default_factory=list)

    def final(self) -> TrueAct:
        """Return the act as it will stay."""
        return TrueAct(self.number, self.adopted, self.published, self.rule, tuple(self.changes), self.defers,
                       self.style, tuple(self.called_off))


def invent(seed: int, habits: Habits | None = None) -> History:
    """Invent a law and its whole true history; without `habits` the seed decides on them too."""
    rng = Random(seed)  # noqa: S311 - invention, not secrecy
    return _Inventor(rng, habits or _habits(rng)).history(seed)


def habits_of(seed: int) -> Habits:
    """Return the habits that a seed brings by itself."""
    return _habits(Random(seed))  # noqa: S311 - invention, not secrecy


def first_day(published: date, rule: OperationRule) -> date:
    """Return the true first day of operation under a rule."""
    if rule.day is not None:
        return rule.day
    return published if rule.kind is RuleKind.ON_PUBLICATION else count_days(published, rule)


def _habits(rng: Random) -> Habits:
    held = rng.choice((Held.NONE, Held.NONE, Held.SOME, Held.SOME, Held.COMPLETE))
    stated = rng.choice((Stated.NOTHING, Stated.NOTHING, Stated.DAY, Stated.RETRIEVED))
    suspensions = rng.random() < 0.3 and held is Held.NONE    # a fact has no place for the day on which one ends
    return Habits(held, kept=rng.random() < 0.6, stale=rng.random() < 0.3, stated=stated, texts=rng.random() < 0.3,
                  suspensions=suspensions)


class _Inventor:
    def __init__(self, rng: Random, habits: Habits) -> None:
        self._rng = rng
        self._habits = habits
        self._words = Words(rng)
        self._shapes = Shapes(rng, self._words)
        self._numbers = rng.sample(range(10, 600), 16)

    def history(self, seed: int) -> History:
        adopted = date(2006 + int(self._rng.random() * 13), 1, 1) + timedelta(int(self._rng.random() * 365))
        published = adopted + timedelta(self._delay())
        rule = _TEN_DAYS if self._rng.random() < 0.8 else _TERMS[int(self._rng.random() * 2)]
        start = first_day(published, rule)
        number = self._number(adopted)
        original, chapters = self._law(rule)
        late = self._late(original, chapters, start)
        homes = dict(chapters)
        acts = self._repealed(for_a_time(self._rng, self._habits, self._enact(original, homes, self._schedule(adopted, start))))
        history = History(seed, self._habits, number, adopted, published, rule, start, tuple(original.items()),
                          tuple(homes.items()), acts, start, late=late)
        history = own_words(self._rng, history)
        history = replace(history, printed_on=self._printing_day(history))
        history = replace(history, left_out=self._left_out(history)) if self._habits.stale else history
        return _ahead(history) if self._has(Feature.MADE_AHEAD) else history

    def _has(self, feature: Feature) -> bool:
        return feature in self._habits.features

    def _late(self, texts: dict[str, str], chapters: tuple[tuple[str, str], ...], start: date
              ) -> tuple[tuple[str, date], ...]:
        """Let one article start later than the law, and its closing article say so in a paragraph of its own."""
        if not self._has(Feature.PART_STARTS_LATER):
            return ()
        article = self._rng.choice(chapters[:-1])[0]
        day = start + timedelta(20 + int(self._rng.random() * 400))
        last = chapters[-1][0]
        own, texts[last] = texts[last], ""
        texts |= {f"{last}__para_1": own,
                  f"{last}__para_2": f"Article {article.removeprefix('art_')} of this Law enters into force from "
                                     f"{day.day:02d}.{day.month:02d}.{day.year}."}
        return ((article, day),)

    def _law(self, rule: OperationRule) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
        """Return the texts as adopted, and the chapter of each article."""
        texts = {"law__heading": self._words.title(), "preamble": self._words.preamble()}
        chapters, article = [], 0
        for chapter in range(1, 3 + int(self._rng.random() * 2)):
            texts |= {f"chp_{chapter}": "", f"chp_{chapter}__heading": self._words.heading()}
            for _ in range(1 + int(self._rng.random() * 3)):
                article += 1
                texts |= self._shapes.article(f"art_{article}")
                chapters.append((f"art_{article}", f"chp_{chapter}"))
        last = f"art_{article + 1}"
        chapters.append((last, f"chp_{chapter}"))
        term = "six months" if rule.months else {10: "ten calendar days", 60: "sixty calendar days"}[rule.days or 10]
        texts |= {f"{last}__heading": "Order of enforcement of this Law",
                  last: f"This Law enters into force upon expiry of {term} after its first official publication."}
        return self._counted_anew(texts, tuple(chapters)) if self._has(Feature.CHAPTERS_ANEW) else (texts, tuple(chapters))

    def _counted_anew(self, texts: dict[str, str], chapters: tuple[tuple[str, str], ...]
                      ) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
        """Put the first chapter into a section of its own, so that the second one is the first of another."""
        anew = {f"chp_{number}": f"sec_1__chp_{number}" if number == 1 else f"sec_2__chp_{number - 1}" for number in range(1, 5)}
        sections = {eid: text for number in (1, 2)
                    for eid, text in ((f"sec_{number}", ""), (f"sec_{number}__heading", self._words.heading()))}
        renamed = {"__".join((anew.get(eid.partition("__")[0], eid.partition("__")[0]), *eid.split("__")[1:])): text
                   for eid, text in texts.items()}
        return sections | renamed, tuple((article, anew[chapter]) for article, chapter in chapters)

    def _schedule(self, adopted: date, start: date) -> list[_Draft]:
        drafts: list[_Draft] = []
        day = adopted + timedelta(15 + int(self._rng.random() * 300))
        for _ in range(int(self._rng.random() * 8)):
            draft = self._draft(day, drafts[-1] if drafts else None)
            if min(first_day(draft.published, rule) for rule in (draft.rule, draft.second or draft.rule)) > start:
                drafts.append(draft)
            day = draft.adopted + timedelta(int(self._rng.random() ** 2 * 900))
        return drafts

    def _draft(self, adopted: date, former: _Draft | None) -> _Draft:
        published = adopted + timedelta(self._delay())
        rule, second = self._rule(published), None
        if former is not None and self._rng.random() < (0.6 if self._has(Feature.SAME_DAY) else 0.2):
            same = first_day(former.published, former.rule)
            rule = OperationRule(RuleKind.ON_DAY, day=same) if same > published else rule
        if self._rng.random() < (0.6 if self._habits.features & _OF_PARTS else 0.15):
            later = first_day(published, rule) + timedelta(1 + int(self._rng.random() * 500))
            second = OperationRule(RuleKind.ON_DAY, day=later.replace(day=1) + timedelta(31))
        return _Draft(self._number(adopted), adopted, published, rule, second, self._rng.random() < 0.1,
                      int(self._rng.random() * 6))

    def _rule(self, published: date) -> OperationRule:
        chance = self._rng.random()
        if chance < 0.6:
            return _TEN_DAYS
        if chance < 0.8:
            return self._rng.choice(_TERMS)
        if chance < 0.84:
            return OperationRule(RuleKind.ON_PUBLICATION)
        later = published + timedelta(32 + int(self._rng.random() * 400))
        new_year = later.year > published.year and self._rng.random() < 0.5
        return OperationRule(RuleKind.ON_DAY, day=later.replace(day=1, month=1 if new_year else later.month))

    def _enact(self, original: dict[str, str], homes: dict[str, str], drafts: list[_Draft]) -> tuple[TrueAct, ...]:
        state = dict(original)
        legislator = Legislator(self._rng, self._shapes, self._words, self._habits, homes)
        steps = [(first_day(draft.published, rule), index, rule)
                 for index, draft in enumerate(drafts) for rule in (draft.rule, draft.second) if rule]
        brought: list[tuple[date, str]] = []
        for day, index, rule in sorted(steps, key=lambda step: step[:2]):
            for _ in range(1 + int(self._rng.random() * 4)):
                legislator.begin(day, [eid for first, eid in brought if first == day])
                change = legislator.change(state, drafts[index].changes)
                # No law changes what it brings on the same day: what is changed was there the day before.
                fresh = change is not None and _fresh(change, [eid for first, eid in brought if first == day])
                if change is not None and (self._has(Feature.SAME_DAY) or not fresh):
                    brought += [(day, eid) for eid in (change.eid, *dict(change.texts)) if change.action is Action.INSERTION]
                    made = replace(change, operative=day, rule=rule)
                    if off := self._called_off(drafts[index], made):
                        drafts[index].called_off.append(off)
                        continue
                    if change.action is Action.SUSPENSION:
                        made = replace(made, until=day + timedelta(30 + int(self._rng.random() * 900)))
                    legislator.record(made)
                    drafts[index].changes.append(made)
                    apply(state, made)
        return tuple(draft.final() for draft in drafts if draft.changes)

    def _called_off(self, draft: _Draft, change: Change) -> Change | None:
        """Return a later step of an act, with the day on which it was called off, where it never comes."""
        later = change.rule is draft.second and (change.operative - draft.published).days > 40
        if not (later and self._has(Feature.CALLED_OFF)) or change.action is Action.INSERTION:
            return None
        days = (change.operative - draft.published).days
        return replace(change, until=draft.published + timedelta(20 + int(self._rng.random() * (days - 30))))

    def _repealed(self, acts: tuple[TrueAct, ...]) -> tuple[TrueAct, ...]:
        if not acts or self._rng.random() > (1 if self._has(Feature.END_UNREAD) else 0.25):
            return acts
        days = [change.operative for act in acts for change in act.changes]
        adopted = max(*days, *(act.adopted for act in acts)) + timedelta(20 + int(self._rng.random() * 600))
        published = adopted + timedelta(self._delay())
        new_year = OperationRule(RuleKind.ON_DAY, day=date(published.year + 1, 1, 1))
        rule = self._rng.choice((_TEN_DAYS, _TERMS[0], new_year))
        repeal = Change("law", Action.REPEAL, first_day(published, rule), rule)
        return (*acts, TrueAct(self._number(adopted), adopted, published, rule, (repeal,)))

    def _printing_day(self, history: History) -> date:
        if self._has(Feature.MADE_AHEAD) and history.acts:
            adopted = self._rng.choice(history.acts).adopted + timedelta(int(self._rng.random() * 20))
            return max(adopted, history.start)
        days = history.boundaries
        if self._has(Feature.HEADING_NOTED_ONCE):
            return days[int(self._rng.random() * len(days))]
        day = days[-1] if self._rng.random() < 0.7 else self._rng.choice(days)
        return day + timedelta(int(self._rng.random() ** 2 * 500) if self._rng.random() < 0.8 else 0)

    def _left_out(self, history: History) -> frozenset[str]:
        """Choose acts that the translation never took up, such that the page stays well defined without them."""
        printed = [each for each in history.events if each.change.operative <= history.printed_on]
        inventive = {each.act.number for each in printed
                     if each.change.action not in (Action.REPEAL, Action.SUSPENSION)}
        left: set[str] = set()
        for number in self._rng.sample(sorted(inventive), len(inventive)):
            without = left | {number}
            if len(left) < 2 and separable(printed, [event.act.number not in without for event in printed]):
                left = without
        return frozenset(left)

    def _delay(self) -> int:
        """Days from adoption to first official publication: mostly 1 to 8, never above the statutory 30."""
        return 1 + int(self._rng.random() * (8 if self._rng.random() < 0.85 else 30))

    def _number(self, adopted: date) -> str:
        convocation = next(name for before, name in _CONVOCATIONS if adopted.year < before)
        return f"{self._numbers.pop()}-{convocation}"


def _ahead(history: History) -> History:
    """Let the page show what was adopted by its day, where it can be printed so."""
    adopted = frozenset(each.number for each in history.acts if each.adopted <= history.printed_on)
    early = replace(history, ahead=adopted)
    return early if separable(history.events, [early.shows(event) for event in history.events]) else history


def _fresh(change: Change, brought: Sequence[str]) -> bool:
    return change.action is not Action.INSERTION and any(within(change.eid, eid) for eid in brought)


def separable(events: Sequence[Event], shown: Sequence[bool]) -> bool:
    """Tell whether the changes that are shown can be printed without the others before them.

    They can where nothing shown later reaches into a target of a change not shown, but a new wording, insertion or
    exclusion of the whole article: its footnote drops what stood before.
    """
    for place, event in enumerate(events):
        if not shown[place]:
            later = (each.change for each, told in zip(events[place + 1:], shown[place + 1:], strict=True) if told)
            if any(not stays for stays in _stays_clear(event.change, later)):
                return False
    return True


def _stays_clear(missing: Change, later: Iterator[Change]) -> Iterator[bool]:
    for change in later:
        if drops(change, missing):
            return
        yield not _disturbs(missing, change)


def drops(change: Change, missing: Change) -> bool:
    """Tell whether a change of a whole article leaves no trace of an earlier change in it, and none is needed."""
    rewords = change.action is Action.SUBSTITUTION or change.action in ENDING
    inside = missing.eid != change.eid or missing.action is Action.SUBSTITUTION
    return rewords and inside and change.eid == change.article and within(missing.eid, change.eid)


def _disturbs(missing: Change, change: Change) -> bool:
    if missing.words is not None or change.words is not None:
        return False
    one, other = step_of(missing.eid), step_of(change.eid)
    shifted = one[:2] == other[:2] and one[1] in ("al", "indent")
    return shifted or any(overlap(one, other) for one in missing.reach for other in change.reach)
