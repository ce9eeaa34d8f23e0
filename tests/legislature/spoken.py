"""The legislature speaks: its amending acts, printed in Russian or Kazakh in the forms that such acts have.

Addresses, verbs and commencement are of the language; the wordings are those of the invented law. An act that does what has no form
here (a repeal, a suspension, a change for a time) is not held. Steps stand under headings or alone, without
indentation; an act is on this law alone, or has an item on it beside another law's. Spoken roughly, steps hold several instructions that
may start on several days, lists share a tail, two quotations share a mark, words are glued and paragraphs broken. Speaking of single
words, it tells no more of a changed text than its words that change, of the unit itself or of what encloses it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from lawgraph.evidence.sources import HeldAct
from lawgraph.law.amendments import Action
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.eid import Eid, Kind
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.naming import AmendedLaw, items_on
from lawgraph.replay.rewriting import LaterAct, rewritten
from legislature.asides import Decoy, as_adopted, decoys, with_asides
from legislature.closing import Spoken, closing_of, undoing
from legislature.drafting import NamedText, exchanged, single_words
from legislature.edits import edits_between, stands_in, told
from legislature.features import Feature
from legislature.history import Change, History, TrueAct, apply, within
from legislature.prints import in_language
from legislature.shapes import order_of
from legislature.tongues import KAZAKH, RUSSIAN, Tongue, UnspokenError

_FORMS = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION, Action.MODIFICATION, Action.TEXT_SUBSTITUTION}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Word the changes of an act in a language, as addresses speak of the law before it; `rng` chooses among forms.

    `states` are the law before each of its days, `state` the one of which the instruction at hand speaks.
    """

    tongue: Tongue
    states: Mapping[date, Mapping[str, str]]
    state: Mapping[str, str]
    rng: Random
    rough: bool
    single: bool

    def at(self, change: Change) -> "Speaker":
        """Return the speaker of a change: he knows the law before it."""
        return replace(self, state=self.states[change.operative])

    def chance(self) -> bool:
        """Tell whether to take the rarer of two forms."""
        return bool(self.rng.getrandbits(1))

    def text(self, words: str) -> str:
        """Return words of the law in the language."""
        return in_language(words, self.tongue.lang)

    def say(self, form: str, **words: object) -> str:
        """Return an instruction; roughly, a blank between two of its words was lost at the end of a line."""
        template = self.tongue.verbs[form]
        blanks = [match.start() for match in re.finditer(r"(?<=[^\W\d]) (?=[^\W\d])", template)]
        if self.rough and blanks and self.rng.random() < 0.03:
            at = self.rng.choice(blanks)
            template = template[:at] + template[at + 1:]
        return template.format(**words)

    def step(self, change: Change, above: Eid | None = None) -> str:
        """Return the instruction of a change; `above` is the article that a heading has named."""
        if change.action not in _FORMS or change.until or change.again or (change.gone and Eid(change.eid).kind is not Kind.CHAPTER):
            raise UnspokenError
        if change.words is not None:
            old, new = change.words
            if not new.strip() or change.eid != "law":
                raise UnspokenError
            return self.say("throughout", old=old, put=new)
        eid = Eid(change.eid.removesuffix("__intro"))
        texts = {place: self.text(text) for place, text in change.texts if not change.shifts or within(place, eid)}
        if change.action is Action.EXCLUSION:
            return self._excluded(eid, above)
        if eid.kind is Kind.HEADING or eid in ("preamble", "law__heading"):
            return self._heading(eid, texts)
        if change.action is Action.INSERTION:
            return self._insertion(eid, texts, above)
        if eid not in self.state:  # another act brings it before this step
            raise UnspokenError
        if change.eid != eid or (len(texts) == 1 and change.action is Action.MODIFICATION):
            return self._own_words(eid, self.text(self.state[eid]), texts[eid], above)
        return f"{self._restated(self._address(eid, 'acc', above))}\n\n{self.payload(texts)}"

    def list_of(self, changes: Sequence[Change]) -> str:
        """Return one instruction that excludes several units: what encloses both is named once."""
        return self.say("strike", unit=self._both([Eid(each.eid) for each in changes], "acc"))

    def same_words(self, one: Change, other: Change) -> str | None:
        """Return one instruction that exchanges the same words in two units of an article, `None` where it is not so."""
        eids = Eid(one.eid), Eid(other.eid)
        pairs = {self._pair(each) for each in (one, other)}
        pair = pairs.pop() if len(pairs) == 1 else None
        if pair is None or one.rule != other.rule or one.operative != other.operative or eids[0].outermost != eids[1].outermost:
            return None
        phrase, article = exchanged(*pair, self.tongue, self.rng), eids[0].outermost
        if self.chance() and stands_in(pair[0], list(self._within(article))) == len(eids):
            return self.say("throughout unit", unit=self._address(article, "gen", None), edits=phrase)
        return self.say("words in", unit=self._both(eids, "pre"), edits=phrase)

    def _pair(self, change: Change) -> tuple[str, str] | None:
        """Return the words that are exchanged for others in a paragraph or point without parts, where nothing else is changed."""
        eid = Eid(change.eid)
        if change.action is not Action.MODIFICATION or eid.kind not in (Kind.PARAGRAPH, Kind.POINT) or eid not in self.state:
            return None
        before = self.text(self.state[eid])
        edits = edits_between(before, self.text(change.texts[0][1]))
        if len(edits) != 1 or edits[0].start == edits[0].end or not edits[0].put or len(list(self._within(eid))) > 1:
            return None
        return told(edits[0], before, [before])

    def _within(self, eid: Eid) -> Iterator[str]:
        return (self.text(text) for each, text in self.state.items() if text and within(each, eid))

    def _both(self, eids: Iterable[Eid], case: str) -> str:
        one, other = eids
        shared = one.outermost if one.outermost == other.outermost and Eid(str(one.outermost)).kind is Kind.ARTICLE else None
        first, last = (one, other) if not self.tongue.larger_first else (other, one)
        units = self._address(first, case, shared), self._address(last, case, None)
        if self.tongue.larger_first:
            units = units[1], units[0]
        return self.say("and", one=units[0], other=units[1])

    def _address(self, eid: Eid, case: str, above: Eid | None) -> str:
        return self.tongue.address(eid, case, self.state, above)

    def _restated(self, unit: str) -> str:
        said = self.say("restate", unit=unit)
        if self.rough and self.rng.random() < 0.15:
            return re.sub(r" (?=следующей|редакцияда)", "\n\n", said)
        return said

    def _excluded(self, eid: Eid, above: Eid | None) -> str:
        """Return an exclusion: with the whole address, or under a heading that names what the unit stands in."""
        parent = eid.parent
        if parent is None or parent == above or self.chance():
            return self.say("strike", unit=self._address(eid, "acc", above))
        return f"{self.say('in', unit=self._address(parent, 'pre', above))}\n\n{self.say('strike', unit=self._address(eid, 'acc', parent))}"

    def _own_words(self, eid: Eid, before: str, after: str, above: Eid | None) -> str:
        listed = any(each.startswith(f"{eid}__") and not each.endswith("__heading") and Eid(each).kind is not Kind.ALINEA for each in self.state)
        single = self._single_words(eid, before, after, above, listed=listed) if self.single else None
        if single is not None:
            return single
        whole = "" if eid == above else self._address(eid, "gen", above)
        if (eid.kind is Kind.ARTICLE and not listed) or self.chance():
            inside = self.tongue.first_paragraph(whole, "pre") if listed else self._address(eid, "pre", above)
            return self.say("replace", unit=inside, old=before.rstrip(".;:"), put=after.rstrip(".;:"))
        several = f"{eid}__al_2" in self.state
        own = eid.child(Kind.ALINEA, "1") if several else eid
        place = self.tongue.first_paragraph(whole, "acc") if listed else self._address(own, "acc", above)
        return f"{self._restated(place)}\n\n{self._quoted(f'{_label(eid)}{after}')}"

    def _single_words(self, eid: Eid, before: str, after: str, above: Eid | None, *, listed: bool) -> str | None:
        """Return a change told by its words: of the text itself, or by chance of a unit around it."""
        def named(case: str) -> str:
            bare = "" if eid == above else self._address(eid, case if not listed else "gen", above)
            return self.tongue.first_paragraph(bare, case).strip() if listed else bare

        around = next((each for each in (eid.parent, eid.outermost) if each and each not in (eid, above) and self.rng.random() < 0.2), None)
        if around is not None and (above is None or within(around, above)):
            coarse = NamedText(before, lambda case: self._address(around, case, above), list(self._within(around)), exact=False)
            said = single_words(coarse, after, self.tongue, self.rng)
            if said is not None:
                return said
        scope = [before] if listed else list(self._within(eid))
        several = not listed and f"{eid}__al_2" in self.state
        if several and self.chance():
            first = eid.child(Kind.ALINEA, "1")
            part = NamedText(before, lambda case: self._address(first, case, above), [before], exact=True)
            return single_words(part, after, self.tongue, self.rng)
        return single_words(NamedText(before, named, scope, exact=not several), after, self.tongue, self.rng)

    def _heading(self, eid: Eid, texts: Mapping[str, str]) -> str:
        text = texts[eid]
        if eid in ("preamble", "law__heading"):
            return f"{self._restated(self.say('preamble' if eid == 'preamble' else 'heading'))}\n\n«{text}»"
        above = eid.parent
        if above is None or above.kind not in (Kind.ARTICLE, Kind.CHAPTER):
            raise UnspokenError
        unit = self.say("of chapter", number=above.number) if above.kind is Kind.CHAPTER else self._address(above, "gen", None)
        before = self.text(self.state.get(eid, ""))
        if self.single and before:
            named = {"acc": self.say("heading of", unit=unit), "pre": self.say("in heading of", unit=unit), "gen": ""}
            said = single_words(NamedText(before, lambda case: named[case], [before], exact=True), text, self.tongue, self.rng)
            if said is not None:
                return said
        return f"{self._restated(self.say('heading of', unit=unit))}\n\n{self._quoted(f'{self.tongue.heading(above)} {text}')}"

    def _insertion(self, eid: Eid, texts: Mapping[str, str], above: Eid | None) -> str:
        parent, new = eid.parent, self.tongue.unit(eid, "ins", self.state, alone=True)
        form = "insert at law" if parent is None else "insert here" if parent == above else "insert"
        unit = self._address(parent, "acc", above) if parent and parent != above else ""
        return f"{self.say(form, unit=unit, new=new)}\n\n{self.payload(texts)}"

    def payload(self, texts: Mapping[str, str]) -> str:
        """Return texts as they are quoted, with their numbers."""
        lines = []
        for place in sorted(texts, key=order_of):  # parts stand behind the lists of what they stand in
            each = Eid(place)
            if each.kind is Kind.HEADING:
                continue
            heading = texts.get(f"{each}__heading", "")
            mark = "" if texts[place].endswith((".", ":")) or not texts[place] else ";"
            if each.kind in (Kind.ARTICLE, Kind.CHAPTER):
                lines += [f"{self.tongue.heading(each)} {heading}", *([texts[place]] if texts[place] else [])]
            else:
                lines.append(f"{_label(each)}{texts[place]}{mark}")
        return self._quoted("\n\n".join(lines))

    def _quoted(self, text: str) -> str:
        """Return a wording in marks; one that ends with a quotation may share the last of them."""
        shared = self.rough and text.endswith("»") and self.chance()
        return f"«{text}" if shared else f"«{text}»"


