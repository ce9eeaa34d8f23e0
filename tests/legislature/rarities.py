"""Changes that only a world with rare features holds: chapters as a whole, parts that move, acts in two steps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import TypeVar

from lawgraph.law.amendments import Action, OperationRule, RuleKind
from legislature.features import Feature
from legislature.history import Change, home_of, last_article, within
from legislature.shapes import Block, Shapes, is_chapter, order_of, step_of
from legislature.words import Words

_OPEN = OperationRule(RuleKind.UNSTATED)
_SHARE = 0.3
_Any = TypeVar("_Any")
State = Mapping[str, str]


class Rarities:
    """Make rare changes; `homes`, the chapter of each article that ever stood, grows with what they insert.

    `brought` is what has been inserted `today`, on the day of which the next change will be.
    """

    def __init__(self, rng: Random, shapes: Shapes, words: Words, features: frozenset[Feature], homes: dict[str, str]
                 ) -> None:
        """Take chance from `rng`, structures and sentences from `shapes` and `words`."""
        self._rng = rng
        self._shapes = shapes
        self._words = words
        self._homes = homes
        self._ever: set[str] = set()
        self._former: dict[str, set[str]] = {}
        self.brought: tuple[str, ...] = ()
        self.today = date.min
        kinds: dict[Feature, Callable[[State, Sequence[Change]], Change | None]] = {
            Feature.ARTICLE_EXPIRES: self._article_expired, Feature.CHANGED_IN_TWO_STEPS: self._again,
            Feature.CHAPTER_INSERTED: self._chapter_inserted, Feature.CHAPTER_RESTATED: self._chapter_restated,
            Feature.CHAPTER_EXCLUDED: self._chapter_excluded, Feature.CLOSING_CHANGED: self._closing_changed,
            Feature.PART_IN_THE_MIDDLE: self._part_moved, Feature.SAME_DAY: self._of_today,
            Feature.HEADING_LACK_UNTOLD: self._heading_or_end, Feature.HEADING_NOTED_ONCE: self._heading_or_end,
            Feature.RETURNED: self._returned, Feature.ACTS_SPEAK_OF_INTERIM: self._interim}
        self._kinds = tuple(kinds[each] for each in kinds if each in features)

    def change(self, state: State, made: Sequence[Change]) -> Change | None:
        """Return, now and then, a rare change that fits the texts; an act that has `made` others may take a step more."""
        self._ever.update(each if is_chapter(each) else each.partition("__")[0] for each in state)
        if not self._kinds or self._rng.random() > _SHARE:
            return None
        return self._pick(self._kinds)(state, made)

    def _article_expired(self, state: State, _: Sequence[Change]) -> Change | None:
        articles = self._articles(state)
        return _change(self._pick(articles), Action.EXPIRY, {}) if len(articles) > 2 else None

    def _again(self, state: State, made: Sequence[Change]) -> Change | None:
        """Change what an earlier step of the act has changed."""
        today = {each.eid for each in made if each.operative == self.today}
        first = [each for each in made if len(each.texts) == 1 and each.texts[0][0] in state and each.eid not in today
                 and each.action in (Action.MODIFICATION, Action.SUBSTITUTION) and not each.eid.endswith("heading")]
        if not first:
            return None
        change = self._pick(first)
        return replace(change, texts=tuple((eid, self._words.reworded(text)) for eid, text in change.texts), again=True)

    def _interim(self, state: State, made: Sequence[Change]) -> Change | None:
        """Word anew what an earlier step of the act has brought or worded anew."""
        today = {each.eid for each in made if each.operative == self.today}
        first = [each for each in made if len(each.texts) == 1 and each.eid in state and each.eid not in today
                 and step_of(each.eid)[1] in ("point", "para", "al") and each.action in (Action.INSERTION, Action.SUBSTITUTION)]
        if not first:
            return None
        eid = self._pick(first).eid
        return replace(_change(eid, Action.SUBSTITUTION, {eid: self._words.reworded(state[eid])}), again=True)

    def _returned(self, state: State, _: Sequence[Change]) -> Change | None:
        """Give a point, paragraph, part or indent without parts a wording that it had; or another for it to return from."""
        last = last_article(state) or "none"
        alone = [eid for eid in state if step_of(eid)[1] in ("point", "para", "al", "indent") and not within(eid, last)
                 and not state[eid].endswith(":") and not any(each.startswith(f"{eid}__") for each in state)]
        for eid in alone:
            self._former.setdefault(eid, set()).add(state[eid])
        again = [(eid, text) for eid in alone for text in sorted(self._former[eid] - {state[eid]})]
        if again:
            eid, text = self._pick(again)
            return replace(_change(eid, Action.MODIFICATION, {eid: text}), returns=True)
        if not alone:
            return None
        eid = self._pick(alone)
        return _change(eid, Action.MODIFICATION, {eid: self._words.reworded(state[eid])})

    def _chapter_inserted(self, state: State, _: Sequence[Change]) -> Change | None:
        chapters = [each for each in self._chapters(state) if "-" not in each]
        if len(chapters) < 2:
            return None
        chapter = self._pick(chapters[:-1])
        eid = _free(chapter, self._ever)
        inside = [each for each in self._ever | set(self._homes) if each.startswith("art_")
                  and home_of(each, self._homes).partition("-")[0] == chapter]
        stem = max(inside, key=order_of).partition("-")[0]
        highest = max((int(each.partition("-")[2]) for each in inside if each.startswith(f"{stem}-")), default=0)
        articles = [f"{stem}-{highest + count}" for count in range(1, 2 + int(self._rng.random() * 2))]
        self._homes.update(dict.fromkeys(articles, eid))
        return _change(eid, Action.INSERTION, self._chapter(eid, articles))

    def _chapter_restated(self, state: State, _: Sequence[Change]) -> Change | None:
        chapters = self._whole_chapters(state)
        if not chapters:
            return None
        eid = self._pick(chapters)
        inside = self._inside(eid)
        kept = [each for each in inside if each in state] or inside[:1]
        if len(kept) > 1 and self._rng.random() < 0.3:
            kept.remove(self._pick(kept))
        if self._rng.random() < 0.3:
            kept.append(_free(kept[-1].partition("-")[0], self._ever | set(self._homes)))
        self._homes.update(dict.fromkeys(kept, eid))
        change = _change(eid, Action.SUBSTITUTION, self._chapter(eid, kept))
        return replace(change, gone=(*inside, *(each for each in kept if each not in inside)))

    def _chapter_excluded(self, state: State, _: Sequence[Change]) -> Change | None:
        chapters = self._whole_chapters(state)
        if not chapters:
            return None
        eid = self._pick(chapters)
        return replace(_change(eid, Action.EXCLUSION, {}), gone=tuple(self._inside(eid)))

    def _closing_changed(self, state: State, _: Sequence[Change]) -> Change | None:
        eid = last_article(state)
        if eid is None:
            return None
        if self._rng.random() < 0.5:
            return _change(eid, Action.EXCLUSION, {})
        return _change(eid, Action.SUBSTITUTION, {f"{eid}__heading": state[f"{eid}__heading"],
                                                  eid: self._words.sentence()})

    def _of_today(self, state: State, made: Sequence[Change]) -> Change | None:
        """Newly word or exclude what another act brings on the same day."""
        fresh = [eid for eid in self.brought if eid in state and not any(eid in each.reach for each in made)
                 and step_of(eid)[1] in ("art", "point", "para")]
        if not fresh:
            return None
        eid = self._pick(fresh)
        if self._rng.random() < 0.4:
            return _change(eid, Action.EXCLUSION, {})
        block = self._shapes.article(eid) if step_of(eid)[1] == "art" else {eid: self._words.item()}
        return _change(eid, Action.SUBSTITUTION, block)

    def _heading_or_end(self, state: State, _: Sequence[Change]) -> Change | None:
        """Change the headings of a few articles again and again, and exclude one of them now and then."""
        articles = self._articles(state)
        if self._rng.random() < 0.25 and len(articles) > 2:
            return _change(articles[0], Action.EXCLUSION, {})
        eid = f"{self._pick(articles[:2])}__heading" if articles else ""
        return _change(eid, Action.SUBSTITUTION, {eid: self._words.heading()}) if eid in state else None

    def _part_moved(self, state: State, _: Sequence[Change]) -> Change | None:
        """Insert or exclude an unnumbered part or indent before others, which move by one place."""
        last = last_article(state) or "none"
        listed = [eid for eid in state if step_of(eid)[1] in ("al", "indent") and not within(eid, last)]
        if not listed:
            return None
        eid = self._pick(listed)
        parent, prefix = step_of(eid)[:2]
        places = sorted((each for each in state if step_of(each)[:2] == (parent, prefix)), key=order_of)
        following = places[places.index(eid):]
        if self._rng.random() < 0.6:
            text = self._words.item() if prefix == "indent" else self._words.sentence()
            moved = dict(_moved(state, following, f"{parent}__{prefix}_", 1))
            return replace(_change(eid, Action.INSERTION, {eid: text, **moved}), gone=tuple(following[1:]), shifts=True)
        if len(following) < 2:
            return None
        moved = dict(_moved(state, following[1:], f"{parent}__{prefix}_", -1))
        return replace(_change(eid, Action.EXCLUSION, moved), gone=tuple(following[1:]), shifts=True)

    def _chapter(self, eid: str, articles: Sequence[str]) -> Block:
        block: Block = {eid: "", f"{eid}__heading": self._words.heading()}
        for article in articles:
            block |= self._shapes.article(article, fresh=True)
        return block

    def _chapters(self, state: State) -> list[str]:
        return sorted((each for each in state if is_chapter(each)), key=order_of)

    def _whole_chapters(self, state: State) -> list[str]:
        """Return the chapters that may be changed as a whole: not the one with the closing article, nor the only one."""
        chapters = self._chapters(state)
        last = last_article(state)
        closing = home_of(last, self._homes) if last else chapters[-1] if chapters else ""
        return [each for each in chapters if each != closing] if len(chapters) > 1 else []

    def _inside(self, chapter: str) -> list[str]:
        """Return every article that ever stood in a chapter."""
        known = {each for each in self._ever | set(self._homes) if each.startswith("art_")}
        return sorted((each for each in known if home_of(each, self._homes) == chapter), key=order_of)

    def _articles(self, state: State) -> list[str]:
        return [each for each in state if step_of(each)[:2] == ("", "art") and each != last_article(state)]

    def _pick(self, these: Sequence[_Any]) -> _Any:
        return these[int(self._rng.random() * len(these))]


def _moved(state: State, places: Sequence[str], stem: str, by: int) -> Iterator[tuple[str, str]]:
    for eid, text in state.items():
        for place in places:
            if within(eid, place):
                number = int(step_of(place)[2]) + by
                yield f"{stem}{number}{eid[len(place):]}", text


def _free(stem: str, taken: set[str]) -> str:
    return next(f"{stem}-{count}" for count in range(1, 99) if f"{stem}-{count}" not in taken)


def _change(eid: str, action: Action, texts: Block) -> Change:
    """Return a change whose day is still open."""
    return Change(eid, action, date.min, _OPEN, tuple(texts.items()))
