"""Invent single changes that fit the law as it stands: what a legislator could do to it on that day."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from lawgraph.law.amendments import Action, OperationRule, RuleKind
from legislature.edits import edits_between, reworded_in_places, stands_in
from legislature.features import Feature
from legislature.history import ENDING, WHOLE, Change, Habits, last_article, overlap, replaced, within
from legislature.rarities import Rarities
from legislature.shapes import Block, Shapes, is_chapter, order_of, step_of
from legislature.words import AGAIN, PAIRS, Words

_OPEN = OperationRule(RuleKind.UNSTATED)
_LISTED = ("point", "para")
_UNNUMBERED = ("al", "indent")
_BODY = (*_LISTED, *_UNNUMBERED)
State = Mapping[str, str]


class Legislator:
    """Make changes; remember which numbers were used, which articles are gone and which must be left alone."""

    def __init__(self, rng: Random, shapes: Shapes, words: Words, habits: Habits, homes: dict[str, str]
                 ) -> None:
        """Take chance from `rng`, structures and sentences from `shapes` and `words`; `homes` are articles' chapters."""
        self._rng = rng
        self._shapes = shapes
        self._words = words
        self._habits = habits
        self._excluded: dict[str, None] = {}
        self._articles: set[str] = set()
        self._rarities = Rarities(rng, shapes, words, habits.features, homes)
        again = Feature.WORDS_AGAIN in habits.features
        self._single = Feature.ACTS_SPEAK_OF_WORDS in habits.features
        self._pair: tuple[str, str] | None = None
        self._pairs = AGAIN if again else PAIRS
        self._kinds: tuple[tuple[float, Callable[[State], Change | None]], ...] = (
            (0.8 if self._single else 0.16, self._own_text), (0.14, self._point_inside), (0.09, self._at_end), (0.14, self._exclusion),
            (0.09, self._reuse), (0.12, self._restatement), (0.08, self._article_restated), (0.05, self._part_inserted),
            (0.2 if self._single else 0.06, self._heading), (0.04, self._article_inserted), (0.04, self._article_excluded),
            (0.5 if again else 0.03, self._words_throughout), (0.03, self._front), (0.02, self._expiry))
        self._weight = sum(weight for weight, _ in self._kinds)

    def change(self, state: State, made: Sequence[Change]) -> Change | None:
        """Return a change that fits the texts and leaves alone what the same act has changed."""
        self._articles.update(eid for eid in state if eid.startswith("art_") and "__" not in eid)
        for _ in range(8):
            change = self._rarities.change(state, made) or self._any_kind()(state)
            if change is not None and not any(_collide(change, each) for each in made):
                return change
        return None

    def begin(self, day: date, brought: Sequence[str]) -> None:
        """Tell of which day the next change will be, and what has been inserted on it."""
        self._rarities.today, self._rarities.brought = day, tuple(brought)

    def record(self, change: Change) -> None:
        """Remember what a change means for later ones."""
        if change.action in WHOLE:
            for eid in [each for each in self._excluded if change.covers(each)]:
                del self._excluded[eid]
        if change.action in ENDING and step_of(change.eid)[1] in (*_LISTED, "art"):
            self._excluded[change.eid] = None

    def _any_kind(self) -> Callable[[State], Change | None]:
        if self._habits.suspensions and self._rng.random() < 0.1:
            return self._suspension
        chance = self._rng.random() * self._weight
        for weight, kind in self._kinds:
            chance -= weight
            if chance < 0:
                return kind
        return self._own_text

    def _own_text(self, state: State) -> Change | None:
        eid = self._pick([eid for eid in self._provisions(state) if state[eid]])
        if eid is None:
            return None
        if self._single and self._rng.random() < 0.85:
            return self._single_words(state, eid)
        action = Action.SUBSTITUTION if self._rng.random() < 0.3 else Action.MODIFICATION
        return _change(own_target(state, eid), action, {eid: self._words.reworded(state[eid])})

    def _single_words(self, state: State, eid: str) -> Change:
        """Change words of a text; often those that were changed in another one just before."""
        pair = self._pair
        same = [each for each in self._provisions(state) if pair and stands_in(pair[0], [state[each]]) == 1]
        if pair and same and self._rng.random() < 0.5:
            eid = same[int(self._rng.random() * len(same))]
            text = re.sub(rf"\b{re.escape(pair[0])}\b", pair[1], state[eid]).replace(" ,", ",")
        else:
            text = reworded_in_places(state[eid], self._words, self._rng)
            text = text if text != state[eid] else self._words.reworded(text)
        edits = edits_between(state[eid], text)
        if len(edits) == 1 and edits[0].put and edits[0].end > edits[0].start:
            self._pair = edits[0].old(state[eid]), edits[0].put
        return _change(own_target(state, eid), Action.MODIFICATION, {eid: text})

    def _point_inside(self, state: State) -> Change | None:
        """Insert n-m after a point or paragraph."""
        base = self._pick(self._provisions(state, _LISTED))
        return self._after(state, base) if base else None

    def _after(self, state: State, base: str) -> Change | None:
        parent, prefix, number = step_of(base)
        stem = number.partition("-")[0]
        used = {step_of(each)[2] for each in (*state, *self._excluded) if step_of(each)[:2] == (parent, prefix)}
        free = next(f"{stem}-{count}" for count in range(1, 99) if f"{stem}-{count}" not in used)
        return self._inserted(state, f"{parent}__{prefix}_{free}")

    def _at_end(self, state: State) -> Change | None:
        """Insert the next ordinary number at the end of a list, or the next indent."""
        base = self._pick(self._provisions(state, (*_LISTED, "indent")))
        if base is None:
            return None
        parent, prefix, _ = step_of(base)
        siblings = [step_of(each) for each in (*state, *self._excluded) if step_of(each)[:2] == (parent, prefix)]
        highest = max(int(number.partition("-")[0]) for _, _, number in siblings)
        return self._inserted(state, f"{parent}__{prefix}_{highest + 1}")

    def _part_inserted(self, state: State) -> Change | None:
        """Insert an unnumbered part at the end of an article or paragraph."""
        holder = self._pick([eid for eid in self._provisions(state, ("art", "para"))
                             if state[eid] and not _has_open_point(state, eid)])
        if holder is None:
            return None
        count = sum(step_of(each)[:2] == (holder, "al") for each in state)
        return _change(f"{holder}__al_{count + 2}", Action.INSERTION, self._shapes.part(f"{holder}__al_{count + 2}"))

    def _exclusion(self, state: State) -> Change | None:
        eid = self._pick(self._provisions(state, _BODY))
        if eid is None or not self._can_go(state, eid):
            return None
        return _change(eid, Action.EXCLUSION, {})

    def _expiry(self, state: State) -> Change | None:
        eid = self._pick(self._provisions(state, _LISTED))
        return _change(eid, Action.EXPIRY, {}) if eid and self._can_go(state, eid) else None

    def _reuse(self, state: State) -> Change | None:
        """Insert a point or paragraph under a number that was excluded."""
        gone = [eid for eid in self._excluded if step_of(eid)[1] in _LISTED and step_of(eid)[0] in state]
        eid = self._pick(gone)
        return self._inserted(state, eid) if eid else None

    def _restatement(self, state: State) -> Change | None:
        eid = self._pick(self._provisions(state, _BODY))
        if eid is None:
            return None
        return _change(eid, Action.SUBSTITUTION, self._block(state, eid))

    def _article_restated(self, state: State) -> Change | None:
        eid = self._pick(self._provisions(state, ("art",)))
        if eid is None:
            return None
        block = self._shapes.article(eid, fresh=True)
        if self._rng.random() < 0.5:
            block[f"{eid}__heading"] = state[f"{eid}__heading"]
        return _change(eid, Action.SUBSTITUTION, block)

    def _heading(self, state: State) -> Change | None:
        eid = self._pick(self._provisions(state, ("art",)))
        if eid is None:
            return None
        own = self._habits.kept or self._rng.random() < 0.5
        action = Action.SUBSTITUTION if self._rng.random() < 0.5 else Action.MODIFICATION
        text = self._words.heading()
        if self._single and self._rng.random() < 0.8:
            action, text = Action.MODIFICATION, reworded_in_places(state[f"{eid}__heading"], self._words, self._rng)
        change = _change(f"{eid}__heading", action, {f"{eid}__heading": text})
        return replace(change, own_note=own, article_note=not own or self._rng.random() < 0.5)

    def _article_inserted(self, state: State) -> Change | None:
        base = self._pick(self._provisions(state, ("art",)))
        if base is None:
            return None
        stem = base.partition("-")[0]
        eid = next(f"{stem}-{count}" for count in range(1, 99) if f"{stem}-{count}" not in self._articles)
        gone = [each for each in self._excluded if step_of(each)[1] == "art"]
        if gone and not self._habits.kept and self._rng.random() < 0.7:
            eid = gone[0]
        return _change(eid, Action.INSERTION, self._shapes.article(eid))

    def _article_excluded(self, state: State) -> Change | None:
        articles = self._provisions(state, ("art",))
        eid = self._pick(articles)
        return _change(eid, Action.EXCLUSION, {}) if eid and len(articles) > 2 else None

    def _words_throughout(self, state: State) -> Change | None:
        words = self._rng.choice(self._pairs)
        after = replaced(state, words)
        return Change("law", Action.TEXT_SUBSTITUTION, date.min, _OPEN, words=words,
                      touched=tuple(own_target(state, eid) for eid in after)) if after else None

    def _front(self, state: State) -> Change | None:
        eid = self._pick([each for each in state if each in ("preamble", "law__heading") or
                          (is_chapter(step_of(each)[0]) and each.endswith("heading"))])
        if eid is None:
            return None
        text = {"preamble": self._words.preamble, "law__heading": self._words.title}.get(eid, self._words.heading)()
        return _change(eid, Action.SUBSTITUTION, {eid: text})

    def _suspension(self, state: State) -> Change | None:
        eid = self._pick(self._provisions(state, ("art",)))
        return _change(eid, Action.SUSPENSION, {}) if eid else None

    def _inserted(self, state: State, eid: str) -> Change | None:
        return _change(eid, Action.INSERTION, self._block(state, eid))

    def _block(self, state: State, eid: str) -> Block:
        parent, prefix, _ = step_of(eid)
        if prefix == "para":
            return self._shapes.paragraph(eid, fresh=True)
        if prefix == "al":
            return self._shapes.part(eid)
        if prefix == "point":
            followed = "__al_" in eid or any(step_of(each)[:2] == (parent, "al") for each in state)
            return self._shapes.point(eid, alone=not followed)
        return {eid: self._words.item()}

    def _can_go(self, state: State, eid: str) -> bool:
        """Tell whether a list survives without it; unnumbered ones go from the end, so that others keep theirs."""
        parent, prefix, _ = step_of(eid)
        siblings = sorted((each for each in state if step_of(each)[:2] == (parent, prefix)), key=order_of)
        if prefix in _UNNUMBERED:
            return siblings[-1] == eid and (prefix == "al" or len(siblings) > 1)
        return len(siblings) > 1

    def _provisions(self, state: State, prefixes: tuple[str, ...] = ("art", *_BODY)) -> list[str]:
        """Return the provisions of some kinds, but those of the last article of the law as adopted."""
        last = last_article(state) or "none"
        return [eid for eid in state if eid.startswith("art_") and step_of(eid)[1] in prefixes
                and not within(eid, last)]


    def _pick(self, eids: Sequence[str]) -> str | None:
        return eids[int(self._rng.random() * len(eids))] if eids else None


def _change(eid: str, action: Action, texts: Block) -> Change:
    """Return a change whose day is still open."""
    return Change(eid, action, date.min, _OPEN, tuple(texts.items()))


def _collide(one: Change, other: Change) -> bool:
    """Tell whether an act would change something twice."""
    if one.again:
        return False
    steps = step_of(one.eid), step_of(other.eid)
    shifted = steps[0][:2] == steps[1][:2] and steps[0][1] in _UNNUMBERED
    return shifted or any(overlap(mine, theirs) for mine in one.reach for theirs in other.reach)


def own_target(state: State, eid: str) -> str:
    """Return how facts name a provision's own text: X, or X__intro where it has a heading or parts."""
    contains = any(each.startswith(f"{eid}__") for each in state)
    return f"{eid}__intro" if contains and eid != "law" else eid


def _has_open_point(state: State, eid: str) -> bool:
    return any(text.endswith(":") and step_of(each)[1] == "point" and step_of(each)[0] == eid
               for each, text in state.items())