@dataclass(frozen=True, slots=True)
class _Voiced:
    """Hold an act as its text says it, and what it says and a later act undid."""

    act: TrueAct
    text: str
    undone: tuple[Decoy, ...]
    undoing: tuple[str, ...]


def held_acts(history: History) -> tuple[HeldAct, ...]:
    """Return most acts of a history as their texts say them."""
    tongue = _tongue(history)
    law = AmendedLaw(history.id, history.adopted, ((tongue.lang, in_language(history.title, tongue.lang)),))
    read = {each.act: read_act(read_plain(each.text), tongue.lang) for each in _held(_voiced(history))}
    found = []
    for act, text in read.items():
        named = AmendedLaw(act.number, act.adopted, ((tongue.lang, tongue.verbs["title"]),))
        after = rewritten(text, named, (LaterAct(each.adopted, said, amended=False) for each, said in read.items()
                                        if each.adopted > act.adopted and any(items_on(said, named))))
        found += [HeldAct(Act(act.number, act.adopted, ActKind.LAW), after, item, f"{act.number}.txt", date(2031, 1, 1))
                  for item in items_on(after, law)]
    return tuple(found)


def _held(voiced: Sequence[_Voiced]) -> Sequence[_Voiced]:
    """Leave out acts of whose words another one undid some that is not held."""
    held = {each.act for each in voiced}
    kept = [each for each in voiced if all(undone.by in held for undone in each.undone)]
    return kept if len(kept) == len(voiced) else _held(kept)


def never_done(history: History) -> frozenset[tuple[str, str]]:
    """Return what acts say as adopted and never do, by act and article."""
    told = _voiced(history) if history.has(Feature.ACTS_REWRITTEN) else ()
    return frozenset((said.act.number, Eid(each.spoken.eid).outermost) for said in told for each in said.undone)


def _tongue(history: History) -> Tongue:
    return KAZAKH if history.has(Feature.ACTS_SPEAK_KAZAKH) else RUSSIAN


def _voiced(history: History) -> tuple[_Voiced, ...]:
    """Return most acts with their words; what a later one does to them stands in it."""
    tongue, rng = _tongue(history), Random(history.seed * 13 + 3)  # noqa: S311 - invention, not secrecy
    beside: dict[TrueAct, list[str]] = defaultdict(list)
    voiced: list[_Voiced] = []
    for act in history.acts:
        said = act_text(history, act, tongue, rng, beside.get(act, ()))
        if said is None or rng.random() < (0.2 if act not in beside else 0):
            continue
        for by in {each.by for each in said.undone}:
            beside[by].append(_item_on(act, said.undoing, tongue))
        voiced.append(said)
    return tuple(voiced)


def _item_on(act: TrueAct, steps: Sequence[str], tongue: Tongue) -> str:
    """Return an item on another amending act, without its number."""
    lines = [f"{number}) {step}{';' if number < len(steps) else '.'}" for number, step in enumerate(steps, 1)]
    return "\n\n".join((tongue.verbs["on act"].format(day=tongue.of_day(act.adopted), law=tongue.verbs["title"]), *lines))


def act_text(history: History, act: TrueAct, tongue: Tongue, rng: Random, on_acts: Sequence[str] = ()) -> "_Voiced | None":
    """Return the words of an act, `None` where it does something that has no form here."""
    single = history.has(Feature.ACTS_SPEAK_OF_WORDS)
    rough = single or history.has(Feature.ACTS_SPEAK_ROUGHLY) or history.has(Feature.ACTS_SPEAK_KAZAKH)
    states = {change.operative: _before(history, act, change.operative) for change in act.changes}
    undone = decoys(history, act, states[act.operative], rng)
    speaker = Speaker(tongue, {**dict.fromkeys((each.spoken.operative for each in undone), states[act.operative]), **states},
                      states[act.operative], rng, rough, single)
    many = bool(rng.getrandbits(1)) or bool(on_acts)
    try:
        changes, asides = with_asides(history, act)
        steps = list(_steps(as_adopted(changes, undone), speaker))
        closing = closing_of(act, [each for _, each in steps], asides, speaker, many=many)
        undoes = undoing(act, undone, steps, speaker, many=many)
    except UnspokenError:
        return None
    body = [f"{number}) {step}{';' if number < len(steps) else '.'}" for number, (step, _) in enumerate(steps, 1)]
    opening = speaker.say("many" if many else "one", day=tongue.of_day(history.adopted), law=in_language(history.title, tongue.lang))
    title = tongue.verbs["title"]
    items = [f"{number}. {item}" for number, item in enumerate(on_acts, 3)]
    text = "\n\n".join((title, opening, *body, *items, closing)) + "\n"
    straight = speaker.rough and not tongue.larger_first and rng.random() < 0.2 and not (_NESTED.search(text) or on_acts or undone)
    return _Voiced(act, text.translate(_STRAIGHT) if straight else text, undone, undoes)


_NESTED = re.compile(r"«[^»]*«")
_STRAIGHT = str.maketrans("«»", '""')


def _before(history: History, act: TrueAct, day: date) -> Mapping[str, str]:
    state = dict(history.original)
    for event in history.events:
        if event.act is act and event.change.operative == day:
            return state
        apply(state, event.change)
    return state


def _steps(changes: Sequence[Change], speaker: Speaker) -> Iterator[tuple[str, tuple[Spoken, ...]]]:
    """Give the steps of an act, each with what it says in which of its paragraphs."""
    rest = list(changes)
    while rest:
        change = rest.pop(0)
        together = bool(rest) and speaker.rough and speaker.chance()
        if together and speaker.single and (both := speaker.at(change).same_words(change, rest[0])):
            yield both, tuple(Spoken(each, (1, 1)) for each in (change, rest.pop(0)))
            continue
        if together and _both_excluded(change, rest[0]):
            said = speaker.list_of((change, other := rest.pop(0)))
            yield said, tuple(Spoken(each, (1, 1)) for each in (change, other))
            continue
        group = [change]
        while together and rest and _in_one_article(change, rest[0]):
            group.append(rest.pop(0))
        yield _alone(change, speaker) if len(group) == 1 else _under_heading(group, speaker)


def _both_excluded(one: Change, other: Change) -> bool:
    """Tell whether one list can exclude two units: numbers alone, for those counted by their places shift each other."""
    plain = all(each.action is Action.EXCLUSION and not (each.until or each.again or each.gone or each.shifts)
                and Eid(each.eid).kind in (Kind.PARAGRAPH, Kind.POINT) for each in (one, other))
    return plain and one.rule == other.rule and one.operative == other.operative


def _in_one_article(one: Change, other: Change) -> bool:
    units = [Eid(each.eid) for each in (one, other)]
    return all(each.words is None and unit.kind not in (Kind.HEADING, Kind.ARTICLE, Kind.INTRO) and unit.outermost == units[0].outermost
               and unit.outermost.kind is Kind.ARTICLE for each, unit in zip((one, other), units, strict=True))


def _alone(change: Change, speaker: Speaker) -> tuple[str, tuple[Spoken, ...]]:
    said = speaker.at(change).step(change)
    return said, (Spoken(change, (1, 1 + said.count("\n\n"))),)


def _under_heading(group: Sequence[Change], speaker: Speaker) -> tuple[str, tuple[Spoken, ...]]:
    """Return a step that names an article once, for several instructions, and perhaps a paragraph in it.

    Nothing marks where a heading ends: what follows those under the paragraph's names its whole address.
    """
    article = Eid(group[0].eid).outermost
    lines, spoken, inner = [speaker.say("in", unit=speaker.tongue.address(article, "pre", speaker.state))], list[Spoken](), None
    for place, change in enumerate(group):
        above = _paragraph_of(change)
        begins = inner is None and above is not None and speaker.single and above in {_paragraph_of(each) for each in group[place + 1:place + 2]}
        if begins and above is not None and above in speaker.at(change).state and speaker.chance():
            inner = above
            lines.append(speaker.say("in", unit=speaker.tongue.address(inner, "pre", speaker.state, article)))
        said = speaker.at(change).step(change, article if inner is None else inner if inner == above else None)
        first = sum(line.count("\n\n") + 1 for line in lines) + 1
        spoken.append(Spoken(change, (first, first + said.count("\n\n"))))
        lines.append(f"{said};")
    return "\n\n".join(lines).removesuffix(";"), tuple(spoken)


def _paragraph_of(change: Change) -> Eid | None:
    """Return the paragraph in which the point or part of a change stands, `None` where it is in none."""
    eid = Eid(change.eid.removesuffix("__intro"))
    return eid.parent if eid.parent and eid.parent.kind is Kind.PARAGRAPH else None


def _label(eid: Eid) -> str:
    return f"{eid.number}. " if eid.kind is Kind.PARAGRAPH else f"{eid.number}) " if eid.kind is Kind.POINT else ""
